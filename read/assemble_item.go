package read

import (
	"regexp"
	"strconv"
	"strings"

	"plandiff/schema"
)

// item makes an item of a row's cells.
func (a *assembly) item(t part) schema.Item {
	c, p := t.cells, a.profile
	label, rest, ok := p.Label(c.label)
	if !ok {
		label, rest = strings.Trim(squeeze(c.label), "()（）"), ""
	}
	ministries := c.ministries
	if rest != "" {
		ministries = append([]string{rest}, ministries...)
	}
	it := schema.Item{Label: label, Title: tidy(c.title), Ministries: p.Ministries(ministries), At: t.at}
	it.Repeated = p.Repeated(c.title) || p.Repeated(strings.Join(c.ministries, " "))
	cells := cellReader{profile: p, item: &it}
	cells.column(&it.Plan, c.plan)
	if cells.next > 0 { // a marker stood in the left column: what follows it is kept where it was printed
		a.next = max(a.next, cells.next)
	}
	cells.column(&it.Results, c.outcome)
	cells.column(&it.Results, c.results)
	cells.column(&it.NextPlan, c.nextPlan)
	a.next = max(a.next, cells.next)
	return it
}

// cellReader turns a cell's paragraphs into passages.
type cellReader struct {
	profile *Profile
	item    *schema.Item
	next    int // year of the next plan's marker
}

// column reads paragraphs into into, going over to the item's other column at a marker. A [省庁] line holds until the next
// one or a marker.
func (r *cellReader) column(into *[]schema.Passage, paragraphs []paragraph) {
	p := r.profile
	var by []string
	for i := 0; i < len(paragraphs); i++ {
		text := strings.TrimSpace(paragraphs[i].text)
		if i+1 < len(paragraphs) && !p.startsMarker(text) && p.startsMarker(text+strings.TrimSpace(paragraphs[i+1].text)) {
			text += strings.TrimSpace(paragraphs[i+1].text) // <2024 ⏎ 年度年次計画>
			i++
		}
		for text != "" {
			if f, marker, rest, ok := p.Marker(text); ok {
				by, text = nil, rest
				into = &r.item.Results
				if f == FieldNextPlan {
					into = &r.item.NextPlan
					if y := fiscalYears(marker); len(y) > 0 {
						r.next = max(r.next, y[0])
					}
				}
				continue
			}
			if names, rest, ok := p.Block(text); ok {
				by, text = names, rest
				continue
			}
			here, after := p.cutAtMarker(text)
			text = after
			mark, body := p.Mark(here)
			if body == "" {
				mark, body = "", here // a bullet alone is text: nothing is dropped
			}
			if p.Repeated(here) {
				r.item.Repeated = true
				if n := len(*into); n > 0 && mark == "" && p.repeated.FindString(body) == body {
					last := &(*into)[n-1] // (再掲) alone on its line belongs to what stands before it
					last.Text = joinLine(last.Text, body)
					continue
				}
			}
			*into = append(*into, schema.Passage{By: by, Mark: mark, Text: body})
		}
	}
}

func (p *Profile) startsMarker(s string) bool {
	_, _, _, ok := p.Marker(s)
	return ok
}

// cutAtMarker cuts text before a marker that stands after the end of a sentence: a marker glued to the paragraph before it.
// One in mid-sentence is a quotation and stays.
func (p *Profile) cutAtMarker(text string) (before, after string) {
	cut := len(text)
	for _, re := range []*regexp.Regexp{p.results, p.nextPlan} {
		for _, m := range re.FindAllStringIndex(text, -1) {
			head := strings.TrimRight(text[:m[0]], " 　")
			if m[0] < cut && (strings.HasSuffix(head, "。") || strings.HasSuffix(head, ".") || p.endsRepeated(head)) {
				cut = m[0]
			}
		}
	}
	return strings.TrimSpace(text[:cut]), strings.TrimSpace(text[cut:])
}

func (p *Profile) endsRepeated(s string) bool {
	all := p.repeated.FindAllStringIndex(s, -1)
	return len(all) > 0 && all[len(all)-1][1] == len(s)
}

var (
	fiscalYear = regexp.MustCompile(`(20\d\d)|(令和|平成|R|H)(元|\d{1,2})`)
	dateLine   = regexp.MustCompile(`^(20\d\d|令和(元|\d{1,2}))年(\d{1,2})月(\d{1,2})日`)
)

// fiscalYears lists the years named in s, by the common era: 令和5年度 is 2023 (Reiwa n = 2018 + n, Heisei n = 1988 + n).
func fiscalYears(s string) []int {
	var years []int
	for _, m := range fiscalYear.FindAllStringSubmatch(squeeze(s), -1) {
		if m[1] != "" {
			n, _ := strconv.Atoi(m[1])
			years = append(years, n)
			continue
		}
		n := 1
		if m[3] != "元" {
			n, _ = strconv.Atoi(m[3])
		}
		if m[2] == "令和" || m[2] == "R" {
			years = append(years, 2018+n)
		} else {
			years = append(years, 1988+n)
		}
	}
	return years
}

// wholeDate reads a line that opens with a full date: 2024年7月4日 gives 2024-07-04; "" where there is none.
func wholeDate(s string) string {
	m := dateLine.FindStringSubmatch(squeeze(s))
	if m == nil {
		return ""
	}
	y := fiscalYears(m[1])
	month, _ := strconv.Atoi(m[3])
	day, _ := strconv.Atoi(m[4])
	if len(y) == 0 || month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	return strconv.Itoa(y[0]) + "-" + strconv.Itoa(100 + month)[1:] + "-" + strconv.Itoa(100 + day)[1:]
}
