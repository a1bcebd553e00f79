package diff

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// object writes an indented JSON object key by key. It keeps the first error for the end.
type object struct {
	w     *bufio.Writer
	value bytes.Buffer // of one key, or of one element of a list
	keys  int
	err   error
}

func beginObject(w io.Writer) *object { return &object{w: bufio.NewWriterSize(w, 1<<16)} }

// key begins the next key.
func (o *object) key(name string) {
	o.w.WriteString([...]string{"{\n  \"", ",\n  \""}[min(o.keys, 1)] + name + "\": ")
	o.keys++
}

// encode writes a value whose lines stand under the prefix. HTML characters stay as they are: this is no page.
func (o *object) encode(value any, prefix string) {
	o.value.Reset()
	enc := json.NewEncoder(&o.value)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, "  ")
	if err := enc.Encode(value); err != nil && o.err == nil {
		o.err = err
	}
	o.w.Write(bytes.TrimSuffix(o.value.Bytes(), []byte("\n")))
}

func (o *object) field(name string, value any) {
	o.key(name)
	o.encode(value, "  ")
}

// list writes n values, each made when its turn comes.
func (o *object) list(name string, n int, at func(int) any) {
	o.key(name)
	o.w.WriteString("[")
	for i := range n {
		o.w.WriteString([...]string{"\n    ", ",\n    "}[min(i, 1)])
		o.encode(at(i), "    ")
	}
	if n > 0 {
		o.w.WriteString("\n  ")
	}
	o.w.WriteString("]")
}

// end closes the object, which has a key at least, and returns the first error.
func (o *object) end() error {
	o.w.WriteString("\n}\n")
	if err := o.w.Flush(); o.err == nil {
		o.err = err
	}
	return o.err
}
