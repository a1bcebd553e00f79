package read

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestProfilesLoad: every built-in profile has what others show of it.
func TestProfilesLoad(t *testing.T) {
	names := map[string]bool{}
	for _, p := range Profiles() {
		assert.NotEmpty(t, p.Doc, p.Name)
		assert.Contains(t, []string{"ja", "en"}, p.Language, p.Name)
		assert.False(t, names[p.Name], "%s stands twice", p.Name)
		names[p.Name] = true
	}
	assert.Subset(t, names, map[string]bool{"nisc-annual": true, "reiwa-roadmap": true, "english-plan": true})
}

// TestColumnHeads: heads are assigned by what they say and, where two say alike, from left to right.
func TestColumnHeads(t *testing.T) {
	for _, c := range []struct {
		profile string
		heads   []string
		want    [][]Field
		ok      bool
	}{
		{"nisc-annual", []string{"項番", "担 当 府 省 庁", "2023 年度\n年次計画", "2023 年度 取組の成果、進捗状況及び 2024 年度年次計画"},
			[][]Field{{FieldLabel}, {FieldMinistries}, {FieldPlan}, {FieldOutcome}}, true},
		{"nisc-annual", []string{"項番 担当府省庁", "2023年度年次計画", "取組の成果、進捗状況及び2024年度年次計画"},
			[][]Field{{FieldLabel, FieldMinistries}, {FieldPlan}, {FieldOutcome}}, true},
		{"reiwa-roadmap", []string{"施策名", "担当", "令和5年度計画", "令和5年度実績", "令和6年度計画"},
			[][]Field{{FieldTitle}, {FieldMinistries}, {FieldPlan}, {FieldResults}, {FieldNextPlan}}, true},
		{"english-plan", []string{"No.", "Lead department", "Plan FY2024", "Results", "Next plan"},
			[][]Field{{FieldLabel}, {FieldMinistries}, {FieldPlan}, {FieldResults}, {FieldNextPlan}}, true},
		{"nisc-annual", []string{"氏名", "所属"}, [][]Field{nil, nil}, false},
	} {
		p, err := LoadProfile(c.profile)
		require.NoError(t, err)
		got, ok := p.Columns(c.heads)
		assert.Equal(t, c.want, got, "%v", c.heads)
		assert.Equal(t, c.ok, ok, "%v", c.heads)
	}
}

// TestMinistries: names are told apart by what they end in, whatever the blanks and line ends between.
func TestMinistries(t *testing.T) {
	p, err := LoadProfile("nisc-annual")
	require.NoError(t, err)
	for _, c := range []struct {
		lines, want []string
	}{
		{[]string{"総 務 省"}, []string{"総務省"}},
		{[]string{"内閣官房 文部科学省"}, []string{"内閣官房", "文部科学省"}},
		{[]string{"個人情報保護委員", "会", "こども家庭庁"}, []string{"個人情報保護委員会", "こども家庭庁"}},
		{[]string{"総務省、消防庁及び警察庁"}, []string{"総務省", "消防庁", "警察庁"}},
		{[]string{"内閣", "官房"}, []string{"内閣官房"}},
		{nil, nil},
	} {
		assert.Equal(t, c.want, p.Ministries(c.lines), "%q", c.lines)
	}
}

// TestMarkers: whatever the brackets and blanks; and the year that follows from one.
func TestMarkers(t *testing.T) {
	p, err := LoadProfile("nisc-annual")
	require.NoError(t, err)
	for _, c := range []struct {
		text string
		want Field
		year []int
	}{
		{"<成果・進捗状況>", FieldResults, nil},
		{"＜成果 ・ 進捗状況＞", FieldResults, nil},
		{"‹2024 年度年次計画›", FieldNextPlan, []int{2024}},
		{"〈令和６年度 年次計画〉", FieldNextPlan, []int{2024}},
		{"<令和元年度年次計画>", FieldNextPlan, []int{2019}},
		{"成果・進捗状況", "", nil},
	} {
		f, marker, _, _ := p.Marker(c.text)
		assert.Equal(t, c.want, f, c.text)
		assert.Equal(t, c.year, fiscalYears(marker), c.text)
	}
}

// TestProfileMistakes: all of them at once, each where it stands.
func TestProfileMistakes(t *testing.T) {
	_, err := parseProfile("mine.yaml", []byte("name: x\nlabell: y\nmarks: [a]\n"))
	require.Error(t, err)
	assert.Contains(t, err.Error(), `mine.yaml:2: unknown key "labell"`)
	assert.Contains(t, err.Error(), "mine.yaml:3:")

	_, err = parseProfile("mine.yaml", []byte("label: 'ア('\nheadings: ['^1']\ncolumns: [{field: plans, head: x}]\n"))
	require.Error(t, err)
	for _, want := range []string{"name is missing", "label:", "headings[0]: needs the groups", `unknown field "plans"`} {
		assert.Contains(t, err.Error(), want)
	}
}
