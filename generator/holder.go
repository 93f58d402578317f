package generator

// holder finds who carries out what the role has to do: its own people, or
// those of the first role along its fallbacks that has any.
func (g *generation) holder(id string) (title string, people []Person, standsIn string) {
	return g.w.holder(g.p, id)
}

func (w *Workflow) holder(p *Profile, id string) (title string, people []Person, standsIn string) {
	role := w.Role(id)
	if role == nil {
		return "", nil, ""
	}
	if people = p.People[id]; len(people) > 0 {
		return role.Title, people, ""
	}
	for _, f := range role.Fallback {
		if people = p.People[f]; len(people) > 0 {
			return role.Title, people, f
		}
	}
	return role.Title, nil, ""
}

// lead is who runs the rollout: the role of which the workflow says so, or
// else the one with whose item it begins.
func (g *generation) lead() Companion {
	var c Companion
	for _, p := range g.rb.AllPhases() {
		if len(p.Items) > 0 {
			c.Role = p.Items[0].Role
			break
		}
	}
	for _, r := range g.w.Roles {
		if r.Lead {
			c.Role = r.ID
		}
	}
	c.Title, c.People, c.StandsIn = g.holder(c.Role)
	return c
}

// nameHolder says in the entry of a role who holds it.
func (w *Workflow) nameHolder(p *Profile, e *RoleEntry) {
	e.Title, e.People, e.StandsIn = w.holder(p, e.ID)
	if r := w.Role(e.StandsIn); r != nil {
		e.Stander = r.Title
	}
}
