package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
	"plandiff/schema"
)

// What a next plan states of a measure without promising it in so many words: "A count of the herd is again on the programme of all parks".

var (
	// statesEn are verbs by which a sentence says where a measure stands.
	statesEn = setEn("is are remains remain stays stay stands stand figures figure features feature appears appear belongs belong keeps keep retains retain has have forms form continues continue counts")
	// programmeEn are what a measure stands on, or is, while it goes on: on the programme, the undertaking for the year.
	programmeEn = setEn("undertaking commitment programme program agenda calendar schedule timetable intention duty brief remit cards menu diary books workplan fixture")
	// dutiesEn are what a measure is part of while it goes on, among other things that are done every day.
	dutiesEn = setEn("task tasks job jobs work services service routine business responsibilities responsibility functions function activities chores practice duties operations mandate role portfolio")
	// standsEn go on with how it stands: in place, in force, in prospect, on offer.
	standsEn = setEn("place force prospect store offer hand effect")
)

// onProgrammeEn says whether the auxiliary at word k, or the first verb of standing, tells that what stands before it is on the programme, and gives the word behind
// it; 0 if it tells nothing of the kind.
func onProgrammeEn(w []wordEn, k int) int {
	if k < 0 {
		k = slices.IndexFunc(w, func(x wordEn) bool { return statesEn[x.text] })
	}
	if k < 1 || !statesEn[w[k].text] {
		return 0
	}
	for j := k + 1; j < len(w) && j < k+9 && w[j].text != "," && w[j].text != ";"; j++ {
		switch t := w[j].text; {
		case finiteEn[t] || relativesEn[t] || t == "matter" || t == "not" || t == "no" || t == "off" || t == "from" || t == "ended" || t == "being":
			return 0
		case programmeEn[t] && textAt(w, j+1) != "of" && textAt(w, j+1) != "for" || programmeEn[t] && (slices.ContainsFunc(w[k:j], func(x wordEn) bool { return x.text == "on" || x.text == "in" }) || t == "undertaking" || t == "commitment" || t == "intention" || t == "duty" || t == "programme" && textAt(w, j+1) == "for"):
			if t == "programme" && textAt(w, j-1) == "a" {
				return 0
			}
			return k + 1
		case dutiesEn[t] && textAt(w, j+1) != "for" && standingDutyEn(w[k:j]):
			return k + 1
		case standsEn[t] && (textAt(w, j-1) == "in" || textAt(w, j-1) == "on") && (strings.HasPrefix(w[k].text, "remain") || strings.HasPrefix(w[k].text, "stay") || t == "prospect" || t == "store" || t == "offer"), t == "foreseen", t == "provided" && textAt(w, j+1) == "for", t == "arranged", t == "unaltered", t == "untouched", t == "unaffected":
			return k + 1
		}
	}
	return 0
}

// noChangeEn is the word behind what tells that nothing changes about a measure: "No change: lessons for", "Nothing changes in the", "There will be no change to the"; 0 if a
// clause opens otherwise.
func noChangeEn(w []wordEn) int {
	k := 0
	if textAt(w, 0) == "there" && (finiteEn[textAt(w, 1)]) {
		for k = 1; k < len(w) && (finiteEn[w[k].text] || w[k].text == "be" || w[k].text == "to"); k++ {
		}
	}
	no, n := textAt(w, k), textAt(w, k+1)
	switch {
	case no == "no" && (n == "change" || n == "changes" || n == "alteration" || n == "alterations"):
		k += 2
	case no == "nothing" && (n == "changes" || n == "will" && textAt(w, k+2) == "change"):
		k += 2
	case no == "nothing" && (textAt(w, k+2) == "changed" || textAt(w, k+3) == "changed"):
		k += 3
	default:
		return 0
	}
	for j := k; j < len(w) && j < k+6; j++ {
		switch w[j].text {
		case ":", ",", "in", "to", "of", "for", "about", "as", "with":
			if w[j].text == "to" && textAt(w, j+1) == "be" || w[j].text == "of" && textAt(w, j-1) == "no" {
				continue
			}
			return j + 1
		case "until", "unless", "before":
			return 0
		}
	}
	return 0
}

// alteredEn are what is done to a measure where one tells in the present what is so from now on.
var alteredEn = setEn("opened thrown extended widened raised lowered cut limited confined restricted reduced enlarged expanded increased doubled trebled halved reserved narrowed broadened")

// changedNowEn says whether the is or are at word k tells how a measure is changed: is extended to, are confined to, is thrown open in.
func changedNowEn(w []wordEn, k int) bool {
	if k < 1 || w[k].text != "is" && w[k].text != "are" || indefiniteEn[w[0].text] || w[0].text == "fewer" || w[0].text == "more" {
		return false
	}
	for k++; k < len(w) && (adverbEn(w[k].text) || w[k].text == "now" || w[k].text == "hereby" || w[k].text == "henceforth" || w[k].text == "also"); k++ {
	}
	n := textAt(w, k+1)
	return alteredEn[textAt(w, k)] && (n == "to" || n == "from" || n == "open")
}

// marksChangedEn adds in which way a measure is changed by what changedNowEn found.
func (s *sentence) marksChangedEn(w []wordEn, k int) {
	for _, x := range w[k+1:] {
		switch x.text {
		case "extended", "widened", "broadened", "enlarged", "expanded":
			s.hits = append(s.hits, hit{"widen", x.start, x.end})
			return
		case "confined", "limited", "restricted", "reserved", "narrowed":
			s.hits = append(s.hits, hit{"limit", x.start, x.end})
			return
		}
	}
}

// standingDutyEn says whether words tell of a duty that it stays one: remain part of the routine, stay among its, is one of the standing.
func standingDutyEn(w []wordEn) bool {
	stays := strings.HasPrefix(w[0].text, "remain") || strings.HasPrefix(w[0].text, "stay") || strings.HasPrefix(w[0].text, "continue") || strings.HasPrefix(w[0].text, "belong") || strings.HasPrefix(w[0].text, "form")
	for k, x := range w[1:] {
		if everydayEn[x.text] {
			return true
		}
		if stays && (x.text == "part" || x.text == "among" || x.text == "one" || x.text == "its" || x.text == "a" && k == 0 || x.text == "to" && w[0].text[0] == 'b') {
			return true
		}
	}
	return false
}

// linkStatedEn links to a commitment on which the next plan seems silent the only sentence left over that tells what somebody has done about it, where the results say that
// the act was not done: "The Ministry has consigned the idea to history".
func (rd *reader) linkStatedEn(units []*unit, next []*sentence) {
	silent := silentUnits(units)
	if rd.lang.Code != "en" || len(silent) != 1 || len(silent[0].results) == 0 {
		return
	}
	u := silent[0]
	var loose *sentence
	for _, n := range next {
		if goesOnWith(units, n) || n.leadIn {
			continue
		}
		if loose != nil || n.promises {
			return
		}
		loose = n
	}
	if loose == nil || disjointBy(u.by, loose.by) || overlap(u.core, loose.features, nil) == 0 || overlap(u.features, loose.features, nil) < 2 || !slices.ContainsFunc(u.results, func(r *sentence) bool { return r.has("not-reached", 0, len(r.r)) || r.denies() }) {
		return
	}
	if loose.deedEn() {
		linkAll(u, loose)
	}
}

// denies says whether a clause of a sentence is negated.
func (s *sentence) denies() bool {
	return slices.ContainsFunc(s.clauses, func(c clause) bool { return c.negated })
}

// deedEn says whether a sentence of the next plan tells, in the perfect, what those who decide have done.
func (s *sentence) deedEn() bool {
	w := s.words
	for k := 1; k+1 < len(w); k++ {
		if w[k].text != "has" && w[k].text != "have" {
			continue
		}
		named := decidersEn[w[k-1].text] || slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.End <= w[k].start && m.Span.End >= w[k].start-2 })
		return (named || w[k+1].text == "been") && s.clauseAt(w[k].start).kind == mainClause && textAt(w, k+1) != "to"
	}
	return false
}

// givenUpByDeedEn finds such a sentence where nothing else is said of a measure that was not done.
func (v *view) givenUpByDeedEn() []signal {
	if v.rd.lang.Code != "en" || v.progress != schema.NotDone || len(v.u.next) != 1 || len(v.plannedParts()) > 0 || !v.u.next[0].deedEn() || v.u.next[0].speaksOfEnd() {
		return nil
	}
	n := v.u.next[0]
	return []signal{{string(schema.Discontinued), 2.8, n.quote(0, len(n.r))}}
}

// pastEn are how a time that was set is told to be over: with the Year of Rivers over, now that it is behind us.
var pastEn = setEn("over past ended expired elapsed finished")

// marksOver adds an end where a phrase tells that a time or an event is over: "With the Year of Rivers over,", "The festival now being behind us,".
func (s *sentence) marksOver(w []wordEn) {
	if t := textAt(w, 0); t != "with" && t != "now" {
		return
	}
	if n := textAt(w, 2); textAt(w, 1) == "the" && (n == "end" || n == "close" || n == "conclusion" || n == "expiry") && textAt(w, 3) == "of" { // With the end of the Year
		s.hits = append(s.hits, hit{"ended", w[0].start, w[2].end}, hit{"scheduled", w[0].start, w[2].end})
		return
	}
	for k := 1; k < len(w) && k < 14 && w[k].text != ","; k++ {
		if w[k].text == "over" && (w[k-1].text == "taken" || w[k-1].text == "handed" || w[k-1].text == "made" || w[k-1].text == "turned" || w[k-1].text == "passed" || w[k-1].text == "given") {
			continue // with all maps taken over,
		}
		behind := w[k].text == "behind" && textAt(w, k+1) == "us" || w[k].text == "at" && textAt(w, k+1) == "an" && textAt(w, k+2) == "end"
		end := k
		if behind {
			end = k + 1
		}
		if n := textAt(w, end+1); (behind || pastEn[w[k].text] && !phraseEndsEn[w[k-1].text] && !finiteEn[w[k-1].text]) && (n == "," || behind || n == "and") {
			s.hits = append(s.hits, hit{"ended", w[k].start, w[end].end}, hit{"scheduled", w[k].start, w[end].end})
			return
		}
	}
}

// tellsEn are participles of telling and giving, which have an object of their own in the passive: and the vicars told the numbers.
var tellsEn = setEn("told informed notified given sent shown asked taught paid handed")

// ellipsisEn says whether behind ", and" at word i a further thing is said to be done without the auxiliary: "will be checked, and remedial work ordered where necessary".
func ellipsisEn(w []wordEn, start, i int) bool {
	if !passiveEn(w[start:i]) || slices.ContainsFunc(w[start:max(start, i-1)], func(x wordEn) bool { return x.text == "," }) {
		return false
	}
	for j := i + 1; j < len(w) && j < i+7; j++ {
		t, n := w[j].text, textAt(w, j+1)
		if phraseEndsEn[t] || finiteEn[t] || !unicode.IsLetter([]rune(t)[0]) {
			return false
		}
		if j > i+1 && (strings.HasSuffix(t, "ed") && len(t) > 4 || lang.PastForm(t) || oddParticiplesEn[t]) && !endingNounsEn[t] {
			return tellsEn[t] && (n == "the" || n == "of" || n == "how" || n == "what" || n == "a") || n == "from" || n == "" || n == "." || n == ";" || n == "where" || n == "when" || n == "if" || n == "as" || n == "again" || n == "every" || n == "each" || n == "once" || n == "twice" || n == "before" || n == "after" || n == "until" || n == "within" || n == "to" || strings.HasSuffix(n, "ly")
		}
	}
	return false
}

// ellipsisAtEn says whether a clause is such a further one: its verb is its participle.
func ellipsisAtEn(s *sentence, c *clause) bool {
	i := slices.IndexFunc(s.words, func(x wordEn) bool { return x.start >= c.start })
	return i > 1 && s.words[i-1].text == "," && ellipsisEn(s.words, 0, i)
}

// pronounAfterEn says whether what follows the "and" at word i points back by a pronoun, and so is no second thing of a list: and blood samples taken from them.
func pronounAfterEn(w []wordEn, i int) bool {
	for j := i + 1; j < len(w) && j < i+9 && w[j].text != ","; j++ {
		if w[j].text == "them" || w[j].text == "it" {
			return true
		}
	}
	return false
}

// bodiesEn are public bodies by their kind.
var bodiesEn = setEn("council councils board boards agency agencies authority authorities court courts police governor governors county counties municipality municipalities region regions province provinces state states commission institute university universities trust trusts inspectorate registry ministry department office ombudsman regulator")

// cleftActorEn finds that another body than before is said to act from now on: "it is the county councils that will issue licences".
func (v *view) cleftActorEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, n := range v.u.next {
		w := n.words
		for k := 0; k+4 < len(w); k++ {
			if w[k].text != "it" || w[k+1].text != "is" && w[k+1].text != "will" {
				continue
			}
			body := -1
			for j := k + 2; j+1 < len(w) && j < k+10; j++ {
				if bodiesEn[w[j].text] {
					body = j
				}
				if (w[j].text == "that" || w[j].text == "who" || w[j].text == "which") && body > 0 && modalsEn[w[j+1].text] {
					if !v.knowsEn(n.r[w[body].start:w[body].end]) && v.planHasActEn(lang.Stem(textAt(w, j+2))) {
						return n.quote(w[k].start, w[j].end), true
					}
				}
			}
		}
	}
	return Evidence{}, false
}
