package record

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

const excelWorkbook = "Excel workbook"

// ReadXLSX reads a filled copy of a runbook's workbook: the rows of its
// tracker, in whatever order and whichever columns were moved or added.
func ReadXLSX(data []byte) (r Record, err error) {
	o, err := openOffice(excelWorkbook, data)
	if err != nil {
		return Record{}, err
	}
	r.Items = map[string]Entry{}
	if _, err := o.main("xl/workbook.xml", "workbook"); err != nil {
		return Record{}, err
	}
	if err := o.identify(&r); err != nil {
		return Record{}, err
	}
	// The library that knows the rest of the format was not written for
	// files of strangers.
	defer func() {
		if p := recover(); p != nil {
			r, err = Record{}, fmt.Errorf("the %s is damaged: %v", excelWorkbook, p)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: 4 * largestPart, UnzipXMLSizeLimit: 4 * largestPart})
	if err != nil {
		return Record{}, fmt.Errorf("the %s is damaged: %w", excelWorkbook, err)
	}
	defer f.Close()
	if err := r.workbook(f); err != nil {
		return Record{}, err
	}
	if err := r.settle(excelWorkbook); err != nil {
		return Record{}, err
	}
	return r, nil
}

func (r *Record) workbook(f *excelize.File) error {
	props, err := f.GetWorkbookProps()
	if err != nil {
		return fmt.Errorf("the %s is damaged: %w", excelWorkbook, err)
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if props.Date1904 != nil && *props.Date1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	// The sheet may have been renamed, but hardly all its heads.
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			continue // a sheet of charts has no rows
		}
		if head, columns := trackerHead(rows); columns != nil {
			r.origin(rows[:head])
			return r.tracker(rows[head+1:], columns, first)
		}
	}
	return errors.New("the workbook has no tracker: no sheet has a row with the heads No., Status and Initials")
}

// trackerHead finds the row of column heads within the first rows.
func trackerHead(rows [][]string) (head int, columns map[string]int) {
	for i, cells := range rows[:min(len(rows), 30)] {
		columns := map[string]int{}
		for n, c := range cells {
			if _, twice := columns[strings.TrimSpace(c)]; !twice {
				columns[strings.TrimSpace(c)] = n
			}
		}
		all := true
		for _, want := range []string{"No.", "Status", "Initials"} {
			_, ok := columns[want]
			all = all && ok
		}
		if all {
			return i, columns
		}
	}
	return 0, nil
}

// origin reads what the line under the title says, for a copy whose
// properties got lost, as some programs on the web lose them.
func (r *Record) origin(rows [][]string) {
	for _, cells := range rows {
		for _, c := range cells {
			for part := range strings.SplitSeq(c, " · ") {
				word, value, _ := strings.Cut(strings.TrimSpace(part), " ")
				switch word {
				case "workflow":
					value, _, _ = strings.Cut(value, " ")
					r.identity("runbook.workflow", value)
				case "rollout":
					r.identity("runbook.id", value)
				case "digest":
					r.identity("runbook.digest", value)
				}
			}
		}
	}
}

func (r *Record) tracker(rows [][]string, columns map[string]int, first time.Time) error {
	for _, cells := range rows {
		cell := func(head string) string {
			if n, ok := columns[head]; ok && n < len(cells) {
				return strings.TrimSpace(cells[n])
			}
			return ""
		}
		number := cell("No.")
		if number == "" {
			continue
		}
		if _, twice := r.Items[number]; twice {
			return fmt.Errorf("the tracker has two rows with the number %s: which one counts?", number)
		}
		r.Items[number] = Entry{
			Done:     strings.EqualFold(cell("Status"), "Done"),
			Initials: strings.Join(strings.Fields(cell("Initials")), " "),
			Date:     day(cell("Done on"), first),
			Evidence: strings.Join(strings.Fields(cell("Evidence")), " "),
		}
	}
	return nil
}

// day turns the number by which a workbook knows a day into YYYY-MM-DD;
// other text stays as it was typed.
func day(s string, first time.Time) string {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 1 || n > 200000 {
		return s
	}
	return first.AddDate(0, 0, int(n)).Format(time.DateOnly)
}
