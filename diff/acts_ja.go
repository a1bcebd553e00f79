package diff

import (
	"slices"

	"plandiff/lang"
)

// lightActsJa are nouns of acting that fit any object, and so say no more than that something is done with it: 「相談への対応」.
var lightActsJa = []string{"開催", "実施", "対応", "提供", "運営", "開講", "処理", "取扱い", "推進", "措置", "実行", "遂行", "活動"}

// actMeant says whether an act that a noun phrase ends in is what a text promises of the same thing by other words: 「相談への丁寧な対応」
// where it says 相談に応じる, 「懇談会の開催」 where it says 懇談会を催す. The object stands in the text, and the act is light or a word of its
// meaning stands there.
func (v *view) actMeant(s *sentence, m lang.Span, set []uint64, text []rune) bool {
	start := s.actStart(m)
	if start <= m.Start {
		return false
	}
	end := start
	for end > m.Start && isHira(s.r[end-1]) { // の, への, に関する
		end--
	}
	if share, any := v.knownIn(s.r[m.Start:end], set, text); !any || share < 0.6 {
		return false
	}
	act := s.r[start:m.End]
	if slices.Contains(lightActsJa, string(act)) {
		return true
	}
	there := kinOf(text)
	return slices.ContainsFunc(kinOf(act), func(k string) bool { return slices.Contains(there, k) })
}

// actStart is where the noun of acting begins in which a stretch ends, -1 if it ends in none.
func (s *sentence) actStart(m lang.Span) int {
	at := -1
	for _, h := range s.hits {
		if h.cue == "act-noun" && h.end == m.End && h.start >= m.Start && (at < 0 || h.start < at) {
			at = h.start
		}
	}
	return at
}
