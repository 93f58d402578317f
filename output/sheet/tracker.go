package sheet

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// tableName is how the formulas of the other sheets call the tracker.
const tableName = "Items"

// tracker writes one row an item.
func (b *book) tracker() {
	const sheet = TrackerSheet
	cols, list := columns(), rows(b.rb)
	b.heading(sheet, "tracker")
	b.head(sheet, cols)
	printed := 0
	for i, c := range cols {
		if c.printed {
			printed = i + 1
		}
	}
	for i, r := range list {
		b.trackerRow(headRow+1+i, cols, r)
	}
	last := headRow + len(list)
	b.page(sheet, sheetPage{cols: printed, rows: last, keep: 2, repeat: true})
	if len(list) == 0 {
		return // Excel has no table without rows
	}
	b.keep(b.f.AddTable(sheet, &excelize.Table{
		Range: span(1, headRow, len(cols), last), Name: tableName, StyleName: "TableStyleLight1", ShowRowStripes: new(false),
	}))
	b.rules(sheet, cols, last)
}

// head writes the table head and sets the columns' widths.
func (b *book) head(sheet string, cols []column) {
	high := 1
	for i, c := range cols {
		b.text(sheet, at(i+1, headRow), c.head)
		name, err := excelize.ColumnNumberToName(i + 1)
		b.keep(err)
		b.keep(b.f.SetColWidth(sheet, name, name, c.width))
		if c.hidden {
			b.keep(b.f.SetColVisible(sheet, name, false))
		}
		// The filter's button takes the room of two letters.
		high = max(high, lines(c.head, c.width-2))
	}
	b.paint(sheet, 1, headRow, len(cols), headRow, b.headLook())
	b.keep(b.f.SetRowHeight(sheet, headRow, 4+lineHigh*float64(high)))
}

func (b *book) trackerRow(n int, cols []column, r row) {
	high := 1
	for i, c := range cols {
		cell, v, l := at(i+1, n), clean(c.value(r)), textLook()
		switch c.kind {
		case whole:
			l = wholeLook()
			m, err := strconv.Atoi(v)
			b.keep(err)
			b.number(TrackerSheet, cell, m)
		case date:
			l = dateLook()
			b.day(TrackerSheet, cell, v)
		case textual:
			if v != "" {
				b.text(TrackerSheet, cell, v)
			}
			if !c.hidden {
				high = max(high, lines(v, c.width))
			}
		}
		b.keep(b.f.SetCellStyle(TrackerSheet, cell, cell, b.style(l)))
	}
	b.keep(b.f.SetRowHeight(TrackerSheet, n, min(4+lineHigh*float64(high), maxHigh)))
}

// rules adds what helps to fill the tracker in: the list of states, a check
// of dates, colours, and no green corner on "1.1" kept as text.
func (b *book) rules(sheet string, cols []column, last int) {
	place := map[string]int{}
	for i, c := range cols {
		place[c.head] = i + 1
	}
	first := headRow + 1
	block := func(head string) string { return span(place[head], first, place[head], last) }

	list := excelize.NewDataValidation(false)
	list.SetSqref(block(ColumnStatus))
	b.keep(list.SetDropList(statuses()))
	list.SetError(excelize.DataValidationErrorStyleStop, "Status", "Choose one of the list.")
	b.keep(b.f.AddDataValidation(sheet, list))

	days := excelize.NewDataValidation(true)
	days.SetSqref(block(ColumnDoneOn))
	b.keep(days.SetRange("36526", "", excelize.DataValidationTypeDate, excelize.DataValidationOperatorGreaterThanOrEqual))
	days.SetError(excelize.DataValidationErrorStyleStop, "Done on", "Enter a date.")
	b.keep(b.f.AddDataValidation(sheet, days))

	key := excelize.NewDataValidation(true)
	key.SetSqref(block("Link"))
	key.SetInput("Link", "The key of the item. Where it is tracked elsewhere, put the address over it.")
	b.keep(b.f.AddDataValidation(sheet, key))

	b.colours(sheet, place, last)
	b.keep(b.f.AddIgnoredErrors(sheet, span(1, first, len(cols), last), excelize.IgnoredErrorsNumberStoredAsText))
}

// colours marks states, and items that are late. Each state is a word as
// well: on paper and for the colour-blind nothing is lost.
func (b *book) colours(sheet string, place map[string]int, last int) {
	first := headRow + 1
	column := func(head string) string {
		name, err := excelize.ColumnNumberToName(place[head])
		b.keep(err)
		return "$" + name + strconv.Itoa(first)
	}
	rule := func(cells, formula, ink, fill string, bold bool) {
		style := &excelize.Style{Font: &excelize.Font{Color: ink, Bold: bold}}
		if fill != "" {
			style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
		}
		id, err := b.f.NewConditionalStyle(style)
		b.keep(err)
		b.keep(b.f.SetConditionalFormat(sheet, cells, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: formula, Format: &id}}))
	}
	state, due := column(ColumnStatus), column("Due")
	stateCells := span(place[ColumnStatus], first, place[ColumnStatus], last)
	for _, s := range []struct{ state, ink, fill string }{
		{StatusDone, "166534", "DCFCE7"},
		{StatusInProgress, "1E40AF", "DBEAFE"},
		{StatusWaiting, "92400E", "FEF3C7"},
		{StatusBlocked, "991B1B", "FEE2E2"},
		{StatusNotNeeded, "4B5563", "E5E7EB"},
	} {
		rule(stateCells, state+`="`+s.state+`"`, s.ink, s.fill, true)
	}
	over := state + `="` + StatusDone + `",` + state + `="` + StatusNotNeeded + `"`
	rule(span(place["Planned"], first, place["Due"], last), "AND("+due+`<>"",`+due+"<TODAY(),NOT(OR("+over+")))", "991B1B", "FEE2E2", true)
	rule(span(1, first, place["Due"], last), "OR("+over+")", "6B7280", "", false)
}
