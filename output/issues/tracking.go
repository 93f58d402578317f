package issues

import (
	"fmt"
	"strings"

	"runbook/generator"
)

// desiredTracking is the issue that stands for the whole rollout. Where the
// server has sub-issues, they are its list of items; elsewhere its text is.
func desiredTracking(rb *generator.Runbook, o desiredOptions) Issue {
	var s sections
	s.add("", o.content(rb.Summary, ""))
	for _, b := range rb.Banners {
		s.add("", "> "+strings.ReplaceAll(o.content(b, ""), "\n", "\n> "))
	}
	s.add("Phases", phaseTable(rb))
	s.add("Roles", roleTable(rb))
	if !o.Features.SubIssues {
		s.add("Items", itemList(rb))
	}
	s.add("", "---\n\nKept by runbook from a profile: `runbook issues status` tells how far the rollout is. What you write below stays.")
	return Issue{
		Key:    trackingKey,
		Title:  plainTitle(rb.Title),
		Block:  s.String(),
		Labels: []string{rolloutLabel(rb.ID)},
	}
}

func phaseTable(rb *generator.Runbook) string {
	t := table{head: []string{"Phase", "Items", "Due"}}
	for _, p := range rb.AllPhases() {
		if len(p.Items) > 0 {
			t.row(fmt.Sprintf("%d %s", p.Number, prose(p.Title)), fmt.Sprint(len(p.Items)), p.Due)
		}
	}
	return t.String()
}

func roleTable(rb *generator.Runbook) string {
	t := table{head: []string{"Role", "People", "Items", "Work"}}
	for _, r := range rb.Roles {
		var names []string
		for _, p := range r.People {
			names = append(names, prose(p.Name))
		}
		who := strings.Join(names, ", ")
		if r.StandsIn != "" {
			who += " (standing in: " + prose(roleTitle(rb, r.StandsIn)) + ")"
		}
		t.row(prose(r.Title), who, fmt.Sprint(len(r.Keys)), minutes(r.Minutes))
	}
	return t.String()
}

func itemList(rb *generator.Runbook) string {
	var b strings.Builder
	for _, p := range rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n**%d %s**\n\n", p.Number, prose(p.Title))
		for _, it := range p.Items {
			fmt.Fprintf(&b, "- %s: %s %s\n", refTo(it.Key), it.Number, prose(it.Title))
		}
	}
	return strings.Trim(b.String(), "\n")
}

// table is a GitHub-flavoured table. Its cells hold no line ends; their text
// has been escaped.
type table struct {
	head []string
	rows [][]string
}

func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

// String returns "" for a table without rows.
func (t *table) String() string {
	if len(t.rows) == 0 {
		return ""
	}
	var b strings.Builder
	write := func(cells []string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	write(t.head)
	write(strings.Split(strings.TrimSuffix(strings.Repeat("--- ", len(t.head)), " "), " "))
	for _, r := range t.rows {
		write(r)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
