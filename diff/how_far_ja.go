package diff

// onlyReportsJa says whether a result tells how far a measure came and names nothing of it, so that it speaks of all: 「予定した内容を全て終えた。」
func (s *sentence) onlyReportsJa() bool {
	if len(s.words) > 0 {
		return false
	}
	for i := 0; i < len(s.r); {
		switch n := howFarJa.at(s.r, i); {
		case n > 0:
			i += n
		case isHan(s.r[i]) || isKana(s.r[i]):
			return false
		default:
			i++
		}
	}
	return true
}

// onlyCountsJa says whether a result tells how many made use of a measure and names nothing else: 「延べ6万3,000人が利用した。」
func (s *sentence) onlyCountsJa() bool {
	if len(s.words) > 0 || len(s.quantities) == 0 || !countsUseJa.in(s.r) {
		return false
	}
	at := 0
	for i := 0; i < len(s.r); {
		for at < len(s.quantities) && s.quantities[at].Span.End <= i {
			at++
		}
		if at < len(s.quantities) && i >= s.quantities[at].Span.Start {
			i = s.quantities[at].Span.End
			continue
		}
		n := countsUseJa.at(s.r, i)
		if n == 0 {
			n = howFarJa.at(s.r, i)
		}
		if n == 0 && (isHan(s.r[i]) || isKana(s.r[i])) {
			return false
		}
		i += max(1, n)
	}
	return true
}

// countsUseJa are the words in which a report tells how many made use of something.
var countsUseJa = newWordSet("利用者", "利用", "参加者", "参加", "受講者", "受講", "来場者", "来場", "来館者", "来館", "入場者", "入場", "来訪", "訪れ", "訪問", "視聴", "閲覧", "応募", "申込み", "申し込", "申請", "相談", "修了", "乗車", "搭乗", "宿泊", "出席", "聴講", "体験", "登録", "問合せ", "照会", "採択", "認定", "合格", "延べ", "合計", "総数", "うち", "約", "計", "寄せ", "数", "件", "達", "上", "超", "及", "ぶ")

// howFarJa are the words in which a report names nothing of what it reports on. Longer ones first.
var howFarJa = newWordSet("取組", "取り組", "施策", "措置", "事業", "作業", "内容", "計画", "予定", "当初", "所期", "所定", "目標", "目的", "本年度", "今年度", "年度", "年", "全て", "全部", "全体",
	"全面", "一部", "部分", "大半", "大部分", "半数", "半分", "過半", "程度", "実施", "実行", "実現", "行", "終了", "終", "完了", "完遂", "達成", "着手", "開始", "始", "進", "残", "次", "翌", "持ち越", "繰り越",
	"先送", "見送", "中止", "至", "済", "着実", "順調", "十分", "予算", "遅", "未", "中", "本件", "現在", "引き続", "大", "内")

// saysHowMuchJa says whether a result tells that a measure of which it names nothing was done in part: 「半数を実施し、残りは持ち越した。」
func (s *sentence) saysHowMuchJa() bool {
	return s.onlyReportsJa() && someJa.in(s.r) && !wholeJa.in(s.r)
}

var (
	someJa  = newWordSet("一部", "部分", "半数", "半分", "過半", "大半", "残")
	wholeJa = newWordSet("全て", "全部", "全面", "残らず", "残さず", "残りなく")
)

// goesWellJa says whether a clause tells in its own words that something is being done, and the last clause only how it goes: 「作業を行っており、見込みを上回る速さで進んでいる」.
func (s *sentence) goesWellJa(c *clause) bool {
	last := &s.clauses[len(s.clauses)-1]
	if len(s.words) > 0 || last == c || last.tense != ongoing || !endsWith(trimMarks(s.r[c.start:c.end]), "ており", "でおり") {
		return false
	}
	t := trimMarks(s.r[last.start:last.end])
	return endsWith(t, "で進んでいる", "に進んでいる", "く進んでいる", "り進んでいる", "で進捗している", "に進捗している", "に推移している", "はかどっている", "捗っている", "遅れている", "遅れが生じている", "遅れが出ている", "手間取っている", "難航している", "に進行している")
}

// harmless says whether a clause tells that nothing went wrong, which denies no act: 「誤った表示は一度もなかった」.
func (s *sentence) harmless(c *clause) bool {
	if len(s.words) > 0 || c.tense != past {
		return false
	}
	t := trimMarks(s.r[c.start:c.end])
	if !endsWith(t, "もなかった", "はなかった", "がなかった", "も生じなかった", "は生じなかった", "も起きなかった", "は起きなかった", "も出なかった", "は出なかった", "も見られなかった", "は見られなかった") {
		return false
	}
	k := max(0, len(t)-24)
	return s.has("harm", c.start+k, c.end) || faultyJa.in(t[k:])
}

// faultyJa are words for what goes wrong.
var faultyJa = newWordSet("誤っ", "誤作動", "誤検知", "誤認", "不具合", "異常", "支障", "滞り", "滞った", "中断", "途切れ", "停止した", "狂い", "乱れ", "けが", "危険", "逸脱", "破損", "取り違え", "欠落", "脱落")

// ofTheRestJa says whether a clause tells of what was left of the measure: 「残りの浮標についても作業を進めている」.
func (s *sentence) ofTheRestJa(c *clause) bool {
	return len(s.words) == 0 && restJa.in(s.r[c.start:c.end])
}

var restJa = newWordSet("残りの", "残りは", "残りに", "残る", "残余", "残された", "その余", "未了の", "未実施の", "未着手の", "未完了の", "その他の")

// fromThenOn says whether what a clause calls off is only what was still to come of a measure that had begun: 「以後の試験は全て取りやめ」.
func (s *sentence) fromThenOn(c *clause) bool {
	return len(s.words) == 0 && s.has("stop", c.start, c.end) && laterOnesJa.in(s.r[c.start:c.end])
}

var laterOnesJa = newWordSet("以後の", "以降の", "その後の", "残りの", "残る", "残余の", "途中で", "道半ばで", "半ばで", "中途で", "後半の", "2回目以降", "二回目以降")

// notBegunJa says whether a result ends in telling that something was not begun or done, whatever stood in its way: 「納入が遅れ、着工していない。」
func (s *sentence) notBegunJa() bool {
	c := &s.clauses[len(s.clauses)-1]
	if len(s.words) > 0 || !c.negated || c.tense == planned {
		return false
	}
	switch c.verb {
	case "着工", "着手", "開始", "始", "実施", "行", "至", "発注", "契約", "起工", "手", "付", "取掛", "掛", "実現", "進":
		return true
	}
	return false
}

// lagsJa says whether a clause tells that some are behind: 「作業の遅れている自治体がある」.
func (s *sentence) lagsJa(c *clause) bool {
	t := trimMarks(s.r[c.start:c.end])
	return len(s.words) == 0 && c.kind == mainClause && containsRunes(t, []rune("遅れ")) && endsWith(t, "がある", "もある", "が見られる", "もみられる", "がみられる", "が残る", "が少なくない", "が多い", "が目立つ", "が生じている", "が出ている")
}
