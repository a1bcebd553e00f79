package report

import (
	"strings"
	"unicode/utf8"

	"plandiff/diff"
	"plandiff/diff/words"
	"plandiff/schema"
)

// builder makes comparisons from texts: a test says what stands where, the builder finds the offsets.
type builder struct {
	*diff.Comparison
}

// built is an item under construction.
type built struct{ schema.Item }

func item(id, label string, ministries ...string) *built {
	return &built{schema.Item{ID: id, Label: label, Ministries: ministries}}
}

func (b *built) titled(s string) *built { b.Title = s; return b }
func (b *built) at(page int) *built     { b.At = schema.Place{Page: page}; return b }

// plan, results and next add passages: mark, block, text, and so on in threes.
func (b *built) plan(parts ...string) *built    { b.Plan = passages(parts); return b }
func (b *built) results(parts ...string) *built { b.Results = passages(parts); return b }
func (b *built) next(parts ...string) *built    { b.NextPlan = passages(parts); return b }

func passages(parts []string) []schema.Passage {
	var out []schema.Passage
	for i := 0; i+2 < len(parts); i += 3 {
		p := schema.Passage{Mark: parts[i], Text: parts[i+2]}
		if parts[i+1] != "" {
			p.By = []string{parts[i+1]}
		}
		out = append(out, p)
	}
	return out
}

// touch changes a change under construction.
type touch func(*diff.Change)

func labels(progress, disposition string, confidence float64, runnerUp string, facts ...string) touch {
	return func(ch *diff.Change) {
		ch.Progress, ch.Disposition, ch.Confidence, ch.RunnerUp = schema.Progress(progress), schema.Disposition(disposition), confidence, schema.Disposition(runnerUp)
		for _, f := range facts {
			ch.Facts = append(ch.Facts, schema.Fact(f))
		}
	}
}

func says(rule, about string, col schema.Column, passage int, quote string) touch {
	return func(ch *diff.Change) {
		text := ch.Item.Column(col)[passage].Text
		at := strings.Index(text, quote)
		if at < 0 {
			panic("the passage does not say " + quote)
		}
		start := utf8.RuneCountInString(text[:at])
		ch.Evidence = append(ch.Evidence, diff.Evidence{Rule: rule, For: about, Column: col, Quote: quote, Passage: passage, Start: start, End: start + utf8.RuneCountInString(quote)})
	}
}

func silent(rule, about string, col schema.Column) touch {
	return func(ch *diff.Change) {
		ch.Evidence = append(ch.Evidence, diff.Evidence{Rule: rule, For: about, Column: col, Absent: true})
	}
}

// edits makes the item's first passages one commitment with these edits: "+…" inserted, "-…" deleted, the rest equal.
func edits(parts ...string) touch {
	return func(ch *diff.Change) {
		m := diff.Commitment{Progress: ch.Progress, Disposition: ch.Disposition, Facts: ch.Facts, Confidence: ch.Confidence, RunnerUp: ch.RunnerUp}
		m.Plan, m.Results, m.NextPlan = firstSentence(ch.Item.Plan), firstSentence(ch.Item.Results), firstSentence(ch.Item.NextPlan)
		for _, p := range parts {
			switch {
			case strings.HasPrefix(p, "+"):
				m.Edits = append(m.Edits, words.Edit{Op: words.Insert, Text: p[1:]})
			case strings.HasPrefix(p, "-"):
				m.Edits = append(m.Edits, words.Edit{Op: words.Delete, Text: p[1:]})
			default:
				m.Edits = append(m.Edits, words.Edit{Op: words.Equal, Text: p})
			}
		}
		ch.Commitments = append(ch.Commitments, m)
		for i := 1; i < len(ch.Item.Plan); i++ { // further paragraphs of the plan are commitments that the next plan drops
			p := ch.Item.Plan[i]
			ch.Commitments = append(ch.Commitments, diff.Commitment{Plan: []diff.Sentence{{Text: p.Text, Passage: i, End: utf8.RuneCountInString(p.Text)}},
				Progress: schema.NotReported, Disposition: schema.Dropped, Confidence: 0.7, Edits: []words.Edit{{Op: words.Delete, Text: p.Text}}})
		}
	}
}

func firstSentence(ps []schema.Passage) []diff.Sentence {
	if len(ps) == 0 || ps[0].Text == "" {
		return nil
	}
	return []diff.Sentence{{Text: ps[0].Text, End: utf8.RuneCountInString(ps[0].Text)}}
}

// add puts an item under the section of that index and notes its change.
func (b *builder) add(section int, it *built, touches ...touch) {
	s := &b.Edition.Sections[section]
	s.Items = append(s.Items, it.Item)
	ch := diff.Change{Item: &it.Item, Section: s.ID, ID: b.Edition.ID + ":" + it.ID, Digest: "0123456789abcdef"}
	for _, t := range touches {
		t(&ch)
	}
	b.Changes = append(b.Changes, ch)
}

// bind ties the changes to the items in the edition: slices have grown since they were added.
func (b *builder) bind() {
	items := map[string]*schema.Item{}
	for s := range b.Edition.Sections {
		for i := range b.Edition.Sections[s].Items {
			items[b.Edition.Sections[s].Items[i].ID] = &b.Edition.Sections[s].Items[i]
		}
	}
	for i := range b.Changes {
		b.Changes[i].Item = items[b.Changes[i].Item.ID]
	}
}
