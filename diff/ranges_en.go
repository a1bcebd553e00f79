package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// bandEn is a stretch of numbers that tells who is meant: people aged 60 to 74, between 5 and 11.
type bandEn struct {
	from, to float64
	at       Evidence
}

func bandsIn(parts []part) []bandEn {
	var out []bandEn
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k+2 < len(w); k++ {
			if band, ok := agesAtEn(p.s, w, k); ok {
				out = append(out, band)
				continue
			}
			a, b := numberEn(w[k].text), numberEn(w[k+2].text)
			join, before := w[k+1].text, w[k-1].text
			if a < 1 || b <= a || b > 120 || join != "to" && !(join == "and" && (before == "between" || textAt(w, k-2) == "between")) {
				continue
			}
			if before == "aged" || before == "ages" || before == "between" || before == "age" || textAt(w, k-2) == "aged" || textAt(w, k+3) == "years" && textAt(w, k+4) == "old" {
				out = append(out, bandEn{a, b, p.s.quote(w[k].start, w[k+2].end)})
			}
		}
	}
	return out
}

// bandsEn compares the bands of both sides: 50 to 74 takes in 60 to 74.
func bandsEn(was, is []part, sign float64) (Evidence, bool) {
	for _, a := range bandsIn(was) {
		for _, b := range bandsIn(is) {
			if sign < 0 {
				a.from, a.to, b.from, b.to = b.from, b.to, a.from, a.to
			}
			if b.from <= a.from && b.to >= a.to && b.to-b.from > a.to-a.from {
				return b.at, true
			}
		}
	}
	return Evidence{}, false
}

// appliedEn says whether the next plan works with what the plan was to make: develop a standard, assess homes against the standard.
func (v *view) appliedEn(parts []part) (int, part) {
	if v.rd.lang.Code != "en" || v.retained() < 0.3 {
		return 0, part{}
	}
	for _, q := range v.planClauses() {
		o := strings.Fields(q.clause().object)
		if len(o) == 0 || q.clause().stage != drafting {
			continue
		}
		made := lang.Stem(o[len(o)-1])
		for _, p := range parts {
			c := p.clause()
			if c.negated || c.verb == "" || v.planHasVerb(c.verb) || p.s.has("again", c.start, c.end) || p.s.has("upkeep", c.start, c.end) || c.stage != noStage && c.stage <= drafting {
				return 0, part{}
			}
			w := between(p.s.words, c.start, c.end)
			for k := 1; k+1 < len(w); k++ {
				switch w[k].text {
				case "against", "under", "using", "to", "by":
				case "with":
					if textAt(w, k-1) != "line" && textAt(w, k-1) != "accordance" {
						continue
					}
				default:
					continue
				}
				if t := w[k+1].text; t != "the" && t != "this" && t != "these" && t != "its" {
					continue
				}
				if slices.ContainsFunc(w[k+2:max(k+2, memberEndEn(w, k+2))], func(x wordEn) bool { return lang.Stem(x.text) == made }) {
					return 1, p
				}
			}
		}
	}
	return 0, part{}
}

// knownMeansEn is knownIn for a means, where who does something is another word than what he does: checked by inspectors, checked by cameras.
func (v *view) knownMeansEn(r []rune, set []uint64, text []rune) (float64, bool) {
	w := strings.TrimSuffix(string(r), "s")
	if (strings.HasSuffix(w, "or") || strings.HasSuffix(w, "er")) && !strings.Contains(w, " ") && !containsRunes(text, []rune(w)) {
		return 0, true
	}
	return v.knownIn(r, set, text)
}

// agesAtEn reads ages that are no plain stretch of numbers, from word k on: aged four and five; from their first birthday until they turn six.
func agesAtEn(s *sentence, w []wordEn, k int) (bandEn, bool) {
	if a, b := numberEn(w[k].text), numberEn(w[k+2].text); a > 0 && b == a+1 && (w[k+1].text == "and" || w[k+1].text == "or") && (w[k-1].text == "aged" || w[k-1].text == "of" && textAt(w, k+3) == "years") {
		return bandEn{a, b, s.quote(w[k].start, w[k+2].end)}, true
	}
	a := ordinalValueEn(w[k].text)
	if a == 0 || w[k+1].text != "birthday" {
		return bandEn{}, false
	}
	for j := k + 2; j < len(w) && j < k+9; j++ {
		if b := numberEn(w[j].text); b > a && (w[j-1].text == "turn" || w[j-1].text == "are" || w[j-1].text == "reach") {
			return bandEn{a, b - 1, s.quote(w[k].start, w[j].end)}, true
		}
		if b := ordinalValueEn(w[j].text); b > a && textAt(w, j+1) == "birthday" {
			return bandEn{a, b - 1, s.quote(w[k].start, w[j+1].end)}, true
		}
	}
	return bandEn{}, false
}

// spanOfEn is a stretch of kinds from one end to the other: from beginners to advanced learners.
type spanOfEn struct {
	s          *sentence
	from, to   lang.Span
	start, end int
}

// spansOfEn finds such stretches in promises, of things and neither of times, places nor numbers.
func spansOfEn(parts []part) []spanOfEn {
	var out []spanOfEn
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 0; k+3 < len(w); k++ {
			if w[k].text != "from" || determinersEn[w[k+1].text] || numberEn(w[k+1].text) > 0 || slices.Contains(monthsEn, w[k+1].text) || slices.Contains(weekdaysEn, w[k+1].text) || yearSeasonsEn[w[k+1].text] || p.s.properEn(slices.IndexFunc(p.s.words, func(x wordEn) bool { return x.start == w[k+1].start })) {
				continue
			}
			to := memberEndEn(w, k+1)
			if textAt(w, to) != "to" && textAt(w, to) != "through" || to > k+4 {
				continue
			}
			end := memberEndEn(w, to+1)
			if end <= to+1 || end > to+5 {
				continue
			}
			out = append(out, spanOfEn{p.s, lang.Span{Start: w[k+1].start, End: w[to-1].end}, lang.Span{Start: w[to+1].start, End: w[end-1].end}, w[k].start, w[end-1].end})
		}
	}
	return out
}

// oneEndLeftEn finds a stretch of kinds on one side of which the other names but one end: from beginners to advanced learners, for beginners.
func (v *view) oneEndLeftEn(in, other []part, set []uint64, text []rune) (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(other) == 0 || len(spansOfEn(other)) > 0 || v.retained() < 0.6 {
		return Evidence{}, false
	}
	for _, sp := range spansOfEn(in) {
		a, anyA := v.knownIn(sp.s.r[sp.from.Start:sp.from.End], set, text)
		b, anyB := v.knownIn(sp.s.r[sp.to.Start:sp.to.End], set, text)
		if anyA && anyB && (a == 1 && b == 0 || a == 0 && b == 1) {
			return sp.s.quote(sp.start, sp.end), true
		}
	}
	return Evidence{}, false
}
