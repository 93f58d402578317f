package pdf

import (
	"fmt"
	"time"

	"runbook/generator"
	"runbook/output/markup"
)

// front adds what a change board reads: the decisions, each to be confirmed,
// what is risky about them, and the progress by phase.
func (d *document) front() {
	const title = "Decisions and progress"
	d.section(title, title, func(f *flow, e *elem) {
		f.part(e, "", "", title, "decisions")
		f.note("These values of the profile shaped this runbook. Whoever knows a value best confirms it; a value that changes means a new runbook.", body, soft, e)
		f.space(6)
		f.onePage(d.decisions, e, density{text{9.2, 11.4}, 2.8}, density{text{9, 11}, 2.2}, density{text{9, 11}, 1.5}, density{text{8.6, 10.4}, 1.2})
		d.cautions(f, e)
		d.progress(f, e)
	})
}

// decisions makes the table of decisions.
func (d *document) decisions(t text) table {
	tb := table{cols: []float64{-1.55, -1.5, 52}, head: []string{"Decision", "Value", "Confirmed"}, t: t}
	for i, dec := range d.rb.Decisions {
		spans := []span{{dec.Value, t.style(regular, ink)}}
		if dec.Default {
			spans = append(spans, span{" (default)", t.style(regular, soft)})
		}
		tb.rows = append(tb.rows, row{box: true, cells: []cell{
			{spans: []span{{dec.Label, t.style(bold, ink)}}, head: true},
			{spans: spans},
			{draw: box(fmt.Sprintf("confirmed.%d", i+1), "Confirmed: "+dec.Label, false)},
		}})
	}
	return tb
}

// box returns what puts a box into the middle of a cell.
func box(name, tip string, on bool) func(c *canvas, x, y, w, h float64, e *elem) {
	return func(c *canvas, x, y, w, h float64, e *elem) {
		if e != nil {
			c.check(x+(w-square)/2, y+(h-square)/2, name, tip, on, e)
		}
	}
}

// cautions adds the warnings that the profile trips.
func (d *document) cautions(f *flow, e *elem) {
	if len(d.rb.Warnings) == 0 {
		return
	}
	f.heading(e, "Warnings", "warnings")
	tb := table{cols: []float64{42, -1}, head: []string{"No.", "What to know before you start"}, t: compact}
	for _, w := range d.rb.Warnings {
		spans := []span{{w.Message, compact.style(regular, ink)}}
		if w.Hint != "" {
			spans = append(spans, span{"\n" + w.Hint, compact.style(regular, soft)})
		}
		tb.rows = append(tb.rows, row{cells: []cell{{spans: []span{{w.ID, compact.style(bold, ink)}}, head: true}, {spans: spans}}})
	}
	f.table(tb, e)
}

// progress adds a line a phase, to be kept up by hand or on the screen.
func (d *document) progress(f *flow, e *elem) {
	f.heading(e, "Progress", "progress")
	planned := d.rb.Schedule != nil
	tb := table{cols: []float64{-2, 34, 52, -1.3, 72}, head: []string{"Phase", "Items", "Done", "Gate signed by", "Date"}, t: compact, grid: true}
	if planned {
		tb.cols = []float64{-2, 102, 34, 46, -1.1, 66}
		tb.head = []string{"Phase", "Planned", "Items", "Done", "Gate signed by", "Date"}
	}
	for _, p := range d.rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		done := 0
		for _, it := range p.Items {
			if it.Done != nil {
				done++
			}
		}
		value := ""
		if done > 0 {
			value = fmt.Sprint(done)
		}
		name := fmt.Sprintf("progress.%d.", p.Number)
		to := compact.style(bold, ink)
		to.link = "#" + phaseAnchor(p)
		r := row{min: 8 * mm, tie: loose, cells: []cell{{spans: []span{{fmt.Sprintf("%d  %s", p.Number, p.Title), to}}, head: true}}}
		if planned {
			r.cells = append(r.cells, cell{spans: []span{{shortPeriod(p.Start, p.Due), compact.style(regular, ink)}}})
		}
		r.cells = append(r.cells,
			cell{spans: []span{{fmt.Sprint(len(p.Items)), compact.style(regular, ink)}}, align: markup.Right},
			cell{draw: fill(name+"done", fmt.Sprintf("Items done in phase %d", p.Number), value)},
			cell{draw: fill(name+"by", fmt.Sprintf("Gate of phase %d signed by", p.Number), "")},
			cell{draw: fill(name+"date", fmt.Sprintf("Gate of phase %d signed on", p.Number), "")})
		tb.rows = append(tb.rows, r)
	}
	f.together(loose, func() { f.table(tb, e) })
	if len(d.rb.Chain) > 1 {
		f.space(7)
		f.para(d.chain(), compact, e)
	}
}

// chain names the items that decide how long the whole takes.
func (d *document) chain() []span {
	number := map[string]string{}
	for _, it := range d.rb.Items() {
		number[it.Key] = it.Number
	}
	spans := []span{{"Longest chain: ", compact.style(bold, ink)}}
	for i, key := range d.rb.Chain {
		if i > 0 {
			spans = append(spans, span{" \u2192 ", compact.style(regular, soft)})
		}
		st := compact.style(regular, d.accent)
		st.link = "#" + key
		spans = append(spans, span{number[key], st})
	}
	return append(spans, span{". A day lost on one of these items is a day lost on the whole.", compact.style(regular, soft)})
}

func phaseAnchor(p generator.Phase) string { return fmt.Sprintf("phase-%d", p.Number) }

// shortPeriod is period in as few letters as are clear.
func shortPeriod(from, to string) string {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	switch {
	case errA != nil || errB != nil:
		return joined(" \u2013 ", from, to)
	case a.Equal(b):
		return a.Format("2 Jan 2006")
	case a.Year() != b.Year():
		return a.Format("2 Jan 2006") + " \u2013 " + b.Format("2 Jan 2006")
	case a.Month() != b.Month():
		return a.Format("2 Jan") + " \u2013 " + b.Format("2 Jan 2006")
	}
	return a.Format("2") + "\u2013" + b.Format("2 Jan 2006")
}
