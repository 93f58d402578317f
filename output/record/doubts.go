package record

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"runbook/generator"
	"runbook/output/words"
)

// Doubts are what nobody would sign about the entries that a copy has. They
// are asked for when all copies are read: one may have the initials that
// another signs with.
func (s *Store) Doubts(r Report, today string) []string {
	var list []string
	for _, sub := range r.touched {
		if d := s.doubts(sub, s.at(sub.part.name, sub.key), r.all, today); len(d) > 0 {
			list = append(list, sub.title+": "+strings.Join(d, ", "))
		}
	}
	return list
}

// doubts are what nobody would sign about an entry: what is missing, what
// cannot be. They are said and leave the entry as it is.
func (s *Store) doubts(sub *subject, e *entry, all []*subject, today string) []string {
	var list []string
	add := func(when bool, format string, args ...any) {
		if when {
			list = append(list, fmt.Sprintf(format, args...))
		}
	}
	v := e.Values
	if e.alone { // it says who closed it and when
		n := len(numbers(v["verified"]))
		add(v["status"] == string(generator.StatusDone) && n < sub.boxes, "%d of %d checks ticked", n, sub.boxes)
		return list
	}
	for _, f := range sub.part.fields {
		if f.kind != date || v[f.name] == "" {
			continue
		}
		if may := days(v[f.name]); len(may) > 1 {
			add(true, "%s %q may be %s (YYYY-MM-DD)", f.word(), v[f.name], strings.Join(may, " or "))
		} else {
			add(!isDate(v[f.name]), "%s %q is no date (YYYY-MM-DD)", f.word(), v[f.name])
		}
		add(isDate(v[f.name]) && v[f.name] > today, "%s %s is in the future", f.word(), v[f.name])
	}
	if by := v["by"]; by != "" && !e.login && len(s.entries["people"]) > 0 {
		add(s.at("people", by) == nil, "the initials %q are in no table of initials", by)
	}
	switch sub.part.name {
	case "items":
		signed := v["status"] == string(generator.StatusDone) || reasoned(v["status"])
		if e.login && v["status"] == string(generator.StatusBlocked) {
			signed = false // a tracker does not tell who called it so, and when
		}
		add(signed && v["by"] == "", "no initials")
		add(signed && v["date"] == "", "no date")
		add(reasoned(v["status"]) && v["evidence"] == "", "no reason")
		add(v["status"] == "" && e.filled() && !e.onlyRemark(), "not ticked as done")
		if v["status"] == string(generator.StatusDone) {
			add(sub.item.Evidence != "" && v["evidence"] == "", "no evidence")
			n := len(numbers(v["verified"]))
			add(n < sub.boxes, "%d of %d checks ticked", n, sub.boxes)
			list = append(list, s.early(sub.item, v["date"], all)...)
		}
	case "decisions":
		add(v["confirmed"] != "" && v["by"] == "", "no initials")
		add(v["confirmed"] != "" && v["date"] == "", "no date")
		add(v["confirmed"] == "" && v["by"]+v["date"] != "", "not ticked as confirmed")
	case "deviations":
		add(noItem(v["item"], all), "the runbook has no item %q", v["item"])
		add(v["item"] == "", "no item")
		add(v["what"] == "", "nothing was done instead")
		add(v["why"] == "", "no reason")
		add(v["agreed_by"] == "", "agreed by nobody")
		add(v["date"] == "", "no date")
	case "gates":
		n, result := len(numbers(v["conditions"])), v["result"]
		add(result != "" && n < sub.boxes, "%d of %d conditions ticked", n, sub.boxes)
		add(result != "" && v["name"]+v["signature"] == "", "no name and no signature")
		add(result != "" && v["date"] == "", "no date")
		add(result == string(generator.ResultOpenPoints) && v["open_points"] == "", "the open points are not written down")
		add(result == "" && v["name"]+v["signature"] != "", "signed without a result")
		if open := s.open(sub.phase, all); result == string(generator.ResultPassed) {
			add(len(open) > 0, "passed, and not done: %s", strings.Join(open, ", "))
			list = append(list, s.later(sub.phase, v["date"], "passed before they were done", all)...)
		}
		list = append(list, s.before(sub.phase, v["checked_on"], all)...)
	case "release", "final":
		add(v["name"]+v["signature"] == "", "no name and no signature")
		add(v["date"] == "", "no date")
		if sub.part.name == "final" {
			n := len(s.open(nil, all))
			add(n > 0, "neither done nor not needed: %s", words.Count(n, "item"))
			list = append(list, s.later(nil, v["date"], "signed before they were done", all)...)
		}
	}
	return list
}

// early finds the items that an item needs and that were done after it.
func (s *Store) early(it *generator.Item, day string, all []*subject) []string {
	var list []string
	for _, sub := range all {
		if sub.item == nil || !slices.ContainsFunc(it.Needs, func(n generator.Need) bool { return n.Key == sub.key }) {
			continue
		}
		e := s.at("items", sub.key)
		switch {
		case e == nil || !isDate(day):
		case e.Values["status"] == string(generator.StatusDone) && isDate(e.Values["date"]) && e.Values["date"] > day:
			list = append(list, fmt.Sprintf("done before %s, which it needs (%s)", sub.item.Number, e.Values["date"]))
		}
	}
	return list
}

// open lists the items of a phase, or of all where it is nil, that still are
// to be done.
func (s *Store) open(p *generator.Phase, all []*subject) []string {
	var list []string
	for _, sub := range all {
		if sub.item == nil || p != nil && sub.item.Phase != p.Number {
			continue
		}
		e := s.at("items", sub.key)
		if e == nil || s.stale(sub, e) || e.Values["status"] != string(generator.StatusDone) && e.Values["status"] != string(generator.StatusNotNeeded) {
			list = append(list, sub.item.Number)
		}
	}
	return list
}

// anItem is what is meant to be the number or the key of an item.
var anItem = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d+\.\d+|[a-z0-9-]+/[a-z0-9-]+)$`) })

// noItem reports whether the item that a deviation names is not there. What is
// no item at all, such as "all", may be anything.
func noItem(item string, all []*subject) bool {
	return anItem().MatchString(item) && !slices.ContainsFunc(all, func(sub *subject) bool {
		return sub.item != nil && (sub.key == item || sub.item.Number == item)
	})
}

// later says which items, of a phase or of all, were done after the day on which
// somebody signed for them.
func (s *Store) later(p *generator.Phase, day, what string, all []*subject) []string {
	return s.dated(p, all, what, func(done string) bool { return isDate(day) && done > day })
}

// before says which items of a phase were done before somebody had checked
// whether it may start.
func (s *Store) before(p *generator.Phase, day string, all []*subject) []string {
	return s.dated(p, all, "done before the conditions were checked", func(done string) bool { return isDate(day) && done < day })
}

// dated says which items, of a phase or of all, were done on a day that is asked
// for.
func (s *Store) dated(p *generator.Phase, all []*subject, what string, is func(done string) bool) []string {
	var list []string
	for _, sub := range all {
		if sub.item == nil || p != nil && sub.item.Phase != p.Number {
			continue
		}
		e := s.at("items", sub.key)
		if e != nil && !s.stale(sub, e) && e.Values["status"] == string(generator.StatusDone) && isDate(e.Values["date"]) && is(e.Values["date"]) {
			list = append(list, sub.item.Number+" ("+e.Values["date"]+")")
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []string{what + ": " + strings.Join(list, ", ")}
}
