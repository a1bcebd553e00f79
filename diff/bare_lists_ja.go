package diff

import (
	"slices"
	"strings"
)

// Lists without 及び or 等: 「住宅、学校、病院の防音工事」, 「指導員の旅費と農具の購入費とを補助する」, 「獣医師と畜産担当者の双方が」.

// namesThreeJa says whether the 、 at i is the last one of a list of three bare nouns or more, of which the last one ends at j before a particle.
func namesThreeJa(r []rune, i, j int) bool {
	if j-i < 3 || !strings.ContainsRune("のをにではがへと", r[j]) || r[j] == 'に' && hasRunes(r, j, "において、") {
		return false
	}
	for k := i + 1; k < j; k++ {
		if !isWordJa(r[k]) {
			return false
		}
	}
	k := i
	for k > 0 && isWordJa(r[k-1]) {
		k--
	}
	if i-k < 2 || k < 2 || r[k-1] != '、' || !isWordJa(r[k-2]) || isDigit(r[k]) || isDigit(r[i+1]) {
		return false
	}
	return !endsWith(r[:i], "省", "庁", "年度", "月", "今後") && !endsWith(r[:k-1], "年度", "今後", "一方", "結果", "際", "上", "中", "後", "場合", "近年", "特に")
}

// bothWords say, behind two nouns that と joins, that both are meant.
var bothWords = []string{"の双方", "の両方", "の両者", "の両面", "の二つ", "の2つ", "の両", "のそれぞれ", "のいずれ", "の各", "双方", "両方", "それぞれ"}

// betweenWords are what is done between two: 「県と市との連携」.
var betweenWords = []string{"との間", "との連携", "との協力", "との協議", "との調整", "との関係", "との意見", "との対話", "との連絡", "との交流", "との共同", "との合同", "との情報", "との調和", "との整合", "との両立"}

// eachOtherJa begin what two do with each other or what is done between them: 「農家と就農希望者とを結び付ける」.
var eachOtherJa = []string{"結", "つな", "繋", "引き合", "引合", "組み合", "組合せ", "合わせ", "比べ", "比較", "対比", "区別", "分け", "切り離", "共有", "連携", "協力", "協議", "協働", "話し合", "話合", "意見", "交流", "交換", "一体", "一堂", "共に", "互い", "相互", "調整", "照合", "突き合", "突合", "併", "兼ね", "両立", "仲立", "橋渡"}

// bothOfJa says whether the と at i joins two nouns of which the sentence says that both are meant: 「AとBとを」, 「AとBの双方に」.
func bothOfJa(r []rune, i int) bool {
	if !nounEndJa(r, i) {
		return false
	}
	if pairedJa(r, i) {
		return true
	}
	for k := i + 1; k < min(len(r)-1, i+40); k++ {
		switch c := r[k]; {
		case c == '。' || c == '、' && k > i+1 || c == 'は' && r[k-1] != '又':
			return false
		case k > i+2 && nounEndJa(r, k) && wordAt(r, k, bothWords) > 0:
			return true
		case c == 'と' && k > i+2 && nounEndJa(r, k):
			for e := k + 2; e < min(len(r), k+14) && r[e] != '、' && r[e] != '。'; e++ {
				if wordAt(r, e, eachOtherJa) > 0 && (e == k+2 || r[k+1] == 'が') { // 部隊と本部とが映像を共有する
					return false
				}
			}
			return strings.ContainsRune("をにがでも", r[k+1]) || r[k+1] == 'の' && wordAt(r, k, betweenWords) == 0
		}
	}
	return false
}

// pairedJa says whether the nouns on both sides of the と at i end in the same word, so that they are two of a kind: 男子少年院と女子少年院において.
func pairedJa(r []rune, i int) bool {
	k := runStart(r, i)
	e := i + 1
	for e < len(r) && isWordJa(r[e]) {
		e++
	}
	n := commonEnd(r[k:i], r[i+1:e])
	if n < 2 || endsWith(r[:i], "日本") || n == i-k || n == e-i-1 || e >= len(r) || isDigit(r[k]) || wordAt(r, e, betweenWords) > 0 {
		return false
	}
	return strings.ContainsRune("をには", r[e]) || hasRunes(r, e, "で") || r[e] == 'の' && wordAt(r, e, []string{"の間", "の連携", "の協", "の調整", "の関係", "の意見", "の対話", "の連絡", "の交流", "の共", "の合同", "の情報", "の調和", "の整合", "の両", "の差", "の違い", "の比"}) == 0
}

// bounded says whether each member of a list is a noun phrase with attributes of its own, so that the last one's describe no other: 「旅費と、作業に用いる
// 農具の購入費とを」.
func (l series) bounded(r []rune) bool {
	at := l.members[len(l.members)-1].Start
	return l.end < len(r) && r[l.end] == 'と' && endsWith(r[:at], "と", "と、")
}

// inOrder says whether the kanji of a compound stand in a text one behind the other with little between: 就農希望者 in 「就農を希望する者」.
func inOrder(w, text []rune) bool {
	if len(w) < 4 || !isHan(w[0]) {
		return false
	}
	for i, c := range text {
		if c != w[0] {
			continue
		}
		k, last := 1, i
		for j := i + 1; j < len(text) && k < len(w) && j <= last+5; j++ {
			if text[j] == '、' || text[j] == '。' {
				break
			}
			if text[j] == w[k] {
				k, last = k+1, j
			}
		}
		if k == len(w) {
			return true
		}
	}
	return false
}

// deniesMore says whether a noun phrase denies what another one says of its noun.
func deniesMore(r, of []rune) bool {
	for _, w := range []string{"ていない", "でない", "ではない", "がない", "のない", "を持たない", "を有しない", "に満たない", "未", "以外の", "非"} {
		if containsRunes(r, []rune(w)) && !containsRunes(of, []rune(w)) {
			return true
		}
	}
	return false
}

// questionsJa are words of a question and the nouns that say what is asked: 「原因を分析」, 「なぜ起きたのかを分析」.
var questionsJa = []struct{ nouns, asks []string }{
	{[]string{"原因", "理由", "要因", "背景", "事情", "動機"}, []string{"なぜ", "どうして", "何が"}},
	{[]string{"方法", "仕方", "手法", "手順", "やり方", "進め方", "手段", "要領", "対応", "方策", "経緯", "経路", "過程"}, []string{"どのように", "どう", "いかに"}},
	{[]string{"状況", "状態", "実態", "様子", "内容", "種類"}, []string{"どのような", "どんな", "どのように"}},
	{[]string{"時期", "日時", "時刻", "期間", "頻度"}, []string{"いつ", "どれだけの間", "何度"}},
	{[]string{"場所", "位置", "所在", "箇所", "地点", "範囲", "行き先"}, []string{"どこ"}},
	{[]string{"量", "数", "規模", "程度", "件数", "人数", "頻度", "大きさ", "費用", "金額", "高さ", "深さ"}, []string{"どれだけ", "どのくらい", "どれほど", "いくら", "どの程度", "何人", "何件"}},
	{[]string{"有無", "可否", "要否", "適否", "当否", "是非"}, []string{"かどうか", "か否か", "あるか", "いるか", "できるか"}},
	{[]string{"者", "人", "主体", "担い手", "相手"}, []string{"誰", "だれ"}},
}

// askedAfter says whether a text asks after what a noun names.
func askedAfter(w, text []rune) bool {
	for _, q := range questionsJa {
		if !endsWith(w, q.nouns...) {
			continue
		}
		for _, a := range q.asks {
			if containsRunes(text, []rune(a)) {
				return true
			}
		}
	}
	return false
}

// actAkin says whether the other side does what a member of a list of acts names by a verb of its meaning, which no other member has: 「用具の修理、後継者の
// 養成」, 「道具を直し、担い手を育て」.
func (v *view) actAkin(s *sentence, l series, at int, text []rune) bool {
	word := func(i int) []rune {
		m := l.members[i]
		end := m.End
		for k := m.Start; k < m.End; k++ {
			if strings.ContainsRune("をに", s.r[k]) && k > m.Start+2 {
				end = k
				break
			}
		}
		return s.r[max(m.Start, end-2):end]
	}
	mine := kinOf(word(at))
	for i := range l.members {
		if i != at {
			others := kinOf(word(i))
			mine = slices.DeleteFunc(mine, func(k string) bool { return slices.Contains(others, k) })
		}
	}
	if len(mine) == 0 {
		return false
	}
	there := kinOf(text)
	return slices.ContainsFunc(mine, func(k string) bool { return slices.Contains(there, k) })
}

// costsOf says whether a list of acts tells what is paid for, and not what is done: 「侵害の調査及び警告状の送付に要する費用」.
func costsOf(s *sentence, l series) bool {
	if len(s.words) > 0 {
		return false
	}
	for i := max(l.start, l.end-14); i < min(len(s.r), l.end+3); i++ {
		if wordAt(s.r, i, []string{"に要する費用", "に要する経費", "に係る費用", "に係る経費", "の費用", "の経費", "に必要な費用", "に必要な経費", "にかかる費用", "にかかる経費"}) > 0 {
			return true
		}
	}
	return false
}

// occasionJa says whether a list of a condition is one in the next plan too, so that its members are those for whom something is done: 「航空、海上及び消防の
// 無線局から申告を受けた場合に」, 「航空又は海上の無線局から申告があったときは」.
func (v *view) occasionJa(s *sentence, l series) bool {
	if len(s.words) > 0 || s.clauses[l.clause].kind != ifClause {
		return false
	}
	for _, n := range v.u.next {
		for _, o := range n.lists {
			same := 0
			for _, m := range l.members {
				if w := s.r[max(m.Start, m.End-2):m.End]; len(w) > 1 && containsRunes(n.r[o.start:o.end], w) {
					same++
				}
			}
			if same > 1 {
				return true
			}
		}
	}
	return false
}

// topicsOf says whether a list of acts names what others are told or taught to do, and not what is done: 「着用及び確認について指導する」.
func topicsOf(s *sentence, l series) bool {
	if len(s.words) > 0 || wordAt(s.r, l.end, []string{"について", "に関する", "に関し", "に係る", "をテーマ", "を題材", "を内容", "を促", "を呼び掛", "を求め", "を勧め"}) == 0 {
		return false
	}
	c := &s.clauses[l.clause]
	_, taught := wordIn([]part{{s, l.clause}}, &teachesJa)
	return taught && c.kind == mainClause
}

// teachesJa are acts by which others are told or taught to do something.
var teachesJa = newWordSet("指導", "助言", "講習", "研修", "教え", "教育", "訓練", "説明", "周知", "啓発", "呼び掛け", "促す", "促し", "要請", "求める", "求め", "勧め", "情報提供", "情報を提供", "相談")
