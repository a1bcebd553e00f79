// Package pdf gives the cells and lines of PDF documents with ruled tables. It knows characters, rulings, grids and lines;
// it knows nothing of plans: what a column means is for package read to say.
//
// In come the bytes of a PDF of any origin, out comes a Document: for each page its grids (tables and boxes), each with cells
// and their lines, and the lines outside them; and notes on what was repaired and what was lost.
//
//	d, err := pdf.Read(ctx, data, pdf.Options{CacheDir: pdf.DefaultCacheDir()})
//	for _, g := range d.Pages[0].Grids {
//		for _, c := range g.Cells {
//			fmt.Println(c.Row, c.Column, c.Lines)
//		}
//	}
//
// # How
//
//	bytes ─► PDFium (WebAssembly, wazero) ─► characters: origin, advance, size, direction
//	                                    └──► rulings: strokes, thin fills, dots, thin pictures, clipped
//	         turn the page so that most text runs to the right
//	         snap and merge the rulings ─► lines that cross hang together ─► grids ─► cells
//	         characters go to cells by where their run starts ─► lines by baseline ─► text by gaps
//
// Characters. PDFium's own text order and its made-up blanks are not used: where a word ends is seen from the gap before the next
// character, beside the other gaps of the line, for justified lines are stretched everywhere alike. Ink boxes do not do for
// that; origin and advance do. Ruby is small text over a line and is set apart; raised and lowered figures go into their line.
//
// Rulings. Office programs draw a table's line cell by cell, as strokes, as thin filled boxes, as rows of dots, a little apart from each
// other; pieces are put on one line when they are nearer than text lines can be. A line between two places of a grid that is not drawn
// makes them one cell. Sides that have no line, and the ends of a table that goes on overleaf, are closed where the crossing lines end.
// A row that takes a whole page leaves only vertical lines on it: those are a grid too.
//
// Damage. PDFium repairs broken files and drops what it cannot read, both without a word. So the bytes are looked through a second time
// (inspect): for a cross-reference table, for the end of the file, and for compressed streams that cannot be read to their end.
//
// Fonts. Text in a font that the document does not hold is placed by that font's measures in the file; PDFium needs some font of that kind
// all the same. Then, and only then, it is shown one: the sandbox sees a file system that holds a single file.
//
// # Limits
//
// Tables without vertical lines are not found. Text that runs down the page, as in Japanese books, is given line by line but not in
// cells' reading order. What is drawn as pictures or outlines is no text. A sandbox may take 768 MB; a page may have 400,000 characters.
package pdf
