package pdf

import (
	"math"
	"unicode/utf16"
)

// Char is one drawn character, in upright page coordinates: points, x to the right, y down from the page's top.
type Char struct {
	Rune   rune
	X, Y   float64 // origin: left end of the advance, on the baseline
	W      float64 // advance
	Size   float64 // of the font as drawn
	Turned bool    // drawn in another direction than most of the page
}

// Limits of one page: far above any page that a person reads, far below what stops a machine.
const (
	maxChars    = 400_000
	maxSegments = 400_000
)

// sheet is what one page draws, before anything is made of it.
type sheet struct {
	width, height float64
	chars         []Char
	rulings       []ruling
	unmapped      int // drawn characters that no font gives a meaning
	outside       int // characters outside the page
	images        int
	cut           bool // a limit was reached
}

// frame turns PDF user space into upright page coordinates.
type frame struct {
	left, bottom, right, top float64
	turn                     int // direction of the text in user space: 0 right, 1 up, 2 left, 3 down
}

// point gives upright coordinates.
func (f frame) point(x, y float64) (float64, float64) {
	switch f.turn {
	case 1:
		return y - f.bottom, x - f.left
	case 2:
		return f.right - x, y - f.bottom
	case 3:
		return f.top - y, f.right - x
	}
	return x - f.left, f.top - y
}

func (f frame) size() (w, h float64) {
	if f.turn%2 == 1 {
		return f.top - f.bottom, f.right - f.left
	}
	return f.right - f.left, f.top - f.bottom
}

// rawChar is a character in user space.
type rawChar struct {
	r          rune
	x, y, w, h float64 // h: of the loose box, the advance of text that runs up or down
	size       float64
	turn       int
}

// page reads page i (from 0) of doc: characters and rulings.
func (in *instance) page(doc uint64, i int) (*sheet, error) {
	page := in.call("FPDF_LoadPage", doc, uint64(i))
	if page == 0 {
		return nil, in.failed
	}
	defer func() { in.call("FPDF_ClosePage", page) }()
	s := &sheet{}
	var f frame
	if in.call("FPDF_GetPageBoundingBox", page, uint64(in.scratch)) != 0 {
		f.left, f.top, f.right, f.bottom = in.float(0), in.float(1), in.float(2), in.float(3)
	}
	if !(f.right > f.left && f.top > f.bottom) || math.IsInf(f.right-f.left, 0) || math.IsInf(f.top-f.bottom, 0) {
		f = frame{right: 612, top: 792} // as PDFium itself assumes
	}
	raw := in.rawChars(page, s)
	var votes [4]int
	for _, c := range raw {
		votes[c.turn]++
	}
	for t, n := range votes {
		if n > votes[f.turn] {
			f.turn = t
		}
	}
	s.width, s.height = f.size()
	s.chars = make([]Char, 0, len(raw))
	for _, c := range raw {
		x, y := f.point(c.x, c.y)
		w := c.w
		if c.turn%2 == 1 {
			w = c.h
		}
		if x < -w || x > s.width || y < 0 || y > s.height+c.size {
			if c.r != ' ' {
				s.outside++
			}
			continue
		}
		s.chars = append(s.chars, Char{Rune: c.r, X: x, Y: y, W: w, Size: c.size, Turned: c.turn != f.turn})
	}
	p := &painter{in: in, sheet: s, frame: f}
	p.objects(page)
	return s, in.failed
}

// rawChars reads a page's characters. Blanks, line ends and hyphens that PDFium made up are left out; where words end is
// seen from the gaps.
func (in *instance) rawChars(page uint64, s *sheet) []rawChar {
	text := in.call("FPDFText_LoadPage", page)
	if text == 0 {
		return nil
	}
	defer func() { in.call("FPDFText_ClosePage", text) }()
	n := int(int32(in.call("FPDFText_CountChars", text)))
	if n > maxChars {
		n, s.cut = maxChars, true
	}
	out := make([]rawChar, 0, max(n, 0))
	var object uint64
	var size float64
	var turn int
	var high rune // first half of a surrogate pair
	for i := 0; i < n && in.failed == nil; i++ {
		at := uint64(i)
		r := rune(uint32(in.invoke(in.hot.unicode, text, at)))
		if r <= ' ' || r == 0xFFFE || r == 0xFFFD {
			if int32(in.call("FPDFText_IsGenerated", text, at)) == 1 {
				continue
			}
			switch {
			case r == 0x02 || r == 0xFFFE: // PDFium's sign for a hyphen that ends a line: it is drawn
				r = '-'
			case r == '\t':
				r = ' '
			case r == 0 || r == 0xFFFD:
				s.unmapped++
				r = 0xFFFD
			case r < ' ':
				continue
			}
		}
		if private(r) && int32(in.call("FPDFText_HasUnicodeMapError", text, at)) == 1 {
			s.unmapped++
		}
		if utf16.IsSurrogate(r) {
			if r < 0xDC00 {
				high = r
				continue
			}
			r, high = utf16.DecodeRune(high, r), 0
		}
		if in.invoke(in.hot.origin, text, at, uint64(in.scratch), uint64(in.scratch+8)) == 0 {
			continue
		}
		c := rawChar{r: r, x: in.double(0), y: in.double(1)}
		if in.invoke(in.hot.looseBox, text, at, uint64(in.scratch)) != 0 {
			c.w, c.h = math.Abs(in.float(2)-in.float(0)), math.Abs(in.float(1)-in.float(3))
		}
		if o := in.invoke(in.hot.textObject, text, at); o != object || o == 0 {
			object = o
			size, turn = in.style(text, at)
		}
		c.size, c.turn = size, turn
		if math.IsNaN(c.x+c.y+c.w+c.h+c.size) || math.IsInf(c.x+c.y+c.w+c.h+c.size, 0) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// style gives the size as drawn and the direction of the character's text object.
func (in *instance) style(text, at uint64) (size float64, turn int) {
	bits := uint64(0)
	in.stack[0] = 0
	bits = in.call("FPDFText_GetFontSize", text, at)
	size = math.Float64frombits(bits)
	if in.call("FPDFText_GetMatrix", text, at, uint64(in.scratch)) == 0 {
		return size, 0
	}
	a, b, c, d := in.float(0), in.float(1), in.float(2), in.float(3)
	if scale := math.Hypot(c, d); scale > 0 {
		size *= scale
	}
	switch {
	case math.Abs(a) >= math.Abs(b) && a >= 0:
		turn = 0
	case math.Abs(a) >= math.Abs(b):
		turn = 2
	case b > 0:
		turn = 1
	default:
		turn = 3
	}
	return math.Abs(size), turn
}

// private says whether r means nothing outside the font that draws it.
func private(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 }
