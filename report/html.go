package report

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"plandiff/diff"
	"plandiff/schema"
)

//go:embed templates
var builtin embed.FS

// page is the data of report.html.tmpl.
type page struct {
	*View
	Title, Years          string
	EditionLine, Settings string
	Shown, UnplacedNote   string
	HeadRow               []string // of the three columns: on top of every page in print
	Policy                string   // content security policy: nothing is fetched, and no script runs but ours
	CSS                   template.CSS
	JS                    template.JS
	Patterns              []template.HTML
	Charts                []chartGroup
	Rules                 []ruleDoc
	Choices               []choice
	MinistryChoices       []Group
	SectionChoices        []Group
	Sorted                string
	Items                 iter.Seq[HTMLCard]
}

// choice is a group of flags to filter by.
type choice struct {
	Name   string
	Counts []Count
}

// HTMLCard is the data of the template "card": a card with what markup needs beside it.
type HTMLCard struct {
	*Card
	T       *Texts
	Number  int    // place in the document, from 1
	Points  int    // confidence in percent, rounded; 100 where an accepted verdict gives the disposition
	Long    bool   // a column fills more than half a printed page
	FlagIDs string // ids of all flags, one per line: what the filter looks at
	MinistryKeys, SectionKeys, Who,
	Empty, HistoryLine string
	Flags       []HTMLFlag
	Grounds     []Ground
	Commitments []HTMLCommitment
}

// HTMLFlag is the data of the template "flag".
type HTMLFlag struct {
	Flag
	Note string   // confidence and runner-up, in small print
	Why  []Ground // shown on hover and on focus
	Tool string   // the tool's name where the flag is the tool's and does not count, for a person overruled it
}

// HTMLCommitment is a commitment in a card.
type HTMLCommitment struct {
	CommitmentLine
	Percent, Short string
}

func writeHTML(w io.Writer, in Input, o Options) error {
	v, err := NewView(in, o)
	if err != nil {
		return err
	}
	if o.Sort == "" {
		v.sort("unclear")
	}
	t, err := Templates(o.TemplateDir)
	if err != nil {
		return err
	}
	css, err := Asset(o.TemplateDir, "style.css")
	if err != nil {
		return err
	}
	js, err := Asset(o.TemplateDir, "script.js")
	if err != nil {
		return err
	}
	p := page{View: v, Title: cmp.Or(v.Edition.Title, v.Edition.ID), Years: v.Heads[schema.Plan] + " → " + v.Heads[schema.NextPlan], EditionLine: v.editionLine(), Settings: v.settings(),
		Shown: fmt.Sprintf(v.T.Shown, len(v.Cards), v.Total), CSS: template.CSS(css), JS: template.JS(js), Policy: policy(js)}
	for _, col := range schema.Columns() {
		p.HeadRow = append(p.HeadRow, v.Heads[col])
	}
	if n := len(v.Edition.Unplaced); n > 0 {
		p.UnplacedNote = fmt.Sprintf(v.T.Unplaced, n)
	}
	if o.Sort != "unclear" {
		p.Sorted = o.Sort // "" too: the page's own order
	}
	if p.Charts, err = chartsOf(v); err != nil {
		return err
	}
	p.Patterns, p.Rules = patterns(), rulesUsed(v)
	p.Choices = []choice{{v.T.Disposition, v.Summary.Dispositions}, {v.T.Progress, v.Summary.Progresses}, {v.T.Facts, v.Summary.Facts}}
	p.SectionChoices = sectionChoices(v)
	for _, g := range v.Summary.Ministries {
		p.MinistryChoices = append(p.MinistryChoices, Group{ID: g.ID, Name: fmt.Sprintf("%s (%d)", shorten(g.Name, 40), g.N)})
	}
	p.Items = func(yield func(HTMLCard) bool) {
		for c := range v.Full() {
			if !yield(NewHTMLCard(v.T, c)) {
				return
			}
		}
	}
	return t.ExecuteTemplate(w, "report.html.tmpl", p)
}

// ruleDoc says what a rule looks for.
type ruleDoc struct{ ID, Doc string }

// rulesUsed are the rules that the cards name, in the order of the registry.
func rulesUsed(v *View) []ruleDoc {
	used := map[string]bool{}
	for _, c := range v.Cards {
		for _, e := range allEvidence(c.Change) {
			used[e.Rule] = true
		}
	}
	var out []ruleDoc
	for _, r := range diff.Rules() {
		if used[r.ID] {
			doc := r.Doc
			if v.T.Lang == "ja" {
				doc = r.Ja
			}
			out = append(out, ruleDoc{r.ID, doc})
		}
	}
	return out
}

// policy lets the page's own script run, told by its digest, and nothing be loaded: should a text of a document ever
// reach the page as markup, it stays dead.
func policy(js string) string {
	sum := sha256.Sum256([]byte(js))
	return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Templates parses the built-in templates; files of the same name in dir, if dir is not "", take their place.
func Templates(dir string) (*template.Template, error) {
	names, err := fs.Glob(builtin, "templates/*.tmpl")
	if err != nil {
		return nil, err
	}
	t := template.New("")
	var errs []error
	if dir != "" {
		errs = append(errs, hasTemplate(dir))
	}
	for _, name := range names {
		base := filepath.Base(name)
		text, err := Asset(dir, base)
		if err == nil {
			_, err = t.New(base).Parse(text)
		}
		if err != nil {
			errs = append(errs, err)
		}
	}
	return t, errors.Join(errs...)
}

// hasTemplate refuses a folder in which nothing takes the place of anything.
func hasTemplate(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("template directory %s: no such directory", dir)
	}
	for _, e := range entries {
		if f, err := builtin.Open("templates/" + e.Name()); err == nil {
			return f.Close()
		}
	}
	return fmt.Errorf("template directory %s holds none of the files that it could replace: %s", dir, strings.ReplaceAll(strings.Join(templateNames(), ", "), "`", ""))
}

// Asset is a file of dir, or the built-in one where dir has none of that name.
func Asset(dir, name string) (string, error) {
	if dir != "" {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			return string(b), nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("template directory: %w", err)
		}
	}
	b, err := builtin.ReadFile("templates/" + name)
	return string(b), err
}

// halfPage is how many characters of a column fill half a page of A4 landscape, about 18 lines of 30.
const halfPage = 540

// NewHTMLCard adds to a card that Full gives what the template "card" shows.
func NewHTMLCard(t *Texts, c *Card) HTMLCard {
	h := HTMLCard{Card: c, T: t, Number: c.place + 1, Points: int(c.certainty()*100 + 0.5), Empty: t.Empty,
		Grounds: c.grounds(t), MinistryKeys: strings.Join(c.Change.Item.Ministries, "\n"), SectionKeys: strings.Join(c.path, "\n")}
	for _, cell := range c.Columns {
		h.Long = h.Long || utf8.RuneCountInString(cell.Text()) > halfPage
	}
	note := c.Confidence()
	if c.RunnerUp != "" {
		note += " · " + t.RunnerUp + " " + c.RunnerUp
	}
	ids := []string{c.Disposition.ID, c.Progress.ID}
	tool := HTMLFlag{c.Disposition, note, c.tip(t, "disposition"), ""}
	h.Flags = append(h.Flags, htmlFlag(tool, c.Said.Disposition), htmlFlag(HTMLFlag{c.Progress, "", c.tip(t, "progress"), ""}, c.Said.Progress))
	for _, f := range c.Facts {
		ids = append(ids, f.ID)
		h.Flags = append(h.Flags, htmlFlag(HTMLFlag{f, "", c.tip(t, f.ID), ""}, c.factBy(f.ID)))
	}
	for _, f := range c.Overruled {
		beside := HTMLFlag{f, "", c.tip(t, f.ID), toolName}
		switch f.ID {
		case string(c.Change.Disposition):
			beside.Note, beside.Why = note, c.tip(t, "disposition")
		case string(c.Change.Progress):
			beside.Why = c.tip(t, "progress")
		}
		h.Flags = append(h.Flags, beside)
	}
	h.FlagIDs = strings.Join(ids, "\n")
	who := []string{strings.Join(c.Sections, " › ")}
	if m := c.Ministries(t); m != "" {
		who = append([]string{m}, who...)
	}
	if c.Change.Item.At.Page > 0 {
		who = append(who, t.Page+" "+strconv.Itoa(c.Change.Item.At.Page))
	}
	h.Who = strings.Join(who, " · ")
	for _, m := range c.Commitments {
		h.Commitments = append(h.Commitments, HTMLCommitment{m, percent(m.Confidence), shorten(m.Text, 24)})
	}
	if c.History != nil {
		h.HistoryLine = t.History + ": " + c.History.Line(t)
		if n := c.History.Thread.CarriedOverYears; n > 0 {
			h.HistoryLine += " · " + t.Disposition + "「" + t.name(string(schema.CarriedOver)) + "」 " + fmt.Sprintf(t.Years, n)
		}
	}
	return h
}

// tip are the grounds of one flag, with a quote of each.
func (c *Card) tip(t *Texts, id string) []Ground { return groundsOf(t, c.why(id), 1) }

// htmlFlag is the flag, or, where a person overruled the tool, the person's: with the name in place of the tool's reasons.
func htmlFlag(f HTMLFlag, who string) HTMLFlag {
	if who != "" {
		f.Note, f.Why = who, nil
	}
	return f
}

// editionLine names the editions that the report is about.
func (v *View) editionLine() string {
	if l := v.Comparison.Lineage; l != nil && len(l.IDs) > 1 {
		return strings.Join(l.IDs, " → ")
	}
	return v.Edition.ID
}

// sectionChoices are the sections to filter by: those with items shown in them or below.
func sectionChoices(v *View) []Group {
	n := map[string]int{}
	for _, c := range v.Cards {
		for _, id := range c.path {
			n[id]++
		}
	}
	var out []Group
	for i := range v.Edition.Sections {
		s := &v.Edition.Sections[i]
		if n[s.ID] > 0 {
			out = append(out, Group{ID: s.ID, Name: shorten(sectionTitle(s, s.ID), 40) + fmt.Sprintf(" (%d)", n[s.ID])})
			n[s.ID] = 0 // an id that comes twice is offered once
		}
	}
	return out
}
