package issues_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

func TestApplyMakesEverything(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	r := w.apply()
	if got, want := r.String(), "created 4, updated 0, unchanged 0, closed 0, failed 0"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(r.Warnings) > 0 {
		t.Errorf("warnings: %q", r.Warnings)
	}
	type issue struct {
		Title             string
		Labels, Assignees []string
		Milestone, Parent int
		Children, Blocked []int
	}
	want := []issue{
		{Title: "Contoso internet-based clients", Labels: []string{"rollout/contoso-cmg"}, Assignees: []string{"contoso-cloud"}, Children: []int{2, 3, 4}},
		{Title: "0.1 Check that the names are free", Labels: []string{"rollout/contoso-cmg", "phase/0-before", "role/subscription-owner"}, Assignees: []string{"contoso-cloud"}, Milestone: 1, Parent: 1},
		{Title: "1.1 Register the server app", Labels: []string{"rollout/contoso-cmg", "phase/1-apps", "role/global-admin"}, Assignees: []string{"contoso-identity"}, Milestone: 2, Parent: 1, Blocked: []int{2}},
		{Title: "2.1 Create the CNAME record", Labels: []string{"rollout/contoso-cmg", "phase/2-gateway", "role/dns-admin"}, Assignees: []string{"contoso-cloud"}, Milestone: 3, Parent: 1, Blocked: []int{3}},
	}
	state := w.gh.State()
	var got []issue
	for _, is := range state.Issues {
		got = append(got, issue{is.Title, is.Labels, is.Assignees, is.Milestone, is.Parent, is.Children, is.BlockedBy})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	milestones := []githubtest.Milestone{
		{Number: 1, Title: "contoso-cmg 0: Before you begin", Due: "2027-01-11T08:00:00Z"},
		{Number: 2, Title: "contoso-cmg 1: Configure Microsoft Entra ID", Due: "2027-01-12T08:00:00Z"},
		{Number: 3, Title: "contoso-cmg 2: Set up the CMG"},
	}
	for i := range state.Milestones {
		state.Milestones[i].Description = ""
	}
	if diff := cmp.Diff(milestones, state.Milestones); diff != "" {
		t.Error(diff)
	}
	colors := map[string]string{}
	for _, l := range state.Labels {
		if other := colors[l.Color]; other != "" {
			t.Errorf("labels %s and %s look the same", l.Name, other)
		}
		colors[l.Color] = l.Name
		if l.Color == "ededed" || l.Description == "" {
			t.Errorf("label %s has colour %s and description %q", l.Name, l.Color, l.Description)
		}
	}
}

// The second apply must not write at all.
func TestApplyTwiceWritesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	w.gh.Forget()
	r := w.apply()
	if n := w.gh.Writes(); n != 0 {
		t.Errorf("%d writes: %v", n, w.gh.Requests())
	}
	if r.Unchanged != 4 {
		t.Errorf("unchanged %d, want 4", r.Unchanged)
	}
}

// A first apply costs one write per thing made and a handful of reads.
func TestRequestEconomy(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.rb = contoso(t)
	w.gh.Edit(func(s *githubtest.State) {
		s.Users = append(s.Users, githubtest.User{Login: "contoso-endpoint", Permission: "write"})
	})
	tr := w.open()
	defer tr.Close()
	plan, err := tr.Plan(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	r, err := tr.Apply(context.Background(), plan, w.consent())
	if err != nil || !r.OK() {
		t.Fatal(err, r.Failures)
	}
	first := tr.Stats()
	links := r.Linked
	things := r.Created + r.Labels + links + 2 // taking and removing the lock
	if first.Writes != things {
		t.Errorf("%d writes for %d things", first.Writes, things)
	}
	if again := plan.Count(issues.Link, issues.KindText); first.Reads > 7+again || again > 20 {
		t.Errorf("%d reads, %d texts written twice", first.Reads, again)
	}
	w.gh.Forget()
	again := w.open()
	defer again.Close()
	if p, err := again.Plan(context.Background()); err != nil || !p.Empty() {
		t.Fatal(err, p.Changes)
	}
	if got := again.Stats(); got.Reads > 5 || got.Writes != 0 {
		t.Errorf("planning the unchanged rollout took %+v: %v", got, w.gh.Requests())
	}
	t.Logf("%d items: first plan and apply %+v (%d issues, %d labels and milestones, %d links); planning it again %+v",
		len(w.rb.Items()), first, r.Created, r.Labels, links, again.Stats())
}
