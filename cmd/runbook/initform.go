package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/colorprofile"

	"runbook/generator"
)

var errStopped error = exitError{exitFailed, errors.New("stopped; nothing is written")}

// ask runs the form until the person writes the profile or stops.
func (s *starting) ask(ctx context.Context) error {
	form := newInitForm(s.draft, s.level, s.settled)
	for {
		if err := s.program(ctx, form); err != nil {
			return err
		}
		if form.aborted {
			if stop, err := s.stops(ctx); err != nil || stop {
				return cmp.Or(err, errStopped)
			}
			form = newInitForm(s.draft, form.level(), s.settled)
			continue
		}
		s.draft.Complete(form.level(), func(key string) bool { return s.settled[key] })
		wish, err := s.confirm(ctx)
		switch {
		case err != nil:
			return err
		case wish == "write":
			written, err := s.write()
			if err != nil {
				return err
			}
			s.report(written)
			return nil
		case wish == "stop":
			return errStopped
		}
		form = newInitForm(s.draft, form.level(), s.settled) // the answers are in the draft
	}
}

func (s *starting) program(ctx context.Context, m tea.Model) error {
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithInput(s.a.stdin), tea.WithOutput(s.a.stderr)}
	if s.a.noColor {
		options = append(options, tea.WithColorProfile(colorprofile.ASCII))
	}
	_, err := tea.NewProgram(m, options...).Run()
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) {
		return errStopped
	}
	if err != nil {
		return fmt.Errorf("show the form: %w", err)
	}
	return nil
}

// confirm shows what the runbook will contain and asks what to do.
func (s *starting) confirm(ctx context.Context) (wish string, err error) {
	errs := errorsOnly(s.draft.Problems())
	options := []huh.Option[string]{huh.NewOption("Go back to the questions; the answers stay", "back"), huh.NewOption("Stop without writing anything", "stop")}
	if len(errs) > 0 {
		for _, p := range errs {
			fmt.Fprintf(s.a.stderr, "%s\n", wrapWords("  "+strings.ReplaceAll(refused(s.draft, p), "\n", "\n  "), s.width(), 2))
		}
	} else {
		rb, err := s.draft.Runbook()
		if err != nil {
			return "", err
		}
		fmt.Fprint(s.a.stderr, summary(rb, s.width()))
		target := s.path
		if target == "" {
			organization, _ := s.draft.Answered("organization")
			target = fileName(organization)
		}
		options = append([]huh.Option[string]{huh.NewOption("Write "+target, "write")}, options...)
	}
	for {
		answered, err := choose(ctx, s, "What now?", options, &wish)
		if err != nil || answered {
			return wish, err
		}
		if stop, err := s.stops(ctx); err != nil || stop {
			return "stop", err
		}
	}
}

// stops asks before answers are thrown away. Ctrl-C says yes.
func (s *starting) stops(ctx context.Context) (bool, error) {
	if !s.hasAnswers() {
		return true, nil
	}
	stop := false
	answered, err := choose(ctx, s, "Stop? What you have answered is lost.", []huh.Option[bool]{huh.NewOption("No, go on; the answers stay", false), huh.NewOption("Yes, stop without writing anything", true)}, &stop)
	return stop || !answered, err
}

// hasAnswers reports whether the person has answered anything in their own way.
func (s *starting) hasAnswers() bool {
	return slices.ContainsFunc(s.draft.Questions(), func(q *generator.Question) bool {
		text, _ := s.draft.Answered(q.Key)
		return text != "" && text != q.Default() && !s.settled[q.Key]
	})
}

// lastQuestion is a small form below what is on the screen.
type lastQuestion struct{ form *huh.Form }

// choose asks one question below what is on the screen, and reports whether it
// was answered.
func choose[T comparable](ctx context.Context, s *starting, title string, options []huh.Option[T], value *T) (bool, error) {
	last := &lastQuestion{form: huh.NewForm(huh.NewGroup(huh.NewSelect[T]().Title(title).Options(options...).Value(value))).
		WithTheme(formTheme()).WithShowHelp(false)}
	last.form.SubmitCmd, last.form.CancelCmd = tea.Quit, tea.Quit
	err := s.program(ctx, last)
	return last.form.State == huh.StateCompleted, err
}

func (l *lastQuestion) Init() tea.Cmd { return l.form.Init() }

func (l *lastQuestion) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := l.form.Update(msg)
	return l, cmd
}

func (l *lastQuestion) View() tea.View { return tea.NewView(l.form.View()) }

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
	aborted bool
	width   int
}

// formPage is a group of the form, and the fields on it.
type formPage struct {
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
	f.form.SubmitCmd, f.form.CancelCmd = tea.Quit, tea.Quit
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
	title := strings.ReplaceAll(group, "_", " ")
	return strings.ToUpper(title[:1]) + title[1:]
}

// number tells on each page how far it is.
func (f *initForm) number() {
	shown := slices.DeleteFunc(slices.Clone(f.pages), func(p formPage) bool { return !slices.ContainsFunc(p.fields, (*formField).asked) })
	for i, p := range shown {
		p.group.Title(fmt.Sprintf("%s (page %d of %d)", p.fields[0].pageTitle(), i+1, len(shown)))
	}
}

func (f *initForm) level() generator.Level {
	return generator.Level(slices.Index(initLevels, f.fields[0].text))
}

// Init starts the form.
func (f *initForm) Init() tea.Cmd { return f.form.Init() }

// moved is sent a moment after a key that leaves a question, in case nothing
// else tells that it has been left.
type moved struct{ question int }

// Update hands messages to the form. A question is left in steps that come as
// messages of their own; keys that are typed meanwhile wait for the next one.
func (f *initForm) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		// Room for a reason of six lines where a line of help stands else.
		f.width = min(msg.Width, 100)
		f.form.WithWidth(f.width).WithHeight(max(msg.Height-6, 8))
		f.comment()
	case moved:
		if msg.question != f.left {
			return f, nil // it has been left long ago
		}
		return f, f.arrive()
	case tea.KeyPressMsg:
		if msg.String() != "ctrl+c" {
			f.typed = append(f.typed, msg)
			return f, f.take()
		}
	}
	before := f.focused()
	_, cmd := f.form.Update(msg)
	f.aborted = f.form.State == huh.StateAborted
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
