package issues

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/google/go-github/v58/github"
)

// api holds the calls that the sync makes, in this package's own types. It is
// as thin as can be: what an answer means is decided elsewhere.
type api struct {
	gh    *github.Client
	wire  *wire
	owner string
	repo  string
}

func newAPI(w *wire, owner, repo string) *api {
	gh := github.NewClient(w.client())
	gh.BaseURL = w.root
	gh.UserAgent = "runbook"
	return &api{gh: gh, wire: w, owner: owner, repo: repo}
}

// path is an address below the repository, without a leading slash, which
// would lose the API's own path.
func (a *api) path(format string, args ...any) string {
	return fmt.Sprintf("repos/%s/%s", a.owner, a.repo) + fmt.Sprintf(format, args...)
}

// call makes a request that go-github has no method for.
func (a *api) call(ctx context.Context, method, path string, body, answer any) error {
	req, err := a.gh.NewRequest(method, path, body)
	if err != nil {
		return err
	}
	resp, err := a.gh.Do(ctx, req, answer)
	return a.unreadable(resp, err)
}

// strangeAnswer is the error of an answer that is not GitHub's.
type strangeAnswer struct{ text string }

func (e *strangeAnswer) Error() string { return e.text }

// unreadable turns the error of an accepted request whose answer is not what
// GitHub sends: of a write into a lost answer, of a read into a sentence.
func (a *api) unreadable(resp *github.Response, err error) error {
	if err == nil || isLost(err) || resp == nil || resp.Response == nil || resp.Request == nil || resp.StatusCode >= 300 {
		return err
	}
	req := resp.Request
	if req.Method != http.MethodGet {
		return &lostAnswer{err}
	}
	what := "something that is not GitHub's answer"
	if strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") {
		what = "a web page"
	}
	return &strangeAnswer{fmt.Sprintf("%s answers %s %s with %s", a.wire.root.Host, req.Method, req.URL.Path, what)}
}

// status is the code of an error's answer, 0 for an error of another kind.
func status(err error) int {
	var e *github.ErrorResponse
	if errors.As(err, &e) && e.Response != nil {
		return e.Response.StatusCode
	}
	return 0
}

// repository reads the repository. Everything after it uses the name that
// GitHub gives back, so that a renamed repository is not redirected each time.
func (a *api) repository(ctx context.Context) (*github.Repository, *github.Response, error) {
	repo, resp, err := a.gh.Repositories.Get(ctx, a.owner, a.repo)
	if err = a.unreadable(resp, err); err == nil && repo.GetFullName() == "" {
		err = &strangeAnswer{a.wire.root.Host + " answers without saying which repository that is"}
	}
	return repo, resp, err
}

func (a *api) labels(ctx context.Context) ([]Label, error) {
	raw, err := list[github.Label](ctx, a, a.path("/labels%s", query("per_page", "100")))
	var labels []Label
	for _, l := range raw {
		labels = append(labels, Label{l.GetName(), strings.ToLower(l.GetColor()), l.GetDescription()})
	}
	return labels, err
}

// label reads one label; ok is false if there is none with that name.
func (a *api) label(ctx context.Context, name string) (l Label, ok bool, err error) {
	var raw github.Label
	err = a.call(ctx, "GET", a.path("/labels/%s", url.PathEscape(name)), nil, &raw)
	if status(err) == http.StatusNotFound {
		return Label{}, false, nil
	}
	return Label{raw.GetName(), strings.ToLower(raw.GetColor()), raw.GetDescription()}, err == nil, err
}

func (a *api) createLabel(ctx context.Context, l Label) error {
	return a.call(ctx, "POST", a.path("/labels"), labelBody(l), nil)
}

// labelBody is what GitHub takes; go-github would call a new name `name`.
type labelBody struct {
	Name        string `json:"name,omitempty"`
	Color       string `json:"color,omitempty"`
	Description string `json:"description"`
}

func (a *api) updateLabel(ctx context.Context, l Label) error {
	return a.call(ctx, "PATCH", a.path("/labels/%s", url.PathEscape(l.Name)), labelBody{Color: l.Color, Description: l.Description}, nil)
}

func (a *api) deleteLabel(ctx context.Context, name string) error {
	err := a.call(ctx, "DELETE", a.path("/labels/%s", url.PathEscape(name)), nil, nil)
	if status(err) == http.StatusNotFound {
		return nil
	}
	return err
}

func (a *api) milestones(ctx context.Context, rollout string) ([]ObservedMilestone, error) {
	raw, err := list[github.Milestone](ctx, a, a.path("/milestones%s", query("state", "all", "per_page", "100")))
	var all []ObservedMilestone
	for _, m := range raw {
		all = append(all, observedMilestone(&m, rollout))
	}
	return all, err
}

func observedMilestone(m *github.Milestone, rollout string) ObservedMilestone {
	om := ObservedMilestone{Number: m.GetNumber(), Title: m.GetTitle()}
	if m.DueOn != nil && !m.DueOn.IsZero() {
		om.Due = m.DueOn.UTC().Format(time.DateOnly)
	}
	text, mm, ok := parseMilestone(m.GetDescription())
	om.Text = text
	if ok && mm.Rollout == rollout {
		om.Marker, om.Mine = mm, true
	}
	return om
}

// milestoneRequest: GitHub keeps only the day, as the west coast of America
// has it, so midnight would become the day before.
func milestoneRequest(m Milestone, rollout string) *github.Milestone {
	out := &github.Milestone{Title: new(m.Title), Description: new(m.description(rollout))}
	if t, err := time.Parse(time.DateOnly, m.Due); err == nil {
		out.DueOn = &github.Timestamp{Time: t.Add(12 * time.Hour)}
	}
	return out
}

func (a *api) createMilestone(ctx context.Context, m Milestone, rollout string) (ObservedMilestone, error) {
	out, resp, err := a.gh.Issues.CreateMilestone(ctx, a.owner, a.repo, milestoneRequest(m, rollout))
	if err = a.unreadable(resp, err); err != nil {
		return ObservedMilestone{}, err
	}
	return observedMilestone(out, rollout), nil
}

func (a *api) updateMilestone(ctx context.Context, number int, m *github.Milestone) error {
	_, resp, err := a.gh.Issues.EditMilestone(ctx, a.owner, a.repo, number, m)
	return a.unreadable(resp, err)
}

// assignable tells which of the logins can be assigned. One page usually has
// them all; where it has not, the missing ones are asked for by name, which is
// cheaper than reading every member of a large organisation.
func (a *api) assignable(ctx context.Context, logins []string) (denied []string, err error) {
	if len(logins) == 0 {
		return nil, nil
	}
	var page []github.User
	req, err := a.gh.NewRequest("GET", a.path("/assignees%s", query("per_page", "100")), nil)
	if err != nil {
		return nil, err
	}
	resp, err := a.gh.Do(ctx, req, &page)
	if err = a.unreadable(resp, err); err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, u := range page {
		known[strings.ToLower(u.GetLogin())] = true
	}
	more := nextPage(resp.Header.Get("Link")) != ""
	for _, l := range logins {
		l = strings.ToLower(l)
		if known[l] {
			continue
		}
		if more {
			err := a.call(ctx, "GET", a.path("/assignees/%s", url.PathEscape(l)), nil, nil)
			if err == nil {
				continue
			}
			if status(err) != http.StatusNotFound {
				return nil, err
			}
		}
		denied = append(denied, l)
	}
	return denied, nil
}

var errIncomplete = errors.New("the answer has no issue in it")
