package issues_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/issues/githubtest"
)

// The plans and the status of one story, as a reviewer would read them.
func TestPrinted(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	golden := func(name string, p interface {
		Text() string
		Markdown() string
		JSON() ([]byte, error)
	},
	) {
		t.Helper()
		data, err := p.JSON()
		if err != nil {
			t.Fatal(err)
		}
		generatortest.Golden(t, "testdata/"+name+".txt", []byte(p.Text()))
		generatortest.Golden(t, "testdata/"+name+".md", []byte(p.Markdown()))
		generatortest.Golden(t, "testdata/"+name+".json", data)
	}
	golden("plan-first", w.plan())
	w.apply()
	golden("plan-nothing", w.plan())

	// People work, the profile changes.
	extra := w.rb.Phases[1].Items[0]
	extra.Key, extra.Number, extra.Title = "sample/check-record", "2.2", "Check the record"
	extra.Needs = []generator.Need{{Key: "sample/create-cname", Number: "2.1", Title: "Create the CNAME record"}}
	w.rb.Phases[1].Items = append(w.rb.Phases[1].Items, extra)
	w.apply()
	w.edit("key=sample/check-names", func(is *githubtest.Issue) {
		at := w.clock.Now().Add(time.Hour)
		is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "completed", "contoso-cloud", &at
		is.Body = strings.Replace(is.Body, "- [ ]", "- [x]", 1)
	})
	w.edit(registerKey, func(is *githubtest.Issue) { is.Body = strings.Replace(is.Body, "Expires", "Ends", 1) })
	w.edit("key=sample/check-record", func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "- [ ]", "- [x]", 1)
		is.Title = "2.2 Check it twice"
	})
	w.rb.Date = "2027-02-01"
	w.status(golden)
	w.item(register).Steps = "1. Else."
	cname := w.item("sample/create-cname")
	cname.Steps, cname.Title = "1. Add the record `granitefalls`.", "Create the CNAME"
	cname.People = []generator.Person{{Name: "Ann", GitHub: "ann"}}
	w.rb = without(w.rb, "sample/check-record", "because nobody checks twice")
	golden("plan-changed", w.plan())
}

func (w *world) status(golden func(string, interface {
	Text() string
	Markdown() string
	JSON() ([]byte, error)
}),
) {
	w.t.Helper()
	tr := w.open()
	defer tr.Close()
	s, err := tr.Status(context.Background())
	if err != nil {
		w.t.Fatal(err)
	}
	golden("status", s)
}

func TestStatus(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit("key=sample/check-names", func(is *githubtest.Issue) {
		at := w.clock.Now()
		is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "completed", "contoso-cloud", &at
	})
	w.edit(registerKey, func(is *githubtest.Issue) { is.MovedTo = "contoso/elsewhere" })
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) { is.Deleted = true })
	w.rb.Date = "2027-01-12"
	tr := w.open()
	defer tr.Close()
	got, s, err := tr.ReadBack(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if s.Total.Done != 1 || s.Total.Missing != 2 || s.Items[1].State != "moved" || s.Items[2].State != "deleted" {
		t.Errorf("got %+v\n%s", s.Total, s.Text())
	}
	done := map[string]generator.Tracked{w.rb.Before.Items[0].Key: {Ref: "issue #2", URL: "https://github.test/contoso/cmg-rollout/issues/2", Status: generator.StatusDone, By: "contoso-cloud", Date: "2026-11-23"}}
	if diff := cmp.Diff(done, got); diff != "" {
		t.Errorf("nothing is said of what was moved or deleted:\n%s", diff)
	}
	// Nobody makes what was moved again; what was deleted comes back.
	w.apply()
	if n := len(w.gh.State().Issues); n != 5 {
		t.Errorf("%d issues, want 5", n)
	}
	// Reading needs no right to write.
	w.gh.Edit(func(s *githubtest.State) { s.Users[0].Permission = "read" })
	if _, err := w.open().Status(context.Background()); err != nil {
		t.Error(err)
	}
}

// What is late, who has to do what now, and who waits.
func TestStatusSaysWhatToDo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	cname := w.item("sample/create-cname")
	cname.Planned = &generator.Planned{Start: "2027-01-13", End: "2027-01-13", Ready: "2027-01-15"}
	w.rb.Chain = nil
	w.apply()
	for _, tc := range []struct {
		day, closed, want string
	}{
		{"2027-01-11", "", "\nTo do now\n  0.1  #2  due 2027-01-11  Cloud platform team  Check that the names are free (holds up 2)\n\nPhase"},
		{
			"2027-01-14", "", "\nLate\n  0.1  #2  due 2027-01-11  Cloud platform team  Check that the names are free (holds up 2)\n" +
				"  and, because others are not done: 1.1\n\nPhase",
		},
		{"2027-01-14", checkNames, "\nLate\n  1.1  #3  due 2027-01-12  Identity team  Register the server app (holds up 1)\n\nPhase"},
		// Its hands-on part is over and its wait is not: it is not late.
		{"2027-01-15", registerKey, "\nTo do now\n  2.1  #4  due 2027-01-15  Cloud platform team  Create the CNAME record\n\nPhase"},
		{"2027-01-16", "", "\nLate\n  2.1  #4  due 2027-01-15  Cloud platform team  Create the CNAME record\n\nPhase"},
	} {
		if tc.closed != "" {
			w.edit(tc.closed, func(is *githubtest.Issue) {
				is.State, is.Reason, is.ClosedBy = "closed", "completed", "ann"
				is.Body = strings.ReplaceAll(is.Body, "- [ ]", "- [x]")
			})
		}
		w.rb.Date = tc.day
		s, err := w.open().Status(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if text := s.Text(); !strings.Contains(text, tc.want) {
			t.Errorf("%s: no %q in\n%s", tc.day, tc.want, text)
		}
	}
	// Who did it instead, and who left something out.
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) {
		is.State, is.Reason, is.ClosedBy, is.Assignees = "closed", "not_planned", "contoso-identity", nil
	})
	s, err := w.open().Status(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if text := s.Whole(); !strings.Contains(text, "[x] 1.1  #3  done     ann               Register the server app (ann does not hold the role)") || !strings.Contains(text, "[/] 2.1  #4  skipped  contoso-identity  Create the CNAME record\n") {
		t.Errorf("got\n%s", text)
	}
	if text := s.Markdown(); !strings.Contains(text, "| ☒ | 2.1 Create the CNAME record |") || !strings.Contains(text, "`ann` (does not hold the role)") {
		t.Errorf("got\n%s", text)
	}
}

func TestStatusOfWhatWasNeverApplied(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, err := w.open().Status(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if s.Total.Missing != 3 || len(s.Notes) != 1 {
		t.Errorf("got %+v, %q", s.Total, s.Notes)
	}
}

// Several rollouts live side by side, and each sees only its own.
func TestSideBySide(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	second := *w
	second.rb = generatortest.Small()
	second.rb.ID, second.rb.Profile = "fabrikam-cmg", "fabrikam.yaml"
	second.options.Journal = t.TempDir() + "/j.jsonl"
	if r := second.apply(); r.Created != 4 {
		t.Errorf("got %s", r)
	}
	w.settled()
	second.settled()
	s := w.gh.State()
	if len(s.Issues) != 8 || len(s.Milestones) != 6 {
		t.Errorf("%d issues, %d milestones", len(s.Issues), len(s.Milestones))
	}
}

// The label of a rollout can be renamed or deleted without anything being made
// twice, journal or no journal.
func TestLostLabel(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*githubtest.State){
		"renamed": func(s *githubtest.State) {
			for i := range s.Labels {
				if s.Labels[i].Name == "rollout/contoso-cmg" {
					s.Labels[i].Name = "CMG"
				}
			}
			for i := range s.Issues {
				s.Issues[i].Labels[0] = "CMG"
			}
		},
		"deleted": func(s *githubtest.State) {
			for i := range s.Issues {
				s.Issues[i].Labels = s.Issues[i].Labels[1:]
			}
			kept := s.Labels[:0]
			for _, l := range s.Labels {
				if l.Name != "rollout/contoso-cmg" {
					kept = append(kept, l)
				}
			}
			s.Labels = kept
		},
	} {
		for _, journal := range []bool{true, false} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				w := newWorld(t)
				w.apply()
				w.gh.Edit(change)
				if !journal {
					w.options.Journal = t.TempDir() + "/new.jsonl"
				}
				w.apply()
				if n := len(w.gh.State().Issues); n != 4 {
					t.Errorf("%d issues, want 4", n)
				}
			})
		}
	}
}

// What lost its label one by one is found by the tracking issue, and what was moved
// to another repository is known there, on a computer that made none of it: nothing
// is made twice.
func TestWithoutLabelOrJournal(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	unlabel := func(text string) {
		w.edit(text, func(is *githubtest.Issue) {
			is.Labels = slices.DeleteFunc(is.Labels, func(l string) bool { return strings.HasPrefix(l, "rollout/") })
		})
	}
	elsewhere := func() {
		w.options.Journal = t.TempDir() + "/new.jsonl"
	}
	count := func(want int) {
		t.Helper()
		if n := len(w.gh.State().Issues); n != want {
			t.Fatalf("%d issues, want %d", n, want)
		}
	}
	// In conflict, so that it stays without.
	unlabel(checkNames)
	w.edit(checkNames, func(is *githubtest.Issue) { is.Body = strings.Replace(is.Body, "### Verify", "### Verify mine", 1) })
	w.item("sample/check-names").Steps = "1. Something else."
	for range 2 {
		elsewhere()
		if _, r, err := w.tryApply(t.Context()); err != nil || len(r.Conflicts) != 1 {
			t.Fatal(err, r)
		}
		count(4)
	}
	w.edit(checkNames, func(is *githubtest.Issue) { is.Body = strings.Replace(is.Body, "### Verify mine", "### Verify", 1) })
	elsewhere()
	w.apply()

	// Dropped, and wanted again.
	w.rb = without(w.rb, "sample/create-cname", "x")
	w.apply()
	unlabel("key=sample/create-cname")
	elsewhere()
	w.apply()
	w.rb = generatortest.Small()
	elsewhere()
	w.apply()
	count(4)
	if is := w.issue("key=sample/create-cname"); is.State != "open" {
		t.Errorf("it is %s", is.State)
	}

	w.edit(registerKey, func(is *githubtest.Issue) { is.MovedTo = "contoso/elsewhere" })
	for range 3 {
		elsewhere()
		p := w.plan()
		w.apply()
		count(4)
		if !strings.Contains(strings.Join(p.Warnings, ""), "#3, was moved to https://github.test/contoso/elsewhere/issues/3 and is left alone there") {
			t.Errorf("warnings %q", p.Warnings)
		}
	}
	// Somebody else made it again, with an older program: the two are told apart.
	w.gh.Edit(func(s *githubtest.State) {
		again := *s.WithText(registerKey)
		again.Number, again.MovedTo, again.Labels = 5, "", []string{"rollout/contoso-cmg"}
		s.Issues = append(s.Issues, again)
		s.Issues[0].Children = append(s.Issues[0].Children, 5)
	})
	elsewhere()
	w.apply()
	count(5)
}

// What GitHub knows of an item: that it was skipped, and which of its checks
// are ticked while it is open. The runbook itself stays as it is.
func TestReadBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit("key=sample/check-names", func(is *githubtest.Issue) {
		at := w.clock.Now()
		is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "not_planned", "contoso-cloud", &at
	})
	w.edit(registerKey, func(is *githubtest.Issue) {
		is.Body = strings.Replace(is.Body, "- [ ] The secret is stored", "- [x] The secret is stored", 1)
	})
	w.gh.Edit(func(s *githubtest.State) {
		s.Labels = append(s.Labels, githubtest.Label{Name: "status: blocked", Color: "b60205"})
	})
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) { is.Labels = append(is.Labels, "status: blocked") })
	tr := w.open()
	defer tr.Close()
	got, _, err := tr.ReadBack(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	blocked := generator.Tracked{Ref: "issue #4", URL: "https://github.test/contoso/cmg-rollout/issues/4", Blocked: true}
	if diff := cmp.Diff(blocked, got["sample/create-cname"]); diff != "" {
		t.Error(diff)
	}
	skipped := generator.Tracked{Ref: "issue #2", URL: "https://github.test/contoso/cmg-rollout/issues/2", Status: generator.StatusNotNeeded, By: "contoso-cloud", Date: "2026-11-23"}
	if diff := cmp.Diff(skipped, got[w.rb.Before.Items[0].Key]); diff != "" {
		t.Error(diff)
	}
	ticked := generator.Tracked{Ref: "issue #3", URL: "https://github.test/contoso/cmg-rollout/issues/3", Verified: []int{2}}
	if diff := cmp.Diff(ticked, got[w.rb.Phases[0].Items[0].Key]); diff != "" {
		t.Error(diff)
	}
	if work := w.rb.Before.Items[0].Work; !reflect.DeepEqual(work, generator.Work{}) {
		t.Errorf("the runbook has %+v", work)
	}
}
