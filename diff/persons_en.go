package diff

import "plandiff/lang"

// People in general and kinds of them at the same place of a promise: disabled people, disabled children.

var (
	// peopleEn mean people whatever their age, sex or standing.
	peopleEn = setEn("people persons person residents inhabitants citizens everyone everybody anyone anybody individuals")
	// kindsOfPeopleEn mean some of them.
	kindsOfPeopleEn = setEn("children child pupils students women men girls boys adults pensioners veterans teenagers adolescents infants toddlers mothers fathers parents newcomers refugees apprentices graduates workers employees householders tenants homeowners farmers under-fives under-twelves under-eighteens over-65s over-seventies schoolchildren minors youngsters juveniles widows orphans conscripts")
)

// kindForPeopleEn finds a kind of people in some clauses at the place where others mean people in general: with the same word before it, or behind it, in both.
func (v *view) kindForPeopleEn(in, other []part) (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, p := range in {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k < len(w); k++ {
			if !kindsOfPeopleEn[w[k].text] || clausesHaveEn(other, w[k].text) || clausesHaveEn(in, "people") || clausesHaveEn(in, "persons") {
				continue
			}
			for _, o := range other {
				x := between(o.s.words, o.clause().start, o.clause().end)
				for j := 1; j < len(x); j++ {
					if !peopleEn[x[j].text] {
						continue
					}
					before := lang.Stem(x[j-1].text) == lang.Stem(w[k-1].text) && !stopEn[w[k-1].text]
					same := x[j-1].text == w[k-1].text && j > 1 && k > 1 && lang.Stem(x[j-2].text) == lang.Stem(w[k-2].text)
					behind := j+2 < len(x) && k+2 < len(w) && x[j+1].text == w[k+1].text && lang.Stem(x[j+2].text) == lang.Stem(w[k+2].text) && textAt(x, j+1) != "." && textAt(x, j+1) != ","
					if before || same || behind {
						return p.s.quote(w[k-1].start, w[k].end), true
					}
				}
			}
		}
	}
	return Evidence{}, false
}

// clausesHaveEn says whether clauses hold a word.
func clausesHaveEn(in []part, word string) bool {
	for _, p := range in {
		if p.hasWordEn(lang.Stem(word)) {
			return true
		}
	}
	return false
}
