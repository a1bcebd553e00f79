package diff

import "plandiff/lang"

// grammar is what the engine needs of a language beyond lang: how a sentence falls into clauses and lists, and what
// its predicates say. A language is one value of it, in one file (grammar_ja.go).
type grammar struct {
	// parse fills clauses, lists and the flags of a sentence whose runes, hits, quantities and dates are there.
	// It sees the text, and in English the column and the mark, and nothing else: what it finds is remembered for the same sentence elsewhere.
	parse func(rd *reader, s *sentence)
	// predicate says whether a cue word is what its clause says, not an attribute of something named in it:
	// 「整備を完了した」, not 「整備を完了した事業者を支援する」.
	predicate func(s *sentence, c *clause, h hit) bool
	// core cuts a member of a list to what it adds: 九州 of 「中国及び九州の各県」.
	core func(r []rune, member lang.Span, last bool) lang.Span
	// heads finds words that widen or limit a noun phrase, with its noun.
	heads func(s *sentence) []head
	// features are what alignment compares; nil: featuresOf's own way.
	features func(r []rune) []uint64
	// gap is how many runes may stand between the ministries that open a sentence.
	gap int
}

// series is a coordination: 小学校、中学校及び高等学校.
type series struct {
	members []lang.Span
	start   int
	end     int
	open    bool // 等, and others: names only some
	clause  int  // index of its clause
	acts    bool // its members are acts: 収集・分析
	light   bool // its verb says only that something is done, so that its last member is an act
}

// head is a noun phrase with a quantifier: 全国の全ての消防本部.
type head struct {
	noun       lang.Span
	quantifier lang.Span
	universal  bool // 全ての; else partial: 主要な
}

func grammarOf(l *lang.Language) grammar {
	if l.Code == "en" {
		return grammarEn
	}
	return grammarJa
}

// clauseAt returns the clause in which a rune stands.
func (s *sentence) clauseAt(i int) *clause {
	for k := range s.clauses {
		if i < s.clauses[k].end {
			return &s.clauses[k]
		}
	}
	return &s.clauses[len(s.clauses)-1]
}

// has says whether a cue of that class stands in [start, end).
func (s *sentence) has(cue string, start, end int) bool {
	for _, h := range s.hits {
		if h.cue == cue && h.start >= start && h.end <= end {
			return true
		}
	}
	return false
}
