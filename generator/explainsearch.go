package generator

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Alternative is a way to turn a condition around: one change, or several
// that only work together.
type Alternative struct {
	Changes []Change
	Text    string
	Refused []string // rules that would then refuse the profile; nil for none
}

func (a Alternative) rank() int {
	sum := 0
	for _, c := range a.Changes {
		sum += c.rank
	}
	return sum
}

// A reader is shown so many alternatives, of so many changes each.
const (
	most         = 4
	mostTogether = 3
)

// alternatives finds what would make the condition come out as want. It tries
// one change at a time, then two and three together, and finds nothing where
// it takes more.
func (x *Explainer) alternatives(e *Expression, want bool) []Alternative {
	d := x.depends.of(e)
	literals := compared(e)
	for _, v := range d.values {
		for name, list := range compared(v.Expr) {
			literals[name] = append(literals[name], list...)
		}
	}
	for _, f := range d.fields {
		if f.OnlyThen {
			for name, list := range compared(f.When) {
				literals[name] = append(literals[name], list...)
			}
		}
	}
	byField := make([][]Change, len(d.fields))
	var found []Alternative
	for i, f := range d.fields {
		byField[i] = x.changes(f, literals[f.Key])
		works := x.working(e, d, want, nil, byField[i])
		if len(works) == 0 {
			works = x.threshold(e, d, want, nil, x.scaleOf(f))
		}
		found = append(found, x.merged(f, nil, works)...)
	}
	if d.date {
		found = append(found, x.merged(nil, nil, x.threshold(e, d, want, nil, x.scaleOf(nil)))...)
	}
	for number := 2; number <= mostTogether && !slices.ContainsFunc(found, accepted); number++ {
		more := x.together(e, d, want, byField, number)
		if good := slices.DeleteFunc(slices.Clone(more), func(a Alternative) bool { return !accepted(a) }); len(good) > 0 {
			more = good
		} else if len(found) > 0 {
			continue // what is refused is no news beside less that is refused
		}
		found = append(found, more...)
	}
	slices.SortStableFunc(found, func(a, b Alternative) int {
		return cmp.Or(cmp.Compare(len(a.Refused), len(b.Refused)), cmp.Compare(len(a.Changes), len(b.Changes)))
	})
	return found[:min(len(found), most)]
}

func accepted(a Alternative) bool { return len(a.Refused) == 0 }

// working returns those changes that, after the ones already made, turn the
// condition around, only the plainest kind of them.
func (x *Explainer) working(e *Expression, d *dependencies, want bool, made, changes []Change) []Change {
	var works []Change
	for _, c := range changes {
		if len(works) > 0 && c.rank > works[0].rank {
			continue
		}
		if x.holds(e, d, append(slices.Clone(made), c)) == want {
			works = append(works, c)
		}
	}
	rank := 9
	for _, c := range works {
		rank = min(rank, c.rank)
	}
	return slices.DeleteFunc(works, func(c Change) bool { return c.rank > rank })
}

// merged turns changes of one field into alternatives: choices that are as
// good as each other into one, versions into ranges.
func (x *Explainer) merged(f *Field, made, works []Change) []Alternative {
	var out []Alternative
	var plain []Change
	for _, c := range works {
		all := append(slices.Clone(made), c)
		refused := x.refusedBy(all)
		if len(refused) == 0 {
			plain = append(plain, c)
			continue
		}
		same := slices.IndexFunc(out, func(a Alternative) bool { return slices.Equal(a.Refused, refused) })
		if same < 0 {
			out = append(out, Alternative{Changes: all, Text: phrase(all), Refused: refused})
		}
	}
	if len(plain) == 0 {
		return out
	}
	out = nil // what is refused is no news beside what is not
	if f != nil && f.Type == TypeYYMM {
		plain = x.ranges(f, plain)
	} else {
		plain = joined(plain)
	}
	for _, c := range plain {
		all := append(slices.Clone(made), c)
		out = append(out, Alternative{Changes: all, Text: phrase(all)})
	}
	return out
}

// joined makes one change of all that set the field to something else, and
// keeps one of those that only differ in the number of entries.
func joined(works []Change) []Change {
	var out []Change
	for _, c := range works {
		i := slices.IndexFunc(out, func(o Change) bool { return o.How == c.How && (c.How == ChangeSet || c.How == ChangeEntries) })
		switch {
		case i < 0:
			out = append(out, c)
		case c.How == ChangeSet:
			out[i].Text += " or " + c.To
		}
	}
	return out
}

// ranges joins versions that follow each other among all that are possible.
func (x *Explainer) ranges(f *Field, works []Change) []Change {
	all := x.versions(f)
	var out []Change
	for i := 0; i < len(works); {
		at := slices.Index(all, works[i].value.(int))
		n := 1
		for i+n < len(works) && at+n < len(all) && all[at+n] == works[i+n].value {
			n++
		}
		first, last := works[i], works[i+n-1]
		c := first
		switch {
		case at+n == len(all):
			c.How, c.Text = ChangeAtLeast, fmt.Sprintf("%s: %s or later", f.Key, first.To)
		case at == 0:
			c = last
			c.How, c.Text = ChangeAtMost, fmt.Sprintf("%s: %s or earlier", f.Key, last.To)
		case n > 1:
			c.How, c.To = ChangeBetween, first.To+" to "+last.To
			c.Text = f.Key + ": " + c.To
		}
		out = append(out, c)
		i += n
	}
	return out
}

// together looks for that many changes of different fields which only work
// in company. Versions come last, so that they become ranges.
func (x *Explainer) together(e *Expression, d *dependencies, want bool, byField [][]Change, number int) []Alternative {
	var order []int
	for i, f := range d.fields {
		if f.Type != TypeYYMM {
			order = append(order, i)
		}
	}
	for i, f := range d.fields {
		if f.Type == TypeYYMM {
			order = append(order, i)
		}
	}
	var out []Alternative
	var combine func(from int, made []Change)
	combine = func(from int, made []Change) {
		for k := from; k < len(order) && len(out) < 20; k++ {
			i := order[k]
			if len(made) == number-1 {
				works := x.working(e, d, want, made, byField[i])
				if len(works) == 0 && number == 2 {
					works = x.threshold(e, d, want, made, x.scaleOf(d.fields[i]))
				}
				out = append(out, x.merged(d.fields[i], made, works)...)
				continue
			}
			for _, c := range byField[i] {
				if number == 2 || c.rank <= 2 { // the more changes, the plainer each
					combine(k+1, append(slices.Clone(made), c))
				}
			}
		}
	}
	combine(0, nil)
	plainest := math.MaxInt
	for _, a := range out {
		plainest = min(plainest, a.rank())
	}
	return slices.DeleteFunc(out, func(a Alternative) bool { return a.rank() > plainest })
}
