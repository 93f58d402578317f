package docx

import (
	"strconv"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/markup"
	"runbook/output/words"
)

func parse(md generator.Markdown) []markup.Block { return markup.Parse(md) }

func phasePlace(p generator.Phase) string { return "phase_" + strconv.Itoa(p.Number) }

// phase is a stage on pages of its own: goal, gate, items, gate sign-off.
func (d *document) phase(p generator.Phase) {
	d.heading1(p.Heading(), phasePlace(p))
	d.add(para("Meta", text(words.Joined(" · ", words.Count(len(p.Items), "item"), generator.Minutes(p.Minutes)+" hands-on", words.Planned(p.Start, p.Due), words.Company(p.Company)))))
	d.add(d.markdown(p.Goal)...)
	d.gate(p)
	d.add(d.markdown(p.Note)...)
	for _, it := range p.Items {
		d.entries = append(d.entries, tocEntry{2, it.Number, it.Title, d.places[it.Key]})
		d.item(it)
	}
	hold(d.body[len(d.body)-1:]) // so the sign-off is on the page of what it is about
	d.gateSignOff(p)
	d.closeSection(p.Heading())
}

// gate is what must be true before the phase starts.
func (d *document) gate(p generator.Phase) {
	if len(p.Gate) == 0 {
		return
	}
	c := cell{bar: d.accent, blocks: []block{para("AlertHead", text(words.Gate))}}
	for i, g := range p.Gate {
		c.blocks = append(c.blocks, d.check(g, form.Condition(p.Number, i+1), p.Signed.Holds(i+1)))
	}
	c.blocks = append(c.blocks, para("TableText", styled("Soft", words.CheckedBy+" "), ruled(entryField(form.Gate(p.Number, "checked_by"), p.Signed.CheckedBy)),
		styled("Soft", "  on "), ruled(dateField(form.Gate(p.Number, "checked_on"), p.Signed.CheckedOn))))
	d.add(&table{look: callout, columns: []int{d.paper.text()}, rows: []row{{cells: []cell{c}}}})
}

// check is a line with a box to tick.
func (d *document) check(md generator.Markdown, name string, on bool) *paragraph {
	runs := d.spans(md)
	return &paragraph{style: "Check", spans: append([]span{tickBoxFor(name, plainSpans(runs), on), {tab: true}}, runs...)}
}

// gateSignOff closes a phase.
func (d *document) gateSignOff(p generator.Phase) {
	d.add(para("Label", text(words.PhaseSignOff(p))))
	n, s := p.Number, p.Signed
	result := cell{middle: true}
	for i, o := range words.Passed {
		box := tickBox(form.Gate(n, []string{"passed", "open"}[i]), s.Result == o.Result)
		result.blocks = append(result.blocks, para("TableText", box, text(" "+o.Word)))
	}
	t := &table{look: strip, caption: "Sign-off", columns: columnsOf(d.paper.text(), 27, 29, 28, 16), head: 1, keep: true, rows: []row{
		headRow(words.SignOffHeads...),
		{height: signHigh, cells: []cell{
			result, fill(entryField(form.Gate(n, "name"), s.Name)), fill(entryField(form.Gate(n, "signature"), s.Signature)), fill(dateField(form.Gate(n, "date"), s.Date)),
		}},
	}}
	points := &table{look: strip, caption: words.OpenPoints, columns: columnsOf(d.paper.text(), 27, 73), keep: true, rows: []row{{height: signHigh, cells: []cell{
		middle(bold(words.OpenPoints), styled("Soft", " "+words.OpenPointsNote)), fill(entryField(form.Gate(n, "open_points"), s.OpenPoints)),
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
