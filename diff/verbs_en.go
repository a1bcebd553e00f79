package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// readVerbEn finds the verb from word k on: past auxiliaries and adverbs; the object is the next content word.
func (c *clause) readVerbEn(s *sentence, w []wordEn, k, aux int, verbs map[int]bool) {
	skip := func() {
		for k < len(w) && (beEn[w[k].text] || adverbEn(w[k].text) || phasesEn[w[k].text] && phaseEn(w, k) || w[k].text == "no" && textAt(w, k+1) == "longer" || w[k].text == "longer" && textAt(w, k-1) == "no" || w[k].text == "and" || w[k].text == "but" || w[k].text == "," || modalsEn[w[k].text]) {
			k++
		}
	}
	if k > 0 && textAt(w, k) == "," && modalsEn[w[k-1].text] { // will, together with the road authorities, survey
		if j := slices.IndexFunc(w[k+1:], func(x wordEn) bool { return x.text == "," }); j >= 0 && j < 14 {
			k += j + 2
		}
	}
	skip()
	if k > 0 && textAt(w, k-1) == "," && modalsEn[textAt(w, k-2)] { // will, as in earlier years, collect
		if j := slices.IndexFunc(w[k:], func(x wordEn) bool { return x.text == "," }); j >= 0 && j < 12 {
			k += j + 1
			skip()
		}
	}
	if aux < 0 && (s.column == schema.Results || k == 0 && len(w) > 2 && w[0].text == "and" && ellipsisAtEn(s, c)) { // Advice issued to farms: the first past form
		for j := k; j < len(w); j++ {
			if p := textAt(w, j-1); (strings.HasSuffix(w[j].text, "ed") || lang.PastForm(w[j].text)) && p != "as" && p != "the" && p != "a" && p != "than" {
				k = j
				break
			}
		}
	}
	if k >= len(w) || !wordRune([]rune(w[k].text)[0]) { // "will be continued."
		if k > 0 && beEn[w[k-1].text] && !stopEn[w[k-1].text] {
			c.verb = lang.Stem(w[k-1].text)
		}
		return
	}
	if !stopEn[w[k].text] {
		c.verb = lang.Stem(w[k].text)
	}
	caused, from := causedEn(w, aux)
	if caused > 0 {
		c.verb, k = lang.Stem(w[caused].text), caused
	}
	for j := k + 1; j < len(w); j++ {
		if wordRune([]rune(w[j].text)[0]) && !stopEn[w[j].text] {
			end := memberEndEn(w, j)
			c.object = string(s.r[w[j].start:w[max(j, end-1)].end]) // the noun phrase: a lake strategy
			break
		}
	}
	if o := passiveObjectEn(s, w, k, aux); o != "" && caused == 0 {
		c.object = o
	}
	if end := min(memberEndEn(w, from), max(caused, from)); caused > 0 && end > from { // what it is done to stands before it
		c.object = string(s.r[w[from].start:w[end-1].end])
	}
	// the stage stands in the verb, or in its object after a light verb: carry out a study; not in what it is done for: hired to draw up
	reach := k
	for reach < k+4 && reach+1 < len(w) && w[reach+1].text != "to" {
		reach++
	}
	for _, h := range s.hits {
		if !strings.HasPrefix(h.cue, "stage-") || h.start < w[k].start || h.start > w[reach].start {
			continue
		}
		if w[k].text == "open" && textAt(w, k-1) == "be" {
			break // will be open on Tuesdays
		}
		c.stage = map[string]stage{"stage-study": studying, "stage-draft": drafting, "stage-do": doing, "stage-run": running}[h.cue]
		break
	}
	if carriedOnEn(w, k) && s.column == schema.NextPlan {
		c.stage = noStage // whatever else stands behind it: Drafting will be taken forward
	}
	if c.stage == noStage || c.stage == drafting && c.verb != "draft" {
		c.stage = max(c.stage, intoEn(w[k:]))
	}
	if c.stage >= doing && s.has("trial", c.start, c.end) {
		c.stage = drafting
	}
	if c.stage == noStage && c.tense == planned && slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "whether" }) {
		c.stage = studying // discuss with farmers whether
	}
	if c.stage == noStage && s.column == schema.NextPlan && c.tense == planned && s.has("outcome", 0, len(s.r)) && !carriedOnEn(w, k) {
		c.stage = doing // what is done on the strength of an earlier stage's outcome comes after it
	}
}

// relativeWordsEn marks the words of a clause that stand within a relative clause, whose "not" and "no" deny nothing of the act: households that no cable
// reaches. It ends at a comma and at the auxiliary of the clause.
func relativeWordsEn(w []wordEn, aux int) []bool {
	out := make([]bool, len(w))
	in := false
	for k := range w {
		switch t := w[k].text; {
		case t == "," || k == aux:
			in = false
		case k > 0 && (t == "who" || t == "which" || t == "whose" || t == "where" || t == "until" || t == "unless" || t == "that" && (k > 1 || strings.HasSuffix(w[0].text, "s")) && !stopEn[w[k-1].text] && !saidThatEn(w, k)):
			in = true
		}
		out[k] = in
	}
	return out
}

// isToEn returns the word behind the "to" of "is now to be finished"; 0 if there is none.
func isToEn(w []wordEn, k int) int {
	for k++; k < len(w) && (adverbEn(w[k].text) || w[k].text == "now" || w[k].text == "still" || w[k].text == "then" || w[k].text == "therefore" || w[k].text == "again" || w[k].text == "not"); k++ {
	}
	if textAt(w, k) == "to" {
		return k + 1
	}
	return 0
}

// adverbEn says whether a word is an adverb by its form.
func adverbEn(t string) bool { return strings.HasSuffix(t, "ly") && !lyVerbsEn[t] }

// phaseEn says whether an act follows the word at k, so that it is no act of its own: go on, keep inspecting, begin to publish; not keep the list.
func phaseEn(w []wordEn, k int) bool {
	n := textAt(w, k+1)
	return n == "on" || n == "to" || n == "up" && w[k].text == "keep" || strings.HasSuffix(n, "ing") && n != "building" && n != "training" && n != "housing"
}

// intoEn is the stage that a verb reaches by what stands behind its object: bring the by-laws into force, put the form online.
func intoEn(w []wordEn) stage {
	for k := range w {
		switch n := textAt(w, k+1); w[k].text {
		case "into":
			switch n {
			case "force", "effect", "operation", "service", "practice", "law":
				return doing
			case "use":
				return doing
			case "everyday", "routine", "regular", "daily", "permanent", "general":
				return running
			}
		case "online", "on-line", "live":
			if len(w) > k+1 && k > 0 && k < 8 {
				return doing
			}
		case "on":
			if n == "sale" || n == "stream" || n == "line" {
				return doing
			}
		}
	}
	return noStage
}

// liesWithEn says whether the auxiliary at word k tells with whom or before whom something is: "is with the translators".
func liesWithEn(w []wordEn, k int) bool {
	if k < 0 || w[k].text != "is" && w[k].text != "are" {
		return false
	}
	for k++; k < len(w) && (w[k].text == "now" || w[k].text == "still" || strings.HasSuffix(w[k].text, "ly")); k++ {
	}
	return textAt(w, k) == "with" || textAt(w, k) == "before"
}

var (
	// troubleEn are what one is glad to have none of.
	troubleEn = setEn("complaint complaints objection objections accident accidents fault faults defect defects irregularity irregularities breach breaches damage injury injuries delay delays loss losses incident incidents error errors problem problems infringement infringements shortage shortages death deaths violation violations outbreak outbreaks leak leaks deficiency deficiencies obstacle obstacles difficulty difficulties harm risk risks objectors drawback drawbacks hindrance impediment weakness weaknesses")
	// leftEn tell of what would still be to do, lackedEn of whom something was kept from.
	leftEn   = setEn("left remain remains remaining outstanding missing unfinished undone unanswered unpaid pending")
	lackedEn = setEn("refused rejected injured hurt lost harmed missed excluded without turned")
)

var (
	// foundOutEn tell what a search brought, soughtEn of what an act needs, so that it is no good news if none was found.
	foundOutEn = setEn("found detected discovered recorded reported seen sighted observed identified")
	soughtEn   = setEn("suitable site sites bidder bidders partner partners operator operators contractor contractors buyer buyers candidate candidates teacher teachers premises location agreement solution way funds money funding staff successor tenant tenants volunteer volunteers host hosts supplier suppliers land space room place trainer trainers interpreter interpreters replacement sponsor sponsors provider providers")
)

// goodNewsEn says whether a clause that opens with "no" tells nothing of an act that was left undone: "no open shaft is left" tells that all was done, "no
// defects were found" and "no one was turned away" what is well.
func (s *sentence) goodNewsEn(c *clause, w []wordEn) bool {
	k := 0
	if w[0].text == "and" || w[0].text == "but" {
		k = 1
	}
	switch textAt(w, k) {
	case "no", "none", "nobody", "nothing":
	default:
		return false
	}
	for j := k + 1; j < len(w); j++ {
		switch t := w[j].text; {
		case leftEn[t]:
			s.hits = append(s.hits, hit{"all-done", w[k].start, w[j].end}, hit{"complete", w[k].start, w[j].end})
			return true
		case (t == "longer" || t == "late") && j > k+2 && textAt(w, j-1) != "no": // none had to wait longer
			return true
		case foundOutEn[t] && (finiteEn[textAt(w, j-1)] || textAt(w, j-1) == "been") && !slices.ContainsFunc(w[k+1:j], func(x wordEn) bool { return soughtEn[x.text] }):
			return true // no fruit fly was found
		case lackedEn[t] && (finiteEn[textAt(w, j-1)] || textAt(w, j-1) == "been" || textAt(w, j-1) == "went"), troubleEn[t] && j < k+4:
			return true
		}
	}
	return false
}

// foreseenEn says whether what the auxiliary at word k is followed by sets a time for an act, and so promises it: "is now foreseen for 2025".
func foreseenEn(w []wordEn, k int) bool {
	if k < 0 || w[k].text != "is" && w[k].text != "are" {
		return false
	}
	for k++; k < len(w) && (strings.HasSuffix(w[k].text, "ly") || w[k].text == "now" || w[k].text == "again" || w[k].text == "instead" || w[k].text == "therefore"); k++ {
	}
	switch textAt(w, k) {
	case "foreseen", "planned", "scheduled", "envisaged", "intended", "set", "due", "slated", "programmed", "timed", "fixed", "expected":
		n := textAt(w, k+1)
		return n == "for" || n == "in" || n == "by" || n == "on" || n == "before" || n == "no"
	}
	return false
}

// meansToEn returns the word after "expects to", "intends to" and the like, by which who acts promises an act; 0 if there is none.
func meansToEn(w []wordEn) int {
	for k := 1; k+2 < len(w); k++ {
		switch w[k].text {
		case "expects", "expect", "intends", "intend", "plans", "plan", "proposes", "propose", "hopes", "hope", "aims", "aim", "undertakes", "undertake":
			if w[k+1].text == "to" && !stopEn[w[k-1].text] {
				return k + 2
			}
		}
	}
	return 0
}

// beingEn says whether something is in the course of being done: "are at present being rewritten".
func beingEn(w []wordEn, k int) bool {
	for j := k + 1; j < len(w) && j < k+6; j++ {
		switch t := w[j].text; {
		case t == "being":
			return true
		case t != "at" && t != "the" && t != "present" && t != "moment" && t != "now" && t != "still" && t != "just" && !adverbEn(t):
			return false
		}
	}
	return false
}

// sayingEn are verbs behind which "that" opens what is said.
var sayingEn = setEn("found decided said told announced confirmed concluded agreed stated ruled declared informed held recommended reported made")

// saidThatEn says whether the "that" at word k opens what somebody says: has told Parliament that there will be none.
func saidThatEn(w []wordEn, k int) bool {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if sayingEn[w[j].text] {
			return true
		}
	}
	return false
}

// saidPromiseEn returns the will or shall of what somebody has said by the auxiliary at word k: has told Parliament that there will be none; 0 if there is none.
func saidPromiseEn(w []wordEn, k int) int {
	if k < 0 || !sayingEn[textAt(w, k+1)] {
		return 0
	}
	for j := k + 2; j < len(w) && j < k+14 && w[j].text != "," && w[j].text != ";"; j++ {
		if w[j].text == "that" {
			for ; j < len(w) && j < k+20; j++ {
				if modalsEn[w[j].text] {
					return j
				}
			}
		}
	}
	return 0
}

// carriedOnEn says whether the verb at word k only carries on what is being done: Drafting will be taken forward.
func carriedOnEn(w []wordEn, k int) bool {
	switch n := textAt(w, k+1); textAt(w, k) {
	case "continue", "continued", "proceed", "resume", "resumed", "pursued":
		return true
	case "take", "taken", "carry", "carried", "go", "move", "push", "press", "moved", "pushed":
		return n == "forward" || n == "on" || n == "further" || n == "ahead"
	}
	return false
}

// onlyCarriedOnEn says whether promises only carry on what was begun.
func (v *view) onlyCarriedOnEn(parts []part) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	return !slices.ContainsFunc(parts, func(p part) bool {
		w := between(p.s.words, p.clause().start, p.clause().end)
		k := slices.IndexFunc(w, func(x wordEn) bool { return p.clause().verb != "" && lang.Stem(x.text) == p.clause().verb })
		return k < 0 || !carriedOnEn(w, k)
	})
}

// passiveObjectEn is what an act in the passive is done to, its subject: "A tunnel under the harbour will be designed"; "" where the verb at word k is none or its subject only points back.
func passiveObjectEn(s *sentence, w []wordEn, k, aux int) string {
	if aux < 1 || k <= aux {
		return ""
	}
	t := w[k].text
	if !(strings.HasSuffix(t, "ed") || lang.PastForm(t) || oddParticiplesEn[t] || strings.HasSuffix(t, "wn") || strings.HasSuffix(t, "en")) {
		return ""
	}
	be := false
	for j := aux; j < k; j++ {
		switch w[j].text {
		case "be", "been", "being", "is", "are", "was", "were":
			be = true
		}
	}
	if !be {
		return ""
	}
	from := 0
	for from < aux && (stopEn[w[from].text] || !wordRune([]rune(w[from].text)[0]) || numberEn(w[from].text) > 0) {
		from++
	}
	end := memberEndEn(w[:aux], from)
	if end <= from {
		return ""
	}
	return string(s.r[w[from].start:w[end-1].end])
}
