package pdf

import (
	"cmp"
	"math"
	"slices"
)

// Grid is a table, or a single box, made of rulings.
type Grid struct {
	X0, Y0, X1, Y1 float64
	Cells          []Cell    // in reading order: by row, then column
	Rows           []float64 // edges of rows from top to bottom: row r lies between Rows[r] and Rows[r+1]
	Columns        []float64 // edges of columns from left to right
	OpenBottom     bool      // no ruling closes it at the bottom: it goes on overleaf
	OpenLeft       bool      // no ruling closes it at the left, or at the right: the edge there is
	OpenRight      bool      // that of other rulings, or of its text
	region         [][]int   // row, column → index in Cells
}

// Cell is a cell; a merged one spans several rows or columns of the grid. Ends are inclusive.
type Cell struct {
	Row, Column, LastRow, LastColumn int
	X0, Y0, X1, Y1                   float64
	Lines                            []Line // its text, top to bottom
	chars                            []Char
}

// Limits of a grid; a drawing with more lines than this is no table of text.
const maxEdges = 500

// covered is how much of an edge between two cells must be drawn for the edge to part them.
const covered = 0.6

// grids finds the tables and boxes among a page's rulings. A grid that lies whole inside a cell of another is that cell's
// text and no grid of its own; a frame around grids is none either.
func grids(pieces []ruling, chars []Char) []Grid {
	var all []Grid
	for _, group := range connected(snap(pieces)) {
		if g, ok := grid(group, chars); ok {
			all = append(all, g)
		}
	}
	inside := func(g, o Grid) bool {
		for _, c := range o.Cells {
			if (rect{g.X0, g.Y0, g.X1, g.Y1}).within(rect{c.X0, c.Y0, c.X1, c.Y1}, 1) {
				return true
			}
		}
		return false
	}
	var out []Grid
	for i, g := range all {
		keep := true
		for j, o := range all {
			switch {
			case i == j:
			case len(g.Cells) == 1 && inside(o, g): // a frame around the page or around tables
				keep = false
			case len(o.Cells) > 1 && inside(g, o):
				keep = false
			}
		}
		if keep {
			out = append(out, g)
		}
	}
	return out
}

// grid makes a table of lines that hang together.
//
//	──┬─────┬───      Edges come from the lines. Where the inner edge between two
//	  │     │         places is not drawn they are one cell. A side without a line of
//	──┼─────┤         its own (left and right in many Japanese tables, the bottom at a
//	  │     │         page break) is closed where the lines that run out of it end.
func grid(lines []ruling, chars []Char) (Grid, bool) {
	var hs, vs []ruling
	for _, l := range lines {
		if l.vertical {
			vs = append(vs, l)
		} else {
			hs = append(hs, l)
		}
	}
	b := bounds(lines)
	if len(vs) == 0 || b.x1-b.x0 < 2*shortest || b.y1-b.y0 < shortest {
		return Grid{}, false
	}
	if len(hs) == 0 { // a row that takes the whole page: where it has no sides, its text shows them
		b = besides(b, chars)
	}
	g := Grid{X0: b.x0, Y0: b.y0, X1: b.x1, Y1: b.y1}
	g.Rows, g.Columns = edges(hs, b.y0, b.y1), edges(vs, b.x0, b.x1)
	bottom := math.Inf(-1)
	for _, h := range hs {
		bottom = math.Max(bottom, h.at)
	}
	g.OpenBottom = b.y1-bottom > crossWithin
	first, last := math.Inf(1), math.Inf(-1)
	for _, v := range vs {
		first, last = math.Min(first, v.at), math.Max(last, v.at)
	}
	g.OpenLeft, g.OpenRight = first-b.x0 > crossWithin, b.x1-last > crossWithin
	rows, columns := len(g.Rows)-1, len(g.Columns)-1
	if rows < 1 || columns < 1 || rows > maxEdges || columns > maxEdges {
		return Grid{}, false
	}
	g.join(hs, vs, rows, columns)
	return g, true
}

// besides widens a box to the text that stands at its left and right.
func besides(b rect, chars []Char) rect {
	out := b
	for _, c := range chars {
		if c.Y > b.y0 && c.Y-sameLine*c.Size < b.y1 && !c.Turned && !blank(c.Rune) {
			out.x0, out.x1 = math.Min(out.x0, c.X-padding), math.Max(out.x1, c.X+c.W+padding)
		}
	}
	return out
}

// padding is what cells usually leave between a ruling and their text.
const padding = 3

// edges lists the positions of lines, with the two ends where no line lies there.
func edges(lines []ruling, first, last float64) []float64 {
	var at []float64
	for _, l := range lines {
		at = append(at, l.at)
	}
	slices.Sort(at)
	at = slices.Compact(at)
	if len(at) == 0 {
		return []float64{first, last}
	}
	if at[0]-first > crossWithin {
		at = append([]float64{first}, at...)
	}
	if last-at[len(at)-1] > crossWithin {
		at = append(at, last)
	}
	return at
}

// join makes cells of places between which no edge is drawn.
func (g *Grid) join(hs, vs []ruling, rows, columns int) {
	group := newForest(rows * columns)
	root := group.root
	unite := func(i, j int) {
		if i, j = root(i), root(j); i != j {
			group[max(i, j)] = min(i, j)
		}
	}
	for r := range rows {
		for c := range columns {
			if c+1 < columns && !drawn(vs, g.Columns[c+1], g.Rows[r], g.Rows[r+1]) {
				unite(r*columns+c, r*columns+c+1)
			}
			if r+1 < rows && !drawn(hs, g.Rows[r+1], g.Columns[c], g.Columns[c+1]) {
				unite(r*columns+c, (r+1)*columns+c)
			}
		}
	}
	index := map[int]int{}
	g.region = make([][]int, rows)
	for r := range rows {
		g.region[r] = make([]int, columns)
		for c := range columns {
			k := root(r*columns + c)
			i, ok := index[k]
			if !ok {
				i = len(g.Cells)
				index[k] = i
				g.Cells = append(g.Cells, Cell{Row: r, Column: c, LastRow: r, LastColumn: c})
			}
			g.region[r][c] = i
			cell := &g.Cells[i]
			cell.Row, cell.Column = min(cell.Row, r), min(cell.Column, c)
			cell.LastRow, cell.LastColumn = max(cell.LastRow, r), max(cell.LastColumn, c)
		}
	}
	for i := range g.Cells {
		c := &g.Cells[i]
		c.X0, c.Y0, c.X1, c.Y1 = g.Columns[c.Column], g.Rows[c.Row], g.Columns[c.LastColumn+1], g.Rows[c.LastRow+1]
	}
}

// drawn says whether lines at that position cover enough of the stretch from a to b.
func drawn(lines []ruling, at, a, b float64) bool {
	sum := 0.0
	for _, l := range lines {
		if l.at == at {
			sum += math.Max(0, math.Min(b, l.to)-math.Max(a, l.from))
		}
	}
	return sum >= covered*(b-a)
}

// cellAt gives the index of the cell at a point, -1 for none.
func (g *Grid) cellAt(x, y float64) int {
	if x < g.X0 || x > g.X1 || y < g.Y0 || y > g.Y1 {
		return -1
	}
	r, c := place(g.Rows, y), place(g.Columns, x)
	return g.region[r][c]
}

// place finds the stretch between two edges that v lies in.
func place(edges []float64, v float64) int {
	i, _ := slices.BinarySearchFunc(edges, v, func(e, v float64) int { return cmp.Compare(e, v) })
	return min(max(i-1, 0), len(edges)-2)
}
