package lang

import "unicode"

func isHiragana(c rune) bool { return c >= 0x3041 && c <= 0x309F }

// isKatakana includes the long mark, the middle of compounds, and the half-width forms.
func isKatakana(c rune) bool {
	return c >= 0x30A1 && c <= 0x30FA || c >= 0x30FC && c <= 0x30FF || c >= 0xFF66 && c <= 0xFF9F || c >= 0x31F0 && c <= 0x31FF
}

func isKanji(c rune) bool {
	return c >= 0x4E00 && c <= 0x9FFF || c == '々' || c == '〆' || c == '〇' || c >= 0x3400 && c <= 0x4DBF || c >= 0xF900 && c <= 0xFAFF || c >= 0x20000 && c <= 0x3FFFF
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// isLatin takes letters of any alphabet that is written with blanks between its words.
func isLatin(c rune) bool {
	if c < 0x80 {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	if c >= 0x4E00 && c <= 0x9FFF || c >= 0x3041 && c <= 0x309F {
		return false // kanji and hiragana, without the tables
	}
	return unicode.IsLetter(c) && !isKanji(c) && !isHiragana(c) && !isKatakana(c) || unicode.Is(unicode.Mn, c) && c != 0x3099 && c != 0x309A
}

// isSpace is unicode.IsSpace without its tables: it is asked of every rune.
func isSpace(c rune) bool {
	if c < 0x2000 {
		return c == ' ' || c >= '\t' && c <= '\r' || c == 0x85 || c == 0xA0 || c == 0x1680
	}
	return c == 0x3000 || c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
}

func isUpper(c rune) bool { return c >= 'A' && c <= 'Z' || c >= 0x80 && unicode.IsUpper(c) }

// fold evens out the forms of one character, rune for rune: full-width ASCII, dashes, wave dashes, quotation marks,
// brackets of the same kind, odd blanks. It never changes the number of runes, so offsets stay what they are;
// half-width katakana and combining marks, which need more, are Normal's business.
func fold(c rune) rune {
	switch {
	case c < 0x80:
		if c == '~' {
			return '〜'
		}
		return c
	case c >= 0xFF01 && c <= 0xFF5E:
		return fold(c - 0xFEE0)
	case c == 0x3000 || c == 0x00A0 || c >= 0x2000 && c <= 0x200A || c == 0x202F:
		return ' '
	case c >= 0x2010 && c <= 0x2015 || c == 0x2212 || c == 0x2500 || c == 0xFE63:
		return '-'
	case c == 0x223C || c == 0x301C:
		return '〜'
	case c == 0x2018 || c == 0x2019 || c == 0x02BC:
		return '\''
	case c == 0x201C || c == 0x201D:
		return '"'
	case c == '〈' || c == '‹' || c == '《':
		return '<'
	case c == '〉' || c == '›' || c == '》':
		return '>'
	case c == '【' || c == '〔':
		return '['
	case c == '】' || c == '〕':
		return ']'
	case c == '､':
		return '、'
	case c == '｡':
		return '。'
	case c == '･':
		return '・'
	case c == '｢':
		return '「'
	case c == '｣':
		return '」'
	}
	return c
}

// closes gives the closing bracket of an opening one, 0 for any other rune. Runes are folded.
func closes(c rune) rune {
	switch c {
	case '「':
		return '」'
	case '『':
		return '』'
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	case '<':
		return '>'
	}
	return 0
}

func isCloser(c rune) bool {
	switch c {
	case '」', '』', ')', ']', '}', '>', '"', '\'':
		return true
	}
	return false
}

// depths marks every rune that stands inside a pair of brackets. Brackets that never close, or close what nothing opened,
// enclose nothing: one lost bracket must not swallow the rest of a passage.
func depths(r []rune) []bool {
	var open []int
	var inside []bool
	for i, c := range r {
		if closes(c) != 0 {
			open = append(open, i)
			continue
		}
		for k := len(open) - 1; k >= 0; k-- {
			if closes(r[open[k]]) != c {
				continue
			}
			if inside == nil {
				inside = make([]bool, len(r))
			}
			for j := open[k] + 1; j < i; j++ {
				inside[j] = true
			}
			open = open[:k]
			break
		}
	}
	return inside
}
