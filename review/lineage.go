package review

import (
	"slices"

	"plandiff/diff"
	"plandiff/schema"
)

// Judged is the comparison as it counts: accepted verdicts in place of the tool's labels, on the item and, where it makes one
// commitment only, on that. It is for what is reckoned from labels: a lineage, an exit code. The tool's comparison is not changed.
func (o *Outcome) Judged() *diff.Comparison {
	c := *o.Comparison
	c.Changes = slices.Clone(c.Changes)
	for i := range c.Changes {
		ch := &c.Changes[i]
		j := o.of(&o.Comparison.Changes[i])
		if !j.Judged() {
			continue
		}
		ch.Disposition, ch.Progress, ch.Facts = j.Disposition(), j.Progress(), j.Facts()
		if len(ch.Commitments) == 1 {
			only := ch.Commitments[0]
			only.Disposition, only.Progress, only.Facts = ch.Disposition, ch.Progress, ch.Facts
			ch.Commitments = []diff.Commitment{only}
		}
	}
	return &c
}

// of is the judgement of a change; nil where nobody annotated it.
func (o *Outcome) of(ch *diff.Change) *Judgement {
	if j := o.Items[ch.Item.ID]; j != nil && j.Change.Digest == ch.Digest {
		return j
	}
	return nil
}

// Lay lays verdicts over a lineage: the steps into an edition, and those of items that it was the last to have, get the
// disposition that counts, with the tool's and the reviewers beside it where they differ; years carried over follow. A
// lineage that was traced from Judged comparisons counts so already and only gets what stands beside. l is changed.
func Lay(l *diff.Lineage, outcomes ...*Outcome) {
	for _, o := range outcomes {
		at := index(o.Comparison)
		for t := range l.Threads {
			th := &l.Threads[t]
			for s := range th.Steps {
				step := &th.Steps[s]
				switch id := o.Comparison.Edition.ID; {
				case step.To == id:
					o.into(step, changesAt(th, id, at))
				case step.From == id && step.Relation == diff.DroppedItem:
					o.gone(step, changesAt(th, id, at))
				}
			}
			if n := len(l.IDs); n > 0 && l.IDs[n-1] == o.Comparison.Edition.ID {
				o.years(th, changesAt(th, l.IDs[n-1], at))
			}
		}
	}
}

// changesAt are the changes of a thread's items in an edition.
func changesAt(th *diff.Thread, edition string, at map[string]*diff.Change) (out []*diff.Change) {
	for _, s := range th.Stops {
		if s.Edition != edition {
			continue
		}
		for _, id := range s.Items {
			if ch := at[id]; ch != nil {
				out = append(out, ch)
			}
		}
	}
	return out
}

// into is a step into the edition: its disposition is that of its items.
func (o *Outcome) into(step *diff.Step, items []*diff.Change) {
	var tool, counts []schema.Disposition
	for _, ch := range items {
		tool, counts = append(tool, ch.Disposition), append(counts, o.disposition(ch))
	}
	if !slices.Equal(tool, counts) {
		o.overrule(step, items, diff.ItemDisposition(tool), diff.ItemDisposition(counts))
	}
}

// gone is a step of items that went away after the edition: it may have said that they were finished.
func (o *Outcome) gone(step *diff.Step, items []*diff.Change) {
	tool, counts := schema.Dropped, schema.Dropped
	for _, ch := range items {
		if finished(ch.Disposition) {
			tool = ch.Disposition
		}
		if d := o.disposition(ch); finished(d) {
			counts = d
		}
	}
	if tool != counts {
		o.overrule(step, items, tool, counts)
	}
}

// finished says whether a disposition tells why an item is not followed up.
func finished(d schema.Disposition) bool {
	switch d {
	case schema.Completed, schema.Ended, schema.Discontinued, schema.Merged, schema.Split, schema.Moved:
		return true
	}
	return false
}

func (o *Outcome) overrule(step *diff.Step, items []*diff.Change, tool, counts schema.Disposition) {
	step.Disposition = counts
	if tool == counts {
		return
	}
	step.Tool = tool
	for _, ch := range items {
		j := o.of(ch)
		if !j.Judged() || j.Person.Disposition == "" {
			continue
		}
		for _, a := range j.Accepted {
			if !slices.Contains(step.By, a.Reviewer) {
				step.By = append(step.By, a.Reviewer)
			}
		}
	}
}

// disposition is the one that counts.
func (o *Outcome) disposition(ch *diff.Change) schema.Disposition {
	if j := o.of(ch); j.Judged() {
		return j.Disposition()
	}
	return ch.Disposition
}

// years follows in the count of years what the newest edition says: not carried over, no years; carried over by a verdict,
// this year and those before it of which the steps say so.
func (o *Outcome) years(th *diff.Thread, items []*diff.Change) {
	if !slices.ContainsFunc(items, func(ch *diff.Change) bool { j := o.of(ch); return j.Judged() && j.Person.Disposition != "" }) {
		return
	}
	if slices.ContainsFunc(items, func(ch *diff.Change) bool { return o.disposition(ch) != schema.CarriedOver }) {
		th.CarriedOverYears, th.Unchanged = 0, 0
		return
	}
	if th.CarriedOverYears > 0 {
		return
	}
	th.CarriedOverYears = 1
	for i := len(th.Steps) - 2; i >= 0 && th.Steps[i].Disposition == schema.CarriedOver && th.Steps[i].To == th.Steps[i+1].From; i-- {
		th.CarriedOverYears++
	}
}
