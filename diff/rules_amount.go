package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// scopeWidened finds cue words of widening whose object is the plan's own.
func scopeWidened(v *view) []signal {
	var out []signal
	for _, f := range v.hitsOf(v.u.next, "widen") {
		if f.c.kind == ifClause || f.c.negated || v.worldly(f) || v.widensInPlan(f) || v.takesInEn(f) || !cameTrue(f) && (forThat(f) || v.aimOrOthers(f)) || f.behindAimEn() || f.inTurnEn(turnWider) {
			continue
		}
		scope := f.s.has("scope-noun", max(f.c.start, f.h.start-14), f.h.start)
		if v.rd.lang.Code == "ja" && v.moreOfWorld(f) {
			continue // 「動画の配信を行い、消防団に加わる若者を増やす」
		}
		if !scope && v.rd.lang.Code == "ja" && (part{f.s, len(f.s.clauses) - 1}).effectJa() && f.c == &f.s.clauses[len(f.s.clauses)-1] {
			continue // 「…手引を配り、就労の機会を広げる」: what comes of it
		}
		weight := 0.0
		switch {
		case v.g.predicate(f.s, f.c, f.h) && f.c.kind == mainClause:
			weight = 4.2
		case scope && f.c.kind == mainClause:
			weight = 3
		case scope && f.c.kind == reasonClause:
			weight = 2
		case scope:
			weight = 0.8
		}
		if f.s.promises && weight > 0 {
			out = append(out, signal{string(schema.Expanded), weight, f.evidence()})
		}
	}
	if ev, up, ok := v.multipleJa(); ok && up {
		out = append(out, signal{string(schema.Expanded), 4.2, ev})
	}
	if ev, ok := v.putBeside(); ok {
		out = append(out, signal{string(schema.Expanded), 4.2, ev})
	}
	if ev, ok := v.turned(turnWider); ok {
		out = append(out, signal{string(schema.Expanded), 5, ev})
	}
	return best(out)
}

// worldly says whether what grows is the world's: the noun right before the cue word.
func (v *view) worldly(f found) bool {
	for _, h := range f.s.hits {
		if h.cue == "world" && h.end <= f.h.start && f.h.start-h.end <= 3 {
			return true
		}
	}
	return false
}

// widensInPlan says whether the plan held the same cue word with the same object.
func (v *view) widensInPlan(f found) bool {
	for _, p := range v.hitsOf(v.u.plan, f.h.cue) {
		if p.text() == f.text() || v.rd.lang.Code == "ja" && stemJa(p.text()) == stemJa(f.text()) {
			return true
		}
	}
	if v.rd.lang.Code == "ja" && f.h.start > f.c.start+3 {
		return containsRunes(v.planText, f.s.r[f.h.start-3:min(f.h.start+2, f.h.end)]) // another sentence of the plan says so of the same: 回数を増や
	}
	return v.rd.lang.Code == "en" && (v.stemInPlan(f) || f.inRelativeEn() && v.knowsEn(f.s.r[f.h.start:f.h.end]))
}

// inRelativeEn says whether a cue word is the verb of a relative clause that tells which ones are meant: questions that participants raise.
func (f found) inRelativeEn() bool {
	w := between(f.s.words, f.c.start, f.h.start)
	for k := len(w) - 1; k > 0 && k > len(w)-5; k-- {
		switch w[k].text {
		case "that", "which", "who", "whom":
			return !stopEn[w[k-1].text] && wordRune([]rune(w[k-1].text)[0])
		case ",", "and", "will", "shall":
			return false
		}
	}
	return false
}

// stemJa is a cue word without its inflection: 広げ of 広げる.
func stemJa(w string) string {
	r := []rune(w)
	return string(r[:min(2, len(r))])
}

func scopeLimited(v *view) []signal {
	if ev, ok := v.turned(turnLess); ok {
		return []signal{{string(schema.Narrowed), 5, ev}}
	}
	for _, f := range v.hitsOf(v.u.next, "limit") {
		if f.c.kind == ifClause || f.c.kind == purposeClause || v.inPlan(f) || !f.s.promises || v.keepsUp(f.s, f.c) || v.lessInWorld(f) || f.inTurnEn(turnLess) {
			continue
		}
		weight := 4.8
		if v.rd.lang.Code == "ja" && endsWith(f.s.r[:f.h.start], "とき", "場合", "際") && f.s.tends(f.c) {
			weight = 2 // 「変更があったときに限り修正する」
		}
		if f.c.kind == reasonClause && v.rd.lang.Code == "ja" {
			if _, attribute := f.describes(); attribute || f.ownSubject() {
				continue // 規模の縮小を余儀なくされる祭礼が相次ぐ中、
			}
			weight = 1.6 // why, and not what is done
		}
		return []signal{{string(schema.Narrowed), weight, f.evidence()}}
	}
	if ev, up, ok := v.multipleJa(); ok && !up {
		return []signal{{string(schema.Narrowed), 4.8, ev}}
	}
	if ev, ok := v.takenOutJa(); ok {
		return []signal{{string(schema.Narrowed), 4.8, ev}}
	}
	if ev, ok := v.barredEn(); ok {
		return []signal{{string(schema.Narrowed), 4, ev}}
	}
	return nil
}

// actAdded finds a further act beside one that goes on: a clause of which the plan knows next to nothing.
func actAdded(v *view) []signal {
	parts := v.plannedParts()
	goesOn := false
	known := func(p part) float64 {
		share, _ := v.knownIn(p.s.r[p.clause().start:p.clause().end], v.planSet, v.planText)
		return share
	}
	for _, p := range parts {
		goesOn = goesOn || known(p) >= 0.6 && len(p.clause().features) >= 3
	}
	if ev, ok := v.besidesVerb(parts); ok {
		return []signal{{string(schema.Expanded), 2.8, ev}}
	}
	if !goesOn || v.topStage(v.u.plan) == studying && !slices.ContainsFunc(parts, v.nextStep) && !slices.ContainsFunc(parts, besideStudy) {
		return nil
	}
	if v.rd.lang.Code == "ja" && v.retainedBy(parts) < 0.6 && actsIn(parts) <= actsIn(v.planClauses()) && actsIn(parts) > 1 {
		return nil // as many acts as before, in other words
	}
	reworded := v.lostActJa() // an act of the plan that is not met again may be what is said in other words
	for _, p := range parts {
		c := p.clause()
		if v.howDone(p.s) || p.s.turns {
			continue
		}
		joined := v.rd.lang.Code == "ja" && v.actBehind(p)
		if p.s.emptyEn(c) || len(c.features) < 2 || known(p) > 0.3 && !((joined || v.nextStep(p)) && known(p) <= 0.6 && v.freshAct(p)) || p.s.has("outcome-noun", max(c.start, c.end-12), c.end) || p.effectJa() || p.s.joins || p.s.unchangedEn(c) || endsWith(trimMarks(p.s.r[c.start:c.end]), "つつ", "ながら", "上で", "うえで") {
			continue
		}
		weight := 2.4
		before := joined || p.c > 0 && endsWith(trimMarks(p.s.r[p.s.clauses[p.c-1].start:p.s.clauses[p.c-1].end]), "とともに", "ほか", "あわせて", "併せて")
		if before || p.s.has("newly", c.start, c.end) {
			weight = 3.6
		} else if v.nextStep(p) {
			weight = 3.2
		} else if begins := c.stage == doing && len(c.features) >= 3 && p.c > 0 && v.rd.lang.Code == "ja" && p.s.has("begins", c.start, c.end); begins {
			weight = 3
		} else if v.nothingLostEn() {
			weight = 3.2
		} else if v.copiedBefore(p) {
			weight = 3
		} else if len(c.features) < 5 || reworded {
			continue
		}
		return []signal{{string(schema.Expanded), weight, p.s.quote(c.start, c.end)}}
	}
	return nil
}

// besideStudy says whether an act is promised in one breath with a study that goes on: 「…の調査を継続するほか、…を貸し出す」.
func besideStudy(p part) bool {
	if p.c == 0 || p.s.words != nil {
		return false
	}
	b := p.s.clauses[p.c-1]
	t := trimMarks(p.s.r[b.start:b.end])
	return endsWith(t, "継続するほか", "続けるほか", "引き続き実施するほか", "引き続き行うほか", "継続するとともに", "続けるとともに")
}

// fromTo finds a number that the next plan says it changes: 20人から30人に.
func (v *view) fromTo(sign float64) *amount {
	all := amountsOf(v.plannedParts())
	for i := 0; i+1 < len(all); i++ {
		a, b := all[i], all[i+1]
		if end := b.Span.End; hasRunes(b.s.r, end-2, "まで") && (end == len(b.s.r) || !strings.ContainsRune("増拡引高延伸広減縮下", b.s.r[end])) {
			continue // 10代から30代までの者, but 20人から30人まで増やす
		}
		if a.s == b.s && a.Unit == b.Unit && b.Span.Start > a.Span.End && hasRunes(a.s.r, a.Span.End, "から") && b.Span.Start <= a.Span.End+3 && (b.Value-a.Value)*sign > 0 {
			return &b
		}
	}
	return nil
}

// cutAtParticle ends a noun phrase at its particle.
func cutAtParticle(r []rune) int {
	for i, c := range r {
		if i > 1 && (c == 'を' || c == 'に' && !glueJa(r, i) || c == 'が' || c == 'は' || c == 'で' || c == '、') {
			return i
		}
	}
	return len(r)
}

// amount is a quantity with its sentence.
type amount struct {
	lang.Quantity
	s     *sentence
	loose bool // paired by its unit alone: see pairLoosely
}

// amountsOf are the numbers that promises name.
func amountsOf(parts []part) []amount {
	var out []amount
	for _, p := range parts {
		c := p.clause()
		for _, q := range p.s.quantities {
			if q.Span.Start >= c.start && q.Span.End <= c.end && !increment(p.s.r, q.Span.End) {
				out = append(out, amount{Quantity: q, s: p.s})
			}
		}
	}
	return out
}

// increment says whether a number that ends at i is by how much something grows or shrinks: 20名上積みし.
func increment(r []rune, i int) bool {
	for _, w := range []string{"上積み", "増", "上乗せ", "を上乗せ", "を増", "引き上げ", "追加", "を追加", "減", "を減", "多い", "少ない", "ずつ", "を加え", "を足", "を削", "を除", "を外し"} {
		if hasRunes(r, i, w) {
			return true
		}
	}
	return false
}

// ownUnit says whether a unit is a noun that says by itself what is counted: 橋, 店舗; 人 and 件 do not.
func ownUnit(u string) bool {
	switch u {
	case "人", "件", "回", "社", "か所", "者", "台", "本", "つ", "個", "種類", "種", "項目", "団体", "機関", "地域", "地区", "名", "点", "例", "部", "冊", "枚", "か国", "施設", "事業者", "企業", "組", "基", "校", "大学", "都道府県", "市町村", "自治体", "km", "m", "ha", "t", "kg":
		return false
	}
	return true
}

// sameCount says whether two quantities count the same thing.
func (v *view) sameCount(a, b amount) bool {
	if a.Unit != b.Unit || a.Kind != b.Kind && !(a.Unit == "回" && !a.Named && !b.Named && (a.Kind == lang.Frequency || b.Kind == lang.Frequency)) {
		return false // 年１回 and ２回 are both so many times in the year of the plan
	}
	if a.Kind == lang.Frequency && b.Kind == lang.Frequency && v.rd.lang.Code == "ja" && v.oneFrequency() {
		return true // 年２回 → 年１回, whatever stands between the number and what is held
	}
	if a.Counts == "" || b.Counts == "" || a.Kind == lang.Frequency && (howOften(a) || howOften(b)) || v.rd.lang.Code == "ja" && a.Kind == lang.Count && ownUnit(a.Unit) {
		return true
	}
	fa, fb := v.rd.featuresOf([]rune(a.Counts)), v.rd.featuresOf([]rune(b.Counts))
	return len(fa) == 0 || len(fb) == 0 || overlap(fa, fb, nil) > 0
}

// howOften says whether a number is told of how often and not of a thing: 「発行の頻度は年６回とする」.
func howOften(a amount) bool {
	return strings.HasSuffix(a.Counts, "頻度") || strings.HasSuffix(a.Counts, "回数")
}

// pairAmounts matches the numbers of plan and next plan, each once, in order.
func (v *view) pairAmounts() (pairs [][2]amount, gone, fresh []amount) {
	a, b := amountsOf(v.planClauses()), amountsOf(append(v.plannedParts(), v.firstThen()...))
	used, paired := make([]bool, len(b)), make([]bool, len(a))
	for pass := range 2 { // equal values first
		for i, x := range a {
			for j, y := range b {
				if !paired[i] && !used[j] && (pass == 1 && v.sameCount(x, y) || pass == 0 && x.Value == y.Value && x.Unit == y.Unit && x.Kind == y.Kind) {
					pairs, used[j], paired[i] = append(pairs, [2]amount{x, y}), true, true
				}
			}
		}
	}
	if i, j := onlyOften(a, paired), onlyOften(b, used); v.rd.lang.Code == "ja" && i >= 0 && j >= 0 {
		pairs, paired[i], used[j] = append(pairs, [2]amount{a[i], b[j]}), true, true
	}
	if v.rd.lang.Code == "ja" {
		pairs = pairLoosely(pairs, a, b, paired, used)
	}
	for i, x := range a {
		if !paired[i] {
			gone = append(gone, x)
		}
	}
	for j, y := range b {
		if !used[j] {
			fresh = append(fresh, y)
		}
	}
	return pairs, gone, fresh
}

// onlyOften is the one frequency in numbers among those that are not paired yet, -1 if there is none or more than one.
func onlyOften(in []amount, paired []bool) int {
	at := -1
	for i, a := range in {
		if a.Kind == lang.Frequency && !a.Named && !paired[i] {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// interval says whether a stretch of time is that between two rounds of an act, so that less of it is more often: 1時間ごと.
func interval(a amount) bool {
	return a.s.words == nil && a.Kind == lang.Duration && wordAt(a.s.r, a.Span.End, []string{"ごと", "毎に", "おき", "間隔"}) > 0
}

// numbers compares the numbers that both sides name. A limit that is to be kept under (以内, 未満) is no amount of work.
func (v *view) numbers(label schema.Disposition, sign float64) []signal {
	if a := v.fromTo(sign); a != nil {
		return []signal{{string(label), 5, a.s.quote(a.Span.Start, a.Span.End)}}
	}
	if ev, ok := v.moreEn(sign); ok {
		return []signal{{string(label), 4.5, ev}}
	}
	if ev, ok := v.timesEn(sign); ok {
		return []signal{{string(label), 4, ev}}
	}
	if ev, ok := v.portions(sign); ok {
		return []signal{{string(label), 4, ev}}
	}
	if ev, ok := v.namedForNumber(sign); ok {
		return []signal{{string(label), 3.4, ev}}
	}
	pairs, gone, _ := v.pairAmounts()
	if ev, ok := v.numberOf(gone, sign); ok {
		return []signal{{string(label), 4.5, ev}}
	}
	if was, now, ev, ok := v.ofThemEn(); ok && was.Value > 0 && (now-was.Value)*sign > 0 {
		return []signal{{string(label), 4.5, ev}}
	}
	for _, p := range pairs {
		if p[1].s.leftToDo(p[1].Span.Start, p[1].Span.End) && !p[0].s.leftToDo(p[0].Span.Start, p[0].Span.End) {
			continue // 4基 → 残る3基
		}
		if threshold(p[0]) && threshold(p[1]) { // 300人以上 → 100人以上 takes more in
			bound := p[0].Bound
			if p[0].s.words != nil {
				bound = thresholdEn(p[0])
			}
			up := bound == lang.AtLeast || bound == lang.MoreThan
			if d := (p[1].Value - p[0].Value) * sign; up && d < 0 || !up && d > 0 {
				return []signal{{string(label), 4.5, p[1].s.quote(p[1].Span.Start, p[1].Span.End)}}
			}
			continue
		}
		if ofAgeJa(p[0]) && ofAgeJa(p[1]) { // 設置から15年を経た → 設置から25年を経た: fewer
			if (p[0].Value-p[1].Value)*sign > 0 {
				return []signal{{string(label), 4.2, p[1].s.quote(p[1].Span.Start, p[1].Span.End)}}
			}
			continue
		}
		if interval(p[0]) && interval(p[1]) {
			if (p[0].Value-p[1].Value)*sign > 0 {
				return []signal{{string(label), 4.5, p[1].s.quote(p[1].Span.Start, p[1].Span.End)}}
			}
			continue
		}
		if cappedJa(p[0]) && cappedJa(p[1]) {
			if (p[1].Value-p[0].Value)*sign > 0 {
				return []signal{{string(label), 4, p[1].s.quote(p[1].Span.Start, p[1].Span.End)}}
			}
			continue
		}
		if reachEn(p[0]) && reachEn(p[1]) && p[0].Value != p[1].Value { // within 50 metres of a footpath
			if (p[1].Value-p[0].Value)*sign > 0 {
				return []signal{{string(label), 4, p[1].s.quote(p[1].Span.Start, p[1].Span.End)}}
			}
			continue
		}
		if under(p[0]) && p[0].Kind != lang.Money || p[0].Kind == lang.Duration && !(everySo(p[0]) && everySo(p[1])) && !(openFor(p[0]) && openFor(p[1])) {
			continue
		}
		if (p[1].Value-p[0].Value)*sign > 0 {
			weight := 5.0
			if p[1].loose {
				weight = 3.6
			}
			return []signal{{string(label), weight, p[1].s.quote(p[1].Span.Start, p[1].Span.End)}}
		}
	}
	return v.oftenJa(sign, label)
}

// everySo says whether a stretch of time comes again and again, and so tells how often: 毎週３日.
func everySo(a amount) bool {
	for _, w := range []string{"毎週", "毎月", "毎年", "毎日", "週", "1日", "月"} {
		if hasRunes(a.s.r, a.Span.Start-len([]rune(w)), w) {
			return true
		}
	}
	return false
}

// openFor says whether a stretch of days or hours is for how long something is done or open: 「５日間、窓口を開く」. A time to be kept
// (３日以内, ２時間ごと, 30分前) is none.
func openFor(a amount) bool {
	if a.s.words != nil {
		return grantedEn(a)
	}
	if a.Bound != "" {
		return false
	}
	text := string(a.s.r[a.Span.Start:a.Span.End])
	if !strings.HasSuffix(text, "日間") && !strings.HasSuffix(text, "週間") && !strings.HasSuffix(text, "時間") {
		return false
	}
	for _, w := range []string{"以内", "前", "後", "ごと", "以降", "以上", "未満", "以下", "おき", "ほど", "分", "目", "ぶり", "を過", "が経"} {
		if hasRunes(a.s.r, a.Span.End, w) {
			return false
		}
	}
	return true
}

func under(a amount) bool {
	if a.s.words != nil && (hasRunes(a.s.r, a.Span.Start, "up to") || hasRunes(a.s.r, a.Span.Start, "a maximum of")) {
		return false // what is offered at most, not what is to be kept under
	}
	return a.Bound == lang.AtMost || a.Bound == lang.LessThan
}
