package pdf

import (
	"fmt"
	"strings"

	"runbook/output/words"
)

// contents makes the page of contents. It is built last, when the entries are
// known, and drawn when the pages are.
func (d *document) contents() *section {
	e := d.root.child("Sect")
	e.title = words.Contents
	f := &flow{d: d, x: d.paper.left, w: d.paper.width(), t: body}
	f.lines(d.fonts.wrap([]span{{words.Contents, h1.style(bold, d.accent)}}, f.w), h1, e.child("H1"))
	x, w := f.x, f.w
	f.keep(fast)
	f.add(6, func(c *canvas, top float64) { c.block(x, top+3, w, 1.7, d.accent) })
	f.keep(fast)
	room := d.paper.height() - f.height(0) - 8
	toc := e.child("TOC")

	t := text{10, 14}
	lines := d.contentLines(t, f.w)
	if tight := (text{9.2, 11.6}); height(lines, t) > room {
		t = tight
		lines = d.contentLines(t, f.w)
	}
	if height(lines, t) <= room {
		for i, l := range lines {
			if i == 0 {
				f.space(8)
			}
			f.space(l.before)
			f.add(t.lead, func(c *canvas, top float64) { l.draw(d, c, x, top, w, t, toc) })
		}
		return &section{running: words.Contents, strips: f.strips}
	}
	d.contentColumns(f, toc, room)
	return &section{running: words.Contents, strips: f.strips}
}

// contentColumns sets the contents in two columns, on as many pages as it takes.
func (d *document) contentColumns(f *flow, toc *elem, room float64) {
	const between = 18
	x, col := f.x, (f.w-between)/2
	var t text
	var lines []contentLine
	var rows int
	for _, t = range []text{{8.6, 11.2}, {8.6, 10.1}, {8.2, 9.4}} {
		lines = d.contentLines(t, col)
		if rows = int(room / t.lead); len(lines) <= 2*rows {
			break
		}
	}
	f.space(8)
	for all := lines; len(lines) > 0; {
		page := lines[:min(2*rows, len(lines))]
		lines = lines[len(page):]
		half := min(rows, len(page))
		if len(lines) == 0 && len(all) < 2*rows {
			half = min(rows, divide(page))
		}
		left, right := page[:half], page[half:]
		for i := range max(len(left), len(right)) {
			if i > 0 {
				f.keep(fast) // rows of a page stay with it: columns are read down first
			}
			f.add(t.lead, func(c *canvas, top float64) {
				if i == 0 {
					for _, l := range page {
						l.elem(toc).attach()
					}
				}
				if i < len(left) {
					left[i].draw(d, c, x, top, col, t, toc)
				}
				if i < len(right) {
					right[i].draw(d, c, x+col+between, top, col, t, toc)
				}
			})
		}
		rows = int(d.paper.height() / t.lead)
	}
}

// contentLine is a line of the contents; a long title takes several, of which
// the last has the page number.
type contentLine struct {
	entry  entry
	text   line
	number line
	indent float64
	last   bool
	before float64
	item   **elem // shared by the lines of one entry
}

func (l contentLine) elem(toc *elem) *elem {
	if *l.item == nil {
		*l.item = toc.child("TOCI")
	}
	return *l.item
}

func (d *document) contentLines(t text, width float64) []contentLine {
	var out []contentLine
	for i, e := range d.entries {
		st, indent, before := t.style(bold, ink), 0.0, t.lead*0.4
		if e.level > 0 {
			st, indent, before = t.style(regular, ink), t.size*1.2, 0
		}
		if i == 0 {
			before = 0
		}
		var number line
		if e.number != "" {
			number = d.fonts.wrap([]span{{e.number, st}}, width)[0]
		}
		hang := indent
		if e.level > 0 && e.number != "" {
			hang += t.size * 2.4
		} else if e.number != "" {
			hang += t.size * 1.2
		}
		item := new(*elem)
		lines := d.fonts.wrap([]span{{e.title, st}}, width-hang-t.size*3)
		for j, l := range lines {
			cl := contentLine{entry: e, text: l, indent: hang, last: j == len(lines)-1, item: item}
			if j == 0 {
				cl.number, cl.before = number, before
			}
			out = append(out, cl)
		}
	}
	return out
}

func height(lines []contentLine, t text) float64 {
	h := 0.0
	for _, l := range lines {
		h += t.lead + l.before
	}
	return h
}

// divide returns where the second column begins: near the middle, before a line
// of the first level if there is one, and never inside an entry.
func divide(lines []contentLine) int {
	half := (len(lines) + 1) / 2
	for off := range max(1, len(lines)/8) {
		if i := half + off; i < len(lines) && lines[i].entry.level == 0 {
			return i
		}
	}
	for half < len(lines) && !lines[half-1].last {
		half++
	}
	return half
}

func (l contentLine) draw(d *document, c *canvas, x, top, w float64, t text, toc *elem) {
	link := l.elem(toc).child("Link")
	base := x
	if len(l.number.frags) > 0 {
		if l.entry.level > 0 {
			base += t.size * 1.2
		}
		c.line(base, top, l.number.spaced(), t, link)
	}
	c.line(x+l.indent, top, l.text.spaced(), t, link)
	if l.last {
		st := t.style(regular, ink)
		if l.entry.level == 0 {
			st.cut = bold
		}
		page := d.fonts.wrap([]span{{fmt.Sprint(d.places[l.entry.anchor].page), st}}, 60)[0]
		c.line(x+w-page.w, top, page, t, link)
		dots := st
		dots.color = gray
		dot := d.fonts.measure(".", dots) * 2
		from, to := x+l.indent+l.text.w+6, x+w-page.w-5
		if n := int((to - from) / dot); n > 2 {
			leader := d.fonts.wrap([]span{{strings.Repeat(".\u00a0", n), dots}}, 1e6)[0]
			c.line(to-leader.w, top, leader, t, nil)
		}
	}
	c.annotate(&annot{kind: linkAnnot, x: x, y: top, w: w, h: t.lead, value: "#" + l.entry.anchor, tip: l.entry.label()}, link)
}
