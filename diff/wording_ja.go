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

// qualityJa says whether a word of quality stands at i: 適切な, 迅速に, 効果的な.
func qualityJa(r []rune, i int) bool {
	k := i
	for k < len(r) && (isHan(r[k]) || isKana(r[k])) {
		k++
	}
	for k < len(r) && k < i+6 && strings.ContainsRune("やかしら", r[k]) {
		k++
	}
	return k > i && k < len(r) && (r[k] == 'な' || r[k] == 'に' && !glueJa(r, k) || r[k] == 'く' || r[k] == 'い')
}

// shorterThere says whether a list of the other column has a member that is the end of this one or ends with it, beside one that both lists
// have: 「海図及び海洋情報の共有システム」, 「海図及び共有システム」.
func (v *view) shorterThere(s *sentence, l series, at int) bool {
	other := v.u.next
	if s.column == schema.NextPlan {
		other = v.u.plan
	}
	m := trimMarks(s.r[l.members[at].Start:l.members[at].End])
	for _, o := range other {
		for _, k := range o.lists {
			same, tail := false, false
			for i, b := range k.members {
				w := trimMarks(o.r[b.Start:b.End])
				if n := commonEnd(m, w); n >= 2 && (n == len(w) || n == len(m)) && isWordJa(w[len(w)-n]) && (n == len(w) || !isWordJa(w[len(w)-n-1])) && (n == len(m) || !isWordJa(m[len(m)-n-1])) {
					tail = true
					continue
				}
				for j, a := range l.members {
					t := s.r[a.Start:a.End]
					same = same || j != at && i < len(k.members) && commonEnd(t, w) >= 2
				}
			}
			if same && tail {
				return true
			}
		}
	}
	return false
}

// asMany says whether the other side has, with a kept member, a list of at least as many members as this one.
func (v *view) asMany(l series, s *sentence, kept []lang.Span, other []*sentence) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	for _, n := range other {
		for _, o := range n.lists {
			if len(o.members) < len(l.members) {
				continue
			}
			for _, m := range kept {
				if containsRunes(n.r[o.start:o.end], s.r[max(m.Start, m.End-4):m.End]) {
					return true
				}
			}
		}
	}
	return false
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
		if was.End-was.Start < 2 {
			continue
		}
		for _, q := range v.plannedParts() {
			is, same, other := aboutJa(q.s, q.clause())
			if is.End-is.Start < 2 || by != same || act == "" || act != other || q.s.has("anaphor", is.Start, is.End) {
				continue
			}
			a, b := p.s.r[was.Start:was.End], q.s.r[is.Start:is.End]
			if sharesHan(a, b) || slices.ContainsFunc(kinOf(a), func(m string) bool { return slices.Contains(kinOf(b), m) }) {
				continue
			}
			gone, anyGone := v.knownIn(a, v.nextSet, v.nextRow)
			fresh, anyFresh := v.knownIn(b, v.planSet, v.planText)
			if anyGone && anyFresh && gone == 0 && fresh == 0 {
				return &signal{string(schema.Revised), 3.4, q.s.quote(is.Start, is.End)}
			}
		}
	}
	return nil
}

// aboutJa reads what an act is about off a clause: the noun phrase before に関する, についての or に係る, that word, and the act behind it.
func aboutJa(s *sentence, c *clause) (about lang.Span, by, act string) {
	for i := c.end - 1; i > c.start; i-- {
		for _, w := range []string{"に関する", "についての", "に係る", "をめぐる", "を対象とした", "を対象とする"} {
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
