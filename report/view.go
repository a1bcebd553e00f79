package report

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/diff/words"
	"plandiff/review"
	"plandiff/schema"
)

// View is what every format of a comparison is made from: the items that the filter shows, in order, with names in the
// reader's language and marks in their texts. Templates see it as their data.
type View struct {
	T          *Texts
	Comparison *diff.Comparison
	Edition    *schema.Edition
	Heads      map[schema.Column]string
	Cards      []*Card // after filter and sort
	Total      int     // items before the filter
	Filter     string  // in words, "" when nothing is filtered
	Summary    Summary // of the cards shown
	reviewed   bool    // reviews were given: tables say who gave each label
	options    Options
}

// Card is one item as reports show it.
type Card struct {
	Change      *diff.Change
	Section     *schema.Section // nil where the edition does not have it
	Sections    []string        // titles of its section and of those above, topmost first
	Anchor      string          // for links, unique in the report
	Disposition Flag            // these three are the labels that count: an accepted verdict's, else the tool's
	Progress    Flag
	Facts       []Flag
	Said        Said        // who overruled the tool
	Overruled   []Flag      // the tool's labels that do not count: disposition, progress, facts
	RunnerUp    string      // name of the tool's runner-up, "" if none
	History     *History    // nil without lineage
	Review      *CardReview // nil where nobody annotated the item

	// These only in a card that Full gives.
	Columns     []Cell // plan, results, next plan
	Reasons     []Reason
	Commitments []CommitmentLine // empty where the item makes one only

	judgement *review.Judgement
	certain   bool     // an accepted verdict gives the disposition
	path      []string // ids of its section and of those above
	place     int      // in the document's order
}

// Flag is a label with its name.
type Flag struct {
	ID, Name string
}

// Cell is one column of an item.
type Cell struct {
	Column   schema.Column
	Head     string
	Passages []Passage
}

// Passage is a paragraph of a cell with its marks.
type Passage struct {
	By       string // 【総務省、経済産業省】 without brackets
	Mark     string
	Segments []Segment
}

// CommitmentLine is a commitment with its own flags.
type CommitmentLine struct {
	Text        string // its first sentence
	Disposition Flag
	Progress    Flag
	Facts       []Flag
	Confidence  float64
	Tool        string // plandiff, where a person overruled the tool on the item: verdicts are of items, so this is still the tool's
}

// NewView builds the view of a comparison. The comparison is not changed.
func NewView(in Input, o Options) (*View, error) {
	c := in.Comparison
	if c == nil || c.Edition == nil {
		return nil, errNothing
	}
	t := textsFor(o.Lang, c.Edition.Language)
	v := &View{T: t, Comparison: c, Edition: c.Edition, Heads: t.heads(c.Edition.Years), Total: len(c.Changes), reviewed: in.Reviews != nil, Filter: o.Filter.describe(t), options: o}
	sections := map[string]*schema.Section{}
	for i := range c.Edition.Sections {
		if s := &c.Edition.Sections[i]; sections[s.ID] == nil {
			sections[s.ID] = s
		}
	}
	histories, anchors := histories(c), map[string]bool{}
	for i := range c.Changes {
		card := &Card{Change: &c.Changes[i], Section: sections[c.Changes[i].Section], Anchor: anchor(anchors, c.Changes[i].Item.ID), place: i}
		card.path = sectionPath(sections, c.Changes[i].Section)
		for _, id := range slices.Backward(card.path) {
			if s := sections[id]; s == nil || s.Number+s.Title != "" { // a document without headings has a section that is none
				card.Sections = append(card.Sections, sectionTitle(s, id))
			}
		}
		if in.Reviews != nil {
			card.judgement = in.Reviews.Items[card.Change.Item.ID]
		}
		if id := string(card.Change.RunnerUp); id != "" {
			card.RunnerUp = t.name(id)
		}
		card.judge(t)
		if !o.Filter.keeps(card) {
			continue
		}
		card.Review = cardReview(t, card.judgement)
		card.History = histories[card.Change.Item.ID]
		v.Cards = append(v.Cards, card)
	}
	v.sort(o.Sort)
	v.Summary = summarize(v)
	return v, nil
}

// Full gives the cards one after the other, each with its reasons, marked columns and commitments. They are made when their turn
// comes: a report that is written item by item holds those of one.
func (v *View) Full() iter.Seq[*Card] {
	return func(yield func(*Card) bool) {
		for _, c := range v.Cards {
			full := *c
			full.fill(v.T, v.Heads)
			if !yield(&full) {
				return
			}
		}
	}
}

// sort puts the cards in the named order; "" leaves the document's.
func (v *View) sort(name string) {
	for _, s := range Sorts {
		if s.Name == name {
			slices.SortStableFunc(v.Cards, s.less)
		}
	}
}

// sectionPath lists a section's id and those of the sections above it. An edition whose parents run in a circle ends the
// walk at the first id that comes again.
func sectionPath(sections map[string]*schema.Section, id string) []string {
	var path []string
	for id != "" && !slices.Contains(path, id) {
		path = append(path, id)
		s := sections[id]
		if s == nil {
			break
		}
		id = s.Parent
	}
	return path
}

// anchor makes a permalink of an item's id: the id itself, without blanks, which HTML ids cannot hold. Should an edition
// have an id twice, the later one gets ~2.
func anchor(taken map[string]bool, id string) string {
	base := strings.Join(strings.Fields("item-"+id), "_")
	name := base
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s~%d", base, n)
	}
	taken[name] = true
	return name
}

// sectionTitle is number and title of a section; one that has neither, or that the edition does not have, is called by its id.
func sectionTitle(s *schema.Section, id string) string {
	if s == nil {
		return id
	}
	return cmp.Or(strings.TrimSpace(s.Number+" "+s.Title), id)
}

// fill adds reasons, marked columns and commitments.
func (c *Card) fill(t *Texts, heads map[schema.Column]string) {
	ch := c.Change
	c.Reasons = reasons(t, ch, heads)
	all := markColumns(ch, c.Reasons)
	for _, col := range schema.Columns() {
		cell := Cell{Column: col, Head: heads[col]}
		for i, p := range ch.Item.Column(col) {
			cell.Passages = append(cell.Passages, Passage{By: strings.Join(p.By, t.Comma), Mark: p.Mark, Segments: segments(p.Text, all[col][i])})
		}
		c.Columns = append(c.Columns, cell)
	}
	if len(ch.Commitments) < 2 {
		return
	}
	whose := ""
	if len(c.Overruled) > 0 {
		whose = toolName + ": "
	}
	for i := range ch.Commitments {
		m := &ch.Commitments[i]
		c.Commitments = append(c.Commitments, CommitmentLine{Tool: whose,
			Text: lead(m), Disposition: Flag{string(m.Disposition), t.name(string(m.Disposition))},
			Progress: Flag{string(m.Progress), t.name(string(m.Progress))}, Facts: facts(t, m.Facts), Confidence: m.Confidence})
	}
}

// has tells whether the flag counts for the item.
func (c *Card) has(id string) bool {
	return c.Disposition.ID == id || c.Progress.ID == id || slices.ContainsFunc(c.Facts, func(f Flag) bool { return f.ID == id })
}

// Ministries are the item's ministries, joined.
func (c *Card) Ministries(t *Texts) string { return strings.Join(c.Change.Item.Ministries, t.Comma) }

// Confidence is the tool's confidence in its disposition as a percentage.
func (c *Card) Confidence() string { return percent(c.Change.Confidence) }

// Cell returns the column of that name.
func (c *Card) Cell(col schema.Column) Cell {
	for _, cell := range c.Columns {
		if cell.Column == col {
			return cell
		}
	}
	return Cell{Column: col}
}

// Text is the cell's text without marks, one line per passage.
func (c Cell) Text() string {
	lines := make([]string, 0, len(c.Passages))
	for _, p := range c.Passages {
		lines = append(lines, p.lead()+p.Text())
	}
	return strings.Join(lines, "\n")
}

// Changed tells whether an edit stands in the passage.
func (p Passage) Changed() bool {
	return slices.ContainsFunc(p.Segments, func(s Segment) bool { return s.Op != words.Equal })
}

// Text is the passage's text without marks.
func (p Passage) Text() string {
	var b strings.Builder
	for _, s := range p.Segments {
		b.WriteString(s.Text)
	}
	return b.String()
}

// lead is what stands before the text: the [省庁] block and the mark.
func (p Passage) lead() string {
	lead := p.Mark
	if p.By != "" {
		lead = "[" + p.By + "] " + lead
	}
	return lead
}

func facts(t *Texts, ids []schema.Fact) []Flag {
	var flags []Flag
	for _, f := range ids {
		flags = append(flags, Flag{string(f), t.name(string(f))})
	}
	return flags
}

// lead is the sentence that stands for a commitment: the first of the plan, else of the next plan, else of the results.
func lead(c *diff.Commitment) string {
	for _, side := range [][]diff.Sentence{c.Plan, c.NextPlan, c.Results} {
		if len(side) > 0 {
			return side[0].Text
		}
	}
	return ""
}

// settings says in words what made the report differ from the plain one: the filter, the order, the engine's options.
func (v *View) settings() string {
	var parts []string
	if v.Filter != "" {
		parts = append(parts, v.T.Filter+": "+v.Filter)
	}
	if v.options.Sort != "" {
		parts = append(parts, v.T.SortBy+": "+v.options.Sort)
	}
	if v.reviewed {
		n := 0
		for _, c := range v.Cards {
			if c.judgement.Judged() {
				n++
			}
		}
		parts = append(parts, fmt.Sprintf(v.T.Verdicts, n))
	}
	if th := v.Comparison.Options.Threshold; th > 0 {
		parts = append(parts, "threshold "+percent(th))
	}
	if cues := v.Comparison.Options.Cues; len(cues) > 0 {
		parts = append(parts, "cues "+strings.Join(cues, v.T.Comma))
	}
	return strings.Join(parts, " · ")
}
