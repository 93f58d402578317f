package generator

import (
	"fmt"
	"slices"
	"strings"
)

// run is one profile going through one workflow on one day: the values are
// computed once, then rules, steps and texts are looked at in their light.
type run struct {
	w       *Workflow
	p       *Profile
	date    string
	brief   bool
	scope   *scope
	env     *textEnv
	marked  []byte // a text between execution and finishing
	fin     *finisher
	sources []known         // what is known of the sources of texts, see recall
	tame    []string        // of their values
	texts   strings.Builder // filled from memory
	stood   *vars           // the values with stand-ins, see leaveGaps
	ignored []*Field        // given and without effect, see ignore

	// Of each step, by number:
	in    []bool    // selected, see choose
	items []Need    // selected ones, see selectItems; the others have a title only
	links []string  // what a link to it says, see link
	why   []*judged // what is remembered of its condition

	chosen, planned bool
	choice          error
	days            *plan // see plan
	cal             Calendar

	ruled   bool // whether the rules have spoken
	verdict Problems
	banners Problems // the warnings of the verdict that stand on top of the runbook
}

// run returns the profile's run for the day, which Check and Generate share.
func (p *Profile) run(w *Workflow, date string) (*run, error) {
	if p.last != nil && p.last.w == w && p.last.date == date {
		return p.last, nil
	}
	r, err := newRun(w, p, date, false)
	p.last = r
	return r, err
}

// newRun computes the values. Brief is for a sheet of one role, on which a
// workflow may show one way where the whole runbook shows two.
func newRun(w *Workflow, p *Profile, date string, brief bool) (*run, error) {
	w.memory.runs.Add(1)
	r := &run{w: w, p: p, date: date, brief: brief, in: make([]bool, len(w.steps)), items: make([]Need, len(w.steps)), links: make([]string, len(w.steps)), why: make([]*judged, len(w.steps))}
	vars := p.vars.clone()
	vars.set("date", date)
	vars.set("brief", brief)
	r.scope = &scope{vars: vars, given: p.gives}
	r.ignored = r.scope.ignore(slices.DeleteFunc(slices.Clone(w.onlyThen), func(f *Field) bool { return p.broken[f.Key] || r.broken(f.When) }))
	for _, v := range w.Values {
		value, err := v.Expr.value(r.scope)
		if err != nil && r.broken(v.Expr) {
			value, err = "", nil // nothing asks for it, see judge
		}
		if err != nil {
			return nil, uncomputed{v, err}
		}
		vars.list[v.number] = value
	}
	r.fin = &finisher{link: r.link}
	r.env = &textEnv{vars: vars, selected: r.selected, people: r.people, same: r.same, several: r.several}
	return r, nil
}

// compute adds derived values, in their order. The error is uncomputed.
func (s *scope) compute(values []*Value) error {
	for _, v := range values {
		value, err := v.Expr.value(s)
		if err != nil {
			return uncomputed{v, err}
		}
		s.vars.list[v.number] = value
	}
	return nil
}

// uncomputed is the error of a value that cannot be computed.
type uncomputed struct {
	v   *Value
	err error
}

func (u uncomputed) Error() string { return fmt.Sprintf("compute %s: %v", u.v.Key, u.err) }

func (u uncomputed) Unwrap() error { return u.err }

// link resolves {{step "id"}}: number and title, and the target "#KEY" that
// each format turns into its own.
func (r *run) link(id string) (label, target string, ok bool) {
	s := r.w.steps[id]
	if s == nil {
		return "", "", false
	}
	n := &r.items[s.number]
	if n.Number == "" {
		return n.Title, "", false
	}
	if r.links[s.number] == "" {
		r.links[s.number] = n.Number + " " + n.Title
	}
	return r.links[s.number], s.target, true
}

func (r *run) selected(id string) bool {
	s := r.w.steps[id]
	return s != nil && r.in[s.number]
}

func (r *run) plain(t Text) (string, error) {
	if !t.hasActions() {
		return r.fin.plain(t.source), nil
	}
	return r.result(t, true)
}

func (r *run) markdown(t Text) (Markdown, error) {
	if t.source == "" {
		return "", nil
	}
	if !t.hasActions() {
		return t.fixed(), nil
	}
	s, err := r.result(t, false)
	return Markdown(s), err
}

// result is what a text with actions becomes.
func (r *run) result(t Text, plain bool) (string, error) {
	s, ok, remember := r.recall(t, plain)
	if ok {
		return s, nil
	}
	var err error
	if r.marked, err = t.append(r.marked[:0], r.env); err != nil {
		return "", err
	}
	if s = string(r.marked); plain {
		s = r.fin.plain(s)
	} else {
		s = string(r.fin.markdown(s))
	}
	if remember != nil {
		remember(s)
	}
	return s, nil
}

// CheckProfile applies the workflow's rules to the profile on the given day. A rule
// that depends on a value which could not be read is skipped, so it can be
// called on a profile with faults of shape.
func (w *Workflow) CheckProfile(p *Profile, date string) Problems {
	if p.broken["*"] {
		return nil
	}
	r, err := p.run(w, date)
	if err != nil {
		return Problems{{Pos: Pos{p.File, 1, 1}, Message: err.Error(), Hint: "this is a fault of the workflow, not of the profile"}}
	}
	return append(slices.Clone(r.rules()), r.idle()...)
}

func (r *run) rules() Problems {
	if r.ruled {
		return r.verdict
	}
	r.ruled = true
	r.verdict = r.judge()
	return r.verdict
}

func (r *run) judge() Problems {
	var ps Problems
	for _, rule := range r.w.Rules {
		trips, err := r.trips(rule)
		if err == nil && !trips {
			continue
		}
		var message, hint string
		if err == nil {
			message, err = r.plain(rule.Message)
		}
		if err == nil {
			hint, err = r.plain(rule.Hint)
		}
		if err != nil && len(r.p.broken) > 0 {
			continue // its text wants what could not be read
		}
		if err != nil {
			ps = append(ps, Problem{Pos: rule.pos, Rule: rule.ID, Message: err.Error(), Hint: "this is a fault of the workflow, not of the profile"})
			continue
		}
		problem := Problem{Pos: r.place(rule.At), Severity: rule.Severity(), Rule: rule.ID, At: rule.At, Message: message, Hint: hint}
		ps = append(ps, problem)
		if rule.Banner && problem.Severity == Warn {
			r.banners = append(r.banners, problem)
		}
	}
	return ps.Sorted()
}

// trips reports whether the rule speaks: its condition holds and, if it has a
// deadline, the plan ends on that day or later.
func (r *run) trips(rule *Rule) (bool, error) {
	if rule.When == nil && rule.Deadline == nil || r.broken(rule.When) || r.broken(rule.Deadline) || r.p.broken[rule.At] {
		return false, nil
	}
	yes, err := rule.When.holds(r.scope)
	if err != nil || !yes || rule.Deadline == nil {
		return yes, err
	}
	return r.missed(rule.Deadline)
}

// missed reports whether the plan ends on the deadline or later.
func (r *run) missed(deadline *Expression) (bool, error) {
	v, err := deadline.value(r.scope)
	day, _ := v.(string)
	if err != nil || day == "" || r.p.Text("schedule.start") == "" || len(r.p.broken) > 0 {
		return false, err
	}
	p, err := r.plan()
	return err == nil && p.schedule != nil && p.schedule.End >= day, err
}

// choose decides which steps are in the runbook.
func (r *run) choose() error {
	if r.chosen {
		return r.choice
	}
	r.chosen = true
	for _, section := range r.w.Sections() {
		for _, s := range section.Steps {
			if s.LeftOut != "" {
				continue
			}
			in, why, err := r.decide(s.When, true)
			if err != nil && r.choice == nil {
				r.choice = err
			}
			r.in[s.number], r.why[s.number] = in, why
		}
	}
	return r.choice
}

// counts reports whether a need of a selected step holds it up in this run.
func (r *run) counts(n StepNeed) (bool, error) {
	if n.number < 0 || !r.in[n.number] {
		return false, nil
	}
	holds, _, err := r.decide(n.When, false)
	return holds, err
}

func (r *run) place(key string) Pos {
	if pos, ok := r.p.given[key]; ok {
		return pos
	}
	if key == "" || r.p.root == nil {
		return Pos{r.p.File, 1, 1}
	}
	return placeOf(r.p.File, r.p.root, key)
}

// broken reports whether e depends on a field that could not be read.
func (r *run) broken(e *Expression) bool {
	if e == nil || len(r.p.broken) == 0 {
		return false
	}
	return slices.ContainsFunc(e.reads(), r.brokenName)
}

func (r *run) brokenName(name string) bool {
	if r.p.broken[name] {
		return true
	}
	if v := r.w.values[name]; v != nil {
		return r.broken(v.Expr)
	}
	if r.w.fields[name] == nil { // a group: broken if anything in it is
		for key := range r.p.broken {
			if strings.HasPrefix(key, name+".") {
				return true
			}
		}
	}
	return false
}

// reword replaces words of the workflow by those that hold for this profile,
// such as the name that a product had in an old version.
func (r *run) reword(s string) string {
	for _, word := range r.w.Words {
		if !strings.Contains(s, word.From) {
			continue
		}
		if yes, err := word.When.holds(r.scope); err == nil && yes {
			s = strings.ReplaceAll(s, word.From, word.To)
		}
	}
	return s
}

// people names those who hold a role, or stand in for it.
func (r *run) people(role string) rich {
	_, people, standsIn := r.w.holder(r.p, role)
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = wrap(p.Name)
	}
	text := strings.Join(names, ", ")
	if standsIn != "" {
		text += " (stands in)"
	}
	return rich(text)
}

// same reports whether the same people hold both roles, or stand in for them.
func (r *run) same(role, other string) bool {
	_, one, _ := r.w.holder(r.p, role)
	_, two, _ := r.w.holder(r.p, other)
	among := func(people []Person) func(Person) bool {
		return func(p Person) bool { return !slices.Contains(people, p) }
	}
	return !slices.ContainsFunc(one, among(two)) && !slices.ContainsFunc(two, among(one))
}

// several reports whether more than one holds the role, or stands in for it.
func (r *run) several(role string) bool {
	_, people, _ := r.w.holder(r.p, role)
	return len(people) > 1
}
