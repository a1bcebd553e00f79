package lang

import (
	"slices"
	"strings"
)

// lexicon is a list of words, by first rune, longest first.
type lexicon map[rune][][]rune

// newLexicon takes words with blanks between them.
func newLexicon(words string) lexicon {
	l := lexicon{}
	for _, w := range strings.Fields(words) {
		l.add(w)
	}
	return l
}

func (l lexicon) add(word string) {
	r := []rune(word)
	l[r[0]] = append(l[r[0]], r)
	slices.SortStableFunc(l[r[0]], func(a, b []rune) int { return len(b) - len(a) })
}

// longest returns the length in runes of the longest word that stands at i and ends by limit, 0 if none does.
func (l lexicon) longest(r []rune, i, limit int) int {
	if i >= limit {
		return 0
	}
	for _, w := range l[r[i]] {
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
