package docx

import (
	"strconv"
	"strings"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/markup"
)

func parse(md generator.Markdown) []markup.Block { return markup.Parse(md) }

func phaseTitle(p generator.Phase) string {
	if p.Number == 0 {
		return p.Title
	}
	return "Phase " + strconv.Itoa(p.Number) + " · " + p.Title
}

func phasePlace(p generator.Phase) string { return "phase_" + strconv.Itoa(p.Number) }

// phase is a stage on pages of its own: goal, gate, items, gate sign-off.
func (d *document) phase(p generator.Phase) {
	d.heading1(phaseTitle(p), phasePlace(p))
	from := ""
	if p.Company != "" {
		from = "from " + p.Company
	}
	d.add(para("Meta", text(joined(" · ", count(len(p.Items), "item", "items"), duration(p.Minutes)+" hands-on", days(p.Start, p.Due), from))))
	d.add(d.markdown(p.Goal)...)
	d.gate(p)
	d.add(d.markdown(p.Note)...)
	for _, it := range p.Items {
		d.entries = append(d.entries, tocEntry{2, it.Number, it.Title, d.places[it.Key]})
		d.item(it)
	}
	d.gateSignOff(p)
	d.closeSection(phaseTitle(p))
}

// gate is what must be true before the phase starts.
func (d *document) gate(p generator.Phase) {
	if len(p.Gate) == 0 {
		return
	}
	c := cell{bar: d.accent, blocks: []block{para("AlertHead", text("Gate: true before this phase starts"))}}
	for i, g := range p.Gate {
		c.blocks = append(c.blocks, d.check(g, form.Condition(p.Number, i+1), p.Signed.Holds(i+1)))
	}
	c.blocks = append(c.blocks, para("TableText", styled("Soft", "Checked by "), entryField(form.Gate(p.Number, "checked_by"), p.Signed.CheckedBy),
		styled("Soft", "  on "), dateField(form.Gate(p.Number, "checked_on"), p.Signed.CheckedOn)))
	d.add(&table{look: callout, columns: []int{d.paper.text()}, rows: []row{{cells: []cell{c}}}})
}

// check is a line with a box to tick.
func (d *document) check(md generator.Markdown, name string, on bool) *paragraph {
	runs := d.spans(md)
	return &paragraph{style: "Check", spans: append([]span{tickBoxFor(name, plainSpans(runs), on), {tab: true}}, runs...)}
}

// gateSignOff closes a phase.
func (d *document) gateSignOff(p generator.Phase) {
	d.add(para("Label", text("Sign-off at the end of "+strings.ToLower(phaseTitle(p)[:1])+phaseTitle(p)[1:])))
	n, s := p.Number, p.Signed
	box := func(field, label string, result generator.Result) block {
		return para("TableText", tickBox(form.Gate(n, field), s.Result == result), text(" "+label))
	}
	t := &table{look: strip, caption: "Sign-off", columns: columnsOf(d.paper.text(), 27, 29, 28, 16), head: 1, keep: true, rows: []row{
		headRow("Result", "Name", "Signature", "Date"),
		{height: signHigh, cells: []cell{
			{middle: true, blocks: []block{box("passed", "passed", generator.ResultPassed), box("open", "with open points", generator.ResultOpenPoints)}},
			fill(entryField(form.Gate(n, "name"), s.Name)), fill(entryField(form.Gate(n, "signature"), s.Signature)), fill(dateField(form.Gate(n, "date"), s.Date)),
		}},
	}}
	points := &table{look: strip, caption: "Open points", columns: columnsOf(d.paper.text(), 27, 73), keep: true, rows: []row{{height: signHigh, cells: []cell{
		middle(bold("Open points"), styled("Soft", " what, who, until when")), fill(entryField(form.Gate(n, "open_points"), s.OpenPoints)),
	}}}}
	t.keepNext = true
	d.add(t, points)
	d.notes(s.Note)
}

// notes say what to know before relying on what was signed.
func (d *document) notes(list ...string) {
	for _, s := range list {
		if s != "" {
			d.add(para("Small", bold(s)))
		}
	}
}
