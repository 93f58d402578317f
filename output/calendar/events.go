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
				out = append(out, sitting(r, s, items))
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
func sitting(r generator.RoleEntry, s generator.Sitting, items map[string]generator.Item) event {
	e := event{uid: "sitting " + r.ID + " " + strings.Join(s.Keys[:min(1, len(s.Keys))], ""), day: s.Planned, category: r.Title}
	var numbers, work []string
	for _, key := range s.Keys {
		it, ok := items[key]
		if !ok {
			continue
		}
		numbers = append(numbers, it.Number)
		l := "- " + it.Number + " " + it.Title + from(it.Company) + ", " + generator.Minutes(it.Minutes)
		if it.Wait.Text != "" {
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
	company := words.Companions(s)
	if s.Beside != "" {
		what += ", " + company
	}
	who := r.Title
	if names := words.People(r.People); names != "" {
		who = names + " (" + r.Title + ")"
	}
	e.summary = who + ": " + what + " (" + generator.Minutes(s.Minutes) + ")"
	e.lines = append(e.lines, r.Title+from(r.Company)+": "+words.People(r.People))
	if !s.OnCall {
		e.lines = append(e.lines, "Hands-on time: "+generator.Minutes(s.Minutes))
	}
	if company != "" {
		e.lines = append(e.lines, generator.Sentence(company))
	}
	if !s.OnCall { // else the line before names them
		for _, c := range s.With {
			e.lines = append(e.lines, c.Title+": "+words.People(c.People))
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
	e := event{uid: "entry " + en.Key, day: en.Due, summary: en.Title, category: "Operation", remind: true}
	if en.Number != "" {
		e.summary = en.Number + " " + e.summary
	}
	if en.RoleTitle != "" {
		e.lines = append(e.lines, en.RoleTitle+": "+words.People(en.People))
	}
	e.lines = append(e.lines, plain(en.Body)+from(en.Company))
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
