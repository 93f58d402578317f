package pdf

import (
	"fmt"
	"strings"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/markup"
	"runbook/output/words"
)

// front adds what a change board reads: the decisions, each to be confirmed,
// what is risky about them, and the progress by phase.
func (d *document) front() {
	d.chapters(words.Front, map[string]chapter{
		words.Decisions: {"decisions", len(d.rb.Decisions) > 0, d.decided},
		words.Warnings:  {"warnings", len(d.rb.Warnings) > 0, d.cautions},
		words.Progress:  {"progress", true, d.progress},
		words.Initials:  {"initials", true, d.signers},
	})
}

func (d *document) decided(f *flow, e *elem) {
	f.note(words.DecisionsNote, body, soft, e)
	f.space(6)
	f.onePage(d.decisions, e, density{text{9.2, 11.4}, 2.8}, density{text{9, 11}, 2.2}, density{text{9, 11}, 1.5}, density{text{8.6, 10.4}, 1.2})
}

// decisions makes the table of decisions.
func (d *document) decisions(t text) table {
	tb := table{cols: []float64{-1.5, -1.4, 50, 46, 58}, head: words.DecisionHeads, t: t}
	for i, dec := range d.rb.Decisions {
		spans := []span{{dec.Value, t.style(regular, ink)}}
		if dec.Default {
			spans = append(spans, span{" (default)", t.style(regular, soft)})
		}
		if s := words.Beside(dec.Confirmed); s != "" {
			spans = append(spans, span{"\n" + s, t.style(italic, ink)})
		}
		n := i + 1
		label := cell{spans: marked(dec.Company, t, span{dec.Label, t.style(bold, ink)}), head: true}
		if dec.Open {
			tb.rows = append(tb.rows, row{box: true, cells: []cell{label, {spans: spans}, {spans: []span{{words.Open, t.style(regular, soft)}}}, {}, {}}})
			continue
		}
		tb.rows = append(tb.rows, row{box: true, cells: []cell{
			label,
			{spans: spans},
			{draw: box(form.Decision(n, "confirmed"), "Confirmed: "+dec.Label, dec.Confirmed.Yes)},
			{draw: fill(form.Decision(n, "by"), "Confirmed by: "+dec.Label, dec.Confirmed.By)},
			{draw: fill(form.Decision(n, "date"), "Confirmed on: "+dec.Label, dec.Confirmed.Date)},
		}})
	}
	return tb
}

// marked is text with the name of the overlay that brings it, if one does.
func marked(company string, t text, spans ...span) []span {
	if company == "" {
		return spans
	}
	return append(spans, span{" (from " + company + ")", t.style(regular, soft)})
}

// box returns what puts a box into the middle of a cell, clear of the lines
// above and below.
func box(name, tip string, on bool) func(c *canvas, x, y, w, h float64, e *elem) {
	return func(c *canvas, x, y, w, h float64, e *elem) {
		if e != nil {
			const side = 3 * mm
			c.checkOf(x+(w-side)/2, y+(h-side)/2, side, name, tip, on, e)
		}
	}
}

// cautions adds the warnings that the profile trips.
func (d *document) cautions(f *flow, e *elem) {
	tb := table{cols: []float64{42, -1}, head: []string{"No.", "What to know before you start"}, t: compact}
	for _, w := range d.rb.Warnings {
		spans := marked(w.Company, compact, span{generator.Sentence(w.Message), compact.style(regular, ink)})
		if w.Hint != "" {
			spans = append(spans, span{"\nWhat to do: " + generator.Sentence(w.Hint), compact.style(regular, soft)})
		}
		tb.rows = append(tb.rows, row{cells: []cell{{spans: []span{{w.ID, compact.style(bold, ink)}}, head: true}, {spans: spans}}})
	}
	f.table(tb, e)
}

// progress adds a line a phase. Where the gates are signed is at the end of
// each phase; here is what a record says about them, and room for a pen.
func (d *document) progress(f *flow, e *elem) {
	planned := d.rb.Schedule != nil
	done := 46.0
	for _, p := range d.rb.AllPhases() {
		if len(words.DoneCell(p.Items)) > len("10 of 12") { // "10 of 12, 2 not needed"
			done = 66
		}
	}
	tb := table{cols: []float64{-2, 34, max(done, 52), -1.3, 72}, head: []string{"Phase", "Items", "Done", "Gate signed by", "Date"}, t: compact, grid: true}
	if planned {
		tb.cols = []float64{-2, 102, 34, done, -1.1, 66}
		tb.head = []string{"Phase", "Planned", "Items", "Done", "Gate signed by", "Date"}
	}
	for _, p := range d.rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		written := func(s string) cell { return cell{spans: []span{{s, compact.style(regular, ink)}}} }
		to := compact.style(bold, ink)
		to.link = "#" + phaseAnchor(p)
		r := row{min: 8 * mm, tie: loose, cells: []cell{{spans: []span{{p.Heading(), to}}, head: true}}}
		if planned {
			r.cells = append(r.cells, cell{spans: []span{{words.ShortDays(p.Start, p.Due), compact.style(regular, ink)}}})
		}
		r.cells = append(r.cells,
			cell{spans: []span{{fmt.Sprint(len(p.Items)), compact.style(regular, ink)}}, align: markup.Right},
			cell{spans: []span{{parted.Replace(words.DoneCell(p.Items)), compact.style(regular, ink)}}, align: markup.Right},
			written(words.SignedBy(p)),
			written(p.Signed.Date))
		tb.rows = append(tb.rows, r)
	}
	f.together(loose, func() { f.table(tb, e) })
	if len(d.rb.Chain) > 1 {
		f.space(7)
		f.para(d.chain(), compact, e)
	}
}

// parted breaks a count of items at its comma only.
var parted = strings.NewReplacer(", ", ", ", " ", "\u00a0")

// signers adds the table that tells whose the initials are.
func (d *document) signers(f *flow, e *elem) {
	tb := table{cols: []float64{62, -1.4, -1.3, -1.2}, head: words.InitialsHeads, t: compact, grid: true}
	for i := range form.Rows(len(d.rb.Signers)) {
		var s generator.Signer
		if i < len(d.rb.Signers) {
			s = d.rb.Signers[i]
		}
		r := row{min: 7.4 * mm}
		for _, o := range []struct{ field, value string }{{"initials", s.Initials}, {"name", s.Name}, {"role", s.Role}, {"specimen", s.Specimen}} {
			r.cells = append(r.cells, cell{draw: fill(form.Person(i+1, o.field), fmt.Sprintf("Line %d: %s", i+1, o.field), o.value)})
		}
		tb.rows = append(tb.rows, r)
	}
	f.table(tb, e)
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
