package issues_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

// edit changes the issue that has a text in its body, as a person would in the
// browser, which makes every line end a CRLF.
func (w *world) edit(text string, change func(*githubtest.Issue)) {
	w.t.Helper()
	w.gh.Edit(func(s *githubtest.State) {
		is := s.WithText(text)
		if is == nil {
			w.t.Fatalf("no issue has the text %q", text)
		}
		before := is.Body
		change(is)
		if is.Body != before {
			is.Body = strings.ReplaceAll(strings.ReplaceAll(is.Body, "\r\n", "\n"), "\n", "\r\n")
		}
	})
}

func (w *world) issue(text string) githubtest.Issue {
	w.t.Helper()
	s := w.gh.State()
	is := s.WithText(text)
	if is == nil {
		w.t.Fatalf("no issue has the text %q", text)
	}
	return *is
}

func (w *world) numbered(n int) githubtest.Issue {
	w.t.Helper()
	s := w.gh.State()
	return *s.Find(n)
}

// item returns the runbook's item with a key, to be changed.
func (w *world) item(key string) *generator.Item {
	w.t.Helper()
	for i := range w.rb.Before.Items {
		if w.rb.Before.Items[i].Key == key {
			return &w.rb.Before.Items[i]
		}
	}
	for p := range w.rb.Phases {
		for i := range w.rb.Phases[p].Items {
			if w.rb.Phases[p].Items[i].Key == key {
				return &w.rb.Phases[p].Items[i]
			}
		}
	}
	w.t.Fatalf("no item %s", key)
	return nil
}

// What is done stays as it was done, whoever holds the role now and whenever
// it would be planned now; only other work changes its text.
func TestFinishedWorkIsLeftAlone(t *testing.T) {
	t.Parallel()
	for _, reason := range []string{"completed", "not_planned"} {
		w := newWorld(t)
		w.apply()
		w.edit(registerKey, func(is *githubtest.Issue) { is.State, is.Reason, is.ClosedBy = "closed", reason, "contoso-identity" })
		before := w.issue(registerKey)
		it := w.item(register)
		it.People = []generator.Person{{Name: "Bob", GitHub: "bob"}}
		it.Planned = &generator.Planned{Start: "2027-02-01", End: "2027-02-01", Ready: "2027-02-01"}
		it.Reason, it.Sources[0].Date = "because of something else", "2026-11-23"
		w.item("sample/create-cname").Number = "2.7" // who waits for it
		w.apply()
		if after := w.issue(registerKey); after.Body != before.Body || after.Assignees[0] != "contoso-identity" || after.Title != before.Title {
			t.Errorf("%s: now\n%s\nbefore\n%s", reason, after.Body, before.Body)
		}
		it.Steps = "1. Do one thing more."
		if text := w.plan().Text(); !strings.Contains(text, "! it is closed already: look whether the change asks for more work") {
			t.Errorf("the plan says\n%s", text)
		}
		w.apply()
		after := w.issue(registerKey)
		if !strings.Contains(after.Body, "1. Do one thing more.") || !strings.Contains(after.Body, "**Global Administrator**: Identity team") || after.State != "closed" {
			t.Errorf("the text is\n%s", after.Body)
		}
		// Whoever reopens it gets it as it is now.
		w.edit(registerKey, func(is *githubtest.Issue) { is.State, is.Reason = "open", "reopened" })
		w.apply()
		after = w.issue(registerKey)
		if !strings.Contains(after.Body, "**Global Administrator**: Bob") || !slices.Equal(after.Assignees, []string{"bob"}) {
			t.Errorf("%v\n%s", after.Assignees, after.Body)
		}
	}
}

const (
	registerKey = "key=sample/register-app"
	register    = "sample/register-app"
)

// What people do to an issue stays, and is no reason to write.
func TestPeoplesChangesStay(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		change func(*githubtest.Issue)
	}{
		{"line ends of the browser", func(is *githubtest.Issue) { is.Body += "\n" }},
		{"a note below", func(is *githubtest.Issue) { is.Body += "\nThe secret is in the vault.\n" }},
		{"a note above", func(is *githubtest.Issue) { is.Body = "Ask Ann first.\n\n" + is.Body }},
		{"a tick", func(is *githubtest.Issue) {
			is.Body = strings.Replace(is.Body, "- [ ] The app is listed.", "- [x] The app is listed.", 1)
		}},
		{"text inside the block", func(is *githubtest.Issue) {
			is.Body = strings.Replace(is.Body, "The app is listed.", "The app is listed. Done on Monday.", 1)
		}},
		{"a title", func(is *githubtest.Issue) { is.Title = "Register it (waits for Ann)" }},
		{"a label", func(is *githubtest.Issue) { is.Labels = append(is.Labels, "urgent") }},
		{"a person more", func(is *githubtest.Issue) { is.Assignees = append(is.Assignees, "ann") }},
		{"another person", func(is *githubtest.Issue) { is.Assignees = []string{"bob"} }},
		{"no milestone", func(is *githubtest.Issue) { is.Milestone = 0 }},
		{"a comment", func(is *githubtest.Issue) { is.Comments = append(is.Comments, githubtest.Comment{Body: "on it"}) }},
		{"closed", func(is *githubtest.Issue) { is.State, is.Reason, is.ClosedBy = "closed", "completed", "ann" }},
		{"closed as not planned", func(is *githubtest.Issue) { is.State, is.Reason, is.ClosedBy = "closed", "not_planned", "ann" }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.apply()
			w.gh.Edit(func(s *githubtest.State) {
				s.Labels = append(s.Labels, githubtest.Label{Name: "urgent", Color: "ff0000"})
			})
			w.edit(registerKey, tc.change)
			before := w.issue(registerKey)
			w.gh.Forget()
			w.apply()
			if n := w.gh.Writes(); n != 0 {
				t.Fatalf("%d writes: %v", n, w.gh.Requests())
			}
			// And it survives a change of something else.
			w.item(register).People = []generator.Person{{Name: "Identity team", GitHub: "bob"}}
			w.item("sample/create-cname").Steps = "1. Something else."
			w.apply()
			after := w.issue(registerKey)
			if got, want := people(after.Body), people(before.Body); got != want {
				t.Errorf("the text is now\n%s\nand was\n%s", got, want)
			}
			if after.Title != before.Title || after.State != before.State || after.Milestone != before.Milestone || len(after.Comments) != len(before.Comments) {
				t.Errorf("now %+v, before %+v", after, before)
			}
			for _, l := range before.Labels {
				if !slices.Contains(after.Labels, l) {
					t.Errorf("label %s is gone", l)
				}
			}
			for _, a := range before.Assignees {
				if a != "contoso-identity" && !slices.Contains(after.Assignees, a) {
					t.Errorf("%s is no longer assigned", a)
				}
			}
			if got, want := slices.Contains(after.Assignees, "bob"), before.State != "closed" || tc.name == "another person"; got != want {
				t.Errorf("the new person of the role is assigned: %v", got)
			}
		})
	}
}

// people is a body without the runbook's markers and the person the profile
// names, with plain line ends.
func people(body string) string {
	var kept []string
	for l := range strings.SplitSeq(strings.ReplaceAll(body, "\r\n", "\n"), "\n") {
		if !strings.Contains(l, "<!-- runbook:") && !strings.HasPrefix(l, "**Global Administrator**") {
			kept = append(kept, l)
		}
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}

func TestTicksSurviveAChangedText(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit(registerKey, func(is *githubtest.Issue) {
		is.Body = strings.ReplaceAll(is.Body, "- [ ]", "- [x]") + "mine"
	})
	it := w.item(register)
	it.Steps = "1. Choose **New registration**."
	it.Verify = []generator.Markdown{"Something new.", it.Verify[1]}
	plan := w.plan()
	if notes := plan.Text(); !strings.Contains(notes, "a ticked box goes, because its line is gone: The app is listed.") {
		t.Errorf("the plan does not say that a tick goes:\n%s", notes)
	}
	w.apply()
	body := w.issue(registerKey).Body
	for _, want := range []string{"- [ ] Something new.", "- [x] The secret is stored", "1. Choose **New", "mine"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in\n%s", want, body)
		}
	}
}

func TestConflictIsLeftAlone(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		change func(*githubtest.Issue)
		why    string
	}{
		"both changed":   {func(is *githubtest.Issue) { is.Body = strings.Replace(is.Body, "Expires", "Ends", 1) }, "somebody edited the text"},
		"no end":         {func(is *githubtest.Issue) { is.Body = strings.Split(is.Body, "<!-- runbook:end")[0] }, "its closing marker is gone"},
		"no beginning":   {func(is *githubtest.Issue) { is.Body = is.Body[strings.Index(is.Body, "-->")+3:] }, "its opening marker is gone"},
		"no marker":      {func(is *githubtest.Issue) { is.Body = "gone" }, "its markers are gone"},
		"doubled marker": {func(is *githubtest.Issue) { is.Body += "\n" + is.Body }, "twice"},
		"newer marker":   {func(is *githubtest.Issue) { is.Body = strings.Replace(is.Body, "begin v=1", "begin v=2", 1) }, "does not know"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.apply()
			w.edit(registerKey, tc.change)
			w.gh.Edit(func(s *githubtest.State) { s.Labels = append(s.Labels, githubtest.Label{Name: "x", Color: "ff0000"}) })
			before := w.numbered(3)
			w.item(register).Steps = "1. Something else."
			w.item("sample/create-cname").Steps = "1. Something else."
			_, r, err := w.tryApply(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if r.OK() || len(r.Conflicts) != 1 || !strings.Contains(r.Conflicts[0].Why, tc.why) || r.Updated != 1 {
				t.Errorf("got %s: %+v", r, r.Conflicts)
			}
			if got := w.numbered(3); got.Body != before.Body || got.Title != before.Title {
				t.Error("the issue was changed all the same")
			}
			if !strings.Contains(w.numbered(4).Body, "Something else.") {
				t.Error("the rest was not done")
			}
		})
	}
}

// An issue in conflict is left alone whole: what else waits is said beside the
// conflict, and the status says that the text is out of date.
func TestConflictSaysWhatWaits(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	const key = "sample/create-cname"
	w.edit("key="+key, func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "1. Add the record", "1. Add the record\n   Carl: not on a Friday.", 1)
	})
	before := w.issue("key=" + key)
	it := w.item(key)
	it.Number, it.Steps, it.Needs = "2.3", "1. Something else.", nil
	it.People = []generator.Person{{Name: "Bob", GitHub: "bob"}}
	w.gh.Forget()
	p, r, err := w.tryApply(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Conflicts) != 1 || len(r.Conflicts) != 1 || r.OK() || !strings.Contains(p.Text(), "Until then its title and assignees wait, too") {
		t.Errorf("got %s, planned\n%s", r, p.Text())
	}
	if after := w.issue("key=" + key); !reflect.DeepEqual(after, before) {
		t.Errorf("it is now\n%+v", after)
	}
	s, err := w.open().Status(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if text := s.Text(); !strings.Contains(text, "Create the CNAME record (its text is out of date)") || !strings.Contains(text, "is out of date: somebody edited") {
		t.Errorf("the status says\n%s", text)
	}
	// Settled by hand, all is well.
	w.edit("key="+key, func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "\r\n   Carl: not on a Friday.", "", 1)
	})
	w.apply()
	if is := w.issue("key=" + key); !strings.Contains(is.Body, "1. Something else.") || is.Title != "2.3 Create the CNAME record" || !slices.Equal(is.Assignees, []string{"bob"}) {
		t.Errorf("it is now\n%+v", is)
	}
}

// A block that a person edited to what the runbook now wants is no conflict.
func TestSameEditIsNoConflict(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit(registerKey, func(is *githubtest.Issue) { is.Body = strings.Replace(is.Body, "The application ID.", "The ID.", 1) })
	w.item(register).Evidence = "The ID."
	w.settled()
}

func TestTitleFollowsTheRunbookUnlessAPersonChangedIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.item(register).Title = "Register the app"
	w.item("sample/create-cname").Title = "Create the record"
	w.edit(registerKey, func(is *githubtest.Issue) { is.Title = "mine" })
	if notes := w.plan().Text(); !strings.Contains(notes, `the title stays as somebody changed it; the runbook now says "1.1 Register the app"`) {
		t.Errorf("the plan does not say so:\n%s", notes)
	}
	w.apply()
	if got := w.issue(registerKey).Title; got != "mine" {
		t.Errorf("the title is now %q", got)
	}
	if got := w.issue("key=sample/create-cname").Title; got != "2.1 Create the record" {
		t.Errorf("the title is now %q", got)
	}
}

// An issue that changes between the plan and its write is merged into, not
// overwritten.
func TestEditBetweenPlanAndWrite(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.item(register).Steps = "1. Something else."
	w.item("sample/create-cname").Steps = "1. Something else."
	tr := w.open()
	defer tr.Close()
	p, err := tr.Plan(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	w.edit(registerKey, func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "- [ ]", "- [x]", 1) + "late note"
	})
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "Add the record", "Add it", 1)
	})
	r, err := tr.Apply(context.Background(), p, w.consent())
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Conflicts) != 1 || r.Updated != 1 || r.OK() {
		t.Errorf("got %s", r)
	}
	if b := w.issue(registerKey).Body; !strings.Contains(b, "late note") || !strings.Contains(b, "- [x]") || !strings.Contains(b, "Something else") {
		t.Errorf("the late edit did not survive:\n%s", b)
	}
	if b := w.issue("key=sample/create-cname").Body; !strings.Contains(b, "Add it") {
		t.Errorf("the late edit did not survive:\n%s", b)
	}
}

func TestItemsThatNoLongerApply(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit(registerKey, func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "- [ ]", "- [x]", 1)
		is.Comments = append(is.Comments, githubtest.Comment{Body: "half done"})
	})
	full := w.rb
	w.rb = without(newWorld(t).rb, register, "because the app registrations are created by Configuration Manager")
	text := w.plan().Text()
	for _, want := range []string{"close", "because the app registrations are created by Configuration Manager", "work has been done: 1 of 2 boxes ticked (The app is listed.)"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the plan:\n%s", want, text)
		}
	}
	if r := w.apply(); r.Closed != 1 {
		t.Errorf("got %s", r)
	}
	is := w.issue(registerKey)
	if is.State != "closed" || is.Reason != "not_planned" || len(is.Comments) != 2 {
		t.Errorf("got %+v", is)
	}
	if c := is.Comments[1].Body; !strings.Contains(c, "no longer applies: because the app registrations are created by Configuration Manager.") {
		t.Errorf("the comment is %q", c)
	}
	// It comes back.
	w.rb = full
	w.apply()
	if is := w.issue(registerKey); is.State != "open" || !strings.Contains(is.Body, "- [x] The app is listed.") {
		t.Errorf("not reopened with its tick: %+v", is)
	}
	// A person closes it; it goes and comes back, and stays closed.
	w.edit(registerKey, func(is *githubtest.Issue) { is.State, is.Reason, is.ClosedBy = "closed", "completed", "ann" })
	w.rb = without(newWorld(t).rb, register, "because of a whim")
	w.apply()
	w.rb = full
	w.apply()
	if is := w.issue(registerKey); is.State != "closed" || is.Reason != "completed" {
		t.Errorf("what a person closed is now %s, %s", is.State, is.Reason)
	}
}

func TestReopenedByAPersonStaysOpen(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	full := w.rb
	w.rb = without(newWorld(t).rb, register, "because of a whim")
	w.apply()
	w.edit(registerKey, func(is *githubtest.Issue) { is.State, is.Reason = "open", "reopened" })
	w.gh.Forget()
	w.apply()
	if n := w.gh.Writes(); n != 0 {
		t.Errorf("%d writes", n)
	}
	// Wanted again, then closed by a person: that person's word counts.
	w.rb = full
	w.apply()
	w.edit(registerKey, func(is *githubtest.Issue) { is.State, is.Reason = "closed", "not_planned" })
	w.apply()
	if is := w.issue(registerKey); is.State != "closed" {
		t.Error("reopened what a person closed")
	}
}

func TestMaxClose(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.rb = without(without(w.rb, register, "because"), "sample/create-cname", "because")
	w.gh.Forget()
	tr := w.open()
	defer tr.Close()
	p, err := tr.Plan(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	_, err = tr.Apply(context.Background(), p, issues.Consent{MaxClose: 1})
	if err == nil || !strings.Contains(err.Error(), "closes 2 issues, more than the 1 that are allowed") {
		t.Errorf("got %v", err)
	}
	if n := w.gh.Writes(); n != 0 {
		t.Errorf("%d writes", n)
	}
}

// A need that goes takes its link along, and only the link that we made.
func TestLinksFollowTheNeeds(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.gh.Edit(func(s *githubtest.State) {
		cname := s.WithText("key=sample/create-cname")
		cname.BlockedBy = append(cname.BlockedBy, 2) // a person's
	})
	w.item("sample/create-cname").Needs = nil
	w.apply()
	if got := w.issue("key=sample/create-cname").BlockedBy; !slices.Equal(got, []int{2}) {
		t.Errorf("blocked by %v, want only what a person linked", got)
	}
	w.item("sample/create-cname").Needs = []generator.Need{{Key: register, Number: "1.1", Title: "Register the server app"}}
	w.apply()
	if got := w.issue("key=sample/create-cname").BlockedBy; !slices.Equal(got, []int{2, 3}) {
		t.Errorf("blocked by %v", got)
	}
	// A link that somebody took away is made again.
	w.gh.Edit(func(s *githubtest.State) { s.WithText("key=sample/create-cname").BlockedBy = []int{2, 4} })
	w.apply()
	if got := w.issue("key=sample/create-cname").BlockedBy; !slices.Contains(got, 3) {
		t.Errorf("blocked by %v", got)
	}
}

func TestChildOfAnotherParentStaysThere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.gh.Edit(func(s *githubtest.State) {
		s.Issues = append(s.Issues, githubtest.Issue{Number: 9, Title: "Bigger plan", Children: []int{3}})
		s.Find(1).Children = []int{2, 4}
		s.Find(3).Parent = 9
	})
	w.settled()
}

func TestMilestonesKeepPeoplesDates(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.gh.Edit(func(s *githubtest.State) {
		s.Milestones[0].Due = "2027-02-01T08:00:00Z"
		s.Milestones[1].Title = "Entra ID"
	})
	w.rb.Before.Due = "2027-01-15"
	w.rb.Phases[0].Due = "2027-01-16"
	w.rb.Phases[1].Due = "2027-01-20"
	w.apply()
	s := w.gh.State()
	for i, want := range []string{"2027-02-01T08:00:00Z", "2027-01-16T08:00:00Z", "2027-01-20T08:00:00Z"} {
		if got := s.Milestones[i].Due; got != want {
			t.Errorf("milestone %d is due %s, want %s", i+1, got, want)
		}
	}
	if s.Milestones[1].Title != "Entra ID" {
		t.Errorf("a person's title is now %q", s.Milestones[1].Title)
	}
}
