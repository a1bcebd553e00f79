package schema

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGoldToEdition(t *testing.T) {
	g, err := ParseGold("g.yaml", []byte(`
- id: g1
  label: オ
  ministries: [内閣官房, 文部科学省]
  plan:
    - {text: 以下の取組を行う。}
    - {by: [内閣官房], bullet: true, text: 会議を開く。}
    - {by: [内閣官房], text: 結果を公表する。}
    - {by: [文部科学省], text: 大学を支援する。(再掲)}
  labels: {progress: not-reported, disposition: dropped}
  commitments:
    - {plan: [2, 3], results: [], next_plan: [], progress: not-reported, disposition: dropped}
- id: g2
  next_plan:
    - {text: Train officers. }
  labels: {progress: not-applicable, disposition: new}
`))
	require.NoError(t, err)
	e := g.ToEdition()
	require.Len(t, e.Sections, 1)
	assert.Equal(t, "ja", e.Language)
	assert.Equal(t, Years{2023, 2024}, e.Years)
	items := bare(e).Sections[0].Items
	assert.Equal(t, Item{ID: "1/オ", Label: "オ", Ministries: []string{"内閣官房", "文部科学省"}, Repeated: true, Plan: []Passage{
		{Text: "以下の取組を行う。"},
		{By: []string{"内閣官房"}, Mark: "・", Text: "会議を開く。結果を公表する。"}, // no bullet, same block: the paragraph goes on
		{By: []string{"文部科学省"}, Text: "大学を支援する。(再掲)"},
	}}, items[0])
	assert.Equal(t, "1/g2", items[1].ID)

	_, spans := g.Items[0].Passages(Plan)
	assert.Equal(t, []Span{{0, 0, 9}, {1, 0, 6}, {1, 6, 14}, {2, 0, 12}}, spans)
}

// The shared gold loads, and every span cuts out its sentence.
func TestSharedGold(t *testing.T) {
	files, _ := filepath.Glob("../../shared/gold/*.yaml")
	files = append(files, "../../shared/seed/page-172.gold.yaml")
	if _, err := os.Stat(files[0]); err != nil {
		t.Skip("../shared is not there: its gold is not checked")
	}
	for _, path := range files {
		g, err := LoadGold(path)
		require.NoError(t, err)
		for _, it := range g.Items {
			for _, c := range Columns() {
				passages, spans := it.Passages(c)
				for k, s := range it.Column(c) {
					text := []rune(passages[spans[k].Passage].Text)
					assert.Equal(t, s.Text, string(text[spans[k].Start:spans[k].End]), "%s %s", path, it.Key())
				}
			}
		}
	}
}

// What is loaded is written back, for every kind that programs write.
func TestKindsAreWrittenBack(t *testing.T) {
	read := func(name string) []byte {
		b, err := os.ReadFile("testdata/kinds/" + name + ".yaml")
		require.NoError(t, err)
		return b
	}
	values := map[string]any{}
	var err error
	values["edition"], err = Parse("f", read("edition"))
	require.NoError(t, err)
	values["config"], err = ParseConfig("f", read("config"))
	require.NoError(t, err)
	values["gold"], err = ParseGold("f", read("gold"))
	require.NoError(t, err)
	values["baseline"], err = ParseBaseline("f", read("baseline"))
	require.NoError(t, err)
	values["reviews"], err = ParseReviews("f", read("reviews"))
	require.NoError(t, err)
	for name, v := range values {
		b, err := Canonical(v)
		require.NoError(t, err)
		assert.Equal(t, string(read(name)), string(b), name)
	}
}
