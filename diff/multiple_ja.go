package diff

import "strings"

// beforeJa are the words by which a plan measures itself by what was.
var beforeJa = newWordSet("前年度", "昨年度", "前年", "昨年", "従来", "これまで", "現行", "現在", "当初", "前回", "今年度", "本年度")

// sizesJa are the nouns that tell how much there is of a measure.
var sizesJa = newWordSet("規模", "回数", "頻度", "件数", "人数", "定員", "予算", "箇所数", "か所数", "台数", "戸数", "面積", "校数", "枠", "数を", "数は", "数の")

// multipleJa finds by how much a promise makes a measure larger or smaller than it was: 「前年度の倍の規模で」, 「回数は、これまでの２倍とする」, 「規模を半分程度と
// する」. up says which. What grew or shrank by so much in the world is no promise.
func (v *view) multipleJa() (ev Evidence, up, ok bool) {
	if v.rd.lang.Code != "ja" {
		return ev, false, false
	}
	for _, p := range v.plannedParts() {
		c := p.clause()
		if c.kind != mainClause || c.negated || c.tense != planned {
			continue
		}
		r := p.s.r[:c.end]
		for i := c.start + 1; i < c.end; i++ {
			end, larger := multipleAt(r, i)
			if end == 0 || containsRunes(v.planText, r[i:end]) {
				continue
			}
			from := i
			for from > c.start && i-from < 20 && beforeJa.at(r, from) == 0 && sizesJa.at(r, from) == 0 {
				from--
			}
			behind := r[end:min(c.end, end+8)]
			switch {
			case beforeJa.at(r, from) > 0 && (sizesJa.in(r[from:end]) || sizesJa.in(behind) || toMakeIt(behind)):
			case sizesJa.at(r, from) > 0 && toMakeIt(behind):
			default:
				continue
			}
			return p.s.quote(from, end), larger, true
		}
	}
	return ev, false, false
}

// toMakeIt says whether what stands behind a multiple makes the measure so large: …とする, …に増やす.
func toMakeIt(r []rune) bool {
	for len(r) > 0 && (strings.ContainsRune("程度ほどの約弱強", r[0])) {
		r = r[1:]
	}
	return len(r) > 1 && (r[0] == 'と' && (r[1] == 'し' || r[1] == 'す') || r[0] == 'に' && r[1] != 'お' && r[1] != '当')
}

// multipleAt reads a multiple at i: 倍, 1.5倍, 半分, 3割増, 2割減, 7割, 3分の1; end is 0 if there is none.
func multipleAt(r []rune, i int) (end int, larger bool) {
	switch {
	case hasRunes(r, i, "半分"), hasRunes(r, i, "半減"), hasRunes(r, i, "半数"):
		return i + 2, false
	case hasRunes(r, i, "倍増"):
		return i + 2, true
	case r[i] == '倍' && !isDigit(r[i-1]) && strings.ContainsRune("の、をはに約", r[i-1]):
		return i + 1, true
	case !isDigit(r[i]) || isDigit(r[i-1]) || r[i-1] == '.':
		return 0, false
	}
	k := i
	for k < len(r) && (isDigit(r[k]) || r[k] == '.') {
		k++
	}
	share := hasRunes(r, k, "割") || hasRunes(r, k, "パーセント") || hasRunes(r, k, "%")
	switch {
	case hasRunes(r, k, "倍"):
		return k + 1, string(r[i:k]) > "1" && !strings.HasPrefix(string(r[i:k]), "0")
	case hasRunes(r, k, "分の") && k+2 < len(r) && isDigit(r[k+2]):
		return k + 3, false
	case share:
		for r[k] != '割' && r[k] != '%' && r[k] != 'ト' {
			k++
		}
		k++
		if hasRunes(r, k, "増") || hasRunes(r, k, "多い") || hasRunes(r, k, "上回る") {
			return k + 1, true
		}
		if hasRunes(r, k, "減") || hasRunes(r, k, "少ない") || hasRunes(r, k, "下回る") || hasRunes(r, k, "程度") || hasRunes(r, k, "に") || hasRunes(r, k, "の") {
			return k + 1, false
		}
	}
	return 0, false
}
