package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
)

// canvas writes the content of pages: shapes, text and the marks that tie
// them to the structure tree. What has no place in the tree (rules, grounds,
// running heads) is an artifact, which assistive technology passes over.
type canvas struct {
	paper paper
	set   *fonts
	out   bytes.Buffer // content of the current page
	page  int          // from 1
	done  [][]byte     // content of the pages before

	marks  [][]*elem // by page, by mark
	marked *elem
	state  markState
	annots []*annot

	fonts   []*face // in the order of their first use; the resource is F and the index
	used    map[*face]map[rune]bool
	font    string
	filling color
	filled  bool
}

type markState int

const (
	unmarked markState = iota
	artifact
	content
)

func newCanvas(p paper, set *fonts) *canvas {
	return &canvas{paper: p, set: set, used: map[*face]map[rune]bool{}}
}

// startPage begins a page; what was set on the last one is forgotten.
func (c *canvas) startPage() {
	c.out.Reset()
	c.page++
	c.marks = append(c.marks, nil)
	c.font, c.filled, c.state, c.marked = "", false, unmarked, nil
}

// endPage returns the content of the page.
func (c *canvas) endPage() []byte {
	c.unmark()
	return c.out.Bytes()
}

// mark makes what follows part of e, or an artifact where e is nil.
func (c *canvas) mark(e *elem) {
	if e == nil {
		if c.state != artifact {
			c.unmark()
			c.out.WriteString("/Artifact BMC\n")
			c.state = artifact
		}
		return
	}
	if c.state == content && c.marked == e {
		return
	}
	c.unmark()
	e.attach()
	id := len(c.marks[c.page-1])
	c.marks[c.page-1] = append(c.marks[c.page-1], e)
	e.kids = append(e.kids, kid{page: c.page, mark: id})
	fmt.Fprintf(&c.out, "/%s <</MCID %d>> BDC\n", e.role, id)
	c.state, c.marked = content, e
}

func (c *canvas) unmark() {
	if c.state != unmarked {
		c.out.WriteString("EMC\n")
	}
	c.state, c.marked = unmarked, nil
}

// num writes numbers and an operator.
func (c *canvas) num(op string, v ...float64) {
	b := c.out.AvailableBuffer()
	for _, n := range v {
		b = appendNum(b, n)
		b = append(b, ' ')
	}
	c.out.Write(b)
	c.out.WriteString(op)
	c.out.WriteByte('\n')
}

// appendNum appends n with at most two digits after the point.
func appendNum(b []byte, n float64) []byte {
	b = strconv.AppendFloat(b, n, 'f', 2, 64)
	b = bytes.TrimRight(b, "0")
	return bytes.TrimSuffix(b, []byte("."))
}

func (c *canvas) fill(col color) {
	if c.filled && c.filling == col {
		return
	}
	fmt.Fprintf(&c.out, "%.3f %.3f %.3f rg\n", col.r, col.g, col.b)
	c.filling, c.filled = col, true
}

func (c *canvas) stroke(col color, width float64) {
	fmt.Fprintf(&c.out, "%.3f %.3f %.3f RG %.2f w\n", col.r, col.g, col.b, width)
}

// block fills a rectangle.
func (c *canvas) block(x, y, w, h float64, col color) {
	c.mark(nil)
	c.fill(col)
	c.num("re f", x, c.paper.h-y-h, w, h)
}

// frame draws the outline of a rectangle.
func (c *canvas) frame(x, y, w, h float64, col color, width float64) {
	c.mark(nil)
	c.stroke(col, width)
	c.num("re S", x, c.paper.h-y-h, w, h)
}

// rule draws a line.
func (c *canvas) rule(x1, y1, x2, y2 float64, col color, width float64) {
	c.mark(nil)
	c.stroke(col, width)
	c.num("m", x1, c.paper.h-y1)
	c.num("l S", x2, c.paper.h-y2)
}

// round adds a rectangle with rounded corners and paints it with op.
func (c *canvas) round(x, y, w, h, r float64, op string) {
	c.mark(nil)
	const k = 0.5523
	top, left, right, bottom := c.paper.h-y, x, x+w, c.paper.h-y-h
	q := r * (1 - k)
	c.num("m", left+r, top)
	c.num("l", right-r, top)
	c.num("c", right-q, top, right, top-q, right, top-r)
	c.num("l", right, bottom+r)
	c.num("c", right, bottom+q, right-q, bottom, right-r, bottom)
	c.num("l", left+r, bottom)
	c.num("c", left+q, bottom, left, bottom+q, left, bottom+r)
	c.num("l", left, top-r)
	c.num("c", left, top-q, left+q, top, left+r, top)
	c.out.WriteString("h " + op + "\n")
}

// show sets a piece of text with its start on the baseline at x, y.
func (c *canvas) show(x, y float64, g frag) {
	c.fill(g.style.color)
	b := append(c.out.AvailableBuffer(), "BT "...)
	if name := fmt.Sprintf("/F%d %s Tf ", c.index(g.face), appendNum(nil, g.style.size)); name != c.font {
		b = append(b, name...)
		c.font = name
	}
	b = appendNum(b, x)
	b = append(b, ' ')
	b = appendNum(b, c.paper.h-y)
	b = append(b, " Td "...)
	b = appendShown(b, g.face, g.text, c.used[g.face])
	b = append(b, " ET\n"...)
	c.out.Write(b)
}

// index returns the number of a face among the fonts of the document.
func (c *canvas) index(f *face) int {
	if c.used[f] == nil {
		c.used[f] = map[rune]bool{}
		c.fonts = append(c.fonts, f)
	}
	return slices.Index(c.fonts, f)
}

// appendShown appends the operand and operator that show text, kerned.
func appendShown(b []byte, f *face, text string, used map[rune]bool) []byte {
	b = append(b, "[("...)
	var prev rune
	moved := 0
	for i, r := range text {
		used[r] = true
		k := -moved
		if prev != 0 {
			k += f.kerning(prev, r)
		}
		if moved = f.moved(r, text[i:]); k+moved != 0 {
			b = append(b, ')')
			b = strconv.AppendInt(b, int64(-k-moved), 10)
			b = append(b, '(')
		}
		for _, half := range [2]byte{byte(r >> 8), byte(r)} {
			switch half {
			case '(', ')', '\\':
				b = append(b, '\\', half)
			case '\r':
				b = append(b, '\\', 'r')
			default:
				b = append(b, half)
			}
		}
		prev = r
	}
	return append(b, ")]TJ"...)
}

// line sets a line of text with its top at y, as part of e.
func (c *canvas) line(x, y float64, l line, t text, e *elem) {
	base := y + t.baseline()
	for i, g := range l.frags {
		if w := l.stretch(i, func(s style) bool { return s.wash }); w > 0 {
			c.mark(nil)
			c.fill(wash)
			c.round(x+g.x-1.2, base-g.style.size*0.86, w+2.4, g.style.size*1.16, 1.5, "f")
		}
		if w := l.stretch(i, func(s style) bool { return s.badge }); w > 0 {
			c.mark(nil)
			c.stroke(g.style.color, 0.7)
			c.round(x+g.x, base-g.style.size*0.88, w, g.style.size*1.22, 2, "S")
		}
		part := e
		if g.style.link != "" && e != nil {
			part = c.link(x, y, l.frags, i, t, e)
		}
		c.mark(part)
		c.show(x+g.x, base, g)
		if g.style.strike {
			c.rule(x+g.x, base-g.style.size*0.28, x+g.x+g.w, base-g.style.size*0.28, g.style.color, 0.5)
		}
	}
}

// stretch is how far the pieces go on that look like frag i, which is the first
// of them; 0 where it is not. They are several where one has another face.
func (l line) stretch(i int, like func(style) bool) float64 {
	if !like(l.frags[i].style) || i > 0 && like(l.frags[i-1].style) {
		return 0
	}
	end := i
	for end+1 < len(l.frags) && like(l.frags[end+1].style) {
		end++
	}
	return l.frags[end].x + l.frags[end].w - l.frags[i].x
}

// link returns the Link element of frag i. Neighbours with one address make
// one link.
func (c *canvas) link(x, y float64, frags []frag, i int, t text, e *elem) *elem {
	g := frags[i]
	if i > 0 && frags[i-1].style.link == g.style.link && len(c.annots) > 0 {
		last := c.annots[len(c.annots)-1]
		last.w = x + g.x + g.w - last.x
		return last.elem
	}
	a := &annot{kind: linkAnnot, x: x + g.x, y: y, w: g.w, h: t.lead, value: g.style.link, tip: g.logical()}
	c.annotate(a, e.child("Link"))
	return a.elem
}

// annotate files an annotation of this page below e.
func (c *canvas) annotate(a *annot, e *elem) {
	a.page, a.elem = c.page, e
	c.annots = append(c.annots, a)
	if e != nil {
		e.attach()
		e.kids = append(e.kids, kid{page: c.page, annot: a})
	}
}
