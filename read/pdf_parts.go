package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/read/pdf"
	"plandiff/schema"
)

// flow goes through the pages of a document and tells rows, headings, excerpts and furniture apart.
type flow struct {
	profile *Profile
	running *running
	pages   []pdf.Page
	printed map[int]string
	parts   []part
	rows    []*pdfRow // rows of parts of kind row, by part index; nil for others
	head    *pdfHead  // of the table that was read last
	last    int       // index of the row that was read last, -1 when text has stood since, notes under the table apart
	noted   bool      // a note has stood under the table on this page: what follows it there without a header is another table
	pending []int     // headings since the last row: prose unless a table follows
	policy  bool      // inside an excerpt that stands outside a box
}

// pdfParts turns pages into parts, with rows that go overleaf put together.
func pdfParts(files []pdfFile, p *Profile) []part {
	var f flow
	all := newFlow(p)
	for _, file := range files {
		f = flow{profile: p, running: findRunning(file.pages), pages: file.pages, printed: map[int]string{}, head: all.head, last: -1}
		for i := range file.pages {
			f.printed[file.pages[i].Number] = f.running.printedNumber(&file.pages[i], p)
		}
		for i := range file.pages {
			f.page(&file.pages[i])
		}
		f.settle(0, true)
		f.write()
		all.parts, all.head = append(all.parts, f.parts...), f.head
	}
	return all.parts
}

func newFlow(p *Profile) *flow { return &flow{profile: p, last: -1} }

func (f *flow) place(page int) schema.Place {
	return schema.Place{Page: page, Printed: f.printed[page]}
}

func (f *flow) put(t part) int {
	f.parts, f.rows = append(f.parts, t), append(f.rows, nil)
	return len(f.parts) - 1
}

// page goes through a page from top to bottom.
func (f *flow) page(p *pdf.Page) {
	f.settle(p.Number, false)
	f.noted = false
	g := 0
	for i := 0; i < len(p.Lines); i++ {
		for g < len(p.Grids) && p.Grids[g].Y0 < p.Lines[i].Y {
			f.grid(&p.Grids[g], p)
			g++
		}
		i = f.line(p, i)
	}
	for ; g < len(p.Grids); g++ {
		f.grid(&p.Grids[g], p)
	}
}

// settle makes prose of headings that head no table: text stands under them, and their page ends before a table comes. Such are
// those of a document's other chapters, and of its contents.
func (f *flow) settle(page int, end bool) {
	f.pending = slices.DeleteFunc(f.pending, func(i int) bool {
		prose := slices.ContainsFunc(f.parts[i:], func(t part) bool { return t.kind == furniture && t.name == nameProse })
		if !end && (!prose || f.parts[i].at.Page >= page) {
			return false
		}
		f.parts[i].kind, f.parts[i].name = furniture, nameProse
		return true
	})
}

// heading says whether a line is a heading, and how it reads: a number stands apart from its title.
func (f *flow) heading(l pdf.Line) (level int, text string, ok bool) {
	text = l.Text
	if level, _, _, ok = f.profile.Heading(text); !ok && l.Number > 0 {
		text = text[:l.Number] + " " + strings.TrimSpace(text[l.Number:])
		level, _, _, ok = f.profile.Heading(text)
	}
	return level, text, ok && !leaders(text) && !strings.HasSuffix(text, "。") && !strings.HasSuffix(text, "、")
}

// line reads the i-th line outside tables and gives the index of the last line it took.
func (f *flow) line(p *pdf.Page, i int) int {
	l := p.Lines[i]
	at := f.place(p.Number)
	t := part{kind: furniture, name: nameProse, at: at, text: l.Text}
	name, _, isFurniture := f.running.furniture(l, p, f.profile)
	switch {
	case isFurniture:
		t.name = name
		if _, text, ok := f.heading(l); ok && !f.running.elsewhere(l) {
			t.kind, t.text = heading, text // a chapter's title that is printed nowhere but at the head of its pages
		}
		f.put(t)
		return i
	case l.Ruby:
		t.name = "ruby"
		f.put(t)
		return i
	}
	level, text, ok := f.heading(l)
	prose := !ok && !f.policy && !f.profile.PolicySource(l.Text)
	switch {
	case f.last < 0:
	case prose && f.rows[f.last].page == p.Number:
		f.noted = true // over which a row goes on overleaf
	default:
		f.last = -1
	}
	switch {
	case f.profile.PolicySource(l.Text):
		t.kind, f.policy = policySource, true
	case f.policy && (!ok || level > 1):
		t.kind = policy
		t.text, i = f.takeParagraph(p, i)
		if n := len(f.parts); n > 0 && f.parts[n-1].kind == policySource && f.profile.excerptHeading(t.text) {
			t.kind = heading
		}
	case ok:
		t.kind, f.policy = heading, false
		t.text, i = f.takeTitle(p, i, text)
		f.pending = append(f.pending, len(f.parts))
	case f.profile.Heads(l.Text):
		t.name = nameHeads
	}
	f.put(t)
	return i
}

// leaders says whether a line is one of a table of contents.
func leaders(s string) bool {
	return strings.Contains(s, "…") || strings.Contains(squeeze(s), "....") || strings.Contains(s, "・・・") || strings.Contains(s, "･･･")
}

// rightEdge is where the text of a page ends: the edge of its widest table, or of its longest line.
func rightEdge(p *pdf.Page) float64 {
	edge := 0.0
	for _, g := range p.Grids {
		edge = max(edge, g.X1)
	}
	for _, l := range p.Lines {
		edge = max(edge, l.X1)
	}
	return edge
}

// takeTitle joins the lines of a heading: it goes on while a line is full and the next is set alike and no heading itself.
func (f *flow) takeTitle(p *pdf.Page, i int, text string) (string, int) {
	for ; i+1 < len(p.Lines); i++ {
		l, n := p.Lines[i], p.Lines[i+1]
		_, _, ok := f.heading(n)
		if ok || f.profile.PolicySource(n.Text) || n.Ruby || f.between(p, l, n) || n.Y-l.Y > 2.2*l.Size || n.Size < 0.95*l.Size || n.Size > 1.05*l.Size || rightEdge(p)-l.X1 > 1.5*l.Size {
			break
		}
		text = joinLine(text, n.Text)
	}
	return text, i
}

// takeParagraph joins the lines of a paragraph of an excerpt.
func (f *flow) takeParagraph(p *pdf.Page, i int) (string, int) {
	text := p.Lines[i].Text
	for ; i+1 < len(p.Lines); i++ {
		l, n := p.Lines[i], p.Lines[i+1]
		mark, _ := f.profile.Mark(n.Text)
		level, _, ok := f.heading(n)
		if mark != "" || ok && level <= 1 || n.Ruby || f.between(p, l, n) || n.Y-l.Y > 2.2*l.Size || rightEdge(p)-l.X1 > n.First+l.Size {
			break
		}
		text = joinLine(text, n.Text)
	}
	return text, i
}

// between says whether a table stands between two lines.
func (f *flow) between(p *pdf.Page, a, b pdf.Line) bool {
	for _, g := range p.Grids {
		if g.Y0 > a.Y && g.Y0 < b.Y {
			return true
		}
	}
	return false
}

// grid reads a table or a box. Rulings that touch may hold several tables, with excerpts between: each header row begins a new
// one, and before the first the table of the page before goes on where the columns agree.
func (f *flow) grid(g *pdf.Grid, p *pdf.Page) {
	var head *pdfHead
	if f.head != nil && f.head.agrees(g) && !f.noted {
		moved := f.head.moved(g)
		head = &moved
	}
	all := bands(g)
	if _, ok := findHead(g, f.profile); !ok && head == nil {
		f.box(g, p)
		return
	}
	below := 0 // rows up to this one are a header
	for i, b := range all {
		if b.from < below {
			continue
		}
		if h, ok := headAt(all[i:], f.profile); ok {
			head, below = &h, h.to
			f.put(part{kind: furniture, name: nameHeads, at: f.place(p.Number), text: h.text})
			f.pending, f.policy = nil, false
			continue
		}
		switch {
		case f.isHeads(b):
			f.put(part{kind: furniture, name: nameHeads, at: f.place(p.Number), text: bandText(b)})
		case head == nil || head.across(b):
			f.text(b.cells, p)
		default:
			f.pending, f.policy = nil, false
			for _, r := range head.rows(b, p.Number, f.profile) {
				f.row(r)
			}
		}
	}
	if head != nil {
		f.head = head
	}
}

// isHeads says whether a band is a header row printed again, whole or cut by the page's end.
func (f *flow) isHeads(b band) bool {
	any := false
	for _, c := range b.cells {
		if len(c.Lines) == 0 {
			continue
		}
		any = true
		if tooLong(c.Lines) || !f.profile.Heads(cellText(c.Lines)) {
			return false
		}
	}
	return any
}

func bandText(b band) string {
	var all []string
	for _, c := range b.cells {
		all = append(all, cellText(c.Lines))
	}
	return strings.TrimSpace(strings.Join(all, " "))
}

// row notes a row, or joins it to the one that goes on from the page before: it is the first of its page, nothing opens it, and no
// text has stood between but notes under the table.
func (f *flow) row(r *pdfRow) {
	if r.empty() {
		return
	}
	if f.last >= 0 && f.rows[f.last].page != r.page && f.rows[f.last].goesOn(r, f.profile) {
		f.rows[f.last].add(r)
		f.rows[f.last].page = r.page
		return
	}
	f.last = f.put(part{kind: row, at: f.place(r.page)})
	f.rows[f.last] = r
}

// box reads what stands in rulings and is no table of the profile: an excerpt, a heading in a frame, another table.
func (f *flow) box(g *pdf.Grid, p *pdf.Page) {
	if len(g.Cells) > 1 && !slices.ContainsFunc(g.Cells, func(c pdf.Cell) bool { return c.Column == 0 && c.LastColumn == len(g.Columns)-2 && len(c.Lines) > 0 }) {
		for _, c := range g.Cells {
			if t := cellText(c.Lines); t != "" {
				f.put(part{kind: furniture, name: "another table", at: f.place(p.Number), text: t})
				f.last = -1
			}
		}
		return
	}
	f.text(g.Cells, p)
}

// text reads cells that are no columns of the table.
func (f *flow) text(cells []pdf.Cell, p *pdf.Page) {
	at := f.place(p.Number)
	j := &joiner{profile: f.profile, padding: map[Field]float64{}}
	excerpt := false
	for _, c := range cells {
		var lines []cellLine
		var rest []pdf.Line
		for i, l := range c.Lines {
			switch _, text, isHeading := f.heading(l); {
			case l.Ruby:
				f.put(part{kind: furniture, name: "ruby", at: at, text: l.Text})
			case f.profile.PolicySource(l.Text) && !excerpt:
				excerpt, f.last = true, -1
				f.put(part{kind: policySource, at: at, text: l.Text})
			case excerpt:
				lines = append(lines, cellLine{l, c.X0, c.X1, p.Number})
			case isHeading && i == 0:
				f.last = -1
				f.pending = append(f.pending, f.put(part{kind: heading, at: at, text: text}))
			default:
				rest = append(rest, l)
			}
		}
		if len(lines) > 0 {
			slack := c.X1 - c.X0
			for _, l := range lines {
				slack = min(slack, max(0, c.X1-l.X1))
			}
			j.padding[""] = min(slack, 2*lines[0].Size)
			for n, t := range j.paragraphs(lines, "") {
				kind := policy
				if n == 0 && f.profile.excerptHeading(t.text) {
					kind = heading
				}
				f.put(part{kind: kind, at: at, text: t.text})
			}
		}
		for _, l := range rest {
			f.last = -1
			f.put(part{kind: furniture, name: nameProse, at: at, text: l.Text})
		}
	}
}

// write turns rows into cells once all pages are known.
func (f *flow) write() {
	var rows []*pdfRow
	for _, r := range f.rows {
		if r != nil {
			rows = append(rows, r)
		}
	}
	j := newJoiner(f.profile, rows)
	j.printed = f.printed
	var out []part
	for i, t := range f.parts {
		r := f.rows[i]
		if r == nil {
			out = append(out, t)
			continue
		}
		texts := func(field Field) (all []string) {
			for _, l := range r.fields[field] {
				if !l.Ruby {
					all = append(all, l.Text)
				}
			}
			return all
		}
		t.cells = cells{
			label: r.label(f.profile), title: joinLines(texts(FieldTitle)), ministries: wholeNames(texts(FieldMinistries)),
			plan: j.paragraphs(r.fields[FieldPlan], FieldPlan), outcome: j.paragraphs(r.fields[FieldOutcome], FieldOutcome),
			results: j.paragraphs(r.fields[FieldResults], FieldResults), nextPlan: j.paragraphs(r.fields[FieldNextPlan], FieldNextPlan),
		}
		if label := strings.Join(texts(FieldLabel), ""); t.cells.label == "" {
			t.cells.label = label
		}
		out = append(out, t)
		for _, field := range []Field{FieldLabel, FieldTitle, FieldMinistries, FieldPlan, FieldOutcome, FieldResults, FieldNextPlan} {
			for _, l := range r.fields[field] {
				if l.Ruby {
					out = append(out, part{kind: furniture, name: "ruby", at: f.place(l.page), text: l.Text})
				}
			}
		}
		for _, l := range r.stray {
			out = append(out, part{kind: unplaced, at: t.at, text: l.Text})
		}
	}
	f.parts = out
}

// wholeNames joins a line of one character to the line before it: the end of a name that did not fit. 「…所管省」 may end a name, so
// that its ending alone does not tell.
func wholeNames(lines []string) []string {
	var out []string
	for _, l := range lines {
		if n := len(out); n > 0 && utf8.RuneCountInString(strings.TrimSpace(l)) == 1 {
			out[n-1] += strings.TrimSpace(l)
			continue
		}
		out = append(out, l)
	}
	return out
}
