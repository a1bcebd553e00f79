package check

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"plandiff/schema"
)

// stopShare is how many of an edition's passages must end in a full stop before one that does not is a finding: below it,
// the edition writes phrases (…の実施) as many do.
const stopShare = 0.9

func cellCut(r *run) {
	stops, all := map[schema.Column]int{}, map[schema.Column]int{}
	r.eachPassage(func(_ *entry, c schema.Column, _ int, p schema.Passage) {
		if strings.TrimSpace(p.Text) == "" {
			return
		}
		all[c]++
		if endsWhole(p.Text) {
			stops[c]++
		}
	})
	r.eachPassage(func(e *entry, c schema.Column, i int, p schema.Passage) {
		text := strings.TrimSpace(p.Text)
		if text == "" || onlyMarks(text) {
			return
		}
		why := ""
		switch {
		case startsInside(text):
			why = "starts in the middle of a sentence"
		case endsInside(text):
			why = "breaks off"
		case !endsWhole(text) && all[c] >= 5 && float64(stops[c]) >= stopShare*float64(all[c]):
			why = "ends without a full stop"
		default:
			return
		}
		rs := []rune(text)
		r.add(r.atPassage(e, c, i), []string{string(c), r.textValue(text)}, "a passage of %s of item %s %s: …%s: complete it from the document", columnName(c), e.item.ID, why, quoted(string(rs[max(0, len(rs)-16):])))
	})
}

const closers = "）)」』】〕］]”’\"'》〉＞>"

// endsWhole says whether a text ends as a sentence, a heading of a list or a closed bracket does.
func endsWhole(s string) bool {
	s = strings.TrimSpace(s)
	if strings.HasSuffix(s, "; and") || strings.HasSuffix(s, "; or") {
		return true
	}
	bare := strings.TrimRight(s, closers)
	if bare != s && strings.ContainsAny(s[len(bare):], "）)") {
		return true // （再掲）, （別表参照）: a bracket that is closed is no cut
	}
	return strings.HasSuffix(bare, "。") || strings.HasSuffix(bare, "．") || strings.HasSuffix(bare, "｡") || bare != "" && strings.ContainsAny(bare[len(bare)-1:], ".!?:;") ||
		strings.HasSuffix(bare, "！") || strings.HasSuffix(bare, "？") || strings.HasSuffix(bare, "：") || strings.HasSuffix(bare, "；")
}

// endsInside says whether a text surely breaks off: after a comma, an opening bracket, or inside a bracket that none closes.
func endsInside(s string) bool {
	rs := []rune(s)
	if strings.ContainsRune("、，,・（(「『【〔［[", rs[len(rs)-1]) {
		return true
	}
	return !endsWhole(s) && (strings.Count(s, "「") > strings.Count(s, "」") || strings.Count(s, "（") > strings.Count(s, "）"))
}

// startsInside says whether a text starts with what never starts a sentence: a comma, a closing bracket, a small kana.
func startsInside(s string) bool {
	return strings.ContainsRune("、。，．）」』】〕］ゃゅょっーぁぃぅぇぉャュョッァィゥェォ々", []rune(s)[0])
}

var againMark = regexp.MustCompile(`[（(〔\[［【]\s*(?:再掲|再掲載|[Rr]epeated)[^）)〕\]］】]{0,30}[）)〕\]］】]`)

// alikeFloor is how much of an item's words, weighed by how rare they are in the edition, another item must have to be
// taken for the original that was meant, where neither its plan nor its next plan is the same.
const alikeFloor = 0.7

// original is an item that is not marked as printed again, as repeated compares it.
type original struct {
	e     *entry
	key   [3]string
	words map[string]bool // and pairs of words that follow each other
}

// original reads an item: the normal form of each column, and its words.
func (r *run) original(e *entry) original {
	o := original{e: e, words: map[string]bool{}}
	for i, c := range schema.Columns() {
		var b strings.Builder
		for _, p := range e.item.Column(c) {
			text := againMark.ReplaceAllString(p.Text, "")
			b.WriteString(r.textValue(text))
			last := ""
			for _, t := range r.lang.Tokens(text) {
				if t.Content() {
					o.words[t.Norm], o.words[last+" "+t.Norm] = true, true
					last = t.Norm
				}
			}
		}
		o.key[i] = b.String()
	}
	return o
}

// repeated looks for the original of each item that is marked 再掲; the rule whose turn it is says which case counts.
func repeated(r *run) {
	if !slices.ContainsFunc(r.items, func(e *entry) bool { return e.item.Repeated }) {
		return
	}
	var originals []original
	holds := map[string]int{} // items with a word
	for _, e := range r.items {
		o := r.original(e)
		for w := range o.words {
			holds[w]++
		}
		if !e.item.Repeated {
			originals = append(originals, o)
		}
	}
	for _, e := range r.items {
		if !e.item.Repeated {
			continue
		}
		it := r.original(e)
		whole := it.key[0] + it.key[1] + it.key[2]
		if len([]rune(whole)) < 10 || slices.ContainsFunc(originals, func(o original) bool { return o.key == it.key }) {
			continue // nothing but a reference, or the same
		}
		best, most := original{}, 0.0
		for _, o := range originals {
			a := alike(it.words, o.words, holds, len(r.items))
			if same := it.key[0] == o.key[0] && it.key[0] != "" || it.key[2] == o.key[2] && it.key[2] != ""; same {
				a++
			}
			if a > most {
				best, most = o, a
			}
		}
		switch {
		case most >= alikeFloor && r.rule == "repeated-differs":
			var columns []string
			for i, c := range schema.Columns() {
				if it.key[i] != best.key[i] {
					columns = append(columns, columnName(c))
				}
			}
			r.add(r.atItem(e), []string{best.e.item.ID, whole}, "item %s is marked as printed again (再掲) and differs from %s in %s: make both say the same", e.item.ID, best.e.item.ID, strings.Join(columns, ", "))
		case most < alikeFloor && r.rule == "repeated-missing":
			r.add(r.atItem(e), []string{whole}, "item %s is marked as printed again (再掲), and no other item has its text: add the original, or take the mark away", e.item.ID)
		}
	}
}

// alike is the share of a's words that b has, each weighed by how few of n items hold it (inverse document frequency). Words are
// added up in a fixed order: sums of floats depend on it.
func alike(a, b map[string]bool, holds map[string]int, n int) float64 {
	both, all := 0.0, 0.0
	for _, w := range slices.Sorted(maps.Keys(a)) {
		weight := math.Log(float64(n+1) / float64(holds[w]))
		all += weight
		if b[w] {
			both += weight
		}
	}
	if all == 0 {
		return 0
	}
	return both / all
}
