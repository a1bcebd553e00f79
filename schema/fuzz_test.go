package schema

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// seeds gives the fuzz targets every file of the goldens and some texts that parsers trip over.
func seeds(f *testing.F) {
	f.Helper()
	goldens, err := filepath.Glob("testdata/*/*.txtar")
	require.NoError(f, err)
	for _, name := range goldens {
		a, err := txtar.ParseFile(name)
		require.NoError(f, err)
		for _, file := range a.Files {
			f.Add(string(file.Data))
		}
	}
	for _, s := range []string{"", "a", "- ", "a: |\n  b\n", "{a: [b, {c: d}]} # e", "a: &x [b]\nc: *x\n", "? a\n: b\n", "- - - a # b\n", "a: 'it''s' # c\n",
		"# a\n\n# b\nc: d # e\n# f\n", "version: 1\nsections: [{items: [{plan: [{text: \"a\\u2028\"}]}]}]\n", "a:\n- b\n # c\n", "\ufeffa: b", "a: \"\\\n  b\"", "a: >\n b\n\n c\n", "--- # a\nb: c\n...\n"} {
		f.Add(s)
	}
}

// FuzzParse: no input makes a loader panic, and what loads as an edition is written and loaded back the same.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, in string) {
		_, _ = ParseConfig("c", []byte(in))
		_, _ = ParseGold("g", []byte(in))
		_, _ = ParseReviews("r", []byte(in))
		_, _ = ParseBaseline("b", []byte(in))
		e, err := Parse("e", []byte(in))
		if err != nil {
			return
		}
		Validate(e)
		b, err := Marshal(e)
		require.NoError(t, err)
		back, err := Parse("e", b)
		require.NoError(t, err, string(b))
		assert.Equal(t, bare(e), bare(back))
	})
}

// FuzzFormat: what is laid out once stays as it is when laid out again.
func FuzzFormat(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, in string) {
		once, err := Format("f", []byte(in))
		if err != nil {
			if strings.Contains(err.Error(), "report this") {
				t.Fatal(err)
			}
			return
		}
		require.True(t, utf8.Valid(once))
		twice, err := Format("f", once)
		require.NoError(t, err, string(once))
		assert.Equal(t, string(once), string(twice))
	})
}
