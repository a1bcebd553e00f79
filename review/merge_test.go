package review

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"plandiff/schema"
)

// Each archive holds base (or none), ours and theirs, the merged file and the conflicts named.
func TestMerge(t *testing.T) {
	files, err := filepath.Glob("testdata/merge/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			require.NoError(t, err)
			part := map[string]string{}
			for _, f := range ar.Files {
				part[f.Name] = string(f.Data)
			}
			ours, err := NewDraft("ours.yaml", []byte(part["ours.yaml"]))
			require.NoError(t, err)
			theirs, err := NewDraft("theirs.yaml", []byte(part["theirs.yaml"]))
			require.NoError(t, err)
			var base *schema.Reviews
			if b, ok := part["base.yaml"]; ok {
				base, err = schema.ParseReviews("base.yaml", []byte(b))
				require.NoError(t, err)
			}
			conflicts, err := Merge(ours, theirs, base, true)
			require.NoError(t, err)
			var named strings.Builder
			for _, c := range conflicts {
				named.WriteString(c.String() + "\n")
			}
			want := map[string]string{"merged.yaml": string(ours.Bytes()), "conflicts": named.String()}
			if *update {
				kept := ar.Files[:0]
				for _, f := range ar.Files {
					if _, result := want[f.Name]; !result {
						kept = append(kept, f)
					}
				}
				ar.Files = append(kept, txtar.File{Name: "merged.yaml", Data: ours.Bytes()}, txtar.File{Name: "conflicts", Data: []byte(named.String())})
				require.NoError(t, os.WriteFile(path, txtar.Format(ar), 0o644))
				return
			}
			assert.Equal(t, part["merged.yaml"], want["merged.yaml"])
			assert.Equal(t, part["conflicts"], want["conflicts"])
		})
	}
}

// A file merged with itself is the file, whatever it looks like; merged twice with another, it takes nothing more.
func TestMergeOfTheSameAddsNothing(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.txtar")
	require.NoError(t, err)
	for _, path := range files {
		ar, err := txtar.ParseFile(path)
		require.NoError(t, err)
		for _, f := range ar.Files {
			if filepath.Ext(f.Name) != ".yaml" {
				continue
			}
			draft := func(b []byte) *Draft {
				d, err := NewDraft(f.Name, b)
				require.NoError(t, err)
				return d
			}
			ours := draft(f.Data)
			conflicts, err := Merge(ours, draft(f.Data), nil, false)
			require.NoError(t, err)
			assert.Empty(t, conflicts)
			assert.Equal(t, string(f.Data), string(ours.Bytes()), "%s: %s", path, f.Name)

			all := draft(nil)
			for range 2 {
				conflicts, err = Merge(all, draft(f.Data), nil, false)
				require.NoError(t, err)
			}
			assert.Empty(t, conflicts)
			assert.True(t, slices.EqualFunc(ours.Reviews.Annotations, all.Reviews.Annotations, same), "%s: %s", path, f.Name)
		}
	}
}
