package report

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// writeTaishoXLSX writes the table of new and old as one sheet; changed parts are underlined runs of rich text. The
// heading of a section is a column of its own here, so that filters keep it with its items.
func writeTaishoXLSX(w io.Writer, in Input, o Options) error {
	table, err := newTaisho(in, o)
	if err != nil {
		return err
	}
	b, err := newBook(table.T, mincho)
	if err != nil {
		return err
	}
	heads := append([]string{table.T.Section}, table.Heads...)
	var rows [][]any
	section := ""
	for _, r := range table.Rows {
		if r.Heading != "" {
			section = r.Heading
			continue
		}
		rows = append(rows, []any{b.cell(section, true), b.cell(r.Item, true), b.cell(r.Who, true), b.rich(r.New), b.rich(r.Old), b.rich(r.Reason)})
	}
	if err := b.sheet(table.T.Taisho, []float64{16, 9, 14, 58, 58, 30}, heads, rows); err != nil {
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
