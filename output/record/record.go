// Package record reads what people filled in: the ticks, initials, dates and
// evidence of a printed form that comes back as a file. It stands at the far
// end of the picture, where paper becomes data again; it knows the forms that
// the formats of output make and refuses any other. It compares nothing with
// a Runbook: whoever calls it decides whether the copy belongs to the profile.
package record

// Record is the content of a filled copy.
type Record struct {
	Workflow string           // ID of the workflow, "" where the copy does not say
	ID       string           // identity of the rollout
	Digest   string           // of the runbook the copy was made from
	Items    map[string]Entry // by item number; only items of which something is filled in
}

// Entry is what was filled in for one item. Text is as it was typed, without
// space at its ends.
type Entry struct {
	Done     bool
	Verified []bool // the checks of the item in order, as far as the copy has them
	Initials string
	Date     string
	Evidence string
}

// filled reports whether anything was filled in.
func (e Entry) filled() bool {
	if e.Done || e.Initials != "" || e.Date != "" || e.Evidence != "" {
		return true
	}
	for _, v := range e.Verified {
		if v {
			return true
		}
	}
	return false
}
