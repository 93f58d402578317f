package issues

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"github.com/google/go-github/v58/github"
)

// once makes something that cannot be there twice: names are unique and links
// are sets. A lost answer or a refusal is settled by looking.
func once(do func() error, there func() (bool, error)) error {
	for try := 1; ; try++ {
		err := do()
		if err == nil {
			return nil
		}
		refused := status(err) == http.StatusUnprocessableEntity
		if !isLost(err) && !refused {
			return err
		}
		ok, lookErr := there()
		switch {
		case lookErr != nil:
			return lookErr
		case ok:
			return nil
		case refused || try == attempts:
			return err
		}
	}
}

func (r *run) label(ctx context.Context, c Change) error {
	var l Label
	for _, w := range r.plan.want.Labels {
		if w.Name == c.Key {
			l = w
		}
	}
	r.res.Labels++
	if c.Verb == Update {
		have, _ := r.d.have.label(l.Name)
		l.Name = have.Name
		return r.t.api.updateLabel(ctx, l)
	}
	err := once(
		func() error { return r.t.api.createLabel(ctx, l) },
		func() (bool, error) { _, ok, err := r.t.api.label(ctx, l.Name); return ok, err },
	)
	if err == nil {
		r.d.have.Labels = append(r.d.have.Labels, l)
	}
	return err
}

func (r *run) milestone(ctx context.Context, c Change) error {
	i := slices.IndexFunc(r.plan.want.Milestones, func(m Milestone) bool { return m.Phase == c.Key })
	if i < 0 {
		return fmt.Errorf("the runbook has no phase %s", c.Key)
	}
	m := r.plan.want.Milestones[i]
	r.res.Labels++
	if c.Verb == Update {
		return r.t.api.updateMilestone(ctx, c.Number, r.milestonePatch(m, c))
	}
	var made ObservedMilestone
	err := once(
		func() (err error) { made, err = r.t.api.createMilestone(ctx, m, r.plan.Rollout); return err },
		func() (bool, error) {
			all, err := r.t.api.milestones(ctx, r.plan.Rollout)
			r.d.have.Milestones = all
			found, ok := r.d.have.milestone(m)
			made = found
			return ok, err
		},
	)
	if err == nil {
		r.d.have.Milestones = append(r.d.have.Milestones, made)
		r.d.newPhases[m.Phase] = true
	}
	return err
}

// milestonePatch changes only the fields that are in the plan; for the others
// the marker keeps saying what was last written.
func (r *run) milestonePatch(m Milestone, c Change) *github.Milestone {
	var have ObservedMilestone
	for _, om := range r.d.have.Milestones {
		if om.Number == c.Number {
			have = om
		}
	}
	full := milestoneRequest(m, r.plan.Rollout)
	out := &github.Milestone{}
	mm, text := have.Marker, have.Text
	for _, f := range c.Fields {
		switch f.Name {
		case "title":
			out.Title, mm.Title = full.Title, checksum(m.Title)
		case "due":
			out.DueOn, mm.Due = full.DueOn, m.Due
		case "text":
			text, mm.Text = m.Text, checksum(comparableText(m.Text))
		}
	}
	out.Description = new(describe(text, mm))
	return out
}

// dependency links or unlinks two issues, by their ids.
func (r *run) dependency(ctx context.Context, c Change) error {
	blocked, ok1 := r.d.have.find(c.Key)
	blocker, ok2 := r.d.have.find(c.Other)
	if !ok1 || !ok2 {
		return &waitsFor{[]string{c.Key, c.Other}}
	}
	r.res.Linked++
	if c.Verb == Unlink {
		if err := r.t.api.removeBlocker(ctx, blocked.Number, blocker.ID); err != nil {
			return err
		}
		r.d.have.Blockers[c.Key] = slices.DeleteFunc(slices.Clone(r.d.have.Blockers[c.Key]), func(k string) bool { return k == c.Other })
		return nil
	}
	return once(
		func() error { return r.t.api.addBlocker(ctx, blocked.Number, blocker.ID) },
		func() (bool, error) {
			numbers, err := r.t.api.blockers(ctx, blocked.Number)
			return slices.Contains(numbers, blocker.Number), err
		},
	)
}

// child makes an issue a sub-issue of the tracking issue, and puts it where it
// belongs if siblings that come later are there already.
func (r *run) child(ctx context.Context, c Change) error {
	parent, ok1 := r.d.have.find(trackingKey)
	is, ok2 := r.d.have.find(c.Key)
	if !ok1 || !ok2 {
		return &waitsFor{[]string{trackingKey, c.Key}}
	}
	r.res.Linked++
	place := c.Verb == Place || c.Writes == 2
	if c.Verb == Link {
		if place {
			if err := r.note(opPlace, c.Key, is.Number, 0); err != nil {
				return err
			}
		}
		err := once(
			func() error { return r.t.api.addChild(ctx, parent.Number, is.ID) },
			func() (bool, error) {
				numbers, err := r.t.api.children(ctx, parent.Number)
				return slices.Contains(numbers, is.Number), err
			},
		)
		if err != nil {
			return err
		}
	}
	if place {
		if sibling, behind, ok := r.neighbour(c.Key); ok {
			if err := r.t.api.placeChild(ctx, parent.Number, is.ID, sibling, behind); err != nil {
				return err
			}
		}
		if err := r.note(opPlaced, c.Key, is.Number, 0); err != nil {
			return err
		}
	}
	if r.d.have.Children != nil {
		r.d.have.Children[c.Key] = true
	}
	return nil
}

// neighbour is the id of the nearest sibling that is there: the one before, or
// for the first of all the one after.
func (r *run) neighbour(key string) (id int64, behind, ok bool) {
	list := r.plan.want.Issues
	at := slices.IndexFunc(list, func(is Issue) bool { return is.Key == key })
	for i := at - 1; i >= 0; i-- {
		if is, found := r.d.have.find(list[i].Key); found && r.d.have.Children[is.Key] {
			return is.ID, true, true
		}
	}
	for i := at + 1; i >= 1 && i < len(list); i++ {
		if is, found := r.d.have.find(list[i].Key); found && r.d.have.Children[is.Key] {
			return is.ID, false, true
		}
	}
	return 0, false, false
}
