package review

import (
	"fmt"
	"strings"

	"plandiff/schema"
)

// around is how many characters before and after a quote are kept with it, as the W3C's TextQuoteSelector asks for: enough
// to tell two places with the same words apart.
const around = 32

// Quote anchors words in a column of an item (W3C Web Annotation Data Model, TextQuoteSelector, with positions). near is
// where they are thought to stand, in case they stand there more than once: the passage (from 0; -1: any) and the rune
// offset in it. The error says that the words do not stand in the column.
func Quote(item *schema.Item, column schema.Column, exact string, passage, near int) (*schema.Quote, error) {
	var best *schema.Quote
	least := 0
	want := []rune(exact)
	for p, ps := range item.Column(column) {
		if passage >= 0 && p != passage {
			continue
		}
		text := []rune(ps.Text)
		for i := 0; len(want) > 0 && i+len(want) <= len(text); i++ {
			if string(text[i:i+len(want)]) != exact {
				continue
			}
			if far := abs(i - near); best == nil || far < least {
				best, least = quoteAt(text, p, i, i+len(want)), far
			}
		}
	}
	if best == nil {
		return nil, fmt.Errorf("item %s: the words %q do not stand in one passage of %s: quote them as they are written", item.ID, exact, column)
	}
	return best, nil
}

// quoteAt is the quote of runes start to end of a passage.
func quoteAt(text []rune, passage, start, end int) *schema.Quote {
	return &schema.Quote{Exact: string(text[start:end]), Prefix: string(text[max(0, start-around):start]),
		Suffix: string(text[end:min(len(text), end+around)]), Passage: passage, Start: start, End: end}
}

// stands says whether the words stand exactly where the quote says.
func stands(item *schema.Item, column schema.Column, q *schema.Quote) bool {
	ps := item.Column(column)
	if q.Passage >= len(ps) {
		return false
	}
	text := []rune(ps[q.Passage].Text)
	return q.End <= len(text) && string(text[q.Start:q.End]) == q.Exact
}

// place is where a quote may stand in another text, and how well it fits there.
type place struct {
	item    *schema.Item
	quote   *schema.Quote
	score   float64 // of the words: 1 − edits / length, 0 to 1
	context float64 // of what stands around them, 0 to 1
}

// rank weighs words against context. The words decide whether a place is one at all; among places with like words the
// context decides.
func (p place) rank() float64 { return 0.7*p.score + 0.3*p.context }

// Thresholds of re-anchoring. Two ministries' boilerplate is up to 0.8 alike, so below 0.85 words are not the same words;
// and two places nearer to each other than the margin cannot be told apart.
const (
	sameWords   = 0.85
	margin      = 0.05
	sameContext = 0.5 // below it the words stand, but in another sentence
)

// find looks for the quote in the same column of the items, and gives the best place and the best one that does not
// overlap it. ok is false where no words fit at all.
func find(items []*schema.Item, column schema.Column, q *schema.Quote) (best, next place, ok bool) {
	var all []place
	for _, it := range items {
		for n, p := range it.Column(column) {
			text := []rune(p.Text)
			for _, span := range matches(text, []rune(q.Exact)) {
				at := quoteAt(text, n, span.start, span.end)
				all = append(all, place{it, at, span.score, (tail(q.Prefix, at.Prefix) + head(q.Suffix, at.Suffix)) / 2})
			}
		}
	}
	for _, p := range all {
		if !ok || p.rank() > best.rank() {
			best, ok = p, true
		}
	}
	for _, p := range all {
		apart := p.item != best.item || p.quote.Passage != best.quote.Passage || p.quote.End <= best.quote.Start || best.quote.End <= p.quote.Start
		if apart && p.rank() > next.rank() {
			next = p
		}
	}
	return best, next, ok
}

// span is a stretch of a text that is like the words looked for.
type span struct {
	start, end int
	score      float64
}

// matches finds the stretches of text that are at least half like the words, the best at each end (approximate string
// matching by dynamic programming: Sellers 1980, "The theory and computation of evolutionary distances"). Of stretches
// that overlap only locally best ones are given.
func matches(text, words []rune) []span {
	if len(words) == 0 {
		return nil
	}
	type cell struct{ cost, start int }
	column := make([]cell, len(words)+1)
	for i := range column {
		column[i] = cell{i, 0}
	}
	ends := make([]span, 0, len(text)) // the best stretch that ends behind each rune
	for j, r := range text {
		diagonal := column[0]
		column[0] = cell{0, j + 1} // a stretch may start anywhere
		for i, w := range words {
			step := 1
			if w == r {
				step = 0
			}
			c := cell{diagonal.cost + step, diagonal.start}
			if column[i+1].cost+1 < c.cost {
				c = cell{column[i+1].cost + 1, column[i+1].start}
			}
			if column[i].cost+1 < c.cost {
				c = cell{column[i].cost + 1, column[i].start}
			}
			diagonal, column[i+1] = column[i+1], c
		}
		last := column[len(words)]
		ends = append(ends, span{last.start, j + 1, 1 - float64(last.cost)/float64(len(words))})
	}
	var out []span
	for j, s := range ends {
		if s.score < 0.5 || s.end <= s.start || j > 0 && ends[j-1].score > s.score || j+1 < len(ends) && ends[j+1].score > s.score {
			continue
		}
		if n := len(out); n > 0 && s.start < out[n-1].end {
			if s.score > out[n-1].score {
				out[n-1] = s
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// head is how alike two texts are from their beginning, tail from their end: what stands next to a quote counts most.
// Both count the share of equal runes up to the first that differs, and half of what follows in any order.
func head(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 && len(y) == 0 {
		return 1
	}
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	most := max(len(x), len(y))
	rest := similarity(string(x[n:]), string(y[n:])) * float64(most-n) / 2
	return min(1, (float64(n)+rest)/float64(most))
}

func tail(a, b string) float64 { return head(backwards(a), backwards(b)) }

func backwards(s string) string {
	rs := []rune(s)
	for i, j := 0, len(rs)-1; i < j; i, j = i+1, j-1 {
		rs[i], rs[j] = rs[j], rs[i]
	}
	return string(rs)
}

// similarity is the Dice coefficient of two texts' pairs of neighbouring runes, 0 to 1; two empty texts are alike.
func similarity(a, b string) float64 {
	x, y := pairs(a), pairs(b)
	total := 0
	for _, n := range x {
		total += n
	}
	both := 0
	for p, n := range y {
		total += n
		both += min(n, x[p])
	}
	if total == 0 {
		if strings.TrimSpace(a) == strings.TrimSpace(b) {
			return 1
		}
		return 0
	}
	return 2 * float64(both) / float64(total)
}

func pairs(s string) map[[2]rune]int {
	out := map[[2]rune]int{}
	last := rune(-1)
	for _, r := range s {
		if last >= 0 {
			out[[2]rune{last, r}]++
		}
		last = r
	}
	return out
}

func abs(n int) int { return max(n, -n) }
