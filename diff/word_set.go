package diff

// wordSet is a list of words that is looked for at every rune of a text: a glance at the rune says of most that none begins there.
type wordSet struct {
	words []string
	first [16]uint64        // a bit for the first rune of each word
	by    map[rune][][]rune // the words by their first rune, in order
}

func newWordSet(words ...string) wordSet {
	s := wordSet{words: words, by: map[rune][][]rune{}}
	for _, w := range words {
		r := []rune(w)
		s.first[r[0]>>6&15] |= 1 << (r[0] & 63)
		s.by[r[0]] = append(s.by[r[0]], r)
	}
	return s
}

// at is the length of the first of the words that stands at i, 0 if none does.
func (s *wordSet) at(r []rune, i int) int {
	if i >= len(r) || s.first[r[i]>>6&15]>>(r[i]&63)&1 == 0 {
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

// sameKanji says whether two words have the same kanji, two or more, and differ in their kana: 引き下げ, 引下げ.
func sameKanji(a, b []rune) bool {
	n, i := 0, 0
	for _, c := range b {
		if !isHan(c) {
			continue
		}
		for i < len(a) && !isHan(a[i]) {
			i++
		}
		if i == len(a) || a[i] != c {
			return false
		}
		n, i = n+1, i+1
	}
	for i < len(a) && !isHan(a[i]) {
		i++
	}
	return n > 1 && i == len(a)
}
