package diff

// What results tell of the way to an act: what leads up to it, and how far it got.

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
