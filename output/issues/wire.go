package issues

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// wire is the http.RoundTripper under go-github. It does what go-github leaves
// open: the token goes to the API's own scheme and host and nowhere else, every
// answer is read to its end before anybody believes it, limits are waited out
// (limits.go), and only what may be repeated is repeated.
type wire struct {
	base   http.RoundTripper
	root   *url.URL
	token  secret
	clock  Clock
	report Reporter
	pace   time.Duration               // between the end of a write and the next one
	resume func(context.Context) error // asked before a write that had to wait is sent
	stats  Stats

	timeout time.Duration // of one attempt
	answers bool          // the server has answered this run before
	open    bool          // the last write was sent and there was no answer
	wrote   time.Time     // end of the last write
	blocked time.Time     // the limit is used up until then
	ahead   time.Duration // how far the server's clock is ahead of ours
}

// Stats counts the requests that were sent.
type Stats struct {
	Reads, Writes int
}

const (
	attemptTimeout = time.Minute
	firstTimeout   = 3        // the part of it that a server has for its first answer
	attempts       = 4        // of what may be repeated
	silences       = 2        // of those, how many may pass without any answer
	maxAnswer      = 64 << 20 // bytes
	maxRedirects   = 5
)

// lostAnswer is the error of a write that the server may or may not have
// carried out: its answer never came, or came cut, or was a 5xx.
type lostAnswer struct{ err error }

func (e *lostAnswer) Error() string { return "the answer was lost: " + e.err.Error() }
func (e *lostAnswer) Unwrap() error { return e.err }

// unanswered is the error of a request for which there was no usable answer at
// all, however often it was sent: there is no use in sending others.
type unanswered struct {
	host string
	err  error
}

func (e *unanswered) Error() string { return e.host + " does not answer: " + e.err.Error() }
func (e *unanswered) Unwrap() error { return e.err }

func isStrange(err error) bool {
	var s *strangeAnswer
	return errors.As(err, &s)
}

func isLost(err error) bool {
	var l *lostAnswer
	return errors.As(err, &l)
}

// client returns an http.Client on the wire that follows a redirect only to
// the same server and never turns a write into a read.
func (w *wire) client() *http.Client {
	return &http.Client{
		Transport: w,
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			first := via[0]
			switch {
			case !w.ours(req.URL):
				return fmt.Errorf("the server redirects to %s, which is not sent the token", req.URL.Host)
			case req.Method != first.Method:
				return fmt.Errorf("the server redirects a %s request in a way that would make it a %s: check tracking.github.url and the repository's name", first.Method, req.Method)
			case len(via) > maxRedirects:
				return errors.New("the server redirects in a circle")
			}
			return nil
		},
	}
}

// ours tells whether an address belongs to the API that the token is for.
func (w *wire) ours(u *url.URL) bool {
	return u.Scheme == w.root.Scheme && strings.EqualFold(u.Host, w.root.Host)
}

// RoundTrip sends a request, as often as is needed and allowed.
func (w *wire) RoundTrip(req *http.Request) (*http.Response, error) {
	if !w.ours(req.URL) {
		return nil, fmt.Errorf("refusing to send a request to %s", req.URL.Host)
	}
	var limits limiter
	for try, silent := 1, 0; ; try++ {
		if err := w.ready(req); err != nil {
			return nil, err
		}
		patience := w.patience()
		resp, sent, err := w.send(req, patience)
		if err == nil {
			w.answers = true
			w.date(resp)
			wait, why, limited := limits.judge(resp, w.now())
			if limited {
				if err := w.waitOut(req, wait, why, &limits); err != nil {
					return nil, err
				}
				try--
				continue
			}
			w.usedUp(resp)
			if resp.StatusCode < 500 {
				return resp, nil
			}
			err = fmt.Errorf("%s %s: %s", req.Method, req.URL.Path, resp.Status)
		}
		if errors.Is(err, context.DeadlineExceeded) {
			err = fmt.Errorf("%s %s: nothing within %s", req.Method, req.URL.Path, patience)
			silent++
		}
		if req.Context().Err() != nil {
			return nil, w.lost(req, sent, req.Context().Err())
		}
		if isStrange(err) || try >= attempts || silent >= silences || sent && req.Method == http.MethodPost {
			return nil, w.lost(req, sent, err)
		}
		if err := countdown(req.Context(), w.clock, w.report, time.Second<<(try-1), "trying again: "+w.token.redact(line(err.Error()))); err != nil {
			return nil, w.lost(req, sent, err)
		}
	}
}

// patience is how long the next attempt may take. A server that has not said
// anything yet is likelier not there than slow: github.com itself gives up on
// a request after ten seconds.
func (w *wire) patience() time.Duration {
	if w.answers {
		return w.timeout
	}
	return w.timeout / firstTimeout
}

// lost marks the error of a write that may have been carried out, and of a
// request that nobody answers.
func (w *wire) lost(req *http.Request, sent bool, err error) error {
	switch {
	case sent && req.Method != http.MethodGet:
		return &lostAnswer{err}
	case req.Context().Err() != nil, isStrange(err):
		return err
	}
	return &unanswered{w.root.Host, err}
}

// ready waits until the next request may go out.
func (w *wire) ready(req *http.Request) error {
	ctx := req.Context()
	if left := w.blocked.Sub(w.clock.Now()); left > 0 {
		if err := w.waitOut(req, left, "GitHub's limit for this hour is used up", nil); err != nil {
			return err
		}
	}
	if req.Method == http.MethodGet || w.wrote.IsZero() {
		return ctx.Err()
	}
	if left := w.wrote.Add(w.pace).Sub(w.clock.Now()); left > 0 {
		return w.clock.Sleep(ctx, left)
	}
	return ctx.Err()
}

// send makes one attempt. sent tells whether the server may have seen it.
func (w *wire) send(req *http.Request, patience time.Duration) (resp *http.Response, sent bool, err error) {
	ctx, cancel := context.WithTimeout(req.Context(), patience)
	defer cancel()
	out := req.Clone(ctx)
	if req.GetBody != nil {
		if out.Body, err = req.GetBody(); err != nil {
			return nil, false, err
		}
	}
	out.Header.Set("Authorization", "Bearer "+string(w.token))
	if req.Method == http.MethodGet {
		w.stats.Reads++
	} else {
		w.stats.Writes++
		defer func() {
			w.wrote = w.clock.Now()
			w.open = sent && err != nil
		}()
	}
	done := make(chan reply, 1)
	go w.exchange(out, done)
	r := w.await(done, patience)
	if r.panicked != nil {
		panic(r.panicked) // where the caller of the transport can see it
	}
	if r.err != nil {
		var op *net.OpError
		neverSent := errors.As(r.err, &op) && op.Op == "dial"
		return nil, !neverSent, r.err
	}
	r.resp.Body = io.NopCloser(bytes.NewReader(r.data))
	r.resp.Request = req
	return r.resp, true, nil
}

// reply is an answer, read to its end.
type reply struct {
	resp     *http.Response
	data     []byte
	err      error
	panicked any
}

func (w *wire) exchange(req *http.Request, done chan<- reply) {
	defer func() {
		if p := recover(); p != nil {
			done <- reply{panicked: p}
		}
	}()
	resp, err := w.base.RoundTrip(req)
	if err != nil {
		done <- reply{err: err}
		return
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	switch {
	case err != nil:
		err = fmt.Errorf("%s %s: the answer was cut off: %w", req.Method, req.URL.Path, err)
	case len(data) == maxAnswer:
		err = &strangeAnswer{fmt.Sprintf("%s answers %s %s with more than %d MB", w.root.Host, req.Method, req.URL.Path, maxAnswer>>20)}
	}
	done <- reply{resp: resp, data: data, err: err}
}

// await waits for an answer. A server that takes its time is not waited for
// without a word.
func (w *wire) await(done <-chan reply, patience time.Duration) reply {
	tick := w.timeout / 60
	quiet := time.NewTimer(5 * tick)
	defer quiet.Stop()
	select {
	case r := <-done:
		return r
	case <-quiet.C:
	}
	why := "no answer yet from " + w.root.Host
	defer w.report.Wait(0, why)
	again := time.NewTicker(tick)
	defer again.Stop()
	for left := patience - 5*tick; ; left -= tick {
		w.report.Wait(max(left, tick), why)
		select {
		case r := <-done:
			return r
		case <-again.C:
		}
	}
}

// now is the server's time as far as we know.
func (w *wire) now() time.Time { return w.clock.Now().Add(w.ahead) }
