package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// detailEn says whether a word of part stands in a phrase without a predicate behind the report of the act, of which it tells a detail: "All grants were issued within twelve
// weeks, half of them within seven".
func (v *view) detailEn(s *sentence, c *clause, at int) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	w := between(s.words, c.start, c.end)
	comma := -1
	for k, x := range w {
		if x.start >= at {
			break
		}
		if k > 1 && w[k-1].text == "and" && (strings.HasSuffix(x.text, "ed") || lang.PastForm(x.text)) && !v.planHasVerb(lang.Stem(x.text)) && !realiseEn[lang.Stem(x.text)] && v.planHasVerb(c.verb) && lang.Stem(x.text) != c.verb {
			return true // were tested and saved a third of the fuel: what came of it
		}
		if x.text == "," {
			comma = k
		}
	}
	if comma < 2 || comma+4 < slices.IndexFunc(w, func(x wordEn) bool { return x.start >= at }) {
		return false
	}
	for _, x := range w[comma+1:] {
		if finiteEn[x.text] || lang.PastForm(x.text) || strings.HasSuffix(x.text, "ed") {
			return false
		}
	}
	return slices.ContainsFunc(w[:comma], func(x wordEn) bool {
		return finiteEn[x.text] || lang.PastForm(x.text) || strings.HasSuffix(x.text, "ed")
	})
}

// shareToldEn says whether a clause reports the planned act, by its verb, of a share of those meant: "Ninety-one per cent of requests were answered within 90 days".
func (v *view) shareToldEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.kind != mainClause || c.negated || !v.promisesVerb(c.verb) {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := 0
	for k < len(w) && (w[k].text == "and" || w[k].text == "some" || w[k].text == "about" || w[k].text == "only" || w[k].text == "just" || w[k].text == "over" || w[k].text == "almost" || w[k].text == "nearly") {
		k++
	}
	if textAt(w, 0) == "of" && textAt(w, 1) == "the" { // Of the 7,400 applications, 6,100 were heard
		all := numberEn(textAt(w, 2))
		if j := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "," }); all > 0 && j > 0 {
			if some := numberEn(textAt(w, j+1)); some > 0 && some < 0.97*all && finiteEn[textAt(w, j+2)] {
				return true
			}
		}
	}
	n := numberEn(textAt(w, k))
	switch {
	case n == 0:
		return false
	case textAt(w, k+1) == "per" && textAt(w, k+2) == "cent":
		k += 3
	case textAt(w, k+1) == "percent" || textAt(w, k+1) == "%":
		k += 2
	default:
		return false
	}
	if f := fractionsIn(v.planClauses()); len(f) > 0 && n >= 100*f[0].value {
		return false // five per cent, of one in twenty
	}
	if n >= 95 || textAt(w, k) != "of" || slices.ContainsFunc(amountsOf(v.planClauses()), func(a amount) bool { return a.Kind == lang.Percent }) {
		return false
	}
	end := k + 1
	for end < len(w) && !finiteEn[w[end].text] {
		end++
	}
	share, any := v.knownIn(s.r[w[k].start:w[end-1].end], v.planSet, v.planText)
	return any && share > 0
}

var (
	// lowerEn and higherEn are acts that bring something down, or up, to a level.
	lowerEn  = rootsEn("cut reduce lower shorten bring decrease halve shrink")
	higherEn = rootsEn("raise increase lift bring double grow")
	// fellEn tell how far something moved.
	fellEn = setEn("fell dropped declined rose grew increased shrank decreased went came climbed cut reduced lowered raised brought shortened down up stands stood now is was averaged reached")
)

// levelMissedEn finds in the results a level short of the one to which the plan was to bring something: cut the wait to seven weeks, "fell from 15 weeks to 12".
func (v *view) levelMissedEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, p := range v.planClauses() {
		c := p.clause()
		down, up := lowerEn[derivedEn(c.verb)], higherEn[derivedEn(c.verb)]
		if !down && !up {
			continue
		}
		for _, want := range amountsOf([]part{p}) {
			k := slices.IndexFunc(want.s.words, func(x wordEn) bool { return x.end > want.Span.Start })
			if t := textAt(want.s.words, k-1); t != "to" && t != "below" && t != "under" {
				continue
			}
			for _, r := range v.u.results {
				w := r.words
				for i := 2; i < len(w); i++ {
					n := numberEn(w[i].text)
					if n == 0 || w[i-1].text != "to" && w[i-1].text != "at" || !slices.ContainsFunc(w[max(0, i-7):i], func(x wordEn) bool { return fellEn[x.text] }) {
						continue
					}
					if u := textAt(w, i+1); wordRune([]rune(u + " ")[0]) && !phraseEndsEn[u] && lang.Stem(u) != lang.Stem(want.Unit) && u != "per" && u != "and" {
						continue
					}
					if n == want.Value || down && !up && n < want.Value || up && !down && n > want.Value {
						return Evidence{}, false
					}
					return r.quote(w[max(0, i-1)].start, w[i].end), true
				}
			}
		}
	}
	return Evidence{}, false
}

// soFarEn are how a denial says that the act is still to come.
var soFarEn = []string{"yet", "so far", "to date", "still", "until now", "as of now", "for the time being"}

// actAmongEn says whether the plan's act is among several that a clause reports with one auxiliary: was surveyed, planned and agreed.
func (v *view) actAmongEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.tense != past || c.negated {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := 1; k < len(w); k++ {
		if (w[k-1].text == "," || w[k-1].text == "and") && strings.HasSuffix(w[k].text, "ed") && v.promisesVerb(lang.Stem(w[k].text)) {
			return true
		}
	}
	return false
}

// leadsToEndEn says whether the plan was to finish or open something, so that a step on the way is not the act.
func (v *view) leadsToEndEn() bool {
	return v.rd.lang.Code == "en" && slices.ContainsFunc(v.planClauses(), func(p part) bool {
		switch p.clause().verb {
		case "finish", "complet", "open", "build", "construct", "erect", "conclud", "deliver", "launch", "commission":
			return true
		}
		return p.s.has("complete", p.clause().start, p.clause().end)
	})
}

// seesToActEn says whether what is seen to is the plan's own act: "see to it that requests have their reply".
func (v *view) seesToActEn(s *sentence, c *clause, h hit) bool {
	if !strings.Contains(string(s.r[h.start:h.end]), "to it that") {
		return false
	}
	return slices.ContainsFunc(v.planClauses(), func(p part) bool {
		root := derivedEn(p.clause().verb)
		return slices.ContainsFunc(between(s.words, h.end, c.end), func(x wordEn) bool { return derivedEn(lang.Stem(x.text)) == root })
	})
}

// actKeptUpEn says whether what is kept up is the plan's own act: "The fitting of drain covers with ramps will be kept up".
func (v *view) actKeptUpEn(s *sentence, c *clause, h hit) bool {
	switch string(s.r[h.start:h.end]) {
	case "kept up", "maintained", "keep up", "maintain", "business as usual":
	default:
		return false
	}
	return slices.ContainsFunc(v.planClauses(), func(p part) bool {
		root := derivedEn(p.clause().verb)
		return root != "" && slices.ContainsFunc(between(s.words, c.start, c.end), func(x wordEn) bool {
			return (x.end <= h.start || x.start >= h.end) && derivedEn(lang.Stem(x.text)) == root && actNounEn(x.text)
		})
	})
}

// whoEndsEn says whether a relative clause with who that the words end in has a verb of its own already, so that the will behind it is that of the main clause: a student who
// complains.
func whoEndsEn(w []wordEn) bool {
	for k := len(w) - 1; k >= 0; k-- {
		switch {
		case w[k].text == "who":
			return k+1 < len(w) && !adverbEn(w[k+1].text)
		case w[k].text == ",", w[k].text == "that", w[k].text == "which", w[k].text == "and":
			return false
		}
	}
	return false
}

// someOfSetEn finds a report of the planned act on fewer than the plan takes as known: the letters of the five governors, "of three governors".
func (v *view) someOfSetEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, p := range v.planClauses() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k+1 < len(w); k++ {
			n := numberEn(w[k].text)
			if w[k-1].text != "the" || n < 2 || isMonthOrYearEn(w[k].text) || periodsEn[w[k+1].text] {
				continue
			}
			noun := lang.Stem(w[k+1].text)
			if superlativesEn[w[k+1].text] || strings.HasSuffix(w[k+1].text, "est") {
				noun = lang.Stem(textAt(w, k+2)) // the twelve remotest parishes
			}
			for _, s := range v.u.results {
				for i := 0; i+1 < len(s.words); i++ {
					m := numberEn(s.words[i].text)
					c := s.clauseAt(s.words[i].start)
					if m == 0 || m >= n || lang.Stem(s.words[i+1].text) != noun || c.negated || c.tense != past || !v.promisesVerb(c.verb) || i > 0 && (s.words[i-1].text == "other" || s.words[i-1].text == "remaining" || s.words[i-1].text == "last") {
						continue
					}
					cut := s.clauses[len(s.clauses)-1].negated && s.clauses[0].start == c.start // then the judge fell ill, and no replacement was found
					if (len(s.clauses) == 1 || cut) && len(v.u.results) == 1 && !s.has("universal", 0, len(s.r)) && !s.has("all-done", 0, len(s.r)) {
						return s.quote(s.words[i].start, s.words[i+1].end), true
					}
				}
			}
		}
	}
	return Evidence{}, false
}

// asideEn says whether a clause that denies or ends something is said of a thing that the plan does not know, beside a clause that reports on what it does: "Ticket sellers were supplied
// with the leaflet; mention of two games was struck out".
func (v *view) asideEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || len(s.clauses) < 2 || v.planHasVerb(c.verb) || s.has("this-measure", c.start, c.end) {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := 0
	for k < len(w) && (w[k].text == "and" || w[k].text == "while" || w[k].text == "though" || w[k].text == "although") {
		k++
	}
	aux := slices.IndexFunc(w, func(x wordEn) bool { return finiteEn[x.text] })
	if aux <= k || w[k].text == "but" || w[k].text == "however" || w[k].text == "no" || w[k].text == "none" || w[k].text == "nothing" || (w[k].text == "those" || w[k].text == "that") && phraseEndsEn[textAt(w, k+1)] || pronounsEn[w[k].text] || ownEntryEn[w[aux-1].text] || frameEn[w[aux-1].text] || w[aux-1].text == "plan" || w[aux-1].text == "idea" || decidersEn[w[aux-1].text] {
		return false
	}
	if share, any := v.knownIn(s.r[w[k].start:w[aux-1].end], v.planSet, v.planText); !any || share > 0 {
		return false
	}
	return slices.ContainsFunc(s.clauses, func(o clause) bool {
		return o.start < c.start && o.kind == mainClause && o.tense == past && !o.negated && overlap(v.u.core, o.features, nil) > 0 && !s.has("prepare", o.start, o.end) && !s.has("part-strong", o.start, o.end)
	})
}
