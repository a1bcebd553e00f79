package diff

import (
	"slices"
	"unicode"
)

// findWhole is find for languages that put blanks between words: a cue begins and ends where words do.
func (b *cueBook) findWhole(r []rune) []hit {
	var out []hit
	for i := range r {
		if i > 0 && wordRune(r[i-1]) {
			continue
		}
		n := b.root.next.of(r[i])
		first := len(out)
		for j := i + 1; n != nil; j++ {
			found := n.open
			end := j
			for len(found) > 0 && end < len(r) && wordRune(r[end]) {
				end++
			}
			if j == len(r) || !wordRune(r[j]) {
				found = slices.Concat(found, n.ends)
			}
			for _, k := range found {
				if !k.counts(r, i, end) {
					continue
				}
				if at := slices.IndexFunc(out[first:], func(h hit) bool { return h.cue == k.name }); at >= 0 {
					out[first+at].end = max(out[first+at].end, end)
				} else {
					out = append(out, hit{k.name, i, end})
				}
			}
			if j == len(r) {
				break
			}
			n = n.next.of(r[j])
		}
	}
	return out
}

func wordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

func lowerRunes(r []rune) {
	for i, c := range r {
		r[i] = unicode.ToLower(c)
	}
}
