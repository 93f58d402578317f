package issues

import (
	"fmt"
	"net"
	"net/url"
	"strings"

	"runbook/generator"
)

// Server is where the API is and what its web host is called.
type Server struct {
	API  *url.URL // with a slash at the end
	Host string   // web host, for `gh auth token` and messages
	Kind ServerKind
}

// ServerKind tells GitHub's products apart as far as tokens go.
type ServerKind int

// The kinds of server.
const (
	DotCom     ServerKind = iota // github.com
	DataRegion                   // a subdomain of ghe.com
	Enterprise                   // GitHub Enterprise Server
	Overridden                   // GITHUB_API_URL names it and it is neither of the first two
)

// FindServer works out the API's root from the profile's tracking.github.url
// and from GITHUB_API_URL, which wins. The error is a Problems.
func FindServer(web, apiURL string) (Server, error) {
	if apiURL != "" {
		u, err := rootURL("GITHUB_API_URL", apiURL)
		if err != nil {
			return Server{}, err
		}
		s := Server{API: u, Host: strings.TrimPrefix(u.Host, "api."), Kind: Overridden}
		switch host := strings.ToLower(u.Hostname()); {
		case host == "api.github.com":
			s.Kind = DotCom
		case strings.HasSuffix(host, ".ghe.com"):
			s.Kind = DataRegion
		}
		return s, nil
	}
	if web == "" {
		web = "https://github.com"
	}
	u, err := rootURL("tracking.github.url", web)
	if err != nil {
		return Server{}, err
	}
	host := strings.ToLower(u.Host)
	if u.Path != "/" {
		return Server{}, Problems{{
			Message: fmt.Sprintf("tracking.github.url %q has a path", web),
			Hint:    "write the server's address only, for example https://github.com; the repository has its own key",
		}}
	}
	api := func(s string) *url.URL { u, _ := url.Parse(s); return u }
	switch {
	case host == "github.com" || host == "www.github.com" || host == "api.github.com":
		return Server{API: api("https://api.github.com/"), Host: "github.com", Kind: DotCom}, nil
	case strings.HasSuffix(host, ".ghe.com"):
		sub := strings.TrimPrefix(host, "api.")
		return Server{API: api("https://api." + sub + "/"), Host: sub, Kind: DataRegion}, nil
	default:
		return Server{API: api(u.Scheme + "://" + u.Host + "/api/v3/"), Host: host, Kind: Enterprise}, nil
	}
}

// rootURL checks an address to which a token will be sent.
func rootURL(what, s string) (*url.URL, error) {
	problem := func(why, hint string) error {
		return Problems{{Message: fmt.Sprintf("%s %q %s", what, redact(s), why), Hint: hint}}
	}
	u, err := url.Parse(strings.TrimSpace(s))
	switch {
	case err != nil || u.Host == "" || u.Hostname() == "":
		return nil, problem("is not the address of a server", "write it with its scheme, for example https://github.example.com")
	case u.User != nil:
		return nil, problem("has a user name in it", "tokens come from the environment only")
	case u.RawQuery != "" || u.Fragment != "" || u.ForceQuery:
		return nil, problem("has more than a path", "leave out everything from ? or # on")
	case u.Scheme == "http" && !loopback(u.Hostname()):
		return nil, problem("would send the token unencrypted", "use https")
	case u.Scheme != "https" && u.Scheme != "http":
		return nil, problem("has the scheme "+fmt.Sprintf("%q", u.Scheme), "use https")
	}
	if !strings.HasSuffix(u.Path, "/") {
		u.Path += "/"
	}
	return u, nil
}

// loopback tells whether a host is this computer.
func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// Loopback tells whether the server is this computer, where a pause between
// writes may be left out.
func (s Server) Loopback() bool { return s.API != nil && loopback(s.API.Hostname()) }

// webHost is the host of a profile's tracking.github.url, "" for github.com.
func webHost(web string) string {
	u, err := url.Parse(web)
	if err != nil || u.Host == "github.com" {
		return ""
	}
	return strings.ToLower(u.Host)
}

// webAddress is the repository's address for people, as the profile has it.
func webAddress(t generator.Tracking) string {
	web := strings.TrimSuffix(t.URL, "/")
	if web == "" {
		web = "https://github.com"
	}
	if address := web + "/" + t.Repository; t.Repository != "" && safeURL(address) {
		return address
	}
	return ""
}
