package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// layoutRows cuts the tables' lines into rows and joins their cells' lines.
func layoutRows(found []layoutPart, p *Profile) []part {
	c := cellJoiner{p: p, tables: tables{profile: p}, widths: fieldWidths(found)}
	for _, f := range found {
		switch {
		case f.lines != nil:
			c.segment(f)
		default:
			if f.kind == heading || f.kind == policySource {
				c.open = nil
			}
			c.parts = append(c.parts, f.part)
		}
	}
	return c.parts
}

// cellJoiner makes rows of lines.
type cellJoiner struct {
	p      *Profile
	tables tables // reads cells that are no text in paragraphs
	widths map[Field]float64
	parts  []part
	open   []gridLine // lines of the last row of the page before
}

// fieldWidths measures how wide full lines are, in full-width characters, of each field.
func fieldWidths(found []layoutPart) map[Field]float64 {
	all := map[Field][]float64{}
	for _, f := range found {
		for _, l := range f.lines {
			for k, cell := range l.cells {
				if cell.text != "" && len(f.head.fields[k]) > 0 {
					all[f.head.fields[k][0]] = append(all[f.head.fields[k][0]], fullWidth(cell.text))
				}
			}
		}
	}
	out := map[Field]float64{}
	for f, ws := range all {
		out[f] = fullest(ws)
	}
	return out
}

// segment cuts lines of one page into rows.
func (c *cellJoiner) segment(f layoutPart) {
	goesOn := c.open != nil && c.open[0].place.Page != f.lines[0].place.Page
	starts := rowStarts(f.head, f.lines, c.p, goesOn)
	for i, from := range starts {
		to := len(f.lines)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		lines := f.lines[from:to]
		c.row(f.head, lines, goesOn && i == 0 && c.rest(f.head, lines))
		c.open = lines
	}
}

// rest says whether lines, the first row of a page, are the rest of the row before: no label stands in them, and where they have a
// title, a cell of the row before was left in mid-sentence.
func (c *cellJoiner) rest(h *layoutHead, lines []gridLine) bool {
	has := func(f Field, lines []gridLine) bool {
		k := h.columnOf(f)
		return k >= 0 && slices.ContainsFunc(lines, func(l gridLine) bool { return l.cells[k].text != "" })
	}
	switch {
	case has(FieldLabel, lines):
		return false
	case !has(FieldTitle, lines), has(FieldLabel, c.open):
		return true
	}
	for _, f := range []Field{FieldPlan, FieldOutcome, FieldResults, FieldNextPlan} {
		k := h.columnOf(f)
		if k < 0 || !has(f, lines) || len(c.open[0].cells) <= k {
			continue
		}
		for i := len(c.open) - 1; i >= 0; i-- {
			if text := c.open[i].cells[k].text; text != "" {
				if !cellEnds(text, h.widths[k], c.p) {
					return true
				}
				break
			}
		}
	}
	return false
}

// row makes a part of a row's lines.
func (c *cellJoiner) row(h *layoutHead, lines []gridLine, joins bool) {
	t := part{kind: row, at: lines[0].place, line: lines[0].number}
	t.cells.joins = joins
	var beside []part
	for k, fields := range h.fields {
		var cell []gridLine
		for _, l := range lines {
			if l.cells[k].text != "" {
				cell = append(cell, gridLine{textLine: textLine{text: l.cells[k].text, number: l.number}, place: l.place})
			}
		}
		if len(cell) == 0 {
			continue
		}
		if len(fields) == 0 {
			for _, l := range cell {
				beside = append(beside, part{kind: unplaced, at: l.place, line: l.number, text: l.text})
			}
			continue
		}
		cell, ruby := withoutRuby(cell, c.widths[fields[0]])
		beside = append(beside, ruby...)
		switch fields[0] {
		case FieldPlan:
			t.cells.plan = c.paragraphs(cell, FieldPlan)
		case FieldOutcome:
			t.cells.outcome = c.paragraphs(cell, FieldOutcome)
		case FieldResults:
			t.cells.results = c.paragraphs(cell, FieldResults)
		case FieldNextPlan:
			t.cells.nextPlan = c.paragraphs(cell, FieldNextPlan)
		default:
			var texts []string
			for _, l := range cell {
				text, _ := closeUp(l.text)
				texts = append(texts, text)
			}
			c.tables.cell(&t.cells, strings.Join(texts, "\n"), fields, t.line, t.at)
		}
	}
	c.parts = append(append(c.parts, t), beside...)
}

// paragraphs joins a cell's lines.
func (c *cellJoiner) paragraphs(cell []gridLine, f Field) []paragraph {
	var out []paragraph
	var before *piece
	for i, l := range cell {
		here := newPiece(c.p, l.text, i, 0)
		if before != nil && !opensParagraph(before, here, c.widths[f]) {
			out[len(out)-1].text = joinLine(out[len(out)-1].text, here.text)
		} else {
			out = append(out, paragraph{text: here.text, at: l.place, line: l.number})
		}
		before = here
	}
	if before != nil {
		out[len(out)-1].open = !before.ends && !before.block && !before.markerEnd
	}
	return out
}

// withoutRuby takes small kana out that say how a word is read: in layout text they stand as a line of their own, or behind the line
// above the word. Text of hiragana alone, in the middle of a cell and too short to have been broken, is nothing else.
func withoutRuby(cell []gridLine, width float64) (text []gridLine, ruby []part) {
	for i, l := range cell {
		pieces := strings.Split(l.text, strings.Repeat(" ", wideBlank))
		alone := len(pieces) == 1
		pieces = slices.DeleteFunc(pieces, func(s string) bool {
			s = strings.TrimSpace(s)
			if !hiragana(s) || alone && (i == 0 || i == len(cell)-1 || fullWidth(s) > width/2) {
				return false
			}
			ruby = append(ruby, part{kind: furniture, name: "ruby", at: l.place, line: l.number, text: s})
			return true
		})
		if l.text = strings.TrimSpace(strings.Join(pieces, " ")); l.text != "" {
			text = append(text, l)
		}
	}
	return text, ruby
}

func hiragana(s string) bool {
	return utf8.RuneCountInString(s) > 1 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.In(r, unicode.Hiragana) && r != 'ー' })
}
