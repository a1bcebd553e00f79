package diff

import (
	"slices"
	"sync"
	"unicode/utf8"

	"plandiff/lang"
)

// memo keeps what reading a text gave. Last year's next plan is this year's plan, and often the next one again: the
// same sentences are met several times in an item's history.
type memo struct {
	sentences map[string]*sentence
	cuts      map[string][]Sentence
	named     map[string]mentions
	keys      map[string]string
	pairs     map[string][]uint64
	heard     []answer // room for what the rules say of one commitment
}

func newMemo() *memo {
	return &memo{sentences: map[string]*sentence{}, cuts: map[string][]Sentence{}, named: map[string]mentions{}, keys: map[string]string{}, pairs: map[string][]uint64{}}
}

// reset forgets what was read, and keeps the room: the next item or thread has about as many sentences.
func (m *memo) reset() {
	clear(m.sentences)
	clear(m.cuts)
	clear(m.named)
	clear(m.keys)
	clear(m.pairs)
}

// memos lends a memo to one goroutine after the other.
type memos struct{ idle sync.Pool }

func (p *memos) take() *memo {
	if m, ok := p.idle.Get().(*memo); ok {
		return m
	}
	return newMemo()
}

func (p *memos) back(m *memo) {
	m.reset()
	p.idle.Put(m)
}

// mentions are what a text names, in order.
type mentions struct {
	quantities []lang.Quantity
	dates      []lang.Date
	ministries []lang.Mention
}

func (m *memo) names(l *lang.Language, text string) mentions {
	n, ok := m.named[text]
	if !ok {
		n.quantities, n.dates, n.ministries = l.Named(text)
		m.named[text] = n
	}
	return n
}

// at is the reader with a memo, for one goroutine.
func (rd *reader) at(m *memo) *reader {
	own := *rd
	own.memo = m
	return &own
}

// cut gives the sentences of a passage.
func (m *memo) cut(l *lang.Language, text string) []Sentence {
	out, ok := m.cuts[text]
	if ok {
		return out
	}
	whole := text
	if !utf8.ValidString(whole) {
		whole = string([]rune(whole)) // a rune for each bad byte, as Sentences counts them
	}
	at, runes := 0, 0
	skip := func(to int) int {
		for ; runes < to; runes++ {
			_, size := utf8.DecodeRuneInString(whole[at:])
			at += size
		}
		return at
	}
	for _, s := range l.Sentences(whole) {
		from := skip(s.Start)
		out = append(out, Sentence{Text: whole[from:skip(s.End)], Start: s.Start, End: s.End})
	}
	m.cuts[text] = out
	return out
}

// normalKey is lang's, remembered.
func (m *memo) normalKey(l *lang.Language, text string) string {
	key, ok := m.keys[text]
	if !ok {
		key = l.NormalKey(text)
		m.keys[text] = key
	}
	return key
}

// same says whether two texts differ in nothing but layout, years and 引き続き.
func (rd *reader) same(a, b string) bool {
	return a == b || rd.lang.MayBeSame(a, b) && rd.memo.normalKey(rd.lang, a) == rd.memo.normalKey(rd.lang, b)
}

// sameSentences says the same of the texts of sentences. One by one, for most of them were met already.
func (rd *reader) sameSentences(a, b []*sentence) bool {
	if len(a) != len(b) {
		return rd.same(textOf(a), textOf(b))
	}
	return slices.EqualFunc(a, b, func(x, y *sentence) bool { return rd.same(x.Text, y.Text) })
}

// dice is the share of the pairs of letters of two texts that both have (Dice 1945).
func (m *memo) dice(a, b string) float64 {
	p, q := m.letterPairs(a), m.letterPairs(b)
	if len(p) == 0 || len(q) == 0 {
		return 0
	}
	common, j := 0, 0
	for _, pair := range p {
		for j < len(q) && q[j] < pair {
			j++
		}
		if j < len(q) && q[j] == pair {
			common, j = common+1, j+1
		}
	}
	return 2 * float64(common) / float64(len(p)+len(q))
}

// letterPairs are the pairs of neighbouring letters, sorted.
func (m *memo) letterPairs(text string) []uint64 {
	out, ok := m.pairs[text]
	if ok {
		return out
	}
	r := []rune(text)
	out = make([]uint64, max(0, len(r)-1))
	for i := range out {
		out[i] = uint64(r[i])<<32 | uint64(r[i+1])
	}
	slices.Sort(out)
	m.pairs[text] = out
	return out
}
