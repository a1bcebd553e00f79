package read

import (
	"slices"
	"strings"
)

// columns is what the lines themselves tell of the table: how wide its two columns are, in full-width characters, and where
// layout text puts the right one.
type columns struct {
	left, right float64
	layout      bool
	rightAt     map[int]float64 // per page: characters before the right column; page -1: over all
}

// measure estimates the columns. The first line of a plan is nearly always full: it stands before the results' marker on one
// line, or under a label and its ministries. The line under a marker on its own, opened by a bullet, is the right column's.
func measure(lines []docLine, p *Profile) columns {
	var left, right, at, all []float64
	perPage := map[int][]float64{}
	spaced, body := 0, 0
	after := "" // what the line before was: label or marker
	for _, l := range lines {
		if l.role != roleBody {
			after = ""
			continue
		}
		body++
		if strings.Contains(l.text, "   ") || l.indent >= 10 {
			spaced++
		}
		text := l.text
		if _, rest, ok := p.Label(text); ok {
			text, after = rest, "label"
		}
		for _, m := range p.markersIn(text) {
			x := float64(l.indent + len([]rune(l.text)) - len([]rune(text[m[0]:])))
			at = append(at, x)
			perPage[l.page] = append(perPage[l.page], x)
		}
		if m := p.results.FindStringIndex(text); m != nil {
			if m[0] > 0 {
				if _, rest := leadingMinistries(p, text[:m[0]]); rest != "" {
					left = append(left, fullWidth(rest))
				}
			}
			after = "marker"
			continue
		}
		_, rest := leadingMinistries(p, text)
		if rest == "" {
			continue // ministries under a label
		}
		mark, _ := p.Mark(rest)
		if !strings.HasSuffix(rest, "。") && !strings.Contains(rest, "   ") {
			all = append(all, fullWidth(rest))
		}
		switch {
		case strings.Contains(rest, "   "):
		case after == "label" && !strings.HasSuffix(rest, "。"):
			left = append(left, fullWidth(rest))
		case after == "marker" && mark != "" && !strings.HasSuffix(rest, "。"):
			right = append(right, fullWidth(rest))
		}
		after = ""
	}
	c := columns{left: peak(left, 22), layout: spaced*3 > body && body > 0, rightAt: map[int]float64{}}
	// Full lines of the right column are the commonest of all lines that are not as wide as the left one's; where there are too
	// few of another width, the columns are alike.
	var other []float64
	same := 0
	for _, w := range all {
		switch {
		case w > c.left-1.3 && w <= c.left+0.6:
			same++
		case w > c.left+1.6 || w < c.left-4:
			other = append(other, w)
		}
	}
	c.right = peak(append(other, right...), c.left+6)
	near := 0
	for _, w := range append(other, right...) {
		if w > c.right-1.3 && w <= c.right+0.3 {
			near++
		}
	}
	if near*5 < same {
		c.right = c.left
	}
	if c.layout {
		c.rightAt[-1] = median(at)
		for page, xs := range perPage {
			c.rightAt[page] = median(xs)
		}
	}
	return c
}

// leadingMinistries takes the ministries that open text, blanks between them.
func leadingMinistries(p *Profile, text string) (names, rest string) {
	fields := strings.Fields(text)
	n := 0
	for i := range fields {
		if ministryName(p, strings.Join(fields[:i+1], " ")) {
			n = i + 1
		}
		if i > 5 {
			break
		}
	}
	if n == 0 {
		return "", strings.TrimSpace(text)
	}
	rest = text
	for _, f := range fields[:n] {
		rest = rest[strings.Index(rest, f)+len(f):]
	}
	return strings.Join(fields[:n], " "), strings.TrimSpace(rest)
}

func fullWidth(s string) float64 {
	closed, _ := closeUp(s)
	return textWidth(closed)
}

// peak is the width of full lines among ws: the upper end of the commonest width, lines shorter by a character being full too.
func peak(ws []float64, otherwise float64) float64 {
	best, top := otherwise, 1.0
	for _, w := range ws {
		if w < 10 || w > 42 {
			continue
		}
		n := 0.0
		for _, v := range ws {
			if v > w-1.3 && v <= w+0.3 {
				n++
			}
		}
		if n > top || n == top && w > best {
			best, top = w, n
		}
	}
	return best
}

func median(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	xs = slices.Clone(xs)
	slices.Sort(xs)
	return xs[len(xs)/2]
}
