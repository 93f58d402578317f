// Package sheet renders a Runbook for people who follow a rollout in a
// spreadsheet: an Excel workbook with a tracker, its progress, the decisions
// and a log of deviations, and the tracker's rows alone as CSV. It stands
// between generator.Runbook and the formats "xlsx" and "csv".
//
// It leaves the step texts out: a cell is no place to work from, and the
// other formats have them. It opens nothing and asks no clock; the same
// Runbook gives the same bytes.
//
// Text from a profile is never a formula here. In the workbook it is stored
// as text in cells formatted as text, so that it stays text even when
// somebody edits the cell; in CSV, which has no types, see CSV.
package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"runbook/generator"
)

// Names of the sheets and of the custom document properties that tell which
// runbook a filled copy was made from. They are part of the file format:
// output/record reads them back.
const (
	TrackerSheet    = "Tracker"
	ProgressSheet   = "Progress"
	DecisionsSheet  = "Decisions"
	DeviationsSheet = "Deviations"

	PropertyWorkflow = "runbook.workflow"
	PropertyID       = "runbook.id"
	PropertyDigest   = "runbook.digest"
)

// XLSX returns rb as an Excel workbook, to be printed on A4. Items that a
// record reports as done come out as done. A Runbook of one role gives the
// same sheets, with the role in their titles.
func XLSX(rb *generator.Runbook) ([]byte, error) { return XLSXOn(rb, "a4") }

// XLSXOn is XLSX for the paper "a4", also for "", or "letter".
func XLSXOn(rb *generator.Runbook, paper string) ([]byte, error) {
	size, ok := map[string]int{"": 9, "a4": 9, "letter": 1}[paper] // as Excel numbers them
	if !ok {
		return nil, fmt.Errorf("unknown paper %q: there is a4 and letter", paper)
	}
	b := newBook(rb)
	b.paper = size
	defer b.f.Close() // no temporary files are in use; nothing can be lost

	b.tracker()
	b.progress()
	b.decisions()
	b.deviations()
	b.properties()
	if b.err != nil {
		return nil, fmt.Errorf("lay out workbook: %w", b.err)
	}
	return b.bytes()
}

// book is a workbook under construction. Layout code calls many small
// functions that can fail only through a mistake in this package, so the
// first error is kept and looked at once.
type book struct {
	rb     *generator.Runbook
	f      *excelize.File
	styles map[look]int
	accent string // "RRGGBB"
	paper  int    // as Excel numbers it
	err    error
}

func newBook(rb *generator.Runbook) *book {
	b := &book{rb: rb, f: excelize.NewFile(), styles: map[look]int{}, accent: accent(rb.Document.Accent)}
	b.keep(b.f.SetDefaultFont(fontName))
	b.keep(b.f.SetSheetName("Sheet1", TrackerSheet))
	for _, name := range []string{ProgressSheet, DecisionsSheet, DeviationsSheet} {
		_, err := b.f.NewSheet(name)
		b.keep(err)
	}
	return b
}

// keep remembers the first error.
func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// text puts a literal string into a cell.
func (b *book) text(sheet, cell, s string) {
	b.keep(b.f.SetCellStr(sheet, cell, clip(clean(s), excelize.TotalCellChars)))
}

// number puts a number into a cell.
func (b *book) number(sheet, cell string, n int) {
	b.keep(b.f.SetCellInt(sheet, cell, int64(n)))
}

// formula puts a formula with its present result into a cell. The result is
// what a preview or a protected view shows, where nothing is calculated.
func (b *book) formula(sheet, cell, formula string, result float64) {
	b.keep(b.f.SetCellFloat(sheet, cell, result, -1, 64))
	b.keep(b.f.SetCellFormula(sheet, cell, formula))
}

// day puts a date into a cell; anything but YYYY-MM-DD leaves it empty.
func (b *book) day(sheet, cell, date string) {
	if n, ok := serial(date); ok {
		b.number(sheet, cell, n)
	}
}

// at names the cell in a column and row, both counted from 1.
func at(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(err) // the columns and rows of this package are small and positive
	}
	return name
}

// span names the cells from one corner to the other.
func span(col1, row1, col2, row2 int) string { return at(col1, row1) + ":" + at(col2, row2) }
