package diff

import (
	"slices"
)

// What a clause tells of the commitment before it: that nothing changes, a later time, or other means.

// unchanged says whether a side of the commitment is said to stay as it was.
func (t *turnClause) unchanged() bool {
	if (pairAt(t.pred, "as", "they") > 0 || pairAt(t.pred, "as", "it") > 0) && beEn[t.pred[len(t.pred)-1].text] || index(t.pred, staysTurnEn) >= 0 && index(t.pred, presentTurnEn) > 0 && t.kind == sideSubject {
		return true // left as they are, stay at its present level
	}
	if pairAt(t.all, "as", "every") > 0 || pairAt(t.all, "as", "always") > 0 || pairAt(t.all, "as", "usual") > 0 || (textAt(t.sub, 0) == "as" && (textAt(t.sub, 1) == "many" || textAt(t.sub, 1) == "much")) || pairAt(t.pred, "those", "of") > 0 && index(t.pred, pastRunEn) > 0 {
		return true
	}
	if t.kind == otherSubject {
		if k := index(t.sub, noChangesEn); k > 0 && t.sub[0].text == "no" || textAt(t.sub, 0) == "nothing" && index(t.pred, alteredTurnEn) > 0 {
			return true // no change is planned to the scope
		}
		return textAt(t.sub, 0) != "no" && index(t.sub, usualRulesEn) >= 0 && index(t.pred, applyEn) > 0 && !t.negated && !t.noLonger
	}
	if t.head == "same" {
		return false // the same will be done for the ports
	}
	for k, x := range t.pred {
		switch x.text {
		case "unchanged", "unaltered", "identical", "unaffected":
			return true
		case "same":
			return t.kind != bodySubject && (t.kind != backSubject || textAt(t.pred, k-1) == "the")
		case "as":
			if slices.ContainsFunc(t.pred[:k], func(y wordEn) bool { return y.text == "not" }) {
				continue // and not, as before, in full
			}
			if n := textAt(t.pred, k+1); (n == "before" || n == "hitherto" || n == "usual" || n == "now") && !t.negated {
				return true
			}
		}
	}
	return t.negated && (t.kind == sideSubject || t.kind == waySubject || t.kind == timeSubject) && index(t.pred, alteredTurnEn) > 0
}

// later says whether the clause moves the commitment to a later time.
func (t *turnClause) later() bool {
	if t.moreTime() {
		return true
	}
	if textAt(t.sub, 0) == "nothing" && index(t.pred, notUntilEn) > 0 && index(t.pred, happensEn) > 0 || t.kind != bodySubject && timesSideEn[t.head] && index(t.sub, laterOnlyEn) >= 0 {
		return true // nothing will happen before 2029; a later date has been set
	}
	switch t.kind {
	case backSubject, timeSubject, partSubject:
	case otherSubject:
		if t.insteadOfTime() >= 0 && t.dated && determinersEn[t.sub[0].text] {
			return true
		}
		if !(t.head == "first" || t.sub[0].text == "work" || t.sub[0].text == "new" && timesSideEn[t.head]) {
			return false
		}
	default:
		return false
	}
	if index(t.all, soonerEn) >= 0 || pairAt(t.pred, "brought", "forward") >= 0 || pairAt(t.pred, "moved", "forward") >= 0 || pairAt(t.pred, "moved", "up") >= 0 {
		return false
	}
	if t.s.has("postpone", t.c.start, t.c.end) || t.s.has("late", t.c.start, t.c.end) {
		return true
	}
	if t.kind == timeSubject && index(t.pred, movedLaterEn) >= 0 && (!t.negated) {
		return t.dated || index(t.pred, laterOnlyEn) >= 0 || index(t.pred, timeUnitsEn) >= 0 || pairAt(t.pred, "back", "by") >= 0
	}
	now := slices.IndexFunc(t.all, func(x wordEn) bool {
		return x.text == "now" || x.text == "therefore" || x.text == "instead" || x.text == "only"
	})
	switch {
	case (t.negated || index(t.pred, notUntilEn) >= 0 && t.noLonger) && index(t.pred, notUntilEn) > 0:
		return true // will not begin until
	case index(t.pred, waitEn) > 0:
		return true
	case t.dated && t.insteadOfTime() >= 0:
		return true
	case t.dated && now >= 0 && !t.negated && (index(t.pred, happensEn) >= 0 || textAt(t.pred, 1) == "now" && t.kind == backSubject) && t.datedBehind():
		return true
	case t.dated && t.kind == timeSubject && now >= 0 && !t.negated:
		return true // completion is now expected in 2030
	case t.kind == backSubject && textAt(t.pred, 1) == "be" && isYearEn(textAt(t.pred, 2)) && textAt(t.pred, 3) == "before":
		return true // it will be 2029 before this is done
	case pairAt(t.pred, "fallen", "behind") > 0, t.dated && pairAt(t.pred, "make", "up") > 0, t.dated && index(t.pred, laterWordEn) > 0 && index(t.pred, noneEn) < 0:
		return true
	case t.dated && index(t.front, delaysEn) >= 0 && (t.kind != backSubject || t.datedBehind()):
		return true
	case t.dated && t.again && index(t.pred, takenUpAgainEn) > 0:
		return true
	case t.dated && (pairAt(t.pred, "made", "good") > 0 || pairAt(t.pred, "made", "up") > 0 || pairAt(t.pred, "caught", "up") > 0):
		return true
	case turnsThisEn(t.pred) && (pairAt(t.pred, "this", "off") > 0 || pairAt(t.pred, "it", "off") > 0 || pairAt(t.pred, "this", "back") > 0 || pairAt(t.pred, "it", "back") > 0 || index(t.pred, putsOffEn) >= 0):
		return true // we have put this off
	}
	return false
}

// moreTime says whether the clause gives more time: a further two years will be allowed.
func (t *turnClause) moreTime() bool {
	switch textAt(t.sub, 0) {
	case "a", "an", "another", "further", "additional", "extra", "more":
	default:
		return false
	}
	return (t.head == "time" || timeUnitsEn[t.head]) && len(t.sub) > 1 && (index(t.sub, furtherEn) >= 0) && index(t.pred, allowedEn) > 0 && !t.negated
}

// datedBehind says whether the date is what the clause ends in, so that it is told when and nothing else.
func (t *turnClause) datedBehind() bool {
	for _, d := range t.s.dates {
		if d.Span.Start >= t.pred[0].start && t.pred[len(t.pred)-1].end-d.Span.End < 14 {
			return true
		}
	}
	return false
}

// insteadOfTime is where a time is said to be given up: rather than this year, instead of in 2026; -1 if none is.
func (t *turnClause) insteadOfTime() int {
	for k := range t.all {
		if n := insteadEn(t.all, k); n > 0 {
			for j := k + n; j < len(t.all) && j < k+n+7; j++ {
				if timeUnitsEn[t.all[j].text] || isYearEn(t.all[j].text) || monthNamesEn[t.all[j].text] {
					if isYearEn(t.all[j].text) && slices.ContainsFunc(t.all[:k], func(x wordEn) bool { return isYearEn(x.text) && x.text < t.all[j].text }) {
						return -1 // in 2026 rather than 2028
					}
					return k
				}
			}
		}
	}
	return -1
}

// timeBehindEn says whether what something takes the place of is a time: instead of this year.
func (s *sentence) timeBehindEn(at int) bool {
	w := between(s.words, at, len(s.r))
	for k := 0; k < len(w) && k < 3; k++ {
		if timeUnitsEn[w[k].text] || isYearEn(w[k].text) || monthNamesEn[w[k].text] {
			return true
		}
	}
	return false
}

// insteadEn is how many words at k say that something takes the place of what follows; 0 if none do.
func insteadEn(w []wordEn, k int) int {
	a, b := textAt(w, k+1), textAt(w, k+2)
	switch w[k].text {
	case "instead":
		if a == "of" {
			return 2
		}
	case "rather":
		if a == "than" {
			return 2
		}
	case "in":
		if (a == "place" || a == "lieu") && b == "of" {
			return 3
		}
	case "and", "but":
		if a == "not" && (b == "," || phraseEndsEn[b] || b == "this" || b == "as") || a == "no" && b == "longer" {
			return 2
		}
	}
	return 0
}

// otherwise says whether the clause puts other means, another form or another way in the place of those before.
func (t *turnClause) otherwise() bool {
	w := t.all
	if len(t.front) > 0 {
		w = append(slices.Clone(t.front), w...)
	}
	means := t.kind == backSubject || t.kind == waySubject || t.kind == thereSubject || index(w, meansNounsEn) >= 0 || index(t.pred, usesEn) > 0
	if t.insteadOfTime() >= 0 {
		return false
	}
	if !t.negated && !t.noLonger {
		for k := range w {
			if n := insteadEn(w, k); n > 0 && means {
				return t.swapped(w, k, n) == noTurn
			}
			x, n := w[k].text, textAt(w, k+1)
			if p := textAt(w, k-1); x == "from" && t.kind == bodySubject && (p == "away" || p == "over" || p == "switch" || p == "change") && index(w[k:], towardsEn) > 0 && means {
				return true // we will move away from paper
			}
			if t.kind == bodySubject {
				continue
			}
			switch {
			case x == "instead" && (k+1 == len(w) || k == 0) && t.kind == backSubject:
				return true // it will take the form of a course instead
			case replacesTurnEn[x] && (t.kind != otherSubject || index(t.sub, meansNounsEn) >= 0 && !needsNewEn[textAt(t.sub, 0)]) && index(t.sub, needsNewEn) < 0, (x == "gives" || x == "give" || x == "makes" || x == "make") && (n == "way" || n == "room") && k > 0, x == "over" && n == "from" && (textAt(w, k-1) == "take" || textAt(w, k-1) == "takes") && k > 1, x == "place" && n == "of" && textAt(w, k-1) == "the" && means, x == "substituted" && n == "for",
				x == "favour" && n == "of" && textAt(w, k-1) == "in" && index(w[:k], stopsTurnEn) >= 0:
				return true
			case x == "from" && (index(t.pred, shiftsEn) >= 0 || textAt(w, k-1) == "over" || index(t.sub, shiftsEn) >= 0) && slices.ContainsFunc(w[k:], func(y wordEn) bool { return y.text == "to" || y.text == "towards" || y.text == "into" }) && !t.dated && means:
				return true
			}
		}
	}
	if (t.noLonger || t.negated) && slices.ContainsFunc(t.pred, func(x wordEn) bool { return x.text == "but" || x.text == "instead" }) && means {
		return true // no longer by hand but by machine
	}
	if t.negated || t.noLonger {
		return false
	}
	if t.kind == waySubject {
		return index(t.pred, alteredTurnEn) > 0 || index(t.sub, novelEn) >= 0 && index(t.pred, usesEn) > 0 || index(t.pred, novelEn) > 0
	}
	if k := novelWayEn(t.pred); t.kind == bodySubject && k > 1 && k < 4 && wayVerbsEn[t.pred[k-1].text] {
		return true // we will use another method
	}
	if t.kind == backSubject {
		if index(t.pred, recastEn) > 0 || t.fromNowOn() && index(t.pred, meansNounsEn) > 0 && !t.dated {
			return true
		}
		return novelWayEn(t.pred) >= 0
	}
	return false
}

// fromNowOn says whether a clause tells how something is to be done from now on.
func (t *turnClause) fromNowOn() bool {
	return pairAt(t.all, "now", "on") >= 0 || pairAt(t.front, "now", "on") >= 0 || pairAt(t.front, "in", "future") >= 0 || textAt(t.pred, 1) == "now" || textAt(t.pred, 1) == "henceforth" || t.pred[len(t.pred)-1].text == "now"
}

// swapped compares how many or whom a clause takes in with what it takes the place of: in all counties rather than in three. noTurn where it is no number.
func (t *turnClause) swapped(w []wordEn, k, n int) turning {
	count := func(w []wordEn) float64 {
		out := 0.0
		for _, x := range w {
			switch x.text {
			case "all", "every", "everyone", "everybody", "anyone":
				return 1e9
			case "only":
				out = max(out, 1)
			}
			out = max(out, numberEn(x.text))
		}
		return out
	}
	was, is := count(w[min(len(w), k+n):min(len(w), k+n+4)]), count(w[max(0, k-4):k])
	switch {
	case was == 0 || is == 0 || was == is:
		return noTurn
	case is > was:
		return turnWider
	}
	return turnLess
}

// novelWayEn is where words name a way and call it another one: in a different way, along new lines, by other means; -1 if they do not.
func novelWayEn(w []wordEn) int {
	for k := 1; k+1 < len(w); k++ {
		if !novelEn[w[k].text] {
			continue
		}
		if k > 1 && (adverbEn(w[k-1].text) || w[k-1].text == "altogether" || w[k-1].text == "quite") && (w[k-2].text == "a" || w[k-2].text == "an") {
			w = append(slices.Clone(w[:k-1]), w[k:]...) // in an entirely new form
			k--
		}
		for j := k + 1; j < len(w) && j < k+3; j++ {
			if (waysTurnEn[w[j].text] || w[j].text == "lines" || w[j].text == "footing" || w[j].text == "basis") && (k > 0 && (phraseEndsEn[w[k-1].text] || wayVerbsEn[w[k-1].text]) || k > 1 && (w[k-1].text == "a" || w[k-1].text == "an") && (phraseEndsEn[w[k-2].text] || wayVerbsEn[w[k-2].text]) || k == 1 && wayVerbsEn[w[0].text]) {
				return k
			}
		}
	}
	return -1
}

// formerlyNowEn reads a sentence that sets how it was against how it will be: where visits were made before, calls will now be made; sensors will do what inspectors did until now.
func (s *sentence) formerlyNowEn() turning {
	then := index(s.words, formerlyEn) > 0 || pairAt(s.words, "until", "now") > 0
	for k, x := range s.words {
		if x.text != "where" && x.text != "what" && x.text != "that" && x.text != "while" && x.text != "whereas" {
			continue
		}
		if !then && !(k == 0 && x.text == "what") && !(x.text == "where" && k > 4) {
			continue
		}
		end := k + 1
		for end < len(s.words) && s.words[end].text != "," && !(end > k+1 && modalsEn[s.words[end].text]) {
			end++
		}
		past := index(s.words[k:end], wasEn)
		rest := append(slices.Clone(s.words[:k]), s.words[end:]...)
		if past < 0 || index(rest, plannedEn) < 0 && !(k == 0 && index(s.words[k+past+1:], plannedEn) > 0) {
			continue
		}
		if index(s.words[k:end], onlyEn) > 0 || index(rest, alsoEn) > 0 {
			return turnWider // where so far only members could take part, all now may
		}
		return turnOther
	}
	return noTurn
}

// notUntilThisEn says whether a sentence opens with a time before which what was named is not to be: not until 2029 will this begin.
func (s *sentence) notUntilThisEn() bool {
	w := s.words
	if len(w) < 5 || !(w[0].text == "not" && notUntilEn[w[1].text] || w[0].text == "only" && (w[1].text == "in" || w[1].text == "from" || w[1].text == "after")) {
		return false
	}
	for k := 2; k+1 < len(w) && k < 9; k++ {
		if (modalsEn[w[k].text] || w[k].text == "can" || w[k].text == "is") && (pointsBackEn[w[k+1].text] || w[k+1].text == "the" && (carriersEn[textAt(w, k+2)] || timesSideEn[textAt(w, k+2)])) {
			return true
		}
	}
	return false
}
