package schema

import (
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// lineWidth is how wide a line of several values may be, in terminal columns, before it is broken up. Text is never broken.
const lineWidth = 120

// writer lays nodes out in the one canonical form that Marshal and Format share: two blanks of indent, keys in the order of
// the type's fields, `[…]` and `{…}` on one line where the type says so and it fits, quotes only where they are needed.
// Comments stand in HeadComment (lines above), LineComment and FootComment (lines below) of a mapping's keys and a list's
// elements; those above and below end with a line break each, and an empty line is a blank line.
type writer struct {
	strings.Builder
	fields map[reflect.Type][]field
}

func (w *writer) fieldsOf(t reflect.Type) []field {
	if t == nil {
		return nil
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	if f, ok := w.fields[t]; ok {
		return f
	}
	f := fieldsOf(t)
	w.fields[t] = f
	return f
}

// style says how the type wants a node laid out.
type style struct {
	typ  reflect.Type // nil: unknown, the source's own style stays
	flow bool         // on one line where it fits
	each bool         // its elements are on one line where they fit
}

// element is the style of a list's elements or a map's values.
func (s style) element() style {
	if s.typ == nil {
		return style{}
	}
	switch s.typ.Kind() {
	case reflect.Slice, reflect.Map:
		return style{typ: s.typ.Elem(), flow: s.flow || s.each}
	}
	return style{}
}

// mapping writes a mapping in block form. first says that the cursor stands behind `- ` already.
func (w *writer) mapping(n *yaml.Node, s style, indent int, first bool) {
	fields := w.fieldsOf(s.typ)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !first || i > 0 {
			w.comment(key.HeadComment, indent)
			w.indent(indent)
		}
		w.WriteString(scalarText(key, false))
		w.WriteByte(':')
		w.value(value, w.styleOf(key, s, fields), key.LineComment, indent, displayWidth(key.Value)+2)
		w.comment(key.FootComment, indent)
	}
}

func (w *writer) styleOf(key *yaml.Node, s style, fields []field) style {
	if i := slices.IndexFunc(fields, func(f field) bool { return f.name == key.Value }); i >= 0 {
		return style{fields[i].typ, fields[i].flow, fields[i].inline}
	}
	if s.typ != nil && s.typ.Kind() == reflect.Map {
		return s.element()
	}
	return style{}
}

// value writes what stands behind `key:`.
func (w *writer) value(n *yaml.Node, s style, line string, indent, used int) {
	if w.oneLine(n, s, indent+used, line) {
		w.WriteByte(' ')
		w.WriteString(w.flow(n, s))
		w.endLine(line)
		return
	}
	switch n.Kind {
	case yaml.ScalarNode:
		w.WriteByte(' ')
		w.literal(n.Value, line, indent+2)
	case yaml.MappingNode:
		w.endLine(line)
		w.mapping(n, s, indent+2, false)
	case yaml.SequenceNode:
		w.endLine(line)
		w.sequence(n, s, indent+2, false)
	}
}

// sequence writes a list in block form.
func (w *writer) sequence(n *yaml.Node, s style, indent int, first bool) {
	each := s.element()
	for i, e := range n.Content {
		head, line := e.HeadComment, e.LineComment
		short := w.oneLine(e, each, indent+2, line) && !(each.flow && e.Kind == yaml.MappingNode && len(e.Content) == 2)
		if !short && e.Kind != yaml.ScalarNode { // comments that have no line of their own in `- key: …` go above it
			head, line = head+ended(line)+hoist(e), ""
		}
		if !first || i > 0 {
			w.comment(head, indent)
			w.indent(indent)
		}
		w.WriteString("- ")
		switch {
		case short:
			w.WriteString(w.flow(e, each))
			w.endLine(line)
		case e.Kind == yaml.ScalarNode:
			w.literal(e.Value, line, indent+2)
		case e.Kind == yaml.MappingNode:
			w.mapping(e, each, indent+2, true)
		case e.Kind == yaml.SequenceNode:
			w.sequence(e, each, indent+2, true)
		}
		w.comment(e.FootComment, indent)
	}
}

// oneLine reports whether a node is written on the line where it starts.
func (w *writer) oneLine(n *yaml.Node, s style, used int, line string) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Tag != "!!str" || !literalText(n.Value)
	case yaml.MappingNode, yaml.SequenceNode:
		if len(n.Content) == 0 {
			return true
		}
	}
	flow := s.flow
	if s.typ == nil {
		flow = n.Style&yaml.FlowStyle != 0
	}
	return flow && size(n) <= 6*lineWidth && !commented(n) && !tall(n) && used+displayWidth(w.flow(n, s)) <= lineWidth
}

// size is the number of bytes of the texts in a node: beyond six for every column of a line there is no need to measure.
func size(n *yaml.Node) int {
	bytes := len(n.Value)
	for _, c := range n.Content {
		bytes += size(c)
	}
	return bytes
}

// tall reports whether a text of several lines stands in the node: it is written as lines, not as \n.
func tall(n *yaml.Node) bool {
	if n.Kind == yaml.ScalarNode {
		return n.Tag == "!!str" && literalText(n.Value)
	}
	return slices.ContainsFunc(n.Content, tall)
}

// commented reports whether a comment stands inside the node.
func commented(n *yaml.Node) bool {
	return slices.ContainsFunc(n.Content, func(c *yaml.Node) bool {
		return c.HeadComment != "" || c.LineComment != "" || c.FootComment != "" || commented(c)
	})
}

// flow writes a node on one line.
func (w *writer) flow(n *yaml.Node, s style) string {
	return w.flowInner(n, s, false)
}

func (w *writer) flowInner(n *yaml.Node, s style, inside bool) string {
	switch n.Kind {
	case yaml.MappingNode:
		parts := make([]string, 0, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			parts = append(parts, scalarText(n.Content[i], true)+": "+w.flowInner(n.Content[i+1], s, true))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yaml.SequenceNode:
		parts := make([]string, 0, len(n.Content))
		for _, c := range n.Content {
			parts = append(parts, w.flowInner(c, s, true))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return scalarText(n, inside)
}

// literal writes a text of several lines as a block.
func (w *writer) literal(s, line string, indent int) {
	w.WriteByte('|')
	if !strings.HasSuffix(s, "\n") {
		w.WriteByte('-')
	}
	w.endLine(line)
	for l := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		if l != "" {
			w.indent(indent)
			w.WriteString(l)
		}
		w.WriteByte('\n')
	}
}

func (w *writer) endLine(comment string) {
	if comment != "" {
		w.WriteByte(' ')
		w.WriteString(comment)
	}
	w.WriteByte('\n')
}

// comment writes comment lines of their own. Blank lines in a row become one; none opens the file.
func (w *writer) comment(c string, indent int) {
	if c == "" {
		return
	}
	for l := range strings.SplitSeq(strings.TrimSuffix(c, "\n"), "\n") {
		if l != "" {
			w.indent(indent)
			w.WriteString(l)
		} else if w.Len() == 0 || strings.HasSuffix(w.String(), "\n\n") {
			continue
		}
		w.WriteByte('\n')
	}
}

// hoist takes the comments of what shares its line with a list's dash: they can only stand above it.
func hoist(e *yaml.Node) string {
	if e.Kind == yaml.ScalarNode || len(e.Content) == 0 {
		return ""
	}
	c := e.Content[0]
	head := c.HeadComment
	c.HeadComment = ""
	if e.Kind == yaml.SequenceNode && c.Kind != yaml.ScalarNode {
		head += ended(c.LineComment) + hoist(c)
		c.LineComment = ""
	}
	return head
}

// ended makes a comment a line of its own.
func ended(c string) string {
	if c == "" {
		return ""
	}
	return c + "\n"
}

func (w *writer) indent(n int) {
	for range n {
		w.WriteByte(' ')
	}
}

// document writes the root node.
func (w *writer) document(n *yaml.Node, s style) {
	switch {
	case w.oneLine(n, s, 0, ""):
		w.WriteString(w.flow(n, s))
		w.endLine(n.LineComment)
	case n.Kind == yaml.MappingNode:
		w.mapping(n, s, 0, false)
	case n.Kind == yaml.SequenceNode:
		w.sequence(n, s, 0, false)
	default:
		w.literal(n.Value, "", 2)
	}
}
