package pdf

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
)

// checkHead says what is wrong with bytes that are no PDF at all.
func checkHead(data []byte) error {
	head := data[:min(len(data), 1024)]
	switch {
	case len(data) == 0:
		return fmt.Errorf("%w: the file is empty", ErrNotPDF)
	case bytes.Contains(head, []byte("%PDF-")):
		return nil
	case regexp.MustCompile(`(?i)<(!doctype|html|head|body)\b`).Match(head):
		return fmt.Errorf("%w: it is HTML under this name, as servers send in place of a missing file; get the document again", ErrNotPDF)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return fmt.Errorf("%w: it is a zip archive or an office document under this name", ErrNotPDF)
	}
	return fmt.Errorf("%w: it does not begin as one", ErrNotPDF)
}

// truncated says whether the file breaks off: a PDF ends with %%EOF, with a little after it at most.
func truncated(data []byte) bool {
	return !bytes.Contains(data[max(0, len(data)-4096):], []byte("%%EOF"))
}

var (
	startXref    = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF`)
	xrefAt       = regexp.MustCompile(`^\s*(xref|\d+\s+\d+\s+obj)\b`)
	objectAt     = regexp.MustCompile(`(\d+)\s+(\d+)\s+obj\b`)
	notText      = regexp.MustCompile(`/Length1\b|/Subtype\s*/(Image|Type1C|CIDFontType0C|OpenType|XML)\b|/Type\s*/(XRef|XObject|Metadata)\b`)
	flateAlone   = regexp.MustCompile(`/Filter\s*(\[\s*)?/(FlateDecode|Fl)\b\s*(\]|/[A-EG-Z]|/F[^l]|>>|$)`)
	pageObject   = regexp.MustCompile(`/Type\s*/Page\b`)
	pagesObject  = regexp.MustCompile(`/Type\s*/Pages\b`)
	kidsOf       = regexp.MustCompile(`/Kids\s*\[([^\]]*)\]`)
	parentOf     = regexp.MustCompile(`/Parent\s+\d+\s+\d+\s+R`)
	contentsOf   = regexp.MustCompile(`/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)`)
	reference    = regexp.MustCompile(`(\d+)\s+\d+\s+R`)
	encrypted    = regexp.MustCompile(`/Encrypt\s*(\d+\s+\d+\s+R|<<)`)
	maxInflated  = int64(64 << 20) // of one stream: a content stream is far smaller
	maxKidsDepth = 64
)

// inspect finds what PDFium mends or drops without a word: a cross-reference table that it had to make anew, and compressed
// streams that break off. It reads the bytes alone and knows nothing of what PDFium made of them.
func inspect(data []byte) []Note {
	var notes []Note
	m := startXref.FindAllSubmatch(data[max(0, len(data)-4096):], -1)
	mended := len(m) == 0
	if !mended {
		at, err := strconv.Atoi(string(m[len(m)-1][1]))
		mended = err != nil || at >= len(data) || !xrefAt.Match(data[at:min(len(data), at+64)])
	}
	if mended {
		notes = append(notes, Note{0, "damaged: no cross-reference table where there should be one; repaired by looking through the whole file"})
	}
	if encrypted.Match(data) {
		return notes // its streams cannot be read without the key
	}
	broken := brokenStreams(data)
	if len(broken) == 0 {
		return notes
	}
	pages := pagesOf(data)
	for _, b := range broken {
		on := pages[b.object]
		if len(on) == 0 {
			notes = append(notes, Note{0, fmt.Sprintf("damaged: compressed object %d breaks off after %d bytes; text may be lost", b.object, b.read)})
		}
		for _, p := range on {
			notes = append(notes, Note{p, fmt.Sprintf("damaged: what the page draws breaks off after %d bytes; the text after that is lost", b.read)})
		}
	}
	return notes
}

// brokenStream is a compressed stream that cannot be read to its end.
type brokenStream struct {
	object int
	read   int64 // bytes that could be
}

// brokenStreams reads each compressed stream that may hold text: no pictures, no embedded fonts.
func brokenStreams(data []byte) []brokenStream {
	var out []brokenStream
	for at := 0; ; {
		k := bytes.Index(data[at:], []byte("stream"))
		if k < 0 {
			return out
		}
		start := at + k
		at = start + len("stream")
		if start >= 3 && string(data[start-3:start]) == "end" {
			continue
		}
		body := data[at:]
		switch {
		case bytes.HasPrefix(body, []byte("\r\n")):
			body = body[2:]
		case bytes.HasPrefix(body, []byte("\n")):
			body = body[1:]
		default:
			continue
		}
		from := max(0, start-2048)
		objects := objectAt.FindAllSubmatchIndex(data[from:start], -1)
		if len(objects) == 0 {
			continue
		}
		last := objects[len(objects)-1]
		dict := data[from+last[1] : start]
		if !flateAlone.Match(dict) || notText.Match(dict) || bytes.Contains(dict, []byte("endobj")) {
			continue
		}
		end := bytes.Index(body, []byte("endstream"))
		if end < 0 {
			end = len(body)
		}
		if n, err := inflate(body[:end]); err != nil {
			object, _ := strconv.Atoi(string(data[from+last[2] : from+last[3]]))
			out = append(out, brokenStream{object, n})
		}
		at += end
	}
}

func inflate(b []byte) (int64, error) {
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		if len(bytes.TrimSpace(b)) == 0 {
			return 0, nil
		}
		return 0, err
	}
	n, err := io.Copy(io.Discard, io.LimitReader(z, maxInflated))
	if errors.Is(err, zlib.ErrChecksum) && n > 0 {
		return n, err
	}
	return n, err
}

// objectStream matches the dictionary of a stream that holds objects.
var objectStream = regexp.MustCompile(`/Type\s*/ObjStm\b`)

// eachObjectStream calls use with what each compressed object stream holds, until use says to stop.
func eachObjectStream(data []byte, use func([]byte) bool) {
	for _, m := range objectStream.FindAllIndex(data, -1) {
		at := bytes.Index(data[m[1]:min(len(data), m[1]+1024)], []byte("stream"))
		if at < 0 {
			continue
		}
		body := bytes.TrimLeft(data[m[1]+at+len("stream"):], "\r\n")
		z, err := zlib.NewReader(bytes.NewReader(body))
		if err != nil {
			continue
		}
		b, _ := io.ReadAll(io.LimitReader(z, maxInflated)) // what can be read of a damaged one is enough
		if !use(b) {
			return
		}
	}
}

// pagesOf tells for each object which pages draw it, as far as page objects stand in the file in the open.
func pagesOf(data []byte) map[int][]int {
	dicts := map[int][]byte{}
	root := 0
	for _, m := range objectAt.FindAllSubmatchIndex(data, -1) {
		n, err := strconv.Atoi(string(data[m[2]:m[3]]))
		if err != nil {
			continue
		}
		body := data[m[1]:min(len(data), m[1]+64<<10)]
		if end := bytes.Index(body, []byte("endobj")); end >= 0 {
			body = body[:end]
		}
		if end := bytes.Index(body, []byte("stream")); end >= 0 {
			body = body[:end]
		}
		if pagesObject.Match(body) && !parentOf.Match(body) {
			root = n
		}
		if pageObject.Match(body) || pagesObject.Match(body) {
			dicts[n] = body
		}
	}
	out := map[int][]int{}
	page := 0
	seen := map[int]bool{}
	var walk func(n, depth int)
	walk = func(n, depth int) {
		d := dicts[n]
		if d == nil || seen[n] || depth > maxKidsDepth {
			return
		}
		seen[n] = true
		if pageObject.Match(d) {
			page++
			if c := contentsOf.FindSubmatch(d); c != nil {
				for _, ref := range reference.FindAllSubmatch(c[1], -1) {
					o, _ := strconv.Atoi(string(ref[1]))
					out[o] = append(out[o], page)
				}
			}
			return
		}
		if kids := kidsOf.FindSubmatch(d); kids != nil {
			for _, ref := range reference.FindAllSubmatch(kids[1], -1) {
				k, _ := strconv.Atoi(string(ref[1]))
				walk(k, depth+1)
			}
		}
	}
	walk(root, 0)
	return out
}

func sortNotes(notes []Note) {
	slices.SortStableFunc(notes, func(a, b Note) int { return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Message, b.Message)) })
}
