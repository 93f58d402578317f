package issues_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"runbook/output/issues"
)

// over lets a world talk to a server of this computer, whose handler may do as
// it likes. Answers may take a third of a second.
func (w *world) over(handler http.Handler) {
	w.t.Helper()
	hs := httptest.NewServer(handler)
	w.t.Cleanup(hs.Close)
	w.at(w.gh.At(hs.URL))
	w.options.Timeout = 300 * time.Millisecond
}

// at sends the requests of a world to an address.
func (w *world) at(root string) {
	w.t.Helper()
	server, err := issues.FindServer("", root)
	if err != nil {
		w.t.Fatal(err)
	}
	w.options.Server, w.options.HTTP = server, nil
}

// hang keeps a request without an answer for as long as the client waits.
func hang(_ http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body) // or it would not see the client go
	<-r.Context().Done()
}

// cut breaks the connection.
func cut(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// A server that is slow, lies or is not there ends in a sentence, in time, and
// nobody waits for it without a word.
func TestServersThatAreNoHelp(t *testing.T) {
	t.Parallel()
	answer := func(contentType, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			fmt.Fprint(w, body)
		}
	}
	for name, tc := range map[string]struct {
		handler http.HandlerFunc
		want    string
		told    string // what is said in the meantime
	}{
		"never answers": {hang, "does not answer: GET /repos/contoso/cmg-rollout: nothing within 100ms", "no answer yet from 127.0.0.1:"},
		"never ends": {func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				fmt.Fprint(w, " ")
				_ = http.NewResponseController(w).Flush()
				time.Sleep(10 * time.Millisecond)
			}
		}, "nothing within 100ms", "no answer yet from 127.0.0.1:"},
		"breaks off":      {cut, "does not answer:", "trying again: "},
		"is out of order": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }, "503 Service Unavailable", "trying again: "},
		"wants a sign-in": {answer("text/html; charset=utf-8", "<html>Please sign in</html>"), "answers GET /repos/contoso/cmg-rollout with a web page", ""},
		"is another":      {answer("application/json", `{"hello": "world"}`), "answers without saying which repository that is", ""},
		"is no teapot": {func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusTeapot)
			fmt.Fprint(w, "{\"message\": \"\\u001b[31mshort\\u0007\\n\\u202eand stout\"}")
		}, "answers GET /repos/contoso/cmg-rollout with 418: [31mshort and stout", ""},
		"is a proxy": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(http.StatusProxyAuthRequired)
			fmt.Fprint(w, "<html>Who are you?</html>")
		}, "with 407: Proxy Authentication Required, and a web page", ""},
		"goes round in circles": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path, http.StatusMovedPermanently)
		}, ": the server redirects in a circle", ""},
		"gives an object for a list": {
			answer("application/json", `{"full_name": "contoso/cmg-rollout", "permissions": {"push": true}}`),
			"answers GET /repos/contoso/cmg-rollout/labels with something that is not GitHub's answer", "",
		},
		"waits for years": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "99999999999999")
			w.WriteHeader(http.StatusTooManyRequests)
		}, "run the command again after 2027-11-23", ""},
		"wants to be asked at once": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusForbidden)
		}, "run the command again after 2026-11-23", "GitHub's limit"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.over(tc.handler)
			told := &waits{}
			w.options.Report = told
			begin := time.Now()
			_, _, err := w.tryApply(context.Background())
			if err == nil || !strings.Contains(err.Error(), tc.want) || strings.ContainsAny(err.Error(), "\x1b\a\u202e") || strings.Contains(err.Error(), "http://") {
				t.Errorf("got %q", err)
			}
			if spent := time.Since(begin); spent > 10*time.Second {
				t.Errorf("it took %s", spent)
			}
			if !strings.Contains(strings.Join(told.why, "\n"), tc.told) {
				t.Errorf("no %q was said: %q", tc.told, told.why)
			}
		})
	}
	t.Run("is not there", func(t *testing.T) {
		t.Parallel()
		w := newWorld(t)
		hs := httptest.NewServer(http.NotFoundHandler())
		w.at(hs.URL)
		hs.Close()
		_, _, err := w.tryApply(context.Background())
		ps, ok := errors.AsType[issues.Problems](err)
		if !ok || !strings.Contains(ps[0].Message, "does not answer: dial tcp") || !strings.Contains(ps[0].Hint, "HTTPS_PROXY") {
			t.Errorf("got %v", err)
		}
	})
}

// An answer that fills the memory is not asked for again.
func TestAnswerTooLarge(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reads 64 MB")
	}
	w := newWorld(t)
	var n atomic.Int64
	w.over(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		n.Add(1)
		blank := bytes.Repeat([]byte(" "), 1<<20)
		for range 65 {
			if _, err := rw.Write(blank); err != nil {
				return
			}
		}
	}))
	w.options.Timeout = time.Minute
	_, _, err := w.tryApply(context.Background())
	if err == nil || !strings.Contains(err.Error(), "answers GET /repos/contoso/cmg-rollout with more than 64 MB") || n.Load() != 1 {
		t.Errorf("asked %d times: %v", n.Load(), err)
	}
}

// Who never says a word is asked twice, for a third of the usual time; who has
// answered before is asked twice as well, for the whole of it.
func TestPatience(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		dies int64 // with which request
		want string
	}{
		"from the first": {1, "GET /repos/contoso/cmg-rollout: nothing within 100ms"},
		"later":          {3, "GET /repos/contoso/cmg-rollout/milestones: nothing within 300ms"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			d := &dying{Handler: w.gh, how: hang}
			d.at.Store(tc.dies)
			w.over(d)
			_, _, err := w.tryApply(context.Background())
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v", err)
			}
			if n := d.n.Load() - tc.dies + 1; n != 2 {
				t.Errorf("asked %d times", n)
			}
		})
	}
}

// dying is a GitHub that stops working at its nth request, before or after it
// has carried it out.
type dying struct {
	http.Handler
	how   http.HandlerFunc
	at    atomic.Int64
	after bool
	n     atomic.Int64
}

func (d *dying) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n := d.n.Add(1)
	if n == d.at.Load() && d.after {
		d.Handler.ServeHTTP(httptest.NewRecorder(), r)
	}
	if n >= d.at.Load() {
		d.how(w, r)
		return
	}
	d.Handler.ServeHTTP(w, r)
}

// A server that dies in the middle ends the apply soon, and the next one, when
// it is back, makes everything right.
func TestDyingServer(t *testing.T) {
	t.Parallel()
	whole := newWorld(t)
	whole.apply()
	want := whole.gh.State().Timeless()
	how := map[string]http.HandlerFunc{"breaks off": cut, "never answers": hang}
	step := int64(3)
	if testing.Short() {
		step = 9
	}
	for name, die := range how {
		for _, after := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, after: %v", name, after), func(t *testing.T) {
				t.Parallel()
				for at := int64(2); at < 30; at += step {
					w := newWorld(t)
					d := &dying{Handler: w.gh, how: die, after: after}
					d.at.Store(at)
					w.over(d)
					w.options.Timeout = 60 * time.Millisecond
					_, r, err := w.tryApply(context.Background())
					ps, ok := errors.AsType[issues.Problems](err)
					if !ok || !strings.Contains(ps[0].Message, "does not answer") {
						t.Fatalf("dead at %d: %v, %v", at, r, err)
					}
					if more := d.n.Load() - at; more > 14 { // the last change, the look for it, the lock
						t.Errorf("dead at %d: %d more requests", at, more)
					}
					d.at.Store(1 << 40)
					w.options.Timeout = 0
					w.apply()
					if diff := cmp.Diff(want, w.gh.State().Timeless(), ignoreUnexported, sameAddress); diff != "" {
						t.Fatalf("dead at %d: %s", at, diff)
					}
				}
			})
		}
	}
}

// The texts hold the address of the server.
var sameAddress = cmp.FilterPath(func(p cmp.Path) bool { return strings.HasSuffix(p.String(), "Body") }, cmp.Ignore())

// A server that gives every issue the same number is not believed.
func TestSameNumberTwice(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var first []byte
	var mu sync.Mutex
	w.over(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if r.Method != http.MethodPost || !strings.HasSuffix(r.URL.Path, "/issues") {
			w.gh.ServeHTTP(rw, r)
			return
		}
		if first == nil {
			rec := httptest.NewRecorder()
			w.gh.ServeHTTP(rec, r)
			first = rec.Body.Bytes()
		}
		rw.WriteHeader(http.StatusCreated)
		_, _ = rw.Write(first)
	}))
	_, r, err := w.tryApply(context.Background())
	if err == nil || !strings.Contains(err.Error(), "calls a new issue #1, which is the issue of") || r.Created != 1 {
		t.Errorf("%v, %v", r, err)
	}
}

// What a slow server is asked is interrupted at once.
func TestInterruptedQuestion(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.over(http.HandlerFunc(hang))
	w.options.Timeout = time.Minute
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	begin := time.Now()
	_, _, err := w.tryApply(ctx)
	if !errors.Is(err, context.Canceled) || time.Since(begin) > 5*time.Second {
		t.Errorf("got %v after %s", err, time.Since(begin))
	}
}

// Slow is not broken: a server that needs its time for every answer is waited
// for, and it is said.
func TestSlowServer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	told := &waits{}
	w.options.Report = told
	w.over(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		time.Sleep(110 * time.Millisecond)
		w.gh.ServeHTTP(rw, r)
	}))
	w.options.Timeout = 1200 * time.Millisecond // patience is a twelfth of it
	w.apply()
	if len(told.why) == 0 {
		t.Error("nothing was said")
	}
	if n := len(w.gh.State().Issues); n != 4 {
		t.Errorf("%d issues", n)
	}
}
