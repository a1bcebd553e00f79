package read

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"
)

// matchXLSX knows a workbook by the parts of its archive; the name decides where they lie too deep in the file.
func matchXLSX(head []byte, name string) int { return matchOffice(head, name, "xl/", ".xlsx") }

// matchOffice knows an Office file: an archive with a folder of that name.
func matchOffice(head []byte, name, folder, ext string) int {
	if !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		if strings.EqualFold(filepath.Ext(name), ext) {
			return 6 // so that the error says what is wrong with it
		}
		return 0
	}
	if bytes.Contains(head, []byte(folder)) {
		return 9
	}
	if strings.EqualFold(filepath.Ext(name), ext) {
		return 6
	}
	return 0
}

// maxUnpacked bounds what an archive may unpack to, in bytes: a hundred times the largest workbook of a plan.
const maxUnpacked = 512 << 20

// readXLSX reads every sheet of workbooks. Merged cells keep their text in their first place.
func readXLSX(ctx context.Context, docs []document, candidates []*Profile, o Options) (decoded, error) {
	var blocks []block
	for _, d := range docs {
		f, err := excelize.OpenReader(bytes.NewReader(d.data), excelize.Options{Password: o.Password, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked / 4})
		if err != nil {
			return decoded{}, fmt.Errorf("read %s: not a workbook that can be opened (%w): damaged, or with a password (--password-file)", d.name, err)
		}
		for n, sheet := range f.GetSheetList() {
			if err := ctx.Err(); err != nil {
				return decoded{}, err
			}
			b, err := sheetBlock(f, sheet)
			if err != nil {
				return decoded{}, fmt.Errorf("read %s: sheet %q: %w", d.name, sheet, err)
			}
			b.page = n + 1
			if len(b.rows) > 0 {
				blocks = append(blocks, block{text: sheet, page: n + 1}, b)
			}
		}
		if err := f.Close(); err != nil {
			return decoded{}, fmt.Errorf("read %s: %w", d.name, err)
		}
	}
	return readTables(docs[0].name, blocks, candidates, o)
}

func sheetBlock(f *excelize.File, sheet string) (block, error) {
	all, err := f.GetRows(sheet)
	if err != nil {
		return block{}, err
	}
	if len(all) > maxRows {
		return block{}, fmt.Errorf("more than %d rows: split the workbook", maxRows)
	}
	var b block
	width := 0
	for _, r := range all {
		width = max(width, len(r))
	}
	for i, r := range all {
		t := tableRow{line: i + 1, cells: make([]tableCell, width)}
		for k, text := range r {
			t.cells[k].text = strings.ReplaceAll(text, "\r\n", "\n")
		}
		b.rows = append(b.rows, t)
	}
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		return block{}, err
	}
	for _, m := range merged {
		c0, r0, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			return block{}, err
		}
		c1, r1, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return block{}, err
		}
		for r := r0; r <= min(r1, len(b.rows)); r++ {
			for c := c0; c <= min(c1, width); c++ {
				if r == r0 && c == c0 {
					continue
				}
				b.rows[r-1].cells[c-1] = tableCell{above: r > r0, left: c > c0}
			}
		}
	}
	return b, nil
}
