package pdf

import (
	"cmp"
	"slices"

	"runbook/output/markup"
)

// cell is one cell of a table.
type cell struct {
	spans []span
	align markup.Align
	head  bool                                         // heads its row
	draw  func(c *canvas, x, y, w, h float64, e *elem) // a field or box in it, drawn over the whole cell
}

// row is one row of a table.
type row struct {
	cells []cell
	min   float64 // least height
	box   bool    // has a box in it
	wash  bool
	tie   tie    // to the row above
	open  bool   // no line under its first cell: the group goes on
	under []span // what heads the group that it goes on with
	mark  string
}

// table is a grid of cells under a head that is repeated on every page.
type table struct {
	cols []float64 // widths in points; what is negative shares the rest
	head []string
	rows []row
	t    text
	grid bool    // lines between columns too, for tables to be filled in
	pad  float64 // room above and below the text of a cell; 0 for the usual
}

const (
	cellX, cellY = 4.5, 2.6 // room inside a cell, unless a table has its own
	hair         = 0.4      // width of the lines
)

// table adds a table.
func (f *flow) table(tb table, parent *elem) {
	e := parent.child("Table")
	cols := f.share(tb.cols)
	tb.pad = cmp.Or(tb.pad, cellY) * f.d.closer
	tb.t.lead *= (1 + f.d.closer) / 2
	if len(tb.head) > 0 {
		var cells []cell
		for i, h := range tb.head {
			cl := cell{spans: []span{{h, tb.t.style(bold, ink)}}}
			if len(tb.rows) > 0 && i < len(tb.rows[0].cells) {
				cl.align = tb.rows[0].cells[i].align
			}
			cells = append(cells, cl)
		}
		head := row{cells: cells, wash: true}
		bands := f.bands(tb, cols, head, e.child("TR"), true)
		from := len(f.strips)
		for _, b := range bands {
			f.add(b.h, b.draw)
		}
		f.keep(fast)
		again := f.bands(tb, cols, head, nil, true)
		body := len(f.strips)
		f.rows(tb, cols, e)
		for _, b := range slices.Backward(again) {
			f.repeat(body, b)
		}
		x, w := f.x, sum(cols)
		f.beside(from, func(c *canvas, top float64) { c.rule(x, top, x+w, top, ink, 0.8) })
		return
	}
	f.rows(tb, cols, e)
}

func (f *flow) rows(tb table, cols []float64, e *elem) {
	for i, r := range tb.rows {
		tr := e.child("TR")
		if r.mark != "" {
			f.mark(r.mark)
		}
		from := len(f.strips)
		if i > 1 && i < len(tb.rows)-1 {
			f.rests = append(f.rests, from)
		}
		for j, b := range f.bands(tb, cols, r, tr, false) {
			if j > 0 {
				f.keep(firm)
			} else if r.under != nil && i+1 < len(tb.rows) && tb.rows[i+1].under == nil {
				f.keep(loose) // no last row of a group alone
			} else if r.tie > 0 {
				f.keep(r.tie)
			} else if i == 1 || i == len(tb.rows)-1 && i > 0 {
				f.keep(loose) // no row alone under the head or at the top of a page
			}
			f.add(b.h, b.draw)
		}
		if r.under != nil {
			f.goesOn(from, tb, cols, r.under)
		}
	}
}

// goesOn says, where a page begins with one of the last strips, which group of
// rows they go on with.
func (f *flow) goesOn(from int, tb table, cols []float64, head []span) {
	title := row{cells: []cell{{spans: append(slices.Clone(head), span{" (continued)", tb.t.style(regular, soft)})}}}
	for _, b := range slices.Backward(f.bands(tb, []float64{sum(cols)}, title, nil, false)) {
		for i := from; i < len(f.strips); i++ {
			f.strips[i].again = append([]repeat{b}, f.strips[i].again...)
		}
	}
}

// bandLines is how many lines of a row stay together: a row of more is
// divided, since it might be higher than a page.
const bandLines = 14

// bands sets a row as one strip or, if it is very high, as several.
func (f *flow) bands(tb table, cols []float64, r row, tr *elem, head bool) []repeat {
	type set struct {
		lines []line
		elem  *elem
		x, w  float64
		cell  cell
	}
	x := f.x
	var cells []set
	most := 1
	for i, cl := range r.cells {
		var e *elem
		switch {
		case tr == nil:
		case head:
			e = tr.child("TH").tableHead("Column")
		case cl.head:
			e = tr.child("TH").tableHead("Row")
		default:
			e = tr.child("TD")
		}
		s := set{elem: e, x: x, w: cols[i], cell: cl}
		if len(cl.spans) > 0 {
			s.lines = f.d.fonts.wrap(cl.spans, cols[i]-2*cellX)
		}
		most = max(most, len(s.lines))
		cells = append(cells, s)
		x += cols[i]
	}
	left, right := f.x, x
	pad := tb.pad
	var out []repeat
	for from := 0; from < most; from += bandLines {
		first, last := from == 0, from+bandLines >= most
		h := float64(min(bandLines, most-from))*tb.t.lead + 2*pad
		h = max(h, r.min*f.d.closer)
		if r.box {
			h = max(h, square+2*pad-1.5)
		}
		out = append(out, repeat{h: h, draw: func(c *canvas, top float64) {
			if r.wash {
				c.block(left, top+hair/2, right-left, h-hair/2, wash) // not over the line above
			}
			if tb.grid {
				for _, s := range cells[1:] {
					c.rule(s.x, top, s.x, top+h, gray, hair)
				}
				c.rule(left, top, left, top+h, gray, hair)
				c.rule(right, top, right, top+h, gray, hair)
			}
			for _, s := range cells {
				if first && s.elem != nil {
					s.elem.attach() // an empty cell is a cell
				}
				y := top + pad
				if n := float64(len(s.lines)); (r.min > 0 || r.box) && most <= bandLines {
					y = top + (h-n*tb.t.lead)/2 // in the middle of a row to be filled in
				}
				for _, l := range s.lines[min(from, len(s.lines)):min(from+bandLines, len(s.lines))] {
					dx := cellX
					switch s.cell.align {
					case markup.Right:
						dx = s.w - cellX - l.w
					case markup.Center:
						dx = (s.w - l.w) / 2
					default:
					}
					c.line(s.x+dx, y, l, tb.t, s.elem)
					y += tb.t.lead
				}
				if s.cell.draw != nil && first {
					s.cell.draw(c, s.x, top, s.w, h, s.elem)
				}
			}
			if last {
				col, width := gray, hair
				if head {
					col, width = ink, 0.8
				}
				from := left
				if r.open {
					from += cols[0]
				}
				c.rule(from, top+h, right, top+h, col, width)
			}
		}})
	}
	return out
}
