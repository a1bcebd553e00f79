package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
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
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.kind != mainClause {
			continue
		}
		t, ok := s.cutTurnEn(c)
		if !ok {
			return turn{}
		}
		what := t.read()
		if what == noTurn || out.what > turnHow && what > turnHow && what != out.what {
			return turn{}
		}
		if what >= out.what {
			out = turn{what, c.start, c.end, t.of}
		}
	}
	return out
}

// cutTurnEn finds subject and predicate of a clause; not ok where it has none.
func (s *sentence) cutTurnEn(c *clause) (turnClause, bool) {
	w := between(s.words, c.start, c.end)
	for len(w) > 0 && (w[0].text == "," || w[0].text == "and" || w[0].text == "but" || w[0].text == ";" || w[0].text == "so") {
		w = w[1:]
	}
	for len(w) > 0 && !wordRune([]rune(w[len(w)-1].text)[0]) {
		w = w[:len(w)-1]
	}
	if k := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "mean" || x.text == "means" }); k > 0 && textAt(w, k+1) == "that" {
		w = w[k+2:] // delays mean that it will now take place in 2029
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
		case finiteEn[x.text] && k > from || k > from && statesTurnEn[x.text] && !determinersEn[w[k-1].text]:
			aux = k
		}
		if aux >= 0 {
			break
		}
	}
	if aux <= from || aux+1 > len(w) || (w[aux].text == "has" || w[aux].text == "have") && textAt(w, aux+1) != "been" && textAt(w, aux+1) != "now" && textAt(w, aux+1) != "slipped" && textAt(w, aux+1) != "had" && !turnsThisEn(w[aux:]) {
		return t, false
	}
	t.all, t.sub, t.pred = w[from:], w[from:aux], w[aux:]
	for len(t.sub) > 1 && (adverbEn(t.sub[0].text) || frontEn[t.sub[0].text]) {
		t.sub = t.sub[1:] // this year the districts, in future charities
	}
	if k := timePhraseEn(t.sub); k > 0 && k < len(t.sub) {
		t.sub = t.sub[k:]
	}
	if phraseEndsEn[t.sub[0].text] && len(t.sub) > 2 { // for budgetary reasons the rural part
		for k := len(t.sub) - 2; k > 1; k-- {
			if determinersEn[t.sub[k].text] || t.sub[k].text == "this" {
				t.sub = t.sub[k:]
				break
			}
		}
	}
	if phraseEndsEn[t.sub[0].text] && !frontEn[t.sub[0].text] && len(t.sub) > 1 && !(t.sub[0].text == "of") {
		return t, false
	}
	t.front = s.words[:max(0, slices.IndexFunc(s.words, func(x wordEn) bool { return x.start == t.sub[0].start }))]
	for n := len(t.sub); n > 1 && (adverbEn(t.sub[n-1].text) || frontEn[t.sub[n-1].text] || t.sub[n-1].text == "longer" || t.sub[n-1].text == "no" || t.sub[n-1].text == "also"); n-- {
		t.noLonger = t.noLonger || t.sub[n-1].text == "longer"
		t.sub = t.sub[:n-1] // this no longer includes
	}
	t.classify()
	for k, x := range t.pred {
		n := textAt(t.pred, k+1)
		switch x.text {
		case "not", "never", "cannot":
			t.negated = t.negated || k < 4 && n != "to" && n != "only" && n != "just" && n != "merely"
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
	for end < len(w) && !(end > 0 && (strings.HasSuffix(w[end].text, "ed") && !adverbEn(w[end-1].text) && !degreesEn[w[end-1].text] || phraseEndsEn[w[end].text] || w[end].text == "that" || w[end].text == "which" || aboutEn[w[end].text])) {
		end++
	}
	if end == 0 {
		return
	}
	t.head = w[end-1].text
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
	case limitsTurnEn[t.head] && definite && textAt(w, end-2) != "time" || t.head == "rule" && end < len(w) && w[end].text == "that" && index(w[end:], onlyEn) > 0:
		t.kind = limitSubject
	case timesSideEn[t.head] && definite || len(w) > 1 && timesSideEn[w[0].text] && pointsBackEn[w[len(w)-1].text]:
		t.kind = timeSubject
	case waysTurnEn[t.head]:
		t.kind = waySubject
	case sidesEn[t.head] && definite:
		t.kind = sideSubject
		if t.of != "" && countableEn[t.of] || pointsBackEn[t.of] || carriersEn[t.of] {
			t.of = ""
		}
	case carriersEn[t.head] && definite && (end == len(w) || w[end].text == "of" && pointsBackEn[t.of]):
		t.kind = backSubject
	}
	switch {
	case t.kind == otherSubject && turnsThisEn(t.pred):
		t.kind = backSubject // we shall do so in 2029
	case t.kind == otherSubject && (t.sub[0].text == "we" || decidersEn[t.head] || doersTurnEn[t.head] || slices.ContainsFunc(t.s.ministries, func(m lang.Mention) bool {
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

// unchanged says whether a side of the commitment is said to stay as it was.
func (t *turnClause) unchanged() bool {
	if pairAt(t.all, "as", "every") > 0 || pairAt(t.all, "as", "always") > 0 || pairAt(t.all, "as", "usual") > 0 || (textAt(t.sub, 0) == "as" && (textAt(t.sub, 1) == "many" || textAt(t.sub, 1) == "much")) || pairAt(t.pred, "those", "of") > 0 && index(t.pred, pastRunEn) > 0 {
		return true
	}
	if t.kind == otherSubject {
		if k := index(t.sub, noChangesEn); k > 0 && t.sub[0].text == "no" || textAt(t.sub, 0) == "nothing" && index(t.pred, alteredTurnEn) > 0 {
			return true // no change is planned to the scope
		}
		return textAt(t.sub, 0) != "no" && index(t.sub, usualRulesEn) >= 0 && index(t.pred, applyEn) > 0 && !t.negated && !t.noLonger
	}
	if t.head == "same" {
		return false // the same will be done for the ports
	}
	for k, x := range t.pred {
		switch x.text {
		case "unchanged", "unaltered", "identical", "unaffected":
			return true
		case "same":
			return t.kind != backSubject || textAt(t.pred, k-1) == "the"
		case "as":
			if n := textAt(t.pred, k+1); (n == "before" || n == "hitherto" || n == "usual" || n == "now") && !t.negated {
				return true
			}
		}
	}
	return t.negated && (t.kind == sideSubject || t.kind == waySubject || t.kind == timeSubject) && index(t.pred, alteredTurnEn) > 0
}

// later says whether the clause moves the commitment to a later time.
func (t *turnClause) later() bool {
	if t.moreTime() {
		return true
	}
	switch t.kind {
	case backSubject, timeSubject, partSubject:
	case otherSubject:
		if t.insteadOfTime() >= 0 && t.dated && determinersEn[t.sub[0].text] {
			return true
		}
		if !(t.head == "first" || t.sub[0].text == "work" || t.sub[0].text == "new" && timesSideEn[t.head]) {
			return false
		}
	default:
		return false
	}
	if index(t.all, soonerEn) >= 0 || pairAt(t.pred, "brought", "forward") >= 0 || pairAt(t.pred, "moved", "forward") >= 0 || pairAt(t.pred, "moved", "up") >= 0 {
		return false
	}
	if t.s.has("postpone", t.c.start, t.c.end) || t.s.has("late", t.c.start, t.c.end) {
		return true
	}
	if t.kind == timeSubject && index(t.pred, movedLaterEn) >= 0 && (!t.negated) {
		return t.dated || index(t.pred, laterOnlyEn) >= 0 || index(t.pred, timeUnitsEn) >= 0 || pairAt(t.pred, "back", "by") >= 0
	}
	now := slices.IndexFunc(t.all, func(x wordEn) bool {
		return x.text == "now" || x.text == "therefore" || x.text == "instead" || x.text == "only"
	})
	switch {
	case (t.negated || index(t.pred, notUntilEn) >= 0 && t.noLonger) && index(t.pred, notUntilEn) > 0:
		return true // will not begin until
	case index(t.pred, waitEn) > 0:
		return true
	case t.dated && t.insteadOfTime() >= 0:
		return true
	case t.dated && now >= 0 && !t.negated && index(t.pred, happensEn) > 0 && t.datedBehind():
		return true
	case t.dated && t.kind == timeSubject && now >= 0 && !t.negated:
		return true // completion is now expected in 2030
	case t.dated && index(t.front, delaysEn) >= 0:
		return true
	case t.dated && t.again && index(t.pred, takenUpAgainEn) > 0:
		return true
	case t.dated && (pairAt(t.pred, "made", "good") > 0 || pairAt(t.pred, "made", "up") > 0 || pairAt(t.pred, "caught", "up") > 0):
		return true
	case turnsThisEn(t.pred) && (pairAt(t.pred, "this", "off") > 0 || pairAt(t.pred, "it", "off") > 0 || pairAt(t.pred, "this", "back") > 0 || pairAt(t.pred, "it", "back") > 0 || index(t.pred, putsOffEn) >= 0):
		return true // we have put this off
	}
	return false
}

// moreTime says whether the clause gives more time: a further two years will be allowed.
func (t *turnClause) moreTime() bool {
	switch textAt(t.sub, 0) {
	case "a", "an", "another", "further", "additional", "extra", "more":
	default:
		return false
	}
	return (t.head == "time" || timeUnitsEn[t.head]) && len(t.sub) > 1 && (index(t.sub, furtherEn) >= 0) && index(t.pred, allowedEn) > 0 && !t.negated
}

// datedBehind says whether the date is what the clause ends in, so that it is told when and nothing else.
func (t *turnClause) datedBehind() bool {
	for _, d := range t.s.dates {
		if d.Span.Start >= t.pred[0].start && t.pred[len(t.pred)-1].end-d.Span.End < 14 {
			return true
		}
	}
	return false
}

// insteadOfTime is where a time is said to be given up: rather than this year, instead of in 2026; -1 if none is.
func (t *turnClause) insteadOfTime() int {
	for k := range t.all {
		if n := insteadEn(t.all, k); n > 0 {
			for j := k + n; j < len(t.all) && j < k+n+4; j++ {
				if timeUnitsEn[t.all[j].text] || isYearEn(t.all[j].text) || monthNamesEn[t.all[j].text] {
					if isYearEn(t.all[j].text) && slices.ContainsFunc(t.all[:k], func(x wordEn) bool { return isYearEn(x.text) && x.text < t.all[j].text }) {
						return -1 // in 2026 rather than 2028
					}
					return k
				}
			}
		}
	}
	return -1
}

// timeBehindEn says whether what something takes the place of is a time: instead of this year.
func (s *sentence) timeBehindEn(at int) bool {
	w := between(s.words, at, len(s.r))
	for k := 0; k < len(w) && k < 3; k++ {
		if timeUnitsEn[w[k].text] || isYearEn(w[k].text) || monthNamesEn[w[k].text] {
			return true
		}
	}
	return false
}

// insteadEn is how many words at k say that something takes the place of what follows; 0 if none do.
func insteadEn(w []wordEn, k int) int {
	a, b := textAt(w, k+1), textAt(w, k+2)
	switch w[k].text {
	case "instead":
		if a == "of" {
			return 2
		}
	case "rather":
		if a == "than" {
			return 2
		}
	case "in":
		if (a == "place" || a == "lieu") && b == "of" {
			return 3
		}
	case "and", "but":
		if a == "not" && (phraseEndsEn[b] || b == "this" || b == "as") || a == "no" && b == "longer" {
			return 2
		}
	}
	return 0
}

// otherwise says whether the clause puts other means, another form or another way in the place of those before.
func (t *turnClause) otherwise() bool {
	w := t.all
	if len(t.front) > 0 {
		w = append(slices.Clone(t.front), w...)
	}
	means := t.kind == backSubject || t.kind == waySubject || t.kind == thereSubject || index(w, meansNounsEn) >= 0 || index(t.pred, usesEn) > 0
	if t.insteadOfTime() >= 0 {
		return false
	}
	if !t.negated && !t.noLonger {
		for k := range w {
			if n := insteadEn(w, k); n > 0 && means {
				return t.swapped(w, k, n) == noTurn
			}
			x, n := w[k].text, textAt(w, k+1)
			if t.kind == bodySubject {
				continue
			}
			switch {
			case x == "instead" && (k+1 == len(w) || k == 0) && t.kind == backSubject:
				return true // it will take the form of a course instead
			case replacesTurnEn[x] && (t.kind != otherSubject || index(t.sub, meansNounsEn) >= 0 && !needsNewEn[textAt(t.sub, 0)]) && index(t.sub, needsNewEn) < 0, (x == "gives" || x == "give" || x == "makes" || x == "make") && n == "way" && k > 0, x == "over" && n == "from" && textAt(w, k-1) == "take" && k > 1, x == "place" && n == "of" && textAt(w, k-1) == "the" && means, x == "substituted" && n == "for",
				x == "favour" && n == "of" && textAt(w, k-1) == "in" && index(w[:k], stopsTurnEn) >= 0:
				return true
			case x == "from" && (index(t.pred, shiftsEn) >= 0 || textAt(w, k-1) == "over" || index(t.sub, shiftsEn) >= 0) && slices.ContainsFunc(w[k:], func(y wordEn) bool { return y.text == "to" || y.text == "towards" || y.text == "into" }) && !t.dated && means:
				return true
			}
		}
	}
	if (t.noLonger || t.negated) && slices.ContainsFunc(t.pred, func(x wordEn) bool { return x.text == "but" || x.text == "instead" }) && means {
		return true // no longer by hand but by machine
	}
	if t.negated || t.noLonger {
		return false
	}
	if t.kind == waySubject {
		return index(t.pred, alteredTurnEn) > 0 || index(t.sub, novelEn) >= 0 && index(t.pred, usesEn) > 0 || index(t.pred, novelEn) > 0
	}
	if t.kind == backSubject {
		if index(t.pred, recastEn) > 0 {
			return true
		}
		return novelWayEn(t.pred) >= 0
	}
	return false
}

// swapped compares how many or whom a clause takes in with what it takes the place of: in all counties rather than in three. noTurn where it is no number.
func (t *turnClause) swapped(w []wordEn, k, n int) turning {
	count := func(w []wordEn) float64 {
		out := 0.0
		for _, x := range w {
			switch x.text {
			case "all", "every", "everyone", "everybody", "anyone":
				return 1e9
			case "only":
				out = max(out, 1)
			}
			out = max(out, numberEn(x.text))
		}
		return out
	}
	was, is := count(w[min(len(w), k+n):min(len(w), k+n+4)]), count(w[max(0, k-4):k])
	switch {
	case was == 0 || is == 0 || was == is:
		return noTurn
	case is > was:
		return turnWider
	}
	return turnLess
}

// novelWayEn is where words name a way and call it another one: in a different way, along new lines, by other means; -1 if they do not.
func novelWayEn(w []wordEn) int {
	for k := 1; k+1 < len(w); k++ {
		if !novelEn[w[k].text] {
			continue
		}
		if k > 1 && adverbEn(w[k-1].text) && (w[k-2].text == "a" || w[k-2].text == "an") {
			w = append(slices.Clone(w[:k-1]), w[k:]...) // in an entirely new form
			k--
		}
		for j := k + 1; j < len(w) && j < k+3; j++ {
			if (waysTurnEn[w[j].text] || w[j].text == "lines" || w[j].text == "footing" || w[j].text == "basis") && (k > 0 && (phraseEndsEn[w[k-1].text] || wayVerbsEn[w[k-1].text]) || k > 1 && (w[k-1].text == "a" || w[k-1].text == "an") && (phraseEndsEn[w[k-2].text] || wayVerbsEn[w[k-2].text]) || k == 1 && wayVerbsEn[w[0].text]) {
				return k
			}
		}
	}
	return -1
}

// formerlyNowEn reads a sentence that sets how it was against how it will be: where visits were made before, calls will now be made; sensors will do what inspectors did until now.
func (s *sentence) formerlyNowEn() turning {
	then := index(s.words, formerlyEn) > 0 || pairAt(s.words, "until", "now") > 0
	for k, x := range s.words {
		if x.text != "where" && x.text != "what" && x.text != "that" && x.text != "while" && x.text != "whereas" {
			continue
		}
		if !then && !(k == 0 && x.text == "what") && !(x.text == "where" && k > 4) {
			continue
		}
		end := k + 1
		for end < len(s.words) && s.words[end].text != "," && !(end > k+1 && modalsEn[s.words[end].text]) {
			end++
		}
		past := index(s.words[k:end], wasEn)
		rest := append(slices.Clone(s.words[:k]), s.words[end:]...)
		if past < 0 || index(rest, plannedEn) < 0 && !(k == 0 && index(s.words[k+past+1:], plannedEn) > 0) {
			continue
		}
		if index(s.words[k:end], onlyEn) > 0 {
			return turnWider // where so far only members could take part, all now may
		}
		return turnOther
	}
	return noTurn
}

// notUntilThisEn says whether a sentence opens with a time before which what was named is not to be: not until 2029 will this begin.
func (s *sentence) notUntilThisEn() bool {
	w := s.words
	if len(w) < 5 || !(w[0].text == "not" && notUntilEn[w[1].text] || w[0].text == "only" && (w[1].text == "in" || w[1].text == "from" || w[1].text == "after")) {
		return false
	}
	for k := 2; k+1 < len(w) && k < 9; k++ {
		if (modalsEn[w[k].text] || w[k].text == "can" || w[k].text == "is") && (pointsBackEn[w[k+1].text] || w[k+1].text == "the" && (carriersEn[textAt(w, k+2)] || timesSideEn[textAt(w, k+2)])) {
			return true
		}
	}
	return false
}

// turnCuesEn are classes of cue words that tell what becomes of a measure, or one side of a turn alone: what they tell is in the turn.
var turnCuesEn = []string{"stop", "ended", "complete", "unlisted", "undecided", "merge", "move", "split", "goal", "widen", "limit", "replace", "postpone", "late", "regardless"}

// marksTurnEn reads the turns that a sentence may tell.
func (s *sentence) marksTurnEn() {
	if s.column == schema.Results {
		return
	}
	s.turn, s.phrase = s.readTurnEn(), s.phraseTurnsEn()
}

// turnsUnit gives a sentence that only tells a turn to the commitments that the sentence before it goes on with; false where it goes on with none. What is like another commitment, or
// like one of which nothing else is said, is that one's: its words are those of an act. From then on, what the sentence says of a part is no fate of the whole.
func (s *sentence) turnsUnit(units []*unit, before *sentence, like *unit) bool {
	if s.turn.what == noTurn || s.turn.of != "" && !before.hasStemEn(s.turn.of) {
		return false
	}
	if like != nil && !slices.Contains(like.next, before) {
		return false
	}
	took := false
	for _, u := range units {
		if len(u.plan) > 0 && slices.Contains(u.next, before) {
			link(&u.next, s)
			u.nextParts = append(u.nextParts, part{s, len(s.clauses) - 1})
			took = true
		}
	}
	if took {
		s.turns = true
		s.hits = slices.DeleteFunc(slices.Clone(s.hits), func(h hit) bool { return slices.Contains(turnCuesEn, h.cue) })
	}
	return took
}

// hasStemEn says whether a sentence has a word of the same stem.
func (s *sentence) hasStemEn(word string) bool {
	stem := lang.Stem(word)
	return slices.ContainsFunc(s.words, func(x wordEn) bool { return x.text == word || lang.Stem(x.text) == stem })
}

// turned finds that the next plan tells a turn of the commitment, of which the plan has nothing.
func (v *view) turned(what turning) (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(v.u.plan) == 0 {
		return Evidence{}, false
	}
	for _, s := range v.u.next {
		t := s.turn
		if !s.turns || t.what != what {
			t = s.phrase
		}
		if t.what != what || !s.turns && (!s.promises || v.retained() < 0.75 || v.knowsEn(s.r[t.start:t.end])) {
			continue
		}
		if slices.ContainsFunc(v.allPlan, func(p *sentence) bool { return p.turn.what == what || p.phrase.what == what }) {
			continue
		}
		return s.quote(t.start, t.end), true
	}
	return Evidence{}, false
}

// inTurnEn says whether a cue word stands in a phrase that turns the commitment otherwise.
func (f found) inTurnEn(what turning) bool {
	t := f.s.phrase
	return t.what > turnHow && t.what != what && f.h.start >= t.start && f.h.end <= t.end
}

// turnsBy says whether a phrase of the next plan turns the commitment, so that it is not the same in other words.
func (v *view) turnsBy() bool {
	return slices.ContainsFunc(v.u.next, func(s *sentence) bool { return s.turns && s.turn.what > turnHow || s.phrase.what > turnHow })
}
