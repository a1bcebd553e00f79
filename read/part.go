package read

import "plandiff/schema"

// kind says what a decoder took a part of the document for.
type kind int

const (
	heading      kind = iota // a chapter, section or ①-block title
	policySource             // the line …戦略…より above an excerpt
	policy                   // one paragraph of the excerpt
	row                      // an item of the table, or the continuation of one
	furniture                // running heads, page numbers, column heads, text of a site: named, and left out
	unplaced                 // nothing of the above: reported
)

// part is one thing that a decoder (pdf, text, html, xlsx …) found, in the document's order. Decoders know pages, columns and
// lines; assemble knows items, markers, blocks, labels and ids. Between the two stand parts alone.
type part struct {
	kind  kind
	at    schema.Place
	line  int    // of the source text, 0 where there are no lines
	text  string // of everything but rows
	name  string // of furniture: what it is
	cells cells  // of rows
}

// cells is one row of the table. A row with joins set goes on from the row before it (a page break cut it).
type cells struct {
	label      string      // as printed: (ア)
	title      string      // 施策名, where the profile has such a column
	ministries []string    // as printed, one per line or already split
	plan       []paragraph // the left column
	outcome    []paragraph // the right column: <成果・進捗状況> … <2024 年度年次計画> …, where the profile has one column for both
	results    []paragraph // where results and next plan have columns of their own
	nextPlan   []paragraph
	joins      bool
	odd        bool // lines of a cell do not fit together: the decoder may have put one into the wrong cell
}

// paragraph is one paragraph of a cell, its lines joined. Markers (<…>), [省庁] lines and bullets stand in it as printed;
// assemble takes them out. open says that the page broke it, so that the next row's first paragraph goes on from here.
type paragraph struct {
	text string
	at   schema.Place
	line int
	open bool
}
