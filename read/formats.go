package read

import (
	"bytes"
	"context"
	"slices"
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
	Takes []string // names of the options, of those that not every format heeds, that this one does: pages, map, password, profile
	// read decodes the documents, which are one edition in order, with the profile among candidates that fits best.
	read func(ctx context.Context, docs []document, candidates []*Profile, o Options) (decoded, error)
}

// document is one file to read, whole.
type document struct {
	name string // its path as it was given: errors, notes and findings name it so
	data []byte
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
	{"pdf", "PDF with a text layer and ruled tables (.pdf), read by character positions and rulings", matchPDF, []string{"pages", "password", "profile"}, readPDF},
	{"yaml", "an edition as plandiff writes it (.yaml)", matchYAML, nil, readYAML},
	{"xlsx", "tables in a workbook (.xlsx), columns by their heads or --map", matchXLSX, []string{"map", "password", "profile"}, readXLSX},
	{"docx", "tables in a Word document (.docx)", matchDOCX, []string{"map", "profile"}, readDOCX},
	{"html", "saved web pages (.html): tables, or the page text that a site shows", matchHTML, []string{"map", "pages", "profile"}, readHTML},
	{"csv", "tables as comma-, semicolon- or tab-separated text (.csv, .tsv)", matchCSV, []string{"map", "profile"}, readCSV},
	{"text", "page text as PDF-to-text tools and sites leave it (.txt; UTF-8, UTF-16, Shift_JIS)", matchText, []string{"pages", "profile"}, readText},
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

// idle lists the options given that the format does not heed, with the document's name and the reason.
func (f Format) idle(name string, o Options) (idle []string) {
	for _, u := range []struct {
		option string
		given  bool
		why    string
	}{
		{"pages", o.Pages != "", "--pages does not apply: such documents have no pages"},
		{"map", len(o.Map) > 0, "--map does not apply: such documents have no columns to name"},
		{"password", o.Password != "", "--password-file does not apply: such documents are never encrypted"},
		{"profile", o.Profile != "" && o.Profile != "auto", "--profile does not apply: such a file is an edition already"},
	} {
		if u.given && !slices.Contains(f.Takes, u.option) {
			idle = append(idle, name+": "+f.Name+": "+u.why)
		}
	}
	return idle
}

// officeHint says what to do with files of office programs that are not read.
func officeHint(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")) && bytes.Contains(head[:min(len(head), 200)], []byte("application/vnd.oasis.opendocument")):
		return "an OpenDocument file (.ods, .odt), which is not read: save it as xlsx or docx in the program that made it, and read that"
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return "a file of the old Office formats (.xls, .doc), or a workbook with a password: save it as xlsx or docx without one, and read that"
	}
	return ""
}

// formatNames lists the formats for an error message.
func formatNames() string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}
