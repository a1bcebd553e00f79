package report

import (
	"cmp"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strings"

	"plandiff/diff"
)

// The flow chart draws last year's items running into this year's: a band for every pair of sections, as thick as the items
// it carries. The charting library has no such chart, so this one is drawn here; it is two columns of bars and curves.

const (
	flowWidth  = 760
	flowBar    = 14
	flowSide   = 150 // room for labels on either side
	flowGap    = 8
	flowHeight = 320 // at most
)

// stream is the items that went from one node to another.
type stream struct {
	from, to string
	n        int
}

// topSection is the leading number of a section or item id: 1 of 1(1)/ア, A of A.2/3.
var topSection = regexp.MustCompile(`^[^(./~]+`)

// flowChart draws the last step of the lineage; a chart without SVG when there is none.
func flowChart(v *View) chart {
	l := v.Comparison.Lineage
	if l == nil || len(l.IDs) < 2 {
		return chart{}
	}
	shown := map[string]bool{}
	for _, c := range v.Cards {
		shown[c.Change.Item.ID] = true
	}
	streams := lastStreams(l, v.Edition.ID, shown)
	if len(streams) == 0 {
		return chart{}
	}
	t := v.T
	c := chart{Title: t.Flow, Note: t.FlowNote, SVG: drawFlow(t, streams), Heads: []string{t.Count}}
	for _, s := range streams {
		c.Rows = append(c.Rows, chartRow{nodeName(t, s.from, diff.NewItem) + " → " + nodeName(t, s.to, diff.DroppedItem), []int{s.n}})
	}
	return c
}

// lastStreams counts the threads' steps into the edition by sections of both ends; "" stands for none. Steps to items that
// the filter hides are left out, and so are dropped items once anything is filtered, for they belong to no card.
func lastStreams(l *diff.Lineage, edition string, shown map[string]bool) []stream {
	stopIn := func(th *diff.Thread, id string) []string {
		for _, s := range th.Stops {
			if s.Edition == id {
				return s.Items
			}
		}
		return nil
	}
	var out []stream
	for i := range l.Threads {
		th := &l.Threads[i]
		for _, step := range th.Steps {
			if step.To != edition {
				continue
			}
			from, to := stopIn(th, step.From), stopIn(th, step.To)
			if step.Relation == diff.NewItem {
				from = nil
			}
			if len(to) > 0 && !slices.ContainsFunc(to, func(id string) bool { return shown[id] }) {
				continue
			}
			a, b := top(from), top(to)
			k := slices.IndexFunc(out, func(s stream) bool { return s.from == a && s.to == b })
			if k < 0 {
				k = len(out)
				out = append(out, stream{from: a, to: b})
			}
			out[k].n++
		}
	}
	slices.SortStableFunc(out, func(a, b stream) int { return cmp.Or(compareNode(a.from, b.from), compareNode(a.to, b.to)) })
	return out
}

func top(items []string) string {
	if len(items) == 0 {
		return ""
	}
	return topSection.FindString(items[0])
}

// compareNode orders sections by number where they have one; what comes from or goes nowhere is last.
func compareNode(a, b string) int {
	if (a == "") != (b == "") {
		return len(b) - len(a)
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

func nodeName(t *Texts, id string, none diff.Relation) string {
	if id == "" {
		return t.relation(none)
	}
	return t.Section + " " + id
}

// flowNode is a bar on one side.
type flowNode struct {
	id   string
	n    int
	y, h float64
	used float64 // of its height by bands already drawn
}

func drawFlow(t *Texts, streams []stream) template.HTML {
	height := flowScale(streams)
	left := flowNodes(streams, height, func(s stream) string { return s.from })
	right := flowNodes(streams, height, func(s stream) string { return s.to })
	var b strings.Builder
	fmt.Fprintf(&b, `<svg role="img" aria-label="%s" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-size="13">`, template.HTMLEscapeString(t.Flow), flowWidth, int(height)+10)
	x0, x1 := float64(flowSide+flowBar), float64(flowWidth-flowSide-flowBar)
	for _, s := range streams {
		a, z := findNode(left, s.from), findNode(right, s.to)
		ha, hz := a.h*float64(s.n)/float64(a.n), z.h*float64(s.n)/float64(z.n)
		y, q := a.y+a.used, z.y+z.used
		a.used, z.used = a.used+ha, z.used+hz
		fill, opacity := "var(--bar)", ".45"
		if s.from == "" || s.to == "" {
			fill, opacity = map[bool]string{true: "url(#p-new)", false: "url(#p-dropped)"}[s.from == ""], ".8"
		}
		mid := (x0 + x1) / 2
		fmt.Fprintf(&b, `<path fill="%s" opacity="%s" d="M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fV%.1fC%.1f %.1f %.1f %.1f %.1f %.1fZ"/>`, fill, opacity,
			x0, y, mid, y, mid, q, x1, q, q+hz, mid, q+hz, mid, y+ha, x0, y+ha)
	}
	for _, side := range []struct {
		nodes  []flowNode
		x      int
		text   int
		anchor string
		none   diff.Relation
	}{{left, flowSide, flowSide - 8, "end", diff.NewItem}, {right, flowWidth - flowSide - flowBar, flowWidth - flowSide + 8, "start", diff.DroppedItem}} {
		for _, n := range side.nodes {
			fmt.Fprintf(&b, `<rect x="%d" y="%.1f" width="%d" height="%.1f" fill="var(--fg)"/><text x="%d" y="%.1f" text-anchor="%s">%s (%d)</text>`, side.x, n.y, flowBar, n.h,
				side.text, n.y+n.h/2+4.5, side.anchor, template.HTMLEscapeString(visible(shorten(nodeName(t, n.id, side.none), labelRoom))), n.n)
		}
	}
	b.WriteString("</svg>")
	return template.HTML(b.String()) // numbers, and texts escaped above
}

// flowScale is the height of the drawing: enough for its nodes, and not more than a few items deserve.
func flowScale(streams []stream) float64 {
	total := 0
	for _, s := range streams {
		total += s.n
	}
	return float64(max(min(flowHeight, 40+20*total), 26*len(streams)))
}

// flowNodes places the bars of one side: heights by number, gaps between, never thinner than a line of text is high.
func flowNodes(streams []stream, height float64, end func(stream) string) []flowNode {
	var nodes []flowNode
	total := 0
	for _, s := range streams {
		total += s.n
		if i := slices.IndexFunc(nodes, func(n flowNode) bool { return n.id == end(s) }); i >= 0 {
			nodes[i].n += s.n
			continue
		}
		nodes = append(nodes, flowNode{id: end(s), n: s.n})
	}
	slices.SortStableFunc(nodes, func(a, b flowNode) int { return compareNode(a.id, b.id) })
	const least = 10.0
	room := height - float64(len(nodes)-1)*flowGap - least*float64(len(nodes))
	y := 4.0
	for i := range nodes {
		nodes[i].y, nodes[i].h = y, least+max(0, room)*float64(nodes[i].n)/float64(total)
		y += nodes[i].h + flowGap
	}
	return nodes
}

func findNode(nodes []flowNode, id string) *flowNode {
	return &nodes[slices.IndexFunc(nodes, func(n flowNode) bool { return n.id == id })]
}
