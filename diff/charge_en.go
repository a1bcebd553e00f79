package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// Who is in charge of a measure, read off who a sentence makes its keeper and not off a list of sayings: "now falls to the Veterinary Agency", "the Migration Office takes the
// line into its care".

var (
	// toBodyEn are verbs that bring a measure to the body named behind to.
	toBodyEn = setEn("falls fall fell fallen belongs belong belonged goes go gone went passes pass passed comes come came moves moved transfers transferred handed given made ceded devolved assigned attached allotted allocated entrusted left up switched shifted reassigned migrated over brought delegated returned owed")
	// givesAwayEn are those of them by which things and cases are sent on day by day as well.
	givesAwayEn = setEn("passed handed given transferred moved brought returned go goes come comes made left")
	// withBodyEn are verbs by which it is said to be with a body.
	withBodyEn = setEn("lies lie rests rest sits sit lodged vested placed resides located housed based remit responsibility")
	// underBodyEn are those by which it is put under one.
	underBodyEn = setEn("put placed brought comes come came falls fall runs run moved transferred subordinated subject")
	// ofBodyEn are the nouns by which it is said to be a body's.
	ofBodyEn = setEn("task tasks business concern duty duties responsibility matter remit job charge hands hand care keeping province competence purview jurisdiction lap mandate portfolio domain preserve that gift affair books account favour commitments commitment measures items plan programme list chapter section pages competences obligations undertakings")
	// runsEn are finite verbs of being at the head of a measure.
	runsEn = setEn("runs operates manages handles administers performs conducts looks sees answers steps deals continues attends organises organizes leads heads staffs undertakes discharges keeps")
	// runByEn are participles of the same.
	runByEn = setEn("run managed handled operated led administered performed conducted undertaken dealt looked seen attended borne carried continued organised organized staffed overseen discharged headed")
	// putInChargeEn follow "has been" where a body is put in charge.
	putInChargeEn = setEn("entrusted charged tasked responsible answerable competent accountable invested")
	// taking on.
	assumesEn = setEn("assumes assumed assume inherits inherited inherit succeeds succeeded succeed relieves relieved relieve")
	takesEn   = setEn("take takes took taken taking")
)

// marksInCharge adds to a sentence of the next plan the bodies that it says to be in charge.
func (s *sentence) marksInCharge(w []wordEn) {
	for _, m := range s.bodiesIn(w) {
		if end := inChargeEn(w, m.a, m.b); end.from >= 0 {
			s.hits = append(s.hits, hit{"in-charge", m.start, m.end})
			s.dropEndsEn(min(end.from, m.start), max(end.to, m.end))
		}
	}
}

// bodyAt is a body that a sentence names: its place, and its first word and the one behind it.
type bodyAt struct{ start, end, a, b int }

// bodiesIn are the bodies that a sentence names, with a capital letter or by their kind: the Migration Office, the county councils.
func (s *sentence) bodiesIn(w []wordEn) []bodyAt {
	var out []bodyAt
	for _, m := range s.ministries {
		a := slices.IndexFunc(w, func(x wordEn) bool { return x.start >= m.Span.Start })
		if a < 0 {
			continue
		}
		b := a
		for b < len(w) && w[b].start < m.Span.End {
			b++
		}
		out = append(out, bodyAt{m.Span.Start, m.Span.End, a, b})
	}
	for k := 0; k < len(w); k++ {
		if !bodiesEn[w[k].text] && !keepersEn[w[k].text] && !orgsEn[w[k].text] || slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.Start <= w[k].start && w[k].end <= m.Span.End }) {
			continue
		}
		a := k
		for a > 0 && a > k-4 && !phraseEndsEn[w[a-1].text] && !determinersEn[w[a-1].text] && (wordRune([]rune(w[a-1].text)[0]) || w[a-1].text == "'" || w[a-1].text == "’") && w[a-1].text != "and" && !adverbEn(w[a-1].text) {
			a--
		}
		if a == k && !keepersEn[w[k].text] && !(orgsEn[w[k].text] && strings.HasSuffix(w[k].text, "s")) {
			continue // the council: it may be one that was named before
		}
		out = append(out, bodyAt{w[a].start, w[k].end, a, k + 1})
	}
	return out
}

// keepersEn are those who take a measure over without being a public body, or all of a kind.
var keepersEn = setEn("municipalities counties regions provinces parishes communes universities landowners operators volunteers charities insurers employers banks")

// orgsEn are bodies that are not public.
var orgsEn = setEn("society association club foundation company cooperative league federation chamber union church diocese parish charity operator consortium union museum library hospital parishes societies associations clubs companies cooperatives churches")

// stretch is a stretch of a sentence.
type stretch struct{ from, to int }

// inChargeEn finds what makes the body from word a to before word b the one in charge; from is -1 where nothing does.
func inChargeEn(w []wordEn, a, b int) stretch {
	none := stretch{-1, -1}
	if t := textAt(w, b); (t == "'" || t == "’") && textAt(w, b+1) == "s" || t == "'s" || t == "’s" {
		n := b + 1
		if textAt(w, n) == "s" {
			n++
		}
		if t := textAt(w, n); ofBodyEn[t] || t == "" || t == "." || t == "own" {
			for k := a - 1; k >= 0 && k > a-6; k-- {
				if t := w[k].text; t == "is" || t == "are" || t == "become" || t == "becomes" || t == "been" || t == "be" {
					return stretch{w[k].start, w[k].end}
				}
			}
		}
		return none
	}
	if j := chargedEn(w, b); j > 0 {
		return stretch{w[a].start, w[min(j, len(w)-1)].end}
	}
	from := a
	for from > 0 && (determinersEn[w[from-1].text] || w[from-1].text == "new" || w[from-1].text == "newly" || w[from-1].text == "then") {
		from--
	}
	if g := governsBodyEn(w, from-1, b); g >= 0 {
		return stretch{w[g].start, w[a].end}
	}
	return none
}

// dropEndsEn takes away what a stretch tells of an end, which is that of the old keeper's time: has passed into the hands of.
func (s *sentence) dropEndsEn(from, to int) {
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool {
		return h.start >= from && h.end <= to && (h.cue == "ended" || h.cue == "complete" || h.cue == "upkeep" || h.cue == "success")
	})
}

// chargedEn says whether the predicate behind a body, from word b on, puts it in charge; it gives the word that does so, 0 if none.
func chargedEn(w []wordEn, b int) int {
	i := b
	for i < len(w) && (finiteEn[w[i].text] || beEn[w[i].text] || adverbEn(w[i].text) || w[i].text == "henceforth" || w[i].text == "also" || w[i].text == "already" || w[i].text == "in" && textAt(w, i+1) == "future") {
		if w[i].text == "future" {
			break
		}
		i++
	}
	if i >= len(w) || i > b+5 {
		return 0
	}
	switch t := w[i].text; {
	case takesEn[t]:
		for j := i + 1; j < len(w) && j < i+10 && w[j].text != "," && w[j].text != ";"; j++ {
			switch w[j].text {
			case "over", "charge", "hands", "care", "wing", "responsibility":
				return j
			case "on":
				if n := textAt(w, j+1); j == i+1 && (n == "the" || n == "this" || n == "these" || n == "responsibility") || n == "" || n == "." {
					return j
				}
			}
		}
	case assumesEn[t]:
		return i
	case (t == "in" || t == "put" || t == "given" || t == "placed") && i > b:
		for j := i; j < len(w) && j < i+3; j++ {
			if w[j].text == "charge" {
				return j
			}
		}
	case putInChargeEn[t] && i > b && (textAt(w, i+1) == "with" || textAt(w, i+1) == "for" || textAt(w, i+1) == "to"):
		return i
	case (t == "steps" || t == "stepped" || t == "step") && (textAt(w, i+1) == "in" || textAt(w, i+1) == "into"), (t == "answers" || t == "answer") && textAt(w, i+1) == "for":
		return i + 1
	case (t == "carries" || t == "carry") && (textAt(w, i+1) == "on" || textAt(w, i+2) == "on"):
		return i
	}
	if i > b && modalsEn[w[b].text] { // will answer the calls in the Inspectorate's stead
		for j := i + 1; j < len(w); j++ {
			if w[j].text == "stead" || w[j].text == "place" && textAt(w, j-1) != "take" && textAt(w, j-1) != "takes" && slices.ContainsFunc(w[max(i, j-5):j], func(x wordEn) bool { return x.text == "in" }) && j+2 >= len(w) {
				return j
			}
		}
	}
	return 0
}

// governsBodyEn finds the word that makes a body, behind the preposition at word p and up to word b, the one in charge; -1 if there is none.
func governsBodyEn(w []wordEn, p, b int) int {
	if p < 1 {
		return -1
	}
	back := func(set map[string]bool, reach int) int {
		for j := p - 1; j >= 0 && j >= p-reach && w[j].text != ";"; j-- {
			if set[w[j].text] {
				return j
			}
			if finiteEn[w[j].text] && !beEn[w[j].text] {
				return -1
			}
		}
		return -1
	}
	future := func(j int) bool {
		return slices.ContainsFunc(w[max(0, j-4):j], func(x wordEn) bool { return modalsEn[x.text] || x.text == "to" || x.text == "may" || x.text == "can" })
	}
	subjectLed := func(j int) bool { // goes with an auxiliary, or is the finite verb of its clause itself
		return j > 0 && w[j-1].text != "," && w[j-1].text != "and" && !determinersEn[w[j-1].text]
	}
	switch w[p].text {
	case "to":
		if j := back(setWay, 3); j > 0 && textAt(w, j+1) != "" && (textAt(w, j-1) == "has" || textAt(w, j-1) == "have") && slices.ContainsFunc(w[j:p], func(x wordEn) bool { return x.text == "way" || x.text == "home" }) {
			return j
		}
		if j := back(toBodyEn, 8); j > 0 && j < p-4 && (textAt(w, j-1) == "has" || textAt(w, j-1) == "have") && givesAwayEn[w[j].text] {
			return j // has passed the breeding of moths on to
		}
		if j := back(toBodyEn, 4); j > 0 && subjectLed(j) && !(givesAwayEn[w[j].text] && (future(j) || !finiteEn[textAt(w, j-1)] && textAt(w, j-1) != "been" && textAt(w, j-1) != "now")) {
			return j
		}
	case "with":
		if j := back(withBodyEn, 3); j > 0 && subjectLed(j) {
			return j
		}
	case "under":
		if j := back(underBodyEn, 2); j > 0 && subjectLed(j) && !future(j) {
			return j
		}
	case "by":
		for j := p - 1; j > 0 && j > p-4; j-- {
			if runByEn[w[j].text] && slices.ContainsFunc(w[max(0, j-3):j], func(x wordEn) bool { return beEn[x.text] && x.text != "not" }) {
				return j
			}
		}
	case "of":
		j := p - 1
		if !ofBodyEn[w[j].text] {
			return -1
		}
		if w[j].text == "favour" {
			if textAt(w, j-1) == "in" {
				return 0
			}
			return -1
		}
		if w[j].text == "that" {
			if textAt(w, j-1) == "but" || textAt(w, j-1) == "now" || textAt(w, j-1) == "and" {
				return j
			}
			return -1
		}
		for k := j - 1; k >= 0 && k > j-9; k-- {
			switch w[k].text {
			case "is", "are", "be", "been", "become", "becomes", "became", "remain", "passed", "passes", "pass", "gone", "goes", "moved", "form", "forms", "figure", "figures", "appear", "appears", "stand", "stands", "found", "listed", "entered":
				return k
			case ",", ";":
				return -1
			}
		}
	case "for":
		if n := textAt(w, b); n == "to" && (beEn[w[p-1].text] || w[p-1].text == "up") {
			return p - 1
		}
		if j := back(setLeft, 5); j > 0 && !future(j) && textAt(w, j-1) != "be" {
			return j
		}
	case "at", "in":
		if j := back(setFind, 4); j > 0 && w[j].text != "based" {
			return j
		}
	}
	return -1
}

var (
	setLeft = setEn("left leaves leave quits quit quitted")
	setWay  = setEn("found made")
	setFind = setEn("find found housed hosted located domiciled")
)
