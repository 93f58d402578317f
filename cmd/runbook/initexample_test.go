package main

import (
	"strings"
	"testing"
)

// A shape that many questions share has an example that suits one of them: the
// others show their own below.
func TestHelpHasOneExample(t *testing.T) {
	t.Parallel()
	d := newTestDraft(t, nil)
	for key, want := range map[string]string{
		"site.software_update_points": "A full server name. Several: with commas.",
		"site.server":                 "A full server name such as mp01.corp.contoso.com.",
	} {
		if help := questionHelp(d, d.Question(key)); !strings.Contains(help, want) {
			t.Errorf("%s: no %q in %q", key, want, help)
		}
	}
	for _, q := range d.Questions() {
		if help := questionHelp(d, q); q.Field != nil && q.Field.Example != "" && q.Field.Shape != "" && strings.Contains(help, "such as mp01") {
			t.Errorf("%s has the example of another: %q, %q", q.Key, help, q.Field.Example)
		}
	}
}
