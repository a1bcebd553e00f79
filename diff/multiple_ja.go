package diff

import "strings"

// beforeJa are the words by which a plan measures itself by what was.
var beforeJa = newWordSet("前年度", "昨年度", "前年", "昨年", "従来", "従前", "例年", "これまで", "現行", "現在", "当初", "前回", "今年度", "本年度")

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
		for i := c.start; i < c.end; i++ {
			if n := beforeJa.at(r, i); n > 0 && (hasRunes(r, i+n, "より") || hasRunes(r, i+n, "に比べ")) {
				for k := i + n + 2; k < min(c.end, i+n+6); k++ { // 従来より手厚く, これまでよりも狭い範囲で
					more, less := moreJa.at(r, k), lessJa.at(r, k)
					if m := max(more, less); m > 0 && !becameJa(r[k+m:]) && !containsRunes(v.planText, r[k:k+m]) {
						return p.s.quote(i, k+m), more > 0, true
					}
				}
			}
		}
		for i := c.start + 1; i < c.end; i++ {
			end, larger := multipleAt(r, i)
			if end == 0 || containsRunes(v.planText, r[i:end]) {
				continue
			}
			from := i
			for from > c.start && i-from < 20 && beforeJa.at(r, from) == 0 && sizesJa.at(r, from) == 0 {
				from--
			}
			if takesTime(r[max(c.start, i-16):i]) {
				continue // 検疫に要する時間をこれまでの半分に
			}
			behind := r[end:min(c.end, end+8)]
			switch {
			case beforeJa.at(r, from) > 0 && becameJa(r[end:]):
				continue // 水質が前年度の２倍に悪化したことを念頭に
			case ofWhatWas(r, from, i, end):
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

// moreJa and lessJa compare how much is done with what was.
var (
	moreJa = newWordSet("手厚く", "手厚い", "多くの", "多く", "多い", "頻繁に", "広く", "広い範囲", "広範", "幅広い", "幅広く", "数多く", "長い期間", "大きな規模", "大規模", "短い間隔", "高い頻度", "足しげく", "早い時刻から", "遅い時刻まで", "遅くまで")
	lessJa = newWordSet("少ない", "少なく", "少数の", "狭い", "狭く", "小さな規模", "小規模", "小さい規模", "長い間隔", "低い頻度", "短い期間に限", "間隔を空け", "遅い時刻から", "早い時刻まで")
)

// ofWhatWas says whether a multiple at [i, end) is of what was, which stands at from, and describes or counts something: 「これまでの半額の手当」, 「前年度の７割に当たる台数」,
// 「前年度より２割低い率」.
func ofWhatWas(r []rune, from, i, end int) bool {
	n := beforeJa.at(r, from)
	if n == 0 || end >= len(r) {
		return false
	}
	switch between := string(r[from+n : i]); between {
	case "の", "の約", "のおよそ":
		return r[end] == 'の' || hasRunes(r, end, "に当たる") || hasRunes(r, end, "に相当") || hasRunes(r, end, "で") || hasRunes(r, end, "を") || hasRunes(r, end, "だけ")
	case "より", "よりも", "に比べ", "に比べて", "に比べ、", "と比べ", "と比べて", "比":
		return strings.ContainsRune("低い多く少なく高手", r[end]) || r[end-1] != 'に' && r[end-1] != 'の'
	}
	return false
}

// becameJa says whether what stands behind a multiple tells that something has become so: に悪化した, に増えており.
func becameJa(r []rune) bool {
	for i := 0; i < min(len(r), 10) && r[i] != '、'; i++ {
		if hasRunes(r, i, "した") || hasRunes(r, i, "なった") || hasRunes(r, i, "えた") || hasRunes(r, i, "った") || hasRunes(r, i, "ている") || hasRunes(r, i, "ており") {
			return true
		}
	}
	return false
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
	if c := r[i]; c != '半' && c != '倍' && !isDigit(c) {
		return 0, false
	}
	switch {
	case hasRunes(r, i, "半分"), hasRunes(r, i, "半減"), hasRunes(r, i, "半数"), hasRunes(r, i, "半額"), hasRunes(r, i, "半量"):
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
		if hasRunes(r, k, "増") || hasRunes(r, k, "多") || hasRunes(r, k, "高") || hasRunes(r, k, "上回る") {
			return k + 1, true
		}
		if hasRunes(r, k, "減") || hasRunes(r, k, "少な") || hasRunes(r, k, "低") || hasRunes(r, k, "安") || hasRunes(r, k, "下回る") || hasRunes(r, k, "程度") || hasRunes(r, k, "に") || hasRunes(r, k, "の") {
			return k + 1, false
		}
	}
	return 0, false
}
