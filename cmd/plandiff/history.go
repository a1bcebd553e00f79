package main

import (
	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/read"
	"plandiff/report"
)

func historyCmd(e *env) *cobra.Command {
	var in read.Options
	var out output
	var o diff.Options
	var reviews []string
	cmd := &cobra.Command{
		Use:   "history EDITION EDITION ...",
		Short: "Follow every item over the years",
		Long: `history follows items across editions, oldest first: which item of the next edition each one became, renumbered,
relocated, reworded, split, merged, under another ministry, dropped or new. It says how many years an item has been carried over
and how much of its text stood unchanged, which deadlines slipped, what the targets were, what was finished and came back, and
whether last year's plan as reprinted is what last year's edition said. Editions (YAML) and source documents are taken alike.

Links that the texts do not show can be pinned, and wrong ones forbidden, each with its reason, under history: links: in
.plandiff.yaml.`,
		Example: `  plandiff history 2022.yaml 2023.yaml 2024.yaml
  plandiff history draft.yaml final.yaml --format json
  plandiff history 2023.pdf 2024.pdf --format csv -o history.csv`,
		Args: takes(2, -1, "two editions at least, oldest first"),
		RunE: func(cmd *cobra.Command, args []string) error {
			said, err := loadReviews(reviews)
			if err != nil {
				return err
			}
			editions, err := e.editions(cmd.Context(), args, in)
			if err != nil {
				return err
			}
			l, err := e.trace(editions, o, said)
			if err != nil {
				return err
			}
			l.Tool = tool
			return e.write(cmd.Context(), report.Input{Lineage: l}, out)
		},
	}
	inputFlags(cmd, &in)
	outputFlags(cmd, &out)
	selectFlags(cmd, &out)
	compareFlags(cmd, &o)
	reviewsFlag(cmd, &reviews)
	return cmd
}
