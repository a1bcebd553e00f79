package diff

// narrowersJa are nouns and adjectives that make of people or bodies a smaller class.
var narrowersJa = newWordSet("一人暮らしの", "独り暮らしの", "単身の", "独居の", "低所得の", "ひとり親の", "一人親の", "初任の", "新任の", "若手の", "未就学の", "在宅の", "高齢の", "小規模な", "小規模の", "零細な", "零細の", "経験の浅い", "経験の乏しい", "不慣れな", "一人で暮らす", "夫婦のみの", "寝たきりの", "重度の", "重症の", "初めての", "開業間もない", "創業間もない", "就農間もない", "山間部の", "都市部の", "過疎地の", "沿岸部の", "離島の", "へき地の")

// smallerClass finds that the next plan names by such a word a smaller class of those whom the plan names without any: 「高齢者の世帯を訪ね」, 「一人暮らしの高齢者の
// 世帯を訪ね」.
func (v *view) smallerClass(parts []part) (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		for i := c.start; i < c.end; i++ {
			n := narrowersJa.at(r, i)
			if n == 0 || i > c.start && isWordJa(r[i-1]) && isWordJa(r[i]) {
				continue
			}
			if _, had := wordIn(v.planClauses(), &narrowersJa); had || containsRunes(v.planText, r[i:i+n-1]) || i+n < len(r) && !isWordJa(r[i+n]) {
				return Evidence{}, false
			}
			start, end := nounAfterJa(r, i+n)
			results, _ := gather(v.u.results)
			told, _ := v.knownIn(r[i:i+n], results, nil)
			if end-start > 1 && told == 0 && containsRunes(v.planText, r[start:end]) && !containsRunes(v.planText, append([]rune("の"), r[start:end]...)) {
				return p.s.quote(i, end), true
			}
		}
	}
	return Evidence{}, false
}
