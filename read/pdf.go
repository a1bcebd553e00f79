package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"plandiff/read/pdf"
)

// matchPDF is sure of the magic bytes; a file that only calls itself a PDF is taken too, so that the error says what it is.
func matchPDF(head []byte, name string) int {
	switch {
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return 9
	case strings.HasSuffix(strings.ToLower(name), ".pdf"):
		return 6
	}
	return 0
}

// readPDF reads PDFs of one edition: package pdf gives cells and lines, what they are the profile says.
func readPDF(ctx context.Context, docs []document, candidates []*Profile, o Options) (decoded, error) {
	wanted, err := parsePages(o.Pages)
	if err != nil {
		return decoded{}, fmt.Errorf("read %s: %w", docs[0].name, err)
	}
	options := pdf.Options{Password: o.Password, CacheDir: o.CacheDir, FontDir: o.FontDir, Want: wanted.has, Progress: o.Progress}
	if options.CacheDir == "" {
		options.CacheDir = pdf.DefaultCacheDir()
	}
	var d decoded
	var files []pdfFile
	for _, doc := range docs {
		f, err := pdf.Read(ctx, doc.data, options)
		switch {
		case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
			return decoded{}, err
		case err != nil:
			return decoded{}, fmt.Errorf("read %s: %w", doc.name, err)
		}
		for _, n := range f.Notes {
			d.notes = append(d.notes, Note{File: doc.name, Page: n.Page, Message: n.Message})
		}
		d.pages = append(d.pages, f.Total)
		files = append(files, pdfFile{name: doc.name, pages: f.Pages})
	}
	d.profile = pickPDFProfile(candidates, files)
	if d.profile == nil {
		return decoded{}, fmt.Errorf("read %s: %w", docs[0].name, noTable(files, candidates, d.notes))
	}
	d.parts = pdfParts(files, d.profile)
	if !slices.ContainsFunc(d.parts, func(t part) bool { return t.kind == row }) {
		return decoded{}, fmt.Errorf("read %s: %w", docs[0].name, noTable(files, []*Profile{d.profile}, d.notes))
	}
	return d, nil
}

// pdfFile is one document's pages.
type pdfFile struct {
	name  string
	pages []pdf.Page
}

// pickPDFProfile chooses among profiles by the tables of PDFs; nil where none opens a table.
func pickPDFProfile(candidates []*Profile, files []pdfFile) *Profile {
	heads := func(p *Profile) int {
		n := 0
		for _, f := range files {
			for i := range f.pages {
				for g := range f.pages[i].Grids {
					if _, ok := findHead(&f.pages[i].Grids[g], p); ok {
						n++
					}
				}
			}
		}
		return n
	}
	return pickByHeads(candidates, heads, func() string { return tableText(files) })
}

// pickByHeads chooses the profile whose column heads open the most tables, then the one that fits the tables' text best; nil where
// none opens a table.
func pickByHeads(candidates []*Profile, heads func(*Profile) int, text func() string) *Profile {
	most := 0
	var best []*Profile
	for _, p := range candidates {
		switch n := heads(p); {
		case n > most:
			most, best = n, []*Profile{p}
		case n == most && n > 0:
			best = append(best, p)
		}
	}
	if len(best) == 0 {
		return nil
	}
	if len(best) > 1 {
		if p := pickProfile(best, text()); p != nil {
			return p
		}
	}
	return best[0]
}

// scoredText bounds what profiles are told apart by: markers and labels come again on every page.
const scoredText = 200_000

// tableText writes out what tables hold, a line each.
func tableText(files []pdfFile) string {
	var b strings.Builder
	for _, f := range files {
		for i := range f.pages {
			for g := range f.pages[i].Grids {
				for _, c := range f.pages[i].Grids[g].Cells {
					b.WriteString(cellText(c.Lines) + "\n")
					for _, l := range c.Lines {
						b.WriteString(l.Text + "\n")
					}
					if b.Len() > scoredText {
						return b.String()
					}
				}
			}
		}
	}
	return b.String()
}

// noTable says what was found where no table of the profile was, and what was lost on the way.
func noTable(files []pdfFile, candidates []*Profile, notes []Note) error {
	pages, tables, heads := 0, 0, ""
	for _, f := range files {
		pages += len(f.pages)
		for i := range f.pages {
			for _, g := range f.pages[i].Grids {
				if len(g.Cells) < 2 {
					continue
				}
				tables++
				var first []string
				for _, c := range g.Cells {
					if t := cellText(c.Lines); c.Row == 0 && t != "" {
						first = append(first, clip(t, 20))
					}
				}
				if heads == "" && len(first) > 0 {
					heads = fmt.Sprintf(" (the first, on page %d, begins %s)", f.pages[i].Number, strings.Join(first, " | "))
				}
			}
		}
	}
	found := fmt.Sprintf("%d pages of text, without a ruled table", pages)
	if tables > 0 {
		found = fmt.Sprintf("%d pages of text and %d ruled tables with other column heads%s", pages, tables, heads)
	}
	if len(notes) > 0 {
		found += fmt.Sprintf("; and not all could be read (%s)", notes[0])
	}
	return fmt.Errorf("no table of the profile found (%s): there are %s; describe the table in a profile (--profile FILE), or give the pages that have it", profileNames(candidates), found)
}
