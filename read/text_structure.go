package read

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/schema"
)

// role says what stands outside the cells, as far as a line alone and its neighbours tell; the search decides the rest.
type role int

const (
	roleBody role = iota
	roleFurniture
	roleHeading
	roleSource // of a policy excerpt
	rolePolicy
)

// docLine is a line of the document with its role.
type docLine struct {
	textLine
	page  int // index into the pages
	place schema.Place
	role  role
	name  string // of furniture
	outer bool   // may belong to the site around the page: before its running title, or after its page number
	after bool   // stands after the page number
}

// structure lays the pages' lines end to end and finds running titles, page numbers, column heads, headings and excerpts.
func structure(pages []textPage, p *Profile) []docLine {
	s := structurer{p: p, running: runningTitles(pages, p)}
	for i, page := range pages {
		s.page(i, page)
	}
	s.brokenHeads()
	s.lines = mendSpread(mendMarkers(s.lines, p))
	s.anchors()
	s.excerpts()
	s.headings()
	s.runningHeads()
	s.prose()
	return s.lines
}

type structurer struct {
	p       *Profile
	running map[string]bool
	lines   []docLine
	first   int    // index of the first anchor: a label, a marker, column heads or an excerpt's source
	anchor  []bool // per line
}

// page takes one page's lines: furniture that the line itself gives away, and the text of a site around it.
func (s *structurer) page(index int, page textPage) {
	place := schema.Place{Page: page.number}
	title, repeated, foot := -1, -1, -1
	type known struct{ name, printed string }
	found := make([]known, len(page.lines))
	for i, l := range page.lines {
		name, printed, ok := s.p.Furniture(l.text)
		switch {
		case ok && printed != "":
			place.Printed = printed
			if i >= len(page.lines)/2 {
				foot = i
			}
		case ok && title < 0:
			title = i
		case !ok && s.running[mask(l.text)]:
			name = nameRunning
			if i < len(page.lines)/2 {
				repeated = i
			}
		}
		found[i] = known{name, printed}
	}
	if title < 0 {
		title = repeated
	}
	if n, ok := s.sitePage(page, title); ok {
		place.Page = n
	}
	label := false // a label, with its ministries, may stand before the running title
	for i, l := range page.lines {
		d := docLine{textLine: l, page: index, place: place}
		text, isLabel := l.text, s.labelLine(l.text)
		switch {
		case found[i].name != "":
			d.role, d.name = roleFurniture, found[i].name
		case i < title:
			label = isLabel || label && s.ministryLine(text)
			if !label {
				d.role, d.name = roleFurniture, "text around the page"
			}
		case s.p.headsLine(text):
			d.role, d.name = roleFurniture, nameHeads
		default:
			d.after = foot >= 0 && i > foot
			d.outer = title < 0 || d.after
			if heads, rest := s.splitHeads(text); heads != "" {
				h := d
				h.text, h.role, h.name = heads, roleFurniture, nameHeads
				s.lines = append(s.lines, h)
				d.text = rest
			}
		}
		s.lines = append(s.lines, d)
	}
}

// sitePage is the number that a site prints beside the document's name, (172 ページ), in the lines before the page itself.
func (s *structurer) sitePage(page textPage, title int) (int, bool) {
	if title < 0 {
		title = min(len(page.lines), 25)
	}
	for _, l := range page.lines[:title] {
		if m := s.p.sitePage.FindStringSubmatch(l.text); m != nil {
			n := 0
			for _, r := range m[1] {
				if unicode.IsDigit(r) && n < 1e6 {
					n = n*10 + int(r-'0')
				}
			}
			return n, n > 0
		}
	}
	return 0, false
}

// splitHeads cuts column heads off a line that goes on with a label: 項番 担当府省庁 (ア) 総務省.
func (s *structurer) splitHeads(text string) (heads, rest string) {
	fields := strings.Fields(text)
	for n := len(fields) - 1; n > 0; n-- {
		head, tail := strings.Join(fields[:n], " "), strings.Join(fields[n:], " ")
		if s.p.Heads(head) && s.labelLine(tail) {
			return head, tail
		}
	}
	return "", text
}

// brokenHeads takes the lines of a header row whose words a narrow column cut: they stand next to lines that are column heads for
// certain.
func (s *structurer) brokenHeads() {
	next := func(i, step int) {
		if j := i + step; j >= 0 && j < len(s.lines) && s.lines[j].page == s.lines[i].page && s.lines[j].role == roleBody && s.lines[i].name == nameHeads &&
			s.p.brokenHeads(s.lines[j].text) && !s.labelLine(s.lines[j].text) {
			s.lines[j].role, s.lines[j].name = roleFurniture, nameHeads
		}
	}
	for i := range s.lines {
		next(i, 1)
	}
	for i := len(s.lines) - 1; i >= 0; i-- {
		next(i, -1)
	}
}

// labelLine says whether a row of the table opens here: a label, alone or with text that is no sentence going on from it.
func (s *structurer) labelLine(text string) bool {
	label, rest, ok := s.p.Label(text)
	if !ok || label == "" {
		return false
	}
	if rest == "" || !strings.ContainsFunc(text[:1], unicode.IsPunct) && len(rest) > 0 && s.p.Language != "en" && !s.ministryStart(rest) {
		return rest == ""
	}
	return s.ministryStart(rest) || s.p.Language == "en"
}

// ministryStart says whether text opens with a word that ends as ministries do.
func (s *structurer) ministryStart(text string) bool {
	word := ""
	for _, f := range strings.Fields(text) {
		word += f
		if s.ministryLine(word) {
			return true
		}
		if len([]rune(word)) > 14 {
			break
		}
	}
	return ministryPiece(s.p, strings.Fields(text)[0])
}

func (s *structurer) ministryLine(text string) bool { return ministryName(s.p, text) }

// runningTitles finds lines that open or close pages, with digits masked, on at least a fifth of the pages, or that stand near
// the edge on most of them, as the text of a site does.
func runningTitles(pages []textPage, p *Profile) map[string]bool {
	edge, near := map[string]int{}, map[string]int{} // pages on which the line is among the outermost three, among the outer twelve
	sample := map[string]string{}
	for _, page := range pages {
		here := map[string]bool{}
		for i, l := range page.lines {
			sample[mask(l.text)] = l.text
			key, out := mask(l.text), min(i, len(page.lines)-1-i)
			if out < 12 && !here[key] {
				near[key]++
				here[key] = true
			}
			if out < 3 && !here["edge "+key] {
				edge[key]++
				here["edge "+key] = true
			}
		}
	}
	running := map[string]bool{}
	for key, n := range near {
		text := sample[key]
		if e := edge[key]; (e < 3 || e*5 < len(pages)) && (n < 3 || n*10 < len(pages)*6) || len([]rune(text)) < 6 {
			continue
		}
		_, _, label := p.Label(text)
		_, _, _, marker := p.Marker(text)
		_, _, block := p.Block(text)
		_, _, _, head := p.Heading(text)
		if mark, _ := p.Mark(text); label || marker || block || head || mark != "" || ministryName(p, text) || p.headsLine(text) || p.PolicySource(text) || strings.HasSuffix(text, "。") {
			continue
		}
		running[key] = true
	}
	return running
}

// mask is the form in which running titles are compared: no blanks, digits all alike.
func mask(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, squeeze(s))
}

// How long a ministry's name may be, and the part of one on a line, in characters: 国立研究開発法人防災科学技術研究所 has 17.
const (
	maxMinistry      = 22
	maxMinistryPiece = 12
)

// ministryName says whether text is one ministry's name or several: each piece ends as ministries do and holds nothing that
// names do not hold.
func ministryName(p *Profile, text string) bool {
	names := p.Ministries([]string{text})
	for i, n := range names {
		if slices.Contains(names[:i], n) {
			return false // the second is the first word of the plan beside it
		}
		if len([]rune(n)) > maxMinistry && p.Language != "en" || !p.isMinistry(n) || !nameOnly(n) {
			return false
		}
	}
	return len(names) > 0
}

// ministryPiece says whether text can be the beginning of a ministry's name.
func ministryPiece(p *Profile, text string) bool {
	n := len([]rune(text))
	return n > 0 && n <= maxMinistryPiece && nameOnly(text)
}

// nameOnly says whether s holds kanji and katakana alone, or the one name of hiragana, こども家庭庁.
func nameOnly(s string) bool {
	s = strings.ReplaceAll(s, "こども", "")
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Katakana) && r != 'ー' && r != ' ' && r != '、' && r != '・' {
			return r < 0x80 && unicode.IsLetter(r)
		}
	}
	return true
}

// mendMarkers joins a marker that is split over lines, with up to two lines of the other column between its halves.
func mendMarkers(lines []docLine, p *Profile) []docLine {
	for i := range lines {
		cut := strings.LastIndexAny(lines[i].text, "<＜〈‹《")
		if cut < 0 || lines[i].role != roleBody {
			continue
		}
		head := lines[i].text[cut:]
		if p.startsMarker(head) || len([]rune(head)) > 16 {
			continue
		}
		for j := i + 1; j < len(lines) && j <= i+3; j++ {
			if lines[j].role != roleBody || !p.startsMarker(head+lines[j].text) {
				continue
			}
			_, marker, rest, _ := p.Marker(head + lines[j].text)
			if quoted(rest) {
				continue // prose that speaks of the marker
			}
			lines[i].text = lines[i].text[:cut] + marker
			if rest == "" {
				lines = append(lines[:j:j], lines[j+1:]...)
			} else {
				lines[j].text = rest
			}
			return mendMarkers(lines, p)
		}
	}
	return lines
}

// anchors marks the lines that only a plan table has.
func (s *structurer) anchors() {
	s.anchor = make([]bool, len(s.lines))
	s.first = len(s.lines)
	for i, l := range s.lines {
		ok := l.name == nameHeads || l.role == roleBody && (s.labelLine(l.text) || s.p.PolicySource(l.text) || s.markerLine(l.text))
		s.anchor[i] = ok
		if ok && i < s.first {
			s.first = i
		}
	}
}

// markerLine says whether a marker opens or closes the line: in prose, one stands between other words.
func (s *structurer) markerLine(text string) bool {
	if _, _, rest, ok := s.p.Marker(text); ok {
		return !quoted(rest)
	}
	if textWidth(text) > 45 {
		return false
	}
	for _, at := range s.p.markersIn(text) {
		if at[1] == len(text) {
			return true
		}
	}
	return false
}

// quoted says whether what stands after a marker makes it a word of a sentence.
func quoted(rest string) bool {
	for _, w := range []string{"と", "、", "に", "の", "を", "は", "が", "欄"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}
