package generator

import (
	"slices"
	"time"
)

// People give the rollout half a working day at a time: the length of a
// sitting, and what one day of the plan holds for each of them.
const (
	sittingMinutes = 240
	// shortWait is a waiting time that is sat out within a sitting.
	shortWait = 45
)

// plan is in which order and, with a start date, on which days the steps that
// are in are worked through. It is made without any text, so that the check of
// a profile can ask for it.
type plan struct {
	tasks    []*task
	sittings []*sitting
	schedule *Schedule // nil without a start date
}

// task is one step of the plan.
type task struct {
	step    *Step
	minutes int
	wait    Duration
	needs   []int // places in the plan
	with    []Companion
	people  []string // names of those who must be there
	planned *Planned
}

// sitting is a run of tasks of one role that can be done in one go.
type sitting struct {
	number  int // among those of the plan, as they were begun
	role    string
	tasks   []int
	minutes int
	start   moment         // with a schedule
	takes   map[string]int // minutes of each of the people, with a schedule
}

// plan puts the steps that are in into order.
func (r *run) plan() (*plan, error) {
	if r.planned {
		return r.days, r.choice
	}
	r.planned = true
	p := &plan{}
	r.days = p
	if err := r.choose(); err != nil {
		return p, err
	}
	place := make([]int, len(r.in)) // of each step in the plan, from 1
	for _, section := range r.w.Phases {
		for _, s := range section.Steps {
			if r.in[s.number] {
				t := &task{step: s, minutes: r.minutes(s), wait: r.wait(s), with: r.companions(s)}
				t.people = r.attending(t)
				p.tasks = append(p.tasks, t)
				place[s.number] = len(p.tasks)
			}
		}
	}
	for _, t := range p.tasks {
		t.needs = make([]int, 0, len(t.step.Needs))
		for _, n := range t.step.Needs {
			counts, err := r.counts(n)
			if err != nil {
				return p, err
			}
			if counts && place[n.number] > 0 {
				t.needs = append(t.needs, place[n.number]-1)
			}
		}
	}
	p.group()
	if start, err := time.Parse(time.DateOnly, r.p.Text("schedule.start")); err == nil {
		r.schedule(p, start)
	}
	return p, nil
}

// minutes is the hands-on time of a step: the profile's, or the workflow's.
func (r *run) minutes(s *Step) int {
	if m, ok := r.p.minutes[s.ID]; ok {
		return m
	}
	return s.Minutes
}

// wait is the waiting time of a step: the profile's, or the workflow's.
func (r *run) wait(s *Step) Duration {
	if d, ok := r.p.waits[s.ID]; ok {
		return d
	}
	return s.Wait
}

// plan fills the days of items and phases, the role ledger and the longest
// chain.
func (g *generation) plan() {
	p, err := g.run.plan()
	if g.keep(err); err != nil {
		return
	}
	items := g.itemPointers(len(p.tasks))
	days := make([]Planned, len(p.tasks))
	for i, t := range p.tasks {
		if t.planned != nil {
			days[i] = *t.planned
			items[i].Planned = &days[i]
		}
	}
	if p.schedule != nil {
		days := *p.schedule
		g.rb.Schedule = &days
		spanDays(&g.rb.Before)
		for i := range g.rb.Phases {
			spanDays(&g.rb.Phases[i])
		}
	}
	for _, i := range p.longestChain() {
		g.rb.Chain = append(g.rb.Chain, items[i].Key)
	}
	g.ledger(p, items)
}

// spanDays gives a phase the first and the last day of its items.
func spanDays(p *Phase) {
	for _, it := range p.Items {
		if it.Planned == nil {
			continue
		}
		if p.Start == "" || it.Planned.Start < p.Start {
			p.Start = it.Planned.Start
		}
		p.Due = max(p.Due, it.Planned.Ready)
	}
}

func (g *generation) itemPointers(n int) []*Item {
	items := make([]*Item, 0, n)
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

// group lets each task join the last sitting of its role unless something in
// between has to wait for that sitting.
func (p *plan) group() {
	last := map[string]*sitting{}
	of := make([]*sitting, len(p.tasks))
	for i, t := range p.tasks {
		role := t.step.Role
		s := last[role]
		if s == nil || s.minutes+t.minutes > sittingMinutes || p.mustWait(i, s, of) {
			s = &sitting{number: len(p.sittings), role: role}
			p.sittings = append(p.sittings, s)
			last[role] = s
		}
		s.tasks = append(s.tasks, i)
		s.minutes += t.minutes
		of[i] = s
	}
}

// mustWait reports whether a task depends on s by way of another sitting, or
// on a task of s with a long waiting time.
func (p *plan) mustWait(i int, s *sitting, of []*sitting) bool {
	var seen []bool                   // by number
	var reaches func(t *sitting) bool // t must wait for s
	reaches = func(t *sitting) bool {
		if seen == nil {
			seen = make([]bool, len(p.sittings))
		}
		if seen[t.number] {
			return false
		}
		seen[t.number] = true
		for _, k := range t.tasks {
			for _, n := range p.tasks[k].needs {
				if of[n] == s || of[n] != t && reaches(of[n]) {
					return true
				}
			}
		}
		return false
	}
	for _, n := range p.tasks[i].needs {
		switch {
		case of[n] == s:
			if p.tasks[n].wait.Elapsed() > shortWait {
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
func (p *plan) longestChain() []int {
	best, from := make([]int, len(p.tasks)), make([]int, len(p.tasks))
	end := -1
	for i, t := range p.tasks {
		from[i] = -1
		for _, n := range t.needs {
			if n < i && (from[i] < 0 || best[n] > best[from[i]]) {
				from[i] = n
			}
		}
		best[i] = t.minutes + t.wait.Elapsed()
		if from[i] >= 0 {
			best[i] += best[from[i]]
		}
		if end < 0 || best[i] > best[end] {
			end = i
		}
	}
	var chain []int
	for i := end; i >= 0; i = from[i] {
		chain = append(chain, i)
	}
	slices.Reverse(chain)
	if len(chain) < 2 {
		return nil
	}
	return chain
}
