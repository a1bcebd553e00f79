package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/lang"
)

// stopEn are words that tell nothing on what a text is about.
var stopEn = setEn(`a an the this that these those it its they their them he she his her we our us you your who whom whose which what
and or but nor so yet as than if because since while whereas although though unless whether also both either neither not no
of to in on at by for with from into onto upon over under about against between among through throughout anywhere everywhere somewhere nowhere wherever whenever during within without across along around towards toward via per after before until till up out off down
is are was were be been being am has have had having do does did doing will would shall should may might can could must
there here then when where why how all each every any some such other another more most less few many much own same very too only just even still
again further once therefore thus hence however moreover furthermore accordingly well etc two three four five six seven eight nine ten`)

// phraseEndsEn are words that no noun phrase goes over, so that a member of a list ends or begins there.
var phraseEndsEn = setEn(`of to in on at by for with from into onto upon over under about against between among through throughout during within without across along around towards via per after before until
involving concerning regarding covering comprising including
is are was were be been being has have had will shall may can must should who which that whose where when if as so because while than whether not only how what why it they them we he she there`)

// featuresEn are the stems of the content words of a text, derivational endings cut too, so that publish meets publication.
func featuresEn(r []rune) []uint64 {
	var out []uint64
	for i := 0; i < len(r); {
		if !unicode.IsLetter(r[i]) {
			if n := pointEn(r, i); n > 0 { // the letter of a point, (a), says as much as a few words
				for k := range uint64(3) {
					out = append(out, 1<<63|1<<40|uint64(r[i+1])<<8|k)
				}
				i += n - 1
			}
			i++
			continue
		}
		j := i + 1
		for j < len(r) && (wordRune(r[j]) || r[j] == '-' && j+1 < len(r) && wordRune(r[j+1])) {
			j++
		}
		w := strings.ToLower(string(r[i:j]))
		i = j
		if len(w) < 2 || stopEn[w] {
			continue
		}
		stem := lang.Stem(w)
		root, end := phrasalAtEn(r, j, stem)
		if root == "" {
			root = derivedEn(stem)
		} else {
			i = end
		}
		h := uint64(14695981039346656037) // FNV-1a
		for _, c := range root {
			h = (h ^ uint64(c)) * 1099511628211
		}
		out = append(out, h|1<<63)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pointEn is the length of a point's letter or number in brackets, (a), at the start of a text; 0 elsewhere.
func pointEn(r []rune, i int) int {
	if i == 0 && len(r) > 2 && r[0] == '(' && wordRune(r[1]) && r[2] == ')' {
		return 3
	}
	return 0
}

// endingsEn of derivation, longest first.
// Stems come without their silent e.
var endingsEn = []struct{ ending, stem string }{{"isation", ""}, {"ization", ""}, {"ational", ""}, {"ication", "ic"}, {"uction", "uc"}, {"nsion", "nd"}, {"ission", "it"}, {"ation", ""}, {"ition", ""}, {"ment", ""}, {"anc", ""}, {"enc", ""}, {"ion", ""}, {"iti", ""}, {"ity", ""}, {"ness", ""},
	{"ing", ""}, {"ison", ""}, {"ist", ""}, {"ally", ""}, {"al", ""}, {"ublish", "ublic"}, {"ee", ""}, {"is", ""}, {"iz", ""}, {"er", ""}, {"or", ""}, {"iv", ""}, {"ly", ""}, {"abl", ""}, {"ant", ""}, {"at", ""}, {"y", ""}}

// rootEn cuts one derivational ending where at least four letters stay.
func rootEn(w string) string {
	if kin := kinEn[w]; kin != "" {
		return kin
	}
	for _, e := range endingsEn {
		if stem, ok := strings.CutSuffix(w, e.ending); ok && len(stem)+len(e.stem) >= 4 {
			return stem + e.stem
		}
	}
	return w
}

// listsEn finds coordinations of noun phrases: A, B and C; A or B; A as well as B; A, and of B.
func listsEn(s *sentence, w []wordEn, verbs map[int]bool) []series {
	var out []series
	done := openingTimeEn(w)
	for i := 1; i < len(w)-1; i++ {
		n := joinerEn(w, i)
		if n == 0 || i < done || numberAndEn(w, i) || s.quotedEn(w, i) || s.opensClause(w[i].start) || slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.Start < w[i].start && m.Span.End > w[i].end }) {
			continue
		}
		first := i // the first separator of the list: commas before the "and"
		if w[i-1].text == "," && i > 1 {
			first--
		}
		for {
			from := memberBackEn(w, first, done)
			if from > done+1 && ownPrepositionEn(w, i) && phraseEndsEn[w[from-1].text] && !finiteEn[w[from-1].text] && w[from-2].text == "," && !s.opensClause(w[from-1].start) {
				from-- // in tunnels, on ships and in silos
			}
			if from > done && w[from-1].text == "," && from < first && first-from <= 5 && !s.opensClause(w[from-1].start) && from-1 > 0 && !s.opensClause(w[from].start) {
				first = from - 1
				continue
			}
			break
		}
		if timedEn[textAt(w, i+n)] {
			continue
		}
		m := s.prepositionListEn(w, i)
		if m == nil {
			m = s.longListEn(w, i, verbs)
		}
		if m != nil && s.oddPairEn(series{members: m}) {
			continue
		}
		if m != nil {
			l := series{members: m, start: m[0].Start, end: m[len(m)-1].End}
			l.clause = max(0, slices.IndexFunc(s.clauses, func(c clause) bool { return l.start < c.end }))
			l.acts = s.endsInAct(l)
			out = append(out, l)
			for done = i; done < len(w) && w[done].end <= l.end; done++ {
			}
			continue
		}
		var l series
		from := memberStartEn(w, first, done)
		if textAt(w, from-1) == "between" || textAt(w, from-1) == "the" && textAt(w, from-2) == "between" {
			continue // between November and April
		}
		if t := textAt(w, from-1); (t == "who" || t == "that" || t == "which") && from+1 < first && strings.HasSuffix(w[from].text, "s") == (from < 2 || !strings.HasSuffix(w[from-2].text, "s")) && !stopEn[w[from].text] && wordRune([]rune(w[from+1].text)[0]) {
			from++ // who receives housing benefit or attendance allowance
		}
		for from+1 < first && (verbs[w[from].start] || from > 0 && modalsEn[w[from-1].text] || from > 1 && adverbEn(w[from-1].text) && modalsEn[w[from-2].text]) && wordRune([]rune(w[from+1].text)[0]) { // help municipalities and …: the verb governs the list
			from++
		}
		if t := w[from].text; from+1 < first && from > 0 && (textAt(w, from-1) == "be" || textAt(w, from-1) == "been" || textAt(w, from-1) == "being") && (strings.HasSuffix(t, "ed") || lang.PastForm(t) || oddParticiplesEn[t]) && wordRune([]rune(w[from+1].text)[0]) && !slices.ContainsFunc(w[from+1:min(len(w), i+3)], func(x wordEn) bool {
			return strings.HasSuffix(x.text, "ed") || lang.PastForm(x.text) || oddParticiplesEn[x.text]
		}) {
			from++ // be taught Spanish and Portuguese
		}
		if from >= first {
			continue
		}
		l.start = w[from].start
		at := from
		for k := first; ; {
			if k > at {
				l.members = append(l.members, lang.Span{Start: w[at].start, End: w[k-1].end})
			}
			sep := 1
			if m := joinerEn(w, k); m > 0 {
				sep = m
			} else if m := joinerEn(w, k+1); w[k].text == "," && m > 0 {
				sep = m + 1
			}
			at = k + sep
			if textAt(w, at) == "," { // and, for the first time, in prisons
				for k := at + 1; k < len(w) && k < at+7; k++ {
					if w[k].text == "," {
						at = k + 1
						break
					}
				}
			}
			for at < len(w) && (phraseEndsEn[w[at].text] && !finiteEn[w[at].text] || w[at].text == "the" || w[at].text == "their" || w[at].text == "also" || w[at].text == "those") {
				at++ // and of the firms
			}
			if t := textAt(w, at); (t == "all" || t == "some" || t == "most" || t == "each" || t == "both" || t == "many") && textAt(w, at+1) == "of" {
				for at += 2; at < len(w) && determinersEn[w[at].text]; at++ { // and all of its branches
				}
			}
			k = memberEndEn(w, at)
			last := k >= len(w) || !(w[k].text == "," && k < i || k == i || joinerEn(w, k) > 0 && !s.opensClause(w[k].start) || w[k].text == "," && joinerEn(w, k+1) > 0 && !s.opensClause(w[k+1].start))
			if last {
				if k > at {
					l.members = append(l.members, lang.Span{Start: w[at].start, End: w[k-1].end})
				}
				done = k
				break
			}
		}
		if len(l.members) < 2 || s.doersEn(w, l) || pronounsEn[textAt(w, from-1)] || s.oddPairEn(l) || from > 0 && (modalsEn[w[from-1].text] || w[from-1].text == "to") && verbs[w[from].start] && l.members[0].End == w[from].end && !verbs[l.members[1].Start] {
			continue
		}
		trimParticiplesEn(w, l.members)
		l.end = l.members[len(l.members)-1].End
		l.open = slices.ContainsFunc(w[min(done, len(w)):min(done+3, len(w))], func(x wordEn) bool { return x.text == "others" || x.text == "etc" || x.text == "similar" })
		for k := range s.clauses {
			if l.start < s.clauses[k].end {
				l.clause = k
				break
			}
		}
		if participles := s.participlesEn(l); participles == 1 && strings.HasSuffix(string(s.r[l.members[len(l.members)-1].Start:l.end]), "ed") && len(between(w, l.members[len(l.members)-1].Start, l.end)) > 1 {
			continue // held in Trondheim and its papers published
		} else {
			l.acts = participles == len(l.members)
		}
		l.acts = l.acts || s.allVerbsEn(l, verbs) || s.endsInAct(l) || from > 0 && (w[from-1].text == "be" || w[from-1].text == "been") && s.doneToEn(l)
		out = append(out, l)
	}
	return out
}

// doersEn says whether a list names who will act, a ministry first: the Department of Energy and the Grid Operator will run.
func (s *sentence) doersEn(w []wordEn, l series) bool {
	named := slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.Start < l.members[0].End && m.Span.End > l.start })
	k := slices.IndexFunc(w, func(x wordEn) bool { return modalsEn[x.text] })
	last := l.members[len(l.members)-1].End
	if !named { // Parks and Gardens will
		named = l.start < 5 && !slices.ContainsFunc(l.members, func(m lang.Span) bool { return !upperEn(s, m) })
	}
	return named && k > 0 && w[k].start > last && w[k-1].end <= last+1 && textAt(w, k+1) != "be"
}

// participlesEn counts the members of a list that end in a participle: filled or covered.
func (s *sentence) participlesEn(l series) int {
	n := 0
	for _, m := range l.members {
		if t := string(s.r[m.Start:m.End]); strings.HasSuffix(t, "ed") && !strings.HasSuffix(t, "eed") && !strings.HasSuffix(t, "bed") && !strings.HasSuffix(t, "shed") { // seed, river bed
			n++
		}
	}
	return n
}

// allVerbsEn says whether every member of a list begins with a verb: collect, check and publish.
func (s *sentence) allVerbsEn(l series, verbs map[int]bool) bool {
	return !slices.ContainsFunc(l.members, func(m lang.Span) bool { return !verbs[m.Start] })
}

// pronounsEn stand before a verb: they park and.
var pronounsEn = setEn("they we he she you who")

// coreEn takes a member of a list whole: English puts no attribute between a member and the next that would belong to neither.
func coreEn(_ []rune, member lang.Span, _ bool) lang.Span { return member }

// joinerEn is the number of words of the coordinator at word i, 0 if there is none.
func joinerEn(w []wordEn, i int) int {
	switch textAt(w, i) {
	case "and", "or", "&":
		return 1
	case "but": // not only A but also B
		if textAt(w, i+1) == "also" {
			return 2
		}
	case "as":
		if textAt(w, i+1) == "well" && textAt(w, i+2) == "as" {
			return 3
		}
	}
	return 0
}

// opensClause says whether a clause other than the first begins at that rune.
func (s *sentence) opensClause(at int) bool {
	for _, c := range s.clauses[1:] {
		if c.start == at {
			return true
		}
	}
	return false
}

// memberStartEn goes back from word i to where its noun phrase begins: behind a preposition, auxiliary, mark or determiner.
func memberStartEn(w []wordEn, i, floor int) int {
	j := i
	for j > floor {
		t := w[j-1].text
		if phraseEndsEn[t] || t == "," || t == ";" || t == ":" || t == "the" || t == "a" || t == "an" || t == "and" || t == "or" || t == "their" || t == "its" || t == "(" {
			break
		}
		j--
	}
	return j
}

// memberEndEn goes forward from word i to the end of its noun phrase.
func memberEndEn(w []wordEn, i int) int {
	j := i
	for j < len(w) {
		t := w[j].text
		if phraseEndsEn[t] || t == "and" || t == "or" || !wordRune([]rune(t)[0]) && t != "'" && t != "’" || j > i && (t == "the" || t == "a" || t == "an" || t == "each" || t == "every") {
			break
		}
		j++
	}
	return j
}

// periodsEn follow every and all without meaning a scope.
var periodsEn = setEn("season seasons term terms year years month months week weeks quarter quarters day days time times visit visits moment moments hour hours point stage rate case event")

// headsEn finds quantifiers and the nouns they bind, and the mirror of them: only.
func headsEn(s *sentence) []head {
	var out []head
	w := s.words
	for _, h := range s.hits {
		if h.cue != "universal" && h.cue != "partial" {
			continue
		}
		at := slices.IndexFunc(w, func(x wordEn) bool { return x.start >= h.end })
		if at >= 0 && (w[at].text == "part" || w[at].text == "parts" || w[at].text == "corner" || w[at].text == "corners") && textAt(w, at+1) == "of" {
			continue // any part of the country: see landIn
		}
		if s.inNameEn(h) {
			continue // the National Railway Authority
		}
		if at < 0 || s.r[h.end] == '-' {
			continue // all-year
		}
		for at < len(w) && (w[at].text == "the" || w[at].text == "of" || w[at].text == "its" || w[at].text == "their" || isNumberEn(w[at].text)) {
			at++
		}
		if from := kindsAtEn(w, at); from != 0 || kindsEn[textAt(w, at)] {
			if from == 0 {
				continue
			}
			if at = from; from < 0 { // firms of all kinds
				if at = -from; h.cue == "universal" {
					out = append(out, head{noun: lang.Span{Start: w[at].start, End: w[at].end}, quantifier: lang.Span{Start: h.start, End: h.end}, universal: true})
				}
				continue
			}
		}
		end := memberEndEn(w, at)
		if at < len(w) && ordinalEn(w[at].text) {
			continue // every fiftieth
		}
		if end <= at || periodsEn[w[end-1].text] || periodsEn[w[at].text] {
			continue
		}
		out = append(out, head{noun: lang.Span{Start: w[max(at, end-1)].start, End: w[end-1].end}, quantifier: lang.Span{Start: h.start, End: h.end}, universal: h.cue == "universal"})
	}
	return out
}

// inNameEn says whether a word of quantity is part of a name: written with a capital within a sentence, before another such word.
func (s *sentence) inNameEn(h hit) bool {
	raw := []rune(s.Text)
	if h.start == 0 || h.end+1 >= len(raw) || !unicode.IsUpper(raw[h.start]) {
		return slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.Start <= h.start && m.Span.End >= h.end })
	}
	return unicode.IsUpper(raw[h.end+1])
}

func isNumberEn(t string) bool { return t[0] >= '0' && t[0] <= '9' || stopEn[t] && len(t) > 2 }

// restrictionOf finds the words by which the next plan takes a part of what the plan meant whole. In English they stand
// at the noun itself: all schools → secondary schools, schools in the north.
func (v *view) restrictionOf(h placedHead, parts []part) (Evidence, bool) {
	if v.rd.lang.Code != "en" {
		return v.freshRestriction(parts)
	}
	noun := lang.Stem(h.word())
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k, x := range w {
			if lang.Stem(x.text) != noun {
				continue
			}
			from := k
			for from > 0 && wordRune([]rune(w[from-1].text)[0]) && !phraseEndsEn[w[from-1].text] && w[from-1].text != "and" && !stopEn[w[from-1].text] {
				from--
			}
			to := k + 1
			if t := textAt(w, to); t == "in" || t == "of" || t == "with" || t == "on" || t == "at" || t == "along" || t == "from" || t == "under" || t == "near" || t == "over" || t == "for" || t == "within" || t == "around" || t == "outside" || t == "between" || t == "above" || t == "below" || t == "that" || t == "which" || t == "where" || t == "whose" || participleEn(t) {
				to = memberEndEn(w, to+1)
				for to < len(w) && stopEn[w[to].text] && to < k+4 {
					to = memberEndEn(w, to+1)
				}
				if w[k+1].text == "with" && textAt(w, to) == "for" { // areas with a harvest for export
					to = max(to, memberEndEn(w, to+1))
				}
			}
			for from < k && v.knowsEn(p.s.r[w[from].start:w[from].end]) { // the verb
				from++
			}
			for _, part := range [][2]int{{from, k}, {k + 1, to}} {
				if part[0] >= part[1] {
					continue
				}
				a, b := w[part[0]].start, w[part[1]-1].end
				if part[1] == k { // the first word is new: the five largest lakes
					b = w[part[0]].end
				}
				if restWordsEn[w[part[0]].text] || restOfEn(w[part[0]:part[1]]) {
					continue
				}
				if share, any := v.knownIn(p.s.r[a:b], v.planSet, v.planText); any && (share < 0.5 || share == 0.5 && part[0] == k+1 && v.retained() >= 0.6) {
					return p.s.quote(w[from].start, max(x.end, b)), true
				}
			}
		}
	}
	return Evidence{}, false
}

// knowsEn says whether the plan has a word.
func (v *view) knowsEn(word []rune) bool {
	share, any := v.knownIn(word, v.planSet, v.planText)
	return any && share == 1
}

// namesEn says whether a sentence has a name of two capitalised words and more, other than of a ministry, that the plan does not know: the Sound
// Heritage Programme.
func (v *view) namesEn(s *sentence) bool {
	r := []rune(s.Text)
	w := wordsEn(r)
	for i := 1; i < len(w); i++ {
		j := i
		for j < len(w) && unicode.IsUpper([]rune(w[j].text)[0]) && (j == i || w[j].start == w[j-1].end+1) {
			j++
		}
		if j-i < 2 {
			continue
		}
		ministry := false
		for _, m := range v.rd.lang.Ministries(s.Text) {
			ministry = ministry || m.Span.Start < w[j-1].end && m.Span.End > w[i].start
		}
		if !ministry && !containsRunes(v.planText, s.r[w[i].start:w[j-1].end]) {
			return true
		}
		i = j
	}
	return false
}
