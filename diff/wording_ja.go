package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// joinedUntil is where the last of several ministries ends that are joined with the one at i, so that what stands behind them is said of
// all: 「国土交通省及び厚生労働省において」.
func (s *sentence) joinedUntil(i int) int {
	for ; i+1 < len(s.ministries) && len(s.words) == 0; i++ {
		switch string(s.r[s.ministries[i].Span.End:max(s.ministries[i].Span.End, s.ministries[i+1].Span.Start)]) {
		case "及び", "並びに", "、", "・", "と", "および", "ならびに":
		default:
			return s.ministries[i].Span.End
		}
	}
	return s.ministries[i].Span.End
}

// adverbBefore says whether the に at i ends an adverb, so that it is no particle of what something is turned into: 速やかに改める, 適時に見直す.
func adverbBefore(r []rune, i int) bool {
	if i < 2 || i >= len(r) || r[i] != 'に' {
		return false
	}
	if strings.ContainsRune("かぐじぜ", r[i-1]) && (isHira(r[i-2]) || isHan(r[i-2])) { // 速やか, 直ちに aside
		return true
	}
	return endsWith(r[:i], "適切", "適時", "適宜", "迅速", "柔軟", "随時", "早急", "早期", "直ち", "定期的", "継続的", "段階的", "毎年", "毎年度", "抜本的", "全面的", "機動的", "逐次", "即時", "必要", "大幅", "円滑", "丁寧", "容易", "不断")
}

// changesAnyway says whether what a clause changes into another is what the plan itself is to change: 「掲載の内容を改める」.
func (v *view) changesAnyway(f found) bool {
	return f.c.verb != "" && containsRunes(f.s.r[f.h.start:f.h.end], []rune(f.c.verb)) && v.g.predicate(f.s, f.c, f.h) && v.promisesVerb(f.c.verb)
}

// chosenFrom says whether the number that ends before i counts those from whom some were chosen, and not what was to be done: 「応募のあった
// 38団体のうち９団体」.
func chosenFrom(s *sentence, from, i int) bool {
	before := string(s.r[max(from, i-22):i])
	for _, w := range []string{"応募", "申請", "申込", "申し込", "候補", "希望", "提案", "応札", "公募", "届け出", "届出", "申出", "要望", "志願", "受験", "出願", "エントリー", "立候補", "推薦"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// littleHarm says whether what a clause says there was little of is harm: 「損壊の割合は３分の１程度にとどまった」, 「確認された違反は２件にとどまる」.
func littleHarm(s *sentence, c *clause, h hit) bool {
	if len(s.words) > 0 {
		return false
	}
	end := h.start // of the subject
	for end > c.start && s.r[end] != 'は' && s.r[end] != 'が' {
		end--
	}
	start := end
	for start > c.start && s.r[start-1] != '、' {
		start--
	}
	return end > start && s.has("harm", start, end+1)
}

// ofMeans says whether a number only describes by what means something is done: 「20万件の情報を自動で集める技術を用いて」.
func ofMeans(a amount) bool {
	r := a.s.r
	if len(a.s.words) > 0 {
		return false
	}
	for i := a.Span.End; i < min(len(r), a.Span.End+14); i++ {
		switch r[i] {
		case '、', '。', 'は':
			return false
		case 'を', 'が', 'に', 'で':
			k := attributeJa(r, i)
			if k == 0 {
				return false
			}
			_, end := nounAfterJa(r, k)
			for _, w := range []string{"を用い", "により", "によって", "を活用し", "を使い", "を使って", "を通じ", "において"} {
				if hasRunes(r, end, w) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// each says whether a number is planned for every one of several: 各２回, ２名ずつ.
func each(a amount) bool {
	before := a.s.r[max(0, a.Span.Start-5):a.Span.Start]
	return len(a.s.words) == 0 && (endsWith(before, "各", "それぞれ", "1か所につき", "ごとに") || hasRunes(a.s.r, a.Span.End, "ずつ"))
}

// declaredDone says whether a sentence ends by calling the act complete: 「令和５年度をもって完了とする」.
func (v *view) declaredDone(s *sentence) bool {
	for _, h := range s.hits {
		if c := s.clauseAt(h.start); h.cue == "complete" && c.end == len(s.r) && !c.negated && endsWith(s.r[:h.start+2], "完了", "完成", "達成") && v.declares(found{s, c, h}) {
			return true
		}
	}
	return false
}

// insteadJa says whether the clause before a stop in the same sentence decides on another act: 「利用料を助成することとし、運営費の補助は行わない」.
func (v *view) insteadJa(f found) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	for i := range f.s.clauses {
		c := &f.s.clauses[i]
		if c.end > f.c.start || c.kind != mainClause || c.negated || !endsWith(trimMarks(f.s.r[c.start:c.end]), "こととし", "ものとし") {
			continue
		}
		if p := (part{f.s, i}); !v.tellsFate(p) && !v.keepsUp(f.s, c) && !residual(p) && !f.s.tends(c) {
			return true
		}
	}
	return false
}

// lessForOne finds, where a number was planned for every one of several, a lower one beside a full one: 「Aは２回実施したが、Bは１回となった」.
func lessForOne(want amount, reached []amount) *amount {
	if !each(want) {
		return nil
	}
	for i, a := range reached {
		if a.Unit != want.Unit || a.Value >= want.Value || a.Value <= 0 {
			continue
		}
		for _, b := range reached {
			if b.s == a.s && b.Unit == want.Unit && b.Value == want.Value {
				return &reached[i]
			}
		}
	}
	return nil
}

// actBehind says whether a clause stands behind one that ends in とともに or the like, with none of the plan's acts between: the two acts of
// 「…するとともに、台帳を作り、配る」 are one addition.
func (v *view) actBehind(p part) bool {
	for i := p.c - 1; i >= 0; i-- {
		c := &p.s.clauses[i]
		if endsWith(trimMarks(p.s.r[c.start:c.end]), "とともに", "ほか", "あわせて", "併せて") {
			return true
		}
		if c.kind == mainClause && v.planHasVerb(c.verb) {
			return false
		}
	}
	return false
}

// freshAct says whether a promise does what the plan does not do with what the plan does not name.
func (v *view) freshAct(p part) bool {
	c := p.clause()
	if c.object == "" || c.verb == "" || allIn([]rune(c.verb), lightJa) || v.planHasVerb(c.verb) || containsRunes(v.planText, []rune(c.verb)) {
		return false
	}
	share, any := v.knownIn([]rune(c.object), v.planSet, v.planText)
	return any && share < 0.3
}

// lastSaysOther says whether the last thing that the results tell is an act other than a preparation.
func (v *view) lastSaysOther() bool {
	s := v.u.results[len(v.u.results)-1]
	return v.reportOf(s, &s.clauses[len(s.clauses)-1], true) == saysOther
}

// replacedObject finds that the act is the same and what it is about is another thing altogether: 「基本ソフトウェアに関する実態調査を行う」,
// 「検索サービスに関する実態調査を行う」. Both are named in the same way, share no word and no meaning, and neither stands in the other column.
func (v *view) replacedObject() *signal {
	if v.rd.lang.Code != "ja" || v.verbatim() {
		return nil
	}
	for _, p := range v.planClauses() {
		was, by, act := aboutJa(p.s, p.clause())
		for _, q := range v.plannedParts() {
			is, same, other := aboutJa(q.s, q.clause())
			if act != "" && by == same && act == other && v.unlike(p.s, was, q.s, is) {
				return &signal{string(schema.Revised), 3.4, q.s.quote(is.Start, is.End)}
			}
			if a, b, ok := otherTarget(p, q); ok && v.unlike(p.s, a, q.s, b) {
				return &signal{string(schema.Revised), 3.4, q.s.quote(b.Start, b.End)}
			}
		}
	}
	return nil
}

// unlike says whether two noun phrases share no word and no meaning, and neither stands in the other column.
func (v *view) unlike(s *sentence, was lang.Span, n *sentence, is lang.Span) bool {
	if was.End-was.Start < 2 || is.End-is.Start < 2 || n.has("anaphor", is.Start, is.End) {
		return false
	}
	a, b := s.r[was.Start:was.End], n.r[is.Start:is.End]
	if sharesHan(a, b) || slices.ContainsFunc(kinOf(a), func(m string) bool { return slices.Contains(kinOf(b), m) }) {
		return false
	}
	gone, anyGone := v.knownIn(a, v.nextSet, v.nextRow)
	fresh, anyFresh := v.knownIn(b, v.planSet, v.planText)
	return anyGone && anyFresh && gone == 0 && fresh == 0
}

var aboutAt = newWordSet("に関する", "についての", "に係る", "をめぐる", "を対象とした", "を対象とする")

// aboutJa reads what an act is about off a clause: the noun phrase before に関する, についての or に係る, that word, and the act behind it.
func aboutJa(s *sentence, c *clause) (about lang.Span, by, act string) {
	for i := c.end - 1; i > c.start; i-- {
		if aboutAt.at(s.r, i) == 0 {
			continue
		}
		for _, w := range aboutAt.words {
			if !hasRunes(s.r, i, w) {
				continue
			}
			end := i + len([]rune(w))
			to := end
			for to < c.end && isWordJa(s.r[to]) {
				to++
			}
			if w = strings.TrimSuffix(strings.TrimSuffix(w, "した"), "する"); to > end {
				return lang.Span{Start: memberStartJa(s.r, i, c.start), End: i}, w, string(s.r[end:to])
			}
		}
	}
	return lang.Span{}, "", ""
}

// sharesHan says whether two stretches have a kanji, or two runes of katakana or Latin letters, in common.
func sharesHan(a, b []rune) bool {
	for i, c := range a {
		if isHan(c) && slices.Contains(b, c) || i+1 < len(a) && isWordJa(c) && isWordJa(a[i+1]) && containsRunes(b, a[i:i+2]) {
			return true
		}
	}
	return false
}

// planHasCompound says whether the plan promises an act by a verb of two kanji with a kana between: 働き掛ける, where a report says 働き掛け (働掛).
func (v *view) planHasCompound(verb string) bool {
	w := []rune(verb)
	if v.rd.lang.Code != "ja" || len(w) != 2 || !isHan(w[0]) || !isHan(w[1]) {
		return false
	}
	for _, p := range v.planClauses() {
		r := p.s.r[p.clause().start:p.clause().end]
		for i := 0; i+2 < len(r); i++ {
			if r[i] == w[0] && r[i+2] == w[1] && strings.ContainsRune(stemEndJa, r[i+1]) {
				return true
			}
		}
	}
	return false
}

// stableRun says whether all that a clause promises is that what was made runs as it should: 「安定的な運用に努める」.
func (s *sentence) stableRun(c *clause) bool {
	t := s.r[c.start:c.end]
	for _, w := range []string{"安定的な運用", "安定的に運用", "安定した運用", "安定的な稼働", "安定して稼働", "安定的に稼働", "円滑な運用", "適切な運用", "確実な運用", "運用を続", "運用を継続"} {
		if len(s.words) == 0 && containsRunes(t, []rune(w)) {
			return true
		}
	}
	return false
}

// deniedGround finds a ground of the next plan that denies something of what the plan did: 「紙の券では利用が伸びないことから、」.
func (v *view) deniedGround() *found {
	if v.rd.lang.Code != "ja" || len(v.hitsOf(v.u.next, "again")) > 0 || v.progress == schema.NotDone || v.progress == schema.UnderWay {
		return nil
	}
	for _, s := range v.u.next {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind == reasonClause && c.negated && !affirmsJa(s.r[c.start:c.end]) && overlap(c.features, v.u.features, nil) > 1 {
				return &found{s, c, hit{"problem", c.start, c.end}}
			}
		}
	}
	return nil
}

// affirmsJa says whether a clause ends in a denial that affirms: 欠かせない, やむを得ない, 少なくない.
func affirmsJa(r []rune) bool {
	for _, w := range []string{"欠かせな", "欠くことができな", "欠くことのできな", "かけがえのな", "やむを得な", "少なくな", "絶えな", "後を絶たな", "限らな", "に他ならな", "にほかならな", "なければならな", "なくてはならな", "ないわけにはいかな", "見逃せな", "見過ごせな", "計り知れな", "疑いな", "疑いがな", "尽きな", "免れな", "避けられな", "否めな", "相違な", "違いな", "変わらな", "変わりがな", "変わりな", "劣らな", "間もな", "予断を許さな", "油断でき", "看過でき", "ゆるがせにでき"} {
		if containsRunes(r[max(0, len(r)-20):], []rune(w)) {
			return true
		}
	}
	return false
}

// less those of any other.
func linkListed(units []*unit, next []*sentence, rd *reader) {
	if rd.lang.Code != "ja" || len(units) < 2 {
		return
	}
	for _, u := range units {
		if len(u.next) > 0 || len(u.plan) == 0 {
			continue
		}
		for _, n := range next {
			if at := listedIn(units, u, n, rd); at >= 0 {
				link(&u.next, n)
				u.nextParts = append(u.nextParts, part{n, at})
				break
			}
		}
	}
}

// keptPractice says whether 取扱い is a practice that a clause tells of, and not what is to be decided: 「改めて確認する取扱いを続ける」.
func keptPractice(f found) bool {
	if !hasRunes(f.s.r, f.h.start, "取扱い") || f.h.start == 0 {
		return false
	}
	return strings.ContainsRune("るたうくすつむぶぐの", f.s.r[f.h.start-1]) && !f.s.has("deciding", f.h.end, f.c.end) && !f.s.has("ask-end", f.h.end, f.c.end)
}

// nothingMade says whether the plan makes and finishes nothing, so that to go on with it is no upkeep: 「照会に答える」, 「簡素化する取扱いを実施する」.
func (v *view) nothingMade() bool {
	for _, f := range v.hitsOf(v.u.next, "upkeep") {
		if w := f.text(); strings.Contains(w, "管理") || strings.Contains(w, "保守") || strings.Contains(w, "点検") {
			return false // there is a thing to be kept
		}
	}
	return v.rd.lang.Code == "ja" && !v.endState() && !v.planHas("end-act") && !v.toldComplete() && !v.namedAsMade(v.plannedParts()) && !anyHas(v.u.next, "built")
}

// kanjiInPlan says whether the plan of the item has a word of going elsewhere by its kanji, with other kana around: 合同の where it says 合同で. It is
// then its own word.
func (v *view) kanjiInPlan(f found) bool {
	if v.rd.lang.Code != "ja" || f.h.cue != "merge" && f.h.cue != "move" && f.h.cue != "split" {
		return false
	}
	start, end := f.h.start, f.h.end
	for start < end && !isHan(f.s.r[start]) {
		start++
	}
	for end > start && !isHan(f.s.r[end-1]) {
		end--
	}
	if end-start == 1 && f.h.start == start && end < f.h.end { // 委ね
		end++
	}
	if end-start < 2 {
		return false
	}
	return containsRunes(v.planText, f.s.r[start:end])
}

// otherTarget are the nouns for whom plan and next plan do the same act: 「養護教諭を対象として、研修を行う」, 「学級担任を対象として、研修を行う」.
func otherTarget(p, q part) (was, is lang.Span, ok bool) {
	was, a := targetJa(p.s, p.clause())
	is, b := targetJa(q.s, q.clause())
	return was, is, a && b && p.clause().verb != "" && p.clause().verb == q.clause().verb
}

var targetsAt = newWordSet("を対象として", "を対象に", "を対象とし、")

// targetJa is the noun before を対象として or the like in a clause.
func targetJa(s *sentence, c *clause) (lang.Span, bool) {
	for i := c.start + 2; i < c.end; i++ {
		if targetsAt.at(s.r, i) == 0 || !isWordJa(s.r[i-1]) {
			continue
		}
		if start := wordBefore(s.r, i, 12); i-start > 1 && start >= c.start && (start == c.start || s.r[start-1] != 'の' && s.r[start-1] != '及' && s.r[start-1] != 'び') {
			return lang.Span{Start: start, End: i}, true
		}
	}
	return lang.Span{}, false
}

// writtenJa are the last letters of nouns for what is written or drawn, and brought up to date when it is amended.
const writtenJa = "図表覧帳簿集録典書引版料材冊子"

// amendsJa says whether what is amended is a text or a map that stays: 「内容を改め、公開する」, 「等値線図を改める」.
func (f found) amendsJa() bool {
	r, i := f.s.r, f.h.start
	if !hasRunes(r, i, "を改め") || i < 2 {
		return false
	}
	if endsWith(r[:i], "様式", "書式", "文面", "表記", "体裁", "名称", "配点", "字句", "文言", "項目", "日程", "時期") && endsWith(trimMarks(r[f.c.start:f.c.end]), "上で", "うえで", "つつ") {
		return true // 「記録の様式を改めた上で、引き続き」
	}
	return endsWith(r[:i], "内容", "記載", "記述", "データ", "サイト", "マニュアル", "ガイドライン", "リスト") || isWordJa(r[i-2]) && strings.ContainsRune(writtenJa, r[i-1])
}
