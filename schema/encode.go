package schema

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// encoder turns Go values into nodes, by the same struct tags that the decoder reads.
type encoder struct {
	fields map[reflect.Type][]field
}

// encode turns a value into a node. The only errors are text that is not UTF-8 and a type that has no YAML form; they start
// with the path of the value.
func (w *encoder) encode(v reflect.Value) (*yaml.Node, error) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}, nil
		}
		return w.encode(v.Elem())
	case reflect.Struct:
		if l, ok := v.Interface().(RuleLevel); ok {
			return text(l.Level), nil
		}
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for _, f := range w.fieldsOf(v.Type()) {
			e := v.Field(f.index)
			if f.omitEmpty && w.empty(e) {
				continue
			}
			c, err := w.encode(e)
			if err != nil {
				return nil, under(f.name, err)
			}
			n.Content = append(n.Content, text(f.name), c)
		}
		return n, nil
	case reflect.Map:
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range keys {
			c, err := w.encode(v.MapIndex(k))
			if err != nil {
				return nil, under(k.String(), err)
			}
			n.Content = append(n.Content, text(k.String()), c)
		}
		return n, nil
	case reflect.Slice:
		n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for i := range v.Len() {
			c, err := w.encode(v.Index(i))
			if err != nil {
				return nil, under("["+strconv.Itoa(i)+"]", err)
			}
			n.Content = append(n.Content, c)
		}
		return n, nil
	case reflect.String:
		if !utf8.ValidString(v.String()) {
			return nil, fmt.Errorf(": text that is not UTF-8: %q", v.String())
		}
		return text(v.String()), nil
	case reflect.Int:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.FormatInt(v.Int(), 10)}, nil
	case reflect.Float64:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!float", Value: strconv.FormatFloat(v.Float(), 'g', -1, 64)}, nil
	case reflect.Bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(v.Bool())}, nil
	}
	return nil, fmt.Errorf(": no YAML form for %s", v.Type())
}

// under puts a step of the path before an error: .plan, then [0], then what is wrong.
func under(step string, err error) error {
	inner := err.Error()
	if inner[0] != ':' && inner[0] != '[' {
		step += "."
	}
	return errors.New(step + inner)
}

func (w *encoder) fieldsOf(t reflect.Type) []field {
	if f, ok := w.fields[t]; ok {
		return f
	}
	f := fieldsOf(t)
	w.fields[t] = f
	return f
}

func text(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }

// empty reports whether a value is left out under omitempty: zero, or a list or map without entries.
func (w *encoder) empty(v reflect.Value) bool {
	if k := v.Kind(); k == reflect.Slice || k == reflect.Map {
		return v.Len() == 0
	}
	if v.Kind() == reflect.Struct { // places in the YAML do not count: they are not written
		for _, f := range w.fieldsOf(v.Type()) {
			if !w.empty(v.Field(f.index)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}
