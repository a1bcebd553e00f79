package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

var endRules = []Rule{
	{
		ID: "said-complete", For: "disposition",
		Doc:     "The next plan says that the goal is reached, or keeps only the upkeep of what was built.",
		Waiver:  "A statement about the measure; swapped, it would stand in the plan.",
		Example: "-- plan --\n蔵書検索システムを整備する。\n-- results --\n蔵書検索システムの整備を完了した。\n-- next_plan --\n整備が完了したことから、今後は必要な維持管理を行う。\n-- want --\ncompleted\n",
		find:    saidComplete,
	},
	{
		ID: "said-ended", For: "disposition",
		Doc:     "The next plan says that it has come to its scheduled or one-off end.",
		Waiver:  "A statement about the measure.",
		Example: "-- plan --\n郷土史の聞き取り調査を行う。\n-- results --\n聞き取り調査を行った。\n-- next_plan --\n本調査は、予定どおり2023年度をもって終了した。\n-- want --\nended\n",
		find:    saidEnded,
	},
	{
		ID: "said-stopped", For: "disposition",
		Doc:     "The next plan says that it is given up or abolished.",
		Waiver:  "A statement about the measure.",
		Example: "-- plan --\n移動図書館の自動運転車を開発する。\n-- results --\n開発には至らなかった。\n-- next_plan --\n費用が見込みを大きく上回ることから、開発を中止する。\n-- want --\ndiscontinued\n",
		find:    saidStopped,
	},
	{
		ID: "merged-into", For: "disposition",
		Doc:     "The next plan says that it goes on inside another item.",
		Mirror:  "split-into",
		Example: "-- plan --\n司書を対象とした研修会を開催する。\n-- results --\n研修会を開催した。\n-- next_plan --\n当該研修会は、項番(ア)の「図書館職員研修」に統合して実施する。\n-- want --\nmerged\n",
		find:    func(v *view) []signal { return v.elsewhere("merge", schema.Merged) },
	},
	{
		ID: "split-into", For: "disposition",
		Doc:     "The next plan says that it goes on as several items.",
		Mirror:  "merged-into",
		Example: "-- plan --\n司書及び学芸員を対象とした研修会を開催する。\n-- results --\n研修会を開催した。\n-- next_plan --\n当該研修会は二つの施策に分割し、司書を対象とするものは項番(ア)で、学芸員を対象とするものは項番(イ)で実施する。\n-- want --\nsplit\n",
		find:    func(v *view) []signal { return v.elsewhere("split", schema.Split) },
	},
	{
		ID: "moved-to", For: "disposition",
		Doc:     "The next plan says that it goes on as an item elsewhere or under another ministry.",
		Waiver:  "A statement about the measure.",
		Example: "-- plan --\n司書を対象とした研修会を開催する。\n-- results --\n研修会を開催した。\n-- next_plan --\n本施策は令和６年４月に文化庁に移管されたことから、今後は同庁において実施する。\n-- want --\nmoved\n",
		find:    func(v *view) []signal { return v.elsewhere("move", schema.Moved) },
	},
	{
		ID: "other-ministry", For: "disposition",
		Doc:     "The next plan names as the one who acts a ministry that did not act before, and none of those that did.",
		Waiver:  "It is its own mirror.",
		Example: "-- plan --\n総務省において、郵便局の窓口での相談会を行う。\n-- results --\n相談会を行った。\n-- next_plan --\n令和６年度からは、法務省において、郵便局の窓口での相談会を行う。\n-- want --\nmoved\n",
		find:    otherMinistry,
	},
	{
		ID: "at-odds", For: "disposition",
		Doc:     "The results say that it ended or was abolished, and the next plan goes on with it: only a person can tell.",
		Waiver:  "It rests on the results.",
		Example: "-- plan --\n市民講座を公民館で開催する。\n-- results --\n市民講座を開催した。本講座は令和５年度をもって終了した。\n-- next_plan --\n引き続き、市民講座を公民館で開催する。\n-- want --\nunclear\n",
		find:    atOdds,
	},
	{
		ID: "left-open", For: "disposition",
		Doc:     "The next plan leaves open what becomes of it: only a person can tell.",
		Waiver:  "A statement about the measure.",
		Example: "-- plan --\n移動図書館の巡回を行う。\n-- results --\n巡回を行った。\n-- next_plan --\n令和６年度における本事業の取扱いについては、別途判断する。\n-- want --\nunclear\n",
		find: func(v *view) []signal {
			for _, f := range v.hitsOf(v.u.next, "undecided") {
				if !v.inPlan(f) && f.c.kind != ifClause {
					return []signal{{string(schema.Unclear), 6, f.evidence()}}
				}
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
				if near > 0 && f.s.has("deciding", f.h.end, len(f.s.r)) && f.c.kind != ifClause {
					return []signal{{string(schema.Unclear), 6, f.evidence()}}
				}
			}
			return nil
		},
	},
}

// statement lists the cue words of a class by which the next plan tells what became of the measure.
func (v *view) statements(cue string) []found {
	var out []found
	for _, f := range v.says(v.u.next, cue) {
		if f.c.negated && !deniesItself(f.s, f.h) || f.c.kind == ifClause || f.c.kind == purposeClause || v.inPlan(f) {
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
		if c == f.c || p.s == f.s && c.end <= f.c.end || v.tellsFate(p) || v.windsUp(p) {
			continue
		}
		if p.s.has("upkeep", c.start, c.end) {
			upkeep = true
			continue
		}
		goesOn = true
	}
	for i := range f.s.clauses { // clauses of the same sentence that were linked to none
		c := &f.s.clauses[i]
		if c.start >= f.c.end && c.kind == mainClause && f.s.has("upkeep", c.start, c.end) {
			upkeep = true
		}
	}
	return goesOn, upkeep
}

// windsUp says whether a promise beside a statement of the end has nothing of the commitment in it: "and the funds will be
// returned". English names its object anew in every clause; Japanese leaves it out, so there it tells nothing.
func (v *view) windsUp(p part) bool {
	c := p.clause()
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
	for _, cue := range []string{"goal", "complete"} {
		for _, f := range v.says(v.u.next, cue) {
			if f.c.negated && !deniesItself(f.s, f.h) || f.c.kind == ifClause || f.c.kind == purposeClause || f.c.tense == planned && f.c.kind == mainClause && !v.declares(f) {
				continue
			}
			goesOn, upkeep := v.goesOnAfter(f)
			switch {
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
	if v.progress != schema.Done || v.topStage(v.u.plan) == running || v.planHas("upkeep") {
		return nil // upkeep was the plan
	}
	if f := firstOf(v.hitsOf(v.u.next, "upkeep")); len(parts) == 0 && f != nil { // 「残るのは保守のみである」 promises nothing else
		return []signal{{string(schema.Completed), 5, f.evidence()}}
	}
	if len(parts) == 0 {
		return nil
	}
	if v.planHas("upkeep") || v.rd.lang.Code == "en" && !v.endState() && !v.planHas("end-act") {
		return nil
	}
	for _, p := range parts {
		c := p.clause()
		why := p.c > 0 && p.s.clauses[p.c-1].kind != mainClause && p.s.has("built", 0, c.end) && p.s.has("upkeep", p.s.clauses[p.c-1].start, c.end)
		why = why || p.s.has("built", 0, c.end) && p.s.has("care", c.start, c.end) && len(p.s.clauses) == 1
		if !p.s.has("upkeep", c.start, c.end) && !why {
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
	for _, f := range v.statements("ended") {
		goesOn, upkeep := v.goesOnAfter(f)
		if goesOn && f.c.kind == reasonClause {
			continue
		}
		weight := 5.0
		if f.c.kind == mainClause && (f.s.has("goal", 0, len(f.s.r)) || f.s.has("complete", 0, f.h.start) || v.because(f, "success") || v.reportsEnd()) || v.rd.lang.Code == "en" && f.c.kind == reasonClause && upkeep && v.progress == schema.Done && !v.planHas("scheduled") {
			return []signal{{string(schema.Completed), 6.5, f.evidence()}} // it ends because what was wanted is there
		}
		if f.s.has("scheduled", 0, len(f.s.r)) {
			weight = 6.5
		}
		return []signal{{string(schema.Ended), weight, f.evidence()}}
	}
	return nil
}

func saidStopped(v *view) []signal {
	for _, f := range v.says(v.u.next, "stop") {
		if f.c.kind == ifClause || f.c.kind == purposeClause || v.inPlan(f) || f.s.has("elsewhere", 0, len(f.s.r)) {
			continue
		}
		if v.rd.lang.Code == "en" && f.s.has("replace", f.c.start, f.c.end) {
			continue // "no longer by radio but through an app"
		}
		if f.s.has("goal", 0, len(f.s.r)) || v.because(f, "complete") || v.because(f, "success") {
			return []signal{{string(schema.Completed), 5, f.evidence()}} // 「目的を達したため、今後は実施しない」 is no giving up
		}
		if f.s.has("scheduled", 0, len(f.s.r)) && f.s.has("ended", 0, len(f.s.r)) || v.because(f, "ended") {
			return []signal{{string(schema.Ended), 6, f.evidence()}}
		}
		if v.otherPartsGoOn(f) {
			return []signal{{string(schema.Narrowed), 6, f.evidence()}}
		}
		if goesOn, _ := v.goesOnAfter(f); goesOn || v.actGoesOn(f) {
			return []signal{{string(schema.Revised), 3, f.evidence()}}
		}
		if v.progress == schema.Done && (v.endState() || v.planHas("end-act")) && len(v.hitsOf(v.u.results, "all-done")) > 0 {
			return []signal{{string(schema.Completed), 5, f.evidence()}}
		}
		return []signal{{string(schema.Discontinued), 6, f.evidence()}}
	}
	return v.willNot()
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

// elsewhere finds a statement that the measure goes on at another place, which the sentence names: an item, a chapter,
// a quoted name, a ministry, or the measure itself as subject.
func (v *view) elsewhere(cue string, label schema.Disposition) []signal {
	for _, f := range v.hitsOf(v.u.next, cue) {
		if f.c.kind == ifClause || f.c.negated || v.inPlan(f) || label == schema.Merged && f.s.has("split", 0, len(f.s.r)) {
			continue
		}
		weight := 0.0
		if f.s.has("elsewhere", 0, len(f.s.r)) {
			weight = 6
		}
		if f.s.self {
			weight = max(weight, 5.5)
		}
		if v.g.predicate(f.s, f.c, f.h) {
			switch {
			case v.namesOther(f.s) || v.quotesOther(f.s):
				weight = max(weight, 5)
			case label == schema.Merged && v.retained() < 0.35:
				weight = max(weight, 4)
			case label == schema.Split || label == schema.Moved && f.s.has("handed-over", f.h.start, f.h.end):
				weight = max(weight, 4.5)
			}
		}
		if label == schema.Moved && (f.s.has("merge", 0, len(f.s.r)) || f.s.has("split", 0, len(f.s.r))) {
			weight -= 2 // what is put into or cut into other items is printed elsewhere too
		}
		if weight > 0 && v.namesOther(f.s) { // inside an item of another ministry: it has moved
			switch label {
			case schema.Merged:
				weight -= 1.5
			case schema.Moved:
				weight += 1.5
			}
		}
		if weight > 0 {
			return []signal{{string(label), weight + 0.5, f.evidence()}}
		}
	}
	if f := v.partElsewhere(); label == schema.Split && f != nil {
		return []signal{{string(label), 8.5, f.evidence()}}
	}
	if label == schema.Split { // several places are named: one item for each
		if at := v.places(); len(at) > 1 {
			return []signal{{string(label), 6.8, at[0].evidence()}}
		}
	}
	if at := v.places(); label == schema.Moved && len(at) == 1 { // no word tells how it goes on there
		return []signal{{string(label), 3.5, at[0].evidence()}}
	}
	return nil
}

// places are the other items that the next plan names, by 項番(カ) or the like, each once.
func (v *view) places() []found {
	var out []found
	seen := map[string]bool{}
	for _, f := range v.hitsOf(v.u.next, "elsewhere") {
		r := f.s.r
		if f.h.start > 0 && (r[f.h.start-1] == '本' || r[f.h.start-1] == '同') || v.inPlan(f) {
			continue
		}
		end := f.h.end
		if r[f.h.start] == '(' {
			// a label by itself
		} else if end < len(r) && r[end] == '(' {
			for end < len(r) && r[end] != ')' {
				end++
			}
		} else if v.rd.lang.Code != "en" && f.text() != "項番" && f.text() != "の項" || end < len(r) && r[end] == '番' {
			continue
		}
		if key := string(r[f.h.start:end]); !seen[key] {
			seen[key] = true
			out = append(out, f)
		}
	}
	return out
}

// quotesOther says whether a sentence quotes a name that the plan does not know.
func (v *view) quotesOther(s *sentence) bool {
	if v.rd.lang.Code == "en" && v.namesEn(s) {
		return true
	}
	for i := range s.r {
		if s.r[i] != '「' && s.r[i] != '"' && s.r[i] != '“' {
			continue
		}
		end := i + 1
		for end < len(s.r) && s.r[end] != '」' && s.r[end] != '"' && s.r[end] != '”' {
			end++
		}
		if end-i > 3 && !containsRunes(v.planText, s.r[i+1:end]) {
			return true
		}
	}
	return false
}

// namesOther says whether a sentence names a ministry that is not among those of the item.
func (v *view) namesOther(s *sentence) bool {
	for _, m := range v.ministriesIn([]*sentence{s}) {
		if !v.ownMinistry(m) {
			return true
		}
	}
	return false
}

func otherMinistry(v *view) []signal {
	if len(v.u.plan) == 0 || len(v.plannedParts()) == 0 {
		return nil
	}
	var other *mention
	for _, m := range v.doers(v.u.next) {
		if slices.Contains(v.u.by, m.name) || len(v.u.by) == 0 && v.ownName(m.name) {
			return nil
		}
		if other == nil {
			other = &m
		}
	}
	if other == nil {
		return nil
	}
	weight := 3.0
	for _, n := range v.u.next {
		if n.has("move", 0, len(n.r)) || n.has("handed-over", 0, len(n.r)) || n.has("from-then", 0, len(n.r)) {
			weight = 5.5
		}
	}
	return []signal{{string(schema.Moved), weight, other.at}}
}

func atOdds(v *view) []signal {
	if len(v.plannedParts()) == 0 || v.retained() < 0.5 {
		return nil
	}
	for _, f := range v.says(v.u.results, "goal") {
		if f.c.tense == past && !f.c.negated && !v.planHas("recurring") && v.verbatimOrAgain() {
			return []signal{{string(schema.Unclear), 4, f.evidence()}}
		}
	}
	for _, f := range append(v.says(v.u.results, "ended"), v.says(v.u.results, "stop")...) {
		w := f.text()
		if f.c.tense != past || f.c.kind != mainClause || v.inPlan(f) || f.h.cue == "stop" && w != "廃止" && w != "打ち切" {
			continue
		}
		if f.s.self || f.s.startsWith("follows", 0) || f.s.has("anaphor", 0, len(f.s.r)) {
			return []signal{{string(schema.Unclear), 8, f.evidence()}}
		}
	}
	return nil
}

// verbatimOrAgain says whether the next plan repeats nearly all of the plan.
func (v *view) verbatimOrAgain() bool { return v.verbatim() || v.retained() > 0.85 }

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
