package read

import (
	"strings"

	"plandiff/read/pdf"
)

// meant gives the text that is meant where a tool wrote characters of the same shape: radicals for ideographs, Chromium's
// hyphenation point for ・. Nothing else is normalised: the edition keeps what is printed.
func meant(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return pdf.Meant(r) != r }) {
		return s
	}
	return strings.Map(pdf.Meant, s)
}
