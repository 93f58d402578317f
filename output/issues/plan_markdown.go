package issues

import (
	"encoding/json"
	"fmt"
	"strings"
)

// JSON returns the plan as data.
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
		fmt.Fprintf(&b, "\nNothing to do: %s.\n", fine(p.Unchanged))
	} else {
		fmt.Fprintf(&b, "\n%s\n", p.Summary())
		if mail := p.mail("`"); mail != "" {
			fmt.Fprintf(&b, "\n%s\n", mail)
		}
	}
	for _, s := range planSections {
		t := table{head: []string{"Change", "Of", "What", "Why"}}
		changes := p.of(s.kinds)
		for _, c := range changes {
			t.row(c.Verb, c.Kind, c.label(), prose(c.Why))
		}
		if len(changes) > 0 {
			fmt.Fprintf(&b, "\n## %s\n\n%s\n", s.title, t.String())
		}
		for _, c := range changes {
			c.markdown(&b)
		}
	}
	if len(p.Conflicts) > 0 {
		t := table{head: []string{"Issue", "Why", "What to do"}}
		for _, c := range p.Conflicts {
			t.row(codeSpan(fmt.Sprintf("#%d", c.Number))+" "+prose(c.Title), prose(c.Why), prose(c.Hint))
		}
		fmt.Fprintf(&b, "\n## Conflicts\n\nThese issues are left alone.\n\n%s\n", t.String())
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

func (c Change) label() string {
	if c.Number > 0 && (c.Kind == KindIssue || c.Kind == KindTracking) {
		return codeSpan(fmt.Sprintf("#%d", c.Number)) + " " + prose(c.Title)
	}
	return prose(c.Title)
}

// markdown prints what a change changes from and to, if that is not all of it.
func (c Change) markdown(b *strings.Builder) {
	if c.Verb == Create || len(c.Fields)+len(c.Notes) == 0 {
		return
	}
	fmt.Fprintf(b, "\n### %s %s\n\n", strings.ToUpper(c.Verb[:1])+c.Verb[1:], c.label())
	for _, f := range c.Fields {
		if f.Name != "text" {
			fmt.Fprintf(b, "- %s: %s → %s\n", f.Name, or(prose(f.From), "(none)"), or(prose(f.To), "(none)"))
			continue
		}
		fence := strings.Repeat("`", max(3, longestRun(f.From+f.To, '`')+1))
		fmt.Fprintf(b, "- text:\n\n  %sdiff\n", fence)
		for _, l := range lineDiff(f.From, f.To, 60) {
			b.WriteString("  " + clean(l) + "\n")
		}
		fmt.Fprintf(b, "  %s\n\n", fence)
	}
	for _, n := range c.Notes {
		fmt.Fprintf(b, "- **%s**\n", prose(n))
	}
}
