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
		if start < end {
			out = append(out, head{noun: lang.Span{Start: start, End: end}, quantifier: lang.Span{Start: h.start, End: h.end}, universal: h.cue == "universal"})
		}
	}
	return out
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

// decidedJa says whether what follows a word tells that it was decided, announced or agreed: 打ち切る「旨を令和６年２月に決めた」.
func decidedJa(t []rune) bool {
	opens := slices.ContainsFunc([]string{"ことを", "ことが", "ことに", "旨を", "旨が", "方針を"}, func(w string) bool { return hasRunes(t, 0, w) })
	return opens && len(t) <= 30 && slices.ContainsFunc([]string{"決め", "決ま", "決定", "発表", "公表", "通知", "合意", "了承", "申し合わせ"}, func(w string) bool {
		return containsRunes(t, []rune(w))
	})
}

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
