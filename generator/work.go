package generator

import (
	"fmt"
	"slices"
)

// What stands in this file is known from a record, made of filled copies, or
// from a tracker. Generate leaves it empty. Text is as somebody wrote it.

// Status is how far the work on an item is.
type Status string

// The states of an item.
const (
	StatusOpen       Status = ""
	StatusInProgress Status = "in-progress"
	StatusWaiting    Status = "waiting"
	StatusBlocked    Status = "blocked"
	StatusDone       Status = "done"
	StatusNotNeeded  Status = "not-needed"
)

// Work is what is known of the work on an item. The zero value says nothing.
type Work struct {
	Status   Status
	By       string // initials, or a login
	Date     string // YYYY-MM-DD, or whatever was written for it
	Evidence string // what proves the work; of a blocked or needless item the reason
	Verified []int  // numbers of the checks that were ticked, from 1
	Remark   string // what people want to remember of it; says nothing of how far it is
	Note     string // what to know before relying on this, a sentence or ""
}

// Verifies reports whether check n, from 1, was ticked.
func (w Work) Verifies(n int) bool { return slices.Contains(w.Verified, n) }

// Done reports whether the item is done.
func (it Item) Done() bool { return it.Work.Status == StatusDone }

// Settled reports whether nobody needs to work on the item any more.
func (it Item) Settled() bool { return it.Done() || it.Work.Status == StatusNotNeeded }

// SignOff is a line with a signature.
type SignOff struct {
	Name, Signature, Date string
	Note                  string // as in Work
}

// Result is how a phase ended.
type Result string

// The results of a phase.
const (
	ResultPassed     Result = "passed"
	ResultOpenPoints Result = "open-points"
)

// PhaseSign is what was signed before and after a phase.
type PhaseSign struct {
	Ticked               []int // numbers of the conditions in Gate that were ticked, from 1
	CheckedBy, CheckedOn string
	Result               Result // "" for none yet
	OpenPoints           string
	SignOff
}

// Holds reports whether condition n, from 1, was ticked.
func (s PhaseSign) Holds(n int) bool { return slices.Contains(s.Ticked, n) }

// Confirmation is what was written beside a decision.
type Confirmation struct {
	Yes      bool
	By, Date string
	Remark   string
	Note     string // as in Work
}

// Closing is one of the signatures that close the whole.
type Closing struct {
	ID    string
	Title string
	SignOff
}

// Deviation is a line of the deviation log.
type Deviation struct {
	Item     string // its number, or what was written instead
	What     string
	Why      string
	AgreedBy string
	Date     string
}

// Signer is who signs with which initials.
type Signer struct {
	Initials, Name, Role, Specimen string
}

// Doubt is something to know before relying on what a record says.
type Doubt struct {
	About string // the number of an item, or what else the entry is about
	Note  string // a sentence or several
}

// RecordRef says which record a Runbook shows.
type RecordRef struct {
	File   string // base name
	Digest string // 12 hex digits over the file
	Copies int    // filled copies that it was read from

	Sources []RecordSource // these copies
}

// RecordSource is a filled copy that a record was read from.
type RecordSource struct {
	File   string // where it was, seen from the record
	SHA256 string // in 64 hex digits
	Read   string // the day it was read, YYYY-MM-DD; "" if nobody knows
}

// closing is what there is to sign at the end.
func closing(change string) []Closing {
	closed := "Change closed"
	if change != "" {
		closed = fmt.Sprintf("Change closed (%s)", change)
	}
	return []Closing{
		{ID: "handed-over", Title: "All phases done, handed over"},
		{ID: "accepted", Title: "Accepted for operation"},
		{ID: "closed", Title: closed},
	}
}
