package read

import (
	"math"
	"strings"
	"unicode/utf8"

	"plandiff/schema"
)

// readingsOf caches the readings of a line on the line's model.
func readingsOf(m *model, lines []docLine, i int) [][]placed {
	if m.readings == nil {
		m.readings = make([][][]placed, len(lines))
	}
	if m.readings[i] == nil {
		m.readings[i] = readings(m, lines[i], i)
	}
	return m.readings[i]
}

// takeLabel gives a label to the next item without one: an item begun already, where labels come after their cells, or a new one.
func (m *model) takeLabel(s *step, c *piece) []*step {
	var out []*step
	first := max(s.labelled+1, s.base)
	for i := first; i <= s.n && i <= first+2; i++ {
		if i < s.n && s.item(i).label != nil {
			continue
		}
		t, it := m.with(s, c, colLabel, i)
		it.label = c
		it.named = int32(c.at)
		t.labelled = i
		t.score += m.order(s, c, i)
		if i < s.n {
			t.score -= 0.7
			if s.item(i).carried {
				t.score += costNoLabel
			}
			it.carried = false
		}
		if i < s.closed {
			t.score -= 1
		}
		for j := first; j < i; j++ {
			if !s.item(j).carried {
				t.score += 1.5 * costNoLabel
			}
		}
		out = append(out, t)
	}
	return out
}

// order scores label c after the last label: the next of its series is best, and the first of a series after a heading.
func (m *model) order(s *step, c *piece, item int) float64 {
	if s.labelled < 0 {
		return 0.5
	}
	prev := s.item(s.labelled)
	if prev == nil || prev.label == nil {
		return 0
	}
	step := m.labelSteps(prev.label, c)
	switch {
	case step.known && step.n == item-s.labelled:
		return 1
	case s.closed > s.labelled && m.firstLabel(c):
		return 1
	}
	return -2
}

// firstLabel says whether labels restart with c.
func (m *model) firstLabel(c *piece) bool {
	label, _, _ := m.p.Label(c.text)
	return schema.FirstLabel(label)
}

// takeMinistry gives a ministry, or a piece of its name, to the item last labelled.
func (m *model) takeMinistry(s *step, c *piece) []*step {
	i := max(s.labelled, s.base)
	if s.labelled < 0 {
		i = max(s.n-1, 0)
	}
	if i < s.base {
		return nil
	}
	t, it := m.with(s, c, colMinistry, i)
	t.score += s.reach(i)
	whole := c.text
	pending := it.ministry
	apart := c.at - int(it.named)
	under := it.label != nil && apart <= 1   // beside or right under the label or a ministry
	beneath := it.label != nil && apart <= 3 // with a line of each of the other columns between, which begin at the label's height
	it.named = int32(c.at)
	if pending != nil {
		whole = pending.text + c.text
	}
	switch {
	case pending != nil && ministryName(m.p, whole):
		t.score += 2.5
		it.ministry = nil
	case c.ministry:
		if pending != nil {
			t.score += costEmptyCell
		}
		it.ministry = nil
		switch {
		case m.knownMinistry(c.text):
			t.score += 2
		case under:
			t.score += 1.5
		default:
			t.score += costNoLabel // 政府, 関係府省庁: words of a sentence end so too
		}
	case pending != nil && beneath && utf8.RuneCountInString(whole) < maxMinistry:
		it.ministry = m.namePiece(pending, c)
		t.score -= 0.5
	case pending != nil:
		return nil
	case under:
		it.ministry = c
		t.score -= 1.5
	case beneath:
		it.ministry = c
		t.score -= 2.5
	default:
		return nil
	}
	if it.ministry != nil && m.beginsKnown(it.ministry.text) {
		t.score += 1.5
	}
	it.carried = it.carried || s.n == 0
	if it.left != nil && it.left.at < c.at-1 && !m.cols.layout && s.col != colMinistry && s.col != colLabel {
		t.score -= 0.5
	}
	return []*step{t}
}

// namePiece is a name's beginning on two lines; the same two give the same piece, so that states can be told alike.
func (m *model) namePiece(a, b *piece) *piece {
	key := [2]*piece{a, b}
	if m.names[key] == nil {
		joined := *a
		joined.text += b.text
		m.names[key] = &joined
	}
	return m.names[key]
}

// takeLeft gives a piece to the left column: the plan last written goes on, another one does, or the next item's begins.
func (m *model) takeLeft(s *step, c *piece) []*step {
	if c.marker != "" {
		return nil
	}
	alone := m.alone(c, colLeft, phaseNone, int(s.page))
	if c.ministry {
		alone += costNoSentenceEnd
	}
	carried := s.n == 0
	var out []*step
	put := func(i int, score float64) {
		score += s.score + alone + s.reach(i)
		if it := s.item(i); it != nil && it.leftBlocks&c.blockBit != 0 {
			score += costBlockAgain
		}
		if s.outer {
			score += costClosed
		}
		if s.after {
			score += costOuter
		}
		if score < m.floor {
			return
		}
		t, it := m.with(s, c, colLeft, i)
		it.left = c
		it.leftBlocks |= c.blockBit
		it.carried = it.carried || carried
		t.left = max(t.left, i)
		t.score += score - s.score
		out = append(out, t)
	}
	for i := max(s.base, s.n-window); i < s.n; i++ {
		it := s.item(i)
		if it.left == nil {
			continue
		}
		if i == s.left {
			put(i, m.follows(it.left, c, colLeft)+s.reopens(it.left, it.right, c)+s.superseded(i, it.left, c))
		} else if !it.left.ends || it.left.block {
			put(i, s.elsewhere(i)+m.follows(it.left, c, colLeft)+s.reopens(it.left, it.right, c))
		}
	}
	skipped := 0.0
	start := max(s.left+1, s.base)
	for i := start; i <= s.n && i <= start+2; i++ {
		if i < s.n && s.item(i).left != nil {
			continue
		}
		score := skipped + m.begins(s, c, i)
		if prev := s.item(s.left); prev != nil && !prev.left.ends {
			score += costNoSentenceEnd / 2
		}
		put(i, score)
		skipped += costSkipItem
	}
	return out
}

// begins scores c as the first line of item i's plan.
func (m *model) begins(s *step, c *piece, i int) float64 {
	score := m.opening(c)
	it := s.item(i)
	switch {
	case s.n == 0 || it != nil && it.carried: // the document may begin in the middle of a row
		return math.Max(score, -0.5)
	case it == nil:
		score += costNoLabel
	case it.label == nil:
		score += costNoLabel / 2
	}
	if c.block {
		score += 1
	}
	if m.opensWithMinistry(c) {
		score += bonusMinistryStart
	}
	if score < 1 {
		score -= 2.5
	}
	if s.labelled == i && (s.col == colLabel || s.col == colMinistry) {
		score += 1.5 // right after its label
	}
	return score
}

// resumes is the cost of the lines between two lines of a cell on one page.
func resumes(last, c *piece) float64 {
	bare := last.markerEnd && last.marker == FieldResults // its text may come after the cells of other items
	if gap := c.at - last.at - 4; gap > 0 && last.page == c.page && !bare {
		return math.Max(-5, costResume*float64(gap))
	}
	return 0
}

// superseded is the cost of going on in item i's cell after a sentence's end and after the label of a later item that has no
// plan yet: what follows is rather that item's.
func (s *step) superseded(i int, last, c *piece) float64 {
	if j := i + 1; j <= s.labelled && last.ends {
		if next := s.item(j); next.label != nil && next.left == nil && next.label.at > last.at && next.label.at < c.at {
			return costSuperseded
		}
	}
	return 0
}

// elsewhere is the cost of going on in item i, which is not the one last written in its column; on a new page, the last item is
// the one to go on.
func (s *step) elsewhere(i int) float64 {
	if it := s.item(i); i == s.n-1 && it.page != s.page {
		return 0
	}
	return costElsewhere
}

// reopens is the cost of going on in a cell whose last line was last, with the other column's last line other: after a
// sentence's end and several lines of the other column, the cell was closed.
func (s *step) reopens(last, other, c *piece) float64 {
	cost := resumes(last, c)
	if other != nil && other.at > last.at && last.at < c.at {
		cost += costSwitch
		if last.ends && other.at-last.at >= 3 && last.page == c.page {
			cost += costReopen
		}
	}
	return cost
}

// opensWithMinistry says whether the piece's first words are a ministry of this document, as the first words of plans mostly are.
func (m *model) opensWithMinistry(c *piece) bool {
	if c.bullet {
		return false
	}
	text := c.text
	if m.p.Repeated(text) { // 【再掲】内閣官房において、…
		text = strings.TrimSpace(m.p.repeated.ReplaceAllString(text, ""))
	}
	for _, name := range m.ministries {
		if strings.HasPrefix(text, name) {
			return true
		}
	}
	return false
}

// takeRight gives a piece to the right column: a marker opens a cell or its second half, text goes on in one that is open.
func (m *model) takeRight(s *step, c *piece) []*step {
	var out []*step
	put := func(i int, phase phase, score float64) {
		score += s.score + s.reach(i) + m.alone(c, colRight, phase, int(s.page))
		if it := s.item(i); it != nil && it.phase == phase && it.rightBlocks&c.blockBit != 0 {
			score += costBlockAgain
		}
		if s.outer {
			score += costClosed
		}
		if s.after {
			score += costOuter
		}
		if score < m.floor {
			return
		}
		t, it := m.with(s, c, colRight, i)
		it.right = c
		if it.phase != phase {
			it.rightBlocks = 0
		}
		it.rightBlocks |= c.blockBit
		it.carried = it.carried || s.n == 0
		it.phase = phase
		t.right = i
		t.score += score - s.score
		out = append(out, t)
	}
	from := max(s.base, s.n-window)
	if c.marker != "" {
		skipped := 0.0
		for i := from; i <= s.n; i++ {
			it := s.item(i)
			switch {
			case it == nil:
				put(i, phaseOf(c.marker), skipped+costNoLabel-0.5)
			case it.phase == phaseNone && (it.right == nil || c.marker == FieldResults):
				score := skipped
				if it.label == nil {
					score += costNoLabel / 2
				}
				if it.right != nil {
					score += costStrayText
				}
				if c.marker == FieldNextPlan && !(i == 0 && s.labelled < 0) {
					score += 0.3 * costEmptyCell // results are left out: a new item
				}
				put(i, phaseOf(c.marker), score)
				skipped += costElsewhere
			case it.phase != phaseNext && c.marker == FieldNextPlan: // of phase none: a row that began on the page before
				score := m.follows(it.right, c, colRight) + 0.7*resumes(it.right, c)
				if it.right.markerEnd {
					score = 0
				}
				if i != s.right {
					score += s.elsewhere(i)
				}
				if i < s.right {
					score += 2 * costElsewhere // an item after it is further on
				}
				put(i, phaseOf(c.marker), score)
			}
		}
		return out
	}
	waiting := 0.0 // for items before i that have a results' marker and nothing after it: they are served in order
	for i := from; i < s.n; i++ {
		it := s.item(i)
		bare := it.right != nil && it.right.markerEnd && it.phase == phaseResults
		switch {
		case it.right != nil && (i == s.right || bare):
			score := waiting + m.follows(it.right, c, colRight) + s.reopens(it.right, it.left, c)
			if it.phase == phaseNext && c.marker == "" && !c.bullet {
				score += s.superseded(i, it.right, c) / 2
			}
			put(i, it.phase, score)
		case it.right != nil && (!it.right.ends || it.page != s.page || i == s.n-1):
			put(i, it.phase, s.elsewhere(i)+m.follows(it.right, c, colRight)+s.reopens(it.right, it.left, c))
		case it.right == nil && it.carried:
			put(i, phaseNone, -0.5)
		case it.right == nil:
			put(i, phaseNone, costStrayText+m.opening(c))
		}
		if bare {
			waiting += costElsewhere
		}
	}
	if s.n == 0 {
		put(0, phaseNone, -0.5)
	}
	return out
}

// takeOther leaves a line out of the table.
func (m *model) takeOther(s *step, pc placed) *step {
	t := *s
	t.put = append(s.put[:len(s.put):len(s.put)], put{pc.piece, pc.col, -1})
	if pc.col == colUnplaced {
		t.score += costUnplaced
		return &t
	}
	switch {
	case pc.marker != "" || pc.block:
		t.score += costUnplaced
	case !s.after:
		t.score += costOuter
	}
	t.outer = s.left >= 0 || s.right >= 0
	return &t
}
