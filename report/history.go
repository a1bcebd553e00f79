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
}

// histories finds the thread of each item of the comparison's edition. An item that two threads share (a merger) gets
// the one with the longest way.
func histories(c *diff.Comparison) map[string]*History {
	found := map[string]*History{}
	if c.Lineage == nil {
		return found
	}
	for i := range c.Lineage.Threads {
		th := &c.Lineage.Threads[i]
		for _, stop := range th.Stops {
			if stop.Edition != c.Edition.ID {
				continue
			}
			for _, item := range stop.Items {
				if old := found[item]; old == nil || len(old.Thread.Stops) < len(th.Stops) {
					found[item] = newHistory(th)
				}
			}
		}
	}
	return found
}

func newHistory(th *diff.Thread) *History {
	h := &History{Thread: th}
	at := map[string]int{} // by edition
	for _, stop := range th.Stops {
		at[stop.Edition] = len(h.Stops)
		h.Stops = append(h.Stops, HistoryStop{Edition: stop.Edition, Items: strings.Join(stop.Items, ", ")})
	}
	for i := range th.Steps {
		s := &th.Steps[i]
		if k, there := at[s.To]; there {
			h.Stops[k].Step = s
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

// Line is the history in one line: cs2023 2/ア → cs2024 2/イ (same).
func (h *History) Line(t *Texts) string {
	parts := make([]string, 0, len(h.Stops))
	for _, s := range h.Stops {
		part := s.Edition + " " + s.Items
		if s.Items == "" {
			part = s.Edition + " ―"
		}
		if s.Step != nil {
			part += fmt.Sprintf(" (%s)", t.relation(s.Step.Relation))
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
