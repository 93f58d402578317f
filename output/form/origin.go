package form

import (
	"strconv"

	"runbook/generator"
)

// Origin is what a filled copy is matched with its runbook by. Formats keep
// it among a document's properties.
func Origin(rb *generator.Runbook) [][2]string {
	list := [][2]string{
		{"workflow", rb.Workflow.ID},
		{"id", rb.ID},
		{"digest", rb.Digest},
		{"date", rb.Date},
		{"profile", rb.Profile},
		{"role", rb.Role},
		{"version", rb.Workflow.Version},
		{"values", rb.Values},
		{"program", rb.Program},
	}
	if rb.Record != nil { // of how many copies the entries in this one are
		list = append(list, [2]string{"record", strconv.Itoa(rb.Record.Copies)})
	}
	return list
}

// WithTexts is Origin with what the texts of the runbook say, for places with
// room for it.
func WithTexts(rb *generator.Runbook) [][2]string {
	list := Origin(rb)
	for i, line := range lines(Texts(rb), rb.Workflow.ID) {
		list = append(list, [2]string{"text" + strconv.Itoa(i+1), line})
	}
	return list
}
