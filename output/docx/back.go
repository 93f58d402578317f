package docx

import (
	"strconv"

	"runbook/generator"
	"runbook/output/form"
)

// reference is a part that is looked up rather than worked through. Its
// entries are not in the contents, which would grow longer than a page.
func (d *document) reference(r generator.Reference) {
	d.heading1(r.Title, "ref_"+strconv.Itoa(len(d.entries)))
	d.add(d.markdown(r.Intro)...)
	if r.Company != "" {
		d.add(para("Meta", text("company's own part, from "+r.Company)))
	}
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
			t.rows = append(t.rows, row{cells: []cell{words(o.Title), cellOf(para("TableText", leftOut(o)...))}})
		}
		d.add(t)
	}
	if len(rb.Terms) > 0 {
		d.heading1("Terms", "part_terms")
		t := &table{caption: "Terms", columns: columnsOf(d.paper.text(), 27, 73), head: 1, rows: []row{headRow("Term", "Meaning")}}
		for _, x := range rb.Terms {
			t.rows = append(t.rows, row{cells: []cell{cellOf(para("TableText", d.marked(x.Company, bold(x.Term))...)), cellOf(&paragraph{style: "TableText", spans: d.spans(x.Text)})}})
		}
		d.add(t)
	}
	d.sourceList()
	d.closeSection("Reference")

	d.deviations()
	d.heading1("Final sign-off", "part_acceptance")
	d.add(para("Normal", text("The items of this document were carried out and verified, except as written in the deviation log.")))
	t := &table{caption: "Final sign-off", columns: columnsOf(d.paper.text(), 30, 28, 26, 16), head: 1, keep: true, rows: []row{headRow("What", "Name", "Signature", "Date")}}
	for _, s := range rb.Closing {
		t.rows = append(t.rows, row{height: signHigh, cells: []cell{
			middle(text(s.Title)), fill(entryField(form.Final(s.ID, "name"), s.Name)),
			fill(entryField(form.Final(s.ID, "signature"), s.Signature)), fill(dateField(form.Final(s.ID, "date"), s.Date)),
		}})
	}
	d.add(t)
	for _, s := range rb.Closing {
		if s.Note != "" {
			d.notes(s.Title + ": " + s.Note)
		}
	}
	d.add(&paragraph{style: "Small", spans: []span{text("End of document")}, center: true})
	d.last = &section{head: "Deviations and sign-off"}
}

func leftOut(o generator.Omission) []span {
	s := []span{text(o.Reason)}
	if o.Company != "" {
		s = append(s, styled("Soft", " (left out by "+o.Company+")"))
	}
	return s
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
func (d *document) deviations() {
	d.heading1("Deviation log", "part_deviations")
	t := &table{caption: "Deviation log", columns: columnsOf(d.paper.text(), 6, 9, 33, 24, 14, 14), head: 1, rows: []row{headRow("No.", "Item", "What was done instead", "Why", "Agreed by", "Date")}}
	for i := range form.Rows(len(d.rb.Deviations)) {
		n := i + 1
		var v generator.Deviation
		if i < len(d.rb.Deviations) {
			v = d.rb.Deviations[i]
		}
		t.rows = append(t.rows, row{height: signHigh, cells: []cell{
			words(strconv.Itoa(n)), fill(entryField(form.Deviation(n, "item"), v.Item)), fill(entryField(form.Deviation(n, "what"), v.What)),
			fill(entryField(form.Deviation(n, "why"), v.Why)), fill(entryField(form.Deviation(n, "agreed_by"), v.AgreedBy)), fill(dateField(form.Deviation(n, "date"), v.Date)),
		}})
	}
	d.add(t)
}
