package check

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"plandiff/schema"
)

// The words of generated plans: every item gets a place, a thing and an act of its own, so that no two speak of the same.
var (
	genPlaces = strings.Fields("山間部 離島 都市部 沿岸部 半島 豪雪地帯 平野部 盆地 河口 湖畔 丘陵地 工業地帯 温泉地 県境 農村部 漁村部 過疎地域 港湾地区 住宅団地 観光地")
	genThings = strings.Fields("吊り橋 診療所 小学校 図書館 灯台 水門 堤防 展望台 渡し船 温室 製材所 養魚場 天文台 博物館 郵便局 音楽堂 体育館 保育所 キャンプ場 展示館 給水塔 貯水池 果樹園 茶畑 牧場 漁港 市場 倉庫 工房 劇場")
	genActs   = [][3]string{ // plan, results, carried over
		{"を点検する。", "を点検した。", ""}, {"を補修する。", "を補修した。", ""}, {"の利用の状況を調査する。", "の利用の状況を調査した。", ""},
		{"の運営を支援する。", "の運営を支援した。", ""}, {"の案内図を配布する。", "の案内図を配布した。", ""}, {"の防火訓練を実施する。", "の防火訓練を実施した。", ""},
	}
	genMinistries = strings.Fields("国土交通省 農林水産省 環境省 文部科学省 厚生労働省 総務省 経済産業省 警察庁 消防庁 内閣府")
	genLabels     = strings.Split("アイウエオカキクケコサシスセソタチツテト", "")
)

// genPair is an edition and the one before it: what the newer one reprints is what the older one planned.
type genPair struct{ older, newer *schema.Edition }

// generate makes a clean pair of editions of n items; the same seed gives the same texts. Every fifth item has two blocks, every
// seventh two bullets, every eleventh is printed again at the end of its section.
func generate(n int, seed uint64) genPair {
	r := rand.New(rand.NewPCG(seed, 1))
	nth := r.Perm(len(genPlaces) * len(genThings))
	topic := func() string {
		k := nth[0]
		nth = append(nth[1:], k)
		return genPlaces[k%len(genPlaces)] + "の" + genThings[k/len(genPlaces)]
	}
	p := genPair{genEdition(2023), genEdition(2024)}
	for i := 0; i < n; i++ {
		if i%10 == 0 {
			number := fmt.Sprint(i/10 + 1)
			for _, e := range []*schema.Edition{p.older, p.newer} {
				e.Sections = append(e.Sections, schema.Section{ID: number, Number: number, Title: genThings[i/10%len(genThings)] + "等に関する施策"})
			}
		}
		old, now := genItem(r, i, fmt.Sprint(i/10+1), topic)
		for k, e := range []*schema.Edition{p.older, p.newer} {
			s := &e.Sections[len(e.Sections)-1]
			s.Items = append(s.Items, []schema.Item{old, now}[k])
		}
	}
	return p
}

func genEdition(year int) *schema.Edition {
	return &schema.Edition{Version: 1, ID: fmt.Sprintf("chiiki%d", year), Title: fmt.Sprintf("地域施設整備%d（%d年度年次報告・%d年度年次計画）", year, year-1, year), Language: "ja", Date: fmt.Sprintf("%d-07-10", year),
		Years: schema.Years{Plan: year - 1, NextPlan: year}}
}

// genItem makes an item of the older edition and its successor.
func genItem(r *rand.Rand, i int, section string, topic func() string) (old, now schema.Item) {
	label := genLabels[i%10]
	one := schema.Item{ID: section + "/" + label, Label: label}
	m := r.Perm(len(genMinistries))
	one.Ministries = []string{genMinistries[m[0]]}
	parts, marked, blocks := 1, "", false
	switch {
	case i%5 == 4:
		parts, marked, blocks = 2, "・", true
		one.Ministries = append(one.Ministries, genMinistries[m[1]])
	case i%7 == 3:
		parts, marked = 2, "・"
	}
	old, now = one, one
	old.Ministries, now.Ministries = append([]string{}, one.Ministries...), append([]string{}, one.Ministries...)
	for k := range parts {
		t, act := topic(), genActs[r.IntN(len(genActs))]
		at := schema.Passage{Mark: marked}
		if blocks {
			at.By = []string{one.Ministries[k]}
		}
		passage := func(text string) schema.Passage {
			p := at
			p.By = append([]string(nil), at.By...)
			p.Text = text
			return p
		}
		old.Plan = append(old.Plan, passage(t+act[0]))
		old.Results = append(old.Results, passage(t+act[1]))
		old.NextPlan = append(old.NextPlan, passage("引き続き、"+t+act[0]))
		now.Plan = append(now.Plan, passage("引き続き、"+t+act[0]))
		now.Results = append(now.Results, passage(t+act[1]))
		now.NextPlan = append(now.NextPlan, passage("引き続き、"+t+act[0]))
	}
	return old, now
}
