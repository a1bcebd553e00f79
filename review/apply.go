package review

import (
	"slices"

	"plandiff/diff"
	"plandiff/schema"
)

// Judgement is what people said of one item of a comparison, beside what the tool says.
type Judgement struct {
	Change      *diff.Change
	Annotations []schema.Annotation // all that stand on the item, in the order of the files
	Accepted    []schema.Annotation // verdicts that count: accepted, and given on the text as it is now
	Stale       []schema.Annotation // accepted on another text: they count no more, and must be looked at again
	Conflict    []schema.Annotation // accepted verdicts that contradict each other: none counts on what they differ in
	Person      Labels              // as the accepted verdicts say; empty where they say nothing
}

// Judged says whether an accepted verdict counts for the item.
func (j *Judgement) Judged() bool { return j != nil && len(j.Accepted) > 0 }

// Progress, Disposition and Facts are the labels that count: the person's where there is one, else the tool's.
func (j *Judgement) Progress() schema.Progress {
	if j.Person.Progress != "" {
		return j.Person.Progress
	}
	return j.Change.Progress
}

// Disposition: see Progress.
func (j *Judgement) Disposition() schema.Disposition {
	if j.Person.Disposition != "" {
		return j.Person.Disposition
	}
	return j.Change.Disposition
}

// Facts: see Progress.
func (j *Judgement) Facts() []schema.Fact {
	if j.Person.Facts != nil {
		return *j.Person.Facts
	}
	return j.Change.Facts
}

// Agrees says whether person and tool say the same, as far as the person says anything.
func (j *Judgement) Agrees() bool {
	return j.Progress() == j.Change.Progress && j.Disposition() == j.Change.Disposition && sameFacts(j.Facts(), j.Change.Facts)
}

// Outcome is what people said of an edition.
type Outcome struct {
	Comparison *diff.Comparison // as the tool made it

	Items    map[string]*Judgement // by item id; an item that nobody annotated has none
	Homeless []schema.Annotation   // of this edition, but on no item of it: orphans, and ids that it does not have
	Others   int                   // annotations of other editions: not looked at
}

// Apply lays reviews beside a comparison. Annotations are of its edition by the edition's id. The comparison is not
// changed: reports and checks show both sides.
func Apply(c *diff.Comparison, files ...*schema.Reviews) *Outcome {
	out := &Outcome{Comparison: c, Items: map[string]*Judgement{}}
	changes := map[string]*diff.Change{}
	for i := range c.Changes {
		if ch := &c.Changes[i]; changes[ch.Item.ID] == nil {
			changes[ch.Item.ID] = ch
		}
	}
	for _, f := range files {
		for _, a := range f.Annotations {
			if a.Edition != c.Edition.ID {
				out.Others++
				continue
			}
			ch := changes[a.Item]
			if ch == nil || a.State == schema.Orphaned {
				out.Homeless = append(out.Homeless, a)
				continue
			}
			if out.Items[a.Item] == nil {
				out.Items[a.Item] = &Judgement{Change: ch}
			}
			out.Items[a.Item].take(a)
		}
	}
	for _, j := range out.Items {
		j.decide()
	}
	return out
}

func (j *Judgement) take(a schema.Annotation) {
	j.Annotations = append(j.Annotations, a)
	if a.State != schema.Accepted || !HasVerdict(a) {
		return
	}
	if a.Digest != "" && a.Digest != j.Change.Digest {
		j.Stale = append(j.Stale, a)
		return
	}
	j.Accepted = append(j.Accepted, a)
}

// decide takes what the accepted verdicts say, axis by axis. Where two differ, neither is taken.
func (j *Judgement) decide() {
	var progress, disposition, facts bool // contradicted
	for _, a := range j.Accepted {
		l := labels(a, j.Change)
		p := &j.Person
		progress = progress || l.Progress != "" && p.Progress != "" && l.Progress != p.Progress
		disposition = disposition || l.Disposition != "" && p.Disposition != "" && l.Disposition != p.Disposition
		facts = facts || l.Facts != nil && p.Facts != nil && !sameFacts(*l.Facts, *p.Facts)
		if l.Progress != "" {
			p.Progress = l.Progress
		}
		if l.Disposition != "" {
			p.Disposition = l.Disposition
		}
		if l.Facts != nil {
			p.Facts = l.Facts
		}
	}
	if !progress && !disposition && !facts {
		return
	}
	j.Conflict = j.Accepted
	if progress {
		j.Person.Progress = ""
	}
	if disposition {
		j.Person.Disposition = ""
	}
	if facts {
		j.Person.Facts = nil
	}
}

// Annotations are those of the edition, item by item, then those without a home: what must be kept of the reviews to lay them
// beside the comparison again.
func (o *Outcome) Annotations() []schema.Annotation {
	var out []schema.Annotation
	for i := range o.Comparison.Changes {
		ch := &o.Comparison.Changes[i]
		if j := o.Items[ch.Item.ID]; j != nil && j.Change == ch {
			out = append(out, j.Annotations...)
		}
	}
	return append(out, o.Homeless...)
}

// sameFacts compares two sets of facts.
func sameFacts(a, b []schema.Fact) bool {
	x, y := slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(slices.Compact(x), slices.Compact(y))
}

// Accept makes an annotation accepted. Of verdicts there is one accepted for an item: those of before are superseded;
// their ids come back.
func Accept(d *Draft, id string) (superseded []string, err error) {
	a := d.Find(id)
	if a == nil {
		return nil, d.Set(schema.Annotation{ID: id})
	}
	now := *a
	if HasVerdict(now) {
		for _, old := range slices.Clone(d.Reviews.Annotations) {
			if old.ID == id || old.State != schema.Accepted || old.Edition != now.Edition || old.Item != now.Item || !HasVerdict(old) {
				continue
			}
			old.State = schema.Superseded
			if err := d.Set(old); err != nil {
				return superseded, err
			}
			superseded = append(superseded, old.ID)
		}
	}
	now.State = schema.Accepted
	return superseded, d.Set(now)
}
