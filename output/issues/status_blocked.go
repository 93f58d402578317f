package issues

import (
	"fmt"
	"slices"
	"strings"

	"runbook/generator"
)

// An item whose turn has not come waits for others; that is the plan. It is
// blocked where somebody says so: by a label with that word, or on paper.

// blockedLabel is a label such as blocked, status: blocked or blocked-by-vendor.
var blockedLabel = lazy(`(?i)(^|[^a-z])blocked([^a-z]|$)`)

// calledBlocked are the labels of an issue that call it blocked.
func calledBlocked(is ObservedIssue) []string {
	return slices.DeleteFunc(slices.Clone(is.Labels), func(l string) bool { return !blockedLabel().MatchString(l) })
}

// stuck says why an item that is not settled is blocked, "" if nobody says so.
func stuck(it generator.Item, is ObservedIssue) string {
	var why []string
	for _, l := range calledBlocked(is) {
		why = append(why, fmt.Sprintf("label %q", line(l)))
	}
	if w := it.Work; w.Status == generator.StatusBlocked {
		paper := "on paper"
		if who := strings.TrimSpace(line(w.By) + " " + line(w.Date)); who != "" {
			paper += " by " + who
		}
		if w.Evidence != "" {
			paper += fmt.Sprintf(": %q", cut(line(w.Evidence), saidLength))
		}
		why = append(why, paper)
	}
	return strings.Join(why, "; ")
}

// Waiter is somebody who waits for an item, and the items that they wait with.
type Waiter struct {
	People []string `json:"people"`
	Items  []string `json:"items"` // numbers
}

func (it ItemStatus) settled() bool { return it.State == StateDone || it.State == StateSkipped }

// waiters are those whose items need one that is not settled.
func (s *Status) waiters(rb *generator.Runbook) {
	at := map[string]int{}
	for i, it := range s.Items {
		at[it.Key] = i
	}
	for _, it := range rb.Items() {
		waits := s.Items[at[it.Key]]
		if waits.settled() {
			continue
		}
		for _, n := range it.Needs {
			i, ok := at[n.Key]
			if !ok || s.Items[i].settled() {
				continue
			}
			list := &s.Items[i].Waiting
			k := slices.IndexFunc(*list, func(w Waiter) bool { return slices.Equal(w.People, waits.People) })
			if k < 0 {
				k = len(*list)
				*list = append(*list, Waiter{People: waits.People})
			}
			(*list)[k].Items = append((*list)[k].Items, waits.Item)
		}
	}
}

// who names the waiters of an item, and what they wait with.
func (it ItemStatus) who() string {
	var parts []string
	for _, w := range it.Waiting {
		parts = append(parts, fmt.Sprintf("%s (%s)", generator.And(w.People), some(w.Items)))
	}
	return strings.Join(parts, ", ")
}

func (s *Status) blocked() []ItemStatus {
	var out []ItemStatus
	for _, it := range s.Items {
		if it.Stuck != "" {
			out = append(out, it)
		}
	}
	return out
}

// textBlocked lists what is blocked, and under each item who waits for it.
func (s *Status) textBlocked(b *strings.Builder) {
	var rows columns
	for _, it := range s.blocked() {
		rows.add("  "+it.Item, "#"+itoa(it.Number), it.when(), strings.Join(it.People, ", "), it.Title+" ("+it.remarks()+")")
		if who := it.who(); who != "" {
			rows.add("", "", "", "", "waiting for it: "+who)
		}
	}
	if len(rows) > 0 {
		fmt.Fprintf(b, "\nBlocked\n%s", rows.String())
	}
}

func (s *Status) markdownBlocked(b *strings.Builder) {
	t := table{head: []string{"Item", "Who", "Issue", "Due", "Why", "Waiting for it", "Holds up"}}
	for _, it := range s.blocked() {
		holds := ""
		if it.HoldsUp > 0 {
			holds = itoa(it.HoldsUp)
		}
		t.row(it.name(), proseList(it.People), it.link(), it.Due, prose(it.Stuck), prose(it.who()), holds)
	}
	if rows := t.String(); rows != "" {
		fmt.Fprintf(b, "\n## Blocked\n\n%s\n", rows)
	}
}

// otherwiseOnPaper says of which items a record and the issues say different things.
func (s *Status) otherwiseOnPaper(rb *generator.Runbook) []string {
	var open, closed []string
	for k, it := range rb.Items() {
		switch s.Items[k].State {
		case StateOpen, StateBlocked:
			if it.Settled() {
				open = append(open, it.Number)
			}
		case StateDone, StateSkipped:
			if it.Work.Status == generator.StatusBlocked {
				closed = append(closed, it.Number)
			}
		}
	}
	var notes []string
	if len(open) > 0 {
		notes = append(notes, "done or not needed on paper, and open here: "+generator.And(open)+"; close them, or look why they are not")
	}
	if len(closed) > 0 {
		notes = append(notes, "blocked on paper, and closed here: "+generator.And(closed)+"; see which is right")
	}
	return notes
}
