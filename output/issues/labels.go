package issues

import (
	"hash/fnv"

	"runbook/generator"
)

// Names of labels. The rollout's label tells the rollouts of one repository
// apart; phases and roles are shared, so that a filter by role spans them.
func rolloutLabel(id string) string { return "rollout/" + id }
func phaseLabel(id string) string   { return "phase/" + id }
func roleLabel(id string) string    { return "role/" + id }

// lockLabel exists while an apply makes issues; see lock.go.
func lockLabel(id string) string { return "runbook-lock/" + id }

// Colours are the six-digit kind that GitHub wants. Phases go from light to
// dark, roles are told apart by hue.
var (
	phaseColors = []string{"d4e5f7", "b3d1f0", "8fbce8", "6aa6df", "4590d5", "2f7bc0", "2566a1", "1c5183"}
	roleColors  = []string{"f9d0c4", "fef2c0", "c2e0c6", "bfdadc", "d4c5f9", "f5c6d6", "fbca04", "c5def5", "e6ccb2", "bfd4a8"}
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
	titles := map[string]string{}
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
	// The ledger gives the roles their order; a role that is missing there
	// is caught by the second loop.
	for _, r := range rb.Roles {
		if used[r.ID] {
			labels = append(labels, newRoleLabel(r.ID, titles[r.ID]))
			delete(used, r.ID)
		}
	}
	for _, it := range rb.Items() {
		if used[it.Role] {
			labels = append(labels, newRoleLabel(it.Role, it.RoleTitle))
			delete(used, it.Role)
		}
	}
	return labels
}

func newRoleLabel(id, title string) Label {
	h := fnv.New32a()
	h.Write([]byte(id))
	return Label{Name: roleLabel(id), Color: roleColors[h.Sum32()%uint32(len(roleColors))], Description: labelDescription(title)}
}

// rolloutDescription is also how the label is found again after somebody has
// renamed it.
func rolloutDescription(id string) string { return "Issues of the rollout " + id + ", kept by runbook" }

// labelDescription fits s into what GitHub takes: 100 characters, none of
// them outside the basic plane.
func labelDescription(s string) string {
	var kept []rune
	for _, r := range line(s) {
		if r <= 0xffff {
			kept = append(kept, r)
		}
	}
	return cut(string(kept), 100)
}
