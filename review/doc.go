// Package review keeps people's judgements of the flags: who said what of which item, on which words, and what became of
// it. People decide; the tool proposes.
//
// In goes a reviews file (schema.Reviews), a comparison, and for carrying a lineage. Out come the file with an edit in it
// ([Update]), the verdicts that count ([Apply]), annotations in the next edition ([Carry]), two files as one ([Merge]),
// gold labels ([Gold]) and how far reviewers agree ([Agree]).
//
//	reviews/2024.yaml ─► Load ─┬─► Apply (comparison) ─► reports, checks: the tool's label and the person's side by side
//	                           ├─► Carry (lineage) ────► reviews/2025.yaml: as it was, needs-recheck, or orphaned
//	                           ├─► Merge, Agree, Gold
//	                           └─► Update: lock, read, splice, write beside, rename
//
// A worked example: to accept an annotation,
//
//	_, err := review.Update(ctx, "reviews/2024.yaml", func(d *review.Draft) error {
//		a := *d.Find("r1f0c2a9e")
//		a.State = schema.Accepted
//		return d.Set(a)
//	})
//
// The file belongs to people. An edit is spliced into its text at the places that the YAML parser names: every other byte
// stays, comments and quotes too. Before anything is written the new text is loaded again and must say exactly what was
// wanted and hold every comment it held; a layout that defeats the splice is laid out anew first, or the edit is refused.
//
// What an annotation stands on. It names edition and item, and the digest of the texts that were judged: never the verdict,
// so a better classifier orphans no note. A confirmation keeps the labels it confirmed. Words are anchored as a W3C
// TextQuoteSelector: exact words, what stands before and after, and rune positions.
//
// Carrying is careful rather than clever. An annotation goes only into the item that follows by the lineage and into the
// same column; its words must be at least 0.85 alike there and clearly better than the second place. Text that changed
// under a verdict makes it needs-recheck, an annotation without a home is orphaned, and each says where it came from.
//
// Limits. The lock is advisory: an editor that ignores it is noticed when it wrote before the rename, not in the
// microseconds of the rename itself. A verdict is of a whole item, also where it quotes words; commitments have none.
package review
