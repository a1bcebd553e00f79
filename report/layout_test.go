package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// No line of a terminal report is wider than the terminal, however narrow, in any language and with hostile texts.
func TestTextKeepsItsWidth(t *testing.T) {
	escape := regexp.MustCompile("\x1b\\[[0-9;]*m")
	for _, width := range []int{20, 41, 60, 90, 100, 137, 200} {
		for _, color := range []bool{false, true} {
			for name, in := range map[string]Input{"sample": {Comparison: sample()}, "hostile": {Comparison: hostile()}, "lineage": {Lineage: sample().Lineage}} {
				t.Run(fmt.Sprintf("%s/%d/color=%t", name, width, color), func(t *testing.T) {
					text := string(write(t, "text", in, Options{Width: width, Color: color}))
					for line := range strings.SplitSeq(text, "\n") {
						if bare := escape.ReplaceAllString(line, ""); columns(bare) > width {
							assert.LessOrEqual(t, columns(bare), width, bare)
							return
						}
					}
				})
			}
		}
	}
}

// Lines break where Japanese and Latin text may be broken.
func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"between full-width characters", "港内の倉庫を点検", 8, []string{"港内の倉", "庫を点検"}},
		{"no 。 at the start of a line", "港内の倉。庫", 8, []string{"港内の", "倉。庫"}},
		{"no （ at the end of a line", "港内の（倉庫）", 8, []string{"港内の", "（倉庫）"}},
		{"no number cut in two", "倉庫は 2024 年", 9, []string{"倉庫は ", "2024 年"}},
		{"a blank where the line is full parts two words", "a flag on the line", 6, []string{"a flag", "on the", "line"}},
		{"a word too long for any line", "aaaaaaaaaaaa", 5, []string{"aaaaa", "aaaaa", "aa"}},
		{"a combining mark stays with its letter", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, line := range wrap([]span{{tt.text, plain}}, tt.width, false) {
				got = append(got, paint(line, 0, false))
			}
			assert.Equal(t, tt.want, got)
		})
	}
}
