package read

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

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

// layoutHead is a header of layout text: what stands in its columns, how wide their text is, in full-width characters, and where
// they begin on a page. Widths are the document's; places differ by a few characters from line to line, and from row to row and page to
// page, for the tool counts characters of different widths alike and sets what stands apart anew.
type layoutHead struct {
	fields [][]Field
	widths []float64
	starts []float64
	pairs  map[[2]rune]int // how often, in the document, a word that ends so stands before one that begins so
}

// columnOf is the index of the column that holds f, -1 for none.
func (h *layoutHead) columnOf(f Field) int {
	return slices.IndexFunc(h.fields, func(fs []Field) bool { return slices.Contains(fs, f) })
}

// newLayoutHeads finds the columns of a header, for each page with lines under it: as many as the header has heads or, where it has
// several lines, as the lines below it have stretches. Nil where they are not the profile's columns.
func newLayoutHeads(pages map[int]*headed, pairs map[[2]rune]int, p *Profile) map[int]*layoutHead {
	least, most, lines := 0, 0, 0
	count := map[int]int{}
	for _, page := range pages {
		least, most = 0, 0
		for _, ws := range page.heads {
			least, most = max(least, len(ws)), most+len(ws)
		}
		lines += len(page.body)
		for _, ws := range page.body {
			count[len(stretches(ws))]++
		}
	}
	n := least
	for k := least + 1; k <= most; k++ {
		if count[k] > 0 && count[k]*33 >= lines {
			n = k
		}
	}
	if n < 3 {
		return nil
	}
	out := map[int]*layoutHead{}
	widths := make([]float64, n)
	numbers := slices.Sorted(maps.Keys(pages))
	whole := make([][]float64, n) // of the lines that have text in each column
	for _, page := range numbers {
		for _, ws := range pages[page].body {
			if ss := stretches(ws); len(ss) == n {
				for k, s := range ss {
					whole[k] = append(whole[k], fullWidth(s.text))
				}
			}
		}
	}
	for k := range widths {
		widths[k] = fullest(whole[k])
	}
	for _, page := range numbers {
		h := &layoutHead{widths: widths, starts: make([]float64, n), pairs: pairs}
		if !h.begin(pages[page].body) {
			h.guess(pages[page])
		}
		out[page] = h
	}
	for range 3 {
		all := make([][]float64, n)
		for _, page := range numbers {
			for k, ws := range out[page].settle(pages[page].body) {
				all[k] = append(all[k], ws...)
			}
		}
		for k := range widths {
			if len(all[k]) > 0 {
				widths[k] = fullest(all[k])
			}
		}
	}
	for _, page := range numbers {
		over := make([]string, n)
		for _, ws := range pages[page].heads {
			for i, k := range out[page].under(ws) {
				over[k] += ws[i].text
			}
		}
		fields, ok := p.Columns(over)
		if !ok {
			return nil
		}
		out[page].fields = fields
	}
	return out
}

// headed is what stands on a page under headers that read alike: the stretches of the header's lines, the words of the others.
type headed struct {
	heads, body [][]word
}

// guess takes the columns' places from the header, where no line has text in each: under a head's middle lies the text of its column,
// or nothing does, and the column begins about where the head does.
func (h *layoutHead) guess(page *headed) {
	for _, ws := range page.heads {
		if len(ws) != len(h.starts) {
			continue
		}
		for k, w := range ws {
			h.starts[k] = float64(w.from)
			middle := w.from + utf8.RuneCountInString(w.text)/2
			var at []float64
			for _, line := range page.body {
				for _, s := range stretches(line) {
					if s.from <= middle && middle < s.from+utf8.RuneCountInString(s.text) {
						at = append(at, float64(s.from))
					}
				}
			}
			if len(at) > 0 {
				h.starts[k] = median(at)
			}
		}
	}
}

// begin measures where the columns begin on the lines of a page that have text in each.
func (h *layoutHead) begin(body [][]word) bool {
	at := make([][]float64, len(h.starts))
	for _, ws := range body {
		if ss := stretches(ws); len(ss) == len(h.starts) {
			for k, s := range ss {
				at[k] = append(at[k], float64(s.from))
			}
		}
	}
	if len(at[0]) == 0 {
		return false
	}
	for k, xs := range at {
		h.starts[k] = median(xs)
	}
	return true
}

// settle measures a page's columns again from where the words fall as they are known so far, and gives the widths of the cells'
// lines.
func (h *layoutHead) settle(body [][]word) (widths [][]float64) {
	widths = make([][]float64, len(h.starts))
	at := make([][]float64, len(h.starts))
	for _, ws := range body {
		cells, cost := h.split(ws, h.starts)
		if cost > doubtful {
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
			h.starts[k] = median(at[k])
		}
	}
	return widths
}

// fullest is the width of full lines: the greatest that one line in twenty comes near, for a line that cannot be broken may run over.
func fullest(ws []float64) float64 {
	if len(ws) == 0 {
		return 0
	}
	slices.Sort(ws)
	need := max(2, len(ws)/20)
	for i := len(ws) - 1; i >= need-1; i-- {
		if ws[i]-ws[i-need+1] <= 1.2 {
			return ws[i]
		}
	}
	return ws[len(ws)-1]
}

// near is how many lines above and below speak for where columns begin on a line: the tool sets each row of the table anew.
const near = 5

// splitAll puts the words of lines into columns: first by the columns' places on the page, then, where that leaves doubt, by their
// places on the lines around.
func (h *layoutHead) splitAll(lines [][]word) (cells [][]word, costs []float64) {
	cells, costs = make([][]word, len(lines)), make([]float64, len(lines))
	for i, ws := range lines {
		cells[i], costs[i] = h.split(ws, h.starts)
	}
	for range 2 {
		before, sure := slices.Clone(cells), slices.Clone(costs)
		for i, ws := range lines {
			starts := slices.Clone(h.starts)
			for k := range starts {
				var at []float64
				for j := max(0, i-near); j <= min(len(lines)-1, i+near); j++ {
					if j != i && sure[j] <= doubtful && before[j][k].text != "" {
						at = append(at, float64(before[j][k].from))
					}
				}
				if len(at) > 0 {
					starts[k] = median(at)
				}
			}
			cells[i], costs[i] = h.split(ws, starts)
		}
	}
	return cells, costs
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
	cellFarOff    = 0.03 // beyond eight: where the cells of a row are short, all that follow stand elsewhere
	cellTooWide   = 2.0  // per full-width character that it is wider than its column
	cellHoldsGap  = 4.0  // a cell goes on over wide blanks
	cellHoldsPart = 2.0  // or over a blank between Japanese characters
	cellCutWords  = 2.0  // a column begins in running text
	cellCutRare   = 0.7  // the same, where the words on both sides stand together nowhere else

	doubtful   = 1.2 // a line with more against it does not speak for others
	notOfTable = 4.0 // a line with more against it is not of the table, if it has no gaps
)

// split puts a line's words into the columns, which begin at starts: of all ways the one with the least against it, and how much
// that is.
func (h *layoutHead) split(ws []word, starts []float64) (cells []word, cost float64) {
	n := len(h.starts)
	type state struct {
		cost, width float64
		at          []int // column of each word
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
				consider(nil, place, fullWidth(w.text))
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
					cost := s.cost + place
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
	for _, s := range states {
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
