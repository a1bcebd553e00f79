package score_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
	"plandiff/score"
)

const labels = `
- id: a
  ministries: [Harbour Office]
  plan:
    - {text: "Train 45 guards."}
    - {text: "Publish a report."}
  results:
    - {text: "Guards were trained."}
  next_plan:
    - {text: "Train 60 guards."}
  labels: {progress: partly-done, disposition: revised, facts: [target-raised]}
  commitments:
    - {plan: [1], results: [1], next_plan: [1], progress: done, disposition: expanded}
    - {plan: [2], results: [], next_plan: [], progress: not-reported, disposition: dropped}
- id: b
  plan:
    - {text: "港を点検する。"}
  results: []
  next_plan: []
  labels: {progress: not-reported, disposition: dropped}
  commitments: []
- id: c
  plan:
    - {text: "橋を点検する。"}
  results: []
  next_plan: []
  labels: {progress: done, disposition: dropped}
  commitments: []
`

// flags answers for the three items: the first wrong (one of two facts, one link too many), the second right, the third not there.
func flags(t *testing.T) (*schema.Gold, *diff.Comparison) {
	gold, err := schema.ParseGold("labels.yaml", []byte(labels))
	require.NoError(t, err)
	e := score.Edition(gold)
	items := e.Sections[0].Items
	sentence := func(s string) diff.Sentence { return diff.Sentence{Text: s} }
	c := &diff.Comparison{Edition: e, Changes: []diff.Change{
		{Item: &items[0], Progress: schema.PartlyDone, Disposition: schema.Expanded, Facts: []schema.Fact{schema.TargetRaised, schema.DeadlineAdded}, Confidence: 0.95,
			Evidence: []diff.Evidence{{Rule: "number-up", For: "disposition", Quote: "60 guards"}},
			Commitments: []diff.Commitment{
				{Plan: []diff.Sentence{sentence("Train 45 guards.")}, Results: []diff.Sentence{sentence("Guards were trained.")}, NextPlan: []diff.Sentence{sentence("Train 60 guards.")}},
				{Plan: []diff.Sentence{sentence("Publish a report.")}, Results: []diff.Sentence{sentence("Guards were trained.")}},
			}},
		{Item: &items[1], Progress: schema.NotReported, Disposition: schema.Dropped, Confidence: 0.55},
	}}
	return gold, c
}

func TestMeasure(t *testing.T) {
	gold, c := flags(t)
	each, r, err := score.Measure([]score.Pair{{Gold: gold, Comparison: c}})
	require.NoError(t, err)
	require.Len(t, each, 1)

	assert.Equal(t, 3, r.Items)
	assert.Equal(t, 1, r.Missing)
	assert.Equal(t, 0.3333, r.Disposition.Accuracy)
	assert.Equal(t, 0.3333, r.Disposition.MacroF1, "revised 0, dropped 2·1/(2+1): a mean over the gold's classes")
	assert.Equal(t, 0.6667, r.Progress.Accuracy)
	assert.Contains(t, r.Disposition.Confusion, score.Confusion{Gold: "revised", Got: "expanded", Items: 1})
	assert.Equal(t, score.Figures{Gold: 1, Got: 2, Right: 1, Precision: 0.5, Recall: 1, F1: 0.6667}, r.Facts)
	assert.Equal(t, score.Figures{Gold: 1, Got: 2, Right: 1, Precision: 0.5, Recall: 1, F1: 0.6667}, r.LinksResults)
	assert.Equal(t, 1.0, r.LinksNext.F1)
	assert.Equal(t, score.Sure{Items: 1, Right: 0}, r.Sure)
	assert.Equal(t, score.Bin{From: 0.5, To: 0.6, Items: 1, Confidence: 0.55, Right: 1}, r.Calibration[1])
	assert.Equal(t, 0.7, r.CalibrationE, "(0.95 + 0.45) over the two that were flagged")
	assert.Equal(t, score.Miss{Item: "a", Axis: "disposition", Gold: "revised", Got: "expanded", Rule: "number-up", Quote: "60 guards", Confidence: 0.95}, r.Misses[0])
}

// Gold against flags that agree in everything scores 1 throughout.
func TestMeasureOfAgreement(t *testing.T) {
	gold, c := flags(t)
	gold.Items = gold.Items[1:2]
	_, r, err := score.Measure([]score.Pair{{Gold: gold, Comparison: c}})
	require.NoError(t, err)
	assert.Equal(t, 1.0, r.Disposition.Accuracy)
	assert.Equal(t, 1.0, r.Disposition.MacroF1)
	assert.Equal(t, 1.0, r.Progress.MacroF1)
	assert.Empty(t, r.Misses)
}

func TestMeasureRefusesAmbiguousLabels(t *testing.T) {
	gold, c := flags(t)
	c.Changes[1].Item.Label = "a"
	gold.Items[0].ID, gold.Items[0].Label = "", "a"
	_, _, err := score.Measure([]score.Pair{{Gold: gold, Comparison: c}})
	assert.ErrorContains(t, err, `label "a" fits 2 items of edition labels, first 1/a and 1/b: give the item's id`)
}

func TestEditionJoinsSentencesOfOnePassage(t *testing.T) {
	gold, _ := flags(t)
	e := score.Edition(gold)
	assert.Equal(t, "labels", e.ID)
	assert.Equal(t, "Train 45 guards. Publish a report.", e.Sections[0].Items[0].Plan[0].Text)
	assert.Equal(t, "1/a", e.Sections[0].Items[0].ID)
}

func TestWriteText(t *testing.T) {
	gold, c := flags(t)
	each, total, err := score.Measure([]score.Pair{{Gold: gold, Comparison: c}})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, score.WriteText(&b, each, total))
	for _, want := range []string{
		"labels.yaml  3      0.333",
		"revised        right 0 of 1; taken for expanded 1",
		"0.5 to 0.6     1 items  mean 0.55  right 1.000",
		"at 0.9 and more: 1 items, 0.000 right",
		"a  disposition: gold revised, flagged expanded by number-up on 60 guards",
		"c  disposition: gold dropped, flagged missing",
	} {
		assert.True(t, strings.Contains(b.String(), want), "%q in\n%s", want, b.String())
	}
}
