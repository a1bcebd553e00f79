package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// sameAct says whether a result does with the same thing what a plan promises, by the words themselves: 「催しを全国で開く」,
// 「催しを14か所で開いた」. Nouns of one kanji and kana (集い, ちらし) make no features of weight.
func sameActJa(u *unit, r *sentence) bool {
	for _, s := range u.plan {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind != mainClause || c.tense != planned {
				continue
			}
			verb, object := actJa(s, c)
			if len(verb) == 0 || len(object) == 0 {
				continue
			}
			for k := range r.clauses {
				if o := &r.clauses[k]; o.kind == mainClause {
					v, ob := actJa(r, o)
					if n := commonEnd(object, ob); len(v) > 0 && v[len(v)-1] == verb[len(verb)-1] && n >= 2 && (n == len(ob) || isHan(ob[len(ob)-n])) && !isLight(ob[len(ob)-n:]) {
						return true
					}
				}
			}
		}
	}
	return false
}

// actJa is what a clause does, by its kanji, and to what, up to the particle or comma before it.
func actJa(s *sentence, c *clause) (verb, object []rune) {
	t := trimMarks(s.r[c.start:c.end])
	k := lastIndex(t, 'を')
	if k < 1 {
		return nil, nil
	}
	verb = wagoOf(t[k+1:])
	if t[k-1] == '」' && k > 1 { // 「食育担い手の集い」を
		k--
	}
	from := k
	for from > 0 && !isMark(t[from-1]) {
		from--
	}
	return verb, t[from:k]
}

func isMark(c rune) bool {
	return c == '、' || c == 'は' || c == '「' || c == '」' || c == '(' || c == ')'
}

// isLight says whether words are ones that many acts have for their object: 取組, 事業, 支援.
func isLight(r []rune) bool {
	return slices.Contains([]string{"取組", "事業", "施策", "支援", "措置", "対応", "こと", "もの", "対策", "検討"}, string(r))
}

// commonEnd is how many runes two stretches share at their ends.
func commonEnd(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// stateWasJa end a clause on what others were doing or were not.
var stateWasJa = []string{"ていた", "でいた", "ていなかった", "でいなかった"}

// statesJa says whether a result tells how things are in the world and not what somebody did: 「投票率は前回を２ポイント下回った」. What
// counts an act (利用件数, 参加者) tells of the act.
func (s *sentence) statesJa() bool {
	if len(s.words) > 0 || !s.endsIn("world-state") && !endsWith(trimMarks(s.r), stateWasJa...) || s.has("act-count", 0, len(s.r)) {
		return false
	}
	c := &s.clauses[len(s.clauses)-1]
	for i := range s.clauses[:len(s.clauses)-1] {
		if o := &s.clauses[i]; o.kind == mainClause && !endsWith(trimMarks(s.r[o.start:o.end]), "あり", "おり", "なり", "あったが", "かったが", "上回り", "下回り", "増え", "減り", "増加し", "減少し", "上昇し", "低下し", "推移し", "占め", "伸び", "落ち込み", "横ばいで", "上り", "達し") {
			return false // somebody did something before
		}
	}
	from := c.start
	if endsWith(trimMarks(s.r[c.start:c.end]), "多かった", "少なかった", "高かった", "低かった", "大きかった", "小さかった", "目立った", "顕著であった") {
		for i := c.end - 1; i > from; i-- { // 「原因別に見ると、直前横断によるものが最も多かった」: only behind what is so
			if s.r[i] == 'が' || s.r[i] == 'は' && !hasRunes(s.r, i-1, "又は") {
				from = i
			}
		}
	}
	if t := trimMarks(s.r[c.start:c.end]); endsWith(t, stateWasJa...) {
		return (len(s.clauses) > 1 || containsRunes(t, []rune("で、"))) && slices.Contains(t, 'は') // 「食中毒は21件であり、患者の多くは家庭で採ったものを食べていた」
	}
	for i := from; i < c.end; i++ { // 前回を上回った has a を of its own
		if s.r[i] == 'を' && !s.has("compared", max(0, i-6), i+1) {
			return false
		}
	}
	return true
}

// tells says whether a result has an act of the plan's promises for a word of its own.
func (u *unit) tells(r *sentence) bool {
	for _, s := range u.plan {
		for i := range s.clauses {
			c := &s.clauses[i]
			w := []rune(c.verb)
			if c.kind != mainClause || len(w) == 0 || len(w) == 1 && (len(s.words) > 0 || allIn(w, lightJa)) {
				continue
			}
			for k := range r.r {
				if startsAt(r.r, k, w) && (len(w) > 1 || k+2 < len(r.r) && isHira(r.r[k+1]) && (r.r[k+1] == 'た' || r.r[k+2] == 'た' || r.r[k+2] == 'だ')) {
					return true // 渡した of 渡す
				}
			}
		}
	}
	return u.foundBy(r)
}

// foundBy says whether a result tells what the act of a commitment found, which it names at its beginning: 「水路における測定では、濃度が下がった」 where
// the plan says 水路において効果を測る.
func (u *unit) foundBy(r *sentence) bool {
	if len(r.words) > 0 {
		return false
	}
	for i := 2; i < min(30, len(r.r)); i++ {
		if foundAt.at(r.r, i) == 0 {
			continue
		}
		w := r.r[runStart(r.r, i):i]
		for _, s := range u.plan {
			for k := range s.clauses {
				c := &s.clauses[k]
				if v := []rune(c.verb); c.kind == mainClause && len(v) > 0 && len(w) > 1 && isHan(v[0]) && !lightVerbJa(v[0]) && slices.Contains(w, v[0]) {
					return true
				}
			}
		}
		return false
	}
	return false
}

// foundAt are the words that stand behind the act that found what is told.
var foundAt = newWordSet("では、", "においては、", "の結果、", "の結果では、", "によると、", "によれば、", "からは、", "を通じて、", "により、", "の結果は、")

// underWayJa says whether a result tells of something that somebody is at: 「地権者との話合いを進めている」, 「工事が進んでいる」.
func (s *sentence) underWayJa() bool {
	c := &s.clauses[len(s.clauses)-1]
	if len(s.words) > 0 || c.tense != ongoing || c.negated {
		return false
	}
	if endsWith(trimMarks(s.r[c.start:c.end]), "続いている", "続けられている", "重ねられている", "進められている", "行われている", "持たれている") {
		return s.has("ask-act", c.start, c.end) || s.has("prepare", c.start, c.end) || s.has("act-noun", c.start, c.end)
	}
	return s.has("under-way", c.start, c.end) || s.has("prepare", c.start, c.end) || lastIndex(s.r[c.start:c.end], 'を') >= 0
}

// onTheWay links what is on its way with the only commitment of an item of whose results nothing else speaks of it: steps towards an act
// (用地の取得, 仕様の詰め) rarely share its words.
func onTheWay(units []*unit, results []*sentence) {
	if len(units) != 1 || len(units[0].results) > 0 {
		return
	}
	for _, r := range results {
		if r.underWayJa() && !disjointBy(units[0].by, r.by) {
			link(&units[0].results, r)
		}
	}
}

// studies says whether all that the commitment promises is a study.
func (u *unit) studies() bool {
	top := noStage
	for _, s := range u.plan {
		for i := range s.clauses {
			if c := &s.clauses[i]; c.kind == mainClause {
				top = max(top, c.stage)
			}
		}
	}
	return top == studying
}

// stepOfStudy says whether a result tells of what a study consists of: 「関係省庁の会議を３回開催し、要件を整理した」.
func (s *sentence) stepOfStudy() bool {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.kind != mainClause {
			continue
		}
		for _, h := range s.hits {
			if (h.cue == "prepare" || h.cue == "stage-study" || h.cue == "ask-act") && h.start >= c.start && h.end <= c.end && (predicateJa(s, c, h) || s.r[h.end] == 'が' && c.end-h.end < 16) {
				return true
			}
		}
	}
	return false
}

// joinsActsJa join one act to another.
var joinsActsJa = newWordSet("とともに", "行うほか", "するほか", "併せて、")

// actUnreported says whether of acts that the plan joins by とともに or ほか one is told by its verb and another nowhere at all.
func (v *view) actUnreported() bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	told, untold := false, false
	for _, s := range v.u.plan {
		if !joinsActsJa.in(s.r) {
			continue
		}
		set, text := gather(v.allResults)
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind != mainClause || c.tense != planned || c.inherits || c.verb == "" || i+1 < len(s.clauses) && s.clauses[i+1].kind == purposeClause {
				continue // 「誤りを減らすとともに負担を軽くするため、」
			}
			own := v.rd.featuresOf(append([]rune(c.verb), append([]rune("、"), []rune(c.object)...)...))
			switch {
			case len(own) == 0:
				return false
			case len([]rune(c.verb)) > 1 && containsRunes(text, []rune(c.verb)):
				told = true
			case overlap(c.features, set, nil) == 0:
				untold = true
			}
		}
	}
	return told && untold
}

// couldVerbs are kanji of verbs by the kana in which they say that somebody is able to: 結べる, 開ける, 行える.
var couldVerbs = map[rune]string{'べ': "結運選呼並学遊飛", 'め': "組読住頼積込", 'え': "行使扱会払買整", 'け': "開置書聞届付働続築招動裂", 'せ': "出示渡果貸移起回探直試", 'て': "持待立建", 'げ': "防急", 'れ': "取送配図作入限"}

// couldNot says whether a clause reports in the past that somebody was not able to do something: 「契約を結べなかった」, 「会場を取れず」.
func couldNot(s *sentence, c *clause) bool {
	if len(s.words) > 0 || !c.negated {
		return false
	}
	t := trimMarks(s.r[c.start:c.end])
	for _, w := range []string{"なかった", "なかったため", "なかったことから", "なかったものの", "なかったが", "ず", "ていない", "ておらず", "ていないため", "ていないことから"} {
		if !endsIn(t, w) {
			continue
		}
		t = t[:len(t)-len([]rune(w))]
		return len(t) > 2 && strings.ContainsRune(couldVerbs[t[len(t)-1]], t[len(t)-2])
	}
	return false
}

// contrastFrom says whether a clause, or one behind it, is outweighed by what follows: …ものの、 …が、.
func (s *sentence) contrastFrom(c *clause) bool {
	for i := range s.clauses {
		if o := &s.clauses[i]; o.start >= c.start && o.contrast {
			return true
		}
	}
	return false
}

// placeTopic says whether a clause speaks of one place or group among others: 「福岡市では」, 「５県については」.
func (s *sentence) placeTopic(c *clause) bool {
	for i := c.start + 2; i+1 < c.end; i++ {
		if s.r[i] == 'は' && isWordJa(s.r[i-2]) && (s.r[i-1] == 'で' || s.r[i-1] == 'に' || s.r[i-1] == 'と') || hasRunes(s.r, i, "については") || hasRunes(s.r, i, "においては") {
			return true
		}
	}
	return false
}

// noneOfIt says whether a clause tells that there is not one of what the planned act was done to: 「配備の行われた車両は１台もない」.
func (v *view) noneOfIt(s *sentence, c *clause) bool {
	if len(s.words) > 0 || !c.negated {
		return false
	}
	t := trimMarks(s.r[c.start:c.end])
	if endsWith(t, "はない", "はなかった", "はいない", "はいなかった", "はない状況にある", "は皆無である") && !v.toldDone(c) {
		for _, p := range v.planClauses() { // 「膜を張った灯台はない」
			w := []rune(p.clause().verb)
			for i := 0; len(w) > 0 && !allIn(w, lightJa) && i+len(w)+3 < len(t); i++ {
				if !startsAt(t, i, w) {
					continue
				}
				for k := i + len(w); k < min(i+len(w)+4, len(t)-3); k++ {
					if t[k] == 'た' && isWordJa(t[k+1]) && lastIndex(t, 'は') <= k+9 {
						return true
					}
				}
			}
		}
	}
	if !endsWith(t, "もない", "もなかった", "もいない", "もいなかった", "もなし") {
		return false
	}
	k := lastIndex(t, 'も')
	n := k
	for n > 0 && n > k-4 && t[n-1] != '1' && t[n-1] != '一' && t[n-1] != 'つ' {
		n--
	}
	if n == 0 || n == k-4 {
		return false
	}
	for _, p := range v.planClauses() {
		if w := []rune(p.clause().verb); len(w) > 1 && containsRunes(t[:n], w) && !v.toldDone(c) {
			return true
		}
	}
	return false
}

// leftUndone says whether a clause ends what it had not come to: 「全国への展開は行わないまま取りやめた」.
func (v *view) leftUndone(s *sentence, c *clause) bool {
	if len(s.words) > 0 || c.tense != past && !c.inherits || !v.planHasVerb(c.verb) {
		return false
	}
	return containsRunes(s.r[c.start:c.end], []rune("ないまま")) || containsRunes(s.r[c.start:c.end], []rune("ずに終")) || containsRunes(s.r[c.start:c.end], []rune("ずじまい"))
}

// besideThePlan says whether a clause tells of something done by another verb than the plan's to another object, in a sentence of its own.
func (v *view) besideThePlan(s *sentence, c *clause) bool {
	if v.planHasVerb(c.verb) || v.planHasCompound(c.verb) || v.planHasWago(s, c) || s.has("complete", c.start, c.end) || allIn([]rune(c.verb), lightJa) {
		return false
	}
	return overlap(v.u.core, c.features, nil) == 0 && kinFar(v.u, c)
}

// kinFar says whether the verb and object of a clause have no meaning in common with those of what a commitment promises.
func kinFar(u *unit, c *clause) bool {
	does := kinOf([]rune(c.verb), []rune(c.object))
	for _, p := range u.plan {
		for i := range p.clauses {
			k := &p.clauses[i]
			if k.kind == mainClause && slices.ContainsFunc(kinOf([]rune(k.verb), []rune(k.object)), func(m string) bool { return slices.Contains(does, m) }) {
				return false
			}
		}
	}
	return true
}

// onlySoFarJa says whether a clause tells how far something has come, short of its end: 「ひな形を作るところまで進んだ」, 「半ばまで進んだ」.
func (v *view) onlySoFarJa(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" || c.negated {
		return false
	}
	t := trimMarks(s.r[c.start:c.end])
	if lastAt(t, "まで") < 0 {
		return false
	}
	for _, w := range []string{"ところまで", "段階まで", "半ばまで", "途中まで", "手前まで", "中途まで", "入口まで", "入り口まで", "分まで", "割まで", "割方まで"} {
		if k := lastAt(t, w); k >= 0 && len(t)-k <= len([]rune(w))+9 {
			return !containsRunes(v.planText, []rune(w))
		}
	}
	return false
}

// lastAt is where a word stands last in r, -1 if nowhere.
func lastAt(r []rune, w string) int {
	for i := len(r) - 1; i >= 0; i-- {
		if hasRunes(r, i, w) {
			return i
		}
	}
	return -1
}

// besideJa says whether a clause tells what some of those whom the act reached did then: 「助言を行い、うち12市町村が工事に入った」.
func (v *view) besideJa(s *sentence, c *clause, same bool) bool {
	if v.rd.lang.Code != "ja" || same || c.negated || c.start == 0 {
		return false
	}
	i := c.start
	for _, w := range []string{"その", "この"} {
		if hasRunes(s.r, i, w) {
			i += 2
		}
	}
	if !hasRunes(s.r, i, "うち") || v.namesAct(s, c) {
		return false
	}
	return s.subjectOwn(c)
}

// exceptSomeJa says whether a clause leaves out some of the many that the plan names: 「４局を除く46局において開かれた」.
func (v *view) exceptSomeJa(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" || c.negated || c.tense == planned && !c.inherits || containsRunes(v.planText, []rune("除")) {
		return false
	}
	all := 0.0
	for _, a := range amountsOf(v.planClauses()) {
		if a.Kind == lang.Count {
			all = max(all, a.Value)
		}
	}
	for _, q := range s.quantities {
		if q.Span.Start >= c.start && q.Span.End <= c.end && q.Kind == lang.Count && hasRunes(s.r, q.Span.End, "を除") && (q.Value < all || all == 0 && len(v.universals(v.planClauses())) > 0) {
			return true
		}
	}
	return false
}

// firstStepJa says whether a clause tells only that the step was carried on which the plan takes on its way to an end that has a date: 「構築を進めた」 of
// 「構築を進め、12月までに新たな回線に移す」.
func (v *view) firstStepJa(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" || c.negated || c.verb == "" || !s.has("under-way", c.start, c.end) {
		return false
	}
	for _, p := range v.planClauses() {
		k := p.clause()
		last := &p.s.clauses[len(p.s.clauses)-1]
		if k == last || k.verb != c.verb || !p.s.has("under-way", k.start, k.end) || last.kind != mainClause || len(last.verb) == 0 {
			continue
		}
		if d, _, ok := deadlineOf([]part{{p.s, len(p.s.clauses) - 1}}); !ok || d.To == 0 {
			continue
		}
		told := slices.ContainsFunc(v.u.results, func(r *sentence) bool { return containsRunes(r.r, []rune(last.verb)) || r.has("complete", 0, len(r.r)) })
		if !told {
			return true
		}
	}
	return false
}
