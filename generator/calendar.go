package generator

import "time"

// Calendar knows the days on which nobody works: weekends and holidays.
type Calendar struct {
	holidays map[string]bool
	dates    map[time.Time]string // as they are written; a plan has many tasks on few days
}

// NewCalendar takes the holidays as YYYY-MM-DD.
func NewCalendar(holidays []string) Calendar {
	c := Calendar{map[string]bool{}, map[time.Time]string{}}
	for _, day := range holidays {
		c.holidays[day] = true
	}
	return c
}

// Calendar is that by which the plan was made.
func (s Schedule) Calendar() Calendar { return NewCalendar(s.Holidays) }

// calendar is that of the profile.
func (r *run) calendar() Calendar {
	if r.cal.dates == nil {
		r.cal = NewCalendar(r.holidays())
	}
	return r.cal
}

func (r *run) holidays() []string {
	var all []string
	if days, ok := r.p.Value("schedule.holidays").([]any); ok {
		for _, d := range days {
			if s, ok := d.(string); ok {
				all = append(all, s)
			}
		}
	}
	return all
}

func (c Calendar) works(day time.Time) bool {
	weekday := day.Weekday()
	return weekday != time.Saturday && weekday != time.Sunday && !c.holidays[c.date(day)]
}

// date is the day as YYYY-MM-DD.
func (c Calendar) date(day time.Time) string {
	s, ok := c.dates[day]
	if !ok {
		s = day.Format(time.DateOnly)
		c.dates[day] = s
	}
	return s
}

// Workday is day, or the first working day after it.
func (c Calendar) Workday(day time.Time) time.Time {
	for range 3660 { // a profile may list a holiday for every day
		if c.works(day) {
			return day
		}
		day = day.AddDate(0, 0, 1)
	}
	return day
}

// Workdays counts the working days after one day, up to a later one.
func (c Calendar) Workdays(from, to time.Time) int {
	n := 0
	for day := c.Workday(from.AddDate(0, 0, 1)); !day.After(to); day = c.Workday(day.AddDate(0, 0, 1)) {
		n++
	}
	return n
}

// Later is the working day that comes n working days after a day, or after the
// first working day behind it.
func (c Calendar) Later(day time.Time, n int) time.Time {
	day = c.Workday(day)
	for range n {
		day = c.Workday(day.AddDate(0, 0, 1))
	}
	return day
}

// workdayBefore is the day, or the last working day before it: what is due
// must not wait for a weekend to pass.
func (c Calendar) workdayBefore(s string) string {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	for range 3660 {
		if c.works(day) {
			return c.date(day)
		}
		day = day.AddDate(0, 0, -1)
	}
	return s
}
