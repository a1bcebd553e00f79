package score

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"plandiff/diff"
	"plandiff/schema"
)

// links counts the links of one item from its plan to another column.
func links(f *Figures, it *schema.GoldItem, c *diff.Change, column schema.Column) {
	right := it.Results
	if column == schema.NextPlan {
		right = it.NextPlan
	}
	want, got := map[[2]int]bool{}, map[[2]int]bool{}
	for _, k := range it.Commitments {
		numbers := k.Results
		if column == schema.NextPlan {
			numbers = k.NextPlan
		}
		for _, a := range k.Plan {
			for _, b := range numbers {
				want[[2]int{a, b}] = true
			}
		}
	}
	plan, other := bares(it.Plan), bares(right)
	for _, k := range c.Commitments {
		quotes := k.Results
		if column == schema.NextPlan {
			quotes = k.NextPlan
		}
		to := quoted(other, quotes)
		for _, a := range quoted(plan, k.Plan) {
			for _, b := range to {
				got[[2]int{a, b}] = true
			}
		}
	}
	f.Gold += len(want)
	f.Got += len(got)
	for l := range got {
		if want[l] {
			f.Right++
		}
	}
}

// quoted lists the numbers, from 1, of the sentences that the quotes hold, or that hold a quote of at least half their length.
func quoted(sentences []string, quotes []diff.Sentence) []int {
	var out []int
	for i, s := range sentences {
		for _, q := range quotes {
			b := bare(q.Text)
			if s != "" && b != "" && (strings.Contains(b, s) || strings.Contains(s, b) && 2*utf8.RuneCountInString(b) >= utf8.RuneCountInString(s)) {
				out = append(out, i+1)
				break
			}
		}
	}
	return out
}

func bares(sentences []schema.GoldSentence) []string {
	out := make([]string, len(sentences))
	for i, s := range sentences {
		out[i] = bare(s.Text)
	}
	return out
}

// bare is a text after NFKC, without white space, bullets and dashes, with one kind of wave dash.
func bare(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '～' || c == '~':
			return '〜'
		case c == '・' || c == '-' || c >= 0x2010 && c <= 0x2015 || c == 0x2212 || strings.ContainsRune(" \t\n\r\v\f\u3000", c):
			return -1
		}
		return c
	}, norm.NFKC.String(s))
}
