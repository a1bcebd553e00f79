package lang

import "strings"

// eras with the year before their first.
var eras = []struct {
	name string
	base int
}{{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}}

// eraBefore gives the year before the first of the era that is named just before i, 0 if none is.
func eraBefore(r []rune, i int) int {
	for _, e := range eras {
		if hasAt(r, i-2, e.name) {
			return e.base
		}
	}
	switch {
	case !isDigit(at(r, i)) || isLatin(at(r, i-2)):
	case at(r, i-1) == 'R':
		return 2018
	case at(r, i-1) == 'H':
		return 1988
	}
	return 0
}

// datesJa reads 2025年3月末までに, 令和６年度中, 平成31年(2019年), 2024～2026年度, 年度内, 来年度, ３月まで.
func datesJa(src *source) []Date {
	r := src.n
	var out []Date
	year := 0 // of the last date, for 同年, 同月 and a lone month after it
	for i := 0; i < len(r); i++ {
		d, end := dateJa(r, i, year)
		if end == 0 {
			continue
		}
		d.Span = Span{i, end}
		tailJa(r, &d)
		if !d.Relative {
			year = d.From / 10000
			if d.Fiscal && d.From%10000 < 401 {
				year--
			}
		}
		out = append(out, d)
		i = d.Span.End - 1
	}
	return out
}

// beginsDateJa says whether a date can start with a rune: a word of relativeJa, an era, 西暦 or a number.
func beginsDateJa(c rune) bool {
	switch c {
	case '来', '次', '翌', '今', '本', '当', '昨', '前', '年', '令', '平', '昭', '西', 'R', 'H':
		return true
	}
	return isDigit(c) || isKanji(c) && numeral(c)
}

// dateJa reads the date that starts at i, without what follows its last 年, 月 or 日.
func dateJa(r []rune, i, year int) (Date, int) {
	if !beginsDateJa(r[i]) {
		return Date{}, 0 // most runes; the rest is not asked
	}
	for _, w := range relativeJa {
		if r[i] == '年' && (isKanji(at(r, i-1)) || numeral(at(r, i-1))) {
			break
		}
		if hasAt(r, i, w.word) {
			return Date{From: w.offset, To: w.offset, Unit: Year, Fiscal: w.word != "年内", Relative: true}, i + runeLen(w.word)
		}
	}
	j, base := i, 0
	for _, e := range eras {
		if hasAt(r, i, e.name) {
			base, j = e.base, i+2
		}
	}
	if base == 0 && (r[i] == 'R' || r[i] == 'H') && isDigit(at(r, i+1)) && !isLatin(at(r, i-1)) && !isDigit(at(r, i-1)) {
		if n, ok := scanNumber(r, i+1); ok && (hasAt(r, n.end, "年") || at(r, n.end) == '.') {
			base, j = map[rune]int{'R': 2018, 'H': 1988}[r[i]], i+1
		}
	}
	if hasAt(r, i, "西暦") {
		j = i + 2
	}
	for base > 0 && at(r, j) == ' ' {
		j++
	}
	if base > 0 && at(r, j) == '元' && at(r, j+1) == '年' {
		return dateTail(r, base+1, j+1)
	}
	if !numeral(at(r, j)) || base == 0 && (isDigit(at(r, i-1)) || isLatin(at(r, i-1)) && at(r, i-1) < 0x80 || at(r, i-1) == '.') {
		return Date{}, 0
	}
	n, ok := scanNumber(r, j)
	if !ok || n.value < 1 {
		return Date{}, 0
	}
	y := int(n.value)
	if at(r, n.end) == ' ' && at(r, n.end+1) == '年' {
		n.end++
	}
	switch c := at(r, n.end); {
	case base > 0 && n.value < 100 && c == '年':
		return dateTail(r, base+y, n.end)
	case base == 0 && n.value >= 1900 && n.value < 2200 && n.value == float64(y) && c == '年':
		return dateTail(r, y, n.end)
	case base == 0 && n.value >= 1900 && n.value < 2200 && (c == '〜' || c == '-' || c == '、' || c == '・' || c == '及' || c == 'か'):
		k := n.end + 1 // 2024～2026年度
		if c == 'か' && hasAt(r, k, "ら") {
			k++
		}
		if c == '及' && at(r, k) == 'び' {
			k++
		}
		if m, ok := scanNumber(r, k); ok && at(r, m.end) == '年' && m.value >= 1900 && m.value < 2200 {
			d, end := dateTail(r, int(m.value), m.end)
			if d.Unit == Year {
				d.From = d.From - (int(m.value)-y)*10000
				return d, end
			}
		}
	case base == 0 && c == '月' && n.value <= 12 && year > 0 && !isKanji(at(r, i-1)) && !numeral(at(r, i-1)):
		from, to := monthsFrom(year, y, 1)
		d := Date{From: from, To: to, Unit: Month}
		return dayTail(r, d, year, y, n.end+1)
	}
	return Date{}, 0
}

var relativeJa = []struct {
	word   string
	offset int
}{{"来年度", 1}, {"次年度", 1}, {"翌年度", 1}, {"今年度", 0}, {"本年度", 0}, {"当年度", 0}, {"昨年度", -1}, {"前年度", -1}, {"年度内", 0}, {"年度末", 0}, {"年度中", 0}, {"年内", 0}}

// dateTail reads on from the 年 at i: 年度, 年３月, 年３月31日, 年上半期, 年度第２四半期, 年度末.
func dateTail(r []rune, y, i int) (Date, int) {
	d := Date{Unit: Year}
	j := i + 1
	if at(r, j) == '度' {
		d.Fiscal = true
		j++
	}
	// an era year may have the western one in brackets: 令和６年(2024年)度
	if at(r, j) == '(' {
		if n, ok := scanNumber(r, j+1); ok && n.value >= 1900 && n.value < 2200 {
			k := n.end
			if hasAt(r, k, "年度") {
				d.Fiscal = true
				k += 2
			} else if at(r, k) == '年' {
				k++
			}
			if at(r, k) == ')' {
				j = k + 1
				if at(r, j) == '度' {
					d.Fiscal = true
					j++
				}
			}
		}
	}
	first := 1
	if d.Fiscal {
		first = 4
	}
	d.From, d.To = monthsFrom(y, first, 12)
	k := j
	if at(r, k) == 'の' {
		k++
	}
	if p, n := partOfYear(r, k); n > 0 {
		month := first + p.from
		if p.season {
			month = p.from
			if d.Fiscal && month < 3 { // 令和５年度の冬 runs into the next year
				month += 12
			}
		}
		d.Unit = p.unit
		d.From, d.To = monthsFrom(y, month, p.months)
		return d, k + n
	}
	switch {
	case at(r, k) == '第' || isDigit(at(r, k)) || kanjiDigit(at(r, k)) > 0 || small(at(r, k)) == 10:
		q := k
		if r[q] == '第' {
			q++
		}
		n, ok := scanNumber(r, q)
		switch {
		case ok && hasAt(r, n.end, "四半期") && n.value >= 1 && n.value <= 4:
			d.Unit = Quarter
			d.From, d.To = monthsFrom(y, first+3*(int(n.value)-1), 3)
			j = n.end + 3
		case ok && at(r, n.end) == '月' && n.value >= 1 && n.value <= 12 && n.value == float64(int(n.value)):
			m := int(n.value)
			if d.Fiscal && m < 4 {
				y++
			}
			d.Unit, d.Fiscal = Month, false
			d.From, d.To = monthsFrom(y, m, 1)
			return dayTail(r, d, y, m, n.end+1)
		}
	}
	return d, j
}

// yearPart is a part of a year: the months from its first (of the year, or of a calendar year for a season).
type yearPart struct {
	word         string
	from, months int
	unit         Unit
	season       bool
}

// yearPartsJa are parts of a year by their names, longer ones first. A season is taken as the weather service does: spring from March.
var yearPartsJa = []yearPart{
	{"上半期", 0, 6, Half, false}, {"前半期", 0, 6, Half, false}, {"上期", 0, 6, Half, false}, {"前半", 0, 6, Half, false}, {"前期", 0, 6, Half, false},
	{"下半期", 6, 6, Half, false}, {"後半期", 6, 6, Half, false}, {"下期", 6, 6, Half, false}, {"後半", 6, 6, Half, false}, {"後期", 6, 6, Half, false},
	{"早期", 0, 6, Half, false}, {"早い時期", 0, 6, Half, false}, {"早々", 0, 3, Quarter, false}, {"初頭", 0, 3, Quarter, false}, {"当初", 0, 3, Quarter, false}, {"初め", 0, 3, Quarter, false},
	{"始め", 0, 3, Quarter, false}, {"半ば", 4, 4, Quarter, false}, {"中頃", 4, 4, Quarter, false}, {"中ごろ", 4, 4, Quarter, false}, {"中盤", 4, 4, Quarter, false},
	{"央", 5, 2, Quarter, false}, {"終盤", 9, 3, Quarter, false}, {"終わり", 9, 3, Quarter, false}, {"暮れ", 11, 1, Month, false}, {"明け", 0, 1, Month, false},
	{"春", 3, 3, Quarter, true}, {"夏", 6, 3, Quarter, true}, {"秋", 9, 3, Quarter, true}, {"冬", 12, 3, Quarter, true},
}

// partOfYear reads the part of a year whose name stands at k, with the length of the name: 上半期, 夏季, 秋頃, 早い時期.
func partOfYear(r []rune, k int) (yearPart, int) {
	if k >= len(r) || !strings.ContainsRune("上前下後早初当始半中央終暮明春夏秋冬", r[k]) {
		return yearPart{}, 0
	}
	for _, p := range yearPartsJa {
		if !hasAt(r, k, p.word) {
			continue
		}
		n := runeLen(p.word)
		if p.season {
			switch at(r, k+n) {
			case '季', '期', '場', '口', '先':
				n++
			}
		}
		if next := at(r, k+n); next == 'て' || next == 'た' || next == 'る' || isKanji(next) && !strings.ContainsRune("頃以中内末", next) && (p.unit != Half || n < 3 && r[k+1] == '期' && !strings.ContainsRune("上下", r[k])) {
			return yearPart{}, 0 // 夏祭り, 当初予算, 初めて
		}
		return p, n
	}
	return yearPart{}, 0
}

// dayTail reads a day after the month: 31日, 上旬, 中旬, 下旬.
func dayTail(r []rune, d Date, y, m, i int) (Date, int) {
	if n, ok := scanNumber(r, i); ok && at(r, n.end) == '日' && n.value >= 1 && n.value <= 31 && at(r, n.end+1) != '間' {
		d.Unit = Day
		d.From, d.To = day(y, m, int(n.value)), day(y, m, int(n.value))
		return d, n.end + 1
	}
	switch {
	case hasAt(r, i, "上旬"):
		d.Unit, d.To = Day, day(y, m, 10)
		return d, i + 2
	case hasAt(r, i, "中旬"):
		d.Unit, d.From, d.To = Day, day(y, m, 11), day(y, m, 20)
		return d, i + 2
	case hasAt(r, i, "下旬"):
		d.Unit, d.From = Day, day(y, m, 21)
		return d, i + 2
	}
	return d, i
}

// tailJa reads what makes a date a deadline: 末までに, 中に, 内に, を目途に, を期限に. から and 以降 after a date make it a start, no deadline.
func tailJa(r []rune, d *Date) {
	j := d.Span.End
	if d.Relative {
		switch last := r[j-1]; last {
		case '内', '中':
			d.Deadline, d.Within = true, true
		case '末':
			j = d.Span.End
		}
	}
	if at(r, j) == '末' {
		j++
		d.Span.End = j
		d.From = d.To
	}
	switch {
	case at(r, j) == '頃':
		j++
	case hasAt(r, j, "ごろ") || hasAt(r, j, "の間") && !hasAt(r, j+2, "隔"):
		j += 2
	case hasAt(r, j, "のうち") && (at(r, j+3) == 'に' || at(r, j+3) == '、'):
		d.Deadline, d.Within = true, true
		d.Span.End = j + 3
		return
	}
	for _, w := range []string{"までに", "までの", "まで", "迄に", "迄", "を目途", "を目処", "をめど", "をメド", "を期限", "を目標", "に間に合"} {
		if hasAt(r, j, w) {
			d.Deadline, d.Within = true, false
			d.Span.End = j + runeLen(w)
			return
		}
	}
	// 「遅くとも2026年度には」
	if k := d.Span.Start; hasAt(r, k-4, "遅くとも") || hasAt(r, k-5, "遅くとも、") {
		d.Deadline, d.Within = true, false
		return
	}
	for _, w := range []string{"中に", "内に", "度内", "中", "以内"} {
		if hasAt(r, j, w) {
			if w == "中" && isKanji(at(r, j+1)) {
				break
			}
			d.Deadline, d.Within = true, true
			d.Span.End = j + runeLen(w)
			return
		}
	}
}
