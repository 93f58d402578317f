package generator

import (
	"cmp"
	"container/heap"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// witness is a profile that shows something: the rules accept it, and
// conditions come out as somebody wants them to.
type witness struct {
	profile *Profile
	date    string
	from    string // says which profile it is
	run     *run
}

// goal is what conditions are to come out as.
type goal struct {
	e    *Expression // nil holds always
	want bool
}

// search looks for profiles. It begins with those that are there and changes
// one value after the other, first where that brings it closest to the goal.
// The same workflow, samples and day give the same profiles.
type search struct {
	w        *Workflow
	find     *finder
	possible *possibilities
	seeds    []*witness
	rules    []goal                        // none of these may trip
	ruled    *dependencies                 // of all the rules
	needs    map[*Expression]*dependencies // of each expression
	faults   map[string]Problem            // values that a profile keeps from being computed, by key
	tried    int                           // profiles looked at
}

// The most candidates that a search looks at, and the most of them that meet
// the goal and are held against the rules.
const (
	mostCandidates = 6000
	mostJudged     = 250
)

func newSearch(w *Workflow, samples []*Profile, date string) *search {
	s := &search{w: w, find: newFinder(w), needs: map[*Expression]*dependencies{}, faults: map[string]Problem{}}
	s.possible = newPossibilities(w, s.find, samples, date)
	for _, p := range samples {
		s.seeds = append(s.seeds, &witness{profile: p, date: date, from: base(p.File)})
	}
	var names []string
	for _, rule := range w.Rules {
		if rule.When != nil && rule.Deadline == nil && rule.Severity() == Error {
			s.rules = append(s.rules, goal{rule.When, false})
			names = append(names, rule.When.reads()...)
		}
	}
	s.ruled = s.find.ofNames(names)
	return s
}

func (s *search) dependencies(e *Expression) *dependencies {
	d := s.needs[e]
	if d == nil {
		d = s.find.of(e)
		s.needs[e] = d
	}
	return d
}

// candidate is a profile on the way to a goal: one that was there, changed.
type candidate struct {
	seed    *witness
	date    string
	changes []changed // sorted by key
	goal    int       // how far it is from the goal
	refused int       // how far from what the rules accept, as far as that is known
	wrong   []goal
	order   int
}

type changed struct {
	key string
	possible
}

// profile looks for a profile that meets the goals. Without one, refused are
// the rules that refuse those that do.
func (s *search) profile(goals ...goal) (found *witness, refused []string) {
	x := &searching{search: s, goals: goals, seen: map[string]bool{}}
	var names []string
	for _, g := range goals {
		if g.e != nil {
			names = append(names, g.e.reads()...)
		}
	}
	x.needs = s.find.ofNames(names)
	for _, seed := range s.seeds {
		x.consider(&candidate{seed: seed, date: seed.date})
	}
	defer func() { slices.Sort(refused) }()
	for len(x.queue) > 0 && len(x.seen) < mostCandidates && x.judged < mostJudged {
		c := heap.Pop(&x.queue).(*candidate)
		if c.goal == 0 {
			if w := x.judge(c); w != nil {
				return w, nil
			}
		}
		x.steps(c)
	}
	return nil, x.refused
}

// searching is one search on its way.
type searching struct {
	*search
	goals   []goal
	needs   *dependencies
	queue   candidates
	seen    map[string]bool
	judged  int
	refused []string
}

// consider measures how far a new candidate is from the goal.
func (x *searching) consider(c *candidate) {
	key := c.String()
	if x.seen[key] {
		return
	}
	x.seen[key] = true
	x.tried++
	scope := c.scope(x.needs)
	if scope == nil || !x.compute(c, x.needs, scope) {
		return
	}
	m := &shortfall{w: x.w, scope: scope, known: map[wanted]int{}}
	c.order = len(x.seen)
	for _, g := range x.goals {
		if d := m.of(g.e, g.want); d > 0 {
			c.goal += d
			c.wrong = append(c.wrong, g)
		}
	}
	heap.Push(&x.queue, c)
}

// scope is what the expressions see that need d, before values are computed.
func (c *candidate) scope(d *dependencies) *scope {
	now := c.seed.profile
	vars := now.only(d.fields, c.date)
	for _, made := range c.changes {
		vars.set(made.key, made.value)
	}
	s := &scope{vars: vars, given: func(key string) bool {
		if i := slices.IndexFunc(c.changes, func(m changed) bool { return m.key == key }); i >= 0 {
			return c.changes[i].given
		}
		_, given := now.given[key]
		return given
	}}
	s.ignore(d.fields)
	return s
}

// compute adds the derived values; false if one cannot be computed.
func (x *searching) compute(c *candidate, d *dependencies, scope *scope) bool {
	err := scope.compute(d.values)
	if fault, ok := errors.AsType[uncomputed](err); ok {
		x.fault(c, fault.v, fault.err)
	}
	return err == nil
}

// fault notes a value that cannot be computed for a profile which a person
// could write.
func (x *searching) fault(c *candidate, v *Value, err error) {
	if _, known := x.faults[v.Key]; known {
		return
	}
	x.faults[v.Key] = uncomputable(v, c.String(), err)
}

func uncomputable(v *Value, profile string, err error) Problem {
	why := strings.TrimPrefix(err.Error(), fmt.Sprintf("%s: the expression %q: ", v.Expr.pos, v.Expr.Source))
	return Problem{
		Pos: v.Expr.pos, Message: fmt.Sprintf("the value %q cannot be computed for %s: %s", v.Key, profile, why),
		Hint: `ask first whether the profile gives what it needs: given("key") ? ... : ""`,
	}
}

// judge holds a candidate that meets the goal against the rules. The result is
// nil when they refuse it.
func (x *searching) judge(c *candidate) *witness {
	x.judged++
	scope := c.scope(x.ruled)
	if !x.compute(c, x.ruled, scope) {
		return nil
	}
	m := &shortfall{w: x.w, scope: scope, known: map[wanted]int{}}
	c.refused, c.wrong = 0, nil
	for _, g := range x.rules {
		if d := m.of(g.e, g.want); d > 0 {
			c.refused += d
			c.wrong = append(c.wrong, g)
		}
	}
	if c.refused == 0 {
		return c.witness()
	}
	for _, r := range x.w.Rules {
		if slices.Contains(c.wrong, goal{r.When, false}) && !slices.Contains(x.refused, r.ID) {
			x.refused = append(x.refused, r.ID)
		}
	}
	return nil
}

// steps makes the candidates that differ in one value which something wrong
// depends on.
func (x *searching) steps(c *candidate) {
	done := map[string]bool{}
	for _, g := range c.wrong {
		d := x.dependencies(g.e)
		for _, f := range d.fields {
			if done[f.Key] {
				continue
			}
			done[f.Key] = true
			for _, v := range x.possible.of(f) {
				x.consider(c.with(f, v))
			}
		}
		if d.date && !done["date"] {
			done["date"] = true
			for _, day := range x.possible.runbookDays() {
				next := *c
				next.goal, next.wrong, next.date = 0, nil, day
				x.consider(&next)
			}
		}
	}
}

// with is the candidate with one field changed, or as it was in the profile
// that was there.
func (c *candidate) with(f *Field, v possible) *candidate {
	next := *c
	next.goal, next.wrong = 0, nil
	next.changes = slices.DeleteFunc(slices.Clone(c.changes), func(m changed) bool { return m.key == f.Key })
	_, given := c.seed.profile.given[f.Key]
	if v.given == given && equalValues(v.value, c.seed.profile.vars.get(f.Key)) {
		return &next
	}
	at, _ := slices.BinarySearchFunc(next.changes, f.Key, func(m changed, key string) int { return strings.Compare(m.key, key) })
	next.changes = slices.Insert(next.changes, at, changed{f.Key, v})
	return &next
}

// String says which profile the candidate is.
func (c *candidate) String() string {
	var made []string
	for _, m := range c.changes {
		made = append(made, m.text)
	}
	if c.date != c.seed.date {
		made = append(made, "the date "+c.date)
	}
	if len(made) == 0 {
		return c.seed.from
	}
	return c.seed.from + " with " + And(made)
}

// candidates is a heap: the nearest first, then the one with the fewest
// changes, then the one that came first.
type candidates []*candidate

func (q candidates) Len() int { return len(q) }
func (q candidates) Less(i, j int) bool {
	a, b := q[i], q[j]
	// The rules can be made content later.
	return cmp.Or(cmp.Compare(2*a.goal+a.refused, 2*b.goal+b.refused), cmp.Compare(len(a.changes), len(b.changes)), cmp.Compare(a.order, b.order)) < 0
}
func (q candidates) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *candidates) Push(x any)   { *q = append(*q, x.(*candidate)) }
func (q *candidates) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// witness is the profile that the candidate stands for.
func (c *candidate) witness() *witness {
	old := c.seed.profile
	p := old.clone()
	for _, m := range c.changes {
		p.vars.set(m.key, m.value)
		if m.given {
			p.given[m.key] = Pos{p.File, 1, 1}
		} else {
			delete(p.given, m.key)
		}
	}
	return &witness{profile: p, date: c.date, from: c.String()}
}

// written is the witness as the text of a profile, which is read again: what
// the search makes of values is proved by what a person would write.
func (w *witness) written(wf *Workflow) (*Profile, Problems) {
	root := &yaml.Node{Kind: yaml.MappingNode}
	for _, f := range wf.Fields {
		if _, given := w.profile.given[f.Key]; given && f.asked() {
			setNode(root, strings.Split(f.Key, "."), valueNode(w.profile.vars.get(f.Key)))
		}
	}
	for _, role := range wf.Roles {
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, p := range w.profile.People[role.ID] {
			list.Content = append(list.Content, mappingNode("name", p.Name, "email", p.Email, "github", p.GitHub))
		}
		if len(list.Content) > 0 {
			setNode(root, []string{"people", role.ID}, list)
		}
	}
	data, err := yaml.Marshal(root)
	if err != nil {
		return nil, Problems{{Message: err.Error()}}
	}
	p, ps := ParseProfile(w.from, data, wf)
	return p, append(ps, wf.CheckProfile(p, w.date)...)
}
