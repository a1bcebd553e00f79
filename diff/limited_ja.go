package diff

import (
	"strings"

	"plandiff/lang"
)

// limitsJa are ends of attributes that tell which of the things are meant: where they are, how old, how large, what was granted to them. What a thing
// is for or how it matters (安全に関わる, 重要な役割を担う) limits nothing.
var limitsJa = newWordSet("にある", "に所在する", "に位置する", "に立地する", "内の", "における", "に面した", "に面する", "に近い", "を超える", "を経た", "を経過した", "以上の", "以下の", "未満の", "以前の", "以降の", "に指定された", "に指定されている",
	"に登録された", "に登録されている", "に認定された", "に選定された", "を受けた", "に属する", "に該当する", "を満たす", "が著しい", "の著しい", "が特に多い", "が多い", "の多い", "が少ない", "の少ない", "の高い", "が高い", "の低い", "のない", "がない", "もない", "に乏しい", "が困難な", "の困難な",
	"を有する", "を有しない", "を持つ", "を持たない", "が確認された", "が発生した", "に遭った", "に被災した", "を希望する", "に限り", "に加入していない", "に加入している", "を終えた", "を終えていない", "を終えてから", "を欠く", "のあった", "があった", "が生じた", "の生じた", "が遅れている", "の遅れている", "が進んだ", "の進んだ", "が進んでいる")

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
			if w := s.r[k:i]; len(w) > 1 && (k == 0 || s.r[k-1] == '、' || s.r[k-1] == 'び' || strings.ContainsRune("をにがはで", s.r[k-1])) && (endsWith(w, string(noun)) || len(noun) == 1 && w[len(w)-1] == noun[0]) && !v.limitedBefore(s, lang.Span{Start: k, End: i}) {
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
				if i-run >= 2 && !p.s.has("filler", run, i) && !p.s.has("again", run, i) && !p.s.has("follows", run, i) && !p.s.has("recurring", run, i) && !p.s.endsAct(run, i) {
					if share, any := v.knownIn(p.s.r[run:i], v.planSet, v.planText); any && share < 0.5 && i < len(p.s.r) && p.s.r[i] != 'し' && p.s.r[i] != 'す' {
						return p.s.quote(run, i), true
					}
				}
				run = -1
			}
		}
	}
	return Evidence{}, false
}
