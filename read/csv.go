package read

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// matchCSV goes by the name: the content of a comma-separated file is text like any other.
func matchCSV(head []byte, name string) int {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv":
		if matchText(head, name) > 0 {
			return 4
		}
	}
	return 0
}

// readCSV reads comma-, semicolon- or tab-separated tables: RFC 4180, with line breaks in quoted cells.
func readCSV(_ context.Context, docs []document, candidates []*Profile, o Options) (decoded, error) {
	var blocks []block
	for _, d := range docs {
		text, err := decodeText(d.data)
		if err != nil {
			return decoded{}, fmt.Errorf("read %s: %w", d.name, err)
		}
		if strings.TrimSpace(text) == "" {
			return decoded{}, fmt.Errorf("read %s: the file is empty: nothing to read", d.name)
		}
		r := csv.NewReader(strings.NewReader(text))
		r.Comma = separator(text)
		r.FieldsPerRecord = -1
		var rows []tableRow
		width := 0
		for {
			record, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return decoded{}, fmt.Errorf("read %s: %w: a cell with quotes needs them doubled", d.name, err)
			}
			line, _ := r.FieldPos(0)
			if len(rows) >= maxRows {
				return decoded{}, fmt.Errorf("read %s: line %d: more than %d rows: split the file", d.name, line, maxRows)
			}
			t := tableRow{line: line}
			for _, f := range record {
				t.cells = append(t.cells, tableCell{text: f})
			}
			width = max(width, len(t.cells))
			rows = append(rows, t)
		}
		for i := range rows {
			for len(rows[i].cells) < width {
				rows[i].cells = append(rows[i].cells, tableCell{})
			}
		}
		blocks = append(blocks, block{rows: rows})
	}
	return readTables(docs[0].name, blocks, candidates, o)
}

// maxRows bounds a table: far above any plan.
const maxRows = 200_000

// separator is what parts most cells in the file's first lines, quoted text apart.
func separator(text string) rune {
	head := text[:min(len(text), 8192)]
	count := map[rune]int{}
	quoted := false
	for _, c := range head {
		if c == '"' {
			quoted = !quoted
		}
		if !quoted {
			count[c]++
		}
	}
	best := ','
	for _, c := range []rune{'\t', ';'} {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}
