package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// countsThemEn says whether a result counts some of what it takes as named: 3,150 of the pieces, 40 of them.
func (s *sentence) countsThemEn() bool {
	_, ok := s.someOfTheseEn()
	return ok
}

// someOfTheseEn finds a number of what is taken as named, whose whole is not said, and gives the number.
func (s *sentence) someOfTheseEn() (float64, bool) {
	for k := 0; k+2 < len(s.words); k++ {
		n := numberEn(s.words[k].text)
		if n < 1 || s.words[k+1].text != "of" {
			continue
		}
		switch s.words[k+2].text {
		case "the", "these", "those", "them":
			if numberEn(textAt(s.words, k+3)) == 0 && !(k > 2 && s.words[k-1].text == "," && !hasFinitePast(s.words[k:])) {
				return n, true
			}
		}
	}
	return 0, false
}

// otherStepEn says whether what a clause tells as finished is something that the plan does not name, a step on the way: "The levelling has been finished, but".
func (v *view) otherStepEn(c *clause) bool {
	return v.rd.lang.Code == "en" && len(c.features) > 1 && overlap(v.u.features, c.features, nil) == 0 && c.contrast
}

// someOfAllEn finds in the only sentence that reports on a plan with one number a smaller number of what it takes as named: 5,200 ceramics, 3,150 of the pieces.
func (v *view) someOfAllEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(v.u.results) != 1 {
		return Evidence{}, false
	}
	r := v.u.results[0]
	n, ok := r.someOfTheseEn()
	wants := amountsOf(v.planClauses())
	if !ok || len(wants) != 1 || wants[0].Kind != lang.Count || notPlannedEn(wants[0]) || n >= wants[0].Value || len(r.quantities) > 1 && len(r.clauses) > 1 {
		return Evidence{}, false
	}
	return r.quote(0, len(r.r)), true
}

// inUseEn says whether a clause tells that what was to be made has been in use since some day: "Trains have been running on concrete sleepers since November".
func (v *view) inUseEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || !v.endState() && !v.planHas("end-act") && !v.finiteSetEn() {
		return false
	}
	w := between(s.words, c.start, c.end)
	return useEn[c.verb] && slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "since" })
}

// rejectEn are verbs by which somebody else keeps an act from being done.
var rejectEn = setEn("rejected refused blocked overturned vetoed declined forbade banned opposed withheld defeated")

// rejectedEn says whether a clause tells that others would not have what the plan was to bring about ("The referendum rejected the charge"), or that some for whom it was
// meant would not have it ("the post offices declined").
func (v *view) rejectedEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.negated || c.tense != past {
		return false
	}
	w := between(s.words, c.start, c.end)
	for k := 1; k < len(w); k++ {
		if !rejectEn[w[k].text] || beEn[w[k-1].text] || stopEn[w[k-1].text] && !pronounsEn[w[k-1].text] || v.knowsEn(s.r[w[k].start:w[k].end]) {
			continue
		}
		from := k + 1
		for from < len(w) && (determinersEn[w[from].text] || w[from].text == "such") {
			from++
		}
		end := memberEndEn(w, from)
		if end > from {
			if share, any := v.knownIn(s.r[w[from].start:w[end-1].end], v.planSet, v.planText); any && share >= 0.5 && v.endState() {
				return true
			}
			continue
		}
		if from >= len(w) || !wordRune([]rune(w[from].text)[0]) {
			if share, any := v.knownIn(s.r[c.start:w[k].start], v.planSet, v.planText); any && share == 1 {
				return true
			}
		}
	}
	return false
}

// useEn are verbs of using what is there.
var useEn = stemsEn("run use operate serve travel drive fly sail enjoy benefit receive cross ride call send supply deliver work transmit report record stand obtain answer show")

// tookLongerEn finds a longer time in the results than the plan allowed: within eight weeks, "took eleven weeks on average".
func (v *view) tookLongerEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, want := range amountsOf(v.planClauses()) {
		k := slices.IndexFunc(want.s.words, func(x wordEn) bool { return x.start >= want.Span.Start })
		if want.Kind != lang.Duration || textAt(want.s.words, k-1) != "within" {
			continue
		}
		for _, r := range v.u.results {
			for _, got := range r.quantities {
				at := slices.IndexFunc(r.words, func(x wordEn) bool { return x.start >= got.Span.Start })
				took := slices.ContainsFunc(r.words[max(0, at-3):max(at, 0)], func(x wordEn) bool {
					return x.text == "took" || x.text == "averaged" || x.text == "after" || x.text == "waited"
				})
				if got.Kind == lang.Duration && got.Unit == want.Unit && got.Value > want.Value && took {
					return r.quote(got.Span.Start, got.Span.End), true
				}
			}
		}
	}
	return Evidence{}, false
}

// butNotEn says whether the "not" at word k takes something out of what was reported before, and denies no act: "reached food packers but not packers of detergents".
func butNotEn(w []wordEn, k int) bool {
	if k < 1 || w[k].text != "not" {
		return false
	}
	switch w[k-1].text {
	case "but", "though", "although", "yet":
	default:
		return false
	}
	n := textAt(w, k+1)
	switch n {
	case "to", "of", "in", "on", "at", "for", "from", "with", "among", "outside", "beyond", "along", "near", "by", "through", "within":
		return textAt(w, k+2) != "" && !(n == "to" && !determinersEn[textAt(w, k+2)] && !strings.HasSuffix(textAt(w, k+2), "s"))
	case "only", "all", "every", "always", "as", "so", "yet", "enough", "much":
		return false
	}
	return determinersEn[n] || strings.HasSuffix(n, "s") && !stopEn[n] && len(n) > 3 && !strings.HasSuffix(n, "ss")
}

// butWhenEn says whether what is taken out there is a time or a way, so that nothing of the act is missing: "but not on rainy days".
func butWhenEn(w []wordEn, k int) bool {
	if t := textAt(w, k+1); t == "by" || t == "with" || t == "through" || t == "within" {
		return true
	}
	return slices.ContainsFunc(w[k+1:min(len(w), k+6)], func(x wordEn) bool {
		return periodsEn[x.text] || timesEn[x.text] || slices.Contains(weekdaysEn, strings.TrimSuffix(x.text, "s")) || slices.Contains(monthsEn, x.text) || x.text == "nights" || x.text == "night" || x.text == "weekends" || x.text == "holidays" || x.text == "mornings" || x.text == "evenings" || x.text == "extent" || x.text == "cost"
	})
}
