package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// writeCSV writes one table as RFC 4180: a head row, comma, CRLF, quotes where needed. Text that a spreadsheet would take
// for a formula gets an apostrophe in front; see guard.
func writeCSV(w io.Writer, in Input, o Options) error {
	name := o.Table
	if name == "" {
		name = "items"
		if in.Comparison == nil {
			name = "lineage"
		}
	}
	tables, _, err := sheets(in, o, name)
	if err != nil {
		return err
	}
	if o.BOM {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, t := range tables {
		head := make([]string, 0, len(t.Columns))
		for _, f := range t.Columns {
			head = append(head, f.Name)
		}
		_ = out.Write(head) // errors stay with the writer until Flush
		for _, r := range t.rows {
			cells := make([]string, 0, len(r))
			for _, value := range r {
				cells = append(cells, csvCell(value))
			}
			_ = out.Write(cells)
		}
	}
	out.Flush()
	return out.Error()
}

func csvCell(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case string:
		return guard(value)
	}
	return fmt.Sprint(value)
}

// guard keeps a spreadsheet from taking text for a formula: =, +, -, @, tab and carriage return in front (and the
// full-width forms, which Excel takes too where an East Asian input method is on) get an apostrophe. Recommended by
// OWASP, "CSV Injection". jsonl and json hold the text as it is.
func guard(s string) string {
	if strings.ContainsRune("=+-@\t\r＝＋－＠", firstRune(s)) {
		return "'" + s
	}
	return s
}

// firstRune is the first rune, or one that no text begins with.
func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return -1
}
