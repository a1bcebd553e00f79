package read

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

var htmlTag = regexp.MustCompile(`(?i)<(!doctype\s+html|html|head|body|table|div|p)[\s>]`)

// matchHTML knows a page by its tags.
func matchHTML(head []byte, name string) int {
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")), bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return 0
	case htmlTag.Match(head[:min(len(head), 4096)]) && ext != ".pdf":
		return 7
	case ext == ".html", ext == ".htm", ext == ".xhtml":
		return 6
	}
	return 0
}

// readHTML reads saved web pages: tables with the profile's columns, else the page text that a site shows.
func readHTML(ctx context.Context, docs []document, candidates []*Profile, o Options) (decoded, error) {
	var blocks []block
	var texts []document
	var notes []Note
	for _, d := range docs {
		r, err := charset.NewReader(bytes.NewReader(d.data), "")
		if err != nil {
			return decoded{}, fmt.Errorf("read %s: %w", d.name, err)
		}
		page, err := limited(r)
		if err != nil {
			return decoded{}, fmt.Errorf("read %s: %w", d.name, err)
		}
		if lost := []byte("\uFFFD"); !utf8.Valid(page) || bytes.Contains(page, lost) && !bytes.Contains(d.data, lost) {
			notes = append(notes, Note{File: d.name, Message: "damaged: some bytes are no characters of the page's character set; they show as \uFFFD"})
			page = bytes.ToValidUTF8(page, lost)
		}
		root, err := html.Parse(bytes.NewReader(page))
		if err != nil {
			return decoded{}, fmt.Errorf("read %s: not HTML that can be read: %w", d.name, err)
		}
		w := webPage{}
		w.walk(root, 0)
		w.flush(false)
		if w.err != nil {
			return decoded{}, fmt.Errorf("read %s: %w", d.name, w.err)
		}
		blocks = append(blocks, w.blocks...)
		var text strings.Builder
		for _, b := range w.blocks {
			text.WriteString(b.text + "\n")
			for _, row := range b.rows {
				for _, c := range row.cells {
					if c.text != "" {
						text.WriteString(c.text + "\n")
					}
				}
			}
		}
		texts = append(texts, document{d.name, []byte(text.String())})
	}
	decodedTables, err := readTables(docs[0].name, blocks, candidates, o)
	if err == nil {
		decodedTables.notes = append(notes, decodedTables.notes...)
		return decodedTables, nil
	}
	decodedText, textErr := readText(ctx, texts, candidates, o)
	if textErr != nil {
		return decoded{}, fmt.Errorf("%w; nor does the page show the text of one", err)
	}
	decodedText.notes = append(notes, decodedText.notes...)
	return decodedText, nil
}

// webPage gathers what a page shows, in its order.
type webPage struct {
	blocks []block
	line   strings.Builder // the paragraph being read
	err    error
}

// maxDepth bounds nesting: pages of people stay under 100.
const maxDepth = 500

// flush ends the paragraph being read.
func (w *webPage) flush(style bool) {
	if text := strings.TrimSpace(w.line.String()); text != "" {
		w.blocks = append(w.blocks, block{text: text, style: style})
	}
	w.line.Reset()
}

func (w *webPage) walk(n *html.Node, depth int) {
	if depth > maxDepth {
		w.err = fmt.Errorf("elements nested more than %d deep: not a page of a document", maxDepth)
		return
	}
	if n.Type == html.TextNode {
		w.line.WriteString(shown(n))
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Rt, atom.Rp:
		return
	case atom.Br:
		w.line.WriteString("\n")
		return
	case atom.Table:
		if !hasTable(n) {
			w.flush(false)
			if rows := w.table(n); len(rows) > 0 {
				w.blocks = append(w.blocks, block{rows: rows})
			}
			return
		}
	}
	apart := apartFrom[n.DataAtom]
	title := n.DataAtom == atom.H1 || n.DataAtom == atom.H2 || n.DataAtom == atom.H3 || n.DataAtom == atom.H4 || n.DataAtom == atom.H5 || n.DataAtom == atom.H6
	if apart {
		w.flush(false)
	}
	if n.DataAtom == atom.Li {
		w.line.WriteString("・")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, depth+1)
	}
	if apart {
		w.flush(title)
	}
}

// apartFrom lists the elements whose text stands apart from what is around it.
var apartFrom = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Nav: true, atom.Aside: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true,
	atom.Dt: true, atom.Dd: true, atom.Pre: true, atom.Blockquote: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Form: true, atom.Hr: true,
}

// shown is a text node as a browser shows it: runs of blanks are one, outside <pre>.
func shown(n *html.Node) string {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.Pre || p.DataAtom == atom.Textarea {
			return n.Data
		}
	}
	text := strings.Join(strings.FieldsFunc(n.Data, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }), " ")
	if text == "" {
		if strings.TrimSpace(n.Data) == "" && n.Data != "" && n.PrevSibling != nil && n.NextSibling != nil {
			return " "
		}
		return ""
	}
	if strings.HasPrefix(n.Data, " ") {
		text = " " + text
	}
	if strings.HasSuffix(n.Data, " ") {
		text += " "
	}
	return text
}

// hasTable says whether a table holds another: then it lays a page out and is none of data.
func hasTable(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Table || hasTable(c) {
			return true
		}
	}
	return false
}

// maxColumns bounds colspan: a page may claim any number.
const maxColumns = 1000

// table reads a table's rows with merged cells spread over the places they cover.
func (w *webPage) table(n *html.Node) []tableRow {
	var rows []tableRow
	var down []int // rows that a cell above still covers, per column
	width := 0
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Tr:
				if len(rows) >= maxRows {
					w.err = fmt.Errorf("more than %d rows in a table: split the page", maxRows)
					return
				}
				r, covered := htmlRow(c, down)
				down = covered
				rows = append(rows, r)
				width = max(width, len(r.cells))
			case atom.Caption:
				w.walk(c, 0)
				w.flush(false)
			default:
				visit(c)
			}
		}
	}
	visit(n)
	for i := range rows {
		for len(rows[i].cells) < width {
			rows[i].cells = append(rows[i].cells, tableCell{})
		}
	}
	return rows
}

func htmlRow(tr *html.Node, down []int) (tableRow, []int) {
	var r tableRow
	covered := make([]int, 0, len(down))
	place := func(c tableCell, rowsBelow int) {
		r.cells = append(r.cells, c)
		covered = append(covered, rowsBelow)
	}
	fromAbove := func() {
		for k := len(r.cells); k < len(down) && down[k] > 0; k = len(r.cells) {
			place(tableCell{above: true}, down[k]-1)
		}
	}
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		fromAbove()
		cell := webPage{}
		for k := c.FirstChild; k != nil; k = k.NextSibling {
			cell.walk(k, 0)
		}
		cell.flush(false)
		var lines []string
		for _, b := range cell.blocks {
			lines = append(lines, b.text)
		}
		below := min(span(c, "rowspan"), maxRows) - 1
		place(tableCell{text: strings.Join(lines, "\n")}, below)
		for k := 1; k < min(span(c, "colspan"), maxColumns); k++ {
			place(tableCell{left: true}, below)
		}
	}
	fromAbove()
	for k := len(r.cells); k < len(down); k++ { // places that no cell of this row reaches
		place(tableCell{above: down[k] > 0}, max(down[k]-1, 0))
	}
	return r, covered
}

func span(n *html.Node, name string) int {
	for _, a := range n.Attr {
		if a.Key == name {
			if v, err := strconv.Atoi(strings.TrimSpace(a.Val)); err == nil && v > 1 {
				return v
			}
		}
	}
	return 1
}
