package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// lightActsJa are nouns of acting that fit any object, and so say no more than that something is done with it: 「相談への対応」.
var lightActsJa = []string{"開催", "実施", "対応", "提供", "運営", "開講", "処理", "取扱い", "推進", "措置", "実行", "遂行", "活動"}

// actMeant says whether an act that a noun phrase ends in is what a text promises of the same thing by other words: 「相談への丁寧な対応」
// where it says 相談に応じる, 「懇談会の開催」 where it says 懇談会を催す. The object stands in the text, and the act is light or a word of its
// meaning stands there.
func (v *view) actMeant(s *sentence, m lang.Span, set []uint64, text []rune) bool {
	start := s.actStart(m)
	if start <= m.Start {
		return false
	}
	end := start
	for end > m.Start && isHira(s.r[end-1]) { // の, への, に関する
		end--
	}
	if share, any := v.knownIn(s.r[m.Start:end], set, text); !any || share < 0.6 {
		return false
	}
	act := s.r[start:m.End]
	if slices.Contains(lightActsJa, string(act)) {
		return true
	}
	there := kinOf(text)
	return slices.ContainsFunc(kinOf(act), func(k string) bool { return slices.Contains(there, k) })
}

// actStart is where the noun of acting begins in which a stretch ends, -1 if it ends in none.
func (s *sentence) actStart(m lang.Span) int {
	at := -1
	for _, h := range s.hits {
		if h.cue == "act-noun" && h.end == m.End && h.start >= m.Start && (at < 0 || h.start < at) {
			at = h.start
		}
	}
	return at
}

// onlySome says whether a member of a list says no more than that they are people or things of some kind, by one word: 「始めた人や続けている人」.
func (v *view) onlySome(s *sentence, m lang.Span) bool {
	r := s.r[m.Start:m.End]
	return len(r) > 2 && endsWith(r, "人", "者", "方", "もの", "とき", "場合") && isHira(r[len(r)-2]) && !slices.ContainsFunc(v.rd.featuresOf(r), func(f uint64) bool { return f >= oneKanji })
}

// kindOfMember says whether a member of a list is a kind of what a list of the plan names: 公立学校, where the plan has 学校.
func (v *view) kindOfMember(s *sentence, m lang.Span) bool {
	r := s.r[m.Start:m.End]
	for _, p := range v.u.plan {
		for _, l := range p.lists {
			for _, o := range l.members {
				if w := p.r[o.Start:o.End]; len(w) > 1 && len(w) < len(r) && startsAt(r, len(r)-len(w), w) && isHan(r[len(r)-len(w)-1]) && isHan(w[0]) {
					return true
				}
			}
		}
	}
	return false
}

// actOfListGone finds that of several acts which the plan lists one is gone with what it was done to, while the others go on: 「栽培技術の指導、堆肥の購入費の
// 補助及び販路の紹介を行う」, 「技術を教えるとともに、売り先の紹介を行う」.
func (v *view) actOfListGone() (Evidence, bool) {
	if v.rd.lang.Code != "ja" || v.progress == schema.NotDone {
		return Evidence{}, false
	}
	for _, s := range v.u.plan {
		for _, l := range s.lists {
			if !l.acts || l.open || !l.light && !costsOf(s, l) && !s.othersActs(&l) || !inPromise(s, l) || s.joins || len(l.members) < 2 || s.clauses[l.clause].stage == studying {
				continue
			}
			gone, kept, lost := -1, 0, 0
			for i, m := range l.members {
				act := s.actStart(m)
				if k := wordBefore(s.r, m.End, 4); act < 0 && k > m.Start && s.r[k-1] == 'の' {
					act = k
				}
				if act <= m.Start+2 {
					kept = -9
					break
				}
				share, any := v.knownIn(s.r[m.Start:act], v.nextOwn, v.nextRow)
				switch {
				case any && share == 0 && !v.likeMeaning(s.r[m.Start:m.End], v.nextRow):
					gone = i
					lost++
				case any && share >= 0.5 || v.likeMeaning(s.r[m.Start:m.End], v.nextRow):
					kept++
				}
			}
			if gone < 0 || kept < 1 || kept+lost < len(l.members) || slices.ContainsFunc(v.u.next, func(n *sentence) bool {
				return strings.ContainsRune(string(n.r), '等') || containsRunes(n.r, []rune("など"))
			}) {
				continue
			}
			return s.quote(l.members[gone].Start, l.members[gone].End), true
		}
	}
	return Evidence{}, false
}

// likeMeaning says whether a text holds a word of a meaning that a stretch has.
func (v *view) likeMeaning(r, text []rune) bool {
	there := kinOf(text)
	return slices.ContainsFunc(kinOf(r), func(k string) bool { return slices.Contains(there, k) })
}

// besidesVerb finds that the next plan does something else besides the one thing that the plan does, said of the verb: 「電子メールで答えるほか、現地に専門家を
// 赴かせる」.
func (v *view) besidesVerb(parts []part) (Evidence, bool) {
	if v.rd.lang.Code != "ja" || len(v.planClauses()) != 1 || len(v.u.next) != 1 {
		return Evidence{}, false
	}
	for _, p := range parts {
		c := p.clause()
		if p.c == 0 || c.end != len(p.s.r) || len(c.own) < 2 {
			continue
		}
		b := &p.s.clauses[p.c-1]
		t := trimMarks(p.s.r[b.start:b.end])
		if b.kind != mainClause || b.negated || !endsWith(t, "るほか", "うほか", "くほか", "すほか", "だけでなく", "のみならず", "にとどまらず", "ばかりでなく") || len(t) < 6 || isWordJa(t[len(t)-3]) {
			continue
		}
		if share, any := v.knownIn(p.s.r[c.start:c.end], v.planOwn, v.planText); any && share <= 0.34 && !p.s.tends(c) && !v.keepsUp(p.s, c) && !endsWith(trimMarks(p.s.r[c.start:c.end]), "を図る", "に資する", "につなげる", "に努める", "を目指す", "に寄与する") {
			return p.s.quote(c.start, c.end), true
		}
	}
	return Evidence{}, false
}

// actsIn is how many acts promises name, each member of a list of acts being one.
func actsIn(parts []part) int {
	n := 0
	for _, p := range parts {
		most := 1
		for _, l := range p.s.lists {
			if l.clause == p.c && (l.acts || l.light) {
				most = max(most, len(l.members))
			}
		}
		n += most
	}
	return n
}
