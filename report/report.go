package report

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"plandiff/check"
	"plandiff/diff"
	"plandiff/review"
)

// Input is what a report is made from. What is set decides what is shown: the comparison if there is one, else the
// lineage, else the findings (none at all is a finding-free check, and a report of that).
type Input struct {
	Comparison *diff.Comparison
	Lineage    *diff.Lineage
	Findings   []check.Finding
	Tool       string          // plandiff 0.1.0: what made the findings
	Reviews    *review.Outcome // what people said of the comparison's items; nil where nobody was asked
}

// writer writes one kind of input in one format.
type writer func(w io.Writer, in Input, o Options) error

// Format is one output format: a row of Formats. A nil function says that the format does not show that kind of input.
type Format struct {
	Name       string   // what --format takes
	Doc        string   // one line for help and docs
	Ext        string   // of a file that holds it, with the dot
	Binary     bool     // not for a terminal
	Takes      []string // options of its own, by the names of their flags: rows of own
	Comparison writer
	Lineage    writer
	Findings   writer
}

// Formats is the registry of output formats, in the order in which help shows them.
var Formats = []Format{
	{Name: "text", Ext: ".txt", Doc: "for the terminal: summary, then items in three columns where it is wide, stacked where it is narrow",
		Comparison: writeText, Lineage: writeLineageText, Findings: writeFindingsText},
	{Name: "markdown", Ext: ".md", Doc: "for a pull request: summary table, the changes that matter, folded details",
		Comparison: writeMarkdown, Lineage: writeLineageMarkdown},
	{Name: "html", Ext: ".html", Doc: "one self-contained page: summary with charts, items side by side, filters, search; prints on A4", Takes: []string{"template"},
		Comparison: writeHTML, Lineage: writeLineageHTML},
	{Name: "taisho", Ext: ".html", Doc: "新旧対照表, the table of new and old with changed parts underlined, as a page for A4 landscape", Takes: []string{"brief", "template"},
		Comparison: writeTaishoHTML},
	{Name: "taisho-docx", Ext: ".docx", Binary: true, Doc: "the table of new and old for Word", Takes: []string{"brief"},
		Comparison: writeTaishoDocx},
	{Name: "taisho-xlsx", Ext: ".xlsx", Binary: true, Doc: "the table of new and old for Excel, with rich text, filters and print titles", Takes: []string{"brief"},
		Comparison: writeTaishoXLSX},
	{Name: "xlsx", Ext: ".xlsx", Binary: true, Doc: "a workbook for analysis: items, commitments, facts, ministries, lineage",
		Comparison: writeXLSX, Lineage: writeXLSX},
	{Name: "csv", Ext: ".csv", Doc: "one table (--table) as comma-separated values, RFC 4180", Takes: []string{"table", "bom"},
		Comparison: writeCSV, Lineage: writeCSV},
	{Name: "jsonl", Ext: ".jsonl", Doc: "the same tables, one JSON object per row", Takes: []string{"table"},
		Comparison: writeJSONL, Lineage: writeJSONL},
	{Name: "json", Ext: ".json", Doc: "everything, in the published contract; other formats can be made from it later",
		Comparison: writeJSON, Lineage: writeJSON, Findings: writeFindingsJSON},
	{Name: "sarif", Ext: ".sarif", Doc: "SARIF 2.1.0 for code scanning: rules with their docs, fingerprints, what is accepted as suppressed",
		Findings: writeSARIF},
	{Name: "junit", Ext: ".xml", Doc: "JUnit XML: every rule a test case, findings as failures, what is accepted as skipped",
		Findings: writeJUnit},
	{Name: "github", Ext: ".txt", Doc: "GitHub workflow commands: annotations in the pull request",
		Findings: writeGitHub},
	{Name: "gitlab", Ext: ".json", Doc: "GitLab code quality report",
		Findings: writeGitLab},
	{Name: "rdjson", Ext: ".json", Doc: "reviewdog diagnostics, for any other code host",
		Findings: writeRDJSON},
}

// Write writes the input in the named format. The error of an unknown name lists the formats there are; one that
// cannot show this input says so, and which can.
func Write(w io.Writer, format string, in Input, o Options) error {
	f, err := Find(format)
	if err != nil {
		return err
	}
	if err := errors.Join(o.Validate(), f.refuses(o)); err != nil {
		return err
	}
	write, kind := f.Findings, "findings"
	switch {
	case in.Comparison != nil:
		write, kind = f.Comparison, "a comparison"
	case in.Lineage != nil:
		write, kind = f.Lineage, "a lineage"
	}
	if write == nil {
		return fmt.Errorf("format %q does not show %s; %s", format, kind, canShow(in))
	}
	if in.Comparison == nil && o.Sort != "" {
		return fmt.Errorf("sort %q orders the items of a comparison; %s keeps its own order", o.Sort, kind)
	}
	if kind == "findings" && o.Filter.describe(languages[0]) != "" {
		return errors.New("findings are not chosen from by flag, ministry, section or confidence: give check less to look at, or accept findings in the baseline")
	}
	return write(w, in, o)
}

// refuses names the options that are set and that the format does not know: none is passed over.
func (f Format) refuses(o Options) error {
	var errs []error
	for _, opt := range own {
		if !opt.set(o) || slices.Contains(f.Takes, opt.name) {
			continue
		}
		var take []string
		for _, g := range Formats {
			if slices.Contains(g.Takes, opt.name) {
				take = append(take, g.Name)
			}
		}
		errs = append(errs, fmt.Errorf("--%s is for %s: %s does not know it", opt.name, strings.Join(take, ", "), f.Name))
	}
	return errors.Join(errs...)
}

// Find returns the format of that name.
func Find(name string) (Format, error) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, fmt.Errorf("unknown format %q; have %s", name, strings.Join(Names(), ", "))
	}
	return Formats[i], nil
}

// Names lists the names of the formats.
func Names() []string {
	names := make([]string, 0, len(Formats))
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return names
}

// Shows lists the formats that show this kind of input.
func Shows(in Input) []string {
	var names []string
	for _, f := range Formats {
		if (in.Comparison != nil && f.Comparison != nil) ||
			(in.Comparison == nil && in.Lineage != nil && f.Lineage != nil) ||
			(in.Comparison == nil && in.Lineage == nil && f.Findings != nil) {
			names = append(names, f.Name)
		}
	}
	return names
}

func canShow(in Input) string {
	names := Shows(in)
	if len(names) == 0 {
		return "no format does"
	}
	return "have " + strings.Join(names, ", ")
}

// errNothing is returned where a writer is called without its input: a mistake of the caller.
var errNothing = errors.New("report: nothing to show: the input holds neither comparison nor lineage")
