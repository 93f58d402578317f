package generator

import (
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Draft is a profile in the making: answers to questions, as text, which
// become a new profile or complete one that is there. It judges answers by
// parsing and checking the profile that they make, so that there is one set
// of rules. It is for one goroutine at a time.
type Draft struct {
	w         *Workflow
	name      string // of the profile, for messages and its identity
	date      string
	base      []byte
	root      *yaml.Node // of base; nil for a new profile
	questions []*Question
	answers   map[string]string
	wanted    map[string]bool // an error stood at the key before it had an answer
	state     *draftState     // nil after a change
}

// Question is what a profile's owner is asked: a field, or who holds a role.
type Question struct {
	Key   string // dotted; people.ROLE for a role
	Group string // what it belongs to: the first part of the key, "" for none
	Field *Field // nil for a role
	Role  *Role  // nil for a field
}

// Level says how much somebody wants to be asked.
type Level int

// The levels. Each contains the one before it.
const (
	LevelNeeded     Level = iota // only what has no default and must be known, and the first day
	LevelDecisions               // what shapes the runbook
	LevelEverything              // every key
)

// NewDraft begins a profile. With base, the profile that is there, only what
// it lacks is asked. The error is Problems: base cannot be read, or holds a
// value that is wrong.
func NewDraft(w *Workflow, name, date string, base []byte) (*Draft, error) {
	d := &Draft{w: w, name: name, date: date, base: base, answers: map[string]string{}, wanted: map[string]bool{}}
	d.ask()
	if base == nil {
		return d, nil
	}
	var ps Problems
	if d.root, ps = parseYAML(name, base); len(ps) > 0 {
		return nil, ps
	}
	if err := d.faults(); len(err) > 0 {
		return nil, err
	}
	return d, nil
}

// faults are the errors of the base besides what it lacks.
func (d *Draft) faults() Problems {
	var ps Problems
	p, problems := ParseProfile(d.name, d.base, d.w)
	for _, problem := range append(problems, d.w.CheckProfile(p, d.date)...).Sorted() {
		given := d.Given(problem.At)
		lacks := problem.At != "" && !given && d.Question(problem.At) != nil || problem.At == "people" && !given
		if problem.Severity == Error && !lacks {
			ps = append(ps, problem)
		}
	}
	return ps
}

// ask lists the questions, in the order of the profile: who and what for, the
// workflow's own fields, the roles, and what every profile may have.
func (d *Draft) ask() {
	add := func(f *Field) {
		q := &Question{Key: f.Key, Field: f}
		if group, _, ok := strings.Cut(f.Key, "."); ok {
			q.Group = group
		}
		d.questions = append(d.questions, q)
	}
	first := []string{"organization", "title", "id"}
	for _, key := range first {
		if f := d.w.fields[key]; f != nil {
			add(f)
		}
	}
	for _, f := range d.w.Fields {
		if !f.Common {
			add(f)
		}
	}
	for _, role := range d.w.Roles {
		d.questions = append(d.questions, &Question{Key: "people." + role.ID, Group: "people", Role: role})
	}
	for _, f := range d.w.Fields {
		own := f.Key == "workflow" || f.Key == "overlays" // settled by flags
		if f.Common && !own && !slices.Contains(first, f.Key) && f.asked() {
			add(f)
		}
	}
}

// asked reports whether one line of text can answer for the field.
func (f *Field) asked() bool {
	return f.Type != TypePeople && f.Type != TypeStepMinutes && f.Type != TypeStepWaits
}

// Questions returns every question in order; it must not be changed.
func (d *Draft) Questions() []*Question { return d.questions }

// Question returns the question for a key, or nil.
func (d *Draft) Question(key string) *Question {
	i := slices.IndexFunc(d.questions, func(q *Question) bool { return q.Key == key })
	if i < 0 {
		return nil
	}
	return d.questions[i]
}

// Suggest is a hint for a key that is none: the nearest one.
func (d *Draft) Suggest(key string) string {
	keys := make([]string, len(d.questions))
	for i, q := range d.questions {
		keys[i] = q.Key
	}
	return nearest(key, keys)
}

// Set answers a question. An empty text stands for no answer; what the profile
// that is completed says already stays.
func (d *Draft) Set(key, text string) {
	if old, ok := d.answers[key]; ok && old == text {
		return
	}
	d.answers[key] = text
	d.state = nil
}

// Unset takes an answer back.
func (d *Draft) Unset(key string) {
	if _, ok := d.answers[key]; ok {
		delete(d.answers, key)
		d.state = nil
	}
}

// Answered reports whether somebody answered, and what.
func (d *Draft) Answered(key string) (text string, ok bool) {
	text, ok = d.answers[key]
	return text, ok
}

// Given reports whether the profile that is completed has the key already.
func (d *Draft) Given(key string) bool {
	if d.root == nil {
		return false
	}
	n := find(d.root, strings.Split(key, "."))
	return n != nil && !isNull(n)
}

func find(n *yaml.Node, path []string) *yaml.Node {
	for _, name := range path {
		n = child(n, name)
		if n == nil {
			return nil
		}
	}
	return n
}

func child(n *yaml.Node, name string) *yaml.Node {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}

// Concerns reports whether a question belongs to a level.
func (q *Question) Concerns(level Level) bool {
	switch {
	case level == LevelEverything:
		return true
	case q.Role != nil:
		return q.Role.Required || level >= LevelDecisions
	case q.Field.Required, q.Key == "schedule.start": // without a first day nothing has a date
		return true
	}
	// A field with a condition is the follow-up of a decision.
	usual := q.Field.Decision || q.Field.When != nil || q.Key == "tracking.github.repository"
	return usual && level >= LevelDecisions
}

// Default is the answer that stands when nobody gives another, "" for none.
func (q *Question) Default() string {
	if q.Field == nil || q.Field.Default == nil {
		return ""
	}
	return q.Field.answer(q.Field.Default)
}

// Relevant reports whether the question matters after the answers so far.
func (d *Draft) Relevant(q *Question) bool {
	if q.Field == nil || q.Field.When == nil {
		return true
	}
	r := d.judged().run
	if r == nil {
		return true
	}
	yes, err := q.Field.When.holds(r.scope)
	return err != nil || yes
}

// Asks reports whether a question is to be asked at a level after the answers
// so far: it matters, or without an answer something is wrong.
func (d *Draft) Asks(q *Question, level Level) bool {
	d.judged() // brings wanted up to date
	return d.wanted[q.Key] || q.Concerns(level) && d.Relevant(q)
}

// Needs reports whether a question must be answered after the answers so far:
// always, or because a rule wants it.
func (d *Draft) Needs(q *Question) bool {
	d.judged()
	switch {
	case q.Role != nil && q.Role.Required, q.Field != nil && q.Field.Required:
		return true
	case !d.wanted[q.Key]:
		return false
	}
	without := *d
	without.answers, without.wanted, without.state = maps.Clone(d.answers), map[string]bool{}, nil
	delete(without.answers, q.Key)
	without.judged()
	return without.wanted[q.Key]
}

// Complete answers what is not answered with its default, as far as it
// concerns the level, and takes back what has become irrelevant. keep names
// the answers that stay in any case.
func (d *Draft) Complete(level Level, keep func(key string) bool) {
	for _, q := range d.questions {
		switch {
		case d.Given(q.Key) || keep(q.Key):
			continue
		case !d.Asks(q, level):
			d.Unset(q.Key)
			continue
		}
		if text := d.answers[q.Key]; text == "" {
			d.Set(q.Key, q.Default())
		}
	}
}
