package generator

import "slices"

// ForRole returns the runbook with only what one role has to do: its items
// with their numbers unchanged, those in which it takes part, its line of the
// ledger, and what must be ready before. Phases without an item of the role
// are left out, and texts say whose the items of others are.
func (r *Runbook) ForRole(role string) *Runbook {
	out := *r
	out.Role = role
	others := func(it Item) bool { return it.Role != role }
	for _, it := range r.Items() {
		if it.Companion(role) != nil {
			out.Beside = append(out.Beside, it)
		}
	}
	if role == r.Lead.Role {
		out.Gates = r.AllPhases()
	}
	keep := func(p Phase) Phase {
		p.Items = slices.DeleteFunc(slices.Clone(p.Items), others)
		p.Minutes, p.Start, p.Due = 0, "", ""
		for _, it := range p.Items {
			p.Minutes += it.Minutes
		}
		spanDays(&p)
		return p
	}
	out.Before = keep(r.Before)
	out.Phases = nil
	for _, p := range r.Phases {
		if p = keep(p); len(p.Items) > 0 {
			out.Phases = append(out.Phases, p)
		}
	}
	out.Roles = slices.DeleteFunc(slices.Clone(r.Roles), func(e RoleEntry) bool { return e.ID != role })
	out.Elsewhere = slices.DeleteFunc(slices.Clone(r.Roles), func(e RoleEntry) bool {
		return e.ID == role || !slices.ContainsFunc(out.Roles, e.shares)
	})
	out.References = nil
	for _, ref := range r.References {
		ref.Entries = slices.DeleteFunc(slices.Clone(ref.Entries), func(e Entry) bool { return e.Role != role })
		if len(ref.Entries) > 0 {
			out.References = append(out.References, ref)
		}
	}
	out.Omissions, out.Chain = nil, nil
	out.nameOthers(r)
	return &out
}

// shares reports whether somebody holds both roles. A profile may say more of
// somebody under one role than under another, so the name counts.
func (e RoleEntry) shares(o RoleEntry) bool {
	return slices.ContainsFunc(e.People, func(p Person) bool {
		return slices.ContainsFunc(o.People, func(q Person) bool { return p.Name == q.Name })
	})
}

// SheetRoles lists the roles that have a sheet: those of the ledger and, at the
// end if it is not among them, the one that leads, for the gates.
func (r *Runbook) SheetRoles() []string {
	var ids []string
	for _, e := range r.Roles {
		ids = append(ids, e.ID)
	}
	if r.Lead.Role != "" && !slices.Contains(ids, r.Lead.Role) {
		ids = append(ids, r.Lead.Role)
	}
	return ids
}

// nameIdle puts a role that owns no item into the ledger of its sheet, which
// would otherwise be the sheet of nobody.
func (r *Runbook) nameIdle(w *Workflow, p *Profile) {
	role := w.Role(r.Role)
	if role == nil || len(r.Roles) > 0 {
		return
	}
	says := Markdown("Nothing to do in this runbook.")
	switch {
	case len(r.Gates) > 0:
		says = "Signs the gates; has no item of its own."
	case len(r.References) > 0:
		says = "Nothing to do in the phases of this runbook."
	}
	entry := RoleEntry{ID: role.ID, Summary: says, Company: role.Company}
	w.nameHolder(p, &entry)
	r.Roles = []RoleEntry{entry}
}

// TakeWork takes over from the whole runbook of the same profile what is known
// of the work.
func (r *Runbook) TakeWork(from *Runbook) {
	r.Document, r.Record, r.Tracked = from.Document, from.Record, from.Tracked
	r.Closing, r.Deviations, r.Signers = from.Closing, from.Deviations, from.Signers
	roles, decisions, phases, items := map[string]SignOff{}, map[string]Confirmation{}, map[string]PhaseSign{}, map[string]Work{}
	for _, e := range from.Roles {
		roles[e.ID] = e.Release
	}
	for _, d := range from.Decisions {
		decisions[d.Key] = d.Confirmed
	}
	for _, p := range from.AllPhases() {
		phases[p.ID] = p.Signed
		for _, it := range p.Items {
			items[it.Key] = it.Work
		}
	}
	for i := range r.Roles {
		r.Roles[i].Release = roles[r.Roles[i].ID]
	}
	for i := range r.Decisions {
		r.Decisions[i].Confirmed = decisions[r.Decisions[i].Key]
	}
	take := func(p *Phase) {
		p.Signed = phases[p.ID]
		for i := range p.Items {
			p.Items[i].Work = items[p.Items[i].Key]
		}
	}
	take(&r.Before)
	for i := range r.Phases {
		take(&r.Phases[i])
	}
	for i := range r.Gates {
		take(&r.Gates[i])
	}
	of := func(number string) bool {
		return slices.ContainsFunc(r.Items(), func(it Item) bool { return it.Number == number })
	}
	r.Written, r.Doubts = nil, nil
	for _, w := range from.Written {
		if of(w.Item) {
			r.Written = append(r.Written, w)
		}
	}
	for _, d := range from.Doubts {
		if of(d.About) {
			r.Doubts = append(r.Doubts, d)
		}
	}
}
