package report

import (
	"slices"
	"strings"
	"sync"

	"plandiff/diff"
)

// Ground is why a label was given, as reports tell it: a rule, what it saw in the reader's language, and the numbers of the quotes
// in which it saw it. The quotes stand in the columns, marked and numbered; here each is repeated once, abridged.
type Ground struct {
	For   string // a disposition, progress or fact, named
	Rule  string // id in diff.Rules
	Says  string // what the rule saw; "" for one that this program does not know
	Refs  []Ref
	forID string
}

// Ref is one quote of a ground.
type Ref struct {
	N      int
	Text   string // in quotation marks, abridged; "" where the card told it above, or told enough
	Absent bool   // Text says which column is silent
}

// Lengths of quotes in grounds, in characters: the columns hold them whole.
const (
	quoteHead = 12
	quoteTail = 6
)

// grounds groups the card's reasons by what they speak for and by rule, in the order in which they come first.
func (c *Card) grounds(t *Texts) []Ground { return groundsOf(t, c.Reasons, 3) }

// groundsOf repeats the first quotes of each ground; the others are numbers.
func groundsOf(t *Texts, reasons []Reason, quotes int) []Ground {
	var out []Ground
	told := map[int]bool{}
	for _, r := range reasons {
		for _, claim := range r.Claims {
			i := slices.IndexFunc(out, func(g Ground) bool { return g.forID == claim.forID && g.Rule == claim.Rule })
			if i < 0 {
				i = len(out)
				out = append(out, Ground{For: claim.For, Rule: claim.Rule, Says: t.saw(claim.Rule), forID: claim.forID})
			}
			ref := Ref{N: r.N, Absent: r.Absent}
			switch {
			case told[r.N] || len(out[i].Refs) >= quotes && !r.Absent: // silence stands in no column, so it is always told
			case r.Absent:
				ref.Text = r.Head + ": " + t.Silent
			default:
				ref.Text = strings.TrimSpace(t.quoted(abridge(r.Quote)))
			}
			told[r.N] = told[r.N] || ref.Text != ""
			out[i].Refs = append(out[i].Refs, ref)
		}
	}
	return out
}

// abridge keeps both ends of a long quote: how a sentence begins and what it comes to.
func abridge(s string) string {
	r := []rune(s)
	if len(r) <= quoteHead+quoteTail+1 {
		return s
	}
	return string(r[:quoteHead]) + "…" + string(r[len(r)-quoteTail:])
}

// saw is what a rule saw, as a clause in the reader's language.
func (t *Texts) saw(rule string) string { return clauses()[t.Lang+"\x00"+rule] }

// clauses are what each rule says in each language, gathered once.
var clauses = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, r := range diff.Rules() {
		clause, _, _ := strings.Cut(r.Doc, ": ")
		clause, _, _ = strings.Cut(clause, ". ")
		all["en\x00"+r.ID], all["ja\x00"+r.ID] = strings.TrimSuffix(clause, "."), r.Ja
	}
	return all
})
