package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// layoutRows cuts the tables' lines into rows and joins their cells' lines.
func layoutRows(found []layoutPart, p *Profile) []part {
	c := cellJoiner{p: p, tables: tables{profile: p}}
	c.widths, c.least = fieldWidths(found, p)
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
	least  map[Field]float64 // how wide lines in mid-sentence are that others do not fall short of
	parts  []part
	open   []gridLine // lines of the last row of the page before
}

// fieldWidths measures how wide full lines are, in full-width characters, of each field, and how wide nine in ten of the lines are that
// stop in mid-sentence: in proportional type lines of one length differ.
func fieldWidths(found []layoutPart, p *Profile) (full, least map[Field]float64) {
	all, broken := map[Field][]float64{}, map[Field][]float64{}
	for _, t := range found {
		for _, l := range t.lines {
			for k, cell := range l.cells {
				if cell.text == "" || len(t.head.fields[k]) == 0 {
					continue
				}
				f := t.head.fields[k][0]
				c := newPiece(p, cell.text, 0, 0)
				all[f] = append(all[f], c.width)
				if !c.ends && !c.block && !c.justified {
					broken[f] = append(broken[f], c.width)
				}
			}
		}
	}
	full, least = map[Field]float64{}, map[Field]float64{}
	for f, ws := range all {
		full[f] = fullest(ws)
		if ws := broken[f]; len(ws) > 0 {
			slices.Sort(ws)
			least[f] = ws[len(ws)/10]
		}
	}
	return full, least
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
			t.cells.plan = c.paragraphs(cell, FieldPlan, &t.cells)
		case FieldOutcome:
			t.cells.outcome = c.paragraphs(cell, FieldOutcome, &t.cells)
		case FieldResults:
			t.cells.results = c.paragraphs(cell, FieldResults, &t.cells)
		case FieldNextPlan:
			t.cells.nextPlan = c.paragraphs(cell, FieldNextPlan, &t.cells)
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

// paragraphs joins a cell's lines, and notes in row where two of them cannot have stood one above the other: a line in mid-sentence
// that was left with room for what follows, or a paragraph that begins in mid-word.
func (c *cellJoiner) paragraphs(cell []gridLine, f Field, row *cells) []paragraph {
	var out []paragraph
	var before *piece
	for i, l := range cell {
		here := newPiece(c.p, l.text, i, 0)
		opens := before == nil || opensParagraph(before, here, c.widths[f])
		switch {
		case before == nil && row.joins:
		case opens:
			row.odd = row.odd || strings.ContainsRune("、。，．ーをんっゃゅょる々）」』】", here.first[0])
		case !before.ends && !before.justified && !before.block && !here.address:
			row.odd = row.odd || c.least[f]-before.width > max(here.unit, longUnit(here.text))+oddRoom
		}
		if !opens {
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

// longUnit is the width of what some programs keep together at a line's start: a comma and the Latin word behind it, て、834回.
func longUnit(text string) float64 {
	before, after, ok := strings.Cut(text, "、")
	if !ok || utf8.RuneCountInString(before) > 1 {
		return 0
	}
	end := strings.IndexFunc(after, func(r rune) bool { return wide(r) || r == ' ' })
	return textWidth(before) + 1 + textWidth(after[:max(end, 0)])
}

// oddRoom is how much room, in full-width characters beyond what was needed, is left on no line in mid-sentence.
const oddRoom = 2.5

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
