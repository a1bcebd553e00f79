package report

import (
	"bufio"
	"cmp"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/diff/words"
	"plandiff/schema"
)

// Timeline is what the formats of a lineage are made from. A lineage's JSON has ids, relations and values, and neither the
// editions' texts nor their language, so Options.Lang decides the language and Japanese is the default.
type Timeline struct {
	T         *Texts
	Lineage   *diff.Lineage
	Title     string
	Shown     string
	Filter    string
	Relations []Count // of the steps into the newest edition
	Years     []Count // threads by years carried over
	Threads   []ThreadCard
	CSS       template.CSS
}

// ThreadCard is one thread as reports show it.
type ThreadCard struct {
	*diff.Thread
	Anchor    string
	About     string     // the text of the newest stop
	Notes     []string   // years carried over, share unchanged, came back, ministries
	Stops     []StopCard // one per edition of the lineage; an edition that the thread misses has an empty one
	Deadlines string     // the values in order, each with its edition
	Targets   string
}

// StopCard is a thread in one edition.
type StopCard struct {
	Edition  string
	Items    string
	Relation Flag   // how it came there; "" at the start
	Note     string // score and runner-up
	Flags    []Flag // disposition and facts of the step
	Edits    []Segment
	Reason   string
	Text     string
}

// NewTimeline builds the timeline of a lineage.
func NewTimeline(in Input, o Options) (*Timeline, error) {
	if in.Lineage == nil {
		return nil, errNothing
	}
	t := textsFor(o.Lang, "")
	l, err := o.Filter.threads(in.Lineage)
	if err != nil {
		return nil, err
	}
	tl := &Timeline{T: t, Lineage: l, Title: t.Timeline + " " + strings.Join(l.IDs, " → "), Filter: o.Filter.describe(t),
		Shown: fmt.Sprintf(t.Shown, len(l.Threads), len(in.Lineage.Threads))}
	met := meetings(in.Lineage) // all of it: what came together may be filtered out
	relations, years, most, anchors := map[diff.Relation]int{}, map[int]int{}, 0, map[string]bool{}
	for i := range l.Threads {
		th := &l.Threads[i]
		tl.Threads = append(tl.Threads, threadCard(t, l, th, met, anchor(anchors, th.ID)))
		for _, s := range th.Steps {
			if len(l.IDs) > 0 && s.To == l.IDs[len(l.IDs)-1] {
				relations[s.Relation]++
			}
		}
		years[th.CarriedOverYears]++
		most = max(most, th.CarriedOverYears)
	}
	for _, r := range []diff.Relation{diff.SameItem, diff.SplitItem, diff.MergedItem, diff.NewItem, diff.DroppedItem} {
		if relations[r] > 0 {
			tl.Relations = append(tl.Relations, Count{Flag{string(r), t.relation(r)}, relations[r]})
		}
	}
	for y := 0; y <= most && len(l.Threads) > 0; y++ {
		tl.Years = append(tl.Years, Count{Flag{fmt.Sprint(y), fmt.Sprintf(t.Years, y)}, years[y]})
	}
	return tl, nil
}

// Made says what made the lineage, behind how many threads are shown; a verdict that overrules the tool counts here.
func (tl *Timeline) Made() string {
	s := ""
	if tl.Lineage.Tool != "" {
		s = " · " + tl.Lineage.Tool
	}
	n := 0
	for i := range tl.Lineage.Threads {
		for _, step := range tl.Lineage.Threads[i].Steps {
			if step.Tool != "" {
				n++
				break
			}
		}
	}
	if n > 0 {
		s += " · " + fmt.Sprintf(tl.T.Verdicts, n)
	}
	return s
}

func threadCard(t *Texts, l *diff.Lineage, th *diff.Thread, met map[[3]string][]string, anchor string) ThreadCard {
	c := ThreadCard{Thread: th, Anchor: anchor, Deadlines: moments(th.Deadlines), Targets: moments(th.Targets)}
	if th.CarriedOverYears > 0 {
		c.Notes = append(c.Notes, t.name(string(schema.CarriedOver))+" "+fmt.Sprintf(t.Years, th.CarriedOverYears))
	}
	if th.Unchanged > 0 {
		c.Notes = append(c.Notes, t.Stood+" "+percent(th.Unchanged))
	}
	if th.CameBack {
		c.Notes = append(c.Notes, t.CameBack)
	}
	if len(th.MinistriesJoined) > 0 {
		c.Notes = append(c.Notes, t.Joined+" "+strings.Join(th.MinistriesJoined, t.Comma))
	}
	if len(th.MinistriesLeft) > 0 {
		c.Notes = append(c.Notes, t.Left+" "+strings.Join(th.MinistriesLeft, t.Comma))
	}
	for _, id := range l.IDs {
		c.Stops = append(c.Stops, stopCard(t, th, met, id))
	}
	for _, s := range slices.Backward(th.Stops) {
		if c.About = s.Text; c.About != "" {
			break
		}
	}
	return c
}

func stopCard(t *Texts, th *diff.Thread, met map[[3]string][]string, edition string) StopCard {
	c := StopCard{Edition: edition}
	if i := slices.IndexFunc(th.Stops, func(s diff.Stop) bool { return s.Edition == edition }); i >= 0 {
		c.Items, c.Text = strings.Join(th.Stops[i].Items, ", "), th.Stops[i].Text
	}
	i := slices.IndexFunc(th.Steps, func(s diff.Step) bool { return s.To == edition })
	if i < 0 {
		return c
	}
	s := &th.Steps[i]
	c.Relation, c.Reason = Flag{string(s.Relation), t.how(s.Relation, mergedWith(th, s, met))}, s.Reason
	if s.Score > 0 {
		c.Note = percent(s.Score)
	}
	if s.RunnerUp != "" {
		c.Note = strings.TrimSpace(c.Note + " " + t.RunnerUp + " " + s.RunnerUp)
	}
	if name := t.name(string(s.Disposition)); s.Disposition != "" && (name != c.Relation.Name || s.Tool != "") {
		c.Flags = append(c.Flags, Flag{string(s.Disposition), name + t.by(strings.Join(s.By, t.Comma))})
	}
	if s.Tool != "" {
		c.Flags = append(c.Flags, Flag{toolName, toolName + ": " + t.name(string(s.Tool))})
	}
	c.Flags = append(c.Flags, facts(t, s.Facts)...)
	for _, e := range s.QuoteEdits {
		c.Edits = append(c.Edits, Segment{Text: e.Text, Op: e.Op})
	}
	return c
}

// moments joins the values that each edition names; an edition that names the same as the one before is left out.
func moments(ms []diff.Moment) string {
	var parts []string
	last := ""
	for i := 0; i < len(ms); {
		edition := ms[i].Edition
		var values []string
		for ; i < len(ms) && ms[i].Edition == edition; i++ {
			if !slices.Contains(values, ms[i].Value) {
				values = append(values, ms[i].Value)
			}
		}
		if now := strings.Join(values, ", "); now != last {
			parts = append(parts, fmt.Sprintf("%s (%s)", now, edition))
			last = now
		}
	}
	return strings.Join(parts, " → ")
}

// writeLineageText writes a lineage for the terminal: counts, then thread by thread.
func writeLineageText(w io.Writer, in Input, o Options) error {
	tl, err := NewTimeline(in, o)
	if err != nil {
		return err
	}
	t := tl.T
	p := &textPrinter{w: bufio.NewWriter(w), width: max(narrowest, cmp.Or(o.Width, defaultWidth)), color: o.Color, t: t}
	p.line(span{tl.Title, bold})
	p.line(span{tl.Shown, plain}, span{tl.Made(), dim})
	if tl.Filter != "" {
		p.line(span{t.Filter + ": " + tl.Filter, dim})
	}
	p.line()
	if ids := tl.Lineage.IDs; len(ids) > 0 {
		p.bars(t.Relation+" → "+ids[len(ids)-1], tl.Relations)
	}
	p.bars(t.YearsCarried, tl.Years)
	edition := 0
	for _, id := range tl.Lineage.IDs {
		edition = max(edition, columns(id))
	}
	for i := range tl.Threads {
		p.thread(&tl.Threads[i], edition)
	}
	return p.w.Flush()
}

func (p *textPrinter) thread(c *ThreadCard, edition int) {
	p.rule()
	head := []span{{c.ID, bold}}
	for _, n := range c.Notes {
		head = append(head, span{" · " + n, plain})
	}
	p.line(head...)
	if c.About != "" {
		p.line(span{shorten(c.About, p.width/2), dim})
	}
	for _, s := range c.Stops {
		if s.Items == "" && s.Relation.ID == "" {
			continue
		}
		spans := []span{{cmp.Or(s.Items, "―"), plain}}
		if s.Relation.ID != "" {
			spans = append(spans, span{"  " + s.Relation.Name, relationStyle(s.Relation.ID)}, span{strings.TrimRight(" "+s.Note, " "), dim})
		}
		for _, f := range s.Flags {
			spans = append(spans, span{" · ", dim}, span{f.Name, flagStyle(f.ID)})
		}
		if s.Reason != "" {
			spans = append(spans, span{" · " + s.Reason, dim})
		}
		p.hang("  "+pad(s.Edition, edition)+"  ", spans...)
		if len(s.Edits) > 0 {
			spans := []span{{p.t.QuoteAltered + ": ", dim}}
			for _, e := range s.Edits {
				spans = append(spans, span{e.Text, segmentStyle(e)})
			}
			p.hang(strings.Repeat(" ", edition+4), spans...)
		}
	}
	if c.Deadlines != "" {
		p.hang("  "+p.t.Deadlines+": ", span{c.Deadlines, plain})
	}
	if c.Targets != "" {
		p.hang("  "+p.t.Targets+": ", span{c.Targets, plain})
	}
	p.line()
}

func relationStyle(id string) style {
	switch diff.Relation(id) {
	case diff.SameItem:
		return good
	case diff.DroppedItem:
		return bad
	}
	return warn
}

// writeLineageMarkdown writes a lineage as one table, a row per thread and a column per edition.
func writeLineageMarkdown(w io.Writer, in Input, o Options) error {
	tl, err := NewTimeline(in, o)
	if err != nil {
		return err
	}
	t, b := tl.T, bufio.NewWriter(w)
	fmt.Fprintf(b, "# %s\n\n%s%s\n\n", mdText(tl.Title), tl.Shown, mdText(tl.Made()))
	if tl.Filter != "" {
		fmt.Fprintf(b, "%s: %s\n\n", t.Filter, mdText(tl.Filter))
	}
	for _, part := range []struct {
		head   string
		counts []Count
	}{{t.Relation, tl.Relations}, {t.YearsCarried, tl.Years}} {
		if len(part.counts) == 0 {
			continue
		}
		fmt.Fprintf(b, "| %s | %s |\n|---|--:|\n", part.head, t.Count)
		for _, c := range part.counts {
			fmt.Fprintf(b, "| %s | %d |\n", c.Name, c.N)
		}
		fmt.Fprintln(b)
	}
	heads := []string{t.Thread}
	for _, id := range tl.Lineage.IDs {
		heads = append(heads, mdText(id))
	}
	heads = append(heads, t.Note)
	fmt.Fprintf(b, "| %s |\n|%s\n", strings.Join(heads, " | "), strings.Repeat("---|", len(heads)))
	for i := range tl.Threads {
		c := &tl.Threads[i]
		cells := []string{mdText(strings.TrimSpace(c.ID + " " + shorten(c.About, 30)))}
		for _, s := range c.Stops {
			cells = append(cells, mdStop(s))
		}
		notes := c.Notes
		if c.Deadlines != "" {
			notes = append(notes, t.Deadlines+" "+c.Deadlines)
		}
		if c.Targets != "" {
			notes = append(notes, t.Targets+" "+c.Targets)
		}
		fmt.Fprintf(b, "| %s |\n", strings.Join(append(cells, mdText(strings.Join(notes, "\n"))), " | "))
	}
	return b.Flush()
}

func mdStop(s StopCard) string {
	parts := []string{mdText(s.Items)}
	if s.Relation.ID != "" {
		parts[0] = mdText(cmp.Or(s.Items, "―"))
		parts = append(parts, "**"+s.Relation.Name+"**"+mdText(strings.TrimRight(" "+s.Note, " ")))
	}
	for _, f := range s.Flags {
		parts = append(parts, f.Name)
	}
	if s.Reason != "" {
		parts = append(parts, mdText(s.Reason))
	}
	if slices.ContainsFunc(s.Edits, func(e Segment) bool { return e.Op != words.Equal }) {
		parts = append(parts, mdSegments(s.Edits))
	}
	return strings.Join(parts, "<br>")
}

// writeLineageHTML writes a lineage as a page: a row per thread, a column per edition.
func writeLineageHTML(w io.Writer, in Input, o Options) error {
	tl, err := NewTimeline(in, o)
	if err != nil {
		return err
	}
	t, err := Templates(o.TemplateDir)
	if err != nil {
		return err
	}
	for _, name := range []string{"style.css", "timeline.css"} {
		css, err := Asset(o.TemplateDir, name)
		if err != nil {
			return err
		}
		tl.CSS += template.CSS(css)
	}
	return t.ExecuteTemplate(w, "timeline.html.tmpl", tl)
}
