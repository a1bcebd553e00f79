package diff

import (
	"slices"
	"strings"
)

// onlyAskedNow finds that the next plan asks about the very act that the plan promised, or tries it out, in nearly all of the plan's words:
// 「研修を実施することを検討する」, "will consider whether to write to pensioners".
func (v *view) onlyAskedNow(parts []part) (part, bool) {
	last := parts[len(parts)-1]
	if len(parts) > 1 || v.retained() < 0.7 {
		return part{}, false
	}
	for _, p := range v.planClauses() {
		if c := p.clause(); c.stage == studying || v.rd.lang.Code == "ja" && p.s.kindOfAct(c) == tryingAct {
			return part{}, false
		}
	}
	c := last.clause()
	if v.rd.lang.Code == "en" {
		return last, c.stage == studying && asksOfActEn(last.s.words) && !slices.ContainsFunc(v.u.plan, func(s *sentence) bool { return asksOfActEn(s.words) })
	}
	if last.s.has("trial", c.start, c.end) {
		return last, slices.ContainsFunc(v.planClauses(), func(p part) bool { return p.clause().verb == c.verb })
	}
	return last, slices.Contains([]string{"検討", "協議", "議論"}, c.verb) && asksOfActJa.in(last.s.r[c.start:c.end])
}

var asksOfActJa = newWordSet("ことを検討", "ことについて検討", "ことを協議", "ことについて協議", "ことを議論", "かどうか", "か否か", "べきか", "の可否", "の是非", "の要否", "実施を検討", "実施について検討", "開催を検討", "開催について検討", "導入を検討", "導入について検討")

var shouldEn = setEn("should can could might would ought")

// asksOfActEn says whether words ask about an act and do not do it: whether to hold it, the case for it.
func asksOfActEn(w []wordEn) bool {
	for k := 0; k+1 < len(w); k++ {
		switch n := w[k+1].text; w[k].text {
		case "whether":
			if n == "to" || (n == "it" || n == "they") && k+2 < len(w) && shouldEn[w[k+2].text] {
				return true
			}
		case "feasibility", "possibility", "merits", "merit", "advisability", "case", "prospect":
			if n == "of" || n == "for" {
				return true
			}
		case "option", "options", "scope":
			if k+2 < len(w) && n == "for" && strings.HasSuffix(w[k+2].text, "ing") {
				return true
			}
		}
	}
	return false
}
