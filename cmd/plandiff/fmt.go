package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"plandiff/schema"
)

func fmtCmd(e *env) *cobra.Command {
	var check, write bool
	cmd := &cobra.Command{
		Use:   "fmt [--check | -w] FILE...",
		Short: "Lay YAML files out in the canonical form, comments kept",
		Long: `fmt lays out editions, reviews, gold labels, configuration and baselines in the one form that plandiff writes itself:
indented by two, keys in their order, quotes only where they are needed. Comments stay where they are. Without -w or
--check the result goes to standard output; - is standard input.`,
		Example: `  plandiff fmt -w 2024.yaml
  plandiff fmt --check editions/*.yaml     # exit code 1 and the names of files that are laid out otherwise`,
		Args: takes(1, -1, "YAML files, or - for standard input"),
		RunE: func(_ *cobra.Command, files []string) error {
			if check && write {
				return errors.New("fmt: --check only looks and -w writes: take one")
			}
			if !check && !write && len(files) > 1 {
				return errors.New("fmt: several files: add -w to write each in its place, or --check to look only")
			}
			return e.format(files, check, write)
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, "write nothing; name the files that are not canonical and exit with 1")
	cmd.Flags().BoolVarP(&write, "write", "w", false, "write each file in its place")
	return cmd
}

// format lays out each file, goes on after one that cannot be, and returns all errors at once.
func (e *env) format(files []string, check, write bool) error {
	var errs []error
	other := false
	for _, name := range files {
		b, err := e.yaml(name, write)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		out, err := schema.Format(name, b)
		switch {
		case err != nil:
			errs = append(errs, err)
		case check:
			if !bytes.Equal(b, out) {
				other = true
				fmt.Fprintln(e.Stdout, name)
			}
		case write:
			if !bytes.Equal(b, out) {
				errs = append(errs, writeFile(name, out))
			}
		default:
			_, err := e.Stdout.Write(out)
			errs = append(errs, err)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("fmt: %w", err)
	}
	if other {
		e.note("plandiff: laid out otherwise than plandiff would: run `plandiff fmt -w` on the files named")
		return errFindings
	}
	return nil
}

// yaml reads a file, or standard input for -, of at most schema.MaxBytes and one more, which the parser refuses.
func (e *env) yaml(name string, write bool) ([]byte, error) {
	if name == "-" {
		if write {
			return nil, errors.New("-w cannot write standard input in its place: leave -w out")
		}
		in, err := e.standardInput()
		if err != nil {
			return nil, err
		}
		return io.ReadAll(io.LimitReader(in, schema.MaxBytes+1))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, schema.MaxBytes+1))
}
