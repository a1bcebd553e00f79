package lang

// Unit is how fine a date is.
type Unit string

// Units of dates.
const (
	Year    Unit = "year"
	Half    Unit = "half"
	Quarter Unit = "quarter"
	Month   Unit = "month"
	Day     Unit = "day"
)

// Date is a date or a stretch of time that a text names. From and To are its first and last day as YYYYMMDD, so that dates
// of any unit compare as numbers: 2025年度 is 20250401 to 20260331, 2026年３月末 ends 20260331.
type Date struct {
	From, To int
	Unit     Unit
	Fiscal   bool // a fiscal year or part of one (April to March in Japanese; the English texts name it, FY2025)
	Deadline bool // something is to be done by it: までに, 末まで, 年度内, by, before
	Within   bool // the deadline is the whole stretch (2025年度中に, during FY2025): a yearly plan names it every year
	Relative bool // said relative to the edition's year (年度内, 来年度): From and To count fiscal years from it; see In
	Span     Span
}

// In resolves a relative date against the fiscal year of the plan it stands in; other dates come back as they are.
func (d Date) In(fiscal int) Date {
	if !d.Relative || fiscal == 0 {
		return d
	}
	if !d.Fiscal { // 年内: the calendar year
		d.From, d.To, d.Relative = (fiscal+d.From)*10000+101, (fiscal+d.To)*10000+1231, false
		return d
	}
	d.From, d.To, d.Relative = (fiscal+d.From)*10000+401, (fiscal+d.To+1)*10000+331, false
	return d
}

func day(y, m, d int) int { return y*10000 + m*100 + d }

// lastDay gives the last day of a month.
func lastDay(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// monthsFrom gives the stretch of n months from month m (which may run past December) of year y.
func monthsFrom(y, m, n int) (from, to int) {
	y, m = y+(m-1)/12, (m-1)%12+1
	last := m + n - 1
	ly, lm := y+(last-1)/12, (last-1)%12+1
	return day(y, m, 1), day(ly, lm, lastDay(ly, lm))
}
