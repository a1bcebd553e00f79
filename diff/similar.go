package diff

import (
	"math"
	"slices"
)

// locals knows in how many commitments of the item a feature stands: what stands in all tells none apart. It keeps the
// weights of what was compared already, since a sentence is compared with every commitment.
type locals struct {
	count   map[uint64]int
	own     map[*unit]float64
	weights map[*uint64]weighed // of a list of features, by its first
	wholes  map[*uint64]float64 // see whole, likewise
}

// weighed are the weights of a list of features, and their sum.
type weighed struct {
	weight []float64
	sum    float64
}

func localCounts(units []*unit) *locals {
	size := 0
	for _, u := range units {
		size += len(u.features)
	}
	l := &locals{count: make(map[uint64]int, size), own: map[*unit]float64{}, weights: map[*uint64]weighed{}, wholes: map[*uint64]float64{}}
	for _, u := range units {
		for _, f := range u.features {
			l.count[f]++
		}
	}
	return l
}

// weigh gives the weights of some features.
func (l *locals) weigh(rd *reader, features []uint64) weighed {
	if len(features) == 0 {
		return weighed{}
	}
	w, known := l.weights[&features[0]]
	if !known {
		w.weight = make([]float64, len(features))
		for i, f := range features {
			w.weight[i] = rd.weightOf(f) / float64(max(1, l.count[f]))
			w.sum += w.weight[i]
		}
		l.weights[&features[0]] = w
	}
	return w
}

// whole is the sum of the edition's weights of some features, one at least.
func (l *locals) whole(rd *reader, features []uint64) float64 {
	sum, known := l.wholes[&features[0]]
	if !known {
		sum = overlap(features, features, rd)
		l.wholes[&features[0]] = sum
	}
	return sum
}

// ofUnit is the sum of the weights of a commitment's features.
func (l *locals) ofUnit(rd *reader, u *unit) float64 {
	own, known := l.own[u]
	if !known {
		for k, f := range u.features {
			own += u.weights[k] * rd.weightOf(f) / float64(max(1, l.count[f]))
		}
		l.own[u] = own
	}
	return own
}

// similar is the weighted cosine of a commitment and other words, with the [省庁] block as a strong hint.
func (rd *reader) similar(u *unit, features []uint64, by []string, local *locals) float64 {
	shared, own, of := 0.0, local.ofUnit(rd, u), local.weigh(rd, features)
	other := of.sum
	i := 0
	for k, f := range features {
		for i < len(u.features) && u.features[i] < f {
			i++
		}
		if i < len(u.features) && u.features[i] == f {
			shared += of.weight[k] * u.weights[i]
		}
	}
	shared += rd.sharedKanji(u, features, local)
	if shared == 0 {
		return 0
	}
	sc := shared / math.Sqrt(own*other)
	// what a short sentence says may be all inside a long one
	if c := 0.6 * shared / min(own, other); c > sc && min(own, other) > 2 {
		sc = (sc + c) / 2
	}
	if len(u.by) > 0 && len(by) > 0 {
		if disjointBy(u.by, by) {
			return sc * 0.3
		}
		sc += 0.08
	}
	return sc
}

// sharedKanji is what verbs of Japanese origin add that meet words of Chinese origin with their kanji on the other side: 配る and 配布,
// 調べる and 調査. Each counts by half.
func (rd *reader) sharedKanji(u *unit, features []uint64, local *locals) float64 {
	sum := 0.0
	for _, f := range features {
		if f >= oneKanji {
			break // sorted: those of one kanji come first
		}
		if _, same := slices.BinarySearch(u.features, f); same {
			continue
		}
		if at := holdsKanji(u.features, f); at >= 0 {
			sum += u.weights[at] * rd.weightOf(f) / float64(max(1, local.count[f]))
		}
	}
	for k, f := range u.features {
		if f >= oneKanji {
			break
		}
		if _, same := slices.BinarySearch(features, f); !same && holdsKanji(features, f) >= 0 {
			sum += u.weights[k] * rd.weightOf(f) / float64(max(1, local.count[f]))
		}
	}
	return 0.5 * sum
}

// oneKanji is above every feature that is a word of one kanji.
const oneKanji = 1 << 24

// holdsKanji finds the first word of two kanji that has one of them, -1 if there is none.
func holdsKanji(features []uint64, kanji uint64) int {
	for k, f := range features {
		if f >= oneKanji && f < 1<<63 && (f>>24 == kanji || f&(oneKanji-1) == kanji) {
			return k
		}
	}
	return -1
}

// covered is the share of a commitment's weight that a sentence repeats; what stands in all commitments counts little.
func (rd *reader) covered(u *unit, s *sentence, local *locals) float64 {
	of := local.weigh(rd, u.features)
	own, in, i := 0.0, 0.0, 0
	for k, f := range u.features {
		w := of.weight[k] * u.weights[k]
		own += w
		for i < len(s.features) && s.features[i] < f {
			i++
		}
		if i < len(s.features) && s.features[i] == f {
			in += w
		}
	}
	if own == 0 {
		return 0
	}
	return in / own
}

// overlap sums the weights of what both sorted lists hold; without a reader it counts.
func overlap(a, b []uint64, rd *reader) float64 {
	sum, i := 0.0, 0
	for _, f := range a {
		for i < len(b) && b[i] < f {
			i++
		}
		if i < len(b) && b[i] == f {
			if rd == nil {
				sum++
			} else {
				sum += rd.weightOf(f)
			}
		}
	}
	return sum
}

func disjointBy(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		if slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// weightOf is the weight of a feature: rare ones tell more.
func (rd *reader) weightOf(f uint64) float64 {
	if w, ok := rd.weight[f]; ok {
		return w
	}
	return 1
}
