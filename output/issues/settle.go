package issues

import (
	"context"
	"slices"
	"time"
)

// settlePauses are the waits between two looks for an issue whose create got
// no answer. The last one repeats.
var settlePauses = []time.Duration{2 * time.Second, 5 * time.Second, 15 * time.Second, 30 * time.Second}

// look looks for the issue of a key among the newest ones, twice. It does not
// wait for a list that lags: the next run does.
func (t *Tracker) look(ctx context.Context, key string) (*ObservedIssue, error) {
	for try := range 2 {
		if try > 0 {
			if err := countdown(ctx, t.o.Clock, t.o.Report, settlePauses[0], "an answer was lost; looking for the issue"); err != nil {
				return nil, err
			}
		}
		found, err := t.newest(ctx)
		if err != nil {
			return nil, err
		}
		if is, ok := found[key]; ok {
			return &is, nil
		}
	}
	return nil, nil
}

// newest are the rollout's newest issues by their key.
func (t *Tracker) newest(ctx context.Context) (map[string]ObservedIssue, error) {
	raws, err := t.api.newest(ctx, rolloutLabel(t.rb.ID))
	if err != nil {
		return nil, err
	}
	found := map[string]ObservedIssue{}
	for _, raw := range raws {
		for _, b := range parseBody(raw.GetBody(), t.rb.ID) {
			found[b.Marker.Key] = observedIssue(raw, b)
		}
	}
	return found, nil
}

// settle looks for the issues whose creates an earlier run never saw answered,
// for as long after the attempt as the list may lag, before anything is made
// again.
func (r *run) settle(ctx context.Context) error {
	var pending []string
	var until time.Time
	for key, e := range r.t.journal.creates() {
		if _, there := r.plan.have.find(key); there {
			continue
		}
		pending = append(pending, key)
		if end := e.Time.Add(r.t.o.Settle); end.After(until) {
			until = end
		}
	}
	if len(pending) == 0 {
		return nil
	}
	slices.Sort(pending)
	found := false
	for try := 0; len(pending) > 0; try++ {
		left := until.Sub(r.t.o.Clock.Now())
		if left <= 0 {
			break
		}
		pause := min(left, settlePauses[min(try, len(settlePauses)-1)])
		if err := countdown(ctx, r.t.o.Clock, r.t.o.Report, pause, "looking for issues whose answer was lost"); err != nil {
			return err
		}
		newest, err := r.t.newest(ctx)
		if err != nil {
			return err
		}
		pending = slices.DeleteFunc(pending, func(key string) bool {
			is, ok := newest[key]
			if !ok {
				return false
			}
			found = true
			return r.note(opCreated, key, is.Number, is.ID) == nil
		})
	}
	for _, key := range pending {
		if err := r.note(opVoid, key, 0, 0); err != nil {
			return err
		}
	}
	if found {
		return r.again(ctx)
	}
	return nil
}
