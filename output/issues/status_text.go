package issues

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"runbook/generator"
	"runbook/output/words"
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
	fmt.Fprintf(&b, "%s on %s: %s\n", s.Title, s.Date, s.Total.soFar())
	if ends := s.ends(); ends != "" {
		fmt.Fprintf(&b, "%s\n", ends)
	}
	if s.Tracking != "" {
		fmt.Fprintf(&b, "%s\n", s.Tracking)
	}
	s.Since.text(&b)
	s.textBlocked(&b)
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
		fmt.Fprintf(&b, "  and, because others are not done: %s\n", some(numbers))
	}
	listItems(&b, "Closed, but look again", s.again(), false)
	listItems(&b, "To do now", s.now(), false)
	s.textDecisions(&b)
	progress(&b, "Phase", s.all(s.Phases, s.PlannedEnd), s.Date)
	progress(&b, "Role", s.all(s.Roles, ""), s.Date)
	if whole {
		listItems(&b, "Items", s.Items, true)
	} else {
		listItems(&b, "Without an issue", s.lost(), false)
	}
	if len(s.Dropped) > 0 {
		b.WriteString("\nNo longer asked for\n")
		for _, it := range s.Dropped {
			fmt.Fprintf(&b, "  #%d %s, %s%s\n", it.Number, line(it.Title), it.when(), after(" by ", it.ClosedBy))
		}
	}
	bullets(&b, "Notes", s.Notes)
	if !whole && s.Total.Items > 0 {
		fmt.Fprintf(&b, "\n--all lists every item.\n")
	}
	return b.String()
}

// soFar counts as the rows below it do: what is settled of all.
func (t Tally) soFar() string {
	text := fmt.Sprintf("%d of %s done", t.Done, words.Count(t.Items, "item"))
	if t.Skipped > 0 {
		text = fmt.Sprintf("%d of %s settled (%d done, %d skipped)", t.Done+t.Skipped, words.Count(t.Items, "item"), t.Done, t.Skipped)
	}
	if t.Minutes > 0 {
		text += fmt.Sprintf(", %s of %s of work", generator.Minutes(t.MinutesDone), generator.Minutes(t.Minutes))
	}
	if t.Stuck > 0 {
		text += fmt.Sprintf(", %d blocked", t.Stuck)
	}
	if t.LookAgain > 0 {
		text += fmt.Sprintf(", %d to look at again", t.LookAgain)
	}
	return text
}

// all adds the row of the sums to those of phases or roles.
func (s *Status) all(list []Progress, due string) []Progress {
	return append(slices.Clip(list), Progress{Title: "All", Due: due, Tally: s.Total})
}

// when says by which day a phase, a role or all has to be ready, or since when
// it is late. next comes before the day of a role.
func (p Progress) when(today, next string) string {
	switch {
	case p.Due == "":
		return ""
	case p.Due < today && p.Done+p.Skipped < p.Items:
		return "late since " + p.Due
	}
	return next + p.Due
}

// late are the items that are late: those that could be done, and those that
// wait for others.
func (s *Status) late() (open, waiting []ItemStatus) {
	for _, it := range s.Items {
		switch {
		case it.Overdue && it.State == StateOpen:
			it.Overdue, it.lateOnChain = false, it.OnChain // it stands under a title that says so
			open = append(open, it)
		case it.Overdue:
			waiting = append(waiting, it)
		}
	}
	return open, waiting
}

// now are the items that can be done and are neither late nor blocked.
func (s *Status) now() []ItemStatus {
	var out []ItemStatus
	for _, it := range s.Items {
		if it.State == StateOpen && !it.Overdue && it.Stuck == "" {
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
	var rows columns
	for _, it := range items {
		number, issue, who := it.Item, "", strings.Join(it.People, ", ")
		if signed {
			number = fmt.Sprintf("[%s] %s", or(signs[it.State], "?"), number)
		}
		if it.Number > 0 {
			issue = fmt.Sprintf("#%d", it.Number)
		}
		if it.ClosedBy != "" {
			who = it.ClosedBy
		}
		what := it.Title
		if more := it.remarks(); more != "" {
			what += " (" + more + ")"
		}
		rows.add("  "+number, issue, it.when(), who, what)
	}
	fmt.Fprintf(b, "\n%s\n%s", title, rows.String())
}

// when is the day that counts for an item.
func (it ItemStatus) when() string {
	day, _, _ := strings.Cut(it.ClosedAt, "T")
	switch {
	case it.State == StateDropped && day == "":
		return "opened again"
	case it.State == StateDone, it.State == StateSkipped, it.State == StateDropped:
		return strings.TrimSpace(it.State + " " + day)
	case it.Due != "":
		return "due " + it.Due
	}
	return ""
}

// progress prints the counts of phases or roles, and whose the roles are.
func progress(b *strings.Builder, title string, list []Progress, today string) {
	names := make([]string, len(list))
	wide := length(title)
	for i, p := range list {
		names[i] = p.Title
		if len(p.People) > 0 {
			names[i] += ": " + strings.Join(p.People, ", ")
		}
		remark := ""
		if p.StandsIn != "" {
			remark = " (standing in)"
		}
		names[i] = cut(names[i], 64-length(remark)) + remark
		wide = max(wide, length(names[i]))
	}
	fmt.Fprintf(b, "\n%s  items  done  open  not yet  skipped  missing  overdue\n", pad(title, wide))
	for i, p := range list {
		fmt.Fprintf(b, "%s  %5d  %4d  %4d  %7d  %7d  %7d  %7d", pad(names[i], wide), p.Items, p.Done, p.Open, p.Blocked, p.Skipped, p.Missing, p.Overdue)
		next := "due "
		if len(p.People) > 0 {
			next = "next due "
		}
		b.WriteString(after("  ", p.when(today, next)) + "\n")
	}
}

// remarks say what else there is to know of an item.
func (it ItemStatus) remarks() string {
	var parts []string
	switch it.State {
	case StateDone, StateSkipped:
		if it.Outsider {
			parts = append(parts, it.ClosedBy+" does not hold the role")
		}
	case StateOpen, StateBlocked:
		if it.Stuck != "" {
			parts = append(parts, "blocked: "+it.Stuck)
		}
		if it.State == StateBlocked {
			parts = append(parts, "waits for "+generator.And(it.WaitsFor))
			break
		}
		if len(it.Assignees) == 0 {
			parts = append(parts, "nobody is assigned")
		}
		if it.HoldsUp > 0 {
			parts = append(parts, "holds up "+itoa(it.HoldsUp))
		}
		if it.lateOnChain {
			parts = append(parts, "on the longest chain")
		}
	case StateMissing:
		parts = append(parts, "has no issue")
	case StateDeleted:
		parts = append(parts, "its issue was deleted, or made a discussion")
	case StateMoved:
		parts = append(parts, "its issue was moved to "+it.URL)
	}
	if it.Overdue {
		parts = append(parts, "late")
	}
	if it.Conflict != "" {
		parts = append(parts, "its text is out of date")
	}
	if it.Ticked > 0 && it.State != StateDone || it.Ticked < it.Boxes && it.State == StateDone {
		parts = append(parts, fmt.Sprintf("%d of %s ticked", it.Ticked, words.Count(it.Boxes, "box")))
	}
	if it.Changed {
		parts = append(parts, "its text changed after it was closed")
	}
	return strings.Join(parts, ", ")
}

// columns are rows of text, each column but the last as wide as it needs to be.
type columns [][]string

func (c *columns) add(cells ...string) { *c = append(*c, cells) }

// String leaves out columns in which nothing is.
func (c columns) String() string {
	var b strings.Builder
	for _, row := range c {
		var cells []string
		for i, cell := range row {
			wide := 0
			for _, r := range c {
				wide = max(wide, min(length(r[i]), 32))
			}
			switch {
			case i == len(row)-1:
				cells = append(cells, cell)
			case wide > 0:
				cells = append(cells, pad(cell, wide))
			}
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, "  "), " ") + "\n")
	}
	return b.String()
}

func pad(s string, n int) string { return s + strings.Repeat(" ", max(n-length(s), 0)) }

// after puts a word before a text that is not empty.
func after(word, text string) string {
	if text == "" {
		return ""
	}
	return word + text
}
