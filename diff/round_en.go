package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
)

// ordinalsEn are the ordinals of one word that are not made with -th, and those whose number changes its form.
var ordinalsEn = map[string]float64{"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100}

// ordinalValueEn is the number of an ordinal: 14 of fourteenth and 14th, 21 of twenty-first; 0 of other words.
func ordinalValueEn(t string) float64 {
	if t == "" {
		return 0
	}
	if unicode.IsDigit(rune(t[0])) {
		if !ordinalEn(t) {
			return 0
		}
		return numberEn(strings.TrimRight(t, "stndrh"))
	}
	if n := ordinalsEn[t]; n > 0 {
		return n
	}
	if tens, ones, two := strings.Cut(t, "-"); two {
		if n := ordinalValueEn(ones); n > 0 && n < 10 && numbersEn[tens] >= 20 {
			return numbersEn[tens] + n
		}
		return 0
	}
	if stem, ok := strings.CutSuffix(t, "th"); ok {
		return numbersEn[stem]
	}
	return 0
}

var (
	// stepsEn are counted parts of one work, each unlike the other, and no rounds of the same.
	stepsEn = setEn("phase stage step part half tranche lot section volume chapter floor storey reading century quarter year day time party country")
	// eventsEn are what is held year by year, so that the year in its name counts its rounds.
	eventsEn = setEn("week day days month fair festival congress conference convention games championship championships cup exhibition competition contest prize award awards forum summit symposium biennale biennial triennial open meeting assembly regatta rally race parade show camp school olympiad census edition round")
)

// roundEn is a numbered or dated round of something: the fourteenth Coastal Path Week, the 2024 Book Fair.
type roundEn struct {
	n    float64
	year bool
	noun string
	at   Evidence
}

// roundsIn finds rounds in promises.
func roundsIn(parts []part) []roundEn {
	var out []roundEn
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := range w {
			n, year := ordinalValueEn(w[k].text), false
			if n == 0 && len(w[k].text) == 4 && (textAt(w, k-1) == "the" || textAt(w, k-1) == "its" || textAt(w, k-1) == "this") {
				n, year = numberEn(w[k].text), true
				if n < 1900 || n > 2100 {
					n = 0
				}
			}
			if n == 0 || k+1 == len(w) {
				continue
			}
			end := memberEndEn(w, k+1)
			for j := end - 1; j > k; j-- { // its noun, or the event in its name
				if t := w[j].text; eventsEn[t] || !year && j == end-1 && !stepsEn[t] && determinersEn[textAt(w, k-1)] && !phraseEndsEn[textAt(w, k-2)] {
					out = append(out, roundEn{n, year, lang.Stem(t), p.s.quote(w[k].start, w[end-1].end)})
					break
				}
			}
		}
	}
	return out
}

// nextRoundEn finds in the next plan a later round of what the plan promised a round of. Its place, guests and theme change with every round.
func (v *view) nextRoundEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(v.u.plan) == 0 || len(v.parts) == 0 {
		return Evidence{}, false
	}
	was := roundsIn(v.planClauses())
	if len(was) == 0 {
		return v.namesAnewEn()
	}
	for _, b := range roundsIn(v.plannedParts()) {
		if slices.ContainsFunc(was, func(a roundEn) bool { return a.noun == b.noun && a.year == b.year && b.n > a.n && b.n <= a.n+5 }) {
			return b.at, true
		}
	}
	return Evidence{}, false
}

// ofTheRound are the rules that a next round silences: what they see changes with every round.
var ofTheRound = []string{"list-grown", "list-shrunk", "some-of-them", "means-replaced", "way-differs", "act-added", "both-ways", "stage-forward", "stage-back"}
