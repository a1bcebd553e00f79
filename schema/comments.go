package schema

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// comment is one comment of a source text.
type comment struct {
	line, col int    // of the #, from 1, in runes
	text      string // with the #, without white space at its end
	alone     bool   // nothing but white space and list dashes stands before it on its line
	blank     bool   // a blank line stands above it
}

// source is a YAML text with what the parser says of it: enough to tell comments from text that holds a #. The parser keeps
// comments too, but loses or moves some; a formatter must not.
type source struct {
	lines   []string
	masked  map[int][]span // per line, from 1: columns that quoted text and block text take up
	entries []entry        // in the order of the text
	flows   []extent       // of each {…} and […]
	tail    string         // comments below everything that no entry takes
}

type span struct{ from, to int } // columns from 1, half-open

// entry is a key of a mapping or an element of a list: what comments hang on.
type entry struct {
	node      *yaml.Node // the key, or the element
	line, col int        // where it starts; for an element of a block list, its dash
	depth     int
	flow      int // index in flows of the collection it stands in, -1 in block form
}

type extent struct {
	fromLine, fromCol, toLine, toCol int
	owner                            int // the entry whose value it is, -1 for the root
	outer                            int // the collection around it, -1
}

const endOfLine = 1 << 30

// newSource walks the nodes and notes where text and entries stand.
func newSource(lines []string, root *yaml.Node) *source {
	s := &source{lines: lines, masked: map[int][]span{}}
	s.maskAll(root, 0)
	s.walk(root, 0, -1, -1)
	return s
}

// runes returns a line, from 1; empty beyond the end.
func (s *source) runes(line int) []rune {
	if line < 1 || line > len(s.lines) {
		return nil
	}
	return []rune(s.lines[line-1])
}

// maskAll notes the extents of quoted and block text. parent is the column of the mapping or list that a text stands in.
func (s *source) maskAll(n *yaml.Node, parent int) {
	if n.Alias != nil {
		return
	}
	switch n.Kind {
	case yaml.ScalarNode:
		switch {
		case n.Style&yaml.DoubleQuotedStyle != 0:
			s.maskQuoted(n, '"')
		case n.Style&yaml.SingleQuotedStyle != 0:
			s.maskQuoted(n, '\'')
		case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
			s.maskBlock(n, parent)
		}
	case yaml.MappingNode, yaml.SequenceNode:
		for _, c := range n.Content {
			s.maskAll(c, n.Column)
		}
	}
}

func (s *source) maskQuoted(n *yaml.Node, quote rune) {
	line, col := n.Line, n.Column
	rs := s.runes(line)
	for col <= len(rs) && rs[col-1] != quote { // a tag or an anchor stands before the quote
		col++
	}
	from := col
	for line <= len(s.lines) {
		rs = s.runes(line)
		for col++; col <= len(rs); col++ {
			r := rs[col-1]
			if r == '\\' && quote == '"' {
				col++
				continue
			}
			if r != quote {
				continue
			}
			if quote == '\'' && col < len(rs) && rs[col] == quote {
				col++
				continue
			}
			s.masked[line] = append(s.masked[line], span{from, col + 1})
			return
		}
		s.masked[line] = append(s.masked[line], span{from, endOfLine})
		line, col, from = line+1, 0, 1
	}
}

// maskBlock masks the lines of a block text: those below its header that are blank or indented deeper than its parent.
func (s *source) maskBlock(n *yaml.Node, parent int) {
	header := n.Line
	for line := header + 1; line <= len(s.lines); line++ {
		text := s.lines[line-1]
		indent := len(text) - len(strings.TrimLeft(text, " "))
		if strings.TrimSpace(text) != "" && indent < max(parent, 1) && (parent > 0 || indent == 0) {
			return
		}
		s.masked[line] = append(s.masked[line], span{1, endOfLine})
	}
}

// walk lists the entries and the extents of flow collections.
func (s *source) walk(n *yaml.Node, depth, flow, owner int) {
	if n.Kind != yaml.MappingNode && n.Kind != yaml.SequenceNode || n.Alias != nil {
		return
	}
	if n.Style&yaml.FlowStyle != 0 {
		s.flows = append(s.flows, s.extentOf(n, owner, flow))
		flow = len(s.flows) - 1
	}
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	for i := 0; i+step <= len(n.Content); i += step {
		c := n.Content[i]
		e := entry{node: c, line: c.Line, col: c.Column, depth: depth, flow: flow}
		if n.Kind == yaml.SequenceNode && flow < 0 {
			e.col = n.Column // of the dashes
			e.line = s.dashLine(c, n.Column)
		}
		s.entries = append(s.entries, e)
		s.walk(n.Content[i+step-1], depth+1, flow, len(s.entries)-1)
	}
}

// dashLine finds the line of the dash of a list's element: its own, or one above where the element starts below its dash.
func (s *source) dashLine(n *yaml.Node, col int) int {
	for line := n.Line; line > 0; line-- {
		if rs := s.runes(line); col <= len(rs) && rs[col-1] == '-' && (line < n.Line || col < n.Column) && !s.isMasked(line, col) {
			return line
		}
	}
	return n.Line
}

// extentOf finds the end of a flow collection by its brackets.
func (s *source) extentOf(n *yaml.Node, owner, outer int) extent {
	x := extent{fromLine: n.Line, fromCol: n.Column, owner: owner, outer: outer, toLine: len(s.lines) + 1}
	open := 0
	for line, col := n.Line, n.Column; line <= len(s.lines); line, col = line+1, 1 {
		rs := s.runes(line)
		for ; col <= len(rs); col++ {
			if s.isMasked(line, col) {
				continue
			}
			switch rs[col-1] {
			case '[', '{':
				open++
			case ']', '}':
				if open--; open == 0 {
					x.toLine, x.toCol = line, col
					return x
				}
			case '#':
				if col == 1 || rs[col-2] == ' ' || rs[col-2] == '\t' {
					col = len(rs)
				}
			}
		}
	}
	return x
}

func (s *source) isMasked(line, col int) bool {
	return slices.ContainsFunc(s.masked[line], func(p span) bool { return col >= p.from && col < p.to })
}

// comments finds every comment of the text.
func (s *source) comments() []comment {
	var out []comment
	blank := false
	for line := 1; line <= len(s.lines); line++ {
		text := s.lines[line-1]
		if strings.TrimSpace(text) == "" && !s.isMasked(line, 1) {
			blank = true
			continue
		}
		if !strings.Contains(text, "#") {
			blank = false
			continue
		}
		rs := []rune(text)
		for i, r := range rs {
			if r != '#' || i > 0 && rs[i-1] != ' ' && rs[i-1] != '\t' || s.isMasked(line, i+1) {
				continue
			}
			before := string(rs[:i])
			c := comment{line: line, col: i + 1, text: strings.TrimRight(string(rs[i:]), " \t"), blank: blank}
			if c.alone = strings.Trim(before, " \t-") == ""; c.alone {
				c.col = len(before) - len(strings.TrimLeft(before, " \t")) + 1
				if strings.TrimSpace(before) == "" {
					c.col = utf8.RuneCountInString(before) + 1
				}
			}
			out = append(out, c)
			break
		}
		blank = false
	}
	return out
}

// attach hangs every comment on the entry that it speaks of: one on a line of its own on the entry below it (or, where it is
// indented deeper than that, on the one above), one behind a value on that value's entry. With blanks, a blank line above
// an entry or its comments is kept too.
func (s *source) attach(blanks bool) {
	firstOn := map[int]int{} // line → first entry that starts on it
	for i := len(s.entries) - 1; i >= 0; i-- {
		firstOn[s.entries[i].line] = i
	}
	for _, c := range s.comments() {
		text := c.text
		next, _ := slices.BinarySearchFunc(s.entries, c, func(e entry, c comment) int {
			if e.line != c.line {
				return e.line - c.line
			}
			return e.col - c.col
		})
		if c.alone { // the entries whose dash stands before it on the line come after it, too
			for next > 0 && s.entries[next-1].line == c.line {
				next--
			}
		}
		if !c.alone {
			if next > 0 {
				n := s.entries[s.behind(next-1, c)].node
				n.HeadComment += ended(n.LineComment) // `key: # one` and the value's own `# two` cannot both stay behind
				n.LineComment = text
			} else if len(s.entries) > 0 {
				s.entries[0].node.HeadComment += text + "\n"
			}
			continue
		}
		if foot := s.above(next, c); foot >= 0 {
			n := s.entries[foot].node
			n.FootComment += text + "\n"
			continue
		}
		if next >= len(s.entries) {
			s.tail += text + "\n"
			continue
		}
		n := s.entries[next].node
		if blanks && c.blank && (n.HeadComment != "" || next > 0) {
			text = "\n" + text
		}
		n.HeadComment += text + "\n"
	}
	if !blanks {
		return
	}
	for line, i := range firstOn {
		if e := s.entries[i]; (i > 0 || e.node.HeadComment != "") && e.flow < 0 && line > 1 && strings.TrimSpace(s.lines[line-2]) == "" && !s.isMasked(line-1, 1) {
			e.node.HeadComment += "\n"
		}
	}
}

// behind climbs from the last entry before a comment to the one whose value ends before it: behind `[a, b] # …` that is the
// list's, not b's.
func (s *source) behind(i int, c comment) int {
	for f := s.entries[i].flow; f >= 0; f = s.flows[f].outer {
		x := s.flows[f]
		if x.toLine > c.line || x.toLine == c.line && x.toCol > c.col || x.owner < 0 {
			continue
		}
		i = x.owner
	}
	return i
}

// above finds the entry that a comment on its own line stands at the foot of, -1 if it belongs to the entry below.
func (s *source) above(next int, c comment) int {
	if next == 0 {
		return -1
	}
	below := -1
	if next < len(s.entries) {
		if n := s.entries[next]; c.col <= n.col || n.flow >= 0 || n.depth > s.entries[next-1].depth {
			return -1
		} else {
			below = n.depth
		}
	}
	foot, depth := -1, endOfLine
	for i := next - 1; i >= 0; i-- { // the entries that are open above the comment, deepest first
		e := s.entries[i]
		if e.depth >= depth || e.depth < below {
			continue
		}
		depth = e.depth
		if e.flow < 0 {
			foot = i
			if e.col <= c.col {
				break
			}
		}
		if depth == 0 {
			break
		}
	}
	return foot
}
