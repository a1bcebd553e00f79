package read

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// matchText takes bytes without control characters for text; its name makes it a little surer. Other formats, whose magic
// bytes or tags speak for them, come before it.
func matchText(head []byte, name string) int {
	if bytes.HasPrefix(head, []byte("%PDF-")) || bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return 0
	}
	if bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF}) {
		return 3
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return 0
	}
	if strings.HasSuffix(strings.ToLower(name), ".txt") || strings.HasSuffix(strings.ToLower(name), ".text") {
		return 3
	}
	return 1
}

// readText reads page text: see doc.go for how.
func readText(ctx context.Context, docs []document, candidates []*Profile, o Options) (decoded, error) {
	var pages []textPage
	var counts []int
	var whole strings.Builder
	for _, d := range docs {
		text, err := decodeText(d.data)
		if err != nil {
			return decoded{}, fmt.Errorf("read %s: %w", d.name, err)
		}
		whole.WriteString(text)
		whole.WriteString("\n")
		more := splitPages(text, d.name)
		counts = append(counts, len(more))
		pages = append(pages, more...)
	}
	name := docs[0].name
	if strings.TrimSpace(whole.String()) == "" {
		return decoded{}, fmt.Errorf("read %s: the file is empty: nothing to read", name)
	}
	p := pickProfile(candidates, whole.String())
	if p == nil || p.Score(whole.String()) == 0 {
		return decoded{}, fmt.Errorf("read %s: this text holds no plan table (no column heads, markers or labels of %s): is it the right file? else describe it in a profile (--profile FILE)", name, profileNames(candidates))
	}
	pages = splitFeet(pages, p)
	wanted, err := parsePages(o.Pages)
	if err != nil {
		return decoded{}, fmt.Errorf("read %s: %w", name, err)
	}
	pages = slices.DeleteFunc(pages, func(t textPage) bool { return !wanted.has(t.number) })
	if len(pages) == 0 {
		return decoded{}, fmt.Errorf("read %s: no page %s in this text; it has %d", name, o.Pages, sum(counts))
	}
	parts, notes, err := pageParts(ctx, pages, p, name, o)
	if err != nil {
		return decoded{}, err
	}
	rows := 0
	for _, t := range parts {
		if t.kind == row {
			rows++
		}
	}
	if rows == 0 {
		return decoded{}, fmt.Errorf("read %s: no row of a plan table found with profile %s", name, p.Name)
	}
	return decoded{parts: parts, profile: p, pages: counts, notes: notes}, nil
}

// pageParts decodes pages: where each fact has a column and blanks keep these apart, by the places on the line; else by the markers
// that tell results and next plan apart.
func pageParts(ctx context.Context, pages []textPage, p *Profile, name string, o Options) ([]part, []Note, error) {
	if parts := readLayout(pages, p); parts != nil {
		notes, err := layoutDoubts(parts, p, name)
		if err != nil {
			err = fmt.Errorf("read %s: %w", name, err)
		}
		return parts, notes, err
	}
	if p.results == never && p.nextPlan == never {
		return nil, nil, fmt.Errorf("read %s: profile %s has a column each for plan, results and next plan and no markers: lines of page text do not tell such columns apart; keep the columns apart by blanks (pdftotext -layout), or read the PDF or a table (docx, html, csv, xlsx)", name, p.Name)
	}
	parts, err := decodePages(ctx, pages, p, o.Progress)
	return parts, nil, err
}

func profileNames(ps []*Profile) string {
	var names []string
	for _, p := range ps {
		names = append(names, p.Name)
	}
	return strings.Join(names, ", ")
}

func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}

// decodeText turns bytes into text: UTF-8 with or without a byte order mark, UTF-16 with one, else Shift_JIS.
func decodeText(b []byte) (string, error) {
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		b = b[3:]
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(b)
		if err != nil {
			return "", fmt.Errorf("the file says it is UTF-16 and is not: %w", err)
		}
		b = out
	}
	if !utf8.Valid(b) {
		out, err := japanese.ShiftJIS.NewDecoder().Bytes(b)
		if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
			return "", fmt.Errorf("neither UTF-8, UTF-16 nor Shift_JIS: convert the file to UTF-8 (a damaged file shows here too)")
		}
		b = out
	}
	text := strings.ReplaceAll(string(b), "\r\n", "\n")
	return meant(strings.ReplaceAll(text, "\r", "\n")), nil
}

// textPage is one page of text: its lines with their numbers in the file.
type textPage struct {
	file   string
	number int // from 1 in its file, or as the site around it says
	lines  []textLine
}

// textLine is a line as it stands in the file, blank lines apart.
type textLine struct {
	text   string // without blanks at its ends
	indent int    // blanks before it, in characters
	number int    // in the file, from 1
	gap    bool   // a blank line stands before it
}

// splitPages cuts text at form feeds, and where the lines that open the file come again: pages of a site saved one after
// another.
func splitPages(text, file string) []textPage {
	var pages []textPage
	page := textPage{file: file, number: 1}
	n, gap := 0, false
	for _, chunk := range strings.Split(text, "\n") {
		n++
		for i, s := range strings.Split(chunk, "\f") {
			if i > 0 {
				if len(page.lines) > 0 || len(pages) > 0 || n > 1 {
					pages = append(pages, page)
					page = textPage{file: file, number: page.number + 1}
				}
				gap = false
			}
			t := strings.TrimSpace(s)
			if t == "" {
				gap = true
				continue
			}
			indent := 0
			for _, r := range s {
				if r != ' ' && r != '\t' && r != '　' {
					break
				}
				indent++
			}
			page.lines = append(page.lines, textLine{text: t, indent: indent, number: n, gap: gap})
			gap = false
		}
	}
	if len(page.lines) > 0 {
		pages = append(pages, page)
	}
	if len(pages) == 1 {
		pages = splitRepeats(pages[0])
	}
	return pages
}

// splitRepeats cuts a page where its first two lines come again.
func splitRepeats(p textPage) []textPage {
	if len(p.lines) < 4 {
		return []textPage{p}
	}
	var pages []textPage
	from := 0
	for i := 2; i+1 < len(p.lines); i++ {
		if p.lines[i].text == p.lines[0].text && p.lines[i+1].text == p.lines[1].text {
			pages = append(pages, textPage{file: p.file, number: p.number + len(pages), lines: p.lines[from:i]})
			from = i
		}
	}
	return append(pages, textPage{file: p.file, number: p.number + len(pages), lines: p.lines[from:]})
}

// splitFeet cuts a page that holds several page numbers after each of them: pages run together without form feeds. Text around
// a page that follows the number goes to the next page, where it stands before the running title.
func splitFeet(pages []textPage, p *Profile) []textPage {
	var out []textPage
	for _, page := range pages {
		var feet []int
		for i, l := range page.lines {
			if _, printed, ok := p.Furniture(l.text); ok && printed != "" {
				feet = append(feet, i)
			}
		}
		if len(feet) < 2 {
			out = append(out, page)
			continue
		}
		from := 0
		for n, foot := range feet {
			to := foot + 1
			if n == len(feet)-1 {
				to = len(page.lines)
			}
			out = append(out, textPage{file: page.file, number: page.number + n, lines: page.lines[from:to]})
			from = to
		}
	}
	return out
}
