package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// What a body decided: "Council resolved on 11 February to cancel the car park", "members voted against the scheme". Who decides is named with a verb of deciding, and what was decided
// stands behind it as "to" with a verb.

var (
	// decidedEn are verbs by which a body decides.
	decidedEn = setEn("resolved decided voted agreed chose chosen opted elected determined ruled settled concluded preferred")
	// decisionEn are the nouns of it: it was the decision of the Board to.
	decisionEn = setEn("decision decisions vote resolution ruling instruction order orders instructions")
	// putsEndEn are acts by which a body puts an end to a measure, with the word that must stand behind where the verb alone does not say so.
	putsEndEn = map[string]string{"cancel": "", "abandon": "", "drop": "", "scrap": "", "shelve": "", "discontinue": "", "terminate": "", "abolish": "", "axe": "", "halt": "", "cease": "", "forgo": "", "forego": "", "rescind": "", "revoke": "", "end": "the", "stop": "", "withdraw": "", "give": "up", "call": "off", "pull": "out", "wind": "up", "break": "off", "do": "without", "let": "drop", "lay": "aside", "write": "off", "back": "out", "kill": "off", "phase": "out", "bury": ""}
	// bidsEn are verbs by which somebody is told what to do.
	bidsEn = setEn("told ordered instructed directed commanded bade forbade advised requested")
	// refusedEn are what is refused to a measure that cannot be without it.
	refusedEn = setEn("money funding funds consent approval permission licence license permit budget sum grant assent sanction")
)

// marksDecided adds to a result or a sentence of the next plan that a body gave a measure up.
func (s *sentence) marksDecided(w []wordEn) {
	for k := 1; k+2 < len(w); k++ {
		switch t := w[k].text; {
		case decidedEn[t] || decisionEn[t]:
			if decidedEn[t] && modalsEn[w[k-1].text] {
				continue
			}
			if n := w[k+1].text; n == "against" && !strings.HasPrefix(t, "dec") {
				s.hits = append(s.hits, hit{"stop", w[k].start, w[k+1].end})
				continue
			}
			for j := k + 1; j+1 < len(w) && j < k+12 && w[j].text != ";"; j++ {
				if w[j].text != "to" || finiteEn[w[j+1].text] || determinersEn[w[j+1].text] {
					continue
				}
				if v := w[j+1].text; w[j-1].text == "not" && (t == "voted" || t == "resolved" || t == "opted" || t == "chose" || t == "agreed") {
					s.hits = append(s.hits, hit{"stop", w[j-1].start, w[j+1].end})
				} else if more, ends := putsEndEn[v]; ends && (more == "" || textAt(w, j+2) == more || textAt(w, j+3) == more || textAt(w, j+4) == more || textAt(w, j+5) == more) {
					s.hits = append(s.hits, hit{"stop", w[j+1].start, w[j+1].end})
				}
				break
			}
		case bidsEn[t] && !modalsEn[w[k-1].text]: // the Minister told the Agency to stop the purchase
			for j := k + 2; j+1 < len(w) && j < k+8 && w[j].text != "," && w[j].text != ";"; j++ {
				if w[j].text == "to" {
					if more, ends := putsEndEn[w[j+1].text]; ends && (more == "" || textAt(w, j+2) == more || textAt(w, j+3) == more || textAt(w, j+4) == more) {
						s.hits = append(s.hits, hit{"stop", w[j+1].start, w[j+1].end}, hit{"not-reached", w[k].start, w[j+1].end})
					}
					break
				}
			}
		case (t == "who" || t == "which") && (accountsEn[w[k+1].text] || accountsEn[w[k+2].text]): // by the Police, who report on it under item 7.4
			for i, h := range s.hits {
				if h.cue == "merge" && h.start > w[k].start && s.has("elsewhere", h.start, len(s.r)) {
					s.hits[i].cue = "move"
					s.hits = append(s.hits, hit{"handed-over", h.start, h.end})
					break
				}
			}
		case (t == "refused" || t == "declined" || t == "withheld" || t == "rejected" || t == "denied" || t == "turned") && s.decidersBefore(w[:k]):
			for j := k + 1; j < len(w) && j < k+7 && w[j].text != ","; j++ {
				if refusedEn[w[j].text] || w[j].text == "fund" || w[j].text == "pay" || w[j].text == "approve" {
					s.hits = append(s.hits, hit{"not-reached", w[k].start, w[j].end})
					break
				}
			}
		}
	}
}

// accountsEn are verbs by which another body tells of what it has taken over.
var accountsEn = setEn("report reports account accounts answer answers list lists enter enters show shows")

// decidersBefore says whether one of those who decide stands last in the words before a verb.
func (s *sentence) decidersBefore(w []wordEn) bool {
	n := len(w)
	if n == 0 {
		return false
	}
	last := w[n-1]
	return decidersEn[last.text] || last.text == "was" || last.text == "were" || slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.End >= last.start })
}

// decidesEn says whether words without an auxiliary tell that somebody decided something: their verb is no attribute.
func decidesEn(w []wordEn) bool {
	for k := 1; k+1 < len(w) && k < 9; k++ {
		if decidedEn[w[k].text] && !phraseEndsEn[w[k-1].text] {
			for j := k + 1; j < len(w) && j < k+10; j++ {
				if w[j].text == "to" || w[j].text == "that" || w[j].text == "against" {
					return true
				}
			}
		}
	}
	return false
}

// lastTimeEn are what one has done for the last time when one says so of it with a verb: made its last crossing.
var lastTimeEn = setEn("made ran gave took held played paid drew sent carried flew saw served sailed crossed published issued sang performed opened appeared delivered")

// marksLastTime adds an end to a result that tells of the last time: "made its last crossing", "the last bus ran on 30 June".
func (s *sentence) marksLastTime(w []wordEn) {
	for k := 0; k+2 < len(w); k++ {
		switch {
		case lastTimeEn[w[k].text] && (w[k+1].text == "its" || w[k+1].text == "their" || w[k+1].text == "the" || w[k+1].text == "a") && (w[k+2].text == "last" || w[k+2].text == "final") && k+3 < len(w) && !periodsEn[w[k+3].text] && !seasonsEn[w[k+3].text] && textAt(w, k+4) != "of":
			s.hits = append(s.hits, hit{"ended", w[k].start, w[k+3].end})
		case w[k].text == "the" && (w[k+1].text == "last" || w[k+1].text == "final") && k < 3 && k+3 < len(w) && (lastTimeEn[w[k+3].text] || w[k+3].text == "was" && lastTimeEn[textAt(w, k+4)]) && (textAt(w, k+4) == "on" || textAt(w, k+4) == "in" || textAt(w, k+5) == "on" || textAt(w, k+5) == "in"):
			s.hits = append(s.hits, hit{"ended", w[k].start, w[k+3].end})
		}
	}
}

// nothingAddedEn marks "nothing is to be added to what was built" as the goal reached.
func (s *sentence) nothingAddedEn(w []wordEn, k int) {
	if w[k].text != "nothing" || !finiteEn[textAt(w, k+1)] && !strings.HasPrefix(textAt(w, k+1), "need") {
		return
	}
	for j := k + 2; j < len(w) && j < k+6; j++ {
		switch w[j].text {
		case "added", "built", "developed", "altered", "enlarged", "extended":
			s.hits = append(s.hits, hit{"goal", w[k].start, s.clauseAt(w[k].start).end})
			return
		}
	}
}

// halvesEn tell which part of a period is meant, and no share: in the second half of 2024.
var halvesEn = setEn("first second latter last early late final")

// dropHalvesOfYears takes away the cues of part that stand in such a time.
func (s *sentence) dropHalvesOfYears(w []wordEn) {
	for k := 1; k+2 < len(w); k++ {
		t := w[k].text
		if (t != "half" && t != "third" && t != "quarter") || w[k+1].text != "of" || !halvesEn[w[k-1].text] {
			continue
		}
		n := w[k+2].text
		if n == "the" {
			n = textAt(w, k+3)
		}
		if !isMonthOrYearEn(n) && !periodsEn[n] && !seasonsEn[n] && !slices.Contains(monthsEn, n) && !strings.HasPrefix(n, "20") {
			continue
		}
		from, to := w[k-1].start, w[k+1].end
		s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { return strings.HasPrefix(h.cue, "part") && h.start >= from && h.end <= to })
	}
}

// putInUseEn are the ends of a plan to which the delivery of a thing is a step: put into operation, brought into service.
var putInUseEn = setEn("operation service use commission action")

// deliveredEn are steps towards having a thing in use.
var deliveredEn = stemsEn("deliver order arrive ship unload manufacture buy purchase assemble commission reach")

// stepToUseEn says whether a clause tells that a thing is there, which the plan was to put into use: "The fans have been delivered".
func (v *view) stepToUseEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.negated || c.tense != past || !deliveredEn[c.verb] || v.promisesVerb(c.verb) {
		return false
	}
	return slices.ContainsFunc(v.planClauses(), func(p part) bool {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k+1 < len(w); k++ {
			if (w[k].text == "into" || w[k].text == "in") && putInUseEn[w[k+1].text] {
				return true
			}
		}
		return p.clause().verb == "install" || p.clause().verb == "erect" || p.clause().verb == "open"
	})
}

// asksForBackEn says whether what is open is the act that was planned and not done, which somebody is to look into now: "will look afresh at whether the tip should be closed". What is
// to go on or to end is another question.
func (v *view) asksForBackEn(f *found) bool {
	if v.progress != schema.NotDone || f.c.tense != planned || !f.s.promises || f.c.stage != studying && !f.s.has("stage-study", f.c.start, f.h.end) {
		return false
	}
	w := between(f.s.words, f.c.start, f.c.end)
	k := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "whether" || x.text == "if" })
	if k < 0 || slices.ContainsFunc(w[k:], func(x wordEn) bool { return goesOnNounEn[x.text] || x.text == "future" }) {
		return false
	}
	return slices.ContainsFunc(w[k:], func(x wordEn) bool { return v.promisesVerb(lang.Stem(x.text)) })
}

// leftOpenEn says whether what something is left to, behind rune i, is somebody who has yet to decide or does not yet exist: the next government, the discretion of the board.
func (s *sentence) leftOpenEn(i int) bool {
	w := between(s.words, i, len(s.r))
	return slices.ContainsFunc(w[:min(len(w), 5)], func(x wordEn) bool {
		switch x.text {
		case "next", "new", "incoming", "coming", "future", "successor", "discretion", "decision", "judgement", "judgment", "decide", "choice", "talks", "negotiations", "review", "parliament", "government", "minister", "cabinet", "board", "voters", "assembly", "council", "committee", "budget":
			return true
		}
		return false
	})
}

// whenOverEn says whether a word of an end is said of something in the world behind "when" or "once", of which the plan knows nothing: "will come back to it when the war is over".
func (v *view) whenOverEn(f found) bool {
	w := between(f.s.words, f.c.start, f.h.start)
	for k := len(w) - 1; k > 0 && k > len(w)-6; k-- {
		if t := w[k].text; t == "when" || t == "once" {
			share, any := v.knownIn(f.s.r[w[k].end:f.h.start], v.planSet, v.planText)
			return any && share == 0 && f.s.promises
		}
	}
	return false
}
