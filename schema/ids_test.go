package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// sections builds an edition from rows of id (as a reader made it), parent, number and labels.
func sections(rows ...[]string) *Edition {
	e := &Edition{Version: 1, ID: "x"}
	for _, r := range rows {
		s := Section{ID: r[0], Parent: r[1], Number: r[2]}
		for _, l := range r[3:] {
			s.Items = append(s.Items, Item{Label: l})
		}
		e.Sections = append(e.Sections, s)
	}
	return e
}

func titled(e *Edition) *Edition {
	e.Sections[0].Title = "水辺"
	return e
}

func idsOf(e *Edition) (sections, items []string) {
	for _, s := range e.Sections {
		sections = append(sections, s.ID)
		for _, it := range s.Items {
			items = append(items, it.ID)
		}
	}
	return sections, items
}

func TestAssignIDs(t *testing.T) {
	for _, c := range []struct {
		name            string
		in              *Edition
		sections, items []string
	}{
		{"labels run on over ①-blocks", sections([]string{"a", "", "1"}, []string{"b", "a", "(1)"}, []string{"c", "b", "①", "ア", "イ"}, []string{"d", "b", "②", "ウ"}),
			[]string{"1", "1(1)", "1(1)①", "1(1)②"}, []string{"1(1)/ア", "1(1)/イ", "1(1)/ウ"}},
		{"a page that starts in mid-section", sections([]string{"3", "", "3", "オ", "カ", "キ"}, []string{"3③", "3", "③", "ク"}),
			[]string{"3", "3③"}, []string{"3/オ", "3/カ", "3/キ", "3/ク"}},
		{"a heading that comes again", sections([]string{"a", "", "1", "ア"}, []string{"b", "", "1", "ア"}),
			[]string{"1", "1~2"}, []string{"1/ア", "1~2/ア"}},
		{"no label, and one that comes twice", sections([]string{"a", "", "3", "ア", "", "ア", ""}),
			[]string{"3"}, []string{"3/ア", "3/?1", "3/ア~2", "3/?2"}},
		{"labels restart in every section", sections([]string{"a", "", "1"}, []string{"b", "a", "(1)", "ア", "イ"}, []string{"c", "a", "(2)", "ア"}),
			[]string{"1", "1(1)", "1(2)"}, []string{"1(1)/ア", "1(1)/イ", "1(2)/ア"}},
		{"labels run on from section to section of a chapter", sections([]string{"a", "", "1"}, []string{"b", "a", "(1)", "ア", "イ"}, []string{"c", "a", "(2)", "ウ"}),
			[]string{"1", "1(1)", "1(2)"}, []string{"1(1)/ア", "1(1)/イ", "1(1)/ウ"}},
		{"numbers that hold their parent's", sections([]string{"a", "", "2"}, []string{"b", "a", "2.1", "1", "2"}),
			[]string{"2", "2.1"}, []string{"2.1/1", "2.1/2"}},
		{"a heading without a number", titled(sections([]string{"a", "", "", "1"})), []string{"?"}, []string{"?/1"}},
		{"no heading at all", sections([]string{"a", "", "", "1", ""}), []string{"?"}, []string{"1", "?1"}},
	} {
		AssignIDs(c.in)
		sections, items := idsOf(c.in)
		assert.Equal(t, c.sections, sections, c.name)
		assert.Equal(t, c.items, items, c.name)
		AssignIDs(c.in) // again changes nothing
		sections, items = idsOf(c.in)
		assert.Equal(t, c.sections, sections, c.name)
		assert.Equal(t, c.items, items, c.name)
	}
}
