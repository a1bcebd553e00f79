package read

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

func matchDOCX(head []byte, name string) int { return matchOffice(head, name, "word/", ".docx") }

// readDOCX reads the body of Word documents: paragraphs and tables, with the numbers that Word counts itself.
func readDOCX(_ context.Context, docs []document, candidates []*Profile, o Options) (decoded, error) {
	var blocks []block
	for _, d := range docs {
		b, err := docxBlocks(d.data)
		if err != nil {
			return decoded{}, fmt.Errorf("read %s: %w", d.name, err)
		}
		blocks = append(blocks, b...)
	}
	return readTables(docs[0].name, blocks, candidates, o)
}

func docxBlocks(data []byte) ([]block, error) {
	if bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}) {
		return nil, errors.New("an old Word file, or one with a password: save it as .docx without one")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("not a Word document that can be opened (%w): damaged or cut off", err)
	}
	body, err := zipPart(z, "word/document.xml")
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, errors.New("an archive without word/document.xml: not a Word document")
	}
	root, err := parseXML(body)
	if err != nil {
		return nil, fmt.Errorf("word/document.xml: %w", err)
	}
	r := docxReader{headings: map[string]bool{}}
	if err := r.styles(z); err != nil {
		return nil, err
	}
	if r.numbering, err = docxNumbering(z); err != nil {
		return nil, err
	}
	r.body(root.find("body"))
	return r.blocks, nil
}

// zipPart unpacks one file of an archive, within bounds; nil where there is none of that name.
func zipPart(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		defer r.Close()
		b, err := io.ReadAll(io.LimitReader(r, maxUnpacked/4+1))
		if err != nil {
			return nil, fmt.Errorf("%s: %w: the archive is damaged", name, err)
		}
		if len(b) > maxUnpacked/4 {
			return nil, fmt.Errorf("%s unpacks to more than %d MB: not a document that can be read", name, maxUnpacked>>22)
		}
		return b, nil
	}
	return nil, nil
}

// element is an XML element without its name space: Office files use one prefix throughout.
type element struct {
	name     string
	attr     map[string]string
	children []*element
	text     string
}

// maxElements bounds a document's tree.
const maxElements = 8_000_000

func parseXML(b []byte) (*element, error) {
	dec := xml.NewDecoder(bytes.NewReader(b))
	root := &element{}
	stack := []*element{root}
	for count := 0; ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if count++; count > maxElements || len(stack) > maxDepth {
				return nil, errors.New("too many or too deeply nested elements: not a document that can be read")
			}
			e := &element{name: t.Name.Local, attr: map[string]string{}}
			for _, a := range t.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			top.children = append(top.children, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if top.name == "t" {
				top.text += string(t)
			}
		}
	}
}

// find returns the first element of that name, outermost first; nil-safe.
func (e *element) find(name string) *element {
	if e == nil {
		return nil
	}
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	for _, c := range e.children {
		if f := c.find(name); f != nil {
			return f
		}
	}
	return nil
}

// child returns the child of that name.
func (e *element) child(name string) *element {
	if e != nil {
		for _, c := range e.children {
			if c.name == name {
				return c
			}
		}
	}
	return nil
}

// val is the w:val of the child of that name.
func (e *element) val(name string) string {
	if c := e.child(name); c != nil {
		return c.attr["val"]
	}
	return ""
}

type docxReader struct {
	blocks    []block
	headings  map[string]bool // style ids
	numbering *numbering
}

// styles finds the styles that are headings: those with an outline level, or named so.
func (r *docxReader) styles(z *zip.Reader) error {
	b, err := zipPart(z, "word/styles.xml")
	if err != nil || b == nil {
		return err
	}
	root, err := parseXML(b)
	if err != nil {
		return fmt.Errorf("word/styles.xml: %w", err)
	}
	if all := root.child("styles"); all != nil {
		for _, s := range all.children {
			name := strings.ToLower(s.val("name"))
			if s.child("pPr").child("outlineLvl") != nil || strings.HasPrefix(name, "heading ") {
				r.headings[s.attr["styleId"]] = true
			}
		}
	}
	return nil
}

// body goes through paragraphs and tables, into content controls and changes that were accepted.
func (r *docxReader) body(e *element) {
	if e == nil {
		return
	}
	for _, c := range e.children {
		switch c.name {
		case "p":
			text := r.paragraph(c)
			r.blocks = append(r.blocks, block{text: text, style: r.headings[c.child("pPr").val("pStyle")] && text != ""})
		case "tbl":
			if rows := r.table(c); len(rows) > 0 {
				r.blocks = append(r.blocks, block{rows: rows})
			}
		case "sdt", "sdtContent", "ins", "customXml", "smartTag":
			r.body(c)
		}
	}
}

// paragraph is a paragraph's text with the number that Word shows before it.
func (r *docxReader) paragraph(p *element) string {
	var b strings.Builder
	if pr := p.child("pPr").child("numPr"); pr != nil {
		level, _ := strconv.Atoi(pr.val("ilvl"))
		b.WriteString(r.numbering.next(pr.val("numId"), level))
	}
	runs(p, &b)
	return strings.TrimSpace(b.String())
}

// runs writes the text that is shown: not ruby, not what was deleted, not field codes.
func runs(e *element, b *strings.Builder) {
	for _, c := range e.children {
		switch c.name {
		case "t":
			b.WriteString(c.text)
		case "tab":
			b.WriteString(" ")
		case "br", "cr":
			b.WriteString("\n")
		case "noBreakHyphen":
			b.WriteString("-")
		case "del", "moveFrom", "rt", "pPr", "rPr", "tbl", "Fallback":
		default:
			runs(c, b)
		}
	}
}

// table reads a table; merged cells are spread over the places they cover.
func (r *docxReader) table(t *element) []tableRow {
	var rows []tableRow
	width := 0
	var visit func(e *element)
	visit = func(e *element) {
		for _, c := range e.children {
			switch c.name {
			case "tr":
				var row tableRow
				r.cells(c, &row)
				rows = append(rows, row)
				width = max(width, len(row.cells))
			case "sdt", "sdtContent", "ins", "customXml":
				visit(c)
			}
		}
	}
	visit(t)
	for i := range rows {
		for len(rows[i].cells) < width {
			rows[i].cells = append(rows[i].cells, tableCell{})
		}
	}
	return rows
}

func (r *docxReader) cells(e *element, row *tableRow) {
	for _, c := range e.children {
		switch c.name {
		case "tc":
			pr := c.child("tcPr")
			cell := tableCell{text: strings.Join(r.lines(c), "\n")}
			if m := pr.child("vMerge"); m != nil && m.attr["val"] != "restart" {
				cell.above = true
			}
			row.cells = append(row.cells, cell)
			if n, err := strconv.Atoi(pr.val("gridSpan")); err == nil {
				for k := 1; k < min(n, maxColumns); k++ {
					row.cells = append(row.cells, tableCell{left: true, above: cell.above})
				}
			}
		case "sdt", "sdtContent", "ins", "customXml":
			r.cells(c, row)
		}
	}
}

// lines lists the paragraphs of a cell, those of tables inside it too.
func (r *docxReader) lines(e *element) []string {
	var out []string
	for _, c := range e.children {
		switch c.name {
		case "p":
			if text := r.paragraph(c); text != "" {
				out = append(out, text)
			}
		case "tcPr":
		default:
			out = append(out, r.lines(c)...)
		}
	}
	return out
}
