package schema

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Kind is a kind of YAML file that people write for plandiff.
type Kind struct {
	Name string       // edition, config, …: as `plandiff schema NAME` knows it
	Doc  string       // one line
	Type reflect.Type // of the Go value it loads into
	mark string       // the key of the file's root by which it is known
}

// Kinds lists the kinds. Their names, the help of `plandiff schema` and the published JSON Schemas derive from it.
func Kinds() []Kind {
	return []Kind{
		{"edition", "one yearly edition of a plan document, as `plandiff read` writes it", reflect.TypeFor[Edition](), "sections"},
		{"config", "what a project wants of plandiff: .plandiff.yaml", reflect.TypeFor[Config](), "check"},
		{"gold", "labels given by people, by which plandiff's own are measured", reflect.TypeFor[Gold](), "labels"},
		{"baseline", "findings that are known and accepted: .plandiff-baseline.yaml", reflect.TypeFor[Baseline](), "entries"},
		{"reviews", "reviewers' judgements", reflect.TypeFor[Reviews](), "annotations"},
	}
}

// kindOf tells by the keys at the root what kind of file it is; nil for any other YAML.
func kindOf(root *yaml.Node) reflect.Type {
	has := func(n *yaml.Node, key string) bool { return n.Kind == yaml.MappingNode && lookup(n, key) != nil }
	if root.Kind == yaml.SequenceNode && len(root.Content) > 0 && has(root.Content[0], "labels") {
		return reflect.TypeFor[[]GoldItem]()
	}
	if items := lookup(root, "items"); items != nil && items.Kind == yaml.SequenceNode && len(items.Content) > 0 && has(items.Content[0], "labels") {
		return reflect.TypeFor[Gold]()
	}
	best, most := reflect.Type(nil), 0
	for _, k := range Kinds() {
		known := 0
		for _, f := range fieldsOf(k.Type) {
			if has(root, f.name) {
				known++
			}
		}
		if has(root, k.mark) {
			known += 2
		}
		if known > most && known > len(root.Content)/4 {
			best, most = k.Type, known
		}
	}
	return best
}

// otherKind names what a file is and what was wanted, where it is plainly another kind of file than was wanted: it has the
// key by which the other is known, and not its own.
func otherKind(root *yaml.Node, wanted reflect.Type) (is, want string) {
	t, gold := kindOf(root), reflect.TypeFor[Gold]()
	if t == reflect.TypeFor[[]GoldItem]() {
		t = gold
	}
	for _, k := range Kinds() {
		if k.Type == wanted {
			if lookup(root, k.mark) != nil || wanted == gold && lookup(root, "items") != nil {
				return "", ""
			}
			want = k.called()
		}
		if k.Type == t && t != wanted && (t == gold || lookup(root, k.mark) != nil) {
			is = k.called()
		}
	}
	if want == "" {
		return "", ""
	}
	return is, want
}

// called is what messages call such a file.
func (k Kind) called() string {
	switch k.Name {
	case "edition":
		return "an edition"
	case "config":
		return "a configuration"
	case "gold":
		return "a file of gold labels"
	case "baseline":
		return "a baseline"
	}
	return "a " + k.Name + " file"
}

func lookup(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// Format lays a YAML file out in the canonical form that Marshal writes, and keeps its comments: two blanks of indent, the
// keys of a plandiff file in their order, `[…]` and `{…}` where they fit, quotes only where needed. Aliases are written
// out. In an edition blank lines and keys with nothing in them go, so that it loads and is written back byte for byte; in
// other files one blank line is kept where some are. In: any YAML with one document. Errors: as Parse has them for syntax
// and duplicate keys. Format of what Format wrote changes nothing.
func Format(name string, b []byte) ([]byte, error) {
	root, s, err := readSource(name, b)
	if err != nil {
		return nil, err
	}
	if root.Kind != yaml.MappingNode && root.Kind != yaml.SequenceNode && root.Kind != 0 {
		return nil, fmt.Errorf("%s:1:1: this is no YAML file of plandiff: it holds one text and no keys; plandiff schema lists the kinds", name)
	}
	before := s.says(root)
	kind := kindOf(root)
	s.attach(kind != reflect.TypeFor[Edition]())
	w := &writer{fields: map[reflect.Type][]field{}}
	look := style{typ: kind}
	if len(s.entries) > 0 { // what opens the file stays there, whichever key comes first then
		first := s.entries[0].node
		w.comment(first.HeadComment, 0)
		first.HeadComment = ""
	} else { // nothing to hang comments on
		s.tail = ""
		for _, c := range s.comments() {
			w.comment(c.text, 0)
		}
	}
	w.arrange(root, look)
	w.document(root, look)
	w.comment(s.tail, 0)
	out := []byte(w.String())
	// Belt and braces: what people wrote must all be there, or the file stays as it is.
	root, s, err = readSource(name, out)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be laid out: leave the file as it is and report this (%w)", name, err)
	}
	if s.says(root) != before {
		return nil, fmt.Errorf("%s: cannot be laid out without losing something: leave the file as it is and report this", name)
	}
	return out, nil
}

// readSource parses a file for Format.
func readSource(name string, b []byte) (*yaml.Node, *source, error) {
	root, m, err := parseNode(name, b)
	if err != nil {
		return nil, nil, err
	}
	d := newDecoder(m)
	root = d.plain(root)
	if err := m.err(); err != nil {
		return nil, nil, err
	}
	return root, newSource(m.lines, root), nil
}

// says gives a text that is equal for two files with the same values (empty ones aside) and the same comments.
func (s *source) says(root *yaml.Node) string {
	var list []string
	for _, c := range s.comments() {
		list = append(list, c.text)
	}
	slices.Sort(list)
	var b strings.Builder
	digest(&b, root)
	return b.String() + "\n" + strings.Join(list, "\n")
}

// plainTags are the tags of what a plandiff file may hold.
var plainTags = []string{"!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!!map", "!!seq"}

// plain returns the tree without aliases, anchors, tags and the parser's own idea of comments, and reports what has no
// canonical form.
func (d *decoder) plain(at *yaml.Node) *yaml.Node {
	n := d.enter(at)
	if n == nil {
		return at
	}
	if !slices.Contains(plainTags, n.Tag) {
		d.add(at.Line, at.Column, "tag %s: plandiff files hold plain text, numbers, lists and mappings only", n.Tag)
		return at
	}
	c := &yaml.Node{Kind: n.Kind, Tag: n.Tag, Value: n.Value, Style: n.Style, Line: n.Line, Column: n.Column}
	if at != n { // places inside are those of the anchor: Alias set says so
		c.Line, c.Column, c.Alias = at.Line, at.Column, n
	}
	d.open = append(d.open, n)
	defer func() { d.open = d.open[:len(d.open)-1] }()
	if n.Kind == yaml.MappingNode {
		for key, value := range d.pairs(n) {
			k := *key
			k.HeadComment, k.LineComment, k.FootComment, k.Anchor = "", "", "", ""
			c.Content = append(c.Content, &k, d.plain(value))
		}
		return c
	}
	for _, e := range n.Content {
		c.Content = append(c.Content, d.plain(e))
	}
	return c
}

// arrange puts the keys of a known type in its order, unknown ones last, and takes out what omitempty leaves out.
func (w *writer) arrange(n *yaml.Node, s style) {
	if n.Kind == yaml.SequenceNode {
		for _, c := range n.Content {
			w.arrange(c, s.element())
		}
		return
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	fields := w.fieldsOf(s.typ)
	var pairs [][2]*yaml.Node
	foot := "" // of the mapping as a whole: it stays at its end
	if k := len(n.Content); k > 2 {
		foot, n.Content[k-2].FootComment = n.Content[k-2].FootComment, ""
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		w.arrange(value, w.styleOf(key, s, fields))
		at := slices.IndexFunc(fields, func(f field) bool { return f.name == key.Value })
		if at >= 0 {
			f := fields[at]
			value = w.typed(value, f.typ)
			if f.omitEmpty && f.typ.Kind() != reflect.Pointer && nothing(value, f.typ) && key.HeadComment+key.LineComment+key.FootComment == "" && !commented(value) {
				continue
			}
		}
		pairs = append(pairs, [2]*yaml.Node{key, value})
	}
	rank := func(p [2]*yaml.Node) int {
		if i := slices.IndexFunc(fields, func(f field) bool { return f.name == p[0].Value }); i >= 0 {
			return i
		}
		return len(fields)
	}
	if len(fields) > 0 {
		slices.SortStableFunc(pairs, func(a, b [2]*yaml.Node) int { return rank(a) - rank(b) })
	}
	if len(pairs) == 0 && foot != "" { // nothing else holds the comment
		pairs = append(pairs, [2]*yaml.Node{n.Content[len(n.Content)-2], n.Content[len(n.Content)-1]})
	}
	if len(pairs) > 0 {
		pairs[len(pairs)-1][0].FootComment += foot
	}
	n.Content = n.Content[:0]
	for _, p := range pairs {
		n.Content = append(n.Content, p[0], p[1])
	}
}

// typed writes a scalar as its field's type does: label: 1 is text, so it gets quotes; a version 01 is 1.
func (w *writer) typed(n *yaml.Node, t reflect.Type) *yaml.Node {
	if n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice {
		for i, c := range n.Content {
			n.Content[i] = w.typed(c, t.Elem())
		}
		return n
	}
	if n.Kind == yaml.ScalarNode && t.Kind() == reflect.String && slices.Contains([]string{"!!int", "!!float", "!!timestamp"}, n.Tag) {
		n.Tag = "!!str"
	}
	if n.Kind == yaml.ScalarNode && t.Kind() == reflect.Bool && n.Tag == "!!bool" {
		n.Value = strings.ToLower(n.Value)
	}
	return n
}

// nothing reports whether a node loads as the zero value of its field's type.
func nothing(n *yaml.Node, t reflect.Type) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return true
		}
		switch t.Kind() {
		case reflect.String:
			return n.Value == "" && n.Tag == "!!str"
		case reflect.Int, reflect.Float64:
			return n.Value == "0"
		case reflect.Bool:
			return n.Value == "false"
		}
		return false
	}
	return len(n.Content) == 0
}

// digest writes a tree in a form that is equal for files that say the same: keys sorted, empty values left out.
func digest(b *strings.Builder, n *yaml.Node) {
	switch n.Kind {
	case yaml.ScalarNode:
		value := n.Value
		switch n.Tag {
		case "!!null":
			value = "null"
		case "!!bool":
			value = strings.ToLower(value)
		}
		b.WriteString(strconv.Itoa(len(value)))
		b.WriteByte('"')
		b.WriteString(value)
	case yaml.SequenceNode:
		b.WriteByte('[')
		for _, c := range n.Content {
			digest(b, c)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	case yaml.MappingNode:
		var keys []int
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !hollow(n.Content[i+1]) {
				keys = append(keys, i)
			}
		}
		slices.SortFunc(keys, func(i, j int) int { return strings.Compare(n.Content[i].Value, n.Content[j].Value) })
		b.WriteByte('{')
		for _, i := range keys {
			digest(b, n.Content[i])
			b.WriteByte(':')
			digest(b, n.Content[i+1])
			b.WriteByte(',')
		}
		b.WriteByte('}')
	}
}

// hollow reports whether a value may be left out as some field's zero value.
func hollow(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Tag == "!!null" || n.Value == "" || n.Value == "0" || strings.EqualFold(n.Value, "false")
	case yaml.MappingNode:
		for i := 1; i < len(n.Content); i += 2 {
			if !hollow(n.Content[i]) {
				return false
			}
		}
		return true
	}
	return len(n.Content) == 0
}
