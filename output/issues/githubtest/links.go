package githubtest

import (
	"net/http"
	"slices"
	"strconv"
)

type linkRequest struct {
	Child   int64 `json:"sub_issue_id"`
	Blocker int64 `json:"issue_id"`
	After   int64 `json:"after_id"`
	Before  int64 `json:"before_id"`
	Replace bool  `json:"replace_parent"`
}

func (s *Server) related(c *call, numbers []int) answer {
	all := []any{}
	for _, n := range numbers {
		if is := s.state.Find(n); is != nil && !is.Deleted {
			all = append(all, s.renderIssue(is, false))
		}
	}
	return s.page(c, all)
}

func (s *Server) subIssues(c *call, is *Issue, key string) answer {
	switch key {
	case "GET sub_issues":
		return s.related(c, is.Children)
	case "GET parent":
		if p := s.state.Find(is.Parent); p != nil {
			return answer{status: 200, body: s.renderIssue(p, true)}
		}
		return notFound
	}
	if !c.user.may("triage") {
		return failure(http.StatusForbidden, "Must have admin rights to Repository.")
	}
	r := decode[linkRequest](c)
	child := s.byID(r.Child)
	if child == nil {
		return notFound
	}
	switch key {
	case "POST sub_issues":
		return s.adopt(is, child, r.Replace)
	case "DELETE sub_issue":
		if child.Parent != is.Number {
			return notFound
		}
		child.Parent = 0
		is.Children = slices.DeleteFunc(is.Children, func(n int) bool { return n == child.Number })
		return answer{status: 200, body: s.renderIssue(is, true)}
	}
	// PATCH sub_issues/priority
	sibling := s.byID(r.After + r.Before)
	if sibling == nil || child.Parent != is.Number || sibling.Parent != is.Number || r.After != 0 && r.Before != 0 {
		return failure(http.StatusUnprocessableEntity, "Could not prioritize")
	}
	is.Children = slices.DeleteFunc(is.Children, func(n int) bool { return n == child.Number })
	at := slices.Index(is.Children, sibling.Number)
	if r.After != 0 {
		at++
	}
	is.Children = slices.Insert(is.Children, at, child.Number)
	return answer{status: 200, body: s.renderIssue(is, true)}
}

// byID finds an issue by what should be an id. A number that happens to be the
// id of a stranger's issue would be accepted by the real one.
func (s *Server) byID(id int64) *Issue {
	if is := s.state.byID(id); is != nil {
		return is
	}
	if id < 1_000_000 {
		s.problem("%d is a number and not an id: the real GitHub links a stranger's issue", id)
	}
	return nil
}

func (s *Server) adopt(parent, child *Issue, replace bool) answer {
	const taken = "An error occurred while adding the sub-issue to the parent issue. "
	switch {
	case child.Parent == parent.Number:
		return failure(http.StatusUnprocessableEntity, taken+"Issue may not contain duplicate sub-issues and Sub issue may only have one parent")
	case child.Parent != 0 && !replace:
		return failure(http.StatusUnprocessableEntity, taken+"Sub issue may only have one parent")
	case len(parent.Children) >= 100 || child.Number == parent.Number:
		return failure(http.StatusUnprocessableEntity, taken+"Parent cannot have more than 100 sub-issues")
	}
	child.Parent = parent.Number
	parent.Children = append(parent.Children, child.Number)
	if child.Milestone == 0 { // a new sub-issue inherits it
		child.Milestone = parent.Milestone
	}
	return answer{status: 201, body: s.renderIssue(child, true), header: map[string]string{"Location": s.repoURL() + "/issues/1"}}
}

func (s *Server) dependencies(c *call, is *Issue, key string) answer {
	switch key {
	case "GET dependencies/blocked_by":
		return s.related(c, is.BlockedBy)
	case "GET dependencies/blocking":
		var numbers []int
		for _, o := range s.state.Issues {
			if slices.Contains(o.BlockedBy, is.Number) {
				numbers = append(numbers, o.Number)
			}
		}
		return s.related(c, numbers)
	}
	if !c.user.may("triage") {
		return failure(http.StatusForbidden, "Must have admin rights to Repository.")
	}
	blocker := s.byID(decode[linkRequest](c).Blocker)
	switch {
	case blocker == nil:
		return notFound
	case slices.Contains(is.BlockedBy, blocker.Number):
		return failure(http.StatusUnprocessableEntity, "An error occurred while adding the blocking issue to the issue. Validation failed: Target issue has already been taken")
	case blocker.Number == is.Number || len(is.BlockedBy) >= 50:
		return failure(http.StatusUnprocessableEntity, "An error occurred while adding the blocking issue to the issue.")
	}
	is.BlockedBy = append(is.BlockedBy, blocker.Number)
	return answer{status: 201, body: s.renderIssue(blocker, true), header: map[string]string{"Location": s.repoURL() + "/issues/1"}}
}

func (s *Server) unblock(is *Issue, id string) answer {
	n, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return notFound
	}
	blocker := s.byID(n)
	if blocker == nil || !slices.Contains(is.BlockedBy, blocker.Number) {
		return notFound
	}
	is.BlockedBy = slices.DeleteFunc(is.BlockedBy, func(x int) bool { return x == blocker.Number })
	return answer{status: 200, body: s.renderIssue(blocker, true)}
}
