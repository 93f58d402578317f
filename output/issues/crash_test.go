package issues_test

import (
	"context"
	"errors"
	"net/http"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"runbook/output/issues/githubtest"
)

// killer ends the process, as far as the sync can tell, at one request: right
// before it is sent, or right after the server has carried it out.
type killer struct {
	base  http.RoundTripper
	at    int
	after bool
	n     int
}

var errKilled = errors.New("killed")

func (k *killer) RoundTrip(r *http.Request) (*http.Response, error) {
	k.n++
	if k.n > k.at || k.n == k.at && !k.after { // the dead send nothing
		panic(errKilled)
	}
	resp, err := k.base.RoundTrip(r)
	if k.n == k.at {
		panic(errKilled)
	}
	return resp, err
}

// killedAt applies and dies on the way. alive is true if it was done before.
func (w *world) killedAt(at int, after bool) (alive bool) {
	k := &killer{base: w.gh.Transport(), at: at, after: after}
	w.options.HTTP = k
	defer func() {
		w.options.HTTP = w.gh.Transport()
		if p := recover(); p != nil && p != errKilled { //nolint:errorlint // panics with the value itself
			panic(p)
		}
	}()
	_, _, err := w.tryApply(context.Background())
	if err != nil {
		w.t.Fatal(err)
	}
	return true
}

// scenario is a world in which an apply has something to do.
type scenario struct {
	name string
	make func(t *testing.T) *world
}

var scenarios = []scenario{
	{"first", func(t *testing.T) *world { t.Helper(); return newWorld(t) }},
	{"first on a server without links", func(t *testing.T) *world {
		t.Helper()
		return newWorld(t, func(s *githubtest.State) { s.GHES, s.SubIssues, s.Dependencies = "3.17.2", false, false })
	}},
	{"texts that mention later items", func(t *testing.T) *world { t.Helper(); return mentioning(t) }},
	{"changed profile", changedWorld},
}

// changedWorld is a rollout of which one item goes, one comes into the middle,
// one comes back, one changes and one loses a need.
func changedWorld(t *testing.T) *world {
	t.Helper()
	w := newWorld(t)
	full := w.rb
	extra := full.Phases[1].Items[0]
	extra.Key, extra.Number, extra.Title, extra.Needs = "sample/come-back", "2.2", "Come back", nil
	full.Phases[1].Items = append(full.Phases[1].Items, extra)
	w.apply()
	w.rb = without(full, "sample/come-back", "because nobody asked")
	w.apply()
	// The changed runbook.
	next := newWorld(t).rb
	extra.Needs = next.Phases[1].Items[0].Needs
	next.Phases[1].Items = append(next.Phases[1].Items, extra)
	middle := next.Phases[0].Items[0]
	middle.Key, middle.Number, middle.Title, middle.Needs = "sample/in-the-middle", "1.2", "In the middle", next.Phases[0].Items[0].Needs
	next.Phases[0].Items = append(next.Phases[0].Items, middle)
	next.Phases[1].Items[0].Steps = "1. Do it otherwise."
	w.rb = without(next, "sample/check-names", "because the names are known")
	return w
}

// TestCrashAnywhere kills an apply at every request, before and after, runs it
// again and compares the end with an undisturbed run's.
func TestCrashAnywhere(t *testing.T) {
	t.Parallel()
	for _, sc := range scenarios {
		t.Run(sc.name, func(t *testing.T) {
			t.Parallel()
			start := sc.make(t)
			whole := start.fork()
			whole.apply()
			requests := len(whole.gh.Requests())
			want := whole.gh.State().Timeless()
			for _, variant := range []struct {
				name    string
				step    int // how far apart the points are
				between func(*world)
				options []cmp.Option
			}{
				{"again at once", 1, func(*world) {}, []cmp.Option{ignoreUnexported}},
				{"on another computer", 3, func(w *world) {
					if err := os.Remove(w.options.Journal); err != nil && !errors.Is(err, os.ErrNotExist) {
						w.t.Fatal(err)
					}
					// Only the journal knows that a sub-issue was not yet put in its place.
				}, []cmp.Option{ignoreUnexported, cmpopts.SortSlices(func(a, b int) bool { return a < b })}},
				{"with a list that lags", 2, func(w *world) { w.lag(40 * time.Second) }, []cmp.Option{ignoreUnexported}},
			} {
				t.Run(variant.name, func(t *testing.T) {
					t.Parallel()
					step := variant.step
					if testing.Short() {
						step *= 4
					}
					for at := 1; ; at += step {
						for _, after := range []bool{false, true} {
							w := start.fork()
							if w.killedAt(at, after) {
								t.Logf("%d requests", at-1)
								if at < requests/2 {
									t.Errorf("done after %d of %d requests", at, requests)
								}
								return
							}
							variant.between(w)
							r := w.apply()
							// Whatever the first run came to, each issue that is asked for counts once.
							if n := r.Created + r.Updated + r.Unchanged; n != len(w.rb.Items())+1 {
								t.Errorf("killed at request %d (after: %v), %s: %d issues counted of %d", at, after, r, n, len(w.rb.Items())+1)
							}
							if variant.name == "on another computer" {
								// A lock that nobody here knows is taken away when it is old.
								w.pass(3 * time.Minute)
								w.apply()
							}
							w.gh.Check(t)
							if diff := cmp.Diff(want, w.gh.State().Timeless(), variant.options...); diff != "" {
								t.Fatalf("killed at request %d (after: %v), the end differs:\n%s", at, after, diff)
							}
						}
					}
				})
			}
		})
	}
}

// The shipped sample, killed here and there.
func TestCrashOfTheSample(t *testing.T) {
	t.Parallel()
	start := newWorld(t)
	start.rb = contoso(t)
	whole := start.fork()
	whole.apply()
	want := whole.gh.State().Timeless()
	requests := len(whole.gh.Requests())
	step := 83
	if testing.Short() {
		step = 331
	}
	for at := 40; at < requests; at += step {
		w := start.fork()
		// Killed again and again, as if somebody had no patience.
		for n := range 3 {
			if w.killedAt(at, n%2 == 0) {
				break
			}
		}
		w.apply()
		if diff := cmp.Diff(want, w.gh.State().Timeless(), ignoreUnexported); diff != "" {
			t.Fatalf("killed at request %d, the end differs:\n%s", at, diff)
		}
	}
}

// lag hides the newest issue from lists for a while, and all that come.
func (w *world) lag(d time.Duration) {
	w.gh.HideNewest(d)
	w.gh.Fail(githubtest.Fault{Method: "POST", Path: `/issues$`, Do: githubtest.Lag, Seconds: int(d.Seconds()), Times: -1})
}
