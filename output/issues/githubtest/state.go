package githubtest

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// State is everything the server knows about its one repository. It reads and
// writes as JSON, so a script can bring one along and look at the outcome.
type State struct {
	Name         string      `json:"name"` // owner/name
	OldNames     []string    `json:"old_names,omitempty"`
	ID           int64       `json:"id,omitempty"` // 0 is 4711
	Private      bool        `json:"private,omitempty"`
	Free         bool        `json:"free,omitempty"` // a private repository takes one assignee
	Archived     bool        `json:"archived,omitempty"`
	NoIssues     bool        `json:"no_issues,omitempty"`
	GHES         string      `json:"ghes,omitempty"` // version of a server of one's own
	SubIssues    bool        `json:"sub_issues"`
	Dependencies bool        `json:"dependencies"`
	Cursors      bool        `json:"cursors,omitempty"`   // lists go on by cursor only
	PageSize     int         `json:"page_size,omitempty"` // pages are never longer
	Users        []User      `json:"users"`
	Labels       []Label     `json:"labels"`
	Milestones   []Milestone `json:"milestones"`
	Issues       []Issue     `json:"issues"`
}

// User can sign in with Token and may do what Permission allows: admin, write,
// triage, read or none.
type User struct {
	Login      string `json:"login"`
	Permission string `json:"permission"`
	Token      string `json:"token,omitempty"`
}

// Label is a label of the repository.
type Label struct {
	Name        string `json:"name"`
	Color       string `json:"color"`
	Description string `json:"description,omitempty"`
}

// Milestone is a milestone of the repository.
type Milestone struct {
	Number      int    `json:"number"`
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`
	State       string `json:"state,omitempty"`
	Due         string `json:"due_on,omitempty"` // RFC 3339, as GitHub rounds it
}

// Issue is an issue, or a pull request.
type Issue struct {
	Number    int        `json:"number"`
	Title     string     `json:"title"`
	Body      string     `json:"body"`
	State     string     `json:"state,omitempty"`
	Reason    string     `json:"state_reason,omitempty"`
	Author    string     `json:"author,omitempty"`
	Labels    []string   `json:"labels,omitempty"`
	Assignees []string   `json:"assignees,omitempty"`
	Milestone int        `json:"milestone,omitempty"`
	Comments  []Comment  `json:"comments,omitempty"`
	Events    []Event    `json:"events,omitempty"`
	Parent    int        `json:"parent,omitempty"`
	Children  []int      `json:"children,omitempty"`
	BlockedBy []int      `json:"blocked_by,omitempty"`
	Pull      bool       `json:"pull,omitempty"`
	Deleted   bool       `json:"deleted,omitempty"`
	MovedTo   string     `json:"moved_to,omitempty"` // owner/name of the other repository
	ClosedBy  string     `json:"closed_by,omitempty"`
	Created   *time.Time `json:"created_at,omitempty"`
	Updated   *time.Time `json:"updated_at,omitempty"`
	Closed    *time.Time `json:"closed_at,omitempty"`

	visible time.Time // lists do not have it before
}

// Comment is a comment on an issue.
type Comment struct {
	Author  string     `json:"author,omitempty"`
	Body    string     `json:"body"`
	Created *time.Time `json:"created_at,omitempty"`
}

// Event is something that happened to an issue: closed, reopened, assigned or
// unassigned. The server notes what comes through its API.
type Event struct {
	What  string     `json:"event"`
	By    string     `json:"by"`
	Login string     `json:"login,omitempty"` // whom it is about
	At    *time.Time `json:"at"`
}

// NewState is a repository with issues on, in which owner may write, and
// nothing in it. It knows sub-issues and dependencies.
func NewState(name, token string, people ...string) State {
	s := State{
		Name: name, Private: true, SubIssues: true, Dependencies: true,
		Users: []User{{Login: "octo-admin", Permission: "admin", Token: token}},
	}
	for _, p := range people {
		s.Users = append(s.Users, User{Login: p, Permission: "write"})
	}
	return s
}

// Clone returns a deep copy.
func (s State) Clone() State {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	var c State
	if err := json.Unmarshal(data, &c); err != nil {
		panic(err)
	}
	for i := range c.Issues {
		c.Issues[i].visible = s.Issues[i].visible
	}
	return c
}

// Timeless returns a copy without what depends on when things happened.
func (s State) Timeless() State {
	c := s.Clone()
	for i := range c.Issues {
		c.Issues[i].Created, c.Issues[i].Updated, c.Issues[i].Closed = nil, nil, nil
		c.Issues[i].Events = nil
		c.Issues[i].visible = time.Time{}
		slices.Sort(c.Issues[i].Assignees)
	}
	slices.SortFunc(c.Labels, func(a, b Label) int { return strings.Compare(a.Name, b.Name) })
	return c
}

// Find returns the issue with a number, nil for none.
func (s *State) Find(number int) *Issue {
	for i := range s.Issues {
		if s.Issues[i].Number == number {
			return &s.Issues[i]
		}
	}
	return nil
}

// WithText returns the first issue whose body has a text in it, nil for none.
func (s *State) WithText(text string) *Issue {
	for i := range s.Issues {
		if strings.Contains(s.Issues[i].Body, text) {
			return &s.Issues[i]
		}
	}
	return nil
}

func (s *State) user(login string) *User {
	for i := range s.Users {
		if strings.EqualFold(s.Users[i].Login, login) {
			return &s.Users[i]
		}
	}
	return nil
}

func (s *State) label(name string) *Label {
	for i := range s.Labels {
		if strings.EqualFold(s.Labels[i].Name, name) {
			return &s.Labels[i]
		}
	}
	return nil
}

func (s *State) milestone(number int) *Milestone {
	for i := range s.Milestones {
		if s.Milestones[i].Number == number {
			return &s.Milestones[i]
		}
	}
	return nil
}

func (u *User) may(what string) bool {
	ranks := []string{"none", "read", "triage", "write", "admin"}
	return u != nil && slices.Index(ranks, u.Permission) >= slices.Index(ranks, what)
}

// The ids are far from the numbers, so that mixing them up shows.
func (is *Issue) id() int64 { return 3_000_000_017 + int64(is.Number)*7919 }

func (s *State) byID(id int64) *Issue {
	for i := range s.Issues {
		if s.Issues[i].id() == id {
			return &s.Issues[i]
		}
	}
	return nil
}

// ParseState reads a State from JSON.
func ParseState(data []byte) (State, error) {
	var s State
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(&s)
	return s, err
}
