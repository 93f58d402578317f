package generator

// Tracked is what a tracker says of the work on an item, one more source beside
// a record.
type Tracked struct {
	Ref      string // what the tracker calls its entry, such as "issue #3"
	URL      string
	Status   Status // done, not needed, or open
	Blocked  bool   // open, and somebody calls it blocked there
	By, Date string // who closed it, and on which day, YYYY-MM-DD
	Verified []int  // numbers of the checks that are ticked there, from 1
	Said     string // what was said last, before it was closed or of what is blocked, by whom, in a few words; "" for nothing
	Written  []Written
}

// Written is something that somebody wrote in a tracker: text that may be
// anything, in several lines.
type Written struct {
	Item         string // its number, in a Runbook
	Ref          string // as in Tracked
	Author, Date string // "" where the tracker doesn't say
	Text         string
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
