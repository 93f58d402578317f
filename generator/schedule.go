package generator

import (
	"slices"
	"time"
)

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

func (m moment) later(o moment) moment {
	if m.before(o) {
		return o
	}
	return m
}

func (c Calendar) tomorrow(m moment) moment {
	return moment{c.Workday(m.day.AddDate(0, 0, 1)), 0}
}

// after is when a waiting time that begins at m has passed.
func (c Calendar) after(m moment, wait Duration) moment {
	for range wait.Days {
		m = c.tomorrow(m)
	}
	switch {
	case wait.Minutes > sittingMinutes:
		day := m.day.AddDate(0, 0, (wait.Minutes+24*60-1)/(24*60))
		m = moment{c.Workday(day), 0}
	case wait.Minutes > 0:
		if m.minute += wait.Minutes; m.minute > workMinutes {
			m = c.tomorrow(m)
		}
	}
	return m
}

// schedule gives every task its day: as early as what it needs allows, all
// tasks of a sitting on the same days. Whoever takes part has half a day a day,
// and does one thing after the other, whatever roles are theirs.
func (r *run) schedule(p *plan, start time.Time) {
	cal := r.calendar()
	first := cal.Workday(start)
	of := make([]*sitting, len(p.tasks))
	for _, s := range p.sittings {
		s.takes = p.takes(s)
		for _, i := range s.tasks {
			of[i] = s
		}
	}
	b := &booking{cal: cal, tasks: p.tasks, ready: make([]moment, len(p.tasks)), free: map[string]moment{}, used: map[string]int{}}
	for waiting := slices.Clone(p.sittings); len(waiting) > 0; {
		next, from := 0, moment{}
		for k, s := range waiting {
			// The one that can start first; of several the first in order.
			if start, ok := b.earliest(s, of, moment{day: first}); ok && (from.day.IsZero() || start.before(from)) {
				next, from = k, start
			}
		}
		b.book(waiting[next], from)
		waiting = slices.Delete(waiting, next, next+1)
	}
	last := first
	for _, ready := range b.ready {
		if ready.day.After(last) {
			last = ready.day
		}
	}
	p.schedule = &Schedule{Start: cal.date(first), End: cal.date(last), Holidays: r.holidays()}
}

// booking is the state of the plan while sittings are put on days.
type booking struct {
	cal   Calendar
	tasks []*task
	ready []moment          // when a task's result can be used
	free  map[string]moment // when somebody has time again
	used  map[string]int    // minutes they have given on the day of free
}

// earliest is when a sitting can start: what it needs is ready, and all who
// take part have time. It is not ok while something that it needs has no day.
func (b *booking) earliest(s *sitting, of []*sitting, first moment) (from moment, ok bool) {
	from = first
	for _, i := range s.tasks {
		for _, n := range b.tasks[i].needs {
			if of[n] == s {
				continue
			}
			if b.ready[n].day.IsZero() {
				return moment{}, false
			}
			from = from.later(b.ready[n])
		}
	}
	for who := range s.takes {
		from = from.later(b.free[who])
	}
	from.day = b.cal.Workday(from.day)
	for !b.fits(s, from) {
		from = b.cal.tomorrow(from)
	}
	return from, true
}

// fits reports whether all who take part have room for their minutes: on a day
// that has begun for them not more than a sitting, all in all.
func (b *booking) fits(s *sitting, from moment) bool {
	for who, minutes := range s.takes {
		if used := b.usedOn(who, from.day); used > 0 && used+minutes > sittingMinutes {
			return false
		}
	}
	return from.minute == 0 || from.minute+s.minutes <= workMinutes
}

// usedOn is how many minutes somebody has given on a day.
func (b *booking) usedOn(who string, day time.Time) int {
	if !b.free[who].day.Equal(day) {
		return 0
	}
	return b.used[who]
}

// book puts a sitting on the days from the given time on, a long one on as
// many as it takes.
func (b *booking) book(s *sitting, from moment) {
	s.start = from
	at := from
	for _, i := range s.tasks {
		t := b.tasks[i]
		begin := at.day
		left := t.minutes
		for left > sittingMinutes {
			left -= sittingMinutes
			at = b.cal.tomorrow(at)
		}
		at.minute += left
		end := at
		if at.minute > workMinutes {
			at = b.cal.tomorrow(at)
		}
		b.ready[i] = b.cal.after(end, t.wait)
		t.planned = &Planned{Start: b.cal.date(begin), End: b.cal.date(end.day), Ready: b.cal.date(b.ready[i].day)}
		for _, who := range t.people {
			b.spend(who, left, at)
		}
	}
}

// spend takes minutes of somebody, who is free again at the given time.
func (b *booking) spend(who string, minutes int, until moment) {
	b.used[who] = b.usedOn(who, until.day) + minutes
	b.free[who] = until
}
