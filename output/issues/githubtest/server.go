package githubtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// Server is the fake. It serves one repository.
type Server struct {
	mu       sync.Mutex
	state    State
	now      func() time.Time
	checker  *checker
	faults   []*Fault
	limit    limit
	log      []Request
	problems []string
	base     string // address of the root, for the addresses in answers
}

// Request is one request that arrived.
type Request struct {
	Method, Path, Query, User string
	Status                    int
}

func (r Request) String() string {
	s := r.Method + " " + r.Path
	if r.Query != "" {
		s += "?" + r.Query
	}
	return s
}

// New returns a server with a state. now is its clock.
func New(state State, now func() time.Time) *Server {
	return &Server{state: state.Clone(), now: now, checker: description(), base: "https://api.github.test"}
}

// At tells the server the address at which it can be reached and returns the
// address of the API's root, with a slash at the end.
func (s *Server) At(url string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.base = url
	return s.Root()
}

func (s *Server) prefix() string {
	if s.state.GHES != "" {
		return "/api/v3"
	}
	return ""
}

// Root is the address of the API for Transport.
func (s *Server) Root() string { return s.base + s.prefix() + "/" }

// Transport answers requests without a network.
func (s *Server) Transport() http.RoundTripper {
	return roundTripper(func(req *http.Request) (resp *http.Response, err error) {
		if err := req.Context().Err(); err != nil {
			return nil, err
		}
		defer func() {
			if p := recover(); p != nil {
				if p != http.ErrAbortHandler { //nolint:errorlint // panics with the value itself
					panic(p)
				}
				resp, err = nil, errors.New("EOF: the connection was cut")
			}
		}()
		in := req.Clone(req.Context())
		in.RequestURI = req.URL.RequestURI()
		in.Host = req.URL.Host
		if in.Body == nil {
			in.Body = http.NoBody
		}
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, in)
		out := rec.Result()
		out.Request = req
		if n := rec.Header().Get(truncated); n != "" {
			out.Body = io.NopCloser(io.MultiReader(out.Body, cutReader{}))
		}
		return out, nil
	})
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

type cutReader struct{}

func (cutReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// State returns a copy of what the server holds.
func (s *Server) State() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.Clone()
}

// Edit lets a test do what a person could do in the browser.
func (s *Server) Edit(change func(*State)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(&s.state)
}

// Requests returns what has arrived since the last Forget.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.log...)
}

// Writes counts the requests that could change something.
func (s *Server) Writes() int {
	n := 0
	for _, r := range s.Requests() {
		if r.Method != http.MethodGet {
			n++
		}
	}
	return n
}

// Forget empties the list of requests.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log = nil
}

// Problems are the requests that the real server would not know or that are
// not as its description has them.
func (s *Server) Problems() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.problems...)
}

// Trust leaves out the comparison of each exchange with GitHub's description,
// which takes longer than a benchmark's own work.
func (s *Server) Trust() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.checker = nil
}

// Check fails the test if there are Problems.
func (s *Server) Check(tb testing.TB) {
	tb.Helper()
	for _, p := range s.Problems() {
		tb.Error("fake GitHub: " + p)
	}
}

func (s *Server) problem(format string, args ...any) {
	s.problems = append(s.problems, fmt.Sprintf(format, args...))
}

// answer is what a handler returns.
type answer struct {
	status int
	body   any // nil for none
	header map[string]string
}

// call is one request on its way through.
type call struct {
	*http.Request
	path string // below the API's root, without the slash at its beginning
	body []byte
	user *User
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &call{Request: r, body: body, path: strings.TrimPrefix(r.URL.EscapedPath(), s.prefix()+"/")}
	login := ""
	if c.user = s.signIn(r); c.user != nil {
		login = c.user.Login
	}
	entry := Request{Method: r.Method, Path: "/" + c.path, Query: r.URL.RawQuery, User: login}
	s.log = append(s.log, entry)
	at := len(s.log) - 1
	header := w.Header()
	header.Set("Date", s.now().UTC().Format(http.TimeFormat))
	if s.state.GHES != "" {
		header.Set("X-Github-Enterprise-Version", s.state.GHES)
	}
	fault := s.fault(c)
	if fault != nil && fault.before(w, s) {
		s.log[at].Status = fault.Status
		return
	}
	a, limited := s.limit.check(s, c, header)
	if !limited {
		if s.state.GHES != "" && !strings.HasPrefix(r.URL.Path, s.prefix()+"/") {
			s.problem("%s is not below %s", r.URL.Path, s.prefix())
		}
		a = s.route(c)
		if s.checker != nil {
			s.checkExchange(c, a)
		}
	}
	s.log[at].Status = a.status
	if fault != nil {
		fault.after(s, c, a)
		if fault.Do == Gateway {
			a = answer{status: http.StatusBadGateway, body: map[string]any{"message": "Server Error"}}
		}
	}
	s.write(w, a, fault)
}

func (s *Server) signIn(r *http.Request) *User {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if scheme != "Bearer" && scheme != "token" { // GitHub takes both
		return nil
	}
	for i, u := range s.state.Users {
		if u.Token != "" && u.Token == token {
			return &s.state.Users[i]
		}
	}
	return nil
}

const truncated = "X-Test-Truncated"

func (s *Server) write(w http.ResponseWriter, a answer, fault *Fault) {
	for k, v := range a.header {
		w.Header().Set(k, v)
	}
	var data []byte
	if a.body != nil {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		if err := e.Encode(a.body); err != nil {
			panic(err)
		}
		data = b.Bytes()
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
	}
	if fault != nil && fault.Do == Truncate {
		w.Header().Set(truncated, "1")
		w.Header().Set("Content-Length", fmt.Sprint(len(data)))
		w.WriteHeader(a.status)
		_, _ = w.Write(data[:len(data)/2])
		if _, memory := w.(*httptest.ResponseRecorder); memory {
			return
		}
		panic(http.ErrAbortHandler)
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(data)
}

// failure is an error's answer.
func failure(status int, message string, errs ...map[string]any) answer {
	body := map[string]any{"message": message, "documentation_url": "https://docs.github.com/rest", "status": fmt.Sprint(status)}
	if len(errs) > 0 {
		body["errors"] = errs
	}
	return answer{status: status, body: body}
}

func invalid(resource, field, code, message string) answer {
	e := map[string]any{"resource": resource, "field": field, "code": code}
	if message != "" {
		e["message"] = message
	}
	return failure(http.StatusUnprocessableEntity, "Validation Failed", e)
}

var notFound = failure(http.StatusNotFound, "Not Found")

func decode[T any](c *call) T {
	var v T
	_ = json.Unmarshal(c.body, &v)
	return v
}
