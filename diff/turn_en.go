package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
)

// A next plan may repeat the plan and tell what changes in a sentence of its own behind it: "The islands will no longer be covered", "It will now take place in 2029", "Online forms will be used
// in place of paper". Such a sentence has no act of its own. Its subject points back (it, this, the work), is a side of the commitment (the scale, the number of places, the start, the method)
// or somebody or something of which it only says that it is in or out; what it says of that is a turn: wider, less, later, by other means, or merely how.

// turning is what such a sentence says of the commitment before it.
type turning uint8

const (
	noTurn    turning = iota
	turnHow           // in close contact with local bodies; the funds will be sought: nothing changes
	turnWider         // it will be opened to pensioners too
	turnLess          // the number of places will be halved
	turnLater         // it will now take place in 2029
	turnOther         // this will be done online rather than on site
)

// turn is a turn with the clause that tells it.
type turn struct {
	what       turning
	start, end int
	of         string // stem of a noun that the sentence before must know for it to be one: the number of kiosks
}

// subject is what the subject of a clause is to the commitment before it.
type subject uint8

const (
	otherSubject subject = iota
	backSubject          // it, these, the work
	sideSubject          // the scale, the number of places
	timeSubject          // the start, the deadline
	waySubject           // the method
	limitSubject         // the age limit
	partSubject          // the part concerning schools
	thereSubject         // there
	bodySubject          // the Agency, we: who acts, and so mostly does something of its own
)

// turnClause is a clause cut for reading its turn.
type turnClause struct {
	s                  *sentence
	c                  *clause
	front, sub, pred   []wordEn // what stands before the subject, the subject, the predicate
	all                []wordEn
	kind               subject
	head               string
	of                 string // the noun of which a side is told: places of the number of places
	negated, noLonger  bool
	dated, again, more bool
}

// readTurnEn reads the turn of a sentence of a plan or next plan; noTurn where a clause of it promises an act of its own.
func (s *sentence) readTurnEn() turn {
	var out turn
	if len(s.words) > 34 || len(s.words) < 3 || s.leadIn || s.mark != "" {
		return out
	}
	if what := s.formerlyNowEn(); what != noTurn {
		return turn{what: what, end: len(s.r)}
	}
	if s.notUntilThisEn() {
		return turn{what: turnLater, end: len(s.r)}
	}
	var before []wordEn
	for i := 0; i < len(s.clauses); i++ {
		c := &s.clauses[i]
		if c.kind != mainClause {
			continue
		}
		w := between(s.words, c.start, c.end)
		if i+2 < len(s.clauses) && s.clauses[i+2].kind == mainClause && index(w, finiteEn) < 0 { // the start, once planned for 2026, is now
			if rest := between(s.words, s.clauses[i+2].start, s.clauses[i+2].end); finiteEn[textAt(rest, 0)] {
				w = append(slices.Clone(w), rest...)
				i += 2
			}
		}
		t, ok := s.cutTurnEn(c, w, before)
		before = t.sub
		if !ok {
			return turn{}
		}
		what := t.read()
		if what == noTurn && t.namesAgain() {
			t.kind, t.of = backSubject, t.head // the figures, of which the sentence before speaks
			if what = t.read(); what == turnHow && index(t.pred, usesEn) < 0 && index(t.pred, howVerbsEn) < 0 {
				what = noTurn
			}
		}
		if what == noTurn || out.what > turnHow && what > turnHow && what != out.what {
			return turn{}
		}
		if what >= out.what {
			out = turn{what, c.start, c.end, t.of}
		}
	}
	return out
}

// cutTurnEn finds subject and predicate of a clause of the words w; not ok where it has none. before is the subject of the clause before it, which it may share.
func (s *sentence) cutTurnEn(c *clause, w, before []wordEn) (turnClause, bool) {
	for len(w) > 0 && (w[0].text == "," || w[0].text == "and" || w[0].text == "but" || w[0].text == ";" || w[0].text == "so") {
		w = w[1:]
	}
	for len(w) > 0 && !wordRune([]rune(w[len(w)-1].text)[0]) {
		w = w[:len(w)-1]
	}
	if k := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "mean" || x.text == "means" }); k > 0 && textAt(w, k+1) == "that" {
		w = w[k+2:] // delays mean that it will now take place in 2029
	}
	if len(w) > 3 && w[0].text == "nor" && modalsEn[w[1].text] && pointsBackEn[w[2].text] { // nor will it be limited to members
		w = append([]wordEn{w[2], w[1], {"not", w[0].start, w[0].end}}, w[3:]...)
	}
	if len(w) > 1 && modalsEn[w[0].text] && len(before) > 0 {
		w = append(slices.Clone(before), w...)
	}
	t := turnClause{s: s, c: c}
	from, aux, inside := 0, -1, false
	for k, x := range w {
		switch {
		case x.text == "," && aux < 0 && textAt(w, k+1) == "too":
		case x.text == "," && aux < 0 && textAt(w, k-1) == "too":
		case x.text == "," && aux < 0:
			from, inside = k+1, false
		case k > from && (x.text == "that" || x.text == "which" || x.text == "who"):
			inside = finiteEn[textAt(w, k+1)]
		case k > from && (w[k-1].text == "that" || w[k-1].text == "which" || w[k-1].text == "who") && !finiteEn[x.text]: // the part that concerns schools
		case (finiteEn[x.text] || k > from && statesTurnEn[x.text]) && inside:
			inside = false
		case x.text == "may" && isYearEn(textAt(w, k+1)):
		case finiteEn[x.text] && (k > from || k > 1 && w[k-1].text == ",") || k > from && statesTurnEn[x.text] && !determinersEn[w[k-1].text]:
			aux = k
		}
		if aux >= 0 {
			break
		}
	}
	if aux > 0 && aux == from && w[aux-1].text == "," { // the start, once planned for 2026, is now
		if k := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "," }); k > 0 && k < aux-1 {
			from = 0
			w = append(slices.Clone(w[:k]), w[aux:]...)
			aux = k
		}
	}
	if aux <= from || aux+1 > len(w) || (w[aux].text == "has" || w[aux].text == "have") && textAt(w, aux+1) != "been" && textAt(w, aux+1) != "now" && textAt(w, aux+1) != "slipped" && textAt(w, aux+1) != "fallen" && textAt(w, aux+1) != "had" && !turnsThisEn(w[aux:]) {
		return t, false
	}
	t.all, t.sub, t.pred = w[from:], w[from:aux], w[aux:]
	for len(t.sub) > 1 && (adverbEn(t.sub[0].text) || frontEn[t.sub[0].text]) {
		t.sub = t.sub[1:] // this year the districts, in future charities
	}
	if k := timePhraseEn(t.sub); k > 0 && k < len(t.sub) {
		t.sub = t.sub[k:]
	}
	if n := len(t.sub); t.sub[n-1].text == "there" || n > 2 && frontPrepsEn[t.sub[0].text] && (t.sub[n-1].text == "it" || t.sub[n-1].text == "this" || t.sub[n-1].text == "they") {
		t.sub = t.sub[n-1:] // instead of fines there will be warnings
	}
	if opensFrontEn(t.sub) && len(t.sub) > 2 { // for budgetary reasons the rural part
		for k := len(t.sub) - 2; k > 1; k-- {
			if determinersEn[t.sub[k].text] || t.sub[k].text == "this" {
				t.sub = t.sub[k:]
				break
			}
		}
	}
	if opensFrontEn(t.sub) {
		return t, false
	}
	t.front = s.words[:max(0, slices.IndexFunc(s.words, func(x wordEn) bool { return x.start == t.sub[0].start }))]
	for n := len(t.sub); n > 1 && (adverbEn(t.sub[n-1].text) || frontEn[t.sub[n-1].text] || t.sub[n-1].text == "longer" || t.sub[n-1].text == "no" || t.sub[n-1].text == "also"); n-- {
		t.noLonger = t.noLonger || t.sub[n-1].text == "longer"
		t.sub = t.sub[:n-1] // this no longer includes
	}
	if k := pairAt(t.pred, "decided", "to"); k > 0 && len(t.sub) == 1 && t.sub[0].text == "it" && k+3 < len(t.pred) {
		t.pred, t.more = t.pred[k+1:], true // it has been decided to leave out
		t.kind, t.head = otherSubject, ""
	} else {
		t.classify()
	}
	for k, x := range t.pred {
		n := textAt(t.pred, k+1)
		switch x.text {
		case "not", "never", "cannot":
			t.negated = t.negated || k < 4 && !(n == "to" && k > 1) && n != "only" && n != "just" && n != "merely"
		case "no":
			t.noLonger = t.noLonger || n == "longer" && textAt(t.pred, k-1) != "and" && textAt(t.pred, k-1) != "but"
		case "cease", "ceases", "stop", "stops":
			t.noLonger = t.noLonger || n == "to" || strings.HasSuffix(n, "ing")
		case "longer", "more": // not … any longer
			t.noLonger = t.noLonger || textAt(t.pred, k-1) == "any" && t.negated
		case "again", "still", "continue", "continues", "continued", "remain", "remains", "unchanged", "usual":
			t.again = true
		}
	}
	for k, x := range w {
		n := textAt(w, k+1)
		t.dated = t.dated || isYearEn(x.text)
		t.more = t.more || x.text == "also" || x.text == "too" || x.text == "additionally" || x.text == "henceforth" || x.text == "now" && textAt(w, k-1) != "as" || x.text == "besides" || x.text == "newly" || x.text == "future" || x.text == "well" && textAt(w, k-1) == "as" || x.text == "first" && n == "time" || x.text == "in" && n == "addition" || x.text == "this" && (n == "year" || n == "time") || x.text == "from"
	}
	t.dated = t.dated || len(s.dates) > 0
	return t, true
}

// opensFrontEn says whether words open with what stands before a subject: owing to the budget.
func opensFrontEn(w []wordEn) bool {
	n := textAt(w, 1)
	return len(w) > 1 && frontPrepsEn[w[0].text] && !(w[0].text == "due" && n != "to") && !(w[0].text == "as" && (n == "many" || n == "much"))
}

// isYearEn says whether a word is a year of our time.
func isYearEn(t string) bool {
	return len(t) == 4 && t[0] == '2' && t[1] == '0' && t[2] >= '0' && t[2] <= '9' && t[3] >= '0' && t[3] <= '9'
}

// timePhraseEn is where an opening phrase of time or place in the text without a comma ends: from this year; 0 if there is none.
func timePhraseEn(w []wordEn) int {
	switch textAt(w, 0) {
	case "this", "next", "from", "in", "of", "for", "to", "with", "as":
	default:
		return 0
	}
	if a, b := textAt(w, 0), textAt(w, 1); a == "from" && b == "now" && textAt(w, 2) == "on" {
		return 3
	} else if a == "in" && b == "future" || a == "of" && pointsBackEn[b] {
		return 2
	}
	if textAt(w, 0) == "this" && periodsEn[textAt(w, 1)] {
		return 2
	}
	if textAt(w, 0) == "this" && textAt(w, 1) == "time" {
		return 2
	}
	for k := 1; k < len(w) && k < 5; k++ {
		if periodsEn[w[k].text] || isYearEn(w[k].text) {
			return k + 1
		}
	}
	return 0
}

// classify tells what the subject is.
func (t *turnClause) classify() {
	w := t.sub
	for len(w) > 0 && (determinersEn[w[0].text] || w[0].text == "all" || w[0].text == "of" || w[0].text == "whole" || w[0].text == "entire") && len(w) > 1 {
		if pointsBackEn[w[0].text] && len(w) == 1 {
			break
		}
		w = w[1:]
	}
	end := 0
	for end < len(w) && !(end > 0 && (strings.HasSuffix(w[end].text, "ed") && !strings.HasSuffix(w[end].text, "eed") && !adverbEn(w[end-1].text) && !degreesEn[w[end-1].text] || phraseEndsEn[w[end].text] || w[end].text == "that" || w[end].text == "which" || aboutEn[w[end].text])) {
		end++
	}
	if end == 0 {
		return
	}
	t.head = w[end-1].text
	if p := textAt(w, end-2); sidesEn[p] && (t.head == "line" || t.head == "figure" || t.head == "total") {
		t.head = p // the budget line
	}
	definite := len(w) == len(t.sub) && !countableEn[t.head]
	if len(w) < len(t.sub) {
		a := t.sub[0].text
		definite = a != "a" && a != "an"
	}
	if k := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "of" }); k == end && k+1 < len(w) {
		e := memberEndEn(w, k+1)
		if e > k+1 {
			t.of = w[e-1].text
		}
	}
	switch {
	case len(t.sub) == 1 && pointsBackEn[t.sub[0].text], len(w) == 1 && (w[0].text == "this" || w[0].text == "same" || w[0].text == "whole"):
		t.kind = backSubject
	case t.sub[0].text == "there":
		t.kind = thereSubject
	case partsTurnEn[t.head] && definite && (end < len(w) || len(w) > 1 && determinersEn[t.sub[0].text]), end < len(w) && w[end].text == "of" && (determinersEn[textAt(w, end+1)] || pointsBackEn[textAt(w, end+1)]) && (numberEn(t.head) > 0 || timesLessEn[t.head] || somePartEn[t.head]):
		t.kind = partSubject
	case limitsTurnEn[t.head] && (definite && (len(w) < len(t.sub) || end == len(w)) || index(t.sub, boundedByEn) >= 0 || t.sub[0].text == "a" || t.sub[0].text == "an") && textAt(w, end-2) != "time" || t.head == "rule" && end < len(w) && w[end].text == "that" && index(w[end:], onlyEn) > 0:
		t.kind = limitSubject
	case timesSideEn[t.head] && definite || len(w) > 1 && timesSideEn[w[0].text] && pointsBackEn[w[len(w)-1].text]:
		t.kind = timeSubject
	case waysTurnEn[t.head]:
		t.kind = waySubject
	case sidesEn[t.head] && definite:
		t.kind = sideSubject
		if t.of != "" && (countableEn[t.of] || strings.HasSuffix(t.of, "ed")) || pointsBackEn[t.of] || carriersEn[t.of] {
			t.of = ""
		}
	case carriersEn[t.head] && definite && !t.named(w[end-1]) && (end == len(w) || w[end].text == "of" && pointsBackEn[t.of]):
		t.kind = backSubject
	}
	switch {
	case t.kind == otherSubject && turnsThisEn(t.pred):
		t.kind = backSubject // we shall do so in 2029
	case t.kind == otherSubject && textAt(t.pred, 1) != "be" && !(t.pred[0].text == "is" || t.pred[0].text == "are") && (t.sub[0].text == "we" || decidersEn[t.head] || doersTurnEn[t.head] || slices.ContainsFunc(t.s.ministries, func(m lang.Mention) bool {
		return m.Span.Start < t.sub[len(t.sub)-1].end && m.Span.End > t.sub[0].start
	})):
		t.kind = bodySubject
	}
	switch {
	case t.kind != sideSubject:
		t.of = ""
	case t.of != "" && (t.pred[0].text == "has" || t.pred[0].text == "have"):
		t.kind = otherSubject // the number of speakers has fallen
	}
}

// namesAgain says whether the subject may be a thing that the sentence before has named: the figures, these courses.
func (t *turnClause) namesAgain() bool {
	return t.kind == otherSubject && len(t.sub) == 2 && (determinersEn[t.sub[0].text] || t.sub[0].text == "such") && t.sub[0].text != "a" && t.sub[0].text != "an" && t.head != "" && !t.named(t.sub[1])
}

// named says whether a word of the subject is written as a name: the Service.
func (t *turnClause) named(x wordEn) bool {
	return x.start > 0 && unicode.IsUpper(t.s.raw[x.start])
}

// turnsThisEn says whether a predicate does something to what was named before: shall do so, have put this off.
func turnsThisEn(w []wordEn) bool {
	for k := 1; k < len(w) && k < 5; k++ {
		n := textAt(w, k+1)
		switch w[k].text {
		case "do", "doing", "done":
			if n == "so" || n == "this" || n == "it" || n == "that" || n == "the" && textAt(w, k+2) == "same" {
				return true
			}
		case "put", "postpone", "postponed", "defer", "deferred", "delay", "delayed", "extend", "extended", "limit", "limited", "confine", "confined", "restrict", "restricted", "expand", "expanded", "widen", "widened", "broaden", "reduce", "reduced", "halve", "double", "pursue", "pursued", "continue", "offer", "take", "start", "begin", "finish", "carry":
			if n == "this" || n == "it" || n == "these" || n == "them" {
				return true
			}
		}
	}
	return false
}

// index is where one of the words of a set stands; -1 if none does.
func index(w []wordEn, set map[string]bool) int {
	return slices.IndexFunc(w, func(x wordEn) bool { return set[x.text] })
}

// pair is where two words stand one behind the other; -1 if nowhere.
func pairAt(w []wordEn, a, b string) int {
	for k := 0; k+1 < len(w); k++ {
		if w[k].text == a && w[k+1].text == b {
			return k
		}
	}
	return -1
}

// read tells the turn, the surest readings first.
func (t *turnClause) read() turning {
	switch {
	case t.unchanged():
		return turnHow
	case t.later():
		return turnLater
	case t.otherwise():
		return turnOther
	}
	if what := t.size(); what != noTurn {
		return what
	}
	if t.how() {
		return turnHow
	}
	return noTurn
}
