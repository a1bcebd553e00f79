package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// What is still to come, and when, told without a will: "Going online has been set for June 2025", "We expect the catalogue to be online in summer", "The target is now mid-2025".

var (
	// hopesEn are verbs by which somebody looks forward to what is to be.
	hopesEn = setEn("expects expect hopes hope intends intend aims aim wants want means reckons reckon anticipates anticipate foresees foresee plans plan")
	// timesSetEn are nouns of the time of an act.
	timesSetEn = setEn("target date deadline launch start opening completion publication delivery introduction handover release adoption going signing entry due goal submission installation conclusion")
	// setForEn put an act to a time.
	setForEn = setEn("set fixed put timed pencilled slated planned scheduled foreseen envisaged expected due moved pushed shifted announced down booked earmarked entered promised")
)

// hopedEn is the verb behind "expects the catalogue to", by which somebody looks forward to what is to be; 0 if there is none.
func hopedEn(w []wordEn) int {
	for k := 1; k+3 < len(w) && k < 12; k++ {
		if !hopesEn[w[k].text] || w[k+1].text == "to" || stopEn[w[k-1].text] && w[k-1].text != "we" && w[k-1].text != "it" && w[k-1].text != "they" && w[k-1].text != "now" {
			continue
		}
		for j := k + 2; j+1 < len(w) && j < k+10 && w[j].text != "," && !finiteEn[w[j].text]; j++ {
			if w[j].text == "to" {
				return j + 1
			}
		}
	}
	return 0
}

// datedStateEn says whether a clause tells of what is to come by the time that is set for it: the target for putting it online is now mid-2025; it has been set for June.
func (s *sentence) datedStateEn(c *clause, w []wordEn, aux int) bool {
	if aux < 1 || c.kind != mainClause || w[aux].text != "is" && w[aux].text != "are" && w[aux].text != "has" && w[aux].text != "have" || textAt(w, aux+1) == "not" || textAt(w, aux+1) == "no" {
		return false
	}
	if !slices.ContainsFunc(s.dates, func(d lang.Date) bool { return d.Span.Start > w[aux].end && d.Span.End <= c.end }) {
		return false
	}
	k := aux + 1
	for k < len(w) && (w[k].text == "been" || w[k].text == "now" || w[k].text == "again" || w[k].text == "therefore" || w[k].text == "being" || w[k].text == "the") {
		k++
	}
	if t := textAt(w, k); setForEn[t] && t != "moved" && t != "pushed" && t != "shifted" || t == "new" && timesSetEn[textAt(w, k+1)] {
		n := textAt(w, k+1)
		return t == "new" || n == "for" || n == "at" || n == "in" || n == "to" || n == "down" || n == "by" || n == "before"
	}
	return (w[aux].text == "is" || w[aux].text == "are") && slices.ContainsFunc(w[:min(aux, 5)], func(x wordEn) bool { return timesSetEn[x.text] }) && k < len(w) && slices.ContainsFunc(s.dates, func(d lang.Date) bool {
		return d.Span.Start <= w[k].start+6 && d.Span.End > w[k].start
	})
}

// aimsSaidEn are nouns of what is to be reached.
var aimsSaidEn = setEn("aim goal target objective ambition quota aspiration benchmark intention plan figure")

// targetSaidEn says whether a clause without a will tells what is to be reached, and how much of it: "The aim for 2025 is once again 2,500 apprentices", "900 hectares is again the
// goal for 2025", "50,000 loans are aimed at".
func targetSaidEn(w []wordEn, aux int) bool {
	if aux < 0 {
		aux = slices.IndexFunc(w, func(x wordEn) bool {
			return x.text == "stands" || x.text == "stand" || x.text == "stays" || x.text == "stay"
		})
	}
	if aux < 1 {
		return false
	}
	switch w[aux].text {
	case "is", "are", "remains", "remain", "stands", "stand", "stays", "stay":
	default:
		return false
	}
	number := func(in []wordEn) bool {
		return slices.ContainsFunc(in, func(x wordEn) bool { return numberEn(x.text) > 1 && (len(x.text) != 4 || x.text[0] != '2') })
	}
	k := aux + 1
	for k < len(w) && (adverbEn(w[k].text) || w[k].text == "once" || w[k].text == "again" || w[k].text == "more" || w[k].text == "now" || w[k].text == "still" || w[k].text == "unchanged" || w[k].text == "at" || w[k].text == "the" || w[k].text == ",") {
		k++
	}
	for j := 0; j < aux && j < 4; j++ { // the subject opens the clause
		if aimsSaidEn[w[j].text] && (j+1 == aux || textAt(w, j+1) == "for" || textAt(w, j+1) == "in" || textAt(w, j+1) == "set" || numberEn(textAt(w, j+1)) > 0) {
			return k < len(w) && (numberEn(w[k].text) > 1 || w[k].text == "to" || w[k].text == "same" || k+1 < len(w) && (w[k].text == "a" || w[k].text == "some" || w[k].text == "about") && number(w[k:min(len(w), k+4)]))
		}
	}
	if k < len(w) && number(w[:aux]) {
		return aimsSaidEn[w[k].text] || w[k].text == "aimed" && (textAt(w, k+1) == "at" || textAt(w, k+1) == "for")
	}
	return false
}

// saysDoneEn says whether a result tells in few words and of nothing by name that it was done: "This was carried out as planned."
func (s *sentence) saysDoneEn() bool {
	all := len(s.r)
	return len(s.words) < 10 && !s.has("under-way", 0, all) && !s.has("not-reached", 0, all) && !s.has("fault", 0, all) && slices.ContainsFunc(s.words, func(w wordEn) bool { return outrightDoneEn[w.text] })
}

var outrightDoneEn = setEn("done carried completed undertaken implemented delivered achieved finished accomplished")

// dueLaterEn says whether the next plan promises the plan's own act by a later day than the plan, no round of a cycle: what results tell of another act is then a step on the way.
func (v *view) dueLaterEn() bool {
	if v.rd.lang.Code != "en" || v.planRecursEn() || slices.ContainsFunc(v.u.results, (*sentence).saysDoneEn) {
		return false
	}
	a, _, had := deadlineOf(v.planClauses())
	b, _, has := deadlineOf(v.plannedParts())
	if !had || !has { // in the autumn session of 2024: only where the results tell that something is still being seen to
		a, _, had = momentOf(v.planClauses())
		b, _, has = momentOf(v.plannedParts())
		return had && has && b.To > a.To && a.Unit != "year" && b.Unit != "year" && v.retained() >= 0.4 && slices.ContainsFunc(v.u.results, func(r *sentence) bool {
			return (r.has("under-way", 0, len(r.r)) || r.has("fault", 0, len(r.r))) && !slices.ContainsFunc(r.clauses, func(c clause) bool { return v.promisesVerb(c.verb) })
		})
	}
	return had && has && b.To > a.To && slices.ContainsFunc(v.plannedParts(), func(p part) bool { return v.promisesVerb(p.clause().verb) || v.planHasVerb(p.clause().verb) })
}

// lateEn finds, of an act that is not done, that it is to be done later than was planned, by a word of lateness: "a year late", "needs another year", "must wait for the new Parliament".
func (v *view) lateEn() *found {
	if v.rd.lang.Code != "en" || v.progress == schema.Done || v.progress == schema.NotApplicable {
		return nil
	}
	for _, f := range v.hitsOf(v.u.next, "late") {
		if f.c.kind != ifClause && f.c.kind != purposeClause && !v.inPlan(f) && len(v.says(v.u.next, "stop")) == 0 && !f.s.has("undecided", 0, len(f.s.r)) {
			return &f
		}
	}
	return nil
}

// causeFirstEn says whether a clause tells of something in the world before another one denies the plan's act by its own verb: "Parliament was dissolved, and the ban could not be laid".
func (v *view) causeFirstEn(s *sentence, c *clause) bool {
	if v.rd.lang.Code != "en" || c.negated || c.kind != mainClause || v.planHasVerb(c.verb) {
		return false
	}
	return slices.ContainsFunc(s.clauses, func(o clause) bool {
		return o.start >= c.end && o.kind == mainClause && o.negated && v.promisesVerb(o.verb)
	})
}

// What is left open.

var (
	// goesOnNounEn and stopsNounEn are the two ways a measure can go.
	goesOnNounEn = setEn("go receiving continue continued continues continuation continuing keep kept keeping retain retained retention stay stays staying remain remaining renewal renewed renew extension resume resumed maintained prolonged survive survives going receive")
	stopsNounEn  = setEn("abolition abolish abolished end ended ending closure close closed drop dropped discontinue discontinued discontinuation stop stopped lapse lapses scrap scrapped cease ceases withdrawn withdrawal abandoned abandonment terminated termination replaced")
	// ponderEn are verbs of making up one's mind.
	ponderEn = setEn("considering consider considers reviewing review reviews weighing weigh weighs examining examine examines discussing discuss discusses debating debate studying asking pondering deliberating consulting looking looked examined considered weighed debated discussed reviewed say says decide decides determine judge see know tell rethinking")
	// optionsEn are what one ponders.
	optionsEn = setEn("options option whether if future continuation abolition end alternatives fate closure withdrawal")
	// utterEn are what cannot be given where nothing is decided.
	utterEn = setEn("statement answer forecast promise word decision prediction commitment assurance guarantee indication conclusion view position")
	// rulingEn are what somebody else has to give first.
	rulingEn = setEn("judgment judgement ruling verdict decision vote referendum")
	// detailsEn are particulars of a measure that are still to be settled while it goes on.
	detailsEn = setEn("level amount amounts rate rates date dates time times place places venue venues number numbers size details detail form method route routes which order price prices topic topics theme themes share extent scale fee fees location locations timetable schedule programme composition design wording")
)

// marksOpen adds to a sentence of the next plan that its matter is left open: nothing has been decided about it, the board is considering options, it may be dropped or continued.
func (s *sentence) marksOpen(w []wordEn) {
	on, off := false, false
	for k := range w {
		on = on || goesOnNounEn[w[k].text]
		off = off || stopsNounEn[w[k].text]
	}
	for k := range w {
		n := textAt(w, k+1)
		switch t := w[k].text; {
		case (t == "nothing" || t == "none" || t == "no" || t == "not") && k+1 < len(w):
			for j := k + 1; j < len(w) && j < k+7 && w[j].text != ","; j++ {
				settled := (w[j].text == "decided" || w[j].text == "settled" || w[j].text == "agreed" || w[j].text == "resolved") && (w[j-1].text == "been" || w[j-1].text == "is" || w[j-1].text == "yet") && (t == "nothing" || t == "not")
				given := utterEn[w[j].text] && t == "no" && j < k+4 && (textAt(w, j+1) == "can" || textAt(w, j+1) == "could" || textAt(w, j+1) == "has" || textAt(w, j+1) == "is" || textAt(w, j+1) == "was") && (textAt(w, j+2) == "be" || textAt(w, j+2) == "been" || textAt(w, j+2) == "yet" || textAt(w, j+2) == "possible")
				if settled || given {
					s.hits = append(s.hits, hit{"undecided", w[k].start, w[j].end})
					break
				}
			}
		case ponderEn[t] && k > 0 && (s.column == schema.NextPlan):
			for j := k + 1; j < len(w) && j < k+6 && w[j].text != ";"; j++ {
				switch {
				case (w[j].text == "whether" || w[j].text == "if") && (on || off) && !beEn[textAt(w, j+1)]:
					if t == "see" && textAt(w, k-1) == "to" && !on || (t == "asking" || t == "ask") && !off {
						continue
					}
					s.hits = append(s.hits, hit{"undecided", w[k].start, w[j].end})
				case optionsEn[w[j].text] && w[j].text != "whether" && w[j].text != "if" && w[j].text != "end" && off && t != "say" && t != "see" && t != "know" && t != "tell":
					s.hits = append(s.hits, hit{"undecided", w[k].start, w[j].end})
				}
			}
			if off && on && (textAt(w, k-1) == "being" || textAt(w, k-1) == "are" || textAt(w, k-1) == "is") && strings.HasSuffix(t, "ed") {
				s.hits = append(s.hits, hit{"undecided", w[k-1].start, w[k].end})
			}
		case (t == "may" || t == "might" || t == "could") && on && off:
			for j := k + 1; j < len(w) && j < k+8; j++ {
				if w[j].text == "or" {
					s.hits = append(s.hits, hit{"undecided", w[k].start, w[j].end})
					break
				}
			}
		case (t == "if" && n == "not" || t == "otherwise" || t == "else") && k > 3 && off && (textAt(w, 0) == "should" || textAt(w, 0) == "if" || textAt(w, 0) == "provided" || slices.ContainsFunc(w[:k], func(x wordEn) bool { return x.text == "if" || x.text == "provided" || x.text == "should" })):
			s.hits = append(s.hits, hit{"undecided", w[0].start, w[k].end})
		case t == "neither" && k > 0 && (w[k-1].text == "can" || w[k-1].text == "could"):
			s.hits = append(s.hits, hit{"undecided", w[k-1].start, w[k].end})
		case (t == "until" || t == "before") && slices.ContainsFunc(w[k+1:min(len(w), k+4)], func(x wordEn) bool { return rulingEn[x.text] }):
			if !s.has("again", 0, len(s.r)) {
				s.hits = append(s.hits, hit{"undecided", w[k].start, w[min(len(w)-1, k+2)].end})
			}
		case t == "under" && (n == "scrutiny" || n == "examination" || n == "reconsideration" || n == "debate" || n == "consideration") && k > 0 && (finiteEn[w[k-1].text] || adverbEn(w[k-1].text) || w[k-1].text == "now" || w[k-1].text == "currently" || w[k-1].text == "still"):
			s.hits = append(s.hits, hit{"undecided", w[k].start, w[k+1].end})
		}
	}
}

// detailLeftEn says whether what is left open is a particular of an act that goes on: an allowance, the level of which will be decided in spring.
func (v *view) detailLeftEn(f found) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	w := between(f.s.words, 0, f.h.start)
	from := max(0, len(w)-7)
	near := slices.ContainsFunc(w[from:], func(x wordEn) bool { return detailsEn[x.text] })
	after := between(f.s.words, f.h.end, len(f.s.r))
	near = near || detailsEn[textAt(after, 0)] || determinersEn[textAt(after, 0)] && detailsEn[textAt(after, 1)]
	return near && slices.ContainsFunc(v.plannedParts(), func(p part) bool {
		c := p.clause()
		return !c.negated && v.planHasVerb(c.verb) && (p.s != f.s || c.start <= f.h.start)
	})
}

// eitherWayEn says whether a word of an end is one of two ways that a sentence leaves open: may be dropped or continued; if not, it will lapse.
func (f found) eitherWayEn() bool {
	if f.s.words == nil || !f.s.has("undecided", 0, len(f.s.r)) {
		return false
	}
	w := between(f.s.words, 0, f.h.start)
	from := max(0, len(w)-6)
	return slices.ContainsFunc(w[from:], func(x wordEn) bool {
		return x.text == "may" || x.text == "might" || x.text == "could" || x.text == "or" || x.text == "either" || x.text == "if" || x.text == "otherwise" || x.text == "whether" || x.text == "else"
	})
}

// bothWaysEn says whether a sentence promises an act on a condition and tells what becomes of the measure without it: should the budget allow it …; if not, it will lapse.
func (f found) bothWaysEn() bool {
	t := f.text()
	return strings.HasSuffix(t, "if") || strings.HasSuffix(t, "otherwise") || strings.HasSuffix(t, "else")
}

// opensWithQuestionEn says whether a sentence opens with a question as its subject, of which a word tells that it is open: "When the ban can be laid is not known".
func (s *sentence) opensWithQuestionEn(h hit) bool {
	switch textAt(s.words, 0) {
	case "when", "how", "where", "if", "what", "who":
	default:
		return false
	}
	return !slices.ContainsFunc(between(s.words, 0, h.start), func(x wordEn) bool { return x.text == "," })
}

// besideItEn says whether a sentence of the next plan, which promises nothing or only what anybody may do, speaks of another thing and another act than the only commitment of its item, with which it
// shares no more than an attribute: of "advise owners of listed buildings on heat pumps", "A leaflet on sash windows in listed buildings can be had".
func (rd *reader) besideItEn(units []*unit, u *unit, n *sentence) bool {
	if rd.lang.Code != "en" || len(units) != 1 || len(u.plan) != 1 || n.words == nil || n.speaksOfEnd() || n.self || n.follows || n.joins || n.has("again", 0, len(n.r)) || n.has("anaphor", 0, len(n.r)) || n.has("upkeep", 0, len(n.r)) || n.has("outcome", 0, len(n.r)) || n.has("late", 0, len(n.r)) {
		return false
	}
	if n.promises && (!n.permits || len(n.dates) > 0) {
		return false
	}
	acts := map[string]bool{}
	for i := range u.plan[0].clauses {
		if c := &u.plan[0].clauses[i]; c.verb != "" {
			acts[derivedEn(c.verb)] = true
			if head, _, _ := strings.Cut(c.object, " "); head != "" && slices.ContainsFunc(n.words, func(x wordEn) bool { return x.text == "may" || x.text == "can" }) {
				acts[derivedEn(lang.Stem(head))] = true
			}
		}
	}
	for _, x := range n.words {
		if acts[derivedEn(lang.Stem(x.text))] {
			return false
		}
	}
	known := overlap(n.features, u.features, rd)
	for _, r := range u.results {
		known = max(known, 0.8*overlap(n.features, r.features, rd))
	}
	own, all := overlap(u.features, u.features, rd), overlap(n.features, n.features, rd)
	return known < 0.36*all && known < 0.36*own
}

// datedEn says whether a clause has a date.
func (s *sentence) datedEn(c *clause) bool {
	return slices.ContainsFunc(s.dates, func(d lang.Date) bool { return d.Span.Start >= c.start && d.Span.End <= c.end })
}
