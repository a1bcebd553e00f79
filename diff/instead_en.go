package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// objectInReasonEn finds what the plan was to make or do only in the reason that the next plan gives, while it promises another act on another thing for the same ones: sink wells, "As most
// wells turned brackish, sites will be supplied with tanks".
func (v *view) objectInReasonEn() []signal {
	was, parts := v.planClauses(), v.plannedParts()
	if v.rd.lang.Code != "en" || len(was) != 1 || len(parts) == 0 || v.progress == schema.NotReported {
		return nil
	}
	object := lastWordEn(was[0].clause().object)
	verb := was[0].clause().verb
	if object == "" || verb == "" || was[0].clause().negated || len(v.u.next) != 1 {
		return nil
	}
	fresh := 0
	for _, p := range parts {
		c := p.clause()
		if c.negated || p.hasWordEn(object) || p.hasWordEn(verb) || sameMeaningEn(verb, c.verb) || overlap(v.u.features, c.features, nil) == 0 || p.s.has("again", c.start, c.end) || p.s.has("upkeep", c.start, c.end) || p.s.has("complete", c.start, c.end) {
			return nil
		}
		fresh += len(c.features) - int(overlap(v.u.features, c.features, nil))
	}
	if fresh < 3 {
		return nil
	}
	n := v.u.next[0]
	for i := range n.clauses {
		c := &n.clauses[i]
		if c.kind == reasonClause && (part{n, i}).hasWordEn(object) {
			return []signal{{string(schema.Revised), 3.2, n.quote(c.start, c.end)}}
		}
	}
	return nil
}

// meansInReasonEn finds the means of the plan only in the reason that the next plan gives, which does the same with another verb: by enamel plates, "Because plates are stolen, names will
// be painted on the walls".
func (v *view) meansInReasonEn() []signal {
	was, parts := v.planClauses(), v.plannedParts()
	if v.rd.lang.Code != "en" || len(was) != 1 || len(parts) != 1 || v.retained() < 0.3 {
		return nil
	}
	p, c := parts[0], parts[0].clause()
	if c.negated || c.verb == "" || sameMeaningEn(was[0].clause().verb, c.verb) || v.knowsEn([]rune(c.verb)) {
		return nil
	}
	w := between(was[0].s.words, was[0].clause().start, was[0].clause().end)
	for k := 1; k+1 < len(w); k++ {
		if !meansEn[w[k].text] || notMeansEn[w[k+1].text] {
			continue
		}
		end := memberEndEn(w, k+1)
		if end <= k+1 || w[k+1].text == "the" || w[k+1].text == "a" || slices.ContainsFunc(was[0].s.dates, func(d lang.Date) bool { return d.Span.Start < w[end-1].end && d.Span.End > w[k].end }) || p.hasWordEn(lang.Stem(w[end-1].text)) || slices.ContainsFunc(was[0].s.ministries, func(m lang.Mention) bool { return m.Span.Start < w[end-1].end && m.Span.End > w[k].end }) {
			continue
		}
		for i := range p.s.clauses {
			if o := &p.s.clauses[i]; o.kind == reasonClause && o.tense != planned && (part{p.s, i}).hasWordEn(lang.Stem(w[end-1].text)) {
				return []signal{{string(schema.Revised), 3.2, p.s.quote(o.start, o.end)}}
			}
		}
	}
	return nil
}

// failedSoElseEn finds another act on another thing for the same ones, where the plan's own is reported as not done and neither its act nor its thing is met again: wells will be drilled in the
// valleys, "Water for the valleys will be brought by pipe".
func (v *view) failedSoElseEn() []signal {
	was, parts := v.planClauses(), v.plannedParts()
	if v.rd.lang.Code != "en" || len(was) != 1 || len(parts) == 0 || v.progress != schema.NotDone || len(v.u.next) != 1 || v.u.next[0].speaksOfEnd() {
		return nil
	}
	c := was[0].clause()
	object := c.object
	if c.verb == "" || object == "" || c.negated || c.stage == studying {
		return nil
	}
	all := wholeOf(parts)
	fresh := 0
	for _, p := range all {
		if p.hasWordEn(lastWordEn(object)) || p.hasWordEn(c.verb) || p.clause().negated || p.clause().stage == studying || p.s.has("again", p.clause().start, p.clause().end) || overlap(featuresEn([]rune(c.verb)), p.clause().features, nil)+overlap(featuresEn([]rune(lastWordEn(object))), p.clause().features, nil) > 0 {
			return nil
		}
		fresh += len(p.clause().features) - int(overlap(v.u.features, p.clause().features, nil))
	}
	if fresh < 2 || v.retained() < 0.2 {
		return nil
	}
	return []signal{{string(schema.Revised), 3, parts[0].s.quote(parts[0].clause().start, parts[0].clause().end)}}
}

// otherHandsEn finds that others do from now on for the body what it did by itself (on the Authority's behalf, under contract), or that it is done without those who did it.
func (v *view) otherHandsEn() []signal {
	if v.rd.lang.Code != "en" || v.retained() < 0.4 {
		return nil
	}
	own := slices.ContainsFunc(v.u.plan, func(s *sentence) bool { return s.onBehalfAt() > 0 })
	for _, p := range v.plannedParts() {
		if k := p.s.onBehalfAt(); k > 0 && !own && !p.clause().negated && !p.s.goesOnEn() && v.firmEn(p) && !slices.ContainsFunc(v.u.results, func(r *sentence) bool { return r.onBehalfAt() > 0 }) {
			return []signal{{string(schema.Revised), 3, p.s.quote(p.s.words[k-1].start, p.s.words[k].end)}}
		}
		w := between(p.s.words, p.clause().start, len(p.s.r))
		for k := 1; k+1 < len(w); k++ {
			if w[k].text != "without" {
				continue
			}
			for _, a := range v.planClauses() {
				if doer := a.doerEn(); doer != "" && lang.Stem(w[k+1].text) == doer {
					return []signal{{string(schema.Revised), 3.2, p.s.quote(w[k].start, w[k+1].end)}}
				}
			}
		}
	}
	return nil
}

// firmsEn are those who do for money or for others what a body did itself.
var firmsEn = setEn("firm firms company companies contractor contractors operator operators concessionaire business businesses charity charities agency agencies")

// firmEn says whether such a one, of whom the plan does not know, acts in a promise or stands behind "by".
func (v *view) firmEn(p part) bool {
	w := between(p.s.words, p.clause().start, p.clause().end)
	modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
	for k, x := range w {
		if firmsEn[x.text] && !v.knowsEn([]rune(x.text)) && (k < modal || slices.ContainsFunc(w[max(0, k-3):k], func(y wordEn) bool { return y.text == "by" })) {
			return true
		}
	}
	return false
}

// onBehalfAt is the word by which a sentence tells that something is done for somebody else: behalf of "on its behalf", contract of "under contract"; 0 if none does.
func (s *sentence) onBehalfAt() int {
	for k := 1; k < len(s.words); k++ {
		switch s.words[k].text {
		case "behalf":
			return k
		case "contract":
			if s.words[k-1].text == "under" {
				return k
			}
		case "contractor", "contractors", "concessionaire", "subcontractor":
			if s.words[k-1].text == "by" || textAt(s.words, k-2) == "by" {
				return k
			}
		}
	}
	return 0
}

// doerEn is the stem of the noun that acts in an active promise: inspectors of "Inspectors will count".
func (p part) doerEn() string {
	w := between(p.s.words, p.clause().start, p.clause().end)
	k := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
	if k < 1 || k > 3 || textAt(w, k+1) == "be" {
		return ""
	}
	return lang.Stem(w[k-1].text)
}

// lastWordEn is the stem of the last word of a noun phrase.
func lastWordEn(t string) string {
	w := wordsEn([]rune(t))
	if len(w) == 0 {
		return ""
	}
	return lang.Stem(w[len(w)-1].text)
}

// sameMeaningEn says whether two verbs say the same.
func sameMeaningEn(a, b string) bool { return a != "" && derivedEn(a) == derivedEn(b) }

// daysOnlyEn says whether a list is one of weekdays, which are counted and not compared.
func (v *view) daysOnlyEn(s *sentence, l series) bool {
	return v.rd.lang.Code == "en" && !slices.ContainsFunc(l.members, func(m lang.Span) bool {
		w := wordsEn(s.r[m.Start:m.End])
		return len(w) == 0 || !slices.Contains(weekdaysEn, strings.TrimSuffix(w[len(w)-1].text, "s"))
	})
}

// ageLimitEn finds a limit of age in some clauses where others have none: children under ten, people aged 65 and over.
func (v *view) ageLimitEn(in, other []part) (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	known := func(n float64) bool { // between 60 and 74, where the other side has people aged 60 to 74
		return slices.ContainsFunc(other, func(p part) bool {
			return slices.ContainsFunc(p.s.words, func(x wordEn) bool { return numberEn(x.text) == n })
		})
	}
	ages := func(parts []part, skip func(float64) bool) (Evidence, bool) {
		for _, p := range parts {
			for _, q := range p.s.quantities {
				if q.Kind != lang.Duration || q.Unit != "year" || q.Value > 100 || skip(q.Value) || q.Span.Start < p.clause().start || q.Span.End > p.clause().end {
					continue
				}
				w := between(p.s.words, p.clause().start, q.Span.End)
				for k := len(w) - 1; k > 0 && k > len(w)-7; k-- {
					t := w[k].text
					if t == "aged" || (t == "under" || t == "over" || t == "below" || t == "above") && (whoAgesEn[w[k-1].text] || t == "over" && w[k-1].text == "and" && k > 1) || t == "age" && w[k-1].text == "of" {
						return p.s.quote(w[k-1].start, q.Span.End), true
					}
				}
				if n := between(p.s.words, q.Span.Start, p.clause().end); len(n) > 2 && (n[1].text == "or" || n[1].text == "and") && (n[2].text == "over" || n[2].text == "older" || n[2].text == "under" || n[2].text == "younger") {
					return p.s.quote(n[0].start, n[2].end), true
				}
			}
		}
		return Evidence{}, false
	}
	ev, ok := ages(in, known)
	if _, had := ages(other, func(float64) bool { return false }); !ok || had {
		return Evidence{}, false
	}
	for _, p := range other { // people over 75, older people
		if slices.ContainsFunc(p.s.words, func(x wordEn) bool { return agesEn[x.text] && !clausesHaveEn(in, x.text) }) {
			return Evidence{}, false
		}
	}
	return ev, true
}

// noLongerThingEn finds that one thing is used and no longer another one, which the plan names: "Sand will be strewn on the road, and no longer salt".
func (v *view) noLongerThingEn() []signal {
	if v.rd.lang.Code != "en" {
		return nil
	}
	for _, p := range v.plannedParts() {
		w := p.s.words
		for k := 2; k+2 < len(w); k++ {
			if w[k].text != "no" || w[k+1].text != "longer" || w[k-1].text != "and" && w[k-1].text != "," || w[k].start > p.clause().end {
				continue
			}
			from := k + 2
			for from < len(w) && (stopEn[w[from].text] || meansEn[w[from].text]) {
				from++
			}
			end := memberEndEn(w, from)
			if end <= from || finiteEn[textAt(w, end)] || participleEn(w[from].text) || !v.knowsEn(p.s.r[w[end-1].start:w[end-1].end]) {
				continue
			}
			if n := textAt(w, end); n == "" || !wordRune([]rune(n)[0]) || phraseEndsEn[n] {
				return []signal{{string(schema.Revised), 4.5, p.s.quote(w[k].start, w[end-1].end)}}
			}
		}
	}
	return nil
}

// oldStaysEn finds another thing in the place of the plan's for the same act, where the plan's own is to stay where it is: "Facsimiles will be lent; the originals will stay in the vaults".
func (v *view) oldStaysEn() []signal {
	parts := v.plannedParts()
	if v.rd.lang.Code != "en" || len(parts) != 2 || len(v.planClauses()) != 1 {
		return nil
	}
	c := v.planClauses()[0].clause()
	a, b := parts[0].clause(), parts[1].clause()
	if a.verb != c.verb || a.negated || b.verb != "stay" && b.verb != "remain" && b.verb != "keep" && b.verb != "rest" || v.promisesVerb(b.verb) {
		return nil
	}
	w := between(parts[1].s.words, b.start, b.end)
	modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
	if modal < 1 {
		return nil
	}
	old, any := v.knownIn([]rune(w[modal-1].text), v.rd.featuresOf([]rune(c.object)), []rune(c.object))
	fresh, named := v.knownIn([]rune(a.object), v.planSet, v.planText)
	if any && old == 1 && named && fresh == 0 {
		return []signal{{string(schema.Revised), 3.5, parts[0].s.quote(a.start, a.end)}}
	}
	return nil
}

// whoAgesEn are those of whom an age is told.
var whoAgesEn = setEn("children people persons those pupils women men girls boys adults residents citizens everyone anyone youngsters workers patients drivers applicants mothers parents employees players athletes writers artists farmers researchers members passengers students")

// askedForEn says whether sentences give something to those who ask for it: to any school that asks, on request.
func askedForEn(in []*sentence) bool {
	return slices.ContainsFunc(in, func(s *sentence) bool {
		for k, x := range s.words {
			switch lang.Stem(x.text) {
			case "ask", "request", "apply", "wish", "want", "demand", "desire", "requir":
				p := textAt(s.words, k-1)
				if relativesEn[p] || p == "on" || p == "upon" || x.text == "asking" || x.text == "wishing" || x.text == "requesting" || x.text == "applying" || p == "they" || p == "it" || p == "may" {
					return true
				}
			}
		}
		return false
	})
}

// namesAnewEn finds a further round told by names: the sheets Norcross and Vale, two further sheets, Eastmoor and Pell. As many names of the same, all others, of which the plan's are
// reported, or which are called further ones.
func (v *view) namesAnewEn() (Evidence, bool) {
	was, is := namesInEn(v.planClauses()), namesInEn(v.plannedParts())
	if len(was) == 0 || len(was) != len(is) || v.progress != schema.Done {
		return Evidence{}, false
	}
	for i := range is {
		if share, any := v.knownIn([]rune(strings.ToLower(is[i].Quote)), v.planSet, v.planText); !any || share > 0 {
			return Evidence{}, false
		}
	}
	if !slices.ContainsFunc(v.plannedParts(), func(p part) bool { return v.planHasVerb(p.clause().verb) }) {
		return Evidence{}, false
	}
	set, text := gather(v.u.results)
	done, _ := v.knownIn([]rune(strings.ToLower(was[0].Quote)), set, text)
	further := slices.ContainsFunc(v.plannedParts(), func(p part) bool {
		return slices.ContainsFunc(p.s.words, func(x wordEn) bool {
			return x.text == "further" || x.text == "next" || x.text == "another" || x.text == "other"
		})
	})
	return is[0], done == 1 || further
}

// namesInEn are the proper names that clauses list.
func namesInEn(parts []part) []Evidence {
	var out []Evidence
	for _, p := range parts {
		for _, l := range p.s.lists {
			for _, m := range l.members {
				if l.clause == p.c && upperEn(p.s, m) && !slices.ContainsFunc(p.s.ministries, func(x lang.Mention) bool { return x.Span.Start < m.End && x.Span.End > m.Start }) {
					out = append(out, p.s.quote(m.Start, m.End))
				}
			}
		}
	}
	return out
}
