package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

var progressRules = []Rule{
	{ID: "no-plan", For: "progress", Ja: "報告の対象となる計画がない", Doc: "There was no plan to report on.", Waiver: "Progress looks at plan and results only.",
		Example: "-- next_plan --\n公民館の職員を対象とした応急手当の講習会を開催する。\n-- want --\nnot-applicable\n",
		find: func(v *view) []signal {
			if len(v.u.plan) > 0 {
				return nil
			}
			return []signal{{string(schema.NotApplicable), 8, absent(schema.Plan)}}
		}},
	{ID: "results-silent", For: "progress", Ja: "成果に記載がない", Doc: "No result speaks of the commitment.", Waiver: "Progress looks at plan and results only.",
		Example: "-- plan --\n移動図書館の巡回を行う。\n-- results --\n気象観測装置の電池を交換した。\n-- want --\nnot-reported\n",
		find: func(v *view) []signal {
			if len(v.u.plan) == 0 || len(v.u.results) > 0 {
				return nil
			}
			return []signal{{string(schema.NotReported), 8, absent(schema.Results)}}
		}},
	{ID: "reported", For: "progress", Ja: "成果の文末・段階・否定から判断", Doc: "The tense, stage and negation of the results against the planned act: done, partly done, under way or not done.", Waiver: "Progress looks at plan and results only.",
		Example: "-- plan --\n移動図書館の巡回計画を策定する。\n-- results --\n策定に向けて関係機関との調整を進めている。\n-- want --\nunder-way\n",
		find:    reported},
	{ID: "fewer-than-planned", For: "progress", Ja: "計画より少ない数を報告", Doc: "The results name a lower number of the same thing than the plan: partly done.", Waiver: "Progress looks at plan and results only.",
		Example: "-- plan --\n読書会を年間100回開催する。\n-- results --\n読書会を73回開催した。\n-- want --\npartly-done\n",
		find:    fewer},
}

// report is what one clause of the results says.
type report uint8

const (
	saysNothing report = iota
	saysDone
	saysPrepared // an act that only leads up to the planned one
	saysOnlySo   // got no further than such an act: 「測量を終えるにとどまった」
	saysUnderWay
	saysNotDone
	saysPart
	saysOther // something was done that the plan does not name
	saysGoing // something that the plan does not name is in the course of being done
	saysNot   // something that the plan does not name was not so
	saysNear  // something was done with what the plan names, by another verb: in English only
)

// reported adds up what the clauses of the results say.
func reported(v *view) []signal {
	if len(v.u.plan) == 0 || len(v.u.results) == 0 {
		return nil
	}
	var first [saysNear + 1]*Evidence
	var count [saysNear + 1]int
	beside := 0 // clauses that tell of something done which is not the planned act
	for _, s := range v.u.results {
		for i := range s.clauses {
			c := &s.clauses[i]
			k := v.reportOf(s, c, i == len(s.clauses)-1)
			if count[k]++; first[k] == nil {
				ev := s.quote(c.start, c.end)
				first[k] = &ev
			}
			if k == saysDone && v.rd.lang.Code == "ja" && v.besideThePlan(s, c) {
				beside++
			}
		}
	}
	pick := func(p schema.Progress, weight float64, k report) []signal {
		return []signal{{string(p), weight, *first[k]}}
	}
	done, prep, way, not, part := count[saysDone], count[saysPrepared], count[saysUnderWay], count[saysNotDone], count[saysPart]
	if (way > 0 || part > 0) && done > 0 && v.toldNoneLeft() {
		return pick(schema.Done, 5, saysDone) // however it went on the way, nothing is left to do
	}
	if not > 0 && done == beside {
		done = 0 // 「講座は開くことができなかった。各地の定数を調べ、保護司会に通知した」
	}
	switch {
	case part > 0:
		return pick(schema.PartlyDone, 4, saysPart)
	case not == 0 && done == 0 && v.rd.lang.Code == "en" && v.stoppedBeforeEn():
		return []signal{{string(schema.NotDone), 5, v.u.results[0].quote(0, len(v.u.results[0].r))}}
	case not > 0 && done > 0:
		return pick(schema.PartlyDone, 3, saysNotDone)
	case not > 0 && done == 0 && v.calledOffEn():
		return pick(schema.NotDone, 5, saysNotDone)
	case not > 0 && v.othersLeftEn():
		return pick(schema.PartlyDone, 3, saysNotDone) // a further 32 claims could not be dealt with
	case not > 0 && count[saysNear]+count[saysOther] > 0 && done == 0 && prep == 0 && way == 0 && v.nearFirstEn():
		return pick(schema.PartlyDone, 3, saysNotDone) // the lake was cleared; the tributaries could not be reached
	case not > 0 && way > 0:
		return pick(schema.UnderWay, 3, saysUnderWay)
	case not > 0:
		return pick(schema.NotDone, 5, saysNotDone)
	case way > 0 && done > 0:
		return pick(schema.PartlyDone, 3, saysUnderWay)
	case count[saysOnlySo] > 0 && done > 0:
		return pick(schema.PartlyDone, 3, saysOnlySo)
	case count[saysOnlySo] > 0:
		return pick(schema.UnderWay, 3, saysOnlySo)
	case way > 0:
		return pick(schema.UnderWay, 5, saysUnderWay)
	case prep > 0 && done == 0 && count[saysOther] > 0 && v.rd.lang.Code == "ja" && !v.endState() && !v.planHas("end-act") && v.topStage(v.u.plan) == noStage && v.lastSaysOther():
		return pick(schema.Done, 3, saysOther) // 「働き掛けを行い、３名を委嘱した」, of an act without an end
	case prep > 0 && done == 0:
		return pick(schema.UnderWay, 3, saysPrepared)
	case done > 0 && (v.actUnreported() || v.restToComeEn()):
		return pick(schema.PartlyDone, 4, saysDone)
	case done > 0:
		return pick(schema.Done, 5, saysDone)
	case count[saysNear] > 0 && v.restToComeEn():
		return pick(schema.PartlyDone, 3, saysNear)
	case count[saysNear] > 0:
		return pick(schema.Done, 4, saysNear)
	case count[saysOther] > 0 && (v.onTheWayEn() || v.dueLaterEn()):
		return pick(schema.UnderWay, 2.5, saysOther) // the jury has met twice
	case count[saysOther] > 0:
		return pick(schema.Done, 3, saysOther)
	case count[saysGoing] > 0:
		return pick(schema.UnderWay, 3, saysGoing)
	case count[saysNot] > 0:
		return pick(schema.NotDone, 2, saysNot)
	}
	at := v.u.results[0]
	if v.dueLaterEn() {
		return []signal{{string(schema.UnderWay), 2.5, at.quote(0, len(at.r))}}
	}
	return []signal{{string(schema.Done), 1.5, at.quote(0, len(at.r))}}
}

// reportOf reads one clause of the results against the planned act.
func (v *view) reportOf(s *sentence, c *clause, last bool) report {
	if c.kind == purposeClause || c.kind == ifClause {
		return saysNothing
	}
	if v.causeFirstEn(s, c) {
		return saysNothing
	}
	if k := v.toldOffEn(s, c); k != saysNothing {
		return k
	}
	if s.saysHowMuchJa() {
		return saysPart
	}
	var not, way, prepares, resultative, complete bool
	for _, h := range s.hits {
		if h.start < c.start || h.end > c.end {
			continue
		}
		switch h.cue {
		case "not-reached", "stop":
			not = not || h.cue == "stop" && !v.oldOnesEn(s, c) && !v.givesWayEn(found{s, c, h}) && !v.soldEn(s, c, h) && !s.takenUpAgainEn(h.end) && v.g.predicate(s, c, h) && !v.inPlan(found{s, c, h}) && (!v.planHasVerb(c.verb) || givenUp(s, h)) || h.cue == "not-reached" && !s.takenUpAgainEn(h.end) && v.g.predicate(s, c, h) && !(v.planHasVerb(c.verb) && !c.negated && s.r[h.start] != '未') && !v.noLongerEn(s, c, h)
		case "under-way":
			way = way || v.g.predicate(s, c, h) && !v.carriesOnJa(s, c, h) && !(c.negated && v.opensWithNoEn(s, c))
		case "prepare":
			prepares = prepares || v.g.predicate(s, c, h) && !v.ownWordEn(s, h) && !v.manyDealtEn(s, c) && !v.isMeans([]rune(strings.TrimSuffix(string(s.r[h.start:h.end]), "を")))
		case "resultative":
			resultative = resultative || v.g.predicate(s, c, h) && !inCourse(s, c)
		case "complete", "goal":
			complete = complete || (c.tense != planned || c.inherits) && v.g.predicate(s, c, h) && (!c.negated || deniesItself(s, h))
		}
	}
	if c.negated && s.harmless(c) {
		return saysOther // 「誤った表示は一度もなかった」
	}
	if c.negated && s.has("not-found", c.start, c.end) {
		if c.tense == past && v.wanted(s, c) {
			return saysNotDone // 「貸出しを担う山小屋が見付からなかった」
		}
		return saysOther // who found nothing has looked
	}
	if c.inherits && (containsRunes(s.r[c.start:c.end], []rune("従来どおり")) || containsRunes(s.r[c.start:c.end], []rune("これまでどおり"))) && s.clauses[len(s.clauses)-1].negated {
		return saysNothing // 「従来どおり…実施し、…には踏み切らなかった」: the old act in the place of the planned one
	}
	if c.kind == reasonClause && c.tense == past && !c.negated && endsWith(trimMarks(s.r[c.start:c.end]), "結果") && v.planHasVerb(c.verb) {
		return saysDone // 「試験を行った結果、」
	}
	if c.kind == reasonClause || c.contrast && !last && (not || c.negated && v.rd.lang.Code == "ja" || way && v.planHasVerb(s.clauses[len(s.clauses)-1].verb) || v.partOf(s, c)) {
		return saysNothing // why, or what the rest of the sentence outweighs
	}
	again := v.rd.lang.Code == "en" && c.tense == planned && !c.negated && s.has("again", c.start, c.end) && len(s.clauses) > 1
	if again || not && !c.negated && v.someOfThemEn(s, c) || (not || c.negated) && (v.worldEn(s, c) || v.asideEn(s, c)) {
		return saysNothing // "examinations will be taken on paper once more": what is done in its place
	}
	top := v.topStage(v.u.plan)
	same := v.planHasVerb(c.verb) || v.actAmongEn(s, c) || v.planHasCompound(c.verb) || v.planHasWago(s, c) || !way && v.realisesEn(s, c)
	if !last && !not && !way && !c.negated && v.rd.lang.Code == "ja" && s.contrastFrom(c) {
		switch v.lastReport(s, c) {
		case saysNotDone, saysNot:
			if s.placeTopic(c) && s.placeTopic(&s.clauses[len(s.clauses)-1]) {
				return saysPart // 「東京都では講習を催したものの、福岡市では会場を開けることができなかった」
			}
			if !same && !v.namesAct(s, c) {
				return saysNothing // 「会場を押さえたものの、流会となった」
			}
		case saysUnderWay, saysGoing:
			if !same {
				return saysNothing // 「原稿を起こしたものの、なお読み合わせの途上にある」
			}
		}
	}
	if c.inherits && !same && !not && !complete && v.rd.lang.Code == "ja" && !v.namesAct(s, c) && s.has("preliminary", s.clauses[len(s.clauses)-1].start, len(s.r)) && v.lastReport(s, c) == saysPrepared {
		return saysPrepared // 「検討会を２回開催し、素案を取りまとめた」
	}
	prelim := s.has("preliminary", c.start, c.end) && !v.planHas("preliminary") && !(s.words != nil && v.promisesVerb("draft")) || endsWith([]rune(c.object), "案") && !containsRunes(v.planText, []rune("案"))
	if prelim {
		same, prepares = false, true
	}
	not = (not || couldNot(s, c) || v.noneOfIt(s, c) || v.leftUndone(s, c) || c.negated && v.promisesVerb(c.verb) && !complete || v.deniesPlanned(s, c) || v.rejectedEn(s, c)) && !v.fewCame(s, c)
	if v.rd.lang.Code == "ja" && s.has("existing", c.start, c.end) && !v.planHas("existing") && c.tense != planned && !way {
		return saysOther // 「従来どおり対面で実施し」
	}
	if v.keepsFromEn(c) || v.avertedEn(c) {
		return saysDone
	}
	if !not && !prelim && !c.negated && (c.tense == past || c.inherits && !way) && v.u.foundBy(s) {
		return saysDone // 「測定の結果、３基を直した」
	}
	study := top == studying
	first := prelim && v.rd.lang.Code == "ja" && !study // an early form of the thing, however far its own act goes
	ends := top == noStage && v.planHas("end-act") && v.rd.lang.Code == "ja"
	if !same && !not && v.stepToUseEn(s, c) {
		return saysPrepared
	}
	if !same && !not && !c.negated && top >= drafting && c.tense == past && s.preparesOnlyEn() && overlap(v.u.features, c.features, nil) == 0 {
		return saysPrepared
	}
	switch {
	case not && (v.onlySomeJa(s, c) || s.fromThenOn(c)):
		return saysPart
	case not && c.inherits && v.notLater(s, c):
		return saysNotDone // 「合意に至らず、補助を行わなかった」
	case not && v.onlyTheEnd(s, c):
		return saysUnderWay
	case not && v.forGood(s, c):
		return saysNothing // 「運行は令和５年度をもって取りやめとなった」 speaks of the years to come
	case not && v.notYetEn(s, c, prepares):
		return saysUnderWay
	case not:
		return saysNotDone
	case c.inherits && way && endsWith(trimMarks(s.r[c.start:c.end]), "となり", "こととなり", "なったため") && v.notLater(s, c):
		return saysNothing // 「取交しが年度を越えることとなり、手を付けていない」: why
	case v.exceptSomeJa(s, c), v.onlySomeJa(s, c):
		return saysPart
	case v.firstStepJa(s, c), v.onlySoFarJa(s, c):
		return saysUnderWay // 「ひな形を作るところまで進んだ」
	case v.besideJa(s, c, same):
		return saysOther // 「うち12市町村が工事に入った」: what others did then
	case c.inherits && !same && v.notLater(s, c) && !v.cleftDone(s, c):
		return saysNothing // 「装置が塩害で動かなくなり、配ることができなかった」
	case v.outOf(s, c), v.someOfMany(s, c, same || allIn([]rune(c.verb), lightJa), complete):
		return saysPart
	case v.mostOfThemEn(s, c), v.shareToldEn(s, c):
		return saysPart
	case v.cleftDone(s, c), !way && v.stateReachedEn(s, c):
		return saysDone // 「補助金を交付したのは19港であり、」
	case v.workGoesOnEn(s, c), v.studyGoesOnEn(s, c):
		return saysUnderWay
	case v.firstOnesEn(s, c) && !complete:
		return saysPrepared
	case v.begun(s, c), s.lagsJa(c):
		return saysUnderWay
	case complete && !v.partOf(s, c):
		if !same && (!study && prepares || c.inherits && v.goesOnLater(s, c) || v.otherStepEn(c)) {
			return saysPrepared // 「調査票の設計を終え、」, 「検体の採取が済み、比較を進めている」
		}
		return saysDone
	case s.has("part-strong", c.start, c.end) && prepareBefore(s, c):
		return saysOnlySo // 「準備にとどまった」
	case v.someOf(s, c) && same:
		return saysPart
	case v.rd.lang.Code == "en" && prepares && !same && !study && top >= drafting && v.partOf(s, c):
		return saysPrepared // half of the texts have been chosen
	case v.partOf(s, c) && v.besideTheAct(s, c):
		return saysNothing
	case v.partOf(s, c):
		return saysPart
	case c.negated && c.tense == past:
		return saysNot
	case first && c.inherits:
		return saysPrepared // 「草案を作成し、校閲を受けている」
	case c.tense == ongoing && c.inherits && s.goesWellJa(c):
		return saysUnderWay // 「作業を行っており、見込みを上回る速さで進んでいる」
	case c.tense == ongoing && c.inherits:
		if v.promisesVerb(c.verb) && !v.promisesVerb(s.clauses[len(s.clauses)-1].verb) && !strings.Contains(string(s.r[c.start:c.end]), "開始") && !strings.Contains(string(s.r[c.start:c.end]), "着手") {
			return saysDone // 「指針を策定し、周知を行っている」
		}
		if i := slices.IndexFunc(s.clauses, func(o clause) bool { return o.start >= c.end && !o.inherits }); i >= 0 && v.reportOf(s, &s.clauses[i], i == len(s.clauses)-1) == saysDone {
			return saysDone
		}
		return saysNothing
	case c.tense == ongoing && v.inUseEn(s, c):
		return saysDone
	case c.tense == ongoing:
		if resultative && !same && v.rd.lang.Code == "ja" && overlap(v.u.core, c.features, nil) == 0 && overlap(v.u.features, c.features, nil) < 2 {
			return saysOther // how things are that go with it
		}
		if !same && !resultative && !way && v.leadsToEndEn() {
			return saysGoing // the shell is standing
		}
		if resultative || !last && !way && !prepares && s.clauses[len(s.clauses)-1].tense == past && !v.onlySoFarJa(s, &s.clauses[len(s.clauses)-1]) {
			return saysDone
		}
		if same && !v.endState() && !way && !study || v.inUse(s, c) {
			return saysDone
		}
		if !same && !way && !prepares && !s.ofTheRestJa(c) {
			return saysGoing
		}
		return saysUnderWay
	case way && c.inherits && c.tense == past && v.doneLater(s, c):
		return saysNothing // 「接続の作業を進め、…全て接続した」
	case way && v.draftHandedInEn(s, c):
		return saysDone // "The draft inventory was laid before the board", of a plan to draft it
	case way && (c.tense != past || !study && !same):
		return saysUnderWay
	case first && c.tense != planned, prepares && (c.stage <= studying || c.stage <= top || ends || v.leadsToEndEn() || beginsStep(s, c)) && !same && !study, !same && !study && v.leadsUpTo(s, c):
		return saysPrepared
	}
	if !same && overlap(v.u.core, c.features, nil) == 0 || v.onlyStateEn(s, c) {
		return saysOther
	}
	if v.rd.lang.Code == "en" && !same {
		return saysNear
	}
	return saysDone
}

// promisesVerb says whether an act of the plan's promises has this verb.
func (v *view) promisesVerb(verb string) bool {
	for _, p := range v.planClauses() {
		if verb != "" && (p.clause().verb == verb || v.rd.lang.Code == "ja" && sameVerbJa(p.clause().verb, verb)) {
			return true
		}
	}
	return false
}

// planHas says whether the plan of the commitment holds a cue word of that class.
func (v *view) planHas(cue string) bool { return len(v.hitsOf(v.u.plan, cue)) > 0 }

// deniesItself says whether a cue word holds the negation of its clause itself: 残っていない.
func deniesItself(s *sentence, h hit) bool {
	return containsRunes(s.r[h.start:h.end], []rune("ない")) || containsRunes(s.r[h.start:h.end], []rune("なく")) || containsRunes(s.r[h.start:h.end], []rune("残っておらず")) || hasRunes(s.r, h.start, "no") || containsRunes(s.r[h.start:h.end], []rune("not "))
}

// partOf says whether a clause tells of a part only, in words that the plan does not have.
func (v *view) partOf(s *sentence, c *clause) bool {
	for _, h := range s.hits {
		if h.cue == "part-strong" && h.start >= c.start && h.end <= c.end && !containsRunes(v.planText, s.r[h.start:h.end]) && !v.foundPartEn(s, c, h) && !v.detailEn(s, c, h.start) && !littleHarm(s, c, h) && !v.onlyResponse(s, c) {
			return true
		}
	}
	return false
}

// outOf says whether a clause counts some out of all that was planned: 「86基のうち52基の改修を終え」.
func (v *view) outOf(s *sentence, c *clause) bool {
	if c.tense == planned && !c.inherits && !countsDone(s, c) {
		return false
	}
	whole := len(v.universals(v.planClauses())) > 0 || v.planHas("complete")
	amounts := amountsOf(v.planClauses())
	for i := 1; v.rd.lang.Code == "ja" && i < len(s.quantities); i++ { // 12人中7人
		a, b := &s.quantities[i-1], &s.quantities[i]
		if a.Span.Start >= c.start && b.Span.End <= c.end && a.Unit == b.Unit && b.Value < a.Value && hasRunes(s.r, a.Span.End, "中") && b.Span.Start <= a.Span.End+2 && (whole || slices.ContainsFunc(amounts, func(x amount) bool { return x.Value == a.Value && x.Unit == a.Unit })) {
			return true
		}
	}
	for _, h := range s.hits {
		if h.cue != "out-of" || h.start < c.start || h.end > c.end {
			continue
		}
		var all, some *lang.Quantity
		for i := range s.quantities {
			q := &s.quantities[i]
			switch {
			case q.Span.End <= h.start && q.Span.Start >= c.start:
				all = q
			case some == nil && q.Span.Start >= h.end && (q.Span.Start <= h.end+3 || all != nil && q.Unit == all.Unit && q.Span.End <= c.end && (v.planHasVerb(c.verb) || s.has("complete", c.start, c.end))):
				some = q
			}
		}
		if some == nil {
			continue
		}
		if all == nil { // 「対象とする17の離島のうち5島」: the number stands without a unit of its own
			if whole && c.end-some.Span.End < 8 {
				return true
			}
			continue
		}
		if v.rd.lang.Code == "ja" && !v.promisesVerb(c.verb) && s.has("finding", some.Span.End, c.end) {
			continue // 「15万頭のうち３頭から検出された」: what was found among those that were looked at
		}
		named := slices.ContainsFunc(amounts, func(a amount) bool { return a.Value == all.Value && a.Unit == all.Unit })
		// 17の離島のうち5島, 24の堰のうち18か所: the part may have a shorter or a general unit
		alike := strings.HasSuffix(all.Unit, some.Unit) || some.Unit == "か所"
		if alike && some.Value < all.Value && (named || whole) {
			return true
		}
	}
	return false
}

// planHasVerb says whether the plan promises the act by the same word.
func (v *view) planHasVerb(verb string) bool {
	if verb == "" {
		return false
	}
	for _, p := range v.planClauses() {
		if p.clause().verb == verb || v.rd.lang.Code == "ja" && sameVerbJa(p.clause().verb, verb) || v.rd.lang.Code == "en" && p.hasWordEn(verb) || v.rd.lang.Code != "en" && len([]rune(verb)) >= 2 && containsRunes(p.s.r[p.clause().start:p.clause().end], []rune(verb)) {
			return true
		}
	}
	return false
}

// endState says whether the planned act has an end: something made, introduced or finished.
func (v *view) endState() bool {
	for _, p := range v.planClauses() {
		if c := p.clause(); c.stage == drafting || c.stage == doing || p.s.has("complete", c.start, c.end) || turnsIntoJa(p) {
			return true
		}
	}
	return false
}
