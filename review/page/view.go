package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plandiff/report"
	"plandiff/schema"
)

// document is the data of review.html.tmpl.
type document struct {
	T            *texts
	R            *report.Texts
	Title, Years string
	Edition      string
	Reviewer     string
	Items        []report.HTMLCard
	Flags        []optionGroup
	Ministries   []option
	Sections     []option
	States       []option
	Form         []option // states that the form gives
	Progresses   []term
	Dispositions []term
	Facts        []term
	Total        int
	Data         data
}

// option is a choice of a filter; n is how many items it finds.
type option struct{ ID, Name string }

type optionGroup struct {
	Name    string
	Options []option
}

// term is a word of the vocabulary in the page's language.
type term struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// data is what the script knows from the start, as JSON.
type data struct {
	Reviewer     string            `json:"reviewer"`
	State        schema.State      `json:"state"`
	Items        map[string]item   `json:"items"` // by the id of the card on the page
	Dispositions []term            `json:"dispositions"`
	Progresses   []term            `json:"progresses"`
	Facts        []term            `json:"facts"`
	States       map[string]string `json:"states"`
	Heads        []string          `json:"heads"` // of the columns
	Texts        map[string]string `json:"texts"`
}

// item is what the tool says of one.
type item struct {
	ID          string             `json:"id"`
	Disposition schema.Disposition `json:"disposition"`
	Progress    schema.Progress    `json:"progress"`
	Facts       []schema.Fact      `json:"facts"`
	Points      int                `json:"points"` // confidence in percent
}

func newDocument(o Options) (*document, error) {
	v, err := report.NewView(report.Input{Comparison: o.Comparison}, report.Options{Lang: o.Lang})
	if err != nil {
		return nil, err
	}
	// What a person must look at first: unclear, then the least certain. Equals stay in the document's order.
	slices.SortStableFunc(v.Cards, func(a, b *report.Card) int {
		return cmp.Or(cmp.Compare(settled(a), settled(b)), cmp.Compare(a.Change.Confidence, b.Change.Confidence))
	})
	t := textsFor(v.T.Lang)
	d := &document{T: t, R: v.T, Title: cmp.Or(v.Edition.Title, v.Edition.ID), Years: v.Heads[schema.Plan] + " → " + v.Heads[schema.NextPlan], Edition: v.Edition.ID, Reviewer: o.Reviewer, Total: len(v.Cards),
		Progresses: terms(schema.Progresses(), t.Lang), Dispositions: terms(schema.Dispositions(), t.Lang), Facts: terms(schema.Facts(), t.Lang)}
	d.Data = data{Reviewer: o.Reviewer, State: o.State, Items: map[string]item{}, Dispositions: d.Dispositions, Progresses: d.Progresses, Facts: d.Facts, States: t.States, Texts: t.Script}
	for _, c := range schema.Columns() {
		d.Data.Heads = append(d.Data.Heads, v.Heads[c])
	}
	for _, g := range []struct {
		name   string
		counts []report.Count
	}{{v.T.Disposition, v.Summary.Dispositions}, {v.T.Progress, v.Summary.Progresses}, {v.T.Facts, v.Summary.Facts}} {
		d.Flags = append(d.Flags, optionGroup{g.name, counted(g.counts)})
	}
	for _, m := range v.Summary.Ministries {
		d.Ministries = append(d.Ministries, option{m.ID, fmt.Sprintf("%s (%d)", m.Name, m.N)})
	}
	for _, s := range schema.States() {
		if s != schema.Orphaned { // on no item: listed apart
			d.States = append(d.States, option{string(s), t.States[string(s)]})
		}
		if s == schema.Draft || s == schema.Submitted || s == schema.Accepted || s == schema.Rejected {
			d.Form = append(d.Form, option{string(s), t.States[string(s)]})
		}
	}
	under := map[string]int{}
	for c := range v.Full() {
		h := report.NewHTMLCard(v.T, c)
		d.Items = append(d.Items, h)
		facts := c.Change.Facts
		if facts == nil {
			facts = []schema.Fact{}
		}
		d.Data.Items[c.Anchor] = item{c.Change.Item.ID, c.Change.Disposition, c.Change.Progress, facts, h.Points}
		for id := range strings.SplitSeq(h.SectionKeys, "\n") {
			under[id]++
		}
	}
	for i := range v.Edition.Sections {
		if s := &v.Edition.Sections[i]; under[s.ID] > 0 {
			d.Sections = append(d.Sections, option{s.ID, fmt.Sprintf("%s (%d)", short(strings.TrimSpace(cmp.Or(s.Number, s.ID)+" "+s.Title), 40), under[s.ID])})
			under[s.ID] = 0 // an id that comes twice is offered once
		}
	}
	return d, nil
}

// settled is 0 for what the tool cannot say and 1 for the rest.
func settled(c *report.Card) int {
	if c.Change.Disposition == schema.Unclear {
		return 0
	}
	return 1
}

func counted(counts []report.Count) []option {
	var out []option
	for _, c := range counts {
		if c.N > 0 {
			out = append(out, option{c.ID, fmt.Sprintf("%s (%d)", c.Name, c.N)})
		}
	}
	return out
}

func terms(list []schema.Term, lang string) []term {
	var out []term
	for _, t := range list {
		out = append(out, term{t.ID, t.Name(lang)})
	}
	return out
}

func short(s string, n int) string {
	if rs := []rune(s); len(rs) > n {
		return string(rs[:n]) + "…"
	}
	return s
}
