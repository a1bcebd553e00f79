package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// Reports that tell something other than the planned act, or count it by rows and numbers.

var (
	// takenUpEn tell that what was broken off was done after all.
	takenUpEn = setEn("repeated resumed restarted rearranged rescheduled rerun reopened reinstated")
	// seenEn are verbs of what a search brings to light.
	seenEn = setEn("found detected seen discovered recorded intercepted observed spotted identified noticed encountered caught traced sighted reported noted")
	// papersEn are what is signed, placed or let before anything is made, papersDoneEn how.
	papersEn     = setEn("contract contracts order orders tender tenders agreement agreements lease memorandum deposit plans drawings permit permits licence mandate brief specification")
	papersDoneEn = setEn("signed placed awarded let concluded issued granted initialled approved drawn paid published launched submitted received ordered agreed")
)

// takenUpAgainEn says whether a sentence tells behind a word of stopping that the act was taken up again: "had to be broken off in fog and was repeated in January".
func (s *sentence) takenUpAgainEn(at int) bool {
	for k, x := range s.words {
		if x.start >= at && takenUpEn[x.text] && textAt(s.words, k-1) != "not" && textAt(s.words, k-2) != "not" && textAt(s.words, k-1) != "never" {
			return true
		}
	}
	return false
}

// nothingFoundEn says whether a clause denies only that something was found: "and no fruit fly was found".
func (s *sentence) nothingFoundEn(c *clause) bool {
	w := between(s.words, c.start, c.end)
	k := 0
	for k < len(w) && (w[k].text == "and" || w[k].text == "but" || w[k].text == ",") {
		k++
	}
	if t := textAt(w, k); t != "no" && t != "none" && t != "nothing" {
		return false
	}
	for j := k + 1; j < len(w) && j < k+9; j++ {
		if t := w[j-1].text; seenEn[w[j].text] && (t == "was" || t == "were" || t == "been" || adverbEn(t)) {
			return true
		}
	}
	return false
}

// paperStepEn says whether a clause tells of a paper that comes before the planned act: "The contract with the builder of the service was signed".
func (v *view) paperStepEn(s *sentence, c *clause) bool {
	if c.kind != mainClause || c.negated || c.tense != past {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := 0
	for k < len(w) && (determinersEn[w[k].text] || w[k].text == "a" || w[k].text == "an" || w[k].text == "and") {
		k++
	}
	noun := -1
	for j := k; j < len(w) && j < k+3; j++ {
		if papersEn[w[j].text] {
			noun = j
			break
		}
	}
	if noun < 0 || v.knowsEn([]rune(w[noun].text)) {
		return false
	}
	for j := noun + 1; j < len(w); j++ {
		if papersDoneEn[w[j].text] && (w[j-1].text == "was" || w[j-1].text == "were" || w[j-1].text == "been") {
			return !v.planHasActEn(lang.Stem(w[j].text))
		}
	}
	return false
}

// allButSomeEn says whether a clause reports on every one of a kind but some that it names: "in every region but Northland".
func (s *sentence) allButSomeEn(c *clause) bool {
	w := between(s.words, c.start, c.end)
	for k := 0; k+3 < len(w); k++ {
		if w[k].text != "every" && w[k].text != "each" && w[k].text != "all" {
			continue
		}
		end := k + 1
		for end < len(w) && end < k+6 && w[end].text != "but" && !phraseEndsEn[w[end].text] && w[end].text != "," {
			end++
		}
		if t := textAt(w, end); end > k+1 && (t == "but" || t == "except" || t == "save" || t == "bar" || t == "excepting") && end+1 < len(w) {
			n := w[end+1]
			if raw := []rune(s.Text); numberEn(n.text) > 0 || n.text == "the" || n.text == "a" || n.start < len(raw) && raw[n.start] >= 'A' && raw[n.start] <= 'Z' {
				return true
			}
		}
	}
	return false
}

// rowShortEn finds fewer of a row of things than the plan counts: "The first two modules", "Registers 1 to 14", of three modules, of 22 registers.
func (v *view) rowShortEn(s *sentence, c *clause) bool {
	w := between(s.words, c.start, c.end)
	for k := 0; k+1 < len(w); k++ {
		count, noun := 0.0, ""
		switch {
		case w[k].text == "first" && numberEn(w[k+1].text) > 0:
			end := memberEndEn(w, k+2)
			if count = numberEn(w[k+1].text); end > k+2 {
				noun = w[end-1].text
			}
			for j := k + 2; j < end; j++ {
				if finiteEn[w[j].text] {
					noun = w[j-1].text
					break
				}
			}
		case numberEn(w[k+1].text) > 0 && (textAt(w, k+2) == "to" || textAt(w, k+2) == "through" || textAt(w, k+2) == "–" || textAt(w, k+2) == "-") && numberEn(textAt(w, k+3)) > numberEn(w[k+1].text) && strings.HasSuffix(w[k].text, "s"):
			count, noun = numberEn(textAt(w, k+3))-numberEn(w[k+1].text)+1, w[k].text
		}
		if count > 0 && noun != "" && v.plansMoreEn(count, lang.Stem(noun)) {
			return true
		}
	}
	return false
}

// plansMoreEn says whether the plan counts more of a noun than a number: three online training modules.
func (v *view) plansMoreEn(n float64, noun string) bool {
	for _, p := range v.planClauses() {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := range w {
			if numberEn(w[k].text) <= n || isMonthOrYearEn(w[k].text) {
				continue
			}
			for j := k + 1; j < len(w) && j < k+6 && !phraseEndsEn[w[j].text]; j++ {
				if lang.Stem(w[j].text) == noun {
					return true
				}
			}
		}
	}
	return false
}

// linkRowEn gives results that nothing took to commitments on which nothing reports, where as many are left of both and all stand at the same place of their column: results
// mostly answer point by point, however they are worded.
func (rd *reader) linkRowEn(units []*unit, results []*sentence) {
	if rd.lang.Code != "en" || len(units) < 2 || len(results) != len(units) {
		return
	}
	for k, u := range units {
		r := results[k]
		if len(u.results) > 0 || r.leadIn || disjointBy(u.by, r.by) || slices.ContainsFunc(units, func(o *unit) bool { return slices.Contains(o.results, r) }) {
			continue
		}
		known := overlap(u.features, r.features, nil)
		for _, n := range u.next {
			known = max(known, overlap(n.features, r.features, nil))
		}
		if known > 0 {
			link(&u.results, r)
		}
	}
}
