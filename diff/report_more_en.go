package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// othersLeftEn says whether what results tell as not done is counted as further to what they tell as done: "a further 32 claims could not be dealt with".
func (v *view) othersLeftEn() bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	further, done := false, false
	for _, s := range v.u.results {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind != mainClause {
				continue
			}
			w := between(s.words, c.start, c.end)
			k := 0
			for k < len(w) && (w[k].text == "and" || w[k].text == "but" || w[k].text == "a" || w[k].text == "the" || w[k].text == "some" || w[k].text == "while") {
				k++
			}
			switch t := textAt(w, k); {
			case c.negated && (t == "further" || t == "another" || t == "other" || t == "remaining" || t == "rest" || t == "others"):
				further = true
			case !c.negated && c.tense == past && overlap(v.u.features, c.features, nil) > 0:
				done = true
			}
		}
	}
	return further && done
}

// manyDealtEn says whether a clause counts many of what the plan speaks of, with which something was done, so that it prepares nothing: "The mediator heard 612 cases".
func (v *view) manyDealtEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || v.endState() || v.planHas("end-act") || c.tense != past {
		return false
	}
	return slices.ContainsFunc(s.quantities, func(q lang.Quantity) bool {
		if q.Kind != lang.Count || q.Value < 10 || q.Span.Start < c.start || q.Span.End > c.end {
			return false
		}
		share, any := v.knownIn([]rune(q.Counts), v.planSet, v.planText)
		return any && share > 0
	})
}

// needlessEn finds a means that makes the plan's act, or its means, unnecessary: "scanned, which makes it unnecessary to open them", "without having to open them".
func (v *view) needlessEn() []signal {
	if v.rd.lang.Code != "en" || v.retained() < 0.3 {
		return nil
	}
	for _, n := range v.u.next {
		w := n.words
		for k := 0; k+2 < len(w); k++ {
			at := 0
			switch t, next := w[k].text, w[k+1].text; {
			case (t == "unnecessary" || t == "needless" || t == "superfluous") && next == "to":
				at = k + 2
			case t == "need" && (next == "to" || next == "for") && (textAt(w, k-1) == "no" || textAt(w, k-1) == "the" && textAt(w, k-2) == "without" || textAt(w, k-1) == "longer"):
				at = k + 2
			case t == "without" && (next == "having" || next == "needing") && w[k+2].text == "to":
				at = k + 3
			case t == "without" && len(next) > 5 && next[len(next)-3:] == "ing":
				at = k + 1
			}
			if at == 0 || at >= len(w) {
				continue
			}
			if verb := lang.Stem(w[at].text); v.planHasActEn(verb) || v.knowsEn(n.r[w[at].start:w[at].end]) {
				return []signal{{string(schema.Revised), 3.2, n.quote(w[k].start, w[at].end)}}
			}
		}
	}
	return nil
}

// marksShort adds a part where results tell what is lacking: one fewer than intended, leaving 1,350 for later, in every region but two.
func (s *sentence) marksShort(w []wordEn) {
	for k := 0; k+2 < len(w); k++ { // has kept the builders from handing over
		switch w[k].text {
		case "kept", "keeps", "keep", "held", "barred", "hindered", "deterred", "stopped", "prevented":
			for j := k + 1; j+1 < len(w) && j < k+7 && w[j].text != ","; j++ {
				if w[j].text == "from" && strings.HasSuffix(w[j+1].text, "ing") {
					s.hits = append(s.hits, hit{"not-reached", w[k].start, w[j+1].end})
				}
			}
		}
	}
	for k := 0; k+2 < len(w); k++ {
		n, nn := w[k+1].text, w[k+2].text
		switch t := w[k].text; {
		case (t == "fewer" || t == "less" || t == "short" || t == "down") && (n == "than" || n == "of" || n == "on") && k > 0 && (numberEn(w[k-1].text) > 0 || w[k-1].text == "cent" || w[k-1].text == "%"):
			for j := k + 2; j < len(w) && j < k+5; j++ {
				switch w[j].text {
				case "intended", "planned", "foreseen", "scheduled", "expected", "hoped", "envisaged", "target", "goal", "plan", "promised", "announced":
					s.hits = append(s.hits, hit{"part-strong", w[k].start, w[j].end}, hit{"part", w[k].start, w[j].end})
				}
			}
		case t == "leaving" && numberEn(n) > 0 || t == "leaving" && (n == "the" || n == "some") && (nn == "rest" || nn == "remainder" || nn == "others"):
			s.hits = append(s.hits, hit{"part-strong", w[k].start, w[k+1].end}, hit{"part", w[k].start, w[k+1].end})
		case (t == "every" || t == "each" || t == "all") && !periodsEn[n]:
			for j := k + 2; j+1 < len(w) && j < k+7 && w[j].text != "," && !finiteEn[w[j].text]; j++ {
				if w[j].text == "but" && (numberEn(w[j+1].text) > 0 || s.properEn(j+1) || w[j+1].text == "the") {
					s.hits = append(s.hits, hit{"part-strong", w[k].start, w[j].end}, hit{"part", w[k].start, w[j].end})
				}
			}
		}
	}
}

// someShareEn says whether a clause reports something of a share of those meant, which opens it: "Roughly two thirds of the premises can now order a connection".
func (v *view) someShareEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.kind != mainClause || c.negated || !v.endState() && !v.finiteSetEn() && !slices.ContainsFunc(v.planClauses(), func(p part) bool { return lastingEn[p.clause().verb] }) || len(fractionsIn(v.planClauses())) > 0 {
		return false
	}
	i := slices.IndexFunc(s.clauses, func(o clause) bool { return o.start == c.start })
	w := between(s.words, c.start, c.end)
	for _, f := range fractionsIn([]part{{s, i}}) {
		k := slices.IndexFunc(w, func(x wordEn) bool { return x.end > f.at.Start-s.Start })
		if k < 0 || k > 3 || f.value >= 0.97 {
			continue
		}
		for j := k; j < len(w) && j < k+9; j++ {
			if v.knowsEn(s.r[w[j].start:w[j].end]) {
				return true
			}
		}
	}
	return false
}

// stateReachedEn says whether a clause tells that what the plan was to make is there for those who use it: "The first two modules have been available since February".
func (v *view) stateReachedEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.negated || c.tense == planned || !v.endState() && !slices.ContainsFunc(v.planClauses(), func(p part) bool { return makesEn[p.clause().verb] }) {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := 1; k < len(w); k++ {
		switch w[k].text {
		case "available", "online", "live", "open", "operational", "usable":
		default:
			continue
		}
		p := w[k-1].text
		if p == "on" || p == "now" || p == "already" || p == "fully" {
			p = textAt(w, k-2)
		}
		if (p == "is" || p == "are" || p == "been" || p == "was" || p == "were") && overlap(v.u.features, c.features, nil) > 0 {
			return true
		}
	}
	return false
}

// onTheWayEn says whether the results of a plan with an end share no word with it and tell in the perfect what has been done so far.
func (v *view) onTheWayEn() bool {
	if v.rd.lang.Code != "en" || !v.endState() && !v.planHas("end-act") {
		return false
	}
	return !slices.ContainsFunc(v.u.results, func(r *sentence) bool {
		return overlap(v.u.features, r.features, nil) > 0 || !r.stepDoneEn()
	})
}

// madeUpEn tell that what had failed was done after all.
var madeUpEn = setEn("repeated resumed rescheduled completed concluded")

// madeUpForEn says whether the sentence goes on to tell that what had to be broken off was done after all: "had to be broken off in fog and was repeated in January".
func (v *view) madeUpForEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	w := s.words
	for k := 1; k < len(w); k++ {
		if w[k].start > c.start && w[k-1].text == "and" && finiteEn[w[k].text] && (madeUpEn[textAt(w, k+1)] || textAt(w, k+1) == "made" && textAt(w, k+2) == "up" || textAt(w, k+1) == "held" && (textAt(w, k+2) == "later" || textAt(w, k+2) == "in")) {
			return true
		}
	}
	return false
}
