package diff

import (
	"strings"

	"plandiff/schema"
)

// conditions finds a condition in a promise of one side where the other side has none.
func (v *view) conditions(in, other []*sentence) *found {
	if len(in) == 0 || anyHas(other, "condition") {
		return nil
	}
	text, own := v.planText, in[0].column == schema.NextPlan
	if !own {
		text = v.nextRow
	}
	for _, f := range v.hitsOf(in, "condition") {
		if v.rd.lang.Code == "en" && asksForEn(f.text()) && (containsRunes(text, []rune("request")) || containsRunes(text, []rune("applic")) || containsRunes(text, []rune("apply")) || containsRunes(text, []rune("ask"))) {
			continue // upon application; who applies
		}
		if v.rd.lang.Code == "en" && asksForEn(f.text()) && v.asksForKnownEn(f, own) {
			continue // Whoever applies for an extract, where extracts are issued
		}
		if containsRunes(text, f.s.r[max(0, f.h.start-4):f.h.end]) || own && !v.speaks(f.s, f.c) || v.rd.lang.Code == "ja" && hasRunes(f.s.r, f.h.start, "を希望") && containsRunes(text, []rune("希望")) {
			continue // the condition of another commitment
		}
		if v.rd.lang.Code == "ja" && f.s.picksSome(f.h) {
			continue // 機関のうち年間60機関を選び: how many, which is a number
		}
		set := v.planOwn
		if !own {
			set = v.nextOwn
		}
		if v.rd.lang.Code == "ja" && v.sameCondition(f, set, text) {
			continue
		}
		if v.rd.lang.Code == "ja" && hasRunes(f.s.r, f.h.start, "のうち") {
			if share, any := v.knownIn(f.s.r[f.h.end:min(f.c.end, f.h.end+20)], set, text); any && share >= 0.75 {
				continue // the same condition as an attribute: 「…のうち設置後10年を経過したもの」, 「設置後10年を経過した…」
			}
		}
		if f.s.words != nil && strings.Contains(f.text(), "request") && askedForEn(other) {
			continue // to any school that asks for them, on request
		}
		if f.s.words != nil && f.text() == "eligible" && hasRunes(f.s.r, max(0, f.h.start-3), "be ") {
			continue // children will be eligible for places: that is what they are given
		}
		if f.c.kind == mainClause && !f.s.joins && !v.named(f.s, f.h.start) {
			return &f
		}
	}
	return nil
}

// asksForEn says whether a condition is only that somebody asks for it.
func asksForEn(t string) bool {
	return strings.Contains(t, "ask") || strings.Contains(t, "request") || strings.Contains(t, "appl") || strings.Contains(t, "demand")
}

// thoseThat says whether a condition picks some of a noun that the other side names without it: 「病院であって病床が100床以上のもの」 → 「病院」.
func (v *view) thoseThat(f *found) bool {
	if v.rd.lang.Code != "ja" || !hasRunes(f.s.r, f.h.start, "であって") || !containsRunes(f.s.r[f.h.end:f.c.end], []rune("もの")) {
		return false
	}
	noun := f.s.r[runStart(f.s.r, f.h.start):f.h.start]
	return len(noun) > 1 && containsRunes(v.nextRow, noun)
}

// sameCondition says whether the other side has a condition in another form: 「保育所であって定員が20人以上のもの」 beside 「定員が20人以上の保育所」, 「離島に所在し、」
// beside 「離島に所在する」.
func (v *view) sameCondition(f found, set []uint64, text []rune) bool {
	r := f.s.r
	if hasRunes(r, f.h.start, "であって") {
		for k := f.h.end; k < f.c.end; k++ {
			if hasRunes(r, k, "もの") {
				share, any := v.knownIn(r[f.h.end:k], set, text)
				return any && share >= 0.8
			}
		}
		return false
	}
	end := f.h.end
	for end > f.h.start+2 && isHira(r[end-1]) {
		end--
	}
	return end < f.h.end && isHan(r[end-1]) && containsRunes(text, r[max(0, f.h.start-4):end])
}

// asksForKnownEn says whether what somebody must ask for is the very thing that the other column gives.
func (v *view) asksForKnownEn(f found, own bool) bool {
	w := between(f.s.words, f.h.end, len(f.s.r))
	if textAt(w, 0) != "for" {
		return false
	}
	end := 1
	for end < len(w) && end < 10 && !finiteEn[w[end].text] && w[end].text != "," {
		end++
	}
	set, text := v.planSet, v.planText
	if !own {
		set, text = v.nextSet, v.nextRow
	}
	share, any := v.knownIn(f.s.r[w[0].end:w[end-1].end], set, text)
	return any && share >= 0.75
}
