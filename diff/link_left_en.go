package diff

import "slices"

// leftFloorEn is how much weight of words an English sentence of the next plan and a commitment must share where each is all that is left over on its side, or
// where several are; a word of one item in thirty weighs about one.
const (
	leftFloorEn    = 0.6
	severalFloorEn = 1.2
)

// linkLeftEn pairs in English what nothing was linked to: a commitment that the next plan seemed silent on and a sentence that promises. The same thing said in other words
// shares few of them with the plan, yet some with the plan or with its results, or it says that it goes on (as before, likewise). What opens as something
// further (in addition, a new) is left alone.
func (rd *reader) linkLeftEn(units []*unit, next []*sentence) {
	if rd.lang.Code != "en" {
		return
	}
	for {
		silent := silentUnits(units)
		var loose []*sentence
		for _, n := range next {
			if !goesOnWith(units, n) && n.promises && !n.leadIn && !n.speaksOfEnd() && !n.startsWith("adds", 0) && !n.joins && !n.has("newly", 0, len(n.r)) && !n.startsWith("follows", 0) {
				loose = append(loose, n)
			}
		}
		if len(silent) == 0 || len(loose) == 0 {
			return
		}
		floor := severalFloorEn
		if len(silent) == 1 && len(loose) == 1 {
			floor = leftFloorEn
		}
		best, at, to := 0.0, (*unit)(nil), (*sentence)(nil)
		for _, u := range silent {
			for _, n := range loose {
				if disjointBy(u.by, n.by) || rd.strangerEn(u, n, next) || rd.besideItEn(units, u, n) {
					continue
				}
				sc := overlap(u.features, n.features, rd)
				for _, r := range u.results {
					sc = max(sc, 0.8*overlap(r.features, n.features, rd))
				}
				if (n.goesOnEn() || n.deniesAllEn()) && len(silent) == 1 && len(loose) == 1 {
					sc = max(sc, floor)
				}
				if sc > best {
					best, at, to = sc, u, n
				}
			}
		}
		if best < floor {
			return
		}
		link(&at.next, to)
		for ci := range to.clauses {
			if to.clauses[ci].kind == mainClause {
				at.nextParts = append(at.nextParts, part{to, ci})
			}
		}
	}
}

// goesOnEn says whether a main clause of a sentence says that it goes on.
func (s *sentence) goesOnEn() bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool { return h.cue == "again" && s.clauseAt(h.start).kind == mainClause })
}

// newActEn says whether a clause brings in something new, by an act that a commitment does not know, so that a word in common is chance: "and a new map of trails will be printed".
func (s *sentence) newActEn(c *clause, u *unit) bool {
	return s.words != nil && s.has("newly", c.start, c.end) && overlap(featuresEn([]rune(c.verb)), u.features, nil) == 0
}

// saidAgain says whether the words of one of the plan's sentences stand in n one after another, but for the first letter and the mark at the end.
func (u *unit) saidAgain(n *sentence) bool {
	return slices.ContainsFunc(u.plan, func(s *sentence) bool {
		t := trimMarks(s.r)
		return len(t) > 8 && containsRunes(n.r, t[1:])
	})
}
