package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// byMeans are the words that make the noun before them the means of an act.
var byMeans = newWordSet("により", "によって", "による", "を用いて", "を用いた", "を使った", "を活用した", "を通じた", "を介した", "を用い、", "を使って", "を使い", "を通じて", "を通じ、", "を介して", "を活用して", "を活用し、", "の方法で", "の方式で", "の形で", "で行", "で実施", "で開", "で催")

// formsJa are nouns that say by an attribute how something is done.
var formsJa = []string{"形式", "方式", "形", "方法", "手法", "やり方", "仕組み"}

// means is a noun by which an act is done, with that act.
type means struct {
	s          *sentence
	start, end int
	verb       string
}

// meansOf lists the means that promises name. What a means is an example of more (等により), or a clause (研修を行うことにより), is none.
func meansOf(parts []part) []means {
	var out []means
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		for i := c.start + 2; i < c.end; i++ {
			if byMeans.at(r, i) == 0 || r[i] == 'で' && !endsWith(r[:i], formsJa...) || !isWordJa(r[i-1]) || r[i-1] == '等' {
				continue
			}
			start := wordBefore(r, i, 12)
			if endsWith(r[:i], formsJa...) { // 会場に集まる形式により: what form it is stands before
				for start > c.start && !strings.ContainsRune("、をは", r[start-1]) {
					start--
				}
			}
			if start >= c.start && i-start > 1 {
				out = append(out, means{p.s, start, i, c.verb})
			}
		}
	}
	return out
}

// meansDifferJa finds the same act done by other means: 「講義により教える」 → 「実習により教える」. The old means is gone from what is
// promised and the new one was nowhere in the plan.
func (v *view) meansDifferJa() []signal {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	parts := v.plannedParts()
	if out := v.newForm(parts); out != nil {
		return out
	}
	is := meansOf(parts)
	if len(is) == 0 {
		return nil
	}
	var promised []uint64
	for _, p := range parts {
		promised = append(promised, p.clause().features...)
	}
	slices.Sort(promised)
	results, resultText := gather(v.u.results)
	for _, old := range meansOf(v.planClauses()) {
		w := old.s.r[old.start:old.end]
		if share, any := v.knownIn(w, promised, nil); !any || share > 0.5 || share > 0 && containsRunes(v.nextRow, w) {
			continue
		}
		for _, m := range is {
			if !sameVerbJa(old.verb, m.verb) {
				continue
			}
			if share, any := v.knownIn(m.s.r[m.start:m.end], v.planSet, v.planText); any && (share == 0 || share < 0.6 && v.freshEnd(m)) {
				if told, _ := v.knownIn(m.s.r[m.start:m.end], results, resultText); told > share {
					continue // done so already: another name, or what by means of stood for
				}
				weight := 3.2
				if v.retained() < 0.5 {
					weight = 2.4
				}
				return []signal{{string(schema.Revised), weight, m.s.quote(m.start, m.end)}}
			}
		}
	}
	return nil
}

// newForm finds that the next plan says in what form something is done from now on: 「スマートフォンから入力して報告する方式とし」. The plan must have said of
// the same noun something that is gone.
func (v *view) newForm(parts []part) []signal {
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		for i := c.start + 2; i < c.end; i++ {
			if wordAt(r, i, []string{"とし、", "とする", "にし、", "に変え", "に改め"}) == 0 || !endsWith(r[:i], "方式", "形式", "仕組み", "やり方", "形態") {
				continue
			}
			start := i
			for start > c.start && !strings.ContainsRune("、は", r[start-1]) {
				start--
			}
			share, any := v.knownIn(r[start:i], v.planSet, v.planText)
			if kept := v.retainedBy(parts); any && share < 0.6 && kept > 0.3 && kept < 0.9 {
				return []signal{{string(schema.Revised), 3.4, p.s.quote(start, i)}}
			}
		}
	}
	return nil
}

// freshEnd says whether the last word of a means is nowhere in the plan, whatever describes it: 土砂バイパス where the plan speaks of 土砂 alone.
func (v *view) freshEnd(m means) bool {
	k := m.end
	for k > m.start && isWordJa(m.s.r[k-1]) && (k == m.end || sameRunJa(m.s.r[k-1], m.s.r[k])) {
		k--
	}
	share, any := v.knownIn(m.s.r[k:m.end], v.planSet, v.planText)
	return any && share == 0 && m.end-k > 2
}

// changesTo are verbs by which one thing takes the place of another, behind the noun of the new one; 軸足を and the like may stand before them.
var changesTo = newWordSet("切り替え", "切替え", "切りかえ", "切り換え", "改め", "変え", "替え", "換え", "変更し", "変更する", "転換し", "転換する", "移行し", "移行する", "転じ", "移し", "移す", "移る", "移り", "振り替え", "振替え", "振り向け", "置き換え", "乗り換え", "入れ替え", "差し替え", "取り替え", "見直し", "見直す", "シフト", "軸足を移", "重点を移", "力点を移", "重心を移", "比重を移", "主眼を移", "軸を移", "方針を転", "かじを切", "舵を切", "主体を移", "中心を移", "方向を転")

// turnsTo finds that the next plan says from what to what it changes: 「補助の対象を電気柵から箱わなへと切り替え」. The plan must know the old one and not the new one, and it
// must be the clause's own act, not what others do: 「重油から木質燃料へ切り替える農家を補助する」.
func (v *view) turnsTo() []signal {
	if v.rd.lang.Code != "ja" || v.progress == schema.NotApplicable {
		return nil
	}
	for _, p := range v.plannedParts() {
		c, r := p.clause(), p.s.r
		for i := c.start + 2; i+6 < c.end; i++ {
			if r[i] != 'か' || r[i+1] != 'ら' || !nounEndJa(r, i) && !closing(r[i-1]) {
				continue
			}
			from := wordBefore(r, i, 10)
			if endsWith(r[from:i], "年度", "年", "月", "日", "今後", "観点", "こと", "段階", "当初", "時点", "以降", "国", "者", "省", "庁") {
				continue
			}
			if endsWith(r[from:i], formsJa...) || endsWith(r[from:i], "方", "もの") { // 紙に記して渡すやり方から: what it is stands before
				for from = i; from > c.start && !strings.ContainsRune("、は", r[from-1]); {
					from--
				}
			}
			for k := i + 4; k < min(c.end-2, i+44) && r[k] != '、'; k++ {
				n := wordAt(r, k, []string{"へと", "に", "へ"})
				if n == 0 || n == 1 && !nounEndJa(r, k) && !closing(r[k-1]) {
					continue
				}
				verb := changesTo.at(r, k+n)
				if verb == 0 || p.s.relative(k+n+verb-1, c.end) {
					continue
				}
				to := i + 2
				if nounEndJa(r, k) && !endsWith(r[i+2:k], formsJa...) && !endsWith(r[i+2:k], "方", "もの") {
					to = max(to, wordBefore(r, k, 12))
				}
				was, anyWas := v.knownIn(r[from:i], v.planSet, v.planText)
				is, anyIs := v.knownIn(r[to:k], v.planSet, v.planText)
				if whole, any := v.knownIn(r[i+2:k], v.planSet, v.planText); any {
					is = min(is, whole)
				}
				if anyWas && anyIs && was >= 0.5 && is < 0.6 {
					return []signal{{string(schema.Revised), 4.6, p.s.quote(from, k+n+verb)}}
				}
			}
		}
	}
	return nil
}

// putsTo are verbs by which what stands before を goes over to what stands before に: 「動画配信サイトに出稿先を置き換える」.
var putsTo = newWordSet("を置き換え", "を切り替え", "を切替え", "を差し替え", "を乗り換え", "を振り替え", "を振り向け", "を入れ替え", "を移し替え")

// turnsOver finds such a promise where the plan knows nothing of what stands before に.
func (v *view) turnsOver() []signal {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	for _, p := range v.plannedParts() {
		c, r := p.clause(), p.s.r
		for i := c.start + 4; i < c.end; i++ {
			n := putsTo.at(r, i)
			if n == 0 || p.s.relative(i+n-1, c.end) || containsRunes(v.planText, r[i+1:i+n]) {
				continue
			}
			k := i - 1
			for k > c.start+1 && i-k < 8 && r[k] != 'に' && r[k] != 'へ' {
				k--
			}
			if r[k] != 'に' && r[k] != 'へ' || !nounEndJa(r, k) {
				continue
			}
			if share, any := v.knownIn(r[wordBefore(r, k, 12):k], v.planSet, v.planText); any && share < 0.4 {
				return []signal{{string(schema.Revised), 4, p.s.quote(wordBefore(r, k, 12), i+n)}}
			}
		}
	}
	return nil
}

// withoutAt are words by which an act does without what stands before them.
var withoutAt = newWordSet("に頼らず", "に頼らない", "に頼ることなく", "に依存せず", "に依存しない", "に依存することなく", "を介さず", "を介さない", "を経ず", "を経ることなく", "を経ない", "を使わず", "を使わない", "を用いず", "を用いない", "を用いることなく", "を使用せず", "を通さず", "を待たず", "を要さず", "を行わず", "をせず", "を伴わず", "を伴わない",
	"を求めず", "を課さず", "を置かず", "を設けず", "を派遣せず", "を招かず", "を集めず", "を開かず", "を配らず", "によることなく", "によらない", "に委ねず", "に任せず", "とせず", "を省いて", "を省き", "なしに", "無しに", "を抜きに")

// withoutJa finds that the next plan does without what the plan did it with, and in another way: 「ボランティアに頼らず、森林組合に請け負わせる」.
func (v *view) withoutJa() []signal {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	for _, p := range v.plannedParts() {
		c, r := p.clause(), p.s.r
		for i := c.start + 2; i < c.end; i++ {
			if notDoing.at(r, i) > 0 && isHan(r[i-1]) && isHan(r[i-2]) && v.doesJa(r[i-2:i]) && v.actBesides(c, r[i-2:i]) {
				return []signal{{string(schema.Revised), 4.2, p.s.quote(c.start, c.end)}} // 「調査官を派遣することなく、回線を介して読み取らせる」
			}
			if withoutAt.at(r, i) == 0 || !isWordJa(r[i-1]) {
				continue
			}
			thing := r[wordBefore(r, i, 12):i]
			if len(thing) < 2 || !slices.ContainsFunc(v.planClauses(), func(q part) bool { return containsRunes(q.s.r[q.clause().start:q.clause().end], thing) }) {
				continue
			}
			if i+2 < len(v.planText) && containsRunes(v.planText, r[i-2:i+withoutAt.at(r, i)]) {
				continue // the plan does without it as well
			}
			return []signal{{string(schema.Revised), 4.4, p.s.quote(c.start, c.end)}}
		}
	}
	return nil
}

// notDoing are endings by which an act is done without another one.
var notDoing = newWordSet("することなく", "させることなく", "させずに", "させるのではなく", "せずに", "せず、", "しないで", "しなくて", "するのではなく", "することはせず", "することをせず", "するまでもなく", "する代わりに", "するのをやめ", "することをやめ", "することに代えて", "するのに代えて")

// doesJa says whether a promise of the plan has a verb of two kanji in a form that affirms it: 派遣し, 出張して, 巡回させて.
func (v *view) doesJa(w []rune) bool {
	for _, q := range v.planClauses() {
		for i := q.clause().start; i < q.clause().end; i++ {
			if startsAt(q.s.r, i, w) {
				t := q.s.r[i+len(w):]
				return notDoing.at(t, 0) == 0 && len(t) > 0 && (t[0] == 'し' || t[0] == 'す' || t[0] == 'さ' && !hasRunes(t, 0, "され") || hasRunes(t, 0, "を行") || hasRunes(t, 0, "により") || hasRunes(t, 0, "によって"))
			}
		}
	}
	return false
}

// actBesides says whether a clause, or one behind it, does something by another verb than the one given.
func (v *view) actBesides(c *clause, verb []rune) bool {
	return slices.ContainsFunc(v.plannedParts(), func(p part) bool {
		k := p.clause()
		return k.start >= c.start && k.verb != "" && !k.negated && !endsWith([]rune(k.verb), string(verb))
	})
}

// afterThese are words by which a thing comes next behind another one.
var afterThese = newWordSet("に続き", "に続いて", "に続け", "に引き続き、", "に次いで", "の次に", "に続く", "が終わったため", "を終えたため", "を終えたことから", "が終わったことから", "が済んだことから", "が済んだため")

// nextInTurnJa finds that the act is done to another thing now, behind the one that the plan named: 「東日本に続き、西日本の法務局が保管する台帳を撮影する」.
func (v *view) nextInTurnJa() []signal {
	if v.rd.lang.Code != "ja" || v.progress != schema.Done {
		return nil
	}
	for _, p := range v.plannedParts() {
		c, r := p.clause(), p.s.r
		for i := max(2, c.start-24); i < c.end; i++ {
			n := afterThese.at(r, i)
			if n == 0 || !isWordJa(r[i-1]) {
				continue
			}
			thing := r[wordBefore(r, i, 12):i]
			if len(thing) < 2 || endsWith(thing, "年度", "昨年", "前年", "前回", "今回", "本年", "例年", "これ", "調査", "検討", "実施") || !slices.ContainsFunc(v.planClauses(), func(q part) bool { return containsRunes(q.s.r[q.clause().start:q.clause().end], thing) }) {
				continue
			}
			k := i + n
			if k < len(r) && r[k] == '、' {
				k++
			}
			e := k
			for e < c.end && isWordJa(r[e]) {
				e++
			}
			if e-k > 1 && !containsRunes(v.planText, r[k:e]) && v.retained() > 0.5 {
				return []signal{{string(schema.Revised), 3.8, p.s.quote(i-len(thing), e)}}
			}
		}
	}
	return nil
}

// doneAnew finds a promise to make anew what was made: 「台帳を作成し直す」.
func (v *view) doneAnew(parts []part) *part {
	if v.rd.lang.Code != "ja" || v.progress != schema.Done {
		return nil
	}
	for i, p := range parts {
		c := p.clause()
		if w := p.s.anew(c); w != nil && !containsRunes(v.planText, w) && !slices.ContainsFunc(v.planClauses(), func(q part) bool { return q.s.anew(q.clause()) != nil }) {
			return &parts[i]
		}
	}
	return nil
}

// anew is the word by which a clause makes something anew; nil if there is none.
func (s *sentence) anew(c *clause) []rune {
	if !slices.Contains(s.r[max(c.start, c.end-10):c.end], '直') {
		return nil
	}
	for _, w := range []string{"し直", "作り直", "やり直", "建て直", "組み直", "練り直", "書き直", "編み直", "引き直", "洗い直"} {
		if r := []rune(w); containsRunes(s.r[max(c.start, c.end-10):c.end], r) {
			return r
		}
	}
	return nil
}
