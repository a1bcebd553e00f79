package report

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/review"
	"plandiff/schema"
)

// What counts for an item is what an accepted verdict says, axis by axis, and the tool's flag where none does: counts,
// charts, filters, orders and tables look at the card's Disposition, Progress and Facts, which are the labels that count.
// Where a person overruled the tool, the label carries the reviewer's name and the tool's own flag stands beside it.

// Said is who overruled the tool on which axis: names of reviewers, joined. "" means that the label is the tool's, or
// that nobody contradicts it.
type Said struct{ Disposition, Progress, Facts string }

// judge sets the labels that count. A verdict on another text than the item's (two items with one id) counts not.
func (c *Card) judge(t *Texts) {
	ch, j := c.Change, c.judgement
	c.Disposition = Flag{string(ch.Disposition), t.name(string(ch.Disposition))}
	c.Progress = Flag{string(ch.Progress), t.name(string(ch.Progress))}
	c.Facts = facts(t, ch.Facts)
	if !j.Judged() || j.Change.Digest != ch.Digest {
		return
	}
	if d := j.Person.Disposition; d != "" {
		c.certain = true
		if d != ch.Disposition {
			c.Overruled = append(c.Overruled, c.Disposition)
			c.Disposition = Flag{string(d), t.name(string(d))}
			c.Said.Disposition = saidBy(t, j, func(v schema.Verdict) bool { return v.Disposition != "" })
		}
	}
	if p := j.Person.Progress; p != "" && p != ch.Progress {
		c.Overruled = append(c.Overruled, c.Progress)
		c.Progress = Flag{string(p), t.name(string(p))}
		c.Said.Progress = saidBy(t, j, func(v schema.Verdict) bool { return v.Progress != "" })
	}
	if j.Person.Facts == nil {
		return
	}
	var given []schema.Fact
	for _, f := range *j.Person.Facts {
		if !slices.Contains(given, f) {
			given = append(given, f)
		}
	}
	gone := slices.DeleteFunc(slices.Clone(c.Facts), func(f Flag) bool { return slices.Contains(given, schema.Fact(f.ID)) })
	if len(gone) > 0 || len(given) != len(c.Facts) {
		c.Overruled = append(c.Overruled, gone...)
		c.Said.Facts = saidBy(t, j, func(v schema.Verdict) bool { return v.Facts != nil })
	}
	c.Facts = facts(t, given)
}

// saidBy joins the reviewers whose accepted verdicts speak on an axis. A bare confirm speaks on each.
func saidBy(t *Texts, j *review.Judgement, speaks func(schema.Verdict) bool) string {
	var names []string
	for _, a := range j.Accepted {
		v := a.Verdict
		if speaks(v) || v.Confirm && v.Disposition == "" && v.Progress == "" && v.Facts == nil {
			if name := cmp.Or(a.Reviewer, t.Person); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return strings.Join(names, t.Comma)
}

// reviewers are those whose accepted verdicts count for the item.
func (c *Card) reviewers(t *Texts) string {
	if !c.judgement.Judged() {
		return ""
	}
	return saidBy(t, c.judgement, func(schema.Verdict) bool { return true })
}

// certainty is how sure the disposition that counts is: the tool's confidence, or 1 where an accepted verdict gives it.
func (c *Card) certainty() float64 {
	if c.certain {
		return 1
	}
	return c.Change.Confidence
}

// by puts a reviewer's name behind a label.
func (t *Texts) by(who string) string {
	switch {
	case who == "":
		return ""
	case t.Lang == "ja":
		return "（" + who + "）"
	}
	return " (" + who + ")"
}

// sure is what stands behind the disposition: the tool's confidence, or who overruled it.
func (c *Card) sure(t *Texts) string {
	if c.Said.Disposition != "" {
		return t.by(c.Said.Disposition)
	}
	return " " + c.Confidence()
}

// factBy is who gave a fact that the tool does not see; "" for the tool's own.
func (c *Card) factBy(id string) string {
	if slices.Contains(c.Change.Facts, schema.Fact(id)) {
		return ""
	}
	return c.Said.Facts
}

// ToolLine is what the tool says where a person says otherwise, in one line: plandiff: 拡充 91% · 措置済; "" where nobody
// contradicts it.
func (c *Card) ToolLine(t *Texts) string {
	if len(c.Overruled) == 0 {
		return ""
	}
	names := make([]string, 0, len(c.Overruled))
	for _, f := range c.Overruled {
		name := f.Name
		if f.ID == string(c.Change.Disposition) {
			name += " " + c.Confidence()
			if c.RunnerUp != "" {
				name += " (" + t.RunnerUp + " " + c.RunnerUp + ")"
			}
		}
		names = append(names, name)
	}
	return toolName + ": " + strings.Join(names, " · ")
}

// toolName is what reports call the tool beside people.
const toolName = "plandiff"
