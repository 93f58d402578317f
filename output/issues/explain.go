package issues

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/google/go-github/v58/github"
)

// explain turns what GitHub says about the repository into a sentence that a
// person can act on. Other errors come back as they are.
func explain(err error, repository, host string) error {
	var e *github.ErrorResponse
	if !errors.As(err, &e) || e.Response == nil {
		return err
	}
	header := e.Response.Header
	switch e.Response.StatusCode {
	case http.StatusUnauthorized:
		return Problems{{
			Message: host + " does not take the token: it is wrong, expired or revoked",
			Hint:    "make a new one, or sign in again with `gh auth login --hostname " + host + "`",
		}}
	case http.StatusForbidden:
		if sso := header.Get("X-GitHub-SSO"); strings.Contains(sso, "url=") {
			_, url, _ := strings.Cut(sso, "url=")
			return Problems{{
				Message: "the token is not authorized for the organization of " + repository,
				Hint:    "authorize it at " + url,
			}}
		}
		hint := "the token needs to read and write issues"
		if need := header.Get("X-Accepted-Github-Permissions"); need != "" {
			hint = "the token needs the permissions " + need
		}
		return Problems{{Message: fmt.Sprintf("the token may not do this in %s: %s", repository, message(e)), Hint: hint}}
	case http.StatusNotFound:
		return Problems{{
			Message: fmt.Sprintf("there is no repository %s on %s, or the token cannot see it", repository, host),
			Hint:    "check tracking.github.repository; if the name is right, give the token access to it",
		}}
	}
	return err
}

// message is what GitHub says was wrong, with the fields it names. Some errors
// cannot be decoded by go-github; then the answer's text is taken.
func message(e *github.ErrorResponse) string {
	if e.Message == "" && strings.HasPrefix(e.Response.Header.Get("Content-Type"), "text/html") {
		return http.StatusText(e.Response.StatusCode) + ", and a web page"
	}
	if e.Message == "" {
		data, _ := io.ReadAll(io.LimitReader(e.Response.Body, 2000))
		return strings.TrimSpace(e.Response.Status + " " + line(string(data)))
	}
	parts := []string{e.Message}
	for _, f := range e.Errors {
		s := strings.TrimSpace(strings.Join([]string{f.Resource, f.Field, f.Code}, " "))
		if f.Message != "" {
			s = strings.TrimSpace(s + ": " + f.Message)
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	return line(strings.Join(parts, "; "))
}

// answered is a refused request on one line.
func answered(e *github.ErrorResponse) string {
	if req := e.Response.Request; req != nil {
		return fmt.Sprintf("%s %s with %d: %s", req.Method, req.URL.Path, e.Response.StatusCode, message(e))
	}
	return fmt.Sprintf("%d: %s", e.Response.StatusCode, message(e))
}

// brief is an error of a change on one line, without the address.
func brief(err error) string {
	var e *github.ErrorResponse
	if errors.As(err, &e) && e.Response != nil {
		return fmt.Sprintf("GitHub answers %d: %s", e.Response.StatusCode, message(e))
	}
	if none, ok := errors.AsType[*unanswered](err); ok {
		return line(none.Error())
	}
	if sent, ok := err.(*url.Error); ok { //nolint:errorlint // a wrapped one has its own words
		err = sent.Err
	}
	return line(err.Error())
}
