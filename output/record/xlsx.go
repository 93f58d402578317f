package record

import (
	"errors"
	"fmt"
	"strings"

	"runbook/output/ooxml"
)

const excelWorkbook = "Excel workbook"

// ReadXLSX reads a filled copy of a runbook's workbook: the rows of its
// tracker, in whatever order and whichever columns were moved or added.
func ReadXLSX(data []byte) (Record, error) {
	r := Record{Items: map[string]Entry{}}
	o, err := openOffice(excelWorkbook, data)
	if err != nil {
		return Record{}, err
	}
	name, err := o.main("xl/workbook.xml", "workbook")
	if err != nil {
		return Record{}, err
	}
	if err := o.identify(&r); err != nil {
		return Record{}, err
	}
	w, err := openWorkbook(o, name)
	if err != nil {
		return Record{}, err
	}
	if err := r.workbook(w); err != nil {
		return Record{}, err
	}
	if err := r.settle(excelWorkbook); err != nil {
		return Record{}, err
	}
	return r, nil
}

// workbook reads the first sheet that has the tracker's heads: the sheet may
// have been renamed, but hardly all its heads.
func (r *Record) workbook(w *workbook) error {
	for _, sheet := range w.sheets {
		t := tracker{record: r, day: w.day}
		if err := w.rows(sheet, t.row); err != nil {
			return err
		}
		if t.err != nil || t.columns != nil {
			return t.err
		}
	}
	return errors.New("the workbook has no tracker: no sheet has a row with the heads No., Status and Initials")
}

// tracker reads a sheet that may be one, row by row.
type tracker struct {
	record  *Record
	day     func(string) string // what a cell says as a date
	before  []row               // the rows over the heads
	columns map[string]int      // by head, nil until the heads are found
	err     error               // what is wrong with what somebody filled in
}

const mostBefore = 30 // rows within which the heads are looked for

// row takes the next row and reports whether it wants another one.
func (t *tracker) row(cells row) bool {
	if t.columns == nil {
		if t.columns = heads(cells); t.columns == nil {
			t.before = append(t.before, cells)
			return len(t.before) < mostBefore
		}
		t.record.origin(t.before)
		return true
	}
	cell := func(head string) string { return cells.at(t.columns[head]) }
	number := cell("No.")
	if number == "" {
		return true
	}
	if _, twice := t.record.Items[number]; twice {
		t.err = fmt.Errorf("the tracker has two rows with the number %s: which one counts?", number)
		return false
	}
	t.record.Items[number] = Entry{
		Done:     strings.EqualFold(cell("Status"), "Done"),
		Initials: cell("Initials"),
		Date:     t.day(cell("Done on")),
		Evidence: cell("Evidence"),
	}
	return true
}

// heads returns in which columns the tracker's heads are, nil if these are
// others. A head that is missing is in column 0, where no cell is.
func heads(cells row) map[string]int {
	columns := map[string]int{}
	for _, c := range cells {
		if _, twice := columns[c.text]; !twice {
			columns[c.text] = c.column
		}
	}
	for _, want := range []string{"No.", "Status", "Initials"} {
		if columns[want] == 0 {
			return nil
		}
	}
	return columns
}

// origin reads what the line under the title says, for a copy whose
// properties got lost, as some programs on the web lose them.
func (r *Record) origin(rows []row) {
	for _, cells := range rows {
		for _, c := range cells {
			for part := range strings.SplitSeq(c.text, " · ") {
				word, value, _ := strings.Cut(strings.TrimSpace(part), " ")
				switch word {
				case "workflow":
					value, _, _ = strings.Cut(value, " ")
					r.identity(ooxml.PropertyWorkflow, value)
				case "rollout":
					r.identity(ooxml.PropertyID, value)
				case "digest":
					r.identity(ooxml.PropertyDigest, value)
				}
			}
		}
	}
}
