package generator

import (
	"slices"
	"strconv"
)

// Markdown is text to be rendered as GitHub-flavoured Markdown. Authored
// text of a workflow is trusted; every profile value inside it has already
// been escaped for the place where it stands (prose, code span, code block),
// so formats may parse it but must not escape it again. A link to another
// item has the target "#" and the item's key ("#cmg-setup/create-cmg"); each
// format turns it into its own kind of link.
//
// A plain string anywhere in a Runbook is the opposite: text to be shown
// literally. Each format escapes it for itself.
type Markdown string

// Runbook is a Workflow tailored to a Profile: everything a format needs and
// nothing it would have to decide. All lists are in the order in which they
// are to be shown.
type Runbook struct {
	Workflow     WorkflowRef
	ID           string // identity of the rollout in trackers
	Title        string
	Organization string
	Date         string // the day the runbook speaks of, YYYY-MM-DD
	Program      string // the name and version of what renders it, set by the caller; "" to keep that quiet
	Profile      string // base name of the profile's file, "" for standard input
	Digest       string // 12 hex digits over workflow and profile values, not over the date
	Values       string // the same over the profile's values alone
	Summary      Markdown
	Decisions    []Decision
	Banners      []Markdown  // what the reader must know before anything else
	Headed       []Warning   // those that the banners say
	Warnings     []Warning   // the others
	Lead         Companion   // who runs the rollout and signs its gates
	Roles        []RoleEntry // every role that owns an item or sits beside one, in declared order
	Names        []Name
	Before       Phase   // phase 0, the checklist before you begin
	Phases       []Phase // numbered from 1
	References   []Reference
	Omissions    []Omission // sorted by phase, then by place in it
	Terms        []Term
	Chain        []string  // keys of the longest chain of needs, first to last
	Schedule     *Schedule // nil without a start date
	Document     Document
	Tracking     Tracking
	Role         string      // only this role's items are in it; "" for all
	Beside       []Item      // on the sheet of a role, the items of others in which it takes part
	Gates        []Phase     // on the sheet of the role that leads, all phases: it signs their gates
	Elsewhere    []RoleEntry // on the sheet of a role, the other roles that some of its people hold
	Closing      []Closing
	Deviations   []Deviation
	Signers      []Signer
	Record       *RecordRef  // nil where there is none
	Tracked      *TrackedRef // nil where no tracker was read
	Doubts       []Doubt     // what to know before relying on the record, in the order of the forms
	Written      []Written   // what was written in the tracker, in the order of the items
}

// WorkflowRef says which workflow a Runbook came from.
type WorkflowRef struct {
	ID       string
	Title    string
	Version  string // 12 hex digits over the workflow's files
	Verified string // the day the facts were last checked, YYYY-MM-DD
	Overlays []string
}

// Decision is one choice of the profile that shaped the runbook.
type Decision struct {
	Key       string // dotted profile key
	Label     string
	Value     string // in words
	Default   bool   // not given in the profile, which has a value for it nevertheless
	Open      bool   // nobody has decided it yet: there is nothing to confirm
	Confirmed Confirmation
	Company   string // name of the overlay that brings it, "" for the workflow's own; so wherever it stands
}

// Warning is a rule of severity warning that the profile trips, or a
// deadline that the schedule misses.
type Warning struct {
	ID      string // W-nn
	At      string // dotted profile key, may be ""
	Message string
	Hint    string
	Company string
}

// Name is a value computed from the profile that people will meet again: a
// service name, a URL, a port.
type Name struct {
	Key     string
	Label   string
	Value   string
	Note    Markdown // may be ""
	Company string
}

// Person holds a role. Name is never empty.
type Person struct {
	Name   string
	Email  string
	GitHub string // login, without @
}

// RoleEntry is one line of the role ledger.
type RoleEntry struct {
	ID       string
	Title    string
	Summary  Markdown
	People   []Person
	StandsIn string // ID of the role whose people stand in, "" when somebody is named
	Stander  string // title of that role
	Company  string
	Keys     []string
	Minutes  int // hands-on, all items together, and the time beside other roles
	Sittings []Sitting
	Release  SignOff
}

// CountSittings counts the sittings for which the role must be there.
func (e RoleEntry) CountSittings() int {
	n := 0
	for _, s := range e.Sittings {
		if !s.OnCall {
			n++
		}
	}
	return n
}

// Sitting is a run of items that one role can do in one go: its own, or those
// of another role beside which it sits.
type Sitting struct {
	Keys    []string
	Minutes int
	Ready   []Awaited // items of other roles that must be done before it starts
	Planned string    // YYYY-MM-DD, "" without a schedule
	With    []Companion
	Beside  string // the role whose items they are, "" for its own
	OnCall  bool   // the role need only be within reach, and no time of it is counted
}

// Companion is somebody who takes part in an item beside the role that
// carries it out.
type Companion struct {
	Role     string // ID
	Title    string
	People   []Person // at least one
	StandsIn string   // as in Item
	OnCall   bool     // within reach, no more
	In       string   // in a sitting, the numbers of its items that this is about; "" for all
}

// Phase is a stage of the runbook. It has at least one Item.
type Phase struct {
	ID      string
	Number  int
	Title   string
	Goal    Markdown
	Gate    []Markdown // what must be true before the phase starts
	Note    Markdown   // may be ""
	Items   []Item
	Minutes int
	Start   string // planned first and last day, "" without a schedule
	Due     string
	Signed  PhaseSign
	Company string
}

// AllWarnings are those that stand in the banners and the others.
func (r *Runbook) AllWarnings() []Warning { return slices.Concat(r.Headed, r.Warnings) }

// Item is one selected, numbered, tailored step.
type Item struct {
	Key       string // workflow/step, never changes
	Number    string // "3.4"
	Phase     int
	Title     string
	Role      string // role ID
	RoleTitle string
	People    []Person // at least one
	StandsIn  string   // role whose people stand in, "" when the role has people of its own
	With      []Companion
	Ready     Markdown // what is ready before the item starts: those beside it see to that, where there is anybody
	OnCallFor Markdown // in which case those on call are called, may be ""
	Needs     []Need
	Minutes   int  // hands-on
	Estimate  bool // Minutes and Wait are the workflow's estimate, not the profile's
	Wait      Wait
	Why       Markdown // one or two sentences: what it is for
	Steps     Markdown // the work instruction
	OneWay    Markdown // for a tracker: Steps with one way of several; "" where they have no other
	Verify    []Markdown
	Evidence  Markdown // what to record
	Sources   []Source
	Facts     []string
	Reason    string // why it is in this runbook, a sentence
	Company   string
	Planned   *Planned
	Work      Work
}

// Need is an item that must be done first.
type Need struct {
	Key    string
	Number string
	Title  string
}

// Awaited is a Need that a sitting waits for, and who does it.
type Awaited struct {
	Need
	By Companion
}

// Wait is time that passes without work after an item's hands-on part.
type Wait struct {
	Minutes int    // elapsed; 0 for none
	Text    string // "30 minutes", "2 working days"; "" for none
	Why     string // what is waited for, may be ""
}

// Source is where a fact was read.
type Source struct {
	Title string
	URL   string // may be ""
	Date  string // as the article states it, may be ""
}

// Planned is when an item is due to be worked on, YYYY-MM-DD, both inclusive.
// Ready is the day its waiting time has passed.
type Planned struct {
	Start, End, Ready string
}

// Reference is a part that is looked up rather than worked through:
// verification, troubleshooting, operation.
type Reference struct {
	ID      string
	Title   string
	Intro   Markdown
	Entries []Entry
	Company string
}

// Entry is one selected piece of a Reference.
type Entry struct {
	Key       string
	Number    string // "V.3"
	Title     string
	Role      string // may be ""
	RoleTitle string
	People    []Person
	StandsIn  string   // as in Item
	Due       string   // a date to put into a calendar, YYYY-MM-DD or ""
	DueFrom   []string // where there is none, the dates that the profile lacks for it: dotted keys
	Body      Markdown
	Sources   []Source
	Facts     []string
	Reason    string
	Company   string
}

// Omission is a step left out, with its reason.
type Omission struct {
	Key     string
	Title   string
	Phase   int    // -1 for an entry of a Reference
	Reason  string // a sentence: why it does not apply
	Company string // name of the overlay that leaves it out, "" where the profile does
}

// Term explains a word, with the profile's own values.
type Term struct {
	Term    string
	Text    Markdown
	Company string
}

// Schedule is the plan in days.
type Schedule struct {
	Start, End string
	Holidays   []string // days of the profile on which nobody works
}

// Document says how printed forms look.
type Document struct {
	Classification string
	Footer         string
	Accent         string // "#rrggbb", "" for the default
	Revision       string
	Change         string // number of the change request
	PreparedBy     string // from a record, as Replaces; so may be Revision and Change
	Replaces       string
	LogoPath       string // as the profile gives it
	Logo           []byte // the picture, loaded by the caller; nil for none
}

// Tracking says where the rollout is tracked.
type Tracking struct {
	Repository string // owner/name, "" for none
	URL        string
}

// AllPhases returns Before, if it has items, and Phases as one list.
func (r *Runbook) AllPhases() []Phase {
	if len(r.Before.Items) == 0 {
		return r.Phases
	}
	return append([]Phase{r.Before}, r.Phases...)
}

// Heading is the title of a phase with its number; phase 0 has none.
func (p Phase) Heading() string {
	if p.Number == 0 {
		return p.Title
	}
	return "Phase " + strconv.Itoa(p.Number) + ": " + p.Title
}

// RoleTitle is the title of a role, also of one that only stands in for
// others; of a role that the runbook does not know, its ID.
func (r *Runbook) RoleTitle(id string) string {
	for _, e := range r.Roles {
		if e.ID == id {
			return e.Title
		}
	}
	for _, e := range r.Roles {
		if e.StandsIn == id {
			return e.Stander
		}
	}
	if r.Lead.Role == id {
		return r.Lead.Title
	}
	for _, it := range r.Items() {
		if it.Role == id {
			return it.RoleTitle
		}
	}
	for _, ref := range r.References {
		for _, e := range ref.Entries {
			if e.Role == id {
				return e.RoleTitle
			}
		}
	}
	return id
}

// Items returns every item of every phase, in order.
func (r *Runbook) Items() []Item {
	phases, n := r.AllPhases(), 0
	for i := range phases {
		n += len(phases[i].Items)
	}
	items := make([]Item, 0, n) // an item is large: growing would copy each several times
	for i := range phases {
		items = append(items, phases[i].Items...)
	}
	return items
}
