package report

import (
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// taishoWidths are the widths of the columns in characters: item, who, new, old, reason, section.
var taishoWidths = []float64{9, 14, 58, 58, 30, 16}

// pieces cuts a cell into parts that a row can show whole: a row is 409 points high at most, and what does not fit is
// neither seen nor printed. An item whose texts are longer goes on in the next row.
func pieces(texts []TaishoText, width float64) [][]TaishoText {
	const most = int((rowLimit - 4) / lineHeight)
	var out [][]TaishoText
	var part []TaishoText
	used := 0
	for _, text := range texts {
		for _, t := range split(text, most*int(width-2)) {
			lines := 0
			for _, run := range t.Runs {
				lines += columns(run.Text)
			}
			lines = 1 + lines/int(width-1)
			if used+lines > most && len(part) > 0 {
				out, part, used = append(out, part), nil, 0
			}
			part, used = append(part, t), used+lines
		}
	}
	if len(part) > 0 {
		out = append(out, part)
	}
	return out
}

// split cuts a paragraph into parts of at most width columns.
func split(text TaishoText, width int) []TaishoText {
	var out []TaishoText
	var now TaishoText
	used := 0
	for _, run := range text.Runs {
		start := 0
		for i, r := range run.Text {
			if w := measure.RuneWidth(r); used+w > width {
				now.Runs = append(now.Runs, TaishoRun{run.Text[start:i], run.Changed})
				out, now, used, start = append(out, now), TaishoText{}, w, i
			} else {
				used += w
			}
		}
		now.Runs = append(now.Runs, TaishoRun{run.Text[start:], run.Changed})
	}
	return append(out, now)
}

// piece is the i-th part, or nothing.
func piece(parts [][]TaishoText, i int) []TaishoText {
	if i < len(parts) {
		return parts[i]
	}
	return nil
}

// writeTaishoXLSX writes the table of new and old as one sheet; changed parts are underlined runs of rich text. The
// heading of a section is a column of its own here, the last, so that filters keep it with its items.
func writeTaishoXLSX(w io.Writer, in Input, o Options) error {
	table, err := newTaisho(in, o)
	if err != nil {
		return err
	}
	b, err := newBook(table.T, mincho)
	if err != nil {
		return err
	}
	heads := append(slices.Clone(table.Heads), table.T.Section)
	var rows [][]any
	section := ""
	for _, r := range table.Rows {
		if r.Heading != "" {
			section = r.Heading
			continue
		}
		newer, older, reason := pieces(r.New, taishoWidths[2]), pieces(r.Old, taishoWidths[3]), pieces(r.Reason, taishoWidths[4])
		for i := range max(1, len(newer), len(older), len(reason)) {
			rows = append(rows, []any{b.cell(r.Item, true), b.cell(r.Who, true), b.rich(piece(newer, i)), b.rich(piece(older, i)), b.rich(piece(reason, i)), b.cell(section, true)})
		}
	}
	if err := b.sheet(table.T.Taisho, taishoWidths, heads, rows); err != nil {
		return err
	}
	if err := b.about(table.View); err != nil {
		return err
	}
	return b.write(w, table.Title, table.View.Comparison.Tool)
}

// rich is a cell with underlined runs; one without any is plain text.
func (b *book) rich(texts []TaishoText) excelize.Cell {
	var runs []excelize.RichTextRun
	var plain strings.Builder
	changed := false
	for i, text := range texts {
		for k, run := range text.Runs {
			s := visible(run.Text)
			if k == 0 && i > 0 {
				s = "\n" + s
			}
			plain.WriteString(s)
			if s == "" {
				continue
			}
			font := &excelize.Font{Family: mincho, Size: 10}
			if run.Changed {
				font.Underline, changed = "single", true
			}
			runs = append(runs, excelize.RichTextRun{Text: s, Font: font})
		}
	}
	if whole := plain.String(); !changed || b.clip(whole) != whole { // too long for a cell: cut with a remark, without underlines
		return excelize.Cell{StyleID: b.wide, Value: b.clip(whole)}
	}
	return excelize.Cell{StyleID: b.wide, Value: runs}
}
