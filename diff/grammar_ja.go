package diff

import (
	"slices"
	"strings"
	"unicode/utf8"
)

var grammarJa = grammar{parse: parseJa, predicate: predicateJa, heads: headsJa, core: coreJa, gap: 4}

// connective says what the end of a stretch of text before 、 makes of it.
type connective struct {
	text  string
	runes []rune
	kind  clauseKind
	join  bool // no boundary: the stretch is an adverbial of the clause that follows
}

// connectivesJa by their last rune, in the order in which they are tried: longer and more particular ones first.
var connectivesJa = func() map[rune][]connective {
	out := map[rune][]connective{}
	add := func(kind clauseKind, join bool, words string) {
		for _, w := range strings.Fields(words) {
			r := []rune(w)
			last := r[len(r)-1]
			out[last] = append(out[last], connective{w, r, kind, join})
		}
	}
	add(reasonClause, false, `ことをもって ことをもち 済みのため 完了のため 終了のため 達成のため 満了のため 廃止のため 終了により 完了により 廃止により 満了により ことを踏まえて ことを踏まえ を踏まえて を踏まえつつ を踏まえ を受けて を受け ことに伴い に伴って に伴い に鑑み に照らし ことから ところから ことにより ことなどから などから ことも踏まえ も踏まえつつ も踏まえて も踏まえ も考慮し も勘案し ことを勘案し ことに留意し ことを考慮し ことを念頭に ことを念頭に置き ことを念頭に置いて ことを念頭に置きつつ ことを想定し ことを背景に ことを背景として ことを機に ことを見据え ことを憂慮し ことを重く見て ことを懸念し ことを問題視し ことに対応し ことに配慮し ことに配意し ことに留意しつつ ことなどを踏まえ ことなどに鑑み おそれがあり 状況にあり したため ったため いたため れたため なため であるため ているため えたため いため ので 中で 中 を契機として を契機に に基づいて に基づき に従い に則り にのっとり 結果 の反省から`)
	add(ifClause, false, `場合においては 場合において 場合には 場合は 場合に 場合 際には 際に 際は に際しては に際して に際し に当たっては に当たって に当たり にあたっては にあたって にあたり ときには ときは ときに とき 折には 折に 都度 次第`)
	add(purposeClause, false, `観点から 観点も踏まえ ためには ために ため ように よう べく に向けて に向け を目指して を目指し を目的として を目的に に資するよう に備えて に備え`)
	add(mainClause, true, `引き続き 引続き のうち のうちから の中から のほか に加えて に加え に対しては に対して に対し に関しては に関して に関し については について につき においても においては において によっては によって により に応じて に応じ に準じて に準じ に加えて に加え に限って に限り に代えて に代え に代わって に代わり に替えて を通じて を通じ を含めて を含め を対象として を対象とし を対象に として と連携して と連携し と連携の上 と協力して と協力し と共同して と共同し と協働して と協働し を中心として を中心に を経て を得て を得つつ を得ながら を活用しつつ を用いて を用い をもって を基にして を基に にかかわらず を問わず に併せて に合わせて に合わせ と併せて と合わせて を目途に を目途として を念頭に を軸に に先立ち に続き の下で の下 のもと 及び 並びに 例えば 主として 特に 更に 併せて あわせて 加えて 従って 次いで さらに また まず なお 次に 具体的には その際 とりわけ 等により`)
	add(mainClause, false, `とともに ほか 一方で 一方 ものの つつ ながら 上で うえで 後に 後 が て で し い り き け め べ れ せ ち び え ず み ぎ げ ね ぜ じ`)
	return out
}()

// connectiveJa finds what ends r[start:end), and how long it is.
func connectiveJa(r []rune, start, end int) (connective, int, bool) {
	if end <= start {
		return connective{}, 0, false // a comma that opens a sentence
	}
	for _, c := range connectivesJa[r[end-1]] {
		n := len(c.runes)
		if end-n < start || !startsAt(r, end-n, c.runes) {
			continue
		}
		if (c.text == "を受け" || c.text == "を受けて") && !endsWith(r[start:end-n], "意見", "指摘", "結果", "提言", "改正", "要望", "こと", "事案", "答申", "勧告", "決定", "変化", "状況", "高騰", "流行", "災害") {
			return connective{c.text, c.runes, mainClause, false}, n, true // 提供を受け、
		}
		if c.text == "ことにより" && end-n > start && strings.ContainsRune("るうくすつむぶぐ", r[end-n-1]) {
			return connective{c.text, c.runes, mainClause, false}, n, true // 研修を行うことにより、: the act, said as a means
		}
		if c.text == "中" && end-n > start && !isHira(r[end-n-1]) {
			return connective{c.text, c.runes, mainClause, true}, n, true // 春の運動の期間中、: when, and not why
		}
		if c.text == "後" && end-2 >= start && strings.ContainsRune("今以その直最午前戦爾老死", r[end-2]) {
			return connective{c.text, c.runes, mainClause, true}, n, true // 今後、: an adverb
		}
		if (c.text == "に向けて" || c.text == "に向け") && toPersonsJa(r[start:end-n]) {
			return connective{c.text, c.runes, mainClause, true}, n, true // 司書に向けて、: to whom, and not what for
		}
		if n == 1 && !c.join { // a verb's own ending: what is before it must be a verb
			switch c.text {
			case "が":
				if end-2 < start || !strings.ContainsRune("たるいうくすつむぶぐだ", r[end-2]) || r[end-2] == 'い' && end-3 >= start && strings.ContainsRune(nounsInI, r[end-3]) {
					return c, n, false
				}
			case "て", "で":
				if end-2 < start || !isHira(r[end-2]) && !isHan(r[end-2]) || c.text == "で" && r[end-2] != 'ん' {
					return c, n, false
				}
			default:
				if c.text == "ち" && (endsWith(r[start:end], "うち") || endsWith(r[start:end], "のち")) {
					return c, n, false // 17言語のうち、
				}
				if nounInKanaJa(r, end) {
					return c, n, false // 窓口への備置き、
				}
				if end-2 < start || isKana(r[end-2]) && c.text != "し" || r[end-2] < 0x80 {
					return c, n, false
				}
			}
		}
		return c, n, true
	}
	return connective{}, 0, false
}

func hasRunes(r []rune, i int, w string) bool {
	if i < 0 {
		return false
	}
	if i < len(r) && len(w) > 2 && w[0]>>4 == 0xE && rune(w[0]&0xF)<<6|rune(w[1]&0x3F) != r[i]>>6 {
		return false // by the first two of three bytes; asked of every rune, so worth it
	}
	for _, c := range w {
		if i >= len(r) || r[i] != c {
			return false
		}
		i++
	}
	return true
}

func endsWith(r []rune, words ...string) bool {
	for _, w := range words {
		if endsIn(r, w) {
			return true
		}
	}
	return false
}

// endsIn compares from the end, where most words differ already.
func endsIn(r []rune, w string) bool {
	for n, i := len(r), len(w); i > 0; n-- {
		c, size := rune(0), 3
		if i >= 3 && w[i-3]>>4 == 0xE { // kana and kanji, without a call
			c = rune(w[i-3]&0xF)<<12 | rune(w[i-2]&0x3F)<<6 | rune(w[i-1]&0x3F)
		} else {
			c, size = utf8.DecodeLastRuneInString(w[:i])
		}
		if n == 0 || r[n-1] != c {
			return false
		}
		i -= size
	}
	return true
}

// termsJa are the words by which an adverbial tells for whom, how far or by what other means an act is done.
var termsJa = newWordSet("に限って", "に限り", "に代え", "に替え", "に代わり", "を対象と", "を対象に", "も対象と", "も対象に")

// parseJa cuts a sentence into clauses and lists and says what kind of sentence it is.
func parseJa(rd *reader, s *sentence) {
	r := s.r
	from, to := outerJa(r)
	deep, terms := 0, 0
	start := from
	for i := from; i < to; i++ {
		switch r[i] {
		case '(', '「', '『', '[', '〔':
			deep++
		case ')', '」', '』', ']', '〕':
			deep--
		case '、':
			if deep > 0 {
				continue
			}
			c, n, ok := connectiveJa(r, start, i)
			if ok && c.join && termsJa.in(r[start:i]) || endsWith(r[start:i], "規模で", "頻度で", "回数で", "体制で") {
				terms = i + 1
			}
			if ok && terms > start && (c.kind == purposeClause || c.kind == reasonClause) { // 「対象を…に限って、…を防ぐため、」: no part of why
				s.clauses = append(s.clauses, clause{start: start, end: terms})
				readPredicateJa(s, &s.clauses[len(s.clauses)-1], terms-1, connective{})
				start = terms
			}
			if !ok || c.join || c.kind == mainClause && orDescribesJa(r, i+1) {
				continue
			}
			s.clauses = append(s.clauses, clause{start: start, end: i + 1, kind: c.kind})
			readPredicateJa(s, &s.clauses[len(s.clauses)-1], i-n, c)
			start = i + 1
		case 'と': // とともに without a comma
			if deep == 0 && hasRunes(r, i, "とともに") && i > start && isVerbEndJa(r[i-1]) && !hasRunes(r, i+4, "、") {
				s.clauses = append(s.clauses, clause{start: start, end: i + 4})
				readPredicateJa(s, &s.clauses[len(s.clauses)-1], i, connective{text: "とともに"})
				start = i + 4
			}
		}
	}
	if start < to || len(s.clauses) == 0 {
		s.clauses = append(s.clauses, clause{start: start, end: len(r)})
		readPredicateJa(s, &s.clauses[len(s.clauses)-1], to, connective{})
	}
	s.clauses[len(s.clauses)-1].end = len(r)
	// 「調査し、公表した」: a verb without a tense of its own has that of the next one that has
	for i := len(s.clauses) - 2; i >= 0; i-- {
		c := &s.clauses[i]
		if c.kind == mainClause && c.tense == planned && !endsPlanned(r, c) {
			c.tense, c.inherits = s.clauses[i+1].tense, true
			if c.tense == ongoing {
				c.tense = s.clauses[len(s.clauses)-1].tense
			}
		}
	}
	s.spreadReasons()
	s.hits = append(slices.DeleteFunc(s.hits, func(h hit) bool { return h.cue == "elsewhere" && h.start <= 1 && hasRunes(r, h.start, "再掲") }), placesJa(r)...)
	s.hits = append(s.hits, statusJa(s)...)
	for _, h := range s.hits {
		s.classes |= classBit(h.cue)
	}
	s.lists = listsJa(s)
	s.leadIn = s.has("lead-in", 0, len(r)) || announcesJa(r)
	s.joins = s.startsWith("continues", from)
	s.follows = s.startsWith("follows", from) || s.startsWith("continues", from)
	s.self = s.has("this-measure", 0, len(r))
	last := &s.clauses[len(s.clauses)-1]
	s.promises = last.tense == planned && !s.endsIn("stative") && !endsInQuality(r[last.start:last.end])
}

// endsPlanned says whether the clause has the tense of a plan by itself: 「…するとともに、」.
func endsPlanned(r []rune, c *clause) bool {
	t := trimMarks(r[c.start:c.end])
	if endsWith(t, "とともに") {
		t = t[:len(t)-4]
	} else if endsWith(t, "ほか") {
		t = t[:len(t)-2]
	} else {
		return false
	}
	return len(t) > 0 && t[len(t)-1] != 'た'
}

func trimMarks(r []rune) []rune {
	for len(r) > 0 && (r[len(r)-1] == '。' || r[len(r)-1] == '、' || r[len(r)-1] == ')' || r[len(r)-1] == ' ' || r[len(r)-1] == '.') {
		r = r[:len(r)-1]
	}
	return r
}

func isVerbEndJa(c rune) bool { return strings.ContainsRune("るうくすつむぶぐたい", c) }

// lightJa are kanji of verbs that say only that something is done: the act is their object.
const lightJa = "行図進講努実施取組推予定至得終達迎着手開始続継重深急直"

// readPredicateJa fills tense, negation, verb, object and stage of a clause whose words end at end.
func readPredicateJa(s *sentence, c *clause, end int, by connective) {
	t := trimMarks(withoutAside(s.r[c.start:end]))
	c.contrast = by.text == "ものの" || by.text == "が"
	full := trimMarks(withoutAside(s.r[c.start:min(end+utf8.RuneCountInString(by.text), c.end)]))
	c.tense, c.negated = tenseJa(full)
	if by.kind == reasonClause && endsWith(full, "たため", "たことから", "たことを踏まえ", "たことを受け", "たことに伴い", "たことを踏まえて", "たことを受けて") {
		c.tense = past
	}
	if by.text == "とともに" || by.text == "ほか" || by.text == "ものの" || by.text == "が" || by.text == "上で" {
		c.tense, c.negated = tenseJa(t)
	}
	// verb and object, from the end
	base := c.start
	run := func(e int) (int, int) { // last content run of t[:e]
		for e > 0 && !isWordJa(t[e-1]) {
			e--
		}
		b := e
		for b > 0 && isWordJa(t[b-1]) && (b == e || sameRunJa(t[b-1], t[b])) {
			b--
		}
		return b, e
	}
	b, e := run(len(t))
	if b == e {
		return
	}
	for b > 0 && e-b > 1 && t[b-1] < 0x80 && strings.ContainsRune("回件人名校社者所台本種", t[b]) { // 12回実施した
		b++
	}
	b += adverbJa(t[b:e])
	verb := t[b:e]
	vb, ve := b, e
	if vb > 1 && len(verb) == 1 && isHan(t[vb-2]) && strings.ContainsRune(stemEndJa, t[vb-1]) && !allIn(t[vb-2:vb-1], lightJa) {
		// 受け付ける: a compound, however light its second verb
	} else if len(verb) == 1 && verb[0] == '重' && e < len(t) && t[e] == 'な' {
		// 重なる is what happens, 重ねる what is done
	} else if allIn(verb, lightJa) && !(len(verb) == 1 && !lightVerbJa(verb[0])) {
		// 検討を行う, 監査を計画的に実施する, 据付けを行う, 検討の実施
		if k := lastIndex(t[:b], 'を'); k >= 0 {
			if b2, e2 := run(k); (e2 >= k-2 || endsWith(t[:k], "きかけ", "びかけ", "りまとめ", "ちあげ", "きつけ")) && b2 < e2 {
				verb, vb, ve = t[b2:e2], b2, k
			}
		} else if b > 1 && t[b-1] == 'の' {
			if b2, e2 := run(b - 1); b2 < e2 {
				verb, vb, ve = t[b2:e2], b2, e2
			}
		} else if to := dativeJa(t, b); to > 0 { // 点検に取り組む, 相談の実施に努める
			b2, e2 := run(to)
			if e2 == to && e2-b2 > 1 && allIn(t[b2:e2], lightJa) && b2 > 1 && t[b2-1] == 'の' {
				b2, e2 = run(b2 - 1)
			}
			if e2-b2 > 1 && isHan(t[e2-1]) {
				verb, vb, ve = t[b2:e2], b2, e2
			}
		} else if k := lastIndex(t[:b], 'は'); k > 0 && k < b { // 発行は、今後行わない
			if b2, e2 := run(k); e2 == k && b2 < e2 && !endsWith(t[:k], "省", "庁", "府", "局", "年度", "年", "今後", "令和") {
				verb, vb, ve = t[b2:e2], b2, e2
			}
		}
	}
	if vb > 1 && len(verb) == 1 && isHan(verb[0]) && isHan(t[vb-2]) && strings.ContainsRune(stemEndJa, t[vb-1]) { // 聞き取り is 聞取り
		verb = []rune{t[vb-2], verb[0]}
		vb -= 2
	}
	if n := len(verb); n > 2 && isHan(verb[n-1]) { // 含有実態調査: a compound acts as its last word does
		verb = verb[n-2:]
	}
	c.verb = string(verb)
	if k := objectAtJa(t, vb); k >= 0 {
		if b2, e2 := run(k); b2 < e2 {
			c.object = string(t[b2:e2])
		}
	}
	c.stage = s.stageOf(base+vb, base+ve)
	if c.stage == noStage && vb != b {
		c.stage = s.stageOf(base+b, base+e)
	}
	if c.stage == drafting && (c.verb == "結果" || strings.HasSuffix(c.object, "結果")) {
		c.stage = studying // 調査の結果を取りまとめる: the end of the study
	}
	if at := startsFromJa(t, vb, c.verb); c.stage == noStage && at > 0 { // 研究から取り組み直す, 工事に着手する
		if b2, e2 := run(at); b2 < e2 && e2 == at {
			c.stage = s.stageOf(base+b2, base+e2)
		}
	}
	if c.stage == noStage { // まとめる, 試す: a verb in kana stands at the end itself
		c.stage = s.tailStage(base+len(t), base)
	}
	if c.stage != studying && s.has("trial", c.start, c.end) {
		c.stage = drafting
	}
}

// tailStage is the stage of a stage word in the last few runes before end.
func (s *sentence) tailStage(end, floor int) stage {
	for i := len(s.hits) - 1; i >= 0; i-- {
		h := s.hits[i]
		if h.end < end-3 || h.end > end || h.start < floor || h.start < end-8 {
			continue
		}
		switch h.cue {
		case "kana-study":
			return studying
		case "kana-draft":
			return drafting
		case "kana-do":
			return doing
		case "kana-run":
			return running
		}
	}
	return noStage
}

// stageOf returns the stage of the last stage word inside [start, end).
func (s *sentence) stageOf(start, end int) stage {
	best, at := noStage, -1
	for _, h := range s.hits {
		if (h.start < start || h.end > end) && !(h.start <= start && h.end > end && h.end <= end+2 && start < end && !isWordJa(s.r[end])) || h.end <= at {
			continue // but 設け of 設ける, whose verb is read as 設
		}
		switch h.cue {
		case "stage-study":
			best, at = studying, h.end
		case "stage-draft":
			best, at = drafting, h.end
		case "stage-do":
			best, at = doing, h.end
		case "stage-run":
			best, at = running, h.end
		}
	}
	return best
}

// tenseJa reads tense and negation off the end of a predicate.
func tenseJa(r []rune) (tense, bool) {
	negated := endsWith(r, "ない", "なかった", "ず", "ないこととする", "ないこととした", "ないこととしている", "なかったことから", "なかったため", "ないことから", "ないため", "ないこととし", "ておらず", "ないものの", "なかったものの", "なかったが", "いないが")
	switch {
	case endsWith(r, "こととしている", "こととしており", "ものとしている", "ものとしており", "こととなっている", "こととしているところである", "予定としている", "方針としている", "を予定している", "を予定しており", "を計画している", "を計画しており"):
		return planned, negated
	case endsWith(r, "ている", "ており", "んでいる", "んでおり", "んでいた", "いでいる", "いでおり", "んでいるところである", "んでいるところであり", "ていた", "ているところ", "ているところである", "ているところであり", "つつある", "中", "中である", "中であり", "段階", "段階である", "段階にある", "段階にあり", "ていない", "ておらず", "ているが", "ているものの", "ていることから", "ているため", "途上にある", "途上にあり", "途中である", "途中であり", "途中にあり", "途中にある", "最中である", "最中であり", "最中にある"):
		return ongoing, negated
	case endsWith(r, "ところである", "ところであり", "ところ"):
		return past, negated
	case endsWith(r, "た", "んだ", "いだ", "済み", "済", "たが", "たものの", "たほか", "たため", "たことから", "済みである", "た結果"):
		return past, negated
	}
	return planned, negated
}

func isWordJa(c rune) bool {
	return isHan(c) || isKana(c) || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
}

func sameRunJa(a, b rune) bool { return isHan(a) == isHan(b) && isKana(a) == isKana(b) }

func allIn(r []rune, set string) bool {
	for _, c := range r {
		if !strings.ContainsRune(set, c) {
			return false
		}
	}
	return true
}

func lastIndex(r []rune, c rune) int {
	for i := len(r) - 1; i >= 0; i-- {
		if r[i] == c {
			return i
		}
	}
	return -1
}

// predicateJa: nothing of weight stands between the cue word and the end of its clause.
func predicateJa(s *sentence, c *clause, h hit) bool {
	t := trimMarks(s.r[h.end:max(h.end, c.end)])
	if hasRunes(t, 0, "ことを確認") || hasRunes(t, 0, "ことが確認") || hasRunes(t, 0, "ことを見届け") {
		return true // 「…が皆無となったことを確認した」
	}
	if h.cue != "complete" && h.cue != "goal" && decidedJa(t) {
		return true
	}
	deep := 0
	if k := slices.Index(t, '('); k >= 0 && t[len(t)-1] != ')' && !slices.Contains(t[k:], ')') { // 「引継ぎ(令和６年４月１日付け」
		t = t[:k]
	}
	if len(t) > 24 || endsWith(t, "よう努める", "ように努める", "よう努め", "ように努め", "ようにする", "よう図る", "よう目指す") {
		return false // an aim: 「次の世代に受け継がれるよう努める」
	}
	for i, x := range t {
		if x == '(' {
			deep++
		} else if x == ')' {
			deep--
		}
		switch {
		case deep > 0:
		case x == '引' && (hasRunes(t, i, "引き続き") || hasRunes(t, i, "引続き")): // 実証を引き続き行う
		case isHan(x) && i > 0 && isDigit(t[i-1]) && strings.ContainsRune("回件人名社者度", x): // ５回開き
		case isHan(x) && !strings.ContainsRune(lightJa+"伴踏受観点結果向上後済見込通方針決月年日末度", x):
			return false
		case x == '日' && h.end+i > 0 && isHira(s.r[h.end+i-1]): // 「取りやめる日が続いた」
			return false
		case isKana(x) || x == '「' || x == '、':
			return false
		case x == 'も' && i+1 < len(t) && t[i+1] == 'の' && len(t) > i+2 && t[i+2] == 'を':
			return false
		}
	}
	return true
}
