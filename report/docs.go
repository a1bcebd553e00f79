package report

import (
	"fmt"
	"io"
	"strings"
)

// WriteDocs writes docs/formats.md: what the registries of this package say, for people. A test keeps the file up to date.
func WriteDocs(w io.Writer) error {
	var b strings.Builder
	b.WriteString(`# Formats

Made from the registries of the package report by ` + "`go test ./report -update`" + `; do not edit.

Every format is made from the JSON that ` + "`plandiff diff`, `history` or `check`" + ` write with ` + "`--format json`" + `: ` + "`plandiff report --from FILE --format NAME`" + `.

| format | file | shows | options of its own | what it is |
|---|---|---|---|---|
`)
	for _, f := range Formats {
		var shows []string
		for _, kind := range []struct {
			name  string
			write writer
		}{{"comparison", f.Comparison}, {"lineage", f.Lineage}, {"findings", f.Findings}} {
			if kind.write != nil {
				shows = append(shows, kind.name)
			}
		}
		var takes []string
		for _, name := range f.Takes {
			takes = append(takes, "`--"+name+"`")
		}
		fmt.Fprintf(&b, "| `%s` | `%s` | %s | %s | %s |\n", f.Name, f.Ext, strings.Join(shows, ", "), strings.Join(takes, ", "), f.Doc)
	}
	b.WriteString("\nWithout `--format` the name of `--output` decides: `-o report.html` is html. An option that a format does not know is an error.\n" +
		"The JSON of a comparison made with `--reviews` holds the annotations too (`reviews`), beside the tool's flags: a report made from it later counts them.\n")
	b.WriteString("\n## Order of the items\n\n`--sort` takes:\n\n")
	for _, s := range Sorts {
		fmt.Fprintf(&b, "- `%s`: %s\n", s.Name, s.Doc)
	}
	b.WriteString(`
## Tables

` + "`csv` writes one table (`--table`, default `items`, of a lineage `lineage`), `jsonl` all of them or one, `xlsx` a sheet each" + `. Their columns:

- Lists in a cell are joined; texts of several paragraphs have a line each. An empty cell is no value: nothing in csv, ` + "`null`" + ` in jsonl.
- In csv, text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return, or a full-width form of these) has an
  apostrophe in front. jsonl and json hold the text as it is. In xlsx every text is a string cell, and the control characters that no sheet can hold are shown as <U+001B>.
- Dates are days, YYYY-MM-DD: the last day of what the text names ("by March 2025" is 2025-03-31; fiscal years run from April to March).
- Labels are those that count: an accepted verdict's where reviews are given (` + "`--reviews`" + `) and one says so, else the tool's. Columns marked ◇ are there with
  reviews only; a confidence, a runner-up and the labels of one commitment among several are the tool's.
- A cell of xlsx holds 32,767 characters; a longer text is cut with a remark that says how long it is.
`)
	for _, t := range Tables {
		fmt.Fprintf(&b, "\n### %s\n\n%s. Sheet: %s (en: %s).\n\n| column | in xlsx (ja) | in xlsx (en) | what it holds |\n|---|---|---|---|\n", t.Name, upper(t.Doc), t.Ja, t.En)
		for _, f := range t.Columns {
			doc := f.Doc
			if f.Reviewed {
				doc = "◇ " + doc
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", f.Name, f.Ja, f.En, doc)
		}
	}
	b.WriteString(`
## Templates

` + "`--template DIR`" + ` takes files from DIR in place of the built-in ones of the same name (report/templates): ` + strings.Join(templateNames(), ", ") + `.
They are Go html/template files; their data is documented at report.View, report.HTMLCard, report.Taisho and report.Timeline.
`)
	_, err := io.WriteString(w, b.String())
	return err
}

// upper makes the first letter of an English sentence a capital.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// templateNames lists the built-in files, as code.
func templateNames() []string {
	entries, _ := builtin.ReadDir("templates") // embedded: it is there
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, "`"+e.Name()+"`")
	}
	return names
}
