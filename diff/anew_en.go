package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// The same promise in other words: what looks like a change because a cue word, a quantifier or a list stands where the plan says it otherwise.

// saidWholeEn says whether a whole that the next plan names is the plan's own in other words (all 40 miles of the path, the entire path), or only tells on what
// occasions something is done (on every patrol). fromAll are the wholes of the plan, to those of the next plan.
func (v *view) saidWholeEn(h placedHead, fromAll, to []placedHead) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	if len(fromAll) >= len(to) && len(fromAll) > 0 || v.othersWholeEn(h) {
		return true
	}
	k := slices.IndexFunc(h.s.words, func(x wordEn) bool { return x.start >= h.quantifier.Start })
	if noun := textAt(h.s.words, k+1); k >= 0 && h.s.words[k].text == "any" && noun != "" && !strings.HasSuffix(noun, "s") && v.planHasOneEn(noun) {
		return true // before any certificate is renewed
	}
	switch textAt(h.s.words, k-1) {
	case "on", "at", "upon", "before", "after", "during":
		return !v.knowsEn([]rune(h.word()))
	}
	return false
}

// othersWholeEn says whether another commitment of the item means the same whole: a sentence that goes on with both names it once.
func (v *view) othersWholeEn(h placedHead) bool {
	noun := singularEn(h.word())
	return len(v.allPlan) > len(v.u.plan) && slices.ContainsFunc(v.allPlan, func(s *sentence) bool {
		return slices.ContainsFunc(headsEn(s), func(o head) bool {
			return o.universal && singularEn(string(s.r[o.noun.Start:o.noun.End])) == noun
		})
	})
}

// singularEn is the stem of a noun, of fishermen too.
func singularEn(t string) string {
	if stem, ok := strings.CutSuffix(t, "men"); ok {
		t = stem + "man"
	}
	return lang.Stem(t)
}

// planHasOneEn says whether the plan has a noun with a, an or the, which "any" says in other words.
func (v *view) planHasOneEn(noun string) bool {
	for _, s := range v.u.plan {
		for i := 1; i < len(s.words); i++ {
			if t := s.words[i-1].text; s.words[i].text == noun && (t == "a" || t == "an" || t == "the" || i > 1 && (s.words[i-2].text == "a" || s.words[i-2].text == "an")) {
				return true
			}
		}
	}
	return false
}

// wholeAnywayEn says whether a word that lifts a limit (whatever their county, of any size) speaks of what the plan meant whole before.
func (v *view) wholeAnywayEn(f found) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	w := between(f.s.words, f.h.end, f.c.end)
	for _, h := range v.universals(v.planClauses()) {
		noun := derivedEn(lang.Stem(h.word()))
		for k := 0; k < len(w) && k < 4; k++ {
			if derivedEn(lang.Stem(w[k].text)) == noun {
				return true
			}
		}
	}
	return false
}

// partnerEn says whether those with whom the next plan does something (together with the authorities) are so in the plan too.
func (v *view) partnerEn(f found, end int) bool {
	if t := f.text(); t != "together with" && t != "along with" && t != "alongside" && t != "jointly with" {
		return false
	}
	for _, s := range v.u.plan {
		for k, x := range s.words {
			if x.text != "with" && x.text != "between" && x.text != "alongside" {
				continue
			}
			to := k + 1
			for to < len(s.words) && (determinersEn[s.words[to].text] || s.words[to].text == "and") {
				to++
			}
			if to = memberEndEn(s.words, to); to > k+1 && overlap(v.rd.featuresOf(s.r[x.end:s.words[to-1].end]), v.rd.featuresOf(f.s.r[f.h.end:end]), nil) > 0 {
				return true
			}
		}
	}
	return false
}

// dependsEn says whether "depends on" tells how things hang together in the world, and not what decides on the measure: nothing before it asks whether it goes on.
func (v *view) dependsEn(f found) bool {
	if v.rd.lang.Code != "en" || f.s.self {
		return false
	}
	switch f.text() {
	case "depends on", "depending on", "hinges on", "turns on", "hangs on":
	default:
		return false
	}
	return !f.s.has("fate-noun", f.c.start, f.h.start) && !f.s.has("open-question", f.c.start, f.c.end) && slices.ContainsFunc(v.plannedParts(), func(p part) bool { return p.clause() != f.c })
}

// finishesEn says whether what a word of ending tells is that a thing still unfinished will be finished: "The guide will be finished off".
func (v *view) finishesEn(f found) bool {
	return v.rd.lang.Code == "en" && f.c.tense == planned && (strings.HasPrefix(f.text(), "finish") || strings.HasPrefix(f.text(), "conclude")) && v.progress != schema.Done
}

// indefiniteEn open a subject that is somebody or something in the world, and not the measure at hand.
var indefiniteEn = setEn("a an some many several few most other another one two three much")

// othersFateEn says whether a sentence that promises nothing, beside one that does, tells of somebody or something in the world that it ends or is given up: "A recall is
// often limited to one batch, or is later withdrawn by the maker".
func (v *view) othersFateEn(f found) bool {
	if v.rd.lang.Code != "en" || f.s.self || f.s.promises || f.s.follows || len(v.plannedParts()) == 0 {
		return false
	}
	w := f.s.words
	return len(w) > 0 && (indefiniteEn[w[0].text] || numberEn(w[0].text) > 0)
}

// unchangedEn says whether a clause only tells that something stays as it was: "the method will be the same as last year".
func (s *sentence) unchangedEn(c *clause) bool {
	if s.words == nil {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := 1; k < len(w); k++ {
		switch w[k].text {
		case "same", "unchanged", "unaltered", "identical":
			if p := w[k-1].text; p == "the" || p == "be" || p == "remain" || p == "remains" || p == "stay" || p == "is" || p == "are" || p == "left" {
				return w[k].text != "same" || k > 1 && beEn[w[k-2].text]
			}
		}
	}
	return false
}

// promisedInRelativeEn finds the will of a sentence of the next plan whose main clause only describes what is promised in a relative clause behind it: "How authors could be
// paid is a question which the Unit will go on exploring". 0 if there is none.
func promisedInRelativeEn(w []wordEn) int {
	copula := false
	for k := 1; k+1 < len(w); k++ {
		switch t := w[k].text; {
		case t == "is" || t == "are" || t == "remains" || t == "remain":
			copula = true
		case modalsEn[t] && copula:
			for j := k - 1; j > 0 && j > k-9 && w[j].text != "," && !finiteEn[w[j].text]; j-- {
				if w[j-1].text == "," && w[j].text != "what" {
					return 0 // tells something of it
				}
				if w[j].text == "which" || w[j].text == "that" || w[j].text == "where" || w[j].text == "whom" || w[j].text == "what" || w[j].text == "whose" {
					return k
				}
			}
			return 0
		}
	}
	return 0
}

// handsToEn says whether what is handed is a thing that the plan gives to somebody or makes for them ("the press will be handed the readings"), and not the measure.
func (v *view) handsToEn(f found) bool {
	if v.rd.lang.Code != "en" || !strings.Contains(f.text(), "hand") || f.s.self || v.namesOther(f.s) {
		return false
	}
	if n := between(f.s.words, f.h.end, f.c.end); !strings.Contains(f.text(), "over") && textAt(n, 0) != "over" && textAt(n, 0) != "to" && !strings.HasSuffix(f.text(), " to") {
		return true // is handed something
	}
	return slices.ContainsFunc(v.planClauses(), func(p part) bool {
		c := p.clause()
		return givesEn[c.verb] || makesEn[c.verb]
	})
}

// givesEn are acts of giving somebody something.
var givesEn = stemsEn("give hand distribute send supply provide issue deliver award grant lend pay offer circulate dispatch present return")

// trimParticiplesEn cuts from the members of a list a participle that begins what describes them: talks of "talks given on campus".
func trimParticiplesEn(w []wordEn, members []lang.Span) {
	for i, m := range members {
		k := slices.IndexFunc(w, func(x wordEn) bool { return x.end == m.End })
		if k < 1 || w[k].start <= m.Start || !phraseEndsEn[textAt(w, k+1)] || finiteEn[textAt(w, k+1)] {
			continue
		}
		if t := w[k].text; strings.HasSuffix(t, "ing") && textAt(w, k+1) == "of" {
			continue // the first-year pairing of
		} else if (participleEn(t) || lang.PastForm(t) || strings.HasSuffix(t, "en") && lang.Stem(t) != t) && !stopEn[w[k-1].text] {
			members[i].End = w[k-1].end
		}
	}
}

// memberAnewEn says whether a member of a list of the next plan says in other words what a member of a plan's list says that is not met again whole: documentary
// programmes of documentaries.
func (v *view) memberAnewEn(s *sentence, m lang.Span) bool {
	own := v.rd.featuresOf(s.r[m.Start:m.End])
	for _, p := range v.u.plan {
		for _, l := range p.lists {
			for _, o := range l.members {
				f := v.rd.featuresOf(p.r[o.Start:o.End])
				if n := overlap(f, own, nil); n > 0 && n == float64(len(f)) && len(own) == len(f)+1 && !slices.ContainsFunc(s.lists, func(x series) bool {
					return slices.ContainsFunc(x.members, func(y lang.Span) bool {
						return y != m && overlap(v.rd.featuresOf(s.r[y.Start:y.End]), f, nil) > 0
					})
				}) {
					return true
				}
			}
		}
	}
	return false
}

// numberIn says whether the sentences of promises name the same number anywhere, in what for or when too.
func numberIn(parts []part, a amount) bool {
	return slices.ContainsFunc(parts, func(p part) bool {
		return slices.ContainsFunc(p.s.quantities, func(q lang.Quantity) bool { return q.Value == a.Value })
	})
}

// wholeOf are all clauses of the sentences of promises.
func wholeOf(parts []part) []part {
	var out []part
	for _, p := range parts {
		for i := range p.s.clauses {
			if q := (part{p.s, i}); !slices.Contains(out, q) {
				out = append(out, q)
			}
		}
	}
	return out
}

// attributeKeptEn says whether the last member of a plan's list of attributes stands in the other column without the noun that all of them describe: silver of "gold and silver
// articles", where the next plan has "of silver or gold".
func (v *view) attributeKeptEn(s *sentence, l series, i int, set []uint64, text []rune) bool {
	if v.rd.lang.Code != "en" || s.column != schema.Plan || i != len(l.members)-1 {
		return false
	}
	for k, m := range l.members {
		if n := len(between(s.words, m.Start, m.End)); k < i && n != 1 || k == i && n != 2 {
			return false
		}
	}
	w := between(s.words, l.members[i].Start, l.members[i].End)
	share, any := v.knownIn(s.r[w[0].start:w[0].end], set, text)
	return any && share == 1
}

// compoundKeptEn says whether a member of a plan's list of one word comes back by the noun that its compound ends in: chainsaws, saws.
func (v *view) compoundKeptEn(s *sentence, m lang.Span, text []rune) bool {
	if v.rd.lang.Code != "en" || s.column != schema.Plan {
		return false
	}
	w := between(s.words, m.Start, m.End)
	if len(w) != 1 || len(w[0].text) < 8 {
		return false
	}
	r := []rune(w[0].text)
	for n := len(r) - 3; n >= 4; n-- {
		tail := r[len(r)-n:]
		for i := 1; i+n <= len(text); i++ {
			if startsAt(text, i, tail) && !wordRune(text[i-1]) && (i+n == len(text) || !wordRune(text[i+n])) {
				return true
			}
		}
	}
	return false
}

// agentOrNoneEn says whether what a list names is who acts (patrolled by boats, by day) or stands behind "no", so that the list takes nothing in.
func agentOrNoneEn(s *sentence, m lang.Span) bool {
	w := s.words
	k := slices.IndexFunc(w, func(x wordEn) bool { return x.start == m.Start })
	for k > 0 && determinersEn[w[k-1].text] {
		k--
	}
	if k > 1 && w[k-1].text == "by" && strings.HasSuffix(w[k-2].text, "ed") {
		return true
	}
	for j := k - 1; j >= 0 && j >= k-4 && !finiteEn[w[j].text]; j-- {
		if w[j].text == "no" || w[j].text == "neither" {
			return true
		}
	}
	return false
}

// roundsOfDaysEn is how often in a year something is done on a day of the week, where promises say so: on the first Sunday of the month, every Sunday.
func roundsOfDaysEn(parts []part) []rangeEn {
	var out []rangeEn
	for _, p := range parts {
		w := p.s.words
		for k := 1; k < len(w); k++ {
			day := strings.TrimSuffix(w[k].text, "s")
			if !slices.Contains(weekdaysEn, day) {
				continue
			}
			switch t := w[k-1].text; {
			case ordinalValueEn(t) > 0 || t == "last":
				if end := min(len(w), k+4); slices.ContainsFunc(w[k:end], func(x wordEn) bool { return x.text == "month" }) {
					out = append(out, rangeEn{"rounds", 12, p.s.quote(w[k-1].start, w[k].end)})
				}
			case t == "every" || t == "each" || t == "on" && day != w[k].text:
				out = append(out, rangeEn{"rounds", 52, p.s.quote(w[k-1].start, w[k].end)})
			}
		}
	}
	return out
}
