package generator

import (
	"fmt"
	"slices"
	"strings"
)

// holds evaluates the condition with changes made, over nothing but what it
// needs.
func (x *Explainer) holds(e *Expression, d *dependencies, changes []Change) bool {
	vars := x.run.p.only(d.fields, x.run.date)
	for _, c := range changes {
		vars.set(c.Key, c.value)
	}
	s := &scope{vars: vars, given: func(key string) bool {
		for _, c := range changes {
			if c.Key == key {
				return c.given
			}
		}
		return x.run.p.gives(key)
	}}
	s.ignore(d.fields)
	if s.compute(d.values) != nil {
		return false
	}
	holds, err := e.holds(s)
	return err == nil && holds
}

// refusedBy lists the rules that refuse the profile after the changes.
func (x *Explainer) refusedBy(changes []Change) []string {
	var ids []string
	for _, p := range x.errors(changes) {
		if !slices.Contains(ids, p.Rule) {
			ids = append(ids, p.Rule)
		}
	}
	return ids
}

func (x *Explainer) errors(changes []Change) Problems {
	var key strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&key, "%s=%v/%t\n", c.Key, c.value, c.given)
	}
	if ps, ok := x.refused[key.String()]; ok {
		return ps
	}
	old := x.run.p
	p := old.clone()
	date := x.run.date
	for _, c := range changes {
		switch {
		case c.Key == "date":
			date = fmt.Sprint(c.value)
			continue
		case c.given:
			p.given[c.Key] = Pos{p.File, 1, 1}
		default:
			delete(p.given, c.Key)
		}
		p.vars.set(c.Key, c.value)
	}
	var errs Problems
	for _, problem := range x.run.w.CheckProfile(p, date) {
		if problem.Severity == Error {
			errs = append(errs, problem)
		}
	}
	x.refused[key.String()] = errs
	return errs
}
