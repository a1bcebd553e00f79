package diff

import (
	"slices"

	"plandiff/lang"
)

// realiseEn are the verbs by which results tell of any act that it was carried out: the match took place, training was given.
var realiseEn = stemsEn("take hold carry conduct happen occur go give deliver perform organise organize arrange undertake run provide")

// realisesEn says whether a clause reports in English that what the plan named took place, by a verb that says no more than that.
func (v *view) realisesEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.tense != past || c.negated || !realiseEn[c.verb] || overlap(v.u.features, c.features, nil) == 0 {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := slices.IndexFunc(w, func(x wordEn) bool { return lang.Stem(x.text) == c.verb })
	switch next := textAt(w, k+1); c.verb {
	case "tak":
		return next == "place"
	case "go":
		return next == "ahead"
	case "carry":
		return next == "out"
	default:
		return next != "up" && next != "over" && next != "back" && next != "out"
	}
}

// onlyStateEn says whether a clause only tells where something is ("the gates are in the workshop"), which reports no act.
func (v *view) onlyStateEn(s *sentence, c *clause) bool {
	return v.rd.lang.Code == "en" && c.verb == "" && c.tense == past && !s.has("complete", c.start, c.end) && !s.has("universal", c.start, c.end) && len(s.clauses) > 1
}

// openWorkEn are words for the looking-into itself, with which a plan to study something goes on.
var openWorkEn = setEn("question questions matter issue issues enquiry enquiries inquiry inquiries analysis investigation examination thinking assessment study studies review work consultation consultations discussion discussions")

// answeredEn finds in English that what a plan asked (whether tablets could be handed out) is now to be done (tablets will be handed out), by whatever
// verb, so that it needs no stage of its own.
func (v *view) answeredEn(parts []part) (int, part) {
	if v.rd.lang.Code != "en" || v.retained() < 0.25 && !v.askedKnownEn() && !v.restsOnReportEn() {
		return 0, part{}
	}
	asks := v.askedKnownEn()
	for _, p := range v.planClauses() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := range w {
			switch w[k].text {
			case "whether", "could", "might", "feasibility", "feasible", "possibility", "possibilities", "possible", "should", "options":
				asks = true
			case "which", "what", "where", "who", "why":
				asks = asks || slices.ContainsFunc(p.s.hits, func(h hit) bool { return h.cue == "stage-study" && h.end == w[k].end })
			case "if":
				asks = asks || k > 0 && p.s.has("stage-study", w[k-1].start, w[k].end)
			case "how":
				asks = asks || textAt(w, k+1) != "to"
			case "case", "need":
				asks = asks || textAt(w, k+1) == "for"
			}
		}
	}
	if !asks && (!v.lookedIntoEn() || stillAskedEn(parts)) {
		return 0, part{}
	}
	for _, p := range parts {
		c := p.clause()
		if c.negated && overlap(c.features, v.planSet, nil) > 0.6*float64(len(c.features)) || c.verb == "" || p.s.has("again", c.start, c.end) || p.s.has("stage-study", c.start, c.end) && !v.knowsEn([]rune(c.verb)) || p.s.has("rethink", c.start, c.end) || p.s.has("upkeep", c.start, c.end) || v.planClauses()[0].clause().verb == c.verb {
			return 0, part{}
		}
		if slices.ContainsFunc(between(p.s.words, c.start, c.end), func(w wordEn) bool { return openWorkEn[w.text] && !v.asksAboutEn(w.text) }) && !v.knowsEn([]rune(c.verb)) {
			return 0, part{}
		}
	}
	return 1, parts[0]
}

// restsOnReportEn says whether the next plan speaks of what the results brought more than of the plan: the endangered recordings on the list.
func (v *view) restsOnReportEn() bool {
	told, _ := gather(v.u.results)
	n := 0.0
	for _, p := range v.plannedParts() {
		n += overlap(p.clause().features, told, nil)
	}
	return n >= 2
}

// asksAboutEn says whether a word for looking into something names in the plan what is asked about: "whether the final assessment can take place".
func (v *view) asksAboutEn(word string) bool {
	return slices.ContainsFunc(v.u.plan, func(s *sentence) bool {
		asked := false
		for _, x := range s.words {
			if asked = asked || x.text == "whether" || x.text == "how" || x.text == "if"; asked && x.text == word {
				return true
			}
		}
		return false
	})
}

// keepsUp says whether a clause keeps up what is there. In English an act of the plan itself (clean the shores) is no upkeep, whatever its form.
func (v *view) keepsUp(s *sentence, c *clause) bool {
	for _, h := range s.hits {
		if h.cue == "upkeep" && h.start >= c.start && h.end <= c.end && (v.rd.lang.Code != "en" || !v.stemInPlan(found{s, c, h}) && !v.seesToActEn(s, c, h) && !v.tendedBeforeEn(s, h) && !v.actKeptUpEn(s, c, h)) {
			return true
		}
	}
	return v.caredForEn(c) || v.storedEn(c)
}

// tendedBeforeEn says whether the plan has all words of a phrase of upkeep that names what is worn: replace 1,200 rotten poles, replace rotten poles.
func (v *view) tendedBeforeEn(s *sentence, h hit) bool {
	w := between(s.words, h.start, h.end)
	return len(w) > 1 && !slices.ContainsFunc(w, func(x wordEn) bool {
		return !stopEn[x.text] && !v.knowsEn(s.r[x.start:x.end])
	}) && v.promisesVerbAnywhereEn(lang.Stem(w[0].text))
}

// promisesVerbAnywhereEn says whether a promise of the plan has a word, in what others are to do too: enable villages to repair.
func (v *view) promisesVerbAnywhereEn(stem string) bool {
	return slices.ContainsFunc(v.planClauses(), func(p part) bool { return p.hasWordEn(stem) })
}

// replacesActorEn says whether what is replaced is who acts: "in place of the Forest Agency".
func (v *view) replacesActorEn(f found) bool {
	if v.rd.lang.Code == "en" {
		if k := slices.IndexFunc(f.s.words, func(x wordEn) bool { return x.start >= f.h.end }); k > 0 && numberEn(f.s.words[k].text) > 1 {
			return true // five instead of three: a number, no means
		}
	}
	return v.rd.lang.Code == "en" && slices.ContainsFunc(f.s.ministries, func(m lang.Mention) bool {
		return m.Span.Start >= f.h.end && m.Span.Start <= f.h.end+6
	})
}

// opensWithNoEn says whether a clause denies what it names: no order was placed.
func (v *view) opensWithNoEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := 0
	if t := textAt(w, 0); t == "and" || t == "but" {
		k = 1
	}
	t := textAt(w, k)
	return t == "no" || t == "none" || t == "neither" || t == "nothing"
}

// firstOnesEn says whether a clause reports in English the first of many where the plan meant an end state and named no first ones: "the first shelves have been
// packed".
func (v *view) firstOnesEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || !v.endState() || containsRunes(v.planText, []rune("first")) {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := range min(6, len(w)) {
		if w[k].text == "first" && (textAt(w, k-1) == "the" || textAt(w, k-1) == "a") {
			return true
		}
		if finiteEn[w[k].text] {
			break
		}
	}
	return false
}

// withoutBodies is the text of a clause, in English with the names of public bodies blanked: who acts is no likeness of what is done.
func withoutBodies(s *sentence, c *clause) []rune {
	r := s.r[c.start:c.end]
	if s.words == nil || len(s.ministries) == 0 {
		return r
	}
	out := slices.Clone(r)
	for _, m := range s.ministries {
		for i := max(m.Span.Start, c.start); i < min(m.Span.End, c.end); i++ {
			out[i-c.start] = ' '
		}
	}
	return out
}

// someOfThemEn says whether a clause tells what came of some of those of whom the sentence before it in the same breath reports the planned act: "31 prams
// were tested; four were withdrawn from sale".
func (v *view) someOfThemEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.start == 0 || !v.planHasVerb(s.clauses[0].verb) || s.clauses[0].negated || v.planHasVerb(c.verb) {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := 0
	for k < len(w) && (w[k].text == "and" || w[k].text == "but" || w[k].text == ",") {
		k++
	}
	if numberEn(textAt(w, k)) == 0 && textAt(w, k) != "some" && textAt(w, k) != "several" && textAt(w, k) != "few" {
		return false
	}
	n := textAt(w, k+1)
	return finiteEn[n] || n == "of" && (textAt(w, k+2) == "them" || textAt(w, k+2) == "these" || textAt(w, k+2) == "which")
}

// keepsFromEn says whether a clause reports that what the plan promised not to do was not done: "No new licences were issued".
func (v *view) keepsFromEn(c *clause) bool {
	return v.rd.lang.Code == "en" && c.negated && slices.ContainsFunc(v.planClauses(), func(p part) bool { return p.clause().negated && p.clause().verb == c.verb })
}

var (
	// preparesEn are verbs of getting something ready, broughtOutEn those of what is then done with it.
	preparesEn   = stemsEn("prepare plan draft write draw design compile elaborate formulate devise")
	broughtOutEn = stemsEn("take hold publish issue appear open show send distribute print adopt apply introduce start begin launch release")
)

func stemsEn(words string) map[string]bool {
	m := map[string]bool{}
	for w := range setEn(words) {
		m[lang.Stem(w)] = true
	}
	return m
}

// preparedEn finds in English that what the plan prepared is now to come about: prepare a congress, the congress will take place.
func (v *view) preparedEn(parts []part) (int, part) {
	was := v.planClauses()
	if len(was) != 1 || !preparesEn[was[0].clause().verb] || v.retained() < 0.3 {
		return 0, part{}
	}
	for _, p := range parts {
		c := p.clause()
		if !broughtOutEn[c.verb] || c.negated || p.hasWordEn(was[0].clause().verb) || overlap(v.u.core, c.features, nil) == 0 {
			return 0, part{}
		}
	}
	return 1, parts[0]
}

// takenOverEn are the bodies, other than those that acted, to which an English sentence of the next plan says that the measure passed.
func (v *view) takenOverEn() []mention {
	if v.rd.lang.Code != "en" {
		return nil
	}
	var out []mention
	for _, n := range v.u.next {
		if !n.has("handed-over", 0, len(n.r)) && !n.has("move", 0, len(n.r)) || n.has("elsewhere", 0, len(n.r)) || n.has("merge", 0, len(n.r)) {
			continue
		}
		for _, m := range n.ministries {
			if !v.ownMinistry(m) {
				out = append(out, mention{m.Name, n.quote(m.Span.Start, m.Span.End)})
			}
		}
	}
	return out
}
