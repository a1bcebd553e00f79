package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
	"plandiff/schema"
)

var (
	// restEn name what is left of a set that is to be finished: the remaining four miles, the last eleven stops.
	restEn = setEn("remaining last outstanding final rest remainder whole entire")
	// makesEn bring one thing about, so that it is done once it is there: a finding aid will be published.
	makesEn = stemsEn("publish write produce compile issue print build make create develop draft prepare design erect found establish open launch introduce adopt install commission conclude sign lay draw set put bring buy acquire appoint name elect choose repair rebuild restore renovate move enter list catalogue record")
	// onceEn change the thing that is named for good.
	onceEn = stemsEn("revise amend rewrite reform rebuild restore renovate translate digitise digitize abolish repeal merge relocate reorganise reorganize redraw replace demolish remove excavate shred scrap sell convert rename codify consolidate recast modernise modernize")
	// oneEn stand before the one thing that is made.
	oneEn = setEn("a an one")
)

// finiteSetEn says whether the plan is to deal with a set that has an end, so that it is finished when all of it is dealt with: the remaining four miles, all 2,900
// monuments, the whole of the newspapers.
func (v *view) finiteSetEn() bool {
	if v.rd.lang.Code != "en" || v.planRecursEn() {
		return false
	}
	for _, p := range v.planClauses() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := range w {
			t, n := w[k].text, textAt(w, k+1)
			switch {
			case k == 0:
			case restEn[t] && w[k-1].text == "the" && n != "" && !periodsEn[n]:
				return true
			case t == "all" && (numberEn(n) > 0 || n == "the" && numberEn(textAt(w, k+2)) > 0):
				return true
			case numberEn(t) > 1 && w[k-1].text == "the" && !periodsEn[n] && !superlativesEn[n] && !isMonthOrYearEn(t) && (textAt(w, k+2) == "of" || unicode.IsDigit(rune(t[0])) && numberEn(t) > 20):
				return true // the 5,200 ceramics of the bequest
			case numberEn(t) > 1 && (textAt(w, k+1) == "in" || textAt(w, k+2) == "in" || textAt(w, k+3) == "in") && slices.ContainsFunc(w[k:min(len(w), k+6)], func(x wordEn) bool { return x.text == "all" || x.text == "number" || x.text == "total" }):
				return true // 7,900 sheets in all
			}
		}
	}
	return false
}

func isMonthOrYearEn(t string) bool {
	n := numberEn(t)
	return len(t) == 4 && n >= 1900 && n <= 2100
}

// planRecursEn says whether the plan does it again and again: every year, each summer, once a month, after each round.
func (v *view) planRecursEn() bool {
	if v.planHas("recurring") {
		return true
	}
	for _, s := range v.u.plan {
		for k := 1; k+1 < len(s.words); k++ {
			if day, plural := strings.CutSuffix(s.words[k+1].text, "s"); plural && (slices.Contains(weekdaysEn, day) || day == "weekend" || day == "weekday") {
				return true // on Tuesdays
			}
			switch n := s.words[k+1].text; s.words[k].text {
			case "each", "every":
				if periodsEn[n] || seasonsEn[n] || s.words[k-1].text == "after" || s.words[k-1].text == "before" || s.words[k-1].text == "at" {
					return true
				}
			case "a", "per":
				if n == "month" || n == "week" || n == "year" || n == "day" || n == "quarter" {
					return true
				}
			case "by":
				if s.words[k-1].text == n && periodsEn[n] { // month by month
					return true
				}
			}
		}
	}
	return false
}

// makesOneEn says whether the plan is to bring one thing about: "A finding aid will be published".
func (v *view) makesOneEn() bool {
	if v.rd.lang.Code != "en" || v.planRecursEn() {
		return false
	}
	for _, p := range v.planClauses() {
		c := p.clause()
		puts := c.verb == "put" && (containsRunes(p.s.r[c.start:c.end], []rune("put in ")) || containsRunes(p.s.r[c.start:c.end], []rune("put up ")))
		if c.tense != planned || c.negated || containsRunes(p.s.r[c.start:c.end], []rune("be open ")) || !puts && !makesEn[c.verb] && !lastingEn[c.verb] && !onceEn[c.verb] {
			continue
		}
		w := between(p.s.words, c.start, c.end)
		modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
		at := 0 // the subject of a passive, else the object
		if modal >= 0 && textAt(w, modal+1) != "be" {
			at = slices.IndexFunc(w, func(x wordEn) bool { return lang.Stem(x.text) == c.verb }) + 1
		}
		if puts && at > 0 && (textAt(w, at) == "in" || textAt(w, at) == "up") {
			at++
		}
		if at >= 0 && textAt(w, at) == "the" && onceEn[c.verb] {
			return true // the rules will be revised
		}
		if at < 0 || at >= len(w) || !oneEn[w[at].text] && w[at].text != "its" {
			continue
		}
		if end := memberEndEn(w, at+1); end > at+1 && (!strings.HasSuffix(w[end-1].text, "s") || strings.HasSuffix(w[end-1].text, "ss")) {
			// what is put before each of many is no one thing: send every pupil a booklet
			return !slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "each" || x.text == "every" || x.text == "all" })
		}
	}
	return false
}

// noneLeftEn finds results by which nothing of the kind is left, whatever the verb: there is no longer a stop with steps; the last stretch was lined; the Ministry
// keeps none; all 3,450 have been in its hands since.
func (v *view) noneLeftEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, s := range v.u.results {
		w := s.words
		for k := range w {
			c := s.clauseAt(w[k].start)
			if c.kind == ifClause || c.kind == purposeClause || c.tense == planned {
				continue
			}
			n := textAt(w, k+1)
			switch t := w[k].text; {
			case t == "there" && (n == "is" || n == "are") && textAt(w, k+2) == "no" && (textAt(w, k+3) == "longer" || textAt(w, k+3) == "more"),
				t == "there" && (n == "is" || n == "are") && (textAt(w, k+2) == "now" || textAt(w, k+2) == "not") && (textAt(w, k+3) == "no" || textAt(w, k+3) == "a" || textAt(w, k+3) == "one"):
				return s.quote(c.start, c.end), true
			case (t == "none" || t == "nothing" || t == "no") && leftInEn(w[k:]):
				return s.quote(c.start, c.end), true
			case (t == "last" || t == "final") && textAt(w, k-1) == "the" && n != "" && !periodsEn[n] && !seasonsEn[n] && n != "round" && n != "edition" && k < 4+slices.IndexFunc(w, func(x wordEn) bool { return x.start >= c.start }):
				if end := memberEndEn(w, k+1); finiteEn[textAt(w, end)] || textAt(w, end) == "of" || textAt(w, end) == "," && w[end].end < c.end || strings.HasSuffix(textAt(w, end), "ed") || lang.PastForm(textAt(w, end)) {
					return s.quote(c.start, c.end), true
				}
			case t == "keeps" && n == "none":
				return s.quote(c.start, c.end), true
			case t == "full" && textAt(w, k-1) == "the" && numberEn(n) > 1:
				return s.quote(c.start, c.end), true
			case t == "all" && numberEn(n) > 1 && !c.negated && slices.ContainsFunc(w[k:min(len(w), k+10)], func(x wordEn) bool {
				return x.text == "have" || x.text == "are" || x.text == "now" || x.text == "lie" || x.text == "stand"
			}):
				return s.quote(c.start, c.end), true
			}
		}
	}
	return Evidence{}, false
}

var (
	// worksEn are what is over once a thing is made or built.
	worksEn = setEn("work works job task project undertaking installation construction building refurbishment restoration rebuilding conversion commission assignment")
	// overEn is how works are over, behind "is" or "brings to its".
	overEn = setEn("end close conclusion completion concluded finished complete completed done over")
)

// workOverEn finds in the results of what is done once that the works are over: "which brings the works there to their conclusion", "and with that the job came to its close".
func (v *view) workOverEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || v.planRecursEn() {
		return Evidence{}, false
	}
	for _, s := range v.u.results {
		for k, x := range s.words {
			if x.text == "whole" && textAt(s.words, k+1) == "of" && textAt(s.words, k+2) == "the" && worksEn[textAt(s.words, k+3)] && !s.clauseAt(x.start).negated {
				return s.quote(x.start, s.words[k+3].end), true // which was the whole of the task
			}
			if !overEn[x.text] || k == 0 || x.text == "end" && textAt(s.words, k+1) == "of" && !worksEn[textAt(s.words, k+2)] && !worksEn[textAt(s.words, k+3)] {
				continue
			}
			prev := s.words[k-1].text
			if noun := x.text == "end" || x.text == "close" || x.text == "conclusion" || x.text == "completion"; noun && !determinersEn[prev] && prev != "an" && prev != "to" || !noun && !finiteEn[prev] && prev != "been" && prev != "now" {
				continue
			}
			c := s.clauseAt(x.start)
			if c.negated || c.kind == ifClause || c.kind == purposeClause || c.tense == planned {
				continue
			}
			near := s.words[max(0, k-8):min(len(s.words), k+5)]
			if slices.ContainsFunc(near, func(y wordEn) bool { return worksEn[y.text] && y.start >= c.start && y.end <= c.end }) && !slices.ContainsFunc(near, func(y wordEn) bool {
				return y.text == "by" || y.text == "until" || y.text == "before" || y.text == "expected"
			}) {
				return s.quote(c.start, c.end), true
			}
		}
	}
	return Evidence{}, false
}

// leftInEn says whether "no", "none" or "nothing" is said to be left.
func leftInEn(w []wordEn) bool {
	for j := 1; j < len(w) && j < 9 && w[j].text != "," && w[j].text != ";"; j++ {
		if leftEn[w[j].text] && w[j].text != "remaining" && w[j].text != "pending" && w[j].text != "unpaid" && w[j].text != "unanswered" {
			return true
		}
	}
	return false
}

// finishedEn finds in English that an act which has an end was carried through, where the next plan is silent or keeps only what was made: nothing of a set is left, or the
// one thing is there.
func (v *view) finishedEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || v.progress != schema.Done || len(v.u.results) == 0 {
		return Evidence{}, false
	}
	set := v.finiteSetEn()
	lasting := v.endState() || v.planHas("end-act") || slices.ContainsFunc(v.planClauses(), func(p part) bool { return lastingEn[p.clause().verb] })
	if ev, ok := v.noneLeftEn(); ok && (set || lasting || len(v.universals(v.planClauses())) > 0) && !v.planRecursEn() {
		return ev, true
	}
	if set || v.makesOneEn() {
		r := v.u.results[0]
		return r.quote(0, len(r.r)), true
	}
	return Evidence{}, false
}

// statusQuoEn says whether a clause beside a statement that something is given up tells only that all stays as it is: "applications will stay with the councils", "guest
// houses will go on using the stars".
func (v *view) statusQuoEn(p part) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	c := p.clause()
	if v.promisesVerb(c.verb) || p.s.has("replace", c.start, c.end) || p.s.has("limit", c.start, c.end) {
		return false
	}
	w := between(p.s.words, c.start, c.end)
	modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
	reach := modal + 5
	if modal < 0 {
		reach = min(len(w), 9)
	}
	for k := max(0, modal); k < len(w) && k < reach; k++ {
		switch w[k].text {
		case "referred", "directed", "pointed", "advised", "invited":
			if n := textAt(w, k+1); n == "to" {
				return true // and trappers are referred to private buyers
			}
		case "stay", "stays", "remain", "remains", "go", "goes", "continue", "continues", "keep", "keeps", "rest", "rests", "carry", "left":
			return true
		}
	}
	return false
}

func (v *view) isFinishedEn() bool {
	_, ok := v.finishedEn()
	return ok
}

// tendsOnlyEn says whether every clause of an English sentence that promises something only cares for what is there.
func (s *sentence) tendsOnlyEn() bool {
	return s.words != nil && !slices.ContainsFunc(s.clauses, func(c clause) bool {
		return c.kind == mainClause && c.tense == planned && !s.has("upkeep", c.start, c.end)
	})
}

// wearEn are what happens to things that are there, in time.
var wearEn = setEn("burn wear fail break expire fade rust come comes arise arises occur occurs appear appears need needs perish leak leaks crack rot get gets fall falls go goes become becomes require requires")

// soundEn is how things are kept that are there.
var soundEn = setEn("readable legible usable accessible passable sound intact tidy visible serviceable watertight")

// marksWear adds the upkeep of what is cared for when time has told on it: bulbs will be changed as they burn out.
func (s *sentence) marksWear(w []wordEn) {
	for k := 1; k+2 < len(w); k++ {
		switch w[k].text {
		case "stay", "stays", "remain", "remains", "kept", "keep", "keeps":
			for j := k + 1; j < len(w) && j < k+6 && w[j].text != ","; j++ {
				if soundEn[w[j].text] {
					s.hits = append(s.hits, hit{"upkeep", w[k].start, w[j].end})
				}
			}
		case "as", "when", "where", "whenever", "wherever", "if":
			if t := w[k+2].text; (t == "change" || t == "changes" || t == "alter" || t == "alters") && (k+3 == len(w) || !wordRune([]rune(w[k+3].text)[0])) && slices.ContainsFunc(w[:k], func(x wordEn) bool {
				return x.text == "amended" || x.text == "updated" || x.text == "corrected" || x.text == "adjusted" || x.text == "amend" || x.text == "update"
			}) {
				s.hits = append(s.hits, hit{"upkeep", w[k].start, w[k+2].end}) // entries will be amended as owners change
			}
			if n := w[k+1].text; (n == "they" || n == "it" || n == "one" || n == "any" || n == "these") && (wearEn[w[k+2].text] || wearEn[strings.TrimSuffix(w[k+2].text, "s")]) {
				s.hits = append(s.hits, hit{"upkeep", w[k].start, w[k+2].end})
			}
		}
	}
}

// groundEn is whyEnds in English, where only failure is read off the ground: "has been shut down, because it was hardly used".
func (v *view) groundEn() ground {
	out := noGround
	for _, s := range v.u.next {
		for _, h := range s.hits {
			switch {
			case h.cue == "goal" || h.cue == "complete" || h.cue == "scheduled":
				return noGround
			case h.cue == "failed" && !v.inPlan(found{s, s.clauseAt(h.start), h}):
				out = gaveUp
			}
		}
	}
	return out
}

// careEn are acts on a thing that is there, which make nothing.
var careEn = stemsEn("measure sample watch observe survey inspect check test clean service maintain repair monitor mend correct guard paint grease oil overhaul")

// mendEn are those of them that are done to things alone.
var mendEn = stemsEn("clean maintain repair mend paint grease oil overhaul")

// caredForEn says whether a clause only cares for what a finished plan has made: "The emergency exits will be inspected once a year".
func (v *view) caredForEn(c *clause) bool {
	return v.rd.lang.Code == "en" && careEn[c.verb] && !v.planHasVerb(c.verb) && len(c.features) > 0 && len(c.features) < 7 && ((v.finiteSetEn() || v.makesOneEn()) && v.isFinishedEn() || mendEn[c.verb] && v.endState() && v.progress == schema.Done && !v.planRecursEn())
}

// decidersEn decide on a measure, though the plan does not name them.
var decidersEn = setEn("minister ministers government cabinet parliament court courts board council councils commission committee department ministry agency office authority secretary president treasury we members partners")

// actorHavingEn says whether a reason tells of who acts that it stopped something or was itself given up, behind "having".
func (s *sentence) actorHavingEn(f found) bool {
	w := between(s.words, f.c.start, f.h.start)
	k := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "having" })
	return k > 0 && slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.Start >= f.c.start && m.Span.End <= w[k].start })
}

// othersStopEn says whether what stops is the act of people or things that the plan does not speak of, while its own act goes on: "as several chains have stopped playing
// music".
func (v *view) othersStopEn(f found) bool {
	if v.rd.lang.Code == "en" && f.c.kind == reasonClause && len(between(f.s.words, f.c.start, f.c.end)) > 0 && f.s.actorHavingEn(f) {
		return true // the Fire Service having withdrawn its officers
	}
	if v.rd.lang.Code != "en" || f.s.self || len(f.s.ministries) > 0 && f.c.kind == mainClause {
		return false
	}
	w := between(f.s.words, f.c.start, f.h.start)
	aux := slices.IndexFunc(w, func(x wordEn) bool { return finiteEn[x.text] })
	if aux < 1 {
		return false
	}
	from := 0
	for from < aux && (stopEn[w[from].text] || w[from].text == ",") {
		from++
	}
	if from == aux || decidersEn[w[aux-1].text] {
		return false // it has been stopped; Ministers have decided against
	}
	if share, any := v.knownIn(f.s.r[w[from].start:w[aux-1].end], v.planSet, v.planText); !any || share > 0 {
		return false
	}
	return slices.ContainsFunc(v.plannedParts(), func(p part) bool {
		c := p.clause()
		return c != f.c && !c.negated && len(c.features) > 1 && overlap(c.features, v.planSet, nil) >= 0.5*float64(len(c.features))
	})
}

// ofTheSameEn says whether a sentence of the next plan goes on with what the one before it named: "It will be held by video". Who acts is no "it" that something is done to.
func (s *sentence) ofTheSameEn() bool {
	if s.words == nil || s.mark != "" {
		return false
	}
	switch textAt(s.words, 0) {
	case "it", "they", "these", "this", "both", "each":
		return modalsEn[textAt(s.words, 1)] && textAt(s.words, 2) == "be" && !s.has("newly", 0, len(s.r))
	}
	return false
}
