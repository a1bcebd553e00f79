package report

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/diff"
	"plandiff/schema"
)

// threads is a lineage with the threads that the filter shows: Only looks at the steps, Sections at the items' ids. A thread
// knows neither ministries nor confidence, and a filter that asks for them is refused, not passed over.
func (f Filter) threads(l *diff.Lineage) (*diff.Lineage, error) {
	if len(f.Ministries) > 0 || f.MinConfidence > 0 {
		return nil, errors.New("a lineage knows neither ministries nor confidence: choose by flag or by section, or make the report from a comparison of two editions")
	}
	if len(f.Only) == 0 && len(f.Sections) == 0 {
		return l, nil
	}
	return keepThreads(l, func(th *diff.Thread) bool { return f.keepsSteps(th) && f.keepsSections(th) }), nil
}

func (f Filter) keepsSteps(th *diff.Thread) bool {
	return len(f.Only) == 0 || slices.ContainsFunc(th.Steps, func(s diff.Step) bool {
		return slices.Contains(f.Only, string(s.Disposition)) || slices.ContainsFunc(s.Facts, func(id schema.Fact) bool { return slices.Contains(f.Only, string(id)) })
	})
}

func (f Filter) keepsSections(th *diff.Thread) bool {
	return len(f.Sections) == 0 || slices.ContainsFunc(th.Stops, func(s diff.Stop) bool {
		return slices.ContainsFunc(s.Items, func(id string) bool {
			return slices.ContainsFunc(f.Sections, func(section string) bool { return under(id, section) })
		})
	})
}

// under tells whether an item's id begins with that of a section: 1(1)/ア is under 1 and 1(1), and 10/ア is not under 1.
func under(id, section string) bool {
	rest, ok := strings.CutPrefix(id, section)
	next, _ := utf8.DecodeRuneInString(rest)
	return ok && !unicode.IsDigit(next) && !unicode.IsLetter(next)
}

// threads is the comparison's lineage with the threads of the items shown; all of them where nothing is filtered.
func (v *View) threads(l *diff.Lineage) *diff.Lineage {
	if l == nil || len(v.Cards) == v.Total {
		return l
	}
	shown := map[string]bool{}
	for _, c := range v.Cards {
		shown[c.Change.Item.ID] = true
	}
	return keepThreads(l, func(th *diff.Thread) bool {
		return slices.ContainsFunc(th.Stops, func(s diff.Stop) bool {
			return s.Edition == v.Edition.ID && slices.ContainsFunc(s.Items, func(id string) bool { return shown[id] })
		})
	})
}

func keepThreads(l *diff.Lineage, keep func(*diff.Thread) bool) *diff.Lineage {
	out := *l
	out.Threads = []diff.Thread{}
	for i := range l.Threads {
		if keep(&l.Threads[i]) {
			out.Threads = append(out.Threads, l.Threads[i])
		}
	}
	return &out
}
