package read

import "unicode/utf8"

// word is a stretch of a layout line without blanks: from is its place on the line in characters, gap how many blanks stand before it.
type word struct {
	text      string
	from, gap int
	opens     bool // a bullet or a bracket of a block begins it, which in running text stand behind no blank
	spread    bool // it goes on in a line that is letter-spaced to fill its column
}

// wideBlank is how many blanks part two columns for certain; where there is one, it may stand in a cell.
const wideBlank = 2

// words cuts a line at its blanks. double: a full-width character takes two places, as some tools count.
func (l textLine) words(double bool, p *Profile) []word {
	var out []word
	x, gap := l.indent, wideBlank
	for _, r := range l.text {
		step := 1
		if double && wide(r) {
			step = 2
		}
		if r == ' ' || r == '\t' || r == '　' {
			gap += step
		} else {
			if gap > 0 || len(out) == 0 {
				out = append(out, word{from: x, gap: gap})
			}
			out[len(out)-1].text += string(r)
			gap = 0
		}
		x += step
	}
	for i := range out {
		mark, _ := p.Mark(out[i].text)
		_, _, block := p.Block(out[i].text)
		out[i].opens = block || mark != "" && bullet(mark) || openHead(out[i].text) || p.startsMarker(out[i].text)
	}
	markSpread(out)
	return out
}

// markSpread finds letter-spaced stretches: three words or more of one character with like blanks between, or four or more of up to
// three characters with one blank.
func markSpread(ws []word) {
	for i := 0; i < len(ws); {
		j := i + 1
		for j < len(ws) && short(ws[i], 1) && short(ws[j], 1) && max(ws[j].gap-ws[i+1].gap, ws[i+1].gap-ws[j].gap) <= 2 {
			j++
		}
		if j-i < 3 {
			for j = i + 1; j < len(ws) && short(ws[i], 3) && short(ws[j], 3) && ws[j].gap == 1 && !ws[j].opens; j++ {
			}
			if j-i < 4 {
				i++
				continue
			}
		}
		for k := i + 1; k < j; k++ {
			ws[k].spread = true
		}
		i = j
	}
}

func short(w word, n int) bool { return utf8.RuneCountInString(w.text) <= n }

// parted says whether a and the word b after it can hardly be of one cell: many blanks, or one between Japanese characters, stand
// between them.
func parted(a, b word) bool {
	return !b.spread && (b.gap >= wideBlank || b.opens || between(a, b) == 0)
}

// ends gives the last character of a and the first of b.
func ends(a, b word) [2]rune {
	last, _ := utf8.DecodeLastRuneInString(a.text)
	first, _ := utf8.DecodeRuneInString(b.text)
	return [2]rune{last, first}
}

// between is how wide the blank between two words of a cell is, in full-width characters.
func between(a, b word) float64 {
	if e := ends(a, b); wide(e[0]) && wide(e[1]) {
		return 0
	}
	return 0.25
}

// stretches joins the words that are surely of one cell.
func stretches(ws []word) []word {
	var out []word
	for i, w := range ws {
		if n := len(out); i > 0 && !parted(ws[i-1], w) {
			out[n-1].text += " " + w.text
			continue
		}
		out = append(out, w)
	}
	return out
}
