package read

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Columns assigns the heads of a table's columns, left to right, to the profile's fields: the result has an entry per head
// with the fields found in it (項番 and 担当府省庁 may share one; none for an unknown head). Each field is given once, in the
// profile's order, so that of two heads that fit two fields the left one goes to the first. ok says whether enough was found to
// take this for the table: a plan, and results or next plan.
func (p *Profile) Columns(heads []string) (fields [][]Field, ok bool) {
	fields = make([][]Field, len(heads))
	found := map[Field]bool{}
	for _, c := range p.columns {
		if found[c.field] {
			continue
		}
		for i, h := range heads {
			if !c.head.MatchString(p.headForm(h)) || !shares(fields[i], c.field) {
				continue
			}
			fields[i] = append(fields[i], c.field)
			found[c.field] = true
			break
		}
	}
	return fields, found[FieldPlan] && (found[FieldOutcome] || found[FieldResults] || found[FieldNextPlan])
}

// headForm is the form in which heads are compared: Japanese ones without blanks, for extraction and letter-spacing put them there.
func (p *Profile) headForm(s string) string {
	if p.Language == "en" {
		return tidy(s)
	}
	return squeeze(s)
}

// shares says whether a column that holds the fields have may hold f too: only label, title and ministries share one.
func shares(have []Field, f Field) bool {
	narrow := func(f Field) bool { return f == FieldLabel || f == FieldTitle || f == FieldMinistries }
	for _, h := range have {
		if !narrow(h) || !narrow(f) {
			return false
		}
	}
	return true
}

// Heads says whether s is made of column heads, or pieces of them, alone: a header row broken over lines.
func (p *Profile) Heads(s string) bool {
	s = p.headForm(s)
	if s == "" {
		return false
	}
	for s != "" {
		m := p.headWords.FindString(s)
		if m == "" {
			return false
		}
		s = strings.TrimSpace(s[len(m):])
	}
	return true
}

// brokenHeads says whether s is made of column heads and of ends of some that a line break cut, as narrow columns do: 2023年度年次計 ⏎ 画.
// It tells what stands next to column heads only.
func (p *Profile) brokenHeads(s string) bool {
	for s = p.headForm(s); s != ""; {
		cut := len(p.headWords.FindString(s))
		for _, w := range p.headTexts {
			rs := []rune(w)
			for n := 1; n < len(rs); n++ {
				if end := string(rs[n:]); strings.HasPrefix(s, end) {
					cut = max(cut, len(end))
				}
				if begin := string(rs[:n]); n > 1 && strings.HasPrefix(s, begin) {
					cut = max(cut, len(begin))
				}
			}
		}
		if cut == 0 {
			return false
		}
		s = s[cut:]
	}
	return true
}

// headsLine says whether a line of page text is a header row, or most of one whose last word a narrow column cut: two heads are whole.
func (p *Profile) headsLine(s string) bool {
	if p.Heads(s) {
		return true
	}
	whole := 0
	for rest := p.headForm(s); rest != ""; {
		m := p.headWords.FindString(rest)
		if m == "" {
			break
		}
		rest = rest[len(m):]
		whole++
	}
	return whole > 1 && p.brokenHeads(s)
}

// Label takes a label from the start of s: "(ア) 総務省" gives "ア" and "総務省".
func (p *Profile) Label(s string) (label, rest string, ok bool) {
	s = strings.TrimSpace(s)
	m := p.label.FindStringSubmatchIndex(s)
	if m == nil || m[0] != 0 || len(m) < 4 || m[2] < 0 {
		return "", s, false
	}
	return squeeze(s[m[2]:m[3]]), strings.TrimSpace(s[m[1]:]), true
}

// Heading takes s for a section heading: level 0 is the outermost.
func (p *Profile) Heading(s string) (level int, number, title string, ok bool) {
	s = strings.TrimSpace(s)
	for i, re := range p.headings {
		if m := re.FindStringSubmatch(s); m != nil {
			return i, squeeze(m[re.SubexpIndex("number")]), tidy(m[re.SubexpIndex("title")]), true
		}
	}
	return 0, "", "", false
}

// PolicySource says whether s is the line that names the source of a policy excerpt.
func (p *Profile) PolicySource(s string) bool { return p.policy.MatchString(strings.TrimSpace(s)) }

// Furniture names what s is where it belongs to the page and not to the text; printed is the page number in it, if any.
func (p *Profile) Furniture(s string) (name, printed string, ok bool) {
	s = strings.TrimSpace(s)
	for _, f := range p.furniture {
		if m := f.pattern.FindStringSubmatch(s); m != nil {
			if i := f.pattern.SubexpIndex("printed"); i > 0 {
				printed = tidy(m[i])
			}
			return f.name, printed, true
		}
	}
	return "", "", false
}

// Marker takes a marker of the outcome column from the start of s: the field that follows it, and what stands after it.
func (p *Profile) Marker(s string) (f Field, marker, rest string, ok bool) {
	s = strings.TrimSpace(s)
	for _, k := range []struct {
		field Field
		re    *regexp.Regexp
	}{{FieldResults, p.results}, {FieldNextPlan, p.nextPlan}} {
		if m := k.re.FindStringIndex(s); m != nil && m[0] == 0 {
			return k.field, s[:m[1]], strings.TrimSpace(s[m[1]:]), true
		}
	}
	return "", "", s, false
}

// markersIn finds the markers in s: start and end of each.
func (p *Profile) markersIn(s string) [][]int {
	return append(p.results.FindAllStringIndex(s, -1), p.nextPlan.FindAllStringIndex(s, -1)...)
}

// Block takes a block's head, [総務省、消防庁], from the start of s: its ministries and what stands after it.
func (p *Profile) Block(s string) (by []string, rest string, ok bool) {
	s = strings.TrimSpace(s)
	m := p.block.FindStringSubmatchIndex(s)
	if m == nil || m[0] != 0 || len(m) < 4 || m[2] < 0 {
		return nil, s, false
	}
	by = p.Ministries([]string{s[m[2]:m[3]]})
	for _, name := range by {
		if !p.isMinistry(name) {
			return nil, s, false
		}
	}
	return by, strings.TrimSpace(s[m[1]:]), len(by) > 0
}

// isMinistry says whether name ends (or, in English, holds a word) as ministries' names do.
func (p *Profile) isMinistry(name string) bool {
	if p.Language == "en" {
		return p.ministry.MatchString(name)
	}
	all := p.ministry.FindAllStringIndex(name, -1)
	return len(all) > 0 && all[len(all)-1][1] == len(name) && all[len(all)-1][0] >= 0
}

// excerptHeading says whether text, the first under the line that names an excerpt's source, is the heading of a block of items (①) and
// not the excerpt's first sentence: a number and a title, which ends on a noun. Every reader asks this.
func (p *Profile) excerptHeading(text string) bool {
	level, _, title, ok := p.Heading(text)
	return ok && level > 0 && titleEnd(title)
}

// Mark takes a bullet or list number from the start of s.
func (p *Profile) Mark(s string) (mark, rest string) {
	s = strings.TrimSpace(s)
	m := p.marks.FindString(s)
	return m, strings.TrimSpace(s[len(m):])
}

// Repeated says whether s marks its item as printed elsewhere too.
func (p *Profile) Repeated(s string) bool { return p.repeated.MatchString(s) }

// Ministries splits what a ministry cell holds, line by line, into names: letter-spacing is closed up, a name broken over
// lines is joined until it ends as names end, several names on a line are told apart.
func (p *Profile) Ministries(lines []string) []string {
	var names []string
	pending := ""
	flush := func() {
		if pending != "" {
			names = append(names, pending)
		}
		pending = ""
	}
	for _, line := range lines {
		for _, piece := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("、,，・;；/／\n", r) }) {
			if p.Language == "en" {
				pending = joinLine(pending, tidy(piece))
				if p.isMinistry(pending) || strings.HasSuffix(line, piece) {
					flush()
				}
				continue
			}
			piece = strings.TrimPrefix(strings.TrimSpace(piece), "及び")
			for _, word := range strings.Fields(piece) {
				for _, w := range strings.Split(word, "及び") {
					pending = joinLine(pending, w)
					if p.isMinistry(pending) || !strings.ContainsFunc(w, wide) {
						flush()
					}
				}
			}
			if len([]rune(piece)) > 0 && piece != strings.TrimSpace(line) {
				flush() // a separator of the document ends a name whatever it looks like
			}
		}
	}
	flush()
	return names
}

// Score says how well text fits the profile: markers, column heads, labels and policy sources in it, with column heads
// counting most. 0 is no fit.
func (p *Profile) Score(text string) int {
	score := 8*len(p.results.FindAllStringIndex(text, 200)) + 8*len(p.nextPlan.FindAllStringIndex(text, 200))
	heads, labels := 0, 0
	found := map[Field]bool{}
	for _, line := range strings.Split(text, "\n") {
		if _, _, ok := p.Label(line); ok {
			labels++
		}
		if len(line) > 400 {
			continue
		}
		if !p.Heads(line) && !p.headWords.MatchString(p.headForm(line)) {
			continue
		}
		for _, c := range p.columns {
			if !found[c.field] && c.head.MatchString(p.headForm(line)) {
				found[c.field] = true
				heads += 10
			}
		}
	}
	if heads+score == 0 {
		return 0
	}
	return score + heads + min(labels, 50)
}

// pickProfile chooses the profile that fits text best, the earlier in order of name where two fit alike; nil where none does.
func pickProfile(candidates []*Profile, text string) *Profile {
	if len(candidates) == 1 {
		return candidates[0]
	}
	var best *Profile
	top := 0
	for _, p := range candidates {
		if s := p.Score(text); s > top {
			best, top = p, s
		}
	}
	return best
}

// wide says whether r is a Japanese character: kana, kanji, or their full-width punctuation.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF01 && r <= 0xFFEF ||
		r == 'ー' || r == '・' || r >= 0x2460 && r <= 0x24FF || r >= 0x3200 && r <= 0x33FF
}

// squeeze takes all blanks out and makes full-width letters, digits and brackets half-width: the form that heads are compared in.
func squeeze(s string) string {
	if s == "" {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		if r >= 0xFF01 && r <= 0xFF5E {
			return []rune(width.Narrow.String(string(r)))[0]
		}
		return r
	}, s)
}

// tidy makes runs of blanks one and takes those between Japanese characters that letter-spacing left at both ends.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
