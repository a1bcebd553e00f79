package schema

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sound is an edition without problems: two sections, labels ア to ウ running on over a ①-block.
func sound() *Edition {
	item := func(label string) Item {
		return Item{Label: label, Plan: []Passage{{Text: "点検する。"}}, Results: []Passage{{Text: "点検した。"}}, NextPlan: []Passage{{Text: "点検する。"}}}
	}
	e := &Edition{Version: 1, ID: "plan2024", Language: "ja", Stage: "final", Date: "2024-07-10", Years: Years{2023, 2024}, Sections: []Section{
		{ID: "a", Number: "1"}, {ID: "b", Parent: "a", Number: "(1)", Items: []Item{item("ア"), item("イ")}}, {ID: "c", Parent: "b", Number: "①", Items: []Item{item("ウ"), item("エ")}}}}
	AssignIDs(e)
	return e
}

// Each row does one thing to a sound edition and names the one problem that Validate must find, and where.
func TestValidate(t *testing.T) {
	assert.Empty(t, Validate(sound()))
	found := map[string]bool{}
	for _, c := range []struct {
		name   string
		damage func(e *Edition)
		rule   string
		item   string
		says   string
	}{
		{"no id", func(e *Edition) { e.ID = "" }, "edition-incomplete", "", "the edition has no id: give it a short one such as plan2024"},
		{"language", func(e *Edition) { e.Language = "fr" }, "edition-incomplete", "", `language "fr": plandiff knows ja and en`},
		{"stage", func(e *Edition) { e.Stage = "案" }, "edition-incomplete", "", `stage "案": write draft or final`},
		{"date", func(e *Edition) { e.Date = "July" }, "edition-incomplete", "", `date "July": write it as 2024-07-10`},
		{"no items", func(e *Edition) { e.Sections[1].Items, e.Sections[2].Items = nil, nil }, "edition-incomplete", "", "the edition has no items"},
		{"one year for both", func(e *Edition) { e.Years.Plan = 2024 }, "years-contradict", "", "years contradict each other: the plan is for 2024 and the next plan for 2024"},
		{"no years", func(e *Edition) { e.Years = Years{} }, "years-contradict", "", "no years: say which year's plan is reported on and which comes next: years: {plan: 2023, next_plan: 2024}"},
		{"one year", func(e *Edition) { e.Years.NextPlan = 0 }, "years-contradict", "", "years name only one of plan and next_plan"},
		{"section twice", func(e *Edition) { e.Sections = append(e.Sections, Section{ID: "1", Number: "1"}) }, "section-twice", "", `section id "1" stands twice: call this one "1~2"`},
		{"unknown parent", func(e *Edition) { e.Sections[0].Parent = "9" }, "parent-unknown", "", `section "1" names the parent "9", which does not stand above it`},
		{"no label", func(e *Edition) { e.Sections[2].Items[1].Label, e.Sections[2].Items[1].ID = "", "1(1)/?1" }, "label-missing", "1(1)/?1", "item 1(1)/?1 has no label"},
		{"label twice", func(e *Edition) { e.Sections[1].Items[1].Label = "ア"; AssignIDs(e) }, "label-twice", "1(1)/ア~2", "label ア stands twice under 1(1)"},
		{"labels swapped", func(e *Edition) {
			e.Sections[1].Items = append(e.Sections[1].Items, e.Sections[2].Items...)
			e.Sections[1].Items[2], e.Sections[1].Items[3] = e.Sections[1].Items[3], e.Sections[1].Items[2]
			e.Sections[2].Items = nil
		}, "label-order", "1(1)/ウ", "label ウ comes after エ"},
		{"label left out", func(e *Edition) { e.Sections[2].Items = e.Sections[2].Items[1:] }, "label-gap", "1(1)/エ", "label エ comes right after イ: one is left out"},
		{"no item id", func(e *Edition) { e.Sections[1].Items[0].ID = "" }, "id-missing", "", "item ア of section 1(1) has no id: write 1(1)/ア"},
		{"item id twice", func(e *Edition) { e.Sections[1].Items[1].ID = "1(1)/ア" }, "id-twice", "1(1)/ア", "item id 1(1)/ア stands twice in the edition"},
		{"id of another label", func(e *Edition) { e.Sections[1].Items[1].ID = "1(1)/カ" }, "id-mismatch", "1(1)/カ", `item id 1(1)/カ does not fit section 1(1) and label "イ"`},
		{"id of another section", func(e *Edition) { e.Sections[1].Items[1].ID = "7/イ" }, "id-mismatch", "7/イ", `item id 7/イ does not fit section 1(1) and label "イ"`},
		{"an empty item", func(e *Edition) { it := &e.Sections[1].Items[0]; it.Plan, it.Results, it.NextPlan = nil, nil, nil }, "item-empty", "1(1)/ア", "item 1(1)/ア has neither plan nor results nor next plan"},
		{"a passage of blanks", func(e *Edition) { e.Sections[1].Items[0].Results[0].Text = " 　\n" }, "cell-empty", "1(1)/ア", "passage 1 of results of item 1(1)/ア has no text"},
		{"unplaced text", func(e *Edition) { e.Unplaced = []Unplaced{{Text: "別添2"}} }, "unplaced", "", `unplaced text "別添2": put it where it belongs, or delete it`},
	} {
		e := sound()
		c.damage(e)
		problems := Validate(e)
		var rules []string
		for _, p := range problems {
			rules = append(rules, p.Rule)
		}
		if !assert.Contains(t, rules, c.rule, c.name) {
			continue
		}
		found[c.rule] = true
		for _, p := range problems {
			if p.Rule == c.rule {
				assert.Equal(t, c.says, p.Message, c.name)
				assert.Equal(t, c.item, p.Item, c.name)
			}
		}
		if c.rule != "label-order" && c.rule != "label-twice" { // a swap leaves a gap, too; a label twice leaves one out
			assert.Len(t, problems, 1, "%s: %v", c.name, problems)
		}
	}
	for _, r := range ProblemRules() {
		assert.True(t, found[r.ID], "no row plants %s", r.ID)
		assert.NotEmpty(t, r.Doc, r.ID)
		delete(found, r.ID)
	}
	assert.Empty(t, found, "rules that ProblemRules does not list")
}

func TestValidateKnowsThePlace(t *testing.T) {
	e, err := Parse("e.yaml", []byte("version: 1\nid: x\nyears: {plan: 2023, next_plan: 2024}\nsections:\n  - id: '1'\n    number: '1'\n    items:\n      - id: 1/ア\n        label: ア\n        plan:\n          - text: ''\n        at: {page: 7}\n"))
	require.NoError(t, err)
	problems := Validate(e)
	require.Len(t, problems, 1)
	assert.Equal(t, Problem{Rule: "cell-empty", Message: "passage 1 of plan of item 1/ア has no text", Pos: Pos{"e.yaml", 11, 13}, Page: 7, Section: "1", Item: "1/ア", Column: Plan, Value: "1/ア"}, problems[0])
}

// Labels may leave ヲ out, count as イロハ, or be of no series at all.
func TestValidateLabelSeries(t *testing.T) {
	for _, c := range []struct {
		labels []string
		want   int
	}{
		{[]string{"ワ", "ン", "アア"}, 0},
		{[]string{"イ", "ロ", "ハ"}, 0},
		{[]string{"イ", "ハ"}, 1},
		{[]string{"1.1", "1.2", "2.1"}, 0},
		{[]string{"本文", "別紙", "付録"}, 0},
		{[]string{"1", "2", "再掲", "3"}, 0},
	} {
		e := sections(append([]string{"1", "", "1"}, c.labels...))
		e.Years, e.ID = Years{2023, 2024}, "x"
		for i := range e.Sections[0].Items {
			e.Sections[0].Items[i].Plan = []Passage{{Text: "a"}}
		}
		AssignIDs(e)
		assert.Len(t, Validate(e), c.want, fmt.Sprint(c.labels))
	}
}

func TestSharedEditionsAreSound(t *testing.T) {
	files, _ := filepath.Glob("../../shared/lineage/*/*.yaml")
	if len(files) == 0 {
		t.Skip("../shared is not there: its editions are not checked")
	}
	for _, path := range files {
		e, err := Load(path)
		require.NoError(t, err)
		for _, p := range Validate(e) {
			assert.Contains(t, []string{"item-empty", "cell-empty", "label-gap", "label-twice", "years-contradict"}, p.Rule, "%s: %s", path, p.Message)
		}
	}
}

func TestFixtureEditionsAreSound(t *testing.T) {
	files, err := filepath.Glob("../fixtures/editions/20*.yaml")
	require.NoError(t, err)
	for _, path := range files {
		if filepath.Ext(path[:len(path)-len(".yaml")]) == ".gold" {
			continue
		}
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		e, err := Parse(path, b)
		require.NoError(t, err)
		assert.Empty(t, Validate(e), path)
	}
}
