package generator

import (
	"fmt"
	"slices"
)

// checkRoles finds roles that nobody could hold.
func (w *Workflow) checkRoles() Problems {
	var ps Problems
	ids := make([]string, len(w.Roles))
	for i, r := range w.Roles {
		ids[i] = r.ID
	}
	for _, r := range w.Roles {
		ends := r.Required
		for _, f := range r.Fallback {
			role := w.Role(f)
			if role == nil {
				ps.add(r.pos, suggest(f, ids, "the roles are"), "the role %q falls back to %q, which does not exist", r.ID, f)
				continue
			}
			ends = ends || role.Required
		}
		if !ends {
			ps.add(r.pos, "end its fallback with a role that is required", "nobody may be there for the role %q", r.ID)
		}
	}
	for _, s := range w.Steps() {
		if s.Role == "" && s.Section.Reference {
			continue
		}
		if !slices.Contains(ids, s.Role) {
			ps.add(s.pos, suggest(s.Role, ids, "the roles are"), "unknown role %q", s.Role)
		}
	}
	return ps
}

// checkNeeds finds needs that lead nowhere or backwards.
func (w *Workflow) checkNeeds() Problems {
	var ps Problems
	place := map[string]int{}
	for i, s := range w.Steps() {
		place[s.ID] = i
	}
	for i, s := range w.Steps() {
		for _, n := range s.Needs {
			j, ok := place[n.Step]
			switch {
			case !ok:
				hint := ""
				if near := nearest(n.Step, sortedKeys(w.steps)); near != "" {
					hint = fmt.Sprintf("did you mean %q?", near)
				}
				ps.add(n.pos, hint, "needs the step %q, which does not exist", n.Step)
			case j >= i:
				ps.add(n.pos, "a step stands after what it needs", "needs the step %q, which comes later", n.Step)
			}
		}
	}
	return ps
}
