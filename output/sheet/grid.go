package sheet

import "strconv"

// grid is one sheet under construction. Columns and rows count from 1.
type grid struct {
	book    *book
	name    string
	columns []gridColumn
	rows    []gridRow
	print   sheetPage
	table   []string // heads of the table that the sheet is, if it is one
	lists   []validation
	colours []colour
}

type gridColumn struct {
	width  float64
	hidden bool
}

type gridRow struct {
	height float64 // in points; 0 for Excel's own
	cells  []cell
}

// cell is as it is written: value is a number, or that of a text in the
// workbook's list of texts.
type cell struct {
	style   int
	value   string
	text    bool
	formula string
}

// validation is what a program checks or says when somebody fills a cell in.
type validation struct{ cells, attributes, formula string }

// colour changes the look of cells for which a formula holds.
type colour struct {
	cells, formula string
	ink, fill      string // "RRGGBB"; no fill leaves the cell's own
	bold           bool
}

// sheet adds a sheet.
func (b *book) sheet(name string) *grid {
	g := &grid{book: b, name: name}
	b.sheets = append(b.sheets, g)
	return g
}

func (g *grid) row(n int) *gridRow {
	for len(g.rows) < n {
		g.rows = append(g.rows, gridRow{})
	}
	return &g.rows[n-1]
}

func (g *grid) cell(col, row int) *cell {
	r := g.row(row)
	for len(r.cells) < col {
		r.cells = append(r.cells, cell{})
	}
	return &r.cells[col-1]
}

// column sets a column's width, and whether it can be seen.
func (g *grid) column(n int, width float64, hidden bool) {
	for len(g.columns) < n {
		g.columns = append(g.columns, gridColumn{})
	}
	g.columns[n-1] = gridColumn{width: width, hidden: hidden}
}

func (g *grid) height(row int, points float64) { g.row(row).height = points }

// text puts a literal string into a cell.
func (g *grid) text(col, row int, s string) {
	const most = 32767 // what Excel takes
	s = clip(clean(s), most)
	b := g.book
	n, ok := b.strings[s]
	if !ok {
		n = len(b.texts)
		b.strings[s], b.texts = n, append(b.texts, s)
	}
	b.uses++
	c := g.cell(col, row)
	c.text, c.value = true, strconv.Itoa(n)
}

// number puts a number into a cell.
func (g *grid) number(col, row, n int) { g.cell(col, row).value = strconv.Itoa(n) }

// time puts minutes into a cell, as the part of a day that a program shows as
// hours and minutes.
func (g *grid) time(col, row, minutes int) { g.cell(col, row).value = days(minutes) }

func days(minutes int) string { return decimal(float64(minutes) / (24 * 60)) }

// formula puts a formula with its present result into a cell. The result is
// what a preview or a protected view shows, where nothing is calculated.
func (g *grid) formula(col, row int, formula string, result float64) {
	c := g.cell(col, row)
	c.formula, c.value = formula, decimal(result)
}

// date puts a date into a cell. What is no YYYY-MM-DD stays the text that
// somebody wrote.
func (g *grid) date(col, row int, date string) {
	look := dateLook()
	if n, ok := serial(date); ok {
		g.number(col, row, n)
	} else if date != "" {
		g.text(col, row, date)
		look = textLook()
	}
	g.paint(col, col, row, look)
}

// paint gives the cells of a row from col1 to col2 one look.
func (g *grid) paint(col1, col2, row int, l look) {
	style := g.book.styles.cell(l)
	for col := col1; col <= col2; col++ {
		g.cell(col, row).style = style
	}
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// at names the cell in a column and row.
func at(col, row int) string { return letters(col) + strconv.Itoa(row) }

// fixed is at for a reference that stays as it is when it is copied.
func fixed(col, row int) string { return "$" + letters(col) + "$" + strconv.Itoa(row) }

// span names the cells from one corner to the other.
func span(col1, row1, col2, row2 int) string { return at(col1, row1) + ":" + at(col2, row2) }

// letters is how a column is called.
func letters(col int) string {
	s := ""
	for ; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}
