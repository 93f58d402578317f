package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Every sheet begins with a title and a line of origin; its table head is in
// headRow, and stays in view and on every printed page.
const headRow = 4

// heading writes the title block of a sheet.
func (b *book) heading(sheet, what string) {
	title := line(b.rb.Title)
	if role := b.role(); role != "" {
		title += " – " + role
	}
	b.text(sheet, "A1", title+" – "+what)
	b.paint(sheet, 1, 1, 1, 1, titleLook())
	b.text(sheet, "A2", b.origin())
	b.paint(sheet, 1, 2, 1, 2, originLook())
	b.keep(b.f.SetRowHeight(sheet, 1, 22))
}

// role is the title of the one role that this workbook is for, or "".
func (b *book) role() string {
	for _, r := range b.rb.Roles {
		if r.ID == b.rb.Role {
			return line(r.Title)
		}
	}
	return line(b.rb.Role)
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
	return line(strings.Join(withoutEmpty(parts), " · "))
}

func withoutEmpty(list []string) []string {
	var out []string
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return out
}

// sheetPage says how a sheet is printed and which part stays in view.
type sheetPage struct {
	cols    int // printed columns
	rows    int // last row
	keep    int // columns that stay in view
	upright bool
	repeat  bool // print the head row on every page
}

// page sets view and print of a sheet.
func (b *book) page(sheet string, p sheetPage) {
	corner := at(p.keep+1, headRow+1)
	b.keep(b.f.SetPanes(sheet, &excelize.Panes{
		Freeze: true, XSplit: p.keep, YSplit: headRow, TopLeftCell: corner, ActivePane: pane(p.keep),
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane(p.keep)}},
	}))
	orientation, paper, wide, high := "landscape", b.paper, 1, 0
	if p.upright {
		orientation = "portrait"
	}
	b.keep(b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: new(true)}))
	b.keep(b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}))
	b.keep(b.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: new(0.5), Right: new(0.5), Top: new(0.75), Bottom: new(0.75), Header: new(0.35), Footer: new(0.35),
	}))
	b.keep(b.f.SetHeaderFooter(sheet, b.runningHeads(sheet)))
	b.name("_xlnm.Print_Area", sheet, fmt.Sprintf("%s!$A$1:%s", sheet, absolute(p.cols, p.rows)))
	if p.repeat {
		b.name("_xlnm.Print_Titles", sheet, fmt.Sprintf("%s!$%d:$%d", sheet, headRow, headRow))
	}
}

// pane is the part of a frozen window that scrolls.
func pane(columns int) string {
	if columns == 0 {
		return "bottomLeft"
	}
	return "bottomRight"
}

func absolute(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row, true)
	if err != nil {
		panic(err) // see at
	}
	return name
}

func (b *book) name(name, scope, ref string) {
	b.keep(b.f.SetDefinedName(&excelize.DefinedName{Name: name, Scope: scope, RefersTo: ref}))
}

// runningHeads are the lines over and under a printed page. Excel takes 255
// characters for each of them, the codes and both sides together.
func (b *book) runningHeads(sheet string) *excelize.HeaderFooterOptions {
	part := func(s string, n int) string {
		// "&" begins a code, so it is doubled, and no pair may be cut.
		s = clip(strings.ReplaceAll(line(s), "&", "&&"), n)
		if odd := len(s) - len(strings.TrimRight(s, "&")); odd%2 == 1 {
			s = s[:len(s)-1]
		}
		return s
	}
	right := b.rb.Document.Classification
	left := withoutEmpty([]string{b.rb.Title, b.role(), sheet})
	foot := withoutEmpty([]string{b.rb.Document.Footer, b.origin()})
	return &excelize.HeaderFooterOptions{
		OddHeader: "&L&8" + spaced(part(strings.Join(left, " · "), 70)) + "&R&8" + spaced(part(right, 40)),
		OddFooter: "&L&8" + spaced(part(strings.Join(foot, " · "), 150)) + "&R&8 Page &P of &N",
	}
}

// spaced keeps a digit at the start of a text from being read as part of the
// font size before it.
func spaced(s string) string { return " " + s }
