package diff

import (
	"slices"

	"plandiff/lang"
	"plandiff/schema"
)

// willNot finds a promise not to do what the plan promised: "No history will be written", 「共通券の発行は、今後行わない」.
func (v *view) willNot() []signal {
	for _, p := range v.planClauses() {
		if p.clause().negated {
			return nil
		}
	}
	for _, p := range v.parts {
		c := p.clause()
		if v.rd.lang.Code == "ja" && (!v.promisesVerb(c.verb) || p.s.has("limit", 0, len(p.s.r)) || containsRunes(p.s.r, []rune("以外")) || len(v.plannedParts()) > 1) {
			continue
		}
		if c.kind == mainClause && c.tense == planned && c.negated && v.planHasVerb(c.verb) && !turnsEn(p) && !v.sparedEn(p) && !(v.rd.lang.Code == "en" && p.s.has("elsewhere", 0, len(p.s.r))) {
			return []signal{{string(schema.Discontinued), 5.5, p.s.quote(c.start, c.end)}}
		}
	}
	return v.refusesEn()
}

// actGoesOn says whether another clause of the next plan promises the plan's act in English, before or after a statement that something stops.
func (v *view) actGoesOn(f found) bool {
	return v.rd.lang.Code == "en" && slices.ContainsFunc(v.plannedParts(), func(p part) bool {
		return p.clause() != f.c && !p.clause().negated && v.promisesVerb(p.clause().verb)
	})
}

// hasWordEn says whether a clause has a word of that stem, but in the name of who acts: the Office of Public Works works at nothing.
func (p part) hasWordEn(stem string) bool {
	root := derivedEn(stem)
	return slices.ContainsFunc(between(p.s.words, p.clause().start, p.clause().end), func(w wordEn) bool {
		return derivedEn(lang.Stem(w.text)) == root && !slices.ContainsFunc(p.s.ministries, func(m lang.Mention) bool { return m.Span.Start <= w.start && m.Span.End >= w.end })
	})
}

// strangerEn says whether a sentence of the next plan promises another act on another thing than a commitment: it may share an attribute ("stolen
// bicycles") and yet be new. Only points of a list are so: each promises something of its own.
func (rd *reader) strangerEn(u *unit, n *sentence, next []*sentence) bool {
	if rd.lang.Code == "en" && n.mark != "" && n.promises && !n.speaksOfEnd() {
		for _, o := range next { // another point repeats the plan's, so that this one is beside it
			if o != n && len(u.plan) == 1 && rd.lang.Same(u.plan[0].Text, o.Text) && u.plan[0].clauses[0].verb != n.clauses[0].verb {
				return true
			}
		}
	}
	if rd.lang.Code != "en" || n.mark == "" || !n.promises || n.has("widen", 0, len(n.r)) || n.speaksOfEnd() || n.self || n.has("anaphor", 0, len(n.r)) || n.has("upkeep", 0, len(n.r)) || n.has("outcome", 0, len(n.r)) || n.has("again", 0, len(n.r)) {
		return false
	}
	for i := range n.clauses {
		c := &n.clauses[i]
		if c.kind != mainClause {
			continue
		}
		if overlap(featuresEn([]rune(c.verb+" "+c.object)), u.features, nil) > 0 {
			return false
		}
	}
	return overlap(n.features, u.features, rd) < 0.45*overlap(n.features, n.features, rd)
}
