package diff

import (
	"slices"

	"plandiff/schema"
)

// summarise derives an item's labels from those of its commitments, by the tables of docs/taxonomy.md.
func (rd *reader) summarise(ch *Change) {
	var dispositions []schema.Disposition
	var progress []schema.Progress
	verbatim := len(ch.Commitments) > 0
	for _, m := range ch.Commitments {
		dispositions = append(dispositions, m.Disposition)
		progress = append(progress, m.Progress)
		for _, f := range m.Facts {
			if f != schema.Verbatim && !slices.Contains(ch.Facts, f) {
				ch.Facts = append(ch.Facts, f)
			}
		}
		verbatim = verbatim && slices.Contains(m.Facts, schema.Verbatim)
	}
	if verbatim {
		ch.Facts = append(ch.Facts, schema.Verbatim)
	}
	if ch.Item.Repeated {
		ch.Facts = append(ch.Facts, schema.Repeated)
	}
	ch.Disposition, ch.Progress = ItemDisposition(dispositions), ItemProgress(progress)
	if finishedBesideOthers(dispositions) {
		ch.Facts = append(ch.Facts, schema.PartlyCompleted)
	}
	sortFacts(ch.Facts)
	rd.confidence(ch)
}

// confidence of the item: that of the least sure commitment among those that decided it.
func (rd *reader) confidence(ch *Change) {
	if len(ch.Commitments) == 0 {
		return
	}
	ch.Confidence = 1
	for i, m := range ch.Commitments {
		if m.Confidence < ch.Confidence {
			ch.Confidence = m.Confidence
		}
		if m.RunnerUp == "" || m.RunnerUp == m.Disposition {
			continue
		}
		// the item's runner-up: what the item would be if this commitment were its own runner-up
		alt := make([]schema.Disposition, len(ch.Commitments))
		for j, o := range ch.Commitments {
			alt[j] = o.Disposition
		}
		alt[i] = m.RunnerUp
		if d := ItemDisposition(alt); d != ch.Disposition && (ch.RunnerUp == "" || m.Confidence <= ch.Confidence) {
			ch.RunnerUp = d
		}
	}
	for _, m := range ch.Commitments {
		decides := m.Disposition == ch.Disposition || len(ch.Commitments) == 1 || !slices.ContainsFunc(ch.Commitments, func(o Commitment) bool { return o.Disposition == ch.Disposition })
		for _, e := range m.Evidence {
			if e.For != "disposition" || decides {
				ch.Evidence = append(ch.Evidence, e)
			}
		}
	}
}

// ItemDisposition derives an item's disposition from those of its commitments: the first row of the table that fits.
func ItemDisposition(ds []schema.Disposition) schema.Disposition {
	if len(ds) == 0 {
		return schema.Unclear
	}
	has := func(want ...schema.Disposition) bool {
		return slices.ContainsFunc(ds, func(d schema.Disposition) bool { return slices.Contains(want, d) })
	}
	alike := !slices.ContainsFunc(ds, func(d schema.Disposition) bool { return d != ds[0] })
	wider := has(schema.Expanded, schema.New)
	less := has(schema.Narrowed, schema.Dropped, schema.Discontinued)
	switch {
	case alike:
		return ds[0]
	case wider && less:
		return schema.Revised
	case wider:
		return schema.Expanded
	case less && has(schema.CarriedOver, schema.Postponed, schema.Revised, schema.Narrowed):
		return schema.Narrowed
	case less && has(schema.Discontinued):
		return schema.Discontinued
	case less:
		return schema.Dropped
	case has(schema.Unclear):
		return schema.Unclear
	case has(schema.Revised):
		return schema.Revised
	case has(schema.Postponed):
		return schema.Postponed
	case has(schema.Merged, schema.Moved, schema.Split):
		return schema.Split
	case has(schema.CarriedOver):
		return schema.CarriedOver
	}
	return schema.Completed
}

// finishedBesideOthers says whether some commitments are completed or ended while others go on.
func finishedBesideOthers(ds []schema.Disposition) bool {
	finished, goOn := false, false
	for _, d := range ds {
		switch d {
		case schema.Completed, schema.Ended:
			finished = true
		case schema.CarriedOver, schema.Expanded, schema.Narrowed, schema.Revised, schema.Postponed, schema.New, schema.Unclear:
			goOn = true
		}
	}
	return finished && goOn
}

// ItemProgress derives an item's progress from those of its commitments.
func ItemProgress(ps []schema.Progress) schema.Progress {
	ps = slices.DeleteFunc(slices.Clone(ps), func(p schema.Progress) bool { return p == schema.NotApplicable })
	if len(ps) == 0 {
		return schema.NotApplicable
	}
	if !slices.ContainsFunc(ps, func(p schema.Progress) bool { return p != ps[0] }) {
		return ps[0]
	}
	has := func(want schema.Progress) bool { return slices.Contains(ps, want) }
	switch {
	case has(schema.Done) || has(schema.PartlyDone):
		return schema.PartlyDone
	case has(schema.UnderWay):
		return schema.UnderWay
	case has(schema.NotDone):
		return schema.NotDone
	}
	return schema.NotReported
}

// sortFacts puts facts in the order of the vocabulary.
func sortFacts(fs []schema.Fact) {
	rank := func(f schema.Fact) int {
		return slices.IndexFunc(schema.Facts(), func(t schema.Term) bool { return t.ID == string(f) })
	}
	slices.SortFunc(fs, func(a, b schema.Fact) int { return rank(a) - rank(b) })
}
