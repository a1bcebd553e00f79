package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
	"plandiff/schema"
)

// reader turns the texts of one edition into what the rules ask of them. It is immutable and shared by all workers.
type reader struct {
	lang   *lang.Language
	cues   *cueBook
	years  schema.Years
	weight map[uint64]float64 // of a feature over the whole edition; nil before the first pass
	brief  bool               // labels are asked for, and of the facts deadlines: see finished
	memo   *memo              // what was read already of the item at hand; not shared: see reader.at
}

// sentence is one sentence of an item with all that the rules ask of it. Offsets in it count runes from its own start.
type sentence struct {
	Sentence
	column     schema.Column
	by         []string
	mark       string
	raw        []rune // the text
	brief      bool   // of Japanese: nobody asks for quotes, see reader.brief
	r          []rune // the same with widths evened out, rune for rune
	clauses    []clause
	hits       []hit
	classes    uint64 // of Japanese, whose hits stay as they were read: a bit for each class of cue words in it; else 0
	lists      []series
	quantities []lang.Quantity
	dates      []lang.Date
	ministries []lang.Mention
	features   []uint64 // sorted, each once
	bodies     []uint64 // of English: the words of the names of public bodies, which are not among the features
	words      []wordEn // of English, by which its grammar reads; else nil
	leadIn     bool     // announces what follows and promises nothing itself
	joins      bool     // goes on with the commitment of the sentence before it
	follows    bool     // speaks of what the sentence before it said
	self       bool     // speaks of the measure itself: 本施策, this measure
	promises   bool     // something is to be done
	permits    bool     // of English: what is promised is only what somebody may do
	turn       turn     // of English: what it tells of the commitment before it, having no act of its own; see turnOf
	phrase     turn     // of English: what a phrase of it tells of its own act; see phraseOf
	turns      bool     // of English: it does nothing but tell its turn
	turnRead   bool
	phraseRead bool
}

// clause is a stretch of a sentence with one predicate of its own.
type clause struct {
	start, end int
	kind       clauseKind
	tense      tense
	negated    bool
	verb       string // what is done, without light verbs: 検討 of 検討を行う
	object     string // content word governed by the verb, "" if none
	stage      stage
	features   []uint64
	own        []uint64 // features without those of ministries: 水産 of 農林水産省 is no word of the promise
	inherits   bool     // has the tense of the clause behind it: 調査し、
	permits    bool     // tells what somebody may do: users may ring the desk
	contrast   bool     // …ものの、 …が、: what follows outweighs it
}

type clauseKind uint8

const (
	mainClause    clauseKind = iota // an act
	purposeClause                   // …するため、
	reasonClause                    // …したことから、
	ifClause                        // …した場合には、
)

type tense uint8

const (
	planned tense = iota // する, will
	past                 // した, was
	ongoing              // している, is being
)

// stage is how far an act goes on the way from an idea to daily use.
type stage int8

const (
	noStage  stage = iota
	studying       // 調査・検討
	drafting       // 策定・試行
	doing          // 実施・導入
	running        // 運用・定着
)

// foldRunes evens out widths rune for rune, so that offsets stay.
func foldRunes(s string) []rune {
	r := []rune(s)
	fold(r)
	return r
}

func fold(r []rune) {
	for i, c := range r {
		switch {
		case c >= 0xFF01 && c <= 0xFF5E:
			r[i] = c - 0xFEE0
		case c == 0x3000 || c == 0xA0:
			r[i] = ' '
		case c == '､':
			r[i] = '、'
		case c == '｡':
			r[i] = '。'
		case c == '，':
			r[i] = '、'
		}
	}
}

// sentencesOf reads a column of an item.
func (rd *reader) sentencesOf(item *schema.Item, column schema.Column) []*sentence {
	var out []*sentence
	for p, passage := range item.Column(column) {
		for _, cut := range rd.memo.cut(rd.lang, passage.Text) {
			if rd.empty(cut.Text) {
				continue
			}
			s := &sentence{Sentence: cut, column: column, by: passage.By, mark: passage.Mark}
			s.Passage = p
			if cut.Start > 0 && len(out) > 0 {
				s.mark = ""
			}
			rd.analyse(s)
			if len(out) == 0 {
				s.joins = false
			}
			out = append(out, s)
		}
	}
	for i, s := range out { // a lead-in announces something: the last sentence leads in to nothing
		s.leadIn = s.leadIn && i+1 < len(out)
	}
	return out
}

// longestEmpty is more letters than what stands for an empty cell has.
const longestEmpty = 9

// empty says whether a sentence only stands for an empty cell: ―, （なし）.
func (rd *reader) empty(text string) bool {
	var word []rune
	for _, c := range text {
		if unicode.IsLetter(c) && c != 'ー' || unicode.IsDigit(c) {
			if word = append(word, unicode.ToLower(c)); len(word) == longestEmpty {
				return false
			}
		}
	}
	return len(word) == 0 || slices.Contains(rd.cues.words["no-text"], string(word))
}

// analyse fills what does not depend on other sentences.
func (rd *reader) analyse(s *sentence) {
	key := s.Text
	if rd.lang.Code == "en" {
		key = string(s.column) + "\n" + s.mark + "\n" + key // its grammar asks for these
	}
	read := rd.memo.sentences[key]
	if read == nil {
		read = &sentence{Sentence: Sentence{Text: s.Text}, column: s.column, mark: s.mark}
		rd.read(read)
		rd.memo.sentences[key] = read
	}
	own := *read
	own.Sentence, own.column, own.by, own.mark = s.Sentence, s.column, s.by, s.mark
	own.brief = rd.brief && rd.lang.Code != "en"
	own.dates = slices.Clone(read.dates)
	for i := range own.dates {
		own.dates[i] = own.dates[i].In(rd.yearOf(s.column))
	}
	*s = own
}

// read fills what depends on the text alone, and in English on the column and the mark.
func (rd *reader) read(s *sentence) {
	s.raw = []rune(s.Text)
	s.r = slices.Clone(s.raw)
	fold(s.r)
	if rd.lang.Code == "en" {
		lowerRunes(s.r)
	}
	s.hits = rd.cues.find(s.r)
	n := rd.memo.names(rd.lang, s.Text)
	s.quantities, s.dates, s.ministries = n.quantities, n.dates, n.ministries
	grammarOf(rd.lang).parse(rd, s)
	for i := range s.clauses {
		c := &s.clauses[i]
		c.features = rd.featuresOf(withoutBodies(s, c))
		c.own = rd.ownFeatures(s, c)
		s.features = append(s.features, c.features...)
	}
	slices.Sort(s.features)
	s.features = slices.Compact(s.features)
	for _, m := range s.ministries {
		if s.words != nil {
			s.bodies = append(s.bodies, rd.featuresOf(s.r[m.Span.Start:m.Span.End])...)
		}
	}
}

// ownFeatures are the features of a clause without the ministries that it names: who acts is none of what is done.
func (rd *reader) ownFeatures(s *sentence, c *clause) []uint64 {
	var text []rune
	for _, m := range s.ministries {
		if m.Span.Start < c.start || m.Span.End > c.end {
			continue
		}
		if text == nil {
			text = slices.Clone(s.r[c.start:c.end])
		}
		for i := m.Span.Start; i < m.Span.End; i++ {
			text[i-c.start] = ' '
		}
	}
	if text == nil || rd.lang.Code == "en" { // English names of ministries hold the words of their field less often
		return c.features
	}
	return rd.featuresOf(text)
}

// yearOf is the fiscal year in which a column's relative dates (年度内) lie.
func (rd *reader) yearOf(c schema.Column) int {
	if c == schema.NextPlan && rd.years.NextPlan != 0 {
		return rd.years.NextPlan
	}
	return rd.years.Plan
}

// featuresOf are what alignment compares: bigrams of kanji runs, katakana and Latin words, words of English.
func (rd *reader) featuresOf(r []rune) []uint64 {
	if g := grammarOf(rd.lang); g.features != nil {
		return g.features(r)
	}
	out := make([]uint64, 0, len(r))
	for i := 0; i < len(r); {
		switch c := r[i]; {
		case joinsWordsJa(r, i):
			i += 2
		case isHan(c):
			j := i + 1
			for j < len(r) && isHan(r[j]) && !joinsWordsJa(r, j) {
				j++
			}
			if j == i+1 && !lightVerbJa(c) { // a word of one kanji: 雪, 促す
				out = append(out, uint64(c))
			}
			if j == i+1 && j+1 < len(r) && isHan(r[j+1]) && strings.ContainsRune(stemEndJa, r[j]) { // 聞き取り is 聞取り, 受け入れ is 受入れ
				out = append(out, uint64(r[j-1])<<24|uint64(r[j+1]))
			}
			for k := i; k+1 < j; k++ {
				out = append(out, uint64(r[k])<<24|uint64(r[k+1]))
			}
			i = j
		case isKana(c) || c < 0x3000 && unicode.IsLetter(c):
			j, word := i+1, isKana(c)
			for j < len(r) && (word && isKana(r[j]) || !word && (r[j] < 0x3000 && (unicode.IsLetter(r[j]) || unicode.IsDigit(r[j])) || r[j] == '-')) {
				j++
			}
			if f, ok := rd.wordFeature(r[i:j]); ok {
				out = append(out, f)
			}
			i = j
		default:
			i++
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// wordFeature hashes a word (FNV-1a), English words by their first six letters without common endings.
func (rd *reader) wordFeature(w []rune) (uint64, bool) {
	if len(w) < 2 {
		return 0, false
	}
	if !isKana(w[0]) {
		w = stemRunes(w)
	}
	h := uint64(14695981039346656037)
	for _, c := range w {
		h = (h ^ uint64(unicode.ToLower(c))) * 1099511628211
	}
	return h | 1<<63, true
}

// stemRunes cuts the commonest English endings, enough for words to meet themselves in another form.
func stemRunes(w []rune) []rune {
	for _, ending := range []string{"ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "e", "y"} {
		if n := len(ending); len(w) >= n+4 && string(w[len(w)-n:]) == ending {
			return w[:len(w)-n]
		}
	}
	return w
}

func isHan(c rune) bool {
	if c >= 0x3041 && c <= 0x30FF { // kana: most runes that are asked, beside kanji
		return false
	}
	return c >= 0x4E00 && c <= 0x9FFF || c == '々' || unicode.Is(unicode.Han, c)
}

func isKana(c rune) bool { return c >= 0x30A1 && c <= 0x30FA || c == 'ー' }
func isHira(c rune) bool { return c >= 0x3041 && c <= 0x309F }

func containsRunes(r, w []rune) bool {
	for i := 0; i+len(w) <= len(r); i++ {
		if startsAt(r, i, w) {
			return true
		}
	}
	return false
}
