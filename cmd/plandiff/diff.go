package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/read"
	"plandiff/report"
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
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := e.compare(cmd.Context(), args, in, o)
			if err != nil {
				return err
			}
			shown := report.Input{Comparison: c}
			if err := judged(&shown, reviews); err != nil {
				return err
			}
			if err := e.write(cmd.Context(), shown, out); err != nil {
				return err
			}
			if exitCode && slices.ContainsFunc(c.Changes, func(ch diff.Change) bool { return ch.Disposition != schema.CarriedOver }) {
				return errFindings
			}
			return nil
		},
	}
	inputFlags(cmd, &in)
	outputFlags(cmd, &out, "text")
	selectFlags(cmd, &out)
	compareFlags(cmd, &o)
	cmd.Flags().StringSliceVar(&reviews, "reviews", nil, "`FILES` of reviews: accepted verdicts count, with the tool's flags shown beside")
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "exit with 1 when an item is anything but carried over")
	return cmd
}

// compareFlags adds the flags of the engine.
func compareFlags(cmd *cobra.Command, o *diff.Options) {
	cmd.Flags().StringSliceVar(&o.Cues, "cues", nil, "further cue `FILES` beside the built-in ones (docs/how-to-add.md)")
	cmd.Flags().Float64Var(&o.Threshold, "threshold", 0, "confidence below which a disposition is unclear, `0 to 1` (default: the engine's)")
}

// compare loads the edition that is last in paths and compares it; one before it adds where each item came from.
func (e *env) compare(ctx context.Context, paths []string, in read.Options, o diff.Options) (*diff.Comparison, error) {
	editions, err := e.editions(ctx, paths, in)
	if err != nil {
		return nil, err
	}
	c, err := diff.Compare(editions[len(editions)-1], o)
	if err != nil {
		return nil, err
	}
	c.Tool = tool
	if len(editions) > 1 {
		config, err := e.config()
		if err != nil {
			return nil, err
		}
		c.Lineage, err = diff.Trace(editions, diff.TraceOptions{Options: o, Links: config.History.Links, Comparisons: []*diff.Comparison{c}})
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}
