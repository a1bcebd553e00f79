package read

import (
	"context"
	"strings"

	"plandiff/schema"
)

// Format is a kind of input: a file of this package and a row in Formats.
type Format struct {
	Name string // as in --format
	Doc  string // one line, for --list
	// Match says how sure the format is that a document of that base name with these first bytes (up to 64 KB) is its own:
	// 0 not at all, 1 the name's ending alone speaks for it, 5 the content does, 9 magic bytes.
	Match func(head []byte, name string) int
	// read decodes the documents, which are one edition in order, with the profile among candidates that fits best.
	read func(ctx context.Context, docs []document, candidates []*Profile, o Options) (decoded, error)
}

// document is one file to read, whole.
type document struct {
	name string // base name, as errors name it
	data []byte
	path string // as it was given: findings point there
}

// decoded is what a format made of its documents: parts with the profile that fits, or an edition outright.
type decoded struct {
	parts   []part
	profile *Profile
	edition *schema.Edition // set by formats whose files are editions; then the rest is empty
	notes   []Note
	pages   []int // per document; nil where there are no pages
}

// Names of furniture that more than one format finds.
const (
	nameHeads = "column heads" // their text names the years: assemble looks there
	nameProse = "prose"        // text of the document outside its tables

	nameRunning = "running title"
)

// Formats lists the formats in the order in which --list shows them. Where two are equally sure, the earlier has it.
var Formats = []Format{
	{"pdf", "PDF with a text layer and ruled tables (.pdf), read by character positions and rulings", matchPDF, readPDF},
	{"yaml", "an edition as plandiff writes it (.yaml)", matchYAML, readYAML},
	{"xlsx", "tables in a workbook (.xlsx), columns by their heads or --map", matchXLSX, readXLSX},
	{"docx", "tables in a Word document (.docx)", matchDOCX, readDOCX},
	{"html", "saved web pages (.html): tables, or the page text that a site shows", matchHTML, readHTML},
	{"csv", "tables as comma-, semicolon- or tab-separated text (.csv, .tsv)", matchCSV, readCSV},
	{"text", "page text as PDF-to-text tools and sites leave it (.txt; UTF-8, UTF-16, Shift_JIS)", matchText, readText},
}

// format returns the row of that name.
func format(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// formatNames lists the formats for an error message.
func formatNames() string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}
