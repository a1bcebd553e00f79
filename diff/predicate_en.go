package diff

import (
	"slices"
	"strings"
)

// predicateEn: the cue word is not said of people or things that a relative clause or an attribute describes (officers who completed the course, the
// completed forms).
func predicateEn(s *sentence, c *clause, h hit) bool {
	w := between(s.words, c.start, h.start)
	if n := len(w); n > 0 && h.cue != "goal" {
		switch w[n-1].text {
		case "the", "a", "an", "their", "its", "of", "for", "by", "any", "each", "every", "newly", "recently":
			if (h.cue == "split" || h.cue == "move" || h.cue == "merge") && strings.Contains(string(s.r[h.start:h.end]), " own") {
				return true // as a measure in its own right
			}
			return h.cue == "ended" && w[n-1].text != "the" && !strings.HasSuffix(string(s.r[h.start:h.end]), "ed") || h.cue == "under-way" || h.cue == "prepare" && n == 1 && (strings.HasPrefix(string(s.r[h.start:h.end]), "contract") || strings.HasPrefix(string(s.r[h.start:h.end]), "tender"))
		}
	}
	if attributeCueEn(s, c, h, w) {
		return false
	}
	finites := 0
	for k := len(w) - 1; k > 0; k-- {
		if finites > 1 || finites == 1 && strings.HasSuffix(textAt(w, k+1), "ed") {
			break // the relative clause has its own already
		}
		switch w[k].text {
		case "that":
			if t := textAt(w, k-1); t == "with" || t == "at" || t == "by" || t == "after" {
				continue // with that the commitment is met
			}
			fallthrough
		case "who", "which", "whose", "where", "when", "until", "unless", "if", "after", "before":
			return w[k].text == "that" && (textAt(w, k-1) == "it" || textAt(w, k-1) == "found" || slices.ContainsFunc(w[max(0, k-8):k], func(x wordEn) bool { return decidedEn[x.text] || x.text == "announced" || x.text == "said" })) || w[k].text == "when" && h.cue == "ended"
		}
		if finiteEn[w[k].text] {
			finites++
		}
	}
	if n := len(w); h.cue == "ended" && n > 0 && w[n-1].text == "being" {
		return false // leases will go on being concluded
	}
	switch h.cue {
	case "stop", "not-reached":
		if after := between(s.words, h.end, c.end); strings.HasSuffix(string(s.r[h.start:h.end]), "stopped") && textAt(after, 0) == "and" && haltedEn[textAt(after, 1)] {
			return false // Lorries will be stopped and searched
		}
		if after := between(s.words, h.end, c.end); string(s.r[h.start:h.end]) == "stopped" && (len(w) == 0 || !finiteEn[w[len(w)-1].text] && w[len(w)-1].text != "been") && len(after) > 0 && stopEn[after[0].text] {
			return false // the coach stopped in 31 villages
		}
		return h.cue == "stop" || c.kind != reasonClause
	case "widen":
		return c.tense == planned && c.kind == mainClause && (atVerbEn(w) || len(w) > 0 && changedNowEn(between(s.words, c.start, c.end), len(w)-1))
	}
	return true
}

// haltedEn is what is done to those who are stopped on their way.
var haltedEn = setEn("checked searched examined inspected weighed questioned fined asked tested warned reported controlled given handed")

// atVerbEn says whether the words before a verb leave it the predicate: will, to, and, adverbs, or nothing.
func atVerbEn(w []wordEn) bool {
	for k := len(w) - 1; k >= 0; k-- {
		switch t := w[k].text; {
		case modalsEn[t] || t == "and" || t == "to":
			return true
		case beEn[t] || strings.HasSuffix(t, "ly"):
			continue
		default:
			return false
		}
	}
	return true
}

// attributeCueEn says whether a cue word is a participle that tells which ones are meant, before the predicate of its clause: goods withdrawn from sale are replaced.
func attributeCueEn(s *sentence, c *clause, h hit, before []wordEn) bool {
	n := len(before)
	if n == 0 || finiteEn[before[n-1].text] || beEn[before[n-1].text] || stopEn[before[n-1].text] && before[n-1].text != "those" && before[n-1].text != "or" && before[n-1].text != "and" || adverbEn(before[n-1].text) || !wordRune([]rune(before[n-1].text)[0]) {
		return false
	}
	first := strings.Fields(string(s.r[h.start:h.end]))[0]
	if !strings.HasSuffix(first, "ed") && !strings.HasSuffix(first, "wn") && first != "struck" && first != "put" {
		return false
	}
	if slices.ContainsFunc(before, func(x wordEn) bool { return finiteEn[x.text] }) {
		return false
	}
	after := between(s.words, h.end, c.end)
	if (before[n-1].text == "or" || before[n-1].text == "and") && n > 2 && phraseEndsEn[before[0].text] && textAt(after, 0) == "," && slices.ContainsFunc(after, func(x wordEn) bool { return finiteEn[x.text] }) {
		return true // For every occupation added or struck off, a statement was
	}
	k := slices.IndexFunc(after, func(x wordEn) bool {
		return finiteEn[x.text] || x.text == "," || x.text == "when" || x.text == "as" || x.text == "because" || x.text == "and" || x.text == "but"
	})
	return k >= 0 && finiteEn[after[k].text] // those turned down will be
}
