package docx

import (
	"strconv"
	"strings"

	"runbook/generator"
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
	d.add(para("Meta", text(joined(" · ", count(len(p.Items), "item", "items"), duration(p.Minutes)+" hands-on", days(p.Start, p.Due)))))
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
		n := strconv.Itoa(p.Number) + "." + strconv.Itoa(i+1)
		c.blocks = append(c.blocks, d.check(g, "gate "+n, "gate."+n))
	}
	d.add(&table{look: callout, columns: []int{d.paper.text()}, rows: []row{{cells: []cell{c}}}})
}

// check is a line with a box to tick. Its label begins with what its tag
// says: some programs keep only one of the two.
func (d *document) check(md generator.Markdown, label, tag string) *paragraph {
	runs := d.spans(md)
	return &paragraph{style: "Check", spans: append([]span{tickBox(label+": "+plainSpans(runs), tag, false), {tab: true}}, runs...)}
}

// gateSignOff closes a phase.
func (d *document) gateSignOff(p generator.Phase) {
	d.add(para("Label", text("Sign-off of "+strings.ToLower(phaseTitle(p)[:1])+phaseTitle(p)[1:])))
	n := strconv.Itoa(p.Number)
	box := func(label, tag string) *paragraph {
		return &paragraph{style: "TableText", spans: []span{tickBox(label, "signoff."+n+"."+tag, false), text(" " + label)}}
	}
	t := &table{look: strip, caption: "Sign-off", columns: columnsOf(d.paper.text(), 27, 29, 28, 16), head: 1, keep: true, rows: []row{
		headRow("Result", "Name", "Signature", "Date"),
		{height: signHigh, cells: []cell{{middle: true, blocks: []block{box("Pass", "pass"), box("Pass with open points", "open")}}, {}, {}, {}}},
	}}
	d.add(t)
}
