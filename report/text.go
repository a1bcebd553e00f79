package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"plandiff/diff/words"
	"plandiff/schema"
)

// Widths of the text format in columns.
const (
	defaultWidth = 100
	narrowest    = 20
	sideBySide   = 90 // from here on three columns fit side by side
)

// textPrinter writes lines of at most width columns; its writer keeps the first error for the end.
type textPrinter struct {
	w     *bufio.Writer
	width int
	color bool
	t     *Texts
}

// writeText writes a comparison for the terminal: what it is, how many of each flag, then item by item.
func writeText(w io.Writer, in Input, o Options) error {
	v, err := NewView(in, o)
	if err != nil {
		return err
	}
	p := &textPrinter{w: bufio.NewWriter(w), width: max(narrowest, cmp.Or(o.Width, defaultWidth)), color: o.Color, t: v.T}
	p.head(v)
	section := "\x00" // no section has this id, so the first card always prints its head
	for c := range v.Full() {
		if c.Change.Section != section {
			section = c.Change.Section
			p.section(c)
		}
		p.card(c)
	}
	if len(v.Cards) == 0 {
		p.line(span{v.T.NoItems, plain})
	}
	return p.w.Flush()
}

func (p *textPrinter) head(v *View) {
	e := v.Edition
	p.line(span{cmp.Or(e.Title, e.ID), bold})
	p.line(span{fmt.Sprintf("%s: %s → %s", e.ID, v.Heads[schema.Plan], v.Heads[schema.NextPlan]), plain},
		span{" · " + fmt.Sprintf(p.t.Shown, len(v.Cards), v.Total), plain}, span{" · " + v.Comparison.Tool, dim})
	if made := v.settings(); made != "" {
		p.line(span{p.t.Options + ": " + made, dim})
	}
	if n := len(e.Unplaced); n > 0 {
		p.line(span{fmt.Sprintf(p.t.Unplaced, n), warn})
	}
	p.line()
	p.bars(p.t.Disposition, v.Summary.Dispositions)
	p.bars(p.t.Progress, v.Summary.Progresses)
	if len(v.Summary.Facts) > 0 {
		spans := []span{{p.t.Facts + ": ", bold}}
		for i, f := range v.Summary.Facts {
			if i > 0 {
				spans = append(spans, span{" · ", dim})
			}
			spans = append(spans, span{fmt.Sprintf("%s %d", f.Name, f.N), plain})
		}
		p.line(spans...)
		p.line()
	}
	if len(v.Cards) > 0 {
		p.line(span{p.t.Legend + ": ", dim}, span{p.t.Deleted, deleted}, span{" · ", dim}, span{p.t.Inserted, inserted}, span{" · ", dim},
			span{p.t.Quoted, quoted}, span{"[1]", noted})
		p.line()
	}
}

// bars draws counts as bars that share one scale.
func (p *textPrinter) bars(title string, counts []Count) {
	if len(counts) == 0 {
		return
	}
	p.line(span{title, bold})
	name, total, most := 0, 0, 0
	for _, c := range counts {
		name, total, most = max(name, columns(c.Name)), total+c.N, max(most, c.N)
	}
	room := max(5, min(40, p.width-name-16))
	for _, c := range counts {
		n := c.N * room / most
		if c.N > 0 {
			n = max(1, n)
		}
		p.line(span{"  " + pad(c.Name, name), flagStyle(c.ID)}, span{fmt.Sprintf(" %4d ", c.N), plain},
			span{strings.Repeat("█", n), flagStyle(c.ID)}, span{" " + percent(float64(c.N)/float64(total)), dim})
	}
	p.line()
}

func (p *textPrinter) section(c *Card) {
	if len(c.Sections) == 0 {
		return
	}
	p.line(span{"■ " + strings.Join(c.Sections, " › "), bold})
	p.line()
}

// card writes one item: its flags, the three columns, why, and its history.
func (p *textPrinter) card(c *Card) {
	item := c.Change.Item
	p.rule()
	flags := []span{{item.ID, bold}, {"  " + c.Disposition.Name, flagStyle(c.Disposition.ID)}, {c.sure(p.t), plain}}
	if c.RunnerUp != "" && c.Said.Disposition == "" {
		flags = append(flags, span{fmt.Sprintf(" (%s %s)", p.t.RunnerUp, c.RunnerUp), dim})
	}
	flags = append(flags, span{" · " + c.Progress.Name, flagStyle(c.Progress.ID)}, span{p.t.by(c.Said.Progress), plain})
	for _, f := range c.Facts {
		flags = append(flags, span{" · " + f.Name + p.t.by(c.factBy(f.ID)), plain})
	}
	p.line(flags...)
	if line := c.ToolLine(p.t); line != "" {
		p.line(span{line, dim})
	}
	about := c.Ministries(p.t)
	if item.Title != "" {
		about = item.Title + "  " + about
	}
	if item.At.Page > 0 {
		about += fmt.Sprintf("  (%s %d)", p.t.Page, item.At.Page)
	}
	if about = strings.TrimSpace(about); about != "" {
		p.line(span{about, dim})
	}
	p.line()
	if p.width >= sideBySide {
		p.columns(c)
	} else {
		p.stacked(c)
	}
	p.line()
	for i, m := range c.Commitments {
		p.hang(fmt.Sprintf("%s %d: %s", p.t.Commitment, i+1, m.Tool), span{m.Disposition.Name, flagStyle(m.Disposition.ID)},
			span{fmt.Sprintf(" %s · %s", percent(m.Confidence), m.Progress.Name), plain}, span{" " + p.t.quoted(shorten(m.Text, 36)), dim})
	}
	for _, g := range c.grounds(p.t) {
		spans := []span{{g.For + ":", bold}, {blankBefore(g.Says), plain}, {" (" + g.Rule + ")", dim}}
		for _, r := range g.Refs {
			spans = append(spans, span{fmt.Sprintf(" [%d]", r.N), noted}, span{r.Text, plain})
		}
		p.hang(p.t.Bullet, spans...)
	}
	if c.Review != nil {
		p.hang("", span{c.Review.Line(p.t), bold})
		for _, n := range c.Review.Notes {
			p.hang("  ", span{n.Line(), plain})
		}
	}
	if c.History != nil {
		p.hang(p.t.History+": ", span{c.History.Line(p.t), plain})
	}
	p.line()
}

// blankBefore puts a blank before a text that is not empty.
func blankBefore(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

// columns writes plan, results and next plan side by side.
func (p *textPrinter) columns(c *Card) {
	const between = " │ "
	each := (p.width - 2*len([]rune(between))) / 3
	var cols [][][]glyph
	height := 0
	for _, cell := range c.Columns {
		lines := wrap([]span{{cell.Head, bold}}, each, p.color)
		lines = append(lines, p.cell(cell, each)...)
		cols = append(cols, lines)
		height = max(height, len(lines))
	}
	for i := range height {
		var parts []string
		for k, lines := range cols {
			var line []glyph
			if i < len(lines) {
				line = lines[i]
			}
			fill := each
			if k == len(cols)-1 {
				fill = 0
			}
			parts = append(parts, paint(line, fill, p.color))
		}
		p.raw(strings.Join(parts, between))
	}
}

// stacked writes the columns one below the other.
func (p *textPrinter) stacked(c *Card) {
	for _, cell := range c.Columns {
		p.line(span{cell.Head, bold})
		for _, line := range p.cell(cell, p.width-2) {
			p.raw("  " + paint(line, 0, p.color))
		}
	}
}

// cell lays out the passages of a column.
func (p *textPrinter) cell(cell Cell, width int) [][]glyph {
	if len(cell.Passages) == 0 {
		return wrap([]span{{p.t.Empty, dim}}, width, p.color)
	}
	var lines [][]glyph
	for _, passage := range cell.Passages {
		spans := []span{{passage.lead(), dim}}
		for _, s := range passage.Segments {
			spans = append(spans, span{s.Text, segmentStyle(s)})
			for _, n := range s.Ends {
				spans = append(spans, span{fmt.Sprintf("[%d]", n), noted})
			}
		}
		lines = append(lines, wrap(spans, width, p.color)...)
	}
	return lines
}

func segmentStyle(s Segment) style {
	switch marked := len(s.Why) > 0; {
	case s.Op == words.Delete && marked:
		return deletedQuoted
	case s.Op == words.Insert && marked:
		return insertedQuoted
	case s.Op == words.Delete:
		return deleted
	case s.Op == words.Insert:
		return inserted
	case marked:
		return quoted
	}
	return plain
}

// flagStyle colours flags by what a reader should do about them: red is to be looked at, yellow changed, green is well.
func flagStyle(id string) style {
	switch {
	case slices.Contains([]string{string(schema.Unclear), string(schema.Dropped), string(schema.Discontinued), string(schema.NotDone), string(schema.NotReported)}, id):
		return bad
	case slices.Contains([]string{string(schema.CarriedOver), string(schema.Completed), string(schema.Done)}, id):
		return good
	}
	return warn
}

// line writes spans, wrapped.
func (p *textPrinter) line(spans ...span) {
	for _, l := range wrap(spans, p.width, p.color) {
		p.raw(paint(l, 0, p.color))
	}
}

// hang writes a lead and the spans after it, further lines indented under the first.
func (p *textPrinter) hang(lead string, spans ...span) {
	if columns(lead) > p.width-narrowest/2 { // no room beside it
		p.line(span{lead, plain})
		lead = "  "
	}
	indent := min(columns(lead), 12)
	for i, l := range wrap(spans, max(narrowest/2, p.width-columns(lead)), p.color) {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		p.raw(lead + paint(l, 0, p.color))
	}
}

func (p *textPrinter) rule() { p.line(span{strings.Repeat("─", p.width), dim}) }

// raw writes a finished line without the blanks at its end.
func (p *textPrinter) raw(line string) {
	fmt.Fprintln(p.w, strings.TrimRight(line, " "))
}

// shorten cuts text to n runes with an ellipsis.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
