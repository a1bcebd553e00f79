package diff

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/schema"
)

// yearSeasonsEn are the parts of the year in which something is done.
var yearSeasonsEn = setEn("spring summer autumn fall winter christmas easter")

// timesOfYearEn are the seasons and months in which promises say that something is done, each once; nil where they name a stretch (from May to July), a date or a deadline.
func timesOfYearEn(parts []part) (names []string, at Evidence) {
	var from *sentence // of the first
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k < len(w); k++ {
			t := w[k].text
			if !yearSeasonsEn[t] && !slices.Contains(monthsEn, t) || t == "fall" && textAt(w, k-1) != "the" && textAt(w, k-1) != "every" && textAt(w, k-1) != "each" || t == "may" && finiteEn[t] && textAt(w, k-1) != "in" && textAt(w, k-1) != "and" && textAt(w, k-1) != "every" && textAt(w, k-1) != "each" && textAt(w, k-1) != "," {
				continue
			}
			if n := textAt(w, k+1); n != "" && unicode.IsDigit(rune(n[0])) || n == "to" || n == "until" || n == "term" || n == "season" || n == "months" {
				return nil, at
			}
			j := k - 1
			for j > 0 && (w[j].text == "the" || w[j].text == "again" || w[j].text == "also" || w[j].text == "early" || w[j].text == "late" || w[j].text == "once" || w[j].text == "in" && w[j-1].text != "as" && j > 1 && (w[j-1].text == "again" || w[j-1].text == "once" || w[j-1].text == "and" || w[j-1].text == "also")) {
				j--
			}
			switch w[j].text {
			case "in", "every", "each", "and", ",", "as", "during", "well":
			default:
				return nil, at
			}
			if (w[j].text == "and" || w[j].text == ",") && len(names) == 0 {
				return nil, at // what it goes on from is no time
			}
			if slices.ContainsFunc(w[max(0, k-7):k], func(x wordEn) bool {
				return x.text == "between" || x.text == "from" || x.text == "by" || x.text == "until"
			}) {
				return nil, at
			}
			if !slices.Contains(names, t) {
				if names = append(names, t); at.Quote == "" {
					at, from = p.s.quote(w[j].start, w[k].end), p.s
				} else if from == p.s {
					at = p.s.quote(at.Start-p.s.Start, w[k].end)
				}
			}
		}
	}
	return names, at
}

// moreTimesEn finds further times of the year (every spring, in spring and again in autumn), or fewer.
func (v *view) moreTimesEn(sign float64) (Evidence, bool) {
	if ev, ok := v.turnMovesEn(sign); ok {
		return ev, true
	}
	was, _ := timesOfYearEn(v.planClauses())
	is, at := timesOfYearEn(v.plannedParts())
	if len(was) == 0 || len(is) == 0 || len(v.plannedParts()) == 0 {
		return Evidence{}, false
	}
	few, many := was, is
	if sign < 0 {
		few, many = is, was
	}
	if len(many) <= len(few) || slices.ContainsFunc(few, func(t string) bool { return !slices.Contains(many, t) }) {
		return Evidence{}, false
	}
	return at, true
}

// modeClassesEn are ways in which something is done, told or given, a class a line. A word of one class in the place of those of another tells that the way has changed; a way
// that stands beside another one is a further way.
var modeClassesEn = []map[string]bool{
	modeEn("hand manual manually hand-written handwritten pencil"),
	modeEn("paper printed print leaflet leaflets booklet booklets brochure brochures post posted mail mailed letter letters envelope envelopes card cards postal"),
	modeEn("person in-person face-to-face visit visits visited visiting inspector inspectors on-site onsite counter counters classroom classrooms doorstep doorsteps hall halls face tutor tutors lecturer lecturers surveyor surveyors warden wardens interviewer interviewers"),
	modeEn("telephone telephoned phone phoned"),
	modeEn("online internet web website websites webpage electronic electronically digital digitally e-mail email emails app apps portal portals video videos webinar webinars tablet tablets recorded streaming streamed remote remotely virtual virtually computer computers screen screens podcast podcasts"),
	modeEn("software automatic automatically automated machine machines robot robots drone drones camera cameras sensor sensors satellite satellites algorithm algorithms radar sonar laser probe probes logger loggers meters"),
}

func modeEn(words string) map[string]bool { return setEn(words) }

// modesIn are the classes of ways that promises name in what describes their act: behind a preposition, as an adverb, or before such a noun.
func modesIn(parts []part) (out [6]Evidence) {
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 1; k < len(w); k++ {
			for c, class := range modeClassesEn {
				if !class[w[k].text] || out[c].Quote != "" {
					continue
				}
				j := k - 1
				for j > 0 && j > k-4 && !phraseEndsEn[w[j].text] && w[j].text != "," && w[j].text != "and" && w[j].text != "or" && !p.s.has("verb", w[j].start, w[j].end) {
					j--
				}
				t := w[j].text
				adverb := strings.HasSuffix(w[k].text, "ly") || w[k].text == "online" || w[k].text == "in-person" || w[k].text == "face-to-face" || w[k].text == "on-site" || w[k].text == "onsite"
				if adverb || meansEn[t] || t == "in" || t == "on" || t == "from" || t == "over" || t == "at" || t == "and" || t == "or" {
					out[c] = p.s.quote(w[max(j, 0)].start, w[k].end)
				}
			}
		}
	}
	return out
}

// modesDifferEn finds another way for the same act, by classes of ways: taught in classrooms, from recorded lessons on tablets; by hand, by software.
func (v *view) modesDifferEn() []signal {
	if v.retained() < 0.25 {
		return nil
	}
	was := modesIn(v.planClauses())
	if !slices.ContainsFunc(was[:], func(e Evidence) bool { return e.Quote != "" }) {
		return nil
	}
	is := modesIn(v.plannedParts())
	reported := map[int]bool{}
	for _, r := range v.u.results {
		for _, x := range r.words {
			for c, class := range modeClassesEn {
				reported[c] = reported[c] || class[x.text]
			}
		}
	}
	fresh := -1
	for c := range modeClassesEn {
		there := slices.ContainsFunc(v.u.next, func(n *sentence) bool {
			return slices.ContainsFunc(n.words, func(x wordEn) bool { return modeClassesEn[c][x.text] })
		})
		if was[c].Quote != "" && there {
			return nil // it is still done that way
		}
		had := slices.ContainsFunc(v.u.plan, func(n *sentence) bool {
			return slices.ContainsFunc(n.words, func(x wordEn) bool { return modeClassesEn[c][x.text] })
		})
		if is[c].Quote != "" && !had && !reported[c] {
			fresh = c
		}
	}
	if fresh < 0 {
		return nil
	}
	return []signal{{string(schema.Revised), 3.2, is[fresh]}}
}

// turnsIn are how often promises do something by seasons, days or occasions, as a share of them: every other summer, each summer.
func turnsIn(parts []part) (noun string, share float64, at Evidence) {
	for _, p := range parts {
		w := between(p.s.words, p.clause().start, p.clause().end)
		for k := 0; k+1 < len(w); k++ {
			if w[k].text != "every" && w[k].text != "each" {
				continue
			}
			n, j := 1.0, k+1
			if w[j].text == "other" {
				n, j = 2, j+1
			} else if d := denominatorEn(w[j].text); d > 1 && w[j].text != "quarter" && w[j].text != "half" {
				n, j = d, j+1
			} else if w[j].text == "second" {
				n, j = 2, j+1
			}
			if t := textAt(w, j); seasonsEn[t] || yearSeasonsEn[t] || slices.Contains(weekdaysEn, t) || slices.Contains(monthsEn, t) || t == "weekend" || t == "evening" || t == "morning" || t == "night" {
				return t, 1 / n, p.s.quote(w[k].start, w[j].end)
			}
		}
	}
	return "", 0, Evidence{}
}

// turnMovesEn finds that something is done at more of the same seasons or days than before, or at fewer.
func (v *view) turnMovesEn(sign float64) (Evidence, bool) {
	a, was, _ := turnsIn(v.planClauses())
	b, is, at := turnsIn(v.plannedParts())
	return at, a != "" && a == b && (is-was)*sign > 0
}
