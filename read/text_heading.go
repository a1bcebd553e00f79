package read

import (
	"strings"
	"unicode"
)

// excerpts takes the policy excerpts: the source's line, the ①-heading under it, the paragraphs up to the table.
func (s *structurer) excerpts() {
	lines := s.lines
	for i := range lines {
		if lines[i].role != roleBody {
			continue
		}
		last := i
		if !s.p.PolicySource(lines[i].text) {
			if i+1 == len(lines) || lines[i+1].role != roleBody || textWidth(lines[i+1].text) > 25 || s.p.PolicySource(lines[i+1].text) ||
				textWidth(lines[i].text) < 32 || !s.p.PolicySource(lines[i].text+lines[i+1].text) {
				continue
			}
			last = i + 1 // the line is too long for the page and went on in a second one
		}
		for j := i; j <= last; j++ {
			lines[j].role = roleSource
		}
		s.excerpt(last + 1)
	}
}

// excerpt takes the lines from i on that belong to the excerpt.
func (s *structurer) excerpt(i int) {
	open, paragraphs, sourceAbove := false, 0, true // open: the paragraph before goes on in the next line
	for ; i < len(s.lines); i++ {
		l := &s.lines[i]
		if l.role == roleFurniture {
			if l.name == nameHeads {
				return
			}
			continue
		}
		_, _, _, ok := s.p.Heading(l.text)
		mark, _ := s.p.Mark(l.text)
		first, last := s.paragraph(i)
		switch {
		case l.role != roleBody || s.anchor[i]:
			return
		case ok && !open && paragraphs == 0 && sourceAbove && s.p.excerptHeading(first):
			l.text, l.role, sourceAbove = first, roleHeading, false
			for ; i < last; i++ {
				s.drop(i + 1)
			}
		case open || mark != "" && (!ok || paragraphs == 0 && sourceAbove):
			l.role = rolePolicy
		case paragraphs == 0 && textWidth(l.text) > 32:
			l.role = rolePolicy
		default:
			return
		}
		if l.role == rolePolicy {
			paragraphs++
			open = !strings.HasSuffix(l.text, "。")
		}
	}
}

// paragraph joins line i of an excerpt with those that go on from it: up to one that opens with a mark or belongs to the table, or the
// end of a sentence. last is the last of them.
func (s *structurer) paragraph(i int) (text string, last int) {
	text, last = s.lines[i].text, i
	for j := i + 1; j < len(s.lines) && !strings.HasSuffix(text, "。"); j++ {
		l := s.lines[j]
		if mark, _ := s.p.Mark(l.text); mark != "" || l.role != roleBody || s.anchor[j] {
			break
		}
		text, last = joinLine(text, l.text), j
	}
	return text, last
}

// headings takes chapter and section headings: lines of their form that stand above an excerpt, column heads or another
// heading, or at the top of a page.
func (s *structurer) headings() {
	next := -1 // the nearest line below that is no furniture, column heads apart
	for i := len(s.lines) - 1; i >= 0; i-- {
		l := &s.lines[i]
		if l.role == roleFurniture && l.name != nameHeads {
			continue
		}
		below := next
		next = i
		if l.role != roleBody || below < 0 {
			continue
		}
		structural := s.lines[below].role == roleHeading || s.lines[below].role == roleSource || s.lines[below].name == nameHeads
		if !structural {
			continue
		}
		if s.headingForm(l.text) {
			l.role = roleHeading
			s.numberAbove(i)
			continue
		}
		// A title's second line: its first, of heading form, stands right above.
		if i > 0 && s.lines[i-1].role == roleBody && s.headingForm(s.lines[i-1].text) && titleEnd(l.text) && !s.labelLine(l.text) && !l.gap &&
			textWidth(s.lines[i-1].text) > 20 {
			s.lines[i-1].role, l.role = roleHeading, roleHeading
			s.lines[i-1].text = joinLine(s.lines[i-1].text, l.text)
			s.drop(i)
			next = i - 1
			continue
		}
		s.numberAbove(i)
	}
	s.pageTops()
}

// numberAbove joins a heading's number that stands alone on the line above its title.
func (s *structurer) numberAbove(i int) {
	if i == 0 || s.lines[i-1].role != roleBody || s.lines[i].role != roleBody && s.lines[i].role != roleHeading {
		return
	}
	number := squeeze(s.lines[i-1].text)
	if len([]rune(number)) > 4 || strings.Trim(number, "()（）0123456789.") != "" || number == "" {
		return
	}
	if joined := s.lines[i-1].text + " " + s.lines[i].text; s.lines[i].role == roleBody && s.headingForm(joined) && titleEnd(s.lines[i].text) {
		s.lines[i].text, s.lines[i].role = joined, roleHeading
		s.drop(i - 1)
	}
}

// drop empties a line whose text went to its neighbour.
func (s *structurer) drop(i int) {
	s.lines[i].text, s.lines[i].role, s.lines[i].name = "", roleFurniture, "joined"
}

// pageTops takes headings that open a page, under its furniture: the chapter's line repeated on each page.
func (s *structurer) pageTops() {
	if s.first == len(s.lines) {
		return
	}
	known := map[string]bool{}
	for _, l := range s.lines {
		if l.role == roleHeading {
			known[squeeze(l.text)] = true
		}
	}
	top := true
	for i := range s.lines {
		l := &s.lines[i]
		if i > 0 && l.page != s.lines[i-1].page {
			top = true
		}
		switch {
		case l.page < s.lines[s.first].page || l.role == roleFurniture && l.name != nameHeads || l.role == roleHeading || l.text == "":
		case l.role == roleBody && known[squeeze(l.text)] && (top || l.gap || s.sure(i)):
			l.role = roleHeading
		case l.role == roleBody && (top || s.sure(i)) && s.headingForm(l.text) && (s.sure(i) || i+1 < len(s.lines) && (s.lines[i+1].gap || s.anchor[i+1])):
			l.role = roleHeading
			known[squeeze(l.text)] = true
		case !l.outer || s.anchor[i]:
			top = false
		}
	}
}

// runningHeads takes a heading that stands at the top of a page and came before for the page's: it opens nothing, and a row may
// go on under it.
func (s *structurer) runningHeads() {
	seen := map[string]bool{}
	top := true
	for i := range s.lines {
		l := &s.lines[i]
		if i > 0 && l.page != s.lines[i-1].page {
			top = true
		}
		if l.role == roleHeading {
			key := squeeze(l.text)
			if (top || s.sure(i)) && seen[key] {
				l.role, l.name = roleFurniture, nameRunning
			}
			seen[key] = true
		}
		top = top && (l.role == roleFurniture || l.outer && l.role == roleBody)
	}
}

// sure says whether the line right above is the page's running title: then a heading's form is enough.
func (s *structurer) sure(i int) bool {
	return i > 0 && s.lines[i-1].role == roleFurniture && s.lines[i-1].page == s.lines[i].page && s.lines[i-1].name == nameRunning
}

// headingForm says whether text has the form of a chapter's or section's heading and does not read as a sentence cut by a line end.
func (s *structurer) headingForm(text string) bool {
	_, _, title, ok := s.p.Heading(text)
	return ok && len([]rune(title)) >= 3 && titleEnd(title) && !s.labelLine(text)
}

// titleEnd says whether s ends as titles do: on a noun, not on a comma, a full stop or a particle.
func titleEnd(s string) bool {
	rs := []rune(strings.TrimSpace(s))
	if len(rs) == 0 || len(rs) > 60 {
		return false
	}
	last := rs[len(rs)-1]
	if last < 0x80 {
		return unicode.IsLetter(last) || unicode.IsDigit(last) || last == ')'
	}
	return !strings.ContainsRune("。、，をにはがのとでもやへ", last)
}

// prose takes what stands before the first table, and pages in between that hold none.
func (s *structurer) prose() {
	for i := range s.lines {
		l := &s.lines[i]
		if l.role != roleBody {
			continue
		}
		if s.first == len(s.lines) || l.page < s.lines[s.first].page {
			l.role, l.name = roleFurniture, nameProse
		}
	}
	for from := 0; from < len(s.lines); {
		to, anchored, body := from, false, 0
		longest := 0
		for to < len(s.lines) && s.lines[to].page == s.lines[from].page {
			anchored = anchored || s.anchor[to] || s.lines[to].role == roleSource
			if s.lines[to].role == roleBody {
				body++
				if textWidth(s.lines[to].text) > 42 {
					longest++
				}
			}
			to++
		}
		if !anchored && body > 0 && longest*3 > body {
			for i := from; i < to; i++ {
				if s.lines[i].role == roleBody {
					s.lines[i].role, s.lines[i].name = roleFurniture, nameProse
				}
			}
		}
		from = to
	}
}
