package generator

import "slices"

// companions are those who take part in a step beside the people of its role.
// Who holds several of the roles, or stands in for one, is there once.
func (r *run) companions(s *Step) []Companion {
	if len(s.With)+len(s.OnCall) == 0 {
		return nil
	}
	_, there, _ := r.w.holder(r.p, s.Role)
	there = slices.Clone(there)
	var out []Companion
	add := func(roles []StepRole, onCall bool) {
		for _, role := range roles {
			c := Companion{Role: role.Role, OnCall: onCall}
			c.Title, c.People, c.StandsIn = r.w.holder(r.p, role.Role)
			if !slices.ContainsFunc(c.People, func(p Person) bool { return !slices.Contains(there, p) }) {
				continue
			}
			there = append(there, c.People...)
			out = append(out, c)
		}
	}
	add(s.With, false)
	add(s.OnCall, true)
	return out
}

// Host is who carries the item out, as those beside see them.
func (it Item) Host() Companion {
	return Companion{Role: it.Role, Title: it.RoleTitle, People: it.People, StandsIn: it.StandsIn}
}

// Companion is the role's part in an item of another role, or nil.
func (it Item) Companion(role string) *Companion {
	for i := range it.With {
		if it.With[i].Role == role {
			return &it.With[i]
		}
	}
	return nil
}

// together reports whether somebody sits beside the people of the item.
func (it Item) together() bool {
	return slices.ContainsFunc(it.With, func(c Companion) bool { return !c.OnCall })
}

// joint returns, for a sitting of another role, those of its tasks in which a
// role takes part: with its time, or on call.
func (p *plan) joint(s *sitting, role string, onCall bool) []int {
	var tasks []int
	for _, i := range s.tasks {
		if slices.ContainsFunc(p.tasks[i].with, func(c Companion) bool { return c.Role == role && c.OnCall == onCall }) {
			tasks = append(tasks, i)
		}
	}
	return tasks
}

// attending are the names of all who give their time to a task. A profile may
// say more of somebody under one role than under another, so the name counts.
func (r *run) attending(t *task) []string {
	var names []string
	add := func(people []Person) {
		for _, p := range people {
			if !slices.Contains(names, p.Name) {
				names = append(names, p.Name)
			}
		}
	}
	_, people, _ := r.w.holder(r.p, t.step.Role)
	add(people)
	for _, c := range t.with {
		if !c.OnCall {
			add(c.People)
		}
	}
	return names
}

// takes is how many minutes a sitting takes of whom.
func (p *plan) takes(s *sitting) map[string]int {
	minutes := map[string]int{}
	for _, i := range s.tasks {
		for _, who := range p.tasks[i].people {
			minutes[who] += p.tasks[i].minutes
		}
	}
	return minutes
}
