package report

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/diff"
)

// History is the way of one item over the editions.
type History struct {
	Thread *diff.Thread
	Stops  []HistoryStop
}

// HistoryStop is where the item stood in one edition, and how it came there from the one before.
type HistoryStop struct {
	Edition string
	Items   string // ids, joined
	Step    *diff.Step
	With    []string // merged: the items of the edition before that this thread's come together with
}

// histories finds the thread of each item of the comparison's edition. An item that two threads share (a merger) gets
// the one with the longest way.
func histories(c *diff.Comparison) map[string]*History {
	found := map[string]*History{}
	if c.Lineage == nil {
		return found
	}
	met := meetings(c.Lineage)
	for i := range c.Lineage.Threads {
		th := &c.Lineage.Threads[i]
		for _, stop := range th.Stops {
			if stop.Edition != c.Edition.ID {
				continue
			}
			for _, item := range stop.Items {
				if old := found[item]; old == nil || len(old.Thread.Stops) < len(th.Stops) {
					found[item] = newHistory(th, met)
				}
			}
		}
	}
	return found
}

// meetings says which items of an edition came from which of another, over all threads: by editions and newer item.
func meetings(l *diff.Lineage) map[[3]string][]string {
	met := map[[3]string][]string{}
	for i := range l.Threads {
		th := &l.Threads[i]
		for _, s := range th.Steps {
			if s.Relation != diff.MergedItem {
				continue
			}
			for _, to := range itemsAt(th, s.To) {
				key := [3]string{s.From, s.To, to}
				for _, from := range itemsAt(th, s.From) {
					if !slices.Contains(met[key], from) {
						met[key] = append(met[key], from)
					}
				}
			}
		}
	}
	return met
}

func newHistory(th *diff.Thread, met map[[3]string][]string) *History {
	h := &History{Thread: th}
	at := map[string]int{} // by edition
	for _, stop := range th.Stops {
		at[stop.Edition] = len(h.Stops)
		h.Stops = append(h.Stops, HistoryStop{Edition: stop.Edition, Items: strings.Join(stop.Items, ", ")})
	}
	for i := range th.Steps {
		s := &th.Steps[i]
		if k, there := at[s.To]; there {
			h.Stops[k].Step, h.Stops[k].With = s, mergedWith(th, s, met)
			continue
		}
		k := len(h.Stops) // an edition that the thread misses: behind the one it was in last
		if from, there := at[s.From]; there {
			k = from + 1
		}
		h.Stops = slices.Insert(h.Stops, k, HistoryStop{Edition: s.To, Step: s})
		for edition, n := range at {
			if n >= k {
				at[edition] = n + 1
			}
		}
	}
	return h
}

// mergedWith are the items of the step's older edition, other than the thread's own, that its newer ones came from too.
func mergedWith(th *diff.Thread, s *diff.Step, met map[[3]string][]string) (with []string) {
	own := itemsAt(th, s.From)
	for _, to := range itemsAt(th, s.To) {
		for _, from := range met[[3]string{s.From, s.To, to}] {
			if !slices.Contains(own, from) && !slices.Contains(with, from) {
				with = append(with, from)
			}
		}
	}
	return with
}

func itemsAt(th *diff.Thread, edition string) []string {
	for _, s := range th.Stops {
		if s.Edition == edition {
			return s.Items
		}
	}
	return nil
}

// Line is the history in one line: cs2023 2/ア → cs2024 2/イ (same).
func (h *History) Line(t *Texts) string {
	parts := make([]string, 0, len(h.Stops))
	for _, s := range h.Stops {
		part := s.Edition + " " + s.Items
		if s.Items == "" {
			part = s.Edition + " ―"
		}
		if s.Step != nil {
			part += fmt.Sprintf(" (%s)", t.how(s.Step.Relation, s.With))
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " → ")
}

// relation names a relation; one that is not known names itself.
func (t *Texts) relation(r diff.Relation) string {
	if name := t.relations[r]; name != "" {
		return name
	}
	return string(r)
}

// how is a relation, with the items that came together.
func (t *Texts) how(r diff.Relation, with []string) string {
	if len(with) == 0 {
		return t.relation(r)
	}
	return fmt.Sprintf(t.MergedWith, strings.Join(with, t.Comma))
}

// carriedYears counts the cards by the years their thread was carried over; nil without lineage.
func carriedYears(v *View) []Count {
	most, years := 0, map[int]int{}
	for _, c := range v.Cards {
		if c.History != nil {
			years[c.History.Thread.CarriedOverYears]++
			most = max(most, c.History.Thread.CarriedOverYears)
		}
	}
	var counts []Count
	for y := 0; y <= most && len(years) > 0; y++ {
		counts = append(counts, Count{Flag{fmt.Sprint(y), fmt.Sprintf(v.T.Years, y)}, years[y]})
	}
	return counts
}
