package read

import (
	"sort"
	"strings"
	"unicode"
)

// placed is a piece with the column that one reading of its line gives it.
type placed struct {
	*piece
	col column
}

// readings lists the ways in which a line can be cut into pieces for the columns, each piece with its column: the label, the
// ministries, the left and the right column, in this order. The search chooses among them.
func readings(m *model, l docLine, index int) [][]placed {
	p := m.p
	var out [][]placed
	full := func(text string, indent int) *piece {
		c := newPiece(p, text, index, indent)
		c.page = l.page
		if c.block {
			c.blockBit = m.blockBit(squeeze(c.text))
		}
		return c
	}
	offset := func(rest string) int { return l.indent + len([]rune(l.text)) - len([]rune(rest)) }

	var head []placed
	rest := l.text
	s := structurer{p: p}
	if s.labelLine(l.text) {
		_, after, _ := p.Label(l.text)
		head = append(head, placed{full(strings.TrimSpace(strings.TrimSuffix(l.text, after)), l.indent), colLabel})
		rest = after
	}
	add := func(head []placed, tails [][]placed) {
		for _, t := range tails {
			out = append(out, append(head[:len(head):len(head)], t...))
		}
	}
	if rest == "" {
		return [][]placed{head}
	}
	names, after := leadingMinistries(p, rest)
	if names != "" {
		ministry := append(head[:len(head):len(head)], placed{full(names, offset(rest)), colMinistry})
		if after == "" {
			out = append(out, ministry)
		} else {
			add(ministry, bodyReadings(m, full, after, offset(after)))
		}
	} else if first, others := firstWord(rest); ministryPiece(p, first) && !p.Heads(first) {
		// a name broken over lines: 個人情報保護委員 ⏎ 会
		ministry := append(head[:len(head):len(head)], placed{full(first, offset(rest)), colMinistry})
		switch {
		case others == "":
			out = append(out, ministry)
		case l.indent < 8 || len(head) > 0:
			add(ministry, bodyReadings(m, full, others, offset(others)))
		}
	}
	if names == "" || len(head) == 0 {
		add(head, bodyReadings(m, full, rest, offset(rest)))
	}
	if len(head) == 0 {
		whole := full(l.text, l.indent)
		if l.outer {
			out = append(out, []placed{{whole, colOuter}})
		}
		out = append(out, []placed{{whole, colUnplaced}})
	}
	return out
}

// firstWord cuts text at its first blank; letter-spaced words stay whole.
func firstWord(text string) (word, rest string) {
	fields := strings.Fields(text)
	n := 1
	for n < len(fields) && len([]rune(fields[n-1])) == 1 && len([]rune(fields[n])) == 1 {
		n++
	}
	rest = text
	for _, f := range fields[:n] {
		rest = rest[strings.Index(rest, f)+len(f):]
	}
	return strings.Join(fields[:n], ""), strings.TrimSpace(rest)
}

// bodyReadings lists the readings of text that holds the left column, the right, or both with a cut.
func bodyReadings(m *model, full func(string, int) *piece, text string, indent int) [][]placed {
	whole := full(text, indent)
	out := [][]placed{{{whole, colLeft}}, {{whole, colRight}}}
	type cut struct {
		at   int
		cost float64
	}
	var cuts []cut
	seen := map[int]bool{}
	consider := func(at int, free bool) {
		left, right := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at:])
		if left == "" || right == "" || seen[at] {
			return
		}
		wl, spread := closeUp(left)
		_, rest, block := m.p.Block(wl)
		free = free || strings.HasSuffix(wl, "。") || m.p.endsRepeated(wl) || block && rest == "" // a paragraph's last line
		short := m.cols.left - textWidth(wl)
		over := fullWidth(right) - m.cols.right
		if !spread && (short < -1.5 || short > 6 && !free) || over > 3 {
			return
		}
		seen[at] = true
		if short < 0 {
			short = -2 * short
		}
		if free || spread {
			short /= 4
		}
		cuts = append(cuts, cut{at, short})
	}
	for _, mk := range m.p.markersIn(text) {
		consider(mk[0], true)
		if mk[0] == 0 && mk[1] < len(text) { // <成果・進捗状況> printed before the left column's line
			marker, after := full(text[:mk[1]], indent), full(text[mk[1]:], indent)
			out = append(out, []placed{{marker, colRight}, {after, colLeft}})
		}
	}
	run, start := 0, 0
	for i, r := range text {
		if unicode.IsSpace(r) {
			if run == 0 {
				start = i
			}
			run++
			continue
		}
		if run > 0 {
			next := string(r)
			opens := strings.ContainsAny(next, "・<＜〈‹[［【※①②③④⑤⑥⑦⑧⑨")
			consider(start, run >= 3 || opens && m.cols.layout)
		}
		run = 0
	}
	sort.SliceStable(cuts, func(i, j int) bool { return cuts[i].cost < cuts[j].cost })
	for _, c := range cuts[:min(len(cuts), 4)] {
		left, right := full(text[:c.at], indent), strings.TrimSpace(text[c.at:])
		at := indent + len([]rune(text)) - len([]rune(strings.TrimLeft(text[c.at:], " 　\t")))
		out = append(out, []placed{{left, colLeft}, {full(right, at), colRight}})
	}
	return out
}
