package issues

import (
	"fmt"
	"slices"
)

// Within returns nil if p asks for nothing that agreed, an earlier plan of the
// same rollout, did not ask for, on issues that have not moved since. What is
// done already may be missing: an apply that was interrupted goes on. The error
// is a Problems that says what moved.
func (p *Plan) Within(agreed *Plan) error {
	const hint = "make a new plan and look at it"
	if p.Server != agreed.Server || p.Repository != agreed.Repository || p.Rollout != agreed.Rollout {
		return Problems{{
			Message: fmt.Sprintf("the plan is for the rollout %s in %s on %s; the profile is for %s in %s on %s",
				agreed.Rollout, agreed.Repository, agreed.Server, p.Rollout, p.Repository, p.Server),
			Hint: hint,
		}}
	}
	var ps Problems
	add := func(format string, args ...any) {
		ps = append(ps, &Problem{Message: "moved since the plan was made: " + fmt.Sprintf(format, args...), Hint: hint})
	}
	compare(agreed.Runbook, p.Runbook, func(old, now *Fingerprint) {
		switch {
		case old == nil:
			add("the runbook has a new item %s", now.Key)
		case now == nil:
			add("the runbook no longer has the item %s", old.Key)
		default:
			add("the runbook's item %s changed", now.Key)
		}
	})
	compare(agreed.Seen, p.Seen, func(old, now *Fingerprint) {
		if old != nil && now != nil {
			add("issue #%d (%s) was changed", now.Number, now.Key)
		}
	})
	if len(ps) == 0 {
		for _, c := range p.Changes {
			if c.Kind != KindLock && !slices.ContainsFunc(agreed.Changes, func(a Change) bool { return sameChange(a, c) }) {
				add("there is now more to do: %s", c)
			}
		}
	}
	return ps.err()
}

// sameChange ignores what may differ when an interrupted apply goes on: the
// neighbours of a sub-issue, a place instead of a link.
func sameChange(a, c Change) bool {
	if a.Kind == KindSubIssue && c.Kind == KindSubIssue {
		return a.Key == c.Key
	}
	return a.id() == c.id() && a.Digest == c.Digest
}

// compare calls differ for every key whose fingerprint is not the same in both
// lists; nil stands for one that is missing.
func compare(old, now []Fingerprint, differ func(old, now *Fingerprint)) {
	find := func(list []Fingerprint, key string) *Fingerprint {
		if i := slices.IndexFunc(list, func(f Fingerprint) bool { return f.Key == key }); i >= 0 {
			return &list[i]
		}
		return nil
	}
	for i := range old {
		if n := find(now, old[i].Key); n == nil || n.Sum != old[i].Sum || n.Number != old[i].Number {
			differ(&old[i], n)
		}
	}
	for i := range now {
		if find(old, now[i].Key) == nil {
			differ(nil, &now[i])
		}
	}
}
