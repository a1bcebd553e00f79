package read

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"plandiff/schema"
)

// maxDocument bounds one file: far above any plan document, far below what would exhaust a machine.
const maxDocument = 256 << 20

// Options of File and Files. The zero value is the default.
type Options struct {
	Format   string            // name in Formats; "": told by magic bytes, then content, then extension
	Profile  string            // name of a built-in profile, a path of a profile file, or "auto" (the default)
	Pages    string            // "90-200,210"; "": all
	Password string            // of an encrypted PDF
	Map      map[string]string // column of a table file to field: "E" or "実績" → results; guessed where absent
	ID       string            // edition id; "": made from the profile and the years
	CacheDir string            // for compiled PDFium; "": the user's cache directory, none if not writable
	FontDir  string            // with a fallback CJK font for PDFs that embed none; "": the system's
	Strict   bool              // an option that the documents' format does not heed is an error; else Result.Idle names it
	Stdin    io.Reader         // what the path "-" reads; nil: nothing
	Progress func(done, total int)
}

// Result is a document read.
type Result struct {
	Edition *schema.Edition
	Profile string   // name of the profile that fitted; "" for a file that is an edition already
	Format  string   // name of the documents' format
	Idle    []string // options that were given and that the format does not heed, with file and reason
	Notes   []Note   // what a person should know: repairs, losses, unplaced text
}

// Note is one remark on the reading, with its place.
type Note struct {
	File    string
	Page    int
	Line    int
	Message string
}

// String gives the note as it is shown: file, page and line where known, message.
func (n Note) String() string {
	at := n.File
	if n.Page > 0 {
		at += fmt.Sprintf(": page %d", n.Page)
	}
	if n.Line > 0 {
		at += fmt.Sprintf(": line %d", n.Line)
	}
	return strings.TrimPrefix(at+": "+n.Message, ": ")
}

// File reads one document, a folder of pages, or "-" for standard input.
func File(ctx context.Context, path string, o Options) (*Result, error) {
	return Files(ctx, []string{path}, o)
}

// Files reads several documents of one edition, in the order given; a folder stands for its files in natural order.
// Errors name the file and say what to do next.
func Files(ctx context.Context, paths []string, o Options) (*Result, error) {
	docs, left, err := open(paths, o)
	if err != nil {
		return nil, err
	}
	f, err := formatOf(docs, o)
	if err != nil {
		return nil, err
	}
	idle := f.idle(docs[0].name, o)
	if o.Strict && len(idle) > 0 {
		return nil, fmt.Errorf("read %s", strings.Join(idle, "; "))
	}
	candidates := Profiles()
	if o.Profile != "" && o.Profile != "auto" {
		p, err := LoadProfile(o.Profile)
		if err != nil {
			return nil, err
		}
		candidates = []*Profile{p}
	}
	d, err := f.read(ctx, docs, candidates, o)
	if err != nil {
		return nil, err
	}
	if d.edition != nil {
		if o.ID != "" {
			d.edition.ID = o.ID
		}
		return &Result{Edition: d.edition, Format: f.Name, Idle: idle, Notes: append(left, d.notes...)}, nil
	}
	e := assemble(d.parts, d.profile)
	if o.ID != "" {
		e.ID = o.ID
	}
	for i, doc := range docs {
		sum := sha256.Sum256(doc.data)
		s := schema.Source{File: filepath.Base(doc.name), SHA256: hex.EncodeToString(sum[:]), Format: f.Name, Profile: d.profile.Name}
		if i < len(d.pages) {
			s.Pages = d.pages[i]
		}
		e.Sources = append(e.Sources, s)
	}
	return &Result{Edition: e, Profile: d.profile.Name, Format: f.Name, Idle: idle, Notes: slices.Concat(left, d.notes, unplacedNotes(docs[0].name, e.Unplaced))}, nil
}

// eachUnplaced is up to how many unplaced texts of a page get a note of their own.
const eachUnplaced = 3

// unplacedNotes tells of the text that took no place: a note each, or one for a page that has many.
func unplacedNotes(name string, all []schema.Unplaced) (notes []Note) {
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j].At.Page == all[i].At.Page {
			j++
		}
		here := all[i:j]
		i = j
		if len(here) <= eachUnplaced {
			for _, u := range here {
				notes = append(notes, Note{File: name, Page: u.At.Page, Line: u.Line, Message: fmt.Sprintf("no cell, heading or furniture took %q", clip(u.Text, 60))})
			}
			continue
		}
		var lines, texts []string
		for n, u := range here {
			if l := strconv.Itoa(u.Line); u.Line > 0 && (len(lines) == 0 || lines[len(lines)-1] != l) {
				lines = append(lines, l)
			}
			if n < eachUnplaced {
				texts = append(texts, strconv.Quote(clip(u.Text, 30)))
			}
		}
		where := ""
		if len(lines) > 0 {
			where = " (lines " + strings.Join(lines, ", ") + ")"
		}
		notes = append(notes, Note{File: name, Page: here[0].At.Page, Message: fmt.Sprintf("no cell, heading or furniture took %d texts%s: %s … (all of them stand under unplaced)", len(here), where, strings.Join(texts, ", "))})
	}
	return notes
}

// open reads the files that paths stand for; left tells of files of a folder that are no documents.
func open(paths []string, o Options) (docs []document, left []Note, err error) {
	if len(paths) == 0 {
		return nil, nil, errors.New("read: no document given")
	}
	for _, path := range paths {
		if path == "-" {
			if o.Stdin == nil {
				return nil, nil, errors.New("read -: there is no standard input here; give a file")
			}
			b, err := limited(o.Stdin)
			if err != nil {
				return nil, nil, fmt.Errorf("read -: %w", err)
			}
			docs = append(docs, document{"-", b})
			continue
		}
		files, others, err := expand(path)
		if err != nil {
			return nil, nil, err
		}
		if len(others) > 0 {
			left = append(left, Note{File: path, Message: "left out, for their names are not those of documents: " + strings.Join(others, ", ")})
		}
		for _, file := range files {
			f, err := os.Open(file)
			if err != nil {
				return nil, nil, fmt.Errorf("read %s: %w", file, errors.Unwrap(err))
			}
			b, err := limited(f)
			f.Close()
			if err != nil {
				return nil, nil, fmt.Errorf("read %s: %w", file, err)
			}
			docs = append(docs, document{file, b})
		}
	}
	return docs, left, nil
}

func limited(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxDocument+1))
	if err == nil && len(b) > maxDocument {
		err = fmt.Errorf("larger than %d MB: split the document, or give only the part with the tables", maxDocument>>20)
	}
	return b, err
}

// expand lists the documents of a folder in natural order (page 2 before page 10), or path itself, and what else is in the folder.
func expand(path string) (files, others []string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: no such file or folder", path)
	}
	if !info.IsDir() {
		return []string{path}, nil, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", path, err)
	}
	for _, e := range entries {
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.Type().IsRegular() && isDocument(e.Name()):
			files = append(files, filepath.Join(path, e.Name()))
		default:
			others = append(others, e.Name())
		}
	}
	if len(files) == 0 {
		return nil, nil, fmt.Errorf("read %s: the folder holds no document; give the folder with the pages in it", path)
	}
	sort.SliceStable(files, func(i, j int) bool { return naturalLess(files[i], files[j]) })
	return files, others, nil
}

// isDocument keeps files that only describe a folder (an index, a README) out of its pages.
func isDocument(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text", ".pdf", ".html", ".htm", ".xlsx", ".csv", ".tsv", ".docx":
		return true
	}
	return false
}

// naturalLess orders names with their numbers by value.
func naturalLess(a, b string) bool {
	for a != "" && b != "" {
		na, ra := leadingNumber(a)
		nb, rb := leadingNumber(b)
		if na != "" && nb != "" {
			ta, tb := strings.TrimLeft(na, "0"), strings.TrimLeft(nb, "0")
			if len(ta) != len(tb) {
				return len(ta) < len(tb)
			}
			if ta != tb {
				return ta < tb
			}
			a, b = ra, rb
			continue
		}
		if a[0] != b[0] {
			return a[0] < b[0]
		}
		a, b = a[1:], b[1:]
	}
	return len(a) < len(b)
}

func leadingNumber(s string) (digits, rest string) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return s[:i], s[i:]
}

// formatOf picks the format that is surest of the documents; all must agree, for they are one edition.
func formatOf(docs []document, o Options) (Format, error) {
	if o.Format != "" {
		f, ok := format(o.Format)
		if !ok {
			return f, fmt.Errorf("unknown format %q; have %s", o.Format, formatNames())
		}
		return f, nil
	}
	var chosen Format
	for i, d := range docs {
		var best Format
		top := 0
		head := d.data[:min(len(d.data), 64<<10)]
		for _, f := range Formats {
			if s := f.Match(head, d.name); s > top {
				best, top = f, s
			}
		}
		if hint := officeHint(head); hint != "" && (top < 6 || bytes.HasPrefix(head, []byte("PK"))) {
			return best, fmt.Errorf("read %s: %s", d.name, hint)
		}
		if top == 0 {
			return best, fmt.Errorf("read %s: no format fits these bytes; have %s (--format NAME to insist)", d.name, formatNames())
		}
		if i > 0 && best.Name != chosen.Name {
			return best, fmt.Errorf("read %s: is %s, but %s is %s; one edition comes from documents of one format: name the files that belong to it, or read them apart", d.name, best.Name, docs[0].name, chosen.Name)
		}
		chosen = best
	}
	return chosen, nil
}

// clip shortens s to n runes for a message.
func clip(s string, n int) string {
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	return string(rs[:n]) + "…"
}
