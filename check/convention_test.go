package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"plandiff/lang"
	"plandiff/schema"
)

// Years that a title or heading names for the report and for the next plan. What names no such year must give none.
func TestYearsSaid(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"ja", "地域施設整備2024（2023年度年次報告・2024年度年次計画）", "report 2023, plan 2024"},
		{"ja", "地域施設整備２０２４（２０２３年度年次報告・２０２３年度年次計画）", "report 2023, plan 2023"},
		{"ja", "令和５年度の施策の実施状況及び令和６年度年次計画", "report 2023, plan 2024"},
		{"ja", "平成31年度年次報告・令和元年度計画", "report 2019, plan 2019"},
		{"ja", "別添2 2023 年度の地域施設関連施策の実施状況及び 2024 年度年次計画", "report 2023, plan 2024"},
		{"ja", "2023年度における成果・進捗状況", "report 2023"},
		{"ja", "2024年度実施計画", "plan 2024"},
		{"ja", "第５次整備計画（2021～2025年度）に基づく施策", ""},
		{"ja", "2021年9月28日閣議決定", ""},
		{"ja", "2030年度までに整備する施設", ""},
		{"ja", "5 道路の整備", ""},
		{"en", "Annual Report 2023 and Annual Plan 2024", "report 2023, plan 2024"},
		{"en", "FY2023 progress and FY2024 plan", "report 2023, plan 2024"},
		{"en", "2023 annual report and 2023 annual plan", "report 2023, plan 2023"},
		{"en", "Report for FY 2023, plan for FY 2023", "report 2023, plan 2023"},
		{"en", "Strategy 2021-2025", ""},
	} {
		r := &run{lang: lang.Of(tt.lang)}
		var got []string
		for _, s := range r.yearsSaid(tt.text) {
			what := "report"
			if s.next {
				what = "plan"
			}
			got = append(got, fmt.Sprintf("%s %d", what, s.year))
		}
		assert.Equal(t, tt.want, strings.Join(got, ", "), tt.text)
	}
}

// Ends of passages: what is a cut, and what is a way of writing.
func TestCellEnds(t *testing.T) {
	for text, want := range map[string]string{
		"橋を点検した。": "whole", "橋を点検した。（再掲）": "whole", "橋を点検した（別表参照）": "whole", "次の取組を行う：": "whole", "「橋を点検した。」": "whole", "Bridges were inspected.": "whole",
		"bridges; and": "whole", "Why?": "whole", "橋の点検の実施": "open", "橋を点検し": "open", "Bridges were": "open", "橋を点検し、": "inside", "橋及び「トンネ": "inside", "橋（": "inside", "橋（トンネルを": "inside",
	} {
		got := "open"
		switch {
		case endsInside(text):
			got = "inside"
		case endsWhole(text):
			got = "whole"
		}
		assert.Equal(t, want, got, text)
	}
	for text, want := range map[string]bool{"、橋を": true, "ょうを": true, "」と": true, "橋を": false, "アを": false, "（橋を": false} {
		assert.Equal(t, want, startsInside(text), text)
	}
	for text, want := range map[string]bool{"・": true, "①": true, "(1)": true, "（ア）": true, "２．": true, "[総務省]": true, "<2024年度年次計画>": true, "――": true,
		"橋": false, "①橋": false, "[総務省]橋を点検した。[環境省]": false, "12人": false} {
		assert.Equal(t, want, onlyMarks(text), text)
	}
}

// Names of ministries as documents write them.
func TestMinistryNames(t *testing.T) {
	r := &run{o: Options{Config: schema.CheckConfig{Ministries: []string{"港湾庁"}}}}
	for name, want := range map[string]bool{
		"総務省": true, "総務省（消防庁）": true, "総務省消防庁": true, "厚生労働省医政局": true, "内閣官房（NISC）": true, "関係府省庁": true, "全府省庁": true, "各省庁": true, "経済産業省等": true,
		"重要施設所管省庁": true, "港湾庁": true, "経産省": true,
		"総矛省": false, "国土交通": false, "環境": false, "株式会社総務": false, "総務省環": false,
	} {
		assert.Equal(t, want, r.isKnown(name), name)
	}
	for _, pair := range []struct {
		a, b string
		want bool
	}{{"総務省", "総務省", true}, {"消防庁", "総務省", true}, {"国土交通省", "気象庁", true}, {"経産省", "経済産業省", true}, {"総務省", "環境省", false}, {"全府省庁", "環境省", true},
		{"港湾局", "港湾局", true}, {"港湾局", "教育局", false}, {"内閣サイバーセキュリティセンター", "国家サイバー統括室", true}} {
		assert.Equal(t, pair.want, sameBody(pair.a, pair.b), pair.a+" "+pair.b)
	}
}

// Conventions that an edition does not follow are not held against it.
func TestConventions(t *testing.T) {
	few := func(change func(i int, it *schema.Item)) map[string]int {
		p := generate(20, 3)
		n := 0
		for s := range p.newer.Sections {
			for i := range p.newer.Sections[s].Items {
				change(n, &p.newer.Sections[s].Items[i])
				n++
			}
		}
		count := map[string]int{}
		for _, f := range checkPair(t, p, false, nil).Findings {
			count[f.Rule]++
		}
		return count
	}
	for name, change := range map[string]func(int, *schema.Item){
		"plan-missing":      func(_ int, it *schema.Item) { it.Plan = nil },
		"results-missing":   func(_ int, it *schema.Item) { it.Results = nil },
		"next-plan-missing": func(_ int, it *schema.Item) { it.NextPlan = nil },
		"ministry-missing":  func(i int, it *schema.Item) { it.Ministries = it.Ministries[:0] },
		"ministry-unknown":  func(i int, it *schema.Item) { it.Ministries = []string{"港湾局"} },
		"cell-cut": func(i int, it *schema.Item) {
			for _, c := range [][]schema.Passage{it.Plan, it.Results, it.NextPlan} {
				c[0].Text = strings.TrimRight(c[0].Text, "るたしす。") + "の実施"
			}
		},
	} {
		assert.Zero(t, few(change)[name], "%s: the whole edition is so", name)
		assert.Equal(t, 1, few(func(i int, it *schema.Item) {
			if i == 5 {
				change(i, it)
			}
		})[name]/map[bool]int{true: 3, false: 1}[name == "cell-cut"], "%s: one item of twenty is so", name)
	}
}
