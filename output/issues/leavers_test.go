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
