package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// besides finds 「AにくわえB」 where the plan knows A and not B.
func besides(v *view) []signal {
	if v.rd.lang.Code == "en" {
		return besidesEn(v)
	}
	for _, f := range v.hitsOf(v.u.next, "besides") {
		if f.c.kind != mainClause || f.h.start == 0 || v.inPlan(f) && v.retained() > 0.9 {
			continue
		}
		before := f.s.r[max(f.c.start, f.h.start-12):f.h.start]
		if v.rd.lang.Code == "ja" { // 食品に係るもののみならず: the things are named by their attribute
			before = thingNamed(before)
		}
		if last := len(before) - 1; !isWordJa(before[last]) && !closing(before[last]) && before[last] != '等' && !(last > 0 && isHan(before[last-1]) && strings.ContainsRune(stemEndJa, before[last]) && containsRunes(v.planText, before[last-1:])) {
			continue // 実施するほか joins clauses
		}
		if v.rd.lang.Code == "ja" && endsWith([]rune(f.text()), "併せて", "合わせて") && !containsRunes(v.planText, slices.Concat(lastWord(before), []rune("を"))) {
			continue // 実情に合わせて: only what the plan itself gives or makes can have something beside it
		}
		end := f.c.end
		if end-f.h.end <= 1 && end < len(f.s.r) { // 通学路はもとより、生活道路において
			end = f.s.clauseAt(end).end
		}
		after := f.s.r[f.h.end:min(f.h.end+24, end)]
		denies := deniesMore(after, before) && !deniesMore(v.planText, before) // 認定を受けた市のみならず、認定を受けていない市町村
		if len(after) > 0 && after[0] == '、' {
			after = after[1:]
		}
		if end := cutAtParticle(after); end > 0 {
			after = after[:end]
		}
		for i, c := range after { // バス事業者とも: what is joined ends here
			if i > 1 && (hasRunes(after, i, "とも") || hasRunes(after, i, "における") || c == 'も') {
				after = after[:i]
				break
			}
		}
		was, any := v.knownIn(before, v.planSet, v.planText)
		is, anyAfter := v.knownIn(after, v.planSet, v.planText)
		for i := 2; i < len(after); i++ { // 下請の事業者に対する聞き取り: what is joined may end before に対する too
			if after[i] == 'に' && glueJa(after, i) {
				if first, any := v.knownIn(after[:i], v.planSet, v.planText); any {
					is = min(is, first)
				}
				break
			}
		}
		if denies {
			is = 0
		}
		other := otherOfThem(before, after)
		if v.rd.lang.Code == "ja" && len(other) > 1 { // 聴覚に障害のある来場者はもとより、盲ろうの来場者の
			if share, told := v.knownIn(other, v.planSet, v.planText); told {
				is = min(is, share)
			} else if !containsRunes(v.planText, other) {
				is = 0
			}
		}
		if any && anyAfter && was >= 0.3 && is < 0.7 && (len(other) > 1 || !v.actInPlan(f.s, after)) {
			return []signal{{string(schema.Expanded), 4.8, f.s.quote(max(f.c.start, f.h.start-12), min(f.h.end+len(after)+1, end))}}
		}
	}
	if ev, ok := v.reachesTo(v.plannedParts(), v.planSet, v.planText); ok && v.retained() > 0.4 {
		return []signal{{string(schema.Expanded), 3.6, ev}}
	}
	return nil
}

// also finds 「Bについても」 where the plan does not know B.
func also(v *view) []signal {
	for _, f := range v.hitsOf(v.u.next, "also") {
		if f.c.kind != mainClause || !f.s.promises || hasRunes(f.s.r, f.h.end, "同様") || hasRunes(f.s.r, f.h.end, "、同様") || hasRunes(f.s.r, f.h.end, "引き続き") {
			continue // 「…についても同様に」: as before
		}
		if v.rd.lang.Code == "ja" && f.minded() {
			continue
		}
		start := f.h.start
		if move, _ := v.stageMove(); move != 0 && v.rd.lang.Code == "ja" {
			continue // what a study also looks at is no wider scope
		}
		taken := containsRunes(f.s.r[f.h.start:f.h.end], []rune("含め"))
		for start > f.c.start && (isWordJa(f.s.r[start-1]) || taken && f.s.r[start-1] == 'の') { // 中小の河川も含めて
			start--
		}
		if share, any := v.knownIn(f.s.r[start:f.h.start], v.planSet, v.planText); any && share <= 0.5 && v.retained() > 0.3 {
			return []signal{{string(schema.Expanded), 4, f.s.quote(start, f.h.end)}}
		}
		if from := v.attributed(f, start); from < start {
			return []signal{{string(schema.Expanded), 3.4, f.s.quote(from, f.h.end)}}
		}
	}
	return nil
}

// minded says whether what a word takes in is only kept in mind while the act is done: 「質の保証にも十分留意しながら」.
func (f found) minded() bool {
	if !hasRunes(f.s.r, f.h.end-1, "も") {
		return false
	}
	for i := f.h.end; i < min(f.c.end, f.h.end+6); i++ {
		if keepsInMind.at(f.s.r, i) > 0 {
			return true
		}
	}
	return false
}

// keepsInMind are verbs of care for something while something else is done.
var keepsInMind = newWordSet("留意", "配慮", "考慮", "注意を払", "気を配", "気を付け", "意を用い", "目を配", "目配り", "心を配", "心掛け", "心がけ", "念頭に", "十分に配慮", "勘案", "鑑み", "かんがみ", "照らし", "資する", "寄与", "つなが", "役立", "意識し")

// otherOfThem is what describes the noun that ends a stretch where it stands again in another one: 盲ろう of 盲ろうの来場者 beside 聴覚に障害のある来場者.
func otherOfThem(one, other []rune) []rune {
	k := len(one)
	for k > 0 && isWordJa(one[k-1]) {
		k--
	}
	head := one[k:]
	if len(head) < 2 || k == 0 {
		return nil
	}
	for i := 2; i+len(head) <= len(other); i++ {
		if startsAt(other, i, head) {
			out := other[:i]
			if out[len(out)-1] == 'の' {
				out = out[:len(out)-1]
			}
			return out
		}
	}
	e := 0
	for e < len(other) && isWordJa(other[e]) {
		e++
	}
	if n := commonEnd(head, other[:e]); n > 1 && e > n && len(head) > n { // 県立高校に加え、市立高校
		return other[:e-n+1]
	}
	return nil
}
