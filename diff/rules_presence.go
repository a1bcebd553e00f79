package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

var presenceRules = []Rule{
	{
		ID: "plan-silent", For: "disposition", Ja: "前年度計画に記載がなく、次年度計画に新たに記載",
		Doc:     "The plan says nothing, the next plan promises something: it is new.",
		Mirror:  "next-plan-silent",
		Example: "-- next_plan --\n公民館の職員を対象とした応急手当の講習会を開催する。\n-- want --\nnew\n",
		find: func(v *view) []signal {
			if len(v.u.plan) > 0 {
				return nil
			}
			return []signal{{string(schema.New), 8, absent(schema.Plan)}}
		},
	},
	{
		ID: "next-plan-silent", For: "disposition", Ja: "次年度計画に記載がなく、その理由も示されていない",
		Doc:     "The next plan says nothing of the commitment, and nothing tells why: dropped.",
		Mirror:  "plan-silent",
		Example: "-- plan --\n公民館の職員を対象とした応急手当の講習会を開催する。\n-- results --\n講習会の会場の調整を進めている。\n-- want --\ndropped\n",
		find: func(v *view) []signal {
			if len(v.u.plan) == 0 || len(v.u.next) > 0 && !v.blank() {
				return nil
			}
			return []signal{{string(schema.Dropped), 2, absent(schema.NextPlan)}}
		},
	},
	{
		ID: "goes-on", For: "disposition", Ja: "次年度計画に同じ取組がある",
		Doc:     "The next plan promises the same: without evidence of a change the commitment is carried over.",
		Waiver:  "It is its own mirror.",
		Example: "-- plan --\n公民館の職員を対象とした応急手当の講習会を開催する。\n-- results --\n講習会を開催した。\n-- next_plan --\n引き続き、公民館の職員を対象とした応急手当の講習会を開催する。\n-- want --\ncarried-over\n",
		find: func(v *view) []signal {
			if len(v.u.plan) == 0 || len(v.u.next) == 0 {
				return nil
			}
			if v.blank() {
				return nil
			}
			if len(v.plannedParts()) == 0 {
				return []signal{{string(schema.CarriedOver), 0.5, v.u.next[0].quote(0, len(v.u.next[0].r))}}
			}
			weight := 2.0
			s := v.u.next[0]
			at := s.quote(0, len(s.r))
			for _, f := range v.hitsOf(v.u.next, "again") {
				if f.c.kind == mainClause && f.text() != "令和" && !endsWith(trimMarks(f.s.r[f.c.start:f.c.end]), "ながら", "つつ") {
					weight = 2.6
					at = f.evidence()
					break
				}
			}
			if ev, ok := v.nextRoundEn(); ok {
				weight, at = 3.2, ev
			}
			if v.verbatim() && !v.putLater() && len(putOff(v)) == 0 {
				if weight += 4; v.rd.lang.Code == "en" && len(dateLater(v)) > 0 {
					weight -= 2.5 // the same but for a later date, and not reported as done
				}
			}
			return []signal{{string(schema.CarriedOver), weight, at}}
		},
	},
	{
		ID: "done-and-gone", For: "disposition", Ja: "終わりまで行うとした取組が済み、次年度計画に記載がない",
		Doc:     "The plan was to bring something to its end state, the results report it, and the next plan has no more of it: completed. An act without an end state that goes silent is dropped.",
		Waiver:  "It rests on the results, which swapping plan and next plan leaves alone.",
		Example: "-- plan --\n蔵書検索システムの更新を完了させる。\n-- results --\n蔵書検索システムの更新を令和５年９月に完了した。\n-- want --\ncompleted\n",
		find:    doneAndGone,
	},
}

func doneAndGone(v *view) []signal {
	if len(v.u.plan) == 0 || len(v.u.next) > 0 && !v.blank() {
		return nil
	}
	var out []signal
	for _, cue := range []string{"goal", "complete"} {
		for _, f := range v.says(v.u.results, cue) {
			if (!f.c.negated || deniesItself(f.s, f.h)) && f.c.tense != planned && f.c.kind != ifClause && f.c.kind != purposeClause && !v.whyStopped(f) {
				return []signal{{string(schema.Completed), 6, f.evidence()}}
			}
		}
	}
	stops := v.says(v.u.results, "stop")
	if v.rd.lang.Code == "ja" { // 「受託した会社が撤退し、試験は断念するとの結論に至った」: why stands before it
		stops = slices.DeleteFunc(stops, func(f found) bool { return f.c.tense != past })
	}
	if f := firstOf(stops); f != nil && f.c.tense == past && !v.inPlan(*f) && !v.calledOffOnce(*f) && !f.h.inside(f.s, "ended") && !v.oldOnesEn(f.s, f.c) {
		if v.rd.lang.Code == "en" && f.s.has("scheduled", f.h.end, len(f.s.r)) {
			return []signal{{string(schema.Ended), 5.5, f.evidence()}} // given up as scheduled
		}
		if v.givesWayEn(*f) {
			return []signal{{string(schema.Completed), 5, f.evidence()}}
		}
		out = append(out, signal{string(schema.Discontinued), 5.5, f.evidence()})
	}
	if ev, ok := v.workOverEn(); ok && v.progress == schema.Done && len(out) == 0 {
		return []signal{{string(schema.Completed), 5, ev}}
	}
	if f := firstOf(v.says(v.u.results, "ended")); f != nil && f.c.tense == past && !v.inPlan(*f) {
		out = append(out, signal{string(schema.Ended), 5, f.evidence()})
	}
	if v.progress != schema.Done || len(out) > 0 {
		return out
	}
	if ev, ok := v.allDoneEn(); ok && v.passesEn() {
		return append(out, signal{string(schema.Ended), 4.5, ev}) // the last of the lectures was given
	} else if ok {
		return append(out, signal{string(schema.Completed), 4.5, ev})
	}
	if ev, ok := v.finishedEn(); ok && !v.planHas("scheduled") {
		return append(out, signal{string(schema.Completed), 4, ev})
	}
	if v.rd.lang.Code == "en" && len(v.universals(v.planClauses())) > 0 && v.placedEn() {
		return append(out, signal{string(schema.Completed), 3.8, v.u.results[0].quote(0, len(v.u.results[0].r))})
	}
	top := v.topStage(v.u.plan)
	if f := firstOf(append(v.hitsOf(v.u.plan, "scheduled"), v.hitsOf(v.u.plan, "ended")...)); f != nil && !strings.HasPrefix(f.text(), "を終える") {
		return append(out, signal{string(schema.Ended), 4.5, f.evidence()})
	}
	for _, s := range v.u.plan {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind != mainClause || c.tense != planned {
				continue
			}
			if v.rd.lang.Code == "ja" && s.forEvent(c) && len(s.dates) > 0 {
				return append(out, signal{string(schema.Ended), 4.5, s.quote(c.start, c.end)})
			}
			endState := (c.stage == drafting || c.stage == doing) && !s.serves(c) && !(c.verb == "test" && c.stage == drafting)
			if s.has("complete", c.start, c.end) || s.has("end-act", c.start, c.end) && (v.rd.lang.Code != "ja" || s.predicated(c, "end-act")) || s.has("ended", c.start, c.end) { // 建設現場に職員を派遣する has no end
				endState = true
			}
			if v.rd.lang.Code == "ja" && endsWith([]rune(c.verb), "支援", "補助", "助成", "後押", "助言", "支") && !s.has("complete", c.start, c.end) {
				endState = false // 「整備を支援する」: others make it, and the help has no end
			}
			for _, d := range s.dates {
				if d.Deadline && v.lastsUntilEn(s, d) {
					return append(out, signal{string(schema.Ended), 4.5, s.quote(d.Span.Start, d.Span.End)})
				}
				if d.Deadline {
					endState = true
				}
			}
			if endState && top != running && !s.has("recurring", 0, len(s.r)) && !(v.rd.lang.Code == "en" && v.planRecursEn()) {
				return append(out, signal{string(schema.Completed), 4.5, s.quote(c.start, c.end)})
			}
		}
		for _, d := range s.dates { // a one-off event on a day or in a month
			if d.Unit == "month" || d.Unit == "day" {
				return append(out, signal{string(schema.Ended), 4, s.quote(d.Span.Start, d.Span.End)})
			}
		}
	}
	if f := v.gapClosed(); len(out) == 0 && f != nil {
		return append(out, signal{string(schema.Completed), 4, f.evidence()})
	}
	if ev, ok := v.allOfThemReached(); len(out) == 0 && ok {
		return append(out, signal{string(schema.Completed), 4, ev})
	}
	if len(out) == 0 && v.rd.lang.Code == "ja" && len(v.allNext) == 0 {
		if f := v.siblingReached(); f != nil {
			return append(out, signal{string(schema.Completed), 3, f.evidence()})
		}
	}
	return out
}

// gapClosed finds where the results say that all have now what the plan meant to give to those that had it not: 「車両が配備されていない県」,
// 「車両は47都道府県の全てが持つに至った」.
func (v *view) gapClosed() *found {
	if v.rd.lang.Code != "ja" || v.planHas("recurring") {
		return nil
	}
	gap := false
	for _, s := range append(v.u.plan[:len(v.u.plan):len(v.u.plan)], v.u.results...) {
		gap = gap || s.has("gap", 0, len(s.r))
	}
	if !gap {
		return nil
	}
	for _, cue := range []string{"universal", "all-done"} {
		for _, f := range v.hitsOf(v.u.results, cue) {
			if f.c == &f.s.clauses[len(f.s.clauses)-1] && f.c.tense == past && !f.c.negated && !f.s.has("part-strong", f.c.start, f.c.end) && !f.s.has("out-of", f.c.start, f.c.end) {
				return &f
			}
		}
	}
	return nil
}

// calledOffOnce says whether what the results call off is one meeting or round of something that is held, and not the thing: 「説明会は…取りやめた」.
func (v *view) calledOffOnce(f found) bool {
	if v.rd.lang.Code != "ja" || v.endState() || v.planHas("end-act") || f.s.has("for-good", 0, len(f.s.r)) {
		return false
	}
	held := false
	for _, p := range v.planClauses() {
		for _, w := range []string{"会を", "会の", "開催", "開く", "催", "講習", "研修", "訓練", "演習", "教室", "講座", "視察", "派遣", "フォーラム", "セミナー", "シンポジウム", "大会", "式典", "キャンペーン", "展示", "巡回"} {
			held = held || containsRunes(p.s.r[p.clause().start:p.clause().end], []rune(w))
		}
	}
	if !held {
		return false
	}
	w := f.text()
	return strings.HasPrefix(w, "取りやめ") || strings.HasPrefix(w, "取り止め") || strings.HasPrefix(w, "とりやめ") || strings.HasPrefix(w, "中止") || strings.HasPrefix(w, "見送") || strings.HasPrefix(w, "見合わせ") || strings.HasPrefix(w, "休止")
}

// siblingReached finds where the results say of another commitment of an item that goes wholly silent that its goal is reached: that
// tells why there is no more of this one, which was done.
func (v *view) siblingReached() *found {
	if v.planHas("recurring") {
		return nil
	}
	for _, cue := range []string{"complete", "goal"} {
		for _, f := range v.says(v.allResults, cue) {
			if (!f.c.negated || deniesItself(f.s, f.h)) && f.c.tense == past && f.c.kind == mainClause {
				return &f
			}
		}
	}
	return nil
}

// forEvent says whether a clause does something for an event that comes once: 「令和５年４月の統一地方選挙に合わせて公開する」.
func (s *sentence) forEvent(c *clause) bool {
	for _, event := range []string{"選挙", "大会", "周年", "祭", "博覧会", "会議", "サミット", "訪問", "来日", "来訪", "オリンピック", "国体", "開催", "記念日", "就任", "即位", "式典"} {
		for _, for_ := range []string{"に合わせて", "に合わせ、", "に際して", "に際し", "を記念して", "を記念し", "を機に", "の期間中", "の会期中", "にちなんで", "に因んで"} {
			if containsRunes(s.r[c.start:c.end], []rune(event+for_)) {
				return true
			}
		}
	}
	return false
}

// serves says whether what a clause sets up is a service that runs for its time: 「相談の窓口を平日に開設する」.
func (s *sentence) serves(c *clause) bool {
	if len(s.words) > 0 {
		return false
	}
	return s.has("some-time", c.start, c.end) || s.has("any-time", c.start, c.end) || endsWith([]rune(c.object), "窓口", "相談", "相談会", "相談所", "相談室", "教室", "講座", "電話", "ホットライン", "案内所", "サロン", "休憩所")
}

func firstOf(f []found) *found {
	if len(f) == 0 {
		return nil
	}
	return &f[0]
}

// blank says whether the next plan says only that there is none, so that it is as good as silent: 「次年度の計画なし」.
func (v *view) blank() bool {
	if v.rd.lang.Code != "ja" || len(v.u.next) != 1 || len(v.allNext) != 1 {
		return false
	}
	s := v.u.next[0]
	if !s.has("unlisted", 0, len(s.r)) && !s.endsIn("nothing-left") && !s.noneToDo() || len(s.clauses) > 1 || v.quotesOther(s) || v.namesOther(s) {
		return false
	}
	for _, cue := range []string{"complete", "goal", "ended", "period-over", "failed", "stop", "move", "merge", "elsewhere"} {
		if s.has(cue, 0, len(s.r)) {
			return false
		}
	}
	return true
}
