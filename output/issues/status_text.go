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

// Text prints the status for a terminal: what is late, what can be done now, and
// the counts.
func (s *Status) Text() string { return s.text(false) }

// Whole prints every item besides.
func (s *Status) Whole() string { return s.text(true) }

func (s *Status) text(whole bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d of %d items done", s.Title, s.Total.Done, s.Total.Items)
	if s.Total.Skipped > 0 {
		fmt.Fprintf(&b, ", %d skipped", s.Total.Skipped)
	}
	fmt.Fprintf(&b, " on %s\n", s.Date)
	if s.Tracking != "" {
		fmt.Fprintf(&b, "%s\n", s.Tracking)
	}
	late, waiting := s.late()
	listItems(&b, "Late", late, false)
	if len(waiting) > 0 {
		var numbers []string
		for _, it := range waiting {
			numbers = append(numbers, it.Item)
		}
		if len(late) == 0 {
			b.WriteString("\nLate\n")
		}
		fmt.Fprintf(&b, "  %s, because what they wait for is not done: %s\n", plural(len(waiting), "more item"), some(numbers))
	}
	listItems(&b, "To do now", s.now(), false)
	progress(&b, "Phase", s.Phases)
	progress(&b, "Role", s.Roles)
	if whole {
		listItems(&b, "Items", s.Items, true)
	} else {
		listItems(&b, "Without an issue", s.lost(), false)
	}
	if len(s.Dropped) > 0 {
		b.WriteString("\nNo longer asked for\n")
		for _, it := range s.Dropped {
			fmt.Fprintf(&b, "  #%d %s  %s\n", it.Number, line(it.Title), it.words())
		}
	}
	bullets(&b, "Notes", s.Notes)
	if !whole && s.Total.Items > 0 {
		fmt.Fprintf(&b, "\n--all lists every item.\n")
	}
	return b.String()
}

// late are the items that are late: those that could be done, and those that
// wait for others.
func (s *Status) late() (open, waiting []ItemStatus) {
	for _, it := range s.Items {
		switch {
		case it.Overdue && it.State == StateOpen:
			open = append(open, it)
		case it.Overdue:
			waiting = append(waiting, it)
		}
	}
	return open, waiting
}

// now are the items that can be done and are not late.
func (s *Status) now() []ItemStatus {
	var out []ItemStatus
	for _, it := range s.Items {
		if it.State == StateOpen && !it.Overdue {
			out = append(out, it)
		}
	}
	return out
}

// lost are the items whose issues went away, or are still to be made in a
// rollout that has others.
func (s *Status) lost() []ItemStatus {
	var out []ItemStatus
	for _, it := range s.Items {
		switch it.State {
		case StateDeleted, StateMoved:
			out = append(out, it)
		case StateMissing:
			if s.Total.Missing < s.Total.Items {
				out = append(out, it)
			}
		}
	}
	return out
}

// listItems prints items in columns, with a sign for the state where it differs.
func listItems(b *strings.Builder, title string, items []ItemStatus, signed bool) {
	if len(items) == 0 {
		return
	}
	signs := map[string]string{StateDone: "x", StateOpen: " ", StateBlocked: "-", StateSkipped: "/"}
	var rows [][3]string
	var wide [2]int
	for _, it := range items {
		title := it.Item + " " + it.Title
		if it.Number > 0 {
			title += fmt.Sprintf("  #%d", it.Number)
		}
		if signed {
			title = fmt.Sprintf("[%s] %s", or(signs[it.State], "?"), title)
		}
		r := [3]string{title, strings.Join(it.People, ", "), it.words()}
		for i := range wide {
			wide[i] = min(max(wide[i], length(r[i])), 64)
		}
		rows = append(rows, r)
	}
	fmt.Fprintf(b, "\n%s\n", title)
	for _, r := range rows {
		fmt.Fprintf(b, "  %s  %s  %s\n", pad(r[0], wide[0]), pad(r[1], wide[1]), r[2])
	}
}

// progress prints the counts of phases or roles, and whose the roles are.
func progress(b *strings.Builder, title string, list []Progress) {
	names := make([]string, len(list))
	wide := length(title)
	for i, p := range list {
		names[i] = p.Title
		if len(p.People) > 0 {
			names[i] += ": " + strings.Join(p.People, ", ")
		}
		names[i] = cut(names[i], 64)
		wide = max(wide, length(names[i]))
	}
	fmt.Fprintf(b, "\n%s  items  done  open  blocked  skipped  missing  overdue\n", pad(title, wide))
	for i, p := range list {
		fmt.Fprintf(b, "%s  %5d  %4d  %4d  %7d  %7d  %7d  %7d", pad(names[i], wide), p.Items, p.Done, p.Open, p.Blocked, p.Skipped, p.Missing, p.Overdue)
		switch {
		case p.Due == "":
		case len(p.People) > 0:
			fmt.Fprintf(b, "  next due %s", p.Due)
		default:
			fmt.Fprintf(b, "  due %s", p.Due)
		}
		b.WriteString("\n")
	}
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
		if it.Outsider {
			parts = append(parts, "who does not hold the role")
		}
	case StateBlocked:
		parts = append(parts, "waits for "+and(it.WaitsFor))
	case StateMissing:
		parts = append(parts, "has no issue")
	case StateDeleted:
		parts = append(parts, "its issue was deleted")
	case StateMoved:
		parts = append(parts, "its issue was moved to "+it.URL)
	}
	switch {
	case it.Overdue:
		parts = append(parts, "due since "+it.Due)
	case it.Due != "" && (it.State == StateOpen || it.State == StateBlocked):
		parts = append(parts, "due "+it.Due)
	case it.State == StateOpen:
		parts = append(parts, it.State)
	}
	if it.State == StateOpen {
		if len(it.Assignees) == 0 {
			parts = append(parts, "nobody is assigned")
		}
		if it.HoldsUp > 0 {
			parts = append(parts, "holds up "+itoa(it.HoldsUp))
		}
	}
	if it.Ticked > 0 && it.State != StateDone || it.Ticked < it.Boxes && it.State == StateDone {
		parts = append(parts, fmt.Sprintf("%d of %s ticked", it.Ticked, plural(it.Boxes, "box")))
	}
	return strings.Join(parts, ", ")
}

func pad(s string, n int) string { return s + strings.Repeat(" ", max(n-length(s), 0)) }
