package generator

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// placed is an entry of a list whose order layers share: an ID, or {phase: ID,
// after: ID}, or {phase: ID, before: ID}. It comes last if it names none.
type placed struct {
	id, after, before string
	node              *yaml.Node
}

func (o placed) neighbour() (id, where string) {
	if o.after != "" {
		return o.after, "after"
	}
	return o.before, "before"
}

func (d decoder) placed(n *yaml.Node, what string) placed {
	o := placed{node: n}
	if n.Kind == yaml.ScalarNode {
		o.id = n.Value
		return o
	}
	d.object(n, "an entry of this list", readers{what: d.text(&o.id), "after": d.text(&o.after), "before": d.text(&o.before)})
	if o.after != "" && o.before != "" {
		d.problems.add(at(d.file, n), "keep one of the two", "%q stands after one and before another", o.id)
	}
	return o
}

// place reads which section is added, and where.
func (l *loader) place(d decoder, n *yaml.Node, what string) (o placed, added bool) {
	o = d.placed(n, what)
	if o.id == "" || l.foreign {
		return o, false
	}
	l.once(what, o.id, at(d.file, n))
	if l.sections[o.id] != nil {
		return o, false
	}
	s := &Section{ID: o.id, Reference: what == "reference", pos: at(d.file, n)}
	s.Company = l.company()
	l.sections[o.id] = s
	l.added[o.id] = true
	return o, true
}

// arrange puts the entries into an order, each beside the one that it names,
// which may also be one of the entries below it.
func (d decoder) arrange(order []string, entries []placed) []string {
	for len(entries) > 0 {
		i := slices.IndexFunc(entries, func(o placed) bool {
			other, _ := o.neighbour()
			return other == "" || slices.Contains(order, other) || !slices.ContainsFunc(entries, func(e placed) bool { return e.id == other })
		})
		o := entries[max(i, 0)]
		other, where := o.neighbour()
		switch at, pos := slices.Index(order, other), at(d.file, o.node); {
		case i < 0:
			d.problems.add(pos, "let one of them name a neighbour that is there already", "%q stands %s %q, which waits for this one", o.id, where, other)
			order = append(order, o.id)
		case other == "":
			order = append(order, o.id)
		case at < 0:
			d.problems.add(pos, nearestOf(other, order, "there are"), "%q stands %s %q, which does not exist", o.id, where, other)
			order = append(order, o.id)
		case where == "after":
			order = slices.Insert(order, at+1, o.id)
		default:
			order = slices.Insert(order, at, o.id)
		}
		entries = slices.Delete(entries, max(i, 0), max(i, 0)+1)
	}
	return order
}
