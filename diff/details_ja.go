package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// facetHeads are nouns for what can be told of an act or a thing that the sentence before named: where, when, by whom, in which order.
var facetHeads = []string{"場所", "箇所", "地点", "分野", "定員", "人数", "規模", "内容", "方法", "手順", "手法", "時期", "日程", "期間", "会場", "講師", "教材", "題材", "主題", "テーマ", "対象", "対象者", "参加者", "受講者", "模様", "様子", "進捗", "進捗状況", "品質",
	"成果物", "選定", "基準", "項目", "頻度", "回数", "順序", "順番", "範囲", "経路", "配置", "様式", "書式", "割合", "水準", "区間", "区域", "構成", "期限", "条件", "要件", "担当", "相手", "相手方", "訪問先", "派遣先", "配布先", "貸付先", "設置先", "出席者", "委員", "議題", "効果", "成果", "実績", "達成状況", "実施状況", "記載", "表示", "言語", "文面", "仕様", "材質", "料金", "単価", "補助率", "利用料", "受付時間", "開館時間"}

// workJa are nouns that stand for whatever was just said to be done.
var workJa = []string{"作業", "業務", "実施", "事業", "取組", "同", "その", "これら", "計画", "工程"}

// detailsJa says whether a plan sentence only tells more about what the one before it promises: its topic is that act (助言は、資料を示して行う), a facet
// of it (備蓄の場所は、…協議して定める), or what comes of it (調査の結果、不備が認められた場合には…).
func (rd *reader) detailsJa(before, s *sentence) bool {
	if rd.lang.Code != "ja" || s.startsWith("adds", 0) {
		return false
	}
	const reach = 26
	for i := 2; i < min(reach, len(s.r)); i++ {
		switch {
		case hasRunes(s.r, i, "の結果、"):
			return rd.allIn(s.r[:i], before)
		case hasRunes(s.r, i, "は、"):
			end := i
			if endsWith(s.r[:i], "について") || endsWith(s.r[:i], "に関して") {
				end = i - 4
			} else if s.r[i-1] == 'に' { // 検討の対象には、…を含めるものとする
				return s.holdsWhat() && rd.facetOf(before, s, i-1)
			}
			return end > 1 && (end == i && rd.doneSo(before, s, end) || rd.facetOf(before, s, end) || rd.usedThere(before, s.r[:end]))
		case s.r[i] == '、' && !listCommaJa(s.r, i), s.r[i] == 'が':
			return false
		}
	}
	return false
}

// doneSo says whether the topic of a sentence, which ends at end, is the act of the one before, and the sentence says how it is done.
func (rd *reader) doneSo(before, s *sentence, end int) bool {
	c := &s.clauses[len(s.clauses)-1]
	t := trimMarks(s.r)
	for _, w := range []string{"行う", "実施する", "行うこととする", "実施することとする", "進める", "行うものとする"} {
		if endsWith(t, w) {
			how := t[:len(t)-len([]rune(w))]
			return s.endsAct(0, end) && (allIn([]rune(c.verb), lightJa) || endsWith(how, "ながら", "つつ", "て", "上で", "うえで", "により", "とおり", "ように", "よう", "下に", "もとに", "で")) && rd.allIn(s.r[:end], before)
		}
	}
	return false
}

// holdsWhat says whether a sentence ends in saying what something holds: 「検討の対象には、規模等の条件を含めるものとする」.
func (s *sentence) holdsWhat() bool {
	t := trimMarks(s.r)
	for _, w := range []string{"を含め", "も含め", "を加え", "も加え", "を盛り込", "を取り上げ", "を充て", "を掲げ", "を記載", "を置く", "を設け", "を据え", "を選", "を入れ"} {
		if containsRunes(t[max(0, len(t)-16):], []rune(w)) {
			return true
		}
	}
	return false
}

// usedAt are words by which a thing is named after the act that needs it.
var usedAt = newWordSet("で用いる", "に用いる", "で使う", "に使う", "で使用する", "に使用する", "で扱う", "に供する", "に要する", "に必要な", "で配る", "で配布する", "で示す", "に携わる", "を務める", "で掲げる")

// usedThere says whether a topic is a thing that the act of the sentence before needs: 「目合わせの会で用いる標本は、…調える」.
func (rd *reader) usedThere(before *sentence, topic []rune) bool {
	for i := 2; i < len(topic); i++ {
		if usedAt.at(topic, i) > 0 {
			return rd.allIn(topic[:i], before)
		}
	}
	return false
}

// facetOf says whether a topic that ends at end is a facet of what the sentence before named.
func (rd *reader) facetOf(before, s *sentence, end int) bool {
	r := s.r[:end]
	if !endsWith(r, facetHeads...) {
		return false
	}
	i := slices.Index(r, 'の')
	if i < 2 {
		return false
	}
	return slices.Contains(workJa, string(r[:i])) || rd.allIn(r[:i], before)
}

// allIn says whether a sentence has all the words of a text.
func (rd *reader) allIn(r []rune, s *sentence) bool {
	f := rd.featuresOf(r)
	return len(f) > 0 && overlap(f, s.features, nil) == float64(len(f))
}

// othersDecide are acts that come about only with somebody else, so that they are done to fewer than were offered, put up or treated.
var othersDecide = []string{"売却", "落札", "成約", "契約", "締結", "採用", "採択", "就職", "合意", "和解", "解決", "成立", "回収", "徴収", "納付", "合格", "修了", "受諾", "妥結", "検挙", "回答", "応諾", "譲渡", "譲り受け", "引き取", "売れ", "売り払"}

// actedUpon says whether the number before i counts those to whom the plan's act was done already, and what is told of some of them hung on others:
// 「入札に付した財産は1,830件で、このうち1,172件を売却し」.
func (v *view) actedUpon(s *sentence, c *clause, i int) bool {
	if !slices.ContainsFunc(othersDecide, func(w string) bool { return containsRunes(s.r[c.start:c.end], []rune(w)) }) {
		return false
	}
	for k := i - 1; k > max(1, i-30); k-- {
		if s.r[k] != 'は' && s.r[k] != 'が' {
			continue
		}
		noun := wordBefore(s.r, k, 12)
		for noun > 0 && s.r[noun-1] == 'の' {
			noun = wordBefore(s.r, noun-1, 12)
		}
		if noun < 2 || s.r[noun-1] != 'た' {
			return false
		}
		verb := noun - 2
		for verb > 0 && isHira(s.r[verb]) {
			verb--
		}
		return isHan(s.r[verb]) && slices.Contains(v.planText, s.r[verb]) && !lightVerbJa(s.r[verb])
	}
	return false
}

// keptElsewhere says whether another sentence of the next plan goes on with a commitment far more clearly than one that tells what becomes of
// another commitment, and only shares a word or two with this one.
func (rd *reader) keptElsewhere(u *unit, n *sentence, next []*sentence, score float64, local *locals) bool {
	if rd.lang.Code != "ja" {
		return false
	}
	return slices.ContainsFunc(next, func(o *sentence) bool {
		return o != n && o.promises && !o.leadIn && !o.fate(rd) && rd.actStands(u, o) && rd.similar(u, o.features, o.by, local) > 1.5*score
	})
}

// picksSome says whether うち only leads to how many are taken: 「機関のうち年間60機関を選び」.
func (s *sentence) picksSome(h hit) bool {
	if !endsWith(s.r[:h.end], "うち") && !endsWith(s.r[:h.end], "うち、") {
		return false
	}
	return slices.ContainsFunc(s.quantities, func(q lang.Quantity) bool { return q.Span.Start >= h.end && q.Span.Start <= h.end+4 })
}

// joinSilentJa takes a plan sentence of which no result speaks into the commitment of the one before it, where it opens with what that one named:
// 「奨励金を支給する。奨励金の額は、年に二度に分けて支払う。」 Nobody reports on such details one by one.
func (rd *reader) joinSilentJa(units []*unit) []*unit {
	if rd.lang.Code != "ja" || len(units) < 2 {
		return units
	}
	out := units[:1]
	for _, u := range units[1:] {
		p := out[len(out)-1]
		rd.shareResults(p, u)
		own := slices.ContainsFunc(u.results, func(r *sentence) bool { return !slices.Contains(p.results, r) })
		if len(p.results) == 0 || len(u.plan) == 0 || len(u.results) > 0 && (len(u.next) > 0 || own && !stepBefore(u.plan[0]) && !u.plan[0].administers()) || u.plan[0].mark != "" || !sameBy(p.by, u.by) || !rd.pointsBack(p.plan[len(p.plan)-1], u.plan[0], len(u.next) > 0) {
			out = append(out, u)
			continue
		}
		p.plan = append(p.plan, u.plan...)
		u.plan[0].joins = true
		for _, r := range u.results {
			link(&p.results, r)
		}
		for _, n := range u.next {
			link(&p.next, n)
		}
		for _, n := range u.nextParts {
			if !slices.Contains(p.nextParts, n) {
				p.nextParts = append(p.nextParts, n)
			}
		}
		p.features = append(slices.Clone(p.features), u.features...)
		slices.Sort(p.features)
		p.features = slices.Compact(p.features)
		p.core = append(slices.Clone(p.core), u.core...)
		slices.Sort(p.core)
		p.weights = p.backgroundWeights(rd, false)
	}
	return out
}

// stepBefore says whether a sentence opens with what is done ahead of the act before: 「公開に先立ち、」.
func stepBefore(s *sentence) bool {
	head := s.r[:min(len(s.r), 24)]
	return containsRunes(head, []rune("に先立")) || containsRunes(head, []rune("に先駆け")) || containsRunes(head, []rune("に先だ")) || containsRunes(head, []rune("の準備として"))
}

// administers says whether a sentence only tells how an act is followed or backed: 「返答までの時間は、毎月報告させる」, 「検討には、航空会社の参加を得る」.
func (s *sentence) administers() bool {
	return endsWith(trimMarks(s.r), "報告させる", "報告を受ける", "報告を求める", "保存させる", "記録させる", "提出させる", "点検を受ける", "確認を受ける", "審査を受ける", "校閲を受ける", "監修を受ける", "助言を得る", "助言を受ける", "協力を得る", "参加を得る", "意見を聴く", "意見を聞く", "立会いを求める", "了解を得る", "同意を得る")
}

// shareResults gives a commitment of which no result speaks those of the one behind it that name its act: 「耕作の有無を判読し、結果を渡した」 reports
// both on 判読する and on 判読の結果を渡す.
func (rd *reader) shareResults(p, u *unit) {
	if len(p.results) > 0 || len(p.plan) == 0 || len(u.plan) == 0 || !sameBy(p.by, u.by) || u.plan[0].startsWith("adds", 0) {
		return
	}
	for _, r := range u.results {
		half := slices.ContainsFunc(r.clauses, func(c clause) bool {
			n := overlap(c.own, p.features, nil)
			return c.kind == mainClause && n >= 3 && 2*n >= float64(len(c.own))
		})
		if rd.actStands(p, r) || half {
			link(&p.results, r)
		}
	}
}

// pointsBack says whether a plan sentence opens with words of the one before it. Where the next plan is silent on it too, those words must be its
// topic: 「相談会で把握した事例を…掲載する」 is an act of its own, which may be dropped.
func (rd *reader) pointsBack(before, s *sentence, goesOn bool) bool {
	if s.startsWith("adds", 0) {
		return false
	}
	for i := 2; i < min(18, len(s.r)); i++ {
		if s.r[i] == 'は' && slices.Contains(s.r[1:i-1], 'た') && !slices.ContainsFunc(s.r[:i], func(c rune) bool { return strings.ContainsRune("をがにでの、", c) }) {
			return true // 採取した個体は、…: what the act before brought
		}
		switch s.r[i] {
		case 'の':
			if hasRunes(s.r, i, "の結果は") || hasRunes(s.r, i, "の結果について") || hasRunes(s.r, i, "の結果を") {
				return false // what is found out is told by an act of its own
			}
			return rd.allIn(s.r[:i], before)
		case 'は', 'に', 'で', 'を':
			topic := s.r[i] == 'は' || hasRunes(s.r, i, "には") || hasRunes(s.r, i, "では") || hasRunes(s.r, i, "に当た") || hasRunes(s.r, i, "に際") || hasRunes(s.r, i, "において") || hasRunes(s.r, i, "について")
			return (goesOn || topic) && rd.allIn(s.r[:i], before)
		case '、', 'が':
			return false
		}
	}
	return false
}

// responseJa are what others do on their own account when something is offered to them.
var responseJa = []string{"届出", "届け出", "申込み", "申込", "応募", "申請", "相談", "利用", "利用者", "来場者", "参加者", "参加", "受講者", "回答", "閲覧", "照会", "問合せ", "通報", "申出", "希望者", "登録者", "購入者", "入館者", "来館者", "応募者", "申請者", "相談者", "利用件数", "件数", "回収率", "参加率", "利用率", "受講率", "問い合わせ", "申し込み", "反響", "来訪者"}

// onlyResponse says whether what a clause calls few is how many made use of what was offered, for which the plan had no number: the offer was made.
func (v *view) onlyResponse(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	subject := s.subjectJa(c)
	if len(subject) < 2 || !endsWith(subject, responseJa...) {
		return false
	}
	unit := "" // of the last number, which is the one that is called small
	for _, q := range s.quantities {
		if q.Span.Start >= c.start && q.Span.End <= c.end {
			unit = q.Unit
		}
	}
	return !slices.ContainsFunc(amountsOf(v.planClauses()), func(a amount) bool { return a.Unit == unit })
}

// fewCame says whether a clause tells that a number which the plan does not have was not reached, where the act itself is told as done: 「研修を開催した
// が、対象者の１割に届かなかった」.
func (v *view) fewCame(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "ja" || !c.negated || !v.toldDone(c) {
		return false
	}
	for i := range s.quantities {
		q := &s.quantities[i]
		if q.Span.Start < c.start || q.Span.End > c.end || !hasRunes(s.r, q.Span.End, "に") {
			continue
		}
		planned := slices.ContainsFunc(amountsOf(v.planClauses()), func(a amount) bool { return a.Unit == q.Unit })
		if !planned && wordAt(s.r, q.Span.End+1, []string{"届か", "も届か", "は届か", "達し", "は達し", "も達し", "満た", "は満た", "も満た", "及ば", "は及ば", "も及ば"}) > 0 {
			return true
		}
	}
	return false
}
