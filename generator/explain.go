package generator

import (
	"cmp"
	"slices"
	"strings"
)

// Explanation says everything about one step of the workflow and the profile:
// why it is in the runbook or left out, and what would change that.
type Explanation struct {
	Key     string
	Number  string // "" when it is left out
	Title   string
	Section string // title of its phase or reference
	Phase   int    // -1 for an entry of a reference
	In      bool
	Reason  string

	Condition string // in words, "" for a step without one
	Source    string // the condition as the workflow has it
	LeftOut   string // why an overlay leaves the step out, whatever the profile says
	Values    []DecidingValue
	Changes   []Alternative // what would bring it in, or keep it out; sorted, acceptable ones first

	Role          string
	RoleTitle     string
	People        []Person
	StandsIn      string // role whose people stand in, "" when the role has people of its own
	StandsInTitle string
	With          []Companion

	Needs    []StepState
	NeededBy []StepState

	Minutes        int
	Wait           Wait
	Facts          []string
	ConditionFacts []string // of the derived values that the condition is made of
	Sources        []Source
	Company        string
}

// DecidingValue is a profile value that the condition depends on.
type DecidingValue struct {
	Key     string
	Label   string
	Value   string // in words
	Given   bool   // somebody wrote it; else it is the default or empty
	Pos     Pos    // where it stands, if it is given
	Decided bool   // the answer came about through it
}

// StepState is another step and whether it is in the runbook.
type StepState struct {
	Key      string
	Number   string // "" when it is left out
	Title    string
	Optional bool // counts only when it is in the runbook
}

// Explainer answers questions about one workflow and one profile. It is not
// safe for use by several goroutines.
type Explainer struct {
	run     *run
	rb      *Runbook
	states  map[string]StepState
	reasons map[string]string
	depends *finder
	bounds  map[string][]int    // numbers that the workflow compares a field with
	refused map[string]Problems // what refuses a changed profile, by the changes
}

// NewExplainer expects a profile without problems of severity Error.
func NewExplainer(w *Workflow, p *Profile, date string) (*Explainer, error) {
	rb, err := Generate(w, p, date)
	if err != nil {
		return nil, err
	}
	r, err := p.run(w, date)
	if err != nil {
		return nil, err
	}
	x := &Explainer{
		run: r, rb: rb, states: map[string]StepState{}, reasons: map[string]string{},
		depends: newFinder(w), refused: map[string]Problems{},
	}
	for _, it := range rb.Items() {
		x.states[it.Key] = StepState{Key: it.Key, Number: it.Number, Title: it.Title}
		x.reasons[it.Key] = it.Reason
	}
	for _, ref := range rb.References {
		for _, e := range ref.Entries {
			x.states[e.Key] = StepState{Key: e.Key, Number: e.Number, Title: e.Title}
			x.reasons[e.Key] = e.Reason
		}
	}
	for _, o := range rb.Omissions {
		x.states[o.Key] = StepState{Key: o.Key, Title: o.Title}
		x.reasons[o.Key] = o.Reason
	}
	return x, nil
}

// Runbook is what the profile gives.
func (x *Explainer) Runbook() *Runbook { return x.rb }

// Find resolves a key (cmg-setup/create-cmg), a step's ID (create-cmg) or an
// item's number (4.1) to the key. When there is none, near is the nearest key
// or "".
func (x *Explainer) Find(item string) (key, near string) {
	for key, s := range x.states {
		if item == key || item == stepID(key) || item != "" && strings.EqualFold(item, s.Number) {
			return key, ""
		}
	}
	var ids []string
	for _, key := range sortedKeys(x.states) {
		ids = append(ids, stepID(key))
	}
	return "", nearest(stepID(item), ids)
}

func stepID(key string) string { return key[strings.LastIndexByte(key, '/')+1:] }

// All explains every step, in the order of the workflow.
func (x *Explainer) All() []Explanation {
	var all []Explanation
	for _, s := range x.run.w.Steps() {
		all = append(all, x.Step(x.run.w.ID+"/"+s.ID))
	}
	return all
}

// Step explains the step with this key, which must be one that Find returned.
func (x *Explainer) Step(key string) Explanation {
	s := x.run.w.steps[stepID(key)]
	state := x.states[key]
	e := Explanation{
		Key: key, Number: state.Number, Title: state.Title, In: state.Number != "", Reason: x.reasons[key], LeftOut: s.LeftOut,
		Role: s.Role, Minutes: s.Minutes, Facts: s.Facts, Sources: s.Sources, Company: s.Company,
		Phase: -1,
	}
	e.Section, _ = x.run.plain(s.Section.Title) // Generate has made it already
	if i := slices.Index(x.run.w.Phases, s.Section); i >= 0 {
		e.Phase = i + x.run.w.firstPhase()
	}
	x.who(&e, s)
	x.neighbours(&e, s)
	if s.When != nil {
		e.Source = s.When.Source
		e.Condition = x.inWords(s.When)
		e.Values = x.values(s.When, e.In)
		e.ConditionFacts = x.facts(s.When)
		if s.LeftOut == "" {
			e.Changes = x.alternatives(s.When, !e.In)
		}
	}
	return e
}

func (x *Explainer) who(e *Explanation, s *Step) {
	g := generation{run: x.run}
	e.RoleTitle, e.People, e.StandsIn = g.holder(s.Role)
	e.With = g.companions(s)
	if role := x.run.w.Role(e.StandsIn); role != nil {
		e.StandsInTitle = role.Title
	}
	e.Minutes = x.run.minutes(s)
	if wait := x.run.wait(s); wait.Elapsed() > 0 {
		e.Wait = Wait{Minutes: wait.Elapsed(), Text: wait.String(), Why: s.WaitFor}
	}
}

func (x *Explainer) neighbours(e *Explanation, s *Step) {
	for _, n := range s.Needs {
		if x.idle(n) {
			continue
		}
		state := x.states[x.run.w.ID+"/"+n.Step]
		state.Optional = n.Optional
		e.Needs = append(e.Needs, state)
	}
	for _, other := range x.run.w.Steps() {
		for _, n := range other.Needs {
			if n.Step == s.ID && !x.idle(n) {
				state := x.states[x.run.w.ID+"/"+other.ID]
				state.Optional = n.Optional
				e.NeededBy = append(e.NeededBy, state)
			}
		}
	}
}

// idle reports whether the condition of a need says that it does not count.
func (x *Explainer) idle(n StepNeed) bool {
	holds, _, err := x.run.decide(n.When, false)
	return err == nil && !holds
}

// values lists the profile values behind a condition, as declared, those that
// decided first.
func (x *Explainer) values(e *Expression, holds bool) []DecidingValue {
	decided := x.decided(e, holds)
	var out []DecidingValue
	for _, f := range x.depends.of(e).fields {
		pos, given := x.run.p.given[f.Key], x.run.scope.given(f.Key)
		v := DecidingValue{Key: f.Key, Label: f.Title, Value: f.InWords(x.run.scope.vars.get(f.Key)), Given: given, Pos: pos, Decided: decided[f.Key]}
		if !given && f.Default == nil {
			v.Value = "not given"
		}
		out = append(out, v)
	}
	if x.depends.of(e).date {
		out = append(out, DecidingValue{Key: "date", Label: "Date of the runbook", Value: x.run.date, Given: true, Decided: decided["date"]})
	}
	slices.SortStableFunc(out, func(a, b DecidingValue) int {
		return cmp.Compare(choose(a.Decided, "0", "1"), choose(b.Decided, "0", "1"))
	})
	return out
}

// facts collects the facts of the derived values behind a condition.
func (x *Explainer) facts(e *Expression) []string {
	var facts []string
	for _, v := range x.depends.of(e).values {
		for _, f := range v.Facts {
			if !slices.Contains(facts, f) {
				facts = append(facts, f)
			}
		}
	}
	return facts
}
