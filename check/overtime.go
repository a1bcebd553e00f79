package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/diff/words"
	"plandiff/schema"
)

// timeRules look at the edition and those before it, by the lineage. Without older editions they are silent.
var timeRules = []Rule{
	{ID: "item-dropped", Group: "over time", Level: Error, Needs: "older", find: itemDropped, Mirror: "completed-returns",
		Doc:    "An item of the edition before is not followed up: nothing in this edition reports on its plan, and the edition before did not say that it is finished.",
		Remedy: "Add the item with its results, or say what became of it."},
	{ID: "item-untraced", Group: "over time", Level: Warning, Needs: "older", find: itemUntraced, Waiver: "What can be told for sure is said by item-dropped.",
		Doc:    "An item of the edition before was not found again, and it cannot be told whether it was dropped: a new item reads much like it, or this edition has plans only and reports on nothing.",
		Remedy: "Pin the link under history: links: in .plandiff.yaml if it goes on there; if not, say what became of it."},
	{ID: "plan-altered", Group: "over time", Level: Warning, Needs: "older", find: planAltered, Waiver: "It compares both ways.",
		Doc:    "Last year's plan, as this edition reprints it, is not what last year's edition said. Layout, marks and white space are no difference; an item that last year's edition merged, split or moved has no reprint.",
		Remedy: "Reprint the plan word for word, or accept the finding with a reason."},
	{ID: "ministry-changed", Group: "over time", Level: Info, Needs: "older", find: ministriesChanged, Waiver: "It reports who left and who joined.",
		Doc:    "The ministries of an item are not those of the edition before. A ministry that took over another's tasks by law is no change.",
		Remedy: "Make sure that it is meant."},
	{ID: "item-renumbered", Group: "over time", Level: Info, Needs: "older", find: renumbered, Waiver: "It reports label and section.",
		Doc:    "An item has another label than in the edition before, or stands under another heading.",
		Remedy: "Nothing, if it is meant: quotes of the old label need the new one."},
	{ID: "carried-unchanged", Group: "over time", Level: Warning, Needs: "older", find: carriedUnchanged, Waiver: "A changed item is what there should be after years.",
		Doc:    "An item has been carried over for three years (check: years) with hardly a word changed: nine tenths of its text stood all that while.",
		Remedy: "Look whether the plan still says what is to be done."},
	{ID: "completed-returns", Group: "over time", Level: Warning, Needs: "older", find: completedReturns, Mirror: "item-dropped",
		Doc:    "What an earlier edition reported as completed or ended is planned again.",
		Remedy: "Say why it starts again, or correct the earlier claim."},
}

// olderItem is the item of the edition before from which an item comes, where it comes from one alone; else nil.
func (r *run) olderItem(e *entry) *schema.Item {
	if e.back == nil || len(e.threads) != 1 {
		return nil
	}
	for _, s := range e.threads[0].Stops {
		if s.Edition == e.back.From && len(s.Items) == 1 {
			return r.itemOf(s.Edition, s.Items[0])
		}
	}
	return nil
}

func (r *run) itemOf(edition, id string) *schema.Item {
	if r.older == nil {
		r.older = map[string]*schema.Item{}
		for _, ed := range r.in.Older {
			for s := range ed.Sections {
				for i := range ed.Sections[s].Items {
					it := &ed.Sections[s].Items[i]
					if key := ed.ID + "\x00" + it.ID; r.older[key] == nil {
						r.older[key] = it
					}
				}
			}
		}
	}
	return r.older[edition+"\x00"+id]
}

func itemDropped(r *run) {
	r.eachDropped(func(th *diff.Thread, id string, old *schema.Item, near *entry) {
		if near != nil || !r.reports() {
			return
		}
		r.add(r.whereGone(th, id), []string{th.Stops[len(th.Stops)-1].Edition, id}, "item %s is not followed up: %s: add it with its results, or say what became of it", r.goneFrom(th, id, old), quoted(old.NextPlan[0].Text))
	})
}

func itemUntraced(r *run) {
	r.eachDropped(func(th *diff.Thread, id string, old *schema.Item, near *entry) {
		hint := ": say what became of it"
		switch {
		case near != nil:
			hint = fmt.Sprintf(": is it %s here? Pin the link then", near.item.ID)
		case r.reports():
			return
		}
		r.add(r.whereGone(th, id), []string{th.Stops[len(th.Stops)-1].Edition, id}, "item %s was not found again: %s%s", r.goneFrom(th, id, old), quoted(old.NextPlan[0].Text), hint)
	})
}

// nearText is how alike an old item's next plan and a new item's text must be for the one to be perhaps the other.
const nearText = 0.5

// eachDropped gives every item with a plan that has no successor, though nobody said that it is finished; near is a new item that reads
// much like it, nil if there is none.
func (r *run) eachDropped(f func(th *diff.Thread, id string, old *schema.Item, near *entry)) {
	for t := range r.in.Lineage.Threads {
		th := &r.in.Lineage.Threads[t]
		s := stepInto(th, r.in.Edition.ID)
		if s == nil || s.Relation != diff.DroppedItem || spoken[s.Disposition] {
			continue
		}
		last := th.Stops[len(th.Stops)-1]
		for _, id := range last.Items {
			old := r.itemOf(last.Edition, id)
			if old == nil || len(old.NextPlan) == 0 {
				continue // nothing was planned that this edition would have to report on
			}
			near := r.byID[s.RunnerUp]
			if near != nil && (near.back == nil || near.back.Relation != diff.NewItem || max(dice(textOf(old.NextPlan), textOf(near.item.Plan)), dice(textOf(old.NextPlan), textOf(near.item.NextPlan))) < nearText) {
				near = nil
			}
			f(th, id, old, near)
		}
	}
}

func textOf(cell []schema.Passage) string {
	var b strings.Builder
	for _, p := range cell {
		b.WriteString(p.Text)
	}
	return b.String()
}

// reports says whether the edition says anything of last year: its plan or its results. A list of plans alone does not.
func (r *run) reports() bool {
	return slices.ContainsFunc(r.items, func(e *entry) bool { return len(e.item.Plan)+len(e.item.Results) > 0 })
}

// goneFrom names an item of an older edition with its place.
func (r *run) goneFrom(th *diff.Thread, id string, old *schema.Item) string {
	name := id + " of " + th.Stops[len(th.Stops)-1].Edition
	if old.Pos.Line > 0 {
		name += fmt.Sprintf(" (%s:%d)", old.Pos.File, old.Pos.Line)
	}
	return name
}

func (r *run) whereGone(th *diff.Thread, id string) place {
	at := r.sectionFor(id)
	at.gone, at.goneID = th, id
	return at
}

// sectionFor points at the heading under which an item of an older edition would stand, at the head of the file if there is none.
func (r *run) sectionFor(id string) place {
	section, _, _ := strings.Cut(id, "/")
	best := r.atHead()
	for i := range r.in.Edition.Sections {
		if s := &r.in.Edition.Sections[i]; s.ID == section {
			return r.atSection(s)
		}
	}
	return best
}

func planAltered(r *run) {
	for _, e := range r.items {
		if e.back == nil || len(e.back.QuoteEdits) == 0 {
			continue
		}
		if old := r.olderItem(e); old != nil && spoken[r.before[old.ID]] {
			continue // that edition announced an end, a merger or a move: there was no plan to reprint
		}
		var out, in []string
		for _, ed := range e.back.QuoteEdits {
			switch ed.Op {
			case words.Delete:
				out = append(out, strings.TrimSpace(ed.Text))
			case words.Insert:
				in = append(in, strings.TrimSpace(ed.Text))
			}
		}
		deleted, inserted := strings.Join(out, " … "), strings.Join(in, " … ")
		var what []string
		if deleted != "" {
			what = append(what, "without "+quoted(deleted))
		}
		if inserted != "" {
			what = append(what, "with "+quoted(inserted))
		}
		where := max(0, slices.IndexFunc(e.item.Plan, func(p schema.Passage) bool { return len(in) > 0 && strings.Contains(p.Text, in[0]) }))
		r.add(r.atPassage(e, schema.Plan, where), []string{deleted, inserted}, "item %s: last year's plan is reprinted %s: reprint it word for word as in %s", e.item.ID, strings.Join(what, " and "), e.back.From)
	}
}

func renumbered(r *run) {
	for _, e := range r.items {
		if e.back == nil || e.back.Relation != diff.SameItem {
			continue
		}
		label, section := slices.Contains(e.back.Facts, schema.Renumbered), slices.Contains(e.back.Facts, schema.Relocated)
		if !label && !section {
			continue
		}
		old := r.olderItem(e)
		if old == nil {
			continue // it comes from several: a split or a merger, not a new number
		}
		r.add(r.atWord(r.atItem(e), "label", e.item.Label), []string{old.ID, e.item.ID}, "item %s was %s in %s: quotes of it need the new one", e.item.ID, old.ID, e.back.From)
	}
}

// unchangedShare is how much of a text must have stood for it to count as unchanged: what is less is new wording.
const unchangedShare = 0.9

func carriedUnchanged(r *run) {
	years := cmp.Or(r.o.Config.Years, 3)
	for _, e := range r.items {
		if len(e.threads) != 1 {
			continue
		}
		if th := e.threads[0]; th.CarriedOverYears >= years && th.Unchanged >= unchangedShare {
			r.add(r.atItem(e), []string{r.passagesValue(e.item.NextPlan)}, "item %s has been carried over for %d years with %.0f%% of its text unchanged: look whether the plan still says what is to be done", e.item.ID, th.CarriedOverYears, 100*th.Unchanged)
		}
	}
}

func (r *run) passagesValue(ps []schema.Passage) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(r.textValue(p.Text))
	}
	return b.String()
}

func completedReturns(r *run) {
	for _, e := range r.items {
		if i := slices.IndexFunc(e.threads, func(th *diff.Thread) bool { return th.CameBack }); i >= 0 && len(e.item.NextPlan) > 0 {
			r.add(r.atPassage(e, schema.NextPlan, 0), nil, "item %s plans again what an earlier edition reported as finished (%s): say why it starts again", e.item.ID, e.threads[i].ID)
		}
	}
}
