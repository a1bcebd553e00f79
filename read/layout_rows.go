package read

import (
	"math"
	"strings"
	"unicode/utf8"

	"plandiff/schema"
)

// gridLine is a line of a table in layout text, cut into its columns.
type gridLine struct {
	textLine
	cells []word
	place schema.Place
}

// What speaks against a row that begins at a line, or goes on over it. They were set by hand: 1 is a hint, 5 as good as settled.
const (
	rowNoName    = 6.0 // no label and no title anywhere in the row
	rowLateName  = 1.5 // the row begins above its label or title
	rowCutCell   = 4.0 // the cell above has not ended
	rowMidStart  = 2.0 // the cell begins as no text begins
	rowLateCell  = 0.6 // a cell begins below the row's first line
	rowNoCell    = 1.5 // a cell is empty
	rowNoGap     = 0.7 // no blank line above the row
	rowGapInside = 0.5 // a blank line in the row
	rowGapAfter  = 2.5 // the same, where all cells above have ended
	rowTwoNames  = 6.0 // a label, or a title that does not go on from the line before, stands in the middle of a row
	rowFresh     = 3.0 // in the middle of a row the name's column has text, and all others begin anew beside it
)

// rowStarts cuts the lines of a table into rows: a search over all ways to cut them, for the one with the least against it. goesOn
// says that the first row may be the rest of one on the page before. The result lists the first line of each row.
func rowStarts(h *layoutHead, lines []gridLine, p *Profile, goesOn bool) []int {
	n := len(lines)
	best, from := make([]float64, n+1), make([]int, n+1)
	j := rowJudge{h: h, lines: lines, p: p}
	j.prepare()
	for to := 1; to <= n; to++ {
		best[to] = math.Inf(1)
		for at := to - 1; at >= 0 && to-at <= maxRowLines; at-- {
			cost := best[at] + j.row(at, to, goesOn && at == 0)
			if cost < best[to] {
				best[to], from[to] = cost, at
			}
		}
	}
	var starts []int
	for to := n; to > 0; to = from[to] {
		starts = append([]int{from[to]}, starts...)
	}
	return starts
}

// maxRowLines bounds a row: more lines than a page has.
const maxRowLines = 150

// rowJudge knows what each line says of the rows that it may begin or belong to.
type rowJudge struct {
	h     *layoutHead
	lines []gridLine
	p     *Profile
	name  int       // the column that names a row: its label, else its title; -1 for none
	texts []int     // columns with text in sentences
	begin []float64 // per line: what speaks against a row that begins there
	again []float64 // per line: against its being another line of a row
	names []bool    // per line: a label or a title begins there
}

func (j *rowJudge) prepare() {
	j.name = -1
	for _, f := range []Field{FieldTitle, FieldLabel} {
		if k := j.h.columnOf(f); k >= 0 {
			j.name = k
		}
	}
	for _, f := range []Field{FieldPlan, FieldOutcome, FieldResults, FieldNextPlan} {
		if k := j.h.columnOf(f); k >= 0 {
			j.texts = append(j.texts, k)
		}
	}
	j.begin, j.again, j.names = make([]float64, len(j.lines)), make([]float64, len(j.lines)), make([]bool, len(j.lines))
	for i, l := range j.lines {
		j.names[i] = j.opensName(i)
		fresh, begun := 0, 0
		for _, k := range j.texts {
			above, below := j.near(i-1, k, -1), j.near(i, k, 1)
			cut := above != "" && below != "" && !cellEnds(above, j.h.widths[k], j.p)
			if cut {
				j.begin[i] += rowCutCell
			}
			mid := below != "" && midWord(below)
			if mid {
				j.begin[i] += rowMidStart
			}
			if l.cells[k].text != "" {
				begun++
				if !cut && !mid {
					fresh++
				}
			}
		}
		switch {
		case l.gap && j.begin[i] == 0:
			j.again[i] += rowGapAfter
		case l.gap:
			j.again[i] += rowGapInside
		case i > 0:
			j.begin[i] += rowNoGap
		}
		if j.name >= 0 && l.cells[j.name].text != "" && fresh == begun && fresh > 1 {
			j.again[i] += rowFresh
			if i > 0 && fullWidth(j.lines[i-1].cells[j.name].text) > j.h.widths[j.name]-1.5 {
				j.again[i] -= rowFresh / 2 // the line above is full: a long name may go on
			}
		}
	}
}

// near is the text of column k on line i or, up or down, on the nearest line that has some.
func (j *rowJudge) near(i, k, step int) string {
	for ; i >= 0 && i < len(j.lines); i += step {
		if t := j.lines[i].cells[k].text; t != "" {
			return t
		}
	}
	return ""
}

// opensName says whether the name of a row begins on line i: a label, or text under a line that has none or under a blank line.
func (j *rowJudge) opensName(i int) bool {
	if j.name < 0 || j.lines[i].cells[j.name].text == "" {
		return false
	}
	if _, rest, ok := j.p.Label(j.lines[i].cells[j.name].text); ok && (rest == "" || j.p.isMinistry(strings.TrimSpace(rest))) && j.h.columnOf(FieldLabel) == j.name {
		return true
	}
	shared := j.h.columnOf(FieldMinistries) == j.name
	return !shared && (i == 0 || j.lines[i].gap || j.lines[i-1].cells[j.name].text == "")
}

// row is what speaks against lines at to to-1 being one row. rest: they may be the rest of a row on the page before.
func (j *rowJudge) row(at, to int, rest bool) float64 {
	cost := 0.0
	if at > 0 {
		cost += j.begin[at]
	}
	first := make([]int, len(j.h.starts))
	for k := range first {
		first[k] = -1
	}
	named := -1
	for i := at; i < to; i++ {
		if i > at {
			cost += j.again[i]
		}
		switch {
		case named >= 0 && j.names[i]:
			cost += rowTwoNames
		case named < 0 && j.name >= 0 && j.lines[i].cells[j.name].text != "":
			named = i
		}
		for k, c := range j.lines[i].cells {
			if c.text != "" && first[k] < 0 {
				first[k] = i
			}
		}
	}
	switch {
	case named < 0 && rest:
	case named < 0:
		cost += rowNoName
	case named > at:
		cost += rowLateName
	}
	for _, k := range j.texts {
		switch {
		case first[k] < 0 && !rest:
			cost += rowNoCell
		case first[k] > at:
			cost += rowLateCell
		}
	}
	return cost
}

// cellEnds says whether a cell may end with this line: with a sentence, a bracket, or well before its column's edge.
func cellEnds(line string, width float64, p *Profile) bool {
	c := newPiece(p, line, 0, 0)
	if c.block || c.markerEnd || c.bare {
		return false
	}
	return c.ends || p.endsRepeated(c.text) || sentenceEnd(c.text) && c.text != "" || c.width < width-3
}

// midWord says whether text begins as no cell does: with punctuation, a small kana, or a particle or ending that goes on from the
// line above.
func midWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("、。，．ーっゃゅょッャュョ々）」』】をにがのとでへやるれらりてたんえけげせぜねべめ", r)
}
