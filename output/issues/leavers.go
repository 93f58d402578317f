package issues

import (
	"slices"
	"strings"
)

// former are checksums of the people whom the rollout once assigned and whom the
// profile no longer has. The marker of the tracking issue remembers them; that of
// an item those whom it had itself, for a tracking issue that was not written,
// because it was in conflict or the run was interrupted before.
func (d *differ) former() []string {
	var all []string
	for _, h := range d.have.Issues {
		all = append(all, d.forgotten(h.Body.Marker, nil)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// forgotten are those whom a marker knows and neither the profile nor the new
// people of its issue have in them.
func (d *differ) forgotten(m marker, people []string) []string {
	now := append(marks(d.want.People), people...)
	all := slices.DeleteFunc(slices.Concat(m.People, m.Former), func(mark string) bool { return slices.Contains(now, mark) })
	slices.Sort(all)
	return slices.Compact(all)
}

// leavers notes who is no longer in the profile and stays assigned to an open
// issue, because somebody put them there by hand. Whom the rollout has never
// assigned is nobody's business.
func (d *differ) leavers(h ObservedIssue, t target) {
	if h.closed() && !t.Reopen {
		return
	}
	people := h.Assignees
	if t.NewPeople {
		people = t.People
	}
	for _, login := range people {
		if slices.Contains(d.former(), mark(login)) {
			key := strings.ToLower(login)
			d.gone[key] = append(d.gone[key], "#"+itoa(h.Number))
		}
	}
}
