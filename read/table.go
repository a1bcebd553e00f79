package read

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/schema"
)

// block is one thing of a document whose format says what is a table and what is not (xlsx, csv, docx, html): a paragraph
// outside tables, or a table.
type block struct {
	text  string // of a paragraph
	style bool   // the document says that the paragraph is a heading
	rows  []tableRow
	line  int // of the file, where it has lines
	page  int // sheet of a workbook, from 1; 0 elsewhere
}

// tableRow is a row of a table, one cell for each of its columns.
type tableRow struct {
	cells []tableCell
	line  int
}

// tableCell is a cell. A merged one has its text in its first place; the places it covers say so.
type tableCell struct {
	text  string // paragraphs, separated by line breaks
	above bool   // covered by a cell of a row above
	left  bool   // covered by a cell to the left
}

// readTables makes parts of blocks with the candidate whose column heads open the most tables.
func readTables(name string, blocks []block, candidates []*Profile, o Options) (decoded, error) {
	chosen, err := mapping(o.Map)
	if err != nil {
		return decoded{}, fmt.Errorf("read %s: %w", name, err)
	}
	p := pickTableProfile(candidates, blocks, chosen)
	if p == nil {
		return decoded{}, fmt.Errorf("read %s: %w", name, noColumns(blocks, candidates))
	}
	if err := unmapped(blocks, p, chosen); err != nil {
		return decoded{}, fmt.Errorf("read %s: %w", name, err)
	}
	t := tables{profile: p, chosen: chosen}
	for _, b := range blocks {
		t.block(b)
	}
	if !slices.ContainsFunc(t.parts, func(t part) bool { return t.kind == row }) {
		return decoded{}, fmt.Errorf("read %s: the columns of profile %s are there, and no row under them", name, p.Name)
	}
	return decoded{parts: t.parts, profile: p}, nil
}

// mapping reads --map: column letters or heads to fields.
func mapping(m map[string]string) (map[string]Field, error) {
	known := []Field{FieldLabel, FieldTitle, FieldMinistries, FieldPlan, FieldOutcome, FieldResults, FieldNextPlan}
	out := map[string]Field{}
	var wrong []error
	for _, column := range slices.Sorted(maps.Keys(m)) {
		field := m[column]
		if !slices.Contains(known, Field(field)) {
			wrong = append(wrong, fmt.Errorf("--map %s=%s: unknown field; have %s", column, field, fieldNames(known)))
			continue
		}
		out[squeeze(column)] = Field(field)
	}
	return out, errors.Join(wrong...)
}

func fieldNames(fs []Field) string {
	var names []string
	for _, f := range fs {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// unmapped is an error for columns of --map that no header row has.
func unmapped(blocks []block, p *Profile, chosen map[string]Field) error {
	var heads []string
	known := map[string]bool{}
	for _, b := range blocks {
		for i, first := 0, true; i < len(b.rows); i++ {
			h, ok := headRow(b.rows, i, p, chosen, first)
			if !ok {
				continue
			}
			first = false
			for k, text := range h.heads {
				if known[squeeze(text)] = true; heads == nil || len(heads) < len(h.heads) {
					heads = append(heads, columnLetters(k)+" "+clip(tidy(text), 20))
				}
			}
			i += h.rows - 1
		}
	}
	var wrong []error
	for _, column := range slices.Sorted(maps.Keys(chosen)) {
		letter := slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(h, column+" ") })
		if !known[column] && !letter {
			wrong = append(wrong, fmt.Errorf("--map %s=%s: no such column; the table has %s", column, chosen[column], strings.Join(heads, " | ")))
		}
	}
	return errors.Join(wrong...)
}

// pickTableProfile chooses among profiles by the tables of other files; nil where none opens a table.
func pickTableProfile(candidates []*Profile, blocks []block, chosen map[string]Field) *Profile {
	heads := func(p *Profile) int {
		n := 0
		for _, b := range blocks {
			if hasHead(b.rows, p, chosen) {
				n++
			}
		}
		return n
	}
	return pickByHeads(candidates, heads, func() string { return blockText(blocks) })
}

// blockText writes out what blocks hold, a line each, as far as profiles are told apart by it.
func blockText(blocks []block) string {
	var text strings.Builder
	for _, b := range blocks {
		text.WriteString(b.text + "\n")
		for _, r := range b.rows {
			for _, c := range r.cells {
				if text.Len() < scoredText {
					text.WriteString(c.text + "\n")
				}
			}
		}
	}
	return text.String()
}

// noColumns says what was looked for and what was found.
func noColumns(blocks []block, candidates []*Profile) error {
	for _, b := range blocks {
		for _, r := range b.rows {
			var heads []string
			for _, c := range r.cells {
				if c.text != "" {
					heads = append(heads, clip(tidy(c.text), 20))
				}
			}
			if len(heads) > 2 {
				return fmt.Errorf("no table with the columns of %s; the first table begins with %s: say which is which with --map 'HEAD=plan' (label, title, ministries, plan, results, next_plan), or describe it in a profile", profileNames(candidates), strings.Join(heads, " | "))
			}
		}
	}
	return fmt.Errorf("no table found with the columns of %s", profileNames(candidates))
}

// tableHead is a header row: what stands in each column, and how many rows the header has.
type tableHead struct {
	fields [][]Field
	rows   int
	text   string
	heads  []string // per column
}

// hasHead says whether a header begins anywhere in the table.
func hasHead(rows []tableRow, p *Profile, chosen map[string]Field) bool {
	for i := range rows {
		if _, ok := headRow(rows, i, p, chosen, true); ok {
			return true
		}
	}
	return false
}

// headRow says whether a header begins at row i: one row, or up to three one above the other. first: the table has had none yet,
// so that columns chosen by letter find theirs.
func headRow(rows []tableRow, i int, p *Profile, chosen map[string]Field, first bool) (tableHead, bool) {
	if _, alone := rows[i].alone(); alone {
		return tableHead{}, false // a title or a heading
	}
	for n := 1; n <= min(headRows, len(rows)-i); n++ {
		heads := make([]string, len(rows[i].cells))
		var texts []string
		for _, r := range rows[i : i+n] {
			over := ""
			for k, c := range r.cells {
				if utf8.RuneCountInString(c.text) > maxHeadLength {
					return tableHead{}, false
				}
				if !c.left {
					over = c.text
				}
				if k < len(heads) && !c.above {
					heads[k] += over // a head that spans columns stands over each
				}
				if c.text != "" {
					texts = append(texts, tidy(c.text))
				}
			}
		}
		fields, ok := p.Columns(heads)
		if len(chosen) > 0 {
			fields, ok = chosenColumns(heads, fields, chosen, ok || first)
		}
		if ok {
			return tableHead{fields: fields, rows: n, text: strings.Join(texts, " "), heads: heads}, true
		}
	}
	return tableHead{}, false
}

// chosenColumns sets fields as --map says: what it names overrules what the heads seemed to say.
func chosenColumns(heads []string, fields [][]Field, chosen map[string]Field, byLetter bool) ([][]Field, bool) {
	out := make([][]Field, len(heads))
	taken := map[Field]bool{}
	filled := 0
	for k, h := range heads {
		f, ok := chosen[squeeze(h)]
		if !ok && byLetter {
			f, ok = chosen[columnLetters(k)]
		}
		if ok {
			out[k] = []Field{f}
			taken[f] = true
		}
	}
	for k := range heads {
		if heads[k] != "" {
			filled++
		}
		for _, f := range fields[k] {
			if len(out[k]) == 0 && !taken[f] {
				out[k] = append(out[k], f)
				taken[f] = true
			}
		}
	}
	return out, filled > 2 && taken[FieldPlan] && (taken[FieldOutcome] || taken[FieldResults] || taken[FieldNextPlan])
}

// columnLetters names a column as spreadsheets do: A, B … Z, AA.
func columnLetters(k int) string {
	s := ""
	for k++; k > 0; k = (k - 1) / 26 {
		s = string(rune('A'+(k-1)%26)) + s
	}
	return s
}

// tables goes through blocks and tells rows, headings, excerpts and the rest apart.
type tables struct {
	profile *Profile
	chosen  map[string]Field
	parts   []part
	head    tableHead // of the table read last
	width   int       // its columns
	policy  bool      // inside an excerpt
}

func (t *tables) block(b block) {
	at := schema.Place{Page: b.page}
	if b.rows == nil {
		for _, line := range strings.Split(b.text, "\n") {
			t.text(line, b.style, at, b.line)
		}
		return
	}
	head := tableHead{}
	if t.width > 0 && len(b.rows[0].cells) == t.width {
		head = t.head // the table before goes on
	}
	for i := 0; i < len(b.rows); i++ {
		r := b.rows[i]
		if h, ok := headRow(b.rows, i, t.profile, t.chosen, head.fields == nil); ok {
			head, t.head, t.width = h, h, len(r.cells)
			t.parts = append(t.parts, part{kind: furniture, name: nameHeads, at: at, line: r.line, text: h.text})
			i += h.rows - 1
			t.policy = false
			continue
		}
		if only, alone := r.alone(); alone {
			t.text(only, false, at, r.line)
			continue
		}
		if head.fields == nil {
			for _, c := range r.cells {
				if c.text != "" {
					t.parts = append(t.parts, part{kind: furniture, name: "another table", at: at, line: r.line, text: c.text})
				}
			}
			continue
		}
		t.policy = false
		t.row(r, head, at)
	}
}

// alone says whether one cell holds all the text of the row and lies at its left, as headings between rows do.
func (r tableRow) alone() (string, bool) {
	text, n := "", 0
	for i, c := range r.cells {
		if strings.TrimSpace(c.text) == "" {
			continue
		}
		if n++; n > 1 {
			return "", false
		}
		next := i+1 < len(r.cells) && r.cells[i+1].left
		if i > 0 && !next {
			return "", false
		}
		text = c.text
	}
	return text, n == 1 || n == 0
}

// text reads a line outside the columns.
func (t *tables) text(line string, style bool, at schema.Place, number int) {
	line = strings.TrimSpace(line)
	if line == "" {
		return
	}
	u := part{kind: furniture, name: nameProse, at: at, line: number, text: line}
	_, _, _, numbered := t.profile.Heading(line)
	switch {
	case t.profile.PolicySource(line):
		u.kind, t.policy = policySource, true
	case !numbered && t.profile.title.MatchString(line): // assemble takes the title from it
	case t.afterSource() && numbered:
		if u.kind = policy; t.profile.excerptHeading(line) {
			u.kind = heading // and the excerpt goes on under it
		}
	case style, numbered && !strings.HasSuffix(line, "。"):
		u.kind, t.policy = heading, false
	case t.policy:
		u.kind = policy
	case t.profile.Heads(line):
		u.name = nameHeads
	}
	t.parts = append(t.parts, u)
}

// afterSource says whether the line that names an excerpt's source stands right above.
func (t *tables) afterSource() bool {
	return len(t.parts) > 0 && t.parts[len(t.parts)-1].kind == policySource
}

// row reads an item's row. One whose label, title and ministries are empty, or covered from above, goes on from the row before.
func (t *tables) row(r tableRow, head tableHead, at schema.Place) {
	u := part{kind: row, at: at, line: r.line}
	named := false
	for k, c := range r.cells {
		if strings.TrimSpace(c.text) == "" {
			continue
		}
		if k >= len(head.fields) || len(head.fields[k]) == 0 {
			t.parts = append(t.parts, part{kind: unplaced, at: at, line: r.line, text: tidy(c.text)})
			continue
		}
		named = t.cell(&u.cells, c.text, head.fields[k], r.line, at) || named
	}
	u.cells.joins = !named
	t.parts = append(t.parts, u)
}

// cell puts a cell's text into its field; named says whether it tells which item this is.
func (t *tables) cell(c *cells, text string, fields []Field, line int, at schema.Place) (named bool) {
	if len(fields) > 1 { // label, title and ministries share a column: the label opens it, ministries end it
		lines := strings.Split(strings.TrimSpace(text), "\n")
		if _, rest, ok := t.profile.Label(lines[0]); ok && slices.Contains(fields, FieldLabel) {
			c.label = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(lines[0]), rest))
			lines[0] = rest
		}
		cut := len(lines)
		if slices.Contains(fields, FieldTitle) {
			for cut > 0 && slices.Contains(fields, FieldMinistries) && t.profile.isMinistry(strings.TrimSpace(lines[cut-1])) {
				cut--
			}
			c.title = tidy(strings.Join(lines[:cut], " "))
		} else {
			cut = 0
		}
		c.ministries = append(c.ministries, lines[cut:]...)
		return true
	}
	switch fields[0] {
	case FieldLabel:
		c.label = tidy(text)
	case FieldTitle:
		c.title = joinLines(strings.Split(text, "\n"))
	case FieldMinistries:
		c.ministries = strings.Split(text, "\n")
	case FieldPlan:
		c.plan = t.paragraphs(text, line, at)
	case FieldOutcome:
		c.outcome = t.paragraphs(text, line, at)
	case FieldResults:
		c.results = t.paragraphs(text, line, at)
	case FieldNextPlan:
		c.nextPlan = t.paragraphs(text, line, at)
	}
	return fields[0] == FieldLabel || fields[0] == FieldTitle || fields[0] == FieldMinistries
}

// paragraphs cuts a cell's text at its line breaks. A line that ends in mid-sentence was broken by hand and goes on in the next,
// unless that opens with a mark, a [省庁] block or a marker.
func (t *tables) paragraphs(text string, line int, at schema.Place) []paragraph {
	p := t.profile
	var out []paragraph
	goesOn := false
	for _, l := range strings.Split(text, "\n") {
		l = strings.TrimSpace(l)
		if l == "" {
			goesOn = false
			continue
		}
		mark, _ := p.Mark(l)
		_, _, opens := p.Block(l)
		if goesOn && mark == "" && !opens && !p.startsMarker(l) {
			out[len(out)-1].text = joinLine(out[len(out)-1].text, l)
		} else {
			out = append(out, paragraph{text: l, at: at, line: line})
		}
		_, rest, headOnly := p.Block(l)
		_, _, after, isMarker := p.Marker(l)
		goesOn = !strings.ContainsAny(l[len(l)-1:], ".:;!?") && !strings.HasSuffix(l, "。") && !strings.HasSuffix(l, "）") && !strings.HasSuffix(l, "：") &&
			!(headOnly && rest == "") && !(isMarker && after == "")
	}
	return out
}
