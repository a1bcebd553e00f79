package pdf

import (
	"cmp"
	"math"
	"slices"
)

// Distances in points. Rulings that should be one line are drawn, cell by cell, up to a border's thickness apart; text lines
// are never nearer than 6.
const (
	snapWithin  = 2.5 // rulings of one direction this near are the same line
	mergeGap    = 3.0 // pieces of one line may stand this far apart
	dotLength   = 8.0 // pieces up to this length may be dots or dashes of a line
	dotGap      = 6.0 // and stand this far apart then
	shortest    = 8.0 // what is shorter after merging is no ruling
	crossWithin = 4.0 // ends may fall this short of the line they meet
	tall        = 40  // vertical lines without a horizontal one are columns from this length on
)

// snap turns the pieces of rulings into whole lines: pieces that lie on one line are put there and joined.
func snap(pieces []ruling) []ruling {
	var out []ruling
	for _, vertical := range []bool{false, true} {
		var one []ruling
		for _, p := range pieces {
			if p.vertical == vertical {
				one = append(one, p)
			}
		}
		slices.SortFunc(one, func(a, b ruling) int {
			return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
		})
		for i := 0; i < len(one); {
			j := i + 1
			for j < len(one) && one[j].at-one[i].at <= snapWithin {
				j++
			}
			out = append(out, merge(one[i:j])...)
			i = j
		}
	}
	return out
}

// merge joins pieces of one line. The line lies where most of its length does.
func merge(pieces []ruling) []ruling {
	sum, length := 0.0, 0.0
	for _, p := range pieces {
		w := p.to - p.from + 0.01
		sum, length = sum+p.at*w, length+w
	}
	at := sum / length
	pieces = slices.Clone(pieces)
	slices.SortFunc(pieces, func(a, b ruling) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	var out []ruling
	last := 0.0 // length of the piece that ends the line so far
	for _, p := range pieces {
		p.at = at
		n := len(out)
		gap := mergeGap
		if last <= dotLength && p.to-p.from <= dotLength {
			gap = dotGap
		}
		if n > 0 && p.from-out[n-1].to <= gap {
			if p.to > out[n-1].to {
				out[n-1].to, last = p.to, p.to-p.from
			}
			continue
		}
		out, last = append(out, p), p.to-p.from
	}
	return slices.DeleteFunc(out, func(r ruling) bool { return r.to-r.from < shortest })
}

// crosses says whether a horizontal and a vertical ruling meet.
func crosses(h, v ruling) bool {
	return v.at >= h.from-crossWithin && v.at <= h.to+crossWithin && h.at >= v.from-crossWithin && h.at <= v.to+crossWithin
}

// forest holds groups of indexes: each points to another of its group, the root to itself.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

// root is the index that stands for the group of i.
func (f forest) root(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

// connected splits rulings into groups that hang together by crossings, in order of their top. A row that takes a whole page has
// no horizontal line on it: vertical lines of one length that cross none are a group too. Other lines that cross none are left
// out.
func connected(lines []ruling) [][]ruling {
	group := newForest(len(lines))
	root := group.root
	for i, h := range lines {
		if h.vertical {
			continue
		}
		for j, v := range lines {
			if v.vertical && crosses(h, v) {
				group[root(j)] = root(i)
			}
		}
	}
	members := map[int][]ruling{}
	for i, l := range lines {
		members[root(i)] = append(members[root(i)], l)
	}
	var out, alone [][]ruling
	for i, l := range lines {
		m := members[i]
		switch {
		case root(i) != i:
		case len(m) > 1:
			out = append(out, m)
		case l.vertical && l.to-l.from >= tall:
			k := slices.IndexFunc(alone, func(g []ruling) bool {
				return math.Abs(g[0].from-l.from) <= crossWithin && math.Abs(g[0].to-l.to) <= crossWithin
			})
			if k < 0 {
				alone = append(alone, m)
			} else {
				alone[k] = append(alone[k], l)
			}
		}
	}
	for _, g := range alone {
		if len(g) > 1 {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b []ruling) int {
		x, y := bounds(a), bounds(b)
		return cmp.Or(cmp.Compare(x.y0, y.y0), cmp.Compare(x.x0, y.x0), cmp.Compare(x.y1, y.y1))
	})
	return out
}

func bounds(lines []ruling) rect {
	b := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, l := range lines {
		if l.vertical {
			b = rect{math.Min(b.x0, l.at), math.Min(b.y0, l.from), math.Max(b.x1, l.at), math.Max(b.y1, l.to)}
		} else {
			b = rect{math.Min(b.x0, l.from), math.Min(b.y0, l.at), math.Max(b.x1, l.to), math.Max(b.y1, l.at)}
		}
	}
	return b
}
