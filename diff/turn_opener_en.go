package diff

import (
	"slices"
	"strings"
)

// A next plan may also tell what changes in a phrase before or behind the plan said again: "On a smaller scale, …", "By a different method, …", "Two years later than first planned, …".

// phraseTurnsEn reads the turns that phrases of a sentence tell, apart from its own predicate.
func (s *sentence) phraseTurnsEn() turn {
	w := s.words
	for k := 0; k < len(w); k++ {
		t := s.phraseTurnAt(k)
		if t.what != noTurn {
			return t
		}
	}
	return turn{}
}

// phraseTurnAt reads the phrase that begins at word k.
func (s *sentence) phraseTurnAt(k int) turn {
	w := s.words
	open := k == 0 || w[k-1].text == ","
	end := k // of the phrase
	for end < len(w) && end < k+12 && w[end].text != "," && w[end].text != "." && w[end].text != ";" {
		end++
	}
	found := func(what turning, to int) turn { return turn{what: what, start: w[k].start, end: w[to-1].end} }
	p := w[k:end]
	if len(p) < 2 {
		return turn{}
	}
	if turnPrepsEn[p[0].text] {
		if what, n := scalePhraseEn(p, open, k == 0); what != noTurn {
			return found(what, k+n)
		}
		if at := novelWayEn(p[:min(len(p), 5)]); at >= 0 && (open || at == 1 || p[at-1].text == "a" || p[at-1].text == "an") && p[0].text != "of" && p[0].text != "to" && p[0].text != "for" && p[0].text != "from" {
			return found(turnOther, k+at+2)
		}
	}
	if !open {
		return turn{}
	}
	switch {
	case k == 0 && (p[0].text == "following" || p[0].text == "after" || p[0].text == "with") && len(p) < 7 && novelWayEn(append([]wordEn{{text: "by"}}, p[1:]...)) >= 0:
		return found(turnOther, end)
	case adverbComparedEn(p):
		if p[0].text == "more" {
			return found(turnWider, end)
		}
		return found(turnLess, end)
	case laterPhraseEn(p):
		return found(turnLater, end)
	case leavesOutEn(p):
		return found(turnLess, end)
	}
	for j := 0; j < len(p); j++ { // online and no longer on paper
		if insteadEn(p, j) > 0 && index(p, meansNounsEn) >= 0 && (j > 0 || k == 0) && !s.timeBehindEn(p[j].end) {
			return found(turnOther, end)
		}
	}
	if len(p) > 3 && (p[0].text == "no" && p[1].text == "longer" || p[0].text == "not") && slices.ContainsFunc(p, func(x wordEn) bool { return x.text == "but" }) && index(p, meansNounsEn) >= 0 {
		return found(turnOther, end) // no longer by hand but by machine
	}
	for j := 1; j+2 < len(p); j++ { // in a manner different from before
		if waysTurnEn[p[j].text] && p[j+1].text == "different" && p[j+2].text == "from" {
			return found(turnOther, end)
		}
	}
	for j := 0; j+2 < len(p); j++ { // by online forms in place of paper; by means other than those used so far
		if p[j].text == "other" && p[j+1].text == "than" && waysTurnEn[textAt(p, j-1)] {
			return found(turnOther, end)
		}
	}
	return turn{}
}

// scalePhraseEn reads a phrase that measures a side of the commitment by what it was: on twice the scale, at half the former rate, in fewer places than last year, for a wider circle.
func scalePhraseEn(p []wordEn, open, k0 bool) (turning, int) {
	for j := 1; j < len(p) && j < 5; j++ {
		x, n := p[j].text, textAt(p, j+1)
		what := noTurn
		switch {
		case x == "half" && n == "as":
			what = turnLess
			for i := j + 2; i < len(p) && i < j+6; i++ {
				if p[i].text == "again" {
					what = turnWider
				}
			}
		case (x == "more" || x == "less") && (fewerWordsEn[n] || moreWordsEn[n]):
			what = turnLess // a more modest scale
			if fewerWordsEn[n] == (x == "less") {
				what = turnWider
			}
		case moreWordsEn[x] || timesMoreEn[x] || x == "broader" || n == "times" && numberEn(x) > 1:
			what = turnWider
		case fewerWordsEn[x] || timesLessEn[x]:
			what = turnLess
		default:
			if determinersEn[x] || x == "much" || x == "far" || x == "somewhat" || x == "rather" || x == "slightly" || x == "considerably" || x == "well" || x == "one" || x == "two" {
				continue
			}
			return noTurn, 0
		}
		if textAt(p, j-1) == "no" {
			return noTurn, 0
		}
		side, than := false, false
		at := j + 1
		for i := j + 1; i < len(p) && i < j+6; i++ {
			switch t := p[i].text; {
			case scaleNounsEn[t] || open && (sidesEn[t] || t == "form"), open && countableEn[t]:
				side, at = true, i+1
			}
		}
		for i := j; i < len(p); i++ {
			switch p[i].text {
			case "than", "last", "former", "previous", "before", "again", "present", "current", "past", "so":
				than = true
			}
		}
		strong := at > j+1 && scaleNounsEn[p[at-1].text]
		if side && (strong || than || open && timesMoreEn[x] || open && p[at-1].text == "form" || open && k0 && sidesEn[p[at-1].text] && strings.HasSuffix(x, "er")) {
			if open {
				at = len(p)
			}
			return what, at
		}
		return noTurn, 0
	}
	return noTurn, 0
}

// turnPrepsEn open a phrase of how or how much something is done.
var turnPrepsEn = setEn("on in by at with for to under along using following adopting through over")

// scaleNounsEn are what an act is done on or to, large or small.
var scaleNounsEn = setEn("scale footing extent basis")

// adverbComparedEn says whether a phrase opens with more or less and an adverb, and measures by the time before: more widely than before.
func adverbComparedEn(p []wordEn) bool {
	if p[0].text != "more" && p[0].text != "less" || !adverbEn(textAt(p, 1)) && textAt(p, 1) != "often" {
		return false
	}
	if a := textAt(p, 1); a != "often" && a != "frequently" && a != "widely" && a != "broadly" && a != "extensively" && a != "generously" {
		return false
	}
	return textAt(p, 2) == "than"
}

// laterPhraseEn says whether a phrase tells that something comes later than it was to: two years later than first planned, with a delay of a year, not before 2029, now in 2029, put back to 2029.
func laterPhraseEn(p []wordEn) bool {
	dated := false
	for k, x := range p {
		dated = dated || isYearEn(x.text) || monthNamesEn[x.text] && k+1 == len(p)
	}
	for k, x := range p {
		n := textAt(p, k+1)
		switch x.text {
		case "later":
			if n == "than" && k < 6 {
				return true
			}
		case "delay", "postponement", "deferral", "delays":
			if k < 6 && (p[0].text == "once" || p[0].text == "with" || p[0].text == "after" || p[0].text == "following" || p[0].text == "owing") {
				return true
			}
		case "after":
			if k > 0 && k < 4 && n == "the" && (textAt(p, k+2) == "date" || textAt(p, k+2) == "time") && (timeUnitsEn[p[k-1].text]) {
				return true // a year after the date first set
			}
		case "behind":
			if n == "schedule" || n == "plan" || n == "time" {
				return true
			}
		case "postponed", "deferred", "delayed":
			if k < 3 {
				return true
			}
		case "put", "pushed", "moved", "held", "set":
			if (n == "back" || n == "off" || n == "over") && k < 3 {
				return true
			}
		}
	}
	switch {
	case dated && p[0].text == "as" && textAt(p, 1) == "late", dated && p[0].text == "not" && (textAt(p, 1) == "before" || textAt(p, 1) == "until"), dated && p[0].text == "now" && placesEn[textAt(p, 1)] && len(p) < 6, dated && p[0].text == "only" && placesEn[textAt(p, 1)] && len(p) < 6,
		dated && (p[0].text == "starting" || p[0].text == "beginning") && (textAt(p, 1) == "only" || textAt(p, 1) == "not"):
		return true
	case dated && (p[0].text == "in" || p[0].text == "from" || p[0].text == "by"):
		for k := range p {
			if n := insteadEn(p, k); n > 0 && k > 0 {
				for _, x := range p[k+n:] {
					if periodsEn[x.text] || isYearEn(x.text) || monthNamesEn[x.text] {
						return true
					}
				}
			}
		}
	}
	return false
}

// leavesOutEn says whether a phrase excepts something: except on the islands, leaving out the islands.
func leavesOutEn(p []wordEn) bool {
	switch p[0].text {
	case "except", "excepting", "excluding", "omitting":
		return textAt(p, 1) != "that" && textAt(p, 1) != "where" && textAt(p, 1) != "in" || !strings.HasSuffix(textAt(p, 2), "emergency")
	case "leaving":
		return textAt(p, 1) == "out" || textAt(p, 1) == "aside"
	case "with", "in", "on", "for", "at", "to":
		if last := p[len(p)-1].text; last == "out" && textAt(p, len(p)-2) == "left" && p[0].text == "with" || (last == "excluded" || last == "omitted" || last == "excepted" || last == "exempted") && p[0].text == "with" || (last == "only" || last == "alone") && p[0].text != "with" && p[0].text != "to" {
			return true // with the rural areas left out; in the capital only
		}
		return p[0].text == "with" && textAt(p, 1) == "the" && textAt(p, 2) == "exception"
	}
	return false
}
