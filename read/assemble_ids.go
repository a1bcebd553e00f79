package read

import (
	"strconv"

	"plandiff/schema"
)

// sectionID is the path of printed numbers, ~2 when it comes again.
func sectionID(e *schema.Edition, s schema.Section) string {
	base := s.Parent + s.Number
	if s.Number == "" {
		base = s.Parent + "?"
	}
	id := base
	for n := 2; ; n++ {
		taken := false
		for _, o := range e.Sections {
			taken = taken || o.ID == id
		}
		if !taken {
			return id
		}
		id = base + "~" + strconv.Itoa(n)
	}
}

// assignIDs gives items the ids of DESIGN: section at which labels restarted, /, label.
func assignIDs(e *schema.Edition) {
	used := map[string]int{}
	for i := range e.Sections {
		s := &e.Sections[i]
		base := s.ID
		if len([]rune(s.Number)) == 1 && s.Number >= "①" && s.Number <= "⑳" && s.Parent != "" {
			base = s.Parent // labels run on over ①-blocks
		}
		for j := range s.Items {
			it := &s.Items[j]
			id := base + "/" + it.Label
			if it.Label == "" {
				used[base+"/?"]++
				it.ID = base + "/?" + strconv.Itoa(used[base+"/?"])
				continue
			}
			used[id]++
			if used[id] > 1 {
				id += "~" + strconv.Itoa(used[id])
			}
			it.ID = id
		}
	}
}
