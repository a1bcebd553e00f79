package diff

import "plandiff/schema"

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

// anyoneJa are words by which something is done for everybody.
var anyoneJa = newWordSet("誰にでも", "誰でも", "誰もが", "だれでも", "だれにでも", "何人も", "何人にも", "何人でも", "広く国民", "広く一般", "広く市民", "国民一般", "一般に広く", "希望者全員", "希望する全員", "申し込んだ者の全員", "希望者の全員", "万人に", "どなたでも")

// anyone says whether promises are for everybody.
func anyone(parts []part) bool {
	_, ok := wordIn(parts, &anyoneJa)
	return ok
}

// notForAnyone finds that what was for everybody is for those of an attribute now: 「誰にでも行う」, 「収入が一定の額を下回る者に行う」.
func (v *view) notForAnyone(parts []part) (Evidence, bool) {
	if v.rd.lang.Code != "ja" || !anyone(v.planClauses()) || anyone(parts) || v.retained() < 0.4 {
		return Evidence{}, false
	}
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		if p.s.has("regardless", c.start, c.end) {
			return Evidence{}, false
		}
		for i := c.start; i+2 < c.end; i++ {
			n := limitsJa.at(r, i)
			if n == 0 || i+n >= c.end || !isWordJa(r[i+n]) {
				continue
			}
			end := i + n
			for end < c.end && isWordJa(r[end]) {
				end++
			}
			if toPersonsJa(r[i+n:end]) && end < c.end && (r[end] == 'に' || r[end] == 'を') {
				return p.s.quote(max(c.start, i-10), end), true
			}
		}
	}
	return Evidence{}, false
}

// gradeJa are the school year or age that bounds whom a promise is for, as years of school or of life, and whether it is the upper bound: 小学校３年生まで, 15歳以上.
func gradeJa(parts []part) (grade float64, upper bool, at Evidence) {
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		for i := c.start + 1; i+1 < c.end; i++ {
			n := wordAt(r, i, []string{"年生", "学年"})
			if n == 0 || !isDigit(r[i-1]) {
				continue
			}
			g := float64(r[i-1] - '0')
			before := r[max(c.start, i-8) : i-1]
			switch {
			case containsRunes(before, []rune("高")):
				g += 9
			case containsRunes(before, []rune("中学")):
				g += 6
			}
			switch {
			case hasRunes(r, i+n, "まで"), hasRunes(r, i+n, "以下"):
				return g, true, p.s.quote(max(c.start, i-4), i+n+2)
			case hasRunes(r, i+n, "以上"), hasRunes(r, i+n, "から"):
				return g, false, p.s.quote(max(c.start, i-4), i+n+2)
			}
		}
	}
	return 0, false, at
}

// otherGrade compares the school years of two sides, which count the same bound: true where to has more of them.
func (v *view) otherGrade(from, to []part) (Evidence, bool) {
	if v.rd.lang.Code != "ja" || !containsRunes(v.planText, []rune("年")) {
		return Evidence{}, false
	}
	a, upper, _ := gradeJa(from)
	b, same, at := gradeJa(to)
	return at, a > 0 && b > 0 && upper == same && (upper && b > a || !upper && b < a)
}

// widerJa and narrowerJa are what changes of whom a promise is for show in Japanese: a school year, a limit that is lifted or set, a bracket, everybody or some.
func (v *view) widerJa() (out []signal) {
	if ev, ok := v.otherGrade(v.planClauses(), v.plannedParts()); ok {
		out = append(out, signal{string(schema.Expanded), 4, ev})
	}
	if ev, up := v.limitMoved(); up > 0 {
		out = append(out, signal{string(schema.Expanded), 4, ev})
	}
	if ev, ok := v.bracketed(v.u.plan, v.nextSet, v.nextRow); ok {
		out = append(out, signal{string(schema.Expanded), 3, ev})
	}
	return out
}

func (v *view) narrowerJa(parts []part) (out []signal) {
	if ev, ok := v.otherGrade(parts, v.planClauses()); ok {
		out = append(out, signal{string(schema.Narrowed), 4, ev})
	}
	if ev, up := v.limitMoved(); up < 0 {
		out = append(out, signal{string(schema.Narrowed), 3.2, ev})
	}
	if ev, ok := v.notForAnyone(parts); ok {
		out = append(out, signal{string(schema.Narrowed), 3.6, ev})
	}
	if ev, ok := v.bracketed(v.u.next, v.planSet, v.planText); ok {
		out = append(out, signal{string(schema.Narrowed), 4, ev})
	}
	return out
}
