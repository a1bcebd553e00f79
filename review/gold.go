package review

import (
	"fmt"
	"strings"

	"plandiff/diff"
	"plandiff/schema"
)

// Gold turns accepted verdicts into labels to measure the tool by. An item goes in when disposition, progress and facts have
// all been judged: the tool's own label must not stand in for a person's. left says, item by item, what was left out and
// why. The labels are of the edition; its texts are not repeated.
func Gold(o *Outcome, c *diff.Comparison) (g *schema.Gold, left []string) {
	g = &schema.Gold{Version: 1, Edition: c.Edition.ID, Items: []schema.GoldItem{}}
	for i := range c.Changes {
		id := c.Changes[i].Item.ID
		j := o.Items[id]
		if j == nil || j.Change != &c.Changes[i] {
			continue
		}
		p := j.Person
		switch {
		case len(j.Stale) > 0 && !j.Judged():
			left = append(left, fmt.Sprintf("item %s: the text changed after it was judged", id))
		case len(j.Conflict) > 0:
			left = append(left, fmt.Sprintf("item %s: accepted verdicts contradict each other", id))
		case j.Judged() && (p.Disposition == "" || p.Progress == "" || p.Facts == nil):
			left = append(left, fmt.Sprintf("item %s: judged without %s", id, strings.Join(missing(p), ", ")))
		case j.Judged():
			item := schema.GoldItem{ID: id, Labels: schema.GoldLabels{Progress: p.Progress, Disposition: p.Disposition, Facts: *p.Facts}}
			var why []string
			for _, a := range j.Accepted {
				if a.Note != "" {
					why = append(why, a.Note)
				}
			}
			item.Why = strings.Join(why, "\n")
			g.Items = append(g.Items, item)
		}
	}
	return g, left
}

func missing(l Labels) []string {
	var out []string
	if l.Disposition == "" {
		out = append(out, "disposition")
	}
	if l.Progress == "" {
		out = append(out, "progress")
	}
	if l.Facts == nil {
		out = append(out, "facts")
	}
	return out
}
