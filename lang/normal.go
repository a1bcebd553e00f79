package lang

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Text is a normal form with the way back: From[i] is the rune offset in the original of the i-th rune of Value, and
// From has one more entry, the original's length.
type Text struct {
	Value string
	From  []int
}

// Span gives the original span of a span of the normal form.
func (t Text) Span(s Span) Span {
	if s.End <= s.Start {
		return Span{t.From[s.Start], t.From[s.Start]}
	}
	end := t.From[s.End]
	if last := t.From[s.End-1]; end <= last {
		end = last + 1
	}
	return Span{t.From[s.Start], end}
}

// Normal is the form in which texts are compared: full-width ASCII and half-width kana in their ordinary widths, one kind
// of dash, wave dash, quotation mark and bracket, combining marks composed (NFC), white space runs one blank and none
// between Japanese characters, numbers in ASCII digits without thousands commas (百二十人 → 120人, ８万 → 80000). It is not
// NFKC: ①, ㎡ and the like stay what they are, since they mean something else than 1 and m2.
func (l *Language) Normal(s string) Text {
	src := newSource(s)
	var b strings.Builder
	b.Grow(len(s))
	from := make([]int, 0, len(src.r)+1)
	put := func(text string, at int) {
		for range text {
			from = append(from, at)
		}
		b.WriteString(text)
	}
	r := src.n
	for i := 0; i < len(r); {
		c := r[i]
		switch {
		case isSpace(c):
			j := i
			for j < len(r) && isSpace(r[j]) {
				j++
			}
			if !(i == 0 || j == len(r) || wide(r[i-1]) || wide(r[j])) {
				put(" ", i)
			}
			i = j
		case (isDigit(c) || isKanji(c) && numeral(c)) && (i == 0 || !isDigit(r[i-1])):
			n, ok := scanNumber(r, i)
			if !ok || n.kanji && (l.Code == "en" || kanjiWord(r, i) || !kanjiNumber(r, i, n.end)) || isDigit(c) && n.value == 0 || n.value > 1e15 {
				j := i + 1
				for isDigit(c) && j < len(r) && isDigit(r[j]) {
					j++
				}
				for ; i < j; i++ {
					put(string(r[i]), i)
				}
				continue
			}
			put(numberText(r, i, n), i)
			i = n.end
		case c < 0x80:
			b.WriteByte(byte(c))
			from = append(from, i)
			i++
		default:
			j := i + 1
			for j < len(r) && combines(src.r[j]) {
				j++
			}
			if j == i+1 && !(src.r[i] >= 0xFF61 && src.r[i] <= 0xFF9F) && c < 0xF900 {
				b.WriteRune(c)
				from = append(from, i)
			} else {
				put(normalKana(string(r[i:j])), i)
			}
			i = j
		}
	}
	return Text{b.String(), append(from, len(src.r))}
}

// combines says whether a rune joins the one before it.
func combines(c rune) bool {
	return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F || c >= 0x300 && c <= 0x36F
}

// wide says whether no blank is written beside the rune.
func wide(c rune) bool {
	return isKanji(c) || isHiragana(c) || isKatakana(c) || c >= 0x3000 && c <= 0x303F || c == '、' || c == '〜'
}

// normalKana gives half-width katakana their full width and composes combining marks.
func normalKana(s string) string {
	plain := true
	for _, c := range s { // kana and kanji, most of what is asked
		plain = plain && c >= 0x3041 && c <= 0x9FFF && c != 0x3099 && c != 0x309A
	}
	if plain {
		return s
	}
	if norm.NFC.IsNormalString(s) && !strings.ContainsFunc(s, func(c rune) bool { return c >= 0xFF61 && c <= 0xFF9F }) {
		return s
	}
	s = strings.Map(func(c rune) rune {
		if c >= 0xFF61 && c <= 0xFF9F {
			return []rune(norm.NFKC.String(string(c)))[0] // the voiced marks become combining ones
		}
		return c
	}, s)
	return norm.NFC.String(s)
}

// numberText writes the number n that stands at i: its own digits without commas, or its value where it has kanji numerals.
func numberText(r []rune, i int, n number) string {
	var b strings.Builder
	for _, c := range r[i:n.end] {
		switch {
		case isDigit(c) || c == '.':
			b.WriteRune(c)
		case c != ',':
			return formatNumber(n.value)
		}
	}
	return b.String()
}

// formatNumber writes a number without thousands commas: 1240, 3.5.
func formatNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
