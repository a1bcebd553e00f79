package read

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/read/pdf"
)

// pdfColumn is a column of a table by its head: where it lies, and what stands in it.
type pdfColumn struct {
	x0, x1 float64
	fields []Field
}

// pdfHead is a table's header row.
type pdfHead struct {
	columns []pdfColumn
	to      int    // the row of the grid after it
	text    string // of its cells, in order
}

// band is a stretch of whole rows that no cell runs out of.
type band struct {
	from, to int // rows: from, to-1
	cells    []pdf.Cell
}

// bands cuts a grid into the smallest stretches of whole rows.
func bands(g *pdf.Grid) []band {
	var out []band
	for from := 0; from < len(g.Rows)-1; {
		b := band{from: from, to: from + 1}
		for grown := true; grown; {
			grown = false
			for _, c := range g.Cells {
				if c.Row >= b.from && c.Row < b.to && c.LastRow >= b.to {
					b.to, grown = c.LastRow+1, true
				}
			}
		}
		for _, c := range g.Cells {
			if c.Row >= b.from && c.Row < b.to {
				b.cells = append(b.cells, c)
			}
		}
		out = append(out, b)
		from = b.to
	}
	return out
}

// headRows is how many rows a header may have, its heads one above the other.
const headRows = 3

// findHead looks for the header row of the profile's table in a grid.
func findHead(g *pdf.Grid, p *Profile) (pdfHead, bool) {
	all := bands(g)
	for i := range all {
		if h, ok := headAt(all[i:], p); ok {
			return h, true
		}
	}
	return pdfHead{}, false
}

// headAt says whether bands begin with a header row: one band, or up to three, whose cells name the profile's columns.
func headAt(bs []band, p *Profile) (pdfHead, bool) {
	for n := 1; n <= min(headRows, len(bs)); n++ {
		if h, ok := headOf(bs[:n], p); ok {
			return h, true
		}
	}
	return pdfHead{}, false
}

// headOf reads bands as a header: each place of its last row is a column, and its head is all that stands above it.
func headOf(bs []band, p *Profile) (pdfHead, bool) {
	h := pdfHead{to: bs[len(bs)-1].to}
	var cells []pdf.Cell
	for _, b := range bs {
		for _, c := range b.cells {
			if tooLong(c.Lines) {
				return h, false // a cell of text, not a head
			}
		}
		cells = append(cells, b.cells...)
	}
	var heads, texts []string
	for _, c := range cells {
		if t := cellText(c.Lines); t != "" {
			texts = append(texts, t)
		}
		if c.LastRow != h.to-1 {
			continue
		}
		text := ""
		for _, above := range cells {
			if mid := (c.X0 + c.X1) / 2; above.X0 <= mid && mid <= above.X1 {
				text += cellText(above.Lines)
			}
		}
		heads = append(heads, text)
		h.columns = append(h.columns, pdfColumn{x0: c.X0, x1: c.X1})
	}
	fields, ok := p.Columns(heads)
	if !ok {
		return h, false
	}
	for i := range h.columns {
		h.columns[i].fields = fields[i]
	}
	h.text = strings.Join(texts, " ")
	return h, true
}

// maxHeadLength is how many characters a column's head may have.
const maxHeadLength = 60

func tooLong(lines []pdf.Line) bool {
	n := 0
	for _, l := range lines {
		n += utf8.RuneCountInString(l.Text)
	}
	return n > maxHeadLength
}

// columnsWithin is how far, in points, edges of one table's columns may stand apart from page to page.
const columnsWithin = 5

// shift is how far to the right of the header the grid stands: margins of left and right pages differ.
func (h *pdfHead) shift(g *pdf.Grid) float64 {
	if g.OpenLeft && len(g.Columns) > 1 {
		return g.Columns[1] - h.columns[0].x1
	}
	return g.X0 - h.columns[0].x0
}

// agrees says whether the grid's columns are those of the header. Sides without a ruling are not compared.
func (h *pdfHead) agrees(g *pdf.Grid) bool {
	n := len(h.columns)
	if n == 0 || len(g.Columns) < 3 {
		return false
	}
	shift := h.shift(g)
	near := func(a, b float64) bool { return math.Abs(a-b) <= columnsWithin }
	has := func(x float64) bool {
		return slices.ContainsFunc(g.Columns, func(e float64) bool { return near(e, x+shift) })
	}
	for i, c := range h.columns {
		if !has(c.x0) && !(i == 0 && g.OpenLeft) || !has(c.x1) && !(i == n-1 && g.OpenRight) {
			return false
		}
	}
	return (g.OpenLeft || near(g.X0, h.columns[0].x0+shift)) && (g.OpenRight || near(g.X1, h.columns[n-1].x1+shift))
}

// moved is the header as it would stand over the grid.
func (h *pdfHead) moved(g *pdf.Grid) pdfHead {
	shift := h.shift(g)
	m := *h
	m.columns = slices.Clone(h.columns)
	for i := range m.columns {
		m.columns[i].x0 += shift
		m.columns[i].x1 += shift
	}
	return m
}

// column finds the header's column over a cell: -1 where the cell lies over several.
func (h *pdfHead) column(c pdf.Cell) int {
	mid := (c.X0 + c.X1) / 2
	for i, k := range h.columns {
		if mid >= k.x0 && mid <= k.x1 && c.X1-c.X0 <= k.x1-k.x0+columnsWithin {
			return i
		}
	}
	return -1
}

// across says whether all that stands in a band lies over several columns: an excerpt or a heading between rows.
func (h *pdfHead) across(b band) bool {
	for _, c := range b.cells {
		if len(c.Lines) > 0 && h.column(c) >= 0 {
			return false
		}
	}
	return true
}

// cellLine is a line of a cell, with the cell's edges on its page.
type cellLine struct {
	pdf.Line
	left, right float64
	page        int
}

// pdfRow is an item's row, gathered over pages.
type pdfRow struct {
	page   int // the last that it stands on
	fields map[Field][]cellLine
	stray  []pdf.Line // text of cells under no known head
}

func (r *pdfRow) empty() bool { return len(r.fields) == 0 && len(r.stray) == 0 }

// add appends what goes on overleaf.
func (r *pdfRow) add(o *pdfRow) {
	for f, lines := range o.fields {
		r.fields[f] = append(r.fields[f], lines...)
	}
	r.stray = append(r.stray, o.stray...)
}

// goesOn says whether o, the first row of the next page, is the rest of r: nothing in it opens an item. A title may be cut by the
// page like other cells; then the label that the row before has and this one has not tells, or a cell left in mid-sentence.
func (r *pdfRow) goesOn(o *pdfRow, p *Profile) bool {
	switch {
	case o.label(p) != "":
		return false
	case len(o.fields[FieldTitle]) == 0 || r.label(p) != "":
		return true
	}
	for _, f := range []Field{FieldPlan, FieldOutcome, FieldResults, FieldNextPlan} {
		if here := r.fields[f]; len(here) > 0 && len(o.fields[f]) > 0 && !sentenceEnd(here[len(here)-1].Text) {
			return true
		}
	}
	return false
}

// label is the row's label as printed, "" for none.
func (r *pdfRow) label(p *Profile) string {
	var lines []pdf.Line
	for _, l := range r.fields[FieldLabel] {
		lines = append(lines, l.Line)
	}
	label, _ := findLabel(lines, p)
	return label
}

// findLabel looks for a label in the lines of a cell: at the start of one, or set one character below the other.
func findLabel(lines []pdf.Line, p *Profile) (label string, ok bool) {
	for i := range lines {
		text := ""
		for _, l := range lines[i:min(i+maxStacked, len(lines))] {
			if text += strings.TrimSpace(l.Text); text != strings.TrimSpace(l.Text) && utf8.RuneCountInString(l.Text) > 2 {
				break
			}
			if _, rest, ok := p.Label(text); ok {
				return strings.TrimSpace(strings.TrimSuffix(text, rest)), true
			}
		}
	}
	return "", false
}

// maxStacked is over how many lines a label may be set.
const maxStacked = 5

// rows reads a band as rows of the table. A band holds several where label cells stand one above the other beside a cell that
// spans them; that cell belongs to the first.
func (h *pdfHead) rows(b band, page int, p *Profile) []*pdfRow {
	var starts []int
	for _, c := range b.cells {
		if k := h.column(c); k >= 0 && slices.Contains(h.columns[k].fields, FieldLabel) && labelled(c, p) {
			starts = append(starts, c.Row)
		}
	}
	slices.Sort(starts)
	starts = slices.Compact(starts)
	if len(starts) == 0 {
		starts = []int{b.from}
	}
	out := make([]*pdfRow, len(starts))
	for i := range out {
		out[i] = &pdfRow{page: page, fields: map[Field][]cellLine{}}
	}
	at := func(row int) *pdfRow {
		r := out[0]
		for i, s := range starts {
			if s <= row {
				r = out[i]
			}
		}
		return r
	}
	narrow := map[[2]int][]pdf.Cell{} // by header column and row: cells that share a head
	for _, c := range b.cells {
		k := h.column(c)
		r := at(c.Row)
		if k < 0 || len(h.columns[k].fields) == 0 {
			r.stray = append(r.stray, c.Lines...)
			continue
		}
		if fields := h.columns[k].fields; len(fields) > 1 {
			narrow[[2]int{k, c.Row}] = append(narrow[[2]int{k, c.Row}], c)
			i := len(narrow[[2]int{k, c.Row}]) - 1
			wide := c.X1-c.X0 > 0.9*(h.columns[k].x1-h.columns[k].x0)
			if wide {
				r.shared(c, fields, page, p)
			} else {
				r.take(fields[min(i, len(fields)-1)], c, c.Lines, page)
			}
			continue
		}
		r.take(h.columns[k].fields[0], c, c.Lines, page)
	}
	return out
}

func labelled(c pdf.Cell, p *Profile) bool {
	_, ok := findLabel(c.Lines, p)
	return ok
}

func (r *pdfRow) take(f Field, c pdf.Cell, lines []pdf.Line, page int) {
	for _, l := range lines {
		r.fields[f] = append(r.fields[f], cellLine{l, c.X0, c.X1, page})
	}
}

// shared reads a cell that holds label, title and ministries together: the label opens it, ministries end as their names do.
func (r *pdfRow) shared(c pdf.Cell, fields []Field, page int, p *Profile) {
	lines := c.Lines
	if len(lines) > 0 && slices.Contains(fields, FieldLabel) {
		if _, rest, ok := p.Label(lines[0].Text); ok {
			first := lines[0]
			first.Text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(first.Text), rest))
			r.take(FieldLabel, c, []pdf.Line{first}, page)
			if rest == "" {
				lines = lines[1:]
			} else {
				lines = slices.Clone(lines)
				lines[0].Text = rest
			}
		}
	}
	f := FieldMinistries
	if !slices.Contains(fields, FieldMinistries) {
		f = FieldTitle
	}
	if !slices.Contains(fields, FieldTitle) || f == FieldTitle {
		r.take(f, c, lines, page)
		return
	}
	cut := len(lines) // the ministries are what stands last and ends as their names do
	for cut > 0 && p.isMinistry(strings.TrimSpace(lines[cut-1].Text)) {
		cut--
	}
	r.take(FieldTitle, c, lines[:cut], page)
	r.take(FieldMinistries, c, lines[cut:], page)
}

// cellText joins a cell's lines without blanks between them, as heads are compared.
func cellText(lines []pdf.Line) string {
	var all []string
	for _, l := range lines {
		if !l.Ruby {
			all = append(all, l.Text)
		}
	}
	return joinLines(all)
}
