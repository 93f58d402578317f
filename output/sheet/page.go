package sheet

import (
	"cmp"
	"math"
	"strings"
	"unicode/utf8"

	"runbook/output/words"
)

// Every sheet begins with a title and a line of origin; its table head is in
// headRow, and stays in view and on every printed page.
const headRow = 4

// heading writes the title block of a sheet whose printed columns are so wide.
func (g *grid) heading(what string, room float64) {
	// What is read first may not be cut off where the sheet ends on paper.
	what = strings.ToUpper(what[:1]) + what[1:]
	title, l := words.Joined(" – ", what, g.book.role(), line(g.book.rb.Title)), titleLook()
	l.size = titleSize(title, room)
	g.text(1, 1, title)
	g.paint(1, 1, 1, l)
	g.text(1, 2, g.book.origin())
	g.paint(1, 1, 2, originLook())
	g.height(1, 22)
}

// titleSize is in how many points a title has room; it is as large as titles
// are, but for what nobody could read.
func titleSize(title string, room float64) float64 {
	const least, cell, bold = 8, 10, 1.1
	full := titleLook().size
	return max(least, min(full, math.Floor(room*cell/(width(title)*bold))))
}

// role is the title of the one role that this workbook is for, or "".
func (b *book) role() string {
	return line(b.rb.RoleTitle(b.rb.Role))
}

// origin says where the workbook comes from, so that two printed copies can
// be told apart. output/record reads it where the properties are lost.
func (b *book) origin() string {
	rb := b.rb
	parts := []string{rb.Organization}
	if rb.Document.Revision != "" {
		parts = append(parts, "revision "+rb.Document.Revision)
	}
	if rb.Document.Change != "" {
		parts = append(parts, "change "+rb.Document.Change)
	}
	parts = append(parts, rb.Date, "workflow "+rb.Workflow.ID+" "+rb.Workflow.Version, "rollout "+rb.ID, "digest "+rb.Digest)
	return line(words.Joined(" · ", parts...))
}

// sheetPage says how a sheet is printed and which part stays in view.
type sheetPage struct {
	cols   int  // printed columns
	rows   int  // last row
	keep   int  // columns that stay in view
	repeat bool // print the head row on every page
}

// fitPages is on how many pages a sheet is to be squeezed, 0 for as many as it
// takes: a last page of a few rows is worse than all rows a little smaller, but
// not than rows that nobody can read.
func (g *grid) fitPages() int {
	const (
		margins  = 36.0 // points left and right, as paper has them
		top      = 54.0 // and above and below
		room     = 5.0  // pixels beside a column's text
		pixel    = 0.75 // of a point
		digit    = 7.0  // pixels of Calibri 11
		ordinary = 15.0 // height of a row that has none of its own
		few      = 0.3  // of a page, for each page before it
		least    = 0.6  // of its size, in which the text of a cell can be read
	)
	paper := map[int][2]float64{1: {792, 612}, 9: {842, 595}}[g.book.paper]
	wide, high := 0.0, 0.0
	for _, c := range g.columns[:min(g.print.cols, len(g.columns))] {
		wide += (c.width*digit + room) * pixel
	}
	for _, r := range g.rows[:min(g.print.rows, len(g.rows))] {
		high += cmp.Or(r.height, ordinary)
	}
	scale := min(1, (paper[0]-2*margins)/wide)
	pages := high * scale / (paper[1] - 2*top)
	if full := math.Floor(pages); pages > full && pages <= full*(1+few) && scale*full/pages >= least {
		return int(full)
	}
	return 0
}

// runningHeads are the lines over and under a printed page. Excel takes 255
// characters for each of them, the codes and both sides together.
func (g *grid) runningHeads() (head, foot string) {
	b := g.book
	part := func(s string, n int) string {
		// "&" begins a code, so it is doubled, and no pair may be cut.
		s = clip(strings.ReplaceAll(line(s), "&", "&&"), n)
		if odd := len(s) - len(strings.TrimRight(s, "&")); odd%2 == 1 {
			s = s[:len(s)-1]
		}
		return s
	}
	const room = 150
	left := words.Joined(" · ", b.rb.Title, b.role(), g.name)
	below := words.Foot(b.rb, func(s string) bool { return utf8.RuneCountInString(s) <= room })
	return "&L&8" + spaced(part(left, room)),
		"&L&8" + spaced(part(below, room)) + "&R&8 Page &P of &N"
}

// spaced keeps a digit at the start of a text from being read as part of the
// font size before it.
func spaced(s string) string { return " " + s }
