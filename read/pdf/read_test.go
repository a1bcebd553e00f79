package pdf

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// options keeps compiled PDFium between the tests of a machine, as the command does.
func options(t testing.TB) Options {
	t.Helper()
	return Options{CacheDir: DefaultCacheDir()}
}

// cells writes a page's cells one a line, and then the lines outside them.
func cells(p Page) string {
	var b strings.Builder
	for _, g := range p.Grids {
		for _, c := range g.Cells {
			fmt.Fprintf(&b, "%d,%d:", c.Row, c.Column)
			for _, l := range c.Lines {
				b.WriteString(" " + l.Text)
			}
			b.WriteString("\n")
		}
	}
	for _, l := range p.Lines {
		b.WriteString("outside: " + l.Text + "\n")
	}
	return b.String()
}

const fourCells = "0,0: top left\n0,1: top right\n1,0: bottom left\n1,1: bottom right\n"

// However a producer draws a table, its cells are the same.
func TestRulings(t *testing.T) {
	for name, lines := range map[string]string{
		"strokes": strokes, "boxes": boxes, "thin fills": fills, "dashes": dashes, "dots": dots(), "clipped": clipped, "filled frames": frames,
		"open sides": open,
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(t.Context(), sample{pages: []string{table(lines)}}.bytes(), options(t))
			require.NoError(t, err)
			assert.Equal(t, fourCells, cells(d.Pages[0]))
			assert.Empty(t, d.Notes)
		})
	}
}

// A page is turned until its text runs to the right, whether the page says that it is turned or its content is drawn so.
func TestTurnedPages(t *testing.T) {
	turned := func(matrix string) string { return "q " + matrix + " cm\n" + table(strokes) + "Q\n" }
	for name, s := range map[string]sample{
		"up":          {pages: []string{turned("0 1 -1 0 300 0")}},
		"upside down": {pages: []string{turned("-1 0 0 -1 400 300")}},
		"down":        {pages: []string{turned("0 -1 1 0 0 300")}},
		"by the page": {pages: []string{turned("0 1 -1 0 300 0")}, attrs: "/Rotate 90"},
		"in a form":   {pages: []string{"q 0 1 -1 0 300 0 cm /X0 Do Q"}, forms: []string{table(strokes)}},
		"cropped":     {pages: []string{table(strokes)}, attrs: "/CropBox[10 10 390 290]"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(t.Context(), s.bytes(), options(t))
			require.NoError(t, err)
			assert.Equal(t, fourCells, cells(d.Pages[0]))
		})
	}
}

func TestPagesAndProgress(t *testing.T) {
	data := sample{pages: []string{text(20, 200, "one"), text(20, 200, "two"), text(20, 200, "three")}}.bytes()
	o := options(t)
	var seen []string
	o.Want = func(page int) bool { return page > 1 }
	o.Progress = func(done, total int) { seen = append(seen, fmt.Sprintf("%d/%d", done, total)) }
	d, err := Read(t.Context(), data, o)
	require.NoError(t, err)
	require.Len(t, d.Pages, 2)
	assert.Equal(t, 3, d.Total)
	assert.Equal(t, 2, d.Pages[0].Number)
	assert.Equal(t, "two", d.Pages[0].Lines[0].Text)
	assert.Equal(t, "three", d.Pages[1].Lines[0].Text)
	assert.Equal(t, []string{"1/2", "2/2"}, seen)

	o.Want = func(page int) bool { return page > 3 }
	_, err = Read(t.Context(), data, o)
	assert.ErrorContains(t, err, "the document has 3")
}

// The same bytes come out whether or not compiled PDFium can be kept, and however the pages fall to the workers.
func TestSameWithoutCache(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles PDFium, which takes seconds")
	}
	data := fixture(t, "annual.pdf")
	kept, err := Read(t.Context(), data, options(t))
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "a file, no folder")
	require.NoError(t, os.WriteFile(file, nil, 0o444))
	without, err := Read(t.Context(), data, Options{CacheDir: file})
	require.NoError(t, err)
	assert.Equal(t, kept, without)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	o := options(t)
	o.Progress = func(int, int) { cancel() } // Ctrl-C after the first page
	pages := make([]string, 200)
	for i := range pages {
		pages[i] = text(20, 200, "page")
	}
	_, err := Read(ctx, sample{pages: pages}.bytes(), o)
	assert.ErrorIs(t, err, context.Canceled)
}

// What is wrong with a file is said, and what to do about it.
func TestUnreadable(t *testing.T) {
	whole := fixture(t, "annual.pdf")
	for name, c := range map[string]struct {
		data []byte
		is   error
		says string
	}{
		"empty":    {nil, ErrNotPDF, "empty"},
		"html":     {[]byte("<!DOCTYPE html><html>404</html>"), ErrNotPDF, "HTML"},
		"zip":      {[]byte("PK\x03\x04…"), ErrNotPDF, "zip"},
		"text":     {[]byte("hello"), ErrNotPDF, "does not begin"},
		"half":     {whole[:len(whole)/2], ErrTruncated, "breaks off"},
		"junk":     {[]byte("%PDF-1.4\nnothing\n%%EOF"), ErrDamaged, "get the document again"},
		"no text":  {sample{pages: []string{strokes}}.bytes(), ErrNoText, "is text"},
		"no pages": {sample{}.bytes(), ErrDamaged, "no page"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(t.Context(), c.data, options(t))
			require.ErrorIs(t, err, c.is)
			assert.ErrorContains(t, err, c.says)
		})
	}
}

// A file that can be repaired is read, and the repair is told.
func TestRepaired(t *testing.T) {
	d, err := Read(t.Context(), sample{pages: []string{table(strokes)}, broken: true}.bytes(), options(t))
	require.NoError(t, err)
	assert.Equal(t, fourCells, cells(d.Pages[0]))
	require.Len(t, d.Notes, 1)
	assert.Contains(t, d.Notes[0].Message, "repaired")
}

// PDFium drops the rest of a damaged stream without a word; the note says on which page.
func TestLost(t *testing.T) {
	data := bytes.Clone(fixture(t, "annual.pdf"))
	at := bytes.Index(data, []byte("/Filter /FlateDecode\n/Length"))
	require.Positive(t, at)
	body := at + bytes.Index(data[at:], []byte("stream\n")) + 400
	for i := range 300 {
		data[body+i] ^= 0x55
	}
	d, err := Read(t.Context(), data, options(t))
	require.NoError(t, err)
	require.NotEmpty(t, d.Notes)
	assert.Equal(t, 1, d.Notes[0].Page)
	assert.Contains(t, d.Notes[0].Message, "lost")
}

// A document whose fonts are not in it needs one of the system's; without one the error says what to install.
func TestFontsNotHeld(t *testing.T) {
	data := bytes.ReplaceAll(sample{pages: []string{table(strokes)}}.bytes(),
		[]byte("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"),
		[]byte("<</Type/Font/Subtype/Type0/BaseFont/M/Encoding/90ms-RKSJ-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>"))
	o := options(t)
	o.FontDir = t.TempDir()
	_, err := Read(t.Context(), data, o)
	require.ErrorIs(t, err, ErrUnmapped)
	assert.ErrorContains(t, err, "install")
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "pdf", name))
	require.NoError(t, err)
	return data
}

// sharedEngine is started once for all tries of a fuzzing process.
var sharedEngine = sync.OnceValues(func() (*engine, error) { return startEngine(DefaultCacheDir(), 2, nil) })

// FuzzRead: no bytes bring the reader down; it gives a document or an error.
func FuzzRead(f *testing.F) {
	f.Add(sample{pages: []string{table(strokes)}}.bytes())
	f.Add(sample{pages: []string{table(dots())}, broken: true}.bytes())
	f.Add(sample{pages: []string{"q 0 1 -1 0 300 0 cm /X0 Do Q"}, forms: []string{table(boxes) + "/X0 Do"}}.bytes())
	f.Add(sample{pages: []string{"1e30 0 0 1e30 0 0 cm " + table(strokes)}, attrs: "/CropBox[0 0 -1 9e99]"}.bytes())
	f.Add([]byte("%PDF-1.4\nnothing\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 64<<10 || checkHead(data) != nil {
			t.Skip("larger files only make each try slower, and others go no further")
		}
		e, err := sharedEngine()
		require.NoError(t, err)
		needsFont(data)
		d, err := e.read(t.Context(), data, Options{}, 1)
		if err == nil {
			assert.NotEmpty(t, d.Pages)
		}
	})
}
