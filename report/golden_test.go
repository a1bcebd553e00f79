package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
)

var update = flag.Bool("update", false, "write the goldens instead of comparing with them")

// golden compares got with testdata/name.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o644))
		return
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "run go test ./report -update")
	assert.Equal(t, string(want), string(got))
}

// write renders the input in a format.
func write(t testing.TB, format string, in Input, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, format, in, o))
	return b.Bytes()
}

// Every text format of the sample, in the shapes a reader meets them.
func TestGolden(t *testing.T) {
	for _, tt := range []struct {
		file, format string
		o            Options
	}{
		{"comparison.json.golden", "json", Options{}},
		{"wide.txt.golden", "text", Options{Width: 120}},
		{"narrow.txt.golden", "text", Options{Width: 60, Lang: "en"}},
		{"color.txt.golden", "text", Options{Width: 120, Color: true, Filter: Filter{Only: []string{"expanded"}}}},
		{"filtered.txt.golden", "text", Options{Filter: Filter{Ministries: []string{"教育局"}, MinConfidence: 0.7}, Sort: "confidence"}},
		{"none.txt.golden", "text", Options{Filter: Filter{Only: []string{"merged"}}}},
		{"report.md.golden", "markdown", Options{}},
		{"report.en.md.golden", "markdown", Options{Lang: "en", Filter: Filter{Sections: []string{"1"}}}},
		{"items.csv.golden", "csv", Options{}},
		{"facts.csv.golden", "csv", Options{Table: "facts"}},
		{"lineage.csv.golden", "csv", Options{Table: "lineage"}},
		{"all.jsonl.golden", "jsonl", Options{}},
		{"report.html.golden", "html", Options{}},
		{"taisho.html.golden", "taisho", Options{}},
		{"taisho.brief.html.golden", "taisho", Options{Brief: true, Lang: "en"}},
	} {
		t.Run(tt.file, func(t *testing.T) {
			golden(t, tt.file, write(t, tt.format, Input{Comparison: sample()}, tt.o))
		})
	}
}

// The formats of a lineage on its own, as history shows it.
func TestLineageGolden(t *testing.T) {
	for _, tt := range []struct {
		file, format string
		o            Options
	}{
		{"lineage.txt.golden", "text", Options{Width: 90}},
		{"lineage.narrow.txt.golden", "text", Options{Width: 44, Lang: "en", Filter: Filter{Only: []string{"renumbered"}}}},
		{"lineage.md.golden", "markdown", Options{}},
		{"lineage.html.golden", "html", Options{Lang: "en"}},
		{"moments.csv.golden", "csv", Options{Table: "moments"}},
		{"lineage.jsonl.golden", "jsonl", Options{}},
		{"lineage.json.golden", "json", Options{}},
	} {
		t.Run(tt.file, func(t *testing.T) {
			golden(t, tt.file, write(t, tt.format, Input{Lineage: sample().Lineage}, tt.o))
		})
	}
}

// A report made from the JSON is the report made from the comparison itself, byte for byte, in every format.
func TestRenderFromJSON(t *testing.T) {
	direct := sample()
	var again diff.Comparison
	require.NoError(t, json.Unmarshal(write(t, "json", Input{Comparison: direct}, Options{}), &again))
	for _, f := range Formats {
		if f.Comparison == nil {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			want := write(t, f.Name, Input{Comparison: direct}, Options{})
			assert.Equal(t, want, write(t, f.Name, Input{Comparison: &again}, Options{}), "from JSON")
			assert.Equal(t, want, write(t, f.Name, Input{Comparison: direct}, Options{}), "once more")
		})
	}
}

// A lineage is chosen from by flag and section; what it cannot tell is refused. With a comparison the choice is its items'.
func TestThreadsAreChosen(t *testing.T) {
	ids := func(in Input, f Filter) []string {
		tables, _, err := sheets(in, Options{Filter: f}, "lineage")
		require.NoError(t, err)
		var ids []string
		for _, r := range tables[0].rows {
			ids = append(ids, r[0].(string))
		}
		return slices.Compact(ids)
	}
	in := Input{Lineage: sample().Lineage}
	assert.Len(t, ids(in, Filter{}), 3)
	assert.Equal(t, []string{"minato2023:2/イ"}, ids(in, Filter{Only: []string{"renumbered"}}))
	assert.Equal(t, []string{"minato2022:1(1)/ア"}, ids(in, Filter{Sections: []string{"1"}}))
	assert.Equal(t, []string{"minato2022:1(1)/ア"}, ids(Input{Comparison: sample()}, Filter{Ministries: []string{"消防局"}}))
	_, _, err := sheets(in, Options{Filter: Filter{Ministries: []string{"消防局"}}}, "")
	assert.ErrorContains(t, err, "knows neither ministries nor confidence")
	assert.ErrorContains(t, Write(&bytes.Buffer{}, "text", in, Options{Sort: "confidence"}), "a lineage keeps its own order")
	assert.False(t, under("10/ア", "1"))
}

// The page explains the rules that it names, and what several rules quote is quoted once.
func TestRulesAreExplained(t *testing.T) {
	c := sample()
	rule := diff.Rules()[0]
	twin := c.Changes[0].Evidence[0]
	twin.Rule = rule.ID
	c.Changes[0].Evidence = append(c.Changes[0].Evidence, twin)
	page := string(write(t, "html", Input{Comparison: c}, Options{}))
	assert.Contains(t, page, `<dt id="rule-`+rule.ID+`">`)
	assert.Equal(t, 1, strings.Count(page, `<code>wider-words</code>`))
	assert.NotContains(t, string(write(t, "html", Input{Comparison: sample()}, Options{})), "<dt id=", "rules that the engine does not know are not")
	v, err := NewView(Input{Comparison: c}, Options{})
	require.NoError(t, err)
	for c := range v.Full() {
		assert.Len(t, c.Reasons, 3, "a reason per quote")
		break
	}
}

// All mistakes in the options are named at once, each with what there is instead.
func TestOptionMistakes(t *testing.T) {
	err := Write(&bytes.Buffer{}, "text", Input{Comparison: sample()}, Options{Lang: "fr", Sort: "size", Table: "x", Filter: Filter{Only: []string{"bigger"}, MinConfidence: 2}})
	require.Error(t, err)
	for _, want := range []string{`unknown language "fr"`, `unknown sort order "size"; have document, unclear`, `unknown table "x"; have items`, `unknown flag "bigger"; have carried-over`, "outside 0 to 1"} {
		assert.Contains(t, err.Error(), want)
	}
	assert.EqualError(t, Write(&bytes.Buffer{}, "pdf2", Input{}, Options{}), `unknown format "pdf2"; have `+strings.Join(Names(), ", "))
}
