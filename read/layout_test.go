package read

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// brief writes the items of a text as title | ministries | plan | results | next plan, paragraphs parted by /.
func brief(t *testing.T, text string) []string {
	t.Helper()
	var out []string
	for _, s := range readString(t, "roadmap.txt", text, Options{Profile: "reiwa-roadmap"}).Edition.Sections {
		for _, it := range s.Items {
			cells := []string{it.Label + it.Title, strings.Join(it.Ministries, " ")}
			for _, ps := range []string{typed(it.Plan), typed(it.Results), typed(it.NextPlan)} {
				cells = append(cells, strings.ReplaceAll(ps, "\n", "/"))
			}
			out = append(out, strings.Join(cells, " | "))
		}
	}
	return out
}

const layoutHeader = "施策名           担当      令和5年度計画            令和5年度実績            令和6年度計画\n"

// A table with a column for each fact, as text that keeps the columns apart by blanks.
func TestLayoutText(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a line for each row": {
			layoutHeader + "橋の補修         国土交通省  橋を塗り直す。         橋を塗り直した。       点検を続ける。\n" +
				"灯台の点検       海上保安庁  灯台を調べる。         灯台を調べた。         灯台を直す。\n",
			[]string{"橋の補修 | 国土交通省 | 橋を塗り直す。 | 橋を塗り直した。 | 点検を続ける。", "灯台の点検 | 海上保安庁 | 灯台を調べる。 | 灯台を調べた。 | 灯台を直す。"},
		},
		"cells over several lines": {
			layoutHeader + "海辺の橋の補     国土交通省  海辺の橋を全て塗り     海辺の橋を塗り直し     点検を続ける。\n" +
				"修               環境省      直す。                 た。\n" +
				"灯台の点検       海上保安庁  灯台を調べる。         灯台を調べた。         灯台を直す。\n",
			[]string{"海辺の橋の補修 | 国土交通省 環境省 | 海辺の橋を全て塗り直す。 | 海辺の橋を塗り直した。 | 点検を続ける。", "灯台の点検 | 海上保安庁 | 灯台を調べる。 | 灯台を調べた。 | 灯台を直す。"},
		},
		"one blank between columns, in shifting places": {
			layoutHeader + "海辺の橋の補修   国土交通省  海辺の橋を全て塗り ・海辺の橋を塗り直し  点検を続ける。\n" +
				"                             直す。               た。\n" +
				"灯台の点検       海上保安庁  灯台を調べ、結果を ・灯台を調べた。結果 灯台を直す。引き続き\n" +
				"                             広く公にする。       は公にした。       調べる。\n" +
				"波の観測         気象庁      波の高さを測る。    波の高さを測った。     測り続ける。\n",
			[]string{"海辺の橋の補修 | 国土交通省 | 海辺の橋を全て塗り直す。 | ・海辺の橋を塗り直した。 | 点検を続ける。",
				"灯台の点検 | 海上保安庁 | 灯台を調べ、結果を広く公にする。 | ・灯台を調べた。結果は公にした。 | 灯台を直す。引き続き調べる。",
				"波の観測 | 気象庁 | 波の高さを測る。 | 波の高さを測った。 | 測り続ける。"},
		},
		"a letter-spaced line": {
			layoutHeader + "海辺の橋の補修   国土交通省  海 辺 の 橋 を 塗 る   海辺の橋を塗り直し     点検を続ける。\n" +
				"                             こととする。           た。\n" +
				"灯台の点検       海上保安庁  灯台を全て調べる。     灯台を全て調べた。     灯台を直す。\n",
			[]string{"海辺の橋の補修 | 国土交通省 | 海辺の橋を塗ることとする。 | 海辺の橋を塗り直した。 | 点検を続ける。", "灯台の点検 | 海上保安庁 | 灯台を全て調べる。 | 灯台を全て調べた。 | 灯台を直す。"},
		},
		"a row that goes on overleaf, its title too": {
			layoutHeader + "橋の補修         国土交通省  橋を塗り直す。         橋を塗り直した。       点検を続ける。\n" +
				"灯台の点検と     海上保安庁  灯台を全て調べ、結     灯台を調べた。         灯台を直す。\n" +
				"                                                                           - 1 -\n\f" +
				layoutHeader + "補修                         果を公にする。\n" +
				"波の観測         気象庁      波の高さを測る。       波の高さを測った。     測り続ける。\n",
			[]string{"橋の補修 | 国土交通省 | 橋を塗り直す。 | 橋を塗り直した。 | 点検を続ける。", "灯台の点検と補修 | 海上保安庁 | 灯台を全て調べ、結果を公にする。 | 灯台を調べた。 | 灯台を直す。",
				"波の観測 | 気象庁 | 波の高さを測る。 | 波の高さを測った。 | 測り続ける。"},
		},
		"headings between tables": {
			"1 海を守る\n" + layoutHeader + "橋の補修         国土交通省  橋を塗り直す。         橋を塗り直した。       点検を続ける。\n\n" +
				"2 空を守る\n" + layoutHeader + "波の観測         気象庁      波の高さを測る。       波の高さを測った。     測り続ける。\n",
			[]string{"橋の補修 | 国土交通省 | 橋を塗り直す。 | 橋を塗り直した。 | 点検を続ける。", "波の観測 | 気象庁 | 波の高さを測る。 | 波の高さを測った。 | 測り続ける。"},
		},
		"numbers, and ruby": {
			"番号  施策名       担当        令和5年度計画         令和5年度実績         令和6年度計画\n" +
				"1     橋の補修     国土交通省  海辺の古い橋を        橋を塗り直した。      点検を続ける。\n" +
				"                                          ぬりなお\n" +
				"                               選び、塗り直す。\n" +
				"2     灯台の点検   海上保安庁  灯台を調べる。        灯台を調べた。        灯台を直す。\n",
			[]string{"1橋の補修 | 国土交通省 | 海辺の古い橋を選び、塗り直す。 | 橋を塗り直した。 | 点検を続ける。", "2灯台の点検 | 海上保安庁 | 灯台を調べる。 | 灯台を調べた。 | 灯台を直す。"},
		},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, brief(t, c.text)) })
	}
}

// Every character of a layout text is in a part.
func TestLayoutAccountsForEveryCharacter(t *testing.T) {
	text := "海の工程表\n1 海を守る\n" + layoutHeader + "橋の補修         国土交通省  橋を塗り直す。         橋を塗り直した。       点検を続ける。 備考\n※ 数は速報であり、後に改めることがある。また、この注は表の下に長く続く。\n- 1 -\n"
	p, err := LoadProfile("reiwa-roadmap")
	require.NoError(t, err)
	parts := readLayout(splitPages(text, "a.txt"), p)
	require.NotNil(t, parts)
	assert.Equal(t, accounted(text), accounted(textsOf(parts)...))
}

// Text that does not keep its columns apart ends in an error that says what to read instead.
func TestSeparateColumnsRunTogether(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"lines of cells one after another": {"番号\n施策名\n担当\n令和5年度計画\n令和5年度実績\n令和6年度計画\n1\n橋の補修\n国土交通省\n橋を塗り直す。\n橋を塗り直した。\n点検を続ける。\n", "keep the columns apart by blanks"},
		"lines that do not fit together": {layoutHeader +
			"橋の補修         国土交通省  海辺の橋を全て         橋を塗り直した。       点検を続ける。\n\n" +
			"灯台の点検       海上保安庁  灯台を全て調           灯台を調べた。         灯台を直す。\n\n" +
			strings.Repeat("波の観測         気象庁      波の高さを測る。       波の高さを測った。     測り続ける。\n\n", 3), "do not tell its columns apart for certain (2 of 5 rows"},
	} {
		t.Run(name, func(t *testing.T) {
			docs := []document{{name: "roadmap.txt", data: []byte(c.text)}}
			_, err := readText(context.Background(), docs, Profiles(), Options{})
			require.ErrorContains(t, err, c.want)
			assert.ErrorContains(t, err, "read the PDF")
		})
	}
}

// FuzzLayout: whatever the blanks, no character of a layout text is lost or made up.
func FuzzLayout(f *testing.F) {
	f.Add(layoutHeader + "橋の補修         国土交通省  橋を塗り直す。         橋を塗り直した。       点検を続ける。\n")
	f.Add(layoutHeader + "1 海\n海 辺 の 橋 を   ばっさい\n\f" + layoutHeader + "・ ※ [国土交通省]\n")
	p, err := LoadProfile("reiwa-roadmap")
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 3000 || strings.ContainsAny(text, "\u00AD\uFFFD") || !utf8.ValidString(text) {
			return
		}
		if parts := readLayout(splitPages(text, "a.txt"), p); parts != nil {
			assert.Equal(t, accounted(text), accounted(textsOf(parts)...))
		}
	})
}
