package diff

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// A next plan that is the plan's own sentence but for a stretch of it was made by editing it. If the stretch is a list of nouns, what
// was taken out of the list, or put into it, tells more than any reading of the whole: nothing else has changed.

// joinsJa are what stands between the members of a list, the longer ones first.
var joinsJa = []string{"並びに", "若しくは", "ならびに", "または", "及び", "又は", "および", "、", "・", "や", "と"}

// membersEdited says what was taken out of a list of the plan (sign -1) or put into one (+1) where nothing else was touched.
func (v *view) membersEdited(sign int) []signal {
	if v.rd.lang.Code != "ja" || len(v.u.plan) != 1 || len(v.u.next) != 1 || v.verbatim() {
		return nil
	}
	plan, next := v.u.plan[0], v.u.next[0]
	a, b, ok := editedStretch(plan.r[goesOnAt(plan.r):], next.r[goesOnAt(next.r):])
	if !ok {
		return nil
	}
	was, is := membersOf(a), membersOf(b)
	s, gone := next, without(is, was)
	if sign < 0 {
		s, gone = plan, without(was, is)
	}
	if len(was) == 0 || len(is) == 0 || len(gone) == 0 || len(without(was, is)) > 0 && len(without(is, was)) > 0 {
		return nil // no list, nothing of that kind, or a member exchanged for another
	}
	for i := range s.r {
		if c := s.clauseAt(i); hasRunes(s.r, i, gone[0]) && c.kind == mainClause && (i == 0 || !isWordJa(s.r[i-1])) {
			label := schema.Expanded
			if sign < 0 {
				label = schema.Narrowed
			}
			return []signal{{string(label), 3.5, s.quote(i, i+len([]rune(gone[0])))}}
		}
	}
	return nil
}

// goesOnAt is where a sentence begins behind 「引き続き、」.
func goesOnAt(r []rune) int {
	for _, w := range []string{"引き続き、", "引続き、"} {
		if hasRunes(r, 0, w) {
			return len([]rune(w))
		}
	}
	return 0
}

// editedStretch is the one stretch in which two sentences differ, drawn out to whole words; not ok where it is more than a third of the one
// or the other.
func editedStretch(a, b []rune) (from, to []rune, ok bool) {
	n := min(len(a), len(b))
	head := 0
	for head < n && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < n-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	inWord := func(c rune) bool { return isWordJa(c) && !strings.ContainsRune("及並又若", c) }
	for head > 0 && inWord(a[head-1]) {
		head--
	}
	for tail > 0 && inWord(a[len(a)-tail]) {
		tail--
	}
	from, to = a[head:len(a)-tail], b[head:len(b)-tail]
	return from, to, 3*len(from) < len(a) && 3*len(to) < len(b)
}

// membersOf are the nouns of a stretch that is nothing but a list; none where it holds anything else, or 等 for what it leaves out.
func membersOf(r []rune) (out []string) {
	text := string(r)
	for _, w := range joinsJa {
		text = strings.ReplaceAll(text, w, "、")
	}
	for _, m := range strings.Split(text, "、") {
		word := []rune(m)
		if len(word) == 0 {
			continue
		}
		if slices.ContainsFunc(word, func(c rune) bool { return !isWordJa(c) || isHira(c) || c == '等' }) || len(word) < 2 {
			return nil
		}
		out = append(out, m)
	}
	return out
}

// without are the members of a list that another does not have.
func without(list, other []string) (out []string) {
	for _, m := range list {
		if !slices.Contains(other, m) {
			out = append(out, m)
		}
	}
	return out
}
