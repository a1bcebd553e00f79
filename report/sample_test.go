package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"plandiff/diff"
	"plandiff/diff/words"
	"plandiff/schema"
)

// sample is a comparison made by hand: an invented plan for a town's harbour, one item for each thing that reports show.
// It is built from texts, so that offsets are always those of the texts. Its rules have names that the engine does not know,
// so that goldens do not follow the engine's words.
func sample() *diff.Comparison {
	e := &schema.Edition{Version: 1, ID: "minato2024", Title: "港町安全年次計画 2024", Language: "ja", Years: schema.Years{Plan: 2023, NextPlan: 2024},
		Sections: []schema.Section{
			{ID: "1", Number: "1", Title: "岸壁と倉庫の備え"},
			{ID: "1(1)", Parent: "1", Number: "(1)", Title: "点検と訓練"},
			{ID: "2", Number: "2", Title: "人を育てる"},
		},
		Unplaced: []schema.Unplaced{{Text: "欄外の書込み", At: schema.Place{Page: 3}}}}
	c := &builder{&diff.Comparison{Edition: e, Tool: "plandiff 0.0.0-test"}}

	c.add(1, item("1(1)/ア", "ア", "港湾局", "消防局").
		plan("・", "", "港内の倉庫 20 棟を点検する。").
		results("・", "", "計画に基づき、倉庫 20 棟の点検を実施した。").
		next("・", "", "引き続き、港内の倉庫及び桟橋 35 棟を点検する。"),
		labels("done", "expanded", 0.91, "carried-over", "target-raised"),
		says("wider-words", "disposition", schema.NextPlan, 0, "倉庫及び桟橋"),
		says("number-grows", "target-raised", schema.NextPlan, 0, "35 棟"),
		says("past-tense", "progress", schema.Results, 0, "点検を実施した"),
		edits("+引き続き、", "港内の倉庫", "+及び桟橋", " ", "-20", "+35", " 棟を点検する。"))

	c.add(1, item("1(1)/イ", "イ", "港湾局").at(3).
		plan("", "", "夜間の見回りを毎月行う。").
		results("", "", "夜間の見回りを毎月行った。").
		next("", "", "夜間の見回りを毎月行う。"),
		labels("done", "carried-over", 0.98, "", "verbatim"),
		says("same-words", "disposition", schema.NextPlan, 0, "夜間の見回りを毎月行う。"),
		edits("夜間の見回りを毎月行う。"))

	c.add(1, item("1(1)/ウ", "ウ", "消防局").
		plan("①", "消防局", "放水訓練の手引を 2023 年度末までに作る。", "②", "港湾局", "消火栓の地図を公開する。").
		results("①", "消防局", "手引の案を検討した。").
		next("①", "消防局", "放水訓練の手引を 2024 年度末までに作る。"),
		labels("under-way", "narrowed", 0.62, "postponed", "deadline-later"),
		says("date-moved", "deadline-later", schema.NextPlan, 0, "2024 年度末まで"),
		says("study-only", "progress", schema.Results, 0, "案を検討した"),
		silent("new-is-silent", "disposition", schema.NextPlan),
		edits("放水訓練の手引を ", "-2023", "+2024", " 年度末までに作る。"))

	c.add(2, item("2/ア", "ア", "教育局").titled("見習い制度").
		next("・", "", "港で働く見習いの講座を新たに開く。"),
		labels("not-applicable", "new", 0.95, "moved"),
		silent("old-is-silent", "disposition", schema.Plan),
		edits("+港で働く見習いの講座を新たに開く。"))

	c.add(2, item("2/イ", "イ", "教育局").
		plan("・", "", "通信講座の教材を配る。").
		results("・", "", "教材の配布は見送った。"),
		labels("not-done", "dropped", 0.8, "discontinued"),
		says("called-off", "progress", schema.Results, 0, "見送った"),
		silent("new-is-silent", "disposition", schema.NextPlan),
		edits("-通信講座の教材を配る。"))

	c.add(2, item("2/ウ", "ウ").
		plan("", "", "関係者と話し合う。").
		next("", "", "関係者との場のあり方を整える。"),
		labels("not-reported", "unclear", 0.31, "revised"),
		silent("nothing-told", "progress", schema.Results),
		edits("関係者", "-と話し合う", "+との場のあり方を整える", "。"))

	c.Lineage = &diff.Lineage{IDs: []string{"minato2022", "minato2023", "minato2024"}, Threads: []diff.Thread{
		{ID: "minato2022:1(1)/ア", CarriedOverYears: 2, Unchanged: 0.75,
			Stops: []diff.Stop{{Edition: "minato2022", Items: []string{"1(1)/ア"}}, {Edition: "minato2023", Items: []string{"1(1)/ア"}}, {Edition: "minato2024", Items: []string{"1(1)/ア", "1(1)/イ"}, Text: "港内の倉庫及び桟橋 35 棟を点検する。"}},
			Steps: []diff.Step{{From: "minato2022", To: "minato2023", Relation: diff.SameItem, Score: 0.97, Disposition: schema.CarriedOver},
				{From: "minato2023", To: "minato2024", Relation: diff.SplitItem, Score: 0.83, RunnerUp: "1(1)/ウ", Disposition: schema.Expanded,
					Facts:      []schema.Fact{schema.QuoteAltered},
					QuoteEdits: []words.Edit{{Op: words.Equal, Text: "港内の倉庫 "}, {Op: words.Delete, Text: "25"}, {Op: words.Insert, Text: "20"}, {Op: words.Equal, Text: " 棟を点検する。"}}}},
			Targets:   []diff.Moment{{Edition: "minato2023", Item: "1(1)/ア", Value: "20 棟", Quote: "20 棟"}, {Edition: "minato2024", Item: "1(1)/ア", Value: "35 棟", Quote: "35 棟"}},
			Deadlines: []diff.Moment{{Edition: "minato2023", Item: "1(1)/ア", Value: "2024-03", Quote: "2024年3月"}}},
		{ID: "minato2023:2/イ", Stops: []diff.Stop{{Edition: "minato2023", Items: []string{"2/カ"}}, {Edition: "minato2024", Items: []string{"2/イ"}}},
			Steps: []diff.Step{{From: "minato2023", To: "minato2024", Relation: diff.SameItem, Score: 0.9, Disposition: schema.Dropped, Facts: []schema.Fact{schema.Renumbered}}}, CameBack: true},
		{ID: "minato2024:2/ア", Stops: []diff.Stop{{Edition: "minato2024", Items: []string{"2/ア"}}},
			Steps: []diff.Step{{From: "minato2023", To: "minato2024", Relation: diff.NewItem, Disposition: schema.New}}},
	}}
	c.bind()
	return c.Comparison
}

// hostile is a comparison whose every text tries to be something else: script, markup, formula, terminal control,
// a reversed line, a cell of 10,000 characters, an empty one.
func hostile() *diff.Comparison {
	e := &schema.Edition{Version: 1, ID: `e"><script>alert(1)</script>`, Title: "</title><script>alert(2)</script>", Language: "ja",
		Sections: []schema.Section{{ID: `1"'><b>`, Number: "1", Title: `"><img src=x onerror=alert(3)>`}}}
	long := strings.Repeat("長い文字列。", 1666) + "おわり。"
	c := &builder{&diff.Comparison{Edition: e, Tool: "plandiff 0.0.0-test"}}
	for i, text := range []string{
		`<script>alert("x")</script>&amp;'"` + "`", "=HYPERLINK(\"http://example.invalid\",\"x\")", "+1+1", "-2|cmd", "@SUM(A1)", "\t=1", "\r=1", "＝1",
		"\x1b[31mred\x1b[0m\x07\x00", "abc\u202egnp.exe\u202c", "a | b\n# head\n- item\n@someone #12 https://example.invalid", "]]>{{.T}}${x}", long, "",
		"\ufffe\uffff\ufeff結\u200b合 e\u0301 👩‍👩‍👧", "'quoted\"",
	} {
		it := item(fmt.Sprintf(`1"'><b>/%d`, i), text, text).plan(text, text, text).results("", "", text).next(text, "", text+"。")
		if text == "" {
			it.Plan, it.Results, it.NextPlan, it.Ministries = nil, []schema.Passage{{}}, []schema.Passage{{}}, nil
		}
		it.Title = text
		c.add(0, it, labels("done", "revised", 0.5, "expanded", "target-added"), edits("-"+text, "+"+text+"。"))
		ch := &c.Changes[len(c.Changes)-1]
		ch.Evidence = append(ch.Evidence, diff.Evidence{Rule: "r<u>`", For: "target-added", Column: schema.Plan, Quote: text, End: utf8.RuneCountInString(text)},
			diff.Evidence{Rule: "out-of-range", For: "disposition", Column: schema.Plan, Quote: "x", Passage: 7, Start: -4, End: 99999})
	}
	c.bind()
	return c.Comparison
}

// many is a comparison of n items with texts of an ordinary size, for benchmarks.
func many(n int) *diff.Comparison {
	base := sample()
	e := &schema.Edition{Version: 1, ID: "many", Title: "多数の項目", Language: "ja", Years: base.Edition.Years, Sections: []schema.Section{{ID: "1", Number: "1", Title: "章"}}}
	c := &diff.Comparison{Edition: e, Tool: base.Tool}
	for i := range n {
		it := *base.Changes[i%len(base.Changes)].Item
		it.ID = fmt.Sprintf("1/%d", i)
		filler := schema.Passage{Mark: "・", Text: strings.Repeat("関係する局と連絡を取りながら、港の安全に必要な取組を計画のとおり着実に進める。", 5)}
		it.Plan, it.Results, it.NextPlan = append(it.Plan[:len(it.Plan):len(it.Plan)], filler), append(it.Results[:len(it.Results):len(it.Results)], filler), append(it.NextPlan[:len(it.NextPlan):len(it.NextPlan)], filler)
		e.Sections[0].Items = append(e.Sections[0].Items, it)
		ch := base.Changes[i%len(base.Changes)]
		ch.Section = "1"
		c.Changes = append(c.Changes, ch)
	}
	for i := range c.Changes {
		c.Changes[i].Item = &e.Sections[0].Items[i]
	}
	return c
}
