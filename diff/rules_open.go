package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

var openRules = []Rule{
	{
		ID: "at-odds", For: "disposition", Ja: "終了又は廃止と報告しながら、次年度計画で続けている",
		Doc:     "The results say that it ended or was abolished, and the next plan goes on with it: only a person can tell.",
		Waiver:  "It rests on the results.",
		Example: "-- plan --\n市民講座を公民館で開催する。\n-- results --\n市民講座を開催した。本講座は令和５年度をもって終了した。\n-- next_plan --\n引き続き、市民講座を公民館で開催する。\n-- want --\nunclear\n",
		find:    atOdds,
	},
	{
		ID: "left-open", For: "disposition", Ja: "今後の扱いが決まっていないことを記載",
		Doc:     "The next plan leaves open what becomes of it: only a person can tell.",
		Waiver:  "A statement about the measure.",
		Example: "-- plan --\n移動図書館の巡回を行う。\n-- results --\n巡回を行った。\n-- next_plan --\n令和６年度における本事業の取扱いについては、別途判断する。\n-- want --\nunclear\n",
		find:    leftOpen,
	},
}

func atOdds(v *view) []signal {
	if len(v.plannedParts()) == 0 || v.retained() < 0.5 || v.deniesEn() || v.rd.lang.Code == "en" && len(v.says(v.u.next, "stop"))+len(v.says(v.u.next, "ended")) > 0 {
		return nil
	}
	for _, f := range v.says(v.u.results, "goal") {
		if f.c.tense == past && !f.c.negated && !v.planHas("recurring") && v.verbatimOrAgain() && !(v.rd.lang.Code == "en" && v.inPlan(f)) {
			return []signal{{string(schema.Unclear), 4, f.evidence()}}
		}
	}
	for _, f := range append(v.says(v.u.results, "ended"), v.says(v.u.results, "stop")...) {
		w := f.text()
		if f.c.tense != past || f.c.kind != mainClause || v.inPlan(f) || f.h.cue == "stop" && w != "廃止" && w != "打ち切" && (v.rd.lang.Code == "en" || !f.s.has("for-good", 0, f.h.start)) {
			continue
		}
		if v.rd.lang.Code == "ja" && f.s.has("for-good", 0, f.h.start) && overlap(f.s.features, v.u.core, nil) > 0 {
			return []signal{{string(schema.Unclear), 7, f.evidence()}}
		}
		if f.s.self || f.s.startsWith("follows", 0) || f.s.has("anaphor", 0, len(f.s.r)) {
			return []signal{{string(schema.Unclear), 8, f.evidence()}}
		}
	}
	return nil
}

// verbatimOrAgain says whether the next plan repeats nearly all of the plan.
func (v *view) verbatimOrAgain() bool { return v.verbatim() || v.retained() > 0.85 }

func leftOpen(v *view) []signal {
	out := v.findOpen()
	if v.rd.lang.Code == "ja" && len(out) > 0 && v.toldBeside(out[0].at) {
		return nil
	}
	return out
}

// toldBeside says whether what is open stands in a sentence that only tells how things are, beside another one by which the plan goes on: 「許諾の要否を迷う教員が多い。相談に答える窓口を
// 運営する。」
func (v *view) toldBeside(at Evidence) bool {
	for _, s := range v.u.next {
		if s.Passage != at.Passage || at.Start < s.Start || at.Start >= s.Start+len(s.r) {
			continue
		}
		if s.self || s.has("future-noun", 0, len(s.r)) && s.has("deciding", 0, len(s.r)) || s.follows {
			return false
		}
		last := &s.clauses[len(s.clauses)-1]
		if !endsWith(trimMarks(s.r), "い", "される", "る", "ている", "である") || s.has("deciding", max(last.start, last.end-12), last.end) || s.has("ask-end", max(last.start, last.end-10), last.end) {
			return false
		}
		var rest []part
		for _, p := range v.plannedParts() {
			if p.s != s {
				rest = append(rest, p)
			}
		}
		return len(rest) > 0 && v.retainedBy(rest) >= 0.4
	}
	return false
}

func (v *view) findOpen() []signal {
	if v.onlyTended(v.plannedParts()) != nil {
		return nil // 「規則の運用の状況を注視し、照会があれば回答する」 behind a report that all is done
	}
	if f := v.leftUndecided(); f != nil && !v.askedForBack(f) {
		return []signal{{string(schema.Unclear), 6, f.evidence()}}
	}
	for _, f := range v.hitsOf(v.u.next, "rethink") { // what was done as planned is put in question
		if v.progress == schema.Done && f.text() == "在り方" && !v.inPlan(f) && v.topStage(v.u.plan) != studying && f.s.has("deciding", f.h.end, len(f.s.r)) {
			return []signal{{string(schema.Unclear), 4.8, f.evidence()}}
		}
	}
	for _, f := range v.hitsOf(v.u.next, "open-question") { // 「継続又は終了について検討する」
		near := 0
		for _, h := range f.s.hits {
			if h.cue == "fate-noun" && h.start > f.h.start-16 && h.end <= f.h.end+10 && !v.inPlan(found{f.s, f.c, h}) {
				near++
			}
		}
		if near > 0 && f.s.has("deciding", f.h.end, len(f.s.r)) && f.c.kind != ifClause && f.c.kind != purposeClause && !v.inPlan(f) {
			return []signal{{string(schema.Unclear), 6, f.evidence()}}
		}
	}
	if ns := v.u.next; len(v.allNext) == 1 && len(ns) == 1 && v.rd.lang.Code == "ja" && vagueJa(ns[0]) && !v.planHas("vague") && overlap(ns[0].features, v.u.core, nil) == 0 {
		return []signal{{string(schema.Unclear), 6, ns[0].quote(0, len(ns[0].r))}}
	}
	if f := v.decidedLaterJa(); f != nil {
		return []signal{{string(schema.Unclear), 5.5, f.evidence()}}
	}
	if f := v.unsettledJa(); f != nil {
		return []signal{{string(schema.Unclear), 6, f.evidence()}}
	}
	return v.askedJa()
}

// askedForBack says whether what is open is the act that was planned and not done, which is asked about again: 「窓口を設けることの可否について改めて
// 協議する」. Whether the measure goes on is another question.
func (v *view) askedForBack(f *found) bool {
	if v.rd.lang.Code == "en" {
		return v.asksForBackEn(f)
	}
	if v.rd.lang.Code != "ja" || v.progress != schema.NotDone || f.s.has("fate-noun", f.c.start, f.c.end) {
		return false
	}
	move, _ := v.stageMove()
	return move < 0
}

// unsettledJa finds a sentence that says of what is to come of the measure that it is not settled: 「端末の今後をめぐっては、…方向性を示すことは
// できない」.
func (v *view) unsettledJa() *found {
	if v.rd.lang.Code != "ja" || v.planHas("open-state") {
		return nil
	}
	for _, f := range v.hitsOf(v.u.next, "open-state") {
		if f.s.unsettled() && !slices.ContainsFunc(v.plannedParts(), func(p part) bool { return p.s != f.s || p.s.clauses[p.c].end <= f.c.start }) {
			return &f
		}
	}
	return nil
}

// decidedLaterJa finds where the topic of a sentence is the measure in the years to come, and all that is promised is to settle it when
// something else is known: 「本補助の次年度以降の姿は、…を見極めた後に明らかにする」.
func (v *view) decidedLaterJa() *found {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	for _, s := range v.u.next {
		c := &s.clauses[len(s.clauses)-1]
		if c.kind != mainClause || c.tense != planned || c.negated || v.promisesVerb(c.verb) && v.progress != schema.Done || !s.has("decides", max(c.start, c.end-12), c.end) || !s.has("hangs-on", 0, c.end) {
			continue
		}
		for i := 1; i < len(s.r); i++ {
			if s.r[i] != 'は' && !hasRunes(s.r, i, "について") && !hasRunes(s.r, i, "をめぐ") && !hasRunes(s.r, i, "に関して") {
				continue
			}
			if s.has("future-noun", 0, i) && (s.has("this-measure", 0, i) || v.topicOfPlan(s.r[:i])) {
				return &found{s, c, hit{"undecided", c.start, c.end}}
			}
			break
		}
	}
	return nil
}

// topicOfPlan says whether words name an act that the plan promises, or what it is done to.
func (v *view) topicOfPlan(r []rune) bool {
	for _, p := range v.planClauses() {
		for _, w := range [][]rune{[]rune(p.clause().verb), []rune(p.clause().object)} {
			if len(w) > 1 && containsRunes(r, w) {
				return true
			}
		}
	}
	return false
}

// unsettled says whether the last clause of a sentence says that something is open, and the sentence names what: the measure's future.
func (s *sentence) unsettled() bool {
	if len(s.words) > 0 || !s.has("future-noun", 0, len(s.r)) {
		return false
	}
	last := &s.clauses[len(s.clauses)-1]
	return last.tense != past && s.has("open-state", last.start, last.end)
}

// askedJa finds a question whether or how the measure goes on, which is still to be answered: 「国が続けるべきかについて…答えを出す」.
func (v *view) askedJa() []signal {
	if v.rd.lang.Code != "ja" || v.topStage(v.u.plan) == studying && v.progress != schema.Done {
		return nil
	}
	for _, s := range v.u.next {
		if i := s.asksFate(); i > 0 && !containsRunes(v.planText, s.r[i-1:i+2]) {
			c := s.clauseAt(i)
			if last := &s.clauses[len(s.clauses)-1]; v.topStage(v.u.plan) == studying && last.stage == studying && v.promisesVerb(last.verb) && !s.has("fate-noun", 0, len(s.r)) && !s.self {
				continue // 「どこから替えていくべきか、その順序の定め方を検討する」, as the plan did
			}
			if move, _ := v.stageMove(); move < 0 && v.progress == schema.NotDone && !s.has("fate-noun", c.start, c.end) {
				continue // what was to be brought in is asked about again
			}
			return []signal{{string(schema.Unclear), 6.5, s.quote(c.start, c.end)}}
		}
	}
	return nil
}

// asksFate is where a sentence asks whether or how a measure goes on and says that it is to be answered, by its か; 0 if it does not.
func (s *sentence) asksFate() int {
	if len(s.words) > 0 {
		return 0
	}
	if i := s.eitherWay(); i > 0 {
		return i
	}
	for i := 1; i+1 < len(s.r); i++ {
		if s.r[i] != 'か' || !strings.ContainsRune("るいたのくむうつすき", s.r[i-1]) || !strings.ContainsRune("、にはをのもがと", s.r[i+1]) && !hasRunes(s.r, i+1, "どうか") || hasRunes(s.r, i+1, "の") && s.r[i-1] != 'の' && hasRunes(s.r, i+1, "のよう") {
			continue
		}
		if s.asksOthers(i) {
			continue
		}
		if s.clauseAt(i).kind != purposeClause && s.has("ask-fate", max(0, i-20), i+1) && s.has("ask-end", i+1, len(s.r)) {
			return i
		}
	}
	return 0
}

// deniesSoon are words of denying behind 「…とも」.
var deniesSoon = newWordSet("ない", "なか", "ず", "難い", "がたい", "難しい", "兼ね", "かね", "未定", "保留")

// eitherWay is where a sentence denies that it says one thing or the other of a measure: 「広げるとも、やめるとも決めない」; 0 if it does not.
func (s *sentence) eitherWay() int {
	first := 0
	for i := 1; i+2 < len(s.r); i++ {
		if s.r[i] != 'と' || s.r[i+1] != 'も' || !strings.ContainsRune("るいうくすつむぶぐ", s.r[i-1]) || s.r[i+2] == 'に' {
			continue
		}
		if first > 0 && deniesSoon.in(s.r[i+2:min(i+10, len(s.r))]) && (s.has("fate-noun", max(0, first-10), i) || s.has("ask-fate", max(0, first-10), i)) {
			return first
		}
		first = i
	}
	return 0
}

// leftUndecided finds where the next plan leaves open what becomes of the commitment. Words that say so by themselves (継続の可否) count
// wherever the measure decides; those of asking and judging (…か否か, 判断する) only where no act of the plan goes on beside them, since
// to judge is what many measures do: 「融通の要否を判断し、出荷の調整を求める」.
func (v *view) leftUndecided() *found {
	for _, f := range v.hitsOf(v.u.next, "undecided") {
		if v.asksAsPlanned(f) || v.talksAlready(f) {
			continue
		}
		if v.rd.lang.Code == "en" && f.text() == "be settled" && !f.s.has("open-question", 0, len(f.s.r)) && !f.s.has("fate-noun", 0, len(f.s.r)) && !f.s.self {
			continue // a claim will be settled within a month
		}
		if v.rd.lang.Code == "en" && f.c.kind == reasonClause && strings.HasSuffix(f.text(), "outcome of the") {
			continue // following the outcome of the trial: it is known
		}
		if n := between(f.s.words, f.h.end, len(f.s.r)); v.rd.lang.Code == "en" && len(n) > 0 && (n[0].text == "who" || n[0].text == "which" && strings.HasSuffix(f.text(), "decide")) && !f.s.has("fate-noun", 0, len(f.s.r)) {
			continue // a lot will decide which musicians get grants
		}
		if v.rd.lang.Code == "en" && f.text() == "under review" && f.c.start > 0 && strings.HasPrefix(f.c.verb, "keep") {
			continue // beside what goes on: "and keep the arrangements under review"
		}
		if v.rd.lang.Code == "en" && strings.HasPrefix(f.text(), "left to") && !f.s.leftOpenEn(f.h.end) {
			continue // the seat will be left to the association: another one has it then
		}
		if v.rd.lang.Code == "en" && strings.HasPrefix(f.text(), "await") && !f.s.decisionEn(f.h.end) {
			continue // what is found will await its owner
		}
		if v.rd.lang.Code == "en" && strings.HasSuffix(f.text(), "open") && (f.s.openToEn(f.h.end) || f.c.negated) {
			continue // remains open to adults
		}
		if v.detailLeftEn(f) {
			continue
		}
		if f.text() == "is open" && !f.s.openQuestionEn(f.h) {
			continue // the bridge is open
		}
		if v.rd.lang.Code == "en" && containsRunes([]rune(f.text()), []rune("open")) && v.knowsEn([]rune("open")) {
			continue // kept open on Sundays
		}
		if !v.inPlan(f) && (f.c.kind != ifClause || f.s.opensWithQuestionEn(f.h)) && !(f.c.kind == reasonClause && len(v.says(v.u.next, "stop")) > 0) && !othersDecision(f) && !v.dependsEn(f) && !(v.rd.lang.Code == "en" && !f.bothWaysEn() && v.actBeside(f)) {
			return &f
		}
	}
	for _, f := range v.hitsOf(v.u.next, "undecided-act") {
		if containsRunes(v.planText, f.s.r[f.h.start:f.h.end]) || f.c.kind == ifClause || f.c.kind == purposeClause || othersDecision(f) || v.actBeside(f) || v.rd.lang.Code == "ja" && f.s.relative(f.h.end, f.c.end) {
			continue
		}
		if w := f.text(); strings.HasPrefix(w, "判断") && !f.s.self && !f.s.has("future-noun", 0, len(f.s.r)) && !f.s.has("open-question", 0, len(f.s.r)) && byUseOf.in(f.s.r[f.c.start:f.h.start]) {
			continue // 「計測値を用いて取水の停止を判断する」: what the measure is for
		}
		if v.rd.lang.Code == "ja" && (keptPractice(f) || triedOut(f)) {
			continue
		}
		if v.rd.lang.Code == "ja" && f.c.stage > studying && !v.g.predicate(f.s, f.c, f.h) && !f.s.has("deciding", f.h.start, f.c.end) {
			continue // 「移管の要否を判定する作業を試行する」: the judging is what is tried
		}
		return &f
	}
	return nil
}

// triedOut says whether a question is one that a trial or a test answers, and so what the measure does: 「失敗を抑えられるかどうかを現場で確かめる」.
func triedOut(f found) bool {
	if w := f.text(); w != "かどうか" && w != "か否か" || f.s.asksFate() > 0 {
		return false
	}
	for _, w := range []string{"確かめ", "調べ", "測", "試", "検証", "実証", "観察", "点検", "検査", "確認", "突き合わせ", "照合"} {
		if containsRunes(f.s.r[f.h.end:f.c.end], []rune(w)) {
			return true
		}
	}
	return false
}

// othersDecision says whether a clause helps others to decide: 「出願の要否を見極められるようにする」.
func othersDecision(f found) bool {
	t := trimMarks(f.s.r[f.h.start:max(f.h.end, f.c.end)])
	return endsWith(t, "ようにする", "ようにし", "よう促す", "よう求める", "よう支援する", "よう助言する", "を支援する", "を助言する", "に助言する", "に周知する", "を周知する", "を示す", "を公表する")
}

// actBeside says whether a clause of the commitment promises an act of the plan: another clause than that of f, or that itself by
// another verb than one of deciding.
func (v *view) actBeside(f found) bool {
	for _, p := range v.plannedParts() {
		c := p.clause()
		if !c.negated && v.planHasVerb(c.verb) && !p.s.has("deciding", c.start, c.end) && (c != f.c && !p.s.has("undecided-act", c.start, c.end) || c == f.c && !v.g.predicate(f.s, c, f.h)) {
			return true
		}
	}
	return false
}

// splits says whether a sentence has a word of splitting that is not denied.
func (v *view) splits(s *sentence) bool {
	for _, h := range s.hits {
		if f := (found{s, s.clauseAt(h.start), h}); h.cue == "split" && !needless(f) && !(f.c.kind != mainClause && v.placedLater(f)) {
			return true
		}
	}
	return false
}

// needless says whether there is no need any more for what a cue word tells: 「切り離して行う必要性が乏しくなった」.
func needless(f found) bool { return f.s.has("needless", f.h.end, f.c.end) }
