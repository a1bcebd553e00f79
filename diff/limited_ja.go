package diff

import (
	"strings"

	"plandiff/lang"
)

// limitsJa are ends of attributes that tell which of the things are meant: where they are, how old, how large, what was granted to them. What a thing
// is for or how it matters (安全に関わる, 重要な役割を担う) limits nothing.
var limitsJa = newWordSet("にある", "に所在する", "に位置する", "に立地する", "内の", "における", "に面した", "に面する", "に近い", "を超える", "を経た", "を経過した", "以上の", "以下の", "未満の", "以前の", "以降の", "に指定された", "に指定されている",
	"に登録された", "に登録されている", "に認定された", "に選定された", "を受けた", "に属する", "に該当する", "を満たす", "が著しい", "の著しい", "が特に多い", "が多い", "の多い", "が少ない", "の少ない", "の高い", "が高い", "の低い", "のない", "がない", "もない", "に乏しい", "が困難な", "の困難な",
	"を有する", "を有しない", "を持つ", "を持たない", "が確認された", "が発生した", "に遭った", "に被災した", "を希望する", "に限り", "に加入していない", "に加入している", "を終えた", "を終えていない", "を終えてから", "を欠く", "のあった", "があった", "が生じた", "の生じた", "が遅れている", "の遅れている", "が進んだ", "の進んだ", "が進んでいる",
	"のいる", "がいる", "のいない", "がいない", "を抱える", "を抱えた", "を養う", "を育てる", "を育てている", "を養育する", "を介護する", "を介護している", "と同居する", "と暮らす", "で暮らす", "に暮らす", "に住む", "に居住する", "に居住している", "に就いている", "を経験した", "を経験していない", "を過ぎた", "に満たない", "を満たさない", "を下回る", "を上回る", "を上回った", "を下回った", "を超えた", "を割り込む", "に達した", "に達しない",
	"に達していない", "に至らない", "と認められる", "と認められた", "と診断された", "と判定された", "と評価された", "に相当する", "を受けている", "を受けていない", "を受けたことのない", "の続く", "が続く", "が続いている", "が途絶えた", "から遠い", "の遠い", "が遠い", "に近接する", "に接する", "に隣接する", "に沿う", "の及ばない", "が及ばない", "の届かない", "が届かない", "の特に多い", "の特に少ない", "の特に高い", "の特に低い", "が低い", "の大きい", "が大きい", "の小さい", "が小さい", "の古い", "が古い", "の長い", "が長い", "の短い", "が短い", "の新しい", "の浅い", "が浅い", "を失った", "を亡くした", "を離れた", "を離れて", "から離れた", "に悩む", "に苦しむ", "を伴う", "に遭う", "に当たる", "に入る", "の及ぶ", "に及ぶ")

// anywayJa are ends of attributes that are true of all that the noun names, and so limit nothing: 刑事施設に収容されている受刑者, 学校に在籍する児童.
var anywayJa = newWordSet("に収容されている", "に収容された", "に収容する", "に在籍する", "に在籍している", "に勤務する", "に勤務している", "に勤める", "に所属する", "に所属している", "に入所している", "に入所する", "に入院している", "に通う", "に通っている", "で働く", "に働く", "に従事する", "に従事している", "に携わる", "を営む", "に住む", "に居住する", "に暮らす", "に置かれた", "に置かれている", "に設置された", "に設置されている", "に登録された", "に登録されている",
	"に加入する", "に加入している", "を利用する", "を利用している", "を使用する", "を運営する", "を経営する", "を管理する", "を設置する", "を有する", "を持つ", "にある", "に存する", "に当たる", "を行う", "を担う", "を担当する")

// limited finds that the next plan promises the same of fewer things: an attribute that tells which of them are meant stands before a noun which the plan names in
// the same place without it. 「国立公園の登山道について」 → 「世界自然遺産の区域内にある国立公園の登山道について」.
func (v *view) limited(parts []part) (Evidence, bool) {
	if v.rd.lang.Code != "ja" || v.retained() < 0.6 {
		return Evidence{}, false
	}
	for _, p := range parts {
		r, c := p.s.r, p.clause()
		for i := c.start; i+3 < c.end; i++ {
			n := limitsJa.at(r, i)
			if n == 0 || i+n >= len(r) || !isWordJa(r[i+n]) || containsRunes(v.planText, r[max(c.start, i-2):i+n]) {
				continue
			}
			noun := i + n
			end := noun
			for end < c.end && (isWordJa(r[end]) || r[end] == 'の') && end < noun+14 {
				end++
			}
			start := i
			for start > c.start && r[start-1] != '、' {
				start--
			}
			near := i
			for near > start && !(strings.ContainsRune("がは", r[near-1]) && isWordJa(r[near])) {
				near--
			}
			share, any := v.knownIn(r[start:i], v.planSet, v.planText)
			if any && share > 0.5 && near > start { // 労働基準監督署が高さ31メートルを超える…: who acts is no attribute
				start = near
				share, any = v.knownIn(r[start:i], v.planSet, v.planText)
			}
			if !any || share > 0.5 && r[i+n-1] != 'い' {
				continue
			}
			if v.barePlace(r[noun:end], r[end:min(end+3, len(r))]) {
				return p.s.quote(start, end), true
			}
		}
	}
	return Evidence{}, false
}

// barePlace says whether the plan names a noun before the same words, at the beginning of a phrase, so that nothing limits it there. A noun that
// ends like it (県 of 都道府県) is meant too.
func (v *view) barePlace(noun, follows []rune) bool {
	for _, s := range v.u.plan {
		for i := range s.r {
			if !startsAt(s.r, i, follows) || i == 0 {
				continue
			}
			k := i
			for k > 0 && (isWordJa(s.r[k-1]) || s.r[k-1] == 'の') {
				k--
			}
			if w := s.r[k:i]; len(w) > 1 && (k == 0 || s.r[k-1] == '、' || s.r[k-1] == 'び' || strings.ContainsRune("をにがはで", s.r[k-1]) || endsWith(s.r[:k], anywayJa.words...)) && (endsWith(w, string(noun)) || len(noun) == 1 && w[len(w)-1] == noun[0]) && !v.limitedBefore(s, lang.Span{Start: k, End: i}) {
				return true
			}
		}
	}
	return false
}

// limitedBefore says whether a noun phrase has a limit of its own.
func (v *view) limitedBefore(s *sentence, at lang.Span) bool {
	for i := at.Start; i < at.End; i++ {
		if limitsJa.at(s.r, i) > 0 {
			return true
		}
	}
	return false
}

// freshRestriction finds words of the next plan's promise that the plan does not know.
func (v *view) freshRestriction(parts []part) (Evidence, bool) {
	for _, p := range parts {
		c := p.clause()
		run := -1
		for i := c.start; i <= c.end && i <= len(p.s.r); i++ {
			word := i < c.end && isWordJa(p.s.r[i]) && !joinsWordsJa(p.s.r, i)
			if word && run < 0 {
				run = i
			}
			if !word && run >= 0 {
				end := i
				if i < len(p.s.r) && strings.ContainsRune("かヶつカ", p.s.r[i]) {
					for end > run && strings.ContainsRune("〇一二三四五六七八九十百千", p.s.r[end-1]) { // 浄水場百二十か所
						end--
					}
				}
				if end-run >= 2 && p.s.r[end-1] != '的' && !p.s.has("filler", run, i) && !p.s.has("again", run, i) && !p.s.has("follows", run, i) && !p.s.has("recurring", run, i) && !p.s.endsAct(run, i) {
					if share, any := v.knownIn(p.s.r[run:end], v.planSet, v.planText); any && share < 0.5 && i < len(p.s.r) && p.s.r[i] != 'し' && p.s.r[i] != 'す' {
						return p.s.quote(run, i), true
					}
				}
				run = -1
			}
		}
	}
	return Evidence{}, false
}
