package diff

import "strings"

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
