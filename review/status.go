package review

import (
	"fmt"
	"io"
	"text/tabwriter"

	"plandiff/diff"
	"plandiff/schema"
)

// Summary is how far the review of an edition is.
type Summary struct {
	Edition   string               `json:"edition"`
	Items     int                  `json:"items"`
	Judged    int                  `json:"judged"`   // items with a verdict on their present text, submitted or accepted
	Accepted  int                  `json:"accepted"` // items with an accepted verdict that counts
	Agree     int                  `json:"agree"`    // of those, where person and tool say the same
	States    map[schema.State]int `json:"states"`   // annotations of the edition by state
	Recheck   []string             `json:"recheck"`  // items with something to look at again
	Conflicts []string             `json:"conflicts"`
	Homeless  []string             `json:"homeless"` // ids of annotations on no item of the edition
	Others    int                  `json:"others"`   // annotations of other editions
}

// Summarize counts what reviews say of a comparison's edition.
func Summarize(c *diff.Comparison, files ...*schema.Reviews) Summary {
	o := Apply(c, files...)
	s := Summary{Edition: c.Edition.ID, Items: len(c.Changes), States: map[schema.State]int{}, Recheck: []string{}, Conflicts: []string{}, Homeless: []string{}, Others: o.Others}
	for _, a := range o.Homeless {
		s.Homeless = append(s.Homeless, a.ID)
		s.States[a.State]++
	}
	for i := range c.Changes {
		j := o.Items[c.Changes[i].Item.ID]
		if j == nil || j.Change != &c.Changes[i] {
			continue
		}
		judged, again := j.Judged(), len(j.Stale) > 0
		for _, a := range j.Annotations {
			s.States[a.State]++
			judged = judged || Judges(a, j.Change)
			again = again || a.State == schema.NeedsRecheck
		}
		if judged {
			s.Judged++
		}
		if j.Judged() {
			s.Accepted++
			if j.Agrees() {
				s.Agree++
			}
		}
		if again {
			s.Recheck = append(s.Recheck, j.Change.Item.ID)
		}
		if len(j.Conflict) > 0 {
			s.Conflicts = append(s.Conflicts, j.Change.Item.ID)
		}
	}
	return s
}

// Judges says whether the annotation is a verdict, submitted or accepted, on the text of the change as it stands.
func Judges(a schema.Annotation, c *diff.Change) bool {
	return HasVerdict(a) && (a.State == schema.Submitted || a.State == schema.Accepted) && (a.Digest == "" || a.Digest == c.Digest)
}

// Settled says whether every item has an accepted verdict and nothing is left to look at.
func (s Summary) Settled() bool {
	return s.Accepted == s.Items && len(s.Recheck)+len(s.Conflicts)+len(s.Homeless) == 0
}

// WriteText writes the summary for a terminal.
func (s Summary) WriteText(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "%s\t%d items\n", s.Edition, s.Items)
	fmt.Fprintf(t, "judged\t%d\n", s.Judged)
	fmt.Fprintf(t, "accepted\t%d\tthe tool says the same of %d\n", s.Accepted, s.Agree)
	for _, state := range schema.States() {
		if n := s.States[state]; n > 0 {
			fmt.Fprintf(t, "annotations %s\t%d\n", state, n)
		}
	}
	for _, l := range []struct {
		name string
		ids  []string
	}{{"to look at again", s.Recheck}, {"contradicting verdicts", s.Conflicts}, {"on no item", s.Homeless}} {
		for i, id := range l.ids {
			if i > 0 {
				l.name = ""
			}
			fmt.Fprintf(t, "%s\t%s\n", l.name, id)
		}
	}
	if s.Others > 0 {
		fmt.Fprintf(t, "of other editions\t%d\n", s.Others)
	}
	return t.Flush()
}
