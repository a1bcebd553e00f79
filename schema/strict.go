package schema

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// decoder fills Go values from YAML nodes, strictly: every key must be a field, stand once, and hold the field's type. It
// goes on after a mistake, so that a person sees all of them at once. It knows nothing of any file kind: the struct tags
// `yaml:"name,…"` and `enum:"a,b"` say all, and a field `Pos Pos` gets the place of its mapping.
type decoder struct {
	*mistakes
	fields map[reflect.Type][]field
	nodes  int // visited, aliases expanded: the measure against alias bombs
	most   int // nodes allowed
	open   []*yaml.Node
}

// newDecoder starts a decoder on the file that m is of. Values written out need two characters each, so that twice as many
// values as characters leave ample room for honest aliases; a bomb stays in proportion to its file.
func newDecoder(m *mistakes) *decoder {
	most := 10_000
	for _, l := range m.lines {
		most += 2 * len(l)
	}
	return &decoder{mistakes: m, fields: map[reflect.Type][]field{}, most: min(most, MaxNodes)}
}

// field is one struct field as its tags say.
type field struct {
	name      string
	index     int
	typ       reflect.Type
	omitEmpty bool
	flow      bool     // on one line where it fits
	inline    bool     // layout:"inline": each element on one line where it fits
	enum      []string // the words allowed, nil for any
}

var posType = reflect.TypeFor[Pos]()

// levelWords are the levels that a config may give a rule.
var levelWords = []string{"error", "warning", "info", "off"}

// fieldsOf lists the fields of a struct type that stand in YAML, in their order.
func fieldsOf(t reflect.Type) []field {
	var out []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, opts, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		options := strings.Split(opts, ",")
		x := field{name: name, index: i, typ: f.Type, omitEmpty: slices.Contains(options, "omitempty"),
			flow: slices.Contains(options, "flow"), inline: f.Tag.Get("layout") == "inline"}
		if e := f.Tag.Get("enum"); e != "" {
			x.enum = strings.Split(e, ",")
		} else {
			x.enum = vocabularyOf(f.Type)
		}
		out = append(out, x)
	}
	return out
}

// vocabularyOf gives the ids allowed for the vocabulary's types and lists of them; nil for other types.
func vocabularyOf(t reflect.Type) []string {
	if t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t {
	case reflect.TypeFor[Progress]():
		return ids(Progresses())
	case reflect.TypeFor[Disposition]():
		return ids(Dispositions())
	case reflect.TypeFor[Fact]():
		return ids(Facts())
	case reflect.TypeFor[Column]():
		return []string{string(Plan), string(Results), string(NextPlan)}
	}
	return nil
}

func (d *decoder) fieldsOf(t reflect.Type) []field {
	if f, ok := d.fields[t]; ok {
		return f
	}
	f := fieldsOf(t)
	d.fields[t] = f
	return f
}

// enter counts a node and follows an alias. It returns nil where the decoder must not go on.
func (d *decoder) enter(n *yaml.Node) *yaml.Node {
	d.nodes++
	if d.nodes > d.most {
		if d.nodes == d.most+1 {
			d.add(n.Line, n.Column, "more than %d values, aliases counted as often as they are used: split the file or write less of it by alias", d.most)
		}
		return nil
	}
	if len(d.open) > MaxDepth {
		d.add(n.Line, n.Column, "nested deeper than %d levels", MaxDepth)
		return nil
	}
	if n.Kind == yaml.AliasNode {
		if slices.Contains(d.open, n.Alias) {
			d.add(n.Line, n.Column, "alias *%s holds itself", n.Value)
			return nil
		}
		return n.Alias
	}
	return n
}

// decode fills v from n. name is the key for messages, "" for the whole file.
func (d *decoder) decode(at *yaml.Node, v reflect.Value, name string, enum []string) {
	n := d.enter(at)
	if n == nil {
		return
	}
	d.open = append(d.open, n)
	defer func() { d.open = d.open[:len(d.open)-1] }()
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" && v.Kind() != reflect.Interface {
		return // a key with nothing after it stands for an absent one
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.decode(n, v.Elem(), name, enum)
	case reflect.Struct:
		if _, ok := v.Addr().Interface().(*RuleLevel); ok {
			d.scalar(at, n, v.FieldByName("Level"), name, levelWords)
			return
		}
		d.structure(n, v, name)
	case reflect.Slice:
		if n.Kind != yaml.SequenceNode {
			d.wrong(at, n, name, "a list")
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
		if len(n.Content) == 0 {
			v.SetZero() // [] and an absent key are the same
		}
		for i, c := range n.Content {
			d.decode(c, v.Index(i), "an entry of "+strings.TrimPrefix(name, "an entry of "), enum)
		}
	case reflect.Map:
		d.mapping(n, v, name, enum)
	case reflect.Interface:
		d.anything(n)
		if n.Kind == yaml.ScalarNode && n.Tag != "!!null" { // free text; what is free and has a form is nobody's to read
			v.Set(reflect.ValueOf(n.Value))
		}
	default:
		d.scalar(at, n, v, name, enum)
	}
}

// structure fills a struct from a mapping and names unknown and duplicate keys.
func (d *decoder) structure(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, n, name, "a mapping (key: value)")
		return
	}
	fields := d.fieldsOf(v.Type())
	if p := v.FieldByName("Pos"); p.IsValid() && p.Type() == posType {
		p.Set(reflect.ValueOf(Pos{d.file, n.Line, n.Column}))
	}
	for key, value := range d.pairs(n) {
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == key.Value })
		if i < 0 {
			names := make([]string, len(fields))
			for i, f := range fields {
				names[i] = f.name
			}
			d.add(key.Line, key.Column, "unknown key %q: %s", key.Value, choice(key.Value, names))
			continue
		}
		d.decode(value, v.Field(fields[i].index), key.Value, fields[i].enum)
	}
}

// pairs goes through a mapping and reports keys that are no plain words or stand twice.
func (d *decoder) pairs(n *yaml.Node) func(yield func(key, value *yaml.Node) bool) {
	return func(yield func(key, value *yaml.Node) bool) {
		first := make(map[string]*yaml.Node, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Kind != yaml.ScalarNode || !slices.Contains([]string{"!!str", "!!int", "!!float", "!!bool", "!!timestamp"}, key.Tag) {
				d.add(key.Line, key.Column, "a key must be a plain word")
				continue
			}
			if was := first[key.Value]; was != nil {
				d.add(key.Line, key.Column, "duplicate key %q: it stands in line %d already", key.Value, was.Line)
				continue
			}
			first[key.Value] = key
			if !yield(key, n.Content[i+1]) {
				return
			}
		}
	}
}

// mapping fills a map from keys of the person's own, such as rule names, to values.
func (d *decoder) mapping(n *yaml.Node, v reflect.Value, name string, enum []string) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, n, name, "a mapping (key: value)")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for key, value := range d.pairs(n) {
		e := reflect.New(v.Type().Elem()).Elem()
		d.decode(value, e, key.Value, enum)
		if l, ok := e.Addr().Interface().(*RuleLevel); ok {
			l.Pos = Pos{d.file, key.Line, key.Column} // of the rule's name, which is what may be unknown
		}
		v.SetMapIndex(reflect.ValueOf(key.Value), e)
	}
}

// anything walks a part whose form is free, for its keys and its size.
func (d *decoder) anything(n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		for _, value := range d.pairs(n) {
			if value = d.enter(value); value != nil {
				d.open = append(d.open, value)
				d.anything(value)
				d.open = d.open[:len(d.open)-1]
			}
		}
		return
	}
	for _, c := range n.Content {
		if c = d.enter(c); c != nil {
			d.open = append(d.open, c)
			d.anything(c)
			d.open = d.open[:len(d.open)-1]
		}
	}
}

// scalar fills a string, number or truth value.
func (d *decoder) scalar(at, n *yaml.Node, v reflect.Value, name string, enum []string) {
	if n.Kind != yaml.ScalarNode {
		d.wrong(at, n, name, wanted(v))
		return
	}
	switch v.Kind() {
	case reflect.String:
		switch n.Tag {
		case "!!str", "!!int", "!!float", "!!timestamp": // a number or a date is taken as it is written: label: 1
		default:
			d.add(at.Line, at.Column, "%s must be text, not %s: put it in quotes", name, described(n))
			return
		}
		if enum != nil && n.Value != "" && !slices.Contains(enum, n.Value) {
			d.add(at.Line, at.Column, "%s: unknown word %q: %s", name, n.Value, choice(n.Value, enum))
		}
		v.SetString(n.Value)
	case reflect.Int:
		i, err := strconv.ParseInt(n.Value, 10, 32)
		if n.Tag != "!!int" || err != nil {
			d.wrong(at, n, name, wanted(v))
			return
		}
		v.SetInt(i)
	case reflect.Float64:
		f, err := strconv.ParseFloat(n.Value, 64)
		if n.Tag != "!!int" && n.Tag != "!!float" || err != nil || f != f {
			d.wrong(at, n, name, wanted(v))
			return
		}
		v.SetFloat(f)
	case reflect.Bool:
		if n.Tag != "!!bool" {
			d.wrong(at, n, name, wanted(v))
			return
		}
		v.SetBool(strings.EqualFold(n.Value, "true"))
	}
}

func wanted(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Int:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	case reflect.Bool:
		return "true or false"
	}
	return "text"
}

// wrong reports a value of another type than its key takes.
func (d *decoder) wrong(at, n *yaml.Node, name, want string) {
	if name == "" {
		name = "the file"
	}
	d.add(at.Line, at.Column, "%s must be %s, not %s", name, want, described(n))
}

// described names what stands in the file.
func described(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	value := n.Value
	if rs := []rune(value); len(rs) > 24 {
		value = string(rs[:24]) + "…"
	}
	switch n.Tag {
	case "!!null":
		return "nothing"
	case "!!int", "!!float":
		return "the number " + value
	case "!!bool":
		return "the truth value " + value
	case "!!timestamp":
		return "the date " + value
	case "!!str":
		return "the text " + strconv.Quote(value)
	}
	return "a value tagged " + n.Tag
}
