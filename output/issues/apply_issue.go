package issues

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/google/go-github/v58/github"

	"runbook/generator"
)

// create makes the issue of an item. The intent is in the journal before the
// request and the number after the answer; there is never a second request
// without having looked for the issue.
func (r *run) create(ctx context.Context, c Change) error {
	w, ok := r.plan.want.issue(c.Key)
	if !ok {
		return fmt.Errorf("the runbook has no item %s", c.Key)
	}
	if missing := r.missing(w); len(missing) > 0 {
		return &waitsFor{missing}
	}
	block, later := resolve(w.Block, r.d.have.ref)
	if err := r.t.stillHeld(ctx); err != nil {
		return err
	}
	if err := r.note(opCreate, c.Key, 0, 0); err != nil {
		return err
	}
	people := r.d.assignable(w)
	b := r.body(w, block, people, marker{})
	if len(later) > 0 {
		b.Marker.Named = blockChecksum(named(w.Block))
	}
	made, err := r.t.api.createIssue(ctx, r.request(w, b, people))
	if bad := badAssignees(err); len(bad) > 0 {
		// Refused for certain, because of them alone.
		r.warn("%s cannot be assigned, says GitHub: %q is made without them", generator.And(bad), w.Title)
		r.d.have.Denied = append(r.d.have.Denied, bad...)
		people = r.d.assignable(w)
		b.Marker.People = marks(people)
		made, err = r.t.api.createIssue(ctx, r.request(w, b, people))
	}
	switch {
	case isLost(err):
		found, lookErr := r.t.look(ctx, c.Key)
		if lookErr != nil {
			return fmt.Errorf("%w, and looking for it failed: %w", err, lookErr)
		}
		if found == nil {
			return fmt.Errorf("%w; run apply again, it looks for the issue before it makes one", err)
		}
		return r.created(w, *found, false)
	case err != nil && ctx.Err() != nil && r.t.api.wire.open:
		return err // interrupted: the request may have arrived all the same
	case err != nil:
		return errors.Join(err, r.note(opVoid, c.Key, 0, 0))
	}
	is := observedIssue(rawIssue{Issue: *made}, b)
	is.BlockedBy, is.Blocking, is.ChildCount = 0, 0, 0
	r.compareAnswer(made, answer{Title: w.Title, Body: b.String(), Labels: r.d.labelNames(w.Labels), People: people, Milestone: r.d.milestoneNumber(w.Phase), State: "open"})
	return r.created(w, is, true)
}

// created notes an issue that is there now. stated is true if its number comes
// from the answer itself.
func (r *run) created(w Issue, is ObservedIssue, stated bool) error {
	for _, h := range r.d.have.Issues {
		if h.Number == is.Number {
			return &strangeAnswer{fmt.Sprintf("%s calls a new issue #%d, which is the issue of %s", r.t.o.Server.API.Host, is.Number, h.Title)}
		}
	}
	if err := r.note(opCreated, w.Key, is.Number, is.ID); err != nil {
		return err
	}
	if stated {
		r.t.confirm()
	}
	r.d.have.Issues = append(r.d.have.Issues, is)
	r.made[w.Key] = true
	r.res.Created++
	return nil
}

// request is the body of a create. Everything is in it, so that nothing has to
// be changed afterwards.
func (r *run) request(w Issue, b body, people []string) *github.IssueRequest {
	labels := r.d.labelNames(w.Labels)
	req := &github.IssueRequest{
		Title:  new(w.Title),
		Body:   new(b.String()),
		Labels: &labels,
	}
	if len(people) > 0 {
		req.Assignees = &people
	}
	if n := r.d.milestoneNumber(w.Phase); n > 0 {
		req.Milestone = &n
	}
	return req
}

// body is the whole text of a new issue.
func (r *run) body(w Issue, block string, people []string, old marker) body {
	m := marker{
		Rollout: r.plan.Rollout, Key: w.Key, Text: blockChecksum(block), Lines: lineSums(block), Title: checksum(w.Title), Phase: w.Phase,
		Labels: marks(w.Labels), People: marks(people), Needs: marks(w.Needs), Drops: old.Drops,
	}
	if r.d.milestoneNumber(w.Phase) == 0 {
		m.Phase = "" // its milestone could not be made
	}
	if w.Key == trackingKey {
		m.Origin, m.Former = r.plan.want.Origin, r.d.former()
	}
	return body{Marker: m, Block: block, Below: "\n"}
}

// update brings an issue in line. It reads the issue once more and merges into
// what is there now, since GitHub has no conditional write: whatever a person
// did until then is kept.
func (r *run) update(ctx context.Context, c Change) error {
	w, ok := r.plan.want.issue(c.Key)
	if !ok {
		return r.retitle(ctx, c)
	}
	if missing := append(r.missing(w), r.missing(Issue{Needs: []string{c.Key}})...); len(missing) > 0 {
		return &waitsFor{missing}
	}
	h, err := r.fresh(ctx, c)
	if err != nil {
		return err
	}
	t := r.d.retarget(w, h)
	if r.conflict(w, h, t) {
		return nil
	}
	if t.empty() {
		if !r.made[c.Key] {
			r.res.Unchanged++
		}
		return nil
	}
	req, want := r.patch(w, h, t)
	made, err := r.t.api.editIssue(ctx, h.Number, req)
	if bad := badAssignees(err); len(bad) > 0 && req.Assignees != nil {
		r.warn("%s cannot be assigned, says GitHub: #%d is changed without them", generator.And(bad), h.Number)
		people := slices.DeleteFunc(slices.Clone(*req.Assignees), func(l string) bool { return slices.Contains(bad, strings.ToLower(l)) })
		req.Assignees, want.People = &people, people
		made, err = r.t.api.editIssue(ctx, h.Number, req)
	}
	if err != nil {
		return err
	}
	r.compareAnswer(made, want)
	r.res.remark(h, t.remarks()...)
	if c.Kind == KindText {
		r.res.Linked++
	}
	if !r.made[c.Key] { // else it counts as created
		r.res.Updated++
	}
	return nil
}

// conflict reports whether an issue is in conflict, which may have come up since
// the plan was made, or have been settled.
func (r *run) conflict(w Issue, h ObservedIssue, t target) bool {
	r.res.Conflicts = slices.DeleteFunc(slices.Clone(r.res.Conflicts), func(c Conflict) bool { return c.Key == w.Key })
	if t.Conflict != "" {
		r.d.conflict(h, w.Title, t)
		r.res.Conflicts = append(r.res.Conflicts, r.d.plan.Conflicts[len(r.d.plan.Conflicts)-1])
	}
	return t.Conflict != ""
}

// missing are the keys of the issues that one needs and that could not be made.
func (r *run) missing(w Issue) []string {
	var keys []string
	for _, key := range w.Needs {
		_, wanted := r.plan.want.issue(key)
		if _, there := r.d.have.find(key); wanted && !there && !r.d.moved(key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// patch is the body of an update: only what changes, and the text with the
// new marker.
func (r *run) patch(w Issue, h ObservedIssue, t target) (*github.IssueRequest, answer) {
	m := r.body(w, t.Block, r.d.assignable(w), h.Body.Marker).Marker
	m.Text, m.Named, m.Lines, m.After = t.Text, t.Named, t.Lines, t.After
	if h.closed() && !t.Reopen {
		m.People = h.Body.Marker.People // who is done with it stays
	}
	if w.Key != trackingKey { // whose marker remembers all, once it can be written
		m.Former = r.d.forgotten(h.Body.Marker, m.People)
	}
	if t.Title == "" && h.Title != w.Title {
		m.Title = h.Body.Marker.Title // a person's title stays a person's
	}
	if t.Phase == "" && h.Milestone != r.d.milestoneNumber(w.Phase) {
		m.Phase = h.Body.Marker.Phase
	}
	if w.Key == trackingKey && m.Origin == "" {
		m.Origin = h.Body.Marker.Origin
	}
	for _, other := range r.d.have.Blockers[w.Key] {
		// A link that should have been taken away and was not stays ours.
		if k := mark(other); slices.Contains(h.Body.Marker.Needs, k) && !slices.Contains(m.Needs, k) {
			m.Needs = append(m.Needs, k)
		}
	}
	b := h.Body
	b.Marker, b.Block = m, t.Block
	req := &github.IssueRequest{Body: new(b.String())}
	want := answer{Title: h.Title, Body: b.String(), Labels: h.Labels, People: h.Assignees, Milestone: h.Milestone, State: h.State}
	if t.Title != "" {
		req.Title, want.Title = &t.Title, t.Title
	}
	if t.NewLabels {
		req.Labels, want.Labels = &t.Labels, t.Labels
	}
	if t.NewPeople {
		people := t.People
		if people == nil {
			people = []string{}
		}
		req.Assignees, want.People = &people, people
	}
	if n := r.d.milestoneNumber(t.Phase); t.Phase != "" && n > 0 {
		req.Milestone, want.Milestone = &n, n
	}
	if t.Reopen {
		req.State, want.State = new("open"), "open"
	}
	return req, want
}

// fresh reads the issue of a change as it is now.
func (r *run) fresh(ctx context.Context, c Change) (ObservedIssue, error) {
	number := r.d.have.number(c.Key)
	raw, where, err := r.t.api.issue(ctx, number)
	if err != nil {
		return ObservedIssue{}, err
	}
	if where != "" {
		return ObservedIssue{}, fmt.Errorf("#%d was %s since the plan was made", number, where)
	}
	for _, b := range parseBody(raw.GetBody(), r.plan.Rollout) {
		if b.Marker.Key == c.Key {
			return observedIssue(raw, b), nil
		}
	}
	return ObservedIssue{}, fmt.Errorf("#%d lost its marker since the plan was made", number)
}

func (r *run) note(op, key string, number int, id int64) error {
	return r.t.journal.add(entry{Time: r.t.o.Clock.Now(), Op: op, Key: key, Number: number, ID: id})
}

func (r *run) warn(format string, args ...any) {
	r.res.Warnings = append(r.res.Warnings, fmt.Sprintf(format, args...))
}

// badAssignees are the logins for which GitHub refuses a whole issue.
func badAssignees(err error) []string {
	var e *github.ErrorResponse
	if !errors.As(err, &e) || e.Response == nil || e.Response.StatusCode != http.StatusUnprocessableEntity {
		return nil
	}
	var bad []string
	for _, f := range e.Errors {
		if f.Field == "assignees" && f.Code == "invalid" {
			bad = append(bad, strings.ToLower(badValue(e, f)))
		}
	}
	return bad
}
