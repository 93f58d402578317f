package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/colorprofile"
)

// screen asks with forms that fill a terminal.
type screen struct{ s *starting }

func (c screen) ask(ctx context.Context, form *initForm) error { return c.program(ctx, form) }

func (c screen) program(ctx context.Context, m tea.Model) error {
	input := c.s.a.stdin
	if tty, ok := input.(*os.File); ok {
		k := &keys{File: tty}
		defer k.over.Store(true)
		input = k
	}
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithInput(input), tea.WithOutput(c.s.a.stderr)}
	if c.s.a.noColor {
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

// keys are what is typed while one program asks. A program may end before its
// reader has noticed, and that reader would swallow the first key of the next
// question; so what comes later is left where it is.
type keys struct {
	*os.File
	over atomic.Bool
}

func (k *keys) Read(p []byte) (int, error) {
	if k.over.Load() {
		return 0, io.EOF
	}
	return k.File.Read(p)
}

// choose asks below the text, which scrolls where the terminal is too low for
// it. The text stays on the terminal.
func (c screen) choose(ctx context.Context, above, title string, options []huh.Option[string]) (value string, answered bool, err error) {
	last := &lastQuestion{form: huh.NewForm(huh.NewGroup(huh.NewSelect[string]().Title(title).Options(options...).Value(&value))).
		WithTheme(formTheme()).WithShowHelp(false)}
	if above != "" {
		last.above = strings.Split(strings.TrimRight(above, "\n"), "\n")
	}
	last.form.SubmitCmd, last.form.CancelCmd = tea.Quit, tea.Quit
	err = c.program(ctx, last)
	if err == nil {
		fmt.Fprint(c.s.a.stderr, above)
	}
	return value, last.form.State == huh.StateCompleted, err
}

// lastQuestion is a small form below a text.
type lastQuestion struct {
	form   *huh.Form
	above  []string
	top    int // the first line of the text that is shown
	width  int // of the terminal; 0 until it is known
	height int
}

func (l *lastQuestion) Init() tea.Cmd { return l.form.Init() }

func (l *lastQuestion) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		l.width, l.height = msg.Width, msg.Height
	case tea.KeyPressMsg:
		switch msg.String() {
		case "pgdown", "space":
			l.top += l.room() - 1
		case "pgup", "b":
			l.top -= l.room() - 1
		}
	}
	l.top = max(0, min(l.top, len(l.above)-l.room()))
	_, cmd := l.form.Update(msg)
	return l, cmd
}

// room is how many lines of the text fit above the question.
func (l *lastQuestion) room() int {
	const between = 2 // the line that says how much there is, and an empty one
	return max(3, l.height-strings.Count(l.form.View(), "\n")-1-between)
}

func (l *lastQuestion) View() tea.View {
	v := tea.NewView(l.form.View())
	if len(l.above) == 0 {
		return v
	}
	v.AltScreen = true
	shown := l.above[l.top:min(len(l.above), l.top+l.room())]
	more := ""
	if len(shown) < len(l.above) {
		more = fmt.Sprintf("Lines %d to %d of %d: PgDn and PgUp (or space and b) show the others.", l.top+1, l.top+len(shown), len(l.above))
		if len(more) > l.width {
			more = fmt.Sprintf("%d to %d of %d: PgDn, PgUp", l.top+1, l.top+len(shown), len(l.above))
		}
	}
	v.Content = strings.Join(shown, "\n") + "\n" + more + "\n" + v.Content
	return v
}
