package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// ground is why a measure ends. The word of ending alone (終了, 終える, 行わない) tells less than what is given as its reason.
type ground uint8

const (
	noGround ground = iota
	reached         // what was wanted is there
	timeOver        // a time set from the start is over, or it was for one time only
	gaveUp          // it failed, it costs too much, nobody wants it
)

// whyEnds reads the ground of a statement of the end off the reason clauses and what stands before it, or off the other
// sentences of the next plan. English has its own words for these (see groundEn).
func (v *view) whyEnds(f found) ground {
	if v.rd.lang.Code == "en" {
		return v.groundEn()
	}
	out := noGround
	for _, s := range v.u.next {
		if s.has("cut-short", 0, len(s.r)) {
			return gaveUp
		}
		for _, h := range s.hits {
			c := s.clauseAt(h.start)
			if v.othersGround(s, c) {
				continue
			}
			before := s != f.s || c.end <= f.c.start || c == f.c && h.end <= f.h.start
			switch {
			case h.cue == "period-over" && !c.negated && !v.isAct(s, h) && !(s == f.s && h.start < f.h.end && f.h.start < h.end && hasRunes(s.r, h.start, "役")):
				out = timeOver
			case out == timeOver || !before || c.kind == ifClause || c.kind == purposeClause:
			case h.cue == "goal", (h.cue == "complete" || h.cue == "success") && v.g.predicate(s, c, h):
				if h.cue != "goal" && (hasEnding(s.r[h.start:h.end]) && !v.endState() && !v.planHas("end-act") && !v.declaredDone(s) || endsWith(s.r[c.start:h.start], "年数に", "回数に", "期間に", "年限に", "期限に")) {
					out = timeOver // 「会議の開催が終わったことから」: what was held is over
				} else if (c.kind == reasonClause || s != f.s && c.tense == past || c.end <= f.c.start && (deniesItself(s, h) || v.endState() || h.cue == "goal" && c.tense != planned)) && (!c.negated || deniesItself(s, h)) {
					out = reached
				} else if c.kind == reasonClause && out == noGround {
					out = gaveUp
				}
			case out == noGround && (c.kind == reasonClause || s == f.s && breaksOff(s, c, h, f.h.start)) && (h.cue == "failed" || h.cue == "problem") && !h.inside(s, "complete"):
				out = gaveUp
			}
		}
		if out == noGround && s.byOccasion() {
			out = timeOver
		}
		if out != timeOver && s.byReaching() {
			out = reached
		}
		for i := range s.clauses {
			c := &s.clauses[i]
			if (out == noGround || out == gaveUp) && c.kind == reasonClause && c.tense == past && !c.negated && (s.has("all-done", c.start, c.end) || s.has("universal", c.start, c.end)) && !s.has("failed", c.start, c.end) && !s.has("stop", c.start, c.end) && !(out == gaveUp && undone.in(s.r[c.start:c.end])) {
				if out = reached; !v.endState() && !v.planHas("end-act") && !v.declaredDone(s) { // 「予定した調査を全て実施したため」
					out = timeOver
				} // 「全ての保護区に拠点が設けられたことを受け」
			}
			if out != timeOver && c.kind == reasonClause && nothingTo(trimMarks(s.r[c.start:c.end])) {
				out = reached
			}
			if out == noGround && c.kind == reasonClause && c.negated && !s.has("complete", c.start, c.end) {
				out = gaveUp
			}
		}
	}
	return out
}

// breaksOff says whether a word only tells how things are before what follows from it: 「見通しに乏しく、」, 「担い手は現れず、」.
func breaksOff(s *sentence, c *clause, h hit, before int) bool {
	if c.kind != mainClause || h.end >= before {
		return false
	}
	for k := h.end; k < min(h.end+6, before); k++ {
		if s.r[k] == '、' {
			return endsWith(s.r[:k], "く", "ず", "おり", "あり")
		}
		if !isHira(s.r[k]) {
			return false
		}
	}
	return false
}

// undone are words by which what was made is taken away again.
var undone = newWordSet("外した", "外し", "取り外", "撤去", "返却", "返し", "引き揚", "廃棄", "処分", "取り払", "抜き取", "回収", "解体", "畳ん", "片付け")

// nothingTo says whether a reason is that nothing of what was to be done is left: 「書き換えるべき規格がもはや存しないことから」.
func nothingTo(r []rune) bool {
	for i := 1; i+3 < len(r); i++ {
		if !hasRunes(r, i, "べき") && !hasRunes(r, i, "を要する") && !hasRunes(r, i, "の必要な") && !hasRunes(r, i, "を必要とする") {
			continue
		}
		for k := i + 2; k < len(r); k++ {
			if gone.at(r, k) > 0 {
				return true
			}
		}
	}
	return false
}

// gone are words for what is no longer there.
var gone = newWordSet("存しな", "存在しな", "なくな", "無くな", "がない", "はない", "もない", "残っていな", "残っておら", "見当たら", "尽き", "皆無", "残らな", "ゼロと", "一巡し", "姿を消")

// isAct says whether a word of a time that is over tells how something was finished, not that its time is over: 「計画どおり整備が完了した」.
func (v *view) isAct(s *sentence, h hit) bool {
	c := s.clauseAt(h.start)
	return hasRunes(s.r, h.start, "年限り") || (endsWith(s.r[h.start:h.end], "どおり", "通り")) && s.has("complete", h.end, c.end)
}

// inside says whether a hit of another class covers this one.
func (h hit) inside(s *sentence, cue string) bool {
	for _, o := range s.hits {
		if o.cue == cue && o.start <= h.start && o.end >= h.end {
			return true
		}
	}
	return false
}

// oneOff says whether the plan itself was for one time or for a time that was to end.
func (v *view) oneOff() bool {
	return v.rd.lang.Code == "ja" && (v.planHas("scheduled") || v.planHas("period-over") || v.planHas("one-off"))
}

// endLabel is the label of a statement of the end: by its ground, else by what plan and results tell; word is what the word itself
// says.
func (v *view) endLabel(f found, word schema.Disposition) schema.Disposition {
	switch v.whyEnds(f) {
	case reached:
		return schema.Completed
	case timeOver:
		return schema.Ended
	case gaveUp:
		return schema.Discontinued
	}
	return word
}

// onlyTended finds the promise where all that is promised is to care for what the results report as there: its faults are mended, it is
// kept, questions about it are answered. What the plan itself promised is no care.
func (v *view) onlyTended(parts []part) *part {
	if v.rd.lang.Code != "ja" || len(parts) == 0 || v.progress != schema.Done || !v.endState() && !v.planHas("end-act") && !v.namedAsMade(parts) && !v.noneLeft() || !v.toldComplete() && !v.namedAsMade(parts) {
		return nil
	}
	if v.onlyLooked() {
		return nil
	}
	cares := false
	for _, p := range parts {
		tends := p.s.tends(p.clause())
		if !tends && !looksAfter(p) && !p.staysOpen() || v.promisesVerb(p.clause().verb) || v.doneAgain(p) {
			return nil
		}
		cares = cares || tends || p.staysOpen()
	}
	if !cares {
		return nil
	}
	return &parts[0]
}

// onlyLooked says whether all that the plan was to do is to find something out: what is done about that then is no care for it.
func (v *view) onlyLooked() bool {
	return len(v.planClauses()) > 0 && !slices.ContainsFunc(v.planClauses(), func(p part) bool { return p.s.kindOfAct(p.clause()) != askingAct })
}

// mendsFound says whether a clause does something about what was found: 「洗い出した箇所について補修を行う」.
func (v *view) mendsFound(p part) bool {
	return p.s.has("found-out", 0, p.clause().end) || foundJa.in(p.s.r[:p.clause().end])
}

// foundJa are words that name a thing as found.
var foundJa = newWordSet("洗い出した", "洗い出された", "見付かった", "見つかった", "見付けた", "判明した", "確認された", "認められた", "把握された", "指摘された", "発見された", "発見した", "特定された", "特定した", "抽出された", "検出された", "と判定された", "と診断された", "浮かび上がった", "浮き彫りとなった", "挙げられた")

// looksAfter says whether a clause only looks how a thing is: 「絶縁の測定を行い」, beside a clause that mends it.
func looksAfter(p part) bool {
	switch p.clause().verb {
	case "見", "測定", "計測", "測", "見張", "監視", "見守", "巡視", "調", "検査", "観察", "診断", "観測", "試験", "検", "注視", "見届", "追跡", "把握":
		return true
	}
	return false
}

// staysOpen says whether a clause only leaves what is there where it is: 「整った目録を公開し続け」.
func (p part) staysOpen() bool {
	c := p.clause()
	t := trimMarks(p.s.r[c.start:c.end])
	return endsWith(t, "続け", "続ける", "続けて", "続けること", "続けることとする", "を継続", "を継続し", "を継続する", "たまま", "たままと", "たままにし", "たままとする") && (p.s.has("use-act", max(c.start, c.end-14), c.end) || containsRunes(t[max(0, len(t)-12):], []rune("掲載")) || containsRunes(t[max(0, len(t)-12):], []rune("閲覧")))
}

// toldComplete says whether the results say that something is finished, there, or done for all.
func (v *view) toldComplete() bool {
	for _, cue := range []string{"complete", "goal", "success"} {
		for _, f := range v.says(v.u.results, cue) {
			if (!f.c.negated || deniesItself(f.s, f.h)) && (f.c.tense != planned || f.c.inherits) && f.c.kind != ifClause && f.c.kind != purposeClause {
				return true
			}
		}
	}
	return len(v.hitsOf(v.u.results, "all-done")) > 0
}

// namedAsMade says whether the next plan names what the plan was to make as made: 「刊行した用語集」, 「備え付けた装置」.
func (v *view) namedAsMade(parts []part) bool {
	for _, p := range parts {
		c := p.clause()
		for _, q := range append(v.planClauses(), v.reportedClauses()...) {
			w := []rune(q.clause().verb)
			if len(w) == 0 {
				continue
			}
			for i := c.start; i+len(w) < c.end; i++ {
				n := len(w)
				if len(w) == 2 && p.s.r[i] == w[0] && isHira(p.s.r[i+1]) && p.s.r[i+2] == w[1] {
					n = 3 // 架け直した木道
				} else if !startsAt(p.s.r, i, w) {
					continue
				}
				for k := i + n; k < min(i+n+5, c.end-1); k++ {
					if k == i+n && strings.ContainsRune("をは", p.s.r[k]) && wordAt(p.s.r, k, []string{"を行った", "を終えた", "を完了した", "が済んだ", "の済んだ", "が完了した", "が終わった", "を済ませた"}) == 0 {
						break // 「訓練を通じた技能」
					}
					if hasRunes(p.s.r, k, "済みの") {
						return true
					}
					if p.s.r[k] == 'た' && isWordJa(p.s.r[k+1]) {
						return true
					}
					if !isHira(p.s.r[k]) && !isHan(p.s.r[k]) {
						break
					}
				}
			}
		}
	}
	return false
}

// reportedClauses are the clauses by which the results tell what was done.
func (v *view) reportedClauses() []part {
	var out []part
	for _, s := range v.u.results {
		for i := range s.clauses {
			if c := &s.clauses[i]; c.kind == mainClause && c.tense == past && !c.negated && len(c.verb) > 0 && !allIn([]rune(c.verb), lightJa) {
				out = append(out, part{s, i})
			}
		}
	}
	return out
}

// tends says whether what a clause promises is care for a thing that is there.
func (s *sentence) tends(c *clause) bool {
	for i := range s.clauses { // 「故障が生じた場合に、代わりの機器を手配する」, 「廃止又は新設があったときに、地図に反映させる」
		if o := &s.clauses[i]; o.kind == ifClause && o.end <= c.start && (s.has("fault", o.start, o.end) || s.has("brings-up", c.start, c.end)) {
			return true
		}
	}
	for _, h := range s.hits {
		if h.cue != "tends" || h.start < c.start || h.end > c.end {
			continue
		}
		// 「故障した場合の修繕を、製造者に依頼して速やかに行う」: the object of what is done
		if k := lastIndex(s.r[:c.end], 'を'); predicateJa(s, c, h) || k == h.end || k > h.end && k <= h.end+9 && listOnJa(s.r[h.end:k]) || seenTo(s.r[h.end:c.end]) || onlyAt.at(s.r, h.end) > 0 {
			return true
		}
	}
	return false
}

// onlyAt are words by which no more is done than what stands before them: 「誤記の訂正に限って行う」.
var onlyAt = newWordSet("に限って", "に限り", "に限る", "に限定", "のみを", "のみと", "のみ行", "のみ実施", "だけを", "だけと", "だけ行", "だけにと", "にとど", "に留め", "に絞って", "に絞り")

// seenTo says whether behind a noun of care stands that others see to it: 「清掃が定期的になされるよう注意を促す」.
func seenTo(r []rune) bool {
	if len(r) < 8 || r[0] != 'が' {
		return false
	}
	for i := 1; i+3 < min(len(r), 16); i++ {
		if hasRunes(r, i, "されるよう") || hasRunes(r, i, "われるよう") || hasRunes(r, i, "なされるよう") {
			return true
		}
	}
	return false
}

// hasEnding says whether a word says only that an act was carried through, not that something is there.
func hasEnding(r []rune) bool {
	for _, w := range []string{"終わ", "終え", "済ん", "済ま", "済み"} {
		if containsRunes(r, []rune(w)) {
			return true
		}
	}
	return false
}

// noneLeft says whether the results tell that nothing is left of what the plan was about: 「…が皆無となった」, 「全てで…」.
func (v *view) noneLeft() bool { return v.progress == schema.Done && v.toldNoneLeft() }

func (v *view) toldNoneLeft() bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	for _, f := range v.says(v.u.results, "complete") {
		for _, w := range []string{"皆無", "ゼロ", "無くな", "なくな", "残って", "残らず", "解消", "全て", "100", "行き渡", "出そろ", "全廃", "ことごとく"} {
			if strings.Contains(f.text(), w) && f.c.tense != planned && (!f.c.negated || deniesItself(f.s, f.h)) {
				return true
			}
		}
	}
	return false
}

// listOnJa says whether what stands between a noun and its particle only goes on with a list: 点検(及び較正)を, 清掃(等)を.
func listOnJa(r []rune) bool {
	for _, w := range []string{"及び", "並びに", "又は", "・", "等", "その他", "のみ", "作業", "業務", "状況", "だけ"} {
		if hasRunes(r, 0, w) {
			return true
		}
	}
	return false
}

// sameCare says whether all that is promised is an act of the plan itself, which then was care already.
func (v *view) sameCare(parts []part) bool {
	if v.rd.lang.Code != "ja" || len(parts) == 0 || v.toldComplete() {
		return false
	}
	for _, p := range parts {
		if !v.promisesVerb(p.clause().verb) {
			return false
		}
	}
	return true
}

// vagueJa says whether a sentence promises nothing that could be told from anything else: 「状況を注視しつつ、適切に対応する」.
func vagueJa(s *sentence) bool {
	c := &s.clauses[len(s.clauses)-1]
	for _, h := range s.hits {
		if h.cue == "vague" && h.start >= c.start && predicateJa(s, c, h) && c.tense == planned && c.kind == mainClause {
			return true
		}
	}
	return false
}

// overWithoutWord reads the end off its ground alone where the next plan promises nothing: 「期間が尽きたことから、機器は返却された」.
func (v *view) overWithoutWord() []signal {
	if v.rd.lang.Code != "ja" || len(v.u.next) == 0 || len(v.plannedParts()) > 0 {
		return nil
	}
	s := v.u.next[len(v.u.next)-1]
	c := &s.clauses[len(s.clauses)-1]
	if v.whyEnds(found{s, c, hit{"ended", c.start, c.end}}) != timeOver || s.has("elsewhere", 0, len(s.r)) || s.has("move", 0, len(s.r)) || s.has("merge", 0, len(s.r)) {
		return nil
	}
	return []signal{{string(schema.Ended), 5, s.quote(0, len(s.r))}}
}

// settles says whether a clause does no more than settle what came in before an end: 「期限までに受け付けた申請の処理のみを行う」.
func (p part) settles() bool {
	c := p.clause()
	r := p.s.r[c.start:c.end]
	for i := 4; i < len(r); i++ {
		if onlyAt.at(r, i) == 0 {
			continue
		}
		for _, w := range []string{"なされた", "受け付けた", "受理した", "受けた", "あった", "提出された", "届いた", "申し込んだ", "申請された", "締結した", "採択した", "交付した", "支給した", "決定した", "行われた"} {
			if containsRunes(r[:i], []rune(w)) {
				return true
			}
		}
	}
	return false
}
