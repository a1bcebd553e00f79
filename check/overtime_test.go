package check

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
)

// An item without a successor was dropped, unless a new item reads much like it: then nobody can tell but a person.
func TestDroppedOrNotFoundAgain(t *testing.T) {
	older, _ := exampleEdition(t, "2023.yaml", "id: michi2023\nlanguage: ja\nyears: {plan: 2022, next_plan: 2023}\n",
		"- id: 1/ア\n  label: ア\n  next_plan:\n    - text: 街路樹の枝を剪定し、樹木の健康状態を調べる。\n")
	for _, c := range []struct{ plan, relation, want string }{
		{"街路樹の枝を剪定し、樹木の状態を地図に示す。", "new", "item-untraced"},
		{"街路樹の枝を剪定し、樹木の状態を地図に示す。", "same", "item-dropped"}, // it is another item's successor
		{"除雪車を新たに配備する。", "new", "item-dropped"},
	} {
		in := Input{Older: []*schema.Edition{older}}
		in.Edition, in.Source = exampleEdition(t, "2024.yaml", exampleHead,
			"- id: 1/ア\n  label: ア\n  ministries: [国土交通省]\n  results:\n    - text: 会議を開いた。\n  next_plan:\n    - text: "+c.plan+"\n")
		var err error
		in.Comparison, err = diff.Compare(in.Edition, diff.Options{})
		require.NoError(t, err)
		in.Lineage = &diff.Lineage{IDs: []string{"michi2023", "michi2024"}, Threads: []diff.Thread{
			{ID: "michi2023/1/ア", Stops: []diff.Stop{{Edition: "michi2023", Items: []string{"1/ア"}}},
				Steps: []diff.Step{{From: "michi2023", To: "michi2024", Relation: diff.DroppedItem, Disposition: schema.Dropped, RunnerUp: "1/ア"}}},
			{ID: "michi2024/1/ア", Stops: []diff.Stop{{Edition: "michi2024", Items: []string{"1/ア"}}},
				Steps: []diff.Step{{From: "michi2023", To: "michi2024", Relation: diff.Relation(c.relation)}}},
		}}
		result, err := Run(in, Options{})
		require.NoError(t, err)
		var got []string
		for _, f := range result.Findings {
			if f.Rule == "item-dropped" || f.Rule == "item-untraced" {
				got = append(got, f.Rule)
			}
		}
		assert.Equal(t, []string{c.want}, got, c.plan)
	}
}
