package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// Rule is one observation that speaks for a label: a row of Rules.
type Rule struct {
	ID      string
	For     string // disposition, progress or facts
	Doc     string // what it looks for and why that tells
	Ja      string // what it saw, in Japanese: a clause for reports
	Example string // txtar: -- plan --, -- results --, -- next_plan --, -- want -- (the label it gives)
	Mirror  string // the rule that fires when plan and next plan are swapped; "" with Waiver
	Waiver  string // why it has no mirror
	find    func(v *view) []signal
}

// signal is evidence with its weight: log-odds for the label, added up per label by decide.
type signal struct {
	label  string // a disposition, a progress or a fact
	weight float64
	at     Evidence
}

// view is one commitment as the rules see it.
type view struct {
	rd                *reader
	item              *schema.Item
	g                 grammar
	u                 *unit
	parts             []part       // clauses of the next plan that speak of this commitment
	claimed           map[part]int // in how many commitments a clause of the next plan is; nil where the item has but one
	allPlan, allNext  []*sentence  // of the item
	allResults        []*sentence
	planSet, nextSet  []uint64 // features of all of the item's plan, next plan
	planOwn, nextOwn  []uint64 // the same without the names of ministries
	progress          schema.Progress
	heard             []answer // what rules said
	same              *bool    // whether plan and next plan are the same text, once asked
	planText, nextRow []rune   // all of the item's plan and next plan, for words of one character
	planMain          []part   // see planClauses, once asked
	promised          []part   // see plannedParts, once asked
	move              int      // see stageMove, once asked
	movedAt           part
	moveAsked         bool
	edit              *signal // see edited, once asked
	editAsked         bool
	kept              float64 // see retained, once asked
	keptAsked         bool
}

// Rules are all rules, in the order in which reports and docs list them.
func Rules() []Rule {
	var out []Rule
	for _, rs := range [][]Rule{presenceRules, endRules, scopeRules, bothRules, wayRules, timeRules, progressRules, factRules} {
		out = append(out, rs...)
	}
	return out
}

// answer is what a rule said.
type answer struct {
	rule *Rule
	said []signal
}

// hear is what a rule says of the commitment; each is asked once. There are some sixty rules: a list is looked through faster
// than a map is filled.
func (v *view) hear(r *Rule) []signal {
	for i := range v.heard {
		if v.heard[i].rule == r {
			return v.heard[i].said
		}
	}
	said := r.find(v)
	v.heard = append(v.heard, answer{r, said})
	return said
}

// quote makes evidence of a stretch of a sentence.
func (s *sentence) quote(start, end int) Evidence {
	if s.brief {
		return Evidence{Column: s.column, Passage: s.Passage, Start: s.Start + start, End: s.Start + end}
	}
	r := s.raw
	start, end = max(0, start), min(end, len(r))
	for start < end && (r[start] == ' ' || r[start] == '、' || r[start] == '　') {
		start++
	}
	for end > start && (r[end-1] == ' ' || r[end-1] == '、') {
		end--
	}
	return Evidence{Column: s.column, Quote: string(r[start:end]), Passage: s.Passage, Start: s.Start + start, End: s.Start + end}
}

// absent is the silence of a column as evidence.
func absent(c schema.Column) Evidence { return Evidence{Column: c, Absent: true} }

// found is a cue word with its sentence and clause.
type found struct {
	s *sentence
	c *clause
	h hit
}

// hitsOf lists the cue words of a class in sentences.
func (v *view) hitsOf(in []*sentence, cue string) []found {
	var out []found
	for _, s := range in {
		if s.lacks(cue) {
			continue
		}
		for _, h := range s.hits {
			if h.cue == cue && !v.othersClause(s, h.start) {
				out = append(out, found{s, s.clauseAt(h.start), h})
			}
		}
	}
	return out
}

// othersClause says whether what stands at i in a sentence of the next plan, which goes on with several commitments, belongs to the
// act of another one: the clause that acts, or the reason, purpose or condition before it.
func (v *view) othersClause(s *sentence, i int) bool {
	if v.claimed == nil || s.column != schema.NextPlan || !slices.Contains(v.u.next, s) {
		return false
	}
	at := slices.IndexFunc(s.clauses, func(c clause) bool { return i < c.end })
	for at >= 0 && at+1 < len(s.clauses) && s.clauses[at].kind != mainClause {
		at++
	}
	p := part{s, at}
	return at >= 0 && v.claimed[p] > 0 && !slices.Contains(v.parts, p)
}

// says lists the cue words of a class that are what their clause says.
func (v *view) says(in []*sentence, cue string) []found {
	var out []found
	for _, f := range v.hitsOf(in, cue) {
		if v.g.predicate(f.s, f.c, f.h) && !f.s.asked(f.h.end) {
			out = append(out, f)
		}
	}
	return out
}

func (f found) text() string { return string(f.s.r[f.h.start:f.h.end]) }

// evidence quotes the clause in which the cue word stands.
func (f found) evidence() Evidence { return f.s.quote(f.c.start, f.c.end) }

// inPlan says whether the plan of the commitment holds a cue word of that class with the same text.
func (v *view) inPlan(f found) bool {
	if f.ofThisMeasure() {
		return false
	}
	if v.rd.lang.Code == "en" && v.stemInPlan(f) {
		return true
	}
	if v.rd.lang.Code == "ja" && f.h.cue == "stop" { // 輸入を差し止める is the act where the plan speaks of 差止
		if han := slices.DeleteFunc([]rune(f.text()), isHira); len(han) > 1 && v.planHasKanji(string(han)) {
			return true
		}
	}
	for _, p := range v.hitsOf(v.u.plan, f.h.cue) {
		if p.text() == f.text() || len(f.s.words) == 0 && sameKanji(p.s.r[p.h.start:p.h.end], f.s.r[f.h.start:f.h.end]) {
			return true
		}
	}
	if v.rd.lang.Code == "ja" && f.h.cue == "merge" && !f.s.has("elsewhere", 0, len(f.s.r)) { // 「点検機能を組み込んだ画面」, of another commitment
		for _, p := range v.hitsOf(v.allPlan, f.h.cue) {
			if p.text() == f.text() {
				return true
			}
		}
	}
	if v.rd.lang.Code == "ja" && len(v.allPlan) > len(v.u.plan) && v.inItem(f) {
		return true
	}
	return v.kanjiInPlan(f)
}

// ofThisMeasure says whether a Japanese sentence tells by the cue word what becomes of the measure, which it names: 「本取組は…終了した」 ends it, whatever
// the plan was to end.
func (f found) ofThisMeasure() bool {
	return len(f.s.words) == 0 && f.s.self && slices.ContainsFunc(f.s.hits, func(h hit) bool {
		return h.cue == "this-measure" && h.end <= f.h.start && (hasRunes(f.s.r, h.end, "は") || hasRunes(f.s.r, h.end, "を") || hasRunes(f.s.r, h.end, "については"))
	})
}

// inItem says whether the plan of another commitment holds a cue word with the same words before it: 「照会に要する手間を減らし」.
func (v *view) inItem(f found) bool {
	const reach = 3
	if f.h.start < f.c.start+reach {
		return false
	}
	w := f.s.r[f.h.start-reach : min(f.h.start+2, f.h.end)]
	return slices.ContainsFunc(v.allPlan, func(s *sentence) bool { return containsRunes(s.r, w) })
}

// plannedParts are the clauses of the next plan for this commitment that promise an act.
func (v *view) plannedParts() []part {
	if v.promised != nil {
		return v.promised
	}
	out := []part{}
	for _, p := range v.parts {
		c := &p.s.clauses[p.c]
		if c.kind == mainClause && c.tense == planned && p.s.promises {
			out = append(out, p)
		}
	}
	v.promised = slices.Clip(out)
	return v.promised
}

func (p part) clause() *clause { return &p.s.clauses[p.c] }

// allHira says whether a word stands in hiragana alone: うなぎ.
func allHira(r []rune) bool {
	return len(r) > 0 && !slices.ContainsFunc(r, func(c rune) bool { return !isHira(c) && c != 'ー' })
}

// knownIn says how much of a stretch of text is in a set of features, 0 to 1, and whether it holds anything to ask for.
func (v *view) knownIn(r []rune, set []uint64, text []rune) (share float64, any bool) {
	features := v.rd.featuresOf(r)
	if len(features) == 0 {
		w := strings.TrimSpace(string(r))
		if w == "" || len([]rune(w)) > 2 && !(v.rd.lang.Code == "ja" && allHira(r)) {
			return 0, false
		}
		if strings.Contains(string(text), w) {
			return 1, true
		}
		return 0, true
	}
	total, in, i := 0.0, 0.0, 0
	for _, f := range features {
		total++
		for i < len(set) && set[i] < f {
			i++
		}
		if i < len(set) && set[i] == f {
			in++
		}
	}
	return in / total, true
}
