package read

import (
	"maps"
	"math"
	"slices"
	"unicode/utf8"
)

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
		all := 0
		for _, ws := range page.heads {
			least, all = max(least, len(ws)), all+len(ws)
		}
		most = max(most, all)
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
	out, cost := columnsFrom(pages, n, pairs, (*layoutHead).begin)
	if other, less := columnsFrom(pages, n, pairs, (*layoutHead).guess); less < cost {
		out = other
	}
	for page, h := range out {
		over := make([]string, n)
		for _, ws := range pages[page].heads {
			for i, k := range h.under(ws) {
				over[k] += ws[i].text
			}
		}
		fields, ok := p.Columns(over)
		if !ok {
			return nil
		}
		h.fields = fields
	}
	return out
}

// columnsFrom measures the columns of all pages together, from where first takes them to begin, and says how much speaks against
// the outcome.
func columnsFrom(pages map[int]*headed, n int, pairs map[[2]rune]int, first func(*layoutHead, *headed)) (out map[int]*layoutHead, cost float64) {
	out = map[int]*layoutHead{}
	widths := make([]float64, n)
	numbers := slices.Sorted(maps.Keys(pages)) // sums of fractions depend on their order
	for _, page := range numbers {
		h := &layoutHead{widths: widths, starts: make([]float64, n), pairs: pairs}
		first(h, pages[page])
		out[page] = h
	}
	for k, ws := range wholeLines(pages, n) {
		widths[k] = fullest(ws)
	}
	for range 4 {
		all := make([][]float64, n)
		cost = 0
		for _, page := range numbers {
			cells, c := out[page].settle(pages[page].body)
			cost += c
			for k, ws := range cells {
				all[k] = append(all[k], ws...)
			}
		}
		for k := range widths {
			if len(all[k]) > 0 {
				widths[k] = fullest(all[k])
			}
		}
	}
	return out, cost
}

// wholeLines gives the widths of the stretches of the lines that have text in each of n columns.
func wholeLines(pages map[int]*headed, n int) [][]float64 {
	widths := make([][]float64, n)
	for _, page := range pages {
		for _, ws := range page.body {
			if ss := stretches(ws); len(ss) == n {
				for k, s := range ss {
					widths[k] = append(widths[k], fullWidth(s.text))
				}
			}
		}
	}
	return widths
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

// begin measures where the columns begin on the lines of a page that have text in each; where there are none it guesses.
func (h *layoutHead) begin(page *headed) {
	at := make([][]float64, len(h.starts))
	for _, ws := range page.body {
		if ss := stretches(ws); len(ss) == len(h.starts) {
			for k, s := range ss {
				at[k] = append(at[k], float64(s.from))
			}
		}
	}
	if len(at[0]) == 0 {
		h.guess(page)
		return
	}
	for k, xs := range at {
		h.starts[k] = median(xs)
	}
}

// settle measures a page's columns again from where the words fall as they are known so far, and gives the widths of the cells'
// lines and how much speaks against them.
func (h *layoutHead) settle(body [][]word) (widths [][]float64, total float64) {
	widths = make([][]float64, len(h.starts))
	at := make([][]float64, len(h.starts))
	for _, ws := range body {
		cells, cost := h.split(ws, h.starts, nil)
		total += min(cost, 2*notOfTable)
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
	return widths, total
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
