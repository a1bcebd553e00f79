package review_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/fixtures"
	"plandiff/review"
	"plandiff/schema"
)

// annotate puts an accepted verdict on every item, and a note on words at the beginning, in the middle and at the end of
// every passage.
func annotate(t *testing.T, c *diff.Comparison) *schema.Reviews {
	t.Helper()
	r := &schema.Reviews{Version: 1}
	add := func(a schema.Annotation) {
		a.Edition, a.Reviewer, a.State = c.Edition.ID, "sato", schema.Accepted
		a.ID = fmt.Sprintf("n%d", len(r.Annotations))
		r.Annotations = append(r.Annotations, a)
	}
	for i := range c.Changes {
		ch := &c.Changes[i]
		add(schema.Annotation{Item: ch.Item.ID, Digest: ch.Digest, Verdict: review.Confirmed(ch)})
		for _, col := range schema.Columns() {
			for p, passage := range ch.Item.Column(col) {
				text := []rune(passage.Text)
				for _, span := range [][2]int{{0, min(12, len(text))}, {len(text) / 3, len(text)/3 + len(text)/4}, {max(0, len(text)-15), len(text)}} {
					if span[0] == span[1] {
						continue
					}
					q, err := review.Quote(ch.Item, col, string(text[span[0]:span[1]]), p, span[0])
					require.NoError(t, err)
					add(schema.Annotation{Item: ch.Item.ID, Digest: ch.Digest, Column: col, Quote: q, Note: "look"})
				}
			}
		}
	}
	return r
}

func compare(t *testing.T, e *schema.Edition) *diff.Comparison {
	t.Helper()
	c, err := diff.Compare(e, diff.Options{})
	require.NoError(t, err)
	return c
}

func nothing(string) bool { return false }

// right holds what must be true of every carried annotation, given where each item really went.
func right(t *testing.T, c review.Carried, truth map[string][]string, to map[string]*diff.Change) {
	t.Helper()
	now := c.Now
	require.NotEmpty(t, now.Carried)
	last := now.Carried[len(now.Carried)-1]
	assert.Equal(t, []string{c.Was.ID, c.Was.Item, string(c.Was.State)}, []string{last.ID, last.Item, string(last.State)}, "it tells where it came from")
	assert.Equal(t, c.Was.Note, now.Note)
	assert.Equal(t, c.Was.Verdict, now.Verdict)
	if now.State == schema.Orphaned {
		assert.NotEmpty(t, c.Why)
		return
	}
	if !assert.Contains(t, truth[c.Was.Item], now.Item, "%s (%s) went to an item that does not follow", c.Was.ID, c.Was.Item) {
		return
	}
	home := to[now.Item]
	if q := now.Quote; q != nil {
		text := []rune(home.Item.Column(now.Column)[q.Passage].Text)
		assert.Equal(t, q.Exact, string(text[q.Start:q.End]), "the positions are those of the words")
	}
	if c.Kept() {
		assert.Equal(t, c.Was.State, now.State)
		assert.Equal(t, home.Digest, now.Digest)
		if c.Was.Quote != nil {
			assert.Equal(t, c.Was.Quote.Exact, now.Quote.Exact, "kept words are the same words")
		}
		if review.HasVerdict(c.Was) {
			assert.Equal(t, c.Was.Digest, now.Digest, "a verdict counts only on the text that was judged")
		}
		return
	}
	assert.Equal(t, schema.NeedsRecheck, now.State)
}

func changesOf(c *diff.Comparison) map[string]*diff.Change {
	out := map[string]*diff.Change{}
	for i := range c.Changes {
		out[c.Changes[i].Item.ID] = &c.Changes[i]
	}
	return out
}

// To the next year's edition, along the lineage as the program finds it; the truth is the fixtures' list of links.
func TestCarryToTheNextEdition(t *testing.T) {
	for _, pair := range []struct{ from, to, links string }{{"2023", "2024", "links"}, {"2024", "2025", "links-2024-2025"}} {
		from, to := compare(t, fixtures.Edition(t, pair.from)), compare(t, fixtures.Edition(t, pair.to))
		l, err := diff.Trace([]*schema.Edition{from.Edition, to.Edition}, diff.TraceOptions{Comparisons: []*diff.Comparison{from, to}})
		require.NoError(t, err)
		truth := map[string][]string{}
		for row := range strings.Lines(string(fixtures.Bytes(t, "editions/"+pair.links+".tsv"))) {
			if cells := strings.Split(strings.TrimSpace(row), "\t"); len(cells) == 2 {
				truth[cells[0]] = append(truth[cells[0]], cells[1])
			}
		}
		r := annotate(t, from)
		require.GreaterOrEqual(t, len(r.Annotations), 300)
		carried, err := review.Carry(r, from, to, l, nothing)
		require.NoError(t, err)
		require.Len(t, carried, len(r.Annotations), "nothing is dropped")
		count := map[schema.State]int{}
		ids := map[string]bool{}
		for _, c := range carried {
			right(t, c, truth, changesOf(to))
			count[c.Now.State]++
			ids[c.Now.ID] = true
		}
		assert.Len(t, ids, len(carried))
		t.Logf("%s to %s: %d annotations: %v", pair.from, pair.to, len(carried), count)
		assert.Greater(t, count[schema.Accepted], 0)
		assert.Greater(t, count[schema.NeedsRecheck], 0)
	}
}

// From a draft to the final text, whose edits are known: each kind of edit has one right answer.
func TestCarryFromDraftToFinal(t *testing.T) {
	draft, final := fixtures.Edition(t, "2024"), fixtures.Edition(t, "2024")
	kinds := []string{"same", "word", "dropped", "renumbered", "inserted", "rewritten", "lookalike"}
	kind := map[string]string{}
	truth := map[string][]string{}
	l := &diff.Lineage{IDs: []string{"draft", "final"}}
	n := 0
	for s := range final.Sections {
		items := final.Sections[s].Items
		final.Sections[s].Items = nil
		for _, it := range items {
			old := it.ID
			kind[old] = kinds[n%len(kinds)]
			n++
			switch kind[old] {
			case "word":
				p := []rune(it.Results[0].Text)
				p[len(p)/2] = '〓'
				it.Results[0].Text = string(p)
			case "dropped":
				l.Threads = append(l.Threads, diff.Thread{Stops: []diff.Stop{{Edition: "draft", Items: []string{old}}, {Edition: "final"}},
					Steps: []diff.Step{{From: "draft", To: "final", Relation: diff.DroppedItem, RunnerUp: ""}}})
				continue
			case "renumbered":
				it.ID += "改"
			case "inserted":
				it.NextPlan = append([]schema.Passage{{Text: "前文を新たに加える。"}}, it.NextPlan...)
			case "rewritten":
				it.Results = []schema.Passage{{Text: "全く別の言葉で書き直した報告である。"}}
			case "lookalike":
				near := it
				near.ID += "写"
				near.Plan = []schema.Passage{{Text: plan(it) + "別の省が行う。"}}
				final.Sections[s].Items = append(final.Sections[s].Items, near)
			}
			truth[old] = []string{it.ID}
			l.Threads = append(l.Threads, diff.Thread{Stops: []diff.Stop{{Edition: "draft", Items: []string{old}}, {Edition: "final", Items: []string{it.ID}}},
				Steps: []diff.Step{{From: "draft", To: "final", Relation: diff.SameItem, Score: 0.99}}})
			final.Sections[s].Items = append(final.Sections[s].Items, it)
		}
	}
	from, to := compare(t, draft), compare(t, final)
	carried, err := review.Carry(annotate(t, from), from, to, l, nothing)
	require.NoError(t, err)
	for _, c := range carried {
		right(t, c, truth, changesOf(to))
		verdict := c.Was.Quote == nil
		switch kind[c.Was.Item] {
		case "same", "renumbered", "lookalike":
			assert.True(t, c.Kept(), "%s %s: %s", kind[c.Was.Item], c.Was.Item, c.Why)
		case "dropped":
			assert.Equal(t, schema.Orphaned, c.Now.State)
		case "word":
			touched := verdict
			if q := c.Was.Quote; q != nil && c.Was.Column == schema.Results && q.Passage == 0 {
				at := len([]rune(changesOf(from)[c.Was.Item].Item.Results[0].Text)) / 2
				touched = q.Start <= at && at < q.End
			}
			assert.Equal(t, touched, !c.Kept(), "%s %q: %s", c.Was.Item, c.Was.Quote, c.Why)
		case "inserted":
			assert.Equal(t, verdict, !c.Kept(), "words move one passage down and stay the same words: %s", c.Why)
		case "rewritten":
			if c.Was.Column == schema.Results {
				assert.Equal(t, schema.Orphaned, c.Now.State)
			}
		}
	}
}

// What was carried once is known again, so carrying twice adds nothing.
func TestCarryKnowsWhatItCarried(t *testing.T) {
	c := compare(t, fixtures.Edition(t, "2024"))
	l := &diff.Lineage{IDs: []string{"a", "b"}}
	r := annotate(t, c)
	carried, err := review.Carry(r, c, c, l, nothing)
	require.NoError(t, err)
	d, err := review.NewDraft("r.yaml", nil)
	require.NoError(t, err)
	var all []schema.Annotation
	for _, x := range carried {
		assert.Equal(t, schema.Orphaned, x.Now.State, "a lineage that knows no item leaves all without a home")
		all = append(all, x.Now)
	}
	require.NoError(t, d.AddAll(all))
	for _, a := range r.Annotations {
		assert.True(t, review.AlreadyCarried(d.Reviews, a, c.Edition.ID))
	}
	assert.False(t, review.AlreadyCarried(d.Reviews, r.Annotations[0], "another"))
}

func TestAnnotationsByHandNeedNoDigest(t *testing.T) {
	draft, final := compare(t, fixtures.Edition(t, "2024")), compare(t, fixtures.Edition(t, "2024"))
	l := &diff.Lineage{IDs: []string{"draft", "final"}}
	id := draft.Changes[0].Item.ID
	l.Threads = []diff.Thread{{Stops: []diff.Stop{{Edition: "draft", Items: []string{id}}, {Edition: "final", Items: []string{id}}}, Steps: []diff.Step{{From: "draft", To: "final", Relation: diff.SameItem, Score: 1}}}}
	r := &schema.Reviews{Annotations: []schema.Annotation{{ID: "a", Edition: draft.Edition.ID, Item: id, Reviewer: "sato", State: schema.Accepted, Verdict: schema.Verdict{Disposition: schema.Expanded}}}}
	carried, err := review.Carry(r, draft, final, l, nothing)
	require.NoError(t, err)
	require.Len(t, carried, 1)
	assert.True(t, carried[0].Kept(), carried[0].Why)
	assert.Equal(t, final.Changes[0].Digest, carried[0].Now.Digest, "from here on it says which text it is of")
}

func TestQuoteNamesTheNearestPlace(t *testing.T) {
	it := &schema.Item{ID: "1/ア", Plan: []schema.Passage{{Text: "船を買う。船を直す。"}, {Text: "船を売る。"}}}
	q, err := review.Quote(it, schema.Plan, "船を", -1, 4)
	require.NoError(t, err)
	assert.Equal(t, schema.Quote{Exact: "船を", Prefix: "船を買う。", Suffix: "直す。", Passage: 0, Start: 5, End: 7}, *q)
	_, err = review.Quote(it, schema.Plan, "直す。船", -1, 0)
	assert.EqualError(t, err, `item 1/ア: the words "直す。船" do not stand in one passage of plan: quote them as they are written`)
}

func plan(it schema.Item) string {
	if len(it.Plan) == 0 {
		return ""
	}
	return it.Plan[0].Text
}
