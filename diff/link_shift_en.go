package diff

import "slices"

// English plans, reports and next plans of several commitments mostly follow one order. Where a commitment found nothing and its neighbour took two passages, the one on the
// nearer side is often its own, though it shares more common words with the neighbour.

// linkShiftedEn moves results to a commitment on which nothing reports.
func (rd *reader) linkShiftedEn(units []*unit, results []*sentence) {
	if rd.lang.Code != "en" || len(units) < 2 || len(results) < len(units) {
		return
	}
	for k, u := range units {
		if len(u.results) > 0 {
			continue
		}
		for _, step := range []int{1, -1} {
			o := k + step
			if o < 0 || o >= len(units) || len(units[o].results) < 2 || disjointBy(u.by, units[o].by) {
				continue
			}
			at := 0
			if step < 0 {
				at = len(units[o].results) - 1
			}
			r := units[o].results[at]
			if r.follows && step < 0 || overlap(u.features, r.features, nil) == 0 || shared(units, r) || step > 0 && slices.Index(results, r) > slices.Index(results, units[o].results[1]) {
				continue
			}
			units[o].results = slices.Delete(slices.Clone(units[o].results), at, at+1)
			u.results = append(u.results, r)
			break
		}
	}
}

// shared says whether a result was given to several commitments.
func shared(units []*unit, r *sentence) bool {
	n := 0
	for _, u := range units {
		if slices.Contains(u.results, r) {
			n++
		}
	}
	return n > 1
}
