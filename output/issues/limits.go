package issues

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// GitHub limits in two ways: so many requests an hour, and a secondary limit
// that it does not describe exactly. Both come as 403 or as 429, and neither
// has carried out the request, so sending it again is safe even for a POST.

const (
	maxWait        = 75 * time.Minute // longer than the hour a limit lasts
	secondaryPause = time.Minute      // at least, where the answer does not say
	secondaryTries = 5
	longest        = 365 * 24 * 60 * 60 // seconds of a wait that are believed
)

// limiter judges the answers to one request.
type limiter struct {
	tries  int
	waited time.Duration
}

// judge tells whether an answer is a limit, and how long to wait.
func (l *limiter) judge(resp *http.Response, now time.Time) (wait time.Duration, why string, limited bool) {
	if resp.StatusCode != http.StatusForbidden && resp.StatusCode != http.StatusTooManyRequests {
		return 0, "", false
	}
	message := strings.ToLower(peekMessage(resp))
	secondary := strings.Contains(message, "secondary rate limit") || strings.Contains(message, "abuse")
	why = "GitHub's limit for this hour is used up"
	if secondary {
		why = "GitHub asks to go slower"
	}
	if after := resp.Header.Get("Retry-After"); after != "" {
		if n, err := strconv.Atoi(after); err == nil && n >= 0 {
			return time.Duration(min(n, longest))*time.Second + time.Second, why, true
		}
		if t, err := http.ParseTime(after); err == nil {
			return max(t.Sub(now), 0) + time.Second, why, true
		}
	}
	if reset, ok := resetTime(resp); ok {
		return max(reset.Sub(now), 0) + time.Second, why, true
	}
	if secondary || resp.StatusCode == http.StatusTooManyRequests {
		wait = secondaryPause << l.tries
		return wait, "GitHub asks to go slower", true
	}
	return 0, "", false
}

// resetTime is when a used up limit is filled again.
func resetTime(resp *http.Response) (time.Time, bool) {
	if resp.Header.Get("X-Ratelimit-Remaining") != "0" {
		return time.Time{}, false
	}
	n, err := strconv.ParseInt(resp.Header.Get("X-Ratelimit-Reset"), 10, 64)
	if err != nil {
		return time.Time{}, false
	}
	return time.Unix(n, 0), true
}

// peekMessage reads an error's message and leaves the body readable.
func peekMessage(resp *http.Response) string {
	data, _ := io.ReadAll(resp.Body)
	resp.Body = io.NopCloser(bytes.NewReader(data))
	var e struct{ Message string }
	if json.Unmarshal(data, &e) != nil {
		return string(data)
	}
	return e.Message
}

// LimitError says when to come back, because waiting would take too long.
type LimitError struct {
	Until time.Time
	Why   string
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s: run the command again after %s", e.Why, e.Until.Format("2006-01-02 15:04 MST"))
}

// waitOut waits for a limit to pass, or gives up if it would take too long. A
// write may find that it must not be made any more.
func (w *wire) waitOut(req *http.Request, d time.Duration, why string, l *limiter) error {
	if l != nil {
		l.tries++
		l.waited += d
		if l.tries > secondaryTries || l.waited > maxWait {
			return &LimitError{w.clock.Now().Add(d), why}
		}
	}
	if d > maxWait {
		return &LimitError{w.clock.Now().Add(d), why}
	}
	if err := countdown(req.Context(), w.clock, w.report, d, why); err != nil {
		return err
	}
	if req.Method == http.MethodGet || w.resume == nil {
		return nil
	}
	return w.resume(req.Context())
}

// date takes the server's time from an answer.
func (w *wire) date(resp *http.Response) {
	if t, err := http.ParseTime(resp.Header.Get("Date")); err == nil {
		w.ahead = t.Sub(w.clock.Now())
	}
}

// usedUp notes that an answer was the last one of the hour, and hides that
// from go-github, which would refuse the next request by itself.
func (w *wire) usedUp(resp *http.Response) {
	if reset, ok := resetTime(resp); ok {
		w.blocked = w.clock.Now().Add(reset.Sub(w.now()) + time.Second)
		resp.Header.Del("X-Ratelimit-Reset")
	}
}
