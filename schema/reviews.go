package schema

// Reviews is a file of reviewers' judgements, kept in git beside the editions.
type Reviews struct {
	Version     int          `yaml:"version" json:"version"` // of the file format; 1
	Annotations []Annotation `yaml:"annotations" json:"annotations"`
	File        string       `yaml:"-" json:"-"`
}

// Annotation is what one reviewer says of an item, or of words in it.
type Annotation struct {
	ID       string   `yaml:"id" json:"id"`                              // unique in the file
	Edition  string   `yaml:"edition" json:"edition"`                    // id of the edition
	Item     string   `yaml:"item" json:"item"`                          // id of the item in it
	Digest   string   `yaml:"digest,omitempty" json:"digest,omitempty"`  // of the texts that were judged, as in the comparison
	Column   Column   `yaml:"column,omitempty" json:"column,omitempty"`  // where the quote stands; absent: the item as a whole
	Quote    *Quote   `yaml:"quote,omitempty" json:"quote,omitempty"`    // the words meant; absent: the item as a whole
	Verdict  Verdict  `yaml:"verdict,omitempty" json:"verdict,omitzero"` // absent: a note only
	Note     string   `yaml:"note,omitempty" json:"note,omitempty"`      // free text
	Reviewer string   `yaml:"reviewer" json:"reviewer"`                  // who says it
	Date     string   `yaml:"date,omitempty" json:"date,omitempty"`      // 2024-07-10, or with the time as RFC 3339
	State    State    `yaml:"state" json:"state" enum:"draft,submitted,accepted,rejected,superseded,needs-recheck,orphaned"`
	Replies  []Reply  `yaml:"replies,omitempty" json:"replies,omitempty"`
	Tags     []string `yaml:"tags,omitempty,flow" json:"tags,omitempty"`
	Carried  []Origin `yaml:"carried,omitempty" json:"carried,omitempty" layout:"inline"` // where it stood before `review carry`, oldest first
	Pos      Pos      `yaml:"-" json:"-"`
}

// State is where an annotation stands in its life.
type State string

// States of an annotation. NeedsRecheck: the text under it changed. Orphaned: its item has no successor.
const (
	Draft        State = "draft"
	Submitted    State = "submitted"
	Accepted     State = "accepted"
	Rejected     State = "rejected"
	Superseded   State = "superseded"
	NeedsRecheck State = "needs-recheck"
	Orphaned     State = "orphaned"
)

// States lists the states in the order of an annotation's life.
func States() []State {
	return []State{Draft, Submitted, Accepted, Rejected, Superseded, NeedsRecheck, Orphaned}
}

// Quote is a W3C TextQuoteSelector with positions: rune offsets, half-open, in the text of that passage of the column.
type Quote struct {
	Exact   string `yaml:"exact" json:"exact"`
	Prefix  string `yaml:"prefix,omitempty" json:"prefix,omitempty"` // the words before it
	Suffix  string `yaml:"suffix,omitempty" json:"suffix,omitempty"` // the words after it
	Passage int    `yaml:"passage,omitempty" json:"passage,omitempty"`
	Start   int    `yaml:"start" json:"start"`
	End     int    `yaml:"end" json:"end"`
}

// Verdict is the reviewer's judgement: the right labels, or the tool's confirmed. Labels beside confirm are those that the tool
// gave when it was confirmed: they go on counting when another version of the tool says something else. Facts non-nil replaces
// all facts of the item; an empty list in the file says that there is none.
type Verdict struct {
	Confirm     bool        `yaml:"confirm,omitempty" json:"confirm,omitempty"` // the labels are the tool's own
	Disposition Disposition `yaml:"disposition,omitempty" json:"disposition,omitempty"`
	Progress    Progress    `yaml:"progress,omitempty" json:"progress,omitempty"`
	Facts       *[]Fact     `yaml:"facts,omitempty,flow" json:"facts,omitempty"`
}

// Reply is an answer to an annotation.
type Reply struct {
	Reviewer string `yaml:"reviewer" json:"reviewer"`
	Date     string `yaml:"date,omitempty" json:"date,omitempty"`
	Note     string `yaml:"note" json:"note"`
}

// Origin is where an annotation stood before it was carried to another edition, and what it was there.
type Origin struct {
	ID      string  `yaml:"id,omitempty" json:"id,omitempty"` // of the annotation there
	Edition string  `yaml:"edition" json:"edition"`
	Item    string  `yaml:"item" json:"item"`
	Digest  string  `yaml:"digest,omitempty" json:"digest,omitempty"`
	State   State   `yaml:"state,omitempty" json:"state,omitempty" enum:"draft,submitted,accepted,rejected,superseded,needs-recheck,orphaned"` // there
	Quote   string  `yaml:"quote,omitempty" json:"quote,omitempty"`                                                                            // the words there, where others are quoted now
	Score   float64 `yaml:"score,omitempty" json:"score,omitempty"`                                                                            // of the re-anchoring, 0 to 1
}

// LoadReviews reads a reviews file, strictly.
func LoadReviews(path string) (*Reviews, error) {
	b, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return ParseReviews(path, b)
}

// ParseReviews is LoadReviews for bytes.
func ParseReviews(name string, b []byte) (*Reviews, error) {
	r := &Reviews{File: name}
	root, m, err := parseNode(name, b)
	if err != nil {
		return nil, err
	}
	m.decode(root, r)
	seen := map[string]int{}
	for _, a := range r.Annotations {
		m.need(a.Pos, "an annotation", "id", a.ID, "edition", a.Edition, "item", a.Item, "reviewer", a.Reviewer, "state", string(a.State))
		m.date(a.Pos, "date", a.Date)
		if was := seen[a.ID]; was > 0 && a.ID != "" {
			m.add(a.Pos.Line, a.Pos.Col, "annotation id %q stands in line %d already", a.ID, was)
		}
		seen[a.ID] = a.Pos.Line
		if a.Quote != nil {
			if a.Column == "" {
				m.add(a.Pos.Line, a.Pos.Col, "annotation %q: a quote needs its column: plan, results or next_plan", a.ID)
			}
			if a.Quote.Start < 0 || a.Quote.End < a.Quote.Start || a.Quote.Passage < 0 {
				m.add(a.Pos.Line, a.Pos.Col, "annotation %q: the quote's positions are no range: passage %d, start %d, end %d", a.ID, a.Quote.Passage, a.Quote.Start, a.Quote.End)
			}
		}
	}
	if err := m.err(); err != nil {
		return nil, err
	}
	if r.Version != 1 {
		return nil, versionError(name, "reviews", r.Version)
	}
	return r, nil
}
