// Package read turns documents into editions: bytes in, schema.Edition out. One file (or a few) per input format, a row each
// in Formats; what a family of documents looks like (column heads, markers, labels, headings, furniture) is a profile, a file
// in profiles/ or of the user's.
//
//	r, err := read.File(ctx, "plan.pdf", read.Options{})
//	fmt.Println(r.Edition.Sections[0].Items[0].Label, r.Profile, r.Notes)
//
// Nothing is dropped: every character of a document goes into a cell, a heading or an excerpt, into furniture that has a name
// (running title, page number, column heads, prose, text around the page), or into the edition's unplaced list, which
// Result.Notes repeats with page and line.
//
//	bytes ─► Formats (magic bytes, content, ending) ─► decoder (pdf, text …) ─► []part ─► assemble ─► schema.Edition
//	                                                         ▲                              ▲
//	                                                      Profile ──────────────────────────┘
//
// A decoder knows pages, lines and columns and hands over parts: rows, headings, excerpts, furniture, unplaced. assemble knows
// items: it joins rows that a page cut, splits the outcome column at its markers, takes [省庁] heads and bullets out of the
// text, and puts items under their headings.
//
// # Page text
//
// What a PDF-to-text step leaves of a ruled table with two text columns is lines of the left column (last year's plan), lines
// of the right one (results and next plan), and lines that hold both, in an order that follows height on the page, or blocks
// that the tool saw, not meaning:
//
//	(ア) 総務省                                     label, ministry
//	                                                 left │ right
//	総務省において、離島の郵便の配 <成果・進捗状況>     L1 │ R1      one line, both columns
//	達に無人機を用いる実証を行う。                      L2 │
//	・二つの島で実証を行い、配達に要する時間を測            │ R2      a line each; whose is it?
//	定した。                                                │ R3
//	<2024 年度年次計画>                                     │ R4
//	・対象を五つの島に広げる。                              │ R5
//
// This is a decoding problem, and it is solved as one. First the lines that tell by themselves what they are
// (text_structure.go, text_heading.go): running titles, page numbers, column heads however broken, headings above an excerpt
// or a table, excerpts. Then the columns are measured (text_columns.go): the first line of a plan is nearly always full, and so
// is a bulleted line under a marker. What remains is decoded by a search (text_search.go):
//
//   - Each line has a few readings (text_lines.go): left, right, a label, ministries, or a cut into several of these at a blank
//     or a marker; text around the page where a site is; and, at a high price, unplaced.
//   - A state knows the items begun: of each the last line of either column, and whether the right one is behind the results'
//     marker or the next plan's. Labels, plans and results each come in item order, but not in step: labels of a whole page may
//     stand before its cells, a label may come after them, the right cell of an item may come after the next one has begun.
//   - A reading gives each piece to an item (text_take.go): the cell last written goes on, another one does, or the next one
//     begins. States of the same kind are merged, the best 28 are kept for the next line: a beam search, or Viterbi's algorithm
//     with a bound.
//   - The score of a step (text_model.go) is what a careful reader looks at. A line that was broken in mid-sentence must have
//     been full: the next unbreakable unit would not have fitted. The characters on both sides of the break must belong
//     together, which the document itself teaches by its pairs and triples of characters. Bullets, [省庁] heads and markers
//     come after the end of a sentence; a head comes once; a cell that ended, and was left for lines of the other column, stays
//     closed; results end in the past tense; pieces of one line stand at one height, so they are of one item; labels follow one
//     another; a plan begins on the name of a ministry. In layout text the place on the line speaks too.
//
// The best path gives each item its pieces; lines of a paragraph are joined without a blank between Japanese characters.
//
// # Layout text
//
// Where each fact has a column of its own, and no marker, lines alone do not tell the columns apart; text that keeps them apart by
// blanks does (pdftotext -layout). The header row names the columns (layout_columns.go). The words of each line are put into them
// by a search (layout_split.go): how wide a column's text is, in full-width characters, is the document's; where it begins shifts
// from page to page and row to row, so the lines around speak; two Japanese characters with a blank between are of two cells, or
// of a line that is letter-spaced; a word and its neighbour that stand together elsewhere are of one. The lines are cut into rows
// by another search (layout_rows.go): titles and labels come once, cells end with their sentences, all columns begin anew. Rows
// whose lines do not fit together are named in the notes; where they are more than a quarter, reading ends with an error.
//
// Limits. Page text of such a table in another order is an error: read the PDF, a workbook, or layout text. Layout text of
// centred cells or justified lines, whose columns one blank parts, comes out wrong in some cells; the notes name most of them. A tool
// that joins two lines at a hyphen takes the hyphen away; it stays away. In vain without any marker, label or
// column head: the profile does not fit, and the error says so. Time grows with the lines; a document of 100 KB takes about a
// second of one processor, 1 MB about ten.
package read
