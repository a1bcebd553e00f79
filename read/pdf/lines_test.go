package pdf

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// set places characters one after the other from x on: wide ones take their size, others half of it, and gap parts them.
// A | in the text stands for the gap of a blank that is not drawn.
func set(s string, x, y, size, gap float64) []Char {
	var out []Char
	for _, r := range s {
		w := size / 2
		if Wide(r) {
			w = size
		}
		if r == '|' {
			x += w + gap
			continue
		}
		out = append(out, Char{Rune: r, X: x, Y: y, W: w, Size: size})
		x += w + gap
	}
	return out
}

func texts(lines []Line) string {
	var all []string
	for _, l := range lines {
		t := l.Text
		if l.Ruby {
			t = "ruby " + t
		}
		all = append(all, t)
	}
	return strings.Join(all, " / ")
}

func TestMakeLines(t *testing.T) {
	join := func(parts ...[]Char) (all []Char) {
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	for name, c := range map[string]struct {
		chars []Char
		want  string
	}{
		"a blank that is not drawn parts words":        {set("plan|for|ships", 0, 10, 8, 0), "plan for ships"},
		"a drawn blank stays, once":                    {set("plan  for ships ", 0, 10, 8, 0), "plan for ships"},
		"none between Japanese, however stretched":     {set("灯台を守る", 0, 10, 8, 5), "灯台を守る"},
		"a drawn full-width blank stays":               {set("計画　実績", 0, 10, 8, 0), "計画　実績"},
		"the gap between Japanese and Latin is none":   {append(set("平成", 0, 10, 8, 0), set("30年", 18, 10, 8, 0)...), "平成30年"},
		"a stretched line keeps its words whole":       {join(set("Secure", 0, 10, 8, 1), set("by", 34, 10, 8, 1), set("Design", 48, 10, 8, 1)), "Secure by Design"},
		"two lines by baseline, whatever their order":  {join(set("下", 0, 30, 8, 0), set("上", 0, 10, 8, 0)), "上 / 下"},
		"ruby is a line of its own, and known as such": {join(set("ほきょう", 0, 2, 4, 0), set("補強工事", 0, 10, 8, 0)), "ruby ほきょう / 補強工事"},
		"ruby over high type stands farther up":        {join(set("ほきょう", 0, 2, 5, 0), set("補強工事", 0, 14, 9, 0)), "ruby ほきょう / 補強工事"},
		"small print as far up is none":                {join(set("単位千円", 0, 2, 5, 0), set("補強工事", 0, 14, 9, 0)), "単位千円 / 補強工事"},
		"a raised figure goes into its line":           {join(set("面積m", 0, 10, 8, 0), set("2", 20, 7, 4, 0)), "面積m2"},
		"a raised note as browsers set it, too":        {join(set("三", 0, 10, 9, 0), set("注", 9, 7, 7.5, 0), set("回測る", 17, 10, 9, 0)), "三注回測る"},
		"small text under a line is no ruby":           {join(set("合計", 0, 10, 8, 0), set("注 千円", 0, 22, 4, 0)), "合計 / 注 千円"},
		"parts of a ligature stand at one place":       {[]Char{{Rune: 'e', X: 0, W: 4, Size: 8}, {Rune: 'f', X: 4, W: 6, Size: 8}, {Rune: 'f', X: 4, W: 6, Size: 8}, {Rune: 'i', X: 4, W: 6, Size: 8}, {Rune: 'x', X: 10, W: 4, Size: 8}}, "effix"},
		"blanks alone are no line":                     {set("   ", 0, 10, 8, 0), ""},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, texts(makeLines(c.chars, 0)))
		})
	}
}

// Heads of two columns on one baseline are two lines where the page is read outside tables.
func TestWideGapParts(t *testing.T) {
	row := append(set("別添1", 0, 10, 8, 0), set("12", 300, 10, 8, 0)...)
	assert.Equal(t, "別添1 / 12", texts(makeLines(row, 4)))
	assert.Equal(t, "別添1 12", texts(makeLines(row, 0)))
}

// Some programs keep a Latin word with the comma before it.
func TestFirstUnitWithAWord(t *testing.T) {
	for text, want := range map[string]float64{"て、834回を": 28, "た、ISO 規格": 28, "た、規格": 16, "計画を": 8} {
		_, long := firstUnit(set(text, 0, 10, 8, 0))
		assert.Equal(t, want, long, text)
	}
}

// What cannot be parted from a line's first character decides whether it would have fitted on the line before.
func TestFirstUnit(t *testing.T) {
	for text, want := range map[string]float64{
		"計画を":        8,
		"「計画」を":      16,
		"た。次に":       8, // the full stop may hang
		"ョンを":        8,
		"ISMAP)を":    24,
		"Forum of":   20,
		"5G・6Gの":     16,
		"3,540人が":    20,
		"":           0,
		"（再掲）":       16,
		"2024年度年次計画": 16,
	} {
		if row := set(text, 0, 10, 8, 0); len(row) > 0 {
			width, _ := firstUnit(row)
			assert.Equal(t, want, width, text)
		}
	}
}

func TestGlyph(t *testing.T) {
	for from, to := range map[rune]rune{
		'⼈': '人', '⾏': '行', '⺠': '民', '⼾': '戸', '\u2027': '・', '\u00A0': ' ', '\u2011': '-', '︵': '(',
		'Ａ': 'Ａ', '①': '①', '㈱': '㈱', '～': '～', '・': '・', 'ﬁ': 'ﬁ', // shape and meaning are theirs
	} {
		assert.Equal(t, string(to), string(glyph(from)), "%U", from)
	}
}

func TestLeadingNumber(t *testing.T) {
	assert.Equal(t, 1, leadingNumber(set("1|海を守る", 0, 10, 8, 0), 8))
	assert.Equal(t, 0, leadingNumber(set("1海を守る", 0, 10, 8, 0), 8))
	assert.Equal(t, 0, leadingNumber(set("海を守る", 0, 10, 8, 0), 8))
}
