package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/review"
	"plandiff/schema"
)

// reviewsFlag adds the flag for what people said of the flags.
func reviewsFlag(cmd *cobra.Command, files *[]string) {
	cmd.Flags().StringSliceVar(files, "reviews", nil, "`FILES` of reviews: accepted verdicts count, with the tool's flags shown beside")
}

// loadReviews loads files of reviews; all that is wrong with them is told at once.
func loadReviews(files []string) ([]*schema.Reviews, error) {
	var all []*schema.Reviews
	var errs []error
	for _, file := range files {
		r, err := schema.LoadReviews(file)
		all, errs = append(all, r), append(errs, err)
	}
	return all, errors.Join(errs...)
}

// speakOf says whether an annotation is of the edition.
func speakOf(said []*schema.Reviews, edition string) bool {
	return slices.ContainsFunc(said, func(r *schema.Reviews) bool {
		return slices.ContainsFunc(r.Annotations, func(a schema.Annotation) bool { return a.Edition == edition })
	})
}

// lay lays reviews beside a comparison, and tells what has no place there.
func (e *env) lay(c *diff.Comparison, said []*schema.Reviews) *review.Outcome {
	out := review.Apply(c, said...)
	if len(out.Items)+len(out.Homeless) == 0 && out.Others > 0 {
		var of []string
		for _, r := range said {
			for _, a := range r.Annotations {
				if !slices.Contains(of, a.Edition) {
					of = append(of, a.Edition)
				}
			}
		}
		e.note("reviews: no annotation is of edition %s, but of %s: `plandiff review carry` takes them to it", c.Edition.ID, strings.Join(of, ", "))
	}
	if n := len(out.Homeless); n > 0 {
		e.note("reviews: %d of edition %s stand on no item of it and count for nothing: `plandiff review status` lists them", n, c.Edition.ID)
	}
	return out
}
