package lang

import "strings"

// functionEn are the words of English that carry grammar rather than matter.
var functionEn = set(`a an the this that these those it its they their them he she his her we our us you your i my who whom whose which what
and or but nor so yet as than if because since while whereas although though unless whether also both either neither not no
of to in on at by for with from into onto upon over under about against between among amongst through throughout during within without across along around towards toward via per after before until till up out off down
is are was were be been being am has have had having do does did doing will would shall should may might can could must ought
there here then when where why how all each every any some such other another more most less least few many much own same very too only just even still
again further once therefore thus hence however moreover furthermore accordingly well etc`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// tokensEn cuts at blanks and marks; years, decimals, hyphenated and dotted names stay whole.
func tokensEn(src *source) []Token {
	r := src.n
	out := make([]Token, 0, len(r)/4+1)
	for i := 0; i < len(r); {
		c, j := r[i], i+1
		t := Token{Start: i}
		switch {
		case isSpace(c):
			for j < len(r) && isSpace(r[j]) {
				j++
			}
			t.Class, t.Norm = Space, " "
		case isDigit(c):
			n, _ := scanNumber(r, i)
			t.Class, j = Number, max(j, n.end)
			for j+1 < len(r) && strings.ContainsRune(".-/–", r[j]) && isDigit(r[j+1]) { // 2024-25, 3.2.1
				for j++; j < len(r) && isDigit(r[j]); j++ {
				}
			}
			for j < len(r) && isLatin(r[j]) { // 3rd, 5G, 2m
				j++
			}
			t.Norm = strings.ReplaceAll(strings.ToLower(string(r[i:j])), ",", "")
		case isLatin(c):
			j = wordEnd(r, i)
			t.Class, t.Norm = Latin, strings.ToLower(string(r[i:j]))
			switch {
			case functionEn[t.Norm]:
				t.Class = Function
			case smallNumbers[t.Norm] > 0:
				t.Class, t.Norm = Number, formatNumber(smallNumbers[t.Norm])
			default:
				t.Norm = Stem(t.Norm)
			}
		case isKanji(c) || isHiragana(c) || isKatakana(c):
			for j < len(r) && (isKanji(r[j]) || isHiragana(r[j]) || isKatakana(r[j])) {
				j++
			}
			t.Class, t.Norm = Kanji, string(r[i:j])
		default:
			t.Class, t.Norm = Mark, string(c)
		}
		t.End, t.Text = j, src.text(i, j)
		out = append(out, t)
		i = j
	}
	return out
}

// wordEnd finds the end of an English word: letters and digits, with single hyphens, apostrophes, dots and ampersands inside.
func wordEnd(r []rune, i int) int {
	j := i + 1
	for j < len(r) {
		if isLatin(r[j]) || isDigit(r[j]) {
			j++
			continue
		}
		if strings.ContainsRune("-.&'_", r[j]) && j+1 < len(r) && (isLatin(r[j+1]) || isDigit(r[j+1])) && (r[j] != '.' || j-i == 1 || !isUpper(r[j+1])) {
			if r[j] == '\'' && r[j+1] == 's' && (j+2 == len(r) || !isLatin(r[j+2])) {
				return j // the agency's: the s is grammar
			}
			j += 2
			continue
		}
		break
	}
	return j
}

// irregular stems of words that plans are full of.
var irregular = map[string]string{"held": "hold", "begun": "begin", "began": "begin", "set": "set", "made": "make", "gave": "give", "given": "give", "took": "take", "taken": "take", "brought": "bring", "built": "build", "drew": "draw", "drawn": "draw", "laid": "lay", "met": "meet", "ran": "run", "sent": "send", "found": "find", "kept": "keep", "went": "go", "gone": "go", "wrote": "write", "written": "write", "taught": "teach", "thought": "think", "sought": "seek", "led": "lead", "left": "leave", "grew": "grow", "grown": "grow", "chosen": "choose", "chose": "choose", "put": "put", "paid": "pay", "sold": "sell", "told": "tell", "spent": "spend", "won": "win", "bought": "buy", "undertook": "undertake", "undertaken": "undertake", "overseen": "oversee", "oversaw": "oversee", "women": "woman", "men": "man", "children": "child", "people": "person", "criteria": "criterion", "bodies": "body", "analyses": "analysis", "data": "data", "media": "media", "studied": "study", "studies": "study", "studying": "study", "agencies": "agency",
	"bound": "bind", "withdrew": "withdraw", "withdrawn": "withdraw", "became": "become", "caught": "catch", "dealt": "deal", "did": "do", "done": "do", "drove": "drive", "driven": "drive", "fell": "fall", "fallen": "fall", "flew": "fly", "flown": "fly", "fought": "fight", "heard": "hear", "known": "know", "knew": "know", "lost": "lose", "lent": "lend", "lit": "light", "meant": "mean", "rose": "rise", "risen": "rise", "saw": "see", "seen": "see", "shown": "show", "spoke": "speak", "spoken": "speak", "stood": "stand", "struck": "strike", "understood": "understand", "wore": "wear", "broke": "break", "broken": "break", "came": "come", "got": "get", "sat": "sit", "shook": "shake", "showed": "show", "stolen": "steal", "swam": "swim", "threw": "throw", "thrown": "throw", "overcame": "overcome", "forbade": "forbid", "froze": "freeze", "frozen": "freeze", "hid": "hide", "hidden": "hide", "rode": "ride", "dug": "dig", "fed": "feed", "bred": "breed", "sank": "sink", "sunk": "sink", "sprang": "spring", "swept": "sweep", "wound": "wind", "underwent": "undergo", "arose": "arise"}

// pastForms are the irregular past forms; participles and plurals that look like other words are left out.
var pastForms = set(`held begun began made gave took brought built drew laid met ran sent found kept went wrote taught thought sought led left grew chose paid sold told spent won bought undertook oversaw withdrew became caught dealt did drove fell flew fought heard knew lost lent rose saw spoke stood struck understood broke came got sat showed overcame swept underwent arose`)

// PastForm says whether a lower-case English word is an irregular past form: took, held. Regular ones end in -ed.
func PastForm(w string) bool { return pastForms[w] }

// Stem strips the inflection from a lower-case English word, so that train, trains, trained and training meet. It is a
// light stemmer: plural and verb endings and the silent e, no derivation; two words meet when their stems are equal, and a
// stem need not be a word.
func Stem(w string) string {
	if s, ok := irregular[w]; ok {
		return trimE(s)
	}
	n := len(w)
	if n < 4 || w[n-1] >= 0x80 {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "ied"):
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "xes"):
		return w[:n-2]
	case strings.HasSuffix(w, "ing") && vowel(w[:n-3]) && n > 5:
		return undouble(w[:n-3])
	case strings.HasSuffix(w, "ed") && vowel(w[:n-2]) && !strings.HasSuffix(w, "eed"):
		return undouble(w[:n-2])
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return trimE(w[:n-1])
	}
	return trimE(w)
}

func vowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// undouble takes back the doubling of planned → plan, and the silent e.
func undouble(s string) string {
	n := len(s)
	if n > 2 && s[n-1] == s[n-2] && !strings.ContainsRune("lsz", rune(s[n-1])) {
		return s[:n-1]
	}
	return trimE(s)
}

func trimE(s string) string {
	if len(s) > 3 && s[len(s)-1] == 'e' {
		return s[:len(s)-1]
	}
	return s
}
