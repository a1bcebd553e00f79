package lang

import "strings"

// sentencesJa cuts after 。！？ (and after ． where it follows kana or kanji) outside brackets, and at line breaks.
// What closes after the stop (」 or ）) belongs to the sentence before.
func sentencesJa(src *source) []Span {
	r := src.n
	inside := depths(r)
	var out []Span
	start := 0
	for i := 0; i < len(r); i++ {
		if inside != nil && inside[i] {
			continue
		}
		c, end := r[i], 0
		switch {
		case c == '。' || src.r[i] == '！' || src.r[i] == '？':
			end = i + 1
		case c == '.' && i > 0 && (isHiragana(r[i-1]) || isKanji(r[i-1])) && (i+1 == len(r) || !isDigit(r[i+1])):
			end = i + 1
		case (c == '.' || c == '!' || c == '?') && stopEn(r, i):
			end = i + 1
		case c == '\n':
			end = i
		default:
			continue
		}
		for end < len(r) && end > i && (r[end] == c || isCloser(r[end]) && r[end] != '\'' && r[end] != '"') {
			end++
		}
		out = appendTrimmed(out, src.r, start, end)
		start, i = end, max(i, end-1)
	}
	return appendTrimmed(out, src.r, start, len(r))
}

// sentencesEn cuts after . ! ? where a new sentence can begin, and at line breaks.
func sentencesEn(src *source) []Span {
	r := src.n
	var out []Span
	start := 0
	for i := 0; i < len(r); i++ {
		end := 0
		switch c := r[i]; {
		case c == '。', (c == '.' || c == '!' || c == '?') && stopEn(r, i):
			end = i + 1
			for end < len(r) && isCloser(r[end]) {
				end++
			}
		case c == '\n' || c == '(' && i > start && enumeratorEn(r, start, i):
			end = i
		default:
			continue
		}
		out = appendTrimmed(out, src.r, start, end)
		start, i = end, max(i, end-1)
	}
	return appendTrimmed(out, src.r, start, len(r))
}

// enumeratorEn says whether (a), (ii) or (3) at i begins a point of a list: one stands before it in ":" or ";" (with "and" or "or"), or a full stop.
func enumeratorEn(r []rune, start, i int) bool {
	j := i + 1
	for j < len(r) && j < i+4 && (r[j] >= 'a' && r[j] <= 'z' || isDigit(r[j])) {
		j++
	}
	if j == i+1 || j >= len(r) || r[j] != ')' || j > i+2 && !isDigit(r[i+1]) && r[i+1] != 'i' && r[i+1] != 'v' && r[i+1] != 'x' {
		return false
	}
	before := strings.TrimRight(string(r[start:i]), " ")
	for _, w := range []string{"and", "or"} {
		before = strings.TrimRight(strings.TrimSuffix(before, " "+w), " ")
	}
	return before != "" && strings.ContainsRune(":;.", rune(before[len(before)-1]))
}

// abbreviations end with a full stop that seldom ends a sentence. Those with a capital only before a number or a name.
var abbreviations = map[string]bool{
	"e.g": true, "i.e": true, "mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "cf": true, "vs": true, "approx": true, "incl": true, "resp": true,
	"st": true, "art": true, "arts": true, "sec": true, "sect": true, "para": true, "paras": true, "ch": true, "chap": true, "fig": true, "figs": true,
	"vol": true, "pp": true, "p": true, "ca": true, "c": true, "viz": true, "gen": true, "col": true, "dept": true, "ref": true, "app": true, "u.s": true, "u.k": true, "u.n": true, "e.u": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true, "nov": true, "dec": true,
}

// stopEn says whether the . ! or ? at i ends an English sentence.
func stopEn(r []rune, i int) bool {
	next := i + 1
	for next < len(r) && isCloser(r[next]) {
		next++
	}
	if next == len(r) {
		return true
	}
	if !isSpace(r[next]) {
		return glued(r, i)
	}
	for next < len(r) && isSpace(r[next]) {
		next++
	}
	if next == len(r) {
		return true
	}
	c := r[next]
	begins := isUpper(c) || isDigit(c) || c == '"' || c == '\'' || closes(c) != 0 || c == '-' || c == '•' || isKanji(c) || isKatakana(c) || isHiragana(c)
	if r[i] != '.' {
		return begins
	}
	if !begins {
		return false
	}
	start := i
	for start > 0 && (isLatin(r[start-1]) || r[start-1] == '.' && start > 1 && isLatin(r[start-2])) {
		start--
	}
	word := strings.ToLower(string(r[start:i]))
	switch {
	case word == "no" || word == "nos":
		return !isDigit(c)
	case i-start == 1 && isUpper(r[start]) && (start == 0 || r[start-1] != '.'):
		return word == "i" || lettered(r, start) // an initial: J. Smith
	case abbreviations[word]:
		return false
	}
	return true
}

// glued says whether a sentence ends at i though no blank follows, as where passages were joined: "from the air.It will", "at night.14 crews",
// "the EU.E-mails". What stands before must be the end of a word, a number of a sentence or a bracket, and what stands after the beginning of a
// sentence; names such as U.S., 3.A, v2.1 and example.org are not taken for it.
func glued(r []rune, i int) bool {
	if i < 2 || i+2 >= len(r) {
		return false
	}
	before, last, next := r[i-2], r[i-1], r[i+1]
	switch {
	case isDigit(next):
		start := i // "were visited.12 more": a word of some length, which no label before a number is
		for start > 0 && isLatin(r[start-1]) && !isUpper(r[start-1]) {
			start--
		}
		if i-start < 3 || start > 0 && (isLatin(r[start-1]) || r[start-1] == '.' || r[start-1] == '/' || r[start-1] == '@') {
			return false
		}
		word := string(r[start:i])
		return !abbreviations[word] && word != "nos" && word != "ver" && word != "item" && word != "section" && word != "chapter" && word != "www"
	case !isUpper(next):
		return false
	case r[i+2] == '-' || r[i+2] == '\'':
		if i+3 >= len(r) || !isLatin(r[i+3]) { // E-mails, O'Brien
			return false
		}
	case !(isLatin(r[i+2]) && !isUpper(r[i+2]) || isSpace(r[i+2])) && !(i+3 < len(r) && isLatin(r[i+2]) && !isLatin(last)): // "5,000.CCTV"
		return false
	}
	switch {
	case isLatin(last) && isUpper(last) && isSpace(before):
		return lettered(r, i-1) // "hepatitis E.Hospitals"
	case isLatin(last):
		return isLatin(before) && (isUpper(last) == isUpper(before) || !isUpper(last))
	case isDigit(last): // "by 2026.The", "in item 4.The"; not the label of what it begins: "1.The"
		return isDigit(before) || i > 3 && isSpace(before) && isLatin(r[i-3])
	}
	return last == '%' || isCloser(last)
}

// appendTrimmed adds the span without the white space around it, unless nothing is left of it.
func appendTrimmed(out []Span, r []rune, start, end int) []Span {
	for start < end && isSpace(r[start]) {
		start++
	}
	for start < end && isSpace(r[end-1]) {
		end--
	}
	if start == end {
		return out
	}
	return append(out, Span{start, end})
}

// byLetter are nouns that a letter tells apart: hepatitis E, annex B. The letter is no initial, so that a full stop behind it ends a sentence.
var byLetter = map[string]bool{"hepatitis": true, "vitamin": true, "phase": true, "category": true, "class": true, "group": true, "grade": true, "type": true, "annex": true, "appendix": true, "schedule": true, "part": true, "section": true,
	"level": true, "plan": true, "option": true, "zone": true, "terminal": true, "line": true, "block": true, "building": true, "hall": true, "berth": true, "gate": true, "band": true, "stage": true, "list": true, "table": true, "form": true, "site": true, "lot": true}

// lettered says whether the single letter at i stands behind such a noun.
func lettered(r []rune, i int) bool {
	end := i
	for end > 0 && isSpace(r[end-1]) {
		end--
	}
	start := end
	for start > 0 && isLatin(r[start-1]) {
		start--
	}
	return end < i && byLetter[strings.ToLower(string(r[start:end]))]
}
