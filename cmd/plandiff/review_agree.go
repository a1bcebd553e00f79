package main

import (
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/read"
	"plandiff/review"
	"plandiff/schema"
)

func (r *reviews) agree() *cobra.Command {
	var in read.Options
	var o diff.Options
	var tools []string
	var format string
	cmd := &cobra.Command{
		Use:   "agree --file FILE [--tool EDITION]",
		Short: "Measure how far reviewers agree with each other, and with the tool",
		Long: `agree measures agreement by Krippendorff's α (nominal, missing judgements allowed): 1 is perfect, 0 is what chance gives. It counts each
reviewer's last verdict on an item that is submitted, accepted or rejected. With --tool each reviewer is compared with the tool's flags
of that edition too. A confirmation made with the tool's flag in sight is no independent judgement: read the tool's α with that in mind.`,
		Example: "  plandiff review agree --file reviews/abe.yaml --file reviews/sato.yaml --tool 2024.yaml",
		Args:    takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			files, err := r.load()
			if err != nil {
				return err
			}
			var cs []*diff.Comparison
			for _, path := range tools {
				c, err := r.compare(cmd.Context(), path, in, o)
				if err != nil {
					return err
				}
				cs = append(cs, c)
			}
			var all []review.Agreement
			among, err := review.Agree(files, cs, false)
			if err != nil && !errors.Is(err, review.ErrNoOverlap) {
				return err
			}
			all = append(all, among...)
			if len(cs) > 0 {
				for _, who := range reviewersOf(files) {
					with, err := review.Agree(files, cs, true, who)
					if err != nil && !errors.Is(err, review.ErrNoOverlap) {
						return err
					}
					all = append(all, with...)
				}
			}
			if len(all) == 0 {
				return review.ErrNoOverlap
			}
			switch format {
			case "json":
				return indented(r.Stdout, map[string]any{"version": 1, "agreement": all})
			case "text":
				return r.agreements(all)
			}
			return fmt.Errorf("unknown format %q; have text, json", format)
		},
	}
	r.fileFlag(cmd)
	cmd.Flags().StringArrayVar(&tools, "tool", nil, "compare each reviewer with the tool's flags of this `EDITION` too")
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`FORMAT`: text, json")
	inputFlags(cmd, &in)
	compareFlags(cmd, &o)
	return cmd
}

// reviewersOf lists who judged, in the order of the files.
func reviewersOf(files []*schema.Reviews) []string {
	var out []string
	seen := map[string]bool{}
	for _, f := range files {
		for _, a := range f.Annotations {
			if !seen[a.Reviewer] {
				out = append(out, a.Reviewer)
			}
			seen[a.Reviewer] = true
		}
	}
	return out
}

// agreements prints each with its table.
func (r *reviews) agreements(all []review.Agreement) error {
	w := tabwriter.NewWriter(r.Stdout, 0, 0, 2, ' ', 0)
	for i, a := range all {
		if i > 0 {
			fmt.Fprintln(w)
		}
		alpha := fmt.Sprintf("α = %.3f", a.Alpha)
		if !a.Defined {
			alpha = "α is undefined: every judgement says the same"
		}
		fmt.Fprintf(w, "%s, %s: %s, observed %.2f, n = %d items, %d judgements\n", a.Axis, strings.Join(a.Raters, " and "), alpha, a.Observed, a.Units, a.Values)
		fmt.Fprintln(w, "  label\tjudgements\tagreed\tα")
		for _, l := range a.Labels {
			own := "undefined"
			if l.Defined {
				own = fmt.Sprintf("%.3f", l.Alpha)
			}
			fmt.Fprintf(w, "  %s\t%d\t%.2f\t%s\n", l.Label, l.Values, l.Agreed, own)
		}
	}
	return w.Flush()
}
