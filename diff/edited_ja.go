package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// A next plan that repeats the plan word for word but for a stretch or two was made by editing it, and what was put in the place of something
// else tells more than any reading of the whole: 「タクシー事業者の運行管理者を対象として」, 「大型貨物自動車を用いる運送事業者の運行管理者を対象として」. Where a
// sentence is said in other words, the differences are all over it, and this reading says nothing.

// edit is a stretch of the plan and what stands for it in the next plan, between the same words; one of them may be empty.
type edit struct{ from, to lang.Span }

// gram is how many runes two sentences must have in common for a stretch to count as kept.
const gram = 5

// keptRuns finds the stretches that two texts have in common, in the order of the first one: where it begins in either, and how long it is.
func keptRuns(a, b []rune) (runs [][3]int) {
	if len(a) < gram || len(b) < gram {
		return nil
	}
	key := func(r []rune, i int) (h uint64) {
		for _, c := range r[i : i+gram] {
			h = h*1099511628211 + uint64(c)
		}
		return h
	}
	at := make(map[uint64]int, len(b))
	for i := len(b) - gram; i >= 0; i-- {
		at[key(b, i)] = i
	}
	next := 0 // where the last stretch ended in b: the one that follows it there is preferred
	for i := 0; i+gram <= len(a); {
		j, ok := at[key(a, i)]
		for k := next; ok && j < next && k+gram <= len(b) && k < next+60; k++ {
			if startsAt(b, k, a[i:i+gram]) {
				j = k
			}
		}
		if !ok || !startsAt(b, j, a[i:i+gram]) {
			i++
			continue
		}
		n := gram
		for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
			n++
		}
		runs = append(runs, [3]int{i, j, n})
		i, next = i+n, j+n
	}
	return runs
}

// editsOf are the stretches in which a sentence of the plan and one of the next plan differ between words that they share, where half of both
// or more is the same; nil otherwise.
func editsOf(a, b []rune) []edit {
	runs, kept := keptRuns(a, b), 0
	for _, x := range runs {
		kept += x[2]
	}
	if 2*kept < len(a) || 20*kept < 9*len(b) {
		return nil
	}
	var out []edit
	for k := 0; k+1 < len(runs); k++ {
		x, y := runs[k], runs[k+1]
		if y[1] < x[1]+x[2] || y[1]-x[1]-x[2] > 45 || y[0]-x[0]-x[2] > 45 {
			continue // moved, or too much to tell
		}
		out = append(out, edit{lang.Span{Start: x[0] + x[2], End: y[0]}, lang.Span{Start: x[1] + x[2], End: y[1]}})
	}
	return out
}

// whomJaEnds are the last letters of nouns for those, and for what and where, something is done to.
const whomJaEnds = "者人員生校園村町市県区域圏体社店局院館所家師士子童婦親族庫設場港湾船車林田畑川路橋宅帯施機"

// edited reads what was changed in a sentence that was edited: what it is, as a signal of the label that it speaks for; nil if there is nothing of the
// kind. It is asked once.
func (v *view) edited() *signal {
	if !v.editAsked {
		v.editAsked = true
		v.edit = v.readEdits()
	}
	return v.edit
}

func (v *view) readEdits() *signal {
	if v.rd.lang.Code != "ja" || len(v.u.plan) != 1 || len(v.u.next) != 1 || v.verbatim() {
		return nil
	}
	s, n := v.u.plan[0], v.u.next[0]
	if containsRunes(s.r, []rune("第")) {
		return nil // the next round may have another place and theme
	}
	if found := v.otherAct(s, n); found != nil {
		return found
	}
	if found := v.otherEnd(s, n); found != nil {
		return found
	}
	if len(s.features) == 0 || 5*overlap(s.features, n.features, nil) < 2*float64(min(len(s.features), len(n.features))) {
		return nil
	}
	changes := slices.DeleteFunc(editsOf(s.r, n.r), func(e edit) bool {
		return len(v.rd.featuresOf(s.r[e.from.Start:e.from.End]))+len(v.rd.featuresOf(n.r[e.to.Start:e.to.End])) == 0
	})
	if len(changes) > 3 {
		return nil
	}
	alone := len(changes) == 1
	for _, e := range changes {
		if found := v.readEdit(s, n, e, alone); found != nil {
			return found
		}
	}
	return nil
}

// sameEnds says whether two sentences begin and end with the same words.
func (v *view) sameEnds(a, b []rune) bool {
	runs := keptRuns(a, b)
	first, last := runs[0], runs[len(runs)-1]
	for _, r := range [][]rune{a[:first[0]], b[:first[1]], a[last[0]+last[2]:], b[last[1]+last[2]:]} {
		if len(v.rd.featuresOf(r)) > 0 {
			return false
		}
	}
	return true
}

// readEdit reads one change; alone says that there is no other.
func (v *view) readEdit(s, n *sentence, e edit, alone bool) *signal {
	if k, j := clauseBreak(s, e.from), clauseBreak(n, e.to); k > 0 && j > 0 {
		e.from.Start, e.to.Start = k, j // the aim is another matter
	} else if j > 0 && k == 0 && inAct(s, e.from.Start) {
		e.to.Start = j // and so is an aim that is new
	} else if k > 0 && j == 0 && inAct(n, e.to.Start) {
		e.from.Start = k
	}
	if n.leftToDo(e.to.Start, e.to.End) { // 未設置の9の歯科医師会に
		return nil
	}
	if alone && e.to.End-e.to.Start <= 1 && thresholdJa(s.r[e.from.Start:e.from.End]) && inAct(s, e.from.Start) && v.attribute(s, e.from) && v.sameEnds(s.r, n.r) {
		return &signal{string(schema.Expanded), 2.6, s.quote(e.from.Start, e.from.End)}
	}
	if !inAct(s, e.from.Start) || !inAct(n, e.to.Start) || ministryIn(s, e.from) || ministryIn(n, e.to) || hasNumber(s, e.from) || hasNumber(n, e.to) {
		return nil
	}
	of := e.to.Start > 0 && hasRunes(n.r, e.to.Start, "の")
	if e.to = behindParticle(n.r, e.to); e.from.End-e.from.Start > 1 {
		e.from = behindParticle(s.r, e.from)
	}
	a, b := trimQuantifierJa(s.r[e.from.Start:e.from.End]), n.r[e.to.Start:e.to.End]
	whole := len(a) < e.from.End-e.from.Start || s.has("universal", e.from.Start, e.from.End)
	quote := n.quote(e.to.Start, e.to.End)
	switch {
	case hasRunes(n.r, e.to.Start, "うち") && of && len(a) <= 1:
		return &signal{string(schema.Narrowed), 3.4, quote}
	case len(a) <= 1 && !whole && len(b) > 2 && of && e.to.Start > 1 && strings.ContainsRune(whomJaEnds, n.r[e.to.Start-2]) && targetAt.at(n.r, e.to.End) > 0:
		// 当事者を対象として, 当事者の親及び配偶者を対象として
		if share, any := v.knownIn(b, v.planSet, v.planText); any && share == 0 && !n.has("partial", e.to.Start, e.to.End) && !n.has("universal", e.to.Start, e.to.End) {
			return &signal{string(schema.Revised), 4.2, quote}
		}
	case len(a) <= 1 && joinsJaClause(b):
		if share, any := v.knownIn(b, v.planSet, v.planText); any && share < 0.5 {
			return &signal{string(schema.Expanded), 3.2, quote}
		}
	case len(b) <= 1 && joinsJaClause(a):
		if share, any := v.knownIn(a, v.nextSet, v.nextRow); any && share < 0.5 && !leavesOpen(n.r) {
			return &signal{string(schema.Narrowed), 3, s.quote(e.from.Start, e.from.End)}
		}
	case len(a) <= 1 && v.limits(n, e.to):
		return &signal{string(schema.Narrowed), 3.4, quote}
	case len(b) <= 1 && v.limits(s, e.from) && !s.has("filler", e.from.Start, e.from.End):
		return &signal{string(schema.Expanded), 2.6, quote}
	case alone && len(a) <= 1 && v.ofKind(n, e.to) && v.sameEnds(s.r, n.r):
		return &signal{string(schema.Narrowed), 2.6, quote}
	case alone && len(b) <= 1 && v.ofKind(s, e.from) && v.sameEnds(s.r, n.r):
		return &signal{string(schema.Expanded), 2.4, s.quote(e.from.Start, e.from.End)}
	case len(a) > 1 && len(b) > 1 && !whole && v.otherThing(s, e.from, n, e.to):
		return &signal{string(schema.Revised), 3.2, quote}
	}
	return nil
}

// clauseBreak is where the last clause begins that begins in a stretch, 0 if none does.
func clauseBreak(s *sentence, at lang.Span) int {
	for i := len(s.clauses) - 1; i > 0; i-- {
		if c := &s.clauses[i]; c.start > at.Start && c.start <= at.End && s.clauses[i-1].kind == purposeClause {
			return c.start
		}
	}
	return 0
}

var targetAt = newWordSet("を対象", "に対し", "に向けた", "に向けて", "を招", "を集め")

// inAct says whether i stands in a clause that acts, and not in what it is for or why.
func inAct(s *sentence, i int) bool {
	k := slices.IndexFunc(s.clauses, func(c clause) bool { return i < c.end })
	return k >= 0 && (s.clauses[k].kind == mainClause || s.clauses[k].kind == ifClause || s.wish(k))
}

func hasNumber(s *sentence, at lang.Span) bool {
	in := func(x lang.Span) bool { return x.Start < at.End && x.End > at.Start }
	return slices.ContainsFunc(s.quantities, func(q lang.Quantity) bool { return in(q.Span) }) || slices.ContainsFunc(s.dates, func(d lang.Date) bool { return in(d.Span) })
}

// trimQuantifierJa takes words that mean all of what follows off the front of a stretch.
func trimQuantifierJa(r []rune) []rune {
	for _, w := range []string{"全ての", "すべての", "全国の", "あらゆる", "各", "全"} {
		if hasRunes(r, 0, w) {
			return r[len([]rune(w)):]
		}
	}
	return r
}

// limits says whether a stretch is an attribute that tells which of those behind it are meant: a verb before a noun for people, bodies or places, of
// words that the other side does not know. How they are (適切な, 多様な) limits nothing.
func (v *view) limits(s *sentence, at lang.Span) bool {
	r := s.r[at.Start:at.End]
	if len(r) < 4 || !endsWith(r, "た", "いる", "ある", "する", "ない", "いない", "える", "める", "れる") || slices.Contains(r, '、') {
		return false
	}
	return !endsWith(r, "に関する", "に係る", "に対する", "に資する", "に基づく", "に必要な", "関係する", "に応じた", "を通じた", "を含めた", "を含む", "に向けた", "に関わる", "を担う", "を行う") && v.attribute(s, at)
}

// ofKind says whether a stretch tells by a noun or by a size what kind of those behind it is meant: 国立の, 大規模な, 新規採用 of 新規採用職員. What stands for
// all of them, or only points to them (国内の, 地域の), tells none.
func (v *view) ofKind(s *sentence, at lang.Span) bool {
	r := s.r[at.Start:at.End]
	if len(r) == 0 || at.Start > 0 && isWordJa(s.r[at.Start-1]) || anyKindJa.in(r) {
		return false
	}
	switch last := r[len(r)-1]; {
	case last == 'な':
		return endsWith(r, "大規模な", "小規模な", "中規模な", "主要な", "重要な", "大きな", "小さな", "優良な", "悪質な", "特別な") && v.attribute(s, at)
	case last == 'の':
		return len(r) > 2 && isWordJa(r[len(r)-2]) && v.attribute(s, at)
	}
	return !slices.ContainsFunc(r, func(c rune) bool { return !isHan(c) && !isKana(c) }) && v.attribute(s, at)
}

// thresholdJa says whether a stretch limits what is behind it by a number that it must reach or stay under: 築30年以上の.
func thresholdJa(r []rune) bool {
	return endsWith(r, "以上の", "以下の", "未満の", "以内の", "を超える", "以前の", "以降の", "に満たない", "を上回る", "を下回る") && slices.ContainsFunc(r, func(c rune) bool {
		return isDigit(c) || strings.ContainsRune("一二三四五六七八九十百千万", c)
	})
}

var anyKindJa = newWordSet("全", "各", "我が国", "国内", "地域", "地元", "管内", "関係", "当該", "所管", "対象", "一般", "多", "様々", "必要", "所要", "上記", "既存", "現地", "周辺", "複数", "同", "本", "広範", "幅広", "民間", "府", "省", "庁", "関連", "所定", "一定", "自ら", "自身", "個々", "個別", "実際", "現場", "双方", "両", "相互", "等", "など", "下", "上", "中の", "際", "ため", "時", "年", "月", "日", "間", "わが国", "該当")

// attribute says whether what stands at a stretch describes a noun for people, bodies or places by words that the other side does not know.
func (v *view) attribute(s *sentence, at lang.Span) bool {
	if at.End >= len(s.r) || !isWordJa(s.r[at.End]) {
		return false
	}
	end := at.End
	for end < len(s.r) && (isWordJa(s.r[end]) || s.r[end] == 'の' && !strings.ContainsRune(whomJaEnds, s.r[end-1])) && joinerJa(s.r, end) == 0 {
		end++
	}
	if !strings.ContainsRune(whomJaEnds, s.r[end-1]) && !endsWith(s.r[:end], "企業", "大学") {
		return false
	}
	set, text := v.planSet, v.planText
	if s.column == schema.Plan {
		set, text = v.nextSet, v.nextRow
	}
	share, any := v.knownIn(s.r[at.Start:at.End], set, text)
	if !any || share > 0.34 {
		return false
	}
	results, resultText := gather(v.u.results)
	told, _ := v.knownIn(s.r[at.Start:at.End], results, resultText)
	return told < 0.5
}

// otherThing says whether two stretches that stand for each other name different things: neither's last word is on the other side, nor anything much of
// it, and they have no meaning and hardly a letter in common.
func (v *view) otherThing(s *sentence, from lang.Span, n *sentence, to lang.Span) bool {
	a, b := headWord(s, from), headWord(n, to)
	if a.End-a.Start < 2 && !loneKanji(s, from, a) || b.End-b.Start < 2 && !loneKanji(n, to, b) || v.isNamed(s, a) || v.isNamed(n, b) || inQuotes(s.r, from.Start) || inQuotes(n.r, to.Start) || n.has("anaphor", to.Start, to.End) || leavesOpen(s.r[from.Start:from.End]) || leavesOpen(n.r[to.Start:to.End]) {
		return false
	}
	x, y := s.r[from.Start:from.End], n.r[to.Start:to.End]
	if isHira(x[len(x)-1]) != isHira(y[len(y)-1]) || strings.ContainsRune("っしいりきてで、", x[len(x)-1]) {
		return false // a verb for a noun: said in other words
	}
	gone, anyGone := v.knownIn(x, v.nextSet, v.nextRow)
	fresh, anyFresh := v.knownIn(y, v.planSet, v.planText)
	if fresh > 0.2 && fresh < 0.5 && !containsRunes(v.planText, n.r[max(b.Start, b.End-2):b.End]) { // 高齢の運転者による事故を減らすため、運転技能の検査を実施する
		fresh, _ = v.knownIn(y, actsOf(v.planClauses()), nil)
	}
	if !anyGone || !anyFresh || gone > 0.2 || fresh > 0.2 || sharesHan(x, y) && !hardlyShares(x, y) || alike(x[max(0, len(x)-8):], y[max(0, len(y)-8):]) {
		return false
	}
	results, resultText := gather(v.u.results)
	told, _ := v.knownIn(y, results, resultText)
	return told < 0.34
}

// hardlyShares says whether two long stretches have but one kanji in common: 人工衛星の熱画像から火点, 山頂に置いた高所カメラの映像から煙.
func hardlyShares(a, b []rune) bool {
	shared, han := 0, 0
	for _, c := range a {
		if isHan(c) {
			han++
			if slices.Contains(b, c) {
				shared++
			}
		}
	}
	return han > 6 && len(b) > 10 && shared < 2
}

// loneKanji says whether the last word of a longer stretch is a noun of one kanji: 「高所カメラの映像から煙」.
func loneKanji(s *sentence, all, head lang.Span) bool {
	return head.End-head.Start == 1 && all.End-all.Start > 5 && isHan(s.r[head.Start]) && !strings.ContainsRune("者方国県市等", s.r[head.Start])
}

// leavesOpen says whether a stretch stands for more than it names, or for a part of what is named before it.
func leavesOpen(r []rune) bool {
	for _, w := range []string{"等", "など", "その他", "のうち", "所要", "のみ", "だけ", "一部", "必要"} {
		if containsRunes(r, []rune(w)) {
			return true
		}
	}
	return false
}

// behindParticle leaves the particle with which a stretch begins before it.
func behindParticle(r []rune, at lang.Span) lang.Span {
	if at.End-at.Start > 1 && strings.ContainsRune("のにをでがは、", r[at.Start]) && at.Start > 0 && isWordJa(r[at.Start-1]) {
		at.Start++
	}
	return at
}

// actsOf are the features of promises, without what they are for.
func actsOf(parts []part) []uint64 {
	var out []uint64
	for _, p := range parts {
		out = append(out, p.clause().own...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// headWord is the last word of a stretch.
func headWord(s *sentence, at lang.Span) lang.Span {
	end := at.End
	for end > at.Start && !isWordJa(s.r[end-1]) {
		end--
	}
	start := end
	for start > at.Start && isWordJa(s.r[start-1]) {
		start--
	}
	for end < len(s.r) && end == at.End && isWordJa(s.r[end]) { // its end may be the same on both sides
		end++
		at.End++
	}
	return lang.Span{Start: start, End: end}
}

// inQuotes says whether i stands in a name in 「」.
func inQuotes(r []rune, i int) bool {
	before := string(r[max(0, i-60):i])
	return strings.LastIndex(before, "「") > strings.LastIndex(before, "」")
}

// leaveOthers takes the sentences of other ministries' blocks out of what the next plan of a commitment is asked for: what stands there is theirs.
func (v *view) leaveOthers(next []*sentence) {
	if v.rd.lang.Code != "ja" || len(v.u.by) == 0 || len(v.u.next) == 0 {
		return
	}
	others := func(n *sentence) bool { return disjointBy(v.u.by, n.by) && !slices.Contains(v.u.next, n) }
	if !slices.ContainsFunc(next, others) {
		return
	}
	own := slices.DeleteFunc(slices.Clone(next), others)
	v.nextSet, v.nextRow = gather(own)
	v.nextOwn = gatherOwn(own)
}

// joinsJaClause says whether a stretch joins a clause to what stands before or behind it: 「い、又は家族が重い障害を負」.
func joinsJaClause(r []rune) bool {
	for i := 1; i+6 < len(r); i++ {
		if r[i] == '、' && isHira(r[i-1]) && wordAt(r, i+1, []string{"又は", "若しくは", "及び", "または"}) > 0 {
			return true
		}
	}
	return false
}
