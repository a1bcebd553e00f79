package pair

import (
	"math"
	"sort"
)

// What a pair shows among the others, given how likely each is so far. The names are those of the model file. A pair
// is likely if nothing comes near it in its row and its column, and if the items around it went the same way.
const (
	soFar = textFeatures + iota // log-odds so far
	rankRow
	rankCol // 1 for the best of its row or column, 1/2 for the next …
	marginRow
	marginCol // log-odds above the best other one of its row or column
	lettersRow
	lettersCol
	wordsRow
	wordsCol // the same of the similarities
	coverOldRow
	coverOldCol
	coverNewRow
	coverNewCol // the same of the shares that the one has of the other
	leftRow     // share of the older item that this newer one explains and the best other one does not: a split
	leftCol     // share of the newer item that this older one explains and the best other one does not: a merger
	near2
	near8  // likely pairs about it in both editions, within some 2 and 8 items
	beside // the likeliest pair within 3 items of both, in the same older section
	allFeatures
	contextFeatures = allFeatures - textFeatures
)

var contextNames = [contextFeatures]string{"so_far", "rank_row", "rank_col", "margin_row", "margin_col", "letters_row", "letters_col", "words_row", "words_col", "cover_old_row", "cover_old_col", "cover_new_row", "cover_new_col",
	"left_row", "left_col", "near2", "near8", "beside"}

// hopeless is the likelihood below which a pair is not looked at again: nothing around it can lift it to a link.
const hopeless = 0.002

// What the best wrong candidate shows as a rule. In an edition of few items there may be none; a pair must not look
// better for that.
const (
	usual     = 0.2
	usualOdds = 0.01
)

// likely is the likelihood from which a pair counts as a way that an item's neighbours may have gone.
const likely = 0.1

// best2 are the two best pairs of a row or column, as indexes of pairs; -1 none.
type best2 [2]int

// other is the best pair but k.
func (b best2) other(k int) int {
	if b[0] == k {
		return b[1]
	}
	return b[0]
}

func (c *candidates) bests(value func(k int) float64) (row, col []best2) {
	row, col = make([]best2, len(c.from)), make([]best2, len(c.to))
	for _, side := range [][]best2{row, col} {
		for i := range side {
			side[i] = best2{-1, -1}
		}
	}
	for k, x := range c.pairs {
		for _, b := range []*best2{&row[x[0]], &col[x[1]]} {
			if b[0] < 0 || value(k) > value(b[0]) {
				b[0], b[1] = k, b[0]
			} else if b[1] < 0 || value(k) > value(b[1]) {
				b[1] = k
			}
		}
	}
	return row, col
}

// context returns, for a pair, its features by itself and among the others. p holds the likelihoods so far.
func (c *candidates) context(text [][]float64, p []float64) func(k int) []float64 {
	value := func(feature int) func(k int) float64 { return func(k int) float64 { return text[k][feature] } }
	likelihood := func(k int) float64 { return p[k] }
	pRow, pCol := c.bests(likelihood)
	lRow, lCol := c.bests(value(letters))
	wRow, wCol := c.bests(value(words))
	oRow, oCol := c.bests(value(coverOld))
	nRow, nCol := c.bests(value(coverNew))
	above := func(k, other int, value func(int) float64) float64 {
		if other < 0 {
			return value(k) - usual
		}
		return value(k) - max(value(other), usual)
	}
	odds := func(k int) float64 { return logit(p[k]) }
	ranks := c.ranks(p)
	near := c.neighbours(p)
	return func(k int) []float64 {
		x := c.pairs[k]
		f := append(text[k][:textFeatures:textFeatures], make([]float64, contextFeatures)...)
		f[soFar] = odds(k)
		f[rankRow], f[rankCol] = ranks(k)
		f[marginRow], f[marginCol] = f[soFar]-logit(usualOdds), f[soFar]-logit(usualOdds)
		if o := pRow[x[0]].other(k); o >= 0 {
			f[marginRow] = odds(k) - logit(max(p[o], usualOdds))
			f[leftRow] = c.words.Left(c.words.Rows[x[0]], c.words.Cols[x[1]], c.words.Cols[c.pairs[o][1]])
		}
		if o := pCol[x[1]].other(k); o >= 0 {
			f[marginCol] = odds(k) - logit(max(p[o], usualOdds))
			f[leftCol] = c.words.Left(c.words.Cols[x[1]], c.words.Rows[x[0]], c.words.Rows[c.pairs[o][0]])
		}
		f[lettersRow], f[lettersCol] = above(k, lRow[x[0]].other(k), value(letters)), above(k, lCol[x[1]].other(k), value(letters))
		f[wordsRow], f[wordsCol] = above(k, wRow[x[0]].other(k), value(words)), above(k, wCol[x[1]].other(k), value(words))
		f[coverOldRow], f[coverOldCol] = above(k, oRow[x[0]].other(k), value(coverOld)), above(k, oCol[x[1]].other(k), value(coverOld))
		f[coverNewRow], f[coverNewCol] = above(k, nRow[x[0]].other(k), value(coverNew)), above(k, nCol[x[1]].other(k), value(coverNew))
		f[beside], f[near2], f[near8] = near(x)
		return f
	}
}

// ranks tells 1/rank of a pair in its row and in its column.
func (c *candidates) ranks(p []float64) func(k int) (row, col float64) {
	rows, cols := make([][]float64, len(c.from)), make([][]float64, len(c.to))
	for k, x := range c.pairs {
		rows[x[0]], cols[x[1]] = append(rows[x[0]], p[k]), append(cols[x[1]], p[k])
	}
	for _, side := range [][][]float64{rows, cols} {
		for _, v := range side {
			sort.Float64s(v)
		}
	}
	rank := func(v []float64, p float64) float64 { // v ascends
		return 1 / float64(1+len(v)-sort.Search(len(v), func(i int) bool { return v[i] > p }))
	}
	return func(k int) (float64, float64) {
		x := c.pairs[k]
		return rank(rows[x[0]], p[k]), rank(cols[x[1]], p[k])
	}
}

// neighbours tells how likely the items around a pair went the same way: the likeliest pair within three items of the
// same older section, and the likelihoods of all pairs about it, weighed by their distance in both editions (fading within some 2
// and 8 items), as a share of what it would be if all neighbours went alongside.
func (c *candidates) neighbours(p []float64) func(x [2]int) (beside, near2, near8 float64) {
	type way struct {
		to int
		p  float64
	}
	ways := make([][]way, len(c.from))
	for k, x := range c.pairs {
		if p[k] > likely {
			ways[x[0]] = append(ways[x[0]], way{x[1], p[k]})
		}
	}
	const far = 24
	var fade2, fade8 [far + 1]float64
	for d := range fade8 {
		fade2[d], fade8[d] = math.Exp(-float64(d)/2), math.Exp(-float64(d)/8)
	}
	return func(x [2]int) (beside, near2, near8 float64) {
		var all2, all8 float64
		for i := max(0, x[0]-far); i <= min(len(c.from)-1, x[0]+far); i++ {
			away := distance(i, x[0])
			if away == 0 {
				continue
			}
			all2, all8 = all2+fade2[away], all8+fade8[away]
			for _, w := range ways[i] {
				d := distance(w.to, x[1])
				if d == 0 || d > far {
					continue
				}
				near2, near8 = near2+fade2[away]*w.p*fade2[d], near8+fade8[away]*w.p*fade8[d]
				if away <= 3 && d <= 3 && c.from[i].section == c.from[x[0]].section {
					beside = max(beside, w.p)
				}
			}
		}
		if all8 == 0 {
			return beside, 0, 0
		}
		return beside, near2 / all2, near8 / all8
	}
}

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// logit is the log-odds of a likelihood, kept within ±9.2: beyond that the model knows nothing.
func logit(p float64) float64 {
	p = min(max(p, 1e-4), 1-1e-4)
	return math.Log(p / (1 - p))
}
