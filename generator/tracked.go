package generator

// Tracked is what a tracker says of the work on an item, one more source beside
// a record.
type Tracked struct {
	Ref      string // what the tracker calls its entry, such as "issue #3"
	URL      string
	Status   Status // done, not needed, or open
	By, Date string // who closed it, and on which day, YYYY-MM-DD
	Verified []int  // numbers of the checks that are ticked there, from 1
}

// Closed reports whether nobody works on it any more.
func (t Tracked) Closed() bool { return t.Status != StatusOpen }

// TrackedRef says of how many items that are done or not needed a Runbook shows
// what which source says.
type TrackedRef struct {
	Both    int // record and tracker say so
	Record  int // the record, and not the tracker
	Tracker int // the tracker, and not the record
}
