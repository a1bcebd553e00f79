package diff

import (
	"slices"
	"strings"
	"unicode"
)

var (
	// nothingMoreEn are what no more of leaves nothing to do; of other nouns (rounds, editions) it tells an end.
	nothingMoreEn = setEn("work works action actions step steps measure measures activity activities effort efforts task tasks commitment commitments")
	// foreseenVerbsEn follow: nothing more is foreseen.
	foreseenVerbsEn = setEn("planned foreseen envisaged intended proposed needed required due necessary scheduled done undertaken taken remains remain")
	// memberOfEn are what a measure becomes inside another: a module of the course, one of its chapters.
	memberOfEn = setEn("module modules part parts chapter chapters element elements component components strand strands topic topics unit units section sections segment segments branch branches category categories subject subjects feature features lesson lessons supplement annex appendix class classes afternoon")
	// ownEntryEn are what a measure is in the plan.
	ownEntryEn = setEn("item items entry entries measure measures commitment commitments heading headings action actions point points")
)

// mereCareEn are what is left to do for a thing that is there.
var mereCareEn = setEn("upkeep maintenance housekeeping care repair repairs servicing cleaning tidying")

var (
	// dealtEn stand before in or by where something is done inside another thing: dealt with in the Forum.
	dealtEn = setEn("with up presented shown featured promoted advertised displayed announced taught trained examined managed looked-after kept housed placed listed taken picked settled tackled funded financed paid delivered seen undertaken sheltered handled treated covered discussed addressed considered included raised pursued continued offered held given run provided organised organized done carried")
	// frameEn name what holds several measures.
	frameEn = setEn("programme program scheme framework series campaign service initiative package measure item action commitment work project strand chapter line heading general wider broader larger annual yearly regular")
	// givenUpEn follow not where something is given up: is not being pursued.
	givenUpEn = setEn("pursuing continuing proceeding resuming progressing pursued continued resumed revived realised realized proceeding proceed pursue continue resume progressed advanced")
	// movedEn put something to another date.
	movedEn = setEn("moved shifted reset pushed deferred rescheduled delayed")
)

// marksFate adds what becomes of a measure where it is said by a pattern and no fixed words: nothing more is foreseen; as one of its modules; an item of its
// own for each; items 4.1 and 4.2 in brackets.
func (s *sentence) marksFate(w []wordEn) {
	each, everyday := false, false
	for k, x := range w {
		switch t := x.text; {
		case (t == "being" || t == "is" || t == "are" || t == "was") && k > 0 && k < 9 && (textAt(w, k+1) == "over" || textAt(w, k+1) == "past" || textAt(w, k+1) == "behind") && slices.ContainsFunc(w[k:], func(y wordEn) bool { return y.text == "no" || y.text == "nothing" || y.text == "none" }):
			s.hits = append(s.hits, hit{"ended", x.start, w[k+1].end}) // The centenary being over, there will be no tour
		case t == "what" && k < 3: // What is left to us is upkeep
			for j := k + 1; j < len(w) && j < k+10; j++ {
				if leftEn[w[j].text] || w[j].text == "needed" {
					for n := j + 1; n < len(w) && n < j+7; n++ {
						if mereCareEn[w[n].text] {
							s.hits = append(s.hits, hit{"goal", x.start, w[n].end}, hit{"upkeep", w[n].start, w[n].end})
						}
					}
				}
			}
		case t == "each" || t == "respectively" || t == "both" || t == "separately":
			each = true
		case t == "it" && textAt(w, k+1) == "is": // it is the Border Guard that hands out the leaflet
			for _, m := range s.ministries {
				if i := slices.IndexFunc(w, func(x wordEn) bool { return x.start >= m.Span.End }); i > k && i < k+10 && (w[i].text == "that" || w[i].text == "which" || w[i].text == "who") && m.Span.Start > x.start {
					s.hits = append(s.hits, hit{"move", x.start, max(w[k+1].end, m.Span.Start-5)}, hit{"handed-over", x.start, w[k+1].end})
				}
			}
		case becomesEn[t] || t == "being":
			if j := everydayPartEn(w, k+1); t == "becomes" || t == "become" || t == "passes" || t == "enters" {
				if !j || s.has("elsewhere", 0, len(s.r)) {
					continue
				}
				s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { return h.cue == "merge" && h.start >= x.start && h.start < x.end+20 })
				s.hits = append(s.hits, hit{"stage-run", w[min(k+1, len(w)-1)].start, w[min(k+2, len(w)-1)].end}, hit{"stage-run", x.start, x.end})
				everyday = true
			}
		case (t == "no" || t == "nothing") && (k == 0 || w[k-1].text == "," || w[k-1].text == "and" || s.opensClause(x.start) || s.clauses[0].end <= x.start):
			s.nothingMoreEn(w, k)
			s.nothingAddedEn(w, k)
			for j := k + 1; j < len(w) && j < k+9; j++ { // no siren is left to be replaced
				if leftEn[w[j].text] && w[j].text != "pending" {
					s.hits = append(s.hits, hit{"goal", x.start, w[j].end})
					break
				}
			}
		case t == "not":
			j := k + 1
			for j < len(w) && (w[j].text == "be" || w[j].text == "being" || w[j].text == "been" || w[j].text == "to" || adverbEn(w[j].text)) {
				j++
			}
			if j < len(w) && givenUpEn[w[j].text] && (j > k+1 || modalsEn[textAt(w, k-1)] || strings.HasSuffix(w[j].text, "ing") && finiteEn[textAt(w, k-1)]) {
				s.hits = append(s.hits, hit{"stop", x.start, w[j].end})
			}
		case (t == "in" || t == "within" || t == "by") && textAt(w, k+1) == "the" && k+2 < len(w) && (s.properEn(k+2) || frameEn[w[k+2].text] || frameEn[textAt(w, k+3)] || frameEn[textAt(w, k+4)]) && s.has("elsewhere", x.end, min(len(s.r), x.end+60)) && k > 0 && dealtEn[w[max(0, k-1)].text] || t == "no" && textAt(w, k+1) == "separate" && s.has("elsewhere", 0, len(s.r)):
			s.hits = append(s.hits, hit{"merge", x.start, w[k+1].end})
		case t == "taken" && textAt(w, k+1) == "over" && s.has("elsewhere", 0, len(s.r)) && (textAt(w, k-1) == "has" || textAt(w, k-1) == "have"): // the Script Workshop (item 5.3), which has taken over
			s.hits = append(s.hits, hit{"merge", x.start, w[k+1].end})
		case movedEn[t]:
			for _, d := range s.dates {
				if d.Span.Start >= x.end && d.Span.Start <= x.end+22 && len(s.ministries) == 0 {
					s.hits = append(s.hits, hit{"postpone", x.start, d.Span.End})
				}
			}
		case memberOfEn[t] && k > 1 && !everyday && (textAt(w, k+1) == "of" || textAt(w, k+1) == "in" || textAt(w, k+1) == "within" || textAt(w, k+1) == "under" || textAt(w, k-1) == "its" || textAt(w, k-1) == "their"):
			j := k - 1
			for j > 0 && j > k-5 && (w[j].text == "one" || w[j].text == "of" || w[j].text == "its" || w[j].text == "their" || w[j].text == "a" || w[j].text == "an" || w[j].text == "the" || w[j].text == "separate" || w[j].text == "new" || w[j].text == "further" || w[j].text == "integral" || w[j].text == "fixed") {
				j--
			}
			switch w[j].text {
			case "as", "become", "becomes", "form", "forms", "forming", "made":
				if !ownEntryEn[t] || textAt(w, k+1) != "of" || textAt(w, k+2) != "its" && textAt(w, k+2) != "their" {
					s.hits = append(s.hits, hit{"merge", w[j].start, x.end})
				}
			case "be":
				if j > 0 && modalsEn[textAt(w, j-1)] || textAt(w, j-1) == "on" {
					s.hits = append(s.hits, hit{"merge", w[j].start, x.end})
				}
			}
		case ownEntryEn[t] && textAt(w, k+1) == "in" && (textAt(w, k+2) == "its" || textAt(w, k+2) == "their") && textAt(w, k+3) == "own" && textAt(w, k+4) == "right":
			if each || textAt(w, k+2) == "their" {
				s.hits = append(s.hits, hit{"split", x.start, w[k+4].end})
			} else {
				s.hits = append(s.hits, hit{"move", x.start, w[k+4].end}, hit{"elsewhere", x.start, w[k+4].end})
			}
		case ownEntryEn[t] && textAt(w, k+1) == "of" && (textAt(w, k+2) == "its" || textAt(w, k+2) == "their") && textAt(w, k+3) == "own":
			if each || textAt(w, k+2) == "their" {
				s.hits = append(s.hits, hit{"split", x.start, w[k+3].end})
			} else {
				s.hits = append(s.hits, hit{"move", x.start, w[k+3].end}, hit{"elsewhere", x.start, w[k+3].end})
			}
		case t == "(" && (textAt(w, k+1) == "see" || textAt(w, k+1) == "cf" || textAt(w, k+1) == "now") && k+2 < len(w) && (textAt(w, k+3) == ")" || textAt(w, k+3) == "and" || textAt(w, k+3) == ",") && strings.Contains(w[k+2].text, ".") && unicode.IsDigit(rune(w[k+2].text[0])):
			s.hits = append(s.hits, hit{"elsewhere", w[k+2].start, w[k+2].end})
			s.furtherPlaces(w, k+3)
		case t == "(" && textAt(w, k+2) == ")" && strings.Contains(w[k+1].text, ".") && unicode.IsDigit(rune(w[k+1].text[0])):
			s.hits = append(s.hits, hit{"elsewhere", w[k+1].start, w[k+1].end})
		}
	}
}

// nothingMoreEn marks "nothing more is foreseen" and "no further action is required" as the goal reached, "no further rounds are planned" as an end.
func (s *sentence) nothingMoreEn(w []wordEn, k int) {
	more := textAt(w, k+1)
	if more != "further" && more != "more" && more != "additional" && more != "other" && more != "else" && more != "follow-up" {
		return
	}
	cue := "goal"
	for j := k + 2; j < len(w) && j < k+9; j++ {
		t := w[j].text
		if w[k].text == "no" && j < k+4 && !finiteEn[t] && !stopEn[t] && unicode.IsLetter(rune(t[0])) {
			if cue = "ended"; nothingMoreEn[t] {
				cue = "goal"
			}
		}
		if (t == "falls" || t == "fall" || t == "arises" || t == "follows" || t == "will" && (textAt(w, j+1) == "follow" || textAt(w, j+1) == "be")) && w[k].text == "nothing" {
			s.hits = append(s.hits, hit{"ended", w[k].start, w[j].end})
			return
		}
		if foreseenVerbsEn[t] && (finiteEn[w[j-1].text] || w[j-1].text == "be" || w[j-1].text == "now" || w[j-1].text == "currently" || strings.HasPrefix(t, "remain")) {
			s.hits = append(s.hits, hit{cue, w[k].start, w[j].end})
			return
		}
	}
}

// lastingEn are acts that change a thing for good, so that they are finished when all of it is changed; visiting or checking all of them is not.
var lastingEn = stemsEn("scan digitise digitize photograph catalogue catalog index translate transcribe microfilm cap seal fence line pave resurface rebuild restore renovate modernise modernize rewire insulate electrify widen deepen demolish drain remove label rename number settle return repatriate excavate chart map bury erect mount repaint strengthen reinforce rehouse resettle connect equip fit wire cover roof light signpost disarm decontaminate reconstruct rebind reprint transfer convert replace redraw redrawn rewritten remap resurvey relabel reroof reline rewrite recode refit")

// allDoneEn says whether the results tell in English that nothing of the planned act is left, or report a lasting change to all of a counted or named whole:
// "all 5,200 scores have been photographed", "the last of the registers was scanned".
func (v *view) allDoneEn() (Evidence, bool) {
	if v.rd.lang.Code != "en" || v.planHas("recurring") {
		return Evidence{}, false
	}
	lasting := v.endState() || v.planHas("end-act") || slices.ContainsFunc(v.planClauses(), func(p part) bool { return lastingEn[p.clause().verb] })
	for _, s := range v.u.results {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.tense != past || c.negated || c.kind != mainClause {
				continue
			}
			if s.has("all-done", c.start, c.end) && (lasting || v.planHasVerb(c.verb)) || s.has("universal", c.start, c.end) && v.planHasVerb(c.verb) && (lasting || slices.ContainsFunc(between(s.words, c.start, c.end), func(w wordEn) bool { return w.text == "now" })) {
				return s.quote(c.start, c.end), true
			}
		}
	}
	return Evidence{}, false
}

// wholeDoneEn says whether the results report the planned act, by its verb, of all and for good: "Every mother tree has been entered in the register".
func (v *view) wholeDoneEn() bool {
	if v.planHas("recurring") {
		return false
	}
	for _, f := range append(v.hitsOf(v.u.results, "universal"), v.hitsOf(v.u.results, "all-done")...) {
		w := between(f.s.words, f.c.start, f.c.end)
		perfect := slices.ContainsFunc(w, func(x wordEn) bool { return x.text == "has" || x.text == "have" || x.text == "now" })
		if perfect && f.c.tense == past && !f.c.negated && v.planHasVerb(f.c.verb) {
			return true
		}
	}
	return false
}

func (v *view) isAllDoneEn() bool {
	_, ok := v.allDoneEn()
	return ok
}

// insideBracketsEn finds another item that stands in brackets behind the name of what the measure goes into: "will have their page in the kitchen handbook (item 4.7)".
func (v *view) insideBracketsEn() *found {
	if v.rd.lang.Code != "en" {
		return nil
	}
	at := v.places()
	if len(at) != 1 || at[0].h.start < 2 || at[0].s.r[at[0].h.start-1] != '(' {
		return nil
	}
	f := at[0]
	k := slices.IndexFunc(f.s.words, func(x wordEn) bool { return x.start >= f.h.start }) - 2
	for j := k; j > 0 && j > k-9; j-- {
		switch t := f.s.words[j].text; t {
		case "in", "within", "into", "inside", "among":
			return &f
		case "under", "as", "to", "by", ",":
			return nil
		}
	}
	return nil
}

// pointsToEn says whether a sentence says no more of what it speaks of than the place in the plan where it stands: "It goes on as item 21", "See item 12".
func (s *sentence) pointsToEn(h hit) bool {
	w := s.words
	if len(w) == 0 || len(w) > 24 || !s.self && !pointersEn[w[0].text] {
		return false
	}
	return !slices.ContainsFunc(w, func(x wordEn) bool {
		return x.end <= h.start && wordRune([]rune(x.text)[0]) && !stopEn[x.text] && !pointersEn[x.text] && !placingEn[x.text] && !s.hasAt(x)
	})
}

// hasAt says whether a cue word stands at a word.
func (s *sentence) hasAt(x wordEn) bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool { return h.start <= x.start && x.end <= h.end })
}

var (
	// pointersEn stand for what a plan item is about.
	pointersEn = setEn("it this these they now see item measure commitment entry action")
	// placingEn tell that something stands in a place, and nothing else.
	placingEn = setEn("goes go gone going on continues continue continued stands stand found listed set out covered taken up dealt with appears appear printed reported next year year's plan chapter section part annex moved")
)
