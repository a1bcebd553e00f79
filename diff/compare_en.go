package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
)

// moreEn finds what the next plan itself compares with before, by nouns and without numbers: twice as many schools, more nurses than last year, half the
// sum, less often. It gives what is more where sign is positive, and what is less where it is negative.
func (v *view) moreEn(sign float64) (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, p := range v.plannedParts() {
		c := p.clause()
		w := between(p.s.words, c.start, c.end)
		for k := range w {
			way, end := 0.0, k
			n, nn := textAt(w, k+1), textAt(w, k+2)
			switch t := w[k].text; {
			case n == "as" && (nn == "many" || nn == "much" || nn == "often" || nn == "long" || nn == "frequently") && (t == "twice" || t == "times" || t == "again" || t == "half" || t == "third"):
				if way, end = 1, k+2; (t == "half" || t == "third") && !slices.ContainsFunc(w[k:min(len(w), k+6)], func(x wordEn) bool { return x.text == "again" }) {
					way = -1 // half as many again is more
				}
			case (t == "twice" || t == "double" || t == "treble" || t == "half") && (n == "the" || n == "that") && (nn == "number" || nn == "amount" || nn == "sum" || nn == "places" || nn == "hours"):
				if way, end = 1, k+2; t == "half" {
					way = -1
				}
			case (t == "more" || t == "fewer" || t == "less") && (n == "often" || n == "frequently") && k > 0:
				if way, end = 1, k+1; t != "more" {
					way = -1
				}
			case t == "more" || t == "fewer" || t == "larger" || t == "smaller" || t == "longer" || t == "shorter":
				j := k + 1
				for j < len(w) && j < k+6 && w[j].text != "than" && w[j].text != "," {
					j++
				}
				if textAt(w, j) != "than" || !beforeEn[textAt(w, j+1)] && !beforeEn[textAt(w, j+2)] {
					continue
				}
				if way, end = 1, j+1; t == "fewer" || t == "smaller" || t == "shorter" {
					way = -1
				}
			}
			if way*sign > 0 && !containsRunes(v.planText, p.s.r[w[k].start:w[end].end]) {
				return p.s.quote(w[k].start, w[end].end), true
			}
		}
	}
	return Evidence{}, false
}

// beforeEn are how a comparison names the year before.
var beforeEn = setEn("before hitherto previously in last now past previous so until until-now formerly the")

// rangeEn is a stretch of months, weekdays or hours that a clause names, from its first to its last: from June to August.
type rangeEn struct {
	kind   string
	length int
	at     Evidence
}

var (
	monthsEn   = strings.Fields("january february march april may june july august september october november december")
	weekdaysEn = strings.Fields("monday tuesday wednesday thursday friday saturday sunday")
)

// rangesIn finds stretches of time in promises.
func rangesIn(parts []part) []rangeEn {
	var out []rangeEn
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 0; k+3 < len(w); k++ {
			first := k
			if w[k].text == "from" || w[k].text == "between" {
				first++
			} else if k > 0 && (w[k-1].text == "from" || w[k-1].text == "between") {
				continue
			}
			join := first + 1
			switch textAt(w, join) {
			case "to", "until", "till", "through":
			case "and":
				if w[k].text != "between" {
					continue
				}
			default:
				continue
			}
			a, b := w[first].text, textAt(w, join+1)
			for _, cycle := range [][]string{monthsEn, weekdaysEn} {
				i, j := slices.Index(cycle, a), slices.Index(cycle, b)
				if i >= 0 && j >= 0 {
					kind := cycle[0]
					if kind == "monday" {
						kind = "day" // as daysIn counts them
					}
					out = append(out, rangeEn{kind, (j-i+len(cycle))%len(cycle) + 1, p.s.quote(w[k].start, w[join+1].end)})
				}
			}
			if from, to := numberEn(a), numberEn(b); from > 0 && to > 0 && from <= 24 && to <= 24 {
				switch after := textAt(w, join+2); after {
				case "o'clock", "o", "am", "pm", "a.m", "p.m", "noon", "hours":
					if to <= from {
						to += 12
					}
					out = append(out, rangeEn{"hour", int(to - from), p.s.quote(w[k].start, w[join+2].end)})
				}
			}
		}
	}
	return out
}

// monthsIn are the months that promises name one by one and without a year, as a stretch: July and August are two.
func monthsIn(parts []part) []rangeEn {
	var out []rangeEn
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		n, from, to := 0, 0, 0
		for k := 1; k < len(w); k++ {
			if next := textAt(w, k+1); !slices.Contains(monthsEn, w[k].text) || next != "" && unicode.IsDigit(rune(next[0])) || w[k].text == "may" && w[k-1].text != "in" && w[k-1].text != "and" && w[k-1].text != "," {
				continue
			}
			if n++; n == 1 {
				from = w[k].start
			}
			to = w[k].end
		}
		if n > 0 {
			out = append(out, rangeEn{"january", n, p.s.quote(from, to)})
		}
	}
	return out
}

// timesEn compares the stretches of time in which something is done: from June to August, from May to September.
func (v *view) timesEn(sign float64) (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	if ev, ok := v.shareMovesEn(sign); ok {
		return ev, true
	}
	if ev, ok := v.hoursMoveEn(sign); ok {
		return ev, true
	}
	if ev, ok := v.anyTimeEn(sign); ok {
		return ev, true
	}
	was, is := rangesIn(v.planClauses()), rangesIn(v.plannedParts())
	if len(was) == 1 && len(is) == 0 {
		is = rangesIn(wholeOf(v.plannedParts())) // 96 beaches, where samples will be taken from April to October
	}
	if len(was)+len(is) == 1 { // in July and August, from May to September
		if was == nil {
			was = monthsIn(v.planClauses())
		} else {
			is = monthsIn(v.plannedParts())
		}
	}
	if len(was) == 0 && len(is) == 1 && sign < 0 && (v.planRecursEn() || v.planHas("any-time")) && v.retained() > 0.8 && is[0].length < 12 && len(daysIn(v.planClauses())) == 0 {
		return is[0].at, true // each month, each month from April to September
	}
	if len(was) == 1 && len(is) == 0 && sign > 0 && v.planRecursEn() && v.retained() > 0.6 && len(v.hitsOf(v.u.next, "recurring")) > 0 {
		return v.plannedParts()[0].s.quote(0, len(v.plannedParts()[0].s.r)), len(monthsIn(v.plannedParts())) == 0
	}
	was, is = append(was, roundsOfDaysEn(v.planClauses())...), append(is, roundsOfDaysEn(v.plannedParts())...)
	was, is = append(was, daysIn(v.planClauses())...), append(is, daysIn(v.plannedParts())...)
	if isKind(was, "day") != isKind(is, "day") { // on Tuesdays and Thursdays, from Monday through Friday
		was, is = asDays(was), asDays(is)
	}
	if ev, ok := v.moreTimesEn(sign); ok {
		return ev, true
	}
	if ev, ok := bandsEn(v.planClauses(), v.plannedParts(), sign); ok {
		return ev, true
	}
	for _, a := range was {
		for _, b := range is {
			if a.kind == b.kind && float64(b.length-a.length)*sign > 0 {
				return b.at, true
			}
		}
	}
	return Evidence{}, false
}

// isKind says whether a stretch is of that kind.
func isKind(in []rangeEn, kind string) bool {
	return slices.ContainsFunc(in, func(r rangeEn) bool { return r.kind == kind })
}

// asDays turns stretches of weekdays into days of the week.
func asDays(in []rangeEn) []rangeEn {
	for i := range in {
		if in[i].kind == weekdaysEn[0] {
			in[i].kind = "day"
		}
	}
	return in
}

// includedEn finds a wider word in the next plan that takes in what the plan named: all emergency vehicles, ambulances included.
func (v *view) includedEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, p := range v.plannedParts() {
		c := p.clause()
		w := between(p.s.words, c.start, c.end)
		for k := 1; k < len(w); k++ {
			from, to := k, k // the words that tell what is taken in
			switch {
			case w[k].text == "included" && textAt(w, k+1) != "in":
				for from > 0 && wordRune([]rune(w[from-1].text)[0]) {
					from--
				}
			case w[k].text == "including" || w[k].text == "notably":
				from, to = k+1, memberEndEn(w, k+1)
			default:
				continue
			}
			if from >= to || to > len(w) {
				continue
			}
			at := min(from, k) - 1
			for at >= 0 && !wordRune([]rune(w[at].text)[0]) {
				at--
			}
			if at < 0 {
				continue
			}
			inside, any := v.knownIn(p.s.r[w[from].start:w[to-1].end], v.planSet, v.planText)
			around, named := v.knownIn(p.s.r[w[at].start:w[at].end], v.planSet, v.planText)
			if any && named && inside >= 0.6 && around < 0.5 && v.retained() >= 0.4 {
				return p.s.quote(w[max(0, at-2)].start, w[max(k, to-1)].end), true
			}
		}
	}
	return Evidence{}, false
}

// actsLostEn finds an act of a series of verbs in the plan (breed, test and propagate vines) that the next plan leaves out while it names all the others.
func (v *view) actsLostEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || v.retained() < 0.6 {
		return Evidence{}, false
	}
	for _, s := range v.u.plan {
		w := s.words
		modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
		if modal < 0 {
			continue
		}
		var verbs []wordEn // will A, B and C the
		k := modal + 1
		for ; k+1 < len(w) && wordRune([]rune(w[k].text)[0]) && !stopEn[w[k].text]; k++ {
			verbs = append(verbs, w[k])
			if w[k+1].text == "," {
				k++
				if textAt(w, k+1) == "and" {
					k++
				}
				continue
			}
			if w[k+1].text == "and" {
				k++
				continue
			}
			break
		}
		if len(verbs) < 3 {
			continue
		}
		kept, lost := 0, -1
		for i, x := range verbs {
			if share, _ := v.knownIn(s.r[x.start:x.end], v.nextSet, v.nextRow); share == 1 {
				kept++
			} else {
				lost = i
			}
		}
		if lost >= 0 && kept == len(verbs)-1 {
			return s.quote(verbs[lost].start, verbs[lost].end), true
		}
	}
	return Evidence{}, false
}

// trulyFreshEn leaves out of the members that a list of the next plan adds those that are a kind of what the plan lists: sports clubs of clubs.
func (v *view) trulyFreshEn(s *sentence, fresh []lang.Span) []lang.Span {
	if v.rd.lang.Code != "en" {
		return fresh
	}
	head := func(r []rune, m lang.Span) string {
		w := wordsEn(r[m.Start:m.End])
		if len(w) == 0 {
			return ""
		}
		return lang.Stem(w[len(w)-1].text)
	}
	heads := map[string]bool{}
	for _, p := range v.u.plan {
		for _, l := range p.lists {
			for _, m := range l.members {
				if w := wordsEn(p.r[m.Start:m.End]); len(w) == 1 { // named bare
					heads[head(p.r, m)] = true
				}
			}
		}
	}
	return slices.DeleteFunc(fresh, func(m lang.Span) bool {
		return heads[head(s.r, m)] || v.nominalActEn(s, m) || v.memberAnewEn(s, m) || agentOrNoneEn(s, m)
	})
}

// actGoneEn finds one of two acts of a plan's sentence of which the next plan, that repeats the other word for word and adds nothing, has no more: monitor and dredge the
// canal, monitor the canal. A sentence said anew may have condensed it away.
func (v *view) actGoneEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(v.u.plan) != 1 || len(v.u.next) != 1 || len(v.plannedParts()) != 1 {
		return Evidence{}, false
	}
	n, s := v.u.next[0], v.u.plan[0]
	if share, any := v.knownIn(n.r, v.planSet, v.planText); !any || share < 0.95 || n.has("again", 0, len(n.r)) && n.speaksOfEnd() {
		return Evidence{}, false
	}
	acts := v.planClauses()
	if len(acts) != 2 {
		return Evidence{}, false
	}
	for k, p := range acts {
		c, o := p.clause(), acts[1-k].clause()
		if c.verb == "" || o.verb == "" || c.tense != planned || c.negated || o.negated {
			continue
		}
		if share, _ := v.knownIn([]rune(o.verb), v.nextSet, v.nextRow); share < 1 {
			continue
		}
		if share, any := v.knownIn([]rune(c.verb), v.nextSet, v.nextRow); !any || share > 0 {
			continue
		}
		kept := overlap(c.features, v.nextSet, nil)
		if shared := overlap(c.features, o.features, nil); (kept <= shared || len(o.features) <= 2 && kept == float64(len(c.features)-1)) && overlap(o.features, v.nextSet, nil) >= 0.85*float64(len(o.features)) {
			return s.quote(c.start, c.end), true
		}
	}
	return Evidence{}, false
}

// daysIn is on how many days of the week something is done, where promises say so: every weekday, on Friday evenings.
func daysIn(parts []part) []rangeEn {
	var out []rangeEn
	for _, p := range parts {
		w := p.s.words // a time may stand behind a condition
		days, from, to, named := 0, 0, 0, map[string]bool{}
		for k, x := range w {
			n := 0
			switch day := strings.TrimSuffix(x.text, "s"); {
			case slices.Contains(weekdaysEn, day) && !named[day]:
				if t := textAt(w, k-1); t == "from" || t == "to" || t == "until" || t == "through" || t == "first" || t == "last" {
					return nil // a stretch, or once a month
				}
				named[day], n = true, 1
			case day == "weekday", day == "day" && textAt(w, k-1) == "working":
				n = 5
			case day == "weekend":
				n = 2
			case x.text == "daily", x.text == "day" && (textAt(w, k-1) == "every" || textAt(w, k-1) == "each"):
				n = 7
			}
			if n > 0 {
				if days == 0 {
					from = x.start
				}
				days, to = min(7, days+n), x.end
			}
		}
		if days > 0 {
			out = append(out, rangeEn{"day", days, p.s.quote(from, to)})
		}
	}
	return out
}
