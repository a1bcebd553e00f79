package report

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
)

// Every row of the registries says what it is, under a name of its own.
func TestRegistries(t *testing.T) {
	seen := map[string]bool{}
	once := func(kind, name, doc string) {
		assert.NotEmpty(t, name, kind)
		assert.NotEmpty(t, doc, name)
		assert.False(t, seen[kind+name], "%s %s comes twice", kind, name)
		seen[kind+name] = true
	}
	for _, f := range Formats {
		once("format", f.Name, f.Doc)
		assert.Regexp(t, `^\.[a-z]+$`, f.Ext, f.Name)
		assert.True(t, f.Comparison != nil || f.Lineage != nil || f.Findings != nil, "%s shows nothing", f.Name)
	}
	for _, s := range Sorts {
		once("sort", s.Name, s.Doc)
	}
	for _, table := range Tables {
		once("table", table.Name, table.Doc)
		assert.NotEqual(t, table.rows == nil, table.threads == nil, "%s has rows from one kind of input", table.Name)
		for _, f := range table.Columns {
			once(table.Name+" column", f.Name, f.Doc)
			assert.NotEmpty(t, f.Ja)
			assert.NotEmpty(t, f.En)
		}
	}
}

// Every row of every table has a value for every column, from the sample and from hostile texts alike.
func TestTablesAreRectangular(t *testing.T) {
	for _, c := range []*diff.Comparison{sample(), hostile()} {
		tables, _, err := sheets(Input{Comparison: c}, Options{}, "")
		require.NoError(t, err)
		for _, table := range tables {
			for i, r := range table.rows {
				assert.Len(t, r, len(table.Columns), "%s row %d", table.Name, i)
			}
		}
	}
}

// No language leaves a text out.
func TestTextsComplete(t *testing.T) {
	for _, texts := range languages {
		v := reflect.ValueOf(*texts)
		for i := range v.NumField() {
			assert.False(t, v.Field(i).IsZero(), "%s: %s", texts.Lang, v.Type().Field(i).Name)
		}
		for _, r := range []diff.Relation{diff.SameItem, diff.SplitItem, diff.MergedItem, diff.NewItem, diff.DroppedItem} {
			assert.NotEmpty(t, texts.relations[r])
		}
	}
}

// docs/formats.md is what the registries say.
func TestDocs(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, WriteDocs(&b))
	path := filepath.Join("..", "docs", "formats.md")
	if *update {
		require.NoError(t, os.WriteFile(path, b.Bytes(), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "run go test ./report -update")
	assert.Equal(t, string(want), b.String(), "run go test ./report -update")
}
