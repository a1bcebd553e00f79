package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// lessInWorld says whether what is made less is none of the plan's: 事故を減らす, 手間の縮減. What a plan makes less of itself it calls by a word for
// its scope (対象を縮小する), its act or a number.
func (v *view) lessInWorld(f found) bool {
	if v.rd.lang.Code != "ja" || wordAt(f.s.r, f.h.start, lessens) == 0 {
		return false
	}
	from := max(f.c.start, f.h.start-9)
	if f.h.start > f.c.start+2 { // 照会に要する手間を減らす: the noun that is made less is the last one
		last := runStart(f.s.r, f.h.start-1)
		if f.h.start-1-last < 3 && last > 1 && f.s.r[last-1] == 'の' { // 公演の数を減らし
			last = runStart(f.s.r, last-1)
		}
		from = max(from, last)
	}
	if takesTime(f.s.r[max(f.c.start, f.h.start-9):f.h.start]) {
		return true
	}
	if f.s.has("scope-noun", from, f.h.start) || f.s.has("act-noun", from, f.h.start) {
		return false
	}
	for _, q := range f.s.quantities {
		if q.Span.End <= f.h.start && q.Span.End >= f.h.start-1 {
			return false
		}
	}
	return f.h.start > f.c.start && strings.ContainsRune("をのがも", f.s.r[f.h.start-1])
}

// takesTime says whether a stretch names time that something takes, which is the better the less it is: 待ち時間の縮減.
func takesTime(r []rune) bool { return timeTakenJa.in(r) }

var timeTakenJa = newWordSet("待ち時間", "待機時間", "待時間", "所要時間", "処理時間", "移動時間", "作業時間", "残業時間", "勤務時間", "労働時間", "拘束時間", "滞在時間", "所要日数", "処理期間", "審査期間", "待機期間", "処理日数", "審査時間", "手待ち", "停止時間", "停電時間", "遅延時間", "到着時間", "滞留時間", "荷待ち時間", "要する時間", "かかる時間", "要する日数", "かかる日数", "要する期間", "要する手間", "かかる手間", "要する費用", "要する経費", "要する労力", "遅れ")

// runStart is where the run of kanji, katakana and letters begins that ends at i.
func runStart(r []rune, i int) int {
	for i > 0 && isWordJa(r[i-1]) {
		i--
	}
	return i
}

// forThat says whether what a cue word says is what the act is for: 「日本人の職員を増やすための取組として」.
func forThat(f found) bool {
	if f.s.words != nil {
		return false
	}
	r, i := f.s.r, f.h.end
	for i < len(r) && isHira(r[i]) && i < f.h.end+3 && !hasRunes(r, i, "ため") {
		i++
	}
	return hasRunes(r, i, "ため") || hasRunes(r, f.h.end, "ことを目的") || hasRunes(r, f.h.end, "ことを目指")
}

// cameTrue says whether what was done for an aim is told as done, and the promise rests on it: 「対象を広げるための改正を行っており、これに基づき…」.
func cameTrue(f found) bool {
	if f.s.words != nil || f.c.end >= len(f.s.r) {
		return false
	}
	t := trimMarks(f.s.r[f.c.start:f.c.end])
	rests := slices.ContainsFunc([]string{"これに基づ", "これを踏まえ", "これを受け", "これに従", "これに沿", "これにより"}, func(w string) bool { return hasRunes(f.s.r, f.c.end, w) })
	return rests && (f.c.tense != planned || endsWith(t, "ており", "ところであり", "た"))
}

// attributed finds where the attribute begins by which a noun before に対しても and the like is another than the plan's: 「書面をめくることが難しい
// 受給者に対しても」. start is where the noun begins; it is returned if there is no such attribute.
func (v *view) attributed(f found, start int) int {
	if v.rd.lang.Code != "ja" || !hasRunes(f.s.r, f.h.end-1, "も") {
		return start
	}
	from := start
	for from > f.c.start && f.s.r[from-1] != '、' {
		from--
	}
	if share, any := v.knownIn(f.s.r[from:start], v.planSet, v.planText); any && share <= 0.4 && start-from > 3 && v.retained() > 0.6 {
		return from
	}
	return start
}

// lostActJa says whether a clause of the plan that promises an act has next to nothing in the next plan.
func (v *view) lostActJa() bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	for _, p := range v.planClauses() {
		if c := p.clause(); len(c.own) > 2 && overlap(c.own, v.nextOwn, nil) <= 0.4*float64(len(c.own)) {
			return true
		}
	}
	return false
}

// howDone says whether a sentence of the next plan only tells how the act of the one before it is done: 「…活動を行う。活動に当たっては、…を伝える」.
func (v *view) howDone(s *sentence) bool {
	i := slices.Index(v.allNext, s)
	return v.rd.lang.Code == "ja" && i > 0 && slices.Contains(v.u.next, v.allNext[i-1]) && (s.clauses[0].kind == ifClause && v.rd.goesOn(v.allNext[i-1], s) || s.facetJa() || s.amendsJa())
}

// lessens are the words by which something is made less.
var lessens = []string{"縮小", "縮減", "減ら", "削減", "引き下げ", "引下げ", "縮め"}

// numberOf finds a number that the next plan names as that of something which the plan counted: 9言語 → 「言語の数を15とした上で」. gone are the numbers that the
// next plan does not have.
func (v *view) numberOf(gone []amount, sign float64) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	for _, a := range gone {
		if len([]rune(a.Unit)) < 1 || a.Kind != lang.Count {
			continue
		}
		for _, p := range v.plannedParts() {
			for i := p.clause().start; i < p.clause().end; i++ {
				n := wordAt(p.s.r, i, []string{a.Unit + "の数を", a.Unit + "数を", a.Unit + "の数は", a.Unit + "数は"})
				if n == 0 {
					continue
				}
				if b, ok := numberAfter(p.s, i+n, p.clause().end); ok && (b-a.Value)*sign > 0 {
					return p.s.quote(i, i+n+2), true
				}
			}
		}
	}
	return Evidence{}, false
}

// addsAt are verbs by which one thing is put beside another.
var addsAt = newWordSet("を加え", "を足し", "を追加", "を含め", "を盛り込", "を取り入れ", "を併せ", "も加え", "も足し", "も追加", "も含め", "も盛り込", "も取り入れ", "も併せ")

// noThings are what is added to a thing without making it more.
var noThings = []string{"改良", "改善", "修正", "変更", "検討", "分析", "考察", "見直し", "工夫", "手", "力", "圧力", "制裁", "解説", "注釈", "補正", "検証", "意見", "結果", "助言", "知見", "視点", "観点", "配慮"}

// givenTo is where the noun ends that stands with に at the end of a text, an adverb and a comma between or not: 「２山に、新たに」. 0 if there is none.
func givenTo(r []rune) int {
	for _, w := range newlyJa {
		if endsWith(r, w) {
			r = r[:len(r)-len([]rune(w))]
			break
		}
	}
	if endsWith(r, "、") {
		r = r[:len(r)-1]
	}
	if !endsWith(r, "に", "へ") {
		return 0
	}
	return len(r) - 1
}

// newlyJa are adverbs that stand between what something is put beside and what is put there.
var newlyJa = []string{"新たに", "新規に", "更に", "さらに", "別途", "今回", "新しく", "次年度から", "来年度から", "年度から", "年度より", "加えて", "これまでの"}

// putBeside finds a thing that the plan does not name, put beside one that it does: 「水質に大気及び底質を加えて測定する」.
func (v *view) putBeside() (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	for _, p := range v.plannedParts() {
		c, r := p.clause(), p.s.r
		for i := c.start + 4; i < c.end; i++ {
			if addsAt.at(r, i) == 0 || hasRunes(r, i, "を含めた") {
				continue
			}
			start := memberStartJa(r, i, c.start)
			to := givenTo(r[:start]) // where the noun ends beside which it is put
			if to-2 < c.start || !nounEndJa(r, to) || i-start < 2 || endsWith(r[start:i], noThings...) {
				continue
			}
			from := memberStartJa(r, to, c.start)
			if share, any := v.knownIn(r[wordBefore(r, to, 8):to], v.planSet, v.planText); !any || share < 0.6 || to-from < 2 {
				continue
			}
			if v.freshMember(p.s, lang.Span{Start: start, End: i}, v.planSet, v.planText) {
				return p.s.quote(from, i+2), true
			}
		}
	}
	return Evidence{}, false
}

// countedJa finds that the next plan tells the number of what the plan names one by one, and that it is another: 「東京及び京都の国立博物館」, 「四つの国立
// 博物館」.
func (v *view) countedJa(from, to []part, sign float64) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	for _, p := range from {
		for _, l := range p.s.lists {
			if l.clause != p.c || l.open || l.acts || l.light || len(l.members) < 2 {
				continue
			}
			last := v.g.core(p.s.r, l.members[len(l.members)-1], true)
			noun := p.s.r[min(last.End, l.end):l.end]
			for len(noun) > 0 && !isWordJa(noun[0]) {
				noun = noun[1:]
			}
			if len(noun) < 2 {
				continue
			}
			for _, a := range amountsOf(to) {
				if end := a.Span.End; a.Kind == lang.Count && (a.Unit == string(noun) || hasRunes(a.s.r, end, string(noun)) || hasRunes(a.s.r, end, "の"+string(noun))) && (a.Value-float64(len(l.members)))*sign > 0 {
					return a.s.quote(max(0, a.Span.Start-12), end), true
				}
			}
		}
	}
	return Evidence{}, false
}

// thingNamed cuts もの and its like, and the verb of their attribute, off the end of a stretch: 食品 of 食品に係るもの.
func thingNamed(r []rune) []rune {
	if !endsWith(r, "もの", "こと", "分", "場合", "方") {
		return r
	}
	k := len(r) - 1
	for k > 0 && (isHira(r[k]) || isWordJa(r[k]) && k+1 < len(r) && isHira(r[k+1]) && !strings.ContainsRune("をにがでのへと", r[k+1])) {
		k--
	}
	if k < 1 {
		return r
	}
	return r[:k+1]
}

// reachesTo finds that one side names by its ends a stretch of which the other one knows only the first: 「県の職員から市町村の職員に至るまで」. parts are the promises of the first side;
// set and text are the words of the other.
func (v *view) reachesTo(parts []part, set []uint64, text []rune) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		for i := c.start + 2; i+4 < c.end; i++ {
			if r[i] != 'か' || r[i+1] != 'ら' || !nounEndJa(r, i) {
				continue
			}
			for k := i + 4; k < min(c.end, i+32) && r[k] != '、'; k++ {
				if n := wordAt(r, k, []string{"に至るまで", "までの", "まで"}); n == 0 || !nounEndJa(r, k) && !(n == 5 && isHan(r[k-2])) {
					continue
				}
				a, b := wordBefore(r, i, 12), max(i+2, wordBefore(r, k, 12))
				if hasNumber(p.s, lang.Span{Start: a, End: k}) || endsWith(r[a:i], timesJa...) || endsWith(r[b:k], timesJa...) || placeJa(r[a:i]) || placeJa(r[b:k]) {
					break
				}
				known, anyA := v.knownIn(r[a:i], set, text)
				fresh, anyB := v.knownIn(r[i+2:k], set, text)
				if anyA && anyB && known >= 0.6 && fresh < 0.6 {
					return p.s.quote(a, min(k+5, c.end)), true
				}
				break
			}
		}
	}
	return Evidence{}, false
}

// timesJa are ends of words for a time.
var timesJa = []string{"年", "月", "日", "時", "年度", "期", "春", "夏", "秋", "冬", "朝", "夕", "夜", "昼", "前", "後", "頃", "末", "当初", "最初", "始め", "初め", "週", "段階", "ここ", "そこ", "これ", "それ"}

// moreOfWorld says whether the last clause of a sentence only tells of whom there are to be more by the act before it, which is the plan's: 「見本を配ることで、受診者を増やす」.
func (v *view) moreOfWorld(f found) bool {
	r, i := f.s.r, f.h.start
	if f.c != &f.s.clauses[len(f.s.clauses)-1] || wordAt(r, i, []string{"増や", "増加させ"}) == 0 || i < f.c.start+3 || r[i-1] != 'を' {
		return false
	}
	noun := r[runStart(r, i-1) : i-1]
	if !toPersonsJa(noun) || v.freshScope(noun) {
		return false
	}
	before := f.c.start > 0
	for k := f.c.start; k < i && !before; k++ {
		before = hasRunes(r, k, "ことで、") || hasRunes(r, k, "ことにより、") || hasRunes(r, k, "ことによって、") || hasRunes(r, k, "を通じ、") || hasRunes(r, k, "を通じて、")
	}
	return before && v.retained() >= 0.3
}

// freshScope says whether people are those to whom the plan itself does something: 相談員を増やす, where it places 相談員.
func (v *view) freshScope(noun []rune) bool {
	for _, p := range v.planClauses() {
		c := p.clause()
		for i := c.start; i < c.end; i++ {
			if startsAt(p.s.r, i, noun) && i+len(noun) < c.end && strings.ContainsRune("をにのへ", p.s.r[i+len(noun)]) {
				return true
			}
		}
	}
	return false
}
