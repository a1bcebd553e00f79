package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// headsJa finds quantifiers and the noun they bind: the content run at the end of the noun phrase that begins there.
func headsJa(s *sentence) []head {
	var out []head
	for _, h := range s.hits {
		if h.cue != "universal" && h.cue != "partial" {
			continue
		}
		start, end := nounAfterJa(s.r, h.end)
		if h.end-h.start > 2 && s.r[h.start] == '全' && endsWith(s.r[h.start:h.end], "府県", "省庁") { // 全府省庁: the noun is in it
			start, end = h.start+1, h.end
		}
		if s.r[h.start] == '4' && (!hasRunes(s.r, h.end, "都道府県") || h.start > 0 && isDigit(s.r[h.start-1])) {
			continue // 47都道府県 are all of them
		}
		if s.r[h.start] == 'の' { // 重要港湾の全て
			if start > h.end && start < len(s.r) && isWordJa(s.r[start]) {
				continue // センターの全ての都道府県: 全ての is a hit of its own
			}
			for start, end = h.start, h.start; start > 0 && isWordJa(s.r[start-1]); {
				start--
			}
		}
		for k := end; k-start > 2 && k < len(s.r) && strings.ContainsRune("かヶつカ", s.r[k]) && strings.ContainsRune("〇一二三四五六七八九十百千", s.r[k-1]); k-- { // 浄水場百二十か所: a number
			for end = k; end-start > 2 && strings.ContainsRune("〇一二三四五六七八九十百千", s.r[end-1]); end-- {
			}
			break
		}
		if start < end && end+1 < len(s.r) && s.r[end] == 'の' && endsWith(s.r[start:end], "規模", "種類", "業種", "年代", "世代", "形態", "階層", "職種", "区分", "年齢層") { // あらゆる規模の酪農家
			if a, b := nounAfterJa(s.r, end); a < b {
				start, end = a, b
			}
		}
		if start < end && !overAllJa(s.r, start, end) {
			out = append(out, head{noun: lang.Span{Start: start, End: end}, quantifier: lang.Span{Start: h.start, End: h.end}, universal: h.cue == "universal"})
		}
	}
	return out
}

// overAllJa says whether a noun is a figure of the whole, by which a part is measured: 全国の平均を上回る市町村.
func overAllJa(r []rune, start, end int) bool {
	if end-start == 1 && r[start] == '的' && end < len(r) && r[end] == 'な' { // 全国的な水準
		start, end = nounAfterJa(r, end)
	}
	return endsWith(r[start:end], "平均", "平均値", "中央値", "水準", "比率", "割合", "順位", "合計", "総数", "総計", "統計", "指標", "傾向", "動向", "平均点", "最低", "最高", "上位", "下位")
}

// nounAfterJa returns the noun phrase from i: over の and な to the last content run before another particle.
func nounAfterJa(r []rune, i int) (int, int) {
	for i < len(r) && (r[i] == 'の' || r[i] == 'な') {
		i++
	}
	start, end := i, i
	for i < len(r) {
		if isWordJa(r[i]) && !joinsWordsJa(r, i) {
			i++
			end = i
			continue
		}
		break
	}
	return start, end
}

// placesJa finds references to items by their labels, 2(1)ウ or (ウ)に, as cue words of the class elsewhere. 項番(ウ) is one by
// its first word.
func placesJa(r []rune) []hit {
	var out []hit
	for i := 0; i+2 < len(r); i++ {
		if r[i] != '(' || strings.ContainsRune(string(r[max(0, i-6):i]), '番') {
			continue
		}
		start, end := i, i
		for end < len(r) && r[end] == '(' { // 2(1)(イ) is one place
			k := end + 1
			for k < len(r) && k < end+4 && r[k] != ')' {
				k++
			}
			if k >= len(r) || r[k] != ')' {
				break
			}
			end = k + 1
		}
		if end == i {
			continue
		}
		number := i > 0 && isDigit(r[i-1]) && isDigit(r[i+1])
		letter := isKana(r[i+1]) && r[i+2] == ')' && (i == 0 || !isWordJa(r[i-1])) && end < len(r) && strings.ContainsRune("にのへとで", r[end])
		if number || letter {
			out = append(out, hit{"elsewhere", start, end})
		}
		i = end - 1
	}
	return out
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// dativeJa is where the noun before に ends to which a verb of effort that begins at b belongs, 0 if it is another verb.
func dativeJa(t []rune, b int) int {
	if b > 1 && t[b] == '組' && t[b-1] == 'り' && t[b-2] == '取' {
		b -= 2
	}
	if b > 1 && t[b-1] == 'に' && (t[b] == '取' || t[b] == '努') {
		return b - 1
	}
	return 0
}

// decidedJa says whether what follows a word tells that it was decided, announced or agreed: 打ち切る「旨を令和６年２月に決めた」, 取りやめ「ることで合意した」,
// 断念「するとの結論に至った」, 行わない「方針を固めた」.
func decidedJa(t []rune) bool {
	for i := 0; i < min(len(t), 6); i++ {
		if n := decidedThat.at(t, i); n > 0 {
			rest := t[i+n:]
			return len(rest) <= 30 && (endsWith(rest, decidedEnds...) || n > 2 && endsWith(rest, "なった", "なり", "した", "とした"))
		}
		if t[i] == 'と' && len(t) < i+9 && endsWith(t[i+1:], decidedEnds...) {
			return true // 取りやめると決めた
		}
		if !isHira(t[i]) {
			return false
		}
	}
	return false
}

// decidedThat are the words by which what was decided is joined to the deciding.
var decidedThat = newWordSet("ことを", "ことが", "ことに", "ことで", "旨を", "旨が", "旨の", "旨で", "方針を", "方針が", "方針で", "方針と", "方向で", "方向に", "方向と", "との結論", "との判断", "との方針", "との決定", "との合意", "との見解", "との申合せ", "との回答",
	"という結論", "という判断", "という方針", "という決定", "ほかないとの", "べきとの", "べきであるとの", "べきだとの", "運びと", "仕儀と")

// decidedEnds are ends of clauses that tell of a decision or an agreement.
var decidedEnds = []string{"決めた", "決め", "決まった", "決まり", "決定した", "決定し", "決定された", "決した", "発表した", "発表し", "公表した", "公表し", "通知した", "通知し", "合意した", "合意し", "合意に至った", "合意に達した", "合意を得た", "合意が成立した", "合意が得られた", "合意を見た",
	"了承した", "了承された", "了承を得た", "承認された", "承認を得た", "了解を得た", "了解に達した", "同意を得た", "申し合わせた", "申し合わせ", "一致した", "一致し", "一致を見た", "まとまった", "まとまり", "固めた", "固め", "固まった", "固まり", "折り合った", "折り合い", "折り合いがついた", "折り合いが付いた",
	"結論に至った", "結論に達した", "結論を得た", "結論となった", "結論を出した", "結論付けた", "結論づけた", "判断に至った", "判断をした", "判断した", "判断し", "判断となった", "判断を下した", "落ち着いた", "落ち着き", "議決した", "議決された", "可決された", "閣議決定した", "取り決めた", "決断した", "決断し", "意思を固めた", "至った", "至り", "届け出た", "伝えた", "申し入れた", "確認した", "整理した"}

// outerJa strips brackets around the whole sentence: 「（本取組は終了。）」.
func outerJa(r []rune) (int, int) {
	from, to := 0, len(r)
	if to > 2 && r[0] == '(' && (r[to-1] == ')' || r[to-1] == '。' && r[to-2] == ')') {
		from++
		for r[to-1] == '。' || r[to-1] == ')' {
			to--
		}
	}
	return from, to
}

// announcesJa says whether a sentence only announces what follows: 「…のため、以下の人材育成に取り組む」.
func announcesJa(r []rune) bool {
	for i := 0; i+3 < len(r); i++ {
		if !hasRunes(r, i, "以下の") && !hasRunes(r, i, "下記の") || i > 0 && r[i-1] != '、' && !endsWith(r[:i], "ため", "ついて", "おいて", "して") {
			continue
		}
		for _, w := range []string{"に取り組む", "を行う", "を実施する", "を講ずる", "を講じる", "を進める", "を推進する", "を展開する", "を図る", "による", "を執る", "をとる"} {
			t := trimMarks(r[i:])
			for _, how := range []string{"引き続き", "引続き", "重点的に", "着実に", "計画的に", "総合的に", "一体的に", "併せて"} { // 「以下の支援を引き続き行う」
				if k := len(t) - len([]rune(w)) - len([]rune(how)) + 1; k > 0 && hasRunes(t, k, how) {
					t = slices.Concat(t[:k], t[k+len([]rune(how)):])
				}
			}
			if endsIn(t, w) && len(t) < 18 {
				return true
			}
		}
	}
	return false
}
