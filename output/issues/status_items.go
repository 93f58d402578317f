package issues

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"runbook/generator"
)

// newStatus is pure. Of the plan it takes what it found out about the issues;
// links may be missing there.
func newStatus(rb *generator.Runbook, have *Observed, plan *Plan) *Status {
	s := &Status{
		Repository: have.Repository.FullName, Rollout: rb.ID, Title: line(rb.Title), Date: rb.Date,
		Phases: []Progress{}, Roles: []Progress{}, Decisions: []OpenDecision{}, Items: []ItemStatus{}, Dropped: []ItemStatus{}, Notes: []string{},
	}
	s.control(rb)
	tracking, tracked := have.find(trackingKey)
	if tracked {
		s.Tracking = tracking.URL
	} else {
		s.Notes = append(s.Notes, "there is no tracking issue: the rollout was not applied, or somebody deleted it")
	}
	done := map[string]bool{}
	for _, it := range rb.Items() {
		is, ok := have.find(it.Key)
		done[it.Key] = ok && is.closed()
	}
	if rb.Schedule != nil {
		s.PlannedEnd, s.Forecast = rb.Schedule.End, forecast(rb, done)
	}
	held := holdsUp(rb, done)
	for _, p := range rb.AllPhases() {
		progress := Progress{ID: p.ID, Title: fmt.Sprintf("%d %s", p.Number, line(p.Title)), Due: p.Due}
		for _, it := range p.Items {
			item := itemStatus(rb, p, it, have, done)
			if c := plan.conflict(it.Key); c != nil {
				item.Conflict = c.Why
			}
			if item.State == StateOpen || item.State == StateBlocked {
				item.HoldsUp = held[it.Key]
			}
			s.Items = append(s.Items, item)
			progress.add(item)
			s.Total.add(item)
		}
		if len(p.Items) > 0 {
			s.Phases = append(s.Phases, progress)
		}
	}
	if left := s.Total.Open + s.Total.Blocked; tracked && tracking.closed() && left > 0 {
		s.Notes = append(s.Notes, fmt.Sprintf("the tracking issue #%d is closed, and %s not settled: open it again, or close their issues", tracking.Number, map[bool]string{true: "1 item is", false: itoa(left) + " items are"}[left == 1]))
	}
	s.roles(rb)
	s.waiters(rb)
	s.decisions(rb)
	s.dropped(rb, have)
	s.Notes = append(s.Notes, s.otherwiseOnPaper(rb)...)
	for _, c := range plan.Conflicts {
		s.Notes = append(s.Notes, fmt.Sprintf("the text of #%d %s is out of date: %s; issues plan shows what to do", c.Number, c.Title, c.Why))
	}
	s.Notes = append(s.Notes, plan.left...)
	for _, l := range have.Lost {
		how := l.How
		if how == StateDeleted {
			how += ", or made a discussion"
		}
		s.Notes = append(s.Notes, fmt.Sprintf("#%d (%s) was %s%s", l.Number, l.Key, how, to(l.URL)))
	}
	return s
}

func to(url string) string {
	if url == "" {
		return ""
	}
	return " to " + url
}

// control says which runbook it is, as the head of the printed one does.
func (s *Status) control(rb *generator.Runbook) {
	s.Control = []Control{}
	for _, c := range []Control{
		{"Rollout", rb.ID},
		{"Repository", s.Repository},
		{"Profile", rb.Profile},
		{"Digest", rb.Digest},
		{"Workflow", strings.TrimSpace(rb.Workflow.ID + " " + rb.Workflow.Version)},
		{"Revision", rb.Document.Revision},
		{"Change", rb.Document.Change},
		{"Classification", rb.Document.Classification},
		{"Date", rb.Date},
	} {
		if c.Value != "" {
			s.Control = append(s.Control, c)
		}
	}
}

// holdsUp counts for each item the unfinished ones that cannot start before it
// is done.
func holdsUp(rb *generator.Runbook, done map[string]bool) map[string]int {
	next := map[string][]string{}
	for _, it := range rb.Items() {
		for _, n := range it.Needs {
			next[n.Key] = append(next[n.Key], it.Key)
		}
	}
	count := map[string]int{}
	for _, it := range rb.Items() {
		seen := map[string]bool{}
		queue := next[it.Key]
		for len(queue) > 0 {
			key := queue[0]
			queue = queue[1:]
			if !seen[key] {
				seen[key] = true
				queue = append(slices.Clip(queue), next[key]...)
				if !done[key] {
					count[it.Key]++
				}
			}
		}
	}
	return count
}

func itemStatus(rb *generator.Runbook, p generator.Phase, it generator.Item, have *Observed, done map[string]bool) ItemStatus {
	s := ItemStatus{
		Key: it.Key, Item: it.Number, Title: line(it.Title), Phase: p.ID, Role: it.Role, RoleTitle: line(it.RoleTitle),
		State: StateMissing, Due: p.Due, Minutes: it.Minutes, OnChain: slices.Contains(rb.Chain, it.Key),
	}
	if pl := it.Planned; pl != nil {
		s.Planned = pl.Start
		s.Due = cmp.Or(pl.Ready, pl.End, p.Due)
	}
	for _, n := range inOrder(rb, it.Needs) {
		if !done[n.Key] {
			s.WaitsFor = append(s.WaitsFor, n.Number)
		}
	}
	for _, person := range it.People {
		s.People = append(s.People, line(person.Name))
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
	s.observed(rb, it, is)
	s.Overdue = !is.closed() && s.Due != "" && s.Due < rb.Date
	return s
}

// observed takes over what the issue of an item says.
func (s *ItemStatus) observed(rb *generator.Runbook, it generator.Item, is ObservedIssue) {
	s.Number, s.URL, s.Assignees = is.Number, is.URL, is.Assignees
	ticked, boxes := ticks(is.Body.Block)
	s.ticks, s.Ticked, s.Boxes = ticked, len(ticked), max(boxes, len(it.Verify)) // whoever takes a box out has not ticked it
	if len(is.Assignees) > 0 {
		s.People = nil
		for _, login := range is.Assignees {
			s.People = append(s.People, personName(rb, login))
		}
	}
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
	if !is.closed() {
		s.Stuck = stuck(it, is)
		return
	}
	s.ClosedBy, s.WaitsFor, s.Changed = is.ClosedBy, nil, is.outgrown()
	s.LookAgain = s.Changed || s.State == StateDone && s.Ticked < s.Boxes
	s.Outsider = is.ClosedBy != "" && !slices.ContainsFunc(it.People, func(p generator.Person) bool {
		return p.GitHub == "" || strings.EqualFold(p.GitHub, is.ClosedBy)
	})
	if !is.Closed.IsZero() {
		s.ClosedAt = is.Closed.UTC().Format(time.RFC3339)
	}
}

// personName is the name of whoever has a login, or the login.
func personName(rb *generator.Runbook, login string) string {
	for _, r := range rb.Roles {
		for _, p := range r.People {
			if strings.EqualFold(p.GitHub, login) {
				return line(p.Name)
			}
		}
	}
	return login
}

// add counts an item.
func (t *Tally) add(s ItemStatus) {
	t.Items++
	if s.State != StateSkipped {
		t.Minutes += s.Minutes
	}
	switch s.State {
	case StateDone:
		t.Done++
		t.MinutesDone += s.Minutes
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
	if s.LookAgain {
		t.LookAgain++
	}
	if s.Stuck != "" {
		t.Stuck++
	}
}

func (s *Status) roles(rb *generator.Runbook) {
	at := map[string]int{}
	for _, r := range rb.Roles {
		at[r.ID] = len(s.Roles)
		p := Progress{ID: r.ID, Title: line(r.Title), StandsIn: r.StandsIn}
		for _, person := range r.People {
			p.People = append(p.People, line(person.Name))
		}
		s.Roles = append(s.Roles, p)
	}
	for _, it := range s.Items {
		i, ok := at[it.Role]
		if !ok {
			i = len(s.Roles)
			at[it.Role] = i
			s.Roles = append(s.Roles, Progress{ID: it.Role, Title: it.Role})
		}
		s.Roles[i].add(it)
		if open := it.State == StateOpen || it.State == StateBlocked; open && it.Due != "" && (s.Roles[i].Due == "" || it.Due < s.Roles[i].Due) {
			s.Roles[i].Due = it.Due
		}
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
		d := ItemStatus{Key: is.Key, Title: strings.TrimPrefix(is.Title, droppedPrefix), State: StateDropped, Number: is.Number, URL: is.URL, ClosedBy: is.ClosedBy, Ticked: len(ticked), Boxes: boxes}
		switch {
		case is.closed():
		case is.Body.Marker.Dropped:
			s.Notes = append(s.Notes, fmt.Sprintf("#%d %s no longer applies, and somebody opened it again: it stays open until somebody closes it, or the profile asks for it", is.Number, line(d.Title)))
		default:
			s.Notes = append(s.Notes, fmt.Sprintf("#%d %s no longer applies and is open: run apply, or close it", is.Number, line(d.Title)))
		}
		if !is.Closed.IsZero() {
			d.ClosedAt = is.Closed.UTC().Format(time.RFC3339)
		}
		s.Dropped = append(s.Dropped, d)
	}
	slices.SortFunc(s.Dropped, func(a, b ItemStatus) int { return cmp.Compare(a.Number, b.Number) })
}
