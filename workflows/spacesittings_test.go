package workflows_test

import (
	"slices"
	"time"

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
	f.sums(p, rb)
	f.days(p, rb)
}

// sums counts the times of the roles anew, and finds numbers given twice.
func (f *findings) sums(p point, rb *generator.Runbook) {
	minutes, numbers := map[string]int{}, map[string]bool{}
	number := func(n string) {
		if numbers[n] {
			f.add(p, "%s is the number of two items", n)
		}
		numbers[n] = true
	}
	for _, it := range rb.Items() {
		minutes[it.Key] = it.Minutes
		number(it.Number)
	}
	for _, ref := range rb.References {
		for _, e := range ref.Entries {
			number(e.Number)
		}
	}
	for _, role := range rb.Roles {
		all := 0
		for _, s := range role.Sittings {
			sum := 0
			for _, key := range s.Keys {
				sum += minutes[key]
			}
			if s.Minutes != sum {
				f.add(p, "a sitting of %s takes %d minutes, its items %d", role.ID, s.Minutes, sum)
			}
			if !s.OnCall {
				all += sum
			}
		}
		if role.Minutes != all {
			f.add(p, "%s takes %d minutes, its sittings %d", role.ID, role.Minutes, all)
		}
	}
}

// days looks at the plan: nobody works on a weekend, and nothing begins before
// what it needs is ready.
func (f *findings) days(p point, rb *generator.Runbook) {
	ready := map[string]string{}
	for _, it := range rb.Items() {
		if rb.Schedule == nil {
			if it.Planned != nil {
				f.add(p, "%s has a day without a first one", it.Key)
			}
			continue
		}
		day := *it.Planned
		for _, d := range []string{day.Start, day.End, day.Ready} {
			if on, err := time.Parse(time.DateOnly, d); err != nil || on.Weekday() == time.Saturday || on.Weekday() == time.Sunday {
				f.add(p, "%s is planned for %q", it.Key, d)
			}
		}
		if day.Start > day.End || day.End > day.Ready || day.Start < rb.Schedule.Start || day.Ready > rb.Schedule.End {
			f.add(p, "%s is planned from %s to %s, ready on %s", it.Key, day.Start, day.End, day.Ready)
		}
		for _, need := range it.Needs {
			if ready[need.Key] > day.Start {
				f.add(p, "%s begins on %s, before %s is ready", it.Key, day.Start, need.Key)
			}
		}
		ready[it.Key] = day.Ready
	}
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
