package diff

import "strings"

// noMoreJa says whether the last clause of a sentence denies that anything is still to be done: 「令和６年度の計画はない」, 「以後は開かない」.
func noMoreJa(s *sentence) bool {
	c := &s.clauses[len(s.clauses)-1]
	if c.kind != mainClause || s.has("but-these", 0, len(s.r)) {
		return false
	}
	if s.endsIn("nothing-left") || s.noneToDo() {
		return true
	}
	t := deniedEnd(s, c)
	if t == nil {
		return false
	}
	if allIn([]rune(c.verb), lightJa) && c.verb != "" {
		return true
	}
	for _, h := range s.hits {
		if h.cue == "not-done-then" && h.end == c.start+len(t) {
			return true
		}
	}
	return false
}

// noneToDo says whether a sentence ends in saying that there is nothing to do: 「更に取り組むべき事柄は見当たらない」, 「手を付けるべき箇所は
// 残っていない」.
func (s *sentence) noneToDo() bool {
	c := &s.clauses[len(s.clauses)-1]
	t := trimMarks(s.r[c.start:c.end])
	n := 0
	for _, w := range []string{"ない", "無い", "なくなった", "無くなった", "なくなっている", "尽きた", "尽きている", "皆無である", "ゼロである", "ゼロとなった", "なし", "無し", "不要となった", "不要になった", "不要である", "要しなくなった", "要しない", "無用となった", "用をなさなくなった"} {
		if endsIn(t, w) {
			n = len([]rune(w))
			break
		}
	}
	if n == 0 {
		return false
	}
	if endsWith(t, "不要となった", "不要になった", "不要である", "要しなくなった", "無用となった") && len(t) > n && strings.ContainsRune("はもがを", t[len(t)-n-1]) {
		return true
	}
	if t[len(t)-1] == 'し' && endsWith(t[:len(t)-n], "予定", "取組", "計画", "対応", "事項", "記載") {
		return true // 「次年度の予定なし」
	}
	for i := len(t) - n - 1; i >= max(0, len(t)-n-14); i-- { // 予定は, 課題も
		if !strings.ContainsRune("はもが", t[i]) || i+1 < len(t) && isHira(t[i+1]) && !hasRunes(t, i+1, "な") && !hasRunes(t, i+1, "ゼ") && !hasRunes(t, i+1, "い") && !hasRunes(t, i+1, "あ") {
			continue
		}
		if !allHiraOrIs(t[i+1:], "無残見当存在有持想定考予認想計画抱挙尽皆ゼロ生置込設") {
			return false
		}
		for _, w := range []string{"予定", "考え", "見込み", "必要", "余地", "課題", "作業", "取組", "措置", "計画", "対応", "事項", "記載", "べきこと", "べきもの"} {
			if endsIn(t[:i], w) {
				return true
			}
		}
		k := i
		for k > 0 && k > i-8 && !hasRunes(t, k-2, "べき") && isWordJa(t[k-1]) {
			k--
		}
		return hasRunes(t, k-2, "べき")
	}
	return false
}

// allHiraOrIs says whether words are of hiragana and these kanji alone.
func allHiraOrIs(r []rune, kanji string) bool {
	for _, c := range r {
		if !isHira(c) && !strings.ContainsRune(kanji, c) {
			return false
		}
	}
	return true
}

// deniesAct says whether a sentence ends in the denial of something that somebody might do: 「貸し出さない」, not 「欠かすことができない」.
func deniesAct(s *sentence) bool { return deniesIn(s, &s.clauses[len(s.clauses)-1]) }

// deniesIn is deniesAct of one clause: 「貸し出さないこととし、」.
func deniesIn(s *sentence, c *clause) bool { return deniedEnd(s, c) != nil }

// deniedEnd is a clause that denies an act up to its ない, without what it is called (こととする, 方針である); nil if it denies none.
func deniedEnd(s *sentence, c *clause) []rune {
	t := trimMarks(s.r[c.start:c.end])
	if c.kind != mainClause || lastAt(t, "ない") < 0 {
		return nil
	}
	for _, w := range []string{"こととする", "ものとする", "こととした", "方針である", "予定である", "こととなった", "こととし", "ものとし", "こととなり", "方針とし", "方針であり", "方針とする", "方針とした", "方向とする", "方向である", "考えである", "判断とした", "結論とした", "扱いとする", "扱いとした", "整理とする", "整理とした", "こととしている", "ものとしている", "こととされた", "ものとした", "こととしたい", "つもりである", "見込みである", "見通しである", "旨を決定した", "ことを決定した", "ことに決した", "ことに決めた", "ことと決めた"} {
		if endsIn(t, w) {
			t = t[:len(t)-len([]rune(w))]
			break
		}
	}
	if len(t) < 4 || !endsIn(t, "ない") || !strings.ContainsRune("わかさしけせめてらまばげべ", t[len(t)-3]) {
		return nil
	}
	if endsWith(t, "限らない", "ならない", "わからない", "分からない", "知らない", "少なくない", "かかわらない", "関わらない", "変わらない", "至らない", "伴わない", "間に合わない", "尽かない", "欠かせない", "欠かさない", "惜しまない", "問わない", "足らない", "過ぎない", "及ばない") {
		return nil
	}
	return t
}

// deniedJa finds a clause of the next plan by which an act of the plan will no longer be done.
func (v *view) deniedJa() *found {
	for _, p := range v.planClauses() {
		if p.clause().negated {
			return nil
		}
	}
	for _, s := range v.u.next {
		c := &s.clauses[len(s.clauses)-1]
		if s.has("but-these", 0, len(s.r)) || s.has("undecided", 0, len(s.r)) || s.unsettled() {
			continue
		}
		for i := range s.clauses { // 「ウェブサイトは作らないこととし、録音は…にとどめる」
			if o := &s.clauses[i]; o.kind == mainClause && o != c && o.negated && deniesIn(s, o) && v.planHasKanji(o.verb) {
				return &found{s, o, hit{"stop", o.start, o.end}}
			}
		}
		if c.kind != mainClause {
			continue
		}
		if noMoreJa(s) || deniesAct(s) && v.planHasKanji(c.verb) || c.negated && v.whyEnds(found{s, c, hit{"stop", c.start, c.end}}) != noGround {
			return &found{s, c, hit{"stop", c.start, c.end}}
		}
	}
	return nil
}

// planHasKanji says whether the plan promises an act by the same kanji, whatever kana stand between: 貸出し, 貸し出す.
func (v *view) planHasKanji(verb string) bool {
	if verb == "" {
		return false
	}
	for _, p := range v.planClauses() {
		var han []rune
		for _, c := range p.s.r[p.clause().start:p.clause().end] {
			if !isHira(c) {
				han = append(han, c)
			}
		}
		if containsRunes(han, []rune(verb)) {
			return true
		}
	}
	return false
}

// heldAndOver says whether a word that only says that an act was carried through is said of one that was held for one occasion: 「周年を祝う航海は全て済んだ」.
func (v *view) heldAndOver(f found) bool {
	return v.rd.lang.Code == "ja" && f.c.kind == mainClause && hasEnding(f.s.r[f.h.start:f.h.end]) && !v.endState() && !v.planHas("end-act") && v.oneOff() && !v.declaredDone(f.s)
}

// othersGround says whether a clause is the ground for another commitment of the item: of several grounds in a sentence it is one that shares nothing with this
// commitment, and another one does: 「部屋は計画した数に達したため、また、冊子の配布は5年度限りのものであったため、」.
func (v *view) othersGround(s *sentence, c *clause) bool {
	if len(v.claimed) == 0 || c.kind != reasonClause || len(s.words) > 0 || overlap(c.own, v.u.core, nil) > 0 {
		return false
	}
	for i := range s.clauses {
		if o := &s.clauses[i]; o != c && o.kind == reasonClause && overlap(o.own, v.u.core, nil) > 0 {
			return true
		}
	}
	return false
}

// whyStopped says whether what a reason clause of the results tells as reached is why the measure was stopped: 「日帰りができるようになったことから、借上げは廃止した」.
func (v *view) whyStopped(f found) bool {
	if v.rd.lang.Code != "ja" || f.c.kind != reasonClause {
		return false
	}
	last := &f.s.clauses[len(f.s.clauses)-1]
	for _, h := range f.s.hits {
		if h.cue == "stop" && h.start >= last.start && last.tense == past && v.g.predicate(f.s, last, h) && !v.inPlan(found{f.s, last, h}) {
			return true
		}
	}
	return false
}
