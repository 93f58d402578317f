package form

import (
	"strconv"

	"runbook/generator"
)

// Origin is what a filled copy is matched with its runbook by. Formats keep
// it among a document's properties.
func Origin(rb *generator.Runbook) [][2]string {
	list := [][2]string{{"workflow", rb.Workflow.ID}, {"id", rb.ID}, {"digest", rb.Digest}, {"date", rb.Date}, {"profile", rb.Profile}, {"role", rb.Role}}
	if rb.Record != nil { // of how many copies the entries in this one are
		list = append(list, [2]string{"record", strconv.Itoa(rb.Record.Copies)})
	}
	return list
}
