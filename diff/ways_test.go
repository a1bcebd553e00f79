package diff_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"plandiff/diff"
	"plandiff/schema"
)

// itemOf makes an item with one paragraph in each column; an empty text leaves the column empty.
func itemOf(id, plan, results, next string) schema.Item {
	column := func(text string) []schema.Passage {
		if text == "" {
			return nil
		}
		return []schema.Passage{{Text: text}}
	}
	return schema.Item{ID: "1/" + id, Label: id, Plan: column(plan), Results: column(results), NextPlan: column(next)}
}

func compare(t testing.TB, language string, items ...schema.Item) []diff.Change {
	t.Helper()
	e := &schema.Edition{ID: "test", Language: language, Years: schema.Years{Plan: 2023, NextPlan: 2024}, Sections: []schema.Section{{ID: "1", Items: items}}}
	c, err := diff.Compare(e, diff.Options{})
	require.NoError(t, err)
	return c.Changes
}

// Each way of saying is compared alone, so that no weight comes from its neighbours.
func TestWaysOfSaying(t *testing.T) {
	b, err := os.ReadFile("testdata/ways-ja.yaml")
	require.NoError(t, err)
	var ways []struct{ Want, Progress, Plan, Results, Next string }
	require.NoError(t, yaml.Unmarshal(b, &ways))
	require.NotEmpty(t, ways)
	for _, w := range ways {
		c := compare(t, "ja", itemOf("ア", w.Plan, w.Results, w.Next))[0]
		assert.Equalf(t, w.Want, string(c.Disposition), "%s | %s | %s\nevidence %+v", w.Plan, w.Results, w.Next, c.Evidence)
		if w.Progress != "" {
			assert.Equalf(t, w.Progress, string(c.Progress), "progress of %s | %s", w.Plan, w.Results)
		}
	}
}
