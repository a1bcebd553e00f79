package diff

import (
	"slices"
	"strings"
)

var (
	// orderEn open a point of a list that orders an act, though they may be auxiliaries or particles elsewhere: have a nurse on call, go on offering.
	orderEn = setEn("go keep carry have begin start let")
	// subordinatesEn open what is said inside another clause: advice on when to come back to donors who are turned away.
	subordinatesEn = setEn("who which that when where how if as whether whose why what")
)

// ordersEn says whether a clause of a plan is an order, a point without subject: its first word is a verb, and no auxiliary stands before what is
// subordinate to it.
func (s *sentence) ordersEn(w []wordEn, verbs map[int]bool) bool {
	if len(w) < 2 || !verbs[w[0].start] && !orderEn[w[0].text] || w[1].text == "been" || w[1].text == "had" {
		return false
	}
	at := slices.IndexFunc(w[1:], func(x wordEn) bool { return finiteEn[x.text] })
	return at < 0 || slices.ContainsFunc(w[1:1+at], func(x wordEn) bool { return subordinatesEn[x.text] })
}

// participleEn says whether a word behind a noun is a participle that tells which ones are meant: prisons holding young offenders, farms situated in the
// hills.
func participleEn(t string) bool {
	return len(t) > 5 && (strings.HasSuffix(t, "ing") || strings.HasSuffix(t, "ed")) && !endingNounsEn[t]
}

// endingNounsEn end like participles and are none behind a noun.
var endingNounsEn = setEn("training building housing planning meeting meetings lighting funding heating mooring evening morning spring string during starting beginning continuing regarding following including being having needed required planned concerned involved used wanted affected")

// emptyEn says whether an English clause promises nothing of its own: "and keep the arrangements under review", "as in previous years".
func (s *sentence) emptyEn(c *clause) bool {
	if s.words == nil {
		return false
	}
	r := s.r[c.start:c.end]
	return s.has("vague", c.start, c.end) || containsRunes(r, []rune("under review")) || containsRunes(r, []rune("previous year")) || containsRunes(r, []rune("as before")) || s.occursOnlyEn(c) || s.leftToThemEn(c)
}

// occurrenceEn are words of a clause that says only that something will be done: will go ahead, will again take place.
var occurrenceEn = setEn("go goes ahead forward take takes taken place happen held hold proceed proceeded carried carry out done do continue continued continues follow follows followed repeated repeat resumed place again once more anew duly likewise accordingly therefore planned scheduled coming next present year season seasons spring summer autumn winter months month week weeks time too well before pursued kept up undertaken way same")

// occursOnlyEn says whether a clause tells of what was named before it only that it will be done.
func (s *sentence) occursOnlyEn(c *clause) bool {
	acts := false
	for _, x := range between(s.words, c.start, c.end) {
		t := x.text
		if stopEn[t] || t[0] == '2' || !wordRune([]rune(t)[0]) {
			continue
		}
		if !occurrenceEn[t] {
			return false
		}
		acts = true
	}
	return acts
}
