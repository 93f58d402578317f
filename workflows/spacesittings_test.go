package workflows_test

import (
	"slices"

	"runbook/generator"
)

// What must be true of the sittings of every profile, see space_test.go.

// sittings must cover every item once, and their order must be possible.
func (f *findings) sittings(p point, rb *generator.Runbook, place map[string]int) {
	of := map[string]int{}
	n := 0
	for _, role := range rb.Roles {
		for _, s := range role.Sittings {
			if s.Beside != "" {
				continue // the sitting of another role
			}
			n++
			for _, key := range s.Keys {
				if of[key] != 0 {
					f.add(p, "%s is in two sittings", key)
				}
				of[key] = n
			}
		}
	}
	if len(of) != len(place) {
		f.add(p, "%d items in sittings, %d in the runbook", len(of), len(place))
	}
	before := make(map[int][]int, n)
	for _, it := range rb.Items() {
		for _, need := range it.Needs {
			if of[need.Key] != of[it.Key] {
				before[of[it.Key]] = append(before[of[it.Key]], of[need.Key])
			}
		}
	}
	state := make([]int, n+1)
	var cyclic func(s int) bool
	cyclic = func(s int) bool {
		if state[s] == 1 {
			return true
		}
		if state[s] == 2 {
			return false
		}
		state[s] = 1
		if slices.ContainsFunc(before[s], cyclic) {
			return true
		}
		state[s] = 2
		return false
	}
	for s := 1; s <= n; s++ {
		if cyclic(s) {
			f.add(p, "the sittings wait for each other")
			return
		}
	}
	f.inTurn(p, rb)
}

// inTurn looks whether each role finds its sittings, and those in which it
// takes part, in an order in which it can come to them.
func (f *findings) inTurn(p point, rb *generator.Runbook) {
	for _, role := range rb.Roles {
		turn := map[string]int{}
		for n, s := range role.Sittings {
			for _, key := range s.Keys {
				if !s.OnCall {
					turn[key] = n
				}
			}
		}
		for _, it := range rb.Items() {
			for _, need := range it.Needs {
				mine, ok := turn[it.Key]
				if its, both := turn[need.Key]; ok && both && its > mine {
					f.add(p, "%s has %s in a sitting before that of %s", role.ID, it.Key, need.Key)
				}
			}
		}
	}
}
