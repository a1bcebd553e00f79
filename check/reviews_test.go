package check

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
)

// An accepted verdict counts before the tool's flag; one that is only submitted, or given on another text, does not.
func TestVerdictsCount(t *testing.T) {
	const items = `- id: 1/ア
  label: ア
  ministries: [国土交通省]
  plan:
    - {mark: ・, text: 街路樹を剪定する。}
    - {mark: ・, text: 橋の耐震補強の設計を行う。}
  results:
    - text: 街路樹を剪定した。
  next_plan:
    - text: 引き続き、街路樹を剪定する。
- id: 1/イ
  label: イ
  ministries: [国土交通省]
  plan:
    - text: 橋50か所の点検を行う。
  results:
    - text: 橋50か所の点検を行った。
  next_plan:
    - text: 橋30か所の点検を行う。
- id: 1/ウ
  label: ウ
  ministries: [国土交通省]
  plan:
    - text: 信号機を改修する。
  results:
    - text: 信号機を改修した。
`
	none := []schema.Fact{}
	for _, tt := range []struct {
		rule, item string
		verdict    schema.Verdict
	}{
		{"commitment-unreported", "1/ア", schema.Verdict{Progress: schema.Done}},
		{"commitment-dropped", "1/ア", schema.Verdict{Disposition: schema.CarriedOver}},
		{"target-lowered", "1/イ", schema.Verdict{Facts: &none}},
		{"next-plan-missing", "1/ウ", schema.Verdict{Disposition: schema.Ended}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			e, source := exampleEdition(t, "2024.yaml", exampleHead, items)
			c, err := diff.Compare(e, diff.Options{})
			require.NoError(t, err)
			found := func(state schema.State, digest string) bool {
				a := schema.Annotation{ID: "r1", Edition: e.ID, Item: tt.item, Digest: digest, Verdict: tt.verdict, Reviewer: "sato", State: state}
				r, err := Run(Input{Edition: e, Source: source, Comparison: c, Reviews: []*schema.Reviews{{Version: 1, Annotations: []schema.Annotation{a}}}}, Options{})
				require.NoError(t, err)
				return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Rule == tt.rule && f.Item == tt.item })
			}
			i := slices.IndexFunc(c.Changes, func(ch diff.Change) bool { return ch.Item.ID == tt.item })
			assert.False(t, found(schema.Accepted, c.Changes[i].Digest), "accepted")
			assert.True(t, found(schema.Submitted, c.Changes[i].Digest), "submitted only")
			assert.True(t, found(schema.Accepted, "0000000000000000"), "accepted on another text")
		})
	}
}
