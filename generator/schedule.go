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

// schedule gives every task its day: as early as what it needs allows, a role
// having half a day a day, all tasks of a sitting on the same days.
func (r *run) schedule(p *plan, start time.Time) {
	cal := calendar{holidays: map[string]bool{}}
	if days, ok := r.p.Value("schedule.holidays").([]any); ok {
		for _, d := range days {
			if s, ok := d.(string); ok {
				cal.holidays[s] = true
			}
		}
	}
	first := cal.workday(start)
	of := make([]*sitting, len(p.tasks))
	for _, s := range p.sittings {
		for _, i := range s.tasks {
			of[i] = s
		}
	}
	b := &booking{cal: cal, tasks: p.tasks, ready: make([]moment, len(p.tasks)), free: map[string]moment{}, used: map[string]int{}}
	waiting := slices.Clone(p.sittings)
	for len(waiting) > 0 {
		k := max(slices.IndexFunc(waiting, func(s *sitting) bool { return b.canStart(s, of) }), 0)
		s := waiting[k]
		waiting = slices.Delete(waiting, k, k+1)
		from := moment{day: first}
		for _, i := range s.tasks {
			for _, n := range p.tasks[i].needs {
				if of[n] != s && from.before(b.ready[n]) {
					from = b.ready[n]
				}
			}
		}
		b.book(s, from)
	}
	last := first
	for _, ready := range b.ready {
		if ready.day.After(last) {
			last = ready.day
		}
	}
	p.schedule = &Schedule{Start: first.Format(time.DateOnly), End: last.Format(time.DateOnly)}
}

// booking is the state of the plan while sittings are put on days.
type booking struct {
	cal   calendar
	tasks []*task
	ready []moment          // when a task's result can be used
	free  map[string]moment // when a role has time again
	used  map[string]int    // minutes the role has given on the day of free
}

// canStart reports whether everything that a sitting needs is booked.
func (b *booking) canStart(s *sitting, of []*sitting) bool {
	for _, i := range s.tasks {
		for _, n := range b.tasks[i].needs {
			if of[n] != s && b.ready[n].day.IsZero() {
				return false
			}
		}
	}
	return true
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
	for _, i := range s.tasks {
		begin := at.day
		left := b.tasks[i].minutes
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
		b.ready[i] = b.cal.after(end, b.tasks[i].wait)
		b.tasks[i].planned = &Planned{Start: begin.Format(time.DateOnly), End: end.day.Format(time.DateOnly), Ready: b.ready[i].day.Format(time.DateOnly)}
	}
	b.free[s.role] = at
}
