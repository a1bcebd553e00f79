package diff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"plandiff/diff/words"
	"plandiff/schema"
)

// Comparison is what Compare found in one edition: one Change for every item, in the edition's order. With the
// edition inside, it holds all that a report needs.
type Comparison struct {
	Edition *schema.Edition
	Options Options
	Changes []Change
	Lineage *Lineage // of the edition before, when two editions were compared; else nil
	Tool    string   // "plandiff 0.1.0"
}

// Change is what became of one item.
type Change struct {
	Item        *schema.Item // in Comparison.Edition
	Section     string       // id of its section
	ID          string       // edition and item: never the verdict, so a better classifier orphans no reviewer's note
	Digest      string       // of the normalised texts that were compared
	Progress    schema.Progress
	Disposition schema.Disposition
	Facts       []schema.Fact
	Commitments []Commitment
	Evidence    []Evidence
	Confidence  float64            // 0 to 1, two decimals
	RunnerUp    schema.Disposition // the next likely disposition; "" if none
}

// Commitment is one thing an item promises, in the words of each column.
type Commitment struct {
	Plan        []Sentence         `json:"plan"`
	Results     []Sentence         `json:"results"`
	NextPlan    []Sentence         `json:"next_plan"`
	Progress    schema.Progress    `json:"progress"`
	Disposition schema.Disposition `json:"disposition"`
	Facts       []schema.Fact      `json:"facts"`
	Confidence  float64            `json:"confidence"`
	RunnerUp    schema.Disposition `json:"runner_up"`
	Evidence    []Evidence         `json:"evidence"`
	Edits       []words.Edit       `json:"edits"` // plan to next plan
}

// Sentence is a sentence as it stands in the edition: rune offsets, half-open, in the text of that passage of the column.
type Sentence struct {
	Text    string `json:"text"`
	Passage int    `json:"passage"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// Evidence is why a label was given: a quote, or the silence of a column.
type Evidence struct {
	Rule    string        // id in Rules
	For     string        // progress, disposition, or a fact id
	Column  schema.Column // where the quote stands, or what says nothing
	Quote   string        // verbatim; "" with Absent
	Passage int           // index in the column
	Start   int           // rune offsets in the passage's text, half-open
	End     int
	Absent  bool // silence is the evidence
}

type evidenceJSON struct {
	Rule    string        `json:"rule"`
	For     string        `json:"for"`
	Column  schema.Column `json:"column"`
	Quote   *string       `json:"quote,omitempty"`
	Passage *int          `json:"passage,omitempty"`
	Start   *int          `json:"start,omitempty"`
	End     *int          `json:"end,omitempty"`
	Absent  bool          `json:"absent,omitempty"`
}

// MarshalJSON writes the contract's form: a quote with its place, or "absent".
func (e Evidence) MarshalJSON() ([]byte, error) {
	j := evidenceJSON{Rule: e.Rule, For: e.For, Column: e.Column, Absent: e.Absent}
	if !e.Absent {
		j.Quote, j.Passage, j.Start, j.End = &e.Quote, &e.Passage, &e.Start, &e.End
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (e *Evidence) UnmarshalJSON(b []byte) error {
	var j evidenceJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	*e = Evidence{Rule: j.Rule, For: j.For, Column: j.Column, Absent: j.Absent}
	if j.Quote != nil {
		e.Quote = *j.Quote
	}
	for _, f := range []struct {
		from *int
		to   *int
	}{{j.Passage, &e.Passage}, {j.Start, &e.Start}, {j.End, &e.End}} {
		if f.from != nil {
			*f.to = *f.from
		}
	}
	return nil
}

// comparisonJSON is what UnmarshalJSON reads; EncodeJSON writes the same keys.
type comparisonJSON struct {
	Version int             `json:"version"`
	Tool    string          `json:"tool"`
	Options Options         `json:"options"`
	Edition *schema.Edition `json:"edition"`
	Changes []changeJSON    `json:"changes"`
	Lineage *Lineage        `json:"lineage,omitempty"`
}

type changeJSON struct {
	Item        string             `json:"item"`
	Label       string             `json:"label"`
	Section     string             `json:"section"`
	Ministries  []string           `json:"ministries"`
	ID          string             `json:"id"`
	Digest      string             `json:"digest"`
	Progress    schema.Progress    `json:"progress"`
	Disposition schema.Disposition `json:"disposition"`
	Facts       []schema.Fact      `json:"facts"`
	Confidence  float64            `json:"confidence"`
	RunnerUp    schema.Disposition `json:"runner_up"`
	Evidence    []Evidence         `json:"evidence"`
	Commitments []Commitment       `json:"commitments"`
}

// Extra is a key that a comparison's JSON carries behind its own: what people said of it, for one.
type Extra struct {
	Key   string
	Value any
}

// EncodeJSON writes the comparison contract, version 1, indented, with what is extra behind it. Lists are [], never null. It goes
// item by item, so that the JSON of an edition never stands in memory whole. Errors are the writer's.
func (c *Comparison) EncodeJSON(w io.Writer, extra ...Extra) error {
	o := beginObject(w)
	o.field("version", 1)
	o.field("tool", c.Tool)
	o.field("options", c.Options)
	o.field("edition", c.Edition)
	o.list("changes", len(c.Changes), func(i int) any { return c.Changes[i].contract() })
	if c.Lineage != nil {
		o.field("lineage", c.Lineage)
	}
	for _, x := range extra {
		o.field(x.Key, x.Value)
	}
	return o.end()
}

// MarshalJSON gives what EncodeJSON writes.
func (c *Comparison) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	err := c.EncodeJSON(&b)
	return b.Bytes(), err
}

// contract is the change as the contract has it.
func (ch *Change) contract() changeJSON {
	commitments := make([]Commitment, 0, len(ch.Commitments))
	for _, m := range ch.Commitments {
		m.Plan, m.Results, m.NextPlan = list(m.Plan), list(m.Results), list(m.NextPlan)
		m.Facts, m.Evidence, m.Edits = list(m.Facts), list(m.Evidence), list(m.Edits)
		commitments = append(commitments, m)
	}
	return changeJSON{
		Item: ch.Item.ID, Label: ch.Item.Label, Section: ch.Section, Ministries: list(ch.Item.Ministries), ID: ch.ID, Digest: ch.Digest,
		Progress: ch.Progress, Disposition: ch.Disposition, Facts: list(ch.Facts), Confidence: ch.Confidence, RunnerUp: ch.RunnerUp,
		Evidence: list(ch.Evidence), Commitments: commitments,
	}
}

// UnmarshalJSON reads what MarshalJSON writes, and ties each change to its item in the edition.
func (c *Comparison) UnmarshalJSON(b []byte) error {
	var in comparisonJSON
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	if in.Version != 1 || in.Edition == nil {
		return fmt.Errorf("comparison JSON version %d with edition %t: want version 1 as `plandiff diff --format json` writes it", in.Version, in.Edition != nil)
	}
	items := map[string]*schema.Item{}
	for s := range in.Edition.Sections {
		for i := range in.Edition.Sections[s].Items {
			items[in.Edition.Sections[s].Items[i].ID] = &in.Edition.Sections[s].Items[i]
		}
	}
	*c = Comparison{Edition: in.Edition, Options: in.Options, Tool: in.Tool, Lineage: in.Lineage}
	for _, ch := range in.Changes {
		item := items[ch.Item]
		if item == nil {
			return fmt.Errorf("comparison JSON: change of item %q, which its edition does not have", ch.Item)
		}
		c.Changes = append(c.Changes, Change{Item: item, Section: ch.Section, ID: ch.ID, Digest: ch.Digest, Progress: ch.Progress, Disposition: ch.Disposition,
			Facts: ch.Facts, Commitments: ch.Commitments, Evidence: ch.Evidence, Confidence: ch.Confidence, RunnerUp: ch.RunnerUp})
	}
	return nil
}

// list turns nil into an empty list.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
