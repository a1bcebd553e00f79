// Package lang is what the program knows of a language: where sentences end, what the words are, which numbers, dates
// and ministries a sentence names, and when two texts say the same but for layout. It knows nothing of plans.
//
// In: text as it stands in an edition. Out: spans and values with rune offsets into that very text, so that whatever is
// found can be quoted verbatim. No function changes or drops a rune of what it is given.
//
//	ja := lang.Of("ja")
//	s := "研修を年２回実施し、延べ1,240人の職員が参加した（令和６年度末まで。）。次回は未定。"
//	ja.Sentences(s)  // two: the 。 inside the brackets ends none
//	ja.Quantities(s) // 2 回 a year (frequency); 1240 人, counts 職員, a running total
//	ja.Dates(s)      // fiscal year 2024, to 2025-03-31, a deadline
//
// # Why no dictionary
//
// A morphological dictionary costs 0.35 s and 80 MB at start-up (measured with the smallest one at hand) and splits
// numbers, while administrative Japanese is regular: content stands in kanji, katakana, Latin letters and digits, and
// grammar in hiragana. So words come from character classes, a short list of function words, known suffixes and
// prefixes, and the fact that Sino-Japanese compounds are built of two-character words. The price: an unusual
// kanji run may be cut in another place than a dictionary would cut it; it is cut alike wherever it comes again, which is
// what alignment and diff need.
//
// # Limits
//
// Two languages, ja and en; anything else is treated as ja. Relative dates (年度内, "next year") need the edition's fiscal
// year: see Date.In. Eras before 昭和 are unknown. Number words in English up to the hundreds of millions.
package lang
