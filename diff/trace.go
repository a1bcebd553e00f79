package diff

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"

	"plandiff/diff/align"
	"plandiff/diff/pair"
	"plandiff/lang"
	"plandiff/schema"
)

// TraceOptions of Trace. The zero value is the default.
type TraceOptions struct {
	Options
	Links       []schema.Link // pins and forbids of the config; those of editions that are not traced are left aside
	Comparisons []*Comparison // of some of the editions, if they are there already
}

// Trace follows every item over the editions, oldest first: which item of the next edition it became, and what that alone
// can tell (see Thread and Step). Items of neighbouring editions are linked as plandiff/diff/pair says; an item that went away is
// looked for in later editions too, by a stricter measure.
//
// The errors are of editions with one id, of links that name an item or edition that is not there, and of cue files.
func Trace(editions []*schema.Edition, o TraceOptions) (*Lineage, error) {
	t := &tracer{editions: editions, options: o, given: map[*schema.Edition]*Comparison{}}
	for _, c := range o.Comparisons {
		t.given[c.Edition] = c
	}
	for i, e := range editions {
		if at := slices.IndexFunc(editions, func(x *schema.Edition) bool { return x.ID == e.ID }); at < i {
			return nil, fmt.Errorf("editions %d and %d both have the id %q: give one of them another", at+1, i+1, e.ID)
		}
		code := e.Language
		if code == "" {
			code = lang.Detect(sampleOf(e))
		}
		t.lang = append(t.lang, lang.Of(code))
		t.index, t.paths = append(t.index, newShelf(e)), append(t.paths, paths(e))
	}
	if err := t.ready(); err != nil {
		return nil, err
	}
	out := &Lineage{Editions: editions, IDs: []string{}, Threads: []Thread{}}
	for _, e := range editions {
		out.IDs = append(out.IDs, e.ID)
	}
	starts := t.starts()
	threads := make([]Thread, len(starts))
	var read memos
	align.Parallel(len(starts), o.Workers, func(i int) {
		own := *t
		own.memos, own.asked = map[*lang.Language]*memo{}, map[place]bool{}
		own.read = &read
		threads[i] = own.thread(starts[i])
		for _, m := range own.memos {
			read.back(m)
		}
	})
	out.Threads = append(out.Threads, threads...)
	return out, nil
}

// tracer holds what is known of the editions while they are traced.
type tracer struct {
	editions []*schema.Edition
	options  TraceOptions
	given    map[*schema.Edition]*Comparison
	lang     []*lang.Language
	index    []*shelf
	paths    [][]string    // of each edition: its sections by their titles
	links    []pair.Result // from edition k to k+1
	next     []map[int][]way
	back     []map[int][]way
	verdicts []*verdicts              // of each edition: what became of its items
	home     []map[int]int            // from edition k to k+1: the section that a section became
	read     *memos                   // to be had for a thread
	memos    map[*lang.Language]*memo // of the thread at hand
	asked    map[place]bool           // what became of which items the thread at hand has asked
}

// memo is what was read for the thread at hand in a language.
func (t *tracer) memo(l *lang.Language) *memo {
	if t.memos[l] == nil {
		t.memos[l] = t.read.take()
	}
	return t.memos[l]
}

// way is where a link leads.
type way struct {
	place
	score  float64
	reason string
}

// place is an item: its edition and its place in it.
type place struct{ edition, item int }

// shelf finds the items of an edition.
type shelf struct {
	items    []*schema.Item
	sections []int
	byID     map[string]int
}

func newShelf(e *schema.Edition) *shelf {
	s := &shelf{byID: map[string]int{}}
	for i := range e.Sections {
		for k := range e.Sections[i].Items {
			item := &e.Sections[i].Items[k]
			if _, twice := s.byID[item.ID]; !twice {
				s.byID[item.ID] = len(s.items)
			}
			s.items, s.sections = append(s.items, item), append(s.sections, i)
		}
	}
	return s
}

func (t *tracer) item(p place) *schema.Item { return t.index[p.edition].items[p.item] }

// ready links the items and readies what became of each within its edition: at the same time, unless an edition reprints no plan and takes it
// from the one before, along the links.
func (t *tracer) ready() error {
	var linked, compared error
	steps := []func(){func() { linked = t.link() }, func() { compared = t.compare() }}
	for k := range t.editions {
		if !t.reprints(k) {
			if steps[0](); linked != nil {
				return linked
			}
			steps = steps[1:]
			break
		}
	}
	align.AtOnce(t.options.Workers, steps...)
	return errors.Join(linked, compared)
}

// link links each edition to the next, then what went away to what came anew later.
func (t *tracer) link() error {
	pins, err := t.pins()
	if err != nil {
		return err
	}
	for range t.editions {
		t.next, t.back = append(t.next, map[int][]way{}), append(t.back, map[int][]way{})
	}
	for k := 0; k+1 < len(t.editions); k++ {
		r, err := pair.Items(t.editions[k], t.editions[k+1], pair.Options{Pins: pins[k], Workers: t.options.Workers})
		if err != nil {
			return err
		}
		t.links = append(t.links, *r)
		for _, l := range r.Links {
			t.join(place{k, l.From}, place{k + 1, l.To}, l.Score, l.Reason)
		}
		t.home = append(t.home, t.homes(k))
	}
	for gap := 2; gap < len(t.editions); gap++ {
		for k := 0; k+gap < len(t.editions); k++ {
			if err := t.over(k, k+gap); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tracer) join(a, b place, score float64, reason string) {
	t.next[a.edition][a.item] = append(t.next[a.edition][a.item], way{b, score, reason})
	t.back[b.edition][b.item] = append(t.back[b.edition][b.item], way{a, score, reason})
}

// sure is what a link over editions that do not have the item must reach: there is less to go by than between neighbours.
const sure = 0.8

// over links items of edition k that went away to items of edition m that came from nowhere.
func (t *tracer) over(k, m int) error {
	old, from := t.loose(k, t.next[k])
	new, to := t.loose(m, t.back[m])
	if len(from) == 0 || len(to) == 0 {
		return nil
	}
	r, err := pair.Items(old, new, pair.Options{Workers: t.options.Workers})
	if err != nil {
		return err
	}
	for _, l := range r.Links {
		if l.Score >= sure {
			t.join(place{k, from[l.From]}, place{m, to[l.To]}, l.Score, "")
		}
	}
	return nil
}

// loose is an edition with those items only that have no link; the numbers are their places in the whole.
func (t *tracer) loose(k int, linked map[int][]way) (*schema.Edition, []int) {
	e := *t.editions[k]
	e.Sections = slices.Clone(e.Sections)
	var places []int
	at := 0
	for s := range e.Sections {
		var items []schema.Item
		for _, item := range e.Sections[s].Items {
			if len(linked[at]) == 0 {
				items, places = append(items, item), append(places, at)
			}
			at++
		}
		e.Sections[s].Items = items
	}
	return &e, places
}

// pins sorts the links set by hand to the pairs of editions that they are between.
func (t *tracer) pins() ([][]pair.Pin, error) {
	out := make([][]pair.Pin, len(t.editions))
	edition := func(id string) int {
		return slices.IndexFunc(t.editions, func(e *schema.Edition) bool { return e.ID == id })
	}
	var wrong []error
	for _, l := range t.options.Links {
		from, to := edition(l.From.Edition), edition(l.To.Edition)
		if from < 0 || to < 0 {
			continue
		}
		fail := func(format string, args ...any) {
			at := ""
			if l.Pos.Line > 0 {
				at = fmt.Sprintf("%s:%d:%d: ", l.Pos.File, l.Pos.Line, l.Pos.Col)
			}
			wrong = append(wrong, fmt.Errorf("%shistory link: "+format, append([]any{at}, args...)...))
		}
		if to != from+1 {
			fail("%s and %s are not an edition and the one after it: link them year by year", l.From.Edition, l.To.Edition)
			continue
		}
		a, ok := t.index[from].byID[l.From.Item]
		b, too := t.index[to].byID[l.To.Item]
		if !ok {
			fail("edition %s has no item %q", l.From.Edition, l.From.Item)
		}
		if !too {
			fail("edition %s has no item %q", l.To.Edition, l.To.Item)
		}
		if l.Relation != "pin" && l.Relation != "forbid" {
			fail("relation %q: want pin or forbid", l.Relation)
		} else if ok && too {
			out[from] = append(out[from], pair.Pin{From: a, To: b, Forbid: l.Relation == "forbid", Reason: l.Reason})
		}
	}
	return out, errors.Join(wrong...)
}

// compare readies what Compare says of each item within its edition. Where an edition does not reprint last year's plan,
// the plan is taken from the edition before.
func (t *tracer) compare() error {
	cues := cueLoader(t.options.Cues)
	for k, e := range t.editions {
		v := &verdicts{options: t.options.Options}
		v.options.NoEdits = true // a history shows none
		filled, lent := t.withPlans(k)
		c := t.given[e]
		switch {
		case c != nil && !lent:
			v.changes = c.Changes
		case !lent && !t.reprints(k): // the oldest of editions that only say what comes next: all of it is new
			v.changes = make([]Change, len(t.index[k].items))
			for i, item := range t.index[k].items {
				v.changes[i] = Change{Item: item, Disposition: schema.New}
			}
		default:
			rd, c, err := begin(filled, t.options.Options, cues)
			if err != nil {
				return err
			}
			rd.brief = true
			v.reader, v.changes, v.once = rd, c.Changes, make([]sync.Once, len(c.Changes))
		}
		t.verdicts = append(t.verdicts, v)
	}
	return nil
}

// verdicts are the changes of an edition's items, each judged when it is first asked for: of the oldest edition, a thread
// often needs none.
type verdicts struct {
	changes []Change
	once    []sync.Once
	reader  *reader // nil if the changes are judged already
	options Options
}

func (t *tracer) change(p place) *Change {
	v := t.verdicts[p.edition]
	t.asked[p] = true
	if v.reader != nil {
		v.once[p.item].Do(func() { v.reader.at(t.memo(v.reader.lang)).change(&v.changes[p.item], v.options) })
	}
	return &v.changes[p.item]
}

// withPlans is edition k with the plans that it does not reprint taken from the edition before, where an item is linked.
func (t *tracer) withPlans(k int) (e *schema.Edition, lent bool) {
	copied, reprints := *t.editions[k], t.reprints(k)
	copied.Sections = slices.Clone(copied.Sections)
	at := 0
	for s := range copied.Sections {
		copied.Sections[s].Items = slices.Clone(copied.Sections[s].Items)
		for i := range copied.Sections[s].Items {
			if item := &copied.Sections[s].Items[i]; len(item.Plan) == 0 && !reprints {
				for _, w := range t.back[k][at] {
					item.Plan = append(slices.Clip(item.Plan), t.item(w.place).NextPlan...)
					lent = true
				}
			}
			at++
		}
	}
	return &copied, lent
}

// reprints says whether edition k has a column of last year's plan.
func (t *tracer) reprints(k int) bool {
	return slices.ContainsFunc(t.index[k].items, func(i *schema.Item) bool { return len(i.Plan) > 0 })
}

// starts are the items that come from nowhere, in the order of the editions: a thread begins with each.
func (t *tracer) starts() []place {
	var out []place
	for k := range t.editions {
		for i := range t.index[k].items {
			if len(t.back[k][i]) == 0 {
				out = append(out, place{k, i})
			}
		}
	}
	return out
}

func hundredths(x float64) float64 { return math.Round(x*100) / 100 }
