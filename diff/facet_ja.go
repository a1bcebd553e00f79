package diff

import (
	"iter"
	"slices"
)

// facetsJa are what can be told of a measure: whom it is for, what it holds, how large it is, when, where and how it is done.
var facetsJa = []string{"対象", "対象者", "対象地域", "対象施設", "対象校", "対象品目", "対象範囲", "範囲", "規模", "回数", "頻度", "件数", "人数", "定員", "時期", "期間", "期限", "期日", "日程", "方法", "手法", "方式", "形式",
	"手順", "進め方", "内容", "会場", "場所", "講師", "教材", "参加者", "受講者", "題材", "主題", "テーマ", "予算", "予算額", "経費", "補助率", "補助額", "上限額", "単価"}

// ownActsJa are the acts of any measure, of which it is told when and how.
var ownActsJa = []string{"実施", "開催", "開始", "着手", "運営"}

// facetJa says whether a sentence tells how the measure of the one before it is done: 「対象は、いずれの府省庁の職員も含む。」 Its topic is a noun by
// itself, or one with a short attribute (講義の内容は, 実施時期は).
func (s *sentence) facetJa() bool {
	if len(s.words) > 0 || s.mark != "" {
		return false
	}
	if t := trimMarks(s.r); endsWith(t, "て行う", "んで行う", "いで行う", "て実施する", "んで実施する", "ように行う", "ながら行う", "上で行う", "て行うこととする", "て開催する", "んで開催する") && lastIndex(t, 'は') < 0 && !s.startsWith("adds", 0) {
		return true // 「…場所を選んで行う」: how it is done, and not what
	}
	for _, topic := range s.headsAt('は') {
		if endsWith(topic, "に当たって", "にあたって") {
			topic = topic[:len(topic)-5]
			if len(topic) <= 6 && endsWith(topic, ownActsJa...) {
				return true
			}
		} else {
			topic = withoutAbout(topic)
		}
		if namesFacet(topic) {
			return true
		}
	}
	return false
}

// headsAt are the stretches from a comma, or the beginning, to each of these particles, by where the particle stands.
func (s *sentence) headsAt(particles ...rune) iter.Seq2[int, []rune] {
	return func(yield func(int, []rune) bool) {
		start := 0
		for i, c := range s.r {
			if c == '、' {
				start = i + 1
			} else if slices.Contains(particles, c) && !yield(i, s.r[start:i]) {
				return
			}
		}
	}
}

// withoutAbout is a topic without について or に関して at its end.
func withoutAbout(r []rune) []rune {
	if endsWith(r, "について", "に関して") {
		return r[:len(r)-4]
	}
	return r
}

// namesFacet says whether r is a facet, by its longest name, alone or with a short attribute.
func namesFacet(r []rune) bool {
	n := 0
	for _, w := range facetsJa {
		if k := len(w) / 3; k > n && endsIn(r, w) {
			n = k
		}
	}
	return n > 0 && attributeOfFacet(r[:len(r)-n])
}

// attributeOfFacet says whether what stands before a facet only says of what: その, 講義の, 実施.
func attributeOfFacet(r []rune) bool {
	return len(r) == 0 || len(r) <= 4 && (r[len(r)-1] == 'の' || endsWith(r, ownActsJa...))
}

// amendsJa says whether a sentence of the next plan only changes the terms of the measure that the one before goes on with, what is in it or when it is
// done: 「規模を半分程度とする」, 「実施は、令和９年度とする」, 「なお、離島は対象から除く」, 「このうち、離島に係るものは取りやめる」.
func (s *sentence) amendsJa() bool {
	if len(s.words) > 0 || s.mark != "" {
		return false
	}
	if s.caresOnlyJa() {
		return true
	}
	for i, head := range s.headsAt('を', 'は') {
		tells := func(cue string) bool { return s.has(cue, i, len(s.r)) }
		if s.r[i] == 'を' {
			if namesFacet(head) && (tells("widen") || tells("limit") || tells("postpone") || tells("replace") || s.setsTo(i+1)) {
				return true
			}
			continue
		}
		if endsWith(head, ownActsJa...) && attributeOfFacet(head[:len(head)-2]) && (tells("postpone") || len(s.dates) > 0) {
			return true
		}
		if outOfTarget.in(s.r[i:]) || s.follows && endsWith(head, "もの", "分", "部分") && tells("stop") {
			return true
		}
	}
	return false
}

// caresOnlyJa says whether a short sentence tells only with what care, or by what means, the act is done: 「個人情報の取扱いに留意する」, 「必要な予算の確保に努める」.
func (s *sentence) caresOnlyJa() bool {
	t := trimMarks(s.r)
	if len(t) > 32 || len(s.clauses) > 1 || len(s.dates)+len(s.quantities) > 0 || lastIndex(t, 'は') >= 0 {
		return false
	}
	return endsWith(t, "留意する", "に配慮する", "十分配慮する", "に注意する", "十分注意する", "注意を払う", "目を配る", "意を用いる", "万全を期する", "万全を期す", "遺漏なきを期する") || endsWith(t, "に努める", "を図る") && upkeepOfActJa.in(t)
}

// upkeepOfActJa are what any act needs.
var upkeepOfActJa = newWordSet("予算の確保", "財源の確保", "経費の確保", "人員の確保", "要員の確保", "円滑な実施", "円滑な運営", "適切な実施", "適切な運営", "効率的な実施", "効率的な執行", "着実な実施", "適正な執行", "関係者の理解", "地元の理解", "関係者との調整", "関係機関との連携", "緊密な連携", "経費の節減", "進捗の管理")

// setsTo says whether what follows i is what something is made: 「年２回とする」, 「半分にする」.
func (s *sentence) setsTo(i int) bool {
	t := trimMarks(s.r[i:])
	return len(t) < 24 && endsWith(t, "とする", "にする", "改める", "変更する")
}

// outOfTarget are the words by which something is taken out of what a measure is for.
var outOfTarget = newWordSet("対象から除", "対象から外", "対象外と", "対象外に", "対象としない", "対象とはしない", "対象に含めない", "対象には含めない", "含めない", "除外する", "除外し", "除くこと", "除く。", "除くもの")

// setLaterJa finds that a sentence of its own sets the act for a later year than the next plan's: 「ただし、実施は令和９年度とする。」
func (v *view) setLaterJa() (Evidence, bool) {
	if v.rd.lang.Code != "ja" || v.rd.years.NextPlan == 0 || len(v.u.next) < 2 {
		return Evidence{}, false
	}
	for _, s := range v.u.next[1:] {
		if !s.facetJa() && !s.amendsJa() {
			continue
		}
		for _, d := range s.dates {
			topic := withoutAbout(s.r[:max(0, lastIndex(s.r[:d.Span.Start], 'は'))])
			if d.From/10000 > v.rd.years.NextPlan && s.setsTo(d.Span.End) && (endsWith(topic, ownActsJa...) || endsWith(topic, "時期", "期日", "日程")) {
				return s.quote(d.Span.Start, d.Span.End), true
			}
		}
	}
	return Evidence{}, false
}

// takenOutJa finds that a sentence of its own takes something out of what the measure is for: 「ただし、島しょ部は含めない。」
func (v *view) takenOutJa() (Evidence, bool) {
	for i, s := range v.u.next {
		if i == 0 || !s.amendsJa() {
			continue
		}
		for k := range s.r {
			if n := outOfTarget.at(s.r, k); n > 0 && !containsRunes(v.planText, s.r[max(0, k-4):k+n]) {
				return s.quote(wordBefore(s.r, k, 12), k+n), true
			}
		}
	}
	return Evidence{}, false
}
