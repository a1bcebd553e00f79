package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// style is how a stretch of terminal text looks. With colour it is an escape sequence; without, signs around the text.
type style int

const (
	plain style = iota
	bold
	dim
	deleted
	inserted
	quoted // decided a flag
	noted  // the number of a reason: it sticks to what stands before it
	deletedQuoted
	insertedQuoted
	good
	warn
	bad
)

// escapes are the SGR sequences of the styles. Changed text is underlined or struck as well, so that colour alone says nothing.
var escapes = map[style]string{bold: "1", dim: "2", deleted: "31;9", inserted: "32;4", quoted: "1", noted: "2", deletedQuoted: "1;31;9", insertedQuoted: "1;32;4",
	good: "32", warn: "33", bad: "31"}

// signs stand around the text where there is no colour; they are part of the layout.
var signs = map[style][2]string{deleted: {"[-", "-]"}, inserted: {"{+", "+}"}, deletedQuoted: {"[-", "-]"}, insertedQuoted: {"{+", "+}"}}

// span is a stretch of text in one style.
type span struct {
	text  string
	style style
}

// measure tells the columns of text in a terminal. Ambiguous characters (①, ―) count as one, as terminals outside of East
// Asian legacy locales show them; the locale of the machine never decides.
var measure = runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}

// glyph is one character with what combines with it.
type glyph struct {
	text  string
	width int
	style style
	stick bool // must not begin a line
	latin bool // part of a word or number that is not broken
}

// Characters that must not begin a line, and those that must not end one (JIS X 4051, the usual ones).
const (
	noStart = "、。，．・：；？！）］｝」』】〉》〕ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%％"
	noEnd   = "（［｛「『【〈《〔([{"
)

// glyphs cuts spans into characters that a terminal can be trusted with. Signs become part of the character they stand by,
// so that no line begins with +}.
func glyphs(spans []span, color bool) []glyph {
	var out []glyph
	for i, s := range spans {
		text := visible(s.text)
		if s.style == noted {
			out = append(out, glyph{text: text, width: columns(text), style: s.style, stick: true})
			continue
		}
		first := len(out)
		for _, r := range text {
			w := measure.RuneWidth(r)
			if w == 0 && r != '\n' && len(out) > first {
				out[len(out)-1].text += string(r)
				continue
			}
			out = append(out, glyph{text: string(r), width: w, style: s.style, stick: strings.ContainsRune(noStart, r), latin: latin(r)})
		}
		if sign, ok := signs[s.style]; ok && !color && len(out) > first {
			if neighbour(spans, i, -1) != sign {
				out[first].text, out[first].width = sign[0]+out[first].text, out[first].width+len(sign[0])
			}
			if last := len(out) - 1; neighbour(spans, i, 1) != sign {
				out[last].text, out[last].width = out[last].text+sign[1], out[last].width+len(sign[1])
			}
		}
	}
	return out
}

// neighbour is the sign of the next span in that direction, numbers of reasons left out: one pair of signs stands around a
// change even where quotes cut it in pieces.
func neighbour(spans []span, i, step int) [2]string {
	for i += step; i >= 0 && i < len(spans); i += step {
		if spans[i].style != noted && spans[i].text != "" {
			return signs[spans[i].style]
		}
	}
	return [2]string{}
}

// wrap breaks spans into lines of at most width columns: at blanks and between full-width characters, never inside a
// Latin word or number that fits on a line, with no 。 at the start of a line and no （ at its end where that can be helped.
func wrap(spans []span, width int, color bool) [][]glyph {
	var lines [][]glyph
	var line []glyph
	used, ended := 0, false // ended: a blank came where the line is full
	for _, g := range glyphs(spans, color) {
		if g.text == "\n" {
			lines, line, used, ended = append(lines, line), nil, 0, false
			continue
		}
		if ended && g.text != " " {
			if !g.stick {
				lines, line, used = append(lines, line), nil, 0
			}
			ended = false
		}
		if used+g.width > width && len(line) > 0 && g.text != " " {
			cut := breakAt(line, g)
			rest := append([]glyph(nil), line[cut:]...)
			lines, line, used = append(lines, line[:cut]), rest, 0
			for _, r := range rest {
				used += r.width
			}
		}
		if g.text == " " && used+g.width > width {
			ended = true
			continue // a blank at the end of a line is not shown, and what comes after it is another word
		}
		line = append(line, g)
		used += g.width
	}
	return append(lines, line)
}

// breakAt is where to break a full line before the next glyph: as far back as the rules push it, but not to its start.
func breakAt(line []glyph, next glyph) int {
	for cut := len(line); cut > len(line)/2 && cut > 0; cut-- {
		after := next
		if cut < len(line) {
			after = line[cut]
		}
		before := line[cut-1]
		inWord := before.latin && after.latin
		if !inWord && !after.stick && !strings.Contains(noEnd, before.text) {
			return cut
		}
	}
	return len(line)
}

func latin(r rune) bool { return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// paint renders a line, padded to width where width is positive.
func paint(line []glyph, width int, color bool) string {
	var b strings.Builder
	used, now := 0, plain
	for _, g := range line {
		if color && g.style != now {
			b.WriteString("\x1b[0m")
			if code := escapes[g.style]; code != "" {
				b.WriteString("\x1b[" + code + "m")
			}
			now = g.style
		}
		b.WriteString(g.text)
		used += g.width
	}
	if color && now != plain {
		b.WriteString("\x1b[0m")
	}
	if used < width {
		b.WriteString(strings.Repeat(" ", width-used))
	}
	return b.String()
}

// visible shows what must not reach a terminal or hide in a line: control characters and bidirectional overrides, as
// <U+202E>. Tabs become blanks; line breaks stay.
func visible(s string) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteByte(' ')
		case hidden(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hidden tells characters that act on a terminal or turn the reading order instead of being shown.
func hidden(r rune) bool {
	return r != '\n' && (unicode.IsControl(r) || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069) || r == 0x200e || r == 0x200f || r == 0x061c)
}

// columns is the width of text in a terminal.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += measure.RuneWidth(r)
	}
	return n
}

// pad fills text with blanks up to width columns.
func pad(s string, width int) string { return s + strings.Repeat(" ", max(0, width-columns(s))) }
