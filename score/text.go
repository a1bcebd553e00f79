package score

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// WriteText writes reports for people: the figures of each file in one line, then, of all together, the classes, the confusions, the
// reliability table and the misses.
func WriteText(w io.Writer, each []Report, total Report) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "gold\titems\tdisposition\tmacro-F1\tprogress\tmacro-F1\tfacts F1\tlinks results\tlinks next\tsure\tright")
	row := func(name string, r Report) {
		fmt.Fprintf(t, "%s\t%d\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%d\t%.3f\n", name, r.Items, r.Disposition.Accuracy, r.Disposition.MacroF1, r.Progress.Accuracy, r.Progress.MacroF1,
			r.Facts.F1, r.LinksResults.F1, r.LinksNext.F1, r.Sure.Items, r.Sure.Right)
	}
	for _, r := range each {
		row(r.File, r)
	}
	if len(each) > 1 {
		row("total", total)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, a := range []struct {
		name string
		Axis
	}{{"disposition", total.Disposition}, {"progress", total.Progress}} {
		classes(w, a.name, a.Classes)
		fmt.Fprintf(w, "\n%s: what became of each gold label\n", a.name)
		for _, c := range a.Classes {
			var wrong []string
			for _, k := range a.Confusion {
				if k.Gold == c.ID && k.Got != c.ID {
					wrong = append(wrong, fmt.Sprintf("%s %d", k.Got, k.Items))
				}
			}
			if c.Gold > 0 {
				fmt.Fprintf(w, "  %-14s right %d of %d%s\n", c.ID, c.Right, c.Gold, prefixed("; taken for ", strings.Join(wrong, ", ")))
			}
		}
	}
	classes(w, "fact", total.FactClasses)
	fmt.Fprintf(w, "\nconfidence of the disposition (calibration error %.3f)\n", total.CalibrationE)
	for _, b := range total.Calibration {
		if b.Items > 0 {
			fmt.Fprintf(w, "  %.1f to %.1f  %4d items  mean %.2f  right %.3f\n", b.From, b.To, b.Items, b.Confidence, b.Right)
		}
	}
	fmt.Fprintf(w, "  at 0.9 and more: %d items, %.3f right\n", total.Sure.Items, total.Sure.Right)
	if len(total.Misses) > 0 {
		fmt.Fprintln(w, "\nmissed")
	}
	for _, m := range total.Misses {
		fmt.Fprintf(w, "  %s  %s: gold %s, flagged %s%s%s%s\n", m.Item, m.Axis, dash(m.Gold), dash(m.Got), prefixed(" by ", m.Rule), prefixed(" on ", m.Quote), prefixed("  # ", m.Trap))
	}
	return nil
}

func classes(w io.Writer, name string, list []Class) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%-18s gold  flagged  precision  recall     F1\n", name)
	for _, c := range list {
		fmt.Fprintf(w, "  %-16s %4d  %7d      %.3f   %.3f  %.3f\n", c.ID, c.Gold, c.Got, c.Precision, c.Recall, c.F1)
	}
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
