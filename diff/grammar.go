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
	if s.lacks(cue) {
		return false
	}
	for _, h := range s.hits {
		if h.cue == cue && h.start >= start && h.end <= end {
			return true
		}
	}
	return false
}

// startsWith says whether a cue of that class opens the sentence, a few runes of 「」 or ・ aside.
func (s *sentence) startsWith(cue string, from int) bool {
	for _, h := range s.hits {
		if h.cue == cue && h.start >= from && h.start <= from+1 {
			return true
		}
	}
	return false
}

// endsIn says whether a cue of that class is the last thing before the full stop.
func (s *sentence) endsIn(cue string) bool {
	if s.lacks(cue) {
		return false
	}
	end := len(trimMarks(s.r))
	for _, h := range s.hits {
		if h.cue == cue && h.end >= end {
			return true
		}
	}
	return false
}

// lacks says at a glance that a sentence holds no cue of that class, which is so of most that are asked for.
func (s *sentence) lacks(cue string) bool { return s.classes != 0 && s.classes&classBit(cue) == 0 }

// classBit is a bit for a class of cue words; a few classes share one.
func classBit(cue string) uint64 {
	n := len(cue)
	return 1 << ((n*7 + int(cue[0])*3 + int(cue[n/2])*11 + int(cue[n-1])) & 63)
}
