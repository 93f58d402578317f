package issues_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"runbook/output/issues"
)

func TestFindServer(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ web, api, root, host, problem string }{
		{"", "", "https://api.github.com/", "github.com", ""},
		{"https://github.com", "", "https://api.github.com/", "github.com", ""},
		{"https://github.com/", "", "https://api.github.com/", "github.com", ""},
		{"https://acme.ghe.com", "", "https://api.acme.ghe.com/", "acme.ghe.com", ""},
		{"https://ghes.example:8443", "", "https://ghes.example:8443/api/v3/", "ghes.example:8443", ""},
		{"http://127.0.0.1:80", "", "http://127.0.0.1:80/api/v3/", "127.0.0.1:80", ""},
		{"https://github.com", "https://ghes.example/api/v3", "https://ghes.example/api/v3/", "ghes.example", ""},
		{"https://github.com", "https://api.github.com", "https://api.github.com/", "github.com", ""},
		{"", "http://localhost:1234", "http://localhost:1234/", "localhost:1234", ""},
		{"ghes.example.com", "", "", "", "is not the address of a server"},
		{"https://", "", "", "", "is not the address of a server"},
		{"http://ghes.example", "", "", "", "would send the token unencrypted"},
		{"ftp://ghes.example", "", "", "", `has the scheme "ftp"`},
		{"https://me:secret@ghes.example", "", "", "", "has a user name in it"},
		{"https://ghes.example/?x=1", "", "", "", "has more than a path"},
		{"https://github.com/contoso/x", "", "", "", "has a path"},
	} {
		s, err := issues.FindServer(tc.web, tc.api)
		switch {
		case tc.problem != "":
			if err == nil || !strings.Contains(err.Error(), tc.problem) || strings.Contains(err.Error(), "secret") {
				t.Errorf("%q, %q: %v", tc.web, tc.api, err)
			}
		case err != nil:
			t.Errorf("%q, %q: %v", tc.web, tc.api, err)
		case s.API.String() != tc.root || s.Host != tc.host:
			t.Errorf("%q, %q: %s, %s", tc.web, tc.api, s.API, s.Host)
		}
	}
}

// Tokens are taken in gh's order, and one for github.com never goes to a
// server of one's own.
func TestFindToken(t *testing.T) {
	t.Parallel()
	all := map[string]string{"GH_TOKEN": "a", "GITHUB_TOKEN": "b", "GH_ENTERPRISE_TOKEN": "c", "GITHUB_ENTERPRISE_TOKEN": "d"}
	for _, tc := range []struct {
		web, api string
		env      map[string]string
		gh       string
		want     string
	}{
		{"", "", all, "", "a"},
		{"", "", map[string]string{"GITHUB_TOKEN": "b"}, "", "b"},
		{"https://x.ghe.com", "", all, "", "a"},
		{"https://ghes.example", "", all, "", "c"},
		{"https://ghes.example", "", map[string]string{"GITHUB_ENTERPRISE_TOKEN": "d", "GH_TOKEN": "a"}, "", "d"},
		{"https://ghes.example", "", map[string]string{"GH_TOKEN": "a"}, "", ""},
		{"https://ghes.example", "", map[string]string{"GH_TOKEN": "a"}, "from gh", "from gh"},
		{"", "https://ghes.example/api/v3", map[string]string{"GITHUB_TOKEN": "b"}, "", "b"},
		{"", "https://ghes.example/api/v3", all, "", "c"},
		{"", "https://api.github.com", all, "", "a"},
		{"", "", map[string]string{"GH_TOKEN": "two words"}, "", ""},
		{"", "", nil, "", ""},
	} {
		s, err := issues.FindServer(tc.web, tc.api)
		if err != nil {
			t.Fatal(err)
		}
		asked := ""
		got, err := issues.FindToken(context.Background(), s, issues.Environment{
			Get: func(name string) string { return tc.env[name] },
			GH: func(_ context.Context, host string) (string, error) {
				asked = host
				if tc.gh == "" {
					return "", errors.New("no gh")
				}
				return strings.ReplaceAll(tc.gh, " ", "-") + "\n", nil
			},
		})
		if want := strings.ReplaceAll(tc.want, " ", "-"); got != want || (err == nil) != (want != "") {
			t.Errorf("%+v: got %q, %v", tc, got, err)
		}
		if asked != "" && asked != s.Host {
			t.Errorf("gh was asked for %s", asked)
		}
	}
}

// Without an address in the profile the lists that the tracking issue links are
// those of the server that GITHUB_API_URL leads to; with one, the profile's.
func TestListsAreOfTheServer(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ url, want string }{
		{"", "https://github.test/contoso/cmg-rollout/issues?q="},
		{"https://ghes.example", "https://ghes.example/contoso/cmg-rollout/issues?q="},
	} {
		w := newWorld(t)
		w.rb.Tracking.URL = tc.url
		w.apply()
		links := 0
		for _, is := range w.gh.State().Issues {
			if strings.Contains(is.Body, "key=tracking ") {
				links = strings.Count(is.Body, tc.want)
			}
		}
		if links != 3 {
			t.Errorf("%q: %d links to %s", tc.url, links, tc.want)
		}
	}
}
