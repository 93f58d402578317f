package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"charm.land/lipgloss/v2"

	"runbook/generator"
	"runbook/output/words"
)

// summary says what a runbook contains: phases, items, roles, warnings. It
// fits into a terminal of the width; 0 is one that wraps nothing.
func summary(rb *generator.Runbook, width int) string {
	var b, table strings.Builder
	minutes := 0
	for _, p := range rb.AllPhases() {
		minutes += p.Minutes
	}
	fmt.Fprintf(&b, "%s\n%s, %s hands-on\n\n", wrapWords(rb.Title, width, 0), count(len(rb.Items()), "item"), generator.Minutes(minutes))
	t := tabwriter.NewWriter(&table, 0, 4, 2, ' ', 0)
	for _, p := range rb.AllPhases() {
		fmt.Fprintf(t, "  %s\t%s\t%s\n", p.Heading(), count(len(p.Items), "item"), generator.Minutes(p.Minutes))
	}
	fmt.Fprintln(t)
	const roomy = 100
	standing, note := ", standing in", ""
	if width > 0 && width < roomy {
		standing = "*"
	}
	for _, r := range rb.Roles {
		who := words.People(r.People)
		if r.StandsIn != "" {
			who += standing
			if standing == "*" {
				note = "\n  * stands in\n"
			}
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", r.Title, count(len(r.Keys), "item"), generator.Minutes(r.Minutes), who)
	}
	_ = t.Flush() // into memory
	b.WriteString(wrapWords(table.String(), width, 4) + note)
	if rb.Schedule != nil {
		fmt.Fprintf(&b, "\n  From %s to %s\n", rb.Schedule.Start, rb.Schedule.End)
	}
	if len(rb.AllWarnings()) > 0 {
		b.WriteByte('\n')
	}
	for _, w := range rb.AllWarnings() {
		b.WriteString(wrapWords(fmt.Sprintf("  warning[%s]: %s\n", w.ID, w.Message), width, 4))
	}
	b.WriteByte('\n')
	return b.String()
}

// width is how wide the terminal is, 0 where there is none.
func (s *starting) width() int { return columns(s.a.stderr) }

// wrapWords breaks lines that are too wide between words, never within one.
// What goes on in a new line is indented.
func wrapWords(text string, width, indent int) string {
	if width <= 0 {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		for lipgloss.Width(strings.TrimRight(line, "\n")) > width {
			at := -1
			for i, r := range line {
				if lipgloss.Width(line[:i]) > width {
					break
				}
				if r == ' ' && strings.TrimSpace(line[:i]) != "" {
					at = i
				}
			}
			if at < 0 {
				break // one word
			}
			b.WriteString(strings.TrimRight(line[:at], " ") + "\n")
			line = strings.Repeat(" ", indent) + strings.TrimLeft(line[at:], " ")
		}
		b.WriteString(line)
	}
	return b.String()
}
