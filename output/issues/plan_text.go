package issues

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// The sections of a printed plan, and which kinds of change are in each.
var planSections = []struct {
	title string
	kinds []string
}{
	{"Labels and milestones", []string{KindLock, KindLabel, KindMilestone}},
	{"Issues", []string{KindTracking, KindIssue}},
	{"Links", []string{KindSubIssue, KindDependency, KindText}},
}

var verbSigns = map[string]string{
	Create: "+", Update: "~", Close: "x", Reopen: "o", Link: "+", Unlink: "-", Place: "~", Take: "+", Remove: "-",
}

// Text prints a plan for a terminal.
func (p *Plan) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Rollout %s in %s\n", p.Rollout, or(p.URL, p.Repository))
	if p.Empty() {
		fmt.Fprintf(&b, "\nNothing to do: %s.\n", fine(p.Unchanged))
	}
	for _, s := range planSections {
		changes := p.of(s.kinds)
		if len(changes) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n%s\n", s.title)
		for _, c := range changes {
			c.text(&b)
		}
	}
	if len(p.Conflicts) > 0 {
		b.WriteString("\nConflicts: these issues are left alone\n")
		for _, c := range p.Conflicts {
			fmt.Fprintf(&b, "  ! #%d %s: %s\n      hint: %s\n", c.Number, line(c.Title), c.Why, c.Hint)
		}
	}
	bullets(&b, "Warnings", p.Warnings)
	bullets(&b, "Notes", p.Notes)
	if !p.Empty() {
		fmt.Fprintf(&b, "\n%s\n", p.Summary())
		if mail := p.mail(""); mail != "" {
			fmt.Fprintf(&b, "%s\n", mail)
		}
	}
	return b.String()
}

// Summary counts what a plan would do, and how long that takes.
func (p *Plan) Summary() string {
	var parts []string
	for _, v := range []struct {
		verb, word string
	}{{Create, "create"}, {Update, "update"}, {Reopen, "reopen"}, {Close, "close"}} {
		if n := p.Count(v.verb, KindIssue, KindTracking); n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", v.word, plural(n, "issue")))
		}
	}
	if n := p.Count(Link, KindSubIssue, KindDependency) + p.Count(Unlink, KindDependency) + p.Count(Place, KindSubIssue); n > 0 {
		parts = append(parts, fmt.Sprintf("change %s", plural(n, "link")))
	}
	if n := p.Count(Create, KindLabel, KindMilestone) + p.Count(Update, KindLabel, KindMilestone); n > 0 {
		parts = append(parts, fmt.Sprintf("write %d labels and milestones", n))
	}
	s := plural(p.Writes, "write") + ", about " + roughly(p.Seconds)
	if len(parts) > 0 {
		s += ": " + and(parts)
	}
	if p.Unchanged == 0 {
		return s + "."
	}
	return s + ". " + fine(p.Unchanged) + "."
}

// mail says whom the plan will reach. quote stands around logins.
func (p *Plan) mail(quote string) string {
	if len(p.Notifications) == 0 {
		return ""
	}
	var who []string
	for _, n := range p.Notifications {
		var what []string
		if n.Assigned > 0 {
			what = append(what, fmt.Sprintf("%d assigned", n.Assigned))
		}
		if n.Other > 0 {
			what = append(what, fmt.Sprintf("%d linked, closed or reopened", n.Other))
		}
		who = append(who, fmt.Sprintf("%s%s%s up to %d (%s)", quote, n.Login, quote, n.Assigned+n.Other, strings.Join(what, ", ")))
	}
	s := "Notifications: " + strings.Join(who, "; ")
	if n := p.Count(Create, KindIssue, KindTracking); n > 0 {
		s += fmt.Sprintf("; everybody who watches the repository up to %d", n)
	}
	return s + "."
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

// text prints one change and, below it, what it changes from and to.
func (c Change) text(b *strings.Builder) {
	title := line(c.Title)
	if c.Number > 0 && (c.Kind == KindIssue || c.Kind == KindTracking) {
		title = fmt.Sprintf("#%d %s", c.Number, title)
	}
	fmt.Fprintf(b, "  %s %-6s %-14s %s", verbSigns[c.Verb], c.Verb, c.Kind, title)
	switch {
	case c.Verb == Create && c.Kind == KindIssue:
		for _, f := range c.Fields {
			if f.Name == "assignees" {
				b.WriteString("  (" + f.To + ")")
			}
		}
		if c.Why != whyNew {
			b.WriteString("  [" + c.Why + "]")
		}
	case c.Verb == Create && c.Kind == KindMilestone:
		for _, f := range c.Fields {
			if f.Name == "due" && f.To != "" {
				b.WriteString("  (due " + f.To + ")")
			}
		}
	case c.Verb != Create && c.Verb != Link:
		b.WriteString("  [" + line(c.Why) + "]")
	}
	b.WriteString("\n")
	if c.Verb != Create {
		for _, f := range c.Fields {
			f.text(b)
		}
	}
	for _, n := range c.Notes {
		fmt.Fprintf(b, "      ! %s\n", line(n))
	}
}

// text prints one field: short ones as from and to, texts line by line.
func (f Field) text(b *strings.Builder) {
	if f.Name != "text" {
		fmt.Fprintf(b, "      %-10s %s -> %s\n", f.Name, or(line(f.From), "(none)"), or(line(f.To), "(none)"))
		return
	}
	for _, l := range lineDiff(f.From, f.To, 20) {
		fmt.Fprintf(b, "      %s\n", clean(l))
	}
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
	return plural(n, "issue") + " are as they should be"
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
		return plural(max(seconds, 1), "second")
	case d < 2*time.Hour:
		return plural(int((d+30*time.Second)/time.Minute), "minute")
	default:
		return plural(int((d+30*time.Minute)/time.Hour), "hour")
	}
}
