// Code generated from templates/markdown by go test -update; DO NOT EDIT.

package markdown

import (
	"runbook/generator"
)

func (w *writer) layRunbook(d *page) {
	w.raw("# ")
	w.text(d.Title)
	w.raw("\n\n")
	if d.Role != "" {
		w.raw("This is the sheet of one role: ")
		for i1 := range d.Roles {
			d2 := &d.Roles[i1]
			w.text(d2.Title)
			w.raw(", ")
			w.people(d2.People)
		}
		w.raw(". The numbers are those of the whole runbook.\n\n")
		w.links(d.Summary)
		w.raw("\n\n")
		w.layBanners(d)
		w.raw("\n\n")
		w.layNeeded(d)
		w.raw("\n\n")
		w.layGates(d)
	} else {
		w.links(d.Summary)
		w.raw("\n\n")
		w.layContents(d)
		w.raw("\n\n")
		w.layDecisions(d)
		w.raw("\n\n")
		w.layControl(d)
		w.raw("\n\n")
		w.layBanners(d)
		w.raw("\n\n")
		w.layWarnings(d)
		w.raw("\n\n")
		w.layInitials(d)
		w.raw("\n\n")
		w.layRoles(d)
		w.raw("\n\n")
		w.layNames(d)
	}
	w.raw("\n\n")
	for i3 := range d.Phases {
		d4 := &d.Phases[i3]
		w.layPhase(d4)
		w.raw("\n\n")
	}
	for i5 := range d.References {
		d6 := &d.References[i5]
		w.layReference(d6)
		w.raw("\n\n")
	}
	w.layOmissions(d)
	w.raw("\n\n")
	if !(d.Role != "") {
		w.layTerms(d)
		w.raw("\n\n")
		w.layWritten(d)
		w.raw("\n\n")
		w.layDoubts(d)
		w.raw("\n\n")
		w.layDeviations(d)
		w.raw("\n\n")
		w.laySignOff(d)
	} else {
		w.layControl(d)
	}
	w.raw("\n")
}

func (w *writer) layBanners(d *page) {
	if len(d.Banners) > 0 {
		w.raw("> [!CAUTION]\n")
		for i7 := range d.Banners {
			d8 := d.Banners[i7]
			if i7 != 0 {
				w.raw(">\n")
			}
			w.raw("> ")
			w.raw(string(d8))
			w.raw("\n")
		}
	}
}

func (w *writer) layNeeded(d *page) {
	w.raw("## ")
	w.raw(title("needed"))
	w.raw("\n\n")
	for i9 := range d.Ledger {
		d10 := &d.Ledger[i9]
		w.layRole(d10)
		w.raw("\n\n")
		if d11 := glance(d10); d11 != "" {
			w.raw(d11)
			w.raw(". Times are estimates")
			if d12 := d.Schedule; d12 != nil {
				w.raw("; the plan runs from ")
				w.raw(day(d12.Start))
				w.raw(" to ")
				w.raw(day(d12.End))
				w.raw(" in working days")
			}
			w.raw(".\n\n")
		}
	}
	w.links(d.Calls)
	w.raw("\n\n")
	w.layBeside(d)
}

func (w *writer) layGates(d *page) {
	if len(d.Gates) > 0 {
		w.raw("## ")
		w.raw(title("gates"))
		w.raw("\n\n")
		for i13 := range d.Gates {
			d14 := &d.Gates[i13]
			w.raw("- ")
			w.links(gate(d14))
			w.raw("\n")
		}
	}
}

func (w *writer) layContents(d *page) {
	w.raw("## ")
	w.raw(title("contents"))
	w.raw("\n\n")
	if len(d.Decisions) > 0 {
		w.layContent(title("decisions"))
	}
	w.layContent(title("control"))
	if len(d.Warnings) > 0 {
		w.layContent(title("warnings"))
	}
	if len(d.Signers) > 0 {
		w.layContent(title("initials"))
	}
	w.layContent(title("roles"))
	if len(d.Names) > 0 {
		w.layContent(title("names"))
	}
	for i15 := range d.Phases {
		d16 := &d.Phases[i15]
		w.layContent(d16.Heading)
	}
	for i17 := range d.References {
		d18 := &d.References[i17]
		w.layContent(d18.Title)
	}
	if len(d.Omissions) > 0 {
		w.layContent(title("omissions"))
	}
	if len(d.Terms) > 0 {
		w.layContent(title("terms"))
	}
	if len(d.Writings) > 0 {
		w.layContent(title("written"))
	}
	if len(d.Doubts) > 0 {
		w.layContent(title("doubts"))
	}
	if len(d.Deviations) > 0 {
		w.layContent(title("deviations"))
	}
	w.layContent(title("sign-off"))
}

func (w *writer) layDecisions(d *page) {
	if len(d.Decisions) > 0 {
		w.raw("## ")
		w.raw(title("decisions"))
		w.raw("\n\n| Decision | Value | Profile key |\n| --- | --- | --- |\n")
		for i19 := range d.Decisions {
			d20 := &d.Decisions[i19]
			w.raw("| ")
			w.text(d20.Label)
			w.layFrom(d20.Company)
			w.raw(" | ")
			w.text(d20.Value)
			if d20.Default {
				w.raw(" *(default)*")
			}
			w.layConfirmed(&d20.Confirmed)
			w.raw(" | `")
			w.raw(d20.Key)
			w.raw("` |\n")
		}
	}
}

func (w *writer) layControl(d *page) {
	w.raw("## ")
	w.raw(title("control"))
	w.raw("\n\n| This document | Value |\n| --- | --- |\n")
	if d21 := d.Organization; d21 != "" {
		w.raw("| Organization | ")
		w.text(d21)
		w.raw(" |\n")
	}
	if d22 := d.Document.Classification; d22 != "" {
		w.raw("| Classification | ")
		w.text(d22)
		w.raw(" |\n")
	}
	for i23 := range d.Control {
		d24 := &d.Control[i23]
		w.raw("| ")
		w.raw(d24.Label)
		w.raw(" | ")
		if d24.ID != "" {
			w.code(d24.ID)
			w.text(behind(d24.ID, d24.Value))
		} else {
			if d24.Value != "" {
				w.text(d24.Value)
			} else {
				w.raw("*")
				w.raw(d24.Hint)
				w.raw("*")
			}
		}
		w.raw(" |\n")
	}
}

func (w *writer) layWarnings(d *page) {
	if len(d.Warnings) > 0 {
		w.raw("## ")
		w.raw(title("warnings"))
		w.raw("\n\n> [!WARNING]\n>\n")
		for i25 := range d.Warnings {
			d26 := &d.Warnings[i25]
			w.raw("> - **")
			w.raw(d26.ID)
			w.raw(":** ")
			w.text(sentence(d26.Message))
			if d27 := d26.Hint; d27 != "" {
				w.raw(" ")
				w.text(sentence(d27))
			}
			if d28 := d26.Company; d28 != "" {
				w.raw(" *Company rule from ")
				w.text(d28)
				w.raw(".*")
			}
			w.raw("\n")
		}
	}
}

func (w *writer) layInitials(d *page) {
	if len(d.Signers) > 0 {
		w.raw("## ")
		w.raw(title("initials"))
		w.raw("\n\n| Initials | Full name | Role | Specimen |\n| --- | --- | --- | --- |\n")
		for i29 := range d.Signers {
			d30 := &d.Signers[i29]
			w.raw("| ")
			w.text(d30.Initials)
			w.raw(" | ")
			w.text(d30.Name)
			w.raw(" | ")
			w.text(d30.Role)
			w.raw(" | ")
			w.text(d30.Specimen)
			w.raw(" |\n")
		}
	}
}

func (w *writer) layRoles(d *page) {
	w.raw("## ")
	w.raw(title("roles"))
	w.raw("\n\n| Role | Who | Items | Hands-on | Sittings |")
	if d.Schedule != nil {
		w.raw(" First needed |")
	}
	w.raw("\n| --- | --- | --- | --- | --- |")
	if d.Schedule != nil {
		w.raw(" --- |")
	}
	w.raw("\n")
	for i31 := range d.Roles {
		d32 := &d.Roles[i31]
		w.raw("| ")
		w.text(d32.Title)
		w.layFrom(d32.Company)
		w.raw(" | ")
		w.people(d32.People)
		if d32.StandsIn != "" {
			w.raw(" *(standing in)*")
		}
		w.raw(" | ")
		w.number(len(d32.Keys))
		w.raw(" | ")
		w.minutes(d32.Minutes)
		w.raw(" | ")
		w.number(d32.CountSittings())
		w.raw(" |")
		if d.Schedule != nil {
			w.raw(" ")
			w.raw(weekday(first(d32.Sittings)))
			w.raw(" |")
		}
		w.raw("\n")
	}
	w.raw("\n")
	if d33 := d.Hours; d33 != "" {
		w.raw(d33)
		w.raw(" ")
	}
	w.raw("Times are estimates")
	if d34 := d.Schedule; d34 != nil {
		w.raw("; the plan runs from ")
		w.raw(day(d34.Start))
		w.raw(" to ")
		w.raw(day(d34.End))
		w.raw(" in working days")
	}
	w.raw(".")
	if d35 := d.Chain; len(d35) > 0 {
		w.raw(" What holds the rollout up is the longest chain of needs: ")
		for i36 := range d35 {
			d37 := d35[i36]
			if i36 != 0 {
				w.raw(" → ")
			}
			w.itemNumber(d37)
		}
		w.raw(".")
	}
	w.raw("\n\n")
	for i38 := range d.Ledger {
		d39 := &d.Ledger[i38]
		w.raw("### ")
		w.text(d39.Title)
		w.raw("\n\n")
		w.layRole(d39)
		w.raw("\n\n")
	}
}

func (w *writer) layNames(d *page) {
	if len(d.Names) > 0 {
		w.raw("## ")
		w.raw(title("names"))
		w.raw("\n\n| What | Value | Note |\n| --- | --- | --- |\n")
		for i40 := range d.Names {
			d41 := &d.Names[i40]
			w.raw("| ")
			w.text(d41.Label)
			w.layFrom(d41.Company)
			w.raw(" | ")
			w.code(d41.Value)
			w.raw(" | ")
			w.inline(d41.Note)
			w.raw(" |\n")
		}
	}
}

func (w *writer) layPhase(d *phase) {
	w.raw("## ")
	w.text(d.Heading)
	w.raw("\n\n")
	if !(d.Page.Role != "") {
		w.links(d.Goal)
		w.raw("\n\n")
		if d42 := d.Company; d42 != "" {
			w.raw("*Company phase from ")
			w.text(d42)
			w.raw(".*\n\n")
		}
		w.links(d.Note)
		w.raw("\n\n")
		w.layGate(d)
		w.raw("\n\n")
	}
	w.raw("**Items:** ")
	w.number(len(d.Items))
	w.raw(", ")
	w.minutes(d.Minutes)
	w.raw(" hands-on")
	if d.Start != "" {
		w.raw(", ")
		w.raw(planning(d.Start, d.Due))
	}
	if d43 := done(d.Items); d43 != "" {
		w.raw(", ")
		w.raw(d43)
	}
	w.raw("\n\n")
	for i44 := range d.Items {
		d45 := &d.Items[i44]
		w.layItem(d45)
		w.raw("\n\n")
	}
}

func (w *writer) layReference(d *generator.Reference) {
	w.raw("## ")
	w.text(d.Title)
	w.raw("\n\n")
	w.links(d.Intro)
	w.raw("\n\n")
	if d46 := d.Company; d46 != "" {
		w.raw("*Company part from ")
		w.text(d46)
		w.raw(".*\n\n")
	}
	for i47 := range d.Entries {
		d48 := &d.Entries[i47]
		w.layEntry(d48)
		w.raw("\n\n")
	}
}

func (w *writer) layOmissions(d *page) {
	if len(d.Omissions) > 0 {
		w.raw("## ")
		w.raw(title("omissions"))
		w.raw("\n\n| Step | Why it is not here |\n| --- | --- |\n")
		for i49 := range d.Omissions {
			d50 := &d.Omissions[i49]
			w.raw("| ")
			w.text(d50.Title)
			w.raw(" | ")
			w.text(sentence(d50.Reason))
			if d51 := d50.Company; d51 != "" {
				w.raw(" *Left out by ")
				w.text(d51)
				w.raw(".*")
			}
			w.raw(" |\n")
		}
	}
}

func (w *writer) layTerms(d *page) {
	if len(d.Terms) > 0 {
		w.raw("## ")
		w.raw(title("terms"))
		w.raw("\n\n")
		for i52 := range d.Terms {
			d53 := &d.Terms[i52]
			w.raw("**")
			w.text(d53.Term)
			w.raw(":** ")
			w.links(d53.Text)
			if d54 := d53.Company; d54 != "" {
				w.raw(" *Company term from ")
				w.text(d54)
				w.raw(".*")
			}
			w.raw("\n\n")
		}
	}
}

func (w *writer) layWritten(d *page) {
	if len(d.Writings) > 0 {
		w.raw("## ")
		w.raw(title("written"))
		w.raw("\n\n")
		w.raw(title("written note"))
		w.raw("\n\n| Item | Where | Who and when | What |\n| --- | --- | --- | --- |\n")
		for i55 := range d.Writings {
			d56 := &d.Writings[i55]
			w.raw("| ")
			w.text(d56.Item)
			w.raw(" | ")
			w.text(d56.Where)
			w.raw(" | ")
			w.text(d56.Who)
			w.raw(" | ")
			w.text(d56.What)
			w.raw(" |\n")
		}
	}
}

func (w *writer) layDoubts(d *page) {
	if len(d.Doubts) > 0 {
		w.raw("## ")
		w.raw(title("doubts"))
		w.raw("\n\n")
		w.raw(title("doubts note"))
		w.raw("\n\n| Entry | What to know |\n| --- | --- |\n")
		for i57 := range d.Doubts {
			d58 := &d.Doubts[i57]
			w.raw("| ")
			w.text(d58.About)
			w.raw(" | ")
			w.text(d58.Note)
			w.raw(" |\n")
		}
	}
}

func (w *writer) layDeviations(d *page) {
	if len(d.Deviations) > 0 {
		w.raw("## ")
		w.raw(title("deviations"))
		w.raw("\n\n| Item | What was done instead | Why | Agreed by | Date |\n| --- | --- | --- | --- | --- |\n")
		for i59 := range d.Deviations {
			d60 := &d.Deviations[i59]
			w.raw("| ")
			w.text(d60.Item)
			w.raw(" | ")
			w.text(d60.What)
			w.raw(" | ")
			w.text(d60.Why)
			w.raw(" | ")
			w.text(d60.AgreedBy)
			w.raw(" | ")
			w.text(d60.Date)
			w.raw(" |\n")
		}
	}
}

func (w *writer) laySignOff(d *page) {
	w.raw("## ")
	w.raw(title("sign-off"))
	w.raw("\n\n| What | Result | Name | Date | Signature |\n| --- | --- | --- | --- | --- |\n")
	list61 := d.Signatures()
	for i62 := range list61 {
		d63 := &list61[i62]
		w.raw("| ")
		w.text(d63.What)
		w.raw(" | ")
		w.text(d63.Result)
		w.raw(" | ")
		w.text(d63.Name)
		w.raw(" | ")
		w.text(d63.Date)
		w.raw(" | ")
		w.text(d63.Signature)
		w.raw(" |\n")
	}
}

func (w *writer) layRole(d *role) {
	w.links(d.Summary)
	w.raw("\n\n")
	if d64 := d.Company; d64 != "" {
		w.raw("*Company role from ")
		w.text(d64)
		w.raw(".*\n\n")
	}
	if d.StandsIn != "" {
		w.raw("Nobody is named for this role. The ")
		w.text(d.Stander)
		w.raw(" stands in: ")
		w.people(d.People)
		w.raw(".\n\n")
	}
	if len(d.Sittings) > 0 {
		w.raw("| Sitting |")
		if d.Page.Schedule != nil {
			w.raw(" Planned |")
		}
		w.raw(" Hands-on | Items | ")
		w.raw(title("ready before"))
		w.raw(" |\n| --- |")
		if d.Page.Schedule != nil {
			w.raw(" --- |")
		}
		w.raw(" --- | --- | --- |\n")
		for i65 := range d.Sittings {
			d66 := &d.Sittings[i65]
			w.raw("| ")
			if d66.OnCall {
				w.raw("on call")
			} else {
				w.ordinal(d.Sittings, i65)
			}
			w.raw(" |")
			if d.Page.Schedule != nil {
				w.raw(" ")
				w.raw(weekday(d66.Planned))
				w.raw(" |")
			}
			w.raw(" ")
			w.raw(handson(d66))
			w.raw(" | ")
			for i67 := range d66.Keys {
				d68 := d66.Keys[i67]
				if i67 != 0 {
					w.raw(", ")
				}
				w.link(d68)
			}
			if d69 := companions(d66); d69 != "" {
				w.raw(", ")
				w.text(d69)
			}
			w.raw(" | ")
			list70 := awaited(d66)
			for i71 := range list70 {
				d72 := &list70[i71]
				w.ready(d72)
			}
			if len(list70) == 0 {
				w.raw(nothing(d66))
			}
			w.raw(" |\n")
		}
	}
}

func (w *writer) layBeside(d *page) {
	if len(d.Parts) > 0 {
		w.raw("## ")
		w.raw(title("with others"))
		w.raw("\n\n")
		for i73 := range d.Parts {
			d74 := d.Parts[i73]
			w.raw("- ")
			w.links(d74)
			w.raw("\n")
		}
	}
}

func (w *writer) layContent(d string) {
	w.raw("- [")
	w.text(d)
	w.raw("](")
	w.anchor(d)
	w.raw(")\n")
}

func (w *writer) layFrom(d string) {
	if d75 := d; d75 != "" {
		w.raw(" *(from ")
		w.text(d75)
		w.raw(")*")
	}
}

func (w *writer) layConfirmed(d *generator.Confirmation) {
	if d.Yes {
		w.raw(" *(confirmed")
		w.layBy(d.By)
		w.layOn(d.Date)
		w.raw(")*")
	} else {
		if d.By != "" || d.Date != "" {
			w.raw(" *(not confirmed, entered")
			w.layBy(d.By)
			w.layOn(d.Date)
			w.raw(")*")
		}
	}
	if d76 := d.Remark; d76 != "" {
		w.raw(". Remark: \"")
		w.text(d76)
		w.raw("\"")
	}
	if d77 := d.Note; d77 != "" {
		w.raw(". ")
		w.text(d77)
	}
}

func (w *writer) layGate(d *phase) {
	if len(d.Gate) > 0 {
		w.raw("**")
		w.raw(title("gate"))
		w.raw(":**\n\n")
		for i78 := range d.Gate {
			d79 := d.Gate[i78]
			w.raw("- ")
			if d.Page.Record != nil {
				w.raw("[")
				w.tick(d.Signed.Ticked, i78)
				w.raw("] ")
			}
			w.links(d79)
			w.raw("\n")
		}
		if d.Signed.CheckedBy != "" || d.Signed.CheckedOn != "" {
			w.raw("\nChecked")
			w.layBy(d.Signed.CheckedBy)
			w.layOn(d.Signed.CheckedOn)
			w.raw(".\n")
		}
	}
}

func (w *writer) layItem(d *generator.Item) {
	w.raw("### ")
	w.heading(d.Key)
	w.raw("\n\n- [")
	if d.Done() {
		w.raw("x")
	} else {
		w.raw(" ")
	}
	w.raw("] **")
	w.heading(d.Key)
	w.raw("**: ")
	w.text(d.RoleTitle)
	w.raw(", ")
	w.people(d.People)
	if d.StandsIn != "" {
		w.raw(" (standing in)")
	}
	w.layWorked(&d.Work)
	w.raw("\n\n")
	if d80 := d.Work.Remark; d80 != "" {
		w.raw("**Remark: \"")
		w.text(d80)
		w.raw("\".**\n\n")
	}
	if d81 := d.Work.Note; d81 != "" {
		w.raw("**")
		w.text(d81)
		w.raw("**\n\n")
	}
	w.raw("| Key | Hands-on | Waiting |")
	if d.Planned != nil {
		w.raw(" Planned |")
	}
	w.raw(" Needs first |\n| --- | --- | --- |")
	if d.Planned != nil {
		w.raw(" --- |")
	}
	w.raw(" --- |\n| `")
	w.raw(d.Key)
	w.raw("` | ")
	w.minutes(d.Minutes)
	w.raw(" | ")
	w.layWait(d)
	w.raw(" |")
	if d82 := d.Planned; d82 != nil {
		w.raw(" ")
		w.raw(days(d82.Start, d82.End))
		w.raw(" |")
	}
	w.raw(" ")
	for i83 := range d.Needs {
		d84 := &d.Needs[i83]
		if i83 != 0 {
			w.raw(", ")
		}
		w.need(d84)
	}
	if len(d.Needs) == 0 {
		w.raw("nothing")
	}
	w.raw(" |\n\n")
	w.layBody(d)
	w.raw("\n\n*In this runbook: ")
	w.text(d.Reason)
	w.raw(".")
	if d85 := d.Company; d85 != "" {
		w.raw(" Company step from ")
		w.text(d85)
		w.raw(".")
	}
	w.raw("*\n\n")
	w.laySources(d.Sources)
}

func (w *writer) layEntry(d *generator.Entry) {
	w.raw("### ")
	w.raw(d.Number)
	w.raw(" ")
	w.text(d.Title)
	w.raw("\n\n")
	if d.RoleTitle != "" {
		w.text(d.RoleTitle)
		w.raw(": ")
		w.people(d.People)
		if d.StandsIn != "" {
			w.raw(" (standing in)")
		}
		if d86 := d.Due; d86 != "" {
			w.raw(", due ")
			w.raw(weekday(d86))
		}
		w.raw("\n\n")
	}
	w.links(d.Body)
	w.raw("\n\n")
	if d87 := d.Company; d87 != "" {
		w.raw("*Company entry from ")
		w.text(d87)
		w.raw(".*\n\n")
	}
	w.laySources(d.Sources)
}

func (w *writer) layBy(d string) {
	if d88 := d; d88 != "" {
		w.raw(" by ")
		w.text(d88)
	}
}

func (w *writer) layOn(d string) {
	if d89 := d; d89 != "" {
		w.raw(" on ")
		w.text(d89)
	}
}

func (w *writer) layWorked(d *generator.Work) {
	if d.Status != "" {
		w.raw(", ")
		w.state(d.Status)
	} else {
		if d.By != "" || d.Date != "" || d.Evidence != "" {
			w.raw(", begun")
		}
	}
	w.layBy(d.By)
	w.layOn(d.Date)
	if d90 := d.Evidence; d90 != "" {
		w.raw(": ")
		w.evidence(d90)
	}
}

func (w *writer) layWait(d *generator.Item) {
	if d91 := waiting(d); d91 != "" {
		w.raw(d91)
		if d92 := d.Wait.Why; d92 != "" {
			w.raw(": ")
			w.text(d92)
		}
	} else {
		w.raw("none")
	}
}

func (w *writer) layBody(d *generator.Item) {
	if d93 := d.Why; d93 != "" {
		w.raw("**Why:** ")
		w.links(d93)
		w.raw("\n\n")
	}
	if d94 := together(d); d94 != "" {
		w.links(d94)
		w.raw("\n\n")
	}
	if d95 := d.Steps; d95 != "" {
		w.links(d95)
		w.raw("\n\n")
	}
	if len(d.Verify) > 0 {
		w.raw("**Verify:**\n\n")
		for i96 := range d.Verify {
			d97 := d.Verify[i96]
			w.raw("- [")
			w.tick(d.Work.Verified, i96)
			w.raw("] ")
			w.indented(d97)
			w.raw("\n")
		}
		w.raw("\n")
	}
	if d98 := d.Evidence; d98 != "" {
		w.raw("**Evidence to record:** ")
		w.links(d98)
		w.raw("\n")
	}
}

func (w *writer) laySources(d []generator.Source) {
	for i99 := range d {
		d100 := &d[i99]
		w.raw("Source: ")
		if d100.URL != "" {
			w.raw("[")
			w.text(d100.Title)
			w.raw("](")
			w.raw(d100.URL)
			w.raw(")")
		} else {
			w.text(d100.Title)
		}
		w.raw(" (")
		w.raw(dated(*d100))
		w.raw(")")
		w.raw("  ")
		w.raw("\n")
	}
}
