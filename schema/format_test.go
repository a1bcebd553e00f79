package schema

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

// Each golden is a file as people write it, and as fmt lays it out; laid out again, it stays.
func TestFormat(t *testing.T) {
	golden(t, "format", func(t *testing.T, name string, b []byte) string {
		once, err := Format(name, b)
		require.NoError(t, err)
		twice, err := Format(name, once)
		require.NoError(t, err)
		assert.Equal(t, string(once), string(twice))
		return string(once)
	})
}

// hostile strings for every text of an edition.
var hostile = []string{
	"科学技術…以下の取組を行う。", "・引き続き、促す。", "a: b", "a #b", "#", "- a", "-", "?", "? a", ": a", "a:", "[a]", "{a}", "a, b", "&a", "*a", "!a", "|", ">", "%", "@a", "`a`",
	"'", "\"", "it's", "\\n", "a\nb", "a\nb\n", "a\n\nb", "\na", "a\n", "\n", " a", "a ", " ", "　a　", "a\tb", "\ta", "a\r\nb", "a\u0085b", "a\u2028b", "\ufeffa", "\x00\x1f\x7f", "😀", "e\u0301", "\u202eabc",
	"no", "YES", "null", "~", "true", "1", "1.10", "0x1F", "1_000", "1e3", ".5", "-1", "+1", "12:30:00", "2024-07-10", ".inf", "=", "<<", "---", "...", "--- a", "2024年度", "3/オ", "１２", strings.Repeat("長い文。", 300),
	"a\n b\n# c\nd: e", "a \nb", "a\n\tb", "key: |\n  x", "\ufffd", "\ufffe", "\U0010ffff",
}

// randomEdition fills an edition with hostile texts; the same seed gives the same edition.
func randomEdition(r *rand.Rand) *Edition {
	s := func() string { return hostile[r.Intn(len(hostile))] }
	list := func(n int) (out []string) {
		for range r.Intn(n) {
			out = append(out, s())
		}
		return out
	}
	passages := func() (out []Passage) {
		for range r.Intn(4) {
			p := Passage{Text: s()}
			if r.Intn(2) == 0 {
				p.By = list(3)
			}
			if r.Intn(2) == 0 {
				p.Mark = "・"
			}
			out = append(out, p)
		}
		return out
	}
	e := &Edition{Version: 1, ID: s(), Title: s(), Date: s(), Years: Years{r.Intn(3), r.Intn(3)}}
	for range r.Intn(4) {
		sec := Section{ID: s(), Parent: s(), Number: s(), Title: s(), Policy: list(4), At: Place{r.Intn(3), s()}}
		for range r.Intn(4) {
			sec.Items = append(sec.Items, Item{ID: s(), Label: s(), Ministries: list(3), Repeated: r.Intn(2) == 0,
				Plan: passages(), Results: passages(), NextPlan: passages(), At: Place{Page: r.Intn(3)}})
		}
		e.Sections = append(e.Sections, sec)
	}
	for range r.Intn(3) {
		e.Unplaced = append(e.Unplaced, Unplaced{Text: s(), Line: r.Intn(3)})
	}
	return e
}

// Any edition, with any text, is written and loaded back the same; what was written is canonical.
func TestEveryTextSurvives(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for n := range 150 {
		e := randomEdition(r)
		b, err := Marshal(e)
		require.NoError(t, err)
		back, err := Parse("e.yaml", b)
		require.NoError(t, err, "%d: %s", n, b)
		require.Equal(t, bare(e), bare(back), "%d: %s", n, b)
		again, err := Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(b), string(again), n)
		laid, err := Format("e.yaml", b)
		require.NoError(t, err, "%d: %s", n, b)
		require.Equal(t, string(b), string(laid), n)
	}
}

func TestTextThatIsNotUTF8CannotBeWritten(t *testing.T) {
	_, err := Marshal(&Edition{Version: 1, Sections: []Section{{Items: []Item{{Plan: []Passage{{Text: "\xff"}}}}}}})
	assert.EqualError(t, err, `sections[0].items[0].plan[0].text: text that is not UTF-8: "\xff"`)
}

// The shared editions of real documents load, and what fmt makes of them loads and is written back byte for byte.
func TestSharedEditions(t *testing.T) {
	files, _ := filepath.Glob("../../shared/lineage/*/*.yaml")
	if len(files) == 0 {
		t.Skip("../shared is not there: its editions are not checked")
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		laid, err := Format(path, b)
		require.NoError(t, err)
		e, err := Parse(path, b)
		require.NoError(t, err)
		canonical, err := Canonical(e)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(laid, canonical), path)
		back, err := Parse(path, canonical)
		require.NoError(t, err)
		assert.Equal(t, bare(e), bare(back), path)
	}
}

// large makes an edition of n items of 900 characters.
func large(n int) *Edition {
	e := &Edition{Version: 1, ID: "large", Language: "ja", Years: Years{2023, 2024}, Sections: []Section{{ID: "1", Number: "1"}}}
	text := strings.Repeat("橋梁の点検を全国の市町村において実施する。", 15)
	for i := range n {
		e.Sections[0].Items = append(e.Sections[0].Items, Item{ID: fmt.Sprintf("1/%d", i+1), Label: fmt.Sprint(i + 1), Ministries: []string{"国土交通省"},
			Plan: []Passage{{Text: text}}, Results: []Passage{{Mark: "・", Text: text}}, NextPlan: []Passage{{Mark: "・", Text: text}}})
	}
	return e
}

func BenchmarkParse(b *testing.B) {
	for _, n := range []int{50, 500, 5000} {
		y, err := Marshal(large(n))
		require.NoError(b, err)
		b.Run(fmt.Sprintf("items=%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(y)))
			for b.Loop() {
				_, err := Parse("e.yaml", y)
				require.NoError(b, err)
			}
		})
	}
}

// BenchmarkNodes reads an edition of 500 items into nodes: by our own reader of plain YAML, and by yaml.v3.
func BenchmarkNodes(b *testing.B) {
	y, err := Marshal(large(500))
	require.NoError(b, err)
	for name, read := range map[string]func(string) *yaml.Node{
		"plain": plainNode,
		"yaml.v3": func(s string) *yaml.Node {
			n, err := decodeNode(s)
			require.NoError(b, err)
			return n
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(y)))
			b.ReportAllocs()
			for b.Loop() {
				require.NotNil(b, read(string(y)))
			}
		})
	}
}

func BenchmarkMarshal(b *testing.B) {
	for _, n := range []int{50, 500, 5000} {
		e := large(n)
		b.Run(fmt.Sprintf("items=%d", n), func(b *testing.B) {
			for b.Loop() {
				_, err := Marshal(e)
				require.NoError(b, err)
			}
		})
	}
}

func BenchmarkFormat(b *testing.B) {
	for _, n := range []int{50, 500, 5000} {
		y, err := Marshal(large(n))
		require.NoError(b, err)
		b.Run(fmt.Sprintf("items=%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(y)))
			for b.Loop() {
				_, err := Format("e.yaml", y)
				require.NoError(b, err)
			}
		})
	}
}
