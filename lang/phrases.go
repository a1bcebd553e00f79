package lang

// phrasesJa groups tokens to bunsetsu: a run of content words (a compound stays whole, a number keeps its counter) with the
// function words and closing marks after it. Opening brackets go with what follows.
func phrasesJa(src *source, tokens []Token) []Span {
	var out []Span
	start, tail := 0, false // tail: the function words of the phrase have begun
	for _, t := range tokens {
		opening := t.Class == Mark && closes([]rune(t.Norm)[0]) != 0
		if (t.Content() || opening) && tail {
			out = append(out, Span{start, t.Start})
			start, tail = t.Start, false
		}
		if t.Class == Function || t.Class == Space || t.Class == Inflected || t.Class == Mark && !opening && joinsJa(t.Norm) {
			tail = true
		}
	}
	if start < len(src.r) {
		out = append(out, Span{start, len(src.r)})
	}
	return out
}

// joinsJa says whether a mark ends a bunsetsu. Middle dots, slashes and dashes stand inside compounds.
func joinsJa(mark string) bool {
	switch mark {
	case "・", "/", "-", "〜", "%", "&", "+", ".":
		return false
	}
	return true
}

// phrasesEn groups tokens to a content word with the function words before it and the marks and blanks after it. A number
// keeps the word after it.
func phrasesEn(src *source, tokens []Token) []Span {
	var out []Span
	start, content, number := 0, false, false
	for _, t := range tokens {
		opening := t.Class == Mark && closes([]rune(t.Norm)[0]) != 0
		switch {
		case t.Class == Space || t.Class == Mark && !opening:
			if t.Class == Mark && t.Norm != "%" {
				number = false
			}
			continue
		case content && !(number && t.Content()):
			out = append(out, Span{start, t.Start})
			start, content = t.Start, false
		}
		number = t.Class == Number
		content = content || t.Content()
	}
	if start < len(src.r) {
		out = append(out, Span{start, len(src.r)})
	}
	return out
}
