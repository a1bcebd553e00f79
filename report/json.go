package report

import (
	"encoding/json"
	"io"

	"plandiff/diff"
	"plandiff/schema"
)

// writeJSON writes the published contract. A filter leaves changes out, never the edition: evidence points into it.
func writeJSON(w io.Writer, in Input, o Options) error {
	if in.Comparison == nil {
		l, err := o.Filter.threads(in.Lineage)
		if err != nil {
			return err
		}
		return l.EncodeJSON(w)
	}
	v, err := NewView(in, o)
	if err != nil {
		return err
	}
	c := *in.Comparison
	c.Changes = make([]diff.Change, 0, len(v.Cards))
	for _, card := range v.Cards {
		c.Changes = append(c.Changes, *card.Change)
	}
	if in.Reviews == nil {
		return c.EncodeJSON(w)
	}
	// Changes are the tool's: what people said of them is laid over them again when the JSON is read.
	return c.EncodeJSON(w, diff.Extra{Key: "reviews", Value: append([]schema.Annotation{}, in.Reviews.Annotations()...)})
}

// writeJSONL writes rows of the tables, each an object with "table" and the fields in their order. Empty cells are null.
func writeJSONL(w io.Writer, in Input, o Options) error {
	tables, _, err := sheets(in, o, o.Table)
	if err != nil {
		return err
	}
	for _, t := range tables {
		for _, r := range t.rows {
			line := []byte(`{"table":` + quote(t.Name))
			for i, f := range t.Columns {
				value, err := json.Marshal(r[i])
				if err != nil {
					return err
				}
				line = append(line, `,`+quote(f.Name)+`:`...)
				line = append(line, value...)
			}
			if _, err := w.Write(append(line, "}\n"...)); err != nil {
				return err
			}
		}
	}
	return nil
}

func quote(s string) string {
	b, _ := json.Marshal(s) // a string always marshals
	return string(b)
}

// encode writes indented JSON with a final newline. HTML characters stay as they are: this is no page.
func encode(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}
