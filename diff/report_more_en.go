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
				if at = k + 1; containsRunes(v.planText, n.r[w[k].start:w[k+1].end]) {
					continue // collect tolls without stopping cars: so it was promised before
				}
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

// marksKeptFrom adds to a result that something kept those who act from it: "Damage has kept the builders from handing over the hall".
func (s *sentence) marksKeptFrom(w []wordEn) {
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

// handedInEn tell that a paper is ready and has gone to those who decide.
var handedInEn = setEn("laid submitted presented delivered tabled circulated handed sent")

// givesAccountEn are verbs of giving somebody an account of something, which is done once the account is there.
var givesAccountEn = stemsEn("report submit present lay table inform notify account deliver")

// draftHandedInEn says whether what the plan was to draft has gone to those who decide on it.
func (v *view) draftHandedInEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.negated || c.tense != past || !slices.ContainsFunc(v.planClauses(), func(p part) bool {
		return p.clause().verb == "draft" || p.clause().verb == "draw" || givesAccountEn[p.clause().verb]
	}) {
		return false
	}
	w := between(s.words, c.start, c.end)
	return slices.ContainsFunc(w, func(x wordEn) bool { return handedInEn[x.text] }) && slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "draft" || v.knowsEn(s.r[x.start:x.end]) })
}

// nearFirstEn says whether results tell first, without a denial and of a thing of the plan, what was done, and then in another clause what could not be: "The lake was cleared; the tributaries
// could not be reached".
func (v *view) nearFirstEn() bool {
	if v.rd.lang.Code != "en" || v.calledOffEn() {
		return false
	}
	for _, s := range v.u.results {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind != mainClause {
				continue
			}
			if c.negated {
				return false
			}
			w := between(s.words, c.start, c.end)
			passive := slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "was" || x.text == "were" })
			if passive && c.tense == past && len(c.features) <= 4 && overlap(v.u.features, c.features, nil) > 0 && i+1 < len(s.clauses) && s.clauses[i+1].negated && s.r[c.end-1] == ' ' && (v.planHasVerb(c.verb) || !v.promisesVerb(s.clauses[i+1].verb)) && s.has("not-reached", s.clauses[i+1].start, s.clauses[i+1].end) {
				return true
			}
		}
	}
	return false
}

// soldEn says whether a word of selling tells of something that the plan does not know, and so of no giving up: "Day tickets were sold".
func (v *view) soldEn(s *sentence, c *clause, h hit) bool {
	if v.rd.lang.Code != "en" || !strings.HasSuffix(string(s.r[h.start:h.end]), "sold") {
		return false
	}
	if slices.ContainsFunc(v.u.plan, func(p *sentence) bool {
		return slices.ContainsFunc(p.words, func(x wordEn) bool { return tradeEn[x.text] })
	}) {
		return true // owners will be able to buy saplings
	}
	share, any := v.knownIn(s.r[c.start:h.start], v.planSet, v.planText)
	return any && share == 0
}

// tradeEn tell in a plan that things are to change hands for money.
var tradeEn = setEn("buy bought buying purchase purchased purchases price prices priced shop shops market markets marketed ticket tickets sell sells selling sale sales auction auctions stall stalls customers buyers counter order")

// studyGoesOnEn says whether a clause tells that the studying which was the plan is still going on: "the study goes on".
func (v *view) studyGoesOnEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.kind != mainClause || c.negated || v.topStage(v.u.plan) != studying || v.planRecursEn() {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := 1; k < len(w); k++ {
		if t := w[k].text; (t == "goes" && textAt(w, k+1) == "on" || t == "continues" || t == "continue") && openWorkEn[w[k-1].text] {
			return true
		}
	}
	return false
}
