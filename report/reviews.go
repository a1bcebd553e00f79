package report

import (
	"cmp"
	"strings"

	"plandiff/review"
	"plandiff/schema"
)

// CardReview is what people said of an item, beside what the tool says; see verdict.go for what counts.
type CardReview struct {
	State string // id: agrees, differs, conflict, stale, noted
	Name  string // the state, named
	Flags []Flag // the labels that people gave, where verdicts count
	Notes []ReviewNote
}

// ReviewNote is one annotation.
type ReviewNote struct {
	Who   string // reviewer, date and state
	Flags []Flag // of its verdict
	Quote string // the words meant, in quotation marks; "" for the item as a whole
	Text  string // the note, and the replies under it
}

// cardReview is nil for an item that nobody annotated.
func cardReview(t *Texts, j *review.Judgement) *CardReview {
	if j == nil {
		return nil
	}
	r := &CardReview{Flags: labelFlags(t, j.Person.Disposition, j.Person.Progress, j.Person.Facts)}
	switch {
	case len(j.Conflict) > 0:
		r.State = "conflict"
	case j.Judged() && j.Agrees():
		r.State = "agrees"
	case j.Judged():
		r.State = "differs"
	case len(j.Stale) > 0:
		r.State = "stale"
	default:
		r.State = "noted"
	}
	r.Name = t.reviewStates[r.State]
	for _, a := range j.Annotations {
		n := ReviewNote{Who: strings.Join(nonEmpty(a.Reviewer, a.Date, cmp.Or(t.states[string(a.State)], string(a.State))), " · "), Text: a.Note,
			Flags: labelFlags(t, a.Verdict.Disposition, a.Verdict.Progress, a.Verdict.Facts)}
		if a.Verdict.Confirm {
			n.Flags = append(n.Flags, Flag{"confirm", t.Confirmed})
		}
		if a.Quote != nil {
			n.Quote = strings.TrimSpace(t.quoted(a.Quote.Exact))
		}
		for _, reply := range a.Replies {
			n.Text += "\n↳ " + strings.Join(nonEmpty(reply.Reviewer, reply.Date), " · ") + ": " + reply.Note
		}
		r.Notes = append(r.Notes, n)
	}
	return r
}

func labelFlags(t *Texts, d schema.Disposition, p schema.Progress, ids *[]schema.Fact) []Flag {
	var flags []Flag
	if d != "" {
		flags = append(flags, Flag{string(d), t.name(string(d))})
	}
	if p != "" {
		flags = append(flags, Flag{string(p), t.name(string(p))})
	}
	if ids != nil {
		flags = append(flags, facts(t, *ids)...)
	}
	return flags
}

// Line is the review in one line: 人の判定（不一致）: 縮小 · 一部措置済.
func (r *CardReview) Line(t *Texts) string {
	if len(r.Flags) == 0 {
		return t.Person + " (" + r.Name + ")"
	}
	return t.Person + " (" + r.Name + "): " + flagNames(r.Flags)
}

// Line is the note in one line; its text may have several.
func (n ReviewNote) Line() string {
	return strings.Join(nonEmpty(n.Who, flagNames(n.Flags), n.Quote, n.Text), ": ")
}

func flagNames(flags []Flag) string {
	names := make([]string, 0, len(flags))
	for _, f := range flags {
		names = append(names, f.Name)
	}
	return strings.Join(names, " · ")
}

func nonEmpty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// cells are the columns of the items table that hold the review: state, disposition, progress, facts, notes.
func (r *CardReview) cells(j *review.Judgement) []any {
	if r == nil {
		return []any{"", "", "", "", ""}
	}
	var ids string
	if j.Person.Facts != nil {
		ids = factIDs(*j.Person.Facts)
	}
	var notes []string
	for _, n := range r.Notes {
		notes = append(notes, n.Line())
	}
	return []any{r.State, string(j.Person.Disposition), string(j.Person.Progress), ids, strings.Join(notes, "\n")}
}
