// Package words tells how one text was changed into another, in units that a reader of plans sees: phrases.
//
// In: two texts and their language. Out: Edits; Equal and Delete runs joined are the old text, Equal and Insert runs the new
// one, byte for byte. Numbers and years are never cut in two, and a word of a compound is never cut inside.
//
//	words.Diff(lang.Of("ja"), "都道府県の職員に研修を行う。", "都道府県及び市町村の職員に研修を行う。")
//	// = 都道府県  + 及び市町村  = の職員に研修を行う。
//
// # How
//
// Both texts are made valid UTF-8 in NFC (Clean; texts of an edition already are) and cut into tokens (package lang). Each distinct token gets
// a rune, past the surrogates, which no string can hold; sergi/go-diff compares the two strings of runes. Tokens past the last of the 1.1 million runes share
// it, so every match is checked against the texts. DiffTimeout is 0: the default of one second would make the output depend on how busy the machine is.
//
// Then matches of mere particles between two changes are taken back, and replacements grow to whole phrases; an insertion or deletion of
// whole words inside a phrase stays as small as it is.
//
// # Limits
//
// Myers' algorithm costs time in proportion to length times changes. Texts of more than 6,000 tokens are cut at
// the sentences that both have; a stretch between two such sentences that is itself longer is shown as replaced.
package words
