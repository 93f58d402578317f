package sheet

import (
	"strconv"
	"strings"

	"runbook/generator"
)

// The states an item can have in the tracker, in the order of its list.
const (
	StatusOpen       = "Open"
	StatusInProgress = "In progress"
	StatusWaiting    = "Waiting"
	StatusBlocked    = "Blocked"
	StatusDone       = "Done"
	StatusNotNeeded  = "Not needed"
)

func statuses() []string {
	return []string{StatusOpen, StatusInProgress, StatusWaiting, StatusBlocked, StatusDone, StatusNotNeeded}
}

// Heads of the tracker's columns that a filled copy is read back by.
const (
	ColumnNumber   = "No."
	ColumnStatus   = "Status"
	ColumnDoneOn   = "Done on"
	ColumnInitials = "Initials"
	ColumnEvidence = "Evidence"
)

// kind says what a column holds, which decides how its cells are written.
type kind int

const (
	textual kind = iota
	whole
	date
)

// column is one column of the tracker, in the workbook and in CSV alike.
type column struct {
	head    string
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
		{head: "Item", width: 31, printed: true, value: func(r row) string { return r.Title }},
		{head: "Phase", width: 19, printed: true, value: func(r row) string { return r.phase }},
		{head: "Role", width: 19, printed: true, value: func(r row) string { return r.RoleTitle }},
		{head: "Person", width: 18, printed: true, value: func(r row) string { return people(r.People) }},
		{head: "Needs", width: 8.5, printed: true, value: func(r row) string { return numbers(r.Needs) }},
		{head: "Effort (min)", kind: whole, width: 8, printed: true, value: func(r row) string { return strconv.Itoa(r.Minutes) }},
		{head: "Planned", kind: date, width: 10.5, printed: true, value: func(r row) string { return planned(r.Item).Start }},
		{head: "Due", kind: date, width: 10.5, printed: true, value: func(r row) string { return planned(r.Item).End }},
		{head: ColumnStatus, width: 11, printed: true, value: func(r row) string { return status(r.Item) }},
		{head: ColumnDoneOn, kind: date, width: 10.5, printed: true, value: func(r row) string { return done(r.Item).Date }},
		{head: ColumnInitials, width: 9, printed: true, value: func(r row) string { return done(r.Item).By }},
		{head: ColumnEvidence, width: 20, printed: true, value: func(r row) string { return done(r.Item).Evidence }},
		// No address is made up here: whoever tracks the item elsewhere puts
		// its address over the key.
		{head: "Link", width: 19, printed: true, value: func(r row) string { return r.Key }},
		{head: "Record as evidence", width: 55, value: func(r row) string { return plain(r.Evidence) }},
		{head: "Verification", width: 95, value: func(r row) string { return verification(r.Item) }},
		{head: "Waiting time", width: 60, value: func(r row) string { return waiting(r.Wait) }},
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
func phaseName(p generator.Phase) string { return strconv.Itoa(p.Number) + " " + line(p.Title) }

func numbers(needs []generator.Need) string {
	out := make([]string, len(needs))
	for i, n := range needs {
		out[i] = n.Number
	}
	return strings.Join(out, ", ")
}

func status(it generator.Item) string {
	if it.Done != nil {
		return StatusDone
	}
	return StatusOpen
}

func done(it generator.Item) generator.Done {
	if it.Done == nil {
		return generator.Done{}
	}
	return *it.Done
}

func planned(it generator.Item) generator.Planned {
	if it.Planned == nil {
		return generator.Planned{}
	}
	return *it.Planned
}

// verification puts all checks on one line, so that a row of CSV stays a line.
func verification(it generator.Item) string {
	checks := make([]string, len(it.Verify))
	for i, v := range it.Verify {
		checks[i] = line(plain(v))
	}
	return strings.Join(checks, " / ")
}

func waiting(w generator.Wait) string {
	if w.Text == "" || w.Why == "" {
		return w.Text
	}
	return w.Text + ": " + w.Why
}
