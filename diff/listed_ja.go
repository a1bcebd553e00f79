package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// qualityJa says whether a word of quality stands at i: 適切な, 迅速に, 効果的な.
func qualityJa(r []rune, i int) bool {
	k := i
	for k < len(r) && (isHan(r[k]) || isKana(r[k])) {
		k++
	}
	for k < len(r) && k < i+6 && strings.ContainsRune("やかしら", r[k]) {
		k++
	}
	return k > i && k < len(r) && (r[k] == 'な' || r[k] == 'に' && !glueJa(r, k) || r[k] == 'く' || r[k] == 'い')
}

// shorterThere says whether a list of the other column has a member that is the end of this one or ends with it, beside one that both lists
// have: 「海図及び海洋情報の共有システム」, 「海図及び共有システム」.
func (v *view) shorterThere(s *sentence, l series, at int) bool {
	other := v.u.next
	if s.column == schema.NextPlan {
		other = v.u.plan
	}
	m := trimMarks(s.r[l.members[at].Start:l.members[at].End])
	for _, o := range other {
		for _, k := range o.lists {
			same, tail := false, false
			for i, b := range k.members {
				w := trimMarks(o.r[b.Start:b.End])
				if n := commonEnd(m, w); n >= 2 && (n == len(w) || n == len(m)) && isWordJa(w[len(w)-n]) && (n == len(w) || !isWordJa(w[len(w)-n-1])) && (n == len(m) || !isWordJa(m[len(m)-n-1])) {
					tail = true
					continue
				}
				for j, a := range l.members {
					t := s.r[a.Start:a.End]
					same = same || j != at && i < len(k.members) && commonEnd(t, w) >= 2
				}
			}
			if same && tail {
				return true
			}
		}
	}
	return false
}

// asMany says whether the other side has, with a kept member, a list of at least as many members as this one.
func (v *view) asMany(l series, s *sentence, kept []lang.Span, other []*sentence) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	for _, n := range other {
		for _, o := range n.lists {
			if len(o.members) < len(l.members) {
				continue
			}
			for _, m := range kept {
				if containsRunes(n.r[o.start:o.end], s.r[max(m.Start, m.End-4):m.End]) {
					return true
				}
			}
		}
	}
	return false
}

// nounInKanaJa says whether a noun made of a verb ends at i, since の stands before it: 窓口への備置き, 事例の聞き取り.
func nounInKanaJa(r []rune, i int) bool {
	if i < 3 || !isHira(r[i-1]) || !isHan(r[i-2]) || !strings.ContainsRune(stemEndJa, r[i-1]) {
		return false
	}
	k := i - 2
	for k > 0 && (isHan(r[k-1]) || k > 1 && strings.ContainsRune(stemEndJa, r[k-1]) && isHan(r[k-2])) {
		k--
	}
	return k > 0 && r[k-1] == 'の'
}

// linkListed links a commitment that found nothing with the sentence of whose lists it is a member: the words of the member are nearly all its own, and

// listedIn is the clause of a sentence with a list of acts of which one is the commitment's; -1 if there is none.
func listedIn(units []*unit, u *unit, n *sentence, rd *reader) int {
	if n.leadIn || !n.promises || disjointBy(u.by, n.by) {
		return -1
	}
	for _, l := range append(n.actSeries(), n.lists...) {
		if !l.acts && !l.light {
			continue
		}
		for _, m := range l.members {
			f := rd.featuresOf(n.r[m.Start:m.End])
			own := overlap(f, u.features, nil)
			least := 3.0
			if slices.ContainsFunc(units, func(o *unit) bool { return o != u && slices.Contains(o.next, n) }) {
				least = 1 // another member is another commitment's
			}
			if back := n.has("anaphor", m.Start, m.Start+2); own < least || !back && own < 0.6*float64(len(f)) && !(least == 1 && own > 1 && own >= 0.5*float64(len(f))) {
				continue // 「上記の相談への対応」 points back
			}
			nearer := slices.ContainsFunc(units, func(o *unit) bool { return o != u && overlap(f, o.features, nil) >= own })
			if !nearer {
				return l.clause
			}
		}
	}
	return -1
}

// oneOfActs says whether a cue word is one of several acts that a sentence lists, and so what the measure does: 「相談の受付及び支援員への引継ぎを
// 行う」. What becomes of a measure is said of it alone.
func (f found) oneOfActs() bool {
	if len(f.s.words) > 0 || f.s.self || f.s.has("elsewhere", 0, len(f.s.r)) || f.c.tense != planned {
		return false
	}
	l := f.s.listAt(f.h.start)
	if l == nil || !l.acts && !l.light {
		return false
	}
	for _, m := range l.members {
		if f.h.start >= m.Start && f.h.end <= m.End+1 && m.End-f.h.end <= 1 {
			return true
		}
	}
	return false
}

// actSeries are the stretches of a sentence's clauses that end in nouns of acting before a comma or のほか: 「窓口の運営、機会の提供のほか、資金の交付を行い」.
func (s *sentence) actSeries() []series {
	var out []series
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.kind != mainClause {
			continue
		}
		l := series{acts: true, clause: i}
		start := c.start
		for k := c.start; k < c.end; k++ {
			n := wordAt(s.r, k, []string{"のほか、", "のほか", "に加え、", "、"})
			if n == 0 {
				continue
			}
			if s.endsAct(start, k) {
				l.members = append(l.members, lang.Span{Start: start, End: k})
			}
			start, k = k+n, k+n-1
		}
		if len(l.members) > 1 || len(l.members) == 1 && s.has("besides", c.start, c.end) {
			out = append(out, l)
		}
	}
	return out
}
