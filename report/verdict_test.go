package report

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/review"
	"plandiff/schema"
)

// reviewed is the sample with a verdict that overrules the tool, one that confirms it, one on another text, and a note.
func reviewed() Input {
	c := sample()
	digest, put := c.Changes[0].Digest, []schema.Fact{schema.TargetRaised}
	reviews := &schema.Reviews{Version: 1, Annotations: []schema.Annotation{
		{ID: "a", Edition: "minato2024", Item: "1(1)/ア", Digest: digest, Reviewer: "港湾局の人", Date: "2024-08-01", State: schema.Accepted, Note: "棟数の増は\n移管による。", Verdict: schema.Verdict{Disposition: schema.Moved, Facts: &put},
			Replies: []schema.Reply{{Reviewer: "消防局の人", Note: "<b>同意</b>"}}},
		{ID: "b", Edition: "minato2024", Item: "1(1)/イ", Digest: digest, Reviewer: "港湾局の人", State: schema.Accepted, Verdict: schema.Verdict{Confirm: true}},
		{ID: "c", Edition: "minato2024", Item: "2/イ", Digest: "another", Reviewer: "教育局の人", State: schema.Accepted, Verdict: schema.Verdict{Disposition: schema.Ended}},
		{ID: "d", Edition: "minato2024", Item: "2/ウ", Digest: digest, Reviewer: "教育局の人", State: schema.Draft, Note: "=1+1", Column: schema.Plan, Quote: &schema.Quote{Exact: "関係者"}},
	}}
	return Input{Comparison: c, Reviews: review.Apply(c, reviews)}
}

// What an accepted verdict says counts, and the tool's own flag stands beside it; a stale one and a note count for nothing.
func TestReviews(t *testing.T) {
	in := reviewed()
	golden(t, "reviews.txt.golden", write(t, "text", in, Options{Width: 100, Sort: "document"}))
	golden(t, "reviews.md.golden", write(t, "markdown", in, Options{Lang: "en"}))
	golden(t, "reviews.csv.golden", write(t, "csv", in, Options{}))
	golden(t, "reviews.jsonl.golden", write(t, "jsonl", in, Options{Filter: Filter{Only: []string{"moved"}}}))
	golden(t, "reviews.html.golden", write(t, "html", in, Options{}))
	golden(t, "reviews.taisho.html.golden", write(t, "taisho", in, Options{}))
}

// Filters find the label that counts, and not the one that was overruled.
func TestFilterByVerdict(t *testing.T) {
	ids := func(f Filter) []string {
		v, err := NewView(reviewed(), Options{Filter: f})
		require.NoError(t, err)
		var ids []string
		for _, c := range v.Cards {
			ids = append(ids, c.Change.Item.ID)
		}
		return ids
	}
	assert.Equal(t, []string{"1(1)/ア"}, ids(Filter{Only: []string{"moved"}}))
	assert.Empty(t, ids(Filter{Only: []string{"expanded"}}), "overruled")
	assert.Empty(t, ids(Filter{Only: []string{"ended"}}), "given on another text")
	assert.Equal(t, []string{"1(1)/ア", "1(1)/イ"}, ids(Filter{MinConfidence: 1}))
}

// Whatever people accept, every count of a report is that of a comparison in which the tool had said so: verdicts
// at random, 200 times. So are the rows of the tables that numbers are taken from.
func TestCountsFollowVerdicts(t *testing.T) {
	dice := rand.New(rand.NewPCG(6, 7))
	pick := func(terms []schema.Term) string { return terms[dice.IntN(len(terms))].ID }
	for range 200 {
		c, told := sample(), sample()
		file := &schema.Reviews{Version: 1}
		for i := range c.Changes {
			ch, as := &c.Changes[i], &told.Changes[i]
			a := schema.Annotation{ID: ch.Item.ID, Edition: c.Edition.ID, Item: ch.Item.ID, Digest: ch.Digest, Reviewer: "甲", State: schema.Accepted}
			if dice.IntN(2) == 0 {
				a.Verdict.Disposition = schema.Disposition(pick(schema.Dispositions()))
				as.Disposition = a.Verdict.Disposition
			}
			if dice.IntN(2) == 0 {
				a.Verdict.Progress = schema.Progress(pick(schema.Progresses()))
				as.Progress = a.Verdict.Progress
			}
			if dice.IntN(2) == 0 {
				list := []schema.Fact{}
				if dice.IntN(3) > 0 {
					list = append(list, schema.Fact(pick(schema.Facts())))
				}
				a.Verdict.Facts, as.Facts = &list, list
			}
			file.Annotations = append(file.Annotations, a)
		}
		in := Input{Comparison: c, Reviews: review.Apply(c, file)}
		got, err := NewView(in, Options{Sort: "disposition"})
		require.NoError(t, err)
		want, err := NewView(Input{Comparison: told}, Options{Sort: "disposition"})
		require.NoError(t, err)
		require.Equal(t, want.Summary, got.Summary)
		for i := range want.Cards {
			require.Equal(t, want.Cards[i].Change.Item.ID, got.Cards[i].Change.Item.ID, "order")
		}
		gotCharts, err := chartsOf(got)
		require.NoError(t, err)
		wantCharts, err := chartsOf(want)
		require.NoError(t, err)
		require.Equal(t, wantCharts, gotCharts)
		require.Equal(t, pivot(t, Input{Comparison: told}), pivot(t, in))
	}
}

// pivot are the columns of the ministries table that a pivot table looks at.
func pivot(t *testing.T, in Input) []row {
	t.Helper()
	tables, _, err := sheets(in, Options{}, "ministries")
	require.NoError(t, err)
	var rows []row
	for _, r := range tables[0].rows {
		rows = append(rows, r[:7])
	}
	return rows
}

// Tables with reviews are rectangular too, name the tool's label beside the one that counts, and give a fact that only a
// person sees a row of its own.
func TestReviewedTables(t *testing.T) {
	c := sample()
	put := []schema.Fact{schema.TargetAdded, schema.TargetAdded}
	file := &schema.Reviews{Version: 1, Annotations: []schema.Annotation{{ID: "a", Edition: c.Edition.ID, Item: "1(1)/ア", Reviewer: "甲", State: schema.Accepted,
		Verdict: schema.Verdict{Progress: schema.NotDone, Facts: &put}}}}
	in := Input{Comparison: c, Reviews: review.Apply(c, file)}
	tables, _, err := sheets(in, Options{}, "")
	require.NoError(t, err)
	for _, table := range tables {
		for i, r := range table.rows {
			assert.Len(t, r, len(table.Columns), "%s row %d", table.Name, i)
		}
		if table.Name == "facts" {
			assert.Equal(t, row{"minato2024", "1(1)/ア", "港湾局、消防局", "target-added", "目標新設", "", "", nil, "", nil, "", "甲"}, table.rows[0], "once")
			assert.NotEqual(t, "1(1)/ア", table.rows[1][1], "the tool's fact counts no more")
		}
	}
	text := string(write(t, "text", in, Options{Width: 100}))
	assert.Contains(t, text, "拡充 91% (次点 継続) · 未措置（甲） · 目標新設（甲）\nplandiff: 措置済 · 目標引上げ\n")
	assert.NotContains(t, string(write(t, "csv", Input{Comparison: c}, Options{})), "tool_disposition", "no column more where nobody was asked")
}
