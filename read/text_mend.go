package read

import (
	"strings"
	"unicode/utf8"
)

// mendSpread joins lines of one character each: a justified line of a few characters, 詳細は before a long address, is spread
// over its column so far that tools take each character for a line. What is joined stays letter-spaced, as such lines come
// from other tools. The last lines of paragraphs, which may be as short, end in a full stop.
func mendSpread(lines []docLine) []docLine {
	out := lines[:0:0]
	for i := 0; i < len(lines); {
		j := i
		for j < len(lines) && j-i < maxSpread && loneCharacter(lines[j]) && lines[j].page == lines[i].page && (j == i || !lines[j].gap) {
			j++
		}
		if j-i < 2 {
			out = append(out, lines[i])
			i++
			continue
		}
		joined := lines[i]
		for _, l := range lines[i+1 : j] {
			joined.text += " " + l.text
		}
		out = append(out, joined)
		i = j
	}
	return out
}

// loneCharacter says whether the line is one Japanese character that is neither a bullet nor punctuation.
func loneCharacter(l docLine) bool {
	r, n := utf8.DecodeRuneInString(l.text)
	return l.role == roleBody && n == len(l.text) && wide(r) && !strings.ContainsRune("、。・※「」『』（）［］【】〈〉《》〔〕", r)
}
