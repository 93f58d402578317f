package githubtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

type issueRequest struct {
	Title     *string
	Body      *string
	State     *string
	Reason    *string `json:"state_reason"`
	Milestone json.RawMessage
	Labels    *[]string
	Assignees *[]string
}

func (s *Server) createIssue(c *call) answer {
	if s.state.NoIssues {
		return failure(http.StatusGone, "Issues are disabled for this repo")
	}
	r := decode[issueRequest](c)
	if deref(r.Title) == "" {
		return invalid("Issue", "title", "missing_field", "")
	}
	is := Issue{Author: c.user.Login, State: "open", Title: *r.Title, Body: deref(r.Body)}
	if a := s.checkIssue(c.user, &is, r); a.status != 0 {
		return a
	}
	s.set(c.user, &is, r)
	is.Number = 1
	for _, o := range s.state.Issues {
		is.Number = max(is.Number, o.Number+1)
	}
	now := s.now()
	is.Created, is.Updated = &now, &now
	s.state.Issues = append(s.state.Issues, is)
	a := answer{status: 201, body: s.renderIssue(s.state.Find(is.Number), true)}
	a.header = map[string]string{"Location": fmt.Sprintf("%s/issues/%d", s.repoURL(), is.Number)}
	return a
}

// checkIssue refuses what GitHub refuses.
func (s *Server) checkIssue(u *User, is *Issue, r issueRequest) answer {
	switch {
	case utf8.RuneCountInString(is.Title) > 256:
		return invalid("Issue", "title", "custom", "title is too long (maximum is 256 characters)")
	case utf8.RuneCountInString(is.Body) > 65536:
		return invalid("Issue", "body", "custom", "body is too long (maximum is 65536 characters)")
	case !u.may("write"):
		return answer{} // the rest is dropped without a look
	}
	if r.Labels != nil {
		for _, n := range *r.Labels {
			if utf8.RuneCountInString(n) > 50 || n == "" {
				return failure(http.StatusUnprocessableEntity, "Validation Failed", map[string]any{"resource": "Label", "field": "name", "code": "invalid", "value": n})
			}
		}
		if len(*r.Labels) > 100 {
			return invalid("Issue", "labels", "custom", "too many")
		}
	}
	if r.Assignees != nil {
		var bad []map[string]any
		for _, a := range *r.Assignees {
			if !s.state.user(a).may("read") {
				bad = append(bad, map[string]any{"value": a, "resource": "Issue", "field": "assignees", "code": "invalid"})
			}
		}
		if len(bad) > 0 {
			return failure(http.StatusUnprocessableEntity, "Validation Failed", bad...)
		}
	}
	if n, given := milestoneNumber(r.Milestone); given && n != 0 && s.state.milestone(n) == nil {
		return failure(http.StatusUnprocessableEntity, "Validation Failed", map[string]any{"value": n, "resource": "Issue", "field": "milestone", "code": "invalid"})
	}
	return answer{}
}

// set gives an issue its labels, people and milestone; without push access it
// drops them and says nothing.
func (s *Server) set(u *User, is *Issue, r issueRequest) {
	if !u.may("write") {
		return
	}
	if r.Labels != nil {
		is.Labels = nil
		for _, n := range *r.Labels {
			l := s.state.label(n)
			if l == nil { // naming an unknown label makes it, grey
				s.state.Labels = append(s.state.Labels, Label{Name: n, Color: "ededed"})
				l = s.state.label(n)
			}
			if !slices.Contains(is.Labels, l.Name) {
				is.Labels = append(is.Labels, l.Name)
			}
		}
	}
	if r.Assignees != nil {
		is.Assignees = nil
		for _, a := range *r.Assignees {
			is.Assignees = append(is.Assignees, s.state.user(a).Login)
		}
		most := 10
		if s.state.Private && s.state.Free {
			most = 1
		}
		if len(is.Assignees) > most {
			is.Assignees = is.Assignees[:most]
		}
	}
	if n, given := milestoneNumber(r.Milestone); given {
		is.Milestone = n
	}
}

func milestoneNumber(raw json.RawMessage) (n int, given bool) {
	if len(raw) == 0 {
		return 0, false
	}
	_ = json.Unmarshal(raw, &n)
	return n, true
}

func (s *Server) editIssue(c *call, is *Issue) answer {
	if !c.user.may("triage") && !strings.EqualFold(is.Author, c.user.Login) {
		return failure(http.StatusForbidden, "Must have admin rights to Repository.")
	}
	r := decode[issueRequest](c)
	changed := *is
	if r.Title != nil {
		if *r.Title == "" {
			return invalid("Issue", "title", "missing_field", "")
		}
		changed.Title = *r.Title
	}
	if r.Body != nil {
		changed.Body = *r.Body
	}
	if a := s.checkIssue(c.user, &changed, r); a.status != 0 {
		return a
	}
	s.set(c.user, &changed, r)
	now := s.now()
	changed.Updated = &now
	if r.State != nil && *r.State != or(is.State, "open") {
		changed.State = *r.State
		if *r.State == "closed" {
			changed.Reason = or(deref(r.Reason), "completed")
			changed.Closed, changed.ClosedBy = &now, c.user.Login
		} else {
			changed.Reason = "reopened"
			changed.Closed, changed.ClosedBy = nil, ""
		}
	} // without a change of state, state_reason is ignored
	changed.Events = happened(is, &changed, c.user.Login, now)
	*is = changed
	return answer{status: 200, body: s.renderIssue(is, true)}
}

// happened are the events of an issue and those that a change of it adds.
func happened(before, after *Issue, by string, now time.Time) []Event {
	events := slices.Clone(before.Events)
	add := func(what, login string) { events = append(events, Event{What: what, By: by, Login: login, At: &now}) }
	if was, is := or(before.State, "open"), or(after.State, "open"); was != is {
		add(map[string]string{"closed": "closed", "open": "reopened"}[is], "")
	}
	for _, l := range before.Assignees {
		if !slices.Contains(after.Assignees, l) {
			add("unassigned", l)
		}
	}
	for _, l := range after.Assignees {
		if !slices.Contains(before.Assignees, l) {
			add("assigned", l)
		}
	}
	return events
}

func (s *Server) createComment(c *call, is *Issue) answer {
	r := decode[issueRequest](c)
	if deref(r.Body) == "" || utf8.RuneCountInString(*r.Body) > 65536 {
		return invalid("IssueComment", "body", "custom", "body is too long (maximum is 65536 characters)")
	}
	is.Comments = append(is.Comments, Comment{Author: c.user.Login, Body: *r.Body})
	return answer{status: 201, body: s.renderComment(is, len(is.Comments)-1), header: map[string]string{"Location": s.repoURL() + "/issues/comments/1"}}
}
