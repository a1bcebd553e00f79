package read

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"plandiff/read/pdf"
)

// pageOf makes a page from a picture of it: a line with bars is a row of a table of four columns, another one stands outside tables.
// Lines of a table that stand together are one grid.
func pageOf(number int, picture string) pdf.Page {
	p := pdf.Page{Number: number, Width: 600, Height: 800}
	columns := []float64{50, 100, 180, 340, 550}
	line := func(text string, x, y float64) pdf.Line {
		return pdf.Line{Text: text, X0: x, X1: x + float64(len([]rune(text)))*10, Y: y, Size: 10, First: 10}
	}
	y := 100.0
	var g *pdf.Grid
	for _, l := range strings.Split(strings.Trim(picture, "\n"), "\n") {
		if !strings.Contains(l, "|") {
			g = nil
			p.Lines = append(p.Lines, line(strings.TrimSpace(l), 50, y+10))
			y += 20
			continue
		}
		if g == nil {
			p.Grids = append(p.Grids, pdf.Grid{X0: 50, X1: 550, Y0: y, Rows: []float64{y}, Columns: columns})
			g = &p.Grids[len(p.Grids)-1]
		}
		row := len(g.Rows) - 1
		for c, text := range strings.Split(l, "|") {
			cell := pdf.Cell{Row: row, LastRow: row, Column: c, LastColumn: c, X0: columns[c], X1: columns[c+1], Y0: y, Y1: y + 20}
			if text = strings.TrimSpace(text); text != "" {
				cell.Lines = []pdf.Line{line(text, columns[c]+3, y+10)}
			}
			g.Cells = append(g.Cells, cell)
		}
		y += 20
		g.Rows, g.Y1 = append(g.Rows, y), y
	}
	return p
}

const pictureHead = "項番 | 担当府省庁 | 2023年度年次計画 | 2023年度取組の成果、進捗状況及び2024年度年次計画\n"

// What stands on the pages, and the rows, headings and furniture that come of it.
func TestPDFFlow(t *testing.T) {
	for name, c := range map[string]struct {
		pages []string
		want  string
	}{
		"a row goes on overleaf, under the header printed again": {
			[]string{pictureHead + "(ア) | 気象庁 | 測る。 | <成果・進捗状況>", pictureHead + " | | | 測った。\n(イ) | 警察庁 | 知らせる。 |"},
			"heads / (ア) p1 測る。 [<成果・進捗状況> 測った。] / heads / (イ) p2 知らせる。 []",
		},
		"and where no header is printed": {
			[]string{pictureHead + "(ア) | 気象庁 | 測る。 | 測った。", " | | また、知らせる。 |"},
			"heads / (ア) p1 測る。また、知らせる。 [測った。]",
		},
		"over a note under the table": {
			[]string{pictureHead + "(ア) | 気象庁 | 測る。 | 測った。\n※ 数は速報", " | | | 知らせた。"},
			"heads / (ア) p1 測る。 [測った。知らせた。] / prose ※ 数は速報",
		},
		"but not over a heading": {
			[]string{pictureHead + "(ア) | 気象庁 | 測る。 | 測った。", "(2) 航路の標識\n" + pictureHead + " | 警察庁 | 置く。 | 置いた。"},
			"heads / (ア) p1 測る。 [測った。] / heading (2) 航路の標識 / heads /  p2 置く。 [置いた。]",
		},
		"a header cut by the page's end": {
			[]string{pictureHead + "(ア) | 気象庁 | 測る。 | 測った。\n項番 | 担当府省庁 | 2023年度 | 2023年度", "(イ) | 警察庁 | 置く。 | 置いた。"},
			"heads / (ア) p1 測る。 [測った。] / heads / (イ) p2 置く。 [置いた。]",
		},
		"headings over prose are prose": {
			[]string{"3 はじめに\nこの文書は毎年作る。", "1 海を守る\n" + pictureHead + "(ア) | 気象庁 | 測る。 | 測った。"},
			"prose 3 はじめに / prose この文書は毎年作る。 / heading 1 海を守る / heads / (ア) p2 測る。 [測った。]",
		},
		"an excerpt above the table": {
			[]string{"1 海を守る\n海の道しるべ戦略より\n・灯台を直す。\n" + pictureHead + "(ア) | 気象庁 | 測る。 | 測った。"},
			"heading 1 海を守る / source 海の道しるべ戦略より / policy ・灯台を直す。 / heads / (ア) p1 測る。 [測った。]",
		},
		"another table is named furniture": {
			[]string{pictureHead + "(ア) | 気象庁 | 測る。 | 測った。\n参考\n海域 | 数 | 前年 | 差"},
			"heads / (ア) p1 測る。 [測った。] / prose 参考 / another table 海域 / another table 数 / another table 前年 / another table 差",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := LoadProfile("nisc-annual")
			require.NoError(t, err)
			f := pdfFile{name: "a.pdf"}
			for i, picture := range c.pages {
				f.pages = append(f.pages, pageOf(i+1, picture))
			}
			var got []string
			for _, t := range pdfParts([]pdfFile{f}, p) {
				got = append(got, describe(t))
			}
			assert.Equal(t, c.want, strings.Join(got, " / "))
		})
	}
}

// A title may be cut by the page: the label that is not printed again tells, or a cell left in mid-sentence. Titles of whole rows
// open items.
func TestPDFTitleCutByThePage(t *testing.T) {
	p, err := LoadProfile("reiwa-roadmap")
	require.NoError(t, err)
	numbered, bare := "番号 | 施策名 | 令和5年度計画 | 令和5年度実績\n", "施策名 | 担当 | 令和5年度計画 | 令和5年度実績\n"
	for name, c := range map[string]struct {
		pages []string
		want  []string
	}{
		"no number overleaf":    {[]string{numbered + "1 | 灯台を | 直す。 | 直した。", numbered + " | 調べる | 測る。 |\n2 | 港を守る | 掘る。 | 掘った。"}, []string{"灯台を調べる", "港を守る"}},
		"in mid-sentence":       {[]string{bare + "灯台を | 気象庁 | 全て | 直した。", bare + "調べる | | 直す。 |"}, []string{"灯台を調べる"}},
		"all cells had ended":   {[]string{bare + "灯台 | 気象庁 | 直す。 | 直した。", bare + "港 | 水産庁 | 掘る。 | 掘った。"}, []string{"灯台", "港"}},
		"the next has a number": {[]string{numbered + "1 | 灯台 | 全て | 直した。", numbered + "2 | 港 | 掘る。 | 掘った。"}, []string{"灯台", "港"}},
	} {
		t.Run(name, func(t *testing.T) {
			var f pdfFile
			for i, picture := range c.pages {
				f.pages = append(f.pages, pageOf(i+1, picture))
			}
			var got []string
			for _, it := range assemble(pdfParts([]pdfFile{f}, p), p).Sections[0].Items {
				got = append(got, it.Title)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// describe writes a part in a few words.
func describe(t part) string {
	switch t.kind {
	case row:
		texts := func(ps []paragraph) (all []string) {
			for _, p := range ps {
				all = append(all, p.text)
			}
			return all
		}
		return fmt.Sprintf("%s p%d %s %v", t.cells.label, t.at.Page, strings.Join(texts(t.cells.plan), ""), texts(t.cells.outcome))
	case heading:
		return "heading " + t.text
	case policySource:
		return "source " + t.text
	case policy:
		return "policy " + t.text
	case furniture:
		if t.name == nameHeads {
			return "heads"
		}
		return t.name + " " + t.text
	}
	return "unplaced " + t.text
}
