package lang

import "strings"

// NormalKey is the form of a text in which two plans are the same word for word (the fact verbatim): layout, white space,
// width, marks, year numbers and dates, and words such as 引き続き or "continue to", "again", are gone. Two texts with equal keys differ in nothing that a
// reader of plans would call a change of wording.
func (l *Language) NormalKey(s string) string {
	src := newSource(s)
	tokens := l.tokens(src)
	skip := l.filler(src, tokens)
	for _, d := range l.dates(src) {
		for i, t := range tokens {
			if t.Start < d.Span.End && t.End > d.Span.Start && !t.isDeadlineWord() {
				skip[i] = true
			}
		}
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, t := range tokens {
		if skip[i] || t.Class == Space || t.Class == Mark && t.Norm != "%" {
			continue
		}
		if l.Code == "en" && b.Len() > 0 {
			b.WriteByte(' ')
		}
		switch t.Class {
		case Latin:
			b.WriteString(strings.ToLower(t.Text))
		case Number:
			b.WriteString(t.Norm)
		default:
			b.WriteString(normalKana(t.Text))
		}
	}
	return b.String()
}

// isDeadlineWord keeps までに and "by": that a date was dropped or became a deadline is a change.
func (t Token) isDeadlineWord() bool { return t.Class == Function }

// Same says whether two texts differ in nothing but layout, years and 引き続き.
func (l *Language) Same(a, b string) bool { return a == b || l.NormalKey(a) == l.NormalKey(b) }

func fillerJa(src *source, tokens []Token) []bool {
	skip := make([]bool, len(tokens))
	for i, t := range tokens {
		switch t.Norm {
		case "引き続き", "引続き", "また", "なお", "さらに", "更に", "今後":
			skip[i] = true
		case "も":
			skip[i] = i > 0 && skip[i-1]
		}
	}
	return skip
}

func fillerEn(src *source, tokens []Token) []bool {
	skip := make([]bool, len(tokens))
	prev := ""
	for i, t := range tokens {
		if t.Class == Space {
			continue
		}
		low := strings.ToLower(t.Text)
		switch low {
		case "again", "also", "further", "still", "likewise":
			skip[i] = true
		case "continue", "continues":
			skip[i] = true
		case "to":
			skip[i] = strings.HasPrefix(prev, "continue")
		}
		prev = low
	}
	return skip
}
