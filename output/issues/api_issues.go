package issues

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/google/go-github/v58/github"
)

// rawIssue is an issue with the fields that go-github v58 does not know.
type rawIssue struct {
	github.Issue
	Children *struct {
		Total int `json:"total"`
	} `json:"sub_issues_summary"`
	Dependencies *struct {
		BlockedBy int `json:"total_blocked_by"`
		Blocking  int `json:"total_blocking"`
	} `json:"issue_dependencies_summary"`
	ParentURL *string `json:"parent_issue_url"`
}

// listIssues reads the rollout's issues, the oldest first. The filter is a
// label's name or a milestone's number.
func (a *api) listIssues(ctx context.Context, filter, value string) ([]rawIssue, error) {
	all, err := list[rawIssue](ctx, a, a.path("/issues%s", query(
		filter, value, "state", "all", "sort", "created", "direction", "asc", "per_page", "100")))
	return withoutPulls(all), err
}

// newest reads the newest issues with a label, up to a hundred.
func (a *api) newest(ctx context.Context, label string) ([]rawIssue, error) {
	var page []rawIssue
	err := a.call(ctx, "GET", a.path("/issues%s", query(
		"labels", label, "state", "all", "sort", "created", "direction", "desc", "per_page", "100")), nil, &page)
	return withoutPulls(page), err
}

// withoutPulls drops pull requests, which GitHub lists as issues.
func withoutPulls(all []rawIssue) []rawIssue {
	var kept []rawIssue
	for _, is := range all {
		if !is.IsPullRequest() {
			kept = append(kept, is)
		}
	}
	return kept
}

// issue reads one issue. where is "" if it is where it should be, else
// "deleted" or "moved".
func (a *api) issue(ctx context.Context, number int) (is rawIssue, where string, err error) {
	err = a.call(ctx, "GET", a.path("/issues/%d", number), nil, &is)
	switch status(err) {
	case http.StatusNotFound, http.StatusGone:
		return is, "deleted", nil
	}
	if err == nil && is.RepositoryURL != nil && !a.here(is.GetRepositoryURL()) {
		return is, "moved", nil
	}
	return is, "", err
}

// here tells whether an address is this repository's.
func (a *api) here(repositoryURL string) bool {
	return strings.HasSuffix(strings.ToLower(repositoryURL), strings.ToLower("/repos/"+a.owner+"/"+a.repo))
}

func (a *api) createIssue(ctx context.Context, r *github.IssueRequest) (*github.Issue, error) {
	is, resp, err := a.gh.Issues.Create(ctx, a.owner, a.repo, r)
	if err = a.unreadable(resp, err); err != nil {
		return nil, err
	}
	if is.GetNumber() == 0 || is.GetID() == 0 {
		return nil, &lostAnswer{errIncomplete}
	}
	return is, nil
}

func (a *api) editIssue(ctx context.Context, number int, r *github.IssueRequest) (*github.Issue, error) {
	is, resp, err := a.gh.Issues.Edit(ctx, a.owner, a.repo, number, r)
	return is, a.unreadable(resp, err)
}

func (a *api) comments(ctx context.Context, number int) ([]string, error) {
	raw, err := list[github.IssueComment](ctx, a, a.path("/issues/%d/comments%s", number, query("per_page", "100")))
	var bodies []string
	for _, c := range raw {
		bodies = append(bodies, c.GetBody())
	}
	return bodies, err
}

func (a *api) comment(ctx context.Context, number int, text string) error {
	_, resp, err := a.gh.Issues.CreateComment(ctx, a.owner, a.repo, number, &github.IssueComment{Body: new(text)})
	return a.unreadable(resp, err)
}

// children lists the numbers of an issue's sub-issues in this repository.
func (a *api) children(ctx context.Context, number int) ([]int, error) {
	return a.related(ctx, a.path("/issues/%d/sub_issues", number))
}

// blockers lists the numbers of the issues that block one.
func (a *api) blockers(ctx context.Context, number int) ([]int, error) {
	return a.related(ctx, a.path("/issues/%d/dependencies/blocked_by", number))
}

func (a *api) related(ctx context.Context, path string) ([]int, error) {
	all, err := a.relatedIssues(ctx, path)
	var numbers []int
	for _, is := range all {
		numbers = append(numbers, is.GetNumber())
	}
	return numbers, err
}

// childIssues lists an issue's sub-issues in this repository.
func (a *api) childIssues(ctx context.Context, number int) ([]rawIssue, error) {
	return a.relatedIssues(ctx, a.path("/issues/%d/sub_issues", number))
}

func (a *api) relatedIssues(ctx context.Context, path string) ([]rawIssue, error) {
	all, err := list[rawIssue](ctx, a, path+query("per_page", "100"))
	return slices.DeleteFunc(all, func(is rawIssue) bool { return is.RepositoryURL != nil && !a.here(is.GetRepositoryURL()) }), err
}

// has probes whether the server knows a list that belongs to a known issue.
func (a *api) has(ctx context.Context, number int, list string) (bool, error) {
	err := a.call(ctx, "GET", a.path("/issues/%d/%s%s", number, list, query("per_page", "1")), nil, nil)
	if status(err) == http.StatusNotFound {
		return false, nil
	}
	return err == nil, err
}

// The following take an issue's id, which is not its number: a number would be
// accepted and link a stranger's issue.

func (a *api) addChild(ctx context.Context, parent int, child int64) error {
	return a.call(ctx, "POST", a.path("/issues/%d/sub_issues", parent), map[string]int64{"sub_issue_id": child}, nil)
}

// placeChild puts a sub-issue behind or before one of its siblings.
func (a *api) placeChild(ctx context.Context, parent int, child, sibling int64, behind bool) error {
	where := "before_id"
	if behind {
		where = "after_id"
	}
	return a.call(ctx, "PATCH", a.path("/issues/%d/sub_issues/priority", parent), map[string]int64{"sub_issue_id": child, where: sibling}, nil)
}

func (a *api) addBlocker(ctx context.Context, number int, blocker int64) error {
	return a.call(ctx, "POST", a.path("/issues/%d/dependencies/blocked_by", number), map[string]int64{"issue_id": blocker}, nil)
}

func (a *api) removeBlocker(ctx context.Context, number int, blocker int64) error {
	err := a.call(ctx, "DELETE", a.path("/issues/%d/dependencies/blocked_by/%d", number, blocker), nil, nil)
	if status(err) == http.StatusNotFound {
		return nil
	}
	return err
}

// observedIssue is an issue in our own words.
func observedIssue(raw rawIssue, b body) ObservedIssue {
	is := ObservedIssue{
		Number:    raw.GetNumber(),
		ID:        raw.GetID(),
		Key:       b.Marker.Key,
		Title:     raw.GetTitle(),
		Text:      raw.GetBody(),
		Body:      b,
		State:     raw.GetState(),
		Reason:    raw.GetStateReason(),
		Milestone: raw.GetMilestone().GetNumber(),
		Comments:  raw.GetComments(),
		Created:   raw.GetCreatedAt().Time,
		Updated:   raw.GetUpdatedAt().Time,
		Closed:    raw.GetClosedAt().Time,
		ClosedBy:  raw.GetClosedBy().GetLogin(),
		URL:       raw.GetHTMLURL(),

		ChildCount: -1, BlockedBy: -1, Blocking: -1,
	}
	for _, l := range raw.Labels {
		is.Labels = append(is.Labels, l.GetName())
	}
	for _, u := range raw.Assignees {
		is.Assignees = append(is.Assignees, u.GetLogin())
	}
	if raw.ParentURL != nil {
		is.Parent = numberIn(*raw.ParentURL)
	}
	if raw.Children != nil {
		is.ChildCount = raw.Children.Total
	}
	if raw.Dependencies != nil {
		is.BlockedBy, is.Blocking = raw.Dependencies.BlockedBy, raw.Dependencies.Blocking
	}
	return is
}

// numberIn is the number of the issue that an address of the API ends with, 0
// for none.
func numberIn(url string) int {
	n, _ := strconv.Atoi(url[strings.LastIndexByte(url, '/')+1:])
	return n
}
