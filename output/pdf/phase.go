package pdf

import (
	"fmt"
	"strings"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// phase adds a phase: its gate, its items, the sign-off of its gate.
func (d *document) phase(p generator.Phase) {
	name, running := phaseName(p), p.Heading()
	d.section(running, running, func(f *flow, e *elem) {
		number := ""
		if p.Number > 0 {
			number = fmt.Sprint(p.Number)
		}
		f.part(e, name, number, p.Title, phaseAnchor(p))
		f.prose(p.Goal, text{11, 14.5}, e)
		f.space(3)
		f.note(joined(" \u00b7 ", words.Count(len(p.Items), "item"), generator.Minutes(p.Minutes)+" hands-on", words.Planned(p.Start, p.Due), words.Company(p.Company)), compact, soft, e)
		d.gate(f, e, p)
		if p.Note != "" {
			f.keep(firm) // with the gate: alone at the head of a page it looks torn
			f.alert("Note", "note", e, func(n *elem) { f.markdown(p.Note, n) })
		}
		for _, it := range p.Items {
			f.space(17)
			d.item(f, e, it)
		}
		d.signOff(f, e, p)
	})
}

func phaseName(p generator.Phase) string {
	if p.Number == 0 {
		return ""
	}
	return fmt.Sprintf("Phase %d", p.Number)
}

// gate adds what must be true before the phase starts, in a box.
func (d *document) gate(f *flow, e *elem, p generator.Phase) {
	if len(p.Gate) == 0 {
		return
	}
	f.space(9)
	from := len(f.strips)
	x, w := f.x, f.w
	f.inset(9, 9, func() {
		f.together(fast, func() {
			f.add(5, func(*canvas, float64) {})
			f.para([]span{{words.Gate, body.style(bold, d.accent)}}, body, e)
			f.space(3)
			l := e.child("L")
			for i, g := range p.Gate {
				f.space(3.5)
				f.checkLine(l, form.Condition(p.Number, i+1), d.inline(g, body.style(regular, ink)), p.Signed.Holds(i+1))
			}
			f.space(5)
			d.checkedBy(f, e, p)
			f.add(6, func(*canvas, float64) {})
		})
	})
	f.under(from, func(c *canvas, top, bottom float64, first, last bool) {
		c.rule(x, top, x, bottom, ink, 0.8)
		c.rule(x+w, top, x+w, bottom, ink, 0.8)
		if first {
			c.rule(x, top, x+w, top, ink, 0.8)
		}
		if last {
			c.rule(x, bottom, x+w, bottom, ink, 0.8)
		}
	})
	f.space(9)
}

// checkedBy adds who ticked the conditions, and when.
func (d *document) checkedBy(f *flow, e *elem, p generator.Phase) {
	x, w, q := f.x, f.w, e.child("P")
	f.add(7*mm, func(c *canvas, top float64) {
		at := x
		for _, o := range []struct {
			label, field, value string
			share               float64
		}{{words.CheckedBy, "checked_by", p.Signed.CheckedBy, 0.6}, {"Date", "checked_on", p.Signed.CheckedOn, 0.4}} {
			l, end := d.fonts.wrap([]span{{o.label, tiny.style(bold, soft)}}, 100)[0], at+w*o.share
			c.line(at, top+(7*mm-tiny.lead)/2, l.spaced(), tiny, q)
			c.rule(at+l.w+4, top+6.4*mm, end-8, top+6.4*mm, gray, 0.5)
			c.field(at+l.w+4, top+1, end-12-at-l.w, 6.4*mm-1, form.Gate(p.Number, o.field), fmt.Sprintf("Gate of phase %d: %s", p.Number, strings.ToLower(o.label)), o.value, q)
			at = end
		}
	})
}

// checkLine adds a box with what it stands for.
func (f *flow) checkLine(l *elem, name string, spans []span, on bool) {
	li := l.child("LI")
	lbl := li.child("Lbl")
	x, t := f.x, f.t
	said := plain(spans)
	from := len(f.strips)
	f.together(firm, func() {
		f.inset(t.box()+6, 0, func() {
			f.lines(f.d.fonts.wrap(spans, f.w), t, li.child("LBody"))
		})
	})
	f.beside(from, func(c *canvas, top float64) {
		c.checkOf(x, top+(t.lead-t.box())/2, t.box(), name, said, on, lbl)
	})
}

// signOff adds the sign-off of a phase. It never stands alone on a page.
func (d *document) signOff(f *flow, e *elem, p generator.Phase) {
	f.space(18)
	f.keep(firm)
	f.together(fast, func() {
		f.lines(d.fonts.wrap([]span{{words.PhaseSignOff(p), h3.style(bold, ink)}}, f.w), h3, e.child("H2"))
		f.space(4)
		s := p.Signed
		name := func(field string) string { return form.Gate(p.Number, field) }
		result := func(c *canvas, x, y, w, _ float64, e *elem) {
			st := compact.style(regular, ink)
			for i, o := range words.Passed {
				top := y + 3 + float64(i)*(square+3)
				if e != nil {
					c.check(x+cellX, top, name([]string{"passed", "open"}[i]), fmt.Sprintf("Phase %d %s", p.Number, o.Word), s.Result == o.Result, e)
				}
				c.line(x+cellX+square+5, top+(square-compact.lead)/2, d.fonts.wrap([]span{{o.Word, st}}, w)[0], compact, e)
			}
		}
		f.table(table{
			cols: []float64{104, -1, -1.2, 72}, head: words.SignOffHeads, t: compact, grid: true,
			rows: []row{{min: 11*mm + 2, cells: []cell{
				{draw: result},
				{draw: fill(name("name"), "Name of who signs the gate", s.Name)},
				{draw: fill(name("signature"), "Signature", s.Signature)},
				{draw: fill(name("date"), "Date of the sign-off", s.Date)},
			}}},
		}, e)
		f.table(table{cols: []float64{104, -1}, t: compact, grid: true, rows: []row{{min: 11 * mm, cells: []cell{
			{spans: []span{{words.OpenPoints, compact.style(bold, ink)}, {"\n" + words.OpenPointsNote, tiny.style(regular, soft)}}, head: true},
			{draw: fill(name("open_points"), fmt.Sprintf("Open points of phase %d", p.Number), s.OpenPoints)},
		}}}}, e)
		f.remark(s.Note, e)
	})
}
