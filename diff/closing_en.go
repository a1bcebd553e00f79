package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
	"plandiff/schema"
)

// How reports and plans close a matter: what was called off, what is left of it, what the plan has no more line for.

// calledOffEn says whether the results tell that the act was given up, whatever was done on the way to it: "A site was chosen, but the project was stood down", "no academy
// will be founded", "abandoned before any home was supplied".
func (v *view) calledOffEn() bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	for _, s := range v.u.results {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind != mainClause {
				continue
			}
			if c.negated && c.tense == planned && v.planHasVerb(c.verb) {
				return true
			}
			for _, h := range s.hits {
				if h.cue == "stop" && h.start >= c.start && h.end <= c.end && !c.negated && v.g.predicate(s, c, h) && !v.inPlan(found{s, c, h}) && !v.oldOnesEn(s, c) && (givenUpWordEn(s, h) || s.beforeAnyEn() > 0) {
					return true
				}
			}
		}
		if k := s.beforeAnyEn(); k > 0 && (v.planHasActEn(lang.Stem(s.words[k].text)) || s.noneMadeEn(v, k)) {
			return true
		}
	}
	return false
}

// givenUpWordEn says whether a word of stopping means giving up for good, and not a pause or a part.
func givenUpWordEn(s *sentence, h hit) bool {
	t := string(s.r[h.start:h.end])
	for _, w := range []string{"abandon", "cancel", "called off", "stood down", "dropped", "scrap", "given up", "shelved", "discontinu", "terminat", "abolish", "axed", "pulled the plug", "unwound", "brought to an early end", "struck", "written off"} {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// beforeAnyEn is the word that tells what had not been done to any when it stopped: fitted of "before any had been fitted"; 0 if a sentence tells no such thing.
func (s *sentence) beforeAnyEn() int {
	w := s.words
	for k := 1; k+3 < len(w); k++ {
		if w[k].text != "before" {
			continue
		}
		t := w[k+1].text
		if t != "any" && t != "a" && t != "anything" && t != "anybody" && t != "anyone" && t != "it" && t != "they" && t != "work" && t != "the" {
			continue
		}
		if t == "the" && w[k+2].text != "first" {
			continue
		}
		for j := k + 2; j < len(w) && j < k+9; j++ {
			p := w[j-1].text
			if (p == "been" || p == "was" || p == "were" || p == "be" || p == "being") && w[j].text != "been" {
				return j
			}
			if w[j].text == "," {
				break
			}
		}
	}
	return 0
}

// lackEn tell of what would still be as it was.
var lackEn = setEn("waiting wait waits waited left outstanding overdue lacks lack lacking lacked without unserved unresolved remaining remains remained backlog queued")

// noneStillEn says whether a sentence tells, by "not one" and the like, that nothing is any more as it was: "Not one tower still works with paper", "by January not a single
// application was waiting".
func noneStillEn(w []wordEn) (from, to int) {
	for k := 0; k+2 < len(w); k++ {
		t, n := w[k].text, w[k+1].text
		first := t == "not" && (n == "one" || n == "a" && w[k+2].text == "single") || (t == "no" || t == "none") && (k == 0 || w[k-1].text == "," || w[k-1].text == "and") || t == "none" && (n == "of" || n == "is" || n == "are") && w[max(0, k-1)].text != "if"
		if !first {
			continue
		}
		for j := k + 2; j < len(w) && j < k+16 && w[j].text != "," && w[j].text != ";"; j++ {
			if w[j].text == "still" || lackEn[w[j].text] && (finiteEn[w[j-1].text] || w[j].text != "without" || w[j-1].text == "be") || w[j].text == "longer" && w[j-1].text == "any" || w[j].text == "any" && textAt(w, j+1) == "more" {
				return k, j
			}
		}
	}
	return 0, -1
}

// marksNoneStill adds what such a sentence of the results tells: all is done, and nothing was denied.
func (s *sentence) marksNoneStill(w []wordEn) {
	from, to := noneStillEn(w)
	if to < 0 {
		return
	}
	s.hits = append(s.hits, hit{"all-done", w[from].start, w[to].end}, hit{"complete", w[from].start, w[to].end})
	c := s.clauseAt(w[from].start)
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { return h.cue == "not-reached" && h.start >= c.start && h.end <= c.end })
	c.negated = false
}

// onlyOnceEn adds an end where a sentence of the next plan tells that the measure was for one time: "The hire was for one winter only".
func (s *sentence) onlyOnceEn(w []wordEn) {
	for k := 0; k+2 < len(w); k++ {
		if w[k].text == "one" && w[k+2].text == "only" || w[k].text == "a" && w[k+1].text == "single" && (textAt(w, k-1) == "was" || textAt(w, k-1) == "for") {
			s.hits = append(s.hits, hit{"ended", w[k].start, w[k+2].end}, hit{"scheduled", w[k].start, w[k+2].end})
		}
	}
}

// closedEn reads that the plan has no more line for a measure, by what came of it: "We can strike this from our list", "with that the matter rests".
func (v *view) closedEn() []signal {
	if v.rd.lang.Code != "en" || len(v.u.next) == 0 {
		return nil
	}
	f := firstOf(v.hitsOf(v.u.next, "unlisted"))
	if f == nil || f.s.has("elsewhere", 0, len(f.s.r)) || f.s.has("merge", 0, len(f.s.r)) || v.inPlan(*f) {
		return nil
	}
	for _, p := range v.plannedParts() {
		if p.clause() != f.c && !v.windsUp(p) && !p.clause().negated && !v.tellsFate(p) && !(v.progress == schema.NotDone && (v.statusQuoEn(p) || p.s.staysEn() || containsRunes(p.s.r[p.clause().start:p.clause().end], []rune("always")))) {
			return nil
		}
	}
	label := v.overAsEn(f.s)
	if label == "" {
		label = schema.Ended
	}
	return []signal{{string(label), 5.5, f.evidence()}}
}

// telegraphEn says whether words are a promise without any predicate, as in the style of a list: "Pothole funding for local authorities, as hitherto."
func telegraphEn(w []wordEn, verbs map[int]bool) bool {
	if len(w) < 3 || !unicode.IsLetter([]rune(w[0].text)[0]) && numberEn(w[0].text) == 0 {
		return false
	}
	if decidesEn(w) {
		return false
	}
	switch w[0].text {
	case "it", "they", "there", "this", "these", "he", "she", "we", "what", "nothing", "none", "no", "not", "all", "neither", "who", "few", "many", "most", "some", "hardly", "scarcely", "everybody", "everyone", "nobody", "anybody", "somebody":
		return false
	case "more", "fewer", "ever", "less": // More and more firms, ever fewer firms
		if n := w[1].text; n == "and" || w[0].text == "ever" && (n == "more" || n == "fewer") {
			return false
		}
	}
	for k := 0; k < len(w); k++ {
		t, n := w[k].text, textAt(w, k+1)
		if finiteEn[t] && !(t == "may" && k > 0 && placesEn[w[k-1].text]) || pronounsEn[t] && t != "who" {
			return false
		}
		if k == 0 {
			continue
		}
		if t == "ever" && (strings.HasSuffix(n, "er") && len(n) > 4 && n != "after" || n == "more" || n == "fewer") {
			return false // costumes fetch ever higher prices
		}
		object := n == "the" || n == "a" || n == "an" || n == "its" || n == "their" || n == "it" || n == "them" || n == "that" || n == "no" || n == "this"
		if (strings.HasSuffix(t, "s") && !strings.HasSuffix(t, "ss") && !stopEn[t] || strings.HasSuffix(t, "ed") && len(t) > 4 || lang.PastForm(t)) && object && !phraseEndsEn[w[k-1].text] && !determinersEn[w[k-1].text] {
			return false
		}
		if p := w[k-1].text; !phraseEndsEn[p] && wordRune([]rune(p)[0]) && n != "" && wordRune([]rune(n)[0]) && !phraseEndsEn[n] && n != "and" && n != "or" && (verbs[w[k].start] && (strings.HasSuffix(p, "s") || p == "now" || p == "often" || p == "already" || p == "still" || adverbEn(p)) || strings.HasSuffix(t, "es") && !strings.HasSuffix(p, "s") && !stopEn[p]) {
			return false // gardeners buy more; the Regulator attaches great
		}
		if worldVerbEn(w, k) {
			return false
		}
		if plainVerbsEn[t] && n != "of" && (t != "accounts" || n == "for") && !phraseEndsEn[w[k-1].text] && !determinersEn[w[k-1].text] {
			return false
		}
	}
	return true
}

// plainVerbsEn are finite forms that are seldom anything else.
var plainVerbsEn = setEn("accounts depends relies consists amounts belongs leads varies remains comes goes falls rises grows declines takes makes becomes seems appears lies stands came went fell rose grew took made became seemed lay stood began ran gave stayed remained went declined increased decreased improved happened occurred arose appeared doubled trebled varied suffered reached exceeded dropped said told ends ended exists suffers needs requires costs contains shows means reads continues stays")

// fewSharedEn says whether a sentence of the next plan promises an act of its own on a thing of its own that it brings in, beside a sentence that goes on with the commitment: "A handbook
// for the cleaning of ambulances will be written".
func (rd *reader) fewSharedEn(u *unit, n *sentence, next []*sentence, score float64, local *locals) bool {
	if rd.lang.Code != "en" || !n.promises || n.speaksOfEnd() || n.has("again", 0, len(n.r)) || n.has("anaphor", 0, len(n.r)) || n.has("upkeep", 0, len(n.r)) || n.has("outcome", 0, len(n.r)) || n.joins || n.follows || len(n.words) < 4 {
		return false
	}
	if t := n.words[0].text; determinersEn[t] && t != "a" && t != "an" || pronounsEn[t] || stopEn[t] && t != "a" && t != "an" {
		return false
	}
	all, known := 0.0, 0.0
	for i := range n.clauses {
		c := &n.clauses[i]
		if c.kind != mainClause {
			continue
		}
		if overlap(featuresEn([]rune(c.verb)), u.features, nil) > 0 {
			return false
		}
		all += overlap(c.features, c.features, rd)
		known += overlap(c.features, u.features, rd)
	}
	if known >= 0.22*all {
		return false
	}
	return slices.ContainsFunc(next, func(o *sentence) bool {
		return o != n && o.promises && !o.leadIn && rd.similar(u, o.features, o.by, local) > 1.2*score
	})
}

// linkClauseEn gives to a commitment on which the next plan seems silent a clause of a sentence that another commitment took whole, where that clause is nearer to it: "Money
// will again be made available for these services, and training will be provided to their staff".
func (rd *reader) linkClauseEn(units []*unit) {
	if rd.lang.Code != "en" || len(units) < 2 {
		return
	}
	for _, u := range silentUnits(units) {
		var at *unit
		best, which := 0.0, 0
		for _, o := range units {
			if o == u || len(o.nextParts) < 2 {
				continue
			}
			for i, p := range o.nextParts {
				c := p.clause()
				if c.kind != mainClause || c.tense != planned || c.negated || p.s.newActEn(c, u) || disjointBy(u.by, p.s.by) {
					continue
				}
				mine, theirs := overlap(u.features, c.features, rd), overlap(o.features, c.features, rd)
				rest := 0.0
				for j, q := range o.nextParts {
					if j != i && q.clause().kind == mainClause {
						rest = max(rest, overlap(o.features, q.clause().features, rd))
					}
				}
				if mine > 0.1 && rest > theirs && mine >= theirs-0.01 && mine > best {
					best, at, which = mine, o, i
				}
			}
		}
		if at == nil {
			continue
		}
		p := at.nextParts[which]
		at.nextParts = slices.Delete(at.nextParts, which, which+1)
		u.nextParts = append(u.nextParts, p)
		link(&u.next, p.s)
	}
}

// actsCountedEn says whether a list of acts of the next plan has as many members as the plan's sentence has acts, so that one that is not met again is another word for one of them:
// recruit, train and match; recruitment, training and pairing.
func (v *view) actsCountedEn(s *sentence, members []lang.Span) bool {
	if v.rd.lang.Code != "en" || len(members) < 2 {
		return false
	}
	acts := 0
	for _, m := range members {
		w := between(s.words, m.Start, m.End)
		if len(w) == 0 || !actNounEn(w[len(w)-1].text) {
			return false
		}
	}
	for _, p := range v.planClauses() {
		n := 1
		for _, l := range p.s.lists {
			if l.acts && l.clause == p.c {
				n = len(l.members)
			}
		}
		acts += n
	}
	verbs := 0
	for _, p := range v.u.plan {
		for _, x := range p.words {
			if p.has("verb", x.start, x.end) && !stopEn[x.text] {
				verbs++
			}
		}
	}
	return max(acts, verbs) >= len(members)
}

// noneMadeEn says whether what had not been dealt with when something stopped, by the participle at word k, is a thing of the plan: "before a single loan had been made".
func (s *sentence) noneMadeEn(v *view, k int) bool {
	for j := k - 1; j > 0 && j > k-8 && s.words[j].text != "before"; j-- {
		if v.knowsEn(s.r[s.words[j].start:s.words[j].end]) {
			return true
		}
	}
	return false
}

// stoppedBeforeEn says whether results tell that something stopped before the act was done to any.
func (v *view) stoppedBeforeEn() bool {
	return slices.ContainsFunc(v.u.results, func(s *sentence) bool { return s.beforeAnyEn() > 0 }) && v.calledOffEn()
}

// openToEn says whether what stands behind "open" tells for whom or when something is open, and so leaves no question open.
func (s *sentence) openToEn(end int) bool {
	k := slices.IndexFunc(s.words, func(x wordEn) bool { return x.start >= end })
	switch textAt(s.words, k) {
	case "to":
		n := textAt(s.words, k+1)
		return n != "question" && n != "doubt" && n != "discussion" && n != "debate" && n != "review"
	case "for", "on", "from", "until", "at", "every", "daily", "all", "throughout", "between", "during", "through", "round":
		return true
	}
	return false
}

// givesWayEn says whether what was abolished is the old form of a thing to which the sentence reports before that all have changed: "Exporters obtain every certificate online, and the
// paper form has been abolished".
func (v *view) givesWayEn(f found) bool {
	if v.rd.lang.Code != "en" || v.progress == schema.NotDone {
		return false
	}
	return slices.ContainsFunc(f.s.clauses, func(c clause) bool {
		return c.end <= f.c.start && c.kind == mainClause && !c.negated && (f.s.has("universal", c.start, c.end) || f.s.has("complete", c.start, c.end)) && overlap(v.u.features, c.features, nil) > 0
	})
}

// decisionsEn are what a measure waits for.
var decisionsEn = setEn("decision decisions outcome ruling judgment judgement verdict result results report approval consent budget legislation law act review government parliament cabinet minister ministers settlement clarification funding financing money board council vote referendum election opinion findings")

// decisionEn says whether a decision or the like stands close behind.
func (s *sentence) decisionEn(end int) bool {
	k := slices.IndexFunc(s.words, func(x wordEn) bool { return x.start >= end })
	for j := k; j >= 0 && j < len(s.words) && j < k+6; j++ {
		if decisionsEn[s.words[j].text] {
			return true
		}
	}
	return false
}

// thereWillBeNoneEn finds that there will be none of what the plan promised: "there will be no bicycle tunnel".
func (v *view) thereWillBeNoneEn() (Evidence, bool) {
	for _, n := range v.u.next {
		w := n.words
		for k := 0; k+4 < len(w); k++ {
			if w[k].text != "there" || w[k+1].text != "will" && w[k+1].text != "is" && w[k+1].text != "shall" && w[k+1].text != "are" {
				continue
			}
			j := k + 2
			for j < len(w) && (w[j].text == "to" || w[j].text == "be" || w[j].text == "now" || w[j].text == "therefore") {
				j++
			}
			if textAt(w, j) != "no" || j == k+2 {
				continue
			}
			from := j + 1
			if textAt(w, from) == "such" {
				from++
			}
			end := memberEndEn(w, from)
			if end <= from || n.has("elsewhere", 0, len(n.r)) || n.has("merge", 0, len(n.r)) || textAt(w, from) == "more" || textAt(w, from) == "charge" || textAt(w, from) == "change" || textAt(w, from) == "separate" {
				continue
			}
			head := n.r[w[end-1].start:w[end-1].end]
			if v.knowsEn(head) && (overlap(v.u.core, featuresEn(head), nil) > 0 || v.progress == schema.NotDone && len(v.allNext) == 1) {
				return n.quote(w[k].start, w[end-1].end), true
			}
		}
	}
	return Evidence{}, false
}

// noneDueAt is where a sentence of the next plan says that there is none of something to come: from the "no" to the verb of "No state visit is expected"; the last word of what there is none of.
func (s *sentence) noneDueAt() (no, noun, end int, ok bool) {
	w := s.words
	k := 0
	if textAt(w, 0) == "as" || textAt(w, 0) == "since" || textAt(w, 0) == "because" {
		k = 1
	}
	if textAt(w, k) != "no" || k+2 >= len(w) {
		return
	}
	last := memberEndEn(w, k+1)
	if last <= k+1 || w[k+1].text == "further" || w[k+1].text == "more" || w[k+1].text == "change" || w[k+1].text == "changes" {
		return
	}
	for j := last; j < len(w) && j < last+8 && w[j].text != ","; j++ {
		switch w[j].text {
		case "expected", "due", "foreseen", "planned", "scheduled", "pending", "impending", "envisaged":
			if finiteEn[w[j-1].text] || w[j-1].text == "now" || w[j-1].text == "currently" {
				return k, last - 1, j, true
			}
		}
	}
	return
}

// noneDueEn finds a sentence that tells that nothing of the kind for which the plan was made is to come.
func (v *view) noneDueEn() []signal {
	if v.rd.lang.Code != "en" {
		return nil
	}
	some := slices.ContainsFunc(v.plannedParts(), func(p part) bool { return !p.clause().negated })
	for _, n := range v.u.next {
		if ev, ok := n.noneOfThemDueEn(); ok && !some {
			label := v.overAsEn(n)
			if label == "" || label == schema.Completed {
				label = schema.Ended
			}
			return []signal{{string(label), 4.5, ev}}
		}
		no, noun, end, ok := n.noneDueAt()
		if !ok || len(v.plannedParts()) > 0 || !v.knowsEn(n.r[n.words[noun].start:n.words[noun].end]) {
			continue
		}
		label := schema.Ended
		if v.progress == schema.NotDone || v.progress == schema.UnderWay {
			label = schema.Discontinued
		}
		return []signal{{string(label), 4.5, n.quote(n.words[no].start, n.words[end].end)}}
	}
	return nil
}
