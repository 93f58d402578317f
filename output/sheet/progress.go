package sheet

import (
	"fmt"
	"slices"

	"runbook/generator"
	"runbook/output/words"
)

// progress counts the tracker by phase and by role, with formulas, so that it
// follows what people enter there.
func (b *book) progress() {
	g := b.sheet(progressSheet)
	room := 0.0
	for _, w := range progressWidths() {
		room += w
	}
	g.heading("progress", room)
	list := rows(b.rb)
	var phases []group
	for _, p := range b.rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		name := phaseName(p)
		phases = append(phases, group{name: name, note: words.Joined(", ", words.SignedBy(p), p.Signed.Date), start: p.Start, due: p.Due, rows: with(list, func(r row) bool { return r.phase == name })})
	}
	var roles []group
	for _, e := range b.rb.Roles {
		title := line(e.Title)
		roles = append(roles, group{name: title, note: marked(people(e.People), e.Company), rows: with(list, func(r row) bool { return line(r.RoleTitle) == title })})
	}

	for i, w := range progressWidths() {
		g.column(i+1, w, false)
	}
	next := g.counts(headRow, "Phase", phases, list)
	next = g.counts(next+2, "Role", roles, list)
	if s := words.HoursOfItems(b.rb); s != "" {
		g.text(1, next+1, s)
		next += 2
	}
	g.print = sheetPage{cols: len(progressWidths()), rows: next - 1, keep: 1}
}

// group is a line of the progress sheet: the rows that have one phase or role.
type group struct {
	name, note, start, due string
	rows                   []row
}

// marked is a text with the name of the overlay that brings what it says.
func marked(text, company string) string {
	if company == "" {
		return text
	}
	return text + " (from " + line(company) + ")"
}

func with(list []row, match func(row) bool) []row {
	return slices.DeleteFunc(slices.Clone(list), func(r row) bool { return !match(r) })
}

func progressWidths() []float64 {
	return []float64{38, 8, 8, 9, 9, 9, 9, 9, 9, 10, 10, 11.5, 24}
}

// counts writes one table with its sum and returns the row after it.
func (g *grid) counts(top int, by string, groups []group, all []row) int {
	last := "Signed by and date"
	if by == "Role" {
		last = "Person"
	}
	heads := append([]string{by, "Items"}, statuses()...)
	heads = append(heads, "Share done", columnEffort, "Left", "Overdue", last)
	high := 1
	for i, h := range heads {
		g.text(i+1, top, h)
		high = max(high, lines(h, progressWidths()[i]))
	}
	head := g.book.headLook()
	g.paint(1, len(heads), top, head)
	head.center = true // over figures, which would run into the next column
	g.paint(2, len(heads)-1, top, head)
	g.height(top, 4+lineHigh*float64(high))

	n := top + 1
	for _, e := range groups {
		g.text(1, n, e.name)
		g.countRow(n, fmt.Sprintf(`%s[%s],"="&$A%d`, tableName, by, n), e.rows, look{border: true})
		g.text(len(heads), n, e.note)
		high := max(lines(e.name, progressWidths()[0]), lines(e.note, progressWidths()[len(heads)-1]), 1)
		g.height(n, 6+lineHigh*float64(high))
		n++
	}
	g.text(1, n, "All")
	g.countRow(n, "", all, look{border: true, bold: true, fill: wash})
	g.height(n, 6+lineHigh)
	return n + 1
}

// countRow writes the numbers of one line; match is the condition that picks
// its rows out of the tracker, "" for all of them.
func (g *grid) countRow(n int, match string, list []row, l look) {
	label, figures, share, times := l, l, l, l
	label.text, label.wrap = true, true
	figures.center, share.center, times.center = true, true, true
	figures.format, share.format, times.format = wholeFormat, shareFormat, timeFormat
	last, shareCol := len(progressWidths()), 3+len(words.Statuses)
	g.paint(1, last, n, label)
	g.paint(2, last-1, n, figures)
	g.paint(shareCol, shareCol, n, share)
	g.paint(shareCol+1, shareCol+2, n, times)
	if len(g.book.rb.Items()) == 0 {
		return // no table to count in
	}
	count := func(more string) string {
		switch {
		case match == "" && more == "":
			return "ROWS(" + tableName + "[" + ColumnNumber + "])"
		case match == "":
			return "COUNTIFS(" + more + ")"
		case more == "":
			return "COUNTIFS(" + match + ")"
		}
		return "COUNTIFS(" + match + "," + more + ")"
	}
	has := func(head, criterion string) string { return tableName + "[" + head + "]," + criterion }
	cell := func(col int) string { return "$" + at(col, n) }

	effort, left := 0, 0
	results := map[generator.Status]int{}
	g.formula(2, n, count(""), float64(len(list)))
	for _, r := range list {
		effort += r.Minutes
		results[r.Work.Status]++
		if !r.Settled() {
			left += r.Minutes
		}
	}
	place := map[generator.Status]string{}
	for i, s := range words.Statuses {
		g.formula(3+i, n, count(has(ColumnStatus, `"`+s.Word+`"`)), float64(results[s.Status]))
		place[s.Status] = cell(3 + i)
	}
	// Items that turned out not to be needed do not count against the share.
	col := shareCol
	part := 0.0
	if needed := len(list) - results[generator.StatusNotNeeded]; needed > 0 {
		part = float64(results[generator.StatusDone]) / float64(needed)
	}
	g.formula(col, n, fmt.Sprintf("IF(%[1]s=%[2]s,0,%[3]s/(%[1]s-%[2]s))", cell(2), place[generator.StatusNotNeeded], place[generator.StatusDone]), part)

	sum := func(more string) string {
		if match != "" {
			more = match + "," + more
		}
		return "SUMIFS(" + tableName + "[" + columnEffort + "]," + more + ")"
	}
	g.formula(col+1, n, sum(has(columnEffort, `">=0"`)), float64(effort)/(24*60))
	open := has(ColumnStatus, `"<>`+words.Status(generator.StatusDone)+`"`) + "," + has(ColumnStatus, `"<>`+words.Status(generator.StatusNotNeeded)+`"`)
	g.formula(col+2, n, sum(open), float64(left)/(24*60))
	g.formula(col+3, n, count(has("Due", `"<"&TODAY()`)+","+open), float64(overdue(list, g.book.rb.Date)))
}

// overdue counts what is late on the given day: the result that stands in
// the file until somebody's Excel calculates it for its own day.
func overdue(list []row, day string) int {
	n := 0
	for _, r := range list {
		if due := due(r.Item); !r.Settled() && due != "" && due < day {
			n++
		}
	}
	return n
}
