package read

import (
	"math"
	"regexp"
	"strings"

	"plandiff/read/pdf"
)

// runningShare is on how many of the pages a line must come again, at the same place and but for its digits the same, to be a
// running head or a page number: a fifth, for left and right pages and chapters may have heads of their own.
const runningShare = 0.2

// running knows the lines that come again from page to page.
type running struct {
	at map[string][]float64 // masked text → heights at which it comes again
}

var digits = regexp.MustCompile(`[0-9０-９]+`)

// maskDigits is a line's text without blanks, digits alike.
func maskDigits(s string) string { return digits.ReplaceAllString(squeeze(s), "#") }

// sameHeight is how far, in points, a running line may stand from itself on another page.
const sameHeight = 4

// findRunning looks for running heads and feet among the lines outside tables.
func findRunning(pages []pdf.Page) *running {
	type place struct {
		y     float64
		pages int
		last  int
	}
	places := map[string][]place{}
	for i := range pages {
		for _, l := range pages[i].Lines {
			k := maskDigits(l.Text)
			found := false
			for j := range places[k] {
				if q := &places[k][j]; math.Abs(q.y-l.Y) <= sameHeight {
					if found = true; q.last != i {
						q.pages, q.last = q.pages+1, i
					}
				}
			}
			if !found {
				places[k] = append(places[k], place{l.Y, 1, i})
			}
		}
	}
	r := &running{at: map[string][]float64{}}
	for k, ps := range places {
		for _, q := range ps {
			if q.pages >= 2 && float64(q.pages) >= runningShare*float64(len(pages)) {
				r.at[k] = append(r.at[k], q.y)
			}
		}
	}
	return r
}

// has says whether l is a running head or foot.
func (r *running) has(l pdf.Line) bool {
	for _, y := range r.at[maskDigits(l.Text)] {
		if math.Abs(y-l.Y) <= sameHeight {
			return true
		}
	}
	return false
}

// marginShare is how much of the page's height, at the top and at the bottom, running heads and page numbers stand in.
const marginShare = 0.12

// furniture names a line outside tables that belongs to the page, and gives the page number printed in it.
func (r *running) furniture(l pdf.Line, page *pdf.Page, p *Profile) (name, printed string, ok bool) {
	margin := l.Y < marginShare*page.Height || l.Y > (1-marginShare)*page.Height
	name, printed, known := p.Furniture(l.Text)
	switch {
	case known && (margin || r.has(l)):
		return name, printed, true
	case !r.has(l):
		return "", "", false
	}
	if text := strings.TrimSpace(l.Text); margin && digits.ReplaceAllString(squeeze(text), "") != squeeze(text) && len([]rune(text)) <= 16 {
		if _, _, _, heading := p.Heading(text); !heading {
			return "page number", tidy(text), true
		}
	}
	return "running head", "", true
}

// printedNumber is the page number printed on a page, "" for none.
func (r *running) printedNumber(page *pdf.Page, p *Profile) string {
	for _, bottom := range []bool{true, false} { // a foot is surer than a head
		for _, l := range page.Lines {
			if _, printed, ok := r.furniture(l, page, p); ok && printed != "" && (l.Y > page.Height/2) == bottom {
				return printed
			}
		}
	}
	return ""
}
