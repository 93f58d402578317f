package issues

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// dependencies lists the blocked-by links to take away and to make. Only a
// link that the marker knows as ours is taken away.
func (d *differ) dependencies() (unlinks, links []Change) {
	if !d.want.Features.Dependencies {
		return nil, nil
	}
	for _, w := range d.want.Issues {
		if d.skip[w.Key] {
			continue
		}
		h, there := d.have.find(w.Key)
		for _, other := range d.have.Blockers[w.Key] {
			if !slices.Contains(w.Needs, other) && slices.Contains(h.Body.Marker.Needs, mark(other)) {
				unlinks = append(unlinks, d.dependency(Unlink, w, other, "the item no longer needs it", h.Assignees))
			}
		}
		for _, other := range w.Needs {
			if _, known := d.want.issue(other); !known || d.skip[other] {
				continue
			}
			if there && slices.Contains(d.have.Blockers[w.Key], other) {
				continue
			}
			people := h.Assignees
			if !there {
				people = d.assignable(w)
			}
			links = append(links, d.dependency(Link, w, other, "the item needs it first", people))
		}
	}
	return unlinks, links
}

func (d *differ) dependency(verb string, w Issue, other, why string, people []string) Change {
	title := other
	if o, ok := d.want.issue(other); ok {
		title = o.Title
	} else if h, ok := d.have.find(other); ok {
		title = h.Title
	}
	return Change{
		Verb: verb, Kind: KindDependency, Key: w.Key, Other: other, Number: d.have.number(w.Key),
		Title: d.numbered(w.Key) + w.Title + " blocked by " + d.numbered(other) + title, Why: why, Mail: people, Writes: 1,
	}
}

// numbered is the number of an issue that is there, for names that may be those
// of another item by now: "#48 ".
func (d *differ) numbered(key string) string {
	if n := d.have.number(key); n > 0 {
		return "#" + itoa(n) + " "
	}
	return ""
}

// children lists the items that are not yet sub-issues of the tracking issue.
// One that belongs before a sibling which is there already is put in its place.
func (d *differ) children() []Change {
	if !d.want.Features.SubIssues || d.skip[trackingKey] {
		return nil
	}
	parent := d.have.number(trackingKey)
	last := -1 // place of the last sub-issue that is there
	for i, w := range d.want.Issues {
		if d.have.Children[w.Key] {
			last = i
		}
	}
	var changes []Change
	previous := ""
	for i, w := range d.want.Issues {
		if d.skip[w.Key] {
			continue
		}
		h, there := d.have.find(w.Key)
		c := Change{
			Verb: Link, Kind: KindSubIssue, Key: w.Key, Other: previous, Number: h.Number, Title: w.Title,
			Why: "every item is a sub-issue of the tracking issue", Writes: 1,
		}
		switch {
		case there && d.have.Children[w.Key]:
			if slices.Contains(d.have.Unlinked, w.Key) && i < last {
				c.Verb, c.Why = Place, "an earlier apply was interrupted before it did"
				changes = append(changes, c)
			}
		case there && h.Parent != 0 && h.Parent != parent:
			d.note("#%d %s is a sub-issue of #%d and stays there", h.Number, h.Title, h.Parent)
			continue
		case i < last:
			c.Writes = 2
			changes = append(changes, c)
		default:
			c.Other = ""
			changes = append(changes, c)
		}
		previous = w.Key
	}
	return changes
}

// remarks says what is odd about the tracker and what the server cannot do.
func (d *differ) remarks() {
	if others := d.have.otherRollouts(d.want.ID); len(others) > 0 && len(d.have.Issues) == 0 {
		what := "the rollout "
		if len(others) > 1 {
			what = "the rollouts "
		}
		d.note("the repository also holds %s%s: if %s is a changed copy of a profile and no other environment, save it under that profile's file name, or every issue is made a second time",
			what, some(others), d.want.ID)
	}
	for _, n := range d.have.Strays {
		d.note("#%d has the label %s and no marker: it is not the rollout's and is left alone", n, rolloutLabel(d.want.ID))
	}
	if !d.want.Features.SubIssues {
		d.note("this server has no sub-issues in its API: the tracking issue lists the items in its text")
	}
	if !d.want.Features.Dependencies {
		d.note("this server has no dependencies in its API: the issues say in their text what blocks them")
	}
	denied := warnings{}
	for _, w := range append(slices.Clone(d.want.Issues), d.want.Tracking) {
		for _, l := range w.Assignees {
			if slices.Contains(d.have.Denied, strings.ToLower(l)) {
				denied.add(w.Number, "%s cannot be assigned in %s: give them access to the repository and run apply again; until then %s made without them", l, d.have.Repository.FullName)
			}
		}
	}
	d.plan.Warnings = append(d.plan.Warnings, denied.lines()...)
	for _, login := range slices.Sorted(maps.Keys(d.gone)) {
		d.plan.left = append(d.plan.left, fmt.Sprintf("%s is assigned to %s and is no longer in the profile: take them off there if they have left", login, some(d.gone[login])))
	}
	d.plan.Warnings = append(d.plan.Warnings, d.plan.left...)
}

// seen are the fingerprints of the issues whose text or state will change.
func (d *differ) seen() []Fingerprint {
	list := []Fingerprint{}
	for _, h := range d.have.Issues {
		if slices.ContainsFunc(d.plan.Changes, func(c Change) bool {
			return c.Number == h.Number && (c.Kind == KindIssue || c.Kind == KindTracking || c.Kind == KindText)
		}) {
			list = append(list, Fingerprint{h.Key, h.Number, h.fingerprint()})
		}
	}
	return list
}

// unchanged counts the wanted issues that are there as they should be.
func (d *differ) unchanged(updates []Change) int {
	n := 0
	for _, w := range d.want.ordered() {
		_, there := d.have.find(w.Key)
		changes := slices.ContainsFunc(updates, func(c Change) bool { return c.Key == w.Key })
		if there && !changes && !d.skip[w.Key] {
			n++
		}
	}
	return n
}

// notifications adds up whom the changes will reach how often.
func notifications(changes []Change) []Notification {
	byLogin := map[string]*Notification{}
	for _, c := range changes {
		for _, login := range c.Mail {
			n := byLogin[strings.ToLower(login)]
			if n == nil {
				n = &Notification{Login: login}
				byLogin[strings.ToLower(login)] = n
			}
			if (c.Kind == KindIssue || c.Kind == KindTracking) && (c.Verb == Create || c.Verb == Update) {
				n.Assigned++
			} else {
				n.Other++
			}
		}
	}
	list := []Notification{}
	for _, n := range byLogin {
		list = append(list, *n)
	}
	slices.SortFunc(list, func(a, b Notification) int {
		return strings.Compare(strings.ToLower(a.Login), strings.ToLower(b.Login))
	})
	return list
}
