package check

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"plandiff/diff"
	"plandiff/schema"
)

// anchors name what a finding is about, the lasting name first: the stops of the item's threads, oldest edition first, then the
// item in this edition. An item that goes on as several is told apart by its place among them.
func (r *run) anchors(p place) []string {
	if p.gone != nil {
		return threadAnchors(p.gone, "", "")
	}
	if p.item == nil {
		if p.section != "" {
			return []string{"section " + p.section}
		}
		return []string{"edition"}
	}
	var out []string
	for _, th := range p.item.threads {
		out = append(out, threadAnchors(th, p.item.item.ID, r.in.Edition.ID)...)
	}
	return append(out, r.in.Edition.ID+"/"+p.item.item.ID)
}

func threadAnchors(th *diff.Thread, item, edition string) []string {
	among := ""
	for _, s := range th.Stops {
		if s.Edition != edition || len(s.Items) < 2 {
			continue
		}
		for i, id := range s.Items {
			if id == item {
				among = fmt.Sprintf(" part %d", i+1)
			}
		}
	}
	var out []string
	for _, s := range th.Stops {
		if s.Edition != edition && len(s.Items) > 0 {
			out = append(out, s.Edition+"/"+s.Items[0]+among)
		}
	}
	return out
}

// number gives the findings their fingerprints. Two that are alike in all (two empty cells of one item) are counted, in the
// order in which the rule found them.
func (r *run) number() {
	seen := map[string]int{}
	for i := range r.found {
		f := &r.found[i]
		first := fingerprint(f.Rule, f.anchors[0], f.values, 0)
		n := seen[first]
		seen[first]++
		f.aliases = f.aliases[:0]
		for _, a := range f.anchors {
			f.aliases = append(f.aliases, fingerprint(f.Rule, a, f.values, n))
		}
		f.Fingerprint = f.aliases[0]
	}
}

// fingerprint is sixteen hexadecimal digits of SHA-256.
func fingerprint(rule, anchor string, values []string, n int) string {
	h := sha256.Sum256([]byte(rule + "\x1d" + anchor + "\x1d" + strings.Join(values, "\x1e") + strings.Repeat("\x1f", n)))
	return hex.EncodeToString(h[:8])
}

// textValue is how a text enters a fingerprint: layout, width, years and 引き続き make no difference.
func (r *run) textValue(s string) string { return r.lang.NormalKey(s) }

func (r *run) sentences(ss []diff.Sentence) string {
	var b strings.Builder
	for _, s := range ss {
		b.WriteString(r.textValue(s.Text))
	}
	return b.String()
}

// firstPassage is where sentences of a column start: the passage of the first, -1 without any.
func firstPassage(ss []diff.Sentence) int {
	if len(ss) == 0 {
		return -1
	}
	return ss[0].Passage
}

// atSentences points at the passage in which sentences of a column start.
func (r *run) atSentences(e *entry, c schema.Column, ss []diff.Sentence) place {
	return r.atPassage(e, c, firstPassage(ss))
}
