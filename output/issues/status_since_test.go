package issues_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"runbook/generator"
	"runbook/output/issues/githubtest"
)

// What happened since a day: what still is so, and of people only who is another
// in the end. Events are read of issues that are older and have changed since.
func TestSince(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	today := w.clock.Now()
	w.pass(48 * time.Hour)
	now := w.clock.Now()
	happen := func(text, what, by, login string) {
		w.edit(text, func(is *githubtest.Issue) {
			is.Events = append(is.Events, githubtest.Event{What: what, By: by, Login: login, At: &now})
			is.Updated = &now
		})
	}
	shut := func(text, by string) {
		w.edit(text, func(is *githubtest.Issue) {
			is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "completed", by, &now
		})
		happen(text, "closed", by, "")
	}
	since := func(day time.Time) (string, []string) {
		t.Helper()
		w.gh.Forget()
		w.options.Since = day.Format(time.DateOnly)
		s, err := w.open().Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var asked []string
		for _, r := range w.gh.Requests() {
			if strings.HasSuffix(r.Path, "/events") {
				asked = append(asked, strings.TrimPrefix(r.Path, "/repos/contoso/cmg-rollout"))
			}
		}
		_, text, _ := strings.Cut(s.Text(), "\nSince ")
		text, _, _ = strings.Cut(text, "\n\n")
		if md := s.Markdown(); !strings.Contains(md, "\n## Since "+w.options.Since+"\n") {
			t.Errorf("nothing in\n%s", md)
		}
		return text, asked
	}
	expect := func(day time.Time, want string, read ...string) {
		t.Helper()
		if got, asked := since(day); got != want || !slices.Equal(asked, read) {
			t.Errorf("got\n%s\nand read %v, want\n%s\nand %v", got, asked, want, read)
		}
	}
	nothing := " no item was closed, opened again, got late or went to other people"
	tomorrow, next := today.AddDate(0, 0, 1), now.AddDate(0, 0, 1)
	expect(tomorrow, tomorrow.Format(time.DateOnly)+nothing)

	shut(checkNames, "ann")
	happen(registerKey, "assigned", "ann", "bob")
	happen(registerKey, "unassigned", "ann", "contoso-identity")
	happen(registerKey, "assigned", "ann", "contoso-cloud") // there and back
	happen(registerKey, "unassigned", "ann", "contoso-cloud")
	day := now.Format(time.DateOnly)
	expect(tomorrow, tomorrow.Format(time.DateOnly)+": 1 done, 1 with other people\n"+
		"  0.1  #2  done "+day+"    ann  Check that the names are free\n"+
		"  1.1  #3  people "+day+"  ann  Register the server app (bob for Identity team)", "/issues/2/events", "/issues/3/events")
	expect(next, next.Format(time.DateOnly)+nothing)

	w.edit(checkNames, func(is *githubtest.Issue) { is.State, is.Reason, is.ClosedBy, is.Closed = "open", "reopened", "", nil })
	happen(checkNames, "reopened", "bob", "")
	if got, _ := since(tomorrow); !strings.HasPrefix(got, tomorrow.Format(time.DateOnly)+": 1 opened again, 1 with other people\n  0.1  #2  opened again "+day+"  bob ") {
		t.Errorf("got\n%s", got)
	}

	w.gh.Fail(githubtest.Fault{Path: "/issues/2/events", Do: githubtest.Answer, Status: 410, Body: []byte(`{"message":"This issue was deleted"}`)})
	if got, _ := since(tomorrow); !strings.HasPrefix(got, tomorrow.Format(time.DateOnly)+": 1 with other people\n") {
		t.Errorf("got\n%s", got)
	}

	// What the runbook does itself is told as well, and what is new.
	w.rb = without(w.rb, "sample/create-cname", "x")
	w.apply()
	if got, _ := since(tomorrow); !strings.Contains(got, "#4  dropped "+day+"       octo-admin  Create the CNAME") {
		t.Errorf("got\n%s", got)
	}
	it := w.rb.Phases[0].Items[0]
	it.Key, it.Number, it.Title, it.Needs = "sample/more", "1.2", "Do more", nil
	w.rb.Phases[0].Items = append(w.rb.Phases[0].Items, it)
	w.apply()
	if got, _ := since(tomorrow); !strings.Contains(got, "\n  1.2  #5  new "+day+" ") {
		t.Errorf("got\n%s", got)
	}
	if got, _ := since(today); strings.Contains(got, " new ") {
		t.Errorf("everything is new:\n%s", got)
	}
}

// Blocked is what somebody calls so and nobody has settled.
func TestBlocked(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	first := func() string {
		t.Helper()
		s, err := w.open().Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(s.Text(), "\nBlocked\n")
		text, _, _ = strings.Cut(text, "\n\n")
		return text
	}
	for label, want := range map[string]bool{
		"BLOCKED": true, "status: blocked": true, "blocked-by-vendor": true, "status/blocked": true,
		"unblocked": false, "blockedness": false, "block": false,
	} {
		w.gh.Edit(func(s *githubtest.State) { s.Labels = append(s.Labels, githubtest.Label{Name: label, Color: "b60205"}) })
		w.edit(checkNames, func(is *githubtest.Issue) { is.Labels = append(is.Labels, label) })
		if got := first(); strings.Contains(got, `blocked: label "`) != want {
			t.Errorf("%s: got\n%s", label, got)
		}
		w.edit(checkNames, func(is *githubtest.Issue) { is.Labels = is.Labels[:len(is.Labels)-1] })
	}
	w.item("sample/check-names").Work = generator.Work{Status: generator.StatusBlocked, By: "CD", Evidence: "no window"}
	if got := first(); !strings.Contains(got, `(blocked: on paper by CD: "no window", holds up 2)`) || !strings.Contains(got, "waiting for it: Identity team (1.1)") {
		t.Errorf("got\n%s", got)
	}
	if p := w.plan(); !p.Empty() {
		t.Errorf("what paper says changes the issues: %v", p.Changes)
	}
	w.edit(checkNames, func(is *githubtest.Issue) { is.State, is.Reason = "closed", "completed" })
	if got := first(); got != "" {
		t.Errorf("closed and blocked:\n%s", got)
	}
}
