package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// tableName is how the formulas of the other sheets call the tracker.
const tableName = "Items"

// tracker writes one row an item.
func (b *book) tracker() {
	g := b.sheet(trackerSheet)
	cols, list := columns(), rows(b.rb)
	printed, room := 0, 0.0
	for i, c := range cols {
		if c.printed {
			printed = i + 1
		}
	}
	for _, c := range cols[:printed] {
		room += c.width
	}
	g.heading("tracker", room)
	if n := len(b.rb.Banners) + len(b.rb.Warnings); n > 0 {
		g.text(1, 3, fmt.Sprintf("Before anything else, read the sheet %s (%d).", warningsSheet, n))
		g.paint(1, 1, 3, look{bold: true, text: true})
	}
	g.head(cols)
	for i, r := range list {
		g.trackerRow(headRow+1+i, cols, r)
	}
	last := headRow + len(list)
	g.print = sheetPage{cols: printed, rows: last, keep: 2, repeat: true}
	if len(list) == 0 {
		return // Excel has no table without rows
	}
	for _, c := range cols {
		g.table = append(g.table, c.head)
	}
	g.help(cols, last)
}

// head writes the table head and sets the columns' widths.
func (g *grid) head(cols []column) {
	high := 1
	for i, c := range cols {
		g.text(i+1, headRow, c.head)
		g.column(i+1, c.width, c.hidden)
		// The filter's button takes the room of two letters.
		high = max(high, lines(c.head, c.width-2))
	}
	g.paint(1, len(cols), headRow, g.book.headLook())
	g.height(headRow, 4+lineHigh*float64(high))
}

func (g *grid) trackerRow(n int, cols []column, r row) {
	high := 1
	for i, c := range cols {
		v, l := clean(c.value(r)), textLook()
		switch c.kind {
		case whole, minutes:
			l = wholeLook()
			m, _ := strconv.Atoi(v) // the column made it from a number
			if c.kind == minutes {
				l = timeLook()
				g.time(i+1, n, m)
			} else {
				g.number(i+1, n, m)
			}
		case date:
			g.date(i+1, n, v)
			continue
		case textual:
			if v != "" {
				g.text(i+1, n, v)
			}
			if !c.hidden {
				high = max(high, lines(v, c.width))
			}
		}
		g.paint(i+1, i+1, n, l)
	}
	g.height(n, min(4+lineHigh*float64(high), maxHigh))
}

// help adds what helps to fill the tracker in: the list of states, a check
// of dates, a word on the link, and colours.
func (g *grid) help(cols []column, last int) {
	place := map[string]int{}
	for i, c := range cols {
		place[c.head] = i + 1
	}
	block := func(head string) string { return span(place[head], headRow+1, place[head], last) }
	g.lists = []validation{
		{block(ColumnStatus), `type="list" errorStyle="stop" allowBlank="0" showErrorMessage="1" errorTitle="Status" error="Choose one of the list."`, quoted(statuses())},
		// Day 36526 is the first one of the year 2000.
		{block(ColumnDoneOn), `type="date" errorStyle="stop" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" errorTitle="Done on" error="Enter a date."`, "36526"},
		{block(ColumnChecks), `allowBlank="1" showInputMessage="1" promptTitle="Checks" prompt="The numbers of the checks that hold, as the column Verification counts them: 1, 2"`, ""},
		{block(ColumnKey), `allowBlank="1" showInputMessage="1" promptTitle="Key" prompt="The key of the item. Where it is tracked elsewhere, put the address over it."`, ""},
		{block(ColumnNote), `type="custom" errorStyle="stop" showErrorMessage="1" errorTitle="Note by runbook" error="What stands here is made anew each time. Write into the column Remarks."`, "FALSE"},
	}
	g.mark(place, last)
}

// statuses are the words for the states of an item.
func statuses() []string {
	list := make([]string, len(words.Statuses))
	for i, s := range words.Statuses {
		list[i] = s.Word
	}
	return list
}

func quoted(list []string) string { return `"` + strings.Join(list, ",") + `"` }

// mark colours states, and items that are late. Each state is a word as
// well: on paper and for the colour-blind nothing is lost.
func (g *grid) mark(place map[string]int, last int) {
	first := headRow + 1
	column := func(head string) string { return "$" + at(place[head], first) }
	state, due := column(ColumnStatus), column("Due")
	stateCells := span(place[ColumnStatus], first, place[ColumnStatus], last)
	is := func(s generator.Status) string { return state + `="` + words.Status(s) + `"` }
	for _, s := range []struct {
		status    generator.Status
		ink, fill string
	}{
		{generator.StatusDone, "166534", "DCFCE7"},
		{generator.StatusInProgress, "1E40AF", "DBEAFE"},
		{generator.StatusWaiting, "92400E", "FEF3C7"},
		{generator.StatusBlocked, "991B1B", "FEE2E2"},
		{generator.StatusNotNeeded, "4B5563", "E5E7EB"},
	} {
		g.colours = append(g.colours, colour{stateCells, is(s.status), s.ink, s.fill, true})
	}
	done, notNeeded := is(generator.StatusDone), is(generator.StatusNotNeeded)
	g.colours = append(g.colours,
		colour{span(place["Planned"], first, place["Due"], last), "AND(" + due + `<>"",` + due + "<TODAY(),NOT(OR(" + done + "," + notNeeded + ")))", "991B1B", "FEE2E2", true},
		colour{span(1, first, place["Due"], last), notNeeded, "6B7280", "", false})
}
