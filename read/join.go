package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joinLine joins two lines of one paragraph: no blank where a Japanese character stands on either side, one between Latin
// words, none after a hyphen or a slash that ends a line.
func joinLine(a, b string) string {
	a, b = strings.TrimRightFunc(a, unicode.IsSpace), strings.TrimLeftFunc(b, unicode.IsSpace)
	if a == "" || b == "" {
		return a + b
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	switch {
	case last == '\u00AD': // a soft hyphen is no part of the word
		return strings.TrimSuffix(a, "\u00AD") + b
	case wide(last) || wide(first):
		return a + b
	case last == '-' || last == '/' || last == '(' || last == '[' || last == '_' || last == '@':
		return a + b
	case strings.ContainsRune(",.;:)]}%", first):
		return a + b
	}
	return a + " " + b
}

// joinLines joins the lines of one paragraph.
func joinLines(lines []string) string {
	text := ""
	for _, l := range lines {
		text = joinLine(text, l)
	}
	return text
}
