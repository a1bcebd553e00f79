package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// A word tells what becomes of a measure only as the predicate of a clause that speaks of it. In an attribute (移行する際の費用), an aim
// (次の世代に引き継ぐため) or under a subject of its own (世帯が移行する) it tells of something else.

// verbEnd is where the kana end that follow a cue word, and so its verb: over 移行 + する.
func (f found) verbEnd() int {
	k := f.h.end
	for k < f.c.end && k < f.h.end+6 && isHira(f.s.r[k]) && !strings.ContainsRune("をはがにでとも", f.s.r[k]) {
		if (f.s.r[k] == 'る' || f.s.r[k] == 'す') && k+1 < f.c.end && !isHira(f.s.r[k+1]) {
			return k + 1
		}
		k++
	}
	return k
}

// aimsJa are the words behind a verb that make of it what something is for.
var aimsJa = []string{"ため", "べく", "よう", "ことを目", "ことに資", "ことにつな", "ことに向け", "ことを通", "に向け", "に資", "につなげ", "につなが", "を目指", "を目的", "を図るため", "を図り", "を図るべく", "を図る観点", "を促す", "を促進", "を後押し", "を支え", "を支援"}

// aimed says whether a cue word stands in what something is for, with or without a comma behind it.
func (f found) aimed() bool {
	if f.c.kind == purposeClause {
		return true
	}
	for k := f.h.end; k <= f.verbEnd() && k < f.c.end; k++ {
		if wordAt(f.s.r, k, aimsJa) > 0 {
			return true
		}
	}
	return false
}

// formalNounsJa make a statement of the verb before them, and describe nothing.
var formalNounsJa = []string{"方針", "予定", "必要", "方向", "考え", "見込", "見通", "運び", "旨", "計画", "時期", "段階"}

// describes says whether a cue word is the verb, or the first word, of an attribute: 「移行する際の費用」, 「移行期の児童」. It returns where the noun begins.
func (f found) describes() (int, bool) {
	k := f.verbEnd()
	if k >= f.c.end || k == 0 || !isWordJa(f.s.r[k]) {
		return 0, false
	}
	if k > f.h.end && !strings.ContainsRune("るたうくすつむぶぐい", f.s.r[k-1]) || k == f.h.end && isHira(f.s.r[k-1]) && !strings.ContainsRune("るたうくすつむぶぐ", f.s.r[k-1]) {
		return 0, false
	}
	if wordAt(f.s.r, k, formalNounsJa) > 0 {
		return 0, false
	}
	return k, true
}

// ownSubject says whether a が before a cue word, in the same attribute, names who or what does it: 「世帯が…移行する際の」.
func (f found) ownSubject() bool {
	for k := f.h.start - 1; k > f.c.start; k-- {
		switch f.s.r[k] {
		case '、', 'は', '。':
			return false
		case 'が':
			return isWordJa(f.s.r[k-1]) && !ministryIn(f.s, lang.Span{Start: k - 2, End: k})
		}
	}
	return false
}

// notOfMeasure says whether a word of moving, merging or splitting stands in an aim or in the attribute of something that does so itself, and the
// sentence names neither the measure nor another place.
func (v *view) notOfMeasure(f found) bool {
	if v.rd.lang.Code != "ja" || f.s.self {
		return false
	}
	if f.c.kind == purposeClause && endsWith(trimMarks(f.s.r[f.c.start:f.c.end]), "よう", "ように", "べく") {
		return true
	}
	if f.s.has("elsewhere", 0, len(f.s.r)) {
		return false
	}
	if f.aimed() && !v.namesOther(f.s) && !v.quotesOther(f.s) {
		return true
	}
	_, attribute := f.describes()
	return attribute && f.ownSubject()
}

// othersChange says whether what takes the place of another does so in an attribute: under a subject of its own, as what there are costs of, or as
// what the plan calls so by another word.
func (v *view) othersChange(f found) bool {
	at, attribute := f.describes()
	if !attribute {
		return false
	}
	if f.ownSubject() || wordAt(f.s.r, at, []string{"際", "時", "場合", "費用", "経費", "工事", "動き", "流れ", "事例", "世帯", "者", "事業者", "企業", "住民", "農家"}) > 0 {
		return true
	}
	return false
}

// growsJa are kanji of words that mean the same growth.
var growsJa = []string{"増", "拡広", "伸延"}

// aimOrOthers says whether a word of widening tells of an aim (職員を増やすための取組), or of what the plan already calls so by another word
// of that growth (職員の増加に向け).
func (v *view) aimOrOthers(f found) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	if f.aimed() && !f.s.has("scope-noun", max(f.c.start, f.h.start-3), f.h.start) {
		return true
	}
	if _, attribute := f.describes(); attribute && f.ownSubject() {
		return true
	}
	k := slices.IndexFunc(growsJa, func(w string) bool { return strings.ContainsRune(w, f.s.r[f.h.start]) })
	if k < 0 || f.h.start < 3 {
		return false
	}
	obj := wordBefore(f.s.r, f.h.start-1, 10)
	if obj < f.c.start || f.h.start-1-obj < 2 {
		return false
	}
	w := f.s.r[f.h.start-3 : f.h.start-1]
	for _, s := range v.u.plan { // the object and a word of growth stand near each other
		for i := range s.r {
			if startsAt(s.r, i, w) && slices.ContainsFunc(s.r[i+2:min(len(s.r), i+6)], func(c rune) bool { return strings.ContainsRune(growsJa[k], c) }) {
				return true
			}
		}
	}
	return false
}

// talksAlready says whether what a clause asks is what the plan is to talk over or to look into, which it does again by a word of like meaning:
// 「税目について協議する」, 「税目をどうするかに関し、話し合う」.
func (v *view) talksAlready(f found) bool {
	if v.rd.lang.Code != "ja" || f.s.self || len(v.u.plan) == 0 {
		return false
	}
	last := &f.s.clauses[len(f.s.clauses)-1]
	now := kinOf(f.s.r[max(f.h.end, last.end-10):last.end])
	for _, p := range v.planClauses() {
		c := p.clause()
		for _, k := range kinOf(p.s.r[max(c.start, c.end-8):c.end]) {
			if slices.Contains(now, k) {
				return true
			}
		}
	}
	return false
}

// atPlaceJa says whether a text names a place by those who are there, or them by the place: 中学校 and 中学生, 消防署 and 消防署員.
func atPlaceJa(w, text []rune) bool {
	n := len(w)
	return n > 2 && strings.ContainsRune("校生者員署局店院館", w[n-1]) && isHan(w[n-2]) && containsRunes(text, w[:n-1])
}

// likeAct says whether a sentence does something that has a meaning in common with what the commitment promises: 公表する, ウェブサイトに載せる.
func (u *unit) likeAct(n *sentence) bool {
	does := kinOf(n.actsText())
	for _, s := range u.plan {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind == mainClause && slices.ContainsFunc(kinOf(s.r[max(c.start, c.end-8):c.end]), func(k string) bool { return slices.Contains(does, k) }) {
				return true
			}
		}
	}
	return false
}

// stillToEnd says whether what a clause ends is still to be done by a date that it names: 「令和９年度までに残る区間を終わらせる」.
func (v *view) stillToEnd(f found) bool {
	if v.rd.lang.Code != "ja" || f.s.self || f.c.kind != mainClause || f.c.tense != planned || f.c.negated {
		return false
	}
	ends := slices.ContainsFunc(f.s.dates, func(d lang.Date) bool {
		return d.Deadline && (d.Span.End == f.h.start && endsWith(f.s.r[:d.Span.End], "までに") || hasRunes(f.s.r, d.Span.End, "までに") && d.Span.End+3 == f.h.start)
	})
	if ends && strings.Contains(f.text(), "終え") {
		return true // 「調査は、令和９年度末までに終えることとする」
	}
	if !containsRunes(f.s.r[max(f.c.start, f.h.start-1):f.c.end], []rune("を終")) && !containsRunes(f.s.r[f.h.start:f.c.end], []rune("終わらせ")) && !containsRunes(f.s.r[f.h.start:f.c.end], []rune("済ませ")) {
		return false
	}
	return slices.ContainsFunc(f.s.dates, func(d lang.Date) bool {
		return d.Deadline && d.Span.Start >= f.c.start && d.Span.End <= f.c.end
	})
}

// aimsOnly says whether the plan names these members only in what it is for, so that a list of them tells aims and no scope.
func (v *view) aimsOnly(s *sentence, kept []lang.Span) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	for _, m := range kept {
		w := s.r[max(m.Start, m.End-3):m.End]
		inAim := false
		for _, p := range v.u.plan {
			for i := range p.clauses {
				c := &p.clauses[i]
				if containsRunes(p.r[c.start:c.end], w) {
					if c.kind != purposeClause || p.wish(i) {
						return false
					}
					inAim = true
				}
			}
		}
		if !inAim {
			return false
		}
	}
	return true
}
