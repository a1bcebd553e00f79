package schema

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// encode turns a Go value into nodes, by the same struct tags that decode reads. The only error is text that is not UTF-8.
func encode(v reflect.Value, path string) (*yaml.Node, error) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}, nil
		}
		return encode(v.Elem(), path)
	case reflect.Struct:
		if l, ok := v.Interface().(RuleLevel); ok {
			return text(l.Level), nil
		}
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for _, f := range fieldsOf(v.Type()) {
			e := v.Field(f.index)
			if f.omitEmpty && empty(e) {
				continue
			}
			c, err := encode(e, path+"."+f.name)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, text(f.name), c)
		}
		return n, nil
	case reflect.Map:
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range keys {
			c, err := encode(v.MapIndex(k), path+"."+k.String())
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, text(k.String()), c)
		}
		return n, nil
	case reflect.Slice:
		n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for i := range v.Len() {
			c, err := encode(v.Index(i), path+"["+strconv.Itoa(i)+"]")
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, c)
		}
		return n, nil
	case reflect.String:
		if !utf8.ValidString(v.String()) {
			return nil, fmt.Errorf("%s: text that is not UTF-8: %q", strings.TrimPrefix(path, "."), v.String())
		}
		return text(v.String()), nil
	case reflect.Int:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.FormatInt(v.Int(), 10)}, nil
	case reflect.Float64:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!float", Value: strconv.FormatFloat(v.Float(), 'g', -1, 64)}, nil
	case reflect.Bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(v.Bool())}, nil
	}
	return nil, fmt.Errorf("%s: no YAML form for %s", strings.TrimPrefix(path, "."), v.Type())
}

func text(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }

// empty reports whether a value is left out under omitempty: zero, or a list or map without entries.
func empty(v reflect.Value) bool {
	if k := v.Kind(); k == reflect.Slice || k == reflect.Map {
		return v.Len() == 0
	}
	if v.Kind() == reflect.Struct { // places in the YAML do not count: they are not written
		for _, f := range fieldsOf(v.Type()) {
			if !empty(v.Field(f.index)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}
