package githubtest

import (
	"net/http"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // GitHub's day is the one of America's west coast
)

type milestoneRequest struct {
	Title, State, Description *string
	Due                       *string `json:"due_on"`
}

func (s *Server) listMilestones(c *call) answer {
	state := or(c.URL.Query().Get("state"), "open")
	all := []any{}
	for _, m := range s.state.Milestones {
		if state == "all" || or(m.State, "open") == state {
			all = append(all, s.renderMilestone(m.Number))
		}
	}
	return s.page(c, all)
}

func (s *Server) createMilestone(c *call) answer {
	if !c.user.may("write") {
		return notFound
	}
	r := decode[milestoneRequest](c)
	if deref(r.Title) == "" {
		return invalid("Milestone", "title", "missing_field", "")
	}
	if s.titled(*r.Title, 0) {
		return invalid("Milestone", "title", "already_exists", "")
	}
	n := 1
	for _, m := range s.state.Milestones {
		n = max(n, m.Number+1)
	}
	s.state.Milestones = append(s.state.Milestones, Milestone{Number: n, Title: *r.Title, Description: deref(r.Description), Due: floor(deref(r.Due))})
	return answer{status: 201, body: s.renderMilestone(n), header: map[string]string{"Location": s.repoURL() + "/milestones/1"}}
}

// titled tells whether another milestone has a title; closed ones count.
func (s *Server) titled(title string, but int) bool {
	return slices.ContainsFunc(s.state.Milestones, func(m Milestone) bool {
		return m.Number != but && strings.EqualFold(m.Title, title)
	})
}

func (s *Server) editMilestone(c *call, n int) answer {
	m := s.state.milestone(n)
	if m == nil || !c.user.may("write") {
		return notFound
	}
	r := decode[milestoneRequest](c)
	if r.Title != nil {
		if s.titled(*r.Title, n) {
			return failure(http.StatusUnprocessableEntity, "Validation Failed", map[string]any{"resource": "Milestone", "field": "title", "code": "already_exists"})
		}
		m.Title = *r.Title
	}
	if r.Description != nil {
		m.Description = *r.Description
	}
	if r.Due != nil {
		m.Due = floor(*r.Due)
	}
	if r.State != nil {
		m.State = *r.State
	}
	return answer{status: 200, body: s.renderMilestone(n)}
}

var westCoast = func() *time.Location {
	l, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		panic(err)
	}
	return l
}()

// floor keeps only the day of a due date, as the west coast has it.
func floor(due string) string {
	t, err := time.Parse(time.RFC3339, due)
	if err != nil {
		return ""
	}
	t = t.In(westCoast)
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, westCoast).UTC().Format(time.RFC3339)
}
