package schema

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
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

// FuzzPlain: what is read as plain YAML is what yaml.v3 reads, to the place of every value.
func FuzzPlain(f *testing.F) {
	seeds(f)
	for _, s := range []string{"a: b: c\n", "a:\n  - b\n   c\n", "a: b\n  c\n", "a: [b, c]\nd: {e: [甲, 乙], f: 1}\n", "a: 0x1\n", "a: 1_0\n", "a: y\n", "y: 1\n", "a:\n- b\n", "a: \"b\\n\"\n",
		"a: [\"b\", c]\n", "a:  b\n", "a: b #c\n", "a: b# c\n", "- a: b\n  c: d\n- e\n", "a: 1e3\n", "a: 2024-07-05\n", "a: 3/オ\n", "a: <<\n", "a: .5\n", "a: (1)\n", "a: b \n", "a: [b,c]\n", "a:\n", "a: {}\nb: []\n", "a: ---\n", "---\na: b\n", "a: b\n...\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			return // told before
		}
		plain := plainNode(in)
		if plain == nil {
			return
		}
		doc, err := decodeNode(in)
		require.NoError(t, err)
		assert.Equal(t, values(doc.Content[0]), values(plain))
	})
}

// values lists the nodes of a tree with all that a decoder asks of them.
func values(n *yaml.Node) []string {
	out := []string{fmt.Sprintf("%d:%d %d %s %q of %d", n.Line, n.Column, n.Kind, n.Tag, n.Value, len(n.Content))}
	for _, c := range n.Content {
		out = append(out, values(c)...)
	}
	return out
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
