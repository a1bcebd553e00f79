package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"plandiff/diff"
)

// parts opens an office file and makes sure of what every program that reads one relies on: all parts are well-formed
// XML, listed content types and relationships point at parts that exist, and no part carries a time of day.
func parts(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		b, err := io.ReadAll(r)
		require.NoError(t, err)
		all[f.Name] = string(b)
		assert.Equal(t, fixedTime, f.Modified.UTC(), f.Name)
	}
	for name, text := range all {
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err, name)
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range start.Attr {
				switch {
				case start.Name.Local == "Override" && a.Name.Local == "PartName":
					assert.Contains(t, all, strings.TrimPrefix(a.Value, "/"))
				case start.Name.Local == "Relationship" && a.Name.Local == "Target":
					base := path.Dir(path.Dir(name))
					assert.Contains(t, all, strings.TrimPrefix(path.Join(base, strings.TrimPrefix(a.Value, "/xl/")), "./"), "%s → %s", name, a.Value)
				}
			}
		}
	}
	return all
}

// What the office files say, as text: the Word document with a line per paragraph, the sheets with a line per row.
func TestOfficeGolden(t *testing.T) {
	doc := parts(t, write(t, "taisho-docx", Input{Comparison: sample()}, Options{}))["word/document.xml"]
	golden(t, "taisho.docx.golden", []byte(strings.NewReplacer("<w:tr>", "\n<w:tr>", "<w:p>", "\n  <w:p>", "<w:sectPr>", "\n<w:sectPr>").Replace(doc)+"\n"))
	for _, format := range []string{"taisho-xlsx", "xlsx"} {
		f, err := excelize.OpenReader(bytes.NewReader(write(t, format, Input{Comparison: sample()}, Options{})))
		require.NoError(t, err)
		var b strings.Builder
		for _, name := range f.GetSheetList() {
			b.WriteString("== " + name + "\n")
			rows, err := f.GetRows(name)
			require.NoError(t, err)
			for _, r := range rows {
				b.WriteString(strings.ReplaceAll(strings.Join(r, " | "), "\n", "⏎") + "\n")
			}
		}
		golden(t, format+".golden", []byte(b.String()))
	}
}

// The Word file is the table that officials expect: landscape, its head row on every page, changed parts underlined.
func TestTaishoDocx(t *testing.T) {
	all := parts(t, write(t, "taisho-docx", Input{Comparison: sample()}, Options{}))
	doc := all["word/document.xml"]
	assert.Contains(t, doc, `w:w="16838" w:h="11906" w:orient="landscape"`, "A4 landscape")
	assert.Equal(t, 1, strings.Count(doc, "<w:tblHeader/>"), "the head row comes again on every page")
	assert.Contains(t, doc, `<w:u w:val="single"/></w:rPr><w:t xml:space="preserve">及び桟橋</w:t>`)
	for _, sign := range []string{"（新設）", "（削る）", "（同左）", "新（2024年度計画）", "旧（2023年度計画）"} {
		assert.Contains(t, doc, ">"+sign+"<")
	}
	assert.Contains(t, all["word/styles.xml"], `w:eastAsia="ＭＳ 明朝"`)
	assert.Contains(t, parts(t, write(t, "taisho-docx", Input{Comparison: sample()}, Options{Brief: true}))["word/document.xml"], "（略）")
}

// The sheet has the underlines as rich text, the head frozen and repeated, filters, and a print area.
func TestTaishoXLSX(t *testing.T) {
	file := write(t, "taisho-xlsx", Input{Comparison: sample()}, Options{})
	all := parts(t, file)
	sheet := all["xl/worksheets/sheet1.xml"]
	assert.Contains(t, sheet, `<autoFilter ref="$A$1:$F$7"`)
	assert.Contains(t, sheet, `state="frozen"`)
	assert.Contains(t, sheet, `orientation="landscape"`)
	assert.Contains(t, sheet, `fitToPage="true"`)
	assert.Contains(t, all["xl/workbook.xml"], `>&#39;新旧対照表&#39;!$1:$1<`)
	assert.Contains(t, all["xl/workbook.xml"], `name="_xlnm.Print_Area">&#39;新旧対照表&#39;!$A$1:$F$7<`)
	f, err := excelize.OpenReader(bytes.NewReader(file))
	require.NoError(t, err)
	runs, err := f.GetCellRichText("新旧対照表", "C2")
	require.NoError(t, err)
	var underlined []string
	for _, r := range runs {
		if r.Font != nil && r.Font.Underline == "single" {
			underlined = append(underlined, r.Text)
		}
	}
	assert.Equal(t, []string{"引き続き、", "及び桟橋", "35"}, underlined)
}

// In the workbook numbers are numbers, deadlines are dates, and the sums fit the items.
func TestWorkbook(t *testing.T) {
	file := write(t, "xlsx", Input{Comparison: sample()}, Options{})
	parts(t, file)
	f, err := excelize.OpenReader(bytes.NewReader(file))
	require.NoError(t, err)
	assert.Equal(t, []string{"概要", "備考", "項目", "取組", "付記", "担当府省庁別", "経緯", "期限と数値目標"}, f.GetSheetList())
	rows, err := f.GetRows("付記", excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	var target, deadline []string
	for _, r := range rows {
		switch r[3] {
		case "target-raised":
			target = r
		case "deadline-later":
			deadline = r
		}
	}
	assert.Equal(t, []string{"35", "棟"}, target[7:9])
	assert.Equal(t, "45747", deadline[9], "2025-03-31, as Excel counts days")
	shown, err := f.GetCellValue("付記", "J4")
	require.NoError(t, err)
	assert.Equal(t, "2025-03-31", shown)
	shares, err := f.GetCols("担当府省庁別", excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	assert.Len(t, shares[0], 7, "a row per item and ministry, and the head")
}

// No text of a document becomes a formula, and a text too long for a cell says that it was cut.
func TestWorkbooksAreInert(t *testing.T) {
	c := hostile()
	c.Edition.Sections[0].Items[0].Plan[0].Text = strings.Repeat("長", 40000)
	for _, format := range []string{"xlsx", "taisho-xlsx"} {
		t.Run(format, func(t *testing.T) {
			file := write(t, format, Input{Comparison: c}, Options{})
			for name, text := range parts(t, file) {
				assert.NotContains(t, text, "<f>", name)
			}
			f, err := excelize.OpenReader(bytes.NewReader(file))
			require.NoError(t, err)
			seen := false
			for _, name := range f.GetSheetList() {
				rows, err := f.GetRows(name)
				require.NoError(t, err)
				for _, r := range rows {
					for _, cell := range r {
						assert.LessOrEqual(t, len([]rune(cell)), cellLimit)
						seen = seen || strings.Contains(cell, "=HYPERLINK(")
					}
				}
			}
			assert.True(t, seen, "the text is there, as text")
			if format == "xlsx" {
				cell, err := f.GetCellValue("項目", "Q2")
				require.NoError(t, err)
				assert.Contains(t, cell, "以下省略")
			}
		})
	}
}

// LibreOffice opens the files without repair and prints them on A4 with their texts.
func TestOfficeFilesInLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("no LibreOffice in short mode")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice on this machine")
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	files := map[string]string{}
	short := hostile() // but for the cell of 10,000 characters, whose hundred pages prove nothing more
	short.Changes = slices.DeleteFunc(short.Changes, func(ch diff.Change) bool { return len(ch.Item.Title) > 1000 })
	for name, c := range map[string]*diff.Comparison{"sample": sample(), "hostile": short} {
		for _, format := range []string{"taisho-docx", "taisho-xlsx", "xlsx"} {
			f, err := Find(format)
			require.NoError(t, err)
			file := filepath.Join(dir, name+"-"+format)
			require.NoError(t, os.WriteFile(file+f.Ext, write(t, format, Input{Comparison: c}, Options{}), 0o644))
			files[name+"-"+format] = file + ".pdf"
			args = append(args, file+f.Ext)
		}
	}
	out, err := exec.Command(soffice, args...).CombinedOutput()
	require.NoError(t, err, string(out))
	for name, file := range files {
		pdf, err := os.ReadFile(file)
		require.NoError(t, err, name)
		info, text := pdfInfo(t, pdf)
		text = strings.Join(strings.Fields(text), "")
		assert.Regexp(t, `841\.\d+ x 595`, info, "%s: A4 landscape", name)
		if strings.HasPrefix(name, "sample") {
			assert.Contains(t, text, "見習いの講座", name)
		} else {
			assert.Contains(t, text, `<script>alert(`, "%s: shown as text", name)
		}
	}
}
