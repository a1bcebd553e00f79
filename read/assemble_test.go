package read

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/schema"
)

func para(texts ...string) []paragraph {
	var out []paragraph
	for _, t := range texts {
		out = append(out, paragraph{text: t})
	}
	return out
}

// TestAssembleOutcome: one column for results and next plan is split at its markers, wherever a decoder left them.
func TestAssembleOutcome(t *testing.T) {
	p, err := LoadProfile("nisc-annual")
	require.NoError(t, err)
	for _, c := range []struct {
		name    string
		outcome []paragraph
		results []schema.Passage
		next    []schema.Passage
	}{
		{"each on its own", para("<成果・進捗状況>", "・橋を直した。", "<2024 年度年次計画>", "・橋を塗る。"),
			[]schema.Passage{{Mark: "・", Text: "橋を直した。"}}, []schema.Passage{{Mark: "・", Text: "橋を塗る。"}}},
		{"glued to the text", para("<成果・進捗状況>橋を直した。<2024年度年次計画>橋を塗る。"),
			[]schema.Passage{{Text: "橋を直した。"}}, []schema.Passage{{Text: "橋を塗る。"}}},
		{"split", para("<成果・進捗状況>", "橋を直した。", "<2024", "年度年次計画>", "橋を塗る。"),
			[]schema.Passage{{Text: "橋を直した。"}}, []schema.Passage{{Text: "橋を塗る。"}}},
		{"quoted in a sentence", para("<成果・進捗状況>", "橋は、前回の<2024年度年次計画>のとおり直した。"),
			[]schema.Passage{{Text: "橋は、前回の<2024年度年次計画>のとおり直した。"}}, nil},
		{"blocks end at a marker", para("<成果・進捗状況>", "[総務省、消防庁]", "・橋を直した。", "[国土交通省]", "道も直した。", "<2024年度年次計画>", "橋を塗る。"),
			[]schema.Passage{{By: []string{"総務省", "消防庁"}, Mark: "・", Text: "橋を直した。"}, {By: []string{"国土交通省"}, Text: "道も直した。"}},
			[]schema.Passage{{Text: "橋を塗る。"}}},
		{"(再掲) on a line of its own", para("<成果・進捗状況>", "橋を直した。", "（再掲）"),
			[]schema.Passage{{Text: "橋を直した。（再掲）"}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := assemble([]part{{kind: row, cells: cells{label: "(ア)", ministries: []string{"総務省"}, outcome: c.outcome}}}, p)
			require.Len(t, e.Sections, 1)
			require.Len(t, e.Sections[0].Items, 1)
			it := e.Sections[0].Items[0]
			assert.Equal(t, c.results, it.Results)
			assert.Equal(t, c.next, it.NextPlan)
			assert.Equal(t, "ア", it.Label)
		})
	}
}

// TestAssembleJoins: a row that a page cut becomes one item, its broken paragraph one passage.
func TestAssembleJoins(t *testing.T) {
	p, err := LoadProfile("reiwa-roadmap")
	require.NoError(t, err)
	e := assemble([]part{
		{kind: furniture, name: nameHeads, text: "施策名 担当 令和5年度計画 令和5年度実績 令和6年度計画"},
		{kind: row, at: schema.Place{Page: 3}, cells: cells{title: "橋の", ministries: []string{"国土"}, plan: []paragraph{{text: "橋を直", open: true}},
			results: para("直した。")}},
		{kind: row, at: schema.Place{Page: 4}, cells: cells{title: "手入れ", ministries: []string{"交通省"}, joins: true, plan: para("す。", "・塗る。"),
			nextPlan: para("塗る。（再掲）")}},
		{kind: unplaced, at: schema.Place{Page: 4}, line: 9, text: "余り"},
	}, p)
	assert.Equal(t, schema.Years{Plan: 2023, NextPlan: 2024}, e.Years)
	assert.Equal(t, []schema.Unplaced{{Text: "余り", Line: 9, At: schema.Place{Page: 4}}}, e.Unplaced)
	require.Len(t, e.Sections, 1)
	require.Len(t, e.Sections[0].Items, 1)
	it := e.Sections[0].Items[0]
	assert.Equal(t, "橋の手入れ", it.Title)
	assert.Equal(t, []string{"国土交通省"}, it.Ministries)
	assert.Equal(t, []schema.Passage{{Text: "橋を直す。"}, {Mark: "・", Text: "塗る。"}}, it.Plan)
	assert.Equal(t, []schema.Passage{{Text: "直した。"}}, it.Results)
	assert.True(t, it.Repeated)
	assert.Equal(t, 3, it.At.Page)
}

// TestJoinLine: no blank where a Japanese character stands on either side, one between Latin words.
func TestJoinLine(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"保護す", "る。", "保護する。"},
		{"the annual", "plan", "the annual plan"},
		{"SINET", "への", "SINETへの"},
		{"long-", "term", "long-term"},
		{"co\u00AD", "operate", "cooperate"},
		{"end", ", then", "end, then"},
		{"", "x", "x"},
	} {
		assert.Equal(t, c.want, joinLine(c.a, c.b))
	}
}

func TestParsePages(t *testing.T) {
	all, err := parsePages("")
	require.NoError(t, err)
	assert.True(t, all.has(7))
	some, err := parsePages("90-200, 210, 300-")
	require.NoError(t, err)
	for n, want := range map[int]bool{89: false, 90: true, 200: true, 201: false, 210: true, 299: false, 9999: true} {
		assert.Equal(t, want, some.has(n), n)
	}
	for _, bad := range []string{"0", "a", "5-3", "1,,2", "-3"} {
		_, err := parsePages(bad)
		assert.Error(t, err, bad)
	}
}
