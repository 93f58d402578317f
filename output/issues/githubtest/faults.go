package githubtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// What a Fault does.
const (
	CutBefore = "cut-before" // the connection breaks before anything was done
	CutAfter  = "cut-after"  // it breaks after it was done
	Truncate  = "truncate"   // the answer ends in the middle
	Answer    = "answer"     // nothing is done; Status, Header and Body are the answer
	Lag       = "lag"        // what is made is not in lists for Seconds
	Gateway   = "gateway"    // it is done and the answer is a 502
)

// Fault goes wrong for certain requests.
type Fault struct {
	Method  string            `json:"method,omitempty"` // "" for any
	Path    string            `json:"path,omitempty"`   // regular expression, "" for any
	Skip    int               `json:"skip,omitempty"`   // so many matching requests go well first
	Times   int               `json:"times,omitempty"`  // and so many go wrong; 0 means one, -1 all
	Do      string            `json:"do"`
	Status  int               `json:"status,omitempty"`
	Header  map[string]string `json:"header,omitempty"`
	Body    json.RawMessage   `json:"body,omitempty"`
	Seconds int               `json:"seconds,omitempty"`

	seen int
}

// Fail adds a fault.
func (s *Server) Fail(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &f)
}

// Mend takes all faults away.
func (s *Server) Mend() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

func (s *Server) fault(c *call) *Fault {
	for _, f := range s.faults {
		if f.Method != "" && f.Method != c.Method {
			continue
		}
		if f.Path != "" && !regexp.MustCompile(f.Path).MatchString("/"+c.path) {
			continue
		}
		f.seen++
		times := f.Times
		if times == 0 {
			times = 1
		}
		if f.seen > f.Skip && (times < 0 || f.seen <= f.Skip+times) {
			return f
		}
	}
	return nil
}

// before handles what goes wrong before the request is looked at.
func (f *Fault) before(w http.ResponseWriter, _ *Server) bool {
	switch f.Do {
	case CutBefore:
		panic(http.ErrAbortHandler)
	case Answer:
		for k, v := range f.Header {
			w.Header().Set(k, v)
		}
		w.WriteHeader(f.Status)
		_, _ = w.Write(f.Body)
		return true
	}
	return false
}

// after handles what goes wrong when the request has been carried out.
func (f *Fault) after(s *Server, c *call, a answer) {
	switch f.Do {
	case CutAfter:
		panic(http.ErrAbortHandler)
	case Lag:
		if m, ok := a.body.(map[string]any); ok && c.Method == http.MethodPost {
			if n, ok := m["number"].(int); ok {
				if is := s.state.Find(n); is != nil {
					is.visible = s.now().Add(time.Duration(f.Seconds) * time.Second)
				}
			}
		}
	}
}

// limit is the primary limit: so many requests until a time.
type limit struct {
	on        bool
	remaining int
	window    time.Duration
	reset     time.Time
	status    int
	perMinute int // secondary: content-creating requests
	created   []time.Time
	full      int
}

// LimitTo lets only n requests through in each window, and answers the others
// with a status, 403 or 429.
func (s *Server) LimitTo(n int, window time.Duration, status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limit = limit{on: true, remaining: n, window: window, reset: s.now().Add(window), status: status, perMinute: s.limit.perMinute}
	s.limit.created = nil
	s.limit.full = n
}

// LimitContent refuses more than n content-creating requests a minute.
func (s *Server) LimitContent(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limit.perMinute = n
}

func (l *limit) check(s *Server, c *call, h http.Header) (answer, bool) {
	if s.state.GHES != "" {
		return answer{}, false // limits are off there by default
	}
	now := s.now()
	if l.perMinute > 0 && c.Method == http.MethodPost {
		kept := l.created[:0]
		for _, t := range l.created {
			if now.Sub(t) < time.Minute {
				kept = append(kept, t)
			}
		}
		l.created = kept
		if len(kept) >= l.perMinute {
			h.Set("Retry-After", "20")
			return failure(http.StatusForbidden, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."), true
		}
		l.created = append(l.created, now)
	}
	remaining, reset := 4999, now.Add(time.Hour)
	if l.on {
		if !now.Before(l.reset) {
			l.remaining, l.reset = l.full, now.Add(l.window)
		}
		if l.remaining == 0 {
			l.headers(h, 0, l.reset)
			return failure(l.status, "API rate limit exceeded for user ID 1."), true
		}
		l.remaining--
		remaining, reset = l.remaining, l.reset
	}
	l.headers(h, remaining, reset)
	return answer{}, false
}

func (l *limit) headers(h http.Header, remaining int, reset time.Time) {
	h.Set("X-Ratelimit-Limit", "5000")
	h.Set("X-Ratelimit-Remaining", strconv.Itoa(remaining))
	h.Set("X-Ratelimit-Reset", strconv.FormatInt(reset.Unix(), 10))
	h.Set("X-Ratelimit-Resource", "core")
}

// ParseFault reads a fault from JSON.
func ParseFault(data string) (Fault, error) {
	var f Fault
	d := json.NewDecoder(strings.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return f, fmt.Errorf("fault %s: %w", data, err)
	}
	return f, nil
}

// HideNewest keeps the newest issue out of lists for a while.
func (s *Server) HideNewest(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.state.Issues); n > 0 {
		s.state.Issues[n-1].visible = s.now().Add(d)
	}
}
