package schema

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Problem is one thing wrong with a document, as opposed to its YAML: a person can load the file and mend it.
type Problem struct {
	Rule    string // id in ProblemRules
	Message string
	Pos     Pos    // of the section, item or passage in the YAML; zero where the edition was not loaded from a file
	Page    int    // of the source document, 0 if unknown
	Section string // id, "" for problems of the edition
	Item    string // id, "" for problems of sections and the edition
	Column  Column // "" unless a passage is meant
	Passage int    // index in the column
	Value   string // what the problem is about (a label, an id, a year): for fingerprints, as messages may change
}

// ProblemRule is a kind of problem that Validate finds.
type ProblemRule struct{ ID, Doc string }

// ProblemRules lists what Validate looks for.
func ProblemRules() []ProblemRule {
	return []ProblemRule{
		{"edition-incomplete", "the edition has no id, no items, or a language, stage or date that plandiff does not know"},
		{"years-contradict", "the years of plan and next plan are not two years in a row"},
		{"section-twice", "two sections have one id"},
		{"parent-unknown", "a section names a parent that does not stand above it"},
		{"label-missing", "an item has no label"},
		{"label-twice", "a label stands twice under one heading"},
		{"label-order", "a label comes before one that should follow it"},
		{"label-gap", "labels are left out between two that follow each other"},
		{"id-missing", "an item has no id"},
		{"id-twice", "two items have one id"},
		{"id-mismatch", "an item's id does not fit its section and label"},
		{"item-empty", "an item has neither plan nor results nor next plan"},
		{"cell-empty", "a passage has no text"},
		{"unplaced", "text of the document that no cell, heading or furniture took"},
	}
}

// Validate finds what is wrong with the document that an edition holds: in the document's order, problems of the edition
// first. An edition without problems gives nil.
func Validate(e *Edition) []Problem {
	v := &validator{edition: e, ids: map[string]bool{}, above: map[string]bool{}}
	v.head()
	v.sections()
	v.labels()
	for i := range e.Sections {
		v.above[e.Sections[i].ID] = true
		for j := range e.Sections[i].Items {
			v.item(&e.Sections[i], &e.Sections[i].Items[j])
		}
	}
	for _, u := range e.Unplaced {
		v.add(Problem{Rule: "unplaced", Message: fmt.Sprintf("unplaced text %q: put it where it belongs, or delete it", short(u.Text)), Pos: u.Pos, Page: u.At.Page, Value: u.Text})
	}
	return v.found
}

type validator struct {
	edition *Edition
	bases   []string
	ids     map[string]bool // of items seen
	above   map[string]bool // ids of sections down to this one
	found   []Problem
}

func (v *validator) add(p Problem) { v.found = append(v.found, p) }

func (v *validator) head() {
	e := v.edition
	at := Pos{File: e.File, Line: 1, Col: 1}
	if e.File == "" {
		at = Pos{}
	}
	say := func(rule, value, format string, args ...any) {
		v.add(Problem{Rule: rule, Message: fmt.Sprintf(format, args...), Pos: at, Value: value})
	}
	if e.ID == "" {
		say("edition-incomplete", "id", "the edition has no id: give it a short one such as plan2024")
	}
	if !slices.Contains([]string{"", "ja", "en"}, e.Language) {
		say("edition-incomplete", "language "+e.Language, "language %q: plandiff knows ja and en", e.Language)
	}
	if !slices.Contains([]string{"", "draft", "final"}, e.Stage) {
		say("edition-incomplete", "stage "+e.Stage, "stage %q: write draft or final", e.Stage)
	}
	if _, err := time.Parse(time.DateOnly, e.Date); e.Date != "" && err != nil {
		say("edition-incomplete", "date "+e.Date, "date %q: write it as 2024-07-10", e.Date)
	}
	items := 0
	for _, s := range e.Sections {
		items += len(s.Items)
	}
	if items == 0 {
		say("edition-incomplete", "items", "the edition has no items")
	}
	y := e.Years
	value := fmt.Sprintf("%d %d", y.Plan, y.NextPlan)
	switch {
	case y.Plan == 0 && y.NextPlan == 0:
		say("years-contradict", value, "no years: say which year's plan is reported on and which comes next: years: {plan: 2023, next_plan: 2024}")
	case y.Plan == 0 || y.NextPlan == 0:
		say("years-contradict", value, "years name only one of plan and next_plan")
	case y.NextPlan != y.Plan+1:
		say("years-contradict", value, "years contradict each other: the plan is for %d and the next plan for %d", y.Plan, y.NextPlan)
	}
}

func (v *validator) sections() {
	seen := map[string]bool{}
	for _, s := range v.edition.Sections {
		p := Problem{Pos: s.Pos, Page: s.At.Page, Section: s.ID, Value: s.ID}
		if seen[s.ID] {
			p.Rule, p.Message = "section-twice", fmt.Sprintf("section id %q stands twice: call this one %q", s.ID, s.ID+"~2")
			v.add(p)
		}
		if s.Parent != "" && !seen[s.Parent] {
			p.Rule, p.Message, p.Value = "parent-unknown", fmt.Sprintf("section %q names the parent %q, which does not stand above it", s.ID, s.Parent), s.Parent
			v.add(p)
		}
		seen[s.ID] = true
	}
}

// labels looks at the labels that count together: those of the items whose ids start with one heading.
func (v *validator) labels() {
	v.bases = ItemBases(v.edition)
	type one struct {
		section *Section
		item    *Item
	}
	runs := map[string][]one{}
	var order []string
	for i := range v.edition.Sections {
		s := &v.edition.Sections[i]
		for j := range s.Items {
			if runs[v.bases[i]] == nil {
				order = append(order, v.bases[i])
			}
			runs[v.bases[i]] = append(runs[v.bases[i]], one{s, &s.Items[j]})
		}
	}
	for _, base := range order {
		var labels []string
		for _, o := range runs[base] {
			if o.item.Label != "" {
				labels = append(labels, o.item.Label)
			}
		}
		series, counted := SeriesOf(labels)
		seen := map[string]bool{}
		prev := ""
		for _, o := range runs[base] {
			label := o.item.Label
			p := Problem{Pos: o.item.Pos, Page: o.item.At.Page, Section: o.section.ID, Item: o.item.ID, Value: label}
			switch {
			case label == "":
				p.Rule, p.Message = "label-missing", fmt.Sprintf("item %s has no label", o.item.ID)
				v.add(p)
				continue
			case seen[label]:
				p.Rule, p.Message = "label-twice", fmt.Sprintf("label %s stands twice under %s", label, base)
				v.add(p)
				continue
			}
			seen[label] = true
			if !counted || !in(series, label) {
				continue
			}
			if prev != "" {
				if p.Rule, p.Message = step(series, prev, label); p.Rule != "" {
					v.add(p)
				}
			}
			prev = label
		}
	}
}

func in(s Series, label string) bool {
	return slices.ContainsFunc(Ordinals(label), func(o Ordinal) bool { return o.Series == s })
}

// step says what is wrong between two labels of one series that stand one after the other.
func step(s Series, prev, label string) (rule, message string) {
	of := func(l string) Ordinal {
		os := Ordinals(l)
		return os[slices.IndexFunc(os, func(o Ordinal) bool { return o.Series == s })]
	}
	a, b := of(prev), of(label)
	n := b.N - a.N
	if steps, known := Follows(prev, label); known && steps == 1 {
		n = 1 // ヲ left out
	}
	switch {
	case a.Prefix != b.Prefix || n == 1:
		return "", ""
	case n < 1:
		return "label-order", fmt.Sprintf("label %s comes after %s", label, prev)
	case n == 2:
		return "label-gap", fmt.Sprintf("label %s comes right after %s: one is left out", label, prev)
	}
	return "label-gap", fmt.Sprintf("label %s comes right after %s: %d are left out", label, prev, n-1)
}

func (v *validator) item(s *Section, it *Item) {
	p := Problem{Pos: it.Pos, Page: it.At.Page, Section: s.ID, Item: it.ID, Value: it.ID}
	switch {
	case it.ID == "":
		p.Rule, p.Message = "id-missing", fmt.Sprintf("item %s of section %s has no id: write %s/%s", it.Label, s.ID, s.ID, it.Label)
		v.add(p)
	case v.ids[it.ID]:
		p.Rule, p.Message = "id-twice", fmt.Sprintf("item id %s stands twice in the edition", it.ID)
		v.add(p)
	case !v.fits(s, it):
		p.Rule, p.Message = "id-mismatch", fmt.Sprintf("item id %s does not fit section %s and label %q", it.ID, s.ID, it.Label)
		v.add(p)
	}
	v.ids[it.ID] = true
	if len(it.Plan)+len(it.Results)+len(it.NextPlan) == 0 {
		p.Rule, p.Message = "item-empty", fmt.Sprintf("item %s has neither plan nor results nor next plan", it.ID)
		v.add(p)
	}
	for _, c := range Columns() {
		for k, passage := range it.Column(c) {
			if strings.TrimFunc(passage.Text, unicode.IsSpace) != "" {
				continue
			}
			at := passage.Pos
			if at == (Pos{}) {
				at = it.Pos
			}
			v.add(Problem{Rule: "cell-empty", Message: fmt.Sprintf("passage %d of %s of item %s has no text", k+1, c, it.ID), Pos: at, Page: it.At.Page,
				Section: s.ID, Item: it.ID, Column: c, Passage: k, Value: it.ID})
		}
	}
}

// fits reports whether an item's id is the id of its section, or of a heading above it or before it, and its label.
func (v *validator) fits(s *Section, it *Item) bool {
	tail := it.Label
	if tail == "" {
		tail = "?"
	}
	id := it.ID
	if i := strings.LastIndexByte(id, '~'); i >= 0 && digits(id[i+1:]) && !strings.HasSuffix(id, "/"+tail) {
		id = id[:i]
	}
	if it.Label == "" {
		id = strings.TrimRight(id, "0123456789")
	}
	if s.headless() && id == tail {
		return true
	}
	base, ok := strings.CutSuffix(id, "/"+tail)
	return ok && v.above[base]
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// short cuts a text for a message.
func short(s string) string {
	if rs := []rune(s); len(rs) > 40 {
		return string(rs[:40]) + "…"
	}
	return s
}
