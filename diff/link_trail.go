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
	if c.tense == planned || s.statesJa() && endsWith(t, stateWasJa...) || endsWith(t, "であった", "だった", "である", "があった", "もあった", "はなかった", "がなかった", "となった", "になった", "となっている", "になっている", "くなった") {
		return false
	}
	for _, h := range s.hits {
		if h.cue == "became" && h.start >= c.start && h.end >= c.start+len(t)-4 {
			return false
		}
	}
	return true
}

// objectOfRelative says whether the object that was read of a clause is that of a verb which describes a noun: 「ヒアリを見付け出す探知犬について、
// 訓練を行う」.
func (s *sentence) objectOfRelative(c *clause) bool {
	if len(s.words) > 0 || c.object == "" {
		return false
	}
	w := []rune(c.object)
	for i := c.end - len(w) - 1; i >= c.start; i-- {
		if startsAt(s.r, i, w) && hasRunes(s.r, i+len(w), "を") {
			return s.relative(i+len(w), c.end)
		}
	}
	return false
}

// otherTopic says whether a result names as its topic what a commitment does not know: 「施設の新設については、」 beside a plan of guidance.
func (rd *reader) otherTopic(u *unit, r *sentence) bool {
	if rd.lang.Code != "ja" {
		return false
	}
	for i := 1; i < len(r.r); i++ {
		if r.r[i] == '、' {
			return false
		}
		if r.r[i] != 'は' || i+1 < len(r.r) && isHira(r.r[i+1]) {
			continue
		}
		k := i
		for _, w := range []string{"について", "に関して", "に対して", "において", "に係る取組"} {
			if n := len([]rune(w)); k >= n && hasRunes(r.r, k-n, w) {
				k -= n
				break
			}
		}
		b := k
		for b > 0 && isWordJa(r.r[b-1]) && (b == k || sameRunJa(r.r[b-1], r.r[b])) {
			b--
		}
		head := rd.featuresOf(r.r[b:k])
		return len(head) > 0 && overlap(head, u.features, nil) == 0
	}
	return false
}

// finishesOther says whether a result tells that something was finished which a commitment does not know, by a subject or object of its own:
// 「庁舎の外壁の補修工事が竣工した」.
func (rd *reader) finishesOther(u *unit, r *sentence) bool {
	if rd.lang.Code != "ja" {
		return false
	}
	for _, h := range r.hits {
		switch h.cue {
		case "not-reached", "under-way", "anaphor", "preliminary", "postpone":
			return false
		}
	}
	known := false
	named := false
	c := &r.clauses[len(r.clauses)-1]
	for i := c.start + 1; i < c.end; i++ {
		if r.r[i] != 'が' && r.r[i] != 'を' && r.r[i] != 'は' || i+1 < c.end && isHira(r.r[i+1]) && r.r[i] != 'が' {
			continue
		}
		b := i
		for b > c.start && isWordJa(r.r[b-1]) && (b == i || sameRunJa(r.r[b-1], r.r[b])) {
			b--
		}
		if head := rd.featuresOf(r.r[b:i]); len(head) > 0 {
			named = true
			known = known || overlap(head, u.features, nil) > 0
		}
	}
	return named && !known
}

// looksBack says whether a sentence of the next plan tells in the past tense what became of a commitment: of the measure itself, or of what
// it is about as its topic. 「走行試験は日程を消化し、車両は製造者に戻された」
func (rd *reader) looksBack(u *unit, n *sentence) bool {
	if rd.lang.Code != "ja" || n.clauses[len(n.clauses)-1].tense != past || n.promises {
		return false
	}
	if n.self {
		return true
	}
	for i := 1; i < len(n.r) && n.r[i] != '、'; i++ {
		if n.r[i] != 'は' || i+1 < len(n.r) && isHira(n.r[i+1]) && !hasRunes(n.r, i+1, "、") {
			continue
		}
		b := i
		for b > 0 && isWordJa(n.r[b-1]) && (b == i || sameRunJa(n.r[b-1], n.r[b])) {
			b--
		}
		return overlap(rd.featuresOf(n.r[b:i]), u.core, nil) > 0
	}
	return false
}

// silentUnits are the commitments of which no sentence of the next plan speaks yet.
func silentUnits(units []*unit) (out []*unit) {
	for _, u := range units {
		if len(u.next) == 0 && len(u.plan) > 0 {
			out = append(out, u)
		}
	}
	return out
}

// goesOnWith says whether a sentence of the next plan goes on with one of the commitments.
func goesOnWith(units []*unit, n *sentence) bool {
	return slices.ContainsFunc(units, func(u *unit) bool { return slices.Contains(u.next, n) })
}
