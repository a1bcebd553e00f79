package schema

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// plainNode reads the plain part of YAML: mappings and lists by their indentation, one value a line, lists and mappings in brackets
// on one line, texts without quotes or in simple double ones. That is what layout.go writes, and most of what people do. It gives
// the nodes that yaml.v3 gives, with their tags and places, in a quarter of its time and less memory, or nil: then yaml.v3
// has to read the file. FuzzPlain holds the two against each other.
func plainNode(b string) *yaml.Node {
	if !plainCharacters(b) {
		return nil
	}
	p := &plainReader{rest: b}
	if p.next(); p.done {
		return nil
	}
	root := p.block(0)
	if root == nil || !p.done {
		return nil
	}
	return root
}

// plainCharacters says whether a text is free of the characters that break lines or mean something to a YAML reader other than themselves.
func plainCharacters(b string) bool {
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c < ' ' && c != '\n', c == 0x7f:
			return false
		case c == 0xc2 && i+1 < len(b) && b[i+1] < 0xa0: // the controls beyond ASCII
			return false
		case c == 0xe2 && (strings.HasPrefix(b[i:], "\u2028") || strings.HasPrefix(b[i:], "\u2029")):
			return false
		case c == 0xef && (strings.HasPrefix(b[i:], "\ufeff") || strings.HasPrefix(b[i:], "\ufffe") || strings.HasPrefix(b[i:], "\uffff")):
			return false
		}
	}
	return true
}

// plainReader stands at a line, or behind the dash of one.
type plainReader struct {
	rest string // the lines after this one
	line int    // from 1
	col  int    // where text begins, from 0
	text string // of the line, without indentation and dash
	done bool   // no line is left
	deep int
	free []yaml.Node  // room for nodes
	open []*yaml.Node // elements of the lists and mappings being read
}

// next goes to the next line that holds more than a comment.
func (p *plainReader) next() {
	for p.rest != "" {
		line, rest, _ := strings.Cut(p.rest, "\n")
		p.rest, p.line = rest, p.line+1
		p.text = strings.TrimLeft(line, " ")
		p.col = len(line) - len(p.text)
		if p.text != "" && p.text[0] != '#' {
			return
		}
	}
	p.text, p.col, p.done = "", -1, true
}

func (p *plainReader) node(kind yaml.Kind, tag, value string, col int) *yaml.Node {
	if len(p.free) == 0 {
		p.free = make([]yaml.Node, 256)
	}
	n := &p.free[0]
	p.free = p.free[1:]
	n.Kind, n.Tag, n.Value, n.Line, n.Column = kind, tag, value, p.line, col+1
	return n
}

// close gives a list or mapping its elements: those opened since.
func (p *plainReader) close(n *yaml.Node, since int) *yaml.Node {
	n.Content = slices.Clone(p.open[since:])
	p.open = p.open[:since]
	return n
}

// block reads the list or mapping that begins here, in column from at least; nil if it is not plain.
func (p *plainReader) block(from int) *yaml.Node {
	if p.col < from || p.deep == MaxDepth/2 {
		return nil
	}
	p.deep++
	defer func() { p.deep-- }()
	if strings.HasPrefix(p.text, "- ") {
		return p.list(p.col)
	}
	return p.mapping(p.col)
}

func (p *plainReader) list(col int) *yaml.Node {
	n, since := p.node(yaml.SequenceNode, "!!seq", "", col), len(p.open)
	for p.col == col && strings.HasPrefix(p.text, "- ") {
		p.text, p.col = p.text[2:], col+2
		var e *yaml.Node
		if _, _, ok := plainKey(p.text); ok {
			e = p.mapping(p.col)
		} else if e = p.value(p.text, p.col); e != nil {
			p.next()
		}
		if e == nil || p.col > col {
			return nil
		}
		p.open = append(p.open, e)
	}
	return p.close(n, since)
}

func (p *plainReader) mapping(col int) *yaml.Node {
	n, since := p.node(yaml.MappingNode, "!!map", "", col), len(p.open)
	for p.col == col {
		key, value, ok := plainKey(p.text)
		if !ok {
			return nil
		}
		p.open = append(p.open, p.node(yaml.ScalarNode, "!!str", key, col))
		var v *yaml.Node
		if value == "" {
			p.next()
			v = p.block(col + 1)
		} else if v = p.value(value, col+len(key)+2); v != nil {
			p.next()
		}
		if v == nil || p.col > col {
			return nil
		}
		p.open = append(p.open, v)
	}
	return p.close(n, since)
}

// plainKey cuts a key and its colon off a line; value is "" where the line ends there.
func plainKey(line string) (key, value string, ok bool) {
	i := 0
	for i < len(line) && (line[i] >= 'a' && line[i] <= 'z' || line[i] == '_') {
		i++
	}
	if i == 0 || i == len(line) || line[i] != ':' || plainTag(line[:i]) != "!!str" {
		return "", "", false
	}
	if i+1 == len(line) {
		return line[:i], "", true
	}
	return line[:i], line[min(i+2, len(line)):], line[i+1] == ' ' && i+2 < len(line)
}

// value reads what stands on one line, in column col.
func (p *plainReader) value(s string, col int) *yaml.Node {
	if s == "" {
		return nil
	}
	switch s[0] {
	case '"':
		if len(s) < 2 || strings.ContainsAny(s[1:len(s)-1], `"\`) || s[len(s)-1] != '"' {
			return nil
		}
		return p.node(yaml.ScalarNode, "!!str", s[1:len(s)-1], col)
	case '[', '{':
		if len(s) > 1000 {
			return nil // beyond that much no key is looked for
		}
		n, rest := p.flow(s, s, col)
		if rest != "" {
			return nil
		}
		return n
	}
	tag := plainTag(s)
	if tag == "" || s[len(s)-1] == ' ' || s[len(s)-1] == ':' || strings.Contains(s, ": ") || strings.Contains(s, " #") {
		return nil
	}
	return p.node(yaml.ScalarNode, tag, s, col)
}

// flow reads a list, mapping or text in brackets at the start of s, which is the end of whole, and returns what stands behind it. What
// is not plain gives nil.
func (p *plainReader) flow(s, whole string, col int) (*yaml.Node, string) {
	at := col + utf8.RuneCountInString(whole[:len(whole)-len(s)])
	if s == "" || s[0] != '[' && s[0] != '{' {
		end := strings.IndexAny(s, ",]}")
		if end < 0 {
			return nil, s
		}
		text := s[:end]
		tag := plainTag(text)
		if tag == "" || text[end-1] == ' ' || strings.ContainsAny(text, "[{:?#'\"") {
			return nil, s
		}
		return p.node(yaml.ScalarNode, tag, text, at), s[end:]
	}
	shut, kind, name := "]", yaml.SequenceNode, "!!seq"
	if s[0] == '{' {
		shut, kind, name = "}", yaml.MappingNode, "!!map"
	}
	n, since := p.node(kind, name, "", at), len(p.open)
	if s = s[1:]; strings.HasPrefix(s, shut) {
		return n, s[1:]
	}
	for {
		if kind == yaml.MappingNode {
			key, value, ok := plainKey(s)
			if !ok || value == "" {
				return nil, s
			}
			p.open = append(p.open, p.node(yaml.ScalarNode, "!!str", key, col+utf8.RuneCountInString(whole[:len(whole)-len(s)])))
			s = value
		}
		e, rest := p.flow(s, whole, col)
		if e == nil {
			return nil, s
		}
		p.open = append(p.open, e)
		if s = rest; strings.HasPrefix(s, shut) {
			return p.close(n, since), s[1:]
		}
		if !strings.HasPrefix(s, ", ") {
			return nil, s
		}
		s = s[2:]
	}
}

// plainTag is the tag of a text without quotes by how it begins, "" where that takes a YAML reader to tell.
func plainTag(s string) string {
	if s == "" {
		return ""
	}
	switch c := s[0]; {
	case c >= utf8.RuneSelf, c == '(':
		return "!!str"
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		switch {
		case s == "true" || s == "false":
			return "!!bool"
		case otherWord(s):
			return ""
		}
		return "!!str"
	case c >= '0' && c <= '9':
		if proseNumber(s) {
			return "!!str"
		}
		if len(s) > 9 || c == '0' && len(s) > 1 || strings.Trim(s, "0123456789") != "" {
			return ""
		}
		return "!!int"
	}
	return ""
}
