package align

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Feature is the hashed form of something a text shows: a word, a few letters. Equal features have equal numbers;
// unequal ones may meet, rarely enough not to matter to a similarity.
type Feature uint32

// Vector is a text as weighted features: ids ascending, length 1. The zero Vector is an empty text.
type Vector struct {
	ID     []uint32
	Weight []float32
	Rarity float64 // sum of the rarities of its features
}

// Space weighs the features of two lists of texts by how rare they are among all of them (TF-IDF: Spärck Jones
// 1972; the logarithm of the count follows Salton and Buckley 1988), and finds near texts through an inverted index.
type Space struct {
	Rows, Cols []Vector
	idf        []float32
	postRow    postings
	postCol    postings
}

// NewSpace weighs the features of rows and cols, each text given as the list of its features with repeats. Workers
// is the number of goroutines, 0 for one per core; it never changes the result.
func NewSpace(rows, cols [][]Feature, workers int) *Space {
	total := 0
	for _, side := range [][][]Feature{rows, cols} {
		for _, t := range side {
			total += len(t)
		}
	}
	size := 1 << 12
	for size < 2*total && size < 1<<22 {
		size <<= 1
	}
	s := &Space{Rows: make([]Vector, len(rows)), Cols: make([]Vector, len(cols))}
	sides := []struct {
		texts [][]Feature
		out   []Vector
	}{{rows, s.Rows}, {cols, s.Cols}}
	number := make([]int32, size) // of each hash: how many texts have it, then its number among those that occur
	read := map[*Feature]int{}    // the rows by their features, for columns that have the very same
	for i, t := range rows {
		if len(t) > 0 {
			read[&t[0]] = i
		}
	}
	for k, side := range sides {
		Parallel(len(side.texts), workers, func(i int) {
			if t := side.texts[i]; k == 1 && len(t) > 0 {
				if row, same := read[&t[0]]; same && len(rows[row]) == len(t) {
					side.out[i] = Vector{ID: slices.Clone(s.Rows[row].ID), Weight: slices.Clone(s.Rows[row].Weight)}
					return
				}
			}
			side.out[i] = counts(side.texts[i], uint32(size-1))
		})
		for _, v := range side.out {
			for _, id := range v.ID {
				number[id]++
			}
		}
	}
	texts := float64(len(rows) + len(cols))
	for hash, n := range number {
		if n > 0 {
			number[hash] = int32(len(s.idf))
			s.idf = append(s.idf, float32(math.Log((1+texts)/float64(n))))
		}
	}
	for _, side := range sides {
		Parallel(len(side.out), workers, func(i int) {
			for k, hash := range side.out[i].ID {
				side.out[i].ID[k] = uint32(number[hash])
			}
			s.weigh(&side.out[i])
		})
	}
	s.postRow, s.postCol = index(s.Rows, len(s.idf)), index(s.Cols, len(s.idf))
	return s
}

// counts turns a list of features into hashes with the logarithm of how often each came.
func counts(text []Feature, mask uint32) Vector {
	ids := make([]uint32, len(text))
	for i, f := range text {
		ids[i] = uint32(f) & mask
	}
	slices.Sort(ids)
	distinct := 0
	for i := range ids {
		if i == 0 || ids[i] != ids[i-1] {
			distinct++
		}
	}
	v := Vector{ID: make([]uint32, 0, distinct), Weight: make([]float32, 0, distinct)}
	for i := 0; i < len(ids); {
		j := i
		for j < len(ids) && ids[j] == ids[i] {
			j++
		}
		v.ID = append(v.ID, ids[i])
		v.Weight = append(v.Weight, float32(1+math.Log(float64(j-i))))
		i = j
	}
	return v
}

func (s *Space) weigh(v *Vector) {
	sum := 0.0
	for k, id := range v.ID {
		v.Rarity += s.IDF(id)
		v.Weight[k] *= s.idf[id]
		sum += float64(v.Weight[k]) * float64(v.Weight[k])
	}
	if sum == 0 {
		return
	}
	norm := float32(1 / math.Sqrt(sum))
	for k := range v.Weight {
		v.Weight[k] *= norm
	}
}

// IDF says how rare a feature id is: 0 in every text, the logarithm of their number in one alone.
func (s *Space) IDF(id uint32) float64 { return float64(s.idf[id]) }

// Cosine is the similarity of two texts, 0 to 1.
func Cosine(a, b Vector) float64 {
	sum := 0.0
	shared(a, b, func(i, j int) { sum += float64(a.Weight[i]) * float64(b.Weight[j]) })
	return min(1, sum)
}

// Likeness is what a text of the rows and one of the columns have in common.
type Likeness struct {
	Cosine       float64 // similarity, 0 to 1
	OfRow, OfCol float64 // share of the one's features, by rarity, that the other has too
	Rarest       float64 // rarity of the rarest common feature
}

// Compare says how alike the texts of each pair are. Pairs of one row should stand together: the row's features are laid
// out once for all of them, so that each pair costs a look at the column's features alone.
func (s *Space) Compare(pairs [][2]int, workers int) []Likeness {
	out := make([]Likeness, len(pairs))
	var rows []int // where each stretch of pairs of one row begins
	for k, x := range pairs {
		if k == 0 || x[0] != pairs[k-1][0] {
			rows = append(rows, k)
		}
	}
	rows = append(rows, len(pairs))
	pool := sync.Pool{New: func() any { weight := make([]float32, len(s.idf)); return &weight }}
	Parallel(len(rows)-1, workers, func(n int) {
		laid := pool.Get().(*[]float32)
		defer pool.Put(laid)
		row, weight := s.Rows[pairs[rows[n]][0]], *laid
		for i, id := range row.ID {
			weight[id] = row.Weight[i]
		}
		for k := rows[n]; k < rows[n+1]; k++ {
			out[k] = s.likeness(row, weight, s.Cols[pairs[k][1]])
		}
		for _, id := range row.ID {
			weight[id] = 0
		}
	})
	return out
}

// likeness compares a row, with its weights by feature, with a column.
func (s *Space) likeness(row Vector, weight []float32, col Vector) (l Likeness) {
	sum, common := 0.0, 0.0
	for j, id := range col.ID {
		if w := weight[id]; w > 0 {
			idf := s.IDF(id)
			sum += float64(w) * float64(col.Weight[j])
			common += idf
			l.Rarest = max(l.Rarest, idf)
		}
	}
	l.Cosine = min(1, sum)
	if common > 0 {
		l.OfRow, l.OfCol = common/row.Rarity, common/col.Rarity
	}
	return l
}

// Left is the share of a's features, by rarity, that b has and other has not: what b explains beyond other.
func (s *Space) Left(a, b, other Vector) float64 {
	left := 0.0
	j, k := 0, 0
	for _, id := range a.ID {
		for j < len(b.ID) && b.ID[j] < id {
			j++
		}
		for k < len(other.ID) && other.ID[k] < id {
			k++
		}
		if j < len(b.ID) && b.ID[j] == id && !(k < len(other.ID) && other.ID[k] == id) {
			left += s.IDF(id)
		}
	}
	if a.Rarity == 0 {
		return 0
	}
	return left / a.Rarity
}

func shared(a, b Vector, visit func(i, j int)) {
	for i, j := 0, 0; i < len(a.ID) && j < len(b.ID); {
		switch {
		case a.ID[i] < b.ID[j]:
			i++
		case a.ID[i] > b.ID[j]:
			j++
		default:
			visit(i, j)
			i, j = i+1, j+1
		}
	}
}

// postings lists, for every feature, the texts that have it.
type postings struct {
	first  []int32
	text   []int32
	weight []float32
}

func index(texts []Vector, size int) postings {
	p := postings{first: make([]int32, size+1)}
	for _, v := range texts {
		for _, id := range v.ID {
			p.first[id+1]++
		}
	}
	for id := range size {
		p.first[id+1] += p.first[id]
	}
	p.text, p.weight = make([]int32, p.first[size]), make([]float32, p.first[size])
	at := slices.Clone(p.first)
	for t, v := range texts {
		for k, id := range v.ID {
			p.text[at[id]], p.weight[at[id]] = int32(t), v.Weight[k]
			at[id]++
		}
	}
	return p
}

// Near returns for every row the columns most like it, and for every column the rows most like it, at most k of
// each, as pairs in the order of rows and columns. A text looks features up from the rarest on until it has touched budget
// other texts, so the work grows with the number of texts and not with its square: what is in most texts tells
// little and is what costs. Rows and columns that settled names need no search of their own; nil names none. They are found
// from the other side all the same.
func (s *Space) Near(k, budget, workers int, settled *Settled) [][2]int {
	if settled == nil {
		settled = &Settled{}
	}
	byRow := near(s.Rows, len(s.Cols), s.postCol, k, budget, workers, settled.Rows)
	byCol := near(s.Cols, len(s.Rows), s.postRow, k, budget, workers, settled.Cols)
	var out [][2]int
	for r, cols := range byRow {
		for _, c := range cols {
			out = append(out, [2]int{r, c})
		}
	}
	for c, rows := range byCol {
		for _, r := range rows {
			out = append(out, [2]int{r, c})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(out)
}

// Settled says of which rows and columns the partner is known. A list may be nil: then of none.
type Settled struct{ Rows, Cols []bool }

type hit struct {
	text  int32
	score float32
	away  int64 // from the place in its list that the text looked from has in the other: what tells equal texts apart
}

func near(texts []Vector, others int, p postings, k, budget, workers int, settled []bool) [][]int {
	out := make([][]int, len(texts))
	pool := sync.Pool{New: func() any { return &scratch{score: make([]float32, others)} }}
	Parallel(len(texts), workers, func(i int) {
		if settled != nil && settled[i] {
			return
		}
		w := pool.Get().(*scratch)
		defer pool.Put(w)
		v := texts[i]
		w.order, w.touched = w.order[:0], w.touched[:0]
		for f, id := range v.ID {
			w.order = append(w.order, uint64(p.first[id+1]-p.first[id])<<32|uint64(f)) // fewest texts first, then by id
		}
		slices.Sort(w.order)
		left := budget
		for _, o := range w.order {
			f := uint32(o)
			from, to := p.first[v.ID[f]], p.first[v.ID[f]+1]
			if left -= int(to - from); left < 0 {
				break
			}
			for x := from; x < to; x++ {
				t := p.text[x]
				if w.score[t] == 0 {
					w.touched = append(w.touched, t)
				}
				w.score[t] += v.Weight[f] * p.weight[x]
			}
		}
		w.best = w.best[:0]
		for _, t := range w.touched {
			away := int64(t)*int64(len(texts)) - int64(i)*int64(others)
			w.best = keep(w.best, hit{t, w.score[t], max(away, -away)}, k)
			w.score[t] = 0
		}
		slices.SortFunc(w.best, func(a, b hit) int {
			if a.before(b) {
				return -1
			}
			return 1
		})
		for _, h := range w.best {
			out[i] = append(out[i], int(h.text))
		}
	})
	return out
}

// before orders hits: the higher score first, then the one at about the same place, then the earlier text.
func (h hit) before(o hit) bool {
	if h.score != o.score {
		return h.score > o.score
	}
	return h.away < o.away || h.away == o.away && h.text < o.text
}

// keep adds a hit to a heap of the k best, whose root is the last of them.
func keep(heap []hit, h hit, k int) []hit {
	if len(heap) < k {
		heap = append(heap, h)
		for i := len(heap) - 1; i > 0 && heap[(i-1)/2].before(heap[i]); i = (i - 1) / 2 {
			heap[i], heap[(i-1)/2] = heap[(i-1)/2], heap[i]
		}
		return heap
	}
	if !h.before(heap[0]) {
		return heap
	}
	heap[0] = h
	for i := 0; ; {
		last := i
		for c := 2*i + 1; c <= 2*i+2 && c < k; c++ {
			if heap[last].before(heap[c]) {
				last = c
			}
		}
		if last == i {
			return heap
		}
		heap[i], heap[last] = heap[last], heap[i]
		i = last
	}
}

type scratch struct {
	best    []hit
	score   []float32
	touched []int32
	order   []uint64
}

// Parallel runs do(0) to do(n-1) on so many goroutines, 0 for one per core. Each call must write to places of its own.
// A goroutine takes the next stretch of numbers when it is done with one: neighbours in memory stay with one core, and none
// waits for another that has the longer texts.
func Parallel(n, workers int, do func(i int)) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, n)
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	stretch := max(1, min(64, n/(8*workers)))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for {
				end := int(next.Add(int64(stretch)))
				if end-stretch >= n {
					return
				}
				for i := end - stretch; i < min(end, n); i++ {
					do(i)
				}
			}
		})
	}
	wg.Wait()
}

// AtOnce runs steps that ask nothing of each other at the same time, one after another where there is one worker.
func AtOnce(workers int, steps ...func()) {
	Parallel(len(steps), workers, func(i int) { steps[i]() })
}
