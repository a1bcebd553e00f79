package read

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"plandiff/schema"
)

// The roadmap is the second family: no markers, Reiwa years, each fact in a column of its own. testdata/pdf/roadmap.yaml is what
// its PDF reads as; every other kind of file must read as the same.
func roadmap(t *testing.T) *schema.Edition {
	t.Helper()
	e, err := schema.Load("testdata/pdf/roadmap.yaml")
	require.NoError(t, err)
	return e
}

// plainEdition takes out what depends on the kind of file: places, and the edition's title where the file has none.
func plainEdition(e *schema.Edition) []schema.Section {
	var out []schema.Section
	for _, s := range e.Sections {
		s.At, s.Pos = schema.Place{}, schema.Pos{}
		var items []schema.Item
		for _, it := range s.Items {
			it.At, it.Pos = schema.Place{}, schema.Pos{}
			for _, c := range []*[]schema.Passage{&it.Plan, &it.Results, &it.NextPlan} {
				ps := append([]schema.Passage(nil), *c...)
				for i := range ps {
					ps[i].Pos = schema.Pos{}
				}
				*c = ps
			}
			items = append(items, it)
		}
		s.Items = items
		out = append(out, s)
	}
	return out
}

func readBytes(t *testing.T, name string, b []byte, o Options) (*Result, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, b, 0o644))
	return File(context.Background(), path, o)
}

var roadmapHeads = []string{"施策名", "担当", "令和５年度計画", "令和５年度実績", "令和６年度計画"}

// grid sets the roadmap as rows of cells, as a person types them: a heading row before each section's items.
func roadmapRows(e *schema.Edition) [][]string {
	rows := [][]string{{e.Title}, roadmapHeads}
	for _, s := range e.Sections {
		rows = append(rows, []string{s.Number + " " + s.Title})
		for _, it := range s.Items {
			rows = append(rows, []string{it.Title, strings.Join(it.Ministries, "\n"), typed(it.Plan), typed(it.Results), typed(it.NextPlan)})
		}
	}
	return rows
}

func typed(ps []schema.Passage) string {
	var lines []string
	by := ""
	for _, p := range ps {
		if b := strings.Join(p.By, "、"); b != by {
			by = b
			lines = append(lines, "["+b+"]")
		}
		lines = append(lines, p.Mark+p.Text)
	}
	return strings.Join(lines, "\n")
}

func roadmapXLSX(t *testing.T, rows [][]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	for r, row := range rows {
		for c, text := range row {
			at, err := excelize.CoordinatesToCellName(c+1, r+3) // not in the first row
			require.NoError(t, err)
			require.NoError(t, f.SetCellStr("Sheet1", at, text))
		}
		if len(row) == 1 {
			require.NoError(t, f.MergeCell("Sheet1", fmt.Sprintf("A%d", r+3), fmt.Sprintf("E%d", r+3)))
		}
	}
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return b.Bytes()
}

func roadmapCSV(t *testing.T, rows [][]string, comma rune) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = comma
	require.NoError(t, w.WriteAll(rows))
	return b.Bytes()
}

// roadmapDOCX writes headings as styled paragraphs, a table per section, ・ as Word's own bullets.
func roadmapDOCX(t *testing.T, e *schema.Edition) []byte {
	t.Helper()
	paragraph := func(text string) string {
		number := ""
		if rest, ok := strings.CutPrefix(text, "・"); ok {
			number, text = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>`, rest
		}
		half := len([]rune(text)) / 2 // Word cuts runs anywhere
		return "<w:p>" + number + "<w:r><w:t>" + html.EscapeString(string([]rune(text)[:half])) + "</w:t></w:r><w:del><w:r><w:delText>消した</w:delText></w:r></w:del>" +
			"<w:r><w:t>" + html.EscapeString(string([]rune(text)[half:])) + "</w:t></w:r></w:p>"
	}
	var body strings.Builder
	body.WriteString(paragraph(e.Title))
	for _, s := range e.Sections {
		body.WriteString(`<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r><w:t>` + s.Number + " " + s.Title + "</w:t></w:r></w:p><w:tbl>")
		rows := [][]string{roadmapHeads}
		for _, it := range s.Items {
			rows = append(rows, []string{it.Title, strings.Join(it.Ministries, "\n"), typed(it.Plan), typed(it.Results), typed(it.NextPlan)})
		}
		for _, r := range rows {
			body.WriteString("<w:tr>")
			for _, c := range r {
				body.WriteString("<w:tc><w:tcPr/>")
				for _, l := range strings.Split(c, "\n") {
					body.WriteString(paragraph(l))
				}
				body.WriteString("</w:tc>")
			}
			body.WriteString("</w:tr>")
		}
		body.WriteString("</w:tbl>")
	}
	const ns = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	return zipOf(t, map[string]string{
		"word/document.xml": "<w:document" + ns + "><w:body>" + body.String() + "</w:body></w:document>",
		"word/styles.xml":   "<w:styles" + ns + `><w:style w:styleId="h"><w:name w:val="heading 1"/></w:style></w:styles>`,
		"word/numbering.xml": "<w:numbering" + ns + `><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
	})
}

func zipOf(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"word/document.xml", "word/styles.xml", "word/numbering.xml", "xl/workbook.xml"} {
		if content, ok := files[name]; ok {
			w, err := z.Create(name)
			require.NoError(t, err)
			_, err = w.Write([]byte(content))
			require.NoError(t, err)
		}
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func TestEveryKindOfFileReadsAsTheSameEdition(t *testing.T) {
	want := roadmap(t)
	page, err := os.ReadFile("testdata/pdf/roadmap.html")
	require.NoError(t, err)
	for name, b := range map[string][]byte{
		"roadmap.html": page,
		"roadmap.xlsx": roadmapXLSX(t, roadmapRows(want)),
		"roadmap.csv":  roadmapCSV(t, roadmapRows(want), ','),
		"roadmap.tsv":  roadmapCSV(t, roadmapRows(want), '\t'),
		"roadmap.docx": roadmapDOCX(t, want),
		"roadmap.bin":  roadmapXLSX(t, roadmapRows(want)), // the bytes tell, not the name
	} {
		t.Run(name, func(t *testing.T) {
			r, err := readBytes(t, name, b, Options{})
			require.NoError(t, err)
			assert.Equal(t, "reiwa-roadmap", r.Profile)
			assert.Equal(t, plainEdition(want), plainEdition(r.Edition))
			assert.Equal(t, want.Years, r.Edition.Years)
			assert.Equal(t, want.Title, r.Edition.Title)
			assert.Empty(t, r.Notes)
		})
	}
}

// The second family as a person keeps it, and as page text: files beside which stands what makes them (this test with -update, and
// testdata/pdf/make.sh). Each reads as the PDF does.
func TestRoadmapFixtures(t *testing.T) {
	want := roadmap(t)
	if *update {
		require.NoError(t, os.MkdirAll("testdata/roadmap", 0o755))
		require.NoError(t, os.WriteFile("testdata/roadmap/roadmap.xlsx", roadmapXLSX(t, roadmapRows(want)), 0o644))
		require.NoError(t, os.WriteFile("testdata/roadmap/roadmap.csv", roadmapCSV(t, roadmapRows(want), ','), 0o644))
	}
	pdf, err := File(context.Background(), "testdata/pdf/roadmap.pdf", Options{})
	require.NoError(t, err)
	for _, path := range []string{"testdata/roadmap/roadmap.xlsx", "testdata/roadmap/roadmap.csv", "testdata/pdf/roadmap.layout.txt"} {
		t.Run(filepath.Base(path), func(t *testing.T) {
			r, err := File(context.Background(), path, Options{})
			require.NoError(t, err)
			assert.Equal(t, "reiwa-roadmap", r.Profile)
			assert.Equal(t, pdf.Edition.Title, r.Edition.Title)
			assert.Equal(t, pdf.Edition.Years, r.Edition.Years)
			assert.Equal(t, pdf.Edition.ID, r.Edition.ID)
			assert.Empty(t, r.Notes)
			if strings.HasSuffix(path, ".txt") {
				assert.Equal(t, pdf.Edition.Sections, r.Edition.Sections, "with the pages")
			}
			assert.Equal(t, plainEdition(pdf.Edition), plainEdition(r.Edition))
		})
	}
}

// Heads that the profile does not know are named by hand: by letter or by what stands in them.
func TestColumnsByHand(t *testing.T) {
	rows := [][]string{{"甲", "乙", "丙", "丁"}, {"街路樹の診断", "診断を行う。", "診断を行った。", "引き続き診断を行う。"}}
	_, err := readBytes(t, "a.csv", roadmapCSV(t, rows, ','), Options{Profile: "reiwa-roadmap"})
	assert.ErrorContains(t, err, "a.csv: no table with the columns of reiwa-roadmap; the first table begins with 甲 | 乙 | 丙 | 丁")
	assert.ErrorContains(t, err, "--map")

	r, err := readBytes(t, "a.csv", roadmapCSV(t, rows, ','), Options{Profile: "reiwa-roadmap",
		Map: map[string]string{"甲": "title", "B": "plan", "C": "results", "丁": "next_plan"}})
	require.NoError(t, err)
	it := r.Edition.Sections[0].Items[0]
	assert.Equal(t, "街路樹の診断", it.Title)
	assert.Equal(t, "診断を行う。", it.Plan[0].Text)
	assert.Equal(t, "診断を行った。", it.Results[0].Text)
	assert.Equal(t, "引き続き診断を行う。", it.NextPlan[0].Text)

	_, err = readBytes(t, "a.csv", roadmapCSV(t, rows, ','), Options{Map: map[string]string{"B": "plans"}})
	assert.ErrorContains(t, err, `--map B=plans: unknown field; have label, title`)

	_, err = readBytes(t, "a.csv", roadmapCSV(t, rows, ','), Options{Profile: "reiwa-roadmap", Map: map[string]string{"A": "title", "B": "plan", "C": "results", "戊": "next_plan", "Z": "label"}})
	assert.ErrorContains(t, err, "--map Z=label: no such column; the table has A 甲 | B 乙 | C 丙 | D 丁")
	assert.ErrorContains(t, err, "--map 戊=next_plan")
}

// A row under merged cells goes on from the one above; a cell under no known head is unplaced, and said.
func TestMergedCellsAndUnknownColumns(t *testing.T) {
	page := `<table><tr><th>施策名<th>担当<th>令和5年度計画<th>令和5年度実績<th>令和6年度計画<th>備考
<tr><td rowspan=2>橋の塗替え<td rowspan=2>国土交通省<td>橋を塗る。<td>塗った。<td>橋を塗る。<td>新聞で報道
<tr><td>色を選ぶ。<td>選んだ。<td>色を改める。<td></table>`
	r, err := readBytes(t, "a.html", []byte(page), Options{})
	require.NoError(t, err)
	require.Len(t, r.Edition.Sections[0].Items, 1)
	it := r.Edition.Sections[0].Items[0]
	assert.Equal(t, []string{"橋を塗る。", "色を選ぶ。"}, []string{it.Plan[0].Text, it.Plan[1].Text})
	require.Len(t, r.Edition.Unplaced, 1)
	assert.Equal(t, "新聞で報道", r.Edition.Unplaced[0].Text)
	require.Len(t, r.Notes, 1)
	assert.Contains(t, r.Notes[0].String(), "新聞で報道")
}

// Bytes that are no characters are shown as such, and said: nothing is lost in silence.
func TestDamagedCharactersOfAPage(t *testing.T) {
	page := "<meta charset=utf-8><table><tr><th>施策名<th>担当<th>令和5年度計画<th>令和5年度実績<th>令和6年度計画<tr><td>橋<td>国土交通省<td>橋を\xe5\xbeる。<td>塗った。<td>塗る。</table>"
	r, err := readBytes(t, "a.html", []byte(page), Options{})
	require.NoError(t, err)
	assert.Equal(t, "橋を\uFFFDる。", r.Edition.Sections[0].Items[0].Plan[0].Text)
	require.Len(t, r.Notes, 1)
	assert.Contains(t, r.Notes[0].String(), "a.html: damaged")
}

// A site may show the text of a document's page instead of a table.
func TestPageTextInsideAWebPage(t *testing.T) {
	text := "(ア) 環境省\n川の水質を測定する。\n<成果・進捗状況>\n・川の水質を120地点で測定した。\n<2024 年度年次計画>\n・引き続き、川の水質を測定する。\n"
	plain, err := readBytes(t, "page.txt", []byte(text), Options{Profile: "nisc-annual"})
	require.NoError(t, err)
	web, err := readBytes(t, "page.html", []byte("<html><body><script>var x = '<成果・進捗状況>'</script><pre>"+html.EscapeString(text)+"</pre></body></html>"), Options{Profile: "nisc-annual"})
	require.NoError(t, err)
	assert.Equal(t, plainEdition(plain.Edition), plainEdition(web.Edition))
}

// Word counts labels itself; they stand nowhere in the text.
func TestNumbersThatWordCounts(t *testing.T) {
	n := &numbering{lists: map[string]string{"1": "a"}, levels: map[string][]listLevel{"a": {{"aiueoFullWidth", "(%1)", 1}, {"decimalEnclosedCircle", "%2", 1}}}, counts: map[string][]int{}}
	var got []string
	for _, level := range []int{0, 1, 1, 0, 1} {
		got = append(got, n.next("1", level))
	}
	assert.Equal(t, []string{"(ア) ", "① ", "② ", "(イ) ", "① "}, got)
	assert.Equal(t, "", n.next("2", 0), "a list that is not there")
	assert.Equal(t, "二十三", numeral("japaneseCounting", 23))
	assert.Equal(t, "iv", numeral("lowerRoman", 4))
}

// What cannot be read ends in an error that names the file and the remedy, within bounds.
func TestFilesThatCannotBeRead(t *testing.T) {
	deep := strings.Repeat("<w:p>", maxDepth+2)
	for name, c := range map[string]struct {
		b    []byte
		want string
	}{
		"cut.xlsx":   {[]byte("PK\x03\x04 and no more"), "cut.xlsx: not a workbook that can be opened"},
		"cut.docx":   {[]byte("PK\x03\x04 and no more"), "cut.docx: not a Word document that can be opened"},
		"old.docx":   {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "save it as .docx"},
		"empty.docx": {zipOf(t, map[string]string{"word/styles.xml": "<a/>"}), "without word/document.xml"},
		"deep.docx":  {zipOf(t, map[string]string{"word/document.xml": deep}), "too deeply nested"},
		"bomb.docx":  {zipOf(t, map[string]string{"word/document.xml": "<a>" + strings.Repeat(" ", maxUnpacked/4) + "</a>"}), "unpacks to more than"},
		"none.csv":   {[]byte("a,b,c,d\n1,2,3,4\n"), "no table with the columns"},
		"empty.csv":  {[]byte("\n"), "empty"},
		"quote.csv":  {[]byte("a,\"b\n"), "quotes"},
		"prose.html": {[]byte("<html><body><p>お知らせ</p></body></html>"), "no table found"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readBytes(t, name, c.b, Options{})
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
			assert.Contains(t, err.Error(), name)
		})
	}
}
