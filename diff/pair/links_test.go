package pair

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/schema"
)

// edition makes an edition of one section whose items, labelled 1, 2, 3 …, have these next plans.
func edition(id string, plans ...string) *schema.Edition {
	e := &schema.Edition{ID: id, Language: "ja", Sections: []schema.Section{{ID: "1", Number: "1", Title: "安全の確保"}}}
	for i, p := range plans {
		label := fmt.Sprint(i + 1)
		e.Sections[0].Items = append(e.Sections[0].Items, schema.Item{ID: "1/" + label, Label: label, NextPlan: []schema.Passage{{Text: p}}})
	}
	return e
}

const (
	drill   = "重要インフラ事業者とともに、分野横断的な演習を年２回実施し、課題を洗い出す。"
	watch   = "政府機関の情報システムを二十四時間監視し、不正な通信を検知したときは速やかに通報する。"
	school  = "小学校及び中学校において、情報モラルに関する教材を配布し、教員の研修を行う。"
	roads   = "老朽化した橋梁の点検を計画的に進め、通行の安全を確保する。"
	harbour = "港湾の荷役作業における事故を防ぐため、作業手順書を見直し、講習会を開催する。"
)

func TestItems(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new []string
		pins     []Pin
		want     [][2]int
	}{
		{"in another order, labels shifted", []string{drill, watch, school}, []string{school, drill, watch}, nil, [][2]int{{0, 1}, {1, 2}, {2, 0}}},
		{"one dropped, one new", []string{drill, watch, school}, []string{drill, roads, school}, nil, [][2]int{{0, 0}, {2, 2}}},
		{"nothing in common", []string{drill}, []string{roads}, nil, nil},
		{"reworded", []string{drill, watch}, []string{
			"政府機関等の情報システムを常時監視し、不正な通信を検知した場合、関係機関へ速やかに通報する。", "分野横断的な演習を年３回、重要インフラ事業者等とともに実施する。"}, nil, [][2]int{{0, 1}, {1, 0}}},
		{"split", []string{drill + school, watch}, []string{drill, school, watch}, nil, [][2]int{{0, 0}, {0, 1}, {1, 2}}},
		{"merged", []string{drill, school, watch}, []string{drill + school, watch}, nil, [][2]int{{0, 0}, {1, 0}, {2, 1}}},
		{"pinned against the text", []string{drill, watch}, []string{roads, watch}, []Pin{{From: 0, To: 0, Reason: "renamed"}}, [][2]int{{0, 0}, {1, 1}}},
		{"forbidden against the text", []string{drill, watch}, []string{drill, watch}, []Pin{{From: 0, To: 0, Forbid: true}}, [][2]int{{1, 1}}},
		{"the same text several times keeps its order", []string{drill, watch, drill, school, drill}, []string{drill, watch, drill, school, drill}, nil, [][2]int{{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}}},
		{"all items alike", []string{drill, drill, drill}, []string{drill, drill, drill}, nil, [][2]int{{0, 0}, {1, 1}, {2, 2}}},
		{"one of two equal items dropped", []string{drill, watch, drill, school}, []string{watch, drill, school}, nil, [][2]int{{1, 0}, {2, 1}, {3, 2}}},
		{"no items", nil, []string{drill}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Items(edition("a", c.old...), edition("b", c.new...), Options{Pins: c.pins})
			require.NoError(t, err)
			var got [][2]int
			for _, l := range r.Links {
				got = append(got, [2]int{l.From, l.To})
			}
			assert.Equal(t, c.want, got, "%+v", r)
		})
	}
}

// A text that stands in more items than an item has candidates still keeps its order.
func TestManyEqualItems(t *testing.T) {
	var plans []string
	for i := range 60 {
		plans = append(plans, drill)
		if i%5 == 0 {
			plans = append(plans, []string{watch, school, roads, harbour}[i/5%4])
		}
	}
	r, err := Items(edition("a", plans...), edition("b", plans...), Options{})
	require.NoError(t, err)
	right := 0
	for _, l := range r.Links {
		if l.From == l.To {
			right++
		}
	}
	assert.Len(t, r.Links, len(plans))
	assert.Equal(t, len(plans), right)
}

// Where the newer edition reprints last year's plan, that is what is compared, not what it plans next.
func TestItemsFollowTheReprint(t *testing.T) {
	old, new := edition("a", drill, watch), edition("b", roads, harbour)
	for i, plan := range []string{watch, drill} {
		new.Sections[0].Items[i].Plan = []schema.Passage{{Text: plan}}
	}
	r, err := Items(old, new, Options{})
	require.NoError(t, err)
	require.Len(t, r.Links, 2)
	assert.Equal(t, 1, r.Links[0].To)
	assert.Equal(t, 0, r.Links[1].To)
}

func TestRunnerUpIsKept(t *testing.T) {
	near := strings.Replace(drill, "年２回", "月１回", 1)
	r, err := Items(edition("a", drill, watch), edition("b", drill, near, watch), Options{})
	require.NoError(t, err)
	assert.Equal(t, []int{1, -1}, r.RunnerUp)
}

func TestWorkersDoNotMatter(t *testing.T) {
	old, new := synthetic(300)
	one, err := Items(old, new, Options{Workers: 1})
	require.NoError(t, err)
	eight, err := Items(old, new, Options{Workers: 8})
	require.NoError(t, err)
	assert.Equal(t, one, eight)
	assert.Greater(t, len(one.Links), 250)
}

// synthetic makes two editions of n items of some 300 characters; the newer one has every tenth word changed and the
// sections in another order.
func synthetic(n int) (old, new *schema.Edition) {
	rng := rand.New(rand.NewPCG(uint64(n), 5))
	word := func() string {
		const kanji = "安全対策情報通信監視演習教育研修計画評価制度基準技術開発国際連携地域企業支援調査分析公表検討整備運用改善強化推進確保防止復旧訓練人材育成"
		r := []rune(kanji)
		var b strings.Builder
		for range 2 + rng.IntN(4) {
			b.WriteRune(r[rng.IntN(len(r))])
		}
		return b.String()
	}
	common := make([]string, 20000)
	for i := range common {
		common[i] = word()
	}
	particles := []string{"を", "に", "の", "と", "について", "による", "、", "等の"}
	old, new = &schema.Edition{ID: "old", Language: "ja"}, &schema.Edition{ID: "new", Language: "ja"}
	for s := 0; s*20 < n; s++ {
		id := fmt.Sprint(s + 1)
		a, b := schema.Section{ID: id, Title: word()}, schema.Section{ID: id}
		b.Title = a.Title
		for i := 0; i < 20 && s*20+i < n; i++ {
			var x, y strings.Builder
			for k := range 75 {
				w, p := common[int(float64(len(common))*rng.Float64()*rng.Float64()*rng.Float64())], particles[rng.IntN(len(particles))]
				x.WriteString(w + p)
				if rng.IntN(10) == 0 {
					w = word()
				}
				y.WriteString(w + p)
				if k%25 == 24 {
					x.WriteString("を行う。")
					y.WriteString("を行う。")
				}
			}
			label := fmt.Sprint(i + 1)
			a.Items = append(a.Items, schema.Item{ID: id + "/" + label, Label: label, NextPlan: []schema.Passage{{Text: x.String()}}})
			b.Items = append(b.Items, schema.Item{ID: id + "/" + label, Label: label, NextPlan: []schema.Passage{{Text: y.String()}}})
		}
		old.Sections = append(old.Sections, a)
		new.Sections = append([]schema.Section{b}, new.Sections...)
	}
	return old, new
}

func BenchmarkItems(b *testing.B) {
	for _, n := range []int{500, 2000, 6000, 20000} {
		old, new := synthetic(n)
		b.Run(fmt.Sprintf("items=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Items(old, new, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
