package diff_test

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

// What is done to the newer of two editions of 100 items, and what history must say of it.
var mutations = []string{"kept", "reworded", "swapped", "relocated", "dropped", "added", "split", "merged", "requoted", "reassigned"}

// Editions of 100 items are made up, each item is changed in one of ten ways at random, and history must say what was
// done to at least 98 of 100 items.
func TestHistorySeesWhatWasDone(t *testing.T) {
	right, all := map[string]int{}, map[string]int{}
	for seed := range uint64(12) {
		m := mutate(seed)
		l, err := diff.Trace([]*schema.Edition{m.old, m.new}, diff.TraceOptions{})
		require.NoError(t, err)
		said := told(l)
		for item, want := range m.want {
			kind, want, _ := strings.Cut(want, ": ")
			all[kind]++
			if said[item] == want {
				right[kind]++
			} else {
				t.Logf("seed %d %s %s: want %q, got %q", seed, item, kind, want, said[item])
			}
		}
	}
	for _, kind := range mutations {
		require.NotZero(t, all[kind], "no item was %s", kind)
		t.Logf("%-10s %d of %d", kind, right[kind], all[kind])
		assert.GreaterOrEqual(t, float64(right[kind])/float64(all[kind]), 0.98, kind)
	}
}

// told says of each item what history says: where it went, as what, with which facts.
func told(l *diff.Lineage) map[string]string {
	out := map[string]string{}
	for _, th := range l.Threads {
		s := th.Steps[0]
		var facts []string
		for _, f := range s.Facts {
			facts = append(facts, string(f))
		}
		to := ""
		if len(th.Stops) > 1 {
			to = strings.Join(th.Stops[1].Items, "+")
		}
		key := "old " + th.Stops[0].Items[0]
		if s.Relation == diff.NewItem {
			key = "new " + th.Stops[0].Items[0]
		}
		out[key] = strings.TrimSpace(fmt.Sprintf("%s %s %s", s.Relation, to, strings.Join(facts, " ")))
	}
	return out
}

type mutated struct {
	old, new *schema.Edition
	want     map[string]string
}

type draft struct {
	item     schema.Item
	from     []string // ids of the older items
	relation string
	facts    []string
	kind     string
}

func mutate(seed uint64) mutated {
	rng := rand.New(rand.NewPCG(seed, 41))
	w := newWriter(rng)
	m := mutated{old: &schema.Edition{ID: "old", Language: "ja", Years: schema.Years{Plan: 2022, NextPlan: 2023}},
		new: &schema.Edition{ID: "new", Language: "ja", Years: schema.Years{Plan: 2023, NextPlan: 2024}}, want: map[string]string{}}
	const sections, each = 10, 10
	drafts := make([][]draft, sections)
	for s := range sections {
		old := schema.Section{ID: fmt.Sprint(s + 1), Number: fmt.Sprint(s + 1), Title: w.title()}
		for i := range each {
			old.Items = append(old.Items, schema.Item{ID: fmt.Sprintf("%d/%d", s+1, i+1), Label: fmt.Sprint(i + 1), Ministries: []string{w.ministry()},
				NextPlan: w.plan(2 + rng.IntN(3))})
		}
		m.old.Sections = append(m.old.Sections, old)
		m.new.Sections = append(m.new.Sections, schema.Section{ID: old.ID, Number: old.Number, Title: old.Title})
	}
	for s := range sections {
		items := m.old.Sections[s].Items
		for i := 0; i < each; i++ {
			item := items[i]
			d := draft{from: []string{item.ID}, relation: "same", kind: mutations[rng.IntN(len(mutations))]}
			d.item = schema.Item{Ministries: item.Ministries, Plan: item.NextPlan, NextPlan: w.reworded(item.NextPlan)}
			switch d.kind {
			case "reworded":
				d.item.NextPlan = w.plan(3) // a new plan, of which last year's edition knows nothing: the reprint leads
			case "swapped":
				if i+1 == each {
					d.kind = "kept"
					break
				}
				next := items[i+1]
				drafts[s] = append(drafts[s], draft{from: []string{next.ID}, relation: "same", kind: d.kind,
					item: schema.Item{Ministries: next.Ministries, Plan: next.NextPlan, NextPlan: w.reworded(next.NextPlan)}})
				i++
			case "relocated":
				d.facts = []string{"relocated"}
				to := (s + 1 + rng.IntN(sections-1)) % sections
				drafts[to] = append(drafts[to], d)
				continue
			case "dropped":
				m.want["old "+item.ID] = "dropped: dropped"
				continue
			case "added":
				drafts[s] = append(drafts[s], draft{kind: "added", relation: "new", item: schema.Item{Ministries: []string{w.ministry()}, NextPlan: w.plan(3)}})
				d.kind = "kept"
			case "split":
				item := d.item
				item.Plan, item.NextPlan = d.item.Plan[:1], d.item.NextPlan[:1]
				d.item.Plan, d.item.NextPlan = d.item.Plan[1:], d.item.NextPlan[1:]
				d.relation = "split"
				drafts[s] = append(drafts[s], draft{from: d.from, relation: "split", kind: "split", item: item})
			case "merged":
				if i+1 == each {
					d.kind = "kept"
					break
				}
				next := items[i+1]
				d.from, d.relation = append(d.from, next.ID), "merged"
				d.item.Plan = slices.Concat(item.NextPlan, next.NextPlan)
				d.item.NextPlan = slices.Concat(d.item.NextPlan, w.reworded(next.NextPlan))
				for _, name := range next.Ministries {
					if !slices.Contains(d.item.Ministries, name) {
						d.item.Ministries = append(slices.Clone(d.item.Ministries), name)
					}
				}
				i++
			case "requoted":
				d.item.Plan = w.reworded(item.NextPlan)
				d.facts = []string{"quote-altered"}
			case "reassigned":
				d.item.Ministries = []string{w.otherThan(item.Ministries[0])}
				d.facts = []string{"ministry-added", "ministry-removed"}
			}
			drafts[s] = append(drafts[s], d)
		}
	}
	m.number(drafts)
	return m
}

// number labels the newer items and writes down what history must say.
func (m *mutated) number(drafts [][]draft) {
	where := map[string][]string{}
	for s := range drafts {
		for i := range drafts[s] {
			d := &drafts[s][i]
			d.item.Label = fmt.Sprint(i + 1)
			d.item.ID = m.new.Sections[s].ID + "/" + d.item.Label
			m.new.Sections[s].Items = append(m.new.Sections[s].Items, d.item)
			for _, from := range d.from {
				where[from] = append(where[from], d.item.ID)
			}
		}
	}
	for s := range drafts {
		for _, d := range drafts[s] {
			if d.relation == "new" {
				m.want["new "+d.item.ID] = d.kind + ": new"
			}
			for _, from := range d.from {
				facts := d.facts
				_, label, _ := strings.Cut(from, "/")
				if d.relation == "same" && label != d.item.Label {
					facts = append([]string{"renumbered"}, facts...)
				}
				slices.SortFunc(facts, func(a, b string) int { return rank(a) - rank(b) })
				m.want["old "+from] = strings.TrimSpace(fmt.Sprintf("%s: %s %s %s", d.kind, d.relation, strings.Join(where[from], "+"), strings.Join(facts, " ")))
			}
		}
	}
}

// rank is the place of a fact in the vocabulary, the order in which facts are given.
func rank(fact string) int {
	return slices.IndexFunc(schema.Facts(), func(t schema.Term) bool { return t.ID == fact })
}

// writer makes up plans from stems that administrative Japanese has many of.
type writer struct{ rng *rand.Rand }

func newWriter(rng *rand.Rand) *writer { return &writer{rng} }

func (w *writer) pick(words string) string {
	f := strings.Fields(words)
	return f[w.rng.IntN(len(f))]
}

func (w *writer) ministry() string {
	return w.pick("総務省 経済産業省 国土交通省 文部科学省 厚生労働省 環境省 農林水産省 警察庁")
}

func (w *writer) otherThan(name string) string {
	for {
		if m := w.ministry(); m != name {
			return m
		}
	}
}

func (w *writer) subject() string {
	return w.pick("河川 港湾 橋梁 学校 病院 図書館 公園 森林 農地 漁港 空港 鉄道 水道 下水道 堤防 博物館 消防署 保育所 商店街 工業団地 観光地 離島 山村 温泉 文化財 市場 倉庫 発電所 道路 住宅") +
		w.pick("の老朽化 の耐震性 の利用者 の周辺環境 の管理者 の担い手 の運営費 の案内表示 の安全性 の混雑 の記録 の維持費 の騒音 の景観 の防災設備 の省エネルギー化")
}

func (w *writer) title() string { return w.subject() + "に関する施策" }

func (w *writer) sentence() string {
	return w.pick("関係団体と協力して、 専門家の助言を得て、 地方公共団体と連携し、 有識者会議の議論を踏まえ、 現地調査を行った上で、 利用者の意見を聴き、 民間の知見を生かし、") +
		w.subject() + "に関する" + w.pick("台帳 手引 計画 報告書 教材 基準 地図 統計 指針 工程表 動画 名簿 様式 一覧") + w.pick("を作成し、 を改定し、 を点検し、 を公開し、") +
		w.subject() + "についての" + w.pick("講習会 説明会 実証事業 表彰 相談窓口 見学会 意見交換会 展示会 調査 研修") + w.pick("を開催する。 を実施する。 を充実させる。 を試行する。 を継続する。")
}

func (w *writer) plan(sentences int) (out []schema.Passage) {
	for range sentences {
		out = append(out, schema.Passage{Mark: "・", Text: w.sentence()})
	}
	return out
}

// reworded changes the verb and one noun of a plan, so that one in some ten letters differs.
func (w *writer) reworded(plan []schema.Passage) (out []schema.Passage) {
	for _, p := range plan {
		p.Text = strings.NewReplacer("開催する。", "開く。", "実施する。", "行う。", "充実させる。", "広げる。", "試行する。", "試みる。", "継続する。", "続ける。",
			"作成し、", "取りまとめ、", "改定し、", "見直し、", "点検し、", "確かめ、", "公開し、", "公表し、").Replace(p.Text)
		out = append(out, p)
	}
	return out
}
