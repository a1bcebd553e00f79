package diff

import "plandiff/lang"

// grammarEn reads English sentences: one clause each until it learns more.
var grammarEn = grammar{
	parse: func(rd *reader, s *sentence) {
		s.clauses = []clause{{end: len(s.r)}}
		s.promises = true
	},
	predicate: func(*sentence, *clause, hit) bool { return true },
	heads:     func(*sentence) []head { return nil },
	gap:       10,
	core:      func(_ []rune, m lang.Span, _ bool) lang.Span { return m },
}

var _ = lang.Span{}
