package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"runbook/generator"
)

// initForm asks the questions of a draft, a page for each group of keys.
type initForm struct {
	draft   *generator.Draft
	form    *huh.Form
	fields  []*formField
	pages   []formPage
	back    bool // the last key went back
	leaving bool // a question is being left
	left    int  // how many have been
	typed   []tea.KeyPressMsg
	begun   bool
	aborted bool // by Ctrl-C; the form can go on where it is
	width   int
	height  int // of the terminal; 0 until it is known
}

// formPage is a group of the form, and the fields on it.
type formPage struct {
	title  string
	group  *huh.Group
	fields []*formField
}

func newInitForm(d *generator.Draft, level generator.Level, settled map[string]bool) *initForm {
	f := &initForm{draft: d}
	var questions []*generator.Question
	for _, q := range d.Questions() {
		if !d.Given(q.Key) && !settled[q.Key] {
			questions = append(questions, q)
		}
	}
	f.fields = []*formField{newLevelField(f, level, questions)}
	for _, q := range questions {
		if q.Field != nil && q.Field.Type == generator.TypeRecords {
			f.fields = append(f.fields, newEntries(f, q)...)
		} else {
			f.fields = append(f.fields, newFormField(f, q))
		}
	}
	var groups []*huh.Group
	for i := 0; i < len(f.fields); {
		n := 1
		for i+n < len(f.fields) && f.fields[i+n].group() == f.fields[i].group() {
			n++
		}
		page := formPage{fields: f.fields[i : i+n]}
		members := make([]huh.Field, n)
		for k, field := range page.fields {
			field.page = page.fields
			members[k] = field
		}
		page.group = huh.NewGroup(members...).WithHideFunc(func() bool { return !slices.ContainsFunc(page.fields, (*formField).asked) })
		f.pages = append(f.pages, page)
		groups = append(groups, page.group)
		i += n
	}
	f.number()
	f.form = huh.NewForm(groups...).WithTheme(formTheme()).WithKeyMap(formKeys())
	f.form.SubmitCmd = tea.Quit
	return f
}

func (f *formField) pageTitle() string {
	if f.part != nil {
		return f.part.page()
	}
	group := f.group()
	if group == "" {
		return "General"
	}
	return generator.UpperFirst(strings.ReplaceAll(group, "_", " "))
}

// number tells on each page how far it is, and returns those with a question.
func (f *initForm) number() []formPage {
	shown := slices.DeleteFunc(slices.Clone(f.pages), func(p formPage) bool { return !slices.ContainsFunc(p.fields, (*formField).asked) })
	for i := range shown {
		shown[i].title = fmt.Sprintf("%s (page %d of %d)", shown[i].fields[0].pageTitle(), i+1, len(shown))
		shown[i].group.Title(shown[i].title)
	}
	return shown
}

func (f *initForm) level() generator.Level {
	return generator.Level(slices.Index(initLevels, f.fields[0].text))
}

// Init starts the form, or goes on with it after Ctrl-C.
func (f *initForm) Init() tea.Cmd {
	f.aborted = false
	if f.begun {
		return f.focused().Focus()
	}
	f.begun = true
	return f.form.Init()
}

// moved is sent a moment after a key that leaves a question, in case nothing
// else tells that it has been left.
type moved struct{ question int }

// Update hands messages to the form. A question is left in steps that come as
// messages of their own; keys that are typed meanwhile wait for the next one.
func (f *initForm) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		// Room for a reason of six lines where a line of help stands else.
		f.width, f.height = min(msg.Width, 100), msg.Height
		for _, field := range f.fields {
			field.grow()
		}
		f.form.WithWidth(f.width).WithHeight(max(msg.Height-6, 8))
		f.comment()
		_, cmd := f.form.Update(msg)
		return f, tea.Batch(cmd, tea.ClearScreen) // what stood there at the old size
	case moved:
		if msg.question != f.left {
			return f, nil // it has been left long ago
		}
		return f, f.arrive()
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+c" { // the form itself would be over
			f.aborted, f.leaving, f.typed = true, false, nil
			return f, tea.Quit
		}
		f.typed = append(f.typed, msg)
		return f, f.take()
	}
	before := f.focused()
	_, cmd := f.form.Update(msg)
	now := f.focused()
	switch {
	case f.form.State != huh.StateNormal || now == before:
		return f, cmd
	case !now.Skip():
		return f, tea.Batch(cmd, f.arrive())
	case now.page[0] != before.page[0]:
		return f, tea.Batch(cmd, f.settle(now))
	}
	return f, cmd
}

// take types the keys that wait, as far as the question.
func (f *initForm) take() tea.Cmd {
	var cmds []tea.Cmd
	for len(f.typed) > 0 && !f.leaving && f.form.State == huh.StateNormal {
		press := f.typed[0]
		f.typed = f.typed[1:]
		f.back = goesBack(press)
		here := f.focused()
		_, cmd := f.form.Update(press)
		f.number()
		f.comment()
		cmds = append(cmds, cmd)
		if leaves(press) && here.Error() == nil {
			f.leaving = true
			f.left++
			question := f.left
			cmds = append(cmds, tea.Tick(time.Second, func(time.Time) tea.Msg { return moved{question} }))
		}
	}
	return tea.Batch(cmds...)
}

// arrive is the next question, ready for keys.
func (f *initForm) arrive() tea.Cmd {
	f.leaving = false
	f.comment()
	return f.take()
}

// comment brings the page up to date with the answers.
func (f *initForm) comment() {
	for _, field := range f.focused().page {
		field.comment()
	}
}

func (f *initForm) focused() *formField {
	field, _ := f.form.GetFocusedField().(*formField)
	return field
}

// settle leaves a question that has become irrelevant since its page was
// shown last. A page begins and ends by itself; only its middle needs help.
func (f *initForm) settle(now *formField) tea.Cmd {
	switch at := slices.Index(now.page, now); {
	case !now.Skip(), at == 0, at == len(now.page)-1:
		return nil
	case f.back:
		return huh.PrevField
	}
	return huh.NextField
}

// View is the page that is being answered.
func (f *initForm) View() tea.View {
	v := tea.NewView(f.form.View())
	v.AltScreen = true
	return v
}
