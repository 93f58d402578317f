package calendar

import (
	"slices"
	"strings"

	"runbook/generator"
	"runbook/output/markup"
	"runbook/output/words"
)

// event is one all-day entry.
type event struct {
	uid      string // what it is about; see writer.event
	day      string // YYYY-MM-DD
	summary  string
	lines    []string // the description
	category string
	agreed   bool // its day is no proposal any more
	remind   bool
}

// events returns the entries of rb: start, sittings, waits, gates and phases,
// renewals.
func events(rb *generator.Runbook) []event {
	var out []event
	items := map[string]generator.Item{}
	for _, it := range rb.Items() {
		items[it.Key] = it
	}
	for _, it := range rb.Beside {
		items[it.Key] = it
	}
	for _, r := range rb.Roles {
		for _, s := range r.Sittings {
			if s.Planned != "" {
				out = append(out, sitting(rb, r, s, items))
			}
		}
	}
	for _, it := range rb.Items() {
		// A wait that ends on the day it begins is told in its sitting; an
		// entry for the whole day would say less.
		if p := it.Planned; p != nil && it.Wait.Minutes > 0 && p.Ready > p.End {
			out = append(out, wait(it, rb.Items()))
		}
	}
	phases := rb.Gates
	if rb.Role == "" {
		phases = rb.AllPhases()
	}
	for _, p := range phases {
		if p.Start != "" && len(p.Gate) > 0 {
			out = append(out, gate(p, rb.Lead))
		}
		if p.Due != "" {
			out = append(out, phase(p, rb.Lead))
		}
	}
	for _, ref := range rb.References {
		for _, e := range ref.Entries {
			if e.Due != "" {
				out = append(out, renewal(e))
			}
		}
	}
	// In somebody's own calendar an entry stands among those of other rollouts.
	for i := range out {
		out[i].summary += " · " + rb.Title
	}
	if rb.Schedule == nil {
		return out
	}
	return slices.Insert(out, 0, event{
		uid: "start", day: rb.Schedule.Start, summary: "Rollout starts: " + rb.Title,
		lines: []string{plain(rb.Summary), "Planned to end on " + words.Weekday(rb.Schedule.End) + "."}, category: "Rollout",
	})
}

// sitting is what one role does in one go.
func sitting(rb *generator.Runbook, r generator.RoleEntry, s generator.Sitting, items map[string]generator.Item) event {
	e := event{uid: "sitting " + r.ID + " " + strings.Join(s.Keys[:min(1, len(s.Keys))], ""), day: s.Planned, category: r.Title, agreed: r.Release.Signature != ""}
	var numbers, work []string
	for _, key := range s.Keys {
		it, ok := items[key]
		if !ok {
			continue
		}
		numbers = append(numbers, it.Number)
		l := "- " + it.Number + " " + it.Title + from(it.Company) + ", " + generator.Minutes(it.Minutes)
		if it.Wait.Text != "" && !s.OnCall {
			l += "; then wait " + it.Wait.Text
			if it.Wait.Why != "" {
				l += " (" + it.Wait.Why + ")"
			}
		}
		if it.Ready != "" && !s.OnCall {
			l += "; ready before: " + plain(it.Ready)
		}
		work = append(work, l)
	}
	what := "items " + strings.Join(numbers, ", ")
	if len(s.Keys) == 1 && len(work) == 1 {
		what = numbers[0] + " " + items[s.Keys[0]].Title
	}
	who := r.Title
	if names := words.People(r.People); names != "" {
		who = names + " (" + r.Title + ")"
	}
	e.lines = append(e.lines, r.Title+from(r.Company)+": "+words.People(r.People))
	company := words.Companions(s)
	switch {
	case s.OnCall:
		e.summary = who + ": on call for " + what + " (within reach for " + generator.Minutes(s.Minutes) + ")"
		e.lines = append(e.lines, "On call, which is no sitting and takes none of your time: keep "+company+".")
		for _, key := range s.Keys {
			if why := plain(items[key].OnCallFor); why != "" {
				e.lines = append(e.lines, "For "+items[key].Number+": "+why+".")
			}
		}
	default:
		if s.Beside != "" {
			what += ", " + company
		}
		e.summary = who + ": " + what + " (" + generator.Minutes(s.Minutes) + ")"
		e.lines = append(e.lines, "Hands-on time: "+generator.Minutes(s.Minutes))
		if company != "" {
			e.lines = append(e.lines, generator.Sentence(company))
		}
	}
	e.lines = append(e.lines, work...)
	if len(s.Ready) > 0 {
		e.lines = append(e.lines, "Must be done before:")
		for _, a := range words.AwaitedItems(s) {
			what := a.Number + " " + a.Title + a.Who
			if a.Join == "" || a.Join == "; " {
				e.lines = append(e.lines, "- "+what) // a line for each of those to ask
			} else {
				e.lines[len(e.lines)-1] += a.Join + what
			}
		}
	}
	return e.call(rb.Lead, r.People, s)
}

// call adds whom to call about an entry.
func (e event) call(lead generator.Companion, own []generator.Person, about generator.Sitting) event {
	switch {
	case e.agreed:
	case about.OnCall:
		e.lines = append(e.lines, "The plan proposes the day; who may call you agrees it with you, and the hour.")
	default:
		e.lines = append(e.lines, "The plan proposes the day, and no hour: agree both, then block the time.")
	}
	for i, c := range words.Contacts(lead, own, about) {
		if i == 0 {
			e.lines = append(e.lines, words.WhomToCall+":")
		}
		l := "- " + c.String()
		if c.Leads {
			l += ", if the day does not suit"
		}
		e.lines = append(e.lines, l)
	}
	return e
}

// wait is the day on which a waiting time is over, and what it was kept for.
func wait(it generator.Item, all []generator.Item) event {
	e := event{
		uid: "wait " + it.Key, day: it.Planned.Ready, category: it.RoleTitle,
		summary: "Wait over: " + it.Number + " " + it.Title + " (" + it.Wait.Text + ")",
		lines:   []string{it.RoleTitle + ": " + words.People(it.People)},
	}
	if it.Wait.Why != "" {
		e.lines = append(e.lines, "Waited for: "+it.Wait.Why)
	}
	if it.Company != "" {
		e.lines = append(e.lines, "Company step from "+it.Company)
	}
	var next []string
	for _, o := range all {
		for _, n := range o.Needs {
			if n.Key == it.Key {
				next = append(next, "- "+o.Number+" "+o.Title+" ("+o.RoleTitle+": "+words.People(o.People)+")")
			}
		}
	}
	if len(next) > 0 {
		e.lines = append(append(e.lines, "Now possible, as far as this was missing:"), next...)
	}
	return e
}

// gate is the day on which a phase may start, and what must be true then.
func gate(p generator.Phase, lead generator.Companion) event {
	e := event{
		uid: "gate " + p.ID, day: p.Start, category: lead.Title,
		summary: "Gate: " + p.Heading() + " (" + words.People(lead.People) + ")",
		lines:   []string{lead.Title + ": " + words.People(lead.People), words.Gate + from(p.Company) + ":"},
	}
	for _, g := range p.Gate {
		e.lines = append(e.lines, "- "+plain(g))
	}
	return e
}

// phase is the day on which all items of a phase should be done.
func phase(p generator.Phase, lead generator.Companion) event {
	e := event{
		uid: "phase " + p.ID, day: p.Due, summary: "Due: " + p.Heading(), category: "Phase",
		lines: []string{plain(p.Goal) + from(p.Company), "Signed off by: " + words.People(lead.People) + " (" + lead.Title + ")"},
	}
	for _, it := range p.Items {
		e.lines = append(e.lines, "- "+it.Number+" "+it.Title+from(it.Company)+" ("+it.RoleTitle+")")
	}
	return e
}

// renewal is a date after the rollout, with a reminder in good time.
func renewal(en generator.Entry) event {
	e := event{uid: "entry " + en.Key, day: en.Due, summary: en.Title, category: "Operation", agreed: true, remind: true}
	if en.Number != "" {
		e.summary = en.Number + " " + e.summary
	}
	if en.RoleTitle != "" {
		e.lines = append(e.lines, en.RoleTitle+": "+words.Holders(en.People, en.StandsIn))
	}
	if en.Company != "" {
		e.lines = append(e.lines, "Company step from "+en.Company)
	}
	e.lines = append(e.lines, markup.Lines(en.Body)...)
	return e
}

// from marks what an overlay brings.
func from(company string) string {
	if company == "" {
		return ""
	}
	return " [from " + company + "]"
}

// plain returns Markdown as words: a calendar renders none.
func plain(md generator.Markdown) string { return markup.Plain(markup.ParseInline(md)) }
