package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// hoursJa are the hours of the day that a clause names, from and to in hours since midnight; -1 where it names none: 「午前10時から午後5時まで」,
// 「午後9時まで」.
func hoursJa(s *sentence, c *clause) (from, to float64, at lang.Span) {
	from, to = -1, -1
	for i := c.start; i < c.end; i++ {
		h, end := clockAt(s.r, i)
		if end == 0 {
			continue
		}
		switch {
		case hasRunes(s.r, end, "から"), hasRunes(s.r, end, "より"), hasRunes(s.r, end, "に始"), hasRunes(s.r, end, "に開"):
			if from < 0 {
				from = h
				at.Start = i
			}
		case hasRunes(s.r, end, "まで"):
			if to < 0 {
				to = h
				at.End = end
			}
		}
		i = end - 1
	}
	if from < 0 {
		at.Start = at.End - 3
	}
	if to < 0 {
		at.End = at.Start + 3
	}
	return from, to, at
}

// clockAt reads a time of day at i: 午後5時30分, 17時, 正午.
func clockAt(r []rune, i int) (hour float64, end int) {
	if hasRunes(r, i, "正午") {
		return 12, i + 2
	}
	k, late := i, false
	if hasRunes(r, i, "午前") || hasRunes(r, i, "午後") {
		late = r[i+1] == '後'
		k += 2
	} else if i > 0 && isDigit(r[i-1]) {
		return 0, 0
	}
	n, e := 0, k
	for e < len(r) && isDigit(r[e]) && e < k+2 {
		n, e = n*10+int(r[e]-'0'), e+1
	}
	if e == k || e >= len(r) || r[e] != '時' || hasRunes(r, e, "時間") || n > 24 {
		return 0, 0
	}
	hour, end = float64(n), e+1
	if late && n < 12 {
		hour += 12
	}
	m, e := 0, end
	for e < len(r) && isDigit(r[e]) && e < end+2 {
		m, e = m*10+int(r[e]-'0'), e+1
	}
	switch {
	case e > end && e < len(r) && r[e] == '分':
		return hour + float64(m)/60, e + 1
	case end < len(r) && r[end] == '半':
		return hour + 0.5, end + 1
	}
	return hour, end
}

// wholeDay are words for all hours of the day.
var wholeDay = newWordSet("24時間", "二十四時間", "終日", "昼夜を問わず", "昼夜の別なく", "時間を問わず", "昼夜を分か", "昼夜の区別なく", "昼夜にかかわ", "昼夜を通じ", "昼も夜も", "日夜", "四六時中", "一日中", "一日を通", "丸一日", "時刻を問わず", "時間帯を問わず", "時間帯にかかわ", "何時でも", "いつでも", "いかなる時間", "夜間及び早朝も", "深夜及び早朝も", "夜間も含め", "深夜も含め", "常時")

func roundClock(parts []part) bool {
	_, ok := wordIn(parts, &wholeDay)
	return ok
}

// moreHours finds that one side names longer hours of the day than the other: it opens earlier or closes later, and not the other way too.
func (v *view) moreHours(less, more []part) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	for _, a := range less {
		f1, t1, _ := hoursJa(a.s, a.clause())
		if f1 < 0 && t1 < 0 {
			continue
		}
		if f1 >= 0 && t1 >= 0 && !roundClock(less) {
			for _, b := range more { // 午前9時から午後6時まで → 24時間
				c := b.clause()
				for i := c.start; i < c.end; i++ {
					if n := wholeDay.at(b.s.r, i); n > 0 {
						return b.s.quote(i, i+n), true
					}
				}
			}
		}
		for _, b := range more {
			f2, t2, at := hoursJa(b.s, b.clause())
			earlier, later := f1 >= 0 && f2 >= 0 && f2 < f1, t1 >= 0 && t2 >= 0 && t2 > t1
			shrinks := f1 >= 0 && f2 > f1 || t2 >= 0 && t2 < t1
			if (earlier || later) && !shrinks {
				return b.s.quote(at.Start, at.End), true
			}
		}
	}
	return Evidence{}, false
}

// roundsJa is how often a year promises say something is done: 年３回, or by naming the seasons in which it is done, 夏と秋に. 0 if they do not say.
func roundsJa(parts []part) (rounds float64, at Evidence, counted bool) {
	for _, a := range amountsOf(parts) {
		if a.Kind == lang.Frequency && !a.Named {
			return a.Value, a.s.quote(a.Span.Start, a.Span.End), true
		}
	}
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		var seen []rune
		first, last := -1, 0
		for i := c.start; i < c.end; i++ {
			switch r[i] {
			case '春', '夏', '秋', '冬':
			default:
				continue
			}
			if slices.Contains(seen, r[i]) || i+1 < c.end && strings.ContainsRune("場眠野分", r[i+1]) {
				continue
			}
			if first < 0 {
				first = i
			}
			if i-last > 6 && first != i {
				break
			}
			seen, last = append(seen, r[i]), i
		}
		if n := len(seen); n > 1 {
			return float64(n), p.s.quote(first, last+1), false
		}
	}
	return 0, Evidence{}, false
}

// moreRounds compares how often a year it is done where one side gives the number and the other one names the seasons.
func (v *view) moreRounds(less, more []part) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	a, _, numberA := roundsJa(less)
	b, at, numberB := roundsJa(more)
	return at, a > 0 && b > a && numberA != numberB
}
