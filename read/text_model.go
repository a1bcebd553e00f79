package read

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/schema"
)

// Scores are log odds, roughly: 1 is a hint, 3 a strong one, 5 as good as settled. They were set by hand on texts with known
// cells and are the same for every document.
const (
	costNoSentenceEnd  = -5.0 // a paragraph, cell or block opens though the one before has not ended
	costShortBreak     = -1.2 // per character by which a line is too short to have been broken there
	costTooWide        = -3.0 // per character by which a line is wider than its column
	costElsewhere      = -1.5 // a cell goes on that is not the one last written in its column
	costClosed         = -5.0 // an item goes on after a heading, or on the next page though it is not the last
	costStrayText      = -5.0 // text of the right column before any marker
	costUnplaced       = -9.0
	costOuter          = -1.2
	costSkipItem       = -1.5 // an item is left without a plan
	costReopen         = -2.5 // a cell whose text had ended goes on after lines of the other column
	costSuperseded     = -4.0 // a plan whose text had ended goes on after the next item's label
	costBlockAgain     = -4.0 // a [省庁] head comes a second time in one part of a cell
	costSwitch         = -0.3 // the next line is of the other column
	costEmptyCell      = -2.5
	costNoLabel        = -2.0
	costApart          = -6.0 // two pieces of one line in cells of different items
	costWrongTense     = -0.7
	costBareMarker     = -1.2 // nothing follows a marker
	costResume         = -0.4 // per line beyond three between two lines of a cell
	bonusMinistryStart = 2.5
)

// model scores how pieces follow one another in a column. It learns character sequences from the document itself.
type model struct {
	p     *Profile
	cols  columns
	pairs map[[2]rune]int
	trios map[[3]rune]int
	memo  map[[2]*piece][2]float64
	have  map[[2]*piece][2]bool

	ministries []string                // that stand under labels of this document
	blocks     map[string]int          // number of each [省庁] head
	steps      map[[2]*piece]labelStep // between two labels
	names      map[[2]*piece]*piece    // see namePiece
	readings   [][][]placed            // per line
	floor      float64                 // a state that scores less is not worth making
}

func newModel(p *Profile, cols columns, lines []docLine) *model {
	m := &model{p: p, cols: cols, pairs: map[[2]rune]int{}, trios: map[[3]rune]int{}, memo: map[[2]*piece][2]float64{}, have: map[[2]*piece][2]bool{}, blocks: map[string]int{}, steps: map[[2]*piece]labelStep{}, names: map[[2]*piece]*piece{}}
	m.ministries = ministriesOf(lines, p)
	total := 0
	for _, l := range lines {
		if total > 400_000 { // enough to learn from; bounds time and memory on long documents
			break
		}
		closed, _ := closeUp(l.text)
		var a, b rune
		for _, r := range closed {
			if unicode.IsSpace(r) {
				continue
			}
			total++
			if b != 0 {
				m.pairs[[2]rune{b, r}]++
				if a != 0 {
					m.trios[[3]rune{a, b, r}]++
				}
			}
			a, b = b, r
		}
	}
	return m
}

// ministriesOf lists the ministries that stand behind labels, in the lines under these, and in heads of blocks, each once.
func ministriesOf(lines []docLine, p *Profile) []string {
	var all []string
	seen := map[string]bool{}
	add := func(n string) {
		if !seen[n] && utf8.RuneCountInString(n) > 2 {
			seen[n] = true
			all = append(all, n)
		}
	}
	under := false
	for _, l := range lines {
		if l.role != roleBody {
			continue
		}
		text := l.text
		if by, _, ok := p.Block(text); ok {
			for _, n := range by {
				add(n)
			}
		}
		if _, rest, ok := p.Label(text); ok {
			text, under = rest, true
		}
		names, rest := leadingMinistries(p, text)
		if !under || names == "" {
			under = false
			continue
		}
		under = rest == ""
		for _, n := range p.Ministries([]string{names}) {
			add(n)
		}
	}
	return all
}

// labelStep is how many labels of one series b is after a.
type labelStep struct {
	n     int
	known bool
}

// labelSteps tells how many labels b is after a, where both are of one series.
func (m *model) labelSteps(a, b *piece) labelStep {
	key := [2]*piece{a, b}
	st, ok := m.steps[key]
	if !ok {
		before, _, _ := m.p.Label(a.text)
		label, _, _ := m.p.Label(b.text)
		st.n, st.known = schema.Follows(before, label)
		m.steps[key] = st
	}
	return st
}

// blockBit gives each [省庁] head of the document a bit of its own; the 65th shares the first one's.
func (m *model) blockBit(head string) uint64 {
	n, ok := m.blocks[head]
	if !ok {
		n = len(m.blocks)
		m.blocks[head] = n
	}
	return 1 << (n % 64)
}

// knownMinistry says whether every name in text stands behind a label somewhere in the document.
func (m *model) knownMinistry(text string) bool {
	for _, n := range m.p.Ministries([]string{text}) {
		if !slices.Contains(m.ministries, n) {
			return false
		}
	}
	return true
}

// beginsKnown says whether text, of three characters or more, is the beginning of such a name.
func (m *model) beginsKnown(text string) bool {
	return slices.ContainsFunc(m.ministries, func(n string) bool {
		return strings.HasPrefix(n, text) && n != text && utf8.RuneCountInString(text) > 2
	})
}

// column of a piece in the table.
type column int

const (
	colLeft column = iota
	colRight
	colLabel
	colMinistry
	colOuter    // text around the page, or prose
	colUnplaced // nothing fits
)

func (m *model) width(c column) float64 {
	if c == colLeft {
		return m.cols.left
	}
	return m.cols.right
}

// follows scores cur as the next line of the cell whose last line is prev, in column c.
func (m *model) follows(prev, cur *piece, c column) float64 {
	key := [2]*piece{prev, cur}
	if h := m.have[key]; h[c] {
		return m.memo[key][c]
	}
	s := m.score(prev, cur, m.width(c))
	v, h := m.memo[key], m.have[key]
	v[c], h[c] = s, true
	m.memo[key], m.have[key] = v, h
	return s
}

func (m *model) score(prev, cur *piece, width float64) float64 {
	opens := cur.bullet || cur.block || cur.marker != ""
	closed := prev.ends || prev.block || prev.markerEnd
	switch {
	case prev.bare && !opens:
		return 1 + m.opening(cur)
	case prev.block && (cur.block || cur.marker != ""):
		return costNoSentenceEnd // [省庁] lines head text
	case opens && closed:
		return 1
	case opens && cur.bullet && !cur.block && circled(cur) && !prev.ends:
		return -0.5 + m.broken(prev, cur, width) // ① may stand within a sentence
	case opens:
		return costNoSentenceEnd
	case prev.block || prev.markerEnd:
		return m.opening(cur)
	case prev.ends:
		if width-prev.width >= cur.unit+1.6 && !prev.justified {
			return -1.3 + 0.5*m.opening(cur) // a new paragraph without a bullet
		}
		return 0.3 + 0.5*m.opening(cur)
	}
	return m.broken(prev, cur, width) + m.continuity(prev, cur)
}

func circled(c *piece) bool { return len(c.first) > 0 && c.first[0] >= '①' && c.first[0] <= '㊿' }

// broken scores that the line prev was broken before cur: it must have been full.
func (m *model) broken(prev, cur *piece, width float64) float64 {
	if prev.justified || cur.address || cur.stacked {
		return 0.5 // a stacked line's first character may have come with the line before
	}
	short := width - prev.width - cur.unit - 1.2 // a hanging indent takes one character
	if short <= 0 {
		return 0.5
	}
	floor := -7.0
	if strings.ContainsAny(string(cur.first[:min(1, len(cur.first))]), "「『（(【[") || strings.HasSuffix(prev.text, "」") || strings.HasSuffix(prev.text, "）") {
		floor = -1 // tools break lines where a bracket is set closer than a full square
	}
	return math.Max(floor, costShortBreak*(short+0.5))
}

// opening scores cur as the start of a sentence.
func (m *model) opening(cur *piece) float64 {
	if len(cur.first) == 0 {
		return 0
	}
	r := cur.first[0]
	switch {
	case strings.ContainsRune("。、）)」』】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョんンをがはにへのでもやれらりる", r):
		return -3
	case unicode.In(r, unicode.Hiragana) && !m.startsSentence(cur):
		return -1
	}
	return 0.5
}

// startsSentence knows the few ways in which sentences of plans open in hiragana.
func (m *model) startsSentence(cur *piece) bool {
	for _, w := range []string{"また", "なお", "さら", "あわ", "その", "これ", "この", "こど", "いず", "より", "ほか", "とり", "まず", "あら", "おお", "しか", "ただ"} {
		if strings.HasPrefix(string(cur.first), w) {
			return true
		}
	}
	return false
}

// continuity scores the seam between two lines by the characters on both sides.
func (m *model) continuity(prev, cur *piece) float64 {
	if len(prev.last) == 0 || len(cur.first) == 0 {
		return 0
	}
	a, b := prev.last[len(prev.last)-1], cur.first[0]
	s := -1.0
	if n := m.pairs[[2]rune{a, b}]; n > 0 {
		s = 0.4 + 0.15*math.Log2(float64(min(n, 64)))
	}
	if len(prev.last) > 1 && m.trios[[3]rune{prev.last[0], a, b}] > 0 {
		s += 0.9
	}
	if len(cur.first) > 1 && m.trios[[3]rune{a, b, cur.first[1]}] > 0 {
		s += 0.9
	}
	kata := func(r rune) bool { return unicode.In(r, unicode.Katakana) || r == 'ー' }
	switch {
	case kata(a) && kata(b):
		s += 1
	case strings.ContainsRune("ーァィゥェォッャュョ", b):
		s -= 3
	case strings.ContainsRune("をはがに", b) && strings.ContainsRune("をはがに、", a):
		s -= 2
	case unicode.IsDigit(a) && strings.ContainsRune("年月日回件人社団体か百千万億％%", b):
		s += 1
	case strings.ContainsRune("。、）)」』", b) && strings.ContainsRune("、。", a):
		s -= 1.5
	case unicode.In(a, unicode.Han) && unicode.In(b, unicode.Hiragana):
		s += 0.2
	}
	if a < 0x80 && b < 0x80 && unicode.IsLetter(a) && unicode.IsLetter(b) {
		s += 0.8
	}
	if open := strings.Count(prev.text, "「") > strings.Count(prev.text, "」"); open && strings.Count(cur.text, "」") > strings.Count(cur.text, "「") {
		s += 1
	}
	return math.Max(-2.5, math.Min(3, s))
}

// alone scores what a piece says of its column by itself: too wide, in the wrong tense, or at the wrong place of layout text.
func (m *model) alone(c *piece, col column, phase phase, page int) float64 {
	slot := int(col)*3 + int(phase)
	if c.known&(1<<slot) == 0 {
		c.known |= 1 << slot
		c.alone[slot] = m.judge(c, col, phase, page)
	}
	return c.alone[slot]
}

// judge is alone without the memory.
func (m *model) judge(c *piece, col column, phase phase, page int) float64 {
	s := 0.0
	if over := c.width - m.width(col) - 0.8; over > 0 && !c.justified && !joinedAtHyphen(c, m.width(col)) {
		s += math.Max(-18, costTooWide*over)
	}
	switch {
	case col == colLeft && c.ends && strings.HasSuffix(strings.TrimRight(c.text, "。）) "), "た"),
		col == colRight && phase == phaseResults && c.ends && !c.past && !c.bullet,
		col == colRight && phase == phaseNext && c.past:
		s += costWrongTense
	case col == colRight && phase == phaseResults && c.past:
		s += 0.4
	}
	if m.cols.layout {
		at, ok := m.cols.rightAt[page]
		if !ok {
			at = m.cols.rightAt[-1]
		}
		middle := at - 0.5*m.cols.left
		switch x := float64(c.indent); {
		case col == colLeft && x > middle:
			s -= math.Min(8, 2+0.5*(x-middle))
		case col == colRight && x < middle:
			s -= math.Min(8, 2+0.5*(middle-x))
		default:
			s += 0.5
		}
	}
	return s
}

// joinedAtHyphen says whether c is two full lines that the tool joined because the first ended in a hyphen, which it took
// away: a Latin word or a number runs over the place where the column ends.
func joinedAtHyphen(c *piece, width float64) bool {
	if c.width > 2*width+0.8 {
		return false
	}
	w := 0.0
	var prev rune
	for _, r := range c.text {
		if w >= width-2.2 && w <= width+0.6 && latin(prev) && latin(r) {
			return true
		}
		w += textWidth(string(r))
		prev = r
	}
	return false
}

func latin(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
