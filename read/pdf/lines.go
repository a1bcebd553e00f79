package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Line is one line of text.
type Line struct {
	Text   string
	Number int     // characters of a number at its start that a gap parts from the rest, 0 for none: the 1 of 「1 地域の…」
	X0, X1 float64 // from its first to the end of its last character that is no blank
	Y      float64 // baseline
	Size   float64 // of most of its characters
	First  float64 // width of what cannot be parted from its first character
	Long   float64 // the same for programs that keep a Latin word with the comma before it: た、ISO
	Hang   float64 // width of a full stop or comma at its end, which may stand beyond the margin
	Ruby   bool    // small text above a line, that says how it is read
	Blank  bool    // a blank is drawn after its last character
	Turned bool    // runs in another direction than the page
}

// Parts of the size of a character.
const (
	sameLine  = 0.35 // baselines this near are one line
	rubySize  = 0.62 // ruby is at most this large beside its text
	smallSize = 0.88 // raised and lowered figures are at most this large: browsers set them at 0.83
)

// makeLines groups the characters of a cell, or of a page outside its tables, by baseline: top to bottom, each left to
// right. wideGap, in characters, is what parts two lines on one baseline; 0 for never.
func makeLines(chars []Char, wideGap float64) []Line {
	var rows [][]Char
	rest := slices.Clone(chars)
	sortBy(rest, func(a, b Char) int { return cmp.Compare(a.Y, b.Y) })
	for i := 0; i < len(rest); {
		j := i + 1
		for j < len(rest) && rest[j].Y-rest[j-1].Y <= sameLine*math.Min(rest[j].Size, rest[j-1].Size) && rest[j].Y-rest[i].Y <= 2*sameLine*rest[i].Size {
			j++
		}
		row := rest[i:j]
		sortBy(row, func(a, b Char) int { return cmp.Compare(a.X, b.X) })
		rows = append(rows, row)
		i = j
	}
	ruby := raise(&rows)
	var out []Line
	for i, row := range rows {
		for _, piece := range split(row, wideGap) {
			if l, ok := line(piece); ok {
				l.Ruby = ruby[i]
				out = append(out, l)
			}
		}
	}
	return out
}

// sortBy sorts characters; those at one place keep the order in which they were drawn. Most documents draw them in order.
func sortBy(chars []Char, compare func(a, b Char) int) {
	if !slices.IsSortedFunc(chars, compare) {
		slices.SortStableFunc(chars, compare)
	}
}

// raise finds the small lines: raised and lowered characters go into the line that they stand in; ruby, which lies over the
// characters of the line under it, is said to be such (the answer has an entry per row that is left).
func raise(rows *[][]Char) []bool {
	type place struct {
		x0, x1, y, size float64
	}
	at := make([]place, len(*rows))
	for i, row := range *rows {
		at[i] = place{row[0].X, 0, row[0].Y, sizeOf(row)}
		for _, c := range row {
			at[i].x1 = math.Max(at[i].x1, c.X+c.W)
		}
	}
	over := func(i, j int) float64 { // share of row i's characters that lie over one of row j's
		n := 0
		for _, c := range (*rows)[i] {
			for _, d := range (*rows)[j] {
				if mid := c.X + c.W/2; mid > d.X && mid < d.X+d.W {
					n++
					break
				}
			}
		}
		return float64(n) / float64(len((*rows)[i]))
	}
	into := make([]int, len(at))
	ruby := make([]bool, len(at))
	for i := range at {
		into[i] = -1
		for _, j := range []int{i + 1, i - 1} {
			if j < 0 || j >= len(at) || into[i] >= 0 || ruby[i] {
				continue
			}
			up := at[j].y - at[i].y // how far row i stands above row j
			switch {
			case at[i].size <= smallSize*at[j].size && math.Abs(up) <= 0.65*at[j].size && over(i, j) < 0.3:
				into[i] = j
			case at[i].size <= rubySize*at[j].size && up > 0.6*at[j].size && (up <= 1.25*at[j].size || up <= 1.6*at[j].size && kana((*rows)[i])) &&
				at[i].x0 >= at[j].x0-at[j].size && at[i].x1 <= at[j].x1+at[j].size && over(i, j) >= 0.3:
				ruby[i] = true
			}
		}
	}
	var kept [][]Char
	var keptRuby []bool
	home := make([]int, len(at))
	for i, row := range *rows {
		if into[i] < 0 {
			home[i] = len(kept)
			kept, keptRuby = append(kept, slices.Clone(row)), append(keptRuby, ruby[i])
		}
	}
	for i, row := range *rows {
		if j := into[i]; j >= 0 && into[j] < 0 {
			k := home[j]
			kept[k] = append(kept[k], row...)
			sortBy(kept[k], func(a, b Char) int { return cmp.Compare(a.X, b.X) })
		} else if j >= 0 { // small beside small: a line of its own
			kept, keptRuby = append(kept, row), append(keptRuby, false)
		}
	}
	*rows = kept
	return keptRuby
}

// kana says whether a row holds kana alone, as ruby does: over high type it stands as far up as small print over another line.
func kana(row []Char) bool {
	return !slices.ContainsFunc(row, func(c Char) bool { return !blank(c.Rune) && (c.Rune < 0x3041 || c.Rune > 0x30FF) })
}

// sizeOf is the size of most characters, by the room they take.
func sizeOf(row []Char) float64 {
	if !slices.ContainsFunc(row, func(c Char) bool { return c.Size != row[0].Size }) {
		return row[0].Size
	}
	type entry struct{ size, room float64 }
	var sizes []entry // seldom more than two
	for _, c := range row {
		if blank(c.Rune) {
			continue
		}
		size := math.Round(c.Size*4) / 4
		i := slices.IndexFunc(sizes, func(e entry) bool { return e.size == size })
		if i < 0 {
			i, sizes = len(sizes), append(sizes, entry{size: size})
		}
		sizes[i].room += c.W + 0.01
	}
	best := entry{size: row[0].Size}
	for _, e := range sizes {
		if e.room > best.room || e.room == best.room && e.size > best.size {
			best = e
		}
	}
	return best.size
}

// split cuts a row where a gap is wider than wideGap characters.
func split(row []Char, wideGap float64) [][]Char {
	if wideGap == 0 {
		return [][]Char{row}
	}
	var out [][]Char
	from, end := 0, row[0].X+row[0].W
	for i, c := range row {
		if i > from && c.X-end > wideGap*math.Max(c.Size, row[i-1].Size) {
			out = append(out, row[from:i])
			from = i
		}
		if !blank(c.Rune) || i == from {
			end = c.X + c.W
		}
	}
	return append(out, row[from:])
}

// line writes a row of characters as text. Blanks that are drawn stay; between Latin characters one is written where the gap is
// wide beside the others of the line, for justified lines are stretched everywhere alike.
func line(row []Char) (Line, bool) {
	whole := row
	row = trim(row)
	if len(row) == 0 {
		return Line{}, false
	}
	size := sizeOf(row)
	narrow, wide := usualGaps(row)
	var b strings.Builder
	for i, c := range row {
		if i > 0 {
			p := row[i-1]
			gap := c.X - (p.X + p.W)
			limit := narrow + 0.18*size
			if Wide(p.Rune) || Wide(c.Rune) {
				limit = wide + 0.8*size
			}
			if !blank(p.Rune) && !blank(c.Rune) && gap > limit {
				b.WriteByte(' ')
			}
			if c.Rune == ' ' && p.Rune == ' ' {
				continue
			}
		}
		b.WriteRune(c.Rune)
	}
	first, long := firstUnit(row)
	l := Line{Text: b.String(), X0: row[0].X, Y: row[0].Y, Size: size, First: first, Long: long, Blank: blank(whole[len(whole)-1].Rune), Number: leadingNumber(row, size)}
	for _, c := range row {
		l.X1 = math.Max(l.X1, c.X+c.W)
	}
	if slices.ContainsFunc(row, func(c Char) bool { return c.Y != l.Y }) {
		l.Y = baseline(row)
	}
	if last := row[len(row)-1]; hangs(last.Rune) {
		l.Hang = last.W
	}
	return l, true
}

// baseline is the height of most characters: raised ones stand higher.
func baseline(row []Char) float64 {
	best := row[0].Y
	on := map[float64]int{}
	for _, c := range row {
		if on[c.Y]++; on[c.Y] > on[best] {
			best = c.Y
		}
	}
	return best
}

// leadingNumber finds the number that opens a heading. Some programs draw no blank after it, so the gap has to tell; in running
// text the gap between figures and Japanese is at most a quarter.
func leadingNumber(row []Char, size float64) int {
	i := 0
	for i < len(row)-1 && row[i].Rune >= '0' && row[i].Rune <= '9' {
		i++
	}
	if i > 0 && row[i].X-row[i-1].X-row[i-1].W > 0.15*size {
		return i
	}
	return 0
}

func trim(row []Char) []Char {
	for len(row) > 0 && blank(row[0].Rune) {
		row = row[1:]
	}
	for len(row) > 0 && blank(row[len(row)-1].Rune) {
		row = row[:len(row)-1]
	}
	return row
}

// usualGaps are the middle ones of the gaps between Latin neighbours, and between others: 0 in a line set solid, more in a
// stretched one. Lines are stretched between Japanese characters and at blanks, seldom inside words.
func usualGaps(row []Char) (narrow, wide float64) {
	var gaps [2][]float64
	for i := 1; i < len(row); i++ {
		p, c := row[i-1], row[i]
		if blank(c.Rune) || blank(p.Rune) || c.X <= p.X {
			continue
		}
		k := 0
		if Wide(p.Rune) || Wide(c.Rune) {
			k = 1
		}
		gaps[k] = append(gaps[k], c.X-p.X-p.W)
	}
	middle := func(g []float64) float64 {
		if len(g) == 0 {
			return 0
		}
		slices.Sort(g)
		return math.Max(0, g[len(g)/2])
	}
	if len(gaps[0]) < 4 {
		gaps[0] = nil // too few to tell letters from blanks
	}
	return middle(gaps[0]), middle(gaps[1])
}

// firstUnit is the width of what stays together at the line's start: opening brackets, one character or one Latin word, and what
// may not open a line; long is what it is in programs that do not part a comma from the Latin word behind it.
func firstUnit(row []Char) (width, long float64) {
	i := 0
	for i < len(row)-1 && opens(row[i].Rune) {
		i++
	}
	if Wide(row[i].Rune) {
		i++
	} else {
		for i < len(row) && !Wide(row[i].Rune) && !blank(row[i].Rune) {
			i++
			if i < len(row) && row[i].X-row[i-1].X-row[i-1].W > 0.3*row[i].Size {
				break
			}
		}
	}
	for i < len(row) && follows(row[i].Rune) && !blank(row[i].Rune) {
		i++
	}
	last := row[max(i-1, 0)]
	width = last.X + last.W - row[0].X
	long = width
	if !hangs(last.Rune) || i < 2 {
		return width, long
	}
	for ; i < len(row) && !Wide(row[i].Rune) && !blank(row[i].Rune); i++ {
		long = row[i].X + row[i].W - row[0].X
	}
	return width - last.W, long // the comma could have hung
}

// turnedLines writes text that runs across the page's direction, as it was drawn: one line per run.
func turnedLines(chars []Char) []Line {
	var out []Line
	for i := 0; i < len(chars); {
		var b strings.Builder
		l := Line{X0: chars[i].X, X1: chars[i].X, Y: chars[i].Y, Size: chars[i].Size, Turned: true}
		j := i
		for ; j < len(chars) && (j == i || math.Hypot(chars[j].X-chars[j-1].X, chars[j].Y-chars[j-1].Y) < 2.5*chars[j].Size); j++ {
			b.WriteRune(chars[j].Rune)
			l.X0, l.X1 = math.Min(l.X0, chars[j].X), math.Max(l.X1, chars[j].X)
		}
		l.Text = strings.TrimSpace(b.String())
		if utf8.RuneCountInString(l.Text) > 0 {
			out = append(out, l)
		}
		i = j
	}
	return out
}
