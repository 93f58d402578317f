package issues_test

import (
	"path/filepath"
	"strings"
	"testing"

	"runbook/output/issues/githubtest"
)

// An ID may be longer than the name of a label: two rollouts that begin alike
// stay apart, and a label that somebody renamed is found again.
func TestLongIDs(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	begin := strings.Repeat("contoso-cmg-", 5)
	for _, id := range []string{begin + "eu1", begin + "us2"} {
		w.rb.ID, w.options.Journal = id, filepath.Join(t.TempDir(), "journal.jsonl")
		if r := w.apply(); r.Created != 4 {
			t.Errorf("%s: created %d issues, want 4", id, r.Created)
		}
	}
	names := map[string]bool{}
	w.gh.Edit(func(s *githubtest.State) {
		for i, l := range s.Labels {
			if n := len(l.Name); n > 50 {
				t.Errorf("the label %s has %d characters", l.Name, n)
			}
			if strings.HasPrefix(l.Name, "rollout/") {
				names[l.Name] = true
				s.Labels[i].Name = "renamed " + l.Name[len(l.Name)-8:]
				for k := range s.Issues {
					if s.Issues[k].Labels[0] == l.Name {
						s.Issues[k].Labels[0] = s.Labels[i].Name
					}
				}
			}
		}
	})
	if len(names) != 2 {
		t.Errorf("labels of rollouts: %v, want two", names)
	}
	w.settled()
}
