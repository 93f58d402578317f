package main

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// TestPreviewScrolls shows a text of 40 lines above a question on a terminal of
// 24: all of it can be read, and the question is always there.
func TestPreviewScrolls(t *testing.T) {
	value := ""
	l := &lastQuestion{form: huh.NewForm(huh.NewGroup(huh.NewSelect[string]().Title("What now?").Options(huh.NewOption("Write", "write"), huh.NewOption("Stop", "stop")).Value(&value))).WithShowHelp(false)}
	for i := range 40 {
		l.above = append(l.above, fmt.Sprintf("line %02d", i+1))
	}
	l.Init()
	l.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	seen := map[string]bool{}
	look := func(first, last int) {
		t.Helper()
		view := l.View().Content
		if n := strings.Count(view, "\n") + 1; n > 24 {
			t.Errorf("%d lines on a terminal of 24:\n%s", n, view)
		}
		for _, want := range []string{"What now?", fmt.Sprintf("line %02d\n", first), fmt.Sprintf("line %02d\n", last), fmt.Sprintf("Lines %d to %d of 40", first, last)} {
			if !strings.Contains(view, want) {
				t.Errorf("no %q in\n%s", want, view)
			}
		}
		for line := range strings.Lines(view) {
			seen[strings.TrimSpace(line)] = true
		}
	}
	room := l.room()
	look(1, room)
	l.Update(tea.KeyPressMsg{Code: tea.KeyPgDown})
	look(room, 2*room-1) // one line again, by which to go on reading
	l.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
	l.Update(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
	look(41-room, 40)
	for _, line := range l.above {
		if !seen[line] {
			t.Errorf("%s cannot be read", line)
		}
	}
	for range 4 {
		l.Update(tea.KeyPressMsg{Code: tea.KeyPgUp})
	}
	look(1, room)
	l.Update(tea.WindowSizeMsg{Width: 80, Height: 60})
	l.Update(tea.WindowSizeMsg{Width: 40, Height: 24})
	for line := range strings.Lines(l.View().Content) {
		if ansi.StringWidth(strings.TrimSpace(line)) > 40 {
			t.Errorf("cut at 40 columns: %q", line)
		}
	}
	l.Update(tea.WindowSizeMsg{Width: 80, Height: 60})
	if view := l.View().Content; strings.Contains(view, "PgDn") || !strings.Contains(view, "line 40") {
		t.Errorf("scrolls where there is room:\n%s", view)
	}
}
