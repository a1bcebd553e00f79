package diff

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:embed cues/ja_kin.txt
var kinText string

// kinJa finds words of one meaning: each line of the list is a class.
var kinJa = sync.OnceValue(func() *cueBook {
	book := &cueBook{cues: map[string]*compiledCue{}, words: map[string][]string{}, root: &cueNode{}}
	n := 0
	for line := range strings.Lines(kinText) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		n++
		book.class(cue{Name: strconv.Itoa(n), Words: words})
	}
	return book
})

// kinOf are the meanings that stretches of text speak of, each once.
func kinOf(texts ...[]rune) []string {
	var out []string
	for _, r := range texts {
		for _, h := range kinJa().find(r) {
			if !slices.Contains(out, h.cue) {
				out = append(out, h.cue)
			}
		}
	}
	return out
}

// actsText is what the clauses of a sentence do, without why and when.
func (s *sentence) actsText() []rune {
	var out []rune
	for i := range s.clauses {
		if c := &s.clauses[i]; c.kind == mainClause {
			out = append(append(out, s.r[c.start:c.end]...), '\n')
		}
	}
	return out
}

// linkLeft pairs commitments with sentences of the next plan that found none: what one year calls 研修 the next calls 講習, and a sentence said
// wholly in other words shares nothing with the plan. Two that are left over and speak of the same thing are the same commitment; where one of each is
// left, at the same place in the item, less is asked for.
func (rd *reader) linkLeft(units []*unit, next []*sentence) {
	if rd.lang.Code != "ja" {
		return
	}
	open := silentUnits(units)
	var free []*sentence
	for _, n := range next {
		if !goesOnWith(units, n) && !n.leadIn && n.promises && !n.background() && !n.has("begins", 0, len(n.r)) && !n.startsOutright("newly") {
			free = append(free, n)
		}
	}
	for len(open) > 0 && len(free) > 0 {
		best, bu, bn := 0.0, -1, -1
		for i, u := range open {
			for k, n := range free {
				if disjointBy(u.by, n.by) {
					continue
				}
				sc := rd.kinship(u, n)
				if slices.Index(units, u) == slices.Index(next, n) {
					sc += 0.5
				}
				if len(open) == 1 && len(free) == 1 {
					sc += 0.5
				}
				if sc > best {
					best, bu, bn = sc, i, k
				}
			}
		}
		if best < kinFloor {
			return
		}
		linkAll(open[bu], free[bn])
		open, free = slices.Delete(open, bu, bu+1), slices.Delete(free, bn, bn+1)
	}
}

// kinFloor is how much two sentences that share no words must have in common to be one commitment: three meanings, or two and their place.
const kinFloor = 2.9

// kinship counts what a commitment and a sentence have in common but words: meanings of their acts, those of their purposes by half, and kanji of words.
func (rd *reader) kinship(u *unit, n *sentence) float64 {
	var acts, whole [][]rune
	for _, s := range u.plan {
		acts, whole = append(acts, s.actsText()), append(whole, s.r)
	}
	a, b := kinOf(acts...), kinOf(n.actsText())
	wide, far := kinOf(whole...), kinOf(n.r)
	sc := 0.0
	for _, k := range far {
		switch {
		case slices.Contains(a, k) && slices.Contains(b, k):
			sc++
		case slices.Contains(wide, k):
			sc += 0.5
		}
	}
	if !sharesAct(u, n) {
		return 0
	}
	return sc + 0.5*overlap(u.features, n.features, nil)
}

// sharesAct says whether a sentence promises an act that means one of the commitment's: the same verb, or words of one meaning at the ends of both.
func sharesAct(u *unit, n *sentence) bool {
	for _, s := range u.plan {
		for i := range s.clauses {
			c := &s.clauses[i]
			if c.kind != mainClause {
				continue
			}
			for k := range n.clauses {
				o := &n.clauses[k]
				if o.kind != mainClause {
					continue
				}
				if !allIn([]rune(c.verb), lightJa) && sameVerbJa(c.verb, o.verb) {
					return true
				}
				there := kinOf(endOf(n, o))
				if slices.ContainsFunc(kinOf(endOf(s, c)), func(m string) bool { return slices.Contains(there, m) }) {
					return true
				}
			}
		}
	}
	return false
}

// endOf is where a clause tells what is done: its last words.
func endOf(s *sentence, c *clause) []rune {
	const reach = 16
	t := trimMarks(s.r[c.start:c.end])
	return t[max(0, len(t)-reach):]
}

// startsOutright says whether a cue of that class stands at the head of a sentence, or of what it says behind its subject.
func (s *sentence) startsOutright(cue string) bool {
	for _, h := range s.hits {
		if h.cue == cue && (h.start <= 1 || s.r[h.start-1] == '、') && hasRunes(s.r, h.start, "新") {
			return true
		}
	}
	return false
}

// circled is a number by which an item counts its own sentences: ① .. ⑳; 0 if there is none.
func circled(c rune) rune {
	if c >= '①' && c <= '⑳' {
		return c
	}
	return 0
}

// ownMark is the circled number that opens a sentence, as its mark or in its text.
func (s *sentence) ownMark() rune {
	for _, c := range s.mark {
		return circled(c)
	}
	for _, c := range s.r {
		return circled(c)
	}
	return 0
}

// namedMarks are the circled numbers that a sentence names as what it speaks of: ①及び②の取組, ①から③まで.
func (s *sentence) namedMarks() []rune {
	var out []rune
	for i, c := range s.r {
		if circled(c) == 0 || i+1 >= len(s.r) || i == 0 && !refersBehind(s.r, 1) {
			continue
		}
		if n := len(out); n > 0 && (endsWith(s.r[:i], "から") || endsWith(s.r[:i], "～") || endsWith(s.r[:i], "〜")) {
			for k := out[n-1] + 1; k < c; k++ {
				out = append(out, k)
			}
		}
		out = append(out, c)
	}
	return out
}

// refersBehind says whether a particle stands at i that makes what is before it something that is spoken of.
func refersBehind(r []rune, i int) bool {
	for _, w := range []string{"については", "について", "に関し", "及び", "、", "は", "の", "から", "～", "〜", "・", "を", "に", "並びに", "と", "も"} {
		if hasRunes(r, i, w) {
			return true
		}
	}
	return false
}

// byMark links a sentence with the commitments whose numbers it names; false if it names none of theirs.
func byMark(units []*unit, s *sentence, add func(u *unit)) bool {
	marks := s.namedMarks()
	any := false
	for _, u := range units {
		if len(u.plan) == 0 {
			continue
		}
		if m := u.plan[0].ownMark(); m != 0 && slices.Contains(marks, m) {
			add(u)
			any = true
		}
	}
	return any
}

// saysOnlyAgain says whether a sentence of the next plan holds nothing but that what was done goes on: 「引き続き、上記の取組を推進する。」,
// 「前年度と同様に取り組む。」
func (s *sentence) saysOnlyAgain() bool {
	if len(s.words) > 0 || !s.promises || s.has("stop", 0, len(s.r)) || s.has("ended", 0, len(s.r)) {
		return false
	}
	covered := make([]bool, len(s.r))
	again := false
	for _, h := range s.hits {
		switch h.cue {
		case "again", "this-measure", "anaphor", "same-way":
			again = again || string(s.r[h.start:h.end]) != "令和"
		case "filler", "from-then", "recurring", "follows":
		default:
			continue
		}
		for i := h.start; i < h.end; i++ {
			covered[i] = true
		}
	}
	if !again {
		return false
	}
	left := 0
	for i, c := range s.r {
		if !covered[i] && (isHan(c) && !strings.ContainsRune(lightJa+"年度月日末今後次以降前昨当上記同様各省庁関係機関連携協力一層更鋭意等", c) || isKana(c) || unicode.IsLetter(c) && c < 0x3000) {
			left++
		}
	}
	return left <= 1
}
