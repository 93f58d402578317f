package issues_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

// mentioning is a world whose first item speaks of the later ones.
func mentioning(tb testing.TB) *world {
	tb.Helper()
	w := newWorld(tb)
	w.item("sample/check-names").Steps = "1. For [1.1 Register the server app](#sample/register-app).\n2. See [2.1 Create the *CNAME*](#sample/create-cname) and [Logs](#sample/logs)."
	return w
}

const (
	checkNames = "key=sample/check-names"
	linked     = "1. For [1.1 Register the server app](https://github.test/contoso/cmg-rollout/issues/3).\n2. See [2.1 Create the *CNAME*](https://github.test/contoso/cmg-rollout/issues/4) and Logs, in the whole runbook."
	unlinked   = "1. For 1.1 Register the server app.\n2. See 2.1 Create the *CNAME* and Logs, in the whole runbook."
)

// Items that are made later are called by their names first and linked in the
// same apply.
func TestMentionsBecomeLinks(t *testing.T) {
	t.Parallel()
	w := mentioning(t)
	p := w.plan()
	if n := p.Count(issues.Link, issues.KindText); n != 2 { // the item's and the tracking issue's
		t.Errorf("%d texts are to be linked", n)
	}
	quiet(t, p)
	_, r, err := w.tryApply(context.Background())
	if err != nil || !r.OK() || r.String() != "created 4, updated 0, unchanged 0, closed 0, failed 0" {
		t.Fatal(err, r)
	}
	w.settled()
	if b := w.issue(checkNames).Body; !strings.Contains(b, linked) || strings.Contains(b, " named=") {
		t.Errorf("the text is\n%s", b)
	}
	for _, want := range []string{"- #2 (Cloud platform team", "- #3 (Identity team, Tue 12 Jan 2027)"} {
		if b := w.issue("key=tracking").Body; !strings.Contains(b, want) {
			t.Errorf("no %q in\n%s", want, b)
		}
	}
}

// quiet insists that no unresolved mention is in anything a person reads.
func quiet(t *testing.T, p *issues.Plan) {
	t.Helper()
	data, err := p.JSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(data), p.Text(), p.Markdown()} {
		if strings.Contains(text, "#{") {
			t.Errorf("an unresolved mention in\n%s", text)
		}
	}
}

// interrupted applies w until the first text would be written again.
func (w *world) interrupted() *issues.Plan {
	w.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	base := w.gh.Transport()
	w.options.HTTP = transport(func(r *http.Request) (*http.Response, error) {
		if r.Method == http.MethodPatch {
			cancel()
			return nil, context.Canceled
		}
		return base.RoundTrip(r)
	})
	p, _, err := w.tryApply(ctx)
	if err == nil {
		w.t.Fatal("nothing was interrupted")
	}
	w.options.HTTP = base
	return p
}

// What an interrupted apply left to link is told from a change of the profile,
// and a saved plan goes on with it.
func TestInterruptedLinks(t *testing.T) {
	t.Parallel()
	w := mentioning(t)
	agreed := w.interrupted()
	if b := w.issue(checkNames).Body; !strings.Contains(b, unlinked) || !strings.Contains(b, " named=") {
		t.Errorf("the text is\n%s", b)
	}
	p := w.plan()
	if n := p.Count(issues.Link, issues.KindText); n != 2 || len(p.Changes) != 2 {
		t.Errorf("the plan has %v", p.Changes)
	}
	if err := p.Within(agreed); err != nil {
		t.Error(err)
	}
	// A person's text in between is no conflict: there is nothing new but links.
	w.edit(checkNames, func(is *githubtest.Issue) { is.Body = strings.Replace(is.Body, "1. For 1.1", "1. Only for 1.1", 1) })
	w.apply()
	if b := w.issue(checkNames).Body; !strings.Contains(b, "1. Only for 1.1 Register the server app.") {
		t.Errorf("the text is\n%s", b)
	}
	// Nor does it hide a change of the profile.
	w.item("sample/check-names").Steps = "1. Something else."
	if p := w.plan(); len(p.Conflicts) != 1 {
		t.Errorf("conflicts: %v", p.Conflicts)
	}
}

// An item whose issue cannot be made keeps its name.
func TestMentionOfWhatIsNotThere(t *testing.T) {
	t.Parallel()
	w := mentioning(t)
	w.gh.Fail(githubtest.Fault{Method: "POST", Path: "/issues$", Skip: 3, Do: githubtest.Answer, Status: 422, Body: []byte(`{"message":"no"}`)})
	_, r, err := w.tryApply(context.Background())
	if err != nil || r.Failed != 1 {
		t.Fatal(err, r)
	}
	half := strings.Replace(linked, "[2.1 Create the *CNAME*](https://github.test/contoso/cmg-rollout/issues/4)", "2.1 Create the *CNAME*", 1)
	if b := w.issue(checkNames).Body; !strings.Contains(b, half) {
		t.Errorf("the text is\n%s", b)
	}
	w.gh.Mend()
	quiet(t, w.plan())
	w.apply()
	if b := w.issue(checkNames).Body; !strings.Contains(b, linked) {
		t.Errorf("the text is\n%s", b)
	}
	// The old address of what was moved leads to the new one.
	w.edit("key=sample/create-cname", func(is *githubtest.Issue) { is.MovedTo = "contoso/elsewhere" })
	w.apply()
	if b := w.issue(checkNames).Body; !strings.Contains(b, linked) {
		t.Errorf("the text is\n%s", b)
	}
}

// A new item that older texts mention is linked by the update that mentions it.
func TestMentionOfANewItem(t *testing.T) {
	t.Parallel()
	w := mentioning(t)
	w.apply()
	extra := w.rb.Phases[1].Items[0]
	extra.Key, extra.Number, extra.Title, extra.Needs = "sample/more", "2.2", "More", nil
	w.rb.Phases[1].Items = append(w.rb.Phases[1].Items, extra)
	w.item(register).Steps = "1. Think of [2.2 More](#sample/more)."
	w.item(register).Needs = append(w.item(register).Needs, generator.Need{Key: "sample/more", Number: "2.2", Title: "More"})
	p := w.plan()
	quiet(t, p)
	if text := p.Text(); !strings.Contains(text, "+ 1. Think of [2.2 More](#new).") {
		t.Errorf("the plan says\n%s", text)
	}
	w.apply()
	if b := w.issue(registerKey).Body; !strings.Contains(b, "[2.2 More](https://github.test/contoso/cmg-rollout/issues/5)") || !strings.Contains(b, "- #5 (DNS administrator, Cloud") {
		t.Errorf("the text is\n%s", b)
	}
}

// What was shortened says that there is more, and what it belongs to is named
// with what the workflow does.
func TestIssueStandsAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.item(register).OneWay = "1. Open it."
	w.apply()
	for text, wants := range map[string][]string{
		registerKey: {"1. Open it.\n\nAnother way to do this is in the whole runbook.\n\n### Verify", "### Whom to call\n\nIf a day does not suit or something is refused, the Subscription Owner, Cloud", "**Contoso internet-based clients** (Sample workflow). Its own issue"},
		checkNames:  {"### What it is part of"},
	} {
		for _, want := range wants {
			if b := w.issue(text).Body; !strings.Contains(b, want) {
				t.Errorf("no %q in\n%s", want, b)
			}
		}
	}
	if b := w.issue(checkNames).Body; strings.Contains(b, "### Whom to call") || strings.Contains(b, "Another way") {
		t.Errorf("who leads calls himself, or looks for another way:\n%s", b)
	}
	w.rb.Title, w.rb.Schedule = "Contoso: sample workflow", nil
	w.apply()
	if b := w.issue(registerKey).Body; !strings.Contains(b, "**Contoso: sample workflow**. Its") || !strings.Contains(b, "\n\nThe Subscription Owner, Cloud") {
		t.Errorf("without days and with a title of its own:\n%s", b)
	}
}

// An issue says how to be done with it, and who waits.
func TestHowToFinish(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	for text, want := range map[string]string{
		checkNames:                "Tick the boxes, put the evidence into a comment and close this issue. Is it not needed here? Say why in a comment and close it as *not planned*. Can you not go on? Give it a label *blocked* and say why in a comment.\n\nWaiting for it: Global Administrator, Identity team.",
		"key=sample/create-cname": "Tick the boxes, put the evidence into a comment, let the waiting time pass and close this issue.",
	} {
		if b := w.issue(text).Body; !strings.Contains(b, want) {
			t.Errorf("no %q in\n%s", want, b)
		}
	}
}
