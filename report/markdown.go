package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"plandiff/diff/words"
	"plandiff/schema"
)

// writeMarkdown writes a change report for a pull request: what it is, a summary table, the items that changed with
// their words, and the rest folded away. Edits are <del> and <ins>, which read well on code hosts and do not depend on
// blanks around them as ** does between Japanese characters.
func writeMarkdown(w io.Writer, in Input, o Options) error {
	v, err := NewView(in, o)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	t := v.T
	fmt.Fprintf(b, "# %s\n\n", mdText(t.Title))
	fmt.Fprintf(b, "**%s** `%s`: %s → %s · %s\n\n", mdText(cmp.Or(v.Edition.Title, v.Edition.ID)), mdCode(v.Edition.ID),
		mdText(v.Heads[schema.Plan]), mdText(v.Heads[schema.NextPlan]), fmt.Sprintf(t.Shown, len(v.Cards), v.Total))
	mdSummary(b, v)
	var rest []*Card
	for _, c := range v.Cards {
		if !c.matters() {
			rest = append(rest, c)
		}
	}
	if len(v.Cards) == 0 {
		fmt.Fprintf(b, "%s\n\n", t.NoItems)
	}
	if changed := len(v.Cards) - len(rest); changed > 0 {
		fmt.Fprintf(b, "## %s (%d)\n\n", t.Changed, changed)
	}
	for c := range v.Full() {
		if c.matters() {
			mdCard(b, t, c)
		}
	}
	if len(rest) > 0 {
		fmt.Fprintf(b, "<details>\n<summary>%s (%d)</summary>\n\n| %s | %s | %s | %s |\n|---|---|---|--:|\n", t.Unchanged, len(rest),
			t.Item, t.Ministries, t.Progress, t.Confidence)
		for _, c := range rest {
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", mdText(c.Change.Item.ID), mdText(c.Ministries(t)), c.Progress.Name, c.Confidence())
		}
		fmt.Fprint(b, "\n</details>\n\n")
	}
	fmt.Fprintf(b, "---\n%s: %s", t.MadeBy, mdText(v.Comparison.Tool))
	if s := v.settings(); s != "" {
		fmt.Fprintf(b, " · %s: %s", t.Options, mdText(s))
	}
	fmt.Fprintln(b)
	return b.Flush()
}

func mdSummary(b *bufio.Writer, v *View) {
	t := v.T
	total := max(1, len(v.Cards))
	for _, part := range []struct {
		head   string
		counts []Count
	}{{t.Disposition, v.Summary.Dispositions}, {t.Progress, v.Summary.Progresses}, {t.Facts, v.Summary.Facts}} {
		if len(part.counts) == 0 {
			continue
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n|---|--:|--:|\n", part.head, t.Count, t.Share)
		for _, c := range part.counts {
			fmt.Fprintf(b, "| %s | %d | %s |\n", c.Name, c.N, percent(float64(c.N)/float64(total)))
		}
		fmt.Fprintln(b)
	}
	if n := len(v.Edition.Unplaced); n > 0 {
		fmt.Fprintf(b, "> %s\n\n", fmt.Sprintf(t.Unplaced, n))
	}
}

// matters tells items that a reader of a pull request looks at from those that go on as they were.
func (c *Card) matters() bool {
	if c.Disposition.ID != string(schema.CarriedOver) || c.Review != nil {
		return true
	}
	for _, f := range c.Facts {
		if f.ID != string(schema.Verbatim) && f.ID != string(schema.Repeated) {
			return true
		}
	}
	return false
}

func mdCard(b *bufio.Writer, t *Texts, c *Card) {
	fmt.Fprintf(b, "### %s · %s %s\n\n", mdText(c.Change.Item.ID), c.Disposition.Name, strings.TrimPrefix(mdText(c.sure(t)), " "))
	about := []string{mdText(c.Ministries(t)), c.Progress.Name + mdText(t.by(c.Said.Progress))}
	if c.Change.Item.Title != "" {
		about = append([]string{mdText(c.Change.Item.Title)}, about...)
	}
	for _, f := range c.Facts {
		about = append(about, f.Name+mdText(t.by(c.factBy(f.ID))))
	}
	if line := c.ToolLine(t); line != "" {
		about = append(about, mdText(line))
	}
	if c.RunnerUp != "" && c.Said.Disposition == "" {
		about = append(about, t.RunnerUp+" "+c.RunnerUp)
	}
	fmt.Fprintf(b, "%s\n\n", strings.Trim(strings.Join(about, " · "), " ·"))
	for _, g := range c.grounds(t) {
		fmt.Fprintf(b, "- %s:%s `%s`", g.For, blankBefore(mdText(g.Says)), mdCode(g.Rule))
		for _, r := range g.Refs {
			fmt.Fprintf(b, " <sup>%d</sup>%s", r.N, mdText(r.Text))
		}
		fmt.Fprintln(b)
	}
	if c.Review != nil {
		fmt.Fprintf(b, "\n%s\n", mdText(c.Review.Line(t)))
		for _, n := range c.Review.Notes {
			fmt.Fprintf(b, "- %s\n", mdText(n.Line()))
		}
	}
	if c.History != nil {
		fmt.Fprintf(b, "\n%s: %s\n", t.History, mdText(c.History.Line(t)))
	}
	fmt.Fprintf(b, "\n<details>\n<summary>%s</summary>\n\n", t.Details)
	for _, cell := range c.Columns {
		fmt.Fprintf(b, "**%s**\n\n", mdText(cell.Head))
		if len(cell.Passages) == 0 {
			fmt.Fprintf(b, "%s\n\n", t.Empty)
		}
		for _, p := range cell.Passages {
			fmt.Fprintf(b, "> %s%s\n\n", mdText(p.lead()), mdSegments(p.Segments))
		}
	}
	fmt.Fprint(b, "</details>\n\n")
}

func mdSegments(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		text := mdText(s.Text)
		switch s.Op {
		case words.Delete:
			text = "<del>" + text + "</del>"
		case words.Insert:
			text = "<ins>" + text + "</ins>"
		}
		b.WriteString(text)
		for _, n := range s.Ends {
			fmt.Fprintf(&b, "<sup>%d</sup>", n)
		}
	}
	return b.String()
}

// mdText makes text inert in Markdown on one line: no markup, no HTML, no link, no mention of a person or an issue.
func mdText(s string) string {
	s = visible(s)
	if !strings.ContainsAny(s, "\\`*_{}[]<>()#+-.!|~@&:=$\r\n") {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\n' || r == '\r':
			b.WriteString("<br>")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '@', r == '#', r == ':' && strings.HasPrefix(s[i:], "://"):
			b.WriteRune(r)
			b.WriteString("<!-- -->") // ends what a code host would take for a mention, an issue or an address
		case strings.ContainsRune("\\`*_[]|~$", r), i == 0 && strings.ContainsRune("+-=#.)", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mdCode makes text safe between backticks, where nothing can be escaped: what could end the code or a cell is replaced.
func mdCode(s string) string {
	return strings.NewReplacer("`", "'", "\n", " ", "|", "/", "<", "‹", ">", "›").Replace(visible(s))
}
