// Code generated from templates/markdown by go test -update; DO NOT EDIT.

package markdown

import (
	"runbook/generator"
)

func (w *writer) layRunbook(d *page) {
	w.raw("# ")
	w.text(d.Title)
	w.raw("\n\n")
	w.links(d.Summary)
	w.raw("\n\n")
	if d.Role != "" {
		w.raw("This is the sheet of one role: ")
		for i1 := range d.Roles {
			d2 := &d.Roles[i1]
			w.text(d2.Title)
		}
		w.raw(". The numbers are those of the whole runbook.\n\n")
	} else {
		w.layContents(d)
		w.raw("\n\n")
		w.layDecisions(d)
		w.raw("\n\n")
	}
	w.layControl(d)
	w.raw("\n\n")
	w.layBanners(d)
	w.raw("\n\n")
	if !(d.Role != "") {
		w.layWarnings(d)
		w.raw("\n\n")
		w.layInitials(d)
		w.raw("\n\n")
	}
	w.layRoles(d)
	w.raw("\n\n")
	if d.Role != "" {
		w.links(d.Calls)
		w.raw("\n\n")
		w.layBeside(d)
		w.raw("\n\n")
		w.layGates(d)
	} else {
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
		w.layDeviations(d)
		w.raw("\n\n")
		w.laySignOff(d)
	}
	w.raw("\n")
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
	for i7 := range d.Phases {
		d8 := &d.Phases[i7]
		w.layContent(d8.Heading)
	}
	for i9 := range d.References {
		d10 := &d.References[i9]
		w.layContent(d10.Title)
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
		for i11 := range d.Decisions {
			d12 := &d.Decisions[i11]
			w.raw("| ")
			w.text(d12.Label)
			w.layFrom(d12.Company)
			w.raw(" | ")
			w.text(d12.Value)
			if d12.Default {
				w.raw(" *(default)*")
			}
			w.layConfirmed(&d12.Confirmed)
			w.raw(" | `")
			w.raw(d12.Key)
			w.raw("` |\n")
		}
	}
}

func (w *writer) layControl(d *page) {
	w.raw("## ")
	w.raw(title("control"))
	w.raw("\n\n| This document | Value |\n| --- | --- |\n")
	if d13 := d.Organization; d13 != "" {
		w.raw("| Organization | ")
		w.text(d13)
		w.raw(" |\n")
	}
	if d14 := d.Document.Classification; d14 != "" {
		w.raw("| Classification | ")
		w.text(d14)
		w.raw(" |\n")
	}
	for i15 := range d.Control {
		d16 := &d.Control[i15]
		w.raw("| ")
		w.raw(d16.Label)
		w.raw(" | ")
		if d16.ID != "" {
			w.code(d16.ID)
			w.text(behind(d16.ID, d16.Value))
		} else {
			if d16.Value != "" {
				w.text(d16.Value)
			} else {
				w.raw("*")
				w.raw(d16.Hint)
				w.raw("*")
			}
		}
		w.raw(" |\n")
	}
}

func (w *writer) layBanners(d *page) {
	if len(d.Banners) > 0 {
		w.raw("> [!CAUTION]\n")
		for i17 := range d.Banners {
			d18 := d.Banners[i17]
			if i17 != 0 {
				w.raw(">\n")
			}
			w.raw("> ")
			w.raw(string(d18))
			w.raw("\n")
		}
	}
}

func (w *writer) layWarnings(d *page) {
	if len(d.Warnings) > 0 {
		w.raw("## ")
		w.raw(title("warnings"))
		w.raw("\n\n> [!WARNING]\n>\n")
		for i19 := range d.Warnings {
			d20 := &d.Warnings[i19]
			w.raw("> - **")
			w.raw(d20.ID)
			w.raw(":** ")
			w.text(sentence(d20.Message))
			if d21 := d20.Hint; d21 != "" {
				w.raw(" ")
				w.text(sentence(d21))
			}
			if d22 := d20.Company; d22 != "" {
				w.raw(" *Company rule from ")
				w.text(d22)
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
		for i23 := range d.Signers {
			d24 := &d.Signers[i23]
			w.raw("| ")
			w.text(d24.Initials)
			w.raw(" | ")
			w.text(d24.Name)
			w.raw(" | ")
			w.text(d24.Role)
			w.raw(" | ")
			w.text(d24.Specimen)
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
	for i25 := range d.Roles {
		d26 := &d.Roles[i25]
		w.raw("| ")
		w.text(d26.Title)
		w.layFrom(d26.Company)
		w.raw(" | ")
		w.people(d26.People)
		if d26.StandsIn != "" {
			w.raw(" *(standing in)*")
		}
		w.raw(" | ")
		w.number(len(d26.Keys))
		w.raw(" | ")
		w.minutes(d26.Minutes)
		w.raw(" | ")
		w.number(d26.CountSittings())
		w.raw(" |")
		if d.Schedule != nil {
			w.raw(" ")
			w.raw(weekday(first(d26.Sittings)))
			w.raw(" |")
		}
		w.raw("\n")
	}
	w.raw("\nTimes are estimates")
	if d27 := d.Schedule; d27 != nil {
		w.raw("; the plan runs from ")
		w.raw(day(d27.Start))
		w.raw(" to ")
		w.raw(day(d27.End))
		w.raw(" in working days")
	}
	w.raw(".")
	if d28 := d.Chain; len(d28) > 0 {
		w.raw(" What holds the rollout up is the longest chain of needs: ")
		for i29 := range d28 {
			d30 := d28[i29]
			if i29 != 0 {
				w.raw(" → ")
			}
			w.itemNumber(d30)
		}
		w.raw(".")
	}
	w.raw("\n\n")
	for i31 := range d.Ledger {
		d32 := &d.Ledger[i31]
		w.layRole(d32)
		w.raw("\n\n")
	}
}

func (w *writer) layBeside(d *page) {
	if len(d.Parts) > 0 {
		w.raw("## ")
		w.raw(title("with others"))
		w.raw("\n\n")
		for i33 := range d.Parts {
			d34 := d.Parts[i33]
			w.raw("- ")
			w.links(d34)
			w.raw("\n")
		}
	}
}

func (w *writer) layGates(d *page) {
	if len(d.Gates) > 0 {
		w.raw("## ")
		w.raw(title("gates"))
		w.raw("\n\n")
		for i35 := range d.Gates {
			d36 := &d.Gates[i35]
			w.raw("- ")
			w.links(gate(d36))
			w.raw("\n")
		}
	}
}

func (w *writer) layNames(d *page) {
	if len(d.Names) > 0 {
		w.raw("## ")
		w.raw(title("names"))
		w.raw("\n\n| What | Value | Note |\n| --- | --- | --- |\n")
		for i37 := range d.Names {
			d38 := &d.Names[i37]
			w.raw("| ")
			w.text(d38.Label)
			w.layFrom(d38.Company)
			w.raw(" | ")
			w.code(d38.Value)
			w.raw(" | ")
			w.inline(d38.Note)
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
		if d39 := d.Company; d39 != "" {
			w.raw("*Company phase from ")
			w.text(d39)
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
	if d40 := done(d.Items); d40 != "" {
		w.raw(", ")
		w.raw(d40)
	}
	w.raw("\n\n")
	for i41 := range d.Items {
		d42 := &d.Items[i41]
		w.layItem(d42)
		w.raw("\n\n")
	}
}

func (w *writer) layReference(d *generator.Reference) {
	w.raw("## ")
	w.text(d.Title)
	w.raw("\n\n")
	w.links(d.Intro)
	w.raw("\n\n")
	if d43 := d.Company; d43 != "" {
		w.raw("*Company part from ")
		w.text(d43)
		w.raw(".*\n\n")
	}
	for i44 := range d.Entries {
		d45 := &d.Entries[i44]
		w.layEntry(d45)
		w.raw("\n\n")
	}
}

func (w *writer) layOmissions(d *page) {
	if len(d.Omissions) > 0 {
		w.raw("## ")
		w.raw(title("omissions"))
		w.raw("\n\n| Step | Why it is not here |\n| --- | --- |\n")
		for i46 := range d.Omissions {
			d47 := &d.Omissions[i46]
			w.raw("| ")
			w.text(d47.Title)
			w.raw(" | ")
			w.text(sentence(d47.Reason))
			if d48 := d47.Company; d48 != "" {
				w.raw(" *Left out by ")
				w.text(d48)
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
		for i49 := range d.Terms {
			d50 := &d.Terms[i49]
			w.raw("**")
			w.text(d50.Term)
			w.raw(":** ")
			w.links(d50.Text)
			if d51 := d50.Company; d51 != "" {
				w.raw(" *Company term from ")
				w.text(d51)
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
		for i52 := range d.Writings {
			d53 := &d.Writings[i52]
			w.raw("| ")
			w.text(d53.Item)
			w.raw(" | ")
			w.text(d53.Where)
			w.raw(" | ")
			w.text(d53.Who)
			w.raw(" | ")
			w.text(d53.What)
			w.raw(" |\n")
		}
	}
}

func (w *writer) layDeviations(d *page) {
	if len(d.Deviations) > 0 {
		w.raw("## ")
		w.raw(title("deviations"))
		w.raw("\n\n| Item | What was done instead | Why | Agreed by | Date |\n| --- | --- | --- | --- | --- |\n")
		for i54 := range d.Deviations {
			d55 := &d.Deviations[i54]
			w.raw("| ")
			w.text(d55.Item)
			w.raw(" | ")
			w.text(d55.What)
			w.raw(" | ")
			w.text(d55.Why)
			w.raw(" | ")
			w.text(d55.AgreedBy)
			w.raw(" | ")
			w.text(d55.Date)
			w.raw(" |\n")
		}
	}
}

func (w *writer) laySignOff(d *page) {
	w.raw("## ")
	w.raw(title("sign-off"))
	w.raw("\n\n| What | Result | Name | Date | Signature |\n| --- | --- | --- | --- | --- |\n")
	list56 := d.Signatures()
	for i57 := range list56 {
		d58 := &list56[i57]
		w.raw("| ")
		w.text(d58.What)
		w.raw(" | ")
		w.text(d58.Result)
		w.raw(" | ")
		w.text(d58.Name)
		w.raw(" | ")
		w.text(d58.Date)
		w.raw(" | ")
		w.text(d58.Signature)
		w.raw(" |\n")
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
	if d59 := d; d59 != "" {
		w.raw(" *(from ")
		w.text(d59)
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
	if d60 := d.Remark; d60 != "" {
		w.raw(". ")
		w.text(d60)
	}
	if d61 := d.Note; d61 != "" {
		w.raw(". ")
		w.text(d61)
	}
}

func (w *writer) layRole(d *role) {
	w.raw("### ")
	w.text(d.Title)
	w.raw("\n\n")
	w.links(d.Summary)
	w.raw("\n\n")
	if d62 := d.Company; d62 != "" {
		w.raw("*Company role from ")
		w.text(d62)
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
		for i63 := range d.Sittings {
			d64 := &d.Sittings[i63]
			w.raw("| ")
			if d64.OnCall {
				w.raw("on call")
			} else {
				w.ordinal(d.Sittings, i63)
			}
			w.raw(" |")
			if d.Page.Schedule != nil {
				w.raw(" ")
				w.raw(weekday(d64.Planned))
				w.raw(" |")
			}
			w.raw(" ")
			w.raw(handson(d64))
			w.raw(" | ")
			for i65 := range d64.Keys {
				d66 := d64.Keys[i65]
				if i65 != 0 {
					w.raw(", ")
				}
				w.link(d66)
			}
			if d67 := companions(d64); d67 != "" {
				w.raw(", ")
				w.text(d67)
			}
			w.raw(" | ")
			list68 := awaited(d64)
			for i69 := range list68 {
				d70 := &list68[i69]
				w.ready(d70)
			}
			if len(list68) == 0 {
				w.raw(nothing(d64))
			}
			w.raw(" |\n")
		}
	}
}

func (w *writer) layGate(d *phase) {
	if len(d.Gate) > 0 {
		w.raw("**")
		w.raw(title("gate"))
		w.raw(":**\n\n")
		for i71 := range d.Gate {
			d72 := d.Gate[i71]
			w.raw("- ")
			if d.Page.Record != nil {
				w.raw("[")
				w.tick(d.Signed.Ticked, i71)
				w.raw("] ")
			}
			w.links(d72)
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
	if d73 := d.Work.Remark; d73 != "" {
		w.raw("**Remark: \"")
		w.text(d73)
		w.raw("\".**\n\n")
	}
	if d74 := d.Work.Note; d74 != "" {
		w.raw("**")
		w.text(d74)
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
	w.layWait(&d.Wait)
	w.raw(" |")
	if d75 := d.Planned; d75 != nil {
		w.raw(" ")
		w.raw(days(d75.Start, d75.End))
		w.raw(" |")
	}
	w.raw(" ")
	for i76 := range d.Needs {
		d77 := &d.Needs[i76]
		if i76 != 0 {
			w.raw(", ")
		}
		w.need(d77)
	}
	if len(d.Needs) == 0 {
		w.raw("nothing")
	}
	w.raw(" |\n\n")
	w.layBody(d)
	w.raw("\n\n*In this runbook: ")
	w.text(d.Reason)
	w.raw(".")
	if d78 := d.Company; d78 != "" {
		w.raw(" Company step from ")
		w.text(d78)
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
		if d79 := d.Due; d79 != "" {
			w.raw(", due ")
			w.raw(weekday(d79))
		}
		w.raw("\n\n")
	}
	w.links(d.Body)
	w.raw("\n\n")
	if d80 := d.Company; d80 != "" {
		w.raw("*Company entry from ")
		w.text(d80)
		w.raw(".*\n\n")
	}
	w.laySources(d.Sources)
}

func (w *writer) layBy(d string) {
	if d81 := d; d81 != "" {
		w.raw(" by ")
		w.text(d81)
	}
}

func (w *writer) layOn(d string) {
	if d82 := d; d82 != "" {
		w.raw(" on ")
		w.text(d82)
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
	if d83 := d.Evidence; d83 != "" {
		w.raw(": ")
		w.evidence(d83)
	}
}

func (w *writer) layWait(d *generator.Wait) {
	if d.Text != "" {
		w.raw(d.Text)
		if d84 := d.Why; d84 != "" {
			w.raw(": ")
			w.text(d84)
		}
	} else {
		w.raw("none")
	}
}

func (w *writer) layBody(d *generator.Item) {
	if d85 := d.Why; d85 != "" {
		w.raw("**Why:** ")
		w.links(d85)
		w.raw("\n\n")
	}
	if d86 := together(d); d86 != "" {
		w.links(d86)
		w.raw("\n\n")
	}
	if d87 := d.Steps; d87 != "" {
		w.links(d87)
		w.raw("\n\n")
	}
	if len(d.Verify) > 0 {
		w.raw("**Verify:**\n\n")
		for i88 := range d.Verify {
			d89 := d.Verify[i88]
			w.raw("- [")
			w.tick(d.Work.Verified, i88)
			w.raw("] ")
			w.indented(d89)
			w.raw("\n")
		}
		w.raw("\n")
	}
	if d90 := d.Evidence; d90 != "" {
		w.raw("**Evidence to record:** ")
		w.links(d90)
		w.raw("\n")
	}
}

func (w *writer) laySources(d []generator.Source) {
	for i91 := range d {
		d92 := &d[i91]
		w.raw("Source: ")
		if d92.URL != "" {
			w.raw("[")
			w.text(d92.Title)
			w.raw("](")
			w.raw(d92.URL)
			w.raw(")")
		} else {
			w.text(d92.Title)
		}
		w.raw(" (")
		w.raw(dated(*d92))
		w.raw(")")
		w.raw("  ")
		w.raw("\n")
	}
}
