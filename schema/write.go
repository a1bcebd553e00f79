package schema

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"regexp"
)

// Marshal writes an edition in canonical form under two lines of comment: the JSON Schema, by which editors complete and
// check, and a digest of what follows, by which Written tells whether a person has changed the file since. The same edition
// gives the same bytes; Parse gives the edition back. The only error is text that is not UTF-8.
func Marshal(e *Edition) ([]byte, error) {
	body, err := Canonical(e)
	if err != nil {
		return nil, err
	}
	return Stamp("edition", body), nil
}

// Canonical writes the canonical form of an edition, config, gold, baseline or reviews file (a pointer to its type) without
// the two lines that Stamp adds. Format leaves it as it is.
func Canonical(v any) ([]byte, error) {
	r := reflect.ValueOf(v)
	n, err := (&encoder{map[reflect.Type][]field{}}).encode(r)
	if err != nil {
		return nil, err
	}
	w := &writer{fields: map[reflect.Type][]field{}}
	t := r.Type()
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	w.document(n, style{typ: t})
	return []byte(w.String()), nil
}

// Stamp puts the schema line and the digest line above a body that a program has written. kind is a name in Schemas.
func Stamp(kind string, body []byte) []byte {
	sum := sha256.Sum256(body)
	head := "# yaml-language-server: $schema=" + kind + ".schema.json\n# plandiff: sha256=" + hex.EncodeToString(sum[:]) + "\n"
	return append([]byte(head), body...)
}

var stampLine = regexp.MustCompile(`(?m)\A(?:#[^\n]*\n)*?# plandiff: sha256=([0-9a-f]{64})\r?\n`)

// Written reports whether b is as a program of ours wrote it: its digest line fits what follows. A file without the line,
// or with another body, has been written or changed by a person.
func Written(b []byte) bool {
	g := stampLine.FindSubmatchIndex(b)
	if g == nil {
		return false
	}
	sum := sha256.Sum256(b[g[1]:])
	return bytes.Equal(b[g[2]:g[3]], []byte(hex.EncodeToString(sum[:])))
}
