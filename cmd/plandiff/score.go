package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/diff"
	"plandiff/read"
	"plandiff/schema"
	"plandiff/score"
)

// scoreCmd measures flags against labels that people gave.
func scoreCmd(e *env) *cobra.Command {
	var in read.Options
	var golds []string
	var format, out string
	var o diff.Options
	cmd := &cobra.Command{
		Use:   "score [EDITION | COMPARISON.json] --gold LABELS.yaml",
		Short: "Measure the flags against your own labels",
		Long: `score compares the flags with labels that people gave (gold): accuracy, macro-F1, what was taken for what, facts, links between
plan, results and next plan, what a confidence is worth, and every item missed with the rule that led astray.

Gold that holds its own texts needs no edition: plandiff score --gold labels.yaml compares those. With an edition, a document or the JSON of
plandiff diff, gold items are found by id, else by label. Several --gold files are measured each and together.`,
		Example: `  plandiff score 2024.yaml --gold labels.yaml
  plandiff score --gold labels.yaml --gold more.yaml --format json`,
		Args: takes(0, 1, "one edition or comparison"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(golds) == 0 {
				return errors.New("score needs labels to measure against: add --gold LABELS.yaml (plandiff schema gold shows the form)")
			}
			if format != "text" && format != "json" {
				return fmt.Errorf("unknown format %q; have text, json", format)
			}
			var whole *diff.Comparison
			if len(args) == 1 {
				c, err := e.comparison(cmd, args[0], in, o)
				if err != nil {
					return err
				}
				whole = c
			}
			var pairs []score.Pair
			var errs []error
			for _, path := range golds {
				p, err := pair(path, whole, o)
				errs = append(errs, err)
				pairs = append(pairs, p)
			}
			if err := errors.Join(errs...); err != nil {
				return err
			}
			each, total, err := score.Measure(pairs)
			if err != nil {
				return err
			}
			if err := e.notFound(pairs, each); err != nil {
				return err
			}
			var b bytes.Buffer
			if format == "json" {
				enc := json.NewEncoder(&b)
				enc.SetEscapeHTML(false)
				enc.SetIndent("", "  ")
				err = enc.Encode(map[string]any{"version": 1, "tool": tool, "files": each, "total": total})
			} else {
				err = score.WriteText(&b, each, total)
			}
			if err != nil {
				return err
			}
			if out != "" {
				return writeFile(out, b.Bytes())
			}
			_, err = e.Stdout.Write(b.Bytes())
			return err
		},
	}
	inputFlags(cmd, &in)
	cmd.Flags().StringArrayVar(&golds, "gold", nil, "`FILE` of labels; may be given several times")
	cmd.Flags().StringArrayVar(&o.Cues, "cues", nil, "`FILE` of further cue words")
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`text|json`")
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE` instead of standard output")
	return cmd
}

// notFound tells of gold that is of another edition than the flags, and of gold items that it does not have. The error is of
// gold of which nothing was found: there is nothing measured then.
func (e *env) notFound(pairs []score.Pair, each []score.Report) error {
	found, items := 0, 0
	for i, r := range each {
		gold, of := pairs[i].Gold, pairs[i].Comparison.Edition.ID
		if id, is := gold.Edition.(string); is && id != of && !score.HasTexts(gold) {
			e.note("%s: labels of edition %s, measured on edition %s", gold.File, id, of)
		}
		found, items = found+r.Items-r.Missing, items+r.Items
		if r.Missing > 0 {
			keys := r.NotFound
			more := ""
			if len(keys) > 10 {
				keys, more = keys[:10], fmt.Sprintf(" and %d more", len(keys)-10)
			}
			e.note("%s: %d of %d gold items not found in %s: %s%s; they count as wrong", gold.File, r.Missing, r.Items, of, strings.Join(keys, ", "), more)
		}
	}
	if found == 0 && items > 0 {
		return fmt.Errorf("score: none of the %d gold items is in the edition: a gold item's id or label is the id of an item, 1(1)/ア, or its label, ア", items)
	}
	return nil
}

// pair loads one gold file and finds what it judges: the comparison given, else that of its own texts.
func pair(path string, whole *diff.Comparison, o diff.Options) (score.Pair, error) {
	gold, err := schema.LoadGold(path)
	if err != nil {
		return score.Pair{}, err
	}
	if whole != nil {
		return score.Pair{Gold: gold, Comparison: whole}, nil
	}
	if !score.HasTexts(gold) {
		return score.Pair{}, fmt.Errorf("score %s: the gold holds labels but no texts: name the edition they are of, as in plandiff score EDITION --gold %s", path, path)
	}
	c, err := diff.Compare(score.Edition(gold), o)
	if err != nil {
		return score.Pair{}, err
	}
	return score.Pair{Gold: gold, Comparison: c}, nil
}

// comparison loads the JSON of a comparison, or compares an edition or document.
func (e *env) comparison(cmd *cobra.Command, path string, in read.Options, o diff.Options) (*diff.Comparison, error) {
	if path != "-" {
		f, err := os.Open(path)
		if err == nil {
			defer f.Close()
			r := bufio.NewReader(f)
			if head, _ := r.Peek(1); len(head) == 1 && head[0] == '{' {
				b, err := io.ReadAll(r)
				if err != nil {
					return nil, fmt.Errorf("score %s: %w", path, err)
				}
				c := &diff.Comparison{}
				if err := json.Unmarshal(b, c); err != nil {
					return nil, fmt.Errorf("score %s: %w", path, err)
				}
				return c, nil
			}
		}
	}
	ed, err := e.edition(cmd.Context(), path, in)
	if err != nil {
		return nil, err
	}
	return diff.Compare(ed, o)
}
