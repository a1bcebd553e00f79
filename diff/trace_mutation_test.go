package diff_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/fixtures"
	"plandiff/schema"
)

// What is done to the newer of two editions of 100 items, and what history must say of it.
var mutations = []string{"kept", "reworded", "swapped", "relocated", "dropped", "added", "split", "merged", "requoted", "reassigned"}

// Editions of 100 items are made up, each item is changed in one of ten ways at random, and history must say what was
// done to at least 98 of 100 items.
func TestHistorySeesWhatWasDone(t *testing.T) {
	right, all := map[string]int{}, map[string]int{}
	for seed := range uint64(12) {
		m := mutate(seed)
		l, err := diff.Trace([]*schema.Edition{m.old, m.new}, diff.TraceOptions{})
		require.NoError(t, err)
		said := told(l)
		for item, want := range m.want {
			kind, want, _ := strings.Cut(want, ": ")
			all[kind]++
			if said[item] == want {
				right[kind]++
			} else {
				t.Logf("seed %d %s %s: want %q, got %q", seed, item, kind, want, said[item])
			}
		}
	}
	for _, kind := range mutations {
		require.NotZero(t, all[kind], "no item was %s", kind)
		t.Logf("%-10s %d of %d", kind, right[kind], all[kind])
		assert.GreaterOrEqual(t, float64(right[kind])/float64(all[kind]), 0.98, kind)
	}
}

// told says of each item what history says: where it went, as what, with which facts.
func told(l *diff.Lineage) map[string]string {
	out := map[string]string{}
	for _, th := range l.Threads {
		s := th.Steps[0]
		var facts []string
		for _, f := range s.Facts {
			facts = append(facts, string(f))
		}
		to := ""
		if len(th.Stops) > 1 {
			to = strings.Join(th.Stops[1].Items, "+")
		}
		key := "old " + th.Stops[0].Items[0]
		if s.Relation == diff.NewItem {
			key = "new " + th.Stops[0].Items[0]
		}
		out[key] = strings.TrimSpace(fmt.Sprintf("%s %s %s", s.Relation, to, strings.Join(facts, " ")))
	}
	return out
}

type mutated struct {
	old, new *schema.Edition
	want     map[string]string
}

type draft struct {
	item     schema.Item
	from     []string // ids of the older items
	relation string
	facts    []string
	kind     string
}

func mutate(seed uint64) mutated {
	rng := rand.New(rand.NewPCG(seed, 41))
	w := fixtures.NewWriter(rng)
	m := mutated{old: &schema.Edition{ID: "old", Language: "ja", Years: schema.Years{Plan: 2022, NextPlan: 2023}},
		new: &schema.Edition{ID: "new", Language: "ja", Years: schema.Years{Plan: 2023, NextPlan: 2024}}, want: map[string]string{}}
	const sections, each = 10, 10
	drafts := make([][]draft, sections)
	for s := range sections {
		old := schema.Section{ID: fmt.Sprint(s + 1), Number: fmt.Sprint(s + 1), Title: w.Title()}
		for i := range each {
			old.Items = append(old.Items, schema.Item{ID: fmt.Sprintf("%d/%d", s+1, i+1), Label: fmt.Sprint(i + 1), Ministries: []string{w.Ministry()},
				NextPlan: w.Plan(2 + rng.IntN(3))})
		}
		m.old.Sections = append(m.old.Sections, old)
		m.new.Sections = append(m.new.Sections, schema.Section{ID: old.ID, Number: old.Number, Title: old.Title})
	}
	for s := range sections {
		items := m.old.Sections[s].Items
		for i := 0; i < each; i++ {
			item := items[i]
			d := draft{from: []string{item.ID}, relation: "same", kind: mutations[rng.IntN(len(mutations))]}
			d.item = schema.Item{Ministries: item.Ministries, Plan: item.NextPlan, NextPlan: w.Reworded(item.NextPlan)}
			switch d.kind {
			case "reworded":
				d.item.NextPlan = w.Plan(3) // a new plan, of which last year's edition knows nothing: the reprint leads
			case "swapped":
				if i+1 == each {
					d.kind = "kept"
					break
				}
				next := items[i+1]
				drafts[s] = append(drafts[s], draft{from: []string{next.ID}, relation: "same", kind: d.kind,
					item: schema.Item{Ministries: next.Ministries, Plan: next.NextPlan, NextPlan: w.Reworded(next.NextPlan)}})
				i++
			case "relocated":
				d.facts = []string{"relocated"}
				to := (s + 1 + rng.IntN(sections-1)) % sections
				drafts[to] = append(drafts[to], d)
				continue
			case "dropped":
				m.want["old "+item.ID] = "dropped: dropped"
				continue
			case "added":
				drafts[s] = append(drafts[s], draft{kind: "added", relation: "new", item: schema.Item{Ministries: []string{w.Ministry()}, NextPlan: w.Plan(3)}})
				d.kind = "kept"
			case "split":
				item := d.item
				item.Plan, item.NextPlan = d.item.Plan[:1], d.item.NextPlan[:1]
				d.item.Plan, d.item.NextPlan = d.item.Plan[1:], d.item.NextPlan[1:]
				d.relation = "split"
				drafts[s] = append(drafts[s], draft{from: d.from, relation: "split", kind: "split", item: item})
			case "merged":
				if i+1 == each {
					d.kind = "kept"
					break
				}
				next := items[i+1]
				d.from, d.relation = append(d.from, next.ID), "merged"
				d.item.Plan = slices.Concat(item.NextPlan, next.NextPlan)
				d.item.NextPlan = slices.Concat(d.item.NextPlan, w.Reworded(next.NextPlan))
				for _, name := range next.Ministries {
					if !slices.Contains(d.item.Ministries, name) {
						d.item.Ministries = append(slices.Clone(d.item.Ministries), name)
					}
				}
				i++
			case "requoted":
				d.item.Plan = w.Reworded(item.NextPlan)
				d.facts = []string{"quote-altered"}
			case "reassigned":
				d.item.Ministries = []string{w.OtherThan(item.Ministries[0])}
				d.facts = []string{"ministry-added", "ministry-removed"}
			}
			drafts[s] = append(drafts[s], d)
		}
	}
	m.number(drafts)
	return m
}

// number labels the newer items and writes down what history must say.
func (m *mutated) number(drafts [][]draft) {
	where := map[string][]string{}
	for s := range drafts {
		for i := range drafts[s] {
			d := &drafts[s][i]
			d.item.Label = fmt.Sprint(i + 1)
			d.item.ID = m.new.Sections[s].ID + "/" + d.item.Label
			m.new.Sections[s].Items = append(m.new.Sections[s].Items, d.item)
			for _, from := range d.from {
				where[from] = append(where[from], d.item.ID)
			}
		}
	}
	for s := range drafts {
		for _, d := range drafts[s] {
			if d.relation == "new" {
				m.want["new "+d.item.ID] = d.kind + ": new"
			}
			for _, from := range d.from {
				facts := d.facts
				_, label, _ := strings.Cut(from, "/")
				if d.relation == "same" && label != d.item.Label {
					facts = append([]string{"renumbered"}, facts...)
				}
				slices.SortFunc(facts, func(a, b string) int { return rank(a) - rank(b) })
				m.want["old "+from] = strings.TrimSpace(fmt.Sprintf("%s: %s %s %s", d.kind, d.relation, strings.Join(where[from], "+"), strings.Join(facts, " ")))
			}
		}
	}
}

// rank is the place of a fact in the vocabulary, the order in which facts are given.
func rank(fact string) int {
	return slices.IndexFunc(schema.Facts(), func(t schema.Term) bool { return t.ID == fact })
}
