package issues

import (
	"fmt"
	"slices"
	"strings"

	"runbook/generator"
)

// target is everything to be written to one issue that is there already. It
// is worked out for the plan and again, from a fresh copy of the issue, right
// before the write.
type target struct {
	Title     string // "" to keep
	Block     string // with people's ticks
	Text      string // checksum of Block for the marker
	Named     string // for the marker, "" if no link is missing
	Lines     string // for the marker: sums of the lines of Block
	After     string // for the marker: that the issue was closed before this text
	NewText   bool   // Block differs from what is there
	Labels    []string
	NewLabels bool
	People    []string
	NewPeople bool
	Phase     string // whose milestone to set, "" to keep
	Reopen    bool
	Marker    string   // why only the marker must be written, "" if it need not
	Gone      []string // texts of ticked boxes that the new text no longer has
	Notes     []string
	Conflict  string
	Written   []string // of a conflict: what somebody changed, and what the runbook
	Runbook   []string
	Waits     []string // what else of it waits until the conflict is settled
}

func (t target) empty() bool {
	return t.Title == "" && !t.NewText && !t.NewLabels && !t.NewPeople && t.Phase == "" && !t.Reopen && t.Marker == ""
}

// remarks are what somebody should know of it.
func (t target) remarks() []string {
	list := slices.Clone(t.Notes)
	for _, g := range t.Gone {
		list = append(list, "a ticked box goes, because its line is gone: "+g)
	}
	return list
}

// retarget decides what to write to an issue. Three states speak: what is
// desired, what is there, and what was last written, of which the marker keeps
// checksums. What a person changed stays; where both changed the text, the issue
// is left alone, and of everything else it is the person's.
func (d *differ) retarget(w Issue, h ObservedIssue) target {
	t := target{Block: h.Body.Block, Text: h.Body.Marker.Text, Lines: h.Body.Marker.Lines}
	if h.Body.Broken != "" {
		t.Conflict = h.Body.Broken
		return t
	}
	m := h.Body.Marker
	t.Reopen = m.Dropped && h.closed() && (h.Reason == "not_planned" || h.Reason == "")
	finished := h.closed() && !t.Reopen
	d.retargetText(w, h, finished, &t)
	switch {
	case h.Title == w.Title:
	case checksum(h.Title) == m.Title:
		t.Title = w.Title
	case checksum(w.Title) != m.Title:
		t.Notes = append(t.Notes, fmt.Sprintf("the title stays as somebody changed it; the runbook now says %q", w.Title))
	}
	t.Labels, t.NewLabels = merge(d.labelNames(w.Labels), h.Labels, m.Labels, w.Labels)
	if people := d.assignable(w); !finished && !slices.Equal(marks(people), m.People) {
		// Whoever is assigned and lost access to the repository stays.
		t.People, t.NewPeople = merge(people, h.Assignees, m.People, w.Assignees)
		if n := len(t.People); n > maxAssignees {
			t.Notes = append(t.Notes, fmt.Sprintf("it would have %d assignees and GitHub takes ten: %s stay out", n, generator.And(t.People[maxAssignees:])))
			t.People = t.People[:maxAssignees]
			t.NewPeople = !sameFold(t.People, h.Assignees)
		}
	}
	d.retargetMilestone(w, h, &t)
	switch {
	case m.Dropped && !h.closed():
		t.Marker = "somebody reopened it, and the item applies again"
	case w.Key == trackingKey && m.Origin != "" && d.want.Origin != "" && m.Origin != d.want.Origin:
		t.Marker = "the profile's file was renamed"
	case w.Key == trackingKey && !slices.Equal(m.Former, d.former()):
		t.Marker = "who has left the profile changed"
	}
	if t.Conflict != "" {
		return t.leftAlone()
	}
	if finished {
		t.After = m.After
	}
	if finished && t.NewText && moreWork(t.Block, h.Body.Block) {
		t.After = h.afterClosing(t.Block)
		t.Notes = append(t.Notes, "it is closed already: look whether the change asks for more work")
	}
	return t
}

// leftAlone is the target of an issue in conflict: nothing is written to it, and
// what else would have been is said.
func (t target) leftAlone() target {
	left := target{Block: t.Block, Text: t.Text, Lines: t.Lines, Conflict: t.Conflict, Written: t.Written, Runbook: t.Runbook}
	for _, waits := range []struct {
		what string
		yes  bool
	}{{"title", t.Title != ""}, {"assignees", t.NewPeople}, {"labels", t.NewLabels}, {"milestone", t.Phase != ""}, {"state", t.Reopen}} {
		if waits.yes {
			left.Waits = append(left.Waits, waits.what)
		}
	}
	return left
}

// retargetMilestone moves an issue only from the milestone it was given.
func (d *differ) retargetMilestone(w Issue, h ObservedIssue, t *target) {
	if w.Phase == "" {
		return
	}
	wanted, last := d.milestoneNumber(w.Phase), d.milestoneNumber(h.Body.Marker.Phase)
	switch {
	case h.Milestone != 0 && h.Milestone == wanted:
	case w.Phase == h.Body.Marker.Phase && (h.Milestone != 0 || wanted != 0 && !d.newPhases[w.Phase]):
		// a person moved it, or took the milestone off
	case h.Milestone == 0 || h.Milestone == last:
		t.Phase = w.Phase
	default:
		t.Notes = append(t.Notes, "it stays in the milestone to which somebody moved it")
	}
}

// milestoneNumber returns the number of a phase's milestone, 0 if it is still
// to be made.
func (d *differ) milestoneNumber(phase string) int {
	for _, m := range d.want.Milestones {
		if m.Phase == phase {
			have, _ := d.have.milestone(m)
			return have.Number
		}
	}
	for _, om := range d.have.Milestones {
		if om.Mine && om.Marker.Phase == phase {
			return om.Number
		}
	}
	return 0
}

// merge unites what is wanted with what is there, less what was set by us and
// is no longer wanted. names are the wanted ones under the server's names.
func merge(names, there, last, wanted []string) (union []string, changed bool) {
	has := func(list []string, s string) bool {
		return slices.ContainsFunc(list, func(x string) bool { return strings.EqualFold(x, s) })
	}
	for _, s := range there {
		if slices.Contains(last, mark(s)) && !has(names, s) && !has(wanted, s) {
			changed = true
			continue
		}
		union = append(union, s)
	}
	for _, s := range names {
		if !has(union, s) {
			union = append(union, s)
			changed = true
		}
	}
	return union, changed
}

func sameFold(a, b []string) bool { return slices.Equal(marks(a), marks(b)) }

// updates lists the issues that are there and not as they should be. texts are
// those that lack nothing but links, because an earlier apply ended before it
// made them.
func (d *differ) updates() (changes, texts []Change) {
	for _, w := range d.want.ordered() {
		h, ok := d.have.find(w.Key)
		if !ok {
			continue
		}
		t := d.retarget(w, h)
		if t.Conflict != "" {
			d.conflict(h, w.Title, t)
			continue
		}
		d.leavers(h, t)
		if t.empty() {
			for _, n := range t.Notes {
				d.note("#%d %s: %s", h.Number, h.Title, n)
			}
			continue
		}
		c := d.update(w, h, t)
		if d.onlyLinks(w, h, c) {
			c.Verb, c.Kind, c.Why = Link, KindText, whyText
			texts = append(texts, c)
			continue
		}
		changes = append(changes, c)
	}
	return changes, texts
}

func (d *differ) onlyLinks(w Issue, h ObservedIssue, c Change) bool {
	return c.Verb == Update && len(c.Fields) == 1 && c.Fields[0].Name == "text" &&
		h.Body.Marker.Named != "" && h.Body.Marker.Named == blockChecksum(named(w.Block))
}

func (d *differ) update(w Issue, h ObservedIssue, t target) Change {
	c := Change{
		Verb: Update, Kind: KindIssue, Key: w.Key, Number: h.Number, Item: w.Number, Title: h.Title,
		Notes: t.remarks(), Writes: 1, Digest: w.digest(),
	}
	if w.Key == trackingKey {
		c.Kind = KindTracking
	}
	if t.Title != "" {
		c.Fields = append(c.Fields, Field{"title", h.Title, t.Title})
	}
	if t.NewText {
		c.Fields = append(c.Fields, Field{"text", comparableText(h.Body.Block), t.Block})
	}
	if t.NewLabels {
		c.Fields = append(c.Fields, Field{"labels", strings.Join(h.Labels, ", "), strings.Join(t.Labels, ", ")})
	}
	if t.NewPeople {
		c.Fields = append(c.Fields, Field{"assignees", strings.Join(h.Assignees, ", "), strings.Join(t.People, ", ")})
		for _, p := range t.People {
			if !slices.ContainsFunc(h.Assignees, func(a string) bool { return strings.EqualFold(a, p) }) {
				c.Mail = append(c.Mail, p)
			}
		}
	}
	if t.Phase != "" {
		c.Fields = append(c.Fields, Field{"milestone", d.numberTitle(h.Milestone), d.milestoneTitle(t.Phase)})
	}
	c.Why = changedFields(c.Fields)
	if len(c.Fields) == 0 {
		c.Why = t.Marker
	}
	if t.Reopen {
		c.Verb, c.Why = Reopen, "the item applies again"
		c.Fields = append([]Field{{"state", "closed", "open"}}, c.Fields...)
		c.Mail = h.Assignees
	}
	return c
}

func (d *differ) numberTitle(number int) string {
	for _, m := range d.have.Milestones {
		if m.Number == number {
			return m.Title
		}
	}
	return ""
}

// conflict notes that an issue is left alone.
func (d *differ) conflict(h ObservedIssue, title string, t target) {
	d.skip[h.Key] = true
	hint := "move what somebody wrote out of the block, below its last line, or undo it; then run apply again"
	if len(t.Waits) > 0 {
		wait := "wait"
		if len(t.Waits) == 1 && t.Waits[0] != "labels" && t.Waits[0] != "assignees" {
			wait = "waits"
		}
		hint += ". Until then its " + generator.And(t.Waits) + " " + wait + ", too"
	}
	if h.Body.Broken != "" {
		hint = "put the hidden lines that begin with <!-- runbook: back, from the issue's edit history; then run apply again"
	}
	d.plan.Conflicts = append(d.plan.Conflicts, Conflict{
		Key: h.Key, Number: h.Number, Title: line(title), Why: t.Conflict, Hint: hint, Written: t.Written, Runbook: t.Runbook,
	})
}
