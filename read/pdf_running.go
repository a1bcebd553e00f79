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
	at    map[string][]place // masked text → where it stands, on how many pages
	slots []place            // where lines stand whatever they say
	pages int
}

// place is a height of the page, and the left end of a line there.
type place struct {
	y, x  float64
	pages int
	last  int // the page that it was seen on last
}

var digits = regexp.MustCompile(`[0-9０-９]+`)

// maskDigits is a line's text without blanks, digits alike.
func maskDigits(s string) string { return digits.ReplaceAllString(squeeze(s), "#") }

// sameHeight is how far, in points, a running line may stand from itself on another page.
const sameHeight = 4

// sameStart is how far, in points, lines that begin at the same place may begin apart.
const sameStart = 6

// findRunning looks for running heads and feet among the lines outside tables.
func findRunning(pages []pdf.Page) *running {
	r := &running{at: map[string][]place{}, pages: len(pages)}
	see := func(all []place, l pdf.Line, page int, anyStart bool) []place {
		for i := range all {
			if q := &all[i]; math.Abs(q.y-l.Y) <= sameHeight && (anyStart || math.Abs(q.x-l.X0) <= sameStart) {
				if q.last != page {
					q.pages, q.last = q.pages+1, page
				}
				return all
			}
		}
		return append(all, place{l.Y, l.X0, 1, page})
	}
	for i := range pages {
		for _, l := range pages[i].Lines {
			k := maskDigits(l.Text)
			r.at[k] = see(r.at[k], l, i, true) // page numbers grow to the left when they are centred
			if inMargin(l, &pages[i]) {
				r.slots = see(r.slots, l, i, false)
			}
		}
	}
	return r
}

// has says whether l comes again on enough pages to be a running head or foot.
func (r *running) has(l pdf.Line) bool {
	for _, q := range r.at[maskDigits(l.Text)] {
		if math.Abs(q.y-l.Y) <= sameHeight && q.pages >= 2 && float64(q.pages) >= runningShare*float64(r.pages) {
			return true
		}
	}
	return false
}

// slotShare is on how many of the pages some line must stand at a place for the place to be that of a running head.
const slotShare = 0.5

// chapter says whether l stands where running heads do and names its chapter: on short chapters' pages it does not come again
// often enough, but its text is printed elsewhere too, as the heading or on the chapter's other pages.
func (r *running) chapter(l pdf.Line) bool {
	elsewhere := false
	for _, q := range r.at[maskDigits(l.Text)] {
		elsewhere = elsewhere || q.pages > 1 || math.Abs(q.y-l.Y) > sameHeight
	}
	for _, q := range r.slots {
		if elsewhere && math.Abs(q.y-l.Y) <= sameHeight && math.Abs(q.x-l.X0) <= sameStart && float64(q.pages) >= slotShare*float64(r.pages) && q.pages > 1 {
			return true
		}
	}
	return false
}

// elsewhere says whether l's text is printed at another height too: a running head whose chapter has its heading in the text.
func (r *running) elsewhere(l pdf.Line) bool {
	for _, q := range r.at[maskDigits(l.Text)] {
		if math.Abs(q.y-l.Y) > sameHeight {
			return true
		}
	}
	return false
}

// marginShare is how much of the page's height, at the top and at the bottom, running heads and page numbers stand in.
const marginShare = 0.12

func inMargin(l pdf.Line, page *pdf.Page) bool {
	return l.Y < marginShare*page.Height || l.Y > (1-marginShare)*page.Height
}

// furniture names a line outside tables that belongs to the page, and gives the page number printed in it.
func (r *running) furniture(l pdf.Line, page *pdf.Page, p *Profile) (name, printed string, ok bool) {
	margin := inMargin(l, page)
	name, printed, known := p.Furniture(l.Text)
	switch {
	case known && (margin || r.has(l)):
		return name, printed, true
	case margin && r.chapter(l):
		return "running head", "", true
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
