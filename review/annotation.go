package review

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"plandiff/diff"
	"plandiff/schema"
)

// NewID makes an id for an annotation: eight hexadecimal digits of what it stands on and who wrote it. Two branches that
// annotate different things never make the same id; the same reviewer on the same words does, and merge will say so.
func NewID(a schema.Annotation, taken func(id string) bool) string {
	exact := ""
	if a.Quote != nil {
		exact = fmt.Sprintf("%s\x00%d", a.Quote.Exact, a.Quote.Passage)
	}
	for n := 0; ; n++ {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s\x00%s\x00%s\x00%d", a.Edition, a.Item, a.Reviewer, a.Column, exact, n))
		if id := "r" + hex.EncodeToString(sum[:4]); !taken(id) {
			return id
		}
	}
}

// Version is a fingerprint of an annotation as it stands: a page that saw another one must not overwrite it.
func Version(a schema.Annotation) string {
	b, err := json.Marshal(a)
	if err != nil {
		return "" // fits no annotation: nothing is overwritten
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}

// HasVerdict says whether the annotation judges; else it is a note only.
func HasVerdict(a schema.Annotation) bool {
	v := a.Verdict
	return v.Confirm || v.Disposition != "" || v.Progress != "" || v.Facts != nil
}

// Confirmed is the verdict that the tool's labels of an item are right. It keeps the labels, for another version of the
// tool may say others.
func Confirmed(c *diff.Change) schema.Verdict {
	facts := slices.Clone(c.Facts)
	if facts == nil {
		facts = []schema.Fact{}
	}
	return schema.Verdict{Confirm: true, Disposition: c.Disposition, Progress: c.Progress, Facts: &facts}
}

// Labels are the labels of an item. Empty ones, and Facts nil, are not judged.
type Labels struct {
	Progress    schema.Progress
	Disposition schema.Disposition
	Facts       *[]schema.Fact
}

// labels are those that the annotation gives. A bare confirm means the tool's labels, which are those of c.
func labels(a schema.Annotation, c *diff.Change) Labels {
	v := a.Verdict
	l := Labels{v.Progress, v.Disposition, v.Facts}
	if v.Confirm && l == (Labels{}) && c != nil {
		facts := slices.Clone(c.Facts)
		l = Labels{c.Progress, c.Disposition, &facts}
	}
	return l
}

// Validate finds what a loader cannot: labels that fit no word of the vocabulary are found there; here, what stands on an
// item that the edition does not have, and quotes whose words do not stand where they say. Orphans are left aside.
func Validate(r *schema.Reviews, e *schema.Edition) error {
	items := itemsOf(e)
	var errs []error
	for _, a := range r.Annotations {
		if a.Edition != e.ID || a.State == schema.Orphaned {
			continue
		}
		at := fmt.Sprintf("%s:%d:%d: annotation %q", r.File, a.Pos.Line, a.Pos.Col, a.ID)
		item := items[a.Item]
		switch {
		case item == nil:
			errs = append(errs, fmt.Errorf("%s: edition %s has no item %q: correct the id, or set the state to orphaned", at, e.ID, a.Item))
		case a.Quote != nil && a.State != schema.NeedsRecheck && !stands(item, a.Column, a.Quote):
			errs = append(errs, fmt.Errorf("%s: the words %q do not stand at passage %d, %d to %d of %s of item %s: run `plandiff review carry`, or quote again", at, a.Quote.Exact, a.Quote.Passage, a.Quote.Start, a.Quote.End, a.Column, a.Item))
		}
	}
	return errors.Join(errs...)
}

// itemsOf finds items by id; where an id comes twice, the first.
func itemsOf(e *schema.Edition) map[string]*schema.Item {
	items := map[string]*schema.Item{}
	for s := range e.Sections {
		for i := range e.Sections[s].Items {
			if it := &e.Sections[s].Items[i]; items[it.ID] == nil {
				items[it.ID] = it
			}
		}
	}
	return items
}
