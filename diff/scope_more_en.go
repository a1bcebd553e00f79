package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// wholeLandEn say that an act reaches all of a country.
var wholeLandEn = []string{"throughout the country", "across the country", "all over the country", "over the whole country", "in the whole country", "nationwide", "countrywide", "nationally", "in every part of the country", "throughout the state", "across the state", "statewide", "state-wide", "across the nation", "throughout the nation", "throughout the island", "in the rest of the country", "country-wide", "throughout the territory", "its whole length", "its entire length", "the whole length", "the entire length", "from end to end", "in its entirety", "from one end to the other"}

// wideEn finds what widens or narrows a promise in English by words and no numbers: not only to students but to anyone; throughout the country for a place.
func (v *view) wideEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, p := range v.plannedParts() {
		c := p.clause()
		w := between(p.s.words, c.start, c.end)
		for k := 0; k+3 < len(w); k++ {
			if w[k].text != "not" || w[k+1].text != "only" && w[k+1].text != "just" && w[k+1].text != "merely" && w[k+1].text != "solely" || containsRunes(v.planText, []rune("not only")) || containsRunes(v.planText, []rune("not just")) {
				continue
			}
			but := slices.IndexFunc(w[k:], func(x wordEn) bool { return x.text == "but" || x.text == ":" })
			if but < 3 || k+but+1 >= len(w) {
				continue
			}
			was, any := v.knownIn(p.s.r[w[k+2].start:w[k+but-1].end], v.planSet, v.planText)
			is, fresh := v.knownIn(p.s.r[w[k+but+1].start:c.end], v.planSet, v.planText)
			if any && was >= 0.5 && fresh && is < 0.8 {
				return p.s.quote(w[k].start, c.end), true
			}
		}
		if k := slices.IndexFunc(w, func(x wordEn) bool {
			return x.text == "wherever" || x.text == "everywhere"
		}); k >= 0 && !v.planSaysEn(w[k].text) && (v.lostListEn() || v.placeLostEn()) {
			return p.s.quote(w[k].start, w[min(k+3, len(w)-1)].end), true // in bakeries and laundries, wherever people work at night
		}
		for k := 2; k+2 < len(w); k++ { // growers, organic or not, where the plan has organic growers
			if w[k].text == "or" && w[k+1].text == "not" && (w[k-2].text == "," || w[k-2].text == "whether") && v.knowsEn(p.s.r[w[k-1].start:w[k-1].end]) && !containsRunes(v.planText, []rune("or not")) {
				return p.s.quote(w[k-1].start, w[k+1].end), true
			}
		}
		if at, ok := landIn(p); ok && v.placeLostEn() {
			for _, o := range v.planClauses() {
				if _, had := landIn(o); had {
					ok = false
				}
			}
			if ok {
				return at, true
			}
		}
	}
	return Evidence{}, false
}

// planSaysEn says whether the plan has that very word.
func (v *view) planSaysEn(word string) bool {
	return slices.ContainsFunc(v.u.plan, func(s *sentence) bool {
		return slices.ContainsFunc(s.words, func(x wordEn) bool { return x.text == word })
	})
}

// lostListEn says whether a list of the plan's promise is gone with all its members.
func (v *view) lostListEn() bool {
	return slices.ContainsFunc(v.u.plan, func(s *sentence) bool {
		return slices.ContainsFunc(s.lists, func(l series) bool {
			if l.acts || !inPromise(s, l) || v.ministriesOnly(s, l) {
				return false
			}
			kept, missing := v.counterpart(s, l, v.nextOwn, v.nextRow)
			return len(kept) == 0 && len(missing) > 1
		})
	})
}

// landIn finds words in a clause that mean the whole country.
func landIn(p part) (Evidence, bool) {
	text := string(p.s.r[p.clause().start:p.clause().end])
	for _, w := range wholeLandEn {
		if i := strings.Index(text, w); i >= 0 {
			at := p.clause().start + len([]rune(text[:i]))
			return p.s.quote(at, at+len([]rune(w))), true
		}
	}
	w := between(p.s.words, p.clause().start, p.clause().end)
	for k := 2; k < len(w); k++ {
		if !landsEn[w[k].text] || w[k-1].text != "the" && w[k-1].text != "whole" && w[k-1].text != "entire" {
			continue
		}
		for from := k - 1; from > 0 && from > k-7; from-- {
			if w[from].text == "," || modalsEn[w[from].text] {
				break
			}
			if spreadEn[w[from].text] || (w[from].text == "part" || w[from].text == "parts" || w[from].text == "corner" || w[from].text == "corners") && w[from+1].text == "of" && (w[from-1].text == "any" || w[from-1].text == "every" || w[from-1].text == "all") || w[from].text == "down" && w[from-1].text == "and" || w[from].text == "breadth" {
				return p.s.quote(w[from].start, w[k].end), true
			}
		}
	}
	return Evidence{}, false
}

var (
	// landsEn are areas that something may be done all over.
	landsEn = setEn("country county counties state nation island islands region province territory kingdom republic land realm city town district municipality canton union federation mainland area")
	// spreadEn tell that something is done all over an area.
	spreadEn = setEn("throughout across anywhere everywhere over whole entire nationwide countrywide")
)

// landLostEn finds that the plan spoke of the whole country and the next plan only of a place that the plan does not know: anywhere in the country, on the two outer islands.
func (v *view) landLostEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || v.retained() < 0.4 {
		return Evidence{}, false
	}
	has := func(p part) bool { _, ok := landIn(p); return ok }
	if !slices.ContainsFunc(v.planClauses(), has) || slices.ContainsFunc(v.plannedParts(), has) {
		return Evidence{}, false
	}
	return placeNotInEn(v, v.plannedParts(), v.planSet, v.planText)
}

// placeLostEn says whether the plan bound its act to a place that the next plan does not know: in the capital, in two counties.
func (v *view) placeLostEn() bool {
	_, ok := placeNotInEn(v, v.planClauses(), v.nextSet, v.nextRow)
	return ok
}

// placeNotInEn finds a place in promises that the other column does not know.
func placeNotInEn(v *view, parts []part, set []uint64, text []rune) (Evidence, bool) {
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k+1 < len(w); k++ {
			if !placesEn[w[k].text] && w[k].text != "between" && w[k].text != "from" {
				continue
			}
			from := k + 1
			for from < len(w) && (determinersEn[w[from].text] || numberEn(w[from].text) > 0) {
				from++
			}
			end := memberEndEn(w, from)
			if end <= from || !p.s.isPlaceEn(w[from:end]) {
				continue
			}
			if share, any := v.knownIn(p.s.r[w[from].start:w[end-1].end], set, text); any && share < 0.6 {
				return p.s.quote(w[k].start, w[end-1].end), true
			}
		}
	}
	return Evidence{}, false
}

// restWordsEn name what is still to do of a whole, and so no new limit.
var restWordsEn = setEn("remaining outstanding other others rest left last still yet unfinished pending missing")

// otherObjectEn finds another thing for the same act where all else is the same: test toys for lead, test cosmetics for lead.
func otherObjectEn(v *view) []signal {
	was, parts := v.planClauses(), v.plannedParts()
	if v.rd.lang.Code != "en" || len(was) != 1 || len(parts) != 1 {
		return nil
	}
	a, b := was[0].clause(), parts[0].clause()
	if a.verb == "" || a.verb != b.verb || a.negated || b.negated || a.stage != b.stage || len(b.features) < 4 {
		return nil
	}
	i, j := objectAtEn(was[0]), objectAtEn(parts[0])
	if i.End == 0 || j.End == 0 {
		return nil
	}
	old, new := was[0].s.r[i.Start:i.End], parts[0].s.r[j.Start:j.End]
	gone, any := v.knownIn(old, v.nextSet, v.nextRow)
	fresh, named := v.knownIn(new, v.planSet, v.planText)
	set, text := gather(v.u.results)
	reported, _ := v.knownIn(new, set, text)
	if !any || !named || gone > 0 || fresh > 0 || reported > 0 || v.restKnownEn(parts[0], j.Start, j.End) < 0.99 {
		return nil
	}
	return []signal{{string(schema.Revised), 3.6, parts[0].s.quote(j.Start, j.End)}}
}

// objectAtEn is where the object of an active promise stands, bare behind its verb and before a preposition: toys of "will test toys for lead".
func objectAtEn(p part) lang.Span {
	w := between(p.s.words, p.clause().start, p.clause().end)
	for k := 0; k+2 < len(w); k++ {
		if lang.Stem(w[k].text) != p.clause().verb || k > 0 && finiteEn[w[k-1].text] && !modalsEn[w[k-1].text] {
			continue
		}
		from := k + 1
		for from < len(w) && (stopEn[w[from].text] || numberEn(w[from].text) > 0) && !phraseEndsEn[w[from].text] {
			from++
		}
		if end := memberEndEn(w, from); end > from && end-from <= 3 && end < len(w) && phraseEndsEn[w[end].text] {
			return lang.Span{Start: w[from].start, End: w[end-1].end}
		}
		return lang.Span{}
	}
	return lang.Span{}
}

var (
	// riseEn and fallEn are verbs by which a number moves: will rise to 80, will fall to 20.
	riseEn = setEn("rise increase grow climb double treble triple")
	fallEn = setEn("fall drop decrease decline shrink halve")
	// superlativesEn pick a few out of all: the 30 largest associations.
	superlativesEn = setEn("largest biggest busiest oldest poorest weakest smallest highest longest heaviest deepest worst best most")
	// measureEn are what a number of things is called.
	measureEn = setEn("number numbers amount amounts budget sum total frequency places hours capacity share length")
)

// numberMovesEn finds a promise that the number of what the plan gives will rise, or fall.
func (v *view) numberMovesEn(verbs map[string]bool) (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, p := range v.plannedParts() {
		c := p.clause()
		w := between(p.s.words, c.start, c.end)
		modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
		if modal < 1 || c.negated || !verbs[textAt(w, modal+1)] || !slices.ContainsFunc(w[:modal], func(x wordEn) bool { return measureEn[x.text] }) {
			continue
		}
		if share, any := v.knownIn(p.s.r[c.start:w[modal].start], v.planSet, v.planText); any && share >= 0.5 {
			return p.s.quote(c.start, c.end), true
		}
	}
	return Evidence{}, false
}

// topFewEn finds a superlative by which the next plan picks some of what the plan meant bare: the accounts of the 30 largest associations.
func (v *view) topFewEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, p := range v.plannedParts() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k+1 < len(w); k++ {
			if !superlativesEn[w[k].text] || v.knowsEn(p.s.r[w[k].start:w[k].end]) || containsRunes(v.planText, p.s.r[w[k].start:w[k+1].end]) || w[k-1].text != "the" && (k < 2 || w[k-2].text != "the" || numberEn(w[k-1].text) == 0) {
				continue
			}
			end := memberEndEn(w, k+1)
			if end <= k+1 || w[k].text == "most" && numberEn(w[k-1].text) == 0 && !strings.HasSuffix(w[k+1].text, "ed") {
				continue
			}
			if share, any := v.knownIn(p.s.r[w[end-1].start:w[end-1].end], v.planSet, v.planText); any && share == 1 && v.restKnownEn(p, w[k].start, w[end-1].end) >= 0.5 {
				return p.s.quote(w[k].start, w[end-1].end), true
			}
		}
	}
	return Evidence{}, false
}

// worldsEndEn says whether what ends or closes is nothing of the plan's, in a sentence that promises nothing beside one that does: "roads are closed for months".
func (v *view) worldsEndEn(f found) bool {
	if v.rd.lang.Code != "en" || f.s.self || f.s.promises || f.s.follows || len(v.plannedParts()) == 0 {
		return false
	}
	share, any := v.knownIn(f.s.r[f.c.start:f.h.start], v.planSet, v.planText)
	return any && share < 0.34
}

// lastsUntilEn says whether a date is the end of a time through which the plan does something, and no deadline: paid until December 2024.
func (v *view) lastsUntilEn(s *sentence, d lang.Date) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	k := slices.IndexFunc(s.words, func(x wordEn) bool { return x.end > d.Span.Start })
	for j := max(0, k-3); j >= 0 && j <= k && j < len(s.words); j++ {
		if t := s.words[j].text; t == "until" || t == "till" {
			return true
		}
	}
	return false
}
