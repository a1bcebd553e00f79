package score

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"plandiff/diff"
	"plandiff/schema"
)

// Pair is gold and the comparison that it judges.
type Pair struct {
	Gold       *schema.Gold
	Comparison *diff.Comparison
}

// Report is how good the flags are. Shares are 0 to 1, rounded to four decimals.
type Report struct {
	File         string   `json:"file"` // of the gold; "" for the total of several
	Items        int      `json:"items"`
	Missing      int      `json:"missing"`   // items of the gold that the comparison does not have; they count as wrong
	NotFound     []string `json:"not_found"` // their keys
	Disposition  Axis     `json:"disposition"`
	Progress     Axis     `json:"progress"`
	Facts        Figures  `json:"facts"`
	FactClasses  []Class  `json:"fact_classes"`
	LinksResults Figures  `json:"links_results"` // plan to results
	LinksNext    Figures  `json:"links_next"`    // plan to next plan
	Calibration  []Bin    `json:"calibration"`   // of the disposition's confidence
	CalibrationE float64  `json:"calibration_error"`
	Sure         Sure     `json:"sure"`
	Misses       []Miss   `json:"misses"`
}

// Axis is how good one label is.
type Axis struct {
	Accuracy  float64     `json:"accuracy"`
	MacroF1   float64     `json:"macro_f1"`
	Classes   []Class     `json:"classes"`   // in the vocabulary's order, those that occur
	Confusion []Confusion `json:"confusion"` // every pair of gold and flag that occurs, in the vocabulary's order
}

// Class is one label: how often the gold has it, and how well it is found.
type Class struct {
	ID string `json:"id"`
	Figures
}

// Figures are counts and what follows from them.
type Figures struct {
	Gold      int     `json:"gold"`  // what the gold has
	Got       int     `json:"got"`   // what the flags have
	Right     int     `json:"right"` // what both have
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// Confusion counts the items that the gold gives one label and the flags another (or the same).
type Confusion struct {
	Gold  string `json:"gold"`
	Got   string `json:"got"`
	Items int    `json:"items"`
}

// Bin is a row of the reliability table: the items whose confidence is at least From and less than To.
type Bin struct {
	From       float64 `json:"from"`
	To         float64 `json:"to"`
	Items      int     `json:"items"`
	Confidence float64 `json:"confidence"` // mean
	Right      float64 `json:"right"`      // share
}

// Sure tells what the items flagged with a confidence of 0.9 and more are worth.
type Sure struct {
	Items int     `json:"items"`
	Right float64 `json:"right"` // share
}

// Miss is an item on which gold and flags disagree.
type Miss struct {
	Item       string  `json:"item"`
	Axis       string  `json:"axis"` // disposition, progress or facts
	Gold       string  `json:"gold"`
	Got        string  `json:"got"`
	Rule       string  `json:"rule"` // that gave the label; "" if none
	Quote      string  `json:"quote"`
	Confidence float64 `json:"confidence"`
	Trap       string  `json:"trap"` // what the gold says is hard about it
}

// Measure judges every pair, and all of them together. The error names gold items that fit several items of the edition.
func Measure(pairs []Pair) (each []Report, total Report, err error) {
	sum := newSheet("")
	var errs []error
	for _, p := range pairs {
		s := newSheet(p.Gold.File)
		for i := range p.Gold.Items {
			it := &p.Gold.Items[i]
			c, err := find(p, it)
			if err != nil {
				errs = append(errs, err)
				continue
			}
			s.add(it, c)
			sum.add(it, c)
		}
		each = append(each, s.report())
	}
	return each, sum.report(), errors.Join(errs...)
}

// find gives the change of a gold item: by the item's id, which may stand as the gold's label, else by label; nil if there is
// none.
func find(p Pair, it *schema.GoldItem) (*diff.Change, error) {
	var fits []*diff.Change
	for i := range p.Comparison.Changes {
		c := &p.Comparison.Changes[i]
		if c.Item.ID != "" && (c.Item.ID == it.ID || c.Item.ID == it.Label) {
			return c, nil
		}
		if c.Item.Label == it.Key() {
			fits = append(fits, c)
		}
	}
	switch len(fits) {
	case 0:
		return nil, nil
	case 1:
		return fits[0], nil
	}
	return nil, fmt.Errorf("%s:%d: label %q fits %d items of edition %s, first %s and %s: give the item's id", p.Gold.File, it.Pos.Line, it.Key(), len(fits), p.Comparison.Edition.ID, fits[0].Item.ID, fits[1].Item.ID)
}

// sheet is what a Report is counted from.
type sheet struct {
	r                     Report
	disposition, progress map[[2]string]int
	facts                 map[schema.Fact]*Figures
	bins                  []bin
	sure, sureRight       int
}

type bin struct {
	items, right int
	confidence   float64
}

// edges of the bins of the reliability table.
var edges = []float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 1}

// missing is what an item that the comparison lacks was flagged.
const missing = "missing"

func newSheet(file string) *sheet {
	return &sheet{r: Report{File: file, Misses: []Miss{}, NotFound: []string{}}, disposition: map[[2]string]int{}, progress: map[[2]string]int{}, facts: map[schema.Fact]*Figures{}, bins: make([]bin, len(edges)-1)}
}

// add counts one item. c is nil where the comparison lacks it.
func (s *sheet) add(it *schema.GoldItem, c *diff.Change) {
	s.r.Items++
	if c == nil {
		s.r.Missing++
		s.r.NotFound = append(s.r.NotFound, it.Key())
		c = &diff.Change{Disposition: missing, Progress: missing}
	}
	s.disposition[[2]string{string(it.Labels.Disposition), string(c.Disposition)}]++
	s.progress[[2]string{string(it.Labels.Progress), string(c.Progress)}]++
	right := it.Labels.Disposition == c.Disposition
	if !right {
		s.miss(it, c, "disposition", string(it.Labels.Disposition), string(c.Disposition))
	}
	if it.Labels.Progress != c.Progress {
		s.miss(it, c, "progress", string(it.Labels.Progress), string(c.Progress))
	}
	if c.Disposition != missing {
		b := &s.bins[binOf(c.Confidence)]
		b.items++
		b.confidence += c.Confidence
		if right {
			b.right++
		}
		if c.Confidence >= 0.9 {
			s.sure++
			if right {
				s.sureRight++
			}
		}
	}
	for _, t := range schema.Facts() {
		f := schema.Fact(t.ID)
		want, got := slices.Contains(it.Labels.Facts, f), slices.Contains(c.Facts, f)
		if !want && !got {
			continue
		}
		if s.facts[f] == nil {
			s.facts[f] = &Figures{}
		}
		count(&s.r.Facts, want, got)
		count(s.facts[f], want, got)
		switch {
		case want && !got:
			s.miss(it, c, "facts", string(f), "")
		case got && !want:
			s.miss(it, c, "facts", "", string(f))
		}
	}
	if len(it.Plan) > 0 {
		links(&s.r.LinksResults, it, c, schema.Results)
		links(&s.r.LinksNext, it, c, schema.NextPlan)
	}
}

func (s *sheet) miss(it *schema.GoldItem, c *diff.Change, axis, gold, got string) {
	m := Miss{Item: it.Key(), Axis: axis, Gold: gold, Got: got, Confidence: c.Confidence, Trap: it.Trap}
	for _, e := range evidence(c) {
		if e.For == axis || axis == "facts" && e.For == got {
			m.Rule, m.Quote = e.Rule, e.Quote
			break
		}
	}
	s.r.Misses = append(s.r.Misses, m)
}

// evidence is that of the item, and of its commitments.
func evidence(c *diff.Change) []diff.Evidence {
	out := slices.Clone(c.Evidence)
	for _, k := range c.Commitments {
		out = append(out, k.Evidence...)
	}
	return out
}

func binOf(confidence float64) int {
	for i := len(edges) - 2; i > 0; i-- {
		if confidence >= edges[i] {
			return i
		}
	}
	return 0
}

func count(f *Figures, want, got bool) {
	if want {
		f.Gold++
	}
	if got {
		f.Got++
	}
	if want && got {
		f.Right++
	}
}

// report works the figures out.
func (s *sheet) report() Report {
	r := s.r
	r.Disposition = axis(s.disposition, schema.Dispositions(), r.Items)
	r.Progress = axis(s.progress, schema.Progresses(), r.Items)
	r.Facts.rates()
	r.LinksResults.rates()
	r.LinksNext.rates()
	r.FactClasses = []Class{}
	for _, t := range schema.Facts() {
		if f := s.facts[schema.Fact(t.ID)]; f != nil {
			f.rates()
			r.FactClasses = append(r.FactClasses, Class{t.ID, *f})
		}
	}
	flagged := r.Items - r.Missing
	for i, b := range s.bins {
		row := Bin{From: edges[i], To: edges[i+1], Items: b.items}
		if b.items > 0 {
			row.Confidence, row.Right = round(b.confidence/float64(b.items)), share(b.right, b.items)
			r.CalibrationE += math.Abs(b.confidence-float64(b.right)) / float64(flagged)
		}
		r.Calibration = append(r.Calibration, row)
	}
	r.CalibrationE = round(r.CalibrationE)
	r.Sure = Sure{s.sure, share(s.sureRight, s.sure)}
	return r
}

// axis works out one label from its confusion counts.
func axis(pairs map[[2]string]int, terms []schema.Term, items int) Axis {
	a := Axis{Classes: []Class{}, Confusion: []Confusion{}}
	var ids []string
	for _, t := range terms {
		ids = append(ids, t.ID)
	}
	ids = append(ids, missing)
	right, inGold := 0, 0
	for _, id := range ids {
		c := Class{ID: id}
		for _, other := range ids {
			n := pairs[[2]string{id, other}]
			c.Gold += n
			c.Got += pairs[[2]string{other, id}]
			if n > 0 {
				a.Confusion = append(a.Confusion, Confusion{id, other, n})
			}
		}
		c.Right = pairs[[2]string{id, id}]
		if c.Gold+c.Got == 0 {
			continue
		}
		c.rates()
		a.Classes = append(a.Classes, c)
		right += c.Right
		if c.Gold > 0 {
			inGold++
			a.MacroF1 += 2 * float64(c.Right) / float64(c.Gold+c.Got)
		}
	}
	if inGold > 0 {
		a.MacroF1 = round(a.MacroF1 / float64(inGold))
	}
	a.Accuracy = share(right, items)
	return a
}

// rates works out precision, recall and F1 from the counts.
func (f *Figures) rates() {
	f.Precision, f.Recall = share(f.Right, f.Got), share(f.Right, f.Gold)
	f.F1 = share(2*f.Right, f.Gold+f.Got)
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return round(float64(n) / float64(of))
}

func round(v float64) float64 { return math.Round(v*1e4) / 1e4 }
