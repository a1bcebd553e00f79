package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// otherAct says whether the next plan wants the same in the same words and does something else for it altogether: 「砂浜を保全するため、離岸堤を
// 築造する」, 「砂浜を保全するため、砂を運搬して浜に敷きならす」.
func (v *view) otherAct(s, n *sentence) *signal {
	var aim *clause
	for i := range s.clauses {
		if c := &s.clauses[i]; c.kind == purposeClause && c.end-c.start > 8 {
			k := max(c.start, c.end-11)
			if containsRunes(n.r, s.r[k:c.end]) {
				aim = c
			}
		}
	}
	if aim == nil {
		return nil
	}
	if found := v.otherVerb(s, n); found != nil {
		return found
	}
	var was, is []uint64
	for i := range s.clauses {
		if c := &s.clauses[i]; c.kind == mainClause {
			was = append(was, c.own...)
		}
	}
	at := -1
	for i := range n.clauses {
		if c := &n.clauses[i]; c.kind == mainClause {
			is, at = append(is, c.own...), i
		}
	}
	slices.Sort(was)
	slices.Sort(is)
	weight := 3.2
	if few := overlap(is, was, nil); few > 0 { // 安全装置を点検して改善を促す, 集会で安全装置の必要性を説く
		weight = 2.9
		if few > 0.25*float64(min(len(is), len(was))) || n.repeatsEnd(s) || v.progress != schema.Done {
			return nil
		}
	}
	if at < 0 || len(was) < 3 || len(is) < 3 || weight > 3 && (overlap(is, v.planOwn, nil) > 0 || overlap(was, v.nextOwn, nil) > 0) || n.has("anaphor", 0, len(n.r)) || n.has("outcome", 0, len(n.r)) {
		return nil
	}
	does, did := kinOf(n.actsText()), kinOf(s.actsText())
	if weight < 3 { // by the ends of their clauses, where something else is the same
		does, did = n.endKin(), s.endKin()
	}
	if slices.ContainsFunc(did, func(k string) bool { return slices.Contains(does, k) }) {
		return nil
	}
	c := &n.clauses[at]
	return &signal{string(schema.Revised), weight, n.quote(c.start, c.end)}
}

// endKin are the meanings in which the clauses of a sentence end that act.
func (s *sentence) endKin() []string {
	var ends [][]rune
	for i := range s.clauses {
		if c := &s.clauses[i]; c.kind == mainClause {
			ends = append(ends, endOf(s, c))
		}
	}
	return kinOf(ends...)
}

// repeatsEnd says whether a sentence acts by the verb, or on the object, of the other one's last clause or of one before it.
func (s *sentence) repeatsEnd(o *sentence) bool {
	for i := range o.clauses {
		c := &o.clauses[i]
		if c.kind != mainClause {
			continue
		}
		for _, w := range []string{c.verb, c.object} {
			if len([]rune(w)) > 1 && containsRunes(s.r, []rune(w)) {
				return true
			}
		}
		if slices.ContainsFunc(s.clauses, func(k clause) bool { return k.kind == mainClause && sameVerbJa(k.verb, c.verb) }) {
			return true
		}
	}
	return false
}

// otherVerb says whether the last clauses of two sentences that want the same do another thing with another thing: 「文書を送付させる」, 「費用の一部を給付させる」.
func (v *view) otherVerb(s, n *sentence) *signal {
	a, b := &s.clauses[len(s.clauses)-1], &n.clauses[len(n.clauses)-1]
	if a.kind != mainClause || b.kind != mainClause || a.object == "" || b.object == "" || len([]rune(a.verb)) < 2 || len([]rune(b.verb)) < 2 || n.tends(b) || v.keepsUp(n, b) || n.has("outcome", 0, len(n.r)) || n.has("anaphor", 0, len(n.r)) {
		return nil
	}
	for _, w := range []string{a.object, a.verb} {
		if containsRunes(v.nextRow, []rune(w)) {
			return nil
		}
	}
	for _, w := range []string{b.object, b.verb} {
		if containsRunes(v.planText, []rune(w)) {
			return nil
		}
	}
	if sharesHan([]rune(a.object), []rune(b.object)) || alike(s.doing(a), n.doing(b)) || s.has("filler", a.end-6, a.end) || s.isOutcome(a) || n.isOutcome(b) {
		return nil
	}
	return &signal{string(schema.Revised), 2.8, n.quote(b.start, b.end)}
}

// otherEnd says whether two sentences that promise the same in their first clauses end in acts that have nothing to do with each other: 「企業を表彰し、
// 事例を冊子にまとめて配布する」, 「企業を表彰し、担当者を講師とする勉強会を催す」.
func (v *view) otherEnd(s, n *sentence) *signal {
	k, j := len(s.clauses)-1, len(n.clauses)-1
	if k < 1 || j < 1 {
		return nil
	}
	a, b := &s.clauses[k], &n.clauses[j]
	p, q := &s.clauses[k-1], &n.clauses[j-1]
	if a.kind != mainClause || b.kind != mainClause || p.kind != mainClause || q.kind != mainClause || p.end-p.start < 8 || !endsIn(n.r[q.start:q.end], string(s.r[max(p.start, p.end-14):p.end])) {
		return nil
	}
	if len(a.own) < 3 || len(b.own) < 3 || overlap(a.own, v.nextSet, nil) > 0.2*float64(len(a.own)) || overlap(b.own, v.planSet, nil) > 0.2*float64(len(b.own)) || n.tends(b) || v.keepsUp(n, b) {
		return nil
	}
	if x, y := s.r[a.start:a.end], n.r[b.start:b.end]; alike(x, y) || leavesOpen(x) || leavesOpen(y) || endsWith(trimMarks(y), "を図る", "に資する", "につなげる", "に努める", "を目指す", "に寄与する", "を促す") || endsWith(trimMarks(x), "を図る", "に資する", "につなげる", "に努める", "を目指す", "に寄与する", "を促す") {
		return nil
	}
	return &signal{string(schema.Revised), 3, n.quote(b.start, b.end)}
}

// sameMeanings says whether the next plan does all that the plan does, by words of the same meaning.
func (v *view) sameMeanings() bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	acts := func(in []*sentence) []string {
		var out [][]rune
		for _, s := range in {
			out = append(out, s.actsText())
		}
		return kinOf(out...)
	}
	was, is := acts(v.u.plan), acts(v.u.next)
	return len(was) > 1 && !slices.ContainsFunc(was, func(k string) bool { return !slices.Contains(is, k) })
}

// isOutcome says whether a clause says only what comes of an act: 「理解の促進を図る」.
func (s *sentence) isOutcome(c *clause) bool {
	return s.has("outcome-noun", max(c.start, c.end-12), c.end)
}

// doing is what a clause does with what: its object with the words before it, and its verb.
func (s *sentence) doing(c *clause) []rune {
	w := []rune(c.object)
	for i := c.end - len(w); i >= c.start; i-- {
		if startsAt(s.r, i, w) {
			return append(slices.Clone(s.r[max(c.start, i-6):i+len(w)]), []rune(c.verb)...)
		}
	}
	return []rune(c.object + c.verb)
}

// alike says whether two stretches have a meaning in common.
func alike(a, b []rune) bool {
	there := kinOf(b)
	return slices.ContainsFunc(kinOf(a), func(k string) bool { return slices.Contains(there, k) })
}

// effectsJa are verbs for what an act brings about, which nobody does by itself: 事故を防ぐ, 負担を和らげる, 理解につなげる.
var effectsJa = newWordSet("防ぐ", "防ぎ", "防止す", "未然に防", "抑え", "抑制す", "減らす", "減らし", "無くす", "なくす", "なくし", "和らげ", "緩和す", "軽減す", "改善す", "解消す", "食い止め", "くい止め", "避け", "回避す", "つなげ", "つながるよう", "資する", "資するもの", "寄与す", "貢献す", "図る", "図り", "目指す", "目指し", "期する", "期す", "役立て", "備える", "守る",
	"守り", "高める", "高め", "深める", "深め", "保つ", "保ち", "後押しす", "支える", "支え", "促す", "促し", "促進す", "早め", "縮め", "短縮す", "速め", "確保す", "向上させ", "安定させ", "定着させ", "根付かせ", "広げ", "生かす", "生かし", "万全を期", "遺漏なき", "努める", "努め")

// effectJa says whether a last clause says only what comes of the acts before it: 「…、消費者が返しきれない債務を負う事態を防ぐ。」
//
// How many are to come of their own will is an effect too.
func (p part) effectJa() bool {
	if p.s.words != nil || p.c == 0 || p.c+1 < len(p.s.clauses) {
		return false
	}
	c := p.clause()
	t := trimMarks(p.s.r[c.start:c.end])
	if takersJa.in(t) && slices.ContainsFunc(t, func(r rune) bool { return isDigit(r) || r == '半' }) && endsWith(t, "を得る", "を得ることとする", "を得ることを目指す", "を見込む", "を目指す", "を確保する", "を目標とする") {
		return true // 「…研修を実施し、年間400人以上の受講を得る」
	}
	for i := max(0, len(t)-12); i < len(t); i++ {
		if n := effectsJa.at(t, i); n > 0 && i > 0 && strings.ContainsRune("をにがへりとう", t[i-1]) {
			rest := string(t[i+n:])
			if rest == "" || allIn([]rune(rest), "るすことももととするしてい") {
				return true
			}
		}
	}
	return false
}

// takersJa are the nouns for what those do whom an act reaches.
var takersJa = newWordSet("の受講", "の参加", "の利用", "の応募", "の来場", "の申込", "の登録", "の回答", "の受験", "の来訪", "の視聴", "の閲覧", "の来館", "の受検", "の受診", "の出席")
