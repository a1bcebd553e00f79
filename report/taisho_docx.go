package report

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// The Word file is written part by part with archive/zip and encoding/xml's escaping. No library is used: those under a
// licence that fits have had no release for over a year or none at all, take their parts from a template that cannot be
// told what an East Asian font is, or write zip entries in an order that changes from run to run. A table needs seven
// small parts of OOXML (ECMA-376), and these are all of them.

const (
	wordNS    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relNS     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageNS = "http://schemas.openxmlformats.org/package/2006/"
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// fixedTime is the time of everything in office files: no clock enters a report. It is the first day that zip can hold.
var fixedTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// wordColumns are the widths of the five columns in twentieths of a point. They fill A4 landscape, 297 mm wide, between
// margins of 15 mm.
var wordColumns = []int{850, 1500, 5090, 5090, 2600}

const (
	pageLong, pageShort = 16838, 11906 // A4 in twentieths of a point
	pageMargin          = 850
)

func writeTaishoDocx(w io.Writer, in Input, o Options) error {
	table, err := newTaisho(in, o)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", coreProperties(table)},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/document.xml", wordDocument(table)},
		{"word/footer1.xml", wordFooter},
		{"word/settings.xml", wordSettings},
		{"word/styles.xml", wordStyles(table.T.Lang)},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: fixedTime})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xmlHead+part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// wordDocument is the table with its title, and the page it stands on.
func wordDocument(table *Taisho) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:document xmlns:w="%s" xmlns:r="%s"><w:body>`, wordNS, relNS)
	wordParagraph(&b, "Title", note(table.Title))
	wordParagraph(&b, "About", note(table.About))
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Taisho"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, width := range wordColumns {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, width)
	}
	b.WriteString(`</w:tblGrid>`)
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, head := range table.Heads {
		wordCell(&b, wordColumns[i], 1, "EAEAEA", "TableHead", []TaishoText{note(head)})
	}
	b.WriteString(`</w:tr>`)
	for _, r := range table.Rows {
		if r.Heading != "" {
			total := 0
			for _, width := range wordColumns {
				total += width
			}
			b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
			wordCell(&b, total, len(wordColumns), "F5F5F5", "TableSection", []TaishoText{note(r.Heading)})
			b.WriteString(`</w:tr>`)
			continue
		}
		b.WriteString(`<w:tr>`)
		for i, cell := range [][]TaishoText{{note(r.Item)}, {note(r.Who)}, r.New, r.Old, r.Reason} {
			wordCell(&b, wordColumns[i], 1, "", "TableText", cell)
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	wordParagraph(&b, "About", TaishoText{}) // Word wants a paragraph after a table
	fmt.Fprintf(&b, `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="500" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>`,
		pageLong, pageShort, pageMargin, pageMargin, pageMargin, pageMargin)
	return b.String()
}

func wordCell(b *strings.Builder, width, span int, shade, style string, texts []TaishoText) {
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if span > 1 {
		fmt.Fprintf(b, `<w:gridSpan w:val="%d"/>`, span)
	}
	if shade != "" {
		fmt.Fprintf(b, `<w:shd w:val="clear" w:color="auto" w:fill="%s"/>`, shade)
	}
	b.WriteString(`</w:tcPr>`)
	for _, text := range texts {
		wordParagraph(b, style, text)
	}
	if len(texts) == 0 {
		wordParagraph(b, style, TaishoText{})
	}
	b.WriteString(`</w:tc>`)
}

func wordParagraph(b *strings.Builder, style string, text TaishoText) {
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, style)
	for _, run := range text.Runs {
		b.WriteString(`<w:r>`)
		if run.Changed {
			b.WriteString(`<w:rPr><w:u w:val="single"/></w:rPr>`)
		}
		for i, line := range strings.Split(visible(run.Text), "\n") {
			if i > 0 {
				b.WriteString(`<w:br/>`)
			}
			b.WriteString(`<w:t xml:space="preserve">` + xmlText(line) + `</w:t>`)
		}
		b.WriteString(`</w:r>`)
	}
	b.WriteString(`</w:p>`)
}

// xmlText escapes text; what XML cannot hold becomes U+FFFD.
func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}

func coreProperties(table *Taisho) string {
	at := fixedTime.Format(time.RFC3339)
	return fmt.Sprintf(`<cp:coreProperties xmlns:cp="%smetadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`+
		`<dc:title>%s</dc:title><dc:creator>%s</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified></cp:coreProperties>`,
		packageNS, xmlText(visible(table.Title)), xmlText(visible(table.View.Comparison.Tool)), at, at)
}

// wordStyles sets Mincho for the text as official documents do, with faces that Word, and LibreOffice in its stead, have.
func wordStyles(lang string) string {
	tag := map[string]string{"ja": "ja-JP", "en": "en-US"}[lang]
	style := func(id, name, paragraph, run string) string {
		return fmt.Sprintf(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, id, name, paragraph, run)
	}
	border := func(side string) string {
		return fmt.Sprintf(`<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
	}
	var borders strings.Builder
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		borders.WriteString(border(side))
	}
	return `<w:styles xmlns:w="` + wordNS + `"><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="ＭＳ 明朝" w:cs="Times New Roman"/><w:sz w:val="19"/><w:szCs w:val="19"/><w:lang w:val="en-US" w:eastAsia="` + tag + `"/>` +
		`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="260" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		style("Title", "Taisho title", `<w:spacing w:after="60"/><w:jc w:val="center"/>`, `<w:rFonts w:eastAsia="ＭＳ ゴシック" w:ascii="Arial" w:hAnsi="Arial"/><w:b/><w:sz w:val="26"/>`) +
		style("About", "Taisho about", `<w:spacing w:after="120"/><w:jc w:val="center"/>`, `<w:color w:val="555555"/><w:sz w:val="16"/>`) +
		style("TableHead", "Taisho head", `<w:keepNext/><w:jc w:val="center"/>`, `<w:rFonts w:eastAsia="ＭＳ ゴシック" w:ascii="Arial" w:hAnsi="Arial"/>`) +
		style("TableSection", "Taisho section", `<w:keepNext/>`, `<w:rFonts w:eastAsia="ＭＳ ゴシック" w:ascii="Arial" w:hAnsi="Arial"/>`) +
		style("TableText", "Taisho text", ``, ``) +
		`<w:style w:type="table" w:customStyle="1" w:styleId="Taisho"><w:name w:val="Taisho"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` + borders.String() + `</w:tblBorders></w:tblPr></w:style>` +
		`</w:styles>`
}

const contentTypes = `<Types xmlns="` + packageNS + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const packageRels = `<Relationships xmlns="` + packageNS + `relationships"><Relationship Id="rId1" Type="` + relNS + `/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="` + packageNS + `relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const documentRels = `<Relationships xmlns="` + packageNS + `relationships"><Relationship Id="rId1" Type="` + relNS + `/styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="` + relNS + `/settings" Target="settings.xml"/><Relationship Id="rId3" Type="` + relNS + `/footer" Target="footer1.xml"/></Relationships>`

const wordSettings = `<w:settings xmlns:w="` + wordNS + `"><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// wordFooter numbers the pages: n / of all.
const wordFooter = `<w:ftr xmlns:w="` + wordNS + `"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` +
	`<w:r><w:t xml:space="preserve"> / </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> NUMPAGES </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`
