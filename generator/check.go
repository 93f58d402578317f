package generator

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// checkRoles finds roles that nobody could hold, and steps of no role. Where
// says at which place a step names its role, as far as that is known.
func (w *Workflow) checkRoles(where map[string]Pos) Problems {
	var ps Problems
	ids := w.roleIDs()
	var required []string
	for _, r := range w.Roles {
		if r.Required {
			required = append(required, r.ID)
		}
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
			hint := "make one of the roles required, and end its fallback with it"
			if len(required) > 0 {
				hint = "end its fallback with a role that is itself required: " + strings.Join(required, ", ")
			}
			ps.add(r.pos, hint, "nobody may be there for the role %q", r.ID)
		}
	}
	var lead *Role
	for _, r := range w.Roles {
		switch {
		case r.Lead && lead != nil:
			ps.add(r.pos, "let one role lead", "the role %q leads as well as %q", r.ID, lead.ID)
		case r.Lead:
			lead = r
		}
	}
	for _, s := range w.Steps() {
		switch {
		case s.Role == "" && s.Section.Reference: // it may have one
		case s.Role == "":
			ps.add(s.pos, "the roles are "+strings.Join(ids, ", "), "the step has no role")
		case !slices.Contains(ids, s.Role):
			ps.add(cmp.Or(where[s.ID], s.pos), suggest(s.Role, ids, "the roles are"), "unknown role %q", s.Role)
		}
		ps = append(ps, s.checkBeside(ids)...)
	}
	return ps
}

func (w *Workflow) roleIDs() []string {
	ids := make([]string, len(w.Roles))
	for i, r := range w.Roles {
		ids[i] = r.ID
	}
	return ids
}

// checkBeside finds roles beside the one of a step that cannot be there.
func (s *Step) checkBeside(roles []string) Problems {
	var ps Problems
	seen := map[string]bool{s.Role: true}
	for _, r := range slices.Concat(s.With, s.OnCall) {
		switch {
		case s.Section.Reference:
			ps.add(r.pos, "only a step of a phase has sittings", "an entry of a reference is looked up, and nobody sits beside")
		case !slices.Contains(roles, r.Role):
			ps.add(r.pos, suggest(r.Role, roles, "the roles are"), "unknown role %q", r.Role)
		case seen[r.Role]:
			at := r.pos
			if at.File != s.pos.File { // an overlay gives the step to that role
				at = s.pos
			}
			ps.add(at, "name each role once, and not the one that carries the step out", "the role %q is there already", r.Role)
		}
		seen[r.Role] = true
	}
	if s.Ready.source != "" && len(s.With) == 0 {
		ps.add(s.Ready.pos, "name the role under with", "ready says what somebody beside has ready, and nobody is")
	}
	if s.OnCallFor.source != "" && len(s.OnCall) == 0 {
		ps.add(s.OnCallFor.pos, "name the role under on_call", "on_call_for says for what somebody is on call, and nobody is")
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
		for k, n := range s.Needs {
			j, ok := place[n.Step]
			switch {
			case slices.ContainsFunc(s.Needs[:k], func(o StepNeed) bool { return o.Step == n.Step && o.pos.File == n.pos.File }):
				ps.add(n.pos, "name each once", "needs the step %q twice", n.Step)
			case !ok && w.hasStep(n.Step): // it is there, and cannot be read
			case !ok:
				ps.add(n.pos, nearHint(n.Step, sortedKeys(w.steps)), "needs the step %q, which does not exist", n.Step)
			case j == i:
				ps.add(n.pos, "take it out", "the step needs itself")
			case j > i && len(w.way(n.Step, s.ID, map[string]bool{})) > 0:
				way := w.way(n.Step, s.ID, map[string]bool{})
				through := ""
				if len(way) > 2 {
					through = " through " + And(quoted(way[1:len(way)-1]))
				}
				ps.add(n.pos, "take one of the needs out: each would wait for the other", "needs the step %q, which needs this one%s", n.Step, through)
			case j > i:
				ps.add(n.pos, "a step stands after what it needs", "needs the step %q, which comes later", n.Step)
			}
		}
	}
	return ps
}

// way is how a step comes to need another: the steps from the one to the other,
// nil if it does not.
func (w *Workflow) way(step, other string, seen map[string]bool) []string {
	if step == other {
		return []string{step}
	}
	s := w.steps[step]
	if s == nil || seen[step] {
		return nil
	}
	seen[step] = true
	for _, n := range s.Needs {
		if rest := w.way(n.Step, other, seen); rest != nil {
			return append([]string{step}, rest...)
		}
	}
	return nil
}

func quoted(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strconv.Quote(s)
	}
	return out
}

// checkFacts finds facts that nothing carries, and citations of facts that do
// not exist. A workflow without a facts.yaml cites what it likes, and an overlay
// may do without what the workflow below must carry.
func (w *Workflow) checkFacts() Problems {
	if len(w.facts) == 0 || len(w.faulty.steps) > 0 || len(w.faulty.values) > 0 || w.faulty.allSteps {
		return nil
	}
	var ps Problems
	carried := w.Facts()
	known, leftOut := map[string]bool{}, map[string]bool{}
	for _, f := range w.facts {
		known[f.id] = true
		leftOut[f.id] = leftOut[f.id] || f.leftOut != ""
	}
	for _, f := range w.facts {
		switch {
		case f.leftOut == "" && len(carried[f.id]) == 0 && !leftOut[f.id] && (f.company != "" || len(w.Overlays) == 0):
			ps.add(f.pos, "name it under facts of the step that tells it, or under left_out with the reason", "nothing carries the fact %s", f.id)
		case f.leftOut != "" && len(carried[f.id]) > 0:
			ps.add(f.pos, "", "the fact %s is left out, and carried by %s", f.id, carried[f.id][0])
		}
	}
	w.eachFact(func(where string, pos Pos, fact string) {
		if !known[fact] {
			ps.add(pos, nearHint(fact, sortedKeys(known)), "%s cites the fact %s, which is not known", where, fact)
		}
	})
	return ps
}
