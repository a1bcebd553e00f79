package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"plandiff/schema"
)

// mark is one inline suppression: `# plandiff: ignore RULE reason`.
type mark struct {
	pos    schema.Pos
	rule   string
	reason string
	scope  scope
	used   bool
}

// scope is what an inline suppression covers: a stretch of lines, or all findings without a place of their own.
type scope struct {
	from, to int // lines, to included
	head     bool
}

// anyMark spares editions without suppressions the search for their comments.
var anyMark = regexp.MustCompile(`#\s*plandiff:\s*ignore\b`)

var ignoreMark = regexp.MustCompile(`^#+\s*plandiff:\s*ignore\b\s*(\S*)\s*(.*)$`)

// stretch is one element of the edition in its file: the lines from its first to the one before the next element of its kind.
type stretch struct{ from, to int }

// suppressions reads the inline suppressions of the edition's YAML. One on a line of its own covers the element below it: a
// section with its heading alone, an item with its passages, a passage; one behind a value covers the item or passage that stands there.
// Above the first section it covers the findings on the edition.
func (r *run) suppressions() []mark {
	if r.in.Source == nil || !anyMark.Match(r.in.Source) {
		return nil
	}
	comments, err := schema.Comments(r.in.Edition.File, r.in.Source)
	if err != nil { // the edition has been loaded: its bytes are those of another file
		return nil
	}
	elements := r.stretches()
	var out []mark
	for _, c := range comments {
		m := ignoreMark.FindStringSubmatch(c.Text)
		if m == nil {
			continue
		}
		out = append(out, mark{pos: c.Pos, rule: m[1], reason: strings.TrimSpace(m[2]), scope: scopeOf(elements, c)})
	}
	return out
}

// stretches lists where sections, items and passages stand, outer ones first where they start on one line.
func (r *run) stretches() []stretch {
	var out []stretch
	end := len(r.lines)
	e := r.in.Edition
	for s := range e.Sections {
		sec := &e.Sections[s]
		after := end
		if s+1 < len(e.Sections) {
			after = e.Sections[s+1].Pos.Line - 1
		} else if len(e.Unplaced) > 0 && e.Unplaced[0].Pos.Line > 0 {
			after = e.Unplaced[0].Pos.Line - 1
		}
		head := after
		if len(sec.Items) > 0 {
			head = sec.Items[0].Pos.Line - 1
		}
		out = append(out, stretch{sec.Pos.Line, head})
		for i := range sec.Items {
			to := after
			if i+1 < len(sec.Items) {
				to = sec.Items[i+1].Pos.Line - 1
			}
			out = append(out, stretch{sec.Items[i].Pos.Line, to})
			out = append(out, passageStretches(&sec.Items[i], to)...)
		}
	}
	for _, u := range e.Unplaced {
		out = append(out, stretch{u.Pos.Line, u.Pos.Line})
	}
	slices.SortStableFunc(out, func(a, b stretch) int { return a.from - b.from })
	return out
}

func passageStretches(it *schema.Item, to int) []stretch {
	var lines []int
	for _, c := range schema.Columns() {
		for _, p := range it.Column(c) {
			lines = append(lines, p.Pos.Line)
		}
	}
	slices.Sort(lines)
	var out []stretch
	for i, l := range lines {
		end := to
		if i+1 < len(lines) {
			end = lines[i+1] - 1
		}
		out = append(out, stretch{l, end})
	}
	return out
}

// scopeOf finds what a comment speaks of.
func scopeOf(elements []stretch, c schema.Comment) scope {
	line := c.Pos.Line
	if len(elements) == 0 || line < elements[0].from-1 {
		return scope{head: true}
	}
	if c.Alone {
		for _, e := range elements {
			if e.from > line {
				return scope{from: e.from, to: e.to}
			}
		}
	}
	best := scope{head: true}
	for _, e := range elements { // the innermost one that holds the line starts last
		if e.from <= line && line <= e.to {
			best = scope{from: e.from, to: e.to}
		}
	}
	return best
}

func (m *mark) covers(f *Finding, file string) bool {
	if m.rule != f.Rule || f.File != file {
		return false
	}
	if m.scope.head {
		return f.Item == ""
	}
	return m.scope.from <= f.Line && f.Line <= m.scope.to
}

// suppress takes out what suppressions cover, and reports those without a reason, of unknown rules and without effect.
func (r *run) suppress(marks []mark, levels map[string]Level) {
	for i := range r.found {
		f := &r.found[i]
		for k := range marks {
			if m := &marks[k]; m.reason != "" && m.covers(f, r.in.Edition.File) {
				m.used, f.State, f.Reason, f.By = true, StateSuppressed, m.reason, "comment"
			}
		}
		for _, s := range r.o.Config.Suppress {
			if s.Rule == f.Rule && (s.Item == "" || s.Item == f.Item) {
				f.State, f.Reason, f.By = StateSuppressed, s.Reason, "config"
			}
		}
	}
	say := func(rule string, m mark, format string, args ...any) {
		if r.rule, r.level = rule, levels[rule]; r.level != Off {
			r.add(place{pos: m.pos}, []string{m.rule, m.reason}, format, args...)
		}
	}
	for _, m := range marks {
		level, known := levels[m.rule]
		switch {
		case m.rule == "":
			say("suppression-unexplained", m, "which rule, and why? write # plandiff: ignore RULE reason")
		case !known:
			say("suppression-unexplained", m, "%s", unknownRule(m.rule))
		case m.reason == "":
			say("suppression-unexplained", m, "why is %s ignored? write the reason behind it: # plandiff: ignore %s reason", m.rule, m.rule)
		case !m.used && level != Off && !r.skipped(m.rule):
			say("suppression-unused", m, "there is no %s to ignore here: take the comment out", m.rule)
		}
	}
}

// skipped says whether a rule cannot run for want of its input.
func (r *run) skipped(id string) bool {
	rule, _ := FindRule(id)
	return rule.Needs == "older" && r.in.Lineage == nil || rule.Needs == "reviews" && len(r.in.Reviews) == 0
}

// houseRules are reported by suppress and baseline, not by a function of their own.
var houseRules = []Rule{
	{ID: "suppression-unexplained", Group: "housekeeping", Level: Warning, Waiver: "A reason has no opposite.",
		Doc:    "An inline suppression names no rule, an unknown one, or gives no reason. It suppresses nothing: whoever reads the file next must be able to tell why something is accepted.",
		Remedy: "Write `# plandiff: ignore RULE reason`.", find: func(*run) {}},
	{ID: "suppression-unused", Group: "housekeeping", Level: Info, Mirror: "baseline-stale",
		Doc:    "An inline suppression covers no finding any more.",
		Remedy: "Take the comment out.", find: func(*run) {}},
	{ID: "baseline-stale", Group: "housekeeping", Level: Info, Mirror: "suppression-unused",
		Doc:    "An entry of the baseline matches no finding any more: what it accepted is mended, or the text changed.",
		Remedy: "Run plandiff check with --prune-baseline.", find: func(*run) {}},
}

// message of a stale entry.
func staleMessage(e schema.BaselineEntry) string {
	return strings.TrimSpace(fmt.Sprintf("the baseline accepts %s %s, which is no finding any more: --prune-baseline takes the entry out", e.Rule, e.Item))
}
