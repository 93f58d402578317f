package issues_test

import (
	"strings"
	"testing"
	"time"

	"runbook/generator"
	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

// What is closed and not proved, or has other work by now, is on the first page
// of the status until somebody has looked at it.
func TestClosedButLookAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	shut := func(at time.Time) func(is *githubtest.Issue) {
		return func(is *githubtest.Issue) {
			is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "completed", "contoso-identity", &at
			is.Body = strings.ReplaceAll(is.Body, "- [ ]", "- [x]")
		}
	}
	monday := time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)
	w.edit(registerKey, shut(monday))
	status := func() *issues.Status {
		t.Helper()
		s, err := w.open().Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	said := func(why string) {
		t.Helper()
		s := status()
		text := s.Text()
		row := "\nClosed, but look again\n  1.1  #3  done 2026-11-30  contoso-identity  Register the server app (" + why + ")\n"
		if why == "" {
			if strings.Contains(text, "look again") || s.Total.LookAgain != 0 {
				t.Errorf("to look at again:\n%s", text)
			}
			return
		}
		if !strings.Contains(text, row) || !strings.Contains(text, "of work, 1 to look at again\n") {
			t.Errorf("no %q in\n%s", row, text)
		}
		if md := s.Markdown(); !strings.Contains(md, "\n## Closed, but look again\n\n| Item |") || !strings.Contains(md, "| done 2026-11-30 | `contoso-identity` | "+why+" |") {
			t.Errorf("the record is\n%s", md)
		}
		if data, err := s.JSON(); err != nil || !strings.Contains(string(data), `"look_again": true`) {
			t.Errorf("%s, %v", data, err)
		}
	}
	said("")
	// A box more, and what the plan says of it stands in the result of the apply.
	it := w.item(register)
	it.Verify = append(it.Verify, "It is called so.")
	r := w.apply()
	if got := r.Remarks(); len(got) != 1 || got[0] != "#3 1.1 Register the server app: it is closed already: look whether the change asks for more work" {
		t.Errorf("the apply says %q", got)
	}
	const boxes = "2 of 3 boxes ticked"
	said(boxes + ", its text changed after it was closed")
	w.item("sample/check-names").Number = "0.2" // the mark outlives other changes
	it.Title = "Register the server app"
	it.Sources = nil
	it.Evidence += "."
	w.apply()
	said(boxes + ", its text changed after it was closed")
	w.edit(registerKey, func(is *githubtest.Issue) { is.Body = strings.ReplaceAll(is.Body, "- [ ]", "- [x]") })
	said("")
	// Another step takes no tick away: it takes a new closing.
	it.Steps = "1. Do one thing more."
	w.apply()
	said("its text changed after it was closed")
	w.edit(registerKey, shut(monday.Add(time.Hour)))
	said("")
	// Boxes that nobody ever ticked.
	w.edit(registerKey, func(is *githubtest.Issue) { is.Body = strings.Replace(is.Body, "- [x]", "- [ ]", 1) })
	said(boxes)
	// Not needed is not needed.
	w.edit(registerKey, func(is *githubtest.Issue) { is.Reason = "not_planned" })
	said("")
}

// What is to be said of several issues is said once.
func TestRemarksOfAnApply(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	for _, key := range []string{checkNames, registerKey} {
		w.edit(key, func(is *githubtest.Issue) {
			is.State, is.Reason, is.ClosedBy = "closed", "completed", "ann"
			is.Body = strings.ReplaceAll(is.Body, "- [ ]", "- [x]")
		})
	}
	for _, key := range []string{"sample/check-names", register} {
		w.item(key).Steps = "1. Something else."
	}
	w.item(register).Verify = []generator.Markdown{"Something new."}
	got := strings.Join(w.apply().Remarks(), "\n")
	for _, want := range []string{
		"#2 and #3: it is closed already: look whether the change asks for more work",
		"#3 1.1 Register the server app: a ticked box goes, because its line is gone: The app is listed.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
