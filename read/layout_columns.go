package read

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// word is a stretch of a layout line without blanks: from is its place on the line in characters, gap how many blanks stand before it.
type word struct {
	text      string
	from, gap int
}

// wideBlank is how many blanks part two columns for certain; where there is one, it may stand in a cell.
const wideBlank = 2

// words cuts a line at its blanks. double: a full-width character takes two places, as some tools count.
func (l textLine) words(double bool) []word {
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
	return out
}

// parted says whether a and the word b after it are words of one cell only in letter-spaced text: many blanks, or one between Japanese
// characters, stand between them.
func parted(a, b word) bool {
	last, _ := utf8.DecodeLastRuneInString(a.text)
	first, _ := utf8.DecodeRuneInString(b.text)
	return b.gap >= wideBlank || wide(last) && wide(first)
}

// spreadWords says whether a and b are characters of a letter-spaced line.
func spreadWords(a, b word) bool {
	return b.gap == 1 && utf8.RuneCountInString(a.text) == 1 && utf8.RuneCountInString(b.text) == 1
}

// stretches joins the words that are surely of one cell.
func stretches(ws []word) []word {
	var out []word
	for i, w := range ws {
		if n := len(out); i > 0 && (!parted(ws[i-1], w) || spreadWords(ws[i-1], w)) {
			out[n-1].text += " " + w.text
			continue
		}
		out = append(out, w)
	}
	return out
}

// layoutHead is a header of layout text: what stands in its columns, where these begin on the page, and how wide their text is, in
// full-width characters. Places differ by a few characters from line to line, for the tool counts characters of different widths
// alike; widths are the document's.
type layoutHead struct {
	fields [][]Field
	starts []float64
	widths []float64
}

// columnOf is the index of the column that holds f, -1 for none.
func (h *layoutHead) columnOf(f Field) int {
	return slices.IndexFunc(h.fields, func(fs []Field) bool { return slices.Contains(fs, f) })
}

// newLayoutHead finds the columns of a header: as many as the header has heads or, where it has several lines, as the lines below
// it have stretches. ok says whether the profile's columns are there.
func newLayoutHead(heads [][]word, body [][]word, p *Profile) (h layoutHead, ok bool) {
	least, most := 0, 0
	for i, ws := range heads {
		heads[i] = stretches(ws)
		least, most = max(least, len(heads[i])), most+len(heads[i])
	}
	count := map[int]int{}
	for _, ws := range body {
		count[len(stretches(ws))]++
	}
	n := least
	for k := least + 1; k <= most; k++ {
		if count[k] > 0 && count[k]*33 >= len(body) {
			n = k
		}
	}
	if n < 3 {
		return h, false
	}
	h = layoutHead{starts: make([]float64, n), widths: make([]float64, n)}
	if !h.begin(body) {
		for _, ws := range heads {
			if len(ws) == n {
				for k, w := range ws {
					h.starts[k] = float64(w.from)
				}
			}
		}
	}
	for range 3 {
		h.measure(body)
	}
	over := make([]string, n)
	for _, ws := range heads {
		for i, k := range h.under(ws) {
			over[k] += ws[i].text
		}
	}
	h.fields, ok = p.Columns(over)
	return h, ok
}

// begin measures the columns on the lines that have text in each.
func (h *layoutHead) begin(body [][]word) bool {
	at := make([][]float64, len(h.starts))
	for _, ws := range body {
		if ss := stretches(ws); len(ss) == len(h.starts) {
			for k, s := range ss {
				at[k] = append(at[k], float64(s.from))
				h.widths[k] = max(h.widths[k], fullWidth(s.text))
			}
		}
	}
	for k, xs := range at {
		if len(xs) == 0 {
			return false
		}
		h.starts[k] = median(xs)
	}
	return true
}

// measure takes the columns' places and widths from where lines fall as they are known so far.
func (h *layoutHead) measure(body [][]word) {
	at, widths := make([][]float64, len(h.starts)), make([][]float64, len(h.starts))
	for _, ws := range body {
		cells, fits := h.split(ws)
		if !fits {
			continue
		}
		for k, c := range cells {
			if c.text != "" {
				at[k], widths[k] = append(at[k], float64(c.from)), append(widths[k], fullWidth(c.text))
			}
		}
	}
	for k := range h.starts {
		if len(at[k]) > 0 {
			h.starts[k], h.widths[k] = median(at[k]), fullest(widths[k])
		}
	}
}

// fullest is the width of full lines: the greatest that another line comes near, for a line that cannot be broken may run over.
func fullest(ws []float64) float64 {
	if len(ws) == 0 {
		return 0
	}
	slices.Sort(ws)
	for i := len(ws) - 1; i > 0; i-- {
		if ws[i]-ws[i-1] <= 1.2 {
			return ws[i]
		}
	}
	return ws[len(ws)-1]
}

// under gives each head of a header's line the column over whose middle it stands nearest, in order.
func (h *layoutHead) under(heads []word) []int {
	n := len(h.starts)
	middle := make([]float64, n)
	for k := range middle {
		end := h.starts[k] + h.widths[k]
		if k+1 < n {
			end = h.starts[k+1]
		}
		middle[k] = (h.starts[k] + end) / 2
	}
	out := make([]int, len(heads))
	if len(heads) == n {
		for i := range out {
			out[i] = i
		}
		return out
	}
	for i, w := range heads {
		at := float64(w.from) + float64(utf8.RuneCountInString(w.text))/2
		for k := range middle {
			if math.Abs(middle[k]-at) < math.Abs(middle[out[i]]-at) {
				out[i] = k
			}
		}
	}
	return out
}

// What speaks against a way to put the words of a line into columns, as rows have it (layout_rows.go).
const (
	cellOffPlace  = 0.25 // per character that a cell begins away from its column, beyond two
	cellTooWide   = 2.0  // per full-width character that it is wider than its column
	cellHoldsGap  = 2.5  // a cell goes on over wide blanks
	cellHoldsPart = 2.0  // or over a blank between Japanese characters
	cellCutWords  = 1.5  // a column begins in running text
)

// split puts a line's words into the columns: of all ways the one with the least against it. fits says whether the line may be
// one of the table: nothing runs over.
func (h *layoutHead) split(ws []word) (cells []word, fits bool) {
	n := len(h.starts)
	type state struct {
		cost, width float64
		at          []int // column of each word
	}
	states := make([]*state, n)
	for i, w := range ws {
		next := make([]*state, n)
		for k := range n {
			place := cellOffPlace * max(0, math.Abs(float64(w.from)-h.starts[k])-2)
			consider := func(s *state, cost, width float64) {
				if over := width - h.widths[k] - 0.7; h.widths[k] > 0 && over > 0 {
					cost += cellTooWide * min(over, fullWidth(w.text))
				}
				if next[k] == nil || cost < next[k].cost {
					next[k] = &state{cost: cost, width: width}
					if s != nil {
						next[k].at = s.at
					}
				}
			}
			if i == 0 {
				consider(nil, place, fullWidth(w.text))
				continue
			}
			a := ws[i-1]
			if s := states[k]; s != nil {
				cost := s.cost
				switch {
				case w.gap >= wideBlank:
					cost += cellHoldsGap
				case parted(a, w) && !spreadWords(a, w):
					cost += cellHoldsPart
				}
				blank := 0.25
				if parted(a, w) {
					blank = 0
				}
				consider(s, cost, s.width+blank+fullWidth(w.text))
			}
			for before := range k {
				if s := states[before]; s != nil {
					cost := s.cost + place
					if !parted(a, w) || spreadWords(a, w) {
						cost += cellCutWords
					}
					consider(s, cost, fullWidth(w.text))
				}
			}
		}
		for k, s := range next {
			if s != nil {
				s.at = append(s.at[:len(s.at):len(s.at)], k)
			}
		}
		states = next
	}
	var best *state
	for _, s := range states {
		if s != nil && (best == nil || s.cost < best.cost) {
			best = s
		}
	}
	cells = make([]word, n)
	if best == nil {
		return cells, false
	}
	for i, k := range best.at {
		if cells[k].text == "" {
			cells[k] = ws[i]
			continue
		}
		cells[k].text += strings.Repeat(" ", ws[i].gap) + ws[i].text
	}
	fits = true
	for k, c := range cells {
		fits = fits && (h.widths[k] == 0 || fullWidth(c.text) <= h.widths[k]+2)
	}
	return cells, fits
}
