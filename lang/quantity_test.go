package lang_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"plandiff/lang"
)

// quantities writes what was found: "kind bound total value unit counts", one after another.
func quantities(code, s string) string {
	var out []string
	for _, q := range lang.Of(code).Quantities(s) {
		f := []string{string(q.Kind)}
		if q.Bound != "" {
			f = append(f, string(q.Bound))
		}
		if q.Total {
			f = append(f, "total")
		}
		f = append(f, fmt.Sprint(q.Value), q.Unit)
		if q.Counts != "" {
			f = append(f, "<"+q.Counts+">")
		}
		out = append(out, strings.Join(f, " "))
	}
	return strings.Join(out, "; ")
}

// Each form stands beside one that looks like it and is none.
func TestQuantities(t *testing.T) {
	tests := []struct{ code, text, want string }{
		{"ja", "職員530人を派遣", "count 530 人 <職員>"},
		{"ja", "５３０名の職員を派遣", "count 530 人 <職員>"},
		{"ja", "百二十人の監視員", "count 120 人 <監視員>"},
		{"ja", "延べ1,240人が参加", "count total 1240 人"},
		{"ja", "約８万件", "count about 80000 件"},
		{"ja", "1億2千万円を計上", "money 1.2e+08 円"},
		{"ja", "登録機関38機関に対して", "count 38 機関 <登録機関>"},
		{"ja", "全国６会場で開催", "count 6 会場 <全国>"},
		{"ja", "42都道府県から", "count 42 都道府県"},
		{"ja", "三省庁が参加", "count 3 省庁"},
		{"ja", "二か国との間で", "count 2 か国"},
		{"ja", "10ヶ所と10か所と１０箇所", "count 10 か所; count 10 か所; count 10 か所"},
		{"ja", "対策済みの割合を80％以上とする", "percent at-least 80 % <割合>"},
		{"ja", "７割５分を超える", "percent more-than 75 %"},
		{"ja", "少なくとも100社に提供", "count at-least 100 社"},
		{"ja", "50件未満、50件程度、最大50件", "count less-than 50 件; count about 50 件; count at-most 50 件"},
		{"ja", "24時間以内に通報", "duration at-most 24 時間"},
		{"ja", "３年間で２倍に", "duration 3 年; times 2 倍"},
		{"ja", "年２回開催し、毎月１回点検し、四半期ごとに公表", "frequency 2 回; frequency 12 回; frequency 4 回"},
		{"ja", "２年に１回、週３回、毎週、隔年、半年ごと、３年ごとに", "frequency 0.5 回; frequency 156 回; frequency 52 回; frequency 0.5 回; frequency 2 回; frequency 0.3333 回"},
		{"ja", "計16回実施した", "count total 16 回"},
		{"ja", "15.5ha、3kmの区間", "count 15.5 ha; count 3 km <区間>"},
		{"ja", "第３回会議、３回目、第２次計画、第1章、２項、５号", ""},
		{"ja", "一部の地域、一体的に、十分に、第三者、四半期、一層、万全、千葉県", ""},
		{"ja", "5G、IPv6、SP800-53、ISO27001、2.4(1)、3.1.2節、①", ""},
		{"ja", "2025年度、令和６年３月31日、平成30年、７月", ""},
		{"ja", "一本化を図り、三重県と四日市市が", ""},
		{"en", "train 600 frontline officers", "count 600 officer <frontline officers>"},
		{"en", "at least six regional offices", "count at-least 6 offic <regional offices>"},
		{"en", "a total of 1,240 people attended", "count total 1240 person <people>"},
		{"en", "twenty-five schools and two hundred farms", "count 25 school <schools>; count 200 farm <farms>"},
		{"en", "12 % of farms, 12 per cent of farms, 12 percent of farms", "percent 12 % <farms>; percent 12 % <farms>; percent 12 % <farms>"},
		{"en", "$3.5 million and 2 million euros", "money 3.5e+06 $; money 2e+06 €"},
		{"en", "twice a year, three times per month, every quarter, annually", "frequency 2 time; frequency 36 time; frequency 4 time; frequency 1 time"},
		{"en", "each of the four quarters; every two years; once a fortnight", "frequency 4 time; frequency 0.5 time; frequency 26 time"},
		{"en", "within 24 hours", "duration at-most 24 hour"},
		{"en", "100 or more ports", "count at-least 100 port <ports>"},
		{"en", "no more than five ports; over 30 ports; some 30 ports; fewer than 30 ports", "count at-most 5 port <ports>; count more-than 30 port <ports>; count about 30 port <ports>; count less-than 30 port <ports>"},
		{"en", "four of the 11 regions", "count 4 region <regions>; count 11 region <regions>"},
		{"en", "one of the aims; the one-stop shop; Article 5; phase 2; version 3.1; No. 4", ""},
		{"en", "in 2025, FY2025, 2024-25, 31 March 2026, 5G, ISO 27001:2022", ""},
		{"en", "during the 2025 season; the 2026 census of herons", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) { assert.Equal(t, tt.want, quantities(tt.code, tt.text)) })
	}
}
