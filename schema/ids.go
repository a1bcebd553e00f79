package schema

import (
	"strconv"
	"strings"
)

// AssignIDs gives every section and item of an edition its id, as docs/architecture.md says. A section's id is the path of
// printed numbers, `~2` when it comes again; an item's is the id of the nearest heading at which labels restarted, `/`, its
// label (the label alone where the document has no headings); `?1` where there is no label, `ア~2` for a second one. In: sections in the document's order, each with its number;
// where it has a parent, Parent holds the ID that the parent section carries now (any unique text). Out: ids and parents.
//
//	"1" ─ "(1)" ─ "①" with items ア, イ; "②" with ウ     →  1(1)①, 1(1)②, items 1(1)/ア 1(1)/イ 1(1)/ウ
func AssignIDs(e *Edition) {
	renamed := map[string]string{} // id that a section came with → its id
	taken := map[string]int{}
	for i := range e.Sections {
		s := &e.Sections[i]
		if p, ok := renamed[s.Parent]; ok && s.Parent != "" {
			s.Parent = p
		}
		was := s.ID
		s.ID = again(sectionPath(s.Parent, s.Number), taken)
		if was != "" {
			renamed[was] = s.ID
		}
	}
	bases := ItemBases(e)
	used := map[string]int{}
	unlabelled := map[string]int{}
	for i := range e.Sections {
		for j := range e.Sections[i].Items {
			it := &e.Sections[i].Items[j]
			under := bases[i] + "/"
			if e.Sections[i].headless() {
				under = "" // no heading that an id could name
			}
			if it.Label == "" {
				unlabelled[bases[i]]++
				it.ID = under + "?" + strconv.Itoa(unlabelled[bases[i]])
				continue
			}
			it.ID = again(under+it.Label, used)
		}
	}
}

// headless says whether a section is none that is printed: it holds the items of a document, or the beginning of one, without headings.
func (s *Section) headless() bool { return s.Number == "" && s.Title == "" && s.Parent == "" }

// again returns id the first time, id~2, id~3 … after.
func again(id string, taken map[string]int) string {
	taken[id]++
	if n := taken[id]; n > 1 {
		return again(id+"~"+strconv.Itoa(n), taken)
	}
	return id
}

// sectionPath joins a parent's id and a printed number. A number that repeats its parent's (2.1 under 2) is the path already.
func sectionPath(parent, number string) string {
	if number == "" {
		number = "?"
	}
	if parent != "" && (strings.HasPrefix(number, parent+".") || strings.HasPrefix(number, parent+"-")) {
		return number
	}
	return parent + number
}

// ItemBases gives for each section the id of the heading that its items' ids start with: the nearest one at which labels
// restarted. ①-blocks never restart labels, and a section whose first label follows the last one before it runs on.
func ItemBases(e *Edition) []string {
	at := map[string]int{}
	bases := make([]string, len(e.Sections))
	last, base := "", "" // label before, and the base it counted under
	for i := range e.Sections {
		s := &e.Sections[i]
		at[s.ID] = i
		own := s
		for own.Parent != "" && len(Ordinals(own.Number)) > 0 && Ordinals(own.Number)[0].Series == Circled {
			p, ok := at[own.Parent]
			if !ok || p >= i {
				break
			}
			own = &e.Sections[p]
		}
		bases[i] = own.ID
		if len(s.Items) == 0 {
			continue
		}
		first := s.Items[0].Label
		if p, ok := at[own.ID]; ok && own != s && bases[p] != "" {
			bases[i] = bases[p]
		}
		if steps, known := Follows(last, first); own == s && known && steps == 1 && !FirstLabel(first) && s.Parent != "" && sharesChapter(e, at, s.ID, base) {
			bases[i] = base
		}
		base = bases[i]
		for _, it := range s.Items {
			if it.Label != "" {
				last = it.Label
			}
		}
	}
	return bases
}

// sharesChapter reports whether two sections stand under one topmost heading.
func sharesChapter(e *Edition, at map[string]int, a, b string) bool {
	top := func(id string) string {
		for range e.Sections {
			i, ok := at[id]
			if !ok || e.Sections[i].Parent == "" {
				return id
			}
			id = e.Sections[i].Parent
		}
		return id
	}
	return b != "" && top(a) == top(b)
}
