/*
Package schema holds the nouns that people write to disk, and nothing else of plandiff: the edition (one year of a plan
document), gold labels, configuration, baselines and reviews, and the vocabulary of the flags. It imports no other room.

In: YAML. Load, LoadGold, LoadConfig, LoadBaseline and LoadReviews read strictly: unknown and duplicate keys, wrong types and
words that are not in the vocabulary are mistakes, all reported at once with file:line:col and the line itself:

	2024.yaml:9:18: unknown key "labell": did you mean "label"? have id, label, title, …
	    9 |       - {id: 3/オ, labell: オ}
	      |                    ^

Out: Go values that know where they stood (Pos), and YAML again. Marshal and Format share one layout, so that

	e, err := schema.Load("2024.yaml")   // a file that read or fmt wrote
	b, err := schema.Canonical(e)        // the same bytes, but for comments

Loading and validating are two things: a document whose labels are missing or whose years contradict each other loads, so
that a person can mend it; Validate finds what is wrong with it, and package check makes findings of that.

AssignIDs makes the ids of sections and items from printed numbers and labels; Ordinals, Follows and SeriesOf know how
labels count (ア イ ウ, イ ロ ハ, 1 2 3, a b c, ①).

Limits: MaxBytes, MaxDepth, MaxNodes and MaxItems bound every file; aliases count as often as they are used. One document
per file, UTF-8. Aliases and tags are read (plain PyYAML writes aliases) but never written.

The published JSON Schemas (JSONSchema, folder json) are made from the Go types and their comments by `go test ./schema -update`.
*/
package schema
