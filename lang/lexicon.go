package lang

import (
	"slices"
	"strings"
)

// lexicon is a list of words, by first rune, longest first.
type lexicon struct {
	first runeSet
	words map[rune][][]rune
}

// newLexicon takes words with blanks between them.
func newLexicon(words string) *lexicon {
	l := &lexicon{words: map[rune][][]rune{}}
	for _, w := range strings.Fields(words) {
		l.add(w)
	}
	return l
}

func (l *lexicon) add(word string) {
	r := []rune(word)
	l.first.add(r[0])
	l.words[r[0]] = append(l.words[r[0]], r)
	slices.SortStableFunc(l.words[r[0]], func(a, b []rune) int { return len(b) - len(a) })
}

// begins says whether a word begins with a rune.
func (l *lexicon) begins(c rune) bool { return l.first.has(c) && len(l.words[c]) > 0 }

// longest returns the length in runes of the longest word that stands at i and ends by limit, 0 if none does.
func (l *lexicon) longest(r []rune, i, limit int) int {
	if i >= limit || !l.first.has(r[i]) {
		return 0
	}
	for _, w := range l.words[r[i]] {
		if i+len(w) <= limit && matches(r[i:], w) {
			return len(w)
		}
	}
	return 0
}

func matches(r, w []rune) bool {
	for k := 1; k < len(w); k++ { // the first rune is the key
		if r[k] != w[k] {
			return false
		}
	}
	return true
}

// runeSet is a set of runes by their low 16 bits: what it does not have is in no list, and it tells so at once.
type runeSet [1024]uint64

func (s *runeSet) add(c rune)      { s[c>>6&1023] |= 1 << (c & 63) }
func (s *runeSet) has(c rune) bool { return s[c>>6&1023]&(1<<(c&63)) != 0 }

// runesOf is the set of the runes of a text, all of them below 65,536.
func runesOf(text string) *runeSet {
	s := new(runeSet)
	for _, c := range text {
		s.add(c)
	}
	return s
}
