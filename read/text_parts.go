package read

import (
	"context"
	"sort"
	"strings"
)

// decodePages is the whole way from pages of text to parts: structure, the columns' measure, the search, and what it found.
func decodePages(ctx context.Context, pages []textPage, p *Profile, progress func(done, total int)) ([]part, error) {
	lines := structure(pages, p)
	m := newModel(p, measure(lines, p), lines)
	end, err := search(ctx, m, lines, progress)
	if err != nil {
		return nil, err
	}
	return collect(m, lines, end), nil
}

// found is an item of the search's result: its pieces in order.
type found struct {
	label       *piece
	ministries  []string
	left, right []*piece
	first       int // index of its first line
}

// collect turns the search's best path into parts in the document's order: an item stands where its first line stood, but
// never before an item of a lower number.
func collect(m *model, lines []docLine, end *trail) []part {
	var puts []put
	for s := end; s != nil; s = s.back {
		for i := len(s.put) - 1; i >= 0; i-- {
			puts = append(puts, s.put[i])
		}
	}
	items := map[int]*found{}
	var apart []put
	for i := len(puts) - 1; i >= 0; i-- {
		u := puts[i]
		if u.item < 0 {
			apart = append(apart, u)
			continue
		}
		it := items[u.item]
		if it == nil {
			it = &found{first: u.piece.at}
			items[u.item] = it
		}
		switch u.col {
		case colLabel:
			it.label = u.piece
		case colMinistry:
			it.ministries = append(it.ministries, u.piece.text)
		case colLeft:
			it.left = append(it.left, u.piece)
		case colRight:
			it.right = append(it.right, u.piece)
		}
	}
	type at struct {
		line, order int
		part        part
	}
	var all []at
	for i := range lines {
		if t, ok := outside(lines, i); ok {
			all = append(all, at{i, -1, t})
		}
	}
	for _, u := range apart {
		t := part{kind: furniture, at: lines[u.piece.at].place, line: lines[u.piece.at].number, text: lines[u.piece.at].text, name: "text around the page"}
		if u.col == colUnplaced {
			t.kind, t.name = unplaced, ""
		}
		all = append(all, at{u.piece.at, -1, t})
	}
	numbers := make([]int, 0, len(items))
	for n := range items {
		numbers = append(numbers, n)
	}
	sort.Ints(numbers)
	floor := 0
	for _, n := range numbers {
		it := items[n]
		floor = max(floor, it.first)
		all = append(all, at{floor, n, m.row(lines, it)})
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].line != all[j].line {
			return all[i].line < all[j].line
		}
		return all[i].order < all[j].order
	})
	parts := make([]part, 0, len(all))
	for _, a := range all {
		parts = append(parts, a.part)
	}
	return parts
}

// outside makes a part of a line that stands outside the cells; lines that continue the one before are part of it.
func outside(lines []docLine, i int) (part, bool) {
	l := lines[i]
	t := part{at: l.place, line: l.number, text: l.text, name: l.name}
	switch l.role {
	case roleFurniture:
		t.kind = furniture
		return t, l.text != ""
	case roleHeading:
		t.kind = heading
	case roleSource:
		t.kind = policySource
	case rolePolicy:
		t.kind = policy
	default:
		return t, false
	}
	if l.role == roleHeading {
		return t, true
	}
	if prev := before(lines, i); prev >= 0 && lines[prev].role == l.role && continues(lines[prev]) {
		return t, false
	}
	for j := i + 1; j < len(lines); j++ {
		if lines[j].role == roleFurniture {
			continue
		}
		prev := before(lines, j)
		if lines[j].role != l.role || !continues(lines[prev]) {
			break
		}
		t.text = joinLine(t.text, lines[j].text)
	}
	return t, true
}

// before is the nearest line above i that is no furniture; -1 if none.
func before(lines []docLine, i int) int {
	for i--; i >= 0 && lines[i].role == roleFurniture; i-- {
	}
	return i
}

// continues says whether an excerpt's line goes on in the next.
func continues(l docLine) bool {
	if l.role == roleSource {
		return !strings.HasSuffix(l.text, "より")
	}
	return !strings.HasSuffix(l.text, "。")
}

// row makes a row of an item's pieces.
func (m *model) row(lines []docLine, it *found) part {
	t := part{kind: row, at: lines[it.first].place, line: lines[it.first].number}
	if it.label != nil {
		t.cells.label = it.label.text
		t.at, t.line = lines[it.label.at].place, lines[it.label.at].number
	}
	t.cells.ministries = it.ministries
	t.cells.plan = m.paragraphs(lines, it.left, m.cols.left)
	t.cells.outcome = m.paragraphs(lines, it.right, m.cols.right)
	return t
}

// paragraphs joins a cell's lines. A paragraph ends where the next line opens one: a bullet, a [省庁] line, a marker, or, after
// a sentence's end, where the next unit would have fitted on the line.
func (m *model) paragraphs(lines []docLine, pieces []*piece, width float64) []paragraph {
	var out []paragraph
	for i, c := range pieces {
		place, number := lines[c.at].place, lines[c.at].number
		if i > 0 && !opensParagraph(pieces[i-1], c, width) {
			last := &out[len(out)-1]
			last.text = joinLine(last.text, c.text)
			continue
		}
		out = append(out, paragraph{text: c.text, at: place, line: number})
	}
	return out
}

// opensParagraph says whether a paragraph begins with cur, the line after prev in a column of that width.
func opensParagraph(prev, cur *piece, width float64) bool {
	switch {
	case cur.marker != "" || cur.block || prev.block || prev.markerEnd:
		return true
	case cur.bullet && circled(cur):
		return prev.ends
	case cur.bullet:
		return true
	}
	return prev.ends && !prev.justified && width-prev.width >= cur.unit+1.6
}
