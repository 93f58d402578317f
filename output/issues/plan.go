package issues

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// Verbs and kinds of a Change.
const (
	Create = "create"
	Update = "update"
	Close  = "close"
	Reopen = "reopen"
	Link   = "link"
	Unlink = "unlink"
	Place  = "place"  // put a sub-issue where it belongs among its siblings
	Take   = "take"   // the lock
	Remove = "remove" // the lock

	KindLock       = "lock"
	KindLabel      = "label"
	KindMilestone  = "milestone"
	KindTracking   = "tracking issue"
	KindIssue      = "issue"
	KindSubIssue   = "sub-issue"
	KindDependency = "dependency"
	KindText       = "text" // an issue's text gets its links to issues that were made after it
)

// Plan is what would bring the tracker in line with a Runbook. It is data: it
// prints, serialises and compares.
type Plan struct {
	Version       int            `json:"version"`
	Server        string         `json:"server"` // root of the API
	Repository    string         `json:"repository"`
	URL           string         `json:"url"`
	Rollout       string         `json:"rollout"`
	Title         string         `json:"title"`
	Features      Features       `json:"features"`
	Changes       []Change       `json:"changes"`
	Conflicts     []Conflict     `json:"conflicts"`
	Warnings      []string       `json:"warnings"`
	Notes         []string       `json:"notes"`
	Unchanged     int            `json:"unchanged"`
	Writes        int            `json:"writes"`
	Seconds       int            `json:"seconds"`
	Notifications []Notification `json:"notifications"`
	Runbook       []Fingerprint  `json:"runbook"` // of each desired issue
	Seen          []Fingerprint  `json:"seen"`    // of each issue that a change concerns

	left    []string // the Warnings about people who have left the profile
	want    *Rollout
	have    *Observed
	refused Problems // why nothing of it can be applied
}

// Refused returns why nothing of the plan can be applied with this token in this
// repository, nil if it can. It is among the Warnings too.
func (p *Plan) Refused() error { return p.refused.err() }

// Untouched is the Result of not applying a plan that a Tracker made.
func (p *Plan) Untouched() *Result { return &Result{Unchanged: len(p.have.Issues)} }

// Change is one entry of a Plan.
type Change struct {
	Verb   string   `json:"verb"`
	Kind   string   `json:"kind"`
	Key    string   `json:"key"`             // label's name, phase's ID, item's key
	Other  string   `json:"other,omitempty"` // of a dependency: the key of the blocker; of a sub-issue: of the one before it
	Number int      `json:"number,omitempty"`
	Item   string   `json:"item,omitempty"` // the number in the runbook
	Title  string   `json:"title"`
	Why    string   `json:"why"`
	Fields []Field  `json:"fields,omitempty"`
	Notes  []string `json:"notes,omitempty"`
	Mail   []string `json:"mail,omitempty"` // logins it notifies
	Writes int      `json:"writes"`
	Digest string   `json:"digest"` // of what is desired, without issue numbers
}

// Field is one field of a Change: what is there now and what will be.
type Field struct {
	Name string `json:"name"`
	From string `json:"from"`
	To   string `json:"to"`
}

// Conflict is an issue whose text is left alone because a person and the
// runbook both changed it, or all of which is because its markers are damaged.
type Conflict struct {
	Key    string `json:"key"`
	Number int    `json:"number"`
	Title  string `json:"title"`
	Why    string `json:"why"`
	Hint   string `json:"hint"`

	Written []string `json:"written,omitempty"` // lines that somebody took out ("- ") or wrote ("+ ")
	Runbook []string `json:"runbook,omitempty"` // lines that the runbook would
}

// side is one side of a conflict.
type side struct {
	title string
	lines []string
}

// both are the sides of a conflict, as far as they are known.
func (c Conflict) both() []side {
	switch {
	case len(c.Written) > 0:
		return []side{{"somebody wrote", c.Written}, {"the runbook changes", c.Runbook}}
	case len(c.Runbook) > 0:
		return []side{{"what is there, and what the runbook says", c.Runbook}}
	}
	return nil
}

// Sides are the lines that say who wants what.
func (c Conflict) Sides() []string { return c.sides(false) }

func (c Conflict) sides(verbose bool) []string {
	var out []string
	for _, s := range c.both() {
		out = append(out, s.title+":")
		if !verbose {
			s.lines = shorten(s.lines, 12)
		}
		for _, l := range s.lines {
			out = append(out, "  "+clean(l))
		}
	}
	return out
}

// Notification says how often one person will hear from GitHub.
type Notification struct {
	Login    string `json:"login"`
	Assigned int    `json:"assigned"`
	Other    int    `json:"other"`
}

// Fingerprint of a desired or an observed issue.
type Fingerprint struct {
	Key    string `json:"key"`
	Number int    `json:"number,omitempty"`
	Sum    string `json:"sum"`
}

// Empty tells whether there is nothing to do.
func (p *Plan) Empty() bool { return len(p.Changes) == 0 }

// conflict returns that of the issue with a key, nil for none.
func (p *Plan) conflict(key string) *Conflict {
	if i := slices.IndexFunc(p.Conflicts, func(c Conflict) bool { return c.Key == key }); i >= 0 {
		return &p.Conflicts[i]
	}
	return nil
}

// Count returns the number of changes with a verb, of the kinds given.
func (p *Plan) Count(verb string, kinds ...string) int {
	n := 0
	for _, c := range p.Changes {
		if c.Verb == verb && slices.Contains(kinds, c.Kind) {
			n++
		}
	}
	return n
}

// Closes returns how many issues would be closed.
func (p *Plan) Closes() int { return p.Count(Close, KindIssue) }

// Estimate sets the expected time for a pause between writes.
func (p *Plan) Estimate(pace time.Duration) {
	const answer = 400 * time.Millisecond // what a write takes, about
	d := time.Duration(p.Writes) * max(pace, answer)
	p.Seconds = int((d + time.Second - 1) / time.Second)
}

// id tells changes of one plan apart.
func (c Change) id() string { return c.Verb + "\x00" + c.Kind + "\x00" + c.Key + "\x00" + c.Other }

// String is the change in a few words, for progress and errors.
func (c Change) String() string {
	title := line(c.Title)
	if c.Number > 0 && c.Kind != KindMilestone && c.Kind != KindDependency { // those name their issues themselves
		title = fmt.Sprintf("#%d %s", c.Number, title)
	}
	return c.Verb + " " + c.Kind + " " + title
}

// savedPlan is the file: the plan and a checksum over it.
type savedPlan struct {
	Plan     *Plan  `json:"plan"`
	Profile  Source `json:"profile"`
	Checksum string `json:"checksum"`
}

// Source is what the command line needs to generate the same Runbook again.
type Source struct {
	Path     string   `json:"path"`
	Workflow string   `json:"workflow,omitempty"`
	Overlays []string `json:"overlays,omitempty"`
	Date     string   `json:"date,omitempty"`
}

// Save returns the plan as a file's content.
func (p *Plan) Save(from Source) ([]byte, error) {
	s := savedPlan{Plan: p, Profile: from}
	sum, err := s.sum()
	if err != nil {
		return nil, err
	}
	s.Checksum = sum
	data, err := json.MarshalIndent(s, "", "\t")
	return append(data, '\n'), err
}

// LoadPlan reads what Save wrote. The error is a Problems if the file is no
// plan or was changed by hand.
func LoadPlan(name string, data []byte) (*Plan, Source, error) {
	var s savedPlan
	if err := json.Unmarshal(data, &s); err != nil || s.Plan == nil || s.Plan.Version != 1 || !s.Plan.known() {
		return nil, Source{}, Problems{{
			Message: fmt.Sprintf("%s is not a plan that this version of runbook has saved", name),
			Hint:    "make one with `runbook issues plan PROFILE -o " + name + "`",
		}}
	}
	if sum, err := s.sum(); err != nil || sum != s.Checksum {
		return nil, Source{}, Problems{{
			Message: fmt.Sprintf("%s was changed after it was saved", name),
			Hint:    "change the profile instead and make a new plan",
		}}
	}
	return s.Plan, s.Profile, nil
}

// known reports whether every change is of a kind that this program makes.
func (p *Plan) known() bool {
	verbs := []string{Create, Update, Close, Reopen, Link, Unlink, Place, Take, Remove}
	kinds := []string{KindLock, KindLabel, KindMilestone, KindTracking, KindIssue, KindSubIssue, KindDependency, KindText}
	return !slices.ContainsFunc(p.Changes, func(c Change) bool {
		return !slices.Contains(verbs, c.Verb) || !slices.Contains(kinds, c.Kind)
	})
}

// IsPlan tells whether a file's content claims to be a saved plan, so that
// `apply` can take a profile or a plan.
func IsPlan(data []byte) bool {
	var s struct {
		Plan     json.RawMessage `json:"plan"`
		Checksum *string         `json:"checksum"`
	}
	return json.Unmarshal(data, &s) == nil && (s.Plan != nil || s.Checksum != nil)
}

func (s savedPlan) sum() (string, error) {
	s.Checksum = ""
	data, err := json.Marshal(s)
	return checksum(string(data)), err
}

func itoa(n int) string { return strconv.Itoa(n) }
