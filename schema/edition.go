package schema

// Edition is one yearly edition of a plan document: what `plandiff read` writes, what a person corrects by hand
// and what every other package works on. The zero value is an empty edition.
type Edition struct {
	Version   int        `yaml:"version" json:"version"`                         // of the file format; 1
	ID        string     `yaml:"id" json:"id"`                                   // short and unique among editions: cs2024
	Title     string     `yaml:"title,omitempty" json:"title,omitempty"`         // as printed
	Publisher string     `yaml:"publisher,omitempty" json:"publisher,omitempty"` // as printed
	Language  string     `yaml:"language,omitempty" json:"language,omitempty"`   // ja or en
	Stage     string     `yaml:"stage,omitempty" json:"stage,omitempty"`         // draft or final
	Date      string     `yaml:"date,omitempty" json:"date,omitempty"`           // of publication, 2024-07-10
	Years     Years      `yaml:"years,omitempty,flow" json:"years,omitzero"`     // fiscal years of plan and next plan
	Sources   []Source   `yaml:"sources,omitempty" json:"sources,omitempty"`     // the documents it was read from
	Sections  []Section  `yaml:"sections,omitempty" json:"sections,omitempty"`   // in the document's order
	Unplaced  []Unplaced `yaml:"unplaced,omitempty" json:"unplaced,omitempty"`   // text that no cell, heading or furniture took
	File      string     `yaml:"-" json:"-"`                                     // the path it was loaded from, "" if none
}

// Years are the fiscal years of the plan that is reported on and of the next plan: 2023 and 2024.
type Years struct {
	Plan     int `yaml:"plan,omitempty" json:"plan,omitempty"`
	NextPlan int `yaml:"next_plan,omitempty" json:"next_plan,omitempty"`
}

// Source is a document that the edition was read from.
type Source struct {
	File    string `yaml:"file" json:"file"`                           // base name, never a path of a machine
	SHA256  string `yaml:"sha256,omitempty" json:"sha256,omitempty"`   // of its bytes, hexadecimal
	Format  string `yaml:"format,omitempty" json:"format,omitempty"`   // name in read.Formats
	Profile string `yaml:"profile,omitempty" json:"profile,omitempty"` // name of the read profile
	Pages   int    `yaml:"pages,omitempty" json:"pages,omitempty"`     // pages in the document
}

// Section is a heading of the document and the items under it. Sections are a flat list in the document's order;
// each names its parent.
type Section struct {
	ID           string   `yaml:"id" json:"id"`                                           // path of printed numbers: 1(1)①; ~2 when it comes again
	Parent       string   `yaml:"parent,omitempty" json:"parent,omitempty"`               // id of the section above it
	Number       string   `yaml:"number,omitempty" json:"number,omitempty"`               // as printed: (1)
	Title        string   `yaml:"title,omitempty" json:"title,omitempty"`                 // without the number
	PolicySource string   `yaml:"policy_source,omitempty" json:"policy_source,omitempty"` // …戦略…より
	Policy       []string `yaml:"policy,omitempty" json:"policy,omitempty"`               // the excerpt printed above the table
	Items        []Item   `yaml:"items,omitempty" json:"items,omitempty"`
	At           Place    `yaml:"at,omitempty,flow" json:"at,omitzero"`
	Pos          Pos      `yaml:"-" json:"-"`
}

// Item is one row of the plan table (項番): last year's plan, its reported results, the next plan.
type Item struct {
	ID         string    `yaml:"id" json:"id"`                                          // section / label: 1(1)/カ, unique in the edition
	Label      string    `yaml:"label,omitempty" json:"label,omitempty"`                // カ, without brackets
	Title      string    `yaml:"title,omitempty" json:"title,omitempty"`                // 施策名, where the document has one
	Ministries []string  `yaml:"ministries,omitempty,flow" json:"ministries,omitempty"` // 担当府省庁, as printed
	Repeated   bool      `yaml:"repeated,omitempty" json:"repeated,omitempty"`          // (再掲): printed elsewhere too
	Plan       []Passage `yaml:"plan,omitempty" json:"plan,omitempty" layout:"inline"`
	Results    []Passage `yaml:"results,omitempty" json:"results,omitempty" layout:"inline"`
	NextPlan   []Passage `yaml:"next_plan,omitempty" json:"next_plan,omitempty" layout:"inline"`
	At         Place     `yaml:"at,omitempty,flow" json:"at,omitzero"`
	Pos        Pos       `yaml:"-" json:"-"`
}

// Passage is one paragraph of a cell with its lines joined.
type Passage struct {
	By   []string `yaml:"by,omitempty,flow" json:"by,omitempty"` // the [省庁] block it stands in
	Mark string   `yaml:"mark,omitempty" json:"mark,omitempty"`  // ・ ① … where one opens the paragraph
	Text string   `yaml:"text" json:"text"`                      // one paragraph
	Pos  Pos      `yaml:"-" json:"-"`
}

// Place is a place in the source document: its page, from 1, and the page number printed there.
type Place struct {
	Page    int    `yaml:"page,omitempty" json:"page,omitempty"`
	Printed string `yaml:"printed,omitempty" json:"printed,omitempty"`
}

// Unplaced is text of the document that no cell, heading or furniture took: reported by read, flagged by check.
type Unplaced struct {
	Text string `yaml:"text" json:"text"`
	Line int    `yaml:"line,omitempty" json:"line,omitempty"` // line of the source text, from 1; 0 where there are no lines
	At   Place  `yaml:"at,omitempty,flow" json:"at,omitzero"`
	Pos  Pos    `yaml:"-" json:"-"`
}

// Pos is where something stands in a YAML file. Line and Col count from 1, Col in runes; the zero Pos is unknown.
type Pos struct {
	File string
	Line int
	Col  int
}

// Column names a column of an item.
type Column string

// The three columns of an item.
const (
	Plan     Column = "plan"
	Results  Column = "results"
	NextPlan Column = "next_plan"
)

// Columns lists the columns in reading order.
func Columns() []Column { return []Column{Plan, Results, NextPlan} }

// Column returns the passages of the named column; nil for an unknown name.
func (i *Item) Column(c Column) []Passage {
	switch c {
	case Plan:
		return i.Plan
	case Results:
		return i.Results
	case NextPlan:
		return i.NextPlan
	}
	return nil
}
