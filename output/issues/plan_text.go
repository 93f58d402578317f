package issues

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"runbook/generator"
	"runbook/output/words"
)

var verbSigns = map[string]string{
	Create: "+", Update: "~", Close: "x", Reopen: "o", Link: "+", Unlink: "-", Place: "~", Take: "+", Remove: "-",
}

// Text prints a plan for a terminal.
func (p *Plan) Text() string { return p.text(false) }

// Verbose prints every change by itself.
func (p *Plan) Verbose() string { return p.text(true) }

func (p *Plan) text(verbose bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Rollout %s in %s\n", p.Rollout, or(p.URL, p.Repository))
	if p.Empty() {
		fmt.Fprintf(&b, "\n%s.\n", p.nothing())
	}
	p.textIssues(&b, verbose)
	p.textAround(&b, verbose)
	if len(p.Conflicts) > 0 {
		b.WriteString("\nConflicts: these issues are left alone\n")
		for _, c := range p.Conflicts {
			fmt.Fprintf(&b, "  ! #%d %s: %s\n", c.Number, line(c.Title), c.Why)
			for _, l := range c.sides(verbose) {
				fmt.Fprintf(&b, "      %s\n", l)
			}
			fmt.Fprintf(&b, "      hint: %s\n", c.Hint)
		}
	}
	bullets(&b, "Warnings", p.Warnings)
	bullets(&b, "Notes", p.Notes)
	if !p.Empty() {
		if mail := p.mail("", "  "); mail != "" {
			fmt.Fprintf(&b, "\nNotifications\n%s\n", mail)
		}
		fmt.Fprintf(&b, "\n%s\n", p.Summary())
	}
	return b.String()
}

func (p *Plan) textIssues(b *strings.Builder, verbose bool) {
	groups := p.groups(verbose)
	if p.Count(Create, KindIssue, KindTracking)+len(groups) == 0 {
		return
	}
	b.WriteString("\nIssues\n")
	p.textCreates(b)
	for _, g := range groups {
		fmt.Fprintf(b, "  %s %s", verbSigns[g.verb], g.head())
		lines := g.lines()
		if len(lines) == 1 && len(g.notes) == 0 && g.details[0].name != "text" {
			fmt.Fprintf(b, ": %s\n", strings.TrimSpace(lines[0]))
			continue
		}
		b.WriteString("\n")
		for _, l := range lines {
			fmt.Fprintf(b, "      %s\n", l)
		}
		for _, n := range g.notes {
			fmt.Fprintf(b, "      ! %s\n", line(n))
		}
	}
}

// textCreates prints what is made as a table: item, day, whose, what.
func (p *Plan) textCreates(b *strings.Builder) {
	var rows columns
	for _, c := range p.of([]string{KindTracking, KindIssue}) {
		if c.Verb != Create {
			continue
		}
		title := strings.TrimPrefix(line(c.Title), c.Item+" ")
		if c.Why != whyNew {
			title += " [" + c.Why + "]"
		}
		number := c.Item
		if c.Kind == KindTracking {
			title = "tracking issue: " + title
		}
		rows.add("  + "+number, plannedIn(c.to("text")), or(c.to("assignees"), "nobody"), title)
	}
	if slices.ContainsFunc(rows, func(row []string) bool { return row[1] != "" }) {
		rows = append(columns{{"    Item", "Starts", "Who", "Title"}}, rows...) // else nothing in it could be mistaken
	}
	b.WriteString(rows.String())
}

// head names the issues of a group.
func (g alike) head() string {
	c := g.changes[0]
	if len(g.changes) == 1 {
		s := fmt.Sprintf("%s #%d %s", c.Verb, c.Number, line(c.Title))
		if c.Kind == KindTracking {
			s = fmt.Sprintf("%s tracking issue #%d %s", c.Verb, c.Number, line(c.Title))
		}
		switch {
		case c.Kind == KindTracking && len(g.details) == 0 && c.to("text") != "":
			s += ": its tables and lists"
		case c.Verb == Close, len(g.details) == 0:
			s += " [" + line(c.Why) + "]"
		}
		return s
	}
	var names []string
	for _, c := range g.changes {
		names = append(names, strings.TrimSpace(fmt.Sprintf("#%d %s", c.Number, c.Item)))
	}
	s := fmt.Sprintf("%s %s, %s", c.Verb, words.Count(len(g.changes), "issue"), some(names))
	if c.Verb == Close {
		s += " [" + line(c.Why) + "]"
	}
	return s
}

// lines are the details of a group.
func (g alike) lines() []string {
	var lines []string
	for _, d := range g.details {
		switch {
		case d.name == "text":
			for _, l := range d.diff {
				lines = append(lines, clean(l))
			}
		case d.name == "planned" && d.from == "" && len(g.changes) > 1:
			lines = append(lines, "planned "+d.to)
		default:
			lines = append(lines, fmt.Sprintf("%s %s -> %s", d.name, or(line(d.from), "(none)"), or(line(d.to), "(none)")))
		}
	}
	return lines
}

func (p *Plan) textAround(b *strings.Builder, verbose bool) {
	list := p.around()
	if verbose {
		list = nil
		for _, c := range p.of([]string{KindLock, KindLabel, KindMilestone, KindSubIssue, KindDependency, KindText}) {
			list = append(list, around{c.Verb, c.Verb + " " + c.Kind + " " + c.brief(), nil})
		}
	}
	if len(list) == 0 {
		return
	}
	b.WriteString("\nLabels, milestones and links\n")
	for _, a := range list {
		fmt.Fprintf(b, "  %s %s", verbSigns[a.verb], a.what)
		if len(a.list) == 1 {
			fmt.Fprintf(b, ": %s\n", a.list[0])
			continue
		}
		b.WriteString("\n")
		for _, l := range a.list {
			fmt.Fprintf(b, "      %s\n", l)
		}
	}
}

// Summary counts what a plan would do, and how long that takes.
func (p *Plan) Summary() string {
	var parts []string
	for _, v := range []struct {
		verb, word string
	}{{Create, "create"}, {Update, "update"}, {Reopen, "reopen"}, {Close, "close"}} {
		if n := p.Count(v.verb, KindIssue, KindTracking); n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", v.word, words.Count(n, "issue")))
		}
	}
	if n := p.Count(Link, KindSubIssue, KindDependency) + p.Count(Unlink, KindDependency) + p.Count(Place, KindSubIssue); n > 0 {
		parts = append(parts, fmt.Sprintf("change %s", words.Count(n, "link")))
	}
	if n := p.Count(Link, KindText); n > 0 {
		parts = append(parts, fmt.Sprintf("add links to %s", words.Count(n, "text")))
	}
	labels := p.Count(Create, KindLabel) + p.Count(Update, KindLabel)
	milestones := p.Count(Create, KindMilestone) + p.Count(Update, KindMilestone)
	switch {
	case labels > 0 && milestones > 0:
		parts = append(parts, fmt.Sprintf("write %d labels and milestones", labels+milestones))
	case labels > 0:
		parts = append(parts, "write "+words.Count(labels, "label"))
	case milestones > 0:
		parts = append(parts, "write "+words.Count(milestones, "milestone"))
	}
	s := words.Count(p.Writes, "write") + ", about " + roughly(p.Seconds)
	if len(parts) > 0 {
		s += ": " + generator.And(parts)
	}
	if rest := p.rest(); rest != "" {
		s += ". " + rest
	}
	return s + "."
}

// nothing says that there is nothing to do, unless there is something to settle.
func (p *Plan) nothing() string {
	if len(p.Conflicts) > 0 {
		return p.rest()
	}
	return "Nothing to do: " + fine(p.Unchanged)
}

// rest counts the issues of which nothing is written.
func (p *Plan) rest() string {
	var parts []string
	if p.Unchanged > 0 {
		parts = append(parts, fine(p.Unchanged))
	}
	if n := len(p.Conflicts); n > 0 {
		parts = append(parts, words.Count(n, "conflict")+" to settle")
	}
	return strings.Join(parts, ", ")
}

// mail says whom the plan will reach. quote stands around logins, bullet before
// each line.
func (p *Plan) mail(quote, bullet string) string {
	var lines []string
	for _, n := range p.Notifications {
		var what []string
		if n.Assigned > 0 {
			what = append(what, fmt.Sprintf("%d assigned", n.Assigned))
		}
		if n.Other > 0 {
			what = append(what, fmt.Sprintf("%d linked, closed or reopened", n.Other))
		}
		lines = append(lines, fmt.Sprintf("%s%s%s%s: up to %d (%s)", bullet, quote, n.Login, quote, n.Assigned+n.Other, strings.Join(what, ", ")))
	}
	if n := p.Count(Create, KindIssue, KindTracking); n > 0 && len(lines) > 0 {
		lines = append(lines, fmt.Sprintf("%severybody who watches the repository: up to %d", bullet, n))
	}
	return strings.Join(lines, "\n")
}

func (p *Plan) of(kinds []string) []Change {
	var list []Change
	for _, c := range p.Changes {
		if slices.Contains(kinds, c.Kind) {
			list = append(list, c)
		}
	}
	return list
}

func bullets(b *strings.Builder, title string, list []string) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", title)
	for _, s := range list {
		fmt.Fprintf(b, "  - %s\n", line(s))
	}
}

// fine says that so many issues need no change.
func fine(n int) string {
	if n == 1 {
		return "1 issue is as it should be"
	}
	return words.Count(n, "issue") + " are as they should be"
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// roughly says how long something takes.
func roughly(seconds int) string {
	d := time.Duration(seconds) * time.Second
	switch {
	case d < 90*time.Second:
		return words.Count(max(seconds, 1), "second")
	case d < 2*time.Hour:
		return words.Count(int((d+30*time.Second)/time.Minute), "minute")
	default:
		return words.Count(int((d+30*time.Minute)/time.Hour), "hour")
	}
}
