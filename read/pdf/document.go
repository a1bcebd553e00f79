package pdf

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// Options of Read. The zero value is the default.
type Options struct {
	Password string
	CacheDir string                // for compiled PDFium; "": compile each time
	FontDir  string                // folder with a CJK font for documents that embed none; "": where systems keep fonts
	Want     func(page int) bool   // pages to read, from 1; nil: all
	Progress func(done, total int) // called after each page, from one goroutine at a time
}

// Document is what the wanted pages hold, in their order.
type Document struct {
	Pages []Page
	Total int    // pages of the document
	Notes []Note // repairs and losses
}

// Note is a remark on the reading; Page is 0 where it concerns the whole document.
type Note struct {
	Page    int
	Message string
}

// Page is one page, turned so that most of its text runs to the right. All lengths are points, x to the right, y down.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Grids         []Grid // tables and boxes, top to bottom
	Lines         []Line // text outside them, top to bottom
	Characters    int    // drawn, without blanks
	Images        int
}

// The ways in which a document cannot be read. Errors of Read wrap one of these.
var (
	ErrNotPDF    = errors.New("not a PDF")
	ErrTruncated = errors.New("truncated")
	ErrDamaged   = errors.New("damaged")
	ErrPassword  = errors.New("password needed")
	ErrNoText    = errors.New("no text layer")
	ErrUnmapped  = errors.New("text that no font maps")
)

// Read reads a PDF of any origin; data may be hostile. Two pages are read at a time, each in a sandbox of its own. When ctx ends
// Read returns at once with its error.
func Read(ctx context.Context, data []byte, o Options) (*Document, error) {
	if err := checkHead(data); err != nil {
		return nil, err
	}
	fonts, err := fallbackFont(data, o.FontDir)
	if err != nil {
		return nil, err
	}
	workers := max(1, min(2, runtime.NumCPU()))
	e, err := startEngine(o.CacheDir, workers, fonts)
	if err != nil {
		return nil, err
	}
	d, err := e.read(ctx, data, o, workers)
	if ctx.Err() == nil {
		e.close() // else a page may still be read in it
	}
	return d, err
}

// read reads one document.
func (e *engine) read(ctx context.Context, data []byte, o Options, workers int) (*Document, error) {
	damage := make(chan []Note, 1)
	go func() { damage <- inspect(data) }()
	r := &reader{engine: e, data: data, options: o}
	done := make(chan error, 1)
	go func() { done <- r.run(ctx, workers) }()
	select {
	case err := <-done:
		if err != nil {
			return nil, err
		}
	case <-ctx.Done(): // a page may take long: its sandbox is left behind
		return nil, ctx.Err()
	}
	d := &Document{Total: r.total, Notes: append(<-damage, r.notes...)}
	for _, p := range r.pages {
		if p != nil {
			d.Pages = append(d.Pages, *p)
		}
	}
	return d, r.verdict(d)
}

// maxRestarts is how many pages may bring their sandbox down before the document is given up.
const maxRestarts = 8

// reader reads the pages of one document.
type reader struct {
	engine   *engine
	data     []byte
	options  Options
	total    int
	wanted   []int // page numbers, from 0
	next     atomic.Int64
	restarts atomic.Int64

	mu               sync.Mutex
	pages            []*Page // as wanted; nil where a page could not be read
	notes            []Note
	done             int
	characters, lost int
	images           int
}

// run opens the document once per worker and reads the wanted pages.
func (r *reader) run(ctx context.Context, workers int) error {
	first, doc, err := r.open()
	if err != nil {
		return err
	}
	r.total = int(int32(first.call("FPDF_GetPageCount", doc)))
	for i := range r.total {
		if r.options.Want == nil || r.options.Want(i+1) {
			r.wanted = append(r.wanted, i)
		}
	}
	if r.total <= 0 {
		first.close()
		return fmt.Errorf("%w: no page can be found in it; get the document again", ErrDamaged)
	}
	if len(r.wanted) == 0 {
		first.close()
		return fmt.Errorf("none of the pages asked for: the document has %d", r.total)
	}
	r.pages = make([]*Page, len(r.wanted))
	failed := make(chan error, workers)
	for w := range workers {
		if w == 0 {
			go func() { failed <- r.work(ctx, first, doc) }()
			continue
		}
		if w >= len(r.wanted) {
			failed <- nil
			continue
		}
		in, doc, err := r.open()
		if err != nil {
			failed <- err
			continue
		}
		go func() { failed <- r.work(ctx, in, doc) }()
	}
	var all []error
	for range workers {
		all = append(all, <-failed)
	}
	return errors.Join(all...)
}

// open starts an instance with the document in it.
func (r *reader) open() (*instance, uint64, error) {
	in, err := r.engine.start()
	if err != nil {
		return nil, 0, err
	}
	at := in.load(r.data)
	password := in.load([]byte(r.options.Password))
	doc := in.call("FPDF_LoadMemDocument64", uint64(at), uint64(len(r.data)), uint64(password))
	if in.failed == nil && doc != 0 {
		return in, doc, nil
	}
	defer in.close()
	if in.failed != nil {
		return nil, 0, fmt.Errorf("%w beyond repair: %s", ErrDamaged, firstLine(in.failed))
	}
	switch code := in.call("FPDF_GetLastError"); {
	case code == 4 && r.options.Password == "":
		return nil, 0, fmt.Errorf("%w to open it: give it with --password-file", ErrPassword)
	case code == 4:
		return nil, 0, fmt.Errorf("%w to open it: the one given does not fit", ErrPassword)
	case code == 5:
		return nil, 0, fmt.Errorf("%w: protected by a method that PDFium does not know; save it without protection", ErrPassword)
	case truncated(r.data):
		return nil, 0, fmt.Errorf("%w: the file breaks off before its end; get it again, whole", ErrTruncated)
	}
	return nil, 0, fmt.Errorf("%w beyond repair: its structure cannot be read; get the document again", ErrDamaged)
}

// work reads pages until none is left. A page that brings the sandbox down is lost, with a note; the next one gets a new sandbox.
func (r *reader) work(ctx context.Context, in *instance, doc uint64) error {
	defer func() {
		if in != nil {
			in.close()
		}
	}()
	for {
		k := int(r.next.Add(1)) - 1
		if k >= len(r.wanted) {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		i := r.wanted[k]
		s, err := in.page(doc, i)
		r.take(k, i, s, err)
		if err != nil {
			if r.restarts.Add(1) > maxRestarts {
				return fmt.Errorf("%w: page after page cannot be read: %w", ErrDamaged, err)
			}
			in.close()
			if in, doc, err = r.open(); err != nil {
				return err
			}
		}
	}
}

// take lays one page out and notes what is missing of it.
func (r *reader) take(k, i int, s *sheet, err error) {
	var p *Page
	if err == nil && s != nil {
		p = s.layout()
		p.Number = i + 1
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	note := func(format string, args ...any) {
		r.notes = append(r.notes, Note{i + 1, fmt.Sprintf(format, args...)})
	}
	switch {
	case err != nil:
		note("lost: PDFium could not read the page (%s)", firstLine(err))
	case s == nil:
		note("lost: the page is damaged")
	default:
		r.characters += p.Characters
		r.lost += s.unmapped
		r.images += s.images
		if s.unmapped > 0 {
			note("%d characters lost: no font says what they are", s.unmapped)
		}
		if s.outside > 0 {
			note("%d characters drawn outside the page are left out", s.outside)
		}
		if p.Characters == 0 && s.images > 0 {
			note("the page is a picture: no text layer on it; run text recognition (OCR) if the plan goes on there")
		}
		if s.cut {
			note("lost: the page draws more than %d characters or lines; the rest is left out", maxChars)
		}
		r.pages[k] = p
	}
	r.done++
	if r.options.Progress != nil {
		r.options.Progress(r.done, len(r.wanted))
	}
}

// verdict says whether what was read is text at all.
func (r *reader) verdict(d *Document) error {
	sortNotes(d.Notes)
	switch {
	case r.characters == 0 && len(d.Notes) > 0:
		return fmt.Errorf("%w: no text can be read in it (%s); get the document again", ErrDamaged, d.Notes[0].Message)
	case r.characters == 0 && r.images > 0:
		return fmt.Errorf("%w: its pages are pictures (a scan); run text recognition (OCR) on it first", ErrNoText)
	case r.characters == 0:
		return fmt.Errorf("%w: nothing that is drawn on its pages is text", ErrNoText)
	case r.lost*2 > r.characters:
		return fmt.Errorf("%w: %d of %d characters; save the document again with its fonts, or run text recognition (OCR) on it", ErrUnmapped, r.lost, r.characters)
	case truncated(r.data):
		return fmt.Errorf("%w: the file breaks off before its end, with %d pages in what is left; get it again, whole", ErrTruncated, r.total)
	}
	return nil
}

// firstLine keeps a sandbox's stack trace out of messages.
func firstLine(err error) string {
	s, _, _ := strings.Cut(err.Error(), "\n")
	return s
}

// layout puts a page's characters into the cells of its grids and makes lines of them.
func (s *sheet) layout() *Page {
	p := &Page{Width: s.width, Height: s.height, Grids: grids(s.rulings, s.chars), Images: s.images}
	var outside, turned []Char
	type spot struct{ grid, cell int }
	last, before := spot{-1, -1}, Char{Y: math.Inf(-1)}
	over := false // the run has left the cell that it belongs to
	for _, c := range s.chars {
		c.Rune = glyph(c.Rune)
		if ignored(c.Rune) {
			continue
		}
		if !blank(c.Rune) {
			p.Characters++
		}
		if c.Turned {
			turned = append(turned, c)
			continue
		}
		here := spot{-1, -1}
		for g := range p.Grids {
			if k := p.Grids[g].cellAt(c.X+c.W/2, c.Y-sameLine*c.Size); k >= 0 {
				here = spot{g, k}
				break
			}
		}
		// Text belongs where its run starts: a line that cannot be broken runs over the edge of its cell. A character that
		// reaches the edge tells it from the text of the next cell, for cells have some padding; from there on the run is followed.
		if here != last && last.grid >= 0 && math.Abs(c.Y-before.Y) < 0.1*c.Size {
			gap := c.X - before.X - before.W
			edge := p.Grids[last.grid].Cells[last.cell].X1
			across := over || here.grid < 0 || before.X+before.W > edge-0.5 || c.X < edge
			if over = across && gap > -0.5*c.Size && gap < 0.2*c.Size && c.X+c.W/2 > edge; over {
				here = last
			}
		} else {
			over = false
		}
		last, before = here, c
		if here.grid < 0 {
			outside = append(outside, c)
		} else {
			cell := &p.Grids[here.grid].Cells[here.cell]
			cell.chars = append(cell.chars, c)
		}
	}
	for g := range p.Grids {
		for k := range p.Grids[g].Cells {
			c := &p.Grids[g].Cells[k]
			c.Lines, c.chars = makeLines(c.chars, 0), nil
		}
	}
	p.Lines = makeLines(outside, 4)
	for _, l := range turnedLines(turned) {
		placed := false
		for g := range p.Grids {
			if k := p.Grids[g].cellAt((l.X0+l.X1)/2, l.Y); k >= 0 && !placed {
				c := &p.Grids[g].Cells[k]
				c.Lines, placed = append(c.Lines, l), true
			}
		}
		if !placed {
			p.Lines = append(p.Lines, l)
		}
	}
	return p
}
