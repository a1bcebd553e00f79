package report

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/schema"
)

// Options of Write. The zero value is the default of each format.
type Options struct {
	Lang        string // ja or en; "": the edition's language, ja where it has none
	Width       int    // of the terminal in columns, for text; 0: 100
	Color       bool   // text: mark with colour instead of [-…-] and {+…+}
	Filter      Filter // which items to show; the zero value shows all
	Sort        string // a name in Sorts; "": unclear first for html, else the document's order
	Table       string // csv and jsonl: a name in Tables; "": items (csv), all (jsonl)
	BOM         bool   // csv: begin with a byte order mark, which Excel needs to read UTF-8
	Brief       bool   // taisho: unchanged text as （略）
	TemplateDir string // html, taisho and timeline: files here replace the built-in template of the same name
}

// own are the options that some formats only know.
var own = []struct {
	name string // of the flag
	set  func(Options) bool
}{
	{"table", func(o Options) bool { return o.Table != "" }},
	{"bom", func(o Options) bool { return o.BOM }},
	{"brief", func(o Options) bool { return o.Brief }},
	{"template", func(o Options) bool { return o.TemplateDir != "" }},
}

// Filter says which items to show. Fields that are set must all hold; of the values of one field any may.
type Filter struct {
	Only          []string // ids of dispositions, progress values or facts: expanded, not-done, target-raised
	Ministries    []string // as printed
	Sections      []string // section ids; an item under a subsection counts
	MinConfidence float64  // 0 to 1; a disposition that an accepted verdict gives has 1
}

// Sort is one order of the items: a row of Sorts.
type Sort struct {
	Name string
	Doc  string
	less func(a, b *Card) int // document order decides between equals
}

// Sorts lists the orders that Options.Sort takes.
var Sorts = []Sort{
	{Name: "document", Doc: "as in the document", less: func(a, b *Card) int { return 0 }},
	{Name: "unclear", Doc: "what a person must look at first: unclear, then the rest as in the document",
		less: func(a, b *Card) int { return unclearRank(a) - unclearRank(b) }},
	{Name: "confidence", Doc: "least certain first", less: func(a, b *Card) int { return cmp.Compare(a.certainty(), b.certainty()) }},
	{Name: "disposition", Doc: "by disposition, in the order of the vocabulary",
		less: func(a, b *Card) int {
			return rank(schema.Dispositions(), a.Disposition.ID) - rank(schema.Dispositions(), b.Disposition.ID)
		}},
	{Name: "progress", Doc: "by progress, in the order of the vocabulary",
		less: func(a, b *Card) int {
			return rank(schema.Progresses(), a.Progress.ID) - rank(schema.Progresses(), b.Progress.ID)
		}},
	{Name: "ministry", Doc: "by the first ministry named",
		less: func(a, b *Card) int {
			return strings.Compare(first(a.Change.Item.Ministries), first(b.Change.Item.Ministries))
		}},
}

// Validate reports every option that has no meaning, all at once.
func (o Options) Validate() error {
	var errs []error
	if o.Lang != "" && o.Lang != "ja" && o.Lang != "en" {
		errs = append(errs, fmt.Errorf("unknown language %q for a report; have ja, en", o.Lang))
	}
	if o.Sort != "" && !slices.ContainsFunc(Sorts, func(s Sort) bool { return s.Name == o.Sort }) {
		names := make([]string, 0, len(Sorts))
		for _, s := range Sorts {
			names = append(names, s.Name)
		}
		errs = append(errs, fmt.Errorf("unknown sort order %q; have %s", o.Sort, strings.Join(names, ", ")))
	}
	if c := o.Filter.MinConfidence; c < 0 || c > 1 || c != c {
		errs = append(errs, fmt.Errorf("minimum confidence %v is outside 0 to 1", c))
	}
	for _, id := range o.Filter.Only {
		if !isFlag(id) {
			errs = append(errs, fmt.Errorf("unknown flag %q; have %s", id, strings.Join(flagIDs(), ", ")))
		}
	}
	if o.Table != "" && !slices.ContainsFunc(Tables, func(t Table) bool { return t.Name == o.Table }) {
		errs = append(errs, fmt.Errorf("unknown table %q; have %s", o.Table, strings.Join(tableNames(), ", ")))
	}
	return errors.Join(errs...)
}

// keeps tells whether the filter shows the item.
func (f Filter) keeps(c *Card) bool {
	if len(f.Only) > 0 && !slices.ContainsFunc(f.Only, c.has) {
		return false
	}
	if len(f.Ministries) > 0 && !slices.ContainsFunc(f.Ministries, func(m string) bool { return slices.Contains(c.Change.Item.Ministries, m) }) {
		return false
	}
	if len(f.Sections) > 0 && !slices.ContainsFunc(f.Sections, func(s string) bool { return slices.Contains(c.path, s) }) {
		return false
	}
	return c.certainty() >= f.MinConfidence
}

// Misses names the ministries and sections of the filter that no item has, with those that there are: an empty report would not
// tell a slip of the pen from good news.
func (f Filter) Misses(in Input) []string {
	var out []string
	if in.Comparison == nil {
		for _, want := range f.Sections {
			if in.Lineage != nil && !slices.ContainsFunc(in.Lineage.Threads, func(th diff.Thread) bool { return Filter{Sections: []string{want}}.keepsSections(&th) }) {
				out = append(out, fmt.Sprintf("no item of %s is under section %q", strings.Join(in.Lineage.IDs, ", "), want))
			}
		}
		return out
	}
	var ministries, sections []string
	for i := range in.Comparison.Changes {
		for _, m := range in.Comparison.Changes[i].Item.Ministries {
			if !slices.Contains(ministries, m) {
				ministries = append(ministries, m)
			}
		}
	}
	for _, s := range in.Comparison.Edition.Sections {
		if !slices.Contains(sections, s.ID) {
			sections = append(sections, s.ID)
		}
	}
	for _, l := range []struct {
		what       string
		want, have []string
	}{{"ministry", f.Ministries, ministries}, {"section", f.Sections, sections}} {
		for _, want := range l.want {
			if !slices.Contains(l.have, want) {
				out = append(out, fmt.Sprintf("no item of %s is of %s %q: have %s", in.Comparison.Edition.ID, l.what, want, some(l.have, 20)))
			}
		}
	}
	return out
}

// some lists at most n names, and how many more there are.
func some(names []string, n int) string {
	if len(names) == 0 {
		return "none"
	}
	if len(names) <= n {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:n], ", "), len(names)-n)
}

// describe puts the filter in words: "" when it shows everything.
func (f Filter) describe(t *Texts) string {
	var parts []string
	if len(f.Only) > 0 {
		names := make([]string, 0, len(f.Only))
		for _, id := range f.Only {
			names = append(names, t.name(id))
		}
		parts = append(parts, t.Flags+" "+strings.Join(names, t.Comma))
	}
	if len(f.Ministries) > 0 {
		parts = append(parts, t.Ministries+" "+strings.Join(f.Ministries, t.Comma))
	}
	if len(f.Sections) > 0 {
		parts = append(parts, t.Section+" "+strings.Join(f.Sections, t.Comma))
	}
	if f.MinConfidence > 0 {
		parts = append(parts, fmt.Sprintf("%s ≥ %s", t.Confidence, percent(f.MinConfidence)))
	}
	return strings.Join(parts, " · ")
}

func isFlag(id string) bool { return slices.Contains(flagIDs(), id) }

func flagIDs() []string {
	var ids []string
	for _, terms := range [][]schema.Term{schema.Dispositions(), schema.Progresses(), schema.Facts()} {
		for _, t := range terms {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

func rank(terms []schema.Term, id string) int {
	i := slices.IndexFunc(terms, func(t schema.Term) bool { return t.ID == id })
	if i < 0 {
		return len(terms)
	}
	return i
}

func unclearRank(c *Card) int {
	if c.Disposition.ID == string(schema.Unclear) {
		return 0
	}
	return 1
}

func first(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

func percent(c float64) string { return fmt.Sprintf("%.0f%%", c*100) }
