package lang

import (
	"unicode"
	"unicode/utf8"
)

// Span is a stretch of text: rune offsets, half-open.
type Span struct{ Start, End int }

// Class says what a token is.
type Class uint8

// Classes. Number and those after it carry content.
const (
	Space     Class = iota
	Mark            // punctuation and brackets
	Function        // particle, auxiliary, conjunction, article, formal noun
	Number          // a number, or a year with its 年度
	Kanji           // a word in kanji
	Katakana        // a word in katakana
	Latin           // a word in Latin letters
	Hiragana        // a word in hiragana that is no function word
	Inflected       // kanji with okurigana; Norm is the stem: 行った, 行う → 行
)

// Token is one word, number or mark. The tokens of a text tile it: every rune is in exactly one.
type Token struct {
	Text       string // as it stands
	Norm       string // for comparing: width, case, inflection and numerals evened out
	Start, End int    // rune offsets
	Class      Class
}

// Content says whether the token carries meaning of its own.
func (t Token) Content() bool { return t.Class >= Number }

// Language is the knowledge of one language. It is immutable and may be used by any number of goroutines.
type Language struct {
	Code string // ja or en

	sentences  func(*source) []Span
	tokens     func(*source) []Token
	phrases    func([]Token) []Span
	quantities func(*source) []Quantity
	dates      func(*source) []Date
	filler     func(*source, []Token) []bool // tokens that do not count for Same
}

var (
	japanese = Language{Code: "ja", sentences: sentencesJa, tokens: tokensJa, phrases: phrasesJa, quantities: quantitiesJa, dates: datesJa, filler: fillerJa}
	english  = Language{Code: "en", sentences: sentencesEn, tokens: tokensEn, phrases: phrasesEn, quantities: quantitiesEn, dates: datesEn, filler: fillerEn}
)

// Of returns the language with this code. Anything but "en" (and "en-GB" …) is Japanese, the language the tool was built for.
func Of(code string) *Language {
	if len(code) >= 2 && (code[:2] == "en" || code[:2] == "EN") {
		return &english
	}
	return &japanese
}

// Detect tells the language of a text by its script: "ja" as soon as one letter in twenty is kana or kanji, else "en".
// A text without letters is "ja".
func Detect(text string) string {
	east, west := 0, 0
	for _, c := range text {
		switch {
		case isHiragana(c) || isKatakana(c) || isKanji(c):
			east++
		case unicode.IsLetter(c):
			west++
		}
	}
	if west > 0 && east*20 < west {
		return "en"
	}
	return "ja"
}

// Sentences cuts a passage into sentences, without the white space between them: every other rune is in exactly one.
// Japanese sentences end at 。！？ outside brackets; English ones at . ! ? before a blank and a capital, abbreviations,
// decimals and initials excepted.
func (l *Language) Sentences(s string) []Span { return l.sentences(newSource(s)) }

// Tokens cuts a text into words, numbers, marks and white space; joined they are the text.
func (l *Language) Tokens(s string) []Token { return l.tokens(newSource(s)) }

// Phrases cuts a text into the units in which changes are shown: bunsetsu in Japanese, a content word with the function
// words before it in English. Spans tile the text.
func (l *Language) Phrases(s string) []Span { return l.phrases(l.Tokens(s)) }

// Group is Phrases for a text that has been cut into tokens already.
func (l *Language) Group(tokens []Token) []Span { return l.phrases(tokens) }

// Quantities returns the numbers with a unit that a text names, in order: counts, shares, money, durations, frequencies.
// Ordinals (第3回), section numbers, list marks, dates and parts of names (5G, ISO 27001) are none.
func (l *Language) Quantities(s string) []Quantity { return l.quantities(newSource(s)) }

// Dates returns the dates and fiscal years that a text names, in order.
func (l *Language) Dates(s string) []Date { return l.dates(newSource(s)) }

// Named returns what Quantities, Dates and Ministries return of a text, which is looked at once.
func (l *Language) Named(s string) ([]Quantity, []Date, []Mention) {
	src := newSource(s)
	return l.quantities(src), l.dates(src), l.ministriesIn(src)
}

// source is a text with what every function here needs of it.
type source struct {
	s string
	r []rune  // invalid bytes are U+FFFD, one rune each
	n []rune  // the runes folded: width, dashes, case kept; same length as r
	b []int32 // byte offset of each rune, and of the end
}

func newSource(s string) *source {
	n := 0
	for k := range len(s) { // bytes that begin a rune
		if s[k]&0xC0 != 0x80 {
			n++
		}
	}
	if src := sourceOf(s, n); src != nil {
		return src
	}
	return sourceOf(s, utf8.RuneCountInString(s))
}

// sourceOf is the source of a text of n runes; nil if it has more, as where bytes are invalid.
func sourceOf(s string, n int) *source {
	runes := make([]rune, 2*n)
	src := &source{s: s, r: runes[:n:n], n: runes[n:], b: make([]int32, n+1)}
	k := 0
	for i, c := range s {
		if k == n {
			return nil
		}
		src.r[k], src.b[k] = c, int32(i)
		if c < 0x3041 || c > 0x9FFF { // most runes of Japanese stay as they are
			c = fold(c)
		}
		src.n[k] = c
		k++
	}
	src.b[n] = int32(len(s))
	return src
}

// text returns the runes from start to end, without copying them.
func (src *source) text(start, end int) string { return src.s[src.b[start]:src.b[end]] }

func hasAt(r []rune, i int, word string) bool {
	if i < 0 {
		return false
	}
	for k := 0; k < len(word); i++ {
		c, n := rune(word[k]), 1
		if c >= 0x80 {
			if i < len(r) && c>>4 == 0xE && c&0xF != r[i]>>12 {
				return false // by the first of three bytes; asked of every rune, so worth it
			}
			c, n = utf8.DecodeRuneInString(word[k:])
		}
		if i >= len(r) || r[i] != c {
			return false
		}
		k += n
	}
	return true
}

func runeLen(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}
