package main

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// The help of every command fits a narrow terminal, except for commands that
// somebody copies, and loses no word; a pipe gets it as it is.
func TestHelpFitsTheTerminal(t *testing.T) {
	t.Parallel()
	for _, c := range commands {
		var b strings.Builder
		cmd := c.make(&app{})
		cmd.SetOut(&b)
		if err := cmd.Help(); err != nil {
			t.Fatal(err)
		}
		help := b.String()
		if got := fitted(help, 0); got != help {
			t.Errorf("%s: a pipe gets\n%s", c.name, got)
		}
		for _, width := range []int{40, 80, 200} {
			got := fitted(help, width)
			if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(help), " ") {
				t.Errorf("%s: the words at %d columns are others:\n%s", c.name, width, got)
			}
			for line := range strings.Lines(got) {
				copied := strings.HasPrefix(line, "  ") && line[2] != '-' && !helpRow().MatchString(line)
				if !copied && ansi.StringWidth(strings.TrimRight(line, "\n")) > width && strings.Contains(strings.TrimSpace(line), " ") {
					t.Errorf("%s: too wide for %d columns: %q", c.name, width, line)
				}
			}
		}
	}
}
