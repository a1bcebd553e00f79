package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// findingEn are verbs of what a check brings to light or what comes of it, none of them an act of who checks: 14 beaches failed the standard.
var findingEn = stemsEn("fail lack breach fall need prove show exceed contain lead result turn break want require infringe violate owe miss drop close leave withdraw decline refuse")

// worldEn says whether a clause tells how those fared to whom the planned act was done, which the sentence reports before or in another clause: "410 of them
// had not paid", "14 beaches failed the standard", "some shops have withdrawn their booths". That denies nothing of the act.
func (v *view) worldEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || v.planHasActEn(c.verb) {
		return false
	}
	at := slices.IndexFunc(s.clauses, func(o clause) bool {
		return o.start < c.start && o.kind == mainClause && o.tense == past && !o.negated && (v.planHasVerb(o.verb) || v.realisesEn(s, &o))
	})
	if at < 0 {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := 0
	for k < len(w) && (w[k].text == "and" || w[k].text == "but" || w[k].text == "," || w[k].text == "of" || w[k].text == "these" || w[k].text == "which" || w[k].text == "while") {
		k++
	}
	if i := slices.IndexFunc(s.clauses, func(o clause) bool { return o.start == c.start }); finiteEn[textAt(w, k)] && i > at+1 { // and were withdrawn: said of the same
		w, k = between(s.words, s.clauses[i-1].start, s.clauses[i-1].end), 0
		for k < len(w) && (w[k].text == "and" || w[k].text == "but" || w[k].text == "," || w[k].text == "of" || w[k].text == "these" || w[k].text == "which") {
			k++
		}
	}
	t := textAt(w, k)
	counted := numberEn(t) > 0 || t == "some" || t == "several" || t == "few" || t == "most" || t == "many" || t == "more" || t == "fewer" || t == "a" && (textAt(w, k+1) == "few" || textAt(w, k+1) == "third" || textAt(w, k+1) == "quarter" || textAt(w, k+1) == "dozen")
	if !counted {
		return false
	}
	if c.negated { // "had not paid" was so before; "could not be visited" is the act itself
		return slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "had" || x.text == "did" || x.text == "do" || x.text == "does" })
	}
	if findingEn[c.verb] {
		return true
	}
	end := k + 1 // the noun that is counted, none of the plan's
	for end < len(w) && !finiteEn[w[end].text] && end < k+4 {
		end++
	}
	share, any := v.knownIn(s.r[w[k].start:w[min(end, len(w))-1].end], v.planSet, v.planText)
	return any && share == 0
}

// planHasActEn says whether the plan promises to do what a verb tells; planHasVerb also looks at its nouns and at what others do.
func (v *view) planHasActEn(verb string) bool { return v.promisesVerb(verb) }

// totalOfEn says whether what stands before the verb of amounting at word k of a sentence names the planned act, "registrations" of "register 2,500 apprentices", or no more than a total.
func (v *view) totalOfEn(s *sentence, k int) bool {
	w := between(s.words, s.clauseAt(s.words[k].start).start, s.words[k].start)
	for len(w) > 0 && stopEn[w[0].text] {
		w = w[1:]
	}
	if slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "total" || x.text == "tally" || x.text == "count" }) {
		return true
	}
	return len(w) > 0 && strings.HasSuffix(w[0].text, "s") && slices.ContainsFunc(v.planClauses(), func(p part) bool {
		root := derivedEn(lang.Stem(w[0].text))
		return root == derivedEn(p.clause().verb) || slices.ContainsFunc(between(p.s.words, p.clause().start, p.clause().end), func(x wordEn) bool {
			return strings.HasSuffix(x.text, "ed") && rootOfEn(x) == root
		})
	})
}

// totalEndsEn says whether the number at word n counts nothing that stands behind it.
func totalEndsEn(w []wordEn, n int) bool {
	t := textAt(w, n+1)
	return t == "" || !wordRune([]rune(t)[0]) || stopEn[t]
}

// bareTotalEn finds a number without a noun behind a verb of amounting, which counts what stands before the verb: "First-time donors came to 19,300". It gives what was
// planned and what was reached.
func (v *view) bareTotalEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return Evidence{}, false
	}
	for _, want := range amountsOf(v.planClauses()) {
		if want.Kind != lang.Count || want.Value < 2 || want.Unit == "" || want.Bound == lang.LessThan || want.Bound == lang.AtMost {
			continue
		}
		noun := lang.Stem(want.Unit)
		for _, s := range v.u.results {
			for k := 1; k+1 < len(s.words); k++ {
				n := k + 1
				switch s.words[k].text {
				case "came", "amounted", "rose", "grew", "ran":
					n++
					if textAt(s.words, k+1) != "to" {
						continue
					}
				case "reached", "totalled", "totaled", "numbered":
				case "stood":
					n++
					if textAt(s.words, k+1) != "at" {
						continue
					}
				case "was":
					if !slices.ContainsFunc(s.words[:k], func(x wordEn) bool { return x.text == "number" || x.text == "total" }) {
						continue
					}
				default:
					continue
				}
				for textAt(s.words, n) == "only" || textAt(s.words, n) == "just" {
					n++
				}
				got := numberEn(strings.ReplaceAll(textAt(s.words, n), ",", ""))
				if got < 1 || got >= want.Value || textAt(s.words, n+1) == "per" || textAt(s.words, n+1) == "%" {
					continue
				}
				if slices.ContainsFunc(s.words[max(0, k-8):k], func(x wordEn) bool { return lang.Stem(x.text) == noun }) || len(amountsOf(v.planClauses())) == 1 && v.totalOfEn(s, k) && totalEndsEn(s.words, n) {
					return s.quote(s.words[k].start, s.words[n].end), true
				}
			}
		}
	}
	return Evidence{}, false
}

// avertEn are acts whose success is that something does not happen: keep rats off, prevent leaks.
var avertEn = stemsEn("prevent avoid avert protect guard stop spare exclude")

// avertedEn says whether a clause denies that something happened which the plan is to keep from happening: "no rat came ashore".
func (v *view) avertedEn(c *clause) bool {
	if v.rd.lang.Code != "en" || !c.negated {
		return false
	}
	for _, s := range v.u.plan {
		if slices.ContainsFunc(s.clauses, func(o clause) bool { return o.kind == purposeClause && o.negated && o.verb != "" && o.verb == c.verb }) {
			return true // so that consignments are not held up
		}
	}
	return slices.ContainsFunc(v.planClauses(), func(p part) bool {
		if avertEn[p.clause().verb] {
			return true
		}
		w := between(p.s.words, p.clause().start, p.clause().end)
		k := slices.IndexFunc(w, func(x wordEn) bool { return x.text == "keep" || x.text == "keeping" })
		return k >= 0 && slices.ContainsFunc(w[k+1:min(len(w), k+6)], func(x wordEn) bool {
			return x.text == "off" || x.text == "out" || x.text == "away" || x.text == "free" || x.text == "from" || x.text == "clear"
		})
	})
}

// namesLeftOutEn finds proper names of a plan's list of which the results name some and leave out others, while they say nothing of all: hearings in Alton,
// Barley and Corby; "held in Alton and Barley".
func (v *view) namesLeftOutEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(v.u.results) == 0 || len(v.u.results) > 2 {
		return Evidence{}, false
	}
	set, text := gather(v.u.results)
	for _, s := range v.u.plan {
		for _, l := range s.lists {
			proper := !slices.ContainsFunc(l.members, func(m lang.Span) bool { return !upperEn(s, m) })
			if l.open || v.ministriesOnly(s, l) || !proper && (l.acts || len(l.members) < 3 || len(v.u.plan) > 1 || len(v.u.results) > 1 || !inPromise(s, l)) {
				continue
			}
			kept, lost := v.counterpart(s, l, set, text)
			if !proper && !v.listedAgainEn(v.u.results[0], s, kept, lost) {
				continue
			}
			if len(kept) == 0 || len(lost) == 0 {
				continue
			}
			r := v.u.results[0]
			if last := kept[len(kept)-1]; containsRunes(r.r, s.r[last.Start:last.End]) && !slices.ContainsFunc([]string{"universal", "world", "all-areas"}, func(cue string) bool { return r.has(cue, 0, len(r.r)) }) && len(kept) > 1 {
				return r.quote(0, len(r.r)), true
			}
		}
	}
	return Evidence{}, false
}

// listedAgainEn says whether a result names in a list of its own those members of a plan's list that it has, and knows no word of the others: of "prams, child seats and high chairs",
// "reports appeared on prams and high chairs".
func (v *view) listedAgainEn(r, s *sentence, kept, lost []lang.Span) bool {
	for _, m := range lost {
		if overlap(v.rd.featuresOf(s.r[m.Start:m.End]), r.features, nil) > 0 {
			return false
		}
	}
	return slices.ContainsFunc(r.lists, func(l series) bool {
		return len(l.members) == len(kept) && !l.open && !slices.ContainsFunc(kept, func(m lang.Span) bool {
			own := v.rd.featuresOf(s.r[m.Start:m.End])
			return !slices.ContainsFunc(l.members, func(o lang.Span) bool { return overlap(own, v.rd.featuresOf(r.r[o.Start:o.End]), nil) > 0 })
		})
	})
}

// upperEn says whether a member of a list is a proper name.
func upperEn(s *sentence, m lang.Span) bool {
	r := []rune(s.Text)
	return m.Start < len(r) && r[m.Start] >= 'A' && r[m.Start] <= 'Z'
}

// noLongerEn says whether "no longer" tells of something in the world that has changed, and not of an act of the plan that has stopped.
func (v *view) noLongerEn(s *sentence, c *clause, h hit) bool {
	return v.rd.lang.Code == "en" && string(s.r[h.start:h.end]) == "no longer" && len(s.clauses) > 1 && !v.planHasVerb(c.verb)
}

// besideEn says whether a clause with "only" tells what came of the act that the sentence reports as done before: "The bus ran all year but carried only 30
// passengers".
func (v *view) besideEn(s *sentence, c *clause) bool {
	little := slices.ContainsFunc(between(s.words, c.start, c.end), func(x wordEn) bool {
		return x.text == "only" || x.text == "just" || x.text == "few" || x.text == "merely"
	})
	if !little || v.promisesVerb(c.verb) || overlap(v.u.features, c.features, nil) > 1 {
		return false
	}
	return slices.ContainsFunc(s.clauses, func(o clause) bool {
		return o.end <= c.start && o.kind == mainClause && !o.negated && (v.planHasVerb(o.verb) || v.realisesEn(s, &o))
	})
}

// othersGoOnEn says whether a clause gives up one of several things that the plan promised, while another clause goes on with the rest: "helmets will be
// provided; breathing apparatus is no longer provided".
func (v *view) othersGoOnEn(f found) bool {
	if f.s.self || len(v.u.plan) == 0 {
		return false
	}
	w := between(f.s.words, f.c.start, f.c.end)
	aux := slices.IndexFunc(w, func(x wordEn) bool { return finiteEn[x.text] })
	if aux <= 0 {
		return false
	}
	subject := f.s.r[w[0].start:w[aux].start]
	if share, any := v.knownIn(subject, v.planSet, v.planText); !any || share < 0.6 {
		return false
	}
	gone := false // the subject is a member of a list of the plan, or the object of one of several acts
	for _, s := range v.u.plan {
		for _, l := range s.lists {
			for _, m := range l.members {
				gone = gone || overlap(v.rd.featuresOf(s.r[m.Start:m.End]), v.rd.featuresOf(subject), nil) > 0
			}
		}
		gone = gone || len(s.clauses) > 1
	}
	return gone && slices.ContainsFunc(v.plannedParts(), func(p part) bool {
		c := p.clause()
		return c != f.c && !c.negated && !v.tellsFate(p) && !p.s.has("upkeep", c.start, c.end) && len(c.features) > 1 && overlap(c.features, v.planSet, nil) >= 0.6*float64(len(c.features)) && overlap(c.features, v.rd.featuresOf(subject), nil) == 0
	})
}

// someEn open a noun phrase that means part of those whom the plan meant all: in most towns.
var someEn = setEn("most many several some half numerous selected")

// mostOfThemEn says whether a clause that reports the act tells it of some where the plan meant all of them: "the sirens in most coastal towns were replaced".
func (v *view) mostOfThemEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.kind != mainClause || c.negated || !v.planHasVerb(c.verb) {
		return false
	}
	w := between(s.words, c.start, c.end)
	for _, h := range v.universals(v.planClauses()) {
		noun := lang.Stem(h.word())
		for k := range w {
			if !someEn[w[k].text] || k > 0 && (w[k-1].text == "the" || w[k-1].text == "at") || numberEn(textAt(w, k+1)) > 0 {
				continue
			}
			for j := k + 1; j < len(w) && j < k+5; j++ {
				if lang.Stem(w[j].text) == noun {
					return true
				}
			}
		}
	}
	return false
}

// workGoesOnEn says whether a clause tells only that work on something with an end went on: "Work on the draft law continued".
func (v *view) workGoesOnEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.kind != mainClause || c.negated || !v.endState() {
		return false
	}
	w := between(s.words, c.start, c.end)
	k := 0
	for k < len(w) && (determinersEn[w[k].text] || w[k].text == "and" || strings.HasSuffix(w[k].text, "ary")) {
		k++
	}
	if !labourEn[textAt(w, k)] {
		return false
	}
	return slices.ContainsFunc(w[k+1:], func(x wordEn) bool {
		return x.text == "continued" || x.text == "progressed" || x.text == "advanced" || x.text == "proceeded" || x.text == "resumed"
	})
}

// labourEn are nouns of being at work on something.
var labourEn = setEn("work works drafting preparation preparations talks negotiations discussions consultations planning construction building design development procurement tendering")

// preparesOnlyEn says whether every clause of a short result tells a step that leads up to something: "Premises were rented and an architect was appointed".
func (s *sentence) preparesOnlyEn() bool {
	if s.words == nil || len(s.features) > 8 {
		return false
	}
	return !slices.ContainsFunc(s.clauses, func(c clause) bool { return !s.has("prepare", c.start, c.end) })
}

// foundPartEn says whether a word of part tells what a check found ("found at 17 of 140 bridges") or stands in a relative clause ("who had enrolled at one of three",
// "told where they fell short").
func (v *view) foundPartEn(s *sentence, c *clause, h hit) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	if foundEn[c.verb] && !v.promisesVerb(c.verb) || c.negated && !v.planHasVerb(c.verb) && s.has("part-strong", c.start, c.end) && containsRunes(s.r[c.start:c.end], []rune("none")) || h.start > 4 && string(s.r[h.start-4:h.start]) == "not " {
		return true
	}
	w := between(s.words, c.start, h.start)
	for k := len(w) - 1; k >= 0 && w[k].text != ","; k-- {
		if t := w[k].text; (t == "who" || t == "which" || t == "whose" || t == "where" || t == "whether" || t == "how" || t == "that" && !saidThatEn(w, k)) && k > 0 {
			return true
		}
	}
	return false
}

// foundEn are verbs of what a check brings to light.
var foundEn = stemsEn("find detect discover show reveal prove suggest indicate")

// placeEn are acts that put a thing where it stays, so that they are finished once it stands everywhere.
var placeEn = stemsEn("place put give hang fix attach affix provide supply furnish stock lay give mark equip")

// placedEn says whether the plan was to put something at each of a number of places, and the results tell of all of them.
func (v *view) placedEn() bool {
	if !slices.ContainsFunc(v.planClauses(), func(p part) bool { return placeEn[p.clause().verb] }) || v.planHas("recurring") {
		return false
	}
	for _, s := range v.u.results {
		if s.has("all-done", 0, len(s.r)) || s.has("universal", 0, len(s.r)) || slices.ContainsFunc(s.words, func(x wordEn) bool { return x.text == "each" || x.text == "last" }) {
			return true
		}
	}
	return false
}

// roundsShortEn finds fewer issues or rounds than a plan that names how often: a quarterly newsletter, "Three newsletters were sent".
func (v *view) roundsShortEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(v.u.results) != 1 {
		return Evidence{}, false
	}
	for _, p := range v.planClauses() {
		for _, want := range amountsOf([]part{p}) {
			if want.Kind != lang.Frequency || want.Value < 2 || want.Value > 12 || len(amountsOf([]part{p})) > 1 || len(v.universals([]part{p})) > 0 {
				continue
			}
			object := v.rd.featuresOf([]rune(p.clause().object))
			for _, got := range v.u.results[0].quantities {
				c := v.u.results[0].clauseAt(got.Span.Start)
				if got.Kind == lang.Count && got.Value < want.Value && got.Value >= 1 && len(v.u.results[0].clauses) == 1 && len(c.features) <= 4 && overlap(object, v.rd.featuresOf([]rune(got.Counts)), nil) > 0 {
					return v.u.results[0].quote(got.Span.Start, got.Span.End), true
				}
			}
		}
	}
	return Evidence{}, false
}

// notYetEn says whether a clause that denies the act tells of a step before it: "has been drafted but not yet issued".
func (v *view) notYetEn(s *sentence, c *clause, prepares bool) bool {
	if v.rd.lang.Code != "en" || !slices.ContainsFunc(soFarEn, func(t string) bool { return containsRunes(s.r[c.start:c.end], []rune(t)) }) {
		return false
	}
	return prepares && slices.ContainsFunc(between(s.words, c.start, c.end), func(x wordEn) bool { return x.text == "but" }) || slices.ContainsFunc(s.clauses, func(o clause) bool {
		return o.end <= c.start && o.kind == mainClause && !o.negated && s.has("prepare", o.start, o.end)
	})
}

// ownWordEn says whether a word of preparing is one of the plan itself: eye tests.
func (v *view) ownWordEn(s *sentence, h hit) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	share, any := v.knownIn(s.r[h.start:h.end], v.planSet, v.planText)
	return any && share == 1
}
