package issues_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

const lockName = "runbook-lock/contoso-cmg"

// lockedBy puts somebody else's lock into the repository.
func (w *world) lockedBy(nonce string, since time.Time) {
	w.gh.Edit(func(s *githubtest.State) {
		s.Labels = append(s.Labels, githubtest.Label{Name: lockName, Color: "b60205", Description: "an apply is running: " + nonce + " " + since.UTC().Format(time.RFC3339)})
	})
}

// A lock of somebody who is at work is waited for; one of somebody who died is
// taken over after the time in which their last issue must have shown.
func TestForeignLock(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lockedBy("somebody", w.clock.Now())
	told := &waits{}
	w.options.Report = told
	_, r, err := w.tryApply(context.Background())
	if err != nil || r.Created != 4 {
		t.Fatal(err, r)
	}
	if w.clock.Slept() < w.options.Settle || len(told.why) == 0 || told.why[0] != "another apply of contoso-cmg is running" {
		t.Errorf("slept %s, told %q", w.clock.Slept(), told.why)
	}
	w.settled()
}

// Whoever waits for a limit longer than a lock lives finds out that it was
// taken over, and stops before making anything twice.
func TestLockLostWhileWaiting(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.gh.Fail(githubtest.Fault{
		Method: "POST", Path: "/issues$", Skip: 1, Do: githubtest.Answer, Status: 429,
		Header: map[string]string{"Retry-After": "600"}, Body: []byte(`{}`),
	})
	stolen := false
	w.options.Report = reporter(func(left time.Duration) {
		if !stolen && left > time.Minute {
			stolen = true
			w.gh.Edit(func(s *githubtest.State) {
				for i := range s.Labels {
					if s.Labels[i].Name == lockName {
						s.Labels[i].Description = "an apply is running: thief 2026-11-23T09:05:00Z"
					}
				}
			})
		}
	})
	_, r, err := w.tryApply(context.Background())
	if err == nil || !strings.Contains(err.Error(), "another apply of contoso-cmg took over while this one waited") {
		t.Fatalf("got %v, %v", r, err)
	}
	s := w.gh.State()
	if len(s.Issues) != 1 { // the one that waited was not sent again
		t.Errorf("%d issues", len(s.Issues))
	}
	held := false
	for _, l := range s.Labels {
		held = held || l.Name == lockName
	}
	if !held {
		t.Error("the thief's lock was taken away")
	}
}

type reporter func(left time.Duration)

func (reporter) Read(string)                         {}
func (reporter) Step(int, int, string)               {}
func (f reporter) Wait(left time.Duration, _ string) { f(left) }

// A journal that ends in the middle of a line is what a power cut leaves, be
// it the first line or a later one.
func TestTornJournal(t *testing.T) {
	t.Parallel()
	for at, torn := range map[int]string{1: `{"time":"2026-11-2`, 20: `{"op":"creat`} {
		w := newWorld(t)
		w.killedAt(at, true)
		var data []byte
		if at > 1 {
			var err error
			if data, err = os.ReadFile(w.options.Journal); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(w.options.Journal, append(data, torn...), 0o600); err != nil {
			t.Fatal(err)
		}
		w.apply()
		if n := len(w.gh.State().Issues); n != 4 {
			t.Errorf("%d issues", n)
		}
		if _, err := issues.Open(w.rb, w.options); err != nil {
			t.Errorf("the next run refuses the journal: %v", err)
		}
	}
}

// A journal that cannot be read to its end is not taken for a short one: what
// is lost could make an issue twice.
func TestJournalWithAnEndlessLine(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.apply()
	f, err := os.OpenFile(w.options.Journal, os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = f.Write(bytes.Repeat([]byte(" "), 2<<20))
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := issues.Open(w.rb, w.options); err == nil || !strings.Contains(err.Error(), "the journal cannot be used") {
		t.Errorf("got %v", err)
	}
}

func TestJournalThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.options.Journal = "/dev/null/journal.jsonl"
	_, err := issues.Open(w.rb, w.options)
	if err == nil || !strings.Contains(err.Error(), "the journal cannot be used") {
		t.Errorf("got %v", err)
	}
}
