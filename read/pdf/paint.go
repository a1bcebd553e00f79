package pdf

import "math"

// Types of page objects, of path segments and fill modes, as PDFium numbers them.
const (
	objectPath, objectImage, objectForm     = 2, 3, 5
	segmentLine, segmentBezier, segmentMove = 0, 1, 2
)

// thin is how thick, in points, a filled bar may be to count as a ruling: heavy borders of office programs are 3.
const thin = 3.2

// ruling is a straight line that is drawn along an axis, or a dot of a dotted one.
type ruling struct {
	vertical bool
	at       float64 // y of a horizontal ruling, x of a vertical one
	from, to float64 // its ends along the other axis
}

type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) meet(o rect) rect {
	return rect{math.Max(r.x0, o.x0), math.Max(r.y0, o.y0), math.Min(r.x1, o.x1), math.Min(r.y1, o.y1)}
}

func (r rect) within(o rect, by float64) bool {
	return r.x0 >= o.x0-by && r.y0 >= o.y0-by && r.x1 <= o.x1+by && r.y1 <= o.y1+by
}

// matrix is a PDF transformation: x' = ax+cy+e, y' = bx+dy+f.
type matrix struct{ a, b, c, d, e, f float64 }

func (m matrix) point(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// then is m followed by o.
func (m matrix) then(o matrix) matrix {
	e, f := o.point(m.e, m.f)
	return matrix{m.a*o.a + m.b*o.c, m.a*o.b + m.b*o.d, m.c*o.a + m.d*o.c, m.c*o.b + m.d*o.d, e, f}
}

// painter collects the rulings of a page.
type painter struct {
	in       *instance
	sheet    *sheet
	frame    frame
	segments int
}

var everywhere = rect{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}

// objects goes through a page's objects.
func (p *painter) objects(page uint64) {
	n := int(int32(p.in.call("FPDFPage_CountObjects", page)))
	for i := 0; i < n && p.in.failed == nil && p.room(); i++ {
		p.object(p.in.call("FPDFPage_GetObject", page, uint64(i)), matrix{a: 1, d: 1}, everywhere, 0)
	}
}

func (p *painter) room() bool {
	if p.segments > maxSegments {
		p.sheet.cut = true
		return false
	}
	return true
}

func (p *painter) object(o uint64, outer matrix, clip rect, depth int) {
	if o == 0 {
		return
	}
	in := p.in
	switch int32(in.call("FPDFPageObj_GetType", o)) {
	case objectPath:
		p.path(o, p.matrix(o).then(outer), p.clip(o, outer, clip))
	case objectImage:
		p.sheet.images++
		m := p.matrix(o).then(outer) // an image fills the unit square
		x0, y0 := m.point(0, 0)
		x1, y1 := m.point(1, 1)
		p.bar(p.upright(x0, y0, x1, y1).meet(p.clip(o, outer, clip)))
	case objectForm:
		if depth >= 8 {
			return
		}
		inner := p.matrix(o).then(outer)
		clip = p.clip(o, outer, clip)
		n := int(int32(in.call("FPDFFormObj_CountObjects", o)))
		for i := 0; i < n && in.failed == nil && p.room(); i++ {
			p.segments++
			p.object(in.call("FPDFFormObj_GetObject", o, uint64(i)), inner, clip, depth+1)
		}
	}
}

func (p *painter) matrix(o uint64) matrix {
	if p.in.call("FPDFPageObj_GetMatrix", o, uint64(p.in.scratch)) == 0 {
		return matrix{a: 1, d: 1}
	}
	f := p.in.float
	return matrix{f(0), f(1), f(2), f(3), f(4), f(5)}
}

// upright is the box of two points of user space.
func (p *painter) upright(x0, y0, x1, y1 float64) rect {
	x0, y0 = p.frame.point(x0, y0)
	x1, y1 = p.frame.point(x1, y1)
	return rect{math.Min(x0, x1), math.Min(y0, y1), math.Max(x0, x1), math.Max(y0, y1)}
}

// clip narrows outer to the boxes of the object's clip paths.
func (p *painter) clip(o uint64, m matrix, outer rect) rect {
	in := p.in
	c := in.call("FPDFPageObj_GetClipPath", o)
	if c == 0 {
		return outer
	}
	paths := int(int32(in.call("FPDFClipPath_CountPaths", c)))
	for i := 0; i < paths && p.room(); i++ {
		n := int(int32(in.call("FPDFClipPath_CountPathSegments", c, uint64(i))))
		box, any := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}, false
		for k := 0; k < n && p.room(); k++ {
			p.segments++
			x, y, ok := p.at(in.call("FPDFClipPath_GetPathSegment", c, uint64(i), uint64(k)), m)
			if ok {
				box, any = rect{math.Min(box.x0, x), math.Min(box.y0, y), math.Max(box.x1, x), math.Max(box.y1, y)}, true
			}
		}
		if any {
			outer = outer.meet(box)
		}
	}
	return outer
}

// at gives a segment's point in upright coordinates.
func (p *painter) at(segment uint64, m matrix) (x, y float64, ok bool) {
	if segment == 0 || p.in.call("FPDFPathSegment_GetPoint", segment, uint64(p.in.scratch), uint64(p.in.scratch+4)) == 0 {
		return 0, 0, false
	}
	x, y = m.point(p.in.float(0), p.in.float(1))
	x, y = p.frame.point(x, y)
	return x, y, !math.IsNaN(x + y)
}

type point struct{ x, y float64 }

// outline is one subpath.
type outline struct {
	points []point
	curved bool
}

func (o outline) box() rect {
	b := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, q := range o.points {
		b = rect{math.Min(b.x0, q.x), math.Min(b.y0, q.y), math.Max(b.x1, q.x), math.Max(b.y1, q.y)}
	}
	return b
}

// path takes the rulings of a path: the edges of what is stroked, what is filled and thin, and filled frames.
func (p *painter) path(o uint64, m matrix, clip rect) {
	in := p.in
	if in.call("FPDFPath_GetDrawMode", o, uint64(in.scratch), uint64(in.scratch+4)) == 0 {
		return
	}
	filled, stroked := in.uint(0) != 0, in.uint(1) != 0
	if filled && !p.visible("FPDFPageObj_GetFillColor", o) {
		filled = false
	}
	if stroked && !p.visible("FPDFPageObj_GetStrokeColor", o) {
		stroked = false
	}
	if !filled && !stroked {
		return
	}
	outlines := p.outlines(o, m)
	for i, sub := range outlines {
		box := sub.box()
		if math.Min(box.x1-box.x0, box.y1-box.y0) <= thin {
			p.bar(box.meet(clip))
			continue
		}
		if stroked && !sub.curved {
			for k := 1; k < len(sub.points); k++ {
				a, b := sub.points[k-1], sub.points[k]
				p.bar(rect{math.Min(a.x, b.x), math.Min(a.y, b.y), math.Max(a.x, b.x), math.Max(a.y, b.y)}.meet(clip))
			}
			continue
		}
		if filled && i > 0 { // a border filled between an outer and an inner box
			out := outlines[i-1].box()
			if box.within(out, 0.1) && out.within(box, thin) || out.within(box, 0.1) && box.within(out, thin) {
				p.bar(rect{box.x0, box.y0, box.x1, box.y0}.meet(clip))
				p.bar(rect{box.x0, box.y1, box.x1, box.y1}.meet(clip))
				p.bar(rect{box.x0, box.y0, box.x0, box.y1}.meet(clip))
				p.bar(rect{box.x1, box.y0, box.x1, box.y1}.meet(clip))
			}
		}
	}
}

// visible says whether the colour that the function gives is neither transparent nor the paper's white.
func (p *painter) visible(function string, o uint64) bool {
	s := uint64(p.in.scratch)
	if p.in.call(function, o, s, s+4, s+8, s+12) == 0 {
		return true
	}
	r, g, b, a := p.in.uint(0), p.in.uint(1), p.in.uint(2), p.in.uint(3)
	return a > 0 && (r < 250 || g < 250 || b < 250)
}

func (p *painter) outlines(o uint64, m matrix) []outline {
	in := p.in
	n := int(int32(in.call("FPDFPath_CountSegments", o)))
	var out []outline
	for k := 0; k < n && p.room(); k++ {
		p.segments++
		seg := in.call("FPDFPath_GetPathSegment", o, uint64(k))
		x, y, ok := p.at(seg, m)
		if !ok {
			continue
		}
		kind := int32(in.call("FPDFPathSegment_GetType", seg))
		if kind == segmentMove || len(out) == 0 {
			out = append(out, outline{})
		}
		last := &out[len(out)-1]
		last.points = append(last.points, point{x, y})
		last.curved = last.curved || kind == segmentBezier
		if in.call("FPDFPathSegment_GetClose", seg) != 0 {
			last.points = append(last.points, last.points[0])
		}
	}
	return out
}

// bar notes a thin box as a ruling along its longer side; what is thick, or clipped away, is none.
func (p *painter) bar(b rect) {
	w, h := b.x1-b.x0, b.y1-b.y0
	if w < 0 || h < 0 || math.Min(w, h) > thin || math.IsInf(w+h, 0) {
		return
	}
	if w <= thin && h <= thin { // a dot may belong to a line of either direction
		p.sheet.rulings = append(p.sheet.rulings, ruling{false, (b.y0 + b.y1) / 2, b.x0, b.x1}, ruling{true, (b.x0 + b.x1) / 2, b.y0, b.y1})
		return
	}
	if w >= h {
		p.sheet.rulings = append(p.sheet.rulings, ruling{false, (b.y0 + b.y1) / 2, b.x0, b.x1})
	} else {
		p.sheet.rulings = append(p.sheet.rulings, ruling{true, (b.x0 + b.x1) / 2, b.y0, b.y1})
	}
}
