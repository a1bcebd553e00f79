package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"plandiff/read"
	"plandiff/schema"
)

// inputFlags adds the flags that say how documents are read, for commands that take editions and documents alike.
func inputFlags(cmd *cobra.Command, o *read.Options) {
	cmd.Flags().StringVar(&o.Profile, "profile", "", "how the document looks: a built-in `NAME`, a profile file, or auto (default: auto)")
	cmd.Flags().StringVar(&o.Pages, "pages", "", "pages to read of a document: `90-200,210` (default: all)")
}

// edition loads one edition: an edition YAML or a document, "-" for standard input. What a person should know about
// the reading of a document goes to standard error.
func (e *env) edition(ctx context.Context, path string, o read.Options) (*schema.Edition, error) {
	o.Stdin = e.Stdin
	r, err := read.File(ctx, path, o)
	if err != nil {
		return nil, err
	}
	for _, n := range r.Notes {
		e.note("%s", n)
	}
	return r.Edition, nil
}

// editions loads several, oldest first as the command line gives them. Two of one id would make links ambiguous.
func (e *env) editions(ctx context.Context, paths []string, o read.Options) ([]*schema.Edition, error) {
	var out []*schema.Edition
	from := map[string]string{}
	for _, p := range paths {
		ed, err := e.edition(ctx, p, o)
		if err != nil {
			return nil, err
		}
		if other, twice := from[ed.ID]; twice {
			if ed.Stage == "" {
				return nil, fmt.Errorf("%s and %s: both are edition %q: give one of them another id", other, p, ed.ID)
			}
			ed.ID += "-" + ed.Stage // a draft and the final text of one edition
		}
		from[ed.ID] = p
		out = append(out, ed)
	}
	return out, nil
}
