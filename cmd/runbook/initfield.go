package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"runbook/generator"
)

// formField is one question of the form: a field of huh that is skipped when
// its question does not matter, and judged by the rules of the workflow.
type formField struct {
	huh.Field
	form *initForm
	page []*formField        // the fields it stands with, itself included
	q    *generator.Question // nil for the question how much to ask

	text    string   // the answer, of an input or a choice
	list    []string // the answer, of a choice of several
	input   bool
	options []huh.Option[string] // of a choice
	example string               // of an input, in words

	entries *entries // of the number of records
	part    *part    // of a field of one record

	describe func(string)
	entitle  func(string)
	seen     bool     // the person has been there
	known    []string // what was wrong before this question
	judging  bool     // the person goes on; else nothing is refused
	back     bool     // the person went back, which nothing can prevent
}

const (
	levelTitle = "How much do you want to decide now?"
	levelHelp  = "Enter goes on, Shift+Tab goes back, Ctrl+C stops and writes nothing. What you leave out keeps its default or is decided later."
)

// newLevelField asks how much to ask.
func newLevelField(form *initForm, level generator.Level, questions []*generator.Question) *formField {
	f := &formField{form: form, text: initLevels[level]}
	number := func(level generator.Level) int {
		n := 0
		for _, q := range questions {
			if form.draft.Asks(q, level) {
				n++
			}
		}
		return n
	}
	f.options = []huh.Option[string]{
		huh.NewOption(fmt.Sprintf("Only what must be known: %s", count(number(generator.LevelNeeded), "question")), initLevels[generator.LevelNeeded]),
		huh.NewOption(fmt.Sprintf("What shapes the runbook: about %s", count(number(generator.LevelDecisions), "question")), initLevels[generator.LevelDecisions]),
		huh.NewOption(fmt.Sprintf("Everything: about %s", count(number(generator.LevelEverything), "question")), initLevels[generator.LevelEverything]),
	}
	choice := huh.NewSelect[string]().Title(levelTitle).Description(levelHelp).Options(f.options...).Value(&f.text)
	f.describe, f.entitle = func(text string) { choice.Description(text) }, func(string) {}
	f.Field = choice
	return f
}

func newFormField(form *initForm, q *generator.Question) *formField {
	f := &formField{form: form, q: q}
	answer, answered := form.draft.Answered(q.Key)
	if !answered {
		answer = q.Default()
	}
	f.text = answer
	f.ask()
	f.comment()
	return f
}

// ask makes the field of huh that suits the question.
func (f *formField) ask() {
	switch q := f.q; {
	case q.Field == nil:
		f.asInput("for example " + personExample)
	case q.Field.Type == generator.TypeChoice:
		options := []huh.Option[string]{}
		for _, c := range q.Field.Choices {
			options = append(options, huh.NewOption(optionTitle(c), c.Value))
		}
		f.asSelect(options)
	case q.Field.Type == generator.TypeBoolean:
		f.asSelect([]huh.Option[string]{huh.NewOption("Yes", "true"), huh.NewOption("No", "false")})
	case q.Field.Type == generator.TypeChoices:
		f.asChoices(f.text)
	default:
		example := q.Field.Example
		if example != "" {
			example = "for example " + example
		}
		f.asInput(example)
	}
}

func optionTitle(c generator.Choice) string {
	title := generator.UpperFirst(cmp.Or(c.Title, c.Value))
	if c.Help != "" {
		title += ": " + c.Help
	}
	return title
}

func (f *formField) asInput(placeholder string) {
	f.input, f.example = true, placeholder
	input := huh.NewInput().Title(f.title()).Placeholder(placeholder).Value(&f.text).Validate(func(string) error { return f.refusal() })
	f.describe = func(text string) { input.Description(text) }
	f.entitle = func(title string) { input.Title(title) }
	f.Field = input
}

func (f *formField) asSelect(options []huh.Option[string]) {
	if f.q.Default() == "" && !f.q.Field.Required {
		options = append([]huh.Option[string]{huh.NewOption("Leave it open", "")}, options...)
	}
	f.options = options
	choice := huh.NewSelect[string]().Title(f.title()).Options(options...).Value(&f.text).Validate(func(string) error { return f.refusal() })
	f.describe = func(text string) { choice.Description(text) }
	f.entitle = func(title string) { choice.Title(title) }
	f.Field = choice
}

// grow gives a choice the room for all that there is to choose from, which a
// terminal that was lower had taken.
func (f *formField) grow() {
	if choice, ok := f.Field.(*huh.Select[string]); ok {
		choice.Height(0)
	}
}

func (f *formField) asChoices(answer string) {
	for part := range strings.SplitSeq(strings.Trim(answer, "[]"), ",") {
		if part = strings.TrimSpace(part); part != "" {
			f.list = append(f.list, part)
		}
	}
	var options []huh.Option[string]
	for _, c := range f.q.Field.Choices {
		options = append(options, huh.NewOption(optionTitle(c), c.Value).Selected(slices.Contains(f.list, c.Value)))
	}
	f.options = options
	choices := huh.NewMultiSelect[string]().Title(f.title()).Options(options...).Value(&f.list).Filterable(false).Validate(func([]string) error { return f.refusal() })
	f.describe = func(text string) {
		choices.Description(text).Height(len(options) + 1 + wrappedLines(text))
	}
	f.entitle = func(title string) { choices.Title(title) }
	f.Field = choices
}

// wrappedLines is how many lines a text takes, at most, in the form.
func wrappedLines(text string) int {
	const narrow = 60
	n := 0
	for line := range strings.Lines(text) {
		n += 1 + len(line)/narrow
	}
	return n
}

func (f *formField) title() string {
	title := questionTitle(f.q)
	if f.entries != nil {
		title += ": how many?"
	}
	if f.part != nil && f.q.Field.Required || f.part == nil && f.form.draft.Needs(f.q) {
		title += " (needed)"
	}
	return title
}

// questionHelp is what stands below the title.
func questionHelp(d *generator.Draft, q *generator.Question) string {
	if q.Role != nil {
		how := "A name, a mail address in <>, a GitHub login after @; a semicolon between people."
		if !q.Role.Required {
			how = "Where nobody is named, " + d.StandsIn(q.Role) + "."
		}
		return strings.TrimSpace(d.Duties(q.Role) + " " + how)
	}
	f := q.Field
	var parts []string
	if f.Help != "" {
		parts = append(parts, f.Help)
	}
	if shape := f.Shape; shape != "" {
		if f.Example != "" { // which stands below, and suits this question
			shape, _, _ = strings.Cut(shape, " such as ")
		}
		parts = append(parts, generator.UpperFirst(shape)+".")
	}
	switch f.Type {
	case generator.TypeDate:
		parts = append(parts, "YYYY-MM-DD.")
	case generator.TypeRecords:
		parts = append(parts, "Each is asked for in turn. None: 0. Not decided: leave empty.")
	case generator.TypeTexts, generator.TypeDates:
		parts = append(parts, "Several: with commas. None: []. Not decided: leave empty.")
	}
	return strings.Join(parts, " ")
}

// group is the page the question is on; who it is for comes with the first.
func (f *formField) group() string {
	switch {
	case f.q == nil:
		return ""
	case f.part != nil:
		return fmt.Sprintf("%s %d", f.part.of.count.q.Key, f.part.entry)
	}
	return f.q.Group
}

// asked reports whether the question matters now.
func (f *formField) asked() bool {
	if f.part != nil {
		return f.part.asked()
	}
	return f.q == nil || f.form.draft.Asks(f.q, f.form.level())
}

// Skip leaves a question out that does not matter. On a page that is not shown
// at all nothing is skipped: a form goes on from a page without questions,
// even from one that it only prepares.
func (f *formField) Skip() bool { return !f.asked() && slices.ContainsFunc(f.page, (*formField).asked) }

// View is empty for a question that does not matter.
func (f *formField) View() string {
	if !f.asked() {
		return ""
	}
	return f.Field.View() + "\n\n"
}

// Error is the reason why the answer is refused, unless the person went back.
func (f *formField) Error() error {
	if f.back {
		return nil
	}
	return f.Field.Error()
}

// Focus notes what is wrong already, so that only what this answer does is
// held against it.
func (f *formField) Focus() tea.Cmd {
	f.back, f.seen = false, true
	f.note()
	cmd := f.Field.Focus()
	f.comment()
	return cmd
}

// note keeps what is wrong before the question is answered. An entry of a list
// of records is judged by what was wrong before the first of them.
func (f *formField) note() {
	f.known = nil
	if f.part != nil {
		f.known = f.part.of.count.known
		return
	}
	for _, p := range f.form.draft.Problems() {
		f.known = append(f.known, p.Message)
	}
}

// Update takes a key and judges the answer while it is typed.
func (f *formField) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	key, press := msg.(tea.KeyPressMsg)
	if press && goesBack(key) {
		f.back = true
		return f, huh.PrevField
	}
	_, paste := msg.(tea.PasteMsg)
	if press {
		f.back, f.judging = false, true
	}
	m, cmd := f.Field.Update(msg)
	f.judging = false
	if field, ok := m.(huh.Field); ok {
		f.Field = field
	}
	if press || paste {
		f.answer()
		f.comment()
	}
	return f, cmd
}
