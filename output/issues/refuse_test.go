package issues_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

// Bad input gets one clear sentence and a remedy, and nothing is written.
func TestRefusals(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name    string
		prepare func(*world)
		message string
		hint    string
	}{
		{
			"no such repository", func(w *world) { w.gh.Edit(func(s *githubtest.State) { s.Name = "contoso/other" }) },
			"there is no repository contoso/cmg-rollout on github.test, or the token cannot see it", "check tracking.github.repository",
		},
		{
			"wrong token", func(w *world) { w.options.Token = "ghp_wrongwrongwrongwrongwrongwrongwrong1" },
			"does not take the token", "make a new one",
		},
		{
			"no push", func(w *world) { w.gh.Edit(func(s *githubtest.State) { s.Users[0].Permission = "triage" }) },
			"the token may not write to contoso/cmg-rollout", "write access",
		},
		{
			"archived", func(w *world) { w.gh.Edit(func(s *githubtest.State) { s.Archived = true }) },
			"contoso/cmg-rollout is archived", "unarchive it",
		},
		{
			"issues off", func(w *world) { w.gh.Edit(func(s *githubtest.State) { s.NoIssues = true }) },
			"issues are switched off in contoso/cmg-rollout", "switch them on",
		},
		{"marker copied into a second issue", func(w *world) {
			w.apply()
			w.gh.Edit(func(s *githubtest.State) {
				s.Issues = append(s.Issues, githubtest.Issue{Number: 40, Title: "copy", Body: s.Find(3).Body, Labels: []string{"rollout/contoso-cmg"}})
			})
			w.item(register).Steps = "1. Else."
		}, "the issues #3 and #40 both carry the marker of the item sample/register-app", "most likely not #3"},
		{"another profile with the same id", func(w *world) {
			w.apply()
			w.rb.Profile = "fabrikam.yaml"
			w.item(register).Steps = "1. Else."
		}, "the rollout contoso-cmg in contoso/cmg-rollout was made from a profile with another file name than fabrikam.yaml", "an `id` of its own"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			tc.prepare(w)
			w.gh.Forget()
			_, _, err := w.tryApply(context.Background())
			var ps issues.Problems
			if !errors.As(err, &ps) || len(ps) != 1 {
				t.Fatalf("got %v", err)
			}
			if !strings.Contains(ps[0].Message, tc.message) || !strings.Contains(ps[0].Hint, tc.hint) {
				t.Errorf("got %q, hint %q", ps[0].Message, ps[0].Hint)
			}
			if n := w.gh.Writes(); n != 0 {
				t.Errorf("%d writes", n)
			}
		})
	}
}

// What GitHub would refuse is said before anything is sent.
func TestProblemsOfTheRunbook(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		change func(*world)
		want   string
	}{
		{"long title", func(w *world) { w.item(register).Title = strings.Repeat("x", 253) }, "the title of item 1.1 has 257 characters; GitHub takes 256"},
		{"long text", func(w *world) { w.item(register).Steps = generator.Markdown(strings.Repeat("é", 64000)) }, "the text of item 1.1 has"},
		{"no repository", func(w *world) { w.rb.Tracking.Repository = "" }, "does not say where the rollout is tracked"},
		{"walking repository", func(w *world) { w.rb.Tracking.Repository = "o/../../x" }, "is not the name of a repository"},
		{"dots", func(w *world) { w.rb.Tracking.Repository = "contoso/.." }, "is not the name of a repository"},
		{"query", func(w *world) { w.rb.Tracking.Repository = "contoso/a?b" }, "is not the name of a repository"},
		{"id with a blank", func(w *world) { w.rb.ID = "Contoso EU" }, `id "Contoso EU" cannot be the identity of a rollout`},
		{"id that ends a comment", func(w *world) { w.rb.ID = "a-->b" }, "cannot be the identity"},
		{"login", func(w *world) { w.item(register).People[0].GitHub = "contoso/team" }, `people.global-admin: "contoso/team" is not a GitHub login`},
		{"token", func(w *world) { w.item(register).Evidence = generator.Markdown(token) }, "holds what looks like a GitHub token"},
		{"one role only", func(w *world) { w.rb.Role = "global-admin" }, "only the items of the role"},
		{"circle", func(w *world) {
			w.item("sample/check-names").Needs = []generator.Need{{Key: register, Number: "1.1"}}
		}, "needs itself"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			tc.change(w)
			_, err := issues.Open(w.rb, w.options)
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v", err)
			}
			if n := len(w.gh.Requests()); n != 0 {
				t.Errorf("%d requests", n)
			}
		})
	}
}

// Whoever leads the rollout and has no item of their own is missed on the
// tracking issue.
func TestLeadWhoCannotBeAssigned(t *testing.T) {
	t.Parallel()
	for person, want := range map[generator.Person]string{
		{Name: "Lynne"}:                   "Lynne has no GitHub login in the profile: give people.project-manager a `github` key, or the tracking issue is made without them",
		{Name: "Lynne", GitHub: "lynne1"}: "lynne1 cannot be assigned in contoso/cmg-rollout: give them access to the repository and run apply again; until then the tracking issue is made without them",
	} {
		w := newWorld(t)
		w.rb.Lead = generator.Companion{Role: "project-manager", People: []generator.Person{person}}
		if got := w.plan().Warnings; !slices.Contains(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestPeopleWhoCannotBeAssigned(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.gh.Edit(func(s *githubtest.State) {
		for i := range s.Users {
			if s.Users[i].Login == "contoso-cloud" {
				s.Users[i].Permission = "none"
			}
		}
	})
	p := w.plan()
	want := "contoso-cloud cannot be assigned in contoso/cmg-rollout: give them access to the repository and run apply again; until then items 0.1 and 2.1 are made without them"
	if text := p.Text(); !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
	w.apply()
	if got := w.numbered(2).Assignees; len(got) != 0 {
		t.Errorf("assigned %v", got)
	}
	// Given access, they are assigned by the next apply.
	w.gh.Edit(func(s *githubtest.State) { s.Users[2].Permission = "read" })
	if r := w.apply(); r.Updated != 3 { // two items and the tracking issue
		t.Errorf("got %s", r)
	}
	if got := w.numbered(2).Assignees; len(got) != 1 {
		t.Errorf("assigned %v", got)
	}
}

// Somebody who lost access between the check and the create spoils the whole
// request; it is sent again without them.
func TestAssigneeRefusedAtTheLastMoment(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	tr := w.open()
	defer tr.Close()
	p, err := tr.Plan(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	w.gh.Edit(func(s *githubtest.State) { s.Users[1].Permission = "none" })
	r, err := tr.Apply(context.Background(), p, w.consent())
	if err != nil || !r.OK() || r.Created != 4 {
		t.Fatal(err, r, r.Failures)
	}
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "contoso-identity cannot be assigned") {
		t.Errorf("warnings: %q", r.Warnings)
	}
}

// Somebody who is assigned and lost access is not taken off, and does not keep
// another from being assigned.
func TestAssigneeWhoLostAccess(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.gh.Edit(func(s *githubtest.State) { s.Users[1].Permission = "none" })
	w.settled()
	it := w.item(register)
	it.People = append(it.People, generator.Person{Name: "Ann", GitHub: "ann"})
	_, r, err := w.tryApply(context.Background())
	if err != nil || !r.OK() || len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "contoso-identity cannot be assigned, says GitHub: #3 is changed without them") {
		t.Fatal(err, r, r.Failures, r.Warnings)
	}
	w.settled()
}

func TestTooManyPeople(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	it := w.item(register)
	it.People = nil
	w.gh.Edit(func(s *githubtest.State) {
		for _, c := range "abcdefghijkl" {
			login := "admin-" + string(c)
			s.Users = append(s.Users, githubtest.User{Login: login, Permission: "write"})
			it.People = append(it.People, generator.Person{Name: login, GitHub: login})
		}
	})
	if text := w.plan().Text(); !strings.Contains(text, "12 people hold the role global-admin and GitHub takes ten for an issue") {
		t.Errorf("no warning:\n%s", text)
	}
	w.apply()
	if got := len(w.issue(registerKey).Assignees); got != 10 {
		t.Errorf("%d assignees", got)
	}
}

// A private repository of a free plan takes one assignee and drops the others
// without a word.
func TestSilentDropIsNoticed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *githubtest.State) { s.Free = true })
	w.item(register).People = []generator.Person{{Name: "Ann", GitHub: "ann"}, {Name: "Bob", GitHub: "bob"}}
	r := w.apply()
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "without the assignees bob") {
		t.Errorf("warnings: %q", r.Warnings)
	}
}

func TestRenamedProfile(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.rb.Profile = "contoso-eu.yaml"
	w.options.Renamed = true
	if r := w.apply(); r.Updated != 1 {
		t.Errorf("got %s", r)
	}
	w.options.Renamed = false
	w.settled()
	w.rb.Profile = "" // standard input has no name to compare
	w.settled()
}

// TestCopyOfAProfile: whoever plans a copy under another file name hears of the
// rollout that it is perhaps a copy of, until it is a rollout itself.
func TestCopyOfAProfile(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	if notes := w.plan().Notes; len(notes) != 0 {
		t.Errorf("an empty repository: %q", notes)
	}
	first := w.rb.ID
	w.apply()
	if notes := w.plan().Notes; len(notes) != 0 {
		t.Errorf("the rollout itself: %q", notes)
	}
	w.rb.ID = first + "-new"
	w.options.Journal = t.TempDir() + "/journal.jsonl"
	notes := w.plan().Notes
	if len(notes) != 1 || !strings.Contains(notes[0], "holds the rollout "+first+": if "+first+"-new is a changed copy") {
		t.Errorf("the copy: %q", notes)
	}
	w.apply()
	if notes := w.plan().Notes; len(notes) != 0 {
		t.Errorf("two rollouts: %q", notes)
	}
	w.rb.ID = "third"
	w.options.Journal = t.TempDir() + "/journal.jsonl"
	if notes := w.plan().Notes; len(notes) != 1 || !strings.Contains(notes[0], "the rollouts "+first+" and "+first+"-new:") {
		t.Errorf("a third: %q", notes)
	}
}

func TestSavedPlan(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	saved := func(t *testing.T, p *issues.Plan) *issues.Plan {
		t.Helper()
		data, err := p.Save(issues.Source{Path: "contoso.yaml"})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), token) {
			t.Error("the token is in the plan")
		}
		loaded, from, err := issues.LoadPlan("plan.json", data)
		if err != nil || from.Path != "contoso.yaml" || !issues.IsPlan(data) {
			t.Fatal(err, from)
		}
		forged := strings.Replace(string(data), "Register the server app", "Register the server ape", 1)
		if _, _, err := issues.LoadPlan("plan.json", []byte(forged)); err == nil || !strings.Contains(err.Error(), "plan.json was changed after it was saved") {
			t.Errorf("a forged plan: %v", err)
		}
		return loaded
	}
	first := saved(t, w.plan())
	if err := w.plan().Within(first); err != nil {
		t.Errorf("nothing moved: %v", err)
	}
	// An interrupted apply of the plan goes on.
	w.killedAt(18, true)
	if err := w.plan().Within(first); err != nil {
		t.Errorf("part of it is done: %v", err)
	}
	w.apply()
	w.item(register).Steps = "1. Else."
	if err := w.plan().Within(first); err == nil || !strings.Contains(err.Error(), "moved since the plan was made: the runbook's item sample/register-app changed") {
		t.Errorf("the runbook moved: %v", err)
	}
	second := saved(t, w.plan())
	w.edit(registerKey, func(is *githubtest.Issue) { is.Body = strings.Replace(is.Body, "- [ ]", "- [x]", 1) })
	if err := w.plan().Within(second); err != nil {
		t.Errorf("a tick is no move: %v", err)
	}
	w.edit(registerKey, func(is *githubtest.Issue) { is.Labels = append(is.Labels, "role/dns-admin") })
	if err := w.plan().Within(second); err == nil || !strings.Contains(err.Error(), "issue #3 (sample/register-app) was changed") {
		t.Errorf("the issue moved: %v", err)
	}
	w.rb.Tracking.Repository = "contoso/other"
	w.gh.Edit(func(s *githubtest.State) { s.Name = "contoso/other" })
	w.options.Journal = ""
	if err := w.plan().Within(second); err == nil || !strings.Contains(err.Error(), "the plan is for the rollout contoso-cmg in contoso/cmg-rollout") {
		t.Errorf("another repository: %v", err)
	}
}

// Neither the token nor any text of the runbook gets into the journal.
func TestJournalHoldsNoSecrets(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	data, err := os.ReadFile(w.options.Journal)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{token, "Register", "contoso-identity", "granitefalls"} {
		if strings.Contains(string(data), secret) {
			t.Errorf("%q is in the journal", secret)
		}
	}
	// Another rollout's journal is not taken for this one's.
	w.rb.ID = "other"
	if _, err := issues.Open(w.rb, w.options); err == nil || !strings.Contains(err.Error(), "is not the journal of the rollout other") {
		t.Errorf("got %v", err)
	}
}

// Every shipped sample can be tracked, on every kind of server.
func TestSamplesHaveNoProblems(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../workflows/cmg-setup/profiles/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, f := range files {
		rb := sample(t, filepath.Base(f))
		for _, features := range []issues.Features{{}, {SubIssues: true, Dependencies: true}} {
			r, err := issues.Desired(rb, features)
			if err != nil {
				t.Errorf("%s: %v", f, err)
				continue
			}
			if len(r.Issues) != len(rb.Items()) {
				t.Errorf("%s: %d issues for %d items", f, len(r.Issues), len(rb.Items()))
			}
		}
	}
}
