package diff

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"plandiff/diff/words"
	"plandiff/lang"
	"plandiff/schema"
)

// thread follows the item at start. What it splits into stays in one thread.
func (t *tracer) thread(start place) Thread {
	th := Thread{ID: t.editions[start.edition].ID + "/" + t.item(start).ID}
	if start.edition > 0 {
		th.Steps = append(th.Steps, Step{From: t.editions[start.edition-1].ID, To: t.editions[start.edition].ID, Relation: NewItem, Disposition: schema.New})
	}
	reached := map[int][]int{start.edition: {start.item}}
	var stops []stop
	for k := start.edition; k < len(t.editions); k++ {
		if len(reached[k]) == 0 {
			if last := stops[len(stops)-1]; last.edition == k-1 {
				th.Steps = append(th.Steps, t.drop(last, k))
			}
			continue
		}
		slices.Sort(reached[k])
		s := stop{k, slices.Compact(reached[k])}
		if len(stops) > 0 {
			th.Steps = append(th.Steps, t.step(stops[len(stops)-1], s))
		}
		stops = append(stops, s)
		out := Stop{Edition: t.editions[k].ID, Text: about(t.index[k].items[s.items[0]])}
		for _, i := range s.items {
			out.Items = append(out.Items, t.index[k].items[i].ID)
			for _, w := range t.next[k][i] {
				reached[w.edition] = append(reached[w.edition], w.item)
			}
		}
		th.Stops = append(th.Stops, out)
	}
	t.years(&th, stops)
	return th
}

// about is what an item is about, in a line: its title, else the beginning of its next plan, or of its plan.
func about(item *schema.Item) string {
	const long = 60
	for _, text := range []string{item.Title, joinPassages(item.NextPlan), joinPassages(item.Plan)} {
		b := make([]rune, 0, long)
		for word := range strings.FieldsSeq(text) {
			if len(b) > 0 {
				b = append(b, ' ')
			}
			for _, c := range word {
				if len(b) == long {
					return string(b) + "…"
				}
				b = append(b, c)
			}
		}
		if len(b) > 0 {
			return string(b)
		}
	}
	return ""
}

// stop is where a thread stands in an edition.
type stop struct {
	edition int
	items   []int
}

// drop is the step of a thread into an edition that has none of its items. The newer edition says nothing of it; the
// older one may have said that it was finished. If it did not, the item was dropped.
func (t *tracer) drop(last stop, to int) Step {
	s := Step{From: t.editions[last.edition].ID, To: t.editions[to].ID, Relation: DroppedItem, Disposition: schema.Dropped, RunnerUp: t.runnerUp(last)}
	for _, i := range last.items {
		switch d := t.change(place{last.edition, i}).Disposition; d {
		case schema.Completed, schema.Ended, schema.Discontinued, schema.Merged, schema.Split, schema.Moved:
			s.Disposition = d
		}
	}
	for _, l := range t.options.Links {
		if l.Relation == "forbid" && l.From.Edition == s.From && slices.ContainsFunc(last.items, func(i int) bool { return t.index[last.edition].items[i].ID == l.From.Item }) {
			s.Reason = l.Reason
		}
	}
	return s
}

func (t *tracer) runnerUp(at stop) string {
	if at.edition >= len(t.links) {
		return ""
	}
	for _, i := range at.items {
		if r := t.links[at.edition].RunnerUp[i]; r >= 0 {
			return t.index[at.edition+1].items[r].ID
		}
	}
	return ""
}

// step is the way of a thread from one stop to the next.
func (t *tracer) step(from, to stop) Step {
	s := Step{From: t.editions[from.edition].ID, To: t.editions[to.edition].ID, Relation: SameItem, Score: 1}
	if to.edition == from.edition+1 {
		s.RunnerUp = t.runnerUp(from)
	}
	split, merged := false, false
	var ways [][2]int
	for _, i := range from.items {
		n := 0
		for _, w := range t.next[from.edition][i] {
			if w.edition == to.edition {
				n++
				ways = append(ways, [2]int{i, w.item})
				s.Score = min(s.Score, hundredths(w.score))
				if w.reason != "" {
					s.Reason = w.reason
				}
			}
		}
		split = split || n > 1
	}
	before := stop{edition: from.edition} // all that the newer items come from
	for _, j := range to.items {
		n := 0
		for _, w := range t.back[to.edition][j] {
			if w.edition == from.edition {
				n++
				before.items = append(before.items, w.item)
			}
		}
		merged = merged || n > 1
	}
	switch {
	case split && (!merged || len(to.items) > len(from.items)):
		s.Relation = SplitItem
	case merged:
		s.Relation = MergedItem
	}
	var dispositions []schema.Disposition
	for _, j := range to.items {
		dispositions = append(dispositions, t.change(place{to.edition, j}).Disposition)
	}
	s.Disposition = ItemDisposition(dispositions)
	if s.Relation == SameItem {
		s.Facts = t.moved(from.edition, to.edition, ways)
	}
	s.Facts = append(s.Facts, t.ministryFacts(from, to, before, s.Relation)...)
	if s.Relation == SameItem {
		if s.QuoteEdits = t.altered(from, to); s.QuoteEdits != nil {
			s.Facts = append(s.Facts, schema.QuoteAltered)
		}
	}
	sortFacts(s.Facts)
	return s
}

// moved says whether an item got another label or went to another section.
func (t *tracer) moved(from, to int, ways [][2]int) (facts []schema.Fact) {
	renumbered, relocated := false, false
	for _, w := range ways {
		a, b := t.index[from], t.index[to]
		renumbered = renumbered || a.items[w[0]].Label != b.items[w[1]].Label
		if to == from+1 {
			relocated = relocated || t.home[from][a.sections[w[0]]] != b.sections[w[1]]
		} else {
			relocated = relocated || t.paths[from][a.sections[w[0]]] != t.paths[to][b.sections[w[1]]]
		}
	}
	if renumbered {
		facts = append(facts, schema.Renumbered)
	}
	if relocated {
		facts = append(facts, schema.Relocated)
	}
	return facts
}

// homes says for each section of edition k which one of the next it became: the one with the same titles; if there is none, the one that
// most of its items went to, unless that one was there before under its own title; -1 if the section is gone.
func (t *tracer) homes(k int) map[int]int {
	old, new := t.paths[k], t.paths[k+1]
	at := map[string]int{} // by titles; of several alike the first, unless one kept its id too
	for s := len(new) - 1; s >= 0; s-- {
		at[new[s]] = s
	}
	ids := map[string]int{}
	for s := range new {
		ids[t.editions[k+1].Sections[s].ID] = s
	}
	went := map[int]map[int]int{}
	for i := range t.index[k].items {
		for _, w := range t.next[k][i] {
			s := t.index[k].sections[i]
			if went[s] == nil {
				went[s] = map[int]int{}
			}
			went[s][t.index[k+1].sections[w.item]]++
		}
	}
	home := map[int]int{}
	for s, path := range old {
		to, same := at[path]
		if id, kept := ids[t.editions[k].Sections[s].ID]; kept && new[id] == path {
			to = id
		}
		if !same {
			to = -1
			for n := range new {
				if went[s][n] > 0 && (to < 0 || went[s][n] > went[s][to]) {
					to = n
				}
			}
			if to >= 0 && slices.Contains(old, new[to]) {
				to = -1
			}
		}
		home[s] = to
	}
	return home
}

// paths names each section by its titles from the top, or by its number where it has none.
func paths(e *schema.Edition) []string {
	at := map[string]int{}
	out := make([]string, len(e.Sections))
	for i, s := range e.Sections {
		name := bare(s.Title)
		if name == "" {
			name = s.ID
		}
		if up, ok := at[s.Parent]; ok && s.Parent != "" {
			name = out[up] + "\n" + name
		}
		out[i], at[s.ID] = name, i
	}
	return out
}

// ministryFacts says whether ministries joined or left. Where items split, one that any of the parts keeps did not leave;
// where they merge, one that came with another item did not join.
func (t *tracer) ministryFacts(from, to, before stop, r Relation) (facts []schema.Fact) {
	if r != MergedItem {
		before = from
	}
	was, is, all := t.ministries(from), t.ministries(to), t.ministries(before)
	if len(was) == 0 || len(is) == 0 {
		return nil // an edition that names none says nothing
	}
	if slices.ContainsFunc(is, func(m string) bool { return !hasMinistry(all, m) }) {
		facts = append(facts, schema.MinistryAdded)
	}
	if slices.ContainsFunc(was, func(m string) bool { return !hasMinistry(is, m) }) {
		facts = append(facts, schema.MinistryRemoved)
	}
	return facts
}

func (t *tracer) ministries(at stop) (out []string) {
	for _, i := range at.items {
		for _, m := range t.index[at.edition].items[i].Ministries {
			if !slices.Contains(out, m) {
				out = append(out, m)
			}
		}
	}
	return out
}

// hasMinistry says whether a ministry, or the one that it became or came from, is among those named.
func hasMinistry(names []string, name string) bool {
	a := lang.FindMinistry(name)
	return slices.ContainsFunc(names, func(other string) bool {
		if other == name || bare(other) == bare(name) {
			return true
		}
		b := lang.FindMinistry(other)
		return a != nil && b != nil && (a == b || slices.Contains(a.Successors, b.Name) || slices.Contains(b.Successors, a.Name))
	})
}

// altered returns how last year's plan differs from what last year's edition said, nil if it does not. Layout is no
// difference: white space, width, paragraphs and marks. Items that split or merge are not asked: their reprint cannot be a copy.
func (t *tracer) altered(from, to stop) []words.Edit {
	a, b := &t.editions[from.edition].Years, &t.editions[to.edition].Years
	if to.edition != from.edition+1 || a.NextPlan > 0 && b.Plan > 0 && a.NextPlan != b.Plan {
		return nil // the newer edition reprints another year's plan
	}
	l := t.lang[to.edition]
	said, reprinted := t.cells(from, schema.NextPlan), t.cells(to, schema.Plan)
	if len(said) == 0 || len(reprinted) == 0 || sameTexts(said, reprinted) || slices.Equal(t.bareSentences(l, said), t.bareSentences(l, reprinted)) {
		return nil
	}
	return words.Diff(l, joinPassages(said), joinPassages(reprinted))
}

func (t *tracer) cells(at stop, c schema.Column) (out []schema.Passage) {
	for _, i := range at.items {
		out = append(out, t.index[at.edition].items[i].Column(c)...)
	}
	return out
}

func sameTexts(a, b []schema.Passage) bool {
	return slices.EqualFunc(a, b, func(x, y schema.Passage) bool { return x.Text == y.Text })
}

func joinPassages(cell []schema.Passage) string {
	texts := make([]string, len(cell))
	for i, p := range cell {
		texts[i] = p.Text
	}
	return strings.Join(texts, "\n")
}

// bareSentences are the sentences of a cell without layout, sorted.
func (t *tracer) bareSentences(l *lang.Language, cell []schema.Passage) []string {
	var out []string
	for _, p := range cell {
		for _, s := range t.memo(l).cut(l, p.Text) {
			if b := bare(s.Text); b != "" {
				out = append(out, b)
			}
		}
	}
	slices.Sort(out)
	return out
}

// bare is a text without what only layout changes: white space, width, list marks, the kind of dash and comma.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '・', r == '•', r == '○':
			return -1
		case unicode.Is(unicode.Pd, r), r == '−':
			return '-'
		case r == '～', r == '〜', r == '~':
			return '~'
		case r == '，', r == '､':
			return '、'
		}
		return r
	}, norm.NFKC.String(s))
}
