package pair

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"plandiff/diff/align"
	"plandiff/lang"
	"plandiff/schema"
)

// entry is an item in the words by which it is followed.
type entry struct {
	item    *schema.Item
	section int // index in the edition's sections
	text    string
	silent  bool // an older item without a next plan, or a newer one without a reprint where others have one
	words   int
}

// entries lists an edition's items in order, each with the text that take chooses.
func entries(e *schema.Edition, take func(*schema.Item) (text string, silent bool)) []entry {
	var out []entry
	for s := range e.Sections {
		for i := range e.Sections[s].Items {
			it := &e.Sections[s].Items[i]
			text, silent := take(it)
			if it.Title != "" {
				text = it.Title + "\n" + text
			}
			out = append(out, entry{item: it, section: s, text: text, silent: silent})
		}
	}
	return out
}

// texts chooses what is compared. The older edition speaks by its next plan. Where the newer edition reports on the
// year that the older one planned (or on a later one), it speaks by its reprint of that plan; a draft and the final
// text of one edition compare next plan with next plan. An item that lacks the column speaks by the other one.
func texts(from, to *schema.Edition) (old, new []entry) {
	next := func(i *schema.Item) (string, bool) {
		if len(i.NextPlan) == 0 {
			return joined(i.Plan), true
		}
		return joined(i.NextPlan), false
	}
	reprint := func(i *schema.Item) (string, bool) {
		if len(i.Plan) == 0 {
			return joined(i.NextPlan), true
		}
		return joined(i.Plan), false
	}
	if Reprints(from, to) {
		return entries(from, next), entries(to, reprint)
	}
	old, new = entries(from, next), entries(to, next)
	for _, side := range [][]entry{old, new} {
		for i := range side {
			side[i].silent = false // without reprints, nothing tells a finished item from a new one
		}
	}
	return old, new
}

// Reprints says whether the newer edition has a column that repeats what the older one planned: it reports on a
// plan at all, and that plan's year is not before the older edition's next plan.
func Reprints(from, to *schema.Edition) bool {
	if from.Years.NextPlan > 0 && to.Years.Plan > 0 && to.Years.Plan < from.Years.NextPlan {
		return false
	}
	for s := range to.Sections {
		for i := range to.Sections[s].Items {
			if len(to.Sections[s].Items[i].Plan) > 0 {
				return true
			}
		}
	}
	return false
}

// joined is the text of a cell, a paragraph a line.
func joined(cell []schema.Passage) string {
	texts := make([]string, len(cell))
	for i, p := range cell {
		texts[i] = p.Text
	}
	return strings.Join(texts, "\n")
}

// letterFeatures are the n-grams of a text: two and three letters running where words are not set apart (kana,
// kanji), three and four letters within each word elsewhere. They see what words share that differ in form.
func letterFeatures(text string) []align.Feature {
	var out []align.Feature
	run := make([]rune, 0, 64)
	east := false
	flush := func() {
		if len(run) == 0 {
			return
		}
		lo, hi := 2, 3
		if !east {
			run = append(append([]rune{' '}, run...), ' ')
			lo, hi = 3, 4
		}
		for n := lo; n <= hi; n++ {
			for i := 0; i+n <= len(run); i++ {
				out = append(out, hashed(run[i:i+n]))
			}
		}
		run = run[:0]
	}
	for _, r := range norm.NFKC.String(text) {
		r = unicode.ToLower(r)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != 'ー' {
			if r != ' ' && r != '\n' || !east { // East of here a line break is layout, not a word's end
				flush()
			}
			continue
		}
		if e := r >= 0x2e80; e != east { // the first block of East Asian script
			flush()
			east = e
		}
		run = append(run, r)
	}
	flush()
	return out
}

// wordFeatures are the content words of a text. A word of three or more kanji also counts by its pairs of kanji,
// for 情報共有体制 and 情報の共有 speak of the same thing.
func wordFeatures(l *lang.Language, text string) []align.Feature {
	var out []align.Feature
	for _, t := range l.Tokens(text) {
		if !t.Content() {
			continue
		}
		r := []rune(t.Norm)
		out = append(out, hashed(r))
		if t.Class == lang.Kanji && len(r) > 2 {
			for i := 0; i+2 <= len(r); i++ {
				out = append(out, hashed(r[i:i+2]))
			}
		}
	}
	return out
}

// hashed is FNV-1a over runes, with a last mix so that the low bits depend on all of them.
func hashed(r []rune) align.Feature {
	h := uint64(14695981039346656037)
	for _, c := range r {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h ^= h >> 32
	h *= 0x9e3779b97f4a7c15
	return align.Feature(h >> 32)
}
