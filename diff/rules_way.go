package diff

import (
	"slices"

	"plandiff/schema"
)

var wayRules = []Rule{
	{
		ID: "means-replaced", For: "disposition", Ja: "手段・対象・方法の置換えを記載",
		Doc:     "The next plan says that one means, object or approach takes the place of another, or promises the same act by other means (講義により → 実習により).",
		Waiver:  "Swapped, the words of replacement stand in the plan; way-differs finds the mirror without them.",
		Example: "-- plan --\n館内の掲示により蔵書点検の日程を周知する。\n-- results --\n掲示により周知した。\n-- next_plan --\n館内の掲示に代えて、利用者への電子メールにより蔵書点検の日程を周知する。\n-- want --\nrevised\n",
		find:    meansReplaced,
	},
	{
		ID: "way-differs", For: "disposition", Ja: "目的は同じまま、進め方の多くが変わった",
		Doc:     "Plan and next plan say what is wrong with the old way or name another object, and much of what is done is different while the aim is the same.",
		Waiver:  "It is its own mirror, but for the reason, which only the next plan gives.",
		Example: "-- plan --\n利用者の増加を図るため、駅前及び商店街の店頭で冊子を配布する取組を実施し、来館者数の変化を測定する。\n-- results --\n冊子を配布した。\n-- next_plan --\n冊子の効果が乏しかったことを踏まえ、休日の夜間に演奏会を催す取組を実施し、来館者数の変化を測定する。\n-- want --\nrevised\n",
		find:    wayDiffers,
	},
	{
		ID: "stage-forward", For: "disposition", Ja: "検討から試行、導入、運用へと段階が進んだ",
		Doc:     "The act moves to a later stage: study, then drafting or trial, then introduction, then operation; or what was found out, tried or made is done, and the next plan promises what it was for.",
		Mirror:  "stage-back",
		Example: "-- plan --\n電子書籍の貸出しの導入について検討する。\n-- results --\n検討を行った。\n-- next_plan --\n検討の結果を踏まえ、電子書籍の貸出しを導入する。\n-- want --\nrevised\n",
		find:    func(v *view) []signal { return v.stages(+1) },
	},
	{
		ID: "stage-back", For: "disposition", Ja: "取組の段階が前に戻った",
		Doc:     "The act falls back to an earlier stage.",
		Mirror:  "stage-forward",
		Example: "-- plan --\n電子書籍の貸出しを導入する。\n-- results --\n導入には至らなかった。\n-- next_plan --\n電子書籍の貸出しの導入の可否を改めて検討する。\n-- want --\nrevised\n",
		find:    func(v *view) []signal { return v.stages(-1) },
	},
}

func meansReplaced(v *view) []signal {
	if ev, ok := v.turned(turnOther); ok {
		return []signal{{string(schema.Revised), 5, ev}}
	}
	for _, f := range v.hitsOf(v.u.next, "replace") {
		if f.c.kind == ifClause || f.s.asked(f.h.end) || v.inPlan(f) || v.replacedInWorld(f) || v.keepsUp(f.s, f.c) || !f.s.promises || f.s.has("name-only", f.c.start, f.c.end) || f.s.has("schedule", f.c.start, f.h.end) {
			continue
		}
		if v.rd.lang.Code == "ja" && (f.amendsJa() || adverbBefore(f.s.r, f.h.start) || hasRunes(f.s.r, f.h.end, "を") && f.s.relative(f.h.end, f.c.end) || v.changesAnyway(f) || v.othersChange(f)) {
			continue
		}
		if v.rd.lang.Code == "en" && f.s.has("upkeep", f.h.end, min(f.c.end, f.h.end+12)) {
			continue // replace worn equipment
		}
		if f.s.timeBehindEn(f.h.end) || v.replacesActorEn(f) || v.replacesKnownEn(f) || len(f.s.words) > 0 && f.inRelativeEn() {
			continue
		}
		weight := 5.0
		if f.c.kind == purposeClause {
			weight = 2
		}
		return []signal{{string(schema.Revised), weight, f.evidence()}}
	}
	if out := v.turnsTo(); out != nil {
		return out
	}
	if out := v.turnsOver(); out != nil {
		return out
	}
	if out := v.withoutJa(); out != nil {
		return out
	}
	if out := v.nextInTurnJa(); out != nil {
		return out
	}
	if out := v.meansDifferJa(); out != nil {
		return out
	}
	if out := v.otherModeJa(); out != nil {
		return out
	}
	if out := v.replacedObject(); out != nil {
		return []signal{*out}
	}
	if out := v.swappedSignal(); out != nil {
		return out
	}
	if e := v.edited(); e != nil && e.label == string(schema.Revised) {
		return []signal{*e}
	}
	for _, ask := range waysEn {
		if out := ask(v); out != nil {
			return out
		}
	}
	return nil
}

// waysEn are the readings of another means, object or approach in English, in the order in which they are asked.
var waysEn = []func(*view) []signal{
	meansDifferEn, (*view).exclusiveActEn, (*view).objectInReasonEn, (*view).meansInReasonEn, (*view).otherHandsEn, (*view).failedSoElseEn, (*view).needlessEn,
	(*view).oldStaysEn, (*view).noLongerThingEn, (*view).boundNowEn, otherObjectEn,
}

// replacedInWorld says whether what takes the place of another is what a noun tells of itself that the plan already speaks of:
// 「乗合バスに転換した地域」 where the plan says 「乗合バスへ転換した地域」.
func (v *view) replacedInWorld(f found) bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	if n := wordAt(f.s.r, f.h.end, []string{"する", "した", "している"}); n > 0 && f.h.end+n < f.c.end && isWordJa(f.s.r[f.h.end+n]) {
		for i := f.h.start; i > f.c.start && f.s.r[i] != '、'; i-- {
			if f.s.r[i] == 'が' && isWordJa(f.s.r[i-1]) {
				return true // 世帯が合併処理のものへ移行する際の費用: others change it
			}
		}
	}
	var word []rune // the kanji of the cue word: 転換 of に転換
	for _, c := range f.s.r[f.h.start:f.h.end] {
		if isHan(c) && c != '方' && c != '代' && c != '改' {
			word = append(word, c)
		}
	}
	for _, p := range "にへの" {
		if len(word) >= 2 && containsRunes(v.planText, append([]rune{p}, word...)) {
			return true // the plan speaks of that change itself
		}
	}
	if describesJa(f.s.r, f.h.end) && v.changeInPlan() {
		return true // 「合併処理のものへ移行する際の費用」 where the plan says 転換を行う世帯
	}
	if end := f.h.end; end < len(f.s.r) && endsWith(f.s.r[:end+1], "した") && end+1 < len(f.s.r) && isWordJa(f.s.r[end+1]) {
		return v.knownNoun(f.s, end+1) // 転換した地域: an attribute of what the plan names
	}
	return false
}

// knownNoun says whether the noun that begins at i is in the item's plan.
func (v *view) knownNoun(s *sentence, i int) bool {
	start, end := nounAfterJa(s.r, i)
	return end-start >= 2 && containsRunes(v.planText, s.r[start:end])
}

// topStage is the latest stage among the promises of sentences.
func (v *view) topStage(in []*sentence) stage {
	top := noStage
	for _, s := range in {
		for i := range s.clauses {
			if c := &s.clauses[i]; c.kind == mainClause && c.stage > top {
				top = c.stage
			}
		}
	}
	return top
}

// stageMove compares the stages of what is promised: +1, -1 or 0, with the clause that shows it.
func (v *view) stageMove() (int, part) {
	if !v.moveAsked {
		v.moveAsked = true
		v.move, v.movedAt = v.findStageMove()
	}
	return v.move, v.movedAt
}

func (v *view) findStageMove() (int, part) {
	parts := v.plannedParts()
	if len(parts) == 0 || len(v.u.plan) == 0 {
		return 0, part{}
	}
	keeps := 0
	if v.deniesEn() || v.onlyCarriedOnEn(parts) {
		return 0, part{}
	}
	for _, p := range parts {
		if v.keepsUp(p.s, p.clause()) {
			keeps++
		}
	}
	if keeps == len(parts) {
		return 0, part{} // upkeep is no stage of its own
	}
	was, is := noStage, noStage
	var at part
	verbs := map[string]stage{}
	for _, p := range v.planClauses() {
		c := p.clause()
		verbs[c.verb] = max(verbs[c.verb], c.stage)
		was = max(was, c.stage)
	}
	again := map[string]stage{}
	for _, p := range parts {
		c := p.clause()
		again[c.verb] = max(again[c.verb], c.stage+1) // 0: not there
		if c.stage > is {
			is, at = c.stage, p
		}
	}
	if is == studying && was == noStage && v.progress == schema.NotDone && v.rd.lang.Code == "ja" && !v.repeatsAct(again) {
		return -1, at // what could not be done is studied now
	}
	if is == studying && was != studying && v.progress == schema.NotDone {
		for _, f := range v.hitsOf(v.u.next, "rethink") {
			if !v.inPlan(f) {
				return -1, at
			}
		}
	}
	if p, ok := v.askedAnew(parts); ok {
		return -1, p
	}
	if p, ok := v.onlyAskedNow(parts); ok {
		return -1, p
	}
	if v.stillBy() {
		return 0, part{}
	}
	if move, p := v.helpMoved(parts); move != 0 {
		return move, p
	}
	if p, ok := v.putToUseEn(parts); ok {
		return 1, p
	}
	if p, ok := v.nextAfterEn(parts); ok {
		return 1, p
	}
	if was != noStage && is <= was && v.buildsOnOutcome() && !v.repeatsAct(again) {
		// 「策定した基準に基づき、審査を実施する」: what was prepared is now put to use
		last := parts[len(parts)-1]
		if c := last.clause(); !hasKey(verbs, c.verb) && (was == studying || was == drafting) && (c.stage == noStage || c.stage > was) {
			return 1, last
		}
	}
	if was == studying && is == noStage && v.rd.lang.Code == "en" {
		return v.answeredEn(parts)
	}
	if was == drafting && v.rd.lang.Code == "en" && v.testsAgainEn() {
		return 0, part{}
	}
	if was == drafting && is == noStage && v.rd.lang.Code == "en" {
		if move, at := v.answeredEn(parts); move != 0 {
			return move, at
		}
		if move, at := v.appliedEn(parts); move != 0 {
			return move, at
		}
		return v.preparedEn(parts)
	}
	if was == studying && is == noStage {
		if p := v.studiedAct(parts); p != nil {
			return 1, *p
		}
	}
	if p, ok := v.movedOn(parts); ok {
		return 1, p
	}
	if was == noStage || is == noStage || was == is {
		return 0, part{}
	}
	// the act of the plan stands in the next plan too: nothing moved
	for _, p := range v.planClauses() {
		c := p.clause()
		if c.verb != "" && again[c.verb] == c.stage+1 && (c.stage == was || c.stage == noStage && !v.sameThingMoved(was, at, again)) {
			return 0, part{}
		}
	}
	if st, ok := verbs[at.clause().verb]; ok && st == is {
		return 0, part{}
	}
	if is > was {
		return 1, at
	}
	if is == studying && at.s.measures(at.clause()) && v.progress == schema.Done {
		return 0, part{} // to measure is part of an act that was done, and asks nothing about it
	}
	return -1, at
}

func hasKey(m map[string]stage, k string) bool {
	_, ok := m[k]
	return ok
}

// buildsOnOutcome says whether the next plan rests on what the planned act brought.
func (v *view) buildsOnOutcome() bool {
	for _, f := range v.hitsOf(v.u.next, "outcome") {
		for _, p := range v.planClauses() {
			if c := p.clause(); c.stage != noStage && c.verb != "" && containsRunes(f.s.r[max(0, f.h.start-8):f.h.end], []rune(c.verb)) {
				return true
			}
		}
	}
	return false
}

// repeatsAct says whether the next plan promises an act of the plan again.
func (v *view) repeatsAct(again map[string]stage) bool {
	for _, p := range v.planClauses() {
		c := p.clause()
		if c.verb != "" && again[c.verb] > 0 {
			return true
		}
		for w := range again {
			if v.rd.lang.Code == "ja" && sameVerbJa(w, c.verb) {
				return true
			}
		}
	}
	return false
}

func (v *view) stages(sign int) []signal {
	move, at := v.stageMove()
	if move != sign {
		return nil
	}
	c := at.clause()
	weight := 3.5
	if sign > 0 {
		for _, n := range v.u.next {
			if n.has("outcome", 0, len(n.r)) {
				weight = 5
			}
		}
		for _, f := range v.hitsOf(v.u.next, "again") {
			if f.c.kind == mainClause && f.text() != "令和" {
				weight -= 1.2
				break
			}
		}
	} else if v.progress != schema.Done {
		weight = 4.5
	}
	return []signal{{string(schema.Revised), weight, at.s.quote(c.start, c.end)}}
}

// retainedBy is the share of the plan's words that these promises repeat, and not the reasons that stand before them.
func (v *view) retainedBy(parts []part) float64 {
	var set []uint64
	for _, p := range parts {
		set = append(set, p.clause().features...)
	}
	slices.Sort(set)
	set = slices.Compact(set)
	all, in := 0.0, 0.0
	for _, p := range v.planClauses() {
		all += overlap(p.clause().features, p.clause().features, v.rd)
		in += overlap(p.clause().features, set, v.rd)
	}
	if all == 0 {
		return 0
	}
	return in / all
}

// wayDiffers: the next plan tells what was wrong, and a good part of what was done is gone and of what is to be done new.
func wayDiffers(v *view) []signal {
	parts := v.plannedParts()
	if len(parts) == 0 || len(v.u.plan) == 0 {
		return nil
	}
	if p := v.doneAnew(parts); p != nil {
		return []signal{{string(schema.Revised), 3, p.s.quote(p.clause().start, p.clause().end)}}
	}
	var why *found
	for _, f := range v.hitsOf(v.u.next, "problem") {
		if f.c.kind == reasonClause && !v.inPlan(f) && !v.worldsProblem(f) {
			why = &f
			break
		}
	}
	if why == nil {
		why = v.deniedGround()
	}
	if why == nil {
		return nil
	}
	all, known := 0.0, 0.0
	for _, p := range parts {
		c := p.clause()
		all += overlap(c.features, c.features, v.rd)
		known += overlap(c.features, v.planSet, v.rd)
	}
	if all == 0 || known > 0.7*all || v.retainedBy(parts) > 0.75 || v.sameMeanings() {
		return nil
	}
	return []signal{{string(schema.Revised), 3.2, why.evidence()}}
}

// studiedAct finds a promise to do what the plan only asked about: 「電子化の可否を検討する」 → 「電子化する」.
func (v *view) studiedAct(parts []part) *part {
	for i, p := range parts {
		w := []rune(p.clause().verb)
		if len(w) < 2 || v.rd.lang.Code != "ja" {
			continue
		}
		for _, q := range v.planClauses() {
			r := q.s.r[q.clause().start:q.clause().end]
			for k := 0; k+len(w) < len(r); k++ {
				if !startsAt(r, k, w) {
					continue
				}
				for _, about := range []string{"の可否", "の是非", "の適否", "の要否", "の必要性", "の実現性", "の実現可能性", "の在り方", "の方法", "の方策", "について検討", "について調査", "に向けた検討", "に向けて検討", "の検討", "に関する検討", "することの", "すること", "を検討"} {
					if hasRunes(r, k+len(w), about) {
						return &parts[i]
					}
				}
			}
		}
	}
	return nil
}
