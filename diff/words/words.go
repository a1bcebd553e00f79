package words

import (
	"strings"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
	"golang.org/x/text/unicode/norm"

	"plandiff/lang"
)

// maxTokens is the size up to which two texts are compared token by token. 6,000 tokens a side that share nothing take about
// a tenth of a second; past that, equal sentences are taken as anchors first.
const maxTokens = 6000

// Clean is the form of a text that Diff compares and gives back: valid UTF-8 (each bad byte becomes U+FFFD) in NFC. Text as editions hold it comes
// back unchanged.
func Clean(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if strings.ContainsFunc(s, composes) && !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return s
}

// composes says whether a rune may have another form in NFC: all but those of ASCII, Japanese and full width, of which most texts consist.
func composes(c rune) bool {
	switch {
	case c < 0x300, c >= 0x3000 && c < 0x302A, c >= 0x3030 && c < 0xA000 && c != 0x3099 && c != 0x309A, c >= 0xFF00:
		return c > 0xFFFF
	}
	return true
}

// Diff returns how old became new. Equal and Delete runs joined are Clean(old), Equal and Insert runs Clean(new). Neighbouring
// edits differ in Op, a Delete stands before the Insert that replaces it, and no edit is empty.
func Diff(l *lang.Language, old, new string) []Edit {
	old, new = Clean(old), Clean(new)
	switch {
	case old == new && old == "":
		return nil
	case old == new:
		return []Edit{{Equal, old}}
	case old == "":
		return []Edit{{Insert, new}}
	case new == "":
		return []Edit{{Delete, old}}
	}
	c := comparison{a: newSide(l, old), b: newSide(l, new)}
	c.match(l)
	c.dropChaff()
	c.widen()
	return c.edits()
}

// side is one of the two texts.
type side struct {
	text   string
	tokens []lang.Token
	starts []bool // token begins a phrase
	match  []int  // index of the equal token on the other side, -1 if there is none; increasing
}

func newSide(l *lang.Language, text string) side {
	s := side{text: text, tokens: l.Tokens(text)}
	s.match = make([]int, len(s.tokens))
	s.starts = make([]bool, len(s.tokens)+1)
	for i := range s.match {
		s.match[i] = -1
	}
	k := 0
	for _, p := range l.Group(s.tokens) {
		for k < len(s.tokens) && s.tokens[k].Start < p.Start {
			k++
		}
		s.starts[k] = true
	}
	s.starts[len(s.tokens)] = true
	return s
}

type comparison struct{ a, b side }

// match finds the equal tokens.
func (c *comparison) match(l *lang.Language) {
	if len(c.a.tokens) <= maxTokens && len(c.b.tokens) <= maxTokens {
		c.matchRange(0, len(c.a.tokens), 0, len(c.b.tokens))
		return
	}
	// Sentences first; what lies between equal ones is compared by token as far as it is small enough.
	sa, sb := sentences(l, &c.a), sentences(l, &c.b)
	pairs := common(texts(&c.a, sa), texts(&c.b, sb))
	i, j := 0, 0
	gap := func(ai, bj int) {
		if ai-i <= maxTokens && bj-j <= maxTokens {
			c.matchRange(i, ai, j, bj)
		}
	}
	for _, p := range pairs {
		x, y := sa[p[0]], sb[p[1]]
		gap(x[0], y[0])
		for k := 0; k < x[1]-x[0]; k++ {
			c.pair(x[0]+k, y[0]+k)
		}
		i, j = x[1], y[1]
	}
	gap(len(c.a.tokens), len(c.b.tokens))
}

// sentences gives the token ranges of a side's sentences. White space between them is in no range.
func sentences(l *lang.Language, s *side) [][2]int {
	var out [][2]int
	k := 0
	for _, p := range l.Sentences(s.text) {
		for k < len(s.tokens) && s.tokens[k].Start < p.Start {
			k++
		}
		first := k
		for k < len(s.tokens) && s.tokens[k].End <= p.End {
			k++
		}
		out = append(out, [2]int{first, k})
	}
	return out
}

func texts(s *side, ranges [][2]int) []string {
	out := make([]string, len(ranges))
	for i, r := range ranges {
		var b strings.Builder
		for _, t := range s.tokens[r[0]:r[1]] {
			b.WriteString(t.Text)
		}
		out[i] = b.String()
	}
	return out
}

// matchRange finds the equal tokens of a[i0:i1] and b[j0:j1].
func (c *comparison) matchRange(i0, i1, j0, j1 int) {
	for _, p := range common(tokenTexts(c.a.tokens[i0:i1]), tokenTexts(c.b.tokens[j0:j1])) {
		c.pair(i0+p[0], j0+p[1])
	}
}

func tokenTexts(tokens []lang.Token) []string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.Text
	}
	return out
}

// pair notes two tokens as equal, if their texts are.
func (c *comparison) pair(i, j int) {
	if c.a.tokens[i].Text == c.b.tokens[j].Text {
		c.a.match[i], c.b.match[j] = j, i
	}
}

// lastRune is the highest rune there is.
const lastRune = utf8.MaxRune

// alphabet gives every distinct text a rune: from U+0001 up, past the surrogates. Texts beyond the last rune share it; whoever
// uses a match compares the texts again.
type alphabet map[string]rune

func (a alphabet) runes(texts []string) []rune {
	out := make([]rune, len(texts))
	for i, t := range texts {
		r, ok := a[t]
		if !ok {
			r = runeOf(len(a))
			a[t] = r
		}
		out[i] = r
	}
	return out
}

// runeOf gives the rune of the n-th distinct text, from 0.
func runeOf(n int) rune {
	if n >= lastRune {
		return lastRune
	}
	r := rune(n + 1)
	if r >= 0xD800 {
		r += 0x800
	}
	return min(r, lastRune)
}

// common returns the pairs of indexes of a longest common subsequence of two lists, in order.
func common(a, b []string) [][2]int {
	names := alphabet{}
	x, y := names.runes(a), names.runes(b)
	engine := diffmatchpatch.New()
	engine.DiffTimeout = 0 // none: the result must not depend on the machine's load
	var out [][2]int
	i, j := 0, 0
	for _, d := range engine.DiffMainRunes(x, y, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		default:
			for k := 0; k < n; k++ {
				if a[i+k] == b[j+k] {
					out = append(out, [2]int{i + k, j + k})
				}
			}
			i, j = i+n, j+n
		}
	}
	return out
}
