package review

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"plandiff/schema"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// Every layout a person may use, edited by the tool: what is not edited keeps its bytes. Each archive holds the file
// before, the edits in words, and the file after.
func TestEditsKeepTheRestOfTheFile(t *testing.T) {
	files, err := filepath.Glob("testdata/edit/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			require.NoError(t, err)
			part := func(name string) *txtar.File {
				for i := range ar.Files {
					if ar.Files[i].Name == name {
						return &ar.Files[i]
					}
				}
				ar.Files = append(ar.Files, txtar.File{Name: name})
				return &ar.Files[len(ar.Files)-1]
			}
			before := part("before.yaml").Data
			d, err := NewDraft("reviews.yaml", before)
			require.NoError(t, err)
			for edit := range strings.SplitSeq(strings.TrimSpace(string(part("edits").Data)), "\n") {
				apply(t, d, strings.Fields(edit))
			}
			got := d.Bytes()
			if *update {
				part("after.yaml").Data = got
				require.NoError(t, os.WriteFile(path, txtar.Format(ar), 0o644))
			}
			assert.Equal(t, string(part("after.yaml").Data), string(got))

			crlf := strings.ReplaceAll(string(before), "\n", "\r\n")
			d, err = NewDraft("reviews.yaml", []byte(crlf))
			require.NoError(t, err)
			for edit := range strings.SplitSeq(strings.TrimSpace(string(part("edits").Data)), "\n") {
				apply(t, d, strings.Fields(edit))
			}
			assert.Equal(t, string(got), strings.ReplaceAll(string(d.Bytes()), "\r\n", "\n"), "with line ends of Windows")
		})
	}
}

// apply does one edit: "add ID ITEM", "state ID STATE", "note ID WORDS", "disposition ID D", "facts ID F,F", "reply ID WORDS", "unnote ID".
func apply(t *testing.T, d *Draft, words []string) {
	t.Helper()
	verb, id, rest := words[0], words[1], strings.Join(words[2:], " ")
	if verb == "add" {
		_, err := d.Add(schema.Annotation{ID: id, Edition: "p2024", Item: rest, Reviewer: "sato", State: schema.Submitted, Note: "first: line\n# second"})
		require.NoError(t, err)
		return
	}
	a := *d.Find(id)
	switch verb {
	case "state":
		a.State = schema.State(rest)
	case "note":
		a.Note = rest
	case "unnote":
		a.Note = ""
	case "disposition":
		a.Verdict = schema.Verdict{Disposition: schema.Disposition(rest)}
	case "facts":
		var facts []schema.Fact
		for f := range strings.SplitSeq(rest, ",") {
			facts = append(facts, schema.Fact(f))
		}
		a.Verdict.Facts = &facts
	case "reply":
		a.Replies = append(a.Replies, schema.Reply{Reviewer: "abe", Note: rest})
	default:
		t.Fatalf("no edit %q", verb)
	}
	require.NoError(t, d.Set(a))
}

func TestUpdateRefusesToOverwriteWhatChangedMeanwhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.yaml")
	add := func(d *Draft) error {
		_, err := d.Add(schema.Annotation{Edition: "p", Item: "1/a", Reviewer: "sato", State: schema.Draft})
		return err
	}
	_, err := Update(t.Context(), path, add)
	require.NoError(t, err)
	_, err = Update(t.Context(), path, func(d *Draft) error {
		other := append(d.Bytes(), "# a person at work\n"...)
		require.NoError(t, os.WriteFile(path, other, 0o644)) // an editor that knows no lock
		return add(d)
	})
	require.ErrorIs(t, err, ErrChanged)
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Contains(t, string(b), "# a person at work")
	assert.Equal(t, 1, strings.Count(string(b), "- id:"))
	left, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	assert.Len(t, left, 1, "no temporary file is left behind")
}

func TestUpdateReplacesTheFileAndNotTheLinkToIt(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link.yaml")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "real.yaml"), []byte(empty), 0o600))
	require.NoError(t, os.Symlink("real.yaml", link))
	_, err := Update(t.Context(), link, func(d *Draft) error {
		_, err := d.Add(schema.Annotation{Edition: "p", Item: "1/a", Reviewer: "sato", State: schema.Draft})
		return err
	})
	require.NoError(t, err)
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink)
	info, err = os.Stat(link)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())
}

func TestEightWritersLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.yaml")
	const writers, each = 8, 12
	var all sync.WaitGroup
	errs := make([]error, writers)
	for w := range writers {
		all.Go(func() {
			for n := range each {
				_, err := Update(context.Background(), path, func(d *Draft) error {
					_, err := d.Add(schema.Annotation{Edition: "p", Item: fmt.Sprintf("1/%d", n), Reviewer: fmt.Sprintf("writer%d", w), State: schema.Submitted})
					return err
				})
				if err != nil {
					errs[w] = err
					return
				}
			}
		})
	}
	all.Wait()
	for _, err := range errs {
		require.NoError(t, err)
	}
	r, err := schema.LoadReviews(path)
	require.NoError(t, err)
	assert.Len(t, r.Annotations, writers*each)
	seen := map[string]bool{}
	for _, a := range r.Annotations {
		seen[a.Reviewer+" "+a.Item] = true
	}
	assert.Len(t, seen, writers*each)
}

func TestBadYAMLIsShownWithItsPlaceAndLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.yaml")
	bad := "version: 1\nannotations:\n  - id: a\n    edition: p\n    item: 1/a\n    reviewer: x\n    state: acepted\n"
	require.NoError(t, os.WriteFile(path, []byte(bad), 0o644))
	_, err := Update(t.Context(), path, func(*Draft) error { t.Error("edited a file that does not load"); return nil })
	require.ErrorContains(t, err, `r.yaml:7:12: state: unknown word "acepted": did you mean "accepted"?`)
	assert.ErrorContains(t, err, "    7 |     state: acepted")
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, bad, string(b))
}
