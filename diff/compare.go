package diff

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"math"
	"strings"

	"plandiff/diff/align"
	"plandiff/lang"
	"plandiff/schema"
)

// Compare says of every item of an edition what became of its commitments: progress, disposition and facts with the
// words that prove them. The error is of cue files that cannot be read; an edition as such never fails. The result
// depends on the edition and the options alone, never on the number of workers.
func Compare(e *schema.Edition, o Options) (*Comparison, error) {
	rd, c, err := begin(e, o, cueLoader(o.Cues))
	if err != nil {
		return nil, err
	}
	var read memos
	align.Parallel(len(c.Changes), o.Workers, func(i int) {
		ch, m := &c.Changes[i], read.take()
		ch.Digest = rd.digest(ch.Item)
		rd.at(m).change(ch, o)
		read.back(m)
	})
	return c, nil
}

// begin readies the comparison of an edition: what reader.change needs of the whole to judge each item.
func begin(e *schema.Edition, o Options, cuesOf cueSource) (*reader, *Comparison, error) {
	code := e.Language
	if code == "" {
		code = lang.Detect(sampleOf(e))
	}
	l := lang.Of(code)
	rd := &reader{lang: l, years: e.Years}
	var err error
	if rd.cues, err = cuesOf(l); err != nil {
		return nil, nil, err
	}
	c := &Comparison{Edition: e, Options: o}
	for s := range e.Sections {
		for i := range e.Sections[s].Items {
			item := &e.Sections[s].Items[i]
			c.Changes = append(c.Changes, Change{Item: item, Section: e.Sections[s].ID, ID: e.ID + "/" + item.ID})
		}
	}
	rd.weigh(c.Changes, o.Workers)
	return rd, c, nil
}

// sampleOf is some text of an edition that names no language.
func sampleOf(e *schema.Edition) string {
	var b strings.Builder
	for s := range e.Sections {
		for i := range e.Sections[s].Items {
			for _, c := range schema.Columns() {
				for _, p := range e.Sections[s].Items[i].Column(c) {
					b.WriteString(p.Text)
					if b.Len() > 4000 {
						return b.String()
					}
				}
			}
		}
	}
	return b.String()
}

// digest is a fingerprint of the normalised texts of an item.
func (rd *reader) digest(item *schema.Item) string {
	h := sha256.New()
	for _, c := range schema.Columns() {
		io.WriteString(h, "\x1d"+string(c)+"\n")
		for _, p := range item.Column(c) {
			io.WriteString(h, strings.Join(p.By, ",")+"\x1f"+rd.lang.Normal(p.Text).Value+"\x1e")
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// weigh gives every feature a weight from the number of items that hold it (idf), and those of filler words little.
func (rd *reader) weigh(changes []Change, workers int) {
	bags := make([][]uint64, len(changes))
	align.Parallel(len(changes), workers, func(i int) {
		var b strings.Builder
		for _, p := range changes[i].Item.Plan {
			b.WriteString(p.Text)
			b.WriteByte('\n')
		}
		bags[i] = rd.featuresOf(foldRunes(b.String()))
	})
	count := map[uint64]int{}
	for _, b := range bags {
		for _, f := range b {
			count[f]++
		}
	}
	n := float64(len(changes))
	rd.weight = make(map[uint64]float64, len(count))
	full := math.Log(n + 2)
	for f, k := range count {
		rd.weight[f] = max(0.15, math.Log((n+2)/(float64(k)+1))/full+0.3)
	}
	for _, w := range rd.cues.words["filler"] {
		for _, f := range rd.featuresOf(foldRunes(w)) {
			rd.weight[f] = 0.15
		}
	}
}
