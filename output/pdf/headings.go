package pdf

import (
	"slices"

	"runbook/generator"

	"runbook/output/words"
)

var (
	h0 = text{26, 30}
	h1 = text{19, 23}
	h2 = text{12.5, 16}
	h3 = text{11.5, 14.5}
)

// part adds the heading of a section with a rule under it. kicker is the
// small line over it, e.g. "Phase 1".
func (f *flow) part(e *elem, kicker, number, title, anchor string) {
	f.mark(anchor)
	f.d.entries = append(f.d.entries, entry{0, number, clean(title), anchor})
	h := e.child("H1")
	if kicker != "" {
		f.lines(f.d.fonts.wrap([]span{{kicker + "\n", body.style(bold, soft)}}, f.w)[:1], body, h)
		f.space(1)
		f.keep(fast)
	}
	f.together(fast, func() {
		f.lines(f.d.fonts.balance([]span{{title, h1.style(bold, f.d.accent)}}, f.w), h1, h)
	})
	x, w, col := f.x, f.w, f.d.accent
	f.keep(fast)
	f.add(6, func(c *canvas, top float64) { c.block(x, top+3, w, 1.7, col) })
	f.keep(fast)
	f.space(8)
}

// chapter is one of those of which package words has the order.
type chapter struct {
	anchor string
	there  bool
	add    func(f *flow, e *elem)
}

// chapters makes a section of those that build has of a list, in its order.
func (d *document) chapters(list []string, build map[string]chapter) {
	list = slices.DeleteFunc(slices.Clone(list), func(name string) bool { return !build[name].there })
	if len(list) == 0 {
		return
	}
	d.section(list[0], words.RunningHead(list...), func(f *flow, e *elem) {
		for i, name := range list {
			c := build[name]
			if i == 0 {
				f.part(e, "", "", name, c.anchor)
			} else {
				f.heading(e, name, c.anchor)
			}
			c.add(f, e)
		}
	})
}

// heading adds a heading inside a section; it is in the outline if anchor is
// not "".
func (f *flow) heading(e *elem, title, anchor string) {
	if f.tightHeads {
		f.space(10)
	} else {
		f.space(16)
	}
	if anchor != "" {
		f.mark(anchor)
		f.d.entries = append(f.d.entries, entry{1, "", clean(title), anchor})
	}
	f.together(fast, func() {
		f.lines(f.d.fonts.wrap([]span{{title, h2.style(bold, f.d.accent)}}, f.w), h2, e.child("H2"))
	})
	f.keep(fast)
	f.space(5)
}

// note adds a paragraph in a size of its own.
func (f *flow) note(s string, t text, col color, e *elem) {
	f.para([]span{{s, t.style(regular, col)}}, t, e)
}

// prose adds Markdown as running text in a size of its own.
func (f *flow) prose(md generator.Markdown, t text, e *elem) {
	own := f.t
	f.t = t
	f.markdown(md, e)
	f.t = own
}
