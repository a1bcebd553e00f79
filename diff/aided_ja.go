package diff

import "slices"

// What others do with the help of a measure has a stage as well: help to set a club up, 「立上げに要する経費を補助する」, and help to run it, 「運営に要する経費を補助する」.

// helpsJa are nouns for what is done with help, by their stage.
var helpsJa = []struct {
	stage stage
	words []string
}{
	{drafting, []string{"検討", "計画の作成", "計画の策定", "策定", "設計", "試行", "実証", "試験", "調査", "試作", "構想の作成"}},
	{doing, []string{"導入", "整備", "設置", "購入", "建設", "立上げ", "立ち上げ", "開設", "設立", "新設", "創設", "造成", "取得", "据付け", "据え付け", "敷設", "構築", "開業", "創業", "起業", "新築", "改修", "取付け", "取り付け", "植栽", "植付け", "着工", "調達", "工事", "施工", "製造", "製作", "購入等"}},
	{running, []string{"運営", "運用", "運行", "運航", "運転", "維持管理", "維持", "活用", "利用", "稼働", "使用", "継続", "存続", "保守", "定着", "経営", "利活用", "普及"}},
}

// helpedBy are the words by which help is given for the noun before them.
var helpedBy = newWordSet("に要する費用", "に要する経費", "に要する資金", "に係る費用", "に係る経費", "に係る資金", "にかかる費用", "にかかる経費", "に必要な費用", "に必要な経費", "に必要な資金", "に充てる費用", "に充てる経費", "に充てる資金", "の費用", "の経費", "費用を", "経費を", "費を補助", "費を助成", "費を支援", "費の",
	"を支援", "を補助", "を助成", "を後押し", "への支援", "への補助", "への助成", "に対する支援", "に対する補助", "に対する助成", "のための費用", "のための経費", "のための資金", "のための助言")

// helpedStages are the stages of what others do for which promises give help, and the things to which they do it.
func helpedStages(parts []part) (stages [running + 1]bool, things [][]rune, at part) {
	for _, p := range parts {
		c, r := p.clause(), p.s.r
		for i := c.start + 1; i < c.end; i++ {
			if helpedBy.at(r, i) == 0 {
				continue
			}
			for _, help := range helpsJa {
				for _, w := range help.words {
					if endsIn(r[max(c.start, i-8):i], w) {
						stages[help.stage], at = true, p
						things = append(things, thingOf(r[c.start:c.end], i-c.start, []rune(w)))
					}
				}
			}
		}
	}
	return stages, things, at
}

// thingOf is what an act is done to whose noun ends at i: 直売所 of 「直売所の開設」, 送迎バス of 「送迎バスを運行する市町村に対し、その運行」.
func thingOf(r []rune, i int, act []rune) []rune {
	for k := i - len(act); k > 1; k-- {
		if startsAt(r, k, act) && (r[k-1] == 'の' || r[k-1] == 'を') {
			if w := lastWord(r[:k-1]); len(w) > 1 {
				return w
			}
		}
	}
	return nil
}

// helpMoved finds that the next plan helps others on to a later or an earlier stage than the plan, and not on to both: +1, -1 or 0, with the clause that shows it.
func (v *view) helpMoved(parts []part) (int, part) {
	if v.rd.lang.Code != "ja" || !slices.ContainsFunc(v.planText, func(c rune) bool { return c == '費' || c == '援' || c == '助' || c == '補' || c == '資' }) {
		return 0, part{}
	}
	was, things, _ := helpedStages(v.planClauses())
	is, _, at := helpedStages(parts)
	for _, w := range things {
		if share, any := v.knownIn(w, v.nextSet, v.nextRow); any && share < 0.5 {
			return 0, part{} // help for something else
		}
	}
	from, to := noStage, noStage
	for st := drafting; st <= running; st++ {
		if was[st] && is[st] {
			return 0, part{} // the same help goes on
		}
		if was[st] {
			from = max(from, st)
		}
		if is[st] {
			to = max(to, st)
		}
	}
	switch {
	case from == noStage || to == noStage || v.retained() < 0.3:
		return 0, part{}
	case to > from:
		return 1, at
	}
	return -1, at
}
