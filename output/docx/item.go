package docx

import (
	"slices"
	"strconv"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// shortItem is how high an item may be to be kept on one page, in twips:
// about 14 lines with its head and strip. A longer one may break between
// steps.
const (
	shortItem      = 5600
	shortSheetItem = 1500 // on a role sheet, which should have few pages
)

// item is the work instruction of one item and the strip that says it is done.
func (d *document) item(it generator.Item) {
	head := &paragraph{style: "Heading2", spans: []span{text(it.Number), {text: "  "}, text(it.Title)}, bookmark: d.places[it.Key]}
	blocks := []block{head}
	if d.rb.Role == "" {
		blocks = append(blocks, d.meta(it))
	} else { // in the same line: a sheet has few
		head.spans = append(head.spans, text("   "), styled("Soft", plainSpans(d.meta(it).spans)))
	}
	if it.Why != "" {
		blocks = append(blocks, &paragraph{style: "Why", spans: d.spans(it.Why)})
	}
	if together := words.Together(it); together != "" {
		blocks = append(blocks, &paragraph{style: "Normal", spans: d.spans(together)})
	}
	blocks = append(blocks, d.markdown(it.Steps)...)
	// The head holds on to the first step, the checks and the strip to the last.
	tail := len(blocks) - 1
	if len(it.Verify) > 0 {
		if d.rb.Role == "" {
			blocks = append(blocks, para("Label", text("Verify")))
		}
		for i, v := range it.Verify {
			check := d.check(v, form.Check(it.Number, i+1), it.Work.Verifies(i+1))
			if d.rb.Role != "" && i == 0 { // behind the box and its tab
				check.spans = slices.Insert(check.spans, 2, bold("Verify: "))
			}
			blocks = append(blocks, check)
		}
	}
	if it.Evidence != "" && d.rb.Role == "" {
		blocks = append(blocks, &paragraph{style: "Small", spans: append([]span{bold("Record: ")}, d.spans(it.Evidence)...)})
	}
	if s := d.cited(it.Sources, it.Company); len(s) > 0 && d.rb.Role == "" {
		blocks = append(blocks, &paragraph{style: "Small", spans: s})
	}
	if s := words.Remark(it.Work); s != "" {
		blocks = append(blocks, para("Small", bold(s)))
	}
	if d.rb.Role == "" {
		blocks = append(blocks, strips(it, d.paper.text(), stripHigh, nil))
	} else { // what to record is said where it is written
		blocks = append(blocks, strips(it, d.paper.text(), sheetStripHigh, d.spans(it.Evidence)))
	}
	short := shortItem
	if d.rb.Role != "" {
		short = shortSheetItem
	}
	if d.high(blocks) > short {
		hold(blocks[:min(3, tail)])
		hold(blocks[tail : len(blocks)-1])
	} else {
		hold(blocks[:len(blocks)-1])
	}
	d.add(blocks...)
}

// hold keeps blocks on one page with what follows them.
func hold(list []block) {
	for _, b := range list {
		switch b := b.(type) {
		case *paragraph:
			b.keepNext = true
		case *table:
			b.keepNext = true
		}
	}
}

// meta is the line under an item's title: who, how long, after what.
func (d *document) meta(it generator.Item) *paragraph {
	var s []span
	part := func(more ...span) {
		if len(s) > 0 {
			s = append(s, text(" · "))
		}
		s = append(s, more...)
	}
	if d.rb.Role == "" { // a role sheet says it once, at the top
		part(styled("RoleBadge", " "+it.RoleTitle+" "), text("  "+words.People(it.People)))
		if it.StandsIn != "" {
			s = append(s, text(" (standing in)"))
		}
	}
	effort := generator.Minutes(it.Minutes)
	if it.Estimate {
		effort = "about " + effort
	}
	part(text(effort))
	if it.Wait.Text != "" {
		part(text("then wait " + words.Joined(": ", words.Wait(it), it.Wait.Why)))
	}
	if it.Planned != nil {
		part(text(words.Planned(it.Planned.Start, it.Planned.End)))
	}
	if len(it.Needs) > 0 && d.rb.Role == "" { // a sheet says it for the whole sitting
		part(append([]span{text("needs ")}, d.needs(it.Needs)...)...)
	}
	return &paragraph{style: "Meta", spans: s}
}

// cited says where the instruction was read, by number in the list of
// sources, and whether it is the company's own.
func (d *document) cited(list []generator.Source, company string) []span {
	var s []span
	for i, src := range list {
		if i > 0 {
			s = append(s, text("; "))
		}
		title := src.Title + " (" + words.Dated(src) + ")"
		s = append(s, span{text: title, link: src.URL}, text(" ["+strconv.Itoa(d.source(src))+"]"))
	}
	if len(s) > 0 {
		s = append([]span{bold("Source: ")}, s...)
	}
	if company != "" {
		if len(s) > 0 {
			s = append(s, text(" · "))
		}
		s = append(s, text("company's own step, from "+company))
	}
	return s
}

// strips is where an item is reported done; record is what is said beside the
// place for its evidence.
func strips(it generator.Item, width, high int, record []span) block {
	n, work := it.Number, it.Work
	field := func(head string, s span) cell {
		return cell{middle: true, blocks: []block{para("TableText", styled("Soft", head+" "), s)}}
	}
	evidence := []span{styled("Soft", "Evidence ")}
	if len(record) > 0 {
		evidence = []span{styled("Soft", "Record: "+plainSpans(record)+" ")}
	}
	return &table{look: strip, caption: n + " done", columns: columnsOf(width, 11, 15, 19, 20, 35), keep: true, rows: []row{{height: high, cells: []cell{
		middle(tickBox(form.Done(n), it.Done()), bold(" "+words.Status(generator.StatusDone))),
		{middle: true, blocks: []block{
			para("Boxes", minorBox(form.NotNeeded(n), work.Status == generator.StatusNotNeeded), text(" "+words.Status(generator.StatusNotNeeded))),
			para("Boxes", minorBox(form.Blocked(n), work.Status == generator.StatusBlocked), text(" "+words.Status(generator.StatusBlocked))),
		}},
		field("Initials", entryField(form.Initials(n), work.By)),
		field("Date", dateField(form.Date(n), work.Date)),
		{middle: true, blocks: []block{para("TableText", append(evidence, entryField(form.Evidence(n), work.Evidence))...)}},
	}}}}
}
