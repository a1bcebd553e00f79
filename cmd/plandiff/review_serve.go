package main

import (
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/read"
	"plandiff/review"
	"plandiff/review/page"
	"plandiff/schema"
)

func (r *reviews) serve() *cobra.Command {
	var in read.Options
	var o diff.Options
	var against, lang, reviewer string
	var port int
	var final bool
	cmd := &cobra.Command{
		Use:   "serve EDITION [--against OLD] --file FILE",
		Short: "Review an edition in the browser, on this machine only",
		Long: `serve prints the address of a page on 127.0.0.1: the items as in the HTML report, what is unclear or least certain first, and one form.
c confirms the flags and goes on, d and p correct disposition and progress, j and k move, ? shows all keys. Every verdict is in FILE before
the page says so; what an editor or git writes to FILE shows on the page. The address holds a key: whoever has it can write to FILE.
Nothing else is written. Stop with Ctrl-C.`,
		Example: "  plandiff review serve 2024.yaml --against 2023.yaml --file reviews/2024.yaml --reviewer sato",
		Args:    takes(1, 1, "an edition"),
		RunE: func(cmd *cobra.Command, args []string) error {
			j := judgement{reviewer: reviewer}
			who, err := j.who()
			if err != nil {
				return err
			}
			if len(r.files) > 1 {
				return errors.New("one --file only: the page writes one")
			}
			if lang != "" && lang != "ja" && lang != "en" {
				return fmt.Errorf("unknown language %q; have ja, en", lang)
			}
			file, err := review.Load(r.files[0])
			if err != nil {
				return err
			}
			c, err := r.compare(cmd.Context(), args[0], in, o)
			if err != nil {
				return err
			}
			if against != "" {
				old, err := r.edition(cmd.Context(), against, in)
				if err != nil {
					return err
				}
				if c.Lineage, err = r.lineageOf(old, c.Edition, o); err != nil {
					return err
				}
			}
			if err := review.Validate(file, c.Edition); err != nil {
				r.note("plandiff: %v", err)
			}
			options := page.Options{Comparison: c, File: r.files[0], Reviewer: who, Lang: lang, Today: func() string { return time.Now().Format(time.DateOnly) }}
			if final {
				options.State = schema.Accepted
			}
			s, err := page.New(options)
			if err != nil {
				return err
			}
			l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
			if err != nil {
				return fmt.Errorf("serve: %w: choose another --port", err)
			}
			if _, err := fmt.Fprintln(r.Stdout, s.URL(l.Addr())); err != nil {
				return err
			}
			r.note("plandiff: open this address; Ctrl-C ends")
			return s.Serve(cmd.Context(), l)
		},
	}
	r.fileFlag(cmd)
	cmd.Flags().StringVar(&against, "against", "", "older `EDITION`, to show where each item came from")
	cmd.Flags().StringVar(&reviewer, "reviewer", "", "`NAME` of who judges (default: $PLANDIFF_REVIEWER)")
	cmd.Flags().StringVar(&lang, "lang", "", "language of the page: `ja|en` (default: the edition's)")
	cmd.Flags().IntVar(&port, "port", 0, "`PORT` to listen on (default: a free one)")
	cmd.Flags().BoolVar(&final, "accept", false, "verdicts are accepted at once: where the reviewer has the last word")
	inputFlags(cmd, &in)
	compareFlags(cmd, &o)
	return cmd
}
