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
		w.layDoubts(d)
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
	w.raw("\n")
	if d27 := d.Hours; d27 != "" {
		w.raw(d27)
		w.raw(" ")
	}
	w.raw("Times are estimates")
	if d28 := d.Schedule; d28 != nil {
		w.raw("; the plan runs from ")
		w.raw(day(d28.Start))
		w.raw(" to ")
		w.raw(day(d28.End))
		w.raw(" in working days")
	}
	w.raw(".")
	if d29 := d.Chain; len(d29) > 0 {
		w.raw(" What holds the rollout up is the longest chain of needs: ")
		for i30 := range d29 {
			d31 := d29[i30]
			if i30 != 0 {
				w.raw(" → ")
			}
			w.itemNumber(d31)
		}
		w.raw(".")
	}
	w.raw("\n\n")
	for i32 := range d.Ledger {
		d33 := &d.Ledger[i32]
		w.layRole(d33)
		w.raw("\n\n")
	}
}

func (w *writer) layBeside(d *page) {
	if len(d.Parts) > 0 {
		w.raw("## ")
		w.raw(title("with others"))
		w.raw("\n\n")
		for i34 := range d.Parts {
			d35 := d.Parts[i34]
			w.raw("- ")
			w.links(d35)
			w.raw("\n")
		}
	}
}

func (w *writer) layGates(d *page) {
	if len(d.Gates) > 0 {
		w.raw("## ")
		w.raw(title("gates"))
		w.raw("\n\n")
		for i36 := range d.Gates {
			d37 := &d.Gates[i36]
			w.raw("- ")
			w.links(gate(d37))
			w.raw("\n")
		}
	}
}

func (w *writer) layNames(d *page) {
	if len(d.Names) > 0 {
		w.raw("## ")
		w.raw(title("names"))
		w.raw("\n\n| What | Value | Note |\n| --- | --- | --- |\n")
		for i38 := range d.Names {
			d39 := &d.Names[i38]
			w.raw("| ")
			w.text(d39.Label)
			w.layFrom(d39.Company)
			w.raw(" | ")
			w.code(d39.Value)
			w.raw(" | ")
			w.inline(d39.Note)
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
		if d40 := d.Company; d40 != "" {
			w.raw("*Company phase from ")
			w.text(d40)
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
	if d41 := done(d.Items); d41 != "" {
		w.raw(", ")
		w.raw(d41)
	}
	w.raw("\n\n")
	for i42 := range d.Items {
		d43 := &d.Items[i42]
		w.layItem(d43)
		w.raw("\n\n")
	}
}

func (w *writer) layReference(d *generator.Reference) {
	w.raw("## ")
	w.text(d.Title)
	w.raw("\n\n")
	w.links(d.Intro)
	w.raw("\n\n")
	if d44 := d.Company; d44 != "" {
		w.raw("*Company part from ")
		w.text(d44)
		w.raw(".*\n\n")
	}
	for i45 := range d.Entries {
		d46 := &d.Entries[i45]
		w.layEntry(d46)
		w.raw("\n\n")
	}
}

func (w *writer) layOmissions(d *page) {
	if len(d.Omissions) > 0 {
		w.raw("## ")
		w.raw(title("omissions"))
		w.raw("\n\n| Step | Why it is not here |\n| --- | --- |\n")
		for i47 := range d.Omissions {
			d48 := &d.Omissions[i47]
			w.raw("| ")
			w.text(d48.Title)
			w.raw(" | ")
			w.text(sentence(d48.Reason))
			if d49 := d48.Company; d49 != "" {
				w.raw(" *Left out by ")
				w.text(d49)
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
		for i50 := range d.Terms {
			d51 := &d.Terms[i50]
			w.raw("**")
			w.text(d51.Term)
			w.raw(":** ")
			w.links(d51.Text)
			if d52 := d51.Company; d52 != "" {
				w.raw(" *Company term from ")
				w.text(d52)
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
		for i53 := range d.Writings {
			d54 := &d.Writings[i53]
			w.raw("| ")
			w.text(d54.Item)
			w.raw(" | ")
			w.text(d54.Where)
			w.raw(" | ")
			w.text(d54.Who)
			w.raw(" | ")
			w.text(d54.What)
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
		for i55 := range d.Doubts {
			d56 := &d.Doubts[i55]
			w.raw("| ")
			w.text(d56.About)
			w.raw(" | ")
			w.text(d56.Note)
			w.raw(" |\n")
		}
	}
}

func (w *writer) layDeviations(d *page) {
	if len(d.Deviations) > 0 {
		w.raw("## ")
		w.raw(title("deviations"))
		w.raw("\n\n| Item | What was done instead | Why | Agreed by | Date |\n| --- | --- | --- | --- | --- |\n")
		for i57 := range d.Deviations {
			d58 := &d.Deviations[i57]
			w.raw("| ")
			w.text(d58.Item)
			w.raw(" | ")
			w.text(d58.What)
			w.raw(" | ")
			w.text(d58.Why)
			w.raw(" | ")
			w.text(d58.AgreedBy)
			w.raw(" | ")
			w.text(d58.Date)
			w.raw(" |\n")
		}
	}
}

func (w *writer) laySignOff(d *page) {
	w.raw("## ")
	w.raw(title("sign-off"))
	w.raw("\n\n| What | Result | Name | Date | Signature |\n| --- | --- | --- | --- | --- |\n")
	list59 := d.Signatures()
	for i60 := range list59 {
		d61 := &list59[i60]
		w.raw("| ")
		w.text(d61.What)
		w.raw(" | ")
		w.text(d61.Result)
		w.raw(" | ")
		w.text(d61.Name)
		w.raw(" | ")
		w.text(d61.Date)
		w.raw(" | ")
		w.text(d61.Signature)
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
	if d62 := d; d62 != "" {
		w.raw(" *(from ")
		w.text(d62)
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
	if d63 := d.Remark; d63 != "" {
		w.raw(". Remark: \"")
		w.text(d63)
		w.raw("\"")
	}
	if d64 := d.Note; d64 != "" {
		w.raw(". ")
		w.text(d64)
	}
}

func (w *writer) layRole(d *role) {
	w.raw("### ")
	w.text(d.Title)
	w.raw("\n\n")
	w.links(d.Summary)
	w.raw("\n\n")
	if d65 := d.Company; d65 != "" {
		w.raw("*Company role from ")
		w.text(d65)
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
		for i66 := range d.Sittings {
			d67 := &d.Sittings[i66]
			w.raw("| ")
			if d67.OnCall {
				w.raw("on call")
			} else {
				w.ordinal(d.Sittings, i66)
			}
			w.raw(" |")
			if d.Page.Schedule != nil {
				w.raw(" ")
				w.raw(weekday(d67.Planned))
				w.raw(" |")
			}
			w.raw(" ")
			w.raw(handson(d67))
			w.raw(" | ")
			for i68 := range d67.Keys {
				d69 := d67.Keys[i68]
				if i68 != 0 {
					w.raw(", ")
				}
				w.link(d69)
			}
			if d70 := companions(d67); d70 != "" {
				w.raw(", ")
				w.text(d70)
			}
			w.raw(" | ")
			list71 := awaited(d67)
			for i72 := range list71 {
				d73 := &list71[i72]
				w.ready(d73)
			}
			if len(list71) == 0 {
				w.raw(nothing(d67))
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
		for i74 := range d.Gate {
			d75 := d.Gate[i74]
			w.raw("- ")
			if d.Page.Record != nil {
				w.raw("[")
				w.tick(d.Signed.Ticked, i74)
				w.raw("] ")
			}
			w.links(d75)
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
	if d76 := d.Work.Remark; d76 != "" {
		w.raw("**Remark: \"")
		w.text(d76)
		w.raw("\".**\n\n")
	}
	if d77 := d.Work.Note; d77 != "" {
		w.raw("**")
		w.text(d77)
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
	if d78 := d.Planned; d78 != nil {
		w.raw(" ")
		w.raw(days(d78.Start, d78.End))
		w.raw(" |")
	}
	w.raw(" ")
	for i79 := range d.Needs {
		d80 := &d.Needs[i79]
		if i79 != 0 {
			w.raw(", ")
		}
		w.need(d80)
	}
	if len(d.Needs) == 0 {
		w.raw("nothing")
	}
	w.raw(" |\n\n")
	w.layBody(d)
	w.raw("\n\n*In this runbook: ")
	w.text(d.Reason)
	w.raw(".")
	if d81 := d.Company; d81 != "" {
		w.raw(" Company step from ")
		w.text(d81)
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
		if d82 := d.Due; d82 != "" {
			w.raw(", due ")
			w.raw(weekday(d82))
		}
		w.raw("\n\n")
	}
	w.links(d.Body)
	w.raw("\n\n")
	if d83 := d.Company; d83 != "" {
		w.raw("*Company entry from ")
		w.text(d83)
		w.raw(".*\n\n")
	}
	w.laySources(d.Sources)
}

func (w *writer) layBy(d string) {
	if d84 := d; d84 != "" {
		w.raw(" by ")
		w.text(d84)
	}
}

func (w *writer) layOn(d string) {
	if d85 := d; d85 != "" {
		w.raw(" on ")
		w.text(d85)
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
	if d86 := d.Evidence; d86 != "" {
		w.raw(": ")
		w.evidence(d86)
	}
}

func (w *writer) layWait(d *generator.Wait) {
	if d.Text != "" {
		w.raw(d.Text)
		if d87 := d.Why; d87 != "" {
			w.raw(": ")
			w.text(d87)
		}
	} else {
		w.raw("none")
	}
}

func (w *writer) layBody(d *generator.Item) {
	if d88 := d.Why; d88 != "" {
		w.raw("**Why:** ")
		w.links(d88)
		w.raw("\n\n")
	}
	if d89 := together(d); d89 != "" {
		w.links(d89)
		w.raw("\n\n")
	}
	if d90 := d.Steps; d90 != "" {
		w.links(d90)
		w.raw("\n\n")
	}
	if len(d.Verify) > 0 {
		w.raw("**Verify:**\n\n")
		for i91 := range d.Verify {
			d92 := d.Verify[i91]
			w.raw("- [")
			w.tick(d.Work.Verified, i91)
			w.raw("] ")
			w.indented(d92)
			w.raw("\n")
		}
		w.raw("\n")
	}
	if d93 := d.Evidence; d93 != "" {
		w.raw("**Evidence to record:** ")
		w.links(d93)
		w.raw("\n")
	}
}

func (w *writer) laySources(d []generator.Source) {
	for i94 := range d {
		d95 := &d[i94]
		w.raw("Source: ")
		if d95.URL != "" {
			w.raw("[")
			w.text(d95.Title)
			w.raw("](")
			w.raw(d95.URL)
			w.raw(")")
		} else {
			w.text(d95.Title)
		}
		w.raw(" (")
		w.raw(dated(*d95))
		w.raw(")")
		w.raw("  ")
		w.raw("\n")
	}
}
