package align

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func features(letters string) []Feature {
	var out []Feature
	for _, r := range letters {
		out = append(out, Feature(r))
	}
	return out
}

func TestSpace(t *testing.T) {
	s := NewSpace([][]Feature{features("abc"), features("xyz"), {}}, [][]Feature{features("xyw"), features("abc")}, 1)
	assert.InDelta(t, 1, Cosine(s.Rows[0], s.Cols[1]), 1e-6, "the same text")
	assert.Zero(t, Cosine(s.Rows[0], s.Cols[0]), "nothing in common")
	assert.Zero(t, Cosine(s.Rows[2], s.Cols[0]), "no text")
	like := s.Compare([][2]int{{0, 0}, {1, 0}, {2, 0}}, 1)
	assert.Equal(t, []Likeness{{}, {}}, []Likeness{like[0], like[2]}, "nothing in common, no text")
	assert.InDelta(t, like[1].OfRow, like[1].OfCol, 0.01, "two of three letters, either way")
	assert.InDelta(t, s.IDF(s.Rows[1].ID[0]), like[1].Rarest, 1e-6)
	assert.InDelta(t, 1, s.Left(s.Rows[0], s.Cols[1], s.Cols[0]), 1e-6, "all of it is new")
	assert.Zero(t, s.Left(s.Rows[0], s.Cols[1], s.Rows[0]), "all of it was there")
	assert.Equal(t, [][2]int{{0, 1}, {1, 0}}, s.Near(5, 1000, 1, nil))
}

// Near finds what comparing every pair finds, as long as the budget lasts.
func TestNearFindsTheBest(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	texts := func(n int) (out [][]Feature) {
		for range n {
			var f []Feature
			for range 12 {
				f = append(f, Feature(rng.IntN(80)))
			}
			out = append(out, f)
		}
		return out
	}
	s := NewSpace(texts(40), texts(40), 2)
	near := map[[2]int]bool{}
	for _, x := range s.Near(3, 1<<20, 2, nil) {
		near[x] = true
	}
	var all [][2]int
	for r := range s.Rows {
		for c := range s.Cols {
			all = append(all, [2]int{r, c})
		}
	}
	like := s.Compare(all, 2)
	assert.Equal(t, s.Compare(all, 1), like, "the number of workers decided")
	for k, x := range all {
		assert.InDelta(t, Cosine(s.Rows[x[0]], s.Cols[x[1]]), like[k].Cosine, 1e-9)
	}
	for r := range s.Rows {
		best, at := 0.0, -1
		for c := range s.Cols {
			if v := Cosine(s.Rows[r], s.Cols[c]); v > best+1e-6 {
				best, at = v, c
			}
		}
		assert.True(t, at < 0 || near[[2]int{r, at}], "row %d: column %d at %.3f is not among the near", r, at, best)
	}
	assert.Equal(t, s.Near(3, 1<<20, 1, nil), s.Near(3, 1<<20, 8, nil), "the number of workers decided")
}
