package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
	"plandiff/schema"
)

// thereforesEn are the words behind a comma that make a reason of what stands before them.
var thereforesEn = [][]string{strings.Fields("for that reason"), strings.Fields("for this reason"), strings.Fields("which is why"), strings.Fields("that is why"), strings.Fields("this is why"), strings.Fields("on that account"), {"therefore"}, {"accordingly"}, {"hence"}, {"consequently"}, {"so"}}

// thereforeEn is how many words at i, behind a comma, say that what follows is done because of what went before: ", and for that reason"; 0 if none.
func thereforeEn(w []wordEn, i int) int {
	if i == 0 || w[i-1].text != "," && w[i-1].text != ";" {
		return 0
	}
	and := 0
	if w[i].text == "and" {
		and = 1
	}
next:
	for _, t := range thereforesEn {
		for k, x := range t {
			if textAt(w, i+and+k) != x {
				continue next
			}
		}
		if n := and + len(t); t[0] != "so" || and == 1 && textAt(w, i+n) != "on" && textAt(w, i+n) != "that" && textAt(w, i+n) != "as" && textAt(w, i+n) != "far" && textAt(w, i+n) != "forth" {
			return n
		}
	}
	return 0
}

// cutEn finds the clauses: subordinate ones at the start and behind commas, and coordinated predicates.
func cutEn(s *sentence, w []wordEn, verbs map[int]bool) {
	start, kind := 0, mainClause
	end := func(at int, next clauseKind) { // the clause ends where word at begins
		to := len(s.r)
		if at < len(w) {
			to = w[at].start
		}
		from := 0
		if n := len(s.clauses); n > 0 {
			from = s.clauses[n-1].end
		}
		if to > from {
			s.clauses = append(s.clauses, clause{start: from, end: to, kind: kind})
		}
		start, kind = at, next
	}
	first := 0
	if len(w) > 3 && w[0].text == "(" && w[2].text == ")" {
		first = 3 // (a) Once …
	}
	if at := openingTimeEn(w); at > 0 {
		first = at
	}
	if k, ok := openerAt(w, first); ok && !(first == 3 && s.column != schema.Results && w[first].text == "to") { // (a) to publish, quarterly, figures: a point
		if at := closeEn(w, first); at > 0 {
			kind = k
			end(at, mainClause)
		}
	}
	if at := absoluteEn(w); at > 0 && start == 0 {
		kind = reasonClause
		end(at, mainClause)
	}
	for i := start; i < len(w); i++ {
		prev := ""
		if i > 0 {
			prev = w[i-1].text
		}
		if i == start {
			continue
		}
		if n := thereforeEn(w, i); n > 0 && start == 0 && s.column != schema.Results && !slices.ContainsFunc(w[:i], func(x wordEn) bool { return modalsEn[x.text] }) {
			kind = reasonClause
			end(i+n, mainClause)
			continue
		}
		switch {
		case w[i].text == ";":
			end(i+1, mainClause)
		case w[i].text == ":" && s.column == schema.NextPlan && i > start+2 && colonEn(w, start, i):
			end(i+1, mainClause)
		case s.column != schema.Results && prev == "," && w[i].text == "and" && ellipsisEn(w, start, i):
			end(i, mainClause)
		case s.column != schema.Results && prev != "," && w[i].text == "and" && ellipsisEn(w, start, i) && (s.column == schema.NextPlan && pronounAfterEn(w, i) || determinersEn[textAt(w, i+1)] && textAt(w, i+1) != "a"):
			end(i, mainClause)
		case s.column == schema.NextPlan && prev == "," && w[i].text == "and" && participleFollows(w, i+1) && passiveEn(w[start:i]):
			end(i, mainClause)
		case prev == "," || w[i].text == "because" || w[i].text == "so" && textAt(w, i+1) == "that" || w[i].text == "in" && textAt(w, i+1) == "order" || w[i].text == "with" && textAt(w, i+1) == "a" && textAt(w, i+2) == "view":
			if prev == "," && trailingAbsoluteEn(w, i) {
				end(i, reasonClause)
				i = len(w) - 1
				continue
			}
			if k, ok := openerAt(w, i); ok && w[i].text != "to" && w[i].text != "with" && (w[i].text != "as" || hasFinite(w, i+1)) {
				end(i, k)
				if at := closeEn(w, i); at > 0 {
					end(at, mainClause)
					i = at - 1
				}
				continue
			}
			if w[i].text == "and" && s.column == schema.Results && prev == "," && pastFollows(w, i+1) {
				end(i, mainClause)
				continue
			}
			if notOnlyEn(w, i) && onlyBeforeEn(w, start, i) {
				continue
			}
			if w[i].text == "and" && i+1 < len(w) && (w[i+1].text == "since" || w[i+1].text == "because" || w[i+1].text == "although" || w[i+1].text == "given") { // and since early knowledge protects
				end(i, reasonClause)
				if at := closeEn(w, i+1); at > 0 {
					end(at, mainClause)
					i = at - 1
				}
				continue
			}
			if (w[i].text == "and" || w[i].text == "but" || w[i].text == "while" || w[i].text == "whereas") && (predicateFollows(w, i+1, verbs, prev == ",") || w[i].text != "and" && hasFinite(w, i+1) && !notOnlyEn(w, i)) {
				end(i, mainClause)
			}
		case s.column == schema.Results && w[i].text == "and" && !numberAndEn(w, i) && participleFollows(w, i+1) && !s.has("part-strong", w[start].start, w[i].start):
			end(i, mainClause)
		case notOnlyEn(w, i) && onlyBeforeEn(w, start, i):
		case w[i].text == "but" && s.column == schema.Results && i+2 < len(w) && (strings.HasSuffix(w[i+1].text, "ed") || lang.PastForm(w[i+1].text)) && hasFinitePast(w[start:i]):
			end(i, mainClause)
		case betweenEn(w, i) || s.nameAndEn(w, i) || numberAndEn(w, i):
		case (w[i].text == "and" || w[i].text == "but" || w[i].text == "or") && predicateFollows(w, i+1, verbs, false) && (w[i].text != "and" || !subjectsEn(w, start, i, verbs)):
			if w[i].text != "or" {
				end(i, mainClause)
			}
		}
	}
	end(len(w), mainClause)
	if len(s.clauses) == 0 {
		s.clauses = []clause{{end: len(s.r)}}
	}
	s.clauses[len(s.clauses)-1].end = len(s.r)
}

// timesEn are the words by which an opening phrase is one of time.
var timesEn = setEn("year years month months week weeks quarter period season seasons term future before past usual spring summer autumn winter")

// openingTimeEn is the word after the comma that closes an opening phrase of time without a verb: "In the coming year,", "As before,"; 0 if
// the sentence opens otherwise. Such a phrase is no clause, no act and no member of a list.
func openingTimeEn(w []wordEn) int {
	switch textAt(w, 0) {
	case "in", "during", "over", "from", "by", "for", "throughout", "within", "as", "until", "next", "this":
	default:
		return 0
	}
	time := false
	for i := 1; i < len(w) && i < 9; i++ {
		switch t := w[i].text; {
		case t == ",":
			if time {
				return i + 1
			}
			return 0
		case finiteEn[t] || t == "and" || relativesEn[t]:
			return 0
		default:
			time = time || timesEn[t] || t[0] == '2' || t[0] == '1'
		}
	}
	return 0
}

// subjectsEn says whether the "and" at word i joins two subjects, since the clause from word start on has no predicate yet: "The timetables
// and the positions of buses will be published".
func subjectsEn(w []wordEn, start, i int, verbs map[int]bool) bool {
	for k := i - 1; k > start; k-- { // a map on which faults in the high-voltage and medium-voltage networks are shown: within a relative clause
		if relativesEn[w[k].text] && !finiteEn[textAt(w, k+1)] {
			start = k + 1
			break
		}
		if finiteEn[w[k].text] || w[k].text == ";" {
			break
		}
	}
	for k := start; k < i; k++ {
		if k == i-1 && k > start+1 && strings.HasSuffix(w[k].text, "ed") && !stopEn[w[k-1].text] && slices.ContainsFunc(w[i:], func(x wordEn) bool { return modalsEn[x.text] }) {
			continue // the method used and the instructions will be
		}
		if finiteEn[w[k].text] || verbs[w[k].start] || strings.HasSuffix(w[k].text, "ed") && !strings.HasSuffix(w[k].text, "eed") || lang.PastForm(w[k].text) {
			return false
		}
	}
	next := textAt(w, i+1)
	return !finiteEn[next] && next != "to" && !verbs[w[min(i+1, len(w)-1)].start]
}

// notOnlyEn says whether the "but" at word i belongs to "not only … but also", which joins nouns, or to "all but".
func notOnlyEn(w []wordEn, i int) bool {
	return w[i].text == "but" && (textAt(w, i+1) == "also" || textAt(w, i-1) == "all")
}

// onlyBeforeEn says whether "not only", "not just" or the like stands between two words.
func onlyBeforeEn(w []wordEn, from, to int) bool {
	if to > 0 && w[to-1].text == "all" {
		return true
	}
	for k := from; k+1 < to; k++ {
		if n := w[k+1].text; w[k].text == "not" && (n == "only" || n == "just" || n == "merely" || n == "simply" || n == "solely") {
			return true
		}
	}
	return false
}

// absoluteEn returns the word after the comma that closes an opening such as "The move having been completed,"; 0 if there is none.
func absoluteEn(w []wordEn) int {
	having := false
	for i, x := range w {
		switch {
		case x.text == "having" || x.text == "being" && i > 0 && i < 6:
			having = true
		case x.text == "," && having:
			return i + 1
		case x.text == "," || finiteEn[x.text]:
			return 0
		}
	}
	return 0
}

// trailingAbsoluteEn says whether a reason without a finite verb ends a sentence from word i on, with a subject of its own: "…, the Fire Service having withdrawn its officers".
func trailingAbsoluteEn(w []wordEn, i int) bool {
	for j := i + 1; j < len(w) && j < i+8; j++ {
		switch t := w[j].text; {
		case t == "having":
			return (determinersEn[w[i].text] || w[i].text == "that" || w[i].text == "all" || w[i].text == "no" || j == i+1 && !stopEn[w[i].text]) && !slices.ContainsFunc(w[j:], func(x wordEn) bool { return modalsEn[x.text] || x.text == "," })
		case t == "," || finiteEn[t] || relativesEn[t] || t == "of" && j > i+5:
			return false
		}
	}
	return false
}

func textAt(w []wordEn, i int) string {
	if i < 0 || i >= len(w) {
		return ""
	}
	return w[i].text
}

// closeEn returns the word after the comma that closes the subordinate clause opened at word i: the last comma before the first will or
// shall, else the first comma; 0 if there is none.
func closeEn(w []wordEn, i int) int {
	first, last := 0, 0
	for j := i + 1; j < len(w); j++ {
		switch {
		case w[j].text == ";":
			return first
		case w[j].text == ",":
			if first == 0 {
				first = j + 1
			}
			last = j + 1
		case modalsEn[w[j].text] && last > 0:
			return last
		case modalsEn[w[j].text] && j > i+3 && first == 0 && phraseOpenersEn[w[i].text]:
			return 0 // In response to this interest a digest will be published, in the same form
		}
	}
	return first
}

// pastFollows says whether a subject with a past form follows, as results tell what came of an act: ", and 23 families asked for more".
func pastFollows(w []wordEn, i int) bool {
	for j := i + 1; j < len(w) && j < i+8; j++ {
		switch t := w[j].text; {
		case t == "," || t == ";" || t == "and" || finiteEn[t] || relativesEn[t]:
			return false
		case t == "no" && textAt(w, j+1) == "longer" && j > i:
			return true
		case (strings.HasSuffix(t, "ed") && len(t) > 4 || lang.PastForm(t)) && (!stopEn[w[j-1].text] || w[j-1].text == "they" || w[j-1].text == "it"):
			return j+1 < len(w) && textAt(w, j+1) != "by"
		}
	}
	return false
}

// participleFollows says whether a further act follows that shares the auxiliary of the one before: "was printed in large type and recorded on disc". What
// stands before a noun is an attribute (old and damaged boats), and what comes at the end a member of a list of acts.
func participleFollows(w []wordEn, i int) bool {
	for i < len(w) && adverbEn(w[i].text) {
		i++
	}
	t, n := textAt(w, i), textAt(w, i+1)
	if !(strings.HasSuffix(t, "ed") && len(t) > 4 || lang.PastForm(t)) {
		return false
	}
	switch n {
	case "on", "in", "to", "at", "from", "for", "with", "into", "by", "through", "during", "after", "over":
		return true
	}
	return false
}

// nounsEn are verbs of plans that are nouns before who or what acts: track workers, plant managers, supply ships.
var nounsEn = setEn("track plant process store stock land water staff work lead support supply survey transfer trade post print record test sample show patrol")

// compoundEn says whether the verb form at word i is the first half of a noun.
func compoundEn(w []wordEn, i int) bool {
	n := textAt(w, i+1)
	if !nounsEn[w[i].text] {
		return false
	}
	if n == "material" || n == "health" || n == "life" || n == "stock" || n == "waste" || n == "quality" || n == "use" || n == "equipment" || n == "machinery" || w[i].text == "plant" && (n == "pests" || n == "products" || n == "diseases" || n == "disease" || n == "protection" || n == "varieties" || n == "species") {
		return true
	}
	for _, e := range []string{"ers", "ors", "men", "women", "staff", "crews", "teams", "boats", "ships", "vehicles", "dogs"} {
		if strings.HasSuffix(n, e) {
			return true
		}
	}
	return false
}

// hasFinite says whether a finite auxiliary or a past form follows before the next comma.
func hasFinite(w []wordEn, i int) bool {
	for ; i < len(w) && w[i].text != "," && w[i].text != ";"; i++ {
		if finiteEn[w[i].text] || strings.HasSuffix(w[i].text, "ed") || strings.HasSuffix(w[i].text, "s") && i > 0 && !strings.HasSuffix(w[i].text, "ss") {
			return true
		}
	}
	return false
}

// predicateFollows says whether a predicate begins behind "and": an auxiliary, "to" with a verb, a listed verb, or, behind a comma or before a
// determiner, a subject of its own with an auxiliary.
func predicateFollows(w []wordEn, i int, verbs map[int]bool, comma bool) bool {
	for i < len(w) && (strings.HasSuffix(w[i].text, "ly") || w[i].text == "also" || w[i].text == "then" || w[i].text == "no" && textAt(w, i+1) == "longer" || w[i].text == "longer") {
		i++
	}
	if textAt(w, i) == "," { // and, failing that, see
		for k := i + 1; k < len(w) && k < i+6; k++ {
			if w[k].text == "," {
				i = k + 1
				break
			}
		}
	}
	t := textAt(w, i)
	if t == "" {
		return false
	}
	if finiteEn[t] || t == "to" && i+1 < len(w) && verbs[w[i+1].start] {
		return true
	}
	if verbs[w[i].start] && !compoundEn(w, i) {
		// a noun of the same form has no object: "advice and support."
		n := textAt(w, i+1)
		return n != "" && n != "." && n != "," && n != "and" && n != "of" && n != "for" && !finiteEn[n]
	}
	relative := false
	for j := i + 1; j < len(w) && j < i+20; j++ {
		switch x := w[j].text; {
		case x == "," || x == ";" || x == "and":
			return false
		case x == "that" || x == "who" || x == "which" || x == "whose":
			relative = true
		case modalsEn[x] && comma, comma && relative && (x == "may" || x == "can" || x == "must"), finiteEn[x] && !relative && (j < i+9 || comma && j < i+14):
			return true
		}
	}
	return false
}

// phraseOpenersEn open a phrase without a predicate, so that the first will or shall is that of the promise.
var phraseOpenersEn = setEn("in following after despite given owing due based building drawing subject notwithstanding because thanks")

// hasFinitePast says whether words hold a past form or an auxiliary: the bus ran all year.
func hasFinitePast(w []wordEn) bool {
	for _, x := range w {
		if finiteEn[x.text] || strings.HasSuffix(x.text, "ed") || lang.PastForm(x.text) {
			return true
		}
	}
	return false
}

// betweenEn says whether the "and" at word i closes a "between": between May and July the warning was seen.
func betweenEn(w []wordEn, i int) bool {
	if w[i].text != "and" {
		return false
	}
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if w[k].text == "between" {
			return true
		}
		if finiteEn[w[k].text] && w[k].text != "may" || w[k].text == "," || w[k].text == "and" {
			return false
		}
	}
	return false
}

// passiveEn says whether words promise what is to be done to something: texts will be read.
func passiveEn(w []wordEn) bool {
	for k := 1; k < len(w); k++ {
		if w[k].text == "be" && modalsEn[w[k-1].text] {
			return true
		}
	}
	return false
}

// nameAndEn says whether the "and" at word i stands within a name: the Department for Work and Pensions.
func (s *sentence) nameAndEn(w []wordEn, i int) bool {
	if w[i].text != "and" || i < 2 || i+1 >= len(w) {
		return false
	}
	raw := []rune(s.Text)
	upper := func(k int) bool { return w[k].start < len(raw) && unicode.IsUpper(raw[w[k].start]) }
	if !upper(i-1) || !upper(i+1) {
		return false
	}
	for k := i - 2; k >= 0 && k > i-7; k-- {
		if upper(k) {
			return true
		}
		if t := w[k].text; t != "of" && t != "for" && t != "," && t != "the" {
			return false
		}
	}
	return false
}

// colonEn says whether the colon at word i closes a statement that is no promise, and a promise follows: What is left is upkeep: lost cards will be replaced.
func colonEn(w []wordEn, start, i int) bool {
	modal := func(x wordEn) bool { return modalsEn[x.text] }
	return slices.ContainsFunc(w[start:i], func(x wordEn) bool { return finiteEn[x.text] }) && !slices.ContainsFunc(w[start:i], modal) && slices.ContainsFunc(w[i:], modal)
}

// numberAndEn says whether the "and" at word i stands within a number: a hundred and twenty.
func numberAndEn(w []wordEn, i int) bool {
	t := textAt(w, i-1)
	return w[i].text == "and" && (t == "hundred" || t == "thousand") && numberEn(textAt(w, i+1)) > 0
}
