package docx

import (
	"strconv"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
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
		due = "due " + words.Weekday(e.Due)
	}
	if meta := words.Joined(" · ", words.Joined(": ", e.RoleTitle, words.Holders(e.People, e.StandsIn)), due); meta != "" {
		d.add(para("Meta", text(meta)))
	}
	d.add(d.markdown(e.Body)...)
	if s := d.cited(e.Sources, e.Company); len(s) > 0 && d.rb.Role == "" {
		if p, ok := d.body[len(d.body)-1].(*paragraph); ok {
			p.keepNext = true // what is cited stays with the text
		}
		d.add(&paragraph{style: "Small", spans: s})
	}
}

// backMatter is what closes the document.
func (d *document) backMatter() {
	d.chapters(words.Back, map[string]func(){
		words.Omissions: d.omissions,
		words.Terms:     d.terms,
		words.Sources:   d.sourceList,
		words.Written:   d.written,
		words.Doubts:    d.doubts,
		words.Deviations: func() {
			d.closeSection(words.RunningHead(d.heads...))
			d.deviations()
		},
		words.SignOff: d.signOff,
	})
	d.add(&paragraph{style: "Small", spans: []span{text("End of document")}, center: true})
	d.last = &section{head: words.RunningHead(d.heads...)}
}

// omissions says which steps are not there, and why.
func (d *document) omissions() {
	if len(d.rb.Omissions) == 0 {
		return
	}
	d.heading1(words.Omissions, "part_omissions")
	d.add(para("Normal", text(words.OmissionsNote)))
	t := &table{look: dense, caption: "Left out", columns: columnsOf(d.paper.text(), 7, 40, 53), head: 1, rows: []row{headRow(append([]string{"Phase"}, words.OmissionHeads...)...)}}
	for _, o := range d.rb.Omissions {
		t.rows = append(t.rows, row{cells: []cell{cellText(words.Missing(o)), cellText(o.Title), cellOf(para("TableText", leftOut(o)...))}})
	}
	d.add(t)
}

func (d *document) terms() {
	if len(d.rb.Terms) == 0 {
		return
	}
	d.heading1(words.Terms, "part_terms")
	t := &table{caption: words.Terms, columns: columnsOf(d.paper.text(), 27, 73), head: 1, rows: []row{headRow("Term", "Meaning")}}
	for _, x := range d.rb.Terms {
		t.rows = append(t.rows, row{cells: []cell{cellOf(para("TableText", d.marked(x.Company, bold(x.Term))...)), cellOf(&paragraph{style: "TableText", spans: d.spans(x.Text)})}})
	}
	d.add(t)
}

// signOff has the signatures that close the work.
func (d *document) signOff() {
	d.heading1(words.SignOff, "part_acceptance")
	d.add(para("Normal", text(words.SignOffNote)))
	t := &table{caption: words.SignOff, columns: columnsOf(d.paper.text(), 30, 28, 26, 16), head: 1, keep: true, rows: []row{headRow(words.FinalHeads...)}}
	for _, s := range d.rb.Closing {
		t.rows = append(t.rows, row{height: signHigh, cells: []cell{
			middle(text(s.Title)), fill(entryField(form.Final(s.ID, "name"), s.Name)),
			fill(entryField(form.Final(s.ID, "signature"), s.Signature)), fill(dateField(form.Final(s.ID, "date"), s.Date)),
		}})
	}
	d.add(t)
	for _, s := range d.rb.Closing {
		if s.Note != "" {
			d.notes(s.Title + ": " + s.Note)
		}
	}
}

func leftOut(o generator.Omission) []span {
	s := []span{text(generator.Sentence(o.Reason))}
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
	d.heading1(words.Sources, "part_sources")
	t := &table{look: dense, caption: words.Sources, columns: columnsOf(d.paper.text(), 5, 35, 60), head: 1, rows: []row{headRow("No.", "Article", "Address")}}
	for i, s := range d.sources {
		title := s.Title + ", " + words.Dated(s)
		t.rows = append(t.rows, row{cells: []cell{
			cellOf(para("Line", text(strconv.Itoa(i+1)))), cellOf(para("Line", text(title))), cellOf(para("Line", span{text: s.URL, link: s.URL})),
		}})
	}
	d.add(t)
}

// written tells what people wrote in the tracker.
func (d *document) written() {
	if len(d.rb.Written) == 0 {
		return
	}
	d.heading1(words.Written, "part_written")
	d.add(para("Normal", text(words.WrittenNote)))
	t := &table{look: dense, caption: words.Written, columns: columnsOf(d.paper.text(), 7, 12, 18, 63), head: 1, rows: []row{headRow(words.WrittenHeads...)}}
	for _, w := range words.Writings(d.rb) {
		t.rows = append(t.rows, row{cells: []cell{cellText(w.Item), cellText(w.Where), cellText(w.Who), cellText(w.What)}})
	}
	d.add(t)
}

// doubts tells an auditor where to look.
func (d *document) doubts() {
	if len(d.rb.Doubts) == 0 {
		return
	}
	d.heading1(words.Doubts, "part_doubts")
	d.add(para("Normal", text(words.DoubtsNote)))
	t := &table{look: dense, caption: words.Doubts, columns: columnsOf(d.paper.text(), 25, 75), head: 1, rows: []row{headRow(words.DoubtHeads...)}}
	for _, x := range d.rb.Doubts {
		t.rows = append(t.rows, row{cells: []cell{cellText(x.About), cellText(x.Note)}})
	}
	d.add(t)
}

// deviations is a form for what was done otherwise.
func (d *document) deviations() {
	d.heading1(words.Deviations, "part_deviations")
	d.add(para("Normal", text(words.DeviationsNote)))
	t := &table{caption: words.Deviations, columns: columnsOf(d.paper.text(), 6, 9, 33, 24, 14, 14), head: 1, rows: []row{headRow(words.DeviationHeads...)}}
	for i := range form.Rows(len(d.rb.Deviations)) {
		n := i + 1
		var v generator.Deviation
		if i < len(d.rb.Deviations) {
			v = d.rb.Deviations[i]
		}
		t.rows = append(t.rows, row{height: signHigh, cells: []cell{
			cellText(strconv.Itoa(n)), fill(entryField(form.Deviation(n, "item"), v.Item)), fill(entryField(form.Deviation(n, "what"), v.What)),
			fill(entryField(form.Deviation(n, "why"), v.Why)), fill(entryField(form.Deviation(n, "agreed_by"), v.AgreedBy)), fill(dateField(form.Deviation(n, "date"), v.Date)),
		}})
	}
	d.add(t)
}
