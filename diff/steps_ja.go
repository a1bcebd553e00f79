package diff

import (
	"slices"
	"strings"
	"sync"

	"plandiff/lang"
)

// oneFrequency says whether plan and next plan each tell but once how often something is done.
func (v *view) oneFrequency() bool {
	count := func(parts []part) int {
		n := 0
		for _, a := range amountsOf(parts) {
			if a.Kind == lang.Frequency {
				n++
			}
		}
		return n
	}
	return count(v.planClauses()) == 1 && count(v.plannedParts()) == 1
}

// bareInPlan says whether the plan names what 各 binds without any limit: 在外公館において, 各在外公館で.
func (v *view) bareInPlan(h placedHead) bool {
	w := h.s.r[h.noun.Start:h.noun.End]
	for _, s := range v.u.plan {
		for i := range s.r {
			if startsAt(s.r, i, w) && (i == 0 || len(w) == 1 || !isWordJa(s.r[i-1]) && s.r[i-1] != 'の') {
				return true // 各校 points back to any school
			}
		}
	}
	return false
}

// carriesOnJa says whether a word of being on the way is the plan's own: 「敷設工事を進める」, of which 「敷設工事を進めた」 is what was promised.
func (v *view) carriesOnJa(s *sentence, c *clause, h hit) bool {
	if v.rd.lang.Code != "ja" || c.tense != past && !c.inherits && !endsWith(trimMarks(s.r[c.start:c.end]), "とともに", "ほか") || h.end-h.start < 2 || !isHan(s.r[h.start]) {
		return false
	}
	for _, p := range v.planClauses() {
		k := p.clause()
		for i := k.start; i < k.end; i++ {
			if startsAt(p.s.r, i, s.r[h.start:h.start+2]) && i > 0 && p.s.r[i-1] == 'を' && h.start > 0 && s.r[h.start-1] == 'を' {
				return overlap(k.features, c.features, nil) > 1
			}
		}
	}
	return false
}

// asksAsPlanned says whether a question is what the plan itself promises to talk about: 「税目をどうするかに関し、話し合う」 where the plan says 協議する.
func (v *view) asksAsPlanned(f found) bool {
	if v.rd.lang.Code == "en" && f.text() == "whether" && f.h.start == 0 && v.topStage(v.u.plan) == studying {
		return 2*overlap(f.s.features, v.u.features, nil) >= float64(len(v.u.features)) // the plan asked if, how or by what
	}
	if v.rd.lang.Code != "ja" || !strings.HasSuffix(f.text(), "か") && !strings.HasSuffix(f.text(), "か否か") || v.topStage(v.u.plan) != studying || f.s.self {
		return false
	}
	return overlap(f.c.features, v.u.features, nil) > 1
}

// deniesMaking says whether what was not reached is the making that the plan promises, by its name, and nothing else is told: 「取りまとめには
// 至らなかった」.
func (v *view) deniesMaking(s *sentence, c *clause, h hit) bool {
	if len(v.u.results) > 1 {
		return false
	}
	for _, n := range s.hits {
		if n.cue != "not-all-yet" || n.end > h.start || n.start < max(c.start, h.start-9) {
			continue
		}
		text := s.r[n.start:n.end]
		for len(text) > 0 && (text[len(text)-1] == 'に' || text[len(text)-1] == 'は') {
			text = text[:len(text)-1]
		}
		for _, p := range v.planClauses() {
			if len(text) > 1 && containsRunes(p.s.r[p.clause().start:p.clause().end], text) {
				return true
			}
		}
	}
	return false
}

// describesJa says whether a verb goes on at i to describe a noun: する際, した世帯, する者.
func describesJa(r []rune, i int) bool {
	for _, w := range []string{"する", "した", "を行う", "を行った", "しようとする", "している"} {
		k := i + len([]rune(w))
		if !hasRunes(r, i, w) || k >= len(r) || !isHan(r[k]) && !isKana(r[k]) {
			continue
		}
		return !slices.ContainsFunc([]string{"方針", "予定", "方向", "段階", "必要"}, func(no string) bool { return hasRunes(r, k, no) })
	}
	return false
}

// changeInPlan says whether the plan has a word of change, of which what is changed in the next plan may be another name.
func (v *view) changeInPlan() bool {
	return slices.ContainsFunc([]string{"転換", "移行", "切替え", "切り替え", "移転", "変更", "置換"}, func(w string) bool { return containsRunes(v.planText, []rune(w)) })
}

// endsInQuality says whether a clause ends in an adjective, and so promises nothing: 「調査が進みにくい」.
func endsInQuality(r []rune) bool {
	t := trimMarks(r)
	return len(t) > 2 && t[len(t)-1] == 'い' && !endsWith(t, "ない", "たい")
}

// nextStep says whether a clause goes on with what the act before it brought and does something of its own with it: 「調査を実施し、当該調査により
// 把握された事案について、事業所に立ち入って事実関係を確かめる」.
func (v *view) nextStep(p part) bool {
	c := p.clause()
	if v.rd.lang.Code != "ja" || p.c == 0 || !p.s.has("anaphor", c.start, min(c.end, c.start+8)) && !hasRunes(p.s.r, c.start, "これにより") && !hasRunes(p.s.r, c.start, "その結果") && !hasRunes(p.s.r, c.start, "把握した") {
		return false
	}
	return v.freshAct(p)
}

// copiedBefore says whether a clause does something of its own behind one that repeats the plan's whole act: 「冊子を窓口に置き、同じ内容の動画を配信する」.
func (v *view) copiedBefore(p part) bool {
	if v.rd.lang.Code != "ja" || p.c == 0 || len(v.planClauses()) == 0 || len(p.clause().features) < 3 {
		return false
	}
	all := v.planClauses()
	b := &p.s.clauses[p.c-1]
	if b.kind != mainClause || b.verb == "" || b.verb != all[len(all)-1].clause().verb {
		return false
	}
	was, is := actsOf(all), []uint64{}
	for i := range p.c {
		is = append(is, p.s.clauses[i].own...)
	}
	slices.Sort(is)
	if len(was) < 4 || overlap(was, slices.Compact(is), nil) < 0.9*float64(len(was)) {
		return false
	}
	c := p.clause()
	share, _ := v.knownIn(p.s.r[c.start:c.end], v.planSet, v.planText)
	return v.freshAct(p) || share == 0 && c.verb != "" && !allIn([]rune(c.verb), lightJa) && c.kind == mainClause
}

// toldTwice says whether a number tells ahead what another one of the sentence counts: 「確保ができたのは62品目分であり、62品目について実施した」.
func toldTwice(a amount) bool {
	if len(a.s.words) > 0 || !hasRunes(a.s.r, a.Span.End, "分で") {
		return false
	}
	return slices.ContainsFunc(a.s.quantities, func(q lang.Quantity) bool { return q.Span.Start > a.Span.End && q.Value == a.Value && q.Unit == a.Unit })
}

// otherManner says whether what is stopped is a manner of doing the act, which goes on in another one: 「会場に集まる形をやめ、動画を視聴する形で行う」.
func (v *view) otherManner(f found) bool {
	if v.rd.lang.Code != "ja" || f.c.kind != mainClause || f.c.end == len(f.s.r) {
		return false
	}
	before := f.s.r[f.c.start:f.h.start]
	if hasRunes(f.s.r, f.h.start, "を") || hasRunes(f.s.r, f.h.start, "は") {
		// the particle is part of the cue word
	} else if endsWith(before, "を", "は") {
		before = before[:len(before)-1]
	}
	if !endsWith(before, "形", "形式", "方式", "方法", "やり方", "手法", "様式", "進め方", "運び", "扱い", "取扱い", "体裁", "配り方", "集め方", "開き方", "仕方", "形態", "手段", "対面", "紙", "郵送", "会場での開催", "集合", "書面", "手作業", "目視") {
		return false
	}
	last := &f.s.clauses[len(f.s.clauses)-1]
	return last.tense == planned && !last.negated && f.s.promises
}

// plainActs are meanings of acts by which a result is known to speak of what was promised. What many acts end in (作成, 公表, 検討) is none.
var plainActs = sync.OnceValue(func() []string {
	return kinOf([]rune("研修 会議 調査 周知 助成 派遣 貸与 点検 相談 取締り 表彰 訓練"))
})

// akin says whether a result speaks of the only thing that was promised in words that mean the same: 「周知を店頭で行う」, 「店頭でポスターを掲示した」. A

// word of the plan and a meaning of its act.
func akin(u *unit, r *sentence) bool {
	if disjointBy(u.by, r.by) || overlap(u.features, r.features, nil) == 0 {
		return false
	}
	var acts [][]rune
	for _, s := range u.plan {
		acts = append(acts, s.actsText())
	}
	mine := kinOf(acts...)
	return slices.ContainsFunc(kinOf(r.actsText()), func(k string) bool { return slices.Contains(mine, k) && slices.Contains(plainActs(), k) })
}

// actInPlan says whether what is joined to a list is an act that the plan promises of the same thing: 「…のほか、就農直後の者への資金の交付を行い」 where the
// plan says 資金を交付する.
func (v *view) actInPlan(s *sentence, after []rune) bool {
	if len(s.words) > 0 {
		return false
	}
	run := func(end int) (int, int) {
		for end > 0 && !isWordJa(after[end-1]) {
			end--
		}
		start := end
		for start > 0 && isWordJa(after[start-1]) {
			start--
		}
		return start, end
	}
	a, b := run(len(after))
	x, y := run(a)
	return b-a > 1 && y-x > 1 && containsRunes(v.planText, after[a:b]) && containsRunes(v.planText, after[x:y])
}

// condensed says whether the next plan goes on with this commitment in a clause that goes on with others too.
func (v *view) condensed() bool {
	return v.rd.lang.Code == "ja" && slices.ContainsFunc(v.parts, func(p part) bool { return v.claimed[p] > 1 })
}

// stillBy says whether the plan's own act is still done, by means of which the next plan does what it was for: 「侵入を警戒するため調査を行う」, 「調査を通じ、警戒に当たる」.
func (v *view) stillBy() bool {
	if v.rd.lang.Code != "ja" || len(v.planClauses()) == 0 {
		return false
	}
	all := v.planClauses()
	w := []rune(all[len(all)-1].clause().verb)
	if len(w) < 2 {
		return false
	}
	for _, p := range v.plannedParts() {
		r := p.s.r
		for i := p.clause().start; i+len(w) < p.clause().end; i++ {
			if startsAt(r, i, w) && wordAt(r, i+len(w), []string{"を通じ、", "を通じて、", "を通して、", "を行うことにより、", "を行うことで、", "を実施することにより、", "を実施することで、", "を重ね、", "を続けることで、"}) > 0 {
				return true
			}
		}
	}
	return false
}
