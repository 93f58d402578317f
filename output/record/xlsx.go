package record

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"runbook/output/ooxml"
	"runbook/output/sheet"
	"runbook/output/words"
)

const excelWorkbook = "Excel workbook"

// oldNote is a column of workbooks made before there were remarks. Where the
// program had a record, it wrote there itself.
const oldNote = "Note"

// ReadXLSX reads a filled copy of a runbook's workbook: the rows of its
// tables, in whatever order and whichever columns were moved or added.
func ReadXLSX(data []byte) (Copy, error) {
	o, err := openOffice(excelWorkbook, data)
	if err != nil {
		return Copy{}, err
	}
	name, err := o.main("xl/workbook.xml", "workbook")
	if err != nil {
		return Copy{}, err
	}
	c := newCopy()
	if err := o.identify(&c); err != nil {
		return Copy{}, err
	}
	w, err := openWorkbook(o, name)
	if err != nil {
		return Copy{}, err
	}
	if err := c.workbook(w); err != nil {
		return Copy{}, err
	}
	if err := c.known(excelWorkbook); err != nil {
		return Copy{}, err
	}
	return c, nil
}

// workbook reads the first sheet that has the heads of each table: a sheet
// may have been renamed, but hardly all its heads.
func (c *Copy) workbook(w *workbook) error {
	read := map[string]bool{}
	for _, part := range w.sheets {
		t := tableReader{copy: c, day: w.day, read: read}
		if err := w.rows(part, t.row); err != nil {
			return err
		}
		if t.err != nil {
			return t.err
		}
		if t.kind != nil {
			read[t.kind.name] = true
		}
	}
	if !read["items"] {
		return errors.New("the workbook has no tracker: no sheet has a row with the heads No., Status and Initials")
	}
	return nil
}

// tableKind is one of the tables of a workbook: the heads by which it is
// known, and what a row of it says.
type tableKind struct {
	name  string
	heads []string
	row   func(c *Copy, r tableRow) error
}

var tableKinds = []tableKind{
	{"items", []string{sheet.ColumnNumber, sheet.ColumnStatus, sheet.ColumnInitials}, (*Copy).trackerRow},
	{"decisions", []string{sheet.ColumnKey, sheet.ColumnConfirmed, sheet.ColumnConfirmedBy}, (*Copy).decisionRow},
	{"signatures", []string{sheet.ColumnKey, sheet.ColumnResult, sheet.ColumnSignature}, (*Copy).signatureRow},
	{"deviations", []string{sheet.ColumnItem, sheet.ColumnWhat, sheet.ColumnAgreedBy}, (*Copy).deviationRow},
	{"people", []string{sheet.ColumnInitials, sheet.ColumnFullName, sheet.ColumnSpecimen}, (*Copy).personRow},
}

// tableReader reads a sheet that may be a table, row by row.
type tableReader struct {
	copy    *Copy
	day     func(string) string // what a cell says as a date
	read    map[string]bool     // the tables that other sheets had
	before  []row               // the rows over the heads
	columns map[string]int      // by head, nil until the heads are found
	kind    *tableKind
	n       int   // rows so far
	err     error // what is wrong with what somebody filled in
}

// tableRow is a row under the heads.
type tableRow struct {
	n       int // from 1
	cells   row
	columns map[string]int
	day     func(string) string
}

// at returns the text under a head, and whether there is such a column.
func (r tableRow) at(head string) (string, bool) {
	column, ok := r.columns[head]
	return r.cells.at(column), ok
}

const mostBefore = 30 // rows within which the heads are looked for

// row takes the next row and reports whether it wants another one.
func (t *tableReader) row(cells row) bool {
	if t.columns == nil {
		t.heads(cells)
		if t.columns == nil {
			t.before = append(t.before, cells)
			return len(t.before) < mostBefore
		}
		t.copy.origin(t.before)
		return true
	}
	t.n++
	t.err = t.kind.row(t.copy, tableRow{t.n, cells, t.columns, t.day})
	return t.err == nil
}

// heads finds out in which columns the heads of a table are.
func (t *tableReader) heads(cells row) {
	columns := map[string]int{}
	for _, c := range cells {
		if _, twice := columns[c.text]; !twice {
			columns[c.text] = c.column
		}
	}
	for i, k := range tableKinds {
		if !t.read[k.name] && !slices.ContainsFunc(k.heads, func(h string) bool { return columns[h] == 0 }) {
			t.kind, t.columns = &tableKinds[i], columns
			return
		}
	}
}

// put files the cells of a row under the fields that they are; dates stand
// in a cell as numbers.
func (c *Copy) put(r tableRow, part, key string, cells ...[2]string) error {
	for _, f := range cells {
		s, ok := r.at(f[0])
		if !ok {
			continue
		}
		if partNamed(part).field(f[1]) != nil && partNamed(part).field(f[1]).kind == date {
			s = r.day(s)
		}
		if err := c.text(part, key, f[1], s); err != nil {
			return err
		}
	}
	return nil
}

var (
	anyNumber  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\d+`) })
	numberList = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d{1,3}(?:[\s,;.+&]+\d{1,3})*$`) })
)

func (c *Copy) trackerRow(r tableRow) error {
	number, _ := r.at(sheet.ColumnNumber)
	if number == "" {
		return nil
	}
	if _, twice := c.Entries["items"][number]; twice {
		return fmt.Errorf("the tracker has two rows with the number %s: which one counts?", number)
	}
	e := c.entry("items", number)
	said, _ := r.at(sheet.ColumnStatus)
	status, ok := words.StatusNamed(said)
	if !ok && said != "" {
		return fmt.Errorf("item %s has the status %q, which the list has not", number, said)
	}
	e["status"] = string(status)
	if list, ok := r.at(sheet.ColumnChecks); ok {
		if list != "" && !numberList().MatchString(list) {
			return fmt.Errorf("item %s has %q under %s: write the numbers of the checks that hold, such as 1, 2", number, list, sheet.ColumnChecks)
		}
		e["verified"] = joinNumbers(numbers(strings.Join(anyNumber().FindAllString(list, -1), " ")))
	}
	remarks := sheet.ColumnRemarks
	if _, ok := r.at(remarks); !ok {
		if note, _ := r.at(oldNote); c.Shown < 0 {
			remarks = oldNote // nobody but people has written there
		} else if note != "" {
			c.Unread = append(c.Unread, number)
		}
	}
	return c.put(r, "items", number, [2]string{sheet.ColumnInitials, "by"}, [2]string{sheet.ColumnDoneOn, "date"}, [2]string{sheet.ColumnEvidence, "evidence"}, [2]string{remarks, "remark"})
}

// decisionRow files a decision by its key: the workbook shows no numbers.
func (c *Copy) decisionRow(r tableRow) error {
	key, _ := r.at(sheet.ColumnKey)
	if key == "" {
		return nil
	}
	said, _ := r.at(sheet.ColumnConfirmed)
	on, err := saysYes(formTitle("decisions", key), said)
	if err != nil {
		return err
	}
	c.yes("decisions", key, "confirmed", on)
	return c.put(r, "decisions", key, [2]string{sheet.ColumnConfirmedBy, "by"}, [2]string{sheet.ColumnConfirmedOn, "date"}, [2]string{sheet.ColumnRemark, "remark"})
}

// saysYes reads a cell that says yes or nothing.
func saysYes(where, said string) (bool, error) {
	switch {
	case said == "":
		return false, nil
	case strings.EqualFold(said, sheet.Yes), strings.EqualFold(said, "TRUE"), strings.EqualFold(said, "x"):
		return true, nil
	}
	return false, fmt.Errorf("%s has %q where only %q can stand", where, said, sheet.Yes)
}

func (c *Copy) deviationRow(r tableRow) error {
	number, _ := r.at(sheet.ColumnNumber)
	if _, err := strconv.Atoi(number); err != nil {
		number = strconv.Itoa(r.n)
	}
	return c.put(r, "deviations", number, [2]string{sheet.ColumnItem, "item"}, [2]string{sheet.ColumnWhat, "what"}, [2]string{sheet.ColumnWhy, "why"},
		[2]string{sheet.ColumnAgreedBy, "agreed_by"}, [2]string{sheet.ColumnDate, "date"})
}

func (c *Copy) personRow(r tableRow) error {
	return c.put(r, "people", strconv.Itoa(r.n), [2]string{sheet.ColumnInitials, "initials"}, [2]string{sheet.ColumnFullName, "name"},
		[2]string{sheet.ColumnRole, "role"}, [2]string{sheet.ColumnSpecimen, "specimen"})
}

// signatureRow files a row by its key, which says what is signed there.
func (c *Copy) signatureRow(r tableRow) error {
	key, _ := r.at(sheet.ColumnKey)
	result, _ := r.at(sheet.ColumnResult)
	all := [][2]string{{sheet.ColumnName, "name"}, {sheet.ColumnSignature, "signature"}, {sheet.ColumnDate, "date"}}
	kind, rest, _ := strings.Cut(key, ".")
	switch kind + "." {
	case sheet.KeyControl:
		return c.put(r, "document", rest, [2]string{sheet.ColumnName, "value"})
	case sheet.KeyRelease:
		return c.put(r, "release", rest, all...)
	case sheet.KeyFinal:
		return c.put(r, "final", rest, all...)
	case sheet.KeyGate:
	default:
		return nil
	}
	if phase, ok := strings.CutSuffix(rest, sheet.KeyChecked); ok {
		return c.put(r, "gates", phase, [2]string{sheet.ColumnName, "checked_by"}, [2]string{sheet.ColumnDate, "checked_on"})
	}
	if phase, condition := cutLast(rest); phase != "" {
		on, err := saysYes(formTitle("gates", phase), result)
		if err != nil {
			return err
		}
		return c.number("gates", phase, "conditions", condition, on)
	}
	said, ok := words.ResultNamed(result)
	if !ok {
		return fmt.Errorf("%s has the result %q, which the list has not", formTitle("gates", rest), result)
	}
	c.entry("gates", rest)["result"] = string(said)
	return c.put(r, "gates", rest, append(all, [2]string{sheet.ColumnOpenPoints, "open_points"})...)
}

// origin reads what the line under the title says, for a copy whose
// properties got lost, as some programs on the web lose them.
func (c *Copy) origin(rows []row) {
	for _, cells := range rows {
		for _, cell := range cells {
			for part := range strings.SplitSeq(cell.text, " · ") {
				word, value, _ := strings.Cut(strings.TrimSpace(part), " ")
				switch word {
				case "workflow":
					value, _, _ = strings.Cut(value, " ")
					c.identity(ooxml.PropertyWorkflow, value)
				case "rollout":
					c.identity(ooxml.PropertyID, value)
				case "digest":
					c.identity(ooxml.PropertyDigest, value)
				}
			}
		}
	}
}
