package diff

import (
	"math"
	"slices"
	"strings"

	"plandiff/schema"
)

// unit is a commitment while it is being made: plan sentences that promise one thing, and what was linked to them.
type unit struct {
	plan, results, next []*sentence
	nextParts           []part // clauses of next that speak of this commitment
	features            []uint64
	weights             []float64 // of features: what a plan is for tells less what it is than what is done
	core                []uint64  // features of what is done to what
	by                  []string
}

// part is a clause of a sentence.
type part struct {
	s *sentence
	c int
}

// Floors of alignment: below them nothing is linked. Chosen on half of the labelled items (see doc.go).
const (
	resultFloor = 0.15
	coreFloor   = 0.135 // for results that share the act or its object
	nextFloor   = 0.16
	clauseFloor = 0.20
	memberFloor = 0.42 // of a commitment's weight that a sentence which others took must repeat
	actFloor    = 0.25 // the same where it names the commitment's act
	loneFloor   = 0.05 // for results that report an act, where the plan has but one commitment
	// sameActScore is for results that do with the same thing the same as the plan, word for word
	sameActScore = 0.2
)

// group makes units of an item's plan sentences and links results and next plan to them.
func (rd *reader) group(item *schema.Item) (units []*unit, plan, results, next []*sentence) {
	plan, results, next = rd.sentencesOf(item, schema.Plan), rd.sentencesOf(item, schema.Results), rd.sentencesOf(item, schema.NextPlan)
	for i, s := range plan {
		if s.leadIn {
			continue
		}
		if len(units) > 0 && rd.goesOn(plan[i-1], s) {
			u := units[len(units)-1]
			u.plan = append(u.plan, s)
			continue
		}
		units = append(units, &unit{plan: []*sentence{s}, by: s.by})
	}
	if len(units) == 0 && len(plan) > 0 { // a plan of lead-ins only: better a commitment than none
		units = append(units, &unit{plan: plan, by: plan[0].by})
	}
	for _, u := range units {
		for _, s := range u.plan {
			u.features = append(u.features, s.features...)
			for i := range s.clauses {
				if c := &s.clauses[i]; c.kind == mainClause {
					u.core = append(u.core, rd.featuresOf([]rune(c.verb))...)
					if !s.objectOfRelative(c) {
						u.core = append(u.core, rd.featuresOf([]rune(c.object))...)
					}
					u.core = append(u.core, rd.meansJa(s, c)...)
					u.core = append(u.core, rd.listedActs(s, i)...)
				}
			}
		}
		u.core = slices.DeleteFunc(u.core, func(f uint64) bool { return f < 1<<24 }) // a word of one kanji is too common for this
		slices.Sort(u.core)
		slices.Sort(u.features)
		u.features = slices.Compact(u.features)
		u.weights = u.backgroundWeights(rd, len(units) > 1 && u != units[0])
	}
	local := localCounts(units)
	rd.linkNext(item, units, next, local)
	rd.linkPresentEn(units, next)
	rd.linkResults(units, results, local) // over words of the next plan too
	rd.linkStateEn(units, next)
	rd.linkStatedEn(units, next)
	return rd.joinSilentJa(units), plan, results, next
}

// purposeWeight is what words count that stand only in why a plan is made.
const purposeWeight = 0.4

// backgroundWeights weighs the features of a commitment: those of its acts full, those of purposes and occasions less, and in
// all but the first commitment those of what only points back to another (当該…) less too.
func (u *unit) backgroundWeights(rd *reader, refers bool) []float64 {
	var main []uint64
	for i, s := range u.plan {
		for k := range s.clauses {
			c := &s.clauses[k]
			if c.kind != mainClause {
				continue
			}
			text := s.r[c.start:c.end]
			if i == 0 && refers {
				text = withoutReferences(s, c)
			}
			main = append(main, rd.featuresOf(text)...)
		}
	}
	slices.Sort(main)
	out := make([]float64, len(u.features))
	for i, f := range u.features {
		out[i] = purposeWeight
		if _, holds := slices.BinarySearch(main, f); holds || len(main) == 0 {
			out[i] = 1
		}
	}
	return out
}

// withoutReferences blanks the words that point back to something named before: 当該会合.
func withoutReferences(s *sentence, c *clause) []rune {
	out := append([]rune{}, s.r[c.start:c.end]...)
	for _, h := range s.hits {
		if h.cue != "anaphor" || h.start < c.start || h.end > c.end {
			continue
		}
		for i := h.start; i < c.end && (i < h.end || isWordJa(s.r[i])); i++ {
			out[i-c.start] = ' '
		}
	}
	return out
}

// goesOn says whether a plan sentence speaks of the commitment of the one before it.
func (rd *reader) goesOn(before, s *sentence) bool {
	if s.mark != "" && !(s.joins && rd.lang.Code == "ja" && (s.mark == "・" || s.mark == "○" || s.mark == "-")) || !sameBy(before.by, s.by) {
		return false
	}
	if s.joins || !s.promises && rd.lang.Code == "ja" || s.facetJa() { // what promises nothing tells about what was promised
		return true
	}
	if rd.yearOfSame(before, s) || rd.detailsJa(before, s) {
		return true
	}
	// 「…訓練を実施する。訓練の実施に当たっては、…」: it opens with a word of the sentence before, as its circumstance
	head := s.clauses[0]
	if head.kind == ifClause && head.end-head.start < 24 && len(s.clauses) > 1 && len(head.features) > 0 {
		for _, w := range []string{"当たって", "あたって", "際して", "際には", "際に", "際は"} {
			if strings.Contains(string(s.r[head.start:head.end]), w) {
				return overlap(head.features, before.features, nil) >= 0.5*float64(len(head.features))
			}
		}
	}
	// 「…演習を行う。演習においては、…」
	for i := 1; i < min(16, len(s.r)); i++ {
		if hasRunes(s.r, i, "においては、") || hasRunes(s.r, i, "では、") || hasRunes(s.r, i, "の実施に") {
			fs := rd.featuresOf(s.r[:i])
			return len(fs) > 0 && overlap(fs, before.features, nil) == float64(len(fs))
		}
	}
	return false
}

func sameBy(a, b []string) bool { return slices.Equal(a, b) }

// linkResults gives each result sentence to the commitments that it speaks of.
func (rd *reader) linkResults(units []*unit, results []*sentence, local *locals) {
	if len(units) == 0 {
		return
	}
	last := -1
	var loose []*sentence
	for i, r := range results {
		if rd.lang.Code == "ja" && byMark(units, r, func(u *unit) { link(&u.results, r) }) {
			continue
		}
		best, at := -1.0, -1
		for k, u := range units {
			sc := rd.similar(u, r.features, r.by, local)
			if b := rd.bridged(u, r, local); b > sc && !disjointBy(u.by, r.by) {
				sc = b
			}
			core := len(u.core) == 0 || overlap(u.core, r.features, nil) > 0
			reports := r.reports() && (core || !rd.finishesOther(u, r))
			switch {
			case len(u.results) == 0 && r.statesJa() && !u.tells(r) && !rd.countsTopic(u, r):
				sc *= 0.2 // how things are in the world
			case !core && !reports:
				sc *= 0.45 // another act on another thing
				if rd.otherTopic(u, r) {
					sc *= 0.6
				}
			}
			if rd.lang.Code == "ja" && sc < sameActScore && !disjointBy(u.by, r.by) && (sameActJa(u, r) || u.foundBy(r) && overlap(u.core, r.features, nil)+overlap(u.features, r.features, nil) > 0) {
				sc = sameActScore
			}
			if i > 0 && last == k && sameBy(results[i-1].by, r.by) {
				sc += 0.02
			}
			if sc > 0.05 && u.sharesNumber(r) {
				sc += 0.08
			}
			if sc > 0.05 && core && len(u.results) == 0 && k == last+1 { // results follow the order of the plan
				sc += 0.06
			}
			if sc > best {
				best, at = sc, k
			}
		}
		switch {
		case at >= 0 && (best >= r.floor(len(units), len(results), !rd.finishesOther(units[at], r) || overlap(units[at].core, r.features, nil) > 0) || best >= coreFloor && len(units[at].results) == 0 && (!r.statesJa() || units[at].tells(r)) && overlap(units[at].core, r.features, nil) > 0):
			link(&units[at].results, r)
			last = at
		case len(units) == 1 && rd.lang.Code == "ja" && !disjointBy(units[0].by, r.by) && r.tellsAct() && best >= loneFloor && (len(units[0].results) > 0 || overlap(units[0].core, r.features, nil) > 0):
			link(&units[0].results, r) // the one thing that was promised, told in other words
			last = 0
		case i > 0 && last >= 0 && (r.follows || rd.trails(units, results, i) && !rd.nextInOrder(units, last, r, local)) && sameBy(results[i-1].by, r.by):
			link(&units[last].results, r)
		case rd.lang.Code == "en" && len(units) == 1 && len(results) == 1 && (overlap(units[0].features, r.features, nil) > 0 || r.countsThemEn() || r.opensWithNumberEn()): // what else should it speak of
			link(&units[0].results, r)
		case rd.lang.Code == "ja" && len(units) == 1 && len(results) == 1 && (!r.statesJa() || containsRunes(r.r, []rune("のは"))) && (units[0].sharesNumber(r) || units[0].cleftCount(r)):
			link(&units[0].results, r) // 「来日したのは12人中７人であった」
			last = 0
		case rd.lang.Code == "en" && len(units) == 1 && len(results) == 1 && (r.stepDoneEn() && units[0].makesSomething() || units[0].asksEn() && r.findsEn()):
			link(&units[0].results, r)
			last = 0
		case rd.lang.Code == "ja" && len(units) == 1 && len(results) == 1 && !disjointBy(units[0].by, r.by) && r.tellsAct() && units[0].sameVerb(r):
			link(&units[0].results, r) // 「6,000人を対象に実施した」
			last = 0
		case len(units) == 1 && r.preparesOnlyEn():
			link(&units[0].results, r)
			last = 0
		case rd.lang.Code == "ja" && len(units) == 1 && (units[0].elliptic(rd, r) || units[0].studies() && len(units[0].results) == 0 && r.tellsAct() && r.stepOfStudy() || r.tellsAct() && akin(units[0], r)):
			link(&units[0].results, r)
			last = 0
		case len(units) == 1 && (r.onlyCountsJa() || len(results) == 1 && r.notBegunJa()) && !disjointBy(units[0].by, r.by):
			link(&units[0].results, r)
			last = 0
		case rd.lang.Code == "en" && (r.self || len(r.features) <= 2) || r.onlyReportsJa(): // "Not implemented." speaks of all
			for _, u := range units {
				if len(u.results) == 0 && !disjointBy(u.by, r.by) {
					link(&u.results, r)
				}
			}
			continue
		case rd.lang.Code == "en" && (r.reports() || r.has("part-strong", 0, len(r.r))):
			loose = append(loose, r)
			continue
		default:
			continue
		}
		// one sentence may report on several: its clauses vote for others
		if len(r.clauses) > 1 && len(units) > 1 {
			for k, u := range units {
				if k == at || len(u.results) > 0 && slices.Contains(u.results, r) {
					continue
				}
				for ci := range r.clauses {
					c := &r.clauses[ci]
					if c.kind != mainClause || len(c.features) < 3 || r.words != nil && c.negated && r.nothingFoundEn(c) {
						continue
					}
					sc := rd.similar(u, c.features, r.by, local)
					if sc >= clauseFloor+0.05 && overlap(u.core, c.features, nil) > 0 && sc > rd.similar(units[max(at, 0)], c.features, r.by, local) {
						link(&u.results, r)
						break
					}
				}
			}
		}
	}
	rd.listedResults(units, results, local)
	if rd.lang.Code == "ja" {
		linkByAct(units, results)
	}
	// what tells how far something is, and shares no word with any, speaks of the only commitment of which nothing else does
	if k := soleSilent(units); k >= 0 {
		for _, r := range loose {
			if !disjointBy(units[k].by, r.by) {
				link(&units[k].results, r)
			}
		}
	}
	rd.linkOrdered(units, results, local)
	onTheWay(units, results)
	rd.linkRest(units, results)
	rd.linkShiftedEn(units, results)
	rd.linkRowEn(units, results)
	rd.linkInOrderEn(units, results)
}

// sharesNumber says whether plan and result name the same number of the same thing: an anchor.
func (u *unit) sharesNumber(r *sentence) bool {
	for _, s := range u.plan {
		for _, a := range s.quantities {
			for _, b := range r.quantities {
				if a.Value == b.Value && a.Unit == b.Unit && a.Value > 1 {
					return true
				}
			}
		}
	}
	return false
}

// bridged is how alike a result is to what the next plan says of the commitment: reports and next plans are written at one
// time and share words that the plan does not have.
func (rd *reader) bridged(u *unit, r *sentence, local *locals) float64 {
	best := 0.0
	for _, p := range u.nextParts {
		f := p.s.clauses[p.c].features
		if shared := overlap(f, r.features, rd); shared > 0 {
			best = max(best, 0.6*shared/math.Sqrt(local.whole(rd, f)*local.whole(rd, r.features)))
		}
	}
	return best
}

// floor is how alike a result must be to what it reports on. What says that something was not done, is on its way or is
// finished speaks of a plan; what says how things are may speak of anything.
func (s *sentence) floor(units, results int, onIt bool) float64 {
	switch {
	case !s.reports() || !onIt:
		return resultFloor
	case units == 1 && (s.goesForward() || results == 1 && !s.has("world", 0, len(s.r)) || s.has("not-reached", 0, len(s.r))):
		return 0
	case units == 1:
		return 0.05
	}
	return 0.1
}

// reports says whether a result tells how far something is, or points back to what was named.
func (s *sentence) reports() bool {
	for _, h := range s.hits {
		switch h.cue {
		case "not-reached", "under-way", "complete", "goal", "anaphor", "preliminary", "postpone":
			return true
		}
	}
	return false
}

// linkNext gives each next-plan sentence, clause by clause, to the commitments that it goes on with.
func (rd *reader) linkNext(item *schema.Item, units []*unit, next []*sentence, local *locals) {
	if len(units) == 0 {
		return
	}
	for i, n := range next {
		if n.leadIn {
			continue
		}
		if rd.lang.Code == "ja" && byMark(units, n, func(u *unit) { linkAll(u, n) }) {
			continue
		}
		whole := make([]float64, len(units))
		best, at := 0.0, -1
		for k, u := range units {
			whole[k] = rd.similar(u, n.features, n.by, local)
			if whole[k] > best {
				best, at = whole[k], k
			}
		}
		if rd.turnsEn(units, next, i, at, best) {
			continue
		}
		floor, fate := nextFloor, n.fateBeside(rd, units) || rd.handsOver(item, n) || rd.takenByOther(item, units, n)
		switch {
		case fate:
			floor = 0.04
		case n.speaksOfEnd() || n.has("anaphor", 0, len(n.r)):
			floor = 0.07
		}
		if at < 0 || best < floor {
			continue
		}
		if (!n.promises && !fate && !n.speaksOfEnd() && !rd.looksBack(units[at], n) || n.background()) && !units[at].saidAgain(n) {
			continue // background on the same subject is no plan
		}
		if rd.strangerEn(units[at], n, next) || !fate && rd.besideItEn(units, units[at], n) {
			continue
		}
		if rd.further(units[at], n, next, whole[at], local) || rd.fewSharedEn(units[at], n, next, whole[at], local) {
			continue
		}
		if fate {
			for k, u := range units { // what becomes of them is said of several in one sentence
				if whole[k] >= floor && (whole[k] >= 0.35*best || rd.inTopic(units, u, n)) && !(k != at && whole[k] < 0.7*best && rd.keptElsewhere(u, n, next, whole[k], local)) {
					linkAll(u, n)
				}
			}
			continue
		}
		took, prev := map[int]bool{}, -1
		for ci := range n.clauses {
			c := &n.clauses[ci]
			if c.kind != mainClause {
				continue
			}
			bc, ac := 0.0, -1
			for k, u := range units {
				if sc := rd.similar(u, c.features, n.by, local); sc > bc {
					bc, ac = sc, k
				}
			}
			if ac < 0 || bc < clauseFloor && ac != at || ac != at && n.newActEn(c, units[ac]) { // says too little by itself: it goes with what was said before it
				ac = at
				if ci > 0 && prev >= 0 {
					ac = prev
				}
			}
			units[ac].nextParts = append(units[ac].nextParts, part{n, ci})
			link(&units[ac].next, n)
			took[ac], prev = true, ac
		}
		if !took[at] {
			link(&units[at].next, n)
			units[at].nextParts = append(units[at].nextParts, part{n, len(n.clauses) - 1})
		}
	}
	rd.linkMembers(units, next, local)
	linkListed(units, next, rd)
	// 「本取組は…終了した。」 speaks of all that nothing else speaks of
	for _, n := range next {
		alone := len(next) == 1 || n.self || n.has("elsewhere", 0, len(n.r))
		if !n.leadIn && n.saysOnlyAgain() { // 「引き続き、上記の取組を推進する。」 goes on with all that nothing else does
			for _, u := range units {
				if len(u.next) == 0 && !disjointBy(u.by, n.by) {
					linkAll(u, n)
				}
			}
		}
		if !alone || n.leadIn || n.background() || !(n.speaksOfEnd() && (n.fateBeside(rd, units) || n.self && n.has("complete", 0, len(n.r))) || n.bare() || rd.handsOver(item, n)) {
			continue
		}
		for _, u := range units {
			if len(u.next) == 0 && !disjointBy(u.by, n.by) && !rd.ofAnother(units, u, n) {
				linkAll(u, n)
			}
		}
	}
	rd.linkSelf(units, next)
	rd.linkLeftEn(units, next)
	rd.linkClauseEn(units)
	rd.linkLeft(units, next)
	rd.linkSole(units, next)
}
