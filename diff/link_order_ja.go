package diff

import (
	"slices"

	"plandiff/lang"
)

// mainFeatures are the words of what a commitment does, without those of why and when.
func (u *unit) mainFeatures() []uint64 {
	var out []uint64
	for k, f := range u.features {
		if u.weights[k] == 1 && f >= oneKanji {
			out = append(out, f)
		}
	}
	return out
}

// countsTopic says whether a result counts what a commitment is about: the subject of a clause with a number is in its words, as in
// 「窓口に寄せられた相談は9,305件を数え」 where the plan says 相談については窓口で受け付ける.
func (rd *reader) countsTopic(u *unit, r *sentence) bool {
	if rd.lang.Code != "ja" || len(r.quantities) == 0 {
		return false
	}
	for i := range r.clauses {
		c := &r.clauses[i]
		if c.kind != mainClause || !slices.ContainsFunc(r.quantities, func(q lang.Quantity) bool {
			return q.Kind == lang.Count && q.Span.Start >= c.start && q.Span.End <= c.end
		}) {
			continue
		}
		own := rd.featuresOf(r.subjectJa(c))
		if shared := overlap(own, u.mainFeatures(), nil); shared >= 2 && shared*2 >= float64(len(own)) {
			return true
		}
	}
	return false
}

// subjectJa is what stands before the first は, が or も of a clause.
func (s *sentence) subjectJa(c *clause) []rune {
	for i := c.start + 1; i < c.end; i++ {
		switch s.r[i] {
		case 'は', 'が', 'も':
			if !isHira(s.r[i-1]) || s.r[i-1] == 'り' || s.r[i-1] == 'て' || s.r[i-1] == 'き' {
				return s.r[c.start:i]
			}
		}
	}
	return nil
}

// linkOrdered gives a commitment on which nothing reports the result that was left over at its place: reports follow the order of the plan, and so
// what stands between the reports on the commitments before and behind speaks of the one between them where it shares its topic or
// two words with it.
func (rd *reader) linkOrdered(units []*unit, results []*sentence, local *locals) {
	if rd.lang.Code != "ja" || len(units) < 2 {
		return
	}
	at := func(u *unit) (first, last int) {
		first, last = len(results), -1
		for i, r := range results {
			if slices.Contains(u.results, r) {
				first, last = min(first, i), i
			}
		}
		return first, last
	}
	for k, u := range units {
		if len(u.results) > 0 || len(u.plan) == 0 {
			continue
		}
		from, to, told := -1, len(results), false
		for j, o := range units {
			first, last := at(o)
			if last < 0 {
				continue
			}
			told = true
			if j < k {
				from = max(from, last)
			} else {
				to = min(to, first)
			}
		}
		if !told {
			continue
		}
		for i := from + 1; i < to; i++ {
			r := results[i]
			if slices.ContainsFunc(units, func(o *unit) bool { return slices.Contains(o.results, r) }) || r.leadIn || disjointBy(u.by, r.by) || r.startsOutright("adds") {
				continue
			}
			if rd.speaksOf(u, r, others(units, u)) || k > 0 && rd.farNearer(u, units[k-1], r, local) {
				link(&u.results, r)
				break
			}
		}
	}
}

// others are the words of what the other commitments do.
func others(units []*unit, u *unit) []uint64 {
	var out []uint64
	for _, o := range units {
		if o != u {
			out = append(out, o.mainFeatures()...)
		}
	}
	slices.Sort(out)
	return out
}

// speaksOf says whether a result has the topic of a commitment, with a number, or two of its words that none of the other ones has.
func (rd *reader) speaksOf(u *unit, r *sentence, others []uint64) bool {
	own := slices.DeleteFunc(u.mainFeatures(), func(f uint64) bool { _, there := slices.BinarySearch(others, f); return there })
	counted := slices.ContainsFunc(r.quantities, func(q lang.Quantity) bool { return q.Kind == lang.Count })
	if overlap(r.features, own, nil) >= 2 && (r.tellsAct() || counted) {
		return true
	}
	return counted && overlap(rd.featuresOf(r.subjectJa(&r.clauses[0])), own, nil) >= 1
}

// nextInOrder says whether a result that would trail behind the one before it speaks of the commitment that comes next in the plan, on which nothing reports.
func (rd *reader) nextInOrder(units []*unit, last int, r *sentence, local *locals) bool {
	if rd.lang.Code != "ja" || last+1 >= len(units) || len(units[last+1].results) > 0 || disjointBy(units[last+1].by, r.by) {
		return false
	}
	u := units[last+1]
	return rd.speaksOf(u, r, others(units, u)) || rd.farNearer(u, units[last], r, local)
}

// inTopic says whether the topic of a sentence names what a commitment does, by a word that is its own: 「使節の派遣及び合唱団の参加は、いずれも…」.
func (rd *reader) inTopic(units []*unit, u *unit, n *sentence) bool {
	if rd.lang.Code != "ja" {
		return false
	}
	topic := rd.featuresOf(n.subjectJa(&n.clauses[0]))
	if overlap(topic, u.core, nil) == 0 {
		return false
	}
	other := others(units, u)
	return slices.ContainsFunc(topic, func(f uint64) bool {
		_, own := slices.BinarySearch(u.core, f)
		_, there := slices.BinarySearch(other, f)
		return own && !there
	})
}

// cleftCount says whether a result says of how many something was true, and the plan counts the same: 「足を運ぶことができたのは11県であり」 where it
// says 18県を訪問する.
func (u *unit) cleftCount(r *sentence) bool {
	for _, q := range r.quantities {
		if q.Kind != lang.Count || !endsWith(r.r[:q.Span.Start], "のは", "のは、") {
			continue
		}
		for _, s := range u.plan {
			if slices.ContainsFunc(s.quantities, func(p lang.Quantity) bool { return p.Kind == lang.Count && p.Unit == q.Unit }) {
				return true
			}
		}
	}
	return false
}

// listedActs are the words in which the members end of a list that a clause does: 講義 and 演習 of 「講義及び該非判定の演習を行う」.
func (rd *reader) listedActs(s *sentence, clause int) []uint64 {
	if rd.lang.Code != "ja" {
		return nil
	}
	var out []uint64
	for _, l := range s.lists {
		if l.clause != clause || !l.light && !l.acts || l.end >= len(s.r) || s.r[l.end] != 'を' {
			continue
		}
		for _, m := range l.members {
			out = append(out, rd.featuresOf(s.r[wordBefore(s.r, m.End, 8):m.End])...)
		}
	}
	return out
}

// farNearer says whether a result is like a commitment, though it shares neither its act nor its object, and next to nothing like the one before it.
func (rd *reader) farNearer(u, before *unit, r *sentence, local *locals) bool {
	sc := rd.similar(u, r.features, r.by, local)
	return sc >= resultFloor && sc >= 3*rd.similar(before, r.features, r.by, local) && (r.tellsAct() || len(r.quantities) > 0)
}
