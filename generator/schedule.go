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

// after is the day on which a waiting time that begins at the end of day has
// passed.
func (c calendar) after(day time.Time, wait Wait, d Duration) time.Time {
	if d.Days > 0 {
		for range d.Days {
			day = c.workday(day.AddDate(0, 0, 1))
		}
		return day
	}
	if wait.Minutes > sittingMinutes {
		day = day.AddDate(0, 0, (wait.Minutes+24*60-1)/(24*60))
	}
	return c.workday(day)
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
	ready := make([]time.Time, len(items)) // the day an item's result can be used
	used := map[string]map[time.Time]int{} // minutes taken, by role and day
	waiting := slices.Clone(sittings)
	for len(waiting) > 0 {
		k := slices.IndexFunc(waiting, func(s *sitting) bool { return canStart(s, of, needs, ready) })
		s := waiting[max(k, 0)]
		waiting = slices.Delete(waiting, max(k, 0), max(k, 0)+1)
		day := first
		for _, i := range s.items {
			for _, n := range needs[i] {
				if of[n] != s && ready[n].After(day) {
					day = ready[n]
				}
			}
		}
		g.book(s, day, cal, items, ready, used)
	}
	last := first
	for i, it := range items {
		if ready[i].After(last) {
			last = ready[i]
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

func canStart(s *sitting, of []*sitting, needs [][]int, ready []time.Time) bool {
	for _, i := range s.items {
		for _, n := range needs[i] {
			if of[n] != s && ready[n].IsZero() {
				return false
			}
		}
	}
	return true
}

// book puts a sitting on the first day from day on that has room for it, a
// long one on as many days as it takes.
func (g *generation) book(s *sitting, day time.Time, cal calendar, items []*Item, ready []time.Time, used map[string]map[time.Time]int) {
	if used[s.role] == nil {
		used[s.role] = map[time.Time]int{}
	}
	day = cal.workday(day)
	for taken := used[s.role][day]; taken > 0 && taken+s.minutes > sittingMinutes; taken = used[s.role][day] {
		day = cal.workday(day.AddDate(0, 0, 1))
	}
	s.day = day
	for _, i := range s.items {
		begin := day
		left := items[i].Minutes
		for used[s.role][day]+left > sittingMinutes && left > 0 && len(s.items) == 1 {
			left -= sittingMinutes - used[s.role][day]
			used[s.role][day] = sittingMinutes
			day = cal.workday(day.AddDate(0, 0, 1))
		}
		used[s.role][day] += left
		id := items[i].Key[len(g.w.ID)+1:]
		wait := g.w.steps[id].Wait
		if d, ok := g.p.waits[id]; ok {
			wait = d
		}
		ready[i] = cal.after(day, items[i].Wait, wait)
		items[i].Planned = &Planned{Start: begin.Format(time.DateOnly), End: day.Format(time.DateOnly), Ready: ready[i].Format(time.DateOnly)}
	}
}
