package diff

import "strings"

// What a measure is for is said to be reached in many words, but always of the same build: a noun for what was wanted (目的, 目標, 狙い, 所期の成果,
// 目指した姿), a particle, and a verb of reaching that is over and not denied.

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
		if !isHira(c) && !strings.ContainsRune("方針予定整理取扱判断結論見込段階次第形", c) {
			return 0
		}
	}
	return k
}
