package score

import (
	"path/filepath"
	"slices"
	"strings"

	"plandiff/schema"
)

// Edition makes an edition of the texts of gold, so that it can be compared: one section, every item labelled by its key;
// sentences without a bullet go on in the passage before them when they stand in the same block.
func Edition(g *schema.Gold) *schema.Edition {
	e := &schema.Edition{Version: 1, ID: strings.TrimSuffix(filepath.Base(g.File), filepath.Ext(g.File)), Title: "gold items"}
	section := schema.Section{ID: "1", Number: "1", Title: "gold"}
	for i := range g.Items {
		it := &g.Items[i]
		item := schema.Item{ID: "1/" + it.Key(), Label: it.Key(), Ministries: it.Ministries,
			Plan: passages(it.Plan), Results: passages(it.Results), NextPlan: passages(it.NextPlan)}
		for _, column := range schema.Columns() {
			for _, p := range item.Column(column) {
				item.Repeated = item.Repeated || strings.Contains(p.Text, "再掲")
			}
		}
		section.Items = append(section.Items, item)
	}
	e.Sections = []schema.Section{section}
	return e
}

func passages(sentences []schema.GoldSentence) []schema.Passage {
	var out []schema.Passage
	for _, s := range sentences {
		if n := len(out); n > 0 && !s.Bullet && slices.Equal(out[n-1].By, s.By) {
			if t := out[n-1].Text; t != "" && t[len(t)-1] < 0x80 { // ends in a Latin full stop
				out[n-1].Text += " "
			}
			out[n-1].Text += s.Text
			continue
		}
		p := schema.Passage{By: s.By, Text: s.Text}
		if s.Bullet {
			p.Mark = "・"
		}
		out = append(out, p)
	}
	return out
}

// HasTexts says whether gold holds the texts of its items, so that Edition can be made of it.
func HasTexts(g *schema.Gold) bool {
	for i := range g.Items {
		if len(g.Items[i].Plan)+len(g.Items[i].Results)+len(g.Items[i].NextPlan) > 0 {
			return true
		}
	}
	return false
}
