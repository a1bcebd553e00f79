package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a line, or the part of one that stands in one column, with the features that the model looks at.
type piece struct {
	text      string // blanks between Japanese characters closed up
	width     float64
	indent    int // characters before it on its line: where layout text puts its column
	at        int // index of its line
	page      int
	justified bool // letter-spaced: as wide as its column whatever it holds
	bullet    bool
	bare      bool   // a bullet alone: its text is on the next line
	block     bool   // [省庁]
	blockBit  uint64 // one bit for what the head says, to see that it comes once
	ministry  bool   // a ministry's name and no more
	marker    Field
	markerEnd bool // nothing after the marker
	ends      bool // a sentence ends here
	past      bool // … in the past tense
	address   bool // opens with the address of a page, which some tools break at a slash, some anywhere, some never
	stacked   bool // a line spread so far that each of its characters came as a line of its own
	unit      float64
	first     []rune // up to two, blanks apart
	last      []rune

	known uint8      // which entries of alone are filled
	alone [6]float64 // what the model says of it by itself, per column and phase
}

// maxSpread is how many characters a line may have that is spread over its column so far that a tool takes each for a line.
const maxSpread = 6

// newPiece measures text. Width is in full-width characters: Latin letters and digits count half, the blank that tools put
// between Japanese and Latin text a quarter.
func newPiece(p *Profile, text string, line, indent int) *piece {
	c := &piece{at: line, indent: indent}
	c.text, c.justified = closeUp(text)
	c.width = textWidth(c.text)
	_, _, c.block = p.Block(c.text)
	if c.block {
		_, rest, _ := p.Block(c.text)
		c.block = rest == ""
	}
	if f, _, rest, ok := p.Marker(c.text); ok {
		c.marker, c.markerEnd = f, rest == ""
	}
	mark, rest := p.Mark(c.text)
	c.bullet, c.bare = mark != "", mark != "" && rest == ""
	c.ministry = len(c.text) < 60 && ministryName(p, c.text)
	tail := strings.TrimRight(c.text, " ")
	if m := p.repeated.FindAllStringIndex(tail, -1); len(m) > 0 && m[len(m)-1][1] == len(tail) {
		c.ends = true
		tail = strings.TrimSpace(tail[:m[len(m)-1][0]])
	}
	for _, end := range []string{"。", "。)", "。）", "。」", "．"} {
		c.ends = c.ends || strings.HasSuffix(tail, end)
	}
	if p.Language == "en" {
		c.ends = c.ends || strings.HasSuffix(tail, ".") || strings.HasSuffix(tail, ";") || strings.HasSuffix(tail, ".)")
	}
	body := strings.TrimRight(tail, "。)）」 ")
	c.past = c.ends && (strings.HasSuffix(body, "た") || strings.HasSuffix(body, "いる") || strings.HasSuffix(body, "である"))
	rs := []rune(strings.Join(strings.Fields(c.text), ""))
	c.first = rs[:min(2, len(rs))]
	c.last = rs[max(0, len(rs)-2):]
	c.unit = firstUnit(c.text)
	c.address = strings.HasPrefix(c.text, "http")
	c.stacked = c.justified && !strings.ContainsFunc(c.text, func(r rune) bool { return !wide(r) }) && len(rs) <= maxSpread
	return c
}

// closeUp takes the blanks out between Japanese characters, which letter-spacing puts there, and says whether there were so
// many that the line was spread to fill its column.
func closeUp(s string) (closed string, spread bool) {
	rs := []rune(strings.TrimSpace(s))
	out := make([]rune, 0, len(rs))
	cut, kept := 0, 0
	for i := 0; i < len(rs); i++ {
		if !unicode.IsSpace(rs[i]) {
			out = append(out, rs[i])
			kept++
			continue
		}
		j := i
		for j < len(rs) && unicode.IsSpace(rs[j]) {
			j++
		}
		if len(out) > 0 && j < len(rs) && wide(out[len(out)-1]) && wide(rs[j]) {
			cut++
		} else {
			out = append(out, ' ')
		}
		i = j - 1
	}
	return string(out), cut >= 3 && cut*6 >= kept || cut > 0 && cut == kept-1
}

// textWidth measures s in full-width characters.
func textWidth(s string) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case r == ' ':
			w += 0.25
		case wide(r), r == '―', r == '…', r == '〜', r == '～', r == '※', r == '→', r == '×':
			w++
		default:
			w += 0.5
		}
	}
	return w
}

// firstUnit is the width of what cannot be broken off the start of s: a Latin word, or one character with the punctuation
// that must not begin a line.
func firstUnit(s string) float64 {
	w, i := 0.0, 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if strings.ContainsRune("「『([（［〔【“‘<〈", r) {
			w += textWidth(string(r))
			i += n
			continue
		}
		break
	}
	latin := false
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == ' ' || wide(r) {
			break
		}
		latin = true
		w += textWidth(string(r))
		i += n
		if r == '-' || r == '/' {
			break
		}
	}
	if !latin && i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		w += textWidth(string(r))
		i += n
	}
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("、。，．・」』)]）］〕】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ!?！？", r) {
			break
		}
		w += textWidth(string(r))
		i += n
	}
	return w
}
