package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"plandiff/read"
	"plandiff/schema"
)

// readCmd turns documents into an edition.
func readCmd(e *env) *cobra.Command {
	var (
		o        read.Options
		out      string
		password string
		mapping  []string
		list     bool
		force    bool
	)
	cmd := &cobra.Command{
		Use:   "read DOCUMENT...",
		Short: "Turn a plan document (PDF, page text …) into an edition YAML",
		Long: `read recovers every item of a plan document: label, ministries, plan, results and next plan, under its headings.
Several documents, or a folder of pages in natural order, become one edition. "-" is standard input. What no cell,
heading or named furniture took is listed in the edition as unplaced, and on standard error with page and line.`,
		Example: `  plandiff read plan.pdf -o 2024.yaml
  plandiff read pages/ -o 2024.yaml --profile nisc-annual
  pdftotext -layout plan.pdf - | plandiff read - > 2024.yaml
  plandiff read --list`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && !list {
				return errors.New("read: no document given; name files, a folder, or - for standard input (plandiff read --help)")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if list {
				return listReaders(e.Stdout)
			}
			var err error
			if o.Map, err = columnMap(mapping); err != nil {
				return err
			}
			if password != "" {
				b, err := os.ReadFile(password)
				if err != nil {
					return fmt.Errorf("--password-file: %w", err)
				}
				o.Password = strings.TrimRight(string(b), "\r\n")
			}
			if err := mayWrite(out, force); err != nil {
				return err
			}
			o.Stdin, o.Strict = e.Stdin, true
			done := e.progress(&o, "reading")
			r, err := read.Files(cmd.Context(), args, o)
			done()
			if err != nil {
				return err
			}
			for _, n := range r.Notes {
				e.note("%s", n)
			}
			b, err := schema.Marshal(r.Edition)
			if err != nil {
				return err
			}
			if out == "" || out == "-" {
				_, err = e.Stdout.Write(b)
				return err
			}
			if err := writeFile(out, b); err != nil {
				return err
			}
			items := 0
			for _, s := range r.Edition.Sections {
				items += len(s.Items)
			}
			how := "an edition already, checked and written anew"
			if r.Profile != "" {
				how = "read with profile " + r.Profile
			}
			e.note("%s: %d items in %d sections, %s", out, items, len(r.Edition.Sections), how)
			return nil
		},
	}
	inputFlags(cmd, &o)
	f := cmd.Flags()
	f.StringVarP(&out, "output", "o", "", "write the edition to `FILE` (default: standard output)")
	f.StringVar(&o.Format, "format", "", "the documents' format: a `NAME` from --list (default: told from the bytes)")
	f.StringVar(&o.ID, "id", "", "the edition's `ID` (default: made from the next plan's year)")
	f.StringArrayVar(&mapping, "map", nil, "column of a table file to field, `COLUMN=FIELD`: E=results, 実績=results (repeatable; default: guessed)")
	f.StringVar(&password, "password-file", "", "`FILE` with the password of an encrypted PDF on its first line")
	f.BoolVar(&list, "list", false, "list the formats and profiles, and end")
	f.BoolVar(&force, "force", false, "write over an edition that a person has changed")
	return cmd
}

// listReaders prints the registries of formats and profiles.
func listReaders(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "Formats:")
	for _, f := range read.Formats {
		fmt.Fprintf(t, "  %s\t%s\n", f.Name, f.Doc)
	}
	fmt.Fprintln(t, "Profiles:")
	for _, p := range read.Profiles() {
		fmt.Fprintf(t, "  %s\t%s\n", p.Name, p.Doc)
	}
	return t.Flush()
}

// columnMap reads --map COLUMN=FIELD.
func columnMap(pairs []string) (map[string]string, error) {
	m := map[string]string{}
	for _, p := range pairs {
		column, field, ok := strings.Cut(p, "=")
		if !ok || column == "" || field == "" {
			return nil, fmt.Errorf("--map %q: want COLUMN=FIELD, such as E=results", p)
		}
		m[column] = field
	}
	return m, nil
}

// mayWrite refuses to write over an edition that a person has changed since read wrote it.
func mayWrite(path string, force bool) error {
	if path == "" || path == "-" || force {
		return nil
	}
	b, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("-o %s: %w", path, err)
	}
	if len(b) > 0 && !schema.Written(b) {
		return fmt.Errorf("-o %s: a person has changed this file since read wrote it (or read did not write it): --force writes over it", path)
	}
	return nil
}

// progress shows a bar on standard error while a document is read, where that is a terminal. Call what it returns at the end.
func (e *env) progress(o *read.Options, what string) (done func()) {
	if e.quiet || width(e.Stderr) == 0 {
		return func() {}
	}
	bar := progressbar.NewOptions(1, progressbar.OptionSetWriter(e.Stderr), progressbar.OptionSetDescription(what),
		progressbar.OptionClearOnFinish(), progressbar.OptionShowCount(), progressbar.OptionSetWidth(30))
	o.Progress = func(n, total int) {
		if bar.GetMax() != total {
			bar.ChangeMax(total)
		}
		_ = bar.Set(n) // a bar that cannot be drawn is no reason to stop reading
	}
	return func() { _ = bar.Clear() }
}
