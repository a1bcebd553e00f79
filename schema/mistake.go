package schema

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Mistake is one thing wrong with a YAML file, with its place and the line it stands in. Loaders return all mistakes of
// a file at once, joined with errors.Join in the order of the file.
type Mistake struct {
	Pos     Pos
	Message string
	Line    string // the offending line as it stands in the file, without its end; "" if there is none
}

// Error gives `file:line:col: message`, the offending line, and a caret under the place (full-width characters count two).
func (m *Mistake) Error() string {
	if m.Pos.Line == 0 {
		return m.Pos.File + ": " + m.Message
	}
	head := fmt.Sprintf("%s:%d:%d: %s", m.Pos.File, m.Pos.Line, m.Pos.Col, m.Message)
	if strings.TrimSpace(m.Line) == "" {
		return head
	}
	before, after := window([]rune(m.Line), m.Pos.Col-1)
	gutter := fmt.Sprintf("%5d | ", m.Pos.Line)
	pad := strings.Repeat(" ", displayWidth(before))
	return head + "\n" + gutter + before + after + "\n" + strings.Repeat(" ", len(gutter)-2) + "| " + pad + "^"
}

// window cuts a long line to what fits beside the place at col (runes, from 0), and makes what is left printable.
func window(line []rune, col int) (before, after string) {
	const most = 110
	col = min(max(col, 0), len(line))
	from := max(0, min(col-most/2, len(line)-most))
	to := min(len(line), from+most)
	before, after = printable(line[from:col]), printable(line[col:to])
	if from > 0 {
		before = "…" + before
	}
	if to < len(line) {
		after += "…"
	}
	return before, after
}

// printable replaces what a terminal would act upon: tabs by a blank, control and direction marks by a dot.
func printable(rs []rune) string {
	var b strings.Builder
	for _, r := range rs {
		switch {
		case r == '\t':
			b.WriteByte(' ')
		case unicode.IsPrint(r) || r == '　':
			b.WriteRune(r)
		default:
			b.WriteRune('·')
		}
	}
	return b.String()
}

// displayWidth counts terminal columns: two for wide and full-width characters, none for combining marks.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		if r < utf8.RuneSelf {
			n++
			continue
		}
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// mistakes collects what is wrong with one file.
type mistakes struct {
	file  string
	lines []string
	list  []*Mistake
}

func (m *mistakes) add(line, col int, format string, args ...any) {
	text := ""
	if line >= 1 && line <= len(m.lines) {
		text = m.lines[line-1]
	}
	m.list = append(m.list, &Mistake{Pos{m.file, line, col}, fmt.Sprintf(format, args...), text})
}

// err joins the mistakes in the order of the file; nil if there are none. Beyond a hundred only their number is told: by
// then the file is of another kind, and the first lines say so.
func (m *mistakes) err() error {
	const most = 100
	if len(m.list) == 0 {
		return nil
	}
	slices.SortStableFunc(m.list, func(a, b *Mistake) int {
		if a.Pos.Line != b.Pos.Line {
			return a.Pos.Line - b.Pos.Line
		}
		return a.Pos.Col - b.Pos.Col
	})
	var errs []error
	for i, x := range m.list {
		if i == most {
			errs = append(errs, fmt.Errorf("%s: and %d more mistakes", m.file, len(m.list)-most))
			break
		}
		errs = append(errs, x)
	}
	return errors.Join(errs...)
}

// splitLines cuts text where YAML breaks lines, so that line numbers agree with the parser's.
func splitLines(s string) []string {
	if !strings.ContainsRune(s, '\r') && !strings.Contains(s, "\u0085") && !strings.Contains(s, "\u2028") && !strings.Contains(s, "\u2029") {
		return strings.Split(s, "\n")
	}
	var lines []string
	start := 0
	for i, r := range s {
		if i < start {
			continue
		}
		end := i
		switch r {
		case '\r':
			if strings.HasPrefix(s[i+1:], "\n") {
				i++
			}
		case '\n', '\u0085', '\u2028', '\u2029':
		default:
			continue
		}
		lines = append(lines, s[start:end])
		_, size := utf8.DecodeRuneInString(s[i:])
		start = i + size
	}
	return append(lines, s[start:])
}

// Nearest returns the word closest to got by edit distance if it is close enough to be a slip of the pen, else "".
func Nearest(got string, words []string) string {
	n := utf8.RuneCountInString(got)
	if n < 2 {
		return ""
	}
	best, least := "", 1+max(1, n/3)
	for _, w := range words {
		if d := editDistance([]rune(strings.ToLower(got)), []rune(w)); d < least {
			best, least = w, d
		}
	}
	return best
}

// editDistance is Levenshtein's with neighbours that changed places counted as one edit (optimal string alignment).
func editDistance(a, b []rune) int {
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i, x := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// choice lists the words for an error message and proposes the nearest.
func choice(got string, words []string) string {
	if near := Nearest(got, words); near != "" {
		return fmt.Sprintf("did you mean %q? have %s", near, strings.Join(words, ", "))
	}
	return "have " + strings.Join(words, ", ")
}
