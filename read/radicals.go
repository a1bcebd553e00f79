package read

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// radicals maps characters of the CJK radicals blocks to the ideographs that Japanese text means by them, where Unicode's own
// compatibility mapping has none or gives the old form (UCD EquivalentUnifiedIdeograph.txt, Japanese forms).
var radicals = func() map[rune]rune {
	m := map[rune]rune{}
	from, to := []rune("⺠⻑⻄⻘⻝⻤⻨⻩⻫⻭⻯⻲⻁⻣⻥⻦⻆⻌⻎⼾⿊⿈⿆⿑⿒⿔⾭"), []rune("民長西青食鬼麦黄斉歯竜亀虎骨魚鳥角辶辶戸黒黄麦斉歯亀青")
	for i, r := range from {
		m[r] = to[i]
	}
	return m
}()

// meant gives the text that is meant where a tool wrote characters of the same shape: radicals for ideographs, Chromium's
// hyphenation point for ・. Nothing else is normalised: the edition keeps what is printed.
func meant(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x2E80 && r <= 0x2FDF || r == '\u2027' }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u2027':
			return '・'
		case r < 0x2E80 || r > 0x2FDF:
			return r
		case radicals[r] != 0:
			return radicals[r]
		}
		if d := []rune(norm.NFKC.String(string(r))); len(d) == 1 {
			return d[0]
		}
		return r
	}, s)
}
