package issues_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/output/issues/githubtest"
)

// What people write in issues is read back: text around ours, and comments, with
// one list of the repository however many issues there are.
func TestWritings(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	at := w.clock.Now()
	later := at.Add(time.Hour)
	long := strings.TrimSpace(strings.Repeat("word ", 60))
	w.edit("key=sample/check-names", func(is *githubtest.Issue) {
		is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "not_planned", "contoso-cloud", &at
		is.Body += "\r\nCode **PS1**,\r\n\r\nversion 2509 @everyone"
		is.Comments = []githubtest.Comment{
			{Author: "ann", Body: "first", Created: &at},
			{Author: "bob", Body: "on since 2019 <img src=x>\nsee #3", Created: &at},
			{Body: "<!-- runbook:comment v=1 -->", Created: &at},
			{Author: "bob", Body: "thanks", Created: &later},
		}
	})
	w.edit(registerKey, func(is *githubtest.Issue) {
		is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "completed", "ann", &at
		is.Comments = []githubtest.Comment{{Author: "ann", Body: long, Created: &at}}
	})
	w.edit("key=tracking", func(is *githubtest.Issue) { is.Comments = []githubtest.Comment{{Author: "ann", Body: "of all"}} })
	w.gh.Forget()
	tr := w.open()
	defer tr.Close()
	got, _, err := tr.ReadBack(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	day := at.UTC().Format(time.DateOnly)
	want := []generator.Written{
		{Text: "Code **PS1**,\nversion 2509 @everyone"},
		{Author: "ann", Date: day, Text: "first"},
		{Author: "bob", Date: day, Text: "on since 2019 <img src=x>\nsee #3"},
		{Author: "bob", Date: day, Text: "thanks"},
	}
	names := got[w.rb.Before.Items[0].Key]
	if diff := cmp.Diff(want, names.Written); diff != "" {
		t.Error(diff)
	}
	if names.Said != `bob: "on since 2019 <img src=x> see #3"` {
		t.Error(names.Said)
	}
	register := got[w.rb.Phases[0].Items[0].Key]
	if !strings.HasPrefix(register.Said, `ann: "word word`) || !strings.HasSuffix(register.Said, `…" (cut)`) || len([]rune(register.Said)) > 160 || register.Written[0].Text != long {
		t.Errorf("%+v", register)
	}
	lists := 0
	for _, r := range w.gh.Requests() {
		if strings.Contains(fmt.Sprint(r), "comments") {
			lists++
		}
	}
	if lists != 1 {
		t.Errorf("%d lists of comments", lists)
	}
}

// Reading ends where everything is found, and at some point in any case.
func TestWritingsOfABusyRepository(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *githubtest.State) {
		s.PageSize = 2
		other := githubtest.Issue{Number: 1, Title: "another", State: "open"}
		for i := range 150 {
			other.Comments = append(other.Comments, githubtest.Comment{Body: fmt.Sprint("nothing to do with it ", i)})
		}
		s.Issues = append(s.Issues, other)
	})
	w.apply()
	w.edit(registerKey, func(is *githubtest.Issue) { is.Comments = []githubtest.Comment{{Author: "ann", Body: "new"}} })
	read := func() (generator.Tracked, []string, int) {
		w.gh.Forget()
		tr := w.open()
		defer tr.Close()
		got, s, err := tr.ReadBack(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		lists := 0
		for _, r := range w.gh.Requests() {
			if strings.Contains(fmt.Sprint(r), "/issues/comments") {
				lists++
			}
		}
		return got[w.rb.Phases[0].Items[0].Key], s.Notes, lists
	}
	if got, notes, lists := read(); lists != 1 || len(got.Written) != 1 || len(notes) > 0 {
		t.Errorf("%d lists, %+v, %q", lists, got, notes)
	}
	w.gh.Edit(func(s *githubtest.State) { // the same comment is the oldest one now
		s.Issues = append(s.Issues[1:], s.Issues[0])
	})
	if got, notes, lists := read(); lists != 50 || len(got.Written) != 0 || len(notes) != 1 || !strings.Contains(notes[0], "1 of this rollout are missing") {
		t.Errorf("%d lists, %+v, %q", lists, got, notes)
	}
}
