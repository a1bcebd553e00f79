package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"plandiff/diff/align"
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
	if path == "-" {
		in, err := e.standardInput()
		if err != nil {
			return nil, err
		}
		o.Stdin = in
	}
	r, err := read.File(ctx, path, o)
	return e.noted(r, err)
}

// noted is the edition that was read, its notes told.
func (e *env) noted(r *read.Result, err error) (*schema.Edition, error) {
	if err != nil {
		return nil, err
	}
	for _, idle := range r.Idle {
		e.note("%s", idle)
	}
	for _, n := range r.Notes {
		e.note("%s", n)
	}
	return r.Edition, nil
}

// standardInput is what "-" stands for. It can be read once, and must hold something.
func (e *env) standardInput() (io.Reader, error) {
	if e.stdinRead {
		return nil, errors.New("standard input (-) can be read once: name a file for the other")
	}
	e.stdinRead = true
	if e.Stdin == nil {
		return nil, errEmpty
	}
	in := bufio.NewReader(e.Stdin)
	if _, err := in.Peek(1); err == io.EOF {
		return nil, errEmpty
	}
	return in, nil
}

var errEmpty = errors.New("standard input is empty: pipe something into plandiff, or name a file in place of -")

// editions loads several, oldest first as the command line gives them. A draft and the final text of one edition have one id: the
// older of the two is named after its stage, so that reviews of the newer one still find it. Any other two of one id are an error.
func (e *env) editions(ctx context.Context, paths []string, o read.Options) ([]*schema.Edition, error) {
	var out []*schema.Edition
	last := map[string]int{}
	results, errs := make([]*read.Result, len(paths)), make([]error, len(paths))
	align.Parallel(len(paths), 0, func(i int) {
		if paths[i] != "-" {
			results[i], errs[i] = read.File(ctx, paths[i], o)
		}
	})
	for i, p := range paths {
		var ed *schema.Edition
		var err error
		if p == "-" {
			ed, err = e.edition(ctx, p, o)
		} else {
			ed, err = e.noted(results[i], errs[i])
		}
		if err != nil {
			return nil, err
		}
		if k, twice := last[ed.ID]; twice {
			older := out[k]
			if older.Stage == "" || older.Stage == ed.Stage {
				return nil, fmt.Errorf("%s and %s: both are edition %q: give one of them another id, or say which is the draft (stage: draft)", paths[k], p, ed.ID)
			}
			older.ID += "-" + older.Stage
		}
		if k := len(out) - 1; k >= 0 && ed.Years.NextPlan > 0 && ed.Years.NextPlan < out[k].Years.NextPlan {
			e.note("%s is of an earlier year than %s: editions are given oldest first", p, paths[k])
		}
		last[ed.ID] = i
		out = append(out, ed)
	}
	return out, nil
}
