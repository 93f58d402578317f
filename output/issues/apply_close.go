package issues

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/go-github/v58/github"
)

// close closes an issue whose item no longer applies, with a comment that says
// why. The comment comes first and carries a marker of its own: a run that dies
// between the two finds it there.
func (r *run) close(ctx context.Context, c Change) error {
	h, err := r.fresh(ctx, c)
	if err != nil {
		return err
	}
	if h.closed() { // somebody was faster
		r.res.Unchanged++
		return nil
	}
	if h.Body.Broken != "" {
		return errors.New(h.Body.Broken)
	}
	if err := r.t.stillHeld(ctx); err != nil {
		return err
	}
	if err := r.say(ctx, h, r.farewell(c, h)); err != nil {
		return err
	}
	b := h.Body
	b.Marker.Dropped, b.Marker.Drops = true, b.Marker.Drops+1
	req := &github.IssueRequest{State: new("closed"), StateReason: new("not_planned")}
	title := h.Title
	if f, ok := h.droppedTitle(); ok {
		title = f.To
		req.Title, b.Marker.Title = &title, checksum(title)
	}
	req.Body = new(b.String())
	made, err := r.t.api.editIssue(ctx, h.Number, req)
	if err != nil {
		return err
	}
	r.compareAnswer(made, answer{Title: title, Body: b.String(), Labels: h.Labels, People: h.Assignees, Milestone: h.Milestone, State: "closed"})
	r.res.remark(h, c.Notes...)
	r.res.Closed++
	return nil
}

// retitle takes the number off the title of an issue that is closed and whose
// item no longer applies.
func (r *run) retitle(ctx context.Context, c Change) error {
	h, err := r.fresh(ctx, c)
	if err != nil {
		return err
	}
	f, ok := h.droppedTitle()
	if !ok || !h.closed() || h.Body.Broken != "" {
		return nil // somebody was faster
	}
	b := h.Body
	b.Marker.Title = checksum(f.To)
	made, err := r.t.api.editIssue(ctx, h.Number, &github.IssueRequest{Title: &f.To, Body: new(b.String())})
	if err != nil {
		return err
	}
	r.compareAnswer(made, answer{Title: f.To, Body: b.String(), Labels: h.Labels, People: h.Assignees, Milestone: h.Milestone, State: h.State})
	r.res.Updated++
	return nil
}

// commentMarker names one farewell: an issue can be dropped more than once.
func (r *run) commentMarker(h ObservedIssue) string {
	return fmt.Sprintf("<!-- runbook:comment v=1 rollout=%s key=%s event=drop.%d -->", r.plan.Rollout, h.Key, h.Body.Marker.Drops+1)
}

func (r *run) farewell(c Change, h ObservedIssue) string {
	text := "This item no longer applies: " + prose(c.Why) + "."
	if done := doneWork(h); done != "" {
		ticked, boxes := ticks(h.Body.Block)
		text += fmt.Sprintf(" What was done stays on record here: %d of %d boxes are ticked.", len(ticked), boxes)
	}
	return text + " Should the choice be changed back, this issue is reopened.\n\n" + r.commentMarker(h) + "\n"
}

// say comments once: it looks before it speaks if the issue has comments or an
// earlier attempt got no answer.
func (r *run) say(ctx context.Context, h ObservedIssue, text string) error {
	said := func() (bool, error) {
		all, err := r.t.api.comments(ctx, h.Number)
		for _, c := range all {
			if strings.Contains(c, r.commentMarker(h)) {
				return true, nil
			}
		}
		return false, err
	}
	if _, tried := r.t.journal.unfinished(opComment, opSaid)[h.Key]; tried || h.Comments > 0 {
		if there, err := said(); there || err != nil {
			return err
		}
	}
	if err := r.note(opComment, h.Key, h.Number, 0); err != nil {
		return err
	}
	err := r.t.api.comment(ctx, h.Number, text)
	if isLost(err) {
		there, lookErr := said()
		if lookErr != nil {
			return fmt.Errorf("%w, and looking for it failed: %w", err, lookErr)
		}
		if !there {
			return fmt.Errorf("%w; run apply again, it looks for the comment before it writes one", err)
		}
		err = nil
	}
	if err != nil {
		return err
	}
	return r.note(opSaid, h.Key, h.Number, 0)
}
