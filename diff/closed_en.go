package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
)

// Endings that a next plan tells of its own entry (the file is shut, we strike this from our list, what is left is upkeep) and not of the act. Why it is closed stands
// in the results.

var (
	// entryEn is what of a plan is closed: the file, the book, this commitment.
	entryEn = setEn("file files matter case item commitment action recommendation chapter book books entry point account accounts page dossier task subject topic heading line docket milestone")
	// closedEn is what becomes of it.
	closedEn = setEn("closed shut struck crossed ticked settled retired archived deleted removed concluded wound signed")
	// listEn is what it is struck from.
	listEn = setEn("list lists plan plans programme agenda register table books schedule sheet roll")
	// standAsEn say where in a plan something is.
	standAsEn = setEn("stand stands figure figures appear appears feature features found listed printed entered shown reported continue continues run runs live lives set sits sit comes come kept recorded")
	// drawerEn is where papers go that nobody needs any more.
	drawerEn = setEn("archive archives drawer drawers shelf shelves basement attic history rest")
	// narrowedEn follow "used to be" where it tells of a limit that is gone.
	narrowedEn = setEn("confined limited restricted reserved")
	// woundUpEn are done with what a measure used, once it is over.
	woundUpEn = setEn("returned dismantled sold packed dissolved disbanded stored handed given home dispersed vacated unhired auctioned")
	// renewsEn put a sound thing in the place of a worn one.
	renewsEn = setEn("replace replaces replacing renew renews renewing mend mends mending exchange swap change")
	// wornEn happens to things that are there.
	wornEn = setEn("lost missing expired stolen torn faded dead burnt worn chipped broken damaged cracked faulty defective failed vandalised vandalized illegible spent bent rusted rotten leaking")
)

// marksClosed adds to a sentence of the next plan that its entry is closed, that only upkeep is left, and "neither … will be revived".
func (s *sentence) marksClosed(w []wordEn) {
	for k := range w {
		n := textAt(w, k+1)
		switch t := w[k].text; {
		case closedEn[t] && k > 1:
			j := k - 1
			for j > 0 && (beEn[w[j].text] || w[j].text == "can" || w[j].text == "may" || adverbEn(w[j].text) || w[j].text == "once" || w[j].text == "duly" || w[j].text == "thus") {
				j--
			}
			if j == k-1 || j > 0 && w[j].text == "shortly" {
				continue
			}
			from := max(0, j-6)
			entry := slices.ContainsFunc(w[from:j+1], func(x wordEn) bool { return entryEn[x.text] }) && (determinersEn[textAt(w, 0)] || len(w) < 14)
			if t == "signed" || t == "wound" || t == "settled" || t == "concluded" || t == "removed" || t == "deleted" {
				entry = entry && (n == "off" || n == "up" || t == "settled" || t == "removed" || t == "deleted") && (w[j].text == "file" || w[j].text == "matter" || w[j].text == "item" || w[j].text == "commitment" || w[j].text == "action" || w[j].text == "entry")
			}
			if entry {
				s.hits = append(s.hits, hit{"unlisted", w[max(0, j)].start, w[k].end})
			}
		case (t == "strike" || t == "tick" || t == "cross" || t == "take" || t == "delete" || t == "remove" || t == "drop" || t == "drops" || t == "struck" || t == "taken" || t == "comes" || t == "come" || t == "crossed" || t == "ticked" || t == "leaves" || t == "goes") && k+2 < len(w):
			for j := k + 1; j < len(w) && j < k+8; j++ {
				if p := w[j].text; (p == "from" || p == "off" || t == "leaves" && j == k+1) && listEn[textAt(w, nounAtEn(w, j+1))] && !s.has("verb", w[min(nounAtEn(w, j+1)+1, len(w)-1)].start, w[len(w)-1].end) {
					s.hits = append(s.hits, hit{"unlisted", w[k].start, w[nounAtEn(w, j+1)].end})
					break
				}
			}
		case (t == "plan" || t == "foresee" || t == "intend" || t == "envisage" || t == "propose" || t == "expect" || t == "foresees" || t == "plans" || t == "intends") && n == "nothing", (t == "plan" || t == "foresee" || t == "intend" || t == "envisage" || t == "propose" || t == "plans" || t == "foresees" || t == "intends") && n == "no" && (textAt(w, k+2) == "more" || textAt(w, k+2) == "further"):
			if more := textAt(w, k+2); more == "more" || more == "further" || more == "else" || more == "." || more == "" || more == "beyond" {
				s.hits = append(s.hits, hit{"unlisted", w[k].start, w[min(k+2, len(w)-1)].end})
			}
		case (t == "gone" || t == "went" || t == "go" || t == "goes" || t == "put" || t == "sent" || t == "moved") && k > 1 && (n == "to" || n == "into" || n == "in") && drawerEn[textAt(w, nounAtEn(w, k+2))]:
			if slices.ContainsFunc(w[max(0, k-8):k], func(x wordEn) bool {
				return papersEn[x.text] || entryEn[x.text] || x.text == "papers" || x.text == "idea" || x.text == "project" || x.text == "scheme"
			}) {
				s.hits = append(s.hits, hit{"unlisted", w[k].start, w[nounAtEn(w, k+2)].end})
			}
		case (t == "has" || t == "have") && (n == "lost" || n == "become" || n == "outlived" || n == "nothing") && k > 0 && entryEn[w[k-1].text] && (textAt(w, k+2) == "its" || textAt(w, k+2) == "void" || textAt(w, k+2) == "idle" || textAt(w, k+2) == "empty" || textAt(w, k+2) == "redundant" || textAt(w, k+2) == "superfluous" || textAt(w, k+2) == "pointless" || textAt(w, k+2) == "unnecessary" || textAt(w, k+2) == "more" || textAt(w, k+2) == "further" || textAt(w, k+2) == "left"):
			s.hits = append(s.hits, hit{"unlisted", w[k].start, w[k+1].end})
		case t == "what" && (modalsEn[n] || n == "should" || n == "may" || n == "might" || n == "can" || n == "could" || (n == "is" || n == "are") && textAt(w, k+2) == "to"):
			for j := k + 2; j < len(w) && j < k+5; j++ {
				if w[j].text == "become" || w[j].text == "happen" {
					s.hits = append(s.hits, hit{"undecided", w[k].start, w[j].end})
				}
			}
		case (t == "remains" || t == "left") && k < 5 && (textAt(w, 0) == "all" || textAt(w, 0) == "what") && (n == "is" || n == "to"):
			for j := k + 1; j < len(w) && j < k+5; j++ { // All that remains is to keep the charts up to date
				if w[j].text == "to" && s.has("upkeep", w[j].start, len(s.r)) || w[j].text == "to" && textAt(w, j+1) == "keep" {
					s.hits = append(s.hits, hit{"goal", w[0].start, w[k].end}, hit{"upkeep", w[j].start, w[min(j+1, len(w)-1)].end})
				}
			}
		case t == "used" && n == "to" && textAt(w, k+2) == "be" && k > 1 && relativesEn[w[k-1].text] && !narrowedEn[textAt(w, k+3)]:
			s.hits = append(s.hits, hit{"replace", w[k-1].start, w[min(k+3, len(w)-1)].end}) // kept by drones that used to be kept from towers
		case woundUpEn[t] && finiteEn[textAt(w, k-1)] && textAt(w, k-1) != "will" || woundUpEn[t] && textAt(w, k-1) == "been":
			if !s.promises && !slices.ContainsFunc(w, func(x wordEn) bool { return modalsEn[x.text] }) {
				s.hits = append(s.hits, hit{"unlisted", w[k-1].start, w[k].end})
			}
		case t == "neither" && k < 2:
			for j := k + 2; j+1 < len(w); j++ {
				if w[j].text == "be" && givenUpEn[w[j+1].text] || modalsEn[w[j].text] && givenUpEn[w[j+1].text] {
					s.hits = append(s.hits, hit{"stop", w[j].start, w[j+1].end})
				}
			}
		case standAsEn[t]: // the classes stand from this year on as item F.3
			for j := k + 1; j+1 < len(w) && j < k+9; j++ {
				if p := w[j].text; (p == "as" || p == "under" || p == "in") && slices.ContainsFunc(s.hits, func(h hit) bool { return h.cue == "elsewhere" && h.start >= w[j].end && h.start < w[j].end+14 }) {
					s.hits = append(s.hits, hit{"move", w[k].start, w[j].end})
					break
				}
			}
		case renewsEn[t] && (wornEn[n] || determinersEn[n] && wornEn[textAt(w, k+2)]):
			s.hits = append(s.hits, hit{"upkeep", w[k].start, w[k+1].end})
		case wornEn[t]:
			for j := k + 1; j+1 < len(w) && j < k+5; j++ {
				if modalsEn[w[j].text] && w[j+1].text == "be" {
					s.hits = append(s.hits, hit{"upkeep", w[k].start, w[j+1].end})
				}
			}
		}
	}
}

// nounAtEn is the last word of a short noun phrase that begins at word k: list of "the list".
func nounAtEn(w []wordEn, k int) int {
	for k+1 < len(w) && (determinersEn[w[k].text] || w[k].text == "this" || w[k].text == "that" || w[k].text == "annual" || w[k].text == "yearly" || w[k].text == "action" || w[k].text == "work") {
		k++
	}
	return k
}

// lastsEn says whether the plan was for a time: "Until that date it will staff a helpline".
func (v *view) lastsEn() bool {
	for _, s := range v.u.plan {
		if len(s.words) > 0 && (s.words[0].text == "until" || s.words[0].text == "throughout" || s.words[0].text == "during" || s.words[0].text == "while") && !v.planRecursEn() || slices.ContainsFunc(s.dates, func(d lang.Date) bool { return v.lastsUntilEn(s, d) }) {
			return true
		}
		for k := 2; k+2 < len(s.words); k++ { // for the winter of 2024-25
			if n := s.words[k].text; s.words[k-1].text == "the" && s.words[k-2].text == "for" && (seasonsEn[n] || periodsEn[n]) && (s.words[k+1].text == "of" && strings.HasPrefix(s.words[k+2].text, "20") || strings.HasPrefix(s.words[k+1].text, "20")) {
				return true
			}
		}
	}
	return v.planHas("scheduled") || slices.ContainsFunc(v.u.plan, (*sentence).meanwhileEn)
}

// meanwhileEn says whether a sentence of the plan promises something for the time of something else: "while the opera house is being repaired", "as long as the bridge is shut".
func (s *sentence) meanwhileEn() bool {
	for k := 1; k+2 < len(s.words); k++ {
		t := s.words[k].text
		if t == "while" && s.words[k-1].text != "," && determinersEn[s.words[k+1].text] && !slices.ContainsFunc(s.words[k:], func(x wordEn) bool { return modalsEn[x.text] }) || t == "long" && s.words[k-1].text == "as" && s.words[k+1].text == "as" {
			return true
		}
		if t == "duration" && s.words[k-1].text == "the" {
			return true
		}
	}
	return false
}

// linkStateEn links to the only commitment of an item what the next plan states without promising anything, where the plan was for a time or the results tell that nothing came of it:
// it tells why there is no more of it. The statement shares a word with plan or results.
func (rd *reader) linkStateEn(units []*unit, next []*sentence) {
	if rd.lang.Code != "en" || len(units) != 1 || len(units[0].next) > 0 || len(next) == 0 || len(next) > 2 {
		return
	}
	u := units[0]
	ends := slices.ContainsFunc(u.plan, (*sentence).meanwhileEn) || slices.ContainsFunc(u.results, func(r *sentence) bool { return r.has("told-not", 0, len(r.r)) || r.has("not-reached", 0, len(r.r)) })
	for _, n := range next {
		known := overlap(u.features, n.features, nil)
		for _, r := range u.results {
			known = max(known, overlap(r.features, n.features, nil))
		}
		if n.has("postpone", 0, len(n.r)) || n.has("late", 0, len(n.r)) || n.has("undecided", 0, len(n.r)) {
			return
		}
		if !ends || n.leadIn || n.promises && !n.staysEn() || known == 0 && !n.staysEn() {
			return
		}
	}
	for _, n := range next {
		linkAll(u, n)
		c := &n.clauses[len(n.clauses)-1]
		n.hits = append(slices.Clip(n.hits), hit{"unlisted", c.start, c.end})
	}
}

// staysEn says whether a sentence promises only that something stays as it is: "Red they will stay".
func (s *sentence) staysEn() bool {
	if s.deniesAllEn() {
		return true // will not seek a change of the law
	}
	return len(s.words) < 26 && slices.ContainsFunc(s.words, func(x wordEn) bool { return modalsEn[x.text] }) && !slices.ContainsFunc(s.clauses, func(c clause) bool {
		return c.kind == mainClause && c.tense == planned && !c.negated && !s.asItWasEn(&c)
	})
}

// asItWasEn says whether a clause promises only that something stays as it is: "rangers will patrol on foot as they always have".
func (s *sentence) asItWasEn(c *clause) bool {
	w := between(s.words, c.start, c.end)
	for k := range w {
		n := textAt(w, k+1)
		switch w[k].text {
		case "stay", "remain":
			return true
		case "as":
			if (n == "they" || n == "it" || n == "she" || n == "he" || n == "we") && (textAt(w, k+2) == "always" || textAt(w, k+2) == "have" || textAt(w, k+2) == "has" || textAt(w, k+2) == "do" || textAt(w, k+2) == "does" || textAt(w, k+2) == "did") || n == "ever" || n == "always" {
				return true
			}
		}
	}
	return false
}

// dueEn says whether the plan was to be done by a day.
func (v *view) dueEn() bool {
	return slices.ContainsFunc(v.u.plan, func(s *sentence) bool {
		return slices.ContainsFunc(s.dates, func(d lang.Date) bool { return d.Deadline })
	})
}

// actAgainEn says whether a word that may end a measure is in its clause the act itself, which goes on: "leases will go on being concluded".
func (v *view) actAgainEn(f found) bool {
	if v.rd.lang.Code != "en" || f.c.negated || f.c.tense != planned {
		return false
	}
	w := between(f.s.words, f.c.start, f.h.start)
	if n := len(w); n > 0 && (w[n-1].text == "being" || w[n-1].text == "having" && v.promisesVerb(f.c.verb)) {
		return true // will be sent to twelve towns again, the year having ended
	}
	return strings.HasPrefix(f.text(), "conclude") && f.s.has("again", f.c.start, f.h.start)
}

// goesElsewhereEn says whether a sentence tells in the same breath that an entry ends and at what other place of the plan it goes on: "closed here; the classes stand as item F.3".
func (v *view) goesElsewhereEn(f found) bool {
	return v.rd.lang.Code == "en" && f.s.has("elsewhere", f.h.end, len(f.s.r)) && (f.s.has("move", f.h.end, len(f.s.r)) || f.s.has("merge", f.h.end, len(f.s.r)) || f.s.has("split", f.h.end, len(f.s.r)))
}

// marksNoMore adds to a sentence of the next plan the act that it tells in the present is done no longer: "The Office no longer certifies vineyards", "Records are no longer lent".
func (s *sentence) marksNoMore(w []wordEn) {
	for k := 1; k+2 < len(w); k++ {
		if w[k].text != "no" || w[k+1].text != "longer" || modalsEn[w[k-1].text] || stopEn[w[k-1].text] && w[k-1].text != "is" && w[k-1].text != "are" && w[k-1].text != "it" && w[k-1].text != "they" || !wordRune([]rune(w[k-1].text)[0]) {
			continue
		}
		if n := textAt(w, k+3); stopEn[w[k+2].text] || phraseEndsEn[w[k+2].text] || strings.HasSuffix(w[k+2].text, "ed") && n == "to" || adjectiveStateEn[w[k+2].text] {
			continue // no longer confined to goods
		}
		within := false // households that no longer have a well
		for j := k - 1; j >= 0 && j > k-7 && w[j].text != ","; j-- {
			within = within || relativesEn[w[j].text]
		}
		if !within {
			s.hits = append(s.hits, hit{"no-more", w[k].start, w[k+2].end})
		}
	}
}

// adjectiveStateEn are states of the world that are so no longer.
var adjectiveStateEn = setEn("needed necessary required possible available able rare new alone common true certain enough")

// noMoreEn finds that the next plan tells in the present that the plan's own act is done no longer.
func (v *view) noMoreEn() *found {
	if v.rd.lang.Code != "en" {
		return nil
	}
	for _, f := range v.hitsOf(v.u.next, "no-more") {
		words := strings.Fields(f.text())
		stem := lang.Stem(words[len(words)-1])
		if !v.promisesVerb(stem) || slices.ContainsFunc(v.plannedParts(), func(p part) bool { return !p.clause().negated && p.clause().verb == stem }) {
			continue
		}
		known, all := overlap(f.c.features, v.u.core, nil), float64(len(v.u.core))
		if known >= 0.4*all {
			return &f
		}
	}
	return nil
}
