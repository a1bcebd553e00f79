package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// How often something is done is said in many ways: 年２回, 毎月, 四半期ごと, 春と秋に, 各季に１回ずつ, 上期及び下期. They are compared as times a year.

// partsOfYear are words for a part of the year in which something is done once.
var partsOfYear = newWordSet("上半期", "下半期", "上期", "下期", "前期", "後期", "春季", "夏季", "秋季", "冬季", "春期", "夏期", "秋期", "冬期", "春", "夏", "秋", "冬")

// rate is how many times a year something is done, with the words that say so.
type rate struct {
	times float64
	s     *sentence
	at    lang.Span
}

// ratesIn are the rates that promises name.
func ratesIn(parts []part) []rate {
	var out []rate
	for _, p := range parts {
		c := p.clause()
		told := false
		for _, q := range p.s.quantities {
			if q.Kind == lang.Frequency && q.Span.Start >= c.start && q.Span.End <= c.end {
				out, told = append(out, rate{q.Value, p.s, q.Span}), true
			}
		}
		if told {
			continue
		}
		if r, ok := p.partsNamed(); ok {
			out = append(out, r)
			continue
		}
		for _, q := range p.s.quantities {
			if q.Kind == lang.Count && q.Unit == "回" && q.Span.Start >= c.start && q.Span.End <= c.end && !q.Total && q.Bound == "" && !increment(p.s.r, q.Span.End) {
				out = append(out, rate{q.Value, p.s, q.Span})
			}
		}
	}
	return out
}

var eachSeason = newWordSet("各季", "季節ごと", "四季ごと", "四季折々")

// partsNamed reads the parts of the year, or the months, that a clause joins: 春と秋の, ６月及び12月に, 四季を通じ各季に１回ずつ. One alone says when, and
// not how often.
func (p part) partsNamed() (rate, bool) {
	c, r := p.clause(), p.s.r
	n, start, end := 0.0, -1, -1
	for i := c.start; i < c.end; {
		k := partsOfYear.at(r, i)
		if k > 0 && (i+k < len(r) && r[i+k] != '季' && r[i+k] != '期' && isWordJa(r[i+k]) && partsOfYear.at(r, i+k) == 0 || i > 0 && isWordJa(r[i-1]) && end != i) {
			k = 0 // 秋田, 立春
		}
		if k == 0 {
			if m, e := monthAt(r, i); m > 0 && !hasRunes(r, e, "から") && !hasRunes(r, e, "まで") && !hasRunes(r, e, "頃") {
				k = e - i
			}
		}
		if k == 0 {
			i++
			continue
		}
		if end >= 0 && (i-end > 2 || strings.ContainsAny(string(r[end:i]), "か。")) {
			if n > 1 {
				break
			}
			n, start = 0, i
		}
		if start < 0 {
			start = i
		}
		n, end, i = n+1, i+k, i+k
	}
	for i := c.start; i+1 < c.end && n < 2; i++ {
		if eachSeason.at(r, i) > 0 {
			n, start, end = 4, i, i+2
		}
	}
	if n < 2 {
		return rate{}, false
	}
	for _, q := range p.s.quantities { // twice in each
		if q.Kind == lang.Count && q.Unit == "回" && q.Span.Start >= end && q.Span.Start <= end+8 && q.Span.End <= c.end {
			if each(amount{Quantity: q, s: p.s}) || hasRunes(r, q.Span.End, "ずつ") {
				n *= q.Value
			} else if q.Value > n {
				n = q.Value
			}
		}
	}
	return rate{n, p.s, lang.Span{Start: start, End: end}}, true
}

// oftenJa compares how often plan and next plan do the one thing of which they say how often: more often for sign 1, less often for -1.
func (v *view) oftenJa(sign float64, label schema.Disposition) []signal {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	was, is := ratesIn(v.planClauses()), ratesIn(v.plannedParts())
	if len(was) == 0 && len(is) > 0 {
		was = onceAYear(v.planClauses(), is)
	} else if len(is) == 0 && len(was) > 0 {
		is = onceAYear(v.plannedParts(), was)
	}
	same := func(in []rate) bool {
		return len(in) > 0 && !slices.ContainsFunc(in, func(r rate) bool { return r.times != in[0].times })
	}
	if !same(was) || !same(is) || (is[0].times-was[0].times)*sign <= 0 {
		return nil
	}
	return []signal{{string(label), 4.2, is[0].s.quote(is[0].at.Start, is[0].at.End)}}
}

// pairLoosely pairs, of what is left, the one number of a unit on either side, whatever it counts: 「記録を年間十件作成する」, 「映像に残す作業を年間
// 二十五件行う」. In sentences of one commitment that share no word the same unit tells what the same thing is.
func pairLoosely(pairs [][2]amount, a, b []amount, paired, used []bool) [][2]amount {
	only := func(in []amount, x amount) bool {
		n := 0
		for _, y := range in {
			if y.Unit == x.Unit && y.Kind == x.Kind {
				n++
			}
		}
		return n == 1
	}
	for i, x := range a {
		if paired[i] || x.Kind != lang.Count && x.Kind != lang.Percent || x.Total || x.Bound != "" && x.Bound != lang.About || !only(a, x) {
			continue
		}
		for j, y := range b {
			if used[j] || y.Unit != x.Unit || y.Kind != x.Kind || y.Total || y.Bound != "" && y.Bound != lang.About || !only(b, y) {
				continue
			}
			x.loose, y.loose = true, true
			pairs, paired[i], used[j] = append(pairs, [2]amount{x, y}), true, true
		}
	}
	return pairs
}

// timesOfYear are words for one time of the year.
var timesOfYear = newWordSet("年度の初め", "年度初め", "年度当初", "年度の始め", "年度始め", "年度末", "年度の終わり", "年度の末", "年度の半ば", "年の初め", "年初", "年の瀬", "年末", "年明け", "夏休み", "冬休み", "春休み", "入学式", "卒業式", "梅雨入り前", "梅雨前", "出水期前", "出水期の前", "冬の初め")

// onceAYear are promises that name one time of the year for an act of which the other side says how often it is done: 「年度の初めに連絡会を開く」,
// 「学期ごとに連絡会を開く」. A time by which something is to be done says nothing of that.
func onceAYear(parts []part, other []rate) []rate {
	verbs := func(o rate) string { return o.s.clauseAt(o.at.Start).verb }
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		if !slices.ContainsFunc(other, func(o rate) bool { return verbs(o) != "" && sameVerbJa(verbs(o), c.verb) }) {
			continue
		}
		for i := c.start; i < c.end; i++ {
			n := timesOfYear.at(r, i)
			if n == 0 {
				n = partsOfYear.at(r, i)
			}
			if n == 0 && (i == 0 || !isDigit(r[i-1])) {
				if m, e := monthAt(r, i); m > 0 {
					n = e - i
				}
			}
			if n > 0 && (hasRunes(r, i+n, "に") || hasRunes(r, i+n, "、")) && !hasRunes(r, i+n, "にかけ") && (i == 0 || !isWordJa(r[i-1])) {
				return []rate{{1, p.s, lang.Span{Start: i, End: i + n}}}
			}
		}
	}
	return nil
}
