package schema

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Gold is a file of labels given by people, by which plandiff's own are measured. The file is a list of items, or a mapping
// with the list under items.
type Gold struct {
	Version  int        `yaml:"version,omitempty" json:"version,omitempty"`   // of the file format; 1
	Edition  any        `yaml:"edition,omitempty" json:"edition,omitempty"`   // free: where the items come from
	Sections any        `yaml:"sections,omitempty" json:"sections,omitempty"` // free: the headings they stood under
	Items    []GoldItem `yaml:"items" json:"items"`
	File     string     `yaml:"-" json:"-"` // the path it was loaded from
}

// GoldItem is one labelled item: its texts sentence by sentence, its labels, and why. Texts may be left out where the labels
// are of an edition that is at hand: then id is the item's id there.
type GoldItem struct {
	ID          string           `yaml:"id,omitempty" json:"id,omitempty"`       // of the item; its label serves where there is none
	Label       string           `yaml:"label,omitempty" json:"label,omitempty"` // as in the edition; the id serves where there is none
	Topic       string           `yaml:"topic,omitempty" json:"topic,omitempty"` // what it is about, for people
	Trap        string           `yaml:"trap,omitempty" json:"trap,omitempty"`   // what makes it hard
	Ministries  []string         `yaml:"ministries,omitempty,flow" json:"ministries,omitempty"`
	Plan        []GoldSentence   `yaml:"plan,omitempty" json:"plan,omitempty" layout:"inline"`
	Results     []GoldSentence   `yaml:"results,omitempty" json:"results,omitempty" layout:"inline"`
	NextPlan    []GoldSentence   `yaml:"next_plan,omitempty" json:"next_plan,omitempty" layout:"inline"`
	Labels      GoldLabels       `yaml:"labels,flow" json:"labels"`
	Commitments []GoldCommitment `yaml:"commitments,omitempty" json:"commitments,omitempty" layout:"inline"`
	Why         string           `yaml:"why,omitempty" json:"why,omitempty"` // the words that settle it
	Pos         Pos              `yaml:"-" json:"-"`
}

// GoldSentence is one entry of a column: one sentence.
type GoldSentence struct {
	By     []string `yaml:"by,omitempty,flow" json:"by,omitempty"`    // the [省庁] block it stands in
	Bullet bool     `yaml:"bullet,omitempty" json:"bullet,omitempty"` // a ・ stands before it: it opens a paragraph
	Text   string   `yaml:"text" json:"text"`
	Pos    Pos      `yaml:"-" json:"-"`
}

// GoldLabels are the labels of an item, in the words of docs/taxonomy.md.
type GoldLabels struct {
	Progress    Progress    `yaml:"progress" json:"progress"`
	Disposition Disposition `yaml:"disposition" json:"disposition"`
	Facts       []Fact      `yaml:"facts,omitempty" json:"facts,omitempty"`
	Pos         Pos         `yaml:"-" json:"-"`
}

// GoldCommitment is one commitment: its sentences in each column by number, from 1, and its labels.
type GoldCommitment struct {
	Plan        []int       `yaml:"plan" json:"plan"`
	Results     []int       `yaml:"results" json:"results"`
	NextPlan    []int       `yaml:"next_plan" json:"next_plan"`
	Progress    Progress    `yaml:"progress" json:"progress"`
	Disposition Disposition `yaml:"disposition" json:"disposition"`
	Facts       []Fact      `yaml:"facts,omitempty" json:"facts,omitempty"`
	Pos         Pos         `yaml:"-" json:"-"`
}

// LoadGold reads a gold file, strictly: also a missing label and a sentence number that the item does not have are mistakes.
func LoadGold(path string) (*Gold, error) {
	b, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return ParseGold(path, b)
}

// ParseGold is LoadGold for bytes.
func ParseGold(name string, b []byte) (*Gold, error) {
	root, m, err := parseNode(name, b)
	if err != nil {
		return nil, err
	}
	if root.Kind == yaml.SequenceNode {
		root = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: root.Line, Column: root.Column, Content: []*yaml.Node{text("items"), root}}
	}
	g := &Gold{File: name}
	m.decode(root, g)
	if g.Version > 1 {
		return nil, versionError(name, "gold", g.Version)
	}
	seen := map[string]Pos{}
	for i := range g.Items {
		it := &g.Items[i]
		key := it.Key()
		if key == "" {
			m.add(it.Pos.Line, it.Pos.Col, "an item needs an id or a label")
		} else if was, ok := seen[key]; ok {
			m.add(it.Pos.Line, it.Pos.Col, "item %q stands in line %d already", key, was.Line)
		}
		seen[key] = it.Pos
		if len(m.list) == 0 || it.Labels.Pos.Line > 0 {
			it.check(m)
		}
	}
	if err := m.err(); err != nil {
		return nil, err
	}
	return g, nil
}

// check finds what types alone do not: labels left out, numbers beyond the sentences there are.
func (it *GoldItem) check(m *mistakes) {
	at := it.Pos
	if it.Labels.Progress == "" {
		m.add(at.Line, at.Col, "item %q: no labels.progress: have %s", it.Key(), strings.Join(ids(Progresses()), ", "))
	}
	if it.Labels.Disposition == "" {
		m.add(at.Line, at.Col, "item %q: no labels.disposition: have %s", it.Key(), strings.Join(ids(Dispositions()), ", "))
	}
	if len(it.Plan)+len(it.Results)+len(it.NextPlan) == 0 {
		return // labels of an edition that is elsewhere
	}
	for n, c := range it.Commitments {
		for _, col := range []struct {
			name    Column
			numbers []int
			have    int
		}{{Plan, c.Plan, len(it.Plan)}, {Results, c.Results, len(it.Results)}, {NextPlan, c.NextPlan, len(it.NextPlan)}} {
			for _, k := range col.numbers {
				if k < 1 || k > col.have {
					m.add(c.Pos.Line, c.Pos.Col, "item %q: commitment %d names %s sentence %d; it has %d, counted from 1", it.Key(), n+1, col.name, k, col.have)
				}
			}
		}
	}
}

// Key is what the item is called: its label, else its id, as score tables and editions made from gold do.
func (it *GoldItem) Key() string {
	if it.Label != "" {
		return it.Label
	}
	return it.ID
}

// Column returns the sentences of the named column; nil for an unknown name.
func (it *GoldItem) Column(c Column) []GoldSentence {
	switch c {
	case Plan:
		return it.Plan
	case Results:
		return it.Results
	case NextPlan:
		return it.NextPlan
	}
	return nil
}

// Span is where a gold sentence stands in the edition that Gold.ToEdition makes: rune offsets, half-open, in the text of
// that passage of the column.
type Span struct{ Passage, Start, End int }

// Passages joins the sentences of a column to paragraphs and says where each sentence came to stand. A sentence goes on in
// the paragraph before it unless a bullet opens it or another [省庁] block starts.
func (it *GoldItem) Passages(c Column) ([]Passage, []Span) {
	var ps []Passage
	var spans []Span
	for _, s := range it.Column(c) {
		n := utf8.RuneCountInString(s.Text)
		if k := len(ps) - 1; k >= 0 && !s.Bullet && strings.Join(ps[k].By, "\n") == strings.Join(s.By, "\n") {
			start := utf8.RuneCountInString(ps[k].Text)
			ps[k].Text += s.Text
			spans = append(spans, Span{k, start, start + n})
			continue
		}
		p := Passage{By: s.By, Text: s.Text, Pos: s.Pos}
		if s.Bullet {
			p.Mark = "・"
		}
		ps = append(ps, p)
		spans = append(spans, Span{len(ps) - 1, 0, n})
	}
	return ps, spans
}

// ToEdition makes an edition of the gold items, in one section "1": item ids are "1/" and the item's key.
func (g *Gold) ToEdition() *Edition {
	e := &Edition{Version: 1, ID: "gold", Title: "gold items", Language: "en", Years: Years{2023, 2024}, File: g.File}
	s := Section{ID: "1", Number: "1", Title: "gold"}
	for i := range g.Items {
		it := &g.Items[i]
		item := Item{ID: fmt.Sprintf("1/%s", it.Key()), Label: it.Key(), Ministries: it.Ministries, Pos: it.Pos}
		for _, c := range Columns() {
			ps, _ := it.Passages(c)
			for _, p := range ps {
				item.Repeated = item.Repeated || strings.Contains(p.Text, "再掲")
				if strings.ContainsFunc(p.Text, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }) {
					e.Language = "ja"
				}
			}
			switch c {
			case Plan:
				item.Plan = ps
			case Results:
				item.Results = ps
			case NextPlan:
				item.NextPlan = ps
			}
		}
		s.Items = append(s.Items, item)
	}
	e.Sections = []Section{s}
	return e
}
