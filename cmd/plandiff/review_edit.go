package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/read"
	"plandiff/review"
	"plandiff/schema"
)

// judgement holds the flags of an annotation, for add and set.
type judgement struct {
	confirm               bool
	disposition, progress string
	facts, tags           []string
	note, state           string
	reviewer, date        string
}

func (j *judgement) flags(cmd *cobra.Command, state string) {
	f := cmd.Flags()
	f.BoolVar(&j.confirm, "confirm", false, "the tool's flags are right; the file keeps them")
	f.StringVar(&j.disposition, "disposition", "", "the right `DISPOSITION`: "+strings.Join(termIDs(schema.Dispositions()), ", "))
	f.StringVar(&j.progress, "progress", "", "the right `PROGRESS`: "+strings.Join(termIDs(schema.Progresses()), ", "))
	f.StringSliceVar(&j.facts, "facts", nil, "all `FACTS` that are right, or none: "+strings.Join(termIDs(schema.Facts()), ", "))
	f.StringVar(&j.note, "note", "", "free `TEXT`")
	f.StringSliceVar(&j.tags, "tag", nil, "`TAGS`")
	f.StringVar(&j.state, "state", state, "`STATE`: "+words(schema.States()))
	f.StringVar(&j.reviewer, "reviewer", "", "`NAME` of who says it (default: $PLANDIFF_REVIEWER)")
	f.StringVar(&j.date, "date", "", "`DATE` of the judgement, 2024-07-10 (default: today)")
	cmd.MarkFlagsMutuallyExclusive("confirm", "disposition")
	cmd.MarkFlagsMutuallyExclusive("confirm", "progress")
	cmd.MarkFlagsMutuallyExclusive("confirm", "facts")
}

// check finds every word that is none, all at once.
func (j *judgement) check() error {
	one := func(s string) []string {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	var errs []error
	errs = append(errs, known("disposition", one(j.disposition), termIDs(schema.Dispositions())), known("progress", one(j.progress), termIDs(schema.Progresses())),
		known("state", one(j.state), schema.States()))
	if !slices.Equal(j.facts, []string{"none"}) {
		errs = append(errs, known("fact", j.facts, append(termIDs(schema.Facts()), "none")))
	}
	if j.date != "" {
		if _, err := time.Parse(time.DateOnly, j.date); err != nil {
			errs = append(errs, fmt.Errorf("%q is no date: write 2024-07-10", j.date))
		}
	}
	return errors.Join(errs...)
}

// who is the reviewer: the flag, else the environment.
func (j *judgement) who() (string, error) {
	if name := cmp.Or(j.reviewer, os.Getenv("PLANDIFF_REVIEWER")); name != "" {
		return name, nil
	}
	return "", errors.New("who judges? add --reviewer NAME, or set PLANDIFF_REVIEWER")
}

// day is the date of the judgement. This is the one place where a clock counts: a judgement is an act of a person on a day.
func (j *judgement) day() string { return cmp.Or(j.date, time.Now().Format(time.DateOnly)) }

// verdict lays the flags over the verdict there is.
func (j *judgement) verdict(v schema.Verdict, ch *diff.Change) schema.Verdict {
	if j.confirm {
		return review.Confirmed(ch)
	}
	if j.disposition != "" {
		v.Disposition, v.Confirm = schema.Disposition(j.disposition), false
	}
	if j.progress != "" {
		v.Progress, v.Confirm = schema.Progress(j.progress), false
	}
	if j.facts != nil {
		facts := []schema.Fact{}
		for _, f := range j.facts {
			if f != "none" {
				facts = append(facts, schema.Fact(f))
			}
		}
		v.Facts, v.Confirm = &facts, false
	}
	return v
}

func (r *reviews) add() *cobra.Command {
	var j judgement
	var in read.Options
	var o diff.Options
	var column, quote string
	cmd := &cobra.Command{
		Use:   "add EDITION ITEM --file FILE",
		Short: "Add an annotation to an item, or to words in it; print its id",
		Example: `  plandiff review add 2024.yaml '1(1)/ア' --file reviews/2024.yaml --confirm
  plandiff review add 2024.yaml '1(1)/ア' --file reviews/2024.yaml --disposition expanded --progress done --facts target-raised
  plandiff review add 2024.yaml '1(1)/ア' --file reviews/2024.yaml --column next_plan --quote 70団体 --note 'was 40'`,
		Args: takes(2, 2, "an edition and the id of an item"),
		RunE: func(cmd *cobra.Command, args []string) error {
			who, err := j.who()
			errs := []error{j.check(), err, known("column", slices.DeleteFunc([]string{column}, func(s string) bool { return s == "" }), schema.Columns())}
			if quote != "" && column == "" {
				errs = append(errs, fmt.Errorf("a quote needs its column: add --column %s", words(schema.Columns())))
			}
			if len(r.files) > 1 {
				errs = append(errs, errors.New("one --file only: the annotation is added to one"))
			}
			if err := errors.Join(errs...); err != nil {
				return err
			}
			c, err := r.compare(cmd.Context(), args[0], in, o)
			if err != nil {
				return err
			}
			ch, err := changeOf(c, args[1])
			if err != nil {
				return err
			}
			a := schema.Annotation{Edition: c.Edition.ID, Item: ch.Item.ID, Digest: ch.Digest, Column: schema.Column(column), Verdict: j.verdict(schema.Verdict{}, ch),
				Note: j.note, Reviewer: who, Date: j.day(), State: schema.State(j.state), Tags: j.tags}
			if quote != "" {
				if a.Quote, err = review.Quote(ch.Item, a.Column, quote, -1, 0); err != nil {
					return err
				}
			}
			if !review.HasVerdict(a) && a.Note == "" {
				return errors.New("says nothing: add --confirm, the right labels, or --note")
			}
			var id string
			_, err = review.Update(cmd.Context(), r.files[0], func(d *review.Draft) error {
				var err error
				if id, err = d.Add(a); err != nil {
					return err
				}
				if a.State == schema.Accepted {
					err = r.accept(d, id)
				}
				return err
			})
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(r.Stdout, id)
			return err
		},
	}
	r.fileFlag(cmd)
	j.flags(cmd, string(schema.Submitted))
	cmd.Flags().StringVar(&column, "column", "", "`COLUMN` that is meant: "+words(schema.Columns()))
	cmd.Flags().StringVar(&quote, "quote", "", "`WORDS` that are meant, as they are written in one passage of the column")
	inputFlags(cmd, &in)
	compareFlags(cmd, &o)
	return cmd
}

// accept makes an annotation the accepted one of its item and tells what it superseded.
func (r *reviews) accept(d *review.Draft, id string) error {
	gone, err := review.Accept(d, id)
	for _, old := range gone {
		r.note("plandiff: %s is superseded: its item has one accepted verdict", old)
	}
	return err
}

// changeOf finds an item of a comparison by its id.
func changeOf(c *diff.Comparison, id string) (*diff.Change, error) {
	var near []string
	for i := range c.Changes {
		it := c.Changes[i].Item
		if it.ID == id {
			return &c.Changes[i], nil
		}
		if it.Label == id || strings.HasSuffix(it.ID, "/"+id) {
			near = append(near, it.ID)
		}
	}
	if len(near) > 0 {
		return nil, fmt.Errorf("edition %s has no item %q; labelled so: %s", c.Edition.ID, id, strings.Join(near, ", "))
	}
	return nil, fmt.Errorf("edition %s has no item %q: `plandiff diff` shows the ids", c.Edition.ID, id)
}

func (r *reviews) set() *cobra.Command {
	var j judgement
	var in read.Options
	var o diff.Options
	var on, reply string
	cmd := &cobra.Command{
		Use:   "set ID... --file FILE",
		Short: "Change annotations: their state, verdict, note; reply to them",
		Long: `set changes annotations. An accepted verdict supersedes the one that was accepted before on its item. With --on EDITION the annotation is
judged again on the texts as they stand there: after a text changed, only that makes a verdict count again.`,
		Example: `  plandiff review set r1f0c2a9e --file reviews/2024.yaml --state accepted
  plandiff review set r1f0c2a9e --file reviews/2024.yaml --on 2024.yaml --confirm --state submitted
  plandiff review set r1f0c2a9e --file reviews/2024.yaml --reply 'agreed' --reviewer ito`,
		Args: takes(1, -1, "the ids of annotations"),
		RunE: func(cmd *cobra.Command, ids []string) error {
			if err := j.check(); err != nil {
				return err
			}
			if !slices.ContainsFunc([]string{"confirm", "disposition", "progress", "facts", "note", "tag", "state", "reviewer", "date", "on", "reply"}, cmd.Flags().Changed) {
				return errors.New("review set: nothing to change: say what, as in --state accepted, --note TEXT or --reply TEXT")
			}
			if j.confirm && on == "" {
				return errors.New("--confirm confirms the tool's flags: add --on EDITION, to know them")
			}
			var c *diff.Comparison
			if on != "" {
				var err error
				if c, err = r.compare(cmd.Context(), on, in, o); err != nil {
					return err
				}
			}
			where, err := r.where(ids)
			if err != nil {
				return err
			}
			for _, file := range r.files {
				_, err := review.Update(cmd.Context(), file, func(d *review.Draft) error {
					for _, id := range where[file] {
						if err := r.change(cmd, d, id, &j, reply, c); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
	r.fileFlag(cmd)
	j.flags(cmd, "")
	cmd.Flags().StringVar(&on, "on", "", "judge again on the texts of this `EDITION`")
	cmd.Flags().StringVar(&reply, "reply", "", "answer with this `TEXT`, as --reviewer")
	inputFlags(cmd, &in)
	compareFlags(cmd, &o)
	return cmd
}

// where finds the files that hold the ids.
func (r *reviews) where(ids []string) (map[string][]string, error) {
	files, err := r.load()
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	var errs []error
	for _, id := range ids {
		var in []string
		for _, f := range files {
			if slices.ContainsFunc(f.Annotations, func(a schema.Annotation) bool { return a.ID == id }) {
				in = append(in, f.File)
				out[f.File] = append(out[f.File], id)
			}
		}
		switch len(in) {
		case 0:
			errs = append(errs, fmt.Errorf("no annotation %q in %s: `plandiff review list` shows the ids", id, strings.Join(r.files, ", ")))
		case 1:
		default:
			errs = append(errs, fmt.Errorf("annotation %q is in %s: name one --file", id, strings.Join(in, " and ")))
		}
	}
	return out, errors.Join(errs...)
}

// change lays the flags over one annotation.
func (r *reviews) change(cmd *cobra.Command, d *review.Draft, id string, j *judgement, reply string, c *diff.Comparison) error {
	a := *d.Find(id)
	var ch *diff.Change
	if c != nil {
		if a.Edition != c.Edition.ID {
			return fmt.Errorf("annotation %q is of edition %s, not of %s: `plandiff review carry` takes it there", id, a.Edition, c.Edition.ID)
		}
		var err error
		if ch, err = changeOf(c, a.Item); err != nil {
			return err
		}
		a.Digest = ch.Digest
		if a.Quote != nil {
			q, err := review.Quote(ch.Item, a.Column, a.Quote.Exact, -1, a.Quote.Start)
			if err != nil {
				return err
			}
			a.Quote = q
		}
	}
	a.Verdict = j.verdict(a.Verdict, ch)
	flags := cmd.Flags()
	if flags.Changed("note") {
		a.Note = j.note
	}
	if flags.Changed("tag") {
		a.Tags = j.tags
	}
	if flags.Changed("date") && reply == "" {
		a.Date = j.date
	}
	if j.state != "" {
		a.State = schema.State(j.state)
	}
	switch {
	case reply != "":
		who, err := j.who()
		if err != nil {
			return err
		}
		a.Replies = append(slices.Clone(a.Replies), schema.Reply{Reviewer: who, Date: j.day(), Note: reply})
	case flags.Changed("reviewer"):
		a.Reviewer = j.reviewer
	}
	if err := d.Set(a); err != nil {
		return err
	}
	if a.State == schema.Accepted {
		return r.accept(d, id)
	}
	return nil
}
