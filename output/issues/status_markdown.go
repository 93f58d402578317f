package issues

import (
	"fmt"
	"slices"
	"strings"

	"runbook/generator"
)

// Markdown prints the status as a record: to be filed, or printed and signed.
func (s *Status) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: progress\n\n%s, on %s. Tracked in %s", prose(s.Title), s.Total.soFar(), s.Date, codeSpan(s.Repository))
	if s.Tracking != "" {
		fmt.Fprintf(&b, " ([tracking issue](%s))", s.Tracking)
	}
	b.WriteString(".\n")
	if ends := s.ends(); ends != "" {
		fmt.Fprintf(&b, "\n%s.\n", ends)
	}
	control := table{head: []string{"Record", "Value"}}
	for _, c := range s.Control {
		control.row(c.Name, prose(c.Value))
	}
	fmt.Fprintf(&b, "\n%s\n", control.String())
	s.Since.markdown(&b)
	s.markdownBlocked(&b)
	late, waiting := s.late()
	s.markdownOpen(&b, "Late", append(late, waiting...))
	s.markdownAgain(&b)
	s.markdownOpen(&b, "To do now", s.now())
	s.markdownDecisions(&b)
	phases := table{head: []string{"Phase", "Items", "Done", "Open", "Not yet", "Skipped", "Missing", "Overdue", "Due"}}
	for _, p := range s.all(s.Phases, s.PlannedEnd) {
		phases.row(append(append([]string{prose(p.Title)}, p.counts()...), p.when(s.Date, ""))...)
	}
	fmt.Fprintf(&b, "\n## By phase\n\n%s\n", phases.String())
	roles := table{head: []string{"Role", "People", "Items", "Done", "Open", "Not yet", "Skipped", "Missing", "Overdue", "Next due"}}
	for _, p := range s.all(s.Roles, "") {
		people := proseList(p.People)
		if p.StandsIn != "" {
			people += " (standing in)"
		}
		roles.row(append(append([]string{prose(p.Title), people}, p.counts()...), p.when(s.Date, ""))...)
	}
	fmt.Fprintf(&b, "\n## By role\n\n%s\n", roles.String())
	s.markdownItems(&b)
	if len(s.Notes) > 0 {
		b.WriteString("\n## Notes\n\n")
		for _, n := range s.Notes {
			fmt.Fprintf(&b, "- %s\n", prose(n))
		}
	}
	b.WriteString("\n## Sign-off\n\n| What | Name and role | Date | Signature |\n| --- | --- | --- | --- |\n")
	for _, what := range []string{"All items done, or left out for the reason in their issue", "Accepted for operation"} {
		fmt.Fprintf(&b, "| %s | | | |\n", what)
	}
	return b.String()
}

func (t Tally) counts() []string {
	return []string{itoa(t.Items), itoa(t.Done), itoa(t.Open), itoa(t.Blocked), itoa(t.Skipped), itoa(t.Missing), itoa(t.Overdue)}
}

// markdownOpen lists items that are still to be done.
func (s *Status) markdownOpen(b *strings.Builder, title string, items []ItemStatus) {
	if len(items) == 0 {
		return
	}
	t := table{head: []string{"Item", "Who", "Issue", "Due", "Waits for", "Holds up", "Longest chain"}}
	for _, it := range items {
		holds, chain := "", ""
		if it.OnChain {
			chain = "yes"
		}
		if it.HoldsUp > 0 {
			holds = itoa(it.HoldsUp)
		}
		t.row(it.name(), proseList(it.People), it.link(), it.Due, strings.Join(it.WaitsFor, ", "), holds, chain)
	}
	fmt.Fprintf(b, "\n## %s\n\n%s\n", title, t.String())
}

// markdownAgain lists items that are closed and should be looked at.
func (s *Status) markdownAgain(b *strings.Builder) {
	t := table{head: []string{"Item", "Who", "Issue", "State", "Closed by", "Why"}}
	for _, it := range s.again() {
		t.row(it.name(), proseList(it.People), it.link(), it.when(), codeLogin(it.ClosedBy), prose(it.remarks()))
	}
	if rows := t.String(); rows != "" {
		fmt.Fprintf(b, "\n## Closed, but look again\n\n%s\n", rows)
	}
}

// markdownItems is the record itself: every item, who closed it, when, and how
// many of its boxes are ticked.
func (s *Status) markdownItems(b *strings.Builder) {
	t := table{head: []string{"", "Item", "Role", "Who", "Issue", "State", "Due", "Boxes", "Closed by", "At (UTC)"}}
	signs := map[string]string{StateDone: "☑", StateSkipped: "☒", StateDropped: "☒"}
	for _, it := range append(slices.Clip(s.Items), s.Dropped...) {
		state := it
		state.Ticked, state.Boxes, state.Outsider = 0, 0, false
		about := it.State
		sign := or(signs[it.State], "☐")
		switch {
		case it.State == StateBlocked:
			about = "not yet"
		case it.State == StateDropped && it.ClosedAt == "":
			sign, about = "☐", "dropped, and opened again"
		}
		if more := state.remarks(); more != "" {
			about += ", " + more
		}
		boxes := ""
		if it.Boxes > 0 {
			boxes = fmt.Sprintf("%d of %d", it.Ticked, it.Boxes)
		}
		by := codeLogin(it.ClosedBy)
		if it.Outsider {
			by += " (does not hold the role)"
		}
		at := strings.TrimSuffix(strings.Replace(it.ClosedAt, "T", " ", 1), "Z")
		t.row(sign, it.name(), prose(it.RoleTitle), proseList(it.People), it.link(), prose(about), it.Due, boxes, by, at)
	}
	fmt.Fprintf(b, "\n## Items\n\n%s\n", t.String())
}

func (it ItemStatus) name() string { return strings.TrimSpace(it.Item + " " + prose(it.Title)) }

// link leads to the issue.
func (it ItemStatus) link() string {
	switch {
	case it.Number == 0:
		return ""
	case !safeURL(it.URL):
		return itoa(it.Number)
	}
	return fmt.Sprintf("[%d](%s)", it.Number, it.URL)
}

func proseList(list []string) string {
	var out []string
	for _, s := range list {
		out = append(out, prose(generator.Bounded(s)))
	}
	return strings.Join(out, ", ")
}

func codeLogin(login string) string {
	if login == "" {
		return ""
	}
	return codeSpan(login)
}
