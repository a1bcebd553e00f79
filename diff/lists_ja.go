package diff

import (
	"strings"
	"unicode/utf8"

	"plandiff/lang"
)

// coordinatorsJa join the last members of a list; 、 and ・ join those before.
var coordinatorsJa = newWordSet("及び", "並びに", "又は", "若しくは", "または", "および", "ならびに", "もしくは", "かつ", "とその", "とこれら")

// listsJa finds coordinations: A、B及びC, A又はB, A、B等. A member reaches back to the last particle that
// cannot stand inside a noun phrase, and forward to the first.
func listsJa(s *sentence) []series {
	r := s.r
	var out []series
	done := 0
	for i := 0; i < len(r); i++ {
		n := coordinatorsJa.at(r, i)
		if n > 0 && (i == 0 || !isWordJa(r[i-1]) && !closing(r[i-1]) && !((r[i] == '及' || r[i] == '並') && isHira(r[i-1]))) {
			n = 0
		}
		if n == 2 && r[i] == 'か' && qualityJa(r, i+n) {
			continue // 丁寧かつ適切な助言: one thing of two qualities
		}
		if n == 0 && r[i] == 'と' && i >= done && bothOfJa(r, i) {
			n = 1
		}
		if n == 0 && (r[i] == '・' || r[i] == 'や') && i > 0 && i+1 < len(r) && isWordJa(r[i-1]) && isWordJa(r[i+1]) {
			n = 1
		}
		comma := r[i] == '、' && i > 0 && (isWordJa(r[i-1]) || closing(r[i-1]) || nounInKanaJa(r, i)) && i+1 < len(r) && i >= done
		if n == 0 && !comma {
			continue
		}
		if n == 0 { // A、B等 or A、B及びC: a list only if a coordinator or 等 follows before a particle
			if !listCommaJa(r, i) {
				continue
			}
			n = 1
		}
		if i < done { // inside a list already read
			continue
		}
		l := series{start: memberStartJa(r, i, done)}
		l.members = append(l.members, lang.Span{Start: l.start, End: i})
		at := i + n
		if r[i] != '、' && at < len(r) && r[at] == '、' {
			at++
		}
		for {
			end, next, open := memberEndJa(r, at)
			if end > at {
				l.members = append(l.members, lang.Span{Start: at, End: end})
			}
			l.end = end
			l.open = l.open || open
			if next == 0 || next <= at {
				break
			}
			at = next
		}
		done = l.end
		if len(l.members) < 2 {
			continue
		}
		for k := range s.clauses {
			if l.start < s.clauses[k].end {
				l.clause = k
				break
			}
		}
		s.stretchLast(&l)
		l.acts = s.endsInAct(l)
		l.light = s.governedLightly(l)
		out = append(out, l)
		i = l.end - 1
	}
	return out
}

func closing(c rune) bool { return c == '」' || c == ')' || c == '』' }

// listCommaJa says whether the 、 at i joins nouns: another noun follows it that ends in 、 及び 又は 等 and the like.
func listCommaJa(r []rune, i int) bool {
	if endsWith(r[:i], "引き続き", "引続き", "具体的", "今後", "現在", "結果", "場合", "際", "後", "年度", "の上", "た上", "以上", "中", "一方", "他方", "従来", "当面", "今回", "近年", "昨年", "毎年", "例年", "通常", "原則", "適宜", "随時", "早期", "以降", "以後", "その間", "同時") {
		return false
	}
	if i > 1 && (r[i-1] == '月' || r[i-1] == '日') && (isDigit(r[i-2]) || strings.ContainsRune("一二三四五六七八九十毎同当翌前今", r[i-2])) {
		return false // 平日、休日及び祝日 are a list
	}
	j := i + 1
	for j < len(r) && j < i+40 {
		if coordinatorsJa.at(r, j) > 0 {
			return j > i+1
		}
		switch c := r[j]; {
		case c == '等' || hasRunes(r, j, "など") || hasRunes(r, j, "その他"):
			return j > i+1
		case c == '、' && j > i+1 && (isWordJa(r[j-1]) || closing(r[j-1]) || nounInKanaJa(r, j)):
			return listCommaJa(r, j)
		case strings.ContainsRune("をがにで", c) && attributeJa(r, j) > 0 && j > i+1:
			j = attributeJa(r, j) - 1
		case namesThreeJa(r, i, j):
			return true
		case c == '。' || strings.ContainsRune("をはがも", c) && !(c == 'が' && insideVerb(r, j)) || c == 'へ' && !hasRunes(r, j, "への") || c == '、':
			return false
		case c == 'に' && !glueJa(r, j), c == 'で' && !hasRunes(r, j, "である") && !hasRunes(r, j, "での"), c == 'と' && !ofAttributeJa(r, j):
			return false
		}
		j++
	}
	return false
}

// ofAttributeJa says whether the と at i belongs to an attribute: 餌となるプランクトン, 台風との関係.
func ofAttributeJa(r []rune, i int) bool {
	for _, w := range []string{"とする", "との", "となる", "となった", "とした", "という", "といった", "と呼", "とみられ", "とされ", "としての"} {
		if hasRunes(r, i, w) {
			return true
		}
	}
	return false
}

// glueJa says whether the に at i is part of an attribute, such as に係る, and so inside a noun phrase.
func glueJa(r []rune, i int) bool {
	for _, w := range []string{"に係る", "に関する", "における", "に対する", "による", "についての", "に向けた", "に伴う", "に応じた", "に基づく", "に資する", "に関わる", "に要する", "に用い", "にある", "に属する", "にわたる", "に従事", "につなが", "に結び付", "に役立つ", "に必要な", "に携わる", "に欠かせない", "に向けて行", "に当たる", "に応じた", "に及ぶ", "に適した"} {
		if hasRunes(r, i, w) {
			return true
		}
	}
	return false
}

// memberStartJa goes back from the end of a first member to where it begins.
func memberStartJa(r []rune, end, floor int) int {
	deep := 0
	for i := end - 1; i >= floor; i-- {
		c := r[i]
		switch {
		case c == ')' || c == '」' || c == '』':
			deep++
		case c == '(' || c == '「' || c == '『':
			if deep--; deep < 0 {
				return i + 1
			}
		}
		if deep > 0 {
			continue
		}
		if strings.ContainsRune("をがにで", c) {
			if k := attributeJa(r, i); k > 0 && k < end {
				continue // 石綿を含有する保温材、
			}
		}
		switch {
		case c == '、' || c == '。' || c == 'を' || c == 'は' || c == 'が' || c == 'も' && i+1 < len(r) && r[i+1] != 'の':
			return i + 1
		case c == 'に' && !glueJa(r, i), c == 'へ' && r[i+1] != 'の':
			return i + 1
		case c == 'で' && !hasRunes(r, i, "である") && !hasRunes(r, i, "での") && !hasRunes(r, i, "できる"):
			return i + 1
		case c == 'ら' && i > 1 && r[i-1] == 'か' && i+1 < end && r[i+1] != 'の' && isWordJa(r[i-2]):
			return i + 1 // 製品の表示から発生した国
		case c == 'て' && i > 0 && r[i-1] != 'っ' && !hasRunes(r, i, "ている") && !hasRunes(r, i, "ての"):
			return i + 1
		}
	}
	return floor
}

// memberEndJa goes forward from the start of a member: its end, where the next member starts (0 if it is the last),
// and whether 等 follows.
func memberEndJa(r []rune, start int) (end, next int, open bool) {
	deep := 0
	for i := start; i < len(r); i++ {
		c := r[i]
		switch {
		case c == '(' || c == '「' || c == '『':
			deep++
			continue
		case c == ')' || c == '」' || c == '』':
			if deep--; deep < 0 {
				return i, 0, false
			}
			continue
		}
		if deep > 0 {
			continue
		}
		if n := coordinatorsJa.at(r, i); n > 0 && i > start {
			return i, i + n, false
		}
		if (c == '・' || c == 'や') && i > start && i+1 < len(r) && isWordJa(r[i-1]) && isWordJa(r[i+1]) {
			return i, i + 1, false
		}
		if strings.ContainsRune("をにでへ", c) && i > start && (r[start-1] == '、' || r[start-1] == 'と' || hasRunes(r, start-3, "並びに")) {
			if k := attributeJa(r, i); k > 0 && goesOnJa(r, k) {
				i = k - 1
				continue // 及び石綿を含有する保温材又は
			}
		}
		switch {
		case c == '等' && i > start && (i+1 == len(r) || !isHan(r[i+1]) || r[i+1] == '及' || r[i+1] == '並'), hasRunes(r, i, "など"), hasRunes(r, i, "その他"), hasRunes(r, i, "をはじめ"), hasRunes(r, i, "を始め"), hasRunes(r, i, "といった"):
			return i, 0, true
		case c == '、':
			if i > start && (isWordJa(r[i-1]) || closing(r[i-1]) || nounInKanaJa(r, i)) && listCommaJa(r, i) {
				return i, i + 1, false
			}
			return i, 0, false
		case c == '。' || c == 'を' || c == 'は' || c == 'が' && !clauseOfNoun(r, i) && !insideVerb(r, i) || c == 'も':
			return i, 0, false
		case c == 'に' && !glueJa(r, i), c == 'へ' && !hasRunes(r, i, "への"), c == 'か' && hasRunes(r, i, "から") && !hasRunes(r, i, "からの"), c == 'ま' && hasRunes(r, i, "まで") && !hasRunes(r, i, "までの"):
			return i, 0, false
		case c == 'で' && !hasRunes(r, i, "である") && !hasRunes(r, i, "での") && !hasRunes(r, i, "できる"):
			return i, 0, false
		case c == 'と' && !ofAttributeJa(r, i) && i > start && isWordJa(r[i-1]):
			return i, 0, false
		}
	}
	return len(r), 0, false
}

// attributeJa returns where the noun begins whose attribute the particle at i belongs to, 0 if its verb ends no attribute:
// 保 of 「を含有する保温材」, but nothing for 「を派遣し、」.
func attributeJa(r []rune, i int) int {
	for k := i + 2; k < len(r) && k < i+20; k++ {
		switch c := r[k]; {
		case c == '、' || c == '。' || c == 'は':
			return 0
		case isWordJa(c) && strings.ContainsRune("るたうくすつむぶぐ", r[k-1]) && k-2 > i && !hasRunes(r, k-2, "いた"):
			return k
		case isWordJa(c) && hasRunes(r, k-3, "ていた"):
			return k
		}
	}
	return 0
}

// orDescribesJa says whether 又は at i joins the verb before it to one that describes a noun, which it then describes too:
// 「経営を中止し、又は規模を縮小した農家」.
func orDescribesJa(r []rune, i int) bool {
	n := orJa.at(r, i)
	return n > 0 && attributeJa(r, i+n-2) > 0
}

// orJa are the words for one or the other.
var orJa = newWordSet("又は", "若しくは", "または", "もしくは", "あるいは")

// goesOnJa says whether a list goes on behind the noun phrase at i.
func goesOnJa(r []rune, i int) bool {
	for i < len(r) && (isWordJa(r[i]) || r[i] == 'の') {
		if coordinatorsJa.at(r, i) > 0 {
			return true
		}
		i++
	}
	return i < len(r) && (r[i] == '、' && listCommaJa(r, i) || hasRunes(r, i, "または") || hasRunes(r, i, "および") || hasRunes(r, i, "もしくは"))
}

// endsInAct says whether the members of a list are acts, by the words they end in.
func (s *sentence) endsInAct(l series) bool {
	acts := 0
	for _, m := range l.members {
		for _, h := range s.hits {
			if (h.cue == "act-noun" || strings.HasPrefix(h.cue, "stage-")) && h.end == m.End && h.start >= m.Start {
				acts++
				break
			}
		}
	}
	return acts*2 > len(l.members)
}

// governedLightly says whether a list is what a verb that says only that something is done takes as its object, so that its last
// member is an act: 「施設の設置及び土砂の運搬を行う」.
func (s *sentence) governedLightly(l series) bool {
	c := &s.clauses[l.clause]
	i := l.end
	for i < c.end && (s.r[i] == '等' || s.r[i] == 'な' || s.r[i] == 'ど') {
		i++
	}
	if i >= c.end || s.r[i] != 'を' && s.r[i] != 'に' {
		return false
	}
	rest := trimMarks(s.r[i+1 : max(i+1, c.end)])
	if len(rest) == 0 || len(rest) > 24 {
		return false
	}
	for _, x := range rest {
		if isKana(x) || isHan(x) && !strings.ContainsRune(lightJa+"引着計画的随時適宜切毎年度月四半期的共同合併通じ", x) {
			return false
		}
	}
	return isHan(rest[0]) || rest[0] == 'そ' || rest[0] == 'と'
}

// coreJa cuts a member to what it adds. The last member ends where an attribute of all members begins: 「東北及び北陸の
// 各県」 adds 北陸. The others begin where their own attributes end: 「荷主である大企業及び…」 names 大企業.
func coreJa(r []rune, m lang.Span, last bool) lang.Span {
	if last {
		for i := m.Start + 1; i < m.End; i++ {
			if isWordJa(r[i-1]) && (r[i] == 'の' || r[i] == 'に' && glueJa(r, i) || hasRunes(r, i, "である") || hasRunes(r, i, "との") || hasRunes(r, i, "からの") || hasRunes(r, i, "への") || hasRunes(r, i, "での") || hasRunes(r, i, "までの")) {
				return lang.Span{Start: m.Start, End: i}
			}
		}
		return m
	}
	start := m.End
	for start > m.Start && (isWordJa(r[start-1]) || closing(r[start-1])) {
		start--
	}
	if m.End-start == 1 && (r[start] == '者' || r[start] == '人' || r[start] == '方') && start > m.Start { // 就職した者: what they did
		return attributeCoreJa(r, lang.Span{Start: m.Start, End: start})
	}
	if m.End-start < 2 {
		return m
	}
	return lang.Span{Start: start, End: m.End}
}

// attributeCoreJa is the verb of an attribute, with its object where the verb is of one kanji: 就職した, 資格を有する.
func attributeCoreJa(r []rune, m lang.Span) lang.Span {
	i := m.End
	back := func(word bool) {
		for i > m.Start && isWordJa(r[i-1]) == word {
			i--
		}
	}
	back(false)
	end := i
	if back(true); end-i < 2 {
		back(false)
		back(true)
	}
	if i == end {
		return m
	}
	return lang.Span{Start: i, End: m.End}
}

// insideVerb says whether the kana at i is no particle but part of a verb: が of つながる.
func insideVerb(r []rune, i int) bool {
	return i > 0 && i+1 < len(r) && isHira(r[i-1]) && strings.ContainsRune("るりっれらろ", r[i+1])
}

// clauseOfNoun says whether the が at i belongs to an attribute: 「これらが設立する組合」.
func clauseOfNoun(r []rune, i int) bool {
	if !endsWith(r[:i], "これら", "それら", "自ら", "同者") {
		return false
	}
	j := i + 1
	for j < len(r) && isHan(r[j]) {
		j++
	}
	if j == i+1 {
		return false
	}
	for _, w := range []string{"する", "した", "している", "う", "く", "る", "った", "いた"} {
		if k := j + utf8.RuneCountInString(w); hasRunes(r, j, w) && k < len(r) && isWordJa(r[k]) {
			return true
		}
	}
	return false
}

// stretchLast lets the last member of a list of acts reach over its attributes to its own act: 「面接会の開催及び資格の取得につながる訓練に取り組む」,
// 「経費の交付並びに緊急を要する案件の引継ぎを行う」. Of other lists the attribute is what all members are governed by.
func (s *sentence) stretchLast(l *series) {
	last := &l.members[len(l.members)-1]
	c := &s.clauses[l.clause]
	if l.open || !s.endsAct(l.members[0].Start, l.members[0].End) || s.endsAct(last.Start, last.End) && s.r[min(last.End, len(s.r)-1)] == 'を' && attributeJa(s.r[:c.end], last.End) == 0 {
		return
	}
	for at := last.End; at < c.end && strings.ContainsRune("をにがで", s.r[at]); {
		end := attributeJa(s.r[:c.end], at)
		if end == 0 {
			return
		}
		start := end
		for end < c.end && (isWordJa(s.r[end]) || s.r[end] == 'の' || hasRunes(s.r, end, "への") || s.r[end] == 'へ' || isHira(s.r[end]) && end > start && isHan(s.r[end-1]) && !strings.ContainsRune("をにがではもとや", s.r[end])) {
			end++
		}
		if end < c.end && (s.r[end] == 'を' || s.r[end] == 'に') && s.endsAct(start, end) {
			last.End, l.end = end, end
			return
		}
		if end == at || end >= c.end {
			return
		}
		at = end
	}
}

// endsAct says whether a stretch ends in a noun of acting.
func (s *sentence) endsAct(start, end int) bool {
	for _, h := range s.hits {
		if (h.cue == "act-noun" || strings.HasPrefix(h.cue, "stage-")) && h.end == end && h.start >= start {
			return true
		}
	}
	return false
}
