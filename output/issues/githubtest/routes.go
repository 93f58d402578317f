package githubtest

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// canonical is a path with the repository's present name in it.
func (s *Server) canonical(path string) string {
	if rest, ok := strings.CutPrefix(path, "repositories/4711"); ok {
		return "repos/" + s.state.Name + rest
	}
	return path
}

// route finds the handler.
func (s *Server) route(c *call) answer {
	if c.user == nil {
		if c.Header.Get("Authorization") == "" {
			return failure(http.StatusUnauthorized, "Requires authentication")
		}
		return failure(http.StatusUnauthorized, "Bad credentials")
	}
	if c.Header.Get("If-Match") != "" {
		return failure(http.StatusBadRequest, "Conditional request headers are not allowed in unsafe requests")
	}
	path := s.canonical(c.path)
	parts := strings.Split(path, "/")
	if len(parts) < 3 || parts[0] != "repos" {
		return notFound
	}
	name := parts[1] + "/" + parts[2]
	for _, old := range s.state.OldNames {
		if strings.EqualFold(name, old) {
			return s.renamed(c, parts)
		}
	}
	if !strings.EqualFold(name, s.state.Name) || !c.user.may("read") {
		return notFound
	}
	rest := parts[3:]
	for i, p := range rest {
		u, err := url.PathUnescape(p)
		if err != nil {
			return notFound
		}
		rest[i] = u
	}
	if s.state.Archived && c.Method != http.MethodGet {
		return failure(http.StatusForbidden, "Repository was archived so is read-only.")
	}
	return s.inRepository(c, rest)
}

// renamed redirects: reads with 301, writes with 307, both by the
// repository's id.
func (s *Server) renamed(c *call, parts []string) answer {
	to := s.base + s.prefix() + "/repositories/4711"
	if len(parts) > 3 {
		to += "/" + strings.Join(parts[3:], "/")
	}
	if c.URL.RawQuery != "" {
		to += "?" + c.URL.RawQuery
	}
	a := failure(http.StatusMovedPermanently, "Moved Permanently")
	if c.Method != http.MethodGet {
		a = failure(http.StatusTemporaryRedirect, "Temporary Redirect")
	}
	a.header = map[string]string{"Location": to}
	return a
}

func (s *Server) inRepository(c *call, parts []string) answer {
	head := ""
	if len(parts) > 0 {
		head = parts[0]
	}
	key := fmt.Sprintf("%s %s/%d", c.Method, head, len(parts))
	switch key {
	case "GET /0":
		return answer{status: 200, body: s.renderRepository(c.user)}
	case "GET labels/1":
		return s.listLabels(c)
	case "POST labels/1":
		return s.createLabel(c)
	case "GET labels/2", "PATCH labels/2", "DELETE labels/2":
		return s.oneLabel(c, parts[1])
	case "GET milestones/1":
		return s.listMilestones(c)
	case "POST milestones/1":
		return s.createMilestone(c)
	case "PATCH milestones/2":
		return s.editMilestone(c, number(parts[1]))
	case "GET assignees/1":
		return s.listAssignees(c)
	case "GET assignees/2":
		if u := s.state.user(parts[1]); u.may("read") {
			return answer{status: 204}
		}
		return notFound
	case "GET issues/1":
		return s.listIssues(c)
	case "POST issues/1":
		return s.createIssue(c)
	}
	if key == "GET issues/2" && parts[1] == "comments" {
		return s.listComments(c)
	}
	if head == "issues" && len(parts) >= 2 {
		return s.inIssue(c, number(parts[1]), parts[2:])
	}
	return notFound
}

func (s *Server) inIssue(c *call, n int, parts []string) answer {
	is := s.state.Find(n)
	switch {
	case is == nil:
		return notFound
	case is.Deleted:
		return failure(http.StatusGone, "This issue was deleted")
	case is.MovedTo != "":
		return s.moved(c, is)
	}
	switch key := c.Method + " " + strings.Join(parts, "/"); key {
	case "GET ":
		return answer{status: 200, body: s.renderIssue(is, true)}
	case "PATCH ":
		return s.editIssue(c, is)
	case "GET comments":
		var all []any
		for i := range is.Comments {
			all = append(all, s.renderComment(is, i))
		}
		return s.page(c, all)
	case "GET events":
		var all []any
		for i := range is.Events {
			all = append(all, s.renderEvent(is, i))
		}
		return s.page(c, all)
	case "POST comments":
		return s.createComment(c, is)
	case "GET sub_issues", "POST sub_issues", "DELETE sub_issue", "PATCH sub_issues/priority", "GET parent":
		if s.state.SubIssues {
			return s.subIssues(c, is, key)
		}
	case "GET dependencies/blocked_by", "POST dependencies/blocked_by", "GET dependencies/blocking":
		if s.state.Dependencies {
			return s.dependencies(c, is, key)
		}
	}
	if s.state.Dependencies && c.Method == http.MethodDelete && len(parts) == 3 && parts[0] == "dependencies" && parts[1] == "blocked_by" {
		return s.unblock(is, parts[2])
	}
	return notFound
}

// moved answers for an issue that went to another repository. Reads are
// redirected there.
func (s *Server) moved(c *call, is *Issue) answer {
	if c.URL.Query().Get("moved") != "" || c.Method != http.MethodGet {
		return notFound
	}
	o := s.renderIssue(is, true)
	// The redirect itself is followed by every client; its end is what counts.
	return answer{status: 200, body: o}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
