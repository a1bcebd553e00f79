package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// someOfMany says whether a clause that reports the planned act by its own verb, or as finished, counts some out of more:
// 「47都道府県のうち37都道府県において作成され」, 「4の堰のうち1の堰において終えた」, 「全体の約35％について行った」. What was found among
// those counted (44社のうち7社に改善を求めた) is told by another verb.
func (v *view) someOfMany(s *sentence, c *clause, same, complete bool) bool {
	if v.rd.lang.Code != "ja" || !same && !complete || c.tense == planned && !c.inherits && !countsDone(s, c) || c.negated {
		return false
	}
	if v.planHas("partial") || slices.ContainsFunc(v.hitsOf(v.u.plan, "part"), func(f found) bool { return f.text() != "うち" && f.text() != "のうち" }) {
		return false // the plan meant some of them itself
	}
	for _, h := range s.hits {
		if h.cue != "out-of" || h.start < c.start || h.end > c.end || !strings.HasSuffix(string(s.r[h.start:h.end]), "うち") && !strings.HasSuffix(string(s.r[h.start:h.end]), "内") {
			continue
		}
		if chosenFrom(s, c.start, h.start) {
			continue
		}
		all, okAll := numberBefore(s, c.start, h.start)
		some, okSome := numberAfter(s, h.end, c.end)
		if okAll && okSome && some > 0 && some < all && !v.plansAmount(some) && !v.actedUpon(s, c, h.start) {
			return true
		}
	}
	for i := range s.quantities { // a share of the whole
		q := &s.quantities[i]
		if q.Kind != lang.Percent || q.Value >= 95 || q.Span.Start < c.start || q.Span.End > c.end || v.plansAmount(q.Value) {
			continue
		}
		from := max(c.start, q.Span.Start-6)
		rest := string(s.r[q.Span.End:c.end])
		if strings.HasPrefix(rest, "の") { // ４割の道標について
			_, end := nounAfterJa(s.r, q.Span.End+1)
			rest = string(s.r[min(end, c.end):c.end])
		}
		if strings.Contains(string(s.r[from:q.Span.Start]), "全体の") && (strings.HasPrefix(rest, "について") || strings.HasPrefix(rest, "において") || strings.HasPrefix(rest, "で") || strings.HasPrefix(rest, "を") && same) {
			return true
		}
	}
	return false
}

// deniesPlanned says whether a clause says of the planned act by its name that it did not come to it, by whatever verb: 「画面越しの実施には
// 踏み切らなかった」.
func (v *view) deniesPlanned(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" || !c.negated || c.tense == planned && !c.inherits {
		return false
	}
	for _, p := range v.planClauses() {
		w := []rune(p.clause().verb)
		if len(w) < 2 {
			continue
		}
		for i := c.start; i+len(w) < c.end; i++ {
			if startsAt(s.r, i, w) && strings.ContainsRune("にはがをもま", s.r[i+len(w)]) {
				return true
			}
		}
	}
	return false
}

// inPeriod says whether the sentence of a number names a period in which something was done: 会期中, 12月から3月まで.
func inPeriod(a amount) bool { return a.s.has("period", 0, len(a.s.r)) }

// countsDone says whether a clause tells as a number how much is done: 「更新を終えた施設は、52か所のうち19か所である」.
func countsDone(s *sentence, c *clause) bool {
	t := trimMarks(s.r[c.start:c.end])
	return endsWith(t, "である", "であり", "となる") && (s.has("complete", c.start, c.end) || containsRunes(t, []rune("した")) || containsRunes(t, []rune("された")) || containsRunes(t, []rune("たのは")) || containsRunes(t, []rune("を終えた")))
}

// inUse says whether a clause tells that what was planned to be made is used: 「改良した手法を警報の発表に用いている」.
func (v *view) inUse(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	for _, p := range v.planClauses() {
		w := p.clause().verb
		for _, end := range []string{"した", "された", "済みの"} {
			if len([]rune(w)) > 1 && containsRunes(s.r[c.start:c.end], []rune(w+end)) {
				return true
			}
		}
	}
	return false
}

// plansAmount says whether the plan itself names that number.
func (v *view) plansAmount(n float64) bool {
	for _, a := range amountsOf(v.planClauses()) {
		if a.Value == n {
			return true
		}
	}
	return false
}

// numberBefore is the last number that stands in a stretch within ten characters of its end, numberAfter the first within
// four of its start; both read bare digits, since a number before の (4の堰) has no unit of its own.
func numberBefore(s *sentence, start, end int) (float64, bool) {
	for i := end - 1; i >= max(start, end-10); i-- {
		if isDigit(s.r[i]) {
			return numberAt(s.r, i, start)
		}
	}
	return 0, false
}

func numberAfter(s *sentence, start, end int) (float64, bool) {
	for i := start; i < min(end, start+5); i++ {
		if isDigit(s.r[i]) {
			j := i
			for j+1 < end && (isDigit(s.r[j+1]) || s.r[j+1] == ',') {
				j++
			}
			return numberAt(s.r, j, i)
		}
	}
	return 0, false
}

func numberAt(r []rune, last, start int) (float64, bool) {
	n, unit := 0.0, 1.0
	for i := last; i >= start && (isDigit(r[i]) || r[i] == ','); i-- {
		if r[i] != ',' {
			n, unit = n+unit*float64(r[i]-'0'), unit*10
		}
	}
	return n, true
}

// begun says whether a clause reports only the beginning of an act that has an end, where the plan did not ask for its beginning:
// 「運転方法の検証を開始した」. What runs for good once begun (配信を開始した) is done.
func (v *view) begun(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" || c.tense != past {
		return false
	}
	text := string(s.r[c.start:c.end])
	for _, p := range v.planClauses() {
		k := p.clause()
		if w := k.verb; len([]rune(w)) > 1 && (k.stage == studying || k.stage == drafting) {
			for _, begin := range []string{"を開始", "を始め", "に着手", "に取り掛か", "に入っ", "が始ま"} {
				if strings.Contains(text, w+begin) && !containsRunes(v.planText, []rune("開始")) && !containsRunes(v.planText, []rune("着手")) {
					return true
				}
			}
		}
	}
	return false
}

// beginsStep says whether what a clause begins is a step that leads up to another act: 「聞き取りを始めた」.
func beginsStep(s *sentence, c *clause) bool {
	for _, h := range s.hits {
		if h.cue != "prepare" || h.start < c.start || h.end > c.end {
			continue
		}
		for _, w := range []string{"を始め", "を開始", "に着手", "に取り掛か", "に入っ"} {
			if hasRunes(s.r, h.end, w) || hasRunes(s.r, h.end-1, w) {
				return true
			}
		}
	}
	return false
}

// besideTheAct says whether a clause that speaks of little (来訪者は９名にとどまった) speaks of something else than what the clause
// before it reports as done, so that the act was carried out and what came of it was little.
func (v *view) besideTheAct(s *sentence, c *clause) bool {
	if v.rd.lang.Code == "en" {
		return v.besideEn(s, c)
	}
	if (v.toldDone(c) || s.servedAll(c)) && (v.measuresWorld(s, c) || v.onlySmall(s, c)) {
		return true
	}
	if overlap(v.u.core, c.features, nil) > 0 || overlap(v.u.features, c.features, nil) > 1 {
		return false
	}
	for _, r := range v.u.results {
		for i := range r.clauses {
			if o := &r.clauses[i]; (r != s || o.end <= c.start) && !o.negated && (o.tense == past || o.inherits) && v.planHasVerb(o.verb) {
				return true
			}
		}
	}
	return false
}

// measuresWorld says whether what a clause calls small or below something is measured in the world or came of itself, and was not
// for the planner to do: 「損壊の割合は…にとどまった」, 「暫定目標値を下回った」, 「応募は９件にとどまった」.
func (v *view) measuresWorld(s *sentence, c *clause) bool {
	for _, h := range s.hits {
		if h.cue == "measured" && h.start >= c.start && h.end <= c.end && !hasRunes(s.r, h.end, "により") && !hasRunes(s.r, h.end, "によって") && !hasRunes(s.r, h.end, "のため") && !containsRunes(v.planText, s.r[h.start:h.end]) {
			return true
		}
	}
	return false
}

// onlySmall says whether all that a clause says is that something is few or small, and that is none of the plan's acts: 「豚熱が確認された
// 農場は５か所にとどまっている」, not 「設置は５か所にとどまった」.
func (v *view) onlySmall(s *sentence, c *clause) bool {
	small := false
	for _, h := range s.hits {
		if h.cue != "part-strong" || h.start < c.start || h.end > c.end {
			continue
		}
		w := string(s.r[h.start:h.end])
		if small = strings.Contains(w, "とどま") || strings.Contains(w, "留ま") || strings.Contains(w, "下回") || strings.Contains(w, "すぎな"); !small {
			return false
		}
	}
	if !small || s.has("out-of", c.start, c.end) || s.has("all-areas", c.start, c.end) && len(v.universals(v.planClauses())) > 0 {
		return false
	}
	for _, p := range v.planClauses() {
		if w := []rune(p.clause().verb); len(w) > 0 && containsRunes(s.r[c.start:c.end], w) {
			return false
		}
	}
	return true
}

// toldDone says whether another clause of the results reports the planned act as done, by its own verb and without a limit.
func (v *view) toldDone(but *clause) bool {
	for _, s := range v.u.results {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c != but && !c.negated && (c.tense == past || c.inherits) && (c.kind == mainClause || endsWith(trimMarks(s.r[c.start:c.end]), "結果")) && (v.planHasVerb(c.verb) || v.planHasWago(s, c)) && !s.has("part-strong", c.start, c.end) && !s.has("not-reached", c.start, c.end) {
				return true
			}
		}
	}
	return false
}

// otherPartsGoOn says whether another sentence of the next plan goes on, in words of the plan, with what the plan promised in a
// list or several acts, while the one of f gives up a part that it names: 「①及び②を引き続き行う。なお、③は中止する。」
func (v *view) otherPartsGoOn(f found) bool {
	if v.rd.lang.Code == "en" {
		return v.othersGoOnEn(f)
	}
	if f.s.self || len(v.u.plan) == 0 || overlap(f.c.features, v.planSet, nil) == 0 || f.s.has("besides", 0, len(f.s.r)) {
		return false
	}
	several := len(v.u.plan) > 1
	for _, s := range v.u.plan {
		several = several || len(s.lists) > 0 || len(s.clauses) > 2
	}
	for _, p := range v.plannedParts() {
		c := p.clause()
		if several && p.s != f.s && !v.tellsFate(p) && !p.s.has("upkeep", c.start, c.end) && len(c.features) > 1 && overlap(c.features, v.planSet, nil) >= 0.6*float64(len(c.features)) {
			return true
		}
	}
	return false
}

// partElsewhere finds a sentence that puts a part of what was promised into another item while the rest goes on here.
func (v *view) partElsewhere() *found {
	for _, cue := range []string{"merge", "move"} {
		for _, f := range v.says(v.u.next, cue) {
			if f.c.kind == mainClause && !f.c.negated && !v.inPlan(f) && f.s.has("elsewhere", 0, len(f.s.r)) && v.otherPartsGoOn(f) {
				return &f
			}
		}
	}
	return nil
}

// wholeCountry and somePlace are how a promise says where it holds.
var (
	wholeCountry = newWordSet("全国において", "全国で", "全国を対象", "全国に広げ", "全国へ広げ", "全都道府県において", "全都道府県で")
	somePlace    = newWordSet("圏において", "圏で", "地方において", "地方で", "県において", "県で", "市において", "市内において", "管内において", "管内で", "地区において", "地域において", "沿岸において")
)

// area compares where the promises hold: 三大都市圏において → 全国において, or the other way.
func (v *view) area(from, to []part, toWords, fromWords *wordSet) (Evidence, bool) {
	whole := func(p part) bool { return strings.Contains(p.s.Text, "全") }
	if v.rd.lang.Code != "ja" || !slices.ContainsFunc(from, whole) && !slices.ContainsFunc(to, whole) {
		return Evidence{}, false // neither names the whole country
	}
	if _, had := wordIn(from, toWords); had {
		return Evidence{}, false
	}
	if _, had := wordIn(from, fromWords); !had {
		return Evidence{}, false
	}
	if _, kept := wordIn(to, fromWords); kept {
		return Evidence{}, false
	}
	return wordIn(to, toWords)
}

func wordIn(parts []part, words *wordSet) (Evidence, bool) {
	for _, p := range parts {
		c := p.clause()
		for i := c.start; i < c.end; i++ {
			if n := words.at(p.s.r, i); n > 0 {
				return p.s.quote(max(c.start, i-6), i+n), true
			}
		}
	}
	return Evidence{}, false
}

// doneLater says whether a later clause of the sentence tells that the act was done.
func (v *view) doneLater(s *sentence, c *clause) bool {
	for i := range s.clauses {
		if o := &s.clauses[i]; o.start >= c.end && !o.inherits && v.reportOf(s, o, i == len(s.clauses)-1) == saysDone {
			return true
		}
	}
	return false
}

// goesOnLater says whether a later clause of the sentence is still in the course of being done.
func (v *view) goesOnLater(s *sentence, c *clause) bool {
	n := len(s.clauses) - 1
	k := v.lastReport(s, c)
	return v.rd.lang.Code == "ja" && (k == saysUnderWay || k == saysGoing && !s.has("resultative", s.clauses[n].start, s.clauses[n].end))
}

// notLater says whether the last clause of the sentence tells that the act was not done.
func (v *view) notLater(s *sentence, c *clause) bool {
	return v.rd.lang.Code == "ja" && v.lastReport(s, c) == saysNotDone
}

func (v *view) lastReport(s *sentence, c *clause) report {
	n := len(s.clauses) - 1
	if c.start >= s.clauses[n].start {
		return saysNothing
	}
	return v.reportOf(s, &s.clauses[n], true)
}

// forGood says whether what a clause of the results calls off is what would have come later: 「今年度をもって取りやめとなった」.
func (v *view) forGood(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" || len(v.u.results) < 2 && !(c.start > 0 && v.promisesVerb(s.clauses[0].verb) && !s.clauses[0].negated) {
		return false
	}
	for _, h := range s.hits {
		if h.cue == "for-good" && h.start >= c.start && h.end <= c.end {
			return true
		}
	}
	return false
}

// planHasWago says whether the plan promises an act by the same kanji with other kana between and behind them: 貸し出した of 貸出し,
// 取り付けた of 取付け. One kanji alone says too little.
func (v *view) planHasWago(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	w := wagoOf(trimMarks(s.r[c.start:c.end]))
	return len(w) > 1 && v.planHasKanji(string(w))
}

// wagoOf returns the kanji of the verb that ends a clause, joined over one kana: 貸出 of 貸し出した.
func wagoOf(t []rune) []rune {
	for len(t) > 0 && isHira(t[len(t)-1]) {
		t = t[:len(t)-1]
	}
	var out []rune
	for i := len(t) - 1; i >= 0; i-- {
		switch {
		case isHan(t[i]):
			out = append([]rune{t[i]}, out...)
		case isHira(t[i]) && i > 0 && isHan(t[i-1]) && len(out) > 0 && len(out) < 3 && strings.ContainsRune("しりいきちびみえけてめれげせち", t[i]):
		default:
			return out
		}
		if len(out) > 3 {
			return nil
		}
	}
	return out
}

// theRest says whether a number counts what was still left to do and is done now: 「残る約６千点の変換が済み」.
func (v *view) theRest(a amount) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	c := a.s.clauseAt(a.Span.Start)
	if hasRunes(a.s.r, a.Span.End, "を除") {
		return true // 「５組を除く11組」
	}
	for _, w := range []string{"残る", "残り", "残って", "残され", "最後の", "最後まで", "未了の", "未整備の", "未実施の", "未対応の"} {
		if containsRunes(a.s.r[max(c.start, a.Span.Start-12):a.Span.Start], []rune(w)) {
			return c.tense == past && !c.negated
		}
	}
	return false
}
