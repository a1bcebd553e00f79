package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/lang"
	"plandiff/schema"
)

// promiseRules look at commitments, by the comparison of the edition. Where reviewers' accepted verdicts say otherwise, they count.
var promiseRules = []Rule{
	{ID: "commitment-unreported", Group: "promises", Level: Warning, find: unreported, Mirror: "commitment-dropped",
		Doc:    "The plan promises something of which no result speaks, though the item has results. Silent where the text says that the commitment ended, was merged or moved.",
		Remedy: "Add what was done, or that nothing was."},
	{ID: "commitment-dropped", Group: "promises", Level: Warning, find: droppedCommitment, Mirror: "commitment-unreported",
		Doc:    "The plan promises something of which the next plan says nothing any more, and no word says that it is finished, given up or elsewhere.",
		Remedy: "Say what became of it."},
	{ID: "deadline-passed", Group: "promises", Level: Warning, find: deadlinePassed, Mirror: "deadline-moved",
		Doc:    "A date by which something was to be done has passed, it is not reported as done, and the next plan names no later date. The day that counts is --today, check: today, else the last day of the plan's fiscal year.",
		Remedy: "Report it, or name the new date and why."},
	{ID: "deadline-moved", Group: "promises", Level: Warning, find: deadlineMoved, Mirror: "deadline-passed",
		Doc:    "The next plan names a later date for the same act, the act is not reported as done, and no word says why.",
		Remedy: "Say in the results what delayed it."},
	{ID: "target-lowered", Group: "promises", Level: Warning, find: targetCut, Mirror: "target-removed",
		Doc:    "A number that was to be reached is lower in the next plan. A raised one is no finding.",
		Remedy: "Say why, or accept the finding with a reason."},
	{ID: "target-removed", Group: "promises", Level: Warning, find: targetCut, Mirror: "target-lowered",
		Doc:    "A number that was to be reached is gone from the next plan, though the act goes on.",
		Remedy: "Keep the number, or say why there is none any more."},
	{ID: "flag-unclear", Group: "promises", Level: Info, find: unclear, Waiver: "A clear flag is what there should be.",
		Doc:    "The text does not settle what becomes of the item: a person must look. A reviewer's accepted verdict (--reviews) settles it.",
		Remedy: "Look at plandiff diff --only unclear, and write a review."},
}

// sureEnough is the confidence that a commitment's flag must have to be held against the edition: below it the engine itself
// has a second thought.
const sureEnough = 0.6

// aside are sentences of a plan that promise nothing: remarks and heads of lists.
var aside = regexp.MustCompile(`^(?:なお|ただし|おって|注[：:）)]|※|(?i:note that|note:))|(?:以下|次|下記)の(?:とおり|通り|取組|施策|事項|措置)[^。]{0,20}[。：:]?$`)

// promise is a commitment with the item that makes it.
type promise struct {
	entry      *entry
	commitment *diff.Commitment
}

// commitments visits the commitments of the items that have a comparison, those that are remarks left out.
func (r *run) commitments(visit func(e *entry, c *diff.Commitment)) {
	if r.promises == nil {
		r.promises = r.findPromises()
	}
	for _, p := range r.promises {
		visit(p.entry, p.commitment)
	}
}

func (r *run) findPromises() []promise {
	out := []promise{}
	for _, e := range r.items {
		if e.change == nil {
			continue
		}
		for i := range e.change.Commitments {
			c := &e.change.Commitments[i]
			if len(c.Plan) == 0 || slices.ContainsFunc(c.Plan, func(s diff.Sentence) bool { return !aside.MatchString(s.Text) }) {
				out = append(out, promise{e, c})
			}
		}
	}
	return out
}

func unreported(r *run) {
	r.commitments(func(e *entry, c *diff.Commitment) {
		if c.Progress != schema.NotReported || len(e.item.Results) == 0 || len(c.Plan) == 0 || spoken[c.Disposition] || e.reported() {
			return
		}
		r.add(r.atSentences(e, schema.Plan, c.Plan), []string{r.sentences(c.Plan)}, "item %s: no result speaks of %s: say what was done, or that nothing was", e.item.ID, quoted(c.Plan[0].Text))
	})
}

func droppedCommitment(r *run) {
	r.commitments(func(e *entry, c *diff.Commitment) {
		if c.Disposition != schema.Dropped || c.Confidence < sureEnough || len(c.Plan) == 0 || len(e.item.NextPlan) == 0 || e.goesOn() {
			return
		}
		if strings.Contains(r.passagesValue(e.item.NextPlan), r.sentences(c.Plan)) {
			return // it stands there word for word
		}
		r.add(r.atSentences(e, schema.Plan, c.Plan), []string{r.sentences(c.Plan)}, "item %s: the next plan says nothing of %s: say what became of it", e.item.ID, quoted(c.Plan[0].Text))
	})
}

func deadlinePassed(r *run) {
	if r.today == 0 {
		return
	}
	r.commitments(func(e *entry, c *diff.Commitment) {
		switch {
		case c.Progress == schema.Done || c.Progress == schema.NotApplicable || spoken[c.Disposition] || c.Disposition == schema.Postponed || e.reported():
			return
		case slices.Contains(c.Facts, schema.DeadlineLater) || len(e.item.Results) == 0:
			return // put off in so many words: deadline-moved; no results at all: results-missing
		}
		for _, s := range c.Plan {
			d, ok := r.deadline(s.Text, r.in.Edition.Years.Plan)
			if !ok || d > r.today || r.laterIn(c.NextPlan, d) {
				continue
			}
			how := "nothing is reported of it"
			if c.Progress != schema.NotReported {
				t, _ := schema.TermOf(string(c.Progress))
				how = "it is reported as " + strings.ToLower(t.En)
			}
			r.add(r.atPassage(e, schema.Plan, s.Passage), []string{fmt.Sprint(d), r.textValue(s.Text)}, "item %s: %s was to be done by %s; %s, and the next plan names no later date: report it, or name the new date", e.item.ID, quoted(s.Text), dateText(d), how)
			return
		}
	})
}

// deadline reads the latest date by which a sentence says that something is to be done; stretches of a year (年度中に) are not
// taken for dates, as a yearly plan names them every year.
func (r *run) deadline(text string, fiscal int) (day int, ok bool) {
	for _, d := range r.lang.Dates(text) {
		if d = d.In(fiscal); d.Deadline && !d.Within && !d.Relative && d.To > day {
			day, ok = d.To, true
		}
	}
	return day, ok
}

// laterIn says whether sentences of the next plan name a date after day.
func (r *run) laterIn(next []diff.Sentence, day int) bool {
	return slices.ContainsFunc(next, func(s diff.Sentence) bool {
		return slices.ContainsFunc(r.lang.Dates(s.Text), func(d lang.Date) bool {
			d = d.In(r.in.Edition.Years.NextPlan)
			return !d.Relative && d.To > day
		})
	})
}

func dateText(day int) string { return fmt.Sprintf("%d-%02d-%02d", day/10000, day/100%100, day%100) }

// Words that tell of a delay or its cause, in the results or in the next plan.
var (
	delayJa = regexp.MustCompile(`遅|延期|延長|延伸|見送|時間を要|期間を要|日数を要|未了|未完|未達|至らな|至らず|至ってい|間に合わ|中断|中止|停止|休止|困難|不足|不調|不落|見直|変更|残る|残り|残った|なかった|ず、|できず|終えてい|影響|事情|理由|判明|生じた|難航|課題|不具合|障害|故障|事故|災害|たため|いるため|ないため|このため|ことから`)
	delayEn = regexp.MustCompile(`(?i)\b(?:delay\w*|postpon\w+|late|later than|longer|not yet|not|unable|shortage\w*|suspend\w*|revis\w+|reschedul\w+|because|owing to|due to|remain\w*|slip\w*|difficult\w*|pending|outstanding)\b`)
)

func deadlineMoved(r *run) {
	delay := delayJa
	if r.lang.Code == "en" {
		delay = delayEn
	}
	r.commitments(func(e *entry, c *diff.Commitment) {
		if !slices.Contains(c.Facts, schema.DeadlineLater) || c.Progress == schema.Done || c.Progress == schema.NotApplicable || e.reported() {
			return
		}
		for _, col := range []schema.Column{schema.Results, schema.NextPlan} {
			for _, p := range e.item.Column(col) {
				if delay.MatchString(p.Text) {
					return
				}
			}
		}
		was, is := r.latest(c.Plan, r.in.Edition.Years.Plan), r.latest(c.NextPlan, r.in.Edition.Years.NextPlan)
		r.add(r.atSentences(e, schema.NextPlan, c.NextPlan), []string{fmt.Sprint(was), fmt.Sprint(is), r.sentences(c.Plan)}, "item %s: the date moved%s without a word why: say in the results what delayed it", e.item.ID, between(was, is))
	})
}

func (r *run) latest(ss []diff.Sentence, fiscal int) (day int) {
	for _, s := range ss {
		if d, ok := r.deadline(s.Text, fiscal); ok {
			day = max(day, d)
		}
	}
	return day
}

func between(was, is int) string {
	if was == 0 || is == 0 || was >= is {
		return " to a later one"
	}
	return fmt.Sprintf(" from %s to %s", dateText(was), dateText(is))
}

// targetCut reports the fact that has the same name as the rule whose turn it is.
func targetCut(r *run) {
	for _, e := range r.items {
		if e.change == nil || !slices.Contains(e.facts(), schema.Fact(r.rule)) {
			continue
		}
		var was, is diff.Evidence
		for _, ev := range e.change.Evidence {
			switch {
			case ev.For != r.rule || ev.Absent:
			case ev.Column == schema.Plan:
				was = ev
			case ev.Column == schema.NextPlan:
				is = ev
			}
		}
		at, words := r.atItem(e), "a number"
		switch {
		case is.Quote != "" && was.Quote != "":
			at, words = r.atPassage(e, schema.NextPlan, is.Passage), quoted(was.Quote)+" → "+quoted(is.Quote)
		case is.Quote != "":
			at, words = r.atPassage(e, schema.NextPlan, is.Passage), quoted(is.Quote)
		case was.Quote != "":
			at, words = r.atPassage(e, schema.Plan, was.Passage), quoted(was.Quote)
		}
		what := "is lower in the next plan"
		if r.rule == string(schema.TargetRemoved) {
			what = "is gone from the next plan"
		}
		r.add(at, []string{r.textValue(was.Quote), r.textValue(is.Quote)}, "item %s: a number that was to be reached %s: %s: say why", e.item.ID, what, words)
	}
}

func unclear(r *run) {
	for _, e := range r.items {
		if e.change == nil || e.disposition() != schema.Unclear {
			continue
		}
		hint := ""
		if t, ok := schema.TermOf(string(e.change.RunnerUp)); ok {
			hint = fmt.Sprintf(" (next likely: %s)", strings.ToLower(t.En))
		}
		r.add(r.atItem(e), []string{e.change.Digest}, "item %s: the text does not settle what becomes of it%s: a person must look", e.item.ID, hint)
	}
}
