package main

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"runbook/generator"
)

// On a low terminal the choices come before the help, and all of them are there
// again, with it, once the terminal is high.
func TestFormOnATerminalThatChanges(t *testing.T) {
	s := startForm(t, newTestDraft(t, nil), generator.LevelNeeded)
	all := []string{"How much do you want to decide now?", "Only what must be known", "What shapes the runbook", "Everything: about"}
	s.sees(append(all, "Enter goes on")...)
	s.program.Send(tea.WindowSizeMsg{Width: 40, Height: 13})
	s.sees(all...)
	s.program.Send(tea.WindowSizeMsg{Width: 30, Height: 8})
	s.program.Send(tea.WindowSizeMsg{Width: 60, Height: 30})
	s.sees(append(all, "Enter goes on")...)
}
