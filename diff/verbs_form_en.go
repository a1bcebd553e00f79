package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
	"plandiff/schema"
)

var (
	// objectsEn begin an object: a bare word between "and" and one of them is a verb (and lodge it, and fence more stands).
	objectsEn = setEn("the a an its their his her our it them him us this these those each every any all both more further additional another such whether how what where")
	// particlesEn make a verb of the bare word before them: strike off charities, hand over goods.
	particlesEn = setEn("off out up down away back over")
	// seasonsEn follow each and every where they tell when, and no object.
	seasonsEn = setEn("spring summer autumn winter season morning evening night monday tuesday wednesday thursday friday saturday sunday")
	// becomesEn are present forms by which a next plan tells what is so from now on.
	becomesEn = setEn("becomes become enters passes stays remains resumes proceeds")
	// everydayEn describe what is done for good and no longer on trial: a standing part of, part of the daily service.
	everydayEn = setEn("standing permanent regular ordinary daily everyday day-to-day normal routine usual standard lasting")
	// usualEn is what an act remains that goes on.
	usualEn = setEn("rule standard norm practice usage custom same way")
	// wontEn say that something is as it was before.
	wontEn = []string{"as now", "as at present", "as in the past", "as in past", "as in previous", "as in earlier", "as ever", "as always", "as until now", "as is usual", "as is the custom", "as has been", "in the same way", "in the usual way", "just as"}
)

// formVerbsEn adds to the verbs of a sentence those that only their place shows: behind "and" and before an object, where the sentence promised an act before.
func formVerbsEn(s *sentence, w []wordEn, verbs map[int]bool) {
	raw := []rune(s.Text)
	promised := len(w) > 0 && verbs[w[0].start]
	for k := 1; k+1 < len(w); k++ {
		promised = promised || modalsEn[w[k-1].text]
		if p := w[k-1].text; !promised || p != "and" && p != "or" && p != "but" {
			continue
		}
		t, n, first := w[k].text, w[k+1].text, []rune(w[k].text)[0]
		particle := particlesEn[n] && len(t) > 2 && textAt(w, k+2) != "" && wordRune([]rune(w[k+2].text)[0]) && !finiteEn[textAt(w, k+2)]
		if stopEn[t] || finiteEn[t] || !unicode.IsLetter(first) || !objectsEn[n] && !particle || unicode.IsUpper(raw[w[k].start]) || numberEn(t) > 0 {
			continue
		}
		if strings.HasSuffix(t, "s") && !strings.HasSuffix(t, "ss") || strings.HasSuffix(t, "ing") || strings.HasSuffix(t, "ed") || adverbEn(t) {
			continue
		}
		if nn := textAt(w, k+2); (n == "each" || n == "every" || n == "any" || n == "all" || n == "this") && (periodsEn[nn] || seasonsEn[nn]) {
			continue
		}
		verbs[w[k].start] = true
	}
}

// turnsIntoEn returns the word behind a present form by which the next plan tells what is so from now on: 1 of "Notching becomes a standing part of"; 0 if the
// clause has none.
func turnsIntoEn(w []wordEn) int {
	return slices.IndexFunc(w, func(x wordEn) bool { return becomesEn[x.text] }) + 1
}

// everydayPartEn says whether what something becomes from word k on is a part of what is done every day, by those who do it already: "part of the daily service", "a
// standing part of the rules".
func everydayPartEn(w []wordEn, k int) bool {
	for j := k; j < len(w) && j < k+8 && w[j].text != "," && w[j].text != ";"; j++ {
		if everydayEn[w[j].text] {
			return true
		}
	}
	return false
}

// marksUsual adds "again" where a sentence says that it is as it was before.
func (s *sentence) marksUsual(w []wordEn) {
	for k := range w {
		if w[k].text != "as" && w[k].text != "in" && w[k].text != "just" {
			continue
		}
		for _, u := range wontEn {
			if n := len([]rune(u)); hasRunes(s.r, w[k].start, u) && (w[k].start+n == len(s.r) || !wordRune(s.r[w[k].start+n])) {
				s.hits = append(s.hits, hit{"again", w[k].start, w[k].start + n})
			}
		}
	}
}

// doneByEn says whether the is or are at word k begins what is said to be done now by a public body: is kept by the Supreme Court Registry. It marks who it has passed to.
func (s *sentence) doneByEn(w []wordEn, k int) bool {
	if k < 0 || w[k].text != "is" && w[k].text != "are" {
		return false
	}
	for j := k + 1; j+1 < len(w) && j < k+8; j++ {
		if w[j].text != "by" || !strings.HasSuffix(w[j-1].text, "ed") && !strings.HasSuffix(w[j-1].text, "en") && !lang.PastForm(w[j-1].text) && w[j-1].text != "run" {
			continue
		}
		from := j + 1
		if w[from].text == "the" {
			from++
		}
		if from < len(w) && slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.Start <= w[from].start && m.Span.End > w[from].start }) {
			s.hits = append(s.hits, hit{"move", w[j].start, w[j].end}, hit{"handed-over", w[j].start, w[j].end})
			return true
		}
	}
	return false
}

// describedEn says whether the name of a public body stands in what describes something else: "for which the Patent Office is responsible".
func (s *sentence) describedEn(m lang.Mention) bool {
	if s.words == nil {
		return false
	}
	k := slices.IndexFunc(s.words, func(x wordEn) bool { return x.start >= m.Span.Start })
	for k > 0 && s.words[k-1].text == "the" {
		k--
	}
	t := textAt(s.words, k-1)
	return t == "which" || t == "whom" || t == "whose"
}

// nominalEn says whether words are a promise in the style of a list: an act as a noun with what it is done to, and no predicate ("Payment of grants to village shops").
func nominalEn(w []wordEn) bool {
	head := 0 // soil sampling on, yearly review of
	for head+1 < len(w) && head < 4 && unicode.IsLetter([]rune(w[head].text)[0]) && !stopEn[w[head].text] && !phraseEndsEn[w[head+1].text] && w[head+1].text != ":" {
		head++
	}
	if len(w) < 4 || head+1 >= len(w) || !actNounEn(w[head].text) || head == 0 && w[1].text != "of" && w[1].text != "to" && w[1].text != "for" && w[1].text != "in" && w[1].text != "on" || finiteEn[w[head+1].text] {
		return false
	}
	for k := head + 1; k+1 < len(w); k++ {
		t, n := w[k].text, w[k+1].text
		if finiteEn[t] || t == "accounts" || t == "means" || t == "makes" || t == "takes" || t == "costs" || t == "needs" || t == "requires" || t == "depends" {
			return false
		}
		if strings.HasSuffix(t, "s") && !strings.HasSuffix(t, "ss") && (n == "the" || n == "a" || n == "an" || n == "it" || n == "them") && !stopEn[t] {
			return false // Use of bicycles reduces the
		}
	}
	return true
}

// actNounEn says whether a word is the name of an act by its form, or one of the common ones.
func actNounEn(t string) bool {
	for _, e := range []string{"ment", "tion", "sion", "ance", "ence", "ing", "al", "ysis", "age", "ure"} {
		if strings.HasSuffix(t, e) && len(t) > len(e)+3 {
			return true
		}
	}
	switch t {
	case "audit", "audits", "check", "checks", "survey", "surveys", "payment", "payments", "visit", "visits", "advice", "support", "help", "repair", "repairs", "release", "issue", "supply", "sale", "loan", "loans", "study", "review", "search", "upkeep", "courses", "grants":
		return true
	}
	return false
}

// subjectClauseEn returns the will or shall of a clause whose subject is a clause of its own: "Where deer have broken through the fence will be noted", "Whoever asks will have a
// reply"; 0 if it opens otherwise or a comma stands between.
func subjectClauseEn(w []wordEn) int {
	switch textAt(w, 0) {
	case "where", "what", "how", "who", "whoever", "which", "whatever", "why":
	default:
		return 0
	}
	for k := 2; k < len(w); k++ {
		if w[k].text == "," || w[k].text == ";" {
			return 0
		}
		if modalsEn[w[k].text] {
			return k
		}
	}
	return 0
}

// thereForEn says whether the is or are at word k tells that something is to be had: there for all, open to them, at their disposal, on hand.
func thereForEn(w []wordEn, k int) bool {
	if k < 1 || w[k].text != "is" && w[k].text != "are" && w[k].text != "stands" && w[k].text != "stays" && w[k].text != "remains" {
		return false
	}
	for k++; k < len(w) && (adverbEn(w[k].text) || w[k].text == "again" || w[k].text == "still" || w[k].text == "now" || w[k].text == "also"); k++ {
	}
	n := textAt(w, k+1)
	switch textAt(w, k) {
	case "there", "available":
		return n == "for" || n == "to"
	case "open":
		return n == "to"
	case "at":
		return n == "hand" || n == "the" && textAt(w, k+2) == "disposal" || (n == "their" || n == "your" || n == "its") && textAt(w, k+2) == "disposal"
	case "on":
		return n == "hand" || n == "call" || n == "offer"
	case "to":
		return n == "be" && textAt(w, k+2) == "had"
	}
	return false
}

// needOnlyEn makes a promise of what opens a sentence of the next plan as an aim, where the main clause tells how little it takes: "To order an interpreter, patients need only send a
// message".
func (s *sentence) needOnlyEn() {
	if s.column != schema.NextPlan || len(s.clauses) < 2 || s.clauses[0].kind != purposeClause || s.clauses[1].kind != mainClause {
		return
	}
	w := between(s.words, s.clauses[1].start, s.clauses[1].end)
	for k := 1; k+1 < len(w); k++ {
		t, n := w[k].text, w[k+1].text
		if (t == "need" || t == "needs") && (n == "only" || n == "merely" || n == "just" || n == "simply" || n == "no" || n == "do") || (t == "have" || t == "has") && n == "only" || t == "only" && (n == "have" || n == "need" || n == "needs") || t == "enough" || t == "suffice" || t == "suffices" {
			for i := range 2 {
				c := &s.clauses[i]
				c.kind, c.tense, c.permits, c.negated = mainClause, planned, true, false
			}
			return
		}
	}
}

// causedEn finds the word for the act that somebody has done, or sees to: "will have the bridge painted", "will get the wells cleaned", "will see to it that the sluices are greased", and where
// what it is done to begins; 0 if a clause says its act itself.
func causedEn(w []wordEn, aux int) (at, object int) {
	if aux < 0 || !modalsEn[w[aux].text] {
		return 0, 0
	}
	at = aux + 1
	for at < len(w) && (adverbEn(w[at].text) || w[at].text == "again" || w[at].text == "also") {
		at++
	}
	participle := func(t string) bool {
		return strings.HasSuffix(t, "ed") && len(t) > 4 && !strings.HasSuffix(t, "eed") || lang.PastForm(t) || oddParticiplesEn[t] && t != "set" && t != "cut" && t != "run"
	}
	t, n := textAt(w, at), textAt(w, at+1)
	switch {
	case (t == "have" || t == "get") && !participle(n) && n != "been" && n != "to" && n != "the" || (t == "have" || t == "get") && n == "the" && textAt(w, at+2) != "right" && textAt(w, at+2) != "chance":
		for j := at + 2; j < len(w) && j < at+14; j++ {
			if x := w[j].text; x == "," || x == ";" || finiteEn[x] || relativesEn[x] || x == "to" || x == "and" || x == "or" {
				return 0, 0
			}
			if participle(w[j].text) && !determinersEn[w[j-1].text] && !stopEn[w[j-1].text] && (j+1 == len(w) || !wordRune([]rune(w[j+1].text)[0]) || phraseEndsEn[w[j+1].text] || stopEn[w[j+1].text] || adverbEn(w[j+1].text)) {
				return j, skipDeterminersEn(w, at+1)
			}
		}
	case t == "see" && n == "to" && textAt(w, at+2) == "it" && textAt(w, at+3) == "that", t == "make" && (n == "sure" || n == "certain"):
		for j := at + 3; j+1 < len(w) && j < at+16; j++ {
			if w[j].text == "," || w[j].text == ";" {
				return 0, 0
			}
			if x := w[j].text; (x == "are" || x == "is" || x == "be") && participle(w[j+1].text) {
				return j + 1, skipDeterminersEn(w, at+2)
			}
		}
	}
	return 0, 0
}

// skipDeterminersEn is the first word from k on that is no determiner, pronoun or "that".
func skipDeterminersEn(w []wordEn, k int) int {
	for k < len(w) && (determinersEn[w[k].text] || w[k].text == "it" || w[k].text == "that" || w[k].text == "all") {
		k++
	}
	return k
}

// saidOfEn is what should be done by the reader, and promises nothing: it should be noted.
var saidOfEn = setEn("noted remembered borne stressed pointed said added mentioned recalled understood seen read emphasised emphasized clear possible considered discussed able")

// countOnEn says whether a clause promises its subject as what somebody can count on: "is what associations can count on", "may be relied on".
func countOnEn(w []wordEn, aux int) bool {
	if t := w[aux].text; t != "is" && t != "are" && t != "can" && t != "may" {
		return false
	}
	for k := aux; k+2 < len(w); k++ {
		if w[k].text != "can" && w[k].text != "may" {
			continue
		}
		j := k + 1
		for j < len(w) && (w[j].text == "be" || w[j].text == "still" || w[j].text == "again" || w[j].text == "continue" || w[j].text == "to" || adverbEn(w[j].text)) {
			j++
		}
		switch textAt(w, j) {
		case "count", "rely", "depend", "bank", "counted", "relied", "depended":
			return (textAt(w, j+1) == "on" || textAt(w, j+1) == "upon") && (k == aux || slices.ContainsFunc(w[aux:k], func(x wordEn) bool { return x.text == "what" || x.text == "something" || x.text == "which" }))
		}
	}
	return false
}
