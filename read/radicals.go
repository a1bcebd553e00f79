package read

import (
	"strings"

	"plandiff/read/pdf"
)

// meant gives the text that is meant where a tool wrote characters of the same shape: radicals for ideographs, Chromium's
// hyphenation point for ・, a hyphen that must not break for a hyphen. Nothing else is normalised: the edition keeps what is
// printed.
func meant(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\u2010' || r == '\u2011' {
			return '-'
		}
		return pdf.Meant(r)
	}, s)
}
