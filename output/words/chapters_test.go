package words_test

import (
	"testing"

	"runbook/output/words"
)

// A corner of a page has room for a few parts, and for none cut off.
func TestRunningHead(t *testing.T) {
	t.Parallel()
	for want, parts := range map[string][]string{
		"Names":                    {"Names"},
		"Roles · Names":            {"Roles", "Names"},
		"Decisions · … · Initials": {"Decisions", "Warnings", "Progress", "Initials"},
		"Who signs with which initials · … · Names": {words.Initials, words.Roles, words.Names},
		"Left out · Terms · Sources":                {"Left out", "Terms", "Sources"},
	} {
		if got := words.RunningHead(parts...); got != want {
			t.Errorf("%q: %q, want %q", parts, got, want)
		}
	}
}
