package issues

import (
	"encoding/json"
	"fmt"
	"strings"

	"runbook/output/words"
)

// JSON returns the plan as data, whole.
func (p *Plan) JSON() ([]byte, error) {
	data, err := json.MarshalIndent(p, "", "  ")
	return append(data, '\n'), err
}

// Markdown prints a plan for a comment or a change request. Nothing in it
// mentions anybody or refers to an issue but by its number in code.
func (p *Plan) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Plan for the rollout %s\n\nIn %s.\n", codeSpan(p.Rollout), codeSpan(or(p.URL, p.Repository)))
	if p.Empty() {
		fmt.Fprintf(&b, "\n%s.\n", p.nothing())
	} else {
		fmt.Fprintf(&b, "\n%s\n", p.Summary())
		if mail := p.mail("`", "- "); mail != "" {
			fmt.Fprintf(&b, "\nNotifications:\n\n%s\n", mail)
		}
	}
	p.markdownCreates(&b)
	if groups := p.groups(false); len(groups) > 0 {
		b.WriteString("\n## Changed issues\n")
		for _, g := range groups {
			g.markdown(&b)
		}
	}
	p.markdownAround(&b)
	if len(p.Conflicts) > 0 {
		b.WriteString("\n## Conflicts\n\nThese issues are left alone.\n")
		for _, c := range p.Conflicts {
			c.markdown(&b)
		}
	}
	list := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(&b, "\n## %s\n\n", title)
		for _, l := range lines {
			fmt.Fprintf(&b, "- %s\n", prose(l))
		}
	}
	list("Warnings", p.Warnings)
	list("Notes", p.Notes)
	return strings.ReplaceAll(b.String(), "\n\n\n", "\n\n")
}

func (p *Plan) markdownCreates(b *strings.Builder) {
	t := table{head: []string{"Issue", "Assigned", "Starts", "Why"}}
	for _, c := range p.of([]string{KindTracking, KindIssue}) {
		if c.Verb == Create {
			var people []string
			for login := range strings.SplitSeq(c.to("assignees"), ", ") {
				people = append(people, codeLogin(login))
			}
			t.row(prose(c.Title), strings.Join(people, ", "), plannedIn(c.to("text")), prose(c.Why))
		}
	}
	if s := t.String(); s != "" {
		fmt.Fprintf(b, "\n## New issues\n\n%s\n", s)
	}
}

// markdown prints issues that change alike.
func (g alike) markdown(b *strings.Builder) {
	var names []string
	for _, c := range g.changes {
		names = append(names, codeSpan(fmt.Sprintf("#%d", c.Number))+" "+prose(c.Title))
	}
	first := g.changes[0]
	verb := strings.ToUpper(g.verb[:1]) + g.verb[1:]
	if len(names) == 1 {
		fmt.Fprintf(b, "\n### %s %s\n\n", verb, names[0])
	} else {
		fmt.Fprintf(b, "\n### %s %s\n\n%s\n\n", verb, words.Count(len(names), "issue"), strings.Join(names, "; "))
	}
	if g.verb == Close || len(g.details) == 0 {
		fmt.Fprintf(b, "- why: %s\n", prose(first.Why))
	}
	for _, d := range g.details {
		switch {
		case d.name != "text" && d.from == "" && len(g.changes) > 1:
			fmt.Fprintf(b, "- %s: %s\n", d.name, prose(d.to))
		case d.name == "people" || d.name == "role" || d.name == "work" || d.name == "wait": // Markdown of the block
			fmt.Fprintf(b, "- %s: %s → %s\n", d.name, codeSpan(or(d.from, "(none)")), codeSpan(or(d.to, "(none)")))
		case d.name != "text":
			fmt.Fprintf(b, "- %s: %s → %s\n", d.name, or(prose(d.from), "(none)"), or(prose(d.to), "(none)"))
		default:
			d.markdown(b)
		}
	}
	for _, n := range g.notes {
		fmt.Fprintf(b, "- **%s**\n", prose(n))
	}
}

// markdown prints the lines of a text that change.
func (d detail) markdown(b *strings.Builder) { b.WriteString(fencedLines("text", d.diff)) }

// markdown prints a conflict and both sides of it.
func (c Conflict) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n### %s %s\n\n- why: %s\n", codeSpan(fmt.Sprintf("#%d", c.Number)), prose(c.Title), prose(c.Why))
	for _, s := range c.both() {
		b.WriteString(fencedLines(s.title, shorten(s.lines, 20)))
	}
	fmt.Fprintf(b, "- what to do: %s\n", prose(c.Hint))
}

// fencedLines are lines of a difference as an entry of a list.
func fencedLines(title string, diff []string) string {
	fence := strings.Repeat("`", max(3, longestRun(strings.Join(diff, "\n"), '`')+1))
	var b strings.Builder
	fmt.Fprintf(&b, "- %s:\n\n  %sdiff\n", title, fence)
	for _, l := range diff {
		b.WriteString("  " + clean(l) + "\n")
	}
	fmt.Fprintf(&b, "  %s\n\n", fence)
	return b.String()
}

func (p *Plan) markdownAround(b *strings.Builder) {
	list := p.around()
	if len(list) == 0 {
		return
	}
	b.WriteString("\n## Labels, milestones and links\n\n")
	for _, a := range list {
		fmt.Fprintf(b, "- %s %s\n", a.verb, prose(a.what))
		for _, l := range a.list {
			fmt.Fprintf(b, "  - %s\n", prose(l))
		}
	}
}
