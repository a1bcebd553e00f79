package check

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
)

// twoItems is an edition in which both items lack their results; marks go in at the places named.
func twoItems(marks map[string]string) string {
	text := `version: 1
id: michi2024
years: {plan: 2023, next_plan: 2024}
@head
sections:
  @section
  - id: "1"
    number: "1"
    title: 道路
    items:
      @item
      - id: 1/ア
        label: ア @behind
        ministries: [国土交通省]
        plan:
          @passage
          - text: 橋を点検し、
          - text: 道路の#橋を点検する。
        next_plan:
          - text: 引き続き、道路の橋を点検する。
      - id: 1/イ
        label: イ
        ministries: [国土交通省]
        plan:
          - text: 街路樹を剪定する。
        next_plan:
          - text: 引き続き、街路樹を剪定する。
`
	for _, at := range []string{"head", "section", "item", "behind", "passage"} {
		text = strings.ReplaceAll(text, "@"+at, marks[at])
	}
	return text
}

func checkText(t *testing.T, text string, o Options, baseline *schema.Baseline) *Result {
	t.Helper()
	e, source := parse(t, "e.yaml", text)
	c, err := diff.Compare(e, diff.Options{})
	require.NoError(t, err)
	r, err := Run(Input{Edition: e, Source: source, Comparison: c, Baseline: baseline}, o)
	require.NoError(t, err)
	return r
}

// stateOf lists the states of the findings of a rule.
func stateOf(r *Result, rule string) (out []string) {
	for _, f := range r.Findings {
		if f.Rule == rule {
			out = append(out, strings.TrimSpace(f.Item+" "+string(f.State)+" "+f.Reason))
		}
	}
	return out
}

// A comment covers what it stands above or behind, and nothing beside it.
func TestInlineSuppressions(t *testing.T) {
	for _, tt := range []struct {
		name, at, mark, rule string
		want                 []string
	}{
		{"above the item", "item", "# plandiff: ignore results-missing later", "results-missing", []string{"1/ア suppressed later", "1/イ new"}},
		{"behind a value of the item", "behind", "# plandiff: ignore results-missing later", "results-missing", []string{"1/ア suppressed later", "1/イ new"}},
		{"above a passage", "passage", "# plandiff: ignore cell-cut so printed", "cell-cut", []string{"1/ア suppressed so printed"}},
		{"above the item, its passage", "item", "# plandiff: ignore cell-cut so printed", "cell-cut", []string{"1/ア suppressed so printed"}},
		{"above a passage, the item", "passage", "# plandiff: ignore results-missing later", "results-missing", []string{"1/ア new", "1/イ new"}},
		{"above the section, its items", "section", "# plandiff: ignore results-missing later", "results-missing", []string{"1/ア new", "1/イ new"}},
		{"another rule", "item", "# plandiff: ignore plan-missing later", "results-missing", []string{"1/ア new", "1/イ new"}},
		{"no reason", "item", "# plandiff: ignore results-missing", "results-missing", []string{"1/ア new", "1/イ new"}},
		{"no comment of ours", "item", "# ignore results-missing later", "results-missing", []string{"1/ア new", "1/イ new"}},
		{"inside a text", "item", "# all is well", "suppression-unexplained", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := twoItems(map[string]string{tt.at: tt.mark})
			text = strings.Replace(text, "引き続き、街路樹を剪定する。", "\"引き続き # plandiff: ignore x、街路樹を剪定する。\"", 1)
			// Results somewhere: else the edition has no such column, and the rule is silent.
			text += "      - id: 1/ウ\n        label: ウ\n        ministries: [総務省]\n        plan: [{text: 雪を除く。}]\n        results: [{text: 雪を除いた。}]\n        next_plan: [{text: 雪を除く。}]\n"
			assert.Equal(t, tt.want, stateOf(checkText(t, text, Options{}, nil), tt.rule))
		})
	}
}

// At the head of the file a comment covers what is said of the whole edition.
func TestSuppressAtTheHead(t *testing.T) {
	text := strings.Replace(twoItems(nil), "next_plan: 2024", "next_plan: 2026", 1)
	assert.Equal(t, []string{"new"}, stateOf(checkText(t, text, Options{}, nil), "years-contradict"))
	text = "# plandiff: ignore years-contradict a plan for two years\n" + text
	assert.Equal(t, []string{"suppressed a plan for two years"}, stateOf(checkText(t, text, Options{}, nil), "years-contradict"))
}

// Fingerprints hold the item and the values, not lines or messages: comments and further items move nothing. An
// older edition given makes them last through a change of label.
func TestFingerprintsLast(t *testing.T) {
	prints := func(p genPair, lineage bool) map[string]string {
		out := map[string]string{}
		for _, f := range checkPair(t, p, lineage, nil).Findings {
			out[f.Rule+" "+f.Item] = f.Fingerprint
		}
		return out
	}
	p := generate(100, 7)
	p.newer.Sections[3].Items[4].Results = nil
	before := prints(p, true)
	require.Contains(t, before, "results-missing 4/オ")

	p.newer.Sections[0].Items = slices.Delete(p.newer.Sections[0].Items, 0, 1) // lines move
	moved := prints(p, true)
	assert.Equal(t, before["results-missing 4/オ"], moved["results-missing 4/オ"])

	p.newer.Sections[3].Items[4].Label, p.newer.Sections[3].Items[4].ID = "ナ", "4/ナ" // the label changes
	renamed := prints(p, true)
	assert.Equal(t, before["results-missing 4/オ"], renamed["results-missing 4/ナ"])
	assert.NotEqual(t, renamed["results-missing 4/ナ"], prints(p, false)["results-missing 4/ナ"], "without an older edition there is nothing to hold on to")

	seen := map[string]bool{}
	p.newer.Sections[3].Items[4].Plan = append(p.newer.Sections[3].Items[4].Plan, schema.Passage{}, schema.Passage{})
	for _, f := range checkPair(t, p, true, nil).Findings {
		assert.Falsef(t, seen[f.Fingerprint], "%s %s: a fingerprint is of one finding", f.Rule, f.Item)
		seen[f.Fingerprint] = true
	}
}

// What a baseline accepted in one year is known in the next, along the lineage; entries of rules that did not run are not stale.
func TestBaselineOverTheYears(t *testing.T) {
	p := generate(100, 8)
	p.older.Sections[2].Items[5].Ministries = nil
	p.newer.Sections[2].Items[5].Ministries = nil
	p.newer.Sections[2].Items[5].Label, p.newer.Sections[2].Items[5].ID = "ナ", "3/ナ"
	last := checkPair(t, genPair{newer: p.older}, false, nil)
	b := NewBaseline(last.Findings, p.older.ID, Warning, nil)
	require.Len(t, b.Entries, 1)
	b.Entries = append(b.Entries, schema.BaselineEntry{Fingerprint: "f0", Rule: "item-dropped"})

	e := p.newer
	c, err := diff.Compare(e, diff.Options{})
	require.NoError(t, err)
	in := Input{Edition: e, Comparison: c, Baseline: b}
	alone, err := Run(in, Options{})
	require.NoError(t, err)
	assert.Contains(t, alone.Skipped, "item-dropped")
	assert.Empty(t, alone.Stale, "the one is of another edition, the rule of the other did not run")

	in.Older = []*schema.Edition{p.older}
	in.Lineage, err = diff.Trace([]*schema.Edition{p.older, e}, diff.TraceOptions{})
	require.NoError(t, err)
	r, err := Run(in, Options{})
	require.NoError(t, err)
	assert.Equal(t, []string{"3/ナ known"}, stateOf(r, "ministry-missing"))
	assert.Equal(t, []schema.BaselineEntry{b.Entries[1]}, r.Stale)
	assert.Equal(t, b.Entries[:1], PruneBaseline(b, r.Stale).Entries)

	kept := schema.BaselineEntry{Fingerprint: "f1", Rule: "label-gap", Edition: "chiiki2020", Reason: "so printed"}
	b.Entries = append(b.Entries, kept)
	written := NewBaseline(r.Findings, e.ID, Warning, b).Entries
	assert.Equal(t, kept, written[0], "entries of other editions stay")
	for _, w := range written[1:] {
		assert.Equal(t, e.ID, w.Edition, "what is known over the years is of this edition from now on")
		assert.NotEqual(t, "f0", w.Fingerprint, "what matches nothing any more goes")
	}
}

// Expiry: on its day an entry counts again; without a day to compare with, none expires.
func TestBaselineExpires(t *testing.T) {
	text := strings.Replace(twoItems(nil), "ministries: [国土交通省]", "ministries: []", 1)
	b := NewBaseline(checkText(t, text, Options{}, nil).Findings, "michi2024", Warning, nil)
	i := slices.IndexFunc(b.Entries, func(e schema.BaselineEntry) bool { return e.Rule == "ministry-missing" })
	require.GreaterOrEqual(t, i, 0)
	b.Entries[i].Expires, b.Entries[i].Reason = "2025-10-01", "reorganised"
	for day, want := range map[string]string{"": "1/ア known reorganised", "2025-09-30": "1/ア known reorganised", "2025-10-01": "1/ア expired reorganised", "2026-01-01": "1/ア expired reorganised"} {
		assert.Equal(t, []string{want}, stateOf(checkText(t, text, Options{Expires: day}, b), "ministry-missing"), day)
	}
	again := NewBaseline(checkText(t, text, Options{}, b).Findings, "michi2024", Warning, b)
	assert.Equal(t, b.Entries, again.Entries, "written again, reasons and days stay")
}

// Presets turn levels; single rules go their own way; every mistake is told at once.
func TestLevels(t *testing.T) {
	for preset, want := range map[string][3]Level{"": {Error, Warning, Info}, "strict": {Error, Error, Warning}, "lenient": {Error, Info, Off}} {
		l, err := Levels(schema.CheckConfig{}, preset)
		require.NoError(t, err)
		assert.Equal(t, want, [3]Level{l["results-missing"], l["cell-cut"], l["flag-unclear"]}, preset)
	}
	l, err := Levels(schema.CheckConfig{Preset: "strict", Levels: map[string]schema.RuleLevel{"cell-cut": {Level: "off"}}}, "")
	require.NoError(t, err)
	assert.Equal(t, Off, l["cell-cut"])
	_, err = Levels(schema.CheckConfig{Years: -1, Levels: map[string]schema.RuleLevel{"cellcut": {Level: "error"}, "cell-cut": {Level: "fatal"}}, Suppress: []schema.Suppression{{Rule: "x", Reason: "y"}}}, "")
	for _, want := range []string{`unknown rule "cellcut": did you mean "cell-cut"?`, `unknown level "fatal"`, `unknown rule "x"`, "years: -1"} {
		assert.ErrorContains(t, err, want)
	}
	_, err = Run(Input{Edition: &schema.Edition{}}, Options{})
	assert.ErrorContains(t, err, "comparison")
}

// Findings at or above a level fail a check, unless they are accepted.
func TestFails(t *testing.T) {
	findings := []Finding{{Severity: Error, State: StateKnown}, {Severity: Warning, State: StateExpired}, {Severity: Info, State: StateNew}}
	for failOn, want := range map[string]bool{"error": false, "warning": true, "info": true, "never": false} {
		got, err := Fails(findings, failOn)
		require.NoError(t, err)
		assert.Equal(t, want, got, failOn)
	}
	_, err := Fails(nil, "off")
	assert.ErrorContains(t, err, "unknown level")
}
