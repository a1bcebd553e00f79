package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// endRules are what the next plan, or its silence beside the results, says outright of a measure.
var endRules = slices.Concat(finishRules, elsewhereRules, openRules)

var finishRules = []Rule{
	{
		ID: "said-complete", For: "disposition", Ja: "目標の達成、又は維持管理のみとなることを記載",
		Doc:     "The next plan says that the goal is reached, or keeps only the upkeep of what was built.",
		Waiver:  "A statement about the measure; swapped, it would stand in the plan.",
		Example: "-- plan --\n蔵書検索システムを整備する。\n-- results --\n蔵書検索システムの整備を完了した。\n-- next_plan --\n整備が完了したことから、今後は必要な維持管理を行う。\n-- want --\ncompleted\n",
		find:    saidComplete,
	},
	{
		ID: "said-ended", For: "disposition", Ja: "予定どおりの終了、又は一度限りの取組の終了を記載",
		Doc:     "The next plan says that it has come to its scheduled or one-off end.",
		Waiver:  "A statement about the measure.",
		Example: "-- plan --\n郷土史の聞き取り調査を行う。\n-- results --\n聞き取り調査を行った。\n-- next_plan --\n本調査は、予定どおり2023年度をもって終了した。\n-- want --\nended\n",
		find:    saidEnded,
	},
	{
		ID: "said-stopped", For: "disposition", Ja: "中止又は廃止を記載",
		Doc:     "The next plan says that it is given up or abolished.",
		Waiver:  "A statement about the measure.",
		Example: "-- plan --\n移動図書館の自動運転車を開発する。\n-- results --\n開発には至らなかった。\n-- next_plan --\n費用が見込みを大きく上回ることから、開発を中止する。\n-- want --\ndiscontinued\n",
		find:    saidStopped,
	},
}

// statement lists the cue words of a class by which the next plan tells what became of the measure.
func (v *view) statements(cue string) []found {
	var out []found
	for _, f := range v.says(v.u.next, cue) {
		if f.c.negated && !deniesItself(f.s, f.h) || f.c.kind == ifClause || f.c.kind == purposeClause || v.inPlan(f) || v.stillToEnd(f) || v.othersGround(f.s, f.c) {
			continue
		}
		out = append(out, f)
	}
	return out
}

// goesOnAfter says whether a promise that is more than upkeep follows in the same sentence or another of the commitment.
func (v *view) goesOnAfter(f found) (goesOn, upkeep bool) {
	for _, p := range v.plannedParts() {
		c := p.clause()
		if c == f.c || p.s == f.s && c.end <= f.c.end || v.tellsFate(p) || v.windsUp(p) || f.h.cue == "stop" && (residual(p) || v.statusQuoEn(p)) || p.s == f.s && c.negated && v.rd.lang.Code == "en" && !turnsEn(p) {
			continue
		}
		if v.keepsUp(p.s, c) || (f.h.cue == "complete" || f.h.cue == "goal" || f.h.cue == "success") && (p.s.onlyLeft(c) || f.c.kind == reasonClause && (p.s.stableRun(c) || v.leftToOthers(p))) {
			upkeep = true
			continue
		}
		goesOn = true
	}
	for i := range f.s.clauses { // clauses of the same sentence that were linked to none
		c := &f.s.clauses[i]
		if c.start >= f.c.end && c.kind == mainClause && v.keepsUp(f.s, c) {
			upkeep = true
		}
	}
	return goesOn, upkeep
}

// windsUp says whether a promise beside a statement of the end has nothing of the commitment in it: "and the funds will be
// returned". English names its object anew in every clause; Japanese leaves it out, so there only what came in before the end is read:
// 「期限までになされた請求の審査のみを行う」.
func (v *view) windsUp(p part) bool {
	c := p.clause()
	if v.rd.lang.Code == "ja" {
		return p.settles()
	}
	return v.rd.lang.Code == "en" && overlap(c.features, v.u.features, nil) == 0 && !p.s.has("replace", c.start, c.end)
}

// tellsFate says whether a clause says what became of the measure, and so promises no act.
func (v *view) tellsFate(p part) bool {
	c := p.clause()
	for _, h := range p.s.hits {
		if h.start < c.start || h.end > c.end || !v.g.predicate(p.s, c, h) {
			continue
		}
		switch h.cue {
		case "complete", "ended", "stop", "unlisted":
			if !v.inPlan(found{p.s, c, h}) {
				return true
			}
		}
	}
	return false
}

func saidComplete(v *view) []signal {
	var out []signal
	for _, cue := range []string{"goal", "complete", "success"} {
		for _, f := range v.says(v.u.next, cue) {
			if cue == "success" && (v.rd.lang.Code != "ja" || f.c.kind != reasonClause || f.c.negated || v.whyEnds(found{f.s, &f.s.clauses[len(f.s.clauses)-1], hit{"ended", len(f.s.r), len(f.s.r)}}) != reached) {
				continue
			}
			if f.c.negated && !deniesItself(f.s, f.h) || f.c.kind == ifClause || f.c.kind == purposeClause || f.c.tense == planned && f.c.kind == mainClause && !v.declares(f) {
				continue
			}
			if t := f.text(); v.rd.lang.Code == "en" && f.c.kind == reasonClause && (t == "now use" || t == "now uses") {
				continue // because most readers now use the web page
			}
			if f.othersForceEn(v) {
				continue // since the Water Act came into force
			}
			if cue == "complete" && v.rd.lang.Code == "ja" && f.h.inside(f.s, "ended") {
				continue // 「役目を終えた」 claims no goal
			}
			if cue != "goal" && v.rd.lang.Code == "ja" && f.s.has("move", f.c.start, f.c.end) && v.namesOther(f.s) {
				continue // 「担当が…から警察庁に改められた」
			}
			goesOn, upkeep := v.goesOnAfter(f)
			switch {
			case cue == "success" && (goesOn || !upkeep):
			case !goesOn && cue == "complete" && (v.whyEnds(f) == timeOver && !(f.c.kind == reasonClause && f.s.has("complete", f.c.end, len(f.s.r))) || v.heldAndOver(f)):
				return []signal{{string(schema.Ended), 6.5, f.evidence()}} // 「５年の予定期間を経て終えた」
			case !goesOn && !upkeep && cue == "goal" && v.rd.lang.Code == "en" && strings.Contains(f.text(), "left") && !v.finiteSetEn() && !v.planHas("end-act") && f.s.has("ended", 0, f.h.start):
				return []signal{{string(schema.Ended), 6.5, f.evidence()}} // the fund was wound up, and there are no accounts left to publish
			case !goesOn && !upkeep && cue == "goal" && v.rd.lang.Code == "en" && v.planHas("scheduled") && !v.finiteSetEn() && !v.endState() && strings.Contains(f.text(), "left"):
				return []signal{{string(schema.Ended), 6.5, f.evidence()}} // there is nothing left to do it for
			case upkeep:
				return []signal{{string(schema.Completed), 6.5, f.evidence()}}
			case !goesOn:
				return []signal{{string(schema.Completed), 6, f.evidence()}}
			case cue == "goal":
				out = append(out, signal{string(schema.Completed), 2, f.evidence()})
			}
		}
	}
	if len(out) > 0 || len(v.u.next) == 0 {
		return out
	}
	// only upkeep is promised, and the results tell that the thing is there
	parts := v.plannedParts()
	if p := v.onlyTended(parts); p != nil {
		c := p.clause()
		return []signal{{string(schema.Completed), 5.2, p.s.quote(c.start, c.end)}}
	}
	if v.rd.lang.Code == "ja" && len(parts) > 0 && v.noneLeft() && v.namedAsMade(parts) && !slices.ContainsFunc(parts, func(p part) bool { return v.promisesVerb(p.clause().verb) }) {
		c := parts[0].clause() // nothing is left to do, and what was made is put to some small use: 「作った計画の写しを閲覧に供する」
		return []signal{{string(schema.Completed), 4.5, parts[0].s.quote(c.start, c.end)}}
	}
	if v.progress != schema.Done || v.topStage(v.u.plan) == running || v.planHas("upkeep") || v.sameCare(parts) || v.nothingMade() {
		return nil // upkeep was the plan
	}
	if f := firstOf(v.hitsOf(v.u.next, "upkeep")); len(parts) == 0 && f != nil { // 「残るのは保守のみである」 promises nothing else
		return []signal{{string(schema.Completed), 5, f.evidence()}}
	}
	if len(parts) == 0 {
		return nil
	}
	if v.planHas("upkeep") || v.rd.lang.Code == "en" && !v.endState() && !v.planHas("end-act") && !v.wholeDoneEn() && !v.placedEn() && !v.isFinishedEn() && !v.isAllDoneEn() {
		return nil
	}
	for _, p := range parts {
		c := p.clause()
		why := p.c > 0 && p.s.clauses[p.c-1].kind != mainClause && p.s.has("built", 0, c.end) && p.s.has("upkeep", p.s.clauses[p.c-1].start, c.end)
		why = why || p.s.has("built", 0, c.end) && p.s.has("care", c.start, c.end) && len(p.s.clauses) == 1
		if !v.keepsUp(p.s, c) && !why {
			return nil
		}
	}
	c := parts[0].clause()
	return []signal{{string(schema.Completed), 5, parts[0].s.quote(c.start, c.end)}}
}

// declares says whether a planned completion is a statement all the same: 「令和６年度をもって完了とする」.
func (v *view) declares(f found) bool {
	for _, d := range f.s.dates {
		if v.rd.years.Plan != 0 && d.To > (v.rd.years.Plan+1)*10000+331 { // 「令和７年度末の完成とする」 is still to come
			return false
		}
	}
	text := string(f.s.r[f.h.start:f.h.end])
	if f.s.self || strings.HasSuffix(text, "済み") || f.h.end >= f.c.start+len(trimMarks(f.s.r[f.c.start:f.c.end])) {
		return true // 「完了。」「本取組を完了する」
	}
	for _, w := range []string{"とする", "とした", "となる"} {
		if hasRunes(f.s.r, f.h.end, w) {
			return true
		}
	}
	return false
}

func saidEnded(v *view) []signal {
	if v.newChargeEn() != nil || v.takenUpEn() != nil {
		return nil // it goes on with another body, or in another item
	}
	for _, f := range v.statements("ended") {
		if f.eitherWayEn() || v.whenOverEn(f) || v.worldsEndEn(f) || v.finishesEn(f) || v.othersFateEn(f) || v.actAgainEn(f) || v.goesElsewhereEn(f) {
			continue
		}
		goesOn, upkeep := v.goesOnAfter(f)
		if goesOn && f.c.kind == reasonClause {
			continue
		}
		weight := 5.0
		if v.rd.lang.Code == "en" && f.plainEnd() && !goesOn && !f.s.has("undecided", 0, len(f.s.r)) {
			if label := v.overAsEn(f.s); label != "" {
				return []signal{{string(label), 6.5, f.evidence()}}
			}
		}
		if label := v.endLabel(f, ""); label != "" {
			return []signal{{string(label), 6.5, f.evidence()}}
		}
		if f.c.kind == mainClause && (f.s.has("goal", 0, len(f.s.r)) || f.s.has("complete", 0, f.h.start) || v.because(f, "success") || v.reportsEnd()) || v.rd.lang.Code == "en" && f.c.kind == reasonClause && upkeep && v.progress == schema.Done && !v.planHas("scheduled") {
			return []signal{{string(schema.Completed), 6.5, f.evidence()}} // it ends because what was wanted is there
		}
		if f.s.has("scheduled", 0, len(f.s.r)) {
			weight = 6.5
		} else if v.rd.lang.Code == "en" && v.progress == schema.NotDone && !v.planHas("scheduled") && strings.HasPrefix(f.text(), "no") {
			return []signal{{string(schema.Discontinued), weight, f.evidence()}} // nothing further will be attempted
		}
		return []signal{{string(schema.Ended), weight, f.evidence()}}
	}
	return slices.Concat(v.overWithoutWord(), v.onlyPast(), v.closedEn(), v.noneDueEn())
}

func saidStopped(v *view) []signal {
	if v.newChargeEn() != nil {
		return nil // given up here, and taken over by another body
	}
	if f := v.noMoreEn(); f != nil {
		return []signal{{string(schema.Discontinued), 5, f.evidence()}}
	}
	for _, f := range v.says(v.u.next, "stop") {
		if f.c.kind == ifClause || f.c.kind == purposeClause || v.inPlan(f) || v.plannedSo(f) || v.stillToEnd(f) || eitherOr(f) || f.s.has("elsewhere", 0, len(f.s.r)) || v.notAlone(f) || v.othersFateEn(f) {
			continue
		}
		if f.eitherWayEn() {
			continue
		}
		if v.rd.lang.Code == "en" && f.s.has("replace", f.c.start, f.c.end) {
			continue // "no longer by radio but through an app"
		}
		if v.otherPartsGoOn(f) || len(v.u.next) > 1 && f.s != v.u.next[0] && f.s.amendsJa() {
			return []signal{{string(schema.Narrowed), 6, f.evidence()}}
		}
		if v.othersStopEn(f) {
			continue
		}
		if v.onlyCareBeside(f) {
			return []signal{{string(schema.Completed), 5, f.evidence()}}
		}
		if v.insteadJa(f) || v.otherManner(f) {
			return []signal{{string(schema.Revised), 5, f.evidence()}}
		}
		if goesOn, _ := v.goesOnAfter(f); !goesOn {
			if label := v.endLabel(f, ""); label != "" {
				return []signal{{string(label), 6.5, f.evidence()}}
			}
		}
		if f.s.has("goal", 0, len(f.s.r)) || v.because(f, "complete") || v.because(f, "success") {
			return []signal{{string(schema.Completed), 5, f.evidence()}} // 「目的を達したため、今後は実施しない」 is no giving up
		}
		if f.s.has("scheduled", 0, len(f.s.r)) && f.s.has("ended", 0, len(f.s.r)) || v.because(f, "ended") || v.rd.lang.Code == "en" && v.progress == schema.Done && !f.s.has("failed", 0, len(f.s.r)) && v.lastsEn() && v.statesEndEn() {
			return []signal{{string(schema.Ended), 6, f.evidence()}}
		}
		if goesOn, _ := v.goesOnAfter(f); goesOn || v.actGoesOn(f) {
			return []signal{{string(schema.Revised), 3, f.evidence()}}
		}
		if v.progress == schema.Done && (v.endState() || v.planHas("end-act")) && len(v.hitsOf(v.u.results, "all-done")) > 0 || v.noneLeft() {
			return []signal{{string(schema.Completed), 5, f.evidence()}}
		}
		if v.progress == schema.Done && deniesItself(f.s, f.h) && v.oneOff() {
			return []signal{{string(schema.Ended), 5.5, f.evidence()}}
		}
		return []signal{{string(schema.Discontinued), 6, f.evidence()}}
	}
	if ev, ok := v.staysOldEn(); ok {
		return []signal{{string(schema.Discontinued), 4, ev}}
	}
	return v.timeUpEn(slices.Concat(v.willNot(), v.willNotJa(), v.givenUpByDeedEn()))
}

// plannedSo says whether the plan promises by the same verb what the next plan promises: 「…までに終える」, 「…までに終えることとする」.
func (v *view) plannedSo(f found) bool {
	return v.rd.lang.Code == "ja" && f.c.tense == planned && !f.c.negated && f.c.verb != "" && strings.Contains(f.text(), f.c.verb) && slices.ContainsFunc(v.planClauses(), func(p part) bool {
		c := p.clause()
		return c.tense == planned && !c.negated && c.verb == f.c.verb
	})
}

// eitherOr says whether a cue word stands in a clause that names one of several cases: 「経営を中止し、又は縮小した農家」.
func eitherOr(f found) bool {
	for _, w := range []string{"又は", "または", "若しくは", "もしくは", "あるいは"} {
		if hasRunes(f.s.r, f.c.end, w) {
			return true
		}
	}
	return false
}

// willNotJa reads a denial without a word of stopping: 「次年度は開かない」, 「講ずべき措置はない」.
func (v *view) willNotJa() []signal {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	f := v.deniedJa()
	if f == nil || v.blank() || v.insideOther() != nil || v.notAlone(*f) {
		return nil
	}
	if at := v.places(); len(at) == 1 && at[0].s == f.s && v.placeTakes(at[0]) {
		return nil // 「「海の相談ダイヤル」(項番(ト))で受け付け、専用の電話は置かない」
	}
	if v.otherPartsGoOn(*f) {
		return []signal{{string(schema.Narrowed), 5, f.evidence()}}
	}
	if v.insteadJa(*f) {
		return []signal{{string(schema.Revised), 5, f.evidence()}}
	}
	if goesOn, _ := v.goesOnAfter(*f); goesOn {
		return nil
	}
	if label := v.endLabel(*f, ""); label != "" {
		return []signal{{string(label), 6, f.evidence()}}
	}
	switch {
	case v.reportsEnd() || v.noneLeft():
		return []signal{{string(schema.Completed), 5.5, f.evidence()}}
	case v.progress == schema.Done && v.oneOff():
		return []signal{{string(schema.Ended), 5, f.evidence()}}
	case v.progress == schema.Done && (v.endState() || v.planHas("end-act") || containsRunes(f.s.r[f.c.start:f.c.end], []rune("べき"))):
		return []signal{{string(schema.Completed), 5, f.evidence()}}
	}
	return []signal{{string(schema.Discontinued), 4.5, f.evidence()}}
}

// because says whether a reason clause of the sentence says something of that class.
func (v *view) because(f found, cue string) bool {
	for _, h := range f.s.hits {
		if c := f.s.clauseAt(h.start); h.cue == cue && c.kind == reasonClause && !c.negated && v.g.predicate(f.s, c, h) {
			return true
		}
	}
	return false
}

// reportsEnd says whether the results tell that the planned act is finished, an act that has an end.
func (v *view) reportsEnd() bool {
	if v.progress != schema.Done || !v.endState() && !v.planHas("end-act") {
		return false
	}
	for _, f := range append(v.says(v.u.results, "complete"), v.says(v.u.results, "goal")...) {
		if !f.c.negated && f.c.tense == past && f.c.kind == mainClause {
			return true
		}
	}
	return false
}
