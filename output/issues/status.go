package issues

import (
	"cmp"
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
	StateBlocked = "blocked" // open, and something it needs is not done
	StateSkipped = "skipped" // closed by somebody as not planned or as a duplicate
	StateMissing = "missing" // no issue was made yet, or nothing is known of it
	StateDeleted = "deleted"
	StateMoved   = "moved" // to another repository
	StateDropped = "dropped"
)

// Status is a rollout's progress, read back from the tracker.
type Status struct {
	Repository string       `json:"repository"`
	Rollout    string       `json:"rollout"`
	Title      string       `json:"title"`
	Date       string       `json:"date"` // the day that overdue is judged by
	Tracking   string       `json:"tracking,omitempty"`
	Total      Tally        `json:"total"`
	Phases     []Progress   `json:"phases"`
	Roles      []Progress   `json:"roles"`
	Items      []ItemStatus `json:"items"`
	Dropped    []ItemStatus `json:"dropped"` // closed because they no longer apply
	Notes      []string     `json:"notes"`
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
}

// Progress is the Tally of a phase or a role.
type Progress struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Due   string `json:"due,omitempty"`
	Tally
}

// ItemStatus is one item and its issue.
type ItemStatus struct {
	Key       string   `json:"key"`
	Item      string   `json:"item,omitempty"` // its number in the runbook
	Title     string   `json:"title"`
	Phase     string   `json:"phase,omitempty"`
	Role      string   `json:"role,omitempty"`
	State     string   `json:"state"`
	Number    int      `json:"number,omitempty"`
	URL       string   `json:"url,omitempty"`
	Assignees []string `json:"assignees,omitempty"`
	ClosedBy  string   `json:"closed_by,omitempty"`
	ClosedAt  string   `json:"closed_at,omitempty"` // RFC 3339
	Due       string   `json:"due,omitempty"`
	Overdue   bool     `json:"overdue,omitempty"`
	Ticked    int      `json:"ticked"`
	Boxes     int      `json:"boxes"`
	WaitsFor  []string `json:"waits_for,omitempty"` // numbers of items that are not done
}

// Status reads the progress back. It writes nothing.
func (t *Tracker) Status(ctx context.Context) (*Status, error) {
	s, err := t.status(ctx)
	return s, t.api.wire.token.clean(err)
}

func (t *Tracker) status(ctx context.Context) (*Status, error) {
	have := &Observed{}
	if err := t.observeRepository(ctx, have, false); err != nil {
		return nil, err
	}
	var err error
	if have.Labels, err = t.api.labels(ctx); err != nil {
		return nil, err
	}
	if have.Milestones, err = t.api.milestones(ctx, t.rb.ID); err != nil {
		return nil, err
	}
	if err := t.observeIssues(ctx, have); err != nil {
		return nil, err
	}
	if err := have.duplicates().err(); err != nil {
		return nil, err
	}
	// The list does not say who closed an issue.
	for i, is := range have.Issues {
		if !is.closed() || is.ClosedBy != "" {
			continue
		}
		raw, where, err := t.api.issue(ctx, is.Number)
		if err != nil {
			return nil, err
		}
		if where == "" {
			have.Issues[i].ClosedBy = raw.GetClosedBy().GetLogin()
		}
	}
	return newStatus(t.rb, have), nil
}

// newStatus is pure.
func newStatus(rb *generator.Runbook, have *Observed) *Status {
	s := &Status{
		Repository: have.Repository.FullName, Rollout: rb.ID, Title: line(rb.Title), Date: rb.Date,
		Phases: []Progress{}, Roles: []Progress{}, Items: []ItemStatus{}, Dropped: []ItemStatus{}, Notes: []string{},
	}
	if is, ok := have.find(trackingKey); ok {
		s.Tracking = is.URL
	} else {
		s.Notes = append(s.Notes, "there is no tracking issue: the rollout was not applied, or somebody deleted it")
	}
	done := map[string]bool{}
	for _, it := range rb.Items() {
		is, ok := have.find(it.Key)
		done[it.Key] = ok && is.closed()
	}
	for _, p := range rb.AllPhases() {
		progress := Progress{ID: p.ID, Title: fmt.Sprintf("%d %s", p.Number, line(p.Title)), Due: p.Due}
		for _, it := range p.Items {
			item := itemStatus(rb, p, it, have, done)
			s.Items = append(s.Items, item)
			progress.add(item)
			s.Total.add(item)
		}
		if len(p.Items) > 0 {
			s.Phases = append(s.Phases, progress)
		}
	}
	s.roles(rb)
	s.dropped(rb, have)
	for _, l := range have.Lost {
		s.Notes = append(s.Notes, fmt.Sprintf("#%d (%s) was %s%s", l.Number, l.Key, l.How, to(l.URL)))
	}
	return s
}

func to(url string) string {
	if url == "" {
		return ""
	}
	return " to " + url
}

func itemStatus(rb *generator.Runbook, p generator.Phase, it generator.Item, have *Observed, done map[string]bool) ItemStatus {
	s := ItemStatus{Key: it.Key, Item: it.Number, Title: line(it.Title), Phase: p.ID, Role: it.Role, State: StateMissing, Due: p.Due}
	if it.Planned != nil && it.Planned.End != "" {
		s.Due = it.Planned.End
	}
	for _, n := range it.Needs {
		if !done[n.Key] {
			s.WaitsFor = append(s.WaitsFor, n.Number)
		}
	}
	is, ok := have.find(it.Key)
	if !ok {
		for _, l := range have.Lost {
			if l.Key == it.Key {
				s.State, s.Number, s.URL = l.How, l.Number, l.URL
			}
		}
		return s
	}
	s.Number, s.URL, s.Assignees = is.Number, is.URL, is.Assignees
	ticked, boxes := ticks(is.Body.Block)
	s.Ticked, s.Boxes = len(ticked), boxes
	switch {
	case is.closed() && (is.Reason == "completed" || is.Reason == ""):
		s.State = StateDone
	case is.closed():
		s.State = StateSkipped
	case len(s.WaitsFor) > 0:
		s.State = StateBlocked
	default:
		s.State = StateOpen
	}
	if is.closed() {
		s.ClosedBy, s.WaitsFor = is.ClosedBy, nil
		if !is.Closed.IsZero() {
			s.ClosedAt = is.Closed.UTC().Format(time.RFC3339)
		}
	}
	s.Overdue = !is.closed() && s.Due != "" && s.Due < rb.Date
	return s
}

// add counts an item.
func (t *Tally) add(s ItemStatus) {
	t.Items++
	switch s.State {
	case StateDone:
		t.Done++
	case StateOpen:
		t.Open++
	case StateBlocked:
		t.Blocked++
	case StateSkipped:
		t.Skipped++
	default:
		t.Missing++
	}
	if s.Overdue {
		t.Overdue++
	}
}

func (s *Status) roles(rb *generator.Runbook) {
	at := map[string]int{}
	for _, r := range rb.Roles {
		at[r.ID] = len(s.Roles)
		s.Roles = append(s.Roles, Progress{ID: r.ID, Title: line(r.Title)})
	}
	for _, it := range s.Items {
		i, ok := at[it.Role]
		if !ok {
			i = len(s.Roles)
			at[it.Role] = i
			s.Roles = append(s.Roles, Progress{ID: it.Role, Title: it.Role})
		}
		s.Roles[i].add(it)
	}
	s.Roles = slices.DeleteFunc(s.Roles, func(p Progress) bool { return p.Items == 0 })
}

// dropped lists the issues whose items no longer apply.
func (s *Status) dropped(rb *generator.Runbook, have *Observed) {
	wanted := map[string]bool{trackingKey: true}
	for _, it := range rb.Items() {
		wanted[it.Key] = true
	}
	for _, is := range have.Issues {
		if wanted[is.Key] {
			continue
		}
		ticked, boxes := ticks(is.Body.Block)
		d := ItemStatus{Key: is.Key, Title: is.Title, State: StateDropped, Number: is.Number, URL: is.URL, ClosedBy: is.ClosedBy, Ticked: len(ticked), Boxes: boxes}
		if !is.closed() {
			s.Notes = append(s.Notes, fmt.Sprintf("#%d %s no longer applies and is open: run apply, or close it", is.Number, is.Title))
		}
		if !is.Closed.IsZero() {
			d.ClosedAt = is.Closed.UTC().Format(time.RFC3339)
		}
		s.Dropped = append(s.Dropped, d)
	}
	slices.SortFunc(s.Dropped, func(a, b ItemStatus) int { return cmp.Compare(a.Number, b.Number) })
}

// ReadBack fills Done of the items whose issues are closed as completed: who,
// on which day, and the issue's address as evidence.
func (t *Tracker) ReadBack(ctx context.Context) (*Status, error) {
	s, err := t.Status(ctx)
	if err != nil {
		return nil, err
	}
	byKey := map[string]ItemStatus{}
	for _, it := range s.Items {
		byKey[it.Key] = it
	}
	fill := func(items []generator.Item) {
		for i := range items {
			it, ok := byKey[items[i].Key]
			if !ok || it.State != StateDone {
				continue
			}
			day, _, _ := strings.Cut(it.ClosedAt, "T")
			items[i].Done = &generator.Done{By: it.ClosedBy, Date: day, Evidence: it.URL}
		}
	}
	fill(t.rb.Before.Items)
	for i := range t.rb.Phases {
		fill(t.rb.Phases[i].Items)
	}
	return s, nil
}
