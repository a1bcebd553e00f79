package diff

import "slices"

// further says whether a sentence that opens with また, あわせて and the like promises something beside what another
// sentence goes on with: that one is nearer to the commitment, and most of this one's words are new to it.
func (rd *reader) further(u *unit, n *sentence, next []*sentence, score float64, local *locals) bool {
	if n.speaksOfEnd() || !n.startsWith("adds", 0) {
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
		nearer = nearer || best > 1.2*score
	}
	if !nearer {
		return false
	}
	all, known := 0.0, 0.0
	for i := range n.clauses {
		if c := &n.clauses[i]; c.kind == mainClause {
			all += overlap(c.features, c.features, rd)
			known += overlap(c.features, u.features, rd)
		}
	}
	return known < 0.45*all
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
