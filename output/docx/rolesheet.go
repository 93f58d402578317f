package docx

import (
	"fmt"
	"regexp"
	"strconv"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// closer are the sizes a role sheet may be set in, the best to read first.
var closer = []closeness{{0.91, 0.6}, {0.87, 0.5}, {0.84, 0.4}, {0.81, 0.3}, {0.78, 0.2}, {0.75, 0.15}, {0.75, 0}}

// fitSheet makes the role sheet: in the largest text in which it is one sheet
// of paper, printed on both sides, else in that which needs no more pages than
// the smallest. What is estimated gets a little more room than it takes.
func (d *document) fitSheet() {
	d.paper = d.paper.sheet()
	pages := func(z closeness) int {
		d.close, d.body, d.ordered, d.last = z, nil, nil, nil
		d.roleSheet()
		estimate := *d
		estimate.paper.bottom += d.paper.deep() * 2 / 100
		pages, _ := estimate.measure(d.body, nil)
		return pages
	}
	most := max(2, pages(closer[len(closer)-1]))
	d.about = true // what the whole is for, where it costs no page
	d.about = pages(closer[len(closer)-1]) <= most
	d.purpose = true // what the role is for, likewise
	d.purpose = pages(closer[len(closer)-1]) <= most
	for _, z := range closer {
		if pages(z) <= most {
			break
		}
	}
	d.pages, _ = d.measure(d.body, nil)
}

// roleSheet is what one role has to do, on as few pages as it takes: no
// cover, no contents, no page for each phase.
func (d *document) roleSheet() {
	rb := d.rb
	d.add(
		para("Eyebrow", text(words.Joined(" · ", words.Organization(rb), rb.Title, rb.Document.Classification))),
		para("SheetTitle", text("Role sheet: "+rb.RoleTitle(rb.Role))),
	)
	if d.about {
		d.add(&paragraph{style: "Normal", spans: d.spans(rb.Summary)})
	}
	for _, r := range rb.Roles {
		d.add(d.holdersLine(r))
		if len(r.Sittings) == 0 { // nothing to do
			d.add(&paragraph{style: "Normal", spans: d.spans(r.Summary)})
			continue
		}
		d.add(d.sheetSittings(r))
	}
	if call := words.Calls(rb); call != "" {
		d.add(&paragraph{style: "Normal", spans: d.spans(call)})
	}
	for i, part := range words.Parts(rb) {
		if i == 0 {
			d.add(para("Label", text(words.WithOthers)))
		}
		d.add(&paragraph{style: "Normal", spans: d.spans(part)})
	}
	for i, p := range rb.Gates {
		if i == 0 {
			d.add(para("Label", text(words.Gates)))
		}
		d.add(&paragraph{style: "Normal", spans: d.spans(words.GateLine(p))})
	}
	d.banners()
	for _, p := range rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		d.add(&paragraph{style: "Heading1", spans: []span{text(p.Heading())}, bookmark: phasePlace(p)})
		for _, it := range p.Items {
			d.item(it)
		}
	}
	for _, r := range rb.References {
		d.add(&paragraph{style: "Heading1", spans: []span{text(r.Title)}, bookmark: "ref_" + strconv.Itoa(len(d.body))})
		for _, e := range r.Entries {
			d.entry(e)
		}
	}
	if len(rb.Items()) > 0 {
		d.add(d.sheetSigner())
	}
	fixed := func(label, value string) span { return fixedText(label, identity[label], value) }
	d.add(para("Small", text("Workflow "), fixed("Workflow", rb.Workflow.ID), text(" "+rb.Workflow.Version+", facts as of "+words.Day(rb.Workflow.Verified)+", rollout "), fixed("Rollout", rb.ID),
		text(", digest "), fixed("Digest", rb.Digest), text(". Item numbers are those of the whole runbook.")))
	d.last = &section{} // the title says it all; a head would cost a line on each page
}

// sheetSigner has a line for whose the initials on the sheet are.
func (d *document) sheetSigner() *table {
	s := words.Signer(d.rb)
	t := &table{caption: words.Initials, columns: columnsOf(d.paper.text(), 9, 12, 11, 36, 11, 21), rows: []row{{height: 340}}}
	for i, o := range []struct{ field, value string }{{"initials", s.Initials}, {"name", s.Name}, {"specimen", s.Specimen}} {
		t.rows[0].cells = append(t.rows[0].cells, cell{fill: wash, middle: true, blocks: []block{para("TableText", bold(words.SheetHeads[i]))}}, fill(entryField(form.Person(1, o.field), o.value)))
	}
	return t
}

// holdersLine names who the sheet is for and, where there is room, what the role
// is for.
func (d *document) holdersLine(r generator.RoleEntry) block {
	p := &paragraph{style: "Normal", spans: []span{bold(words.People(r.People))}}
	if r.StandsIn != "" {
		p.spans = append(p.spans, text(" (nobody is named for this role; the "+r.Stander+" stands in)"))
	}
	if len(r.Sittings) == 0 {
		return p // noughts say no more than the paragraph of the role
	}
	before := " · "
	if d.purpose && r.Summary != "" {
		p.spans, before = append(append(p.spans, text(". ")), d.spans(r.Summary)...), " "
	}
	if work := words.Glance(&r); work != "" {
		p.spans = append(p.spans, text(before+work))
	}
	return p
}

// sheetSittings says when, how long, and what others must have done before.
func (d *document) sheetSittings(r generator.RoleEntry) block {
	t := &table{caption: "Sittings", columns: columnsOf(d.paper.text(), 24, 10, 16, 50), head: 1, rows: []row{headRow("Items", "Hands-on", "When", words.ReadyBefore)}}
	for _, s := range r.Sittings {
		var before []span
		for _, a := range words.AwaitedItems(s) {
			before = append(before, text(a.Join+a.Number+" "+a.Title+a.Who))
		}
		if len(before) == 0 {
			before = []span{text(words.NothingAwaited(s))}
		}
		t.rows = append(t.rows, row{cells: []cell{cellOf(para("TableText", d.sittingItems(s)...)), cellText(words.HandsOn(s)), cellText(words.When(s)), cellOf(para("TableText", before...))}})
	}
	return t
}

// compact sets styles closer: a role sheet should take as few pages as it
// can, and is read by one person at a time. Styles count in half points.
func (z closeness) compact(styles string) string {
	number := regexp.MustCompile(`\d+`)
	scale := func(pattern string, by, least float64) {
		styles = regexp.MustCompile(pattern).ReplaceAllStringFunc(styles, func(s string) string {
			return number.ReplaceAllStringFunc(s, func(n string) string {
				v, err := strconv.ParseFloat(n, 64)
				if err != nil || v <= least {
					return n
				}
				return strconv.Itoa(int(max(least, v*by) + 0.5))
			})
		})
	}
	scale(`w:(?:before|after)="\d+"`, z.room, 0)
	scale(`<w:szC?s? w:val="\d+"/>`, z.text, 2*leastSize)
	scale(`w:line="\d+" w:lineRule="exact"`, z.gaps(), 0)
	return regexp.MustCompile(`w:line="2[345]\d"`).ReplaceAllString(styles, fmt.Sprintf(`w:line="%d"`, closeLine))
}
