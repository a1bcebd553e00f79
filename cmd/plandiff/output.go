package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/report"
)

// output is where and how a command reports: the flags that all reports share.
type output struct {
	report.Options
	format string
	file   string
}

// outputFlags adds the flags of reports to a command.
func outputFlags(cmd *cobra.Command, out *output) {
	f := cmd.Flags()
	f.StringVarP(&out.format, "format", "f", "", "`FORMAT`: "+strings.Join(report.Names(), ", ")+" (default: what the name of --output ends in, else text)")
	f.StringVarP(&out.file, "output", "o", "", "write to `FILE` instead of standard output")
	f.StringVar(&out.Lang, "lang", "", "language of the report: `ja|en` (default: the edition's)")
}

// selectFlags adds the flags that choose and order the items shown.
func selectFlags(cmd *cobra.Command, out *output) {
	f := cmd.Flags()
	f.StringSliceVar(&out.Filter.Only, "only", nil, "only items with one of these `FLAGS`: expanded,dropped,not-done,target-raised …")
	f.StringSliceVar(&out.Filter.Ministries, "ministry", nil, "only items of these `MINISTRIES`, as printed")
	f.StringSliceVar(&out.Filter.Sections, "section", nil, "only items under these `SECTIONS`: ids such as 3 or 1(2)")
	f.Float64Var(&out.Filter.MinConfidence, "min-confidence", 0, "only items flagged with at least this confidence, `0 to 1`")
	var names []string
	for _, s := range report.Sorts {
		names = append(names, s.Name)
	}
	f.StringVar(&out.Sort, "sort", "", "`ORDER` of the items: "+strings.Join(names, ", "))
	f.StringVar(&out.Table, "table", "", "csv and jsonl: which `TABLE` (docs/formats.md lists them)")
	f.BoolVar(&out.BOM, "bom", false, "csv: begin with a byte order mark, for Excel")
	f.BoolVar(&out.Brief, "brief", false, "taisho: abridge unchanged text as （略）")
	f.StringVar(&out.TemplateDir, "template", "", "`DIR` with templates that replace the built-in ones of the same name")
}

// choose settles the format where --format is not given: the one whose files end as --output does, and which shows this kind of
// input; else text.
func (e *env) choose(in report.Input, out *output) {
	if out.format != "" {
		return
	}
	out.format = "text"
	ext := filepath.Ext(out.file)
	shows := report.Shows(in)
	for _, f := range report.Formats {
		if ext == "" || f.Ext != ext || !slices.Contains(shows, f.Name) {
			continue
		}
		if out.format == "text" || "."+f.Name == ext { // of several the first, unless one is named as its files end
			out.format = f.Name
		}
	}
	if out.format != "text" {
		e.note("%s is written as %s; --format writes another", out.file, out.format)
	} else if ext != "" && ext != ".txt" {
		e.note("%s is written as text: no format's files end in %s; --format says which to write", out.file, ext)
	}
}

// write renders the input as the flags say: to the file, a pager, or standard output.
func (e *env) write(ctx context.Context, in report.Input, out output) error {
	e.choose(in, &out)
	for _, miss := range out.Filter.Misses(in) {
		e.note("%s", miss)
	}
	f, err := report.Find(out.format)
	if err != nil {
		return err
	}
	w := width(e.Stdout)
	if f.Binary && out.file == "" && w > 0 {
		return fmt.Errorf("%s is not for a terminal: add -o FILE%s", f.Name, f.Ext)
	}
	o := out.Options
	if out.file == "" {
		o.Width, o.Color = w, color(e.Stdout)
	}
	show := func(w io.Writer) error { return report.Write(w, out.format, in, o) }
	if out.file != "" {
		if ext := filepath.Ext(out.file); ext != "" && ext != f.Ext && slices.ContainsFunc(report.Formats, func(o report.Format) bool { return o.Ext == ext }) {
			e.note("%s holds %s; --format says what to write", out.file, f.Name)
		}
		return writeTo(out.file, show)
	}
	return e.page(ctx, show, f.Name == "text")
}

// page writes to standard output; a long text for a terminal goes through the pager that $PAGER names, else less.
func (e *env) page(ctx context.Context, show func(io.Writer) error, text bool) error {
	if !text || width(e.Stdout) == 0 {
		wrote, err := through(e.Stdout, show)
		return cmp.Or(wrote, err)
	}
	var b bytes.Buffer
	if err := show(&b); err != nil {
		return err
	}
	pager := strings.Fields(os.Getenv("PAGER"))
	if len(pager) == 0 {
		pager = []string{"less", "-FRX"}
	}
	if path, err := exec.LookPath(pager[0]); err == nil && bytes.Count(b.Bytes(), []byte("\n")) > height(e.Stdout) {
		cmd := exec.CommandContext(ctx, path, pager[1:]...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = &b, e.Stdout, e.Stderr
		return cmd.Run()
	}
	_, err := b.WriteTo(e.Stdout)
	return err
}

// through shows into w by way of a buffer, and tells errors of the writing from those of what is shown.
func through(w io.Writer, show func(io.Writer) error) (wrote, err error) {
	b := bufio.NewWriterSize(w, 1<<16)
	err = show(b)
	return b.Flush(), err
}

// writeFile writes whole or not at all.
func writeFile(path string, b []byte) error {
	return writeTo(path, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// writeTo writes what show shows whole or not at all: to a temporary file beside path, which then takes its name. A link stays
// one: what it points to is written. What is no file (/dev/null, a named pipe) is written into as it is.
func writeTo(path string, show func(io.Writer) error) (err error) {
	if real, linkErr := filepath.EvalSymlinks(path); linkErr == nil {
		path = real
	}
	if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
		return fmt.Errorf("write %s: this is a folder: name a file in it", path)
	} else if statErr == nil && !info.Mode().IsRegular() {
		return writeInto(path, show)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return writeError(path, err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	mode := os.FileMode(0o644)
	if info, statErr := os.Stat(path); statErr == nil {
		mode = info.Mode().Perm()
	}
	wrote, shown := through(f, show)
	if wrote == nil {
		wrote = f.Chmod(mode)
	}
	if closeErr := f.Close(); wrote == nil {
		wrote = closeErr
	}
	if wrote == nil && shown == nil {
		wrote = os.Rename(f.Name(), path)
	}
	if wrote != nil {
		return writeError(path, wrote)
	}
	return shown
}

// writeInto writes into what is there.
func writeInto(path string, show func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return writeError(path, err)
	}
	wrote, shown := through(f, show)
	if closeErr := f.Close(); wrote == nil {
		wrote = closeErr
	}
	if wrote != nil {
		return writeError(path, wrote)
	}
	return shown
}

// writeError names the file that was to be written, not the temporary one beside it that failed.
func writeError(path string, err error) error {
	var at *fs.PathError
	var two *os.LinkError
	switch {
	case errors.As(err, &at):
		err = at.Err
	case errors.As(err, &two):
		err = two.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("write %s: there is no folder %s: make it first", path, filepath.Dir(path))
	}
	return fmt.Errorf("write %s: %w", path, err)
}
