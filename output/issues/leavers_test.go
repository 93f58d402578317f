package issues_test

import (
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/issues/githubtest"
)

// Who has left the profile and stays on an issue because somebody put them there
// is named, in every plan and status, and never taken off. Whom the rollout has
// never assigned is not.
func TestWhoHasLeftIsNamed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) {
		is.Assignees = append(is.Assignees, "Contoso-Identity", "bob")
	})
	said := func(want bool) {
		t.Helper()
		const warning = "contoso-identity is assigned to #4 and is no longer in the profile: take them off there if they have left"
		s, err := w.open().Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		p := w.plan()
		if slices.Contains(p.Warnings, warning) != want || slices.Contains(s.Notes, warning) != want {
			t.Errorf("warnings %q, notes %q", p.Warnings, s.Notes)
		}
		if text := p.Text() + s.Text(); strings.Contains(text, "bob is assigned") {
			t.Errorf("said\n%s", text)
		}
	}
	said(false)
	for i := range w.rb.Roles {
		w.rb.Roles[i].People = []generator.Person{{Name: "Ann", GitHub: "ann"}}
	}
	it := w.item(register)
	it.People = []generator.Person{{Name: "Ann", GitHub: "ann"}}
	said(true)
	w.apply()
	said(true) // although no marker of an item knows them now
	if people := w.issue(registerKey).Assignees; !slices.Equal(people, []string{"ann"}) {
		t.Errorf("what we had set is %v", people)
	}
	if people := w.issue("key=sample/create-cname").Assignees; !slices.Contains(people, "Contoso-Identity") {
		t.Errorf("what somebody had set is %v", people)
	}
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) { is.State, is.Reason = "closed", "completed" })
	said(false)
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) { is.State, is.Reason = "open", "reopened" })
	said(true)
	it.People = append(it.People, generator.Person{Name: "Identity team", GitHub: "contoso-identity"}) // and comes back
	w.apply()
	said(false)
}

// Who has left is remembered also where the tracking issue cannot be written, and
// where the run ends before it is.
func TestWhoHasLeftIsNamedWithoutTheTrackingIssue(t *testing.T) {
	t.Parallel()
	ann := []generator.Person{{Name: "Ann", GitHub: "ann"}}
	for name, spoil := range map[string]func(*world){
		"conflict": func(w *world) {
			w.edit("key=tracking", func(is *githubtest.Issue) {
				is.Body = strings.Replace(is.Body, "### Roles", "Eva stands in for Bo.\n\n### Roles", 1)
			})
		},
		"failure": func(w *world) {
			w.gh.Fail(githubtest.Fault{Method: "PATCH", Path: "/issues/1$", Times: -1, Do: githubtest.Answer, Status: 422, Body: []byte(`{"message":"Validation Failed"}`)})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.apply()
			w.edit("key=sample/create-cname", func(is *githubtest.Issue) { is.Assignees = append(is.Assignees, "contoso-identity") })
			for i := range w.rb.Roles {
				w.rb.Roles[i].People = ann
			}
			for _, it := range w.rb.Items() {
				w.item(it.Key).People = ann
			}
			w.rb.Lead.People = ann
			spoil(w)
			for range 2 {
				_, r, err := w.tryApply(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				if r.OK() {
					t.Fatal("the tracking issue was written")
				}
			}
			if people := w.issue(registerKey).Assignees; !slices.Equal(people, []string{"ann"}) {
				t.Errorf("assigned is %v", people)
			}
			if p := w.plan(); !slices.ContainsFunc(p.Warnings, func(s string) bool { return strings.HasPrefix(s, "contoso-identity is assigned to #4 ") }) {
				t.Errorf("warnings %q", p.Warnings)
			}
		})
	}
}
