package diff

import "slices"

// Kinds of a thing: "all kinds of prepacked goods", "firms of every kind". What a quantifier binds there is the thing.

// kindsEn are nouns for kinds; classesEn are others, where "of" follows them: all makes of cars.
var (
	kindsEn   = setEn("kind kinds type types sort sorts manner")
	classesEn = setEn("variety varieties class classes category categories form forms make makes description descriptions")
)

// kindsAtEn is the word at which the noun phrase begins that a quantifier before the word of a kind at k binds; negative for the noun before "of all kinds"; 0 if there is no such word.
func kindsAtEn(w []wordEn, k int) int {
	if !kindsEn[textAt(w, k)] && !(classesEn[textAt(w, k)] && textAt(w, k+1) == "of") {
		return 0
	}
	if textAt(w, k+1) == "of" && k+2 < len(w) {
		return k + 2
	}
	for j := k - 1; j > 0 && j > k-4; j-- {
		if w[j].text == "of" && !stopEn[w[j-1].text] && wordRune([]rune(w[j-1].text)[0]) {
			return -(j - 1)
		}
	}
	return 0
}

// ofKindEn says whether what a quantifier binds is a thing of all kinds.
func (h placedHead) ofKindEn() bool {
	k := slices.IndexFunc(h.s.words, func(x wordEn) bool { return x.start >= h.quantifier.End })
	return k >= 0 && (kindsEn[h.s.words[k].text] || kindsAtEn(h.s.words, k) > 0)
}

// someKindsEn finds what the next plan names in the place of all kinds of a thing: of all kinds of prepacked goods, prepacked meat and fish; of every sort of wader,
// dunlins. The word for the whole is gone, and what stands for it is new.
func (v *view) someKindsEn(h placedHead, parts []part) (Evidence, bool) {
	if v.rd.lang.Code != "en" || !h.ofKindEn() {
		return Evidence{}, false
	}
	if share, any := v.knownIn(h.s.r[h.noun.Start:h.noun.End], v.nextSet, v.nextRow); !any || share > 0 {
		return Evidence{}, false
	}
	at := slices.IndexFunc(h.s.words, func(x wordEn) bool { return x.start == h.noun.Start })
	for _, p := range parts {
		c := p.clause()
		w := between(p.s.words, c.start, c.end)
		for k := 0; k+1 < len(w); k++ { // the attribute before another noun
			if at > 0 && !stopEn[h.s.words[at-1].text] && w[k].text == h.s.words[at-1].text && wordRune([]rune(w[k+1].text)[0]) && !stopEn[w[k+1].text] && !v.knowsEn(p.s.r[w[k+1].start:w[k+1].end]) {
				return p.s.quote(w[k].start, w[k+1].end), true
			}
		}
		if !v.promisesVerb(c.verb) {
			continue
		}
		if share, any := v.knownIn([]rune(c.object), v.planSet, v.planText); any && share == 0 { // another object of the same act
			return p.s.quote(c.start, c.end), true
		}
	}
	return Evidence{}, false
}
