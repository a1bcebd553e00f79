package review

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"plandiff/schema"
)

// What a verdict costs from key to disk, in a file that holds many already.
func BenchmarkUpdate(b *testing.B) {
	for _, n := range []int{10, 500} {
		b.Run(fmt.Sprintf("annotations=%d", n), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "r.yaml")
			_, err := Update(b.Context(), path, func(d *Draft) error {
				var all []schema.Annotation
				for i := range n {
					all = append(all, schema.Annotation{ID: fmt.Sprintf("r%d", i), Edition: "p2024", Item: fmt.Sprintf("1/%d", i), Digest: "d", Reviewer: "sato", Date: "2024-08-01", State: schema.Submitted,
						Verdict: schema.Verdict{Confirm: true, Disposition: schema.CarriedOver, Progress: schema.Done, Facts: &[]schema.Fact{}}})
				}
				return d.AddAll(all)
			})
			require.NoError(b, err)
			states := []schema.State{schema.Accepted, schema.Submitted}
			for i := 0; b.Loop(); i++ {
				_, err := Update(b.Context(), path, func(d *Draft) error {
					a := *d.Find("r5")
					a.State = states[i%2]
					return d.Set(a)
				})
				require.NoError(b, err)
			}
		})
	}
}

// Whatever a file looks like: an edit is done as wanted or refused, and does not bring the program down.
func FuzzEdit(f *testing.F) {
	files, err := filepath.Glob("testdata/edit/*.txtar")
	require.NoError(f, err)
	require.NotEmpty(f, files)
	for _, path := range files {
		b, err := os.ReadFile(path)
		require.NoError(f, err)
		f.Add(b)
	}
	f.Add([]byte("version: 1\nannotations:\n- {id: a, edition: p, item: i, reviewer: r, state: draft}\n...\n"))
	f.Add([]byte("annotations:\n\n\n  # c\n  -   id: a\n      edition: p\n      item: i\n      reviewer: r\n      state: >-\n        draft\nversion: 1"))
	f.Add([]byte("version: 1\nannotations:\n-\n  id: a\n  edition: p\n  item: i\n  reviewer: r\n  state: draft # x\n-   # y\n    id: b\n    edition: p\n    item: i\n    reviewer: r\n    state: draft\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := NewDraft("f.yaml", b)
		if err != nil || len(b) == 0 {
			return
		}
		n := len(d.Reviews.Annotations)
		if n > 0 {
			a := d.Reviews.Annotations[0]
			a.Note, a.State = "one\ntwo: # three", schema.Accepted
			if d.Set(a) == nil {
				require.Equal(t, a.Note, d.Reviews.Annotations[0].Note)
			}
		}
		if id, err := d.Add(schema.Annotation{Edition: "p", Item: "1/ア", Reviewer: "sato", State: schema.Draft}); err == nil {
			again, err := schema.ParseReviews("f.yaml", d.Bytes())
			require.NoError(t, err)
			require.Len(t, again.Annotations, n+1)
			require.Equal(t, id, again.Annotations[n].ID)
		}
	})
}
