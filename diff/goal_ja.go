package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// What a measure is for is said to be reached in many words, but always of the same build: a noun for what was wanted (目的, 目標, 狙い, 所期の成果,
// 目指した姿), a particle, and a verb of reaching that is over and not denied.

// statusJa finds what a sentence says of a measure as a whole by the build of its words and not by a list of them.
func statusJa(s *sentence) []hit {
	return slices.Concat(goalsJa(s.r), unlistedJa(s), spansJa(s))
}

// wantedNouns are nouns for what a measure is for.
var wantedNouns = newWordSet("目的", "目標", "狙い", "ねらい", "目当て", "使命", "本旨", "眼目", "念願", "悲願", "宿願", "所期の", "当初の意図", "当初の構想", "趣旨")

// wantedBefore are words by which what follows is what was wanted: 「目指した状態」, 「求めていた水準」.
var wantedBefore = newWordSet("目指した", "目指していた", "目指してきた", "目指す", "目標とした", "目標としていた", "目標としてきた", "目標に掲げた", "目標に定めた", "目標とする", "掲げた目標", "掲げていた", "期していた", "期した", "求めていた", "求めた水準", "描いていた", "想定していた", "狙いとした", "狙いとしていた", "目的とした", "目的としていた", "目途とした", "念頭に置いた")

// reachVerbs are verbs by which something wanted is reached, up to where they are inflected; gainVerbs those by which a result (所期の成果) or a state
// (目指した姿) is.
var (
	reachVerbs = newWordSet("達成", "達せら", "達し", "果たさ", "果たし", "果たせ", "遂げ", "成し遂げ", "到達", "実現", "成就", "満たさ", "満たし", "叶", "かなえ", "かなっ", "得られ", "届い", "届き", "至っ", "至り", "行き着", "たどり着", "辿り着", "クリア", "現実のものと", "充足", "全うし", "尽くさ", "完遂")
	gainVerbs  = newWordSet("得た", "得て", "得る", "収め", "挙げ", "上げ", "挙が", "上が", "形になっ", "形となっ", "整っ", "整い", "そろ", "揃", "済ん", "なった", "なって", "なり", "成立し", "出そろ", "出た", "出て", "見られ", "認められ", "確認され")
)

// notReached are words behind a verb of reaching by which it is only wished, asked or denied.
var notReached = newWordSet("ない", "なかった", "なく", "ず", "ぬ", "ため、", "ために", "ための", "よう", "べく", "に向け", "ことを目指", "ことが困難", "ことは困難", "ことが難し", "ことは難し", "困難", "難し", "見込め", "見込ま", "見込み", "見通し", "まで", "には程遠", "度合", "状況", "には", "可能性", "おそれ", "られるか", "たか", "率", "度", "するため", "する観点", "させる", "できるか", "すべく", "目指")

// goalsJa finds where a sentence says that what was wanted is reached.
func goalsJa(r []rune) []hit {
	var out []hit
	for i := 0; i < len(r); i++ {
		k, gain := 0, false
		if n := wantedBefore.at(r, i); n > 0 {
			k = i + n
			for k < len(r) && k < i+n+8 && isWordJa(r[k]) {
				k++
			}
			if k > i+n {
				k, gain = afterWanted(r, k), true
			} else {
				k = 0
			}
		}
		if n := wantedNouns.at(r, i); n > 0 && k == 0 {
			k, gain = afterWanted(r, i+n), r[i] == '所'
		}
		if k == 0 {
			continue
		}
		if end := reachedAt(r, k, gain); end > 0 {
			out = append(out, hit{"goal", i, end})
			i = end - 1
		}
	}
	return out
}

// afterWanted reads on from a noun for what was wanted to where its verb may begin: its own tail (目標値, 目的の全て), a particle; 0 if none follows.
func afterWanted(r []rune, k int) int {
	for n := 0; k < len(r) && n < 14; n++ {
		switch {
		case strings.ContainsRune("はがをにも", r[k]), r[k] == 'と' && hasRunes(r, k+1, "な"):
			return k + 1
		case r[k] == '、' || r[k] == '。' || r[k] == 'と' || r[k] == '及':
			return 0
		}
		k++
	}
	return 0
}

// reachedAt looks for a verb of reaching behind a particle, past adverbs and, where what was wanted is the subject, what it is reached by. It returns
// the verb's end; 0 if there is none or it is denied.
func reachedAt(r []rune, k int, gain bool) int {
	most := 8
	if r[k-1] == 'は' || r[k-1] == 'が' || r[k-1] == 'も' {
		most = 24
	}
	for n := 0; k < len(r) && n < most && r[k] != '。'; n++ {
		if most == 8 && (r[k] == 'を' || r[k] == '、') {
			return 0
		}
		m := reachVerbs.at(r, k)
		if m == 0 && gain {
			m = gainVerbs.at(r, k)
		}
		if m > 0 {
			end := k + m
			for j := end; j < min(end+7, len(r)) && r[j] != '、' && r[j] != '。'; j++ {
				if notReached.at(r, j) > 0 && !(r[j] == 'た' && r[j+1] == 'め' && r[j-1] == 'た') { // …されたため: why, and not what for
					return 0
				}
			}
			return end
		}
		k++
	}
	return 0
}

// listNouns are words for a place in the plan, or for having one.
var listNouns = newWordSet("本計画", "年次計画", "計画書", "計画", "本項目", "本項", "項目", "項番", "独立の項", "の項", "掲載", "記載", "工程表", "施策一覧", "取組一覧", "欄")

// removeVerbs take something off a plan, keepVerbs put it there: they count when they are denied.
var (
	removeVerbs = newWordSet("外す", "外し", "外れ", "外した", "除く", "除き", "除いた", "除外", "削る", "削り", "削っ", "削除", "落とす", "落とし", "閉じ", "畳む", "畳み", "たたむ", "下ろす", "下ろし", "降ろす", "降ろし", "消す", "消し", "消え", "消去", "抹消", "省く", "省き", "省略", "取り下げ", "取下げ", "取り除", "姿を消", "終える", "終え", "終了", "終わ", "やめ", "取りやめ", "落ち")
	keepVerbs   = newWordSet("掲げ", "載せ", "載ら", "盛り込ま", "記載", "掲載", "記さ", "記述", "置か", "立て", "設け", "入れ", "含め", "残さ", "挙げ", "書か", "起こさ", "登載", "取り上げ", "計上", "作ら", "定め", "持た", "扱わ", "取り扱わ", "現れ", "立てな")
)

// unlistedJa finds where a clause ends in saying that the measure has no place in the plan any more: 「次年度の計画からは外す」, 「以後の計画には載せない」,
// 「本項は令和５年度で閉じる」.
func unlistedJa(s *sentence) []hit {
	var out []hit
	for ci := range s.clauses {
		c := &s.clauses[ci]
		if c.kind == ifClause || c.kind == purposeClause {
			continue
		}
		for i := c.start; i < c.end; i++ {
			n := listNouns.at(s.r, i)
			if n == 0 || s.r[i] == '計' && i > c.start && isWordJa(s.r[i-1]) && s.r[i-1] != '度' {
				continue // 避難計画
			}
			if end := leavesList(s.r[:c.end], i+n, c.negated); end > 0 {
				out = append(out, hit{"unlisted", i, end})
				i = end - 1
			}
		}
	}
	return out
}

// leavesList reads on from a word for a place in the plan to the verb that takes something off it, which ends the clause; 0 if none does.
func leavesList(r []rune, k int, negated bool) int {
	particle := false
	for ; k < len(r); k++ {
		switch {
		case strings.ContainsRune("からにはをがも", r[k]):
			particle = true
		case particle && removeVerbs.at(r, k) > 0 && !negated:
			return closesClause(r, k+removeVerbs.at(r, k))
		case particle && keepVerbs.at(r, k) > 0 && negated:
			return closesClause(r, k+keepVerbs.at(r, k))
		}
		if r[k] == '、' && !particle {
			return 0
		}
	}
	return 0
}

// closesClause gives k back if nothing of weight stands behind it in its clause, else 0.
func closesClause(r []rune, k int) int {
	for _, c := range trimMarks(r[k:]) {
		if !isHira(c) && !strings.ContainsRune("方針予定整理取扱判断結論見込段階次第形事受踏伴", c) {
			return 0
		}
	}
	return k
}

// wholeCount says whether a number is of all that there are: 全412棟, 412棟の全て, 27の組合の全て.
func (a amount) wholeCount() bool {
	r, start := a.s.r, a.Span.Start
	if a.Kind != lang.Count || a.Value < 2 || len(a.s.words) > 0 {
		return false
	}
	if start > 0 && r[start-1] == '全' || start > 2 && hasRunes(r, start-3, "全ての") {
		return true
	}
	for k := a.Span.End; k < min(a.Span.End+10, len(r)) && r[k] != '、'; k++ {
		if hasRunes(r, k, "全て") || hasRunes(r, k, "すべて") || hasRunes(r, k, "全部") || hasRunes(r, k, "いずれも") {
			return true
		}
	}
	return false
}

// levels are words by which a number is where something stands by now, not what an act was done to.
var levels = newWordSet("に達", "となった", "となって", "となり", "になった", "になり", "に上っ", "に上り", "にのぼ", "に至っ", "に至り", "に及ん", "を数え", "に届い", "にまで", "がそろ", "が揃")

// levelTold says whether a number is told as where something stands by now: 「提出する組合は27組合となった」, 「39社が電源を持つに至った」.
func (a amount) levelTold() bool {
	c := a.s.clauseAt(a.Span.Start)
	if len(a.s.words) > 0 || c.kind != mainClause || c.negated || c.tense == planned && !c.inherits {
		return false
	}
	for k := a.Span.End; k < c.end; k++ {
		if a.s.r[k] == 'を' {
			return hasRunes(a.s.r, k, "を数え") || levels.in(a.s.r[k:c.end])
		}
		if levels.at(a.s.r, k) > 0 {
			return true
		}
	}
	return false
}

// allOfThemReached finds that a number which the plan wanted whole (412棟の全てが診断を受けるよう) is where it stands by now, and that was not its own act.
func (v *view) allOfThemReached() (Evidence, bool) {
	if v.rd.lang.Code != "ja" || v.planHas("recurring") {
		return Evidence{}, false
	}
	for _, want := range amountsOf(allParts(v.u.plan)) {
		if !want.wholeCount() {
			continue
		}
		for _, got := range amountsOf(allParts(v.u.results)) {
			if got.Value == want.Value && got.levelTold() && !v.promisesVerb(got.s.clauseAt(got.Span.Start).verb) {
				return got.s.quote(got.Span.Start, got.s.clauseAt(got.Span.Start).end), true
			}
		}
	}
	return Evidence{}, false
}

// allParts are all clauses of sentences.
func allParts(in []*sentence) []part {
	var out []part
	for _, s := range in {
		for i := range s.clauses {
			out = append(out, part{s, i})
		}
	}
	return out
}

// spanNouns are nouns for a time that was set; spans of years and days count too (半年間, 2年の猶予).
var spanNouns = newWordSet("期間", "半年", "半期", "日数", "年数", "月数", "期限", "期日", "猶予", "任期", "年限", "満期", "時限", "約束の", "日限", "年季", "契約", "会期")

// overVerbs say that a time is over.
var overVerbs = newWordSet("経過", "経た", "経て", "経、", "過ぎ", "過ご", "満了", "満ち", "満た", "切れ", "終わ", "終え", "終了", "尽き", "明け", "到来", "迎え", "回っ", "消化", "来た", "来て")

// spansJa finds where a sentence says that a time which was set is over: 「半年間が経過したため」, 「販売の日数が満ちた」.
func spansJa(s *sentence) []hit {
	var out []hit
	find := func(start, end int) {
		c := s.clauseAt(start)
		if c.kind == ifClause || c.kind == purposeClause || c.tense == planned && !c.inherits && c.kind != reasonClause {
			return
		}
		for k := end; k < min(end+9, c.end); k++ {
			if !strings.ContainsRune("がをもにとは", s.r[k]) {
				if !isHan(s.r[k]) && s.r[k] != 'の' || overVerbs.at(s.r, k) > 0 {
					return
				}
				continue
			}
			for j := k + 1; j < min(k+6, c.end); j++ {
				if n := overVerbs.at(s.r, j); n > 0 {
					if closesClause(s.r[:c.end], j+n) > 0 {
						out = append(out, hit{"period-over", start, j + n})
					}
					return
				}
				if s.r[j] == 'を' || s.r[j] == '、' {
					return
				}
			}
			return
		}
	}
	for i := range s.r {
		if n := spanNouns.at(s.r, i); n > 0 {
			find(i, i+n)
		}
	}
	for _, q := range s.quantities {
		if strings.HasPrefix(q.Unit, "年") || strings.HasPrefix(q.Unit, "か月") || strings.HasPrefix(q.Unit, "週") || strings.HasPrefix(q.Unit, "日") || strings.HasPrefix(q.Unit, "か年") {
			find(q.Span.Start, q.Span.End)
		}
	}
	return out
}

// turnsIntoJa says whether a promise is to make one thing into another: 「19か所を凍結しない路面とする」.
func turnsIntoJa(p part) bool {
	c := p.clause()
	t := trimMarks(p.s.r[c.start:c.end])
	if len(p.s.words) > 0 || c.negated || !endsWith(t, "とする", "にする") {
		return false
	}
	t = t[:len(t)-3]
	if len(t) < 3 || !isWordJa(t[len(t)-1]) || endsWith(t, "対象", "目的", "中心", "目標", "主", "基本", "原則", "方針", "予定", "前提", "重点", "条件", "基準", "大切", "参考", "契機", "主題", "焦点", "課題") {
		return false
	}
	return lastIndex(t, 'を') > 0 && p.s.r[c.start+len(t)] == 'と'
}

// numberIn says whether all that are meant are as many as other clauses name: 「六つの氷河の全てで」, where they say 六つの氷河に.
func (h placedHead) numberIn(parts []part) bool {
	for _, q := range h.s.quantities {
		if q.Kind != lang.Count || q.Value < 2 || q.Span.End > h.quantifier.Start+1 || q.Span.End < h.quantifier.Start-9 {
			continue
		}
		if slices.ContainsFunc(amountsOf(parts), func(a amount) bool { return a.Value == q.Value }) {
			return true
		}
	}
	return false
}
