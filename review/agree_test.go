package review

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
)

// The worked examples of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): rows are observers, columns
// units, a dot is a missing value.
func TestAlphaIsKrippendorffs(t *testing.T) {
	for _, tc := range []struct {
		name string
		rows []string
		want float64
		n    float64
	}{
		{"A: binary, two observers, no missing data", []string{"0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"}, 0.095, 20},
		{"B: nominal, two observers, no missing data", []string{"a a b b d c c c e d d a", "b a b b b c c c e d d d"}, 0.692, 24},
		{"C: nominal, any number of observers, missing data", []string{
			"1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."}, 0.743, 40},
	} {
		t.Run(tc.name, func(t *testing.T) {
			units := make([][]string, len(strings.Fields(tc.rows[0])))
			for _, row := range tc.rows {
				for i, v := range strings.Fields(row) {
					if v != "." {
						units[i] = append(units[i], v)
					}
				}
			}
			m := coincide(units)
			alpha, defined := m.alpha()
			assert.True(t, defined)
			assert.InDelta(t, tc.want, alpha, 0.0005)
			assert.InDelta(t, tc.n, m.n, 1e-9)
		})
	}
}

func TestAlphaAtItsEnds(t *testing.T) {
	perfect, ok := coincide([][]string{{"a", "a"}, {"b", "b"}}).alpha()
	assert.True(t, ok)
	assert.InDelta(t, 1, perfect, 1e-12)
	_, ok = coincide([][]string{{"a", "a"}, {"a", "a"}}).alpha()
	assert.False(t, ok, "where nothing varies, agreement is no news")
	against, ok := coincide([][]string{{"a", "b"}, {"b", "a"}}).alpha()
	assert.True(t, ok)
	assert.Less(t, against, 0.0)
}

func verdict(who, item string, d schema.Disposition, s schema.State) schema.Annotation {
	return schema.Annotation{ID: who + item, Edition: "p", Item: item, Reviewer: who, State: s, Verdict: schema.Verdict{Disposition: d}}
}

func TestAgreeRefusesWithoutOverlap(t *testing.T) {
	r := &schema.Reviews{Annotations: []schema.Annotation{
		verdict("abe", "1", schema.Expanded, schema.Submitted), verdict("sato", "2", schema.Expanded, schema.Submitted),
		verdict("sato", "1", schema.Expanded, schema.Draft), // a draft is no judgement yet
	}}
	_, err := Agree([]*schema.Reviews{r}, nil, false)
	assert.ErrorIs(t, err, ErrNoOverlap)
}

func TestAgreeCountsTheLastVerdictOfEach(t *testing.T) {
	r := &schema.Reviews{Annotations: []schema.Annotation{
		verdict("abe", "1", schema.Expanded, schema.Submitted), verdict("sato", "1", schema.Revised, schema.Superseded),
		verdict("sato", "1", schema.Expanded, schema.Accepted), verdict("abe", "2", schema.Revised, schema.Rejected), verdict("sato", "2", schema.Dropped, schema.Submitted),
		verdict("abe", "3", schema.New, schema.Submitted),
	}}
	c := &diff.Comparison{Edition: &schema.Edition{ID: "p"}, Changes: []diff.Change{
		{Item: &schema.Item{ID: "1"}, Disposition: schema.Expanded, Progress: schema.Done}, {Item: &schema.Item{ID: "3"}, Disposition: schema.New, Progress: schema.NotApplicable}}}
	got, err := Agree([]*schema.Reviews{r}, nil, false)
	require.NoError(t, err)
	require.Len(t, got, 1, "nobody judged progress")
	assert.Equal(t, []string{"abe", "sato"}, got[0].Raters)
	assert.Equal(t, 2, got[0].Units)
	assert.InDelta(t, 0.5, got[0].Observed, 1e-12)
	assert.Equal(t, LabelAgreement{"expanded", 2, 1, 1, true}, got[0].Labels[0])

	got, err = Agree([]*schema.Reviews{r}, []*diff.Comparison{c}, true, "abe")
	require.NoError(t, err)
	assert.Equal(t, []string{"abe", Tool}, got[0].Raters)
	assert.Equal(t, 2, got[0].Units, "item 2 is not in the comparison")
	assert.InDelta(t, 1, got[0].Alpha, 1e-12)
}

func comparison() *diff.Comparison {
	return &diff.Comparison{Edition: &schema.Edition{ID: "p"}, Changes: []diff.Change{
		{Item: &schema.Item{ID: "1"}, Digest: "d1", Disposition: schema.Unclear, Progress: schema.Done},
		{Item: &schema.Item{ID: "2"}, Digest: "d2", Disposition: schema.Revised, Progress: schema.Done, Facts: []schema.Fact{schema.Verbatim}},
		{Item: &schema.Item{ID: "3"}, Digest: "d3", Disposition: schema.New, Progress: schema.NotApplicable},
	}}
}

func TestApplyTakesAcceptedVerdictsOnTheTextThatWasJudged(t *testing.T) {
	c := comparison()
	now := verdict("abe", "1", schema.Expanded, schema.Accepted)
	now.Digest = "d1"
	confirm := verdict("abe", "2", "", schema.Accepted)
	confirm.Verdict = Confirmed(&c.Changes[1])
	c.Changes[1].Disposition = schema.Expanded // a later version of the tool says something else
	stale := verdict("abe", "3", schema.Moved, schema.Accepted)
	stale.Digest = "before"
	gone := verdict("abe", "9", schema.Moved, schema.Accepted)
	orphan := verdict("sato", "1", schema.Moved, schema.Orphaned)
	other := verdict("abe", "1", schema.Moved, schema.Accepted)
	other.Edition = "q"
	submitted := verdict("sato", "1", schema.Moved, schema.Submitted)

	o := Apply(c, &schema.Reviews{Annotations: []schema.Annotation{now, confirm, stale, gone, orphan, other, submitted}})
	assert.Equal(t, schema.Expanded, o.Items["1"].Disposition())
	assert.Equal(t, schema.Done, o.Items["1"].Progress(), "not judged: the tool's")
	assert.False(t, o.Items["1"].Agrees())
	assert.Equal(t, schema.Revised, o.Items["2"].Disposition(), "what was confirmed goes on counting")
	assert.Equal(t, schema.New, o.Items["3"].Disposition(), "the text changed since: the verdict does not count")
	assert.Len(t, o.Items["3"].Stale, 1)
	assert.Len(t, o.Homeless, 2)
	assert.Equal(t, 1, o.Others)

	g, left := Gold(o, c)
	require.Len(t, g.Items, 1)
	assert.Equal(t, schema.GoldLabels{Progress: schema.Done, Disposition: schema.Revised, Facts: []schema.Fact{schema.Verbatim}}, g.Items[0].Labels)
	assert.Equal(t, []string{"item 1: judged without progress, facts", "item 3: the text changed after it was judged"}, left)
}

func TestContradictingVerdictsCountForNothing(t *testing.T) {
	a, b := verdict("abe", "1", schema.Expanded, schema.Accepted), verdict("sato", "1", schema.Dropped, schema.Accepted)
	b.Verdict.Progress = schema.NotDone
	j := Apply(comparison(), &schema.Reviews{Annotations: []schema.Annotation{a, b}}).Items["1"]
	assert.Len(t, j.Conflict, 2)
	assert.Equal(t, schema.Unclear, j.Disposition())
	assert.Equal(t, schema.NotDone, j.Progress(), "only one of them speaks of progress")
}

func TestAcceptSupersedesTheVerdictBefore(t *testing.T) {
	d, err := NewDraft("r.yaml", nil)
	require.NoError(t, err)
	note := schema.Annotation{ID: "note", Edition: "p", Item: "1", Reviewer: "abe", State: schema.Accepted, Note: "a note judges nothing"}
	require.NoError(t, d.AddAll([]schema.Annotation{verdict("abe", "1", schema.Expanded, schema.Accepted), note, verdict("sato", "1", schema.Dropped, schema.Submitted)}))
	gone, err := Accept(d, "sato1")
	require.NoError(t, err)
	assert.Equal(t, []string{"abe1"}, gone)
	assert.Equal(t, []schema.State{schema.Superseded, schema.Accepted, schema.Accepted},
		[]schema.State{d.Find("abe1").State, d.Find("note").State, d.Find("sato1").State})
	_, err = Accept(d, "nobody")
	assert.ErrorContains(t, err, `no annotation "nobody" in r.yaml`)
}
