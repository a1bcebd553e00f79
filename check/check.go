package check

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"plandiff/diff"
	"plandiff/lang"
	"plandiff/review"
	"plandiff/schema"
)

// Input is what a check looks at. Edition and Comparison must be there; what is missing of the rest silences the rules that
// need it, which Result.Skipped names.
type Input struct {
	Edition    *schema.Edition
	Source     []byte            // of the edition's YAML, for inline suppressions and the lines shown; nil for other documents
	Older      []*schema.Edition // oldest first, without Edition
	Comparison *diff.Comparison  // of Edition
	Before     *diff.Comparison  // of the newest of Older: what it said of its items itself; may be nil
	Lineage    *diff.Lineage     // of Older and Edition
	Reviews    []*schema.Reviews
	Baseline   *schema.Baseline
}

// Options of Run. The zero value is the standard preset.
type Options struct {
	Config  schema.CheckConfig // of .plandiff.yaml
	Preset  string             // strict, standard or lenient; "": that of Config, else standard
	Today   string             // 2025-04-01: deadlines before it have passed; "": that of Config, else the end of the plan's year
	Expires string             // date by which entries of the baseline expire; "": none does
}

// Result is what Run found.
type Result struct {
	Findings []Finding
	Stale    []schema.BaselineEntry // of the baseline: they match nothing any more
	Skipped  []string               // rules that did not run for want of older editions or reviews
}

// Run checks an edition. The error is of a configuration that names rules, levels, presets or dates that there are not, with
// every mistake at once; what is wrong with the edition is in the result.
func Run(in Input, o Options) (*Result, error) {
	if in.Edition == nil || in.Comparison == nil {
		return nil, errors.New("check: an edition and its comparison are needed")
	}
	levels, err := Levels(o.Config, o.Preset)
	if err != nil {
		return nil, err
	}
	today, err := deadlineDay(cmp.Or(o.Today, o.Config.Today), in.Edition.Years.Plan)
	if err != nil {
		return nil, err
	}
	r := newRun(in, o, today)
	marks := r.suppressions()
	result := &Result{}
	for _, rule := range Rules() {
		if levels[rule.ID] == Off || rule.find == nil {
			continue
		}
		if rule.Needs == "older" && in.Lineage == nil || rule.Needs == "reviews" && len(in.Reviews) == 0 {
			result.Skipped = append(result.Skipped, rule.ID)
			continue
		}
		r.rule, r.level, r.remedy = rule.ID, levels[rule.ID], rule.Remedy
		rule.find(r)
	}
	r.suppress(marks, levels)
	r.number()
	result.Stale = r.baseline(result.Skipped, levels)
	slices.SortStableFunc(r.found, byPlace)
	result.Findings = r.found
	return result, nil
}

// byPlace orders findings as a reader meets them.
func byPlace(a, b Finding) int {
	return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Page-b.Page, a.order-b.order, a.Column-b.Column, strings.Compare(a.Rule, b.Rule), strings.Compare(a.Fingerprint, b.Fingerprint))
}

// deadlineDay gives the day, as YYYYMMDD, by which deadlines have passed: the last of the plan's fiscal year (April to March, as
// governments that publish such plans in Japanese and English count) where none is named. 0: no day is known.
func deadlineDay(date string, plan int) (int, error) {
	if date == "" {
		if plan == 0 {
			return 0, nil
		}
		return (plan+1)*10000 + 331, nil
	}
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0, fmt.Errorf("today: %q is no date: write 2025-04-01", date)
	}
	return t.Year()*10000 + int(t.Month())*100 + t.Day(), nil
}

// entry is one item with all that is known of it.
type entry struct {
	order   int // in the edition, from 1
	section *schema.Section
	item    *schema.Item
	change  *diff.Change      // nil where the comparison has none
	judged  *review.Judgement // what reviewers said, beside the change; nil where nobody did
	threads []*diff.Thread
	back    *diff.Step // of the first thread, into this edition; nil for a new item or without lineage
}

// disposition is that of the item: an accepted verdict counts before the tool's flag. "" where there is neither.
func (e *entry) disposition() schema.Disposition {
	switch {
	case e.judged != nil:
		return e.judged.Disposition()
	case e.change != nil:
		return e.change.Disposition
	}
	return ""
}

// facts: see disposition.
func (e *entry) facts() []schema.Fact {
	switch {
	case e.judged != nil:
		return e.judged.Facts()
	case e.change != nil:
		return e.change.Facts
	}
	return nil
}

// reported says whether an accepted verdict settles that the plan was reported on.
func (e *entry) reported() bool {
	if e.judged == nil {
		return false
	}
	p := e.judged.Person.Progress
	return p == schema.Done || p == schema.NotApplicable
}

// goesOn says whether an accepted verdict settles that nothing was dropped.
func (e *entry) goesOn() bool {
	if e.judged == nil {
		return false
	}
	switch e.judged.Person.Disposition {
	case "", schema.Dropped, schema.Narrowed, schema.Revised, schema.Unclear:
		return false
	}
	return true
}

// run is one check under way.
type run struct {
	in       Input
	o        Options
	lang     *lang.Language
	today    int // YYYYMMDD, 0 if unknown
	items    []*entry
	promises []promise // what the items promise, once asked
	byID     map[string]*entry
	lines    []string // of Source
	rule     string   // whose turn it is
	level    Level
	remedy   string // of the rule
	found    []Finding
	before   map[string]schema.Disposition // what the edition before said of its items, by id
	checked  map[string][]schema.Problem   // of schema.Validate, by rule
	older    map[string]*schema.Item       // of Older, by edition and id
}

func newRun(in Input, o Options, today int) *run {
	code := in.Edition.Language
	if code == "" {
		var b strings.Builder
		for _, s := range in.Edition.Sections {
			b.WriteString(s.Title)
			for _, it := range s.Items {
				for _, p := range append(slices.Clone(it.Plan), it.NextPlan...) {
					b.WriteString(p.Text)
				}
			}
			if b.Len() > 4000 {
				break
			}
		}
		code = lang.Detect(b.String())
	}
	r := &run{in: in, o: o, lang: lang.Of(code), today: today, byID: map[string]*entry{}}
	if in.Source != nil {
		r.lines = strings.Split(strings.TrimPrefix(string(in.Source), "\ufeff"), "\n")
	}
	changes := map[*schema.Item]*diff.Change{}
	for i := range in.Comparison.Changes {
		changes[in.Comparison.Changes[i].Item] = &in.Comparison.Changes[i]
	}
	outcome := review.Apply(in.Comparison, in.Reviews...)
	for s := range in.Edition.Sections {
		sec := &in.Edition.Sections[s]
		for i := range sec.Items {
			e := &entry{section: sec, item: &sec.Items[i], change: changes[&sec.Items[i]]}
			if j := outcome.Items[e.item.ID]; j.Judged() && j.Change == e.change {
				e.judged = j
			}
			r.items = append(r.items, e)
			e.order = len(r.items)
			if r.byID[e.item.ID] == nil {
				r.byID[e.item.ID] = e
			}
		}
	}
	r.thread()
	if in.Before != nil {
		r.before = map[string]schema.Disposition{}
		for _, c := range in.Before.Changes {
			r.before[c.Item.ID] = c.Disposition
		}
	}
	return r
}

// thread ties the items to the threads that stop at them.
func (r *run) thread() {
	if r.in.Lineage == nil {
		return
	}
	for t := range r.in.Lineage.Threads {
		th := &r.in.Lineage.Threads[t]
		for _, stop := range th.Stops {
			if stop.Edition != r.in.Edition.ID {
				continue
			}
			for _, id := range stop.Items {
				if e := r.byID[id]; e != nil {
					e.threads = append(e.threads, th)
					if s := stepInto(th, r.in.Edition.ID); s != nil && e.back == nil {
						e.back = s
					}
				}
			}
		}
	}
}

// stepInto returns the thread's step into an edition, nil if it has none.
func stepInto(th *diff.Thread, edition string) *diff.Step {
	for i := range th.Steps {
		if th.Steps[i].To == edition && th.Steps[i].From != "" {
			return &th.Steps[i]
		}
	}
	return nil
}
