package check

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/schema"
)

// baseline marks the findings that the baseline knows, expired ones too, and returns the entries that match nothing. Entries of
// other editions and of rules that did not run are left alone: nobody looked.
func (r *run) baseline(skipped []string, levels map[string]Level) []schema.BaselineEntry {
	if r.in.Baseline == nil {
		return nil
	}
	entries := map[string]int{}
	for i, e := range r.in.Baseline.Entries {
		entries[e.Fingerprint] = i
	}
	used := make([]bool, len(r.in.Baseline.Entries))
	for i := range r.found {
		f := &r.found[i]
		for _, a := range f.aliases {
			k, ok := entries[a]
			if !ok {
				continue
			}
			e := r.in.Baseline.Entries[k]
			used[k] = true
			if f.State == StateSuppressed {
				break
			}
			f.State, f.Reason, f.Owner, f.By = StateKnown, e.Reason, e.Owner, "baseline"
			if e.Expires != "" && r.o.Expires != "" && r.o.Expires >= e.Expires[:min(len(e.Expires), len(r.o.Expires))] {
				f.State = StateExpired
			}
			break
		}
	}
	var stale []schema.BaselineEntry
	from := len(r.found)
	for i, e := range r.in.Baseline.Entries {
		if used[i] || e.Edition != "" && e.Edition != r.in.Edition.ID || slices.Contains(skipped, e.Rule) || levels[e.Rule] == Off {
			continue
		}
		stale = append(stale, e)
		if r.rule, r.level = "baseline-stale", levels["baseline-stale"]; r.level != Off {
			r.add(place{pos: e.Pos}, []string{e.Fingerprint}, "%s", staleMessage(e))
		}
	}
	for i := from; i < len(r.found); i++ {
		r.found[i].Fingerprint = fingerprint(r.found[i].Rule, "baseline", r.found[i].values, 0)
	}
	return stale
}

// NewBaseline takes in the findings of an edition that are there now: those at or above a level, what is suppressed and what says
// that the baseline is stale left out. Of the old baseline, which may be nil, the entries of other editions stay, and the reasons,
// owners and dates of those that are taken in again.
func NewBaseline(findings []Finding, edition string, least Level, old *schema.Baseline) *schema.Baseline {
	b := &schema.Baseline{Version: 1, Entries: []schema.BaselineEntry{}}
	taken := map[string]bool{}
	for _, f := range findings {
		if f.State == StateSuppressed || f.Rule == "baseline-stale" || !f.Severity.AtLeast(least) {
			continue
		}
		e := entryOf(f, old)
		taken[e.Fingerprint] = true
		e.Fingerprint, e.Rule, e.Edition, e.Item = f.Fingerprint, f.Rule, edition, f.Item
		taken[e.Fingerprint] = true
		b.Entries = append(b.Entries, e)
	}
	if old != nil {
		for _, e := range old.Entries {
			if e.Edition != "" && e.Edition != edition && !taken[e.Fingerprint] {
				b.Entries = append(b.Entries, e)
			}
		}
	}
	slices.SortStableFunc(b.Entries, func(x, y schema.BaselineEntry) int {
		return cmp.Or(strings.Compare(x.Edition, y.Edition), strings.Compare(x.Rule, y.Rule), strings.Compare(x.Item, y.Item), strings.Compare(x.Fingerprint, y.Fingerprint))
	})
	return b
}

// PruneBaseline leaves out the stale entries. It takes in nothing.
func PruneBaseline(old *schema.Baseline, stale []schema.BaselineEntry) *schema.Baseline {
	b := &schema.Baseline{Version: 1, Entries: []schema.BaselineEntry{}}
	for _, e := range old.Entries {
		if !slices.ContainsFunc(stale, func(s schema.BaselineEntry) bool { return s.Fingerprint == e.Fingerprint }) {
			b.Entries = append(b.Entries, e)
		}
	}
	return b
}

// entryOf is the entry that the old baseline has for a finding, an empty one where it has none.
func entryOf(f Finding, old *schema.Baseline) schema.BaselineEntry {
	if old != nil {
		for _, a := range append([]string{f.Fingerprint}, f.aliases...) {
			if i := slices.IndexFunc(old.Entries, func(e schema.BaselineEntry) bool { return e.Fingerprint == a }); i >= 0 {
				return old.Entries[i]
			}
		}
	}
	return schema.BaselineEntry{}
}
