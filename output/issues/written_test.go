package issues_test

import (
	"context"
	"strings"
	"testing"

	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

// A conflict shows both sides, in the plan, in what is saved and in the result.
func TestConflictShowsBothSides(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit(registerKey, func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "- [ ] The app is listed.", "- [x] The app is listed twice.\nmine", 1)
	})
	w.item(register).Evidence = "A picture."
	p, r, err := w.tryApply(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	const want = `      somebody wrote:
        - - [ ] The app is listed.
        + - [ ] The app is listed twice.
        + mine
      the runbook changes:
        - The application ID.
        + A picture.
      hint: `
	if text := p.Text(); !strings.Contains(text, want) || strings.Contains(text, "Nothing to do") || !strings.Contains(text, "\n3 issues are as they should be, 1 conflict to settle.\n") {
		t.Errorf("the plan is\n%s", text)
	}
	saved, err := p.Save(issues.Source{})
	if err != nil || !strings.Contains(string(saved), `"+ - [ ] The app is listed twice."`) || !strings.Contains(string(saved), `"+ A picture."`) {
		t.Errorf("saved is %s, %v", saved, err)
	}
	if len(r.Conflicts) != 1 || len(r.Conflicts[0].Sides()) != 7 {
		t.Errorf("the result is %+v", r.Conflicts)
	}
	// An issue of which the marker does not know the lines shows what differs.
	w.edit(registerKey, func(is *githubtest.Issue) {
		before, after, _ := strings.Cut(is.Body, " lines=")
		_, after, _ = strings.Cut(after, " ")
		is.Body = before + " " + after
	})
	if text := w.plan().Text(); !strings.Contains(text, `      what is there, and what the runbook says:
        - - [ ] The app is listed twice.
        - mine
        + - [ ] The app is listed.
        - The application ID.
        + A picture.
`) {
		t.Errorf("the plan is\n%s", text)
	}
}
