package docx

import (
	"fmt"

	"runbook/output/form"
)

// Heights of places to write by hand in, in twips.
const (
	signHigh  = 624 // 11 mm
	stripHigh = 431 // 7.6 mm
)

// cover is the first page: what this is, which version of it, and who
// released it.
func (d *document) cover() {
	rb := d.rb
	d.logo()
	d.add(
		para("Eyebrow", text(joined(" · ", rb.Organization, rb.Document.Classification))),
		para("Title", text(rb.Title)),
		&paragraph{style: "Subtitle", spans: d.spans(rb.Summary)},
		para("Label", text("Document control")),
		d.control(),
		para("Label", text("Release for execution")),
		d.release(),
	)
	for _, r := range rb.Roles {
		if r.Release.Note != "" {
			d.notes(r.Title + ": " + r.Release.Note)
		}
	}
	d.add(para("Label", text("How to use this document")))
	for _, s := range []string{
		"Work from top to bottom. Where an item needs another one first, its head says so.",
		"Do each step, tick each check under “Verify”, then fill in the strip at the end of the item, on screen or on paper. What is not needed or blocked has its reason in place of evidence.",
		"Write down in the deviation log whatever was done otherwise. A phase begins when its gate is signed.",
	} {
		d.add(&paragraph{style: "ListParagraph", spans: []span{text(s)}, list: bulletList})
	}
	d.closeSection("")
}

func (d *document) logo() {
	rb := d.rb
	if p := logo(rb.Document.Logo, "Logo of "+rb.Organization); p != nil {
		d.add(para("Normal", span{picture: p}))
	}
}

// control is the table of document control.
func (d *document) control() block {
	rb := d.rb
	t := &table{caption: "Document control", columns: columnsOf(d.paper.text(), 30, 70)}
	put := func(label string, s ...span) {
		t.rows = append(t.rows, row{cells: []cell{{fill: wash, blocks: []block{para("TableText", bold(label))}}, cellOf(para("TableText", s...))}})
	}
	add := func(label, value string) {
		if value != "" {
			put(label, text(value))
		}
	}
	orFill := func(label, value, name string) {
		if value == "" {
			put(label, entryField(form.Control(name), ""))
			return
		}
		put(label, text(value))
	}
	add("Date", rb.Date)
	orFill("Revision", rb.Document.Revision, "revision")
	orFill("Change", rb.Document.Change, "change")
	orFill("Replaces", rb.Document.Replaces, "replaces")
	orFill("Prepared by", rb.Document.PreparedBy, "prepared_by")
	if rb.Schedule != nil {
		add("Planned", days(rb.Schedule.Start, rb.Schedule.End))
	}
	workflow, id, digest := d.identity()
	put("Workflow", text(rb.Workflow.Title+", "), workflow, text(" "+rb.Workflow.Version))
	add("Facts last checked", rb.Workflow.Verified)
	for _, o := range rb.Workflow.Overlays {
		add("Company's own steps", o)
	}
	put("Profile", text(joined(", ", rb.Profile, "digest ")), digest)
	put("Rollout", id)
	if r := rb.Record; r != nil {
		done := 0
		for _, p := range rb.AllPhases() {
			done += p.CountDone()
		}
		add("Record", fmt.Sprintf("%s, %d of %s done, as of %s", r.File, done, count(len(rb.Items()), "item", "items"), r.Digest))
	}
	add("Tracked in", rb.Tracking.Repository)
	return t
}

// identity is what a filled copy is matched with its runbook by.
func (d *document) identity() (workflow, id, digest span) {
	rb := d.rb
	return fixedText("Workflow", PropertyWorkflow, rb.Workflow.ID), fixedText("Rollout", PropertyID, rb.ID), fixedText("Digest", PropertyDigest, rb.Digest)
}

// release is a table with a line to sign for each role. Who holds it may be a
// team, so whoever signs writes a name beside it.
func (d *document) release() block {
	t := &table{
		caption: "Release for execution", columns: columnsOf(d.paper.text(), 22, 22, 20, 22, 14), head: 1, keep: true,
		rows: []row{headRow("Role", "Held by", "Name", "Signature", "Date")},
	}
	for _, r := range d.rb.Roles {
		t.rows = append(t.rows, row{height: signHigh, cells: []cell{
			middle(text(r.Title)), middle(text(people(r.People))),
			fill(entryField(form.Release(r.ID, "name"), r.Release.Name)),
			fill(entryField(form.Release(r.ID, "signature"), r.Release.Signature)),
			fill(dateField(form.Release(r.ID, "date"), r.Release.Date)),
		}})
	}
	return t
}

func middle(s ...span) cell { return cell{middle: true, blocks: []block{para("TableText", s...)}} }
