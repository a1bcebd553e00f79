package pair

import (
	"math"
	"slices"

	"plandiff/diff/align"
	"plandiff/lang"
	"plandiff/schema"
)

const (
	nearest = 12      // candidates of an item, each way, by letters and by words
	budget  = 1 << 12 // other texts it looks at to find them
)

// candidates are two editions made ready to be linked: what their texts show, how rare that is, and the pairs worth a look.
type candidates struct {
	from, to []entry
	letters  *align.Space
	words    *align.Space
	heads    *align.Space // titles of the sections
	pairs    [][2]int     // ascending
	twins    [][2]int     // those with one text that no other item has, ascending by column
	named    [][2]int     // those of an older item that went to the newer one by its own word, ascending

	byLetters, byWords []align.Likeness // of each pair
	typical            float64          // how alike, by letters, an item and the best of its candidates are as a rule: the median
}

func find(from, to *schema.Edition, workers int) *candidates {
	c := &candidates{}
	l := lang.Of(to.Language)
	c.from, c.to = texts(from, to)
	read := map[string]int{} // the older items by text: most of what is printed again is read once
	for i := range c.from {
		read[c.from[i].text] = i
	}
	fromLetters, fromWords := make([][]align.Feature, len(c.from)), make([][]align.Feature, len(c.from))
	align.Parallel(len(c.from), workers, func(i int) {
		fromLetters[i], fromWords[i] = letterFeatures(c.from[i].text), wordFeatures(l, c.from[i].text)
		c.from[i].words = len(fromWords[i])
	})
	toLetters, toWords := make([][]align.Feature, len(c.to)), make([][]align.Feature, len(c.to))
	align.Parallel(len(c.to), workers, func(j int) {
		if i, same := read[c.to[j].text]; same {
			toLetters[j], toWords[j] = fromLetters[i], fromWords[i]
		} else {
			toLetters[j], toWords[j] = letterFeatures(c.to[j].text), wordFeatures(l, c.to[j].text)
		}
		c.to[j].words = len(toWords[j])
	})
	align.AtOnce(workers, // each has stretches that one core alone can do
		func() { c.letters = align.NewSpace(fromLetters, toLetters, workers) },
		func() { c.words = align.NewSpace(fromWords, toWords, workers) },
		func() { c.heads = align.NewSpace(headings(from), headings(to), workers) })
	named := c.referred()
	settled := c.findTwins() // by letters they still look for a runner-up
	var byLetters, byWords [][2]int
	align.AtOnce(workers,
		func() { byLetters = c.letters.Near(nearest, budget, workers, &align.Settled{Cols: settled.Cols}) },
		func() { byWords = c.words.Near(nearest, budget, workers, settled) })
	c.pairs = slices.Concat(byLetters, byWords, named, c.twins)
	slices.SortFunc(c.pairs, comparePairs)
	c.pairs = slices.Compact(c.pairs)
	align.AtOnce(workers, func() { c.byLetters = c.letters.Compare(c.pairs, workers) }, func() { c.byWords = c.words.Compare(c.pairs, workers) })
	best := c.bestOfRows()
	if sorted := slices.Sorted(slices.Values(best)); len(best) > 0 {
		c.typical = sorted[len(best)/2]
	}
	c.named = slices.DeleteFunc(named, func(x [2]int) bool { return best[x[0]] > c.typical/2 })
	return c
}

// longTwin is how many bytes of one text leave no doubt that two items are one: some 20 characters of Japanese.
const longTwin = 60

// findTwins finds the pairs of items that alone have the same text, word for word. Nobody need look for others that are like them.
func (c *candidates) findTwins() *align.Settled {
	seen := map[string][2]int{} // by text: how many older items have it, and which
	for i := range c.from {
		seen[c.from[i].text] = [2]int{seen[c.from[i].text][0] + 1, i}
	}
	count := map[string]int{}
	for j := range c.to {
		count[c.to[j].text]++
	}
	settled := &align.Settled{Rows: make([]bool, len(c.from)), Cols: make([]bool, len(c.to))}
	for j := range c.to {
		text := c.to[j].text
		if at := seen[text]; len(text) >= longTwin && at[0] == 1 && count[text] == 1 {
			c.twins = append(c.twins, [2]int{at[1], j})
			settled.Rows[at[1]], settled.Cols[j] = true, true
		}
	}
	return settled
}

// bestOfRows says of each older item how alike the best of its candidates is, as the feature letters has it.
func (c *candidates) bestOfRows() []float64 {
	best := make([]float64, len(c.from))
	for k, x := range c.pairs {
		best[x[0]] = max(best[x[0]], math.Sqrt(c.byLetters[k].Cosine))
	}
	return best
}

// headings are the features of each section's title with those above it.
func headings(e *schema.Edition) [][]align.Feature {
	at := map[string]int{}
	out := make([][]align.Feature, len(e.Sections))
	for i, s := range e.Sections {
		out[i] = letterFeatures(s.Title)
		if up, ok := at[s.Parent]; ok && s.Parent != "" {
			out[i] = slices.Concat(out[up], out[i])
		}
		at[s.ID] = i
	}
	return out
}

// What two items show by themselves. The names are those of the model file.
const (
	one     = iota
	letters // root of the similarity by n-grams
	words   // root of the similarity by content words
	coverOld
	coverNew // share of the one's words, by rarity, that the other has
	coverMin
	rarest // rarity of the rarest common word, 1 for a word that these two alone have
	heads  // similarity of the section titles
	label
	longer // logarithm of how many times longer the newer text is
	both   // letters and words agree: what is alike twice over is not twice as likely
	short  // by how much letters fall short of what is typical of these editions: where most items stayed as they were, a weak pair is chance
	textFeatures
)

var textNames = [textFeatures]string{"one", "letters", "words", "cover_old", "cover_new", "cover_min", "rarest", "heads", "label", "longer", "both", "short"}

func (c *candidates) text(k int) []float64 {
	a, b := &c.from[c.pairs[k][0]], &c.to[c.pairs[k][1]]
	byWords := c.byWords[k]
	l, w := c.byLetters[k].Cosine, byWords.Cosine
	f := make([]float64, textFeatures, textFeatures+contextFeatures)
	f[one] = 1
	f[letters], f[words] = math.Sqrt(l), math.Sqrt(w)
	f[coverOld], f[coverNew], f[coverMin] = byWords.OfRow, byWords.OfCol, min(byWords.OfRow, byWords.OfCol)
	f[rarest] = byWords.Rarest / math.Log(float64(1+len(c.from)+len(c.to)))
	f[heads] = align.Cosine(c.heads.Rows[a.section], c.heads.Cols[b.section])
	if a.item.Label != "" && a.item.Label == b.item.Label {
		f[label] = 1
	}
	f[longer] = math.Log(float64(1+b.words) / float64(1+a.words))
	f[both] = l * w
	f[short] = max(0, c.typical-f[letters])
	return f
}

// byHand are the weights, as log-odds, of what the training data cannot teach (their items name no ministries, or one a
// section, and report on no plan). They are small beside those of the text: they settle what the text leaves open.
func (c *candidates) byHand(k int) float64 {
	a, b := &c.from[c.pairs[k][0]], &c.to[c.pairs[k][1]]
	sum := 0.0
	if x, y := a.item.Ministries, b.item.Ministries; len(x) > 0 && len(y) > 0 {
		shared := 0
		for _, m := range x {
			if slices.Contains(y, m) {
				shared++
			}
		}
		if shared == 0 {
			sum-- // another ministry takes an item over now and then
		} else {
			sum += 0.5 * float64(shared) / float64(len(x)+len(y)-shared)
		}
	}
	if a.item.Repeated != b.item.Repeated {
		sum-- // the repeated one of two equal items follows the repeated one
	}
	if a.silent != b.silent {
		sum -= 1.5 // the document itself says that the older item is finished, or that the newer one had no plan before
	}
	return sum
}

// said says whether the older item of a pair went to the newer one by its own word.
func (c *candidates) said(pair [2]int) bool {
	_, so := slices.BinarySearchFunc(c.named, pair, comparePairs)
	return so
}
