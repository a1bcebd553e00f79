package read

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// layoutDoubts looks at what came of a table whose columns were told apart by blanks. Lines that do not fit together, a cell that stops
// in mid-sentence, where nearly all end with one, or a row without a plan or without results and next plan, or ministries that are none show that text went into
// the wrong cell. Such rows are named, page by page; an error says that there are too many of them to trust the rest.
func layoutDoubts(parts []part, p *Profile, name string) ([]Note, error) {
	ended, all := 0, 0
	for _, t := range joinRows(parts) {
		for _, ps := range textCells(t) {
			if all++; endsWell(ps, p) {
				ended++
			}
		}
	}
	strict := ended*5 >= all*4
	var notes []Note
	rows, doubtful := 0, 0
	for _, t := range joinRows(parts) {
		if t.kind != row {
			continue
		}
		rows++
		c := t.cells
		wrong := c.odd || len(c.plan) == 0 || len(c.results)+len(c.nextPlan)+len(c.outcome) == 0
		wrong = wrong || strings.Contains(c.title, "。") || slices.ContainsFunc(p.Ministries(c.ministries), func(name string) bool { return !p.isMinistry(name) })
		for _, ps := range textCells(t) {
			wrong = wrong || strict && !endsWell(ps, p)
		}
		if !wrong {
			continue
		}
		doubtful++
		what := clip(strings.TrimSpace(c.label+" "+c.title), 30)
		if n := len(notes); n > 0 && notes[n-1].Page == t.at.Page {
			notes[n-1].Message += ", " + what
			continue
		}
		notes = append(notes, Note{File: name, Page: t.at.Page, Line: t.line, Message: "text may stand in the wrong column, for lines do not fit together or cells are empty; compare with the document: " + what})
	}
	if doubtful > 1 && doubtful*4 > rows {
		return nil, errors.New("the blanks of this text do not tell its columns apart for certain (" + fmt.Sprint(doubtful, " of ", rows) + " rows come out with lines that do not fit together): read the PDF or a table (docx, html, csv, xlsx)")
	}
	return notes, nil
}

// textCells lists the cells of a row that hold text in sentences; those without any are left out.
func textCells(t part) (cells [][]paragraph) {
	for _, ps := range [][]paragraph{t.cells.plan, t.cells.outcome, t.cells.results, t.cells.nextPlan} {
		if t.kind == row && len(ps) > 0 {
			cells = append(cells, ps)
		}
	}
	return cells
}

// endsWell says whether a cell ends as cells do: with a sentence, a bracket, an address, or a word that stands for nothing.
func endsWell(ps []paragraph, p *Profile) bool {
	text := strings.TrimSpace(ps[len(ps)-1].text)
	c := newPiece(p, text, 0, 0)
	return !c.block && (c.ends || sentenceEnd(text) || address(text) || len([]rune(text)) <= 4)
}
