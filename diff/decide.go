package diff

import (
	"math"
	"slices"
	"strings"

	"plandiff/diff/words"
	"plandiff/schema"
)

// defaultThreshold is the confidence below which a disposition is unclear.
const defaultThreshold = 0.34

// change fills a Change: groups the item's sentences into commitments, judges each and derives the item's labels.
func (rd *reader) change(ch *Change, o Options) {
	units, plan, results, next := rd.group(ch.Item)
	g := grammarOf(rd.lang)
	base := view{rd: rd, item: ch.Item, g: g, allPlan: plan, allResults: results, allNext: next}
	base.planSet, base.planText = gather(plan)
	base.nextSet, base.nextRow = gather(next)
	if base.planOwn, base.nextOwn = base.planSet, base.nextSet; rd.lang.Code == "ja" {
		base.planOwn, base.nextOwn = gatherOwn(plan), gatherOwn(next)
	}
	units = rd.addNew(units, next, &base)
	if len(units) > 1 {
		base.claimed = map[part]int{}
		for _, u := range units {
			for _, p := range u.nextParts {
				base.claimed[p]++
			}
		}
	}
	for _, u := range units {
		v := base
		v.u, v.parts, v.heard = u, u.nextParts, rd.memo.heard[:0]
		v.leaveOthers(next)
		ch.Commitments = append(ch.Commitments, v.judge(o))
		rd.memo.heard = v.heard
	}
	rd.summarise(ch)
}

func gather(in []*sentence) ([]uint64, []rune) {
	features, runes := 0, 0
	for _, s := range in {
		features, runes = features+len(s.features), runes+len(s.r)
	}
	set, text := make([]uint64, 0, features), make([]rune, 0, runes)
	for _, s := range in {
		set = append(append(set, s.features...), s.bodies...)
		text = append(text, s.r...)
	}
	slices.Sort(set)
	return slices.Compact(set), text
}

// gatherOwn is gather's set without the names of ministries.
func gatherOwn(in []*sentence) []uint64 {
	var set []uint64
	for _, s := range in {
		for i := range s.clauses {
			set = append(set, s.clauses[i].own...)
		}
	}
	slices.Sort(set)
	return slices.Compact(set)
}

// addNew makes commitments of the next-plan sentences that go on with none: something new is promised.
func (rd *reader) addNew(units []*unit, next []*sentence, base *view) []*unit {
	used := map[*sentence]bool{}
	for _, u := range units {
		for _, s := range u.next {
			used[s] = true
		}
	}
	had := len(base.allPlan) > 0
	var last *unit
	for i, s := range next {
		if used[s] || s.leadIn {
			last = nil
			if used[s] {
				continue
			}
			continue
		}
		note := !s.promises && i > 0 && last == nil && used[next[i-1]] && s.startsWith("adds", 0) // なお、…としている。
		amends := i > 0 && last == nil && used[next[i-1]] && s.amendsJa()
		if had && !amends && (!s.promises || s.permits && !s.has("newly", 0, len(s.r)) || s.deniesAllEn()) && !note {
			continue
		}
		if i > 0 && last != nil && rd.goesOn(next[i-1], s) {
			last.next = append(last.next, s)
			continue
		}
		if i > 0 && last == nil && used[next[i-1]] && (amends || rd.goesOn(next[i-1], s) || s.ofTheSameEn()) {
			for _, u := range units { // goes on with what the sentence before it goes on with
				if slices.Contains(u.next, next[i-1]) {
					link(&u.next, s)
					u.nextParts = append(u.nextParts, part{s, len(s.clauses) - 1})
					break
				}
			}
			used[s] = true
			continue
		}
		if u := keptUp(units, s); u != nil {
			link(&u.next, s)
			for ci := range s.clauses {
				u.nextParts = append(u.nextParts, part{s, ci})
			}
			continue
		}
		last = &unit{next: []*sentence{s}, by: s.by}
		units = append(units, last)
	}
	return units
}

// keptUp finds the commitment of whose outcome a sentence promises the upkeep and nothing else; nil if there is none.
func keptUp(units []*unit, s *sentence) *unit {
	if !s.has("upkeep", 0, len(s.r)) {
		return keptWhole(units, s)
	}
	if len(units) == 1 && len(units[0].next) == 0 && s.tendsOnlyEn() {
		return units[0] // what else should it care for
	}
	for _, u := range units {
		if len(u.plan) > 0 && len(u.next) == 0 && (overlap(u.features, s.features, nil) > 0 || s.words != nil && toldIn(u, s.features)) {
			return u
		}
	}
	return nil
}

// toldIn says whether the results of a commitment share a word with a sentence.
func toldIn(u *unit, features []uint64) bool {
	return slices.ContainsFunc(u.results, func(r *sentence) bool { return overlap(r.features, features, nil) > 0 })
}

// keptWhole finds the commitment whose results say that it is finished, where a sentence only cares for what came of it.
func keptWhole(units []*unit, s *sentence) *unit {
	if len(s.words) > 0 || !s.tends(&s.clauses[len(s.clauses)-1]) {
		return nil
	}
	for _, u := range units {
		if len(u.plan) == 0 || len(u.next) > 0 {
			continue
		}
		for _, r := range u.results {
			if r.has("complete", 0, len(r.r)) && overlap(u.features, s.features, nil)+overlap(r.features, s.features, nil) > 0 {
				return u
			}
		}
	}
	return nil
}

// judge runs the rules on one commitment and weighs what they say.
func (v *view) judge(o Options) Commitment {
	m := Commitment{Plan: plain(v.u.plan), Results: plain(v.u.results), NextPlan: plain(v.u.next)}
	progress, _, _, pe := v.weigh("progress")
	if progress == "" {
		progress = string(schema.Done)
	}
	v.progress = schema.Progress(progress)
	m.Progress = v.progress
	disposition, conf, runner, de := v.weigh("disposition")
	threshold := o.Threshold
	if threshold == 0 {
		threshold = defaultThreshold
	}
	if disposition == "" {
		disposition, conf = string(schema.Unclear), 0
	} else if conf < threshold {
		runner, disposition = disposition, string(schema.Unclear)
	}
	m.Disposition, m.RunnerUp, m.Confidence = schema.Disposition(disposition), schema.Disposition(runner), conf
	m.Evidence = append(de, pe...)
	_, _, _, fe := v.weigh("facts")
	for _, e := range fe {
		f := schema.Fact(e.For)
		if !factStands(f, m.Disposition) {
			continue
		}
		if !slices.Contains(m.Facts, f) {
			m.Facts = append(m.Facts, f)
		}
		m.Evidence = append(m.Evidence, e)
	}
	sortFacts(m.Facts)
	if !o.NoEdits {
		m.Edits = words.Diff(v.rd.lang, joinText(m.Plan), joinText(m.NextPlan))
	}
	return m
}

// joinText is the sentences of a column without anything between them, so that edits restore it.
func joinText(in []Sentence) string {
	var b strings.Builder
	for _, s := range in {
		b.WriteString(s.Text)
	}
	return b.String()
}

// factStands says whether a fact is given beside a disposition (see TAXONOMY: only where the commitment goes on).
func factStands(f schema.Fact, d schema.Disposition) bool {
	switch d {
	case schema.CarriedOver, schema.Expanded, schema.Narrowed, schema.Revised, schema.Postponed:
		return true
	case schema.Moved:
		return f == schema.MinistryAdded || f == schema.MinistryRemoved
	}
	return false
}

func plain(in []*sentence) []Sentence {
	out := make([]Sentence, 0, len(in))
	for _, s := range in {
		out = append(out, s.Sentence)
	}
	return out
}

// weigh runs the rules for an axis: log-odds per label, softmax over labels.
func (v *view) weigh(axis string) (label string, confidence float64, runner string, evidence []Evidence) {
	type tally struct {
		label string
		sum   float64
		ev    []Evidence
		top   float64 // weight of its strongest signal
		rule  string  // that gave it
	}
	var tallies []tally
	outright, round := axis == "disposition" && v.saidOutright(), false
	if axis == "disposition" {
		_, round = v.nextRoundEn()
	}
	for _, f := range familiesOf(axis) {
		if outright && f.structure {
			continue // what is said outright needs no reading of lists and stages
		}
		if f.scope && v.verbatim() {
			continue // the same text has the same scope
		}
		for k := range f.rules {
			r := &f.rules[k]
			if axis == "facts" && v.rd.brief && r.ID != deadlineRule {
				continue // a history asks for no other fact: see finished
			}
			if round && slices.Contains(ofTheRound, r.ID) {
				continue // the next round of the same
			}
			for _, s := range v.hear(r) {
				ev := s.at
				ev.Rule, ev.For = r.ID, axis
				if axis == "facts" {
					ev.For = s.label
					evidence = append(evidence, ev)
					continue
				}
				i := slices.IndexFunc(tallies, func(t tally) bool { return t.label == s.label })
				if i < 0 {
					i = len(tallies)
					tallies = append(tallies, tally{label: s.label})
				}
				tallies[i].sum += s.weight
				if s.weight > tallies[i].top {
					tallies[i].top, tallies[i].rule = s.weight, r.ID
				}
				tallies[i].ev = append(tallies[i].ev, ev)
			}
		}
	}
	if len(tallies) == 0 {
		return "", 0, "", evidence
	}
	slices.SortStableFunc(tallies, func(a, b tally) int {
		switch {
		case a.sum > b.sum:
			return -1
		case a.sum < b.sum:
			return 1
		}
		return 0
	})
	if v.rd.lang.Code == "en" {
		for i := range tallies {
			tallies[i].sum *= temperatureEn
		}
	}
	total := math.Exp(-tallies[0].sum) // a reading that no rule has thought of
	for _, t := range tallies {
		total += math.Exp(t.sum - tallies[0].sum)
	}
	confidence = 1 / total
	if tallies[0].label == string(schema.CarriedOver) && tallies[0].sum < sureToGoOn {
		confidence *= unsaid
	}
	confidence *= heldUp(tallies[0].rule)
	confidence = round2(confidence)
	label, evidence = tallies[0].label, tallies[0].ev
	if len(tallies) > 1 {
		runner = tallies[1].label
		evidence = append(evidence, tallies[1].ev...)
	}
	return label, confidence, runner, evidence
}

// A commitment that no rule found changed is carried over, but what is changed without any of the words that the rules know looks
// the same. Where the next plan neither says that it goes on nor repeats the plan, the confidence is lowered towards the share of
// such items that proved right: 101 of 117 by other authors, before rules were written from them (fixtures/gold/fifth-*, sixth-*, the odd ones of fourth-*).
const (
	sureToGoOn = 2.5
	unsaid     = 0.93
)

// saidOutright says whether the next plan tells in words what became of the measure.
func (v *view) saidOutright() bool {
	for i := range endRules {
		for _, s := range v.hear(&endRules[i]) {
			if s.weight >= 5 {
				return true
			}
		}
	}
	return false
}

func round2(x float64) float64 { return math.Round(x*100) / 100 }

// deadlineRule is the fact rule whose word the history of items asks for.
const deadlineRule = "deadlines"

// family is a list of rules that are asked, or passed over, together.
type family struct {
	rules     []Rule
	structure bool // they read changes off lists, numbers, quantifiers and stages
	scope     bool // they compare what plan and next plan promise, and the same text promises the same
}

func familiesOf(axis string) []family {
	switch axis {
	case "progress":
		return []family{{rules: progressRules}}
	case "facts":
		return []family{{rules: factRules}}
	}
	return dispositionRules
}

var dispositionRules = []family{
	{rules: presenceRules},
	{rules: endRules},
	{rules: scopeRules, structure: true, scope: true},
	{rules: bothRules},
	{rules: wayRules, structure: true, scope: true},
	{rules: timeRules},
}
