package report

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"plandiff/diff"
	"plandiff/diff/words"
	"plandiff/schema"
)

// Segment is a run of a passage's text in which nothing changes: neither edited or not, nor which evidence stands there.
// The segments of a passage joined are its text.
type Segment struct {
	Text string
	Op   words.Op // Delete in the plan, Insert in the next plan, Equal elsewhere
	Why  []int    // numbers of the reasons whose quotes cover this run
	Ends []int    // of Why, those whose quote ends with this run: where its number is set
}

// marks holds, for every passage of a column, what to mark in it.
type marks [][]mark

// mark is one stretch of a passage, in runes.
type mark struct {
	start, end int
	why        int      // number of a reason, or 0
	op         words.Op // Delete or Insert where why is 0
}

// markColumns collects the marks of an item's three columns: the edits of its commitments, and its reasons.
func markColumns(ch *diff.Change, reasons []Reason) map[schema.Column]marks {
	all := map[schema.Column]marks{}
	for _, col := range schema.Columns() {
		all[col] = make(marks, len(ch.Item.Column(col)))
	}
	for _, r := range reasons {
		if m := all[r.Column]; !r.Absent && r.passage >= 0 && r.passage < len(m) {
			m[r.passage] = append(m[r.passage], mark{start: r.start, end: r.end, why: r.N})
		}
	}
	for i := range ch.Commitments {
		c := &ch.Commitments[i]
		all[schema.Plan].addEdits(c.Plan, c.Edits, words.Delete)
		all[schema.NextPlan].addEdits(c.NextPlan, c.Edits, words.Insert)
	}
	return all
}

// addEdits walks the sentences of one side beside the edits of that side and marks what is not equal. The edits
// restore the sentences but for white space between them, so blanks may differ; any other rune steps both along.
func (m marks) addEdits(sentences []diff.Sentence, edits []words.Edit, side words.Op) {
	type place struct{ passage, at int }
	var places []place
	var text []rune
	for _, s := range sentences {
		for i, r := range []rune(s.Text) {
			places = append(places, place{s.Passage, s.Start + i})
			text = append(text, r)
		}
	}
	next := 0
	for _, e := range edits {
		if e.Op != words.Equal && e.Op != side {
			continue
		}
		for _, r := range e.Text {
			for next < len(text) && unicode.IsSpace(text[next]) && !unicode.IsSpace(r) {
				next++
			}
			if next == len(text) {
				return
			}
			if unicode.IsSpace(r) && !unicode.IsSpace(text[next]) {
				continue
			}
			if p := places[next]; e.Op == side && p.passage >= 0 && p.passage < len(m) {
				m[p.passage] = append(m[p.passage], mark{start: p.at, end: p.at + 1, op: side})
			}
			next++
		}
	}
}

// segments cuts a passage's text at the borders of its marks. Marks outside the text are cut to it.
func segments(text string, ms []mark) []Segment {
	n := utf8.RuneCountInString(text)
	cuts := []int{0, n}
	changed := make([]words.Op, n)
	for _, m := range ms {
		m.start, m.end = min(max(m.start, 0), n), min(max(m.end, 0), n)
		for i := m.start; i < m.end && m.why == 0; i++ {
			changed[i] = m.op
		}
		if m.why != 0 {
			cuts = append(cuts, m.start, m.end)
		}
	}
	for i := 1; i < n; i++ {
		if changed[i] != changed[i-1] {
			cuts = append(cuts, i)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	runes := []rune(text)
	out := make([]Segment, 0, len(cuts))
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		s := Segment{Text: string(runes[from:to]), Op: words.Equal}
		if changed[from] != "" {
			s.Op = changed[from]
		}
		for _, m := range ms {
			if m.why != 0 && m.start <= from && to <= m.end && !slices.Contains(s.Why, m.why) {
				s.Why = append(s.Why, m.why)
				if min(m.end, n) == to {
					s.Ends = append(s.Ends, m.why)
				}
			}
		}
		out = append(out, s)
	}
	return out
}
