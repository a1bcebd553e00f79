package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// sample writes a small PDF by hand: one page per content stream, Helvetica as /F1, and the extra objects given.
type sample struct {
	pages  []string // content streams
	attrs  string   // of every page: /Rotate 90, /CropBox […]
	forms  []string // form XObjects, named /X0, /X1 …
	broken bool     // leave the cross-reference table out
}

func (s sample) bytes() []byte {
	var b bytes.Buffer
	var at []int
	object := func(body string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), body)
	}
	stream := func(dict, body string) string {
		return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(body), body)
	}
	b.WriteString("%PDF-1.4\n")
	var kids, xobjects strings.Builder
	first := 4 + len(s.forms) // number of the first page
	for i := range s.pages {
		fmt.Fprintf(&kids, "%d 0 R ", first+2*i)
	}
	for i := range s.forms {
		fmt.Fprintf(&xobjects, "/X%d %d 0 R", i, 4+i)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(s.pages), kids.String()))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	for _, f := range s.forms {
		object(stream("/Type/XObject/Subtype/Form/BBox[0 0 1000 1000]/Resources<</Font<</F1 3 0 R>>>>", f))
	}
	for i, p := range s.pages {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]%s/Resources<</Font<</F1 3 0 R>>/XObject<<%s>>>>/Contents %d 0 R>>",
			s.attrs, xobjects.String(), first+2*i+1))
		object(stream("", p))
	}
	xref := b.Len()
	if s.broken {
		fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n7\n%%%%EOF\n", len(at)+1)
		return b.Bytes()
	}
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

// text draws words at a place, in points from the bottom left.
func text(x, y float64, words string) string {
	return fmt.Sprintf("BT /F1 10 Tf %g %g Td (%s) Tj ET\n", x, y, words)
}

// table draws a ruled table of two columns and two rows whose cells say where they are, at the left bottom of the page.
func table(lines string) string {
	return lines + text(24, 84, "top left") + text(124, 84, "top right") + text(24, 44, "bottom left") + text(124, 44, "bottom right")
}

// The lines of that table: from x 20 to 120 to 220, from y 20 to 60 to 100.
const (
	strokes = "0.5 w 20 20 m 220 20 l S 20 60 m 220 60 l S 20 100 m 220 100 l S 20 20 m 20 100 l S 120 20 m 120 100 l S 220 20 m 220 100 l S\n"
	boxes   = "20 20 100 40 re S 120 20 100 40 re S 20 60 100 40 re S 120 60 100 40 re S\n"
	fills   = "20 20 200 .5 re f 20 60 200 .5 re f 20 100 200 .5 re f 20 20 .5 80 re f 120 20 .5 80 re f 220 20 .5 80 re f\n"
	dashes  = "[2 2] 0 d " + strokes
	clipped = "q 20 20 200.2 80.2 re W n -50 20 m 500 20 l -50 60 m 500 60 l -50 100 m 500 100 l S 20 -50 m 20 500 l 120 -50 m 120 500 l 220 -50 m 220 500 l S Q\n"
	frames  = "20 20 200 80 re 21 21 198 78 re f* 20 60 200 .5 re f 120 20 .5 80 re f\n"
	open    = "20 20 m 220 20 l S 20 60 m 220 60 l S 20 100 m 220 100 l S 120 20 m 120 100 l S\n"
)

// dots draws the table's lines as rows of square dots.
func dots() string {
	var b strings.Builder
	for x := 20.0; x <= 220; x += 3 {
		for _, y := range []float64{20, 60, 100} {
			fmt.Fprintf(&b, "%g %g 1 1 re f\n", x, y)
		}
	}
	for y := 20.0; y <= 100; y += 3 {
		for _, x := range []float64{20, 120, 220} {
			fmt.Fprintf(&b, "%g %g 1 1 re f\n", x, y)
		}
	}
	return b.String()
}
