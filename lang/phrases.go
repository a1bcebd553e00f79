package lang

// phrasesJa groups tokens to bunsetsu: a run of content words (a compound stays whole, a number keeps its counter) with the
// function words and closing marks after it. Opening brackets go with what follows.
func phrasesJa(tokens []Token) []Span {
	var out []Span
	start, tail, stop := 0, false, false // tail: the function words of the phrase have begun; stop: its sentence has ended
	for _, t := range tokens {
		opening := t.Class == Mark && closes([]rune(t.Norm)[0]) != 0
		if (t.Content() || opening || lightVerb(t)) && tail || stop && t.Class != Mark && t.Class != Space {
			out = append(out, Span{start, t.Start})
			start, tail = t.Start, false
		}
		stop = t.Norm == "。"
		if t.Class == Function || t.Class == Space || t.Class == Inflected || t.Class == Mark && !opening && joinsJa(t.Norm) {
			tail = true
		}
	}
	return endPhrase(out, tokens, start)
}

// lightVerb says whether a function word is a verb in kanji that takes an object: 研修を | 行う.
func lightVerb(t Token) bool {
	if t.Class != Function {
		return false
	}
	switch []rune(t.Text)[0] {
	case '行', '図', '得', '経':
		return true
	}
	return false
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
func phrasesEn(tokens []Token) []Span {
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
	return endPhrase(out, tokens, start)
}

// endPhrase adds the last phrase.
func endPhrase(out []Span, tokens []Token, start int) []Span {
	if n := len(tokens); n > 0 && start < tokens[n-1].End {
		out = append(out, Span{start, tokens[n-1].End})
	}
	return out
}
