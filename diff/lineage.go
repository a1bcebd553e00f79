package diff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"plandiff/diff/words"
	"plandiff/schema"
)

// Lineage is what Trace found: items followed over editions, oldest first.
type Lineage struct {
	Editions []*schema.Edition `json:"-"`
	IDs      []string          `json:"editions"` // ids of Editions, in order
	Threads  []Thread          `json:"threads"`
	Tool     string            `json:"tool,omitempty"` // what made it, where it stands alone: plandiff 0.1.0
}

// Thread is one item followed over the years: one thread for every item of the oldest edition that has it. Threads
// share stops where items merge.
type Thread struct {
	ID               string   `json:"id"` // edition and item of its first stop
	Stops            []Stop   `json:"stops"`
	Steps            []Step   `json:"steps"`
	CarriedOverYears int      `json:"carried_over_years"` // years in a row, up to the newest edition, that carried it over
	Unchanged        float64  `json:"unchanged"`          // share of the text that stood unchanged over those years, 0 to 1
	Deadlines        []Moment `json:"deadlines"`          // each deadline, with the edition that named it first
	Targets          []Moment `json:"targets"`            // each target named, edition by edition
	CameBack         bool     `json:"came_back"`          // completed in one edition, planned again in a later one
	MinistriesJoined []string `json:"ministries_joined"`
	MinistriesLeft   []string `json:"ministries_left"`
}

// Stop is where a thread stands in one edition.
type Stop struct {
	Edition string   `json:"edition"`
	Items   []string `json:"items"`
	Text    string   `json:"text,omitempty"` // what the first item is about: its title, else the beginning of its plan or next plan
}

// Relation says how a thread went from one edition to the next.
type Relation string

// Relations.
const (
	SameItem    Relation = "same"
	SplitItem   Relation = "split"
	MergedItem  Relation = "merged"
	NewItem     Relation = "new"
	DroppedItem Relation = "dropped"
)

// Step is a thread's way from one edition to the next.
type Step struct {
	From        string             `json:"from"`
	To          string             `json:"to"`
	Relation    Relation           `json:"relation"`
	Score       float64            `json:"score"`       // of the link, 0 to 1
	RunnerUp    string             `json:"runner_up"`   // item id in To; "" if none came near
	Disposition schema.Disposition `json:"disposition"` // in To; for what went away: what From said of it, else dropped
	Facts       []schema.Fact      `json:"facts"`
	QuoteEdits  []words.Edit       `json:"quote_edits"`      // how last year's plan was altered in the reprint
	Reason      string             `json:"reason,omitempty"` // of an override that pinned or forbade the link

	// Where an accepted verdict gave the disposition: the tool's, and who overruled it.
	Tool schema.Disposition `json:"tool_disposition,omitempty"`
	By   []string           `json:"reviewers,omitempty"`
}

// Moment is a value named in one edition.
type Moment struct {
	Edition string `json:"edition"`
	Item    string `json:"item"`
	Value   string `json:"value"` // normalised: 2025-03, 100 件
	Quote   string `json:"quote"`
}

// lineageJSON is what UnmarshalJSON reads; EncodeJSON writes the same keys.
type lineageJSON struct {
	Version int      `json:"version"`
	Tool    string   `json:"tool,omitempty"`
	IDs     []string `json:"editions"`
	Threads []Thread `json:"threads"`
}

// EncodeJSON writes the lineage contract, version 1, indented, thread by thread. Lists are [], never null. Errors are the writer's.
func (l *Lineage) EncodeJSON(w io.Writer) error {
	o := beginObject(w)
	o.field("version", 1)
	if l.Tool != "" {
		o.field("tool", l.Tool)
	}
	o.field("editions", list(l.IDs))
	o.list("threads", len(l.Threads), func(i int) any { return l.Threads[i].contract() })
	return o.end()
}

// MarshalJSON gives what EncodeJSON writes.
func (l *Lineage) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	err := l.EncodeJSON(&b)
	return b.Bytes(), err
}

// contract is the thread as the contract has it.
func (t Thread) contract() Thread {
	t.Stops, t.Deadlines, t.Targets = list(t.Stops), list(t.Deadlines), list(t.Targets)
	t.MinistriesJoined, t.MinistriesLeft = list(t.MinistriesJoined), list(t.MinistriesLeft)
	steps := make([]Step, 0, len(t.Steps))
	for _, s := range t.Steps {
		s.Facts, s.QuoteEdits = list(s.Facts), list(s.QuoteEdits)
		steps = append(steps, s)
	}
	t.Steps = steps
	return t
}

// UnmarshalJSON reads what MarshalJSON writes; Editions stay nil, for the contract names them only.
func (l *Lineage) UnmarshalJSON(b []byte) error {
	var in lineageJSON
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	if in.Version != 1 {
		return fmt.Errorf("lineage JSON version %d: want version 1 as `plandiff history --format json` writes it", in.Version)
	}
	*l = Lineage{IDs: in.IDs, Threads: in.Threads, Tool: in.Tool}
	return nil
}
