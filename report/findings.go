package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"plandiff/check"
	"plandiff/schema"
)

// writeFindingsText writes findings as compilers do: place, level, message, rule, then the line with a caret under the place.
// What is accepted is counted at the end, not shown.
func writeFindingsText(w io.Writer, in Input, o Options) error {
	b := bufio.NewWriter(w)
	for _, f := range in.Findings {
		if !f.Counts() {
			continue
		}
		level := string(f.Severity)
		if o.Color {
			level = map[check.Level]string{check.Error: "\x1b[31;1m", check.Warning: "\x1b[33;1m", check.Info: "\x1b[1m"}[f.Severity] + level + "\x1b[0m"
		}
		was := ""
		if f.State == check.StateExpired {
			was = ", expired in the baseline"
		}
		m := &schema.Mistake{Pos: schema.Pos{File: placeOf(f), Line: f.Line, Col: f.Column}, Line: f.Text,
			Message: fmt.Sprintf("%s: %s [%s%s]", level, visible(strings.ReplaceAll(f.Message, "\n", " ")), f.Rule, was)}
		fmt.Fprintln(b, m.Error())
	}
	fmt.Fprintln(b, tally(in.Findings))
	return b.Flush()
}

// placeOf names the document, with the page where there is no line.
func placeOf(f check.Finding) string {
	file := visible(cmp.Or(f.File, "edition"))
	if f.Line == 0 && f.Page > 0 {
		return fmt.Sprintf("%s: page %d", file, f.Page)
	}
	return file
}

// tally counts findings by level, and those that are accepted.
func tally(findings []check.Finding) string {
	by, accepted := map[check.Level]int{}, map[check.State]int{}
	for _, f := range findings {
		if f.Counts() {
			by[f.Severity]++
		} else {
			accepted[f.State]++
		}
	}
	s := fmt.Sprintf("%s, %s, %s", several(by[check.Error], "error"), several(by[check.Warning], "warning"), several(by[check.Info], "info"))
	if n := accepted[check.StateKnown]; n > 0 {
		s += fmt.Sprintf("; %d known", n)
	}
	if n := accepted[check.StateSuppressed]; n > 0 {
		s += fmt.Sprintf("; %d suppressed", n)
	}
	return s
}

func several(n int, noun string) string {
	if n == 1 || noun == "info" {
		return fmt.Sprintf("%d %s", n, noun)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// writeFindingsJSON writes the findings contract, version 1.
func writeFindingsJSON(w io.Writer, in Input, _ Options) error {
	out := struct {
		Version  int             `json:"version"`
		Tool     string          `json:"tool,omitempty"`
		Findings []check.Finding `json:"findings"`
	}{1, in.Tool, in.Findings}
	if out.Findings == nil {
		out.Findings = []check.Finding{}
	}
	return encode(w, out)
}
