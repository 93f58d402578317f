package issues_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"runbook/output/issues/githubtest"
)

// What people do that nobody thought of: plan and status say the same of it.
func TestOddThingsThatPeopleDo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.pass(48 * time.Hour)
	now := w.clock.Now()
	w.options.Since = now.Format(time.DateOnly)
	says := func(want ...string) {
		t.Helper()
		s, err := w.open().Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		all := w.plan().Text() + s.Text() + s.Markdown()
		for _, x := range want {
			if no, not := strings.CutPrefix(x, "!"); strings.Contains(all, no) == not {
				t.Errorf("%q in\n%s", x, all)
			}
		}
	}
	says("!is closed", "!is now", "!Closed, but look again")

	// Boxes are not ticked by being taken out.
	before := w.issue(registerKey).Body
	w.edit(registerKey, func(is *githubtest.Issue) {
		var kept []string
		for l := range strings.SplitSeq(is.Body, "\n") {
			if !strings.HasPrefix(l, "- [ ]") {
				kept = append(kept, l)
			}
		}
		is.Body = strings.Join(kept, "\n")
		is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "completed", "ann", &now
	})
	says("  1.1  #3  done 2026-11-25  ann  Register the server app (ann does not hold the role, 0 of 2 boxes ticked)\n")

	w.edit(registerKey, func(is *githubtest.Issue) { is.Body = before })

	// What was dropped and somebody opened again stays open, and is not called closed.
	w.rb = without(w.rb, "sample/create-cname", "nobody needs it")
	if text := w.plan().Text(); !strings.Contains(text, "close #4 2.1 Create the CNAME record [nobody needs it]\n") {
		t.Errorf("the plan says\n%s", text)
	}
	w.apply()
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) {
		is.State, is.Reason, is.ClosedBy, is.Closed, is.Updated = "open", "reopened", "", nil, &now
		is.Events = append(is.Events, githubtest.Event{What: "reopened", By: "bob", At: &now})
	})
	says(
		"#4 dropped: Create the CNAME record does not apply, was closed and reopened by somebody: it stays open\n",
		"  - #4 Create the CNAME record no longer applies, and somebody opened it again: it stays open until somebody closes it, or the profile asks for it\n",
		"  #4 Create the CNAME record, opened again\n",
		"  opened again 2026-11-25  bob ",
		"| ☐ | Create the CNAME record |", "| dropped, and opened again |",
		"!run apply, or close it",
	)

	w.edit("key=tracking", func(is *githubtest.Issue) {
		is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "completed", "ann", &now
	})
	says("  - the tracking issue #1 is closed, and 1 item is not settled: open it again, or close their issues\n")

	const renamed = "  - contoso/cmg-rollout is now contoso/cmg: write that into tracking.github.repository; the old name leads there only until somebody takes it\n"
	w.gh.Edit(func(s *githubtest.State) { s.OldNames, s.Name = []string{s.Name}, "contoso/cmg" })
	says(renamed)
	if text := w.plan().Text(); !strings.Contains(text, renamed) {
		t.Errorf("the plan says\n%s", text)
	}
	w.apply()
	w.rb.Tracking.Repository = "Contoso/CMG"
	w.options.Journal = t.TempDir() + "/journal.jsonl" // is kept by repository
	says("!is now")
}

// An issue that somebody closed and that is dropped then gives its number back,
// and the plan says so in words.
func TestPlanSaysThatANumberIsDropped(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) { is.State, is.Reason = "closed", "completed" })
	w.rb = without(w.rb, "sample/create-cname", "nobody needs it")
	if text := w.plan().Text(); !strings.Contains(text, "update #4 2.1 Create the CNAME record: number 2.1 -> dropped\n") {
		t.Errorf("the plan says\n%s", text)
	}
}

// A run that ends early says how much it did not come to.
func TestRunThatEndsEarlyCountsWhatIsLeft(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := w.plan()
	w.gh.Fail(githubtest.Fault{Method: "POST", Path: "/issues$", Skip: 2, Times: -1, Do: githubtest.Answer, Status: 401, Body: []byte(`{"message":"Bad credentials"}`)})
	_, r, err := w.tryApply(t.Context())
	if err == nil {
		t.Fatal("nothing went wrong")
	}
	done := r.Created + r.Labels + 1 // and the lock
	if want := fmt.Sprintf("created 2, updated 0, unchanged 0, closed 0, failed 1, changes not tried %d", len(p.Changes)-done-1); r.String() != want {
		t.Errorf("got  %s\nwant %s", r, want)
	}
	w.gh.Mend()
	w.apply()
}

// The name of a repository that was renamed or deleted may be another's one day.
// What this computer knows of the first is not looked for in the second.
func TestNameOfARepositoryIsAnothers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.gh.Edit(func(s *githubtest.State) {
		s.ID, s.Labels, s.Milestones = 4712, nil, nil
		s.Issues = []githubtest.Issue{{Number: 1, Title: "Mine"}, {Number: 3, Title: "Mine, too"}}
	})
	const warning = "contoso/cmg-rollout is not the repository in which this computer made the issues of the rollout, but has its name: if that one has moved, write where to into tracking.github.repository"
	p := w.plan()
	if !slices.Contains(p.Warnings, warning) || len(p.Conflicts) > 0 || p.Count("create", "issue", "tracking issue") != 4 || strings.Contains(p.Text(), "was deleted") {
		t.Errorf("the plan says\n%s", p.Text())
	}
	s, err := w.open().Status(t.Context())
	if err != nil || !slices.Contains(s.Notes, warning) || s.Total.Missing != 3 {
		t.Errorf("%v, the status says\n%s", err, s.Text())
	}
	w.apply() // it is what somebody wants: the first was for trial
	if p := w.plan(); slices.Contains(p.Warnings, warning) {
		t.Errorf("the plan says\n%s", p.Text())
	}
	if n := len(w.gh.State().Issues); n != 6 {
		t.Errorf("%d issues, want 6", n)
	}
}

// A sub-issue that somebody gave the tracking issue is not read each time.
func TestSubIssueOfSomebody(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.gh.Edit(func(s *githubtest.State) {
		s.Issues = append(s.Issues, githubtest.Issue{Number: 5, Title: "Cake for the go-live", Parent: 1})
		s.Issues[0].Children = append(s.Issues[0].Children, 5)
	})
	w.gh.Forget()
	w.settled()
	for _, r := range w.gh.Requests() {
		if strings.HasSuffix(r.Path, "/issues/5") {
			t.Errorf("%s was asked", r)
		}
	}
	if p := w.plan(); p.Unchanged != 4 {
		t.Errorf("%d issues", p.Unchanged)
	}
}
