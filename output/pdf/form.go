package pdf

import (
	"fmt"
	"strings"
)

// annot is a link or the visible part of a form field.
type annot struct {
	kind       annotKind
	page       int
	x, y, w, h float64 // from the top left
	elem       *elem
	object     int
	name       string // full name of the field
	tip        string // what a screen reader says
	value      string // of a text field; address of a link
	on         bool   // a box that is ticked
	lines      bool   // a text field of several lines
	size       float64
	shown      []byte // what draws the value of a text field
}

type annotKind int

const (
	linkAnnot annotKind = iota
	boxField
	textField
	noteField // carries a value for the reader of a filled copy; not to be seen
)

// check puts a box that can be ticked at x, y: the square is drawn for paper,
// the field lies on it.
func (c *canvas) check(x, y float64, name, tip string, on bool, e *elem) {
	c.checkOf(x, y, square, name, tip, on, e)
}

func (c *canvas) checkOf(x, y, side float64, name, tip string, on bool, e *elem) {
	c.block(x, y, side, side, rgb(0xffffff))
	c.frame(x, y, side, side, ink, 1)
	c.annotate(&annot{kind: boxField, x: x, y: y, w: side, h: side, name: name, tip: tip, on: on}, e.child("Form"))
}

// square is the side of a box, minor that of one that is seldom needed.
const (
	square = 3.9 * mm
	minor  = 2.8 * mm
)

// box is the side of a box before a line of text: in the small text of a role
// sheet a smaller one, so that those of two lines do not touch.
func (t text) box() float64 { return min(square, t.lead-0.6) }

// field puts a text field over a rectangle. One that is high enough takes
// several lines.
func (c *canvas) field(x, y, w, h float64, name, tip, value string, e *elem) {
	c.fieldOf(x, y, w, h, h > 28, name, tip, value, e)
}

func (c *canvas) fieldOf(x, y, w, h float64, lines bool, name, tip, value string, e *elem) {
	const largest = 9
	a := &annot{kind: textField, x: x, y: y, w: w, h: h, name: name, tip: tip, value: value, lines: lines, size: min(largest, h*0.62)}
	if value != "" {
		a.shown = c.written(a)
	}
	c.annotate(a, e.child("Form"))
}

// The room left and right of the text in a field, and how far its lines are
// apart, of its size.
const (
	fieldInset = 2
	fieldLead  = 1.15
)

// handwriting is the colour of what was filled in.
var handwriting = color{0, 0, 0.4}

// written draws the value of a field, smaller where it would not fit, as
// viewers do themselves once the value is changed.
func (c *canvas) written(a *annot) []byte {
	var lines []line
	for {
		st := style{cut: regular, size: a.size, color: handwriting}
		lines = c.set.wrap([]span{{a.value, st}}, a.w-2*fieldInset)
		if !a.lines && len(lines) > 1 {
			lines = c.set.wrap([]span{{strings.Join(strings.Fields(a.value), "\u00a0"), st}}, 1e6)
		}
		high := float64(len(lines)) * a.size * fieldLead
		if a.size <= 5 || high <= a.h && !tooWide(lines, a.w-2*fieldInset) {
			break
		}
		a.size -= 0.5
	}
	b := fmt.Appendf(nil, "/Tx BMC q 1 1 %s %s re W n BT %.3f %.3f %.3f rg\n", appendNum(nil, a.w-2), appendNum(nil, a.h-2), handwriting.r, handwriting.g, handwriting.b)
	y := a.h/2 - a.size*0.3
	if a.lines {
		y = a.h - a.size*1.05
	}
	for _, l := range lines {
		for _, g := range l.frags {
			b = fmt.Appendf(b, "/F%d %s Tf 1 0 0 1 %s %s Tm ", c.index(g.face), appendNum(nil, a.size), appendNum(nil, fieldInset+g.x), appendNum(nil, y))
			b = append(appendShown(b, g.face, g.text, c.used[g.face]), '\n')
		}
		y -= a.size * fieldLead
	}
	return append(b, "ET Q EMC"...)
}

// tick draws the mark of a box that is on.
func tick() []byte {
	return []byte("q 0 0 0 RG 1.7 w 1 J 1 j 2.4 5.6 m 4.7 2.9 l 8.9 8.6 l S Q")
}

// fieldNode is a node of the tree of fields: the full name of a field is the
// path to it, joined by points.
type fieldNode struct {
	part   string
	annot  *annot
	kids   []*fieldNode
	object int
}

func fieldTree(annots []*annot) *fieldNode {
	root := &fieldNode{}
	index := map[string]*fieldNode{"": root}
	for _, a := range annots {
		if a.kind == linkAnnot {
			continue
		}
		node, end := root, 0
		for part := range strings.SplitSeq(a.name, ".") {
			end += len(part) + 1
			path := a.name[:end-1]
			next := index[path]
			if next == nil {
				next = &fieldNode{part: part}
				index[path] = next
				node.kids = append(node.kids, next)
			}
			node = next
		}
		node.annot = a
	}
	return root
}

// number gives the nodes object numbers from n on.
func (f *fieldNode) number(n int) int {
	f.object = n
	n++
	if f.annot != nil {
		f.annot.object = f.object
	}
	for _, k := range f.kids {
		n = k.number(n)
	}
	return n
}

// appearance says where the pictures of the fields are.
type appearance struct {
	on, off int                // of a box
	text    func(a *annot) int // of a text field
}

// write calls put with the object of every node below the root.
func (f *fieldNode) write(put func(object int, dict string), parent *fieldNode, ap appearance, dict func(*annot) string) {
	for _, k := range f.kids {
		var b strings.Builder
		b.WriteString("<<")
		if parent != nil {
			fmt.Fprintf(&b, "/Parent %d 0 R", parent.object)
		}
		fmt.Fprintf(&b, "/T%s", pdfString(k.part))
		if a := k.annot; a != nil {
			b.WriteString(dict(a))
			b.WriteString(a.fieldEntries(ap))
		} else {
			b.WriteString("/Kids[" + refs(k.kids) + "]")
		}
		b.WriteString(">>")
		put(k.object, b.String())
		k.write(put, k, ap, dict)
	}
}

func refs(nodes []*fieldNode) string {
	var b strings.Builder
	for i, n := range nodes {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d 0 R", n.object)
	}
	return b.String()
}

// fieldEntries returns what makes an annotation a field.
func (a *annot) fieldEntries(ap appearance) string {
	tip := "/TU" + pdfString(a.tip)
	switch a.kind {
	case boxField:
		state := "Off"
		if a.on {
			state = "Yes"
		}
		return fmt.Sprintf("/FT/Btn%s/V/%s/AS/%s/MK<</CA(4)>>/DA(/ZaDb 0 Tf 0 g)/AP<</N<</Yes %d 0 R/Off %d 0 R>>>>", tip, state, state, ap.on, ap.off)
	case textField:
		flags := ""
		if a.lines {
			flags = "/Ff 4096"
		}
		value := ""
		if a.value != "" {
			value = "/V" + pdfString(a.value) + "/DV" + pdfString(a.value)
		}
		return fmt.Sprintf("/FT/Tx%s%s%s/DA(/Helv %s Tf 0 0 0.4 rg)/AP<</N %d 0 R>>", tip, flags, value, appendNum(nil, a.size), ap.text(a))
	default: // a note
		return fmt.Sprintf("/FT/Tx/Ff 1%s/V%s/DA(/Helv 8 Tf 0 g)/AP<</N %d 0 R>>", tip, pdfString(a.value), ap.text(&annot{}))
	}
}

// widget returns the annotation's own entries. The flag makes it print; a
// note is hidden instead.
func (a *annot) widget(p paper, page, structParent int) string {
	flag := 4
	if a.kind == noteField {
		flag = 2
	}
	s := fmt.Sprintf("/Type/Annot/Subtype/Widget/F %d/P %d 0 R/Rect%s", flag, page, a.rect(p))
	if a.elem != nil {
		s += fmt.Sprintf("/StructParent %d", structParent)
	}
	return s
}

func (a *annot) rect(p paper) string {
	b := []byte("[")
	for _, n := range []float64{a.x, p.h - a.y - a.h, a.x + a.w, p.h - a.y} {
		b = append(appendNum(b, n), ' ')
	}
	return string(append(b[:len(b)-1], ']'))
}
