package issues_test

import (
	"fmt"
	"strings"
	"testing"

	"runbook/output/issues/githubtest"
)

// Numbers move up when an item is dropped: its issue gives its own back, whoever
// closed it, and gets it again with the item. A title that somebody gave stays.
func TestDroppedIssuesHaveNoNumber(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		change         func(*githubtest.Issue)
		state, dropped string
		back           string
	}{
		"closed with its item":      {func(*githubtest.Issue) {}, "closed not_planned", "dropped: Register the server app", "open reopened 1.1 Register the server app"},
		"closed before as done":     {func(is *githubtest.Issue) { is.State, is.Reason = "closed", "completed" }, "closed completed", "dropped: Register the server app", "closed completed 1.1 Register the server app"},
		"closed before, not needed": {func(is *githubtest.Issue) { is.State, is.Reason = "closed", "not_planned" }, "closed not_planned", "dropped: Register the server app", "closed not_planned 1.1 Register the server app"},
		"under somebody's title":    {func(is *githubtest.Issue) { is.Title = "1.1 mine" }, "closed not_planned", "1.1 mine", "open reopened 1.1 mine"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.apply()
			w.edit(registerKey, tc.change)
			full := w.rb
			w.rb = without(newWorld(t).rb, register, "because of a whim")
			w.apply()
			is := w.issue(registerKey)
			if got := is.State + " " + is.Reason; got != tc.state || is.Title != tc.dropped {
				t.Errorf("dropped it is %s, %q", got, is.Title)
			}
			s, err := w.open().Status(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if text := s.Text(); strings.Contains(text, "dropped: ") {
				t.Errorf("the status is\n%s", text)
			}
			w.rb = full
			w.apply()
			is = w.issue(registerKey)
			if got := is.State + " " + is.Reason + " " + is.Title; got != tc.back {
				t.Errorf("back again it is %s", got)
			}
		})
	}
}

// A link is named with the numbers of the issues, because an item of the plan and
// one that is dropped may have the same.
func TestLinksNameTheirIssues(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.item("sample/create-cname").Needs = nil
	p := w.plan()
	const link = `- 1 "blocked by" link: #4 2.1 Create the CNAME record blocked by #3 1.1 Register the server app`
	if text := p.Text(); !strings.Contains(text, link) {
		t.Errorf("the plan is\n%s", text)
	}
	if got := fmt.Sprint(p.Changes); strings.Contains(got, "#4 #4") {
		t.Errorf("the changes are %s", got)
	}
}
