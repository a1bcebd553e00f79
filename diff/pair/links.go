package pair

import (
	"cmp"
	"fmt"
	"slices"

	"plandiff/diff/align"
	"plandiff/schema"
)

const (
	floor    = 0.4  // a pair less likely than that is no link
	newWords = 0.1  // share of an item that a further link must explain beyond the links it comes on top of
	within   = 0.85 // share of an item's words that makes it a part of another, however unlike the two are as wholes
	ownWord  = 0.9  // likelihood of a pair of which the older item says that it goes there
	certain  = 0.99 // likelihood of a pair of one text that no other item has
	sameText = 0.9  // likeness of letters from which two texts are the same but for details
	inSight  = 0.01 // a runner-up less likely than that …
	alike    = 0.5  // … and with letters less alike than that is none
)

// Link says that an older item goes on as a newer one; both are indexes in the order of their editions.
type Link struct {
	From, To int
	Score    float64 // how likely the texts make it, 0 to 1
	Reason   string  // of the pin that set it by hand
}

// Result is what Items found.
type Result struct {
	Links    []Link // ascending by From, To
	RunnerUp []int  // of each older item: the likeliest newer one that is not linked to it, -1 if none is in sight
}

// Pin sets a link by hand, or forbids it, for a reason.
type Pin struct {
	From, To int
	Forbid   bool
	Reason   string
}

// Options of Items. The zero value is the default.
type Options struct {
	Pins    []Pin
	Workers int // goroutines; 0: one per core. Never changes the result
}

// Items links the items of an older edition to those of a newer one.
func Items(from, to *schema.Edition, o Options) (*Result, error) {
	m, err := loadModel(modelFile)
	if err != nil {
		return nil, fmt.Errorf("link %s and %s: %w", from.ID, to.ID, err)
	}
	c := find(from, to, o.Workers)
	return c.decide(m.likelihoods(c, o.Workers), o.Pins), nil
}

// decide chooses links. First one partner at most for every item, so that the sum of the log-odds above the floor is largest:
// items that read alike do not take each other's place. Then splits and mergers: a further pair is linked if it is likely by
// itself and explains words of the item that is split or merged which its partner does not explain, or if the older item says so.
func (c *candidates) decide(p []float64, pins []Pin) *Result {
	pairs, p, letters, reason := c.pinned(c.lifted(p), pins)
	var edges []align.Edge
	for k, x := range pairs {
		if p[k] > floor {
			edges = append(edges, align.Edge{Row: x[0], Col: x[1], Weight: logit(p[k]) - logit(floor)})
		}
	}
	partner := align.Assign(len(c.from), len(c.to), edges)
	back := make([]int, len(c.to))
	for j := range back {
		back[j] = -1
	}
	for i, j := range partner {
		if j >= 0 {
			back[j] = i
		}
	}
	further := func(i, j int) bool {
		split := partner[i] >= 0 && c.words.Left(c.words.Rows[i], c.words.Cols[j], c.words.Cols[partner[i]]) >= newWords
		merged := back[j] >= 0 && c.words.Left(c.words.Cols[j], c.words.Rows[i], c.words.Rows[back[j]]) >= newWords
		return split || merged
	}
	// A short part of a long item looks little like it. Where an item has no partner, standing wholly inside another is enough.
	inside := func(k int) bool {
		i, j := pairs[k][0], pairs[k][1]
		if partner[i] >= 0 && back[j] >= 0 || partner[i] < 0 && back[j] < 0 || !further(i, j) {
			return false
		}
		return partner[i] < 0 && letters[k].OfRow >= within || back[j] < 0 && letters[k].OfCol >= within
	}
	out := &Result{RunnerUp: make([]int, len(c.from))}
	second := make([]float64, len(c.from))
	for i := range out.RunnerUp {
		out.RunnerUp[i], second[i] = -1, -1
	}
	for k, x := range pairs {
		i, j := x[0], x[1]
		why, byHand := reason[x]
		switch {
		case partner[i] == j, byHand, p[k] > floor && (further(i, j) || c.said(x)), p[k] >= hopeless && inside(k):
			out.Links = append(out.Links, Link{From: i, To: j, Score: p[k], Reason: why})
		case p[k] > second[i] && (p[k] >= inSight || p[k] >= hopeless && letters[k].Cosine >= alike):
			out.RunnerUp[i], second[i] = j, p[k]
		}
	}
	return out
}

// lifted makes pairs of one text likely again. A text that comes several times has rivals in its row and column, which
// takes away from every one of its pairs; but one of them is right, and Assign finds out which: what the pairs had so far, from
// their neighbours, labels and ministries, still decides among them. Where the document itself says where an item goes, its
// words do not count.
func (c *candidates) lifted(p []float64) []float64 {
	out := slices.Clone(p)
	for _, x := range c.twins {
		k, _ := slices.BinarySearchFunc(c.pairs, x, comparePairs)
		out[k] = max(out[k], certain)
	}
	for k, x := range c.pairs {
		a, b := c.from[x[0]].words, c.to[x[1]].words
		if p[k] < sameText && 4*min(a, b) >= 3*max(a, b) && c.byLetters[k].Cosine >= sameText {
			out[k] = sameText + (1-sameText)*p[k]
		}
		if c.said(x) {
			out[k] = max(out[k], ownWord)
		}
	}
	return out
}

// pinned takes in what was set by hand: a pinned pair is certain, whatever its letters, and a forbidden one is gone.
func (c *candidates) pinned(p []float64, pins []Pin) (pairs [][2]int, likelihood []float64, letters []align.Likeness, reason map[[2]int]string) {
	reason = map[[2]int]string{}
	gone := map[[2]int]bool{}
	for _, pin := range pins {
		x := [2]int{pin.From, pin.To}
		if pin.Forbid {
			gone[x] = true
		} else {
			reason[x] = pin.Reason
		}
	}
	if len(pins) == 0 {
		return c.pairs, p, c.byLetters, reason
	}
	for k, x := range c.pairs {
		if _, set := reason[x]; !gone[x] && !set {
			pairs, likelihood, letters = append(pairs, x), append(likelihood, p[k]), append(letters, c.byLetters[k])
		}
	}
	for x := range reason {
		at, _ := slices.BinarySearchFunc(pairs, x, comparePairs)
		pairs, likelihood, letters = slices.Insert(pairs, at, x), slices.Insert(likelihood, at, 1), slices.Insert(letters, at, align.Likeness{})
	}
	return pairs, likelihood, letters, reason
}

func comparePairs(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }
