package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Quotes of targets become numbers with units.
func TestQuantity(t *testing.T) {
	for _, tt := range []struct {
		text string
		n    any
		unit string
	}{
		{"100 件以上", 100.0, "件以上"}, {"１，２００人", 1200.0, "人"}, {"3.5％", 3.5, "%"}, {"5万台", 50000.0, "台"}, {"120 users", 120.0, "users"}, {"全ての府省庁", nil, ""},
	} {
		n, unit := quantity(tt.text)
		assert.Equal(t, tt.n, n, tt.text)
		assert.Equal(t, tt.unit, unit, tt.text)
	}
}

// Quotes of deadlines become the last day that they name.
func TestDay(t *testing.T) {
	for _, tt := range []struct {
		text string
		want any
	}{
		{"2025年3月末までに", date("2025-03-31")}, {"2024 年度末まで", date("2025-03-31")}, {"令和７年度", date("2026-03-31")}, {"令和元年12月", date("2019-12-31")},
		{"2024年2月", date("2024-02-29")}, {"2026年", date("2026-12-31")}, {"2025-03", date("2025-03-31")}, {"2025-03-14", date("2025-03-14")},
		{"2025年3月14日", date("2025-03-14")}, {"by March 2025", date("2025-03-31")}, {"by the end of FY2024", date("2025-03-31")}, {"by 2027", date("2027-12-31")},
		{"平成31年3月", date("2019-03-31")}, {"速やかに", nil}, {"毎年", nil},
	} {
		assert.Equal(t, tt.want, day(tt.text), tt.text)
	}
}
