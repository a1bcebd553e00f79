package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/read"
	"plandiff/report"
	"plandiff/review"
	"plandiff/schema"
)

func diffCmd(e *env) *cobra.Command {
	var in read.Options
	var out output
	var o diff.Options
	var exitCode bool
	var reviews []string
	cmd := &cobra.Command{
		Use:   "diff [OLD] EDITION",
		Short: "Say what became of each commitment of an edition",
		Long: `diff compares, inside one edition, each item's plan with its results and with the next plan, and flags what became of
each commitment. With an older edition before it, it also says where each item came from. Editions (YAML) and source
documents (PDF, page text …) are taken alike; "-" is standard input.`,
		Example: `  plandiff diff 2024.yaml
  plandiff diff 2023.yaml 2024.yaml --format html -o changes.html
  plandiff diff plan.pdf --only dropped,discontinued --ministry 総務省`,
		Args: takes(1, 2, "an edition or document, with the older one before it to see where items came from"),
		RunE: func(cmd *cobra.Command, args []string) error {
			said, err := loadReviews(reviews)
			if err != nil {
				return err
			}
			editions, err := e.editions(cmd.Context(), args, in)
			if err != nil {
				return err
			}
			c, err := compared(editions[len(editions)-1], o)
			if err != nil {
				return err
			}
			shown := report.Input{Comparison: c}
			counts := c
			if len(reviews) > 0 {
				shown.Reviews = e.lay(c, said)
				counts = shown.Reviews.Judged()
			}
			if len(editions) > 1 {
				if c.Lineage, err = e.trace(editions, o, said, c); err != nil {
					return err
				}
			}
			if err := e.write(cmd.Context(), shown, out); err != nil {
				return err
			}
			if exitCode && slices.ContainsFunc(counts.Changes, func(ch diff.Change) bool { return ch.Disposition != schema.CarriedOver }) {
				return errFindings
			}
			return nil
		},
	}
	inputFlags(cmd, &in)
	outputFlags(cmd, &out)
	selectFlags(cmd, &out)
	compareFlags(cmd, &o)
	reviewsFlag(cmd, &reviews)
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "exit with 1 when an item is anything but carried over")
	return cmd
}

// compareFlags adds the flags of the engine.
func compareFlags(cmd *cobra.Command, o *diff.Options) {
	cmd.Flags().StringSliceVar(&o.Cues, "cues", nil, "further cue `FILES` beside the built-in ones (docs/how-to-add.md)")
	cmd.Flags().Float64Var(&o.Threshold, "threshold", 0, "confidence below which a disposition is unclear, `0 to 1` (default: the engine's)")
}

// compare loads an edition and compares it.
func (e *env) compare(ctx context.Context, path string, in read.Options, o diff.Options) (*diff.Comparison, error) {
	ed, err := e.edition(ctx, path, in)
	if err != nil {
		return nil, err
	}
	return compared(ed, o)
}

// compared is the comparison of an edition, with the name of what made it.
func compared(ed *schema.Edition, o diff.Options) (*diff.Comparison, error) {
	c, err := diff.Compare(ed, o)
	if err != nil {
		return nil, err
	}
	c.Tool = tool
	return c, nil
}

// trace follows items over editions, oldest first. have are the comparisons that are there already. What accepted verdicts say of an
// edition counts: where reviews speak of it, it is traced by them.
func (e *env) trace(editions []*schema.Edition, o diff.Options, said []*schema.Reviews, have ...*diff.Comparison) (*diff.Lineage, error) {
	config, err := e.config()
	if err != nil {
		return nil, err
	}
	options := diff.TraceOptions{Options: o, Links: config.History.Links}
	var outcomes []*review.Outcome
	for _, ed := range editions {
		var c *diff.Comparison
		if i := slices.IndexFunc(have, func(h *diff.Comparison) bool { return h.Edition == ed }); i >= 0 {
			c = have[i]
		}
		if speakOf(said, ed.ID) {
			if c == nil {
				if c, err = diff.Compare(ed, o); err != nil {
					return nil, err
				}
			}
			outcome := review.Apply(c, said...)
			outcomes = append(outcomes, outcome)
			c = outcome.Judged()
		}
		if c != nil {
			options.Comparisons = append(options.Comparisons, c)
		}
	}
	l, err := diff.Trace(editions, options)
	if err != nil {
		return nil, err
	}
	review.Lay(l, outcomes...)
	return l, nil
}
