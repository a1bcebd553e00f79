package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// placesOnlyEn are prepositions of where something is done, or at whose.
var placesOnlyEn = setEn("in at on of for to from along near around within between across")

// properEn says whether the word at k of a sentence is written as a name, and is neither of a ministry nor a month.
func (s *sentence) properEn(k int) bool {
	raw := []rune(s.Text)
	x := s.words[k]
	if x.start >= len(raw) || raw[x.start] < 'A' || raw[x.start] > 'Z' && raw[x.start] < 0xC0 || k == 0 || slices.Contains(monthsEn, x.text) || slices.Contains(weekdaysEn, x.text) {
		return false
	}
	return !slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.Start <= x.start && m.Span.End >= x.end })
}

// namedPlacesEn finds where clauses say by proper names, of which the other side knows none, where something is done: "in the capital, Port Ellis and Wexley", "in the
// magistrates' courts of Hale and Trent".
func (v *view) namedPlacesEn(parts []part, set []uint64, text []rune) (Evidence, bool) {
	for _, p := range parts {
		c, w := p.clause(), p.s.words
		for k := 1; k < len(w); k++ {
			if w[k].start < c.start || w[k].end > c.end || !placesOnlyEn[w[k-1].text] {
				continue
			}
			names, end := 0, k
			for j := k; j < len(w) && w[j].end <= c.end && j < k+14; j++ {
				t := w[j].text
				switch {
				case p.s.properEn(j):
					if share, any := v.knownIn(p.s.r[w[j].start:w[j].end], set, text); any && share > 0 {
						names = -20 // was there before
					}
					if j == k || !p.s.properEn(j-1) {
						names++
					}
					end = j
					continue
				case t == "and" || t == "," || t == "or" || t == "the" || t == "capital" || t == "both" || t == "only":
					continue
				}
				break
			}
			if names > 0 && end >= k {
				return p.s.quote(w[k-1].start, w[end].end), true
			}
		}
	}
	return Evidence{}, false
}

// namesForAllEn finds a universal of one side, every region, in whose place the other side names some: in the capital, Port Ellis and Wexley.
func (v *view) namesForAllEn(all, some []part, set []uint64, text []rune) (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(all) == 0 || len(some) == 0 {
		return Evidence{}, false
	}
	had := v.universals(some)
	for _, h := range v.universals(all) {
		if containsHead(had, h) || keepsQuantifier(had, h) || string(h.s.r[h.quantifier.Start:h.quantifier.End]) == "any" {
			continue
		}
		if ev, ok := v.namedPlacesEn(some, set, text); ok {
			if ev.Column == h.s.column { // the names are the plan's: what is wider is the universal
				return ev, true
			}
			return ev, true
		}
	}
	return Evidence{}, false
}

// oneOfThemEn says whether "any" or "each" only speaks in the singular of those whom the plan named bare in the plural, or of whom there was no choice: shops chosen, any
// shop chosen.
func (v *view) oneOfThemEn(h placedHead) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	switch string(h.s.r[h.quantifier.Start:h.quantifier.End]) {
	case "any", "each", "every", "all":
	default:
		return false
	}
	k := slices.IndexFunc(h.s.words, func(x wordEn) bool { return x.start >= h.quantifier.End })
	if k < 0 || h.noun.Start < h.quantifier.End || h.s.words[k].start != h.noun.Start && !v.knowsEn(h.s.r[h.s.words[k].start:h.noun.Start]) { // any small shop
		return false
	}
	noun := lang.Stem(h.word())
	before := "" // the word before the noun, which the plan may have before the plural too: any broken window
	if at := slices.IndexFunc(h.s.words, func(x wordEn) bool { return x.start == h.noun.Start }); at > k {
		before = h.s.words[at-1].text
	}
	for _, p := range v.planClauses() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for i, x := range w {
			if i > 0 && w[i-1].text == "each" && lang.Stem(x.text) == noun {
				return true
			}
			if q := string(h.s.r[h.quantifier.Start:h.quantifier.End]); (q == "every" || q == "each") && lang.Stem(x.text) == noun {
				j := i - 1
				for j > 0 && j > i-4 && w[j].text != "a" && w[j].text != "an" && !phraseEndsEn[w[j].text] {
					j--
				}
				if t := textAt(w, j-1); j > 0 && (w[j].text == "a" || w[j].text == "an") && (t == "of" || t == "after" || t == "upon" || t == "on" || t == "from" || t == "before" || t == "receiving") {
					return true // within nine months of a valid application
				}
			}
			if i > 0 && (w[i-1].text == "a" || w[i-1].text == "an") && lang.Stem(x.text) == noun && string(h.s.r[h.quantifier.Start:h.quantifier.End]) == "any" {
				return true // before a certificate is renewed
			}
			if lang.Stem(x.text) != noun || x.text == noun {
				continue
			}
			if before != "" && i > 0 && w[i-1].text == before && string(h.s.r[h.quantifier.Start:h.quantifier.End]) == "any" {
				return true
			}
			if i == 0 || phraseEndsEn[w[i-1].text] || w[i-1].text == "," || w[i-1].text == "and" || p.s.has("verb", w[i-1].start, w[i-1].end) {
				return string(h.s.r[h.quantifier.Start:h.quantifier.End]) == "any" // a bare plural
			}
		}
	}
	return false
}

// wholePairEn says whether a list joins a thing and its opposite, attended and unattended stations, so that it means all of them, where the other side says so in another
// way: whether attended or not.
func (v *view) wholePairEn(s *sentence, l series, other []*sentence) bool {
	if v.rd.lang.Code != "en" || len(l.members) != 2 {
		return false
	}
	a, b := between(s.words, l.members[0].Start, l.members[0].End), between(s.words, l.members[1].Start, l.members[1].End)
	opposite := false
	for _, x := range a {
		for _, y := range b {
			for _, no := range []string{"un", "non-", "in", "dis"} {
				opposite = opposite || no+x.text == y.text || no+y.text == x.text
			}
		}
	}
	return opposite && slices.ContainsFunc(other, func(n *sentence) bool {
		return slices.ContainsFunc(n.words, func(x wordEn) bool { return x.text == "whether" || x.text == "or" })
	})
}

// takesInEn says whether what a word of taking in has as its object is what the plan deals with already: "The gene bank will take in varieties at risk".
func (v *view) takesInEn(f found) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	switch f.text() {
	case "take in", "take on", "also include", "also cover", "add", "adding", "cover also", "include also":
	default:
		return false
	}
	return v.objectKnownEn(f)
}

// objectKnownEn says whether the plan has all words of the noun phrase behind a cue word.
func (v *view) objectKnownEn(f found) bool {
	w := between(f.s.words, f.h.end, f.c.end)
	from := 0
	for from < len(w) && stopEn[w[from].text] {
		from++
	}
	end := memberEndEn(w, from)
	if end <= from {
		return false
	}
	share, any := v.knownIn(f.s.r[w[from].start:w[end-1].end], v.planSet, v.planText)
	return any && share == 1
}

// nothingLostEn says whether an English next plan repeats all of what the plan promises, so that what it says beyond that is no rewording.
func (v *view) nothingLostEn() bool { return v.rd.lang.Code == "en" && v.retained() >= 0.9 }

// ofAnyActEn are what any act may be counted by, in results that leave out what it was.
var ofAnyActEn = setEn("million thousand kits copies applications applicants requests people persons participants visitors users cases pieces items units places sheets pages letters calls orders contracts agreements permits licences certificates grants loans payments visits meetings sessions events talks replies answers households families firms beneficiaries recipients entries forms claims sets packages kits")

// opensWithNumberEn says whether a result tells in the passive how many of something were dealt with, and leaves out what for: "60,000 copies were given away".
func (s *sentence) opensWithNumberEn() bool {
	w := s.words
	k := 0
	for k < len(w) && (w[k].text == "some" || w[k].text == "about" || w[k].text == "a" || w[k].text == "total" || w[k].text == "of") {
		k++
	}
	if numberEn(textAt(w, k)) == 0 || len(s.ministries) > 0 {
		return false
	}
	for j := k + 1; j+1 < len(w) && j < k+6; j++ {
		if !ofAnyActEn[w[j].text] && j == k+1 {
			return false
		}
		if w[j].text == "were" || w[j].text == "was" {
			return strings.HasSuffix(w[j+1].text, "ed") || strings.HasSuffix(w[j+1].text, "en") || lang.PastForm(w[j+1].text)
		}
	}
	return false
}

// oldOnesEn says whether what a clause tells of is what the plan was to do away with or to replace: "the old radios have been scrapped".
func (v *view) oldOnesEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := 0; k < len(w) && k < 4; k++ {
		switch w[k].text {
		case "old", "former", "previous", "existing", "obsolete", "worn", "worn-out", "outdated", "outmoded", "interim", "makeshift", "manual", "superseded":
			return true
		case "paper", "printed", "handwritten", "analogue":
			if v.planHas("stage-do") || slices.ContainsFunc(v.planClauses(), func(p part) bool { return p.clause().stage == doing }) {
				return true // the paper form has been abolished: it is on line now
			}
		}
	}
	return false
}

// gainedFrequencyEn says whether only the next plan tells how often.
func (v *view) gainedFrequencyEn() bool {
	_, gone, fresh := v.pairAmounts()
	frequency := func(a amount) bool { return a.Kind == lang.Frequency }
	return !slices.ContainsFunc(gone, frequency) && slices.ContainsFunc(fresh, frequency)
}

// someOfTheEn finds a number of the plan's things that the next plan takes, where the plan took them all: two of the inland regions.
func (v *view) someOfTheEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || v.retained() < 0.6 {
		return Evidence{}, false
	}
	shared := len(fractionsIn(v.planClauses())) > 0 // one station in five, the next fifth of the stations: as large a share
	for _, p := range v.plannedParts() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k+3 < len(w); k++ {
			if shared && denominatorEn(w[k-1].text) > 1 {
				continue
			}
			if w[k].text != "of" || w[k+1].text != "the" && w[k+1].text != "these" && w[k+1].text != "its" {
				continue
			}
			n := w[k-1].text
			if numberEn(n) < 1 && n != "some" && n != "several" && n != "most" && n != "half" || containsRunes(v.planText, p.s.r[w[k-1].start:w[k+1].end]) {
				continue
			}
			end := memberEndEn(w, k+2)
			if end <= k+2 || numberEn(w[k+2].text) > 0 || periodsEn[w[end-1].text] || !strings.HasSuffix(w[end-1].text, "s") {
				continue
			}
			if share, any := v.knownIn(p.s.r[w[k+2].start:w[end-1].end], v.planSet, v.planText); any && share == 1 {
				return p.s.quote(w[k-1].start, w[end-1].end), true
			}
		}
	}
	return Evidence{}, false
}

// eachOfEn says whether clauses take with "each" the noun that the other side takes with "every" or "all".
func eachOfEn(parts []part, h placedHead) bool {
	noun := lang.Stem(h.word())
	count := 0.0 // all 900 kilometres, its 900 kilometres
	if k := slices.IndexFunc(h.s.words, func(x wordEn) bool { return x.start >= h.quantifier.End }); k >= 0 {
		count = numberEn(textAt(h.s.words, k))
	}
	return slices.ContainsFunc(parts, func(p part) bool {
		w := between(p.s.words, p.clause().start, p.clause().end)
		if count > 1 && slices.ContainsFunc(w, func(x wordEn) bool { return numberEn(x.text) == count }) {
			return true
		}
		for k := 1; k < len(w); k++ {
			if t := textAt(w, k-2); lang.Stem(w[k].text) == noun && (w[k-1].text == "per" || (w[k-1].text == "a" || w[k-1].text == "an") && (t == "for" || t == "of" || t == "from" || t == "with")) {
				return true // for every metre, for a metre
			}
			if lang.Stem(w[k].text) == noun && (w[k-1].text == "each" || k > 1 && w[k-2].text == "each") {
				return true
			}
		}
		return false
	})
}

// countedSoEn says whether a universal stands before a number of things that the plan has too: its 86 playgrounds, all 86 playgrounds.
func (v *view) countedSoEn(h placedHead) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	k := slices.IndexFunc(h.s.words, func(x wordEn) bool { return x.start >= h.quantifier.End })
	if textAt(h.s.words, k) == "the" || textAt(h.s.words, k) == "its" {
		k++
	}
	n := numberEn(textAt(h.s.words, k))
	return n > 1 && slices.ContainsFunc(v.planClauses(), func(p part) bool {
		w := between(p.s.words, p.clause().start, p.clause().end)
		return slices.ContainsFunc(w, func(x wordEn) bool { return numberEn(x.text) == n })
	})
}
