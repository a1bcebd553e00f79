package diff

import (
	"slices"
	"strings"
	"unicode"
)

// Where in the plan a measure goes, read off the place that a sentence names: "item 2.6 now takes in the seminars", "baths appear under 5.1 and beaches under 5.2". A place may
// also only be referred to: "in line with item 9.4".

// referEn stand before a place of the plan that is only referred to, by themselves or behind one of their words.
var referEn = map[string]map[string]bool{
	"like": nil, "than": nil, "beside": nil, "besides": nil, "via": nil, "since": nil, "after": nil, "before": nil, "upon": nil, "alongside": nil, "following": nil, "unlike": nil, "despite": nil, "against": nil,
	"with":  setEn("line accordance keeping connection cooperation coordination coordinated agreement consistent parallel along link linked liaison consultation harmony conformity"),
	"to":    setEn("according addition reference similar parallel related relation thanks owing regard next refers annexed analogous contrast due pursuant respect identical response"),
	"for":   setEn("used needed bought set set-up built made required provided intended foreseen designed planned"),
	"on":    setEn("based building built drawing relying draws builds relies modelled"),
	"of":    setEn("results result findings outcome outcomes conclusions requirements purposes rooms data terms aims provisions figures staff visits help basis light lists framework-conditions"),
	"in":    setEn("described mentioned announced advertised explained referred named defined specified used as drawn laid agreed promised foreseen provided published found-in"),
	"under": setEn("described trained funded bought collected drawn issued made set foreseen built obtained gained agreed procured purchased developed created appointed recruited as"),
}

// placeRefersEn says whether a place of the plan that an English sentence names is only referred to, so that nothing goes there: in line with item 9.4, the rooms used for item 2.6.
func (v *view) placeRefersEn(f found) bool {
	if v.rd.lang.Code != "en" {
		return false
	}
	w := f.s.words
	k := slices.IndexFunc(w, func(x wordEn) bool { return x.start >= f.h.start })
	if k < 1 {
		return false
	}
	j := k - 1
	if w[j].text == "(" || w[j].text == "see" && textAt(w, j-1) == "(" { // the name before the brackets
		for j > 0 && (w[j].text == "(" || w[j].text == "see") {
			j--
		}
	}
	for j > 0 && !phraseEndsEn[w[j].text] && w[j].text != "like" && w[j].text != "," && w[j].text != "via" && w[j].text != "beside" && w[j].text != "besides" && w[j].text != "following" {
		j--
	}
	for j > 1 && (w[j].text == "for" || w[j].text == "of" || w[j].text == "on") && w[k-1].text == "(" && !referEn[w[j].text][w[j-1].text] && phraseEndsEn[textAt(w, j-3)] {
		j -= 2 // in the course for new masters (item 2.6)
		for j > 0 && !phraseEndsEn[w[j].text] {
			j--
		}
	}
	if t := w[j].text; t == "under" || t == "in" || t == "at" || t == "of" { // like the handbook under item 7.3
		i := j - 1
		for i > 0 && i > j-5 && !phraseEndsEn[w[i].text] && w[i].text != "," {
			if w[i].text == "like" || w[i].text == "unlike" {
				return true
			}
			i--
		}
	}
	if w[k-1].text == "see" && textAt(w, k-2) != "(" { // for the handbook see item 7.3
		for i := k - 2; i >= 0 && i > k-9; i-- {
			if w[i].text == "for" {
				share, any := v.knownIn(f.s.r[w[i].end:w[k-1].start], v.planSet, v.planText)
				return any && share == 0
			}
		}
	}
	if w[j].text == "of" && j > 0 && !memberOfEn[w[j-1].text] { // teachers of the programme (item 4.8) may attend
		i := j - 1
		for i > 0 && w[i].start > f.c.start && !phraseEndsEn[w[i].text] && w[i].text != "," && w[i].text != "and" {
			i--
		}
		if w[i].text == "and" || w[i].start <= f.c.start && !finiteEn[w[i].text] && len(f.s.clauses) > 1 {
			return true
		}
	}
	words, refers := referEn[w[j].text]
	if !refers {
		return false
	}
	if words == nil {
		return true
	}
	g := textAt(w, j-1)
	if !words[g] {
		return false
	}
	if strings.HasSuffix(g, "ed") && w[j].text == "under" && finiteEn[textAt(w, j-2)] {
		return false // is now funded under item 3: it goes on there
	}
	return !slices.ContainsFunc(f.s.hits, func(h hit) bool { // made part of the helpline described in item 3.4
		return (h.cue == "merge" || h.cue == "move" || h.cue == "split") && h.start >= f.c.start && h.end < w[j-1].start
	})
}

// hasPlace says whether a sentence names a place of the plan to which a measure can go.
func (v *view) hasPlace(s *sentence) bool {
	for _, h := range s.hits {
		if h.cue == "elsewhere" && !v.placeRefersEn(found{s, s.clauseAt(h.start), h}) {
			return true
		}
	}
	return false
}

// dottedPlaceEn says whether word k is the number of a place of the plan by itself: under 5.1, as 3.4.2. A measure has a unit behind it: to 5.1 million.
func dottedPlaceEn(w []wordEn, k int) bool {
	dot := strings.IndexByte(w[k].text, '.')
	if dot < 1 || dot+1 == len(w[k].text) || !unicode.IsDigit(rune(w[k].text[0])) {
		return false
	}
	switch w[k-1].text {
	case "under", "in", "at", "as", "see", "into", "within":
	case "and", "to", ",": // see 3.1 for quay walls and 3.2 for fairways; walls to 3.1, fairways to 3.2
		if strings.Contains(textAt(w, k-2), ".") {
			return false // items 4.1 and 4.2
		}
		if !slices.ContainsFunc(w, func(x wordEn) bool {
			return x.start != w[k].start && len(x.text) < 7 && strings.Contains(x.text, ".") && unicode.IsDigit(rune(x.text[0]))
		}) || w[k-1].text == "to" && !(textAt(w, k+1) == "" || textAt(w, k+1) == "." || textAt(w, k+1) == "," || textAt(w, k+1) == ";" || textAt(w, k+1) == "and") {
			return false
		}
	default:
		return false
	}
	n := textAt(w, k+1)
	return n == "" || n == "and" && numberEn(textAt(w, k+2)) == 0 || n == "while" || phraseEndsEn[n] || !wordRune([]rune(n)[0]) && n != "%" && n != "°"
}

// takesUpEn are verbs by which one item takes in what another did.
var takesUpEn = setEn("includes include covers cover comprises comprise contains contain embraces embrace encompasses encompass absorbs absorb absorbed incorporates incorporate incorporated subsumes subsumed widened extended enlarged expanded broadened hosts houses accommodates treats carries")

// takenUpEn finds another item that takes the measure in: item 2.6 now takes in the seminars; the course (item 2.6) will have a day on them.
func (v *view) takenUpEn() *found {
	if v.rd.lang.Code != "en" {
		return nil
	}
	at := v.places()
	if len(at) != 1 {
		return nil
	}
	f := at[0]
	w := f.s.words
	k := slices.IndexFunc(w, func(x wordEn) bool { return x.start >= f.h.end })
	if k < 1 {
		return nil
	}
	if w[k].text == ")" || strings.Contains(w[k].text, ".") || unicode.IsDigit(rune(w[k].text[0])) {
		k++
	}
	if w[k-1].start > f.h.end+6 {
		return nil
	}
	if textAt(w, k) == "," { // , the course for new masters,
		for j := k + 1; j < len(w) && j < k+10; j++ {
			if w[j].text == "," {
				k = j + 1
				break
			}
		}
	}
	if !finiteEn[textAt(w, k)] && textAt(w, k) != "now" && !takesEn[textAt(w, k)] && !takesUpEn[textAt(w, k)] {
		return nil // no subject
	}
	from := slices.IndexFunc(w, func(x wordEn) bool { return x.start >= f.c.start })
	for j := k - 1; j > from && j > 0; j-- {
		if t := w[j].text; t == "because" || t == "since" || t == "that" && w[j-1].text == "now" || t == "as" {
			from = j + 1
			break
		}
	}
	for j := max(0, from); j < k; j++ { // the place is the subject by itself, and stands in no phrase behind another noun
		if t := w[j].text; phraseEndsEn[t] && t != "as" && t != "since" && t != "because" && t != "for" && t != "of" && t != "on" {
			return nil
		}
	}
	will := modalsEn[textAt(w, k)]
	for j := k; j < len(w) && j < k+7 && w[j].text != "," && w[j].text != ";"; j++ {
		t, n := w[j].text, textAt(w, j+1)
		if takesUpEn[t] || takesEn[t] && (n == "in" || n == "up" || n == "over" || n == "on") || (t == "deal" || t == "deals") && n == "with" || (t == "speak" || t == "speaks") && n == "of" || t == "address" || t == "addresses" || t == "discusses" || t == "handles" ||
			will && (t == "have" || t == "include" || t == "report" || t == "run" || t == "treat" || t == "teach" || t == "hold" || t == "offer" || t == "provide" || t == "devote" || t == "give") {
			return &found{f.s, f.c, hit{"merge", w[max(0, k-1)].start, w[j].end}}
		}
	}
	return nil
}

// marksSeveral adds to a sentence of the next plan that one item becomes several: replaced by two items, continued as two, each has an item to itself.
func (s *sentence) marksSeveral(w []wordEn) {
	for k := range w {
		t, n := w[k].text, textAt(w, k+1)
		switch {
		case severalEn[t]:
			j := k + 1
			for j < len(w) && j < k+4 && (w[j].text == "separate" || w[j].text == "new" || w[j].text == "distinct" || w[j].text == "different" || w[j].text == "independent" || w[j].text == "smaller" || w[j].text == "single" || w[j].text == "successor") {
				j++
			}
			entries := ownEntryEn[textAt(w, j)] && strings.HasSuffix(textAt(w, j), "s") || entriesEn[textAt(w, j)]
			bare := n == ":" || n == "," || n == "" || n == "." || n == "-"
			if !entries && !bare {
				continue
			}
			if p := textAt(w, k-1); bare && (p == "as" || p == "into" || p == "in") || entries && (p == "as" || p == "into" || p == "by" || p == "in" || p == "to" || p == "for" || p == "under" || p == "becomes" || p == "become" || p == "make" || p == "makes" || p == "forms" || p == "form" || p == "of") || bare && p == "under" {
				for g := k - 1; g >= 0 && g > k-9; g-- {
					if dividesEn[w[g].text] {
						s.dropEndsEn(w[g].start, w[k].end)
						s.several(w[g].start, w[min(j, len(w)-1)].end)
						break
					}
				}
			}
		case t == "for" && n == "each" && (entriesEn[textAt(w, k-1)] || ownEntryEn[textAt(w, k-1)]) && k > 1 && (w[k-2].text == "an" || w[k-2].text == "a" || w[k-2].text == "separate" || w[k-2].text == "one"):
			s.several(w[k-1].start, w[k+1].end) // with an item for each
		case t == "own" && ownEntryEn[n] && (textAt(w, k-1) == "its" || textAt(w, k-1) == "their"):
			for j := k + 2; j+1 < len(w) && j < k+6; j++ { // has been given its own item, and so has advice
				if w[j].text == "so" && finiteEn[w[j+1].text] {
					s.several(w[k].start, w[j].end)
					s.dropEndsEn(0, w[j].end)
				}
			}
		case t == "one" && ownEntryEn[n] && textAt(w, k-1) == "of" && (textAt(w, k-2) == "instead" || textAt(w, k-2) == "place"):
			if slices.ContainsFunc(w[k+1:], func(x wordEn) bool { return severalEn[x.text] }) {
				s.several(w[k].start, w[k+1].end)
			}
		case t == "each" || t == "both":
			for j := k + 1; j < len(w) && j < k+9 && w[j].text != ";"; j++ {
				if !(ownEntryEn[w[j].text] && w[j].text != "measure" && w[j].text != "action" && w[j].text != "actions" && w[j].text != "measures" || w[j].text == "number" || w[j].text == "line" || w[j].text == "chapter") {
					continue
				}
				if d := textAt(w, j-1); (d == "an" || d == "a" || d == "its") && (textAt(w, j+1) == "by" || textAt(w, j+1) == "in" && textAt(w, j+2) == "its") {
					s.several(w[k].start, w[j].end)
				}
				if p := textAt(w, j+1); p == "to" && strings.HasSuffix(textAt(w, j+2), "self") || p == "to" && strings.HasSuffix(textAt(w, j+2), "selves") || p == "of" && textAt(w, j+3) == "own" || textAt(w, j-1) == "separate" || textAt(w, j-1) == "own" {
					s.several(w[k].start, w[j].end)
				}
				break
			}
		}
	}
	if severalEn[textAt(w, 0)] && (ownEntryEn[textAt(w, 1)] || ownEntryEn[textAt(w, 2)] || entriesEn[textAt(w, 1)]) { // Two items take its place
		for j := 2; j < len(w) && j < 12; j++ {
			if t := w[j].text; t == "place" || t == "replace" || t == "succeed" || t == "stead" || t == "instead" || t == "follow" {
				s.several(w[0].start, w[j].end)
				break
			}
		}
	}
}

var (
	// severalEn count what one item becomes.
	severalEn = setEn("two three four five six seven several")
	// entriesEn are what is counted, beside ownEntryEn.
	entriesEn = setEn("commitments headings numbers lines chapters rows parts strands sections halves programmes projects schemes")
	// dividesEn are verbs by which one becomes several.
	dividesEn = setEn("replaced replace replaces becomes become became continued continue continues divided divides split splits broken made turned turns turn gives give given recast reorganised reorganized separated cut carried pursued appear appears stand stands followed follow succeeded run runs reported listed entered shown forms form formed treated dealt handled parted make makes way taken dissolved dissolves dissolve resolved")
)

// namedPlaceEn says whether a place of the plan is that of a thing with a name of its own, which the plan does not know: the riders' handbook (item 7.3), the handbook of item
// 7.3, the handbook, see item 7.3. What goes there goes on inside it.
func (v *view) namedPlaceEn(f found) bool {
	w := f.s.words
	k := slices.IndexFunc(w, func(x wordEn) bool { return x.start >= f.h.start })
	if v.rd.lang.Code != "en" || k < 3 {
		return false
	}
	j := k - 1
	switch {
	case w[j].text == "(":
		j--
	case w[j].text == "see" && (w[j-1].text == "," || w[j-1].text == ";" || w[j-1].text == "("):
		j -= 2
	case w[j].text == "of" || w[j].text == "under":
		j--
	case w[j].text == "as":
		return false
	default:
		return false
	}
	end := j
	for j > 0 && !phraseEndsEn[w[j].text] && w[j].text != "," && (wordRune([]rune(w[j].text)[0]) || w[j].text == "'" || w[j].text == "’") {
		j--
	}
	if j == end || j == 0 && w[k-1].text != "(" {
		return false
	}
	for j > 2 && (w[j].text == "on" || w[j].text == "of" || w[j].text == "for" || w[j].text == "about" || w[j].text == "to") && !finiteEn[w[j-1].text] { // one of the lessons of the programme on money matters
		i := j - 1
		for i > 0 && !phraseEndsEn[w[i].text] && w[i].text != "," && wordRune([]rune(w[i].text)[0]) {
			i--
		}
		if t := w[i].text; i == j-1 || t != "of" && t != "in" && t != "into" && t != "within" && t != "inside" && t != "on" && t != "for" && t != "about" {
			break
		}
		j = i
	}
	switch w[j].text {
	case "in", "into", "within", "inside", "by", "under":
	case "of", "to":
		if !memberOfEn[textAt(w, j-1)] {
			return false
		}
	default:
		return j == 0
	}
	share, any := v.knownIn(f.s.r[w[j].end:w[end].end], v.planSet, v.planText)
	return any && share < 0.5
}

// saysHereEn says whether a sentence speaks of what the item itself did: "What was done here will be done within the course (item 2.6)".
func (s *sentence) saysHereEn() bool {
	return s.words != nil && s.has("elsewhere", 0, len(s.r)) && slices.ContainsFunc(s.words, func(x wordEn) bool { return x.text == "here" || x.text == "hitherto" })
}

// marksAsOne adds to a sentence of the next plan that a measure and what stands at another place of the plan become one: this item and item 2.6 are put together; will be one
// undertaking.
func (s *sentence) marksAsOne(w []wordEn) {
	if !s.has("elsewhere", 0, len(s.r)) {
		return
	}
	for k := 1; k+1 < len(w); k++ {
		switch t, p, n := w[k].text, w[k-1].text, w[k+1].text; {
		case (t == "one" && p != "a" || t == "single" && p == "a") && unicode.IsLetter(rune(n[0])) && !phraseEndsEn[n] && n != "day" && n != "year":
			if p == "a" {
				p = textAt(w, k-2)
			}
			if p == "be" || p == "become" || p == "becomes" || p == "form" || p == "forms" || p == "as" || p == "into" || p == "are" {
				s.hits = append(s.hits, hit{"merge", w[k].start, w[k+1].end})
			}
		case t == "and" && k < 6 && ownEntryEn[p] && ownEntryEn[n] && slices.ContainsFunc(s.hits, func(h hit) bool { return h.cue == "elsewhere" && h.start == w[k+1].start }):
			s.hits = append(s.hits, hit{"merge", w[k-1].start, w[k+1].end})
		}
	}
}

// several adds that one item becomes several.
func (s *sentence) several(from, to int) {
	s.hits = append(s.hits, hit{"split", from, to}, hit{"several-items", from, to})
}
