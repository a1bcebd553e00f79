package diff

import "plandiff/schema"

// besidesEn finds "In addition to A, B will be …" where the plan knows A and not B. English puts the word first, Japanese (besides) last.
func besidesEn(v *view) []signal {
	for _, f := range v.hitsOf(v.u.next, "besides") {
		if v.inPlan(f) {
			continue
		}
		w := between(wordsEn(f.s.r), f.h.end, len(f.s.r))
		comma := 0
		for comma < len(w) && w[comma].text != "," && !finiteEn[w[comma].text] {
			comma++
		}
		if comma == 0 || comma >= len(w) || w[comma].text != "," {
			continue
		}
		was, any := v.knownIn(f.s.r[f.h.end:w[comma].start], v.planSet, v.planText)
		if !any || was < 0.5 {
			continue
		}
		for _, x := range w[comma+1:] {
			if x.text == "," || x.text == ";" {
				break
			}
			if !wordRune([]rune(x.text)[0]) || stopEn[x.text] || f.s.has("filler", x.start, x.end) || f.s.has("again", x.start, x.end) {
				continue
			}
			if share, any := v.knownIn(f.s.r[x.start:x.end], v.planSet, v.planText); any && share < 0.5 {
				return []signal{{string(schema.Expanded), 4.8, f.s.quote(f.h.start, x.end)}}
			}
		}
	}
	return nil
}
