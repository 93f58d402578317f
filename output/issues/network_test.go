package issues_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

// TestFaults breaks one create in every way it can break. However it ends, one
// more apply at most makes everything right, with each issue once.
func TestFaults(t *testing.T) {
	t.Parallel()
	want := func() githubtest.State {
		w := newWorld(t)
		w.apply()
		return w.gh.State().Timeless()
	}()
	for _, path := range []string{"/labels$", "/milestones$", "/issues$", "/sub_issues$", "/blocked_by$"} {
		for _, do := range []string{githubtest.CutBefore, githubtest.CutAfter, githubtest.Truncate, githubtest.Gateway} {
			t.Run(path+" "+do, func(t *testing.T) {
				t.Parallel()
				w := newWorld(t)
				w.gh.Fail(githubtest.Fault{Method: "POST", Path: path, Skip: 1, Do: do})
				_, r, err := w.tryApply(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				lost := path == "/issues$" && do == githubtest.CutBefore
				if r.OK() == lost {
					t.Errorf("the first apply says %s: %q", r, r.Failures)
				}
				w.apply()
				if diff := cmp.Diff(want, w.gh.State().Timeless(), ignoreUnexported, sameOrder); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

// A create that failed and was made up for comes later than the others.
var sameOrder = cmp.FilterPath(func(p cmp.Path) bool {
	s := p.String()
	return strings.HasSuffix(s, "Number") || strings.HasPrefix(s, "Issues")
}, cmp.Ignore())

// The answer of a create is lost and the list lags: the next apply waits for
// the issue to show before it makes it again.
func TestLostAnswerAndLaggingList(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.gh.Fail(githubtest.Fault{Method: "POST", Path: "/issues$", Skip: 1, Do: githubtest.Lag, Seconds: 90, Times: 1})
	w.options.HTTP = cutOnce(w.gh.Transport(), "POST", "/issues", 2)
	_, r, err := w.tryApply(context.Background())
	if err != nil || r.Failed != 1 {
		t.Fatal(err, r)
	}
	if !strings.Contains(r.Failures[0], "run apply again") {
		t.Errorf("the failure says %q", r.Failures[0])
	}
	w.apply()
	if n := len(w.gh.State().Issues); n != 4 {
		t.Errorf("%d issues, want 4", n)
	}
}

// cutOnce loses the answer of the nth request of its kind.
func cutOnce(base http.RoundTripper, method, suffix string, nth int) http.RoundTripper {
	n := 0
	return transport(func(r *http.Request) (*http.Response, error) {
		resp, err := base.RoundTrip(r)
		if r.Method == method && strings.HasSuffix(r.URL.Path, suffix) {
			if n++; n == nth {
				return nil, errors.New("connection reset by peer")
			}
		}
		return resp, err
	})
}

type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestLimits(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		prepare func(*githubtest.Server)
		wait    time.Duration
	}{
		"primary, 403": {func(s *githubtest.Server) { s.LimitTo(10, time.Hour, 403) }, time.Hour},
		"primary, 429": {func(s *githubtest.Server) { s.LimitTo(10, 20*time.Minute, 429) }, 20 * time.Minute},
		"secondary":    {func(s *githubtest.Server) { s.LimitContent(5) }, 20 * time.Second},
		"secondary without a time": {func(s *githubtest.Server) {
			s.Fail(githubtest.Fault{
				Method: "POST", Path: "/issues$", Times: 2, Do: githubtest.Answer, Status: 403,
				Body: []byte(`{"message":"You have exceeded a secondary rate limit"}`),
			})
		}, 3 * time.Minute},
		"429 that says nothing": {func(s *githubtest.Server) {
			s.Fail(githubtest.Fault{Method: "POST", Path: "/issues$", Do: githubtest.Answer, Status: 429, Body: []byte(`{}`)})
		}, time.Minute},
		"a date to retry after": {func(s *githubtest.Server) {
			s.Fail(githubtest.Fault{
				Method: "GET", Path: "/issues$", Do: githubtest.Answer, Status: 429,
				Header: map[string]string{"Retry-After": "Mon, 23 Nov 2026 09:10:00 GMT"}, Body: []byte(`{}`),
			})
		}, 10 * time.Minute},
		"server errors on reads": {func(s *githubtest.Server) {
			s.Fail(githubtest.Fault{Method: "GET", Times: 3, Do: githubtest.Answer, Status: 503, Body: []byte(`{}`)})
		}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			tc.prepare(w.gh)
			waits := &waits{}
			w.options.Report = waits
			_, r, err := w.tryApply(context.Background())
			if err != nil || !r.OK() {
				t.Fatal(err, r, r.Failures)
			}
			if w.clock.Slept() < tc.wait {
				t.Errorf("slept %s, want at least %s", w.clock.Slept(), tc.wait)
			}
			if tc.wait > 0 && len(waits.why) == 0 {
				t.Error("nobody was told")
			}
			w.gh.Mend()
			w.settled()
			if n := len(w.gh.State().Issues); n != 4 {
				t.Errorf("%d issues", n)
			}
		})
	}
}

// waits records what a person would have seen.
type waits struct {
	why    []string
	cancel context.CancelFunc
}

func (w *waits) Read(string)           {}
func (w *waits) Step(int, int, string) {}
func (w *waits) Wait(left time.Duration, why string) {
	if left > 0 {
		w.why = append(w.why, why)
		if w.cancel != nil {
			w.cancel()
		}
	}
}

// A wait can be interrupted, the lock is given back, and the next run goes on.
func TestInterruptedWait(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.gh.LimitTo(20, time.Hour, 403)
	ctx, cancel := context.WithCancel(context.Background())
	w.options.Report = &waits{cancel: cancel}
	_, r, err := w.tryApply(ctx)
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "run apply again to go on") {
		t.Fatalf("got %v, %v", r, err)
	}
	w.options.Report = nil
	w.pass(time.Hour)
	w.apply()
}

// Whoever is interrupted while they wait for a limit has sent nothing: the next
// run need not look for an issue that might have been made.
func TestInterruptedWaitLeavesNothingOpen(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.gh.Fail(githubtest.Fault{
		Method: "POST", Path: "/issues$", Skip: 1, Do: githubtest.Answer, Status: 403,
		Header: map[string]string{"Retry-After": "600"}, Body: []byte(`{"message":"You have exceeded a secondary rate limit"}`),
	})
	ctx, cancel := context.WithCancel(context.Background())
	w.options.Report = &waits{cancel: cancel}
	if _, _, err := w.tryApply(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	w.options.Report = nil
	if text := w.plan().Text(); strings.Contains(text, "an earlier attempt got no answer") {
		t.Errorf("the plan says\n%s", text)
	}
	w.apply()
}

// An interrupt in the middle of a create leaves open whether it arrived.
func TestInterruptedCreate(t *testing.T) {
	t.Parallel()
	for _, arrived := range []bool{true, false} {
		w := newWorld(t)
		w.gh.Fail(githubtest.Fault{Method: "POST", Path: "/issues$", Skip: 1, Do: githubtest.Lag, Seconds: 60, Times: 1})
		ctx, cancel := context.WithCancel(context.Background())
		base, posts := w.gh.Transport(), 0
		w.options.HTTP = transport(func(r *http.Request) (*http.Response, error) {
			if r.Method == "POST" && strings.HasSuffix(r.URL.Path, "/issues") {
				if posts++; posts == 2 {
					if arrived {
						if _, err := base.RoundTrip(r); err != nil {
							return nil, err
						}
					}
					cancel()
					return nil, context.Canceled
				}
			}
			return base.RoundTrip(r)
		})
		if _, _, err := w.tryApply(ctx); !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v", err)
		}
		w.options.HTTP = w.gh.Transport()
		w.apply()
		if n := len(w.gh.State().Issues); n != 4 {
			t.Errorf("arrived %v: %d issues", arrived, n)
		}
	}
}

// A permission that is missing is no limit: nothing is repeated.
func TestForbiddenIsNotRepeated(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.gh.Fail(githubtest.Fault{
		Method: "POST", Path: "/labels$", Times: -1, Do: githubtest.Answer, Status: 403,
		Header: map[string]string{"X-Accepted-GitHub-Permissions": "issues=write"}, Body: []byte(`{"message":"Resource not accessible by personal access token"}`),
	})
	_, _, err := w.tryApply(context.Background())
	var ps issues.Problems
	if !errors.As(err, &ps) || !strings.Contains(ps[0].Hint, "issues=write") {
		t.Fatalf("got %v", err)
	}
	if n := w.gh.Writes(); n != 1 {
		t.Errorf("%d writes", n)
	}
}

func TestPagination(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*githubtest.State){
		"pages":   func(s *githubtest.State) { s.PageSize = 2 },
		"cursors": func(s *githubtest.State) { s.PageSize, s.Cursors = 2, true },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, change, func(s *githubtest.State) {
				for n := 101; n < 110; n++ { // not the rollout's, and a pull request with its label
					s.Issues = append(s.Issues, githubtest.Issue{Number: n, Title: "other", Pull: n == 105, Labels: []string{"bug"}})
				}
				s.Labels = append(s.Labels, githubtest.Label{Name: "bug", Color: "ff0000"})
			})
			w.apply()
			w.gh.Edit(func(s *githubtest.State) { s.Find(105).Labels = []string{"rollout/contoso-cmg"} })
			w.settled()
			if n := len(w.gh.State().Issues); n != 13 {
				t.Errorf("%d issues, want 13", n)
			}
		})
	}
}

func TestServersOfOnesOwn(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		version  string
		sub, dep bool
	}{
		"3.17": {"3.17.2", false, false},
		"3.19": {"3.19.0", false, true},
		"next": {"3.30.0", true, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, func(s *githubtest.State) {
				s.GHES, s.SubIssues, s.Dependencies = tc.version, tc.sub, tc.dep
				s.Issues = []githubtest.Issue{{Number: 7, Title: "something else"}} // to probe with
			})
			text := w.plan().Text()
			if got := strings.Contains(text, "no sub-issues"); got == tc.sub {
				t.Errorf("the plan says\n%s", text)
			}
			if got := strings.Contains(text, "no dependencies"); got == tc.dep {
				t.Errorf("the plan says\n%s", text)
			}
			w.apply()
			tracking := w.issue("key=tracking").Body
			if got := strings.Contains(tracking, "- [1.1 Register the server app](https://github.test/contoso/cmg-rollout/issues/"); !got {
				t.Errorf("the tracking issue says\n%s", tracking)
			}
			if got := strings.Contains(w.issue(registerKey).Body, ", standing in (2.1).\n"); got == tc.dep {
				t.Errorf("the item says\n%s", w.issue(registerKey).Body)
			}
			if got := strings.Contains(w.issue(registerKey).Body, "### Blocked by\n\n- [0.1 Check that the names are free](https://github.test/contoso/cmg-rollout/issues/"); got == tc.dep {
				t.Errorf("the item says\n%s", w.issue(registerKey).Body)
			}
			if !tc.sub { // an item more: the list in the text follows
				extra := w.rb.Phases[0].Items[0]
				extra.Key, extra.Number, extra.Title = "sample/more", "1.2", "More"
				w.rb.Phases[0].Items = append(w.rb.Phases[0].Items, extra)
				w.apply()
				if b := w.issue("key=tracking").Body; !strings.Contains(b, "- [1.2 More](https://github.test/") {
					t.Errorf("the tracking issue says\n%s", b)
				}
			}
		})
	}
}

// An empty server of one's own cannot be probed: the documented version counts.
func TestEmptyServerOfOnesOwn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *githubtest.State) { s.GHES, s.SubIssues = "3.19.1", false })
	w.apply()
	if got := w.issue(registerKey).BlockedBy; len(got) != 1 {
		t.Errorf("blocked by %v", got)
	}
}

func TestRenamedRepository(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *githubtest.State) { s.Name, s.OldNames = "contoso/new", []string{"contoso/cmg-rollout"} })
	w.apply()
	for _, r := range w.gh.Requests() {
		if r.Method != "GET" && r.Status == http.StatusTemporaryRedirect {
			t.Errorf("%s was sent to the old name", r)
		}
	}
}

// Two applies at once, on two computers: whoever comes second waits and then
// finds everything made.
func TestTwoAppliesAtOnce(t *testing.T) {
	t.Parallel()
	for name, journal := range map[string]func(*world) string{
		"on one computer":  func(w *world) string { return w.options.Journal },
		"on two computers": func(w *world) string { return w.t.TempDir() + "/other.jsonl" },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			second := *w
			second.options.Journal, second.runs = journal(w), 10
			var wg sync.WaitGroup
			results := make([]*issues.Result, 2)
			errs := make([]error, 2)
			for i, each := range []*world{w, &second} {
				// Give the others a turn at every request.
				base := each.options.HTTP
				each.options.HTTP = transport(func(r *http.Request) (*http.Response, error) {
					time.Sleep(time.Millisecond)
					return base.RoundTrip(r)
				})
				each.options.Clock = slowClock{w.clock}
				wg.Go(func() { _, results[i], errs[i] = each.tryApply(context.Background()) })
			}
			wg.Wait()
			for i := range errs {
				if errs[i] != nil || !results[i].OK() {
					t.Fatal(errs[i], results[i], results[i].Failures)
				}
			}
			w.settled()
			if n := len(w.gh.State().Issues); n != 4 || results[0].Created+results[1].Created != 4 {
				t.Errorf("%d issues; %s; %s", n, results[0], results[1])
			}
		})
	}
}

// slowClock lets other goroutines run while one sleeps.
type slowClock struct{ *githubtest.Clock }

func (c slowClock) Sleep(ctx context.Context, d time.Duration) error {
	time.Sleep(time.Millisecond)
	return c.Clock.Sleep(ctx, d)
}

// The token is sent to the API's host and scheme and to nobody else, whatever
// the server answers.
func TestTheTokenStaysHome(t *testing.T) {
	t.Parallel()
	stolen := ""
	thief := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { stolen = r.Header.Get("Authorization") }))
	defer thief.Close()
	for name, fault := range map[string]githubtest.Fault{
		"redirected read":  {Method: "GET", Do: githubtest.Answer, Status: 302, Header: map[string]string{"Location": thief.URL + "/x"}},
		"redirected write": {Method: "POST", Do: githubtest.Answer, Status: 307, Header: map[string]string{"Location": thief.URL + "/x"}},
		"next page elsewhere": {
			Method: "GET", Path: "/labels$", Do: githubtest.Answer, Status: 200, Body: []byte(`[]`),
			Header: map[string]string{"Link": "<" + thief.URL + `/labels?page=2>; rel="next"`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			inner := w.gh.Transport()
			w.options.HTTP = transport(func(r *http.Request) (*http.Response, error) {
				if strings.HasPrefix(r.URL.String(), thief.URL) {
					return http.DefaultTransport.RoundTrip(r)
				}
				return inner.RoundTrip(r)
			})
			w.gh.Fail(fault)
			_, _, err := w.tryApply(context.Background())
			if err == nil {
				t.Error("the redirect was followed")
			} else if strings.Contains(err.Error(), token) {
				t.Errorf("the token is in %v", err)
			}
		})
	}
	if stolen != "" {
		t.Errorf("the token went elsewhere: %q", stolen)
	}
}

// A write that is redirected in the old way would become a read, and its answer
// look like success.
func TestAWriteNeverBecomesARead(t *testing.T) {
	t.Parallel()
	for _, status := range []int{301, 302, 303} {
		w := newWorld(t)
		w.gh.Fail(githubtest.Fault{
			Method: "POST", Path: "/issues$", Times: -1, Do: githubtest.Answer, Status: status,
			Header: map[string]string{"Location": w.gh.Root() + "repos/contoso/cmg-rollout/issues/1"},
		})
		_, r, err := w.tryApply(context.Background())
		if err == nil || !strings.Contains(err.Error(), "would make it a GET") || r.Created != 0 {
			t.Errorf("%d: %v, %v", status, r, err)
		}
	}
}

func TestErrorsHideTokens(t *testing.T) {
	t.Parallel()
	plain := "plainSECRET99"
	says := []byte(fmt.Sprintf(`{"message":"no, %s, %s and ghs_abcdefghijklmnop","errors":"odd"}`, token, plain))
	for name, fault := range map[string]githubtest.Fault{
		"a write refused": {Method: "POST", Path: "/issues$", Times: -1, Status: 422},
		"forbidden":       {Method: "POST", Path: "/labels$", Times: -1, Status: 403},
		"not allowed to read": {Method: "GET", Path: "/cmg-rollout$", Times: -1, Status: 403, Header: map[string]string{
			"X-Accepted-GitHub-Permissions": "issues=" + token,
		}},
		"sign-on": {Method: "GET", Path: "/cmg-rollout$", Times: -1, Status: 403, Header: map[string]string{
			"X-GitHub-SSO": "required; url=https://github.com/orgs/o/sso?x=" + token,
		}},
	} {
		for _, secret := range []string{token, plain} {
			w := newWorld(t)
			w.options.Token = secret
			w.gh.Edit(func(s *githubtest.State) { s.Users[0].Token = secret })
			fault.Do, fault.Body = githubtest.Answer, says
			w.gh.Fail(fault)
			_, r, err := w.tryApply(context.Background())
			all := fmt.Sprint(err)
			if ps, ok := errors.AsType[issues.Problems](err); ok {
				for _, p := range ps {
					all += p.Message + p.Hint
				}
			}
			if r != nil {
				all += fmt.Sprint(r.Failures, r.Warnings)
			}
			if strings.Contains(all, secret) || strings.Contains(all, "ghs_abc") || !strings.Contains(all, "[redacted]") {
				t.Errorf("%s: %s", name, all)
			}
		}
	}
}
