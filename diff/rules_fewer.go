package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// fewer compares the numbers of the results with those of the plan.
func fewer(v *view) []signal {
	var results []part
	for _, s := range v.u.results {
		for i := range s.clauses {
			results = append(results, part{s, i})
		}
	}
	reached := slices.DeleteFunc(amountsOf(results), notReachedJa)
	if ev, ok := v.shareOfAll(reached); ok {
		return []signal{{string(schema.PartlyDone), 6.5, ev}}
	}
	if ev, ok := v.bareTotalEn(); ok {
		return []signal{{string(schema.PartlyDone), 6.5, ev}}
	}
	if ev, ok := v.someOfSetEn(); ok {
		return []signal{{string(schema.PartlyDone), 6, ev}}
	}
	if ev, ok := v.levelMissedEn(); ok {
		return []signal{{string(schema.PartlyDone), 6, ev}}
	}
	if ev, ok := v.tookLongerEn(); ok {
		return []signal{{string(schema.PartlyDone), 5.8, ev}}
	}
	if ev, ok := v.someOfAllEn(); ok {
		return []signal{{string(schema.PartlyDone), 5.8, ev}}
	}
	if ev, ok := v.roundsShortEn(); ok {
		return []signal{{string(schema.PartlyDone), 6, ev}}
	}
	if ev, ok := v.namesLeftOutEn(); ok {
		return []signal{{string(schema.PartlyDone), 5.8, ev}}
	}
	if v.toldNoneLeft() {
		return nil
	}
	for _, want := range amountsOf(append(v.planClauses(), wishesIn(v.u.plan)...)) {
		if want.Kind != lang.Count && want.Kind != lang.Frequency && want.Kind != lang.Percent || under(want) || notPlannedEn(want) || want.Value < 2 || want.Named && want.Value > 12 {
			continue
		}
		if a := lessForOne(want, reached); a != nil && !v.theRest(*a) {
			return []signal{{string(schema.PartlyDone), 6, a.s.quote(a.Span.Start, a.Span.End)}}
		}
		sum, highest := 0.0, amount{}
		any := false
		for _, got := range reached {
			unit := got.Unit == want.Unit || v.sameThingEn(want, got)
			if !unit || !v.sameAct(want, got) && !(got.Kind == lang.Count && v.rd.lang.Code == "ja" && (v.cleftBefore(got) || want.wholeCount() && got.levelTold())) {
				continue
			}
			if v.theRest(got) || toldTwice(got) {
				continue
			}
			any = true
			sum += got.Value
			if got.Value > highest.Value {
				highest = got
			}
		}
		if want.Named && (inPeriod(want) || slices.ContainsFunc(reached, inPeriod)) {
			continue // 毎週 in a season
		}
		if want.Kind == lang.Percent && len(reached) == 0 {
			continue
		}
		if v.alsoPlans(want, highest.Value, sum) || v.rd.lang.Code == "ja" && slices.ContainsFunc(reached, func(a amount) bool { return a.Unit == want.Unit && a.Value == want.Value }) {
			continue // 「30か所について測り、８か所で補強が必要と判定した」
		}
		if any && short(want, highest.Value) && short(want, sum) && highest.Value > 0 {
			return []signal{{string(schema.PartlyDone), 6.5, highest.s.quote(highest.Span.Start, highest.Span.End)}}
		}
	}
	return nil
}

// wishesIn are the clauses of sentences that tell what others are to do.
func wishesIn(in []*sentence) []part {
	var out []part
	for _, s := range in {
		for i := range s.clauses {
			if s.wish(i) {
				out = append(out, part{s, i})
			}
		}
	}
	return out
}

// alsoPlans says whether the plan names a smaller number of the same unit beside the one that was missed, and that one was reached: 100 in
// five years, of these 20 this year.
func (v *view) alsoPlans(want amount, highest, sum float64) bool {
	return slices.ContainsFunc(amountsOf(v.planClauses()), func(a amount) bool {
		return a.Unit == want.Unit && a.Kind == want.Kind && a.Value < want.Value && a.Value > 1 && (!short(a, highest) || !short(a, sum))
	})
}

// short says whether a number stays below a planned one; what is said to be about a number may be a little less.
func short(want amount, got float64) bool {
	if want.Bound == lang.About {
		return got < want.Value*0.97
	}
	return got < want.Value*0.995
}

// givenUp says whether a word of stopping has the planned act as its object: 整備を取りやめた.
func givenUp(s *sentence, h hit) bool {
	if h.start > 0 && s.r[h.start-1] == 'を' {
		return true
	}
	w := s.r[h.start:h.end]
	if len(s.words) > 0 || givenUpWords.at(w, 0) == 0 {
		return false
	}
	return slices.Contains(s.r[s.clauseAt(h.start).start:h.start], 'は') // 「訓練は、大雪のため取りやめた」: the act is the topic
}

// givenUpWords say that an act which was to be done was not.
var givenUpWords = newWordSet("取りやめ", "取り止め", "とりやめ", "中止", "断念", "見送", "見合わせ", "打ち切", "白紙", "凍結", "撤回", "取り消", "休止")

// prefectures is how many 都道府県 there are: a report of fewer is no report of all.
const prefectures = 47

// shareOfAll finds a share below the whole, or a number of prefectures below all of them, where the plan meant all.
func (v *view) shareOfAll(reached []amount) (Evidence, bool) {
	for _, h := range v.universals(v.planClauses()) {
		if w := string(h.s.r[h.quantifier.Start:h.quantifier.End]); w == "各" || w == "全国の" || w == "全国" {
			continue
		}
		for _, a := range reached {
			c := a.s.clauseAt(a.Span.Start)
			if v.theRest(a) {
				continue
			}
			share := a.Kind == lang.Percent && a.Value < 98 && a.s.has("complete", c.start, c.end)
			some := a.Unit == "都道府県" && a.Value < prefectures && !v.theRest(a) && strings.Contains(h.word(), "都道府県")
			if share || some {
				return a.s.quote(a.Span.Start, a.Span.End), true
			}
		}
	}
	return Evidence{}, false
}

// sameAct says whether two numbers may count the same thing: what they count, or the words before them, agree.
func (v *view) sameAct(a, b amount) bool {
	if v.rd.lang.Code == "ja" && a.Kind == lang.Count && ownUnit(a.Unit) {
		return true
	}
	fa, fb := v.rd.featuresOf([]rune(a.Counts)), v.rd.featuresOf([]rune(b.Counts))
	if len(fa) > 0 && len(fb) > 0 {
		return overlap(fa, fb, nil) > 0
	}
	if v.rd.lang.Code == "ja" && len(fb) == 0 && a.Unit == b.Unit && v.planHasVerb(b.s.clauseAt(b.Span.Start).verb) {
		return true // 「11組に対し、助成を行った」: what is counted was said in the plan
	}
	near := func(x amount) []uint64 {
		return v.rd.featuresOf(x.s.r[max(0, x.Span.Start-24):min(len(x.s.r), x.Span.End+10)])
	}
	return overlap(near(a), near(b), nil) >= 2
}

// cleftBefore says whether a number is what the planned act was done to, told as its own sentence: 「訪れたのは12人」, 「配布を行った協議会は全国138地区」.
func (v *view) cleftBefore(a amount) bool {
	r := a.s.r[a.s.clauseAt(a.Span.Start).start:a.Span.Start]
	if endsWith(r, "のは", "のは、") {
		return true
	}
	k := max(lastIndex(r, 'は'), lastIndex(r, 'が'))
	if k < 4 || k < len(r)-6 {
		return false
	}
	start := wordBefore(r, k, 8)
	return start > 2 && r[start-1] == 'た' && slices.ContainsFunc(v.planClauses(), func(p part) bool {
		w := []rune(p.clause().verb)
		return len(w) > 1 && containsRunes(r[max(0, start-9):start], w)
	})
}

// onlySomeJa says whether a clause tells that no more than so much was done of what the plan names: 「屋根は半分ほどしか葺き直せていない」.
func (v *view) onlySomeJa(s *sentence, c *clause) bool {
	if len(s.words) > 0 || !c.negated || overlap(c.features, v.u.core, nil) == 0 && !v.planHasVerb(c.verb) {
		return false
	}
	for k := c.start + 1; k+1 < c.end; k++ {
		if s.r[k] != 'し' || s.r[k+1] != 'か' {
			continue
		}
		for i := max(c.start, k-8); i < k; i++ {
			if isDigit(s.r[i]) || hasRunes(s.r, i, "半") || hasRunes(s.r, i, "一部") || hasRunes(s.r, i, "割") || hasRunes(s.r, i, "一つ") || hasRunes(s.r, i, "二つ") || hasRunes(s.r, i, "わずか") {
				return true
			}
		}
	}
	return false
}
