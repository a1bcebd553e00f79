package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// A next plan that repeats the plan word for word but for a stretch or two was made by editing it, and what was put in the place of something
// else tells more than any reading of the whole: 「タクシー事業者の運行管理者を対象として」, 「大型貨物自動車を用いる運送事業者の運行管理者を対象として」. Where a
// sentence is said in other words, the differences are all over it, and this reading says nothing.

// edit is a stretch of the plan and what stands for it in the next plan, between the same words; one of them may be empty.
type edit struct{ from, to lang.Span }

// gram is how many runes two sentences must have in common for a stretch to count as kept.
const gram = 5

// keptRuns finds the stretches that two texts have in common, in the order of the first one: where it begins in either, and how long it is.
func keptRuns(a, b []rune) (runs [][3]int) {
	if len(a) < gram || len(b) < gram {
		return nil
	}
	key := func(r []rune, i int) (h uint64) {
		for _, c := range r[i : i+gram] {
			h = h*1099511628211 + uint64(c)
		}
		return h
	}
	at := make(map[uint64]int, len(b))
	for i := len(b) - gram; i >= 0; i-- {
		at[key(b, i)] = i
	}
	next := 0 // where the last stretch ended in b: the one that follows it there is preferred
	for i := 0; i+gram <= len(a); {
		j, ok := at[key(a, i)]
		for k := next; ok && j < next && k+gram <= len(b) && k < next+60; k++ {
			if startsAt(b, k, a[i:i+gram]) {
				j = k
			}
		}
		if !ok || !startsAt(b, j, a[i:i+gram]) {
			i++
			continue
		}
		n := gram
		for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
			n++
		}
		runs = append(runs, [3]int{i, j, n})
		i, next = i+n, j+n
	}
	return runs
}

// editsOf are the stretches in which a sentence of the plan and one of the next plan differ between words that they share, where half of both
// or more is the same; nil otherwise.
func editsOf(a, b []rune) []edit {
	runs, kept := keptRuns(a, b), 0
	for _, x := range runs {
		kept += x[2]
	}
	if 2*kept < len(a) || 20*kept < 9*len(b) {
		return nil
	}
	var out []edit
	for k := 0; k+1 < len(runs); k++ {
		x, y := runs[k], runs[k+1]
		if y[1] < x[1]+x[2] || y[1]-x[1]-x[2] > 45 || y[0]-x[0]-x[2] > 45 {
			continue // moved, or too much to tell
		}
		out = append(out, edit{lang.Span{Start: x[0] + x[2], End: y[0]}, lang.Span{Start: x[1] + x[2], End: y[1]}})
	}
	return out
}

// whomJaEnds are the last letters of nouns for those, and for what and where, something is done to.
const whomJaEnds = "者人員生校園村町市県区域圏体社店局院館所家師士子童婦親族庫設場港湾船車林田畑川路橋宅帯施機"

// edited reads what was changed in a sentence that was edited: what it is, as a signal of the label that it speaks for; nil if there is nothing of the
// kind. It is asked once.
func (v *view) edited() *signal {
	if !v.editAsked {
		v.editAsked = true
		v.edit = v.readEdits()
	}
	return v.edit
}

func (v *view) readEdits() *signal {
	if v.rd.lang.Code != "ja" || len(v.u.plan) != 1 || len(v.u.next) != 1 || v.verbatim() {
		return nil
	}
	s, n := v.u.plan[0], v.u.next[0]
	if containsRunes(s.r, []rune("第")) {
		return nil // the next round may have another place and theme
	}
	if found := v.otherAct(s, n); found != nil {
		return found
	}
	if found := v.otherEnd(s, n); found != nil {
		return found
	}
	if len(s.features) == 0 || 5*overlap(s.features, n.features, nil) < 2*float64(min(len(s.features), len(n.features))) {
		return nil
	}
	var found *signal
	changes := 0
	for _, e := range editsOf(s.r, n.r) {
		from, to := len(v.rd.featuresOf(s.r[e.from.Start:e.from.End])), len(v.rd.featuresOf(n.r[e.to.Start:e.to.End]))
		if from+to == 0 {
			continue
		}
		changes++
		if found == nil {
			found = v.readEdit(s, n, e)
		}
	}
	if changes > 3 {
		return nil
	}
	return found
}

// readEdit reads one change.
func (v *view) readEdit(s, n *sentence, e edit) *signal {
	if k, j := clauseBreak(s, e.from), clauseBreak(n, e.to); k > 0 && j > 0 {
		e.from.Start, e.to.Start = k, j // the aim is another matter
	}
	if !inAct(s, e.from.Start) || !inAct(n, e.to.Start) || ministryIn(s, e.from) || ministryIn(n, e.to) || hasNumber(s, e.from) || hasNumber(n, e.to) {
		return nil
	}
	of := e.to.Start > 0 && hasRunes(n.r, e.to.Start, "の")
	if e.to = behindParticle(n.r, e.to); e.from.End-e.from.Start > 1 {
		e.from = behindParticle(s.r, e.from)
	}
	a, b := trimQuantifierJa(s.r[e.from.Start:e.from.End]), n.r[e.to.Start:e.to.End]
	whole := len(a) < e.from.End-e.from.Start || s.has("universal", e.from.Start, e.from.End)
	quote := n.quote(e.to.Start, e.to.End)
	switch {
	case hasRunes(n.r, e.to.Start, "うち") && of && len(a) <= 1:
		return &signal{string(schema.Narrowed), 3.4, quote}
	case len(a) <= 1 && !whole && len(b) > 2 && of && e.to.Start > 1 && strings.ContainsRune(whomJaEnds, n.r[e.to.Start-2]) && targetAt.at(n.r, e.to.End) > 0:
		// 当事者を対象として, 当事者の親及び配偶者を対象として
		if share, any := v.knownIn(b, v.planSet, v.planText); any && share == 0 && !n.has("partial", e.to.Start, e.to.End) && !n.has("universal", e.to.Start, e.to.End) {
			return &signal{string(schema.Revised), 4.2, quote}
		}
	case len(a) <= 1 && v.limits(n, e.to):
		return &signal{string(schema.Narrowed), 3.4, quote}
	case len(b) <= 1 && v.limits(s, e.from) && !s.has("filler", e.from.Start, e.from.End):
		return &signal{string(schema.Expanded), 2.6, quote}
	case len(a) > 1 && len(b) > 1 && !whole && v.otherThing(s, e.from, n, e.to):
		return &signal{string(schema.Revised), 3.2, quote}
	}
	return nil
}

// clauseBreak is where the last clause begins that begins in a stretch, 0 if none does.
func clauseBreak(s *sentence, at lang.Span) int {
	for i := len(s.clauses) - 1; i > 0; i-- {
		if c := &s.clauses[i]; c.start > at.Start && c.start <= at.End && s.clauses[i-1].kind == purposeClause {
			return c.start
		}
	}
	return 0
}

var targetAt = newWordSet("を対象", "に対し", "に向けた", "に向けて", "を招", "を集め")

// inAct says whether i stands in a clause that acts, and not in what it is for or why.
func inAct(s *sentence, i int) bool {
	k := slices.IndexFunc(s.clauses, func(c clause) bool { return i < c.end })
	return k >= 0 && (s.clauses[k].kind == mainClause || s.clauses[k].kind == ifClause || s.wish(k))
}

func hasNumber(s *sentence, at lang.Span) bool {
	in := func(x lang.Span) bool { return x.Start < at.End && x.End > at.Start }
	return slices.ContainsFunc(s.quantities, func(q lang.Quantity) bool { return in(q.Span) }) || slices.ContainsFunc(s.dates, func(d lang.Date) bool { return in(d.Span) })
}

// trimQuantifierJa takes words that mean all of what follows off the front of a stretch.
func trimQuantifierJa(r []rune) []rune {
	for _, w := range []string{"全ての", "すべての", "全国の", "あらゆる", "各", "全"} {
		if hasRunes(r, 0, w) {
			return r[len([]rune(w)):]
		}
	}
	return r
}

// limits says whether a stretch is an attribute that tells which of those behind it are meant: a verb before a noun for people, bodies or places, of
// words that the other side does not know. How they are (適切な, 多様な) limits nothing.
func (v *view) limits(s *sentence, at lang.Span) bool {
	r := s.r[at.Start:at.End]
	if len(r) < 4 || at.End >= len(s.r) || !isWordJa(s.r[at.End]) || !endsWith(r, "た", "いる", "ある", "する", "ない", "いない", "える", "める", "れる") || slices.Contains(r, '、') {
		return false
	}
	end := at.End
	for end < len(s.r) && (isWordJa(s.r[end]) || s.r[end] == 'の' && !strings.ContainsRune(whomJaEnds, s.r[end-1])) && joinerJa(s.r, end) == 0 {
		end++
	}
	if !strings.ContainsRune(whomJaEnds, s.r[end-1]) || endsWith(r, "に関する", "に係る", "に対する", "に資する", "に基づく", "に必要な", "関係する", "に応じた", "を通じた", "を含めた", "を含む", "に向けた", "に関わる", "を担う", "を行う") {
		return false
	}
	set, text := v.planSet, v.planText
	if s.column == schema.Plan {
		set, text = v.nextSet, v.nextRow
	}
	share, any := v.knownIn(r, set, text)
	if !any || share > 0.34 {
		return false
	}
	results, resultText := gather(v.u.results)
	told, _ := v.knownIn(r, results, resultText)
	return told < 0.5
}

// otherThing says whether two stretches that stand for each other name different things: neither's last word is on the other side, nor anything much of
// it, and they have no meaning and hardly a letter in common.
func (v *view) otherThing(s *sentence, from lang.Span, n *sentence, to lang.Span) bool {
	a, b := headWord(s, from), headWord(n, to)
	if a.End-a.Start < 2 || b.End-b.Start < 2 || v.isNamed(s, a) || v.isNamed(n, b) || inQuotes(s.r, from.Start) || inQuotes(n.r, to.Start) || n.has("anaphor", to.Start, to.End) || leavesOpen(s.r[from.Start:from.End]) || leavesOpen(n.r[to.Start:to.End]) {
		return false
	}
	x, y := s.r[from.Start:from.End], n.r[to.Start:to.End]
	if isHira(x[len(x)-1]) != isHira(y[len(y)-1]) || strings.ContainsRune("っしいりきてで、", x[len(x)-1]) {
		return false // a verb for a noun: said in other words
	}
	gone, anyGone := v.knownIn(x, v.nextSet, v.nextRow)
	fresh, anyFresh := v.knownIn(y, v.planSet, v.planText)
	if fresh > 0.2 && fresh < 0.5 && !containsRunes(v.planText, n.r[b.End-2:b.End]) { // 高齢の運転者による事故を減らすため、運転技能の検査を実施する
		fresh, _ = v.knownIn(y, actsOf(v.planClauses()), nil)
	}
	if !anyGone || !anyFresh || gone > 0.2 || fresh > 0.2 || sharesHan(x, y) || alike(x[max(0, len(x)-8):], y[max(0, len(y)-8):]) {
		return false
	}
	results, resultText := gather(v.u.results)
	told, _ := v.knownIn(y, results, resultText)
	return told < 0.34
}

// alike says whether two stretches have a meaning in common.
func alike(a, b []rune) bool {
	there := kinOf(b)
	return slices.ContainsFunc(kinOf(a), func(k string) bool { return slices.Contains(there, k) })
}

// otherEnd says whether two sentences that promise the same in their first clauses end in acts that have nothing to do with each other: 「企業を表彰し、
// 事例を冊子にまとめて配布する」, 「企業を表彰し、担当者を講師とする勉強会を催す」.
func (v *view) otherEnd(s, n *sentence) *signal {
	k, j := len(s.clauses)-1, len(n.clauses)-1
	if k < 1 || j < 1 {
		return nil
	}
	a, b := &s.clauses[k], &n.clauses[j]
	p, q := &s.clauses[k-1], &n.clauses[j-1]
	if a.kind != mainClause || b.kind != mainClause || p.kind != mainClause || q.kind != mainClause || p.end-p.start < 8 || !endsIn(n.r[q.start:q.end], string(s.r[max(p.start, p.end-14):p.end])) {
		return nil
	}
	if len(a.own) < 3 || len(b.own) < 3 || overlap(a.own, v.nextSet, nil) > 0.2*float64(len(a.own)) || overlap(b.own, v.planSet, nil) > 0.2*float64(len(b.own)) || n.tends(b) || v.keepsUp(n, b) {
		return nil
	}
	if x, y := s.r[a.start:a.end], n.r[b.start:b.end]; alike(x, y) || leavesOpen(x) || leavesOpen(y) || endsWith(trimMarks(y), "を図る", "に資する", "につなげる", "に努める", "を目指す", "に寄与する", "を促す") || endsWith(trimMarks(x), "を図る", "に資する", "につなげる", "に努める", "を目指す", "に寄与する", "を促す") {
		return nil
	}
	return &signal{string(schema.Revised), 3, n.quote(b.start, b.end)}
}

// leavesOpen says whether a stretch stands for more than it names, or for a part of what is named before it.
func leavesOpen(r []rune) bool {
	for _, w := range []string{"等", "など", "その他", "のうち", "所要", "のみ", "だけ", "一部", "必要"} {
		if containsRunes(r, []rune(w)) {
			return true
		}
	}
	return false
}

// behindParticle leaves the particle with which a stretch begins before it.
func behindParticle(r []rune, at lang.Span) lang.Span {
	if at.End-at.Start > 1 && strings.ContainsRune("のにをでがは、", r[at.Start]) && at.Start > 0 && isWordJa(r[at.Start-1]) {
		at.Start++
	}
	return at
}

// actsOf are the features of promises, without what they are for.
func actsOf(parts []part) []uint64 {
	var out []uint64
	for _, p := range parts {
		out = append(out, p.clause().own...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// headWord is the last word of a stretch.
func headWord(s *sentence, at lang.Span) lang.Span {
	end := at.End
	for end > at.Start && !isWordJa(s.r[end-1]) {
		end--
	}
	start := end
	for start > at.Start && isWordJa(s.r[start-1]) {
		start--
	}
	for end < len(s.r) && end == at.End && isWordJa(s.r[end]) { // its end may be the same on both sides
		end++
		at.End++
	}
	return lang.Span{Start: start, End: end}
}

// inQuotes says whether i stands in a name in 「」.
func inQuotes(r []rune, i int) bool {
	before := string(r[max(0, i-60):i])
	return strings.LastIndex(before, "「") > strings.LastIndex(before, "」")
}

// leaveOthers takes the sentences of other ministries' blocks out of what the next plan of a commitment is asked for: what stands there is theirs.
func (v *view) leaveOthers(next []*sentence) {
	if v.rd.lang.Code != "ja" || len(v.u.by) == 0 || len(v.u.next) == 0 {
		return
	}
	others := func(n *sentence) bool { return disjointBy(v.u.by, n.by) && !slices.Contains(v.u.next, n) }
	if !slices.ContainsFunc(next, others) {
		return
	}
	own := slices.DeleteFunc(slices.Clone(next), others)
	v.nextSet, v.nextRow = gather(own)
	v.nextOwn = gatherOwn(own)
}

// sameMeanings says whether the next plan does all that the plan does, by words of the same meaning.
func (v *view) sameMeanings() bool {
	if v.rd.lang.Code != "ja" {
		return false
	}
	acts := func(in []*sentence) []string {
		var out [][]rune
		for _, s := range in {
			out = append(out, s.actsText())
		}
		return kinOf(out...)
	}
	was, is := acts(v.u.plan), acts(v.u.next)
	return len(was) > 1 && !slices.ContainsFunc(was, func(k string) bool { return !slices.Contains(is, k) })
}

// otherAct says whether the next plan wants the same in the same words and does something else for it altogether: 「砂浜を保全するため、離岸堤を
// 築造する」, 「砂浜を保全するため、砂を運搬して浜に敷きならす」.
func (v *view) otherAct(s, n *sentence) *signal {
	var aim *clause
	for i := range s.clauses {
		if c := &s.clauses[i]; c.kind == purposeClause && c.end-c.start > 11 {
			k := max(c.start, c.end-11)
			if containsRunes(n.r, s.r[k:c.end]) {
				aim = c
			}
		}
	}
	if aim == nil {
		return nil
	}
	if found := v.otherVerb(s, n); found != nil {
		return found
	}
	var was, is []uint64
	for i := range s.clauses {
		if c := &s.clauses[i]; c.kind == mainClause {
			was = append(was, c.own...)
		}
	}
	at := -1
	for i := range n.clauses {
		if c := &n.clauses[i]; c.kind == mainClause {
			is, at = append(is, c.own...), i
		}
	}
	slices.Sort(was)
	slices.Sort(is)
	if at < 0 || len(was) < 3 || len(is) < 3 || overlap(is, v.planOwn, nil) > 0 || overlap(was, v.nextOwn, nil) > 0 || n.has("anaphor", 0, len(n.r)) || n.has("outcome", 0, len(n.r)) {
		return nil
	}
	does := kinOf(n.actsText())
	if slices.ContainsFunc(kinOf(s.actsText()), func(k string) bool { return slices.Contains(does, k) }) {
		return nil
	}
	c := &n.clauses[at]
	return &signal{string(schema.Revised), 3.2, n.quote(c.start, c.end)}
}

// otherVerb says whether the last clauses of two sentences that want the same do another thing with another thing: 「文書を送付させる」, 「費用の一部を給付させる」.
func (v *view) otherVerb(s, n *sentence) *signal {
	a, b := &s.clauses[len(s.clauses)-1], &n.clauses[len(n.clauses)-1]
	if a.kind != mainClause || b.kind != mainClause || a.object == "" || b.object == "" || len([]rune(a.verb)) < 2 || len([]rune(b.verb)) < 2 || n.tends(b) || v.keepsUp(n, b) || n.has("outcome", 0, len(n.r)) || n.has("anaphor", 0, len(n.r)) {
		return nil
	}
	for _, w := range []string{a.object, a.verb} {
		if containsRunes(v.nextRow, []rune(w)) {
			return nil
		}
	}
	for _, w := range []string{b.object, b.verb} {
		if containsRunes(v.planText, []rune(w)) {
			return nil
		}
	}
	if sharesHan([]rune(a.object), []rune(b.object)) || alike(s.doing(a), n.doing(b)) || s.has("filler", a.end-6, a.end) || s.isOutcome(a) || n.isOutcome(b) {
		return nil
	}
	return &signal{string(schema.Revised), 2.8, n.quote(b.start, b.end)}
}

// isOutcome says whether a clause says only what comes of an act: 「理解の促進を図る」.
func (s *sentence) isOutcome(c *clause) bool {
	return s.has("outcome-noun", max(c.start, c.end-12), c.end)
}

// doing is what a clause does with what: its object with the words before it, and its verb.
func (s *sentence) doing(c *clause) []rune {
	w := []rune(c.object)
	for i := c.end - len(w); i >= c.start; i-- {
		if startsAt(s.r, i, w) {
			return append(slices.Clone(s.r[max(c.start, i-6):i+len(w)]), []rune(c.verb)...)
		}
	}
	return []rune(c.object + c.verb)
}
