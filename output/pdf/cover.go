package pdf

import (
	"fmt"
	"strings"

	"runbook/generator"
)

// cover adds the first page: what this is, for whom, from which inputs it was
// made, who releases it, and how it is used.
func (d *document) cover() {
	// A page is what it has: the rows to be signed give way first.
	var sec *section
	for _, high := range []float64{11 * mm, 9.2 * mm, 8 * mm} {
		sec = d.coverWith(high)
		if len(paginate(sec.strips, d.paper.height())) == 1 {
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
		f.note(rb.Organization, text{13, 16}, soft, e)
		f.space(3)
		f.together(fast, func() {
			f.lines(d.fonts.balance([]span{{rb.Title, h0.style(bold, d.accent)}}, f.w), h0, e.child("H1"))
		})
		f.space(3)
		f.note(rb.Workflow.Title, text{11.5, 15}, soft, e)
		x, w, col := f.x, f.w, d.accent
		f.add(13, func(c *canvas, top float64) { c.block(x, top+7, w, 2.6, col) })
		f.space(5)
		f.prose(rb.Summary, text{11, 15}, e)
		for _, b := range rb.Banners {
			f.alert("Important", "caution", e, func(n *elem) { f.markdown(b, n) })
		}
		d.control(f, e)
		f.heading(e, "Release for execution", "")
		f.table(d.signatures("release", rb.Roles, high), e)
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
	rb := d.rb
	f.heading(e, "Document control", "")
	planned := ""
	if rb.Schedule != nil {
		planned = period(rb.Schedule.Start, rb.Schedule.End)
	}
	profile := rb.Profile
	if profile == "" {
		profile = "standard input"
	}
	pairs := [][2]string{
		{"Revision", rb.Document.Revision},
		{"Date", day(rb.Date)},
		{"Change", rb.Document.Change},
		{"Planned", planned},
		{"Replaces", ""},
		{"Prepared by", ""},
		{"Workflow", rb.Workflow.ID + ", version " + rb.Workflow.Version},
		{"Facts checked", day(rb.Workflow.Verified)},
		{"Profile", profile},
		{"Digest", rb.Digest},
	}
	if len(rb.Workflow.Overlays) > 0 {
		pairs = append(pairs, [2]string{"Overlays", strings.Join(rb.Workflow.Overlays, ", ")})
	}
	if rb.Tracking.Repository != "" {
		pairs = append(pairs, [2]string{"Tracked in", rb.Tracking.Repository})
	}
	tb := table{cols: []float64{74, -1, 74, -1}, t: compact, grid: true}
	blank := map[string]string{"Replaces": "control.replaces", "Prepared by": "control.prepared", "Revision": "control.revision", "Change": "control.change"}
	for i := 0; i < len(pairs); i += 2 {
		var r row
		two := [2][2]string{pairs[i]}
		if i+1 < len(pairs) {
			two[1] = pairs[i+1]
		}
		for _, kv := range two {
			st := compact.style(regular, ink)
			if kv[0] == "Digest" {
				st.cut, st.size = code, compact.size*codeScale
			}
			value := cell{spans: []span{{kv[1], st}}}
			if kv[1] == "" && blank[kv[0]] != "" {
				value.draw = fill(blank[kv[0]], kv[0], "")
			}
			r.cells = append(r.cells, cell{spans: []span{{kv[0], compact.style(bold, soft)}}, head: true}, value)
		}
		tb.rows = append(tb.rows, r)
	}
	from := len(f.strips)
	f.together(loose, func() { f.table(tb, e) })
	x, w := f.x, f.w
	f.beside(from, func(c *canvas, y float64) { c.rule(x, y, x+w, y, gray, 0.4) })
}

// signatures makes a table to be signed: a row for everybody who has to agree
// before work begins.
func (d *document) signatures(name string, roles []generator.RoleEntry, high float64) table {
	tb := table{cols: []float64{-1.3, -1.5, -1.6, 72}, head: []string{"Role", "Name", "Signature", "Date"}, t: compact, grid: true}
	for _, r := range roles {
		who := cell{spans: []span{{people(r.People), compact.style(regular, ink)}}}
		if len(r.People) == 0 {
			who.draw = fill(name+"."+r.ID+".name", "Name for "+r.Title, "")
		}
		tb.rows = append(tb.rows, row{min: high, tie: loose, cells: []cell{
			{spans: []span{{r.Title, compact.style(bold, ink)}}, head: true},
			who,
			{draw: fill(name+"."+r.ID+".signature", "Signature for "+r.Title, "")},
			{draw: fill(name+"."+r.ID+".date", "Date for "+r.Title, "")},
		}})
	}
	return tb
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
	f.heading(e, "How to use this document", "")
	lines := []string{
		"Work from top to bottom. A phase starts when its gate is open and ends with its sign-off; a line at the head of each item names what it needs first.",
		"Do the steps, tick what you verified, then fill the strip: box, initials, date, evidence. On the screen every box and line can be filled in.",
		"What you do differently goes into the deviation log at the end. Item numbers are the same in every copy, list and ticket.",
	}
	l := e.child("L")
	for i, s := range lines {
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
