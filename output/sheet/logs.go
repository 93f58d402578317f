package sheet

import "strconv"

// decisions lists the values that shaped the runbook, to be confirmed.
func (b *book) decisions() {
	cols := []logColumn{{"Decision", 32}, {"Value", 48}, {"Set by", 12}, {"Key", 34}, {"Confirmed by", 22}, {"Confirmed on", 12}, {"Remark", 30}}
	var body [][]string
	for _, d := range b.rb.Decisions {
		by := "profile"
		if d.Default {
			by = "default"
		}
		body = append(body, []string{d.Label, d.Value, by, d.Key, "", "", ""})
	}
	b.log(DecisionsSheet, "decisions", cols, 5, body)
}

// deviations is a form: what was done otherwise than the runbook says.
func (b *book) deviations() {
	cols := []logColumn{{"No.", 6}, {"Item", 9}, {"Date", 12}, {"What was done otherwise", 48}, {"Why", 40}, {"Approved by", 20}, {"Initials", 9}}
	body := make([][]string, 20)
	for i := range body {
		body[i] = make([]string, len(cols))
		body[i][0] = strconv.Itoa(i + 1)
	}
	b.log(DeviationsSheet, "deviations", cols, 2, body)
}

type logColumn struct {
	head  string
	width float64
}

// log writes a sheet that is one table of text; the column dateCol, counted
// from 0, is for a date.
func (b *book) log(name, what string, cols []logColumn, dateCol int, body [][]string) {
	g := b.sheet(name)
	g.heading(what)
	table := make([]column, len(cols))
	for i, c := range cols {
		table[i] = column{head: c.head, width: c.width}
	}
	g.head(table)
	n := headRow
	for _, cells := range body {
		n++
		high := 1
		for i, v := range cells {
			if v = clean(v); v != "" {
				g.text(i+1, n, v)
			}
			high = max(high, lines(v, cols[i].width))
		}
		g.paint(1, len(cols), n, textLook())
		g.paint(dateCol+1, dateCol+1, n, dateLook())
		g.height(n, min(8+lineHigh*float64(high), maxHigh))
	}
	g.print = sheetPage{cols: len(cols), rows: n, repeat: true}
}
