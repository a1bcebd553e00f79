package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// What it means that nothing more is planned. English tells in countless ways that a matter is over ("the transfer is behind us", "this item falls away"); whether it is completed, ended or given up
// stands in what the results tell and in what the plan was: a thing to be made or a set to be dealt with is completed, what was for a time or an occasion is ended, what did not come about is given up.

// overAsEn is the label of a commitment that a sentence of the next plan says to be over; "" where neither plan nor results settle it.
func (v *view) overAsEn(s *sentence) schema.Disposition {
	_, none := v.noneLeftEn()
	allDone := len(v.hitsOf(v.u.results, "all-done")) > 0
	scheduled := s.has("scheduled", 0, len(s.r)) || v.planHas("scheduled") || len(v.hitsOf(v.u.results, "scheduled")) > 0 || v.lastsEn()
	switch {
	case v.progress == schema.NotDone || v.progress == schema.UnderWay && (v.calledOffEn() || !scheduled && !s.has("goal", 0, len(s.r))):
		return schema.Discontinued
	case s.has("goal", 0, len(s.r)):
		return schema.Completed
	case scheduled:
		return schema.Ended
	case containsRunes(v.planText, []rune("instalment")):
		return schema.Ended // the last payment
	case none, allDone && !v.planRecursEn():
		return schema.Completed
	case v.progress == schema.Done && v.passesEn():
		return schema.Ended
	case v.progress == schema.Done && !v.planRecursEn() && (v.dueEn() || v.isFinishedEn() || v.isAllDoneEn() || v.reportsEnd() || v.endState() || v.planHas("end-act") || len(v.universals(v.planClauses())) > 0):
		return schema.Completed
	}
	return ""
}

// plainEndEn are words of an end that tell neither that a goal was reached nor that a time ran out.
var plainEndEn = newWordSet("behind", "away", "close", "wound up", "finish", "conclu", "over", "at an end", "ends here", "ends there", "done with", "premature end", "abrupt end", "dissolved", "disbanded")

// plainEnd says whether a word of an end is one of those.
func (f found) plainEnd() bool {
	r := f.s.r[f.h.start:f.h.end]
	for i := range r {
		if plainEndEn.at(r, i) > 0 {
			return true
		}
	}
	return false
}

var (
	// promisedEn are participles of what was promised.
	promisedEn = setEn("promised planned undertaken asked foreseen intended envisaged agreed required set called pledged proposed wanted committed scheduled requested demanded ordered")
	// keptEn are participles of what becomes of a promise that is kept.
	keptEn = setEn("done delivered met honoured honored discharged fulfilled kept redeemed satisfied carried accomplished achieved realised realized executed performed made completed provided supplied settled")
	// pledgeEn are what is kept.
	pledgeEn = setEn("commitment commitments undertaking undertakings promise promises pledge pledges obligation obligations action task tasks recommendation recommendations duty requirement requirements remit brief")
	// lessLeftEn follow a denial that leaves nothing to do.
	lessLeftEn = setEn("left remaining outstanding")
)

// marksKept adds the goal reached where a sentence of the next plan says that a promise was kept or that nothing of the kind is left: "All that was promised has been delivered", "the
// commitment is met", "There is no map left to take over".
func (s *sentence) marksKept(w []wordEn) {
	for k := 0; k < len(w); k++ {
		n1 := textAt(w, k+1)
		switch t := w[k].text; {
		case (t == "all" || t == "everything" || t == "what" || t == "whatever") && k < 5:
			promised := false
			for j := k + 1; j < len(w) && j < k+12 && w[j].text != "," && w[j].text != ";"; j++ {
				promised = promised || promisedEn[w[j].text] || w[j].text == "undertook"
				if j > k+2 && promised && keptEn[w[j].text] && (w[j-1].text == "been" || w[j-1].text == "is" || w[j-1].text == "was" || w[j-1].text == "now") && !promisedEn[w[j].text] {
					s.hits = append(s.hits, hit{"goal", w[k].start, w[j].end})
					break
				}
			}
		case pledgeEn[t]:
			for j := k + 1; j < len(w) && j < k+7 && w[j].text != ","; j++ {
				if keptEn[w[j].text] && (w[j-1].text == "been" || w[j-1].text == "is" || w[j-1].text == "was" || w[j-1].text == "stands" || w[j-1].text == "now" || w[j-1].text == "fully") && !slices.ContainsFunc(w[k:j], func(x wordEn) bool { return x.text == "not" || modalsEn[x.text] }) && (w[j].text != "made" || textAt(w, j+1) == "good") && (w[j].text != "carried" || textAt(w, j+1) == "out") {
					s.hits = append(s.hits, hit{"goal", w[k].start, w[j].end})
					break
				}
			}
		case t == "there" && (textAt(w, k+1) == "is" || textAt(w, k+1) == "are") && textAt(w, k+2) == "no":
			if further := textAt(w, k+3); further == "further" || further == "more" {
				continue
			}
			for j := k + 3; j < len(w) && j < k+8 && w[j].text != ","; j++ {
				if lessLeftEn[w[j].text] {
					s.hits = append(s.hits, hit{"goal", w[k+2].start, w[j].end})
					break
				}
			}
		case t == "there" && modalsEn[textAt(w, k+1)] && textAt(w, k+2) == "be" && textAt(w, k+3) == "no" && anotherEn[textAt(w, k+4)]:
			if n := textAt(w, memberEndEn(w, k+4)-1); !changesEn[n] && !changesEn[strings.TrimSuffix(n, "s")] { // no second tour
				s.hits = append(s.hits, hit{"ended", w[k+3].start, w[k+4].end})
			}
		case meantEn[t] && (n1 == "for" || n1 == "as" || n1 == "only") && k > 0 && (finiteEn[w[k-1].text] || beEn[w[k-1].text] || w[k-1].text == "only" || adverbEn(w[k-1].text)):
			for j := k + 2; j < len(w) && j < k+9 && w[j].text != ";"; j++ {
				if t := w[j].text; t == "alone" || t == "only" || t == "one" && n1 != "as" || n1 == "only" && w[j-1].text == "for" {
					s.hits = append(s.hits, hit{"ended", w[k].start, w[j].end}, hit{"scheduled", w[k].start, w[j].end})
					break
				}
			}
		case (t == "no" || t == "without") && k > 0 && sequelEn[textAt(w, nounAtEn(w, k+1))] && (t == "without" || w[k-1].text == "has" || w[k-1].text == "have" || w[k-1].text == "had" || w[k-1].text == "finds" || w[k-1].text == "knows" || w[k-1].text == "find" || w[k-1].text == "gets" || w[k-1].text == "is" || w[k-1].text == "be" || w[k-1].text == "are"):
			s.hits = append(s.hits, hit{"ended", w[k].start, w[nounAtEn(w, k+1)].end})
		case (t == "did" || t == "done") && textAt(w, k+1) == "what" && (textAt(w, k+2) == "it" || textAt(w, k+2) == "they" || textAt(w, k+2) == "was" || textAt(w, k+2) == "we"):
			s.hits = append(s.hits, hit{"goal", w[k].start, w[k+1].end})
		}
	}
}

// anotherEn follow no where something is not done once more.
var anotherEn = setEn("second third other repeat subsequent successor sequel follow-up encore")

// meantEn are participles of what a thing was for from the start.
var meantEn = setEn("meant intended designed conceived planned made set granted approved agreed provided limited foreseen devised")

// sequelEn are what a thing has not that is over.
var sequelEn = setEn("continuation sequel successor repeat repetition follow-up encore aftermath resumption renewal")

// changesEn are what there may be none of while all goes on.
var changesEn = setEn("increase change reduction delay cost charge cut rise fee restriction exception review opinion choice difference limit extension")

// passingEn are acts of which nothing stays: what is over of them is ended, not completed.
var passingEn = stemsEn("hold run stage host celebrate commemorate show perform lend hire staff broadcast play tour offer invite accompany")

// asBeforeEn are verbs by which somebody stays with what there was.
var asBeforeEn = setEn("keep keeps leave leaves stay stays remain remains stick sticks retain retains manage manages do continue continues go")

// waitsYetEn tell that it is so for a time only.
var waitsYetEn = setEn("until till yet meanwhile interim pending first once temporarily present being now still")

// staysOldEn finds that, of a plan which did not come about, only what there was before is promised: "Walk-in offices will keep their paper tickets", "Paper tickets will have to do".
func (v *view) staysOldEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || v.progress != schema.NotDone || len(v.u.next) != 1 || len(v.allNext) != 1 {
		return Evidence{}, false
	}
	s := v.u.next[0]
	if len(s.clauses) > 2 || s.has("postpone", 0, len(s.r)) || s.has("undecided", 0, len(s.r)) || s.has("elsewhere", 0, len(s.r)) || slices.ContainsFunc(s.words, func(x wordEn) bool { return waitsYetEn[x.text] }) {
		return Evidence{}, false
	}
	for _, d := range s.dates {
		if d.Deadline {
			return Evidence{}, false
		}
	}
	for _, p := range v.plannedParts() {
		w := between(s.words, p.clause().start, p.clause().end)
		k := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
		if k < 1 {
			return Evidence{}, false
		}
		k++
		for k < len(w) && (w[k].text == "have" || w[k].text == "to" || w[k].text == "simply" || w[k].text == "therefore" || w[k].text == "be" && textAt(w, k+1) == "left") {
			k++
		}
		t, n := textAt(w, k), textAt(w, k+1)
		if !asBeforeEn[t] && t != "left" && t != "make" || v.planHasVerb(lang.Stem(t)) {
			return Evidence{}, false
		}
		switch t {
		case "do":
			if n != "" && n != "." && n != "with" && n != "without" {
				return Evidence{}, false
			}
		case "make":
			if n != "do" {
				return Evidence{}, false
			}
		case "go", "continue", "continues":
			rest := w[min(k+1, len(w)):]
			if slices.ContainsFunc(rest, func(x wordEn) bool { return v.planHasVerb(lang.Stem(x.text)) }) || t == "go" && n != "on" || t == "continue" && n == "" {
				return Evidence{}, false
			}
		case "leave", "leaves", "left":
			if n != "it" && n != "things" && n != "the" && n != "matters" && n != "as" && n != "to" {
				return Evidence{}, false
			}
		case "manage", "manages":
			if n != "with" && n != "without" && n != "as" {
				return Evidence{}, false
			}
		}
	}
	if len(v.plannedParts()) == 0 {
		return Evidence{}, false
	}
	return s.quote(0, len(s.r)), true
}

// nothingComesEn finds in the next plan that nothing comes of it: "Nothing will come of the tickets", "The tunnel will not come".
func (s *sentence) marksNothingComes(w []wordEn) {
	for k := 0; k+2 < len(w); k++ {
		if w[k].text != "nothing" && w[k].text != "little" {
			continue
		}
		if n := w[k+1].text; w[k].text == "nothing" && (n == "further" || n == "more" || n == "else") && k > 1 && modalsEn[w[k-2].text] && w[k-1].text != "be" {
			s.hits = append(s.hits, hit{"stop", w[k].start, w[k+1].end}) // will invest nothing further in it
			continue
		}
		j := k + 1
		for j < len(w) && (finiteEn[w[j].text] || beEn[w[j].text] || adverbEn(w[j].text)) {
			j++
		}
		if t := textAt(w, j); (t == "come" || t == "comes" || t == "came") && textAt(w, j+1) == "of" {
			s.hits = append(s.hits, hit{"stop", w[k].start, w[j].end})
			if c := s.clauseAt(w[k].start); c != nil {
				c.negated = false
			}
		}
	}
}

// storesEn are acts by which a thing that was made or taken over is kept.
var storesEn = stemsEn("keep store preserve house shelve conserve safeguard display")

// storedEn says whether a clause only keeps what a finished plan has brought in: "The maps will be kept in the stores".
func (v *view) storedEn(c *clause) bool {
	return v.rd.lang.Code == "en" && storesEn[c.verb] && !v.planHasVerb(c.verb) && !strings.HasPrefix(c.verb, "keep on") && len(c.features) > 0 && v.progress == schema.Done && !v.planRecursEn() && (v.isFinishedEn() || v.isAllDoneEn())
}

// questionsEn are what can be open without a door: the question is open.
var questionsEn = setEn("question questions matter issue point decision future it this outcome fate choice case continuation answer")

// openQuestionEn says whether what is open is a question.
func (s *sentence) openQuestionEn(h hit) bool {
	k := slices.IndexFunc(s.words, func(x wordEn) bool { return x.start >= h.start })
	if n := textAt(s.words, k+2); n == "whether" || n == "how" || n == "if" || k < 0 {
		return true
	}
	return slices.ContainsFunc(s.words[max(0, k-8):k], func(x wordEn) bool { return questionsEn[x.text] || x.text == "whether" || x.text == "how" })
}

// noneOfThemDueEn finds that none is to come: "The tour being a thing of the bicentenary year, none is planned for 2025".
func (s *sentence) noneOfThemDueEn() (Evidence, bool) {
	w := s.words
	for k := 0; k+2 < len(w); k++ {
		if w[k].text != "none" || k > 0 && w[k-1].text != "," && w[k-1].text != "and" && w[k-1].text != "so" && w[k-1].text != "that" || textAt(w, k+1) == "of" {
			continue
		}
		for j := k + 1; j < len(w) && j < k+5; j++ {
			switch w[j].text {
			case "planned", "foreseen", "due", "envisaged", "scheduled", "intended", "follow", "expected", "provided", "organised", "held":
				return s.quote(w[k].start, w[j].end), true
			}
		}
	}
	return Evidence{}, false
}

// othersForceEn says whether what is in force is a law of which the plan says nothing: "Since the Water Act of 2024 came into force".
func (f found) othersForceEn(v *view) bool {
	if f.s.words == nil || !strings.Contains(f.text(), "force") && !strings.Contains(f.text(), "effect") {
		return false
	}
	w := between(f.s.words, f.c.start, f.h.start)
	for len(w) > 0 && (stopEn[w[0].text] || w[0].text == "since") {
		w = w[1:]
	}
	if len(w) == 0 {
		return false
	}
	share, any := v.knownIn(f.s.r[w[0].start:w[len(w)-1].end], v.planSet, v.planText)
	return any && share == 0
}

// statesEndEn says whether results tell that what was for a time has come to its end: "and were taken down in March".
func (v *view) statesEndEn() bool { return len(v.says(v.u.results, "ended")) > 0 }

// takersEn are those without whom nothing comes about, or what they would have sent.
var takersEn = setEn("response responses applicant applicants application applications taker takers bid bids bidder bidders interest candidate candidates tender tenders offer offers answer answers echo volunteer volunteers sponsor sponsors partner partners buyer buyers operator operators entries nominations proposals backer backers donor donors host hosts tenant tenants")

// metWithEn are verbs of what a call brings in.
var metWithEn = setEn("drew found received attracted got brought yielded produced with had elicited")

// marksNoTakers adds to a result that a call brought nobody: "The call for applications drew no response".
func (s *sentence) marksNoTakers(w []wordEn) {
	for k := 1; k+2 < len(w); k++ {
		if w[k].text != "no" || !metWithEn[w[k-1].text] {
			continue
		}
		for j := k + 1; j < len(w) && j < k+4; j++ {
			if takersEn[w[j].text] {
				s.hits = append(s.hits, hit{"not-reached", w[k-1].start, w[j].end})
				break
			}
		}
	}
}

// formerEn tell of a thing that it is the one there was before.
var formerEn = setEn("old existing former previous present current")

// oldKeptEn says whether a clause tells that what was to be replaced by a new one was kept: "and the old timetable was kept".
func (v *view) oldKeptEn(s *sentence, c *clause) bool {
	if c.kind != mainClause || c.negated || v.topStage(v.u.plan) < doing && !slices.ContainsFunc(v.u.plan, func(p *sentence) bool {
		return slices.ContainsFunc(p.words, func(x wordEn) bool { return x.text == "new" })
	}) {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := 0
	for k < len(w) && (w[k].text == "and" || w[k].text == "so" || w[k].text == "but" || determinersEn[w[k].text]) {
		k++
	}
	if k == 0 || !formerEn[textAt(w, k)] {
		return false
	}
	for j := k + 1; j < len(w) && j < k+9; j++ {
		switch w[j].text {
		case "kept", "retained", "remained", "remains", "stayed", "stays", "continued", "extended", "prolonged":
			return true
		}
	}
	return false
}

// stepToComeEn says whether a clause tells of a step on the way that it is still to be done: "Data from three districts have yet to be checked".
func (v *view) stepToComeEn(s *sentence, c *clause) bool {
	if c.kind != mainClause || v.promisesVerb(c.verb) {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := 1; k+3 < len(w); k++ {
		if (w[k].text == "yet" || w[k].text == "still") && w[k+1].text == "to" && w[k+2].text == "be" && !v.planHasVerb(lang.Stem(w[k+3].text)) {
			return true
		}
	}
	return false
}

// timeUpEn turns what seems given up into an end where it was done for a time that the next plan tells to be over: "The two years of the pilot being up, no more meals will be served".
func (v *view) timeUpEn(out []signal) []signal {
	if v.rd.lang.Code != "en" || len(out) == 0 || out[0].label != string(schema.Discontinued) || v.progress != schema.Done || !slices.ContainsFunc(v.u.next, func(s *sentence) bool { return s.has("time-up", 0, len(s.r)) }) {
		return out
	}
	return []signal{{string(schema.Ended), 6, out[0].at}}
}

// upEn is how a time is that is over.
var upEn = setEn("up over past out expired elapsed ended")

// marksTimeUp adds to a sentence of the next plan that a time which was set is over: the two years being up, its term having run out.
func (s *sentence) marksTimeUp(w []wordEn) {
	for k := 0; k < len(w); k++ {
		if !periodsEn[w[k].text] && !seasonsEn[w[k].text] && w[k].text != "term" && w[k].text != "period" && w[k].text != "pilot" && w[k].text != "mandate" && w[k].text != "time" {
			continue
		}
		for j := k + 1; j+1 < len(w) && j < k+8 && w[j].text != "," && w[j].text != ";"; j++ {
			t, n := w[j].text, w[j+1].text
			if (t == "being" || t == "is" || t == "are" || t == "was" || t == "were" || t == "now") && upEn[n] && !(n == "past" && t == "now") || (t == "having" || t == "has" || t == "have") && (n == "expired" || n == "elapsed" || n == "ended" || n == "passed" || n == "run" && textAt(w, j+2) == "out" || n == "come" && textAt(w, j+4) == "end") {
				s.hits = append(s.hits, hit{"time-up", w[k].start, w[j+1].end}, hit{"ended", w[j].start, w[j+1].end}, hit{"scheduled", w[j].start, w[j+1].end})
				return
			}
		}
	}
}

// passesEn says whether nothing stays of what the plan promised, so that it ends and is not completed.
func (v *view) passesEn() bool {
	return v.rd.lang.Code == "en" && slices.ContainsFunc(v.planClauses(), func(p part) bool {
		return passingEn[p.clause().verb] || containsRunes(p.s.r, []rune("instalment"))
	})
}
