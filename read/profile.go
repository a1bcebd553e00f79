package read

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"sort"
	"strings"
	"sync"
	"unicode"

	"gopkg.in/yaml.v3"
)

//go:embed profiles/*.yaml
var builtin embed.FS

// Field names a part of an item that a column of the document's table holds.
type Field string

// The fields. Outcome is one column for results and next plan together, told apart by the profile's markers.
const (
	FieldLabel      Field = "label"
	FieldTitle      Field = "title"
	FieldMinistries Field = "ministries"
	FieldPlan       Field = "plan"
	FieldOutcome    Field = "outcome"
	FieldResults    Field = "results"
	FieldNextPlan   Field = "next_plan"
)

// Profile says what a family of documents looks like: its column heads, markers, labels, headings and furniture. It comes
// from profiles/*.yaml or from a file of the user's in the same form; a new family is a file. Patterns are RE2 regular
// expressions; between two Japanese characters that stand side by side in one, blanks of the document are allowed.
type Profile struct {
	Name      string
	Doc       string // one line, for --list
	Language  string // ja or en
	ID        string // of editions: "plan{next_plan}"
	columns   []columnHead
	headWords *regexp.Regexp // any piece of a broken header row
	headTexts []string       // those of the pieces that are plain text
	results   *regexp.Regexp // marker; nil where results have a column of their own
	nextPlan  *regexp.Regexp
	label     *regexp.Regexp // group 1 is the label without brackets
	ministry  *regexp.Regexp // how a ministry's name ends
	block     *regexp.Regexp // [省庁]; group 1 is what stands inside
	marks     *regexp.Regexp // bullets and list numbers
	repeated  *regexp.Regexp
	headings  []*regexp.Regexp // outermost level first; groups number and title
	policy    *regexp.Regexp   // the line that names an excerpt's source
	title     *regexp.Regexp
	sitePage  *regexp.Regexp // group 1: the page that a site says it shows
	furniture []namedPattern
}

type columnHead struct {
	field Field
	head  *regexp.Regexp
}

type namedPattern struct {
	name    string
	pattern *regexp.Regexp
}

// profileFile is the form on disk.
type profileFile struct {
	Name     string `yaml:"name"`
	Doc      string `yaml:"doc"`
	Language string `yaml:"language"`
	ID       string `yaml:"id"`
	Columns  []struct {
		Field Field  `yaml:"field"`
		Head  string `yaml:"head"`
	} `yaml:"columns"`
	HeadWords []string `yaml:"head_words"`
	Markers   struct {
		Results  string `yaml:"results"`
		NextPlan string `yaml:"next_plan"`
	} `yaml:"markers"`
	Label        string   `yaml:"label"`
	MinistryEnd  string   `yaml:"ministry_end"`
	Block        string   `yaml:"block"`
	Marks        string   `yaml:"marks"`
	Repeated     string   `yaml:"repeated"`
	Headings     []string `yaml:"headings"`
	PolicySource string   `yaml:"policy_source"`
	Title        string   `yaml:"title"`
	SitePage     string   `yaml:"site_page"`
	Furniture    []struct {
		Name    string `yaml:"name"`
		Pattern string `yaml:"pattern"`
	} `yaml:"furniture"`
}

// never stands for a pattern that the profile leaves out.
var never = regexp.MustCompile(`[^\s\S]`)

// Profiles returns the built-in profiles in order of name.
var Profiles = sync.OnceValue(func() []*Profile {
	entries, err := builtin.ReadDir("profiles")
	if err != nil {
		panic(err) // embedded at build time
	}
	var all []*Profile
	for _, e := range entries {
		b, err := builtin.ReadFile("profiles/" + e.Name())
		if err != nil {
			panic(err)
		}
		p, err := parseProfile(e.Name(), b)
		if err != nil {
			panic(err) // a test loads every profile
		}
		all = append(all, p)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all
})

// LoadProfile returns the built-in profile of that name, or reads the file of that path.
func LoadProfile(nameOrFile string) (*Profile, error) {
	var names []string
	for _, p := range Profiles() {
		if p.Name == nameOrFile {
			return p, nil
		}
		names = append(names, p.Name)
	}
	b, err := os.ReadFile(nameOrFile)
	if errors.Is(err, os.ErrNotExist) && !strings.ContainsAny(nameOrFile, "./\\") {
		return nil, fmt.Errorf("unknown profile %q; have auto, %s, or the path of a profile file", nameOrFile, strings.Join(names, ", "))
	}
	if err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	return parseProfile(nameOrFile, b)
}

// parseProfile reads the form on disk strictly: unknown keys, unknown fields and patterns that do not compile are errors,
// all told at once.
func parseProfile(name string, b []byte) (*Profile, error) {
	var f profileFile
	dec := yaml.NewDecoder(bytes.NewReader(b))
	dec.KnownFields(true)
	if err := dec.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		return nil, profileMistakes(name, err)
	}
	var wrong []error
	compile := func(what, pattern string) *regexp.Regexp {
		if pattern == "" {
			return never
		}
		re, err := regexp.Compile(loose(pattern))
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %s: %w", name, what, err))
			return never
		}
		return re
	}
	p := &Profile{Name: f.Name, Doc: f.Doc, Language: f.Language, ID: f.ID}
	if p.Name == "" {
		wrong = append(wrong, fmt.Errorf("%s: name is missing", name))
	}
	known := []Field{FieldLabel, FieldTitle, FieldMinistries, FieldPlan, FieldOutcome, FieldResults, FieldNextPlan}
	for i, c := range f.Columns {
		ok := false
		for _, k := range known {
			ok = ok || k == c.Field
		}
		if !ok {
			wrong = append(wrong, fmt.Errorf("%s: columns[%d]: unknown field %q; have %v", name, i, c.Field, known))
		}
		p.columns = append(p.columns, columnHead{c.Field, compile(fmt.Sprintf("columns[%d].head", i), c.Head)})
	}
	p.headWords = compile("head_words", "^(?:"+strings.Join(f.HeadWords, "|")+")")
	if len(f.HeadWords) == 0 {
		p.headWords = never
	}
	for _, w := range f.HeadWords {
		if w == regexp.QuoteMeta(w) {
			p.headTexts = append(p.headTexts, w)
		}
	}
	p.results = compile("markers.results", f.Markers.Results)
	p.nextPlan = compile("markers.next_plan", f.Markers.NextPlan)
	p.label = compile("label", f.Label)
	if f.Label != "" && p.label != never && p.label.NumSubexp() < 1 {
		wrong = append(wrong, fmt.Errorf("%s: label: needs a group (…) around the label itself", name))
	}
	p.ministry = never
	if f.MinistryEnd != "" {
		p.ministry = compile("ministry_end", "(?:"+f.MinistryEnd+")")
	}
	p.block = compile("block", f.Block)
	p.marks = compile("marks", "^(?:"+f.Marks+")")
	if f.Marks == "" {
		p.marks = never
	}
	p.repeated = compile("repeated", f.Repeated)
	for i, h := range f.Headings {
		re := compile(fmt.Sprintf("headings[%d]", i), h)
		if re != never && (re.SubexpIndex("number") < 0 || re.SubexpIndex("title") < 0) {
			wrong = append(wrong, fmt.Errorf("%s: headings[%d]: needs the groups (?P<number>…) and (?P<title>…)", name, i))
		}
		p.headings = append(p.headings, re)
	}
	p.policy = compile("policy_source", f.PolicySource)
	p.title = compile("title", f.Title)
	p.sitePage = compile("site_page", f.SitePage)
	if f.SitePage != "" && p.sitePage != never && p.sitePage.NumSubexp() < 1 {
		wrong = append(wrong, fmt.Errorf("%s: site_page: needs a group (…) around the number", name))
	}
	if f.Title != "" && p.title != never && p.title.SubexpIndex("title") < 0 {
		wrong = append(wrong, fmt.Errorf("%s: title: needs the group (?P<title>…)", name))
	}
	for i, u := range f.Furniture {
		p.furniture = append(p.furniture, namedPattern{u.Name, compile(fmt.Sprintf("furniture[%d]", i), u.Pattern)})
	}
	return p, errors.Join(wrong...)
}

var (
	mistakeLine = regexp.MustCompile(`line (\d+): (.*)`)
	unknownKey  = regexp.MustCompile(`^field (\S+) not found in type .*`)
)

// profileMistakes tells what YAML found wrong in a profile, each with its line, in words of the file and not of the program.
func profileMistakes(name string, err error) error {
	var wrong []error
	for _, m := range mistakeLine.FindAllStringSubmatch(err.Error(), -1) {
		what := unknownKey.ReplaceAllString(m[2], `unknown key "$1"; docs/how-to-add.md lists the keys of a profile`)
		wrong = append(wrong, fmt.Errorf("%s:%s: %s", name, m[1], what))
	}
	if wrong == nil {
		return fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	return errors.Join(wrong...)
}

// loose lets blanks stand between neighbouring Japanese characters of a pattern, outside character classes and groups' names, and
// lets \d be a full-width digit too.
func loose(pattern string) string {
	var b strings.Builder
	rs := []rune(pattern)
	class := false
	for i, r := range rs {
		switch escaped := i > 0 && rs[i-1] == '\\'; {
		case r == '\\' && i+1 < len(rs) && rs[i+1] == 'd': // written with the next
		case r == 'd' && escaped && class:
			b.WriteString("0-9０-９")
		case r == 'd' && escaped:
			b.WriteString("[0-9０-９]")
		default:
			b.WriteRune(r)
		}
		switch {
		case r == '[' && (i == 0 || rs[i-1] != '\\'):
			class = true
		case r == ']' && (i == 0 || rs[i-1] != '\\'):
			class = false
		}
		if class || i+1 == len(rs) {
			continue
		}
		next := rs[i+1]
		open := next == '(' || next == '['  // a group or class that follows a Japanese character, or is followed by one
		escaped := i > 0 && rs[i-1] == '\\' // \d, \w: 2024 年度
		if wide(r) && (wide(next) || open) || (r == ']' || r == ')' || r == '}' || r < 0x80 && (escaped || unicode.IsLetter(r) || unicode.IsDigit(r))) && wide(next) {
			b.WriteString(`\s*`)
		}
	}
	return b.String()
}
