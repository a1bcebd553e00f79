package read

import (
	"strconv"
	"strings"

	"plandiff/schema"
)

// assemble makes an edition of what a decoder found, in the document's order: rows cut by a page become one item, the
// outcome column is split at its markers, [省庁] lines become By, bullets Mark; headings become sections, each under the
// nearest of a higher level. It fills sections, years, title, date, stage, language and unplaced; ids come last.
func assemble(parts []part, p *Profile) *schema.Edition {
	e := &schema.Edition{Version: 1, Language: p.Language}
	a := assembly{edition: e, profile: p}
	for _, t := range joinRows(parts) {
		a.take(t)
	}
	a.years()
	schema.AssignIDs(e)
	return e
}

// assembly is the state of assemble: the open headings and the source line that waits for its excerpt.
type assembly struct {
	edition *schema.Edition
	profile *Profile
	open    []int  // indexes into edition.Sections, one per level; -1 for a level that was skipped
	source  string // policySource not yet given to a section
	seen    []int  // fiscal years in column heads
	next    int    // the next plan's year, from the markers
}

// joinRows puts the rows that go on from the row before them back together.
func joinRows(parts []part) []part {
	var out []part
	last := -1
	for _, t := range parts {
		if t.kind != row || !t.cells.joins || last < 0 {
			if t.kind == row {
				last = len(out)
			}
			out = append(out, t)
			continue
		}
		c, more := &out[last].cells, t.cells
		if c.label == "" {
			c.label = more.label
		}
		c.title, c.odd = joinLine(c.title, more.title), c.odd || more.odd
		c.ministries = append(c.ministries[:len(c.ministries):len(c.ministries)], more.ministries...)
		c.plan = joinOpen(c.plan, more.plan)
		c.outcome = joinOpen(c.outcome, more.outcome)
		c.results = joinOpen(c.results, more.results)
		c.nextPlan = joinOpen(c.nextPlan, more.nextPlan)
	}
	return out
}

// joinOpen appends b to a; a paragraph that the page broke goes on in b's first.
func joinOpen(a, b []paragraph) []paragraph {
	a = a[:len(a):len(a)]
	if len(a) > 0 && len(b) > 0 && a[len(a)-1].open {
		joined := a[len(a)-1]
		joined.text, joined.open = joinLine(joined.text, b[0].text), b[0].open
		a = append(a[:len(a)-1:len(a)-1], joined)
		b = b[1:]
	}
	return append(a, b...)
}

func (a *assembly) take(t part) {
	e, p := a.edition, a.profile
	switch t.kind {
	case heading:
		a.heading(t)
	case policySource:
		a.source = tidy(t.text)
	case policy:
		s := a.section()
		if a.source != "" && s.PolicySource == "" {
			s.PolicySource, a.source = a.source, ""
		}
		_, text := p.Mark(t.text)
		s.Policy = append(s.Policy, text)
	case furniture:
		a.seen = append(a.seen, fiscalYears(headText(t, p))...)
		a.front(t)
	case unplaced:
		e.Unplaced = append(e.Unplaced, schema.Unplaced{Text: strings.TrimSpace(t.text), Line: t.line, At: t.at})
	case row:
		s := a.section()
		s.Items = append(s.Items, a.item(t))
	}
}

// headText is t's text where t is part of the column heads, which name the years.
func headText(t part, p *Profile) string {
	if t.name == nameHeads || p.Heads(t.text) {
		return t.text
	}
	return ""
}

// heading opens a section; the same heading printed again while it is open (on each page) opens none.
func (a *assembly) heading(t part) {
	e := a.edition
	level, number, title, ok := a.profile.Heading(t.text)
	if !ok {
		level, title = max(len(a.open)-1, 0), tidy(t.text)
	}
	if level < len(a.open) && a.open[level] >= 0 {
		if s := e.Sections[a.open[level]]; s.Number == number && squeeze(s.Title) == squeeze(title) {
			a.open = a.open[:level+1]
			return
		}
	}
	for len(a.open) <= level {
		a.open = append(a.open, -1)
	}
	a.open = a.open[:level+1]
	s := schema.Section{Number: number, Title: title, At: t.at, PolicySource: a.source}
	a.source = ""
	for up := level - 1; up >= 0 && s.Parent == ""; up-- {
		if i := a.open[up]; i >= 0 {
			s.Parent = e.Sections[i].ID
		}
	}
	s.ID = strconv.Itoa(len(e.Sections) + 1) // AssignIDs gives the final ones
	e.Sections = append(e.Sections, s)
	a.open[level] = len(e.Sections) - 1
}

// section is the deepest open section; a document without headings has one of its own.
func (a *assembly) section() *schema.Section {
	if len(a.edition.Sections) == 0 {
		a.edition.Sections = append(a.edition.Sections, schema.Section{ID: "1", PolicySource: a.source})
		a.source = ""
		return &a.edition.Sections[0]
	}
	return &a.edition.Sections[len(a.edition.Sections)-1]
}

// front looks for the document's title, date and stage in text that stands outside the tables.
func (a *assembly) front(t part) {
	e := a.edition
	if e.Title == "" {
		if m := a.profile.title.FindStringSubmatch(strings.TrimSpace(t.text)); m != nil {
			e.Title = tidy(m[a.profile.title.SubexpIndex("title")])
			e.Stage = "final"
			if strings.Contains(squeeze(e.Title), "(案)") || strings.Contains(strings.ToLower(e.Title), "draft") {
				e.Stage = "draft"
			}
		}
		return
	}
	if e.Date == "" {
		e.Date = wholeDate(t.text)
	}
}

// years fills the edition's years: the next plan's from the markers, both from the column heads.
func (a *assembly) years() {
	y := &a.edition.Years
	y.NextPlan = a.next
	for _, v := range a.seen {
		if y.Plan == 0 || v < y.Plan {
			y.Plan = v
		}
		if a.next == 0 && v > y.NextPlan {
			y.NextPlan = v
		}
	}
	switch {
	case y.Plan == 0 && y.NextPlan > 0:
		y.Plan = y.NextPlan - 1
	case y.Plan > 0 && y.NextPlan <= y.Plan:
		y.NextPlan = y.Plan + 1
	}
	a.edition.ID = strings.TrimSpace(strings.ReplaceAll(a.profile.ID, "{next_plan}", yearText(y.NextPlan)))
	if a.edition.ID == "" {
		a.edition.ID = "plan" + yearText(y.NextPlan)
	}
}

func yearText(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}
