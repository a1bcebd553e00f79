package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// fractionEn is a share of a whole that a promise names: half of the cost, one in five schools, every third bridge.
type fractionEn struct {
	value float64
	at    Evidence
}

// denominatorEn is what a word divides by: 3 of third and thirds; 0 of other words.
func denominatorEn(t string) float64 {
	switch t {
	case "half", "halves":
		return 2
	case "quarter", "quarters":
		return 4
	case "second", "first":
		return 0
	}
	return ordinalValueEn(strings.TrimSuffix(t, "s"))
}

// fractionsIn finds shares in promises.
func fractionsIn(parts []part) []fractionEn {
	var out []fractionEn
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 0; k < len(w); k++ {
			t, n, prev := w[k].text, textAt(w, k+1), textAt(w, k-1)
			d := denominatorEn(t)
			if a, b, two := strings.Cut(t, "-"); two && numberEn(a) > 0 && denominatorEn(b) > numberEn(a) { // two-thirds
				out = append(out, fractionEn{numberEn(a) / denominatorEn(b), p.s.quote(w[k].start, w[k].end)})
				continue
			}
			switch {
			case d > 1 && (prev == "every" || prev == "each") && t != "half" && t != "quarter" && !periodsEn[n]: // every fifth
				out = append(out, fractionEn{1 / d, p.s.quote(w[k-1].start, w[k].end)})
			case (t == "other") && prev == "every" && !periodsEn[n]:
				out = append(out, fractionEn{0.5, p.s.quote(w[k-1].start, w[k].end)})
			case d > 1 && numberEn(prev) > 0 && numberEn(prev) < d && !lang.PastForm(t): // two thirds, one fifth of
				out = append(out, fractionEn{numberEn(prev) / d, p.s.quote(w[k-1].start, w[k].end)})
			case d > 1 && (n == "of" || n == "the" && t == "half" || n == "what") && (prev == "a" || t == "half") && prev != "first" && prev != "second" && prev != "the" && prev != "other" && textAt(w, k+2) != "year" && textAt(w, k+2) != "century":
				out = append(out, fractionEn{1 / d, p.s.quote(w[k].start, w[min(k+1, len(w)-1)].end)})
			case numberEn(t) > 0 && numberEn(t) < 10 && textAt(w, k+2) == "in" && numberEn(textAt(w, k+3)) > numberEn(t) && numberEn(textAt(w, k+3)) <= 1000 && !nounNextEn(w, k+4) && !strings.HasSuffix(n, "s"): // one claim in twenty
				out = append(out, fractionEn{numberEn(t) / numberEn(textAt(w, k+3)), p.s.quote(w[k].start, w[k+3].end)})
			case numberEn(t) > 0 && (n == "in" && numberEn(textAt(w, k+2)) > numberEn(t) || n == "out" && textAt(w, k+2) == "of" && numberEn(textAt(w, k+3)) > numberEn(t)) && numberEn(t) < 20: // one in five
				b := numberEn(textAt(w, k+2))
				if n == "out" {
					b = numberEn(textAt(w, k+3))
				}
				if b <= 1000 {
					out = append(out, fractionEn{numberEn(t) / b, p.s.quote(w[k].start, w[k+2].end)})
				}
			case numberEn(t) > 0 && numberEn(t) <= 100 && (n == "per" && textAt(w, k+2) == "cent" && textAt(w, k+3) == "of" || (n == "percent" || n == "%") && textAt(w, k+2) == "of"):
				out = append(out, fractionEn{numberEn(t) / 100, p.s.quote(w[k].start, w[k+1].end)})
			}
		}
	}
	return out
}

// asSharedEn says whether a clause of the results reports the share that was planned, or a larger one: one bridge in four.
func (v *view) asSharedEn(s *sentence, c *clause) bool {
	was, is := fractionsIn(v.planClauses()), fractionsIn([]part{{s, slices.IndexFunc(s.clauses, func(o clause) bool { return o.start == c.start })}})
	return len(was) == 1 && len(is) == 1 && is[0].value >= was[0].value-0.004
}

// wholeIn finds where promises speak of all of something: the full cost, in full, the whole of.
func wholeIn(parts []part) []fractionEn {
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k < len(w); k++ {
			t, n := w[k].text, textAt(w, k+1)
			if w[k-1].text == "in" && (t == "full" || t == "their" && n == "entirety" || t == "its" && n == "entirety") || w[k-1].text == "the" && (t == "full" || t == "whole" || t == "entire") && n != "" || t == "all" && (n == "of" || n == "the") || t == "entirely" || t == "every" && !periodsEn[n] && !seasonsEn[n] {
				return []fractionEn{{1, p.s.quote(w[k-1].start, w[k].end)}}
			}
		}
	}
	return nil
}

// shareMovesEn compares the share of a whole that both sides name: half of the cost, three quarters of it; one in five, all of them.
func (v *view) shareMovesEn(sign float64) (Evidence, bool) {
	was, is := fractionsIn(v.planClauses()), fractionsIn(v.plannedParts())
	if len(was)+len(is) == 0 {
		return Evidence{}, false
	}
	if len(was) == 0 && v.retained() >= 0.4 {
		was = wholeIn(v.planClauses())
	}
	if len(is) == 0 && v.retained() >= 0.4 {
		is = wholeIn(v.plannedParts())
	}
	if len(was) != 1 || len(is) != 1 || (is[0].value-was[0].value)*sign < 0.004 {
		return Evidence{}, false
	}
	return is[0].at, true
}

// clockEn are the hours of the day between which promises say that something is done, by how many there are: from nine to five, between 8 a.m. and noon.
func clockEn(parts []part) (hours float64, at Evidence) {
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		var seen []float64
		from, to := 0, 0
		for k := 1; k < len(w); k++ {
			h := -1.0
			n := textAt(w, k+1)
			switch t := w[k].text; {
			case t == "noon" || t == "midday":
				h = 12
			case t == "midnight":
				h = 24
			case numberEn(t) > 0 && numberEn(t) <= 24 && (n == "o" || n == "am" || n == "a" || n == "a.m" || n == "pm" || n == "p" || n == "p.m" || len(seen) == 0 && (w[k-1].text == "from" || w[k-1].text == "between") && (n == "to" || n == "and" || n == "until") && (numberEn(textAt(w, k+2)) > 0 && clockWordEn(textAt(w, k+3)) || textAt(w, k+2) == "noon" || textAt(w, k+2) == "midday" || textAt(w, k+2) == "midnight") || len(seen) == 1 && clockWordEn(n) && (w[k-1].text == "to" || w[k-1].text == "and" || w[k-1].text == "until")):
				if h = numberEn(t); (n == "pm" || n == "p" || n == "p.m") && h < 12 || len(seen) == 1 && h <= seen[0] && h < 12 {
					h += 12
				}
			}
			if h > 0 && len(seen) < 2 {
				if len(seen) == 0 {
					from = w[k].start
				}
				seen, to = append(seen, h), w[k].end
			}
		}
		if len(seen) == 2 && seen[1] != seen[0] {
			if seen[1] < seen[0] {
				seen[1] += 24
			}
			return seen[1] - seen[0], p.s.quote(from, to)
		}
	}
	return 0, Evidence{}
}

func clockWordEn(t string) bool {
	return t == "o" || t == "am" || t == "pm" || t == "a" || t == "p" || t == "" || t == "." || t == "on" || t == "," || t == "daily" || t == "every"
}

// hoursMoveEn finds longer or shorter hours, and hours where there was no limit (at any time of the day, between eight and noon).
func (v *view) hoursMoveEn(sign float64) (Evidence, bool) {
	was, a := clockEn(v.planClauses())
	is, b := clockEn(v.plannedParts())
	switch {
	case was > 0 && is > 0:
		return b, (is-was)*sign > 0
	case is > 0 && sign < 0:
		return b, v.planHas("any-time")
	case was > 0 && sign > 0:
		if f := firstOf(v.hitsOf(v.u.next, "any-time")); f != nil {
			return f.evidence(), true
		}
	}
	return a, false
}

// dayEndsEn are ends of a part of the day.
var dayEndsEn = setEn("sunrise sunset dawn dusk noon midday midnight morning evening nightfall daybreak")

// boundTimeEn finds hours, months or a part of the day to which promises are bound.
func boundTimeEn(parts []part) (Evidence, bool) {
	if is := rangesIn(parts); len(is) > 0 {
		return is[0].at, true
	}
	if h, at := clockEn(parts); h > 0 {
		return at, true
	}
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 0; k+3 < len(w); k++ {
			if (w[k].text == "between" || w[k].text == "from") && dayEndsEn[w[k+1].text] && dayEndsEn[w[k+3].text] {
				return p.s.quote(w[k].start, w[k+3].end), true
			}
			if w[k].text == "from" && numberEn(w[k+1].text) > 0 && (w[k+2].text == "at" && w[k+3].text == "night" || w[k+2].text == "in" && dayEndsEn[textAt(w, k+4)]) {
				return p.s.quote(w[k].start, w[k+3].end), true // from six in the morning
			}
		}
	}
	return Evidence{}, false
}

// freeTimeEn finds words by which promises hold at all times: all the year round, at whatever hour they come.
func freeTimeEn(parts []part) (Evidence, bool) {
	for _, p := range parts {
		for _, h := range p.s.hits {
			if h.cue == "any-time" && h.start >= p.clause().start {
				return p.s.quote(h.start, h.end), true
			}
		}
		for k, x := range p.s.words {
			n := textAt(p.s.words, k+1)
			if x.text == "whenever" || (x.text == "whatever" || x.text == "whichever" || x.text == "what") && (n == "hour" || n == "time" || n == "day" || n == "season" || n == "month") {
				return p.s.quote(x.start, x.end), true
			}
		}
	}
	return Evidence{}, false
}

// anyTimeEn finds hours or months that fall away, or come, where the other side is bound to none: from May to September, all the year round.
func (v *view) anyTimeEn(sign float64) (Evidence, bool) {
	bound, free := v.planClauses(), v.plannedParts()
	if sign < 0 {
		bound, free = free, bound
	}
	at, ok := freeTimeEn(free)
	if !ok {
		return at, false
	}
	end, limited := boundTimeEn(bound)
	if _, both := boundTimeEn(free); !limited || both {
		return at, false
	}
	if _, both := freeTimeEn(bound); both {
		return at, false
	}
	if sign < 0 {
		at = end
	}
	return at, true
}

// exclusiveEn are acts of which one takes the place of another where both are done to the same thing: build and buy, lend and give, ask and oblige. Those of one line
// exclude each other.
var exclusiveEn = [][]map[string]bool{
	{rootsEn("build develop construct write produce manufacture"), rootsEn("buy purchase acquire procure"), rootsEn("rent lease hire borrow")},
	{rootsEn("repair mend renovate restore refurbish overhaul patch"), rootsEn("replace rebuild demolish")},
	{rootsEn("lend"), rootsEn("give donate hand"), rootsEn("sell")},
	{rootsEn("advise recommend encourage invite urge ask appeal persuade"), rootsEn("require oblige order compel force mandate bind bound instruct direct")},
	{rootsEn("ban prohibit"), rootsEn("tax charge restrict license")},
	{rootsEn("cull shoot kill slaughter"), rootsEn("vaccinate sterilise relocate")},
	{rootsEn("bury landfill"), rootsEn("burn incinerate"), rootsEn("recycle compost")},
}

// exclusiveActEn finds in the place of the plan's act one that excludes it, done to the same thing: a payroll will be built, the payroll will be bought.
func (v *view) exclusiveActEn() []signal {
	was, parts := v.planClauses(), v.plannedParts()
	if v.rd.lang.Code != "en" || len(was) != 1 || len(parts) == 0 || v.retained() < 0.3 {
		return nil
	}
	root := derivedEn(was[0].clause().verb)
	for _, line := range exclusiveEn {
		mine := slices.IndexFunc(line, func(m map[string]bool) bool { return m[root] })
		if mine < 0 {
			continue
		}
		for _, p := range parts {
			c := p.clause()
			r := derivedEn(c.verb)
			other := slices.IndexFunc(line, func(m map[string]bool) bool { return m[r] })
			if other < 0 || other == mine || c.negated || was[0].clause().negated {
				continue
			}
			still := slices.ContainsFunc(p.s.words, func(x wordEn) bool { return line[mine][rootOfEn(x)] })
			had := slices.ContainsFunc(v.u.plan, func(s *sentence) bool {
				return slices.ContainsFunc(s.words, func(x wordEn) bool { return line[other][rootOfEn(x)] })
			})
			done := slices.ContainsFunc(v.u.results, func(s *sentence) bool {
				return slices.ContainsFunc(s.words, func(x wordEn) bool { return line[other][rootOfEn(x)] })
			})
			if !still && !had && !done && overlap(v.u.features, c.features, nil) > 0 {
				return []signal{{string(schema.Revised), 3.2, p.s.quote(c.start, c.end)}}
			}
		}
	}
	return nil
}

var (
	// freeEn leave an act to those whom it concerns, boundEn bind them to it.
	freeEn  = setEn("may can voluntary voluntarily invited encouraged free able recommended advised urged optional")
	boundEn = setEn("must required obliged compulsory mandatory obligatory bound compelled")
)

// boundNowEn finds a duty in the place of a choice (owners may register, owners will be obliged to register), or a choice in the place of a duty.
func (v *view) boundNowEn() []signal {
	was, parts := v.planClauses(), v.plannedParts()
	if v.rd.lang.Code != "en" || len(was) != 1 || len(parts) == 0 || v.retained() < 0.4 {
		return nil
	}
	has := func(p part, set map[string]bool) int {
		w := between(p.s.words, p.clause().start, p.clause().end)
		k := slices.IndexFunc(w, func(x wordEn) bool { return set[x.text] })
		if k < 0 && set["must"] { // will have to be shown
			k = slices.IndexFunc(w[:max(0, len(w)-1)], func(x wordEn) bool { return x.text == "have" || x.text == "has" })
			if k >= 0 && w[k+1].text != "to" {
				k = -1
			}
		}
		if k >= 0 && (slices.ContainsFunc(w[:k], func(x wordEn) bool { return relativesEn[x.text] }) || textAt(w, k-1) == "as" || textAt(w, k-1) == "where") {
			return -1
		}
		return k
	}
	free, bound := has(was[0], freeEn), has(was[0], boundEn)
	for _, p := range parts {
		if p.clause().negated {
			continue
		}
		f, b := has(p, freeEn), has(p, boundEn)
		if free >= 0 && bound < 0 && b >= 0 && f < 0 || bound >= 0 && free < 0 && f >= 0 && b < 0 {
			return []signal{{string(schema.Revised), 3.2, p.s.quote(p.clause().start, p.clause().end)}}
		}
	}
	return nil
}

// replacesKnownEn says whether what is changed over to is what the plan has already: "switch to their common payroll" of a plan for a common payroll.
func (v *view) replacesKnownEn(f found) bool {
	if v.rd.lang.Code != "en" || !strings.HasPrefix(f.text(), "switch") && !strings.HasPrefix(f.text(), "change") && !strings.HasPrefix(f.text(), "shift") {
		return false
	}
	return v.objectKnownEn(f)
}

// nounNextEn says whether a noun may stand at word k: neither the end, nor a mark, nor a word that ends a noun phrase.
func nounNextEn(w []wordEn, k int) bool {
	t := textAt(w, k)
	return t != "" && wordRune([]rune(t)[0]) && !phraseEndsEn[t] && t != "and"
}
