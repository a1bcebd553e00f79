package diff

import (
	"slices"
	"strings"

	"plandiff/lang"
	"plandiff/schema"
)

// Whether a body that the next plan puts in charge, or that does by the plan's verb what the plan promised, is another one than before.

// foreignTo says whether a body has nothing to do with an item until the next plan names it.
func foreignTo(item *schema.Item, name string) bool {
	if f := strings.Fields(name); len(f) > 0 && f[len(f)-1][0] >= 'a' { // churches of "sixty churches"
		name = f[len(f)-1]
	}
	for _, col := range [][]schema.Passage{item.Plan, item.Results} {
		for _, p := range col {
			if containsFold(p.Text, name) {
				return false
			}
		}
	}
	if !slices.Contains(item.Ministries, name) {
		return true
	}
	// a list of bodies may name the new one beside the old, who is named in the plan
	return slices.ContainsFunc(item.Ministries, func(o string) bool {
		return o != name && slices.ContainsFunc(item.Plan, func(p schema.Passage) bool { return strings.Contains(p.Text, o) })
	})
}

// takenByOther says whether a sentence that promises nothing tells of the only commitment of an item that another body does it now.
func (rd *reader) takenByOther(item *schema.Item, units []*unit, n *sentence) bool {
	if rd.lang.Code != "en" || n.promises || len(units) != 1 || len(item.Ministries) == 0 {
		return false
	}
	_, ok := n.newActorEn(item, verbClassesEn(units[0].plan))
	return ok
}

// containsFold says whether a text has a name, be it with other capitals.
func containsFold(text, name string) bool {
	return strings.Contains(text, name) || strings.Contains(strings.ToLower(text), strings.ToLower(name))
}

// chargesOther says whether a sentence puts a body in charge with which the item had nothing to do.
func (s *sentence) chargesOther(item *schema.Item) bool {
	raw := []rune(s.Text)
	for _, h := range s.hits {
		if h.cue == "in-charge" && h.end <= len(raw) && foreignTo(item, string(raw[h.start:h.end])) {
			return true
		}
	}
	return false
}

// newChargeEn finds that another body is in charge from now on, where nobody who acted before acts beside it.
func (v *view) newChargeEn() *found {
	if v.rd.lang.Code != "en" {
		return nil
	}
	for _, s := range v.u.next {
		if s.has("elsewhere", 0, len(s.r)) && s.has("merge", 0, len(s.r)) || s.has("undecided", 0, len(s.r)) || v.ownActsEn() {
			continue
		}
		if f := v.actsNowEn(s); f != nil {
			return f
		}
		if len(v.item.Ministries) > 0 || len(v.doers(v.u.plan)) > 0 {
			if m, ok := s.newActorEn(v.item, verbClassesEn(v.u.plan)); ok && !s.clauseAt(m.start).negated {
				return &found{s, s.clauseAt(m.start), hit{"in-charge", m.start, m.end}}
			}
		}
		if !s.chargesOther(v.item) {
			continue
		}
		for _, h := range s.hits {
			if c := s.clauseAt(h.start); h.cue == "in-charge" && c.kind != ifClause && c.kind != purposeClause && (!c.negated || containsRunes(s.r[c.start:h.start], []rune("but"))) {
				return &found{s, c, h}
			}
		}
	}
	return nil
}

// actsNowEn finds that a body with which the item had nothing to do acts in the present: "the Plant Health Agency, which now breeds the moths".
func (v *view) actsNowEn(s *sentence) *found {
	for _, m := range s.ministries {
		if !foreignTo(v.item, m.Text) {
			continue
		}
		w := s.words
		k := slices.IndexFunc(w, func(x wordEn) bool { return x.start >= m.Span.End })
		if k < 0 {
			continue
		}
		which := false
		if textAt(w, k) == "," {
			k++
		}
		for ; k < len(w) && (relativesEn[w[k].text] || w[k].text == "now" || w[k].text == "henceforth" || w[k].text == "also" || adverbEn(w[k].text)); k++ {
			which = which || w[k].text == "which" || w[k].text == "now"
		}
		if c := s.clauseAt(m.Span.Start); k < len(w) && c.kind != ifClause && strings.HasSuffix(w[k].text, "s") && (which && v.planHasVerb(lang.Stem(w[k].text)) || runsEn[w[k].text] && c.tense != planned && k > 0 && v.nothingElseEn(s)) {
			return &found{s, c, hit{"in-charge", m.Span.Start, w[k].end}}
		}
	}
	return nil
}

// nothingElseEn says whether the next plan promises nothing for a commitment in other sentences or clauses.
func (v *view) nothingElseEn(s *sentence) bool {
	return !slices.ContainsFunc(v.plannedParts(), func(p part) bool { return v.planHasVerb(p.clause().verb) })
}

// newActorEn finds that a body with which the item had nothing to do is said to do what the plan promised, by the plan's verb: "Parishes will clear their own stretches", "are to be cleared
// by the Pilgrims' Society". Who acts in the plan must be named there.
func (s *sentence) newActorEn(item *schema.Item, verbs []string) (bodyAt, bool) {
	raw := []rune(s.Text)
	acts := func(x wordEn) bool { return slices.Contains(verbs, derivedEn(lang.Stem(x.text))) }
	for _, m := range s.bodiesIn(s.words) {
		w := s.words
		if m.end > len(raw) || !foreignTo(item, string(raw[m.start:m.end])) || s.clauseAt(m.start).kind == ifClause {
			continue
		}
		if m.a > 1 { // cleared by the Society
			p := m.a - 1
			for p > 0 && determinersEn[w[p].text] {
				p--
			}
			if w[p].text == "by" && p > 1 && acts(w[p-1]) && slices.ContainsFunc(w[max(0, p-4):p-1], func(x wordEn) bool { return beEn[x.text] }) {
				return m, true
			}
			if phraseEndsEn[w[p].text] && !relativesEn[w[p].text] && w[p].text != "as" && w[p].text != "so" {
				continue
			}
		}
		k := m.b
		for k < len(w) && k < m.b+4 && !finiteEn[w[k].text] && !acts(w[k]) { // along the Way
			k++
		}
		if t := textAt(w, k); (t == "does" || t == "do") && (textAt(w, k+1) == "so" || textAt(w, k+1) == "it" || textAt(w, k+1) == "this") {
			return m, true // the Society does so instead
		}
		if k >= len(w) || w[k].text == "may" || w[k].text == "can" || !finiteEn[w[k].text] {
			continue
		}
		for j := k + 1; j < len(w) && j < k+5 && w[j].text != ","; j++ {
			if w[j].text == "have" && determinersEn[textAt(w, j+1)] || w[j].text == "be" || w[j].text == "been" || w[j].text == "help" || w[j].text == "assist" || w[j].text == "not" || w[j].text == "asked" {
				break
			}
			if acts(w[j]) {
				return m, true
			}
		}
	}
	return bodyAt{}, false
}

// verbsEn are the classes of the verbs that sentences promise.
func verbClassesEn(in []*sentence) []string {
	var out []string
	for _, s := range in {
		for i := range s.clauses {
			if c := &s.clauses[i]; c.kind == mainClause && c.verb != "" {
				out = append(out, derivedEn(c.verb))
			}
		}
	}
	return out
}

// ownActsEn says whether the next plan names as the one who acts somebody who acts in the plan, be it by the last word of the name: "will be run by the Inspectorate", "The Service
// will".
func (v *view) ownActsEn() bool {
	for _, m := range v.doers(v.u.plan) {
		f := strings.Fields(strings.ToLower(m.name))
		if len(f) == 0 {
			continue
		}
		head := f[len(f)-1]
		if k := slices.IndexFunc(f, func(x string) bool { return x == "of" || x == "for" }); k > 0 {
			head = f[k-1]
		}
		for _, s := range v.u.next {
			w := s.words
			for k := 1; k < len(w); k++ {
				if w[k].text != head || w[k-1].text != "the" && w[k-1].text != f[max(0, len(f)-2)] {
					continue
				}
				if slices.ContainsFunc(s.ministries, func(o lang.Mention) bool {
					return o.Span.Start < w[k].end && o.Span.End > w[k].start && o.Name != m.name
				}) {
					continue
				}
				from := k
				for from > 0 && w[from].text != "the" {
					from--
				}
				if modalsEn[textAt(w, k+1)] || textAt(w, from-1) == "by" && textAt(w, from-2) != "longer" && textAt(w, from-2) != "not" {
					return true
				}
			}
		}
	}
	return false
}

// runByOther says whether a sentence that promises nothing opens its predicate with what a body, with which the item had nothing to do, runs.
func (s *sentence) runByOther(item *schema.Item) bool {
	return !s.promises && slices.ContainsFunc(s.ministries, func(m lang.Mention) bool {
		k := slices.IndexFunc(s.words, func(x wordEn) bool { return x.start >= m.Span.End })
		for k > 0 && k < len(s.words) && (s.words[k].text == "now" || s.words[k].text == "," || s.words[k].text == "which") {
			k++
		}
		return k > 0 && runsEn[textAt(s.words, k)] && foreignTo(item, m.Text)
	})
}
