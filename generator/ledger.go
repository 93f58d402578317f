package generator

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// ledger says per role who it is, what it does and in how many sittings.
func (g *generation) ledger(p *plan, items []*Item) {
	sittings := p.inOrder()
	for _, role := range g.w.Roles {
		entry := RoleEntry{ID: role.ID, Title: role.Title, Company: role.Company}
		for _, s := range sittings {
			if s.role == role.ID {
				out := p.sitting(s, s.tasks, items)
				out.Ready = p.ready(s.tasks, items, role.ID)
				out.With = guests(s.tasks, items)
				entry.Keys = append(entry.Keys, out.Keys...)
				entry.Sittings = append(entry.Sittings, out)
				continue
			}
			for _, onCall := range []bool{false, true} {
				tasks := p.joint(s, role.ID, onCall)
				if len(tasks) == 0 {
					continue
				}
				out := p.sitting(s, tasks, items)
				out.With = []Companion{items[tasks[0]].Host()}
				if out.Beside, out.OnCall = s.role, onCall; !onCall {
					out.Ready = p.ready(tasks, items, role.ID, s.role)
				}
				entry.Sittings = append(entry.Sittings, out)
			}
		}
		if len(entry.Sittings) == 0 {
			continue
		}
		for _, s := range entry.Sittings {
			if !s.OnCall {
				entry.Minutes += s.Minutes
			}
		}
		entry.Summary = g.md(role.Summary)
		g.w.nameHolder(g.p, &entry)
		g.rb.Roles = append(g.rb.Roles, entry)
	}
}

// inOrder returns the sittings as they come in time, as far as that is known:
// by their days, or without days each after those that it waits for.
func (p *plan) inOrder() []*sitting {
	if p.schedule == nil {
		return p.afterNeeds()
	}
	return slices.SortedStableFunc(slices.Values(p.sittings), func(a, b *sitting) int {
		return cmp.Or(a.start.day.Compare(b.start.day), cmp.Compare(a.start.minute, b.start.minute))
	})
}

// afterNeeds orders the sittings by what they need of each other. A sitting
// that began early may have taken in a task that waits for a later one.
func (p *plan) afterNeeds() []*sitting {
	done := make([]bool, len(p.tasks))
	can := func(s *sitting) bool {
		return !slices.ContainsFunc(s.tasks, func(i int) bool {
			return slices.ContainsFunc(p.tasks[i].needs, func(n int) bool { return !done[n] && !slices.Contains(s.tasks, n) })
		})
	}
	var out []*sitting
	for waiting := slices.Clone(p.sittings); len(waiting) > 0; {
		next := max(0, slices.IndexFunc(waiting, can))
		for _, i := range waiting[next].tasks {
			done[i] = true
		}
		out = append(out, waiting[next])
		waiting = slices.Delete(waiting, next, next+1)
	}
	return out
}

// sitting is the part of a sitting with these tasks.
func (p *plan) sitting(s *sitting, tasks []int, items []*Item) Sitting {
	out := Sitting{}
	if !s.start.day.IsZero() {
		out.Planned = s.start.day.Format(time.DateOnly)
		if t := p.tasks[tasks[0]]; t.planned != nil {
			out.Planned = t.planned.Start // a long sitting may come to them on a later day
		}
	}
	for _, i := range tasks {
		out.Minutes += p.tasks[i].minutes
		out.Keys = append(out.Keys, items[i].Key)
	}
	return out
}

// ready lists what others than these roles must have done before the tasks,
// what one role does in a row.
func (p *plan) ready(tasks []int, items []*Item, but ...string) []Awaited {
	var out []Awaited
	first := map[string]int{} // place of what a role does
	for _, i := range tasks {
		for _, n := range p.tasks[i].needs {
			it := items[n]
			if slices.Contains(but, it.Role) || slices.ContainsFunc(out, func(o Awaited) bool { return o.Key == it.Key }) {
				continue
			}
			if _, ok := first[it.Role]; !ok {
				first[it.Role] = len(out)
			}
			out = append(out, Awaited{Need{it.Key, it.Number, it.Title}, it.Host()})
		}
	}
	slices.SortStableFunc(out, func(a, b Awaited) int { return cmp.Compare(first[a.By.Role], first[b.By.Role]) })
	return out
}

// guests are those who take part in some of a sitting's tasks, and in which:
// first who sits beside, then who is on call.
func guests(tasks []int, items []*Item) []Companion {
	var out []Companion
	for _, onCall := range []bool{false, true} {
		for _, i := range tasks {
			for _, c := range items[i].With {
				same := func(o Companion) bool { return o.Role == c.Role && o.OnCall == onCall }
				if c.OnCall != onCall || slices.ContainsFunc(out, same) {
					continue
				}
				var in []string
				for _, j := range tasks {
					if slices.ContainsFunc(items[j].With, same) {
						in = append(in, items[j].Number)
					}
				}
				if len(in) < len(tasks) {
					c.In = strings.Join(in, ", ")
				}
				out = append(out, c)
			}
		}
	}
	return out
}
