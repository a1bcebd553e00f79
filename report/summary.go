package report

import (
	"cmp"
	"slices"

	"plandiff/schema"
)

// Summary counts the cards of a view by the labels that count.
type Summary struct {
	Dispositions []Count // those that occur, in the order of the vocabulary
	Progresses   []Count
	Facts        []Count
	Ministries   []Group // most items first
	Sections     []Group // topmost sections that tell items apart, in the document's order
	Years        []Count // items by years carried over, with lineage
}

// Count is how often a flag occurs.
type Count struct {
	Flag
	N int
}

// Group counts the dispositions of one ministry or section. An item of two ministries counts for both.
type Group struct {
	ID, Name string
	N        int
	Counts   []Count // parallel to Summary.Dispositions, zeros included
}

func summarize(v *View) Summary {
	var s Summary
	s.Dispositions = count(v, schema.Dispositions(), func(c *Card, id string) bool { return c.Disposition.ID == id })
	s.Progresses = count(v, schema.Progresses(), func(c *Card, id string) bool { return c.Progress.ID == id })
	s.Facts = count(v, schema.Facts(), (*Card).has)
	s.Ministries = group(v, s.Dispositions, func(c *Card) []string { return c.Change.Item.Ministries })
	slices.SortStableFunc(s.Ministries, func(a, b Group) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name)) })
	depth := telling(v)
	s.Sections = group(v, s.Dispositions, func(c *Card) []string {
		if len(c.path) == 0 {
			return nil
		}
		return []string{c.path[max(0, len(c.path)-1-depth)]}
	})
	titles, order := map[string]string{}, map[string]int{}
	for i, sec := range v.Edition.Sections {
		if _, seen := order[sec.ID]; !seen {
			titles[sec.ID], order[sec.ID] = sectionTitle(&v.Edition.Sections[i], sec.ID), i
		}
	}
	for i := range s.Sections {
		s.Sections[i].Name = cmp.Or(titles[s.Sections[i].ID], s.Sections[i].ID)
	}
	slices.SortStableFunc(s.Sections, func(a, b Group) int { return cmp.Compare(order[a.ID], order[b.ID]) })
	s.Years = carriedYears(v)
	return s
}

// telling is the level at which sections first tell items apart: 0 for chapters, 1 where there is one chapter only.
func telling(v *View) int {
	for depth := 0; depth < 3; depth++ {
		seen := map[string]bool{}
		for _, c := range v.Cards {
			if len(c.path) > 0 {
				seen[c.path[max(0, len(c.path)-1-depth)]] = true
			}
		}
		if len(seen) > 1 {
			return depth
		}
	}
	return 0
}

func count(v *View, terms []schema.Term, has func(*Card, string) bool) []Count {
	var counts []Count
	for _, term := range terms {
		n := 0
		for _, c := range v.Cards {
			if has(c, term.ID) {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, Count{Flag{term.ID, v.T.name(term.ID)}, n})
		}
	}
	return counts
}

func group(v *View, dispositions []Count, keys func(*Card) []string) []Group {
	var groups []Group
	at := map[string]int{}
	for _, c := range v.Cards {
		for _, key := range keys(c) {
			i, known := at[key]
			if !known {
				i = len(groups)
				at[key] = i
				g := Group{ID: key, Name: key}
				for _, d := range dispositions {
					g.Counts = append(g.Counts, Count{Flag: d.Flag})
				}
				groups = append(groups, g)
			}
			groups[i].N++
			for d := range groups[i].Counts {
				if groups[i].Counts[d].ID == c.Disposition.ID {
					groups[i].Counts[d].N++
				}
			}
		}
	}
	return groups
}
