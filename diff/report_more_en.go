package diff

import (
	"slices"

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
