package schema

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

var update = flag.Bool("update", false, "rewrite goldens and the published JSON Schemas")

// publisher makes JSON Schemas of the types, with the comments of their fields as descriptions: what is written once in Go
// is what an editor shows.
type publisher struct {
	docs map[string]string // Type or Type.Field to its comment
	defs map[string]any
}

// newPublisher reads the package's own source.
func newPublisher(t *testing.T) *publisher {
	t.Helper()
	p := &publisher{docs: map[string]string{}}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		require.NoError(t, err)
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, s := range g.Specs {
				ts, ok := s.(*ast.TypeSpec)
				if !ok {
					continue
				}
				p.docs[ts.Name.Name] = line(g.Doc.Text())
				st, ok := ts.Type.(*ast.StructType)
				if !ok {
					continue
				}
				for _, f := range st.Fields.List {
					for _, n := range f.Names {
						p.docs[ts.Name.Name+"."+n.Name] = line(f.Comment.Text())
					}
				}
			}
		}
	}
	return p
}

func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// document makes the whole schema of a kind.
func (p *publisher) document(k Kind) map[string]any {
	p.defs = map[string]any{}
	root := p.of(k.Type, nil)
	out := map[string]any{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:plandiff:schema:" + k.Name + ":1",
		"title": "plandiff " + k.Name, "description": k.Doc, "$defs": p.defs}
	if k.Name == "gold" { // the list of items alone will do
		out["anyOf"] = []any{root, map[string]any{"type": "array", "items": p.of(reflect.TypeFor[GoldItem](), nil)}}
		return out
	}
	out["$ref"] = root["$ref"]
	return out
}

func (p *publisher) of(t reflect.Type, enum []string) map[string]any {
	switch {
	case t == reflect.TypeFor[RuleLevel]():
		return map[string]any{"enum": levelWords}
	case enum != nil && t.Kind() == reflect.String:
		return words(enum)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return p.of(t.Elem(), enum)
	case reflect.Slice:
		return map[string]any{"type": "array", "items": p.of(t.Elem(), enum)}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": p.of(t.Elem(), enum)}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Struct:
		if p.defs[t.Name()] == nil {
			p.defs[t.Name()] = true // stands for itself while its fields are looked at
			p.defs[t.Name()] = p.object(t)
		}
		return map[string]any{"$ref": "#/$defs/" + t.Name()}
	}
	return map[string]any{}
}

// words lists the words allowed, with the vocabulary's meanings where they have one.
func words(enum []string) map[string]any {
	var terms []any
	for _, w := range enum {
		term, ok := TermOf(w)
		if !ok {
			return map[string]any{"enum": enum}
		}
		terms = append(terms, map[string]any{"const": w, "title": term.Ja, "description": term.Meaning})
	}
	return map[string]any{"oneOf": terms}
}

func (p *publisher) object(t reflect.Type) map[string]any {
	properties := map[string]any{}
	required := []string{}
	for _, f := range fieldsOf(t) {
		s := p.of(f.typ, f.enum)
		if f.name == "version" {
			s = map[string]any{"const": 1}
		}
		if d := p.docs[t.Name()+"."+t.Field(f.index).Name]; d != "" {
			s["description"] = d
		}
		properties[f.name] = s
		if !f.omitEmpty {
			required = append(required, f.name)
		}
	}
	return map[string]any{"type": "object", "description": p.docs[t.Name()], "properties": properties, "required": required, "additionalProperties": false}
}

func TestPublishedSchemasAreUpToDate(t *testing.T) {
	p := newPublisher(t)
	for _, k := range Kinds() {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		require.NoError(t, enc.Encode(p.document(k)))
		path := filepath.Join("json", k.Name+".schema.json")
		if *update {
			require.NoError(t, os.WriteFile(path, b.Bytes(), 0o644))
		}
		have, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, b.String(), string(have), "%s: run `go test ./schema -update`", path)
	}
	files, err := filepath.Glob("json/*")
	require.NoError(t, err)
	assert.Len(t, files, len(Kinds()), "a schema without a kind")
}

// The schema and the loader agree: good files pass both, and each kind of mistake is found by both.
func TestSchemasAgreeWithLoaders(t *testing.T) {
	load := map[string]func(b []byte) error{
		"edition":  func(b []byte) error { _, err := Parse("f", b); return err },
		"config":   func(b []byte) error { _, err := ParseConfig("f", b); return err },
		"gold":     func(b []byte) error { _, err := ParseGold("f", b); return err },
		"baseline": func(b []byte) error { _, err := ParseBaseline("f", b); return err },
		"reviews":  func(b []byte) error { _, err := ParseReviews("f", b); return err },
	}
	for _, k := range Kinds() {
		b, err := JSONSchema(k.Name)
		require.NoError(t, err)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		require.NoError(t, err)
		c := jsonschema.NewCompiler()
		require.NoError(t, c.AddResource("s.json", doc))
		s, err := c.Compile("s.json")
		require.NoError(t, err)
		valid := func(b []byte) error {
			var v any
			require.NoError(t, yaml.Unmarshal(b, &v))
			j, err := json.Marshal(v)
			require.NoError(t, err)
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(j))
			require.NoError(t, err)
			return s.Validate(doc)
		}
		good, err := os.ReadFile("testdata/kinds/" + k.Name + ".yaml")
		require.NoError(t, err)
		assert.NoError(t, load[k.Name](good), k.Name)
		assert.NoError(t, valid(good), k.Name)
		canonical, err := Format("f", good)
		require.NoError(t, err)
		assert.Equal(t, string(canonical), string(good), "testdata/kinds/%s.yaml is laid out as fmt does", k.Name)
		for _, bad := range []struct{ old, new string }{
			{"version: 1", "version: 1\nversoin: 1"}, {"version: 1", "version: one"}, {"version: 1", "version: 2"}, {"version: 1", ""},
		} {
			if k.Name == "gold" && bad.new == "" {
				continue // its version may be left out
			}
			b := bytes.Replace(good, []byte(bad.old), []byte(bad.new), 1)
			assert.Error(t, load[k.Name](b), "%s: %s", k.Name, bad.new)
			assert.Error(t, valid(b), "%s: %s", k.Name, bad.new)
		}
	}
	_, err := JSONSchema("editon")
	assert.ErrorContains(t, err, `did you mean "edition"? have edition, config, gold, baseline, reviews`)
}
