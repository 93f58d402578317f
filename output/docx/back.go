package docx

import (
	"strconv"

	"runbook/generator"
)

// reference is a part that is looked up rather than worked through. Its
// entries are not in the contents, which would grow longer than a page.
func (d *document) reference(r generator.Reference) {
	d.heading1(r.Title, "ref_"+strconv.Itoa(len(d.entries)))
	d.add(d.markdown(r.Intro)...)
	for _, e := range r.Entries {
		d.entry(e)
	}
	d.closeSection(r.Title)
}

// entry is one piece of a reference.
func (d *document) entry(e generator.Entry) {
	d.add(&paragraph{style: "Heading3", spans: []span{text(e.Number), {text: "  "}, text(e.Title)}, bookmark: d.places[e.Key]})
	due := ""
	if e.Due != "" {
		due = "due " + e.Due
	}
	if meta := joined(" · ", joined(": ", e.RoleTitle, people(e.People)), due); meta != "" {
		d.add(para("Meta", text(meta)))
	}
	d.add(d.markdown(e.Body)...)
	if s := d.cited(e.Sources, e.Company); len(s) > 0 && d.rb.Role == "" {
		d.add(&paragraph{style: "Small", spans: s})
	}
}

// backMatter is what closes the document.
func (d *document) backMatter() {
	rb := d.rb
	if len(rb.Omissions) > 0 {
		d.heading1("What was left out, and why", "part_omissions")
		t := &table{look: dense, caption: "Left out", columns: columnsOf(d.paper.text(), 42, 58), head: 1, rows: []row{headRow("Step", "Why it does not apply")}}
		for _, o := range rb.Omissions {
			t.rows = append(t.rows, row{cells: []cell{words(o.Title), words(o.Reason)}})
		}
		d.add(t)
	}
	if len(rb.Terms) > 0 {
		d.heading1("Terms", "part_terms")
		t := &table{caption: "Terms", columns: columnsOf(d.paper.text(), 27, 73), head: 1, rows: []row{headRow("Term", "Meaning")}}
		for _, x := range rb.Terms {
			t.rows = append(t.rows, row{cells: []cell{cellOf(para("TableText", bold(x.Term))), cellOf(&paragraph{style: "TableText", spans: d.spans(x.Text)})}})
		}
		d.add(t)
	}
	d.sourceList()
	d.closeSection("Reference")

	d.deviations(10)
	d.heading1("Acceptance", "part_acceptance")
	d.add(para("Normal", text("The items of this document were carried out and verified, except as written in the deviation log.")))
	d.add(d.signatures("Acceptance", "Accepted by", rb.Roles))
	d.add(&paragraph{style: "Small", spans: []span{text("End of document")}, center: true})
	d.last = &section{head: "Deviations and acceptance"}
}

// sourceList gives the address of everything that was cited.
func (d *document) sourceList() {
	if len(d.sources) == 0 {
		return
	}
	d.heading1("Sources", "part_sources")
	t := &table{look: dense, caption: "Sources", columns: columnsOf(d.paper.text(), 5, 35, 60), head: 1, rows: []row{headRow("No.", "Article", "Address")}}
	for i, s := range d.sources {
		title := joined(", ", s.Title, s.Date)
		t.rows = append(t.rows, row{cells: []cell{
			cellOf(para("Line", text(strconv.Itoa(i+1)))), cellOf(para("Line", text(title))), cellOf(para("Line", span{text: s.URL, link: s.URL})),
		}})
	}
	d.add(t)
}

// deviations is a form for what was done otherwise.
func (d *document) deviations(lines int) {
	d.heading1("Deviation log", "part_deviations")
	t := &table{caption: "Deviation log", columns: columnsOf(d.paper.text(), 6, 9, 13, 34, 24, 14), head: 1, rows: []row{headRow("No.", "Item", "Date", "What was done otherwise", "Why", "Approved by")}}
	for i := range lines {
		t.rows = append(t.rows, row{height: signHigh, cells: []cell{words(strconv.Itoa(i + 1)), {}, {}, {}, {}, {}}})
	}
	d.add(t)
}
