package read

import (
	"context"
	"math"
	"sort"
)

const (
	window    = 12   // items that may still take text at one time: labels of a whole page may stand before its cells
	beamWidth = 28   // states kept per line
	beamDrop  = 12.0 // states worse than the best by more are dropped
	pieceGain = 9.0  // more than the pieces of a line still to come can add to a score
)

// itemState is what the search knows of one item: the last line of each column and how far the right one has come.
type itemState struct {
	label, left, right *piece
	ministry           *piece // a name begun and not ended
	phase              phase  // of the right column
	page               int32  // on which its last line stands
	named              int32  // line of its label or of the last of its ministries
	leftBlocks         uint64 // [省庁] heads that stand in the left column, a bit each
	rightBlocks        uint64 // … in the right column's part at hand
	shut               bool   // a heading came after it had text
	carried            bool   // the document begins in the middle of it
}

// phase says how far an item's right column has come: no marker yet, behind the results' marker, behind the next plan's.
type phase uint8

const (
	phaseNone phase = iota
	phaseResults
	phaseNext
)

func phaseOf(marker Field) phase {
	if marker == FieldNextPlan {
		return phaseNext
	}
	return phaseResults
}

// config is a state of the search, apart from its score: two readings that end in the same config go on alike.
type config struct {
	items                 [window]itemState
	base, n               int // index of items[0]; items begun
	left, right, labelled int // item last written in each column; -1
	closed                int // items before this one are behind a heading
	col                   column
	page                  int32
	outer                 bool // the text around the page has begun
	after                 bool // the line stands after the page number
}

// step is a config reached, with its score, the pieces of the line at hand that led to it, and the way up to that line.
type step struct {
	config
	score float64
	put   []put
	trail *trail
}

// trail is the way to a state, line by line, last one first; states drop their configs behind them.
type trail struct {
	back *trail
	put  []put
}

// put is a piece given to an item.
type put struct {
	piece *piece
	col   column
	item  int
}

// search decodes lines: a beam over the readings of each line and the items that their pieces can go to.
func search(ctx context.Context, m *model, lines []docLine, progress func(done, total int)) (*trail, error) {
	beam := []*step{{config: config{left: -1, right: -1, labelled: -1, page: -1}}}
	for i, l := range lines {
		if i%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if progress != nil {
				progress(i, len(lines))
			}
		}
		switch l.role {
		case roleHeading, roleSource:
			for _, s := range beam {
				s.closed = s.n
				for i := range s.items {
					// One that has a label and no cells yet may still get them: tools write headings before cells.
					s.items[i].shut = s.items[i].left != nil || s.items[i].right != nil
				}
			}
			continue
		case roleFurniture, rolePolicy:
			continue
		}
		var next []*step
		best := math.Inf(-1)
		m.floor = best
		for _, s := range beam {
			start := *s
			start.put, start.after = nil, l.after
			if s.page != int32(l.page) {
				start.page, start.outer = int32(l.page), false
			}
			for _, r := range readingsOf(m, lines, i) {
				for _, t := range m.take(&start, r) {
					if t.score > best {
						best = t.score
						m.floor = best - beamDrop - pieceGain
					}
					if t.score > best-beamDrop {
						next = append(next, t)
					}
				}
			}
		}
		beam = prune(next, best)
		for _, s := range beam {
			s.trail = &trail{s.trail, s.put}
		}
	}
	if progress != nil {
		progress(len(lines), len(lines))
	}
	var top *step
	for _, s := range beam {
		s.score += m.finish(s)
		if top == nil || s.score > top.score {
			top = s
		}
	}
	return top.trail, nil
}

// prune keeps the best state of each config, and of these the best few; ties go to the one found first.
func prune(steps []*step, best float64) []*step {
	at := map[config]int{}
	var kept []*step
	for _, s := range steps {
		if s.score < best-beamDrop {
			continue
		}
		if i, ok := at[s.config]; ok {
			if s.score > kept[i].score {
				kept[i] = s
			}
			continue
		}
		at[s.config] = len(kept)
		kept = append(kept, s)
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].score > kept[j].score })
	return kept[:min(len(kept), beamWidth)]
}

// take gives the pieces of one reading to items, in every way that makes sense.
func (m *model) take(s *step, reading []placed) []*step {
	states := []*step{s}
	for _, pc := range reading {
		var next []*step
		for _, t := range states {
			switch pc.col {
			case colLabel:
				next = append(next, m.takeLabel(t, pc.piece)...)
			case colMinistry:
				next = append(next, m.takeMinistry(t, pc.piece)...)
			case colLeft:
				next = append(next, m.takeLeft(t, pc.piece)...)
			case colRight:
				next = append(next, m.takeRight(t, pc.piece)...)
			default:
				next = append(next, m.takeOther(t, pc))
			}
		}
		states = next
	}
	if len(reading) > 1 {
		for _, t := range states {
			item := -1
			for _, p := range t.put {
				if item >= 0 && item != p.item {
					t.score += costApart
				}
				item = p.item
			}
		}
	}
	return states
}

// with is a copy of s in which piece goes to item; items up to it are begun, and the oldest ones leave the window.
func (m *model) with(s *step, piece *piece, col column, item int) (*step, *itemState) {
	t := *s
	t.put = append(s.put[:len(s.put):len(s.put)], put{piece, col, item})
	for t.n <= item {
		if t.n-t.base == window {
			t.score += m.leave(&t.items[0])
			copy(t.items[:], t.items[1:])
			t.items[window-1] = itemState{}
			t.base++
		}
		t.n++
	}
	t.col = col
	it := &t.items[item-t.base]
	it.page = t.page
	return &t, it
}

func (s *step) item(i int) *itemState {
	if i < s.base || i >= s.n {
		return nil
	}
	return &s.items[i-s.base]
}

// reach is the cost of writing into item i at all: it may be behind a heading or a page break.
func (s *step) reach(i int) float64 {
	cost := 0.0
	if it := s.item(i); it != nil && it.shut {
		cost += costClosed
	}
	if it := s.item(i); it != nil && it.page != s.page && i < s.n-1 && (it.left != nil || it.right != nil) {
		later := false // items after it that hold text already
		for j := i + 1; j < s.n; j++ {
			later = later || s.item(j).left != nil || s.item(j).right != nil
		}
		if later {
			cost += costClosed
		}
	}
	return cost
}

// leave scores an item that can take no more text: its cells must have ended.
func (m *model) leave(it *itemState) float64 {
	cost := 0.0
	if it.carried {
		return cost
	}
	if it.label == nil {
		cost += costNoLabel
	}
	switch {
	case it.left == nil:
		cost += costEmptyCell / 2
	case !it.left.ends:
		cost += costNoSentenceEnd
	}
	switch {
	case it.right == nil:
		cost += 2 * costEmptyCell
	case it.right.markerEnd:
		cost += costBareMarker
	case !it.right.ends && it.right.marker == "":
		cost += costNoSentenceEnd
	}
	if it.phase != phaseNext {
		cost += costEmptyCell / 3
	}
	if it.ministry != nil {
		cost += costEmptyCell
	}
	return cost
}

// finish scores what is still in the window at the document's end. The last item may go on in a part that is not here.
func (m *model) finish(s *step) float64 {
	cost := 0.0
	for i := s.base; i < s.n-1; i++ {
		cost += m.leave(s.item(i))
	}
	return cost
}
