package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

var (
	// conditionEn stand before a number that says which ones are meant: firms with more than 50 workers, aged over 65, older than ten years.
	conditionEn = setEn("with having employing holding owning keeping earning exceeding aged worth weighing measuring costing carrying serving seating producing covering living lasting above below over under")
	// liesEn tell where something is.
	liesEn = setEn("lie lies lying situated located living growing grown found are is standing stand")
	// smallerEn are comparatives of what is to stay under a number.
	smallerEn = setEn("younger smaller shorter lower fewer less lighter newer cheaper narrower earlier later nearer closer slower")
)

// thresholdEn says whether a number with a bound is a condition on who or what is meant and no amount of work, and gives its bound; "" if it is none. It
// stands behind with, aged or a relative (firms that employ more than 50), or before old, long and the like.
func thresholdEn(a amount) lang.Bound {
	w := a.s.words
	k := 0
	for k < len(w) && w[k].start < a.Span.Start {
		k++
	}
	c := a.s.clauseAt(a.Span.Start)
	bound := a.Bound
	if k > 1 && w[k-1].text == "than" && (strings.HasSuffix(w[k-2].text, "er") || w[k-2].text == "less") { // older than ten years
		if bound = lang.MoreThan; smallerEn[w[k-2].text] {
			bound = lang.LessThan
		}
		if k -= 2; w[k].text == "later" || w[k].text == "earlier" {
			return "" // a time
		}
		return bound
	}
	if a.Kind == lang.Duration && a.Unit == "year" && !containsRunes(a.s.r[a.Span.Start:a.Span.End], []rune("year")) {
		return bound // people over 60
	}
	if bound == "" && k > 0 && conditionEn[w[k-1].text] {
		for j := k; j < len(w) && w[j].start < a.Span.End+12; j++ {
			if t := w[j].text; t == "upwards" || t == "more" && w[j-1].text == "or" || (t == "over" || t == "above") && w[j-1].text == "and" {
				return lang.AtLeast
			}
		}
	}
	if bound == "" || bound == lang.About || a.Kind == lang.Duration && bound == lang.AtMost {
		return ""
	}
	if k > 0 && (conditionEn[w[k-1].text] || k > 1 && w[k-1].text == "of" && (bound == lang.MoreThan || bound == lang.LessThan || bound == lang.AtLeast) && strings.HasSuffix(w[k-2].text, "s")) {
		return bound // blocks of more than five storeys
	}
	for j := k; j < len(w) && w[j].start < a.Span.End+8; j++ {
		switch w[j].text {
		case "old", "long", "wide", "high", "deep", "tall", "away", "upwards":
			return bound
		}
	}
	if k > 0 && k < len(w) && (w[k].text == "above" || w[k].text == "below" || (w[k].text == "under" || w[k].text == "over") && a.Kind != lang.Duration && a.Kind != lang.Money && a.Kind != lang.Percent) {
		if p := w[k-1].text; liesEn[p] || strings.HasSuffix(p, "s") && !strings.HasSuffix(p, "ss") && !a.s.has("verb", w[k-1].start, w[k-1].end) {
			return bound // roads above 600 metres
		}
	}
	for j := k - 1; j >= 0 && w[j].start >= c.start && j > k-6; j-- {
		switch t := w[j].text; {
		case t == "that" || t == "who" || t == "which" || t == "where" || t == "whose":
			return bound
		case modalsEn[t] || t == "," || a.s.has("verb", w[j].start, w[j].end) && j != k-1:
			return ""
		}
	}
	return ""
}

// onlyFromEn finds a condition by a number in the promises of one side where the other side has none: boilers more than fifteen years old.
func (v *view) onlyFromEn(in, other []part) (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(other) == 0 {
		return Evidence{}, false
	}
	for _, a := range amountsOf(other) {
		if thresholdEn(a) != "" {
			return Evidence{}, false
		}
	}
	for _, a := range amountsOf(in) {
		if thresholdEn(a) != "" && !agedEn(a, other) && !numberIn(other, a) {
			return a.s.quote(a.Span.Start, a.Span.End), true
		}
	}
	return Evidence{}, false
}

// refusesEn finds a promise in English not to do with the plan's own object what the plan promised, by whatever verb: "will not be building the bypass".
func (v *view) refusesEn() []signal {
	if v.rd.lang.Code != "en" || len(v.u.plan) == 0 {
		return nil
	}
	for _, p := range v.planClauses() {
		if p.clause().negated {
			return nil
		}
	}
	if ev, ok := v.thereWillBeNoneEn(); ok {
		return []signal{{string(schema.Discontinued), 5, ev}}
	}
	if ev, ok := v.noneOfItEn(); ok {
		return []signal{{string(schema.Discontinued), 5, ev}}
	}
	var no *part
	for _, p := range v.parts {
		c := p.clause()
		if c.kind != mainClause || c.tense != planned {
			continue
		}
		if v.statusQuoEn(p) && !c.negated {
			continue
		}
		if v.sparedEn(p) {
			return nil // a quarter of the bill will not have to be paid
		}
		if !c.negated || turnsEn(p) {
			return nil // something goes on
		}
		w := between(p.s.words, c.start, c.end)
		for k := range w {
			if (w[k].text == "not" || w[k].text == "no" && textAt(w, k-1) == "be" && k > 1 && modalsEn[w[k-2].text] && v.knowsEn([]rune(objectEn(w, k+1))) || w[k].text == "no" && textAt(w, k+1) == "longer" && !p.s.has("regardless", c.start, c.end)) && k > 0 && (modalsEn[w[k-1].text] || w[k-1].text == "be") && overlap(v.u.core, c.features, nil) > 0 {
				no = &p
			}
		}
	}
	if no == nil {
		return nil
	}
	return []signal{{string(schema.Discontinued), 4.5, no.s.quote(no.clause().start, no.clause().end)}}
}

// siteEn says whether a number tells in how many places something is tried, where the act moves to another stage: "in two valleys" is no target then.
func (v *view) siteEn(a amount) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	for k, x := range a.s.words {
		if x.start == a.Span.Start && k > 0 && placesEn[a.s.words[k-1].text] {
			move, _ := v.stageMove()
			return move != 0
		}
	}
	return false
}

// turnsEn says whether what is denied goes on in another way, on a condition or in part: no longer at the gate but by telephone; not before May.
func turnsEn(p part) bool {
	w := between(p.s.words, p.clause().start, p.clause().end)
	if t := textAt(w, 0); (t == "no" || t == "nobody" || t == "none") && slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "not" || x.text == "never" }) {
		return true // nobody whose skills have not been tested: all are tested
	}
	if k := slices.IndexFunc(w, func(x wordEn) bool { return x.text == ":" }); k > 0 && slices.ContainsFunc(w[k:], func(x wordEn) bool { return modalsEn[x.text] }) {
		return true // A hostel will not be the place: they will be housed in flats
	}
	for k := 0; k+2 < len(w); k++ { // laid before the new Parliament
		if n := textAt(w, memberEndEn(w, k+1)-1); w[k].text == "before" && houseEn[n] {
			w = slices.Concat(w[:k:k], w[k+1:])
		}
	}
	return slices.ContainsFunc(w, func(x wordEn) bool {
		switch x.text {
		case "but", "instead", "rather", "only", "until", "before", "unless", "except", "without", "than":
			return true
		}
		return false
	})
}

// notPlannedEn says whether a number in an English plan is nothing to be reached: what is offered at most, or a condition.
func notPlannedEn(a amount) bool {
	return a.s.words != nil && (a.Bound == lang.AtMost || thresholdEn(a) != "")
}

// sameThingEn says whether two numbers of different nouns count one thing in English, where the report uses the plan's verb: 50,000 oak seedlings raised, 38,000
// oaks were raised.
func (v *view) sameThingEn(want, got amount) bool {
	if v.rd.lang.Code != "en" || want.Kind != lang.Count || got.Kind != lang.Count || !v.planHasVerb(got.s.clauseAt(got.Span.Start).verb) {
		return false
	}
	return overlap(v.rd.featuresOf([]rune(want.Counts)), v.rd.featuresOf([]rune(got.Counts)), nil) > 0
}

// objectEn is the last word of the noun phrase that begins at word k: body of "joint purchasing body".
func objectEn(w []wordEn, k int) string { return textAt(w, max(k, memberEndEn(w, k)-1)) }

var (
	// grantEn are acts by which somebody has something for a time.
	grantEn = setEn("spend spent stay stayed lend lent borrow borrowed keep kept use used hire hired loan loaned rent rented live lodge lodged house housed shelter sheltered accommodate accommodated work trained train given granted offered paid teach taught receive host hosted second seconded")
	// spellEn are times that somebody is given.
	spellEn = setEn("stay stays leave loan loans placement placements internship internships visit visits course courses training support period term secondment break")
)

// grantedEn says whether a length of time is how long somebody has something: lent for three weeks, may spend up to ten weeks, a stay of five days.
func grantedEn(a amount) bool {
	w := a.s.words
	k := slices.IndexFunc(w, func(x wordEn) bool { return x.end > a.Span.Start })
	if k < 1 {
		return false
	}
	upTo := w[k].text == "up" || w[k].text == "a" || textAt(w, k-1) == "to" && textAt(w, k-2) == "up"
	if w[k-1].text == "of" && spellEn[textAt(w, k-2)] {
		return true
	}
	if !upTo && w[k-1].text != "for" && !grantEn[w[k-1].text] || a.Bound != "" && !upTo {
		return false
	}
	for j := k - 1; j >= 0 && j > k-9; j-- {
		if grantEn[w[j].text] || spellEn[w[j].text] {
			return true
		}
	}
	return false
}

// reachEn says whether a length is how far from something an act reaches: within 50 metres of a footpath.
func reachEn(a amount) bool {
	if a.s.words == nil || a.Kind == lang.Duration || a.Kind == lang.Money || a.Kind == lang.Percent {
		return false
	}
	k := slices.IndexFunc(a.s.words, func(x wordEn) bool { return x.end > a.Span.Start })
	if k < 0 || a.s.words[k].text != "within" && textAt(a.s.words, k-1) != "within" {
		return false
	}
	for j := k; j < len(a.s.words) && j < k+4; j++ {
		switch a.s.words[j].text {
		case "metres", "metre", "meters", "kilometres", "kilometre", "kilometers", "km", "m", "miles", "mile", "yards", "feet", "nautical":
			return true
		}
	}
	return false
}

// agesEn name by a word those whom a number of years tells too.
var agesEn = setEn("older elderly old aged senior seniors pensioners younger young youth youths adolescents teenagers minors children infants adults adult elders")

// agedEn says whether the other side names by a word those of an age: somebody over 75, older people.
func agedEn(a amount, other []part) bool {
	if a.Kind != lang.Duration && !containsRunes(a.s.r[max(0, a.Span.Start-8):a.Span.Start], []rune("over")) && !containsRunes(a.s.r[max(0, a.Span.Start-8):a.Span.Start], []rune("under")) {
		return false
	}
	return slices.ContainsFunc(other, func(p part) bool {
		return slices.ContainsFunc(p.s.words, func(x wordEn) bool { return agesEn[x.text] })
	})
}

// deniesEn says whether the next plan itself denies in English that it goes on.
func (v *view) deniesEn() bool {
	return v.rd.lang.Code == "en" && slices.ContainsFunc(v.plannedParts(), func(p part) bool { return p.clause().negated }) && len(v.refusesEn()) > 0
}

// deniesAllEn says whether an English sentence promises only what will not be done.
func (s *sentence) deniesAllEn() bool {
	return s.words != nil && s.promises && !slices.ContainsFunc(s.clauses, func(c clause) bool { return c.kind == mainClause && c.tense == planned && !c.negated })
}

// noneOfItEn finds a sentence that opens with "no" before what the plan promised: "no trial will be held".
func (v *view) noneOfItEn() (Evidence, bool) {
	for _, p := range v.parts {
		c := p.clause()
		w := between(p.s.words, c.start, c.end)
		modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
		if len(v.plannedParts()) != 1 || !c.negated || modal < 2 || !noBeforeEn(w, modal) || textAt(w, modal+1) != "be" && textAt(w, modal+1) != "take" && !(comesAboutEn[textAt(w, modal+1)] && textAt(w, 0) == "no") {
			continue
		}
		if v.knowsEn([]rune(w[modal-1].text)) && !turnsEn(p) {
			return p.s.quote(c.start, c.end), true
		}
	}
	return Evidence{}, false
}

// noBeforeEn says whether the subject right before the auxiliary at word k is denied: no trial will.
func noBeforeEn(w []wordEn, k int) bool {
	for j := k - 1; j >= 0 && j > k-6 && !phraseEndsEn[w[j].text] && w[j].text != ","; j-- {
		if w[j].text == "no" {
			return true
		}
	}
	return false
}

// definiteEn says whether a sentence speaks of a number of things as known: with the three telescopes.
func (s *sentence) definiteEn(a amount) bool {
	if a.Value > 12 || s.words == nil {
		return false
	}
	for k := 1; k+1 < len(s.words); k++ {
		if s.words[k-1].text == "all" && numberEn(s.words[k].text) == a.Value {
			return true // so that all eleven have them
		}
		if t := s.words[k-1].text; (givenEn[t] || t == "both" || t == "all") && numberEn(s.words[k].text) == a.Value {
			if end := memberEndEn(s.words, k+1); slices.ContainsFunc(s.words[k+1:end], func(x wordEn) bool { return lang.Stem(x.text) == lang.Stem(a.Unit) }) {
				return true
			}
		}
	}
	return false
}

// sparedEn says whether what a promise denies is a duty or a cost, which the plan did not lay on anybody: "will not have to be paid".
func (v *view) sparedEn(p part) bool {
	if p.s.words == nil {
		return false
	}
	duty := func(w []wordEn) bool {
		for k := 0; k+1 < len(w); k++ {
			switch t, n := w[k].text, w[k+1].text; {
			case t == "have" && n == "to", t == "has" && n == "to", t == "need" && (n == "to" || n == "not"), t == "be" && (n == "required" || n == "obliged" || n == "charged" || n == "made" || n == "asked" || n == "bound"), t == "must":
				return true
			}
		}
		return false
	}
	if !duty(between(p.s.words, p.clause().start, p.clause().end)) {
		return false
	}
	return !slices.ContainsFunc(v.u.plan, func(s *sentence) bool { return duty(s.words) })
}

// behindAimEn says whether a cue word stands in what something is done for: with a view to widening, in order to extend, with the aim of adding.
func (f found) behindAimEn() bool {
	if f.s.words == nil {
		return false
	}
	w := between(f.s.words, f.c.start, f.h.start)
	n := len(w)
	if n < 3 {
		return false
	}
	switch w[n-1].text {
	case "to":
		return w[n-2].text == "view" || w[n-2].text == "order" || w[n-2].text == "as" && w[n-3].text == "so"
	case "of":
		t := w[n-2].text
		return t == "aim" || t == "intention" || t == "hope" || t == "object" || t == "purpose"
	}
	return false
}

// houseEn are those before whom something is laid.
var houseEn = setEn("parliament house houses assembly senate congress cabinet council committee chamber court courts board members ministers legislature diet commission")

// comesAboutEn are verbs by which a thing comes about of itself.
var comesAboutEn = setEn("run come follow appear go start begin open operate fly sail exist materialise materialize happen")
