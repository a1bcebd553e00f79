package diff

import (
	"plandiff/lang"
	"plandiff/schema"
)

var timeRules = []Rule{
	{
		ID: "date-later", For: "disposition", Ja: "期限までに終わらず、後の期限を設定",
		Doc:     "The same act, not done by its date, has a later date in the next plan. Where the results report it done, a later date is the next round of a cycle.",
		Waiver:  "A date brought forward is a fact (deadline-earlier) and changes no disposition.",
		Example: "-- plan --\n蔵書検索システムの更新を2023年9月までに行う。\n-- results --\n更新の準備を進めている。\n-- next_plan --\n蔵書検索システムの更新を2024年9月までに行う。\n-- want --\npostponed\n",
		find:    dateLater,
	},
	{
		ID: "put-off", For: "disposition", Ja: "延期を記載",
		Doc:     "Results or next plan say that it is put off, be it in a sentence of its own behind the promise (\"It will now take place in 2029\").",
		Waiver:  "A statement about the measure.",
		Example: "-- plan --\n読書週間の催しを開催する。\n-- results --\n会場の改修のため、開催を翌年度に延期した。\n-- next_plan --\n読書週間の催しを開催する。\n-- want --\npostponed\n",
		find:    putOff,
	},
}

// deadline is the latest date by which promises are to be kept, with its sentence; ok false if there is none.
func deadlineOf(parts []part) (lang.Date, *sentence, bool) {
	var best lang.Date
	var at *sentence
	for _, p := range parts {
		c := p.clause()
		from := c.start
		if p.c > 0 && p.s.clauses[p.c-1].kind != mainClause {
			from = p.s.clauses[p.c-1].start
		}
		for _, d := range p.s.dates {
			if (d.Deadline || p.s.has("schedule", c.start, c.end) || p.s.has("aims", d.Span.End, min(d.Span.End+14, c.end))) && d.Span.Start >= from && d.Span.End <= c.end && (at == nil || d.To > best.To) {
				best, at = d, p.s
			}
		}
	}
	return best, at, at != nil
}

// moments is deadlineOf, or the latest day or month on which a promise names an event.
func momentOf(parts []part) (lang.Date, *sentence, bool) {
	if d, s, ok := deadlineOf(parts); ok {
		return d, s, ok
	}
	var best lang.Date
	var at *sentence
	for _, p := range parts {
		c := p.clause()
		for _, d := range p.s.dates {
			if d.Span.Start >= c.start && d.Span.End <= c.end && d.To > best.To {
				best, at = d, p.s
			}
		}
	}
	return best, at, at != nil
}

func dateLater(v *view) []signal {
	parts := v.plannedParts()
	if v.progress == schema.Done || v.progress == schema.NotApplicable || len(parts) == 0 {
		return nil
	}
	a, _, okA := deadlineOf(v.planClauses())
	b, s, okB := deadlineOf(parts)
	weight := 6.0
	if !okA || !okB {
		a, _, okA = momentOf(v.planClauses())
		b, s, okB = momentOf(parts)
		weight = 4.5
		if (v.progress == schema.PartlyDone || v.progress == schema.NotReported) && b.To < a.To+20000 {
			weight = 1 // a yearly number that was missed is planned again for the next year
			if v.rd.lang.Code == "ja" && (v.endState() || v.planHas("end-act")) && (b.To-a.To)%10000 != 0 && a.Unit != "year" && b.Unit != "year" {
				weight = 4 // another month, for what is done once: no round of a year
			}
		}
	}
	if !okA || !okB || b.To <= a.To {
		return nil
	}
	if a.Within && v.progress == schema.PartlyDone {
		weight = 3
	}
	return []signal{{string(schema.Postponed), weight, s.quote(b.Span.Start, b.Span.End)}}
}

// putLater says whether the date of the act moved later in earnest, so that a new year number is more than a new year.
func (v *view) putLater() bool {
	later := dateLater(v)
	return len(later) > 0 && later[0].weight >= 4
}

func putOff(v *view) []signal {
	if ev, ok := v.turned(turnLater); ok {
		return []signal{{string(schema.Postponed), 5, ev}}
	}
	if f := v.lateEn(); f != nil {
		return []signal{{string(schema.Postponed), 4.5, f.evidence()}}
	}
	if ev, ok := v.setLaterJa(); ok {
		return []signal{{string(schema.Postponed), 4, ev}}
	}
	said := v.says(v.u.next, "postpone")
	if v.progress != schema.PartlyDone && v.progress != schema.Done {
		said = append(said, v.says(v.u.results, "postpone")...)
	}
	for _, f := range said {
		if f.c.negated || f.c.kind == ifClause || f.c.kind == purposeClause || v.inPlan(f) || len(v.plannedParts()) == 0 && (v.rd.lang.Code != "en" || v.progress == schema.Done || f.s.column != schema.NextPlan) {
			continue
		}
		return []signal{{string(schema.Postponed), 4, f.evidence()}}
	}
	return nil
}
