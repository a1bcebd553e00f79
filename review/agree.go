package review

import (
	"errors"
	"fmt"
	"slices"

	"plandiff/diff"
	"plandiff/schema"
)

// Agreement is how far raters agree on one axis.
type Agreement struct {
	Axis     string           `json:"axis"`   // disposition or progress
	Raters   []string         `json:"raters"` // reviewers, and "plandiff" for the tool
	Units    int              `json:"units"`  // items that at least two of them judged
	Values   int              `json:"values"` // judgements of those items
	Observed float64          `json:"observed"`
	Alpha    float64          `json:"alpha"`   // Krippendorff's, nominal; 1 perfect, 0 as by chance
	Defined  bool             `json:"defined"` // false where every judgement is the same label: nothing could have differed
	Labels   []LabelAgreement `json:"labels"`
}

// LabelAgreement is how far raters agree on one label against all others.
type LabelAgreement struct {
	Label   string  `json:"label"`
	Values  int     `json:"values"`  // judgements that say it
	Agreed  float64 `json:"agreed"`  // of the other judgements of those items, the share that says it too
	Alpha   float64 `json:"alpha"`   // of this label against the rest
	Defined bool    `json:"defined"` // false where every judgement says it
}

// Tool is how the tool is called among raters.
const Tool = "plandiff"

// ErrNoOverlap is returned where no item was judged by two raters: there is no agreement to speak of.
var ErrNoOverlap = errors.New("nothing overlaps: no item was judged by two of them; agreement cannot be measured")

// Agree measures agreement between reviewers on disposition and progress. An item is judged by a reviewer's last verdict on
// it that is submitted, accepted or rejected. With comparisons, bare confirmations mean the tool's labels there; with
// tool set, the tool is a rater too, beside the reviewers named (all where none is named).
func Agree(files []*schema.Reviews, comparisons []*diff.Comparison, tool bool, reviewers ...string) ([]Agreement, error) {
	type key struct{ edition, item string }
	changes := map[key]*diff.Change{}
	for _, c := range comparisons {
		for i := range c.Changes {
			changes[key{c.Edition.ID, c.Changes[i].Item.ID}] = &c.Changes[i]
		}
	}
	said := map[string]map[key]Labels{}
	var items []key
	for _, f := range files {
		for _, a := range f.Annotations {
			counts := a.State == schema.Submitted || a.State == schema.Accepted || a.State == schema.Rejected
			if !counts || !HasVerdict(a) || len(reviewers) > 0 && !slices.Contains(reviewers, a.Reviewer) {
				continue
			}
			k := key{a.Edition, a.Item}
			if said[a.Reviewer] == nil {
				said[a.Reviewer] = map[key]Labels{}
			}
			said[a.Reviewer][k] = labels(a, changes[k])
			if !slices.Contains(items, k) {
				items = append(items, k)
			}
		}
	}
	var raters []string
	for who := range said {
		raters = append(raters, who)
	}
	slices.Sort(raters)
	if tool {
		if said[Tool] != nil {
			return nil, fmt.Errorf("a reviewer is called %q, as the tool is: call them otherwise", Tool)
		}
		raters = append(raters, Tool)
		said[Tool] = map[key]Labels{}
		for _, k := range items {
			if ch := changes[k]; ch != nil {
				said[Tool][k] = Labels{Progress: ch.Progress, Disposition: ch.Disposition}
			}
		}
	}
	axes := []struct {
		name  string
		terms []schema.Term
		value func(Labels) string
	}{
		{"disposition", schema.Dispositions(), func(l Labels) string { return string(l.Disposition) }},
		{"progress", schema.Progresses(), func(l Labels) string { return string(l.Progress) }},
	}
	var out []Agreement
	for _, axis := range axes {
		var units [][]string
		for _, k := range items {
			var unit []string
			for _, who := range raters {
				if v := axis.value(said[who][k]); v != "" {
					unit = append(unit, v)
				}
			}
			units = append(units, unit)
		}
		m := coincide(units)
		if m.units == 0 {
			continue
		}
		g := Agreement{Axis: axis.name, Raters: raters, Units: m.units, Values: int(m.n + 0.5), Observed: m.observed()}
		g.Alpha, g.Defined = m.alpha()
		for _, t := range axis.terms {
			if n := m.total[t.ID]; n > 0 {
				one := make([][]string, len(units))
				for i, u := range units {
					for _, v := range u {
						if v != t.ID {
							v = ""
						}
						one[i] = append(one[i], v)
					}
				}
				l := LabelAgreement{Label: t.ID, Values: int(n + 0.5), Agreed: m.pairs[[2]string{t.ID, t.ID}] / n}
				l.Alpha, l.Defined = coincide(one).alpha()
				g.Labels = append(g.Labels, l)
			}
		}
		out = append(out, g)
	}
	if len(out) == 0 {
		return nil, ErrNoOverlap
	}
	return out, nil
}

// coincidence is the matrix of pairs of values that were given to one unit.
type coincidence struct {
	pairs map[[2]string]float64
	total map[string]float64 // values that can be paired
	n     float64
	units int
}

// coincide counts the values of each unit that have another beside them. Missing values are left out; a unit with m values
// gives m(m−1) pairs of weight 1/(m−1).
func coincide(units [][]string) coincidence {
	c := coincidence{pairs: map[[2]string]float64{}, total: map[string]float64{}}
	for _, unit := range units {
		m := len(unit)
		if m < 2 {
			continue
		}
		c.units++
		c.n += float64(m)
		for i, a := range unit {
			c.total[a]++
			for j, b := range unit {
				if i != j {
					c.pairs[[2]string{a, b}] += 1 / float64(m-1)
				}
			}
		}
	}
	return c
}

// observed is the share of pairs that agree.
func (c coincidence) observed() float64 {
	agree := 0.0
	for _, v := range sorted(c.total) {
		agree += c.pairs[[2]string{v, v}]
	}
	return agree / c.n
}

// alpha is Krippendorff's α for nominal data with missing values: 1 − observed / expected disagreement (K. Krippendorff,
// "Computing Krippendorff's Alpha-Reliability", 2011, section C and D). It is undefined where all values are one.
func (c coincidence) alpha() (alpha float64, defined bool) {
	agree, chance := 0.0, 0.0
	for _, v := range sorted(c.total) {
		agree += c.pairs[[2]string{v, v}]
		chance += c.total[v] * (c.total[v] - 1)
	}
	if expected := c.n*(c.n-1) - chance; expected > 0 {
		return 1 - (c.n-1)*(c.n-agree)/expected, true
	}
	return 0, false
}

// sorted lists the values in one order, so that sums of fractions come out the same each time.
func sorted(m map[string]float64) []string {
	var out []string
	for v := range m {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}
