package docx

import (
	"slices"
	"strconv"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// frontMatter is what is read before the work begins.
func (d *document) frontMatter() {
	from, apart := len(d.body), false
	d.chapters(words.Front, map[string]func(){
		words.Decisions: d.decisions,
		words.Warnings:  d.warnings,
		words.Progress:  d.progress,
		words.Initials: func() {
			// Empty rows are no page of their own: where they have no room behind
			// the others, the roles follow them.
			table, tighter := d.signers(), *d
			tighter.paper.bottom += d.paper.deep() / 20 // Word may need more room than estimated
			before, _ := tighter.measure(d.body[from:], nil)
			with, _ := tighter.measure(append(slices.Clone(d.body[from:]), para("Heading1", text(words.Initials)), table), nil)
			apart = with > before
			if apart {
				d.closeSection(words.RunningHead(d.heads...))
			}
			d.heading1(words.Initials, "part_initials")
			d.add(table)
		},
		words.Roles: func() {
			if !apart {
				d.closeSection(words.RunningHead(d.heads...))
			}
			d.roles()
			d.matrix()
		},
		words.Names: d.names,
	})
	d.closeSection(words.RunningHead(d.heads...))
}

// warnings is what everybody must know first.
func (d *document) warnings() {
	rb := d.rb
	if len(rb.Banners)+len(rb.Warnings) == 0 {
		return
	}
	d.heading1(words.Warnings, "part_first")
	d.banners()
	if len(rb.Warnings) == 0 {
		return
	}
	t := &table{caption: words.Warnings, columns: columnsOf(d.paper.text(), 10, 90), head: 1, rows: []row{headRow("No.", "Warning")}}
	for _, w := range rb.Warnings {
		c := cellOf(para("TableText", d.marked(w.Company, text(generator.Sentence(w.Message)))...))
		if w.Hint != "" {
			c.blocks = append(c.blocks, para("TableText", styled("Soft", "What to do: "+generator.Sentence(w.Hint))))
		}
		t.rows = append(t.rows, row{cells: []cell{cellText(w.ID), c}})
	}
	d.add(t)
}

func (d *document) banners() {
	for _, b := range d.rb.Banners {
		c := cell{bar: "B91C1C", blocks: d.convert(parse(b), place{width: d.paper.text() - 200, style: "Continued"})}
		d.add(&table{look: callout, columns: []int{d.paper.text()}, rows: []row{{cells: []cell{c}}}})
	}
}

// marked is text with the name of the overlay that brings it, if one does.
func (d *document) marked(company string, s ...span) []span {
	if company == "" {
		return s
	}
	return append(s, styled("Soft", " (from "+company+")"))
}

// decisions lists the values that shaped the runbook, to be confirmed.
func (d *document) decisions() {
	d.heading1(words.Decisions, "part_decisions")
	d.add(para("Normal", text(words.DecisionsNote)))
	t := &table{caption: words.Decisions, columns: columnsOf(d.paper.text(), 29, 32, 14, 11, 14), head: 1, rows: []row{headRow(words.DecisionHeads...)}}
	for i, x := range d.rb.Decisions {
		value := []span{text(x.Value)}
		if x.Default {
			value = append(value, styled("Soft", "  (default)"))
		}
		c := cellOf(para("TableText", value...))
		if s := words.Beside(x.Confirmed); s != "" {
			c.blocks = append(c.blocks, para("TableText", styled("Soft", s)))
		}
		label := cellOf(para("TableText", d.marked(x.Company, text(x.Label))...))
		if x.Open {
			t.rows = append(t.rows, row{cells: []cell{label, c, cellText(words.Open), cellText(""), cellText("")}})
			continue
		}
		t.rows = append(t.rows, row{cells: []cell{
			label, c,
			cellOf(para("TableText", tickBoxFor(form.Decision(i+1, "confirmed"), x.Label, x.Confirmed.Yes))),
			cellOf(para("TableText", entryField(form.Decision(i+1, "by"), x.Confirmed.By))),
			cellOf(para("TableText", dateField(form.Decision(i+1, "date"), x.Confirmed.Date))),
		}})
	}
	d.add(t)
}

// progress has a line a phase: where its gate is signed is at its end.
func (d *document) progress() {
	d.heading1(words.Progress, "part_progress")
	t := &table{
		caption: words.Progress, columns: columnsOf(d.paper.text(), 29, 8, 12, 22, 17, 12), head: 1, keep: true,
		rows: []row{headRow("Phase", "Items", "Hands-on", "Planned", "Gate signed by", "Date")},
	}
	for _, p := range d.rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		items := strconv.Itoa(len(p.Items))
		if done := words.DoneText(p.Items); done != "" {
			items += " (" + done + ")"
		}
		name := text(p.Heading())
		name.link = "#" + phasePlace(p)
		t.rows = append(t.rows, row{height: stripHigh, cells: []cell{middle(name), middle(text(items)), middle(text(generator.Minutes(p.Minutes))), middle(text(words.ShortDays(p.Start, p.Due))), middle(text(words.SignedBy(p))), middle(text(p.Signed.Date))}})
	}
	if d.rb.Schedule == nil {
		t.without(3)
	}
	d.add(t)
}

// signers is the table that tells whose the initials are.
func (d *document) signers() *table {
	t := &table{caption: "Initials", columns: columnsOf(d.paper.text(), 14, 32, 30, 24), head: 1, keep: true, rows: []row{headRow(words.InitialsHeads...)}}
	for i := range form.Rows(len(d.rb.Signers)) {
		var s generator.Signer
		if i < len(d.rb.Signers) {
			s = d.rb.Signers[i]
		}
		r := row{height: stripHigh}
		for _, o := range []struct{ field, value string }{{"initials", s.Initials}, {"name", s.Name}, {"role", s.Role}, {"specimen", s.Specimen}} {
			r.cells = append(r.cells, fill(entryField(form.Person(i+1, o.field), o.value)))
		}
		t.rows = append(t.rows, r)
	}
	return t
}

// roles is the ledger: who, how much, when.
func (d *document) roles() {
	d.heading1(words.Roles, "part_roles")
	t := &table{caption: "Roles", columns: columnsOf(d.paper.text(), 36, 30, 7, 11, 16), head: 1, rows: []row{headRow("Role", "Person", "Items", "Hands-on", "Needed from")}}
	for _, r := range d.rb.Roles {
		role := cellOf(para("TableText", d.marked(r.Company, bold(r.Title))...))
		if len(r.Summary) > 0 {
			role.blocks = append(role.blocks, &paragraph{style: "TableText", spans: d.spans(r.Summary)})
		}
		t.rows = append(t.rows, row{cells: []cell{role, d.holders(r), cellText(strconv.Itoa(len(r.Keys))), cellText(generator.Minutes(r.Minutes)), cellText(words.Weekday(firstDay(r)))}})
	}
	if d.rb.Schedule == nil {
		t.columns = columnsOf(d.paper.text(), 42, 39, 8, 11, 0)
		t.without(4)
	}
	d.add(t)
	if s := words.Hours(d.rb); s != "" {
		d.add(para("Small", text(s)))
	}
	d.sittings()
}

// holders names a role's people, with how to reach them.
func (d *document) holders(r generator.RoleEntry) cell {
	c := cell{}
	for _, p := range r.People {
		s := []span{text(p.Name)}
		if p.Email != "" {
			s = append(s, text(", "), span{text: p.Email, link: "mailto:" + p.Email})
		}
		c.blocks = append(c.blocks, para("TableText", s...))
	}
	if r.StandsIn != "" {
		c.blocks = append(c.blocks, para("TableText", styled("Soft", "standing in: nobody is named for this role")))
	}
	return c
}

func firstDay(r generator.RoleEntry) string {
	for _, s := range r.Sittings {
		if s.Planned != "" {
			return s.Planned
		}
	}
	return ""
}

// sittings says what each role can do in one go, and what it waits for.
func (d *document) sittings() {
	d.add(para("Label", text(words.Sittings)))
	t := &table{caption: "Sittings", columns: columnsOf(d.paper.text(), 27, 28, 10, 16, 19), head: 1, rows: []row{headRow("Role", "Items", "Hands-on", "Planned", words.ReadyBefore)}}
	for _, r := range d.rb.Roles {
		for i, s := range r.Sittings {
			role := cellText(r.Title)
			switch {
			case i > 0:
				role = cell{merge: goesOn}
				t.rows[len(t.rows)-1].keep = true
			case len(r.Sittings) > 1:
				role.merge = begins
			}
			ready := make([]span, len(s.Ready))
			for i, a := range s.Ready {
				ready[i] = d.to(a.Need)
			}
			t.rows = append(t.rows, row{cells: []cell{role, cellOf(para("TableText", d.sittingItems(s)...)), cellText(words.HandsOn(s)), cellText(words.Weekday(s.Planned)), cellOf(para("TableText", commas(ready)...))}})
		}
	}
	if d.rb.Schedule == nil {
		t.without(3)
	}
	d.add(t)
}

// sittingItems are the numbers of a sitting's items, on the sheet of a role
// with the titles of those of others, and who else is there.
func (d *document) sittingItems(s generator.Sitting) []span {
	var list []span
	both := slices.Concat(d.items, d.rb.Beside)
	for i := range both {
		it := &both[i]
		switch {
		case !slices.Contains(s.Keys, it.Key):
		case d.rb.Role != "" && s.Beside != "":
			list = append(list, text(it.Number+" "+it.Title))
		default:
			list = append(list, d.to(generator.Need{Key: it.Key, Number: it.Number}))
		}
	}
	if company := words.Companions(s); company != "" {
		list = append(list, text(company))
	}
	return commas(list)
}

// needs links to items by their numbers, as far as they are in the document.
func (d *document) needs(list []generator.Need) []span {
	out := make([]span, len(list))
	for i, n := range list {
		out[i] = d.to(n)
	}
	return commas(out)
}

// commas puts them between the entries of a list.
func commas(list []span) []span {
	var out []span
	for i, s := range list {
		if i > 0 {
			out = append(out, text(", "))
		}
		out = append(out, s)
	}
	return out
}

// matrix shows at a glance who does what.
func (d *document) matrix() {
	const number, role, headHigh = 620, 560, 1700
	roles := d.rb.Roles
	first := d.paper.text() - number - role*len(roles)
	if first < d.paper.text()/3 {
		return // too many roles for a page; the ledger says it all
	}
	t := &table{look: dense, caption: words.Matrix, columns: []int{number, first}, head: 1}
	head := row{height: headHigh, cells: []cell{{fill: wash, blocks: []block{para("Line", bold("No."))}}, {fill: wash, blocks: []block{para("Line", bold("Item"))}}}}
	for _, r := range roles {
		t.columns = append(t.columns, role)
		head.cells = append(head.cells, cell{fill: wash, vertical: true, middle: true, blocks: []block{para("Line", bold(r.Title))}})
	}
	t.rows = append(t.rows, head)
	letters := words.Responsibilities(d.rb)
	for _, it := range d.items {
		r := row{cells: []cell{cellOf(para("Line", d.to(generator.Need{Key: it.Key, Number: it.Number}))), cellOf(para("Line", text(it.Title)))}}
		for _, x := range roles {
			letter := text(letters(it, x.ID))
			letter.bold = letter.text == words.Responsible
			r.cells = append(r.cells, cellOf(&paragraph{style: "Line", spans: []span{letter}, center: true}))
		}
		t.rows = append(t.rows, r)
	}
	legend := &paragraph{style: "Small", keepNext: true}
	for _, l := range words.Letters {
		legend.spans = append(legend.spans, bold(l.Letter), text(" "+l.Note+" "))
	}
	title := &paragraph{style: "Label", spans: []span{text(words.Matrix)}, keepNext: true}
	// On one page, if a page can hold it and the one before is not left all but
	// empty for that.
	high, deep := d.high([]block{title, legend, t}), d.paper.deep()
	switch _, y := d.measure(d.body, nil); {
	case y+high <= deep || len(t.rows) <= 20:
	case high < deep*11/10 && y > deep*2/5:
		title.newPage = true
		t.tight = high > deep*9/10
	case deep-y < high/4: // nor with its head and a few rows alone
		title.newPage = true
	}
	d.add(title, legend, t)
}

// names are the values that people will meet again.
func (d *document) names() {
	if len(d.rb.Names) == 0 {
		return
	}
	d.heading1(words.Names, "part_names")
	t := &table{look: dense, keep: len(d.rb.Names) <= 30, caption: words.Names, columns: columnsOf(d.paper.text(), 23, 53, 24), head: 1, rows: []row{headRow(words.NameHeads...)}}
	for _, n := range d.rb.Names {
		t.rows = append(t.rows, row{cells: []cell{cellOf(para("TableText", d.marked(n.Company, text(n.Label))...)), cellOf(para("TableText", code(n.Value))), cellOf(&paragraph{style: "TableText", spans: d.spans(n.Note)})}})
	}
	d.add(t)
}
