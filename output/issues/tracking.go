package issues

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// desiredTracking is the issue that stands for the whole rollout: the page from
// which it is run. The list of items in its text shows their states where the
// server does that, and stands in for sub-issues where there are none.
func desiredTracking(rb *generator.Runbook, o desiredOptions, w warnings) Issue {
	lead := generator.Item{Role: rb.Lead.Role, People: rb.Lead.People, StandsIn: rb.Lead.StandsIn}
	var s sections
	s.add("", o.content(rb.Summary))
	for _, b := range rb.Banners {
		s.add("", "> "+strings.ReplaceAll(o.content(b), "\n", "\n> "))
	}
	s.add("", glance(rb))
	s.add("", howItIsRun(rb, o))
	s.add("Warnings", warningList(rb))
	s.add("Phases", phaseTable(rb))
	s.add("Roles", roleTable(rb))
	for _, p := range rb.AllPhases() {
		if len(p.Items) > 0 {
			s.add(fmt.Sprintf("%d %s", p.Number, prose(p.Title)), phaseList(p, o))
		}
	}
	s.add("", "---\n\nKept in step by the program runbook from its profile, a file. What you write below stays, and so do ticks, labels and people you add.")
	return Issue{
		Key:       trackingKey,
		Title:     plainTitle(rb.Title),
		Block:     s.String(),
		Labels:    []string{rolloutLabel(rb.ID)},
		Assignees: assignees(lead, w),
	}
}

// glance is the rollout on one line.
func glance(rb *generator.Runbook) string {
	total := 0
	items := rb.Items()
	for _, it := range items {
		total += it.Minutes
	}
	var parts []string
	if rb.Schedule != nil {
		parts = append(parts, "**Planned** "+days(rb.Schedule.Start, rb.Schedule.End))
	}
	parts = append(parts, fmt.Sprintf("%s, %s of work", words.Count(len(items), "item"), generator.Minutes(total)))
	if l := rb.Lead; len(l.People) > 0 {
		parts = append(parts, "run by "+people(l.People, l.StandsIn, rb))
	}
	return strings.Join(parts, " · ")
}

// howItIsRun says what the issues mean, with links to the lists people need.
func howItIsRun(rb *generator.Runbook, o desiredOptions) string {
	text := "Every item is an issue of its own, assigned to the people of its role. Closed means done; closed as *not planned* means left out, with the reason in a comment. Who cannot go on gives the issue a label *blocked* and says why in a comment."
	if o.Features.SubIssues {
		text += " The bar of the sub-issues shows how far the rollout is."
	}
	if o.Web == "" {
		return text
	}
	search := func(name, terms string) string {
		q := fmt.Sprintf(`is:issue is:open label:"%s" %s`, rolloutLabel(rb.ID), terms)
		return "[" + name + "](" + o.Web + "/issues?q=" + url.QueryEscape(strings.TrimSpace(q)) + ")"
	}
	links := []string{search("open", "sort:created-asc"), search("mine", "assignee:@me")}
	if o.Features.Dependencies {
		links = append([]string{search("can start now", "-is:blocked")}, links...)
	}
	links = append(links, "[phases and their due days]("+o.Web+"/milestones)")
	return text + "\n\nLists: " + strings.Join(links, " · ")
}

func warningList(rb *generator.Runbook) string {
	var lines []string
	for _, w := range rb.Warnings {
		l := "- **" + prose(w.ID) + "** " + prose(generator.Sentence(w.Message))
		if w.Hint != "" {
			l += " What to do: " + prose(generator.Sentence(w.Hint))
		}
		if w.At != "" {
			l += " (" + codeSpan(w.At) + ")"
		}
		l += origin(w.Company)
		lines = append(lines, l)
	}
	return strings.Join(lines, "\n")
}

func phaseTable(rb *generator.Runbook) string {
	t := table{head: []string{"Phase", "Items", "Work", "Starts", "Due"}}
	for _, p := range rb.AllPhases() {
		if len(p.Items) > 0 {
			t.row(fmt.Sprintf("%d %s", p.Number, prose(p.Title)), itoa(len(p.Items)), generator.Minutes(p.Minutes), words.Weekday(p.Start), words.Weekday(p.Due))
		}
	}
	return t.String()
}

func roleTable(rb *generator.Runbook) string {
	t := table{head: []string{"Role", "People", "Items", "Work", "Sittings"}}
	for _, r := range rb.Roles {
		t.row(prose(r.Title), people(r.People, r.StandsIn, rb), itoa(len(r.Keys)), generator.Minutes(r.Minutes), sittings(r))
	}
	if note := words.Hours(rb); note != "" {
		return t.String() + "\n\n" + note
	}
	return t.String()
}

// sittings are the days on which a role is needed, or without a schedule the
// number of its sittings.
func sittings(r generator.RoleEntry) string {
	var days []string
	for _, s := range r.Sittings {
		if day := words.Weekday(s.Planned); day != "" && !slices.Contains(days, day) {
			days = append(days, day)
		}
	}
	return cmp.Or(strings.Join(days, ", "), itoa(r.CountSittings()))
}

// people are names, and for whom they stand in.
func people(list []generator.Person, standsIn string, rb *generator.Runbook) string {
	who := strings.Join(names(list), ", ")
	if standsIn != "" {
		who += " (standing in: " + prose(rb.RoleTitle(standsIn)) + ")"
	}
	return who
}

func names(list []generator.Person) []string {
	var out []string
	for _, p := range list {
		out = append(out, prose(generator.Bounded(p.Name)))
	}
	return out
}

// phaseList is what a phase is for, what must be true before it starts, as
// boxes for whoever signs that, and its items.
func phaseList(p generator.Phase, o desiredOptions) string {
	var s sections
	s.add("", o.content(p.Goal))
	var gate []string
	for _, g := range p.Gate {
		gate = append(gate, "- [ ] "+indent(o.content(g), "  "))
	}
	if len(gate) > 0 {
		s.add("", "Before it starts:\n\n"+strings.Join(gate, "\n"))
	}
	var items []string
	for _, it := range p.Items {
		about := names(it.People)
		if it.Planned != nil && it.Planned.Start != "" {
			about = append(about, days(it.Planned.Start, it.Planned.End))
		}
		items = append(items, "- "+o.listed(it.Key, it.Number+" "+it.Title)+" ("+strings.Join(about, ", ")+")")
	}
	s.add("", "Items:\n\n"+strings.Join(items, "\n"))
	return s.String()
}
