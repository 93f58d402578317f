package githubtest

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// page cuts a list and says where it goes on: by page, or by cursor, as big
// repositories do.
func (s *Server) page(c *call, all []any) answer {
	q := c.URL.Query()
	size := min(max(number(or(q.Get("per_page"), "30")), 1), 100)
	if s.state.PageSize > 0 {
		size = min(size, s.state.PageSize)
	}
	from := 0
	if s.state.Cursors {
		if after := q.Get("after"); after != "" {
			from = number(strings.TrimPrefix(after, "cursor-"))
		} else if p := q.Get("page"); p != "" && p != "1" {
			return failure(http.StatusUnprocessableEntity, "Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)")
		}
	} else if p := q.Get("page"); p != "" {
		from = (number(p) - 1) * size
	}
	to := min(from+size, len(all))
	part := []any{}
	if from < len(all) {
		part = all[from:to]
	}
	a := answer{status: 200, body: part}
	if to < len(all) {
		next := url.Values{}
		maps.Copy(next, q)
		next.Set("page", fmt.Sprint(from/size+2))
		if s.state.Cursors {
			next.Set("after", fmt.Sprintf("cursor-%d", to))
		}
		// Links name the repository by its id.
		path := strings.Replace(c.URL.EscapedPath(), "/repos/"+s.state.Name, "/repositories/4711", 1)
		a.header = map[string]string{"Link": fmt.Sprintf(`<%s%s?%s>; rel="next", <%s%s?page=1>; rel="first"`, s.base, path, next.Encode(), s.base, path)}
	}
	return a
}

func (s *Server) listLabels(c *call) answer {
	all := []any{}
	for _, l := range s.state.Labels {
		all = append(all, s.renderLabel(l))
	}
	return s.page(c, all)
}

type labelRequest struct {
	Name, Color, Description *string
	NewName                  *string `json:"new_name"`
}

func (s *Server) createLabel(c *call) answer {
	if !c.user.may("write") {
		return failure(http.StatusForbidden, "Resource not accessible by personal access token")
	}
	r := decode[labelRequest](c)
	l := Label{Name: deref(r.Name), Color: or(deref(r.Color), "ededed"), Description: deref(r.Description)}
	if a := s.checkLabel(l); a.status != 0 {
		return a
	}
	if s.state.label(l.Name) != nil {
		return invalid("Label", "name", "already_exists", "")
	}
	s.state.Labels = append(s.state.Labels, l)
	return answer{status: 201, body: s.renderLabel(l), header: map[string]string{"Location": s.repoURL() + "/labels/x"}}
}

func (s *Server) checkLabel(l Label) answer {
	switch {
	case l.Name == "":
		return invalid("Label", "name", "missing_field", "")
	case utf8.RuneCountInString(l.Name) > 50:
		return invalid("Label", "name", "custom", "name is too long (maximum is 50 characters)")
	case len(l.Color) != 6 || strings.Trim(l.Color, "0123456789abcdefABCDEF") != "":
		return invalid("Label", "color", "invalid", "")
	case utf8.RuneCountInString(l.Description) > 100 || strings.ContainsFunc(l.Description, func(r rune) bool { return r > 0xffff }):
		return invalid("Label", "description", "invalid", "")
	}
	return answer{}
}

func (s *Server) oneLabel(c *call, name string) answer {
	l := s.state.label(name)
	if l == nil {
		return notFound
	}
	if c.Method == http.MethodGet {
		return answer{status: 200, body: s.renderLabel(*l)}
	}
	if !c.user.may("write") {
		return failure(http.StatusForbidden, "Resource not accessible by personal access token")
	}
	if c.Method == http.MethodDelete {
		for i := range s.state.Issues {
			is := &s.state.Issues[i]
			is.Labels = slices.DeleteFunc(is.Labels, func(n string) bool { return strings.EqualFold(n, name) })
		}
		s.state.Labels = slices.DeleteFunc(s.state.Labels, func(x Label) bool { return strings.EqualFold(x.Name, name) })
		return answer{status: 204}
	}
	r := decode[labelRequest](c)
	changed := *l
	if r.Color != nil {
		changed.Color = *r.Color
	}
	if r.Description != nil {
		changed.Description = *r.Description
	}
	if a := s.checkLabel(changed); a.status != 0 {
		return a
	}
	*l = changed
	return answer{status: 200, body: s.renderLabel(*l)}
}

func (s *Server) listAssignees(c *call) answer {
	all := []any{}
	for _, u := range s.state.Users {
		if u.may("read") {
			all = append(all, s.renderUser(u.Login))
		}
	}
	return s.page(c, all)
}

func (s *Server) listIssues(c *call) answer {
	q := c.URL.Query()
	var kept []*Issue
	for i := range s.state.Issues {
		is := &s.state.Issues[i]
		if !is.Deleted && is.MovedTo == "" && !s.now().Before(is.visible) && s.matches(is, q) {
			kept = append(kept, is)
		}
	}
	slices.SortStableFunc(kept, func(a, b *Issue) int {
		if q.Get("direction") == "asc" {
			return cmp.Compare(a.Number, b.Number)
		}
		return cmp.Compare(b.Number, a.Number)
	})
	all := []any{}
	for _, is := range kept {
		all = append(all, s.renderIssue(is, false))
	}
	return s.page(c, all)
}

// listComments lists those of all issues, in the order in which they were made
// as far as that is known.
func (s *Server) listComments(c *call) answer {
	all := []any{}
	for i := range s.state.Issues {
		is := &s.state.Issues[i]
		for j := range is.Comments {
			if !is.Deleted && is.MovedTo == "" {
				all = append(all, s.renderComment(is, j))
			}
		}
	}
	if c.URL.Query().Get("direction") == "desc" {
		slices.Reverse(all)
	}
	return s.page(c, all)
}

func (s *Server) matches(is *Issue, q url.Values) bool {
	if state := or(q.Get("state"), "open"); state != "all" && or(is.State, "open") != state {
		return false
	}
	if m := q.Get("milestone"); m != "" && m != fmt.Sprint(is.Milestone) {
		return false
	}
	for want := range strings.SplitSeq(q.Get("labels"), ",") {
		has := slices.ContainsFunc(is.Labels, func(n string) bool { return strings.EqualFold(n, want) })
		if want != "" && !has {
			return false
		}
	}
	return true
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
