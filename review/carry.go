package review

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/schema"
)

// Carried is what became of one annotation on its way to the next edition.
type Carried struct {
	Was schema.Annotation
	Now schema.Annotation // in the next edition; its state says what became of it
	Why string            // it needs a second look or has no home; "" where it stands as it did
}

// Kept says whether the annotation stands in the next edition as it did in the last.
func (c Carried) Kept() bool { return c.Why == "" }

// Carry takes the annotations of one edition to the next, or of a draft to the final text. l is the lineage of these two
// editions, older first. The annotations of other editions are left aside; of those of this one, every one comes back, in
// the order of the file:
//
//   - as it was, where the item's texts (for words without a verdict: the words and what stands around them) are the same;
//   - needs-recheck, where the text under it changed; its digest stays that of the text that was judged;
//   - orphaned, where no item follows for sure, or the words stand in none that does. It keeps the old item's id.
//
// What was rejected or superseded stays so. Carry invents ids that taken does not know.
func Carry(r *schema.Reviews, from, to *diff.Comparison, l *diff.Lineage, taken func(id string) bool) ([]Carried, error) {
	if len(l.IDs) != 2 {
		return nil, errors.New("carry goes from one edition to the next: trace these two and no more")
	}
	c := carrier{from: index(from), to: index(to), next: map[string]following{}, reads: map[string][]string{}}
	for _, t := range l.Threads {
		c.follow(t, l.IDs[0], l.IDs[1])
	}
	for i := range to.Changes {
		ch := &to.Changes[i]
		c.reads[ch.Digest] = append(c.reads[ch.Digest], ch.Item.ID)
	}
	used := map[string]bool{}
	var out []Carried
	for _, a := range r.Annotations {
		if a.Edition != from.Edition.ID {
			continue
		}
		now, why := c.carry(a)
		now.Edition = to.Edition.ID
		now.ID = NewID(now, func(id string) bool { return used[id] || taken(id) })
		used[now.ID] = true
		out = append(out, Carried{a, now, why})
	}
	return out, nil
}

// AlreadyCarried says whether the file holds the annotation that a became: carrying twice must not undo what was judged
// since.
func AlreadyCarried(r *schema.Reviews, a schema.Annotation, to string) bool {
	return slices.ContainsFunc(r.Annotations, func(b schema.Annotation) bool {
		if len(b.Carried) == 0 || b.Edition != to {
			return false
		}
		o := b.Carried[len(b.Carried)-1]
		return o.ID == a.ID && o.Edition == a.Edition && o.Item == a.Item
	})
}

// carrier knows the two editions.
type carrier struct {
	from, to map[string]*diff.Change
	next     map[string]following
	reads    map[string][]string // digest → items of the next edition that read so
}

// following is what the lineage says comes after an item.
type following struct {
	items    []string
	relation diff.Relation
	score    float64
	runnerUp string
}

func index(c *diff.Comparison) map[string]*diff.Change {
	out := map[string]*diff.Change{}
	for i := range c.Changes {
		if ch := &c.Changes[i]; out[ch.Item.ID] == nil {
			out[ch.Item.ID] = ch
		}
	}
	return out
}

func (c *carrier) follow(t diff.Thread, from, to string) {
	var before, after []string
	for _, s := range t.Stops {
		switch s.Edition {
		case from:
			before = s.Items
		case to:
			after = s.Items
		}
	}
	i := slices.IndexFunc(t.Steps, func(s diff.Step) bool { return s.From == from && s.To == to })
	if i < 0 || len(after) == 0 {
		return
	}
	step := t.Steps[i]
	for _, id := range before {
		f := c.next[id]
		for _, n := range after {
			if !slices.Contains(f.items, n) {
				f.items = append(f.items, n)
			}
		}
		f.relation, f.score, f.runnerUp = step.Relation, step.Score, step.RunnerUp
		c.next[id] = f
	}
}

// carry gives the annotation as it stands in the next edition, and why it does not stand as it did.
func (c *carrier) carry(a schema.Annotation) (now schema.Annotation, why string) {
	now = a
	origin := schema.Origin{ID: a.ID, Edition: a.Edition, Item: a.Item, Digest: a.Digest, State: a.State}
	defer func() {
		if a.Quote != nil && (now.Quote == nil || now.Quote.Exact != a.Quote.Exact) {
			origin.Quote = a.Quote.Exact
		}
		now.Carried = append(slices.Clone(a.Carried), origin)
	}()
	if a.State == schema.Orphaned {
		return now, "was orphaned before"
	}
	homes, score, why := c.homes(a)
	if len(homes) == 0 {
		now.State = schema.Orphaned
		return now, why
	}
	origin.Score = hundredths(score)
	home := homes[0]
	judged := cmp.Or(a.Digest, c.from[a.Item].Digest) // one written by hand without a digest is of the text as it is
	same := why == "" && home.Digest == judged
	if a.Quote != nil && !(same && stands(home.Item, a.Column, a.Quote)) {
		at, found, changed := c.words(a, homes)
		if found == nil {
			now.State, origin.Score = schema.Orphaned, hundredths(at.score)
			return now, changed
		}
		origin.Score = hundredths(at.score)
		now.Quote, home = at.quote, found
		if why == "" {
			why = changed
		}
		if changed == "" && !HasVerdict(a) {
			same = why == ""
		}
	}
	now.Item = home.Item.ID
	if same {
		now.Digest = home.Digest
		return now, ""
	}
	if why == "" {
		why = "the text changed"
	}
	if a.State != schema.Rejected && a.State != schema.Superseded {
		now.State = schema.NeedsRecheck
	}
	return now, why
}

// homes are the items that follow the annotation's own for sure, the likeliest first; none, and why. A why beside items
// says that the annotation must be looked at again, whatever the texts.
func (c *carrier) homes(a schema.Annotation) (homes []*diff.Change, score float64, why string) {
	was := c.from[a.Item]
	if was == nil {
		return nil, 0, fmt.Sprintf("edition %s has no item %s", a.Edition, a.Item)
	}
	f := c.next[a.Item]
	for _, id := range f.items {
		if ch := c.to[id]; ch != nil {
			homes = append(homes, ch)
		}
	}
	if len(homes) == 0 {
		if f.runnerUp != "" {
			return nil, 0, fmt.Sprintf("no item follows; the nearest is %s", f.runnerUp)
		}
		return nil, 0, "no item follows"
	}
	slices.SortStableFunc(homes, func(x, y *diff.Change) int {
		switch a, b := likeness(was.Item, x.Item), likeness(was.Item, y.Item); {
		case a > b:
			return -1
		case a < b:
			return 1
		}
		return 0
	})
	best := homes[0]
	if len(homes) == 1 && best.Digest == was.Digest {
		if twins := c.reads[best.Digest]; len(twins) > 1 {
			return homes, 1, fmt.Sprintf("items %s read the same", strings.Join(twins, ", "))
		}
		if a.Digest != "" && a.Digest != was.Digest {
			return homes, 1, "the text was changed after it was judged"
		}
		return homes, 1, ""
	}
	if f.score < sameWords {
		return nil, 0, fmt.Sprintf("item %s may follow, but the link is weak (%.2f, below %.2f)", best.Item.ID, f.score, sameWords)
	}
	rival := c.to[f.runnerUp]
	if len(homes) > 1 && a.Quote == nil {
		rival = homes[1]
	}
	if rival != nil && likeness(was.Item, best.Item)-likeness(was.Item, rival.Item) < margin {
		return nil, 0, fmt.Sprintf("items %s and %s are both too near to it", best.Item.ID, rival.Item.ID)
	}
	switch f.relation {
	case diff.SplitItem:
		return homes, f.score, "the item was split"
	case diff.MergedItem:
		return homes, f.score, "the item was merged with another"
	}
	return homes, f.score, ""
}

// words looks for the annotation's words in the same column of the homes. found is nil where they stand nowhere for sure;
// why then says so, else whether they changed.
func (c *carrier) words(a schema.Annotation, homes []*diff.Change) (at place, found *diff.Change, why string) {
	items := make([]*schema.Item, 0, len(homes))
	for _, h := range homes {
		items = append(items, h.Item)
	}
	best, next, ok := find(items, a.Column, a.Quote)
	switch {
	case !ok:
		return best, nil, fmt.Sprintf("item %s follows, but nothing in its %s is like the words %q", items[0].ID, a.Column, a.Quote.Exact)
	case best.score < sameWords:
		return best, nil, fmt.Sprintf("item %s follows, but its %s has only %q (%.2f alike) for %q", best.item.ID, a.Column, best.quote.Exact, best.score, a.Quote.Exact)
	case next.item != nil && best.rank()-next.rank() < margin:
		return best, nil, fmt.Sprintf("item %s follows, but the words %q fit two places of its %s", best.item.ID, a.Quote.Exact, a.Column)
	}
	found = homes[slices.Index(items, best.item)]
	switch {
	case best.score < 1:
		return best, found, "the words changed"
	case best.context < sameContext:
		return best, found, "the words stand in another sentence"
	}
	return best, found, ""
}

// likeness is how alike two items of neighbouring editions read: all their texts, or the older one's next plan and the
// newer one's plan, which ought to be one.
func likeness(old, now *schema.Item) float64 {
	all := func(it *schema.Item) string {
		var b strings.Builder
		for _, c := range schema.Columns() {
			b.WriteString(column(it, c))
		}
		return b.String()
	}
	return max(similarity(all(old), all(now)), similarity(column(old, schema.NextPlan), column(now, schema.Plan)))
}

func column(it *schema.Item, c schema.Column) string {
	var b strings.Builder
	for _, p := range it.Column(c) {
		b.WriteString(p.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

func hundredths(f float64) float64 { return float64(int(f*100+0.5)) / 100 }
