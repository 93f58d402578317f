package issues_test

import (
	"fmt"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

// What repeats in a plan is said once.
func TestChangesThatAreAlike(t *testing.T) {
	t.Parallel()
	planned := func(day string) *generator.Planned {
		return &generator.Planned{Start: day, End: day, Ready: day}
	}
	for _, tc := range []struct {
		name   string
		change func(*world)
		want   string // the entries of the items
	}{
		{"one day", func(w *world) { w.item(register).Planned = planned("2027-01-19") }, `
  ~ update #3 1.1 Register the server app: planned 2027-01-12 -> 2027-01-19
`},
		{"days by the same", func(w *world) {
			w.item("sample/check-names").Planned, w.item(register).Planned = planned("2027-01-18"), planned("2027-01-19")
		}, `
  ~ update 2 issues, #2 0.1 and #3 1.1: planned 7 days later
`},
		{"days by more and less", func(w *world) {
			w.item("sample/check-names").Planned, w.item(register).Planned = planned("2027-01-13"), planned("2027-01-13")
		}, `
  ~ update 2 issues, #2 0.1 and #3 1.1: planned 1 to 2 days later
`},
		{"days both ways", func(w *world) {
			w.item("sample/check-names").Planned, w.item(register).Planned = planned("2027-01-14"), planned("2027-01-11")
		}, `
  ~ update 2 issues, #2 0.1 and #3 1.1: planned 1 day earlier to 3 days later
`},
		{"earlier", func(w *world) {
			w.item("sample/check-names").Planned, w.item(register).Planned = planned("2027-01-10"), planned("2027-01-08")
		}, `
  ~ update 2 issues, #2 0.1 and #3 1.1: planned 1 to 4 days earlier
`},
		{"a first day", func(w *world) { w.item("sample/create-cname").Planned = planned("2027-01-14") }, `
  ~ update #4 2.1 Create the CNAME record: planned (none) -> 2027-01-14
`},
		{"people", func(w *world) {
			for _, key := range []string{"sample/check-names", "sample/create-cname"} {
				w.item(key).People = []generator.Person{{Name: "Bob", GitHub: "bob"}}
				w.item(key).StandsIn = ""
			}
			w.item(register).People[0].GitHub = "ann"
		}, `
  ~ update #2 0.1 Check that the names are free
      people EVE -> Bob
      + ### Whom to call
      + If a day does not suit or something is refused, the Subscription Owner, Cloud platform team, @` + "\u200b" + `everyone &lt;img src=x onerror=alert(1)&gt;…
      assignees contoso-cloud -> bob
  ~ update #3 1.1 Register the server app
      - - #2 (Subscription Owner, EVE)
      + - #2 (Subscription Owner, Bob)
      - Waiting for it: DNS administrator, EVE, standing in.
      + Waiting for it: DNS administrator, Bob.
      assignees contoso-identity -> ann
  ~ update #4 2.1 Create the CNAME record
      people EVE (standing in: Subscription Owner) -> Bob
      + ### Whom to call
      + If a day does not suit or something is refused, the Subscription Owner, Cloud platform team, @` + "\u200b" + `everyone &lt;img src=x onerror=alert(1)&gt;…
      assignees contoso-cloud -> bob
`},
		{"time and another number", func(w *world) {
			it := w.item(register)
			it.Minutes, it.Wait, it.Number = 60, generator.Wait{}, "1.2"
		}, `
  ~ update #3 1.1 Register the server app
      number 1.1 -> 1.2
      work about 45 min -> about 1 h
      wait 30 minutes (consent reaches every service) -> (none)
      - … the evidence into a comment, let the waiting time pass and close this issue. Is …
      + … the evidence into a comment and close this issue. Is …
  ~ update #4 2.1 Create the CNAME record: nothing
`},
		{"a step more", func(w *world) {
			it := w.item(register)
			it.Steps = "1. Think.\n" + generator.Markdown(strings.NewReplacer("2. Choose", "3. Choose", "1. Open", "2. Open").Replace(string(it.Steps)))
		}, `
  ~ update #3 1.1 Register the server app
      + 1. Think.
`},
		{"a word in a long line", func(w *world) {
			it := w.item(register)
			it.Evidence = generator.Markdown("The " + strings.Repeat("very ", 30) + "old application " + strings.Repeat("and so on ", 10))
			w.apply()
			it.Evidence = generator.Markdown(strings.Replace(string(it.Evidence), "old", "new", 1))
		}, `
  ~ update #3 1.1 Register the server app
      - … very very very very very old application and so on and …
      + … very very very very very new application and so on and …
`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.apply()
			tc.change(w)
			p := w.plan()
			got := entries(p.Text())
			want := strings.ReplaceAll(strings.TrimPrefix(tc.want, "\n"), "EVE", eve)
			want = strings.ReplaceAll(want, "  ~ update #4 2.1 Create the CNAME record: nothing\n", "")
			if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
			quiet(t, p)
			for _, c := range p.Changes { // the data stays whole
				if c.Kind == issues.KindIssue && len(c.Fields) == 0 {
					t.Errorf("%v has no fields", c)
				}
			}
			w.apply()
		})
	}
}

const eve = "Cloud platform team, @\u200beveryone &lt;img src=x onerror=alert(1)&gt; \\](http:\u200b//evil.example) #\u200b1 \\| \\`x\\`"

// entries are those of the items in a printed plan.
func entries(text string) string {
	_, text, _ = strings.Cut(text, "\nIssues\n")
	text, _, _ = strings.Cut(text, "\n\n")
	var kept strings.Builder
	tracking := false
	for l := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(l, "  ~ ") {
			tracking = strings.HasPrefix(l, "  ~ update tracking")
		}
		if !tracking {
			kept.WriteString(l + "\n")
		}
	}
	return kept.String()
}

// Issues whose days an older program wrote as data are brought in step like any
// others, and a plan says of them, too, by how much they move.
func TestDaysOfOlderIssues(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.item(register).Planned = &generator.Planned{Start: "2027-01-12", End: "2027-01-13", Ready: "2027-01-15"}
	w.apply()
	const is = "planned Tue 12 Jan 2027 to Wed 13 Jan 2027, waiting until Fri 15 Jan 2027\n"
	if b := w.issue(registerKey).Body; !strings.Contains(b, is) {
		t.Fatalf("no %q in\n%s", is, b)
	}
	older := strings.NewReplacer(is, "planned 2027-01-12 to 2027-01-13\n", "planned Mon 11 Jan 2027\n", "planned 2027-01-11\n")
	for _, key := range []string{checkNames, registerKey} {
		w.edit(key, func(is *githubtest.Issue) { is.Body = issues.Rewritten(is.Body, "contoso-cmg", older.Replace) })
	}
	moved := w.fork()
	p := w.plan()
	want := "  ~ update #2 0.1 Check that the names are free [text changed]\n" +
		"  ~ update #3 1.1 Register the server app: planned 2027-01-12 to 2027-01-13 -> 2027-01-12 to 2027-01-13, waiting until 2027-01-15\n"
	if got := entries(p.Text()); got != want || len(p.Conflicts) > 0 {
		t.Errorf("got\n%swant\n%s%v", got, want, p.Conflicts)
	}
	w.apply()
	for _, key := range []string{"sample/check-names", register} {
		moved.item(key).Planned = &generator.Planned{Start: "2027-01-19", End: "2027-01-19", Ready: "2027-01-19"}
	}
	p = moved.plan()
	if got := entries(p.Text()); got != "  ~ update 2 issues, #2 0.1 and #3 1.1: planned 7 to 8 days later\n" || len(p.Conflicts) > 0 {
		t.Errorf("got\n%s%v", got, p.Conflicts)
	}
	moved.apply()
}

// A first plan of the sample is one line an item and little more, and a moved
// beginning is a handful of lines. Verbose has everything.
func TestPlansAreShort(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.rb = contoso(t)
	n := len(w.rb.Items())
	p := w.plan()
	if lines := strings.Count(p.Text(), "\n"); lines > n+31 {
		t.Errorf("%d lines for %d items:\n%s", lines, n, p.Text())
	}
	if lines := strings.Count(p.Verbose(), "\n"); lines < len(p.Changes) {
		t.Errorf("%d lines for %d changes", lines, len(p.Changes))
	}
	for _, hidden := range []string{"runbook-lock/", "blocked by 0.1"} {
		if strings.Contains(p.Text(), hidden) || !strings.Contains(p.Verbose(), hidden) {
			t.Errorf("%q belongs into the verbose plan only", hidden)
		}
	}
	w.apply()
	w.rb = sample(t, "contoso.yaml", "start: 2027-01-11", "start: 2027-02-01")
	p = w.plan()
	if lines := strings.Count(p.Text(), "\n"); lines > 30 || !strings.Contains(p.Text(), fmt.Sprintf("~ update %d issues, #2 0.1, #3 0.2,", n)) {
		t.Errorf("%d lines:\n%s", lines, p.Text())
	}
	w.apply()
}
