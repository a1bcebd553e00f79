package diff

import (
	"strings"

	"plandiff/lang"
)

// spreadReasons gives the clauses before a reason the reason's kind where they tell how things are: 「担い手が不足し、施設の維持が危ぶまれていることに鑑み、」. A
// reason that is a noun phrase (結果を踏まえ) takes no clause with it, and neither does one after a clause without a subject of its own, which
// may be an act: 「研修を行い、参加者が増えたことから、」.
func (s *sentence) spreadReasons() {
	for i := len(s.clauses) - 2; i >= 0; i-- {
		c, next := &s.clauses[i], &s.clauses[i+1]
		if c.kind == mainClause && next.kind == reasonClause && s.tellsWhy(next) && s.subjectOwn(c) {
			c.kind = reasonClause
		}
	}
}

// tellsWhy says whether a reason is a sentence of its own: …していることから, …するおそれがあり.
func (s *sentence) tellsWhy(c *clause) bool {
	t := trimMarks(s.r[c.start:c.end])
	for _, w := range []string{"ことに鑑み", "ことにかんがみ", "ことから", "ところから", "ことを踏まえ", "ことも踏まえ", "ことを受け", "ことに伴い", "ことにより", "ことなどから", "ことなどを踏まえ", "ことに照らし", "ことに留意し", "ことを考慮し", "ことに対応し", "中で", "ので", "ため", "おそれがあり", "状況にあり", "状況を踏まえ", "状況に鑑み", "現状を踏まえ", "現状に鑑み", "こうした中", "る中", "た中"} {
		if endsIn(t, w) || endsIn(t, w+"て") || endsIn(t, w+"つつ") {
			return true
		}
	}
	return false
}

// subjectOwn says whether a clause names what something happens to: a noun with が, or a topic of the world.
func (s *sentence) subjectOwn(c *clause) bool {
	for i := c.start + 1; i+1 < c.end; i++ {
		if s.r[i] == 'が' && (isWordJa(s.r[i-1]) || closing(s.r[i-1]) || nounInKanaJa(s.r, i) || i > 1 && s.r[i-1] == 'い' && strings.ContainsRune("扱違争競狙疑願祝勢払舞伝買使誘", s.r[i-2]) || endsWith(s.r[:i], "もの", "こと", "など", "れ")) && s.r[i+1] != '、' {
			return true
		}
	}
	return false
}

// whyAt are words that make a ground of what stands before them in the same breath.
var whyAt = newWordSet("ことから", "ことを踏まえ", "ことに鑑み", "ことに伴い", "ことを受け", "ことにより", "ためと", "ことに照らし", "ことを理由")

// onlyWhyJa takes for lost what the next plan names only in giving its grounds: 「秋季の発生がみられないことから、春季及び夏季とし」.
func (v *view) onlyWhyJa(s *sentence) func(kept, lost []lang.Span) ([]lang.Span, []lang.Span) {
	return func(kept, lost []lang.Span) ([]lang.Span, []lang.Span) {
		if v.rd.lang.Code != "ja" || len(kept) < 2 {
			return kept, lost
		}
		var still []lang.Span
		for _, m := range kept {
			if v.onlyGround(s.r[m.Start:m.End]) {
				lost = append(lost, m)
			} else {
				still = append(still, m)
			}
		}
		if len(still) == 0 {
			return kept, lost
		}
		return still, lost
	}
}

// onlyGround says whether the next plan has a word in what gives its grounds, and nowhere else.
func (v *view) onlyGround(w []rune) bool {
	found := false
	for _, n := range v.allNext {
		for i := range n.r {
			if !startsAt(n.r, i, w) {
				continue
			}
			c := n.clauseAt(i)
			why := c.kind == reasonClause
			for k := i; k < c.end && !why; k++ {
				why = whyAt.at(n.r, k) > 0
			}
			if !why {
				return false
			}
			found = true
		}
	}
	return found
}
