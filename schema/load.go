package schema

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Limits of every YAML file that plandiff loads. They are far above what documents need (an edition with every programme
// of a government has some 6,000 items and 6 MB) and keep hostile files from filling the memory.
const (
	MaxBytes = 64 << 20  // size of a file
	MaxDepth = 64        // levels of nesting
	MaxNodes = 4_000_000 // values in a file; what an alias stands for counts as often as it is used
	MaxItems = 200_000   // items in an edition
)

// Load reads an edition from a YAML file. It fails on syntax, unknown and duplicate keys and wrong types, with all mistakes
// at once (see Mistake); what is wrong with the document itself is found by Validate.
func Load(path string) (*Edition, error) {
	b, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(path, b)
}

// Parse is Load for bytes; name stands for the file in messages and places.
func Parse(name string, b []byte) (*Edition, error) {
	e := &Edition{}
	if err := decodeFile(name, b, e); err != nil {
		return nil, err
	}
	if e.Version != 1 {
		return nil, versionError(name, "edition", e.Version)
	}
	items := 0
	for _, s := range e.Sections {
		items += len(s.Items)
	}
	if items > MaxItems {
		return nil, fmt.Errorf("%s: %d items, more than the %d that an edition may have: split the edition", name, items, MaxItems)
	}
	e.File = name
	return e, nil
}

func versionError(name, kind string, version int) error {
	if version == 0 {
		return fmt.Errorf("%s: no version: a plandiff %s starts with `version: 1`", name, kind)
	}
	return fmt.Errorf("%s: version %d: this plandiff knows version 1 of %s files; is there a newer plandiff?", name, version, kind)
}

// readFile reads a file of at most MaxBytes.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}

// decodeFile fills the struct that v points to from the only document in b.
func decodeFile(name string, b []byte, v any) error {
	text, m, err := ready(name, b)
	if err != nil {
		return err
	}
	root := plainNode(text)
	if root == nil {
		if root, err = m.parse(text); err != nil {
			return err
		}
	}
	m.decode(root, v)
	return m.err()
}

// decode fills the struct that v points to from the file's root.
func (m *mistakes) decode(root *yaml.Node, v any) {
	if is, wanted := otherKind(root, reflect.TypeOf(v).Elem()); is != "" {
		m.add(root.Line, root.Column, "this is %s, and %s was wanted: is it another file that was meant?", is, wanted)
		return
	}
	d := newDecoder(m)
	d.decode(root, reflect.ValueOf(v).Elem(), "", nil)
}

// need reports the keys of what that are left empty. pairs: key, value, key, value …
func (m *mistakes) need(at Pos, what string, pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			m.add(at.Line, at.Col, "%s needs %s", what, pairs[i])
		}
	}
}

// date reports a value that is no date (2024-07-10) and no time (RFC 3339).
func (m *mistakes) date(at Pos, key, value string) {
	if value == "" {
		return
	}
	if _, err := time.Parse(time.DateOnly, value); err == nil {
		return
	}
	if _, err := time.Parse(time.RFC3339, value); err == nil {
		return
	}
	m.add(at.Line, at.Col, "%s: %q is no date: write 2024-07-10", key, value)
}

// parseNode parses the only document in b, with its comments and its style; an empty file is an error. The mistakes returned are empty
// and know the lines.
func parseNode(name string, b []byte) (*yaml.Node, *mistakes, error) {
	text, m, err := ready(name, b)
	if err != nil {
		return nil, nil, err
	}
	root, err := m.parse(text)
	return root, m, err
}

// ready gives the text of a file, and its mistakes, which know the lines.
func ready(name string, b []byte) (string, *mistakes, error) {
	if len(b) > MaxBytes {
		return "", nil, fmt.Errorf("%s: larger than %d MB: split the file", name, MaxBytes>>20)
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff}) {
		return "", nil, fmt.Errorf("%s: UTF-16 text: save it as UTF-8", name)
	}
	text := string(b)
	m := &mistakes{file: name, lines: splitLines(text)}
	if !utf8.ValidString(text) {
		line, col := invalidAt(m.lines)
		m.add(line, col, "not UTF-8: save the file as UTF-8")
		return "", nil, m.err()
	}
	return text, m, nil
}

func (m *mistakes) parse(text string) (*yaml.Node, error) {
	doc, err := decodeNode(text)
	if err != nil {
		m.syntax(err)
		return nil, m.err()
	}
	if doc == nil || len(doc.Content) != 1 || doc.Content[0].Kind == yaml.ScalarNode && doc.Content[0].Tag == "!!null" {
		return nil, fmt.Errorf("%s: no YAML in it: the file is empty or holds comments only", m.file)
	}
	return doc.Content[0], nil
}

var errSecond = errors.New("a second document starts after ---: one file holds one document")

// decodeNode runs the parser. It turns a panic of the parser into an error: it has had such on hostile input.
func decodeNode(text string) (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("not YAML that can be parsed (%v)", r)
		}
	}()
	dec := yaml.NewDecoder(strings.NewReader(text))
	doc = &yaml.Node{}
	if err := dec.Decode(doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var next yaml.Node
	if err := dec.Decode(&next); err == nil {
		return nil, fmt.Errorf("yaml: line %d: %w", next.Line, errSecond)
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	return doc, nil
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

// syntax turns the parser's error, which names at most a line, into a mistake with a column.
func (m *mistakes) syntax(err error) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 0
	if g := yamlLine.FindStringSubmatch(err.Error()); g != nil {
		line, _ = strconv.Atoi(g[1])
		message = g[2]
	}
	line = min(max(line, 1), len(m.lines))
	text := m.lines[line-1]
	// The parser counts the line before where the mistake shows at the start of the next one.
	if strings.TrimSpace(text) == "" && line < len(m.lines) {
		line++
		text = m.lines[line-1]
	}
	col := syntaxColumn(text, message)
	switch {
	case strings.Contains(message, "mapping values"):
		message += ": put a text with a colon in it in quotes"
	case strings.Contains(message, "cannot start any token") && strings.HasPrefix(strings.TrimLeft(text, " "), "\t"):
		message = "a tab: YAML is indented with blanks"
	case strings.Contains(message, "cannot start any token"):
		message += ": put a text that starts with @ or ` in quotes"
	}
	m.add(line, col, "%s", message)
}

// syntaxColumn guesses where in the line the parser stumbled: at the tab, at the second colon, else at the first character.
func syntaxColumn(line, message string) int {
	at := len(line) - len(strings.TrimLeft(line, " \t"))
	switch {
	case strings.Contains(message, "mapping values"):
		if first := strings.Index(line, ": "); first >= 0 {
			at = first
			if second := strings.Index(line[first+1:], ": "); second >= 0 {
				at = first + 1 + second
			}
		}
	case strings.Contains(message, "cannot start any token"):
		if i := strings.IndexAny(line, "\t@`%"); i >= 0 {
			at = i
		}
	}
	return utf8.RuneCountInString(line[:at]) + 1
}

// invalidAt finds the first byte that is not UTF-8.
func invalidAt(lines []string) (line, col int) {
	for i, l := range lines {
		if utf8.ValidString(l) {
			continue
		}
		for col := 0; ; col++ {
			r, size := utf8.DecodeRuneInString(l)
			if r == utf8.RuneError && size <= 1 {
				return i + 1, col + 1
			}
			l = l[size:]
		}
	}
	return 1, 1
}
