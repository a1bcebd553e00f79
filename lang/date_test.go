package lang_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"plandiff/lang"
)

// dates writes what was found: "from-to unit marks".
func dates(code, s string) string {
	var out []string
	for _, d := range lang.Of(code).Dates(s) {
		f := fmt.Sprintf("%d-%d %s", d.From, d.To, d.Unit)
		for _, m := range []struct {
			on   bool
			name string
		}{{d.Fiscal, "fiscal"}, {d.Relative, "relative"}, {d.Deadline, "deadline"}, {d.Within, "within"}} {
			if m.on {
				f += " " + m.name
			}
		}
		out = append(out, f)
	}
	return strings.Join(out, "; ")
}

func TestDates(t *testing.T) {
	tests := []struct{ code, text, want string }{
		{"ja", "2025年度に", "20250401-20260331 year fiscal"},
		{"ja", "令和７年度に", "20250401-20260331 year fiscal"},
		{"ja", "令和七年度末までに", "20260331-20260331 year fiscal deadline"},
		{"ja", "平成31年（2019年）度", "20190401-20200331 year fiscal"},
		{"ja", "令和元年", "20190101-20191231 year"},
		{"ja", "2025年３月末を目途に", "20250331-20250331 month deadline"},
		{"ja", "２０２５年３月３１日まで", "20250331-20250331 day deadline"},
		{"ja", "2024年2月下旬", "20240221-20240229 day"},
		{"ja", "2025年度中に", "20250401-20260331 year fiscal deadline within"},
		{"ja", "年度内に", "0-0 year fiscal relative deadline within"},
		{"ja", "来年度に", "1-1 year fiscal relative"},
		{"ja", "2025年度第３四半期までに", "20251001-20251231 quarter fiscal deadline"},
		{"ja", "2025年度上半期", "20250401-20250930 half fiscal"},
		{"ja", "令和６年の夏頃までに", "20240601-20240831 quarter deadline"},
		{"ja", "令和５年度冬季", "20231201-20240229 quarter fiscal"},
		{"ja", "令和６年度の早い時期に", "20240401-20240930 half fiscal"},
		{"ja", "令和６年半ばまでに", "20240501-20240831 quarter deadline"},
		{"ja", "令和６年の第１四半期のうちに", "20240101-20240331 quarter deadline within"},
		{"ja", "令和６年度当初予算、令和６年度初めて", "20240401-20250331 year fiscal; 20240401-20250331 year fiscal"},
		{"ja", "2024～2026年度", "20240401-20270331 year fiscal"},
		{"ja", "2024年４月及び10月に", "20240401-20240430 month; 20241001-20241031 month"},
		{"ja", "R7年3月", "20250301-20250331 month"},
		{"ja", "二〇二五年度", "20250401-20260331 year fiscal"},
		{"ja", "2000人、第2025号、周年度、３月", ""},
		{"ja", "令和６年能登半島地震", "20240101-20241231 year"},
		{"en", "by the end of FY2025", "20260331-20260331 year fiscal deadline"},
		{"en", "by March 2026", "20260301-20260331 month deadline"},
		{"en", "no later than 31 March 2026", "20260331-20260331 day deadline"},
		{"en", "before April 30, 2026", "20260430-20260430 day deadline"},
		{"en", "in 2024-25 and 2025/26", "20240401-20250331 year fiscal; 20250401-20260331 year fiscal"},
		{"en", "during FY2025", "20250401-20260331 year fiscal"},
		{"en", "by the third quarter of 2026", "20260701-20260930 quarter deadline"},
		{"en", "by Q3 2026", "20260701-20260930 quarter deadline"},
		{"en", "by spring 2026", "20260301-20260531 quarter deadline"},
		{"en", "in the summer of 2024", "20240601-20240831 quarter"},
		{"en", "by end-2025", "20251231-20251231 year deadline"},
		{"en", "by 2027", "20270101-20271231 year deadline"},
		{"en", "within the financial year 2025", "20250401-20260331 year fiscal deadline within"},
		{"en", "it may 2025 times march on; 2025 farms", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) { assert.Equal(t, tt.want, dates(tt.code, tt.text)) })
	}
}

// A date said relative to the edition's year becomes absolute with that year.
func TestDateIn(t *testing.T) {
	d := lang.Of("ja").Dates("来年度中に")[0].In(2024)
	assert.Equal(t, 20250401, d.From)
	assert.Equal(t, 20260331, d.To)
	assert.False(t, d.Relative)
}
