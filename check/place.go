package check

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/diff"
	"plandiff/lang"
	"plandiff/schema"
)

// place is where a finding points, and what names it in the fingerprint.
type place struct {
	pos     schema.Pos
	page    int
	section string
	item    *entry       // nil for findings of sections and the edition
	gone    *diff.Thread // of an item of an older edition that this one does not have
	goneID  string       // its id there
}

// atItem points at an item.
func (r *run) atItem(e *entry) place {
	return place{pos: e.item.Pos, page: e.item.At.Page, section: e.section.ID, item: e}
}

// atPassage points at a passage of an item, at the item where the passage has no place of its own.
func (r *run) atPassage(e *entry, c schema.Column, i int) place {
	p := r.atItem(e)
	if ps := e.item.Column(c); i >= 0 && i < len(ps) && ps[i].Pos.Line > 0 {
		p.pos = ps[i].Pos
	}
	return p
}

// atSection points at a heading.
func (r *run) atSection(s *schema.Section) place {
	return place{pos: s.Pos, page: s.At.Page, section: s.ID}
}

// atHead points at the start of the edition's file.
func (r *run) atHead() place {
	if r.in.Source == nil {
		return place{page: 1}
	}
	for i, l := range r.lines {
		if key, _, ok := strings.Cut(l, ":"); ok && (key == "title" || key == "id") {
			return place{pos: schema.Pos{File: r.in.Edition.File, Line: i + 1, Col: 1}}
		}
	}
	return place{pos: schema.Pos{File: r.in.Edition.File, Line: 1, Col: 1}}
}

// atWord moves a place on to where a word stands in the lines of the same item under the key (ministries, label …), if it does.
func (r *run) atWord(p place, key, word string) place {
	if p.pos.Line == 0 || p.pos.Line > len(r.lines) {
		return p
	}
	for n := p.pos.Line; n <= len(r.lines) && n < p.pos.Line+12; n++ {
		line := r.lines[n-1]
		if n > p.pos.Line && strings.HasPrefix(strings.TrimLeft(line, " "), "- id:") {
			return p
		}
		at := strings.Index(line, key+":")
		if at < 0 {
			continue
		}
		if w := strings.Index(line[at+len(key):], word); w > 0 && word != "" {
			at += len(key) + w
		}
		p.pos.Line, p.pos.Col = n, len([]rune(line[:at]))+1
		return p
	}
	return p
}

// add reports a finding of the rule whose turn it is. Values are what the rule looked at: with the rule and the place's
// thread they make the fingerprint.
func (r *run) add(p place, values []string, format string, args ...any) {
	f := Finding{Rule: r.rule, Severity: r.level, Message: fmt.Sprintf(format, args...), File: p.pos.File, Line: p.pos.Line, Column: p.pos.Col, Page: p.page, State: StateNew}
	if p.item != nil {
		f.Item = p.item.item.ID
	}
	if p.gone != nil {
		f.Item = p.goneID
	}
	if f.File == "" {
		f.File = r.file()
	}
	if f.File == r.in.Edition.File && p.pos.Line > 0 && p.pos.Line <= len(r.lines) {
		f.Text = strings.TrimSuffix(r.lines[p.pos.Line-1], "\r")
	}
	if p.item != nil {
		f.order = p.item.order
	}
	f.anchors = r.anchors(p)
	f.values = slices.Clone(values)
	r.found = append(r.found, f)
}

// file is how findings without a YAML place name the document.
func (r *run) file() string {
	if r.in.Edition.File == "" && len(r.in.Edition.Sources) > 0 {
		return r.in.Edition.Sources[0].File
	}
	return r.in.Edition.File
}

// quoted shortens a text for a message, in the quotation marks of its language.
func quoted(s string) string {
	open, end := "「", "」"
	if lang.Detect(s) == "en" {
		open, end = "“", "”"
	}
	rs := []rune(strings.Join(strings.Fields(s), " "))
	if len(rs) > 40 {
		return open + string(rs[:40]) + "…" + end
	}
	return open + string(rs) + end
}
