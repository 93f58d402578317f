package docx

import (
	"strings"

	"runbook/output/form"
	"runbook/output/ooxml"
	"runbook/output/words"
)

// Heights of places to write by hand in, in twips.
const (
	signHigh  = 624 // 11 mm
	stripHigh = 431 // 7.6 mm

	sheetStripHigh = 363 // 6.4 mm
)

// cover is the first page: what this is, which version of it, and who
// released it.
func (d *document) cover() {
	d.logo()
	// A page is what it has: the rows to be signed give way first.
	from, high := len(d.body), signHigh
	for {
		d.body = d.body[:from]
		d.coverWith(high)
		if d.high(d.body) < d.paper.deep()*95/100 || high <= stripHigh {
			break
		}
		high -= 60
	}
	d.closeSection("")
}

// coverWith makes the cover with rows of the given height for signatures.
func (d *document) coverWith(high int) {
	rb := d.rb
	d.add(
		para("Eyebrow", text(words.Joined(" · ", words.Organization(rb), rb.Document.Classification))),
		para("Title", text(rb.Title)),
		&paragraph{style: "Subtitle", spans: d.spans(rb.Summary)},
		para("Label", text(words.Control)),
		d.control(),
		para("Label", text(words.Release)),
		d.release(high),
	)
	for _, r := range rb.Roles {
		if r.Release.Note != "" {
			d.notes(r.Title + ": " + r.Release.Note)
		}
	}
	d.add(para("Label", text(words.Usage)))
	for i, s := range words.How {
		d.add(&paragraph{style: "ListParagraph", spans: []span{text(s)}, list: bulletList, keepNext: i < len(words.How)-1})
	}
}

func (d *document) logo() {
	rb := d.rb
	if p := logo(rb.Document.Logo, "Logo of "+rb.Organization); p != nil {
		d.add(para("Normal", span{picture: p}))
	}
}

// control is the table of document control, two lines of it in a row. What a
// filled copy is matched by is in controls: programs that drop a document's
// properties keep those.
func (d *document) control() block {
	t := &table{caption: words.Control, columns: columnsOf(d.paper.text(), 15, 35, 15, 35)}
	lines := words.ControlLines(d.rb)
	for i, l := range lines {
		label, value := []block{para("TableText", bold(l.Label))}, []span{{text: l.Value, link: l.URL}}
		switch {
		case l.Value == "" && l.Field != "":
			value = []span{entryField(l.Field, "")}
			if l.Hint != "" {
				label = append(label, para("TableText", styled("Soft", l.Hint)))
			}
		case l.ID != "":
			value = []span{fixedText(l.Label, identity[l.Label], l.ID), text(strings.TrimPrefix(l.Value, l.ID))}
		}
		if i%2 == 0 {
			t.rows = append(t.rows, row{})
		}
		r := &t.rows[i/2]
		r.cells = append(r.cells, cell{fill: wash, blocks: label}, cellOf(para("TableText", value...)))
	}
	if len(lines)%2 == 1 {
		r := &t.rows[len(lines)/2]
		r.cells = append(r.cells, cell{fill: wash}, cell{})
	}
	return t
}

// identity is what a filled copy is matched with its runbook by, by its label
// in the document control.
var identity = map[string]string{"Workflow": ooxml.PropertyWorkflow, "Rollout": ooxml.PropertyID, "Digest": ooxml.PropertyDigest}

// release is a table with a line to sign for each role. Who holds it may be a
// team, so whoever signs writes a name beside it.
func (d *document) release(high int) block {
	t := &table{
		caption: words.Release, columns: columnsOf(d.paper.text(), 22, 22, 20, 22, 14), head: 1, keep: true,
		rows: []row{headRow(words.ReleaseHeads...)},
	}
	for _, r := range d.rb.Roles {
		t.rows = append(t.rows, row{height: high, cells: []cell{
			middle(text(r.Title)), middle(text(words.HeldBy(&r))),
			fill(entryField(form.Release(r.ID, "name"), r.Release.Name)),
			fill(entryField(form.Release(r.ID, "signature"), r.Release.Signature)),
			fill(dateField(form.Release(r.ID, "date"), r.Release.Date)),
		}})
	}
	return t
}

func middle(s ...span) cell { return cell{middle: true, blocks: []block{para("TableText", s...)}} }
