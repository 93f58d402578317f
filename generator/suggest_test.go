package generator_test

import (
	"testing"

	"runbook/generator"
)

func TestFirstLetter(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][2]string{
		"":         {"", ""},
		"Set up":   {"Set up", "set up"},
		"set up":   {"Set up", "set up"},
		"Übergabe": {"Übergabe", "übergabe"},
		"éclair":   {"Éclair", "éclair"},
		"会社":       {"会社", "会社"},
	} {
		if got := [2]string{generator.UpperFirst(s), generator.LowerFirst(s)}; got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
