package diff

import (
	"slices"
	"strings"
)

// Words that leave out what stands before them, and words that take it in.
var (
	leavesOut = newWordSet("を除く", "を除き", "を除いた", "を除いて", "は除く", "以外の", "を含まない", "は含まない", "は対象としない", "は対象外")
	takesIn   = newWordSet("を含む", "を含め", "も含む", "も含め", "を含んだ")
)

// excepted finds what one side leaves out (個人事業主を除く。) and the other side takes in (個人事業主を含む。), or no longer leaves out while
// nearly all else is the same. out are the sentences that leave it out, in the others; the quote is of the next plan where it says so.
func (v *view) excepted(out, in []*sentence) (Evidence, float64) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, 0
	}
	for _, s := range out {
		for i := range s.r {
			if leavesOut.at(s.r, i) == 0 || !nounEndJa(s.r, i) {
				continue
			}
			what := s.r[max(0, i-3):i]
			left := false
			for _, o := range in {
				for k := 0; k+len(what) < len(o.r); k++ {
					if !startsAt(o.r, k, what) {
						continue
					}
					if leavesOut.at(o.r, k+len(what)) > 0 {
						left = true
					}
					if n := takesIn.at(o.r, k+len(what)); n > 0 {
						return o.quote(wordBefore(o.r, k+1, 12), k+len(what)+n), 4.2
					}
				}
			}
			if !left && inBrackets(s.r, i) && v.retained() > 0.85 {
				return s.quote(wordBefore(s.r, i, 12), i+2), 3
			}
		}
	}
	return Evidence{}, 0
}

// wordAt is the length of the first of some words that stands at i, 0 if none does.
func wordAt(r []rune, i int, words []string) int {
	for _, w := range words {
		if hasRunes(r, i, w) {
			return len([]rune(w))
		}
	}
	return 0
}

// inBrackets says whether i stands between brackets.
func inBrackets(r []rune, i int) bool {
	before := string(r[max(0, i-40):i])
	return strings.LastIndexByte(before, '(') > strings.LastIndexByte(before, ')')
}

// onlyThese are the words in a bracket behind a noun that take it for some of what it names.
var onlyThese = newWordSet("に限る", "に限り", "に限定", "のものに限", "のもののみ", "のみ", "だけ", "のものをいう", "のものとする", "のものを対象")

// bracketed finds that one side takes a noun for some of what it names, in a bracket behind it, and the other side does not: 「社寺(木造のものに限る。)」. in are the sentences of the first side;
// set and text are the words of the other.
func (v *view) bracketed(in []*sentence, set []uint64, text []rune) (Evidence, bool) {
	if v.rd.lang.Code != "ja" || v.retained() < 0.6 {
		return Evidence{}, false
	}
	for _, s := range in {
		open := -1
		for i, c := range s.r {
			if c == '(' {
				open = i
			}
			if c != ')' || open < 1 || !nounEndJa(s.r, open) {
				continue
			}
			what := trimMarks(s.r[open+1 : i])
			if len(what) < 4 || !onlyThese.in(what[max(0, len(what)-7):]) {
				continue
			}
			if share, any := v.knownIn(what, set, text); any && share < 0.6 {
				return s.quote(wordBefore(s.r, open, 10), i+1), true
			}
		}
	}
	return Evidence{}, false
}

// A limit that is lifted or set: 「所得による制限を取り払った上で」, 「１回の利用の上限を設けた上で」.
var (
	limitNounsJa = []string{"制限", "限度", "要件", "条件", "上限", "定員", "制約", "縛り", "枠", "資格", "下限", "年限"}
	liftsJa      = newWordSet("を取り払", "を撤廃", "を廃し", "を廃止", "を設けず", "を設けることなく", "を設けない", "は設けず", "は設けない", "をなくし", "をなくす", "をなくした", "を無くし", "を外し", "を外す", "を外した", "を取り除", "を課さず", "を課さない", "を課すことなく", "を付さず", "を付けず", "を求めず", "を緩め", "を緩和", "を緩く", "を取り外", "を解き", "を解いた", "を解除", "なしに", "なしで", "を問わず", "によらず", "の撤廃", "の緩和")
	setsJa       = newWordSet("を設けた", "を設け、", "を設けて", "を課し", "を課す", "を課した", "を付し", "を付した", "を付けた", "を付け、", "を厳しく", "を厳格", "を引き締め", "を強め", "を狭め", "を加えた上", "を新たに設")
)

// limitMoved finds that the next plan lifts a limit which the plan does not lift, or sets one that it does not set: +1, -1, or 0.
func (v *view) limitMoved() (Evidence, int) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, 0
	}
	for _, p := range v.plannedParts() {
		c, r := p.clause(), p.s.r
		for i := c.start + 2; i < c.end; i++ {
			up, down := liftsJa.at(r, i), setsJa.at(r, i)
			if up+down == 0 || !endsWith(r[c.start:i], limitNounsJa...) {
				continue
			}
			noun := r[wordBefore(r, i, 4):i]
			if containsRunes(v.planText, slices.Concat(noun[max(0, len(noun)-2):], r[i:i+2])) || p.s.relative(i+max(up, down)-1, c.end) && !hasRunes(r, i+max(up, down), "た上") && !hasRunes(r, i+max(up, down), "った上") && !hasRunes(r, i+max(up, down), "した上") && !hasRunes(r, i+max(up, down), "上で") {
				continue // the plan does so too, or others do
			}
			if up > 0 {
				return p.s.quote(max(c.start, i-10), i+up), 1
			}
			return p.s.quote(max(c.start, i-10), i+down), -1
		}
	}
	return Evidence{}, 0
}
