package issues

import (
	"fmt"
	"strings"

	"runbook/generator"
)

// What GitHub takes at most. Its own answers to more are in the contract
// notes; here they are Problems before the first write.
const (
	maxTitle       = 256
	maxBody        = 65536
	maxLabelName   = 50
	maxDescription = 100 // of a label
	maxMilestone   = 255 // of a milestone's title
	maxSubIssues   = 100
	maxBlockers    = 50
	bodyMargin     = 2048 // for the markers and for people's text
	resolvedLength = 280  // of the address of an issue, at the most
)

var (
	ownerShape      = lazy(`^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$`)
	repositoryShape = lazy(`^[A-Za-z0-9._-]{1,100}$`)
	loginShape      = lazy(`^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$`)
)

// splitRepository checks "owner/name" and takes it apart. Both halves become
// parts of addresses, so nothing that could lead elsewhere passes.
func splitRepository(s string) (owner, name string, err error) {
	if s == "" {
		return "", "", Problems{{
			Message: "the profile does not say where the rollout is tracked",
			Hint:    "set tracking.github.repository to owner/name, for example contoso/cmg-rollout",
		}}
	}
	owner, name, _ = strings.Cut(s, "/")
	if !ownerShape().MatchString(owner) || !repositoryShape().MatchString(name) || name == "." || name == ".." {
		return "", "", Problems{{
			Message: fmt.Sprintf("tracking.github.repository %q is not the name of a repository", s),
			Hint:    "write it as owner/name, for example contoso/cmg-rollout",
		}}
	}
	return owner, name, nil
}

// validate finds everything in r that GitHub would refuse.
func validate(rb *generator.Runbook, r *Rollout) Problems {
	var ps Problems
	add := func(hint, format string, args ...any) {
		ps = append(ps, &Problem{Message: fmt.Sprintf(format, args...), Hint: hint})
	}
	if rb.Role != "" {
		add("leave the role away: everybody's issues are made in one go", "only the items of the role %q were generated", rb.Role)
	}
	if !validMarkerText(rb.ID) || strings.Contains(rb.ID, "/") {
		add("set `id` in the profile to letters, digits, dots and single dashes, for example contoso-cmg", "id %q cannot be the identity of a rollout", rb.ID)
	}
	seen := map[string]bool{}
	for _, is := range r.Issues {
		if !validMarkerText(is.Key) {
			add("rename the step's file: letters, digits, dots and single dashes", "item %s has the key %q, which cannot go into a marker", is.Number, is.Key)
		}
		if seen[is.Key] {
			add("rename one of the steps", "two items have the key %q", is.Key)
		}
		seen[is.Key] = true
		if len(is.Needs) > maxBlockers {
			add("shorten the step's `needs`", "item %s needs %d others; GitHub takes %d", is.Number, len(is.Needs), maxBlockers)
		}
		for _, login := range is.Assignees {
			if !loginShape().MatchString(login) {
				add("a login has letters, digits and dashes, without @", "people.%s: %q is not a GitHub login", is.Role, login)
			}
		}
	}
	if r.Features.SubIssues && len(r.Issues) > maxSubIssues {
		add("split the rollout into two profiles", "the rollout has %d items; GitHub takes %d sub-issues for one issue", len(r.Issues), maxSubIssues)
	}
	for _, is := range r.ordered() {
		what := "item " + is.Number
		if is.Key == trackingKey {
			what = "the tracking issue"
		}
		if n := length(is.Title); n > maxTitle {
			add("shorten the title", "the title of %s has %d characters; GitHub takes %d", what, n, maxTitle)
		} else if n == 0 {
			add("give it a title", "%s has no title", what)
		}
		if n := length(is.Block) + resolvedLength*strings.Count(is.Block, "#{") + sumLength*(strings.Count(is.Block, "\n")+1); n > maxBody-bodyMargin {
			add("move details into the sources it names", "the text of %s has %d characters; GitHub takes %d", what, n, maxBody-bodyMargin)
		}
	}
	for _, is := range r.ordered() {
		if text := is.Title + "\n" + is.Block; strings.Contains(text, "gh") && githubToken().MatchString(text) {
			add("take it out of the profile and revoke it", "the text of %s holds what looks like a GitHub token", name(is))
		}
	}
	for _, m := range r.Milestones {
		if n := length(m.Title); n > maxMilestone {
			add("shorten the phase's title", "the milestone %q has %d characters; GitHub takes %d", cut(m.Title, 60), n, maxMilestone)
		}
		if !validMarkerText(m.Phase) || strings.Contains(m.Phase, "/") {
			add("rename the phase's folder", "the phase %q cannot go into a label or a marker", m.Phase)
		}
	}
	names := []string{lockLabel(r.ID)}
	for _, l := range r.Labels {
		names = append(names, l.Name)
	}
	for _, name := range names {
		if strings.Contains(name, ",") || name != line(name) {
			add("use letters, digits and dashes for the ID it is made of", "the label %q cannot be asked for", name)
		}
	}
	return ps
}
