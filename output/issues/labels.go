package issues

import (
	"strings"

	"runbook/generator"
)

// Names of labels. The rollout's label tells the rollouts of one repository
// apart; phases and roles are shared, so that a filter by role spans them.
func rolloutLabel(id string) string { return labelName("rollout/", id) }
func phaseLabel(id string) string   { return labelName("phase/", id) }
func roleLabel(id string) string    { return labelName("role/", id) }

// lockLabel exists while an apply makes issues; see lock.go.
func lockLabel(id string) string { return labelName("runbook-lock/", id) }

// labelName is the name of a label that GitHub takes: of an ID that is too long
// for one its beginning, and a checksum that tells it from others that begin
// alike.
func labelName(kind, id string) string {
	name := []rune(kind + id)
	if len(name) <= maxLabelName {
		return string(name)
	}
	mark := "-" + checksum(id)[:8]
	return strings.TrimRight(string(name[:maxLabelName-len(mark)]), "-._") + mark
}

// Colours are the six-digit kind that GitHub wants. Phases go from light to
// dark; roles are told apart by hue, each having its own up to a dozen.
var (
	phaseColors = []string{"d4e5f7", "b3d1f0", "8fbce8", "6aa6df", "4590d5", "2f7bc0", "2566a1", "1c5183"}
	roleColors  = []string{"f09c9c", "adea70", "70adea", "eaad70", "ad70ea", "70eaad", "ea70ad", "f0f09c", "9cf0f0", "f09cf0", "9cf09c", "9c9cf0"}
)

const (
	rolloutColor = "0b4a6f"
	lockColor    = "b60205"
)

// desiredLabels lists the labels in the order in which they are made: the
// rollout's, the phases', the roles'.
func desiredLabels(rb *generator.Runbook) []Label {
	labels := []Label{{
		Name:        rolloutLabel(rb.ID),
		Color:       rolloutColor,
		Description: rolloutDescription(rb.ID),
	}}
	used := map[string]bool{}
	titles, company := map[string]string{}, map[string]string{}
	for _, r := range rb.Roles {
		company[r.ID] = r.Company
	}
	for _, p := range rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		labels = append(labels, Label{
			Name:        phaseLabel(p.ID),
			Color:       phaseColors[p.Number%len(phaseColors)],
			Description: labelDescription(p.Title),
		})
		for _, it := range p.Items {
			used[it.Role], titles[it.Role] = true, it.RoleTitle
		}
	}
	roles := 0
	role := func(id string) {
		if used[id] {
			delete(used, id)
			labels = append(labels, Label{Name: roleLabel(id), Color: roleColors[roles%len(roleColors)], Description: labelDescription(titles[id] + fromOverlay(company[id]))})
			roles++
		}
	}
	// The ledger gives the roles their order; a role that is missing there
	// comes behind.
	for _, r := range rb.Roles {
		role(r.ID)
	}
	for _, it := range rb.Items() {
		role(it.Role)
	}
	return labels
}

// fromOverlay marks a role that an overlay brings.
func fromOverlay(company string) string {
	if company == "" {
		return ""
	}
	return " (from " + company + ")"
}

// rolloutDescription is also how the label is found again after somebody has
// renamed it. The longest IDs leave no room for who keeps them.
func rolloutDescription(id string) string {
	const kept = ", kept by runbook"
	what := "Issues of the rollout " + id
	if length(what+kept) > maxDescription {
		return what
	}
	return what + kept
}

// labelDescription fits s into what GitHub takes: no character of it outside
// the basic plane.
func labelDescription(s string) string {
	var kept []rune
	for _, r := range line(s) {
		if r <= 0xffff {
			kept = append(kept, r)
		}
	}
	return cut(string(kept), maxDescription)
}
