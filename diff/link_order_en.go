package diff

import (
	"slices"

	"plandiff/lang"
)

// linkInOrderEn links, where an item has as many results as commitments, what found nothing on either side: results answer point by point, and the words of a report need not be
// those of the plan. What tells of the reporter's own affairs or of the world answers nothing.
func (rd *reader) linkInOrderEn(units []*unit, results []*sentence) {
	if rd.lang.Code != "en" || len(units) < 2 {
		return
	}
	points := results
	if len(points) != len(units) {
		return
	}
	var silent []*unit
	for _, u := range units {
		if len(u.plan) == 0 {
			return
		}
		if len(u.results) == 0 {
			silent = append(silent, u)
		}
	}
	var loose []*sentence
	for _, r := range points {
		if !slices.ContainsFunc(units, func(u *unit) bool { return slices.Contains(u.results, r) }) && !r.leadIn {
			loose = append(loose, r)
		}
	}
	if len(silent) == len(loose) {
		for k, u := range silent {
			if !loose[k].ownAffairEn() && !strayEn(u, loose[k]) && !disjointBy(u.by, loose[k].by) {
				link(&u.results, loose[k])
			}
		}
		return
	}
	for k, u := range units { // the result at its place, which another commitment took beside its own
		if len(u.results) > 0 {
			continue
		}
		r := points[k]
		for _, o := range units {
			if o != u && len(o.results) > 1 && slices.Contains(o.results, r) && overlap(u.features, r.features, nil) > 0 {
				o.results = slices.DeleteFunc(o.results, func(s *sentence) bool { return s == r })
				link(&u.results, r)
				break
			}
		}
	}
}

// ownHouseEn are the places and people of those who report.
var ownHouseEn = setEn("headquarters premises office offices museum café canteen")

// ownAffairEn says whether a result tells of the house of those who report, of the world, or of something handed out that may be anything.
func (s *sentence) ownAffairEn() bool {
	if s.has("world-state", 0, len(s.r)) && s.has("world", 0, len(s.r)) {
		return true
	}
	for k, x := range s.words {
		if k > 6 || finiteEn[x.text] {
			break
		}
		if ownHouseEn[x.text] {
			return true
		}
		if k == 1 && s.words[0].text == "a" && (x.text == "leaflet" || x.text == "map" || x.text == "campaign" || x.text == "brochure") {
			return true
		}
	}
	return false
}

// gettingEn are acts of getting or doing up something of one's own, which report on no promise that gets or makes nothing.
var gettingEn = stemsEn("buy purchase acquire repaint redecorate refurbish renovate receive win resign retire inherit")

// strayEn says whether a result tells of something got or done up, of which a commitment that makes nothing has no word: "Two vans were bought second-hand".
func strayEn(u *unit, r *sentence) bool {
	if u.makesSomething() || overlap(u.features, r.features, nil) > 0 {
		return false
	}
	return !slices.ContainsFunc(r.clauses, func(c clause) bool { return c.kind == mainClause && !(c.tense == past && gettingEn[c.verb]) })
}

// stepDoneEn says whether a result tells in the perfect what has been done so far, or what keeps from the rest: "The jury has shortlisted three designs", "but faults keep the vessel at the
// yard".
func (s *sentence) stepDoneEn() bool {
	if s.ownAffairEn() || s.has("world", 0, len(s.r)) && s.has("world-state", 0, len(s.r)) {
		return false
	}
	w := s.words
	for k := 1; k+1 < len(w); k++ {
		if (w[k].text == "has" || w[k].text == "have") && s.clauseAt(w[k].start).kind == mainClause {
			return true
		}
		if w[k].text == "but" && slices.ContainsFunc(w[k:min(len(w), k+8)], func(x wordEn) bool {
			return x.text == "keep" || x.text == "keeps" || x.text == "delay" || x.text == "delays" || x.text == "hold" || x.text == "holds"
		}) {
			return true
		}
	}
	return false
}

// makesSomething says whether the plan of a commitment drafts, builds, brings in or replaces something.
func (u *unit) makesSomething() bool {
	return slices.ContainsFunc(u.plan, func(s *sentence) bool {
		return slices.ContainsFunc(s.dates, func(d lang.Date) bool { return d.Deadline }) || slices.ContainsFunc(s.clauses, func(c clause) bool {
			return c.kind == mainClause && c.tense == planned && (c.stage == doing || c.stage == drafting || s.has("end-act", c.start, c.end) || lastingEn[c.verb])
		})
	})
}

// asksEn says whether the plan of a commitment is to find something out.
func (u *unit) asksEn() bool {
	return slices.ContainsFunc(u.plan, func(s *sentence) bool {
		return slices.ContainsFunc(s.clauses, func(c clause) bool { return c.stage == studying && c.tense == planned }) || s.has("open-question", 0, len(s.r))
	})
}

// findsEn says whether a result tells what was found out: "Ecologists concluded that there is room for six families".
func (s *sentence) findsEn() bool {
	for k := 1; k+1 < len(s.words); k++ {
		switch s.words[k].text {
		case "concluded", "found", "showed", "shown", "advised", "recommended", "established", "estimated", "judged", "reckoned":
			if p := s.words[k-1].text; (p == "were" || p == "was") && (s.words[k+1].text == "." || s.words[k+1].text == ",") {
				return true // three causes were found
			}
			if n := s.words[k+1].text; n == "that" || n == "it" || n == "them" || n == "no" || n == "against" || n == "in" {
				return true
			}
		}
	}
	return false
}
