package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"plandiff/diff"
	"plandiff/diff/words"
)

// Edits and evidence may overlap in any way: the runs are flat, and each knows all that stands there.
func TestSegments(t *testing.T) {
	for _, tt := range []struct {
		name  string
		marks []mark
		want  []Segment
	}{
		{"nothing to mark", nil, []Segment{{Text: "港内の倉庫", Op: words.Equal}}},
		{"an edit", []mark{{start: 3, end: 5, op: words.Insert}}, []Segment{{Text: "港内の", Op: words.Equal}, {Text: "倉庫", Op: words.Insert}}},
		{"a quote across the border of an edit", []mark{{start: 3, end: 5, op: words.Insert}, {start: 2, end: 4, why: 1}}, []Segment{
			{Text: "港内", Op: words.Equal}, {Text: "の", Op: words.Equal, Why: []int{1}}, {Text: "倉", Op: words.Insert, Why: []int{1}, Ends: []int{1}}, {Text: "庫", Op: words.Insert}}},
		{"a quote in a quote", []mark{{start: 0, end: 5, why: 1}, {start: 1, end: 2, why: 2}}, []Segment{
			{Text: "港", Op: words.Equal, Why: []int{1}}, {Text: "内", Op: words.Equal, Why: []int{1, 2}, Ends: []int{2}}, {Text: "の倉庫", Op: words.Equal, Why: []int{1}, Ends: []int{1}}}},
		{"a quote that does not fit the text", []mark{{start: -3, end: 99, why: 1}}, []Segment{{Text: "港内の倉庫", Op: words.Equal, Why: []int{1}, Ends: []int{1}}}},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, segments("港内の倉庫", tt.marks)) })
	}
}

// Edits that differ from the sentences in blanks only still find their places.
func TestEditsFindTheirPlaces(t *testing.T) {
	m := make(marks, 2)
	m.addEdits([]diff.Sentence{{Text: "倉庫を 見る。", Passage: 0, Start: 2}, {Text: "鍵を替える。", Passage: 1}},
		[]words.Edit{{Op: words.Equal, Text: "倉庫を見る。\n"}, {Op: words.Delete, Text: "鍵"}, {Op: words.Insert, Text: "錠"}, {Op: words.Equal, Text: "を替える。"}}, words.Delete)
	assert.Empty(t, m[0])
	assert.Equal(t, []mark{{start: 0, end: 1, op: words.Delete}}, m[1])
}

// Whatever marks there are, the runs joined are the text, and the numbers of quotes that fit are set once each.
func FuzzSegments(f *testing.F) {
	f.Add("港内の倉庫 20 棟", 1, 3, 2, 9, 0, 4)
	f.Add("", 0, 0, -1, 5, 2, 1)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g int) {
		if !utf8.ValidString(text) {
			return // readers hand over valid text only
		}
		var joined strings.Builder
		ends := map[int]int{}
		for _, s := range segments(text, []mark{{start: a, end: b, op: words.Delete}, {start: c, end: d, why: 1}, {start: e, end: g, why: 2}}) {
			joined.WriteString(s.Text)
			for _, n := range s.Ends {
				ends[n]++
			}
		}
		assert.Equal(t, text, joined.String())
		for n, times := range ends {
			assert.Equal(t, 1, times, "number %d", n)
		}
	})
}
