package diff

import (
	"math"
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// quantifiers compares what is meant whole and what in part. Where the act moves to another stage, what it is done to
// is another thing too, and tells little.
func (v *view) quantifiers(wider bool) []signal {
	out := v.wholeAndPart(wider)
	if move, _ := v.stageMove(); move != 0 {
		for i := range out {
			out[i].weight = min(out[i].weight, 1.8)
		}
	}
	return out
}

func (v *view) wholeAndPart(wider bool) []signal {
	from, to := v.u.plan, v.nextClauses()
	if !wider {
		// all in the plan, some in the next plan: look from the next plan's side with the columns exchanged
		return v.lostAll()
	}
	if len(v.plannedParts()) == 0 {
		return nil
	}
	fromAll := v.universals(v.planClauses())
	var out []signal
	for _, h := range v.universals(to) {
		weight := 0.0
		if v.rd.lang.Code == "ja" && h.within() && v.limitedHead(h, v.planOwn, v.planText) {
			continue // 北海道及び九州の各地
		}
		if containsHead(fromAll, h) || hasRunes(h.s.r, h.quantifier.Start, "全国") && containsRunes(v.planText, []rune("全国")) {
			continue // 全国29校 → 全国の協力校: the country was meant before
		}
		if v.rd.lang.Code == "en" && string(h.s.r[h.quantifier.Start:h.quantifier.End]) == "any" && v.knowsEn([]rune(h.word())) && v.retained() > 0.8 {
			continue // informed of outbreaks, informed of any outbreak
		}
		if v.countedSoEn(h) || v.oneOfThemEn(h) || v.saidWholeEn(h, fromAll, v.universals(to)) {
			continue
		}
		if v.rd.lang.Code == "ja" && h.numberIn(v.planClauses()) {
			continue
		}
		strong := string(h.s.r[h.quantifier.Start:h.quantifier.End]) != "各"
		if len(fromAll) == 0 || strong {
			// a restriction of the plan is gone
			if v.lostRestrictionOf(h, from) || v.lostPlaces() || strings.HasSuffix(h.word(), "省庁") && len(v.ministriesIn(v.u.plan)) > len(v.ministriesIn(v.u.next)) {
				weight = 4
			} else {
				weight = 0.8
			}
			if !strong && v.rd.lang.Code == "ja" && v.bareInPlan(h) {
				continue // 在外公館において → 各在外公館で
			}
			if v.lostList() {
				weight = 4 // タイ、ベトナム及びインドネシア → 東南アジア各国
			} else if !strong {
				weight -= 2
			}
		}
		if weight > 0 {
			out = append(out, signal{string(schema.Expanded), weight, h.s.quote(min(h.quantifier.Start, h.noun.Start), max(h.quantifier.End, h.noun.End))})
		}
	}
	if e := v.edited(); e != nil && e.label == string(schema.Expanded) {
		out = append(out, *e)
	}
	if ev, ok := v.area(v.planClauses(), v.plannedParts(), &wholeCountry, &somePlace); ok {
		out = append(out, signal{string(schema.Expanded), 4, ev})
	}
	if ev, ok := v.wholeToPart(v.plannedParts(), v.planClauses(), v.nextOwn, v.nextRow); ok {
		out = append(out, signal{string(schema.Expanded), 3.8, ev})
	}
	if ev, ok := v.placesToKind(v.planClauses(), v.plannedParts(), v.nextRow); ok {
		out = append(out, signal{string(schema.Expanded), 3.4, ev})
	}
	if ev, ok := v.shorterSeason(v.plannedParts(), v.planClauses()); ok {
		out = append(out, signal{string(schema.Expanded), 3.8, ev})
	}
	if ev, ok := v.moreRounds(v.planClauses(), v.plannedParts()); ok {
		out = append(out, signal{string(schema.Expanded), 4, ev})
	}
	if ev, ok := v.moreHours(v.planClauses(), v.plannedParts()); ok {
		out = append(out, signal{string(schema.Expanded), 4, ev})
	}
	if ev, w := v.excepted(v.u.plan, v.u.next); w > 0 {
		out = append(out, signal{string(schema.Expanded), w, ev})
	}
	out = append(out, v.widerJa()...)
	if f := v.conditions(v.u.plan, v.u.next); f != nil && (v.retained() > 0.7 || v.rd.lang.Code != "en" && v.retained() > 0.45) {
		weight := 2.6
		if v.thoseThat(f) {
			weight = 3.4
		} else if v.condensed() || v.attributeGone(f) {
			weight = 1.2 // a clause for several commitments says less of each
		}
		out = append(out, signal{string(schema.Expanded), weight, f.evidence()})
	}
	if f := v.times("some-time", "any-time"); f != nil {
		out = append(out, signal{string(schema.Expanded), 4, f.evidence()})
	} else if f := firstOf(v.hitsOf(v.u.next, "any-time")); f != nil && !v.planHas("any-time") && v.lostFrequency() {
		out = append(out, signal{string(schema.Expanded), 3.4, f.evidence()}) // 年２回 → 年間を通じて
	}
	if ev, ok := v.oneEndLeftEn(v.plannedParts(), v.planClauses(), v.planSet, v.planText); ok {
		out = append(out, signal{string(schema.Expanded), 3.4, ev})
	}
	if ev, ok := v.numberMovesEn(riseEn); ok {
		out = append(out, signal{string(schema.Expanded), 4.2, ev})
	}
	if ev, ok := v.namesForAllEn(v.plannedParts(), v.planClauses(), v.nextSet, v.nextRow); ok {
		out = append(out, signal{string(schema.Expanded), 3.8, ev})
	}
	if ev, ok := v.ageLimitEn(v.planClauses(), v.plannedParts()); ok && v.retained() >= 0.4 {
		out = append(out, signal{string(schema.Expanded), 3.4, ev})
	}
	if ev, ok := v.kindForPeopleEn(v.planClauses(), v.plannedParts()); ok && v.retained() >= 0.5 {
		out = append(out, signal{string(schema.Expanded), 3.4, ev})
	}
	if ev, ok := v.wideEn(); ok {
		out = append(out, signal{string(schema.Expanded), 4.2, ev})
	}
	if ev, ok := v.takenInEn(); ok {
		out = append(out, signal{string(schema.Expanded), 3.2, ev})
	}
	if ev, ok := v.includedEn(); ok {
		out = append(out, signal{string(schema.Expanded), 4, ev})
	}
	if ev, ok := v.providedEn(v.planClauses(), v.u.next, v.nextSet, v.nextRow); ok && v.retained() > 0.6 {
		out = append(out, signal{string(schema.Expanded), 2.6, ev})
	}
	if ev, ok := v.onlyFromEn(v.planClauses(), v.plannedParts()); ok && v.retained() > 0.6 {
		out = append(out, signal{string(schema.Expanded), 2.6, ev})
	}
	for _, f := range v.hitsOf(v.u.next, "regardless") {
		if v.rd.lang.Code == "ja" && anyone(v.planClauses()) {
			continue // it was for everybody
		}
		if !v.inPlan(f) && f.c.kind != purposeClause && !v.wholeAnywayEn(f) && !(v.rd.lang.Code == "ja" && v.planHas("any-time") && f.s.has("any-time", f.c.start, f.h.end)) {
			out = append(out, signal{string(schema.Expanded), 3.5, f.evidence()})
		}
	}
	return best(out)
}

// lostFrequency says whether the plan told how often and the next plan does not.
func (v *view) lostFrequency() bool {
	_, gone, fresh := v.pairAmounts()
	frequency := func(a amount) bool { return a.Kind == lang.Frequency }
	return slices.ContainsFunc(gone, frequency) && !slices.ContainsFunc(fresh, frequency)
}

// lostPlaces says whether the plan counted places or bodies and the next plan counts none of them any more.
func (v *view) lostPlaces() bool {
	_, gone, _ := v.pairAmounts()
	for _, a := range gone {
		if a.Kind == lang.Count && (a.s.has("all-areas", a.Span.Start, a.Span.End) || a.Unit == "都道府県") {
			return true
		}
	}
	return false
}

// lostList says whether a list of the plan is gone whole while the noun that it describes is still there.
func (v *view) lostList() bool {
	for _, s := range v.u.plan {
		for _, l := range s.lists {
			if l.acts || !inPromise(s, l) || v.ministriesOnly(s, l) {
				continue
			}
			kept, missing := v.counterpart(s, l, v.nextOwn, v.nextRow)
			if len(kept) == 0 && len(missing) > 1 {
				after := s.r[max(l.start, l.end-6):l.end]
				if share, any := v.knownIn(after, v.nextSet, v.nextRow); any && share > 0.3 {
					return true
				}
			}
		}
	}
	return false
}

// keepsQuantifier says whether a quantifier stands among others in the same words, though what it binds has other words.
func keepsQuantifier(hs []placedHead, h placedHead) bool {
	return slices.ContainsFunc(hs, func(o placedHead) bool {
		return string(o.s.r[o.quantifier.Start:o.quantifier.End]) == string(h.s.r[h.quantifier.Start:h.quantifier.End])
	})
}

type placedHead struct {
	head
	s *sentence
}

// nextClauses and planClauses are the promises of each side.
func (v *view) nextClauses() []part { return v.plannedParts() }

func (v *view) planClauses() []part {
	if v.planMain != nil {
		return v.planMain
	}
	out := []part{}
	for _, s := range v.u.plan {
		for i := range s.clauses {
			if s.clauses[i].kind == mainClause {
				out = append(out, part{s, i})
			}
		}
	}
	v.planMain = slices.Clip(out)
	return v.planMain
}

func (v *view) universals(parts []part) []placedHead { return v.headsIn(parts, true) }

func (v *view) headsIn(parts []part, universal bool) []placedHead {
	var out []placedHead
	for _, p := range parts {
		for _, h := range v.g.heads(p.s) {
			if h.universal == universal && h.quantifier.Start >= p.clause().start && h.noun.End <= p.clause().end {
				out = append(out, placedHead{h, p.s})
			}
		}
	}
	return out
}

func (h placedHead) word() string { return string(h.s.r[h.noun.Start:h.noun.End]) }

func containsHead(hs []placedHead, h placedHead) bool {
	return slices.ContainsFunc(hs, func(o placedHead) bool {
		a, b := []rune(o.word()), []rune(h.word())
		if len(b) > 2 && endsIn(o.s.r[:o.quantifier.End], h.word()) || len(a) > 2 && endsIn(h.s.r[:h.quantifier.End], o.word()) {
			return true // 全府省庁の職員, いずれの府省庁の職員
		}
		n := min(len(a), len(b), 2)
		return string(a[len(a)-n:]) == string(b[len(b)-n:]) || string(a[:n]) == string(b[:n])
	})
}

// lostRestrictionOf is lostRestriction where the plan does not name what is meant whole; where it does, what limited it must be gone from there.
// A noun without any limit was meant whole before: 港湾において, 全国の港湾において.
func (v *view) lostRestrictionOf(h placedHead, from []*sentence) bool {
	noun := []rune(h.word())
	if v.rd.lang.Code != "ja" || len(noun) < 1 {
		return v.lostRestriction(from)
	}
	tail, bare := noun[max(0, len(noun)-2):], false
	for _, p := range v.planClauses() {
		c, r := p.clause(), p.s.r
		for i := c.start; i+2 <= c.end; i++ {
			if !startsAt(r, i, tail) || i+len(tail) < len(r) && isWordJa(r[i+len(tail)]) {
				continue
			}
			start := phraseStartJa(r, i+len(tail), c.start)
			if share, any := v.knownIn(r[start:i], v.nextOwn, v.nextRow); any && share < 0.75 && i > start {
				return v.lostRestriction(from)
			}
			bare = true
		}
	}
	return !bare && v.lostRestriction(from)
}

// lostRestriction says whether a noun of the plan's promise, part of a noun phrase that the next plan keeps, is gone.
func (v *view) lostRestriction(from []*sentence) bool {
	for _, s := range from {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind != mainClause || len(c.own) == 0 {
				continue
			}
			in := overlap(c.own, v.nextSet, nil)
			if share := in / float64(len(c.own)); share >= 0.4 && share < 1 {
				return true
			}
		}
	}
	return false
}

// lostAll finds a universal of the plan that the next plan has replaced by a part.
func (v *view) lostAll() []signal {
	parts := v.plannedParts()
	if len(parts) == 0 {
		return nil
	}
	if v.onlyTheRest(parts) {
		return nil
	}
	toAll := v.universals(parts)
	var out []signal
	for _, h := range v.universals(v.planClauses()) {
		if containsHead(toAll, h) || len(toAll) > 0 && string(h.s.r[h.quantifier.Start:h.quantifier.End]) == "各" {
			continue
		}
		if h.s.joins || v.named(h.s, h.quantifier.Start) || keepsQuantifier(toAll, h) || v.rd.lang.Code == "en" && eachOfEn(parts, h) {
			continue
		}
		if ev, ok := v.someKindsEn(h, parts); ok {
			out = append(out, signal{string(schema.Narrowed), 3.4, ev})
		}
		if ev, ok := v.restrictionOf(h, parts); ok {
			weight := 1.0
			if r := v.retainedBut(v.featuresIn(h.s, []lang.Span{h.noun})); r >= 0.5 {
				weight = 1 + 3.2*math.Min(1, r+0.2)
			}
			if v.rd.lang.Code == "en" {
				weight = 3.6 // found at the noun itself, however much of the rest was reworded
			}
			if string(h.s.r[h.quantifier.Start:h.quantifier.End]) == "各" {
				weight--
			}
			if v.rd.lang.Code == "ja" {
				weight = min(weight, 2.6) // words that the plan does not have, somewhere: wholeToPart finds the place
			}
			out = append(out, signal{string(schema.Narrowed), weight, ev})
		}
	}
	if ev, ok := v.namesForAllEn(v.planClauses(), parts, v.planSet, v.planText); ok {
		out = append(out, signal{string(schema.Narrowed), 3.8, ev})
	}
	if ev, ok := v.area(v.planClauses(), parts, &somePlace, &wholeCountry); ok {
		out = append(out, signal{string(schema.Narrowed), 4, ev})
	}
	if ev, ok := v.wholeToPart(v.planClauses(), parts, v.planOwn, v.planText); ok {
		out = append(out, signal{string(schema.Narrowed), 4, ev})
	}
	if e := v.edited(); e != nil && e.label == string(schema.Narrowed) {
		out = append(out, *e)
	}
	if ev, ok := v.limited(parts); ok {
		out = append(out, signal{string(schema.Narrowed), 3, ev})
	} else if ev, ok := v.smallerClass(parts); ok {
		out = append(out, signal{string(schema.Narrowed), 2.6, ev})
	}
	if ev, ok := v.shorterSeason(v.planClauses(), parts); ok {
		out = append(out, signal{string(schema.Narrowed), 4, ev})
	}
	if ev, ok := v.moreRounds(parts, v.planClauses()); ok {
		out = append(out, signal{string(schema.Narrowed), 4, ev})
	}
	if ev, ok := v.moreHours(parts, v.planClauses()); ok {
		out = append(out, signal{string(schema.Narrowed), 4, ev})
	}
	if ev, w := v.excepted(v.u.next, v.u.plan); w > 0 {
		out = append(out, signal{string(schema.Narrowed), w, ev})
	}
	out = append(out, v.narrowerJa(parts)...)
	if f := v.conditions(v.u.next, v.u.plan); f != nil && v.retained() > 0.7 {
		out = append(out, signal{string(schema.Narrowed), 3.2, f.evidence()})
	}
	out = append(append(out, v.attributeEn()...), v.attributeBeforeEn()...)
	if ev, ok := v.someOfTheEn(); ok {
		out = append(out, signal{string(schema.Narrowed), 3.4, ev})
	}
	if ev, ok := v.oneEndLeftEn(v.planClauses(), parts, v.nextSet, v.nextRow); ok {
		out = append(out, signal{string(schema.Narrowed), 3.4, ev})
	}
	if ev, ok := v.numberMovesEn(fallEn); ok {
		out = append(out, signal{string(schema.Narrowed), 4.2, ev})
	}
	if ev, ok := v.ageLimitEn(parts, v.planClauses()); ok && v.retained() >= 0.4 {
		out = append(out, signal{string(schema.Narrowed), 3.4, ev})
	}
	if ev, ok := v.kindForPeopleEn(parts, v.planClauses()); ok && v.retained() >= 0.5 {
		out = append(out, signal{string(schema.Narrowed), 3.4, ev})
	}
	if ev, ok := v.landLostEn(); ok {
		out = append(out, signal{string(schema.Narrowed), 3.4, ev})
	}
	if ev, ok := v.topFewEn(); ok {
		out = append(out, signal{string(schema.Narrowed), 3.6, ev})
	}
	if ev, ok := v.providedEn(parts, v.u.plan, v.planSet, v.planText); ok && v.retained() > 0.6 {
		out = append(out, signal{string(schema.Narrowed), 3.4, ev})
	}
	if f := v.times("any-time", "some-time"); f != nil {
		out = append(out, signal{string(schema.Narrowed), 4, f.evidence()})
	} else if f := firstOf(v.hitsOf(v.u.plan, "any-time")); f != nil && v.rd.lang.Code == "en" && !anyHas(v.u.next, "any-time") && v.gainedFrequencyEn() {
		out = append(out, signal{string(schema.Narrowed), 4, f.evidence()}) // as often as they like → twice a year
	}
	if ev, ok := v.onlyFromEn(parts, v.planClauses()); ok && v.retained() > 0.6 {
		out = append(out, signal{string(schema.Narrowed), 3.4, ev})
	}
	had := v.headsIn(v.planClauses(), false)
	for _, h := range v.headsIn(parts, false) {
		if w := strings.TrimSuffix(string(h.s.r[h.quantifier.Start:h.quantifier.End]), "の"); containsHead(had, h) || containsRunes(v.planText, []rune(w)) {
			continue
		}
		share, _ := v.knownIn(h.s.r[h.noun.Start:h.noun.End], v.planSet, v.planText)
		if share >= 0.5 {
			out = append(out, signal{string(schema.Narrowed), 3.2, h.s.quote(h.quantifier.Start, h.noun.End)})
		}
	}
	return best(out)
}

// anyHas says whether sentences hold a cue word of that class anywhere, also in what they say of other commitments.
func anyHas(in []*sentence, cue string) bool {
	return slices.ContainsFunc(in, func(s *sentence) bool { return s.has(cue, 0, len(s.r)) })
}

// speaks says whether a clause of the next plan goes on with this commitment.
func (v *view) speaks(s *sentence, c *clause) bool {
	return slices.ContainsFunc(v.parts, func(p part) bool { return p.s == s && p.clause() == c })
}

// times finds words of one kind of time in the next plan where the plan had only the other kind.
func (v *view) times(was, is string) *found {
	if !anyHas(v.u.plan, was) || anyHas(v.u.next, was) {
		return nil
	}
	for _, f := range v.hitsOf(v.u.next, is) {
		if !v.inPlan(f) {
			return &f
		}
	}
	return nil
}

// joinsWordsJa says whether a kanji is part of 及び and the like, and not of a word.
func joinsWordsJa(r []rune, i int) bool {
	switch r[i] {
	case '及', '並', '又', '若':
		return hasRunes(r, i, "及び") || hasRunes(r, i, "並びに") || hasRunes(r, i, "又は") || hasRunes(r, i, "若しくは")
	}
	return false
}
