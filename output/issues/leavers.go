package issues

import (
	"slices"
	"strings"
)

// former are checksums of the people whom the rollout once assigned and whom the
// profile no longer has. The markers of issues forget them with the next write;
// that of the tracking issue does not.
func (d *differ) former() []string {
	var all []string
	for _, h := range d.have.Issues {
		all = append(append(all, h.Body.Marker.People...), h.Body.Marker.Former...)
	}
	now := marks(d.want.People)
	all = slices.DeleteFunc(all, func(m string) bool { return slices.Contains(now, m) })
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
