package diff_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
)

// Text torn out of its sentence, as a damaged page gives it, is judged like any other: nothing of it may stop the program.
func TestTornTextIsJudged(t *testing.T) {
	for _, text := range []string{"、調査を行う。", "が、調査を行う。", "て、調査を行う。", "中、調査を行う。", "とともに、", "、", "海岸にある", "沿岸に面した", "全ての港に近い"} {
		item := schema.Item{ID: "1/ア", Label: "ア", Plan: []schema.Passage{{Text: "全国の港において、調査を行う。"}}, Results: []schema.Passage{{Text: text}}, NextPlan: []schema.Passage{{Text: text}}}
		e := &schema.Edition{ID: "torn", Language: "ja", Sections: []schema.Section{{ID: "1", Items: []schema.Item{item}}}}
		c, err := diff.Compare(e, diff.Options{})
		require.NoError(t, err, text)
		assert.NotEmpty(t, c.Changes[0].Commitments, text)
	}
}
