package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// version of the tool, as in every output that names it.
const version = "0.1.0"

// tool is how outputs name what made them.
const tool = "plandiff " + version

// Exit codes, the same for every command and format.
const (
	exitDone     = 0 // nothing to report, or done
	exitFindings = 1 // findings at or above --fail-on, changes with diff --exit-code, files that fmt --check would change
	exitTrouble  = 2 // usage, unreadable input, bad config
)

// errFindings ends a command with exit code 1: it did its work, and there is something to look at.
var errFindings = errors.New("findings")

// commands lists the subcommands in the order in which help shows them: a command is a file and a row.
func commands(e *env) []*cobra.Command {
	return []*cobra.Command{
		readCmd(e),
		fmtCmd(e),
		schemaCmd(e),
		scoreCmd(e),
		diffCmd(e),
		historyCmd(e),
		checkCmd(e),
		reportCmd(e),
		rulesCmd(e),
		explainCmd(e),
		reviewCmd(e),
		versionCmd(e),
	}
}

// run is the program without the process: args are those after the program's name; the exit code comes back.
func run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) int {
	e := &env{Stdin: stdin, Stdout: stdout, Stderr: stderr}
	root := &cobra.Command{
		Use:   "plandiff",
		Short: "Says what became of each commitment of a yearly plan, with the words that prove it",
		Long: `plandiff reads annual plan documents (PDF, page text, HTML, xlsx, docx, YAML), lines up each item's plan, its reported
results and its next plan, flags what became of each commitment with the words that prove it, follows items across
yearly editions, checks new editions in CI, and keeps reviewers' judgements in YAML beside them.`,
		Example: `  plandiff read plan.pdf -o 2024.yaml      # document to edition
  plandiff diff 2024.yaml                  # what became of each commitment
  plandiff diff 2023.yaml 2024.yaml        # the same, and where each item came from
  plandiff check 2024.yaml --against 2023.yaml`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       version,
		Args:          subcommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate(tool + "\n")
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetArgs(args)
	root.PersistentFlags().BoolVarP(&e.quiet, "quiet", "q", false, "no notes and no progress on standard error")
	root.PersistentFlags().StringVar(&e.configPath, "config", "", "configuration `FILE` (default: $PLANDIFF_CONFIG, else .plandiff.yaml found upwards)")
	root.AddCommand(commands(e)...)
	shells(root)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "plandiff: stopped; nothing was left half written")
		return exitTrouble
	}
	fmt.Fprintf(stderr, "plandiff: %v\n", err)
	return exitTrouble
}
