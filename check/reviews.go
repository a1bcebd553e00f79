package check

import (
	"slices"
	"strings"

	"plandiff/schema"
)

// reviewRules look at the files of reviewers' judgements; without any they are silent.
var reviewRules = []Rule{
	{ID: "review-stale", Group: "reviews", Level: Warning, Needs: "reviews", find: reviewStale, Mirror: "review-orphaned",
		Doc:    "A reviewer judged another text than the edition has now: the item changed after the review.",
		Remedy: "Look again, then set the annotation's state: plandiff review."},
	{ID: "review-orphaned", Group: "reviews", Level: Warning, Needs: "reviews", find: reviewOrphaned, Mirror: "review-stale",
		Doc:    "An annotation is of an item that the edition does not have.",
		Remedy: "Carry it to the item it means, or close it."},
	{ID: "review-conflict", Group: "reviews", Level: Warning, Needs: "reviews", find: reviewConflict, Waiver: "Agreement is what there should be.",
		Doc:    "Two reviewers judge one item differently, and neither judgement is rejected or superseded.",
		Remedy: "Settle it: accept the one, reject the other."},
	{ID: "review-overrules", Group: "reviews", Level: Info, Needs: "reviews", find: reviewOverrules, Waiver: "A review that confirms is what the flags hope for.",
		Doc:    "An accepted verdict says something else than the flag that plandiff gave: reports show the verdict.",
		Remedy: "Nothing; the item is worth a line in the gold labels."},
}

// annotations lists those that speak of this edition and are live: drafts, rejected and superseded ones are not.
func (r *run) annotations() (out []schema.Annotation) {
	// A draft and the final text that are checked against each other carry their stage behind the id.
	whole := strings.TrimSuffix(r.in.Edition.ID, "-"+r.in.Edition.Stage)
	for _, f := range r.in.Reviews {
		for _, a := range f.Annotations {
			if (a.Edition == r.in.Edition.ID || a.Edition == whole) && a.State != schema.Draft && a.State != schema.Rejected && a.State != schema.Superseded {
				out = append(out, a)
			}
		}
	}
	return out
}

// atAnnotation points at an annotation in its file.
func (r *run) atAnnotation(a schema.Annotation) place {
	p := place{pos: a.Pos}
	if e := r.byID[a.Item]; e != nil {
		p.item = e
	}
	return p
}

func reviewStale(r *run) {
	for _, a := range r.annotations() {
		e := r.byID[a.Item]
		if e == nil || a.State == schema.Orphaned {
			continue
		}
		if a.State == schema.NeedsRecheck || a.Digest != "" && e.change != nil && e.change.Digest != a.Digest {
			r.add(r.atAnnotation(a), []string{a.ID, a.Reviewer}, "annotation %s of %s judged another text of item %s than it has now: look again", a.ID, a.Reviewer, a.Item)
		}
	}
}

func reviewOrphaned(r *run) {
	for _, a := range r.annotations() {
		if r.byID[a.Item] == nil || a.State == schema.Orphaned {
			r.add(r.atAnnotation(a), []string{a.ID, a.Reviewer, a.Item}, "annotation %s of %s is of item %s, which the edition does not have: carry it to the item that it means, or close it", a.ID, a.Reviewer, a.Item)
		}
	}
}

// verdict gives a judgement's labels: a bare confirm stands for those of the tool.
func (r *run) verdict(a schema.Annotation) (d schema.Disposition, p schema.Progress) {
	d, p = a.Verdict.Disposition, a.Verdict.Progress
	if e := r.byID[a.Item]; a.Verdict.Confirm && d == "" && p == "" && e != nil && e.change != nil {
		d, p = e.change.Disposition, e.change.Progress
	}
	return d, p
}

func reviewConflict(r *run) {
	byItem := map[string][]schema.Annotation{}
	var order []string
	for _, a := range r.annotations() {
		if d, p := r.verdict(a); d == "" && p == "" {
			continue
		}
		if byItem[a.Item] == nil {
			order = append(order, a.Item)
		}
		byItem[a.Item] = append(byItem[a.Item], a)
	}
	for _, item := range order {
		as := byItem[item]
		for i, a := range as[1:] {
			d, p := r.verdict(a)
			k := slices.IndexFunc(as[:i+1], func(b schema.Annotation) bool {
				x, y := r.verdict(b)
				return x != "" && d != "" && x != d || y != "" && p != "" && y != p
			})
			if k < 0 {
				continue
			}
			b := as[k]
			x, y := r.verdict(b)
			r.add(r.atAnnotation(a), []string{a.ID, b.ID}, "annotations %s of %s and %s of %s judge item %s differently (%s, %s): accept the one, reject the other", b.ID, b.Reviewer, a.ID, a.Reviewer, item, labels(x, y), labels(d, p))
		}
	}
}

func labels(d schema.Disposition, p schema.Progress) string {
	return strings.Join(slices.DeleteFunc([]string{string(d), string(p)}, func(s string) bool { return s == "" }), " ")
}

func reviewOverrules(r *run) {
	for _, e := range r.items {
		if e.judged == nil || e.judged.Agrees() {
			continue
		}
		a := e.judged.Accepted[len(e.judged.Accepted)-1]
		was, is := labels(e.change.Disposition, e.change.Progress), labels(e.judged.Disposition(), e.judged.Progress())
		if was == is {
			was, is = facts(e.change.Facts), facts(e.judged.Facts())
		}
		r.add(r.atAnnotation(a), []string{a.ID, is}, "item %s: %s judged %s, where plandiff says %s", a.Item, a.Reviewer, is, was)
	}
}

func facts(fs []schema.Fact) string {
	var out []string
	for _, f := range fs {
		out = append(out, string(f))
	}
	return "[" + strings.Join(out, " ") + "]"
}
