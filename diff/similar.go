package diff

import (
	"math"
	"slices"
)

// localCounts counts in how many commitments of the item a feature stands: what stands in all tells none apart.
func localCounts(units []*unit) map[uint64]int {
	m := map[uint64]int{}
	for _, u := range units {
		for _, f := range u.features {
			m[f]++
		}
	}
	return m
}

// similar is the weighted cosine of a commitment and other words, with the [省庁] block as a strong hint.
func (rd *reader) similar(u *unit, features []uint64, by []string, local map[uint64]int) float64 {
	shared, own, other := 0.0, 0.0, 0.0
	for k, f := range u.features {
		own += u.weights[k] * rd.weightOf(f) / float64(max(1, local[f]))
	}
	i := 0
	for _, f := range features {
		w := rd.weightOf(f) / float64(max(1, local[f]))
		other += w
		for i < len(u.features) && u.features[i] < f {
			i++
		}
		if i < len(u.features) && u.features[i] == f {
			shared += w * u.weights[i]
		}
	}
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

// covered is the share of a commitment's weight that a sentence repeats; what stands in all commitments counts little.
func (rd *reader) covered(u *unit, s *sentence, local map[uint64]int) float64 {
	own, in, i := 0.0, 0.0, 0
	for _, f := range u.features {
		w := rd.weightOf(f) / float64(max(1, local[f]))
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
