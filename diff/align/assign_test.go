package align

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAssign(t *testing.T) {
	for _, c := range []struct {
		name       string
		rows, cols int
		edges      []Edge
		want       []int
	}{
		{"nothing to pair", 2, 2, nil, []int{-1, -1}},
		{"the best pair of each", 2, 2, []Edge{{0, 0, 1}, {1, 1, 1}, {0, 1, 0.2}}, []int{0, 1}},
		{"a row gives way where the sum gains", 2, 2, []Edge{{0, 0, 0.9}, {0, 1, 0.8}, {1, 0, 0.9}}, []int{1, 0}},
		{"a row stays alone where the sum gains", 2, 1, []Edge{{0, 0, 0.3}, {1, 0, 0.9}}, []int{-1, 0}},
		{"worthless edges are not taken", 1, 2, []Edge{{0, 0, 0}, {0, 1, -3}}, []int{-1}},
		{"more rows than columns", 3, 1, []Edge{{0, 0, 1}, {1, 0, 2}, {2, 0, 3}}, []int{-1, -1, 0}},
		{"the same pair twice counts once, at its best", 1, 1, []Edge{{0, 0, 1}, {0, 0, 2}}, []int{0}},
		{"a tie goes to the first column", 1, 3, []Edge{{0, 2, 1}, {0, 1, 1}}, []int{1}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, Assign(c.rows, c.cols, c.edges)) })
	}
}

// Against trying everything, on small random problems.
func TestAssignIsOptimal(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		rows, cols := 1+rng.IntN(6), 1+rng.IntN(6)
		var edges []Edge
		for r := range rows {
			for c := range cols {
				if rng.IntN(3) > 0 {
					edges = append(edges, Edge{r, c, float64(rng.IntN(20)-4) / 8})
				}
			}
		}
		got := Assign(rows, cols, edges)
		used := map[int]bool{}
		sum := 0.0
		for r, c := range got {
			if c < 0 {
				continue
			}
			assert.False(t, used[c], "column %d used twice", c)
			used[c] = true
			sum += weight(edges, r, c)
		}
		assert.InDelta(t, best(rows, edges, 0, map[int]bool{}), sum, 1e-9, "%v", edges)
		rng.Shuffle(len(edges), func(i, j int) { edges[i], edges[j] = edges[j], edges[i] })
		assert.Equal(t, got, Assign(rows, cols, edges), "the order of the edges decided")
	}
}

func weight(edges []Edge, r, c int) float64 {
	for _, e := range edges {
		if e.Row == r && e.Col == c {
			return e.Weight
		}
	}
	return 0
}

func best(rows int, edges []Edge, r int, used map[int]bool) float64 {
	if r == rows {
		return 0
	}
	out := best(rows, edges, r+1, used)
	for _, e := range edges {
		if e.Row == r && !used[e.Col] {
			used[e.Col] = true
			out = max(out, e.Weight+best(rows, edges, r+1, used))
			delete(used, e.Col)
		}
	}
	return out
}

func BenchmarkAssign(b *testing.B) {
	for _, n := range []int{500, 5000, 20000} {
		rng := rand.New(rand.NewPCG(3, 4))
		var edges []Edge
		for r := range n {
			for range 20 { // one strong, many weak: as candidates of an edition pair are
				edges = append(edges, Edge{r, rng.IntN(n), rng.Float64() * 0.4})
			}
			edges = append(edges, Edge{r, (r + 7) % n, 0.3 + rng.Float64()*0.7})
		}
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			for b.Loop() {
				Assign(n, n, edges)
			}
		})
	}
}
