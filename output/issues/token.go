package issues

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Environment is what FindToken may look at.
type Environment struct {
	Get func(name string) string
	// GH runs `gh auth token --hostname HOST` and returns what it prints.
	// It may be nil.
	GH func(ctx context.Context, host string) (string, error)
}

// tokenVariables are the variables that hold a token for a kind of server, in
// the order in which GitHub's own command line asks for them. A token for
// github.com is never sent to a server of one's own, unless GITHUB_API_URL
// says that it belongs there.
func tokenVariables(kind ServerKind) []string {
	switch kind {
	case Enterprise:
		return []string{"GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"}
	case Overridden:
		return []string{"GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "GH_TOKEN", "GITHUB_TOKEN"}
	default:
		return []string{"GH_TOKEN", "GITHUB_TOKEN"}
	}
}

// FindToken finds the token for a server. The error is a Problems that says
// where one was looked for.
func FindToken(ctx context.Context, s Server, env Environment) (string, error) {
	names := tokenVariables(s.Kind)
	for _, name := range names {
		if t := strings.TrimSpace(env.Get(name)); t != "" {
			if strings.ContainsFunc(t, func(r rune) bool { return r <= ' ' || r >= 0x7f }) {
				return "", Problems{{
					Message: fmt.Sprintf("%s does not hold a token: there are spaces or signs in it that no token has", name),
					Hint:    "set it to the token alone",
				}}
			}
			return t, nil
		}
	}
	if env.GH != nil {
		if t, err := env.GH(ctx, s.Host); err == nil && strings.TrimSpace(t) != "" {
			return strings.TrimSpace(t), nil
		}
	}
	return "", Problems{{
		Message: fmt.Sprintf("there is no token for %s", s.Host),
		Hint:    fmt.Sprintf("set %s, or sign in with `gh auth login --hostname %s`; the token needs to read and write issues", strings.Join(names, " or "), s.Host),
	}}
}

// tokenLike is everything that could be a credential of GitHub's.
var tokenLike = lazy(`(?i)\b(gh[pousr]_[A-Za-z0-9_.-]{4,}|github_pat_[A-Za-z0-9_]{4,}|v1\.[0-9a-f]{40}|ey[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})|(?:authorization:?\s*(?:bearer|token|basic)|bearer)\s+[A-Za-z0-9+/=_.-]{8,}|://[^/\s@]*:[^/\s@]*@`)

// githubToken is a token that nobody can have meant to publish.
var githubToken = lazy(`gh[pousr]_[A-Za-z0-9]{30}|github_pat_[A-Za-z0-9_]{30}`)

const redacted = "[redacted]"

// redact takes everything out of s that looks like a token.
func redact(s string) string { return tokenLike().ReplaceAllString(s, redacted) }

// secret redacts its own token besides everything that looks like one.
type secret string

func (t secret) redact(s string) string {
	if len(t) >= 8 {
		s = strings.ReplaceAll(s, string(t), redacted)
	}
	return redact(s)
}

// String keeps the token out of anything that prints a value.
func (t secret) String() string { return redacted }

// GoString does the same for %#v.
func (t secret) GoString() string { return redacted }

// cleanError is an error whose text has been cleaned, and so have the Problems
// in it, which are printed one by one.
type cleanError struct {
	text     string
	err      error
	problems Problems
}

func (e *cleanError) Error() string { return e.text }
func (e *cleanError) Unwrap() error { return e.err }

// As hands out the redacted Problems instead of those in err.
func (e *cleanError) As(target any) bool {
	ps, ok := target.(*Problems)
	if ok && e.problems != nil {
		*ps = e.problems
		return true
	}
	return false
}

// clean returns err without tokens in it, and without what could steer the
// terminal it is printed on: a server may say anything.
func (t secret) clean(err error) error {
	if err == nil {
		return nil
	}
	tidy := func(s string) string { return clean(t.redact(s)) }
	text := tidy(err.Error())
	dirty := text != err.Error()
	var found, redacted Problems
	errors.As(err, &found)
	for _, p := range found {
		fit := &Problem{Message: tidy(p.Message), Hint: tidy(p.Hint)}
		redacted = append(redacted, fit)
		dirty = dirty || *fit != *p
	}
	if !dirty {
		return err
	}
	return &cleanError{text, err, redacted}
}
