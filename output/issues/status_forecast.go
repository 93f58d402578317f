package issues

import (
	"cmp"
	"fmt"
	"time"

	"runbook/generator"
)

// Forecast is an estimate of when the rollout ends if what is late is begun
// today: each item takes the working days that it has in the plan, after what
// it needs, by the calendar of the plan. Who has time when is left out.
type Forecast struct {
	End      string `json:"end"`
	HeldUpBy string `json:"held_up_by,omitempty"` // number of the late item from which that follows
}

// expected is when an item is forecast to be ready, and the item that it waits
// for longer than planned, "" for none.
type expected struct {
	ready time.Time
	after string
}

// forecast is nil without a plan in days, or when nothing is left to do.
func forecast(rb *generator.Runbook, done map[string]bool) *Forecast {
	today, err := time.Parse(time.DateOnly, rb.Date)
	if err != nil || rb.Schedule == nil {
		return nil
	}
	days := rb.Schedule.Calendar()
	open := map[string]generator.Item{}
	for _, it := range rb.Items() {
		if !done[it.Key] && it.Planned != nil {
			open[it.Key] = it
		}
	}
	known := map[string]*expected{}
	var reckon func(key string) *expected
	reckon = func(key string) *expected {
		if known[key] == nil {
			e := &expected{}
			known[key] = e
			start, ready := planned(open[key].Planned)
			from := start
			if ready.Before(today) {
				from = days.Workday(today)
			}
			for _, n := range open[key].Needs {
				if _, waits := open[n.Key]; !waits {
					continue
				}
				if need := reckon(n.Key); need.ready.After(start) && !need.ready.Before(from) {
					from, e.after = need.ready, n.Key
				}
			}
			e.ready = ready
			if from.After(start) {
				e.ready = days.Later(from, days.Workdays(start, ready))
			}
		}
		return known[key]
	}
	last := ""
	for _, it := range rb.Items() {
		if _, ok := open[it.Key]; ok && (last == "" || reckon(it.Key).ready.After(reckon(last).ready)) {
			last = it.Key
		}
	}
	if last == "" {
		return nil
	}
	f := &Forecast{End: max(rb.Schedule.End, reckon(last).ready.Format(time.DateOnly))}
	if f.End > rb.Schedule.End {
		for known[last].after != "" {
			last = known[last].after
		}
		f.HeldUpBy = open[last].Number
	}
	return f
}

// planned are the first day of an item and the one on which it is ready.
func planned(p *generator.Planned) (start, ready time.Time) {
	start, _ = time.Parse(time.DateOnly, p.Start)
	ready, err := time.Parse(time.DateOnly, cmp.Or(p.Ready, p.End))
	if err != nil {
		ready = start
	}
	return start, ready
}

// ends says when the rollout is to end and when it will, "" without a plan.
func (s *Status) ends() string {
	switch {
	case s.PlannedEnd == "" || s.Forecast == nil:
		return ""
	case s.Forecast.End == s.PlannedEnd:
		return "Planned end " + s.PlannedEnd
	}
	return fmt.Sprintf("Planned end %s; estimate, if what is late is begun today: %s (held up by %s)", s.PlannedEnd, s.Forecast.End, s.Forecast.HeldUpBy)
}
