package issues

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"runbook/generator"
)

// States of an item in a Status.
const (
	StateDone    = "done"
	StateOpen    = "open"
	StateBlocked = "blocked" // open, and not yet to be done: something it needs is not done
	StateSkipped = "skipped" // closed by somebody as not planned or as a duplicate
	StateMissing = "missing" // no issue was made yet, or nothing is known of it
	StateDeleted = "deleted"
	StateMoved   = "moved" // to another repository
	StateDropped = "dropped"
)

// Status is a rollout's progress, read back from the tracker.
type Status struct {
	Repository string         `json:"repository"`
	Rollout    string         `json:"rollout"`
	Title      string         `json:"title"`
	Date       string         `json:"date"` // the day that overdue is judged by
	Tracking   string         `json:"tracking,omitempty"`
	Control    []Control      `json:"control"` // which runbook this is the progress of
	Total      Tally          `json:"total"`
	PlannedEnd string         `json:"planned_end,omitempty"`
	Forecast   *Forecast      `json:"forecast,omitempty"`
	Since      *Since         `json:"since,omitempty"` // nil unless it was asked for
	Decisions  []OpenDecision `json:"decisions"`
	Phases     []Progress     `json:"phases"`
	Roles      []Progress     `json:"roles"`
	Items      []ItemStatus   `json:"items"`
	Dropped    []ItemStatus   `json:"dropped"` // closed because they no longer apply
	Notes      []string       `json:"notes"`
}

// Tally counts items by state. Open does not include Blocked.
type Tally struct {
	Items   int `json:"items"`
	Done    int `json:"done"`
	Open    int `json:"open"`
	Blocked int `json:"blocked"`
	Skipped int `json:"skipped"`
	Missing int `json:"missing"` // deleted and moved ones too
	Overdue int `json:"overdue"`

	Minutes     int `json:"minutes"`      // of work, without what is skipped
	MinutesDone int `json:"minutes_done"` // of those, what the done ones took by the plan

	LookAgain int `json:"look_again"` // closed ones that are not proved, or have other work by now
	Stuck     int `json:"stuck"`      // of the open and the blocked ones those that somebody calls blocked
}

// Control is a line of the record's head.
type Control struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Progress is the Tally of a phase or a role.
type Progress struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	People   []string `json:"people,omitempty"`    // of a role
	StandsIn string   `json:"stands_in,omitempty"` // the role whose people these are, where nobody is named for this one
	Due      string   `json:"due,omitempty"`       // of a phase; of a role the first day that something of it is due
	Tally
}

// ItemStatus is one item and its issue.
type ItemStatus struct {
	Key       string   `json:"key"`
	Item      string   `json:"item,omitempty"` // its number in the runbook
	Title     string   `json:"title"`
	Phase     string   `json:"phase,omitempty"`
	Role      string   `json:"role,omitempty"`
	RoleTitle string   `json:"role_title,omitempty"`
	People    []string `json:"people,omitempty"` // who is to do it: by name, or by login whom the profile does not know
	State     string   `json:"state"`
	Number    int      `json:"number,omitempty"`
	URL       string   `json:"url,omitempty"`
	Assignees []string `json:"assignees,omitempty"`
	ClosedBy  string   `json:"closed_by,omitempty"`
	Outsider  bool     `json:"outsider,omitempty"`  // who closed it does not hold the role
	ClosedAt  string   `json:"closed_at,omitempty"` // RFC 3339
	Planned   string   `json:"planned,omitempty"`
	Due       string   `json:"due,omitempty"` // when its waiting time has passed
	Overdue   bool     `json:"overdue,omitempty"`
	Ticked    int      `json:"ticked"`
	Boxes     int      `json:"boxes"`
	ticks     []tick

	lateOnChain bool // it is listed among what is late

	WaitsFor  []string `json:"waits_for,omitempty"` // numbers of items that are not done
	Waiting   []Waiter `json:"waiting,omitempty"`   // who waits for it
	Stuck     string   `json:"stuck,omitempty"`     // why somebody calls it blocked
	Minutes   int      `json:"minutes,omitempty"`   // of work
	OnChain   bool     `json:"on_chain,omitempty"`  // on the chain of needs that takes longest
	HoldsUp   int      `json:"holds_up,omitempty"`  // items that wait for it, directly or not
	LookAgain bool     `json:"look_again,omitempty"`
	Changed   bool     `json:"changed,omitempty"`  // its work is another one since it was closed
	Conflict  string   `json:"conflict,omitempty"` // why its text is out of date
}

// Status reads the progress back. It writes nothing.
func (t *Tracker) Status(ctx context.Context) (*Status, error) {
	_, s, err := t.status(ctx)
	return s, t.told(err)
}

func (t *Tracker) status(ctx context.Context) (*Observed, *Status, error) {
	have := &Observed{}
	if err := t.observeRepository(ctx, have); err != nil {
		return nil, nil, err
	}
	defer t.o.Report.Read("")
	var err error
	t.o.Report.Read("labels and milestones")
	if have.Labels, err = t.api.labels(ctx); err != nil {
		return nil, nil, err
	}
	if have.Milestones, err = t.api.milestones(ctx, t.rb.ID); err != nil {
		return nil, nil, err
	}
	if err := t.observeIssues(ctx, have); err != nil {
		return nil, nil, err
	}
	if err := have.duplicates().err(); err != nil {
		return nil, nil, err
	}
	want, err := t.desired(ctx, have)
	if err != nil {
		return nil, nil, err
	}
	// The list does not say who closed an issue.
	for i, is := range have.Issues {
		if !is.closed() || is.ClosedBy != "" {
			continue
		}
		t.o.Report.Read("who closed #" + itoa(is.Number))
		raw, where, err := t.api.issue(ctx, is.Number)
		if err != nil {
			return nil, nil, err
		}
		if where == "" {
			have.Issues[i].ClosedBy = raw.GetClosedBy().GetLogin()
		}
	}
	if t.o.Since != "" {
		if err := t.readEvents(ctx, have, t.o.Since); err != nil {
			return nil, nil, err
		}
	}
	s := newStatus(t.rb, have, Diff(want, have))
	s.Notes = append(s.Notes, t.otherRepository(have)...)
	if t.o.Since != "" {
		s.happened(t.rb, have, t.o.Since)
	}
	return have, s, nil
}

// ReadBack tells of each item that has an issue whether that is closed as
// completed or as not planned, by whom and on which day, or called blocked, and
// which checks are ticked; and what people wrote there. The items are by their keys.
func (t *Tracker) ReadBack(ctx context.Context) (map[string]generator.Tracked, *Status, error) {
	have, s, err := t.status(ctx)
	if err != nil {
		return nil, nil, t.told(err)
	}
	written, missing, err := t.readWritings(ctx, have)
	if err != nil {
		return nil, nil, t.told(err)
	}
	if missing > 0 {
		s.Notes = append(s.Notes, fmt.Sprintf("the repository has so many comments that the oldest were not read: %d of this rollout are missing", missing))
	}
	byKey := map[string]ItemStatus{}
	for _, it := range s.Items {
		byKey[it.Key] = it
	}
	all := map[string]generator.Tracked{}
	for _, item := range t.rb.Items() {
		it, ok := byKey[item.Key]
		if !ok || !slices.Contains([]string{StateDone, StateSkipped, StateOpen, StateBlocked}, it.State) {
			continue
		}
		k := generator.Tracked{Ref: "issue #" + itoa(it.Number), URL: it.URL, Verified: verified(item.Verify, it)}
		switch it.State {
		case StateDone:
			k.Status = generator.StatusDone
		case StateSkipped:
			k.Status = generator.StatusNotNeeded
		}
		if k.Closed() {
			k.By = it.ClosedBy
			k.Date, _, _ = strings.Cut(it.ClosedAt, "T")
			closed, _ := time.Parse(time.RFC3339, it.ClosedAt)
			k.Said = said(written[it.Number], closed)
		}
		if is, ok := have.find(item.Key); ok && !k.Closed() && len(calledBlocked(is)) > 0 {
			k.Blocked, k.Said = true, said(written[it.Number], time.Time{})
		}
		for _, w := range written[it.Number] {
			k.Written = append(k.Written, w.Written)
		}
		all[item.Key] = k
	}
	return all, s, nil
}
