package diff

import (
	"slices"
	"strings"
)

// isMeans says whether the plan names an act as how it does another: 「聞き取りにより調べる」.
func (v *view) isMeans(word []rune) bool {
	for _, p := range v.u.plan {
		for i := range p.r {
			if startsAt(p.r, i, word) && (hasRunes(p.r, i+len(word), "により") || hasRunes(p.r, i+len(word), "によって") || hasRunes(p.r, i+len(word), "を通じ")) {
				return true
			}
		}
	}
	return false
}

// leadsUpTo says whether a clause does something for the planned act and not the act itself: 「策定に向け、会議を開催した」,
// 「策定に必要な資料を集めた」.
func (v *view) leadsUpTo(s *sentence, c *clause) bool {
	for _, h := range s.hits {
		if h.cue != "toward" || h.end > c.end || h.start < c.start && s.clauseAt(h.start).kind != purposeClause {
			continue
		}
		for _, p := range v.planClauses() {
			if w := []rune(p.clause().verb); len(w) > 1 && p.clause().stage >= drafting && startsAt(s.r, h.start-len(w), w) {
				return true
			}
		}
	}
	return false
}

// onlyTheEnd says whether what a clause denies is the end of something that is being done: 「完了には至っていない」.
func (v *view) onlyTheEnd(s *sentence, c *clause) bool {
	for _, h := range s.hits {
		if h.cue != "not-reached" || h.start < c.start || h.end > c.end {
			continue
		}
		if s.has("not-all-yet", max(c.start, h.start-9), h.start) && !(c.tense == past && v.deniesMaking(s, c, h)) {
			return true
		}
	}
	return false
}

// prepareBefore says whether what a clause got no further than is a step that only leads up to the act.
func prepareBefore(s *sentence, c *clause) bool {
	for _, h := range s.hits {
		if h.cue == "part-strong" && h.start >= c.start && h.end <= c.end && (s.has("prepare", max(c.start, h.start-8), h.start) || s.has("preliminary", max(c.start, h.start-8), h.start)) {
			return true
		}
	}
	return false
}

// someOf says whether a clause tells of some of those meant: 「一部の市町村において実施した」.
func (v *view) someOf(s *sentence, c *clause) bool {
	for _, h := range s.hits {
		if h.cue != "part" || h.start < c.start || h.end > c.end || string(s.r[h.start:h.end]) != "一部" || containsRunes(v.planText, []rune("一部")) {
			continue
		}
		for i := h.end; i < min(h.end+14, c.end); i++ {
			if hasRunes(s.r, i, "において") || hasRunes(s.r, i, "について") || hasRunes(s.r, i, "に対") || s.r[i] == 'で' && isHan(s.r[i-1]) {
				return true
			}
		}
	}
	return false
}

// inCourse says whether a clause tells by its form that the act is in the course of being done, whatever the verb: 「校閲を受けているところである」.
func inCourse(s *sentence, c *clause) bool {
	return endsWith(trimMarks(s.r[c.start:c.end]), "繰り返されており", "繰り返されている", "重ねられており", "重ねられている", "続けられており", "続けられている", "進められており", "進められている", "練られており", "練られている", "交わされており", "交わされている", "検討されており", "検討されている", "協議されており", "議論されており", "議論されている", "審議されており", "審議されている", "調整されており", "調整されている", "ているところ", "ているところである", "ているところであり", "ているところです", "つつある", "つつあり", "ばかりとなっている", "ばかりである", "のみとなっている", "だけとなっている", "最中である", "最中であり", "途中である", "途中であり")
}

// namesAct says whether a clause names an act of the plan's promises: 点検 of 「点検は全て行ったものの」.
func (v *view) namesAct(s *sentence, c *clause) bool {
	return slices.ContainsFunc(v.planClauses(), func(p part) bool {
		w := []rune(p.clause().verb)
		if len(w) < 2 || allIn(w, lightJa) {
			return false
		}
		for i := c.start; i+len(w) <= c.end; i++ {
			if startsAt(s.r, i, w) && (len(s.words) > 0 || i+len(w) >= len(s.r) || !strings.ContainsRune("先元地者案費率", s.r[i+len(w)])) { // 導入先 names no act
				return true
			}
		}
		return false
	})
}

// servedAll says whether a later clause tells that something was done for all of those whom a clause calls few: 「申請は２件にとどまり、いずれにも交付した」.
func (s *sentence) servedAll(c *clause) bool {
	last := &s.clauses[len(s.clauses)-1]
	if last.start < c.end || last.tense != past || last.negated {
		return false
	}
	return slices.ContainsFunc([]string{"いずれに", "いずれも", "いずれの", "全てに", "全ての", "全員", "全件", "両者に"}, func(w string) bool {
		return containsRunes(s.r[last.start:last.end], []rune(w))
	})
}
