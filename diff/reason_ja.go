package diff

import "strings"

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
