package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/read"
	"plandiff/review"
	"plandiff/schema"
)

func (r *reviews) carry() *cobra.Command {
	var in read.Options
	var o diff.Options
	var from, to, out string
	cmd := &cobra.Command{
		Use:   "carry OLD-REVIEWS --from A --to B",
		Short: "Take annotations to the next edition, or from a draft to the final text",
		Long: `carry takes the annotations of edition A to edition B, along the lineage of their items. An annotation goes only into the item that follows
and the same column, and only where its words are at least 0.85 alike and clearly better than at the second place. Where the text under it
changed it is needs-recheck; where it has no home it is orphaned, with the reason on standard error and exit code 1. None is dropped, and
OLD-REVIEWS stays as it is. With -o the result is added to a file; what that file holds already is not carried again.`,
		Example: "  plandiff review carry reviews/2024.yaml --from 2024.yaml --to 2025.yaml -o reviews/2025.yaml",
		Args:    takes(1, 1, "the reviews to carry"),
		RunE: func(cmd *cobra.Command, args []string) error {
			old, err := schema.LoadReviews(args[0])
			if err != nil {
				return err
			}
			before, err := r.compare(cmd.Context(), from, in, o)
			if err != nil {
				return err
			}
			after, err := r.compare(cmd.Context(), to, in, o)
			if err != nil {
				return err
			}
			if before.Edition.ID == after.Edition.ID && out != "" && sameFile(out, args[0]) {
				return fmt.Errorf("both editions are called %q, so one file cannot hold the annotations of both: choose another -o", after.Edition.ID)
			}
			l, err := r.lineageOf(before.Edition, after.Edition, o)
			if err != nil {
				return err
			}
			orphans := 0
			run := func(d *review.Draft) error {
				var err error
				orphans, err = r.carryInto(d, old, before, after, l)
				return err
			}
			if out != "" {
				_, err = review.Update(cmd.Context(), out, run)
			} else {
				var d *review.Draft
				if d, err = review.NewDraft("the carried reviews", nil); err == nil {
					if err = run(d); err == nil {
						_, err = r.Stdout.Write(d.Bytes())
					}
				}
			}
			if err == nil && orphans > 0 {
				err = errFindings
			}
			return err
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "`EDITION` that was annotated")
	cmd.Flags().StringVar(&to, "to", "", "`EDITION` to take the annotations to")
	cmd.Flags().StringVarP(&out, "output", "o", "", "reviews `FILE` to add to (default: standard output)")
	needs(cmd, "from", "to")
	inputFlags(cmd, &in)
	compareFlags(cmd, &o)
	return cmd
}

// lineageOf traces two editions. A draft and the final text of one edition have one id: then the older one is called
// otherwise in the lineage, for annotations name the newer one by its id.
func (e *env) lineageOf(before, after *schema.Edition, o diff.Options) (*diff.Lineage, error) {
	config, err := e.config()
	if err != nil {
		return nil, err
	}
	old := *before
	if old.ID == after.ID {
		old.ID += "-" + cmp.Or(old.Stage, "before")
	}
	return diff.Trace([]*schema.Edition{&old, after}, diff.TraceOptions{Options: o, Links: config.History.Links})
}

// sameFile says whether two paths lead to one file.
func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// carryInto adds what is carried to the draft and tells what became of it. Orphans are told of also where --quiet silences
// the rest.
func (r *reviews) carryInto(d *review.Draft, old *schema.Reviews, before, after *diff.Comparison, l *diff.Lineage) (orphans int, err error) {
	fresh := *old
	fresh.Annotations = nil
	here, others := 0, 0
	for _, a := range old.Annotations {
		switch {
		case a.Edition != before.Edition.ID:
			others++
		case review.AlreadyCarried(d.Reviews, a, after.Edition.ID):
			here++
		default:
			fresh.Annotations = append(fresh.Annotations, a)
		}
	}
	carried, err := review.Carry(&fresh, before, after, l, func(id string) bool { return d.Find(id) != nil })
	if err != nil {
		return 0, err
	}
	var all []schema.Annotation
	kept, recheck := 0, 0
	for _, c := range carried {
		all = append(all, c.Now)
		switch {
		case c.Now.State == schema.Orphaned:
			orphans++
			fmt.Fprintf(r.Stderr, "plandiff: ORPHANED %s, now %s: item %s of %s: %s\n", c.Was.ID, c.Now.ID, c.Was.Item, c.Was.Edition, c.Why)
		case c.Kept():
			kept++
		default:
			recheck++
			r.note("plandiff: to look at again: %s, now %s: item %s → %s: %s", c.Was.ID, c.Now.ID, c.Was.Item, c.Now.Item, c.Why)
		}
	}
	r.note("plandiff: carried %d annotations: %d as they were, %d to look at again, %d orphaned", len(carried), kept, recheck, orphans)
	if here > 0 {
		r.note("plandiff: %d were carried before and stay as they are there", here)
	}
	if others > 0 {
		r.note("plandiff: %d annotations are of other editions than %s and stay in %s", others, before.Edition.ID, old.File)
	}
	return orphans, d.AddAll(all)
}

func (r *reviews) merge() *cobra.Command {
	var base, out string
	var both bool
	cmd := &cobra.Command{
		Use:   "merge OURS THEIRS [--base BASE] [-o FILE]",
		Short: "Join the reviews files of two branches, and name conflicts",
		Long: `merge joins two reviews files. What one side added or changed comes in; replies and tags of both are joined; with the file that both come
from (--base) it can tell who changed what. What both changed to different things is a conflict, named with both places, as are accepted
verdicts that contradict each other; then nothing is written and the exit code is 1, unless --both keeps both, theirs under an id of its own
with the tag "conflict".

As a merge driver of git: [merge "plandiff-reviews"] driver = plandiff review merge %A %B --base %O -o %A`,
		Example: "  plandiff review merge reviews/2024.yaml theirs/2024.yaml --base base/2024.yaml -o reviews/2024.yaml",
		Args:    takes(2, 2, "two reviews files"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var drafts [2]*review.Draft
			for i, path := range args {
				b, err := r.bytes(path)
				if err != nil {
					return fmt.Errorf("merge: %w", err)
				}
				if drafts[i], err = review.NewDraft(path, b); err != nil {
					return err
				}
			}
			var ancestor *schema.Reviews
			if base != "" {
				var err error
				if ancestor, err = schema.LoadReviews(base); err != nil {
					return err
				}
			}
			conflicts, err := review.Merge(drafts[0], drafts[1], ancestor, both)
			if err != nil {
				return err
			}
			for _, c := range conflicts {
				fmt.Fprintf(r.Stderr, "plandiff: CONFLICT %s\n", c)
			}
			if len(conflicts) > 0 && !both {
				r.note("plandiff: nothing was written: settle the conflicts in one of the files, or keep both sides with --both")
				return errFindings
			}
			if out != "" {
				err = writeFile(out, drafts[0].Bytes())
			} else {
				_, err = r.Stdout.Write(drafts[0].Bytes())
			}
			if err == nil && len(conflicts) > 0 {
				err = errFindings
			}
			return err
		},
	}
	cmd.Flags().StringVar(&base, "base", "", "`FILE` that both come from")
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE` instead of standard output")
	cmd.Flags().BoolVar(&both, "both", false, "keep both sides of a conflict")
	return cmd
}

func (r *reviews) export() *cobra.Command {
	var in read.Options
	var o diff.Options
	var out string
	var gold bool
	cmd := &cobra.Command{
		Use:     "export EDITION --gold --file FILE",
		Short:   "Turn accepted verdicts into gold labels for plandiff score",
		Example: "  plandiff review export 2024.yaml --gold --file reviews/2024.yaml -o gold.yaml && plandiff score 2024.yaml --gold gold.yaml",
		Args:    takes(1, 1, "an edition"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !gold {
				return errors.New("export to what? add --gold")
			}
			files, err := r.load()
			if err != nil {
				return err
			}
			c, err := r.compare(cmd.Context(), args[0], in, o)
			if err != nil {
				return err
			}
			g, left := review.Gold(review.Apply(c, files...), c)
			for _, l := range left {
				r.note("plandiff: left out: %s", l)
			}
			b, err := schema.Canonical(g)
			if err != nil {
				return err
			}
			if out != "" {
				return writeFile(out, b)
			}
			_, err = r.Stdout.Write(b)
			return err
		},
	}
	r.fileFlag(cmd)
	cmd.Flags().BoolVar(&gold, "gold", false, "gold labels (plandiff schema gold)")
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE` instead of standard output")
	inputFlags(cmd, &in)
	compareFlags(cmd, &o)
	return cmd
}
