package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
	"plandiff/schema"
)

var (
	// relativesEn open a clause that says which ones are meant, where no comma stands before them.
	relativesEn = setEn("that which who whose where if unless provided")
	// boilerEn follow where and if without any condition: where appropriate.
	boilerEn = setEn("necessary possible appropriate needed required applicable relevant feasible practicable useful there")
	// meansEn are prepositions of the means by which something is done.
	meansEn = setEn("by through via using with")
	// mediaEn are by what something is told or given.
	mediaEn = stemsEn("radio network telephone phone internet web website television screen app e-mail email post letter mobile portal platform video paper print person cash disc tape film poster leaflet message text sms newsletter image satellite photograph picture drone camera film aerial")
	// manyEn say that places are many, which limits nothing.
	manyEn = setEn("all every each several many various numerous any more further other both")
	// notMeansEn follow with where it joins no means: with due regard to, with effect from.
	notMeansEn = setEn("due regard effect respect reference particular special regards view renewed undiminished care")
	// placesEn are prepositions that bind a place to a noun.
	placesEn = setEn("in on at near along around within")
)

// attributeEn finds words at a noun by which the next plan means fewer of what the plan named bare: museums that have a climate-controlled
// store, crossings where a risk analysis calls for it, bridges in the capital region. Only where nearly all else of the promise is
// the plan's: in a sentence written anew an attribute tells nothing.
func (v *view) attributeEn() []signal {
	if v.rd.lang.Code != "en" || v.retained() < 0.6 {
		return nil
	}
	reported, reportedText := gather(v.u.results)
	for _, p := range v.plannedParts() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		if _, all := landIn(p); all {
			continue // the whole country is no limit
		}
		for k := 2; k+1 < len(w); k++ {
			if !wordRune([]rune(w[k-1].text)[0]) || !v.knowsEn(p.s.r[w[k-1].start:w[k-1].end]) || p.s.has("verb", w[k-1].start, w[k-1].end) || strings.HasSuffix(w[k-1].text, "ed") || lang.PastForm(w[k-1].text) || finiteEn[w[k-1].text] {
				continue
			}
			end := 0
			switch {
			case relativesEn[w[k].text] && !boilerEn[w[k+1].text] && !p.s.has("outcome", w[k].start, p.clause().end):
				end = k + 1
				for end < len(w) && w[end].text != "," && w[end].text != ";" && w[end].text != "." && !(modalsEn[w[end].text] && end > k+2) {
					end++
				}
			case placesEn[w[k].text]:
				end = memberEndEn(w, k+1)
				if textAt(w, k+1) == "the" {
					end = max(end, memberEndEn(w, k+2))
				}
				if textAt(w, end) == "of" && end+1 < len(w) {
					end = memberEndEn(w, end+1)
				}
				if end <= k+1 || manyEn[w[k+1].text] || k > 2 && (w[k-2].text == "by" || w[k-3].text == "by" && determinersEn[w[k-2].text]) && slices.ContainsFunc(w[:k], func(x wordEn) bool { return x.text == "be" }) || slices.ContainsFunc(w[k+1:end], func(x wordEn) bool { return denominatorEn(x.text) > 1 }) || !p.s.isPlaceEn(w[k+1:end]) {
					continue
				}
			}
			if end <= k+1 || end > len(w) || restOfEn(w[k:end]) || v.boundInPlanEn(w[k-1].text) {
				continue
			}
			a, b := w[k+1].start, w[end-1].end
			if share, _ := v.knownIn(p.s.r[a:b], reported, reportedText); share >= 0.5 {
				continue // so it was done already
			}
			if share, any := v.knownIn(p.s.r[a:b], v.planSet, v.planText); any && share <= 0.34 && v.restKnownEn(p, a, b) >= 0.7 {
				return []signal{{string(schema.Narrowed), 3.4, p.s.quote(w[k-1].start, b)}}
			}
		}
	}
	return nil
}

// restOfEn says whether words of a relative clause tell of those that are still to come: that have none yet, where it is still lacking.
func restOfEn(w []wordEn) bool {
	return slices.ContainsFunc(w, func(x wordEn) bool {
		return x.text == "yet" || x.text == "still" || x.text == "remaining" || x.text == "outstanding" || x.text == "missing" || x.text == "none"
	})
}

// plainEn are attributes that limit nothing.
var plainEn = setEn("new same existing current relevant own said necessary regular annual yearly monthly weekly quarterly daily latest next present present-day remaining additional various interested concerned competent responsible respective corresponding free possible up-to-date updated revised improved better good important national public full whole detailed suitable appropriate practical joint usual customary earlier previous past former coming following forthcoming next later respective same several various first second third")

// ordinalEn says whether a word counts the times of something: seventh, 12th.
func ordinalEn(t string) bool {
	if unicode.IsDigit(rune(t[0])) {
		return strings.HasSuffix(t, "st") || strings.HasSuffix(t, "nd") || strings.HasSuffix(t, "rd") || strings.HasSuffix(t, "th")
	}
	if strings.HasSuffix(t, "first") || strings.HasSuffix(t, "second") || strings.HasSuffix(t, "third") {
		return true
	}
	switch stem := strings.TrimSuffix(t, "th"); stem {
	case "four", "fif", "six", "seven", "eigh", "nin", "ten", "eleven", "twelf", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twentie", "thirtie", "fortie", "fiftie", "hundred":
		return stem != t
	}
	_, last, ok := strings.Cut(t, "-")
	return ok && last != "" && ordinalEn(last)
}

// attributeBeforeEn finds an attribute that is all the next plan adds: job seekers, long-term job seekers.
func (v *view) attributeBeforeEn() []signal {
	if v.rd.lang.Code != "en" || v.retained() < 0.75 {
		return nil
	}
	for _, p := range v.plannedParts() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k+1 < len(w); k++ {
			a, b := w[k].start, w[k].end
			word := []rune(w[k].text)
			if _, all := landIn(p); all && landsEn[w[k].text] {
				continue // from anywhere in the country travellers
			}
			if !unicode.IsLetter(word[0]) || stopEn[w[k].text] || plainEn[w[k].text] || ordinalEn(w[k].text) || strings.HasSuffix(w[k].text, "ly") || v.knowsEn(p.s.r[a:b]) || stopEn[w[k+1].text] || !v.knowsEn(p.s.r[w[k+1].start:w[k+1].end]) || !unicode.IsLetter([]rune(w[k+1].text)[0]) {
				continue
			}
			j := k - 1 // newly hired workers
			for j > 0 && (strings.HasSuffix(w[j].text, "ly") || w[j].text == "most" || w[j].text == "more" || w[j].text == "least" || w[j].text == "long" || w[j].text == "recently") {
				j--
			}
			before := w[j].text
			if !placesEn[before] && before != "to" && before != "for" && before != "of" && before != "with" && before != "the" && before != "from" && before != "all" || before == "to" && finiteEn[textAt(w, j-1)] || k > 1 && before == "to" && p.s.has("verb", a, b) {
				continue
			}
			if slices.ContainsFunc([]string{"filler", "again", "recurring", "newly", "anaphor", "universal", "outcome", "act-noun", "upkeep"}, func(cue string) bool { return p.s.has(cue, a, b) }) {
				continue
			}
			reported, text := gather(v.u.results)
			if share, _ := v.knownIn(p.s.r[a:b], reported, text); share == 0 && v.restKnownEn(p, w[j+1].start, b) >= 0.95 {
				return []signal{{string(schema.Narrowed), 3.2, p.s.quote(a, w[k+1].end)}}
			}
		}
	}
	return nil
}

// isPlaceEn says whether words name a place: a unit of place, or a name that is no date and no ministry.
func (s *sentence) isPlaceEn(w []wordEn) bool {
	a, b := w[0].start, w[len(w)-1].end
	if slices.ContainsFunc(s.dates, func(d lang.Date) bool { return d.Span.Start < b && d.Span.End > a }) ||
		slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.Start < b && m.Span.End > a }) {
		return false
	}
	if s.has("all-areas", a, b) {
		return true
	}
	r := []rune(s.Text)
	for _, x := range w {
		switch lang.Stem(x.text) {
		case "region", "district", "provinc", "county", "north", "south", "east", "west", "coast", "capital", "island", "valley", "basin", "area", "zone", "town", "village", "parish", "borough", "ward", "suburb", "municipaliti", "municipality", "peninsula", "highland", "upland", "lowland", "delta", "hill", "mountain", "estuari", "estuary", "canton", "prefectur", "neighbourhood", "commun", "glen", "catchment", "outskirt":
			return true
		}
		if x.start < len(r) && unicode.IsUpper(r[x.start]) {
			return true
		}
	}
	return false
}

// boundInPlanEn says whether the plan binds an attribute to that noun too, so that another one is no new limit.
func (v *view) boundInPlanEn(noun string) bool {
	for _, s := range v.u.plan {
		for k, x := range s.words {
			if n := textAt(s.words, k+1); lang.Stem(x.text) == lang.Stem(noun) && (relativesEn[n] || placesEn[n]) {
				if end := memberEndEn(s.words, k+2); placesEn[n] && end > k+2 {
					if share, any := v.knownIn(s.r[s.words[k+2].start:s.words[end-1].end], v.nextSet, v.nextRow); any && share == 1 {
						continue // it is still there, so that what the next plan adds comes on top
					}
				}
				return true
			}
		}
	}
	return false
}

// restKnownEn is the share of a clause, but for the words from a to b, that the plan knows.
func (v *view) restKnownEn(p part, a, b int) float64 {
	rest := slices.Concat(p.s.r[p.clause().start:a], []rune(" "), p.s.r[b:max(b, p.clause().end)])
	share, _ := v.knownIn(rest, v.planSet, v.planText)
	return share
}

// meansDifferEn finds another means for the same act: by radio messages, by roadside displays. Who acts (by the Agency) and by when are no means.
func meansDifferEn(v *view) []signal {
	if v.rd.lang.Code != "en" || len(v.plannedParts()) == 0 {
		return nil
	}
	same := slices.ContainsFunc(v.plannedParts(), func(p part) bool { return v.planHasVerb(p.clause().verb) || v.planHasVerb(usedToEn(p)) })
	gone, _ := v.meansEn(v.planClauses(), v.nextSet, v.nextRow)
	fresh, kept := v.meansEn(v.plannedParts(), v.planSet, v.planText)
	if ev, ok := v.contactDiffersEn(); ok && len(gone) == 0 {
		return []signal{{string(schema.Revised), 3, ev}}
	}
	if !same && v.retained() < 0.4 || len(gone) == 0 || len(fresh) == 0 || kept {
		return v.modesDifferEn()
	}
	weight := 4.0
	if !same {
		weight = 3 // by another verb too
	}
	return []signal{{string(schema.Revised), weight, fresh[0]}}
}

// usedToEn is the verb of what something is used for: keep of "a boom will be used to keep the weir clear"; "" if the clause is no such one.
func usedToEn(p part) string {
	w := between(p.s.words, p.clause().start, p.clause().end)
	for k := 1; k+2 < len(w); k++ {
		if (w[k].text == "used" || w[k].text == "employed" || w[k].text == "relied" || w[k].text == "deployed" || w[k].text == "serve" || w[k].text == "serves") && (w[k+1].text == "to" || w[k+1].text == "for") && !stopEn[w[k+2].text] {
			return lang.Stem(w[k+2].text)
		}
		if (w[k].text == "means" || w[k].text == "way" || w[k].text == "tool") && w[k+1].text == "by" && w[k+2].text == "which" {
			for j := len(w) - 1; j > k+3; j-- { // the means by which tenants are notified
				if finiteEn[w[j-1].text] || participleEn(w[j].text) {
					return lang.Stem(w[j].text)
				}
			}
		}
	}
	return ""
}

// groundsEn says whether the word at k opens what an act rests on, or is given for: on the strength of a report, in exchange for a receipt.
func groundsEn(w []wordEn, k int) bool {
	if k+4 >= len(w) || w[k].text != "on" || w[k+1].text != "the" || w[k+3].text != "of" {
		return false
	}
	switch w[k+2].text {
	case "strength", "basis", "evidence", "recommendation", "advice":
		return true
	}
	return false
}

// meansEn are the phrases of means in clauses of which the other column knows nothing; kept tells of one that it knows.
func (v *view) meansEn(parts []part, set []uint64, text []rune) (fresh []Evidence, kept bool) {
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		if modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] }); modal > 0 && usedToEn(p) != "" {
			head := modal // cameras of "cameras on the buses"
			if end := memberEndEn(w, 0); end > 0 && end < modal {
				head = end
			}
			if share, any := v.knownIn(p.s.r[w[0].start:w[head].start], set, text); any && share == 0 {
				fresh = append(fresh, p.s.quote(w[0].start, w[modal].start))
			}
		}
		for k := 1; k+1 < len(w); k++ {
			grounds := groundsEn(w, k)
			if !meansEn[w[k].text] && !grounds && !(w[k].text == "over" || w[k].text == "on" || w[k].text == "in" || w[k].text == "from") || notMeansEn[w[k+1].text] {
				continue
			}
			if textAt(w, k+2) == "same" { // with the same services
				kept = true
				continue
			}
			from := k + 1
			for from < len(w) && (stopEn[w[from].text] || w[from].text == "means" || textAt(w, from+1) == "of" && (w[from].text == "help" || w[from].text == "aid" || w[from].text == "use" || w[from].text == "way" || w[from].text == "assistance")) {
				from++
			}
			if grounds {
				for from = k + 4; from < len(w) && stopEn[w[from].text]; from++ {
				}
			}
			end := memberEndEn(w, from)
			if end <= from {
				continue
			}
			if !meansEn[w[k].text] && !grounds && !slices.ContainsFunc(w[from:end], func(x wordEn) bool { return mediaEn[lang.Stem(x.text)] }) {
				continue // over the emergency radio network is a means, over the bridge is none
			}
			a, b := w[from].start, w[end-1].end
			if slices.ContainsFunc(p.s.dates, func(d lang.Date) bool { return d.Span.Start < b && d.Span.End > a }) ||
				slices.ContainsFunc(p.s.ministries, func(m lang.Mention) bool { return m.Span.Start < b && m.Span.End > a }) ||
				slices.ContainsFunc(p.s.quantities, func(q lang.Quantity) bool { return q.Span.Start < b && q.Span.End > a }) {
				continue
			}
			switch share, any := v.knownMeansEn(p.s.r[a:b], set, text); {
			case p.s.column == schema.NextPlan && strings.HasSuffix(w[from].text, "ing") && (textAt(w, end) == "a" || textAt(w, end) == "the"): // by offering the …: a further act
			case any && share == 0:
				fresh = append(fresh, p.s.quote(w[k].start, b))
			case any:
				kept = true
			}
		}
	}
	return fresh, kept
}
