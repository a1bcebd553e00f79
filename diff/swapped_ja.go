package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// swapped finds that one thing stands for another in an otherwise equal promise: 「冷凍庫の購入に要する経費を補助する」 → 「輸送箱の購入に要する経費を
// 補助する」. The words behind must be the same for long, the two nouns must have no letter in common, and neither may be known to the other side:
// synonyms and new names are met too often for less.
func (v *view) swapped() (Evidence, bool) {
	if v.rd.lang.Code != "ja" || v.retained() < 0.55 {
		return Evidence{}, false
	}
	results, resultText := gather(v.u.results)
	for _, p := range v.planClauses() {
		c := p.clause()
		for i := c.start + 2; i < c.end && i+behind <= len(p.s.r); i++ {
			if !isWordJa(p.s.r[i-1]) || isWordJa(p.s.r[i]) || !strings.ContainsRune("のを", p.s.r[i]) {
				continue
			}
			old := lang.Span{Start: wordBefore(p.s.r, i, 12), End: i}
			w := p.s.r[old.Start:old.End]
			if len(w) < 2 || isDigit(w[0]) || v.isNamed(p.s, old) || containsRunes(v.nextRow, w[len(w)-2:]) || containsRunes(v.nextRow, w[:2]) {
				continue
			}
			for _, n := range v.plannedParts() {
				k := n.clause()
				for j := k.start + 2; j < k.end && j+behind <= len(n.s.r); j++ {
					if !startsAt(n.s.r, j, p.s.r[i:i+behind]) || !isWordJa(n.s.r[j-1]) {
						continue
					}
					is := lang.Span{Start: wordBefore(n.s.r, j, 12), End: j}
					x := n.s.r[is.Start:is.End]
					if len(x) < 2 || len(x)+len(w) < 5 || sharesLetter(w, x) || slices.ContainsFunc(kinOf(w), func(m string) bool { return slices.Contains(kinOf(x), m) }) || allKana(w) != allKana(x) || v.isNamed(n.s, is) || n.s.leftToDo(is.Start, is.End) {
						continue
					}
					if share, any := v.knownIn(x, v.planSet, v.planText); !any || share > 0 {
						continue
					}
					if told, _ := v.knownIn(x, results, resultText); told == 0 {
						return n.s.quote(is.Start, is.End), true
					}
				}
			}
		}
	}
	return Evidence{}, false
}

// behind is how many letters must be the same behind a noun that was swapped.
const behind = 7

// isNamed says whether a stretch is part of a ministry's name, an act or a word for what any plan does.
func (v *view) isNamed(s *sentence, at lang.Span) bool {
	for _, h := range s.hits {
		if h.end != at.End || h.start < at.Start {
			continue
		}
		switch h.cue {
		case "act-noun", "ask-act", "make-act", "filler", "outcome-noun":
			return true
		}
	}
	return ministryIn(s, at)
}

func sharesLetter(a, b []rune) bool {
	return slices.ContainsFunc(a, func(c rune) bool { return slices.Contains(b, c) })
}

func allKana(r []rune) bool { return !slices.ContainsFunc(r, func(c rune) bool { return !isKana(c) }) }

// actDropped finds an act of the plan that stood beside another one (AするとともにB) and is gone, while the other one is kept nearly word for word.
func (v *view) actDropped() (Evidence, bool) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, false
	}
	for _, s := range v.u.plan {
		for i := range s.clauses {
			a := &s.clauses[i]
			if i+2 != len(s.clauses) || s.joins || a.kind != mainClause || !endsWith(trimMarks(s.r[a.start:a.end]), "とともに", "ほか", "あわせて", "併せて") {
				continue
			}
			b := &s.clauses[i+1]
			if s.has("outcome-noun", max(b.start, b.end-12), b.end) || endsWith(trimMarks(s.r[b.start:b.end]), "ようにする") {
				continue // what it is for
			}
			for _, pair := range [][2]*clause{{a, b}, {b, a}} {
				kept, gone := pair[0], pair[1]
				if len(gone.own) < 3 || len(kept.own) < 3 || overlap(gone.own, v.nextOwn, nil) > 0.25*float64(len(gone.own)) || overlap(kept.own, v.nextOwn, nil) < 0.85*float64(len(kept.own)) {
					continue
				}
				if !slices.ContainsFunc(v.plannedParts(), func(p part) bool {
					return strings.ContainsAny(string(p.s.r), "等") || containsRunes(p.s.r, []rune("など"))
				}) {
					return s.quote(gone.start, gone.end), true
				}
			}
		}
	}
	return Evidence{}, false
}

// swappedSignal is what means-replaced says of swapped.
func (v *view) swappedSignal() []signal {
	if ev, ok := v.swapped(); ok {
		return []signal{{string(schema.Revised), 2.5, ev}}
	}
	if ev, ok := v.swappedPlace(); ok {
		return []signal{{string(schema.Revised), 3, ev}}
	}
	return nil
}

// swappedPlace finds that the same is promised of another country or part of the country: 「ベトナムの看護師」 → 「インドネシアの看護師」. The next round of an
// event is held elsewhere without having changed: 第７回, 第８回.
func (v *view) swappedPlace() (Evidence, bool) {
	if v.rd.lang.Code != "ja" || containsRunes(v.planText, []rune("第")) {
		return Evidence{}, false
	}
	results, resultText := gather(v.u.results)
	for _, p := range v.planClauses() {
		for _, a := range placesBefore(p) {
			was := p.s.r[a.Start:a.End]
			if containsRunes(v.nextRow, was) || len(placesBefore(p)) > 1 {
				continue
			}
			for _, n := range v.plannedParts() {
				for _, b := range placesBefore(n) {
					is := n.s.r[b.Start:b.End]
					if allKana(was) != allKana(is) || containsRunes(v.planText, is) || !startsAt(n.s.r, b.End, p.s.r[a.End:min(a.End+3, len(p.s.r))]) {
						continue
					}
					if told, _ := v.knownIn(is, results, resultText); told == 0 {
						return n.s.quote(b.Start, b.End+3), true
					}
				}
			}
		}
	}
	return Evidence{}, false
}

// placesBefore are the names of countries and places in a clause that describe a noun: ベトナム of ベトナムの看護師.
func placesBefore(p part) []lang.Span {
	var out []lang.Span
	c, r := p.clause(), p.s.r
	for i := c.start + 2; i+2 < c.end; i++ {
		if r[i] != 'の' || !isWordJa(r[i-1]) || !isWordJa(r[i+1]) {
			continue
		}
		k := wordBefore(r, i, 8)
		w := r[k:i]
		if len(w) > 2 && (allKana(w) && countryJa(string(w)) || startsPlaceJa(w)) {
			out = append(out, lang.Span{Start: k, End: i})
		}
	}
	return out
}

// startsPlaceJa says whether a word begins with the name of a place in Japan.
func startsPlaceJa(w []rune) bool {
	name := string(w)
	return slices.ContainsFunc(placesOfJa, func(x string) bool { return strings.HasPrefix(name, x) })
}

// countriesJa are countries and parts of the world in katakana with which plans deal.
var countriesJa = strings.Fields(`ベトナム インドネシア フィリピン マレーシア シンガポール ミャンマー カンボジア ラオス ブルネイ インド バングラデシュ スリランカ ネパール ブータン モルディブ パキスタン アフガニスタン モンゴル ウズベキスタン カザフスタン キルギス タジキスタン トルクメニスタン
イラン イラク トルコ ヨルダン イスラエル サウジアラビア カタール オマーン エジプト モロッコ チュニジア ケニア タンザニア ウガンダ ルワンダ エチオピア ガーナ ナイジェリア セネガル ザンビア モザンビーク マダガスカル オーストラリア ニュージーランド フィジー パラオ サモア トンガ ミクロネシア マーシャル
アメリカ カナダ メキシコ ブラジル アルゼンチン チリ ペルー コロンビア イギリス フランス ドイツ イタリア スペイン ポルトガル オランダ ベルギー スイス オーストリア スウェーデン ノルウェー フィンランド デンマーク ポーランド チェコ ハンガリー ルーマニア ウクライナ ロシア
アジア アフリカ ヨーロッパ アセアン オセアニア`)

func countryJa(w string) bool { return slices.Contains(countriesJa, w) }
