package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
	"plandiff/schema"
)

// determinersEn stand before a member of a list: the news, the forecast and the debates.
var determinersEn = setEn("the a an their its our his her these those")

// memberBackEn is memberStartEn, one determiner further back where a comma stands before it: ", the forecast and".
func memberBackEn(w []wordEn, i, floor int) int {
	j := memberStartEn(w, i, floor)
	if j > floor+1 && determinersEn[w[j-1].text] && w[j-2].text == "," {
		return j - 1
	}
	return j
}

// ownPrepositionEn says whether the member behind the coordinator at word i has a preposition of its own, as those before it then have too: in tunnels, on
// ships and in silos; not "in colleges, with films and visits".
func ownPrepositionEn(w []wordEn, i int) bool {
	return phraseEndsEn[textAt(w, i+joinerEn(w, i))]
}

// timedEn open a time or a manner, which is no member beside a thing: with care and within ten days.
var timedEn = setEn("within before until after during per")

// longListEn finds the members of a list with commas of which one in the middle is more than a noun phrase: disabled drivers, parents of children in hospital,
// staff on night shift and outpatients. i is the coordinator; nil where it joins no such list.
func (s *sentence) longListEn(w []wordEn, i int, verbs map[int]bool) []lang.Span {
	end := i // of the segment that is looked at, from the back
	if w[i-1].text == "," {
		end--
	}
	var members []lang.Span
	wide := false
	for {
		from := end
		for from > 0 && w[from-1].text != "," && w[from-1].text != ";" && w[from-1].text != ":" && end-from < 11 {
			t := w[from-1].text
			if finiteEn[t] || relativesEn[t] || t == "being" || t == "and" || t == "or" || s.opensClause(w[from-1].start) {
				break
			}
			from--
		}
		if from == end {
			return nil
		}
		if from > 0 && w[from-1].text == "," {
			for from < end && determinersEn[w[from].text] {
				from++
			}
			if from >= end || w[from].text == "again" || w[from].text == "likewise" || phraseEndsEn[w[from].text] || verbs[w[from].start] && !phraseEndsEn[textAt(w, from+1)] || strings.HasSuffix(w[from].text, "ing") || s.opensClause(w[from].start) || s.opensClause(w[from-1].end) {
				return nil
			}
			wide = wide || slices.ContainsFunc(w[from:end], func(x wordEn) bool { return phraseEndsEn[x.text] })
			members = append(members, lang.Span{Start: w[from].start, End: w[end-1].end})
			for end = from; w[end-1].text != ","; end-- {
			}
			end--
			continue
		}
		first := memberStartEn(w, end, from) // the first member: what stands behind the verb or preposition
		for first+1 < end && verbs[w[first].start] {
			first++
		}
		if first >= end {
			return nil
		}
		members = append(members, lang.Span{Start: w[first].start, End: w[end-1].end})
		break
	}
	at := i + joinerEn(w, i)
	for at < len(w) && determinersEn[w[at].text] {
		at++
	}
	if !wide || len(members) < 2 || at >= len(w) || phraseEndsEn[w[at].text] || verbs[w[at].start] && wordRune([]rune(textAt(w, at+1) + " ")[0]) && !phraseEndsEn[textAt(w, at+1)] {
		return nil
	}
	slices.Reverse(members)
	return append(members, lang.Span{Start: w[at].start, End: w[max(at, memberEndEn(w, at)-1)].end})
}

// onlyOthersEn says whether all that is kept of a list is "other" things, which names none of its members: such objects for eggs, ivory and other objects.
func (v *view) onlyOthersEn(s *sentence, kept []lang.Span) bool {
	if v.rd.lang.Code != "en" || len(kept) == 0 {
		return false
	}
	return !slices.ContainsFunc(kept, func(m lang.Span) bool {
		t := string(s.r[m.Start:m.End])
		return !strings.HasPrefix(t, "other ") && !strings.HasPrefix(t, "others") && !strings.HasPrefix(t, "similar ") && !strings.HasPrefix(t, "such ")
	})
}

// pointedAtEn says whether a member of the plan's list comes back by its last word alone, with an article that points back: boating associations, the associations.
func (v *view) pointedAtEn(s *sentence, m lang.Span, share float64) bool {
	if v.rd.lang.Code != "en" || share == 0 || s.column != schema.Plan {
		return false
	}
	w := between(s.words, m.Start, m.End)
	if len(w) < 2 {
		return false
	}
	noun := lang.Stem(w[len(w)-1].text)
	for _, n := range v.u.next {
		for k := 1; k < len(n.words); k++ {
			if p := n.words[k-1].text; lang.Stem(n.words[k].text) == noun && (p == "the" || p == "these" || p == "those" || p == "such" || p == "both" || p == "said") && !phraseOfEn[textAt(n.words, k+1)] {
				return true
			}
		}
	}
	return false
}

// phraseOfEn go on with a noun, so that its article points to what follows: the associations of anglers.
var phraseOfEn = setEn("of in for with that which who at on from")

// providedEn finds a clause that makes the promise of one side depend on something, where the other side knows of none: provided that the land is dry, only if,
// on condition that.
func (v *view) providedEn(in []part, other []*sentence, set []uint64, text []rune) (Evidence, bool) {
	if v.rd.lang.Code != "en" || len(other) == 0 || anyHas(other, "condition") {
		return Evidence{}, false
	}
	for _, p := range in {
		for i := range p.s.clauses {
			c := &p.s.clauses[i]
			w := between(p.s.words, c.start, c.end)
			if c.kind != ifClause || len(w) < 4 {
				continue
			}
			first := w[0].text
			explicit := first == "provided" || first == "providing" || (first == "as" || first == "so") && w[1].text == "long"
			if explicit || first == "if" && i > 0 && v.retained() > 0.75 {
				if share, any := v.knownIn(p.s.r[w[1].start:c.end], set, text); any && share < 0.5 && !boilerEn[w[1].text] {
					return p.s.quote(c.start, c.end), true
				}
			}
		}
	}
	return Evidence{}, false
}

// prepositionListEn finds the members of a list of which each has the same preposition of its own, however much stands in them: of hospital mortuaries, of mortuaries run by
// councils and of private chapels of rest. i is the coordinator; nil where it joins no such list of three and more.
func (s *sentence) prepositionListEn(w []wordEn, i int) []lang.Span {
	at := i + joinerEn(w, i)
	p := textAt(w, at)
	if !phraseEndsEn[p] || finiteEn[p] || relativesEn[p] || len(p) > 7 || at+1 >= len(w) {
		return nil
	}
	var members []lang.Span
	end := i
	if w[i-1].text == "," {
		end--
	}
	for end > 0 {
		from := end - 1
		for from > 0 && end-from < 10 && (w[from].text != p || w[from-1].text != "," && len(members) == 0 && from > 1 && hasCommaEn(w, from, p)) {
			if t := w[from].text; t == ";" || t == ":" || t == "," || finiteEn[t] || s.opensClause(w[from].start) {
				return nil
			}
			from--
		}
		if w[from].text != p || from+1 >= end {
			return nil
		}
		members = append(members, lang.Span{Start: w[from+1].start, End: w[end-1].end})
		if from == 0 || w[from-1].text != "," {
			break
		}
		end = from - 1
	}
	if len(members) < 2 {
		return nil
	}
	slices.Reverse(members)
	last := memberEndEn(w, at+1)
	if last <= at+1 {
		return nil
	}
	return append(members, lang.Span{Start: w[at+1].start, End: w[last-1].end})
}

// hasCommaEn says whether a comma with the same preposition behind it stands not far before word k.
func hasCommaEn(w []wordEn, k int, p string) bool {
	for j := k - 1; j > 0 && j > k-8; j-- {
		if w[j].text == "," {
			return textAt(w, j+1) == p
		}
		if finiteEn[w[j].text] {
			return false
		}
	}
	return false
}

// oddPairEn says whether what "and" joins is no list of things of one kind: a month and what is no time (to September and reimburse), or a bare number (one in the north
// and one in the south).
func (s *sentence) oddPairEn(l series) bool {
	months, others := 0, 0
	if last := between(s.words, l.members[len(l.members)-1].Start, len(s.r)); len(last) > 1 && participleEn(last[0].text) && strings.HasSuffix(last[0].text, "ing") && (last[1].text == "to" || last[1].text == "them" || last[1].text == "it" || last[1].text == "from") {
		if first := between(s.words, l.members[0].Start, l.members[0].End); len(first) > 0 && !strings.HasSuffix(first[0].text, "ing") {
			return true // meeting at the barrier, and leading to their places
		}
	}
	if done := func(m lang.Span) bool { return s.doneToEn(series{members: []lang.Span{m}}) }; !done(l.members[0]) && !slices.ContainsFunc(l.members[1:], func(m lang.Span) bool { return !done(m) }) {
		return true // collected from keepers, sterilised and given back
	} else if done(l.members[0]) && slices.ContainsFunc(l.members[1:], func(m lang.Span) bool { return !done(m) }) {
		return true // reviewed every three years, and tenants
	}
	for _, m := range l.members {
		w := between(s.words, m.Start, m.End)
		if len(w) == 0 {
			continue
		}
		last := w[len(w)-1].text
		if first := w[0].text; (len(w) == 1 || phraseEndsEn[w[1].text]) && (numberEn(first) > 0 || first == "another") {
			return true
		}
		if slices.Contains(monthsEn, last) || slices.Contains(weekdaysEn, last) || last == "year" {
			months++
		} else if !isMonthOrYearEn(last) {
			others++
		}
	}
	return months > 0 && others > 0
}

// exchangedEn says whether the list of the next plan that keeps members of the plan's has others in the place of those it lost: schools and clubs, schools and universities.
func (v *view) exchangedEn(s *sentence, kept []lang.Span) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	for _, p := range v.plannedParts() {
		for _, l := range p.s.lists {
			if l.clause != p.c || l.acts {
				continue
			}
			k, fresh := v.counterpart(p.s, l, v.planOwn, v.planText)
			if len(k) > 0 && len(v.trulyFreshEn(p.s, fresh)) > 0 && v.sharesMember(s, kept, p.s, k) {
				return true
			}
		}
	}
	return false
}

// growthEn weighs a list that names more than the plan: the more of the rest of its clause is the plan's, the less the whole was said anew.
func (v *view) growthEn(p part, fresh []lang.Span) float64 {
	c := p.clause()
	rest := slices.Clone(p.s.r[c.start:c.end])
	for _, m := range fresh {
		for i := max(m.Start, c.start); i < min(m.End, c.end); i++ {
			rest[i-c.start] = ' '
		}
	}
	share, any := v.knownIn(rest, v.planSet, v.planText)
	if !any {
		return 3
	}
	return min(4.5, 1.5+5*share)
}

// doneToEn says whether the members of a list begin with participles, behind "be": tuned and hung anew.
func (s *sentence) doneToEn(l series) bool {
	for _, m := range l.members {
		w := between(s.words, m.Start, m.End)
		if len(w) == 0 {
			return false
		}
		t := w[0].text
		if strings.Contains(t, "-") {
			return false // two-wheeled and three-wheeled vehicles
		}
		if n := textAt(w, 1); n != "" && !phraseEndsEn[n] && n != "back" && n != "anew" && n != "again" && n != "up" && n != "out" && n != "off" && n != "away" && n != "free" && n != "every" && n != "each" && n != "once" && n != "twice" && !adverbEn(n) {
			return false // covered troughs
		}
		if !strings.HasSuffix(t, "ed") && !lang.PastForm(t) && !strings.HasSuffix(t, "ung") && !oddParticiplesEn[t] {
			return false
		}
	}
	return true
}

// oddParticiplesEn are participles that are neither regular nor past forms.
var oddParticiplesEn = setEn("given taken written driven shown drawn grown known spoken chosen frozen broken hidden stolen thrown worn torn sworn beaten eaten put set cut let run read")

// quotedEn says whether word i of a sentence stands within quotation marks: the "and" of a name joins nothing.
func (s *sentence) quotedEn(w []wordEn, i int) bool {
	n := 0
	for k := 0; k < i; k++ {
		switch w[k].text {
		case "\"":
			n++
		case "“":
			n = 1
		case "”":
			n = 0
		}
	}
	return n%2 == 1
}

// letteredEn says whether a member of a list is told apart from others by its last letter or number alone, and the other column has no such one: hepatitis E, berth 4.
func (v *view) letteredEn(s *sentence, m lang.Span, text []rune) bool {
	if v.rd.lang.Code != "en" || m.End-m.Start < 4 {
		return false
	}
	i := m.End - 1
	for i > m.Start && wordRune(s.r[i-1]) {
		i--
	}
	if m.End-i > 2 || i == m.Start || s.r[i-1] != ' ' || m.End-i == 2 && !unicode.IsDigit(s.r[i]) {
		return false
	}
	return !containsRunes(text, s.r[i-1:m.End])
}
