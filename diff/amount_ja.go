package diff

import (
	"plandiff/lang"
	"plandiff/schema"
)

// firstThen are the clauses of the next plan that tell what is done before the promised act and for it, in the past by their form only: 「補助の割合を３分の２に
// 改めた上で、…補助する」.
func (v *view) firstThen() []part {
	if v.rd.lang.Code != "ja" {
		return nil
	}
	var out []part
	for _, p := range v.plannedParts() {
		if p.c == 0 {
			continue
		}
		c := &p.s.clauses[p.c-1]
		if c.kind == mainClause && c.tense == past && !c.negated && endsWith(trimMarks(p.s.r[c.start:c.end]), "上で", "うえで") {
			out = append(out, part{p.s, p.c - 1})
		}
	}
	return out
}

// attributeGone says whether the noun that a condition describes is gone with it from the next plan: a thing named more shortly, and not a limit that was
// lifted: 「認定を受けた施設を検索できる地図」, 「検索地図」.
func (v *view) attributeGone(f *found) bool {
	if v.rd.lang.Code != "ja" || f.s.column != schema.Plan {
		return false
	}
	k := f.h.end
	for k < f.c.end && isHira(f.s.r[k]) {
		k++
	}
	start, end := nounAfterJa(f.s.r, k)
	return end-start > 1 && !containsRunes(v.nextRow, f.s.r[max(start, end-2):end])
}

// ofAgeJa says whether a stretch of time is how old the things are at least that are meant: 「設置から15年を経た昇降機」.
func ofAgeJa(a amount) bool {
	if a.s.words != nil || a.Kind != lang.Duration {
		return false
	}
	return wordAt(a.s.r, a.Span.End, []string{"を経た", "を経過した", "を経過する", "が経過した", "が経過する", "を過ぎた", "を過ぎる", "が過ぎた", "を超えた", "を超える", "以上経過", "以上を経", "以上経った", "以上たった", "余りを経", "がたった", "が経った", "以上使"}) > 0
}

// leftToDo says whether a stretch of a sentence, or what stands right before it, names what is still to be done: 「残る３基」, 「未設置の県」.
func (s *sentence) leftToDo(start, end int) bool {
	if s.words != nil {
		return false
	}
	for _, h := range s.hits {
		if h.cue == "gap" && h.end > start-3 && h.start < end {
			return true
		}
	}
	from := max(0, start-8)
	for _, w := range []string{"残る", "残り", "残余", "未完了", "未達"} {
		if containsRunes(s.r[from:end], []rune(w)) {
			return true
		}
	}
	return false
}

// onlyTheRest says whether the next plan does what is left of an act that was done in part: 「未設置の８県に設ける」.
func (v *view) onlyTheRest(parts []part) bool {
	if v.rd.lang.Code != "ja" || v.progress != schema.PartlyDone || len(parts) == 0 {
		return false
	}
	p := parts[len(parts)-1]
	c := p.clause()
	for _, s := range v.u.plan {
		if s.has("gap", 0, len(s.r)) {
			return false // for those who have it not, as before
		}
	}
	return p.s.leftToDo(c.start, c.end)
}
