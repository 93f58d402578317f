package generator

import (
	"slices"
	"time"
)

// A role gives the rollout half a working day at a time: the length of a
// sitting, and what one day of the plan holds for each role.
const (
	sittingMinutes = 240
	// shortWait is a waiting time that is sat out within a sitting.
	shortWait = 45
)

// sitting is a run of items of one role that can be done in one go.
type sitting struct {
	role    string
	items   []int
	minutes int
	day     time.Time // first day, with a schedule
}

// plan groups items into sittings, fills the role ledger, finds the longest
// chain and, with a start date, the days.
func (g *generation) plan() {
	items := g.itemPointers()
	index := map[string]int{}
	for i, it := range items {
		index[it.Key] = i
	}
	needs := make([][]int, len(items))
	for i, it := range items {
		for _, n := range it.Needs {
			if j, ok := index[n.Key]; ok {
				needs[i] = append(needs[i], j)
			}
		}
	}
	sittings := groupSittings(items, needs)
	g.rb.Chain = longestChain(items, needs)
	if start := g.p.Text("schedule.start"); start != "" {
		g.schedule(start, items, needs, sittings)
		g.deadlines()
	}
	g.ledger(items, needs, sittings)
}

func (g *generation) itemPointers() []*Item {
	var items []*Item
	for i := range g.rb.Before.Items {
		items = append(items, &g.rb.Before.Items[i])
	}
	for p := range g.rb.Phases {
		for i := range g.rb.Phases[p].Items {
			items = append(items, &g.rb.Phases[p].Items[i])
		}
	}
	return items
}

// groupSittings lets each item join the last sitting of its role unless
// something in between has to wait for that sitting.
func groupSittings(items []*Item, needs [][]int) []*sitting {
	var all []*sitting
	last := map[string]*sitting{}
	of := make([]*sitting, len(items))
	for i, it := range items {
		s := last[it.Role]
		if s == nil || s.minutes+it.Minutes > sittingMinutes || mustWait(i, s, of, items, needs, all) {
			s = &sitting{role: it.Role}
			all = append(all, s)
			last[it.Role] = s
		}
		s.items = append(s.items, i)
		s.minutes += it.Minutes
		of[i] = s
	}
	return all
}

// mustWait reports whether item i depends on s by way of another sitting, or
// on an item of s with a long waiting time.
func mustWait(i int, s *sitting, of []*sitting, items []*Item, needs [][]int, all []*sitting) bool {
	seen := make(map[*sitting]bool, len(all))
	var reaches func(t *sitting) bool // t must wait for s
	reaches = func(t *sitting) bool {
		if seen[t] {
			return false
		}
		seen[t] = true
		for _, k := range t.items {
			for _, n := range needs[k] {
				if of[n] == s || of[n] != t && reaches(of[n]) {
					return true
				}
			}
		}
		return false
	}
	for _, n := range needs[i] {
		switch {
		case of[n] == s:
			if items[n].Wait.Minutes > shortWait {
				return true
			}
		case reaches(of[n]):
			return true
		}
	}
	return false
}

// longestChain is the chain of needs that takes longest, hands-on and waiting
// time together.
func longestChain(items []*Item, needs [][]int) []string {
	best, from := make([]int, len(items)), make([]int, len(items))
	end := -1
	for i, it := range items {
		from[i] = -1
		for _, n := range needs[i] {
			if n < i && (from[i] < 0 || best[n] > best[from[i]]) {
				from[i] = n
			}
		}
		best[i] = it.Minutes + it.Wait.Minutes
		if from[i] >= 0 {
			best[i] += best[from[i]]
		}
		if end < 0 || best[i] > best[end] {
			end = i
		}
	}
	var chain []string
	for i := end; i >= 0; i = from[i] {
		chain = append(chain, items[i].Key)
	}
	slices.Reverse(chain)
	if len(chain) < 2 {
		return nil
	}
	return chain
}

// ledger says per role who it is, what it does and in how many sittings.
func (g *generation) ledger(items []*Item, needs [][]int, sittings []*sitting) {
	for _, role := range g.w.Roles {
		entry := RoleEntry{ID: role.ID, Title: role.Title}
		for _, s := range sittings {
			if s.role != role.ID {
				continue
			}
			out := Sitting{Minutes: s.minutes}
			if !s.day.IsZero() {
				out.Planned = s.day.Format(time.DateOnly)
			}
			for _, i := range s.items {
				out.Keys = append(out.Keys, items[i].Key)
				for _, n := range needs[i] {
					need := Need{items[n].Key, items[n].Number, items[n].Title}
					if !slices.Contains(s.items, n) && !slices.Contains(out.Ready, need) {
						out.Ready = append(out.Ready, need)
					}
				}
			}
			entry.Keys = append(entry.Keys, out.Keys...)
			entry.Minutes += s.minutes
			entry.Sittings = append(entry.Sittings, out)
		}
		if len(entry.Keys) == 0 {
			continue
		}
		entry.Summary = g.md(role.Summary)
		_, entry.People, entry.StandsIn = g.holder(role.ID)
		g.rb.Roles = append(g.rb.Roles, entry)
	}
}
