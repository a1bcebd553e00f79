package report

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/schema"
)

// Reason is a numbered piece of evidence: one quote, or the silence of one column, and all that it speaks for.
type Reason struct {
	N          int
	Claims     []Claim
	Column     schema.Column
	Head       string // of the column
	Quote      string
	Quoted     string // the quote in the language's quotation marks
	Silent     string // what stands in place of a quote where the column says nothing
	Absent     bool
	passage    int
	start, end int
}

// Claim is what a rule takes a quote for.
type Claim struct {
	For   string // a disposition, progress or fact, named
	Rule  string // id in diff.Rules
	forID string
}

// reasons numbers the evidence of an item and of its commitments: in the order of columns and places, silence last. What
// several rules quote is one reason, and what item and commitment both name is one claim.
func reasons(t *Texts, ch *diff.Change, heads map[schema.Column]string) []Reason {
	evidence := allEvidence(ch)
	slices.SortStableFunc(evidence, func(a, b diff.Evidence) int {
		return cmp.Or(comparePlace(a, b), strings.Compare(a.For, b.For), strings.Compare(a.Rule, b.Rule))
	})
	evidence = slices.Compact(evidence)
	var out []Reason
	for i, e := range evidence {
		if i == 0 || comparePlace(evidence[i-1], e) != 0 {
			out = append(out, Reason{N: len(out) + 1, Column: e.Column, Head: heads[e.Column], Quote: e.Quote, Quoted: strings.TrimSpace(t.quoted(e.Quote)),
				Silent: t.Silent, Absent: e.Absent, passage: e.Passage, start: e.Start, end: e.End})
		}
		last := &out[len(out)-1]
		last.Claims = append(last.Claims, Claim{For: t.evidenceFor(e.For), Rule: e.Rule, forID: e.For})
	}
	return out
}

// allEvidence is that of the item and of its commitments.
func allEvidence(ch *diff.Change) []diff.Evidence {
	evidence := slices.Clone(ch.Evidence)
	for i := range ch.Commitments {
		evidence = append(evidence, ch.Commitments[i].Evidence...)
	}
	return evidence
}

// comparePlace orders evidence by where it stands; 0 is the same quote.
func comparePlace(a, b diff.Evidence) int {
	if a.Absent != b.Absent {
		if b.Absent {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(slices.Index(schema.Columns(), a.Column), slices.Index(schema.Columns(), b.Column)), cmp.Compare(a.Passage, b.Passage),
		cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.Quote, b.Quote))
}

// Line is a claim in one line: what for, rule, column and quote.
func (r Reason) Line(t *Texts, c Claim) string {
	says := t.quoted(r.Quote)
	if r.Absent {
		says = ": " + t.Silent
	}
	return c.For + ": " + c.Rule + ": " + r.Head + says
}

// about returns the reason with the claims about one thing only; ok is false where there is none.
func (r Reason) about(id string) (Reason, bool) {
	claims := r.Claims
	r.Claims = nil
	for _, c := range claims {
		if c.forID == id {
			r.Claims = append(r.Claims, c)
		}
	}
	return r, len(r.Claims) > 0
}

// why are the reasons that speak for a flag.
func (c *Card) why(id string) []Reason {
	var out []Reason
	for _, r := range c.Reasons {
		if r, ok := r.about(id); ok {
			out = append(out, r)
		}
	}
	return out
}
