package diff

import (
	"slices"

	"plandiff/lang"
	"plandiff/schema"
)

var elsewhereRules = []Rule{
	{
		ID: "merged-into", For: "disposition", Ja: "他の項目の中で行うことを記載",
		Doc:     "The next plan says that it goes on inside another item.",
		Mirror:  "split-into",
		Example: "-- plan --\n司書を対象とした研修会を開催する。\n-- results --\n研修会を開催した。\n-- next_plan --\n当該研修会は、項番(ア)の「図書館職員研修」に統合して実施する。\n-- want --\nmerged\n",
		find:    func(v *view) []signal { return v.elsewhere("merge", schema.Merged) },
	},
	{
		ID: "split-into", For: "disposition", Ja: "複数の項目に分けて行うことを記載",
		Doc:     "The next plan says that it goes on as several items.",
		Mirror:  "merged-into",
		Example: "-- plan --\n司書及び学芸員を対象とした研修会を開催する。\n-- results --\n研修会を開催した。\n-- next_plan --\n当該研修会は二つの施策に分割し、司書を対象とするものは項番(ア)で、学芸員を対象とするものは項番(イ)で実施する。\n-- want --\nsplit\n",
		find:    func(v *view) []signal { return v.elsewhere("split", schema.Split) },
	},
	{
		ID: "moved-to", For: "disposition", Ja: "他の箇所又は他の府省庁で行うことを記載",
		Doc:     "The next plan says that it goes on as an item elsewhere or under another ministry.",
		Waiver:  "A statement about the measure.",
		Example: "-- plan --\n司書を対象とした研修会を開催する。\n-- results --\n研修会を開催した。\n-- next_plan --\n本施策は令和６年４月に文化庁に移管されたことから、今後は同庁において実施する。\n-- want --\nmoved\n",
		find:    func(v *view) []signal { return v.elsewhere("move", schema.Moved) },
	},
	{
		ID: "other-ministry", For: "disposition", Ja: "実施する府省庁が全て入れ替わった",
		Doc:     "The next plan names as the one who acts a ministry that did not act before, and none of those that did.",
		Waiver:  "It is its own mirror.",
		Example: "-- plan --\n総務省において、郵便局の窓口での相談会を行う。\n-- results --\n相談会を行った。\n-- next_plan --\n令和６年度からは、法務省において、郵便局の窓口での相談会を行う。\n-- want --\nmoved\n",
		find:    otherMinistry,
	},
}

// elsewhere finds a statement that the measure goes on at another place, which the sentence names: an item, a chapter,
// a quoted name, a ministry, or the measure itself as subject.
func (v *view) elsewhere(cue string, label schema.Disposition) []signal {
	if f := v.severalItems(); f != nil {
		if label == schema.Split {
			return []signal{{string(label), 7.5, f.evidence()}}
		}
		return nil
	}
	if f := v.eachTopicPlaced(); f != nil {
		if label == schema.Split {
			return []signal{{string(label), 7.5, f.evidence()}}
		}
		return nil
	}
	if f := v.eachItsPlace(); f != nil {
		if label == schema.Split {
			return []signal{{string(label), 7.5, f.evidence()}}
		}
		return nil
	}
	if f := v.insideOther(); f != nil {
		if label == schema.Merged {
			return []signal{{string(label), 7.5, f.evidence()}}
		}
		return nil
	}
	if f := v.takenUpEn(); f != nil {
		if label == schema.Merged {
			return []signal{{string(label), 7.2, f.evidence()}}
		}
		return nil
	}
	if label == schema.Moved && v.severalMinistries() != nil {
		return nil // to each its part: split
	}
	for _, f := range v.hitsOf(v.u.next, cue) {
		if f.c.kind == ifClause || f.c.negated && !(v.rd.lang.Code == "en" && hasRunes(f.s.r, f.h.start, "no separate")) || v.inPlan(f) || label == schema.Merged && v.splits(f.s) || f.oneOfActs() || v.notOfMeasure(f) || needless(f) || f.s.asked(f.h.end) || v.handsToEn(f) || v.othersFateEn(f) {
			continue
		}
		if t := f.text(); v.rd.lang.Code == "en" && (t == "goes into" || t == "taken into" || t == "enter into") && !f.s.has("elsewhere", 0, len(f.s.r)) && !f.s.self {
			continue // our effort goes into training
		}
		if label == schema.Split && v.ownPlaceOnly(f) {
			continue
		}
		if f.c.kind != mainClause && v.placedLater(f) {
			continue // 「切り離して行う必要性が乏しいことから、…に組み入れる」: why, and not what becomes of it
		}
		if label == schema.Moved && v.rd.lang.Code == "ja" && !f.s.has("elsewhere", 0, len(f.s.r)) && !v.namesOther(f.s) && v.whyEnds(f) == reached {
			continue // 「設置率に達したことから、…管理者の点検に委ねる」: what is finished is left to those who use it
		}
		if label == schema.Moved && v.careGiven(f) {
			continue
		}
		if label == schema.Moved && v.rd.lang.Code == "ja" && v.residueGiven(f) {
			continue // 「調査は三年の期間を終え、得られた資料は関係府県に引き継いだ」
		}
		if label == schema.Moved && v.rd.lang.Code == "ja" && f.s.promises && !f.s.self && f.s.has("replace", 0, f.h.start) && !f.s.has("elsewhere", 0, len(f.s.r)) && !v.namesOther(f.s) {
			continue // 「窓口の増設によるのではなく、受付を民間の申請センターに委ねる」: another way of doing it
		}
		if label == schema.Moved && v.rd.lang.Code == "ja" && f.handsThing() && !f.s.has("elsewhere", 0, len(f.s.r)) && !v.namesOther(f.s) && !v.quotesOther(f.s) {
			continue // 「廃食油の回収を始め、燃料の製造者に引き渡す」
		}
		if label == schema.Moved && v.rd.lang.Code == "ja" && f.s.unsettled() {
			continue // 「本件の行方は、審議会での審議に委ねる」
		}
		weight := 0.0
		if label == schema.Split && f.s.has("several-items", f.h.start, f.h.end) {
			weight = 6.5
		} else if v.hasPlace(f.s) {
			weight = 6
		}
		if f.s.self || v.refersPlace(f.s) {
			weight = max(weight, 5.5)
		}
		if v.g.predicate(f.s, f.c, f.h) {
			switch {
			case v.namesOther(f.s) || v.quotesOther(f.s):
				weight = max(weight, 5)
			case label == schema.Merged && v.retained() < 0.35:
				weight = max(weight, 4)
			case label == schema.Split || label == schema.Moved && f.s.has("handed-over", f.h.start, f.h.end+3):
				weight = max(weight, 4.5)
			}
		}
		if label == schema.Moved && (f.s.has("merge", 0, len(f.s.r)) || f.s.has("split", 0, len(f.s.r))) {
			weight -= 2 // what is put into or cut into other items is printed elsewhere too
		}
		if weight > 0 && v.namesOther(f.s) { // inside an item of another ministry: it has moved
			switch label {
			case schema.Merged:
				weight -= 1.5
			case schema.Moved:
				weight += 1.5
			}
		}
		if weight > 0 {
			return []signal{{string(label), weight + 0.5, f.evidence()}}
		}
	}
	if f := v.partElsewhere(); label == schema.Split && f != nil {
		return []signal{{string(label), 8.5, f.evidence()}}
	}
	if label == schema.Split { // several places are named: one item for each
		if at := v.places(); len(at) > 1 {
			return []signal{{string(label), 6.8, at[0].evidence()}}
		}
		if f := v.severalMinistries(); f != nil {
			return []signal{{string(label), 8, f.evidence()}}
		}
		if f := v.quotedPlaces(); f != nil {
			return []signal{{string(label), 6.8, f.evidence()}}
		}
	}
	if label == schema.Moved && v.rd.lang.Code == "ja" { // 「…は「人材育成計画」に施策として立てることから、本計画への掲載は今年度までとする」
		for _, f := range v.hitsOf(v.u.next, "unlisted") {
			if v.quotesOther(f.s) || v.namesOther(f.s) {
				return []signal{{string(label), 6.5, f.evidence()}}
			}
		}
	}
	if label == schema.Moved && v.rd.lang.Code == "ja" { // 「…の節へ置き換える」
		for _, s := range v.u.next {
			if s.placed() && !s.has("merge", 0, len(s.r)) {
				c := &s.clauses[len(s.clauses)-1]
				return []signal{{string(label), 4.5, s.quote(c.start, c.end)}}
			}
		}
	}
	if f := v.insideBracketsEn(); f != nil && label != schema.Split {
		if label == schema.Merged {
			return []signal{{string(label), 4.2, f.evidence()}}
		}
		return nil
	}
	if at := v.places(); len(at) == 1 && label != schema.Split && v.namedPlaceEn(at[0]) {
		if label == schema.Merged {
			return []signal{{string(label), 5, at[0].evidence()}}
		}
		return nil
	}
	if at := v.places(); label == schema.Moved && len(at) == 1 && v.placeTakes(at[0]) { // no word tells how it goes on there
		return []signal{{string(label), 3.5, at[0].evidence()}}
	}
	return nil
}

// placedLater says whether a main clause behind a word of going elsewhere says where it goes by another word.
func (v *view) placedLater(f found) bool {
	for _, cue := range []string{"merge", "split", "move"} {
		for _, o := range v.says([]*sentence{f.s}, cue) {
			if o.h.start > f.h.end && o.c.kind == mainClause && o.c != f.c {
				return true
			}
		}
	}
	return false
}

// places are the other items that the next plan names, by 項番(カ) or the like, each once.
func (v *view) places() []found {
	var out []found
	seen := map[string]bool{}
	for _, f := range v.hitsOf(v.u.next, "elsewhere") {
		r := f.s.r
		if f.h.start > 0 && (r[f.h.start-1] == '本' || r[f.h.start-1] == '同') || v.inPlan(f) || v.placeRefersEn(f) {
			continue
		}
		end := f.h.end
		if f.text() == "の項" && f.h.start > 0 && r[f.h.start-1] != '」' && (r[f.h.start-1] == 'こ' || end < len(r) && r[end] == '目' || endsWith(r[:f.h.start], "独立", "単独", "別個", "独自", "個別", "固有", "単体")) {
			continue // 独立の項目, 元の項目: no place by itself
		}
		if r[f.h.start] == '(' {
			// a label by itself
		} else if end < len(r) && r[end] == '(' {
			for end < len(r) && r[end] != ')' {
				end++
			}
		} else if v.rd.lang.Code != "en" && f.text() != "項番" && f.text() != "の項" || end < len(r) && r[end] == '番' {
			continue
		}
		if key := v.placeKey(r, f.h.start, end, seen); !seen[key] {
			seen[key] = true
			out = append(out, f)
		}
	}
	return addressEn(out)
}

// quotesOther says whether a sentence quotes a name that the plan does not know.
func (v *view) quotesOther(s *sentence) bool {
	if v.rd.lang.Code == "en" && v.namesEn(s) {
		return true
	}
	for i := range s.r {
		if s.r[i] != '「' && s.r[i] != '"' && s.r[i] != '“' {
			continue
		}
		end := i + 1
		for end < len(s.r) && s.r[end] != '」' && s.r[end] != '"' && s.r[end] != '”' {
			end++
		}
		if end-i > 3 && !containsRunes(v.planText, s.r[i+1:end]) {
			return true
		}
	}
	return false
}

// namesOther says whether a sentence names a ministry that is not among those of the item.
func (v *view) namesOther(s *sentence) bool {
	for _, m := range v.ministriesIn([]*sentence{s}) {
		if !v.ownMinistry(m) {
			return true
		}
	}
	return false
}

func otherMinistry(v *view) []signal {
	if len(v.u.plan) == 0 {
		return nil
	}
	if f := v.newChargeEn(); f != nil {
		return []signal{{string(schema.Moved), 5.8, f.evidence()}}
	}
	if len(v.plannedParts()) == 0 && v.rd.lang.Code == "en" || v.severalMinistries() != nil || v.rd.lang.Code == "en" && v.ownActsEn() {
		return nil
	}
	if ev, ok := v.cleftActorEn(); ok {
		return []signal{{string(schema.Moved), 5, ev}}
	}
	var named *mention
	planned := v.doers(v.u.plan)
	for _, m := range v.doers(v.u.next) {
		if v.leaves(m) {
			continue
		}
		did := slices.ContainsFunc(planned, func(p mention) bool { return p.name == m.name }) // [経済産業省] 特許庁において、
		other := v.rd.lang.Code == "en" && len(planned) > 0 && foreignTo(v.item, m.name)
		if did || slices.Contains(v.u.by, m.name) || len(v.u.by) == 0 && v.ownName(m.name) && !other {
			return nil
		}
		if named == nil {
			named = &m
		}
	}
	if named == nil {
		return v.otherBlock()
	}
	weight := 3.0
	if len(v.plannedParts()) == 0 {
		weight = 0
	}
	for _, n := range v.u.next {
		if n.has("move", 0, len(n.r)) || n.has("handed-over", 0, len(n.r)) || n.has("from-then", 0, len(n.r)) || slices.ContainsFunc(n.ministries, func(m lang.Mention) bool {
			return hasRunes(n.r, m.Span.End, "から") && slices.Contains(v.item.Ministries, m.Name)
		}) {
			weight = 5.5
		}
	}
	if weight == 0 {
		return nil
	}
	return []signal{{string(schema.Moved), weight, named.at}}
}

// otherBlock finds that all of a commitment stands in the block of another ministry now.
func (v *view) otherBlock() []signal {
	if len(v.u.by) == 0 || len(v.u.next) == 0 || len(v.plannedParts()) == 0 {
		return nil
	}
	weight := 3.0
	for _, n := range v.u.next {
		if !disjointBy(v.u.by, n.by) {
			return nil
		}
		for _, m := range n.ministries {
			if slices.Contains(v.u.by, m.Name) && n.leftBy(m.Span.End) {
				weight = 5.5
			}
		}
	}
	n := v.u.next[0]
	return []signal{{string(schema.Moved), weight, n.quote(0, len(n.r))}}
}
