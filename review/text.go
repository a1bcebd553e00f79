package review

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"plandiff/schema"
)

// text is a reviews file as lines, with the place of each annotation in it. The parser (yaml.Node) says where things stand;
// what is written is spliced in between, so everything else keeps its bytes: comments, order, quotes, line breaks.
type text struct {
	name  string
	lines []string // with their line ends
	eol   string   // of the file
	list  *yaml.Node
	key   *yaml.Node // annotations:
	limit int        // the line, from 0, at which the next key of the file starts, or the end

	spliced bool // the places are those of the lines before
}

// parse reads the places. The bytes load as reviews already.
func parse(name string, b []byte) (*text, error) {
	t := &text{name: name, lines: strings.SplitAfter(string(b), "\n"), eol: "\n"}
	if last := len(t.lines) - 1; t.lines[last] == "" {
		t.lines = t.lines[:last]
	}
	if len(t.lines) > 0 && strings.HasSuffix(t.lines[0], "\r\n") {
		t.eol = "\r\n"
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, errShape
	}
	t.limit = len(t.lines)
	root := doc.Content[0].Content
	for i := 0; i+1 < len(root); i += 2 {
		if root[i].Value == "annotations" {
			t.key, t.list = root[i], root[i+1]
			if i+2 < len(root) {
				t.limit = root[i+2].Line - 1
			}
		}
	}
	if t.list == nil {
		return nil, errShape
	}
	return t, nil
}

func (t *text) bytes() []byte { return []byte(strings.Join(t.lines, "")) }

// errShape says that a part is written in a way that cannot be spliced: {…}, […], or with an anchor.
var errShape = fmt.Errorf("written in one line or with aliases: run `plandiff fmt -w` on the file first")

// block says whether the node is a list or mapping in block form.
func block(n *yaml.Node, kind yaml.Kind) bool {
	return n != nil && n.Kind == kind && n.Style&yaml.FlowStyle == 0 && n.Anchor == "" && n.Alias == nil
}

// indent counts the blanks before the text of a line, from 0 as columns do not; -1 for a blank line.
func indent(line string) int {
	s := strings.TrimLeft(line, " ")
	if strings.TrimSpace(s) == "" {
		return -1
	}
	return len(line) - len(s)
}

// upTo is the line (from 0, exclusive) at which what starts at from and may run up to limit really ends: blank lines and
// comments that stand no deeper than depth belong to what follows.
func (t *text) upTo(from, limit, depth int) int {
	for end := limit; end > from+1; end-- {
		line := t.lines[end-1]
		if in := indent(line); in < 0 || in <= depth && strings.HasPrefix(strings.TrimLeft(line, " "), "#") {
			continue
		}
		return end
	}
	return min(from+1, limit)
}

// dash is the column (from 0) of the list's dashes.
func (t *text) dash() int { return max(t.list.Column-1, 0) }

// extent gives the lines of annotation i, from 0 and half-open, without comments above it.
func (t *text) extent(i int) (from, to int) {
	from = t.list.Content[i].Line - 1
	limit := t.limit
	if i+1 < len(t.list.Content) {
		limit = t.list.Content[i+1].Line - 1
	}
	return from, t.upTo(from, limit, t.dash())
}

// above gives the first line of the comments that stand directly over annotation i.
func (t *text) above(i int) int {
	from, _ := t.extent(i)
	for from > 0 && strings.HasPrefix(strings.TrimLeft(t.lines[from-1], " "), "#") && indent(t.lines[from-1]) >= t.dash() && from-1 > t.key.Line-1 {
		from--
	}
	return from
}

// splice puts lines in place of those from from up to to.
func (t *text) splice(from, to int, lines []string) {
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, "\r\n") + t.eol
	}
	if from > 0 && from <= len(t.lines) && !strings.HasSuffix(t.lines[from-1], "\n") {
		t.lines[from-1] += t.eol // the file ended without a line end
	}
	t.lines = slices.Concat(t.lines[:from], lines, t.lines[to:])
	t.spliced = true
}

// add puts the lines of an annotation, written at dash column at, behind the last one.
func (t *text) add(lines []string, at int) error {
	empty := len(t.list.Content) == 0
	if empty && t.list.Line == t.key.Line && t.list.Kind != yaml.MappingNode { // annotations: [] or nothing
		head := t.lines[t.key.Line-1]
		colon := strings.Index(head, ":")
		_, comment, has := strings.Cut(head[colon:], "#")
		head = head[:colon+1]
		if has {
			head += " #" + strings.TrimRight(comment, "\r\n")
		}
		t.splice(t.key.Line-1, t.key.Line, append([]string{head}, shift(lines, 2-at)...))
		return nil
	}
	if !block(t.list, yaml.SequenceNode) || empty {
		return errShape
	}
	_, end := t.extent(len(t.list.Content) - 1)
	t.splice(end, end, shift(lines, t.dash()-at))
	return nil
}

// shift moves lines to the right, or to the left where they have the blanks for it.
func shift(lines []string, by int) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		switch {
		case strings.TrimSpace(l) == "":
			out[i] = l
		case by >= 0:
			out[i] = strings.Repeat(" ", by) + l
		default:
			out[i] = l[min(-by, max(indent(l), 0)):]
		}
	}
	return out
}

// rendered is an annotation in canonical form: its lines with the dash in column 0, and the lines of each of its keys.
type rendered struct {
	lines []string
	keys  []part
}

// part is the lines of one key, written at column 2.
type part struct {
	name  string
	lines []string
}

func render(a schema.Annotation) (rendered, error) {
	b, err := schema.Canonical(&schema.Reviews{Version: 1, Annotations: []schema.Annotation{a}})
	if err != nil {
		return rendered{}, err
	}
	t, err := parse("", b)
	if err != nil {
		return rendered{}, err
	}
	from, to := t.extent(0)
	r := rendered{lines: shift(t.lines[from:to], -t.dash())}
	n := t.list.Content[0]
	for k := 0; k < len(n.Content); k += 2 {
		start, end := n.Content[k].Line-1-from, to-from
		if k+2 < len(n.Content) {
			end = n.Content[k+2].Line - 1 - from
		}
		lines := slices.Clone(r.lines[start:end])
		if k == 0 {
			lines[0] = "  " + strings.TrimPrefix(lines[0], "- ")
		}
		r.keys = append(r.keys, part{n.Content[k].Value, lines})
	}
	return r, nil
}

// order lists the keys of an annotation as they are written.
func order() []string {
	var names []string
	for f := range reflect.TypeFor[schema.Annotation]().Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); name != "-" {
			names = append(names, name)
		}
	}
	return names
}

// set rewrites the keys of annotation i in which want differs from have.
func (t *text) set(i int, have, want schema.Annotation) error {
	old, err := render(have)
	if err != nil {
		return err
	}
	now, err := render(want)
	if err != nil {
		return err
	}
	find := func(r rendered, name string) ([]string, bool) {
		k := slices.IndexFunc(r.keys, func(p part) bool { return p.name == name })
		if k < 0 {
			return nil, false
		}
		return r.keys[k].lines, true
	}
	for _, name := range order() {
		was, had := find(old, name)
		is, has := find(now, name)
		if had == has && slices.Equal(was, is) {
			continue
		}
		if t.spliced {
			if t, err = t.again(); err != nil {
				return err
			}
		}
		if err := t.setKey(i, name, is, has); err != nil {
			return err
		}
	}
	return nil
}

// again reads the places anew after a splice.
func (t *text) again() (*text, error) {
	fresh, err := parse(t.name, t.bytes())
	if err != nil {
		return nil, err
	}
	*t = *fresh
	return t, nil
}

// setKey writes, changes or takes out one key of annotation i.
func (t *text) setKey(i int, name string, lines []string, has bool) error {
	n := t.list.Content[i]
	if !block(t.list, yaml.SequenceNode) || !block(n, yaml.MappingNode) {
		return errShape
	}
	column := n.Column - 1
	_, end := t.extent(i)
	at := -1 // of the key in n.Content
	before := -1
	rank := func(key string) int { return slices.Index(order(), key) }
	for k := 0; k < len(n.Content); k += 2 {
		if n.Content[k].Value == name {
			at = k
		}
		if rank(n.Content[k].Value) < rank(name) {
			before = k
		}
	}
	until := func(k int) int {
		limit := end
		if k+2 < len(n.Content) {
			limit = n.Content[k+2].Line - 1
		}
		return t.upTo(n.Content[k].Line-1, limit, column)
	}
	lines = shift(lines, column-2)
	switch {
	case at >= 0 && has:
		from := n.Content[at].Line - 1
		to := until(at)
		remarks := t.remarks(from, to)
		lines[0] = t.head(from, column) + lines[0][min(column, len(lines[0])):]
		switch {
		case len(remarks) == 1 && len(lines) == 1: // a remark on the old value stays beside the new one
			lines[0] = strings.TrimRight(lines[0], "\r\n") + " " + remarks[0]
		case at == 0: // the dash stands before the key
			lines = append(lines, shift(remarks, column)...)
		default:
			lines = append(shift(remarks, column), lines...)
		}
		t.splice(from, to, lines)
	case at >= 0:
		from := n.Content[at].Line - 1
		if at == 0 {
			return errShape // the dash stands before it
		}
		t.splice(from, until(at), nil)
	case before >= 0:
		to := until(before)
		t.splice(to, to, lines)
	default:
		t.splice(end, end, lines)
	}
	return nil
}

// remarks are the comments in the lines given.
func (t *text) remarks(from, to int) []string {
	if !slices.ContainsFunc(t.lines[from:to], func(l string) bool { return strings.Contains(l, "#") }) {
		return nil
	}
	list, err := schema.Comments(t.name, t.bytes())
	if err != nil {
		return nil // the check of the whole edit will find what is lost
	}
	var out []string
	for _, c := range list {
		if c.Pos.Line > from && c.Pos.Line <= to {
			out = append(out, c.Text)
		}
	}
	return out
}

// head is what stands before a key in its line: blanks, or the dash of the list.
func (t *text) head(line, column int) string {
	rs := []rune(t.lines[line])
	return string(rs[:min(column, len(rs))])
}

// replace writes the whole of annotation i anew.
func (t *text) replace(i int, a schema.Annotation) error {
	if !block(t.list, yaml.SequenceNode) {
		return errShape
	}
	r, err := render(a)
	if err != nil {
		return err
	}
	from, to := t.extent(i)
	t.splice(from, to, shift(r.lines, t.dash()))
	return nil
}

// keepsComments says which comment of a file an edit loses; "" if none. Only where lines with a # went away does it look closer.
func keepsComments(name string, before, after []byte) (lost string, err error) {
	old, now := strings.SplitAfter(string(before), "\n"), strings.SplitAfter(string(after), "\n")
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		old, now = old[1:], now[1:]
	}
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	if !slices.ContainsFunc(old, func(l string) bool { return strings.Contains(l, "#") }) {
		return "", nil
	}
	was, err := schema.Comments(name, before)
	if err != nil {
		return "", err
	}
	is, err := schema.Comments(name, after)
	if err != nil {
		return "", err
	}
	left := map[string]int{}
	for _, c := range is {
		left[c.Text]++
	}
	for _, c := range was {
		if left[c.Text]--; left[c.Text] < 0 {
			return c.Text, nil
		}
	}
	return "", nil
}

// same says whether two annotations say the same; where they stand in a file is left aside.
func same(a, b schema.Annotation) bool {
	a.Pos, b.Pos = schema.Pos{}, schema.Pos{}
	if reflect.DeepEqual(a, b) {
		return true
	}
	x, errX := render(a) // a list left out and an empty one are one in the file
	y, errY := render(b)
	return errX == nil && errY == nil && slices.Equal(x.lines, y.lines)
}
