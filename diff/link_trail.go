package diff

import "slices"

// trails says whether a result that is like no commitment goes on with what the result before it reports: what was asked there, how many
// came, what it brought. What opens with また or the like, or tells how far something is, speaks of something else.
func (rd *reader) trails(units []*unit, results []*sentence, i int) bool {
	r := results[i]
	if rd.lang.Code != "ja" || r.startsWith("adds", 0) || r.reports() {
		return false
	}
	return slices.ContainsFunc(units, func(u *unit) bool { return slices.Contains(u.results, results[i-1]) })
}

// meansJa are the words by which an act is described that its noun does not name: 動画 and チラシ of 「動画及びチラシによる広報を行う」.
func (rd *reader) meansJa(s *sentence, c *clause) []uint64 {
	if rd.lang.Code != "ja" {
		return nil
	}
	for i := c.start; i < c.end; i++ {
		if s.r[i] != 'に' && s.r[i] != 'を' || !hasRunes(s.r, i, "による") && !hasRunes(s.r, i, "を用いた") && !hasRunes(s.r, i, "を使った") && !hasRunes(s.r, i, "を通じた") {
			continue
		}
		return rd.featuresOf(s.r[memberStartJa(s.r, i, c.start):i])
	}
	return nil
}

// listedResults gives a commitment that found no result the sentence that names it as one member of a list, though another one took it:
// 「地殻の変動及びガスの濃度の観測を行った」.
func (rd *reader) listedResults(units []*unit, results []*sentence, local *locals) {
	if rd.lang.Code != "ja" || len(units) < 2 {
		return
	}
	for _, u := range units {
		if len(u.results) > 0 {
			continue
		}
		best, at := 0.0, -1
		for i, r := range results {
			if sc := rd.covered(u, r, local); sc > best && !disjointBy(u.by, r.by) && len(r.lists) > 0 && rd.actStands(u, r) {
				best, at = sc, i
			}
		}
		if at >= 0 && best >= memberFloor {
			link(&u.results, results[at])
		}
	}
}

// goesForward says whether a sentence ends in an act that is on its way: 「話合いを進めている」. What is on its way was planned.
func (s *sentence) goesForward() bool {
	c := &s.clauses[len(s.clauses)-1]
	if c.tense != ongoing || s.has("world", 0, len(s.r)) || s.has("became", c.start, len(s.r)) {
		return false
	}
	return s.has("under-way", c.start, c.end) && !s.has("resultative", c.start, c.end)
}

// tellsAct says whether a result ends in something that was done or is being done, and not in how things are or have become.
func (s *sentence) tellsAct() bool {
	c := &s.clauses[len(s.clauses)-1]
	t := trimMarks(s.r[c.start:c.end])
	if c.tense == planned || endsWith(t, "であった", "だった", "である", "があった", "もあった", "はなかった", "がなかった", "となった", "になった", "となっている", "になっている", "くなった") {
		return false
	}
	for _, h := range s.hits {
		if h.cue == "became" && h.start >= c.start && h.end >= c.start+len(t)-4 {
			return false
		}
	}
	return true
}
