package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"plandiff/check"
	"plandiff/diff"
	"plandiff/report"
	"plandiff/review"
	"plandiff/schema"
)

func reportCmd(e *env) *cobra.Command {
	var from string
	var reviews []string
	var out output
	cmd := &cobra.Command{
		Use:   "report --from FILE",
		Short: "Write saved results again in another format",
		Long: `report reads what "plandiff diff --format json", "plandiff history --format json" or "plandiff check --format json" wrote,
and writes it in any format: the JSON holds everything that a report needs. Nothing is compared again.`,
		Example: `  plandiff diff 2024.yaml --format json -o comparison.json
  plandiff report --from comparison.json --format html -o report.html
  plandiff report --from comparison.json --format taisho-docx -o taisho.docx
  plandiff report --from comparison.json --reviews reviews.yaml --format html -o judged.html
  plandiff report --from comparison.json --format csv --table facts --bom -o facts.csv`,
		Args: takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			in, err := e.results(from)
			if err != nil {
				return err
			}
			if err := e.judged(&in, reviews); err != nil {
				return err
			}
			return e.write(cmd.Context(), in, out)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "JSON `FILE` with a comparison, a lineage or findings; - is standard input")
	reviewsFlag(cmd, &reviews)
	needs(cmd, "from")
	outputFlags(cmd, &out)
	selectFlags(cmd, &out)
	return cmd
}

// judged lays reviews beside a saved comparison, and over its lineage: those that were saved with it, and those of the files.
func (e *env) judged(in *report.Input, files []string) error {
	if len(files) == 0 {
		return nil
	}
	if in.Comparison == nil {
		return errors.New("reviews are of a comparison: give one, as `plandiff diff --format json` writes it; of a lineage, give them to `plandiff history`")
	}
	said, err := loadReviews(files)
	if err != nil {
		return err
	}
	if in.Reviews != nil {
		said = append([]*schema.Reviews{{Version: 1, Annotations: in.Reviews.Annotations()}}, said...)
	}
	in.Reviews = e.lay(in.Comparison, said)
	if in.Comparison.Lineage != nil {
		review.Lay(in.Comparison.Lineage, in.Reviews)
	}
	return nil
}

// results reads saved JSON and tells by its keys what it is.
func (e *env) results(path string) (report.Input, error) {
	b, err := e.bytes(path)
	if err != nil {
		return report.Input{}, fmt.Errorf("report: %w", err)
	}
	if head := bytes.TrimLeft(b, " \t\r\n\ufeff"); len(head) > 0 && head[0] != '{' {
		return report.Input{}, fmt.Errorf("report %s: not JSON: report reads what `plandiff diff`, `history` or `check` wrote with --format json; editions and documents go to them", path)
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(b, &keys); err != nil {
		return report.Input{}, fmt.Errorf("report %s: not the JSON of `plandiff diff --format json`: %w", path, place(b, err))
	}
	var in report.Input
	var target any
	var said json.RawMessage
	switch {
	case keys["changes"] != nil:
		in.Comparison = new(diff.Comparison)
		target = in.Comparison
		said = keys["reviews"]
	case keys["threads"] != nil:
		in.Lineage = new(diff.Lineage)
		target = in.Lineage
	case keys["findings"] != nil:
		target = &struct {
			Findings *[]check.Finding `json:"findings"`
			Tool     *string          `json:"tool"`
		}{&in.Findings, &in.Tool}
	default:
		return report.Input{}, fmt.Errorf("report %s: has none of changes, threads, findings: want what `plandiff diff`, `history` or `check` write with --format json", path)
	}
	if err := json.Unmarshal(b, target); err != nil {
		return report.Input{}, fmt.Errorf("report %s: %w", path, place(b, err))
	}
	if said != nil {
		saved := &schema.Reviews{Version: 1}
		if err := json.Unmarshal(said, &saved.Annotations); err != nil {
			return report.Input{}, fmt.Errorf("report %s: reviews: %w", path, err)
		}
		in.Reviews = review.Apply(in.Comparison, saved)
	}
	return in, nil
}

// bytes reads a file, or standard input for "-".
func (e *env) bytes(path string) ([]byte, error) {
	if path == "-" {
		in, err := e.standardInput()
		if err != nil {
			return nil, err
		}
		return io.ReadAll(in)
	}
	return os.ReadFile(path)
}

// place adds line and column to an error of JSON that knows its offset.
func place(b []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	offset := int64(-1)
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	if offset < 0 || offset > int64(len(b)) {
		return err
	}
	line, column := 1, 1
	for _, r := range string(b[:offset]) {
		if column++; r == '\n' {
			line, column = line+1, 1
		}
	}
	return fmt.Errorf("line %d, column %d: %w", line, column, err)
}
