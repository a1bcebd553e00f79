package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// radicals maps characters of the CJK radicals blocks to the ideographs that Japanese text means by them, where Unicode's own
// compatibility mapping has none or gives the old form. Source: EquivalentUnifiedIdeograph.txt of the Unicode Character Database,
// Japanese forms.
var radicals = map[rune]rune{
	'⺠': '民', '⺩': '王', '⺬': '示', '⺼': '肉', '⻁': '虎', '⻄': '西', '⻆': '角', '⻌': '辶', '⻎': '辶', '⻑': '長', '⻘': '青', '⻝': '食',
	'⻣': '骨', '⻤': '鬼', '⻥': '魚', '⻦': '鳥', '⻨': '麦', '⻩': '黄', '⻫': '斉', '⻭': '歯', '⻯': '竜', '⻲': '亀',
	'⼾': '戸', '⾭': '青', '⿆': '麦', '⿈': '黄', '⿊': '黒', '⿑': '斉', '⿒': '歯', '⿔': '亀',
}

// Meant gives the character that is meant by one of the same shape: ideographs for radicals, 「・」 for the hyphenation point that
// Chromium writes. Nothing else is normalised: full-width letters, ① and ㈱ stay what they are.
func Meant(r rune) rune {
	if r == '\u2027' {
		return '・'
	}
	if r < 0x2E80 || r > 0x2FDF {
		return r
	}
	if whole, ok := radicals[r]; ok {
		return whole
	}
	if d := []rune(norm.NFKC.String(string(r))); len(d) == 1 {
		return d[0]
	}
	return r
}

// glyph gives the character that is meant by one that a PDF says is drawn. Fonts often map a glyph back to a rarer character with
// the same shape.
func glyph(r rune) rune {
	switch {
	case r >= 0xFE30 && r <= 0xFE48: // vertical forms of punctuation
		if d := []rune(norm.NFKC.String(string(r))); len(d) == 1 {
			return d[0]
		}
	case r == '\u00A0', r >= 0x2002 && r <= 0x200A, r == '\u202F':
		return ' '
	case r == '\u00AD', r == '\u2010', r == '\u2011': // hyphens that are drawn
		return '-'
	}
	return Meant(r)
}

// ignored says whether r draws nothing and means nothing: joiners, direction and byte-order marks.
func ignored(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF
}

// Wide says whether r is set on a full square: kana, ideographs and their punctuation. Between wide characters a line may
// break anywhere, and no blank is written.
func Wide(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F || r >= 0xFF01 && r <= 0xFF60 ||
		r >= 0x20000 && r <= 0x3FFFF || r >= 0x2460 && r <= 0x24FF || r >= 0x3200 && r <= 0x33FF || r >= 0xFF61 && r <= 0xFFDC
}

// Characters that may not open a line and may not end one (JIS X 4051, the common subset that word processors follow).
const (
	notFirst = "、。，．,.・：；:;？！?!ー―゛゜ヽヾゝゞ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ）)〕］]｝}〉》」』】〙〗〟’”»%％‰℃°′″…‥～〜"
	notLast  = "（([［｛{〔〈《「『【〘〖〝‘“«"
)

func opens(r rune) bool   { return strings.ContainsRune(notLast, r) }
func follows(r rune) bool { return strings.ContainsRune(notFirst, r) }

// hangs says whether r may be set beyond the end of the line.
func hangs(r rune) bool { return strings.ContainsRune("、。，．,.", r) }

func blank(r rune) bool { return r == ' ' || r == '\u3000' || unicode.IsSpace(r) }
