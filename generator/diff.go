package generator

import (
	"cmp"
	"slices"
	"strings"
)

// Diff is what a changed profile changes in the runbook. It is made from two
// Runbooks and nothing else. All lists are in the order of the runbooks; one
// without entries is nil.
type Diff struct {
	Old, New  DiffSide
	Document  []ValueChange // title, organization, schedule and the like
	Decisions []ValueChange
	Names     []ValueChange
	Added     []ItemRef // new items and reference entries, of the new runbook
	Removed   []ItemRef // of the old one, with the reason of the new runbook why they are out
	Changed   []ItemChange
	Moved     []RoleChange // items that another role has to do now
	Reordered []ItemRef    // items that stand elsewhere among those that both have
	Started   []Warning    // rules that start to fire
	Stopped   []Warning
	Reworded  []WarningChange // rules that fire in both and say something else
	Planned   []PlanChange    // items whose days move
	Texts     []TextChange    // texts outside the items
	Roles     []RoleHours     // every role of the two; its hours may be the same
	Total     [2]int          // hands-on minutes before and after

	renamed *strings.Replacer // names that change, old to new
}

// DiffSide says which runbook one side is.
type DiffSide struct {
	Profile string
	Title   string
	Digest  string
	Items   int
}

// ValueChange is a value that is not the same any more. An empty Old or New
// stands for none.
type ValueChange struct {
	Key, Label, Old, New string
}

// ItemRef names an item of one of the two runbooks.
type ItemRef struct {
	Key    string
	Number string
	Title  string
	Role   string // title of the role, "" for an entry without one
	Reason string // why it is in the new runbook, or not any more
}

// ItemChange is an item that both runbooks have and that differs.
type ItemChange struct {
	Key       string
	Number    string // in the new runbook
	OldNumber string
	Title     string
	Changes   []PartChange
}

// NameOnly reports whether the item only says names that change, see Names
// and Decisions.
func (c ItemChange) NameOnly() bool {
	return !slices.ContainsFunc(c.Changes, func(p PartChange) bool { return !p.NameOnly })
}

// PartChange is what differs in an item. Lines is set where the part is a
// text; the other parts have Old and New.
type PartChange struct {
	Part     string // "title", "steps", "verify", "people", "minutes" ...
	Old, New string
	Lines    []LineChange
	NameOnly bool // with the new names put in, nothing differs
}

// LineChange is one line of a text that came or went.
type LineChange struct {
	Added    bool
	Text     string
	NameOnly bool // with the new names put in, the line is the same
}

// RoleChange is an item that moved to another role.
type RoleChange struct {
	ItemRef
	Old, New string // titles of the roles
}

// WarningChange is a warning with other words.
type WarningChange struct {
	ID       string
	Old, New string
}

// PlanChange is an item whose days move.
type PlanChange struct {
	Key, Number, Title string
	Old, New           string // "2027-01-11 to 2027-01-12"; "" for none
}

// RoleHours is what a role has to do before and after.
type RoleHours struct {
	ID, Title              string
	OldPeople, NewPeople   string
	OldItems, NewItems     int
	OldMinutes, NewMinutes int
}

// Changed reports whether the role has other work or other people.
func (r RoleHours) Changed() bool {
	return r.OldPeople != r.NewPeople || r.OldItems != r.NewItems || r.OldMinutes != r.NewMinutes
}

// Empty reports whether the two runbooks say the same.
func (d *Diff) Empty() bool {
	return len(d.Document)+len(d.Decisions)+len(d.Names)+len(d.Added)+len(d.Removed)+len(d.Changed)+len(d.Moved)+len(d.Reordered)+
		len(d.Started)+len(d.Stopped)+len(d.Reworded)+len(d.Planned)+len(d.Texts) == 0 && !slices.ContainsFunc(d.Roles, RoleHours.Changed)
}

// Compare says what is different in the new runbook. Numbers of items do not
// count: they follow from which items are there. Neither do the names of the
// profile's files.
func Compare(before, after *Runbook) *Diff {
	d := &Diff{Old: side(before), New: side(after), Document: documentChanges(before, after)}
	d.Decisions = valueChanges(decisionValues(before), decisionValues(after))
	d.Names = valueChanges(nameValues(before), nameValues(after))
	d.renamed = renames(slices.Concat(d.Names, d.Decisions))
	was, is := comparedItems(before), comparedItems(after)
	order := map[string]int{}
	for i, it := range was {
		order[it.ref.Key] = i
	}
	reasons := map[string]string{}
	for _, o := range after.Omissions {
		reasons[o.Key] = o.Reason
	}
	still := map[string]bool{}
	var common []int // places in the old runbook, in the order of the new
	for _, it := range is {
		i, ok := order[it.ref.Key]
		if !ok {
			d.Added = append(d.Added, it.ref)
			continue
		}
		still[it.ref.Key] = true
		common = append(common, i)
		d.compareItem(was[i], it)
	}
	for _, it := range was {
		if !still[it.ref.Key] {
			it.ref.Reason = reasons[it.ref.Key]
			d.Removed = append(d.Removed, it.ref)
		}
	}
	stays := longestRising(common)
	for _, it := range is {
		if i, ok := order[it.ref.Key]; ok && !stays[i] {
			d.Reordered = append(d.Reordered, it.ref)
		}
	}
	d.compareWarnings(before, after)
	d.compareTexts(before, after)
	d.compareRoles(before, after)
	return d
}

// renames replaces names by what they became, the longest first.
func renames(values []ValueChange) *strings.Replacer {
	values = slices.DeleteFunc(values, func(v ValueChange) bool {
		return v.New == "" || len(v.Old) < 3 || strings.ContainsAny(v.Old+v.New, " ,")
	})
	slices.SortStableFunc(values, func(a, b ValueChange) int { return cmp.Compare(len(b.Old), len(a.Old)) })
	var pairs []string
	for _, v := range values {
		pairs = append(pairs, v.Old, v.New)
	}
	return strings.NewReplacer(pairs...)
}

func side(r *Runbook) DiffSide {
	return DiffSide{Profile: r.Profile, Title: r.Title, Digest: r.Digest, Items: len(r.Items())}
}

func documentChanges(a, b *Runbook) []ValueChange {
	values := func(r *Runbook) []ValueChange {
		start, end := "", ""
		if r.Schedule != nil {
			start, end = r.Schedule.Start, r.Schedule.End
		}
		banners := make([]string, len(r.Banners))
		for i, m := range r.Banners {
			banners[i] = string(m)
		}
		return []ValueChange{
			{"id", "Rollout", "", r.ID},
			{"title", "Title", "", r.Title},
			{"organization", "Organization", "", r.Organization},
			{"workflow", "Workflow", "", r.Workflow.ID},
			{"overlays", "Company steps of", "", strings.Join(r.Workflow.Overlays, ", ")},
			{"schedule.start", "First day", "", start},
			{"", "Last day", "", end},
			{"document.classification", "Classification", "", r.Document.Classification},
			{"document.footer", "Footer", "", r.Document.Footer},
			{"document.revision", "Revision", "", r.Document.Revision},
			{"document.change", "Change request", "", r.Document.Change},
			{"document.accent", "Accent colour", "", r.Document.Accent},
			{"document.logo", "Logo", "", r.Document.LogoPath},
			{"tracking.github.repository", "GitHub repository", "", r.Tracking.Repository},
			{"tracking.github.url", "GitHub address", "", r.Tracking.URL},
			{"", "Banner", "", strings.Join(banners, "\n")},
		}
	}
	was, is := values(a), values(b)
	var out []ValueChange
	for i, v := range is {
		if was[i].New != v.New {
			out = append(out, ValueChange{v.Key, v.Label, was[i].New, v.New})
		}
	}
	return out
}

func decisionValues(r *Runbook) []ValueChange {
	var out []ValueChange
	for _, d := range r.Decisions {
		out = append(out, ValueChange{d.Key, d.Label, "", d.Value})
	}
	return out
}

func nameValues(r *Runbook) []ValueChange {
	var out []ValueChange
	for _, n := range r.Names {
		out = append(out, ValueChange{n.Key, n.Label, "", n.Value})
	}
	return out
}

// valueChanges compares lists by key: those of the new list in its order,
// then what is gone.
func valueChanges(was, is []ValueChange) []ValueChange {
	var out []ValueChange
	same := func(key string) func(ValueChange) bool { return func(v ValueChange) bool { return v.Key == key } }
	for _, v := range is {
		old := ""
		if i := slices.IndexFunc(was, same(v.Key)); i >= 0 {
			old = was[i].New
		}
		if old != v.New {
			out = append(out, ValueChange{v.Key, v.Label, old, v.New})
		}
	}
	for _, v := range was {
		if !slices.ContainsFunc(is, same(v.Key)) {
			out = append(out, ValueChange{v.Key, v.Label, v.New, ""})
		}
	}
	return out
}

func (d *Diff) compareWarnings(a, b *Runbook) {
	before, after := a.AllWarnings(), b.AllWarnings()
	without := func(list, other []Warning) []Warning {
		return slices.DeleteFunc(slices.Clone(list), func(w Warning) bool { return slices.Contains(other, w) })
	}
	was, is := without(before, after), without(after, before)
	for _, w := range is {
		i := slices.IndexFunc(was, func(o Warning) bool { return o.ID == w.ID && o.At == w.At })
		if i < 0 {
			d.Started = append(d.Started, w)
			continue
		}
		if was[i].Message != w.Message {
			d.Reworded = append(d.Reworded, WarningChange{w.ID, was[i].Message, w.Message})
		} else if was[i].Hint != w.Hint {
			d.Reworded = append(d.Reworded, WarningChange{w.ID, was[i].Hint, w.Hint})
		}
		was = slices.Delete(was, i, i+1)
	}
	d.Stopped = was
	if len(was) == 0 {
		d.Stopped = nil
	}
	byID := func(a, b Warning) int { return cmp.Compare(a.ID, b.ID) }
	slices.SortStableFunc(d.Started, byID)
	slices.SortStableFunc(d.Stopped, byID)
	slices.SortStableFunc(d.Reworded, func(a, b WarningChange) int { return cmp.Compare(a.ID, b.ID) })
}

func (d *Diff) compareRoles(a, b *Runbook) {
	add := func(e RoleEntry) *RoleHours {
		for i := range d.Roles {
			if d.Roles[i].ID == e.ID {
				return &d.Roles[i]
			}
		}
		d.Roles = append(d.Roles, RoleHours{ID: e.ID, Title: e.Title})
		return &d.Roles[len(d.Roles)-1]
	}
	for _, e := range b.Roles {
		r := add(e)
		r.NewPeople, r.NewItems, r.NewMinutes = holders(e.People, e.Stander), len(e.Keys), e.Minutes
		d.Total[1] += e.Minutes
	}
	for _, e := range a.Roles {
		r := add(e)
		r.OldPeople, r.OldItems, r.OldMinutes = holders(e.People, e.Stander), len(e.Keys), e.Minutes
		d.Total[0] += e.Minutes
	}
}
