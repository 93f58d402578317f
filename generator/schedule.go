package generator

import (
	"slices"
	"time"
)

// calendar knows the days on which nobody works.
type calendar struct {
	holidays map[string]bool
}

func (c calendar) works(day time.Time) bool {
	weekday := day.Weekday()
	return weekday != time.Saturday && weekday != time.Sunday && !c.holidays[day.Format(time.DateOnly)]
}

// workday is day, or the first working day after it.
func (c calendar) workday(day time.Time) time.Time {
	for range 3660 { // a profile may list a holiday for every day
		if c.works(day) {
			return day
		}
		day = day.AddDate(0, 0, 1)
	}
	return day
}

// workMinutes is what a working day has; what does not fit goes on tomorrow.
const workMinutes = 480

// moment is a time of the plan: minutes of work after the start of a day.
type moment struct {
	day    time.Time
	minute int
}

func (m moment) before(o moment) bool {
	return m.day.Before(o.day) || m.day.Equal(o.day) && m.minute < o.minute
}

func (c calendar) tomorrow(m moment) moment {
	return moment{c.workday(m.day.AddDate(0, 0, 1)), 0}
}

// after is when a waiting time that begins at m has passed.
func (c calendar) after(m moment, wait Duration) moment {
	for range wait.Days {
		m = c.tomorrow(m)
	}
	switch {
	case wait.Minutes > sittingMinutes:
		day := m.day.AddDate(0, 0, (wait.Minutes+24*60-1)/(24*60))
		m = moment{c.workday(day), 0}
	case wait.Minutes > 0:
		if m.minute += wait.Minutes; m.minute > workMinutes {
			m = c.tomorrow(m)
		}
	}
	return m
}

// schedule gives every item its day: as early as what it needs allows, a role
// having half a day a day, all items of a sitting on the same days.
func (g *generation) schedule(start string, items []*Item, needs [][]int, sittings []*sitting) {
	first, err := time.Parse(time.DateOnly, start)
	if err != nil {
		return
	}
	cal := calendar{holidays: map[string]bool{}}
	if days, ok := g.p.Value("schedule.holidays").([]any); ok {
		for _, d := range days {
			if s, ok := d.(string); ok {
				cal.holidays[s] = true
			}
		}
	}
	first = cal.workday(first)
	of := make([]*sitting, len(items))
	for _, s := range sittings {
		for _, i := range s.items {
			of[i] = s
		}
	}
	b := &booking{
		g: g, cal: cal, items: items,
		ready: make([]moment, len(items)), free: map[string]moment{}, used: map[string]int{},
	}
	waiting := slices.Clone(sittings)
	for len(waiting) > 0 {
		k := slices.IndexFunc(waiting, func(s *sitting) bool { return canStart(s, of, needs, b.ready) })
		s := waiting[max(k, 0)]
		waiting = slices.Delete(waiting, max(k, 0), max(k, 0)+1)
		from := moment{day: first}
		for _, i := range s.items {
			for _, n := range needs[i] {
				if of[n] != s && from.before(b.ready[n]) {
					from = b.ready[n]
				}
			}
		}
		b.book(s, from)
	}
	last := first
	for i, it := range items {
		if b.ready[i].day.After(last) {
			last = b.ready[i].day
		}
		p := &g.rb.Before
		if it.Phase > 0 {
			p = &g.rb.Phases[slices.IndexFunc(g.rb.Phases, func(p Phase) bool { return p.Number == it.Phase })]
		}
		if p.Start == "" || it.Planned.Start < p.Start {
			p.Start = it.Planned.Start
		}
		p.Due = max(p.Due, it.Planned.Ready)
	}
	g.rb.Schedule = &Schedule{Start: first.Format(time.DateOnly), End: last.Format(time.DateOnly)}
}

func canStart(s *sitting, of []*sitting, needs [][]int, ready []moment) bool {
	for _, i := range s.items {
		for _, n := range needs[i] {
			if of[n] != s && ready[n].day.IsZero() {
				return false
			}
		}
	}
	return true
}

// booking is the state of the plan while sittings are put on days.
type booking struct {
	g     *generation
	cal   calendar
	items []*Item
	ready []moment          // when an item's result can be used
	free  map[string]moment // when a role has time again
	used  map[string]int    // minutes the role has given on the day of free
}

// book puts a sitting on the first time from the given one on that its role
// has room for, a long one on as many days as it takes.
func (b *booking) book(s *sitting, from moment) {
	if free := b.free[s.role]; from.before(free) {
		from = free
	}
	from.day = b.cal.workday(from.day)
	if !from.day.Equal(b.free[s.role].day) {
		b.used[s.role] = 0
	}
	if used := b.used[s.role]; used > 0 && used+s.minutes > sittingMinutes || from.minute > 0 && from.minute+s.minutes > workMinutes {
		from = b.cal.tomorrow(from)
		b.used[s.role] = 0
	}
	s.day = from.day
	at := from
	for _, i := range s.items {
		begin := at.day
		left := b.items[i].Minutes
		for left > sittingMinutes {
			left -= sittingMinutes
			at = b.cal.tomorrow(at)
			b.used[s.role] = 0
		}
		b.used[s.role] += left
		at.minute += left
		end := at
		if at.minute > workMinutes {
			at = b.cal.tomorrow(at)
		}
		b.ready[i] = b.cal.after(end, b.g.wait(b.items[i].Key))
		b.items[i].Planned = &Planned{Start: begin.Format(time.DateOnly), End: end.day.Format(time.DateOnly), Ready: b.ready[i].day.Format(time.DateOnly)}
	}
	b.free[s.role] = at
}

// wait is the waiting time of an item: the profile's, or the workflow's.
func (g *generation) wait(key string) Duration {
	id := key[len(g.w.ID)+1:]
	if d, ok := g.p.waits[id]; ok {
		return d
	}
	return g.w.steps[id].Wait
}

// deadlines warns of the days that the plan misses.
func (g *generation) deadlines() {
	for _, rule := range g.w.Rules {
		if rule.Deadline == nil {
			continue
		}
		if applies, err := rule.When.holds(g.scope); err != nil || !applies {
			g.keep(err)
			continue
		}
		day, err := rule.Deadline.value(g.scope)
		g.keep(err)
		deadline, _ := day.(string)
		if deadline == "" || g.rb.Schedule.End < deadline {
			continue
		}
		g.rb.Warnings = append(g.rb.Warnings, Warning{ID: rule.ID, At: rule.At, Message: g.text(rule.Message), Hint: g.text(rule.Hint)})
	}
}
