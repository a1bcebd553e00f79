package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// actKind says what sort of act a clause promises, as far as stages ask.
type actKind uint8

const (
	otherAct  actKind = iota
	askingAct         // finds something out: 調べる, 試験を行う
	tryingAct         // does something as a trial
	makingAct         // makes a thing: 作成する, 整備する
	usingAct          // uses a thing in daily work, or gives it into use
)

// kindOfAct reads the end of a clause: its last verb, or what a light verb takes as its object.
func (s *sentence) kindOfAct(c *clause) actKind {
	at := func(cue string) bool {
		return s.has(cue, max(c.start, c.end-16), c.end) && s.predicated(c, cue)
	}
	switch {
	case s.has("trial", c.start, c.end) || at("try-act"):
		return tryingAct
	case c.stage == studying || at("ask-act"):
		return askingAct
	case at("use-act"):
		return usingAct
	case c.stage == drafting, at("make-act"), s.rewrites(c):
		return makingAct
	}
	return otherAct
}

// rewrites says whether a clause makes a text anew: 「指針を改める」.
func (s *sentence) rewrites(c *clause) bool {
	o := []rune(c.object)
	return s.words == nil && (c.verb == "改" || c.verb == "見直" || c.verb == "書換" || c.verb == "改訂" || c.verb == "改定") && len(o) > 1 && (strings.ContainsRune(writtenJa, o[len(o)-1]) || endsWith(o, "指針", "要領", "基準", "規則", "要綱", "規程", "規格", "通達", "告示", "ガイドライン", "マニュアル", "様式", "計画", "方針", "省令", "政令", "規約", "要項"))
}

// predicated says whether a word of a class is what a clause says.
func (s *sentence) predicated(c *clause, cue string) bool {
	for _, h := range s.hits {
		if h.cue == cue && h.start >= c.start && h.end <= c.end && predicateJa(s, c, h) {
			return true
		}
	}
	return false
}

// measures says whether a clause finds out by measuring or looking, and does not weigh whether or how something is to be done.
func (s *sentence) measures(c *clause) bool {
	if len(s.words) > 0 {
		return false
	}
	at := slices.IndexFunc(s.clauses, func(x clause) bool { return x.start == c.start })
	_, weighs := wordIn([]part{{s, at}}, &weighingJa)
	return !weighs
}

// weighingJa are words for asking whether and how something is to be done.
var weighingJa = newWordSet("検討", "議論", "論点", "協議", "可否", "是非", "在り方", "研究", "実証", "試行", "検証", "構想", "必要性", "見極め", "考え直", "見直", "適した", "適否", "方向性")

// meritsJa are what is asked of a thing before it is brought into use, and of what would come of a change.
var meritsJa = newWordSet("安全性", "有効性", "実用性", "耐久性", "信頼性", "採算", "費用対効果", "性能", "効能", "適性", "適否", "精度", "使い勝手", "操作性", "導入の効果", "導入による効果", "実現性", "実効性", "得失", "向き不向き", "有用性", "経済性",
	"した場合における", "した場合の", "した場合に", "えた場合における", "えた場合の", "えた場合に", "とした場合", "めた場合の", "めた場合における", "げた場合の", "げた場合における", "いた場合の", "いた場合における", "った場合の", "った場合における", "することによる", "に伴う影響", "による影響")

// weighsUp says whether an act asks what a thing is worth, or what would come of it, and the next plan asks no more of it: 「ドローンによる運搬の安全性と
// 費用を調べる」, 「申告の項目に加えた場合における実務への影響を調査する」.
func (v *view) weighsUp(p part) bool {
	_, asks := wordIn([]part{p}, &meritsJa)
	if !asks {
		return false
	}
	_, again := wordIn(v.plannedParts(), &meritsJa)
	return !again
}

// movedOn finds that what was to be found out, tried or made is done, and that the next plan promises what it was for, without the act of
// the plan: 「実態を調べる」 → 「把握した実態を基に指針を定める」, 「試作機の試験を行う」 → 「当該装置を業務に用いる」. An act of finding out that is said in
// other words (調べる, 点検する) has not moved.
func (v *view) movedOn(parts []part) (part, bool) {
	if v.rd.lang.Code != "ja" || v.progress != schema.Done && v.progress != schema.NotReported {
		return part{}, false
	}
	var was actKind
	about := false
	verbs := []string{}
	for _, p := range v.planClauses() {
		c := p.clause()
		k := p.s.kindOfAct(c)
		if k == makingAct && p.s.serves(c) {
			k = otherAct // 相談の窓口を設ける
		}
		last := p.c == len(p.s.clauses)-1
		if k == usingAct {
			verbs = append(verbs, c.verb)
		}
		if last || k != otherAct || !p.s.asksAbout() {
			verbs = append(verbs, c.verb)
		}
		if last && k == usingAct && was == makingAct {
			continue // a thing is made and given out
		}
		if last && (k == otherAct || k == usingAct) && was != tryingAct {
			return part{}, false // the plan itself was to do something
		}
		if k != usingAct {
			was = max(was, k)
		}
		about = about || last && (p.s.asksAbout() || k == askingAct && v.weighsUp(p))
	}
	if was == otherAct || was == usingAct {
		return part{}, false
	}
	whether := about && v.asksWhether() && v.refersBack()
	back, use, far := v.refersBack() || was == makingAct && (v.namesMade() || v.namedAsMade(parts)), false, parts[len(parts)-1]
	for _, p := range parts {
		c := p.clause()
		k := p.s.kindOfAct(c)
		if k == askingAct && about && uses(p) && v.namesThing() {
			k = usingAct // 「見つけ出す技術を用いて把握する」, where the plan was to test it
		}
		again := slices.ContainsFunc(verbs, func(w string) bool { return sameVerbJa(w, c.verb) })
		if was == tryingAct && len(parts) > 1 && k != tryingAct && v.keptAside(p) {
			continue // 「確度が低いと判定された回答については、職員が審査を行う」, as in the trial
		}
		if len(parts) > 1 && p.restsOnly() {
			continue // 「研究班の評価を受けて」
		}
		far = p
		if (k == askingAct || k == otherAct) && whether && p.s.measures(c) && !again && !p.s.has("stage-study", max(c.start, c.end-8), c.end) {
			k = usingAct // whether it was to be done was the question, and now it is done
		}
		switch {
		case v.keepsUp(p.s, c) || p.s.tends(c) && k != usingAct && !uses(p) && !(was == askingAct && v.mendsFound(p)), c.negated, k == askingAct && was != makingAct, k == tryingAct && was == tryingAct:
			return part{}, false
		case again && (was != tryingAct || k == tryingAct):
			return part{}, false
		case k == makingAct && was == makingAct && !v.onlyDrafted(), k == askingAct && was == makingAct && !back:
			return part{}, false
		}
		use = use || k == usingAct
		back = back || was == askingAct && v.mendsFound(p)
	}
	switch {
	case v.progress == schema.NotReported && !back && !about, was == makingAct && (!v.namedAsMade(parts) || usedInPlan(v.u.plan)) && v.sharedSentence(far.s):
		return part{}, false // a thing made for another act of the item, which goes on with it
	case back, about, use && v.namesThing(), was == tryingAct && (v.retained() > 0.5 || v.namesThing()):
		return far, true
	}
	return part{}, false
}

// onlyDrafted says whether the plan was to make the draft of a thing, and the next plan speaks of no draft any more.
func (v *view) onlyDrafted() bool {
	if containsRunes(v.nextRow, []rune("案")) {
		return false
	}
	return slices.ContainsFunc(v.planClauses(), func(p part) bool {
		return endsWith([]rune(p.clause().object), "案", "骨子", "たたき台", "下書き") && !containsRunes(v.nextRow, []rune("骨子"))
	})
}

// keptAside says whether a clause of the next plan repeats what a sentence of the plan says that only tells how its measure is done.
func (v *view) keptAside(p part) bool {
	f := p.clause().features
	for _, s := range v.u.plan[1:] {
		if len(f) > 2 && overlap(f, s.features, nil) >= 0.8*float64(len(f)) {
			return true
		}
	}
	return false
}

// uses says whether a clause acts by means of a thing: 「電波方位計を用いて監視する」.
func uses(p part) bool {
	_, ok := wordIn([]part{p}, &byUseOf)
	return ok
}

// sharedSentence says whether a sentence of the next plan goes on with another commitment too.
func (v *view) sharedSentence(s *sentence) bool {
	for p, n := range v.claimed {
		if p.s == s && (n > 1 || !slices.Contains(v.parts, p)) {
			return true
		}
	}
	return false
}

// asksAbout says whether the last clause of a sentence asks about what the clauses before it say: 「茶園を桑園に転換し、桑を育てることについて検討する」.
func (s *sentence) asksAbout() bool {
	c := &s.clauses[len(s.clauses)-1]
	return asksAboutJa.in(s.r[c.start:c.end])
}

var asksAboutJa = newWordSet("ことについて", "ことに関し", "ことの", "ことができるか", "かどうか", "か否か", "べきか", "の可否", "の是非", "の要否", "の適否", "の当否", "在り方", "可能性", "手法について", "方法について", "方策について", "に関する検討", "について検討")

// asksWhether says whether the plan asks whether something is to be done: 「採用すべきか否かを検討する」.
func (v *view) asksWhether() bool {
	return slices.ContainsFunc(v.planClauses(), func(p part) bool {
		c := p.clause()
		return c.stage == studying && asksWhetherJa.in(p.s.r[c.start:c.end])
	})
}

var asksWhetherJa = newWordSet("べきか", "か否か", "かどうか", "の可否", "の要否", "の是非", "の適否", "の当否", "の実現可能性", "の導入可能性")

// restsOnly says whether a clause tells only on what the act behind it rests: 「評価を受けて」, 「指針に沿って」.
func (p part) restsOnly() bool {
	c := p.clause()
	t := trimMarks(p.s.r[c.start:c.end])
	return p.c+1 < len(p.s.clauses) && endsWith(t, "を受けて", "を受け", "を踏まえて", "を踏まえ", "に沿って", "に沿い", "に基づいて", "に基づき", "に従って", "に従い", "に即して", "に即し", "を基に", "を基にして", "に則って", "にのっとり", "を生かして", "を生かし", "を参考に", "を参考にして", "に照らして", "に照らし")
}

// refersBack says whether a clause of the next plan rests on what was found out, tried or made.
func (v *view) refersBack() bool {
	for _, s := range v.u.next {
		if s.has("outcome", 0, len(s.r)) || s.has("found-out", 0, len(s.r)) {
			return true
		}
		for i := 3; i+2 < len(s.r); i++ {
			if restsOn.at(s.r, i) == 0 || !isWordJa(s.r[i-1]) && s.r[i-1] != 'れ' {
				continue
			}
			k := wordBefore(s.r, i, 10)
			if endsWith(s.r[:i], "これ", "それ") {
				return true
			}
			if k > 1 && s.r[k-1] == 'た' { // 整理された方向性に沿って
				return true
			}
			if w := s.r[k:i]; endsWith(w, broughtJa...) && slices.ContainsFunc(v.u.results, func(r *sentence) bool { return containsRunes(r.r, w[len(w)-2:]) }) {
				return true // 「研究班の評価を受けて」
			}
			if w := s.r[k:i]; s.has("anaphor", k, i) && containsRunes(v.planText, w[len(w)-min(2, len(w)-1):]) { // 当該指針に沿って
				return true
			}
		}
	}
	return false
}

// broughtJa are what a study brings.
var broughtJa = []string{"評価", "結論", "結果", "報告", "報告書", "答申", "提言", "知見", "判断", "整理", "合意", "意見", "所見", "方針", "見解", "勧告", "考え方", "方向性", "選定", "成果", "推計", "試算", "集計", "数値", "データ", "回答", "統計", "分析", "測定値", "実態", "需要", "要望", "申告"}

// restsOn are words by which an act rests on what stands before them.
var restsOn = newWordSet("に沿", "に基づ", "を踏まえ", "を基に", "をもとに", "に従", "を受け", "を反映", "に即し", "を生かし", "を活かし", "を参考", "に則", "にのっと", "を用い", "を使", "を活用", "に応え", "に対応し", "に照らし", "を手掛かりに", "を手がかりに", "を見て", "を拠り所に", "から見えた")

var madeAt = newWordSet("した", "された", "済みの", "後の")

// byUseOf are words for what is made use of.
var byUseOf = newWordSet("を用い", "を使っ", "を使い", "を使用し", "を活用し", "を利用し", "により")

// namesMade says whether the next plan calls something by what the plan was to make of it: 「電子化した民謡の音」.
func (v *view) namesMade() bool {
	for _, s := range v.u.next {
		for i := 2; i+2 < len(s.r); i++ {
			if n := madeAt.at(s.r, i); n > 0 && i+n < len(s.r) && isWordJa(s.r[i+n]) && isHan(s.r[i-1]) {
				if w := s.r[max(0, i-2):i]; isHan(w[0]) && containsRunes(v.planText, w) {
					return true
				}
			}
		}
	}
	return false
}

// namesThing says whether the next plan acts with or upon what the plan was about by its name or as 当該….
func (v *view) namesThing() bool {
	for _, s := range v.u.next {
		if s.has("anaphor", 0, len(s.r)) {
			return true
		}
		for i := range s.r {
			if i > 1 && (hasRunes(s.r, i, "を") || hasRunes(s.r, i, "により") || hasRunes(s.r, i, "に基づ") || hasRunes(s.r, i, "に沿") || hasRunes(s.r, i, "は")) {
				if w := lastWord(s.r[:i]); len(w) > 1 && containsRunes(v.planText, w) && !strings.Contains("業務事業", string(w)) {
					return true
				}
			}
		}
	}
	return false
}

// askedAnew finds that what was not done is only asked about now: 「アプリにより受け付けることの可否について、方法の研究から取り組み直す」.
func (v *view) askedAnew(parts []part) (part, bool) {
	if v.rd.lang.Code != "ja" || v.progress != schema.NotDone {
		return part{}, false
	}
	for _, p := range v.planClauses() {
		if k := p.s.kindOfAct(p.clause()); k == askingAct || k == tryingAct {
			return part{}, false
		}
	}
	last := parts[len(parts)-1]
	if last.s.kindOfAct(last.clause()) == askingAct && last.s.has("rethink", last.clause().start, last.clause().end) {
		return last, true
	}
	return part{}, false
}

// doneAgain says whether a clause does by the way what the plan promised: 「月２回の相談日を設けて対応する」.
func (v *view) doneAgain(p part) bool {
	c := p.clause()
	for _, q := range v.planClauses() {
		w := []rune(q.clause().verb)
		for i := c.start; len(w) > 0 && i+len(w)+1 < c.end; i++ {
			if startsAt(p.s.r, i, w) && (len(w) > 1 && hasRunes(p.s.r, i+len(w), "し") || len(w) == 1 && isHira(p.s.r[i+1])) && wordAt(p.s.r, i+len(w)+1, []string{"て", "、"})+wordAt(p.s.r, i+len(w), []string{"て"}) > 0 {
				return true
			}
		}
	}
	return false
}

// sameThingMoved says whether it is the very thing of the plan's act of that stage to which the next plan does something further, without that act:
// 「仕組みを試行し、結果を審査する」, 「仕組みを正式に導入し、結果を審査する」. What else is done as before says nothing then.
func (v *view) sameThingMoved(was stage, at part, again map[string]stage) bool {
	c := at.clause()
	if v.rd.lang.Code != "ja" || c.object == "" {
		return false
	}
	moved := false
	for _, p := range v.planClauses() {
		k := p.clause()
		if k.stage != was {
			continue
		}
		if k.object == "" || k.verb == "" || again[k.verb] > 0 {
			return false
		}
		moved = moved || k.object == c.object
	}
	return moved
}

// residuesJa are what is left of a measure and can be given away: what it gathered, and what it was done with.
var residuesJa = []string{"資料", "記録", "成果", "成果物", "データ", "機材", "機器", "装置", "備品", "図面", "標本", "写真", "名簿", "様式", "教材", "建物", "在庫", "車両", "端末", "物品", "結果", "報告書", "録音", "映像", "原稿", "作品"}

// residueGiven says whether what a word of handing over speaks of is what is left of a measure that is over.
func (v *view) residueGiven(f found) bool {
	topic := f.s.subjectJa(f.c)
	if len(topic) < 2 || !endsWith(topic, residuesJa...) || f.s.self {
		return false
	}
	for _, cue := range []string{"ended", "period-over", "complete", "goal", "stop"} {
		for _, o := range v.hitsOf(v.u.next, cue) {
			if o.h.end <= f.c.start || o.s != f.s {
				return true
			}
		}
	}
	return false
}

// careGiven says whether what a word of handing over gives to others is the care of what was made: 「取り替えた水道管については、水道事業者の巡視に任せ」.
func (v *view) careGiven(f found) bool {
	return v.made() && !f.s.has("elsewhere", f.c.start, f.c.end) && !v.namesOther(f.s) && f.s.cares(f.c.start, f.h.start)
}

// made says whether what the plan was to make is there, and the plan was no care itself.
func (v *view) made() bool {
	return v.rd.lang.Code == "ja" && v.progress == schema.Done && (v.endState() || v.planHas("end-act")) && (v.toldComplete() || v.namedAsMade(v.parts)) && !v.planHas("tends")
}

// cares says whether a stretch of a sentence has a word of caring for a thing that is there.
func (s *sentence) cares(start, end int) bool {
	return s.has("tends", start, end) || s.has("care", start, end) || s.has("upkeep", start, end)
}

// onlyCareBeside says whether all that is promised beside a statement of the end is the care of what was made, by whomever.
func (v *view) onlyCareBeside(f found) bool {
	if !v.made() {
		return false
	}
	cares := false
	for _, p := range v.plannedParts() {
		c := p.clause()
		if c == f.c || v.tellsFate(p) {
			continue
		}
		if !p.s.cares(c.start, c.end) || v.promisesVerb(c.verb) {
			return false
		}
		cares = true
	}
	return cares
}

// handsThing says whether a word of handing over is the last of several acts of a promise, and so is done with a thing that they bring, not with the
// measure: 「廃食油の回収を始め、燃料の製造者に引き渡す」.
func (f found) handsThing() bool {
	if f.s.self || !f.s.promises || wordAt(f.s.r, f.h.start, []string{"引き渡", "に引き渡", "へ引き渡", "に渡", "へ渡", "譲り", "譲る", "譲っ", "引き取", "移し", "移す", "手に渡"}) == 0 {
		return false
	}
	at := slices.IndexFunc(f.s.clauses, func(c clause) bool { return c.start == f.c.start })
	if at < 1 || f.c.kind != mainClause {
		return false
	}
	b := &f.s.clauses[at-1]
	if b.kind != mainClause || b.negated || b.tense != planned || b.verb == "" || !slices.Contains(f.s.r[b.start:b.end], 'を') {
		return false
	}
	for _, w := range []string{"業務を", "事務を", "所管を", "取組を", "事業を", "施策を", "運営を", "管理を", "担当を", "役割を", "権限を", "本件", "措置を", "の業務", "の事務", "の運営", "の実施を"} {
		if containsRunes(f.s.r[b.start:f.h.start], []rune(w)) {
			return false
		}
	}
	return true
}

// usedInPlan says whether what is made is for another act of the plan: 「指導に用いる教材を作る」.
func usedInPlan(in []*sentence) bool {
	return slices.ContainsFunc(in, func(s *sentence) bool {
		for i := range s.r {
			if usedAt.at(s.r, i) > 0 {
				return true
			}
		}
		return false
	})
}
