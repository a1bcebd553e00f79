package align

import (
	"cmp"
	"container/heap"
	"slices"
)

// Edge is a possible pair and what it is worth. Only edges of positive weight can be chosen.
type Edge struct {
	Row, Col int
	Weight   float64
}

// Assign chooses pairs so that no row and no column is used twice and the sum of the weights is as large as it can
// be. It returns the column of each row, -1 for a row that stays alone. Of equal sums it takes the one that the order
// of rows and columns decides, never the order of the edges.
//
// The method is that of shortest augmenting paths with prices (Jonker and Volgenant 1987) on a sparse graph. Each
// row has a private way out, staying alone at weight zero, so a search ends at the latest where taking one more
// row along would cost more than it brings: it never leaves its connected component and rarely sees much of it.
func Assign(rows, cols int, edges []Edge) []int {
	g := newGraph(rows, cols, edges)
	for r := range rows {
		g.augment(r)
	}
	out := make([]int, rows)
	for r := range rows {
		out[r] = g.rowOf[r]
		if out[r] >= cols { // its private column
			out[r] = -1
		}
	}
	return out
}

// graph holds the problem as one of least cost: cost = -weight, and row r may take its private column cols+r at 0.
// Invariant: cost - priceRow - priceCol >= 0 on every edge, and 0 on every chosen one.
type graph struct {
	first              []int // edges of row r: first[r] to first[r+1]
	col                []int
	cost               []float64
	rowOf, colOf       []int // chosen column of a row, chosen row of a column; -1 none
	priceRow, priceCol []float64

	// of the running search; seen tells which entries are fresh, so that a search pays for what it touches only
	seen, done []int
	dist       []float64
	from       []int // row through which a column was reached
	queue      columnHeap
	search     int
}

func newGraph(rows, cols int, edges []Edge) *graph {
	edges = slices.DeleteFunc(slices.Clone(edges), func(e Edge) bool { return !(e.Weight > 0) })
	slices.SortFunc(edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col), cmp.Compare(b.Weight, a.Weight))
	})
	edges = slices.CompactFunc(edges, func(a, b Edge) bool { return a.Row == b.Row && a.Col == b.Col })
	all := cols + rows
	g := &graph{
		first: make([]int, rows+1), col: make([]int, 0, len(edges)+rows), cost: make([]float64, 0, len(edges)+rows),
		rowOf: filled(rows, -1), colOf: filled(all, -1), priceRow: make([]float64, rows), priceCol: make([]float64, all),
		seen: make([]int, all), done: make([]int, all), dist: make([]float64, all), from: make([]int, all),
	}
	k := 0
	for r := range rows {
		for ; k < len(edges) && edges[k].Row == r; k++ {
			g.col, g.cost = append(g.col, edges[k].Col), append(g.cost, -edges[k].Weight)
			g.priceRow[r] = min(g.priceRow[r], -edges[k].Weight)
		}
		g.col, g.cost = append(g.col, cols+r), append(g.cost, 0)
		g.first[r+1] = len(g.col)
	}
	return g
}

// augment finds the cheapest way to give row start a column, moving rows that are in the way, and takes it.
func (g *graph) augment(start int) {
	g.search++
	g.queue = g.queue[:0]
	reached := []int{} // columns whose distance is final
	row, base, end := start, 0.0, -1
	for {
		for k := g.first[row]; k < g.first[row+1]; k++ {
			c := g.col[k]
			d := base + g.cost[k] - g.priceRow[row] - g.priceCol[c]
			if g.done[c] == g.search || g.seen[c] == g.search && g.dist[c] <= d {
				continue
			}
			g.seen[c], g.dist[c], g.from[c] = g.search, d, row
			heap.Push(&g.queue, reach{c, d})
		}
		next := heap.Pop(&g.queue).(reach)
		for g.done[next.col] == g.search { // an older, longer entry
			next = heap.Pop(&g.queue).(reach)
		}
		g.done[next.col] = g.search
		base = next.dist
		if g.colOf[next.col] < 0 {
			end = next.col
			break
		}
		reached = append(reached, next.col)
		row = g.colOf[next.col]
	}
	// New prices keep the invariant: what was reached before the end moves by how much sooner it was reached.
	g.priceRow[start] += base
	for _, c := range reached {
		g.priceRow[g.colOf[c]] += base - g.dist[c]
		g.priceCol[c] -= base - g.dist[c]
	}
	for c := end; ; {
		r := g.from[c]
		g.colOf[c] = r
		c, g.rowOf[r] = g.rowOf[r], c
		if r == start {
			return
		}
	}
}

func filled(n, v int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = v
	}
	return s
}

type reach struct {
	col  int
	dist float64
}

// columnHeap orders columns by distance, then by number, so that ties fall the same way every time.
type columnHeap []reach

func (h columnHeap) Len() int { return len(h) }
func (h columnHeap) Less(i, j int) bool {
	return h[i].dist < h[j].dist || h[i].dist == h[j].dist && h[i].col < h[j].col
}
func (h columnHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *columnHeap) Push(x any)   { *h = append(*h, x.(reach)) }
func (h *columnHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
