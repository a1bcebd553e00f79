package diff_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/fixtures"
	"plandiff/schema"
)

// The sample editions: every link, how each item came about, and the facts that only two editions together tell.
func TestTraceSampleEditions(t *testing.T) {
	for _, c := range []struct{ old, new, links, facts string }{
		{"2023", "2024", "editions/links.tsv", "editions/link-facts.tsv"},
		{"2024", "2025", "editions/links-2024-2025.tsv", "editions/link-facts-2024-2025.tsv"},
	} {
		t.Run(c.old+" to "+c.new, func(t *testing.T) {
			l, err := diff.Trace([]*schema.Edition{fixtures.Edition(t, c.old), fixtures.Edition(t, c.new)}, diff.TraceOptions{})
			require.NoError(t, err)
			var links []string
			steps := map[string]diff.Step{}
			for _, th := range l.Threads {
				if len(th.Stops) == 2 {
					for _, to := range th.Stops[1].Items {
						links = append(links, th.Stops[0].Items[0]+"\t"+to)
					}
				}
				for _, to := range th.Stops[len(th.Stops)-1].Items {
					if th.Stops[len(th.Stops)-1].Edition == l.IDs[1] {
						steps[to] = th.Steps[0]
					}
				}
			}
			want := rows(fixtures.Bytes(t, c.links))
			slices.Sort(links)
			slices.Sort(want)
			assert.Equal(t, want, links)
			for _, row := range rows(fixtures.Bytes(t, c.facts)) {
				f := append(strings.Split(row, "\t"), "", "")
				s := steps[f[0]]
				assert.Equal(t, f[1], string(s.Relation), f[0])
				across := []string{}
				for _, fact := range s.Facts {
					if fact == schema.Renumbered || fact == schema.Relocated || fact == schema.QuoteAltered {
						across = append(across, string(fact))
					}
				}
				assert.ElementsMatch(t, strings.Fields(f[2]), across, "%s: %v", f[0], s.QuoteEdits)
			}
		})
	}
}

func rows(b []byte) (out []string) {
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// edition makes an edition of one section that reports on the plan of year and plans for the next. An item is label,
// plan, results and next plan, separated by |.
func edition(id string, year int, items ...string) *schema.Edition {
	e := &schema.Edition{ID: id, Language: "ja", Years: schema.Years{Plan: year, NextPlan: year + 1}, Sections: []schema.Section{{ID: "1", Number: "1", Title: "安全の確保"}}}
	cell := func(text string) []schema.Passage {
		if text == "" {
			return nil
		}
		return []schema.Passage{{Text: text}}
	}
	for _, it := range items {
		f := strings.Split(it, "|")
		e.Sections[0].Items = append(e.Sections[0].Items, schema.Item{ID: "1/" + f[0], Label: f[0], Ministries: []string{"総務省"}, Plan: cell(f[1]), Results: cell(f[2]), NextPlan: cell(f[3])})
	}
	return e
}

const (
	ledger  = "全国の橋梁の台帳を2023年度末までに整備する。"
	ledger2 = "全国の橋梁の台帳を2025年度末までに整備する。"
	drill   = "重要インフラ事業者とともに、分野横断的な演習を100事業者の参加により実施する。"
	drill2  = "重要インフラ事業者とともに、分野横断的な演習を120事業者の参加により実施する。"
	school  = "小学校及び中学校において、情報モラルに関する教材を配布し、教員の研修を行う。"
)

func threadOf(t *testing.T, l *diff.Lineage, id string) diff.Thread {
	t.Helper()
	i := slices.IndexFunc(l.Threads, func(th diff.Thread) bool { return th.ID == id })
	require.GreaterOrEqual(t, i, 0, "no thread %s", id)
	return l.Threads[i]
}

// way is where a thread stood.
func way(th diff.Thread) string {
	var stops []string
	for _, s := range th.Stops {
		stops = append(stops, s.Edition+" "+strings.Join(s.Items, "+"))
	}
	return strings.Join(stops, ", ")
}

// Three editions: an act goes on every year, a deadline slips, an item goes away without a word and another comes.
func TestTraceOverTheYears(t *testing.T) {
	l, err := diff.Trace([]*schema.Edition{
		edition("y22", 2022, "ア|"+drill+"|演習を実施した。|"+drill, "イ|"+ledger+"|整備を進めた。|"+ledger, "ウ|"+school+"|研修を行った。|"+school),
		edition("y23", 2023, "ア|"+ledger+"|整備を進めた。|"+ledger2, "イ|"+drill+"|演習を実施した。|"+drill),
		edition("y24", 2024, "ア|"+ledger2+"|整備を終えた。|", "イ|"+drill+"|演習を実施した。|"+drill2, "ウ|||港湾の荷役作業の事故を防ぐため、講習会を開催する。"),
	}, diff.TraceOptions{})
	require.NoError(t, err)
	assert.Equal(t, []string{"y22", "y23", "y24"}, l.IDs)

	th := threadOf(t, l, "y22/1/ア")
	assert.Equal(t, "y22 1/ア, y23 1/イ, y24 1/イ", way(th))
	assert.Equal(t, []schema.Fact{schema.Renumbered}, th.Steps[0].Facts)
	var targets []string
	for _, m := range th.Targets {
		targets = append(targets, m.Edition+" "+m.Value)
	}
	assert.Equal(t, []string{"y22 100 事業者", "y23 100 事業者", "y24 120 事業者"}, targets)

	th = threadOf(t, l, "y22/1/イ")
	var deadlines []string
	for _, m := range th.Deadlines {
		deadlines = append(deadlines, m.Edition+" "+m.Value)
	}
	assert.Equal(t, []string{"y22 2024-03", "y23 2026-03"}, deadlines, "the first deadline and each later one")

	th = threadOf(t, l, "y22/1/ウ")
	require.Len(t, th.Steps, 1)
	assert.Equal(t, diff.DroppedItem, th.Steps[0].Relation)
	assert.Equal(t, schema.Dropped, th.Steps[0].Disposition, "no edition said what became of it")

	th = threadOf(t, l, "y24/1/ウ")
	assert.Equal(t, diff.NewItem, th.Steps[0].Relation)
}

// An item that is carried over word for word counts its years; what was reworded lowers the share that stood.
func TestTraceCountsYearsCarriedOver(t *testing.T) {
	again := "引き続き、" + school
	l, err := diff.Trace([]*schema.Edition{
		edition("y22", 2022, "ア|"+school+"|研修を行った。|"+school),
		edition("y23", 2023, "ア|"+school+"|研修を行った。|"+again),
		edition("y24", 2024, "ア|"+again+"|研修を行った。|"+again),
	}, diff.TraceOptions{})
	require.NoError(t, err)
	require.Len(t, l.Threads, 1)
	assert.Equal(t, 3, l.Threads[0].CarriedOverYears)
	assert.InDelta(t, 0.94, l.Threads[0].Unchanged, 0.03)
}

// What was finished and is planned again, after a year in which it was not there.
// The register of springs was finished in 2023, kept up in 2024, and is to be made again.
func TestTraceSeesWhatCameBackInTheSampleEditions(t *testing.T) {
	l, err := diff.Trace([]*schema.Edition{fixtures.Edition(t, "2023"), fixtures.Edition(t, "2024"), fixtures.Edition(t, "2025")}, diff.TraceOptions{})
	require.NoError(t, err)
	var back []string
	for _, th := range l.Threads {
		if th.CameBack {
			back = append(back, th.ID)
		}
	}
	assert.Equal(t, []string{"mizube2023/1(1)/イ"}, back)
}

func TestTraceSeesWhatCameBack(t *testing.T) {
	l, err := diff.Trace([]*schema.Edition{
		edition("y22", 2022, "ア|"+ledger+"|全国の橋梁の台帳の整備を完了した。|", "イ|"+drill+"|演習を実施した。|"+drill),
		edition("y23", 2023, "ア|"+drill+"|演習を実施した。|"+drill),
		edition("y24", 2024, "ア|||"+ledger2, "イ|"+drill+"|演習を実施した。|"+drill),
	}, diff.TraceOptions{})
	require.NoError(t, err)
	th := threadOf(t, l, "y22/1/ア")
	assert.Equal(t, "y22 1/ア, y24 1/ア", way(th))
	require.Len(t, th.Steps, 2)
	assert.Equal(t, diff.DroppedItem, th.Steps[0].Relation)
	assert.Equal(t, schema.Completed, th.Steps[0].Disposition, "the older edition said that it was finished")
	assert.Equal(t, "y24", th.Steps[1].To)
	assert.True(t, th.CameBack)
	assert.False(t, threadOf(t, l, "y22/1/イ").CameBack)
}

// The same when it comes back in other words, in the item that it had left: a thing of the same name is begun anew.
func TestTraceSeesANameComeBack(t *testing.T) {
	register, upkeep := "全国の橋梁を記録した「橋梁台帳」を2023年度末までに完成させる。", "市町村の職員に対する研修を行う。"
	redo := "誤りのある記録を改め、2026年度末までに「橋梁台帳」を作成し直す。"
	l, err := diff.Trace([]*schema.Edition{
		edition("y22", 2022, "ア|"+register+upkeep+"|「橋梁台帳」を完成させた。研修を行った。|"+upkeep),
		edition("y23", 2023, "ア|"+upkeep+"|研修を行った。|"+upkeep+redo),
	}, diff.TraceOptions{})
	require.NoError(t, err)
	assert.True(t, threadOf(t, l, "y22/1/ア").CameBack, "%+v", l.Threads)
}

// Last year's plan as reprinted is not what last year's edition said; layout alone is no difference.
func TestTraceSeesAnAlteredQuote(t *testing.T) {
	laidOut := strings.NewReplacer("100", "１００", "、", "、 ").Replace(drill)
	softened := strings.Replace(school, "小学校及び中学校", "一部の小学校", 1)
	l, err := diff.Trace([]*schema.Edition{
		edition("y22", 2022, "ア|"+drill+"||"+drill, "イ|"+school+"||"+school),
		edition("y23", 2023, "ア|"+laidOut+"||"+drill, "イ|"+softened+"||"+school),
	}, diff.TraceOptions{})
	require.NoError(t, err)
	assert.Empty(t, l.Threads[0].Steps[0].QuoteEdits)
	assert.Equal(t, []schema.Fact{schema.QuoteAltered}, l.Threads[1].Steps[0].Facts)
	assert.NotEmpty(t, l.Threads[1].Steps[0].QuoteEdits)
}

func TestTraceLinksSetByHand(t *testing.T) {
	old, new := edition("y22", 2022, "ア|||"+drill, "イ|||"+school), edition("y23", 2023, "ア|"+ledger+"||", "イ|"+school+"||"+school)
	link := func(from, to, relation string) schema.Link {
		return schema.Link{From: schema.ItemRef{Edition: "y22", Item: from}, To: schema.ItemRef{Edition: "y23", Item: to}, Relation: relation, Reason: "the ministry said so",
			Pos: schema.Pos{File: ".plandiff.yaml", Line: 4, Col: 7}}
	}
	l, err := diff.Trace([]*schema.Edition{old, new}, diff.TraceOptions{Links: []schema.Link{link("1/ア", "1/ア", "pin"), link("1/イ", "1/イ", "forbid")}})
	require.NoError(t, err)
	pinned, forbidden := threadOf(t, l, "y22/1/ア"), threadOf(t, l, "y22/1/イ")
	require.Len(t, pinned.Stops, 2)
	assert.Equal(t, "the ministry said so", pinned.Steps[0].Reason)
	assert.Equal(t, diff.DroppedItem, forbidden.Steps[0].Relation)
	assert.Equal(t, "the ministry said so", forbidden.Steps[0].Reason)

	_, err = diff.Trace([]*schema.Edition{old, new}, diff.TraceOptions{Links: []schema.Link{link("1/ヌ", "1/ア", "pin"), link("1/ア", "1/ル", "pni")}})
	assert.EqualError(t, err, ".plandiff.yaml:4:7: history link: edition y22 has no item \"1/ヌ\"\n"+
		".plandiff.yaml:4:7: history link: edition y23 has no item \"1/ル\"\n"+
		".plandiff.yaml:4:7: history link: relation \"pni\": want pin or forbid")
}

// A draft and the final text of one edition plan for the same year: next plan is compared with next plan.
func TestTraceDraftAndFinal(t *testing.T) {
	draft, final := edition("y23-draft", 2023, "ア|"+drill+"||"+school, "イ|"+school+"||"+drill), edition("y23", 2023, "ア|"+school+"||"+drill2, "イ|"+drill+"||"+school)
	l, err := diff.Trace([]*schema.Edition{draft, final}, diff.TraceOptions{})
	require.NoError(t, err)
	assert.Equal(t, []string{"1/イ"}, threadOf(t, l, "y23-draft/1/ア").Stops[1].Items)
	assert.Equal(t, []string{"1/ア"}, threadOf(t, l, "y23-draft/1/イ").Stops[1].Items)
}

// A draft and the final text are one year, not two of carrying over.
func TestTraceCountsYearsNotEditions(t *testing.T) {
	item := "ア|" + drill + "|演習を実施した。|" + drill
	l, err := diff.Trace([]*schema.Edition{edition("y22", 2022, item), edition("y23-draft", 2023, item), edition("y23", 2023, item)}, diff.TraceOptions{})
	require.NoError(t, err)
	assert.Equal(t, 2, threadOf(t, l, "y22/1/ア").CarriedOverYears)
}

func TestTraceRefusesTwoOfOneID(t *testing.T) {
	_, err := diff.Trace([]*schema.Edition{edition("y22", 2022), edition("y22", 2023)}, diff.TraceOptions{})
	assert.EqualError(t, err, `editions 1 and 2 both have the id "y22": give one of them another`)
}

func TestLineageJSON(t *testing.T) {
	editions := []*schema.Edition{fixtures.Edition(t, "2023"), fixtures.Edition(t, "2024"), fixtures.Edition(t, "2025")}
	l, err := diff.Trace(editions, diff.TraceOptions{Options: diff.Options{Workers: 1}})
	require.NoError(t, err)
	one, err := json.Marshal(l)
	require.NoError(t, err)
	assert.NotContains(t, string(one), "null")
	var back diff.Lineage
	require.NoError(t, json.Unmarshal(one, &back))
	again, err := json.Marshal(&back)
	require.NoError(t, err)
	assert.Equal(t, string(one), string(again), "what was read is what was written")

	l, err = diff.Trace(editions, diff.TraceOptions{Options: diff.Options{Workers: 8}})
	require.NoError(t, err)
	eight, err := json.Marshal(l)
	require.NoError(t, err)
	assert.Equal(t, string(one), string(eight), "the number of workers decided")
}

// Every edition traced with a copy of itself, as a draft and its final text: each item is the same one, and nothing moved.
func TestTraceWithItself(t *testing.T) {
	for _, name := range fixtures.EditionNames(t) {
		draft, final := fixtures.Edition(t, name), fixtures.Edition(t, name)
		draft.ID += "-draft"
		l, err := diff.Trace([]*schema.Edition{draft, final}, diff.TraceOptions{})
		require.NoError(t, err)
		for _, th := range l.Threads {
			require.Len(t, th.Stops, 2, th.ID)
			assert.Equal(t, th.Stops[0].Items, th.Stops[1].Items)
			assert.Equal(t, diff.SameItem, th.Steps[0].Relation, th.ID)
			assert.Empty(t, th.Steps[0].Facts, th.ID)
		}
	}
}

// Whatever stands in the editions, Trace ends, and every item is at some stop.
func TestTraceTakesWhatComes(t *testing.T) {
	twins := edition("y23", 2023, "ア|"+drill+"||"+drill, "ア|"+drill+"||"+drill, "|||", "ウ|||\x00\xff\u202e")
	for name, editions := range map[string][]*schema.Edition{
		"no editions":             nil,
		"one edition":             {edition("y22", 2022, "ア|"+drill+"||"+drill)},
		"editions without items":  {edition("y22", 2022), edition("y23", 2023), edition("y24", 2024)},
		"an edition in between":   {edition("y22", 2022, "ア|||"+drill), edition("y23", 2023), edition("y24", 2024, "ア|||"+drill)},
		"twins and empty cells":   {edition("y22", 2022, "ア|||"+drill, "|||"), twins},
		"from twins to one":       {twins, edition("y24", 2024, "ア|"+drill+"||"+drill)},
		"no sections and no year": {{ID: "a"}, {ID: "b"}},
	} {
		t.Run(name, func(t *testing.T) {
			l, err := diff.Trace(editions, diff.TraceOptions{})
			require.NoError(t, err)
			at := map[string]int{}
			for _, th := range l.Threads {
				require.NotEmpty(t, th.Stops)
				for _, s := range th.Stops {
					at[s.Edition] += len(s.Items)
				}
			}
			for _, e := range editions {
				n := 0
				for _, s := range e.Sections {
					n += len(s.Items)
				}
				assert.GreaterOrEqual(t, at[e.ID], n, e.ID)
			}
		})
	}
}
