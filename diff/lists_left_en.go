package diff

import (
	"slices"

	"plandiff/lang"
	"plandiff/schema"
)

// Lists that a sentence said anew may leave out without leaving anything undone.

// aimListEn says whether a list of the plan stands in what the act is for, behind "to" at the end of its clause, and the next plan has no word of that aim: "fit units at all gateways to
// intercept seeds and plant material".
func (v *view) aimListEn(s *sentence, l series) bool {
	if s.words == nil || s.column != "plan" {
		return false
	}
	c := &s.clauses[l.clause]
	w := between(s.words, c.start, l.start)
	for k := len(w) - 1; k > 2 && k > len(w)-9; k-- {
		if w[k-1].text != "to" || !s.has("verb", w[k].start, w[k].end) || k < 2 || finiteEn[w[k-2].text] || w[k-2].text == "be" || phraseEndsEn[w[k-2].text] {
			continue
		}
		if slices.ContainsFunc(w[:k-1], func(x wordEn) bool { return modalsEn[x.text] }) {
			return !v.nextHasEn(w[k].text)
		}
	}
	return false
}

// nextHasEn says whether the next plan has a word in some form, or one that says the same.
func (v *view) nextHasEn(word string) bool {
	share, any := v.knownIn([]rune(word), v.nextSet, v.nextRow)
	return any && share == 1
}

// enumeratesEn says whether a list of the plan names one by one what the plan counts, and the next plan counts as many: "three modules, on communication, on housing and on crisis
// response".
func (v *view) enumeratesEn(s *sentence, l series) bool {
	if s.words == nil || len(l.members) < 2 {
		return false
	}
	for k, x := range s.words {
		if x.start >= l.members[len(l.members)-1].End {
			break
		}
		n := numberEn(x.text)
		if n < 2 || int(n) != len(l.members) && int(n) != len(l.members)-1 || isMonthOrYearEn(x.text) {
			continue
		}
		end := memberEndEn(s.words, k+1)
		if end <= k+1 || slices.ContainsFunc(between(s.words, x.end, l.start), func(y wordEn) bool { return modalsEn[y.text] || finiteEn[y.text] }) {
			continue // two departments will …: who does it, and how many they are, tells nothing of the list
		}
		for _, o := range v.u.next {
			for j := range o.words {
				if numberEn(o.words[j].text) != n {
					continue
				}
				stop := memberEndEn(o.words, j+1)
				for i := j + 1; i < stop; i++ {
					if slices.ContainsFunc(s.words[k+1:end], func(y wordEn) bool { return lang.Stem(y.text) == lang.Stem(o.words[i].text) }) {
						return true
					}
				}
			}
		}
	}
	return false
}

// eitherEn finds a limit that falls away by "whether … or …", where the plan named one of the cases: "users who own their home", "users whether they own or rent their home".
func (v *view) eitherEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || v.retained() < 0.5 || v.topStage(v.u.plan) == studying {
		return Evidence{}, false
	}
	for _, p := range v.plannedParts() {
		w := between(p.s.words, p.clause().start, len(p.s.r)) // behind a comma it is a clause of its own
		modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
		for k := max(modal, 0) + 2; k+3 < len(w); k++ {
			if w[k].text != "whether" && (w[k].text != "be" || textAt(w, k+1) != "it" && textAt(w, k+1) != "they") && w[k].text != "irrespective" && w[k].text != "regardless" {
				continue
			}
			if n := textAt(w, k+1); n == "or" || n == "and" {
				continue // whether or not
			}
			or := -1
			for j := k + 2; j < len(w) && j < k+9 && w[j].text != ","; j++ {
				if w[j].text == "or" {
					or = j
				}
			}
			if or < 0 || or+1 >= len(w) || textAt(w, or+1) == "not" {
				continue
			}
			known, fresh := false, false
			for j := k + 1; j < or; j++ {
				known = known || !stopEn[w[j].text] && v.knowsEn([]rune(w[j].text)) || w[j].text == "own" && containsRunes(v.planText, []rune(" own "))
			}
			for j := or + 1; j < len(w) && j < or+4; j++ {
				if !stopEn[w[j].text] && wordRune([]rune(w[j].text)[0]) {
					fresh = !v.knowsEn([]rune(w[j].text))
					break
				}
			}
			if !known && !fresh { // the new case first: whether they rent or own
				known, fresh = true, true
			}
			if known && fresh {
				return p.s.quote(w[k].start, w[min(or+2, len(w)-1)].end), true
			}
		}
	}
	return Evidence{}, false
}

// ofThemEn is a number in a promise that counts what the plan counts without naming it: 250 of "the Council will award 250 of them". The plan's number is the only one of its kind.
func (v *view) ofThemEn() (was amount, now float64, at Evidence, ok bool) {
	if v.rd.lang.Code != "en" {
		return
	}
	for _, p := range v.plannedParts() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := range w {
			n := numberEn(w[k].text)
			if n < 2 || isMonthOrYearEn(w[k].text) && textAt(w, k+1) != "of" || !p.s.countsUnnamedEn(w, k) {
				continue
			}
			var only []amount
			for _, a := range amountsOf(v.planClauses()) {
				if a.Kind == lang.Count && isTarget(a) {
					only = append(only, a)
				}
			}
			if len(only) > 1 {
				return
			}
			if len(only) == 1 {
				was = only[0]
			}
			if !byPronounEn(w, k) && (len(only) == 0 || v.countedAgainEn(was)) {
				return amount{}, 0, Evidence{}, false
			}
			return was, n, p.s.quote(w[k].start, w[min(k+2, len(w)-1)].end), true
		}
	}
	return
}

// byPronounEn says whether a number tells by a word behind it of how many there are: 250 of them, 90 in all.
func byPronounEn(w []wordEn, k int) bool {
	n, nn := textAt(w, k+1), textAt(w, k+2)
	return n == "of" && (nn == "them" || nn == "these" || nn == "those") || n == "in" && (nn == "all" || nn == "total" || nn == "number")
}

// countsUnnamedEn says whether the number at word k counts what need not be named: 250 of them; with 20 to be trained; this time on 250; the number being set at 60.
func (s *sentence) countsUnnamedEn(w []wordEn, k int) bool {
	if byPronounEn(w, k) {
		return true
	}
	inside := func(a, b int) bool { return a <= w[k].start && b >= w[k].end }
	if slices.ContainsFunc(s.dates, func(d lang.Date) bool { return inside(d.Span.Start, d.Span.End) }) || slices.ContainsFunc(s.quantities, func(q lang.Quantity) bool {
		return inside(q.Span.Start, q.Span.End) && (q.Kind == lang.Money || q.Kind == lang.Duration || q.Span.End > w[k].end && q.Kind != lang.Count)
	}) {
		return false
	}
	switch n, nn := textAt(w, k+1), textAt(w, k+2); n {
	case "", ".", ",", ";", "altogether", "instead", "being":
	case "to":
		if nn != "be" {
			return false
		}
	case "on", "in":
		if nn != "the" || textAt(w, k+3) != "list" && textAt(w, k+3) != "programme" {
			return false
		}
	case "this", "next":
		if nn != "time" && nn != "year" {
			return false
		}
	default:
		return false
	}
	measured := false
	for j := max(0, k-8); j < k; j++ {
		measured = measured || measureEn[w[j].text] || w[j].text == "figure" || w[j].text == "quota" || w[j].text == "time" && textAt(w, j-1) == "this"
	}
	switch p := textAt(w, k-1); p {
	case "with":
		return true
	case "numbering", "totalling", "totaling":
		return true
	case "on", "in", "to", "at", "for", "of", "be", "is", "by", "about", "only", "just", ",":
		return measured
	}
	return false
}

// countedAgainEn says whether promises count the same as a number of the plan.
func (v *view) countedAgainEn(was amount) bool {
	return slices.ContainsFunc(amountsOf(v.plannedParts()), func(a amount) bool { return v.sameCount(was, a) })
}

// takenInEn finds what the next plan takes in in the same breath, beside what the plan named or by lifting its limit.
func (v *view) takenInEn() (Evidence, bool) {
	if ev, ok := v.alongEn(); ok {
		return ev, true
	}
	if ev, ok := v.withAddedEn(); ok {
		return ev, true
	}
	return v.eitherEn()
}

// withAddedEn finds what is said to be added to what goes on: "with swimming baths and cinemas added", "with a chapter on lakes thrown in".
func (v *view) withAddedEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(v.plannedParts()) == 0 {
		return Evidence{}, false
	}
	for _, s := range v.u.next {
		for k := 2; k < len(s.words); k++ {
			if t := s.words[k].text; t != "added" && (t != "thrown" || textAt(s.words, k+1) != "in") && (t != "included" || textAt(s.words, k-1) != "now") {
				continue
			}
			for j := k - 1; j >= 0 && j > k-9 && s.words[j].text != "," && !finiteEn[s.words[j].text]; j-- {
				if s.words[j].text != "with" {
					continue
				}
				if share, any := v.knownIn(s.r[s.words[j+1].start:s.words[k-1].end], v.planSet, v.planText); any && share < 0.5 && j+1 < k {
					return s.quote(s.words[j].start, s.words[k].end), true
				}
			}
		}
	}
	return Evidence{}, false
}

// actOrThingAdded is actAdded, in English also by the thing that a further act brings in.
func actOrThingAdded(v *view) []signal {
	if ev, ok := v.freshThingEn(v.plannedParts()); ok {
		return []signal{{string(schema.Expanded), 3, ev}}
	}
	return actAdded(v)
}

// freshThingEn finds a further act on a thing that was not there before, beside the plan's acts in the same sentence: "Lessons will be given, and a printed guide will be published". The
// sentence promises more acts than the plan, and neither the act nor the thing is known from plan or results.
func (v *view) freshThingEn(parts []part) (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(parts) < 2 || len(parts) <= len(v.planClauses()) || v.topStage(v.u.plan) == studying {
		return Evidence{}, false
	}
	told, text := gather(v.u.results)
	known := func(word string) bool {
		a, _ := v.knownIn([]rune(word), v.planSet, v.planText)
		b, _ := v.knownIn([]rune(word), told, text)
		return a == 1 || b == 1
	}
	for _, p := range parts[1:] {
		c := p.clause()
		if c.negated || c.verb == "" || p.c == 0 || p.s != parts[0].s || known(c.verb) || p.s.emptyEn(c) || p.s.has("again", c.start, c.end) || v.keepsUp(p.s, c) {
			continue
		}
		w := between(p.s.words, c.start, c.end)
		k := 0
		for k < len(w) && (w[k].text == "and" || w[k].text == ",") {
			k++
		}
		modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
		if t := textAt(w, k); modal > k && t != "a" && t != "an" && t != "another" {
			continue
		} else if modal <= k { // and will publish a guide
			k = slices.IndexFunc(w, func(x wordEn) bool { return x.text == "a" || x.text == "an" || x.text == "another" })
			if k < 0 || k > 4 {
				continue
			}
		}
		if end := memberEndEn(w, k+1); end > k+1 && !finiteEn[w[end-1].text] && !known(w[end-1].text) && !p.s.has("filler", w[end-1].start, w[end-1].end) {
			return p.s.quote(c.start, c.end), true
		}
	}
	return Evidence{}, false
}

// leftOutEn moves to what a list has lost those members of which the next plan only speaks where it gives a reason: "issued for birch, the one for grass having been little used".
func (v *view) leftOutEn(s *sentence, kept, lost []lang.Span) (still, gone []lang.Span) {
	if v.rd.lang.Code != "en" || len(kept) < 2 || len(v.u.next) != 1 {
		return kept, lost
	}
	n := v.u.next[0]
	i := slices.IndexFunc(n.clauses, func(c clause) bool { return c.kind == reasonClause })
	if i < 0 {
		return kept, lost
	}
	inReason := n.clauses[i].features
	for _, m := range kept {
		own := v.rd.featuresOf(s.r[m.Start:m.End])
		rest := 0.0
		for k := range n.clauses {
			if k != i {
				set := n.clauses[k].features
				rest += overlap(own, set, nil)
			}
		}
		if overlap(own, inReason, nil) > 0 && rest == 0 {
			lost = append(lost, m)
		} else {
			still = append(still, m)
		}
	}
	return still, lost
}
