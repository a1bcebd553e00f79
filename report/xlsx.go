package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// Limits of a workbook, from Excel's specification.
const (
	cellLimit  = 32767 // characters (UTF-16 units) of a cell
	sheetLimit = 31    // characters of a sheet's name
	rowLimit   = 409.0 // points of a row's height
	lineHeight = 13.5  // points of a line at the size used here
	printWidth = 220   // characters of a sheet's columns; a wider sheet would be too small in print if fitted to a page
)

// book is a workbook under construction.
type book struct {
	f                               *excelize.File
	t                               *Texts
	head, text, wide, day, fraction int // styles
	count                           int // sheets
}

func newBook(t *Texts, font string) (*book, error) {
	b := &book{f: excelize.NewFile(), t: t}
	line := []excelize.Border{{Type: "left", Color: "808080", Style: 1}, {Type: "right", Color: "808080", Style: 1}, {Type: "top", Color: "808080", Style: 1}, {Type: "bottom", Color: "808080", Style: 1}}
	face := &excelize.Font{Family: font, Size: 10}
	day, fraction := "yyyy-mm-dd", "0.00"
	for _, s := range []struct {
		id    *int
		style *excelize.Style
	}{
		{&b.head, &excelize.Style{Border: line, Font: &excelize.Font{Family: font, Size: 10, Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E4E8EE"}}, Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "center", WrapText: true}}},
		{&b.text, &excelize.Style{Border: line, Font: face, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&b.wide, &excelize.Style{Border: line, Font: face, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&b.day, &excelize.Style{Border: line, Font: face, Alignment: &excelize.Alignment{Vertical: "top"}, CustomNumFmt: &day}},
		{&b.fraction, &excelize.Style{Border: line, Font: face, Alignment: &excelize.Alignment{Vertical: "top"}, CustomNumFmt: &fraction}},
	} {
		id, err := b.f.NewStyle(s.style)
		if err != nil {
			return nil, err
		}
		*s.id = id
	}
	return b, nil
}

// sheet adds a sheet: its head row, frozen and repeated in print, its rows, filters on them all, A4 landscape.
func (b *book) sheet(name string, widths []float64, heads []string, rows [][]any) error {
	name = shorten(name, sheetLimit)
	if b.count++; b.count == 1 {
		if err := b.f.SetSheetName("Sheet1", name); err != nil {
			return err
		}
	} else if _, err := b.f.NewSheet(name); err != nil {
		return err
	}
	total := 0.0
	for _, width := range widths {
		total += width
	}
	fit := total <= printWidth // set before the stream begins: sheet properties come first in the file
	if err := b.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	w, err := b.f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, width := range widths {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, 0, len(heads))
	for _, h := range heads {
		head = append(head, excelize.Cell{StyleID: b.head, Value: h})
	}
	if err := w.SetRow("A1", head, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	for i, r := range rows {
		if err := w.SetRow("A"+strconv.Itoa(i+2), r, excelize.RowOpts{Height: rowHeight(r, widths)}); err != nil {
			return err
		}
	}
	last, err := excelize.CoordinatesToCellName(len(heads), len(rows)+1, true)
	if err != nil {
		return err
	}
	end, _ := excelize.CoordinatesToCellName(len(heads), len(rows)+1) // the same numbers again: no error
	if err := b.f.AutoFilter(name, "A1:"+end, nil); err != nil {
		return err
	}
	if err := b.print(name, last, !fit); err != nil {
		return err
	}
	return w.Flush()
}

// rowHeight estimates the height that the wrapped texts of a row need: not every program fits rows when it opens a file.
func rowHeight(r []any, widths []float64) float64 {
	most := 1
	for i, value := range r {
		cell, _ := value.(excelize.Cell)
		lines := 0
		switch text := cell.Value.(type) {
		case string:
			lines = lineCount(text, widths[i])
		case []excelize.RichTextRun:
			var all strings.Builder
			for _, run := range text {
				all.WriteString(run.Text)
			}
			lines = lineCount(all.String(), widths[i])
		}
		most = max(most, lines)
	}
	return min(rowLimit, float64(most)*lineHeight+4)
}

// lineCount estimates the lines of text in a column of that width. Proportional faces need a little less.
func lineCount(text string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += 1 + int(float64(columns(line))/(width-1))
	}
	return n
}

// print sets the sheet up for A4 landscape, one page wide, with the head row on every page.
func (b *book) print(name, last string, wide bool) error {
	a4, landscape, across, down := 9, "landscape", 1, 0
	if err := b.f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &across, FitToHeight: &down}); err != nil {
		return err
	}
	if err := b.f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddHeader: "&C&A", OddFooter: "&C&P / &N"}); err != nil {
		return err
	}
	quoted := "'" + strings.ReplaceAll(name, "'", "''") + "'!"
	if err := b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: quoted + "$A$1:" + last, Scope: name}); err != nil {
		return err
	}
	titles := quoted + "$1:$1"
	if wide { // every page says which item it is of
		titles = quoted + "$A:$B," + titles
	}
	return b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: name})
}

// cell makes a cell of a value: strings are always strings, never formulas.
func (b *book) cell(value any, wide bool) excelize.Cell {
	switch value := value.(type) {
	case nil:
		return excelize.Cell{StyleID: b.text}
	case string:
		if wide || strings.Contains(value, "\n") {
			return excelize.Cell{StyleID: b.wide, Value: b.clip(value)}
		}
		return excelize.Cell{StyleID: b.text, Value: b.clip(value)}
	case float64:
		if value == float64(int64(value)) {
			return excelize.Cell{StyleID: b.text, Value: value}
		}
		return excelize.Cell{StyleID: b.fraction, Value: value}
	case date:
		at, err := time.Parse(time.DateOnly, string(value))
		if err != nil {
			return excelize.Cell{StyleID: b.text, Value: string(value)}
		}
		return excelize.Cell{StyleID: b.day, Value: at.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24}
	}
	return excelize.Cell{StyleID: b.text, Value: value}
}

// clip makes text fit into a cell, and says so where it had to be cut.
func (b *book) clip(s string) string {
	s = visible(s)
	const room = cellLimit - 60 // for the remark
	units := 0
	for i, r := range s {
		units++
		if r > 0xffff {
			units++
		}
		if units > room && len(s)-i > 60 {
			return s[:i] + fmt.Sprintf(b.t.Cut, len([]rune(s)))
		}
	}
	return s
}

// write writes the workbook with fixed times and its parts in order: the same input gives the same bytes.
func (b *book) write(w io.Writer, title, creator string) error {
	at := fixedTime.Format(time.RFC3339)
	if err := b.f.SetDocProps(&excelize.DocProperties{Title: visible(title), Creator: visible(creator), LastModifiedBy: visible(creator), Created: at, Modified: at}); err != nil {
		return err
	}
	var buffer bytes.Buffer
	if _, err := b.f.WriteTo(&buffer); err != nil {
		return err
	}
	in, err := zip.NewReader(bytes.NewReader(buffer.Bytes()), int64(buffer.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, f := range in.File {
		header := f.FileHeader
		header.Extra = nil
		header.SetModTime(fixedTime) // what CreateRaw writes; it does not look at Modified
		raw, err := f.OpenRaw()
		if err != nil {
			return err
		}
		part, err := out.CreateRaw(&header)
		if err != nil {
			return err
		}
		if _, err := io.Copy(part, raw); err != nil {
			return err
		}
	}
	return out.Close()
}

// writeXLSX writes the tables as a workbook for analysis: a sheet each, and the counts of ministries by dispositions.
func writeXLSX(w io.Writer, in Input, o Options) error {
	o.Table = ""
	tables, t, err := sheets(in, o, "")
	if err != nil {
		return err
	}
	b, err := newBook(t, gothic)
	if err != nil {
		return err
	}
	title, tool := t.Timeline, toolName
	if in.Lineage != nil && in.Lineage.Tool != "" {
		tool = in.Lineage.Tool
	}
	if in.Comparison != nil {
		v, err := NewView(in, o)
		if err != nil {
			return err
		}
		title, tool = v.Edition.ID+" "+v.Edition.Title, v.Comparison.Tool
		if err := b.summary(v); err != nil {
			return err
		}
	}
	for _, table := range tables {
		var heads []string
		var widths []float64
		for i, f := range table.Columns {
			heads = append(heads, map[string]string{"ja": f.Ja, "en": f.En}[t.Lang])
			widths = append(widths, columnWidth(f, heads[i], table.rows, i))
		}
		rows := make([][]any, 0, len(table.rows))
		for _, r := range table.rows {
			cells := make([]any, 0, len(r))
			for i, value := range r {
				cells = append(cells, b.cell(value, table.Columns[i].Wide))
			}
			rows = append(rows, cells)
		}
		if err := b.sheet(map[string]string{"ja": table.Ja, "en": table.En}[t.Lang], widths, heads, rows); err != nil {
			return err
		}
	}
	return b.write(w, title, tool)
}

const gothic, mincho = "Meiryo UI", "ＭＳ 明朝"

// columnWidth fits the first rows; long texts get a width of their own and are wrapped.
func columnWidth(f Field, head string, rows []row, i int) float64 {
	if f.Wide {
		return 60
	}
	width := columns(head) + 4
	for _, r := range rows[:min(len(rows), 100)] {
		width = max(width, columns(fmt.Sprint(r[i]))+2)
	}
	return float64(min(width, 36))
}

// summary is the first sheet: what was compared, and the numbers of ministries by dispositions.
func (b *book) summary(v *View) error {
	t := v.T
	heads := []string{t.Ministry}
	widths := []float64{30}
	for _, d := range v.Summary.Dispositions {
		heads, widths = append(heads, d.Name), append(widths, float64(max(9, columns(d.Name)+3))) // all of them fit on a page across
	}
	heads, widths = append(heads, t.Total), append(widths, 10)
	var rows [][]any
	add := func(name string, counts []Count, total int) {
		r := []any{b.cell(name, false)}
		for _, c := range counts {
			r = append(r, b.cell(c.N, false))
		}
		rows = append(rows, append(r, b.cell(total, false)))
	}
	for _, g := range v.Summary.Ministries {
		add(g.Name, g.Counts, g.N)
	}
	add(t.Items+" "+t.Total, v.Summary.Dispositions, len(v.Cards))
	if err := b.sheet(t.Summary, widths, heads, rows); err != nil {
		return err
	}
	return b.about(v)
}

// about is a sheet that says which edition, options and version made the workbook.
func (b *book) about(v *View) error {
	t := v.T
	var rows [][]any
	for _, r := range [][2]string{{t.Edition, v.Edition.ID}, {t.Document, v.Edition.Title}, {t.Editions, v.editionLine()}, {t.Shown, fmt.Sprintf(t.Shown, len(v.Cards), v.Total)},
		{t.Options, v.settings()}, {t.MadeBy, v.Comparison.Tool}} {
		rows = append(rows, []any{b.cell(r[0], false), b.cell(r[1], true)})
	}
	rows[3][0] = b.cell(t.Items, false)
	return b.sheet(t.Note, []float64{24, 80}, []string{t.Note, ""}, rows)
}
