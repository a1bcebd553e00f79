package check

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/diff"
	"plandiff/schema"
)

// spot is where a defect is planted: the item in both editions.
type spot struct {
	p        genPair
	section  int
	index    int
	old, now *schema.Item
	rand     *rand.Rand
	reviews  *schema.Reviews
}

func (s *spot) sections() []schema.Section { return s.p.newer.Sections }

// defect is one way to spoil an edition: a row of defects. plant changes it and returns the item that the finding must name.
type defect struct {
	name  string
	rule  string
	plant func(s *spot) string
}

func say(text string) []schema.Passage { return []schema.Passage{{Text: text}} }

// defects: the kinds of defect and the rule that names each.
var defects = []defect{
	{"label taken away", "label-missing", func(s *spot) string { s.now.Label = ""; return s.now.ID }},
	{"label of a neighbour", "label-twice", func(s *spot) string {
		s.now.Label = s.neighbour().Label
		if s.index == 9 {
			return s.now.ID
		}
		return s.neighbour().ID
	}},
	{"two items swapped", "label-order", func(s *spot) string {
		items := s.sections()[s.section].Items
		i := min(s.index, 8)
		items[i], items[i+1] = items[i+1], items[i]
		return items[i+1].ID
	}},
	{"item lost", "label-gap", func(s *spot) string {
		items := &s.sections()[s.section].Items
		i := min(max(s.index, 1), 8)
		next := (*items)[i+1].ID
		*items = slices.Delete(*items, i, i+1)
		return next
	}},
	{"id of a neighbour", "id-twice", func(s *spot) string { s.now.ID = s.neighbour().ID; return s.now.ID }},
	{"ministries taken away", "ministry-missing", func(s *spot) string { s.now.Ministries = nil; return s.now.ID }},
	{"slip in a ministry", "ministry-unknown", func(s *spot) string {
		s.now.Ministries[0] = strings.Replace(s.now.Ministries[0], string([]rune(s.now.Ministries[0])[1]), "亜", 1)
		return s.now.ID
	}},
	{"ministry of the past", "ministry-renamed", func(s *spot) string {
		s.now.Ministries[0] = []string{"防衛庁", "社会保険庁", "原子力安全・保安院", "郵政省"}[s.rand.IntN(4)]
		return s.now.ID
	}},
	{"block of another ministry", "block-unlisted", func(s *spot) string {
		s.now.Results[0].By = []string{"法務省"}
		return s.now.ID
	}},
	{"ministry without a block", "block-missing", func(s *spot) string {
		for _, c := range [][]schema.Passage{s.now.Plan, s.now.Results, s.now.NextPlan} {
			for i := range c {
				if len(c[i].By) == 0 {
					c[i].By = s.now.Ministries[:1]
				}
			}
		}
		s.now.Ministries = append(s.now.Ministries, "法務省")
		return s.now.ID
	}},
	{"plan lost", "plan-missing", func(s *spot) string { s.now.Plan = nil; return s.now.ID }},
	{"results lost", "results-missing", func(s *spot) string { s.now.Results = nil; return s.now.ID }},
	{"next plan lost", "next-plan-missing", func(s *spot) string { s.now.NextPlan = nil; return s.now.ID }},
	{"cell emptied", "cell-empty", func(s *spot) string { c := s.cell(); c[0] = schema.Passage{}; return s.now.ID }},
	{"text behind a marker lost", "mark-alone", func(s *spot) string {
		c := s.cell()
		c[0].Mark, c[0].Text = "・", ""
		return s.now.ID
	}},
	{"cell cut off", "cell-cut", func(s *spot) string {
		c := s.cell()
		rs := []rune(c[0].Text)
		c[0].Text = string(rs[:3+s.rand.IntN(len(rs)-4)])
		return s.now.ID
	}},
	{"text that no cell took", "unplaced", func(s *spot) string {
		s.p.newer.Unplaced = append(s.p.newer.Unplaced, schema.Unplaced{Text: s.now.Plan[0].Text})
		return ""
	}},
	{"one year for both plans in the title", "years-disagree", func(s *spot) string {
		s.p.newer.Title = strings.Replace(s.p.newer.Title, "2024年度年次計画", "2023年度年次計画", 1)
		return ""
	}},
	{"year of another edition in a heading", "years-disagree", func(s *spot) string {
		s.sections()[s.section].Title = fmt.Sprintf("%d年度の実施状況及び2024年度年次計画", 2010+s.rand.IntN(13))
		return ""
	}},
	{"years that do not follow", "years-contradict", func(s *spot) string { s.p.newer.Years.NextPlan = 2023 + 2*s.rand.IntN(2); return "" }},
	{"printed again, and otherwise", "repeated-differs", func(s *spot) string {
		again := s.again()
		again.NextPlan[0].Text = strings.Replace(again.NextPlan[0].Text, "。", "とともに、その結果を公表する。", 1)
		return s.append(again)
	}},
	{"printed again, original lost", "repeated-missing", func(s *spot) string {
		*s.now = s.again()
		return s.now.ID
	}},
	{"commitment without a result", "commitment-unreported", func(s *spot) string {
		s.now.Plan = append(s.now.Plan, schema.Passage{Mark: "・", Text: "農業用の無人航空機の操縦者を育成する。"})
		s.now.NextPlan = append(s.now.NextPlan, schema.Passage{Mark: "・", Text: "引き続き、農業用の無人航空機の操縦者を育成する。"})
		return s.now.ID
	}},
	{"commitment dropped", "commitment-dropped", func(s *spot) string {
		s.now.Plan = append(s.now.Plan, schema.Passage{Mark: "・", Text: "農業用の無人航空機の操縦者を育成する。"})
		s.now.Results = append(s.now.Results, schema.Passage{Mark: "・", Text: "農業用の無人航空機の操縦者の育成を進めている。"})
		return s.now.ID
	}},
	{"deadline gone by", "deadline-passed", func(s *spot) string {
		t := s.topic()
		s.now.Plan = say(fmt.Sprintf("2023年%d月末までに%sの台帳を作成する。", 5+s.rand.IntN(8), t))
		s.now.Results = say(t + "の台帳の作成に向けて調整を進めている。")
		s.now.NextPlan = say("引き続き、" + t + "の台帳を作成する。")
		return s.now.ID
	}},
	{"deadline moved without a word", "deadline-moved", func(s *spot) string {
		t, month := s.topic(), 1+s.rand.IntN(9)
		s.now.Plan = say(fmt.Sprintf("2023年%d月末までに%sの台帳を作成する。", month, t))
		s.now.Results = say(t + "の台帳の作成に向けて調整を進めている。")
		s.now.NextPlan = say(fmt.Sprintf("2024年%d月末までに%sの台帳を作成する。", month, t))
		return s.now.ID
	}},
	{"target lowered", "target-lowered", func(s *spot) string {
		n := 50 + s.rand.IntN(50)
		s.target(fmt.Sprintf("%d人", n), fmt.Sprintf("%d人", n-10-s.rand.IntN(30)))
		return s.now.ID
	}},
	{"target gone", "target-removed", func(s *spot) string { s.target(fmt.Sprintf("%d人", 50+s.rand.IntN(50)), ""); return s.now.ID }},
	{"decided later", "flag-unclear", func(s *spot) string {
		s.now.NextPlan = say("これを続けるかどうかは、利用者の意見を聴いた上で、年度内に判断する。")
		return s.now.ID
	}},
	{"item not followed up", "item-dropped", func(s *spot) string {
		id := s.now.ID
		s.sections()[s.section].Items = slices.Delete(s.sections()[s.section].Items, s.index, s.index+1)
		return id
	}},
	{"reprint altered", "plan-altered", func(s *spot) string {
		s.now.Plan[0].Text = strings.Replace(s.now.Plan[0].Text, "引き続き、", []string{"必要に応じて、", "主要な", "引き続き、一部の"}[s.rand.IntN(3)], 1)
		return s.now.ID
	}},
	{"ministry changed", "ministry-changed", func(s *spot) string { s.now.Ministries = append(s.now.Ministries, "法務省"); return s.now.ID }},
	{"item renumbered", "item-renumbered", func(s *spot) string {
		s.now.Label = "ナ"
		s.now.ID = s.sections()[s.section].ID + "/ナ"
		return s.now.ID
	}},
	{"finished, and planned again", "completed-returns", func(s *spot) string {
		t := s.topic()
		s.old.Plan, s.old.Results, s.old.NextPlan = say("2023年３月末までに"+t+"の台帳を完成させる。"), say(t+"の台帳を2023年３月に完成させた。"), nil
		s.now.Plan, s.now.Results, s.now.NextPlan = nil, nil, say("2025年３月末までに"+t+"の台帳を完成させる。")
		return s.now.ID
	}},
	{"review of another text", "review-stale", func(s *spot) string { return s.review(s.now.ID, "0000000000000000", schema.Submitted) }},
	{"review of no item", "review-orphaned", func(s *spot) string { return s.review(fmt.Sprintf("99/%d", s.section), "", schema.Submitted) }},
}

func (s *spot) neighbour() *schema.Item {
	items := s.sections()[s.section].Items
	if s.index == 9 {
		return &items[8]
	}
	return &items[s.index+1]
}

// cell picks a column.
func (s *spot) cell() []schema.Passage {
	return s.now.Column(schema.Columns()[s.rand.IntN(3)])
}

// topic is what the item's first sentence is about.
func (s *spot) topic() string {
	t := strings.TrimPrefix(s.now.Plan[0].Text, "引き続き、")
	place, rest, _ := strings.Cut(t, "の")
	for _, thing := range genThings {
		if strings.HasPrefix(rest, thing) {
			return place + "の" + thing
		}
	}
	return place
}

func (s *spot) target(was, is string) {
	t := s.topic()
	s.now.Plan = say(t + "の案内人" + was + "を養成する。")
	s.now.Results = say(t + "の案内人" + was + "を養成した。")
	s.now.NextPlan = say(t + "の案内人" + is + "を養成する。")
}

// again is the item printed once more.
func (s *spot) again() schema.Item {
	it := *s.now
	it.Repeated = true
	for _, c := range []*[]schema.Passage{&it.Plan, &it.Results, &it.NextPlan} {
		*c = slices.Clone(*c)
		for i := range *c {
			(*c)[i].Text += "（再掲）"
		}
	}
	return it
}

// append puts an item at the end of its section.
func (s *spot) append(it schema.Item) string {
	last := &s.sections()[s.section]
	it.Label = "サ"
	it.ID = last.ID + "/サ"
	last.Items = append(last.Items, it)
	return it.ID
}

func (s *spot) review(item, digest string, state schema.State) string {
	id := fmt.Sprintf("r%d", len(s.reviews.Annotations)+1)
	s.reviews.Annotations = append(s.reviews.Annotations, schema.Annotation{ID: id, Edition: s.p.newer.ID, Item: item, Digest: digest, Reviewer: "sato", State: state})
	return item
}

// checkPair checks a pair of editions as the command does: through its YAML, so that findings have lines.
func checkPair(t testing.TB, p genPair, lineage bool, reviews *schema.Reviews) *Result {
	t.Helper()
	text, err := schema.Marshal(p.newer)
	require.NoError(t, err)
	e, err := schema.Parse("new.yaml", text)
	require.NoError(t, err)
	in := Input{Edition: e, Source: text}
	if reviews != nil && len(reviews.Annotations) > 0 {
		in.Reviews = []*schema.Reviews{reviews}
	}
	in.Comparison, err = diff.Compare(e, diff.Options{})
	require.NoError(t, err)
	if lineage {
		in.Older = []*schema.Edition{p.older}
		in.Lineage, err = diff.Trace([]*schema.Edition{p.older, e}, diff.TraceOptions{Comparisons: []*diff.Comparison{in.Comparison}})
		require.NoError(t, err)
	}
	result, err := Run(in, Options{})
	require.NoError(t, err)
	return result
}

// A clean edition has no finding at error level, nor one at warning level.
func TestCleanEditions(t *testing.T) {
	for seed := range uint64(3) {
		result := checkPair(t, generate(100, seed), true, nil)
		for _, f := range result.Findings {
			assert.Falsef(t, f.Severity.AtLeast(Warning), "seed %d: %s %s: %s", seed, f.Severity, f.Rule, f.Message)
		}
	}
}

// Every kind of defect, planted at 20 random places in clean editions of 100 items: five at a time, in sections of their own;
// those that speak of the whole edition one at a time. The rule that names the defect finds 99 of 100.
func TestDefectsAreFound(t *testing.T) {
	found, all := 0, 0
	for k, d := range defects {
		t.Run(d.name, func(t *testing.T) {
			rule, ok := FindRule(d.rule)
			require.True(t, ok, d.rule)
			for planted, seed := 0, uint64(0); planted < 20; seed++ {
				r := rand.New(rand.NewPCG(uint64(k), seed))
				s := &spot{p: generate(100, seed), rand: r, reviews: &schema.Reviews{Version: 1}}
				sections := r.Perm(10)[:5]
				var items []string
				for _, section := range sections {
					s.section, s.index = section, r.IntN(10)
					s.old, s.now = &s.p.older.Sections[section].Items[s.index], &s.p.newer.Sections[section].Items[s.index]
					items = append(items, d.plant(s))
					if items[0] == "" {
						break // of the whole edition
					}
				}
				planted += len(items)
				result := checkPair(t, s.p, rule.Needs == "older", s.reviews)
				for _, item := range items {
					all++
					if slices.ContainsFunc(result.Findings, func(f Finding) bool { return f.Rule == d.rule && (f.Item == item || strings.Contains(f.Message, item)) }) {
						found++
						continue
					}
					t.Logf("seed %d: %s on %q not found; found: %s", seed, d.rule, item, rulesOf(result))
				}
			}
		})
	}
	t.Logf("found %d of %d", found, all)
	assert.GreaterOrEqual(t, float64(found), 0.99*float64(all))
}

func rulesOf(r *Result) string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Rule+" "+f.Item)
	}
	return strings.Join(out, ", ")
}
