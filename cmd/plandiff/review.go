package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/read"
	"plandiff/review"
	"plandiff/schema"
)

// reviewCmd keeps people's judgements of the flags.
func reviewCmd(e *env) *cobra.Command {
	r := &reviews{env: e}
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Keep reviewers' judgements of the flags in a YAML file",
		Long: `review keeps what people say of the flags: confirmed or corrected, with a note, on an item or on words in it. The file is YAML, belongs
beside the editions in version control, and is edited without touching what people wrote in it. "plandiff schema reviews" shows its form.

An annotation is draft, submitted, accepted or rejected; superseded when another verdict on its item was accepted; needs-recheck when the
text under it changed; orphaned when its item has no successor. In reports, histories and checks (--reviews) accepted verdicts count, and
the tool's flags stand beside them.`,
		Example: `  plandiff review serve 2024.yaml --file reviews/2024.yaml          # in the browser
  plandiff review add 2024.yaml '1(1)/ア' --file reviews/2024.yaml --confirm --reviewer sato
  plandiff review carry reviews/2024.yaml --from 2024.yaml --to 2025.yaml -o reviews/2025.yaml`,
		Args: subcommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(r.add(), r.list(), r.show(), r.set(), r.status(), r.carry(), r.merge(), r.agree(), r.export(), r.serve())
	return cmd
}

// reviews is what the subcommands of review share.
type reviews struct {
	*env
	files []string
}

// fileFlag adds --file.
func (r *reviews) fileFlag(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&r.files, "file", nil, "reviews `FILE`; again for the files of further reviewers")
	needs(cmd, "file")
}

// load reads the files given with --file. A file that is not there is an error here, where nothing is written.
func (r *reviews) load() ([]*schema.Reviews, error) {
	var out []*schema.Reviews
	var errs []error
	for _, path := range r.files {
		f, err := schema.LoadReviews(path)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		out = append(out, f)
	}
	return out, errors.Join(errs...)
}

// filter chooses annotations.
type filter struct {
	states, reviewers, editions, items []string
}

func (f *filter) flags(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&f.states, "state", nil, "only these `STATES`: "+words(schema.States()))
	cmd.Flags().StringSliceVar(&f.reviewers, "reviewer", nil, "only those of these `REVIEWERS`")
	cmd.Flags().StringSliceVar(&f.editions, "edition", nil, "only those of editions with these `IDS`")
	cmd.Flags().StringSliceVar(&f.items, "item", nil, "only those on items with these `IDS`")
}

func (f *filter) keeps(a schema.Annotation) bool {
	for _, c := range []struct {
		want []string
		have string
	}{{f.states, string(a.State)}, {f.reviewers, a.Reviewer}, {f.editions, a.Edition}, {f.items, a.Item}} {
		if len(c.want) > 0 && !slices.Contains(c.want, c.have) {
			return false
		}
	}
	return true
}

func (r *reviews) list() *cobra.Command {
	var f filter
	var format string
	cmd := &cobra.Command{
		Use:     "list --file FILE",
		Short:   "List annotations, one in a line",
		Example: "  plandiff review list --file reviews/2024.yaml --state needs-recheck,orphaned",
		Args:    takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			if err := known("state", f.states, schema.States()); err != nil {
				return err
			}
			files, err := r.load()
			if err != nil {
				return err
			}
			var found []schema.Annotation
			for _, file := range files {
				for _, a := range file.Annotations {
					if f.keeps(a) {
						found = append(found, a)
					}
				}
			}
			return r.print(found, format)
		},
	}
	r.fileFlag(cmd)
	f.flags(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`FORMAT`: text, yaml, json")
	return cmd
}

func (r *reviews) show() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "show ID... --file FILE",
		Short:   "Show annotations whole",
		Example: "  plandiff review show r1f0c2a9e --file reviews/2024.yaml",
		Args:    takes(1, -1, "the ids of annotations"),
		RunE: func(_ *cobra.Command, ids []string) error {
			files, err := r.load()
			if err != nil {
				return err
			}
			var found []schema.Annotation
			var errs []error
			for _, id := range ids {
				n := len(found)
				for _, f := range files {
					for _, a := range f.Annotations {
						if a.ID == id {
							found = append(found, a)
						}
					}
				}
				if n == len(found) {
					errs = append(errs, fmt.Errorf("no annotation %q in %s: `plandiff review list` shows the ids", id, strings.Join(r.files, ", ")))
				}
			}
			if err := errors.Join(errs...); err != nil {
				return err
			}
			return r.print(found, format)
		},
	}
	r.fileFlag(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "yaml", "`FORMAT`: yaml, json, text")
	return cmd
}

// print writes annotations to standard output.
func (r *reviews) print(found []schema.Annotation, format string) error {
	if found == nil {
		found = []schema.Annotation{}
	}
	doc := &schema.Reviews{Version: 1, Annotations: found}
	switch format {
	case "text":
		w := tabwriter.NewWriter(r.Stdout, 0, 0, 2, ' ', 0)
		for _, a := range found {
			fmt.Fprintln(w, strings.Join([]string{a.ID, string(a.State), a.Edition, a.Item, verdictLine(a), a.Reviewer, a.Date, shortened(a.Note, 40)}, "\t"))
		}
		return w.Flush()
	case "yaml":
		b, err := schema.Canonical(doc)
		if err == nil {
			_, err = r.Stdout.Write(b)
		}
		return err
	case "json":
		return indented(r.Stdout, doc)
	}
	return fmt.Errorf("unknown format %q; have text, yaml, json", format)
}

// indented writes JSON as people read it.
func indented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// verdictLine is what an annotation says, in a few words.
func verdictLine(a schema.Annotation) string {
	if !review.HasVerdict(a) {
		return "note"
	}
	return review.InWords(a.Verdict)
}

// shortened is the beginning of a text, in one line without control characters.
func shortened(s string, n int) string {
	rs := []rune(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }), " "))
	if len(rs) > n {
		return string(rs[:n]) + "…"
	}
	return string(rs)
}

func (r *reviews) status() *cobra.Command {
	var in read.Options
	var o diff.Options
	var format string
	var exitCode bool
	cmd := &cobra.Command{
		Use:     "status EDITION --file FILE",
		Short:   "Say how far the review of an edition is, and what must be looked at again",
		Example: "  plandiff review status 2024.yaml --file reviews/2024.yaml",
		Args:    takes(1, 1, "an edition"),
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := r.load()
			if err != nil {
				return err
			}
			c, err := r.compare(cmd.Context(), args[0], in, o)
			if err != nil {
				return err
			}
			s := review.Summarize(c, files...)
			switch format {
			case "text":
				err = s.WriteText(r.Stdout)
			case "json":
				err = indented(r.Stdout, s)
			default:
				err = fmt.Errorf("unknown format %q; have text, json", format)
			}
			if err == nil && exitCode && !s.Settled() {
				err = errFindings
			}
			return err
		},
	}
	r.fileFlag(cmd)
	inputFlags(cmd, &in)
	compareFlags(cmd, &o)
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`FORMAT`: text, json")
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "exit with 1 while an item has no accepted verdict, or something must be looked at again")
	return cmd
}

// words lists the ids of a vocabulary.
func words[T ~string](list []T) string {
	names := make([]string, 0, len(list))
	for _, v := range list {
		names = append(names, string(v))
	}
	return strings.Join(names, ", ")
}

// known reports values that are not in the vocabulary.
func known[T ~string](what string, values []string, list []T) error {
	var errs []error
	for _, v := range values {
		if !slices.Contains(list, T(v)) {
			errs = append(errs, fmt.Errorf("unknown %s %q; have %s", what, v, words(list)))
		}
	}
	return errors.Join(errs...)
}

// termIDs are the machine ids of terms.
func termIDs(terms []schema.Term) []string {
	out := make([]string, 0, len(terms))
	for _, t := range terms {
		out = append(out, t.ID)
	}
	return out
}
