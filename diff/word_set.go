package diff

// wordSet is a list of words that is looked for at every rune of a text: a glance at two runes says of most places that none begins there.
type wordSet struct {
	words  []string
	first  runeBits          // the first runes of the words
	second runeBits          // the second runes; all of them if a word has but one
	by     map[rune][][]rune // the words by their first rune, in order
}

// runeBits is a set of runes that may hold more than were put in.
type runeBits [16]uint64

func (b *runeBits) add(c rune)      { b[c>>6&15] |= 1 << (c & 63) }
func (b *runeBits) has(c rune) bool { return b[c>>6&15]>>(c&63)&1 != 0 }

func newWordSet(words ...string) wordSet {
	s := wordSet{words: words, by: map[rune][][]rune{}}
	for _, w := range words {
		r := []rune(w)
		s.first.add(r[0])
		if len(r) > 1 {
			s.second.add(r[1])
		} else {
			for i := range s.second {
				s.second[i] = 1<<64 - 1
			}
		}
		s.by[r[0]] = append(s.by[r[0]], r)
	}
	return s
}

// at is the length of the first of the words that stands at i, 0 if none does.
func (s *wordSet) at(r []rune, i int) int {
	if i >= len(r) || !s.first.has(r[i]) || i+1 < len(r) && !s.second.has(r[i+1]) {
		return 0
	}
	for _, w := range s.by[r[i]] {
		if startsAt(r, i, w) {
			return len(w)
		}
	}
	return 0
}

// in says whether one of the words stands anywhere in r.
func (s *wordSet) in(r []rune) bool {
	for i := range r {
		if s.at(r, i) > 0 {
			return true
		}
	}
	return false
}
