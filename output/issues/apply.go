package issues

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"runbook/output/words"
)

// Consent is what the person at the keyboard lets an Apply do.
type Consent struct {
	MaxClose int // more than so many closed issues are refused
}

// Apply makes the changes of a plan that this Tracker made, one write after
// the other. It goes on after a failure, and stops when it is interrupted or
// when every further write would fail too; then the error says why. What was
// done is in the Result either way, and running Apply on a new plan goes on
// from there.
func (t *Tracker) Apply(ctx context.Context, p *Plan, c Consent) (*Result, error) {
	r := &run{t: t, plan: p, made: map[string]bool{}, res: &Result{Conflicts: p.Conflicts, Unchanged: p.Unchanged}}
	err := r.all(ctx, c)
	t.o.Report.Step(0, 0, "") // however it ended
	err = t.told(err)
	for _, list := range [][]string{r.res.Failures, r.res.Warnings} {
		for i, s := range list {
			list[i] = t.api.wire.token.redact(s)
		}
	}
	return r.res, err
}

// run is one Apply.
type run struct {
	t    *Tracker
	plan *Plan
	d    differ          // over what is known of the tracker, kept up to date
	made map[string]bool // keys of the issues that this run has created
	res  *Result
}

func (r *run) all(ctx context.Context, c Consent) error {
	if len(r.plan.refused) > 0 {
		return r.plan.refused
	}
	if n := r.plan.Closes(); n > c.MaxClose {
		r.res.Unchanged = len(r.plan.have.Issues) - len(r.plan.Conflicts)
		return Problems{{
			Message: fmt.Sprintf("the plan closes %s, more than the %d that are allowed", words.Count(n, "issue"), c.MaxClose),
			Hint:    fmt.Sprintf("look at the plan; if it is right, add --max-close %d", n),
		}}
	}
	waited, err := r.t.openJournal(ctx)
	if err != nil {
		return err
	}
	if waited {
		if err := r.again(ctx); err != nil {
			return err
		}
	}
	if err := r.settle(ctx); err != nil {
		return err
	}
	defer r.giveBack(ctx)
	r.begin()
	err = r.changes(ctx)
	tracking, _ := r.d.have.find(trackingKey)
	r.res.Tracking = tracking.URL
	if err != nil {
		return err
	}
	return errors.Join(r.remember(), r.last(ctx))
}

// begin works on a copy of what the plan saw.
func (r *run) begin() {
	have := *r.plan.have
	have.Issues = slices.Clone(have.Issues)
	have.Milestones = slices.Clone(have.Milestones)
	have.Labels = slices.Clone(have.Labels)
	have.Denied = slices.Clone(have.Denied)
	have.Children = maps.Clone(have.Children)
	have.Blockers = maps.Clone(have.Blockers)
	r.d = differ{want: r.plan.want, have: &have, plan: &Plan{}, skip: map[string]bool{}, newPhases: map[string]bool{}}
	r.res.Conflicts, r.res.Unchanged = r.plan.Conflicts, r.plan.Unchanged
}

// again makes the plan anew, because time has passed, and insists that it asks
// for nothing that was not agreed to.
func (r *run) again(ctx context.Context) error {
	fresh, err := r.t.Plan(ctx)
	if err != nil {
		return err
	}
	if err := fresh.Refused(); err != nil {
		return err
	}
	if err := fresh.Within(r.plan); err != nil {
		return err
	}
	r.plan = fresh
	return nil
}

// changes makes them in order. If taking the lock shows that the tracker has
// moved on, it begins again with a new plan.
func (r *run) changes(ctx context.Context) error {
	for i := 0; i < len(r.plan.Changes); i++ {
		c := r.plan.Changes[i]
		r.t.o.Report.Step(i, len(r.plan.Changes), c.String())
		moved, err := r.change(ctx, c)
		if moved && err == nil {
			if err = r.again(ctx); err != nil {
				return err
			}
			r.begin()
			i = -1
			continue
		}
		failed := r.res.Failed
		if stop := r.stop(ctx, c, err); stop != nil {
			r.res.Left = len(r.plan.Changes) - i - (r.res.Failed - failed)
			return stop
		}
	}
	return nil
}

// stop counts a failure, and returns an error if there is no use in going on.
func (r *run) stop(ctx context.Context, c Change, err error) error {
	var waits *waitsFor
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("interrupted before everything was done; run apply again to go on: %w", context.Cause(ctx))
	case errors.As(err, &waits):
		r.res.Waiting++
		return nil
	}
	r.res.Failed++
	r.res.Failures = append(r.res.Failures, c.String()+": "+brief(err))
	var none *unanswered
	var strange *strangeAnswer
	var limit *LimitError
	var problems Problems
	switch code := status(err); {
	case errors.As(err, &limit), errors.As(err, &problems), errors.As(err, &none), errors.As(err, &strange):
		return err
	case code == http.StatusUnauthorized, code == http.StatusForbidden:
		return explain(err, r.d.have.Repository.FullName, r.t.o.Server.Host)
	case c.Verb == Take, c.Verb == Create && code != http.StatusUnprocessableEntity && !isLost(err):
		return fmt.Errorf("%s: %s", c, brief(err))
	}
	return nil
}

// waitsFor is the error of a change that needs an issue which could not be
// made.
type waitsFor struct{ keys []string }

func (e *waitsFor) Error() string { return "waits for " + strings.Join(e.keys, ", ") }

// change makes one change. moved is true if the tracker is not what the plan
// saw.
func (r *run) change(ctx context.Context, c Change) (moved bool, err error) {
	switch c.Kind {
	case KindLock:
		return r.changeLock(ctx, c)
	case KindLabel:
		err = r.label(ctx, c)
	case KindMilestone:
		err = r.milestone(ctx, c)
	case KindIssue, KindTracking:
		switch c.Verb {
		case Create:
			err = r.create(ctx, c)
		case Close:
			err = r.close(ctx, c)
		default:
			err = r.update(ctx, c)
		}
	case KindText:
		err = r.update(ctx, c)
	case KindSubIssue:
		err = r.child(ctx, c)
	case KindDependency:
		err = r.dependency(ctx, c)
	}
	return false, err
}

func (r *run) changeLock(ctx context.Context, c Change) (moved bool, err error) {
	if c.Verb == Remove {
		if !r.t.lock.held && !r.t.abandoned(ctx) {
			return false, nil
		}
		return false, r.t.release(ctx)
	}
	if r.t.lock.held { // taken before the plan was made again
		return false, nil
	}
	waited, err := r.t.take(ctx)
	if err != nil || waited {
		return waited, err
	}
	// What somebody made between the plan and the lock must not be made again.
	raws, err := r.t.listRollout(ctx, r.d.have)
	if err != nil {
		return false, err
	}
	for _, raw := range raws {
		for _, b := range parseBody(raw.GetBody(), r.plan.Rollout) {
			if _, known := r.d.have.find(b.Marker.Key); !known {
				return true, nil
			}
		}
	}
	return false, nil
}

// giveBack releases the lock of a run that ended early.
func (r *run) giveBack(ctx context.Context) {
	if !r.t.lock.held {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	r.t.o.Report.Read("the lock, to give it back")
	defer r.t.o.Report.Read("")
	if err := r.t.release(ctx); err != nil {
		r.res.Warnings = append(r.res.Warnings, "the label "+lockLabel(r.plan.Rollout)+" could not be taken away; the next apply does it")
	}
}

// remember writes the numbers of issues that somebody else made into the
// journal, so that it will be noticed when one of them goes away.
func (r *run) remember() error {
	known := map[string]int{}
	for _, e := range r.t.journal.issues() {
		known[e.Key] = e.Number
	}
	for _, h := range r.d.have.Issues {
		if known[h.Key] != h.Number {
			if err := r.t.journal.add(entry{Time: r.t.o.Clock.Now(), Op: opCreated, Key: h.Key, Number: h.Number, ID: h.ID}); err != nil {
				return err
			}
		}
	}
	return nil
}

// last looks once more at the list after issues were made: two runs that both
// thought they had the lock would show here.
func (r *run) last(ctx context.Context) error {
	if r.res.Created == 0 {
		return nil
	}
	raws, err := r.t.listRollout(ctx, r.d.have)
	if err != nil {
		return err
	}
	var seen Observed
	for _, raw := range raws {
		seen.take(raw, r.plan.Rollout)
	}
	return seen.duplicates().err()
}
