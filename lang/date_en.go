package lang

import "strings"

var monthsEn = map[string]int{"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12}

// seasons and feasts in months of the northern year: from, how many.
var seasonsEn = map[string][2]int{"spring": {3, 3}, "summer": {6, 3}, "autumn": {9, 3}, "fall": {9, 3}, "winter": {12, 3}, "easter": {4, 1}, "whitsun": {5, 1}, "pentecost": {5, 1}, "midsummer": {6, 1}, "michaelmas": {9, 1}, "christmas": {12, 1}}

// deadlineEn are the words before a date that make it a deadline, the longest first. "during" and "throughout" tell when something goes on, not
// by when it is done.
var deadlineEn = []struct {
	words  string
	within bool
}{{"no later than the end of", false}, {"not later than the end of", false}, {"by the end of", false}, {"before the end of", false}, {"by end of", false}, {"by end-of", false}, {"by the close of", false}, {"by the start of", false}, {"by the beginning of", false}, {"by the middle of", false}, {"by the", false}, {"by end", false}, {"by early", false}, {"by late", false}, {"by mid", false}, {"by", false}, {"before the", false}, {"before", false}, {"no later than", false}, {"not later than", false}, {"at the latest by", false}, {"until the end of", false}, {"until", false}, {"not after", false}, {"prior to", false}, {"ahead of", false}, {"to be completed in", false}, {"due in", false}, {"due by", false},
	{"within", true}}

// datesEn reads FY2025, 2024-25, fiscal year 2025, March 2026, 31 March 2026, March 31, 2026, Q3 2026, the third quarter of
// FY2025, spring 2026, 2025, with what makes them deadlines: by, before, no later than, by the end of. A bare year alone needs a
// preposition before it. English fiscal years are taken to run from April to March, as the plans that this tool reads do;
// since both sides of a comparison are read alike, another start changes no order.
func datesEn(src *source) []Date {
	w := words(src)
	var out []Date
	for i := 0; i < len(w); i++ {
		d, end := w.date(i)
		if end == 0 {
			continue
		}
		d.Span = Span{w[i].Start, w[end-1].End}
		w.deadline(i, &d)
		out = append(out, d)
		i = end - 1
	}
	return out
}

// yearEn reads 2025, FY2025, 2024-25, 2024/25, 2024/2025.
func yearEn(s string) (y int, fiscal, ok bool) {
	s = strings.ToLower(s)
	if t, found := strings.CutPrefix(s, "fy"); found {
		s, fiscal = strings.TrimLeft(t, "-'"), true
	}
	r := []rune(s)
	n, scanned := scanNumber(r, 0)
	if !scanned {
		return 0, false, false
	}
	y = int(n.value)
	if fiscal && n.end == 2 && len(r) == 2 { // FY25
		y += 2000
	}
	if y < 1900 || y >= 2200 || n.value != float64(y) {
		return 0, false, false
	}
	if n.end == len(r) {
		return y, fiscal, true
	}
	if c := r[n.end]; (c == '-' || c == '/') && n.end+1 < len(r) {
		m, again := scanNumber(r, n.end+1)
		if again && m.end == len(r) && (int(m.value) == (y+1)%100 || int(m.value) == y+1) {
			return y, true, true
		}
	}
	return 0, false, false
}

// date reads the date that starts at word i; end is 0 if none does.
func (w wordList) date(i int) (Date, int) {
	year := func(j int) (int, int) { // of a month or quarter
		if w.low(j) == "of" || w.low(j) == "," {
			j++
		}
		if w.phrase(j, "fiscal year") > 0 || w.phrase(j, "financial year") > 0 {
			j += 2
		}
		if y, _, ok := yearEn(w.low(j)); ok {
			return y, j + 1
		}
		return 0, 0
	}
	low := w.low(i)
	if !beginsDate(low) {
		return Date{}, 0
	}
	if m := monthsEn[low]; m > 0 && (low != "may" && low != "march" || isUpper([]rune(w[i].Text)[0])) {
		if y, end := year(i + 1); end > 0 {
			from, to := monthsFrom(y, m, 1)
			return Date{From: from, To: to, Unit: Month}, end
		}
		if d := dayEn(w.low(i + 1)); d > 0 { // March 31, 2026
			if y, end := year(i + 2); end > 0 {
				return Date{From: day(y, m, d), To: day(y, m, d), Unit: Day}, end
			}
		}
		return Date{}, 0
	}
	if d := dayEn(low); d > 0 {
		j := i + 1
		if w.low(j) == "of" {
			j++
		}
		if m := monthsEn[w.low(j)]; m > 0 {
			if y, end := year(j + 1); end > 0 {
				return Date{From: day(y, m, d), To: day(y, m, d), Unit: Day}, end
			}
		}
	}
	if s, ok := seasonsEn[low]; ok {
		next := i + 1
		switch w.low(next) { // the autumn session of 2024
		case "session", "term", "months", "sitting", "semester", "season":
			next++
		}
		if y, end := year(next); end > 0 {
			from, to := monthsFrom(y, s[0], s[1])
			return Date{From: from, To: to, Unit: Quarter}, end
		}
	}
	if q, next := w.part(i); next > 0 {
		y, end := 0, 0
		fiscal := true
		if y, end = year(next); end > 0 {
			_, fy, _ := yearEn(w.low(end - 1))
			fiscal = fy || strings.Contains(w.low(end-2), "year")
		}
		if end > 0 {
			first := 1
			if fiscal {
				first = 4
			}
			d := Date{Unit: Quarter, Fiscal: fiscal}
			if q > 4 {
				d.Unit = Half
				d.From, d.To = monthsFrom(y, first+6*(q-5), 6)
			} else {
				d.From, d.To = monthsFrom(y, first+3*(q-1), 3)
			}
			return d, end
		}
	}
	j, named := i, false
	if n := max(w.phrase(i, "fiscal year"), w.phrase(i, "financial year"), w.phrase(i, "fy")); n > 0 {
		j, named = i+n, true
	}
	y, fiscal, ok := yearEn(w.low(j))
	if part, rest, cut := strings.Cut(w.low(j), "-"); !ok && cut && (part == "end" || part == "mid" || part == "early" || part == "late") {
		y, fiscal, ok = yearEn(rest)
	}
	switch {
	case !ok && (w.phrase(i, "the next financial year") > 0 || w.phrase(i, "the next fiscal year") > 0 || w.phrase(i, "the coming financial year") > 0):
		return Date{From: 1, To: 1, Unit: Year, Fiscal: true, Relative: true}, i + 4
	case !ok && (w.phrase(i, "the current financial year") > 0 || w.phrase(i, "the current fiscal year") > 0 || w.phrase(i, "this financial year") > 0 || w.phrase(i, "this fiscal year") > 0):
		return Date{From: 0, To: 0, Unit: Year, Fiscal: true, Relative: true}, i + 3 + map[bool]int{true: 1}[w.low(i) == "the"]
	case !ok && w.phrase(i, "the end of the") > 0 && (w.low(i+4) == "year" || w.low(i+5) == "year"):
		return Date{From: 0, To: 0, Unit: Year, Fiscal: true, Relative: true}, i + map[bool]int{true: 5, false: 6}[w.low(i+4) == "year"]
	case !ok:
		return Date{}, 0
	case !fiscal && !named && !w.prepared(i) && !strings.Contains(w.low(i), "-"):
		return Date{}, 0
	}
	d := Date{Unit: Year, Fiscal: fiscal || named}
	first := 1
	if d.Fiscal {
		first = 4
	}
	d.From, d.To = monthsFrom(y, first, 12)
	return d, j + 1
}

// beginsDate says whether a date can begin with a word: most do not, and are not asked further.
func beginsDate(low string) bool {
	if low == "" {
		return false
	}
	if _, season := seasonsEn[low]; season || isDigit(rune(low[0])) || monthsEn[low] > 0 {
		return true
	}
	switch low {
	case "first", "second", "third", "fourth", "last", "fiscal", "financial", "the", "this", "fy":
		return true
	}
	return len(low) == 2 && (low[0] == 'q' || low[0] == 'h') || strings.HasPrefix(low, "fy") || strings.HasPrefix(low, "end-") || strings.HasPrefix(low, "mid-") || strings.HasPrefix(low, "early-") || strings.HasPrefix(low, "late-")
}

// part reads Q3, third quarter, first half; 1–4 are quarters, 5 and 6 halves.
func (w wordList) part(i int) (int, int) {
	low := w.low(i)
	if len(low) == 2 && (low[0] == 'q' || low[0] == 'h') && low[1] >= '1' && low[1] <= '4' {
		if low[0] == 'q' {
			return int(low[1] - '0'), i + 1
		}
		if low[1] <= '2' {
			return 4 + int(low[1]-'0'), i + 1
		}
	}
	for k, o := range []string{"first", "second", "third", "fourth"} {
		if low != o && !(k == 3 && low == "last") {
			continue
		}
		switch {
		case w.low(i+1) == "quarter":
			return k + 1, i + 2
		case w.low(i+1) == "half" && k < 2:
			return k + 5, i + 2
		}
	}
	return 0, 0
}

// dayEn reads 31, 31st, 3rd.
func dayEn(s string) int {
	n, ok := scanNumber([]rune(s), 0)
	if !ok || n.value < 1 || n.value > 31 || n.value != float64(int(n.value)) {
		return 0
	}
	switch s[n.end:] {
	case "", "st", "nd", "rd", "th":
		return int(n.value)
	}
	return 0
}

// prepared says whether a bare year at i is used as a date: after a preposition, or after end-, mid-, early.
func (w wordList) prepared(i int) bool {
	switch w.low(i - 1) {
	case "by", "in", "of", "until", "before", "during", "since", "from", "after", "to", "end", "mid", "early", "late", "and", "for", "than", "throughout", "within", "-", "through", "year", "into":
		return true
	}
	return false
}

// deadline looks at the words before a date.
func (w wordList) deadline(i int, d *Date) {
	for _, p := range deadlineEn {
		n := count(p.words)
		k := i
		if w.low(k-1) == "-" {
			k-- // by end-2025
		}
		if w.low(k-1) == "the" && !strings.HasSuffix(p.words, "the") {
			k--
		}
		if k-n >= 0 && w.phrase(k-n, p.words) > 0 {
			d.Deadline, d.Within = true, p.within
			d.Span.Start = w[k-n].Start
			if strings.Contains(p.words, "end") || strings.Contains(p.words, "close") || strings.HasPrefix(w.low(i), "end-") {
				d.From = d.To
			}
			return
		}
	}
}
