package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// linkAll links a sentence with all its clauses.
func linkAll(u *unit, n *sentence) {
	link(&u.next, n)
	for ci := range n.clauses {
		u.nextParts = append(u.nextParts, part{n, ci})
	}
}

// bare says whether a sentence holds nothing but words of what became of a measure: 「完了。」「通常業務として維持する。」
func (s *sentence) bare() bool {
	covered := make([]bool, len(s.r))
	status := false
	for _, h := range s.hits {
		switch h.cue {
		case "complete", "ended", "stop", "merge", "split", "move", "undecided", "undecided-act", "postpone", "unlisted", "upkeep":
			status = true
		case "goal", "filler", "again", "scheduled", "success", "this-measure", "elsewhere", "from-then", "goal-word", "act-noun":
		default:
			continue
		}
		for i := h.start; i < h.end; i++ {
			covered[i] = true
		}
	}
	if !status {
		return false
	}
	left := 0
	if s.words != nil {
		for _, x := range s.words {
			if wordRune([]rune(x.text)[0]) && !covered[x.start] && !stopEn[x.text] {
				left++
			}
		}
		return left <= 2
	}
	for i, c := range s.r {
		if !covered[i] && (isHan(c) || isKana(c)) && !strings.ContainsRune(lightJa+"年度月日末今後次以降計画対応事", c) {
			left++
		}
	}
	return left <= 2
}

// fate says whether a sentence tells what becomes of a measure rather than what is done in it.
func (s *sentence) fate(rd *reader) bool { return s.fateBeside(rd, nil) }

// fateBeside is fate where the words that plans hold themselves are known: 「停泊の位置を割り振る」 splits nothing up where that was the plan.
func (s *sentence) fateBeside(rd *reader, units []*unit) bool {
	if _, _, _, none := s.noneDueAt(); none {
		return true
	}
	if s.bare() || rd.lang.Code == "ja" && (noMoreJa(s) || vagueJa(s) || s.unsettled() || s.placed() || s.insideNamed() || s.asksFate() > 0) {
		return true
	}
	for _, h := range s.hits {
		if rd.lang.Code == "ja" && !s.self && plannedWord(units, s, h) {
			continue
		}
		switch h.cue {
		case "merge", "split", "move":
			if s.self || s.has("elsewhere", 0, len(s.r)) || grammarOf(rd.lang).predicate(s, s.clauseAt(h.start), h) {
				return true
			}
		case "elsewhere":
			if hasRunes(s.r, h.end, "(") && !hasRunes(s.r, h.start-1, "本") || s.words != nil && (!s.promises || s.self || s.saysHereEn() || s.pointsToEn(h)) {
				return true
			}
		case "undecided":
			return true
		case "period-over":
			if c := s.clauseAt(h.start); len(s.words) == 0 && !s.promises && (c.kind == reasonClause || c.kind == mainClause && predicateJa(s, c, h)) {
				return true // 「いずれも…に際しての一度きりのものであり」
			}
		case "undecided-act":
			if s.self || grammarOf(rd.lang).predicate(s, s.clauseAt(h.start), h) {
				return true
			}
		case "unlisted":
			return true
		case "late":
			if s.words != nil && !s.promises {
				return true
			}
		case "ended", "stop", "goal":
			if grammarOf(rd.lang).predicate(s, s.clauseAt(h.start), h) {
				return true
			}
		}
	}
	return false
}

// plannedWord says whether a cue word of what may become of a measure stands in one of the plans, as the same cue.
func plannedWord(units []*unit, s *sentence, h hit) bool {
	switch h.cue {
	case "merge", "split", "move", "ended", "stop":
	default:
		return false
	}
	for _, u := range units {
		for _, p := range u.plan {
			if slices.ContainsFunc(p.hits, func(o hit) bool { return o.cue == h.cue && slices.Equal(p.r[o.start:o.end], s.r[h.start:h.end]) }) {
				return true
			}
		}
	}
	return false
}

// speaksOfEnd says whether a sentence tells that something ends, goes elsewhere or is left open.
func (s *sentence) speaksOfEnd() bool {
	for _, h := range s.hits {
		switch h.cue {
		case "complete", "goal", "ended", "stop", "merge", "split", "move", "undecided", "undecided-act", "postpone", "elsewhere", "unlisted", "handed-over", "nothing-left", "vague", "no-more":
			return true
		}
	}
	if _, _, _, none := s.noneDueAt(); none {
		return true
	}
	return s.unsettled() || s.placed() || s.noneToDo() || s.insideNamed() || s.asksFate() > 0 || deniesAct(s) // 「令和６年度は貸出しをしない。」
}

// endsOthersJa says whether all that a promise says of ending or going elsewhere describes a noun: 「引退した盲導犬を引き取る家庭に対し、」.
func (s *sentence) endsOthersJa() bool {
	if s.words != nil || !s.promises {
		return false
	}
	for _, h := range s.hits {
		switch h.cue {
		case "complete", "goal", "ended", "stop", "merge", "split", "move", "postpone", "handed-over":
			k := h.end
			for k < len(s.r) && isHira(s.r[k]) && k < h.end+4 {
				k++
			}
			if k >= len(s.r) || !isWordJa(s.r[k]) || !strings.ContainsRune("るたうくすむぐつぶ", s.r[k-1]) || strings.ContainsRune("後際時旨予方場", s.r[k]) {
				return false
			}
		case "undecided", "undecided-act", "elsewhere", "unlisted", "nothing-left", "vague":
			return false
		}
	}
	return true
}

func link(to *[]*sentence, s *sentence) {
	if !slices.Contains(*to, s) {
		*to = append(*to, s)
	}
}

// handsOver says whether a sentence names as the one who acts from now on a ministry that is not among the item's.
func (rd *reader) handsOver(item *schema.Item, s *sentence) bool {
	if s.words != nil && (s.chargesOther(item) || s.runByOther(item)) {
		return true
	}
	if len(item.Ministries) == 0 || !s.has("from-then", 0, len(s.r)) && !s.has("handed-over", 0, len(s.r)) && !s.has("move", 0, len(s.r)) {
		return false
	}
	other := false
	for _, w := range []string{"同庁が", "同省が", "同局が", "同委員会が"} { // 「こども家庭庁の発足に伴い、令和６年度から同庁が担っている」
		if containsRunes(s.r, []rune(w)) && len(s.ministries) == 1 && !slices.Contains(item.Ministries, s.ministries[0].Name) && !slices.Contains(item.Ministries, s.ministries[0].Text) {
			return true
		}
	}
	for _, m := range s.ministries {
		if slices.Contains(item.Ministries, m.Name) || slices.Contains(item.Ministries, m.Text) {
			if s.leftBy(m.Span.End) {
				continue
			}
			return false
		}
		for _, h := range s.hits {
			other = other || h.start == m.Span.End && (h.cue == "subject-end" || h.cue == "to-ministry")
		}
	}
	return other
}

// leftBy says whether the name of a ministry that ends there is of one that acts no more: 「環境省から引き継いで」, 「環境省は関与しない」,
// 「文部科学省としての取組は令和５年度までとする」.
func (s *sentence) leftBy(end int) bool {
	if hasRunes(s.r, end, "が") || hasRunes(s.r, end, "の") { // これまで環境省が実施してきた
		for i := end; i < min(len(s.r), end+16) && s.r[i] != '、'; i++ {
			if hasRunes(s.r, i, "てきた") || hasRunes(s.r, i, "でいた") || hasRunes(s.r, i, "ていた") {
				return true
			}
		}
	}
	return hasRunes(s.r, end, "から") || hasRunes(s.r, end, "としての") || hasRunes(s.r, end, "は") && deniesAct(s)
}

// leaves is leftBy of a ministry named for the commitment.
func (v *view) leaves(m mention) bool {
	for _, s := range v.u.next {
		if s.Passage == m.at.Passage && s.Start <= m.at.Start && m.at.End <= s.End && v.rd.lang.Code == "ja" {
			return s.leftBy(m.at.End - s.Start)
		}
	}
	return false
}
