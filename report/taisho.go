package report

import (
	"cmp"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/diff/words"
	"plandiff/schema"
)

// 新旧対照表, the table of new and old that officials expect: the new text left of the old one, changed parts underlined on
// both sides, （新設） in the old column of what is new, （削る） in the new column of what is gone, （同左） for text that stands
// as at its left. With Options.Brief unchanged text is （略） in the new column too.

// Taisho is the table; html, docx and xlsx lay it out.
type Taisho struct {
	T     *Texts
	View  *View
	Title string
	About string   // what the table was made from
	Heads []string // five
	Rows  []TaishoRow
	CSS   template.CSS
}

// TaishoRow is a heading over the rows that follow, or an item.
type TaishoRow struct {
	Heading string // of a section; the other fields are empty then
	Item    string
	Who     string
	New     []TaishoText
	Old     []TaishoText
	Reason  []TaishoText
}

// TaishoText is one paragraph.
type TaishoText struct {
	Runs []TaishoRun
}

// TaishoRun is text that is changed, and underlined, or not.
type TaishoRun struct {
	Text    string
	Changed bool
}

func newTaisho(in Input, o Options) (*Taisho, error) {
	v, err := NewView(in, o)
	if err != nil {
		return nil, err
	}
	t := v.T
	about := fmt.Sprintf(t.Shown, len(v.Cards), v.Total) + " · " + t.Editions + ": " + v.editionLine() + " · " + v.Comparison.Tool
	if s := v.settings(); s != "" {
		about += " · " + s
	}
	table := &Taisho{T: t, View: v, Title: cmp.Or(v.Edition.Title, v.Edition.ID) + " " + t.Taisho, About: about,
		Heads: []string{t.Item, t.Ministry, fmt.Sprintf(t.New, v.Heads[schema.NextPlan]), fmt.Sprintf(t.Old, v.Heads[schema.Plan]), t.Reason}}
	section := "\x00" // no section has this id
	for c := range v.Full() {
		if c.Change.Section != section {
			section = c.Change.Section
			if len(c.Sections) > 0 {
				table.Rows = append(table.Rows, TaishoRow{Heading: strings.Join(c.Sections, " › ")})
			}
		}
		table.Rows = append(table.Rows, taishoRow(t, c, o.Brief))
	}
	return table, nil
}

// shortQuote is how many characters of a quote from the two plans the reason repeats.
const shortQuote = 20

func taishoRow(t *Texts, c *Card, brief bool) TaishoRow {
	item := c.Change.Item
	r := TaishoRow{Item: cmp.Or(item.Label, item.ID), Who: c.Ministries(t)}
	newer, older := c.Cell(schema.NextPlan).Passages, c.Cell(schema.Plan).Passages
	r.New = taishoTexts(newer, func(p Passage) string {
		if brief && same(p, older) {
			return t.Omitted
		}
		return ""
	})
	r.Old = taishoTexts(older, func(p Passage) string {
		if same(p, newer) {
			return t.Same
		}
		return ""
	})
	if item.Title != "" {
		r.New = append([]TaishoText{note(item.Title)}, r.New...)
	}
	if len(older) == 0 && len(newer) > 0 {
		r.Old = []TaishoText{note(t.NewMark)}
	}
	if len(newer) == 0 && len(older) > 0 {
		r.New = append(r.New, note(t.DropMark))
	}
	r.Reason = append(r.Reason, note(c.Disposition.Name+c.sure(t)))
	for _, f := range c.Facts {
		r.Reason = append(r.Reason, note("・"+f.Name+t.by(c.factBy(f.ID))))
	}
	if line := c.ToolLine(t); line != "" {
		r.Reason = append(r.Reason, note(line))
	}
	if who := c.reviewers(t); who != "" {
		r.Reason = append(r.Reason, note(t.Person+" ("+c.Review.Name+"): "+who))
	}
	for _, reason := range c.Reasons {
		of, _ := reason.about("progress")
		switch {
		case len(of.Claims) == len(reason.Claims): // only of the results, which this table does not show
		case reason.Absent:
			r.Reason = append(r.Reason, note(reason.Head+": "+t.Silent))
		case reason.Column == schema.Results || utf8.RuneCountInString(reason.Quote) <= shortQuote: // a longer one stands at the left in full
			r.Reason = append(r.Reason, note(reason.Quoted))
		}
	}
	r.Reason = slices.CompactFunc(r.Reason, func(a, b TaishoText) bool { return slices.Equal(a.Runs, b.Runs) })
	return r
}

// same tells whether the passage stands on the other side word for word.
func same(p Passage, others []Passage) bool {
	return !p.Changed() && slices.ContainsFunc(others, func(q Passage) bool {
		return !q.Changed() && q.By == p.By && q.Mark == p.Mark && q.Text() == p.Text()
	})
}

// taishoTexts turns passages into paragraphs; instead gives the sign that stands for one, "" for the text itself. The
// same sign is not written twice in a row.
func taishoTexts(ps []Passage, instead func(Passage) string) []TaishoText {
	var out []TaishoText
	last := ""
	for _, p := range ps {
		sign := instead(p)
		if sign != "" {
			if sign != last {
				out = append(out, note(sign))
			}
			last = sign
			continue
		}
		last = ""
		var text TaishoText
		if lead := p.lead(); lead != "" {
			text.Runs = append(text.Runs, TaishoRun{Text: lead})
		}
		for _, s := range p.Segments {
			changed := s.Op != words.Equal
			if n := len(text.Runs); n > 0 && text.Runs[n-1].Changed == changed {
				text.Runs[n-1].Text += s.Text
				continue
			}
			text.Runs = append(text.Runs, TaishoRun{s.Text, changed})
		}
		out = append(out, text)
	}
	return out
}

func note(s string) TaishoText { return TaishoText{Runs: []TaishoRun{{Text: s}}} }

func writeTaishoHTML(w io.Writer, in Input, o Options) error {
	table, err := newTaisho(in, o)
	if err != nil {
		return err
	}
	t, err := Templates(o.TemplateDir)
	if err != nil {
		return err
	}
	css, err := Asset(o.TemplateDir, "taisho.css")
	if err != nil {
		return err
	}
	table.CSS = template.CSS(css)
	return t.ExecuteTemplate(w, "taisho.html.tmpl", table)
}
