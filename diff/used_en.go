package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// What was looked into, planned, made or tried, and is to be used or done now, whatever the words.

var (
	// planningEn are acts of getting a thing onto paper, bringingEn those by which it comes to be there. Each brings one thing about, which is there from then on.
	planningEn = rootsEn("develop prepare draft draw write compile design devise formulate elaborate plan")
	bringingEn = rootsEn("build construct acquire buy purchase procure obtain make create produce install order commission print erect set fit")
	// tryingEn are words of trying something out.
	tryingEn = rootsEn("try trial pilot experiment")
	// toFinishEn tell that a thing is not there yet, or is made once more.
	toFinishEn = rootsEn("finish complete conclude revise update amend renew replace extend enlarge improve correct refine test tender")
	// findingsEn tell in results that what was looked into is known now.
	findingsEn = rootsEn("find show conclude recommend prove finding conclusion recommendation report reveal suggest confirm demonstrate notice outcome answer")
	// lookingEn are acts of looking into something.
	lookingEn = rootsEn("study explore research investigate consider inquire examine review assess look analyse")
	// askedAboutEn are what one looks into to know whether or how to act.
	askedAboutEn = setEn("effect effects impact impacts need ways causes cause merits benefits benefit usefulness suitability potential case scope consequences advantages drawbacks practicability desirability cost costs whether")
	// givenEn make a thing one that is there already.
	givenEn = setEn("the its their this these those our his her such said")
)

// rootsEn are the roots of words, by which all their forms and those that say the same are met.
func rootsEn(words string) map[string]bool {
	m := map[string]bool{}
	for w := range setEn(words) {
		m[derivedEn(lang.Stem(w))] = true
	}
	return m
}

func rootOfEn(w wordEn) string { return derivedEn(lang.Stem(w.text)) }

// madeEn is the noun of what a clause of the plan brings about, by the root of its last word, and whether it stands there as one that was not there before; "" if there is none.
func madeEn(p part) (noun string, fresh bool) {
	c := p.clause()
	w := between(p.s.words, c.start, c.end)
	modal := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
	from := 0
	switch {
	case modal > 0 && textAt(w, modal+1) == "be": // its subject
	case modal >= 0:
		from = modal + 1
		for from < len(w) && lang.Stem(w[from].text) != c.verb {
			from++
		}
		from++
		for t := textAt(w, from); t == "out" || t == "up" || t == "together"; t = textAt(w, from) {
			from++
		}
	default:
		return "", false
	}
	if from >= len(w) {
		return "", false
	}
	fresh = !givenEn[w[from].text]
	for from < len(w) && (determinersEn[w[from].text] || w[from].text == "a" || w[from].text == "an" || numberEn(w[from].text) > 0) {
		from++
	}
	end := memberEndEn(w, from)
	for k := from + 1; k < end; k++ { // a route linking A and B
		if participleEn(w[k].text) {
			end = k
		}
	}
	if end <= from {
		return "", false
	}
	return rootOfEn(w[end-1]), fresh
}

// putToUseEn finds a promise for which what the plan was to make, buy, plan or try is there: "develop a consent form", "Wards will hand the consent form to parents". What was
// made stands there as known (the form, its register), and no word tells that it is still made or made again.
func (v *view) putToUseEn(parts []part) (part, bool) {
	if v.rd.lang.Code != "en" || v.progress != schema.Done || v.planRecursEn() {
		return part{}, false
	}
	was := v.planClauses()
	if len(was) != 1 || len(parts) == 0 {
		return part{}, false
	}
	c := was[0].clause()
	root := derivedEn(c.verb)
	tested := root == "test" && provedEn(parts)
	tries := tryingEn[root] || tested || was[0].s.has("trial", c.start, c.end)
	if v.restNextEn(parts) || root == derivedEn(lang.Stem("make")) && slices.ContainsFunc(between(was[0].s.words, c.start, c.end), func(x wordEn) bool {
		return x.text == "available" || x.text == "accessible" || x.text == "public" || x.text == "known"
	}) {
		return part{}, false // what is there is given out, and made is nothing
	}
	if c.negated || c.tense != planned || !tries && !planningEn[root] && !bringingEn[root] {
		return part{}, false
	}
	noun, fresh := madeEn(was[0])
	if noun == "" || !fresh && root != derivedEn("buy") {
		return part{}, false
	}
	at := part{}
	for _, p := range parts {
		if p.clause().negated || p.s.has("again", p.clause().start, p.clause().end) {
			return part{}, false
		}
		w := p.s.words
		for k, x := range w {
			r := rootOfEn(x)
			switch {
			case r == noun:
				j := k - 1
				for j >= 0 && !givenEn[w[j].text] && !phraseEndsEn[w[j].text] && !determinersEn[w[j].text] && wordRune([]rune(w[j].text)[0]) && j > k-5 {
					j--
				}
				if j >= 0 && givenEn[w[j].text] || tries {
					at = p
				}
			case tested && (r == root || toFinishEn[r]):
			case r == root, toFinishEn[r], planningEn[r] && planningEn[root] && !stopEn[x.text], (planningEn[r] || bringingEn[r]) && bringingEn[root], tries && (tryingEn[r] || planningEn[r]):
				if x.text != "set" && x.text != "make" && x.text != "made" && x.text != "order" && x.text != "plan" && x.text != "plans" {
					return part{}, false
				}
			}
		}
	}
	return at, at.s != nil
}

// forGoodEn tell that what was a trial is one no longer.
var forGoodEn = setEn("good permanently permanent definitively indefinitely lasting")

// nextAfterEn finds a promise that comes after the act that the plan promised and the results report: the trial is over and the act goes on for good; what was tagged is followed; the counter that was
// opened is open on two days.
func (v *view) nextAfterEn(parts []part) (part, bool) {
	if p, ok := v.concludedEn(parts); ok {
		return p, true
	}
	if v.rd.lang.Code != "en" || v.progress != schema.Done || v.planRecursEn() {
		return part{}, false
	}
	was := v.planClauses()
	if len(was) != 1 || len(parts) == 0 || slices.ContainsFunc(parts, func(p part) bool {
		return p.clause().negated || p.s.has("again", p.clause().start, p.clause().end)
	}) {
		return part{}, false
	}
	if v.restNextEn(parts) {
		return part{}, false
	}
	c := was[0].clause()
	root := derivedEn(c.verb)
	trial := was[0].s.has("trial", c.start, c.end)
	noun, fresh := madeEn(was[0])
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		if trial && !p.s.has("trial", 0, len(p.s.r)) && slices.ContainsFunc(w, func(x wordEn) bool { return forGoodEn[x.text] }) {
			return p, true
		}
		if root == "open" && fresh && len(parts) == 1 && !containsRunes(was[0].s.r, []rune("be open ")) {
			k := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "open" })
			if k > 0 && w[k-1].text == "be" && slices.ContainsFunc(w[:k], func(x wordEn) bool { return rootOfEn(x) == noun }) {
				return p, true
			}
			continue
		}
		if root == "" || noun == "" || v.keepsUp(p.s, p.clause()) || slices.ContainsFunc(parts, func(q part) bool { return q.clause().verb == c.verb }) {
			continue
		}
		told := false
		for k := 1; k < len(w); k++ {
			if rootOfEn(w[k]) != root {
				continue
			}
			t, n := w[k].text, textAt(w, k+1)
			if !strings.HasSuffix(t, "ed") && !lang.PastForm(t) && !oddParticiplesEn[t] {
				told = false
				break // the act itself
			}
			before := givenEn[w[k-1].text] && n != "" && rootOfEn(w[k+1]) == noun
			behind := rootOfEn(w[k-1]) == noun && (n == "in" || n == "last" || n == "so" || n == "during" || n == "by" || n == "there")
			if told = before || behind; !told {
				break
			}
		}
		if told {
			return p, true
		}
	}
	return part{}, false
}

var (
	// talksEn are acts of coming to terms over a text, sealsEn those by which it is settled.
	talksEn = stemsEn("negotiate discuss talk debate draft prepare")
	sealsEn = stemsEn("conclude sign ratify seal initial")
)

// concludedEn finds a promise to settle what the plan was to negotiate: "negotiate a treaty", "conclude the treaty".
func (v *view) concludedEn(parts []part) (part, bool) {
	was := v.planClauses()
	if v.rd.lang.Code != "en" || len(was) != 1 || !talksEn[was[0].clause().verb] || v.retained() < 0.3 {
		return part{}, false
	}
	for _, p := range parts {
		if c := p.clause(); sealsEn[c.verb] && !c.negated && !was[0].hasWordEn(c.verb) {
			if share, any := v.knownIn([]rune(c.object), v.planSet, v.planText); any && share >= 0.5 {
				return p, true
			}
		}
	}
	return part{}, false
}

// restNextEn says whether promises are of what is left of the plan's things: the remaining three forms, the rest of the stones.
func (v *view) restNextEn(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k < len(w); k++ {
			if t, n := w[k].text, textAt(w, k+1); w[k-1].text == "the" && (t == "remaining" || t == "outstanding" || t == "rest" && n == "of" || t == "remainder" && n == "of") && !periodsEn[n] {
				end := memberEndEn(w, k+1)
				if n == "of" {
					end = memberEndEn(w, skipDeterminersEn(w, k+2))
				}
				if noun := lang.Stem(w[max(k, end-1)].text); slices.ContainsFunc(v.planClauses(), func(q part) bool { return q.hasWordEn(noun) }) {
					return true
				}
			}
		}
		return false
	})
}

// restToComeEn says whether the next plan promises the plan's act for what is left of the same things, so that what the results report was done to some of them only.
func (v *view) restToComeEn() bool {
	if v.rd.lang.Code != "en" || v.planRecursEn() || len(fractionsIn(v.planClauses())) > 0 || v.restNextEn(v.planClauses()) {
		return false
	}
	return v.restNextEn(v.plannedParts()) && v.retained() >= 0.5 && slices.ContainsFunc(v.plannedParts(), func(p part) bool { return v.planHasVerb(p.clause().verb) })
}

// provedEn says whether promises speak of what came out of a test: the pumps that proved themselves in the tests.
func provedEn(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool {
		return slices.ContainsFunc(p.s.words, func(x wordEn) bool {
			return x.text == "proved" || x.text == "proven" || x.text == "successful" || x.text == "worked" || x.text == "best"
		})
	})
}

// lookedIntoEn says whether what the plan was to look into is known now: it asks for what decides on an act (the effects of, the need for), or the results tell what was found.
func (v *view) lookedIntoEn() bool {
	if v.progress != schema.Done || v.planRecursEn() {
		return false
	}
	found := slices.ContainsFunc(v.u.results, func(s *sentence) bool {
		return slices.ContainsFunc(s.words, func(x wordEn) bool { return findingsEn[rootOfEn(x)] })
	})
	for _, p := range v.planClauses() {
		c := p.clause()
		if !lookingEn[derivedEn(c.verb)] && !(c.verb == "look" && p.s.has("stage-study", c.start, c.end)) {
			return false
		}
		w := between(p.s.words, c.start, c.end)
		if slices.ContainsFunc(w, func(x wordEn) bool { return askedAboutEn[x.text] }) {
			return true
		}
	}
	return found
}

// stillAskedEn says whether promises still look into something.
func stillAskedEn(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool {
		return slices.ContainsFunc(p.s.words, func(x wordEn) bool {
			return lookingEn[rootOfEn(x)] || openWorkEn[x.text] || strings.HasPrefix(x.text, "monitor") || x.text == "survey" || x.text == "learn" || x.text == "known"
		})
	})
}

// alongEn finds something further that the next plan takes in behind what the plan named, in the same breath: "telephones, along with batteries and lamps, will be collected".
func (v *view) alongEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, p := range v.plannedParts() {
		w := p.s.words
		for k := 2; k+2 < len(w); k++ {
			n := 0
			switch t, next := w[k].text, w[k+1].text; {
			case t == "along" && next == "with", t == "together" && next == "with", t == "coupled" && next == "with":
				n = 2
			case t == "plus" || t == "besides":
				n = 1
			case t == "as" && next == "well" && w[k+2].text == "as":
				n = 3
			case t == "and" && (next == "also" || next == "likewise" || next == "now"):
				n = 2
			}
			if n == 0 || w[k].start < p.clause().start || w[k].start >= p.clause().end && p.c+1 == len(p.s.clauses) {
				continue
			}
			before := k - 1
			if w[before].text == "," {
				before--
			}
			from := k + n
			for from < len(w) && (determinersEn[w[from].text] || phraseEndsEn[w[from].text] && !finiteEn[w[from].text]) {
				from++
			}
			end := memberEndEn(w, from)
			if end <= from || before < 0 || !v.knowsEn(p.s.r[w[before].start:w[before].end]) || p.s.has("verb", w[before].start, w[before].end) || p.s.has("verb", w[from].start, w[from].end) {
				continue
			}
			a, b := w[from].start, w[end-1].end
			if slices.ContainsFunc(p.s.ministries, func(m lang.Mention) bool { return m.Span.Start < b && m.Span.End > a }) || slices.ContainsFunc(p.s.dates, func(d lang.Date) bool { return d.Span.Start < b && d.Span.End > a }) {
				continue
			}
			if share, any := v.knownIn(p.s.r[a:b], v.planSet, v.planText); any && share == 0 && v.retained() >= 0.5 {
				return p.s.quote(w[k].start, b), true
			}
		}
	}
	return Evidence{}, false
}

// actLeftOutEn finds one of two acts of a plan's sentence of which the next plan has no word, while it says the other again and hardly anything else.
func (v *view) actLeftOutEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(v.u.plan) != 1 || len(v.plannedParts()) == 0 {
		return Evidence{}, false
	}
	acts := v.planClauses()
	if len(acts) != 2 {
		return Evidence{}, false
	}
	fresh := 0.0
	for _, p := range v.plannedParts() {
		for _, f := range p.clause().features {
			if _, known := slices.BinarySearch(v.planSet, f); !known {
				fresh++
			}
		}
	}
	for k, p := range acts {
		c, o := p.clause(), acts[1-k].clause()
		if c.tense != planned || c.negated || o.negated || o.verb == "" || c.verb == "" {
			continue
		}
		gone, shared := 0.0, 0.0
		for _, f := range c.features {
			switch _, there := slices.BinarySearch(v.nextSet, f); {
			case !there:
				gone++
			case slices.Contains(o.features, f):
				shared++
			}
		}
		n := float64(len(c.features))
		if (gone >= 3 || gone == 2 && fresh <= 1) && gone+shared == n && fresh*2 <= gone && overlap(o.features, v.nextSet, nil) >= 0.6*float64(len(o.features)) {
			return p.s.quote(c.start, c.end), true
		}
	}
	return Evidence{}, false
}

// askedKnownEn says whether the next plan has most of what the plan asks about in a clause of its own: examine, with three universities, whether dogs relieve stress.
func (v *view) askedKnownEn() bool {
	for _, s := range v.u.plan {
		for i := range s.clauses {
			c := &s.clauses[i]
			w := between(s.words, c.start, c.end)
			if c.kind == ifClause && textAt(w, 0) == "whether" && len(c.features) > 1 && overlap(c.features, v.nextSet, nil) >= 0.5*float64(len(c.features)) {
				return true
			}
		}
	}
	return false
}

// testsAgainEn says whether what looks like a trial in the plan is a check made again and again: test the water weekly.
func (v *view) testsAgainEn() bool {
	return v.planRecursEn() && !slices.ContainsFunc(v.planClauses(), func(p part) bool { return p.clause().stage == drafting && p.clause().verb != "test" })
}

// nominalActEn says whether a member of a list is one of several acts of the plan in the form of a noun: "the transcription of the registers and their publication".
func (v *view) nominalActEn(s *sentence, m lang.Span) bool {
	acts := 0
	for _, p := range v.planClauses() {
		if c := p.clause(); c.tense == planned && c.verb != "" {
			acts++
		}
	}
	k := slices.IndexFunc(s.words, func(x wordEn) bool { return x.start >= m.Start })
	if acts < 2 || k < 1 {
		return false
	}
	if t := s.words[k].text; t == "their" || t == "its" {
		k++
	} else if t := s.words[k-1].text; t != "their" && t != "its" {
		return false
	}
	return actNounEn(textAt(s.words, k))
}
