package issues

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/google/go-github/v58/github"

	"runbook/generator"
)

// answer is what an issue should look like in the answer to a write. GitHub
// drops what it does not like and says 201 all the same.
type answer struct {
	Title, Body, State string
	Labels, People     []string
	Milestone          int
}

// compareAnswer warns of everything that was sent and did not arrive.
func (r *run) compareAnswer(is *github.Issue, want answer) {
	var labels, people []string
	for _, l := range is.Labels {
		labels = append(labels, l.GetName())
	}
	for _, u := range is.Assignees {
		people = append(people, u.GetLogin())
	}
	var left []string
	if gone := absent(want.Labels, labels); len(gone) > 0 {
		left = append(left, "the labels "+generator.And(gone))
	}
	if gone := absent(want.People, people); len(gone) > 0 {
		left = append(left, "the assignees "+generator.And(gone))
	}
	if is.GetMilestone().GetNumber() != want.Milestone {
		left = append(left, "the milestone")
	}
	if is.GetTitle() != want.Title {
		left = append(left, "the title")
	}
	if comparableText(is.GetBody()) != comparableText(want.Body) {
		left = append(left, "the text")
	}
	if is.GetState() != want.State {
		left = append(left, "the state "+want.State)
	}
	if len(left) > 0 {
		r.warn("GitHub took #%d %s without %s: set it by hand, or give the token and the people access and run apply again", is.GetNumber(), line(is.GetTitle()), generator.And(left))
	}
}

// absent are those of want that got does not have.
func absent(want, got []string) []string {
	var out []string
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g string) bool { return strings.EqualFold(g, w) }) {
			out = append(out, w)
		}
	}
	return out
}

// badValue is the value of one error of an answer, which go-github drops.
func badValue(e *github.ErrorResponse, f github.Error) string {
	data, _ := io.ReadAll(e.Response.Body)
	e.Response.Body = io.NopCloser(strings.NewReader(string(data)))
	var raw struct {
		Errors []struct {
			Field, Code string
			Value       any
		}
	}
	if json.Unmarshal(data, &raw) != nil {
		return ""
	}
	for _, x := range raw.Errors {
		if s, ok := x.Value.(string); ok && x.Field == f.Field && x.Code == f.Code {
			return s
		}
	}
	return ""
}
