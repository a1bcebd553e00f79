package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// background says whether a sentence of the next plan only tells how things are in the world: it promises nothing, and what it ends
// in says nothing of what becomes of a measure. 「人口の移動に伴い、…が増えている」 has a word of moving, and moves nothing.
func (s *sentence) background() bool {
	if len(s.words) > 0 || s.promises || s.self || len(s.clauses) == 0 {
		return false
	}
	for _, cue := range []string{"unlisted", "undecided", "undecided-act", "elsewhere", "again", "period-over", "this-measure", "from-then"} {
		if s.has(cue, 0, len(s.r)) {
			return false
		}
	}
	last := &s.clauses[len(s.clauses)-1]
	if last.tense == past && s.tellsHistory() {
		return true
	}
	if last.negated || s.unsettled() || s.placed() || s.insideNamed() || s.asksFate() > 0 || deniesAct(s) || last.tense == past && !s.endsIn("world-state") && !s.has("became", last.start, len(s.r)) {
		return false
	}
	for _, h := range s.hits {
		switch h.cue {
		case "complete", "goal", "ended", "stop", "merge", "split", "move", "postpone", "handed-over", "nothing-left", "vague":
		default:
			continue
		}
		c := s.clauseAt(h.start)
		switch {
		case !predicateJa(s, c, h):
		case c == last, c.kind == mainClause && c.tense != planned && h.cue != "move" && h.cue != "split" && h.cue != "merge":
			return false
		case c.kind == reasonClause && c.tense == past && h.cue != "move" && h.cue != "split" && h.cue != "merge":
			return false // 「大会が閉幕したことから、」
		}
	}
	return true
}

// newEra is the first day of the era in which plans are made now; what happened before is history.
const newEra = 20190501

// tellsHistory says whether the times that a sentence names, and it names some, are all long over, and its verbs are of those times: 「昭和30年代に
// 頂点を迎えた後、…平成14年までに姿を消した」. A time in an attribute (昭和56年以前に建てられた庁舎) is none of its verbs'.
func (s *sentence) tellsHistory() bool {
	for i := range s.dates {
		d := &s.dates[i]
		if d.To == 0 || d.To >= newEra || s.relative(d.Span.End, s.clauseAt(d.Span.Start).end) {
			return false
		}
	}
	return len(s.dates) > 0
}

// asked says whether what stands at i is part of a question that the sentence holds: 「いずれの府省が担うかについては」, 「続けるのか、」.
// What is asked is not said.
func (s *sentence) asked(i int) bool {
	if len(s.words) > 0 {
		return false
	}
	for k := i; k+1 < len(s.r) && k < i+24; k++ {
		if s.r[k] == '。' || s.r[k] == '、' {
			return false
		}
		if k == 0 || s.r[k] != 'か' || !strings.ContainsRune("るいたのくむうつすぬぶぐ", s.r[k-1]) || hasRunes(s.r, k-2, "はる") {
			continue
		}
		if strings.ContainsRune("、にはをもがと否ど等", s.r[k+1]) || hasRunes(s.r, k+1, "の") && !hasRunes(s.r, k+1, "のよう") {
			return true
		}
	}
	return false
}

// asksOthers says whether the question that ends at i is one that others have and that is answered, taught or found out: 「どのように解析すべきかといった
// 質問に答える」.
func (s *sentence) asksOthers(i int) bool {
	after := s.r[i+1 : min(len(s.r), i+26)]
	for _, w := range []string{"質問", "問合せ", "問い合わせ", "照会", "相談", "疑問", "悩み", "教え", "学ぶ", "学べ", "助言", "伝え", "手引", "講習", "研修", "講義", "教材", "事例"} {
		if containsRunes(after, []rune(w)) {
			return true
		}
	}
	return false
}

// residual says whether a promise only settles what is left of a measure that was given up: 「集めた図面は…保管する」, 「必要に応じて市販品を
// 購入する」.
func residual(p part) bool {
	c := p.clause()
	return p.s.has("existing", c.start, c.end) || len(p.s.words) == 0 && p.s.has("residue", c.start, c.end)
}

// onlyLeft says whether a promise is limited to something that is left when a thing is finished: 「今後は再発行等の事務のみを行う」.
func (s *sentence) onlyLeft(c *clause) bool {
	if len(s.words) > 0 || !s.has("tends", c.start, c.end) && !s.has("care", c.start, c.end) && !s.has("upkeep", c.start, c.end) && !s.has("fault", c.start, c.end) {
		return false
	}
	for i := c.start; i < c.end; i++ {
		for _, w := range []string{"のみを", "だけを", "のみと", "のみ行", "のみ実施", "にとどめ", "に限り", "に限って", "に限ら", "に限る", "のみに", "だけと", "だけ行", "以外に", "程度と"} {
			if hasRunes(s.r, i, w) {
				return true
			}
		}
	}
	return false
}

// cleftDone says whether a clause tells of the planned act what it was done to: 「補助金を交付したのは19港であり、」.
func (v *view) cleftDone(s *sentence, c *clause) bool {
	if len(s.words) > 0 || c.negated || !endsWith(trimMarks(s.r[c.start:c.end]), "であり", "である", "であった", "で", "だった", "であるが", "であったが") {
		return false
	}
	for _, p := range v.planClauses() {
		w := []rune(p.clause().verb)
		for i := c.start; len(w) > 0 && i+len(w) < c.end; i++ {
			if !startsAt(s.r, i, w) {
				continue
			}
			for k := i + len(w); k < min(i+len(w)+7, c.end); k++ {
				if hasRunes(s.r, k, "たのは") {
					return true
				}
			}
		}
	}
	return false
}

// relative says whether a verb that follows i describes a noun, so that what stands at i is said of that noun alone: 「要否を判定する作業を
// 試行する」.
func (s *sentence) relative(i, end int) bool {
	for k := i + 1; k+1 < end; k++ {
		if (s.r[k] == 'る' || s.r[k] == 'た') && (isHan(s.r[k+1]) || isKana(s.r[k+1])) {
			for _, w := range []string{"方針", "予定", "必要", "場合", "段階", "時期", "際", "方向", "考え", "見込", "見通", "運び", "旨", "後、", "後は", "後も", "頃"} {
				if hasRunes(s.r, k+1, w) {
					return false
				}
			}
			return true
		}
		if s.r[k] == '、' {
			return false
		}
	}
	return false
}

// wanted says whether what a clause says was not found is what the act needed (a taker, a site, a bidder) and not what a search was made
// for: the plan promised no search.
func (v *view) wanted(s *sentence, c *clause) bool {
	t := s.r[c.start:c.end]
	found := false
	for _, w := range []string{"見付から", "見つから", "見当たら", "見いだせ", "現れ", "名乗り出"} {
		found = found || containsRunes(t, []rune(w))
	}
	if !found || len(s.words) > 0 {
		return false
	}
	for _, p := range v.planClauses() {
		for _, w := range []string{"調", "査", "点検", "監視", "捜", "探", "巡", "検証", "検討", "確認", "分析", "観測", "測", "診断", "試験", "見守", "見張", "把握"} {
			if containsRunes(p.s.r[p.clause().start:p.clause().end], []rune(w)) {
				return false
			}
		}
	}
	return true
}

// leftToOthers says whether a promise behind the ground that a thing is finished leaves it to those who run it, or cares for it: 「…に達したことから、
// 各管理者による日常の点検に委ねる」.
func (v *view) leftToOthers(p part) bool {
	c := p.clause()
	return len(p.s.words) == 0 && (p.s.has("handed-over", c.start, c.end) || p.s.tends(c)) && !v.promisesVerb(c.verb)
}

// onlyPast reads an end off a next plan that tells of the commitment in the past tense alone, and promises nothing: a thing made is finished, an
// act that was done has ended.
func (v *view) onlyPast() []signal {
	if v.rd.lang.Code != "ja" || len(v.u.next) == 0 || len(v.u.plan) == 0 || v.progress != schema.Done || len(v.overWithoutWord()) > 0 {
		return nil
	}
	for _, s := range v.u.next {
		c := &s.clauses[len(s.clauses)-1]
		if s.promises || c.tense != past || c.negated || s.background() || s.has("elsewhere", 0, len(s.r)) || s.has("move", 0, len(s.r)) || s.has("merge", 0, len(s.r)) || s.has("again", 0, len(s.r)) {
			return nil
		}
	}
	at := v.u.next[0].quote(0, len(v.u.next[0].r))
	if v.endState() && !v.oneOff() || v.planHas("end-act") || v.gapClosed() != nil || v.toldNoneLeft() {
		return []signal{{string(schema.Completed), 3, at}}
	}
	return []signal{{string(schema.Ended), 3, at}}
}

// byOccasion says whether a sentence looks back on a measure as one that an occasion brought: 「100年という機会に行ったものであり、」.
func (s *sentence) byOccasion() bool {
	for i := range s.clauses {
		t := trimMarks(s.r[s.clauses[i].start:s.clauses[i].end])
		if !endsWith(t, "たものであり", "たものである", "たもので", "たものであって", "たものであるため", "たものであることから") {
			continue
		}
		for _, w := range []string{"機会", "機に", "際し", "際して", "合わせ", "限り", "限って", "一度", "臨時", "緊急", "記念", "周年", "節目", "特例", "暫定", "ちなみ", "因み"} {
			if containsRunes(t, []rune(w)) {
				return true
			}
		}
	}
	return false
}

// byReaching says whether a sentence gives as the ground of an end that something came to be: 「法律の成立をもって」.
func (s *sentence) byReaching() bool {
	for _, noun := range []string{"成立", "公布", "施行", "完成", "完了", "達成", "実現", "竣工", "発効", "締結", "整備", "供用開始", "導入", "開通", "制定", "行き渡り", "確立", "解消"} {
		w := []rune(noun)
		for i := 1; i+len(w) < len(s.r); i++ {
			if startsAt(s.r, i, w) && (hasRunes(s.r, i+len(w), "をもって") || hasRunes(s.r, i+len(w), "をもちまして")) {
				return true
			}
		}
	}
	return false
}

// worldsProblem says whether what is wrong is wrong with somebody or something in the world, by the subject of its clause, and not with what the plan
// did or how many came to it: 「職人が年々減少していることに鑑み」.
func (v *view) worldsProblem(f found) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	for i := f.h.start; i > f.c.start; i-- {
		if f.s.r[i] != 'が' || !nounEndJa(f.s.r, i) {
			continue
		}
		start := wordBefore(f.s.r, i, 10)
		noun := f.s.r[start:i]
		if f.s.has("act-count", start, i) || f.s.has("act-noun", start, i) || endsWith(noun, "利用", "効果", "利用者", "参加者", "受講者", "会場", "教材", "方法") {
			return false
		}
		return !slices.ContainsFunc(v.planClauses(), func(p part) bool {
			return p.clause().object != "" && strings.HasSuffix(p.clause().object, string(noun))
		})
	}
	return false
}
