package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// further says whether a sentence that opens with また, あわせて and the like promises something beside what another
// sentence goes on with: that one is nearer to the commitment, and most of this one's words are new to it.
func (rd *reader) further(u *unit, n *sentence, next []*sentence, score float64, local *locals) bool {
	adds := n.startsWith("adds", 0)
	if n.speaksOfEnd() && !(adds && n.endsOthersJa()) || !adds && (rd.lang.Code != "ja" || n.mark == "" || n.has("again", 0, len(n.r)) || n.has("anaphor", 0, len(n.r)) || n.joins || n.follows || sharesAct(u, n)) {
		return false
	}
	nearer := false
	for _, o := range next {
		if o == n || o.leadIn || !o.promises {
			continue
		}
		best := rd.similar(u, o.features, o.by, local)
		for i := range o.clauses {
			best = max(best, rd.similar(u, o.clauses[i].features, o.by, local))
		}
		nearer = nearer || best > 1.2*score && (adds || best > 1.5*score && rd.names(o, u))
	}
	if !nearer {
		return false
	}
	if adds && rd.sameOfOther(u, n, next, local) {
		return true
	}
	all, known := 0.0, 0.0
	for i := range n.clauses {
		if c := &n.clauses[i]; c.kind == mainClause {
			all += overlap(c.features, c.features, rd)
			known += overlap(c.features, u.features, rd)
		}
	}
	share := 0.45
	if !adds {
		share = 0.3 // a point of its own, of which the plan knows next to nothing
		if slices.ContainsFunc(n.clauses, func(c clause) bool { return c.kind == reasonClause }) {
			share = 0.4 // and which has grounds of its own
		}
	}
	if n.has("begins", 0, len(n.r)) && rd.lang.Code == "ja" { // 「また、…する事業を開始する。」 for the same people
		share = 0.65
	}
	return known < share*all
}

// sameOfOther says whether a sentence does with another thing what the commitment does, which another sentence repeats nearly whole: 「…飼料費の一部の助成を
// 行う。加えて、…治療費の一部を助成する。」
func (rd *reader) sameOfOther(u *unit, n *sentence, next []*sentence, local *locals) bool {
	if rd.lang.Code != "ja" || len(u.plan) != 1 {
		return false
	}
	c := &n.clauses[len(n.clauses)-1]
	thing := thingDone(n, c)
	if c.kind != mainClause || len(thing) < 2 || containsRunes(u.plan[0].r, thing) {
		return false
	}
	was := thingDone(u.plan[0], &u.plan[0].clauses[len(u.plan[0].clauses)-1])
	return len(was) > 1 && slices.ContainsFunc(next, func(o *sentence) bool {
		return o != n && o.promises && containsRunes(o.r, was) && rd.covered(u, o, local) >= 0.7
	})
}

// thingDone is the noun to which the act of a clause is done, without words for a share of it: 治療費 of 「治療費の一部を助成する」.
func thingDone(s *sentence, c *clause) []rune {
	k := lastIndex(s.r[:c.end], 'を')
	if k <= c.start {
		return nil
	}
	r := s.r[c.start:k]
	for _, w := range []string{"の一部", "の全部", "の全額", "の半額", "の費用", "に要する費用", "に係る費用", "の経費", "に要する経費", "の2分の1", "の3分の1", "等", "など"} {
		if endsWith(r, w) {
			r = r[:len(r)-len([]rune(w))]
			break
		}
	}
	return r[runStart(r, len(r)):]
}

// names says whether a sentence promises the commitment's act by its verb.
func (rd *reader) names(n *sentence, u *unit) bool {
	for _, s := range u.plan {
		for i := range s.clauses {
			if c := &s.clauses[i]; c.kind == mainClause && !allIn([]rune(c.verb), lightJa) && containsRunes(n.r, []rune(c.verb)) {
				return true
			}
		}
	}
	return false
}

// yearOfSame says whether a plan sentence opens with its year and tells that year's part of what the sentence before it promises for
// longer: 「５年間で100の産地に装置を置く。令和５年度は、このうち20の産地に…」.
func (rd *reader) yearOfSame(before, s *sentence) bool {
	if rd.lang.Code != "ja" || len(s.dates) == 0 {
		return false
	}
	d := s.dates[0]
	last := d.Span.Start < 10 && containsRunes(s.r[:d.Span.Start], []rune("最終年")) // 最終年度に当たる令和５年度は
	if d.Unit != "year" || d.Span.Start > 0 && !last || d.Deadline {
		return false
	}
	rest := s.r[d.Span.End:min(len(s.r), d.Span.End+12)]
	if !hasRunes(rest, 0, "は、") && !hasRunes(rest, 0, "においては、") && !hasRunes(rest, 0, "には、") {
		return false
	}
	for _, w := range []string{"、このうち", "、そのうち", "、うち", "、その", "、これ", "、同"} {
		if containsRunes(rest, []rune(w)) {
			return true
		}
	}
	own := 0.0
	for i := range s.clauses {
		if c := &s.clauses[i]; c.kind == mainClause {
			own += overlap(c.features, c.features, rd)
		}
	}
	share := 0.55
	if last || slices.ContainsFunc(before.quantities, func(q lang.Quantity) bool { return q.Kind == lang.Duration }) {
		share = 0.25
	}
	return own > 0 && overlap(s.features, before.features, rd) >= share*own
}

// actStands says whether a sentence names an act of the commitment: the verb itself, or the noun of it in a list.
func (rd *reader) actStands(u *unit, n *sentence) bool {
	for _, s := range u.plan {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind != mainClause || c.verb == "" || allIn([]rune(c.verb), lightJa) {
				continue
			}
			for _, f := range rd.featuresOf([]rune(c.verb)) {
				if _, ok := slices.BinarySearch(n.features, f); ok && f >= oneKanji {
					return true
				}
			}
		}
	}
	return false
}

// othersWords says whether a sentence repeats another commitment's plan word for word: it is that one's and nobody else's.
func (rd *reader) othersWords(units []*unit, u *unit, n *sentence) bool {
	for _, o := range units {
		if o != u && len(o.plan) == 1 && slices.Contains(o.next, n) && rd.lang.Same(o.plan[0].Text, n.Text) {
			return true
		}
	}
	return false
}

// ofAnother says whether the topic of a sentence (臨時の案内所は、) is another commitment's and not this one's.
func (rd *reader) ofAnother(units []*unit, u *unit, n *sentence) bool {
	if len(units) == 1 || rd.lang.Code != "ja" || n.self {
		return false
	}
	for i := range n.r {
		if n.r[i] == '、' {
			break
		}
		if n.r[i] != 'は' || i+1 < len(n.r) && n.r[i+1] != '、' {
			continue
		}
		topic := rd.featuresOf(n.r[:i])
		if len(topic) == 0 || overlap(topic, u.features, nil) > 0 {
			return false
		}
		for _, o := range units {
			if overlap(topic, o.features, nil) > 0 {
				return true
			}
		}
		return false
	}
	return false
}

// elliptic says whether a short result leaves out what the plan has said and tells nothing else: 「64人を招いた。」, 「６月に行った。」
func (u *unit) elliptic(rd *reader, r *sentence) bool {
	if len(r.features) > 6 || len(r.clauses) > 1 {
		return false
	}
	text := slices.Clone(r.r)
	for _, q := range r.quantities {
		for i := q.Span.Start; i < q.Span.End; i++ {
			text[i] = ' '
		}
	}
	words := slices.DeleteFunc(rd.featuresOf(text), func(f uint64) bool { return f < 1<<24 }) // 月, 人 tell nothing
	if len(words) > 4 {
		return false
	}
	if overlap(words, u.features, nil)*2 >= float64(len(words)) {
		return true
	}
	verb := []rune(r.clauses[0].verb)
	for _, s := range u.plan {
		for i := range s.clauses {
			if len(verb) > 0 && (s.clauses[i].verb == string(verb) || sameVerbJa(s.clauses[i].verb, string(verb))) {
				return true
			}
		}
	}
	return false
}

// linkByAct gives a commitment on which nothing reports the sentence of several in which a clause has its verb and its object:
// 「看板を48駅に掲げ、説明会を各地で開いた。」
func linkByAct(units []*unit, results []*sentence) {
	if len(units) < 2 {
		return
	}
	for _, u := range units {
		if len(u.results) > 0 {
			continue
		}
		for _, r := range results {
			if len(r.clauses) > 1 && !disjointBy(u.by, r.by) && slices.ContainsFunc(r.clauses, u.sameAct) {
				link(&u.results, r)
				break
			}
		}
	}
}

// sameAct says whether a clause has the verb and the object of one that the plan promises; a verb of one kanji with an object, or a word.
func (u *unit) sameAct(c clause) bool {
	for _, s := range u.plan {
		for i := range s.clauses {
			k := &s.clauses[i]
			if k.kind == mainClause && c.kind == mainClause && k.verb != "" && k.verb == c.verb && k.object == c.object && (k.object != "" || len([]rune(k.verb)) > 1) {
				return true
			}
		}
	}
	return false
}

// linkSelf links what tells the fate of the measure itself (本項は同項番に吸収される) beside what was linked already.
func (rd *reader) linkSelf(units []*unit, next []*sentence) {
	for _, n := range next {
		if rd.lang.Code != "ja" || !n.self && !n.startsWith("follows", 0) || !n.fate(rd) || goesOnWith(units, n) {
			continue
		}
		for _, u := range units {
			if !disjointBy(u.by, n.by) && (n.self || len(units) == 1) {
				linkAll(u, n)
			}
		}
	}
}

// linkSole gives the only commitment of an item, with which nothing goes on yet, what the next plan promises or tells of an end, if it
// shares a word with it or with what was reported: what else should it speak of.
func (rd *reader) linkSole(units []*unit, next []*sentence) {
	if rd.lang.Code != "ja" || len(units) != 1 || len(units[0].next) > 0 {
		return
	}
	u := units[0]
	for _, n := range next {
		if n.leadIn || !n.promises && !n.speaksOfEnd() || n.background() || disjointBy(u.by, n.by) || n.anew(&n.clauses[len(n.clauses)-1]) != nil {
			continue
		}
		words := n.features // without words of one kanji, which 関する is
		for len(words) > 0 && words[0] < oneKanji {
			words = words[1:]
		}
		shared := overlap(u.features, words, nil)
		for _, r := range u.results {
			shared = max(shared, overlap(r.features, words, nil))
		}
		if shared > 1 || shared > 0 && u.likeAct(n) || shared > 0 && (n.speaksOfEnd() || n.tends(&n.clauses[len(n.clauses)-1])) {
			linkAll(u, n)
		}
	}
}

// soleSilent is the only unit without results; -1 if none or several have none.
func soleSilent(units []*unit) int {
	at := -1
	for k, u := range units {
		if len(u.results) > 0 {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = k
	}
	return at
}

// linkMembers links a commitment that found nothing with a sentence that others took, of one of whose lists it may be a member.
func (rd *reader) linkMembers(units []*unit, next []*sentence, local *locals) {
	for _, u := range units {
		if len(u.next) > 0 {
			continue
		}
		best, at, floor := 0.0, -1, memberFloor
		for i, n := range next {
			if n.leadIn || !n.promises && !n.speaksOfEnd() || n.background() || rd.othersWords(units, u, n) {
				continue
			}
			if sc := rd.covered(u, n, local); sc > best && !disjointBy(u.by, n.by) {
				best, at = sc, i
			}
		}
		if at >= 0 && rd.lang.Code == "ja" && (rd.actStands(u, next[at]) || objectListed(u, next[at])) {
			floor = actFloor
		}
		if at >= 0 && best >= floor {
			link(&u.next, next[at])
			speaks := func(c *clause) bool { return overlap(u.features, c.features, nil) > 0 }
			own := rd.lang.Code == "ja" && slices.ContainsFunc(next[at].clauses, func(c clause) bool { return c.kind == mainClause && speaks(&c) })
			for ci := range next[at].clauses {
				if c := &next[at].clauses[ci]; c.kind == mainClause && (!own || speaks(c)) {
					u.nextParts = append(u.nextParts, part{next[at], ci})
				}
			}
		}
	}
}

// objectListed says whether a list of a sentence has a member that ends in what the commitment acts on: 広報活動 of 「指定、調整及び鉄道事業者と共同での
// 広報活動」 where the plan says 広報活動を展開する.
func objectListed(u *unit, n *sentence) bool {
	for _, s := range u.plan {
		for i := range s.clauses {
			c := &s.clauses[i]
			o := []rune(c.object)
			if c.kind != mainClause || len(o) < 2 || isLight(o) {
				continue
			}
			for _, l := range n.lists {
				for _, m := range l.members {
					w := n.r[m.Start:m.End]
					if k := lastIndex(w, 'の'); (l.acts || l.light) && k > len(o) && len(w)-k > 2 && runStart(w, len(w)) == k+1 && len(o) > 1 && containsRunes(w[:k], o) && endsWith(w[:k], string(o)) {
						return true // 「課程に関する報告の聴取」 where the plan says 報告を求める
					}
					if commonEnd(w, o) == len(o) {
						return true
					}
				}
			}
		}
	}
	return false
}

// sameVerb says whether a result ends in the verb of a promise, or in one that says only that it was done without saying what.
func (u *unit) sameVerb(r *sentence) bool {
	c := &r.clauses[len(r.clauses)-1]
	if c.negated || c.verb == "" {
		return false
	}
	if allIn([]rune(c.verb), lightJa) && c.object == "" {
		return true
	}
	t := trimMarks(r.r[c.start:c.end])
	for len(t) > 0 && isHira(t[len(t)-1]) {
		t = t[:len(t)-1]
	}
	k := len(t)
	for k > 0 && isWordJa(t[k-1]) {
		k--
	}
	if k > 0 && k < len(t) && allIn(t[k:], lightJa) && strings.ContainsRune("にで", t[k-1]) {
		return true
	}
	return slices.ContainsFunc(u.plan, func(s *sentence) bool {
		return slices.ContainsFunc(s.clauses, func(p clause) bool { return p.kind == mainClause && (p.verb == c.verb || sameVerbJa(p.verb, c.verb)) })
	})
}
