package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// joinersJa join one noun phrase to another.
var joinersJa = newWordSet("及び", "並びに", "又は", "若しくは", "または", "および", "ならびに", "もしくは", "や", "と", "・", "、")

// joined finds where one side names one thing more than the other in the same place: what stands before and behind the joined nouns stands
// before and behind the one noun there. 「運送業者を対象に」 → 「運送業者及び製剤を受け取る医療機関を対象に」. Nothing is asked of the rest of the
// sentences, nor of how long the attributes of the members are. rich are the clauses of the side that may name more, set and text all of
// the other one.
func (v *view) joined(rich []part, poor []*sentence, set []uint64, text []rune) (Evidence, float64) {
	if v.rd.lang.Code != "ja" {
		return Evidence{}, 0
	}
	var best Evidence
	top := 0.0
	for _, p := range rich {
		c, r := p.clause(), p.s.r
		for i := c.start + 2; i+2 < c.end; i++ {
			n := joinerJa(r, i)
			if n == 0 {
				continue
			}
			at, weight := v.joinedBehind(p, i, n, poor, set, text)
			if weight == 0 {
				at, weight = v.joinedBefore(p, i, n, poor, set, text)
			}
			switch l := p.s.listAt(i); {
			case weight == 0:
			case l == nil && r[i] == 'と' && p.s.endsAct(c.start, i):
				if weight = 1.8; actKnown(r[at.Start:min(at.End, i)], text) || v.actMeant(p.s, lang.Span{Start: memberStartJa(r, i, c.start), End: i}, set, text) {
					weight = 0 // 「懇談会の開催と体制の確認」 where the other side says 懇談会を催す
				}
			case l != nil && (l.acts || l.light) && !p.s.othersActs(l):
				if weight = 1.8; actKnown(r[at.Start:min(at.End, i)], text) {
					weight = 0 // 説明会の開催 where the other side says 説明会を開く
				}
			case l != nil && l.open && !headOpen(r, *l) && p.s.column == schema.Plan:
				weight = 0 // it named only some before: others may go without saying
			case v.wasWhole(p.s, []lang.Span{at}):
				weight = 0
			}
			if weight > top && !ministryIn(p.s, at) {
				best, top = p.s.quote(at.Start, at.End), weight
			}
		}
	}
	return best, top
}

// joinerJa is how long the word is that joins nouns at i, 0 if none stands there.
func joinerJa(r []rune, i int) int {
	n := joinersJa.at(r, i)
	if n == 0 || !nounEndJa(r, i) {
		return 0
	}
	if i+n < len(r) && r[i+n] == '、' {
		n++
	}
	switch r[i] {
	case 'や', '・':
		if i+n >= len(r) || !isWordJa(r[i+n]) {
			return 0
		}
	case 'と':
		if i+n >= len(r) || !isWordJa(r[i+n]) || hasRunes(r, i+n, "連携") || hasRunes(r, i+n, "協力") || hasRunes(r, i+n, "共同") || hasRunes(r, i+n, "協働") || hasRunes(r, i+n, "併せ") || hasRunes(r, i+n, "合わせ") {
			return 0
		}
	case '、':
		if !listCommaJa(r, i) {
			return 0
		}
	}
	return n
}

// nounEndJa says whether what ends before i may be a noun.
func nounEndJa(r []rune, i int) bool {
	return i > 0 && (isWordJa(r[i-1]) || closing(r[i-1]) || endsWith(r[:i], "もの", "こと", "がん", "うつ", "こども", "子ども", "ひきこもり", "いじめ", "てんかん", "さけ", "まち"))
}

// listAt is the list in which i stands, nil if it stands in none.
func (s *sentence) listAt(i int) *series {
	for k := range s.lists {
		if l := &s.lists[k]; l.start <= i && i < l.end {
			return l
		}
	}
	return nil
}

// headOpen says whether 等 stands behind the noun that all members of a list describe, and not behind the list: 「陸上自衛隊及び海上自衛隊の基地等」.
func headOpen(r []rune, l series) bool {
	last := l.members[len(l.members)-1]
	return coreJa(r, last, true).End < last.End && last.Start > 1 && (r[last.Start-1] == 'び' || r[last.Start-1] == 'に' || r[last.Start-1] == 'や')
}

// othersActs says whether a list of acts tells what others do, who are meant: 「便所の新設及び改修を行う市町村に」.
func (s *sentence) othersActs(l *series) bool {
	for _, w := range []string{"を行う", "を行った", "に取り組む", "を実施する", "を担う", "に従事する", "を営む", "を業とする"} {
		if hasRunes(s.r, l.end, w) {
			k := l.end + len([]rune(w))
			return k < len(s.r) && isWordJa(s.r[k])
		}
	}
	return false
}

// openAt says whether what stands at i is an example of more: a member of a list with 等, or a noun before 等.
func (s *sentence) openAt(i int) bool {
	if l := s.listAt(i); l != nil && l.open {
		return true
	}
	for k := i; k < min(len(s.r), i+14); k++ {
		switch {
		case opensAt(s.r, k):
			return true
		case strings.ContainsRune("をはがもに、。", s.r[k]) && !(s.r[k] == 'に' && glueJa(s.r, k)):
			return false
		}
	}
	return false
}

// oneMember says whether a stretch is one noun phrase: particles in it belong to attributes, commas to lists.
func oneMember(r []rune, m lang.Span) bool {
	for k := m.Start; k < m.End; k++ {
		switch c := r[k]; {
		case c == '。' || c == 'は' && r[k-1] != '又' && r[k-1] != 'た':
			return false
		case c == '、' && !listCommaJa(r[:m.End], k):
			return false
		case strings.ContainsRune("をにがで", c) && !glueJa(r, k) && k+1 < m.End && !isHira(r[k+1]):
			if end := attributeJa(r, k); end == 0 || end >= m.End {
				return false
			}
		}
	}
	return true
}

// reachJa is how far a joined member with its attributes may reach.
const reachJa = 70

// joinedBehind: the member before the joining word stands on the other side before what follows the member behind it.
func (v *view) joinedBehind(p part, i, n int, poor []*sentence, set []uint64, text []rune) (lang.Span, float64) {
	r, end := p.s.r, min(p.clause().end, i+n+reachJa)
	tail := wordBefore(r, i, 4)
	if i-tail < 2 {
		return lang.Span{}, 0
	}
	w := r[tail:i]
	for _, o := range poor {
		for k := 0; k+len(w)+3 <= len(o.r); k++ {
			if !startsAt(o.r, k, w) {
				continue
			}
			follows := o.r[k+len(w):]
			if o.openAt(k) || isWordJa(follows[0]) || follows[0] == '、' || joinerJa(o.r, k+len(w)) > 0 && follows[0] != 'と' {
				continue
			}
			follows = follows[:3]
			for j := i + n + 2; j+3 <= end; j++ {
				if !startsAt(r, j, follows) || !nounEndJa(r, j) || opensAt(r, j-1) {
					continue
				}
				if member := (lang.Span{Start: i + n, End: j}); oneMember(r, member) && v.freshMember(p.s, member, set, text) {
					return lang.Span{Start: tail, End: j}, 4.2
				}
				break
			}
		}
	}
	return lang.Span{}, 0
}

// joinedBefore: the member behind the joining word stands on the other side behind what comes before the member before it.
func (v *view) joinedBefore(p part, i, n int, poor []*sentence, set []uint64, text []rune) (lang.Span, float64) {
	r, c := p.s.r, p.clause()
	head := i + n
	end := head
	for end < c.end && isWordJa(r[end]) && joinerJa(r, end) == 0 {
		end++
	}
	start := wordBefore(r, i, 40)
	if end-head < 2 || end+2 > len(r) || i-start < 2 || !v.freshMember(p.s, lang.Span{Start: start, End: i}, set, text) {
		return lang.Span{}, 0
	}
	w := r[head:end]
	for _, o := range poor {
		for k := 0; k+len(w)+2 <= len(o.r); k++ {
			if !startsAt(o.r, k, w) || k > 0 && isWordJa(o.r[k-1]) || !startsAt(o.r, k+len(w), r[end:end+2]) || o.openAt(k) {
				continue
			}
			switch {
			case k == 0 || start == c.start || o.r[k-1] == r[start-1]:
				return lang.Span{Start: start, End: end}, 4.2
			case k > 1 && start > 12 && containsRunes(r[start-12:start], o.r[max(0, k-2):k]):
				return lang.Span{Start: start, End: end}, 4.2 // an attribute stands between
			}
			return lang.Span{Start: start, End: end}, 3
		}
	}
	return lang.Span{}, 0
}

// wordBefore is where the word begins that ends at i, at most most runes before it. 者 and もの take the verb before them.
func wordBefore(r []rune, i, most int) int {
	k := i
	for k > 0 && i-k < most && (isWordJa(r[k-1]) || closing(r[k-1]) && k == i) {
		k--
	}
	if i-k < 2 {
		for k > 0 && i-k < 4 && r[k-1] != '、' && r[k-1] != '。' {
			k--
		}
	}
	return k
}

// freshMember says whether a noun phrase is none of the other side: its last word is not there, or much of its attributes is not.
func (v *view) freshMember(s *sentence, m lang.Span, set []uint64, text []rune) bool {
	r := s.r
	for m.End > m.Start && (r[m.End-1] == '等' || closing(r[m.End-1])) {
		m.End--
	}
	if m.End-m.Start < 2 || slices.Contains(r[m.Start:m.End], '。') || containsRunes(text, r[m.Start:m.End]) {
		return false
	}
	for k := m.Start + 2; k+2 < m.End; k++ { // a list: any of its members
		if n := joinerJa(r, k); n > 0 && r[k] != 'と' {
			return v.freshMember(s, lang.Span{Start: m.Start, End: k}, set, text) || v.freshMember(s, lang.Span{Start: k + n, End: m.End}, set, text)
		}
	}
	head := m.Start
	for k := m.End - 1; k > m.Start; k-- {
		if strings.ContainsRune("をにがでのはる", r[k]) && !isHira(r[k+1]) {
			head = k + 1
			break
		}
	}
	if m.End-head < 2 && m.End-m.Start < 3 {
		return false
	}
	w := r[head:m.End]
	if share, any := v.knownIn(w, set, text); any && share < 0.5 && !endsInWordOf(w, text) {
		return true
	}
	for n := len(w) - 1; n > 1 && head == m.Start; n-- { // 底びき of 底びき網漁船 beside まき網漁船
		if containsRunes(text, w[len(w)-n:]) {
			return len(w)-n > 1 && !containsRunes(text, w[:len(w)-n])
		}
	}
	share, any := v.knownIn(r[m.Start:m.End], set, text)
	return any && share <= 0.5 && m.End-m.Start > 3
}
