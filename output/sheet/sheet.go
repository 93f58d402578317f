// Package sheet renders a Runbook for people who follow a rollout in a
// spreadsheet: an Excel workbook with a tracker, its progress, the warnings,
// what is confirmed and signed, the deviations, where the record comes from
// and what was written in the issues, and the tracker's rows alone as CSV. It
// stands between generator.Runbook and the formats "xlsx" and "csv".
//
// It writes the SpreadsheetML itself: the libraries that can do it prepare
// tables of styles and functions at every start of the program, also of
// those that write no workbook. A sheet is laid out in a grid (grid.go) and
// written in one go (gridxml.go).
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

	"runbook/generator"
)

// Names of the sheets, and of the columns that a filled copy is read back by.
// They are part of the file format: output/record reads them back.
const (
	trackerSheet    = "Tracker"
	progressSheet   = "Progress"
	warningsSheet   = "Warnings"
	decisionsSheet  = "Decisions"
	signaturesSheet = "Signatures"
	deviationsSheet = "Deviations"
	initialsSheet   = "Initials"
	recordSheet     = "Record"
	writtenSheet    = "Written in the issues"

	ColumnNumber   = "No."
	ColumnStatus   = "Status"
	ColumnDoneOn   = "Done on"
	ColumnInitials = "Initials"
	ColumnChecks   = "Checks"
	ColumnEvidence = "Evidence"
	ColumnRemarks  = "Remarks"
	ColumnNote     = "Note by runbook"

	ColumnKey         = "Key"
	ColumnConfirmed   = "Confirmed"
	ColumnConfirmedBy = "Confirmed by"
	ColumnConfirmedOn = "Confirmed on"
	ColumnRemark      = "Remark"

	ColumnItem     = "Item"
	ColumnWhat     = "What was done instead"
	ColumnWhy      = "Why"
	ColumnAgreedBy = "Agreed by"
	ColumnDate     = "Date"

	ColumnFullName = "Full name"
	ColumnRole     = "Role"
	ColumnSpecimen = "Specimen"

	ColumnResult     = "Result"
	ColumnOpenPoints = "Open points"
	ColumnName       = "Name"
	ColumnSignature  = "Signature"

	// What may stand under Result and Confirmed.
	Yes = "yes"

	// What the keys of the signatures begin with.
	KeyControl = "control."
	KeyRelease = "release."
	KeyGate    = "gate."
	KeyFinal   = "final."
	KeyChecked = ".checked" // and end with, of who checked the gate
)

// XLSX returns rb as an Excel workbook, to be printed on the paper "a4", also
// for "", or "letter". Items that a record reports as done come out as done. A
// Runbook of one role gives the same sheets, with the role in their titles.
func XLSX(rb *generator.Runbook, paper string) ([]byte, error) {
	size, ok := map[string]int{"": 9, "a4": 9, "letter": 1}[paper] // as Excel numbers them
	if !ok {
		return nil, fmt.Errorf("unknown paper %q: there is a4 and letter", paper)
	}
	b := &book{rb: rb, strings: map[string]int{}, styles: newStyles(), accent: accent(rb.Document.Accent), paper: size}
	b.tracker()
	b.progress()
	b.warnings()
	b.decisions()
	b.signatures()
	b.deviations()
	b.signers()
	b.record()
	b.written()
	data, err := b.bytes()
	if err != nil {
		return nil, fmt.Errorf("pack workbook: %w", err)
	}
	return data, nil
}

// book is a workbook under construction.
type book struct {
	rb      *generator.Runbook
	sheets  []*grid
	strings map[string]int // the place of each in texts
	texts   []string       // every text of a cell once
	uses    int            // of the texts
	styles  *styles
	accent  string // "RRGGBB"
	paper   int    // as Excel numbers it
}
