package diff_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/diff/words"
	"plandiff/fixtures"
	"plandiff/schema"
)

func compared(t testing.TB, e *schema.Edition, workers int) *diff.Comparison {
	t.Helper()
	c, err := diff.Compare(e, diff.Options{Workers: workers})
	require.NoError(t, err)
	return c
}

// The evidence of every flag stands in the edition where it says, and edits restore both texts.
func TestEvidenceAndEditsHold(t *testing.T) {
	for _, name := range fixtures.EditionNames(t) {
		for _, ch := range compared(t, fixtures.Edition(t, name), 2).Changes {
			for _, m := range ch.Commitments {
				require.NotEmptyf(t, m.Evidence, "%s %s: a label without evidence", name, ch.Item.ID)
				assert.Equal(t, textOf(m.Plan), joinEdits(m.Edits, words.Equal, words.Delete))
				assert.Equal(t, textOf(m.NextPlan), joinEdits(m.Edits, words.Equal, words.Insert))
				for _, ev := range m.Evidence {
					if ev.Absent {
						assert.Empty(t, ev.Quote)
						continue
					}
					passage := []rune(ch.Item.Column(ev.Column)[ev.Passage].Text)
					assert.Equalf(t, ev.Quote, string(passage[ev.Start:ev.End]), "%s %s %s", name, ch.Item.ID, ev.Rule)
				}
			}
		}
	}
}

func textOf(in []diff.Sentence) string {
	var b strings.Builder
	for _, s := range in {
		b.WriteString(s.Text)
	}
	return b.String()
}

func joinEdits(edits []words.Edit, ops ...words.Op) string {
	var b strings.Builder
	for _, e := range edits {
		for _, op := range ops {
			if e.Op == op {
				b.WriteString(e.Text)
			}
		}
	}
	return b.String()
}

// An edition whose next plan is its plan is carried over word for word.
func TestComparedWithItself(t *testing.T) {
	e := fixtures.Edition(t, "2024")
	for s := range e.Sections {
		for i := range e.Sections[s].Items {
			item := &e.Sections[s].Items[i]
			item.Results = nil
			item.NextPlan = item.Plan
		}
	}
	for _, ch := range compared(t, e, 0).Changes {
		if len(ch.Item.Plan) == 0 {
			continue
		}
		assert.Equalf(t, schema.CarriedOver, ch.Disposition, "%s %+v", ch.Item.ID, ch.Evidence)
		assert.Containsf(t, ch.Facts, schema.Verbatim, "%s", ch.Item.ID)
	}
}

// The same input gives the same bytes, whatever the number of workers.
func TestSameBytes(t *testing.T) {
	e := fixtures.Edition(t, "2024")
	one, err := json.Marshal(compared(t, e, 1))
	require.NoError(t, err)
	for _, workers := range []int{1, 2, 8} {
		b, err := json.Marshal(compared(t, e, workers))
		require.NoError(t, err)
		assert.Equal(t, string(one), string(b), "%d workers", workers)
	}
	var back diff.Comparison
	require.NoError(t, json.Unmarshal(one, &back))
	again, err := json.Marshal(&back)
	require.NoError(t, err)
	assert.JSONEq(t, string(one), string(again))
}

// Hostile text breaks nothing.
func TestOddTexts(t *testing.T) {
	long := strings.Repeat("全国の港湾、漁港及び", 1200)
	for _, text := range []string{"", "。", "、、、", "（", "「『（", "）」", "・", "を行う。", "の全て", "(ア)", "等", "2(1)(ア)に統合する", "\u0000\uFFFD", "a", "１", long} {
		for _, language := range []string{"ja", "en"} {
			c := compare(t, language, itemOf("a", text, text, text), itemOf("b", text, "", ""), itemOf("c", "", "", text), itemOf("d", "橋を補修する。", text, text))
			assert.Len(t, c, 4)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("講習会を年４回開催する。", "講習会を４回開催した。", "引き続き、講習会を年６回開催する。")
	f.Add("Train 600 officers by March 2025.", "480 officers were trained.", "Train 700 officers by March 2026.")
	f.Fuzz(func(t *testing.T, plan, results, next string) {
		for _, language := range []string{"ja", "en"} {
			for _, m := range compare(t, language, itemOf("a", plan, results, next))[0].Commitments {
				for _, ev := range m.Evidence {
					if !ev.Absent {
						column := map[schema.Column]string{schema.Plan: plan, schema.Results: results, schema.NextPlan: next}[ev.Column]
						require.Equal(t, ev.Quote, string([]rune(column)[ev.Start:ev.End]))
					}
				}
			}
		}
	})
}

// edition500 is a document of n items of about 300 characters a column, no two alike.
func editionOf(n int) *schema.Edition {
	fields := []string{"港湾", "漁港", "図書館", "博物館", "気象観測", "林道", "水道", "消費生活", "統計調査", "伝統工芸", "観光案内", "地域交通"}
	acts := []string{"研修", "点検", "調査", "助言", "訓練", "講習", "広報", "実証"}
	var items []schema.Item
	for i := range n {
		f, a, g := fields[i%len(fields)], acts[(i/7)%len(acts)], fields[(i*5+3)%len(fields)]
		plan := fmt.Sprintf("%sに関する取組%dの質の向上を図るため、引き続き、%sの担当者及び関係する事業者を対象として、%sを全国%dか所で実施する。また、%sの結果を取りまとめた資料%dを作成し、都道府県及び市町村に提供するとともに、%sの現場における課題を把握し、必要な助言を行う。", f, i, f, a, i%40+3, a, i, g)
		results := fmt.Sprintf("計画に基づき、%sの担当者を対象とした%sを全国%dか所で実施し、延べ%d人が参加した。資料%dについては、有識者の意見を踏まえて作成し、2024年2月に都道府県及び市町村に提供した。%sの現場における課題については、関係者からの聞き取りを行い、必要な助言を行った。", f, a, i%40+3, i*13+40, i, g)
		next := fmt.Sprintf("引き続き、%sの担当者及び関係する事業者を対象として、%sを全国%dか所で実施する。また、%sの結果を取りまとめた資料%dを更新し、都道府県及び市町村に提供するとともに、%sの現場における課題を踏まえ、必要な助言を行う。", f, a, i%40+3+i%3, a, i, g)
		items = append(items, schema.Item{ID: fmt.Sprintf("1/%d", i), Label: fmt.Sprint(i), Ministries: []string{"総務省"},
			Plan: []schema.Passage{{Text: plan + plan[:0]}}, Results: []schema.Passage{{Text: results}}, NextPlan: []schema.Passage{{Text: next}}})
	}
	return &schema.Edition{ID: "bench", Language: "ja", Years: schema.Years{Plan: 2023, NextPlan: 2024}, Sections: []schema.Section{{ID: "1", Items: items}}}
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{500, 5000, 50000} {
		e := editionOf(n)
		b.Run(fmt.Sprintf("items=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compared(b, e, 1)
			}
		})
	}
}
