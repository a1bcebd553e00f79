package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// ministryIn says whether a stretch of a sentence names a ministry.
func ministryIn(s *sentence, at lang.Span) bool {
	return slices.ContainsFunc(s.ministries, func(m lang.Mention) bool { return m.Span.Start < at.End && m.Span.End > at.Start })
}

// ministriesOnly says whether a list is of ministries: those are facts, not scope.
func (v *view) ministriesOnly(s *sentence, l series) bool {
	n := 0
	for _, m := range s.ministries {
		if m.Span.Start >= l.start && m.Span.End <= l.end+2 {
			n++
		}
	}
	return n >= len(l.members)
}

// inPromise says whether a list stands in a clause that promises, and not in why or when.
func inPromise(s *sentence, l series) bool {
	return s.clauses[l.clause].kind == mainClause || s.wish(l.clause)
}

// whomJa says whether a list that stands in a purpose tells for whom it is: 「公立及び私立の幼稚園における誤りを減らすため、」, where the next plan names the noun that the
// list describes as the one to which something is done.
func (v *view) whomJa(s *sentence, l series) bool {
	last := l.members[len(l.members)-1]
	core := v.g.core(s.r, last, true)
	if s.words != nil || s.clauses[l.clause].kind != purposeClause || core.End >= last.End || s.r[core.End] != 'の' {
		return false
	}
	head, end := nounAfterJa(s.r, core.End)
	if end-head < 2 {
		return false
	}
	for _, p := range v.plannedParts() {
		c, r := p.clause(), p.s.r
		for i := c.start; i < c.end; i++ {
			if startsAt(r, i, s.r[head:end]) && (hasRunes(r, i+end-head, "に対し") || hasRunes(r, i+end-head, "を対象") || hasRunes(r, i+end-head, "に")) {
				return true
			}
		}
	}
	return false
}

// wish says whether a clause tells what others are to do with the help of the clause behind it: 「調査を終えるよう、管理者を支援する」.
func (s *sentence) wish(i int) bool {
	c := &s.clauses[i]
	if c.kind != purposeClause || i+1 >= len(s.clauses) || !endsWith(trimMarks(s.r[c.start:c.end]), "よう", "ように") {
		return false
	}
	next := &s.clauses[i+1]
	for _, w := range []string{"支援", "補助", "助成", "要請", "求め", "働き", "促", "指導", "助言", "依頼", "呼び掛け", "呼びかけ", "交付", "費用", "研修", "講習", "訓練", "講座", "講義", "教室", "演習", "実習", "養成", "教え", "説明会", "教材"} {
		if containsRunes(s.r[next.start:next.end], []rune(w)) {
			return true
		}
	}
	return false
}

func listGrown(v *view) []signal {
	var out []signal
	for _, p := range append(v.plannedParts(), wishesIn(v.u.next)...) {
		for _, l := range p.s.lists {
			if l.clause != p.c || v.ministriesOnly(p.s, l) || v.daysOnlyEn(p.s, l) {
				continue
			}
			kept, fresh := v.counterpart(p.s, l, v.planOwn, v.planText)
			fresh = v.trulyFreshEn(p.s, fresh)
			if v.rd.lang.Code == "ja" {
				fresh = slices.DeleteFunc(fresh, func(m lang.Span) bool { return v.onlySome(p.s, m) || v.kindOfMember(p.s, m) })
			}
			if len(fresh) > 0 && len(kept) >= len(fresh) && v.actsCountedEn(p.s, l.members) {
				continue
			}
			if len(kept) == 0 || len(fresh) == 0 || v.onlyOthersEn(p.s, kept) || v.aimsOnly(p.s, kept) {
				continue
			}
			lost := false
			for _, s := range v.u.plan {
				for _, o := range s.lists {
					k, m := v.counterpart(s, o, v.nextOwn, v.nextRow)
					if len(m) > 0 && len(k) > 0 && !l.open && v.sharesMember(s, k, p.s, kept) {
						lost = true
					}
				}
			}
			if v.wasWhole(p.s, kept) {
				continue // 全ての職員 → A級以上の職員及びB採用の職員 names some of them
			}
			weight := 4.5
			if v.rd.lang.Code == "en" {
				weight = v.growthEn(p, fresh)
			}
			if l.acts && !costsOf(p.s, l) && !topicsOf(p.s, l) {
				weight = 1.8
			} else if l.light && v.actsPlanned() >= len(l.members) {
				weight = 1.2 // the acts of the plan, named in one breath: 面接会を開くとともに訓練を行う, 面接会の開催及び訓練に取り組む
			} else if !v.framed(p.s, l, kept, v.u.plan) {
				weight = 2.2
			}
			if openIn(v.u.plan, p.s, kept) || v.openListHas(v.u.plan, p.s, kept) { // 病院等 may have meant what is named now
				if weight = 3; l.open {
					weight = 1.6
				}
				if v.inResults(p.s, fresh) {
					weight = 0.5
				}
			}
			if v.asMany(l, p.s, kept, v.u.plan) {
				weight = min(weight, 1.6) // others stand for what is gone
			}
			label := schema.Expanded
			if lost {
				if label = schema.Revised; v.rd.lang.Code != "en" {
					weight -= 2
				}
			}
			out = append(out, signal{string(label), weight, p.s.quote(l.start, l.end)})
		}
	}
	if ev, ok := v.countedJa(v.planClauses(), v.plannedParts(), 1); ok {
		out = append(out, signal{string(schema.Expanded), 4, ev})
	}
	if ev, w := v.joined(v.plannedParts(), v.u.plan, v.planOwn, v.planText); w > 0 {
		out = append(out, signal{string(schema.Expanded), w, ev})
	}
	return best(out)
}

// actsPlanned is how many acts the plan promises in Japanese.
func (v *view) actsPlanned() int {
	if v.rd.lang.Code != "ja" {
		return 0
	}
	return len(v.planClauses())
}

// sharesMember says whether two lists have a kept member in common.
func (v *view) sharesMember(a *sentence, as []lang.Span, b *sentence, bs []lang.Span) bool {
	for _, x := range as {
		fx := v.rd.featuresOf(a.r[x.Start:x.End])
		for _, y := range bs {
			if overlap(fx, v.rd.featuresOf(b.r[y.Start:y.End]), nil) > 0 {
				return true
			}
		}
	}
	return false
}

func listShrunk(v *view) []signal {
	if len(v.plannedParts()) == 0 || v.onlyTheRest(v.plannedParts()) {
		return nil
	}
	var out []signal
	for _, s := range v.u.plan {
		for _, l := range s.lists {
			if l.acts || s.joins || !inPromise(s, l) && !v.whomJa(s, l) && !v.occasionJa(s, l) || v.ministriesOnly(s, l) || v.named(s, l.start) || v.aimListEn(s, l) || v.enumeratesEn(s, l) || v.daysOnlyEn(s, l) {
				continue // details and what a name stands for may go without saying
			}
			kept, lost := v.onlyWhyJa(s)(v.counterpart(s, l, v.nextOwn, v.nextRow))
			kept, lost = v.leftOutEn(s, kept, lost)
			if len(kept) == 0 || len(lost) == 0 || v.onlyOthersEn(s, kept) || v.wholePairEn(s, l, v.u.next) || openIn(v.u.next, s, kept) || l.open && openIn(v.u.next, s, l.whole(kept)) || v.openListHas(v.u.next, s, kept) || v.spanned(s, l) {
				continue
			}
			weight := 1 + 4.5*v.retainedBut(v.featuresIn(s, lost))
			if move, _ := v.stageMove(); move != 0 || !v.framed(s, l, kept, v.u.next) {
				weight = min(weight, 1.8)
			}
			if !inPromise(s, l) {
				weight = min(weight, 3)
			}
			if l.open && !headOpen(s.r, l) {
				weight -= 1
			}
			if v.asMany(l, s, kept, v.u.next) {
				weight = min(weight, 1.2) // another one stands for what is gone
			}
			label := schema.Narrowed
			if v.exchangedEn(s, kept) {
				label = schema.Revised
			}
			out = append(out, signal{string(label), weight, s.quote(l.start, l.end)})
		}
	}
	if ev, ok := v.actGoneEn(); ok {
		out = append(out, signal{string(schema.Narrowed), 3, ev})
	}
	if ev, ok := v.countedJa(v.planClauses(), v.plannedParts(), -1); ok {
		out = append(out, signal{string(schema.Narrowed), 4, ev})
	}
	if ev, w := v.joined(v.planClauses(), v.u.next, v.nextOwn, v.nextRow); w > 0 {
		out = append(out, signal{string(schema.Narrowed), w - 3 + 3*v.retained(), ev})
	}
	if ev, ok := v.reachesTo(v.planClauses(), v.nextSet, v.nextRow); ok && v.retained() > 0.4 {
		out = append(out, signal{string(schema.Narrowed), 3.4, ev})
	}
	if ev, ok := v.actLeftOutEn(); ok {
		out = append(out, signal{string(schema.Narrowed), 3, ev})
	}
	if ev, ok := v.actOfListGone(); ok {
		out = append(out, signal{string(schema.Narrowed), 2.8, ev})
	}
	if ev, ok := v.actDropped(); ok {
		out = append(out, signal{string(schema.Narrowed), 2.9, ev})
	}
	if ev, ok := v.actsLostEn(); ok {
		out = append(out, signal{string(schema.Narrowed), 3.2, ev})
	}
	return best(out)
}

// framed says whether a kept member of a list stands in the other column in the same place, before or after the same words:
// a word that is met again somewhere else is not the member that was kept.
func (v *view) framed(s *sentence, l series, kept []lang.Span, other []*sentence) bool {
	if v.rd.lang.Code == "en" {
		return true
	}
	const reach = 12
	around := func(s *sentence, start, end int) (before, after []uint64) {
		start = max(0, start) // a member may stand nearer to the beginning than its length
		return v.rd.featuresOf(s.r[max(0, start-reach):start]), v.rd.featuresOf(s.r[end:min(len(s.r), end+reach)])
	}
	last := v.g.core(s.r, l.members[len(l.members)-1], true)
	before, after := around(s, l.start, last.End)
	_, behind := around(s, l.start, l.end)
	for _, o := range other {
		was := -1
		for _, m := range kept {
			w := s.r[max(m.Start, m.End-4):m.End]
			for i := range o.r {
				if !startsAt(o.r, i, w) {
					continue
				}
				if was >= 0 && i != was && i-was < 2*reach && was-i < 2*reach {
					return true // a list there too
				}
				was = i
				b, a := around(o, i-(m.End-m.Start-len(w)), i+len(w))
				if overlap(before, b, nil) > 0 || overlap(after, a, nil) > 0 || overlap(behind, a, nil) > 0 {
					return true
				}
				if n := overlap(before, a, nil); n > 1 && strings.ContainsRune("でに", s.r[min(len(s.r)-1, l.end)]) && hasRunes(o.r, i+len(w), "における") || n > 1 && hasRunes(s.r, l.end, "における") && i+len(w) < len(o.r) && strings.ContainsRune("でに", o.r[i+len(w)]) {
					return true // 「展示会を欧州及び北米で開催する」, 「北米における展示会を開く」
				}
				if overlap(behind, b, nil) > 1 && strings.ContainsRune("るた", o.r[max(0, i-(m.End-m.Start-len(w))-1)]) {
					return true // 「旅客船及び貨物船の燃料を水素に置き換える」, 「燃料を水素に置き換える旅客船」
				}
			}
		}
	}
	return false
}

// featuresIn are the features of stretches of a sentence, sorted, each once.
func (v *view) featuresIn(s *sentence, in []lang.Span) []uint64 {
	var out []uint64
	for _, m := range in {
		out = append(out, v.rd.featuresOf(s.r[m.Start:m.End])...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// retained is the share of the plan's words that the next plan repeats: a condensed sentence loses words without meaning it.
// It is asked of by many rules.
func (v *view) retained() float64 {
	if !v.keptAsked {
		v.keptAsked, v.kept = true, v.retainedBut(nil)
	}
	return v.kept
}

// retainedBut is retained, a stretch of the plan aside of which it is known that it is gone.
func (v *view) retainedBut(gone []uint64) float64 {
	all, in := 0.0, 0.0
	for _, s := range v.u.plan {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind == mainClause {
				all += overlap(c.own, c.own, v.rd)
				in += overlap(c.own, v.nextSet, v.rd)
				for _, f := range gone {
					if _, here := slices.BinarySearch(c.own, f); here {
						if _, there := slices.BinarySearch(v.nextSet, f); !there {
							all -= v.rd.weightOf(f)
						}
					}
				}
			}
		}
	}
	if all <= 0 {
		return 0
	}
	return in / all
}

// wasWhole says whether the plan meant all of what a kept member names.
func (v *view) wasWhole(s *sentence, kept []lang.Span) bool {
	for _, h := range v.universals(v.planClauses()) {
		for _, m := range kept {
			if w := h.word(); string(h.s.r[h.quantifier.Start:h.quantifier.End]) != "各" && (m.End-m.Start > h.noun.End-h.noun.Start || m.Start > 0 && s.r[m.Start-1] == 'の' && !hasRunes(s.r, m.Start-(h.quantifier.End-h.quantifier.Start), string(h.s.r[h.quantifier.Start:h.quantifier.End]))) && strings.HasSuffix(string(s.r[m.Start:m.End]), w) {
				return true
			}
		}
	}
	return false
}

// openIn says whether a member that both sides have stands before 等 in these sentences: 病院等 may have meant, or may still mean, the
// members that only the other side names.
func openIn(in []*sentence, s *sentence, kept []lang.Span) bool {
	for _, m := range kept {
		end := s.r[max(m.Start, m.End-2):m.End]
		for _, o := range in {
			for i := range o.r {
				if startsAt(o.r, i, end) && opensAt(o.r, i+len(end)) {
					return true
				}
			}
		}
	}
	return false
}

// whole are the members of a list of which some parts are given.
func (l series) whole(parts []lang.Span) []lang.Span {
	var out []lang.Span
	for _, m := range l.members {
		for _, p := range parts {
			if m.Start <= p.Start && p.End <= m.End {
				out = append(out, m)
			}
		}
	}
	return out
}

// opensAt says whether words stand at i that make what is before them an example of more.
func opensAt(r []rune, i int) bool {
	return hasRunes(r, i, "等") || hasRunes(r, i, "など") || hasRunes(r, i, "その他") || hasRunes(r, i, "をはじめ") || hasRunes(r, i, "を始め") || hasRunes(r, i, "といった")
}

// inResults says whether the results speak of one of these members already.
func (v *view) inResults(s *sentence, fresh []lang.Span) bool {
	set, text := gather(v.u.results)
	for _, m := range fresh {
		if share, any := v.knownIn(s.r[m.Start:m.End], set, text); any && share >= 0.6 {
			return true
		}
	}
	return false
}

// named says whether what stands at i in a plan sentence is the description of a name behind it, 「…」 or 以下「…」という,
// that the next plan uses in its place.
func (v *view) named(s *sentence, i int) bool {
	for k := i; k < len(s.r); k++ {
		if end := s.clauseAt(i); k >= end.end {
			break
		}
		if s.r[k] == '、' && k > 0 && !isWordJa(s.r[k-1]) && s.r[k-1] != '等' {
			break // the description ends before the name begins
		}
		if s.r[k] != '「' {
			continue
		}
		end := k + 1
		for end < len(s.r) && s.r[end] != '」' {
			end++
		}
		if name := s.r[k+1 : end]; len(name) >= 2 && containsRunes(v.nextRow, name) {
			return true
		}
	}
	return false
}

// openListHas says whether a list with 等 among sentences names one of these members.
func (v *view) openListHas(in []*sentence, s *sentence, kept []lang.Span) bool {
	if v.rd.lang.Code == "en" {
		return false
	}
	for _, m := range kept {
		w := s.r[max(m.Start, m.End-4):m.End]
		for _, o := range in {
			for _, l := range o.lists {
				if l.open && containsRunes(o.r[l.start:l.end], w) {
					return true
				}
			}
		}
	}
	return false
}

// spanned says whether the next plan names a list by its ends: 「発掘、取得及び活用」 as 「発掘から活用まで」.
func (v *view) spanned(s *sentence, l series) bool {
	if v.rd.lang.Code == "en" {
		return false
	}
	first := v.g.core(s.r, l.members[0], false)
	for _, n := range v.u.next {
		for i := range n.r {
			if !hasRunes(n.r, i, "から") || i < 2 || !startsAt(n.r, i-2, s.r[first.End-min(2, first.End-first.Start):first.End]) {
				continue
			}
			for j := i; j < min(len(n.r), i+24); j++ {
				if hasRunes(n.r, j, "まで") || hasRunes(n.r, j, "に至る") {
					return true
				}
			}
		}
	}
	return false
}

// best keeps the strongest signal of a rule: one rule speaks once for a commitment.
func best(in []signal) []signal {
	if len(in) < 2 {
		return in
	}
	b := in[0]
	for _, s := range in[1:] {
		if s.weight > b.weight {
			b = s
		}
	}
	return []signal{b}
}
