package diff

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"plandiff/lang"
	"plandiff/schema"
)

// temperatureEn draws confidence in English towards the middle. On 211 sentences written after the rules that they first met, 0.89 of those flagged with
// 0.9 and more were right; with this factor 0.9 is said of those that deserve it. No label changes by it.
const temperatureEn = 0.85

// marksEn adds cues that no list of words can hold: "nine of the 16" in the results is a part; a sentence of the next plan that opens with
// "whether" leaves something open.
func (s *sentence) marksEn(w []wordEn) {
	if s.column == schema.NextPlan && textAt(w, 0) == "whether" {
		s.hits = append(s.hits, hit{"undecided", w[0].start, w[0].end})
	}
	for k := 1; k < len(w) && s.column == schema.NextPlan; k++ { // in the summer months only
		if n := textAt(w, k+1); w[k].text == "only" && w[k-1].text != "not" && (n == "" || n == "." || n == "," || n == ";") {
			s.hits = append(s.hits, hit{"limit", w[k-1].start, w[k].end})
		}
	}
	for k := 1; k+1 < len(w) && s.column == schema.NextPlan; k++ { // cooperatives alone may apply
		if n := w[k+1].text; w[k].text == "alone" && strings.HasSuffix(w[k-1].text, "s") && (finiteEn[n] || n == "from") && !slices.ContainsFunc(w[max(0, k-6):k], func(x wordEn) bool { return x.text == "not" || x.text == "who" || x.text == "lives" || x.text == "by" }) {
			s.hits = append(s.hits, hit{"limit", w[k-1].start, w[k].end})
		}
	}
	s.marksElsewhere(w)
	if s.column != schema.Plan {
		s.marksDecided(w)
	}
	if s.column == schema.NextPlan {
		s.marksUsual(w)
		s.marksWear(w)
		s.marksInCharge(w)
		s.marksSeveral(w)
		s.marksAsOne(w)
		s.marksFate(w)
		s.marksOver(w)
		s.onlyOnceEn(w)
		s.marksClosed(w)
		s.marksTimeUp(w)
		s.marksKept(w)
		s.marksNothingComes(w)
		s.marksNoMore(w)
		s.marksOpen(w)
	}
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { // the bus stop
		return h.cue == "stop" && h.end-h.start == 4 && h.start > 4 && (hasRunes(s.r, h.start-4, "bus ") || hasRunes(s.r, h.start-5, "tram "))
	})
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { // to keep boar off the road: no going on
		if h.cue != "again" || string(s.r[h.start:h.end]) != "keep" {
			return false
		}
		k := slices.IndexFunc(w, func(x wordEn) bool { return x.start == h.start })
		return k > 0 && w[k-1].text == "to" && !finiteEn[textAt(w, k-2)] && !strings.HasSuffix(textAt(w, k+1), "ing") && textAt(w, k+1) != "on" && textAt(w, k+1) != "up"
	})
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { // the time limit, narrow lanes
		if h.cue != "limit" || !limitNounEn[string(s.r[h.start:h.end])] {
			return false
		}
		k := slices.IndexFunc(w, func(x wordEn) bool { return x.start == h.start })
		return k > 0 && !atVerbEn(w[:k])
	})
	for k, x := range w { // the goal of scanning all plates has been reached
		switch x.text {
		case "goal", "goals", "aim", "aims", "target", "targets", "objective", "objectives", "purpose":
			for j := k + 1; j < len(w) && j < k+14 && w[j].text != "," && w[j].text != "not"; j++ {
				switch w[j].text {
				case "reached", "met", "achieved", "attained", "fulfilled":
					if finiteEn[textAt(w, j-1)] || textAt(w, j-1) == "been" || textAt(w, j-1) == "fully" {
						s.hits = append(s.hits, hit{"goal", x.start, w[j].end})
					}
				}
			}
		}
	}
	if s.column != schema.Results {
		return
	}
	s.marksToldOff(w)
	s.dropHalvesOfYears(w)
	s.marksLastTime(w)
	s.marksNoTakers(w)
	for k := 0; k+2 < len(w); k++ { // all but 140 applicants; but not "have all but ceased"
		if w[k].text == "all" && w[k+1].text == "but" && !strings.HasSuffix(w[k+2].text, "ed") && !finiteEn[textAt(w, k-1)] {
			s.hits = append(s.hits, hit{"part-strong", w[k].start, w[k+1].end})
		}
	}
	s.marksKeptFrom(w)
	for k := 1; k+1 < len(w); k++ { // two of the three hill lines
		if w[k].text != "of" {
			continue
		}
		n := k + 1
		for n < len(w) && (w[n].text == "the" || w[n].text == "its" || w[n].text == "their" || w[n].text == "all" || w[n].text == "these" || w[n].text == "those" || w[n].text == "planned" || w[n].text == "some" || w[n].text == "about") {
			n++
		}
		if n == len(w) {
			break
		}
		if a, b := numberEn(w[k-1].text), numberEn(w[n].text); a > 0 && b > a && textAt(w, k-2) != "each" && textAt(w, k-2) != "every" {
			s.hits = append(s.hits, hit{"part-strong", w[k-1].start, w[n].end})
		}
	}
	for i := 1; i < len(s.quantities); i++ {
		a, b := s.quantities[i-1], s.quantities[i]
		if a.Kind != lang.Count || b.Kind != lang.Count || a.Value >= b.Value || b.Span.Start > a.Span.Start+24 {
			continue
		}
		for k := range w {
			if w[k].text == "of" && w[k].start > a.Span.Start && w[k].end < b.Span.Start+1 && w[k].start-a.Span.Start < 14 && !s.has("universal", a.Span.Start-4, a.Span.Start) {
				s.hits = append(s.hits, hit{"part-strong", a.Span.Start, b.Span.End})
				break
			}
		}
	}
}

// limitNounEn are words of limiting that are nouns and adjectives as well.
var limitNounEn = setEn("limit limits limiting narrow narrowing restrict confine confines")

// placesOfPlan are the nouns that name a part of a plan when a number or a letter follows.
var placesOfPlan = setEn("item items chapter chapters section sections part parts commitment commitments measure measures action actions objective objectives strand strands paragraph paragraphs annex annexes appendix entry entries goal goals priority theme themes heading pillar pillars programme line lines row rows activity task tasks")

// marksElsewhere adds what names another place of the plan: item 3.4, measures IV and V, Annex C, chapter two.
func (s *sentence) marksElsewhere(w []wordEn) {
	text := []rune(s.Text)
	for k := 0; k+1 < len(w); k++ {
		if !placesOfPlan[w[k].text] {
			if s.column != schema.Results && dottedPlaceEn(w, k+1) && textAt(w, k-1) != "(" {
				s.hits = append(s.hits, hit{"elsewhere", w[k+1].start, w[k+1].end})
			}
			continue
		}
		n := w[k+1]
		if n.text == "no" || n.text == "number" || n.text == "(" {
			if k+2 >= len(w) {
				continue
			}
			n = w[k+2]
		}
		roman := strings.Trim(n.text, "ivx") == "" && unicode.IsUpper(text[n.start])
		letter := len(n.text) <= 4 && unicode.IsUpper(text[n.start]) && (len(n.text) == 1 || unicode.IsDigit(text[n.start+1]) || text[n.start+1] == '.')
		s.furtherPlaces(w, k+2)
		if slices.ContainsFunc(s.hits, func(h hit) bool { return h.cue == "elsewhere" && h.start == w[k].start }) {
			continue // a cue word has it
		}
		if roman || letter || unicode.IsDigit(text[n.start]) && unicode.IsUpper(text[w[k].start]) {
			s.hits = append(s.hits, hit{"elsewhere", w[k].start, n.end})
		}
	}
}

// furtherPlaces adds the places of a plan behind the first: 2.2 and 2.3 of "items 2.1, 2.2 and 2.3", which tell of several items.
func (s *sentence) furtherPlaces(w []wordEn, k int) {
	more := false
	if s.has("merge", 0, len(s.r)) {
		return // items 4.1 and 4.2 are combined
	}
	for ; k+1 < len(w) && (w[k].text == "," || w[k].text == "and" || w[k].text == "or"); k++ {
		if w[k].text == "," && w[k+1].text == "and" {
			k++
		}
		if !unicode.IsDigit(rune(w[k+1].text[0])) {
			break
		}
		k++
		s.hits = append(s.hits, hit{"elsewhere", w[k].start, w[k].end})
		more = true
	}
	if more && s.column == schema.NextPlan {
		s.hits = append(s.hits, hit{"split", w[k-1].start, w[k-1].end})
	}
}

// placeKey tells places of the plan apart, in English by their label: 6.12 of item 6.12. Where one lies in a place that was seen, or in brackets behind one, it is that place:
// chapter 6 (see item 6.12).
func (v *view) placeKey(r []rune, start, end int, seen map[string]bool) string {
	if v.rd.lang.Code != "en" {
		return string(r[start:end])
	}
	for end < len(r) && (wordRune(r[end]) || (r[end] == '.' || r[end] == '-') && end+1 < len(r) && wordRune(r[end+1])) {
		end++
	}
	text := string(r[start:end])
	label := text[strings.LastIndexByte(text, ' ')+1:]
	open := start - 1
	for open > 0 && r[open] != '(' && r[open] != ')' {
		open--
	}
	for s := range seen {
		if strings.HasPrefix(label, s+".") || strings.HasPrefix(s, label+".") || len(seen) == 1 && open > 0 && r[open] == '(' && !(strings.Contains(s, ".") && strings.Contains(label, ".")) {
			return s
		}
	}
	return label
}

// addressEn leaves out the chapters in which the items named beside them stand: "in Chapter 6 as item 21" is one place.
func addressEn(places []found) []found {
	wide := func(f found) bool {
		name, _, _ := strings.Cut(f.text(), " ")
		return chaptersEn[strings.ToLower(name)]
	}
	if !slices.ContainsFunc(places, wide) || !slices.ContainsFunc(places, func(f found) bool { return !wide(f) }) {
		return places
	}
	return slices.DeleteFunc(places, wide)
}

// chaptersEn are the names of parts of a plan that hold items.
var chaptersEn = setEn("chapter chapters section sections part parts annex annexes strand strands objective objectives volume heading")

// besidesEn finds "In addition to A, B will be …" where the plan knows A and not B. English puts the word first, Japanese (besides) last.
func besidesEn(v *view) []signal {
	for _, f := range v.hitsOf(v.u.next, "besides") {
		if first := f.text(); v.inPlan(f) || f.h.start > f.c.start+1 && (first == "together with" || first == "along with" || first == "alongside") {
			continue // in mid-sentence: with whom it is done
		}
		w := between(f.s.words, f.h.end, len(f.s.r))
		comma := 0
		for comma < len(w) && w[comma].text != "," && !finiteEn[w[comma].text] {
			comma++
		}
		if comma == 0 || comma >= len(w) || w[comma].text != "," || v.partnerEn(f, w[comma].start) {
			continue
		}
		was, any := v.knownIn(f.s.r[f.h.end:w[comma].start], v.planSet, v.planText)
		if !any || was < 0.5 {
			continue
		}
		for _, x := range w[comma+1:] {
			if x.text == "," || x.text == ";" {
				break
			}
			if !wordRune([]rune(x.text)[0]) || stopEn[x.text] || f.s.has("filler", x.start, x.end) || f.s.has("again", x.start, x.end) {
				continue
			}
			if share, any := v.knownIn(f.s.r[x.start:x.end], v.planSet, v.planText); any && share < 0.5 {
				return []signal{{string(schema.Expanded), 4.8, f.s.quote(f.h.start, x.end)}}
			}
		}
	}
	return v.asWellEn()
}

// asWellEn finds a further act or thing behind which "as well" or "too" stands, or "also" before it, of which the plan does not know.
func (v *view) asWellEn() []signal {
	for _, p := range v.plannedParts() {
		c := p.clause()
		w := between(p.s.words, c.start, c.end)
		for len(w) > 0 && !wordRune([]rune(w[len(w)-1].text)[0]) {
			w = w[:len(w)-1]
		}
		n := len(w)
		for k := 1; k+1 < n && !c.negated; k++ { // canoeists too will be able to borrow them
			next := w[k+1].text
			if next == "," {
				next = textAt(w, k+2)
			}
			if (w[k].text == "too" || w[k].text == "well" && w[k-1].text == "as") && finiteEn[next] && v.retained() >= 0.4 {
				if share, any := v.knownIn(p.s.r[w[0].start:w[k].start], v.planSet, v.planText); any && share <= 0.5 {
					return []signal{{string(schema.Expanded), 4, p.s.quote(c.start, w[k].end)}}
				}
			}
		}
		for k := 1; k+1 < n; k++ { // and so will pensioners
			if modalsEn[w[k].text] && (w[k-1].text == "so" || w[k-1].text == "as" || w[k-1].text == "too" && textAt(w, k-2) == "so") {
				if share, any := v.knownIn(p.s.r[w[k+1].start:w[n-1].end], v.planSet, v.planText); any && share <= 0.5 {
					return []signal{{string(schema.Expanded), 4, p.s.quote(w[k-1].start, w[n-1].end)}}
				}
			}
		}
		if n < 4 || c.negated || p.s.joins || w[n-1].text != "too" && (w[n-1].text != "well" || w[n-2].text != "as") || w[n-1].text == "too" && periodsEn[w[n-2].text] {
			continue // this year too
		}
		from := 0 // of the last phrase alone: in the four provincial capitals too
		for k := n - 2; k > 1 && k > n-8 && !finiteEn[w[k].text]; k-- {
			if placesEn[w[k].text] || w[k].text == "to" || w[k].text == "for" {
				from = k
				break
			}
		}
		if share, any := v.knownIn(p.s.r[w[from].start:w[n-1].start], v.planSet, v.planText); any && share < 0.75 && v.retained() >= 0.4 {
			return []signal{{string(schema.Expanded), 4, p.s.quote(c.start, c.end)}}
		}
	}
	return nil
}

// numbersEn are the numbers of one word.
var numbersEn = func() map[string]float64 {
	m := map[string]float64{}
	small := strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	for i, w := range small {
		m[w] = float64(i + 1)
	}
	for i, tens := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		m[tens] = float64(20 + 10*i)
		for k, w := range small[:9] {
			m[tens+"-"+w] = float64(21 + 10*i + k)
		}
	}
	return m
}()

// numberEn is the value of a number in one word, in figures or letters; 0 if it is none.
func numberEn(t string) float64 {
	if t != "" && unicode.IsDigit(rune(t[0])) {
		n, _ := strconv.ParseFloat(strings.ReplaceAll(t, ",", ""), 64)
		return n
	}
	return numbersEn[t]
}

// stemInPlan says whether the plan promises in another form what a cue word tells: close, was closed.
func (v *view) stemInPlan(f found) bool {
	words := strings.Fields(f.text())
	if words[0] == "no" || words[0] == "not" {
		return false // "is no longer provided" tells the fate of what the plan provides
	}
	last := len(words) - 1
	for last > 0 && (phraseEndsEn[words[last]] || words[last] == "over") {
		last-- // opened to, handed over to
	}
	stem := lang.Stem(words[last])
	return v.promisesVerb(stem) || v.toldToDoEn(stem)
}

// toldToDoEn says whether the plan has a verb in what somebody is to do behind "to": told to close their halls.
func (v *view) toldToDoEn(stem string) bool {
	return slices.ContainsFunc(v.u.plan, func(s *sentence) bool {
		for k := 2; k+1 < len(s.words); k++ {
			if s.words[k-1].text == "to" && lang.Stem(s.words[k].text) == stem && (determinersEn[s.words[k+1].text] || s.words[k+1].text == "their" || s.words[k+1].text == "its") {
				return true
			}
		}
		return false
	})
}
