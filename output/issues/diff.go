package issues

import (
	"fmt"
	"slices"
	"strings"

	"runbook/generator"
)

// Diff compares what the tracker should hold with what it holds. It is pure:
// it reads nothing but its arguments and the same arguments give the same Plan.
//
// The order of the changes is the order in which they are made. Issues are
// made before anything that mentions or links them; needless dependencies go
// before the marker that proves them ours is rewritten; whatever must not be
// done twice stands between taking and removing the lock.
func Diff(want *Rollout, have *Observed) *Plan {
	d := differ{want: want, have: have, plan: &Plan{
		Version:    1,
		Repository: have.Repository.FullName,
		URL:        have.Repository.URL,
		Rollout:    want.ID,
		Title:      want.Title,
		Features:   want.Features,
		Changes:    []Change{},
		Conflicts:  []Conflict{},
		Warnings:   slices.Clone(want.Warnings),
		Notes:      []string{},
		want:       want,
		have:       have,
	}}
	d.run()
	return d.plan
}

type differ struct {
	want *Rollout
	have *Observed
	plan *Plan
	skip map[string]bool // keys of issues that are left alone

	coming    map[string]bool     // keys whose issues the plan makes
	gone      map[string][]string // who has left the profile and stays assigned, to the issues
	newPhases map[string]bool     // phases whose milestone this run has made
}

func (d *differ) run() {
	d.skip, d.gone = map[string]bool{}, map[string][]string{}
	labels, milestones := d.labels(), d.milestones()
	creates, texts := d.creates()
	updates, late := d.updates()
	texts = append(late, texts...)
	closes, retitles := d.closes()
	unlinks, links := d.dependencies()
	children := d.children()

	p := d.plan
	locked := append(slices.Clone(creates), closes...)
	take, remove := d.lock(len(locked) > 0)
	for _, group := range [][]Change{take, labels, milestones, creates, unlinks, updates, retitles, closes, remove, children, links, texts} {
		p.Changes = append(p.Changes, group...)
	}
	for _, c := range p.Changes {
		p.Writes += c.Writes
	}
	d.remarks()
	p.Notifications = notifications(p.Changes)
	p.Runbook = d.want.fingerprints()
	p.Seen = d.seen()
	p.Unchanged = d.unchanged(append(slices.Clone(updates), late...))
}

func (d *differ) note(format string, args ...any) {
	d.plan.Notes = append(d.plan.Notes, fmt.Sprintf(format, args...))
}

func (d *differ) warn(format string, args ...any) {
	d.plan.Warnings = append(d.plan.Warnings, fmt.Sprintf(format, args...))
}

// lock frames the changes that two applies at once must not both make. A lock
// that an earlier apply left behind is only removed.
func (d *differ) lock(needed bool) (take, remove []Change) {
	name := lockLabel(d.want.ID)
	c := Change{Kind: KindLock, Key: name, Title: name, Writes: 1}
	if needed {
		take = []Change{c}
		take[0].Verb, take[0].Why = Take, "so that two applies at once do not make an issue twice"
	}
	if needed || d.have.StaleLock {
		remove = []Change{c}
		remove[0].Verb, remove[0].Why = Remove, "every issue is made"
		if !needed {
			remove[0].Why = "left behind by an apply that was interrupted"
		}
	}
	return take, remove
}

// labels creates those that are missing, and dresses those that GitHub itself
// made, grey and bare, because an issue named them first. Any other colour or
// description is somebody's choice.
func (d *differ) labels() []Change {
	const githubs = "ededed"
	var changes []Change
	for _, l := range d.want.Labels {
		have, ok := d.have.label(l.Name)
		c := Change{Kind: KindLabel, Key: l.Name, Title: l.Name, Writes: 1, Digest: checksum(l.Name + l.Color + l.Description)}
		switch {
		case !ok && l.Name == rolloutLabel(d.want.ID) && d.renamed() != "":
			d.note("the label %s is now called %s and is used under that name", l.Name, d.renamed())
			continue
		case !ok:
			c.Verb, c.Why = Create, "not there yet"
			c.Fields = []Field{{"color", "", l.Color}, {"description", "", l.Description}}
		case have.Color == githubs && have.Description == "":
			c.Verb, c.Why = Update, "GitHub made it without colour or description"
			c.Fields = []Field{{"color", have.Color, l.Color}, {"description", "", l.Description}}
		default:
			continue
		}
		changes = append(changes, c)
	}
	return changes
}

// renamed is the name that somebody gave the rollout's label, "" if it has
// its own.
func (d *differ) renamed() string { return d.have.renamedLabel(d.want.ID) }

func (o *Observed) renamedLabel(rollout string) string {
	if _, ok := o.label(rolloutLabel(rollout)); ok {
		return ""
	}
	for _, l := range o.Labels {
		if l.Description == rolloutDescription(rollout) {
			return l.Name
		}
	}
	return ""
}

// labelNames are the names under which the repository knows the labels an
// issue should have.
func (d *differ) labelNames(labels []string) []string {
	names := slices.Clone(labels)
	for i, n := range names {
		if have, ok := d.have.label(n); ok {
			names[i] = have.Name
		} else if n == rolloutLabel(d.want.ID) && d.renamed() != "" {
			names[i] = d.renamed()
		}
	}
	return names
}

func (d *differ) milestones() []Change {
	var changes []Change
	for _, m := range d.want.Milestones {
		c := Change{Kind: KindMilestone, Key: m.Phase, Title: m.Title, Writes: 1, Digest: checksum(m.Title + m.Text + m.Due)}
		have, ok := d.have.milestone(m)
		if !ok {
			c.Verb, c.Why = Create, "not there yet"
			c.Fields = []Field{{"due", "", m.Due}}
			changes = append(changes, c)
			continue
		}
		if !have.Mine {
			continue // a person's, of the same title: used as it is
		}
		c.Verb, c.Number = Update, have.Number
		c.Fields = milestoneFields(m, have)
		if len(c.Fields) == 0 {
			continue
		}
		c.Why = changedFields(c.Fields)
		changes = append(changes, c)
	}
	return changes
}

// milestoneFields are the fields that the runbook changed and no person did. A
// due date cannot be taken away through the API and stays.
func milestoneFields(m Milestone, have ObservedMilestone) []Field {
	var fields []Field
	add := func(name, from, to string, ours bool) {
		if from != to && ours {
			fields = append(fields, Field{name, from, to})
		}
	}
	add("title", have.Title, m.Title, checksum(have.Title) == have.Marker.Title)
	add("due", have.Due, m.Due, have.Due == have.Marker.Due && m.Due != "")
	add("text", have.Text, m.Text, checksum(comparableText(have.Text)) == have.Marker.Text &&
		comparableText(have.Text) != comparableText(m.Text))
	return fields
}

func changedFields(fields []Field) string {
	var names []string
	for _, f := range fields {
		names = append(names, f.Name)
	}
	return generator.And(names) + " changed"
}

// assignable are the people of an issue whom GitHub will take.
func (d *differ) assignable(is Issue) []string { return d.have.assignable(is.Assignees) }

func (o *Observed) assignable(logins []string) []string {
	var out []string
	for _, l := range logins {
		if !slices.Contains(o.Denied, strings.ToLower(l)) {
			out = append(out, l)
		}
	}
	return out
}

func (d *differ) milestoneTitle(phase string) string {
	for _, m := range d.want.Milestones {
		if m.Phase != phase {
			continue
		}
		if have, ok := d.have.milestone(m); ok {
			return have.Title
		}
		return m.Title
	}
	return ""
}

// name is how messages call a desired issue.
func name(is Issue) string {
	if is.Key == trackingKey {
		return "the rollout itself"
	}
	return is.Title
}

// digest identifies what is desired of an issue, whatever numbers its
// references will get.
func (is Issue) digest() string {
	return checksum(strings.Join([]string{is.Title, is.Block, strings.Join(is.Labels, ","), strings.Join(is.Assignees, ","), is.Phase, strings.Join(is.Needs, ",")}, "\x00"))
}

func (r *Rollout) fingerprints() []Fingerprint {
	var list []Fingerprint
	for _, is := range append([]Issue{r.Tracking}, r.Issues...) {
		list = append(list, Fingerprint{Key: is.Key, Sum: is.digest()})
	}
	slices.SortFunc(list, func(a, b Fingerprint) int { return strings.Compare(a.Key, b.Key) })
	return list
}
