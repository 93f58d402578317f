package pdf

import (
	"fmt"
	"strings"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// cover adds the first page: what this is, for whom, from which inputs it was
// made, who releases it, and how it is used.
func (d *document) cover() {
	// A page is what it has: the rows to be signed give way first.
	var sec *section
	for _, high := range []float64{11 * mm, 9.2 * mm, 8 * mm} {
		sec = d.coverWith(high)
		if len(paginate(sec.strips, d.paper.height(), pageCost)) == 1 {
			break
		}
		d.sections = d.sections[:0]
	}
	if len(d.sections) == 0 {
		d.sections = append(d.sections, sec)
	}
	sec.bare = true
}

// coverWith makes the cover with rows of the given height for signatures.
func (d *document) coverWith(high float64) *section {
	rb := d.rb
	return d.section("Cover", "", func(f *flow, e *elem) {
		if high < 11*mm {
			f.tightHeads = true
		}
		f.letterhead(e)
		f.space(high * 0.55)
		if o := words.Organization(rb); o != "" {
			f.note(o, text{13, 16}, soft, e)
			f.space(3)
		}
		f.together(fast, func() {
			f.lines(d.fonts.balance([]span{{words.Title(rb), h0.style(bold, d.accent)}}, f.w), h0, e.child("H1"))
		})
		if s := words.Subtitle(rb); s != "" {
			f.space(3)
			f.note(s, text{11.5, 15}, soft, e)
		}
		x, w, col := f.x, f.w, d.accent
		f.add(13, func(c *canvas, top float64) { c.block(x, top+7, w, 2.6, col) })
		f.space(5)
		f.prose(rb.Summary, text{11, 15}, e)
		for _, b := range rb.Banners {
			f.alert("Important", "caution", e, func(n *elem) { f.markdown(b, n) })
		}
		d.control(f, e)
		f.heading(e, words.Release, "")
		f.table(d.release(rb.Roles, high), e)
		d.releaseNotes(f, e)
		d.usage(f, e)
	})
}

// letterhead puts logo and classification on one line.
func (f *flow) letterhead(e *elem) {
	d := f.d
	x, w := f.x, f.w
	h := 14.0
	if d.logo != nil {
		h = d.logo.h
	}
	var class *line
	if s := d.rb.Document.Classification; s != "" {
		st := small.style(bold, ink)
		st.badge = true
		class = &d.fonts.wrap([]span{{"\u00a0\u00a0" + strings.ReplaceAll(s, " ", "\u00a0") + "\u00a0\u00a0", st}}, w/2)[0]
	}
	p := e.child("P")
	f.add(h, func(c *canvas, top float64) {
		d.logo.draw(c, x, top, e)
		if class != nil {
			c.line(x+w-class.w, top, *class, small, p)
		}
	})
}

// control adds the document control: every input that shaped the document.
func (d *document) control(f *flow, e *elem) {
	f.heading(e, words.Control, "")
	tb := table{cols: []float64{74, -1, 74, -1}, t: compact, grid: true}
	lines := words.ControlLines(d.rb)
	for i, l := range lines {
		if i%2 == 0 {
			tb.rows = append(tb.rows, row{})
		}
		label := cell{spans: []span{{l.Label, compact.style(bold, soft)}}, head: true}
		value := cell{spans: []span{{l.Value, compact.style(regular, ink)}}}
		if l.Value == "" && l.Field != "" {
			value.draw = fill(l.Field, l.Label, "")
			if l.Hint != "" {
				label.spans = append(label.spans, span{"\n" + l.Hint, tiny.style(regular, soft)})
			}
		}
		if l.URL != "" {
			value.spans[0].style.link = l.URL
		}
		r := &tb.rows[i/2]
		r.cells = append(r.cells, label, value)
	}
	if len(lines)%2 == 1 {
		r := &tb.rows[len(lines)/2]
		r.cells = append(r.cells, cell{}, cell{})
	}
	from := len(f.strips)
	f.together(loose, func() { f.table(tb, e) })
	x, w := f.x, f.w
	f.beside(from, func(c *canvas, y float64) { c.rule(x, y, x+w, y, gray, 0.4) })
}

// release makes the table to be signed before work begins: a row for every
// role. Who holds it may be a team, so whoever signs writes a name beside it.
func (d *document) release(roles []generator.RoleEntry, high float64) table {
	tb := table{cols: []float64{-1.25, -1.2, -1.1, -1.25, 66}, head: words.ReleaseHeads, t: compact, grid: true}
	for _, r := range roles {
		tb.rows = append(tb.rows, row{min: high, tie: loose, cells: []cell{
			{spans: []span{{r.Title, compact.style(bold, ink)}}, head: true},
			{spans: []span{{words.HeldBy(&r), compact.style(regular, ink)}}},
			{draw: fill(form.Release(r.ID, "name"), "Name for "+r.Title, r.Release.Name)},
			{draw: fill(form.Release(r.ID, "signature"), "Signature for "+r.Title, r.Release.Signature)},
			{draw: fill(form.Release(r.ID, "date"), "Date for "+r.Title, r.Release.Date)},
		}})
	}
	return tb
}

// releaseNotes says what to know about the signatures.
func (d *document) releaseNotes(f *flow, e *elem) {
	for _, r := range d.rb.Roles {
		if n := r.Release.Note; n != "" {
			f.remark(r.Title+": "+n, e)
		}
	}
}

// fill returns what puts a text field over a cell.
func fill(name, tip, value string) func(c *canvas, x, y, w, h float64, e *elem) {
	return func(c *canvas, x, y, w, h float64, e *elem) {
		if e != nil {
			c.field(x+1, y+1, w-2, h-2, name, tip, value, e)
		}
	}
}

// usage says how to work with the document, on paper and on the screen.
func (d *document) usage(f *flow, e *elem) {
	f.heading(e, words.Usage, "")
	l := e.child("L")
	for i, s := range words.How {
		f.space(2)
		li := l.child("LI")
		draw := f.label(fmt.Sprintf("%d.", i+1), 18, true, li.child("Lbl"))
		from := len(f.strips)
		f.together(firm, func() {
			f.inset(18, 0, func() {
				f.lines(d.fonts.wrap([]span{{s, body.style(regular, ink)}}, f.w), body, li.child("LBody"))
			})
		})
		f.beside(from, draw)
	}
}
