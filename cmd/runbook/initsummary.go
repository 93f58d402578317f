package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"runbook/generator"
	"runbook/output"
)

// summary says what a runbook contains: phases, items, roles, warnings.
func summary(rb *generator.Runbook) string {
	var b strings.Builder
	minutes := 0
	for _, p := range rb.AllPhases() {
		minutes += p.Minutes
	}
	fmt.Fprintf(&b, "%s\n%s, %s hands-on\n\n", rb.Title, count(len(rb.Items()), "item"), output.Minutes(minutes))
	t := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
	for _, p := range rb.AllPhases() {
		fmt.Fprintf(t, "  %s\t%s\t%s\n", output.PhaseTitle(p), count(len(p.Items), "item"), output.Minutes(p.Minutes))
	}
	fmt.Fprintln(t)
	for _, r := range rb.Roles {
		who := personNames(r.People)
		if r.StandsIn != "" {
			who += ", standing in"
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", r.Title, count(len(r.Keys), "item"), output.Minutes(r.Minutes), who)
	}
	_ = t.Flush() // into memory
	if rb.Schedule != nil {
		fmt.Fprintf(&b, "\n  From %s to %s\n", rb.Schedule.Start, rb.Schedule.End)
	}
	if len(rb.Warnings) > 0 {
		b.WriteByte('\n')
	}
	for _, w := range rb.Warnings {
		fmt.Fprintf(&b, "  warning[%s]: %s\n", w.ID, w.Message)
	}
	b.WriteByte('\n')
	return b.String()
}
