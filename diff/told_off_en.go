package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
)

// What results tell of an act by how far it stayed behind the plan, or by what it left as it was, without the plan's verb.

var (
	// thanPlannedEn is what a number stays behind: one fewer than intended.
	thanPlannedEn = setEn("planned intended foreseen expected promised hoped aimed targeted announced envisaged scheduled budgeted agreed pledged wanted the in we had was were originally first had")
	// stayEn keep something as it is.
	stayEn = setEn("stay remain keep left kept stays remains stayed remained")
	// asItIsEn is how it stays where an act does not come about: outside the scheme, where it is, unbuilt.
	asItIsEn = setEn("outside out unchanged unaltered untouched")
	// laterEn follow what is left for another time: leaving 1,350 for later.
	laterEn = setEn("for to still outstanding undone unfinished unanswered over behind without untouched waiting pending and , .")
)

// marksToldOff adds to a result what it tells of a part (one fewer than intended; leaving 1,350 for later) and of an act that did not come about (would stay outside the
// scheme; closed before a single loan had been made).
func (s *sentence) marksToldOff(w []wordEn) {
	for k := range w {
		n := textAt(w, k+1)
		switch w[k].text {
		case "fewer", "less", "short", "below", "behind", "under", "down":
			if k == 0 || w[k].text != "short" && n != "than" && n != "the" && n != "what" || w[k].text == "short" && n != "of" {
				continue
			}
			if p := w[k-1].text; numberEn(p) == 0 && p != "dozen" && p != "half" && p != "slightly" && p != "somewhat" && p != "far" && p != "well" && p != "many" && p != "just" && p != "several" && p != "few" && p != "hundred" {
				continue
			}
			if k > 1 && (w[k-2].text == "no" || w[k-2].text == "not") {
				continue
			}
			last := textAt(w, k+2)
			if w[k].text == "short" || thanPlannedEn[last] && (!stopEn[last] || slices.ContainsFunc(w[k+2:min(len(w), k+8)], func(x wordEn) bool {
				return thanPlannedEn[x.text] && !stopEn[x.text] || x.text == "plan" || x.text == "target"
			})) ||
				slices.ContainsFunc(w[k+1:min(len(w), k+5)], func(x wordEn) bool { return x.text == "plan" || x.text == "target" || x.text == "goal" }) {
				s.hits = append(s.hits, hit{"told-part", w[k-1].start, w[min(k+2, len(w)-1)].end})
			}
		case "remained", "remain", "stayed", "were", "are":
			if k > 0 && numberEn(w[k-1].text) > 0 && waitsEn(w[k+1:]) {
				s.hits = append(s.hits, hit{"told-part", w[k-1].start, w[k+1].end})
			}
		case "leaving", "leaves", "left":
			j := k + 1
			for j < len(w) && (w[j].text == "about" || w[j].text == "some" || w[j].text == "only" || w[j].text == "just" || w[j].text == "the" || w[j].text == "another" || w[j].text == "a" || w[j].text == "further") {
				j++
			}
			if j >= len(w) || numberEn(w[j].text) == 0 && w[j].text != "rest" && w[j].text != "remainder" && w[j].text != "others" && w[j].text != "half" && w[j].text != "few" && w[j].text != "dozen" {
				continue
			}
			end := j + 1
			for end < len(w) && end < j+6 && !laterEn[w[end].text] {
				end++
			}
			switch t := textAt(w, end); {
			case t == "for" && restLaterEn(w[end:]), t == "to" && textAt(w, end+1) != "the", t == "still", t == "outstanding", t == "undone", t == "unfinished", t == "untouched", t == "over", t == "waiting", t == "pending", t == "unanswered", t == "without" && w[k].text == "leaving", (t == "" || t == ".") && w[k].text != "left" && end-j < 4:
				s.hits = append(s.hits, hit{"told-part", w[k].start, w[min(end, len(w)-1)].end})
			}
		case "in": // four guards in five
			all := numberEn(n)
			if all < 3 || all > 20 || n == "" || k == 0 {
				continue
			}
			for j := k - 1; j >= 0 && j >= k-4; j-- {
				if some := numberEn(w[j].text); some > 0 && some < all && (j == 0 || w[j-1].text == "," || w[j-1].text == "and" || w[j-1].text == "some" || w[j-1].text == "about") && (finiteEn[textAt(w, k+2)] || lang.PastForm(textAt(w, k+2)) || strings.HasSuffix(textAt(w, k+2), "ed") || textAt(w, k+2) == "of") {
					s.hits = append(s.hits, hit{"told-share", w[j].start, w[k+1].end})
				}
			}
		case "as", "where": // is as high as it was; as a first step
			if n == "a" && (textAt(w, k+2) == "start" || textAt(w, k+2) == "first" && textAt(w, k+3) == "step" || textAt(w, k+2) == "beginning") {
				s.hits = append(s.hits, hit{"told-part", w[k].start, w[k+2].end})
			}
			if (n == "it" || n == "they") && (textAt(w, k+2) == "was" || textAt(w, k+2) == "were" || textAt(w, k+2) == "stood") && k > 0 {
				for j := k - 1; j >= 0 && j > k-5; j-- {
					if t := w[j].text; t == "is" || t == "are" || t == "stands" || t == "stand" || t == "remains" || t == "remain" {
						s.hits = append(s.hits, hit{"told-not", w[j].start, w[k+2].end})
					}
				}
			}
		case "leave": // moved the Post to leave the boxes red
			if textAt(w, k-1) == "to" && (n == "the" || n == "things" || n == "it" || n == "them" || n == "all") {
				s.hits = append(s.hits, hit{"told-not", w[k].start, w[k+1].end})
			}
		case "before", "without":
			j := k + 1
			single := n == "a" && textAt(w, k+2) == "single" || n == "even" && textAt(w, k+2) == "one"
			if !single && (n != "any" && n != "the" && n != "anyone" && n != "anything" && n != "having" && n != "ever" || n == "the" && textAt(w, k+2) != "first") {
				continue
			}
			done := false
			for ; j < len(w) && j < k+10 && w[j].text != "," && w[j].text != ";"; j++ {
				done = done || w[j].text == "was" || w[j].text == "were" || w[j].text == "been" || w[j].text == "being" || w[j].text == "could" || w[j].text == "having" || lang.PastForm(w[j].text)
			}
			if done && (single || s.has("stop", 0, w[k].start) || s.has("ended", 0, w[k].start) || s.has("not-reached", 0, w[k].start)) {
				s.hits = append(s.hits, hit{"told-not", w[k].start, w[j-1].end})
			}
		case "would", "will", "should", "must", "shall":
			j := k + 1
			for j < len(w) && (w[j].text == "now" || w[j].text == "continue" || w[j].text == "to" || w[j].text == "be" || w[j].text == "therefore" || adverbEn(w[j].text)) {
				j++
			}
			if j+1 >= len(w) || !stayEn[w[j].text] {
				continue
			}
			t := w[j+1].text
			if asItIsEn[t] || (t == "as" || t == "where") && (textAt(w, j+2) == "it" || textAt(w, j+2) == "they") || strings.HasPrefix(t, "un") && strings.HasSuffix(t, "ed") || t == "unbuilt" {
				s.hits = append(s.hits, hit{"told-not", w[k].start, w[j+1].end})
			}
		}
	}
}

// restLaterEn says whether "for" gives what is left to a later time: for later, for next year, for 2026.
func restLaterEn(w []wordEn) bool {
	for k := 1; k < len(w) && k < 5; k++ {
		switch t := w[k].text; {
		case t == "later" || t == "next" || t == "another" || t == "coming" || t == "following" || t == "spring" || t == "summer" || t == "autumn" || t == "winter" || t == "time" || t == "future" || t == "year", len(t) == 4 && unicode.IsDigit(rune(t[0])) && t[0] == '2':
			return true
		}
	}
	return false
}

// toldOffEn says what a clause tells by the marks of marksToldOff: saysPart, saysNotDone, or saysNothing where it has none.
func (v *view) toldOffEn(s *sentence, c *clause) report {
	switch {
	case s.words == nil || c.kind == ifClause || c.kind == purposeClause:
		return saysNothing
	case s.has("told-not", c.start, c.end) && !v.planHasVerb("remain") && !v.planHasVerb("stay") && !v.planHasVerb("keep") && !v.planHasVerb("leav"):
		return saysNotDone
	case s.has("told-share", c.start, c.end) && !v.asSharedEn(s, c) && (len(v.universals(v.planClauses())) > 0 || len(amountsOf(v.planClauses())) > 0) && !slices.ContainsFunc(between(s.words, c.start, c.end), func(x wordEn) bool { return feltEn[x.text] }):
		return saysPart
	case v.ofSoManyEn(s, c):
		return saysPart
	case v.notYetThatFarEn(s, c):
		return saysUnderWay
	case s.has("told-part", c.start, c.end), v.shareOfSetEn(s, c), s.allButSomeEn(c) && len(v.universals(v.planClauses())) > 0, v.rowShortEn(s, c):
		return saysPart
	case v.oldKeptEn(s, c):
		return saysNotDone
	case v.stepToComeEn(s, c):
		return saysUnderWay
	case v.earlyStepEn(s, c):
		return saysPrepared
	case v.wantsStillEn(s, c):
		return saysUnderWay
	case v.tooMuchEn(s, c):
		return saysNotDone
	case c.negated && c.start > 0 && s.nothingFoundEn(c) && !v.planHasVerb("find"):
		return saysOther
	case v.endState() && v.paperStepEn(s, c), v.paperStepEn(s, c) && v.dueEn():
		return saysPrepared
	}
	return saysNothing
}

// notYetThatFarEn says whether a clause tells of a step that was taken and of the next one that was not: "has been delivered but not installed". The step is none that the plan promised.
func (v *view) notYetThatFarEn(s *sentence, c *clause) bool {
	if !c.negated || c.kind != mainClause {
		return false
	}
	w := between(s.words, c.start, c.end)
	participle := func(t string) bool { return strings.HasSuffix(t, "ed") || lang.PastForm(t) || oddParticiplesEn[t] }
	for k := 3; k+1 < len(w); k++ {
		if w[k].text != "not" || w[k-1].text != "but" && w[k-1].text != "though" {
			continue
		}
		j := k + 1
		if w[j].text == "yet" {
			j++
		}
		if !participle(textAt(w, j)) {
			return false
		}
		for i := k - 2; i > 0; i-- {
			if participle(w[i].text) && (w[i-1].text == "been" || w[i-1].text == "was" || w[i-1].text == "were") {
				return !v.promisesVerb(lang.Stem(w[i].text))
			}
		}
	}
	return false
}

// ofSoManyEn says whether a clause opens with a number of the plan's things, of all of which the planned act has an end, and then tells of fewer that it was done: "Of some 40 million old coins,
// 27 million had come back". What only some were found to be is another matter.
func (v *view) ofSoManyEn(s *sentence, c *clause) bool {
	w := s.words
	if c.start > 0 || textAt(w, 0) != "of" || c.negated || c.kind != mainClause || len(v.universals(v.planClauses())) == 0 && !v.endState() && !v.planHas("end-act") && !v.dueLaterEn() {
		return false
	}
	comma := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "," })
	if comma < 3 || comma > 12 || comma+1 >= len(w) {
		return false
	}
	number := func(in []wordEn) (float64, int) {
		for k, x := range in {
			if n := numberEn(x.text); n > 0 {
				if t := textAt(in, k+1); t == "million" || t == "thousand" {
					n *= map[string]float64{"million": 1e6, "thousand": 1e3}[t]
					k++
				}
				return n, k
			}
			if !stopEn[x.text] && x.text != "about" && x.text != "roughly" && x.text != "only" {
				break
			}
		}
		return 0, 0
	}
	all, k := number(w[1:comma])
	some, _ := number(w[comma+1:])
	if all < 3 || some == 0 || some >= all || k+2 >= comma {
		return false
	}
	if known, any := v.knownIn(s.r[w[k+2].start:w[comma-1].end], v.planSet, v.planText); !any || known < 1 || participleEn(w[comma-1].text) {
		return false
	}
	return !findingEn[c.verb] && !feltEn[c.verb]
}

// sharesEn are parts of a whole.
var sharesEn = setEn("half third thirds quarter quarters fifth fifths sixths eighths ninths tenths tenth two-thirds one-third three-quarters one-quarter three-fifths two-fifths four-fifths nine-tenths most")

// feltEn are what people think or find, which is no share of an act.
var feltEn = setEn("satisfied said felt found rated considered thought reported preferred wished asked liked believed agreed knew expressed happy content failed passed wanted praised welcomed")

// shareOfSetEn says whether a clause opens with a share of the things of which the plan counts how many, or means all: "Roughly two-thirds of the premises can now order a connection".
func (v *view) shareOfSetEn(s *sentence, c *clause) bool {
	if c.kind != mainClause || c.negated {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := -1
	for i := range min(6, len(w)) {
		if sharesEn[w[i].text] && textAt(w, i+1) == "of" {
			k = i + 2
			break
		}
		if finiteEn[w[i].text] || w[i].text == "," {
			break
		}
	}
	if k < 0 || k >= len(w) || slices.ContainsFunc(w, func(x wordEn) bool { return feltEn[x.text] }) {
		return false
	}
	for k < len(w) && (determinersEn[w[k].text] || w[k].text == "all" || numberEn(w[k].text) > 0) {
		k++
	}
	end := memberEndEn(w, k)
	if end <= k {
		return false
	}
	noun := lang.Stem(w[end-1].text)
	for j := k; j < end; j++ {
		if finiteEn[w[j].text] {
			noun = lang.Stem(w[j-1].text)
			break
		}
	}
	for _, a := range amountsOf(v.planClauses()) {
		if a.Kind == lang.Count && a.Value > 2 && lang.Stem(a.Unit) == noun {
			return true
		}
	}
	return slices.ContainsFunc(v.universals(v.planClauses()), func(h placedHead) bool { return lang.Stem(h.word()) == noun })
}

// waitsEn says whether words tell that those counted before still wait: on the waiting list, still waiting.
func waitsEn(w []wordEn) bool {
	for k := 0; k < len(w) && k < 5 && w[k].text != "," && w[k].text != "."; k++ {
		switch w[k].text {
		case "waiting", "unserved", "queue":
			return true
		}
	}
	return false
}
