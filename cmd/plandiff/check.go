package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"plandiff/check"
	"plandiff/diff"
	"plandiff/read"
	"plandiff/report"
	"plandiff/review"
	"plandiff/schema"
)

// checkFlags are the flags of check that are no other command's.
type checkFlags struct {
	against, reviews            []string
	preset, failOn, today       string
	baseline                    string
	writeBaseline, pruneEntries bool
}

func checkCmd(e *env) *cobra.Command {
	var in read.Options
	var out output
	var o diff.Options
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check EDITION [--against OLDER]",
		Short: "Check a new edition: its structure, its promises, and what became of last year's",
		Long: `check looks at an edition as a careful reader would before it goes out: labels, ministries, missing and cut-off texts, years,
commitments without a result, deadlines that passed, targets that went down. With the edition before (--against) it also says which items
are not followed up, which plans were altered in the reprint, what was finished and comes back. plandiff rules lists the rules, plandiff
explain RULE explains one; their levels are set by --preset and under check: levels: in .plandiff.yaml.

A finding is taken out of the count, with a reason, by a comment above the item (# plandiff: ignore RULE reason), by check: suppress: in
.plandiff.yaml, or by the baseline (` + schema.BaselineName + `, made by --write-baseline), whose entries have a reason, an owner and a day on which
they expire. The clock of the machine decides which entries have expired, and nothing else; --today names another day.

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 trouble. An older edition that is missing is a note.`,
		Example: `  plandiff check 2024.yaml
  plandiff check 2024.yaml --against 2022.yaml --against 2023.yaml --reviews reviews/2024.yaml
  plandiff check draft.pdf --format github --fail-on warning
  plandiff check 2024.yaml --write-baseline        # accept what is there; then give the reasons`,
		Args: takes(1, 1, "an edition or document"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return e.check(cmd.Context(), args[0], f, in, o, out)
		},
	}
	inputFlags(cmd, &in)
	compareFlags(cmd, &o)
	flags := cmd.Flags()
	flags.StringVarP(&out.format, "format", "f", "", "`FORMAT`: "+strings.Join(report.Shows(report.Input{}), ", ")+" (default: what the name of --output ends in, else text)")
	flags.StringVarP(&out.file, "output", "o", "", "write to `FILE` instead of standard output")
	flags.StringSliceVar(&f.against, "against", nil, "older `EDITIONS`, oldest first; may be given several times")
	flags.StringSliceVar(&f.reviews, "reviews", nil, "`FILES` of reviewers' judgements (default: reviews: in .plandiff.yaml)")
	flags.StringVar(&f.preset, "preset", "", "`strict|standard|lenient` levels (default: check: preset: in .plandiff.yaml, else standard)")
	flags.StringVar(&f.failOn, "fail-on", "", "exit with 1 from this level on: `error|warning|info|never` (default: check: fail_on: in .plandiff.yaml, else error)")
	flags.StringVar(&f.today, "today", "", "`DATE` (2025-04-01) by which deadlines have passed and baseline entries expire (default: the end of the plan's year; this day for entries)")
	flags.StringVar(&f.baseline, "baseline", "", "`FILE` of accepted findings (default: "+schema.BaselineName+" beside .plandiff.yaml, else here)")
	flags.BoolVar(&f.writeBaseline, "write-baseline", false, "accept the findings that are there now: write them to the baseline, reasons that are there kept")
	flags.BoolVar(&f.pruneEntries, "prune-baseline", false, "take entries out of the baseline that match nothing any more; takes nothing in")
	cmd.MarkFlagsMutuallyExclusive("write-baseline", "prune-baseline")
	return cmd
}

// check runs the command: load everything, check, keep the baseline, report.
func (e *env) check(ctx context.Context, path string, f checkFlags, in read.Options, o diff.Options, out output) error {
	e.choose(report.Input{}, &out)
	if shows := report.Shows(report.Input{}); !slices.Contains(shows, out.format) {
		return fmt.Errorf("unknown format %q for findings; have %s", out.format, strings.Join(shows, ", "))
	}
	config, err := e.config()
	if err != nil {
		return err
	}
	failOn := cmp.Or(f.failOn, config.Check.FailOn, string(check.Error))
	if _, err := check.Fails(nil, failOn); err != nil {
		return fmt.Errorf("--fail-on: %w", err)
	}
	if _, err := check.Levels(config.Check, f.preset); err != nil { // before an hour's reading of documents, not after it
		return err
	}
	if len(o.Cues) == 0 {
		o.Cues = besideAll(config, config.Cues)
	}
	input, err := e.checkInput(ctx, path, f, in, o, config)
	if err != nil {
		return err
	}
	if input.Baseline, err = e.loadBaseline(f, config); err != nil {
		return err
	}
	options := check.Options{Config: config.Check, Preset: f.preset, Today: f.today, Expires: cmp.Or(f.today, time.Now().Format(time.DateOnly))}
	result, err := check.Run(input, options)
	if err != nil {
		return err
	}
	if input.Lineage == nil {
		e.note("check: no older edition: the %d rules over time did not run; add --against", overTime())
	}
	if f.writeBaseline || f.pruneEntries {
		if result, err = e.keepBaseline(f, config, input, result, failOn, options); err != nil {
			return err
		}
	}
	if err := e.write(ctx, report.Input{Findings: result.Findings, Tool: tool}, out); err != nil {
		return err
	}
	if fails, _ := check.Fails(result.Findings, failOn); fails { // the name has been looked at above
		return errFindings
	}
	return nil
}

func overTime() (n int) {
	for _, r := range check.Rules() {
		if r.Needs == "older" {
			n++
		}
	}
	return n
}

// checkInput loads and compares the editions, oldest first, and loads the reviews.
func (e *env) checkInput(ctx context.Context, path string, f checkFlags, in read.Options, o diff.Options, config *schema.Config) (check.Input, error) {
	var input check.Input
	var source []byte
	if path == "-" { // read once for the edition and once for its comments
		in, err := e.standardInput()
		if err != nil {
			return input, fmt.Errorf("check: %w", err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			return input, fmt.Errorf("check: standard input: %w", err)
		}
		if slices.Contains(f.against, "-") {
			return input, errors.New("check: standard input (-) can be read once: name a file for the other")
		}
		source, e.Stdin, e.stdinRead = b, bytes.NewReader(b), false
	}
	var paths []string
	for _, p := range f.against {
		if _, err := os.Stat(p); errors.Is(err, os.ErrNotExist) && p != "-" {
			e.note("check: the older edition %s is not there: checked without it", p)
			continue
		}
		paths = append(paths, p)
	}
	editions, err := e.editions(ctx, append(paths, path), in)
	if err != nil {
		return input, err
	}
	last := len(editions) - 1
	input.Edition, input.Older = editions[last], editions[:last]
	if fromYAML(input.Edition) {
		if source == nil {
			if source, err = os.ReadFile(path); err != nil {
				return input, fmt.Errorf("check: %w", err)
			}
		}
		input.Source = source
	}
	files := f.reviews
	if len(files) == 0 {
		files = besideAll(config, config.Reviews)
	}
	if input.Reviews, err = loadReviews(files); err != nil {
		return input, err
	}
	o.NoEdits = true // findings quote sentences
	if input.Comparison, err = diff.Compare(input.Edition, o); err != nil || last == 0 {
		return input, err
	}
	if input.Before, err = diff.Compare(editions[last-1], o); err != nil {
		return input, err
	}
	if input.Lineage, err = e.trace(editions, o, input.Reviews, input.Before, input.Comparison); err != nil {
		return input, err
	}
	if speakOf(input.Reviews, input.Before.Edition.ID) { // what people accepted of the edition before counts too
		input.Before = review.Apply(input.Before, input.Reviews...).Judged()
	}
	return input, nil
}

// fromYAML says whether an edition was loaded from its YAML: then its parts know their lines.
func fromYAML(ed *schema.Edition) bool {
	return len(ed.Sections) > 0 && ed.Sections[0].Pos.Line > 0
}

// baselinePath is where the baseline is: as the flag says, as the configuration says, beside the configuration, here.
func baselinePath(f checkFlags, config *schema.Config) string {
	switch {
	case f.baseline != "":
		return f.baseline
	case config.File != "":
		return beside(config, cmp.Or(config.Baseline, schema.BaselineName))
	}
	return schema.BaselineName
}

// loadBaseline loads the baseline. One that nobody named need not be there; nil then.
func (e *env) loadBaseline(f checkFlags, config *schema.Config) (*schema.Baseline, error) {
	path := baselinePath(f, config)
	b, err := schema.LoadBaseline(path)
	if errors.Is(err, os.ErrNotExist) && (f.baseline == "" || f.writeBaseline) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("baseline: %w", err)
	}
	return b, nil
}

// keepBaseline writes what --write-baseline and --prune-baseline ask for, and checks once more with it.
func (e *env) keepBaseline(f checkFlags, config *schema.Config, input check.Input, result *check.Result, failOn string, o check.Options) (*check.Result, error) {
	path := baselinePath(f, config)
	old := input.Baseline
	var done string // told when it is
	switch {
	case f.pruneEntries && old == nil:
		return nil, fmt.Errorf("%s: there is no baseline to prune: make one with --write-baseline", path)
	case f.pruneEntries && len(result.Stale) == 0:
		e.note("%s: nothing to prune", path)
		return result, nil
	case f.pruneEntries:
		input.Baseline = check.PruneBaseline(old, result.Stale)
		done = fmt.Sprintf("%d entries taken out, %d left", len(result.Stale), len(input.Baseline.Entries))
	default:
		least := check.Warning
		if failOn == string(check.Info) {
			least = check.Info
		}
		input.Baseline = check.NewBaseline(result.Findings, input.Edition.ID, least, old)
		done = fmt.Sprintf("%d findings accepted; write the reason of each, and who answers for it", len(input.Baseline.Entries))
	}
	b, err := schema.Canonical(input.Baseline)
	if err != nil {
		return nil, err
	}
	if err := writeFile(path, b); err != nil {
		return nil, err
	}
	e.note("%s: %s", path, done)
	if input.Baseline, err = schema.ParseBaseline(path, b); err != nil {
		return nil, err
	}
	return check.Run(input, o)
}

// beside makes a path that the configuration names relative to its file; it comes back relative to the working directory, so
// that results are the same wherever the project is.
func beside(config *schema.Config, path string) string {
	if filepath.IsAbs(path) || config.File == "" {
		return path
	}
	path = filepath.Join(filepath.Dir(config.File), path)
	if here, err := filepath.Abs("."); err == nil {
		if rel, err := filepath.Rel(here, path); err == nil && filepath.IsAbs(path) {
			return rel
		}
	}
	return path
}

func besideAll(config *schema.Config, paths []string) []string {
	var out []string
	for _, p := range paths {
		out = append(out, beside(config, p))
	}
	return out
}
