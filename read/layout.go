package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/schema"
)

// layoutReader reads text that keeps the columns of the page apart by blanks (pdftotext -layout), of tables in which each fact has a
// column: the header row names the columns, and the places that all lines leave free part them. Places are the page's own, for
// the tool sets each page anew.
type layoutReader struct {
	p      *Profile
	lines  []layoutLine
	pairs  map[[2]rune]int // see layoutHead
	found  []layoutPart
	heads  map[string]map[int]*layoutHead // by the header's text and the page
	head   *layoutHead                    // of the table that was read last, nil before the first
	page   int                            // index of the page on which its columns were measured
	policy bool                           // inside an excerpt
	prose  bool                           // the line before was prose
}

// layoutPart is a part, or lines of a table still to be cut into rows.
type layoutPart struct {
	part
	head  *layoutHead
	lines []gridLine
}

// layoutLine is a line with its words and what is known of it before the tables are.
type layoutLine struct {
	textLine
	words []word
	page  int // index of its page
	place schema.Place
	head  bool   // column heads, or pieces of them
	name  string // of furniture
}

// readLayout makes parts of pages whose columns stand apart; none where no header row of the profile's columns stands in them.
func readLayout(pages []textPage, p *Profile) []part {
	r := &layoutReader{p: p, page: -1, heads: map[string]map[int]*layoutHead{}, pairs: map[[2]rune]int{}}
	r.cut(pages)
	for i := 0; i < len(r.lines); {
		switch l := r.lines[i]; {
		case l.name != "":
			r.put(part{kind: furniture, name: l.name, text: l.text}, l)
			i++
		case l.head:
			i = r.header(i)
		case r.head != nil && r.measured(i):
			i = r.table(i)
		default:
			i = r.text(i)
		}
	}
	if !slices.ContainsFunc(r.found, func(f layoutPart) bool { return len(f.lines) > 0 }) {
		return nil
	}
	return layoutRows(r.found, p)
}

func (r *layoutReader) put(t part, l layoutLine) {
	t.at, t.line = l.place, l.number
	r.found = append(r.found, layoutPart{part: t})
}

// cut makes words of the pages' lines, and finds furniture and header rows among them.
func (r *layoutReader) cut(pages []textPage) {
	running, double := runningTitles(pages, r.p), countsDouble(pages, r.p)
	for n, page := range pages {
		place := schema.Place{Page: page.number}
		from := len(r.lines)
		for _, l := range page.lines {
			d := layoutLine{textLine: l, page: n, words: l.words(double, r.p)}
			stretch := stretches(d.words)
			for i := 1; i < len(d.words); i++ {
				if !parted(d.words[i-1], d.words[i]) {
					r.pairs[ends(d.words[i-1], d.words[i])]++
				}
			}
			name, printed, ok := r.p.Furniture(l.text)
			switch {
			case ok && (printed == "" || len(stretch) == 1):
				d.name = name
				if printed != "" {
					place.Printed = printed
				}
			case running[mask(l.text)] && !r.headLine(stretch):
				d.name = nameRunning
			}
			d.head = d.name == "" && r.headLine(stretch)
			r.lines = append(r.lines, d)
		}
		for i := from; i < len(r.lines); i++ {
			r.lines[i].place = place
		}
	}
	for i := 0; i < len(r.lines); i++ { // words of heads make no header; the profile's columns do
		var heads []string
		to := i
		for ; to < len(r.lines) && r.lines[to].head && r.lines[to].page == r.lines[i].page; to++ {
			for _, u := range stretches(r.lines[to].words) {
				heads = append(heads, u.text)
			}
		}
		if _, ok := r.p.Columns(heads); !ok || len(heads) < 3 {
			for k := i; k < to; k++ {
				r.lines[k].head = false
			}
		}
		i = max(i, to-1)
	}
}

// countsDouble says whether the tool that wrote the pages counts a full-width character as two places: then words of neighbouring
// lines begin at the same place oftener when counted so.
func countsDouble(pages []textPage, p *Profile) bool {
	same := [2]int{}
	for i, double := range []bool{false, true} {
		for _, page := range pages {
			var above []word
			for _, l := range page.lines {
				ws := l.words(double, p)
				for _, u := range ws[min(1, len(ws)):] {
					if u.gap >= wideBlank && slices.ContainsFunc(above, func(a word) bool { return a.from == u.from }) {
						same[i]++
					}
				}
				above = ws
			}
		}
	}
	return same[1] > same[0]
}

// headLine says whether a line can be of a header row: each stretch is a column's head, or a piece of one.
func (r *layoutReader) headLine(ws []word) bool {
	for _, u := range ws {
		text := r.p.headForm(u.text)
		if utf8.RuneCountInString(text) > maxHeadLength/2 || strings.HasSuffix(text, "。") {
			return false
		}
		if !r.p.Heads(u.text) && !(len(ws) > 2 && slices.ContainsFunc(r.p.columns, func(c columnHead) bool { return c.head.MatchString(text) })) {
			return false
		}
	}
	return len(ws) > 0
}

// header takes the lines of a header row and gives the line after it. Its columns are measured on all lines of the page that stand
// under such a header.
func (r *layoutReader) header(i int) int {
	from := i
	var all []string
	for ; i < len(r.lines) && r.lines[i].head && r.lines[i].page == r.lines[from].page; i++ {
		all = append(all, r.lines[i].text)
	}
	text := strings.Join(all, " ")
	r.put(part{kind: furniture, name: nameHeads, text: text}, r.lines[from])
	key := squeeze(text)
	if _, known := r.heads[key]; !known {
		r.heads[key] = newLayoutHeads(r.under(key), r.pairs, r.p)
	}
	if h := r.heads[key][r.lines[from].page]; h != nil && h.columnOf(FieldOutcome) < 0 {
		r.head, r.page = h, r.lines[from].page
	}
	r.policy, r.prose = false, false
	return i
}

// under gathers the lines of each page that stand under headers that read so.
func (r *layoutReader) under(header string) map[int]*headed {
	pages := map[int]*headed{}
	open := ""
	for i := 0; i < len(r.lines); i++ {
		page := r.lines[i].page
		if i > 0 && page != r.lines[i-1].page {
			open = ""
		}
		if !r.lines[i].head {
			if r.lines[i].name == "" && open == header {
				pages[page].body = append(pages[page].body, r.lines[i].words)
			}
			continue
		}
		open = ""
		var heads [][]word
		for ; i < len(r.lines) && r.lines[i].page == page && r.lines[i].head; i++ {
			open += squeeze(r.lines[i].text)
			heads = append(heads, stretches(r.lines[i].words))
		}
		i--
		if open == header && pages[page] == nil {
			pages[page] = &headed{heads: heads}
		}
	}
	return pages
}

// top gathers the lines of a page above its first header.
func (r *layoutReader) top(i int) (body [][]word) {
	for page := r.lines[i].page; i > 0 && r.lines[i-1].page == page; i-- {
	}
	for page := r.lines[i].page; i < len(r.lines) && r.lines[i].page == page && !r.lines[i].head; i++ {
		if r.lines[i].name == "" {
			body = append(body, r.lines[i].words)
		}
	}
	return body
}

// measured says whether the table of the page before goes on here: on a new page its columns are measured anew, and there must be as
// many of them.
func (r *layoutReader) measured(i int) bool {
	if r.page == r.lines[i].page {
		return true
	}
	h := layoutHead{fields: r.head.fields, widths: r.head.widths, starts: slices.Clone(r.head.starts), pairs: r.pairs}
	body := r.top(i)
	h.begin(&headed{body: body})
	for range 3 {
		h.settle(body)
	}
	r.head, r.page = &h, r.lines[i].page
	return true
}

// table takes the lines of a table up to the next header, heading or excerpt, or the end of the page, and gives the line after them.
func (r *layoutReader) table(i int) int {
	t := layoutPart{part: part{kind: row, at: r.lines[i].place, line: r.lines[i].number}, head: r.head}
	flush := func() {
		if len(t.lines) > 0 {
			r.found = append(r.found, t)
			t.lines = nil
		}
	}
	defer flush()
	to := i
	var words [][]word
	for ; to < len(r.lines) && r.lines[to].page == r.lines[i].page && !r.lines[to].head; to++ {
		words = append(words, r.lines[to].words)
	}
	all, costs := r.head.splitAll(words, r.p)
	first := i
	for page := r.lines[i].page; i < len(r.lines) && r.lines[i].page == page && !r.lines[i].head; i++ {
		l := r.lines[i]
		if l.name != "" {
			r.put(part{kind: furniture, name: l.name, text: l.text}, l)
			continue
		}
		cells, fits := all[i-first], costs[i-first] <= notOfTable
		one := len(stretches(l.words)) == 1
		switch {
		case r.p.PolicySource(l.text), one && float64(l.indent) < r.head.starts[1] && r.headingForm(l.text) && (!fits || l.gap || r.structural(i)), r.policy:
			flush()
			return r.text(i)
		case one && (!fits || r.prose && !l.gap):
			r.prose = true
			r.put(part{kind: furniture, name: nameProse, text: l.text}, l)
			continue
		}
		r.prose = false
		t.lines = append(t.lines, gridLine{textLine: l.textLine, cells: cells, place: l.place})
	}
	return i
}

// text takes a line that stands outside tables, and gives the line after it.
func (r *layoutReader) text(i int) int {
	l := r.lines[i]
	t := part{kind: furniture, name: nameProse, text: tidy(l.text)}
	mark, _ := r.p.Mark(l.text)
	switch {
	case r.p.PolicySource(l.text):
		t.kind, r.policy = policySource, true
	case r.policy && (mark != "" || !r.headingForm(l.text) || !r.structural(i)):
		t.kind = policy
		for i+1 < len(r.lines) && r.lines[i+1].name == "" && !r.lines[i+1].head && !strings.HasSuffix(t.text, "。") {
			if mark, _ := r.p.Mark(r.lines[i+1].text); mark != "" {
				break
			}
			i++
			t.text = joinLine(t.text, tidy(r.lines[i].text))
		}
		if n := len(r.found); n > 0 && r.found[n-1].kind == policySource && r.p.excerptHeading(t.text) {
			t.kind = heading
		}
	case r.headingForm(l.text) && (r.structural(i) || r.head != nil && r.page == l.page):
		t.kind, r.policy = heading, false
	}
	r.put(t, l)
	return i + 1
}

// headingForm says whether text reads as a heading.
func (r *layoutReader) headingForm(text string) bool {
	s := structurer{p: r.p}
	return s.headingForm(text)
}

// structural says whether a header row or an excerpt follows on line i, with nothing but headings between.
func (r *layoutReader) structural(i int) bool {
	for i++; i < len(r.lines); i++ {
		switch l := r.lines[i]; {
		case l.name != "":
		case l.head, r.p.PolicySource(l.text):
			return true
		case !r.headingForm(l.text):
			return false
		}
	}
	return false
}
