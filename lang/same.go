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
func (l *Language) Same(a, b string) bool {
	return a == b || l.MayBeSame(a, b) && l.NormalKey(a) == l.NormalKey(b)
}

// MayBeSame is a quick look before two normal keys are made, which costs fifty times as much: false says that the keys differ. It
// adds up the kanji of each text, whatever their order, but for those of which dates, numbers and words such as 引き続き are made.
func (l *Language) MayBeSame(a, b string) bool {
	return l.Code != "ja" || kanjiSum(a) == kanjiSum(b)
}

// kanjiSum is a hash of the kanji that a text holds, each as often as it does.
func kanjiSum(s string) (sum uint64) {
	for _, c := range s {
		if c < 0x4E00 || c > 0x9FFF || numeral(c) {
			continue
		}
		switch c {
		case '年', '度', '月', '日', '末', '頃', '期', '半', '旬', '上', '中', '下', '初', '元', '令', '和', '平', '成', '昭', '西', '暦', '来', '次', '翌', '今', '本', '当', '昨', '前', '同', '内', '春', '夏', '秋', '冬', '早', '後',
			'引', '続', '更', '四', '第':
			continue
		}
		x := uint64(c) * 0x9e3779b97f4a7c15 // spread, so that sums of other kanji do not meet
		sum += x ^ x>>29
	}
	return sum
}

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
