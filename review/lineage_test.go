package review_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/fixtures"
	"plandiff/review"
	"plandiff/schema"
)

// A lineage that counts verdicts is the one that would have been traced had the tool said so itself, but for the years before
// the first step, of which a lineage alone says nothing; beside each verdict stands what the tool said.
func TestVerdictsInALineage(t *testing.T) {
	older, newer := compare(t, fixtures.Edition(t, "2023")), compare(t, fixtures.Edition(t, "2024"))
	editions := []*schema.Edition{older.Edition, newer.Edition}
	trace := func(cs ...*diff.Comparison) *diff.Lineage {
		l, err := diff.Trace(editions, diff.TraceOptions{Comparisons: cs})
		require.NoError(t, err)
		return l
	}
	said := &schema.Reviews{}
	for n, c := range []*diff.Comparison{older, newer} {
		for i := range c.Changes {
			if (i+n)%3 == 0 {
				continue
			}
			d := schema.CarriedOver
			if i%2 == 0 {
				d = schema.Ended
			}
			said.Annotations = append(said.Annotations, schema.Annotation{Edition: c.Edition.ID, Item: c.Changes[i].Item.ID, Digest: c.Changes[i].Digest,
				Reviewer: "sato", State: schema.Accepted, Verdict: schema.Verdict{Disposition: d}})
		}
	}
	was, is := review.Apply(older, said), review.Apply(newer, said)
	tool, traced, laid := trace(older, newer), trace(was.Judged(), is.Judged()), trace(older, newer)
	review.Lay(traced, was, is)
	review.Lay(laid, was, is)
	overruled := 0
	for i := range tool.Threads {
		for s, step := range traced.Threads[i].Steps {
			assert.Equal(t, step, laid.Threads[i].Steps[s], tool.Threads[i].ID)
			if before := tool.Threads[i].Steps[s].Disposition; step.Disposition != before {
				overruled++
				assert.Equal(t, before, step.Tool, tool.Threads[i].ID)
				assert.Equal(t, []string{"sato"}, step.By, tool.Threads[i].ID)
			} else {
				assert.Empty(t, step.Tool, tool.Threads[i].ID)
			}
		}
		assert.Equal(t, traced.Threads[i].CarriedOverYears == 0, laid.Threads[i].CarriedOverYears == 0, tool.Threads[i].ID)
	}
	assert.Greater(t, overruled, 10)
	judged := is.Judged()
	for i := range newer.Changes {
		if judged.Changes[i].Disposition != newer.Changes[i].Disposition {
			assert.NotNil(t, is.Items[newer.Changes[i].Item.ID], "only what was judged differs")
		}
	}
}
