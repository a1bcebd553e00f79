package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// What results tell without a word of doing or of failing: what still wants for something, and what was found to be too much.

var (
	// wantsEn tell of a thing that it is not ready: the gates wait for their software.
	wantsEn = setEn("wait waits awaits await lack lacks need needs want wants require requires")
	// provesEn tell what came out of a closer look.
	provesEn = setEn("found proved turned was were is are judged deemed thought considered showed")
	// spareEn are verbs by which "nothing" is well: they lost nothing.
	spareEn = setEn("lost cost missed paid spared")
)

// wantsStillEn says whether a clause tells that a thing which the plan names still wants for something: "The gates stand on the pier but wait for their software".
func (v *view) wantsStillEn(s *sentence, c *clause) bool {
	if c.kind != mainClause || c.negated || !v.endState() && !v.planHas("end-act") {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := 1; k+1 < len(w); k++ {
		t, n := w[k].text, w[k+1].text
		waits := t == "waiting" && (w[k-1].text == "is" || w[k-1].text == "are" || w[k-1].text == "still") && n == "for"
		if !waits && (!wantsEn[t] || phraseEndsEn[w[k-1].text] || w[k-1].text == "to" || w[k-1].text == "the" || w[k-1].text == "a" || (t == "wait" || t == "waits") && n != "for" || (t == "need" || t == "needs" || t == "want" || t == "wants" || t == "require" || t == "requires") && n != "only" && w[k-1].text != "still" && w[k-1].text != "only") {
			continue
		}
		for j := 0; j < k && j < 5; j++ {
			if !stopEn[w[j].text] && wordRune([]rune(w[j].text)[0]) && v.knowsEn([]rune(w[j].text)) {
				return true
			}
		}
	}
	return false
}

// tooMuchEn says whether a clause tells of what was to be built or set up that something was found too soft, too dear or too small for it.
func (v *view) tooMuchEn(s *sentence, c *clause) bool {
	if c.kind != mainClause || c.negated || c.tense != past || v.planRecursEn() || v.planHasActEn(c.verb) || len(v.u.results) > 1 {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := 1; k+2 < len(w); k++ {
		if w[k].text != "too" || w[k+1].text == "late" || w[k+1].text == "many" {
			continue
		}
		if n := w[k+2].text; n != "to" && n != "for" {
			continue
		}
		if slices.ContainsFunc(w[:k], func(x wordEn) bool { return provesEn[x.text] }) {
			return true
		}
	}
	return false
}

// earlyEn are what comes before a thing is introduced or made, as the subject of what it brought.
var earlyEn = setEn("trial trials test tests study studies survey surveys talks negotiation negotiations consultation consultations discussion discussions soundings preparations experiment experiments pilot pilots enquiry inquiry analysis drafts draft prototype prototypes")

// earlyStepEn says whether a clause tells what an earlier step brought, where the plan was to introduce or make something: "Trials with forty traders showed that".
func (v *view) earlyStepEn(s *sentence, c *clause) bool {
	if c.kind != mainClause || c.negated || c.tense != past || v.planHasActEn(c.verb) || v.topStage(v.u.plan) < doing {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := 0
	for k < len(w) && (determinersEn[w[k].text] || w[k].text == "a" || w[k].text == "first" || w[k].text == "further" || w[k].text == "several" || w[k].text == "and" || numberEn(w[k].text) > 0) {
		k++
	}
	if k >= len(w) || !earlyEn[w[k].text] || v.knowsEn([]rune(w[k].text)) {
		return false
	}
	return slices.ContainsFunc(w, func(x wordEn) bool {
		return findingsEn[derivedEn(lang.Stem(x.text))] || x.text == "held" || x.text == "began" || x.text == "taken" || earlyTellsEn[x.text]
	})
}

// earlyTellsEn are what such a step brought.
var earlyTellsEn = setEn("drew attracted met ran failed brought gave took lasted revealed yielded cost proved left raised produced suggested")

// contactEn are acts by which somebody is told or asked something, each a means of its own.
var contactEn = stemsEn("visit call phone telephone ring write meet interview brief lecture teach show")

// contactDiffersEn finds another means of telling or asking people where the plan's own verb was the means: "Owners will be visited and told", "will learn from a letter".
func (v *view) contactDiffersEn() (Evidence, bool) {
	gone := ""
	for _, p := range v.planClauses() {
		if contactEn[p.clause().verb] && !v.nextHasEn(p.clause().verb) {
			gone = p.clause().verb
		}
	}
	if gone == "" || v.retained() < 0.5 {
		return Evidence{}, false
	}
	fresh, kept := v.meansEn(v.plannedParts(), v.planSet, v.planText)
	if kept || len(fresh) == 0 {
		return Evidence{}, false
	}
	w := wordsEn([]rune(strings.ToLower(fresh[0].Quote)))
	if len(w) < 2 || !slices.ContainsFunc(w, func(x wordEn) bool { return mediaEn[lang.Stem(x.text)] }) || gone == "writ" && slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "letter" || x.text == "letters" }) {
		return Evidence{}, false
	}
	return fresh[0], true
}
