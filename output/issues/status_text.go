package issues

import (
	"encoding/json"
	"fmt"
	"strings"
)

// JSON returns the status as data.
func (s *Status) JSON() ([]byte, error) {
	data, err := json.MarshalIndent(s, "", "  ")
	return append(data, '\n'), err
}

// Text prints the status for a terminal.
func (s *Status) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d of %d items done on %s\n", s.Title, s.Total.Done, s.Total.Items, s.Date)
	if s.Tracking != "" {
		fmt.Fprintf(&b, "%s\n", s.Tracking)
	}
	progress := func(title string, list []Progress) {
		wide := length(title)
		for _, p := range list {
			wide = max(wide, length(p.Title))
		}
		fmt.Fprintf(&b, "\n%s  items  done  open  blocked  skipped  missing  overdue\n", pad(title, wide))
		for _, p := range list {
			fmt.Fprintf(&b, "%s  %5d  %4d  %4d  %7d  %7d  %7d  %7d", pad(p.Title, wide), p.Items, p.Done, p.Open, p.Blocked, p.Skipped, p.Missing, p.Overdue)
			if p.Due != "" {
				fmt.Fprintf(&b, "  due %s", p.Due)
			}
			b.WriteString("\n")
		}
	}
	progress("Phase", s.Phases)
	progress("Role", s.Roles)
	b.WriteString("\nItems\n")
	for _, it := range s.Items {
		sign := map[string]string{StateDone: "x", StateOpen: " ", StateBlocked: "-", StateSkipped: "/"}[it.State]
		fmt.Fprintf(&b, "  [%s] %-5s %s", or(sign, "?"), it.Item, it.Title)
		if it.Number > 0 {
			fmt.Fprintf(&b, "  #%d", it.Number)
		}
		b.WriteString("  " + it.words() + "\n")
	}
	if len(s.Dropped) > 0 {
		b.WriteString("\nNo longer asked for\n")
		for _, it := range s.Dropped {
			fmt.Fprintf(&b, "  #%d %s  %s\n", it.Number, line(it.Title), it.words())
		}
	}
	bullets(&b, "Notes", s.Notes)
	return b.String()
}

// words say what state an item is in.
func (it ItemStatus) words() string {
	day, _, _ := strings.Cut(it.ClosedAt, "T")
	by := ""
	if it.ClosedBy != "" {
		by = " by " + it.ClosedBy
	}
	var parts []string
	switch it.State {
	case StateDone, StateSkipped, StateDropped:
		parts = append(parts, strings.TrimSpace(it.State+by+" "+day))
	case StateBlocked:
		parts = append(parts, "blocked, waits for "+and(it.WaitsFor))
	case StateMissing:
		parts = append(parts, "has no issue")
	case StateDeleted:
		parts = append(parts, "its issue was deleted")
	case StateMoved:
		parts = append(parts, "its issue was moved to "+it.URL)
	default:
		parts = append(parts, it.State)
	}
	if it.Ticked > 0 && it.State != StateDone {
		parts = append(parts, fmt.Sprintf("%d of %d boxes ticked", it.Ticked, it.Boxes))
	}
	if it.Overdue {
		parts = append(parts, "overdue since "+it.Due)
	}
	return strings.Join(parts, ", ")
}

func pad(s string, n int) string { return s + strings.Repeat(" ", max(n-length(s), 0)) }

// Markdown prints the status as a record: to be filed, or printed and signed.
func (s *Status) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: progress\n\n%d of %d items done on %s. Tracked in %s", prose(s.Title), s.Total.Done, s.Total.Items, s.Date, codeSpan(s.Repository))
	if s.Tracking != "" {
		fmt.Fprintf(&b, " ([tracking issue](%s))", s.Tracking)
	}
	b.WriteString(".\n")
	progress := func(title string, list []Progress) {
		t := table{head: []string{title, "Items", "Done", "Open", "Blocked", "Skipped", "Missing", "Overdue", "Due"}}
		for _, p := range list {
			t.row(prose(p.Title), itoa(p.Items), itoa(p.Done), itoa(p.Open), itoa(p.Blocked), itoa(p.Skipped), itoa(p.Missing), itoa(p.Overdue), p.Due)
		}
		fmt.Fprintf(&b, "\n## By %s\n\n%s\n", strings.ToLower(title), t.String())
	}
	progress("Phase", s.Phases)
	progress("Role", s.Roles)
	t := table{head: []string{"", "Item", "Issue", "State", "Closed by", "On"}}
	row := func(it ItemStatus) {
		sign := "☐"
		if it.State == StateDone {
			sign = "☑"
		}
		issue := ""
		if it.Number > 0 {
			issue = fmt.Sprintf("[%d](%s)", it.Number, it.URL)
		}
		day, _, _ := strings.Cut(it.ClosedAt, "T")
		state := it
		state.ClosedBy, state.ClosedAt = "", ""
		t.row(sign, strings.TrimSpace(it.Item+" "+prose(it.Title)), issue, prose(state.words()), codeLogin(it.ClosedBy), day)
	}
	for _, it := range s.Items {
		row(it)
	}
	for _, it := range s.Dropped {
		row(it)
	}
	fmt.Fprintf(&b, "\n## Items\n\n%s\n", t.String())
	if len(s.Notes) > 0 {
		b.WriteString("\n## Notes\n\n")
		for _, n := range s.Notes {
			fmt.Fprintf(&b, "- %s\n", prose(n))
		}
	}
	b.WriteString("\n## Sign-off\n\n| Name | Date | Signature |\n| --- | --- | --- |\n| | | |\n")
	return b.String()
}

func codeLogin(login string) string {
	if login == "" {
		return ""
	}
	return codeSpan(login)
}
