package generator

import (
	"slices"
	"strings"
)

// Workflow is an authored procedure, loaded from its folder. It is read-only
// after LoadWorkflow and safe for use by several goroutines.
type Workflow struct {
	ID           string
	Title        string
	Verified     string // the day its facts were last checked
	Version      string // 12 hex digits over all its files
	Overlays     []string
	Summary      Text
	TitleDefault Text
	Fields       []*Field // the common ones first
	Values       []*Value // in order of evaluation
	Rules        []*Rule
	Roles        []*Role
	Phases       []*Section
	References   []*Section
	Terms        []*TermText
	Words        []Word

	file     string // its workflow.yaml, for messages
	tables   map[string]map[string]any
	names    *names
	groups   *group
	onlyThen []*Field // those whose value depends on their condition
	decided  []*Field // those that the runbook lists among its decisions
	labelled []*Value // those that it lists among its names
	fields   map[string]*Field
	values   map[string]*Value
	steps    map[string]*Step
	facts    []knownFact

	everyday []string // abbreviations that every reader knows

	faulty faulty
	memory memory
}

// faulty is what a workflow declares and nobody can read. That is told once:
// whatever names it is in order.
type faulty struct {
	values, steps map[string]bool
	allSteps      bool // it is not known which steps there are
}

func (f *faulty) value(key string) {
	if f.values == nil {
		f.values = map[string]bool{}
	}
	f.values[key] = true
}

func (f *faulty) step(id string) {
	if f.steps == nil {
		f.steps = map[string]bool{}
	}
	f.steps[id] = true
}

// hasStep reports whether there is a step, or may be one: a name that is nearly
// that of another step is misspelt.
func (w *Workflow) hasStep(id string) bool {
	return w.steps[id] != nil || w.faulty.steps[id] || w.faulty.allSteps && nearest(id, sortedKeys(w.steps)) == ""
}

// knownFact is one the workflow must carry, or one it leaves out on purpose.
type knownFact struct {
	id, leftOut string
	company     string // name of the overlay it comes from
	pos         Pos
}

// Word is one that labels and reasons use for another under a condition.
type Word struct {
	From, To string
	When     *Expression
}

// Value is computed from the profile and earlier values.
type Value struct {
	Key     string
	number  int // of Key among the names of the workflow
	Expr    *Expression
	Yes, No string // what a boolean means, in words
	Label   string // listed among the runbook's names under it
	Note    Text
	Facts   []string
	Company string // name of the overlay it comes from, "" for the workflow's own
	pos     Pos
	below   *Expression // of the value that an overlay replaces
}

// Rule refuses a profile (error) or points something out (warning).
type Rule struct {
	ID   string
	When *Expression // nil: only the explanation of a field that names it
	// Deadline, for a warning, is the day the planned work must be finished
	// before; the rule trips when the schedule ends on it or later.
	Deadline *Expression
	At       string // the profile key it points at
	Message  Text
	Hint     Text
	Banner   bool
	Facts    []string
	Company  string
	pos      Pos
}

// Severity follows from the ID: R is an error, anything else a warning.
func (r *Rule) Severity() Severity {
	if strings.HasPrefix(r.ID, "R") {
		return Error
	}
	return Warn
}

// Role carries steps out.
type Role struct {
	ID       string
	Title    string
	Summary  Text
	Required bool
	Lead     bool // runs the rollout and signs its gates; at most one role does
	Fallback []string
	Company  string
	pos      Pos
}

// Section is a phase, or a reference: a part that is looked up rather than
// worked through.
type Section struct {
	ID        string
	Reference bool
	Prefix    string // of a reference's numbers
	Title     Text
	Goal      Text // of a reference: its introduction
	Gate      []Text
	Note      Text
	Steps     []*Step
	Company   string
	pos       Pos
}

// Step is one authored action, or one entry of a reference.
type Step struct {
	ID        string
	number    int    // among all steps, see Workflow.count
	target    string // of links to it: "#" and the key of its item
	Section   *Section
	Title     Text
	Role      string
	With      []StepRole // who sits beside the role
	OnCall    []StepRole // who must be within reach meanwhile
	Ready     Text       // what those beside it have ready
	OnCallFor Text       // in which case those on call are called
	When      *Expression
	Needs     []StepNeed
	Minutes   int
	Wait      Duration
	WaitFor   string
	Why       Text
	Body      Text
	Verify    Text // a bullet list
	Evidence  Text
	Due       *Expression
	Sources   []Source
	Facts     []string
	Company   string // name of the overlay it comes from
	LeftOut   string // reason of the overlay that leaves it out, and its name
	LeftOutBy string
	pos       Pos
}

// StepRole is a role that a step names beside the one that carries it out.
type StepRole struct {
	Role string
	pos  Pos
}

// StepNeed is a step that must be done before another.
type StepNeed struct {
	Step     string
	number   int         // of that step, -1 if there is none
	Optional bool        // counts only when that step is selected
	When     *Expression // counts only then; nil: always
	pos      Pos
}

// TermText is an authored explanation of a word.
type TermText struct {
	Term    Text
	Text    Text
	When    *Expression
	Facts   []string
	Company string
	pos     Pos
}

// Field returns the declared field, or nil.
func (w *Workflow) Field(key string) *Field { return w.fields[key] }

// Step returns the step with this ID, or nil.
func (w *Workflow) Step(id string) *Step { return w.steps[id] }

// Role returns the role with this ID, or nil.
func (w *Workflow) Role(id string) *Role {
	i := slices.IndexFunc(w.Roles, func(r *Role) bool { return r.ID == id })
	if i < 0 {
		return nil
	}
	return w.Roles[i]
}

// Sections returns phases and references in order.
func (w *Workflow) Sections() []*Section {
	return slices.Concat(w.Phases, w.References)
}

// firstPhase is the number of the first phase: 0 for a checklist before the
// phases, whose folder begins with a 0, else 1.
func (w *Workflow) firstPhase() int {
	if len(w.Phases) > 0 && strings.HasPrefix(w.Phases[0].ID, "0") {
		return 0
	}
	return 1
}

// NumberedPhases counts the phases without the checklist before them.
func (w *Workflow) NumberedPhases() int { return len(w.Phases) - 1 + w.firstPhase() }

// Steps returns every step of every section, in order.
func (w *Workflow) Steps() []*Step {
	var all []*Step
	for _, s := range w.Sections() {
		all = append(all, s.Steps...)
	}
	return all
}

// count numbers the steps, so that what a run knows of them is a list.
func (w *Workflow) count() {
	steps := w.Steps()
	for i, s := range steps {
		s.number, s.target = i, "#"+w.ID+"/"+s.ID
	}
	for _, s := range steps {
		for i := range s.Needs {
			s.Needs[i].number = -1
			if needed := w.steps[s.Needs[i].Step]; needed != nil {
				s.Needs[i].number = needed.number
			}
		}
	}
}

// Facts returns, by fact ID, where the workflow carries it: the sorted names
// of steps, rules, terms, fields and values.
func (w *Workflow) Facts() map[string][]string {
	carried := map[string][]string{}
	w.eachFact(func(where string, _ Pos, fact string) { carried[fact] = append(carried[fact], where) })
	for _, where := range carried {
		slices.Sort(where)
	}
	return carried
}

// eachFact visits what carries a fact.
func (w *Workflow) eachFact(visit func(where string, pos Pos, fact string)) {
	add := func(where string, pos Pos, facts []string) {
		for _, f := range facts {
			visit(where, pos, f)
		}
	}
	for _, s := range w.Steps() {
		add("step "+s.ID, s.pos, s.Facts)
	}
	for _, r := range w.Rules {
		add("rule "+r.ID, r.pos, r.Facts)
	}
	for _, t := range w.Terms {
		add("term "+t.Term.source, t.pos, t.Facts)
	}
	for _, f := range w.Fields {
		add("field "+f.Key, f.pos, f.Facts)
	}
	for _, v := range w.Values {
		add("value "+v.Key, v.pos, v.Facts)
	}
}

// known reports whether a name that an expression reads exists: a field, a
// value, a table, the date or whether the text is for a sheet.
func (w *Workflow) known(name string) bool {
	return name == "date" || name == "brief" || w.fields[name] != nil || w.values[name] != nil || w.tables[name] != nil
}

// entry reports whether the name is that of a step under a field of steps,
// such as schedule.minutes.order-laptop, which only given(...) takes.
func (w *Workflow) entry(name string) bool {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return false
	}
	f := w.fields[name[:dot]]
	return f != nil && (f.Type == TypeStepMinutes || f.Type == TypeStepWaits) && w.steps[name[dot+1:]] != nil
}

// eachExpression visits every condition and computed value.
func (w *Workflow) eachExpression(visit func(e *Expression)) {
	each := func(es ...*Expression) {
		for _, e := range es {
			if e != nil {
				visit(e)
			}
		}
	}
	for _, f := range w.Fields {
		each(f.When)
	}
	for _, v := range w.Values {
		each(v.Expr)
	}
	for _, r := range w.Rules {
		each(r.When, r.Deadline)
	}
	for _, t := range w.Terms {
		each(t.When)
	}
	for _, word := range w.Words {
		each(word.When)
	}
	for _, s := range w.Steps() {
		each(s.When, s.Due)
		for _, n := range s.Needs {
			each(n.When)
		}
	}
}

// eachText visits every text; alone says that it belongs to a rule which
// speaks for a field and sees only the value that was written.
func (w *Workflow) eachText(visit func(t Text, alone bool)) {
	each := func(ts ...Text) {
		for _, t := range ts {
			visit(t, false)
		}
	}
	each(w.Summary, w.TitleDefault)
	for _, v := range w.Values {
		each(v.Note)
	}
	for _, r := range w.Rules {
		alone := r.When == nil && r.Deadline == nil
		visit(r.Message, alone)
		visit(r.Hint, alone)
	}
	for _, r := range w.Roles {
		each(r.Summary)
	}
	for _, t := range w.Terms {
		each(t.Term, t.Text)
	}
	for _, s := range w.Sections() {
		each(s.Title, s.Goal, s.Note)
		each(s.Gate...)
		for _, step := range s.Steps {
			each(step.texts()...)
		}
	}
}

// eachProse visits the texts that are read as sentences.
func (w *Workflow) eachProse(visit func(t Text)) {
	visit(w.Summary)
	for _, t := range w.Terms {
		visit(t.Text)
	}
	for _, s := range w.Sections() {
		for _, t := range append([]Text{s.Title, s.Goal, s.Note}, s.Gate...) {
			visit(t)
		}
		for _, step := range s.Steps {
			for _, t := range step.texts() {
				visit(t)
			}
		}
	}
}

// key is that of the step's item.
func (s *Step) key() string { return s.target[len("#"):] }

// texts are those that make an item or entry of the step.
func (s *Step) texts() []Text {
	return []Text{s.Title, s.Why, s.Ready, s.OnCallFor, s.Evidence, s.Body, s.Verify}
}
