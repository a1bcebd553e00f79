package diff

import (
	"fmt"
	"slices"
	"strconv"

	"plandiff/diff/words"
	"plandiff/lang"
	"plandiff/schema"
)

// years fills in what a thread tells over all its stops.
func (t *tracer) years(th *Thread, stops []stop) {
	for _, s := range stops {
		t.moments(th, s)
	}
	first, last := stops[0], stops[len(stops)-1]
	started, ended := t.ministries(first), t.ministries(last)
	for _, s := range stops {
		for _, m := range t.ministries(s) {
			if !hasMinistry(started, m) && !slices.Contains(th.MinistriesJoined, m) {
				th.MinistriesJoined = append(th.MinistriesJoined, m)
			}
			if !hasMinistry(ended, m) && !slices.Contains(th.MinistriesLeft, m) {
				th.MinistriesLeft = append(th.MinistriesLeft, m)
			}
		}
	}
	t.carriedOver(th, stops)
	th.CameBack = t.cameBack(stops)
}

// carriedOver counts the editions, back from the newest, that carried the item over, and how much of its text stood all that
// while: the share of the first of those plans and of the newest next plan that is in both.
func (t *tracer) carriedOver(th *Thread, stops []stop) {
	begin := len(stops)
	for begin > 0 && stops[begin-1].edition == len(t.editions)-(len(stops)-begin)-1 && t.carried(stops[begin-1]) {
		begin--
	}
	for k := begin; k < len(stops); k++ {
		year := t.editions[stops[k].edition].Years
		if k+1 == len(stops) || year == (schema.Years{}) || year != t.editions[stops[k+1].edition].Years {
			th.CarriedOverYears++ // a draft and the final text are of one year
		}
	}
	if th.CarriedOverYears == 0 {
		return
	}
	oldest, newest := stops[begin], stops[len(stops)-1]
	then := joinPassages(t.cells(oldest, schema.Plan))
	if then == "" && begin > 0 { // an edition that does not reprint: what the one before planned
		then = joinPassages(t.cells(stops[begin-1], schema.NextPlan))
	}
	th.Unchanged = unchanged(t.lang[newest.edition], then, joinPassages(t.cells(newest, schema.NextPlan)))
}

// carried says whether all items of a stop were carried over by their edition.
func (t *tracer) carried(s stop) bool {
	return !slices.ContainsFunc(s.items, func(i int) bool { return t.change(place{s.edition, i}).Disposition != schema.CarriedOver })
}

// unchanged is the share of two texts that is in both, 0 to 1.
func unchanged(l *lang.Language, a, b string) float64 {
	all, same := 0, 0
	for _, e := range words.Diff(l, a, b) {
		n := len([]rune(e.Text))
		if e.Op == words.Equal {
			n *= 2
			same += n
		}
		all += n
	}
	if all == 0 {
		return 0
	}
	return hundredths(float64(same) / float64(all))
}

// moments notes the deadlines and targets that a stop's next plan names, or its plan where it has no next plan and
// the thread begins there. A deadline is noted when it is first named, a target each year.
func (t *tracer) moments(th *Thread, s stop) {
	e, l := t.editions[s.edition], t.lang[s.edition]
	m := t.memo(l)
	for _, i := range s.items {
		item := t.index[s.edition].items[i]
		cell, year := item.NextPlan, e.Years.NextPlan
		if len(cell) == 0 && len(th.Deadlines)+len(th.Targets) == 0 {
			cell, year = item.Plan, e.Years.Plan
		}
		for _, p := range cell {
			for _, cut := range m.cut(l, p.Text) {
				sentence, names := cut.Text, m.names(l, cut.Text)
				for _, d := range names.dates {
					moment := Moment{Edition: e.ID, Item: item.ID, Value: dateValue(d.In(year)), Quote: sentence}
					named := func(x Moment) bool { return x.Value == moment.Value }
					if d.Deadline && moment.Value != "" && !slices.ContainsFunc(th.Deadlines, named) {
						th.Deadlines = append(th.Deadlines, moment)
					}
				}
				for _, q := range names.quantities {
					th.Targets = append(th.Targets, Moment{Edition: e.ID, Item: item.ID, Value: quantityValue(q), Quote: sentence})
				}
			}
		}
	}
}

// dateValue is the end of a date as year, month and day as far as the text names them: 2026-03, 2026-03-31. It is ""
// for a date relative to a year that is not known.
func dateValue(d lang.Date) string {
	y, m, day := d.To/10000, d.To/100%100, d.To%100
	switch {
	case d.Relative:
		return ""
	case d.Unit == lang.Day:
		return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
	}
	return fmt.Sprintf("%04d-%02d", y, m)
}

// quantityValue is a target with its unit: 100 人, 80 %, 2/year.
func quantityValue(q lang.Quantity) string {
	n := strconv.FormatFloat(q.Value, 'f', -1, 64)
	if q.Kind == lang.Frequency {
		return n + "/year"
	}
	if q.Unit == "" {
		return n
	}
	return n + " " + q.Unit
}

// again is how alike two sentences must be for a finished commitment to have come back.
const again = 0.75

// cameBack says whether a commitment that an edition has finished is planned again in a later one: a
// sentence of its plan stands there almost as it was, or a commitment that the later edition calls new is about a thing of the same
// name, in 「」. Upkeep that the next plan kept all along is none.
func (t *tracer) cameBack(stops []stop) bool {
	for k, s := range stops {
		for _, i := range s.items {
			at := place{s.edition, i}
			if t.asked[at] && !slices.ContainsFunc(t.change(at).Commitments, finished) {
				continue // the judgement is there already, and costs less than what follows
			}
			back := t.returning(stops[k:], i)
			if len(back) == 0 {
				continue
			}
			for _, c := range t.change(at).Commitments {
				if !finished(c) {
					continue
				}
				if slices.ContainsFunc(c.Plan, func(sentence Sentence) bool { return slices.Contains(back, sentence.Text) }) {
					return true
				}
			}
		}
	}
	return false
}

// finished says whether an edition has done with a commitment: it says that it is completed or has ended, or it was done by its date and
// the next plan names no date any more, as where only upkeep is left.
func finished(c Commitment) bool {
	return c.Disposition == schema.Completed || c.Disposition == schema.Ended ||
		c.Progress == schema.Done && slices.Contains(c.Facts, schema.DeadlineRemoved)
}

// returning are the sentences of an item's plan at the first of these stops that its next plan does not have, but a later stop's.
func (t *tracer) returning(stops []stop, item int) (out []string) {
	if len(stops) < 2 {
		return nil
	}
	here := stop{stops[0].edition, []int{item}}
	l := t.lang[here.edition]
	for _, p := range t.cells(here, schema.Plan) {
		for _, cut := range t.memo(l).cut(l, p.Text) {
			sentence := cut.Text
			back := func(later stop) bool { return t.plans(later, sentence) || t.begins(later, named(sentence)) }
			if !t.plans(here, sentence) && slices.ContainsFunc(stops[1:], back) {
				out = append(out, sentence)
			}
		}
	}
	return out
}

// plans says whether a stop's next plan has a sentence like this one.
func (t *tracer) plans(s stop, sentence string) bool {
	l := t.lang[s.edition]
	m := t.memo(l)
	for _, p := range t.cells(s, schema.NextPlan) {
		for _, cut := range m.cut(l, p.Text) {
			other := cut.Text
			if other == sentence {
				return true
			}
			if m.dice(sentence, other) < again/2 { // years and 引き続き do not make up that much
				continue
			}
			if m.dice(m.normalKey(l, sentence), m.normalKey(l, other)) >= again {
				return true
			}
		}
	}
	return false
}

// begins says whether a stop has a new commitment about a thing of one of these names.
func (t *tracer) begins(s stop, names []string) bool {
	if len(names) == 0 {
		return false
	}
	for _, i := range s.items {
		for _, c := range t.change(place{s.edition, i}).Commitments {
			if c.Disposition != schema.New {
				continue
			}
			for _, sentence := range c.NextPlan {
				if slices.ContainsFunc(named(sentence.Text), func(n string) bool { return slices.Contains(names, n) }) {
					return true
				}
			}
		}
	}
	return false
}

// named are the names that a sentence gives in 「」 or 『』.
func named(sentence string) (out []string) {
	start := -1
	for i, r := range sentence {
		switch r {
		case '「', '『':
			start = i + len(string(r))
		case '」', '』':
			if start >= 0 && i > start {
				out = append(out, sentence[start:i])
			}
			start = -1
		}
	}
	return out
}
