package diff

import (
	"slices"
	"strings"
)

// size says whether the clause makes the commitment wider or less.
func (t *turnClause) size() turning {
	if t.kind == bodySubject {
		if k := slices.IndexFunc(t.pred, func(x wordEn) bool { return x.text == "as" }); k > 1 && (textAt(t.pred, k+1) == "many" || textAt(t.pred, k+1) == "much") {
			return t.compared() // we expect to reach half as many people
		}
		return noTurn
	}
	in := index(t.pred, scopeActsEn)
	bounded := index(t.pred, boundsEn)
	out := t.leftOut()
	if first, second := textAt(t.sub, 0), textAt(t.sub, 1); first == "not" && (second == "only" || second == "just" || second == "merely") && in >= 0 || first == "every" && in >= 0 && pairAt(t.all, "not", "just")+pairAt(t.all, "not", "only") > -2 {
		return turnWider // not only members but also guests will be served
	}
	for k := range t.all {
		if n := insteadEn(t.all, k); n > 0 && !t.dated {
			if what := t.swapped(t.all, k, n); what != noTurn {
				return what
			}
		}
	}
	if k := whereEn(t.pred, "no"); t.kind == thereSubject && k > 0 && k < 4 && (limitsTurnEn[textAt(t.pred, k+1)] || limitsTurnEn[textAt(t.pred, k+2)]) {
		return turnWider // there will be no limit
	}
	if t.kind != backSubject && index(t.pred, lostEn) >= 0 && index(t.pred, rightsEn) >= 0 {
		return turnLess // lose their entitlement
	}
	if textAt(t.pred, 1) == "no" && (textAt(t.pred, 0) == "have" || textAt(t.pred, 0) == "has") || textAt(t.pred, 2) == "no" && textAt(t.pred, 1) == "have" {
		if index(t.pred, rightsEn) > 0 {
			return turnLess // guests will have no access to it
		}
	}
	switch {
	case t.kind == limitSubject && !t.negated:
		switch {
		case textAt(t.sub, 0) == "no":
			return turnWider
		case (textAt(t.sub, 0) == "a" || textAt(t.sub, 0) == "an") && index(t.pred, applyEn) > 0:
			return turnLess
		case index(t.pred, liftedEn) > 0:
			return turnWider
		case index(t.pred, shrinksEn) > 0 || index(t.pred, tightenedEn) > 0:
			return turnLess
		}
	case (t.noLonger || t.negated) && bounded >= 0:
		return turnWider // no longer confined to the capital
	case (t.noLonger || t.negated) && out:
		return turnWider
	case t.noLonger && in >= 0 || t.negated && in >= 0 && index(t.pred, notUntilEn) < 0 && !t.again:
		return turnLess
	case out && !t.negated:
		return turnLess
	}
	if t.negated || t.noLonger {
		return noTurn
	}
	first := textAt(t.sub, 0)
	if (first == "only" || first == "not" || first == "no" || first == "just" || first == "none" || index(t.all, onlyEn) >= 0 && !t.more && pairAt(t.all, "not", "only") < 0) && in >= 0 && !t.noun(in) {
		return turnLess // only the largest sites will be covered
	}
	if t.onlySo() {
		return turnLess
	}
	if bounded >= 0 && (t.kind == backSubject || t.kind == sideSubject || t.kind == partSubject || accessEn[t.head]) || in >= 0 && t.s.has("limit", t.c.start, t.c.end) || t.kind == backSubject && onlyPlaceEn(t.pred) {
		return turnLess
	}
	if what := t.compared(); what != noTurn {
		return what
	}
	switch t.kind {
	case sideSubject:
		switch {
		case index(t.pred, shrinksEn) >= 0:
			return turnLess
		case index(t.pred, growsEn) >= 0:
			return turnWider
		}
	case backSubject:
		switch {
		case index(t.pred, scaledDownEn) >= 0 && !t.ofItself():
			return turnLess
		case index(t.pred, scaledUpEn) >= 0 && !t.ofItself():
			return turnWider
		}
	case timeSubject, waySubject:
		return noTurn
	}
	if t.kind == backSubject && in >= 0 && len(t.pred) > 1 && t.head == "same" || t.head == "same" && t.kind == backSubject && t.forOther() {
		return turnWider // the same will be done for the ports
	}
	if in >= 0 && t.again && t.kind == backSubject && reachesEn[t.pred[in].text] {
		return turnHow // it will again cover the islands
	}
	if in >= 0 && !t.again && first != "only" && (t.more || openedEn[t.pred[in].text] && (t.pred[0].text == "has" || t.pred[0].text == "have" || textAt(t.pred, 1) == "being") && (t.pred[in].text != "added" || pairAt(t.pred, "the", "list") > 0 || pairAt(t.pred, "to", "it") > 0) || t.kind == backSubject && reachesEn[t.pred[in].text]) && !t.noun(in) {
		return turnWider // pensioners will be admitted as well
	}
	return noTurn
}

// noun says whether the word at k of the predicate is the object of another verb, and not what is said: a covered walk.
func (t *turnClause) noun(k int) bool {
	p := textAt(t.pred, k-1)
	return p == "a" || p == "an" || p == "the" || strings.HasSuffix(p, "ing") && p != "being"
}

// ofItself says whether a verb of growing has an object of its own: it will increase the fees.
func (t *turnClause) ofItself() bool {
	for k := 1; k < len(t.pred); k++ {
		if scaledDownEn[t.pred[k].text] || scaledUpEn[t.pred[k].text] {
			return determinersEn[textAt(t.pred, k+1)]
		}
	}
	return false
}

// leftOut says whether somebody or something is said to be out of the commitment.
func (t *turnClause) leftOut() bool {
	if feesEn[t.head] {
		return false
	}
	partitive := index(t.front, themEn) >= 0 || index(t.sub, themEn) >= 0 && len(t.sub) > 1
	if t.kind == backSubject && (pairAt(t.pred, "stops", "at") >= 0 || pairAt(t.pred, "leaves", "out") >= 0 || pairAt(t.pred, "leave", "out") >= 0) {
		return true // it now stops at the city limits
	}
	if t.kind == backSubject && !partitive || t.kind == sideSubject || t.kind == timeSubject || t.kind == waySubject {
		return false
	}
	for k := range t.pred {
		x, n, p := t.pred[k].text, textAt(t.pred, k+1), textAt(t.pred, k-1)
		switch {
		case excludedEn[x] && !t.noun(k):
			return true
		case (x == "shut" || x == "kept" || x == "ruled" || x == "cut") && n == "out", x == "left" && n == "to" && index(t.pred, themselvesEn) > k, (x == "pull" || x == "pulls" || x == "opt" || x == "opts" || x == "leave" || x == "leaves") && n == "out", x == "left" && (n == "out" || n == "aside" || n == "off"), (x == "drop" || x == "drops" || x == "fall" || x == "falls" || x == "dropping") && (n == "out" || n == "away" || n == "outside" || n == "off"),
			(x == "go" || x == "do" || x == "goes") && n == "without", (x == "passed" || x == "skipped") && (n == "over" || x == "skipped"), x == "turned" && n == "away" || x == "refused", (x == "stay" || x == "stays" || x == "remain" || x == "remains" || x == "are" || x == "is" || x == "be") && n == "outside":
			return true
		case takenOutEn[x]:
			if t.kind == partSubject || partitive || k+1 == len(t.pred) && x == "dropped" {
				return true
			}
			for j := k + 1; j < len(t.pred) && j < k+6; j++ {
				if y := t.pred[j].text; carriersEn[y] || pointsBackEn[y] && y != "that" || y == "list" || y == "scope" || y == "plan" || y == "round" || y == "time" && textAt(t.pred, j-1) == "this" || y == "year" && textAt(t.pred, j-1) == "this" {
					return true
				}
			}
		case t.kind == partSubject && (stopsTurnEn[x] && p != "not" || x == "go" && k+1 == len(t.pred)):
			return true
		}
	}
	return false
}

// onlySo says whether a clause about the commitment bounds it by "only" or "alone" before or behind a number or a place: room for only 40, in three of the five regions only.
func (t *turnClause) onlySo() bool {
	if t.kind != backSubject && t.kind != thereSubject && t.kind != sideSubject || t.dated && t.kind == backSubject {
		return false
	}
	for k := 1; k < len(t.pred); k++ {
		if x := t.pred[k].text; x != "only" && x != "alone" && x != "just" && x != "merely" || t.pred[k-1].text == "not" {
			continue
		}
		if k+1 == len(t.pred) || numberEn(t.pred[k+1].text) > 0 || fewerWordsEn[t.pred[k+1].text] || t.pred[k+1].text == "a" {
			return true
		}
	}
	return false
}

// onlyPlaceEn says whether a predicate tells that something applies to a part: to members only, only on weekdays.
func onlyPlaceEn(w []wordEn) bool {
	for k := 1; k < len(w); k++ {
		if w[k].text != "only" || w[k-1].text == "not" {
			continue
		}
		if n := textAt(w, k+1); n == "" || placesEn[n] && !isYearEn(textAt(w, k+2)) || n == "to" || n == "for" {
			return true
		}
	}
	return false
}

// compared reads how much the commitment is to be, measured by what it was: twice as many, half that of last year, fewer places, on a larger scale.
func (t *turnClause) compared() turning {
	w := t.all
	side := t.kind == sideSubject || t.kind == thereSubject
	for k := range w {
		x, n := w[k].text, textAt(w, k+1)
		prev := textAt(w, k-1)
		switch {
		case prev == "no" || prev == "not" || prev == "any" || prev == "without":
			continue
		case x == "half" && n == "as":
			for j := k + 2; j < len(w) && j < k+5; j++ {
				if w[j].text == "again" {
					return turnWider
				}
			}
			return turnLess
		case x == "by" && (side || t.kind == backSubject):
			continue
		case (timesMoreEn[x] || n == "times" && numberEn(x) > 1) && (side || t.comparedWith(k)):
			return turnWider
		case timesLessEn[x] && !(shareOrdinalEn[x] && (determinersEn[prev] && prev != "a" || prev == "and")) && (prev != "by" && prev != "and" && n != "of" || n == "of" && side || n == "the" || n == "that") && (side || t.comparedWith(k)):
			return turnLess
		case moreWordsEn[x] || fewerWordsEn[x]:
			what := turnWider
			if fewerWordsEn[x] {
				what = turnLess
			}
			if (x == "further" || x == "additional" || x == "extra") && numberEn(n) == 0 && !countableEn[n] {
				continue
			}
			if side && k > 0 && w[k].start >= t.pred[0].start || t.sideBehind(k+1) {
				return what
			}
		}
	}
	return noTurn
}

// comparedWith says whether words from k on measure by the time before, or name a side: twice as many places, double that of last year.
func (t *turnClause) comparedWith(k int) bool {
	w := t.all
	for j := k + 1; j < len(w) && j < k+8; j++ {
		switch w[j].text {
		case "as", "last", "previous", "before", "was", "were", "present", "current", "former", "past", "so":
			return true
		}
		if sidesEn[w[j].text] {
			return true
		}
	}
	return false
}

// sideBehind says whether the noun of the phrase at word k is a side of the commitment, or stands beside a word of the time before: more places, fewer courses than last year, a reduced scale.
func (t *turnClause) sideBehind(k int) bool {
	w := t.all
	for j := k; j < len(w) && j < k+3; j++ {
		if sidesEn[w[j].text] || countableEn[w[j].text] && (k == 0 || countingEn[w[k-1].text]) {
			return true
		}
	}
	for j := k; j+1 < len(w) && j < k+12; j++ {
		if w[j].text == "than" {
			switch w[j+1].text {
			case "before", "last", "hitherto", "previously", "so", "in", "this", "until", "at", "now", "the", "ever":
				return true
			}
		}
	}
	return textAt(w, k) == "of" && themEn[textAt(w, k+1)]
}

// how says whether the clause tells no more than how, with whose help or by what means the same is done.
func (t *turnClause) how() bool {
	if (detailsTurnEn[t.head] || t.kind == timeSubject) && index(t.pred, settledEn) > 0 && !t.dated || (t.kind == sideSubject || detailsTurnEn[t.head]) && index(t.pred, subjectToEn) > 0 {
		return !t.negated && !t.noLonger
	}
	if textAt(t.sub, 0) == "everything" && index(t.pred, madeTurnEn) > 0 || textAt(t.sub, 0) == "everything" && index(t.pred, howVerbsEn) > 0 {
		return secureEn[textAt(t.pred, whereEn(t.pred, "to")+1)]
	}
	if t.kind == backSubject || t.kind == timeSubject {
		if t.negated || t.noLonger {
			return index(t.pred, howVerbsEn) > 0 && index(t.pred, costsEn) > 0
		}
		for k := 1; k < len(t.pred) && k < 6; k++ {
			if x := t.pred[k].text; howActsEn[x] || (howVerbsEn[x] || t.of != "" && usesEn[x]) && (t.pred[k-1].text == "be" || t.pred[k-1].text == "is" || t.pred[k-1].text == "are" || adverbEn(t.pred[k-1].text)) {
				return true
			}
		}
		return index(t.pred, subjectToEn) > 0 || turnsThisEn(t.pred)
	}
	if t.negated || t.noLonger {
		return false
	}
	if t.kind == bodySubject {
		k := index(t.pred, cooperateEn)
		if k < 0 && strings.HasPrefix(t.pred[0].text, "remain") && index(t.pred, touchEn) > 0 {
			return true
		}
		if k > 0 && (t.pred[k].text == "stay" || t.pred[k].text == "remain" || t.pred[k].text == "keep") && index(t.pred, touchEn) < 0 {
			return false
		}
		return k > 0 && k < 4 && index(t.pred, bodiesConcernedEn) > 0 && !t.forOther()
	}
	if pairAt(t.pred, "a", "minimum") > 0 {
		return true // disruption will be kept to a minimum
	}
	carry := index(t.pred, careVerbsEn)
	switch {
	case waysTurnEn[t.head] || detailsTurnEn[t.head]:
		return index(t.pred, settledEn) > 0
	case caresEn[t.head] && carry > 0:
		return true
	case t.head == "steps" || t.head == "efforts" || t.head == "effort" || t.head == "arrangements" || t.head == "preparations" || t.head == "provision" || t.head == "precautions" || t.head == "safeguards":
		to := whereEn(t.pred, "to")
		return index(t.pred, madeTurnEn) > 0 && (to < 0 || secureEn[textAt(t.pred, to+1)])
	case costsEn[t.head] || index(t.sub, costsEn) >= 0 && index(t.sub, neededEn) >= 0:
		return index(t.pred, providedEn) > 0 && !t.forOther()
	case heededEn[t.head] || index(t.sub, heededEn) >= 0 && index(t.sub, pastRunEn) >= 0:
		return index(t.pred, respectEn) > 0
	case index(t.pred, consultedEn) > 0 && !t.forOther():
		return index(t.sub, bodiesConcernedEn) >= 0
	case index(t.pred, cooperateEn) > 0:
		return index(t.pred, bodiesConcernedEn) > 0
	case t.head == "safety" || t.head == "quality" || t.head == "privacy":
		return pairAt(t.pred, "come", "first") > 0 || index(t.pred, respectEn) > 0
	}
	return false
}

// forOther says whether what is given is given for something of its own: funds will be provided for youth clubs.
func (t *turnClause) forOther() bool {
	for k, x := range t.pred {
		if x.text == "for" || x.text == "on" || x.text == "about" || x.text == "to" {
			n := textAt(t.pred, k+1)
			if n == "the" || n == "its" || n == "their" {
				n = textAt(t.pred, k+2)
			}
			if !pointsBackEn[n] && !carriersEn[n] && n != "purpose" && n != "end" && n != "date" && n != "" {
				return true
			}
		}
	}
	return false
}

// whereEn is where a word stands; -1 if nowhere.
func whereEn(w []wordEn, a string) int {
	for k := range w {
		if w[k].text == a {
			return k
		}
	}
	return -1
}
