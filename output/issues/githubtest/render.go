package githubtest

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

type object = map[string]any

func (s *Server) repoURL() string { return s.base + s.prefix() + "/repos/" + s.state.Name }

func (s *Server) webURL() string { return "https://github.test/" + s.state.Name }

func (s *Server) renderUser(login string) any {
	if login == "" {
		return nil
	}
	api := s.base + s.prefix() + "/users/" + login
	u := object{
		"login": login, "id": 1000 + len(login), "node_id": "U_" + login, "gravatar_id": "", "type": "User", "site_admin": false,
		"url": api, "html_url": "https://github.test/" + login, "avatar_url": "https://avatars.github.test/" + login,
	}
	for _, f := range []string{"events", "followers", "following", "gists", "organizations", "received_events", "repos", "starred", "subscriptions"} {
		u[f+"_url"] = api + "/" + f
	}
	return u
}

func (s *Server) renderRepository(u *User) object {
	owner, name, _ := strings.Cut(s.state.Name, "/")
	r := object{
		"id": cmp.Or(s.state.ID, 4711), "node_id": "R_4711", "name": name, "full_name": s.state.Name, "private": s.state.Private,
		"owner": s.renderUser(owner), "html_url": s.webURL(), "description": nil, "fork": false, "url": s.repoURL(),
		"archived": s.state.Archived, "disabled": false, "has_issues": !s.state.NoIssues, "has_projects": true, "has_wiki": true,
		"has_pages": false, "has_downloads": true, "has_discussions": false, "homepage": nil, "language": nil, "mirror_url": nil,
		"default_branch": "main", "forks": 0, "forks_count": 0, "open_issues": 0, "open_issues_count": 0, "license": nil,
		"size": 1, "stargazers_count": 0, "watchers": 0, "watchers_count": 0, "network_count": 0, "subscribers_count": 0,
		"created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z", "pushed_at": "2026-01-01T00:00:00Z",
		"permissions": object{
			"pull": u.may("read"), "triage": u.may("triage"), "push": u.may("write"), "maintain": u.may("admin"), "admin": u.may("admin"),
		},
	}
	for _, f := range []string{
		"archive", "assignees", "blobs", "branches", "collaborators", "comments", "commits", "compare", "contents",
		"contributors", "deployments", "downloads", "events", "forks", "git_commits", "git_refs", "git_tags", "hooks", "issue_comment",
		"issue_events", "issues", "keys", "labels", "languages", "merges", "milestones", "notifications", "pulls", "releases",
		"stargazers", "statuses", "subscribers", "subscription", "tags", "teams", "trees", "clone", "git", "ssh", "svn",
	} {
		r[f+"_url"] = s.repoURL() + "/" + f
	}
	return r
}

func (s *Server) renderLabel(l Label) object {
	var description any
	if l.Description != "" {
		description = l.Description
	}
	return object{
		"id": 900_000 + len(l.Name), "node_id": "LA_" + l.Name, "url": s.repoURL() + "/labels/" + strings.ReplaceAll(l.Name, "/", "%2F"),
		"name": l.Name, "color": l.Color, "default": false, "description": description,
	}
}

func (s *Server) renderMilestone(number int) any {
	m := s.state.milestone(number)
	if m == nil {
		return nil
	}
	var description, due any
	if m.Description != "" {
		description = m.Description
	}
	if m.Due != "" {
		due = m.Due
	}
	url := fmt.Sprintf("%s/milestones/%d", s.repoURL(), m.Number)
	return object{
		"id": 70_000 + m.Number, "node_id": "MI_x", "number": m.Number, "title": m.Title, "state": or(m.State, "open"),
		"description": description, "due_on": due, "creator": s.renderUser("octo-admin"), "open_issues": 0, "closed_issues": 0,
		"url": url, "html_url": url, "labels_url": url + "/labels", "closed_at": nil,
		"created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
	}
}

// renderIssue shows an issue; single is true for the answer to a request for
// this one issue, which says more than a list does.
func (s *Server) renderIssue(is *Issue, single bool) object {
	url := fmt.Sprintf("%s/issues/%d", s.repoURL(), is.Number)
	o := object{
		"id": is.id(), "node_id": fmt.Sprintf("I_%d", is.Number), "number": is.Number, "title": is.Title, "body": is.Body,
		"state": or(is.State, "open"), "state_reason": null(is.Reason), "user": s.renderUser(or(is.Author, "octo-admin")),
		"url": url, "repository_url": s.repoURL(), "labels_url": url + "/labels{/name}", "comments_url": url + "/comments", "events_url": url + "/events",
		"html_url": fmt.Sprintf("%s/issues/%d", s.webURL(), is.Number), "locked": false, "comments": len(is.Comments),
		"assignee": nil, "milestone": s.renderMilestone(is.Milestone),
		"created_at": stamp(is.Created), "updated_at": stamp(is.Updated), "closed_at": stamp(is.Closed),
		"author_association": "MEMBER",
	}
	if is.MovedTo != "" {
		o["repository_url"] = s.base + s.prefix() + "/repos/" + is.MovedTo
		o["html_url"] = fmt.Sprintf("https://github.test/%s/issues/%d", is.MovedTo, is.Number)
	}
	if single {
		o["closed_by"] = s.renderUser(is.ClosedBy)
	}
	if is.Created == nil {
		o["created_at"], o["updated_at"] = "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"
	}
	labels, people := []any{}, []any{}
	for _, n := range is.Labels {
		if l := s.state.label(n); l != nil {
			labels = append(labels, s.renderLabel(*l))
		}
	}
	for _, a := range is.Assignees {
		people = append(people, s.renderUser(a))
	}
	o["labels"], o["assignees"] = labels, people
	if len(people) > 0 {
		o["assignee"] = people[0]
	}
	if is.Pull {
		o["pull_request"] = object{"url": url, "html_url": url, "diff_url": url, "patch_url": url}
	}
	if s.state.SubIssues {
		completed := 0
		for _, n := range is.Children {
			if ch := s.state.Find(n); ch != nil && ch.State == "closed" {
				completed++
			}
		}
		percent := 0
		if len(is.Children) > 0 {
			percent = 100 * completed / len(is.Children)
		}
		o["sub_issues_summary"] = object{"total": len(is.Children), "completed": completed, "percent_completed": percent}
		o["parent_issue_url"] = nil
		if is.Parent != 0 {
			o["parent_issue_url"] = fmt.Sprintf("%s/issues/%d", s.repoURL(), is.Parent)
		}
	}
	if s.state.Dependencies {
		o["issue_dependencies_summary"] = s.dependencySummary(is)
	}
	return o
}

func (s *Server) dependencySummary(is *Issue) object {
	open := func(n int) int {
		if o := s.state.Find(n); o != nil && or(o.State, "open") == "open" {
			return 1
		}
		return 0
	}
	blockedBy, blocking, totalBlocking := 0, 0, 0
	for _, n := range is.BlockedBy {
		blockedBy += open(n)
	}
	for i := range s.state.Issues {
		for _, n := range s.state.Issues[i].BlockedBy {
			if n == is.Number {
				totalBlocking++
				blocking += open(s.state.Issues[i].Number)
			}
		}
	}
	return object{"blocked_by": blockedBy, "blocking": blocking, "total_blocked_by": len(is.BlockedBy), "total_blocking": totalBlocking}
}

func (s *Server) renderComment(is *Issue, i int) object {
	c := is.Comments[i]
	at := any("2026-01-01T00:00:00Z")
	if c.Created != nil {
		at = stamp(c.Created)
	}
	url := fmt.Sprintf("%s/issues/comments/%d", s.repoURL(), 1000*is.Number+i)
	return object{
		"id": 1000*is.Number + i, "node_id": "IC_x", "url": url, "html_url": url, "body": c.Body, "user": s.renderUser(or(c.Author, "octo-admin")),
		"issue_url":  fmt.Sprintf("%s/issues/%d", s.repoURL(), is.Number),
		"created_at": at, "updated_at": at, "author_association": "MEMBER",
	}
}

func (s *Server) renderEvent(is *Issue, i int) object {
	e := is.Events[i]
	o := object{
		"id": 1000*is.Number + i, "node_id": "EV_x", "url": fmt.Sprintf("%s/issues/events/%d", s.repoURL(), 1000*is.Number+i),
		"actor": s.renderUser(e.By), "event": e.What, "commit_id": nil, "commit_url": nil, "created_at": stamp(e.At), "performed_via_github_app": nil,
	}
	if e.Login != "" { // then the actor is whom it is about
		o["actor"], o["assignee"], o["assigner"] = s.renderUser(e.Login), s.renderUser(e.Login), s.renderUser(e.By)
	}
	return o
}

func stamp(t *time.Time) any {
	if t == nil {
		return nil
	}
	return t.UTC().Format(time.RFC3339)
}

func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
