package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"plandiff/check"
	"plandiff/diff"
	"plandiff/schema"
)

// rulesCmd lists every rule: those that give flags and those that give findings.
func rulesCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List the rules behind flags and findings",
		Long:  "rules lists every rule with what it decides. plandiff explain RULE shows one in full, with a worked example.",
		Args:  takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			w := tabwriter.NewWriter(e.Stdout, 0, 4, 2, ' ', 0)
			for _, r := range diff.Rules() {
				fmt.Fprintf(w, "%s\t%s\t%s\n", r.ID, r.For, firstSentence(r.Doc))
			}
			for _, r := range check.Rules() {
				fmt.Fprintf(w, "%s\tcheck\t%s\n", r.ID, firstSentence(r.Doc))
			}
			return w.Flush()
		},
	}
}

// explainCmd shows one rule in full.
func explainCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "explain RULE",
		Short:   "Explain a rule, with a worked example",
		Example: "  plandiff explain list-grown",
		Args:    takes(1, 1, "the id of a rule (plandiff rules lists them)"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleIDs(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			for _, r := range diff.Rules() {
				if r.ID == args[0] {
					return explainFlag(e.Stdout, r)
				}
			}
			for _, r := range check.Rules() {
				if r.ID == args[0] {
					return explainCheck(e.Stdout, r)
				}
			}
			return unknownRule(args[0])
		},
	}
}

// unknownRule proposes the rules whose ids are near, or have a word in common: the whole list is another command's.
func unknownRule(got string) error {
	ids := ruleIDs()
	if near := schema.Nearest(got, ids); near != "" {
		return fmt.Errorf("unknown rule %q: did you mean %q? plandiff rules lists all", got, near)
	}
	var like []string
	for _, id := range ids {
		for word := range strings.SplitSeq(got, "-") {
			if len(word) > 2 && slices.Contains(strings.Split(id, "-"), word) && !slices.Contains(like, id) {
				like = append(like, id)
			}
		}
	}
	if len(like) > 0 {
		return fmt.Errorf("unknown rule %q: did you mean one of %s? plandiff rules lists all", got, strings.Join(like, ", "))
	}
	return fmt.Errorf("unknown rule %q; have %s", got, strings.Join(ids, ", "))
}

func ruleIDs() []string {
	var ids []string
	for _, r := range diff.Rules() {
		ids = append(ids, r.ID)
	}
	for _, r := range check.Rules() {
		ids = append(ids, r.ID)
	}
	return ids
}

func explainFlag(w io.Writer, r diff.Rule) error {
	fmt.Fprintf(w, "%s (evidence for %s)\n\n%s\n\n", r.ID, r.For, r.Doc)
	if r.Mirror != "" {
		fmt.Fprintf(w, "Mirror: %s fires when plan and next plan are swapped.\n\n", r.Mirror)
	} else {
		fmt.Fprintf(w, "No mirror: %s\n\n", r.Waiver)
	}
	_, err := fmt.Fprintf(w, "Example:\n%s", r.Example)
	return err
}

// firstSentence is what a list shows of a rule's documentation.
func firstSentence(doc string) string {
	if i := strings.Index(doc, ". "); i > 0 {
		return doc[:i+1]
	}
	return doc
}

func explainCheck(w io.Writer, r check.Rule) error {
	fmt.Fprintf(w, "%s (%s, %s)\n\n%s\n\n", r.ID, r.Group, r.Level, r.Doc)
	if r.Remedy != "" {
		fmt.Fprintf(w, "What to do: %s\n\n", r.Remedy)
	}
	if r.Mirror != "" {
		fmt.Fprintf(w, "Mirror: %s looks the other way.\n\n", r.Mirror)
	} else {
		fmt.Fprintf(w, "No mirror: %s\n\n", r.Waiver)
	}
	_, err := fmt.Fprintf(w, "Example:\n%s", r.Example)
	return err
}
