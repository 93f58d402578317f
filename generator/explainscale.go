package generator

import (
	"fmt"
	"slices"
	"sort"
	"time"
)

// scale is a field whose values are in an order: a whole number, a day, or
// the day of the runbook itself.
type scale struct {
	key   string
	days  bool
	day   time.Time // where days are counted from
	start int       // the value now
	rank  int
}

// scaleOf is the scale of a field, nil for one without; of the runbook's day
// where there is no field.
func (x *Explainer) scaleOf(f *Field) *scale {
	today, err := time.Parse(time.DateOnly, x.run.date)
	if err != nil {
		return nil
	}
	if f == nil {
		return &scale{key: "date", days: true, day: today, rank: 5}
	}
	switch now := x.run.scope.vars.get(f.Key).(type) {
	case int:
		if f.Type == TypeInteger {
			return &scale{key: f.Key, start: now, rank: 4}
		}
	case string:
		if f.Type != TypeDate {
			return nil
		}
		if day, err := time.Parse(time.DateOnly, now); err == nil {
			today = day
		}
		return &scale{key: f.Key, days: true, day: today, rank: 4}
	}
	return nil
}

// at is the change to the value so many steps away.
func (s *scale) at(step int) Change {
	if s.days {
		day := s.day.AddDate(0, 0, step).Format(time.DateOnly)
		return Change{Key: s.key, To: day, value: day, given: true, rank: s.rank}
	}
	return Change{Key: s.key, To: fmt.Sprint(s.start + step), value: s.start + step, given: true, rank: s.rank}
}

// possible reports whether the value so many steps away makes sense: no
// negative number, and no day beyond anybody's plans.
func (s *scale) possible(step int) bool {
	if s.days {
		return step <= 5000 && step >= -5000
	}
	return s.start+step >= 0
}

func (s *scale) text(c Change, up bool) string {
	switch {
	case s.key == "date":
		return "a runbook date of " + c.To + choose(up, " or later", " or earlier")
	case s.days:
		return s.key + ": " + c.To + choose(up, " or later", " or earlier")
	}
	return s.key + ": " + c.To + choose(up, " or more", " or less")
}

// threshold looks for the nearest value of a scale at which the condition
// turns, with probes that go further and further and then by halving.
func (x *Explainer) threshold(e *Expression, d *dependencies, want bool, made []Change, s *scale) []Change {
	if s == nil {
		return nil
	}
	turns := func(step int) bool { return x.holds(e, d, append(slices.Clone(made), s.at(step))) == want }
	probes := []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000}
	for _, sign := range []int{1, -1} {
		last := 0
		for _, probe := range probes {
			if !s.possible(sign * probe) {
				break
			}
			if !turns(sign * probe) {
				last = probe
				continue
			}
			n := last + 1 + sort.Search(probe-last-1, func(k int) bool { return turns(sign * (last + 1 + k)) })
			c := s.at(sign * n)
			c.How = ChangeAtLeast
			if sign < 0 {
				c.How = ChangeAtMost
			}
			c.Text = s.text(c, sign > 0)
			return []Change{c}
		}
	}
	return nil
}
