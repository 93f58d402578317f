package pdf

import (
	"fmt"

	"runbook/generator"
	"runbook/output/markup"
)

// markdown adds Markdown as blocks.
func (f *flow) markdown(md generator.Markdown, e *elem) {
	f.blocks(markup.Parse(md), e)
}

func (f *flow) blocks(bs []markup.Block, e *elem) {
	for i, b := range bs {
		if i > 0 {
			f.space(f.t.lead * 0.36)
		}
		switch b := b.(type) {
		case *markup.Paragraph:
			if i > 0 {
				if _, code := bs[i-1].(*markup.Code); code {
					f.pauses = append(f.pauses, len(f.strips))
				}
			}
			f.para(f.d.spans(b.Text, f.t.style(regular, ink)), f.t, e)
		case *markup.Heading:
			f.space(f.t.lead * 0.7)
			f.lines(f.d.fonts.wrap(f.d.spans(b.Text, f.t.style(bold, ink)), f.w), f.t, e.child("P"))
			f.keep(fast)
		case *markup.List:
			f.list(b, e)
		case *markup.Code:
			if i > 0 {
				f.keep(firm)
			}
			f.code(b, e)
		case *markup.Table:
			f.space(f.t.lead * 0.5)
			f.dataTable(b, e)
			f.space(f.t.lead * 0.5)
		case *markup.Alert:
			f.alert(b.Kind.Title(), b.Kind, e, func(n *elem) { f.blocks(b.Blocks, n) })
		case *markup.Quote:
			f.bar(gray, 1.5, func() { f.blocks(b.Blocks, e.child("BlockQuote")) })
		case *markup.Rule:
			x, w := f.x, f.w
			f.add(8, func(c *canvas, top float64) { c.rule(x, top+4, x+w, top+4, gray, 0.6) })
		}
	}
}

// list adds a list. Steps are its usual content: an item is not torn where
// there is any other way.
func (f *flow) list(l *markup.List, parent *elem) {
	e := parent.child("L")
	for i, it := range l.Items {
		if i > 0 {
			gap := f.t.lead * 0.3
			if l.Tight || f.d.rb.Role != "" {
				gap = f.t.lead * 0.12
			}
			f.space(gap)
		}
		li := e.child("LI")
		indent, label := f.t.size*1.15, "\u2022"
		if l.Ordered {
			indent, label = f.t.size*1.75, fmt.Sprintf("%d.", l.Start+i)
		}
		lbl := li.child("Lbl")
		draw := f.label(label, indent, l.Ordered, lbl)
		if it.Task != markup.NoTask {
			indent = f.t.box() + 5
			draw = f.taskBox(markup.Plain(firstText(it.Blocks)), it.Task == markup.DoneTask, lbl)
		}
		from := len(f.strips)
		f.together(firm, func() {
			f.inset(indent, 0, func() { f.blocks(it.Blocks, li.child("LBody")) })
			if len(f.strips) == from {
				f.add(f.t.lead, func(*canvas, float64) {}) // an empty item still has its number
			}
		})
		f.beside(from, draw)
		f.loosen(from)
	}
}

// loosen lets a step that fills much of a page be torn behind its commands, and
// in a table even one that fills a quarter, for the head is there again.
func (f *flow) loosen(from int) {
	at := func(strips []int, t tie) {
		for _, i := range strips {
			if i > from {
				f.strips[i].tie = t
			}
		}
	}
	part := f.height(from) / f.d.paper.height()
	if part >= 0.25 {
		at(f.rests, loose)
	}
	if part >= 0.4 {
		at(f.pauses, loose/2)
	}
}

func firstText(bs []markup.Block) []markup.Run {
	if len(bs) > 0 {
		if p, ok := bs[0].(*markup.Paragraph); ok {
			return p.Text
		}
	}
	return nil
}

// label draws the number or bullet of a list item; numbers end in one line.
func (f *flow) label(s string, indent float64, number bool, e *elem) func(c *canvas, top float64) {
	x, t := f.x, f.t
	st := t.style(regular, ink)
	if number {
		st.cut = bold
		st.color = f.d.accent
	}
	l := f.d.fonts.wrap([]span{{s, st}}, 1e6)[0]
	if number {
		x += indent - t.size*0.5 - l.w
	} else {
		x += 1.5
	}
	return func(c *canvas, top float64) { c.line(x, top, l, t, e) }
}

// taskBox draws the box of a task inside the steps.
func (f *flow) taskBox(text string, on bool, e *elem) func(c *canvas, top float64) {
	f.boxes++
	x, t := f.x, f.t
	name := fmt.Sprintf("step.%s.%d", f.item, f.boxes)
	return func(c *canvas, top float64) {
		c.checkOf(x, top+(t.lead-t.box())/2, t.box(), name, text, on, e)
	}
}

// alert adds a callout: a bar, the word, the text. The word says what the
// colour says, for those who print in black.
func (f *flow) alert(title string, kind markup.AlertKind, parent *elem, fn func(e *elem)) {
	col, width := f.d.accent, 2.6
	switch kind {
	case markup.Warning, markup.Caution:
		col, width = rgb(0x9a3412), 4
	case markup.Tip:
		col = rgb(0x166534)
	default:
	}
	f.space(f.t.lead * 0.45)
	e := parent.child("Note")
	f.bar(col, width, func() {
		f.together(firm, func() {
			f.para([]span{{title, f.t.style(bold, col)}}, f.t, e)
			f.space(1)
			f.keep(fast)
			fn(e)
		})
	})
	f.space(f.t.lead * 0.45)
}

// bar adds what fn adds with a bar at its left.
func (f *flow) bar(col color, width float64, fn func()) {
	from, x := len(f.strips), f.x
	f.inset(width+7, 4, fn)
	f.under(from, func(c *canvas, top, bottom float64, first, last bool) {
		if first {
			top--
		}
		if last {
			bottom++
		}
		c.block(x, top, width, bottom-top, col)
	})
}
