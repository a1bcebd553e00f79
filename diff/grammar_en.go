package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/schema"
)

// grammarEn reads English sentences. Without a dictionary of verbs it goes by what is closed: auxiliaries, subordinators, determiners, and the
// verbs of plans that cues/en.yaml lists for the place after "and".
var grammarEn = grammar{parse: parseEn, predicate: predicateEn, core: coreEn, heads: headsEn, features: featuresEn, gap: 10}

// wordEn is a word or mark of an English sentence, lower case.
type wordEn struct {
	text       string
	start, end int
}

// wordsEn cuts a sentence into words and marks.
func wordsEn(r []rune) []wordEn {
	var out []wordEn
	for i := 0; i < len(r); {
		if unicode.IsSpace(r[i]) {
			i++
			continue
		}
		j := i + 1
		if wordRune(r[i]) {
			for j < len(r) && (wordRune(r[j]) || (r[j] == '-' || r[j] == '.' || r[j] == ',') && j+1 < len(r) && wordRune(r[j+1]) && (r[j] == '-' || unicode.IsDigit(r[j+1]))) {
				j++
			}
		}
		out = append(out, wordEn{string(r[i:j]), i, j})
		i = j
	}
	return out
}

func setEn(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	modalsEn = setEn("will shall")
	// finiteEn are auxiliaries: where one stands, a clause has its predicate.
	finiteEn = setEn("cannot will shall was were has have had is are did does do can could may must should remains remain")
	beEn     = setEn("be been being is are was were has have had will shall not also then therefore now again further continue continues continued to on up jointly together accordingly still next first")
	// neverEn follow "never" where it only bounds a number: never after more than 30 days.
	neverEn = setEn("after longer over above below under")
	// phasesEn begin, keep up or repeat the act of the verb behind them: keep on dredging, begin to publish, go on with.
	phasesEn = setEn("go goes keep keeps carry begin begins start starts resume resumes cease stop")
	// lyVerbsEn end as adverbs do.
	lyVerbsEn = setEn("supply apply reply rely comply multiply fly imply ally rally tally assembly")
	// openersEn are what makes a clause subordinate when it opens it; the longest is tried first.
	openersEn = []struct {
		words []string
		kind  clauseKind
	}{
		{strings.Fields("in the light of"), reasonClause}, {strings.Fields("in light of"), reasonClause}, {strings.Fields("in view of"), reasonClause}, {strings.Fields("against the background of"), reasonClause}, {strings.Fields("on the basis of"), reasonClause},
		{strings.Fields("taking account of"), reasonClause}, {strings.Fields("taking into account"), reasonClause}, {strings.Fields("in response to"), reasonClause}, {strings.Fields("as a result of"), reasonClause}, {strings.Fields("in accordance with"), reasonClause}, {strings.Fields("in line with"), reasonClause},
		{strings.Fields("even though"), reasonClause}, {strings.Fields("even as"), reasonClause}, {strings.Fields("seeing that"), reasonClause}, {strings.Fields("considering"), reasonClause}, {strings.Fields("because of"), reasonClause}, {strings.Fields("thanks to"), reasonClause}, {strings.Fields("in spite of"), reasonClause}, {strings.Fields("notwithstanding"), reasonClause}, {strings.Fields("whereas"), reasonClause}, {strings.Fields("while"), reasonClause},
		{strings.Fields("even if"), ifClause}, {strings.Fields("as long as"), ifClause}, {strings.Fields("so long as"), ifClause}, {strings.Fields("for as long as"), ifClause}, {strings.Fields("as soon as"), ifClause}, {strings.Fields("by the time"), ifClause}, {strings.Fields("until"), ifClause}, {strings.Fields("wherever"), ifClause}, {strings.Fields("in case"), ifClause}, {strings.Fields("provided"), ifClause}, {strings.Fields("whether"), ifClause},
		{strings.Fields("now that"), reasonClause}, {strings.Fields("subject to"), reasonClause}, {strings.Fields("mindful of"), reasonClause}, {strings.Fields("conscious of"), reasonClause}, {strings.Fields("recognising"), reasonClause}, {strings.Fields("recognizing"), reasonClause}, {strings.Fields("building on"), reasonClause}, {strings.Fields("drawing on"), reasonClause}, {strings.Fields("based on"), reasonClause}, {strings.Fields("owing to"), reasonClause}, {strings.Fields("due to"), reasonClause}, {strings.Fields("given"), reasonClause}, {strings.Fields("because"), reasonClause}, {strings.Fields("since"), reasonClause}, {strings.Fields("following"), reasonClause}, {strings.Fields("after"), reasonClause}, {strings.Fields("having"), reasonClause}, {strings.Fields("with"), reasonClause}, {strings.Fields("although"), reasonClause}, {strings.Fields("though"), reasonClause}, {strings.Fields("despite"), reasonClause},
		{strings.Fields("in the event of"), ifClause}, {strings.Fields("if"), ifClause}, {strings.Fields("where"), ifClause}, {strings.Fields("when"), ifClause}, {strings.Fields("whenever"), ifClause}, {strings.Fields("once"), ifClause}, {strings.Fields("should"), ifClause}, {strings.Fields("unless"), ifClause},
		{strings.Fields("in order to"), purposeClause}, {strings.Fields("in order that"), purposeClause}, {strings.Fields("so that"), purposeClause}, {strings.Fields("so as to"), purposeClause}, {strings.Fields("with a view to"), purposeClause}, {strings.Fields("with the aim of"), purposeClause}, {strings.Fields("for the purpose of"), purposeClause}, {strings.Fields("to"), purposeClause},
		{strings.Fields("as"), reasonClause},
	}
	// notOpenersEn: words after "as" that make an adverbial of it and no clause.
	notAfterAsEn = setEn("planned scheduled in part well before agreed follows foreseen intended usual necessary required appropriate a an the soon far of hitherto announced promised and yet under")
)

// openerAt says what kind of clause opens at word i. "as the" opens one where it stands behind a comma or at the start and a verb follows;
// that it has a finite verb is checked by the caller.
func openerAt(w []wordEn, i int) (clauseKind, bool) {
next:
	for _, o := range openersEn {
		for k, x := range o.words {
			if i+k >= len(w) || w[i+k].text != x {
				continue next
			}
		}
		if o.words[0] == "as" && i+1 < len(w) && notAfterAsEn[w[i+1].text] && w[i+1].text != "the" && w[i+1].text != "a" && w[i+1].text != "an" {
			return 0, false
		}
		return o.kind, true
	}
	return 0, false
}

// parseEn cuts a sentence into clauses, reads their predicates and says what kind of sentence it is.
func parseEn(rd *reader, s *sentence) {
	w := wordsEn(s.r)
	s.words = w
	verbs := map[int]bool{}
	for _, h := range s.hits {
		if h.cue == "verb" {
			verbs[h.start] = true
		}
	}
	formVerbsEn(s, w, verbs)
	cutEn(s, w, verbs)
	s.marksEn(w)
	for i := range s.clauses {
		s.readClauseEn(w, i, verbs)
		if n := between(w, s.clauses[i].start, s.clauses[i].end); i > 0 && textAt(n, 0) == "but" {
			s.clauses[i-1].contrast = true
		}
	}
	if s.column == schema.Results {
		s.marksNoneStill(w)
	}
	s.needOnlyEn()
	s.lists = listsEn(s, w, verbs)
	text := strings.TrimSpace(string(s.r))
	s.joins = s.startsWith("continues", 0)
	s.follows = s.startsWith("follows", 0) || s.joins
	s.self = s.has("this-measure", 0, len(s.r)) || s.column == schema.NextPlan && s.saysHereEn()
	for i := range s.clauses {
		if c := &s.clauses[i]; c.kind == mainClause && c.tense == planned {
			s.permits = !s.promises && c.permits || s.permits && c.permits
			s.promises = true
		}
	}
	if k := promisedInRelativeEn(w); k > 0 && s.column == schema.NextPlan && !s.promises {
		if c := s.clauseAt(w[k].start); c.kind == mainClause {
			c.tense, s.promises = planned, true
			c.readVerbEn(s, w, k+1, k, verbs)
		}
	}
	if s.endsIn("stative") {
		s.promises = false
	}
	// what a plan says of the world before it promises anything is no commitment either
	s.leadIn = s.has("lead-in", 0, len(s.r)) || strings.HasSuffix(text, ":") || s.column == schema.Plan && !s.promises
}

// readClauseEn fills tense, negation, verb, object and stage of a clause.
func (s *sentence) readClauseEn(all []wordEn, i int, verbs map[int]bool) {
	c := &s.clauses[i]
	w := between(all, c.start, c.end)
	if i == 0 && len(w) > 3 && w[0].text == "(" && w[2].text == ")" {
		w = w[3:] // (a) pay for officers
	}
	aux := -1
	told, denied := false, -1
	relative := false // within "which has proved popular": its auxiliary is not the clause's
	for k, x := range w {
		switch {
		case x.text == "which" || x.text == "who" || x.text == "whose" || x.text == "that" && k > 0 && w[k-1].text != "so" || k > 0 && (x.text == "whether" || x.text == "how" || x.text == "why" || x.text == "where" && s.column != schema.Results):
			relative = true
		case pronounsEn[x.text] && k > 2 && !relative && !stopEn[w[k-1].text] && wordRune([]rune(w[k-1].text)[0]) && (finiteEn[textAt(w, k+1)] && !modalsEn[textAt(w, k+1)]) && slices.ContainsFunc(w[k+2:], func(y wordEn) bool { return modalsEn[y.text] }):
			relative = true // the volunteers they have trained will
		case x.text == ",":
			relative, told = false, false
		case (x.text == "have" || x.text == "be") && k > 0 && modalsEn[w[k-1].text] && told: // those who live alone will have: one predicate
		case modalsEn[x.text] && relative && !told && s.column != schema.Results && whoEndsEn(w[:k]): // a student who complains will be heard
			aux = k
		case finiteEn[x.text] && relative && !told:
			told = true // the relative clause's own
		case finiteEn[x.text] && (!relative || told || modalsEn[x.text] || x.text == "is" || x.text == "are"):
			aux = k // told: 2,870 who had no address were referred
		}
		if told && (x.text == "not" || x.text == "never") {
			denied = k
		}
		if aux >= 0 {
			break
		}
	}
	if k := subjectClauseEn(w); k > aux && aux >= 0 && s.column != schema.Results {
		aux = k // Where deer have broken through will be noted
	}
	if k := saidPromiseEn(w, aux); k > 0 && s.column == schema.NextPlan {
		aux = k
	}
	order := s.column != schema.Results && i == 0 && s.ordersEn(w, verbs)
	if order {
		aux = -1
	}
	coordinated := aux < 0 && s.column != schema.Results && i > 0 && c.kind == mainClause && s.clauses[i-1].kind == mainClause && s.clauses[i-1].tense == planned && textAt(w, 0) == "and" && len(w) > 2 && verbs[w[1].start] && subordinatesEn[w[2].text] // and study whether a test is wanted
	if aux < 0 && !order && !coordinated && !(s.column != schema.Results && i == 0 && len(w) > 0 && verbs[w[0].start]) {                                                                                                                                   // "Keep the list of ports that may be used": the order has none
		aux = slices.IndexFunc(w, func(x wordEn) bool { return finiteEn[x.text] })
	}
	if aux >= 0 && s.column != schema.Results && !modalsEn[w[aux].text] { // a clause that no opener tells: what is promised stands behind its comma
		comma := false
		for k := aux + 1; k < len(w); k++ {
			if comma = comma || w[k].text == "," || w[k].text == ":"; comma && modalsEn[w[k].text] && !relativesEn[textAt(w, k-1)] {
				aux = k
				break
			}
		}
	}
	if aux >= 0 && aux < 2 && w[aux].text == "have" && i > 0 && s.clauses[i-1].tense == planned && s.clauses[i-1].kind == mainClause && (aux == 0 || w[0].text == "and") && objectsEn[textAt(w, aux+1)] {
		aux = -1 // and have them online by then
	}
	inside := relativeWordsEn(w, aux)
	for k, x := range w {
		if inside[k] {
			continue
		}
		switch x.text {
		case "not", "never", "neither", "nor", "cannot":
			if x.text == "never" && neverEn[textAt(w, k+1)] {
				s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { return h.cue == "not-reached" && h.start == x.start })
				continue // and never after more than 30
			}
			if s.column == schema.Results && butNotEn(w, k) {
				if !butWhenEn(w, k) {
					s.hits = append(s.hits, hit{"told-part", w[k-1].start, w[min(k+2, len(w)-1)].end})
				}
				continue // reached food packers but not packers of detergents
			}
			if p := textAt(w, k-1); p == "or" || p == "and" && k > 1 || k == denied {
				continue // whether or not; a further predicate; who have not attended
			}
			n := textAt(w, k+1)
			if x.text == "never" && (n == "after" || n == "above" || n == "below" || n == "over" || n == "beyond" || n == "longer") {
				continue // and never after more than 30
			}
			c.negated = c.negated || n != "only" && n != "later" && n != "fewer" && n != "less" && n != "more" && n != "just"
		case "no", "nobody", "none", "nothing":
			if x.text == "nothing" && spareEn[textAt(w, k-1)] {
				continue // they lost nothing
			}
			if p := textAt(w, k-1); x.text == "no" && textAt(w, k+1) == "matter" || p == "and" && k > 1 && textAt(w, k+1) == "longer" || p == "at" || p == "with" || p == "of" || p == "in" || p == "to" || p == "for" || p == "by" || p == "under" {
				continue // at no cost
			}
			n, than := textAt(w, k+1), textAt(w, k+2) == "than" // no more than ten
			if s.column == schema.Results && x.text == "no" && k > 1 && (troubleEn[n] || troubleEn[textAt(w, k+2)]) {
				continue // and saw no legal obstacle
			}
			c.negated = c.negated || n != "later" && !((n == "fewer" || n == "less" || n == "more") && than)
		}
	}
	verb := -1
	switch at := noChangeEn(w); {
	case i == 0 && s.column == schema.NextPlan && at > 0:
		c.tense, c.negated, c.permits, verb = planned, false, true, at
		s.hits = append(s.hits, hit{"again", w[0].start, w[at-1].end})
	case aux >= 0 && modalsEn[w[aux].text]:
		c.tense, verb = planned, aux+1
	case s.column != schema.Results && c.kind == mainClause && !c.negated && targetSaidEn(w, aux):
		c.tense, verb, c.permits = planned, aux+1, s.column == schema.NextPlan // The target for 2025 is 500 midwives
	case aux > 0 && s.column == schema.NextPlan && c.kind == mainClause && !c.negated && countOnEn(w, aux):
		c.tense, verb, c.permits = planned, aux+1, true // An answer within two days is what associations can count on
	case aux > 0 && s.column == schema.NextPlan && c.kind == mainClause && !c.negated && w[aux].text == "should" && textAt(w, aux+1) == "be" && !saidOfEn[textAt(w, aux+2)] && !s.has("outcome", 0, len(s.r)):
		c.tense, verb = planned, aux+1 // In the coming year too, 40 cases should be brought to court
	case aux >= 0 && s.column == schema.NextPlan && textAt(w, aux+1) == "expected" && textAt(w, aux+2) == "to" && !c.negated && s.datedEn(c):
		c.tense, verb = planned, aux+3 // is expected to come before Parliament in autumn 2025
	case aux >= 0 && s.column != schema.Results && slices.Contains([]string{"expected", "likely", "thought", "feared", "known"}, textAt(w, aux+1)):
		c.tense, verb = past, aux+1 // what the world is expected to do
	case aux > 0 && s.column == schema.NextPlan && c.negated && strings.HasPrefix(w[aux].text, "remain") && textAt(w, aux+1) == "to":
		c.tense, verb = past, aux+2 // nothing remains to be done
	case aux >= 0 && (w[aux].text == "is" || w[aux].text == "are") && isToEn(w, aux) > 0:
		c.tense, verb = planned, isToEn(w, aux) // is now to be
	case aux >= 0 && (textAt(w, aux+1) == "to" || textAt(w, aux+2) == "to" && !indefiniteEn[w[0].text] && !(s.column == schema.NextPlan && changedNowEn(w, aux)) && strings.HasSuffix(textAt(w, aux+1), "ed") && (w[aux].text == "is" || w[aux].text == "are")):
		c.tense, verb = planned, aux+2 // is to be, is expected to
	case s.column != schema.Results && foreseenEn(w, aux):
		c.tense, verb = planned, aux+1
	case s.column == schema.NextPlan && c.kind == mainClause && !c.negated && thereForEn(w, aux):
		c.tense, verb, c.permits = planned, aux+1, true // the course is there for every guard
	case s.column == schema.NextPlan && c.kind == mainClause && !c.negated && onProgrammeEn(w, aux) > 0:
		c.tense, verb, c.permits = planned, onProgrammeEn(w, aux), true // the count is again on the programme
	case aux >= 0 && (w[aux].text == "is" || w[aux].text == "are") && (s.cueAt("under-way", w, aux+1) || beingEn(w, aux) || strings.HasSuffix(textAt(w, aux+1), "ing")),
		aux >= 0 && (w[aux].text == "has" || w[aux].text == "have") && textAt(w, aux+1) == "been" && strings.HasSuffix(textAt(w, aux+2), "ing"),
		s.column == schema.Results && liesWithEn(w, aux),
		aux >= 0 && (w[aux].text == "remains" || w[aux].text == "remain"):
		c.tense, verb = ongoing, aux+1
		if n := textAt(w, aux+1); s.column == schema.NextPlan && !s.has("stop", 0, c.start) && (n == "available" || n == "open" || n == "in" || n == "on") {
			c.tense = planned // the advice remains available
		} else if s.column == schema.NextPlan && strings.HasPrefix(w[aux].text, "remain") && (n == "unchanged" || n == "free" || n == "as" || n == "possible" || n == "at" || n == "the" && usualEn[textAt(w, aux+2)]) {
			c.tense, c.permits = planned, true // a hearing within three months remains the standard
		}
	case s.column == schema.NextPlan && c.kind == mainClause && !c.negated && aux > 0 && (w[aux].text == "have" || w[aux].text == "has") && (textAt(w, aux+1) == "a" || textAt(w, aux+1) == "the") && textAt(w, aux+2) == "right":
		c.tense, verb, c.permits = planned, aux+1, true // foster parents have a right to
	case s.column == schema.NextPlan && c.kind == mainClause && !c.negated && changedNowEn(w, aux):
		c.tense, verb = planned, aux+1 // sponsorship is thrown open to all
		s.marksChangedEn(w, aux)
	case s.column == schema.NextPlan && c.kind == mainClause && s.doneByEn(w, aux):
		c.tense, verb = planned, aux+1 // is kept by the Registry: so it is from then on
	case s.column == schema.NextPlan && c.kind == mainClause && aux >= 0 && (w[aux].text == "may" || w[aux].text == "can") && !c.negated:
		c.tense, verb, c.permits = planned, aux+1, true // Owners may ring the desk
	case s.column == schema.NextPlan && s.datedStateEn(c, w, aux):
		c.tense, verb = planned, aux+1 // the launch has been set for June
	case aux >= 0:
		c.tense, verb = past, aux+1 // also of states: what is, is no promise
		if s.column == schema.NextPlan && s.has("postpone", c.start, c.end) {
			c.tense = planned // The deadline has been put back: it is to be done still
		}
	case i > 0 && s.clauses[i-1].kind == mainClause && c.kind == mainClause:
		c.tense, verb = s.clauses[i-1].tense, 0
		if c.tense == ongoing && s.column != schema.Results {
			c.tense = past
		}
	case s.column == schema.Results:
		c.tense, verb = past, 0
	case c.kind == mainClause && s.column == schema.NextPlan && slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "goes" || x.text == "continues" }):
		c.tense, verb = planned, 0 // Monitoring goes on: said of the year to come
	case c.kind == mainClause && s.column == schema.NextPlan && turnsIntoEn(w) > 0:
		c.tense, verb = planned, turnsIntoEn(w)
	case c.kind == mainClause && meansToEn(w) > 0:
		c.tense, verb = planned, meansToEn(w)
	case c.kind == mainClause && s.column == schema.NextPlan && hopedEn(w) > 0:
		c.tense, verb = planned, hopedEn(w) // We expect the catalogue to be online
	case c.kind == mainClause && i == 0 && s.column != schema.Results && (s.column == schema.NextPlan && nominalEn(w) || telegraphEn(w, verbs) && !verbs[w[0].start]):
		c.tense, verb, c.permits = planned, 0, true // Payment of grants to shops
	case c.kind == mainClause && s.statesEn(w, verbs):
		c.tense, verb = past, 0
	default:
		c.tense, verb = planned, 0 // a bullet: Continue to publish …
	}
	if verb < 0 || verb >= len(w) {
		return
	}
	c.readVerbEn(s, w, verb, aux, verbs)
	if c.negated && s.column == schema.Results && c.kind == mainClause && len(w) > 0 { // "No evenings were held"
		if s.goodNewsEn(c, w) {
			c.negated = false
		} else if t := w[0].text; t == "no" || t == "none" || t == "neither" || t == "nobody" || t == "nothing" || (t == "and" || t == "but") && (textAt(w, 1) == "no" || textAt(w, 1) == "none" || textAt(w, 1) == "nothing" || textAt(w, 1) == "nobody") && !slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "than" }) {
			s.hits = append(s.hits, hit{"not-reached", w[0].start, w[len(w)-1].end})
		}
	}
}

// cueAt says whether a cue word of that class begins at word k.
func (s *sentence) cueAt(cue string, w []wordEn, k int) bool {
	return k < len(w) && slices.ContainsFunc(s.hits, func(h hit) bool { return h.cue == cue && h.start == w[k].start })
}

// statesEn says whether a clause without auxiliary states something: it opens with its subject.
func (s *sentence) statesEn(w []wordEn, verbs map[int]bool) bool {
	if decidesEn(w) {
		return true
	}
	if s.mark == "" && len(w) > 5 && !verbs[w[0].start] && w[0].text != "(" && !strings.HasSuffix(w[0].text, "ly") {
		return true // a whole sentence that begins with its subject: Heating accounts for …
	}
	switch textAt(w, 0) {
	case "the", "a", "an", "this", "these", "it", "they", "no", "nothing", "there", "responsibility", "his", "her", "its", "their":
		return true
	}
	for _, x := range w {
		switch x.text {
		case "ends", "ended", "expires", "expired", "passes", "passed", "lapses", "lapsed", "closes":
			return true
		}
	}
	return false
}

func between(w []wordEn, start, end int) []wordEn {
	a := slices.IndexFunc(w, func(x wordEn) bool { return x.start >= start })
	if a < 0 {
		return nil
	}
	b := a
	for b < len(w) && w[b].end <= end {
		b++
	}
	return w[a:b]
}
