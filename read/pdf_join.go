package read

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/schema"
)

// joiner makes paragraphs of a cell's lines. Its measures come from the whole document.
type joiner struct {
	profile   *Profile
	printed   map[int]string    // page → page number printed on it
	padding   map[Field]float64 // from a full line's end to the edge of its cell
	endBlanks bool              // the document draws the blank at which a line of Latin words was broken
}

// Parts of the size of a character.
const (
	indented = 0.45 // lines that begin this far apart are indented against each other
	maxHang  = 3.5  // a hanging or first-line indent is at most this wide
	fits     = 0.12 // room beyond a unit's width from which on it would have fitted
)

// newJoiner measures the columns. The padding of a column is what the fullest of its lines leave: a line in twenty may run
// over (an address that cannot be broken), so it is not the smallest.
func newJoiner(p *Profile, rows []*pdfRow) *joiner {
	j := &joiner{profile: p, padding: map[Field]float64{}}
	slack := map[Field][]float64{}
	with, without := 0, 0
	for _, r := range rows {
		for f, lines := range r.fields {
			for i, l := range lines {
				if l.Turned || l.Ruby {
					continue
				}
				slack[f] = append(slack[f], l.right-(l.X1-l.Hang))
				if i+1 < len(lines) && latinEnd(l.Text) && latinStart(lines[i+1].Text) {
					if l.Blank {
						with++
					} else {
						without++
					}
				}
			}
		}
	}
	for f, s := range slack {
		slices.Sort(s)
		k := len(s) / 20
		for k < len(s)-1 && s[k] < 0 {
			k++
		}
		j.padding[f] = math.Max(0, s[k])
	}
	j.endBlanks = with*4 > with+without
	return j
}

// paragraphs joins the lines of a cell, over pages, into paragraphs. A new one begins
//   - at a bullet or list number, unless it stands where the lines of a hanging paragraph go on,
//   - at a line that is all <marker> or [block], and after it,
//   - where the indent changes,
//   - where the line before was left with room in which the next line's first unit would have fitted.
func (j *joiner) paragraphs(lines []cellLine, f Field) []paragraph {
	var out []paragraph
	var c current
	for _, l := range lines {
		if l.Ruby {
			continue
		}
		if len(out) == 0 || j.breaks(&c, l, f) {
			out = append(out, paragraph{text: strings.TrimSpace(l.Text), at: schema.Place{Page: l.page, Printed: j.printed[l.page]}})
			c = current{first: l.X0 - l.left, body: math.NaN(), lines: 1, last: l, text: out[len(out)-1].text}
			c.open, c.head = openHead(c.text), j.isHead(c.text)
			continue
		}
		p := &out[len(out)-1]
		p.text = j.joinText(p.text, c.last, l)
		if c.open { // only what begins as a head can become one
			c.open, c.head = openHead(p.text), j.isHead(p.text)
		}
		if math.IsNaN(c.body) {
			c.body = l.X0 - l.left
		}
		c.lines, c.last, c.text = c.lines+1, l, p.text
	}
	return out
}

// current is the paragraph that is being put together.
type current struct {
	text        string
	first, body float64 // where its first and its other lines begin, from the cell's edge; body is NaN before the second
	lines       int
	last        cellLine
	open, head  bool // the text is an unclosed bracket of a head, or a head and nothing else
}

// maxHead is over how many lines a <marker> or [block] may be broken.
const maxHead = 3

// breaks says whether l begins a new paragraph.
func (j *joiner) breaks(c *current, l cellLine, f Field) bool {
	em := l.Size
	room := l.right - j.padding[f] - (c.last.X1 - c.last.left + l.left) // as if on the same page
	needs := l.First + fits*em + gapBetween(c.last.Text, l.Text)*em
	full := room < needs
	at := l.X0 - l.left
	switch {
	case l.Turned != c.last.Turned:
		return true
	case c.open && c.lines < maxHead && full:
		return false
	case c.head, j.startsHead(l.Text):
		return true
	}
	hanging := !math.IsNaN(c.body) && c.body > c.first+indented*em
	if mark, _ := j.profile.Mark(l.Text); mark != "" {
		switch {
		case full && hanging && math.Abs(at-c.body) < indented*em:
			return false // 、②… at the start of a line of a hanging paragraph
		case bullet(mark) || !full || sentenceEnd(c.text):
			return true
		}
	}
	switch {
	case math.IsNaN(c.body) && at > c.first+indented*em:
		mark, _ := j.profile.Mark(c.text)
		if mark == "" || at > c.first+maxHang*em {
			return true // a first-line indent begins a paragraph
		}
	case math.IsNaN(c.body) && at < c.first-maxHang*em:
		return true
	case !math.IsNaN(c.body) && math.Abs(at-c.body) > indented*em:
		return true
	}
	if full {
		return false
	}
	return sentenceEnd(c.text) || room > math.Max(needs, l.Long)+0.9*em
}

// isHead says whether text is a whole <marker> or [block] and nothing else.
func (j *joiner) isHead(text string) bool {
	if _, _, rest, ok := j.profile.Marker(text); ok && rest == "" {
		return true
	}
	_, rest, ok := j.profile.Block(text)
	return ok && rest == ""
}

// startsHead says whether a line begins with a <marker> or [block], or with what may become one on the next line.
func (j *joiner) startsHead(text string) bool {
	if j.profile.startsMarker(text) {
		return true
	}
	if _, rest, ok := j.profile.Block(text); ok && rest == "" {
		return true
	}
	return openHead(text)
}

// openHead says whether text is a bracket that heads begin with and that is not closed yet.
func openHead(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	i := strings.IndexRune("[<［＜〈‹【《", r)
	if n == 0 || i < 0 {
		return false
	}
	return !strings.ContainsAny(text, "]>］＞〉›】》") && utf8.RuneCountInString(text) <= 60
}

// bullet says whether a mark opens list entries only; numbers such as ② also stand in running text.
func bullet(mark string) bool {
	r, _ := utf8.DecodeRuneInString(mark)
	return !unicode.IsNumber(r)
}

// sentenceEnd says whether a sentence may end with text.
func sentenceEnd(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text, unicode.IsSpace))
	return strings.ContainsRune("。．.!?！？)）」』]］】>＞〉:：;；", r)
}

// gapBetween is the blank, in characters, that would part the end of one line from the start of the next had they stood on one:
// a quarter where Japanese meets Latin, as word processors set it, and between Latin words.
func gapBetween(a, b string) float64 {
	if latinEnd(a) || latinStart(b) {
		return 0.25
	}
	return 0
}

func latinEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r < 0x2000 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func latinStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r < 0x2000 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// address says whether text ends inside a web address, which has no blanks.
func address(text string) bool {
	tail := text[strings.LastIndexFunc(text, func(r rune) bool { return r > 0x7F || unicode.IsSpace(r) })+1:]
	return strings.Contains(tail, "://") || strings.Contains(tail, "www.")
}

// joinText joins a line to its paragraph. Where the document draws the blanks that lines end with, a Latin word without one was
// broken in the middle.
func (j *joiner) joinText(text string, last, l cellLine) string {
	broken := j.endBlanks && !last.Blank || address(text)
	if broken && latinEnd(text) && latinStart(l.Text) {
		return strings.TrimSpace(text) + strings.TrimSpace(l.Text)
	}
	return joinLine(text, l.Text)
}
