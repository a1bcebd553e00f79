package schema

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// Series names a way of counting with labels.
type Series string

// The series that plan documents count with.
const (
	Gojuon   Series = "gojuon"   // ア イ ウ … ン アア アイ …
	Hiragana Series = "hiragana" // あ い う …
	Iroha    Series = "iroha"    // イ ロ ハ …
	Arabic   Series = "arabic"   // 1 2 3 …, also full-width
	Kanji    Series = "kanji"    // 一 二 三 …
	Lower    Series = "lower"    // a b … z aa ab …
	Upper    Series = "upper"    // A B …
	Roman    Series = "roman"    // i ii iii …, also I II III and ⅰ ⅱ
	Circled  Series = "circled"  // ① ② …
)

// Ordinal is the place of a label in a series, counted from 1. Prefix is what stands before the part that counts: 1.2. in
// 1.2.3; labels count together only under one prefix.
type Ordinal struct {
	Series Series
	Prefix string
	N      int
}

const (
	gojuonOrder   = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
	hiraganaOrder = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
	irohaOrder    = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
	circledOrder  = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
	kanjiDigits   = "一二三四五六七八九"
	romanSmall    = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"
	romanLarge    = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
)

// Ordinals reads a label, with or without brackets, and gives its place in every series that has it, likeliest first: イ is
// the second of アイウ and the first of イロハ. A label of no series gives none.
func Ordinals(label string) []Ordinal {
	label = strings.Trim(width.Narrow.String(strings.TrimSpace(label)), "()[]（）〔〕.．")
	label = width.Widen.String(label)       // one form for half-width kana …
	label = strings.Map(narrowASCII, label) // … and one for digits and letters
	prefix, last := "", label
	if i := strings.LastIndexAny(label, ".-"); i >= 0 {
		prefix, last = label[:i+1], label[i+1:]
	}
	var out []Ordinal
	add := func(s Series, n int) {
		if n > 0 {
			out = append(out, Ordinal{s, prefix, n})
		}
	}
	if n, err := strconv.Atoi(last); err == nil && last[0] != '+' {
		add(Arabic, n)
	}
	add(Gojuon, inOrder(last, gojuonOrder))
	add(Hiragana, inOrder(last, hiraganaOrder))
	add(Circled, oneOf(last, circledOrder))
	add(Kanji, kanjiNumber(last))
	add(Lower, inOrder(last, "abcdefghijklmnopqrstuvwxyz"))
	add(Upper, inOrder(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	add(Roman, romanNumber(last))
	add(Iroha, oneOf(last, irohaOrder))
	return out
}

func narrowASCII(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// inOrder counts in an alphabet that goes on with two letters after its end: z aa ab … or ン アア アイ …. 0: not in it.
func inOrder(s, order string) int {
	letters := []rune(order)
	rs := []rune(s)
	if len(rs) == 0 || len(rs) > 2 {
		return 0
	}
	n := 0
	for _, r := range rs {
		i := slices.Index(letters, r)
		if i < 0 {
			return 0
		}
		n = n*len(letters) + i + 1
	}
	return n
}

func oneOf(s, order string) int {
	rs := []rune(s)
	if len(rs) != 1 {
		return 0
	}
	return slices.Index([]rune(order), rs[0]) + 1
}

// kanjiNumber reads 一 to 九十九; 0 for anything else.
func kanjiNumber(s string) int {
	tens, ones, found := strings.Cut(s, "十")
	if !found {
		return oneOf(s, kanjiDigits)
	}
	t, o := 1, 0
	if tens != "" {
		if t = oneOf(tens, kanjiDigits); t == 0 {
			return 0
		}
	}
	if ones != "" {
		if o = oneOf(ones, kanjiDigits); o == 0 {
			return 0
		}
	}
	return 10*t + o
}

// romanNumber reads i to xxxix in letters of one case or as one character; 0 for anything else.
func romanNumber(s string) int {
	if n := oneOf(s, romanSmall) + oneOf(s, romanLarge); n > 0 {
		return n
	}
	if low := strings.ToLower(s); s != low && s != strings.ToUpper(s) {
		return 0
	} else {
		s = low
	}
	for n := 1; n < 40; n++ {
		if s == strings.Repeat("x", n/10)+[]string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}[n%10] {
			return n
		}
	}
	return 0
}

// FirstLabel reports whether a label is the first of some series: where one stands, labels have restarted. イ is not, as it
// comes second in the commoner series.
func FirstLabel(label string) bool {
	os := Ordinals(label)
	return len(os) > 0 && os[0].N == 1
}

// Follows says how many labels next is after prev in a series that both are of: 1 for the very next, 0 for the same, less
// for one before. known is false where no series has both. ヲ may be left out, as printers do.
func Follows(prev, next string) (steps int, known bool) {
	best := 0
	for _, a := range Ordinals(prev) {
		for _, b := range Ordinals(next) {
			if a.Series != b.Series || a.Prefix != b.Prefix {
				continue
			}
			d := b.N - a.N
			if d == 2 && (a.Series == Gojuon || a.Series == Hiragana) && b.N == 46 {
				d = 1
			}
			if !known || d == 1 || best != 1 && known && abs(d) < abs(best) {
				best, known = d, true
			}
		}
	}
	return best, known
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// SeriesOf tells which series a run of labels counts in: the one that has most of them, and most of them next to each other,
// in whatever order they stand (イアウ is アイウ out of order, not イロハ). ok is false where no series has more than half of
// the labels.
func SeriesOf(labels []string) (s Series, ok bool) {
	type count struct {
		has, steps int
		at         map[Ordinal]bool
	}
	counts := map[Series]*count{}
	var order []Series
	for _, l := range labels {
		for _, o := range Ordinals(l) {
			c := counts[o.Series]
			if c == nil {
				c = &count{at: map[Ordinal]bool{}}
				counts[o.Series] = c
				order = append(order, o.Series)
			}
			c.has++
			c.at[o] = true
		}
	}
	for _, c := range counts {
		for o := range c.at {
			if o.N--; o.N == 0 || c.at[o] {
				c.steps++
			}
		}
	}
	for _, c := range order {
		if !ok || counts[c].has+counts[c].steps > counts[s].has+counts[s].steps {
			s, ok = c, true
		}
	}
	return s, ok && 2*counts[s].has > len(labels)
}
