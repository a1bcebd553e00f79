package read

import (
	"math"
	"slices"
	"strings"
)

// What speaks against a way to put the words of a line into columns, as rows have it (layout_rows.go).
const (
	cellOffPlace  = 0.25 // per character that a cell begins away from its column, beyond two
	cellFarOff    = 0.03 // beyond eight: where the cells of a row are short, all that follow stand elsewhere
	cellTooWide   = 2.0  // per full-width character that it is wider than its column
	cellHoldsGap  = 4.0  // a cell goes on over wide blanks
	cellHoldsPart = 2.0  // or over a blank between Japanese characters
	cellCutWords  = 2.0  // a column begins in running text
	cellCutRare   = 0.7  // the same, where the words on both sides stand together nowhere else

	cellLeftOpen = 1.0 // a cell that was left in mid-sentence on the line before has no text on this one

	doubtful   = 1.2 // a line with more against it does not speak for others
	notOfTable = 4.0 // a line with more against it is not of the table, if it has no gaps
)

// near is how many lines above and below speak for where columns begin on a line, and nearest how many of them are heard: the tool
// sets each row of the table anew.
const (
	near    = 5
	nearest = 3
)

// splitAll puts the words of a table's lines into columns: first by the columns' places on the page, then by their places on the lines
// around, and by which cells go on.
func (h *layoutHead) splitAll(lines [][]word, p *Profile) (cells [][]word, costs []float64) {
	cells, costs = make([][]word, len(lines)), make([]float64, len(lines))
	for i, ws := range lines {
		cells[i], costs[i] = h.split(ws, h.starts, nil)
	}
	for range 2 {
		before, sure := slices.Clone(cells), slices.Clone(costs)
		level := !staggered(before)
		for i, ws := range lines {
			starts, open := slices.Clone(h.starts), make([]float64, len(h.starts))
			for k := range starts {
				var at []float64
				for off := 1; off <= near && len(at) < nearest; off++ {
					for _, j := range []int{i - off, i + off} {
						if j >= 0 && j < len(lines) && sure[j] <= doubtful && before[j][k].text != "" {
							at = append(at, float64(before[j][k].from))
						}
					}
				}
				if len(at) > 0 {
					starts[k] = median(at)
				}
				if i > 0 && level && h.text(k) && before[i-1][k].text != "" && !cellEnds(before[i-1][k].text, h.widths[k], p) {
					open[k] = cellLeftOpen
				}
			}
			cells[i], costs[i] = h.split(ws, starts, open)
		}
	}
	return cells, costs
}

// staggered says whether the lines of neighbouring cells stand at different heights, as centred cells do: then a cell has text on every
// other line.
func staggered(cells [][]word) bool {
	next, other := 0, 0
	for i := 2; i < len(cells); i++ {
		for k := range cells[i] {
			switch {
			case cells[i-2][k].text == "":
			case cells[i-1][k].text != "":
				next++
			case cells[i][k].text != "":
				other++
			}
		}
	}
	return other*5 > next
}

// text says whether column k holds text in sentences.
func (h *layoutHead) text(k int) bool {
	for _, f := range h.fields[k] {
		if f == FieldPlan || f == FieldOutcome || f == FieldResults || f == FieldNextPlan {
			return true
		}
	}
	return false
}

// split puts a line's words into the columns, which begin at starts: of all ways the one with the least against it, and how much
// that is. open says what speaks against leaving a column without text.
func (h *layoutHead) split(ws []word, starts, open []float64) (cells []word, cost float64) {
	n := len(h.starts)
	type state struct {
		cost, width float64
		at          []int // column of each word
	}
	skipped := func(from, to int) (cost float64) {
		for k := from; k < to && open != nil; k++ {
			cost += open[k]
		}
		return cost
	}
	states := make([]*state, n)
	for i, w := range ws {
		next := make([]*state, n)
		for k := range n {
			off := max(0, math.Abs(float64(w.from)-starts[k])-2)
			place := cellOffPlace*min(off, 6) + cellFarOff*max(0, off-6)
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
				consider(nil, place+skipped(0, k), fullWidth(w.text))
				continue
			}
			a := ws[i-1]
			if s := states[k]; s != nil {
				cost := s.cost
				switch {
				case !parted(a, w):
				case w.gap >= wideBlank:
					cost += cellHoldsGap
				default:
					cost += cellHoldsPart
				}
				consider(s, cost, s.width+between(a, w)+fullWidth(w.text))
			}
			for before := range k {
				if s := states[before]; s != nil {
					cost := s.cost + place + skipped(before+1, k)
					if e := ends(a, w); !parted(a, w) && h.pairs[e] > 1 {
						cost += cellCutWords
					} else if !parted(a, w) {
						cost += cellCutRare
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
	for k, s := range states {
		if s != nil {
			s.cost += skipped(k+1, n)
		}
		if s != nil && (best == nil || s.cost < best.cost) {
			best = s
		}
	}
	cells = make([]word, n)
	if best == nil {
		return cells, math.Inf(1)
	}
	for i, k := range best.at {
		if cells[k].text == "" {
			cells[k] = ws[i]
			continue
		}
		cells[k].text += strings.Repeat(" ", ws[i].gap) + ws[i].text
	}
	return cells, best.cost
}
