package sheet

import (
	"cmp"
	"strconv"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// columnEffort is what the progress adds up, shown as 1:30.
const columnEffort = "Hands-on hours"

// kind says what a column holds, which decides how its cells are written.
type kind int

const (
	textual kind = iota
	whole
	minutes
	date
)

// column is one column of the tracker, in the workbook and in CSV alike.
type column struct {
	head    string
	csv     string // its head in CSV, where nothing shows a number as a time; "" for the same
	kind    kind
	width   float64
	printed bool
	hidden  bool // to sort by when the order was lost
	value   func(row) string
}

// row is one item with what its columns need.
type row struct {
	generator.Item
	order int
	phase string
}

// columns returns the tracker's columns in order. Those that do not fit on
// paper stand last, so that the print area is one block.
func columns() []column {
	return []column{
		{head: ColumnNumber, width: 6, printed: true, value: func(r row) string { return r.Number }},
		{head: "Item", width: 36, printed: true, value: func(r row) string { return r.Title }},
		{head: "Phase", width: 19, printed: true, value: func(r row) string { return r.phase }},
		{head: "Role", width: 19, printed: true, value: func(r row) string { return r.RoleTitle }},
		{head: "Person", width: 18, printed: true, value: func(r row) string { return people(r.People) }},
		{head: "Needs", width: 12, printed: true, value: func(r row) string { return numbers(r.Needs) }},
		{head: columnEffort, csv: "Hands-on (min)", kind: minutes, width: 10, printed: true, value: func(r row) string { return strconv.Itoa(r.Minutes) }},
		{head: "Planned", kind: date, width: 10.5, printed: true, value: func(r row) string { return planned(r.Item).Start }},
		{head: "Due", kind: date, width: 10.5, printed: true, value: func(r row) string { return due(r.Item) }},
		{head: ColumnStatus, width: 11, printed: true, value: func(r row) string { return words.Status(r.Work.Status) }},
		{head: ColumnDoneOn, kind: date, width: 10.5, printed: true, value: func(r row) string { return r.Work.Date }},
		{head: ColumnInitials, width: 9, printed: true, value: func(r row) string { return r.Work.By }},
		{head: ColumnChecks, width: 8, printed: true, value: func(r row) string { return list(r.Work.Verified) }},
		{head: ColumnEvidence, width: 30, printed: true, value: func(r row) string { return r.Work.Evidence }},
		{head: ColumnRemarks, width: 40, value: func(r row) string { return r.Work.Remark }},
		// No address is made up here: whoever tracks the item elsewhere puts
		// its address over the key.
		{head: ColumnKey, width: 34, value: func(r row) string { return r.Key }},
		{head: "With", width: 40, value: func(r row) string { return words.Attending(r.Item) }},
		{head: "Record as evidence", width: 55, value: func(r row) string { return plain(r.Evidence) }},
		{head: "Verification", width: 95, value: func(r row) string { return verification(r.Item) }},
		{head: "Waiting time", width: 60, value: func(r row) string { return waiting(r.Wait) }},
		{head: ColumnNote, width: 40, value: func(r row) string { return r.Work.Note }},
		{head: "Company step from", width: 24, value: func(r row) string { return r.Company }},
		{head: "Order", kind: whole, width: 8, hidden: true, value: func(r row) string { return strconv.Itoa(r.order) }},
	}
}

// rows returns every item of rb in order.
func rows(rb *generator.Runbook) []row {
	var out []row
	for _, p := range rb.AllPhases() {
		for _, it := range p.Items {
			out = append(out, row{Item: it, order: len(out) + 1, phase: phaseName(p)})
		}
	}
	return out
}

// phaseName is how a phase is called in a column that is sorted and counted
// by: with its number in front.
func phaseName(p generator.Phase) string {
	return marked(strconv.Itoa(p.Number)+" "+line(p.Title), p.Company)
}

func numbers(needs []generator.Need) string {
	out := make([]string, len(needs))
	for i, n := range needs {
		out[i] = n.Number
	}
	return strings.Join(out, ", ")
}

func list(numbers []int) string {
	out := make([]string, len(numbers))
	for i, n := range numbers {
		out[i] = strconv.Itoa(n)
	}
	return strings.Join(out, ", ")
}

func planned(it generator.Item) generator.Planned {
	if it.Planned == nil {
		return generator.Planned{}
	}
	return *it.Planned
}

// due is when an item is due: when its waiting time is over.
func due(it generator.Item) string {
	p := planned(it)
	return cmp.Or(p.Ready, p.End)
}

// verification puts all checks on one line, so that a row of CSV stays a line.
func verification(it generator.Item) string {
	checks := make([]string, len(it.Verify))
	for i, v := range it.Verify {
		checks[i] = strconv.Itoa(i+1) + ". " + line(plain(v))
	}
	return strings.Join(checks, " / ")
}

func waiting(w generator.Wait) string {
	if w.Text == "" || w.Why == "" {
		return w.Text
	}
	return w.Text + ": " + w.Why
}
