package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// counterpart tells of every member of a list whether it stands in the other column.
func (v *view) counterpart(s *sentence, l series, set []uint64, text []rune) (kept, missing []lang.Span) {
	for i, m := range l.members {
		m = v.g.core(s.r, m, i == len(l.members)-1 && !(v.rd.lang.Code == "ja" && l.bounded(s.r)))
		share, any := v.knownIn(s.r[m.Start:m.End], set, text)
		if v.letteredEn(s, m, text) {
			share = 0 // hepatitis E beside hepatitis B
		}
		if v.rd.lang.Code == "en" && hyphenKnownEn(s.r[m.Start:m.End], text) {
			share = 1
		} else if v.rd.lang.Code == "en" && i == len(l.members)-1 && s.sharedHeadEn(l, text) {
			if own, named := v.knownIn(s.r[m.Start:between(s.words, m.Start, m.End)[0].end], set, text); named && own < 0.5 {
				share = 0 // second-class of "first-class and second-class bathing waters"
			}
		}
		if w := l.contrast(s.r, i, m); v.rd.lang.Code == "ja" && any && len(w) > 1 {
			if own, anyOwn := v.knownIn(w, set, text); anyOwn && own < 0.5 {
				share = 0 // 漁業協同組合 beside 農業協同組合 is none of it
			}
		}
		if full := l.members[i]; v.rd.lang.Code == "ja" && any && share < 0.6 && i < len(l.members)-1 && m.Start > full.Start {
			if whole, known := v.knownIn(s.r[full.Start:full.End], set, text); known && whole >= 0.6 && !l.acts && (share > 0 || endsWith(s.r[:m.End], abstractJa...)) {
				share = whole // 借金の整理の方法: its last word may go without saying
			}
		}
		if w := s.r[m.Start:m.End]; v.rd.lang.Code == "ja" && any && share < 0.6 && len(w) > 2 && strings.ContainsRune("0123456789一二三四五六七八九十", w[0]) && containsRunes(text, w) {
			share = 1 // 二週間及び一か月
		}
		if v.rd.lang.Code == "ja" && any && share < 1 && stateKnown(s.r[l.members[i].Start:l.members[i].End], text) {
			share = 1 // 審査の現状 where the other side says 審査の実態
		}
		if v.rd.lang.Code == "ja" && any && share < 0.6 && (askedAfter(s.r[m.Start:m.End], text) || (l.acts || costsOf(s, l)) && v.actAkin(s, l, i, text)) {
			share = 1
		}
		if !any || v.rd.lang.Code == "ja" && ministryIn(s, m) && share < 1 {
			continue // a ministry that joins or leaves is a fact
		}
		if share >= 0.6 || v.pointedAtEn(s, m, share) || v.attributeKeptEn(s, l, i, set, text) || v.compoundKeptEn(s, m, text) || v.rd.lang.Code == "ja" && ((l.acts || l.light) && (actKnown(s.r[m.Start:m.End], text) || v.actMeant(s, l.members[i], set, text)) || share >= 0.5 && atPlaceJa(s.r[m.Start:m.End], text) || share > 0 && endsInWordOf(s.r[m.Start:m.End], text) || inOrder(s.r[m.Start:m.End], text)) {
			kept = append(kept, m)
		} else if v.rd.lang.Code == "ja" && (v.shorterThere(s, l, i) || tiersKnown(s.r[m.Start:m.End], text)) {
			kept = append(kept, m)
		} else {
			missing = append(missing, m)
		}
	}
	return kept, missing
}

// tiersKnown says whether tiers of government are among those that a text names in one word: 県 in 道県, 市 in 市町村.
func tiersKnown(w, text []rune) bool {
	const tiers = "都道府県市町村区"
	if len(w) == 0 || len(w) > 3 || slices.ContainsFunc(w, func(c rune) bool { return !strings.ContainsRune(tiers, c) }) {
		return false
	}
	for _, c := range w {
		known := false
		for i, d := range text {
			known = known || c == d && (i > 0 && strings.ContainsRune(tiers, text[i-1]) || i+1 < len(text) && strings.ContainsRune(tiers, text[i+1]))
		}
		if !known {
			return false
		}
	}
	return true
}

// statesJa are nouns for how a thing is, each of which may stand for the others.
var statesJa = []string{"実態", "現状", "状況", "実情", "状態", "情勢", "動向", "傾向", "推移", "趨勢", "模様", "動き", "様子", "現況", "実状"}

// stateKnown says whether a noun phrase asks how a thing is, and a text asks the same in another word.
func stateKnown(w, text []rune) bool {
	for _, state := range statesJa {
		n := len(w) - len([]rune(state)) - 1
		if n < 2 || w[n] != 'の' || !endsWith(w, state) {
			continue
		}
		for i := 0; i+n+3 <= len(text); i++ {
			if startsAt(text, i, w[:n+1]) {
				for _, other := range statesJa {
					if hasRunes(text, i+n+1, other) {
						return true
					}
				}
			}
		}
	}
	return false
}

// abstractJa are nouns that may go without saying behind what they are of: 「借金の整理の方法」.
var abstractJa = []string{"方法", "仕方", "状況", "内容", "在り方", "手順", "手法", "要領", "考え方", "状態", "実態", "結果", "情報", "取組", "対応", "対策", "活動", "推進", "促進", "確保", "実施", "作業", "業務", "事業", "分野", "関係", "問題", "課題", "技術", "制度", "側面", "観点", "程度", "水準", "機能", "能力", "役割", "意義", "重要性", "必要性", "有無", "可能性", "傾向", "動向", "特徴", "性質", "種類", "範囲", "規模", "時期", "場所", "部分", "場合", "もの", "こと", "者"}

// contrast is what a member of a list adds where it ends like another member: 漁業 of 農業協同組合及び漁業協同組合.
func (l series) contrast(r []rune, at int, m lang.Span) []rune {
	for i, o := range l.members {
		if i == at || o.End > len(r) {
			continue
		}
		for end := o.End; end > o.Start+3; end-- { // the other's last word, or the last before の
			if end < o.End && r[end] != 'の' {
				continue
			}
			if n := commonEnd(r[m.Start:m.End], r[o.Start:end]); n > 2 && n < m.End-m.Start {
				return r[m.Start:max(m.Start+2, m.End-n)]
			}
		}
	}
	return nil
}

// actKnown says whether the act at the end of a member is in a text as a verb of Japanese origin with one of its kanji: 「土砂の運搬」 in
// 「土砂を海岸に運び」.
func actKnown(member, text []rune) bool {
	n := len(member)
	if n < 2 || !isHan(member[n-1]) || !isHan(member[n-2]) {
		return false
	}
	for i := 0; i+1 < len(text); i++ {
		if c := text[i]; (c == member[n-1] || c == member[n-2]) && !lightVerbJa(c) && isHira(text[i+1]) && (i == 0 || !isHan(text[i-1])) && !strings.ContainsRune("のをはがにでともやへ", text[i+1]) {
			return true
		}
	}
	return false
}

// endsInWordOf says whether a word ends in a whole word of a text: 市町村 in 町村.
func endsInWordOf(w, text []rune) bool {
	for n := len(w) - 1; n >= 2; n-- {
		tail := w[len(w)-n:]
		if !isWordJa(tail[0]) || !isWordJa(tail[n-1]) || slices.ContainsFunc(tail, isHira) {
			continue
		}
		for i := range text {
			if startsAt(text, i, tail) && (i == 0 || !isWordJa(text[i-1])) && (i+n == len(text) || !isWordJa(text[i+n])) {
				return true
			}
		}
	}
	return false
}

// hyphenKnownEn says whether the first half of a compound stands in a text before a hyphen, where a list shares the second half: low- of "low- and high-pressure boilers"
// and low-pressure.
func hyphenKnownEn(member, text []rune) bool {
	n := slices.Index(member, '-')
	if n < 2 || slices.Contains(member[:n], ' ') {
		return false
	}
	for i := 0; i+n < len(text); i++ {
		if startsAt(text, i, member[:n+1]) && (i == 0 || !wordRune(text[i-1])) && (n+1 == len(member) || i+n+1 < len(text) && text[i+n+1] == ' ') {
			return true
		}
	}
	return false
}

// sharedHeadEn says whether a list is of attributes of one noun, which stands behind the last of them, and a text has one of the others right before that noun: "deep-sea and
// inshore fish" where the text says "deep-sea fish".
func (s *sentence) sharedHeadEn(l series, text []rune) bool {
	w := between(s.words, l.members[len(l.members)-1].Start, l.members[len(l.members)-1].End)
	if len(w) < 2 {
		return false
	}
	for _, m := range l.members[:len(l.members)-1] {
		if slices.Contains(s.r[m.Start:m.End], ' ') {
			return false
		}
		if containsRunes(text, append(append(slices.Clone(s.r[m.Start:m.End]), ' '), s.r[w[1].start:w[1].end]...)) {
			return true
		}
	}
	return false
}
